"""What the editor says of their own accord: not what happened."""

from __future__ import annotations

import pytest

from generator.model.keys import OwnKind
from generator.text.own import kind_of_own

HAPPENED = [
    ("Ada Marsh and Ben Orr resigned and declared war on France.", "en"),
    ("The negotiators met in Rome in May.", "en"),
    ("The delegations will sign a treaty.", "en"),
    ("Upton has lifted all its limits.", "en"),
    ("The talks ended without a deal.", "en"),
    ("We count two rounds. The ministers agreed on a third.", "en"),
    ("Die Delegationen haben einen Vertrag unterzeichnet.", "de"),
    ("Upton kündigte neue Regeln an.", "de"),
    ("Die Regierung wird den Vertrag kündigen.", "de"),
]
HONEST = [
    ("Whether the mayors approved the agreement.", "en", OwnKind.ABSENCE),
    ("No source says whether the delegations met.", "en", OwnKind.ABSENCE),
    ("None of the sources names who announced it.", "en", OwnKind.ABSENCE),
    ("It is not known when the sides agreed.", "en", OwnKind.ABSENCE),
    ("Neither list has been published, as far as these sources go.", "en", OwnKind.ABSENCE),
    ("We count the meeting that the towns held as one.", "en", OwnKind.METHOD),
    ("The article calls the government that signed the treaty by another name.", "en", OwnKind.METHOD),
    ("A conflict between countries by tariffs.", "en", OwnKind.JUDGEMENT),
    ("The delay would change when the limits bite, not who gains.", "en", OwnKind.JUDGEMENT),
    ("Ob die Bürgermeister zugestimmt haben.", "de", OwnKind.ABSENCE),
    ("Keine Quelle sagt, wann sich die Delegationen trafen.", "de", OwnKind.ABSENCE),
    ("Wir zählen die beiden Treffen als eines.", "de", OwnKind.METHOD),
]


def named(text: str) -> list[tuple[int, int]]:
    """Where a text names the town of Upton, as the glossary would."""
    start = text.find("Upton")
    return [(start, start + len("Upton"))] if start >= 0 else []


@pytest.mark.parametrize(("text", "language"), HAPPENED)
def test_a_happening_is_known(text: str, language: str) -> None:
    """By a name or a noun that acts, and a verb of the past, the perfect or the future."""
    assert kind_of_own(text, named(text), language) is OwnKind.HAPPENING


@pytest.mark.parametrize(("text", "language", "kind"), HONEST)
def test_absence_method_and_judgement_are_let_be(text: str, language: str, kind: OwnKind) -> None:
    """Even where such verbs stand in them."""
    assert kind_of_own(text, named(text), language) is kind


def test_a_language_without_lists_is_not_judged() -> None:
    """A guess would be worse."""
    assert kind_of_own("Les délégations ont signé un traité.", (), "fr") is OwnKind.JUDGEMENT
