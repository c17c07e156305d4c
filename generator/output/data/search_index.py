"""The index of the search, in parts: which words stand where, what is shown of it, answers to questions.

A browser reads `start.js`, then only the parts that a query needs (`assets/searching.js`). All is plain text:
the script escapes it.
"""

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.model.addresses import folder_of
from generator.model.answers import Answer, Asked
from generator.model.blocks import Block, Comparison, Heading, Legend, Row, SourceBody, Table, Timeline
from generator.model.dates import Date
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Line, Link, PersonMark, Plain, Quiet, Run, SideMark, Status, Target, When
from generator.model.values import parts_of
from generator.output.markdown.page import REPEATING, plain_text, run_words
from generator.text.searching import folded, index_words, search_words
from generator.words import Words, words_in

BELOW, ABOVE, OWN, WITHIN = 1, 2, 4, 8
"""Where an entry has a word: in its text, in what stands above it, in its title or names, on its page."""

NAMED, SAID = 3, 1
"""Whether an answer has a word in the names of its subject, or in its sentence."""

PART, BLOCK = 48_000, 24_000
"""About how many characters a part of the words has, and a part of what is shown."""

SEPARATOR = " · "
OPENING = ("", "(", "[", "“", "„", "«", "-", "/")
APART = (Link, When, PersonMark, SideMark, Status)
"""What is set apart from the words before it on a page, if by no space."""

REPEATED = 0.2
"""The weight of what stands elsewhere too, beside that of where it belongs."""

MOST_TOPICS = 5

MOST_PLACES = 2_000
"""A word that stands in more entries is found in those that have it most prominently."""

Key = TypeVar("Key", str, int)

DATED = (Asked.WHEN, Asked.ENDS)

CHECKSUM = re.compile(r"(?=.*\d)[0-9a-f]{16,}")
"""What nobody types: a number or a name may begin like it, and would find it."""

MOST_DAYS = 31
"""What goes on for longer is found by its months."""


@dataclass(slots=True)
class Passage:
    """A line that is shown: its anchor on the page if it has one."""

    anchor: str
    text: str


@dataclass(slots=True)
class Entry:
    """What a query may find: a page, a section of it, or a thing that has its place on it."""

    target: Target
    title: str
    kind: str
    weight: float
    page: int
    is_thing: bool = False
    repeats: bool = False
    passages: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Places:
    """Where a word stands: in which entries, how prominently, and in which answers."""

    entries: dict[int, int] = field(default_factory=dict)
    answers: dict[int, int] = field(default_factory=dict)


def search_parts(edition: Edition) -> dict[str, bytes]:
    """The parts by the names of their files."""
    return Index(edition).parts()


class Index:
    """The index of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.words = words_in(edition.language)
        self.names = {each.subject: each.names for each in edition.answers if each.asked is Asked.WHAT}
        self.entries = list(self._entries())

    def parts(self) -> dict[str, bytes]:
        """All parts; the first names the others."""
        words = _cut(((word, _places(found)) for word, found in sorted(self.places.items())), PART)
        entries = _cut(enumerate(map(self._shown, self.entries)), BLOCK)
        answers = _cut(enumerate(map(self._answer, self.edition.answers)), BLOCK)
        made: dict[str, object] = {f"words-{at}.js": dict(part) for at, part in enumerate(words)}
        made |= {f"entries-{at}.js": [each for _, each in part] for at, part in enumerate(entries)}
        made |= {f"answers-{at}.js": [each for _, each in part] for at, part in enumerate(answers)}
        made["days.js"] = self._days()
        start = self._start()
        start["words"] = [part[0][0] for part in words]
        start["entries"] = [part[0][0] for part in entries]
        start["answers"] = [part[0][0] for part in answers]
        made["start.js"] = start
        return {name: _script(name, part) for name, part in made.items()}

    @cached_property
    def places(self) -> dict[str, Places]:
        """Where each word stands."""
        found: dict[str, Places] = {}
        for number, entry in enumerate(self.entries):
            for word, how in self._words(number, entry):
                known = found.setdefault(word, Places()).entries
                known[number] = known.get(number, 0) | how
        for number, answer in enumerate(self.edition.answers):
            for word, weight in _answer_words(answer):
                known = found.setdefault(word, Places()).answers
                known[number] = max(weight, known.get(number, 0))
        return found

    def _words(self, number: int, entry: Entry) -> Iterator[tuple[str, int]]:
        page = self.entries[entry.page]
        own = self._title_words(entry)
        told = index_words(" \n".join(each.text for each in entry.passages))
        text = {word for word in told if not CHECKSUM.fullmatch(word)}
        yield from ((word, OWN) for word in own)
        yield from ((word, BELOW) for word in text)
        if number == entry.page:
            yield from ((word, ABOVE) for word in text)
        else:
            yield from ((word, ABOVE) for word in self._title_words(page))

    def _title_words(self, entry: Entry) -> set[str]:
        names = self.names.get(entry.target, ())
        return {word for name in (entry.title, *names) for word in index_words(name)}

    def _entries(self) -> Iterator[Entry]:
        count = 0
        for page in self.edition.pages:
            for entry in self._of_page(page, count):
                entry.repeats = page.kind.is_first or (page.kind.is_collection and not page.kind.has_ids)
                count += 1
                yield entry

    def _of_page(self, page: Page, number: int) -> Iterator[Entry]:
        weight = page.kind.search.weight
        if weight is None:
            return
        label = self.words(page.kind.label)
        top = Entry(Target(page.path), page.title, label, weight, number)
        top.passages.append(Passage("", page.deck))
        reading = Reading(page, top)
        yield top
        for section in page.sections:
            is_repeated = section.anchor and REPEATING.fullmatch(section.anchor)
            if not is_repeated and section.key is not SectionKey.CHANGED:
                yield from reading.of_section(section)

    def _shown(self, entry: Entry) -> list[object]:
        passages = [[each.anchor, each.text] for each in entry.passages]
        length = sum(len(search_words(each.text)) for each in entry.passages)
        title_words = [search_words(name) for name in (entry.title, *self.names.get(entry.target, ()))]
        weight = entry.weight * self._share(entry)
        told = [" ".join(words) for words in title_words]
        where = _location(entry.target)
        return [
            where,
            entry.title,
            entry.kind,
            weight,
            entry.page,
            +entry.is_thing,
            length,
            told,
            passages,
        ]

    def _share(self, entry: Entry) -> float:
        """How much of the weight of its page it has: little if it repeats what another page is about."""
        if entry.is_thing:
            return REPEATED if entry.title.casefold() in self._titles else 1
        is_told_elsewhere = entry.target.anchor and entry.title.casefold() in self._titles
        return REPEATED if entry.repeats or is_told_elsewhere else 1

    @cached_property
    def _titles(self) -> frozenset[str]:
        return frozenset(page.title.casefold() for page in self.edition.pages)

    def _days(self) -> list[list[object]]:
        found: list[tuple[datetime.date, datetime.date, int]] = []
        for number, answer in enumerate(self.edition.answers):
            days = answer.days if answer.asked in DATED and answer.support is not None else None
            if days:
                first = days.earliest()
                found.append((first, first if days.is_open else days.latest(), number))
        return [[first.isoformat(), last.isoformat(), number] for first, last, number in sorted(found)]

    def _topics(self) -> list[int]:
        """Some pages of the first group that the find page offers: a way on from what nothing mentions."""
        groups = {page.path: page.kind.search.group for page in self.edition.pages}
        first = min((group for group in groups.values() if group is not None), default=0)
        pages = ((at, each) for at, each in enumerate(self.entries) if each.page == at)
        return [at for at, each in pages if groups[each.target.page] == first][:MOST_TOPICS]

    def _answer(self, answer: Answer) -> list[object]:
        subject, place = _location(answer.subject), _location(answer.place)
        support = None if answer.support is None else self._support.index(answer.support)
        return [answer.title, subject, answer.lead, answer.text, place, support]

    @cached_property
    def _support(self) -> list[str]:
        """What answers rest on, in words, once each."""
        return sorted({answer.support for answer in self.edition.answers if answer.support is not None})

    def _start(self) -> dict[str, object]:
        ranges: dict[str, list[int]] = {}
        for number, answer in enumerate(self.edition.answers):
            ranges[answer.asked] = [ranges.get(answer.asked, [number])[0], number + 1]
        return {
            "version": self.edition.fingerprint[:16],
            "count": len(self.entries),
            "year": self.edition.as_of.year,
            "ranges": ranges,
            "support": self._support,
            "topics": self._topics(),
            "months": [[*map(folded, names)] for names in self.words.months()],
            "asked": {each: _patterns(self.words, each) for each in Asked},
            "dropped": search_words(self.words("ask.dropped")),
            "percent": ["%", *search_words(self.words("search.percent"))],
            "dated": search_words(self.words("ask.dated")),
            "label": self.words("answer.label"),
            "source": self.words(KINDS.source.label),
            "day": self.words.unfilled("answer.day"),
            "isDayFirst": self.words("ask.day-first") == "1",
            "noDay": self.words.unfilled("answer.no-day"),
            "nothing": self.words.unfilled("answer.nothing"),
            "nearest": self.words("answer.nearest"),
            "timeline": _location(Target(KINDS.timeline.path())),
            "find": _location(Target(KINDS.find.path())),
            "headings": {each: self.words.unfilled(f"answer.{each}") for each in Asked},
        }


class Reading:
    """Reads the sections of a page whose own entry is `top`."""

    def __init__(self, page: Page, top: Entry) -> None:
        self.top = top
        self.has_things = not page.kind.has_ids

    def of_section(self, section: Section) -> list[Entry]:
        """The section, and each thing of it that has an anchor; lines stand with what they are about."""
        found: list[Entry] = []
        here = self.top
        if section.anchor:
            here = self._entry(section.anchor, section.heading or self.top.title)
            found.append(here)
        for block in section.blocks:
            if isinstance(block, Heading):
                here = self._entry(
                    block.anchor, plain_text(block.line), _kind_in(block.line), is_thing=self.has_things
                )
                found.append(here)
                continue
            for anchor, line, lines in _things(block):
                found.append(self._entry(anchor, plain_text(line), is_thing=True))
                found[-1].passages += _passages(lines)
            here.passages += _of_block(block)
        return [each for each in found if each.passages or each.is_thing]

    def _entry(self, anchor: str, title: str, kind: str = "", *, is_thing: bool = False) -> Entry:
        target = Target(self.top.target.page, anchor)
        kind = kind or self.top.kind
        return Entry(target, title, kind, self.top.weight, self.top.page, is_thing)


def _kind_in(line: Line) -> str:
    """What kind of thing a heading says it is, in words that step back."""
    return "".join(run.text for run in line.runs if isinstance(run, Quiet)).strip()


def _things(block: Block) -> Iterator[tuple[str, Line, tuple[Line, ...]]]:
    """What has an anchor of its own in a block, with the line that tells it from others."""
    if isinstance(block, Timeline) and block.anchored:
        for moment in block.moments:
            when = Line((moment.when,))
            yield moment.anchor, moment.title, (when, *moment.lines)
    elif isinstance(block, Table):
        for row in block.rows:
            if row.anchor:
                stated = next((cell for cell in row.cells if cell.statement), row.cells[0])
                yield row.anchor, stated, row.cells
    elif isinstance(block, Comparison):
        yield from _measured(block)


def _measured(block: Comparison) -> Iterator[tuple[str, Line, tuple[Line, ...]]]:
    """Each thing that is measured, with the lines of all its figures."""
    for group in block.groups:
        found: list[tuple[str, Line, list[Line]]] = []
        for each in group.figures:
            if each.anchor:
                found.append((each.anchor, Line((Plain(each.measured),)), []))
            found[-1][2].extend((each.value, *each.words, each.when, each.who))
        yield from ((anchor, name, tuple(lines)) for anchor, name, lines in found)


def _of_block(block: Block) -> Iterator[Passage]:
    """The lines of a block that stand for no thing of their own."""
    match block:
        case Timeline() | Legend() | Comparison():
            return
        case SourceBody():
            yield from _of_body(block)
        case Table():
            rows = (row for row in block.rows if not row.anchor)
            yield from _passages(Line(_spaced(row)) for row in rows)
        case _:
            yield from _passages(parts_of(block, Line))


def _spaced(row: Row) -> tuple[Run, ...]:
    """The runs of all cells, one cell after the other."""
    return tuple(run for cell in row.cells for run in (*cell.runs, Plain(" ")))


def _of_body(body: SourceBody) -> Iterator[Passage]:
    for paragraph in body.paragraphs:
        text = "".join(piece.text for piece in paragraph.pieces)
        yield Passage(f"p{paragraph.number}", " ".join(text.split()))


def _passages(lines: Iterable[Line]) -> Iterator[Passage]:
    for line in lines:
        if text := _text(line):
            yield Passage(line.statement or "", text)


def _text(line: Line) -> str:
    """Its words; what stands apart from them on a page, such as who says so, stands apart here."""
    told = ""
    for run in line.runs:
        words = run_words(run)
        touches = words[:1].isalnum() and not told[-1:].isspace() and told[-1:] not in OPENING
        told += SEPARATOR * (touches and isinstance(run, APART)) + words
    return " ".join(told.split())


def _location(target: Target) -> str:
    return folder_of(target.page) + (f"#{target.anchor}" if target.anchor else "")


def _answer_words(answer: Answer) -> Iterator[tuple[str, int]]:
    for text in (answer.title, *answer.names):
        yield from ((word, NAMED) for word in index_words(text))
    for text in (answer.lead, answer.text, *answer.also):
        yield from ((word, SAID) for word in index_words(text))
    if answer.days is not None:
        yield from ((word, NAMED) for word in _day_words(answer.days))


def _day_words(date: Date) -> set[str]:
    """What a day is found by: `@2025-06-09`, `@-06-09`, its month with and without a year, its year."""
    found: set[str] = set()
    ends = date.ends
    first, last = ends[0].earliest(), ends[-1].latest()
    is_told_by_days = all(end.day for end in ends) and (last - first).days < MOST_DAYS
    for each in (first + datetime.timedelta(days=at) for at in range((last - first).days + 1)):
        found |= {f"@{each:%Y}"}
        if ends[0].month:
            found |= {f"@{each:%Y-%m}", f"@-{each:%m}"}
        if is_told_by_days:
            found |= {f"@{each:%Y-%m-%d}", f"@-{each:%m-%d}"}
    return found


def _patterns(words: Words, asked: Asked) -> list[str]:
    return [folded(each.strip()) for each in words(f"ask.{asked}").split("|")]


def _places(found: Places) -> list[object]:
    """How many entries have a word, the most prominent of them, and its answers: numbers in pairs."""
    best = sorted(found.entries.items(), key=lambda item: (-item[1], item[0]))[:MOST_PLACES]
    entries = [number for pair in sorted(best) for number in pair]
    answers = [number for pair in sorted(found.answers.items())[:MOST_PLACES] for number in pair]
    return [len(found.entries), entries, answers]


def _cut(items: Iterable[tuple[Key, object]], size: int) -> list[list[tuple[Key, object]]]:
    """The items in parts of about that many characters."""
    parts: list[list[tuple[Key, object]]] = []
    room = 0
    for item in items:
        length = len(_json(item))
        if room < length:
            parts.append([])
            room = size
        parts[-1].append(item)
        room -= length
    return parts


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _script(name: str, part: object) -> bytes:
    """A part as a script: what a browser reads from disk as well."""
    return f"self.searchPart({_json(name)},{_json(part)});\n".encode(errors="replace")
