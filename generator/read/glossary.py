"""`content/glossary.yml`."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType

from generator.model.diagnostics import Diagnostic
from generator.model.fields import SPAN_KEY, Record
from generator.model.glossary import (
    GlossaryRecord,
    MeasurandRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
    SideRecord,
    TopicRecord,
)
from generator.model.text import Span
from generator.read.duplicates import Taken
from generator.read.files import InputFile
from generator.read.lists import Reader, read_list, top_fields
from generator.read.schema import validate

_RECORDS: MappingProxyType[str, type[Record]] = MappingProxyType(
    {
        "sides": SideRecord,
        "people": PersonRecord,
        "organisations": OrganisationRecord,
        "places": PlaceRecord,
        "concepts": TopicRecord,
        "measures": TopicRecord,
        "measurands": MeasurandRecord,
    }
)


def read_glossary(file: InputFile) -> tuple[GlossaryRecord, tuple[Diagnostic, ...], frozenset[str]]:
    """The entries that could be read, the faults, and the ids of the entries that were dropped.

    The path of the file stands among those ids if entries without a readable id are lost.
    """
    tree, found = top_fields(file, tuple(_RECORDS))
    if tree is None:
        return empty_glossary(file.path), found, frozenset({file.path})
    problems, lost = list(found), set[str]()
    entries: dict[str, object] = {SPAN_KEY: tree.span}
    taken, measurands = Taken("glossary entries"), Taken("measurands")
    for name in (name for name in tree.offsets if name in _RECORDS):
        reader: Reader[Record] = partial(validate, _RECORDS[name])
        listed = read_list(tree, name, file.path, reader, measurands if name == "measurands" else taken)
        entries[name] = tuple(listed.records)
        problems += listed.problems
        lost |= listed.lost
    return GlossaryRecord.model_validate(entries), tuple(problems), frozenset(lost)


def empty_glossary(path: str) -> GlossaryRecord:
    """The glossary of a file that could not be read."""
    return GlossaryRecord.model_validate({SPAN_KEY: Span.at(path)})
