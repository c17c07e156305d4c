"""What goes first when a document is longer than its form: one list, least important first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from generator.model.addresses import SiteAddress
from generator.model.blocks import Block, Moment, Tense, Timeline
from generator.model.keys import SectionKey
from generator.model.pages import Edition, Page, Section
from generator.model.runs import EditorMark, Line, NoteRef, Summarised, SupportMark, When
from generator.model.sources import csl_json
from generator.model.values import parts_of
from generator.output.pdf.disputes import has_further, is_settled, shortened
from generator.output.pdf.document import (
    SAID_BY_NOTES,
    WIDE,
    Node,
    Writer,
    heading_facts,
    notes_of,
    without_moves,
)
from generator.output.pdf.frame import BRIEFING, messages
from generator.words import Words, words_in

_KEPT = frozenset(
    {
        SectionKey.WHY_IT_MATTERS,
        SectionKey.KEY_POINTS,
        SectionKey.PICTURE,
        SectionKey.POSITIONS,
        SectionKey.DISPUTED,
        SectionKey.NOT_KNOWN,
        SectionKey.WHAT_TO_WATCH,
        SectionKey.DELEGATIONS,
        SectionKey.OUTCOME,
        SectionKey.ROLES,
        SectionKey.SAID,
    }
)
_LATEST = 6
# What a line of a column holds and takes: characters, and points; and what the columns of a page hold.
_LINE = (52, 12.0)
_PAGE = 1400.0
# The head of a document, in points; and how much more its texts take than the least, with titles and gaps.
_HEAD, _LOOSE = 250.0, 2.0
# The room left over on a last page that holds a line or two, and how many ways to do without are tried.
_ALMOST_EMPTY = 1150.0
_TRIES = 4

_SHOWS_NOTHING = frozenset(
    {"type", "url", "key", "anchor", "at", "to", "csl", "qr", "sign", "role", "glyphs"}
)
_HEADS = frozenset({"title", "heading", "series"})


class Trim(Enum):
    """What can be taken from a document besides whole sections; the catalogue says how it is told."""

    NOTE_LINES = "note-lines"
    ACCOUNTS = "accounts"
    BASES = "bases"
    REASONS = "reasons"
    SETTLING = "settling"
    EARLIER = "earlier"
    ANSWERS = "answers"
    SUMMARIES = "summaries"


Step = Trim | str
"""One way to make a document shorter: a trim, or the section with this anchor is left out."""

# What a page lacks takes nothing away.
ORDER: tuple[SectionKey | Trim, ...] = (
    Trim.NOTE_LINES,
    SectionKey.CHANGED,
    SectionKey.SOURCES_SAY,
    SectionKey.NAMES,
    SectionKey.TERMS,
    Trim.BASES,
    Trim.REASONS,
    Trim.ACCOUNTS,
    SectionKey.PEOPLE,
    SectionKey.BEFORE,
    SectionKey.AFTER,
    SectionKey.ROUNDS,
    SectionKey.HOW_IT_CAME_TO_THIS,
    Trim.SETTLING,
    Trim.EARLIER,
    SectionKey.ACCOUNTS,
    SectionKey.AGENDA,
    SectionKey.DID,
    SectionKey.EVENTS,
    SectionKey.EXPECTED,
    SectionKey.COMMITMENTS,
    Trim.ANSWERS,
    SectionKey.FIGURES,
    SectionKey.AUTHORED,
    SectionKey.AGREED_AND_OPEN,
    SectionKey.STATE_OF_PLAY,
    Trim.SUMMARIES,
)
# These may go for the looks of a document alone.
_CHEAP = frozenset(ORDER[: ORDER.index(SectionKey.HOW_IT_CAME_TO_THIS)])


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a document reaches: its pages, and what of the last one's columns stays free, in points."""

    pages: int
    free: float


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One way to print a page: the template, and what it shows as JSON. Each is itself alone."""

    form: str
    node: Node

    def length(self) -> int:
        """The characters of its texts, as a measure of the room that it takes."""
        parts = (self.node[part] for part in ("sections", "quoted", "summed", "listed"))
        return sum(len(text) for part in parts for text in texts_of(part))

    def may_fit(self, pages: int) -> bool:
        """Whether by the length of its texts the draft takes no more pages, in all likelihood."""
        return _HEAD + _LOOSE * _height(self.length()) <= pages * _PAGE


def steps_of(page: Page) -> tuple[Step, ...]:
    """The steps that take something from this page, least important first."""
    backwards = [(section.key, section.anchor) for section in reversed(page.sections) if section.anchor]
    found: list[Step] = []
    for what in ORDER:
        found += [what] if isinstance(what, Trim) else [anchor for key, anchor in backwards if key is what]
    known = {*ORDER, *SAID_BY_NOTES, *_KEPT}
    return (*found, *(anchor for key, anchor in backwards if key not in known))


def draft(edition: Edition, page: Page, site: SiteAddress, steps: frozenset[Step] = frozenset()) -> Draft:
    """The page with these steps taken."""
    words = words_in(edition.language)
    sections = tuple(_kept(page, steps, words))
    writer = Writer(site, words, with_bases=Trim.BASES not in steps, with_reasons=Trim.REASONS not in steps)
    nodes = [writer.section(each) for each in sorted(sections, key=_is_narrow)]
    cited = frozenset(_numbers(nodes))
    notes = notes_of(page, cited, words, with_summaries=Trim.SUMMARIES not in steps)
    node = heading_facts(edition, page, site) | {
        "sections": nodes,
        "remarks": [[letter, text] for text, letter in writer.remarks.items()],
        "sources": notes.sources,
        "quoted": notes.quoted,
        "summed": notes.summed,
        "listed": notes.listed,
        "run_in": Trim.NOTE_LINES in steps,
        "legend": _legend(sections, len(writer.accepted), words),
        "csl": csl_json(item for item in edition.bibliography if item.id in _cited(page, cited)).decode(),
        "left_out": _said(page, steps, words),
        "words": messages(words, BRIEFING),
    }
    return Draft(BRIEFING, node)


def _legend(sections: tuple[Section, ...], accepted: int, words: Words) -> str | None:
    """On how many sources a statement rests where it does not say, and how many somebody accepted."""
    said = [words("print.legend")] if any(parts_of(sections, SupportMark)) else []
    said += [words("print.accepted", n=accepted)] if accepted else []
    return " ".join(said) or None


def least(edition: Edition, page: Page, site: SiteAddress) -> Draft:
    """The page with all steps taken."""
    return draft(edition, page, site, frozenset(steps_of(page)))


def first_fitting(fits: Callable[[int], bool], last: int, promising: int) -> int | None:
    """The least number of steps, of none to `last`, after which a document fits; None if it never does.

    What fits is taken to fit after more steps too. `fits` is asked first around `promising`, then far.
    """
    below, above, level, stride = -1, last + 1, promising, 1
    while below + 1 < above:
        if not below < level < above:
            level = (below + above) // 2
        if fits(level):
            above, level = level, level - stride
        else:
            below, level = level, level + stride
        stride *= 2
    return above if above <= last else None


def put_back(
    steps: tuple[Step, ...],
    allowed: int,
    drafted: Callable[[frozenset[Step]], Draft],
    reach: Callable[[Draft], Extent],
) -> Draft:
    """The draft that took all these steps, less those that the room left over can bear.

    The most important comes back first; the last step of all is why the draft fits. `reach` costs a layout,
    so it is asked only where the room may do by the length of the texts.
    """
    taken = frozenset(steps)
    best = drafted(taken)
    extent = reach(best)
    for step in reversed(steps[:-1]):
        more = drafted(taken - {step})
        room = extent.free + (allowed - extent.pages) * _PAGE
        if _height(more.length() - best.length()) > room:
            continue
        wider = reach(more)
        if wider.pages <= allowed:
            taken, best, extent = taken - {step}, more, wider
    return best


def pulled_in(
    steps: tuple[Step, ...],
    whole: Draft,
    extent: Extent,
    drafted: Callable[[frozenset[Step]], Draft],
    reach: Callable[[Draft], Extent],
) -> Draft:
    """The whole draft; or, if its last page holds next to nothing, the one shorter page that loses least.

    Only one step is taken, one of the least important, and of these one whose texts are short.
    """
    if extent.pages == 1 or extent.free < _ALMOST_EMPTY:
        return whole
    cheap = (drafted(frozenset({step})) for step in steps if _is_cheap(step))
    shorter = sorted(cheap, key=Draft.length, reverse=True)
    near = [one for one in shorter if one.length() < whole.length()][:_TRIES]
    return next((one for one in near if reach(one).pages < extent.pages), whole)


def _is_cheap(step: Step) -> bool:
    return (step if isinstance(step, Trim) else SectionKey.at(step)) in _CHEAP


def _height(characters: int) -> float:
    """The least room that so many characters take, in points."""
    per_line, leading = _LINE
    return 0.8 * characters / per_line * leading


def _is_narrow(section: Section) -> int:
    """Whether a section stands in a column; those over the whole width come first, in their order."""
    if section.key is SectionKey.OPENING:
        return 0
    return WIDE.index(section.key) + 1 if section.key in WIDE else len(WIDE) + 1


def _cited(page: Page, numbers: frozenset[int]) -> frozenset[str]:
    return frozenset(note.evidence.source for note in page.notes if note.number in numbers)


def _kept(page: Page, steps: frozenset[Step], words: Words) -> Iterator[Section]:
    for section in page.sections:
        if section.anchor in steps or section.key in SAID_BY_NOTES or not section.blocks:
            continue
        if section.key is SectionKey.DISPUTED:
            settling, whole = Trim.SETTLING not in steps, Trim.ANSWERS not in steps
            section = replace(
                section, blocks=shortened(section.blocks, words, settling=settling, whole=whole)
            )
        if section.key is SectionKey.CHANGED:
            section = replace(section, blocks=tuple(filter(None, map(without_moves, section.blocks))))
        if section.blocks:
            yield replace(section, blocks=tuple(_trimmed(block, steps) for block in section.blocks))


def _trimmed(block: Block, steps: frozenset[Step]) -> Block:
    if not isinstance(block, Timeline):
        return block
    moments = block.moments
    if Trim.EARLIER in steps:
        past = [moment for moment in moments if moment.tense is Tense.PAST][-_LATEST:]
        moments = tuple(m for m in moments if m.tense is Tense.COMING or m in past)
    if Trim.ACCOUNTS in steps:
        moments = tuple(_bare(moment) for moment in moments)
    return replace(block, moments=moments)


def _bare(moment: Moment) -> Moment:
    """A moment by its title, with the marks of the notes that its account rests on."""
    runs = tuple(run for line in moment.lines for run in line.runs if isinstance(run, NoteRef))
    return replace(moment, title=Line((*moment.title.runs, *runs)), lines=())


def _numbers(value: object) -> Iterator[int]:
    """The numbers of the notes that a node cites."""
    for node in nodes_of(value):
        number = node.get("number")
        if node.get("type") == "note_ref" and isinstance(number, int):
            yield number


def _said(page: Page, steps: frozenset[Step], words: Words) -> list[str]:
    """What was taken away, in words, in the order of the page."""
    sections = [(s.heading or "").strip() for s in page.sections if s.anchor in steps]
    trims = [what for what in ORDER if isinstance(what, Trim) and what in steps and _has(page, what)]
    return [*filter(None, sections), *map(words.of, trims)]


def _has(page: Page, what: Trim) -> bool:
    """Whether a page has what this trim takes away."""
    disputed = tuple(b for s in page.sections if s.key is SectionKey.DISPUTED for b in s.blocks)
    has: dict[Trim, bool] = {
        Trim.NOTE_LINES: False,
        Trim.SUMMARIES: any(isinstance(note.lines[0].words, Summarised) for note in page.notes),
        Trim.BASES: any(when.basis for when in parts_of(page.sections, When)),
        Trim.REASONS: any(parts_of(page.sections, EditorMark)),
        Trim.SETTLING: any(map(is_settled, disputed)),
        Trim.ANSWERS: has_further(disputed),
    }
    return has.get(what, any(parts_of(page.sections, Timeline)))


def nodes_of(value: object) -> Iterator[dict[str, object]]:
    """Every node in a value of mappings and lists, outermost first."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def texts_of(value: object) -> Iterator[str]:
    """The texts of a node, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from texts_of(each) if name not in _SHOWS_NOTHING else ()
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def paragraphs_of(value: object) -> Iterator[str]:
    """The texts of a node, those of runs that follow each other as one."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from paragraphs_of(each) if name not in _SHOWS_NOTHING else ()
    elif isinstance(value, list) and any(isinstance(each, dict) and "text" in each for each in value):
        yield "".join(texts_of(value))
    elif isinstance(value, list):
        for each in value:
            yield from paragraphs_of(each)
    elif isinstance(value, str):
        yield value


def with_texts(value: object, change: Callable[[str], str], *, most: int = 0) -> object:
    """A node with its texts changed, but for its headings and titles of at most so many characters."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [with_texts(each, change, most=most) for each in value]
    if not isinstance(value, dict) or (value.get("type") == "heading" and _length(value) <= most):
        return value
    return {
        name: each
        if name in _SHOWS_NOTHING or (name in _HEADS and _length(each) <= most)
        else with_texts(each, change, most=most)
        for name, each in value.items()
    }


def _length(value: object) -> int:
    return sum(map(len, texts_of(value)))
