"""The answers, as a person, an issue and a program read them."""

from __future__ import annotations

import dataclasses
import html
import json
from collections.abc import Callable, Sequence
from typing import Literal, get_args

from generator.links.answers import Answer
from generator.report.visible import visible

LinkFormat = Literal["text", "markdown", "json"]
LINK_FORMATS: tuple[LinkFormat, ...] = get_args(LinkFormat)


def links_report(answers: Sequence[Answer], format: LinkFormat) -> str:
    """The report, ending in a line feed; nothing of an address can control a terminal or an issue."""
    return WRITERS[format](answers)


def _text(answers: Sequence[Answer]) -> str:
    lines = [f"{answer.fate}: {visible(answer.link.url)} ({visible(_told(answer))})" for answer in answers]
    return "\n".join([*lines, _total(answers), ""])


def _markdown(answers: Sequence[Answer]) -> str:
    """An HTML table without a blank line, in which Markdown and mentions mean nothing."""
    rows = [_row(answer) for answer in answers if answer.fate.needs_an_editor()]
    if not rows:
        return f"{_total(answers)}\n"
    head = "<tr><th>Link</th><th>What became of it</th><th>Sources</th></tr>"
    help = (
        "For a link that moved, write the new address as `url:` of the source. For one that is gone, "
        "add `archive_url:` with a copy that an archive keeps. Quotations stay proved either way."
    )
    return "\n".join([_total(answers), "", "<table>", head, *rows, "</table>", "", help, ""])


def _row(answer: Answer) -> str:
    url = _cell(answer.link.url)
    sources = ", ".join(_cell(f"sources/{source}.md") for source in answer.link.sources)
    what = f"{answer.fate}: {html.escape(visible(answer.why))}"
    if answer.now:
        what += f"; now {_cell(answer.now)}"
    if answer.link.archived:
        what += f"; archived copy {_cell(answer.link.archived)}"
    return f"<tr><td>{url}</td><td>{what}</td><td>{sources}</td></tr>"


def _cell(text: str) -> str:
    return f"<code>{html.escape(visible(text))}</code>"


def _json(answers: Sequence[Answer]) -> str:
    return json.dumps([dataclasses.asdict(answer) for answer in answers], indent=2) + "\n"


def _told(answer: Answer) -> str:
    now = f", now {answer.now}" if answer.now else ""
    archived = f"; archived copy: {answer.link.archived}" if answer.link.archived else ""
    return f"{answer.why}{now}; source: {', '.join(answer.link.sources)}{archived}"


def _total(answers: Sequence[Answer]) -> str:
    if not answers:
        return "No source gives a link."
    bad = sum(answer.fate.needs_an_editor() for answer in answers)
    links = "1 link was" if len(answers) == 1 else f"{len(answers)} links were"
    return f"{links} looked at; {bad} {'needs' if bad == 1 else 'need'} an editor."


WRITERS: dict[LinkFormat, Callable[[Sequence[Answer]], str]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
