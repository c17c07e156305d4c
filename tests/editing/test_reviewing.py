"""Promises of accepting what was found."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import composed
from generator.project import Project
from tests.support.projects import BASE, copy_of, overlay

UNUSED = {
    "content/glossary.yml": {
        "old": "measurands:",
        "new": "places:\n  - {id: old-mill, pref_label: Old Mill}\nmeasurands:",
    }
}
ASKED = ("--by", "Ada Marsh", "--because", "The next article names it.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one warning: a term that nothing uses."""
    folder = copy_of(BASE, tmp_path / "project")
    overlay(folder, UNUSED)
    return folder


def briefing(project: Path, command: str, *arguments: str, input: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, [command, "-C", str(project), *arguments], input=input)
    return result.exit_code, result.output


def findings(project: Path) -> list[dict[str, object]]:
    found = json.loads(briefing(project, "check", "--format", "json")[1])
    assert isinstance(found, list)
    return found


def place_of(project: Path) -> str:
    (found,) = findings(project)
    span = found["span"]
    assert isinstance(span, dict)
    return f"{span['path']}:{span['line']}"


def test_what_is_accepted_is_quiet_and_strict_passes(project: Path) -> None:
    """Only JSON still tells of it, with who, when and why."""
    place = place_of(project)
    assert briefing(project, "check", "--strict")[0] == 1
    assert briefing(project, "accept", "term-unused", place, *ASKED)[0] == 0
    code, told = briefing(project, "check", "--strict")
    assert code == 0
    assert "term-unused" not in told
    (found,) = findings(project)
    accepted = found["accepted"]
    assert isinstance(accepted, dict)
    assert (accepted["by"], accepted["because"]) == ("Ada Marsh", "The next article names it.")


def test_an_acceptance_dies_with_what_it_was_about(project: Path) -> None:
    """The finding is back, the dead acceptance is told, and can be removed."""
    briefing(project, "accept", "term-unused", place_of(project), *ASKED)
    overlay(project, {"content/glossary.yml": {"old": "Old Mill", "new": "New Mill"}})
    assert [each["code"] for each in findings(project)] == ["term-unused", "review-dead"]
    assert "removed: 1 of 1" in briefing(project, "accept", "--prune")[1]
    assert [each["code"] for each in findings(project)] == ["term-unused"]


def test_the_same_from_json(project: Path) -> None:
    """What `check` lists can be given back, each with its reason."""
    (found,) = findings(project)
    listed = json.dumps([{**found, "because": "It will be used."}])
    (project / "list.json").write_text(listed, encoding="utf-8")
    assert briefing(project, "accept", "--json", str(project / "list.json"), "--by", "Ada Marsh")[0] == 0
    assert briefing(project, "check", "--strict")[0] == 0


def test_accepting_again_renews(project: Path) -> None:
    """One finding has one acceptance, the last."""
    place = place_of(project)
    briefing(project, "accept", "term-unused", place, *ASKED)
    briefing(project, "accept", "term-unused", place, "--by", "Bo Roe", "--because", "Checked anew.")
    text = (project / "content" / "reviews.yml").read_text(encoding="utf-8")
    assert text.count("code:") == 1
    assert "Bo Roe" in text


def test_comments_and_order_of_the_file_stay(project: Path) -> None:
    """The file is the editor's: what is added changes nothing else in it."""
    briefing(project, "accept", "term-unused", place_of(project), *ASKED)
    path = project / "content" / "reviews.yml"
    kept = path.read_text(encoding="utf-8") + "  # The desk reads these on Mondays.\n"
    path.write_text(kept, encoding="utf-8")
    overlay(project, {"content/glossary.yml": {"old": "Old Mill", "new": "New Mill"}})
    place = next(
        f"{each['span']['path']}:{each['span']['line']}"  # type: ignore[index]
        for each in findings(project)
        if each["code"] == "term-unused"
    )
    briefing(project, "accept", "term-unused", place, *ASKED)
    assert path.read_text(encoding="utf-8").startswith(kept.splitlines()[0])
    assert "# The desk reads these on Mondays." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("term-unused", "content/timeline.yml:1", *ASKED), "it is found at content/glossary.yml"),
        (("no-such-code", "content/timeline.yml:1", *ASKED), "there is no finding"),
        (("term-unused", "content/glossary.yml:1"), "--because"),
        (("--json", "-"), "this is no list"),
    ],
)
def test_what_cannot_be_accepted_is_said(project: Path, arguments: tuple[str, ...], told: str) -> None:
    """Exit 2, the reason, and nothing is written."""
    code, output = briefing(project, "accept", *arguments, input="{}")
    assert code == 2
    assert told in output
    assert not (project / "content" / "reviews.yml").exists()


def test_a_plain_fault_cannot_be_accepted(project: Path) -> None:
    """A quotation that is not there is mended, not accepted."""
    wrong = {"old": "fallen by 35 centimetres", "new": "fallen by 36 centimetres"}
    overlay(project, {"content/glossary.yml": wrong})
    fault = next(each for each in findings(project) if each["severity"] == "error")
    span = fault["span"]
    assert isinstance(span, dict)
    code, output = briefing(project, "accept", str(fault["code"]), f"{span['path']}:{span['line']}", *ASKED)
    assert code == 2
    assert "mend it" in output


FREE = {
    "content/briefings/lake-level.md": {
        "old": "- Who pays. [^pays]",
        "new": "- Who pays. [^pays]\n\n## Next\n\nGauging shall henceforth be a shared endeavour. [^joint]",
    }
}
NOTE = '\n[^joint]: {source: herald, exact: "agreed to measure the level together by 1 June 2023"}\n'


def unread(project: Path) -> list[dict[str, object]]:
    found = json.loads(briefing(project, "review", "--format", "json")[1])
    assert isinstance(found, list)
    return [each for each in found if "Gauging" in str(each["message"])]


def test_what_no_rule_could_read_waits_for_people(project: Path) -> None:
    """It is no warning; it is listed until somebody accepts it, and its page says so in both cases."""
    overlay(project, FREE)
    path = project / "content" / "briefings" / "lake-level.md"
    path.write_text(path.read_text(encoding="utf-8") + NOTE, encoding="utf-8")
    (open_,) = unread(project)
    assert open_["code"] == "not-read"
    assert "not-read" not in briefing(project, "check")[1]
    edition = composed(Project(project))[0]
    assert edition is not None
    assert "nobody has yet read the two side by side" in str(edition)
    listed = json.dumps([{**open_, "because": "Together is shared."}])
    assert briefing(project, "accept", "--json", "-", "--by", "Ada Marsh", input=listed)[0] == 0
    assert not unread(project)
    assert "Together is shared." in briefing(project, "review", "--accepted")[1]
    assert "Together is shared." in str(composed(Project(project))[0])
    assert "review-dead" not in briefing(project, "check")[1]
