"""The glossary and the timeline."""

from __future__ import annotations

import pytest

from generator.model.content import EventRecord, RoundRecord
from generator.read.content import read_glossary, read_timeline
from tests.read.builders import a_file, codes, told

EVENT = "kind: meeting, title: T, date: unknown, summary: S"


def glossary(text: str) -> tuple[list[str], list[str], frozenset[str]]:
    """The ids that were read, the faults, and what was lost."""
    record, problems, lost = read_glossary(a_file(text, "g.yml"))
    entries = [entry.id for _, entries in record if isinstance(entries, tuple) for entry in entries]
    return entries, told(problems), lost


def timeline(text: str) -> tuple[list[str], list[str], frozenset[str]]:
    timeline = read_timeline(a_file(text, "t.yml"))
    events, problems, lost = timeline.events, timeline.problems, timeline.lost
    return [event.id for event in events], told(problems), lost


def test_all_kinds_of_entries_are_read() -> None:
    """Each in the order of the file."""
    kinds = ("sides", "organisations", "places", "concepts", "measures", "measurands")
    text = "".join(f"{kind}:\n  - {{id: {kind}, pref_label: A}}\n" for kind in kinds)
    people = "people:\n  - {id: b, pref_label: B, kind: other}\n  - {id: a, pref_label: A, kind: other}\n"
    assert glossary(people + text) == (["sides", "b", "a", *kinds[1:]], [], frozenset())


def test_a_faulty_entry_does_not_take_others_along() -> None:
    """Its id is kept, so that what refers to it is not reported as well."""
    text = (
        "concepts:\n  - {id: a, pref_label: A}\n  - {id: b, label: B}\n  - text\n  - {id: c, pref_label: C}\n"
    )
    assert glossary(text) == (
        ["a", "c"],
        ["g.yml:3:13 unknown-field", "g.yml:4:5 wrong-type"],
        frozenset({"b", "g.yml"}),
    )


def test_what_is_lost_without_an_id_is_known_by_the_path() -> None:
    """Any unknown name may have stood there."""
    assert glossary("concepts: lake\n") == ([], ["g.yml:1:11 wrong-type"], frozenset({"g.yml"}))
    assert glossary("concepts:\n") == ([], ["g.yml:1:1 empty-value"], frozenset({"g.yml"}))
    assert glossary("- a\n")[2] == glossary("a: b: c\n")[2] == glossary("# a\n")[2] == frozenset({"g.yml"})


def test_an_unknown_list_is_reported_and_the_others_are_read() -> None:
    """A misspelt list loses its entries, not those of the others."""
    ids, problems, _ = glossary("concepts:\n  - {id: a, pref_label: A}\npeeple: []\n")
    assert (ids, problems) == (["a"], ["g.yml:3:1 unknown-field"])


def test_an_id_is_given_once_among_all_entries() -> None:
    """The first keeps it, even if it is faulty; measurands have ids of their own."""
    text = (
        "concepts:\n  - {id: a, label: A}\nplaces:\n  - {id: a, pref_label: A}\nmeasurands:\n"
        "  - {id: a, pref_label: A}\n  - {id: a, pref_label: A}\n"
    )
    ids, problems, _ = glossary(text)
    assert ids == ["a"]
    assert [problem for problem in problems if "duplicate" in problem] == [
        "g.yml:4:10 duplicate-id",
        "g.yml:7:10 duplicate-id",
    ]


@pytest.mark.parametrize("identifier", ["../etc", "A", "a/b", "a_b", "-a", "a" * 65, "é", "a--b"])
def test_an_id_is_a_slug(identifier: str) -> None:
    """It becomes a part of a path and of an address."""
    ids, problems, _ = glossary(f"concepts:\n  - {{id: {identifier}, pref_label: A}}\n")
    assert (ids, problems) == ([], ["g.yml:2:10 bad-id"])


def test_rounds_and_other_events_are_told_apart() -> None:
    """A round has fields that others lack."""
    text = (
        f"events:\n  - {{id: a, {EVENT}}}\n  - {{id: b, {EVENT.replace('meeting', 'round')}, agenda: []}}\n"
    )
    timeline = read_timeline(a_file(text))
    events, problems, lost = timeline.events, timeline.problems, timeline.lost
    assert [type(event) for event in events] == [EventRecord, RoundRecord]
    assert (problems, lost) == ((), frozenset())


def test_a_field_of_rounds_on_another_event_says_what_to_do() -> None:
    """“Did you mean” would lead astray."""
    timeline = read_timeline(a_file(f"events:\n  - {{id: a, {EVENT}, agenda: []}}\n"))
    (problem,), lost = timeline.problems, timeline.lost
    assert problem.code == "unknown-field"
    assert problem.help == "only a talk round has `agenda`: write `kind: round`, or remove the field"
    assert lost == {"a"}


def test_a_misspelt_kind_is_one_fault() -> None:
    """Fields of rounds are not unknown when `round` itself is misspelt or missing."""
    text = f"events:\n  - {{id: a, {EVENT.replace('meeting', 'rond')}, agenda: [], status: planned}}\n"
    assert timeline(text)[1] == ["t.yml:2:19 bad-value"]
    assert timeline("events:\n  - {id: a, title: T, date: 2023, summary: S, agenda: []}\n")[1] == [
        "t.yml:2:5 missing-field"
    ]


def test_an_unknown_date_is_allowed() -> None:
    """Unknown is said, not guessed."""
    (event,) = read_timeline(a_file(f"events:\n  - {{id: a, {EVENT}}}\n")).events
    assert event.date is None


def test_commitments_have_ids_of_their_own() -> None:
    """Unique among all rounds, even faulty ones."""
    round_ = "kind: round, title: T, date: 2023, summary: S"
    commitments = "commitments: [{id: c, kind: do, text: T, by: x}]"
    text = f"events:\n  - {{id: a, {round_}, {commitments}}}\n  - {{id: b, {round_}, {commitments}}}\n"
    ids, problems, _ = timeline(text)
    assert (ids, [problem.split()[1] for problem in problems]) == (["a", "b"], ["duplicate-id"])


def test_a_timeline_has_events() -> None:
    """Without the field, or with nothing but comments, something is wrong."""
    assert timeline("event: []\n")[1] == ["t.yml:1:1 unknown-field", "t.yml:1:1 missing-field"]
    assert codes(read_timeline(a_file("# later\n")).problems) == ["file-empty"]
    assert timeline("events: []\n") == ([], [], frozenset())
