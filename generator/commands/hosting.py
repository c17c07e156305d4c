"""`briefing hosting`: the site's own headers, caching and redirects in the language of a server."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from generator.console import (
    FAILED,
    PROBLEMS,
    errors_of,
    project_option,
    report_problems,
    without_traceback,
)
from generator.hosting.apache import apache
from generator.hosting.caddy import caddy
from generator.hosting.cloudfront import cloudfront_function, cloudfront_headers
from generator.hosting.facts import Site, base_of, headers_file, site_at
from generator.hosting.nginx import nginx
from generator.pipeline import Project, settings_problems
from generator.site.policy import headers_of, policy_of
from generator.site.settings import print_settings

Writer = Callable[[Site, str, int], str]

SERVERS: dict[str, Writer] = {
    "nginx": nginx,
    "caddy": caddy,
    "apache": lambda site, _root, _port: apache(site),
    "cloudfront-headers": lambda site, _root, _port: cloudfront_headers(site),
    "cloudfront-function": lambda site, _root, _port: cloudfront_function(site),
    "headers": lambda site, _root, _port: headers_file(site.headers, site.forever),
    "path": lambda site, _root, _port: f"{site.base}\n",
}


@click.command("hosting")
@click.argument("server", type=click.Choice(list(SERVERS)))
@project_option
@click.option("--root", default="/srv/www", show_default=True, help="Folder below which the server looks.")
@click.option("--port", type=click.IntRange(1, 65535), default=8080, show_default=True)
@click.option("--at", "base", help="Path under which the site is reached. [default: that of site_url]")
def command(server: str, folder: Path, root: str, port: int, base: str | None) -> None:
    """Print the configuration of a SERVER for the built site; or `path`, under which the site is reached.

    The site's files belong into the folder of that path below the root.
    """
    project = Project(folder.resolve())
    if not project.site.is_dir():
        click.echo("error: there is no site yet; run briefing build first", err=True)
        sys.exit(FAILED)
    with without_traceback():
        if faults := errors_of(settings_problems(project)):
            report_problems(project, faults, "full")
            sys.exit(PROBLEMS)
        headers = headers_of(policy_of(project.root))
        own = base_of(print_settings(project.root).site_url)
        base = own if base is None else base_of(f"https://host/{base}")
        try:
            site = site_at(project.site, headers, base, own)
        except ValueError as fault:
            click.echo(f"error: {fault}", err=True)
            sys.exit(FAILED)
    click.echo(SERVERS[server](site, root, port), nl=False)
