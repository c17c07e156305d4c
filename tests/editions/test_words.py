"""What changed, in the words of the site: whole sentences, and a word for all that can change."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import Enum
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.compose.findings.differences import Differences
from generator.editions.compare import compare
from generator.editions.phrases import UNTOLD, counts, label_of, loss_told, remarks
from generator.editions.tell import as_markdown, as_terminal
from generator.model.commitments import CommitmentState
from generator.model.dates import PartialDate
from generator.model.editions import (
    IN_ORDER,
    Change,
    Importance,
    Item,
    ItemKind,
    Names,
    Proof,
    Unstated,
    What,
)
from generator.model.evidence import Voice
from generator.model.facts import EventKind, RoundStatus
from generator.model.keys import DetailKey, Part
from generator.model.sources import Rights
from generator.model.text import SourceId
from generator.output.data.exports import manifest
from generator.words import languages, words_in
from tests.editions.builders import a_manifest, a_statement, playing
from tests.support.dossiers import edition
from tests.support.projects import SUBJECT, copy_of, overlay, speak_german

ENGLISH, GERMAN = words_in("en"), words_in("de")
SHOWN = (What, ItemKind, Importance, EventKind, RoundStatus, CommitmentState, Rights, Unstated, Differences)
OPENED = "The weir is open.\n        condition_basis: The minutes of the round."
IN_A_SENTENCE = {Part.PRESENCE, Part.POSITION}
AUTHORED = {Part.SECTION, Part.ANSWER}


def about(part: Part, named: str | None = None) -> Change:
    return Change(None, a_statement("It fell.", details=playing(part, named)))


def a_commitment(**details: object) -> Item:
    values = tuple((DetailKey[name.upper()], value) for name, value in details.items())
    return Item(kind=ItemKind.COMMITMENT, id="talks.open", label="Talks", text="A opens.", details=values)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", languages())
def test_all_that_changes_has_a_word(language: str) -> None:
    """Kinds, values, and the parts that are no words of an author, in each language itself."""
    words = words_in(language)
    keys: list[Enum] = [key for key in DetailKey if key not in {*UNTOLD, DetailKey.CHECKSUM}]
    parts: list[Enum] = [part for part in Part if part not in IN_A_SENTENCE | AUTHORED]
    assert all(words.of(member) for member in [*keys, *parts, *(each for kind in SHOWN for each in kind)])
    assert set(IN_ORDER) == set(ItemKind)
    assert all(words(f"changes.{kind}s") and words(f"count.{kind}s", n=2) for kind in IN_ORDER)


def test_a_part_is_named_behind_what_it_is_of() -> None:
    """Small in English, where a name and an abbreviation keep their capitals."""
    assert label_of(ENGLISH, about(Part.KEY_POINTS)) == "Lake level, key points"
    assert label_of(ENGLISH, about(Part.POSITION, "Orsund")) == "Lake level, position of Orsund"
    assert label_of(ENGLISH, about(Part.SECTION, "The ferry")) == "Lake level, the ferry"
    assert label_of(ENGLISH, about(Part.SECTION, "EU rules")) == "Lake level, EU rules"
    assert label_of(GERMAN, about(Part.KEY_POINTS)) == "Lake level, Kernpunkte"
    assert label_of(GERMAN, about(Part.PRESENCE, "Orsund")) == "Lake level, Anwesenheit von Orsund"
    assert label_of(GERMAN, about(Part.SECTION, "Die Fähre")) == "Lake level, Die Fähre"


def test_values_are_told_as_pages_write_them() -> None:
    """Dates, statuses and names; one that nobody states is called so."""
    old = a_commitment(status=CommitmentState.OPEN, due=PartialDate(2023, 5, 31))
    new = a_commitment(status=CommitmentState.MET, by=Names(("A", "B")))
    assert remarks(ENGLISH, Change(old, new)) == (
        "by: now A, B",
        "due: 31 May 2023, now not stated",
        "status: open, now met",
    )
    assert remarks(GERMAN, Change(old, new)) == (
        "von: jetzt A, B",
        "fällig: 31. Mai 2023, jetzt nicht angegeben",
        "Status: offen, jetzt erfüllt",
    )


def test_how_many_passages_came_and_went_is_told() -> None:
    """One is one."""
    proofs = tuple(Proof(SourceId("herald"), f"words {n}", f"q-{n}", Voice.ARTICLE) for n in range(5))

    def told(before: int, *after: int) -> tuple[str, ...]:
        both = proofs[:before], tuple(proofs[n] for n in after)
        return remarks(ENGLISH, Change(*(a_statement("A.", proofs=each) for each in both)))

    assert told(1, 0, 1) == ("one passage more",)
    assert told(3, 0) == ("2 passages fewer",)
    assert told(1, 1) == ("another quotation",)
    assert told(2, 0, 2, 3) == ("passages: 2 new, 1 left out",)
    assert told(1, 0) == ()


def test_counts_name_a_kind_once() -> None:
    """In the order in which changes are told."""
    changes = [
        about(Part.EVENT),
        about(Part.ROLE),
        Change(a_statement("B."), None),
        Change(None, a_commitment()),
    ]
    assert counts(ENGLISH, changes) == "2 statements added, 1 withdrawn; 1 commitment added"
    assert counts(GERMAN, changes) == "2 Aussagen neu, 1 zurückgezogen; 1 Zusage neu"
    assert (counts(ENGLISH, ()), counts(GERMAN, ())) == ("nothing", "nichts")


def test_a_statement_without_any_source_left_says_so() -> None:
    """None is written as a word."""
    change = Change(a_statement("A."), a_statement("A.", proofs=()))
    assert loss_told(ENGLISH, change) == "no longer cites herald; no sources left"


def test_a_comparison_speaks_the_language_of_the_newer_edition() -> None:
    """In every view; the words of the editions stay as they are."""
    old, new = a_manifest(a_statement("It fell by 12 cm.")), a_manifest(a_statement("It fell by 13 cm."))
    german = compare(old, replace(new, language="de"))
    for view in (as_markdown(german), as_terminal(german, color=False)):
        assert "1 Aussage geändert" in view
        assert "Lake level, Stand der Dinge" in view
        assert "statement changed" not in view
    assert "1 statement changed" in as_markdown(compare(replace(old, language="de"), new))


def test_what_a_release_stores_is_said_in_the_language_of_the_site(tmp_path: Path) -> None:
    """Readers find it on the page of editions and in feeds; a manifest is told in it too."""
    project = copy_of(SUBJECT, tmp_path / "project")
    speak_german(project)

    def briefing(*arguments: str) -> str:
        result = CliRunner().invoke(main, [*arguments[:1], "-C", str(project), *arguments[1:]])
        assert result.exit_code == 0, result.output
        return result.stdout

    briefing("release")
    day = "due: 2023-05-31"
    overlay(project, {"content/timeline.yml": {"old": day, "new": f"{day}\n        condition: {OPENED}"}})
    told = briefing("release")
    assert "1 Zusage geändert" in told
    second = project / "content" / "editions" / "2023-05-22-2.yml"
    (change,) = yaml.safe_load(second.read_text("utf-8"))["changes"]
    assert change["remarks"] == ["Bedingung: jetzt The weir is open."]
    kept = tmp_path / "new.json"
    kept.write_bytes((project / "content" / "editions" / "latest.json").read_bytes())
    old = tmp_path / "old.json"
    old.write_bytes(manifest(edition(SUBJECT)))
    found = json.loads(briefing("diff", str(old), str(kept), "--format", "json"))
    assert change["remarks"] in [each["remarks"] for each in found["changes"]]
