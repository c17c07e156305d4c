"""The words in which a comparison is told, whatever the view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.changes import Change, Comparison, Detail
from generator.model.dates import parse, spoken
from generator.model.inventory import ItemKind

HEADINGS = {
    ItemKind.STATEMENT: "Statements",
    ItemKind.FIGURE: "Figures",
    ItemKind.EVENT: "Events",
    ItemKind.COMMITMENT: "Commitments",
    ItemKind.DEADLINE: "Deadlines",
    ItemKind.ROLE: "Roles",
    ItemKind.DISAGREEMENT: "Where the sources disagree",
    ItemKind.SOURCE: "Sources",
    ItemKind.PAGE: "Pages",
}
CONCLUSIONS = "Bottom lines, key points and results"
PLURALS = {kind: f"{kind}s" for kind in ItemKind}
DATES = frozenset({"date", "due", "as of", "held", "issued", "accessed"})
# Details that a reader has no use for, or that the text says already.
UNTOLD = frozenset({"low", "high", "part"})


def groups(comparison: Comparison) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The changes under their headings: conclusions first, then kind by kind; no empty group."""
    conclusions = tuple(change for change in comparison.changes if change.concludes())
    if conclusions:
        yield CONCLUSIONS, conclusions
    for kind in ItemKind:
        others = tuple(change for change in comparison.of(kind) if not change.concludes())
        if others:
            yield HEADINGS[kind], others


def label_of(change: Change) -> str:
    """What a change is about: “Lake level, key points”; nothing where the text is all there is."""
    item = change.item
    part = dict(item.details).get("part") if change.kind is ItemKind.STATEMENT else None
    label = f"{item.label}, {part[:1].lower()}{part[1:]}" if part else item.label
    return "" if label == item.text else label


def detail_told(detail: Detail) -> str:
    """A changed value in words; empty if there is nothing to tell."""
    if detail.name in UNTOLD:
        return ""
    if detail.name == "checksum":
        return "its text changed"
    before, after = (_value(detail.name, value) for value in (detail.before, detail.after))
    if before is None:
        return f"{detail.name}: now {after}"
    return f"{detail.name}: {before}, now {after or 'not stated'}"


def _value(name: str, value: str | None) -> str | None:
    if value is None or name not in DATES:
        return value
    return dated(value)


def dated(value: str) -> str:
    """A date of a manifest in plain English; what is none as it is."""
    try:
        return spoken(parse(value))
    except ValueError:
        return value


def proof_told(change: Change) -> str:
    """That words which prove it are others now; empty if they are not, or the item is new or gone."""
    if change.before is None or change.after is None:
        return ""
    before, after = change.before.proofs, change.after.proofs
    if change.before.reason != change.after.reason and not (before and after):
        return "now the editor’s own" if change.after.reason else "now proved by a source"
    old, new = {(p.source, p.exact) for p in before}, {(p.source, p.exact) for p in after}
    gone, come = len(old - new), len(new - old)
    if not gone and not come:
        return ""
    parts = [f"{come} new" if come else "", f"{gone} left out" if gone else ""]
    return f"quotations: {', '.join(filter(None, parts))}"


def remarks(change: Change) -> tuple[str, ...]:
    """What is to be said besides the text: other values, other proof."""
    told = (*(detail_told(detail) for detail in change.details()), proof_told(change))
    return tuple(filter(None, told))


def counts(changes: Iterable[Change]) -> str:
    """“2 figures changed, 1 event added”; “nothing” for no change."""
    found = Counter((change.kind, change.what) for change in changes)
    parts = [
        f"{count} {kind if count == 1 else PLURALS[kind]} {what}"
        for (kind, what), count in sorted(found.items(), key=lambda each: list(ItemKind).index(each[0][0]))
    ]
    return ", ".join(parts) or "nothing"


def by_page(comparison: Comparison) -> Iterator[tuple[str, str, tuple[Change, ...]]]:
    """Each page with a change on it: its path, its title, its changes."""
    found: dict[str, list[Change]] = {}
    for change in comparison.changes:
        for page in change.pages():
            found.setdefault(page, []).append(change)
    titles = dict(comparison.titles)
    for page in sorted(found):
        yield page, titles.get(page, page), tuple(found[page])


def opening(comparison: Comparison) -> str:
    """Whether conclusions changed and how much else did, in two sentences."""
    conclusions = comparison.conclusions()
    told = f"yes ({len(conclusions)})" if conclusions else "no"
    return f"Conclusions changed: {told}. In all: {counts(comparison.changes)}."


def span_told(comparison: Comparison) -> str:
    """From which day to which."""
    if comparison.before == comparison.after:
        return f"Both editions speak for {dated(comparison.after)}."
    return f"From the edition of {dated(comparison.before)} to that of {dated(comparison.after)}."
