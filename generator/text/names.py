"""Names in a text: those of the glossary (docs/formats.md, `alt_labels`), and words capitalised as names are.

What an author may have meant by a name that is not known is for “did you mean”, never to accept it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from generator.model.evidence import Mention
from generator.model.text import EntryId
from generator.text.prose import Stretch
from generator.text.tokens import is_letter, offsets, single_spaced

SHORT = 3

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
SHORTEST_STEM = 3

_CONTRACTED_ENDINGS = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
_OPENING_MARKS = ('"', "'")

LONG_WORD = 7


@dataclass(frozen=True, slots=True)
class Label:
    """A form under which texts may print an entry.

    `inflect`: its last word is found in singular and plural. `exact`: only in this case of letters.
    """

    entry: EntryId
    form: str
    kind: Literal["label", "misspelling"] = "label"
    inflect: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a surface form stands for; `spelt` where only this very form counts."""

    label: Label
    spelt: str | None


def is_exact(form: str) -> bool:
    """Whether a form is found only as written: it is in capitals, or has no more than three letters."""
    return form.isupper() or sum(character.isalpha() for character in form) <= SHORT


def folded(text: str) -> str:
    """`text` without its case, with one apostrophe, hyphens as spaces; no character changes its offset."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return _plain(lowered)


def surface_forms(label: Label) -> tuple[str, ...]:
    """The forms to look for: the label, and its singular or plural if it inflects."""
    form = single_spaced(label.form)
    if not label.inflect:
        return (form,)
    head, space, last = form.rpartition(" ")
    return (form, *(f"{head}{space}{other}" for other in _other_numbers(last)))


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
        """The names and terms in a text, in its order; they never overlap.

        The longest form that starts first wins; forms begin and end where words do, and an `'s` or `'`
        after one is no part of it. A form does not reach from one paragraph into the next.
        """
        spaced = single_spaced(text)
        if spaced == text:
            return tuple(self._longest(text))
        places = offsets(text)
        found = (
            Mention(m.entry, places[m.start], places[m.end - 1] + 1, m.misspelt)
            for m in self._longest(spaced)
        )
        return tuple(m for m in found if "\n\n" not in text[m.start : m.end])

    def _longest(self, text: str) -> Iterator[Mention]:
        plain, lowered = _plain(text), folded(text)
        hits = [
            (start, -end, which)
            for which, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True)
            if _begins_word(lowered, start) and _ends_word(lowered, end)
        ]
        free = 0
        for start, minus_end, which in sorted(hits):
            if start < free:
                continue
            for meaning in self._meanings[which]:
                if meaning.spelt is None or plain.startswith(meaning.spelt, start):
                    free = -minus_end
                    yield Mention(meaning.label.entry, start, free, meaning.label.kind == "misspelling")
                    break


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
    if low.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if low.endswith(("sses", "xes", "zes", "ches", "shes")):
        return (word[:-2], word[:-1])
    if low.endswith("s") and len(low) > SHORT and not low.endswith(("ss", "us", "is")):
        return (word[:-1],)
    if low.endswith("y") and low[-2:-1] not in _VOWELS:
        return (word[:-1] + "ies",)
    return (word + ("es" if low.endswith(_SIBILANTS) else "s"),)


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
