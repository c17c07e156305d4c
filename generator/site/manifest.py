"""Completes the manifest of a built site with the checksum of each of its files."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

MANIFEST = "data/edition.json"


def record_files(site: Path) -> None:
    """Write into the site's manifest which files the site has, each with its SHA-256; itself apart."""
    path = site / MANIFEST
    record = json.loads(path.read_bytes())
    record["files"] = {
        name: hashlib.sha256((site / name).read_bytes()).hexdigest()
        for name in sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
        if name != MANIFEST
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
