"""A project as it stood on an earlier day: with the sources that were out by then, and what they prove."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import TypeVar

from generator.compose.edition import compose
from generator.model import content
from generator.model.dates import PartialDate
from generator.model.facts import Dossier
from generator.model.pages import Edition
from generator.read.corpus import read
from generator.verify.dossier import verify

R = TypeVar("R", bound=content.Record)


@cache
def dossier_on(project: Path, day: str) -> Dossier:
    """The dossier of what was out by a day; it has no errors."""
    whole, _ = read(project)
    assert whole is not None
    as_of = PartialDate(*datetime.date.fromisoformat(day).timetuple()[:3])
    dossier, problems = verify(_by(whole, as_of.latest()), as_of)
    # An entry that only later sources name stays in the glossary, where nothing is said of it.
    faults = [each for each in problems if each.is_error and each.code != "name-not-printed"]
    assert not faults, faults
    return dossier


@cache
def edition_on(project: Path, day: str) -> Edition:
    """The edition for a day, of what was out by then."""
    return compose(dossier_on(project, day))


def _by(corpus: content.Corpus, day: datetime.date) -> content.Corpus:
    issued = {draft.file.id: draft.file.bibliography.issued for draft in corpus.sources}
    later = {name for name, date in issued.items() if date and date.earliest() > day}
    events = _those_left(corpus.events, later)
    there = {str(event.id) for event in events}
    drafts = (draft for draft in corpus.sources if draft.file.id not in later)
    return dataclasses.replace(
        corpus,
        sources=tuple(_draft_left(draft, later) for draft in drafts),
        glossary=_left(corpus.glossary, later) or corpus.glossary,
        events=tuple(
            event.model_copy(update={"follows": tuple(name for name in event.follows if name in there)})
            for event in events
        ),
        briefings=tuple(_briefing_left(each, later) for each in corpus.briefings),
        disputes=_disputes_left(corpus.disputes, later),
        home=None if later else corpus.home,  # It sums up what the last source tells.
        releases=(),
        redirects=(),
    )


def _draft_left(draft: content.SourceDraft, later: Collection[str]) -> content.SourceDraft:
    return dataclasses.replace(draft, record=_left(draft.record, later) or draft.record)


def _briefing_left(briefing: content.BriefingRecord, later: Collection[str]) -> content.BriefingRecord:
    left = _left(briefing, later) or briefing
    disputes = _disputes_left(briefing.head.disputes, later)
    return left.model_copy(update={"head": left.head.model_copy(update={"disputes": disputes})})


def _disputes_left(
    disputes: tuple[content.DisputeRecord, ...], later: Collection[str]
) -> tuple[content.DisputeRecord, ...]:
    """Those to which two answers are left."""
    return tuple(each for each in _those_left(disputes, later) if len(each.positions) > 1)


def _those_left(records: tuple[R, ...], later: Collection[str]) -> tuple[R, ...]:
    return tuple(found for each in records if (found := _left(each, later)) is not None)


def _left(record: R, later: Collection[str]) -> R | None:
    """A record without what cites a later source; None if it does so itself.

    A title that an earlier source prints as well stays.
    """
    changes: dict[str, object] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, content.Record):
            changes[name] = _left(value, later)
        elif isinstance(value, tuple) and value and isinstance(value[0], content.CitationRecord):
            there = tuple(each for each in value if each.source not in later)
            if len(there) < len(value) and not (there and isinstance(record, content.RoleRecord)):
                return None
            changes[name] = there
        elif isinstance(value, tuple) and value and isinstance(value[0], content.Record):
            changes[name] = _those_left(value, later)
    return record.model_copy(update=changes)
