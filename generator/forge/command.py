"""`briefing post`: the steps of a CI job that tell people what came of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import requests

from generator.console import FAILED
from generator.forge.forges import Forge, NotHere, forge_of
from generator.forge.texts import posted

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
COMMENT, ISSUE = "<!-- briefing diff -->", "<!-- briefing links -->"
TITLE = "Links of the sources that need an editor"


@click.group("post")
def group() -> None:
    """Post a Markdown file from a CI job of GitLab or Forgejo, with the token in BRIEFING_TOKEN."""


@group.command("comment")
@FILE
def comment(file: Path) -> None:
    """Put a FILE under the merge request of this job, in one comment that is kept up to date."""

    def keep(forge: Forge, text: str) -> str:
        if forge.comments is None:
            raise NotHere("this is no job of a merge request (Forgejo: BRIEFING_PULL holds its number)")
        return forge.keep(forge.comments, posted(text, COMMENT), COMMENT, title=None)

    _post(file, keep)


@group.command("issue")
@FILE
def issue(file: Path) -> None:
    """Put a FILE of `briefing links` into one issue, which is closed once no link needs an editor."""

    def keep(forge: Forge, text: str) -> str:
        return forge.keep(forge.issues, posted(text, ISSUE), ISSUE, title=TITLE, is_needed="<table>" in text)

    _post(file, keep)


def _post(file: Path, keep: Callable[[Forge, str], str]) -> None:
    try:
        done = keep(forge_of(os.environ), file.read_text(encoding="utf-8"))
    except (NotHere, requests.RequestException, OSError) as fault:
        click.echo(f"error: {fault}", err=True)
        sys.exit(FAILED)
    click.echo(f"{file.name}: {done}")
