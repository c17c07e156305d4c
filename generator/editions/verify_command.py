"""`briefing verify`: checks that published files are the ones that were built."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.console import CLEAN, FAILED, PROBLEMS, without_traceback
from generator.editions.manifest import Manifest, NotAManifest, read_manifest
from generator.editions.published import Deviation, deviations, deviations_online
from generator.model.addresses import SiteFiles
from generator.report.visible import visible


@click.command("verify")
@click.argument("published")
@click.argument(
    "built", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path), default=None
)
def command(published: str, built: Path | None) -> None:
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
    with without_traceback():
        manifest = _manifest(built or site)
        found = tuple(deviations_online(manifest, published) if is_online else deviations(manifest, site))
        if not is_online and built is not None:
            found = (*_other_manifest(site, built), *found)
    for each in found:
        click.echo(f"{each.what}: {visible(each.path)}")
    if found:
        click.echo(f"{_counted(len(found))} not as built.", err=True)
        sys.exit(PROBLEMS)
    click.echo(f"{_counted(len(manifest.files))} as built.", err=True)
    sys.exit(CLEAN)


def _manifest(folder: Path) -> Manifest:
    path = folder / SiteFiles.MANIFEST
    try:
        manifest = read_manifest(path.read_bytes(), str(path))
    except (NotAManifest, FileNotFoundError) as reason:
        click.echo(f"error: {reason}", err=True)
        sys.exit(FAILED)
    if not manifest.files:
        click.echo(f"error: {path} lists no files: the site was not built to its end", err=True)
        sys.exit(FAILED)
    return manifest


def _other_manifest(site: Path, built: Path) -> tuple[Deviation, ...]:
    """The manifest itself, which no manifest lists."""
    path = site / SiteFiles.MANIFEST
    if not path.is_file():
        return (Deviation(SiteFiles.MANIFEST, "missing"),)
    is_same = path.read_bytes() == (built / SiteFiles.MANIFEST).read_bytes()
    return () if is_same else (Deviation(SiteFiles.MANIFEST, "changed"),)


def _counted(count: int) -> str:
    return "1 file is" if count == 1 else f"{count} files are"
