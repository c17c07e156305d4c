"""Names in a text: those of the glossary (docs/formats.md, `alt_labels`), and words capitalised as names are.

What an author may have meant by a name that is not known is for “did you mean”, never to accept it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from generator.model.evidence import Doubt, DoubtfulMention, Mention
from generator.model.text import EntryId
from generator.text.doubts import doubt_about, is_in_address, is_printed_as_name
from generator.text.prose import Stretch
from generator.text.tokens import is_letter, offsets, single_spaced

SHORT = 3

_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_BARE = {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ħ": "h"}
_FOLDED_TO_SPACE = "-‐‑‒–−"
_FOLDED_TO_APOSTROPHE = "’‘ʼ´`"
_CONTRACTED = frozenset(("s", "d", "ll", "re", "ve"))
_ONLY_PLURAL = frozenset(
    (
        "arms",
        "customs",
        "economics",
        "goods",
        "headquarters",
        "means",
        "news",
        "politics",
        "series",
        "species",
    )
)
# What no ending tells: plurals from Latin and Greek, and those of words in -o.
_LEARNED = {
    **{f"{stem}sis": f"{stem}ses" for stem in ("analy", "ba", "cri", "hypothe", "the", "synthe", "paraly")},
    **{f"{stem}um": f"{stem}a" for stem in ("memorand", "referend", "addend", "curricul", "continu")},
    **{"index": "indices", "matrix": "matrices", "criterion": "criteria", "phenomenon": "phenomena"},
    **{word: f"{word}es" for word in ("embargo", "veto", "cargo", "hero", "echo", "tomato", "potato")},
}
_SINGULARS = {many: one for one, many in _LEARNED.items()}
_ALSO_REGULAR = ("um", "ex", "ix", "go")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"

# U.S.; F-35 and COVID-19, which are one word; any other word, of whose hyphens each part is a word.
_WORD = re.compile(
    r"""(?<![^\W_])(?:[^\W\d_]\.){2,}
      | [^\W_]+(?:-[^\W\d_]*\d[^\W_]*)+
      | [^\W_]+(?:'[^\W\d_]+)*
    """,
    re.VERBOSE,
)
_OF = re.compile(r"(.+?)(?= of )", re.IGNORECASE)
SHORTEST_STEM = 3

# No names, even where no text happens to have them in small letters.
_BEGIN_SENTENCES = (
    "a according after afterwards again all also although always among an and another any anybody "
    "anyone as at because before behind below beside besides between beyond both but by consequently "
    "despite during each earlier either else elsewhere even ever every everybody everyone everything "
    "except few fewer first for from further furthermore given he hence her here hers his how however "
    "if in indeed inside instead into it its last later least less like likewise many meanwhile more "
    "moreover most much my neither never nevertheless next no nobody none nonetheless nor not nothing "
    "now of off often on once one only or other others otherwise our out outside over perhaps rather "
    "same second seldom several she since so some somebody someone something sometimes soon still "
    "such than thanks that the their then there thereafter therefore these they third this those "
    "though through throughout thus to today together tomorrow too toward towards under unless unlike "
    "until up upon us we were what whatever when whenever where whereas wherever whether which "
    "whichever while who whoever whom whose why with within without yesterday yet you your are be "
    "been can could did do does had has have is may might must shall should was were will would"
)
OPENERS = frozenset(_BEGIN_SENTENCES.split())
"""Words with which sentences begin."""

_CONTRACTED_ENDINGS = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
_OPENING_MARKS = ('"', "'")

LONG_WORD = 7


@dataclass(frozen=True, slots=True)
class Label:
    """A form under which texts may print an entry.

    `inflect`: it is found in singular and plural. `exact`: only in this case of letters. `proper`: it names
    somebody or something, `person` somebody, so capitals and neighbours tell whether a text means it; `own`
    are then the words, in small letters, that may stand beside it (`doubts.doubt_about`).
    """

    entry: EntryId
    form: str
    kind: Literal["label", "misspelling"] = "label"
    inflect: bool = False
    exact: bool = False
    proper: bool = False
    person: bool = False
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a surface form stands for; `spelt` where only this very form counts."""

    label: Label
    spelt: str | None


def is_exact(form: str) -> bool:
    """Whether a form is found only as written: it is in capitals, or has no more than three letters."""
    return form.isupper() or sum(character.isalpha() for character in form) <= SHORT


def folded(text: str) -> str:
    """`text` without case and accents, with one apostrophe, hyphens as spaces; no offset changes."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return _plain(lowered if lowered.isascii() else _ACCENTED.sub(_unaccented, lowered))


def _unaccented(found: re.Match[str]) -> str:
    """The letter without its marks; itself if it is no letter of the Latin script with marks."""
    letter = unicodedata.normalize("NFD", found[0])[0]
    return letter if letter.isascii() else _BARE.get(found[0], found[0])


def surface_forms(label: Label) -> tuple[str, ...]:
    """The forms to look for: the label, and its singular or plural if it inflects.

    The last word inflects, and in “code of conduct” the one before “of”.
    """
    form = single_spaced(label.form)
    if not label.inflect:
        return (form,)
    head, space, last = form.rpartition(" ")
    forms = [form, *(f"{head}{space}{other}" for other in _other_numbers(last))]
    whole = _OF.match(form)
    if whole:
        begin, _, noun = whole[1].rpartition(" ")
        begin = f"{begin} " if begin else ""
        forms += [f"{begin}{other}{form[whole.end(1) :]}" for other in _other_numbers(noun)]
    return tuple(dict.fromkeys(forms))


def clashes(labels: Iterable[Label]) -> tuple[tuple[Label, Label], ...]:
    """The pairs of labels of different entries under which a text may mean either, in the order given.

    No clash: a form that one claims in exact case and the other in any (CHIPS beside chips).
    """
    claims: dict[tuple[str, bool], Label] = {}
    pairs: dict[tuple[Label, Label], None] = {}
    for label in labels:
        for form in surface_forms(label):
            first = claims.setdefault((_plain(form) if label.exact else folded(form), label.exact), label)
            if first.entry != label.entry and form:
                pairs[first, label] = None
    return tuple(pairs)


class NameIndex:
    """All forms of all entries, made ready to be found in one pass over a text."""

    __slots__ = ("_automaton", "_meanings")

    def __init__(self, meanings: dict[str, tuple[_Meaning, ...]]) -> None:
        self._meanings = tuple(meanings.values())
        self._automaton = AhoCorasick(list(meanings))

    @classmethod
    def build(cls, labels: Iterable[Label]) -> NameIndex:
        """The index of these labels.

        Where two share a form, a form in exact case goes before one in any case, a label before a
        misspelling, then the first given.
        """
        meanings: dict[str, list[_Meaning]] = defaultdict(list)
        for label in labels:
            for form in surface_forms(label):
                if form:
                    meanings[folded(form)].append(_Meaning(label, _plain(form) if label.exact else None))
        return cls(
            {
                form: tuple(sorted(found, key=lambda m: (m.spelt is None, m.label.kind == "misspelling")))
                for form, found in meanings.items()
            }
        )

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names and terms in a text that are surely the entries', in its order; they never overlap.

        The longest form that starts first wins, with a longer name of the same entry that begins within it;
        forms begin and end where words do, and an `'s` or `'` after one is no part of it. A form does not
        reach from one paragraph into the next.
        """
        return tuple(each for each in self.found(text) if isinstance(each, Mention))

    def found(self, text: str) -> Iterator[Mention | DoubtfulMention]:
        """The mentions of a text, and the names in it that may be those of an entry, in its order."""
        spaced = single_spaced(text)
        places = range(len(text) + 1) if spaced == text else offsets(text)
        for meanings, first, last in self._longest(spaced):
            start, end = places[first], places[last - 1] + 1
            if "\n\n" in text[start:end]:
                continue
            label = meanings[0].label
            why = _doubt(meanings, text, start, end)
            if why is None:
                yield Mention(label.entry, start, end, label.kind == "misspelling")
            else:
                yield DoubtfulMention(label.entry, start, end, why)

    def _longest(self, text: str) -> Iterator[tuple[list[_Meaning], int, int]]:
        """Where the single-spaced text has forms that it prints as it should, and what each may mean."""
        plain, lowered = _plain(text), folded(text)
        hits = sorted(
            (start, -end, which)
            for which, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True)
            if _begins_word(lowered, start) and _ends_word(lowered, end)
        )
        free = 0
        for at, (start, minus_end, which) in enumerate(hits):
            if start < free:
                continue
            fitting = [each for each in self._meanings[which] if _fits(each, text, plain, start, -minus_end)]
            if fitting:
                free = self._joined(hits, at, fitting[0].label.entry)
                yield fitting, start, free

    def _joined(self, hits: Sequence[tuple[int, int, int]], at: int, entry: EntryId) -> int:
        """Where a name ends that goes on in a longer one: “Doctor Li” in “Doctor Li Wei”."""
        end = -hits[at][1]
        for start, minus_end, which in hits[at + 1 :]:
            if start >= end:
                break
            if -minus_end > end and any(each.label.entry == entry for each in self._meanings[which]):
                end = -minus_end
        return end


def _fits(meaning: _Meaning, text: str, plain: str, start: int, end: int) -> bool:
    """Whether the text prints the form in the capitals that it must have, and in running words."""
    if meaning.spelt is not None and not plain.startswith(meaning.spelt, start):
        return False
    if not meaning.label.proper:
        return True
    return is_printed_as_name(meaning.label.form, text[start:end]) and not is_in_address(text, start, end)


def _doubt(meanings: Sequence[_Meaning], text: str, start: int, end: int) -> Doubt | None:
    label = meanings[0].label
    if any(_is_rival(label, each.label) for each in meanings[1:]):
        return Doubt.SHARED
    if not label.proper:
        return None
    return doubt_about(text, start, end, label.own, is_person=label.person)


def _is_rival(first: Label, second: Label) -> bool:
    """Whether two labels under one form may each be meant: both are right names of people."""
    return first.entry != second.entry and first.person and second.person and first.kind == second.kind


def _plain(text: str) -> str:
    """`text` with one apostrophe and hyphens as spaces, in its own case and length."""
    text = text.replace("-", " ")
    if text.isascii():
        return text.replace("`", "'")
    for characters, plain in ((_FOLDED_TO_SPACE, " "), (_FOLDED_TO_APOSTROPHE, "'")):
        for character in characters:
            text = text.replace(character, plain)
    return text


def _begins_word(text: str, start: int) -> bool:
    if start == 0 or not _is_word(text[start]):
        return True
    left = text[start - 1]
    if left == "'":
        return start == 1 or not is_letter(text[start - 2])
    return not _is_word(left)


def _ends_word(text: str, end: int) -> bool:
    if end == len(text) or not _is_word(text[end - 1]):
        return True
    if text[end] != "'":
        return not _is_word(text[end])
    tail = end + 1
    while tail < len(text) and tail < end + 4 and is_letter(text[tail]):
        tail += 1
    return tail == end + 1 or text[end + 1 : tail] in _CONTRACTED


def _is_word(character: str) -> bool:
    return is_letter(character) or character.isdecimal() or character == "_"


def _other_numbers(word: str) -> tuple[str, ...]:
    """The singulars that an English plural may have, else the plural; nothing for what has one number."""
    low = word.lower()
    if not word.isascii() or not word[-1:].isalpha() or low in _ONLY_PLURAL:
        return ()
    if low in _LEARNED or low in _SINGULARS:
        return _learned(word, low)
    return _regular(word, low)


def _learned(word: str, low: str) -> tuple[str, ...]:
    if low in _LEARNED:
        regular = (word + ("es" if low.endswith(_SIBILANTS) else "s"),) if low.endswith(_ALSO_REGULAR) else ()
        return (_like(word, _LEARNED[low]), *regular)
    return (_like(word, _SINGULARS[low]),)


def _regular(word: str, low: str) -> tuple[str, ...]:
    if low.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if low.endswith(("sses", "xes", "zes", "ches", "shes")):
        return (word[:-2], word[:-1])
    if low.endswith("s") and len(low) > SHORT and not low.endswith(("ss", "us", "is")):
        return (word[:-1],)
    if low.endswith("y") and low[-2:-1] not in _VOWELS:
        return (word[:-1] + "ies",)
    return (word + ("es" if low.endswith(_SIBILANTS) else "s"),)


def _like(word: str, other: str) -> str:
    """The other form of a word with the capitals of the first."""
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `[start, end)` of a stretch: without “'s”, without the points of U.S.

    `initial` if a sentence, or what follows a colon or an opening quotation mark, begins with it.
    """

    form: str
    start: int
    end: int
    initial: bool

    @property
    def is_capitalised(self) -> bool:
        """Whether it holds a capital, as names and abbreviations do; “I” does not count."""
        return self.form != self.form.lower() and self.form != "I"

    @property
    def is_surely_name(self) -> bool:
        """Whether its capitals come from more than the beginning of a sentence."""
        return self.is_capitalised and (not self.initial or self.form[1:] != self.form[1:].lower())


def words(stretch: Stretch) -> Iterator[Word]:
    """The words of a paragraph, in its order."""
    text = stretch.plain
    begins = iter(stretch.sentences)
    begin = next(begins, None)
    for found in _WORD.finditer(text):
        initial = _opens(text, found.start())
        while begin is not None and found.start() >= begin[0]:
            initial, begin = True, next(begins, None)
        form, is_whole = _form(found.group()), "." in found.group()
        end = found.end() if is_whole else found.start() + len(form)
        yield Word(form, found.start(), end, initial)


def _opens(text: str, start: int) -> bool:
    """Whether a quotation mark stands right before a word, or a colon before the space before it."""
    before = text[max(start - 2, 0) : start]
    return before == ": " or before.endswith(_OPENING_MARKS)


def _form(word: str) -> str:
    stem, mark, tail = word.rpartition("'")
    if mark and tail.lower() in _CONTRACTED_ENDINGS:
        word = stem
    return word.replace(".", "")


def stem(word: str) -> str:
    """A word in small letters without its ending, roughly: the same for “repair” and “repaired”."""
    for ending in ("ing", "ed", "es", "er", "ers", "ly", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def near_misses(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The known words that differ from `word` by one edit, or by two if it is over seven letters long.

    An edit adds, drops or changes a letter, or swaps two neighbours; case does not count. The nearest come
    first, equals in alphabetical order; the word itself is left out.
    """
    return _within(word, known, 2 if len(word) > LONG_WORD else 1)


def closest(id: str, ids: Iterable[str]) -> str | None:
    """The one of `ids` that was most likely meant by `id`, if any is likely.

    It differs by few letters, or else has all the words of `id` among its own.
    """
    others = sorted(set(ids))
    near = _within(id, others, max(1, min(3, len(id) // 3)))
    if near:
        return near[0]
    words = set(id.casefold().split("-"))
    holding = [other for other in others if other != id and words <= set(other.casefold().split("-"))]
    return min(holding, key=lambda other: (len(other), other), default=None)


def _within(word: str, known: Iterable[str], edits: int) -> tuple[str, ...]:
    choices = sorted({str(other) for other in known if other != word})
    found = extract(
        word, choices, scorer=OSA.distance, processor=str.casefold, score_cutoff=edits, limit=None
    )
    return tuple(choice for choice, _, _ in sorted(found, key=lambda match: (match[1], match[0])))
