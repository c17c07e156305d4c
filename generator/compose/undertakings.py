"""Commitments as pages show them: who, what, by or until when, and how they stand.

What somebody undertook stands apart from what others announce or expect of them.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.compose import parts
from generator.compose.atlas import Atlas
from generator.compose.writer import PageWriter, capitalised, separated
from generator.model import blocks
from generator.model.commitments import (
    AHEAD,
    UNSETTLED,
    Commitment,
    CommitmentKind,
    CommitmentState,
    Settlement,
)
from generator.model.facts import Event, EventKind, Round
from generator.model.keys import SectionKey
from generator.model.proved import Proved
from generator.model.runs import Line, Plain, Quiet, Run, Status, When
from generator.model.text import EntryId

Made = tuple[Round, Commitment]


def commitment_id(event: Event, name: str) -> str:
    """The id of a commitment: as the anchor on the page of commitments."""
    return f"{event.id}.{name}"


def undertaken(atlas: Atlas, made: Iterable[Made]) -> tuple[list[Made], list[Made]]:
    """Those that somebody undertook, and those that others announce or expect of them."""
    listed = list(made)
    own = [item for item in listed if atlas.dossier.is_undertaken(item[1])]
    return own, [item for item in listed if item not in own]


def commitments_sections(page: PageWriter, made: Iterable[Made]) -> None:
    """The sections of a page for what was undertaken, and for what others announce or expect."""
    words = page.atlas.words
    own, others = undertaken(page.atlas, made)
    page.section("commitments", words("part.commitments"), [table(page, own)])
    page.section("expected", words("part.expected"), [table(page, others, is_own=False)], SectionKey.EXPECTED)


def table(page: PageWriter, made: Sequence[Made], *, is_own: bool = True) -> blocks.Table | None:
    """Commitments of one of the two sorts, a row each; None if there are none."""
    if not made:
        return None
    words = page.atlas.words
    header = words.each("column.who", "column.what", "column.term", "column.status", "column.made-at")
    rows = tuple(
        blocks.Row(
            (
                who(page, commitment),
                said_line(page, commitment, is_named=True),
                term_line(page, commitment),
                state_line(page, commitment),
                Line((page.atlas.event_link(talks.id),)),
            )
        )
        for talks, commitment in made
    )
    return blocks.Table(words("commitments.caption" if is_own else "expected.caption"), header, rows)


def who(page: PageWriter, commitment: Commitment) -> Line:
    """Who undertakes something and to whom; or of whom it is expected, and according to whom."""
    words = page.atlas.words
    by, to = _actors(page, commitment.by), commitment.to.value
    if commitment.kind is CommitmentKind.EXPECT and commitment.by.value:
        by = words.line("commitments.expected-of", by=by)
    elif set(to) == {*commitment.by.value} and len(to) > 1:
        by = words.line("commitments.each-other", by=by)
    elif to:
        by = words.line("commitments.by-and-to", by=by, to=_actors(page, commitment.to))
    speaker = commitment.says
    if speaker.value is None:
        return by
    says = Line((*_actor(page.atlas, speaker.value), *page.why(speaker)))
    key = "commitments.according-to" if by.runs else "commitments.says"
    return words.line(key, by=by, says=says)


def _actors(page: PageWriter, names: Proved[tuple[EntryId, ...]]) -> Line:
    named = separated(page.atlas.words, (_actor(page.atlas, name) for name in names.value))
    return Line((*named.runs, *page.why(names)))


def _actor(atlas: Atlas, name: EntryId) -> tuple[Run, ...]:
    return (atlas.side_mark(name) or atlas.person_mark(name) or atlas.link(name),)


def said_line(
    page: PageWriter,
    commitment: Commitment,
    lead: Sequence[Run] = (),
    tail: Sequence[Run] = (),
    *,
    is_named: bool = False,
) -> Line:
    """What is undertaken or expected, with its condition; after its speaker, unless they are named."""
    speaker = () if is_named else _speaker(page.atlas, commitment)
    line = page.line(commitment.statement, lead=(*lead, *speaker))
    return Line((*line.runs, *condition(page, commitment), *tail), line.statement)


def _speaker(atlas: Atlas, commitment: Commitment) -> tuple[Run, ...]:
    """Who says so, to stand before the text; nothing if it tells that itself, or if the sources say so."""
    name = commitment.says.value
    if name is None or parts.mentions_any(commitment.statement, frozenset({name})):
        return ()
    return (atlas.link(name), Plain(atlas.words("list.colon")))


def told(atlas: Atlas, commitment: Commitment) -> str:
    """What is undertaken or expected in plain words, after who says so."""
    speaker = (run.text for run in _speaker(atlas, commitment) if hasattr(run, "text"))
    return "".join((*speaker, commitment.statement.text))


def condition(page: PageWriter, commitment: Commitment) -> tuple[Run, ...]:
    """The condition of a commitment with its proof, to stand behind it; nothing if there is none."""
    if commitment.condition.value is None:
        return ()
    told = page.atlas.words("commitments.condition", condition=commitment.condition.value)
    return (Quiet(f" {told}"), *page.why(commitment.condition))


def term_line(page: PageWriter, commitment: Commitment) -> Line:
    """By when or until when, with the notes cited for that."""
    cited = (*page.why_cited(commitment.start), *page.why_cited(commitment.end))
    return Line((*term(page.atlas, commitment), *cited))


def term(atlas: Atlas, commitment: Commitment, *, whole: bool = True) -> tuple[Run, ...]:
    """By when or until when: “by 31 March 2023”, “until about August 2025”; the whole term, or its end."""
    start, end = commitment.start, commitment.end
    runs = atlas.words.runs
    if start.value and end.value and whole:
        return runs(
            "commitments.from-until", start=(atlas.when_proved(start),), end=(atlas.when_proved(end),)
        )
    if end.value:
        is_term = commitment.kind is CommitmentKind.KEEP
        return runs("commitments.until" if is_term else "commitments.by", day=(atlas.when_proved(end),))
    if start.value:
        return runs("commitments.from", day=(atlas.when_proved(start),))
    return (When(atlas.words("commitments.no-date"), None, end.basis),)


def term_told(atlas: Atlas, commitment: Commitment) -> str:
    """By when or until when, in plain words."""
    return "".join(run.text for run in term(atlas, commitment) if isinstance(run, Plain | When))


def state_line(page: PageWriter, commitment: Commitment) -> Line:
    """How a commitment stands, and what speaks for it; of what no source tells, that none does.

    What is still to come stands as the newest source that tells of it left it.
    """
    runs, state = state_runs(page.atlas, commitment), page.atlas.dossier.state_of(commitment)
    if state in AHEAD:
        return Line((*runs, *parts.as_of_sources(page.atlas, commitment.statement)))
    if state in UNSETTLED:
        return Line(runs)
    first, *others = (
        each for each in commitment.settlements if each.is_known_on(page.atlas.dossier.as_of.latest())
    )
    line = page.line(first.statement, lead=(*runs, Plain(" "), *_dated(page, first)))
    return Line((*line.runs, *(run for each in others for run in _further(page, each))), line.statement)


def _dated(page: PageWriter, settlement: Settlement) -> tuple[Run, ...]:
    if settlement.date.value is None:
        return ()
    date = page.atlas.when_proved(settlement.date)
    return (date, *page.why_cited(settlement.date), Plain(page.atlas.words("list.colon")))


def _further(page: PageWriter, settlement: Settlement) -> Iterator[Run]:
    yield Plain(" ")
    yield from _dated(page, settlement)
    yield from page.text(settlement.statement)
    yield from page.proof(settlement.statement)


def state_runs(atlas: Atlas, commitment: Commitment) -> tuple[Run, ...]:
    """The word for how a commitment stands, in its look; of what is over, that no source tells more."""
    state, key = atlas.dossier.state_of(commitment), f"commitments.told-{atlas.dossier.state_of(commitment)}"
    mark = Status(state_told(atlas, commitment), state.value)
    return (mark, Quiet(f" {atlas.words(key)}")) if atlas.words.has(key) else (mark,)


def standing_told(atlas: Atlas, commitment: Commitment) -> str:
    """How a commitment stands in plain words: “open · by 31 March 2023”, and that no source tells more."""
    words, state = atlas.words, state_told(atlas, commitment)
    if atlas.dossier.state_of(commitment) not in UNSETTLED:
        return state
    term, more = term_told(atlas, commitment), f"commitments.told-{atlas.dossier.state_of(commitment)}"
    if words.has(more):
        return words("answer.state-untold", state=state, term=term, untold=words(more))
    return words("answer.state", state=state, term=term)


def state_told(atlas: Atlas, commitment: Commitment) -> str:
    """The word for how a commitment stands, which for some states depends on its kind."""
    state = atlas.dossier.state_of(commitment)
    key = f"commitment-state.{state}.{commitment.kind}"
    return atlas.words(key) if atlas.words.has(key) else atlas.words.of(state)


def is_ahead(atlas: Atlas, commitment: Commitment) -> bool:
    """Whether its day, or the end of its term, is known and still to come: what a calendar can show."""
    end = commitment.end.value
    return end is not None and not end.is_open and atlas.dossier.state_of(commitment) in AHEAD


def is_end_of(event: Event, talks: Round, commitment: Commitment) -> bool:
    """Whether an event is the deadline that stands for the end of what was undertaken at a round."""
    end, day = commitment.end.value, event.date.value
    if event.kind is not EventKind.DEADLINE or talks.id not in event.follows:
        return False
    return end is not None and day is not None and end.ends == day.ends


def calendar_told(atlas: Atlas, talks: Round, commitment: Commitment) -> str:
    """What a calendar says of it: how it stands, its condition, on what its day rests, where it was made."""
    words, basis = atlas.words, atlas.basis(commitment.end)
    told = (
        words("list.labelled", label=talks.title, value=state_told(atlas, commitment)),
        term_told(atlas, commitment),
        words("commitments.condition", condition=commitment.condition.value)
        if commitment.condition.value
        else "",
        words("value.basis", basis=basis) if basis else "",
    )
    return words("list.strong-separator").join(filter(None, told))


def facets(atlas: Atlas, talks: Round, commitment: Commitment) -> tuple[blocks.Facet, ...]:
    """How a commitment stands, whose it is, where it was made, and the year of its day."""
    named = {
        *commitment.by.value,
        *commitment.to.value,
        *(each.entry for each in commitment.statement.mentions),
    }
    state: CommitmentState = atlas.dossier.state_of(commitment)
    return (
        *parts.topic_facets(atlas, named),
        *parts.side_facets(atlas, commitment.by.value),
        parts.round_facet(talks),
        parts.facet(blocks.FacetName.STATUS, state.value, capitalised(atlas.words.of(state))),
        *parts.year_facets(commitment.end.value),
    )
