"""A comparison as an editor's note in Markdown, for the comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editions.words import by_page, counts, groups, label_of, opening, remarks, span_told
from generator.language.redline import redline
from generator.model.changes import Change, Comparison, What
from generator.model.inventory import ItemKind
from generator.report.visible import visible

_SPECIAL = re.compile(r"[&<>*_`~\[\]!#|\\@$:]|[^\S ]")
MARKS = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}


def as_markdown(comparison: Comparison) -> str:
    """The whole note; text of editions can neither be markup in it nor mention anybody."""
    return "\n".join(_lines(comparison)).rstrip() + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for readers"
    yield ""
    yield f"**{opening(comparison).replace('. In all', '.** In all', 1)} {span_told(comparison)}"
    for heading, changes in groups(comparison):
        yield from ("", f"### {heading}", "")
        for change in changes:
            yield from _told(comparison, change)
    yield from _lost(comparison)
    yield from _pages(comparison)


def _told(comparison: Comparison, change: Change) -> Iterator[str]:
    label = label_of(change)
    is_new = change.what is What.ADDED and change.kind is ItemKind.DISAGREEMENT
    what = "new disagreement" if is_new else change.what.value
    text = _text(change)
    lead = f"**{what.capitalize()}**" + (f", {_escaped(label)}" if label else "")
    yield f"- {lead}: {text}"
    for remark in remarks(change):
        yield f"  - {_escaped(remark)}"
    if change.what is What.ADDED:
        for proof in change.item.proofs:
            yield f"  - “{_escaped(proof.exact)}” ({_escaped(proof.source)})"
    yield f"  - on {_names(comparison, change)}"


def _text(change: Change) -> str:
    if change.before is None or change.after is None:
        text = _escaped(change.item.text)
        return f"~~{text}~~" if change.what is What.WITHDRAWN else text
    stretches = redline(change.before.text, change.after.text)
    return "".join(_marked(stretch.text, MARKS[stretch.what]) for stretch in stretches)


def _marked(text: str, mark: str) -> str:
    """The text in marks that touch it: Markdown knows none around a space."""
    inner = text.strip()
    if not inner:
        return text
    start = text.index(inner)
    return text[:start] + mark.format(_escaped(inner)) + text[start + len(inner) :]


def _names(comparison: Comparison, change: Change) -> str:
    titles = dict(comparison.titles)
    return ", ".join(_escaped(titles.get(page, page)) for page in change.pages()) or "no page"


def _lost(comparison: Comparison) -> Iterator[str]:
    lost = comparison.lost_support()
    if lost:
        yield from ("", "### Statements that lost support", "")
    for change in lost:
        sources = ", ".join(dict.fromkeys(proof.source for proof in change.lost()))
        left = len({proof.source for proof in change.item.proofs})
        yield f"- {_escaped(change.item.text)} No longer cited: {_escaped(sources)}; sources left: {left}."


def _pages(comparison: Comparison) -> Iterator[str]:
    found = list(by_page(comparison))
    if not found:
        return
    yield from ("", "<details><summary>By page</summary>", "")
    for page, title, changes in found:
        yield f"- {_escaped(title)} (`{page}`): {counts(changes)}"
    yield from ("", "</details>")


def _escaped(text: str) -> str:
    text = visible(text)
    return _SPECIAL.sub(lambda found: f"&#{ord(found.group())};" if found.group().strip() else " ", text)
