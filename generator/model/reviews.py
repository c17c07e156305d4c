"""Reviews: what somebody read and accepted, by name and with a reason, as long as it stays what it was."""

import hashlib
from dataclasses import dataclass

from generator.model.dates import PartialDate
from generator.model.text import Span

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What an acceptance is tied to: a statement, the evidence that it rests on, and what was found."""

    statement: str
    evidence: str
    finding: str


@dataclass(frozen=True, slots=True)
class Review:
    """A finding of one code that somebody accepted: who, on which day, and why.

    `place` says to people where it stood; the fingerprint alone decides to what it applies.
    """

    code: str
    place: str
    fingerprint: Fingerprint
    by: str
    date: PartialDate
    because: str
    span: Span


def fingerprint_of(*parts: str) -> str:
    """Sixteen hexadecimal digits of a SHA-256 over the parts, whatever white space is in them."""
    text = "\x1f".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:_DIGITS]
