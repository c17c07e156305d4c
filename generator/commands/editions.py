"""`briefing diff`, `release` and `verify`: what changed, and what is published."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.console import Console

from generator import pipeline
from generator.commands import options
from generator.compose.edition import compose
from generator.editions import manifest as manifests
from generator.editions.compare import compare
from generator.editions.release import LATEST, Made, make_release
from generator.editions.tell import as_json, as_markdown, as_terminal
from generator.files import write_group
from generator.model.addresses import SiteAddress, SiteFiles
from generator.model.dates import PartialDate
from generator.model.diagnostics import has_errors
from generator.model.editions import Comparison, Importance
from generator.project import Project
from generator.reports.full import visible
from generator.site.settings import address_of, site_words

VIEWS = ("terminal", "markdown", "json")


@click.command("diff")
@options.project_option
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "view", type=click.Choice(VIEWS), default="terminal", help="How it is told.")
def diff_command(folder: Path, old: str, new: str | None, view: str) -> None:
    """Tell what changes for readers from the edition OLD to NEW.

    Either is a manifest (data/edition.json), a built site, a build folder, a project folder, or a git
    revision of this project, which is composed in a temporary folder; nothing is built. Without NEW it
    is the content as it is now.
    """
    settings = pipeline.settings_of(Project(folder))
    with options.without_traceback():
        try:
            language = site_words(settings).language
            before = manifests.find(old, folder, language)
            after = (
                manifests.find(new, folder, language) if new else manifests.composed(folder, "the content")
            )
        except manifests.NoEdition as reason:
            click.echo(f"error: {reason}", err=True)
            sys.exit(options.FAILED)
    click.echo(told(compare(before, after), view, address_of(settings)), nl=False)
    sys.exit(options.CLEAN)


def told(comparison: Comparison, view: str, site: SiteAddress) -> str:
    """The comparison in one of its views; Markdown links to the pages of the `site`."""
    if view == "markdown":
        return as_markdown(comparison, site)
    if view == "json":
        return as_json(comparison)
    console = Console()
    return as_terminal(comparison, color=console.is_terminal and not console.no_color)


@click.command("release")
@options.project_option
@click.option(
    "--importance",
    type=click.Choice([each.value for each in Importance]),
    help="What it means to readers. [default: major if a conclusion changed, else minor]",
)
@click.option("--note", help="A sentence or two of the editors, in plain text.")
@click.option(
    "--date", type=options.Day(), help="The day on which it comes out. [default: the day it speaks for]"
)
def release_command(folder: Path, importance: str | None, note: str | None, date: PartialDate | None) -> None:
    """Record the content as an edition, with what it changed since the last one.

    Writes a file into content/editions/, and the manifest that the next release is held against; the
    next build has the edition on its page and in its feeds. No clock is read: without --date an edition
    carries the day for which it speaks.
    """
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
        if dossier is None or has_errors(problems):
            options.report_problems(project, problems, "full")
            sys.exit(options.PROBLEMS)
        edition = compose(dossier, printed=True)
        kept = project.root / LATEST
        latest = kept.read_bytes() if kept.is_file() else None
        wish = Importance(importance) if importance else None
        try:
            made = make_release(
                dossier, manifests.manifest_of(edition), latest, wish, visible(note) if note else None, date
            )
        except manifests.NotAManifest as reason:
            click.echo(f"error: {reason}", err=True)
            sys.exit(options.FAILED)
        _write(project, made)
    sys.exit(options.CLEAN)


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


@click.command("verify")
@click.argument("published")
@click.argument(
    "built", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path), default=None
)
def verify_command(published: str, built: Path | None) -> None:
    """Check that a PUBLISHED site, a folder or an address, is what was built.

    BUILT is the folder of the site as built, such as build/site. Without it, a folder is held against the
    manifest that it carries itself, which shows damage but not a site that was replaced whole. An
    address always needs BUILT; nothing but that host is asked.
    """
    is_online = urlsplit(published).scheme in ("http", "https")
    if is_online and built is None:
        raise click.UsageError("an address is held against a built site: name its folder as well")
    site = Path(published)
    if not is_online and not site.is_dir():
        raise click.UsageError(f"“{published}” is neither a folder nor an http address")
    with options.without_traceback():
        manifest = _manifest(built or site)
        found = tuple(
            manifests.deviations_online(manifest, published)
            if is_online
            else manifests.deviations(manifest, site)
        )
        if not is_online and built is not None:
            found = (*_other_manifest(site, built), *found)
    for each in found:
        click.echo(f"{each.what}: {visible(each.path)}")
    if found:
        click.echo(f"{_counted(len(found))} not as built.", err=True)
        sys.exit(options.PROBLEMS)
    click.echo(f"{_counted(len(manifest.files))} as built.", err=True)
    sys.exit(options.CLEAN)


def _manifest(folder: Path) -> manifests.Manifest:
    path = folder / SiteFiles.MANIFEST
    try:
        manifest = manifests.read_manifest(path.read_bytes(), str(path))
    except (manifests.NotAManifest, FileNotFoundError) as reason:
        click.echo(f"error: {reason}", err=True)
        sys.exit(options.FAILED)
    if not manifest.files:
        click.echo(f"error: {path} lists no files: the site was not built to its end", err=True)
        sys.exit(options.FAILED)
    return manifest


def _other_manifest(site: Path, built: Path) -> tuple[manifests.Deviation, ...]:
    """The manifest itself, which no manifest lists."""
    path = site / SiteFiles.MANIFEST
    if not path.is_file():
        return (manifests.Deviation(SiteFiles.MANIFEST, "missing"),)
    is_same = path.read_bytes() == (built / SiteFiles.MANIFEST).read_bytes()
    return () if is_same else (manifests.Deviation(SiteFiles.MANIFEST, "changed"),)


def _counted(count: int) -> str:
    return "1 file is" if count == 1 else f"{count} files are"
