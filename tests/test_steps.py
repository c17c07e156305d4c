"""A run takes one stage after the other, as long as nothing stands in the way."""

from __future__ import annotations

import gc

import pytest

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.text import Span
from generator.pipeline import Run

LATE = Diagnostic("late", "late in the file", Span.at("a.yml", 9))
EARLY = Diagnostic("early", "early in the file", Span.at("a.yml", 1))
WARNING = Diagnostic("doubt", "a warning", Span.at("a.yml", 2), Severity.WARNING)


def test_problems_of_all_stages_are_told_in_the_order_of_the_files() -> None:
    """Whichever stage found them."""
    run = Run()
    assert run.stage("Reading", lambda n: (n + 1, (LATE,)), 1, despite_errors=True) == 2
    assert run.stage("Verifying", lambda n: (n + 1, (EARLY, LATE)), 2, despite_errors=True) == 3
    assert run.problems == (EARLY, LATE)


@pytest.mark.parametrize(("problem", "strict"), [(LATE, False), (WARNING, True)])
def test_nothing_is_done_once_an_error_stands_in_the_way(problem: Diagnostic, strict: bool) -> None:
    """Nor told as a step; what the stage with the error made goes no further."""
    steps: list[str] = []
    run = Run(lambda name, _done=0, _of=0: steps.append(name), strict)
    composed = run.stage("Composing", lambda n: (n, (problem,)), 1)
    assert composed is None
    assert run.stage("Rendering", lambda n: (n, ()), 1) is None
    assert steps == ["Composing"]


def test_a_warning_stands_in_nobodys_way() -> None:
    """It is noted."""
    run = Run()
    assert run.stage("Composing", lambda n: (n, (WARNING,)), 1) == 1
    assert run.problems == (WARNING,)
    assert not run.has_failed


def test_a_stage_without_anything_to_take_is_left_out() -> None:
    """Even one that errors do not keep from running."""
    steps: list[str] = []
    run = Run(lambda name, _done=0, _of=0: steps.append(name))
    assert run.stage("Verifying", lambda n: (n, ()), None, despite_errors=True) is None
    assert steps == []


def test_the_collector_rests_in_a_stage_only() -> None:
    """And goes on after a stage that breaks off."""

    def breaks_off(_: int) -> tuple[int, tuple[Diagnostic, ...]]:
        assert not gc.isenabled()
        raise OSError("no space left")

    assert gc.isenabled()
    with pytest.raises(OSError, match="no space"):
        Run().stage("Rendering", breaks_off, 1)
    assert gc.isenabled()
