/* Previews of notes, terms, editor's marks, sources that support a statement, and date bases: on hover, on keyboard focus, on tap.
   Pages are complete without them. Text from pages is only ever set as text. */
(function () {
  "use strict";
  const MARKS = "a.note-ref, a.term[data-about], .support, .has-aside";
  const BUTTONS = ".support, .has-aside";
  const GAP = 6;
  let box = null;
  let shownFor = null;
  let closing = 0;
  let lastPointer = "mouse";

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function link(from, text) {
    const paragraph = element("p");
    const made = element("a", "", text);
    made.href = from.href;
    made.tabIndex = -1; // the mark itself is the way for the keyboard
    paragraph.append(made);
    return paragraph;
  }

  function contentFor(mark) {
    if (mark.matches("a.note-ref")) {
      const note = document.getElementById(mark.hash.slice(1));
      const words = note && note.querySelector(".note-words");
      const source = note && note.querySelector(".note-source");
      if (!words || !source) return null;
      return [element("p", "preview-words", words.textContent), link(source, source.textContent)];
    }
    if (mark.matches("a.term")) {
      return [element("p", "", mark.dataset.about), link(mark, "More on " + mark.textContent)];
    }
    if (mark.matches(".support")) return [element("p", "", mark.dataset.about)];
    const aside = mark.querySelector(".aside");
    const text = aside ? aside.textContent.trim().replace(/^\((.*)\)$/s, "$1") : "";
    return [element("p", "", (mark.matches(".own") ? "The editor’s own: " : "Basis of the date: ") + text)];
  }

  function place(mark) {
    const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(GAP, Math.min(at.left, width - box.offsetWidth - GAP));
    const below = at.bottom + GAP;
    const fits = below + box.offsetHeight <= window.innerHeight || at.top < box.offsetHeight + GAP;
    const top = fits ? below : at.top - box.offsetHeight - GAP;
    box.style.left = left + window.scrollX + "px";
    box.style.top = top + window.scrollY + "px";
  }

  function show(mark) {
    clearTimeout(closing);
    if (mark === shownFor) return;
    const content = contentFor(mark);
    if (!content) return;
    hide();
    if (!box) {
      box = element("div", "preview");
      box.id = "preview";
      box.setAttribute("role", "tooltip");
    }
    document.body.append(box);
    box.replaceChildren(...content);
    box.hidden = false;
    place(mark);
    mark.setAttribute("aria-describedby", box.id);
    shownFor = mark;
  }

  function hide() {
    clearTimeout(closing);
    if (!shownFor) return;
    shownFor.removeAttribute("aria-describedby");
    shownFor = null;
    box.hidden = true;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 250); // time for the pointer to reach the box
  }

  function markOf(event) {
    return event.target instanceof Element ? event.target.closest(MARKS) : null;
  }

  function isInBox(event) {
    return box !== null && event.target instanceof Node && box.contains(event.target);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    const mark = markOf(event);
    if (mark) show(mark);
    else if (isInBox(event)) clearTimeout(closing);
    else if (shownFor && shownFor !== document.activeElement) hideSoon();
  });
  document.addEventListener("pointerdown", function (event) {
    lastPointer = event.pointerType;
    if (!markOf(event) && !isInBox(event)) hide();
  });
  document.addEventListener("focusin", function (event) {
    const mark = markOf(event);
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (!mark && !isInBox(event)) hide();
  });
  document.addEventListener("focusout", function (event) {
    if (event.target === shownFor) hideSoon();
  });
  // Before the theme's own listener: a tap shows the preview, whose link leads on.
  document.addEventListener(
    "click",
    function (event) {
      const mark = markOf(event);
      if (!mark) {
        if (isInBox(event)) setTimeout(hide);
        return;
      }
      if (lastPointer !== "touch" && mark.tagName === "A") return;
      if (lastPointer === "touch" && event.detail === 0) return; // from the keyboard after all
      event.preventDefault();
      event.stopPropagation();
      if (mark === shownFor && lastPointer === "touch") hide();
      else show(mark);
    },
    true
  );
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
    const isMark = event.target instanceof Element && event.target.matches(BUTTONS);
    if (isMark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      show(event.target);
    }
  });

  /** Marks that are no links become reachable for the keyboard. */
  function prepare() {
    hide();
    for (const mark of document.querySelectorAll(BUTTONS)) {
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
    }
    markFound();
  }

  // A quotation that shares words with another stands in several pieces: mark them all.
  function markFound() {
    const name = location.hash.slice(1);
    for (const piece of document.querySelectorAll(".quoted-here")) {
      piece.classList.toggle("found", name !== "" && piece.dataset.quotations.split(" ").includes(name));
    }
  }
  window.addEventListener("hashchange", markFound);

  if (window.document$) window.document$.subscribe(prepare);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepare);
  else prepare();
})();
