"""Each configuration that the program writes makes a real server do the same."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from generator.hosting.servers import ASK_AGAIN, FOREVER, RedirectRule, Site
from generator.site.policy import headers_of
from tests.hosting.servers import SERVERS, Running, serving

pytestmark = pytest.mark.slow

LONG = "<!doctype html><title>A page</title>" + "Words of the page. " * 200
HASHED = "assets/javascripts/bundle.0123abcd.min.js"
FILES = {
    "index.html": f"Home {LONG}".encode(),
    "404.html": b"No such page",
    "people/index.html": f"People {LONG}".encode(),
    "people/ada/notes.md": "Äpfel ".encode() * 400,
    "rounds/one.ics": b"BEGIN:VCALENDAR",
    "data/edition.json": b'{"a": 1}' * 400,
    "feed.xml": b"<feed/>" * 400,
    "pdf/ada.pdf": b"%PDF-1.7" * 400,
    "assets/briefing.css": b"body {}" * 400,
    HASHED: b"void 0;" * 400,
    "_headers": b"/*",
    "_redirects": b"/people/old/ /people/ 301\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A server that runs, and the site it serves."""

    server: Running
    site: Site


@pytest.fixture(scope="module", params=[(name, base) for name in SERVERS for base in ("/", "/a/b-c/")])
def case(request: pytest.FixtureRequest) -> Iterator[Case]:
    """Each server, with the site at its root and under a path."""
    name, base = request.param
    headers = headers_of("default-src 'none'; script-src 'self' 'sha256-ab+/c='")
    site = Site(
        headers, base, (RedirectRule("/people/old/", "/people/"), RedirectRule("/gone", "/people/#top"))
    )
    with serving(name, site, FILES) as server:
        yield Case(server, site)


def test_pages_of_folders_are_found(case: Case) -> None:
    """With a slash at once, without one by a redirect that keeps to the site."""
    home = case.server.get(case.site.at("/"))
    assert (home.status, home.body[:4]) == (200, b"Home")
    people = case.server.get(case.site.at("/people/"))
    assert (people.status, people.body[:6]) == (200, b"People")
    bare = case.server.get(case.site.at("/people"))
    assert bare.status in (301, 308)
    assert bare.headers["location"].endswith(case.site.at("/people/"))


@pytest.mark.parametrize("path", ["/", "/people/", "/data/edition.json", "/nowhere/", "/assets/briefing.css"])
def test_every_answer_carries_the_policy(case: Case, path: str) -> None:
    """Errors too: an error page is a page."""
    answer = case.server.get(case.site.at(path))
    for name, value in case.site.headers.items():
        assert answer.headers[name.lower()] == value


def test_what_is_not_there_gets_the_page_that_says_so(case: Case) -> None:
    """Status 404 and our own page, never to be kept."""
    for path in ("/nowhere/", "/nowhere.html", "/people/nobody/", "/assets/x.0123abcd.min.js"):
        answer = case.server.get(case.site.at(path))
        assert (answer.status, answer.body) == (404, b"No such page"), path
        assert "immutable" not in answer.headers["cache-control"]


def test_what_is_for_the_host_is_not_served(case: Case) -> None:
    """And no folder is listed."""
    for path in ("/_headers", "/_redirects", "/assets/"):
        assert case.server.get(case.site.at(path)).status in (403, 404), path


@pytest.mark.parametrize("path", ["/people/old/", "/people/old"])
def test_a_moved_page_redirects_for_good(case: Case, path: str) -> None:
    """With and without the slash at its end."""
    answer = case.server.get(case.site.at(path))
    assert answer.status == 301
    assert answer.headers["location"].endswith(case.site.at("/people/"))


def test_a_moved_page_may_have_become_a_section(case: Case) -> None:
    """The fragment stays in the new address."""
    answer = case.server.get(case.site.at("/gone"))
    assert answer.status == 301
    assert answer.headers["location"].endswith(case.site.at("/people/#top"))


def test_only_files_that_never_change_are_kept(case: Case) -> None:
    """A corrected page is seen at once; asking again costs no body."""
    assert case.server.get(case.site.at(HASHED)).headers["cache-control"] == FOREVER
    for path in ("/", "/assets/briefing.css", "/data/edition.json", "/pdf/ada.pdf"):
        answer = case.server.get(case.site.at(path))
        assert answer.headers["cache-control"] == ASK_AGAIN, path
        again = case.server.get(case.site.at(path), If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/", "/people/ada/notes.md", "/data/edition.json", "/feed.xml", "/assets/briefing.css", HASHED]
)
def test_text_is_compressed_for_who_can_read_it(case: Case, path: str) -> None:
    """And plain for who cannot; caches are told that there are two forms."""
    plain = case.server.get(case.site.at(path))
    small = case.server.get(case.site.at(path), Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in small.headers["vary"].lower()
    assert gzip.decompress(small.body) == plain.body
    assert len(small.body) < len(plain.body) / 2


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/people/ada/notes.md", "text/markdown; charset=utf-8"),
        ("/rounds/one.ics", "text/calendar; charset=utf-8"),
        ("/assets/briefing.css", "text/css; charset=utf-8"),
        (HASHED, "text/javascript; charset=utf-8"),
        ("/data/edition.json", "application/json"),
        ("/pdf/ada.pdf", "application/pdf"),
    ],
)
def test_every_kind_of_file_has_its_type(case: Case, path: str, type: str) -> None:
    """Browsers are told not to guess, so a missing type would be a page that does not work."""
    assert case.server.get(case.site.at(path)).headers["content-type"] == type


def test_nothing_but_reading_is_allowed(case: Case) -> None:
    """There is nothing to post to."""
    assert case.server.get(case.site.at("/"), "HEAD").status == 200
    assert case.server.get(case.site.at("/"), "PUT").status in (403, 404, 405)


@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_a_server_does_not_tell_its_version(name: str) -> None:
    """What is broken in an old version need not be advertised; Apache asks its administrator alone."""
    with serving(name, Site({}), FILES) as server:
        said = server.get("/").headers.get("server", "")
    assert not any(letter.isdigit() for letter in said)
