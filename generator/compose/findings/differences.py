"""On what the sources differ: found by rules alone, each with the pages that it concerns.

Disputed questions, and the dates on which sources differ: which belongs to which.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.compose.atlas import Atlas
from generator.compose.findings.errors import count_of_fact, late_titles_by_source
from generator.compose.findings.figures import sources_of, told_of
from generator.compose.pages.timelines import concerns
from generator.compose.parts import differs
from generator.compose.writer import capitalised
from generator.model.dates import Interval
from generator.model.entries import Entry, Measurand
from generator.model.evidence import Evidence, Statement
from generator.model.facts import Dispute, Event, Source
from generator.model.keys import DisputeKind
from generator.model.kinds import KINDS, page_of
from generator.model.runs import Line, Link, Plain, Target
from generator.model.text import EntryId
from generator.text.dates import days_in
from generator.words import Words

Day = tuple[int, int]

MOST_LINKS = 6

Subject = Measurand | Event | Dispute | Source


class Asked(NamedTuple):
    """A disputed question and the page that asks it; none if it is of no topic and no round."""

    page: str | None
    dispute: Dispute


def questions(atlas: Atlas) -> tuple[Asked, ...]:
    """All disputed questions: those of briefings, then those of talk rounds, then the others."""
    dossier = atlas.dossier
    homes = (
        *((KINDS.topic.path(topic), briefing.disputes) for topic, briefing in dossier.briefings.items()),
        *((KINDS.round.path(talks.id), talks.disputes) for talks in dossier.rounds()),
        (None, dossier.disputes),
    )
    return tuple(Asked(page, dispute) for page, disputes in homes for dispute in disputes)


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
        and answers_are_days(atlas, asked.dispute)
    )


def answers_are_days(atlas: Atlas, dispute: Dispute) -> bool:
    """Whether every answer rests on a printed day, and not all on the same."""
    days = [days_of(atlas, position) for position in dispute.positions]
    return all(days) and any(one != days[0] for one in days)


def days_of(atlas: Atlas, statement: Statement) -> frozenset[Day]:
    """The days that the words behind a statement print."""
    return frozenset(day for item in statement.evidence for day in _days_in(atlas, item))


def _days_in(atlas: Atlas, item: Evidence) -> tuple[Day, ...]:
    """The days that a quotation prints, in the language of its source."""
    return days_in(item.exact, atlas.dossier.sources[item.source].bibliography.language)


def days_by_source(atlas: Atlas, event: Event) -> dict[Day, list[Evidence]]:
    """The days that sources give for an event of one day, each with the words that give it.

    Empty unless sources that print a single day differ: more than one in a source tell of other things.
    """
    if isinstance(event.date.value, Interval):
        return {}
    printed: dict[str, dict[Day, Evidence]] = {}
    for item in event.summary.evidence:
        for day in _days_in(atlas, item):
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


class Differences(StrEnum):
    """What differences are about: the anchor of their section, in the order of the page."""

    OUTCOME = DisputeKind.OUTCOME.value
    BLAME = DisputeKind.BLAME.value
    PARTIES = DisputeKind.PARTIES.value
    SCOPE = DisputeKind.SCOPE.value
    GAINS = DisputeKind.GAINS.value
    MOTIVES = DisputeKind.MOTIVES.value
    FUTURE = DisputeKind.FUTURE.value
    OTHER = DisputeKind.OTHER.value
    FIGURES = "figures"
    DATES = "dates"
    ERRORS = "errors"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which sources differ, or what one of them gets wrong.

    `told` says in plain words what differs; `pages` are the paths of the pages that it concerns; `count`
    is how many differences it holds.
    """

    kind: Differences
    anchor: str
    title: str
    told: str
    subject: Subject
    pages: frozenset[str]
    count: int = 1

    def target(self) -> Target:
        """Where it is told in full."""
        return Target(KINDS.disagreements.path(), self.anchor)


@lru_cache(maxsize=1)
def differences(atlas: Atlas) -> tuple[Difference, ...]:
    """All differences, in the order in which the page tells them."""
    rules = (_claims, _figures, _dates, _errors)
    found = [difference for rule in rules for difference in rule(atlas)]
    return tuple(sorted(found, key=lambda each: list(Differences).index(each.kind)))


def disagreements(atlas: Atlas) -> tuple[Difference, ...]:
    """The differences between sources, without what one of them gets wrong."""
    return tuple(each for each in differences(atlas) if each.kind is not Differences.ERRORS)


def count_of(found: Iterable[Difference]) -> int:
    """How many differences these hold."""
    return sum(each.count for each in found)


@lru_cache(maxsize=1)
def _by_page(atlas: Atlas) -> dict[str, list[Difference]]:
    found: dict[str, list[Difference]] = {}
    for difference in differences(atlas):
        for path in difference.pages:
            found.setdefault(path, []).append(difference)
    return found


def after(words: Words, title: str) -> str:
    """What parts a title from the next one: a question has its own mark, and needs no second one."""
    separator = words("list.strong-separator")
    return separator[-1] if title.endswith(("?", "？")) and separator[-1].isspace() else separator


def differences_on(atlas: Atlas, path: str) -> tuple[Line, ...]:
    """A line of links to the differences that concern a page; no line if there are none."""
    found, words = _by_page(atlas).get(path, []), atlas.words
    links = [Link(_title(words, each), each.target()) for each in found[:MOST_LINKS]]
    if len(found) > MOST_LINKS:
        more = words("list.more", n=len(found) - MOST_LINKS)
        links.append(Link(more, Target(KINDS.disagreements.path())))
    parted = [run for link in links for run in (link, Plain(after(words, link.text)))]
    return (Line(tuple(parted[:-1])),) if links else ()


def _title(words: Words, difference: Difference) -> str:
    return words("difference.errors-here") if difference.kind is Differences.ERRORS else difference.title


def _figures(atlas: Atlas) -> Iterator[Difference]:
    """One thing measured has different values."""
    for measurand in atlas.dossier.measurands.values():
        if differs(measurand):
            asked = about_figures(atlas, measurand)
            pages = {
                *(KINDS.source.path(name) for name in sources_of(measurand)),
                *_topic_pages(atlas, frozenset(measurand.about)),
                *_owners(atlas, (figure.attributed_to.value for figure in measurand.figures)),
                *(each.page for each in asked if each.page),
            }
            anchor = f"figure-{measurand.id}"
            title = measurand.pref_label
            told = told_of(atlas, measurand)
            yield Difference(Differences.FIGURES, anchor, title, told, measurand, frozenset(pages))


def _dates(atlas: Atlas) -> Iterator[Difference]:
    """Sources give different days for one event, or answer a question with different days."""
    told_with_events = set()
    for event in atlas.dossier.events.values():
        days = days_by_source(atlas, event)
        if days:
            asked = about_date(atlas, event)
            told_with_events |= {each.dispute.id for each in asked}
            pages = {
                atlas.event(event.id).page,
                *_sources(event.summary.evidence),
                *(atlas.entry(topic.id).page for topic in _topics_of(atlas, event)),
            }
            title = atlas.words("difference.when", event=event.title)
            anchor, told = f"dates-{event.id}", days_told(atlas.words, days)
            yield Difference(Differences.DATES, anchor, title, told, event, frozenset(pages))
    for each in questions(atlas):
        if answers_are_days(atlas, each.dispute) and each.dispute.id not in told_with_events:
            yield _question(atlas, each, Differences.DATES)


def _claims(atlas: Atlas) -> Iterator[Difference]:
    """A question to which sources give different answers, as an editor puts it."""
    measured = {
        each.dispute.id
        for measurand in atlas.dossier.measurands.values()
        for each in about_figures(atlas, measurand)
    }
    for each in questions(atlas):
        if each.dispute.id not in measured and not answers_are_days(atlas, each.dispute):
            yield _question(atlas, each, Differences(each.dispute.kind.value))


def _question(atlas: Atlas, asked: Asked, kind: Differences) -> Difference:
    dispute = asked.dispute
    mentioned = (mention.entry for position in dispute.positions for mention in position.mentions)
    pages = {
        *((asked.page,) if asked.page else ()),
        *_sources(item for position in dispute.positions for item in position.evidence),
        *_owners(atlas, mentioned),
    }
    anchor, told = f"dispute-{dispute.id}", answers_told(atlas.words, dispute)
    return Difference(kind, anchor, dispute.question, told, dispute, frozenset(pages))


def _errors(atlas: Atlas) -> Iterator[Difference]:
    """What a source gets wrong by the rules; misspellings and editors' notes are told on its own page."""
    late = late_titles_by_source(atlas)
    for source in atlas.dossier.sources.values():
        count = count_of_fact(atlas, source, late.get(source.id, []))
        if count:
            title = atlas.source_label(source.id)
            told = atlas.words("difference.errors", n=count)
            pages = frozenset({KINDS.source.path(source.id)})
            anchor = f"errors-{source.id}"
            yield Difference(Differences.ERRORS, anchor, title, told, source, pages, count)


def _sources(evidence: Iterable[Evidence]) -> set[str]:
    return {KINDS.source.path(item.source) for item in evidence}


def _owners(atlas: Atlas, names: Iterable[EntryId | None]) -> set[str]:
    """The pages that people, sides and organisations have to themselves."""
    entries = (atlas.dossier.entries[name] for name in names if name)
    pages = (page_of(entry) for entry in entries if not entry.briefing)
    return {page for page in pages if page}


def _topic_pages(atlas: Atlas, about: frozenset[EntryId]) -> set[str]:
    topics = (topic for topic in atlas.dossier.topics() if about & atlas.scope(topic.id))
    return {atlas.entry(topic.id).page for topic in topics}


def _topics_of(atlas: Atlas, event: Event) -> list[Entry]:
    return [topic for topic in atlas.dossier.topics() if concerns(event, atlas.scope(topic.id))]
