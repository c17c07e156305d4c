"""Trees to records: each misfit in plain words at its own place."""

from __future__ import annotations

import pytest

from generator.model.content import CitationRecord, PersonRecord, Record, SourceRecord, StatementRecord
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span, Text
from generator.read.inputs import Positions
from generator.read.nodes import parse
from generator.read.schema import suggestion, validate
from tests.read.builders import told

PERSON = "id: a\npref_label: A\nkind: official\n"
SOURCE = "title: A\nrights: full\n"


def faults(model: type[Record], text: str) -> tuple[Diagnostic, ...]:
    tree, problems = parse(text, Positions("f.yml", text))
    assert problems == ()
    return validate(model, tree, Span.at("f.yml"))[1]


def test_values_keep_their_places_in_records() -> None:
    """Later stages report problems where the words stand."""
    text = "source: herald\nexact: a few words\n"
    tree, _ = parse(text, Positions("f.yml", text))
    record, _ = validate(CitationRecord, tree, Span.at("f.yml"))
    assert record is not None
    assert isinstance(record.exact, Text)
    assert (record.exact.span.line, record.exact.span.column, record.span.line) == (2, 8, 1)


@pytest.mark.parametrize(
    ("model", "text", "place", "code", "message", "help"),
    [
        (
            SourceRecord,
            "titel: A\nrights: full",
            "f.yml:1:1",
            "unknown-field",
            "there is no field `titel` here",
            "did you mean `title`?",
        ),
        (
            SourceRecord,
            SOURCE + "original: {fil: a, sha256: b}",
            "f.yml:3:12",
            "unknown-field",
            "there is no field `fil` here",
            "did you mean `file`?",
        ),
        (SourceRecord, "rights: full", "f.yml:1:1", "missing-field", "the field `title` is missing", None),
        (
            SourceRecord,
            "title: A\nrights: quotes",
            "f.yml:2:9",
            "bad-value",
            "“quotes” should be one of `full`, `summary`, `quote`, `none`",
            "did you mean `quote`?",
        ),
        (
            SourceRecord,
            SOURCE + "url: [a, b]",
            "f.yml:3:6",
            "wrong-type",
            "this should be a text, but is a list",
            None,
        ),
        (
            SourceRecord,
            SOURCE + "problems: none",
            "f.yml:3:11",
            "wrong-type",
            "this should be a list, but is a single text",
            "write [none], or each item on a line of its own that begins with “- ”",
        ),
        (
            SourceRecord,
            SOURCE + "problems:\n  text: a",
            "f.yml:4:3",
            "wrong-type",
            "this should be a list, but is a mapping of fields",
            "begin the item with “- ”, even if there is only one",
        ),
        (
            SourceRecord,
            SOURCE + "original: a.txt",
            "f.yml:3:11",
            "wrong-type",
            "this should be a mapping of fields, but is a single text",
            None,
        ),
        (
            SourceRecord,
            SOURCE + "issued: 2025-02-30",
            "f.yml:3:9",
            "bad-date",
            "“2025-02-30” is not in the calendar: day is out of range for month",
            None,
        ),
        (
            SourceRecord,
            SOURCE + "issued: {a: b}",
            "f.yml:3:9",
            "bad-date",
            "a date is text such as 2025-06-09",
            None,
        ),
        (
            PersonRecord,
            PERSON + "side: ../Etc",
            "f.yml:4:7",
            "bad-id",
            "an id is made of a-z, 0-9 and single hyphens, at most 64 characters",
            "did you mean `etc`?",
        ),
        (StatementRecord, 'text: ""', "f.yml:1:7", "bad-value", "this must not be empty", None),
        (
            StatementRecord,
            "text: a\nbasis: me",
            "f.yml:2:8",
            "bad-value",
            "“me” should be `editor`",
            None,
        ),
    ],
)
def test_a_misfit_is_told_in_plain_words(
    model: type[Record], text: str, place: str, code: str, message: str, help: str | None
) -> None:
    """Place, code, message and help; no word of the library that found it."""
    (problem,) = faults(model, text)
    assert (str(problem.span), problem.code, problem.message, problem.help) == (place, code, message, help)


def test_all_misfits_of_a_record_are_told() -> None:
    """However deep they are."""
    text = PERSON + "roles:\n  - {titel: a}\n  - {title: b, cite: [{source: x, exact: ''}], held: 12:30}\n"
    assert told(faults(PersonRecord, text)) == [
        "f.yml:5:6 unknown-field",
        "f.yml:6:42 bad-value",
        "f.yml:6:54 bad-date",
    ]


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    """One slip, one report; what it does not explain is still missing."""
    assert told(faults(SourceRecord, "titel: A\nright: full\n")) == [
        "f.yml:1:1 unknown-field",
        "f.yml:2:1 unknown-field",
    ]
    assert told(faults(SourceRecord, "colour: A\n")) == [
        "f.yml:1:1 unknown-field",
        "f.yml:1:1 missing-field",
        "f.yml:1:1 missing-field",
    ]


def test_a_field_without_value_is_not_missing_as_well() -> None:
    """The tree has reported it already."""
    text = "title:\nrights: full\n"
    tree, problems = parse(text, Positions("f.yml", text))
    assert told(problems) == ["f.yml:1:1 empty-value"]
    assert validate(SourceRecord, tree, Span.at("f.yml")) == (None, ())


def test_messages_stay_short() -> None:
    """A megabyte of nonsense is not repeated."""
    (problem,) = faults(SourceRecord, SOURCE + f"{'x' * 900}: a\n")
    assert len(problem.message) < 120


def test_suggestions_are_near() -> None:
    """Something quite different is no suggestion."""
    assert suggestion("Alt_label", ("alt_labels", "id")) == "alt_labels"
    assert suggestion("colour", ("title", "rights")) is None
