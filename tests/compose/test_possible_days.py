"""The days that order and sources leave of a date: where a mark may stand, and where a gap begins."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.compose.atlas import Atlas
from generator.compose.findings.gaps import gap_told, gaps
from generator.compose.possible_days import possible_days
from generator.compose.time_charts import time_chart
from generator.model.dates import parse
from generator.model.facts import Dossier, Event
from generator.model.proved import Proved
from generator.model.text import EventId, SourceId
from generator.output.charts.time_chart import time_chart as wide
from generator.output.charts.time_strip import time_strip
from generator.words import words_in
from tests.support.dossiers import verified
from tests.support.projects import SUBJECT

PLAIN = next(
    event for event in verified(SUBJECT)[0].events.values() if type(event) is Event and event.kind == "other"
)
SOURCE = PLAIN.summary.evidence[0].source
LATER = SourceId("later")
DATES = ("2023", "2023-03", "2023-03~", "2023-03-05", "2023-03-05/2023-03-09", "2023-05-01/..", None)


def an_event(name: str, date: str | None, *follows: str) -> Event:
    return replace(
        PLAIN,
        id=EventId(name),
        title=name,
        date=Proved(parse(date) if date else None),
        follows=tuple(map(EventId, follows)),
    )


def an_atlas(*events: Event, issued: str | None = None, later: str = "2023-05-21") -> Atlas:
    """The second subject with these events alone, told by a source of this day; another is later."""
    dossier: Dossier = verified(SUBJECT)[0]
    source = dossier.sources[SOURCE]
    days = {SOURCE: parse(issued) if issued else None, LATER: parse(later)}
    sources = {
        name: replace(source, bibliography=replace(source.bibliography, issued=day))
        for name, day in days.items()
    }
    return Atlas(replace(dossier, events={event.id: event for event in events}, sources=sources))


def told_later(event: Event) -> Event:
    """An event that the other source tells of."""
    evidence = tuple(replace(item, source=LATER) for item in event.summary.evidence)
    return replace(event, summary=replace(event.summary, evidence=evidence))


def days(*events: Event, issued: str | None = None) -> dict[str, str]:
    return {str(name): str(span) for name, span in possible_days(an_atlas(*events, issued=issued)).items()}


def test_a_month_ends_with_the_day_of_what_follows_it() -> None:
    """Through any number of others, dated or not; what is dated to the day stays."""
    found = days(
        an_event("call", "2023-03~"),
        an_event("letter", "2023-03", "call"),
        an_event("day", "2023-03-09", "rumour"),
        an_event("rumour", None, "letter"),
    )
    assert found == {"call": "2023-03-01/2023-03-09", "letter": "2023-03-01/2023-03-09"}


def test_a_month_begins_with_the_day_of_what_it_follows() -> None:
    """A span of time that it follows bounds it by its first day."""
    assert days(an_event("round", "2023-03-09/2023-03-10"), an_event("after", "2023", "round")) == {
        "after": "2023-03-09/2023-12-31"
    }


def test_a_date_stands_where_order_contradicts_it() -> None:
    """In a circle, and where what follows is earlier."""
    assert days(an_event("a", "2023-03", "b"), an_event("b", "2023-03", "a")) == {}
    assert days(an_event("a", "2023-03"), an_event("b", "2023-01-02", "a")) == {}


def test_what_a_source_reports_is_not_younger_than_the_source() -> None:
    """If it was told ahead, its date stands."""
    assert days(an_event("a", "2023-03"), issued="2023-03-11~") == {"a": "2023-03-01/2023-03-11"}
    assert days(an_event("a", "2023-03"), issued="2023-02-11") == {}
    assert days(an_event("a", "2023-03")) == {}


@given(st.lists(st.tuples(st.sampled_from(DATES), st.lists(st.integers(0, 5), max_size=3)), max_size=6))
def test_days_are_those_of_the_date_or_fewer(drawn: list[tuple[str | None, list[int]]]) -> None:
    """Whatever follows what, circles too."""
    events = [
        an_event(f"e{at}", date, *(f"e{cause}" for cause in causes))
        for at, (date, causes) in enumerate(drawn)
    ]
    by_name = {event.id: event.date.value for event in events}
    for name, span in possible_days(an_atlas(*events)).items():
        date = by_name[name]
        assert date is not None
        assert date.earliest() <= span.earliest() <= span.latest() <= date.latest()


def test_the_picture_draws_a_cause_before_its_effect() -> None:
    """Wide and on a phone, where the month alone would place it behind."""
    events = (
        an_event("early", "2023-03-20"),
        an_event("vague", "2023-03", "early"),
        an_event("late", "2023-03-22", "vague"),
    )
    chart = time_chart(an_atlas(*events), events, "What happened")
    assert chart is not None
    for drawing in (wide(chart, 700, words_in("en")), time_strip(chart, words_in("en"))):
        at = {piece.told.partition(":")[0]: piece.glyph for piece in drawing.pieces}
        places = [at[name] for name in ("20 March 2023", "March 2023", "22 March 2023")]
        marks = [(glyph.x, glyph.y) for glyph in places if glyph]
        assert len(marks) == 3
        assert marks == sorted(marks)


def test_a_gap_begins_after_the_last_day_that_a_source_saw() -> None:
    """A month of which only the beginning was reported covers no more; told as exactly as the source is."""
    told = (an_event("a", "2023-03-02"), an_event("b", "2023-03-03"), an_event("c", "2023-03"))
    (gap,) = gaps(an_atlas(*told, told_later(an_event("d", "2023-05-20")), issued="2023-03-11~"))
    assert gap_told(words_in("en"), gap, all_dated=True) == "No source covers about 12 March to 19 May 2023."


def test_what_was_told_ahead_is_covered_by_no_source() -> None:
    """A day after the last source that tells of it."""
    told = (an_event("a", "2023-03-02"), an_event("b", "2023-03-03"), an_event("c", "2023-04-15"))
    found = gaps(an_atlas(*told, told_later(an_event("d", "2023-05-20")), issued="2023-03-11"))
    assert [str(gap.span) for gap in found] == ["2023-03-12/2023-05-19"]
