"""Proves what analysts add, and what editors note about sources."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.names import NameIndex
from generator.model.corpus import BriefingRecord, DisputeRecord, SectionRecord, SourceDraft
from generator.model.dossier import AuthoredSection, Briefing, Dispute, Source
from generator.model.identifiers import EntryId, SourceId
from generator.verify.entries import plain
from generator.verify.proof import Prover


def briefings(records: Sequence[BriefingRecord], prover: Prover) -> dict[EntryId, Briefing]:
    """The authored briefings by topic."""
    return {EntryId(str(record.topic)): _briefing(record, prover) for record in records}


def _briefing(record: BriefingRecord, prover: Prover) -> Briefing:
    return Briefing(
        topic=EntryId(str(record.topic)),
        deck=str(record.head.deck),
        disputes=tuple(_dispute(item, prover) for item in record.head.disputes),
        sections=tuple(_section(item, prover) for item in record.sections),
    )


def _dispute(record: DisputeRecord, prover: Prover) -> Dispute:
    positions = prover.statements(record.positions)
    return Dispute(str(record.id), str(record.question), positions, plain(record.would_settle))


def _section(record: SectionRecord, prover: Prover) -> AuthoredSection:
    return AuthoredSection(str(record.heading), record.part, prover.statements(record.statements))


def sources(drafts: Sequence[SourceDraft], names: NameIndex, prover: Prover) -> dict[SourceId, Source]:
    """The sources by id, with the names and terms in their texts."""
    return {draft.file.id: _source(draft, names, prover) for draft in drafts}


def _source(draft: SourceDraft, names: NameIndex, prover: Prover) -> Source:
    return Source(
        id=draft.file.id,
        bibliography=draft.file.bibliography,
        body=draft.file.body,
        mentions=names.mentions(draft.file.body.text),
        good_for=plain(draft.record.good_for),
        problems=prover.statements(draft.record.problems),
        span=draft.file.span,
    )
