"""An address of a statement leads to it for ever, though its anchor changes with its proof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.crosslinks import web_of
from generator.compose.leads import leads, standing_on
from generator.compose.pages.marks import with_marks
from generator.model.blocks import Bullets
from generator.model.dates import PartialDate
from generator.model.editions import Importance, ItemKind, Redirect, Release, ReleasedChange, Stood, What
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page, Section
from generator.model.runs import Anchor, Line, Plain
from generator.model.text import Span, Text
from generator.words import words_in
from tests.support.dossiers import edition, verified
from tests.support.projects import ROOT

PLACE = Span("content/redirects.yml", 1, 1, 1, 2)
OLD, NEW, NEWEST = "s-0000000001", "s-0000000002", "s-0000000003"


def a_page(path: str, *said: tuple[str, str]) -> Page:
    lines = tuple(Line((Plain(text),), anchor) for anchor, text in said)
    section = Section(SectionKey.OTHER, "all", "All", (Bullets(lines),))
    return Page(path, KINDS.topic, path, "", "", (section,), ())


def a_release(name: str, what: What, before: str, *addresses: str) -> Release:
    after = None if what is What.WITHDRAWN else f"{before} Still."
    change = ReleasedChange(what, ItemKind.STATEMENT, "Lake", before, after, (), addresses, False)
    day = PartialDate(2023, 6, 2)
    return Release(name, day, day, Importance.MAJOR, None, "0" * 64, (change,), ())


def _parted(address: str) -> tuple[str, str, str]:
    return address.partition("#")


def marked(
    releases: tuple[Release, ...],
    *pages: Page,
    stood: tuple[Stood, ...] = (),
    redirects: tuple[Redirect, ...] = (),
) -> list[Page]:
    found = leads(releases, {page.path: standing_on(page) for page in pages}, stood)
    titles = {page.path: page.title for page in pages}
    return [with_marks(words_in("en"), page, releases, redirects, titles, found) for page in pages]


def anchors_of(page: Page) -> list[str]:
    return [name for name, _ in web_of(page).anchors]


def test_a_statement_whose_proof_changed_keeps_its_old_anchor_beside_the_new() -> None:
    """In any edition, without a word: what stands there says what it says."""
    release = a_release("1", What.CHANGED, "It fell.", f"lake#{OLD}", f"lake#{NEW}")
    (page,) = marked((release,), a_page("lake", (NEW, "It fell. Still.")))
    block = page.sections[0].blocks[0]
    assert isinstance(block, Bullets)
    assert block.items[0].runs[0] == Anchor(OLD)
    assert len(page.sections) == 1


def test_what_changed_twice_leads_to_where_it_stands_in_the_end() -> None:
    """From each of its anchors."""
    first = a_release("1", What.CHANGED, "It fell.", f"lake#{OLD}", f"lake#{NEW}")
    second = a_release("2", What.CHANGED, "It fell. Still.", f"lake#{NEW}", f"lake#{NEWEST}")
    (page,) = marked((first, second), a_page("lake", (NEWEST, "It fell. Still. Still.")))
    assert {OLD, NEW, NEWEST} <= {*anchors_of(page)}


def test_what_went_to_another_page_leaves_its_anchor_and_says_where_it_is() -> None:
    """In the block of what changed."""
    release = a_release("1", What.CHANGED, "It fell.", f"lake#{OLD}", f"weir#{NEW}")
    lake, _ = marked((release,), a_page("lake"), a_page("weir", (NEW, "It fell. Still.")))
    assert OLD in anchors_of(lake)
    assert ("weir", NEW) in {(each.target.page, each.target.anchor) for each in web_of(lake).links}


def test_what_is_said_elsewhere_is_not_called_withdrawn() -> None:
    """The same words stand on the site; only what is gone is called so."""
    release = a_release("1", What.WITHDRAWN, "It fell.", f"lake#{OLD}")
    here, there = marked((release,), a_page("lake"), a_page("weir", (NEW, "It fell.")))
    told = here.sections[-1].heading or ""
    assert told.lower() == words_in("en")("mark.moved").lower()
    assert there.version == a_page("weir", (NEW, "It fell.")).version
    (gone,) = marked((release,), a_page("lake"))
    assert (gone.sections[-1].heading or "").lower() == words_in("en")("mark.withdrawn").lower()


def test_what_a_page_says_no_more_in_the_same_words_leads_to_where_it_is_said() -> None:
    """In one line a page, of what the last edition said."""
    old = (Stood("It fell.", (f"lake#{OLD}", f"weir#{NEW}")), Stood("It rose.", (f"lake#{NEWEST}",)))
    weir = a_page("weir", (NEW, "It fell."), (NEWEST, "It rose."))
    lake, _ = marked((), a_page("lake"), weir, stood=old)
    assert {OLD, NEWEST} <= {*anchors_of(lake)}
    block = lake.sections[-1].blocks[0]
    assert isinstance(block, Bullets)
    assert len(block.items) == 1
    assert {("weir", NEW), ("weir", NEWEST)} <= {(e.target.page, e.target.anchor) for e in web_of(lake).links}


def test_where_authors_say_that_an_address_went_nothing_else_is_told_of_it() -> None:
    """A redirect of theirs goes before what the last edition said; its anchor stands once."""
    old = (Stood("It fell.", (f"lake#{OLD}", f"weir#{NEW}")),)
    given = (Redirect(Text(f"lake#{OLD}", PLACE), Text(f"weir#{NEWEST}", PLACE)),)
    weir = a_page("weir", (NEW, "It fell."), (NEWEST, "It rose."))
    lake, _ = marked((), a_page("lake"), weir, stood=old, redirects=given)
    assert anchors_of(lake).count(OLD) == 1
    assert [each.target.anchor for each in web_of(lake).links] == [NEWEST]


def test_an_edition_keeps_the_leads_of_those_before_it() -> None:
    """Of what moved then, wherever it went since."""
    first = replace(a_release("1", What.CHANGED, "It ran.", "bank#s-0"), moved=(
        Stood("It fell.", (f"lake#{OLD}", f"weir#{NEW}")),
    ))  # fmt: skip
    second = a_release("2", What.CHANGED, "It fell.", f"weir#{NEW}", f"weir#{NEWEST}")
    lake, _ = marked((first, second), a_page("lake"), a_page("weir", (NEWEST, "It fell. Still.")))
    assert OLD in anchors_of(lake)


def test_every_address_of_our_last_edition_stands_if_it_is_said_at_all() -> None:
    """On its page, or by a line there that leads to it."""
    dossier, found = verified(ROOT)[0], edition(ROOT)
    standing = {page.path: {*anchors_of(page)} for page in found.pages}
    told = [
        (path, anchor)
        for each in dossier.stood
        for path, _, anchor in map(_parted, each.addresses)
        if anchor.startswith("s-")
        and any(
            name in standing.get(page, ())
            for page, _, name in map(_parted, each.addresses)
            if name[:2] == "s-"
        )
    ]
    assert len(told) > 100
    assert [each for each in told if each[0] in standing and each[1] not in standing[each[0]]] == []


def test_every_address_that_our_editions_told_of_stands() -> None:
    """Of statements, on the pages that are there."""
    found = edition(ROOT)
    standing = {page.path: {*anchors_of(page)} for page in found.pages}
    told = {
        address
        for release in verified(ROOT)[0].releases
        for change in release.changes
        for address in change.addresses
        if address.partition("#")[2].startswith("s-")
    }
    assert len(told) > 100
    lost = [each for each in sorted(told) if each.partition("#")[2] not in standing[each.partition("#")[0]]]
    assert lost == []


@pytest.mark.parametrize("anchor", [OLD, "weir"])
def test_an_address_that_stands_leads_nowhere_else(anchor: str) -> None:
    """Nor does one of an entry, which a redirect tells of."""
    release = a_release("1", What.CHANGED, "It fell.", f"lake#{anchor}")
    assert leads((release,), {"lake": {OLD: "It fell. Still."}}) == {}
