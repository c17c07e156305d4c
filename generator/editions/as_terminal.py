"""A comparison for a terminal: in colours if it has them, else with the marks of a word diff."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from generator.editions.words import (
    by_page,
    counts,
    groups,
    label_of,
    loss_told,
    opening,
    remarks,
    span_told,
)
from generator.language.redline import redline
from generator.model.changes import Change, Comparison, What
from generator.report.visible import visible
from generator.words import Words, words_in

SIGNS = {What.ADDED: "+", What.CHANGED: "~", What.WITHDRAWN: "-"}
COLOURS = {What.ADDED: "green", What.CHANGED: "yellow", What.WITHDRAWN: "red"}
WIDTH = 100


def as_terminal(comparison: Comparison, *, color: bool) -> str:
    """The whole comparison; nothing in it moves the cursor, whatever the editions say."""
    return "\n".join(_lines(comparison, color)) + "\n"


def _lines(comparison: Comparison, color: bool) -> Iterator[str]:
    words = words_in(comparison.language)
    yield _styled(" ".join(opening(words, comparison)), color, bold=True)
    yield span_told(words, comparison)
    for heading, changes in groups(words, comparison):
        yield from ("", _styled(heading, color, bold=True))
        for change in changes:
            yield from _told(words, change, color)
    lost = comparison.lost_support()
    if lost:
        yield from ("", _styled(words("changes.lost-support"), color, bold=True))
    for change in lost:
        text, loss = visible(change.item.text), visible(loss_told(words, change))
        yield from _wrapped(words("change.remarked", text=text, remark=loss), "  ! ")
    found = list(by_page(comparison))
    if found:
        yield from ("", _styled(words("changes.by-page"), color, bold=True))
    for page, _, changes in found:
        yield f"  {words('list.labelled', label=page, value=counts(words, changes))}"
    if comparison.other_pages():
        pages = words("list.separator").join(comparison.other_pages())
        yield from _wrapped(words("changes.other-pages", pages=pages), "  ")


def _told(words: Words, change: Change, color: bool) -> Iterator[str]:
    label = label_of(words, change)
    sign = _styled(SIGNS[change.what], color, fg=COLOURS[change.what])
    text = _text(change, color)
    if label:
        text = words("list.labelled", label=visible(label), value=text)
    first, *others = _wrapped(text, "    ")
    yield f"  {sign} {first.strip()}"
    yield from others
    for remark in remarks(words, change):
        yield from _wrapped(_styled(visible(remark), color, dim=True), "      ")


def _text(change: Change, color: bool) -> str:
    if change.before is None or change.after is None:
        return visible(change.item.text)
    parts = []
    for stretch in redline(change.before.text, change.after.text):
        text = visible(stretch.text)
        match stretch.what:
            case "same":
                parts.append(text)
            case "removed":
                parts.append(click.style(text, fg="red", strikethrough=True) if color else f"[-{text}-]")
            case "added":
                parts.append(click.style(text, fg="green", bold=True) if color else f"{{+{text}+}}")
    return "".join(parts)


def _styled(text: str, color: bool, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if color else text


def _wrapped(text: str, indent: str) -> list[str]:
    """Lines of a readable width; the first is indented as the others."""
    wrapped = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped or [indent]
