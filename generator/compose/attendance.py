"""Who met whom: the people of the delegations by the talk rounds, each presence with its proof."""

from collections.abc import Iterator, Sequence

from generator.compose.atlas import Atlas
from generator.compose.writer import PageWriter
from generator.model.blocks import Row, Table
from generator.model.entries import Person
from generator.model.facts import Member, Round, RoundStatus
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Quiet, Target
from generator.model.text import EntryId

SIGNS = {"leads": "◆", "present": "■", "to-lead": "△", "planned": "△", "not-named": "–"}
"""The sign of each state beside its word, for the eye that runs over a table."""


def attendance_table(page: PageWriter) -> Table | None:
    """A row for each person that any delegation names, a column for each round; None if none does."""
    atlas, rounds = page.atlas, page.atlas.dossier.rounds()
    named = {member.person.value for talks in rounds for member in _members(talks)}
    rows = tuple(_row(page, person, rounds) for person in _by_side(atlas, named))
    words = atlas.words
    header = (words("column.person"), *(talks.title for talks in rounds))
    return Table(words("rounds.attendance-caption"), header, rows) if rows else None


def _by_side(atlas: Atlas, named: set[EntryId]) -> list[Person]:
    """The people, those of one side together."""
    ranks = {side.id: rank for rank, side in enumerate(atlas.dossier.sides())}
    people = [person for person in atlas.dossier.people() if person.id in named]
    return sorted(
        people, key=lambda person: ranks.get(person.side, len(ranks)) if person.side else len(ranks)
    )


def _row(page: PageWriter, person: Person, rounds: Sequence[Round]) -> Row:
    mark = page.atlas.person_mark(person.id) or page.atlas.link(person.id)
    is_everywhere = all(any(each.person.value == person.id for each in _members(talks)) for talks in rounds)
    rest = None if is_everywhere else page.atlas.words("attendance.rest")
    return Row((Line((mark,)), *(_cell(page, person, talks) for talks in rounds)), rest=rest)


def _cell(page: PageWriter, person: Person, talks: Round) -> Line:
    member = next((each for each in _members(talks) if each.person.value == person.id), None)
    if member is None:
        return Line((Quiet(_signed(page, "not-named")),))
    state = _state(talks, member)
    link = Link(_signed(page, state), Target(KINDS.round.path(talks.id), "delegations"))
    lead = page.why(member.lead) if member.lead.value else ()
    return page.stated(member.presence, (link, *page.proof(member.presence), *lead))


def _signed(page: PageWriter, state: str) -> str:
    return f"{SIGNS[state]}\u00a0{page.atlas.words(f'attendance.{state}')}"


def _state(talks: Round, member: Member) -> str:
    is_ahead = talks.status.value is RoundStatus.PLANNED
    if member.lead.value:
        return "to-lead" if is_ahead else "leads"
    return "planned" if is_ahead else "present"


def _members(talks: Round) -> Iterator[Member]:
    return (member for group in talks.delegations for member in group.members)
