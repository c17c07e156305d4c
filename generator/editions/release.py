"""An edition is released: a file tells what it changed, its manifest is kept for the next one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.editions.compare import compare
from generator.editions.manifest import FORMAT, Manifest, read_manifest
from generator.editions.phrases import label_of, remarks
from generator.model.addresses import addresses
from generator.model.dates import PartialDate
from generator.model.editions import Change, Comparison, Importance, Item, ItemKind
from generator.model.facts import Dossier
from generator.words import Words, words_in

FOLDER = Path("content") / "editions"
LATEST = FOLDER / "latest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """A release that is not written yet: its files by their path in the project."""

    id: str
    comparison: Comparison | None
    importance: Importance
    files: dict[Path, bytes]


def make_release(
    dossier: Dossier, manifest: Manifest, latest: bytes | None, wish: Importance | None, note: str | None,
    date: PartialDate | None = None,
) -> Made | None:  # fmt: skip
    """The release of an edition against the one before it; None if nothing changed for readers.

    `latest` is the manifest that the last release kept. Unless the editor says how important it is, an
    edition is major if a conclusion changed, or if it is the first.
    """
    before = read_manifest(latest, str(LATEST)) if latest is not None else None
    comparison = compare(before, manifest) if before else None
    if comparison is not None and not comparison.changes:
        return None
    is_major = comparison is None or bool(comparison.conclusions())
    importance = wish or (Importance.MAJOR if is_major else Importance.MINOR)
    words = words_in(manifest.language)
    name = _fresh(manifest.as_of, {each.id for each in dossier.releases})
    kept = {address for release in dossier.releases for address in release.addresses}
    record: dict[str, Any] = {
        "as_of": manifest.as_of,
        "date": str(date or manifest.as_of),
        "importance": importance.value,
        **({"note": note} if note else {}),
        "fingerprint": manifest.fingerprint,
        "changes": [_change(words, change) for change in (comparison.changes if comparison else ())],
        "addresses": sorted(_addresses(dossier, manifest) - kept),
    }
    if before and comparison and (moved := [*_moved(before, manifest, comparison)]):
        record["moved"] = moved
    files = {FOLDER / f"{name}.yml": _yaml(record), LATEST: compact(manifest)}
    return Made(name, comparison, importance, files)


def _addresses(dossier: Dossier, manifest: Manifest) -> set[str]:
    return {*addresses(dossier), *(item.id for item in manifest.of(ItemKind.PAGE))}


def _moved(before: Manifest, now: Manifest, comparison: Comparison) -> Iterator[dict[str, Any]]:
    """What is said as before, but not everywhere where it was: its words, where it was, where it is."""
    standing = {address for item in now.items for address in item.addresses}
    changed = {(each.before.kind, each.before.text) for each in comparison.changes if each.before}
    places = {(item.kind, item.text): item.addresses for item in now.items}
    for item in before.items:
        if (item.kind, item.text) not in changed and not standing.issuperset(item.addresses):
            found = dict.fromkeys((*item.addresses, *places.get((item.kind, item.text), ())))
            yield {"said": item.text, "places": [*found]}


def _fresh(day: str, taken: set[str]) -> str:
    """The day, with a number behind it if an edition of that day was released before."""
    number = 1
    name = day
    while name in taken:
        number += 1
        name = f"{day}-{number}"
    return name


def _change(words: Words, change: Change) -> dict[str, Any]:
    item = change.item
    addresses = dict.fromkeys(
        address for each in (change.before, change.after) if each for address in each.addresses
    )
    record: dict[str, Any] = {
        "what": change.what.value,
        "kind": change.kind.value,
        "label": label_of(words, change) or item.label,
        "before": change.before.text if change.before else None,
        "after": change.after.text if change.after else None,
        "remarks": list(remarks(words, change)),
        "sources": list(dict.fromkeys(str(proof.source) for proof in item.proofs)),
        "places": list(addresses),
        "concludes": True if change.concludes() else None,
    }
    return {name: value for name, value in record.items() if value}


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the reader takes no aliases
        return True


# Text that was read keeps its place in the file; written again, it is text.
_Dumper.add_multi_representer(str, lambda dumper, value: dumper.represent_str(str(value)))


def _yaml(record: dict[str, Any]) -> bytes:
    text: str = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()


def compact(manifest: Manifest) -> bytes:
    """A manifest with a line for each item, so that its changes can be read in version control."""
    head = {
        "format": FORMAT,
        "site_name": manifest.site_name,
        "as_of": manifest.as_of,
        "fingerprint": manifest.fingerprint,
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
    for kind in ItemKind:
        lines.append(f'"{kind}s": [\n{_lines(manifest.of(kind))}\n]')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _lines(items: Iterable[Item]) -> str:
    return ",\n".join(json.dumps(_record(item), ensure_ascii=False) for item in items)


def _record(item: Item) -> dict[str, object]:
    record: dict[str, object] = {
        "id": item.id,
        "label": item.label,
        "text": item.text,
        "details": item.record(),
        "evidence": [proof.record() for proof in item.proofs],
        "places": list(item.addresses),
        "reason": item.reason,
        "part_of": item.part_of,
        "concludes": item.concludes,
    }
    return {name: value for name, value in record.items() if value or name in ("id", "label", "text")}
