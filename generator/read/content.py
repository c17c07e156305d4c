"""`content/timeline.yml`."""

from __future__ import annotations

from types import MappingProxyType

from generator.model.corpus import EventRecord, RoundRecord
from generator.model.diagnostics import Diagnostic
from generator.model.dossier import EventKind
from generator.model.text import Span
from generator.read.duplicates import Taken
from generator.read.files import InputFile
from generator.read.lists import read_list, top_fields
from generator.read.nodes import Fields, Items
from generator.read.schema import validate

_ONLY_OF_ROUNDS = MappingProxyType(
    {
        name: f"only a talk round has `{name}`: write `kind: round`, or remove the field"
        for name in RoundRecord.model_fields
        if name not in EventRecord.model_fields
    }
)
_OTHER_KINDS = frozenset(EventKind) - {EventKind.ROUND}


def read_timeline(file: InputFile) -> tuple[tuple[EventRecord, ...], tuple[Diagnostic, ...], frozenset[str]]:
    """The events that could be read, the faults, and the ids of the events that were dropped.

    The path of the file stands among those ids if events without a readable id are lost.
    """
    tree, problems = top_fields(file, ("events",))
    if tree is None:
        return (), problems, frozenset({file.path})
    missing = _missing(tree)
    listed = read_list(tree, "events", file.path, _event, Taken("events"))
    commitments = _duplicate_commitments(tree)
    return (
        tuple(listed.records),
        (*problems, *missing, *listed.problems, *commitments),
        frozenset(listed.lost),
    )


def _event(item: object, at: Span) -> tuple[EventRecord | None, tuple[Diagnostic, ...]]:
    if isinstance(item, Fields) and item.get("kind") in _OTHER_KINDS:
        return validate(EventRecord, item, at, _ONLY_OF_ROUNDS)
    # A missing or misspelt kind may mean `round`: its fields are not to be called unknown as well.
    return validate(RoundRecord, item, at)


def _missing(tree: Fields) -> tuple[Diagnostic, ...]:
    if "events" in tree.offsets:
        return ()
    return (Diagnostic("missing-field", "the field `events` is missing", tree.span),)


def _duplicate_commitments(tree: Fields) -> tuple[Diagnostic, ...]:
    taken = Taken("commitments")
    events = tree.get("events")
    lists = [
        event.get("commitments")
        for event in (events if isinstance(events, Items) else ())
        if isinstance(event, Fields)
    ]
    return tuple(
        problem
        for commitments in lists
        if isinstance(commitments, Items)
        for commitment in commitments
        for problem in taken.claim(commitment)
    )
