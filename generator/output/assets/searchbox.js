/* What is pasted, dictated or composed is searched for too; what the search says is told by its status line. */
"use strict";
{
function prepare() {
  const box = document.querySelector("[data-md-component=search-query]");
  const shown = document.querySelector("[data-md-component=search-result]");
  if (!box || !shown) return;
  // The theme listens to keys alone.
  for (const type of ["input", "compositionend"]) box.addEventListener(type, () => box.dispatchEvent(new Event("keyup")));
  new MutationObserver(() => {
    const said = shown.querySelector("li:first-child [data-said]")?.dataset.said;
    const status = shown.firstElementChild;
    if (said && status.textContent !== said) status.textContent = said;
  }).observe(shown.lastElementChild, { childList: true });
}

prepare();
}
