"""The gate sees each planted defect, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest

from generator.site.gate import check_site, html_of

PAGES = ("index.md", "rounds/index.md", "rounds/one.md")
SCRIPT = "'sha256-rP5byD8sye7e0RsJ3rjFscv+LjSSiwckp1UwZDe+ams='"  # of alert("x")
POLICY = (
    f"<meta http-equiv='Content-Security-Policy' content=\"script-src 'self' {SCRIPT}; style-src 'self'\">"
)


def a_site(
    folder: Path, *, body: str = "", head: str = "", address: str = "https://example.org/sub/"
) -> Path:
    """A site of three pages and a 404, as an engine writes it; `body` and `head` go to rounds/one/."""
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    files = {
        "index.html": f'{canonical}<link rel="stylesheet" href="assets/a.css"><a href="rounds/">all</a>',
        "rounds/index.html": '<h2 id="in-order"></h2><a href="one/#result">one</a><a href="../">home</a>',
        "rounds/one/index.html": f'<head>{head}</head><body><h2 id="result"></h2>{body}</body>',
        "404.html": '<link rel="stylesheet" href="/sub/assets/a.css"><a href="/sub/">home</a>',
        "assets/a.css": "body { background: url(data:image/png;base64,AAAA) }",
        "rounds/one.ics": "BEGIN:VCALENDAR",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html>{text}" if name.endswith(".html") else text, encoding="utf-8")
    return folder


def problems(site: Path, pages: Iterable[str] = PAGES) -> list[tuple[str, str]]:
    found = check_site(site, [PurePosixPath(page) for page in pages])
    return [(problem.code, problem.message) for problem in found]


def test_a_sound_site_has_no_problem(tmp_path: Path) -> None:
    """Also under a sub-path, where the 404 page uses absolute addresses."""
    assert problems(a_site(tmp_path)) == []


GOOD = [
    '<a href="#result">here</a>',
    '<a href="">this page</a><a href="#">top</a><a href="#top">top</a>',
    '<a href="../#in-order">list</a>',
    '<a href="../../">home</a><a href="../../index.html">home</a>',
    '<a href="../one.ics">calendar</a><a href="../one.ics#any">in a file that is no page</a>',
    '<a href="https://example.org/sub/rounds/">in full</a><a href="/sub/rounds/#in-order">from the root</a>',
    '<a href="https://example.org/other/">another site there</a><a href="//example.com/x">elsewhere</a>',
    '<a href="https://example.com/a?b=c#d">elsewhere</a><a href="mailto:a@example.org">write</a>',
    '<i id="größe x"></i><a href="#gr%C3%B6%C3%9Fe%20x">encoded</a><a href="#größe x">raw</a>',
    '<a href="../#in-order:~:text=order">words</a><a href="../#:~:text=order">words</a>',
    '<a name="old"></a><a href="#old">an old anchor</a>',
    '<i id="__drawer"></i><label for="__drawer"></label><a href="#__drawer">of the theme</a>',
    '<img src="data:image/svg+xml,x" alt=""><img srcset="../../assets/a.css 1x" alt="">',
    '<svg><use href="#result"></use></svg><form action="../"></form>',
    '<link rel="alternate" href="https://example.com/feed"><link rel="license" href="https://example.com/">',
]


@pytest.mark.parametrize("body", GOOD)
def test_what_leads_somewhere_passes(tmp_path: Path, body: str) -> None:
    """Relative, absolute, encoded: an address is resolved as a browser does."""
    assert problems(a_site(tmp_path, body=body)) == []


BAD = [
    ('<a href="../two/">', "broken-link"),
    ('<a href="../one.pdf">', "broken-link"),
    ('<a href="../../rounds">without its slash</a>', "broken-link"),
    ('<a href="/rounds/">outside the sub-path</a>', "broken-link"),
    ('<a href="../../../../x/">', "broken-link"),
    ('<a href="https://example.org/sub/gone/">', "broken-link"),
    ('<a href="https://[broken/">', "broken-link"),
    ('<img src="missing.png" alt="">', "broken-link"),
    ('<img src="" alt="">', "broken-link"),
    ('<img srcset="a.css 1x, missing.png 2x" src="../../assets/a.css" alt="">', "broken-link"),
    ('<meta http-equiv="refresh" content="0; url=../gone/">', "broken-link"),
    ('<a href="#nowhere">', "broken-anchor"),
    ('<a href="../#result">an id of another page</a>', "broken-anchor"),
    ('<a href="#__nowhere">', "broken-anchor"),
    ('<a href="https://example.org/sub/rounds/#nowhere">', "broken-anchor"),
    ('<a href="javascript:alert(1)">', "unsafe-link"),
    ('<a href=" JaVa&#10;Script:alert(1)">', "unsafe-link"),
    ('<a href="data:text/html,x">', "unsafe-link"),
    ('<a href="file:///etc/passwd">', "unsafe-link"),
    ('<a href="vbscript:x">', "unsafe-link"),
    ('<iframe src="data:text/html,x"></iframe>', "unsafe-link"),
    ('<form action="javascript:x"></form>', "unsafe-link"),
    ('<script src="https://cdn.example.com/x.js"></script>', "third-party-request"),
    ('<script src="//cdn.example.com/x.js"></script>', "third-party-request"),
    (r'<script src="\\cdn.example.com\x.js"></script>', "third-party-request"),
    ('<img src="https://example.com/x.png" alt="">', "third-party-request"),
    ('<img srcset="https://example.com/x.png 2x" alt="">', "third-party-request"),
    ('<link rel="stylesheet" href="https://example.com/x.css">', "third-party-request"),
    ('<link rel="preload" as="font" href="https://example.com/x.woff2">', "third-party-request"),
    ('<link rel="preconnect" href="https://example.com">', "third-party-request"),
    ('<object data="https://example.com/x.svg"></object>', "third-party-request"),
    ('<video poster="https://example.com/x.png"></video>', "third-party-request"),
    ('<svg><use href="https://example.com/x.svg#a"></use></svg>', "third-party-request"),
    ('<svg><use xlink:href="https://example.com/x.svg#a"></use></svg>', "third-party-request"),
    ('<meta http-equiv="refresh" content="0;URL=\'https://example.com/\'">', "third-party-request"),
    ('<p style="background: url(https://example.com/x.png)">', "third-party-request"),
    ('<style>@import "https://example.com/x.css";</style>', "third-party-request"),
]


@pytest.mark.parametrize(("body", "code"), BAD)
def test_each_planted_defect_is_found(tmp_path: Path, body: str, code: str) -> None:
    """Under its code, with the page it is on."""
    found = problems(a_site(tmp_path, body=body))
    assert {each for each, _ in found} == {code}
    assert all(message.startswith("rounds/one/index.html: ") for _, message in found)


def test_the_same_defect_is_told_once_a_page(tmp_path: Path) -> None:
    """A link that stands ten times on a page is one problem."""
    assert len(problems(a_site(tmp_path, body='<a href="gone/">x</a>' * 10))) == 1


def test_a_style_sheet_that_fetches_from_another_host_is_found(tmp_path: Path) -> None:
    """Style sheets make requests too."""
    site = a_site(tmp_path)
    (site / "assets" / "a.css").write_text("@font-face { src: url('https://example.com/x.woff2') }")
    assert [code for code, _ in problems(site)] == ["third-party-request"]


def test_what_a_message_shows_cannot_command_a_terminal(tmp_path: Path) -> None:
    """Escape sequences, line breaks and marks of direction are spelt out."""
    found = problems(a_site(tmp_path, body='<a href="x\x1b[31m\u202egone/">x</a>'))
    assert len(found) == 1
    assert found[0][1].isprintable()


def test_a_lost_page_is_found(tmp_path: Path) -> None:
    """Pages in are pages out."""
    assert problems(a_site(tmp_path), [*PAGES, "people/.hidden.md"]) == [
        ("page-lost", "people/.hidden.md was published, but the site has no people/.hidden/index.html")
    ]


def test_two_pages_at_one_address_are_found(tmp_path: Path) -> None:
    """An engine writes one over the other and says nothing."""
    found = problems(a_site(tmp_path), [*PAGES, "rounds.md"])
    assert [code for code, _ in found] == ["page-lost", "page-lost"]


def test_a_page_that_nobody_published_is_found(tmp_path: Path) -> None:
    """Nothing comes to the site by another way; the 404 page is the engine's."""
    found = problems(a_site(tmp_path), ["index.md", "rounds/index.md"])
    assert found == [
        ("page-unexpected", "the site has rounds/one/index.html, which no page was published for")
    ]


def test_a_site_that_does_not_say_where_it_lives_is_checked_from_its_root(tmp_path: Path) -> None:
    """Without site_url there is no canonical address."""
    site = a_site(tmp_path, address="", body='<a href="/rounds/">root</a>')
    (site / "404.html").write_text("<!doctype html><a href='/'>home</a>")
    assert problems(site) == []


BLOCKED = [
    "<script>alert(1)</script>",
    '<script type="module">alert(1)</script>',
    '<p onclick="x()">',
    '<p style="color: red">',
    "<style>p { color: red }</style>",
]


@pytest.mark.parametrize("body", BLOCKED)
def test_what_the_policy_of_the_page_would_block_is_found(tmp_path: Path, body: str) -> None:
    """Whatever slipped in is seen before a browser refuses it."""
    found = problems(a_site(tmp_path, head=POLICY, body=body))
    assert [code for code, _ in found] == ["outside-policy"]


def test_named_scripts_and_data_are_within_the_policy(tmp_path: Path) -> None:
    """Scripts of the theme are named by their hash; JSON is not run."""
    body = '<script>alert("x")</script><script type="application/json">{}</script>'
    assert problems(a_site(tmp_path, head=POLICY, body=body)) == []


@pytest.mark.parametrize(
    ("page", "html"),
    [
        ("index.md", "index.html"),
        ("a/index.md", "a/index.html"),
        ("a/b.md", "a/b/index.html"),
        ("x.ics", "x.ics"),
    ],
)
def test_a_page_has_an_address_without_suffix(page: str, html: str) -> None:
    """`a/b.md` is shown at `a/b/`."""
    assert html_of(PurePosixPath(page)) == PurePosixPath(html)
