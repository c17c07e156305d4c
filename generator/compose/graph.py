"""What an edition knows, apart from its pages, for those who ask its linked data."""

from collections.abc import Iterator, Mapping, Sequence

from generator.compose import descriptions
from generator.compose.atlas import Atlas
from generator.compose.descriptions import named
from generator.compose.inventory import Stated, stated
from generator.compose.parts import statement_told
from generator.compose.undertakings import commitment_id
from generator.model.commitments import Commitment, CommitmentKind
from generator.model.entries import Person
from generator.model.evidence import Evidence
from generator.model.facts import Dossier, Round
from generator.model.keys import Part
from generator.model.kinds import KINDS
from generator.model.knowledge import Knowledge, KnownCommitment, KnownStatement, KnownWords, Thing
from generator.model.runs import Target
from generator.model.sources import Rights
from generator.model.text import EntryId, Span

Places = Mapping[Span, Sequence[Target]]
"""Where each statement stands: on the page that owns it first."""


def knowledge(atlas: Atlas, places: Places) -> Knowledge:
    """Things by id, events by date, statements and commitments in the order of the dossier."""
    speakers = _speakers(atlas.dossier)
    return Knowledge(
        things=tuple(_things(atlas)),
        statements=tuple(_statements(atlas, places, speakers)),
        commitments=tuple(_commitments(atlas, places)),
    )


def _things(atlas: Atlas) -> Iterator[Thing]:
    for entry in atlas.dossier.entries.values():
        if isinstance(entry, Person):
            yield descriptions.known_person(atlas, entry)
        else:
            yield descriptions.known_entry(atlas, entry)
    yield from descriptions.every_event(atlas)


def _speakers(dossier: Dossier) -> dict[Span, EntryId]:
    """Who says what stands among the sayings of a person, or in an account of a round."""
    found = {
        saying.statement.span: person.id
        for person in dossier.people()
        for saying in person.said
        if not saying.statement.says
    }
    for event in dossier.events.values():
        for account in event.accounts if isinstance(event, Round) else ():
            if by := account.person or account.side:
                found[account.statement.span] = by
    return found


def _statements(atlas: Atlas, places: Places, speakers: Mapping[Span, EntryId]) -> Iterator[KnownStatement]:
    seen = set[Span]()
    for each in stated(atlas.dossier):
        span = each.statement.span
        stands = places.get(span, ())
        if span in seen or not stands or each.part is Part.ROLE:
            continue  # A title alone asserts nothing.
        seen.add(span)
        yield _statement(atlas, each, tuple(stands), each.statement.says or speakers.get(span))


def _statement(
    atlas: Atlas, each: Stated, stands: tuple[Target, ...], speaker: EntryId | None
) -> KnownStatement:
    return KnownStatement(
        text=statement_told(atlas, each.statement),
        author=named(atlas, speaker) if speaker else None,
        stands=stands,
        words=tuple(_words(atlas, evidence) for evidence in each.statement.evidence),
    )


def _words(atlas: Atlas, evidence: Evidence) -> KnownWords:
    is_shown = atlas.dossier.sources[evidence.source].bibliography.rights is not Rights.NONE
    printed = evidence.printed.exact if evidence.printed else None
    return KnownWords(
        evidence.source,
        atlas.evidence(evidence),
        evidence.exact if is_shown else "",
        evidence.voice,
        evidence.paragraph,
        printed if is_shown else None,
    )


def _commitments(atlas: Atlas, places: Places) -> Iterator[KnownCommitment]:
    for talks, made in atlas.dossier.commitments():
        target = Target(KINDS.commitments.path(), commitment_id(talks, made.id))
        yield _commitment(atlas, made, target, next(iter(places.get(made.statement.span, ())), None))


def _commitment(atlas: Atlas, made: Commitment, target: Target, stands: Target | None) -> KnownCommitment:
    return KnownCommitment(
        target=target,
        text=made.statement.text,
        by=tuple(named(atlas, name) for name in made.by.value),
        to=tuple(named(atlas, name) for name in made.to.value),
        is_expected=made.kind is CommitmentKind.EXPECT,
        start=made.start.value,
        end=made.end.value,
        state=atlas.dossier.state_of(made),
        stands=stands,
    )
