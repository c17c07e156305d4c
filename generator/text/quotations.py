"""Finding the exact words of a citation in its source. Never fuzzily: docs/formats.md, “A citation”.

The anchor of a quotation is made of its words alone, so that changes elsewhere leave it be.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, islice

from rapidfuzz.fuzz import partial_ratio_alignment

from generator.model.evidence import Statement
from generator.model.sources import SourceText
from generator.text.tokens import is_boundary, keeps_places, normalise, offsets, plain_marks, single_spaced

LEAST_LIKENESS = 65.0
MARGIN = 12
LONGEST_SOUGHT = 1_000
"""So many characters of a quotation are compared with a source to find the nearest words."""

ELLIPSIS = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")
MOST_PLACES = 5
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:[.,:/'-][^\W_]+)*%?|[^\w\s]|_")


class Searchable:
    """The normalised paragraphs of a source, joined by line feeds, and the way back to its own text.

    `plain` is that text; `printed` the same, at the same positions, with quotation marks and dashes as the
    source prints them; `starts` the positions at which the paragraphs start. No paragraph is blank. Building
    one takes time proportional to the source's length.
    """

    __slots__ = ("plain", "printed", "source", "starts")

    def __init__(self, source: SourceText) -> None:
        paragraphs = [single_spaced(source.text[p.start : p.end]) for p in source.paragraphs]
        self.source = source
        self.printed = "\n".join(paragraphs)
        self.plain = plain_marks(self.printed)
        self.starts = tuple(accumulate((len(words) + 1 for words in paragraphs), initial=0))[:-1]

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that holds a position of `plain`."""
        return bisect_right(self.starts, position) - 1

    def paragraph_end(self, index: int) -> int:
        """The position in `plain` at which a paragraph ends."""
        return self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.plain)

    def ranges(self, index: int, stretches: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        """The code points of the source's text that stretches of `plain` in one paragraph stand for."""
        paragraph = self.source.paragraphs[index]
        first = self.starts[index]
        raw = self.source.text[paragraph.start : paragraph.end]
        if keeps_places(raw):
            shift = paragraph.start - first
            return tuple((start + shift, end + shift) for start, end in stretches)
        places = offsets(raw)
        return tuple(
            (paragraph.start + places[start - first], paragraph.start + places[end - 1 - first] + 1)
            for start, end in stretches
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words stand: the paragraph's number, and code points of the source's text.

    Several ranges where the quotation leaves words out.
    """

    paragraph: int
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """The words do not stand there between prefix and suffix; `elsewhere` is where they do without them.

    The first few of these, as of `Ambiguous`.
    """

    elsewhere: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words stand there `count` times, which prefix and suffix do not tell apart.

    `beginnings` are the first few: the paragraph's number, and the code point of the source's text at which
    the words begin.
    """

    count: int
    beginnings: tuple[tuple[int, int], ...]


def locate(
    exact: str, prefix: str | None, suffix: str | None, source: Searchable
) -> Found | Absent | Ambiguous:
    """The one passage in which the source prints the exact words, between prefix and suffix where given.

    Equal after `normalise`, beginning and ending where tokens do. `[…]` stands for words left out of one
    paragraph. Prefix and suffix touch the words, but for white space; they may begin and end anywhere.
    """
    parts = pieces(exact)
    stands = [_stands(piece, source) for piece in parts]
    if not all(stands) or not stands:
        return Absent(())
    before, after = normalise(prefix or ""), normalise(suffix or "")
    fitting = list(stands)
    if before:
        fitting[0] = [start for start in stands[0] if _stands_before(before, start, source.plain)]
    if after:
        length = len(parts[-1])
        fitting[-1] = [start for start in fitting[-1] if _stands_after(after, start + length, source.plain)]
    count, found = _chains(parts, fitting, source)
    if count == 1:
        return found[0]
    if count == 0:
        elsewhere = _chains(parts, stands, source)[1] if before or after else ()
        return Absent(_beginnings(elsewhere))
    return Ambiguous(count, _beginnings(found))


def pieces(exact: str) -> list[str]:
    """The normalised pieces that `[…]` parts; empty ones left out."""
    return [piece for piece in map(normalise, ELLIPSIS.split(exact)) if piece]


def places_of(exact: str, source: Searchable) -> tuple[Found, ...]:
    """Every passage in which the source prints these words, which leave nothing out, in its order."""
    words = normalise(exact)
    return tuple(_found([words], (start,), source) for start in _stands(words, source)) if words else ()


def _stands(words: str, source: Searchable) -> list[int]:
    """The positions at which normalised words stand between token boundaries."""
    found = []
    plain, printed, length = source.plain, source.printed, len(words)
    start = plain.find(words)
    while start >= 0:
        if is_boundary(printed, start) and is_boundary(printed, start + length):
            found.append(start)
        start = plain.find(words, start + 1)
    return found


def _stands_before(prefix: str, start: int, plain: str) -> bool:
    end = start - 1 if start and plain[start - 1] in " \n" else start
    return normalise(plain[max(end - _reach_of(prefix), 0) : end]).endswith(prefix)


def _stands_after(suffix: str, end: int, plain: str) -> bool:
    start = end + 1 if end < len(plain) and plain[end] in " \n" else end
    return normalise(plain[start : start + _reach_of(suffix)]).startswith(suffix)


def _reach_of(words: str) -> int:
    """How many characters may hold words that go over paragraphs: between Han these leave no mark."""
    return 2 * len(words)


def _chains(parts: list[str], stands: list[list[int]], source: Searchable) -> tuple[int, tuple[Found, ...]]:
    """In how many ways the pieces stand in order in one paragraph, and the first few of these ways."""
    ways = [[1] * len(stands[-1])]
    for piece, here, following in zip(parts[-2::-1], stands[-2::-1], stands[:0:-1], strict=True):
        sums = list(accumulate(ways[0], initial=0))
        reach = [_reach(start, len(piece), following, source) for start in here]
        ways.insert(0, [sums[last] - sums[first] for first, last in reach])
    chains = islice(_each_chain(parts, stands, ways, source), MOST_PLACES)
    return sum(ways[0]), tuple(_found(parts, chain, source) for chain in chains)


def _reach(start: int, length: int, following: list[int], source: Searchable) -> tuple[int, int]:
    """Which of the following positions come after a piece and within its paragraph."""
    end = source.paragraph_end(source.paragraph_at(start))
    return bisect_left(following, start + length), bisect_left(following, end)


def _each_chain(
    parts: list[str], stands: list[list[int]], ways: list[list[int]], source: Searchable
) -> Iterator[tuple[int, ...]]:
    """The ways, in the order of the text; `ways` keeps it out of dead ends."""

    def continued(chain: tuple[int, ...], first: int, last: int) -> Iterator[tuple[int, ...]]:
        depth = len(chain)
        if depth == len(parts):
            yield chain
            return
        for place in range(first, last):
            if ways[depth][place]:
                start = stands[depth][place]
                following = stands[depth + 1] if depth + 1 < len(parts) else []
                yield from continued((*chain, start), *_reach(start, len(parts[depth]), following, source))

    return continued((), 0, len(stands[0]))


def _found(parts: list[str], chain: tuple[int, ...], source: Searchable) -> Found:
    index = source.paragraph_at(chain[0])
    stretches = tuple((start, start + len(piece)) for start, piece in zip(chain, parts, strict=True))
    return Found(source.source.paragraphs[index].number, source.ranges(index, stretches))


def _beginnings(found: tuple[Found, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((each.paragraph, each.ranges[0][0]) for each in found))


@dataclass(frozen=True, slots=True)
class Nearest:
    """The words of a source that come nearest to a quotation it does not hold; for a diagnostic only.

    `text` is what the source prints at `[start, end)` of its text. `missing` are words of the quotation that
    it does not have there, `extra` words that it has instead or besides.
    """

    paragraph: int
    start: int
    end: int
    text: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def nearest(exact: str, source: Searchable) -> Nearest | None:
    """The nearest words in the source; of pieces parted by `[…]`, to the longest that it lacks.

    None if nothing there resembles them.
    """
    parts = sorted(pieces(exact), key=len, reverse=True)
    if not parts:
        return None
    words = next((piece for piece in parts if not _stands(piece, source)), parts[0])[:LONGEST_SOUGHT]
    window = _window(words, source)
    if window is None:
        return None
    index, start, end = window
    wanted = [token[0] for token in _TOKEN.finditer(words)]
    tokens = list(_TOKEN.finditer(source.plain, start, end))
    changes = SequenceMatcher(None, wanted, [token[0] for token in tokens], autojunk=False).get_opcodes()
    first, last = _trimmed(changes)
    if first >= last:
        return None
    missing = [word for tag, i, j, _, _ in changes if tag in ("replace", "delete") for word in wanted[i:j]]
    extra = [
        token[0]
        for tag, _, _, i, j in changes
        if tag in ("replace", "insert")
        for token in tokens[max(i, first) : min(j, last)]
    ]
    ((begin, stop),) = source.ranges(index, ((tokens[first].start(), tokens[last - 1].end()),))
    number = source.source.paragraphs[index].number
    return Nearest(number, begin, stop, source.source.text[begin:stop], tuple(missing), tuple(extra))


def _window(words: str, source: Searchable) -> tuple[int, int, int] | None:
    """The paragraph's index, and the stretch of `plain` around the best alignment of the words with it."""
    best, window = LEAST_LIKENESS, None
    for index, start in enumerate(source.starts):
        end = source.paragraph_end(index)
        found = partial_ratio_alignment(words, source.plain[start:end], score_cutoff=best)
        if found and found.score > best and found.dest_end > found.dest_start:
            best, margin = found.score, MARGIN + len(words) // 4
            first, last = start + found.dest_start - margin, start + found.dest_end + margin
            window = (index, max(first, start), min(last, end))
    if window is None:
        return None
    index, first, last = window
    begin = source.plain.rfind(" ", source.starts[index], first) + 1 or source.starts[index]
    stop = source.plain.find(" ", last, source.paragraph_end(index))
    return index, begin, stop if stop >= 0 else source.paragraph_end(index)


def _trimmed(changes: Sequence[tuple[str, int, int, int, int]]) -> tuple[int, int]:
    """The tokens of the window that the quotation speaks of: without what merely surrounds them."""
    first, last = 0, changes[-1][4] if changes else 0
    if changes and changes[0][0] in ("insert", "replace"):
        _, i, j, start, end = changes[0]
        first = max(start, end - (j - i))
    if len(changes) > 1 and changes[-1][0] in ("insert", "replace"):
        _, i, j, start, end = changes[-1]
        last = min(end, start + (j - i))
    return first, last


def anchor_of(exact: str, *context: str) -> str:
    """The anchor of these words: `q-` and ten hexadecimal digits.

    `context` tells equal words of one source apart; equal words and context give the same anchor.
    """
    return "q-" + _digest("\n".join(normalise(part) for part in (exact, *context)))


def heading_anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """The anchors of headings of one page, in their order: each its own, whatever its script.

    `section-` and the ASCII letters and digits of the words; for what has none, and for a heading after
    another that has the same, ten hexadecimal digits that its words make as well.
    """
    found: list[str] = []
    for heading in headings:
        found.append(next(each for each in _heading_anchors(heading) if each not in found))
    return tuple(found)


def _heading_anchors(heading: str) -> Iterator[str]:
    """The anchors that a heading may have; the last is that of no other heading."""
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in heading.lower()).split()
    plain = "-".join(("section", *words))
    if words:
        yield plain
    yield f"{plain}-{_digest(normalise(heading))}"
    yield f"{plain}-{_digest(heading)}-as-written"


def statement_anchor(statement: Statement) -> str:
    """The anchor of a statement: `s-` and ten hexadecimal digits.

    It is made of its sources and their exact words (by their anchors, as words may be withheld) in no
    order, so that rewording leaves it be; of its text if it is the editor's own.
    """
    proof = sorted({f"{item.source}\t{item.anchor}" for item in statement.evidence})
    return "s-" + _digest("\n".join(proof or [normalise(statement.text)]))


def _digest(text: str) -> str:
    return hashlib.blake2s(text.encode(errors="replace"), digest_size=5).hexdigest()
