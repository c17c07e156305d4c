"""Disputed questions, and the dates on which sources differ: which belongs to which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.compose.atlas import Atlas
from generator.compose.parts import differs
from generator.compose.writer import capitalised
from generator.language.printed_dates import days_in
from generator.model.dates import Interval
from generator.model.dossier import Dispute, Event
from generator.model.entries import Measurand
from generator.model.evidence import Evidence, Statement
from generator.model.identifiers import EntryId
from generator.words import Words

Day = tuple[int, int]


class Asked(NamedTuple):
    """A disputed question and the topic whose briefing asks it."""

    topic: EntryId
    dispute: Dispute


def questions(atlas: Atlas) -> tuple[Asked, ...]:
    """All disputed questions, in the order of the briefings."""
    briefings = atlas.dossier.briefings.items()
    return tuple(Asked(topic, dispute) for topic, briefing in briefings for dispute in briefing.disputes)


def about_figures(atlas: Atlas, measurand: Measurand) -> tuple[Asked, ...]:
    """The questions of which every answer rests on a figure of this measurand, whose values differ."""
    if not differs(measurand):
        return ()
    figures = [item for figure in measurand.figures for item in figure.statement.evidence]
    return tuple(
        asked
        for asked in questions(atlas)
        if all(shares_words(position.evidence, figures) for position in asked.dispute.positions)
    )


def about_date(atlas: Atlas, event: Event) -> tuple[Asked, ...]:
    """The questions of which every answer rests on words that date this event."""
    proofs = event.summary.evidence
    return tuple(
        asked
        for asked in questions(atlas)
        if all(shares_words(position.evidence, proofs) for position in asked.dispute.positions)
        and answers_are_days(asked.dispute)
    )


def answers_are_days(dispute: Dispute) -> bool:
    """Whether every answer rests on a printed day, and not all on the same."""
    days = [days_of(position) for position in dispute.positions]
    return all(days) and any(one != days[0] for one in days)


def days_of(statement: Statement) -> frozenset[Day]:
    """The days that the words behind a statement print."""
    return frozenset(day for item in statement.evidence for day in days_in(item.exact))


def days_by_source(event: Event) -> dict[Day, list[Evidence]]:
    """The days that sources give for an event of one day, each with the words that give it.

    Empty unless sources that print a single day differ: more than one in a source tell of other things.
    """
    if isinstance(event.date, Interval):
        return {}
    printed: dict[str, dict[Day, Evidence]] = {}
    for item in event.summary.evidence:
        for day in days_in(item.exact):
            printed.setdefault(item.source, {}).setdefault(day, item)
    found: dict[Day, list[Evidence]] = {}
    for days in printed.values():
        if len(days) == 1:
            for day, item in days.items():
                found.setdefault(day, []).append(item)
    return found if len(found) > 1 else {}


def days_told(words: Words, found: dict[Day, list[Evidence]]) -> str:
    """That sources give different dates, and which."""
    count = len({item.source for items in found.values() for item in items})
    days = words.listed(words.day_of_month(*day) for day in sorted(found))
    return capitalised(words("dispute.dates", n=count, many=words.spelled(count), days=days))


def answers_told(words: Words, dispute: Dispute) -> str:
    """How many answers a question has, and from how many sources."""
    count = len(dispute.positions)
    sources = len({item.source for position in dispute.positions for item in position.evidence})
    answers = words("dispute.answers", n=count, many=words.spelled(count))
    rest = words("dispute.from-sources", n=sources, many=words.spelled(sources))
    return capitalised(words("dispute.told", answers=answers, sources=rest))


def shares_words(first: Iterable[Evidence], second: Iterable[Evidence]) -> bool:
    """Whether two groups of quotations have words of a source in common."""
    known = [(item.source, start, end) for item in second for start, end in item.ranges]
    return any(
        item.source == source and start < last and begin < end
        for item in first
        for start, end in item.ranges
        for source, begin, last in known
    )
