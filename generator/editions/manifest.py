"""Manifests read again: what `data/edition.json` says of an edition, and whether that is published.

An edition is named by a manifest, a built site, a build folder, a project, or a revision of one.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from generator import pipeline
from generator.model.addresses import SiteFiles
from generator.model.commitments import CommitmentKind, CommitmentState
from generator.model.dates import parse
from generator.model.diagnostics import Severity
from generator.model.editions import Item, ItemKind, Names, Played, Proof, Unstated, Value
from generator.model.evidence import Certainty, Voice
from generator.model.facts import EventKind, RoundStatus
from generator.model.keys import DetailKey
from generator.model.pages import Edition
from generator.model.sources import FORMER_RIGHTS, Rights
from generator.model.text import SourceId
from generator.project import Project

FORMAT = "briefing-edition/2"
FORMATS = frozenset({"briefing-edition/1", FORMAT})
"""What is read: until 1, names that belong together were one text with commas."""

_DATES = frozenset(
    {
        *(DetailKey.DATE, DetailKey.DUE, DetailKey.UNTIL, DetailKey.SINCE, DetailKey.AS_OF),
        *(DetailKey.HELD, DetailKey.ISSUED, DetailKey.ACCESSED),
    }
)
_LISTS = frozenset({DetailKey.SIDES, DetailKey.PEOPLE, DetailKey.BY, DetailKey.TO, DetailKey.AUTHOR})
_CHOICES: Mapping[tuple[ItemKind, DetailKey], type[StrEnum]] = {
    (ItemKind.STATEMENT, DetailKey.CERTAINTY): Certainty,
    (ItemKind.EVENT, DetailKey.KIND): EventKind,
    (ItemKind.EVENT, DetailKey.STATUS): RoundStatus,
    (ItemKind.COMMITMENT, DetailKey.KIND): CommitmentKind,
    (ItemKind.COMMITMENT, DetailKey.STATUS): CommitmentState,
    (ItemKind.SOURCE, DetailKey.RIGHTS): Rights,
}

# What hosts take as settings and do not serve.
SETTINGS_OF_HOSTS = frozenset({SiteFiles.HEADERS, SiteFiles.REDIRECTS})
SECONDS = 20.0
LARGEST = 200_000_000

# Where a folder may have its manifest: a site, a build folder, a project that was built.
IN_FOLDERS = (SiteFiles.MANIFEST, f"site/{SiteFiles.MANIFEST}")


class NotAManifest(ValueError):
    """A file that is no manifest, or one of another format; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One edition; `files` are the SHA-256 sums of its site by path, if that was built.

    `language` is that of our words, which files of manifests do not tell.
    """

    site_name: str
    as_of: str
    fingerprint: str
    items: tuple[Item, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    def of(self, kind: ItemKind) -> tuple[Item, ...]:
        """The items of a kind."""
        return tuple(item for item in self.items if item.kind is kind)


def manifest_of(edition: Edition) -> Manifest:
    """The manifest of an edition that was just composed."""
    return Manifest(
        edition.site_name,
        str(edition.as_of),
        edition.fingerprint,
        edition.inventory,
        language=edition.language,
    )


def read_manifest(content: bytes, name: str) -> Manifest:
    """The manifest that the file called `name` holds; NotAManifest if it is none."""
    try:
        record = json.loads(content)
    except ValueError as reason:
        raise NotAManifest(f"{name} is no JSON: {reason}") from None
    if not isinstance(record, dict) or record.get("format") not in FORMATS:
        raise NotAManifest(f"{name} is no manifest of the format {FORMAT}; build the edition again")
    try:
        voices = _voices(record["sources"])
        return Manifest(
            site_name=_text(record["site_name"]),
            as_of=_text(record["as_of"]),
            fingerprint=_text(record["fingerprint"]),
            items=tuple(_item(kind, each, voices) for kind in ItemKind for each in record[f"{kind}s"]),
            files={_text(path): _text(sum_) for path, sum_ in record.get("files", {}).items()},
        )
    except (KeyError, TypeError, AttributeError) as reason:
        raise NotAManifest(f"{name} lacks what a manifest needs: {reason}") from None


def _voices(sources: Iterable[Mapping[str, Any]]) -> Mapping[str, Voice]:
    """Whose words the text of each source is, by its rights: earlier manifests do not tell it of a proof."""
    rights = {_text(each["id"]): _text(each.get("details", {}).get(DetailKey.RIGHTS, "")) for each in sources}
    ours = (name for name, each in rights.items() if FORMER_RIGHTS.get(each, each) == Rights.SUMMARY)
    return dict.fromkeys(ours, Voice.SUMMARY)


def _item(kind: ItemKind, record: Mapping[str, Any], voices: Mapping[str, Voice]) -> Item:
    return Item(
        kind=kind,
        id=_text(record["id"]),
        label=_text(record["label"]),
        text=_text(record["text"]),
        details=tuple(_details(kind, record.get("details", {}))),
        proofs=tuple(_proof(each, voices) for each in record.get("evidence", ())),
        reason=record.get("reason"),
        addresses=tuple(_text(each) for each in record.get("places", ())),
        part_of=record.get("part_of"),
        concludes=record.get("concludes", False) is True,
    )


def _details(kind: ItemKind, record: Mapping[str, Any]) -> Iterator[tuple[DetailKey, Value]]:
    """The named values of an item, by name, without those that this program does not know."""
    for name, written in sorted((_text(name), written) for name, written in record.items()):
        if name in set(DetailKey):
            key = DetailKey(name)
            is_list = isinstance(written, list)
            yield key, Names(map(_text, written)) if is_list else _value_of(kind, key, _text(written))


def _value_of(kind: ItemKind, key: DetailKey, written: str) -> Value:
    """The value that a manifest writes so; what this program cannot read is text."""
    if key is DetailKey.PART:
        return Played.read(written)
    if key in _LISTS:
        return Names(written.split(", "))
    if key is DetailKey.RIGHTS and written in FORMER_RIGHTS:
        return FORMER_RIGHTS[written]
    choices = Unstated if key in _DATES else _CHOICES.get((kind, key))
    if choices is not None and written in set(choices):
        return choices(written)
    try:
        return parse(written) if key in _DATES else written
    except ValueError:
        return written


def _proof(record: Mapping[str, Any], voices: Mapping[str, Voice]) -> Proof:
    source = _text(record["source"])
    voice = Voice(record["voice"]) if record.get("voice") in set(Voice) else voices.get(source, Voice.ARTICLE)
    printed = record.get("printed")
    return Proof(
        SourceId(source),
        _text(record["exact"]),
        _text(record["anchor"]),
        voice,
        None if printed is None else _text(printed),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


@dataclass(frozen=True, slots=True)
class Deviation:
    """A published file that is not as built; `what` is `changed`, `missing` or `extra`."""

    path: str
    what: str


class NotReached(OSError):
    """An address that does not answer at all."""


def deviations(built: Manifest, site: Path) -> Iterator[Deviation]:
    """What of a folder differs from the files of the manifest."""
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    yield from _compared(built, lambda path: (site / path).read_bytes() if path in there else None)
    for path in sorted(there - set(built.files) - {SiteFiles.MANIFEST}):
        yield Deviation(path, "extra")


def deviations_online(built: Manifest, address: str) -> Iterator[Deviation]:
    """What is served under an address and differs; files that should not be there cannot be seen.

    Asks this one host for the files of the manifest and follows no redirect to another.
    """
    opener = urllib.request.build_opener(_SameHost(urlsplit(address).netloc))
    base = address.rstrip("/") + "/"
    served = {path: sum_ for path, sum_ in built.files.items() if path not in SETTINGS_OF_HOSTS}
    site = Manifest(built.site_name, built.as_of, built.fingerprint, (), served)
    yield from _compared(site, lambda path: _fetched(opener, urljoin(base, quote(path))))


def _compared(built: Manifest, content: Callable[[str], bytes | None]) -> Iterator[Deviation]:
    for path, wanted in sorted(built.files.items()):
        found = content(path)
        if found is None:
            yield Deviation(path, "missing")
        elif hashlib.sha256(found).hexdigest() != wanted:
            yield Deviation(path, "changed")


class _SameHost(urllib.request.HTTPRedirectHandler):
    def __init__(self, host: str) -> None:
        self.host = host

    def redirect_request(self, *args: object) -> urllib.request.Request | None:
        request: urllib.request.Request | None = super().redirect_request(*args)  # type: ignore[arg-type]
        return request if request and urlsplit(request.full_url).netloc == self.host else None


def _fetched(opener: urllib.request.OpenerDirector, address: str) -> bytes | None:
    request = urllib.request.Request(address, headers={"User-Agent": "briefing-verify"})  # noqa: S310 - the command takes http and https only
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            content: bytes = answer.read(LARGEST)
            return content
    except urllib.error.HTTPError:
        return None
    except (urllib.error.URLError, TimeoutError) as reason:
        raise NotReached(f"{address} does not answer: {reason}") from None


class NoEdition(ValueError):
    """A name under which no edition is found; the message says why."""


def find(name: str, project: Path, language: str) -> Manifest:
    """The edition that a name means: a path if there is such a file or folder, else a revision.

    What is read from a file speaks this language, that of the project.
    """
    path = Path(name)
    try:
        if path.is_file():
            return _read(path, name, language)
        if path.is_dir():
            return _in_folder(path, name, language)
    except NotAManifest as reason:
        raise NoEdition(str(reason)) from None
    return _at_revision(name, project)


def composed(folder: Path, name: str) -> Manifest:
    """The edition that the content of a folder makes; nothing is built."""
    edition, problems = pipeline.composed(Project(folder.resolve()))
    if edition is None:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        first = f"{errors[0].span}: {errors[0].message}" if errors else "its content cannot be read"
        raise NoEdition(f"{name} makes no edition: {len(errors)} errors, the first is {first}")
    return manifest_of(edition)


def _read(file: Path, name: str, language: str) -> Manifest:
    return replace(read_manifest(file.read_bytes(), name), language=language)


def _in_folder(folder: Path, name: str, language: str) -> Manifest:
    for place in IN_FOLDERS:
        if (folder / place).is_file():
            return _read(folder / place, f"{name}/{place}", language)
    if (folder / "sources").is_dir():
        return composed(folder, name)
    raise NoEdition(f"{name} is neither a built site nor a project with sources/")


def _at_revision(name: str, project: Path) -> Manifest:
    """The content of a revision is laid into a temporary folder, and composed there."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    found = _git(project, asked)
    if found.returncode:
        raise NoEdition(f"“{name}” is no file, no folder and no revision here")
    revision = found.stdout.decode().strip()
    packed = _git(project, ("archive", "--format=tar", revision, "sources", "content", "mkdocs.yml"))
    if packed.returncode:
        raise NoEdition(f"the revision {name} has no edition: {packed.stderr.decode().strip()}")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
            # Python before 3.11.4, as in Debian 12, has no filters; git packs no path that leaves the folder.
            archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            archive.extractall(folder)  # noqa: S202 - filtered by the line above
        return composed(Path(folder), f"the revision {name}")


def _git(project: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, check=False)  # noqa: S603, S607 - git of the editor's own machine, arguments of our own
    except FileNotFoundError:
        raise NoEdition("git is not installed, so revisions cannot be looked up") from None
