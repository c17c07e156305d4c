"""What an import did, told to people and to programs."""

from __future__ import annotations

import io
import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.editing.importing.article import Article, Field
from generator.editing.importing.intake import Outcome, Status
from generator.model.sources import Author
from generator.reports.formats import as_json
from generator.reports.full import visible

FIELDS = (
    *(
        "title",
        "authors",
        "publisher",
        "container_title",
        "issued",
        "url",
        "canonical_url",
        "language",
        "type",
    ),
)
WIDTH, LONGEST_TITLE = 160, 48
_NOT_KNOWN = "not stated"


def table(outcomes: Sequence[Outcome], width: int | None = None, *, color: bool = False) -> str:
    """A row for each article: what became of it, its id, title, words, date, language, what was left out."""
    rows = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("status", "id", "title", "words", "issued", "language", "left out", "notes"):
        is_number = name in ("words", "left out")
        rows.add_column(name, justify="right" if is_number else "left", overflow="fold", no_wrap=name == "id")
    for outcome in outcomes:
        rows.add_row(*(Text(visible(cell)) for cell in _row(outcome)))
    stream = io.StringIO()
    console = Console(file=stream, width=width or WIDTH, force_terminal=color, no_color=not color)
    console.print(rows)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _row(outcome: Outcome) -> Iterator[str]:
    yield outcome.status
    yield outcome.id or "–"
    draft = outcome.draft
    yield textwrap.shorten(draft.title, LONGEST_TITLE, placeholder="…") if draft else outcome.name
    yield f"{outcome.words:,}" if draft else ""
    yield (_said(draft.article.issued) if draft else "")
    yield (_said(draft.article.language) if draft else "")
    yield str(len(draft.article.masked)) if draft else ""
    codes = [problem.code for problem in outcome.problems]
    yield "; ".join([*codes, *outcome.notes])


def _said(field: Field[str] | None) -> str:
    return field.value if field else _NOT_KNOWN


def counted(outcomes: Iterable[Outcome], *, is_dry: bool) -> str:
    """One sentence with how many there are of each status."""
    counts = Counter(outcome.status for outcome in outcomes)
    told = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    return f"{told or 'Nothing to import'}.{' Nothing was written (--dry-run).' if is_dry and told else ''}"


def explained(outcome: Outcome) -> str:
    """What is known of an article and from where, and each paragraph that was left out, with its number."""
    if outcome.draft is None:
        return ""
    article = outcome.draft.article
    lines = [f"{outcome.id or outcome.name}: {outcome.draft.title}"]
    for name in FIELDS:
        if field := getattr(article, name):
            doubt = ", to be looked at" if field.is_doubtful else ""
            lines.append(f"  {name}: {_text_of(field.value)} ({field.origin}{doubt})")
    masked = [(n, each) for n, each in enumerate(article.paragraphs, 1) if each.mask]
    lines.append(f"  left out: {len(masked)} of {len(article.paragraphs)} paragraphs")
    for number, paragraph in masked:
        if paragraph.mask:
            because = f" (“{paragraph.mask.text}”)" if paragraph.mask.text != paragraph.text else ""
            lines.append(f"  {number:>4}  {paragraph.mask.reason}{because}: {paragraph.text}")
    return "".join(f"{visible(line)}\n" for line in lines)


def _text_of(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_text_of(each) for each in value)
    return str(value)


def difference(outcome: Outcome) -> str:
    """The lines that a changed article would change, safe to print."""
    return "".join(f"{visible(line)}\n" for line in outcome.diff())


def json_of(outcomes: Iterable[Outcome], *, is_dry: bool) -> str:
    """All of it as one object; docs/formats.md tells its fields. Everything but ASCII is escaped."""
    listed = list(outcomes)
    problems = [problem for outcome in listed for problem in outcome.problems]
    whole = {
        "dry_run": is_dry,
        "articles": [_object(outcome) for outcome in listed],
        "problems": json.loads(as_json(problems)),
    }
    return json.dumps(whole, indent=2) + "\n"


def _object(outcome: Outcome) -> dict[str, object]:
    draft = outcome.draft
    told: dict[str, object] = {
        "input": outcome.name,
        "status": outcome.status,
        "id": outcome.id,
        "original": outcome.original,
        "notes": list(outcome.notes),
        "codes": [problem.code for problem in outcome.problems],
    }
    if draft is None:
        return told
    article = draft.article
    told |= {
        "title": draft.title,
        "words": outcome.words,
        "fields": {name: _field(field) for name in FIELDS if (field := getattr(article, name))},
        "paragraphs": len(article.paragraphs),
        "left_out": list(_left_out(article)),
    }
    return told | ({"diff": list(outcome.diff())} if outcome.status is Status.CHANGED else {})


def _field(field: Field[object]) -> dict[str, object]:
    return {"value": _plain(field.value), "origin": field.origin, "is_doubtful": field.is_doubtful}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Author):
        return {"literal": value.literal, "family": value.family, "given": value.given}
    return value


def _left_out(article: Article) -> Iterator[dict[str, object]]:
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.mask:
            reason, because = paragraph.mask.reason, paragraph.mask.text
            yield {"number": number, "reason": reason, "because": because, "text": paragraph.text}
