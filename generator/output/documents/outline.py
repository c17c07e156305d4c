"""A page as a plain document: headings, paragraphs, lists, tables, quotations and notes, and nothing else.

Every form that people take along is written from this. What a page does on the screen (pictures, folds,
filters, marks that count sources) is left out, or said in words once, as it is on paper.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import singledispatchmethod
from itertools import chain

from generator.model import blocks, runs
from generator.model.addresses import SiteAddress
from generator.model.facts import EventKind
from generator.model.pages import Edition, Note, Page, Section
from generator.model.runs import Target
from generator.model.values import parts_of
from generator.output.pdf.document import is_rule, tabled
from generator.output.typography import curled, typeset
from generator.words import Words, words_in


class Look(Enum):
    """How words stand out."""

    PLAIN = "plain"
    STRONG = "strong"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Text:
    """Words of one look; `to` is a place of the site, or an address of the web, that they lead to.

    `language` is theirs where it is known to be another than that of the document.
    """

    text: str
    look: Look = Look.PLAIN
    to: Target | str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """The mark of a note of the page, by its number there."""

    number: int


@dataclass(frozen=True, slots=True)
class Remark:
    """The mark of a remark: why something is the editor's own, how a date is known, who accepted what."""

    text: str


Inline = Text | Proof | Remark
Inlines = tuple[Inline, ...]


class Role(Enum):
    """What a paragraph is for; each form gives it a look."""

    BODY = "body"
    DECK = "deck"
    LABEL = "label"
    BOXED = "boxed"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its level counts from 1, `at` is the place of the site that it heads."""

    level: int
    line: Inlines
    at: Target | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    line: Inlines
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a list, and what is said below it."""

    line: Inlines
    below: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, set apart, and whose they are."""

    line: Inlines
    by: Inlines


Part = Head | Para | Points | Grid | Quote


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the site that a document has itself, each with its name in it.

    A document that `is_whole` leads to the page that holds a place which it does not have.
    """

    names: Mapping[Target, str]
    is_whole: bool = False

    def of(self, target: Target | str | None) -> str | None:
        """The name in the document of where words lead; None if that is elsewhere."""
        if not isinstance(target, Target):
            return None
        return self.names.get(target) or (self.names.get(Target(target.page)) if self.is_whole else None)


def heads_of(parts: Iterable[Part]) -> tuple[Target, ...]:
    """The places that parts head, each once, in their order."""
    return tuple(dict.fromkeys(part.at for part in parts if isinstance(part, Head) and part.at))


@dataclass(slots=True)
class Outliner:
    """Makes the parts of one page; words that led somewhere once are plain text afterwards.

    `depth` is the level of its sections.
    """

    words: Words
    path: str
    depth: int = 2
    linked: set[tuple[str, Target]] = field(default_factory=set)

    def page(self, page: Page) -> tuple[Part, ...]:
        """All that a page says, from its title to where it leads; its notes are the writer's to add."""
        title = Head(1, (Text(curled(page.title, self.words)),), Target(page.path))
        deck = (Para((Text(curled(page.deck, self.words)),), Role.DECK),) if page.deck else ()
        return (title, *deck, *chain.from_iterable(map(self.section, page.sections)))

    def section(self, section: Section) -> tuple[Part, ...]:
        """A section under its heading; one that holds only a picture has none.

        What a page says twice, as a picture of two sizes or a box of the section's own title, is said once.
        """
        heading = (Text(curled(section.heading or "", self.words)),)
        made = dict.fromkeys(part for block in section.blocks for part in self.block(block))
        parts = tuple(part for part in made if part != Para(_strong(heading), Role.LABEL))
        is_picture = all(isinstance(block, blocks.TimeChart | blocks.Legend) for block in section.blocks)
        if not section.heading or not parts or is_picture:
            return parts
        return Head(self.depth, heading, self._at(section.anchor)), *parts

    def _at(self, anchor: str | None) -> Target | None:
        return Target(self.path, anchor) if anchor else None

    def line(self, value: runs.Line) -> Inlines:
        """The runs of a line; a word of state beside others stands in brackets."""
        shown = [run for run in typeset(value, self.words).runs if not isinstance(run, runs.Anchor)]
        if len(shown) > 1:
            shown = [runs.Plain(f"({run.text})") if isinstance(run, runs.Status) else run for run in shown]
        return trimmed(tuple(each for run in shown for each in self.run(run)))

    def lines(self, values: Iterable[runs.Line]) -> tuple[Inlines, ...]:
        """Each line, those without words left out."""
        return tuple(filter(None, map(self.line, values)))

    def run(self, value: runs.Run) -> Iterator[Inline]:
        """A run as words of one look, or as the mark of a note."""
        match value:
            case runs.NoteRef(number):
                yield Proof(number)
            case runs.EditorMark(reason):
                yield Remark(self.words("print.remark.own", reason=reason))
            case runs.ReviewMark(_, told):
                yield Remark(told)
            case runs.SupportMark(text):
                if not is_rule(value):
                    yield Text(f" ({text})")
            case runs.When(text, _, basis):
                yield Text(text)
                if basis:
                    yield Remark(self.words("print.remark.date", basis=basis))
            case runs.Quoted(text):
                yield Text(self.words("text.quoted", text=text))
            case _:
                yield self._text(value)

    def _text(self, value: runs.Run) -> Text:
        match value:
            case runs.Strong(text):
                return Text(text, Look.STRONG)
            case runs.Added(text):
                return Text(text, Look.ADDED)
            case runs.Removed(text):
                return Text(text, Look.REMOVED)
            case runs.External(text, url):
                return Text(text, to=url)
            case runs.Link() | runs.Term() | runs.SideMark() | runs.PersonMark():
                return Text(value.text, to=self._first(value.text, value.target))
            case runs.NoteRef() | runs.EditorMark() | runs.ReviewMark():
                raise TypeError(f"{type(value).__name__} is a mark and has no words")
        return Text(value.text)

    def _first(self, text: str, target: Target) -> Target | None:
        is_new = (text, target) not in self.linked
        self.linked.add((text, target))
        return target if is_new else None

    @singledispatchmethod
    def block(self, value: object) -> Iterable[Part]:
        """The parts of a block; TypeError for one that nobody taught this view."""
        raise TypeError(f"no plain form for {type(value).__name__}")

    @block.register
    def _(self, value: blocks.Paragraph) -> Iterable[Part]:
        return (Para(self.line(value.line)),)

    @block.register
    def _(self, value: blocks.Narrative) -> Iterable[Part]:
        return (Para(joined(map(self.line, value.lines), " ")),)

    @block.register
    def _(self, value: blocks.Bullets) -> Iterable[Part]:
        return _points(map(Point, self.lines(value.items)))

    @block.register
    def _(self, value: blocks.Callout) -> Iterable[Part]:
        yield self._label(value.title)
        yield from (Para(line, Role.BOXED) for line in self.lines(value.lines))

    @block.register
    def _(self, value: blocks.Facts) -> Iterable[Part]:
        separator = self.words("list.strong-separator")
        told = ((row.label, joined(map(self.line, row.lines), separator)) for row in value.rows)
        return _points(Point(self._labelled(label, line)) for label, line in told)

    @block.register
    def _(self, value: blocks.Columns) -> Iterable[Part]:
        for column in value.columns:
            yield Para(_strong(self.line(column.heading)), Role.LABEL)
            yield from _points(map(Point, self.lines(column.items)))

    @block.register
    def _(self, value: blocks.Table) -> Iterable[Part]:
        rows = tuple(tuple(map(self.line, row.cells)) for row in value.rows)
        caption = "" if value.is_headed else curled(value.caption, self.words)
        yield Grid(caption, tuple(curled(cell, self.words) for cell in value.header), rows)

    @block.register
    def _(self, value: blocks.KeyFigures) -> Iterable[Part]:
        return self.block(replace(tabled(value, self.words), is_headed=True))

    @block.register
    def _(self, value: blocks.Comparison) -> Iterable[Part]:
        for group in value.groups:
            rows = tuple(map(self._compared, group.figures))
            yield Grid(curled(group.label, self.words), value.header, rows)

    def _compared(self, figure: blocks.ComparedFigure) -> tuple[Inlines, ...]:
        about = self.lines((*figure.words, *figure.remarks))
        separator = self.words("list.strong-separator")
        measured = joined(((Text(curled(figure.measured, self.words)),), *about), separator)
        return measured, *map(self.line, (figure.value, figure.when, figure.who))

    @block.register
    def _(self, value: blocks.Timeline) -> Iterable[Part]:
        return _points(Point(self.line(self._moment(each)), self.lines(each.lines)) for each in value.moments)

    def _moment(self, moment: blocks.Moment) -> runs.Line:
        of_sides = "-of-sides" if moment.sides else ""
        coming = "-coming" if moment.tense is blocks.Tense.COMING else ""
        return self.words.line(
            f"text.moment{of_sides}{coming}",
            when=moment.when,
            title=moment.title,
            kind=self.words.of(EventKind(moment.kind)),
            sides=self.words("list.separator").join(side.text for side in moment.sides),
        )

    @block.register
    def _(self, value: blocks.Legend) -> Iterable[Part]:
        del value  # it explains marks of a picture
        return ()

    @block.register
    def _(self, value: blocks.TimeChart) -> Iterable[Part]:
        """What the marks of the picture say stands in the timeline; of what no source covers, this alone."""
        return (Para((Text(curled(gap.told, self.words)),)) for gap in value.gaps)

    @block.register
    def _(self, value: blocks.DotPlot) -> Iterable[Part]:
        yield self._label(f"{value.title} ({value.unit})" if value.unit else value.title)
        told = (self.words("list.labelled", label=dot.label, value=dot.shown) for dot in value.dots)
        yield from _points(Point((Text(curled(text, self.words)),)) for text in told)

    @block.register
    def _(self, value: blocks.Quotation) -> Iterable[Part]:
        text = self.words("text.quoted", text=curled(value.text, self.words, within=True))
        yield Quote((Text(text),), self.line(value.attribution))

    @block.register
    def _(self, value: blocks.Cards) -> Iterable[Part]:
        return _points(map(Point, map(self._card, value.cards)))

    def _card(self, card: blocks.Card) -> Inlines:
        count = (runs.Plain(f" ({card.count})"),) if card.count else ()
        told = (runs.Plain(self.words("list.colon")), *card.line.runs) if card.line.runs else ()
        return self.line(runs.Line((card.title, *count, *told)))

    @block.register
    def _(self, value: blocks.SourceBody) -> Iterable[Part]:
        for each in value.paragraphs:
            text = "".join(piece.text for piece in each.pieces)
            number = Text(str(each.number), Look.STRONG)
            yield Para((number, Text(" "), Text(text, language=value.language)))
            if each.used_in:
                lead = Text(self.words("source.used-in-pages", count=len(each.used_in)) + " (")
                links = joined((self.line(runs.Line((link,))) for link in each.used_in), "; ")
                yield Para((lead, *links, Text(")")), Role.SMALL)

    @block.register
    def _(self, value: blocks.Heading) -> Iterable[Part]:
        yield Head(self.depth + 1, self.line(value.line), self._at(value.anchor))

    def _label(self, text: str) -> Para:
        return Para((Text(curled(text, self.words), Look.STRONG),), Role.LABEL)

    def _labelled(self, label: str, line: Inlines) -> Inlines:
        lead = (Text(curled(label, self.words), Look.STRONG), Text(self.words("list.colon")))
        return trimmed((*lead, *line))


def outlined(edition: Edition, page: Page, site: SiteAddress) -> tuple[Part, ...]:
    """The whole page as a document of its own: also of when it is, where it leads, how it is cited."""
    words = words_in(edition.language)
    title, *rest = Outliner(words, page.path).page(page)
    deck, body = (rest[:1], rest[1:]) if page.deck else ([], rest)
    return (title, *deck, *_about(edition, page, words), *body, *_end(edition, page, site, words))


def _about(edition: Edition, page: Page, words: Words) -> Iterator[Part]:
    version, named = page.version[:8], edition.site_name
    yield Para((Text(words("text.as-of", date=edition.as_of, version=version, site=named)),), Role.SMALL)
    if any(parts_of(page.sections, runs.SupportMark)):
        yield Para((Text(words("print.legend")),), Role.SMALL)


def _end(edition: Edition, page: Page, site: SiteAddress, words: Words) -> Iterator[Part]:
    if page.related:
        yield Head(2, (Text(words("part.related")),))
        links = ((Text(curled(link.text, words), to=link.target),) for link in page.related)
        yield from _points(map(Point, links))
    url = site.of(Target(page.path))
    cited = words(
        "cite.page-at" if url else "cite.page",
        title=curled(page.title, words, within=True),
        site=edition.site_name,
        date=words.date(edition.as_of),
        version=page.version[:8],
        address=url or "",
    )
    yield Para((Text(cited),), Role.SMALL)


def noted(note: Note, words: Words, language: str = "") -> Inlines:
    """What a note says, as on paper: an article's words in quotation marks, ours as our summary."""
    said: list[Inline] = []
    for line in note.lines:
        text = curled(line.words.text, words, within=isinstance(line.words, runs.Quoted))
        if isinstance(line.words, runs.Quoted):
            lead, marked = "", words("text.quoted", text=text)
            after = f" {line.where}. "
        else:
            lead, marked = line.where + words("list.colon"), text
            after = " " if text.endswith((".", "!", "?", "”", "…")) else ". "
        said += [*((Text(lead),) if lead else ()), Text(marked, language=language), Text(after)]
    return (*said, Text(curled(note.source_label, words), to=note.target), Text("."))


def key_of(note: Note) -> str:
    """What notes of several pages share if they hold the same passage."""
    return f"{note.evidence.source}/{note.evidence.paragraph}/{note.evidence.anchor}"


def words_of(line: Inlines) -> str:
    """The words of a line, without its marks."""
    return "".join(each.text for each in line if isinstance(each, Text))


def joined(lines: Iterable[Inlines], separator: str) -> Inlines:
    """Lines as one, the separator between those that have words."""
    found: list[Inline] = []
    for line in filter(None, lines):
        found += [*((Text(separator),) if found else ()), *line]
    return tuple(found)


def trimmed(line: Inlines) -> Inlines:
    """The line without white space at its edges, and without words that are empty."""
    found = [each for each in line if not isinstance(each, Text) or each.text]
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while found and isinstance(edge := found[at], Text) and strip(edge.text) != edge.text:
            stripped = replace(edge, text=strip(edge.text))
            if stripped.text:
                found[at] = stripped
                break
            del found[at]
    return tuple(found)


def _strong(line: Inlines) -> Inlines:
    is_plain = (isinstance(each, Text) and each.look is Look.PLAIN for each in line)
    return tuple(
        replace(each, look=Look.STRONG) if plain and isinstance(each, Text) else each
        for each, plain in zip(line, is_plain, strict=True)
    )


def _points(points: Iterable[Point]) -> tuple[Points, ...]:
    found = tuple(points)
    return (Points(found),) if found else ()
