/* The menu of a phone opens at its groups, wherever the page stands among them. */
"use strict";
document.addEventListener("change", ({ target }) => {
  if (target.id !== "__drawer" || !target.checked) return;
  for (const level of document.querySelectorAll(".md-nav--primary .md-nav__toggle:checked")) level.checked = false;
});
