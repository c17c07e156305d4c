"""The sources that are there already, and whether an article is one of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapidfuzz.distance import LCSseq

from generator.model.content import SourceRecord
from generator.read.inputs import MAX_SOURCE, InputFile, read_file
from generator.read.sources import read_source
from generator.text.copies import Groups, Shelf

NEAR = 0.8
"""From such a part of their words in the same order on, two texts are versions of one article."""

_WORD = re.compile(r"\w+")
_ASIDE = ("www.", "m.", "mobile.", "amp.", "edition.")
_TRACKING = re.compile(
    r"(?:utm_|mtm_|pk_|at_|fb_|mc_)\w*|fbclid|gclid|dclid|msclkid|igshid|ref|ref_src|cmp|cmpid|ncid|smid|ocid"
    r"|src|source|taid|sh|share|partner|output|amp",
    re.IGNORECASE,
)


class Likeness(StrEnum):
    """By what an article is known to be one of the sources."""

    FILE = "the same file"
    ADDRESS = "the same address"
    TEXT = "the same text"
    NEAR_TEXT = "nearly the same text"


@dataclass(frozen=True, slots=True)
class Known:
    """A source that is there: its file's text, its front matter, and its own text."""

    id: str
    text: str
    record: SourceRecord
    body: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of an article that may be one of the sources."""

    title: str
    text: str
    sha256: str
    addresses: tuple[str, ...]
    publisher: str | None
    is_whole_file: bool


class Library:
    """The sources of a folder, and those that a run adds to them."""

    def __init__(self, folder: Path) -> None:
        self.known: dict[str, Known] = {}
        self.taken: set[str] = set()
        self._by_file: dict[str, str] = {}
        self._by_address: dict[str, str] = {}
        self._by_text: dict[str, str] = {}
        self._texts = _Texts()
        for known in _sources(folder, self.taken):
            self.add(known)

    def add(self, known: Known) -> None:
        """Put a source there, in place of one of the same id."""
        self.taken.add(known.id)
        self.known[known.id] = known
        record = known.record
        for file in (record.imported, record.original):
            if file:
                self._by_file.setdefault(file.sha256.lower(), known.id)
        for address in filter(None, (record.url, record.canonical_url)):
            if comparable := comparable_address(address):
                self._by_address.setdefault(comparable, known.id)
        self._by_text.setdefault(_digest(known.body), known.id)
        self._texts.own(known.body, known.id)

    def match(self, candidate: Candidate) -> tuple[Known, Likeness] | None:
        """The source that the article is, and by what that is known; None if it is new."""
        of_file = self._by_file.get(candidate.sha256) if candidate.is_whole_file else None
        found: list[tuple[str | None, Likeness]] = [(of_file, Likeness.FILE)]
        found += [(self._at(address), Likeness.ADDRESS) for address in candidate.addresses]
        found.append((self._by_text.get(_digest(candidate.text)), Likeness.TEXT))
        for id, likeness in found:
            if id:
                return self.known[id], likeness
        near = self._nearest(candidate)
        return (self.known[near], Likeness.NEAR_TEXT) if near else None

    def kin(self, text: str) -> tuple[str, ...]:
        """The sources with which a text shares a long passage; of several that share it, one."""
        return self._texts.fellows(text)

    def _at(self, address: str) -> str | None:
        comparable = comparable_address(address)
        return self._by_address.get(comparable) if comparable else None

    def _nearest(self, candidate: Candidate) -> str | None:
        """The source with nearly the same text, unless title, publisher or address say that it is another."""
        words = _words(candidate.text)
        best, nearest = NEAR, None
        for id in self._texts.group(candidate.text):
            if _may_be_one(candidate, self.known[id].record):
                likeness = LCSseq.normalized_similarity(words, _words(self.known[id].body))
                if likeness >= best:
                    best, nearest = likeness, id
        return nearest


class _Texts:
    """Which texts share long passages; each is placed once, whether or not a source comes to own it."""

    def __init__(self) -> None:
        self._shelf, self._groups = Shelf(), Groups()
        self._owners: dict[str, str] = {}
        self._direct: dict[str, list[str]] = {}

    def own(self, text: str, id: str) -> None:
        self._owners[self._placed(text)] = id

    def fellows(self, text: str) -> tuple[str, ...]:
        """The owners of the texts that were found to share a passage with this one."""
        return tuple(self._owners[key] for key in self._direct[self._placed(text)] if key in self._owners)

    def group(self, text: str) -> tuple[str, ...]:
        """The owners of all texts that passages connect with this one."""
        group = self._groups.of(self._placed(text))
        return tuple(id for key, id in self._owners.items() if self._groups.of(key) == group)

    def _placed(self, text: str) -> str:
        key = _digest(text)
        if key not in self._direct:
            self._direct[key] = []
            for copy in self._shelf.place(key, text):
                self._groups.join(copy.first, key)
                self._direct[key].append(copy.first)
        return key


def _sources(folder: Path, taken: set[str]) -> Iterator[Known]:
    """The sources of a folder that can be read; the ids of all of them are taken."""
    names = sorted(path.name for path in folder.glob("*.md")) if folder.is_dir() else []
    for name in names:
        taken.add(name.removesuffix(".md"))
        file = read_file(folder.parent, f"{folder.name}/{name}", MAX_SOURCE)
        if isinstance(file, InputFile):
            known = known_source(name.removesuffix(".md"), file)
            if known:
                yield known


def known_source(id: str, file: InputFile) -> Known | None:
    """A source's file; None if it has faults, which `check` reports."""
    draft, _ = read_source(id, file)
    return Known(id, file.text, draft.record, draft.file.body.text) if draft else None


def comparable_address(address: str) -> str | None:
    """The address without what changes from visit to visit; None if it names no article."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    for aside in _ASIDE:
        host = host.removeprefix(aside)
    path = parts.path.rstrip("/").removesuffix("/amp").removesuffix("/index.html")
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
    if not host or not (path or asked):
        return None
    return f"{host}{path}" + (f"?{urlencode(sorted(asked))}" if asked else "")


def _may_be_one(candidate: Candidate, record: SourceRecord) -> bool:
    """Whether neither the titles, nor the publishers, nor the hosts of their addresses tell the two apart."""
    titles = (candidate.title, record.title)
    if not any(title.startswith("[") for title in titles) and len(set(map(_folded, titles))) > 1:
        return False
    if candidate.publisher and record.publisher:
        return candidate.publisher.casefold() == record.publisher.casefold()
    hosts = {_host(address) for address in candidate.addresses}
    known = {_host(address) for address in (record.url, record.canonical_url) if address}
    return not (hosts and known) or bool(hosts & known)


def _host(address: str) -> str:
    return (comparable_address(address) or "").partition("/")[0]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


@lru_cache(maxsize=10_000)
def _folded(title: str) -> str:
    return " ".join(_words(title))


def _digest(text: str) -> str:
    """Stands for the words of a text, whatever their case and the marks and spaces between them."""
    return hashlib.sha256(" ".join(_words(text)).encode(errors="replace")).hexdigest()
