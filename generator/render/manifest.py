"""The manifest of an edition: everything that it holds, as JSON; the format is told in docs/manifest.md."""

from __future__ import annotations

import json

from generator import __version__
from generator.model.edition import Edition
from generator.model.inventory import Item, ItemKind

FORMAT = "briefing-edition/1"


def manifest(edition: Edition) -> bytes:
    """The manifest without the files of the site, which are known only when it is built."""
    record: dict[str, object] = {
        "format": FORMAT,
        "site_name": edition.site_name,
        "as_of": str(edition.as_of),
        "fingerprint": edition.fingerprint,
        "program_version": __version__,
    }
    for kind in ItemKind:
        record[f"{kind}s"] = [_record(item) for item in edition.inventory if item.kind is kind]
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace") + b"\n"


def _record(item: Item) -> dict[str, object]:
    record: dict[str, object] = {
        "id": item.id,
        "label": item.label,
        "text": item.text,
        "details": item.written(),
        "evidence": [
            {"source": proof.source, "exact": proof.exact, "anchor": proof.anchor} for proof in item.proofs
        ],
        "places": list(item.addresses),
        "checksum": item.checksum(),
    }
    optional = {"reason": item.reason, "part_of": item.part_of, "concludes": item.concludes or None}
    return record | {name: value for name, value in optional.items() if value is not None}
