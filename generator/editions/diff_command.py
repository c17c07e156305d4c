"""`briefing diff`: what changes for readers from one edition to another."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from generator.console import CLEAN, FAILED, project_option, without_traceback
from generator.editions.as_json import as_json
from generator.editions.as_markdown import as_markdown
from generator.editions.as_terminal import as_terminal
from generator.editions.comparison import compare
from generator.editions.found import NoEdition, composed, find
from generator.model.changes import Comparison
from generator.model.site_address import SiteAddress
from generator.site.settings import known_site_address

VIEWS = ("terminal", "markdown", "json")


@click.command("diff")
@project_option
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "view", type=click.Choice(VIEWS), default="terminal", help="How it is told.")
def command(folder: Path, old: str, new: str | None, view: str) -> None:
    """Tell what changes for readers from the edition OLD to NEW.

    Either is a manifest (data/edition.json), a built site, a build folder, a project folder, or a git
    revision of this project, which is composed in a temporary folder; nothing is built. Without NEW it
    is the content as it is now.
    """
    with without_traceback():
        try:
            before = find(old, folder)
            after = find(new, folder) if new else composed(folder, "the content")
        except NoEdition as reason:
            click.echo(f"error: {reason}", err=True)
            sys.exit(FAILED)
    click.echo(told(compare(before, after), view, known_site_address(folder)), nl=False)
    sys.exit(CLEAN)


def told(comparison: Comparison, view: str, site: SiteAddress) -> str:
    """The comparison in one of its views; Markdown links to the pages of the `site`."""
    if view == "markdown":
        return as_markdown(comparison, site)
    if view == "json":
        return as_json(comparison)
    console = Console()
    return as_terminal(comparison, color=console.is_terminal and not console.no_color)
