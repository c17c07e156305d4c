"""`sources/<id>.seal.yml`: where in its article each sentence of a summary stands (docs/formats.md)."""

import hashlib
import re
from dataclasses import fields
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from generator.model.content import Filled, Flag, Record
from generator.model.diagnostics import Diagnostic
from generator.model.evidence import InArticle
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.model.seals import (
    SEAL_VERSION,
    Seal,
    SealedAssertion,
    SealedClaim,
    SealedDate,
    SealedPassage,
    SealedSentence,
    SealedWords,
)
from generator.model.text import SourceId, Span, Text
from generator.read.inputs import InputFile, Positions
from generator.read.nodes import Fields, Items, parse
from generator.read.schema import validate

SUFFIX = ".seal.yml"

_CHECKSUM = re.compile(r"^seal: (?P<sum>[0-9a-f]{64})\n\Z", re.MULTILINE)
_AGAIN = "run `briefing seal` with the article at hand"


def _count(value: object) -> int:
    if not (isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value)):
        raise ValueError("this is a whole number")
    return int(value)


def _number(value: object) -> Decimal:
    if not (isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,30}(\.[0-9]{1,30})?", value)):
        raise ValueError("a value is a number such as 34.5")
    return Decimal(value)


def _position(value: object) -> InArticle:
    if not (isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,6}\.[1-9][0-9]{0,6}", value)):
        raise ValueError("a sentence is given as paragraph.sentence, such as 8.2")
    paragraph, _, sentence = value.partition(".")
    return InArticle(int(paragraph), int(sentence))


def _digest(value: Text) -> Text:
    if not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError("a fingerprint has 64 characters 0-9 and a-f")
    return value


def _one_of(least: int, most: int) -> AfterValidator:
    def check(value: int) -> int:
        if not least <= value <= most:
            raise ValueError(f"this is a number from {least} to {most}")
        return value

    return AfterValidator(check)


Count = Annotated[int, BeforeValidator(_count)]
Month = Annotated[int, BeforeValidator(_count), _one_of(1, 12)]
Weekday = Annotated[int, BeforeValidator(_count), _one_of(1, 7)]
Value = Annotated[Decimal, BeforeValidator(_number)]
Position = Annotated[InArticle, BeforeValidator(_position)]
Sha256 = Annotated[Text, AfterValidator(_digest)]


class QuantityRecord(Record):
    """A quantity of a claim; `other` is its second reading."""

    low: Value
    high: Value | None = None
    form: QuantityForm = QuantityForm.NUMBER
    unit: Filled | None = None
    counted: tuple[Filled, ...] = ()
    bound: Bound | None = None
    other: "QuantityRecord | None" = None


class DateRecord(Record):
    """A date of a claim."""

    year: Count | None = None
    month: Month | None = None
    day: Count | None = None
    weekday: Weekday | None = None
    words: Filled | None = None


class AssertionRecord(Record):
    """An assertion of a claim."""

    verbs: tuple[Filled, ...] = ()
    words: tuple[Filled, ...] = ()
    denied: tuple[Filled, ...] = ()
    hedged: tuple[Filled, ...] = ()
    asked: tuple[Filled, ...] = ()
    conditions: tuple[Filled, ...] = ()
    amounts: tuple[Filled, ...] = ()
    sure: tuple[Filled, ...] = ()
    speaker: tuple[Filled, ...] = ()
    past: Flag = False


class ClaimRecord(Record):
    """The facts that a sentence of the article gives."""

    quantities: tuple[QuantityRecord, ...] = ()
    dates: tuple[DateRecord, ...] = ()
    names: tuple[Filled, ...] = ()
    beginnings: tuple[Filled, ...] = ()
    assertions: tuple[AssertionRecord, ...] = ()


class PassageRecord(Record):
    """A sentence of the article."""

    at: Position
    words: Count
    sha256: Sha256
    claim: ClaimRecord | None = None


class SentenceRecord(Record):
    """A sentence of the summary."""

    at: Position
    sha256: Sha256
    article: tuple[Position, ...] = ()
    reviewed: Flag = False


class WordsRecord(Record):
    """A few words of the article."""

    at: Position
    first: Count
    words: Count
    sha256: Sha256
    speech: Flag = False


class ArticleRecord(Record):
    """The article."""

    file: Filled
    sha256: Sha256
    paragraphs: Count
    words: Count


class SealRecord(Record):
    """A seal."""

    version: Literal["2"]
    article: ArticleRecord
    passages: tuple[PassageRecord, ...]
    sentences: tuple[SentenceRecord, ...]
    words: tuple[WordsRecord, ...] = ()
    seal: Sha256


def checksum_of(text: str) -> str:
    """The checksum that stands in the last line of a seal: of all its text before."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_seal(identifier: str, file: InputFile) -> tuple[Seal | None, tuple[Diagnostic, ...]]:
    """The seal that the file holds, and its faults; a seal that was edited is read, and told."""
    positions = Positions(file.path, file.text)
    tree, problems = parse(file.text, positions)
    if problems or not isinstance(tree, Fields):
        help = f"restore the file, or {_AGAIN}"
        whole = Diagnostic("seal-broken", "this is no seal", Span.at(file.path), help=help)
        return None, (*problems, *(() if problems else (whole,)))
    version = tree.get("version")
    if isinstance(version, Text) and version != str(SEAL_VERSION):
        message = f"this seal is of version {version}; this program reads version {SEAL_VERSION}"
        return None, (Diagnostic("seal-version", message, version.span, help=_AGAIN),)
    record, misfits = validate(SealRecord, tree, Span.at(file.path))
    if record is None:
        return None, misfits
    return _seal(identifier, record), _edited(file, record)


def places_in(identifier: str, file: InputFile) -> Seal | None:
    """What a seal says of places, whatever its version, its checksum and its facts; None if it says nothing.

    What an editor has reviewed need not be lost when the facts are read anew.
    """
    tree, _ = parse(file.text, Positions(file.path, file.text))
    passages = tree.get("passages") if isinstance(tree, Fields) else None
    if not isinstance(tree, Fields) or not isinstance(passages, Items):
        return None
    tree["version"] = str(SEAL_VERSION)
    for passage in passages:
        if isinstance(passage, Fields):
            passage.pop("claim", None)
    record, _ = validate(SealRecord, tree, Span.at(file.path))
    return _seal(identifier, record) if record else None


def _edited(file: InputFile, record: SealRecord) -> tuple[Diagnostic, ...]:
    found = _CHECKSUM.search(file.text)
    if found and checksum_of(file.text[: found.start()]) == found["sum"]:
        return ()
    return (
        Diagnostic(
            "seal-broken",
            "the seal was changed after it was made: its last line is not the checksum of the rest",
            record.seal.span,
            help=f"{_AGAIN}: it keeps what you changed in `article:` and `reviewed:`, and seals anew",
        ),
    )


def _seal(identifier: str, record: SealRecord) -> Seal:
    return Seal(
        source=SourceId(identifier),
        file=str(record.article.file),
        sha256=str(record.article.sha256),
        paragraphs=record.article.paragraphs,
        words=record.article.words,
        passages=tuple(map(_passage, record.passages)),
        sentences=tuple(map(_sentence, record.sentences)),
        printed=tuple(map(_words, record.words)),
        span=record.span,
    )


def _passage(record: PassageRecord) -> SealedPassage:
    claim = record.claim
    read = SealedClaim()
    if claim:
        quantities = tuple(map(_quantity, claim.quantities))
        names, beginnings = tuple(map(str, claim.names)), tuple(map(str, claim.beginnings))
        assertions = tuple(map(_assertion, claim.assertions))
        read = SealedClaim(quantities, tuple(map(_date, claim.dates)), names, beginnings, assertions)
    return SealedPassage(record.at, record.words, str(record.sha256), read)


def _quantity(record: QuantityRecord) -> Quantity:
    high = record.low if record.high is None else record.high
    counted = tuple(map(str, record.counted))
    other = _quantity(record.other) if record.other else None
    unit = str(record.unit or "")
    return Quantity(record.low, high, 0, 0, record.form, unit, counted, record.bound, other)


def _assertion(record: AssertionRecord) -> SealedAssertion:
    words = {
        field.name: tuple(map(str, getattr(record, field.name)))
        for field in fields(SealedAssertion)
        if field.name != "past"
    }
    return SealedAssertion(**words, past=record.past)


def _date(record: DateRecord) -> SealedDate:
    words = str(record.words) if record.words else None
    return SealedDate(record.year, record.month, record.day, record.weekday, words)


def _sentence(record: SentenceRecord) -> SealedSentence:
    return SealedSentence(record.at, str(record.sha256), record.article, record.reviewed, record.span)


def _words(record: WordsRecord) -> SealedWords:
    return SealedWords(record.at, record.first, record.words, str(record.sha256), record.speech)
