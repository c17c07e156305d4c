"""Values that carry their proof: dates, statuses, parties and places, with evidence or an open basis."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.model.evidence import Evidence
from generator.model.text import EventId, SourceId

T_co = TypeVar("T_co", covariant=True)


class Derivation(StrEnum):
    """How the program knows a value that its sources do not print as it is."""

    YEAR = "year"
    """Printed without a year, which follows from the day of the source."""
    RELATIVE = "relative"
    """A weekday, “yesterday”, “last month”: counted from the day of the source."""
    EVENT = "event"
    """The date of the event that it belongs to."""
    ISSUED = "issued"
    """The day of the source that reports it."""
    ITEM = "item"
    """The item names it: a side of the talks, one of its people."""
    AS_OF = "as-of"
    """It follows from the date and the day for which the edition speaks."""


@dataclass(frozen=True, slots=True)
class Derived:
    """On what a value rests: how it follows, and from which source or event."""

    how: Derivation
    source: SourceId | None = None
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class Proved(Generic[T_co]):
    """A value with the evidence that gives it, or with an open basis, which pages show.

    `derived` tells what the program concluded; `is_cited` that the evidence is the value's own, and not that
    of the statement it stands beside. A value that needs no proof (nothing, an unknown status) has none.
    """

    value: T_co
    evidence: tuple[Evidence, ...] = ()
    basis: str | None = None
    derived: Derived | None = None
    is_cited: bool = False

    def __bool__(self) -> bool:
        """Nothing to ask: whoever means the value says so."""
        raise TypeError("a proved value is neither true nor false: ask its value")

    @property
    def is_proved(self) -> bool:
        """Whether anything speaks for it."""
        return bool(self.evidence or self.basis or self.derived)

    @property
    def own(self) -> tuple[Evidence, ...]:
        """The evidence that is cited for this value alone."""
        return self.evidence if self.is_cited else ()


class ValueKind(StrEnum):
    """What sort of value it is, which decides how it is proved."""

    DATE = "date"
    ENTRY = "entry"
    STATUS = "status"
    FLAG = "flag"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ProvedField:
    """A field of the content whose value must be proved: authors may write `<name>_cite` and `<name>_basis`.

    `owner` is the list in which it stands in the files, `what` how a message calls it. Where `is_beside` is
    False the item's own citations are all there is.
    """

    owner: str
    name: str
    kind: ValueKind
    what: str
    is_beside: bool = True

    @property
    def cite(self) -> str:
        """The field for its citations."""
        return f"{self.name}_cite"

    @property
    def basis(self) -> str:
        """The field for its open basis."""
        return f"{self.name}_basis"


class Fields:
    """Every field whose value must be proved, a row each."""

    EVENT_DATE = ProvedField("events", "date", ValueKind.DATE, "the date")
    PLACE = ProvedField("events", "place", ValueKind.ENTRY, "the place")
    ROUND_STATUS = ProvedField("events", "status", ValueKind.STATUS, "the status")
    PERSON = ProvedField("members", "person", ValueKind.ENTRY, "who sat in the delegation", is_beside=False)
    LEAD = ProvedField("members", "lead", ValueKind.FLAG, "who leads the delegation")
    SIDE = ProvedField("positions", "side", ValueKind.ENTRY, "the side")
    BY = ProvedField("commitments", "by", ValueKind.ENTRY, "who undertakes it")
    OF = ProvedField("commitments", "of", ValueKind.ENTRY, "of whom it is expected")
    TO = ProvedField("commitments", "to", ValueKind.ENTRY, "to whom it is undertaken")
    SAYS = ProvedField("commitments", "says", ValueKind.ENTRY, "who says so")
    CONDITION = ProvedField("commitments", "condition", ValueKind.TEXT, "the condition")
    FROM = ProvedField("commitments", "from", ValueKind.DATE, "the day from which it holds")
    DUE = ProvedField("commitments", "due", ValueKind.DATE, "the day on which it is due")
    UNTIL = ProvedField("commitments", "until", ValueKind.DATE, "the day until which it holds")
    SETTLED = ProvedField("settlements", "date", ValueKind.DATE, "the day of the outcome")
    SAID = ProvedField("said", "date", ValueKind.DATE, "the date of the saying")
    HELD = ProvedField("roles", "held", ValueKind.DATE, "the time for which the title was held")
    AS_OF = ProvedField("figures", "as_of", ValueKind.DATE, "the time of which the figure is true")
    ATTRIBUTED_TO = ProvedField("figures", "attributed_to", ValueKind.ENTRY, "who gives the figure")

    @classmethod
    def all(cls) -> Iterator[ProvedField]:
        """The rows in their order."""
        return (each for each in vars(cls).values() if isinstance(each, ProvedField))
