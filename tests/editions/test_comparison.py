"""What differs between two editions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.editions.compare import compare
from generator.editions.manifest import Manifest, composed
from generator.model.editions import Item, ItemKind, Proof, What
from generator.model.evidence import Voice
from generator.model.keys import Part
from generator.model.text import SourceId
from tests.editions.builders import a_manifest, a_statement, of_subject, playing
from tests.support.projects import BASE, copy_of, overlay

COURIER = Proof(SourceId("courier"), "its own words", "q-0000000002", Voice.ARTICLE)


def composed_with(folder: Path, path: str, text: str) -> Manifest:
    project = copy_of(BASE, folder)
    overlay(project, {path: text})
    return composed(project, folder.name)


def whats(old: tuple[Item, ...], new: tuple[Item, ...]) -> list[str]:
    return [change.what.value for change in compare(a_manifest(*old), a_manifest(*new)).changes]


def test_an_edition_does_not_differ_from_itself() -> None:
    """Nor from the same read again in another order of nothing."""
    found = compare(of_subject(), of_subject())
    assert (found.changes, found.pages, found.conclusions()) == ((), (), ())


def test_a_mended_figure_is_changed_and_not_another_one() -> None:
    """Its proof changes with it, so its id is a new one."""
    old = a_statement("The lake fell by 12 cm.", name="s-1")
    new = a_statement("The lake fell by 13 cm.", name="s-2")
    (change,) = compare(a_manifest(old), a_manifest(new)).changes
    assert (change.what, change.before, change.after) == (What.CHANGED, old, new)


def test_another_statement_is_added_and_the_old_one_withdrawn() -> None:
    """Two statements that share neither words nor proof are two."""
    old = a_statement("The lake fell by 12 cm.", name="s-1")
    new = a_statement("Nobody pays for pumps", name="s-2", details=playing(Part.AGENDA))
    assert whats((old,), (new,)) == ["added", "withdrawn"]


def test_a_statement_keeps_its_partner_when_one_before_it_goes() -> None:
    """Two that rest on the same words are numbered; the number may pass on, the text tells them apart."""
    first, second = a_statement("They met.", name="s-1"), a_statement("Nobody signed.", name="s-1-2")
    moved = a_statement("Nobody signed.", name="s-1")
    found = compare(a_manifest(first, second), a_manifest(moved)).changes
    assert [(change.what, change.item.text) for change in found] == [(What.WITHDRAWN, "They met.")]


def test_where_it_stands_tells_nothing() -> None:
    """A statement that moves to another page says what it said."""
    assert whats((a_statement("A."),), (a_statement("A.", addresses=("timeline#x",)),)) == []


def test_lost_support_is_told() -> None:
    """A source that is no longer cited is missed, one more is not."""
    one, two = a_statement("A."), a_statement("A.", proofs=(*a_statement("A.").proofs, COURIER))
    found = compare(a_manifest(two), a_manifest(one))
    assert [change.lost() for change in found.lost_support()] == [(COURIER,)]
    assert compare(a_manifest(one), a_manifest(two)).lost_support() == ()


def test_another_source_for_another_is_no_loss() -> None:
    """As many sources bear it out as before; which words they are is told with the change."""
    old, new = a_statement("A."), a_statement("A.", proofs=(COURIER,))
    (change,) = compare(a_manifest(old), a_manifest(new)).changes
    assert change.lost() == ()
    assert (change.proofs_gone(), change.proofs_come()) == (old.proofs, new.proofs)


def test_the_result_of_a_round_is_the_same_item_whatever_it_says() -> None:
    """A round has one result, an entry one definition: nothing is withdrawn where it reads otherwise."""
    result = {"details": playing(Part.RESULT), "label": "Round one"}
    old = a_statement("Not known.", name="s-1", proofs=(), reason="Nobody reports it.", **result)
    new = a_statement("The towns signed a treaty.", name="s-2", proofs=(COURIER,), **result)
    assert whats((old,), (new,)) == ["changed"]
    assert whats((old,), (a_statement("The towns signed.", name="s-2", proofs=(COURIER,)),)) == [
        "added",
        "withdrawn",
    ]


def test_sections_of_one_heading_are_many_statements_whatever_it_is() -> None:
    """An author's section called “Result” is no result of a round: its statements are told apart."""
    section = {"details": playing(Part.SECTION, "Result")}
    old = a_statement("Not known.", name="s-1", proofs=(), reason="Nobody reports it.", **section)
    new = a_statement("The towns signed a treaty.", name="s-2", proofs=(COURIER,), **section)
    assert whats((old,), (new,)) == ["added", "withdrawn"]


def test_a_source_that_comes_or_goes_is_told_once_with_the_deck_of_its_page() -> None:
    """So is a talk round; a page that has no item of its own, such as a person's, is told as a page."""
    addresses = ("rounds/one", "timeline#one")
    talks = Item(kind=ItemKind.EVENT, id="one", label="One", text="They met.", addresses=addresses)
    source = Item(kind=ItemKind.SOURCE, id="ice", label="On ice", text="On ice", addresses=("sources/ice",))
    pages = [
        Item(kind=ItemKind.PAGE, id=name, label=name, text=f"A deck of {name}", addresses=(name,))
        for name in ("rounds/one", "sources/ice", "people/ada")
    ]
    with_them, without = a_manifest(talks, source, *pages), a_manifest()
    for old, new in ((without, with_them), (with_them, without)):
        found = compare(old, new).changes
        assert [(change.kind, change.item.text) for change in found] == [
            (ItemKind.EVENT, "They met."),
            (ItemKind.SOURCE, "A deck of sources/ice"),
            (ItemKind.PAGE, "A deck of people/ada"),
        ]


def test_a_deadline_is_not_told_for_what_it_is_called() -> None:
    """The words of a commitment are its deadline's name; the day is what a reader asks for."""
    due = Item(kind=ItemKind.DEADLINE, id="one.measure", label="They will measure.", text="1 June 2023")
    assert whats((due,), (replace(due, label="They are to measure."),)) == []
    assert whats((due,), (replace(due, text="2 June 2023"),)) == ["changed"]


def test_conclusions_change_with_their_words_and_not_with_their_proof() -> None:
    """A key point with one more source concludes what it did."""
    old = a_statement("A.", concludes=True)
    better = a_statement("A.", concludes=True, proofs=(COURIER,))
    other = a_statement("B.", concludes=True)
    assert compare(a_manifest(old), a_manifest(better)).conclusions() == ()
    assert len(compare(a_manifest(old), a_manifest(other)).conclusions()) == 1
    assert len(compare(a_manifest(old), a_manifest()).conclusions()) == 1


@pytest.mark.parametrize(
    ("heading", "is_conclusion"),
    [("## Result", False), ("## Bottom line of the talks", False), ("## In short {part=bottom-line}", True)],
)
def test_a_free_heading_is_no_conclusion(heading: str, is_conclusion: bool, tmp_path: Path) -> None:
    """An author's words mean nothing to the program; a mark does."""
    path = "content/briefings/lake-level.md"
    text = (BASE / path).read_text("utf-8").replace("## Bottom line", heading)
    mended = text.replace("The lake has fallen", "The level of the lake has fallen")
    before, after = (
        composed_with(tmp_path / name, path, each) for name, each in (("a", text), ("b", mended))
    )
    found = compare(before, after)
    assert [change.kind for change in found.changes] == [ItemKind.STATEMENT]
    assert bool(found.conclusions()) is is_conclusion


def test_the_text_of_a_figure_is_told_once() -> None:
    """A statement that is part of another item is not told beside it."""
    figure = Item(kind=ItemKind.FIGURE, id="f.s-1", label="Level", text="12 cm", addresses=("figures",))
    part = a_statement("12 cm", part_of="figure f.s-1")
    found = compare(a_manifest(), a_manifest(figure, part)).changes
    assert [change.kind for change in found] == [ItemKind.FIGURE]
