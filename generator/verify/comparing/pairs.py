"""Compares one statement with one quotation, outside of any project: for benchmarks and tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.dates import parse
from generator.model.sources import LEFT_OUT
from generator.model.text import EntryId
from generator.text.names import Label, NameIndex, is_exact
from generator.verify.comparing.comparison import compare
from generator.verify.comparing.context import Context, Range, sentences_of, witnesses_of
from generator.verify.comparing.days import senses_of_issue


@dataclass(frozen=True, slots=True)
class Compared:
    """The outcome, each finding as its code and message, and the clause that was not read."""

    outcome: str
    findings: tuple[tuple[str, str], ...]
    unread: str = ""


def _ranges(quotation: str, sentence: str) -> list[Range]:
    """Where the pieces of a quotation that `[…]` parts stand in a sentence, one after the other."""
    found, end = [], 0
    for piece in map(str.strip, quotation.split(LEFT_OUT.strip())):
        at = max(sentence.find(piece, end), end)
        end = at + len(piece)
        found.append((at, end))
    return found


def compare_pair(  # noqa: PLR0913 - each is a fact of the pair, given by name
    statement: str,
    quotation: str,
    sentence: str,
    *,
    before: str = "",
    language: str = "en",
    statement_language: str = "",
    names: Sequence[Sequence[str]] = (),
    issued: str | None = None,
) -> Compared:
    """What the rules say of a statement whose evidence is a quotation in a sentence.

    `statement_language` is that of the statement where it is another; `names` are groups of forms of the same
    name, `issued` the day of the source as ISO 8601 writes it.
    """
    index = NameIndex.build(
        Label(EntryId(str(number)), form, exact=is_exact(form))
        for number, forms in enumerate(names)
        for form in forms
    )
    witnesses = witnesses_of(sentence, _ranges(quotation, sentence), language, index, before)
    printed = [claim for each in witnesses for claim in (each.claim, each.before) if claim]
    context = Context(senses=senses_of_issue(parse(issued) if issued else None, printed))
    reading = compare(sentences_of(statement, statement_language or language, index), witnesses, context)
    return Compared(
        str(reading.outcome),
        tuple((finding.code, finding.message) for finding in reading.findings),
        reading.unread,
    )
