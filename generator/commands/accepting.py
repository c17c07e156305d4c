"""`briefing accept` and `briefing review`: what somebody has read and accepts, by name and with a reason."""

import datetime
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator import pipeline
from generator.commands import options
from generator.editing.reviewing import Acceptance, matching, with_acceptances, without
from generator.files import write_atomically
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic, in_order
from generator.model.facts import Dossier
from generator.model.reviews import Fingerprint
from generator.project import Project
from generator.read.reviews import REVIEWS
from generator.reports.formats import Format
from generator.reports.full import visible
from generator.verify.acceptance import accepted
from generator.verify.comparing.readings import unread

MOST_SHOWN = 5
USUAL_REASON = "Read beside its evidence, which bears it out."


@click.command("accept")
@options.project_option
@click.argument("code", required=False)
@click.argument("place", required=False)
@click.option("--because", help="Why it holds all the same.")
@click.option("--by", help="Who accepts it. [default: git's user.name]")
@click.option(
    "--json",
    "listed",
    type=click.File(encoding="utf-8"),
    help="Accept the findings of a list as `check --format json` gives it, each with `because`.",
)
@click.option("--prune", is_flag=True, help="Remove acceptances that have died.")
def accept_command(  # noqa: PLR0913 - click passes each option by name
    folder: Path,
    code: str | None,
    place: str | None,
    because: str | None,
    by: str | None,
    listed: TextIO | None,
    prune: bool,
) -> None:
    """Accept the finding CODE at PLACE, which is path:line as `check` shows it.

    The acceptance is tied to the statement, its evidence and what was found. It dies when one of them
    changes, and `check` tells so. It is kept in content/reviews.yml.
    """
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
        if dossier:
            problems = (*problems, *accepted(unread(dossier), dossier.reviews))
        path = project.root / REVIEWS
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if prune:
            _prune(path, text, dossier, problems)
        wanted = _listed(listed, problems) if listed else [_one(code, place, because, problems)]
        who = by or _git_name(project.root)
        new = [_acceptance(problem, who, why) for problem, why in wanted]
        write_atomically(path, with_acceptances(text, new).encode())
    for each in new:
        click.echo(f"accepted by {visible(each.by)}: {each.code} at {visible(each.place)}")
    sys.exit(options.CLEAN)


def _one(
    code: str | None, place: str | None, because: str | None, problems: Sequence[Diagnostic]
) -> tuple[Diagnostic, str]:
    """The one finding of a code at a place, with the reason; ends the command if there is none."""
    if not (code and place and because and because.strip()):
        _refuse("say what, where and why: briefing accept CODE PLACE --because “…”")
    found = matching(problems, code, place)
    distinct = {problem.fingerprint for problem in found}
    if not found:
        elsewhere = [str(problem.span) for problem in problems if problem.code == code]
        known = f"; it is found at {', '.join(map(visible, elsewhere[:MOST_SHOWN]))}" if elsewhere else ""
        _refuse(f"there is no finding “{code}” at {place}{known}")
    if len(distinct) > 1:
        places = ", ".join(f"{problem.span} ({problem.fingerprint.finding})" for problem in found)
        _refuse(f"several findings “{code}” stand there: {places}; name one by its fingerprint")
    return _acceptable(found[0]), because


def _listed(file: TextIO, problems: Sequence[Diagnostic]) -> list[tuple[Diagnostic, str]]:
    """The findings of a JSON list that still are found, each with its reason."""
    try:
        items = json.load(file)
        asked = [
            (item["code"], Fingerprint(**item["fingerprint"]), str(item["because"]))
            for item in (items if isinstance(items, list) else [items])
        ]
    except (ValueError, TypeError, KeyError) as reason:
        _refuse(f"this is no list of findings with `fingerprint` and `because`: {reason}")
    found = {(problem.code, problem.fingerprint): problem for problem in problems}
    wanted = []
    for code, tied, because in asked:
        problem = found.get((code, tied))
        if problem is None or not because.strip():
            _refuse(f"there is no finding “{code}” with the fingerprint {tied.finding}, or no reason for it")
        wanted.append((_acceptable(problem), because))
    return wanted


def _acceptable(problem: Diagnostic) -> Diagnostic:
    if not problem.may_be_accepted:
        _refuse(f"{problem.code} at {problem.span} is a fault that nobody can accept: mend it")
    return problem


def _prune(path: Path, text: str, dossier: Dossier | None, problems: Sequence[Diagnostic]) -> NoReturn:
    """Remove the acceptances that have died, unless errors hide what they may apply to."""
    if dossier is None or options.errors_of(problems):
        _refuse("errors stand in the way; mend them, so that it is known what has died")
    dead = {problem.span for problem in problems if problem.code in ("review-dead", "review-repeated")}
    gone = [review for review in dossier.reviews if review.span in dead]
    if gone:
        write_atomically(path, without(text, gone).encode())
    click.echo(f"removed: {len(gone)} of {len(dossier.reviews)} acceptances")
    sys.exit(options.CLEAN)


def _git_name(folder: Path) -> str:
    """Who the user is by git's settings; ends the command if they do not tell."""
    command = ["git", "-C", str(folder), "config", "user.name"]
    try:
        asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    except FileNotFoundError:
        asked = None
    name = asked.stdout.strip() if asked else ""
    return name or _refuse("say who accepts it: --by “…” (git has no user.name here)")


def _refuse(message: str) -> NoReturn:
    click.echo(f"error: {visible(message)}", err=True)
    sys.exit(options.FAILED)


@click.command("review")
@options.project_option
@click.option("--accepted", "settled", is_flag=True, help="List what was accepted, not what is open.")
@click.option("--by", help="Who reads. [default: git's user.name]")
@click.option(
    "--format", "style", type=click.Choice(("full", "json")), default="full", help="How the queue is shown."
)
def review_command(folder: Path, settled: bool, by: str | None, style: Format) -> None:
    """Read statements that no rule could compare with their evidence, one by one.

    On a terminal each is shown with its evidence: a accepts it, m opens it in your editor, s skips it, q
    ends. Elsewhere the queue is listed. Accepting asks why; the answer is kept in content/reviews.yml.
    """
    project = Project(folder.resolve())
    with options.without_traceback():
        dossier, problems = pipeline.check(project)
    if dossier is None:
        options.report_problems(project, options.errors_of(problems), "full")
        sys.exit(options.PROBLEMS)
    judgements = (each for each in problems if each.about is not None)
    found = in_order((*judgements, *accepted(unread(dossier), dossier.reviews)))
    queue = [each for each in found if (each.accepted is not None) is settled]
    is_watched = sys.stdin.isatty() and sys.stdout.isatty() and style == "full" and not settled
    if is_watched and queue:
        _read_one_by_one(project, queue, by or _git_name(project.root))
    elif style == "json":
        options.report_problems(project, queue, "json")
    else:
        for each in queue:
            click.echo("\n".join(_card(each)) + "\n")
        click.echo(f"{len(queue)} of {len(found)} {'accepted' if settled else 'to be read'}", err=True)
    sys.exit(options.CLEAN)


def _card(problem: Diagnostic) -> Iterator[str]:
    """A statement beside its evidence, as it is read."""
    yield visible(f"{problem.span}: {problem.code}: {problem.message}")
    statement = problem.about.statement if problem.about else ""
    yield f"  statement: {visible(statement)}"
    for evidence in problem.about.evidence if problem.about else ():
        yield f"  evidence:  {visible(evidence)}"
    if problem.accepted:
        yield visible(f"  accepted by {problem.accepted.by}: {problem.accepted.because}")


def _read_one_by_one(project: Project, queue: Sequence[Diagnostic], who: str) -> None:
    path = project.root / REVIEWS
    for at, problem in enumerate(queue, start=1):
        click.echo(f"\n{at} of {len(queue)}  " + "\n".join(_card(problem)))
        click.echo("[a]ccept  [m]end  [s]kip  [q]uit ", nl=False)
        key = click.getchar().lower()
        click.echo(key)
        if key == "q":
            return
        if key == "m" and problem.span:
            click.edit(filename=str(project.root / problem.span.path))
        if key == "a":
            because = click.prompt("because", default=USUAL_REASON)
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            write_atomically(path, with_acceptances(text, [_acceptance(problem, who, because)]).encode())


def _acceptance(problem: Diagnostic, who: str, because: str) -> Acceptance:
    day = datetime.date.today()
    today = PartialDate(day.year, day.month, day.day)
    return Acceptance(problem.code, str(problem.span or ""), problem.fingerprint, who, today, because)
