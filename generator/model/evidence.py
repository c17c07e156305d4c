"""Proof: citations that were found in their source, the statements that rest on them, and how well."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.text import EntryId, SourceId, Span


class Voice(StrEnum):
    """Whose words a source's text is made of."""

    ARTICLE = "article"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or term of the glossary in a text: `[start, end)` in code points of that text.

    `misspelt` if the text prints a form that the glossary lists as wrong.
    """

    entry: EntryId
    start: int
    end: int
    misspelt: bool


class Doubt(StrEnum):
    """Why it is not sure whose name a text prints."""

    LONGER_NAME = "longer-name"
    GIVEN_NAME = "given-name"
    GENERATION = "generation"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class DoubtfulMention:
    """A name at `[start, end)` of a text that may not be the entry's, and why; it counts nowhere."""

    entry: EntryId
    start: int
    end: int
    why: Doubt


@dataclass(frozen=True, slots=True)
class InArticle:
    """A sentence of the article itself that a summary sums up: paragraph and sentence, numbered from 1."""

    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A few words that the article itself prints, proved by a fingerprint in the seal, and where.

    `is_speech` if the article prints them between quotation marks.
    """

    exact: str
    place: InArticle
    is_speech: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A citation whose exact words a machine found.

    `ranges` are code points of the source's text (several where the citation leaves words out); `exact` is
    what the source's text has there: the article's own words, or ours that sum it up (`voice`). `sentence` is
    the whole sentence that holds them (several if they run on), on one line, and `within` where in it they
    stand. `anchor` is the id of the words on the source's page: it depends on the words alone, so it survives
    changes elsewhere in the source.

    Of a summary, `in_article` are the article's sentences that it sums up, if its seal tells; `printed` are
    words of the article that the author cites besides. Only these and words of voice `article` may ever stand
    in quotation marks.
    """

    source: SourceId
    paragraph: int
    ranges: tuple[tuple[int, int], ...]
    exact: str
    anchor: str
    voice: Voice
    sentence: str
    within: tuple[tuple[int, int], ...]
    in_article: tuple[InArticle, ...] = ()
    printed: Printed | None = None


class Certainty(StrEnum):
    """How surely something is said, where that is not plainly."""

    CONFIRMED = "confirmed"
    PLANNED = "planned"
    LIKELY = "likely"
    POSSIBLE = "possible"
    REPORTED = "reported"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a page may say: text with its evidence, or the editor's own with a reason.

    Exactly one of `evidence` and `reason` is filled; verify makes no other. `mentions` are the names and
    terms in the text. `says` is according to whom and `certainty` how surely it is said, where the author
    tells: pages show both behind the text, so that no table and no cut loses them.
    """

    text: str
    evidence: tuple[Evidence, ...]
    reason: str | None
    mentions: tuple[Mention, ...]
    span: Span
    says: EntryId | None = None
    certainty: Certainty | None = None

    def __post_init__(self) -> None:
        if bool(self.evidence) == bool(self.reason):
            raise ValueError(f"{self.span}: a statement is either proved or the editor's own")


@dataclass(frozen=True, slots=True)
class Borne:
    """A clause of a statement, and the sources whose words have it; no text if none can be told apart."""

    text: str
    sources: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """The sources that a statement cites, and how many of them share no copied passage with another.

    `clauses` has for each clause, as far as clauses are told apart, how many such sources bear it.
    `is_compared` unless the statement has several sources and no lexicon could tell what each of them bears.
    """

    sources: tuple[SourceId, ...]
    independent: int
    clauses: tuple[int, ...] = ()
    is_compared: bool = True

    @property
    def least(self) -> int:
        """How many independent sources the clause has that has fewest of them."""
        return min(self.clauses, default=self.independent)


@dataclass(frozen=True, slots=True)
class CopiedPassage:
    """A passage that two sources share, nearly word for word: `[start, end)` in each, and its same words."""

    first: SourceId
    second: SourceId
    first_range: tuple[int, int]
    second_range: tuple[int, int]
    words: int
