"""Articles to import, folders to import them into, and an import without other processes."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from generator.editing.importing.child import opened
from generator.editing.importing.intake import Outcome
from generator.editing.importing.opening import Job, Opened
from generator.editing.importing.run import Fetch, Order, no_network, run
from generator.editing.importing.workers import Answer
from generator.model.sources import Rights

T = TypeVar("T")

TODAY = datetime.date(2023, 5, 4)

PARAGRAPHS = (
    "The mayors of Upton and Downton met on Tuesday in the old boathouse to speak about the level of the"
    " lake, which has fallen by two metres since the spring.",
    "“We will close the sluice at night,” said Ada Marsh, the mayor of Upton, after the meeting. She added"
    " that the council would vote on it in June.",
    "Downton’s fishermen say that a third of the reed beds has dried out. The lake board, which measures"
    " the level every week, expects it to fall further until the autumn rains.",
    "A second meeting is planned for July. Neither town has said what it will do if the other does not keep"
    " to what was agreed, and the provincial government has kept silent so far.",
)
FURNITURE = ("Share this article", "Sign up for our newsletter", "Advertisement")


def a_page(
    title: str = "Towns meet over the lake",
    paragraphs: Iterable[str] = PARAGRAPHS,
    *,
    publisher: str = "The Herald",
    issued: str = "2023-03-10",
    address: str = "https://herald.example/2023/towns-meet",
    author: str = "Jane Reed",
) -> str:
    """A news page with furniture around the article, which tells who published it and when."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    shares = "".join(f"<div><p>{line}</p></div>" for line in FURNITURE)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - {publisher}</title>
<link rel="canonical" href="{address}"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="{publisher}"><meta name="author" content="{author}">
<meta property="article:published_time" content="{issued}T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>{title}</h1>{body}{shares}</article>
<footer>Imprint</footer></body></html>"""


class Here:
    """Opens files in this process, one after the other."""

    def each(self, things: Iterable[T], job_of: Callable[[T], Job | Opened]) -> Iterator[Answer[T]]:
        """What is in each of the things."""
        for thing in things:
            job = job_of(thing)
            yield Answer(thing, None, job) if isinstance(job, Opened) else Answer(thing, job, opened(job))

    def one(self, job: Job) -> Opened:
        """What is in one file."""
        return opened(job)


def an_order(
    folder: Path,
    *paths: Path | str,
    replaces: bool = False,
    is_dry: bool = False,
    rights: Rights = Rights.QUOTE,
    pasted: bytes = b"",
    fetch: Fetch = no_network,
) -> Order:
    return Order(
        paths=tuple(map(str, paths)),
        project=folder,
        output=folder / "sources",
        today=TODAY,
        pasted=lambda: pasted,
        confirm=lambda _: replaces,
        rights=rights,
        fetch=fetch,
        is_dry=is_dry,
    )


def imported(folder: Path, *paths: Path | str, replaces: bool = False, is_dry: bool = False) -> list[Outcome]:
    """What becomes of the articles at the paths, imported into a folder in this process."""
    return carried_out(an_order(folder, *paths, replaces=replaces, is_dry=is_dry))


def carried_out(order: Order) -> list[Outcome]:
    return list(run(order, Here(), lambda *_: None))


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file to import."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def files_in(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(outcomes: Iterable[Outcome]) -> list[str]:
    """The codes of what is wrong, in order."""
    return [problem.code for outcome in outcomes for problem in outcome.problems]


def statuses(outcomes: Iterable[Outcome]) -> list[str]:
    return [str(outcome.status) for outcome in outcomes]
