"""The words of a claim, each with what its language's lexicon knows of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

import simplemma

from generator.model.claims import PLAIN, POSSIBLE, Amount, Word, WordKind
from generator.model.evidence import Mention
from generator.text.lexicons.lexicon import Entry, Lexicon, lexicon_of
from generator.text.lexicons.slots import slots_of
from generator.text.lexicons.synonyms import synonyms_of
from generator.text.names import NameIndex
from generator.text.numerals import primary
from generator.text.tokens import SPACELESS
from generator.text.value_words import value_words

END_MARKS = ".;:?!。；：？！"

_TOKEN = re.compile(
    rf"(?P<points>(?<![^\W_])(?:[A-Z]\.){{2,}})|(?P<word>[^\W\d_{SPACELESS}]+(?:['’][^\W\d_{SPACELESS}]+)?)"
    rf"|(?P<digits>\d+)|(?P<han>[{SPACELESS}]+)|(?P<mark>[^\w\s])"
)
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|d|ll|re|ve|m))\Z", re.IGNORECASE)
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"place\d")
_LONGEST_SIGN = 3
_LONGEST = 40
_VERB_REACH = 30
"""How far from its verb the particle of a separable verb is looked for, in words."""
LEMMATISED = frozenset({"en", "de"})
"""The languages whose words are brought to their dictionary form; loading a dictionary takes a second."""

_DICTIONARIES = frozenset({"en", "de", "fr", "es"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word, and the punctuation between the one before and it."""

    word: Word
    before: str


@dataclass(frozen=True, slots=True)
class _Raw:
    form: str
    key: str
    start: int
    end: int
    before: str
    kind: str


def terms_of(text: str, language: str, lexicon: Lexicon | None, names: NameIndex) -> tuple[Token, ...]:
    """The words in order: names of the index, quantities and dates as one word each, phrases as one."""
    language = primary(language)
    mentions = {mention.start: mention for mention in names.mentions(text)}
    values = {word.start: word for word in value_words(text, language)}
    edges = {edge for each in mentions.values() for edge in (each.start, each.end)}
    edges |= {edge for each in values.values() for edge in (each.start, each.end)}
    raws = list(_raws(text, language, lexicon, edges))
    if lexicon and lexicon.separable:
        raws = _whole_verbs(raws, lexicon)
    tokens = list(_joined(_Place(raws, language, lexicon, text, set()), mentions, values))
    return tuple(_with_tense(tokens, lexicon))


def _raws(text: str, language: str, lexicon: Lexicon | None, edges: Set[int]) -> Iterator[_Raw]:
    before = ""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "mark":
            before += found.group()
            continue
        for form, start in _pieces(found.group(), found.start(), kind, lexicon, edges):
            yield _Raw(form, key_of(form, language), start, start + len(form), before, kind)
            before = ""


def _pieces(
    form: str, start: int, kind: str, lexicon: Lexicon | None, edges: Set[int]
) -> Iterator[tuple[str, int]]:
    """A token of the text as the words that it is: “didn't” is two, a run of Chinese as many as it holds."""
    if kind == "han":
        yield from _cut_han(form, start, lexicon, edges)
        return
    elided = _ELIDED.match(form) if kind == "word" and lexicon is None else None
    if elided:
        yield form[elided.end() :], start + elided.end()
        return
    contracted = _CONTRACTED.search(form) if kind == "word" else None
    if contracted and contracted.start():
        stem, ending = form[: contracted.start()], contracted.group()
        if ending.lower().startswith("n"):
            yield {"ca": "can", "wo": "will", "sha": "shall"}.get(stem.lower(), stem), start
            yield "not", start + contracted.start()
        else:
            yield stem, start
            if ending.lower()[1:] == "ll":
                yield "will", start + contracted.start()
        return
    yield form, start


def _cut_han(run: str, start: int, lexicon: Lexicon | None, edges: Set[int]) -> Iterator[tuple[str, int]]:
    """A run of a script without spaces by the longest words of the lexicon, else by characters.

    No word reaches over an edge, where a name, a quantity or a date begins or ends.
    """
    at = 0
    while at < len(run):
        longest = min(lexicon.longest_word if lexicon else 1, len(run) - at)
        longest = next((n for n in range(1, longest) if start + at + n in edges), longest)
        size = next(
            (n for n in range(longest, 1, -1) if lexicon and (run[at : at + n],) in lexicon.entries), 1
        )
        yield run[at : at + size], start + at
        at += size


def _whole_verbs(raws: Sequence[_Raw], lexicon: Lexicon) -> list[_Raw]:
    """The words with verbs put together whose beginning stands at the end of the clause: “lehnte … ab”."""
    whole = list(raws)
    left_out = set[int]()
    for at, raw in enumerate(raws):
        if raw.form not in lexicon.separable or not _ends_clause(raws, at, lexicon):
            continue
        verb = _verb_of(raws, at, lexicon)
        if verb is not None:
            whole[verb] = replace(raws[verb], key=raw.form + raws[verb].key)
            left_out.add(at)
    return [raw for at, raw in enumerate(whole) if at not in left_out]


def _ends_clause(raws: Sequence[_Raw], at: int, lexicon: Lexicon) -> bool:
    if at + 1 == len(raws) or raws[at + 1].before:
        return True
    return _has_mark(lexicon, raws[at + 1].form, "break")


def _has_mark(lexicon: Lexicon, word: str, mark: str) -> bool:
    entry = lexicon.entries.get((word,))
    return entry is not None and mark in entry.marks


def _verb_of(raws: Sequence[_Raw], particle: int, lexicon: Lexicon) -> int | None:
    """The verb to which a particle belongs: the nearest before it that may have it, and is no infinitive."""
    for at in range(particle - 1, max(particle - _VERB_REACH, -1), -1):
        raw = raws[at]
        is_infinitive = at > 0 and _has_mark(lexicon, raws[at - 1].form, "infinitive")
        opens = at == 0 or bool(set(raw.before) & set(END_MARKS))
        if (raw.form.islower() or opens) and not is_infinitive:
            verb = raws[particle].form + raw.key
            if simplemma.lemmatize(verb, lang=lexicon.language) == verb and simplemma.is_known(
                verb, lang=lexicon.language
            ):
                return at
        is_after_rank = at > 0 and raws[at - 1].kind == "digits"
        if set(raw.before) & set(END_MARKS) and not is_after_rank:
            return None
    return None


@lru_cache(maxsize=50_000)
def key_of(form: str, language: str) -> str:
    """The dictionary form of a word in small letters; acronyms keep their capitals, without points."""
    if form.isupper() and 1 < len(form.replace(".", "")) <= 6 and not form.isdigit():
        return form.replace(".", "")
    lower = form.lower()
    lexicon = lexicon_of(language)
    if lexicon is None or language not in LEMMATISED or len(form) > _LONGEST:
        return lower
    from_lexicon = lexicon.forms.get(lower)
    if from_lexicon:
        return from_lexicon
    lower = _without_infix(lower, lexicon) if form.islower() else lower
    lemma = simplemma.lemmatize(form if form[0].isupper() and language == "de" else lower, lang=language)
    return _spelt(lemma.lower(), language)


def _without_infix(word: str, lexicon: Lexicon) -> str:
    """The verb of an infinitive with “zu” in it: “ausschließen” for “auszuschließen”."""
    for beginning in lexicon.separable:
        rest = word.removeprefix(f"{beginning}zu")
        if rest != word and len(rest) > _SHORTEST_PART:
            verb = beginning + rest
            is_verb = simplemma.is_known(verb, lang=lexicon.language)
            return verb if is_verb and simplemma.lemmatize(verb, lang=lexicon.language) == verb else word
    return word


def is_ordinary(word: str, language: str) -> bool:
    """Whether the dictionary of a language has a word: “Swedish” and “Federal”, not “Nordvarm”.

    Where there is no dictionary, none is.
    """
    key = primary(language)
    known = key in _DICTIONARIES and len(word) <= _LONGEST
    return known and any(simplemma.is_known(form, lang=key) for form in (word, word.lower()))


def is_place(word: Word) -> bool:
    """Whether it names a country, its people or its capital."""
    return any(map(_OF_A_PLACE.match, word.senses))


def _spelt(word: str, language: str) -> str:
    """A word in the one spelling of those that the language has."""
    lexicon = lexicon_of(language)
    for old, new in lexicon.variants if lexicon else ():
        if word.endswith(old) or (len(old) > 4 and word.startswith(old)):
            return word.replace(old, new)
    return word


_SHORTEST_STEM = 4
_SHORTEST_PART = 3


def stem_of(word: str, lexicon: Lexicon) -> str:
    """A word without its endings of derivation, roughly: the same for “approve” and “approval”."""
    for ending in lexicon.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class _Known:
    """What a lexicon and the word's own form tell of it, wherever it stands."""

    senses: frozenset[str]
    opposites: frozenset[str]
    groups: frozenset[str]
    marks: frozenset[str]
    certainty: int
    amount: Amount | None
    is_verb: bool
    is_listed: bool


_NOTHING = Entry()


@lru_cache(maxsize=50_000)
def _known(key: str, form: str, language: str) -> _Known:
    lexicon = lexicon_of(language)
    entries = [
        lexicon.entries[phrase]
        for phrase in dict.fromkeys(((key,), (form,), (key.lower(),)))
        if lexicon and phrase in lexicon.entries
    ]
    senses, opposites = {key}, set[str]()
    if lexicon and lexicon.endings and key.isalpha():
        senses.add("~" + stem_of(key, lexicon))
        opposites |= _contraries(key, lexicon)
    is_derived = not entries
    if is_derived and lexicon:
        entries = [lexicon.entries[(base,)] for base in _bases(key, lexicon) if (base,) in lexicon.entries][
            :1
        ]
    if not entries and lexicon and lexicon.has_compounds and (head := _head_of(key, lexicon)):
        senses |= {head, "~" + stem_of(head, lexicon)}
        entries = [_as_noun(lexicon.entries[(head,)])]
        is_derived = True
    if not entries and (synonyms := synonyms_of(language)) is not None:
        senses |= synonyms.of(key)
    is_compound = is_derived and entries and lexicon and lexicon.has_compounds
    compound = frozenset({"compound"} if is_compound else ())
    for entry in entries:
        senses |= entry.senses
        opposites |= entry.opposites
    return _Known(
        frozenset(senses),
        frozenset(opposites),
        frozenset(each for entry in entries for each in entry.groups),
        frozenset(each for entry in entries for each in entry.marks) | compound,
        min((entry.certainty for entry in entries if entry.certainty != PLAIN), default=PLAIN),
        next((entry.amount for entry in entries if entry.amount), None),
        any(entry.is_verb for entry in entries) and not is_derived,
        bool(entries) and not is_derived,
    )


def _head_of(word: str, lexicon: Lexicon) -> str | None:
    """The longest listed word that ends a compound: “ernte” of “weizenernte”."""
    for size in range(len(word) - _SHORTEST_PART, _SHORTEST_STEM - 1, -1):
        entry = lexicon.entries.get((word[-size:],))
        is_noun = (
            entry is not None
            and not entry.marks
            and not (entry.is_verb and word.endswith(lexicon.verb_lemmas))
        )
        if is_noun and entry is not None and (entry.senses or entry.groups):
            return word[-size:]
    return None


def _as_noun(entry: Entry) -> Entry:
    """What an entry tells of a compound that ends with it: what the thing is, not what the word does."""
    return Entry(entry.senses, entry.opposites, entry.groups)


def _contraries(word: str, lexicon: Lexicon) -> set[str]:
    """The senses of a word of which it is the contrary by its beginning: “likely” for “unlikely”."""
    found = set[str]()
    for prefix in lexicon.prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_STEM and simplemma.is_known(rest, lang=lexicon.language):
            found |= {rest, "~" + stem_of(rest, lexicon)}
    return found


def _bases(word: str, lexicon: Lexicon) -> Iterator[str]:
    """The words of which a word may be derived: “slow” of “slowly”, “refuse” of “refusal”."""
    for ending in lexicon.derived:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST_STEM - 1:
            yield from (base, base + "e")
            if base.endswith("i"):
                yield base[:-1] + "y"


@dataclass(slots=True)
class _Place:
    """Where the reading of a text stands."""

    raws: Sequence[_Raw]
    language: str
    lexicon: Lexicon | None
    text: str
    used: set[int]


def _joined(place: _Place, mentions: Mapping[int, Mention], values: Mapping[int, Word]) -> Iterator[Token]:
    raws = place.raws
    at = 0
    while at < len(raws):
        raw = raws[at]
        if at in place.used:
            at += 1
            continue
        mention, value = mentions.get(raw.start), _value_at(values, raw)
        if mention is not None:
            size = _raws_until(raws, at, mention.end)
            word = _name(place.text, raws[at : at + size], f"@{mention.entry}", place.language)
        elif value is not None:
            word, size = value, _raws_until(raws, at, value.end)
        else:
            word, size = _word(place, at)
        yield Token(word, raw.before)
        at += size


def _raws_until(raws: Sequence[_Raw], at: int, end: int) -> int:
    size = 1
    while at + size < len(raws) and raws[at + size].start < end:
        size += 1
    return size


def _value_at(values: Mapping[int, Word], raw: _Raw) -> Word | None:
    """The quantity or date that begins at a word, or at the sign right before it."""
    for start in range(raw.start, raw.start - _LONGEST_SIGN - 1, -1):
        if start in values and values[start].end > raw.start:
            return values[start]
    return None


def _name(text: str, raws: Sequence[_Raw], sense: str, language: str) -> Word:
    senses, groups = {sense}, set[str]()
    for raw in raws:
        known = _known(raw.key, raw.form.lower(), language)
        if "function" not in known.marks:
            senses |= {each for each in known.senses if not each[:1].isdigit()}
    form = text[raws[0].start : raws[-1].end]
    kind = WordKind.NAME if form != form.lower() else WordKind.OTHER
    return Word(form, sense, raws[0].start, raws[-1].end, kind, frozenset(senses), groups=frozenset(groups))


def _word(place: _Place, at: int) -> tuple[Word, int]:
    raw = place.raws[at]
    if place.lexicon and (found := _phrase(place, at)):
        phrase, size = found
        entry = place.lexicon.entries[phrase]
        last = place.raws[at + size - 1]
        known = _of_phrase("_".join(phrase), entry)
        word = _made(place.text[raw.start : last.end], raw, last.end, known, place.lexicon)
        return replace(word, key="_".join(phrase)), size
    known = _known(raw.key, raw.form.lower(), place.language)
    if _is_name(place, at, known):
        known = replace(known, marks=known.marks | _doubt(place, at, known))
        senses = frozenset({raw.form.lower() if raw.key.islower() else raw.key, *known.senses})
        word = Word(
            raw.form,
            raw.key,
            raw.start,
            raw.end,
            WordKind.NAME,
            senses,
            groups=known.groups,
            marks=known.marks,
        )
        return word, 1
    return _made(raw.form, raw, raw.end, known, place.lexicon), 1


def _made(form: str, raw: _Raw, end: int, known: _Known, lexicon: Lexicon | None) -> Word:
    is_empty = bool(known.marks & {"function", "pronoun", "auxiliary", "cause"})
    kind = WordKind.VERB if known.is_verb or _looks_like_verb(raw, lexicon) else WordKind.OTHER
    if form[0].isupper() and any(map(_OF_A_PLACE.match, known.senses)):
        kind = WordKind.NAME
    return Word(
        form,
        raw.key,
        raw.start,
        end,
        WordKind.FUNCTION if is_empty else kind,
        known.senses,
        known.opposites,
        known.groups,
        known.marks,
        known.certainty,
        known.amount,
    )


def term_of(
    key: str, language: str, names: NameIndex, start: int, kind: WordKind | None, *, is_past: bool = False
) -> Word:
    """A word that is known by its dictionary form, or by its form if it is a name, and not by its place.

    `kind` is what it is there, if that is known: a verb, or a word that only bears on others.
    """
    word = _term(key, primary(language), names, kind, is_past)
    return replace(word, start=start, end=start + word.end)


@lru_cache(maxsize=10_000)  # what is sealed has the same words again and again
def _term(key: str, language: str, names: NameIndex, kind: WordKind | None, is_past: bool) -> Word:
    """The word as it is wherever it stands; it begins at 0."""
    lexicon = lexicon_of(language)
    form = key.replace("_", " ")
    is_name = key != key.lower() and kind is None
    raw = _Raw(form, key_of(key, language) if is_name else key, 0, len(form), "", "word")
    mention = next(iter(names.mentions(form)), None)
    if mention is not None and (mention.start, mention.end) == (0, len(form)):
        word = _name(form, [raw], f"@{mention.entry}", language)
        return replace(word, kind=kind or word.kind)
    entry = lexicon.entries.get(tuple(key.split("_"))) if lexicon and "_" in key else None
    known = _known(raw.key, form.lower(), language) if entry is None else _of_phrase(key, entry)
    word = _made(form, raw, raw.end, known, lexicon)
    senses = word.senses | {form.lower()} if is_name and raw.key.islower() else word.senses
    named = WordKind.NAME if is_name else WordKind.OTHER
    return replace(word, kind=kind or named, senses=senses, is_past=is_past)


def _of_phrase(key: str, entry: Entry) -> _Known:
    """What a lexicon tells of a phrase."""
    return _Known(
        frozenset({key, *entry.senses}),
        frozenset(entry.opposites),
        frozenset(entry.groups),
        frozenset(entry.marks),
        entry.certainty,
        entry.amount,
        entry.is_verb,
        True,
    )


def _looks_like_verb(raw: _Raw, lexicon: Lexicon | None) -> bool:
    if lexicon is None:
        return False
    form = raw.form.lower()
    if lexicon.verb_lemmas:
        is_lemma = raw.key.endswith(lexicon.verb_lemmas) and (raw.key,) not in lexicon.entries
        return raw.form.islower() and is_lemma
    ends_so = bool(lexicon.verb_endings) and form != raw.key and form.endswith(lexicon.verb_endings)
    return ends_so or form in lexicon.past_forms


def _phrase(place: _Place, at: int) -> tuple[tuple[str, ...], int] | None:
    """The longest phrase of the lexicon at a place, and its size in words; a particle may stand apart."""
    lexicon, raws = place.lexicon, place.raws
    if lexicon is None:
        return None
    first, lower = raws[at], raws[at].form.lower()
    if at + 1 < len(raws):
        following = raws[at + 1]
        for begin in (first.key,) if lower == first.key else (first.key, lower):
            seconds = lexicon.phrases.get(begin)
            for second in (following.key, following.form.lower()) if seconds else ():
                for phrase in seconds.get(second, ()) if seconds else ():
                    if _fits(raws, at, phrase):
                        return phrase, len(phrase)
    particles = lexicon.apart.get(first.key, frozenset())
    for apart in range(at + 2, min(at + 5, len(raws))) if particles else ():
        if raws[apart].before:
            break
        if raws[apart].form in particles and not _has_verb(raws[at + 1 : apart], place):
            place.used.add(apart)
            return (first.key, raws[apart].form), 1
    return None


def _has_verb(raws: Sequence[_Raw], place: _Place) -> bool:
    return any(
        known.marks & {"auxiliary", "break"} or _looks_like_verb(raw, place.lexicon)
        for raw in raws
        if (known := _known(raw.key, raw.form.lower(), place.language))
    )


def _fits(raws: Sequence[_Raw], at: int, phrase: Sequence[str]) -> bool:
    if at + len(phrase) > len(raws):
        return False
    for offset, part in enumerate(phrase):
        raw = raws[at + offset]
        if part not in (raw.key, raw.form.lower()) or (offset and raw.before.strip("-‐‑’'")):
            return False
    return True


_OPENING = frozenset({*END_MARKS, *'“"„«'})
_SHORT_TITLE = 3
"""Up to how many letters a capitalised word may be a title (“Mme”) in a language without lexicon."""
_CAPITALISING = frozenset({"de", "lb"})
"""Languages that write all nouns with a capital."""
_NO_NAMES = frozenset({"function", "pronoun", "auxiliary"})


def _is_name(place: _Place, at: int, known: _Known) -> bool:
    raw = place.raws[at]
    is_capitalised = raw.kind == "word" and raw.form[0].isupper() and not known.marks & _NO_NAMES
    if not is_capitalised or (raw.form.isupper() and len(raw.form) > 1):
        return is_capitalised or raw.kind == "points"
    opens = not at or bool(set(raw.before) & _OPENING)
    if place.lexicon is None:
        may_be = not opens and len(raw.form) > 1 and place.language not in _CAPITALISING
        return may_be and not _is_title(raw, place)
    is_place = any(map(_OF_A_PLACE.match, known.senses))
    if place.lexicon.capitalises_nouns:
        return is_place or (not known.is_listed and _is_no_noun(raw, known, place.lexicon))
    if opens and known.is_listed:
        return is_place
    is_unknown = place.language not in LEMMATISED or not simplemma.is_known(
        raw.form.lower(), lang=place.language
    )
    return not opens or is_unknown


def _is_title(raw: _Raw, place: _Place) -> bool:
    slots = slots_of(place.language)
    titles = slots.titles if slots else frozenset()
    return raw.form.lower() in titles if titles else len(raw.form) <= _SHORT_TITLE


def _doubt(place: _Place, at: int, known: _Known) -> frozenset[str]:
    """Marks a word that may be a noun which no dictionary has: nothing beside it tells that it is a name."""
    raw = place.raws[at]
    if raw.form.isupper() or (place.lexicon is not None and not place.lexicon.capitalises_nouns):
        return frozenset()
    if place.lexicon is None:
        ordinary = is_ordinary(raw.form.lower(), place.language)
        return frozenset({"unsure"}) if ordinary else frozenset()
    is_place = any(map(_OF_A_PLACE.match, known.senses))
    is_titled = at > 0 and not raw.before and place.raws[at - 1].form[0].isupper()
    leads = at + 1 < len(place.raws) and not place.raws[at + 1].before
    is_given = leads and _is_capital_name(place.raws[at + 1].form, place.language)
    return frozenset() if is_place or is_titled or is_given else frozenset({"unsure"})


def _is_capital_name(form: str, language: str) -> bool:
    return form[0].isupper() and not is_ordinary(form, language)


def _is_no_noun(raw: _Raw, known: _Known, lexicon: Lexicon) -> bool:
    """Whether no dictionary has a capitalised word, nor its end: “Lohmeyer”, not “Weizenernte”."""
    is_compound = any(sense[:1].isdigit() for sense in known.senses)
    return not is_compound and not is_ordinary(raw.form, lexicon.language)


def _with_tense(tokens: Sequence[Token], lexicon: Lexicon | None) -> Iterator[Token]:
    """The words with it marked which are verbs here, and which of these tell of what has happened."""
    for at, token in enumerate(tokens):
        word = token.word
        if "approximator" in word.marks:
            bears = at + 1 < len(tokens) and tokens[at + 1].word.kind not in (WordKind.NUMBER, WordKind.DATE)
            bears = bears and not tokens[at + 1].word.amount
            word = replace(word, kind=WordKind.FUNCTION, certainty=POSSIBLE if bears else PLAIN)
        elif lexicon and word.kind is WordKind.VERB:
            word = _as_used(tokens, at, lexicon)
        elif "particle" in word.marks and _follows_verb(tokens, at):
            word = replace(word, kind=WordKind.FUNCTION, opposites=frozenset(), senses=frozenset({word.form}))
        yield Token(word, token.before)


def _follows_verb(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].word.kind is WordKind.VERB and not tokens[at].before


def _as_used(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Word:
    """A verb as the words before it make it: a noun if an article or a preposition does, else past or not."""
    word = tokens[at].word
    has_capital = word.form[0].isupper() and not _opens_as_verb(tokens, at, lexicon)
    if not (has_capital if lexicon.capitalises_nouns else _is_nominal(tokens, at, lexicon)):
        return replace(word, is_past=True) if _tells_past(tokens, at, lexicon) else word
    soft = {"soft"} if word.certainty != PLAIN or "reporting" in word.marks else set[str]()
    marks = (word.marks - {"denial", "reporting"}) | soft
    return replace(word, kind=WordKind.OTHER, marks=marks, certainty=PLAIN)


def _opens_as_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a capital only tells that a word opens its sentence: “Nachgewiesen ist …”."""
    if not lexicon.verb_lemmas or not (at == 0 or set(tokens[at].before) & _OPENING):
        return False
    return at + 1 < len(tokens) and "auxiliary" in tokens[at + 1].word.marks


def _is_nominal(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    form = tokens[at].word.form.lower()
    if at == 0:
        has_forms = bool(lexicon.gerund)
        return has_forms and not _is_past_form(form, lexicon) and not form.endswith(lexicon.gerund)
    if tokens[at].before.strip("-‐") or " " in form:
        return False
    before = tokens[at - 1].word
    if _is_past_form(form, lexicon):
        return "article" in before.marks
    if lexicon.gerund and form.endswith(lexicon.gerund) and "before-gerund" in before.marks:
        return False
    is_after = "before-noun" in before.marks or before.kind is WordKind.NUMBER
    if is_after or _stands_as_noun(tokens, at, lexicon):
        return True
    is_attribute = before.certainty == PLAIN and not before.marks and before.kind is not WordKind.NAME
    return is_attribute and at > 1 and "before-noun" in tokens[at - 2].word.marks and not form.endswith("s")


def _stands_as_noun(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a finite verb follows a word at once, or one without “to” stands before its plural."""
    word, before = tokens[at].word, tokens[at - 1].word
    if not lexicon.gerund or word.form.lower().endswith(lexicon.gerund):
        return False
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    is_subject = follows is not None and not follows.before and "finite" in follows.word.marks
    if is_subject and before.kind is WordKind.OTHER and before.is_content:
        return True
    is_object = before.kind is WordKind.VERB and not before.marks & {"light", "auxiliary"}
    is_object = is_object and not (at > 1 and "before-noun" in tokens[at - 2].word.marks)
    return is_object and word.form.endswith("s") and not tokens[at].before


def _is_past_form(form: str, lexicon: Lexicon) -> bool:
    if form in lexicon.past_forms:
        return True
    return (
        bool(lexicon.past_endings) and form.endswith(lexicon.past_endings) and len(form) > _SHORTEST_STEM - 1
    )


def _tells_past(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    form = tokens[at].word.form.partition(" ")[0].lower()
    if at + 1 < len(tokens) and not tokens[at + 1].before and "after-past" in tokens[at + 1].word.marks:
        return True
    before = _before_verb(tokens, at, lexicon)
    last = before[-1] if before else None
    if last is not None and ("infinitive" in last.marks or _is_modal(last)):
        return False
    if any(_is_modal(word) for word in before):
        return False
    if any("past-auxiliary" in word.marks for word in before):
        return True
    if any("auxiliary" in word.marks for word in before):
        return False
    return _is_past_form(form, lexicon)


def _before_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[Word]:
    """The words among which an auxiliary of a verb may stand: the clause's, if verbs end clauses."""
    if not lexicon.has_verb_second:
        return [token.word for token in tokens[max(at - 3, 0) : at]]
    first = at
    while first > 0 and not tokens[first].before:
        first -= 1
    return [token.word for token in tokens[first:at]]


def _is_modal(word: Word) -> bool:
    return word.certainty != PLAIN and word.kind is WordKind.FUNCTION
