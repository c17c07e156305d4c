"""`briefing import`, from the command line to a project that can be checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editing.importing import telling
from tests.editing.importing.builders import a_page, files_in, imported, written

TEXT = """Ferry to run again

The ferry between the two towns will run again from Monday, the harbour office said. It had lain at the quay
since April, when its engine failed on the way to Downton with forty people on board.

“Nobody was hurt, and nobody will be,” said Tom Hale, who has steered it for twenty years. The new engine
cost 340,000 crowns, of which the province paid half.
"""


def briefing(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], input=typed)


@pytest.mark.slow
def test_an_empty_folder_becomes_a_project(tmp_path: Path) -> None:
    """One command; then `check` has nothing against the sources, and a second import changes nothing."""
    inbox, project = tmp_path / "inbox", tmp_path / "lake talks"
    project.mkdir()
    written(inbox, "towns meet.html", a_page())
    written(inbox, "more/湖.txt", TEXT)
    done = briefing("import", "-C", project, inbox)
    assert done.exit_code == 0, done.output
    assert "2 new." in done.output
    checked = briefing("check", "-C", project, "--format", "concise")
    assert checked.exit_code == 0, checked.output
    assert {line.split("[")[1].split("]")[0] for line in checked.output.splitlines()} == {
        "no-address",
        "source-undated",
    }
    before = files_in(project)
    assert {name.split("/")[0] for name in before} >= {"sources", "originals", "content", "mkdocs.yml"}
    again = briefing("import", "-C", project, inbox)
    assert (again.exit_code, files_in(project)) == (0, before)
    assert "2 unchanged." in again.output


@pytest.mark.slow
def test_a_paste_is_told_as_json(tmp_path: Path) -> None:
    """The standard input; what is known, from where, and what was left out."""
    done = briefing(
        "import", "-C", tmp_path, "-", "--dry-run", "--format", "json", typed=f"{TEXT}\n\nShare this\n"
    )
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert (told["dry_run"], told["problems"], list(tmp_path.iterdir())) == (True, [], [])
    (article,) = told["articles"]
    assert (article["status"], article["title"]) == ("new", "Ferry to run again")
    assert article["fields"]["language"]["value"] == "en"
    assert [each["text"] for each in article["left_out"]][-1] == "Share this"


def test_what_is_known_is_told_with_its_origin(tmp_path: Path) -> None:
    """To programs and to people: each field, and each paragraph that was left out, by its number."""
    (outcome,) = imported(tmp_path, written(tmp_path, "towns.html", a_page()), is_dry=True)
    (article,) = json.loads(telling.json_of([outcome], is_dry=True))["articles"]
    fields, left_out = article["fields"], article["left_out"]
    assert fields["authors"]["value"] == [{"literal": None, "family": "Reed", "given": "Jane"}]
    assert all(field["origin"] for field in fields.values())
    assert {each["text"] for each in left_out} >= {"Share this article", "Advertisement"}
    said = telling.explained(outcome)
    assert f"authors: Jane Reed ({fields['authors']['origin']})" in said
    assert all(f"  {each['number']:>4}  {each['reason']}" in said for each in left_out)
    assert "herald-2023-03-10" in telling.table([outcome])


def test_without_its_packages_the_command_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that only builds does without them."""
    monkeypatch.setattr("generator.commands.importing.NEEDED", ("click", "no_such_package"))
    done = briefing("import", "-C", tmp_path, "x.html")
    assert done.exit_code == 2
    assert "(no_such_package)" in done.output
    assert "briefing-generator[import]" in done.output
