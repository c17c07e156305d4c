/* Filters the items of a page; the address keeps in step. The build writes WORDS. */
"use strict";
{
const ITEMS = "[data-facets]";

/** What comes and goes together: lists, and headings with all below them. */
function groups(article) {
  const found = [];
  let open = [];
  for (const node of article.children) {
    if (/^H[2-6]/.test(node.tagName)) {
      open = open.filter(([heading]) => heading.tagName < node.tagName);
      open.push([]);
      found.push(open.at(-1));
    } else if (node.querySelector(ITEMS)) found.push([node]);
    for (const group of open) group.push(node);
  }
  return found.map((nodes) => ({ nodes, items: nodes.flatMap((node) => [...node.querySelectorAll(ITEMS)]) }));
}

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a letter more, less, other or exchanged makes them one: as in search.js. */
function isNear(...pair) {
  const [first, second] = pair.map((word) => word.replace(/(.)\1/g, "$1"));
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const [a, b] = [first.slice(at), second.slice(at)];
  const exchanged = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return exchanged || [a.slice(1), a].includes(b.slice(1)) || a.slice(1) === b;
}

function prepare() {
  const form = document.querySelector(".filter");
  if (!form) return;
  const article = form.parentNode;
  const together = groups(article).filter(({ items }) => items.length);
  const fields = [...form.querySelectorAll("[name]")];
  const words = fields.at(-1);
  let said = [];

  // An item has the words of captions and headings above it too.
  const texts = new Map([...article.querySelectorAll(ITEMS)].map((item) => [item, plain(item.textContent)]));
  for (const { nodes, items } of together) {
    const above = nodes[1] ? nodes[0] : nodes[0].querySelector("figcaption");
    for (const item of items) texts.set(item, texts.get(item) + " " + plain(above?.textContent ?? ""));
  }

  function isShown([item, text]) {
    const facets = item.dataset.facets.split(" ");
    const meets = ({ name, value }) => !value || facets.includes(name + ":" + value);
    return fields.slice(0, -1).every(meets) && said.every((choices) => choices.some((word) => text.includes(word)));
  }

  /** A word, or those that it may be a slip of if no item has it. */
  function meant(word) {
    const all = [...texts.values()];
    if (word.length < 4 || all.some((text) => text.includes(word))) return [word];
    return [word, ...new Set(all.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((each) => isNear(each, word)))];
  }

  function apply() {
    said = plain(words.value).split(/\s+/).map(meant);
    const shown = new Map([...texts].filter(isShown));
    for (const item of texts.keys()) item.hidden = !shown.has(item);
    const empty = together.filter(({ items }) => !items.some((item) => shown.has(item)));
    for (const node of article.children) node.hidden = empty.some(({ nodes }) => nodes.includes(node));
    const told = WORDS.shown.replace("{shown}", shown.size).replace("{all}", texts.size);
    const isAsked = fields.some(({ value }) => value);
    if (isAsked) for (const each of article.querySelectorAll(".fold")) each.open = true;
    form.querySelector("output").textContent = isAsked ? told : "";
  }

  function changed() {
    const address = new URL(location);
    address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", address);
    apply();
  }

  function restore() {
    const asked = new URL(location).searchParams;
    for (const field of fields) {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    apply();
  }

  form.oninput = changed;
  form.onreset = () => setTimeout(changed);
  form.onsubmit = () => false;
  addEventListener("popstate", restore);
  if (location.search) restore();
}

window.document$?.subscribe(prepare) ?? prepare();
}
