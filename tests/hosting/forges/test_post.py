"""A CI job tells people once, and changes what it told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.hosting.forges import MOST, posted
from tests.support.forges import FakeForge, a_forge

TABLE = "1 link was looked at; 1 needs an editor.\n\n<table></table>\n"
CLEAN = "1 link was looked at; 0 need an editor.\n"


GITLAB = {"CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3"}
FORGEJO = {"GITHUB_REPOSITORY": "a/b", "BRIEFING_PULL": "3"}
NOTES, ISSUES = "/projects/7/merge_requests/3/notes", "/projects/7/issues"
COMMENTS, TICKETS = "/repos/a/b/issues/3/comments", "/repos/a/b/issues"


def post(what: str, text: str, forge: FakeForge, name: str, tmp_path: Path) -> str:
    file = tmp_path / "text.md"
    file.write_text(text, encoding="utf-8")
    variables = {"CI_API_V4_URL": None, "GITHUB_API_URL": None, "BRIEFING_TOKEN": "t"}
    place = {"gitlab": "CI_API_V4_URL", "forgejo": "GITHUB_API_URL"}[name]
    known = GITLAB if name == "gitlab" else FORGEJO
    result = CliRunner().invoke(
        main, ["post", what, str(file)], env={**variables, **known, place: forge.address}
    )
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("name", "path", "token"), [("gitlab", NOTES, "t"), ("forgejo", COMMENTS, "token t")]
)
def test_the_first_comment_is_added(name: str, path: str, token: str, tmp_path: Path) -> None:
    """Where the forge keeps comments, with the token it takes."""
    with a_forge() as forge:
        assert post("comment", "A changed.", forge, name, tmp_path) == "text.md: added\n"
    assert forge.sent == [("POST", path, {"body": "<!-- briefing diff -->\nA changed."})]
    assert forge.tokens == {token}


@pytest.mark.parametrize(
    ("name", "path", "change"),
    [
        ("gitlab", NOTES, ("PUT", f"{NOTES}/99")),
        ("forgejo", COMMENTS, ("PATCH", "/repos/a/b/issues/comments/99")),
    ],
)
def test_later_comments_change_the_first(
    name: str, path: str, change: tuple[str, str], tmp_path: Path
) -> None:
    """Found behind any number of others."""
    with a_forge() as forge:
        others = [{"id": number, "body": f"Well {number}"} for number in range(60)]
        forge.lists[path] = [*others, {"id": 99, "body": "<!-- briefing diff -->\nold"}]
        post("comment", "New.", forge, name, tmp_path)
    assert forge.sent == [(*change, {"body": "<!-- briefing diff -->\nNew."})]


def test_an_issue_is_made_changed_and_closed(tmp_path: Path) -> None:
    """It is open as long as a link needs an editor; without need none is made."""
    mark = "<!-- briefing links -->"
    for name, path, key, body, closed, change in (
        ("gitlab", ISSUES, "iid", "description", {"state_event": "close"}, "PUT"),
        ("forgejo", TICKETS, "number", "body", {"state": "closed"}, "PATCH"),
    ):
        with a_forge() as forge:
            post("issue", CLEAN, forge, name, tmp_path)
            assert forge.sent == []
            post("issue", TABLE, forge, name, tmp_path)
            forge.lists[path] = [{key: 5, body: None}, {key: 4, body: f"{mark}\nold"}]
            post("issue", TABLE, forge, name, tmp_path)
            post("issue", CLEAN, forge, name, tmp_path)
        made, changed, done = forge.sent
        assert made[:2] == ("POST", path)
        assert made[2]["title"]
        assert changed == (change, f"{path}/4", {body: f"{mark}\n{TABLE}"})
        assert done == (change, f"{path}/4", {body: f"{mark}\n{CLEAN}", **closed})


def test_a_text_is_posted_as_text() -> None:
    """No mention, no command, no mark of its own, no more than a forge takes."""
    text = posted("Said @all\n/close\n  /label ~a\n<!-- briefing diff -->\n", "<!-- m -->")
    assert text.startswith("<!-- m -->\n")
    assert "@all" not in text
    assert not [line for line in text.splitlines() if line.lstrip(" ").startswith("/")]
    assert text.count("<!--") == 1
    assert len(posted("a" * 100_000, "<!-- m -->")) < MOST + 100
    cut = posted("- <del>a line</del>\n" * 10_000, "<!-- m -->").splitlines()
    assert set(cut[1:-2]) == {"- <del>a line</del>"}, "no line is cut in two"


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        ({}, "BRIEFING_TOKEN"),
        ({"BRIEFING_TOKEN": "t"}, "no CI job"),
        ({"BRIEFING_TOKEN": "t", "CI_API_V4_URL": "http://a", "CI_PROJECT_ID": "1"}, "merge request"),
    ],
)
def test_elsewhere_it_says_what_is_missing(variables: dict[str, str], missing: str, tmp_path: Path) -> None:
    """Exit code 2 and one line."""
    (tmp_path / "a.md").touch()
    none = dict.fromkeys(("BRIEFING_TOKEN", "CI_API_V4_URL", "GITHUB_API_URL", "CI_MERGE_REQUEST_IID"))
    result = CliRunner().invoke(main, ["post", "comment", str(tmp_path / "a.md")], env={**none, **variables})
    assert (result.exit_code, missing in result.output) == (2, True), result.output
