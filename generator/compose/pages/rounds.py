"""Talk rounds: the result in one paragraph first, then who, what, and what came of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.atlas import Atlas
from generator.compose.attendance import attendance_table
from generator.compose.calendars import has_days_of
from generator.compose.findings.differences import differences_on
from generator.compose.pages.timelines import gaps_paragraph, timeline
from generator.compose.pages.topics import Written, dispute_blocks
from generator.compose.parts import belongs_to, round_told, sources_table, terms_used, where
from generator.compose.time_charts import slice_chart, time_chart
from generator.compose.undertakings import commitments_sections
from generator.compose.writer import PageWriter, bullets, fact, plain, separated
from generator.model.addresses import PageFiles, seen_from
from generator.model.blocks import Block, Callout, Column, Columns, Facts, Heading, Paragraph, Row, Table
from generator.model.entries import Person
from generator.model.evidence import Statement
from generator.model.facts import Account, Delegation, Event, EventKind, Member, Round, RoundStatus
from generator.model.keys import FactKey, Part
from generator.model.kinds import KINDS
from generator.model.pages import Attachment, AttachmentKind
from generator.model.runs import Line, Link, Plain, Quiet, Run, SideMark
from generator.model.text import EntryId


def round_page(atlas: Atlas, talks: Round) -> Written:
    """One talk round."""
    page = PageWriter(atlas, KINDS.round, talks.title, talks.id)
    words = atlas.words
    page.section(None, None, _opening(page, talks))
    page.section("delegations", words("part.delegations"), [_delegations(page, talks)])
    page.section("agenda", words("part.agenda"), [bullets(page.lines(talks.agenda, support=True))])
    page.section("positions", words("part.positions"), [_positions(page, talks)])
    page.section("outcome", words("part.outcome"), _outcome(page, talks))
    disputed = (block for dispute in talks.disputes for block in dispute_blocks(page, dispute))
    page.section("disputed", words("part.disputed"), disputed)
    commitments_sections(page, ((talks, commitment) for commitment in talks.commitments))
    page.section("accounts", words("part.accounts"), [_accounts(page, talks.accounts)])
    page.section("picture", words("chart.title-of-events"), [slice_chart(atlas, _around(atlas, talks))])
    page.section("before", words("part.before"), [timeline(page, _causes(atlas, talks))])
    page.section("after", words("part.after"), [timeline(page, _effects(atlas, talks))])
    page.section("terms", words("part.terms"), [terms_used(page)])
    page.section("sources", words("part.sources"), [sources_table(page)])
    path = KINDS.round.path(talks.id)
    entry = Attachment(AttachmentKind.CALENDAR, seen_from(path, PageFiles(path).calendar))
    calendar = [entry] if has_days_of(atlas, talks) else []
    return page, page.page(_deck(atlas, talks), related=_related(atlas, talks), attachments=calendar)


def _opening(page: PageWriter, talks: Round) -> Iterator[Block | None]:
    """What happened in a paragraph, and the result if anybody states one."""
    words = page.atlas.words
    yield page.narrative(talks.narrative) or Paragraph(page.line(talks.summary, support=True))
    if talks.result:
        yield Callout("bottom-line", words("part.result"), (page.line(talks.result, support=True),))
    else:
        yield Paragraph(no_result(page.atlas, talks))
    yield _facts(page, talks)


def no_result(atlas: Atlas, talks: Round) -> Line:
    """That a round has no result, or that nobody says which."""
    is_unfinished = talks.status.value in (RoundStatus.PLANNED, RoundStatus.UNDER_WAY)
    is_ahead = is_unfinished and not atlas.is_untold(talks)
    return atlas.words.line("round.no-result-yet" if is_ahead else "round.no-result")


def rounds_page(atlas: Atlas) -> Written:
    """The sequence of rounds at a glance."""
    page = PageWriter(atlas, KINDS.rounds)
    words = atlas.words
    told = tuple(atlas.dossier.rounds())
    is_placed = any(where(atlas, talks) for talks in told)
    rows = tuple(
        Row(
            (
                Line((atlas.day_of(talks),)),
                Line((Link(talks.title, atlas.event(talks.id)),)),
                *([_place(atlas, talks)] if is_placed else ()),
                Line(round_told(atlas, talks)),
                page.line(talks.result) if talks.result else no_result(page.atlas, talks),
            )
        )
        for talks in told
    )
    placed = ["column.where"] if is_placed else []
    header = words.each("column.when", "column.round", *placed, "column.status", "column.result")
    table = Table(words("rounds.caption"), header, rows)
    chart = time_chart(atlas, _of_rounds(atlas), words("chart.title"))
    page.section(None, None, [chart, gaps_paragraph(atlas), table] if rows else [])
    page.section("who-met-whom", words("rounds.attendance"), [attendance_table(page)])
    page.section("sources", words("part.sources"), [sources_table(page)])
    return page, page.page(words("rounds.deck"))


def _of_rounds(atlas: Atlas) -> list[Event]:
    """The rounds, and what they led to until when: agreements and deadlines."""
    events = atlas.dossier.events.values()
    kinds = {EventKind.ROUND, EventKind.AGREEMENT, EventKind.DEADLINE}
    return [event for event in events if event.kind in kinds]


def _deck(atlas: Atlas, talks: Round) -> str:
    words, day = atlas.words, atlas.words.date(talks.date.value)
    if not talks.place.value:
        return words("round.deck", day=day)
    return words("round.deck-with-place", day=day, place=atlas.dossier.entries[talks.place.value].pref_label)


def _place(atlas: Atlas, talks: Event) -> Line:
    return where(atlas, talks) or plain(atlas.words("value.not-stated"))


def _facts(page: PageWriter, talks: Round) -> Facts:
    atlas, words = page.atlas, page.atlas.words
    sides = [(mark,) for name in talks.sides if (mark := atlas.side_mark(name))]
    rows = [
        fact(words, FactKey.DATE, (Line((replace(atlas.day_of(talks), basis=None),)),)),
        fact(words, FactKey.PLACE, (Line((*_place(atlas, talks).runs, *page.why(talks.place))),)),
        fact(
            words,
            FactKey.STATUS,
            (Line((*round_told(atlas, talks), *page.why(talks.status))),),
        ),
        fact(words, FactKey.SIDES, (separated(words, sides),)),
    ]
    if basis := atlas.basis(talks.date):
        rows.insert(1, fact(words, FactKey.DATE_BASIS, (plain(basis),)))
    delegates = {member.person.value for group in talks.delegations for member in group.members}
    others = [name for name in talks.people if name not in delegates]
    if others:
        rows.append(
            fact(words, FactKey.OTHERS, (separated(words, ((atlas.link(name),) for name in others)),))
        )
    if talks.terms:
        topics = separated(words, ((atlas.link(name),) for name in talks.terms))
        rows.append(fact(words, FactKey.TOPICS, (topics,)))
    rows += [fact(words, FactKey.DISAGREEMENTS, (line,)) for line in differences_on(atlas, page.path)]
    return Facts(tuple(rows))


def _delegations(page: PageWriter, talks: Round) -> Columns | None:
    columns = tuple(
        Column(side_name(page.atlas, group.side), tuple(_members(page, group))) for group in talks.delegations
    )
    return Columns(columns) if columns else None


def side_name(atlas: Atlas, name: EntryId) -> Line:
    """The whole name of a side, in its look."""
    mark = atlas.side_mark(name)
    label = atlas.dossier.entries[name].pref_label
    return Line((SideMark(label, mark.rank, mark.target),)) if mark else plain(label)


def _members(page: PageWriter, group: Delegation) -> Iterator[Line]:
    if not group.members:
        yield plain(page.atlas.words("round.no-members"))
    for member in group.members:
        yield _member(page, member)


def _member(page: PageWriter, member: Member) -> Line:
    runs: list[Run] = [page.atlas.link(member.person.value)]
    if member.role:
        runs.append(Plain(f"{page.atlas.words('list.separator')}{member.role}"))
    if member.lead.value:
        runs += [Quiet(f" {page.atlas.words('round.leads')}"), *page.why(member.lead)]
    return page.stated(member.presence, (*runs, *page.proof(member.presence)))


def _positions(page: PageWriter, talks: Round) -> Columns | None:
    sides = dict.fromkeys(position.side.value for position in talks.positions)
    columns = tuple(
        Column(
            side_name(page.atlas, side),
            tuple(
                page.line(each.statement, tail=page.why(each.side), support=True)
                for each in talks.positions
                if each.side.value == side
            ),
        )
        for side in sides
    )
    return Columns(columns) if columns else None


def _outcome(page: PageWriter, talks: Round) -> Iterator[Block]:
    groups: tuple[tuple[Part, tuple[Statement, ...]], ...] = (
        (Part.AGREED, talks.agreed),
        (Part.NOT_AGREED, talks.not_agreed),
        (Part.UNCLEAR, talks.unclear),
    )
    for part, statements in groups:
        found = bullets(page.lines(statements, support=True))
        if found:
            yield Heading(part, plain(page.atlas.words(f"part.{part}")))
            yield found


def _accounts(page: PageWriter, accounts: Iterable[Account]) -> Columns | None:
    by_side: dict[EntryId | None, list[Account]] = {}
    for account in accounts:
        by_side.setdefault(side_of(page.atlas, account), []).append(account)
    columns = tuple(
        Column(
            side_name(page.atlas, side) if side else plain(page.atlas.words("people.others")),
            tuple(_account(page, account) for account in group),
        )
        for side, group in by_side.items()
    )
    return Columns(columns) if columns else None


def side_of(atlas: Atlas, account: Account) -> EntryId | None:
    """The side that an account is of, by itself or by who gives it."""
    if account.side is None and account.person:
        person = atlas.dossier.entries[account.person]
        return person.side if isinstance(person, Person) else None
    return account.side


def _account(page: PageWriter, account: Account) -> Line:
    colon = Plain(page.atlas.words("list.colon"))
    lead = (page.atlas.link(account.person), colon) if account.person else ()
    return page.line(account.statement, lead=lead, support=True)


def _causes(atlas: Atlas, talks: Round) -> list[Event]:
    return [event for event in atlas.dossier.events.values() if event.id in talks.follows]


def _effects(atlas: Atlas, talks: Round) -> list[Event]:
    return [event for event in atlas.dossier.events.values() if talks.id in event.follows]


def _around(atlas: Atlas, talks: Round) -> list[Event]:
    """The round, all that belongs to it, and what led to it."""
    events = atlas.dossier.events.values()
    return [event for event in events if event.id in talks.follows or belongs_to(event, talks)]


def _related(atlas: Atlas, talks: Round) -> list[Link]:
    topics = [name for name in talks.terms if atlas.dossier.entries[name].briefing]
    return [atlas.link(name) for name in topics]
