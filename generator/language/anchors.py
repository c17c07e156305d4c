"""Anchors of quotations and statements: made of the words alone, so that changes elsewhere leave them be."""

from __future__ import annotations

import hashlib

from generator.language.normalise import normalise
from generator.model.evidence import Statement


def anchor_of(exact: str, *context: str) -> str:
    """The anchor of these words: `q-` and ten hexadecimal digits.

    `context` tells equal words of one source apart; equal words and context give the same anchor.
    """
    words = "\n".join(normalise(part) for part in (exact, *context))
    return "q-" + hashlib.blake2s(words.encode(), digest_size=5).hexdigest()


def statement_anchor(statement: Statement) -> str:
    """The anchor of a statement: `s-` and ten hexadecimal digits.

    It is made of its sources and their exact words (by their anchors, as words may be withheld) in no
    order, so that rewording leaves it be; of its text if it is the editor's own.
    """
    proof = sorted({f"{item.source}\t{item.anchor}" for item in statement.evidence})
    made_of = "\n".join(proof or [normalise(statement.text)])
    return "s-" + hashlib.blake2s(made_of.encode(errors="replace"), digest_size=5).hexdigest()
