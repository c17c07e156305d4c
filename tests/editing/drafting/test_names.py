"""`suggest names`: names that are in no entry, and misspellings of those that are."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.drafting.names import NOTHING, names
from tests.editing.drafting.builders import dossier_of, dossier_with, items, paste, project_with
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of

LAKES = "They asked the Lakes Board. It was the Lakes Board that paid. "


def suggested(text: str, folder: Path) -> str:
    return names(dossier_with(text, folder))


def labels(text: str, folder: Path) -> list[object]:
    return [item["pref_label"] for item in items(suggested(text, folder))]


def test_a_name_that_occurs_twice_is_suggested(tmp_path: Path) -> None:
    """With counts, sources, the first place, and an entry."""
    assert suggested(LAKES, tmp_path).split("\n\n", 1)[1] == (
        "# Below `organisations:`\n"
        "\n"
        "  # 2 times, in another (2); first sources/another.md:6:16: “They asked the Lakes Board.”\n"
        "  - id: lakes-board\n"
        "    pref_label: Lakes Board\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "They asked the Lakes Board.",
        "Suddenly it rained. Suddenly it stopped. Suddenly he left.",
        "They met Ada Marsh in Upton, Ada Marsh of Downton.",
        "They met in May and on Monday, in May and on Monday.",
        "The Lakes Board and Its Boats\n\nThe Lakes Board and Its Boats",
        "They met I and I.",
        "They met Minister and Minister, or Mayor Marsh.",
        "The level of the Lakes and the Lakes.",
        "They met Ada Marsh. Ada left. Ada came.",
    ],
)
def test_what_is_no_unknown_name_is_not_suggested(text: str, tmp_path: Path) -> None:
    """Once only; beginning sentences only; in the glossary; in the calendar; in headings; a title."""
    assert suggested(text, tmp_path) == NOTHING


def test_a_name_counts_also_where_it_begins_a_sentence(tmp_path: Path) -> None:
    """If it is capitalised within a sentence somewhere."""
    assert labels("They asked Orlan. Orlan paid. Then it rained. Then it stopped.", tmp_path) == ["Orlan"]


def test_a_last_name_alone_is_another_form_of_the_whole(tmp_path: Path) -> None:
    """Unless two people share it."""
    (item,) = items(suggested("They met Minister Milena Orlan. It was Orlan who paid.", tmp_path))
    assert item == {
        "id": "milena-orlan",
        "pref_label": "Milena Orlan",
        "alt_labels": ["Orlan"],
        "kind": "other",
    }


def test_two_people_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    """The last name alone is a name of its own."""
    text = "They met Milena Orlan and Pavel Orlan. It was Orlan or Orlan, not Milena Orlan or Pavel Orlan."
    assert sorted(map(str, labels(text, tmp_path))) == ["Milena Orlan", "Orlan", "Pavel Orlan"]


@pytest.mark.parametrize(
    ("text", "list_"),
    [
        (LAKES, "organisations"),
        ("They met in Sallvik. It is in Sallvik.", "places"),
        ("They met Quist. Then Quist said so.", "people"),
        ("They met Mr. Quist. They met Mr. Quist.", "people"),
        ("They met the Ministry of Water. They met the Ministry of Water.", "organisations"),
    ],
)
def test_the_list_is_guessed(text: str, list_: str, tmp_path: Path) -> None:
    """From the words around the name and in it."""
    assert f"# Below `{list_}:`" in suggested(text, tmp_path)


def test_a_near_miss_is_a_probable_misspelling(tmp_path: Path) -> None:
    """Even once: the line for the entry that is meant keeps the misspellings that it has."""
    found = suggested("They met Ada Marrsh then.", tmp_path)
    assert "# “Ada Marrsh”, once, in another (1);" in found
    assert "# Probably a misspelling of Ada Marsh. If so, the entry `ada-marsh` needs:\n" in found
    assert "#     misspellings: [Ada Marrsh]\n" in found
    assert items(found) == []


@pytest.mark.parametrize(
    "text", ["They met the Uptons, the Uptons of Upton.", "They met Downtoners and Downtoners."]
)
def test_another_ending_is_no_misspelling(text: str, tmp_path: Path) -> None:
    """A plural is a name of its own."""
    assert "misspelling of" not in suggested(text, tmp_path)


def test_a_misspelling_that_is_pasted_is_known(tmp_path: Path) -> None:
    """The suggested line is right as it stands."""
    project = project_with("They met Ada Marrsh then.", tmp_path)
    line = next(line for line in names(dossier_of(project)).splitlines() if "misspellings:" in line)
    path = project / "content" / "glossary.yml"
    entry = "    alt_labels: [Marsh]\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(entry, f"{entry}    {line.lstrip('# ')}\n"), encoding="utf-8")
    assert names(dossier_of(project)) == NOTHING


@pytest.mark.parametrize(
    "text",
    [
        LAKES,
        "They met Mr. O'Brien of “U.S. Steel” and K-12. It was O'Brien of “U.S. Steel” and K-12.",
        "They met WHO, Who and WHO. They met Who.",
        "It was: Yes Men's “No” #Team: [Tag] {X}. It was Yes Men's “No” #Team: [Tag] {X}.",
        "They met Дарья Колесник. It was Дарья Колесник, Зима and Зима.",
    ],
)
def test_what_is_pasted_reads_and_makes_no_error(text: str, tmp_path: Path) -> None:
    """And the names are known then."""
    project = project_with(text, tmp_path)
    parts = names(dossier_of(project)).split("# Below `")[1:]
    assert parts
    for part in parts:
        below, _, entries = part.partition(":`\n")
        paste(project, entries, below)
    assert names(dossier_of(project)) == NOTHING


@pytest.mark.parametrize("project", [BASE, SUBJECT, ROOT], ids=["base", "subject", "own"])
def test_what_is_pasted_into_a_whole_subject_makes_no_error(project: Path, tmp_path: Path) -> None:
    """Nothing of what is there gets in its way."""
    copy = copy_of(project, tmp_path / "project")
    for part in names(dossier_of(copy)).split("# Below `")[1:]:
        below, _, entries = part.partition(":`\n")
        paste(copy, entries, below)
    assert items(names(dossier_of(copy))) == []


def test_the_planted_near_miss_of_the_second_subject_is_found() -> None:
    """And nothing else: all its names are in its glossary."""
    found = names(dossier_of(SUBJECT))
    assert "misspellings: [Halvard Brekkan]" in found
    assert found.count("Probably a misspelling") == 1
    assert items(found) == []
