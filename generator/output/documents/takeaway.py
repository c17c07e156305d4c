"""The files that people take along of an edition, beside its pages: Word of what is printed, and EPUB."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from generator.model.addresses import PageFiles, SiteAddress, SiteFiles
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Page, SiteFile
from generator.model.runs import Target
from generator.output.documents.epub import dossier_epub
from generator.output.documents.outline import Head, Para, Part, Places, Role, Text, heads_of, outlined
from generator.output.documents.whole import Chapter, dossier_chapters, front_of
from generator.output.documents.word import Properties, Setting, WordWriter, word_file
from generator.words import Words, words_in


def taken_along(edition: Edition, site: SiteAddress, paper: str) -> dict[PurePosixPath, SiteFile]:
    """The files by their path on the site, none of them made yet; equal editions give equal bytes."""
    around = (edition.site_name, edition.as_of, edition.publisher, edition.language, edition.languages)
    context = repr((*around, site, paper))
    keys = {page.path: _key(context, repr(replace(page, sections=()))) for page in edition.pages}
    files = {
        PageFiles(page.path).word: SiteFile(keys[page.path], partial(page_word, edition, page, site, paper))
        for page in edition.pages
        if page.kind.paper
    }
    whole = _key(edition.fingerprint, *keys.values())
    files[SiteFiles.WORD] = SiteFile(whole, partial(dossier_word, edition, site, paper))
    files[SiteFiles.EPUB] = SiteFile(whole, partial(dossier_epub, edition, site))
    return {PurePosixPath(path): file for path, file in files.items()}


def _key(*told: str) -> str:
    return hashlib.sha256("\0".join(told).encode(errors="replace")).hexdigest()


def page_word(edition: Edition, page: Page, site: SiteAddress, paper: str) -> bytes:
    """A page as a Word file."""
    setting = Setting(words_in(edition.language), site, edition.languages, paper)
    parts = outlined(edition, page, site)
    writer = WordWriter(setting, _bookmarks(parts))
    _turn_to(writer, page)
    body = [made for part in parts for made in writer.part(part)]
    body += _remarks(writer)
    return word_file(
        writer, body, _properties(edition, page.title, page.deck, site.of(Target(page.path)), setting)
    )


def dossier_word(edition: Edition, site: SiteAddress, paper: str) -> bytes:
    """The dossier as a Word file: footnotes are counted through, each passage once a chapter."""
    setting = Setting(words_in(edition.language), site, edition.languages, paper)
    title, chapters = setting.words("print.dossier.title"), dossier_chapters(edition)
    front = _front(edition, setting.words)
    pieces = [piece for chapter in chapters for piece in chapter.pieces]
    places = _bookmarks((part for piece in pieces for part in piece.parts), is_whole=True)
    writer = WordWriter(setting, places)
    body = [made for part in front for made in writer.part(part)]
    for chapter in chapters:
        writer.marked.clear()
        body += _written(writer, chapter)
    body += _remarks(writer)
    named = setting.words("list.labelled", label=edition.site_name, value=title)
    return word_file(
        writer, body, _properties(edition, named, "", site.of(Target(KINDS.home.path())), setting)
    )


def _written(writer: WordWriter, chapter: Chapter) -> Iterator[str]:
    for piece in chapter.pieces:
        _turn_to(writer, piece.page)
        for part in piece.parts:
            yield from writer.part(part)


def _remarks(writer: WordWriter) -> Iterator[str]:
    """The heading under which the endnotes come to stand, if there are any."""
    if writer.remarks:
        yield from writer.part(Head(2, (Text(writer.setting.words("print.remarks")),)))


def _turn_to(writer: WordWriter, page: Page) -> None:
    """Let the numbers of notes be those of a page."""
    writer.notes = {note.number: note for note in page.notes}
    writer.languages = {item.id: item.language for item in page.sources if item.language}


def _front(edition: Edition, words: Words) -> tuple[Part, ...]:
    title, name, *about = front_of(edition, words)
    told = (Para((Text(each),), Role.SMALL) for each in about)
    return Head(1, (Text(title),)), Para((Text(name),), Role.DECK), *told


def _bookmarks(parts: Iterable[Part], *, is_whole: bool = False) -> Places:
    """A bookmark for each place that a document heads."""
    names = {place: f"place_{number}" for number, place in enumerate(heads_of(parts), 1)}
    return Places(names, is_whole)


def _properties(
    edition: Edition, title: str, subject: str, address: str | None, setting: Setting
) -> Properties:
    author = edition.publisher.name if edition.publisher else edition.site_name
    foot = setting.words("page.as-of", date=setting.words.date(edition.as_of))
    return Properties(
        title, author, subject, edition.as_of, setting.language, address, f"{edition.site_name} · {foot}"
    )
