"""What becomes of each article: a new source, another version of one, the same as one, or nothing.

Nothing is written here. An outcome says what would be, and `writing` does it.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from generator.editing.importing.article import Article, PageState
from generator.editing.importing.draft import Draft, clean_line, draft_of, is_named
from generator.editing.importing.filetypes import SUFFIXES, Format
from generator.editing.importing.front_matter import Fields, Parts, merged, parts_of
from generator.editing.importing.library import Candidate, Known, Library, Likeness, known_source
from generator.editing.importing.opening import Opened
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.sources import Rights
from generator.model.text import Span
from generator.read.inputs import MAX_SOURCE, InputFile
from generator.text.tokens import word_ranges

ORIGINALS = "originals"

Before = Callable[[str, str], Article | None]
"""The article in a kept original, by the file and the article's address; None if it is not there."""


class Status(StrEnum):
    """What became of an article."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    ALREADY_THERE = "already there"
    CHANGED = "changed"
    NOT_IMPORTED = "not imported"


@dataclass(frozen=True, slots=True)
class Taken:
    """One input: what it is called, its bytes' SHA-256, and what a reader of its format found in it.

    `accessed` is the day on which it was fetched, if it was.
    """

    name: str
    sha256: str
    opened: Opened
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one article of an input, or of an input without any.

    `text` is what the source's file would hold, `old` what it holds; `original` the file that keeps the
    input's bytes. `id` is the source that it is, or that it repeats.
    """

    name: str
    status: Status
    problems: tuple[Diagnostic, ...] = ()
    draft: Draft | None = None
    id: str | None = None
    text: str = ""
    old: str | None = None
    original: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words the source has."""
        return len(word_ranges(self.draft.text)) if self.draft else 0

    def diff(self) -> Iterator[str]:
        """The lines that a changed article changes, as `diff -u` shows them."""
        old, new = (self.old or "").splitlines(), self.text.splitlines()
        yield from difflib.unified_diff(
            old, new, f"{self.id}.md", f"{self.id}.md, imported again", n=1, lineterm=""
        )


def not_written(outcome: Outcome, problem: Diagnostic) -> Outcome:
    """The outcome of an article that the system refused to write."""
    return replace(outcome, status=Status.NOT_IMPORTED, problems=(*outcome.problems, problem))


_NO_ARTICLE: Mapping[PageState, tuple[str, str, str]] = MappingProxyType(
    {
        PageState.EMPTY: (
            "import-empty",
            "there is no text of an article in it",
            "copy the text of the article from where you see it, and pipe it into `briefing import -`",
        ),
        PageState.STUB: (
            "import-stub",
            "only the beginning of the article is there; the rest is for subscribers, or behind a link",
            "save the page where you can read all of it, or pipe its text into `briefing import -`",
        ),
        PageState.SCRIPTED: (
            "import-scripted",
            "the page has no text before its scripts have run",
            "open it in a browser and save it from there, or pipe its text into `briefing import -`",
        ),
        PageState.FRAMESET: (
            "import-frameset",
            "the page only frames other pages, and the article is in one of them",
            "open the frame with the article by itself, and save that page",
        ),
    }
)


class Intake:
    """Decides about one article after the other; what it has decided to import counts as there."""

    def __init__(self, library: Library, rights: Rights, before: Before) -> None:
        self._library, self._rights, self._before = library, rights, before
        self._originals = {
            str(known.record.imported.file): str(known.record.imported.sha256)
            for known in library.known.values()
            if known.record.imported
        }

    def outcomes(self, taken: Taken) -> Iterator[Outcome]:
        """What becomes of each article of an input; of an input without one, why."""
        opened = taken.opened
        if not opened.articles:
            yield Outcome(taken.name, Status.NOT_IMPORTED, opened.problems)
            return
        for number, article in enumerate(opened.articles):
            outcome = self._outcome(taken, article)
            yield replace(outcome, problems=(*opened.problems, *outcome.problems)) if number == 0 else outcome

    def _outcome(self, taken: Taken, article: Article) -> Outcome:
        draft = draft_of(article)
        fault = _fault(taken.name, article, draft)
        if fault:
            return Outcome(taken.name, Status.NOT_IMPORTED, (fault,), draft)
        found = self._library.match(_candidate(taken, draft))
        if found is None:
            return self._new(taken, draft)
        known, likeness = found
        if known.record.imported is None or (
            likeness is Likeness.TEXT and _has_another_address(draft, known)
        ):
            return _already_there(taken, draft, known, likeness)
        return self._again(taken, article, known, likeness)

    def _new(self, taken: Taken, draft: Draft) -> Outcome:
        id = draft.id(self._library.taken)
        original = self._original(taken, id)
        fields = draft.fields(self._rights, taken.accessed, (original, taken.sha256))
        text = Parts(fields, draft.paragraphs).whole()
        notes = (
            *_notes(taken, draft),
            *(f"shares passages with {each}" for each in self._library.kin(draft.text)),
        )
        self._shelve(id, text)
        return Outcome(taken.name, Status.NEW, (), draft, id, text, None, original, notes)

    def _again(self, taken: Taken, article: Article, known: Known, likeness: Likeness) -> Outcome:
        """A source that was imported before: the same, or another version of it."""
        imported = known.record.imported
        if imported is None:
            raise ValueError(f"{known.id} was not imported")
        keep = tuple(str(each) for each in known.record.keep)
        draft = draft_of(article, keep)
        is_same_file = imported.sha256.lower() == taken.sha256
        before = article if is_same_file else self._before(str(imported.file), _address(draft) or "")
        first = draft_of(before) if before else None
        current = parts_of(known.text)
        fields = self._merged(draft, first, current)
        paragraphs = draft.paragraphs
        if first and first.paragraphs == draft.paragraphs:
            paragraphs = current.paragraphs  # nothing came from the article; what differs, an editor wrote
        text = Parts(fields, paragraphs).whole()
        problems = tuple(_unknown_keeps(taken.name, article, keep))
        outcome = Outcome(taken.name, Status.UNCHANGED, problems, draft, known.id, known.text, known.text)
        if (fields, paragraphs) == (current.fields, current.paragraphs):
            note = () if likeness is Likeness.FILE else (f"{likeness} as the source",)
            return replace(outcome, notes=note)
        original = str(imported.file) if is_same_file else self._original(taken, known.id)
        if not is_same_file:
            fields = {
                **fields,
                "imported": draft.fields(self._rights, None, (original, taken.sha256))["imported"],
            }
            text = Parts(fields, paragraphs).whole()
        is_asked_for = (
            is_same_file and _only_adds(current.paragraphs, paragraphs) and fields == current.fields
        )
        status = Status.UPDATED if is_asked_for else Status.CHANGED
        return replace(outcome, status=status, text=text, original=original, notes=_notes(taken, draft))

    def _merged(self, draft: Draft, first: Draft | None, current: Parts) -> Fields:
        now = draft.fields(self._rights)
        then = first.fields(self._rights) if first else {}
        # The rights are what somebody chose for the source, whatever the option says this time.
        return merged(current.fields, then, {name: now[name] for name in now if name != "rights"})

    def _original(self, taken: Taken, id: str) -> str:
        """The file that keeps the bytes of an input, one for all of its articles."""
        suffixes = SUFFIXES[taken.opened.format or Format.TEXT]
        number, name = 1, f"{ORIGINALS}/{id}{suffixes[0]}"
        for file, sha256 in self._originals.items():
            if sha256.lower() == taken.sha256:
                return str(file)
        while name in self._originals:
            number += 1
            name = f"{ORIGINALS}/{id}-{number}{suffixes[0]}"
        self._originals[name] = taken.sha256
        return name

    def _shelve(self, id: str, text: str) -> None:
        """Let what was decided count as there, as later articles of the run may be the same."""
        known = known_source(id, InputFile(f"{id}.md", text, hashlib.sha256(text.encode()).hexdigest()))
        if known:
            self._library.add(known)


def _fault(name: str, article: Article, draft: Draft) -> Diagnostic | None:
    if article.state in _NO_ARTICLE:
        code, message, help = _NO_ARTICLE[article.state]
        return Diagnostic(code, message, Span.at(name), help=help)
    if not draft.paragraphs:
        code, message, help = _NO_ARTICLE[PageState.EMPTY]
        return Diagnostic(code, message, Span.at(name), help=help)
    if len(draft.text.encode()) > MAX_SOURCE - 10_000:
        message = (
            f"its text is larger than {MAX_SOURCE // 1_000_000} MB, which is more than a source may hold"
        )
        return Diagnostic("import-too-large", message, Span.at(name), help="import its parts one by one")
    return None


def _candidate(taken: Taken, draft: Draft) -> Candidate:
    article = draft.article
    addresses = tuple(field.value for field in (article.canonical_url, article.url) if field)
    publisher = clean_line(article.publisher.value) if article.publisher else None
    return Candidate(
        draft.title, draft.text, taken.sha256, addresses, publisher, len(taken.opened.articles) == 1
    )


def _address(draft: Draft) -> str | None:
    article = draft.article
    return next((field.value for field in (article.canonical_url, article.url) if field), None)


def _has_another_address(draft: Draft, known: Known) -> bool:
    """Whether the article and the source name addresses, and different ones: somebody published it again."""
    has_own = bool(known.record.url or known.record.canonical_url)
    return has_own or _address(draft) is not None


def _already_there(taken: Taken, draft: Draft, known: Known, likeness: Likeness) -> Outcome:
    what = "its summary" if known.record.rights is Rights.SUMMARY else "it"
    message = f"`{known.id}` is {what} already: {likeness}"
    problem = Diagnostic("import-already-there", message, Span.at(taken.name), Severity.WARNING)
    return Outcome(taken.name, Status.ALREADY_THERE, (problem,), draft, known.id)


def _unknown_keeps(name: str, article: Article, keep: tuple[str, ...]) -> Iterator[Diagnostic]:
    for each in keep:
        masked = ((n, p) for n, p in enumerate(article.paragraphs, 1) if p.mask)
        if not any(is_named(number, paragraph, each) for number, paragraph in masked):
            yield Diagnostic(
                "import-nothing-to-keep",
                f"`keep: {each}` names no paragraph that was left out",
                Span.at(name),
                Severity.WARNING,
                help="take a number, or first words, that `briefing import --explain` shows",
            )


def _notes(taken: Taken, draft: Draft) -> tuple[str, ...]:
    article, format = draft.article, taken.opened.format
    doubtful = [
        name
        for name in ("title", "authors", "publisher", "issued", "language")
        if (field := getattr(article, name)) and field.is_doubtful
    ]
    notes = []
    if format and "." in taken.name and not taken.name.lower().endswith(SUFFIXES[format]):
        notes.append(f"is {format}, whatever its name says")
    if not draft.is_titled:
        notes.append("has no title")
    if doubtful:
        notes.append(f"to be looked at: {', '.join(doubtful)}")
    return tuple(notes)


def _only_adds(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether all paragraphs of the old text stand in the new one, in their order."""
    rest = iter(new)
    return all(paragraph in rest for paragraph in old)
