/* Searches the index of `assets/search/` as the theme's worker would, and answers questions: docs/decisions/0037. */
"use strict";
{
const [BELOW, ABOVE, OWN, WITHIN, NAMED] = [1, 2, 4, 8, 3];
const LONGEST = 300, MOST_WORDS = 24, CANDIDATES = 60, MOST_GROUPS = 40, SNIPPET = 220, MEANT = 0.97;
const RUN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}";
const DROPPED = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u061c\u2060\ufeff]/g;
const TOKEN = new RegExp(`[${RUN}]+|\\d+(?:[.,]\\d+)+|(?:(?![${RUN}])[\\p{L}\\p{N}\u0900-\u0963\u0966-\u0dff])+|%`, "gu");
const JOINT = /^[-\u2010\u2011'’.&]$/;
const ARABIC = /^(?:[وفبكل]?ال|لل|[وفبكل])(?=[\u0620-\u064a]{3})/;
const SAME = { "ß": "ss", "ς": "σ", "ى": "ي", "ة": "ه", "ı": "i", "ø": "o", "ł": "l", "đ": "d" };

const address = self.document ? document.currentScript.src : location.href;
const parts = new Map();
const asked = new Map();
let start;

/* Words: the same rules as in text/searching.py. */

function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(DROPPED, "");
  return plain.replace(/[ßςىةıøłđ]/g, (letter) => SAME[letter]).normalize("NFC");
}

const isRun = (token) => new RegExp(`^[${RUN}]`, "u").test(token);

function cut(token) {
  if (!isRun(token)) return [token.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "").replace(/,/g, ".")];
  const letters = [...token];
  return letters.slice(0, Math.max(1, letters.length - 1)).map((letter, at) => letter + (letters[at + 1] ?? ""));
}

const wordsOf = (text) => (fold(text).match(TOKEN) ?? []).flatMap(cut);

/** The words of a query; pieces of one term know it as one word too. */
function typed(text, original = text) {
  const plain = fold(text);
  const found = [...plain.matchAll(TOKEN)].map((token) => ({ token: token[0], from: token.index, to: token.index + token[0].length }));
  const written = original.split(/[\s?!,;:()"“”„«»。？！，、]+/u).map((word) => [word, fold(word)]);
  const shown = (token) => written.find(([, folded]) => folded === token)?.[0] ?? token;
  const terms = [];
  for (const each of found) {
    const last = terms.at(-1);
    if (last && JOINT.test(plain.slice(last.to, each.from))) Object.assign(last, { to: each.to, pieces: [...last.pieces, each.token] });
    else terms.push({ ...each, pieces: [each.token] });
  }
  return terms.flatMap(({ pieces }) => {
    const whole = pieces.length > 1 ? pieces.join("") : null;
    return pieces.flatMap((token) => cut(token).map((word) => ({ word, token, whole, shown: shown(token) })));
  }).slice(0, MOST_WORDS);
}

/* The index comes in parts. */

self.searchPart = (name, part) => parts.set(name, part);

async function load(name) {
  if (!parts.has(name)) {
    const url = new URL(`search/${name}`, address);
    if (start) url.search = start.version;
    asked.set(name, asked.get(name) ?? importScripts(url.href));
    try {
      await asked.get(name);
    } catch (problem) {
      asked.delete(name);
      throw problem;
    }
  }
  return parts.get(name);
}

/** The number of the part that holds a key, of those that begin with `firsts`. */
const partOf = (key, firsts) => Math.max(0, firsts.findLastIndex((first) => first <= key));

async function among(kind, numbers) {
  const firsts = start[kind];
  const needed = [...new Set(numbers.map((number) => partOf(number, firsts)))];
  await Promise.all(needed.map((at) => load(`${kind}-${at}.js`)));
  return new Map(numbers.map((number) => {
    const at = partOf(number, firsts);
    return [number, parts.get(`${kind}-${at}.js`)[number - firsts[at]]];
  }));
}

/** The words of the index that begin so, each with its places. */
async function beginning(prefix) {
  const found = [];
  for (let at = partOf(prefix, start.words); at < start.words.length; at++) {
    if (start.words[at] > prefix && !start.words[at].startsWith(prefix)) break;
    const part = await load(`words-${at}.js`);
    for (const word in part) if (word.startsWith(prefix)) found.push([word, part[word]]);
  }
  return found;
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

/** The likeliest words that a word may be a slip of: those that most entries have. */
async function likely(word, isMeant = () => true) {
  if (word.length < 4 || /\d/.test(word) || isRun(word)) return [];
  const begins = new Set([word.slice(0, 2), word[1] + word[0], word[0] + word[2], word.slice(1, 3)]);
  const near = (await Promise.all([...begins].map(beginning))).flat().filter(([each, places]) => isNear(each, word) && isMeant(places));
  return near.sort(([, [a]], [, [b]]) => b - a).slice(0, 1);
}

/** The words of titles and names that differ from a word in its ending alone; those with most in common. */
async function inflected(word) {
  if (word.length < 4 || /\d/.test(word) || isRun(word)) return [];
  const stem = word.slice(0, Math.max(3, word.length - 2));
  const near = (await beginning(stem)).filter((each) => each[0].length < stem.length + 3 && isTitled(each[1]));
  const alike = ([form]) => [...form, ""].findIndex((letter, at) => letter !== word[at]);
  return near.sort((a, b) => alike(b) - alike(a) || a[0].length - b[0].length).slice(0, 1);
}

const isTitled = ([, entries]) => entries.some((how, at) => at % 2 && how & OWN);

/** A word of a query with the words of the index that it stands for, each with how surely. */
async function resolved({ word, token, whole, shown }) {
  const forms = new Map();
  const add = (found, sure) => found.forEach(([form, places]) => forms.has(form) || forms.set(form, { places, sure }));
  const isExact = ([form]) => form === word;
  const known = await beginning(word);
  add(known.filter(isExact), 1);
  if (whole) add((await beginning(whole)).filter(([form]) => form === whole), 1);
  if (!isRun(word) && word !== "%") add(known, 0.7);
  const bare = word.replace(ARABIC, "");
  if (bare !== word) add((await beginning(bare)).filter(([form]) => form === bare), 0.9);
  if (!known.some(isExact) || known.find(isExact)[1][0] < 3) add(await inflected(word), forms.size ? 0.8 : MEANT);
  if (!forms.size) add(await likely(word), MEANT);
  // What only a source writes so may be its slip in a name.
  const count = Math.max(0, ...[...forms].map(([, { places }]) => places[0]));
  if (forms.size && count < 3) add(await likely(word, isTitled), 0.8);
  if (start.percent.includes(word)) for (const other of start.percent) add((await beginning(other)).filter(([form]) => form === other), 1);
  const exact = forms.get(word) ?? [...forms.values()][0];
  const rare = Math.log(1 + start.count / (exact?.places[0] || 1));
  return { word, token, shown, forms, rare, best: forms.has(word) ? word : ([...forms.keys()][0] ?? word) };
}

/* Results. */

/** For each entry how well each part of it has the word. */
function levels({ forms }) {
  const found = new Map();
  for (const { places: [, entries], sure } of forms.values())
    for (let at = 0; at < entries.length; at += 2) {
      const level = found.get(entries[at]) ?? [0, 0, 0, 0];
      [BELOW, ABOVE, OWN, WITHIN].forEach((bit, slot) => {
        if (entries[at + 1] & bit) level[slot] = Math.max(level[slot], sure);
      });
      found.set(entries[at], level);
    }
  return found;
}

function candidates(terms) {
  const sums = new Map();
  for (const term of terms)
    for (const [number, [below, above, own, within]] of term.levels)
      sums.set(number, (sums.get(number) ?? 0) + term.rare * Math.max(3 * own, 2 * above, below, within / 2));
  return [...sums].sort(([, a], [, b]) => b - a).slice(0, CANDIDATES).map(([number]) => number);
}

const likeSign = (word) => (start.percent.includes(word) ? "%" : word);
const spaced = (words) => ` ${words.map(likeSign).join(" ")} `;

/** How many of the words are sought. */
const share = (words, terms) => words.filter((word) => terms.some(({ forms }) => forms.has(word))).length / words.length;

/** How far into a run that was typed a whole name ends, 1 at its end; what is asked about is named last. */
function endInRun(name, terms) {
  const words = terms.map(({ word }) => word);
  if (!isRun(name[0] ?? "") || name.length >= words.length) return 0;
  const at = words.findLastIndex((_, from) => name.every((word, after) => words[from + after] === word));
  return at < 0 ? 0 : (at + name.length) / words.length;
}

function score(number, [, , kind, usual, page, , length, told, passages], terms) {
  const phrase = spaced(terms.map(({ best }) => best)).trimEnd();
  const names = told.map((name) => name.split(" "));
  const isSaid = [...names, ...passages.map(([, text]) => wordsOf(text))].some((words) => spaced(words).includes(phrase));
  const isPage = page === number;
  // Who types a sentence, or marks of quotation, looks for who printed it.
  const weight = isSaid && kind === start.source && (terms.isQuoted || terms.length > 3) ? (terms.isQuoted ? 25 : 6) : usual;
  const dense = isSaid ? 1 : 0.4 + 0.6 / (1 + length / 200);
  const isTitle = terms.some((term) => term.levels.get(number)?.[2]);
  let sum = 0, most = 0;
  for (const { levels, rare } of terms) {
    const [below, above, own, within] = levels.get(number) ?? [0, 0, 0, 0];
    sum += rare * Math.max(3 * own, 2 * above, dense * below, isPage && isTitle ? within : 0);
    most += 3 * rare;
  }
  const fits = names.map((name) => share(name, terms) * terms.filter(({ forms }) => name.some((word) => forms.has(word))).length / terms.length);
  const fit = Math.max(0, ...fits);
  const run = Math.max(0, ...names.map((name) => endInRun(name, terms)));
  return (1 + 4 * run ** 2) * 100 * (sum / most) ** 2 * (1 + fit) * (fit === 1 && isPage ? 3 : 1) * (isSaid ? 1 + (terms.length - 1) ** 2 / 4 : 1) * (isPage ? 1.6 : 1) * weight ** 0.5;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/** Where a text has what was sought, with the words as they are there; of a run the piece that was typed. */
function hitsIn(text, terms) {
  const isSought = (word) => terms.some(({ forms }) => forms.has(word) || forms.has(word.replace(ARABIC, "")));
  return [...text.matchAll(/[\p{L}\p{N}\p{M}%]+/gu)].flatMap(({ 0: token, index }) => {
    if (!wordsOf(token).some(isSought)) return [];
    const piece = isRun(token) && terms.map((term) => term.token).find((typed) => token.includes(typed));
    return [piece ? { 0: piece, index: index + token.indexOf(piece) } : { 0: token, index }];
  });
}

/** The words around the first that was sought, all of them marked. */
function snippet(text, terms) {
  const hits = hitsIn(text, terms);
  const first = hits[0]?.index ?? 0;
  const from = text.length > SNIPPET && first > SNIPPET / 2 ? text.indexOf(" ", first - SNIPPET / 3) + 1 : 0;
  const to = text.length > from + SNIPPET ? Math.max(text.lastIndexOf(" ", from + SNIPPET), from + SNIPPET / 2) : text.length;
  let shown = "", at = from;
  for (const { 0: token, index } of hits)
    if (index >= from && index + token.length <= to) {
      shown += `${escaped(text.slice(at, index))}<mark>${escaped(token)}</mark>`;
      at = index + token.length;
    }
  return (from ? "… " : "") + shown + escaped(text.slice(at, to)) + (to < text.length ? " …" : "");
}

/** From disk a folder is a list of files: the page in it is meant. */
const place = (location) => (address.startsWith("file:") ? location.replace(/(^|\/)(?=#|$)/, "$1index.html") : location);

const item = (location, title, text, score, tags, terms = {}) => ({ location: place(location), title: escaped(title), text: text && `<p>${text}</p>`, score, terms, ...(tags && { tags }) });

/** The passage of an entry that has most of what was sought. */
function best(passages, terms) {
  const has = (text) => terms.reduce((sum, { forms, rare }) => sum + (wordsOf(text).some((word) => forms.has(word)) ? rare : 0), 0);
  return passages.map((passage) => [has(passage[1]), passage]).sort(([a], [b]) => b - a)[0]?.[1] ?? ["", ""];
}

function found(number, entry, terms, rank, own = true) {
  const [location, title, kind, , page, , , , passages] = entry;
  const [anchor, text] = best(passages, terms);
  const where = anchor ? `${location.split("#")[0]}#${anchor}` : location;
  const said = terms.filter(({ token }) => !start.dropped.includes(token));
  const met = Object.fromEntries((said.length ? said : terms).map(({ token, shown }) => [shown, terms.some((each) => each.token === token && each.levels.has(number))]));
  return item(own ? location : where, title, snippet(text, terms), rank, page === number || own ? [kind] : undefined, met);
}

/** A thing that has a place on a page: the theme takes the last of a group without a page for its head. */
function ofThing(number, entry, page, terms, rank) {
  const head = found(number, entry, terms, rank);
  return [{ ...head, title: escaped(page[1]), tags: undefined }, head];
}

async function results(terms) {
  const numbers = candidates(terms);
  const entries = await among("entries", numbers);
  const pages = await among("entries", [...entries.values()].map((entry) => entry[4]));
  const groups = new Map();
  for (const [number, entry] of entries) {
    const rank = score(number, entry, terms);
    const key = entry[5] ? number : entry[4];
    groups.set(key, [...(groups.get(key) ?? []), { number, entry, rank }]);
  }
  const made = [...groups].map(([key, group]) => {
    const page = pages.get(group[0].entry[4]);
    if (group[0].entry[5]) return ofThing(key, group[0].entry, page, terms, group[0].rank);
    if (!group.some(({ number }) => number === key)) group.push({ number: key, entry: page, rank: score(key, page, terms) });
    return group.sort((a, b) => b.rank - a.rank).map(({ number, entry, rank }) => found(number, entry, terms, rank, number === key));
  });
  return made.sort(([a], [b]) => b.score - a.score).slice(0, MOST_GROUPS);
}

/* Questions. */

/** What a text may ask for, with the words that say of what. */
function questions(text) {
  const plain = fold(text).replace(/[?!.？。؟\s]+$/u, "").replace(/\s+/g, " ").trim();
  return Object.entries(start.asked).flatMap(([kind, patterns]) => {
    const matching = patterns.map((pattern) => plain.match(new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("\\*", "(.+)")}$`, "u")));
    const match = matching.find(Boolean);
    return match ? [{ kind, about: match.slice(1).join(" ") }] : [];
  });
}

/** The text with slips in the words of questions mended. */
function withoutSlips(text) {
  const known = new Set(Object.values(start.asked).flat().flatMap(wordsOf));
  const mend = (word) => (word.length > 3 && !known.has(word) ? ([...known].find((each) => isNear(each, word)) ?? word) : word);
  return fold(text).split(/\s+/).map(mend).join(" ");
}

/** The text with dates in numbers written out: day first with points, in either order with slashes. */
function withDates(text, isDayFirst = start.isDayFirst) {
  const told = (typed, day, month, year) => (day > 0 && day < 32 && start.months[month - 1] ? `${+day} ${start.months[month - 1][0]} ${year}` : typed);
  return text
    .replace(/(?<![\d.])(\d\d?)\.\s?(\d\d?)\.\s?((?:19|20)\d\d)(?!\d)/g, told)
    .replace(/(?<!\d)((?:19|20)\d\d)[./](\d\d?)[./](\d\d?)(?!\d)/g, (typed, year, month, day) => told(typed, day, month, year))
    .replace(/(?<![\d/])(\d\d?)\/(\d\d?)\/((?:19|20)\d\d)(?!\d)/g, (typed, one, other, year) => (isDayFirst ? other < 13 : one > 12) ? told(typed, one, other, year) : told(typed, other, one, year));
}

/** The days that words name, as the index writes them, and the words that are left. */
function dates(words) {
  const isMonth = (word) => start.months.findIndex((names) => names.includes(word)) + 1;
  const iso = words.join("-").match(/(?:^|-)(\d{4})-(\d\d)(?:-(\d\d))?(?=-|$)/);
  if (iso) return { key: `@${iso[0].replace(/^-/, "")}`, rest: words.filter((word) => !iso[0].split("-").includes(word)) };
  const month = words.find(isMonth);
  const year = words.find((word) => /^(19|20)\d\d$/.test(word));
  const at = words.indexOf(month);
  const isDay = (word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word ?? "") && parseInt(word) <= 31;
  const day = month && [words[at - 1], words[at + 1], words[at - 2] && words[at - 1] === "of" ? words[at - 2] : ""].find(isDay);
  if (!month && (!year || words.length > 1)) return { key: null, rest: words };
  const two = (number) => String(number).padStart(2, "0");
  const key = "@" + (year ?? "") + (month ? "-" + two(isMonth(month)) : "") + (day ? "-" + two(parseInt(day)) : "");
  return { key, rest: words.filter((word) => ![month, year, day].includes(word)) };
}

/** Whether a word of the index is the one typed, if with another ending: no name is the start of another. */
const isWhole = (form, word = form) => form === word || !form.startsWith(word) || (word.length > 3 && form.length - word.length < 3);

/** Answers of a kind to what is asked about, best first, each with how much of it they cover. */
function matching([from, to], terms, isLoose) {
  const sums = new Map();
  const all = terms.reduce((sum, { rare }) => sum + rare, 0);
  for (const { word, forms, rare } of terms) {
    const found = new Map();
    for (const [form, { places: [, , answers], sure }] of forms) if (isLoose || isWhole(form, word))
      for (let at = 0; at < answers.length; at += 2)
        if (answers[at] >= from && answers[at] < to) found.set(answers[at], Math.max(found.get(answers[at]) ?? 0, sure * answers[at + 1]));
    for (const [number, level] of found) {
      const sum = sums.get(number) ?? { number, score: 0, covered: 0, isNamed: false };
      sums.set(number, { number, score: sum.score + rare * level, covered: sum.covered + rare / all, isNamed: sum.isNamed || level > 1 });
    }
  }
  return [...sums.values()].sort((a, b) => b.score - a.score || a.number - b.number);
}

const ENOUGH = { what: 0.99, said: 0.7, amount: 0.6 };
const MOST_ANSWERS = 10;

async function answered(kind, about) {
  const range = start.ranges[kind];
  const { key, rest } = dates(wordsOf(about));
  const typedWords = typed(about).filter(({ word }) => rest.includes(word) && !start.dropped.includes(word));
  const terms = await Promise.all(typedWords.map(resolved));
  const day = key && (await beginning(key)).find(([word]) => word === key)?.[1];
  if (range && !about) return all(kind);
  if (!range || (key && !day) || !(terms.length || day)) return null;
  const dayTerm = day && { forms: new Map([[key, { places: day, sure: 1 }]]), rare: terms.length ? 3 : 1 };
  const found = matching(range, dayTerm ? [dayTerm, ...terms] : terms, kind === "amount");
  const near = found.filter(({ covered, isNamed }) => isNamed && covered >= (ENOUGH[kind] ?? 0.75) - 1e-9);
  const shown = await among("answers", near.map(({ number }) => number));
  // What is measured is more than what it is measured of: stages in refining something are not how many of it there are.
  const isOfIt = ({ number }) => kind !== "amount" || share(wordsOf(shown.get(number)[0]).filter((word) => !start.dropped.includes(word)), terms) > 0.4;
  const fit = near.filter(isOfIt);
  if (!fit.length) return null;
  const first = shown.get(bestFit(fit, shown, terms));
  const most = Math.max(...fit.filter(({ number }) => shown.get(number)[1] === first[1]).map(({ covered }) => covered));
  const isDated = kind === "ends" || kind === "when";
  const chosen = fit.filter(({ number, covered, score }) => (isDated ? score >= fit[0].score * 0.9 : shown.get(number)[1] === first[1]) && covered >= most - 0.01);
  return { kind, title: first[0], subject: first[1], answers: chosen.slice(0, MOST_ANSWERS).map(({ number }) => shown.get(number)) };
}

/** All that are dated of a kind, in order, for a question about nothing in particular. */
async function all(kind) {
  const [from, to] = start.ranges[kind];
  const numbers = (await load("days.js")).map(([, , number]) => number).filter((number) => number >= from && number < to);
  const shown = await among("answers", numbers.slice(-MOST_ANSWERS));
  return numbers.length ? { kind, title: "", subject: start.timeline, answers: [...shown.values()] } : null;
}

/** Of those that score alike, the one whose title has least besides. */
function bestFit(fit, shown, terms) {
  const ranked = fit.map(({ number, score }) => [score * (1 + share(wordsOf(shown.get(number)[0]), terms)), number]);
  return ranked.sort(([a], [b]) => b - a)[0][1];
}

function card({ title, subject, answers }, heading) {
  const told = (support) => (support === null ? "" : ` <small>${escaped(start.support[support])}</small>`);
  const shown = answers.map(([, , lead, text, where, support]) => item(where, lead || text, (lead ? escaped(text) : "") + told(support), 1e6));
  const said = [heading, ...answers.map(([, , lead, text]) => lead || text)].join(" · ");
  const head = item(subject, heading, "", 1e6, [start.label]);
  shown[0].text = shown[0].text.replace("<p>", `<p data-said="${escaped(said)}">`);
  return subject.includes("#") ? [...shown, head] : [head, ...shown.map((each) => (each.location.includes("#") ? each : { ...each, location: `${each.location}#` }))];
}

/** The answer, and the words by which what is asked about is looked for. */
async function answer(typedText) {
  const text = withDates(typedText);
  const possible = [...questions(text), ...questions(withoutSlips(text))];
  for (const { kind, about } of possible) {
    const found = (await answered(kind, about)) ?? (kind === "amount" ? await defined(about) : null);
    if (found) return [card(found, start.headings[found.kind].replace("{title}", found.title)), about];
  }
  const day = await onDay(text, typedText);
  const other = withDates(typedText, !start.isDayFirst);
  const isOther = day && !day.isDated && other !== text;
  const otherDay = isOther ? await onDay(other, typedText) : null;
  return otherDay?.isDated ? [otherDay, other] : [day, possible[0]?.about ?? text, !possible.length];
}

/** A definition that has a number in it, for a question about how many there are. */
async function defined(about) {
  const found = await answered("what", about);
  return found && /\d/.test(found.answers[0][3]) ? found : null;
}

/** What is dated to the day that a text names and that it names alone; the nearest if nothing is. */
async function onDay(text, typedText) {
  const { key, rest } = dates(wordsOf(text).filter((word) => !start.dropped.includes(word)));
  if (!key || rest.some((word) => !start.dated.includes(word))) return null;
  const kinds = ["ends", "when"].map((kind) => start.ranges[kind]).filter(Boolean);
  const places = (await beginning(key)).find(([word]) => word === key)?.[1][2] ?? [];
  const found = places.filter((number, at) => at % 2 === 0 && kinds.some(([from, to]) => number >= from && number < to));
  const days = await load("days.js");
  const order = new Map(days.map(([, , number], at) => [number, at]));
  const numbers = found.filter((number) => order.has(number));
  const near = numbers.length ? numbers : [...found, ...nearest(key, days)];
  const shown = await among("answers", near.sort((a, b) => (order.get(a) ?? -1) - (order.get(b) ?? -1)));
  const isSaid = (word) => ![...start.dropped, ...start.dated].includes(fold(word));
  const named = typedText.trim().split(/\s+/).filter(isSaid).join(" ");
  const answers = [...shown.values()].map(([title, subject, lead, sentence, where, support]) => [title, subject, lead && `${lead}: ${title}`, sentence, where, support]);
  const heading = numbers.length ? start.day : start.noDay;
  if (!answers.length) return null;
  const made = card({ subject: start.timeline, answers: answers.slice(0, MOST_ANSWERS) }, heading.replace("{day}", named));
  return Object.assign(made, { isDated: numbers.length > 0 });
}

/** The two before and the two after that are nearest to a day, a month or a year; none is apart from what lies within its own days. */
function nearest(key, days) {
  const [year, month, day] = key.slice(1).replace(/^-/, `${start.year}-`).split("-").map(Number);
  const from = Date.UTC(year, (month || 1) - 1, day || 1);
  const to = day ? from : Date.UTC(year, month || 12, 0);
  const apart = ([first, last]) => Math.max(0, from - Date.parse(last), Date.parse(first) - to);
  const near = [...days].sort((a, b) => apart(a) - apart(b));
  const isLater = ([first]) => Date.parse(first) > to;
  return [near.filter((each) => !isLater(each)), near.filter(isLater)].flatMap((side) => side.slice(0, 2)).map(([, , number]) => number);
}

/* What no entry mentions. */

async function nothing(missing, isAlone) {
  const said = start.nothing.replace("{words}", missing.join(" "));
  const topics = await among("entries", start.topics);
  const near = isAlone ? [...topics.values()].map(([location, title, kind]) => item(location + "#", title, "", 0.002, [kind])) : [];
  const head = item(start.find, said, "", 0.002);
  (near[0] ?? head).text = `<p data-said="${escaped(said)}"></p>`;
  return [head, ...near];
}

/** What nothing has, as it was typed: no stop word, and of a run in which something was found no piece. */
function missingOf(terms) {
  const isMet = (token) => terms.some((each) => each.token === token && each.levels.size);
  const alone = terms.every(({ token }) => start.dropped.includes(token));
  return [...new Set(terms.filter(({ token }) => !isMet(token) && (alone || !start.dropped.includes(token))).map(({ shown }) => shown))];
}

async function search(text) {
  start ??= await load("start.js");
  const typedText = text.slice(0, LONGEST);
  const [card, about, isWhole] = await answer(typedText);
  const query = about || typedText;
  const words = typed(query, typedText);
  const kept = isWhole || !about ? words : words.filter(({ word }) => !start.dropped.includes(word));
  const terms = await Promise.all((kept.length ? kept : words).map(resolved));
  if (!terms.length) return card ? [card] : [];
  for (const term of terms) term.levels = levels(term);
  const known = terms.filter(({ forms }) => forms.size);
  known.isQuoted = /^\s*["“„«'‘].+["”“»'’]\s*$/u.test(typedText);
  const groups = await results(known);
  const missing = missingOf(terms);
  const note = missing.length && !card ? [await nothing(missing, !groups.length)] : [];
  return [...(card ? [card] : []), ...groups.slice(0, 1), ...note, ...groups.slice(1)];
}

/** What `search.js` asks. */
self.searchFor = search;
}
