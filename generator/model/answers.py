"""Answers to questions that readers ask in the search, made when the site is built, each with its proof."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Date
from generator.model.runs import Target


class Asked(StrEnum):
    """What a question asks for, in the order in which the patterns of a language are tried."""

    LED = "led"
    ATTENDED = "attended"
    AGREED = "agreed"
    WANTED = "wanted"
    SAID = "said"
    PROMISED = "promised"
    STATUS = "status"
    ENDS = "ends"
    AMOUNT = "amount"
    WHERE = "where"
    WHEN = "when"
    WHAT = "what"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One sentence that answers a question about `title`, and where it stands with its sources.

    `names` are those by which the subject may be asked for, `lead` is the answer in a word or two: a name, a
    day, a value. `also` are other words for what the sentence names. `days` are those it is about.
    `support` says on how many sources the sentence rests, as its mark on a page does; None if it is no
    statement but says that no source tells this.
    """

    asked: Asked
    title: str
    subject: Target
    names: tuple[str, ...]
    lead: str
    text: str
    place: Target
    support: str | None
    also: tuple[str, ...] = ()
    days: Date | None = None
