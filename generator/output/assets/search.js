/* The theme's search, with mended spelling and our order: docs/decisions/0010-search-and-find.md; the build writes WORDS. */
"use strict";
{
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const address = self.document ? document.currentScript.src : location.href;
const theme = new URL(new URL(address).searchParams.get("theme"), address);
const send = self.postMessage.bind(self);
const load = self.importScripts.bind(self);
const entries = new Map();
const words = new Map(); // how many entries hold each
const joined = new Map(); // words with hyphens or accents, by their form without
const titled = new Set();
let separator, asked, phrase;
let held, sought, began, isReady;

function split(text) {
  const plain = text.replace(/<[^>]*>/g, " ").replace(/%/g, ` ${WORDS.percent} `);
  return plain.toLowerCase().split(separator).filter(Boolean);
}

function setUp({ config, docs }) {
  separator = new RegExp(config.separator);
  for (const { location, title, text, boost = 1 } of docs) {
    const parts = [title, text, text.split("</p>")[0]].map(split);
    const [own, below, first] = parts.map((part) => " " + part.join(" ") + " ");
    const page = entries.get(location.split("#")[0]);
    if (page) page.all += own + below;
    for (const word of parts[0]) titled.add(word);
    entries.set(location, { title: parts[0], own, below, above: page?.own ?? first, all: below, isPage: !page, length: parts[1].length, boost });
    for (const word of new Set(parts.flat())) {
      words.set(word, (words.get(word) || 0) + 1);
      joined.set(word.normalize("NFD").replace(/\p{M}/gu, ""), [word]);
    }
    for (const [term] of (title + " " + text).matchAll(/[\p{L}\d]+-[\p{L}\d]+/gu))
      joined.set(term.replace("-", "").toLowerCase(), split(term));
  }
}

/** Whether a letter more, less, other or exchanged makes them one. */
function isNear(...pair) {
  const [first, second] = pair.map((word) => word.replace(/(.)\1/g, "$1"));
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  const [a, b] = [first.slice(at), second.slice(at)];
  const exchanged = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return exchanged || [a.slice(1), a].includes(b.slice(1)) || a.slice(1) === b;
}

/** The likeliest word that a word may be a slip of. */
function likely(word, from) {
  const near = word.length < 4 || /\d/.test(word) ? [] : [...from].filter((each) => isNear(each, word));
  return near.sort((a, b) => words.get(b) - words.get(a)).slice(0, 1);
}

function mended(word) {
  const known = [...words.keys()];
  if (known.some((each) => each.startsWith(word))) return [word];
  const [best = word] = likely(word, known);
  return joined.get(word) || [best];
}

function query(text) {
  const whole = text.replace(/(\p{L}+)-(\p{L}+)/gu, (term, a, b) => (words.has((a + b).toLowerCase()) ? a + b : term));
  asked = split(whole).flatMap(mended);
  phrase = " " + asked.join(" ");
  // What only a source writes so may be its slip in a name.
  asked.push(...asked.flatMap((word) => (words.get(word) < 3 ? likely(word, titled) : [])));
  return [...asked, ...whole.matchAll(/\S+%/g)].join(" ");
}

function met(word, text) {
  return text.includes(" " + word + " ") ? 1 : text.includes(" " + word) ? 0.7 : 0;
}

function score({ title, own, below, above, all, isPage, length, boost }) {
  const isSaid = (own + below).includes(phrase);
  const dense = isSaid ? 1 : 0.4 + 0.6 / (1 + length / 200);
  const isTitled = asked.some((word) => met(word, own));
  let sum = 0, most = 0;
  for (const word of asked) {
    const rare = Math.log(1 + entries.size / (words.get(word) || 1));
    const said = Math.max(dense * met(word, below), isPage && isTitled ? met(word, all) : 0);
    sum += rare * Math.max(3 * met(word, own), 2 * met(word, above), said);
    most += 3 * rare;
  }
  const fit = title.filter((word) => asked.some((each) => word.startsWith(each))).length / (title.length || 1);
  return 100 * (sum / most) ** 2 * (1 + fit) * (isSaid ? 1 + (phrase.split(" ").length - 2) ** 2 / 4 : 1) * (isPage ? 1.6 : 1) * boost ** 0.5;
}

function ranked(found) {
  for (const group of found.items) {
    for (const item of group) {
      const entry = entries.get(item.location);
      item.score = score(entry);
      item.terms = Object.fromEntries(asked.map((word) => [word, met(word, entry.own + entry.below) > 0]));
      if (!entry.isPage) delete item.tags;
    }
    group.sort((a, b) => b.score - a.score);
  }
  found.items.sort(([a], [b]) => b.score - a.score);
  return found;
}

/** Fetches the theme's search and what there is to find. */
async function begin() {
  if (!held.docs.length) importScripts(new URL("../search/documents.js", address));
  await importScripts(theme);
  setUp(Object.assign(held, self.searched));
  tell(SETUP, held);
}

function tell(type, data) {
  dispatchEvent(new MessageEvent("message", { data: { type, data } }));
}

/** The theme names what a language needs by its place beside its own script. */
self.importScripts = (...names) => load(...names.map((name) => new URL(name, theme)));

addEventListener("message", ({ data: message }) => {
  const { type, data } = message;
  if (type === QUERY && isReady) message.data = query(data);
  else if (type === QUERY) {
    sought = data;
    if (data) began ??= begin().catch(() => (began = null));
    else send({ type: RESULT, data: { items: [] } });
  } else if (!held) {
    held = data;
    send({ type: READY });
  }
});
self.postMessage = ({ type, data }) => {
  if (type === RESULT) send({ type, data: ranked(data) });
  else {
    isReady = true;
    tell(QUERY, sought);
  }
};
}
