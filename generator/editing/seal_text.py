"""A seal as the text of its file: always the same for the same seal, a line a sentence where it fits."""

from collections.abc import Iterator
from dataclasses import fields

from generator.editing.quoting import scalar
from generator.model.evidence import InArticle
from generator.model.quantities import Quantity, QuantityForm
from generator.model.seals import (
    SEAL_VERSION,
    Seal,
    SealedAssertion,
    SealedClaim,
    SealedDate,
    SealedPassage,
    SealedWords,
)
from generator.read.seal_files import checksum_of

_HEAD = """\
# The seal of {source}.md, made by `briefing seal`: where in the article each of its sentences stands, and
# what those sentences give in figures, dates and names, and what they assert in dictionary forms by the
# alphabet; so that `briefing check` proves the summary without the article. It holds facts and fingerprints,
# none of the article's sentences.
# You may correct `article:` (paragraph.sentence of the article) and `reviewed:` under `sentences:`; then run
# `briefing seal` again, which seals anew. Everything else is overwritten.
"""


def text_of(seal: Seal) -> str:
    """The file of the seal; its last line is the checksum of all lines before."""
    text = "\n".join((_HEAD.format(source=seal.source).rstrip("\n"), *_lines(seal), ""))
    return f"{text}seal: {checksum_of(text)}\n"


def _lines(seal: Seal) -> Iterator[str]:
    yield f"version: {SEAL_VERSION}"
    yield "article:"
    yield f"  file: {scalar(seal.file)}"
    yield f"  sha256: {seal.sha256}"
    yield f"  paragraphs: {seal.paragraphs}"
    yield f"  words: {seal.words}"
    yield "sentences:" if seal.sentences else "sentences: []"
    for sentence in seal.sentences:
        article = ", ".join(map(position, sentence.article))
        reviewed = ", reviewed: true" if sentence.reviewed else ""
        yield f"- {{at: {position(sentence.at)}, article: [{article}], sha256: {sentence.sha256}{reviewed}}}"
    yield "words:" if seal.printed else "words: []"
    yield from map(_words, seal.printed)
    yield "passages:" if seal.passages else "passages: []"
    for passage in seal.passages:
        yield from _passage(passage)


def position(at: InArticle) -> str:
    """A sentence by its paragraph and number: 8.2."""
    return f"{at.paragraph}.{at.sentence}"


def _words(words: SealedWords) -> str:
    speech = ", speech: true" if words.is_speech else ""
    where = f"at: {position(words.at)}, first: {words.first}, words: {words.words}"
    return f"- {{{where}, sha256: {words.sha256}{speech}}}"


def _passage(passage: SealedPassage) -> Iterator[str]:
    yield f"- at: {position(passage.at)}"
    yield f"  words: {passage.words}"
    yield f"  sha256: {passage.sha256}"
    claim = tuple(_claim(passage.claim))
    if claim:
        yield "  claim:"
        yield from (f"    {line}" for line in claim)


def _claim(claim: SealedClaim) -> Iterator[str]:
    if claim.quantities:
        yield "quantities:"
        yield from (f"- {{{_quantity(quantity)}}}" for quantity in claim.quantities)
    if claim.dates:
        yield f"dates: [{', '.join(f'{{{_date(date)}}}' for date in claim.dates)}]"
    if claim.names:
        yield f"names: [{', '.join(map(scalar, claim.names))}]"
    if claim.beginnings:
        yield f"beginnings: [{', '.join(map(scalar, claim.beginnings))}]"
    if claim.assertions:
        yield "assertions:"
        yield from (f"- {{{_assertion(assertion)}}}" for assertion in claim.assertions)


def _assertion(assertion: SealedAssertion) -> str:
    parts = {
        field.name: getattr(assertion, field.name) for field in fields(assertion) if field.name != "past"
    }
    written = [f"{name}: [{', '.join(map(scalar, words))}]" for name, words in parts.items() if words]
    return ", ".join((*written, "past: true") if assertion.past else written)


def _quantity(quantity: Quantity) -> str:
    parts = [f'low: "{quantity.low:f}"']
    if quantity.high != quantity.low:
        parts.append(f'high: "{quantity.high:f}"')
    if quantity.form is not QuantityForm.NUMBER:
        parts.append(f"form: {quantity.form}")
    if quantity.unit:
        parts.append(f"unit: {scalar(quantity.unit)}")
    if quantity.counted:
        parts.append(f"counted: [{', '.join(map(scalar, quantity.counted))}]")
    if quantity.bound:
        parts.append(f"bound: {quantity.bound}")
    if quantity.other:
        parts.append(f"other: {{{_quantity(quantity.other)}}}")
    return ", ".join(parts)


def _date(date: SealedDate) -> str:
    parts = {"year": date.year, "month": date.month, "day": date.day, "weekday": date.weekday}
    written = [f"{name}: {part}" for name, part in parts.items() if part is not None]
    return ", ".join((*written, f"words: {scalar(date.words)}") if date.words else written)
