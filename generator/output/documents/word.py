"""A document as a Word file (Office Open XML): styles, real footnotes, lists, tables, languages, properties.

Passages are footnotes, numbered as on the page; remarks are endnotes, in Roman numbers.
Only what is listed here can be in the file. There is no field in the text, no macro, no object, and no link
but those of the model.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from pathlib import Path
from typing import assert_never

from generator.model.addresses import SiteAddress
from generator.model.dates import PartialDate
from generator.model.pages import Note
from generator.model.runs import Target
from generator.output.charts.lettering import runs_left
from generator.output.documents.outline import (
    Grid,
    Head,
    Inline,
    Inlines,
    Look,
    Para,
    Part,
    Places,
    Points,
    Proof,
    Quote,
    Role,
    Text,
    key_of,
    noted,
    words_of,
)
from generator.output.documents.packing import packed
from generator.output.documents.xml import Languages, Spoken, as_xml, joined, spoken
from generator.output.markdown.escape import safe_url
from generator.output.typography import curled
from generator.words import Words

TEMPLATES = Path(__file__).with_name("templates")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}"'

_PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}
_MARGIN = 1304

_STYLES = {
    Role.BODY: "Normal",
    Role.DECK: "Subtitle",
    Role.LABEL: "Lead",
    Role.BOXED: "Callout",
    Role.SMALL: "Small",
}
_LOOKS = {
    Look.PLAIN: ("", ""),
    Look.STRONG: ("<w:b/><w:bCs/>", ""),
    Look.ADDED: ("", '<w:u w:val="single"/>'),
    Look.REMOVED: ("<w:strike/>", ""),
}
"""What Word calls a look, before and after the colour and size of words."""

_HEADINGS = (30, 26, 23, 22, 21)
"""The size of headings by level, in half points."""

_EAST_ASIAN = frozenset({"zh", "ja", "ko"})


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself: title, who made it, the day it speaks for, its language, its address."""

    title: str
    author: str
    subject: str
    as_of: PartialDate
    language: str
    address: str | None
    foot: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document is written with: words, where the site lives, names in other languages, the paper."""

    words: Words
    site: SiteAddress
    names: Languages
    paper: str

    @property
    def language(self) -> str:
        """The language of the document with its country, as Word checks spelling."""
        return self.words.territory_tag().replace("_", "-")

    @property
    def width(self) -> int:
        """The width of a line, in twentieths of a point."""
        return _PAPERS[self.paper][0] - 2 * _MARGIN


@dataclass(slots=True)
class WordWriter:
    """Writes parts as paragraphs and tables, and keeps the notes and links that they name.

    The names of `places` are those of bookmarks.
    """

    setting: Setting
    places: Places
    notes: Mapping[int, Note] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    bookmarks: int = 0

    def part(self, part: Part) -> Iterator[str]:
        """A part as paragraphs or a table."""
        match part:
            case Head(level, line, at):
                style = "Title" if level == 1 else f"Heading{min(level - 1, len(_HEADINGS))}"
                yield self.paragraph(style, line, self.places.names.get(at) if at else None)
            case Para(line, role):
                yield self.paragraph(_STYLES[role], line)
            case Points(points):
                for point in points:
                    yield self.paragraph("ListBullet", point.line)
                    yield from (self.paragraph("ListBullet2", line) for line in point.below)
            case Grid():
                yield from self._table(part)
            case Quote(line, by):
                yield self.paragraph("Quote", line)
                yield self.paragraph("Quote", by)
            case _:
                assert_never(part)

    def paragraph(self, style: str, line: Inlines, name: str | None = None) -> str:
        """A paragraph, perhaps under a name; it runs from right to left if its first word does."""
        runs = "".join(self._runs(line))
        bidi = "<w:bidi/>" if runs_left(words_of(line)) else ""
        if name:
            runs = self._named(name, runs)
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{runs}</w:p>'

    def _named(self, name: str, runs: str) -> str:
        self.bookmarks += 1
        id = self.bookmarks
        return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{id}"/>'

    def _runs(self, line: Inlines) -> Iterator[str]:
        last: Inline | None = None
        for each in line:
            if isinstance(each, Text):
                yield self._text(each)
            else:
                if last is not None and not isinstance(last, Text):
                    yield _COMMA
                yield self._proof(each.number) if isinstance(each, Proof) else self._remark(each.text)
            last = each

    def _text(self, each: Text) -> str:
        pieces = [*spoken(each.text, each.language, self.setting.names)]
        place = self.places.of(each.to)
        url = None if place else self._url(each.to)
        runs = "".join(_run(piece, each.look, is_link=bool(place or url)) for piece in pieces)
        if place:
            return f'<w:hyperlink w:anchor="{place}" w:history="1">{runs}</w:hyperlink>'
        if url:
            name = self.links.setdefault(url, f"link{len(self.links) + 1}")
            return f'<w:hyperlink r:id="{name}" w:history="1">{runs}</w:hyperlink>'
        return runs

    def _url(self, to: Target | str | None) -> str | None:
        """Where words lead on the web. A file has no neighbours: a site without an address has no links."""
        if isinstance(to, Target):
            return self.setting.site.of(to)
        return None if to is None else safe_url(to)

    def _proof(self, number: int) -> str:
        note = self.notes[number]
        key = key_of(note)
        if key in self.marked:
            return _again("footnote", self.marked[key])
        label = self.marked[key] = str(len(self.footnotes) + 1)
        language = self.languages.get(note.evidence.source, "")
        return self._note("footnote", self.footnotes, label, noted(note, self.setting.words, language))

    def _remark(self, text: str) -> str:
        if text in self.remarks:
            return _again("endnote", self.remarks[text])
        label = self.remarks[text] = _roman(len(self.remarks) + 1)
        return self._note("endnote", self.endnotes, label, (Text(curled(text, self.setting.words)),))

    def _note(self, kind: str, notes: list[str], label: str, line: Inlines) -> str:
        """A mark that Word counts, and its note; `label` is what Word will show for it."""
        id = len(notes) + 1
        style = kind.capitalize()
        own = f"<w:r>{_reference(kind)}<w:{kind}Ref/></w:r>"
        runs = "".join(self._runs(line))
        notes.append(
            f'<w:{kind} w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{style}Text"/></w:pPr>{own}'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:{kind}>'
        )
        mark = f'<w:r>{_reference(kind)}<w:{kind}Reference w:id="{id}"/></w:r>'
        return self._named(f"{kind}_{label}", mark)

    def _table(self, table: Grid) -> Iterator[str]:
        if table.caption:
            yield self.paragraph("Caption", (Text(table.caption),))
        widths = _widths(table, self.setting.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        header = tuple((Text(cell, Look.STRONG),) for cell in table.header)
        rows = "".join(self._row(row, widths) for row in table.rows)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(header, widths, '<w:tblHeader/>')}{rows}</w:tbl>"
        )
        yield '<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>'

    def _row(self, cells: Iterable[Inlines], widths: list[int], about: str = "") -> str:
        made = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.paragraph('TableText', cell)}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{about}</w:trPr>{''.join(made)}</w:tr>"


def word_file(writer: WordWriter, body: Iterable[str], about: Properties) -> bytes:
    """The file of a body that the writer wrote."""
    setting = writer.setting
    wide, high = _PAPERS[setting.paper]
    margins = " ".join(f'w:{side}="{_MARGIN}"' for side in ("top", "right", "bottom", "left"))
    section = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="{wide}" w:h="{high}"/>'
        f'<w:pgMar {margins} w:header="708" w:footer="624" w:gutter="0"/></w:sectPr>'
    )
    document = (f"<w:document {_NAMES}><w:body>", *body, section, "</w:body></w:document>")
    return packed(
        (
            ("[Content_Types].xml", _template("content-types.xml")),
            ("_rels/.rels", _relations(_OF_PACKAGE)),
            ("docProps/core.xml", joined(_core(about))),
            ("docProps/app.xml", joined(_APP)),
            ("word/document.xml", joined(document)),
            ("word/_rels/document.xml.rels", _relations(_OF_DOCUMENT, writer.links)),
            ("word/styles.xml", _styles(setting)),
            ("word/settings.xml", _template("settings.xml", language=setting.language)),
            ("word/numbering.xml", _template("numbering.xml")),
            ("word/footnotes.xml", joined(_notes("footnote", writer.footnotes))),
            ("word/_rels/footnotes.xml.rels", _relations({}, writer.links)),
            ("word/endnotes.xml", joined(_notes("endnote", writer.endnotes))),
            ("word/footer1.xml", joined(_footer(about.foot))),
        )
    )


_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
    "<Application>Briefing</Application></Properties>",
)
_OF_PACKAGE = {
    "document": (f"{_R}/officeDocument", "word/document.xml"),
    "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "app": (f"{_R}/extended-properties", "docProps/app.xml"),
}
_OF_DOCUMENT = {
    "styles": (f"{_R}/styles", "styles.xml"),
    "settings": (f"{_R}/settings", "settings.xml"),
    "numbering": (f"{_R}/numbering", "numbering.xml"),
    "footnotes": (f"{_R}/footnotes", "footnotes.xml"),
    "endnotes": (f"{_R}/endnotes", "endnotes.xml"),
    "foot": (f"{_R}/footer", "footer1.xml"),
}


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_COMMA = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">, </w:t></w:r>'


@cache
def _read(name: str) -> str:
    return TEMPLATES.joinpath(name).read_text(encoding="utf-8")


def _template(name: str, **places: str) -> bytes:
    text = _read(name)
    for place, value in places.items():
        text = text.replace(f"{{{place}}}", value)
    return joined((text,))


def _styles(setting: Setting) -> bytes:
    headings = "\n".join(_heading(level, size) for level, size in enumerate(_HEADINGS, 1))
    places = {"language": setting.language, "width": str(setting.width), "headings": headings}
    return _template("styles.xml", **places)


def _heading(level: int, size: int) -> str:
    return (
        _read("heading.xml")
        .strip()
        .format(level=level, outline=level - 1, size=size, before=320 - 40 * level, after=100)
    )


def _relations(own: Mapping[str, tuple[str, str]], links: Mapping[str, str] | None = None) -> bytes:
    parts = [f'<Relationships xmlns="{_PACKAGE}/relationships">']
    parts += [f'<Relationship Id="{id}" Type="{type}" Target="{to}"/>' for id, (type, to) in own.items()]
    parts += [
        f'<Relationship Id="{id}" Type="{_R}/hyperlink" Target="{as_xml(url)}" TargetMode="External"/>'
        for url, id in (links or {}).items()
    ]
    return joined((*parts, "</Relationships>"))


def _core(about: Properties) -> Iterator[str]:
    """The properties by which programs list files (OPC part 2, Dublin Core); no clock is read."""
    day = f"{about.as_of.latest().isoformat()}T00:00:00Z"
    yield (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    )
    told = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.author,
        "cp:lastModifiedBy": about.author,
        "dc:identifier": about.address,
        "dc:language": about.language,
    }
    yield from (f"<{name}>{as_xml(value)}</{name}>" for name, value in told.items() if value)
    for name in ("created", "modified"):
        yield f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
    yield "</cp:coreProperties>"


def _notes(kind: str, notes: Iterable[str]) -> Iterator[str]:
    yield f"<w:{kind}s {_NAMES}>"
    for id, name in ((-1, "separator"), (0, "continuationSeparator")):
        line = f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:{name}/></w:r></w:p>'
        yield f'<w:{kind} w:type="{name}" w:id="{id}">{line}</w:{kind}>'
    yield from notes
    yield f"</w:{kind}s>"


def _reference(kind: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{kind.capitalize()}Reference"/></w:rPr>'


def _roman(number: int) -> str:
    """A number as Word and others count endnotes: i, ii, iii, iv."""
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def _footer(text: str) -> Iterator[str]:
    """What stands at the foot of each page, and its number: the one field of the file."""
    yield f'<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    yield f'<w:r><w:t xml:space="preserve">{as_xml(text)}</w:t></w:r><w:r><w:tab/></w:r>'
    yield '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'


def _again(kind: str, label: str) -> str:
    """The mark of a note that stands further up, and leads there."""
    mark = f'<w:r>{_reference(kind)}<w:t xml:space="preserve">{label}</w:t></w:r>'
    return f'<w:hyperlink w:anchor="{kind}_{label}" w:history="1">{mark}</w:hyperlink>'


def _run(piece: Spoken, look: Look, *, is_link: bool) -> str:
    before, after = _LOOKS[look]
    style = '<w:rStyle w:val="Hyperlink"/>' if is_link else ""
    runs_left = "<w:rtl/>" if piece.runs_left else ""
    about = f"{style}{before}{after}{runs_left}{_language(piece)}"
    properties = f"<w:rPr>{about}</w:rPr>" if about else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{as_xml(piece.text)}</w:t></w:r>'


def _language(piece: Spoken) -> str:
    if not piece.language:
        return ""
    is_eastern = piece.language.partition("-")[0] in _EAST_ASIAN
    kind = "bidi" if piece.runs_left else "eastAsia" if is_eastern else "val"
    return f'<w:lang w:{kind}="{as_xml(piece.language)}"/>'


def _widths(table: Grid, whole: int) -> list[int]:
    """The width of each column: more for more text, and enough for its longest word."""
    shares = []
    for at, title in enumerate(table.header):
        texts = [title, *(words_of(row[at]) for row in table.rows)]
        longest = max((len(word) for text in texts for word in text.split()), default=1)
        shares.append(max(sqrt(max(map(len, texts))), 0.6 * min(longest, 14), 2.5))
    return [round(whole * share / sum(shares)) for share in shares]
