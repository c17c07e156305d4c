"""What is written down of a site on show: the checksum of each file, and what it was made of.

The engine need not run again where the site is made of what is here now, file for file.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.cache import key_of, program_digest, sealed, unsealed
from generator.files import write_if_changed
from generator.model.addresses import SiteFiles
from generator.site.settings import Configured, resolved


def record_files(site: Path) -> None:
    """Write into the site's manifest which files the site has, each with its SHA-256; itself apart."""
    path = site / SiteFiles.MANIFEST
    record = json.loads(path.read_bytes())
    record["files"] = _sums(site)
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def is_as_recorded(site: Path) -> bool:
    """Whether the site holds the files that its manifest records, as they were; False without a manifest."""
    try:
        recorded = json.loads((site / SiteFiles.MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return bool(recorded == _sums(site))


def _sums(site: Path) -> dict[str, str]:
    names = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return {
        name: hashlib.sha256((site / name).read_bytes()).hexdigest()
        for name in sorted(names)
        if name != SiteFiles.MANIFEST
    }


def stamp(project: Configured, made_of: Iterable[Path], known: Mapping[str, str]) -> str:
    """What stands for all that a site is made of: files and folders, settings as they are here, the programs.

    `known` are the SHA-256 of files that have just been read, by their whole path.
    """
    parts = [program_digest(), resolved(project.settings)]
    for file in sorted(name for place in made_of for name in _files(place)):
        digest = known.get(file) or hashlib.sha256(Path(file).read_bytes()).hexdigest()
        parts += file.removeprefix(f"{project.root.as_posix()}/"), digest
    return key_of(*parts)


def _files(place: Path) -> Iterator[str]:
    """The file that stands there, or those in the folder, with forward slashes."""
    if place.is_file():
        yield place.as_posix()
    for folder, _, names in os.walk(place):
        here = Path(folder).as_posix()
        yield from (f"{here}/{name}" for name in names if os.path.isfile(f"{here}/{name}"))  # noqa: PTH113 - of thousands


def is_current(site: Path, record: Path, stamp: str) -> bool:
    """Whether this very site was made of this, by the record that `keep_stamp` wrote: file for file."""
    try:
        recorded = unsealed(record.read_bytes(), "site", stamp)
        return recorded == _digest(site) and is_as_recorded(site)
    except OSError:
        return False


def keep_stamp(site: Path, record: Path, stamp: str) -> None:
    """Record beside a site that it was made of this; its manifest has the checksums of its files."""
    write_if_changed(record, sealed(_digest(site), "site", stamp))


def _digest(site: Path) -> bytes:
    return hashlib.sha256((site / SiteFiles.MANIFEST).read_bytes()).hexdigest().encode()
