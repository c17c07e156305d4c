"""A whole small edition whose links all lead somewhere, about countries that do not exist."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from generator.model.blocks import Block, Heading, Paragraph
from generator.model.dates import PartialDate, parse
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS, Kind
from generator.model.pages import (
    Attachment,
    AttachmentKind,
    Calendar,
    CalendarEntry,
    Edition,
    NavItem,
    Page,
    Section,
)
from generator.model.runs import Link, NoteRef, Target
from tests.output.builders import a_source_body, a_table, a_timeline, every_block
from tests.output.runs import NOTES, OWN, ROUND, a_line

AS_OF = PartialDate(2023, 6, 2)


def a_page(path: str = "briefings/water", **changes: object) -> Page:
    """A page with a section without heading and one with every block."""
    values: dict[str, object] = {
        "path": path,
        "kind": KINDS.topic,
        "title": "Water: who gets it & why",
        "deck": "Why the gates of one weir decide the pace of the talks",
        "description": "Why the gates of one weir decide the pace of the talks, with every statement proved.",
        "sections": (Section(SectionKey.STATE_OF_PLAY, "state-of-play", "State of play", every_block()),),
        "notes": NOTES,
        "related": (Link("First round, Sällvik", ROUND), Link("Glossary", Target("glossary"))),
        "previous": Link("Ferry", Target("briefings/ferry")),
        "following": Link("Sprat", Target("briefings/sprat")),
        "attachments": (Attachment(AttachmentKind.CALENDAR, "sallvik.ics"),),
        "version": "1a2b3c4d5e6f7a8b",
    }
    return Page(**{**values, **changes})  # type: ignore[arg-type]  # a builder takes any field


def a_small_page(path: str, kind: Kind, title: str, *blocks: Block, anchor: str = "all") -> Page:
    """A page with one section and nothing around it."""
    section = Section(SectionKey.OTHER, anchor, "All", blocks or (Paragraph(a_line("Nothing here yet.")),))
    return Page(path, kind, title, f"{title}: a deck", f"{title}: a description", (section,), ())


def numbered(page: Page) -> Page:
    """The page with its note marks counted in reading order and only the notes in use, as composed."""
    counts: Counter[int] = Counter()
    sections = _counted(page.sections, counts)
    used = (replace(note, occurrences=counts[note.number]) for note in NOTES if counts[note.number])
    return replace(page, sections=sections, notes=tuple(used))


T = TypeVar("T")


def _counted(value: T, counts: Counter[int]) -> T:
    if isinstance(value, NoteRef):
        counts[value.number] += 1
        return replace(value, occurrence=counts[value.number])
    if isinstance(value, tuple):
        return cast(T, tuple(_counted(each, counts) for each in value))
    if is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _counted(getattr(value, field.name), counts) for field in fields(value)}
        return cast(T, replace(value, **changes))
    return value


def a_calendar_entry(date: str = "2023-02-14/2023-02-15", **changes: object) -> CalendarEntry:
    """An entry for the first round."""
    values: dict[str, object] = {
        "name": "round-sallvik",
        "title": "First round, Sällvik; water & sprat",
        "date": parse(date),
        "place": "Sällvik",
        "description": "Delegations met.\nNothing was signed, says the Observer.",
        "target": Target("rounds/sallvik"),
        "category": "Talk round",
        "is_tentative": False,
        "revision": 2,
    }
    return CalendarEntry(**{**values, **changes})  # type: ignore[arg-type]  # a builder takes any field


def a_calendar(*entries: CalendarEntry) -> Calendar:
    """The calendar of the first round."""
    return Calendar("rounds/sallvik.ics", "First round", Target("rounds/sallvik"), entries)


def _glossary() -> Page:
    names = ("hollen-weir", "orsund", "velmark", "kasteria")
    blocks: list[Block] = []
    for name in names:
        blocks += [Heading(name, a_line(name.title())), Paragraph(a_line("A definition. ", OWN))]
    return a_small_page("glossary", KINDS.glossary, "Glossary", *blocks)


def _figures() -> tuple[Block, ...]:
    return tuple(Heading(f"figure-{name}", a_line(name.title())) for name in ("flow", "catch"))


def an_edition(*given: Page) -> Edition:
    """A whole small edition whose links all lead somewhere; or one of the pages given."""
    home = a_page(
        "index", kind=KINDS.home, title="Sarn and Sound", previous=None, following=None, attachments=()
    )
    body = a_source_body()
    source = a_small_page("sources/sallvik-opens", KINDS.source, "Talks open in Sällvik", body, anchor="text")
    made = given or (
        home,
        a_page(),
        a_small_page("briefings/ferry", KINDS.topic, "Ferry"),
        a_small_page("briefings/sprat", KINDS.topic, "Sprat"),
        a_page("rounds/sallvik", kind=KINDS.round, title="First round, Sällvik"),
        a_small_page("rounds/index", KINDS.rounds, "Talk rounds", a_table()),
        a_small_page("people/astrid-fennhalm", KINDS.person, "Astrid Fennhalm"),
        a_small_page("people/ada-okonjo", KINDS.person, "Ada Okonjo"),
        a_small_page("figures", KINDS.figures, "Figures", *_figures()),
        a_small_page("timeline", KINDS.timeline, "Timeline", a_timeline(anchored=True)),
        source,
        _glossary(),
    )
    navigation = (
        NavItem("Home", "index"),
        NavItem("Briefings", None, tuple(NavItem(p.title, p.path) for p in made if p.kind is KINDS.topic)),
        NavItem("Talk rounds", "rounds/index", (NavItem("First round, Sällvik", "rounds/sallvik"),)),
        NavItem(
            "Look up",
            None,
            (
                NavItem("Timeline", "timeline"),
                NavItem("Ada Okonjo's page", "people/ada-okonjo"),
                NavItem("Glossary", "glossary"),
                NavItem("Sources", None, (NavItem("Talks open in Sällvik", "sources/sallvik-opens"),)),
            ),
        ),
    )
    fingerprint = "abcdef1234567890"
    calendars = (a_calendar(a_calendar_entry()),)
    pages = tuple(numbered(page) for page in made)
    return Edition("Sarn and Sound", AS_OF, fingerprint, pages, navigation, calendars, ())
