"""Authored briefings."""

from __future__ import annotations

import pytest

from generator.model.content import BriefingRecord
from generator.model.diagnostics import Severity
from generator.model.keys import BRIEFING_PARTS, Part
from generator.model.text import Text
from generator.read.briefings import read_briefing
from generator.words import languages, words_in
from tests.read.builders import a_file, told

HEAD = "---\ndeck: D\n---\n"
NOTES = (
    "\n[^a]: {source: s, exact: one}\n[^b]: {source: s, exact: two}\n[^e]: {basis: editor, reason: mine}\n"
)
ALL = "[^a] [^b] [^e]"


def a_briefing(body: str, language: str = "en") -> BriefingRecord:
    record, problems = read_briefing("lake", a_file(HEAD + body, "b.md"), words_in(language))
    assert problems == ()
    assert record is not None
    return record


def problems_of(body: str, head: str = HEAD, language: str = "en") -> list[str]:
    return told(read_briefing("lake", a_file(head + body, "b.md"), words_in(language))[1])


def test_sections_hold_paragraphs_and_items_as_statements() -> None:
    """Wrapped lines are joined by single spaces; notes are taken off the end."""
    bottom_line = "## Bottom line\n\nA paragraph\n  over lines. [^a]\n[^b]\n\n"
    body = bottom_line + "## Key points\n- One.[^a]\n- Two\n  more.   [^e]\n"
    record = a_briefing(body + NOTES)
    assert [(section.heading, [each.text for each in section.statements]) for section in record.sections] == [
        ("Bottom line", ["A paragraph over lines."]),
        ("Key points", ["One.", "Two more."]),
    ]
    assert (record.topic, record.head.deck) == ("lake", "D")


def test_a_statement_has_all_that_its_notes_say() -> None:
    """Citations, and the editor's own basis and reason."""
    statement = a_briefing(f"## H\n- S. {ALL}\n{NOTES}").sections[0].statements[0]
    assert [citation.exact for citation in statement.cite] == ["one", "two"]
    assert (statement.basis, statement.reason) == ("editor", "mine")


def test_everything_has_its_place() -> None:
    """Headings, statements and the words of citations."""
    section = a_briefing(f"## H\n\nWords\nhere. {ALL}\n{NOTES}").sections[0]
    statement = section.statements[0]
    assert isinstance(statement.text, Text)
    assert isinstance(section.heading, Text)
    assert (section.heading.span.line, section.heading.span.column) == (4, 4)
    assert statement.text.span == statement.span
    span = statement.text.span
    assert (span.line, span.column, span.end_line, span.end_column) == (6, 1, 7, 6)
    exact = statement.cite[1].exact
    assert isinstance(exact, Text)
    assert (exact.span.line, exact.span.column) == (10, 26)


def test_a_note_may_go_on_over_lines() -> None:
    """Until a blank line, another note or a heading."""
    body = '## H\n- S. [^a]\n\n[^a]: {source: s,\n  exact: "- not an\n  item"}\n## I\n- T. [^a]\n'
    statement = a_briefing(body).sections[1].statements[0]
    assert statement.cite[0].exact == "- not an item"


@pytest.mark.parametrize(
    ("line", "heading", "part"),
    [
        ("## Bottom line", "Bottom line", Part.BOTTOM_LINE),
        ("## What is not known", "What is not known", Part.NOT_KNOWN),
        ("## In short {part=bottom-line}", "In short", Part.BOTTOM_LINE),
        ("## In short  {: part = key-points }  ", "In short", Part.KEY_POINTS),
        ("## Bottom line {part=state-of-play}", "Bottom line", Part.STATE_OF_PLAY),
        ("## Result", "Result", None),
        ("## A set {of=things}", "A set {of=things}", None),
        ("## {part=not-known} at the start", "{part=not-known} at the start", None),
    ],
)
def test_a_heading_is_a_part_by_its_mark_or_by_the_very_words(
    line: str, heading: str, part: Part | None
) -> None:
    """The mark wins; any other heading means nothing."""
    section = a_briefing(f"{line}\n\n- S. {ALL}\n{NOTES}").sections[0]
    assert (section.heading, section.part) == (heading, part)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("## Kernaussage", Part.BOTTOM_LINE),
        ("## Kernpunkte", Part.KEY_POINTS),
        ("## Stand der Dinge", Part.STATE_OF_PLAY),
        ("## Was nicht bekannt ist", Part.NOT_KNOWN),
        ("## Bottom line", None),
        ("## Kurz gesagt {part=bottom-line}", Part.BOTTOM_LINE),
    ],
)
def test_the_names_of_parts_are_those_of_the_language_of_the_site(line: str, part: Part | None) -> None:
    """Marks are the same in each."""
    assert a_briefing(f"{line}\n\n- S. {ALL}\n{NOTES}", "de").sections[0].part is part


@pytest.mark.parametrize("language", languages())
def test_no_name_of_a_part_is_taken_for_another(language: str) -> None:
    """Nor is one almost another, which would warn of a heading that is right."""
    body = "".join(f"## {words_in(language).of(part)}\n- S. {ALL}\n" for part in BRIEFING_PARTS)
    sections = a_briefing(body + NOTES, language).sections
    assert tuple(section.part for section in sections) == BRIEFING_PARTS


def test_faults_of_headings_are_told_with_the_names_of_the_site() -> None:
    """A German author does not learn English headings."""
    text = f"S. [^a]\n\n## Kern-Punkte\n\n- S. {ALL}\n{NOTES}"
    _, problems = read_briefing("lake", a_file(HEAD + text, "b.md"), words_in("de"))
    assert [problem.help for problem in problems] == [
        "write a line such as `## Kernaussage` above",
        "write `## Kernpunkte`",
    ]


def test_a_heading_of_many_spaces_is_read_in_no_time() -> None:
    """A mark is looked for once from each brace."""
    assert problems_of(f"## H{' ' * 200_000}x{'{' * 200_000}\n- S. [^a]\n{NOTES}") != []


def test_text_is_never_read_as_markdown() -> None:
    """What an author types is what is shown."""
    text = "1999 was **bold** <b>, `x` | [l](u) #1 2. -3"
    assert a_briefing(f"## H\n{text} {ALL}\n{NOTES}").sections[0].statements[0].text == text


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("## H\nS.\n", ["b.md:5:1 statement-without-note"]),
        ("## H\n- S. [^x]\n", ["b.md:5:8 note-undefined"]),
        ("S. [^a]\n", ["b.md:4:1 statement-without-heading"]),
        ("# H\n- S. [^a]\n", ["b.md:4:1 heading-unknown-level"]),
        ("### H\n- S. [^a]\n", ["b.md:4:1 heading-unknown-level"]),
        ("##H\n- S. [^a]\n", ["b.md:4:1 heading-unknown-level"]),
        ("##\n- S. [^a]\n", ["b.md:4:1 heading-unknown-level"]),
        ("## H\n", ["b.md:4:4 empty-section"]),
        ("## H\n- S. [^a]\n## h\n- S. [^a]\n", ["b.md:6:4 duplicate-heading"]),
        ("## Key Points\n- S. [^a]\n", ["b.md:4:4 heading-almost-known"]),
        ("## What is known\n- S. [^a]\n", []),
        ("## Key Points {part=key-points}\n- S. [^a]\n", []),
        ("## H {part=result}\n- S. [^a]\n", ["b.md:4:12 unknown-part"]),
        ("## H {part=}\n- S. [^a]\n", ["b.md:4:12 unknown-part"]),
        ("## {part=key-points}\n- S. [^a]\n", ["b.md:4:1 heading-unknown-level"]),
        ("## Key points\n- S. [^a]\n## H {part=key-points}\n- S. [^a]\n", ["b.md:6:4 duplicate-heading"]),
        ("## H\n- S [^a] t. [^b]\n", ["b.md:5:5 note-not-at-end"]),
        ("## H\n- S [^a].\n", ["b.md:5:5 note-not-at-end"]),
        ("## H\n- [^a]\n", ["b.md:5:3 statement-without-text"]),
        ("## H\n-\n", ["b.md:5:2 statement-without-text"]),
        ("## H\n- S. [^a]\n  - T. [^a]\n", ["b.md:6:3 list-marker"]),
        ("## H\n* S. [^a]\n+ T. [^a]\n", ["b.md:5:1 list-marker", "b.md:6:1 list-marker"]),
        ("## H\n1. S. [^a]\n", ["b.md:5:1 list-marker"]),
        ("## H\n- S\x07. [^a]\n", ["b.md:5:4 control-character"]),
    ],
)
def test_what_does_not_fit_is_reported_at_its_place(body: str, problems: list[str]) -> None:
    """One fault, one report."""
    found = [problem for problem in problems_of(body + NOTES) if not problem.endswith("note-unused")]
    assert found == problems


@pytest.mark.parametrize(
    ("note", "problems"),
    [
        ("[^a]:", ["b.md:7:3 empty-value"]),
        ("[^a]: text", ["b.md:7:7 wrong-type"]),
        ("[^a]: {source: s}", ["b.md:7:7 missing-field"]),
        ("[^a]: {basis: editor}", ["b.md:7:7 missing-field"]),
        ("[^a]: {basis: editor, reason: r, exact: e}", ["b.md:7:34 unknown-field"]),
        ("[^a]: {source: s, exact: a: b}", ["b.md:7:27 yaml-syntax"]),
        ("[^a]: {source: &s s, exact: e}", ["b.md:7:16 yaml-alias"]),
        ("[^a]: {source: s, exact: e}\n[^a]: {source: s, exact: f}", ["b.md:8:3 duplicate-note"]),
        ("[^a]: {source: s, exact: e}\n[^b]: {source: s, exact: f}", ["b.md:8:3 note-unused"]),
    ],
)
def test_faults_of_notes_are_reported_at_their_places(note: str, problems: list[str]) -> None:
    """The statement that refers to a faulty note is not called unproved as well."""
    assert problems_of(f"## H\n- S. [^a]\n\n{note}\n") == problems


def test_a_statement_whose_note_is_faulty_is_left_out() -> None:
    """What would prove it is not known; the rest stays."""
    body = f"## H\n- S. [^a] [^x]\n- T. {ALL}\n{NOTES}[^x]: nothing\n"
    record, _ = read_briefing("lake", a_file(HEAD + body), words_in("en"))
    assert record is not None
    assert [each.text for each in record.sections[0].statements] == ["T."]


def test_an_unused_note_and_an_empty_section_do_not_keep_from_publishing() -> None:
    """They are slips, not errors."""
    _, problems = read_briefing("lake", a_file(f"{HEAD}## H\n{NOTES}"), words_in("en"))
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_faults_of_front_matter_and_text_are_told_together() -> None:
    """Whatever is wrong above, the text is read as well."""
    dispute = "  - {id: a, question: q, positions: []}\n"
    head = f"---\ndek: D\ndisputes:\n{dispute}{dispute}---\n"
    assert problems_of("## H\n- S.\n", head) == [
        "b.md:2:1 unknown-field",
        "b.md:5:10 duplicate-id",
        "b.md:8:3 statement-without-note",
    ]
    assert problems_of("## H\n- S.\n", "") == ["b.md:1:1 front-matter-missing"]
