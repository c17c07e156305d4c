"""Anchors of quotations: ids made of the words alone, so that changes elsewhere leave them be."""

from __future__ import annotations

import hashlib

from generator.language.normalise import normalise


def anchor_of(exact: str, *context: str) -> str:
    """The anchor of these words: `q-` and ten hexadecimal digits.

    `context` tells equal words of one source apart; equal words and context give the same anchor.
    """
    words = "\n".join(normalise(part) for part in (exact, *context))
    return "q-" + hashlib.blake2s(words.encode(), digest_size=5).hexdigest()
