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

function prepare() {
  const form = document.querySelector(".filter");
  if (!form) return;
  const article = form.parentNode;
  const together = groups(article).filter(({ items }) => items.length);
  const fields = [...form.querySelectorAll("[name]")];
  const words = fields.at(-1);

  // An item has the words of captions and headings above it too.
  const texts = new Map([...article.querySelectorAll(ITEMS)].map((item) => [item, item.textContent]));
  for (const { nodes, items } of together) {
    const above = nodes[1] ? nodes[0] : nodes[0].querySelector("figcaption");
    for (const item of items) texts.set(item, texts.get(item) + " " + (above?.textContent ?? ""));
  }

  function isShown([item, text]) {
    const facets = item.dataset.facets.split(" ");
    const said = words.value.toLowerCase().split(/\s+/);
    const meets = ({ name, value }) => !value || facets.includes(name + ":" + value);
    return fields.slice(0, -1).every(meets) && said.every((word) => text.toLowerCase().includes(word));
  }

  function apply() {
    const shown = new Map([...texts].filter(isShown));
    for (const item of texts.keys()) item.hidden = !shown.has(item);
    const empty = together.filter(({ items }) => !items.some((item) => shown.has(item)));
    for (const node of article.children) node.hidden = empty.some(({ nodes }) => nodes.includes(node));
    const said = WORDS.shown.replace("{shown}", shown.size).replace("{all}", texts.size);
    const isAsked = fields.some(({ value }) => value);
    form.querySelector("output").textContent = isAsked ? said : "";
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
