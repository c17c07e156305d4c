"""Kept PDF files are used again, and nothing that happens to them fails a build."""

from __future__ import annotations

from pathlib import Path

from generator.cache import FORGETFUL, Memory, Store
from generator.model.diagnostics import Diagnostic
from generator.output.pdf.fit import Draft
from generator.output.pdf.typesetter import remembered_or_made

DRAFT = Draft("page.typ", {"title": "A title"})


def memory_in(folder: Path | None) -> Memory:
    return Store(folder, "this one") if folder else FORGETFUL


def made(folder: Path | None, draft: Draft = DRAFT, paper: str = "a4") -> bool:
    """Whether the file had to be made; that it is right either way."""
    calls: list[Draft] = []

    def make() -> bytes:
        calls.append(draft)
        return b"%PDF " + str(draft.node["title"]).encode()

    assert (
        remembered_or_made(draft, paper, make, memory_in(folder))
        == b"%PDF " + str(draft.node["title"]).encode()
    )
    return bool(calls)


def test_a_file_is_made_once_for_a_draft_and_a_paper(tmp_path: Path) -> None:
    """Other words or another paper are another file; without a folder nothing is kept."""
    other = Draft("page.typ", {"title": "Another"})
    assert [made(tmp_path), made(tmp_path, other), made(tmp_path, paper="letter")] == [True] * 3
    assert [made(tmp_path), made(tmp_path, other), made(tmp_path, paper="letter")] == [False] * 3
    assert [made(None), made(None)] == [True] * 2


def test_what_cannot_be_printed_is_not_kept(tmp_path: Path) -> None:
    """The next build says it again."""
    fault = Diagnostic("print-glyph", "no font has it")
    assert remembered_or_made(DRAFT, "a4", lambda: fault, memory_in(tmp_path)) is fault
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_used_costs_only_time(tmp_path: Path) -> None:
    """A file stands where the folder should be, or a folder where the file should be."""
    (tmp_path / "kept").write_text("in the way")
    assert [made(tmp_path / "kept"), made(tmp_path / "kept")] == [True] * 2
    made(tmp_path / "other")
    (file,) = (tmp_path / "other" / "pdf").iterdir()
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    assert made(tmp_path / "other")
    assert [path.name for path in (tmp_path / "other" / "pdf").iterdir()] == [file.name]
