"""Links are asked for politely, and what became of them is told."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.hosting.links import Answer, Fate, Link, Manners, ask_all, links_report
from tests.hosting.links.servers import Reply, Server, serving
from tests.support.projects import BASE, copy_of, overlay

QUICK = Manners(patience=0.5, pause=0, private=True, contact="https://example.org/")


def fates(server: Server, *paths: str, manners: Manners = QUICK) -> list[Answer]:
    links = [Link(server.address + path, ("herald",)) for path in paths]
    answers = {answer.link: answer for answer in ask_all(links, manners)}
    return [answers[link] for link in links]


@pytest.mark.parametrize(
    ("reply", "fate"),
    [
        (Reply(200), Fate.ANSWERS),
        (Reply(404), Fate.GONE),
        (Reply(410), Fate.GONE),
        (Reply(500), Fate.FAILING),
        (Reply(403), Fate.UNKNOWN),
        (Reply(429), Fate.UNKNOWN),
        (Reply(418), Fate.FAILING),
        (Reply(200, head=405), Fate.ANSWERS),
        (Reply(200, head=404), Fate.ANSWERS),
        (Reply(503, then=200), Fate.ANSWERS),
        (Reply(302, {"Location": "/good"}), Fate.ANSWERS),
        (Reply(301, {"Location": "/good"}), Fate.MOVED),
        (Reply(308, {"Location": "/temporary"}), Fate.ANSWERS),
        (Reply(301, {"Location": "/bad"}), Fate.GONE),
        (Reply(302, {"Location": "/asked"}), Fate.FAILING),
        (Reply(302, {"Location": "javascript:alert(1)"}), Fate.UNKNOWN),
        (Reply(302, {"Location": "http://[bad/"}), Fate.UNREACHABLE),
        (Reply(302), Fate.ANSWERS),
        (Reply(200, after=2), Fate.UNREACHABLE),
    ],
)
def test_what_a_server_says_decides_what_became_of_a_link(reply: Reply, fate: Fate) -> None:
    """A server that turns machines away, or moves a page for a while, says nothing against the link."""
    replies = {"/asked": reply, "/good": Reply(), "/temporary": Reply(307, {"Location": "/good"})}
    with serving(replies) as server:
        (answer,) = fates(server, "/asked")
    assert answer.fate is fate, answer
    assert (answer.now is not None) == (fate is Fate.MOVED)


def test_a_link_that_moved_says_where_to() -> None:
    """The last address of a chain of permanent redirects."""
    replies = {
        "/old": Reply(301, {"Location": "/older"}),
        "/older": Reply(308, {"Location": "/new"}),
        "/new": Reply(),
    }
    with serving(replies) as server:
        (answer,) = fates(server, "/old")
    assert answer.now == f"{server.address}/new"


def test_the_body_is_not_asked_for_when_the_head_will_do() -> None:
    """HEAD once; GET only where HEAD fails; who asks is told, with an address to complain to."""
    with serving({"/a": Reply(), "/b": Reply(head=501)}) as server:
        fates(server, "/a", "/b")
    assert server.asked_of("/a") == ["HEAD"]
    assert server.asked_of("/b") == ["HEAD", "GET"]
    assert server.asked_of("/robots.txt") == ["GET"]
    assert {agent for _, path, agent in server.asked if path != "/robots.txt"} == {
        agent for *_, agent in server.asked
    }
    assert server.asked[-1][2].startswith("briefing-links/")
    assert "+https://example.org/" in server.asked[-1][2]


def test_robots_txt_is_respected() -> None:
    """What it forbids us, or all machines, is not asked."""
    robots = "User-agent: *\nDisallow: /all\n"
    with serving({"/robots.txt": Reply(body=robots), "/free": Reply(), "/all/a": Reply()}) as server:
        forbidden, free = fates(server, "/all/a", "/free")
    assert forbidden.fate is Fate.UNKNOWN
    assert "robots.txt" in forbidden.why
    assert free.fate is Fate.ANSWERS
    assert not server.asked_of("/all/a")


def test_a_host_that_is_not_there_is_told() -> None:
    """Refused connections and unknown names are no crash."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
    answers = ask_all([Link(address, ("a",)), Link("http://name.invalid/", ("a",))], QUICK)
    assert [answer.fate for answer in answers] == [Fate.UNREACHABLE, Fate.UNREACHABLE]


def test_hosts_of_the_local_network_are_not_asked() -> None:
    """A hostile link cannot make a CI machine talk to its neighbours, not by a redirect either."""
    with serving({"/a": Reply()}) as server:
        (answer,) = fates(server, "/a", manners=Manners(pause=0))
    assert answer.fate is Fate.UNKNOWN
    assert not server.asked


@pytest.mark.parametrize("url", ["http://[::1", "http://a b/", "http://\x00/", "http://" + "a" * 300 + "/"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    """Whatever a source gives as its address."""
    (answer,) = ask_all([Link(url, ("a",))], QUICK)
    assert answer.fate in (Fate.UNKNOWN, Fate.UNREACHABLE)


def test_an_issue_shows_what_needs_an_editor_and_nothing_of_a_link_means_anything_in_it() -> None:
    """Neither Markdown nor HTML nor a mention of somebody."""
    hostile = Link("https://a.example/<b>\n\n# @somebody", ("herald",), "https://archive.example/a")
    answers = (
        Answer(hostile, Fate.GONE, "status 404"),
        Answer(Link("https://b.example", ("b",)), Fate.ANSWERS, ""),
    )
    report = links_report(answers, "markdown")
    assert "<code>https://a.example/&lt;b&gt;␊␊# @somebody</code>" in report
    assert "archived copy <code>https://archive.example/a</code>" in report
    assert "<code>sources/herald.md</code>" in report
    assert "b.example" not in report
    assert report.startswith("2 links were looked at; 1 needs an editor.\n")


def with_links(folder: Path, replies: Mapping[str, str]) -> Path:
    project = copy_of(BASE, folder / "project")
    for name, lines in replies.items():
        path = f"sources/{name}.md"
        title = next(line for line in (project / path).read_text().splitlines() if line.startswith("title:"))
        overlay(project, {path: {"old": title, "new": f"{title}\n{lines}"}})
    return project


def test_a_dead_link_is_reported_and_does_not_fail(tmp_path: Path) -> None:
    """The command of the weekly job: JSON for programs, the archived copy looked at too, exit code 0."""
    with serving({"/copy": Reply()}) as server:
        links = f"url: {server.address}/gone\narchive_url: {server.address}/copy"
        project = with_links(tmp_path, {"herald": links})
        output = tmp_path / "made" / "links.json"
        arguments = ["links", "-C", str(project), "--private", "--pause", "0", "--format", "json"]
        result = CliRunner().invoke(main, [*arguments, "--output", str(output)])
    assert result.exit_code == 0, result.output
    copy, gone = json.loads(output.read_text())
    assert (copy["fate"], gone["fate"]) == ("answers", "gone")
    assert gone["link"] == {
        "url": f"{server.address}/gone",
        "sources": ["herald"],
        "archived": f"{server.address}/copy",
    }
