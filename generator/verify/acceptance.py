"""What somebody accepted: which findings it settles, and which acceptances have died."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.reviews import Fingerprint, Review
from generator.model.text import Span


def accepted(problems: Iterable[Diagnostic], reviews: Sequence[Review]) -> tuple[Diagnostic, ...]:
    """The problems, each that may be accepted with the review that accepts it."""
    known = {(review.code, review.fingerprint): review for review in reviews}
    return tuple(
        replace(problem, accepted=known.get((problem.code, problem.fingerprint)))
        if problem.may_be_accepted
        else problem
        for problem in problems
    )


def by_statement(
    problems: Iterable[Diagnostic], reviews: Sequence[Review]
) -> Mapping[Span, tuple[Review, ...]]:
    """What somebody accepted of each statement, by its place; only of those of which nothing is left open."""
    found: dict[Span, list[Review | None]] = {}
    for problem in accepted(problems, reviews):
        if problem.about is not None and problem.span is not None:
            found.setdefault(problem.span, []).append(problem.accepted)
    settled = {span: tuple(filter(None, given)) for span, given in found.items()}
    return {span: given for span, given in settled.items() if len(given) == len(found[span])}


def dead_reviews(reviews: Sequence[Review], problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The acceptances that apply to nothing any more, each with what has changed; and those given twice.

    `problems` are all that were found, and all statements that could not be compared.
    """
    alive = {(problem.code, problem.fingerprint) for problem in problems}
    seen: dict[tuple[str, Fingerprint], Review] = {}
    for review in reviews:
        what = (review.code, review.fingerprint)
        if what in seen:
            yield _superfluous(review, "review-repeated", "this is accepted twice")
        elif what not in alive:
            yield _superfluous(review, "review-dead", f"this acceptance has died: {_why(review, alive)}")
        seen[what] = review


def _superfluous(review: Review, code: str, message: str) -> Diagnostic:
    return Diagnostic(
        code,
        f"{message} (accepted by {review.by}: {review.because})",
        review.span,
        Severity.WARNING,
        help="accept anew what still holds; `briefing accept --prune` removes this",
    )


def _why(review: Review, alive: Iterable[tuple[str, Fingerprint]]) -> str:
    of_statement = [
        each for code, each in alive if code == review.code and each.statement == review.fingerprint.statement
    ]
    if any(each.finding == review.fingerprint.finding for each in of_statement):
        return "the evidence has changed since"
    if of_statement:
        return "what is found has changed since"
    return "the statement has changed since, or nothing is found there any more"
