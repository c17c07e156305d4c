/* The menu: what the theme's has no words and no roles for. */
"use strict";
{
const ARROW = ".md-nav__container > label > .md-nav__icon";

/** On a phone it opens at its groups, wherever the page stands among them. */
function unfold() {
  for (const level of document.querySelectorAll(".md-nav--primary .md-nav__toggle:checked")) level.checked = false;
}

/** What folds a part of the menu is an arrow: it is called as the part, and tells whether that is open. */
function name() {
  for (const arrow of document.querySelectorAll(ARROW)) {
    const label = arrow.parentElement;
    Object.assign(arrow, { role: "button", tabIndex: 0, ariaLabel: label.previousElementSibling.textContent.trim() });
    arrow.ariaExpanded = String(label.control.checked);
  }
}

document.addEventListener("change", ({ target }) => {
  if (target.id === "__drawer" && target.checked) unfold();
  if (target.matches(".md-toggle")) name();
});
document.addEventListener("keydown", (event) => {
  if (![" ", "Enter"].includes(event.key) || !event.target.matches?.(ARROW)) return;
  event.preventDefault();
  event.target.click();
});
window.document$?.subscribe(name) ?? name();
}
