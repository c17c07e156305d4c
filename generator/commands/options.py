"""What the commands share: options, exit codes, how problems and progress are shown."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator import pipeline
from generator.model import dates
from generator.model.diagnostics import Diagnostic
from generator.project import Project
from generator.read.corpus import lines_of
from generator.reports.formats import ALWAYS_WRITTEN, FORMATS, Format, render

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
        if not isinstance(date, dates.PartialDate) or not date.is_exact:
            self.fail(f"“{value}” is not an exact day such as 2025-06-09", param, ctx)
        return date


class Report(click.ParamType[tuple[Format, Path]]):
    """A format and the file that takes a report in it, as markdown=build/check.md."""

    name = "format=file"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Format, Path]:
        """The format and the file; fails with a message if there is no such format."""
        name, _, path = str(value).partition("=")
        format = next((known for known in FORMATS if known == name), None)
        if format is None or not path:
            self.fail(f"“{value}” is not a format ({', '.join(FORMATS)}), “=” and a file", param, ctx)
        return format, Path(path)


project_option = click.option(
    "-C",
    "--project",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder with sources/, content/ and mkdocs.yml.",
)
as_of_option = click.option(
    "--as-of", type=Day(), help="Day for which the edition speaks. [default: newest source]"
)
strict_option = click.option("--strict", is_flag=True, help="Warnings fail as errors do.")
format_option = click.option(
    "--format", "style", type=click.Choice(FORMATS), default="full", help="How problems are shown."
)

report_option = click.option(
    "--report", "reports", type=Report(), multiple=True, help="Also write the problems to a file."
)


@contextmanager
def without_traceback() -> Iterator[None]:
    """The operating system's refusals as one line; bugs still show where they are."""
    try:
        yield
    except OSError as refusal:
        click.echo(f"error: {refusal}", err=True)
        sys.exit(FAILED)


def errors_of(problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors among the problems."""
    return tuple(problem for problem in problems if problem.is_error)


def report_problems(project: Project, problems: Sequence[Diagnostic], style: Format) -> None:
    """Print the problems: for people on the error stream, for programs on the output."""
    if not problems and style not in ALWAYS_WRITTEN:
        return
    console = Console(stderr=style == "full")
    color = console.is_terminal and not console.no_color
    text = render(problems, style, lines_of(project.root), color=style == "full" and color)
    click.echo(text, nl=False, err=style == "full", color=True if color else None)


def write_reports(
    project: Project, problems: Sequence[Diagnostic], reports: Sequence[tuple[Format, Path]]
) -> None:
    """Write the problems to files, also if there are none, so that what reads them finds them."""
    for format, path in reports:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(problems, format, lines_of(project.root)), encoding="utf-8")


@contextmanager
def progress() -> Iterator[pipeline.Progress]:
    """A bar on a terminal that watches; silence elsewhere."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<18}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Starting", total=len(pipeline.STEPS))

        def step(name: str, done: int = 0, of: int = 0) -> None:
            shown = f"{name} {done} of {of}" if of else name
            part = done / of if of else 0
            bar.update(task, description=shown, completed=pipeline.STEPS.index(name) + part)

        yield step
