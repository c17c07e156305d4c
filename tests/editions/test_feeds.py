"""Feeds: of what, with what in them, and that they are what RFC 4287 and JSON Feed 1.1 require."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.addresses import SiteAddress
from generator.model.dates import PartialDate
from generator.model.kinds import KINDS
from generator.model.pages import Feed, FeedChange, FeedEntry
from generator.model.runs import Added, Link, Plain, Removed, Target
from generator.output.data.feeds import atom, json_feed
from generator.output.views import render
from generator.pipeline import composed
from generator.project import Project
from tests.support.dossiers import edition, verified
from tests.support.feeds import ATOM, assert_is_atom, assert_is_json_feed
from tests.support.projects import ROOT, SUBJECT, copy_of, overlay
from tests.support.wording import ENGLISH

SITE = SiteAddress("https://example.org/talks/")
NASTY = "A <b>note</b> & “words” ]]> \u0007 ends."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second subject with a first edition, and one that mends a summary, released a day later."""
    folder = copy_of(SUBJECT, tmp_path_factory.mktemp("released") / "project")
    assert CliRunner().invoke(main, ["release", "-C", str(folder)]).exit_code == 0
    overlay(
        folder, {"content/timeline.yml": {"old": "is to publish the gate", "new": "will publish the gate"}}
    )
    release = ["release", "-C", str(folder), "--importance", "correction", "--date", "2023-05-23"]
    assert CliRunner().invoke(main, [*release, "--note", NASTY]).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def files(project: Path) -> dict[str, bytes]:
    """What is rendered of it."""
    made, problems = composed(Project(project))
    assert made is not None, problems
    return {str(path): content for path, content in render(made, SITE).items()}


def test_there_is_a_feed_of_the_site_of_each_briefing_round_and_side(
    files: dict[str, bytes], project: Path
) -> None:
    """As Atom and as JSON."""
    made, _ = composed(Project(project))
    assert made is not None
    fed = [page.path for page in made.pages if page.kind in (KINDS.topic, KINDS.round, KINDS.side)]
    wanted = {f"feeds/{name}.{form}" for name in ("index", *fed) for form in ("atom", "json")}
    assert {name for name in files if name.startswith("feeds/")} == wanted
    assert {page.path for page in made.pages if page.is_fed} == {*fed}


def test_people_and_organisations_have_a_feed_once_something_changed_on_their_page() -> None:
    """In an edition after the first: a feed that says nothing is for nobody."""
    releases = verified(ROOT)[0].releases
    changed = {page for each in releases[1:] for change in each.changes for page in change.pages()}
    pages = [page for page in edition(ROOT).pages if page.kind in (KINDS.person, KINDS.organisation)]
    assert {page.path for page in pages if page.is_fed} == changed & {page.path for page in pages}
    assert any(page.is_fed for page in pages)


def atom_feeds(files: dict[str, bytes]) -> dict[str, ElementTree.Element]:
    return {n: ElementTree.fromstring(c) for n, c in files.items() if n.endswith(".atom")}  # noqa: S314 - our own


def test_every_atom_feed_has_what_the_rfc_requires(files: dict[str, bytes]) -> None:
    """Of the site, of each briefing and of each round."""
    for name, content in files.items():
        if name.endswith(".atom"):
            assert_is_atom(content, "https://example.org/talks/", name)


def test_no_two_feeds_share_an_id(files: dict[str, bytes]) -> None:
    """A reader of several feeds loses nothing."""
    feeds = atom_feeds(files).values()
    ids = [e.findtext(f"{ATOM}id") for feed in feeds for e in (feed, *feed.iter(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids))


def test_a_feed_parser_reads_them(files: dict[str, bytes]) -> None:
    """The newest first, hostile text as text, dates from the data and not from a clock."""
    read: Any = feedparser.parse(files["feeds/index.atom"])
    assert not read.bozo
    assert [entry.updated for entry in read.entries] == ["2023-05-23T00:00:00Z", "2023-05-22T00:00:00Z"]
    assert "&lt;b&gt;note&lt;/b&gt; &amp;" in read.entries[0].content[0].value
    assert "2023" in read.feed.updated


def test_every_json_feed_has_what_the_format_requires(files: dict[str, bytes]) -> None:
    """Of the site, of each briefing and of each round."""
    for name, content in files.items():
        if name.startswith("feeds/") and name.endswith(".json"):
            assert_is_json_feed(content, "https://example.org/talks/", name)


def test_a_changed_entry_shows_its_old_and_its_new_words(files: dict[str, bytes]) -> None:
    """Struck out and marked for readers of HTML, side by side in plain text; the lead leads to the page."""
    read: Any = feedparser.parse(files["feeds/rounds/sallvik-round.atom"])
    content = read.entries[0].content[0].value
    assert "<del>is to</del> <ins>will</ins> publish the gate readings" in content
    assert '<a href="https://example.org/talks/' in content
    text = json.loads(files["feeds/rounds/sallvik-round.json"])["items"][0]["content_text"]
    assert "Kasteria will publish the gate readings" in text
    assert " (before: Kasteria is to publish the gate readings" in text


def test_a_change_names_the_sources_that_proved_it(files: dict[str, bytes]) -> None:
    """With a link to each, in HTML; behind the change in plain text."""
    read: Any = feedparser.parse(files["feeds/rounds/sallvik-round.atom"])
    content = read.entries[0].content[0].value
    links = re.findall(r'<a href="https://example.org/talks/sources/[^"]+/">([^<]+)</a>', content)
    assert links
    text = json.loads(files["feeds/rounds/sallvik-round.json"])["items"][0]["content_text"]
    assert f"Source: {links[0]}." in text or f"Sources: {links[0]}, " in text


def test_words_of_a_change_are_no_markup_in_a_feed() -> None:
    """Whatever stands in them, they are text in the HTML that the feed carries."""
    nasty = "<img src=x onerror=alert(1)> & </del> ]]>"
    words = (Plain(nasty), Removed(nasty), Added(nasty))
    source = Link(nasty, Target("sources/x"))
    change = FeedChange(f"Changed {nasty}", words, (nasty,), Target("figures"), (source,))
    day, home = PartialDate(2023, 5, 23), Target("index")
    entry = FeedEntry("urn:uuid:1", nasty, Target("editions/index"), day, (nasty,), (change,))
    feed = Feed("feeds/index", "urn:uuid:2", nasty, home, day, (entry,))
    read: Any = feedparser.parse(atom(feed, nasty, SITE, ENGLISH), sanitize_html=False)
    item = json.loads(json_feed(feed, SITE, ENGLISH))["items"][0]
    for html in (read.entries[0].content[0].value, item["content_html"]):
        assert set(re.findall(r"<(\w+)", html)) == {"p", "ul", "li", "a", "del", "ins"}
        assert html.count("&lt;img src=x onerror=alert(1)&gt; &amp; &lt;/del&gt;") == 7


def test_a_page_is_told_only_what_concerns_it(files: dict[str, bytes]) -> None:
    """An edition that changed nothing on a page is no entry of its feed."""
    counts = {n: len(list(f.iter(f"{ATOM}entry"))) for n, f in atom_feeds(files).items()}
    assert counts["feeds/index.atom"] == 2
    assert set(counts.values()) == {1, 2}


def test_without_an_address_links_are_relative(project: Path) -> None:
    """They lead to files that are there."""
    made, _ = composed(Project(project))
    assert made is not None
    files = {str(path): content for path, content in render(made).items()}
    feed = atom_feeds(files)["feeds/rounds/sallvik-round.atom"]
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": "../../rounds/sallvik-round/", "self": "sallvik-round.atom"}
    assert "home_page_url" not in json.loads(files["feeds/index.json"])
