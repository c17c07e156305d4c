"""`suggest figures`: numbers that no evidence holds, ready to be pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.drafting.figures import NOTHING, figures
from generator.read.corpus import read
from tests.editing.drafting.builders import dossier_of, dossier_with, items, paste, project_with
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of

HOSTILE = (
    "It’s “17” — or: {18} [19] #20 & *21* 'so' \"no\" \\ / 22.\n\n- 23: true\n\n"
    "Line one has 24\nboats at sea.\u00a0And 25\u2028ships; 26\x85rafts. \u202e27 left\u202c.\n\n30 30. 30."
)


def values(text: str, folder: Path) -> list[object]:
    """The values that are suggested of a text."""
    suggested = [
        item for item in items(figures(dossier_with(text, folder))) if "they-spoke" not in str(item["id"])
    ]
    return [figure["value"] for item in suggested for figure in item["figures"]]


def test_a_number_that_no_evidence_holds_is_suggested() -> None:
    """With its sentence, its place and a citation; the topics of the sentence are guessed."""
    assert figures(dossier_of(BASE)).split("\n\n", 1)[1] == (
        "  # sources/herald.md:7:89: “They spoke for two hours about the lake level.”\n"
        "  - id: they-spoke-for-two-hours-about-the-lake-level\n"
        "    pref_label: to be named\n"
        "    unit: hours\n"
        "    about: [lake-level]\n"
        "    figures:\n"
        '      - value: "2"\n'
        "        cite:\n"
        '          - {source: herald, exact: "They spoke for two hours about the lake level"}\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "The lake has 40 boats.",
        "The lake has nearly 40% of the boats, or up to 1,200,000 crowns.",
        "It takes between 20 and 30 million crowns, 5-7 days, or $3bn; 12½ tons.",
        "Seven boats. Seven boats. Seven boats.",
        "Seven boats.\n\nThe end.\n\nSeven boats.\n\nThe end.\n\nThe last of all.",
        "Two hundred thousand of three dozen.",
        HOSTILE,
    ],
)
def test_what_is_pasted_reads_and_is_proved(text: str, tmp_path: Path) -> None:
    """No error comes of it, and nothing is left to suggest but what cannot be told apart."""
    project = project_with(text, tmp_path)
    suggested = figures(dossier_of(project))
    assert items(suggested)
    paste(project, suggested, "measurands")
    again = figures(dossier_of(project))
    assert items(again) == []


@pytest.mark.parametrize("project", [BASE, SUBJECT, ROOT], ids=["base", "subject", "own"])
def test_what_is_pasted_into_a_whole_subject_is_proved(project: Path, tmp_path: Path) -> None:
    """Nothing of what is there gets in its way."""
    copy = copy_of(project, tmp_path / "project")
    paste(copy, figures(dossier_of(copy)), "measurands")
    assert figures(dossier_of(copy)) == NOTHING


@pytest.mark.parametrize(
    ("text", "value", "rest"),
    [
        ("Fees rose by 4.5% then.", "4.5", {"unit": "percent"}),
        ("It needs about ninety boats.", "90", {"unit": "boats", "qualifier": "about"}),
        ("It needs more than 1,200 boats.", "1200", {"unit": "boats", "qualifier": "more than"}),
        ("It takes 20 to 30 million crowns.", "20..30", {"unit": "million crowns"}),
        ("It takes 900 thousand to 1 million crowns.", "900000..1000000", {"unit": "crowns"}),
        ("It takes $3bn a year.", "3", {"unit": "billion dollars"}),
        ("It takes a ninety-minute call.", "90", {"unit": "minute"}),
        ("It takes up to 8.50 of it.", "8.5", {"qualifier": "at most"}),
    ],
)
def test_value_unit_and_qualifier_are_guessed(
    text: str, value: str, rest: dict[str, str], tmp_path: Path
) -> None:
    """From the words around the number."""
    (item,) = (
        item for item in items(figures(dossier_with(text, tmp_path))) if "spoke" not in str(item["id"])
    )
    (figure,) = item["figures"]
    assert figure["value"] == value
    found = {"unit": item.get("unit"), "qualifier": figure.get("qualifier")}
    assert {name: field for name, field in found.items() if field} == rest


def test_dates_names_and_the_pronoun_are_no_figures(tmp_path: Path) -> None:
    """Bare years, days, times of day, codes, numbers in names of the glossary, and “one of them”."""
    glossary = "measures:\n  - id: plan\n    pref_label: Plan 2030 of 12 Towns\n"
    text = (
        "In 2025, on 9 March 2023 and March 9–10, from 14 to 15 May, at 12:30 and on 2023-03-09, an F-35 "
        "flew over one of the Plan 2030 of 12 Towns sites in Upton."
    )
    assert "another" not in figures(dossier_with(text, tmp_path, glossary))


def test_large_numbers_are_no_years(tmp_path: Path) -> None:
    """A year is four digits without separator, currency or percent sign."""
    found = values("It has 2,025 boats, 2025% of $2025, and 3000 men.", tmp_path)
    assert found == ["2025", "2025", "2025", "3000"]


def test_words_that_nothing_tells_apart_are_said_to_be_so(tmp_path: Path) -> None:
    """Amid its own copies a sentence cannot be cited."""
    project = project_with("Seven boats. " * 60, tmp_path)
    suggested = figures(dossier_of(project))
    assert "nothing tells the places apart" in suggested
    paste(project, suggested, "measurands")
    dossier_of(project)


def test_the_order_is_that_of_sources_and_places() -> None:
    """The same dossier gives the same text, whatever the order in which it was built."""
    corpus, _ = read(SUBJECT)
    assert corpus is not None
    first = figures(dossier_of(SUBJECT))
    assert first == figures(dossier_of(SUBJECT))
    places = [line.split(": “")[0] for line in first.splitlines() if line.startswith("  # sources/")]
    assert [place.split(":")[0] for place in places] == sorted(place.split(":")[0] for place in places)
