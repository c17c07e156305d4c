"""Plain trees to records: each thing that does not fit becomes a diagnostic at its own span."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from generator.model.content import Record
from generator.model.diagnostics import Diagnostic, Edit
from generator.model.text import INDEX, Span, Text, is_device
from generator.read.nodes import Fields, Items, clipped

R = TypeVar("R", bound=Record)

LIKELY_SLIP = 65

_NO_HINTS: Mapping[str, str] = MappingProxyType({})
_OPTIONS = re.compile(r"'([^']*)'")


def validate(
    model: type[R], tree: object, at: Span, hints: Mapping[str, str] = _NO_HINTS
) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """The record that `tree` writes, or None and what is wrong with it.

    `at` is where the tree stands, if it cannot tell itself; `hints` are help for fields of `tree` that are
    unknown to `model` but known elsewhere.
    """
    try:
        record = model.model_validate(tree)
    except ValidationError as error:
        return None, _explained(model, tree, at, error.errors(include_url=False), hints)
    return record, ()


def suggestion(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` was most likely meant to be."""
    found = process.extractOne(clipped(word.lower()), known, scorer=fuzz.ratio, score_cutoff=LIKELY_SLIP)
    return found[0] if found else None


def span_of(node: object) -> Span | None:
    """Where a node of a tree stands."""
    return node.span if isinstance(node, Text | Fields | Items) else None


def _explained(
    model: type[Record], tree: object, at: Span, errors: list[ErrorDetails], hints: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    problems: list[Diagnostic] = []
    meant: set[tuple[int | str, ...]] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            *inside, name = error["loc"]
            here = _record_at(model, tuple(inside))
            if here and name in here.FORMER:
                continue
            known = _fields_of(here)
            slip = suggestion(str(name), known)
            if slip:
                meant.add((*inside, slip))
            problems.append(_unknown_field(tree, at, error, slip, hints))
    for error in errors:
        if error["type"] == "extra_forbidden" or error["loc"] in meant:
            continue
        parent, span = _found(tree, at, error["loc"])
        if isinstance(parent, Fields) and error["loc"] and error["loc"][-1] in parent.absent:
            continue
        here = _record_at(model, error["loc"][:-1])
        problems.append(_misfit(error, span, here.HINTS if here else _NO_HINTS))
    return tuple(problems)


def _found(tree: object, at: Span, loc: tuple[int | str, ...]) -> tuple[object, Span]:
    """The collection that holds what `loc` names, and the span of that or of the nearest thing around it."""
    parent, node, span = None, tree, span_of(tree) or at
    for step in loc:
        parent = node
        node = _within(node, step)
        if node is None:
            break
        span = span_of(node) or span
    return parent, span


def _within(node: object, step: int | str) -> object:
    if isinstance(node, Fields) and isinstance(step, str):
        return node.get(step)
    return node[step] if isinstance(node, Items) and isinstance(step, int) else None


def _record_at(model: type[Record], loc: tuple[int | str, ...]) -> type[Record] | None:
    """The record that a place of the tree should be."""
    here: type[Record] | None = model
    for step in loc:
        if isinstance(step, str) and here is not None and step in here.model_fields:
            here = _record_in(here.model_fields[step].annotation)
    return here


def _fields_of(record: type[Record] | None) -> tuple[str, ...]:
    """The fields of a record as authors write them."""
    fields = record.model_fields.items() if record else ()
    return tuple(field.alias or name for name, field in fields if name != "span")


def _record_in(annotation: object) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _unknown_field(
    tree: object, at: Span, error: ErrorDetails, slip: str | None, hints: Mapping[str, str]
) -> Diagnostic:
    name = str(error["loc"][-1])
    parent, span = _found(tree, at, error["loc"])
    if isinstance(parent, Fields) and name in parent.offsets:
        span = parent.key_span(name)
    help = f"did you mean `{slip}`?" if slip else None
    if parent is tree:
        help = hints.get(name, help)
    return Diagnostic("unknown-field", f"there is no field `{clipped(name)}` here", span, help=help)


def _misfit(error: ErrorDetails, span: Span, hints: Mapping[str, str]) -> Diagnostic:
    kind, value = error["type"], error["input"]
    if kind == "missing":
        name = str(error["loc"][-1])
        return Diagnostic("missing-field", f"the field `{name}` is missing", span, help=hints.get(name))
    if kind in ("bad-id", "bad-date", "unknown-paper"):
        return Diagnostic(kind, error["msg"], span, help=_bad_id_help(value) if kind == "bad-id" else None)
    if kind in ("literal_error", "enum") or "expected" in error.get("ctx", {}):
        return _bad_choice(error, span)
    if "meant" in error.get("ctx", {}):
        return _bad_address(error, span)
    if wanted := _WANTED.get(kind):
        message = f"this should be {wanted}, but is {_said(value)}"
        return Diagnostic("wrong-type", message, span, help=_wrong_type_help(wanted, value))
    reason = error.get("ctx", {}).get("error", error["msg"])
    return Diagnostic("bad-value", str(reason), span)


_WANTED = {
    "tuple_type": "a list",
    "is_instance_of": "a text",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
}


def _said(value: object) -> str:
    if isinstance(value, str):
        return "a single text"
    if isinstance(value, list):
        return "a list"
    return "a mapping of fields" if isinstance(value, dict) else "empty"


def _wrong_type_help(wanted: str, value: object) -> str | None:
    if wanted == "a list" and isinstance(value, str):
        return f"write [{clipped(value)}], or each item on a line of its own that begins with “- ”"
    if wanted == "a list" and isinstance(value, dict):
        return "begin the item with “- ”, even if there is only one"
    if wanted == "a text" and isinstance(value, dict):
        return "put text that holds “: ” or begins with “{” in quotation marks"
    return None


def _bad_choice(error: ErrorDetails, span: Span) -> Diagnostic:
    value = error["input"]
    choices = tuple(_OPTIONS.findall(str(error.get("ctx", {}).get("expected", ""))))
    listed = ", ".join(f"`{choice}`" for choice in choices)
    if not isinstance(value, str):
        return Diagnostic("wrong-type", f"this should be one of {listed}, but is {_said(value)}", span)
    slip = suggestion(value, choices)
    wanted = f"one of {listed}" if len(choices) > 1 else listed
    help = f"did you mean `{slip}`?" if slip else None
    return Diagnostic("bad-value", f"“{clipped(value)}” should be {wanted}", span, help=help)


def _bad_address(error: ErrorDetails, span: Span) -> Diagnostic:
    meant = error["ctx"]["meant"]
    message = f"“{clipped(str(error['input']))}” is no address of the web: {error['msg']}"
    help = f"write `{meant}`" if meant else "write the address as the browser shows it, or leave it out"
    edits = (Edit(span, f'"{meant}"'),) if meant else ()
    return Diagnostic("bad-value", message, span, help=help, edits=edits)


def _bad_id_help(value: object) -> str | None:
    slug = re.sub(r"[^a-z0-9]+", "-", str(value).lower()[:64]).strip("-")
    if slug in (INDEX, value) or is_device(slug):
        return "choose another id"
    return f"did you mean `{slug}`?" if slug else None
