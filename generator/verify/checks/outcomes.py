"""Rules for commitments: their days in order, and outcomes that cannot both be true."""

from collections.abc import Iterator

from generator.model.commitments import contrary
from generator.model.dates import spoken, surely_before
from generator.model.diagnostics import Diagnostic, Related
from generator.model.facts import Dossier


def they_fall_due_after_they_are_made(dossier: Dossier) -> Iterator[Diagnostic]:
    """A commitment cannot be due, or its term over, before the round that made it."""
    for talks, made in dossier.commitments():
        end, day = made.end.value, talks.date.value
        if end and day and surely_before(end, day):
            yield Diagnostic(
                "due-before-made",
                f"“{made.id}” is due {spoken(end)}, before the round of {spoken(day)} that made it",
                made.statement.span,
                help="mend `due` or `until`, or the date of the round",
            )


def terms_end_after_they_begin(dossier: Dossier) -> Iterator[Diagnostic]:
    """The end of a term cannot surely lie before its beginning."""
    for _, made in dossier.commitments():
        start, end = made.start.value, made.end.value
        if start and end and surely_before(end, start):
            yield Diagnostic(
                "term-reversed",
                f"“{made.id}” holds until {spoken(end)}, and begins later, {spoken(start)}",
                made.statement.span,
                help="mend `from` or `until`",
            )


def they_are_settled_after_they_are_made(dossier: Dossier) -> Iterator[Diagnostic]:
    """Nothing can be met, broken, lapsed or renewed before it was undertaken."""
    for talks, made in dossier.commitments():
        day = talks.date.value
        for each in made.settlements:
            if each.date.value and day and surely_before(each.date.value, day):
                yield Diagnostic(
                    "settled-before-made",
                    f"“{made.id}” is {each.outcome} {spoken(each.date.value)}, before the round of"
                    f" {spoken(day)} that made it",
                    each.statement.span,
                    related=(Related(made.statement.span, "what was undertaken"),),
                    help="mend `date`, or the date of the round; or move the commitment to another round",
                )


def contrary_outcomes_are_called_disputed(dossier: Dossier) -> Iterator[Diagnostic]:
    """Two outcomes that cannot both be true are called disputed, and nothing else is."""
    for _, made in dossier.commitments():
        pair = contrary(made.settlements)
        if pair and not made.is_disputed:
            first, second = pair
            yield Diagnostic(
                "outcomes-contrary",
                f"“{made.id}” is called {first.outcome} and {second.outcome}",
                second.statement.span,
                related=(Related(first.statement.span, f"called {first.outcome} here"),),
                help="write `disputed: true` if the sources differ; or leave out the outcome that is wrong",
            )
        if made.is_disputed and not pair:
            yield Diagnostic(
                "outcomes-contrary",
                f"“{made.id}” is called disputed, and no two of its settlements contradict each other",
                made.statement.span,
                help="give both outcomes in `settlements:`, each with its evidence; or leave out `disputed:`",
            )
