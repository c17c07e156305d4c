"""`briefing diff`: on the second subject, in all its views, from folders and from revisions."""

from __future__ import annotations

import html
import json
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editions.compare import compare
from generator.editions.phrases import opening
from generator.editions.tell import as_markdown, as_terminal
from generator.model.addresses import SiteAddress
from generator.model.editions import Item, ItemKind, Proof
from generator.model.evidence import Voice
from generator.model.text import SourceId
from generator.output.data.exports import manifest
from generator.words import words_in
from tests.editions.builders import a_manifest, a_statement, git
from tests.support.dossiers import edition
from tests.support.projects import BASE, SUBJECT, copy_of, overlay

WORDS = words_in("en")


MET = """due: 2023-06-01
        settlements:
          - outcome: met
            text: The towns measured the level together.
            basis: editor
            reason: The diary of the towns has no entry, so we take it for done."""


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base project with two revisions; in the second a title of the timeline is another."""
    project = copy_of(BASE, tmp_path_factory.mktemp("repository") / "project")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    path = project / "content" / "timeline.yml"
    path.write_text(path.read_text("utf-8").replace("due: 2023-06-01", MET, 1), encoding="utf-8")
    git(project, "commit", "-q", "-a", "-m", "second")
    return project


def test_a_revision_is_composed_and_not_built(repository: Path) -> None:
    """Two revisions, or one and what is there now; the project itself is left as it is."""
    before = sorted(repository.rglob("*"))
    for arguments in (("HEAD~1", "HEAD"), ("HEAD~1",)):
        result = diff("-C", repository, "--format", "json", *arguments)
        found = json.loads(result.stdout)
        assert result.exit_code == 0
        changes = [(each["kind"], each["what"]) for each in found["changes"]]
        assert changes == [("statement", "added"), ("commitment", "changed")]
        assert found["changes"][1]["remarks"] == ["status: soon, now met"]
        assert found["conclusions_changed"] is False
    assert [path for path in sorted(repository.rglob("*")) if ".git" not in path.parts] == [
        path for path in before if ".git" not in path.parts
    ]


def test_a_revision_is_read_by_a_python_without_filters(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian 12 has 3.11.2; archives have been filtered since 3.11.4."""
    extract_all = tarfile.TarFile.extractall

    def unfiltered(archive: tarfile.TarFile, path: str = ".") -> None:
        extract_all(archive, path)

    monkeypatch.setattr(tarfile.TarFile, "extractall", unfiltered)
    monkeypatch.delattr(tarfile, "data_filter", raising=False)
    assert diff("-C", repository, "HEAD~1").exit_code == 0


def test_manifests_sites_and_projects_are_editions(tmp_path: Path) -> None:
    """Whatever names the same edition gives no difference."""
    file = tmp_path / "old.json"
    file.write_bytes(manifest(edition(SUBJECT)))
    (tmp_path / "site" / "data").mkdir(parents=True)
    (tmp_path / "site" / "data" / "edition.json").write_bytes(manifest(edition(SUBJECT)))
    for old in (file, tmp_path / "site", tmp_path, SUBJECT):
        result = diff(old, file)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith("No bottom line, key point or result has changed. In all: nothing.")


def test_manifests_are_compared_where_there_is_no_project(tmp_path: Path) -> None:
    """Without settings no address of the site is known, so pages have no links."""
    file = tmp_path / "old.json"
    file.write_bytes(manifest(edition(SUBJECT)))
    (tmp_path / "mkdocs.yml").write_text("site_url: [", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "empty"):
        folder.mkdir(exist_ok=True)
        result = diff("-C", folder, file, BASE, "--format", "markdown")
        assert result.exit_code == 0, result.output
        assert "](<" not in result.stdout


@pytest.mark.parametrize("name", ["no-such-revision", "--output=x", "empty", "broken.json"])
def test_what_is_no_edition_is_said(name: str, repository: Path, tmp_path: Path) -> None:
    """With the exit code of usage, and in one line."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    place = tmp_path / name if (tmp_path / name).exists() else name
    result = diff("-C", repository, "--", place, "HEAD")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1


def test_content_with_errors_makes_no_edition(repository: Path, tmp_path: Path) -> None:
    """The first error is named with its place."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"content/timeline.yml": {"old": "met the mayor", "new": "met the major"}})
    result = diff("-C", repository, "HEAD", project)
    assert result.exit_code == 2
    assert "makes no edition" in result.stderr
    assert "content/timeline.yml:" in result.stderr


NASTY = (
    "A <img src=x> `code` [link](javascript:x) @everyone #1 *b* | c \x1b[31m :tada:"
    " https://evil.example www.evil.example"
)


def test_text_of_editions_is_no_markup_in_a_comment() -> None:
    """It mentions nobody, links nowhere and closes nothing."""
    text = as_markdown(compare(a_manifest(), a_manifest(a_statement(NASTY))))
    for mark in ("<img", "`code", "[link", "@everyone", " #1", "*b*", "\x1b", ":tada:", "https:", "www."):
        assert mark not in text
    shown = html.unescape(text)
    for mark in ("@everyone", "#1", ":tada", "https://", "www.evil"):
        assert mark not in shown, "forges look for these in the text that readers see"


def _proof(exact: str, anchor: str, source: str = "herald") -> Proof:
    return Proof(SourceId(source), exact, anchor, Voice.ARTICLE)


def test_a_mended_quotation_is_shown_with_its_words() -> None:
    """Not as one that came and one that went."""
    old = a_statement("It fell by 12 cm.", proofs=(_proof("fell by 12 cm", "q-1"),))
    new = a_statement("It fell by 13 cm.", proofs=(_proof("fell by 13 cm", "q-2"),))
    note = as_markdown(compare(a_manifest(old), a_manifest(new)))
    assert "- the quotation: “fell by <del>12</del> <ins>13</ins> cm” (herald)" in note


def test_what_lost_support_and_what_is_newly_disputed_is_said_plainly() -> None:
    """With how many sources are left, in the right number."""
    herald, courier = (
        Proof(SourceId(name), "fell by 12 cm", "q-1", Voice.ARTICLE) for name in ("herald", "courier")
    )
    both, one = (a_statement("It fell by 12 cm.", proofs=proofs) for proofs in ((herald, courier), (herald,)))
    told = "It fell by 12 cm. – no longer cites courier; 1 source left"
    lost = compare(a_manifest(both), a_manifest(one))
    assert f"### Statements that lost support\n\n- {told}\n" in as_markdown(lost)
    assert "(no longer cites courier; 1 source left)" in as_terminal(lost, color=False)
    point = Item(kind=ItemKind.DISAGREEMENT, id="figure-fall", label="Fall", text="Two values: 12 and 13 cm.")
    found = compare(a_manifest(), a_manifest(point))
    assert "- **Fall** (new disagreement): Two values: 12 and 13 cm." in as_markdown(found)


def test_pages_are_named_with_links_to_the_published_site() -> None:
    """To the place of what is published; a page that is not there yet has no link."""
    old, new = a_statement("It fell by 12 cm."), a_statement("It fell by 13 cm.")
    site = SiteAddress("https://example.org/lakes/")
    note = as_markdown(compare(a_manifest(old), a_manifest(new)), site)
    assert "- on [Lake](<https://example.org/lakes/briefings/lake/#s-0000000001>)" in note
    fresh = as_markdown(compare(replace(a_manifest(), items=()), a_manifest(new)), site)
    assert "- on Lake\n" in fresh
    assert "https://" not in fresh


def test_counts_have_the_right_plural() -> None:
    """One is one; the kind is named once."""
    many = tuple(a_statement(f"A thing {n} of {n * 7919}.", name=f"s-{n}", proofs=()) for n in range(3))
    assert "In all: 1 statement added." in opening(WORDS, compare(a_manifest(), a_manifest(many[0])))
    found = compare(a_manifest(a_statement("Boats sail.", name="s-x", proofs=())), a_manifest(*many))
    assert "In all: 3 statements added, 1 withdrawn." in opening(WORDS, found)


def test_text_of_editions_cannot_steer_a_terminal() -> None:
    """No escape sequence passes, in colour or without."""
    found = compare(a_manifest(a_statement("A.")), a_manifest(a_statement(NASTY)))
    assert "\x1b" not in as_terminal(found, color=False)
    assert "\x1b[31m :tada" not in as_terminal(found, color=True)


def test_without_colours_words_are_marked_as_a_word_diff() -> None:
    """Whoever sees no colours sees brackets."""
    found = compare(
        a_manifest(a_statement("It fell by 12 cm.")), a_manifest(a_statement("It fell by 13 cm."))
    )
    assert "It fell by [-12-]{+13+} cm." in as_terminal(found, color=False)
    assert "It fell by <del>12</del> <ins>13</ins> cm." in as_markdown(found)
