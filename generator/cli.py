"""The program `briefing`: build, check, serve.

Exit codes: 0 clean, 1 problems in the content, 2 usage or the system.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator import __version__, pipeline
from generator.audit.command import command as audit_command
from generator.model import dates
from generator.model.diagnostics import Diagnostic, has_errors
from generator.pipeline import PAPERS, Outcome, Printing, Project
from generator.report import FORMATS, Format, render
from generator.site.serve import serve as serve_site
from generator.suggest.command import group as suggest_group

CLEAN, PROBLEMS, FAILED = 0, 1, 2


class Day(click.ParamType[dates.PartialDate]):
    """A day on the command line, as 2025-06-09."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dates.PartialDate:
        """The day; fails with a message if it is none."""
        try:
            date = dates.parse(str(value))
        except ValueError as problem:
            self.fail(str(problem), param, ctx)
        if not isinstance(date, dates.PartialDate) or not date.is_day():
            self.fail(f"“{value}” is not an exact day such as 2025-06-09", param, ctx)
        return date


def project_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command shares."""
    options = (
        click.option(
            "-C",
            "--project",
            "folder",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=".",
            help="Folder with sources/, content/ and mkdocs.yml.",
        ),
        click.option(
            "--as-of", type=Day(), help="Day for which the edition speaks. [default: newest source]"
        ),
        click.option("--strict", is_flag=True, help="Warnings fail as errors do."),
        click.option(
            "--format",
            "style",
            type=click.Choice(sorted(FORMATS)),
            default="full",
            help="How problems are shown.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return _without_tracebacks(command)


def _without_tracebacks(command: Callable[..., None]) -> Callable[..., None]:
    """The operating system's refusals as one line; bugs still show where they are."""

    @wraps(command)
    def careful(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click passes what the options say
        try:
            command(*args, **kwargs)
        except OSError as refusal:
            click.echo(f"error: {refusal}", err=True)
            sys.exit(FAILED)

    return careful


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Build briefing sites in which every statement is proved."""


main.add_command(audit_command)
main.add_command(suggest_group)


@main.command()
@project_options
def check(folder: Path, as_of: dates.PartialDate | None, strict: bool, style: Format) -> None:
    """Check sources, timeline, glossary and briefings; write nothing."""
    project = Project(folder.resolve())
    dossier, problems = pipeline.check(project, as_of)
    _report(project, problems, style)
    failed = dossier is None or has_errors(problems, strict=strict)
    if not failed and dossier and style == "full":
        click.echo(
            f"{len(dossier.sources)} sources, {len(dossier.events)} events, {len(dossier.entries)} entries:"
            " every citation was found.",
            err=True,
        )
    sys.exit(PROBLEMS if failed else CLEAN)


@main.command()
@project_options
@click.option("--pages-only", is_flag=True, help="Write build/pages and build/nav.yml; print nothing.")
@click.option("--pdf/--no-pdf", default=True, help="Print the briefings as PDF. [default: --pdf]")
@click.option("--paper", type=click.Choice(sorted(PAPERS)), help="Paper. [default: mkdocs.yml, or a4]")
def build(  # noqa: PLR0913 - click passes each option by name
    folder: Path,
    as_of: dates.PartialDate | None,
    strict: bool,
    style: Format,
    pages_only: bool,
    pdf: bool,
    paper: str | None,
) -> None:
    """Build the pages and the site into build/."""
    project = Project(folder.resolve())
    with _progress() as step:
        if pages_only:
            outcome = pipeline.build_pages(project, as_of, strict=strict, step=step)
        else:
            printing = Printing(pdf, paper)
            outcome = pipeline.build(project, as_of, strict=strict, step=step, printing=printing)
    _report(project, outcome.problems, style)
    if outcome.edition is None:
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(PROBLEMS)
    click.echo(_summary(outcome, project), err=True)


@main.command()
@project_options
@click.argument("page")
@click.option("--paper", type=click.Choice(sorted(PAPERS)), help="Paper. [default: mkdocs.yml, or a4]")
def pdf(
    folder: Path,
    as_of: dates.PartialDate | None,
    strict: bool,
    style: Format,
    page: str,
    paper: str | None,
) -> None:
    """Print one PAGE, such as a topic's or a person's id, into build/print/."""
    project = Project(folder.resolve())
    path, problems = pipeline.print_one(project, page, as_of, paper=paper)
    _report(project, problems, style)
    if path is None or has_errors(problems, strict=strict):
        sys.exit(PROBLEMS)
    click.echo(path)


@main.command()
@project_options
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(folder: Path, as_of: dates.PartialDate | None, strict: bool, style: Format, address: str) -> None:
    """Serve the site, and rebuild its pages when files change."""
    project = Project(folder.resolve())

    def rebuild() -> bool:
        outcome = pipeline.build_pages(project, as_of, strict=strict, policed=False)
        _report(project, outcome.problems, style)
        if outcome.edition is None:
            click.echo("The last good pages stay on show.", err=True)
        return outcome.edition is not None

    if not rebuild() and not project.navigation.exists():
        sys.exit(PROBLEMS)
    sys.exit(serve_site(project.root, rebuild, project.inputs(), address))


def _report(project: Project, problems: Sequence[Diagnostic], style: Format) -> None:
    if not problems and style != "json":
        return
    console = Console(stderr=style == "full")
    text = render(
        problems, style, pipeline.lines_of(project.root), color=style == "full" and _wants_color(console)
    )
    click.echo(text, nl=False, err=style == "full", color=True if _wants_color(console) else None)


def _wants_color(console: Console) -> bool:
    return console.is_terminal and not console.no_color


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on a terminal that watches; silence elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=len(pipeline.STEPS))

        def step(name: str) -> None:
            bar.update(task, description=name, completed=pipeline.STEPS.index(name))

        yield step


def _summary(outcome: Outcome, project: Project) -> str:
    if outcome.edition is None or outcome.published is None:
        return ""
    done = outcome.published
    pages = f"{len(outcome.edition.pages)} pages as of {dates.spoken(outcome.edition.as_of)}"
    files = f"{len(done.written)} files written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    site = f"new site in {project.site}" if outcome.is_site_new else f"the site in {project.site} is current"
    return f"{pages}: {files}; {site}."
