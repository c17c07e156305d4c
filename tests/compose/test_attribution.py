"""According to whom, how surely, and on which day: behind the text, wherever a statement stands."""

from __future__ import annotations

from pathlib import Path

from generator.model.evidence import Certainty
from generator.model.keys import DetailKey
from generator.model.runs import Attribution, Line
from generator.model.values import parts_of
from tests.compose.test_ledgers import page_of
from tests.support.dossiers import edition
from tests.support.projects import BASE, copy_of, overlay
from tests.support.wording import line_text

BRIEFING = "content/briefings/lake-level.md"


def with_note(folder: Path, fields: str) -> Path:
    """The smallest project, with fields in the note on what the paper says of the level."""
    project = copy_of(BASE, folder)
    old = '[^herald]: {source: herald, exact: "fallen by 40 centimetres"'
    overlay(project, {BRIEFING: {"old": old, "new": f"{old}, {fields}"}})
    return project


def test_speaker_and_certainty_stand_behind_the_text_by_key(tmp_path: Path) -> None:
    """With words for readers, on the page and in what editions compare."""
    project = with_note(tmp_path / "project", "says: upton, certainty: reported")
    (found,) = parts_of(page_of(project, "briefings/lake-level").sections, Attribution)
    assert (found.says, found.certainty) == ("upton", Certainty.REPORTED)
    assert found.text == " (according to Upton, reported)"
    items = [
        dict(item.details) for item in edition(project).inventory if item.text.startswith("The lake has")
    ]
    assert {each.get(DetailKey.CERTAINTY) for each in items} == {Certainty.REPORTED}
    assert {each.get(DetailKey.SAYS) for each in items} == {"Upton"}


def test_what_the_state_of_play_says_of_an_earlier_day_carries_it(tmp_path: Path) -> None:
    """The day of its newest source; nothing where the text tells a date."""
    project = copy_of(BASE, tmp_path / "project")
    text = """## State of play

The weir stays closed. [^weir]

The mayors met on 9 March 2023. [^met]

[^weir]: {source: herald, exact: "Upton wants the weir to stay closed"}
[^met]: {source: herald, exact: "met the mayor of Downton on 9 March 2023"}
"""
    (project / "content/briefings/lake-level.md").write_text(
        f"---\ndeck: A lake\n---\n{text}", encoding="utf-8"
    )
    sections = page_of(project, "briefings/lake-level").sections
    said = " ".join(map(line_text, parts_of(sections, Line)))
    assert "The weir stays closed." in said
    assert said.count("(as of 10 March 2023)") == 1
