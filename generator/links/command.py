"""`briefing links`: whether the links of the sources still answer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import pipeline
from generator.console import CLEAN, PROBLEMS, errors_of, project_option, report_problems, without_traceback
from generator.links.answers import links_of
from generator.links.ask import Manners, ask_all
from generator.links.report import LINK_FORMATS, LinkFormat, links_report
from generator.pipeline import Project
from generator.site.settings import known_site_address


@click.command("links")
@project_option
@click.option(
    "--format", "style", type=click.Choice(LINK_FORMATS), default="text", help="How answers are shown."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the terminal."
)
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds.")
@click.option("--pause", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds for a host.")
@click.option("--private", is_flag=True, help="Also ask hosts of the local network.")
def command(
    folder: Path, style: LinkFormat, output: Path | None, timeout: float, pause: float, private: bool
) -> None:
    """Ask whether the links of the sources still answer; the only command that asks hosts you did not name.

    A link that does not is no problem of the content: the exit code is 0.
    """
    project = Project(folder.resolve())
    with without_traceback():
        dossier, problems = pipeline.check(project)
        if dossier is None:
            report_problems(project, errors_of(problems), "full")
            sys.exit(PROBLEMS)
        contact = known_site_address(project.root).address
        manners = Manners(patience=timeout, pause=pause, private=private, contact=contact)
        report = links_report(ask_all(links_of(dossier.sources.values()), manners), style)
        if output:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(report, encoding="utf-8")
        else:
            click.echo(report, nl=False)
    sys.exit(CLEAN)
