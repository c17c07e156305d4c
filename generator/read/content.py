"""`content/timeline.yml` and `content/glossary.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from generator.model import content
from generator.model.diagnostics import Diagnostic
from generator.model.facts import EventKind
from generator.model.text import Span
from generator.read.commitment_fields import faults_of
from generator.read.inputs import InputFile
from generator.read.nodes import Fields, Items
from generator.read.records import Reader, Taken, read_list, top_fields
from generator.read.schema import validate

_ONLY_OF_ROUNDS = MappingProxyType(
    {
        name: f"only a talk round has `{name}`: write `kind: round`, or remove the field"
        for name in content.RoundRecord.model_fields
        if name not in content.EventRecord.model_fields
    }
)
_OTHER_KINDS = frozenset(EventKind) - {EventKind.ROUND}

_RECORDS: MappingProxyType[str, type[content.Record]] = MappingProxyType(
    {
        "sides": content.SideRecord,
        "people": content.PersonRecord,
        "organisations": content.OrganisationRecord,
        "places": content.PlaceRecord,
        "concepts": content.TopicRecord,
        "measures": content.TopicRecord,
        "measurands": content.MeasurandRecord,
    }
)


@dataclass(frozen=True, slots=True)
class ReadTimeline:
    """What could be read of a timeline, its faults, and the ids of what was dropped.

    The path of the file stands among those ids if anything without a readable id is lost.
    """

    events: tuple[content.EventRecord, ...] = ()
    disputes: tuple[content.DisputeRecord, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    lost: frozenset[str] = frozenset()


def read_timeline(file: InputFile) -> ReadTimeline:
    """The events, and the disputed questions that are of no topic and no round."""
    tree, problems = top_fields(file, ("events", "disputes"))
    if tree is None:
        return ReadTimeline(problems=problems, lost=frozenset({file.path}))
    events = read_list(tree, "events", file.path, _event, Taken("events"))
    asked = Taken("disputes")
    disputes = read_list(tree, "disputes", file.path, partial(validate, content.DisputeRecord), asked)
    made, taken = tuple(_of_events(tree, "commitments")), Taken("commitments")
    return ReadTimeline(
        tuple(events.records),
        tuple(disputes.records),
        (
            *problems,
            *_missing(tree),
            *events.problems,
            *disputes.problems,
            *(problem for each in made for problem in taken.claim(each)),
            *(problem for each in made if isinstance(each, Fields) for problem in faults_of(each)),
            *(problem for each in _of_events(tree, "disputes") for problem in asked.claim(each)),
        ),
        frozenset(events.lost | disputes.lost),
    )


def _event(item: object, at: Span) -> tuple[content.EventRecord | None, tuple[Diagnostic, ...]]:
    if isinstance(item, Fields) and item.get("kind") in _OTHER_KINDS:
        return validate(content.EventRecord, item, at, _ONLY_OF_ROUNDS)
    # A missing or misspelt kind may mean `round`: its fields are not to be called unknown as well.
    return validate(content.RoundRecord, item, at)


def _missing(tree: Fields) -> tuple[Diagnostic, ...]:
    if "events" in tree.offsets:
        return ()
    return (Diagnostic("missing-field", "the field `events` is missing", tree.span),)


def _of_events(tree: Fields, name: str) -> Iterator[object]:
    """What stands in the file as a list of its events, such as their commitments."""
    events = tree.get("events")
    for event in events if isinstance(events, Items) else ():
        found = event.get(name) if isinstance(event, Fields) else None
        yield from found if isinstance(found, Items) else ()


def read_glossary(file: InputFile) -> tuple[content.GlossaryRecord, tuple[Diagnostic, ...], frozenset[str]]:
    """The entries that could be read, the faults, and the ids of the entries that were dropped.

    The path of the file stands among those ids if entries without a readable id are lost.
    """
    tree, found = top_fields(file, tuple(_RECORDS))
    if tree is None:
        return empty_glossary(file.path), found, frozenset({file.path})
    problems, lost = list(found), set[str]()
    entries: dict[str, object] = {content.SPAN_KEY: tree.span}
    taken, measurands = Taken("glossary entries"), Taken("measurands")
    for name in (name for name in tree.offsets if name in _RECORDS):
        reader: Reader[content.Record] = partial(validate, _RECORDS[name])
        listed = read_list(tree, name, file.path, reader, measurands if name == "measurands" else taken)
        entries[name] = tuple(listed.records)
        problems += listed.problems
        lost |= listed.lost
    return content.GlossaryRecord.model_validate(entries), tuple(problems), frozenset(lost)


def empty_glossary(path: str) -> content.GlossaryRecord:
    """The glossary of a file that could not be read."""
    return content.GlossaryRecord.model_validate({content.SPAN_KEY: Span.at(path)})
