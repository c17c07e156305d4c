"""`briefing hosting`, `links` and `post`: the servers, the links and the forges around a site."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
import requests

from generator import pipeline
from generator.commands import options
from generator.hosting import servers
from generator.hosting.forges import Forge, NotHere, forge_of, posted
from generator.hosting.links import LINK_FORMATS, LinkFormat, Manners, ask_all, links_of, links_report
from generator.pipeline import configured
from generator.project import Project
from generator.site.policy import headers_of, policy_of
from generator.site.settings import address_of, print_settings

Writer = Callable[[servers.Site, str, int], str]

SERVERS: dict[str, Writer] = {
    "nginx": servers.nginx,
    "caddy": servers.caddy,
    "apache": lambda site, _root, _port: servers.apache(site),
    "cloudfront-headers": lambda site, _root, _port: servers.cloudfront_headers(site),
    "cloudfront-function": lambda site, _root, _port: servers.cloudfront_function(site),
    "headers": lambda site, _root, _port: servers.headers_file(site.headers, site.forever),
    "path": lambda site, _root, _port: f"{site.base}\n",
}

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
COMMENT, ISSUE = "<!-- briefing diff -->", "<!-- briefing links -->"
TITLE = "Links of the sources that need an editor"


@click.command("hosting")
@click.argument("server", type=click.Choice(list(SERVERS)))
@options.project_option
@click.option("--root", default="/srv/www", show_default=True, help="Folder below which the server looks.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True)
@click.option("--at", "base", help="Path under which the site is reached. [default: that of site_url]")
def hosting_command(server: str, folder: Path, root: str, port: int, base: str | None) -> None:
    """Print the configuration of a SERVER for the built site; or `path`, under which the site is reached.

    The site's files belong into the folder of that path below the root.
    """
    project = Project(folder.resolve())
    if not project.site.is_dir():
        click.echo("error: there is no site yet; run briefing build first", err=True)
        sys.exit(options.FAILED)
    with options.without_traceback():
        settings, problems = configured(project)
        if faults := options.errors_of(problems):
            options.report_problems(project, faults, "full")
            sys.exit(options.PROBLEMS)
        headers = headers_of(policy_of(settings))
        own = servers.base_of(print_settings(settings.settings).site_url)
        base = own if base is None else servers.base_of(f"https://host/{base}")
        try:
            site = servers.site_at(project.site, headers, base, own)
        except ValueError as fault:
            click.echo(f"error: {fault}", err=True)
            sys.exit(options.FAILED)
    click.echo(SERVERS[server](site, root, port), nl=False)


@click.command("links")
@options.project_option
@click.option(
    "--format", "style", type=click.Choice(LINK_FORMATS), default="text", help="How answers are shown."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the terminal."
)
@click.option("--timeout", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds.")
@click.option("--pause", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds for a host.")
@click.option("--private", is_flag=True, help="Also ask hosts of the local network.")
def links_command(
    folder: Path, style: LinkFormat, output: Path | None, timeout: float, pause: float, private: bool
) -> None:
    """Ask whether the links of the sources still answer; the only command that asks hosts you did not name.

    A link that does not is no problem of the content: the exit code is 0.
    """
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
        if dossier is None:
            options.report_problems(project, options.errors_of(problems), "full")
            sys.exit(options.PROBLEMS)
        contact = address_of(pipeline.settings_of(project)).address
        manners = Manners(patience=timeout, pause=pause, private=private, contact=contact)
        report = links_report(ask_all(links_of(dossier.sources.values()), manners), style)
        if output:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(report, encoding="utf-8")
        else:
            click.echo(report, nl=False)
    sys.exit(options.CLEAN)


@click.group("post")
def post_group() -> None:
    """Post a Markdown file from a CI job of GitLab or Forgejo, with the token in BRIEFING_TOKEN."""


@post_group.command("comment")
@FILE
def comment(file: Path) -> None:
    """Put a FILE under the merge request of this job, in one comment that is kept up to date."""

    def keep(forge: Forge, text: str) -> str:
        if forge.comments is None:
            raise NotHere("this is no job of a merge request (Forgejo: BRIEFING_PULL holds its number)")
        return forge.keep(forge.comments, posted(text, COMMENT), COMMENT, title=None)

    _post(file, keep)


@post_group.command("issue")
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
        sys.exit(options.FAILED)
    click.echo(f"{file.name}: {done}")
