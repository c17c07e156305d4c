"""The dossier as a plain document: the chapters that print has, each page of them outlined."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.model.blocks import Block
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Target
from generator.output.documents.outline import Head, Outliner, Para, Part, Role, Text
from generator.output.pdf import chapters as printed
from generator.output.typography import curled
from generator.words import Words, words_in


@dataclass(frozen=True, slots=True)
class Piece:
    """What one page gives to a chapter; its notes are those of that page."""

    page: Page
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter under its heading, in pieces."""

    title: str
    pieces: tuple[Piece, ...]

    def heads(self) -> Iterator[Head]:
        """Its headings in order, the first its own."""
        return (part for piece in self.pieces for part in piece.parts if isinstance(part, Head))


def front_of(edition: Edition, words: Words) -> tuple[str, ...]:
    """What stands before the chapters: the title, and of what and when it is."""
    return (
        words("print.dossier.title"),
        curled(edition.site_name, words),
        words("print.dossier.edition", date=words.date(edition.as_of)),
        words("print.dossier.fingerprint", fingerprint=edition.fingerprint[:16]),
        words("print.legend"),
    )


def dossier_chapters(edition: Edition) -> tuple[Chapter, ...]:
    """The chapters of the dossier, as they are printed, without what only a picture shows."""
    words = words_in(edition.language)
    return tuple(_chapter(chapter, words) for chapter in printed.chapters(edition))


def _chapter(chapter: printed.Chapter, words: Words) -> Chapter:
    page, title = chapter.page, curled(chapter.page.title, words)
    opening = _blocks(page, chapter.opening, words)
    head = Head(2, (Text(title),), Target(page.path))
    first = Piece(page, (head, *_deck(page.deck, words), *opening))
    return Chapter(title, (first, *(_piece(part, words) for part in chapter.parts)))


def _piece(part: printed.Part, words: Words) -> Piece:
    outliner = Outliner(words, part.page.path, depth=4)
    head = Head(3, (Text(curled(part.title, words)),), Target.read(part.key))
    sections = (each for section in part.sections for each in outliner.section(section))
    return Piece(part.page, (head, *_deck(part.deck, words), *_lifted(sections, part.sections)))


def _lifted(parts: Iterable[Part], sections: Iterable[Section]) -> Iterator[Part]:
    """Headings one level higher where no section has a heading that they would stand under."""
    least = 4 if any(section.heading for section in sections) else 5
    for part in parts:
        yield replace(part, level=part.level - 1) if isinstance(part, Head) and least == 5 else part


def _blocks(page: Page, blocks: tuple[Block, ...], words: Words) -> Iterator[Part]:
    outliner = Outliner(words, page.path, depth=3)
    return (part for block in blocks for part in outliner.block(block))


def _deck(deck: str, words: Words) -> Iterator[Part]:
    if deck:
        yield Para((Text(curled(deck, words)),), Role.DECK)
