"""Anchors of quotations and statements: made of the words alone, so that changes elsewhere leave them be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from generator.language.normalise import normalise
from generator.model.evidence import Statement


def anchor_of(exact: str, *context: str) -> str:
    """The anchor of these words: `q-` and ten hexadecimal digits.

    `context` tells equal words of one source apart; equal words and context give the same anchor.
    """
    return "q-" + _digest("\n".join(normalise(part) for part in (exact, *context)))


def heading_anchors(headings: Iterable[str]) -> tuple[str, ...]:
    """The anchors of headings of one page, in their order: each its own, whatever its script.

    `section-` and the ASCII letters and digits of the words; for what has none, and for a heading after
    another that has the same, ten hexadecimal digits that its words make as well.
    """
    found: list[str] = []
    for heading in headings:
        found.append(next(each for each in _heading_anchors(heading) if each not in found))
    return tuple(found)


def _heading_anchors(heading: str) -> Iterator[str]:
    """The anchors that a heading may have; the last is that of no other heading."""
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in heading.lower()).split()
    plain = "-".join(("section", *words))
    if words:
        yield plain
    yield f"{plain}-{_digest(normalise(heading))}"
    yield f"{plain}-{_digest(heading)}-as-written"


def statement_anchor(statement: Statement) -> str:
    """The anchor of a statement: `s-` and ten hexadecimal digits.

    It is made of its sources and their exact words (by their anchors, as words may be withheld) in no
    order, so that rewording leaves it be; of its text if it is the editor's own.
    """
    proof = sorted({f"{item.source}\t{item.anchor}" for item in statement.evidence})
    return "s-" + _digest("\n".join(proof or [normalise(statement.text)]))


def _digest(text: str) -> str:
    return hashlib.blake2s(text.encode(errors="replace"), digest_size=5).hexdigest()
