"""A run parses mkdocs.yml once, whatever its stages ask of it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.model.diagnostics import has_errors
from generator.pipeline import NOT_PRINTED, build, check
from generator.project import Project
from tests.support.sites import a_copy


def built_anew(project: Project) -> None:
    """Nothing is remembered of the site or of its policy, so that each stage does all that it can."""
    shutil.rmtree(project.site)
    (project.build / "policy.json").unlink()
    outcome = build(project, printing=NOT_PRINTED)
    assert not has_errors(outcome.problems)
    assert outcome.is_site_new


def checked(project: Project) -> None:
    assert not has_errors(check(project)[1])


@pytest.mark.slow
@pytest.mark.parametrize("run", [built_anew, checked])
def test_the_settings_are_parsed_once_a_run(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[[Project], None]
) -> None:
    """Once as the engine reads them, and once by the strict parser that looks for faults in all our YAML."""
    project = a_copy(small, tmp_path / "project")
    text = project.settings.read_text(encoding="utf-8")
    parses: Counter[str] = Counter()

    def counted(name: str, of_yaml: Callable[..., object]) -> Callable[..., object]:
        def counting(source: object, *rest: object, **more: object) -> object:
            parses[name] += source == text
            return of_yaml(source, *rest, **more)

        return counting

    for name in ("compose", "parse"):
        monkeypatch.setattr(yaml, name, counted(name, getattr(yaml, name)))
    run(project)
    assert parses == {"compose": 1, "parse": 1}
