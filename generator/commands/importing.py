"""`briefing import`: articles as they come, made sources."""

import datetime
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from generator.commands import options
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.sources import Rights
from generator.project import Project
from generator.reports.formats import render
from generator.reports.full import visible

if TYPE_CHECKING:
    from generator.editing.importing.intake import Outcome

RIGHTS = (Rights.QUOTE, Rights.FULL, Rights.NONE)
VIEWS = ("full", "json")
NEEDED = (
    *("anyascii", "feedparser", "ftfy", "htmldate", "mammoth", "py3langid", "pypdfium2", "readability"),
    "trafilatura",
)
"""What reads articles; a program that only builds does without."""
PASTE = "Paste the article, then press {keys} on an empty line."
INSTALL = (
    "error: `briefing import` needs packages that are not installed ({missing}): run `make site`, or"
    " `pip install 'briefing-generator[import]'`"
)


@click.command("import")
@options.project_option
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the sources. [default: sources/ of the project]",
)
@click.option(
    "--rights",
    type=click.Choice([each.value for each in RIGHTS]),
    default=Rights.QUOTE.value,
    show_default=True,
    help="How much of the articles the site may show.",
)
@click.option("--fetch", is_flag=True, help="Get addresses (http, https) from the network.")
@click.option("--replace", is_flag=True, help="Put changed articles in the place of their sources, unasked.")
@click.option("--explain", is_flag=True, help="Tell what is known from where, and what was left out and why.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--format", "view", type=click.Choice(VIEWS), default="full", help="How the outcome is told.")
def import_command(  # noqa: PLR0913 - click passes each option by name
    folder: Path,
    paths: tuple[str, ...],
    output: Path | None,
    rights: str,
    fetch: bool,
    replace: bool,
    explain: bool,
    dry_run: bool,
    view: str,
) -> None:
    """Make sources of articles: of files, of folders, of the standard input (-), or of addresses.

    Reads HTML, saved pages (.mhtml), mails (.eml), feeds, Word documents (.docx), PDF, Markdown and text,
    told by their content. A folder without a project gets what `check` and `build` need beside sources.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        click.echo(INSTALL.format(missing=", ".join(missing)), err=True)
        sys.exit(options.FAILED)
    from generator.editing.importing import run, telling
    from generator.editing.importing.fetching import fetched
    from generator.editing.importing.workers import Workers

    project = Project(folder.resolve())
    watched = _Watched(
        may_ask=view == "full" and "-" not in paths and sys.stdin.isatty(), is_shown=view == "full"
    )
    order = run.Order(
        paths=paths,
        project=project.root,
        output=(output or project.root / "sources").resolve(),
        today=datetime.date.today(),
        pasted=_pasted,
        confirm=lambda outcome: replace or watched.asked(telling.difference(outcome), outcome.id),
        rights=Rights(rights),
        fetch=fetched if fetch else run.no_network,
        is_dry=dry_run,
    )
    with options.without_traceback():
        with Workers() as workers, watched.bar:
            outcomes = tuple(run.run(order, workers, watched.step))
        started = run.start(order, outcomes)
    problems = tuple(problem for outcome in outcomes for problem in outcome.problems)
    if view == "json":
        click.echo(telling.json_of(outcomes, is_dry=dry_run), nl=False)
    else:
        _tell(outcomes, problems, started, explain=explain, is_dry=dry_run)
    sys.exit(_exit_code(problems))


def _tell(
    outcomes: Sequence["Outcome"],
    problems: Sequence[Diagnostic],
    started: Sequence[Path],
    *,
    explain: bool,
    is_dry: bool,
) -> None:
    from generator.editing.importing import telling

    errors = Console(stderr=True)
    color = errors.is_terminal and not errors.no_color
    click.echo(render(problems, "full", lambda _: (), color=color), nl=False, err=True, color=color or None)
    for outcome in outcomes if explain else ():
        click.echo(telling.explained(outcome), nl=False)
    console = Console()
    if outcomes:
        width = console.width if console.is_terminal else None
        click.echo(telling.table(outcomes, width), nl=False)
    click.echo(telling.counted(outcomes, is_dry=is_dry))
    if started:
        click.echo(f"New project: {', '.join(path.name for path in started)}. Next: briefing check")


def _exit_code(problems: Sequence[Diagnostic]) -> int:
    if any(problem.code == "import-not-written" for problem in problems):
        return options.FAILED
    return options.PROBLEMS if has_errors(problems) else options.CLEAN


def _pasted() -> bytes:
    """The standard input; somebody at a terminal is told how to end it."""
    if sys.stdin.isatty():
        click.echo(PASTE.format(keys="Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"), err=True)
    return sys.stdin.buffer.read()


class _Watched:
    """A bar on a terminal that watches, silence elsewhere; it makes way for a question."""

    def __init__(self, *, may_ask: bool, is_shown: bool) -> None:
        console = Console(stderr=True)
        name = TextColumn("{task.description:<32.32}")
        columns = (name, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        is_hidden = not (console.is_terminal and is_shown)
        self.bar = Progress(*columns, console=console, transient=True, disable=is_hidden)
        self._task = self.bar.add_task("Reading", total=None)
        self._may_ask = may_ask

    def step(self, name: str, done: int, of: int) -> None:
        """Show which input is the next."""
        self.bar.update(self._task, description=visible(name), completed=done, total=of)

    def asked(self, difference: str, id: str | None) -> bool:
        """Whether somebody wants a changed article; nobody is asked where nobody would answer."""
        self.bar.stop()
        click.echo(difference, nl=False, err=True)
        wanted = self._may_ask and click.confirm(f"Put this in the place of `{id}`?", default=False, err=True)
        self.bar.start()
        return wanted
