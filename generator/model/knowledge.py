"""What an edition knows, apart from its pages: things, statements, the words that prove them, what is due."""

from dataclasses import dataclass

from generator.model.commitments import CommitmentState
from generator.model.dates import Date
from generator.model.evidence import Voice
from generator.model.runs import Target
from generator.model.text import SourceId


@dataclass(frozen=True, slots=True)
class Named:
    """Something by its name: what schema.org calls it, and which thing it is.

    Its identity is the address of `target`; where that is a page of its own, with `fragment`, so that the
    thing is not the page about it.
    """

    type: str
    name: str
    target: Target
    fragment: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person: the title held as of the edition, and whom they act for."""

    name: str
    other_names: tuple[str, ...]
    role: str | None
    organisation: Named | None
    side: Named | None
    target: Target
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Something that happened, or is to happen."""

    name: str
    date: Date | None
    place: Named | None
    description: str
    people: tuple[Named, ...]
    sides: tuple[Named, ...]
    target: Target


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry of the glossary: `types` are what schema.org calls it, `fragment` its name at its own page."""

    types: tuple[str, ...]
    fragment: str
    name: str
    other_names: tuple[str, ...]
    description: str | None
    target: Target
    same_as: tuple[str, ...] = ()


Thing = KnownPerson | KnownEvent | KnownEntry


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words that prove a statement: `target` is where they stand on the page of their source.

    `exact` and `paragraph` are those of the source's text; `printed` words of the article that are cited
    beside a summary. Of a source that may not be shown, no words, and the target is its page.
    """

    source: SourceId
    target: Target
    exact: str
    voice: Voice
    paragraph: int
    printed: str | None


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement: who says so, if not the sources themselves; where it stands, its own page first."""

    text: str
    author: Named | None
    stands: tuple[Target, ...]
    words: tuple[KnownWords, ...]


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """What somebody undertook, or what is expected of them: then nobody is bound by it.

    `stands` is where the statement that tells it does, `state` how it is on the day of the edition.
    """

    target: Target
    text: str
    by: tuple[Named, ...]
    to: tuple[Named, ...]
    is_expected: bool
    start: Date | None
    end: Date | None
    state: CommitmentState
    stands: Target | None


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything of an edition that linked data tell as one graph."""

    things: tuple[Thing, ...] = ()
    statements: tuple[KnownStatement, ...] = ()
    commitments: tuple[KnownCommitment, ...] = ()
