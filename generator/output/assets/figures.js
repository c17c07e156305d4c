/* Sorts the table of figures within each unit, and copies its file. The build writes WORDS. */
"use strict";
{
function make(tag, textContent, rest) {
  return Object.assign(document.createElement(tag), { textContent, ...rest });
}

/** By what a cell is sorted: what the build says, else its words. */
function keyOf({ cells }, at) {
  return cells[at].dataset.sort ?? cells[at].textContent.trim();
}

/** Numbers as numbers, words as the page's language has them, days by themselves; what has none comes last. */
function order(one, other, sign) {
  if (!one || !other) return !one - !other;
  const apart = one - other;
  return sign * (isNaN(apart) ? one.localeCompare(other, document.documentElement.lang) : apart);
}

function sort(table, at, status) {
  const headers = [...table.tHead.rows[0].cells];
  const falls = headers[at].ariaSort === "ascending";
  for (const header of headers) header.ariaSort = "none";
  headers[at].ariaSort = falls ? "descending" : "ascending";
  for (const body of table.tBodies) {
    const rows = [...body.rows].slice(1).map((row) => [row, keyOf(row, at)]);
    rows.sort(([, one], [, other]) => order(one, other, falls ? -1 : 1));
    body.append(...rows.map(([row]) => row));
  }
  const told = falls ? WORDS.descending : WORDS.ascending;
  status.textContent = told.replace("{column}", () => headers[at].textContent.trim());
}

/** Copies what the file holds; the page has it too, since from a disk no file can be asked for. */
async function copy(figure, status) {
  try {
    await navigator.clipboard.writeText(figure.querySelector(".spreadsheet").textContent.trimStart());
    status.textContent = WORDS.copied;
  } catch {
    status.textContent = WORDS.failed;
  }
}

function equip() {
  for (const figure of document.querySelectorAll(".comparison")) {
    const table = figure.querySelector("table"), link = figure.querySelector(".csv");
    const status = make("output"), button = make("button", WORDS.copy, { type: "button" });
    button.addEventListener("click", () => copy(figure, status));
    link.before(button, " ");
    link.after(" ", status);
    for (const [at, header] of [...table.tHead.rows[0].cells].entries()) {
      const sorts = make("button", "", { type: "button" });
      sorts.append(...header.childNodes);
      header.append(sorts);
      header.ariaSort = "none";
      sorts.addEventListener("click", () => sort(table, at, status));
    }
  }
}

window.document$?.subscribe(equip) ?? equip();
}
