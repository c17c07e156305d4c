"""Manifests read again: what `data/edition.json` says of an edition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.model.dates import parse
from generator.model.dossier import CommitmentStatus, EventKind, RoundStatus
from generator.model.edition import Edition
from generator.model.identifiers import SourceId
from generator.model.inventory import Item, ItemKind, Names, Played, Proof, Unstated, Value
from generator.model.keys import DetailKey
from generator.model.sources import FORMER_RIGHTS, Rights

FORMAT = "briefing-edition/1"

_DATES = frozenset(
    {DetailKey.DATE, DetailKey.DUE, DetailKey.AS_OF, DetailKey.HELD, DetailKey.ISSUED, DetailKey.ACCESSED}
)
_LISTS = frozenset({DetailKey.SIDES, DetailKey.PEOPLE, DetailKey.BY, DetailKey.TO, DetailKey.AUTHOR})
_CHOICES: Mapping[tuple[ItemKind, DetailKey], type[StrEnum]] = {
    (ItemKind.EVENT, DetailKey.KIND): EventKind,
    (ItemKind.EVENT, DetailKey.STATUS): RoundStatus,
    (ItemKind.COMMITMENT, DetailKey.STATUS): CommitmentStatus,
    (ItemKind.SOURCE, DetailKey.RIGHTS): Rights,
}


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
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NotAManifest(f"{name} is no manifest of the format {FORMAT}; build the edition again")
    try:
        return Manifest(
            site_name=_text(record["site_name"]),
            as_of=_text(record["as_of"]),
            fingerprint=_text(record["fingerprint"]),
            items=tuple(_item(kind, each) for kind in ItemKind for each in record[f"{kind}s"]),
            files={_text(path): _text(sum_) for path, sum_ in record.get("files", {}).items()},
        )
    except (KeyError, TypeError, AttributeError) as reason:
        raise NotAManifest(f"{name} lacks what a manifest needs: {reason}") from None


def _item(kind: ItemKind, record: Mapping[str, Any]) -> Item:
    return Item(
        kind=kind,
        id=_text(record["id"]),
        label=_text(record["label"]),
        text=_text(record["text"]),
        details=tuple(_details(kind, record.get("details", {}))),
        proofs=tuple(_proof(each) for each in record.get("evidence", ())),
        reason=record.get("reason"),
        addresses=tuple(_text(each) for each in record.get("places", ())),
        part_of=record.get("part_of"),
        concludes=record.get("concludes", False) is True,
    )


def _details(kind: ItemKind, record: Mapping[str, Any]) -> Iterator[tuple[DetailKey, Value]]:
    """The named values of an item, by name, without those that this program does not know."""
    for name, written in sorted((_text(name), _text(written)) for name, written in record.items()):
        if name in set(DetailKey):
            key = DetailKey(name)
            yield key, _value_of(kind, key, written)


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


def _proof(record: Mapping[str, Any]) -> Proof:
    return Proof(SourceId(_text(record["source"])), _text(record["exact"]), _text(record["anchor"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
