"""The labelled pairs: evidence as news prints it, and statements that say the same or something else.

A file holds a list of items; CONTRIBUTING.md has the fields. Faults in a file are raised: a pair that is
labelled wrongly makes every figure wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

HERE = Path(__file__).resolve().parent
HONEST, SLIP = "honest", "slip"
NEAR, FREE = "near", "free"
VALUE, MEANING = "value", "meaning"
_HONEST_KINDS = """
    attribution-moved converse copy detail-dropped hypernym merged name-form nominalised number-form passive
    reworded
"""
_SLIP_KINDS = """
    addition bound cause-added certainty condition counted cut date degree direction names negation number
    other quantifier quoted-words rank-fraction-multiple roles-exchanged speaker status unit
"""
KINDS = {HONEST: frozenset(_HONEST_KINDS.split()), SLIP: frozenset(_SLIP_KINDS.split())}
_ITEM_FIELDS = """
    before id issued language names quotation sentence statement_language statements
"""
ITEM_FIELDS = frozenset(_ITEM_FIELDS.split())
STATEMENT_FIELDS = {"text", "is", "worded", "kind", "slip_of"}


class Mislabelled(ValueError):
    """An item that breaks the form of labelled pairs."""


@dataclass(frozen=True)
class Evidence:
    """The words that prove, and what stands around them."""

    id: str
    quotation: str
    sentence: str
    before: str
    language: str
    names: tuple[tuple[str, ...], ...]
    issued: str | None


@dataclass(frozen=True)
class Pair:
    """A statement beside its evidence, with what a careful reader says of it."""

    evidence: Evidence
    text: str
    language: str
    is_slip: bool
    worded: str
    kind: str
    slip_of: str | None


def pairs_in(path: Path) -> Sequence[Pair]:
    """The pairs of a file, or of all files of a folder in the order of their names."""
    files = sorted(path.glob("**/*.yml")) if path.is_dir() else [path]
    return [pair for file in files for pair in _pairs_of_file(file)]


def _pairs_of_file(file: Path) -> Iterator[Pair]:
    for item in yaml.safe_load(file.read_text(encoding="utf-8")) or ():
        try:
            yield from _pairs(item)
        except (Mislabelled, KeyError, TypeError) as fault:
            raise Mislabelled(f"{file}: {item.get('id')}: {fault}") from fault


def _pairs(item: dict[str, Any]) -> Iterator[Pair]:
    _require(set(item) <= ITEM_FIELDS, f"unknown fields {sorted(set(item) - ITEM_FIELDS)}")
    _require(len(item["statements"]) >= 2, "an item has at least two statements")
    evidence = _evidence(item)
    _require(evidence.quotation in evidence.sentence, "the quotation is not in the sentence")
    for statement in item["statements"]:
        yield _pair(evidence, item.get("statement_language", evidence.language), statement)


def _evidence(item: dict[str, Any]) -> Evidence:
    sentence = cast(str, item["sentence"])
    return Evidence(
        id=item["id"],
        quotation=item.get("quotation", sentence),
        sentence=sentence,
        before=item.get("before", ""),
        language=item.get("language", "en"),
        names=tuple(tuple(forms) for forms in item.get("names", ())),
        issued=str(item["issued"]) if "issued" in item else None,
    )


def _pair(evidence: Evidence, language: str, statement: dict[str, Any]) -> Pair:
    text, is_slip = statement["text"], statement["is"] == SLIP
    slip_of = statement.get("slip_of")
    _require(set(statement) <= STATEMENT_FIELDS, f"unknown fields in {text!r}")
    _require(statement["is"] in (HONEST, SLIP), f"neither honest nor slip: {text!r}")
    _require(statement["worded"] in (NEAR, FREE), f"neither near nor free: {text!r}")
    _require(statement["kind"] in KINDS[statement["is"]], f"unknown kind of {text!r}")
    _require(slip_of in ((VALUE, MEANING) if is_slip else (None,)), f"slip_of does not fit {text!r}")
    return Pair(evidence, text, language, is_slip, statement["worded"], statement["kind"], slip_of)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Mislabelled(otherwise)
