"""Pages as JSON, for machines."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from enum import Enum
from typing import get_args

from generator.model.blocks import Block
from generator.model.cut import Cut
from generator.model.dates import Interval, PartialDate
from generator.model.edition import Edition, Page
from generator.model.kinds import Kind
from generator.model.parts import fields_said
from generator.model.runs import Run
from generator.render.markdown import snake
from generator.words import words_in

_NAMED = frozenset((*get_args(Run), *get_args(Block)))
_PLAIN = frozenset((str, int, float, bool, type(None)))


def page_record(edition: Edition, page: Page) -> bytes:
    """One page: all its values under their names, a `type` on each run and block, dates in EDTF."""
    about: dict[str, object] = {
        "as_of": str(edition.as_of),
        "site_name": edition.site_name,
    }
    words = words_in(edition.language)
    files = [{"path": each.path, "label": words.of(each.kind)} for each in page.attachments]
    return _json(about | _fields(page) | {"attachments": files})


def _record(value: object) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, (PartialDate, Interval)):
        return str(value)
    if isinstance(value, Enum | Kind):
        return value.key if isinstance(value, Kind) else value.value
    if isinstance(value, (tuple, Cut)):
        return [_record(each) for each in value]
    return _fields(value) if is_dataclass(value) else value


def _fields(value: object) -> dict[str, object]:
    record = {name: _record(getattr(value, name)) for name in fields_said(type(value))}
    return record | {"type": snake(type(value).__name__)} if type(value) in _NAMED else record


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return text.encode(errors="replace") + b"\n"
