"""`content/reviews.yml`: which findings somebody accepted."""

import re
from typing import Annotated

from pydantic import AfterValidator

from generator.model.content import Filled, Record
from generator.model.diagnostics import Diagnostic
from generator.model.reviews import Fingerprint, Review
from generator.model.text import Span, Text
from generator.read.editions import ExactDay, tree_of
from generator.read.inputs import InputFile
from generator.read.schema import validate

REVIEWS = "content/reviews.yml"


def _digits(value: Text) -> Text:
    if not re.fullmatch("[0-9a-f]{16}", value):
        raise ValueError("a fingerprint has sixteen hexadecimal digits; `briefing accept` writes it")
    return value


Digits = Annotated[Text, AfterValidator(_digits)]


class FingerprintRecord(Record):
    """What a review is tied to."""

    statement: Digits
    evidence: Digits
    finding: Digits


class ReviewRecord(Record):
    """One acceptance."""

    code: Filled
    place: Filled
    fingerprint: FingerprintRecord
    by: Filled
    date: ExactDay
    because: Filled


class ReviewsRecord(Record):
    """All acceptances."""

    reviews: tuple[ReviewRecord, ...]


def read_reviews(file: InputFile) -> tuple[tuple[Review, ...], tuple[Diagnostic, ...]]:
    """What was accepted, and the faults of the file."""
    tree, problems = tree_of(file)
    if tree is None:
        return (), problems
    record, misfits = validate(ReviewsRecord, tree, Span.at(file.path))
    found = tuple(_review(each) for each in record.reviews) if record else ()
    return found, (*problems, *misfits)


def _review(record: ReviewRecord) -> Review:
    tied = record.fingerprint
    return Review(
        code=str(record.code),
        place=str(record.place),
        fingerprint=Fingerprint(str(tied.statement), str(tied.evidence), str(tied.finding)),
        by=str(record.by),
        date=record.date,
        because=str(record.because),
        span=record.span,
    )
