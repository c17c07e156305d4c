"""Rules for the numbers of what is no statement itself: titles, decks, questions, conditions, names.

They must be given by the evidence of the item that they belong to. `reason` and `…_basis` are the editor's
own account and need no proof.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import content
from generator.model.dates import Date, spoken
from generator.model.diagnostics import Diagnostic
from generator.model.entries import Measurand
from generator.model.evidence import Statement
from generator.model.facts import Briefing, Dossier, Event, Round
from generator.model.text import EntryId, EventId, Text
from generator.text.counting import numbers_in
from generator.text.names import NameIndex, folded
from generator.verify.proof import unproved_numbers
from generator.verify.references import all_entries

_ENDED = re.compile(r"(?:s|es)?(?![^\W_])")
"""The end of a name: nothing, or the ending of a plural, and no letter or digit behind it."""


class Claim(NamedTuple):
    """A text that is no statement, and the texts of which one must give its numbers."""

    text: Text | None
    proofs: Sequence[str]
    known: str = ""


def numbers_are_given_by_the_evidence(
    corpus: content.Corpus, dossier: Dossier, names: NameIndex
) -> Iterator[Diagnostic]:
    """A number in a title, deck, heading, question, condition or unit is in the evidence of its item."""
    for claim in _claims(corpus, dossier):
        if claim.text is None or not numbers_in(claim.text):
            continue
        for shown in unproved_numbers(claim.text, names.mentions(claim.text), claim.proofs, claim.known):
            yield Diagnostic(
                "number-not-in-evidence",
                f"the number “{shown}” is in none of the quotations that prove this",
                claim.text.span,
                help="quote the words that give the number, or mend the number",
            )


def _claims(corpus: content.Corpus, dossier: Dossier) -> Iterator[Claim]:
    for event in corpus.events:
        proved = dossier.events.get(EventId(str(event.id)))
        if proved:
            yield from _of_event(event, proved)
    for measurand in corpus.glossary.measurands:
        yield from _of_measurand(measurand, dossier.measurands[measurand.id])
    for briefing in corpus.briefings:
        yield from _of_briefing(briefing, dossier.briefings[EntryId(str(briefing.topic))])
    for draft in corpus.sources:
        about = draft.file.bibliography
        yield Claim(draft.record.good_for, (draft.file.body.text, about.title), _known(about.issued))


def _of_event(record: content.EventRecord, event: Event) -> Iterator[Claim]:
    statements = [event.summary]
    if isinstance(event, Round):
        parts = (event.agenda, event.agreed, event.not_agreed, event.unclear)
        statements += [*((event.result,) if event.result else ()), *(each for part in parts for each in part)]
    yield Claim(record.title, _proofs(statements), _known(event.date))
    if isinstance(record, content.RoundRecord) and isinstance(event, Round):
        proved = {commitment.id: commitment for commitment in event.commitments}
        for made in record.commitments:
            if made.id in proved:
                yield Claim(made.condition, _proofs([proved[made.id].statement]), _known(made.due))


def _of_measurand(record: content.MeasurandRecord, measurand: Measurand) -> Iterator[Claim]:
    proofs = _proofs([figure.statement for figure in measurand.figures])
    known = " ".join(_known(figure.as_of) for figure in measurand.figures)
    yield Claim(record.pref_label, proofs, known)
    yield Claim(record.unit, proofs, known)


def _of_briefing(record: content.BriefingRecord, briefing: Briefing) -> Iterator[Claim]:
    sections = [statement for section in briefing.sections for statement in section.statements]
    positions = [statement for dispute in briefing.disputes for statement in dispute.positions]
    yield Claim(record.head.deck, _proofs([*sections, *positions]))
    for written, dispute in zip(record.head.disputes, briefing.disputes, strict=True):
        proofs = _proofs(dispute.positions)
        yield Claim(written.question, proofs)
        yield Claim(written.would_settle, proofs)
    for head, section in zip(record.sections, briefing.sections, strict=True):
        yield Claim(head.heading, _proofs(section.statements))


def _proofs(statements: Sequence[Statement]) -> tuple[str, ...]:
    """What the statements rest on: quotations, and the reasons of the editor's own."""
    quoted = (item.exact for statement in statements for item in statement.evidence)
    return (*quoted, *(statement.reason for statement in statements if statement.reason))


def _known(date: Date | None) -> str:
    return spoken(date) if date else ""


def names_with_numbers_are_printed(corpus: content.Corpus, dossier: Dossier) -> Iterator[Diagnostic]:
    """A name that holds a number is printed by a source in this very form: one digit makes it another's."""
    labels = [label for _, entry in all_entries(corpus.glossary) for label in _labels(entry)]
    numbered = [label for label in labels if numbers_in(label)]
    if not numbered:
        return
    texts = [_spaced(source.body.text) for source in dossier.sources.values()]
    for label in numbered:
        if not any(_prints(text, _spaced(label)) for text in texts):
            yield Diagnostic(
                "name-not-printed",
                f"no source prints the name “{label}”",
                label.span,
                help="write the number as a source has it, or leave the name out",
            )


def _spaced(text: str) -> str:
    """A text as names are looked for: folded, with one space wherever it has white space or hyphens."""
    return " ".join(folded(text).split())


def _prints(text: str, name: str) -> bool:
    """Whether a text has the name, or a plural of it, as words of its own."""
    at = text.find(name)
    while at >= 0:
        if not text[max(at - 1, 0) : at].isalnum() and _ENDED.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _labels(entry: content.EntryRecord) -> Iterator[Text]:
    yield from (entry.pref_label, *entry.other_names(), *entry.misspellings)
    short = getattr(entry, "short", None)
    if short:
        yield short
