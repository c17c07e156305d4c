/* Previews of notes, terms and other marks, on hover, keyboard focus and tap. Pages are complete without them. */
(function () {
"use strict";
const BUTTONS = ".support, .has-aside";
const MARKS = "a.note-ref, a.term[data-about], " + BUTTONS;
const GAP = 6;
const box = element("div", "", "preview");
let shownFor, closing, pointer;
box.id = "preview";
box.role = "tooltip";

/** Text from pages is only ever set as text. */
function element(tag, text, className = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

function link(from, text) {
  const paragraph = element("p", "");
  // The mark itself is the way for the keyboard.
  paragraph.append(Object.assign(element("a", text), { href: from.href, tabIndex: -1 }));
  return paragraph;
}

function contentFor(mark) {
  if (mark.matches(".note-ref")) {
    const [words, source] = document.querySelectorAll(mark.hash + " :is(.note-words, .note-source)");
    return source && [element("p", words.textContent, "preview-words"), link(source, source.textContent)];
  }
  if (mark.matches(".term")) return [element("p", mark.dataset.about), link(mark, "More on " + mark.textContent)];
  if (mark.matches(".support")) return [element("p", mark.dataset.about)];
  const about = mark.matches(".own") ? "The editor’s own: " : "Basis of the date: ";
  return [element("p", about + mark.querySelector(".aside").textContent.trim().slice(1, -1))];
}

function place(mark) {
  const at = mark.getClientRects()[0];
  const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - GAP));
  const height = box.offsetHeight + GAP;
  const isBelow = at.bottom + GAP + height <= window.innerHeight || at.top < height;
  box.style.left = left + window.scrollX + "px";
  box.style.top = (isBelow ? at.bottom + GAP : at.top - height) + window.scrollY + "px";
}

function show(mark) {
  clearTimeout(closing);
  const content = mark !== shownFor && contentFor(mark);
  if (!content) return;
  hide();
  box.replaceChildren(...content);
  document.querySelector("main").append(box);
  place(mark);
  mark.setAttribute("aria-describedby", box.id);
  shownFor = mark;
}

function hide() {
  clearTimeout(closing);
  if (shownFor) shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  box.remove();
}

function hideSoon() {
  clearTimeout(closing);
  closing = setTimeout(hide, 250); // time for the pointer to reach the box
}

function markOf({ target }) {
  return target.closest && target.closest(MARKS);
}

function listen(name, listener) {
  document.addEventListener(name, listener, name === "click");
}

listen("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = markOf(event);
  if (mark) show(mark);
  else if (box.contains(event.target)) clearTimeout(closing);
  else if (shownFor && shownFor !== document.activeElement) hideSoon();
});
listen("pointerdown", (event) => {
  pointer = event.pointerType;
  if (!markOf(event) && !box.contains(event.target)) hide();
});
listen("focusin", (event) => {
  const mark = markOf(event);
  if (mark && mark.matches(":focus-visible")) show(mark);
  else if (!mark && !box.contains(event.target)) hide();
});
listen("focusout", ({ target }) => target === shownFor && hideSoon());
// Before the theme's own listener: a tap shows the preview, whose link leads on.
listen("click", (event) => {
  const mark = markOf(event);
  const isTap = pointer === "touch" && event.detail > 0;
  if (!mark && box.contains(event.target)) setTimeout(hide);
  if (!mark || (mark.href && !isTap)) return;
  event.preventDefault();
  event.stopPropagation();
  if (mark === shownFor && isTap) hide();
  else show(mark);
});
listen("keydown", (event) => {
  if (event.key === "Escape") hide();
  if (!event.target.matches(BUTTONS) || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  show(event.target);
});

// A quotation that shares words with another stands in several pieces: mark them all.
function markFound() {
  const name = location.hash.slice(1);
  for (const piece of document.querySelectorAll(".quoted-here"))
    piece.classList.toggle("found", piece.dataset.quotations.split(" ").includes(name));
}

/** For whoever followed a note to the words that prove it: the way back to the very line. */
function addWayBack() {
  const found = document.querySelector(".found");
  if (!found || !document.referrer.startsWith(location.origin) || document.querySelector(".way-back")) return;
  const paragraph = element("p", "", "used-in way-back");
  const back = Object.assign(element("a", "Back to where you were"), { href: document.referrer });
  const arrived = history.length;
  back.addEventListener("click", (event) => {
    event.preventDefault();
    history.go(arrived - history.length - 1);
  });
  paragraph.append(back);
  found.closest(".source-text").after(paragraph);
}

/** Marks that are no links become reachable for the keyboard. */
function prepare() {
  hide();
  for (const mark of document.querySelectorAll(BUTTONS)) Object.assign(mark, { tabIndex: 0, role: "button" });
  markFound();
  addWayBack();
}

window.addEventListener("hashchange", markFound);
if (window.document$) window.document$.subscribe(prepare);
else prepare();
})();
