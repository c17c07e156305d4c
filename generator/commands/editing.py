"""`briefing audit` and `briefing suggest`: what helps a person write."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator import pipeline
from generator.commands import options
from generator.editing.audit import audit
from generator.editing.drafting.contrary import disagreements
from generator.editing.drafting.figures import figures
from generator.editing.drafting.mentions import mentions
from generator.editing.drafting.names import names
from generator.editing.originals import OriginalFolder
from generator.editing.sealed_article import seal_is_of_its_article
from generator.model.content import Corpus, SourceDraft
from generator.model.diagnostics import Diagnostic, Severity, has_errors, in_order
from generator.model.facts import Dossier
from generator.project import Project
from generator.read.corpus import GLOSSARY, TIMELINE, read, seal_path
from generator.reports.formats import Format


@click.command("audit")
@options.project_option
@click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the articles that the summaries sum up.",
)
@options.strict_option
@options.format_option
def audit_command(folder: Path, originals: Path, strict: bool, style: Format) -> None:
    """Hold each summary and its seal against the original: nothing is invented, nothing copied."""
    project = Project(folder.resolve())
    with options.without_traceback():
        corpus, _ = read(project.root)
        dossier, found = pipeline.check(project)
        drafts = summaries_of(corpus) if corpus and dossier else ()
        texts = OriginalFolder(originals.resolve())
        audited = tuple(problems_of(corpus, drafts, texts, project.root)) if corpus else ()
    told = (problem for problem in found if _is_of_audit(problem))
    problems = in_order((*told, *audited))
    options.report_problems(project, problems, style)
    failed = dossier is None or has_errors(problems, strict=strict)
    if not failed and style == "full":
        click.echo(_verdict(drafts), err=True)
    sys.exit(options.PROBLEMS if failed else options.CLEAN)


def _is_of_audit(problem: Diagnostic) -> bool:
    """Whether the check found an error, or something about a seal."""
    return problem.severity is Severity.ERROR or problem.code.startswith("seal-")


def summaries_of(corpus: Corpus) -> tuple[SourceDraft, ...]:
    """The sources that name an original."""
    return tuple(draft for draft in corpus.sources if draft.file.bibliography.original)


def problems_of(
    corpus: Corpus, drafts: tuple[SourceDraft, ...], originals: OriginalFolder, root: Path
) -> Iterator[Diagnostic]:
    """What the audit finds in each of the summaries, and in its seal."""
    for draft in drafts:
        original = draft.file.bibliography.original
        text = originals.text_of(draft.file, original) if original else None
        if isinstance(text, Diagnostic):
            yield text
        elif text is not None:
            yield from audit(draft.file, text)
            if draft.seal:
                written = (root / seal_path(draft.file.id)).read_bytes()
                yield from seal_is_of_its_article(draft, corpus, text, written)


def _verdict(summaries: tuple[SourceDraft, ...]) -> str:
    if not summaries:
        return "No source names an original: there is nothing to audit."
    noun = "1 summary has" if len(summaries) == 1 else f"{len(summaries)} summaries have"
    sealed = sum(draft.seal is not None for draft in summaries)
    return (
        f"{noun} only figures, names and quotations of the original, in words of the summary's own."
        f" Seals that are of their article: {sealed}."
    )


@click.group("suggest")
def suggest_group() -> None:
    """List what the sources hold and the content does not use, as YAML to paste."""


@suggest_group.command("figures")
@options.project_option
def suggest_figures(folder: Path) -> None:
    """List numbers that no evidence holds."""
    _print(folder, figures)


@suggest_group.command("disagreements")
@options.project_option
def suggest_disagreements(folder: Path) -> None:
    """List sentences of different sources that may contradict each other."""
    _print(folder, disagreements)


@suggest_group.command("names")
@options.project_option
def suggest_names(folder: Path) -> None:
    """List names that no entry has."""
    _print(folder, names)


@suggest_group.command("mentions")
@options.project_option
def suggest_mentions(folder: Path) -> None:
    """List names in the sources that may not be whose they look."""
    _print(folder, mentions)


NOT_BEGUN = frozenset({"file-missing", "file-empty", "missing-field", "as-of-unknown"})


def _is_beginning(problem: Diagnostic) -> bool:
    """Whether it says only that nothing has been written yet: then there is all the more to suggest."""
    is_ours = problem.span is None or problem.span.path in (GLOSSARY, TIMELINE)
    return problem.code in NOT_BEGUN and is_ours


def _print(folder: Path, suggestions: Callable[[Dossier], str]) -> None:
    """The suggestions; or the errors, since what is not proved would be suggested again."""
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
        errors = tuple(problem for problem in options.errors_of(problems) if not _is_beginning(problem))
        if dossier is None or errors:
            options.report_problems(project, errors, "full")
            click.echo("Nothing is suggested until these are mended.", err=True)
            sys.exit(options.PROBLEMS)
    click.echo(suggestions(dossier), nl=False)
    sys.exit(options.CLEAN)
