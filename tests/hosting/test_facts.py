"""What all configurations are written from."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands.hosting import SERVERS
from generator.hosting.servers import (
    FOREVER,
    RedirectRule,
    Site,
    base_of,
    cloudfront_function,
    cloudfront_headers,
    headers_file,
    redirects_in,
    site_at,
)
from generator.site.policy import headers_of
from tests.site.projects import a_project
from tests.support.programs import needed

HEADERS = headers_of("default-src 'none'")


def test_the_headers_file_names_what_never_changes() -> None:
    """All paths get the policy; files with a hash in their name are kept for a year."""
    lines = headers_file(HEADERS, ("assets/a.0123abcd.min.js",)).splitlines()
    assert lines[0] == "/*"
    assert "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'" in lines
    assert lines[-2:] == ["/assets/a.0123abcd.min.js", f"  Cache-Control: {FOREVER}"]


def test_moved_pages_are_read_as_hosts_read_them() -> None:
    """Comments and a status that is left out, as in the `_redirects` of Netlify and Cloudflare."""
    text = "# Moved\n\n/old/ /new/ 308\n/a /b # and why\n"
    assert redirects_in(text) == (RedirectRule("/old/", "/new/", 308), RedirectRule("/a", "/b", 301))


def test_moved_pages_are_the_sites_own_wherever_it_is_served() -> None:
    """The file names them below the path that the site was built for; a server may serve it below another."""
    assert redirects_in("/a/b/old/ /a/b/ 301\n", "/a/b/") == (RedirectRule("/old/", "/", 301),)


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        (None, "/"),
        ("https://a.example", "/"),
        ("https://a.example/b/", "/b/"),
        ("https://a.example/b/c", "/b/c/"),
    ],
)
def test_the_path_of_the_site_comes_from_its_address(site_url: str | None, base: str) -> None:
    """With a slash at both ends."""
    assert base_of(site_url) == base


@pytest.mark.parametrize("path", ['/a"b', "/a;b", "/a b", "/a{b}", "/a$b", "/a\nb", "a"])
def test_no_path_can_end_a_string_of_a_configuration(path: str) -> None:
    """It is refused before any server sees it."""
    with pytest.raises(ValueError, match="safely"):
        Site(HEADERS, "/", (RedirectRule("/a/", path),))
    with pytest.raises(ValueError, match="safely"):
        Site({"X-A": 'a"b'})


def test_only_files_that_are_named_by_their_content_are_kept(tmp_path: Path) -> None:
    """Ours keep their names from edition to edition."""
    for name in ("assets/briefing.css", "assets/js/b.0123abcd.min.js", "assets/js/lunr/min/lunr.de.min.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert site_at(tmp_path, HEADERS, "/").forever == ("assets/js/b.0123abcd.min.js",)


def through(site: Site, path: str) -> dict[str, Any]:
    """What the function of CloudFront makes of a request, run by Node.js."""
    node = needed("node")
    event = json.dumps({"request": {"uri": path, "headers": {}}})
    script = f"{cloudfront_function(site)}\nconsole.log(JSON.stringify(handler({event})));"
    said = subprocess.run([node, "-e", script], capture_output=True, text=True, check=True).stdout
    result: dict[str, Any] = json.loads(said)
    return result


def test_cloudfront_finds_pages_and_redirects() -> None:
    """As the servers do: folders, moved pages, files."""
    site = Site(HEADERS, "/a/", (RedirectRule("/old/", "/new/#top"),))
    assert through(site, "/a/people/")["uri"] == "/a/people/index.html"
    assert through(site, "/a/feed.xml")["uri"] == "/a/feed.xml"
    assert through(site, "/a/constructor")["headers"]["location"]["value"] == "/a/constructor/"
    for path in ("/a/old", "/a/old/"):
        moved = through(site, path)
        assert (moved["statusCode"], moved["headers"]["location"]["value"]) == (301, "/a/new/#top")


def test_cloudfront_says_every_header() -> None:
    """The sum of its two places is what the other servers say."""
    policy = json.loads(cloudfront_headers(Site(HEADERS)))
    security = policy["SecurityHeadersConfig"]
    assert security["ContentSecurityPolicy"]["ContentSecurityPolicy"] == HEADERS["Content-Security-Policy"]
    custom = policy["CustomHeadersConfig"]
    assert custom["Quantity"] == len(custom["Items"])
    assert len(security) + len(custom["Items"]) == len(HEADERS)


@pytest.mark.parametrize("server", list(SERVERS))
def test_the_command_writes_for_the_built_site(server: str, tmp_path: Path) -> None:
    """Its policy, its path and its moved pages; and says so if there is no site yet."""
    project = a_project(tmp_path / "project")
    arguments = ["hosting", server, "-C", str(project)]
    too_early = CliRunner().invoke(main, arguments)
    assert (too_early.exit_code, "run briefing build first" in too_early.output) == (2, True)
    (project / "build" / "site").mkdir()
    (project / "build" / "site" / "_redirects").write_text("/briefing/old/ /briefing/new/ 301\n")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    if server == "path":
        assert result.output == "/briefing/\n"
    elif server != "cloudfront-function":
        assert "frame-ancestors 'none'" in result.output
    if server in ("nginx", "caddy", "apache"):
        assert " /briefing/new/" in result.output.replace('"', " ")
        elsewhere = CliRunner().invoke(main, [*arguments, "--at", "/"])
        assert " /new/" in elsewhere.output.replace('"', " ")


def test_a_page_that_moved_twice_is_told_once() -> None:
    """A server refuses a path that is named twice."""
    site = Site(HEADERS, "/b/", (RedirectRule("/a/", "/c/"), RedirectRule("/a", "/d/")))
    assert {path: to.new for path, to in site.moves().items()} == {"/b/a/": "/c/", "/b/a": "/c/"}
