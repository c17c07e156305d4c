"""The words in which a comparison is told, whatever the view."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum

from generator.model import editions
from generator.model.dates import Interval, PartialDate, parse
from generator.model.keys import DetailKey, Part
from generator.words import Words

# Details that a reader has no use for, or that the text says already.
UNTOLD = frozenset({DetailKey.LOW, DetailKey.HIGH, DetailKey.PART})
# What of something new is told beside its text.
FACTS = {
    editions.ItemKind.SOURCE: (
        DetailKey.AUTHOR,
        DetailKey.PUBLISHER,
        DetailKey.CONTAINER_TITLE,
        DetailKey.ISSUED,
    ),
    editions.ItemKind.FIGURE: (DetailKey.AS_OF, DetailKey.ATTRIBUTED_TO),
    editions.ItemKind.EVENT: (DetailKey.DATE,),
    editions.ItemKind.COMMITMENT: (
        *(DetailKey.KIND, DetailKey.BY, DetailKey.TO, DetailKey.SAYS),
        *(DetailKey.SINCE, DetailKey.UNTIL, DetailKey.DUE, DetailKey.STATUS),
    ),
    editions.ItemKind.ROLE: (DetailKey.ORGANISATION, DetailKey.HELD),
}


def groups(
    words: Words, comparison: editions.Comparison
) -> Iterator[tuple[str, tuple[editions.Change, ...]]]:
    """The changes under their headings: conclusions first, then kind by kind; no empty group."""
    conclusions = tuple(change for change in comparison.changes if change.concludes())
    if conclusions:
        yield words("changes.conclusions"), conclusions
    for kind in editions.IN_ORDER:
        others = tuple(change for change in comparison.of(kind) if not change.concludes())
        if others:
            yield words(f"changes.{kind}s"), others


def label_of(words: Words, change: editions.Change) -> str:
    """What a change is about: “Lake level, key points”; nothing where the text is all there is."""
    item = change.item
    played = dict(item.details).get(DetailKey.PART)
    label = _label_of_part(words, item.label, played) if isinstance(played, editions.Played) else item.label
    return "" if label == item.text else label.removesuffix(".")


def _label_of_part(words: Words, label: str, played: editions.Played) -> str:
    match played.part:
        case Part.PRESENCE | Part.POSITION:
            return words(f"change.{played.part}", label=label, who=played.named or "")
        case Part.SECTION | Part.ANSWER:
            return words("change.part", label=label, part=played.named or "")
    return words("change.part", label=label, part=words.of(played.part))


def detail_told(words: Words, detail: editions.Detail) -> str:
    """A changed value in words; empty if there is nothing to tell."""
    if detail.key in UNTOLD:
        return ""
    if detail.key is DetailKey.CHECKSUM:
        return words("change.checksum")
    name, after = words.of(detail.key), value_told(words, detail.after)
    if detail.before is None:
        return words("change.value-new", name=name, after=after)
    return words("change.value", name=name, before=value_told(words, detail.before), after=after)


def value_told(words: Words, value: editions.Value | None) -> str:
    """A value in words; None is a value that there is not."""
    match value:
        case None:
            return words("value.not-stated")
        case PartialDate() | Interval():
            return words.date(value)
        case editions.Names():
            return words("list.separator").join(value.names)
        case Enum():
            return words.of(value)
    return value


def dated(words: Words, value: str) -> str:
    """A date of a manifest as pages write it; what is none as it is."""
    try:
        return words.date(parse(value))
    except ValueError:
        return value


def basis_told(words: Words, change: editions.Change) -> str:
    """That it is proved now and was the editor’s own before, or the other way round; else empty."""
    if change.before is None or change.after is None or change.before.reason == change.after.reason:
        return ""
    if change.before.proofs and change.after.proofs:
        return ""
    return words("change.by-the-editor" if change.after.reason else "change.by-a-source")


def proof_told(words: Words, change: editions.Change) -> str:
    """That other passages or other words prove it now; empty if none do, or the item is new or gone."""
    came, went = change.proofs_come(), change.proofs_gone()
    come, gone = len(came), len(went)
    if (not come and not gone) or basis_told(words, change):
        return ""
    if come == gone == 1:
        return words(_other(went[0], came[0]))
    if come and gone:
        return words("change.passages-other", come=come, gone=gone)
    return words("change.passages-come" if come else "change.passages-gone", n=come or gone)


def is_mended(old: editions.Proof, new: editions.Proof) -> bool:
    """Whether both are words of one source, and both an article's or both ours."""
    return old.source == new.source and old.voice is new.voice


def _other(old: editions.Proof, new: editions.Proof) -> str:
    if not is_mended(old, new):
        return "change.passage-other"
    quotations = (old.quotation(), new.quotation())
    if None not in quotations and quotations[0] != quotations[1]:
        return "change.quotation-other"
    return "change.summary-other"


def facts_told(words: Words, change: editions.Change) -> str:
    """What is known of something new: “publisher: The Gazette; issued: 2 June 2023”; else empty."""
    if change.what is not editions.What.ADDED:
        return ""
    known = dict(change.item.details)
    keys = (key for key in FACTS.get(change.kind, ()) if key in known)
    facts = (words("list.labelled", label=words.of(key), value=value_told(words, known[key])) for key in keys)
    return words("list.strong-separator").join(facts)


def values_told(words: Words, change: editions.Change) -> tuple[str, ...]:
    """What is to be said besides the text and the quotations: other values, another basis."""
    details = (detail_told(words, detail) for detail in change.details())
    return tuple(filter(None, (facts_told(words, change), *details, basis_told(words, change))))


def remarks(words: Words, change: editions.Change) -> tuple[str, ...]:
    """What is to be said besides the text: other values, other proof."""
    return tuple(filter(None, (*values_told(words, change), proof_told(words, change))))


def counts(words: Words, changes: Iterable[editions.Change]) -> str:
    """“1 source added; 2 statements changed, 1 added”; “nothing” for no change."""
    found = Counter((change.kind, change.what) for change in changes)
    by_kind = (_counted(words, kind, found) for kind in editions.IN_ORDER)
    return words("list.strong-separator").join(filter(None, by_kind)) or words("changes.nothing")


def _counted(
    words: Words, kind: editions.ItemKind, found: Counter[tuple[editions.ItemKind, editions.What]]
) -> str:
    """How many of a kind were added, changed, withdrawn, the kind named once; empty for none."""
    counted: list[str] = []
    for what in editions.What:
        number = found[kind, what]
        if number:
            items = words.number(number) if counted else words(f"count.{kind}s", n=number)
            counted.append(words("changes.counted", items=items, what=words.of(what)))
    return words("list.separator").join(counted)


def loss_told(words: Words, change: editions.Change) -> str:
    """Which sources prove it no more, and how many still do: “no longer cites herald; 1 source left”."""
    gone = words("list.separator").join(dict.fromkeys(proof.source for proof in change.lost()))
    left = len({proof.source for proof in change.item.proofs})
    return words("change.lost", sources=gone, left=words("changes.sources-left", n=left))


def by_page(comparison: editions.Comparison) -> Iterator[tuple[str, str, tuple[editions.Change, ...]]]:
    """Each page with a change on it: its path, its title, its changes."""
    found: dict[str, list[editions.Change]] = {}
    for change in comparison.changes:
        for page in change.pages():
            found.setdefault(page, []).append(change)
    titles = dict(comparison.titles)
    for page in sorted(found):
        yield page, titles.get(page, page), tuple(found[page])


def opening(words: Words, comparison: editions.Comparison) -> tuple[str, str]:
    """Whether conclusions changed, and how much did in all: two sentences."""
    number = len(comparison.conclusions())
    stand = words("edition.conclusions-stand")
    conclusions = words("changes.conclusions-changed", n=number) if number else stand
    return conclusions, words("changes.in-all", counts=counts(words, comparison.changes))


def span_told(words: Words, comparison: editions.Comparison) -> str:
    """From which day to which."""
    before, after = dated(words, comparison.before), dated(words, comparison.after)
    if comparison.before == comparison.after:
        return words("changes.same-day", day=after)
    return words("changes.from-to", before=before, after=after)
