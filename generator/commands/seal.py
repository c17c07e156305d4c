"""`briefing seal`: ties summaries to their articles."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from generator.commands import options
from generator.editing.originals import OriginalFolder
from generator.editing.seal_text import position, text_of
from generator.editing.sealing import Sealing, align, with_words
from generator.editing.side_by_side import Keyboard, review
from generator.editing.wanted import wanted_words
from generator.files import write_atomically
from generator.model.content import Corpus, SourceDraft
from generator.model.diagnostics import Diagnostic, in_order
from generator.project import Project
from generator.read.corpus import read, seal_path
from generator.read.inputs import InputFile, read_file
from generator.read.seal_files import places_in
from generator.reports.formats import Format
from generator.verify.content import names_of


@click.command("seal")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@options.project_option
@click.option(
    "--originals",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="Folder with the articles that the summaries sum up.",
)
@click.option("--review", "is_review", is_flag=True, help="Go through the proposed places, one key each.")
@click.option("--words", "is_words", is_flag=True, help="Also propose words to cite, where they are wanted.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@options.format_option
def seal_command(
    sources: tuple[str, ...], folder: Path, originals: Path, style: Format, **wanted: bool
) -> None:
    """Tie each summary to the sentences of its article, with fingerprints and facts to prove it by."""
    project = Project(folder.resolve())
    with options.without_traceback():
        corpus, found = read(project.root)
        drafts = tuple(_with_places(project, draft) for draft in _wanted(corpus, sources))
        folder_of = OriginalFolder(originals.resolve())
        keyboard = Keyboard.found() if wanted["is_review"] else None
        made, problems = _sealed(corpus, drafts, folder_of, keyboard) if corpus else ([], [])
        if not wanted["dry_run"]:
            for sealing in made:
                path = project.root / seal_path(sealing.seal.source)
                write_atomically(path, text_of(sealing.seal).encode())
    shown = in_order((*(problem for problem in found if _keeps_from_sealing(problem)), *problems))
    options.report_problems(project, shown, style)
    if style == "full":
        click.echo(_table(made), err=True, nl=False)
    if wanted["is_words"] and corpus:
        click.echo(wanted_words(corpus, made), nl=False)
    sys.exit(options.PROBLEMS if options.errors_of(shown) else options.CLEAN)


def _keeps_from_sealing(problem: Diagnostic) -> bool:
    """Whether a fault of the input is more than that of a seal, which is made anew."""
    return not problem.code.startswith("seal-") and not _is_in_seal(problem)


def _is_in_seal(problem: Diagnostic) -> bool:
    return problem.span is not None and problem.span.path.endswith(".seal.yml")


def _wanted(corpus: Corpus | None, sources: Sequence[str]) -> tuple[SourceDraft, ...]:
    """The summaries that name an original, or those of them that are asked for."""
    drafts = {str(draft.file.id): draft for draft in (corpus.sources if corpus else ())}
    sealable = {name: draft for name, draft in drafts.items() if draft.is_sealable}
    for name in sources:
        if name not in sealable:
            reason = "is no summary that names its original" if name in drafts else "is not here"
            raise click.BadParameter(f"“{name}” {reason}", param_hint="SOURCE")
    return tuple(sealable[name] for name in (sources or sealable))


def _with_places(project: Project, draft: SourceDraft) -> SourceDraft:
    """The summary with what its seal says of places, also if nothing else of the seal can be read."""
    file = None if draft.seal else read_file(project.root, seal_path(draft.file.id))
    return replace(draft, seal=places_in(draft.file.id, file)) if isinstance(file, InputFile) else draft


def _sealed(
    corpus: Corpus, drafts: Iterable[SourceDraft], originals: OriginalFolder, keyboard: Keyboard | None
) -> tuple[list[Sealing], list[Diagnostic]]:
    """The seals of the summaries, reviewed if somebody can be asked; and what is wrong."""
    made: list[Sealing] = []
    problems: list[Diagnostic] = []
    names = names_of(corpus.glossary)
    console = Console(stderr=True)
    is_silent = keyboard is not None or not console.is_terminal
    for draft in track(tuple(drafts), "Sealing", console=console, transient=True, disable=is_silent):
        original = draft.file.bibliography.original
        text = originals.text_of(draft.file, original) if original else None
        if original is None or text is None or isinstance(text, Diagnostic):
            problems += [text] if isinstance(text, Diagnostic) else []
            continue
        sealing = align(draft, original, text, names)
        if keyboard:
            sealing = review(sealing, keyboard)
        sealing = with_words(sealing, draft, corpus, text)
        made.append(sealing)
        problems += sealing.problems
    return made, problems


def _table(made: Sequence[Sealing]) -> str:
    """How far each summary is sealed, and which places are doubtful."""
    if not made:
        return "No summary that names an original: there is nothing to seal.\n"
    width = max(len("source"), *(len(sealing.seal.source) for sealing in made))
    lines = [f"{'source':<{width}}  sentences  reviewed  doubtful  words of the article"]
    for sealing in made:
        seal = sealing.seal
        reviewed = sum(sentence.reviewed for sentence in seal.sentences)
        row = f"{len(seal.sentences):>9}  {reviewed:>8}  {len(sealing.doubtful()):>8}"
        lines.append(f"{seal.source:<{width}}  {row}  {seal.words_in_use()} of {seal.words}")
    for sealing in made:
        for sentence in sealing.doubtful():
            places = ", ".join(map(position, sentence.article)) or "nothing"
            text = next(each.text for each in sealing.summary if each.at == sentence.at)
            lines.append(f"doubtful: {sealing.seal.source} {position(sentence.at)} from {places}: {text}")
    return "\n".join(lines) + "\n"
