"""`briefing seal` as it is called."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.editing.seals.builders import a_project, cite, draft_of

SEAL = Path("sources") / "bridge.seal.yml"


def sealed(project: Path, *options: str) -> Result:
    originals = project.parent / "originals"
    return CliRunner().invoke(main, ["seal", "-C", str(project), "--originals", str(originals), *options])


def test_the_seal_is_written_beside_its_summary(tmp_path: Path) -> None:
    """And is read with the project; what is doubtful is listed."""
    project = a_project(tmp_path)
    result = sealed(project)
    assert result.exit_code == 0, result.output
    assert "bridge          5         0         0  3 of 50" in result.output
    assert draft_of(project).seal is not None


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It shows the same table."""
    project = a_project(tmp_path)
    assert "bridge          5" in sealed(project, "--dry-run").output
    assert not (project / SEAL).exists()


def test_sealing_twice_changes_nothing(tmp_path: Path) -> None:
    """Not even a byte."""
    project = a_project(tmp_path)
    sealed(project)
    before = (project / SEAL).read_bytes()
    assert sealed(project).exit_code == 0
    assert (project / SEAL).read_bytes() == before


def test_an_edited_seal_is_sealed_anew(tmp_path: Path) -> None:
    """What was corrected and reviewed in it stays."""
    project = a_project(tmp_path)
    sealed(project)
    path = project / SEAL
    text = path.read_text(encoding="utf-8").replace("article: [1.3]", "reviewed: true, article: [1.2, 1.3]")
    path.write_text(text, encoding="utf-8")
    assert sealed(project).exit_code == 0
    assert "{at: 1.3, article: [1.2, 1.3], sha256: " in path.read_text(encoding="utf-8")
    seal = draft_of(project).seal
    assert seal is not None
    assert [each.reviewed for each in seal.sentences] == [False, False, True, False, False]


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    """The places stay proposed."""
    project = a_project(tmp_path)
    assert sealed(project, "--review").exit_code == 0
    assert "reviewed: true" not in (project / SEAL).read_text(encoding="utf-8").split("version:")[1]


def test_words_are_proposed_for_figures_and_first_statements(tmp_path: Path) -> None:
    """In the terminal alone: the sentence of the article, and a few of its words."""
    project = a_project(tmp_path)
    path = project / "content" / "glossary.yml"
    here = '      - value: "35"\n        cite:\n'
    there = '          - {source: bridge, exact: "put the cost at 34 million pounds"}\n'
    text = path.read_text(encoding="utf-8")
    assert here in text
    path.write_text(text.replace(here, here + there, 1), encoding="utf-8")
    output = sealed(project, "--words").stdout
    assert output.splitlines()[0].endswith(": bridge 1.2")
    assert 'article: "cost 34 million pounds' in output


def test_words_that_are_cited_already_are_not_proposed(tmp_path: Path) -> None:
    """The round cites words of the article."""
    project = a_project(tmp_path)
    cited = '{source: bridge, exact: "put the cost at 34 million pounds"'
    cite(project, f"{cited}}}")
    assert "bridge 1.2" in sealed(project, "--words").stdout
    cite(project, f'{cited}, article: "cost 34 million"}}')
    assert sealed(project, "--words").stdout == ""


def test_words_that_the_article_lacks_fail(tmp_path: Path) -> None:
    """The rest is sealed."""
    project = a_project(tmp_path)
    cite(project, '{source: bridge, exact: "put the cost at 34 million pounds", article: "cost a fortune"}')
    result = sealed(project, "--format", "json")
    assert result.exit_code == 1
    assert [problem["code"] for problem in json.loads(result.stdout)] == ["original-lacks-words"]
    assert (project / SEAL).exists()


def test_a_missing_article_fails(tmp_path: Path) -> None:
    """And its summary gets no seal."""
    project = a_project(tmp_path)
    (tmp_path / "originals" / "bridge.txt").unlink()
    result = sealed(project)
    assert result.exit_code == 1
    assert "original-missing" in result.output
    assert not (project / SEAL).exists()


def test_a_source_that_cannot_be_sealed_is_a_wrong_call(tmp_path: Path) -> None:
    """One that holds its article, and one that is not there."""
    project = a_project(tmp_path)
    assert sealed(project, "herald").exit_code == 2
    assert sealed(project, "tunnel").exit_code == 2
    assert sealed(project, "bridge").exit_code == 0
