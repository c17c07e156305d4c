"""What happens when an article comes a second time: nothing, or what an editor allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.importing.run import ignored
from generator.model.sources import Rights
from generator.read.inputs import InputFile, read_file
from generator.read.sources import read_source
from tests.editing.importing.builders import (
    PARAGRAPHS,
    a_page,
    codes,
    files_in,
    imported,
    statuses,
    written,
)

ID = "herald-2023-03-10"


@pytest.fixture(name="page")
def _page(tmp_path: Path) -> Path:
    """A page that has been imported into the folder beside it."""
    path = written(tmp_path, "inbox/towns.html", a_page())
    assert statuses(imported(tmp_path, path)) == ["new"]
    return path


def source(folder: Path, id: str = ID) -> str:
    return (folder / "sources" / f"{id}.md").read_text(encoding="utf-8")


def edited(folder: Path, old: str, new: str, id: str = ID) -> None:
    text = source(folder, id)
    assert old in text, text
    written(folder, f"sources/{id}.md", text.replace(old, new, 1))


def test_a_page_becomes_a_source_that_can_be_read(page: Path, tmp_path: Path) -> None:
    """Front matter as far as it is known, and the article's own paragraphs only."""
    file = read_file(tmp_path, f"sources/{ID}.md")
    assert isinstance(file, InputFile)
    draft, problems = read_source(ID, file)
    assert problems == ()
    assert draft is not None
    known, record = draft.file.bibliography, draft.record
    assert (known.title, known.publisher, str(known.issued)) == (
        "Towns meet over the lake",
        "The Herald",
        "2023-03-10",
    )
    assert [author.family for author in known.author] == ["Reed"]
    assert known.canonical_url == "https://herald.example/2023/towns-meet"
    assert known.short == "Herald, 10 March 2023"
    assert draft.file.body.text.split("\n\n") == list(PARAGRAPHS)
    assert record.imported is not None
    assert (tmp_path / record.imported.file).read_bytes() == page.read_bytes()
    assert (tmp_path / "originals/.gitignore").read_text(encoding="utf-8").splitlines()[1] == "*"


def test_the_same_article_changes_nothing(page: Path, tmp_path: Path) -> None:
    """The same file, the same under another name, the same text with other things around it."""
    before = files_in(tmp_path / "sources")
    copy = written(tmp_path, "inbox/copy of it.html", page.read_bytes())
    redesigned = written(tmp_path, "inbox/new.html", page.read_text().replace("Imprint", "Imprint and more"))
    assert statuses(imported(tmp_path, page, copy, redesigned)) == ["unchanged"] * 3
    assert files_in(tmp_path / "sources") == before
    assert list((tmp_path / "originals").glob("*.html")) == [tmp_path / f"originals/{ID}.html"]


def test_the_same_text_of_somebody_else_is_named_and_not_imported(page: Path, tmp_path: Path) -> None:
    """An article that is there already under another name."""
    other = a_page(address="https://gazette.example/towns", publisher="The Gazette")
    assert page.exists()
    outcomes = imported(tmp_path, written(tmp_path, "inbox/gazette.html", other))
    assert (statuses(outcomes), codes(outcomes)) == (["already there"], ["import-already-there"])
    assert outcomes[0].id == ID
    assert len(list((tmp_path / "sources").iterdir())) == 1


def test_an_article_that_a_source_of_ours_sums_up_is_there_already(page: Path, tmp_path: Path) -> None:
    """Whoever has written a summary of it is told so."""
    edited(tmp_path, "rights: quote", "rights: summary")
    edited(tmp_path, "imported:", "original:")
    edited(tmp_path, PARAGRAPHS[1], "The sluice is to be closed at night.")
    (outcome,) = imported(tmp_path, page)
    assert (outcome.status, outcome.id) == ("already there", ID)
    assert "its summary" in outcome.problems[0].message


def test_a_changed_article_is_left_until_somebody_wants_it(page: Path, tmp_path: Path) -> None:
    """The difference is shown; nothing is written, the original neither."""
    before = files_in(tmp_path)
    new = "A second meeting is planned for August, the towns said now."
    changed = a_page(paragraphs=(*PARAGRAPHS[:3], new))
    path = written(tmp_path, page.relative_to(tmp_path).as_posix(), changed)
    (outcome,) = imported(tmp_path, path)
    assert (outcome.status, codes([outcome])) == ("changed", ["import-changed"])
    assert [line for line in outcome.diff() if line.startswith("+A")] == [f"+{new}"]
    path.write_text(a_page(), encoding="utf-8")
    assert files_in(tmp_path) == before
    path.write_text(changed, encoding="utf-8")
    assert statuses(imported(tmp_path, path, replaces=True)) == ["updated"]
    assert "planned for August" in source(tmp_path)
    assert statuses(imported(tmp_path, path)) == ["unchanged"]


def test_what_an_editor_wrote_survives(page: Path, tmp_path: Path) -> None:
    """Fields changed, added or removed, a comment, the order: only what nobody touched is updated."""
    edited(tmp_path, "title: Towns meet over the lake", 'title: "Lake: the towns meet"  # as in print')
    edited(tmp_path, "author: {family: Reed, given: Jane}\n", "")
    edited(tmp_path, "rights: quote", "good_for: The first meeting.\nrights: full")
    later = a_page(issued="2023-03-11", author="Tom Hale", title="Towns meet at last")
    written(tmp_path, "inbox/towns.html", later)
    assert statuses(imported(tmp_path, page, replaces=True)) == ["updated"]
    text = source(tmp_path)
    assert 'title: "Lake: the towns meet"  # as in print\n' in text
    assert "author:" not in text
    assert "good_for: The first meeting.\nrights: full\n" in text
    assert "issued: 2023-03-11\n" in text
    assert "short: Herald, 11 March 2023" in text or 'short: "Herald, 11 March 2023"' in text
    assert statuses(imported(tmp_path, page)) == ["unchanged"]


def test_a_text_that_an_editor_mended_stays(page: Path, tmp_path: Path) -> None:
    """The same article has nothing new to say against it."""
    edited(tmp_path, "two metres", "2.1 metres")
    before = files_in(tmp_path)
    assert statuses(imported(tmp_path, page)) == ["unchanged"]
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("name", ["number", "Share this", '"share THIS article!"'])
def test_a_line_brings_back_what_was_left_out(name: str, page: Path, tmp_path: Path) -> None:
    """By its number or first words, at the next import of the same file, without a question."""
    (outcome,) = imported(tmp_path, page)
    assert outcome.draft is not None
    numbers = {each.text: n for n, each in enumerate(outcome.draft.article.paragraphs, 1) if each.mask}
    line = str(numbers["Share this article"]) if name == "number" else name
    edited(tmp_path, "rights: quote", f"rights: quote\nkeep: [{line}]")
    assert statuses(imported(tmp_path, page)) == ["updated"]
    assert source(tmp_path).endswith("\n\nShare this article\n")
    assert statuses(imported(tmp_path, page)) == ["unchanged"]


def test_a_line_that_brings_nothing_back_is_told(page: Path, tmp_path: Path) -> None:
    """A slip in it would be lost in silence."""
    edited(tmp_path, "rights: quote", "rights: quote\nkeep: Shrae this")
    outcomes = imported(tmp_path, page)
    assert (statuses(outcomes), codes(outcomes)) == (["unchanged"], ["import-nothing-to-keep"])


def test_without_its_original_a_source_keeps_all_its_fields(page: Path, tmp_path: Path) -> None:
    """Originals are not in git: what import wrote cannot be told from what an editor wrote."""
    (tmp_path / f"originals/{ID}.html").unlink()
    written(tmp_path, "inbox/towns.html", a_page(issued="2023-03-11", paragraphs=PARAGRAPHS[:3]))
    assert statuses(imported(tmp_path, page, replaces=True)) == ["updated"]
    text = source(tmp_path)
    assert "issued: 2023-03-10" in text
    assert PARAGRAPHS[3] not in text


def test_two_files_of_one_run_that_are_one_article_are_one_source(tmp_path: Path) -> None:
    """Whichever comes first by its name."""
    first = written(tmp_path, "inbox/a.html", a_page())
    written(tmp_path, "inbox/b.html", a_page().replace("Imprint", "Legal"))
    assert statuses(imported(tmp_path, first.parent)) == ["new", "unchanged"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Not even a folder."""
    path = written(tmp_path, "inbox/towns.html", a_page())
    assert statuses(imported(tmp_path / "project", path, is_dry=True)) == ["new"]
    assert not (tmp_path / "project").exists()


def test_what_may_be_published_is_in_git() -> None:
    """All originals are kept out of it but those with full rights, whichever came first."""
    open_ = ignored("", "a.html", Rights.FULL)
    assert open_.splitlines()[1:] == ["*", "!.gitignore", "!/a.html"]
    assert ignored(open_, "b.html", Rights.QUOTE) == open_
    assert ignored(ignored("", "b.html", Rights.QUOTE), "a.html", Rights.FULL) == open_


def test_an_article_that_shares_passages_is_imported_and_says_so(page: Path, tmp_path: Path) -> None:
    """The same agency's report in another paper, under another title and with a paragraph of its own."""
    assert page.exists()
    own = "The Gazette has learned that the province will send two engineers to the lake next week."
    other = a_page(
        "Lake talks begin",
        (*PARAGRAPHS[:3], own),
        publisher="The Gazette",
        address="https://gazette.example/lake",
    )
    (outcome,) = imported(tmp_path, written(tmp_path, "inbox/other.html", other))
    assert (outcome.status, outcome.id) == ("new", "gazette-2023-03-10")
    assert f"shares passages with {ID}" in outcome.notes
