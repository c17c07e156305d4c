"""Links to past editions: each address that one had is asked for, as a reader would who kept it."""

from __future__ import annotations

import html
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.model.diagnostics import has_errors
from generator.model.editions import Release
from generator.pipeline import NOT_PRINTED, build, check
from generator.project import Project
from tests.support.dossiers import verified
from tests.support.hosts import hosted
from tests.support.projects import BASE, ROOT, copy_of, overlay

BELOW = "/somewhere/"
LEADS_ON = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
# Files that every page has beside it.
FORMS = ("data/{}.json", "data/{}.txt")


def unanswered(site: Path, addresses: Iterable[str]) -> list[str]:
    """The addresses of a site at which a reader finds nothing, even where a page leads on."""
    with hosted(site, BELOW) as host:

        @cache
        def fetched(address: str) -> str | None:
            try:
                with urllib.request.urlopen(address) as answer:  # noqa: S310 - the host of this test
                    return str(answer.read().decode())
            except urllib.error.HTTPError as refusal:
                refusal.close()
                return None

        def is_answered(address: str, hops: int = 2) -> bool:
            page, anchor = urldefrag(address)
            text = fetched(page)
            onwards = LEADS_ON.search(text) if text else None
            if onwards:
                return hops > 0 and is_answered(urljoin(page, html.unescape(onwards[1])), hops - 1)
            return text is not None and (not anchor or f'id="{anchor}"' in text)

        return [address for address in addresses if not is_answered(host.address + address)]


def addresses_of(releases: Iterable[Release]) -> Iterator[str]:
    """What a reader may have kept of these editions: pages, places on them, and pages in other forms."""
    for release in releases:
        for address in release.addresses:
            page, _, anchor = address.partition("#")
            shown = "" if page == "index" else page.removesuffix("/index") + "/"
            yield shown + (f"#{anchor}" if anchor else "")
            if not anchor:
                yield from (form.format(page) for form in FORMS)


def test_every_address_of_every_past_edition_answers(real: Project) -> None:
    """Of the real content: whatever was released in content/editions/ is there, or leads on."""
    releases = verified(ROOT)[0].releases
    asked = list(addresses_of(releases))
    assert len(asked) > len(releases) * 100
    assert unanswered(real.site, asked) == []


# Ids of all kinds, where they stand in the content, and what they are renamed to.
RENAMED = {
    "source: gazette": "source: lake-gazette",
    "lake-round": "first-round",
    "weir-closed": "closing-of-the-weir",
    "ada-marsh": "a-marsh",
    "upton": "upper-town",
    "id: fall": "id: fall-of-the-lake",
    "id: measure": "id: measure-together",
}
REDIRECTS = """redirects:
  - {old: sources/gazette, new: sources/lake-gazette}
  - {old: rounds/lake-round, new: rounds/first-round}
  - {old: people/ada-marsh, new: people/a-marsh}
  - {old: sides/upton, new: sides/upper-town}
  - {old: "timeline#lake-round", new: "timeline#first-round"}
  - {old: "timeline#weir-closed", new: "timeline#closing-of-the-weir"}
  - {old: "glossary#upton", new: "glossary#upper-town"}
  - {old: "figures#figure-fall", new: "figures#figure-fall-of-the-lake"}
  - {old: "commitments#lake-round.measure", new: "commitments#first-round.measure-together"}
"""


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """A project with a released edition, in which an id of each kind is another since."""
    project = copy_of(BASE, tmp_path / "project")
    assert CliRunner().invoke(main, ["release", "-C", str(project)]).exit_code == 0
    for path in (*(project / "content").glob("*.yml"), *(project / "content" / "briefings").glob("*.md")):
        text = path.read_text("utf-8")
        for old, new in RENAMED.items():
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
    (project / "sources" / "gazette.md").rename(project / "sources" / "lake-gazette.md")
    return project


def test_renamed_ids_are_refused_until_redirects_lead_from_every_old_address(renamed: Path) -> None:
    """Each lost address is named, and no other; with the redirects, the old edition is replayed in full."""
    dossier, problems = check(Project(renamed))
    assert dossier is not None
    errors = [problem for problem in problems if has_errors((problem,))]
    assert {problem.code for problem in errors} == {"address-lost"}
    lost = [match[1] for each in errors if (match := re.search("had “(.+)”", each.message))]
    redirects = yaml.safe_load(REDIRECTS)["redirects"]
    assert sorted(lost) == sorted(each["old"] for each in redirects)
    overlay(renamed, {"content/redirects.yml": REDIRECTS})
    outcome = build(Project(renamed), printing=NOT_PRINTED)
    assert not has_errors(outcome.problems), outcome.problems
    asked = list(addresses_of(dossier.releases))
    assert {"rounds/lake-round/", "data/sources/gazette.json", "timeline/#weir-closed"} <= set(asked)
    assert unanswered(Project(renamed).site, asked) == []


def test_an_address_that_never_was_is_not_answered(real: Project) -> None:
    """The replay can fail: pages, places and files that do not exist are told."""
    asked = ["rounds/never/", "timeline/#never", "data/never.json", "timeline/"]
    assert unanswered(real.site, asked) == asked[:3]
