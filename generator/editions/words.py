"""The words in which a comparison is told, whatever the view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.model.changes import CONCLUSIONS, HEADINGS, Change, Comparison, Detail, What
from generator.model.dates import Interval, PartialDate, parse, spoken
from generator.model.inventory import ItemKind, Names, Played, Value
from generator.model.keys import DetailKey, Part

# Details that a reader has no use for, or that the text says already.
UNTOLD = frozenset({DetailKey.LOW, DetailKey.HIGH, DetailKey.PART})
# What of something new is told beside its text.
FACTS = {
    ItemKind.SOURCE: (DetailKey.AUTHOR, DetailKey.PUBLISHER, DetailKey.CONTAINER_TITLE, DetailKey.ISSUED),
    ItemKind.FIGURE: (DetailKey.AS_OF, DetailKey.ATTRIBUTED_TO),
    ItemKind.EVENT: (DetailKey.DATE,),
    ItemKind.COMMITMENT: (DetailKey.BY, DetailKey.TO, DetailKey.DUE, DetailKey.STATUS),
    ItemKind.ROLE: (DetailKey.ORGANISATION, DetailKey.HELD),
}

DETAILS: Mapping[DetailKey, str] = {
    DetailKey.UNIT: "unit",
    DetailKey.QUALIFIER: "qualifier",
    DetailKey.AS_OF: "as of",
    DetailKey.ATTRIBUTED_TO: "attributed to",
    DetailKey.DATE: "date",
    DetailKey.KIND: "kind",
    DetailKey.STATUS: "status",
    DetailKey.PLACE: "place",
    DetailKey.SIDES: "sides",
    DetailKey.PEOPLE: "people",
    DetailKey.DUE: "due",
    DetailKey.BASIS: "basis",
    DetailKey.BY: "by",
    DetailKey.TO: "to",
    DetailKey.CONDITION: "condition",
    DetailKey.ORGANISATION: "organisation",
    DetailKey.HELD: "held",
    DetailKey.ABOUT: "about",
    DetailKey.AUTHOR: "author",
    DetailKey.PUBLISHER: "publisher",
    DetailKey.CONTAINER_TITLE: "container title",
    DetailKey.ISSUED: "issued",
    DetailKey.ACCESSED: "accessed",
    DetailKey.URL: "url",
    DetailKey.LANGUAGE: "language",
    DetailKey.RIGHTS: "rights",
    DetailKey.VERSION: "version",
}
"""What readers call a detail."""

PARTS: Mapping[Part, str] = {
    Part.BOTTOM_LINE: "bottom line",
    Part.KEY_POINTS: "key points",
    Part.STATE_OF_PLAY: "state of play",
    Part.NOT_KNOWN: "what is not known",
    Part.EVENT: "event",
    Part.RESULT: "result",
    Part.PRESENCE: "presence of {}",
    Part.AGENDA: "agenda",
    Part.POSITION: "position of {}",
    Part.AGREED: "agreed",
    Part.NOT_AGREED: "not agreed",
    Part.UNCLEAR: "unclear",
    Part.ACCOUNT: "account",
    Part.COMMITMENT: "commitment",
    Part.FIGURE: "figure",
    Part.DEFINITION: "definition",
    Part.ROLE: "role",
    Part.SAID: "said",
    Part.PROBLEM: "note on the source",
}
"""What readers call the part of a statement, behind what it is about; others have a name of their own."""

# What pages are called whose changes are told with others, such as lists and counts.
ALSO = "Other pages that read otherwise"


def groups(comparison: Comparison) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The changes under their headings: conclusions first, then kind by kind; no empty group."""
    conclusions = tuple(change for change in comparison.changes if change.concludes())
    if conclusions:
        yield CONCLUSIONS, conclusions
    for kind, heading in HEADINGS.items():
        others = tuple(change for change in comparison.of(kind) if not change.concludes())
        if others:
            yield heading, others


def label_of(change: Change) -> str:
    """What a change is about: “Lake level, key points”; nothing where the text is all there is."""
    item = change.item
    played = dict(item.details).get(DetailKey.PART)
    label = f"{item.label}, {part_told(played)}" if isinstance(played, Played) else item.label
    return "" if label == item.text else label.removesuffix(".")


def part_told(played: Played) -> str:
    """The part of a statement, as words within a line."""
    if played.part in PARTS:
        return PARTS[played.part].format(played.named)
    return f"{played[:1].lower()}{played[1:]}"


def detail_told(detail: Detail) -> str:
    """A changed value in words; empty if there is nothing to tell."""
    if detail.key in UNTOLD:
        return ""
    if detail.key is DetailKey.CHECKSUM:
        return "its text or the notes on it changed"
    name = DETAILS[detail.key]
    if detail.before is None:
        return f"{name}: now {value_told(detail.after)}"
    return f"{name}: {value_told(detail.before)}, now {value_told(detail.after)}"


def value_told(value: Value | None) -> str:
    """A value in words; None is a value that there is not."""
    match value:
        case None:
            return "not stated"
        case PartialDate() | Interval():
            return spoken(value)
        case Names():
            return ", ".join(value.names)
    return str(value)


def dated(value: str) -> str:
    """A date of a manifest in plain English; what is none as it is."""
    try:
        return spoken(parse(value))
    except ValueError:
        return value


def basis_told(change: Change) -> str:
    """That it is proved now and was the editor’s own before, or the other way round; else empty."""
    if change.before is None or change.after is None or change.before.reason == change.after.reason:
        return ""
    if change.before.proofs and change.after.proofs:
        return ""
    return "now the editor’s own" if change.after.reason else "now proved by a source"


def proof_told(change: Change) -> str:
    """That other quotations prove it now; empty if they do not, or the item is new or gone."""
    come, gone = len(change.proofs_come()), len(change.proofs_gone())
    if (not come and not gone) or basis_told(change):
        return ""
    if come and gone:
        return "another quotation" if come == gone == 1 else f"quotations: {come} new, {gone} left out"
    more = "more" if come else "fewer"
    return f"one quotation {more}" if come + gone == 1 else f"{come + gone} quotations {more}"


def facts_told(change: Change) -> str:
    """What is known of something new: “publisher: The Gazette; issued: 2 June 2023”; else empty."""
    if change.what is not What.ADDED:
        return ""
    known = dict(change.item.details)
    keys = (key for key in FACTS.get(change.kind, ()) if key in known)
    return "; ".join(f"{DETAILS[key]}: {value_told(known[key])}" for key in keys)


def values_told(change: Change) -> tuple[str, ...]:
    """What is to be said besides the text and the quotations: other values, another basis."""
    details = (detail_told(detail) for detail in change.details())
    return tuple(filter(None, (facts_told(change), *details, basis_told(change))))


def remarks(change: Change) -> tuple[str, ...]:
    """What is to be said besides the text: other values, other proof."""
    return tuple(filter(None, (*values_told(change), proof_told(change))))


def counts(changes: Iterable[Change]) -> str:
    """“1 source added; 2 statements changed, 1 added”; “nothing” for no change."""
    found = Counter((change.kind, change.what) for change in changes)
    told = []
    for kind in HEADINGS:
        parts = [(found[kind, what], what) for what in What if found[kind, what]]
        if parts:
            (first, what), *others = parts
            head = f"{first} {kind if first == 1 else f'{kind}s'} {what}"
            told.append(", ".join((head, *(f"{count} {each}" for count, each in others))))
    return "; ".join(told) or "nothing"


def loss_told(change: Change) -> str:
    """Which sources prove it no more, and how many still do: “no longer cites herald; 1 source left”."""
    gone = ", ".join(dict.fromkeys(proof.source for proof in change.lost()))
    left = len({proof.source for proof in change.item.proofs})
    return f"no longer cites {gone}; {left or 'no'} {'source' if left == 1 else 'sources'} left"


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
