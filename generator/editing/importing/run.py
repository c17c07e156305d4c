"""One run of `briefing import`: from what was named on the command line to what stands in the folder."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from generator.editing.importing import starter
from generator.editing.importing.article import Article
from generator.editing.importing.inbox import Incoming, bytes_of, incoming
from generator.editing.importing.intake import ORIGINALS, Intake, Outcome, Status, Taken, not_written
from generator.editing.importing.library import Library, comparable_address
from generator.editing.importing.opening import Job, Opened
from generator.editing.importing.workers import Answer
from generator.files import differs, write_group
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.sources import Rights
from generator.model.text import Span
from generator.read.inputs import why_not

T = TypeVar("T")

IGNORE_ALL = ("# Articles as they came: most may not be published.", "*", "!.gitignore")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: bytes, their encoding if it told it, and the address that answered."""

    data: bytes
    address: str
    encoding: str | None = None


Fetch = Callable[[str], Fetched | Diagnostic]


def no_network(address: str) -> Diagnostic:
    """The answer to an address where nobody allowed the network."""
    help = "add --fetch, which gets the page from the network; or save the page, and import the file"
    return Diagnostic(
        "import-address", "an address is fetched with --fetch only", Span.at(address), help=help
    )


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported and how. `output` takes the sources; originals stand in a folder beside it.

    `today` is the day that is written for what is fetched. `pasted` gives the standard input, `confirm` says
    whether a changed article takes the place of the source.
    """

    paths: tuple[str, ...]
    project: Path
    output: Path
    today: datetime.date
    pasted: Callable[[], bytes]
    confirm: Callable[[Outcome], bool]
    rights: Rights = Rights.QUOTE
    fetch: Fetch = no_network
    is_dry: bool = False


class Opening(Protocol):
    """What opens files, such as `Workers`."""

    def each(self, things: Iterable[T], job_of: Callable[[T], Job | Opened]) -> Iterator[Answer[T]]:
        """What is in each of the things, in their order."""

    def one(self, job: Job) -> Opened:
        """What is in one file."""


def run(order: Order, opening: Opening, step: Callable[[str, int, int], None]) -> Iterator[Outcome]:
    """What becomes of each article, in the order of what was named; written as it is told, unless it is dry.

    What the system refuses to write is such an outcome, and leaves nothing half written. `step` is told the
    name of each input, its number and how many there are.
    """
    inbox = tuple(incoming(order.paths))
    kept = _Kept(order.output.parent, opening)
    intake = Intake(Library(order.output), order.rights, kept.article)
    for number, answer in enumerate(opening.each(inbox, lambda item: _job(item, order)), start=1):
        step(_name(answer.thing), number, len(inbox))
        data = answer.job.data if answer.job else b""
        for outcome in intake.outcomes(_taken(answer, order)):
            yield _written(outcome, data, order)


def start(order: Order, outcomes: Iterable[Outcome]) -> tuple[Path, ...]:
    """Write what the project lacks beside its sources, once it has any; the files that were written.

    Nothing for sources that are put elsewhere. Raises OSError where the system refuses.
    """
    has_sources = any(outcome.status is Status.NEW for outcome in outcomes)
    if not has_sources or order.output.resolve() != (order.project / "sources").resolve():
        return ()
    files = starter.missing_files(order.project, order.today)
    if files and not order.is_dry:
        write_group(files)
    return tuple(files)


def _name(thing: Incoming | Diagnostic) -> str:
    if isinstance(thing, Incoming):
        return thing.name
    return thing.span.path if thing.span else ""


def _job(item: Incoming | Diagnostic, order: Order) -> Job | Opened:
    """The bytes of an input; if there are none, why."""
    if isinstance(item, Diagnostic):
        return Opened(problems=(item,))
    if item.address is not None:
        fetched = order.fetch(item.address)
        if isinstance(fetched, Diagnostic):
            return Opened(problems=(fetched,))
        return Job(fetched.data, item.name, fetched.address, fetched.encoding)
    data = order.pasted() if item.path is None else bytes_of(item.path)
    if isinstance(data, Diagnostic):
        return Opened(problems=(data,))
    return Job(data, item.name)


def _taken(answer: Answer[Incoming | Diagnostic], order: Order) -> Taken:
    thing, job = answer.thing, answer.job
    sha256 = hashlib.sha256(job.data).hexdigest() if job else ""
    accessed = order.today.isoformat() if job and job.address else None
    opened = answer.opened
    if isinstance(thing, Incoming) and not thing.was_named:
        opened = replace(opened, problems=tuple(map(_milder, opened.problems)))
    return Taken(_name(thing), sha256, opened, accessed)


def _milder(problem: Diagnostic) -> Diagnostic:
    """A folder may hold what is no article: that is worth a word, and no error."""
    is_other = problem.code == "import-unknown-format"
    return replace(problem, severity=Severity.WARNING) if is_other else problem


class _Kept:
    """The articles in kept originals, opened once more to see what an editor has changed since."""

    def __init__(self, folder: Path, opening: Opening) -> None:
        self._folder, self._opening = folder, opening
        self._last: tuple[str, tuple[Article, ...]] = ("", ())

    def article(self, file: str, address: str) -> Article | None:
        """The article of this address in a kept file; None if the file or the article is not there."""
        articles = self._articles(file)
        if len(articles) == 1:
            return articles[0]
        wanted = comparable_address(address)
        for article in articles:
            fields = (article.canonical_url, article.url)
            if wanted and wanted in {comparable_address(field.value) for field in fields if field}:
                return article
        return None

    def _articles(self, file: str) -> tuple[Article, ...]:
        if self._last[0] != file:
            path = self._folder / file
            is_ours = path.resolve().is_relative_to((self._folder / ORIGINALS).resolve())
            data = bytes_of(path) if is_ours and path.is_file() else b""
            opened = self._opening.one(Job(data, file)) if isinstance(data, bytes) and data else Opened()
            self._last = (file, opened.articles)
        return self._last[1]


def _written(outcome: Outcome, data: bytes, order: Order) -> Outcome:
    """The outcome once what is new or wanted has been written."""
    if outcome.status is Status.CHANGED:
        if order.is_dry or not order.confirm(outcome):
            return replace(outcome, problems=(*outcome.problems, _left(outcome)))
        outcome = replace(outcome, status=Status.UPDATED)
    if outcome.status not in (Status.NEW, Status.UPDATED) or order.is_dry:
        return outcome
    try:
        write_group(dict(_files(outcome, data, order)))
    except OSError as reason:
        message = f"`{outcome.id}` could not be written: {why_not(reason)}"
        help = "nothing of it was written; make room, or mend the rights of the folder, and import it again"
        return not_written(
            outcome, Diagnostic("import-not-written", message, Span.at(outcome.name), help=help)
        )
    return outcome


def _left(outcome: Outcome) -> Diagnostic:
    return Diagnostic(
        "import-changed",
        f"this is another version of `{outcome.id}`, which was left as it is",
        Span.at(outcome.name),
        help="--replace puts it in the place of the source; --dry-run shows what would change",
    )


def _files(outcome: Outcome, data: bytes, order: Order) -> Iterator[tuple[Path, bytes]]:
    """What is to be written for one article: the original, what git is to ignore, and the source."""
    if outcome.original:
        path = order.output.parent / outcome.original
        if differs(path, data):
            yield path, data
        ignore = path.with_name(".gitignore")
        lines = ignored(
            ignore.read_text(encoding="utf-8") if ignore.is_file() else "", path.name, order.rights
        )
        if differs(ignore, lines.encode()):
            yield ignore, lines.encode()
    yield order.output / f"{outcome.id}.md", outcome.text.encode()


def ignored(present: str, name: str, rights: Rights) -> str:
    """The list of what git ignores among the originals: all but those that may be published."""
    lines = present.splitlines() or [*IGNORE_ALL]
    if rights is Rights.FULL and f"!/{name}" not in lines:
        lines.append(f"!/{name}")
    return "\n".join(lines) + "\n"
