"""`briefing release`: records an edition, for the page of editions, the feeds, and the addresses to keep."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import pipeline
from generator.console import CLEAN, FAILED, PROBLEMS, Day, project_option, report_problems, without_traceback
from generator.editions.as_terminal import as_terminal
from generator.editions.manifest import NotAManifest, manifest_of
from generator.editions.release import LATEST, Made, make_release
from generator.files import write_group
from generator.model.dates import PartialDate
from generator.model.diagnostics import has_errors
from generator.model.releases import Importance
from generator.pipeline import Project
from generator.report.visible import visible


@click.command("release")
@project_option
@click.option(
    "--importance",
    type=click.Choice([each.value for each in Importance]),
    help="What it means to readers. [default: major if a conclusion changed, else minor]",
)
@click.option("--note", help="A sentence or two of the editors, in plain text.")
@click.option("--date", type=Day(), help="The day on which it comes out. [default: the day it speaks for]")
def command(folder: Path, importance: str | None, note: str | None, date: PartialDate | None) -> None:
    """Record the content as an edition, with what it changed since the last one.

    Writes a file into content/editions/, and the manifest that the next release is held against; the
    next build has the edition on its page and in its feeds. No clock is read: without --date an edition
    carries the day for which it speaks.
    """
    project = Project(folder.resolve())
    with without_traceback():
        dossier, problems = pipeline.check(project)
        if dossier is None or has_errors(problems):
            report_problems(project, problems, "full")
            sys.exit(PROBLEMS)
        edition, _ = pipeline.composed(project)
        if edition is None:
            sys.exit(PROBLEMS)
        kept = project.root / LATEST
        latest = kept.read_bytes() if kept.is_file() else None
        wish = Importance(importance) if importance else None
        try:
            made = make_release(
                dossier, manifest_of(edition), latest, wish, visible(note) if note else None, date
            )
        except NotAManifest as reason:
            click.echo(f"error: {reason}", err=True)
            sys.exit(FAILED)
        _write(project, made)
    sys.exit(CLEAN)


def _write(project: Project, made: Made | None) -> None:
    if made is None:
        click.echo(
            "Nothing changed for readers since the last edition: there is nothing to release.", err=True
        )
        return
    write_group({project.root / path: content for path, content in made.files.items()})
    if made.comparison is not None:
        click.echo(as_terminal(made.comparison, color=False), nl=False)
    click.echo(
        f"Recorded the {made.importance.value} edition {made.id}; build again to publish it.", err=True
    )
    for path in made.files:
        click.echo(path.as_posix())
