/* Filters the items of a page by their facets and by words, and keeps the address in step with the choice.
   Pages are complete without it: items carry `data-facets`, and `data-choices` lists what there is to choose. */
(function () {
  "use strict";

  function element(tag, parent, text) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  }

  /** A heading's rank: what stands below it ends where one of the same rank begins. */
  function rank(node) {
    return /^H[2-6]$/.test(node.tagName) ? +node.tagName[1] : node.className.includes("-heading") ? 7 : 0;
  }

  /** What comes and goes together: each list, and each heading with all that stands below it. */
  function groups(article, items) {
    const found = [...article.querySelectorAll("figure, ol, ul")].map((node) => [node]);
    let open = [];
    for (const node of article.children) {
      const own = rank(node);
      if (own) {
        open = open.filter((group) => rank(group[0]) < own);
        open.push([]);
        found.push(open[open.length - 1]);
      }
      for (const group of open) group.push(node);
    }
    return found
      .map((nodes) => ({ nodes, inside: items.filter((item) => nodes.some((node) => node.contains(item))) }))
      .filter((group) => group.inside.length);
  }

  /** The words of an item, with those of the caption and of the headings that it stands below. */
  function words(item, together) {
    const above = together.filter((group) => group.inside.includes(item)).map(({ nodes: [first] }) => {
      if (rank(first) > 2) return first.textContent;
      const caption = first.querySelector("figcaption");
      return caption ? caption.textContent : "";
    });
    return [item.textContent, ...above].join(" ").toLowerCase();
  }

  function prepare() {
    const article = document.querySelector("article.md-content__inner");
    const items = article ? [...article.querySelectorAll("[data-facets]")] : [];
    if (items.length < 2 || article.querySelector(".filter")) return;
    const together = groups(article, items);
    const texts = new Map(items.map((item) => [item, words(item, together)]));
    const form = document.createElement("form");
    form.className = "filter";
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter this page");
    const fields = new Map();

    function field(name, tag) {
      const label = element("label", form, name[0].toUpperCase() + name.slice(1) + " ");
      const made = element(tag, label);
      made.name = name;
      fields.set(name, made);
      return made;
    }

    const choices = [...article.querySelectorAll("[data-choices]")].flatMap((list) => JSON.parse(list.dataset.choices));
    for (const [token, label] of new Map(choices)) {
      const name = token.split(":")[0];
      const select = fields.get(name) || field(name, "select");
      if (!select.length) select.add(new Option("any", ""));
      select.add(new Option(label, token));
    }
    field("words", "input").type = "search";
    const clear = element("button", form, "Clear");
    clear.type = "reset";
    const told = element("output", form);

    function apply() {
      const wanted = [...fields.values()].map((each) => each.value.trim()).filter(Boolean);
      const said = fields.get("words").value.toLowerCase().split(/\s+/).filter(Boolean);
      const shown = new Set(
        items.filter((item) => {
          const facets = item.dataset.facets.split(" ");
          const chosen = [...fields].every(([name, { value }]) => name === "words" || !value || facets.includes(value));
          return chosen && said.every((word) => texts.get(item).includes(word));
        })
      );
      const gone = new Set(items.filter((item) => !shown.has(item)));
      for (const { nodes, inside } of together)
        if (!inside.some((item) => shown.has(item))) for (const node of nodes) gone.add(node);
      for (const node of [...items, ...together.flatMap((group) => group.nodes)]) node.hidden = gone.has(node);
      for (const node of article.querySelectorAll("[data-choices]")) node.hidden = true;
      told.textContent = wanted.length ? shown.size + " of " + items.length + " shown" : "";
      clear.hidden = !wanted.length;
    }

    function tell() {
      const address = new URL(location);
      for (const [name, { value }] of fields)
        if (value.trim()) address.searchParams.set(name, value.slice(value.indexOf(":") + 1).trim());
        else address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    }

    function restore() {
      const asked = new URL(location).searchParams;
      for (const [name, each] of fields) {
        const value = asked.get(name) || "";
        each.value = name === "words" || !value ? value : name + ":" + value;
        if (each.selectedIndex < 0) each.selectedIndex = 0;
      }
      apply();
    }

    form.addEventListener("input", () => (apply(), tell()));
    form.addEventListener("reset", () => setTimeout(() => (apply(), tell())));
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("popstate", restore);
    restore();
    [...article.children].find((node) => together.some((group) => group.nodes.includes(node))).before(form);
  }

  if (window.document$) window.document$.subscribe(prepare);
  else prepare();
})();
