"""What a site gets after the engine has made it and before anybody sees it.

Pages that lead on from old addresses, a sitemap, a lighter search index, an archive to keep, checksums.
"""

import gzip
import html
import json
import posixpath
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import escape

from generator.hosting.servers import base_of, files_forever, headers_file
from generator.model.addresses import UNREAD, PageFiles, SiteAddress, SiteFiles, folder_of
from generator.model.diagnostics import Diagnostic
from generator.model.pages import Edition, Page
from generator.model.runs import Target
from generator.site.gate import check_site
from generator.site.policy import headers_of, policy_of
from generator.site.settings import Configured, address_of, print_settings
from generator.site.stamps import record_files
from generator.site.styles import lighten
from generator.words import Words, script_with, words_in

# Nothing runs and nothing is fetched on such a page.
REDIRECT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={to}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="canonical" href="{to}">
</head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""

INDEX = PurePosixPath("search/search_index.json")

FOLDER = "site"
INDEX_SCRIPT = PurePosixPath("search/search_index.js")
SHIM = PurePosixPath(SiteFiles.asset("offline.js"))

# Of no use off the web, or only to those who mend the theme.
LEFT_OUT = frozenset(
    {
        SiteFiles.ARCHIVE,
        SiteFiles.HEADERS,
        SiteFiles.ROBOTS,
        SiteFiles.SITEMAP,
        SiteFiles.PACKED_SITEMAP,
        "404.html",
    }
)
FOLDERS_LEFT_OUT = frozenset({"share"})
PACKED_ALREADY = frozenset({".pdf", ".png", ".gz", ".woff2", ".zip", ".docx", ".epub"})

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell; every file has it, whenever it was made."""

_TAG = re.compile(
    r"(<script\b.*?</script>)|<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE | re.DOTALL
)
_NEEDLESS = re.compile(
    r"(<(script|style|pre|textarea)\b.*?</\2>|<!--.*?-->)"
    r"|&#(37|40|41|44|45|46|47|58|63|126);|(?<=\n)[ \t\n]+",
    re.IGNORECASE | re.DOTALL,
)
"""References to % ( ) , - . / : ? and ~, which HTML takes for nothing else anywhere; indents."""
_SCRIPT_START = re.compile(r'<script defer src="([^"]*)assets/javascripts/bundle')
_LINK = re.compile(r'(\s(?:xlink:)?href=")([^"]*)(")')
_PLACE = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_POLICY_IN_PAGE = re.compile(r'(http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_TO_ARCHIVE = re.compile(rf'<a [^>]*href="[^"]*{re.escape(SiteFiles.ARCHIVE)}"[^>]*>.*?</a>', re.DOTALL)


def moved_pages(edition: Edition) -> tuple[PurePosixPath, ...]:
    """The pages that lead on, as Markdown pages would be named; anchors move on pages that stay."""
    return tuple(PurePosixPath(f"{old}.md") for old, _ in edition.redirects if "#" not in old)


def write_moved(site: Path, edition: Edition, base: str) -> None:
    """Lead on from each page that moved; `base` is the path under which the site is served.

    The other forms of the page (data, text, PDF, calendar) are laid at their old addresses as they are now.
    """
    lines = []
    for old, new in edition.redirects:
        if "#" in old:
            continue
        page, _, anchor = new.partition("#")
        shown = folder_of(page) + (f"#{anchor}" if anchor else "")
        _lead(site, old, _relative(folder_of(old), shown), words_in(edition.language))
        _copy_forms(site, old, page)
        lines.append(f"{base}{old}/ {base}{shown} 301\n")
    if lines:
        with (site / SiteFiles.REDIRECTS).open("a", encoding="utf-8") as file:
            file.writelines(lines)


def _lead(site: Path, old: str, to: str, words: Words) -> None:
    target = site / old / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    address = html.escape(to)
    page = _PAGE.format(
        language=words.language,
        title=html.escape(words("moved.title")),
        text=html.escape(words.unfilled("moved.text")).format(address=f'<a href="{address}">{address}</a>'),
        to=address,
        policy=REDIRECT_POLICY,
    )
    target.write_text(page, encoding="utf-8")


def _copy_forms(site: Path, old: str, new: str) -> None:
    for there, here in zip(PageFiles(new).kept(), PageFiles(old).kept(), strict=True):
        source, target = site / there, site / here
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _relative(here: str, there: str) -> str:
    path, _, anchor = there.partition("#")
    to = posixpath.relpath(path or ".", here) + "/"
    return to + (f"#{anchor}" if anchor else "")


def sitemap(pages: Iterable[Page], site: SiteAddress) -> bytes:
    """The sitemap (sitemaps.org 0.9) of a site that says where it lives; a date is as exact as it is sure."""
    entries = "".join(_entry(page, site) for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    ).encode()


def _entry(page: Page, site: SiteAddress) -> str:
    address = escape(site.of(Target(page.path)) or "")
    modified = f"<lastmod>{page.modified.sure().iso()}</lastmod>" if page.modified else ""
    return f"<url><loc>{address}</loc>{modified}</url>\n"


def write_sitemap(folder: Path, pages: Iterable[Page], site: SiteAddress) -> None:
    """Put the sitemap in place of the engine's; none if the site does not say where it lives."""
    files = {name: folder / name for name in (SiteFiles.SITEMAP, SiteFiles.PACKED_SITEMAP, SiteFiles.ROBOTS)}
    if site.address is None:
        for file in files.values():
            file.unlink(missing_ok=True)
        return
    made = sitemap(pages, site)
    files[SiteFiles.SITEMAP].write_bytes(made)
    files[SiteFiles.PACKED_SITEMAP].write_bytes(gzip.compress(made, mtime=0))
    where = site.of_file(SiteFiles.SITEMAP)
    files[SiteFiles.ROBOTS].write_text(f"User-agent: *\nAllow: /\nSitemap: {where}\n", encoding="utf-8")


def empty_index(site: Path) -> None:
    """Leave only the settings in the engine's index: what is searched are the parts of our own.

    Another engine's index, which has no `docs`, stays as it is.
    """
    index = site / INDEX
    told = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else {}
    if "docs" in told:
        index.write_text(_as_json(told | {"docs": []}), encoding="utf-8")


def _as_json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def write_archive(site: Path, words: Words) -> None:
    """Pack the site into `site.zip` beside its pages; the same site and words give the same bytes."""
    with zipfile.ZipFile(site / SiteFiles.ARCHIVE, "w") as archive:
        for path, content in offline_files(site, words):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the attributes are Unix's, on whatever system this runs
            packed = path.suffix in PACKED_ALREADY
            archive.writestr(entry, content, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED, 6)


def offline_files(site: Path, words: Words) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of the site as they are read from disk, in order."""
    shim = Path(__file__).with_name("offline.js").read_text(encoding="utf-8")
    made = {SHIM: script_with(words, shim, {"frame": "search.frame"}).encode()}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = PurePosixPath(file.relative_to(site).as_posix())
        if _is_of_use(path):
            content = file.read_bytes()
            made[path] = offline_page(content.decode()).encode() if path.suffix == ".html" else content
    if (site / INDEX).is_file():
        made[INDEX_SCRIPT] = search_script((site / INDEX).read_text(encoding="utf-8"))
    yield from sorted(made.items(), key=lambda item: str(item[0]))


def _is_of_use(path: PurePosixPath) -> bool:
    return (
        str(path) not in LEFT_OUT
        and path != INDEX
        and path.parts[0] not in FOLDERS_LEFT_OUT
        and path.suffix != ".map"
    )


def offline_page(html: str) -> str:
    """A page whose links lead to files, whose policy knows files, and that does not offer itself again."""
    html = _TO_ARCHIVE.sub("", html)
    html = _POLICY_IN_PAGE.sub(lambda found: found[1] + _with_files(found[2]) + found[3], html, count=1)
    html = _TAG.sub(lambda found: found[0] if found[1] else _LINK.sub(_to_file, found[0]), html)
    return _SCRIPT_START.sub(rf'<script defer src="\1{SHIM}"></script>\g<0>', html, count=1)


def _with_files(policy: str) -> str:
    """Not every browser takes a file for the same origin as its neighbour."""
    return policy.replace("&#39;self&#39;", "&#39;self&#39; file:").replace("'self'", "'self' file:")


def _to_file(link: re.Match[str]) -> str:
    return link[1] + offline_address(link[2]) + link[3]


def offline_address(address: str) -> str:
    """A relative address of a folder as that of the page in it; any other address as it is."""
    place = _PLACE.match(address)
    path, rest = (place[1], place[2]) if place else ("", "")
    if not path or path.startswith("/") or re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE):
        return address
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path.rstrip('/')}/index.html" if path.rstrip("/") != "." else "index.html"
        return path + rest
    return address


def search_script(index: str) -> bytes:
    """The search index as a script that defines it, as the theme wants it from disk."""
    told = json.loads(index)
    for entry in told.get("docs", told.get("items", ())):
        place = entry["location"]
        entry["location"] = offline_address(place if place[:1] not in ("", "#") else f"./{place}")
    return f"var __index = {json.dumps(told, ensure_ascii=True, separators=(',', ':'))};\n".encode()


@dataclass(frozen=True, slots=True)
class Staged:
    """A site that the engine has made and that nobody sees yet: its folder, its project, its edition."""

    folder: Path
    project: Configured
    edition: Edition


Finish = Callable[[Staged], Iterable[Diagnostic]]
"""Adds to the staged site, or looks at it, and says what is wrong. An error leaves the old site on show."""


def twins(staged: Staged) -> Iterable[Diagnostic]:
    """The Markdown that is no page under its own name, which the engine would not have left alone."""
    for path in sorted(staged.folder.rglob(f"*{UNREAD}")):
        path.rename(path.with_name(path.name.removesuffix(UNREAD)))
    return ()


def styles(staged: Staged) -> Iterable[Diagnostic]:
    """The theme's style sheets without what no page uses."""
    lighten(staged.folder)
    return ()


def headers(staged: Staged) -> Iterable[Diagnostic]:
    """The security policy, and which files never change, as a file that hosts read."""
    content = headers_file(headers_of(policy_of(staged.project)), files_forever(staged.folder))
    (staged.folder / SiteFiles.HEADERS).write_text(content, encoding="utf-8")
    return ()


def links(staged: Staged) -> Iterable[Diagnostic]:
    """Pages in are pages out, and every link leads somewhere."""
    pages = [PurePosixPath(f"{page.path}.md") for page in staged.edition.pages]
    return check_site(staged.folder, [*pages, *moved_pages(staged.edition)])


def moved(staged: Staged) -> Iterable[Diagnostic]:
    """A page at each address that moved, which leads on."""
    write_moved(staged.folder, staged.edition, base_of(print_settings(staged.project.settings).site_url))
    return ()


def manifest(staged: Staged) -> Iterable[Diagnostic]:
    """The checksum of each file, by which anybody can tell whether what is published is what was built."""
    record_files(staged.folder)
    return ()


def search_engines(staged: Staged) -> Iterable[Diagnostic]:
    """A sitemap with the dates of what the pages rest on."""
    write_sitemap(staged.folder, staged.edition.pages, address_of(staged.project.settings))
    return ()


def lighter(staged: Staged) -> Iterable[Diagnostic]:
    """Pages without references that only Markdown needed, and without indents: the same in fewer bytes."""
    for path in staged.folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        path.write_text(without_needless_references(page), encoding="utf-8")
    return ()


def without_needless_references(page: str) -> str:
    """The page with each reference to a sign that HTML gives no meaning as that sign; scripts as they are.

    A line break stays where there was one: it is a space to HTML, whatever follows it.
    """
    return _NEEDLESS.sub(lambda found: found[1] or (chr(int(found[3])) if found[3] else ""), page)


def search(staged: Staged) -> Iterable[Diagnostic]:
    """The engine's index without what our own has in parts."""
    empty_index(staged.folder)
    return ()


def offline(staged: Staged) -> Iterable[Diagnostic]:
    """The site as one file that is read from disk."""
    write_archive(staged.folder, words_in(staged.edition.language))
    return ()


FINISHING: tuple[Finish, ...] = (
    twins,
    styles,
    headers,
    moved,
    lighter,
    search_engines,
    search,
    offline,
    links,
    manifest,
)
"""In this order, each seeing what those before it made; what lists or packs all files comes last."""


def finished(staged: Staged) -> tuple[Diagnostic, ...]:
    """Take every finishing step, and say what all of them complain of."""
    return tuple(problem for finish in FINISHING for problem in finish(staged))
