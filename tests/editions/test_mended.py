"""Which statement of a newer edition is one of the older edition, mended; and which is another."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, permutations
from pathlib import Path

import pytest
import yaml

from generator.editions.compare import ALIKE, compare, likeness
from generator.model.editions import Item, ItemKind, Proof, What
from generator.model.evidence import Voice
from tests.editions.builders import a_manifest, a_statement
from tests.support.dossiers import edition
from tests.support.projects import ROOT, SUBJECT

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yml").read_text(encoding="utf-8"))
MENDED: list[list[str]] = PAIRS["mended"]
DIFFERENT: list[list[str]] = PAIRS["different"]


def test_there_are_enough_pairs() -> None:
    """Thirty of each kind."""
    assert min(len(MENDED), len(DIFFERENT)) >= 30


@pytest.mark.parametrize(("old", "new"), MENDED)
def test_a_mended_statement_is_one_statement(old: str, new: str) -> None:
    """A figure corrected, a name added, another tense, a hedge, another order: it has changed."""
    items = a_statement(old, name="s-1"), a_statement(new, name="s-2")
    (change,) = compare(a_manifest(items[0]), a_manifest(items[1])).changes
    assert (change.what, change.before, change.after) == (What.CHANGED, *items)


@pytest.mark.parametrize(("old", "new"), DIFFERENT)
def test_different_statements_are_two(old: str, new: str) -> None:
    """Whatever letters they share, and though one passage may prove both, one goes and another comes."""
    proofs = (Proof(a_statement("").proofs[0].source, "the words of one passage", "q-1", Voice.ARTICLE),)
    before, after = a_statement(old, name="s-1", proofs=proofs), a_statement(new, name="s-2", proofs=proofs)
    found = compare(a_manifest(before), a_manifest(after)).changes
    assert [(change.what, change.item) for change in found] == [(What.ADDED, after), (What.WITHDRAWN, before)]


def test_among_many_each_statement_finds_its_own() -> None:
    """All of them in one section, in the opposite order in the newer edition."""
    old = [a_statement(text, name=f"s-{at}") for at, (text, _) in enumerate(MENDED)]
    new = [a_statement(text, name=f"t-{at}") for at, (_, text) in enumerate(MENDED)]
    found = compare(a_manifest(*old), a_manifest(*reversed(new))).changes
    partners = {(change.before, change.after) for change in found}
    assert partners == set(zip(old, new, strict=True))


def test_of_equals_the_one_that_plays_the_same_part_is_the_partner() -> None:
    """A bottom line that a section repeats stays a bottom line."""
    old = [a_statement("The lake fell by 12 cm.", name=f"s-{each}", label=each) for each in ("a", "b")]
    new = [a_statement("The lake fell by 13 cm.", name=f"t-{each}", label=each) for each in ("b", "a")]
    found = compare(a_manifest(*old), a_manifest(*new)).changes
    assert [(change.before, change.after) for change in found] == [(old[1], new[0]), (old[0], new[1])]


def side_by_side(project: Path) -> dict[object, list[Item]]:
    """The statements of a project that are about one thing and play one part."""
    found: dict[object, list[Item]] = defaultdict(list)
    for item in edition(project).inventory:
        if item.kind is ItemKind.STATEMENT and item.part_of is None:
            found[item.label, item.details].append(item)
    return found


def test_statements_that_stand_side_by_side_are_hardly_ever_married() -> None:
    """Of all pairs of different statements of a section, in both subjects: at most one in a hundred."""
    pairs = [
        likeness(one, other)
        for project in (ROOT, SUBJECT)
        for section in side_by_side(project).values()
        for one, other in combinations(section, 2)
        if one.text != other.text
    ]
    assert len(pairs) > 250
    assert sum(alike >= ALIKE for alike in pairs) <= len(pairs) / 100


@pytest.mark.parametrize("pairs", [MENDED, DIFFERENT], ids=["mended", "different"])
def test_likeness_is_the_same_from_either_side(pairs: list[list[str]]) -> None:
    """What is one statement forwards is one backwards."""
    for pair in pairs:
        one, other = (likeness(a_statement(a), a_statement(b)) for a, b in permutations(pair))
        assert one == pytest.approx(other)
