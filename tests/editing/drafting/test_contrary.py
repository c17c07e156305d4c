"""`briefing suggest disagreements`: pairs of sentences that share their words and differ in one slot."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.drafting.contrary import NOTHING, disagreements
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.dossiers import verified
from tests.support.projects import BASE, SUBJECT, copy_of, overlay


def proposed(folder: Path, first: str, second: str) -> list[str]:
    """The reasons of what is proposed for two sources of one sentence each, among those of the project."""
    project = copy_of(BASE, folder / "project")
    head = "issued: 2023-03-11\nrights: quote\n---\n"
    overlay(
        project,
        {
            "sources/first.md": f"---\ntitle: First\nshort: First report\n{head}{first}\n",
            "sources/second.md": f"---\ntitle: Second\nshort: Second report\n{head}{second}\n",
        },
    )
    corpus, _ = read(project)
    assert corpus is not None
    text = disagreements(verify(corpus)[0])
    pairs = text.split("\n# ")
    return [each.split("\n")[0] for each in pairs if "source: first" in each and "source: second" in each]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            "The dam holds 90 percent of the water.",
            "The dam holds about 80 percent of the water.",
            "quantity: “90 percent” against “80 percent”",
        ),
        (
            "The ministry raised the toll on the canal.",
            "The ministry lowered the toll on the canal.",
            "direction: “raised” against “lowered”",
        ),
        (
            "The ministry signed the treaty on the canal.",
            "The ministry did not sign the treaty on the canal.",
            "polarity: “signed” is denied in one of them",
        ),
        (
            "The ministry closed the canal at night.",
            "The ministry may close the canal at night.",
            "certainty: one is surer of “closed”",
        ),
    ],
    ids=["quantity", "direction", "polarity", "certainty"],
)
def test_sentences_that_differ_in_one_slot_are_proposed(
    first: str, second: str, reason: str, tmp_path: Path
) -> None:
    """The reason names the slot and the words."""
    assert proposed(tmp_path, first, second) == [reason]


def test_sentences_that_say_the_same_or_share_no_words_are_not(tmp_path: Path) -> None:
    """Agreement is none, and neither is another subject."""
    assert proposed(tmp_path / "a", "The ministry closed the canal.", "The ministry shut the canal.") == []
    assert proposed(tmp_path / "b", "The ministry closed the canal.", "The harvest did not fail.") == []


def test_what_is_proposed_is_yaml_to_paste_and_what_is_told_is_not_proposed() -> None:
    """The second subject: nothing repeats a dispute that there is, or a figure of two values."""
    text = disagreements(verified(SUBJECT)[0])
    assert text.count("  positions:") == text.count("- id: ") > 0
    assert "110 cubic metres" not in text
    assert "Ice had damaged the sluices" not in text


def test_a_project_without_any_says_so() -> None:
    """The small project has no two sentences that differ so."""
    assert disagreements(verified(BASE)[0]) == NOTHING
