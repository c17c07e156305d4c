"""Claims: what a sentence asserts, as far as rules can read it, and what comparing two of them tells.

Claims are read from statements and from evidence by the same function, so that they can be laid side by side.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.quantities import Quantity


class WordKind(StrEnum):
    """What a word of a claim is, as far as comparing needs to know."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    VERB = "verb"
    OTHER = "other"
    FUNCTION = "function"


class Amount(StrEnum):
    """How many of them: what a quantifier says."""

    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    FEW = "few"
    ONLY = "only"


CERTAIN, PLAIN, PLANNED, LIKELY, POSSIBLE = 5, 4, 3, 2, 1
"""How surely something is said, from “confirmed” over a plain assertion, a plan and a forecast to “may”."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or fixed phrase of a claim, at `[start, end)` of its text, with its dictionary form as `key`.

    `senses` are all that it may mean: its dictionary form, its stem, the families of its lexicon; two words
    that share one may mean the same. `opposites` are senses of which it is the contrary, `group` those of
    things of its sort, of which it is one: a word of the same group and another sense is another thing.
    """

    form: str
    key: str
    start: int
    end: int
    kind: WordKind
    senses: frozenset[str]
    opposites: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    certainty: int = PLAIN
    amount: Amount | None = None
    is_past: bool = False
    quantity: Quantity | None = None

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself: no particle, no auxiliary."""
        return self.kind is not WordKind.FUNCTION


@dataclass(frozen=True, slots=True)
class Manner:
    """How a word stands in its claim: what the words around it do to it.

    Each value comes with the words that bring it about, as indices into the claim's words: `negated_by` are
    the negations, `certainty` is that of the weakest hedge, `conditions` begin what it depends on.
    """

    negated_by: tuple[int, ...] = ()
    certainty: int = PLAIN
    hedged_by: tuple[int, ...] = ()
    conditions: tuple[int, ...] = ()
    asked_by: tuple[int, ...] = ()

    @property
    def is_negated(self) -> bool:
        """Whether the negations around it leave one over."""
        return len(self.negated_by) % 2 == 1


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with at most one finite verb: the words `[first, last)` of its claim."""

    first: int
    last: int
    speaker: tuple[int, ...] = ()
    """The words that name who says the rest, if this clause is an attribution such as “officials said”."""
    voice: tuple[int, ...] = ()
    """The words that name who says this clause, as far as an attribution tells."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text asserts: its words in order, how each of them stands, and its clauses.

    `content` are the words that say something; of these, evidence must have the `needed` ones: not “take” or
    “expected”, which others may replace. They are left out of the hash, which would take long: texts differ.
    """

    text: str
    language: str
    words: tuple[Word, ...] = field(hash=False)
    manners: tuple[Manner, ...] = field(hash=False)
    clauses: tuple[Clause, ...] = field(hash=False)
    content: tuple[int, ...] = field(hash=False)
    needed: frozenset[int] = field(default=frozenset(), hash=False)
    has_lexicon: bool = True
    is_question: bool = False

    @property
    def speakers(self) -> tuple[int, ...]:
        """The words that name those to whom something is attributed."""
        return tuple(word for clause in self.clauses for word in clause.speaker)


class Outcome(StrEnum):
    """What comparing a statement with its evidence came to."""

    DIFFERS = "differs"
    AGREES = "agrees"
    NOT_READ = "not-read"
    NOT_COMPARED = "not-compared"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: a word or phrase of the statement, and what the evidence has instead.

    `said` and `printed` are these words; one of them is empty where a word was left out or added. `evidence`
    is the place of that evidence in the statement's list, `said_at` and `printed_at` the ranges of the words
    in the statement and in that evidence's sentence.
    """

    code: str
    said: str
    printed: str
    said_at: tuple[int, int] | None = None
    printed_at: tuple[int, int] | None = None
    evidence: int = 0
    help: str = ""

    @property
    def message(self) -> str:
        """The two pieces side by side."""
        said = f"“{self.said}”" if self.said else "nothing of this"
        printed = f"“{self.printed}”" if self.printed else "nothing of this"
        return f"statement: {said}, evidence: {printed}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of comparing a statement with all of its evidence.

    `unread` is the clause that was worded too freely to be aligned, if the outcome is that.
    """

    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    unread: str = ""
