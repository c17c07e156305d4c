"""Writes `content/reviews.yml`: acceptances are added, renewed and removed; all else in the file stays."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.reviews import Fingerprint, Review

_HEAD = """\
# Findings that somebody read and accepted: `briefing accept` writes this file. Each is tied by
# fingerprints to the statement, its evidence and what was found; it dies when one of them changes.
"""
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What is to be accepted, by whom, on which day, and why."""

    code: str
    place: str
    fingerprint: Fingerprint
    by: str
    date: PartialDate
    because: str


def matching(problems: Iterable[Diagnostic], code: str, place: str) -> tuple[Diagnostic, ...]:
    """The problems of a code at a place, which is as reports show it: `path:line`, with or without column.

    A fingerprint of a finding is a place too.
    """
    return tuple(problem for problem in problems if problem.code == code and place in _places_of(problem))


def _places_of(problem: Diagnostic) -> tuple[str, ...]:
    span = problem.span
    here = (str(span), f"{span.path}:{span.line}") if span else ("",)
    return (*here, problem.fingerprint.finding)


def with_acceptances(text: str, new: Sequence[Acceptance]) -> str:
    """The file's text with these acceptances; one of the same code and fingerprint is renewed in place."""
    yaml, document = _document(text)
    reviews = document["reviews"]
    for each in new:
        same = [at for at, old in enumerate(reviews) if _tied(old) == (each.code, asdict(each.fingerprint))]
        if same:
            reviews[same[0]] = _item(each)
        else:
            reviews.append(_item(each))
    return _written(yaml, document)


def without(text: str, dead: Iterable[Review]) -> str:
    """The file's text without these acceptances, of which each is found by its code and fingerprint once."""
    yaml, document = _document(text)
    reviews = document["reviews"]
    for each in dead:
        tied = (each.code, asdict(each.fingerprint))
        at = next((at for at in reversed(range(len(reviews))) if _tied(reviews[at]) == tied), None)
        if at is not None:
            del reviews[at]
    return _written(yaml, document)


def _document(text: str) -> tuple[YAML, Any]:
    yaml = YAML()
    yaml.width = _WIDTH
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(text if text.strip() else _HEAD + "reviews: []\n")
    if not document.get("reviews"):
        document["reviews"] = CommentedSeq()
    return yaml, document


def _written(yaml: YAML, document: object) -> str:
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def _tied(item: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    return str(item["code"]), {name: str(value) for name, value in item["fingerprint"].items()}


def _item(each: Acceptance) -> dict[str, object]:
    return {
        "code": each.code,
        "place": each.place,
        "fingerprint": asdict(each.fingerprint),
        "by": each.by,
        "date": each.date.iso(),
        "because": each.because,
    }
