"""`content/editions/*.yml` and `content/redirects.yml`: what was released, and where addresses went."""

import json
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from generator.model.content import Filled, Flag, Record, as_date
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.editions import Importance, ItemKind, Redirect, Release, ReleasedChange, Stood, What
from generator.model.text import Span, Text, is_device
from generator.read.inputs import InputFile, Positions
from generator.read.nodes import Fields, parse
from generator.read.schema import validate


def _day(value: object) -> PartialDate:
    day = as_date(value)
    if not isinstance(day, PartialDate) or not day.is_exact:
        raise ValueError("the day of an edition is exact, such as 2025-06-09")
    return day


def _address(value: Text) -> Text:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("an address is a page such as rounds/first-round, with or without #anchor")
    return value


def _stored(value: Text) -> Text:
    device = next((name for name in value.partition("#")[0].split("/") if is_device(name)), None)
    if device is not None:
        raise ValueError(f"“{device}” cannot be part of an address: Windows stores no file of this name")
    return value


# Nothing but what the program makes of ids: an address becomes a path of a file and an anchor of a page.
_ADDRESS = re.compile(
    r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*(?:#[a-z0-9]+(?:[.-][a-z0-9]+)*)?"
)
Address = Annotated[Text, AfterValidator(_address)]
StoredAddress = Annotated[Address, AfterValidator(_stored)]
ExactDay = Annotated[PartialDate, BeforeValidator(_day)]


class ChangeRecord(Record):
    """One change of a released edition."""

    what: What
    kind: ItemKind
    label: Filled
    before: Filled | None = None
    after: Filled | None = None
    remarks: tuple[Filled, ...] = ()
    places: tuple[Address, ...] = ()
    concludes: Flag = False
    sources: tuple[Filled, ...] = ()


class MovedRecord(Record):
    """What an edition says as before, but not in all places where it did."""

    said: Filled
    places: tuple[Address, ...]


class EditionRecord(Record):
    """A released edition."""

    as_of: ExactDay
    date: ExactDay
    importance: Importance
    note: Filled | None = None
    fingerprint: Filled
    changes: tuple[ChangeRecord, ...] = ()
    addresses: tuple[Address, ...] = ()
    moved: tuple[MovedRecord, ...] = ()


class RedirectRecord(Record):
    """Where one address went."""

    old: StoredAddress
    new: StoredAddress


class RedirectsRecord(Record):
    """All that moved."""

    redirects: tuple[RedirectRecord, ...]


def read_release(name: str, file: InputFile) -> tuple[Release | None, tuple[Diagnostic, ...]]:
    """The released edition of a file, and its faults."""
    tree, problems = tree_of(file)
    if tree is None:
        return None, problems
    record, misfits = validate(EditionRecord, tree, Span.at(file.path))
    problems = (*problems, *misfits)
    if record is None:
        return None, problems
    return Release(
        id=name,
        as_of=record.as_of,
        date=record.date,
        importance=record.importance,
        note=record.note,
        fingerprint=record.fingerprint,
        changes=tuple(map(_change, record.changes)),
        addresses=tuple(record.addresses),
        moved=tuple(Stood(each.said, tuple(each.places)) for each in record.moved),
    ), problems


def read_stood(file: InputFile) -> tuple[Stood, ...]:
    """Where the items of a manifest stood; nothing if it is none that we know, which a release refuses."""
    try:
        record = json.loads(file.text)
        found = [each for kind in ItemKind for each in record.get(f"{kind}s", ())]
        return tuple(Stood(str(each["text"]), _places(each)) for each in found)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _places(item: Mapping[str, object]) -> tuple[str, ...]:
    places = item.get("places", ())
    found = map(str, places) if isinstance(places, list) else ()
    return tuple(each for each in found if _ADDRESS.fullmatch(each))


def read_redirects(file: InputFile) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    """Where addresses went, and the faults of the file."""
    tree, problems = tree_of(file)
    if tree is None:
        return (), problems
    record, misfits = validate(RedirectsRecord, tree, Span.at(file.path))
    found = record.redirects if record else ()
    return tuple(Redirect(each.old, each.new) for each in found), (*problems, *misfits)


def tree_of(file: InputFile) -> tuple[Fields | None, tuple[Diagnostic, ...]]:
    """The fields of a YAML file, and its faults; None if it holds none."""
    positions = Positions(file.path, file.text)
    tree, problems = parse(file.text, positions)
    if tree is None and not problems:
        return None, (Diagnostic("file-empty", "the file holds nothing but comments", positions.at(0)),)
    if tree is not None and not isinstance(tree, Fields):
        message = "the file should be a mapping of fields"
        return None, (*problems, Diagnostic("wrong-type", message, positions.at(0)))
    return tree, problems


def _change(record: ChangeRecord) -> ReleasedChange:
    return ReleasedChange(
        what=record.what,
        kind=record.kind,
        label=record.label,
        before=record.before,
        after=record.after,
        remarks=tuple(record.remarks),
        addresses=tuple(record.places),
        concludes=record.concludes,
        sources=tuple(record.sources),
    )
