"""The fewest words that quote one passage of a source, and YAML that holds them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.sources import SourceText
from generator.model.text import LONGEST_SLUG, SourceId
from generator.reports.full import visible
from generator.text.prose import Stretch, stretches_of
from generator.text.quotations import Found, Searchable, locate

WORDS_BEFORE, WORDS_AFTER = 7, 4
LONGEST_SENTENCE = 300
_STEP = 3
_LONGEST_ID = LONGEST_SLUG - len("-99999")
_LONGEST_CONTEXT = 200
_EDGES = " ,;:.!?"
_WORD = re.compile(r"\S+")
_PLAIN_SCALAR = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*\Z")
_NO_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that are found in a source only once, told apart by prefix or suffix where need be."""

    source: SourceId
    exact: str
    prefix: str | None = None
    suffix: str | None = None

    def yaml(self) -> str:
        """The citation, in one line."""
        fields = {"exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        written = "".join(f", {name}: {in_quotes(value)}" for name, value in fields.items() if value)
        return f"{{source: {self.source}{written}}}"


class Quotable:
    """A source from which passages are quoted; its paragraphs with their sentences."""

    def __init__(self, id: SourceId, body: SourceText) -> None:
        self.id = id
        self.paragraphs = stretches_of(body)
        self._searchable = Searchable(body)

    def quote(self, index: int, start: int, end: int) -> Quoted | None:
        """A citation of `[start, end)` of a paragraph, with a few words around it, up to its sentence.

        None if nothing tells the passage from others.
        """
        stretch = self.paragraphs[index]
        wanted, _ = stretch.in_text(start, end)
        for citation in self._candidates(index, start, end):
            found = locate(citation.exact, citation.prefix, citation.suffix, self._searchable)
            if isinstance(found, Found) and any(first <= wanted < last for first, last in found.ranges):
                return citation
        return None

    def _candidates(self, index: int, start: int, end: int) -> Iterator[Quoted]:
        """More and more words; of the whole sentence also with what stands before and after it."""
        text = self.paragraphs[index].printed
        first, last = start, end
        for first, last in _windows(self.paragraphs[index], start, end):
            yield Quoted(self.id, text[first:last])
        base = self._searchable.starts[index]
        around = self._searchable.printed
        before = around[max(base + first - _LONGEST_CONTEXT, 0) : base + first].strip().replace("\n", " ")
        after = around[base + last : base + last + _LONGEST_CONTEXT].strip().replace("\n", " ")
        for prefix, suffix in ((before, ""), ("", after), (before, after)):
            yield Quoted(self.id, text[first:last], prefix or None, suffix or None)


def _windows(stretch: Stretch, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Wider and wider stretches of whole words around a passage, up to its sentences."""
    begin = max((first for first, _ in stretch.sentences if first <= start), default=0)
    stop = min((last for _, last in stretch.sentences if last >= end), default=len(stretch.printed))
    words = [found.span() for found in _WORD.finditer(stretch.printed, begin, stop)]
    before = [first for first, _ in words if first <= start]
    after = [last for _, last in words if last >= end]
    wider = 0
    while True:
        first = before[max(len(before) - 1 - WORDS_BEFORE - wider, 0)]
        last = after[min(WORDS_AFTER + wider, len(after) - 1)]
        yield _trimmed(stretch.printed, first, last, start, end)
        if (first, last) == (before[0], after[-1]):
            return
        wider += _STEP


def _trimmed(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Without punctuation at the edges, which does not reach into `[start, end)`."""
    while first < start and text[first] in _EDGES:
        first += 1
    while last > end and text[last - 1] in _EDGES:
        last -= 1
    return first, last


def scalar(text: str) -> str:
    """A YAML scalar that is read as just this text, in quotes where it needs them."""
    return text if _PLAIN_SCALAR.match(text) and text.lower() not in _NO_TEXT else in_quotes(text)


def in_quotes(text: str) -> str:
    """A YAML scalar in double quotes that is read as just this text; nothing in it controls a terminal."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08X}" for letter in written)


def slug(text: str, taken: set[str]) -> str:
    """A new id made of the text's first words, which is put among those that are taken."""
    words: list[str] = re.findall(r"[a-z0-9]+", text.lower()) or ["to", "be", "named"]
    stem = words[0][:_LONGEST_ID]
    for word in words[1:]:
        if len(stem) + len(word) >= _LONGEST_ID:
            break
        stem += f"-{word}"
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    taken.add(found)
    return found


def listed(texts: Iterable[str]) -> str:
    """A YAML list in one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def sentence_at(paragraph: Stretch, offset: int) -> str:
    """The sentence around a position of a paragraph, safe to print, cut if it is very long."""
    first, last = next(
        ((first, last) for first, last in paragraph.sentences if first <= offset < last),
        (0, len(paragraph.printed)),
    )
    sentence = visible(paragraph.printed[first:last])
    return sentence if len(sentence) <= LONGEST_SENTENCE else sentence[:LONGEST_SENTENCE].rstrip() + " …"
