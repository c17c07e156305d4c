"""What cannot be imported is told, with what to do; the rest is imported, and nothing is half written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.editing.importing.inbox import LARGEST
from generator.files import write_group
from tests.editing.importing.builders import (
    PARAGRAPHS,
    a_page,
    an_order,
    carried_out,
    codes,
    imported,
    statuses,
    written,
)
from tests.editing.importing.files import (
    a_feed,
    a_locked_pdf,
    a_pdf,
    a_scanned_pdf,
    a_word_file,
)

STUB = a_page(paragraphs=[*PARAGRAPHS[:1], "Subscribe to continue reading."]).replace(
    "</head>",
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>',
)
SCRIPTED = (
    '<!doctype html><html><head><title>x</title></head><body><div id="root"></div>'
    "<noscript>You need to enable JavaScript to run this app.</noscript>"
    '<script src="/app.js"></script></body></html>'
)
FRAMES = '<html><head><title>x</title></head><frameset cols="20%,80%"><frame src="a.html"></frameset></html>'


def broken_archive() -> bytes:
    return a_word_file()[:900]


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("empty.html", lambda: b"", "import-empty"),
        ("blank.txt", lambda: b" \n\n ", "import-empty"),
        ("no text.html", lambda: b"<html><head><title>x</title></head><body> </body></html>", "import-empty"),
        ("wall.html", STUB.encode, "import-stub"),
        ("app.html", SCRIPTED.encode, "import-scripted"),
        ("frames.html", FRAMES.encode, "import-frameset"),
        ("large.html", lambda: b"<p>x</p>" * (50_000_000 // 8), "import-too-large"),
        ("long.txt", lambda: b"The lake has fallen again. It is low.\n\n" * 140_000, "import-too-large"),
        ("locked.pdf", a_locked_pdf, "import-encrypted"),
        ("scanned.pdf", a_scanned_pdf, "import-scanned"),
        ("broken.pdf", lambda: a_pdf()[:300], "import-broken"),
        ("broken.docx", broken_archive, "import-broken"),
        ("bomb.docx", lambda: a_word_file(padding=120_000_000), "import-too-large"),
        ("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "import-unknown-format"),
        ("old.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90, "import-unknown-format"),
        ("feed of beginnings.xml", lambda: a_feed(1, words="", field="description"), "import-stub"),
    ],
)
def test_what_cannot_be_imported_is_told(
    name: str, make: Callable[[], bytes], code: str, tmp_path: Path
) -> None:
    """One clear report each, with a way out; the article beside it is imported."""
    bad = written(tmp_path, f"inbox/{name}", make())
    good = written(tmp_path, "inbox/zz good.html", a_page())
    outcomes = imported(tmp_path, bad, good)
    assert (statuses(outcomes), codes(outcomes)) == (["not imported", "new"], [code])
    (problem,) = outcomes[0].problems
    assert problem.help or code == "import-empty"
    assert problem.span is not None
    assert problem.span.path.endswith(name)
    assert len(list((tmp_path / "sources").iterdir())) == 1
    assert len(list((tmp_path / "originals").glob("[!.]*"))) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a page.txt", a_page().encode()),
        ("a page", a_page().encode("utf-16")),
        ("document.pdf", a_word_file()),
        ("feed.html", a_feed(1)),
    ],
)
def test_a_wrong_name_is_no_hindrance(name: str, data: bytes, tmp_path: Path) -> None:
    """What it is, is noted."""
    (outcome,) = imported(tmp_path, written(tmp_path, name, data))
    assert outcome.status == "new"
    assert any("whatever its name says" in note for note in outcome.notes) is ("." in name)


def test_broken_bytes_are_told(tmp_path: Path) -> None:
    """The article is imported, and what was lost is said."""
    text = "\n\n".join(("Towns meet", *PARAGRAPHS)).encode().replace(b"lake", b"la\xffke", 1)
    outcomes = imported(tmp_path, written(tmp_path, "towns.txt", text))
    assert (statuses(outcomes), codes(outcomes)) == (["new"], ["import-encoding"])


@pytest.mark.parametrize("encoding", ["cp1252", "gb18030", "shift_jis", "utf-16"])
def test_old_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    """Without a word of what they are."""
    text = {
        "cp1252": "Der See fällt\n\nDie Bürgermeister trafen sich am Dienstag. „Wir schließen die Schleuse“,"
        " sagte sie. Über die Höhe des Pegels wird im Juni abgestimmt, später als gewünscht.",
        "gb18030": "湖水下降\n\n两镇镇长星期二在旧船屋会面，商谈湖水水位。自春天以来，水位已经下降两米。"
        "渔民表示，三分之一的芦苇已经干枯。",
        "shift_jis": "湖の水位が下がる\n\n二つの町の町長は火曜日に古いボート小屋で会い、湖の水位に"
        "ついて話し合った。春から二メートル下がっている。",
        "utf-16": "The lake falls\n\nThe mayors of both towns met on Tuesday in the old boathouse.",
    }[encoding]
    (outcome,) = imported(tmp_path, written(tmp_path, "text.txt", text.encode(encoding)))
    assert outcome.draft is not None
    assert outcome.draft.text == text.split("\n\n")[1]


def test_five_hundred_entries_of_a_feed_are_five_hundred_articles(tmp_path: Path) -> None:
    """None is taken for another."""
    feed = written(tmp_path, "inbox/feed.xml", a_feed(500, words=f"<p>{PARAGRAPHS[0]}</p>"))
    outcomes = imported(tmp_path, feed, is_dry=True)
    assert statuses(outcomes) == ["new"] * 500
    assert len({outcome.id for outcome in outcomes}) == 500


def test_a_feed_is_imported_once(tmp_path: Path) -> None:
    """Its articles have one original; a second time nothing happens, and later only what is new."""
    feed = written(tmp_path, "inbox/feed.xml", a_feed(5))
    assert statuses(imported(tmp_path, feed)) == ["new"] * 5
    assert len(list((tmp_path / "originals").glob("[!.]*"))) == 1
    assert statuses(imported(tmp_path, feed)) == ["unchanged"] * 5
    feed.write_bytes(a_feed(6))
    assert statuses(imported(tmp_path, feed)) == [*["unchanged"] * 5, "new"]


def test_names_with_spaces_and_other_scripts_are_names(tmp_path: Path) -> None:
    """Also those that no encoding knows."""
    odd = os.fsdecode(b"inbox/la\xffke.html")
    for n, name in enumerate(("inbox/湖 水.html", "inbox/a b 'c'.html", odd)):
        page = a_page(
            f"Report {n}", [f"{each} Number {n}." for each in PARAGRAPHS[n:]], issued=f"2023-03-1{n}"
        )
        written(tmp_path, name, page.replace("towns-meet", f"towns-{n}"))
    outcomes = imported(tmp_path, tmp_path / "inbox")
    assert statuses(outcomes) == ["new"] * 3
    assert {outcome.name.rpartition("/")[2] for outcome in outcomes} >= {"湖 水.html", "la\\udcffke.html"}


def test_a_folder_is_gone_through_whole(tmp_path: Path) -> None:
    """By name, without hidden files and what a saved page shows; links that may go in circles are told."""
    inbox = tmp_path / "inbox"
    for n, name in enumerate(("b/one.html", "a.html", "page_files/x.html", ".hidden/x.html", "page.html")):
        page = a_page(f"Report {n}", [f"{each} Number {n}." for each in PARAGRAPHS[n % 4 :]])
        written(inbox, name, page.replace("towns-meet", f"towns-{n}"))
    written(inbox, "photo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 90)
    (inbox / "circle").symlink_to(inbox)
    (inbox / "self").symlink_to(inbox / "self")
    outcomes = imported(tmp_path, inbox)
    assert [outcome.name.rpartition("inbox/")[2] for outcome in outcomes] == [
        "a.html",
        "b/one.html",
        "circle",
        "page.html",
        "photo.png",
        "self",
    ]
    assert codes(outcomes) == ["import-link", "import-unknown-format", "import-unreadable"]
    severities = [str(problem.severity) for each in outcomes for problem in each.problems]
    assert severities == ["warning", "warning", "error"]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are imported."""
    locked = written(tmp_path, "inbox/locked.html", a_page())
    real: Callable[..., object] = Path.open

    def refusing(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "locked.html":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refusing)
    outcomes = imported(tmp_path, locked, tmp_path / "nothing.html")
    assert codes(outcomes) == ["import-unreadable", "import-unreadable"]
    assert "Permission denied" in outcomes[0].problems[0].message


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the source nor its original, nor a temporary file; what was written before stays."""
    real, calls = write_group, list[object]()

    def full(files: dict[Path, bytes]) -> None:
        calls.append(files)
        if len(calls) == 2:
            monkeypatch.setattr("generator.files._write", refuse)
        real(files)

    def refuse(path: Path, content: bytes, *, settle: bool) -> None:
        assert settle
        path.write_bytes(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("generator.editing.importing.run.write_group", full)
    first = written(tmp_path, "inbox/a.html", a_page())
    other = a_page("Later", [f"Later {each}" for each in PARAGRAPHS[:2]], address="https://herald.example/b")
    outcomes = imported(tmp_path, first, written(tmp_path, "inbox/b.html", other))
    assert (statuses(outcomes), codes(outcomes)) == (["new", "not imported"], ["import-not-written"])
    assert "No space left" in outcomes[1].problems[0].message
    names = [path.name for folder in ("sources", "originals") for path in (tmp_path / folder).iterdir()]
    assert sorted(names) == [".gitignore", "herald-2023-03-10.html", "herald-2023-03-10.md"]


def test_an_address_is_not_fetched_unless_it_is_allowed(tmp_path: Path) -> None:
    """The network is used with `--fetch` only."""
    outcomes = imported(tmp_path, "https://herald.example/x")
    assert codes(outcomes) == ["import-address"]


def test_a_paste_is_an_input(tmp_path: Path) -> None:
    """Whatever it is: text, or the source of a page."""
    order = an_order(tmp_path, "-", pasted=a_page().encode())
    (outcome,) = carried_out(order)
    assert (outcome.name, outcome.status, outcome.id) == ("pasted text", "new", "herald-2023-03-10")


def test_no_more_is_read_of_a_file_than_an_article_may_have(tmp_path: Path) -> None:
    """A file of any size costs no more memory."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 10)
    assert codes(imported(tmp_path, path)) == ["import-too-large"]
