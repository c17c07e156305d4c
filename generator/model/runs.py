"""What is inside a line: words, links, marks of proof; the runs that every view renders."""

from dataclasses import dataclass

from generator.model.dates import Date
from generator.model.evidence import Certainty
from generator.model.text import EntryId


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of the site leads: a page's path without suffix (`briefings/lake-level`), an anchor."""

    page: str
    anchor: str | None = None

    @classmethod
    def read(cls, address: str) -> "Target":
        """What a redirect or a manifest writes `page#anchor`, or `page` alone."""
        page, _, anchor = address.partition("#")
        return cls(page, anchor or None)


@dataclass(frozen=True, slots=True)
class Plain:
    """Text as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that carries weight: a label, a value."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Text that steps back: a label of support, a unit."""

    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """According to whom, and how surely, a statement is said: by keys, and in words that stand behind it."""

    text: str
    says: EntryId | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """What an article prints, or somebody said according to it; the view adds quotation marks.

    `within` is where in it the cited words stand, if it is more than these. Words of ours are never `Quoted`.
    """

    text: str
    within: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is cited."""
        return _pieces(self.text, self.within)


@dataclass(frozen=True, slots=True)
class Summarised:
    """Words of our own that sum up an article: no view puts them in quotation marks; `within` as above."""

    text: str
    within: tuple[tuple[int, int], ...] = ()

    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is cited."""
        return _pieces(self.text, self.within)


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a page of the site or an anchor of it."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Anchor:
    """An address that leads here besides that of the line: what stood there stands here. It has no words."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class External:
    """Text that leads out of the site; only https and http."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name or term that leads to its entry; `preview` says in a line what it is."""

    text: str
    target: Target
    preview: str


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a numbered note; `occurrence` counts the marks of one note on a page from 1."""

    number: int
    occurrence: int


@dataclass(frozen=True, slots=True)
class EditorMark:
    """The mark of what is the editor's own, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """The mark of a statement that no machine compared with its evidence, or that somebody accepted.

    `label` is the mark, `told` what it means here: who accepted it and why, or that nobody has yet.
    """

    label: str
    told: str
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class SupportMark:
    """How many sources a statement cites, in words, and which; one that copies says so behind its name.

    `independent` is how many there are if those that copy from each other count once.
    """

    text: str
    sources: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class When:
    """A date: what is read, and its EDTF for machines; `basis` where no source prints it."""

    text: str
    date: Date | None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class SideMark:
    """The name of a side, told apart by its rank (a colour and a shape) as well as by its words."""

    text: str
    rank: int
    target: Target


@dataclass(frozen=True, slots=True)
class PersonMark:
    """The name of a person who acts, with the rank of their side if they have one."""

    text: str
    rank: int | None
    target: Target
    preview: str


@dataclass(frozen=True, slots=True)
class Added:
    """Words that an edition was the first to say."""

    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that an edition does not say any more."""

    text: str


@dataclass(frozen=True, slots=True)
class Status:
    """A word of state, such as `open`, `planned`, `concluded`; its look is that of its key."""

    text: str
    key: str


Run = (
    Plain
    | Strong
    | Quiet
    | Attribution
    | Quoted
    | Summarised
    | Link
    | Anchor
    | External
    | Term
    | NoteRef
    | EditorMark
    | ReviewMark
    | SupportMark
    | When
    | SideMark
    | PersonMark
    | Status
    | Added
    | Removed
)


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that are read as one: a sentence, a cell, a list item.

    `statement` is the anchor of a line that states something proved, or the editor's own. It is made of
    the proof, so that it stays while the words around the proof are mended.
    """

    runs: tuple[Run, ...]
    statement: str | None = None

    def text(self, without: tuple[type, ...] = ()) -> str:
        """The words of its runs, one after the other; marks of notes, editors and readers have none."""
        runs = (run for run in self.runs if not isinstance(run, without))
        return "".join(run.text for run in runs if not isinstance(run, NoteRef | EditorMark | ReviewMark))


def _pieces(text: str, within: tuple[tuple[int, int], ...]) -> tuple[tuple[str, bool], ...]:
    found, position = list[tuple[str, bool]](), 0
    for start, end in within or ((0, len(text)),):
        found += [(text[position:start], False), (text[start:end], True)]
        position = end
    return tuple(piece for piece in (*found, (text[position:], False)) if piece[0])
