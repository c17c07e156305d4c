"""A comparison for programs."""

from __future__ import annotations

import json

from generator.editions.words import remarks
from generator.model.changes import Change, Comparison
from generator.model.inventory import Item
from generator.words import Words, words_in

FORMAT = "briefing-diff/1"


def as_json(comparison: Comparison) -> str:
    """All changes with both wordings; the format is told in docs/manifest.md."""
    words = words_in(comparison.language)
    record = {
        "format": FORMAT,
        "before": comparison.before,
        "after": comparison.after,
        "conclusions_changed": bool(comparison.conclusions()),
        "changes": [_change(words, change) for change in comparison.changes],
        "new_disagreements": [change.item.id for change in comparison.new_disagreements()],
        "lost_support": [change.item.id for change in comparison.lost_support()],
        "pages": list(comparison.pages),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _change(words: Words, change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "what": change.what.value,
        "id": change.item.id,
        "label": change.item.label,
        "concludes": change.concludes(),
        "before": _item(change.before),
        "after": _item(change.after),
        "remarks": list(remarks(words, change)),
        "pages": list(change.pages()),
    }


def _item(item: Item | None) -> dict[str, object] | None:
    if item is None:
        return None
    return {
        "id": item.id,
        "text": item.text,
        "details": item.written(),
        "evidence": [{"source": proof.source, "exact": proof.exact} for proof in item.proofs],
        "places": list(item.addresses),
    }
