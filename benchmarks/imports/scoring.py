"""How far a reading is from the truth: words, furniture, lost sentences, and what is said of the article.

Words are compared without case and punctuation; where a script has no spaces, each character is a word.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.imports.cases import Case, Truth
from benchmarks.imports.reading import Reading
from generator.text.tokens import is_spaceless

FIELDS = ("title", "issued", "authors", "publisher", "language")


@dataclass(frozen=True)
class Score:
    """One case judged. `right` names the fields that are right, `invented` those given though unknown."""

    case: Case
    f1: float
    leaked: tuple[str, ...]
    lost: tuple[str, ...]
    right: frozenset[str]
    invented: frozenset[str]
    reading: Reading
    seconds: float


def words(text: str) -> tuple[str, ...]:
    """The words of a text, for comparison only."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    spaced = "".join(
        f" {mark} " if is_spaceless(mark) else mark if mark.isalnum() or unicodedata.combining(mark) else
        "" if unicodedata.category(mark) == "Cf" or mark in "'’" else " "
        for mark in plain
    )  # fmt: skip
    return tuple(spaced.split())


def score(case: Case, reading: Reading, seconds: float) -> Score:
    """The reading of a case beside its truth; `seconds` is what it took."""
    truth = case.truth
    either = [Counter(words(line)) for line in (*truth.either, *((truth.title,) if truth.title else ()))]
    kept = [paragraph for paragraph in reading.paragraphs if not _is_part_of_any(paragraph, either)]
    found, whole = _joined(kept), _joined((*truth.sentences, *truth.headings))
    known = frozenset(field for field in FIELDS if getattr(truth, field))
    given = frozenset(field for field in FIELDS if _given(reading, field))
    return Score(
        case,
        f1=_f1(Counter(words(whole)), Counter(words(found))),
        leaked=tuple(line for line in truth.furniture if _occurs_more(line, found, whole)),
        lost=tuple(line for line in truth.sentences if _joined([line]) not in found),
        right=frozenset(field for field in known & given if _is_right(truth, reading, field)),
        invented=given - known - _is_own_author(truth, reading),
        reading=reading,
        seconds=seconds,
    )


def _joined(paragraphs: Iterable[str]) -> str:
    return f" {' '.join(word for paragraph in paragraphs for word in words(paragraph))} "


def _is_part_of_any(paragraph: str, lines: Sequence[Counter[str]]) -> bool:
    own = Counter(words(paragraph))
    return any(own <= line for line in lines)


def _occurs_more(line: str, found: str, whole: str) -> bool:
    """Whether a line of furniture occurs oftener than the article itself has these words."""
    sought = _joined([line])
    return found.count(sought) > whole.count(sought)


def _f1(true: Counter[str], found: Counter[str]) -> float:
    common = (true & found).total()
    return 2 * common / (true.total() + found.total()) if common else 0.0


def _given(reading: Reading, field: str) -> bool:
    return bool(reading.publishers if field == "publisher" else getattr(reading, field))


def _is_right(truth: Truth, reading: Reading, field: str) -> bool:
    match field:
        case "title":
            return words(truth.title or "") == words(reading.title or "")
        case "issued":
            return truth.issued == (reading.issued or "")[:10].rstrip("~?%")
        case "authors":
            return _names(truth.authors) == _names(reading.authors)
        case "publisher":
            return bool(
                {_name(name) for name in truth.publisher} & {_name(name) for name in reading.publishers}
            )
        case _:
            return truth.language == (reading.language or "").split("-")[0].lower()


def _is_own_author(truth: Truth, reading: Reading) -> frozenset[str]:
    """A publisher given as author of an unsigned page: as good as nobody."""
    own = _names(reading.authors) <= _names(truth.publisher)
    return frozenset({"authors"} if own else ())


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_name, names))


def _name(name: str) -> str:
    """The same for “Ada Lovelace” and “Lovelace, Ada”, and for names written without spaces."""
    return "".join(sorted("".join(word for word in words(name) if word != "the")))
