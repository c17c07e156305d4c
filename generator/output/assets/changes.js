/* The switch that marks what the latest edition changed. The build writes WORDS. */
"use strict";
{
const KEPT = "shows-changes";

/** What is chosen once holds for every page; a browser may forbid to remember it. */
function remembered(value) {
  try {
    if (value) localStorage.setItem(KEPT, value);
    return localStorage.getItem(KEPT) === "yes";
  } catch {
    return value === "yes";
  }
}

const WHAT = { added: WORDS.added, changed: WORDS.changed };

/** A bar beside the text says that something is new; a word before the statement says what, to the ear too. */
function show(isOn) {
  for (const mark of document.querySelectorAll(".change-mark")) mark.remove();
  for (const statement of document.querySelectorAll("[data-change]")) {
    statement.parentElement.classList.toggle("has-change", isOn);
    if (!isOn) continue;
    const mark = document.createElement("span");
    mark.className = "change-mark";
    mark.textContent = `${WHAT[statement.dataset.change]} `;
    statement.before(mark);
  }
}

function begin() {
  const choice = document.querySelector(".changes-since [role]");
  if (!choice) return;
  choice.checked = remembered();
  choice.addEventListener("change", () => show(remembered(choice.checked ? "yes" : "no")));
  if (choice.checked) show(true);
}

window.document$?.subscribe(begin) ?? begin();
}
