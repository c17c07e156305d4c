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
from generator.model.evidence import Evidence, Statement
from generator.model.facts import Briefing, Dispute, Dossier, Event, Round
from generator.model.proved import Proved
from generator.model.text import EntryId, EventId, Text
from generator.text.dates import dates_in
from generator.text.names import NameIndex, folded
from generator.text.quantities import quantities_in
from generator.verify.quantities import Printed, number_problems, unproved
from generator.verify.references import all_entries

_ENDED = re.compile(r"(?:s|es)?(?![^\W_])")
"""The end of a name: nothing, or the ending of a plural, and no letter or digit behind it."""


class Claim(NamedTuple):
    """A text that is no statement, and the texts of which one must give its numbers."""

    text: Text | None
    proofs: Sequence[Printed]


def numbers_are_given_by_the_evidence(
    corpus: content.Corpus, dossier: Dossier, names: NameIndex
) -> Iterator[Diagnostic]:
    """A number in a title, deck, heading, question, condition or unit is in the evidence of its item."""
    for claim in _claims(corpus, dossier):
        if claim.text is not None:
            mentions = names.mentions(claim.text)
            lacks = unproved(claim.text, dossier.written_in, mentions, claim.proofs)
            yield from number_problems(lacks, claim.text.span)


def _claims(corpus: content.Corpus, dossier: Dossier) -> Iterator[Claim]:
    for event in corpus.events:
        proved = dossier.events.get(EventId(str(event.id)))
        if proved:
            yield from _of_event(event, proved, dossier)
    for measurand in corpus.glossary.measurands:
        yield from _of_measurand(measurand, dossier.measurands[measurand.id], dossier)
    for briefing in corpus.briefings:
        yield from _of_briefing(briefing, dossier.briefings[EntryId(str(briefing.topic))], dossier)
    if corpus.home and dossier.home:
        for head, section in zip(corpus.home.sections, dossier.home.sections, strict=True):
            yield Claim(head.heading, _proofs(section.statements, dossier))
    yield from _of_disputes(corpus.disputes, dossier.disputes, dossier)
    for draft in corpus.sources:
        about = draft.file.bibliography
        texts = (Printed(text, about.language, about.issued) for text in (draft.file.body.text, about.title))
        yield Claim(draft.record.good_for, (*texts, *_known(about.issued)))


def _of_event(record: content.EventRecord, event: Event, dossier: Dossier) -> Iterator[Claim]:
    statements = [event.summary]
    if isinstance(event, Round):
        parts = (event.agenda, event.agreed, event.not_agreed, event.unclear)
        statements += [*((event.result,) if event.result else ()), *(each for part in parts for each in part)]
    yield Claim(record.title, (*_proofs(statements, dossier), *_known_if_proved(event.date)))
    if isinstance(record, content.RoundRecord) and isinstance(event, Round):
        proved = {commitment.id: commitment for commitment in event.commitments}
        for made in record.commitments:
            if made.id in proved:
                it = proved[made.id]
                days = (*_known_if_proved(it.start), *_known_if_proved(it.end))
                yield Claim(made.condition, (*_proofs([it.statement], dossier), *days))
        yield from _of_disputes(record.disputes, event.disputes, dossier)


def _of_measurand(record: content.MeasurandRecord, measurand: Measurand, dossier: Dossier) -> Iterator[Claim]:
    days = (each for figure in measurand.figures for each in _known_if_proved(figure.as_of))
    proofs = (*_proofs([figure.statement for figure in measurand.figures], dossier), *days)
    yield Claim(record.pref_label, proofs)
    yield Claim(record.unit, proofs)


def _of_briefing(record: content.BriefingRecord, briefing: Briefing, dossier: Dossier) -> Iterator[Claim]:
    sections = [statement for section in briefing.sections for statement in section.statements]
    positions = [statement for dispute in briefing.disputes for statement in dispute.positions]
    yield Claim(record.head.deck, _proofs([*sections, *positions], dossier))
    yield from _of_disputes(record.head.disputes, briefing.disputes, dossier)
    for head, section in zip(record.sections, briefing.sections, strict=True):
        yield Claim(head.heading, _proofs(section.statements, dossier))


def _of_disputes(
    records: Sequence[content.DisputeRecord], disputes: Sequence[Dispute], dossier: Dossier
) -> Iterator[Claim]:
    for record, dispute in zip(records, disputes, strict=True):
        proofs = _proofs(dispute.positions, dossier)
        yield Claim(record.question, proofs)
        yield Claim(record.would_settle, proofs)


def _proofs(statements: Sequence[Statement], dossier: Dossier) -> tuple[Printed, ...]:
    """What the statements rest on: quotations, and the reasons of the editor's own."""
    quoted = (printed(item, dossier) for statement in statements for item in statement.evidence)
    reasons = (statement.reason for statement in statements if statement.reason)
    return (*quoted, *(Printed(reason, dossier.written_in) for reason in reasons))


def printed(item: Evidence, dossier: Dossier) -> Printed:
    """The exact words of evidence, in the language of their source, with its day of issue."""
    about = dossier.sources[item.source].bibliography
    return Printed(item.exact, about.language, about.issued)


def _known(date: Date | None) -> tuple[Printed, ...]:
    return (Printed(spoken(date)),) if date else ()


def _known_if_proved(date: Proved[Date | None]) -> tuple[Printed, ...]:
    return _known(date.value) if date.is_proved else ()


def names_with_numbers_are_printed(corpus: content.Corpus, dossier: Dossier) -> Iterator[Diagnostic]:
    """A name that holds a number is printed by a source in this very form: one digit makes it another's."""
    labels = [label for _, entry in all_entries(corpus.glossary) for label in _labels(entry)]
    language = dossier.written_in
    numbered = [each for each in labels if quantities_in(each, language) or dates_in(each, language)]
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
