"""`briefing suggest`: what the sources hold that the content does not use yet."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator import pipeline
from generator.console import (
    CLEAN,
    PROBLEMS,
    errors_of,
    project_option,
    report_problems,
    without_traceback,
)
from generator.model.dossier import Dossier
from generator.pipeline import Project
from generator.suggest import figures, names


@click.group("suggest")
def group() -> None:
    """List what the sources hold and the content does not use, as YAML to paste."""


@group.command("figures")
@project_option
def suggest_figures(folder: Path) -> None:
    """List numbers that no evidence holds."""
    _print(folder, figures)


@group.command("names")
@project_option
def suggest_names(folder: Path) -> None:
    """List names that no entry has."""
    _print(folder, names)


def _print(folder: Path, suggestions: Callable[[Dossier], str]) -> None:
    """The suggestions; or the errors, since what is not proved would be suggested again."""
    project = Project(folder.resolve())
    with without_traceback():
        dossier, problems = pipeline.check(project)
        errors = errors_of(problems)
        if dossier is None or errors:
            report_problems(project, errors, "full")
            click.echo("Nothing is suggested until these are mended.", err=True)
            sys.exit(PROBLEMS)
    click.echo(suggestions(dossier), nl=False)
    sys.exit(CLEAN)
