"""References between files: every id that is named must exist; a miss says what was probably meant."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model import content
from generator.model.content import NOBODY
from generator.model.diagnostics import Diagnostic
from generator.model.text import Text
from generator.text.names import closest

Ids = Mapping[str, str]
"""Each id that exists, and what it is: `side`, `person`, `organisation`, `event` …"""

GLOSSARY, TIMELINE = "content/glossary.yml", "content/timeline.yml"
ANY_ENTRY = frozenset({"side", "person", "organisation", "place", "concept", "measure"})
TOPIC = frozenset({"concept", "measure"})
ACTOR = frozenset({"side", "organisation", "person"})

Reference = tuple[Text, frozenset[str]]


def unresolved(corpus: content.Corpus) -> Iterator[Diagnostic]:
    """A problem for every reference to something that does not exist or is of the wrong kind."""
    entries = {str(entry.id): kind for kind, entry in all_entries(corpus.glossary)}
    entries |= {str(measurand.id): "measurand" for measurand in corpus.glossary.measurands}
    events = {str(event.id): "event" for event in corpus.events}
    for reference, kinds in _references(corpus):
        known, file = (events, TIMELINE) if "event" in kinds else (entries, GLOSSARY)
        if known.get(reference) in kinds or (reference not in known and corpus.may_exist(reference, file)):
            continue
        yield _unknown(reference, kinds, known)


def all_entries(glossary: content.GlossaryRecord) -> Iterator[tuple[str, content.EntryRecord]]:
    """Every entry of the glossary with its kind, in the order of the file's lists."""
    lists: tuple[tuple[str, tuple[content.EntryRecord, ...]], ...] = (
        ("side", glossary.sides),
        ("person", glossary.people),
        ("organisation", glossary.organisations),
        ("place", glossary.places),
        ("concept", glossary.concepts),
        ("measure", glossary.measures),
    )
    return ((kind, entry) for kind, entries in lists for entry in entries)


def _references(corpus: content.Corpus) -> Iterator[Reference]:
    for _, entry in all_entries(corpus.glossary):
        yield from _of_entry(entry)
    for measurand in corpus.glossary.measurands:
        yield from _of_measurand(measurand)
    for event in corpus.events:
        yield from _of_event(event)
        if isinstance(event, content.RoundRecord):
            yield from _of_round(event)
    for record in corpus.sourced():
        if not isinstance(record, content.CommitmentRecord):
            yield from _named(ACTOR, record.says)
    if corpus.home:
        yield from _named(["measurand"], *corpus.home.head.figures)
    for briefing in corpus.briefings:
        yield briefing.topic, TOPIC
    for draft in corpus.sources:
        settled = (record.entry for record in draft.record.mentions if record.entry != NOBODY)
        yield from _named(ANY_ENTRY, *settled)


def _named(kinds: Iterable[str], *ids: Text | None) -> Iterator[Reference]:
    return ((name, frozenset(kinds)) for name in ids if name is not None)


def _of_entry(entry: content.EntryRecord) -> Iterator[Reference]:
    yield from _named(ANY_ENTRY, *entry.broader, *entry.related, *entry.distinct_from)
    if isinstance(entry, content.OrganisationRecord):
        yield from _named(["side"], entry.side)
    if isinstance(entry, content.PersonRecord):
        yield from _named(["side"], entry.side)
        yield from _named(["organisation"], entry.organisation, *(role.organisation for role in entry.roles))
        yield from _named(["event"], *(saying.event for saying in entry.said))


def _of_measurand(measurand: content.MeasurandRecord) -> Iterator[Reference]:
    yield from _named(ANY_ENTRY, *measurand.about)
    yield from _named(["measurand"], *measurand.distinct_from)
    yield from _named(ACTOR, *(figure.attributed_to for figure in measurand.figures))


def _of_event(event: content.EventRecord) -> Iterator[Reference]:
    yield from _named(["side"], *event.sides)
    yield from _named(["person"], *event.people)
    yield from _named(ANY_ENTRY, *event.terms)
    yield from _named(["place"], event.place)
    yield from _named(["event"], *event.follows)


def _of_round(talks: content.RoundRecord) -> Iterator[Reference]:
    for delegation in talks.delegations:
        yield from _named(["side"], delegation.side)
        yield from _named(["person"], *(member.person for member in delegation.members))
    yield from _named(["side"], *(position.side for position in talks.positions))
    for account in talks.accounts:
        yield from _named(["side"], account.side)
        yield from _named(["person"], account.person)
    for commitment in talks.commitments:
        yield from _named(ACTOR, *commitment.by, *commitment.of, *commitment.to, commitment.says)


def _unknown(reference: Text, kinds: frozenset[str], known: Ids) -> Diagnostic:
    wanted = _either(kinds)
    if reference in known:
        message = f"“{reference}” is a {known[reference]}, but a {wanted} belongs here"
        return Diagnostic("wrong-kind", message, reference.span, help=f"name the id of a {wanted}")
    likely = closest(reference, [name for name, kind in known.items() if kind in kinds])
    where = TIMELINE if "event" in kinds else GLOSSARY
    return Diagnostic(
        f"unknown-{_category(kinds)}",
        f"there is no {wanted} “{reference}”",
        reference.span,
        help=f"did you mean `{likely}`?" if likely else f"add it to {where}, or mend the id",
    )


def _either(kinds: frozenset[str]) -> str:
    if kinds == ANY_ENTRY:
        return "glossary entry"
    return " or ".join(sorted(kinds))


def _category(kinds: frozenset[str]) -> str:
    for category in ("event", "measurand"):
        if category in kinds:
            return category
    return next(iter(kinds)) if len(kinds) == 1 else "term"
