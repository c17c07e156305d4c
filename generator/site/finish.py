"""The site as one file to keep: unpacked, it is read from disk, with its search, without a server.

A browser fetches nothing from disk by script, starts no worker there, and shows a folder as a list of its
files. So links lead to files, the search index is a script, and a frame stands in for the search's worker.
Why not the theme's own way: docs/decisions/0011-sharing-and-offline.md.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.model.addresses import SiteFiles
from generator.site.index import DOCUMENTS, INDEX, whole_index
from generator.words import Words, script_with

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
PACKED_ALREADY = frozenset({".pdf", ".png", ".gz", ".woff2", ".zip"})

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell; every file has it, whenever it was made."""

_TAG = re.compile(
    r"(<script\b.*?</script>)|<[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE | re.DOTALL
)
_SCRIPT_START = re.compile(r'<script defer src="([^"]*)assets/javascripts/bundle')
_LINK = re.compile(r'(\shref=")([^"]*)(")')
_PLACE = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_POLICY = re.compile(r'(http-equiv="Content-Security-Policy" content=")([^"]*)(")')
_TO_ARCHIVE = re.compile(rf'<a [^>]*href="[^"]*{re.escape(SiteFiles.ARCHIVE)}"[^>]*>.*?</a>', re.DOTALL)


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
    if index := whole_index(site):
        made[INDEX_SCRIPT] = search_script(index)
    yield from sorted(made.items(), key=lambda item: str(item[0]))


def _is_of_use(path: PurePosixPath) -> bool:
    return (
        str(path) not in LEFT_OUT
        and path not in (INDEX, DOCUMENTS)
        and path.parts[0] not in FOLDERS_LEFT_OUT
        and path.suffix != ".map"
    )


def offline_page(html: str) -> str:
    """A page whose links lead to files, whose policy knows files, and that does not offer itself again."""
    html = _TO_ARCHIVE.sub("", html)
    html = _POLICY.sub(lambda found: found[1] + _with_files(found[2]) + found[3], html, count=1)
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
