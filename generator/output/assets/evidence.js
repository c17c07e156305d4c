/* The card of a statement's evidence: beside the text where there is room, else at the foot of the screen. The build writes WORDS. */
"use strict";
{
const OPENERS = ".evidence, .note-refs";
const ROOM = 240; // px, the least that a card beside the text needs
const HEADER = 60; // px, what the theme's header covers
const GAP = 12; // px
const STYLE = "citation-style";
const card = make("div", "", { className: "evidence-card", id: "evidence", tabIndex: -1 });
card.setAttribute("role", "dialog");
const status = make("p", "", { className: "evidence-status" });
status.setAttribute("role", "status");
let opener, isPinned, waiting;

/** Text from pages is only ever set as text. */
function make(tag, textContent, rest) {
  return Object.assign(document.createElement(tag), { textContent, ...rest });
}

function statementOf(mark) {
  return mark.closest(".statement");
}

/** The numbers that a mark stands for: those of its statement, else those just before it, or it is the numbers. */
function numbersOf(mark) {
  return mark.matches(".note-refs") ? mark : statementOf(mark) ?? mark.previousElementSibling;
}

function notesOf(mark) {
  const within = numbersOf(mark) ?? mark;
  const names = [...within.querySelectorAll(".note-ref")].map((each) => each.hash.slice(1));
  return [...new Set(names)].map((name) => document.getElementById(name)).filter(Boolean);
}

/** A passage: whose words they are, which of them are cited, and the way to them. */
function passage(note) {
  const source = note.querySelector(".note-source");
  const heading = make("p", "", { className: "evidence-source" });
  heading.append(make("a", source.textContent, { href: source.href }));
  const lines = [...note.querySelectorAll(".note-line")].map((line) => {
    const copy = line.cloneNode(true);
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    return copy;
  });
  const box = make("li");
  box.append(heading, ...lines);
  return box;
}

/** What has the focus, and says whether the card is open: of numbers the first. */
function stopOf(mark) {
  return mark.matches(".note-refs") ? mark.firstElementChild : mark;
}

function button(label, act) {
  const made = make("button", label, { type: "button" });
  made.addEventListener("click", act);
  return made;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", text);
    card.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  status.textContent = WORDS.copied;
}

function addressOf(statement) {
  return `${document.querySelector("[rel=canonical]")?.href ?? location.href.split("#")[0]}#${statement.id}`;
}

/** The words of a statement without its marks. */
function wordsOf(statement) {
  const words = statement.cloneNode(true);
  for (const mark of words.querySelectorAll(OPENERS + ", .aside")) mark.remove();
  return words.textContent.trim();
}

/** References to the page, by style. */
function references() {
  const lines = [...document.querySelectorAll(".cite-as p")].filter((line) => !line.querySelector("a"));
  return lines.map(({ firstChild, textContent }) => [firstChild.textContent, textContent.slice(firstChild.textContent.length).trim()]);
}

/** A statement within its page, in a style; the file that is linked under "cite" has each style's own form. */
function citation(statement, style) {
  const address = addressOf(statement);
  const [page] = address.split("#");
  const reference = new Map(references()).get(style).replace(page, "").trim();
  return `${wordsOf(statement)} ${WORDS.within.replace("{reference}", () => reference)} ${address}`;
}

function withPassages(statement, notes) {
  const told = notes.map((note) => {
    const lines = [...note.querySelectorAll(".note-line")].map((line) => line.textContent.trim());
    const source = note.querySelector(".note-source");
    return `- ${lines.join(" ")} ${source.textContent} ${source.href}`;
  });
  return [wordsOf(statement), addressOf(statement), ...told].join("\n");
}

/** What is chosen once is offered the next time; a browser may forbid to remember it. */
function remembered(value) {
  try {
    if (value) localStorage.setItem(STYLE, value);
    return localStorage.getItem(STYLE);
  } catch {
    return null;
  }
}

function styles() {
  const choice = make("select", "", { ariaLabel: WORDS.style });
  for (const [style] of references()) choice.append(make("option", style));
  choice.value = remembered() ?? choice.value;
  if (choice.selectedIndex < 0) choice.selectedIndex = 0;
  choice.addEventListener("change", () => remembered(choice.value));
  return choice;
}

/** Where to write that a statement is wrong, its words and address filled in where the place takes them. */
function reportTo(contact, statement) {
  const told = `${wordsOf(statement)}\n${addressOf(statement)}\n\n`;
  const [title, body] = [document.title, told].map(encodeURIComponent);
  if (contact.includes("@") && !contact.includes("/")) return `mailto:${contact}?subject=${title}&body=${body}`;
  return contact.endsWith("/issues/new") ? `${contact}?title=${title}&body=${body}` : contact;
}

function actions(statement, notes) {
  const row = make("div", "", { className: "evidence-actions" });
  row.append(button(WORDS.link, () => copy(addressOf(statement))));
  if (references().length) {
    const choice = styles();
    row.append(button(WORDS.cite, () => copy(citation(statement, choice.value))), choice);
  }
  if (notes.length) row.append(button(WORDS.passages, () => copy(withPassages(statement, notes))));
  const contact = document.querySelector("[data-contact]")?.dataset.contact;
  if (contact) row.append(make("a", WORDS.report, { href: reportTo(contact, statement) }));
  return row;
}

function fill(mark) {
  const statement = statementOf(mark);
  const pill = mark.matches(".evidence") ? mark : statement?.querySelector(".evidence");
  const notes = notesOf(mark);
  const title = WORDS.evidence.replace("{sources}", () => labelOf(pill ?? mark));
  const list = make("ol", "", { className: "evidence-passages" });
  list.append(...notes.map(passage));
  const reasons = [...(pill?.querySelectorAll(".aside") ?? [])].map((each) => make("p", each.textContent.trim().slice(1, -1)));
  card.setAttribute("aria-label", title);
  status.textContent = "";
  const head = make("div", "", { className: "evidence-head" });
  head.append(make("strong", title), button(WORDS.close, () => close(true)));
  card.replaceChildren(head, list, ...reasons, ...(statement ? [actions(statement, notes)] : []), status);
}

/** What a mark shows, without what is for the ear and for paper. */
function labelOf(mark) {
  const shown = mark.cloneNode(true);
  for (const aside of shown.querySelectorAll(".aside")) aside.remove();
  return shown.textContent.trim();
}

function place(mark) {
  const text = document.querySelector("article");
  const column = text.getBoundingClientRect();
  const room = document.documentElement.clientWidth - column.right;
  const isBeside = room >= ROOM;
  card.classList.toggle("beside", isBeside);
  card.style.cssText = "";
  if (isBeside) {
    card.style.left = `${column.right + 8 + scrollX}px`;
    card.style.width = `${Math.min(room - 20, 380)}px`;
    const { top } = (statementOf(mark) ?? mark).getBoundingClientRect();
    const lowest = innerHeight - card.offsetHeight - GAP; // so low it can begin and still be seen to its end
    card.style.top = `${Math.max(Math.min(top, lowest), HEADER) + scrollY}px`;
  } else if (isPinned) {
    const hidden = mark.getBoundingClientRect().bottom + GAP - (innerHeight - card.offsetHeight);
    if (hidden > 0) scrollBy(0, hidden);
  }
  cover();
}

/** Links under the card are none meanwhile: of half a link too little is left to hit, and nobody sees its focus. */
function cover() {
  const { top, bottom, left } = card.getBoundingClientRect();
  for (const link of document.querySelectorAll(".md-sidebar--secondary a")) {
    const at = link.getBoundingClientRect();
    link.inert = opener && at.top < bottom && at.bottom > top && at.right > left;
  }
}

function open(mark, pins) {
  clearTimeout(waiting);
  if (mark !== opener) {
    close();
    opener = mark;
    fill(mark);
    document.body.append(card);
    stopOf(mark).ariaExpanded = "true";
    statementOf(mark)?.classList.add("shown");
  }
  isPinned = pins;
  place(mark);
}

function close(returns) {
  clearTimeout(waiting);
  if (!opener) return;
  stopOf(opener).ariaExpanded = "false";
  statementOf(opener)?.classList.remove("shown");
  if (returns) stopOf(opener).focus({ preventScroll: true });
  opener = null;
  card.remove();
  cover();
}

function soon(act, after) {
  clearTimeout(waiting);
  waiting = setTimeout(act, after);
}

function on(name, listener) {
  document.addEventListener(name, (event) => listener(event, event.target.closest?.(OPENERS), card.contains(event.target)), true);
}

on("pointerover", ({ pointerType }, mark, isInside) => {
  if (pointerType !== "mouse" || isPinned && opener) return;
  if (isInside) clearTimeout(waiting);
  else if (mark && document.documentElement.clientWidth >= 960) soon(() => open(mark, false), 120);
  else if (opener) soon(close, 300);
  else clearTimeout(waiting);
});
on("click", (event, mark, isInside) => {
  if (isInside) return;
  if (!mark || event.ctrlKey || event.metaKey) return close();
  event.preventDefault();
  event.stopPropagation();
  if (mark === opener && isPinned) close();
  else {
    open(mark, true);
    if (event.detail === 0) card.focus({ preventScroll: true }); // by keyboard
  }
});
on("keydown", (event, mark, isInside) => {
  if (event.key === "Escape" && opener) close(isInside || mark === opener);
  if (mark?.matches(".evidence") && ["Enter", " "].includes(event.key)) {
    event.preventDefault();
    mark.click();
  }
  if (event.key !== "Tab" || !isInside) return;
  const stops = [...card.querySelectorAll("a, button, select")];
  const isFirst = document.activeElement === card || document.activeElement === stops[0];
  if (event.shiftKey ? !isFirst : document.activeElement !== stops.at(-1)) return;
  stopOf(opener).focus({ preventScroll: true }); // the browser goes on from there
  if (event.shiftKey) event.preventDefault();
});
addEventListener("resize", () => opener && place(opener));
addEventListener("scroll", cover);

/** A box that shows its whole table is no stop: it is one to be scrolled by keys. */
const boxes = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    const box = target.closest(".table-box");
    box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
  }
});

/** Marks are text without scripts. Numbers give way to a mark of evidence; of others the first is a stop. */
function equip() {
  close();
  for (const number of document.querySelectorAll(".note-ref")) {
    number.tabIndex = number.previousElementSibling ? -1 : 0;
    const source = document.getElementById(number.hash.slice(1))?.querySelector(".note-source");
    if (source && !number.dataset.named) number.ariaLabel += `: ${(number.dataset.named = source.textContent)}`;
  }
  for (const link of document.querySelectorAll(".moment-kind > .side")) link.tabIndex = -1; // told elsewhere too
  boxes.disconnect();
  for (const either of document.querySelectorAll(".table-box, .table-box > table")) boxes.observe(either);
  for (const mark of document.querySelectorAll(".evidence")) {
    Object.assign(mark, { tabIndex: 0, role: "button", ariaExpanded: "false", ariaHasPopup: "dialog" });
    if (mark.dataset.about) mark.ariaLabel = mark.dataset.about;
  }
}

/** What is folded opens where an address leads into it, and on paper; that of sources and notes is closed by us. */
function fold() {
  const blocks = [...document.querySelectorAll(".apparatus, .fold")];
  const reveal = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const next = place?.nextElementSibling;
    const block = place?.closest(".apparatus, .fold") ?? (next?.matches(".fold") ? next : null);
    if (!block || block.open) return;
    block.open = true;
    place.scrollIntoView();
  };
  for (const each of blocks) if (each.matches(".apparatus")) each.open = false;
  reveal();
  addEventListener("hashchange", reveal);
  let closed;
  addEventListener("beforeprint", () => {
    closed = blocks.filter((each) => !each.open);
    for (const each of closed) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of closed) each.open = false; });
}

function begin() {
  equip();
  fold();
}

window.document$?.subscribe(begin) ?? begin();
}
