"""The checksums of a built site's files in its manifest: written, and held against what is there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from generator.model.addresses import SiteFiles


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
