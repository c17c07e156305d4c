"""`briefing audit` and `briefing suggest`: what helps a person write."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator import pipeline
from generator.commands import options
from generator.editing.audit import audit
from generator.editing.drafting.figures import figures
from generator.editing.drafting.mentions import mentions
from generator.editing.drafting.names import names
from generator.editing.originals import OriginalFolder
from generator.model.diagnostics import Diagnostic, has_errors, in_order
from generator.model.facts import Dossier, Source
from generator.model.sources import SourceFile
from generator.project import Project
from generator.reports.formats import Format


@click.command("audit")
@options.project_option
@click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the articles that the summaries sum up.",
)
@options.strict_option
@options.format_option
def audit_command(folder: Path, originals: Path, strict: bool, style: Format) -> None:
    """Hold each summary against its original: nothing is invented, nothing copied."""
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, found = pipeline.check(project)
        summaries = summaries_of(dossier) if dossier else ()
        audited = tuple(problems_of(summaries, OriginalFolder(originals.resolve())))
    problems = in_order((*options.errors_of(found), *audited))
    options.report_problems(project, problems, style)
    failed = dossier is None or has_errors(problems, strict=strict)
    if not failed and style == "full":
        click.echo(_verdict(summaries), err=True)
    sys.exit(options.PROBLEMS if failed else options.CLEAN)


def summaries_of(dossier: Dossier) -> tuple[SourceFile, ...]:
    """The sources that name an original."""
    return tuple(_file(source) for source in dossier.sources.values() if source.bibliography.original)


def problems_of(summaries: tuple[SourceFile, ...], originals: OriginalFolder) -> Iterator[Diagnostic]:
    """What the audit finds in each of the summaries."""
    for summary in summaries:
        original = summary.bibliography.original
        if original is None:
            continue
        text = originals.text_of(summary, original)
        if isinstance(text, Diagnostic):
            yield text
        else:
            yield from audit(summary, text)


def _file(source: Source) -> SourceFile:
    return SourceFile(source.id, source.bibliography, source.body, source.span)


def _verdict(summaries: tuple[SourceFile, ...]) -> str:
    if not summaries:
        return "No source names an original: there is nothing to audit."
    noun = "1 summary has" if len(summaries) == 1 else f"{len(summaries)} summaries have"
    return f"{noun} only figures, names and quotations of the original, in words of the summary's own."


@click.group("suggest")
def suggest_group() -> None:
    """List what the sources hold and the content does not use, as YAML to paste."""


@suggest_group.command("figures")
@options.project_option
def suggest_figures(folder: Path) -> None:
    """List numbers that no evidence holds."""
    _print(folder, figures)


@suggest_group.command("names")
@options.project_option
def suggest_names(folder: Path) -> None:
    """List names that no entry has."""
    _print(folder, names)


@suggest_group.command("mentions")
@options.project_option
def suggest_mentions(folder: Path) -> None:
    """List names in the sources that may not be whose they look."""
    _print(folder, mentions)


def _print(folder: Path, suggestions: Callable[[Dossier], str]) -> None:
    """The suggestions; or the errors, since what is not proved would be suggested again."""
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
        errors = options.errors_of(problems)
        if dossier is None or errors:
            options.report_problems(project, errors, "full")
            click.echo("Nothing is suggested until these are mended.", err=True)
            sys.exit(options.PROBLEMS)
    click.echo(suggestions(dossier), nl=False)
    sys.exit(options.CLEAN)
