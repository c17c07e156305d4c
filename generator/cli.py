"""The program `briefing`: import, build, check, serve, seal, audit, hosting, links, post, suggest.

Exit codes: 0 clean, 1 problems in the content, 2 usage or the system.
"""

import sys
from pathlib import Path

import click

from generator import __version__, pipeline
from generator.commands import options
from generator.commands.accepting import accept_command, review_command
from generator.commands.editing import audit_command, suggest_group
from generator.commands.editions import diff_command, release_command, verify_command
from generator.commands.hosting import hosting_command, links_command, post_group
from generator.commands.importing import import_command
from generator.commands.seal import seal_command
from generator.model import dates
from generator.model.diagnostics import has_errors
from generator.model.settings import PAPERS
from generator.pipeline import Outcome, Printing
from generator.project import Project
from generator.reports.formats import Format
from generator.site.serve import serve as serve_site


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
def main() -> None:
    """Build briefing sites in which every statement leads to its evidence."""


main.add_command(accept_command)
main.add_command(audit_command)
main.add_command(diff_command)
main.add_command(hosting_command)
main.add_command(import_command)
main.add_command(links_command)
main.add_command(post_group)
main.add_command(release_command)
main.add_command(review_command)
main.add_command(seal_command)
main.add_command(suggest_group)
main.add_command(verify_command)


@main.command()
@options.project_option
@options.as_of_option
@options.strict_option
@options.format_option
@options.report_option
def check(
    folder: Path,
    as_of: dates.PartialDate | None,
    strict: bool,
    style: Format,
    reports: tuple[tuple[Format, Path], ...],
) -> None:
    """Check sources, timeline, glossary and briefings; write nothing but the reports asked for."""
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project, as_of)
        options.write_reports(project, problems, reports)
    options.report_problems(project, problems, style)
    failed = dossier is None or has_errors(problems, strict=strict)
    if not failed and dossier and style == "full":
        click.echo(
            f"Every citation was found. Sources: {len(dossier.sources)}; events: {len(dossier.events)};"
            f" entries: {len(dossier.entries)}.",
            err=True,
        )
    sys.exit(options.PROBLEMS if failed else options.CLEAN)


@main.command()
@options.project_option
@options.as_of_option
@options.strict_option
@options.format_option
@click.option("--pages-only", is_flag=True, help="Write build/pages and build/nav.yml; print nothing.")
@click.option("--pdf/--no-pdf", default=True, help="Print the briefings as PDF. [default: --pdf]")
@click.option("--paper", type=click.Choice(sorted(PAPERS)), help="Paper. [default: mkdocs.yml, or a4]")
@click.option("--cache/--no-cache", "keeps", default=True, help="Use .cache/briefing. [default: --cache]")
def build(  # noqa: PLR0913 - click passes each option by name
    folder: Path,
    as_of: dates.PartialDate | None,
    strict: bool,
    style: Format,
    pages_only: bool,
    pdf: bool,
    paper: str | None,
    keeps: bool,
) -> None:
    """Build the pages and the site into build/."""
    project = Project(folder.resolve(), keeps)
    with options.without_traceback(), options.progress() as step:
        if pages_only:
            outcome = pipeline.build_pages(project, as_of, strict=strict, step=step)
        else:
            printing = Printing(pdf, paper)
            outcome = pipeline.build(project, as_of, strict=strict, step=step, printing=printing)
    options.report_problems(project, outcome.problems, style)
    if outcome.edition is None:
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(options.PROBLEMS)
    where = f"new site in {project.site}" if outcome.is_site_new else f"the site in {project.site} is current"
    click.echo(_summary(outcome, f"pages in {project.pages}" if pages_only else where), err=True)


@main.command()
@options.project_option
@options.as_of_option
@options.strict_option
@options.format_option
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
    """Print one PAGE, such as a topic's or a person's id, or the `dossier`, into build/print/."""
    project = Project(folder.resolve())
    with options.without_traceback():
        path, problems = pipeline.print_one(project, page, as_of, paper=paper)
    options.report_problems(project, problems, style)
    if path is None or has_errors(problems, strict=strict):
        sys.exit(options.PROBLEMS)
    click.echo(path)


@main.command()
@options.project_option
@options.as_of_option
@options.strict_option
@options.format_option
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
def serve(folder: Path, as_of: dates.PartialDate | None, strict: bool, style: Format, address: str) -> None:
    """Serve the site, and rebuild its pages when files change."""
    project = Project(folder.resolve())

    def rebuild() -> bool:
        with options.without_traceback():
            outcome = pipeline.build_pages(project, as_of, strict=strict, policed=False)
        options.report_problems(project, outcome.problems, style)
        if outcome.edition is None:
            click.echo("The last good pages stay on show.", err=True)
        return outcome.edition is not None

    if not rebuild() and not project.navigation.exists():
        sys.exit(options.PROBLEMS)
    sys.exit(serve_site(project.root, rebuild, project.inputs(), address))


def _summary(outcome: Outcome, where: str) -> str:
    if outcome.edition is None or outcome.published is None:
        return ""
    done = outcome.published
    pages = f"{len(outcome.edition.pages)} pages as of {dates.spoken(outcome.edition.as_of)}"
    files = f"{len(done.written)} files written, {len(done.unchanged)} unchanged, {len(done.removed)} removed"
    return f"{pages}: {files}; {where}."
