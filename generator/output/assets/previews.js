/* Previews of terms and dates on hover, keyboard focus and tap. The build writes WORDS. */
"use strict";
{
const BUTTONS = ".has-aside";
const TOLD = ".term[data-about]"; // the first link to a term alone
const MARKS = ".term, " + BUTTONS;
const GAP = 6;
const box = element("div", "", { className: "preview", id: "preview", role: "tooltip" });
let shownFor, closing, pointer;

/** Text from pages is only ever set as text. */
function element(tag, textContent, rest) {
  return Object.assign(document.createElement(tag), { textContent, ...rest });
}

/** No tab stop: the keyboard follows marks, or enters the previews of buttons. */
function link(textContent, href) {
  const paragraph = element("p");
  paragraph.append(element("a", textContent, { href, tabIndex: -1 }));
  return paragraph;
}

function about(mark) {
  if (mark.matches(BUTTONS)) return mark.querySelector(".aside").textContent.trim().slice(1, -1);
  return (mark.matches(TOLD) ? mark : [...document.querySelectorAll(TOLD)].find(({ href }) => href === mark.href))?.dataset.about;
}

function contentFor(mark) {
  const said = about(mark);
  return [element("p", said), ...(mark.href ? [link(WORDS.more.replace("{term}", () => mark.textContent), mark)] : [])];
}

function place(mark) {
  const at = mark.getClientRects()[0];
  const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - GAP));
  const height = box.offsetHeight + GAP;
  const isBelow = at.bottom + GAP + height <= innerHeight || at.top < height;
  box.style.left = left + scrollX + "px";
  box.style.top = (isBelow ? at.bottom + GAP : at.top - height) + scrollY + "px";
}

function show(mark) {
  clearTimeout(closing);
  if (mark === shownFor) return;
  hide();
  box.replaceChildren(...contentFor(mark));
  document.querySelector("main").append(box);
  place(mark);
  mark.setAttribute("aria-describedby", box.id);
  shownFor = mark;
}

function hide() {
  clearTimeout(closing);
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  box.remove();
}

function hideSoon() {
  clearTimeout(closing);
  closing = setTimeout(hide, 250); // time for the pointer to reach the box
}

function listen(name, listener) {
  // Before the theme's own: a tap shows first, the link leads on.
  document.addEventListener(name, (event) => {
    const mark = event.target.closest?.(MARKS);
    listener(event, mark && about(mark) ? mark : null, box.contains(event.target));
  }, true);
}

listen("pointerover", ({ pointerType }, mark, isInside) => {
  if (pointerType === "touch") return;
  if (mark) show(mark);
  else if (isInside) clearTimeout(closing);
  else if (shownFor && shownFor !== document.activeElement) hideSoon();
});
listen("pointerdown", ({ pointerType }, mark, isInside) => {
  pointer = pointerType;
  if (!mark && !isInside) hide();
});
listen("focusin", (event, mark, isInside) => {
  if (isInside) clearTimeout(closing);
  else if (!mark) hide();
  else if (mark.matches(":focus-visible")) show(mark);
});
listen("focusout", ({ target }) => target === shownFor && hideSoon());
listen("click", (event, mark, isInside) => {
  const isTap = pointer === "touch" && event.detail > 0;
  if (isInside) setTimeout(hide);
  if (!mark || (mark.href && !isTap)) return;
  event.preventDefault();
  event.stopPropagation();
  if (mark === shownFor && isTap) hide();
  else show(mark);
});
listen("keydown", (event, mark, isInside) => {
  if (event.key === "Escape") {
    if (isInside) shownFor.focus();
    hide();
  }
  if (!mark || mark.href || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  show(mark);
  box.querySelector("a")?.focus();
});

/** A quotation may be in pieces that it shares with others. */
function markFound() {
  const name = location.hash.slice(1);
  for (const piece of document.querySelectorAll(".quoted-here"))
    piece.classList.toggle("found", piece.dataset.quotations.split(" ").includes(name));
}

/** From the words of a note: the way back. */
function addWayBack() {
  const found = document.querySelector(".found");
  if (!found || !document.referrer.startsWith(location.origin) || document.querySelector(".way-back")) return;
  const paragraph = link(WORDS.back, document.referrer);
  const arrived = history.length;
  paragraph.className = "used-in way-back";
  paragraph.firstChild.tabIndex = 0;
  paragraph.addEventListener("click", (event) => {
    event.preventDefault();
    history.go(arrived - history.length - 1);
  });
  found.closest(".source-text").after(paragraph);
}

function prepare() {
  hide();
  for (const mark of document.querySelectorAll(BUTTONS)) Object.assign(mark, { tabIndex: 0, role: "button" });
  markFound();
  addWayBack();
}

// The theme takes each such link for the site in another language, and would ask for a sitemap beside it.
addEventListener("DOMContentLoaded", () => {
  for (const feed of document.querySelectorAll("[rel=alternate][type]")) {
    feed.rel = "";
    setTimeout(() => (feed.rel = "alternate"));
  }
}, true);

addEventListener("hashchange", markFound);
window.document$?.subscribe(prepare) ?? prepare();
}
