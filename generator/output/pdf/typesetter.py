"""Runs the typesetter: JSON in memory to a PDF file that it has checked itself. It reads nothing else.

A file that an earlier build made is used again under a digest of all that decides its bytes.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import segno
import typst

from generator.cache import Memory, key_of
from generator.model.diagnostics import Diagnostic
from generator.model.settings import PAPERS
from generator.output import signs
from generator.output.fonts import OWN, Fonts
from generator.output.pdf.document import Node
from generator.output.pdf.fit import Draft, Extent, paragraphs_of, texts_of, with_texts

KIND = "pdf"

TEMPLATES = Path(__file__).with_name("templates")
AGES = 11
FACES = (
    ("Source Serif Pro", 400),
    ("Source Serif Pro", 700),
    ("Source Sans Pro", 400),
    ("Source Sans Pro", 600),
    ("Source Sans Pro", 700),
)
"""The faces in which the templates set what the content says."""

# In one text the typesetter follows a rule for some of its words at most five hundred times.
LONGEST_HEAD = 200
MOST_NAMES = 200

_MARKED = b"/MarkInfo<</Marked true/Suspects false>>"

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

T = TypeVar("T")


class Mended(bytes):
    """A file that shows substitutes for signs which only the whole document lacks.

    It is not remembered, so that the next run tells of them again.
    """

    one: Draft
    lost: signs.Lost

    @classmethod
    def of(cls, content: bytes, one: Draft, lost: signs.Lost) -> Mended:
        """The file of a draft, and the stretches of its text that gave way."""
        made = cls(content)
        made.one, made.lost = one, lost
        return made


def remembered_or_made(
    one: Draft,
    paper: str,
    make: Callable[[], bytes | Diagnostic],
    memory: Memory,
    fonts: Fonts = OWN,
) -> bytes | Diagnostic:
    """What an earlier run made of the same draft; else what `make` makes, remembered for the next run."""
    key = key_of(version("typst"), paper, one.form, fonts.key, as_json(one.node))
    found = memory.file(KIND, key)
    if found is not None:
        return found
    result = make()
    if isinstance(result, bytes) and not isinstance(result, Mended):
        memory.keep(KIND, key, result)
    return result


def as_json(value: object) -> str:
    """The same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Run:
    """Typst on one paper; it may read the templates, and finds no package in an empty folder.

    `given` are signs that give way beyond those that no font has, in headings too if `everywhere`.
    """

    paper: str
    fonts: Fonts
    nothing: str
    given: signs.Lost = field(default_factory=dict)
    everywhere: bool = False

    def measure(self, one: Draft) -> Extent:
        """How far the draft reaches."""
        compiler = self._compiler(one)
        found = json.loads(signs.answer_of(lambda: compiler.query("<extent>", field="value", one=True)))
        return Extent(found["pages"], found["free"])

    def make(self, one: Draft) -> bytes:
        """The draft as PDF."""
        made = _unsuspected(signs.pdf_of(self._compiler(one)))
        return Mended.of(made, one, self.given) if self.given else made

    def in_any_case(self, node: Node, make: Callable[[Run], T]) -> T:
        """What `make` makes of this run. No sign stops it: what is refused gives way, the likely first."""
        try:
            return make(self)
        except RuntimeError as refusal:
            if not signs.is_about_signs(refusal):
                raise
            given = signs.objected(refusal, texts_of(node))
        try:
            return make(replace(self, given=given))
        except RuntimeError as refusal:
            if not signs.is_about_signs(refusal):
                raise
        return make(replace(self, given=signs.all_lost(texts_of(node)), everywhere=True))

    def _compiler(self, one: Draft) -> typst.Compiler:
        url = one.node["url"]
        node = one.node | {"qr": _qr(url) if isinstance(url, str) else None}
        lost = {**lost_of(one.node, self.fonts), **self.given}
        ordinary = all(map(signs.is_ordinary, texts_of(node)))
        inputs = {
            "model": as_json({name: each for name, each in node.items() if name != "words"}),
            "words": as_json(node["words"]),
            "paper": PAPERS[self.paper],
            "fonts": json.dumps(self.fonts.asked(ordinary=ordinary)),
            "names": "whole" if not ordinary and _has_few_names(node) else "broken",
        }
        if lost:
            most = 0 if self.everywhere else LONGEST_HEAD
            shown = with_texts(node, lambda text: signs.replaced(text, lost), most=most)
            inputs |= {"shown": as_json(shown), "lost": signs.pattern_of(lost)}
        return typst.Compiler(
            str(TEMPLATES / one.form),
            root=str(TEMPLATES),
            font_paths=self.fonts.found(ordinary=ordinary),
            sys_inputs=inputs,
            package_path=self.nothing,
            package_cache_path=self.nothing,
        )


@contextmanager
def typesetter(paper: str, fonts: Fonts = OWN) -> Iterator[Run]:
    """The typesetter, which forgets afterwards what it has set."""
    with tempfile.TemporaryDirectory(prefix="briefing-print-") as nothing:
        yield Run(paper, fonts, nothing)
        _forget()


def _unsuspected(content: bytes) -> bytes:
    """The file without its word that no tag is suspect, which is so without it.

    Poppler takes the word for an error unless it is true. Spaces stand in its place, so that all else in the
    file stays where its own table says.
    """
    blank = _MARKED.replace(b"/Suspects false", b" " * len(b"/Suspects false"))
    return content.replace(_MARKED, blank)


def lost_of(node: Node, fonts: Fonts) -> signs.Lost:
    """The stretches of a node's texts that hold signs which no font of print has."""
    return signs.lacking(texts_of(node), fonts, FACES)


def _has_few_names(node: Node) -> bool:
    """Whether names in Chinese characters can be kept whole: there are some, and no text is full of them."""
    numbers = [len(_HAN.findall(text)) for text in paragraphs_of(node)]
    return 0 < max(numbers, default=0) <= MOST_NAMES


def _forget() -> None:
    """Let the typesetter drop what it remembers of a document.

    It keeps each step of layout for ten more documents, which for fifty briefings is more than a gigabyte.
    """
    empty = typst.Compiler(b" ", font_paths=OWN.found(ordinary=True))
    for _ in range(AGES):
        empty.compile(input=b" ", format="svg")


@lru_cache(maxsize=2)
def _qr(url: str) -> str:
    """A picture of an address, which is the same in all drafts of a page."""
    drawn = io.BytesIO()
    segno.make(url, micro=False).save(drawn, kind="svg", border=0, nl=False)
    return drawn.getvalue().decode()
