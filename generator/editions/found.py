"""Editions by name: a manifest, a built site, a build folder, a project, or a revision of one."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from generator import pipeline
from generator.editions.manifest import Manifest, NotAManifest, manifest_of, read_manifest
from generator.model.addresses import SiteFiles
from generator.model.diagnostics import Severity
from generator.pipeline import Project
from generator.site.settings import known_language

# Where a folder may have its manifest: a site, a build folder, a project that was built.
IN_FOLDERS = (SiteFiles.MANIFEST, f"site/{SiteFiles.MANIFEST}")


class NoEdition(ValueError):
    """A name under which no edition is found; the message says why."""


def find(name: str, project: Path) -> Manifest:
    """The edition that a name means: a path if there is such a file or folder, else a revision.

    What is read from a file speaks the language of the project.
    """
    path = Path(name)
    try:
        if path.is_file():
            return _read(path, name, project)
        if path.is_dir():
            return _in_folder(path, name, project)
    except NotAManifest as reason:
        raise NoEdition(str(reason)) from None
    return _at_revision(name, project)


def composed(folder: Path, name: str) -> Manifest:
    """The edition that the content of a folder makes; nothing is built."""
    edition, problems = pipeline.composed(Project(folder.resolve()))
    if edition is None:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        first = f"{errors[0].span}: {errors[0].message}" if errors else "its content cannot be read"
        raise NoEdition(f"{name} makes no edition: {len(errors)} errors, the first is {first}")
    return manifest_of(edition)


def _read(file: Path, name: str, project: Path) -> Manifest:
    return replace(read_manifest(file.read_bytes(), name), language=known_language(project))


def _in_folder(folder: Path, name: str, project: Path) -> Manifest:
    for place in IN_FOLDERS:
        if (folder / place).is_file():
            return _read(folder / place, f"{name}/{place}", project)
    if (folder / "sources").is_dir():
        return composed(folder, name)
    raise NoEdition(f"{name} is neither a built site nor a project with sources/")


def _at_revision(name: str, project: Path) -> Manifest:
    """The content of a revision is laid into a temporary folder, and composed there."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    found = _git(project, asked)
    if found.returncode:
        raise NoEdition(f"“{name}” is no file, no folder and no revision here")
    revision = found.stdout.decode().strip()
    packed = _git(project, ("archive", "--format=tar", revision, "sources", "content", "mkdocs.yml"))
    if packed.returncode:
        raise NoEdition(f"the revision {name} has no edition: {packed.stderr.decode().strip()}")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
            # Python before 3.11.4, as in Debian 12, has no filters; git packs no path that leaves the folder.
            archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            archive.extractall(folder)  # noqa: S202 - filtered by the line above
        return composed(Path(folder), f"the revision {name}")


def _git(project: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=project, capture_output=True, check=False)  # noqa: S603, S607 - git of the editor's own machine, arguments of our own
    except FileNotFoundError:
        raise NoEdition("git is not installed, so revisions cannot be looked up") from None
