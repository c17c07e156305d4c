"""Dossiers and editions of test projects, made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.compose.edition import compose
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.facts import Dossier
from generator.model.pages import Edition
from generator.read.corpus import read
from generator.verify.dossier import verify


@cache
def verified(project: Path) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """A project's dossier and its problems."""
    corpus, unread = read(project)
    assert corpus is not None
    dossier, unproved = verify(corpus)
    return dossier, (*unread, *unproved)


@cache
def edition(project: Path) -> Edition:
    """A project's edition; the project has no errors."""
    dossier, problems = verified(project)
    assert not has_errors(problems), problems
    return compose(dossier)
