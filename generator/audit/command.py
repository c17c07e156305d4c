"""`briefing audit`: holds all digests of a project against their originals."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator import pipeline
from generator.audit import audit
from generator.audit.originals import Originals
from generator.console import (
    CLEAN,
    PROBLEMS,
    errors_of,
    format_option,
    project_option,
    report_problems,
    strict_option,
    without_traceback,
)
from generator.model.diagnostics import Diagnostic, has_errors, in_order
from generator.model.dossier import Dossier, Source
from generator.model.sources import SourceFile
from generator.pipeline import Project
from generator.report import Format


@click.command("audit")
@project_option
@click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the articles that the digests digest.",
)
@strict_option
@format_option
def command(folder: Path, originals: Path, strict: bool, style: Format) -> None:
    """Hold each digest against its original: nothing is invented, nothing copied."""
    project = Project(folder.resolve())
    with without_traceback():
        dossier, found = pipeline.check(project)
        digests = digests_of(dossier) if dossier else ()
        audited = tuple(problems_of(digests, Originals(originals.resolve())))
    problems = in_order((*errors_of(found), *audited))
    report_problems(project, problems, style)
    failed = dossier is None or has_errors(problems, strict=strict)
    if not failed and style == "full":
        click.echo(_summary(digests), err=True)
    sys.exit(PROBLEMS if failed else CLEAN)


def digests_of(dossier: Dossier) -> tuple[SourceFile, ...]:
    """The sources that name an original."""
    return tuple(_file(source) for source in dossier.sources.values() if source.bibliography.original)


def problems_of(digests: tuple[SourceFile, ...], originals: Originals) -> Iterator[Diagnostic]:
    """What the audit finds in each of the digests."""
    for digest in digests:
        original = digest.bibliography.original
        if original is None:
            continue
        text = originals.text_of(digest, original)
        if isinstance(text, Diagnostic):
            yield text
        else:
            yield from audit(digest, text)


def _file(source: Source) -> SourceFile:
    return SourceFile(source.id, source.bibliography, source.body, source.span)


def _summary(digests: tuple[SourceFile, ...]) -> str:
    if not digests:
        return "No source names an original: there is nothing to audit."
    noun = "1 digest has" if len(digests) == 1 else f"{len(digests)} digests have"
    return f"{noun} only figures, names and quotations of the original, in words of the digest's own."
