"""The page of editions, what home says of the latest, and the lines that withdrawn statements leave."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.compose.pages.marks import with_changes, with_marks
from generator.model.blocks import Bullets
from generator.model.dates import PartialDate
from generator.model.editions import Importance, ItemKind, Redirect, Release, ReleasedChange, What
from generator.model.keys import SectionKey
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Line, Link, Target
from generator.model.text import Span, Text
from generator.output.markdown.page import page_markdown
from generator.words import words_in
from tests.editions.builders import add_source
from tests.support.dossiers import edition
from tests.support.projects import SUBJECT, copy_of, overlay

GOLDEN = Path(__file__).with_name("golden")
CALL = "- Only the institute reports a telephone call between the ministers. [^call]\n"
OPENED = {"old": "is to publish the gate", "new": "will publish the gate"}


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Three editions: the first; one with a source more and a key point less; a correction."""
    project = copy_of(SUBJECT, tmp_path_factory.mktemp("released") / "project")
    release(project)
    add_source(project)
    overlay(project, {"content/briefings/river-water.md": {"old": CALL, "new": ""}})
    release(project, "--note", "The inspectors have reported; two of five sluices had cracked.")
    overlay(project, {"content/timeline.yml": OPENED})
    release(project, "--importance", "correction", "--date", "2023-06-02")
    return edition(project)


def release(project: Path, *options: str) -> None:
    assert CliRunner().invoke(main, ["release", "-C", str(project), *options]).exit_code == 0


def page_of(found: Edition, path: str) -> Page:
    return next(page for page in found.pages if page.path == path)


def test_the_page_of_editions_is_as_reviewed(released: Edition) -> None:
    """With real changes of most kinds; the golden is read like code when it changes."""
    text = page_markdown(released, page_of(released, "editions/index"))
    golden = GOLDEN / "page.md"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_before_the_first_release_the_page_says_that_there_is_none() -> None:
    """It promises nothing that is not there; home has no heading over nothing."""
    found = edition(SUBJECT)
    page = page_of(found, "editions/index")
    assert page.deck == "What each edition changes for readers"
    assert "No edition has been released yet" in page_markdown(found, page)
    assert "What changed on this site" not in page_markdown(found, page_of(found, "index"))


def test_home_tells_the_latest_edition_and_leads_to_all(released: Edition) -> None:
    """Its day, what it means, its first changes in words."""
    home = page_markdown(released, page_of(released, "index"))
    _, _, told = home.partition("## What changed on this site")
    assert "released 2 June 2023](editions/index.md#edition-2023-05-30-2)" in told
    assert "Kasteria <del>is to</del> <ins>will</ins> publish" in told
    assert "[All editions" in told


def test_a_page_keeps_a_line_of_what_was_withdrawn_and_of_what_was_corrected(released: Edition) -> None:
    """The first under its old anchor; the other leads to the statement, which kept its own."""
    text = page_markdown(released, page_of(released, "briefings/river-water"))
    _, _, marks = text.partition("## Withdrawn or corrected")
    assert 'id="s-' in marks.split("status-withdrawn")[0]
    assert "<del>Only the institute reports a telephone call" in marks
    assert "<del>Kasteria is to publish the gate readings of Hollen Weir&#46;</del> Now" in marks
    assert "Now&#58; [Kasteria will" in marks
    round_page = page_markdown(released, page_of(released, "rounds/sallvik-round"))
    assert "## Corrected {: #changed" in round_page


PAGE = replace(page_of(edition(SUBJECT), "about"), path="briefings/lake", sections=())


def a_release(importance: Importance, *changes: ReleasedChange) -> Release:
    day = PartialDate(2023, 6, 2)
    return Release("2023-06-02", day, day, importance, None, "0" * 64, changes, ())


def a_change(what: What, before: str | None, after: str | None, place: str) -> ReleasedChange:
    return ReleasedChange(what, ItemKind.STATEMENT, "Lake", before, after, (), (place,), False)


MENDED = a_change(What.CHANGED, "It fell by 12 cm.", "It fell by 13 cm.", "briefings/lake#s-0000000001")


def marks(page: Page, *releases: Release, moved: tuple[Redirect, ...] = ()) -> list[tuple[str | None, str]]:
    """The anchor and the words of each line that a page got."""
    titles = {"briefings/lake": "Lake", "glossary": "Glossary"}
    marked = with_marks(words_in("en"), page, releases, moved, titles)
    added = marked.sections[len(page.sections) :]
    assert bool(added) == (marked.version != page.version)
    blocks = (block for section in added for block in section.blocks if isinstance(block, Bullets))
    lines = [line for block in blocks for line in block.items]
    return [(line.statement, "".join(getattr(run, "text", "") for run in line.runs)) for line in lines]


def test_only_a_correction_leaves_a_line_where_words_changed() -> None:
    """Of what an ordinary edition says otherwise, the page of editions tells."""
    (mark,) = marks(PAGE, a_release(Importance.CORRECTION, MENDED))
    day = (
        "corrected Corrected in the edition of 2 June 2023. Before: It fell by 12 cm. Now: It fell by 13 cm."
    )
    assert mark == ("s-0000000001", day)
    for importance in (Importance.MAJOR, Importance.MINOR):
        assert marks(PAGE, a_release(importance, MENDED)) == []


def test_a_correction_of_proof_alone_leaves_no_line() -> None:
    """The page says what it said."""
    same = replace(MENDED, after=MENDED.before, remarks=("another quotation",))
    assert marks(PAGE, a_release(Importance.CORRECTION, same)) == []


def test_a_withdrawn_statement_that_stands_elsewhere_is_called_moved() -> None:
    """A redirect says where; what nobody says any more is withdrawn."""
    gone = a_change(What.WITHDRAWN, "It fell by 12 cm.", None, "briefings/lake#s-0000000009")
    release = a_release(Importance.MAJOR, gone)
    withdrawn = "withdrawn No longer said since the edition of 2 June 2023: It fell by 12 cm."
    assert marks(PAGE, release) == [("s-0000000009", withdrawn)]
    place = Span.at("content/redirects.yml")
    moved = Redirect(Text("briefings/lake#s-0000000009", place), Text("glossary", place))
    told = "moved What was said here now stands at Glossary: It fell by 12 cm."
    assert marks(PAGE, release, moved=(moved,)) == [("s-0000000009", told)]


def test_an_anchor_that_stands_is_not_given_twice() -> None:
    """A corrected statement is led to; one that was withdrawn and is back is not called withdrawn."""
    line = Line((), "s-0000000001")
    page = replace(PAGE, sections=(Section(SectionKey.OTHER, "all", "All", (Bullets((line,)),)),))
    (mark,) = marks(page, a_release(Importance.CORRECTION, MENDED))
    assert mark[0] is None
    gone = a_change(What.WITHDRAWN, "It fell.", None, "briefings/lake#s-0000000001")
    assert marks(page, a_release(Importance.MINOR, gone)) == []
    assert [anchor for anchor, _ in marks(PAGE, a_release(Importance.MINOR, gone))] == ["s-0000000001"]


def test_a_page_knows_what_the_latest_edition_changed_on_it() -> None:
    """What is new and what reads otherwise, where it stands; not what went, nor what another page has."""
    here = [Line((), f"s-000000000{at}") for at in range(1, 4)]
    page = replace(PAGE, sections=(Section(SectionKey.OTHER, "all", "All", (Bullets((*here,)),)),))
    added = a_change(What.ADDED, None, "It is blue.", "briefings/lake#s-0000000002")
    gone = a_change(What.WITHDRAWN, "It is deep.", None, "briefings/lake#s-0000000003")
    elsewhere = a_change(What.ADDED, None, "It is salt.", "briefings/sea#s-0000000003")
    first = a_release(Importance.MAJOR)
    second = replace(
        a_release(Importance.MINOR, MENDED, added, gone, elsewhere),
        id="2023-07-01",
        as_of=PartialDate(2023, 7, 1),
        date=PartialDate(2023, 7, 1),
    )
    since = with_changes(words_in("en"), page, (first, second)).since
    assert since is not None
    assert since.edition == "the first edition of 2 June 2023"
    assert since.target == Target("editions/index", "edition-2023-07-01-on-briefings-lake")
    assert since.statements == (("s-0000000001", What.CHANGED), ("s-0000000002", What.ADDED))
    for releases in ((), (second,), (second, first)):
        assert with_changes(words_in("en"), page, releases).since is None


def test_a_statement_that_stood_twice_is_told_once() -> None:
    """Its second address says no more than that it is the same; what is corrected twice is told twice."""
    addresses = ("briefings/lake#s-0000000001", "briefings/lake#s-0000000001-2")
    twice = replace(MENDED, addresses=addresses)
    told = marks(PAGE, a_release(Importance.CORRECTION, twice))
    assert [anchor for anchor, _ in told] == ["s-0000000001", "s-0000000001-2"]
    assert told[1][1] == "corrected The same, where it appeared a second time."
    page = replace(
        PAGE, sections=(Section(SectionKey.OTHER, "all", "All", (Bullets((Line((), "s-0000000001"),)),)),)
    )
    again = replace(MENDED, before="It fell by 13 cm.", after="It fell by 14 cm.")
    later = replace(a_release(Importance.CORRECTION, again), id="2023-06-02-2")
    assert len(marks(page, a_release(Importance.CORRECTION, MENDED), later)) == 2


def test_the_line_of_a_statement_whose_proof_changed_leads_to_where_it_is_now() -> None:
    """Its anchor is made of the proof, so it has another one."""
    moved = replace(MENDED, addresses=("briefings/lake#s-0000000001", "briefings/lake#s-0000000002"))
    page = replace(
        PAGE, sections=(Section(SectionKey.OTHER, "all", "All", (Bullets((Line((), "s-0000000002"),)),)),)
    )
    marked = (
        with_marks(words_in("en"), page, (a_release(Importance.CORRECTION, moved),), (), {})
        .sections[-1]
        .blocks[0]
    )
    assert isinstance(marked, Bullets)
    assert marked.items[0].statement == "s-0000000001"
    assert Link("It fell by 13 cm.", Target("briefings/lake", "s-0000000002")) in marked.items[0].runs


def test_what_stood_on_another_page_leaves_no_line_here() -> None:
    """Nor does an item that has no line of its own, such as a page or a source."""
    elsewhere = a_change(What.WITHDRAWN, "It fell.", None, "timeline#s-0000000001")
    source = replace(a_change(What.WITHDRAWN, "On ice", None, "briefings/lake"), kind=ItemKind.SOURCE)
    assert marks(PAGE, a_release(Importance.MINOR, elsewhere, source)) == []


def test_an_entry_that_moved_leaves_its_anchor_and_says_where_it_is() -> None:
    """On the page that stays."""
    place = Span.at("content/redirects.yml")
    redirect = Redirect(Text("briefings/lake#weir", place), Text("glossary#sluice", place))
    assert marks(PAGE, moved=(redirect,)) == [("weir", "moved What was called weir is now at Glossary")]


def test_home_tells_no_new_statement_that_is_said_no_longer(tmp_path: Path) -> None:
    """What a later edit took away would be told as news of the page."""
    project = copy_of(SUBJECT, tmp_path / "project")
    changed = CALL.replace("Only the", "Just the")
    release(project)
    overlay(project, {"content/briefings/river-water.md": {"old": CALL, "new": changed}})
    release(project, "--date", "2023-06-02")
    assert "Just" in changes_at_home(edition(project))
    overlay(project, {"content/briefings/river-water.md": {"old": changed, "new": CALL}})
    assert "Just" not in changes_at_home(edition(copy_of(project, tmp_path / "later")))


def changes_at_home(found: Edition) -> str:
    _, _, told = page_markdown(found, page_of(found, "index")).partition("## What changed on this site")
    return told
