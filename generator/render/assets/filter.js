/* Filters the items of a page by their facets and by words, and keeps the address in step with the choice.
   Pages are complete without it: items carry `data-facets`, and `data-choices` lists what there is to choose. */
(function () {
"use strict";

function element(parent, tag, text = "") {
  parent.append(Object.assign(document.createElement(tag), { textContent: text }));
  return parent.lastChild;
}

/** A heading's rank: what stands below it ends where one of the same rank begins. */
function rank({ tagName }) {
  return /^H[2-6]$/.test(tagName) && tagName[1];
}

/** What comes and goes together: each list, and each heading with all that stands below it. */
function groups(article, items) {
  const found = [...article.querySelectorAll("figure, ol, ul")].map((node) => [node]);
  let open = [];
  for (const node of article.children) {
    if (rank(node)) {
      open = open.filter(([heading]) => rank(heading) < rank(node));
      open.push([]);
      found.push(open.at(-1));
    }
    for (const group of open) group.push(node);
  }
  const inside = (nodes) => items.filter((item) => nodes.some((node) => node.contains(item)));
  return found.map((nodes) => ({ nodes, inside: inside(nodes) })).filter((group) => group.inside.length);
}

function prepare() {
  const article = document.querySelector("article.md-content__inner");
  const lists = [...article.querySelectorAll("[data-choices]")];
  const items = [...article.querySelectorAll("[data-facets]")];
  if (items.length < 2 || article.querySelector(".filter")) return;
  const together = groups(article, items);
  const fields = new Map();
  const form = document.createElement("form");
  form.className = "filter";
  form.role = "search";
  form.ariaLabel = "Filter this page";

  function field(name, tag) {
    const made = element(element(form, "label", name[0].toUpperCase() + name.slice(1)), tag);
    made.name = name;
    fields.set(name, made);
    return made;
  }

  for (const [token, label] of new Map(lists.flatMap((list) => JSON.parse(list.dataset.choices)))) {
    const name = token.split(":")[0];
    const select = fields.get(name) || field(name, "select");
    if (!select.length) select.add(new Option("any", ""));
    select.add(new Option(label, token));
  }
  const words = field("words", "input");
  words.type = "search";
  const clear = element(form, "button", "Clear");
  clear.type = "reset";
  const told = element(form, "output");

  /** The words of an item, with those of the caption and of the headings that it stands below. */
  const texts = new Map(
    items.map((item) => {
      const above = together.filter((group) => group.inside.includes(item)).map(({ nodes: [first] }) => {
        return rank(first) > 2 ? first : first.querySelector("figcaption");
      });
      return [item, [item, ...above].map((node) => (node ? node.textContent : "")).join(" ").toLowerCase()];
    })
  );

  function isShown(item) {
    const facets = item.dataset.facets.split(" ");
    const said = words.value.toLowerCase().split(/\s+/);
    const chosen = [...fields.values()].every((each) => each === words || !each.value || facets.includes(each.value));
    return chosen && said.every((word) => texts.get(item).includes(word));
  }

  function apply() {
    const shown = items.filter(isShown);
    for (const { nodes } of together) for (const node of nodes) node.hidden = lists.includes(node);
    for (const { nodes, inside } of together)
      if (!inside.some((item) => shown.includes(item))) for (const node of nodes) node.hidden = true;
    for (const item of items) item.hidden = !shown.includes(item);
    const isAsked = [...fields.values()].some((each) => each.value);
    told.textContent = isAsked ? `${shown.length} of ${items.length} shown` : "";
    clear.hidden = !isAsked;
  }

  function changed() {
    const address = new URL(location);
    for (const [name, { value }] of fields)
      if (value) address.searchParams.set(name, value.replace(name + ":", ""));
      else address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
    apply();
  }

  function restore() {
    for (const [name, value] of new URL(location).searchParams) {
      const each = fields.get(name);
      if (each) each.value = each === words ? value : `${name}:${value}`;
      if (each && each.selectedIndex < 0) each.selectedIndex = 0;
    }
    apply();
  }

  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", restore);
  restore();
  [...article.children].find((node) => together.some(({ nodes }) => nodes.includes(node))).before(form);
}

if (window.document$) window.document$.subscribe(prepare);
else prepare();
})();
