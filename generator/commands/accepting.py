"""`briefing accept`: what somebody has read and accepts, by name and with a reason."""

import datetime
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator import pipeline
from generator.commands import options
from generator.editing.reviewing import Acceptance, matching, with_acceptances, without
from generator.files import write_atomically
from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.facts import Dossier
from generator.project import Project
from generator.read.reviews import REVIEWS
from generator.reports.full import visible

MOST_SHOWN = 5


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
        path = project.root / REVIEWS
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if prune:
            _prune(path, text, dossier, problems)
        wanted = _listed(listed, problems) if listed else [_one(code, place, because, problems)]
        who = by or _git_name(project.root)
        day = datetime.date.today()
        new = [
            Acceptance(
                problem.code,
                str(problem.span or ""),
                problem.fingerprint,
                who,
                PartialDate(day.year, day.month, day.day),
                why,
            )
            for problem, why in wanted
        ]
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
            (item["fingerprint"]["finding"], item["code"], item["because"])
            for item in (items if isinstance(items, list) else [items])
        ]
    except (ValueError, TypeError, KeyError) as reason:
        _refuse(f"this is no list of findings with `fingerprint` and `because`: {reason}")
    wanted = []
    for finding, code, because in asked:
        found = matching(problems, code, finding)
        if not found or not str(because).strip():
            _refuse(f"there is no finding “{code}” with the fingerprint {finding}, or no reason for it")
        wanted.append((_acceptable(found[0]), str(because)))
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
