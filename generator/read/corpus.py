"""All input files of a project, read in the order of their names."""

import functools
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator.cache import FORGETFUL, Memory
from generator.model import content
from generator.model.diagnostics import Diagnostic, Severity, has_errors, in_order
from generator.model.editions import Redirect, Release, Stood, in_time
from generator.model.reviews import Review
from generator.model.seals import Seal
from generator.model.sources import Rights
from generator.model.text import INDEX, Span, is_device, is_slug
from generator.read import inputs
from generator.read.briefings import read_briefing, read_home
from generator.read.content import ReadTimeline, empty_glossary, read_glossary, read_timeline
from generator.read.editions import read_redirects, read_release, read_stood
from generator.read.reviews import REVIEWS, read_reviews
from generator.read.seal_files import SUFFIX, read_seal
from generator.read.settings import SettingsFile, open_settings, read_settings
from generator.read.sources import read_source
from generator.words import Words, words_in

SOURCES = "sources"
GLOSSARY = "content/glossary.yml"
TIMELINE = "content/timeline.yml"
BRIEFINGS = "content/briefings"
HOME = "content/home.md"
EDITIONS = "content/editions"
REDIRECTS = "content/redirects.yml"
LATEST = "latest.json"

T = TypeVar("T")


def read(
    project: Path, memory: Memory = FORGETFUL, settings: SettingsFile | None = None
) -> tuple[content.Corpus | None, tuple[Diagnostic, ...]]:
    """Everything the project's authors wrote that can be read, and every fault of every file.

    Faulty records are left out and named in `Corpus.unreadable`. None only without a single source file. A
    `memory` makes it faster and changes nothing; so do `settings`, where they were opened already.
    """
    reading = _Reading(project, memory)
    sources = _sources(reading)
    nothing = not reading.files
    site = _site(reading, settings or open_settings(project))
    timeline = _timeline(reading)
    corpus = content.Corpus(
        site=site,
        sources=sources,
        glossary=_glossary(reading),
        events=timeline.events,
        disputes=timeline.disputes,
        briefings=_briefings(reading, words_in(site.language)),
        home=_home(reading, words_in(site.language)),
        unreadable=frozenset(reading.unreadable),
        releases=_releases(reading),
        stood=_stood(reading),
        redirects=_redirects(reading),
        reviews=_reviews(reading),
        fingerprint=_fingerprint(reading.files),
    )
    return None if nothing else corpus, in_order(reading.problems)


def seal_path(source: str) -> str:
    """Where the seal of a source stands in its project."""
    return f"{SOURCES}/{source}{SUFFIX}"


def lines_of(project: Path) -> Callable[[str], Sequence[str]]:
    """The lines of the project's files, for showing what is wrong where; none of a file that is refused."""
    return functools.cache(functools.partial(inputs.shown_lines, project))


@dataclass(slots=True)
class _Reading:
    """What has been met so far: the checksum of each file by its path, problems, and what is lost."""

    project: Path
    memory: Memory
    files: dict[str, str] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def one(self, path: str, limit: int = inputs.MAX_CONTENT) -> inputs.InputFile | None:
        """The file at `path`; if it is refused, the problem is noted."""
        found = inputs.read_file(self.project, path, limit)
        if isinstance(found, inputs.InputFile):
            self.files[path] = found.checksum
            return replace(found, memory=self.memory)
        self.problems.append(found)
        return None

    def each(
        self,
        folder: str,
        limit: int,
        read_one: Callable[[str, inputs.InputFile], tuple[T | None, tuple[Diagnostic, ...]]],
    ) -> Iterator[T]:
        """What `read_one` makes of each Markdown file of the folder, in the order of their names."""
        for name in self._names(folder):
            identifier = _identifier(name)
            file = self.one(f"{folder}/{name}", limit)
            found: T | None = None
            if file is not None:
                found, problems = read_one(identifier, file)
                self.problems += problems
            if found is None:
                self.unreadable.add(identifier)
            else:
                yield found

    def _names(self, folder: str) -> list[str]:
        """The names of the folder's Markdown files that are well named; notes the others as problems."""
        refused = _folder_fault(self.project, folder)
        if refused is not None:
            self.problems.append(refused)
            return []
        names = (entry.name for entry in (self.project / folder).iterdir())
        shown = sorted((name for name in names if not _is_read_apart(folder, name)), key=_identifier)
        well_named = []
        for name in shown:
            fault = _name_fault(folder, name)
            if fault is None:
                well_named.append(name)
            else:
                self.problems.append(fault)
                self.unreadable |= {_identifier(name)} if name.endswith(".md") else set()
        return well_named


def _identifier(name: str) -> str:
    return name.removesuffix(".md")


def _is_read_apart(folder: str, name: str) -> bool:
    """Whether a file is hidden, or a seal beside its source."""
    return name.startswith(".") or (folder == SOURCES and name.endswith(SUFFIX))


def _folder_fault(project: Path, folder: str) -> Diagnostic | None:
    """Why the folder cannot be listed, if it cannot."""
    place = project / folder
    span = Span.at(folder)
    try:
        if not place.exists():
            return Diagnostic("folder-missing", f"there is no folder `{folder}`", span, help="make it")
        if inputs.leaves_its_folder(project, folder):
            help = "put a copy of the folder in its place"
            return Diagnostic("symlink-outside", "a symbolic link leads out of the project", span, help=help)
        next(place.iterdir(), None)
    except (OSError, RuntimeError) as reason:
        return Diagnostic("file-unreadable", f"the folder cannot be read: {inputs.why_not(reason)}", span)
    return None


def _name_fault(folder: str, name: str) -> Diagnostic | None:
    span = Span.at(f"{folder}/{name}")
    if name.endswith(".md"):
        if _identifier(name) == INDEX:
            message = f"“{INDEX}” cannot be an id: a page of this name lists all the others of its kind"
            return Diagnostic("bad-file-name", message, span, help="rename it, such as `price-index.md`")
        if is_device(name):
            message = f"“{_identifier(name)}” cannot be an id: Windows stores no file of this name"
            return Diagnostic("bad-file-name", message, span, help="rename it, such as `the-talks.md`")
        if is_slug(_identifier(name)):
            return None
        message = "the name of this file is no id: a-z, 0-9 and single hyphens, at most 64 characters"
        return Diagnostic("bad-file-name", message, span, help="rename it, such as `talks-resume.md`")
    message = f"only files that end in `.md` are read in `{folder}`"
    help = "rename it so that it ends in `.md`, or move it elsewhere"
    return Diagnostic("unexpected-file", message, span, Severity.WARNING, help=help)


def _sources(reading: _Reading) -> tuple[content.SourceDraft, ...]:
    sources = tuple(reading.each(SOURCES, inputs.MAX_SOURCE, read_source))
    seals = _seals(reading, {draft.file.id: draft for draft in sources})
    sources = tuple(replace(draft, seal=seals.get(draft.file.id)) for draft in sources)
    if not sources and not has_errors(reading.problems):
        help = "add an article as `sources/<id>.md`"
        reading.problems.append(Diagnostic("no-sources", "there are no sources", Span.at(SOURCES), help=help))
    return sources


def _seals(reading: _Reading, drafts: Mapping[str, content.SourceDraft]) -> dict[str, Seal]:
    """The seals of the sources that are summaries, by source."""
    folder = reading.project / SOURCES
    names = [] if _folder_fault(reading.project, SOURCES) else sorted(path.name for path in folder.iterdir())
    found = {}
    for name in names:
        identifier = name.removesuffix(SUFFIX)
        if name.startswith(".") or name == identifier or identifier in reading.unreadable:
            continue
        path = f"{SOURCES}/{name}"
        draft = drafts.get(identifier)
        if draft is None or draft.file.bibliography.rights is not Rights.SUMMARY:
            reading.problems.append(_seals_nothing(path, identifier, is_there=draft is not None))
            continue
        file = reading.one(path, inputs.MAX_SOURCE)
        if file is not None:
            seal, problems = read_seal(identifier, file)
            reading.problems += problems
            found.update({identifier: seal} if seal else {})
        if identifier not in found:
            reading.unreadable.add(name.removesuffix(".yml"))
    return found


def _seals_nothing(path: str, identifier: str, *, is_there: bool) -> Diagnostic:
    why = "is no summary, so it has no seal" if is_there else "does not exist"
    return Diagnostic(
        "seal-of-nothing",
        f"the source “{identifier}” {why}",
        Span.at(path),
        Severity.WARNING,
        help="remove the seal; or give it the name of the summary that it seals",
    )


def _site(reading: _Reading, settings: SettingsFile) -> content.SiteRecord:
    if settings.file:
        reading.files[settings.file.path] = settings.file.checksum
    site, problems = read_settings(settings)
    reading.problems += problems
    return site


def _glossary(reading: _Reading) -> content.GlossaryRecord:
    file = reading.one(GLOSSARY)
    if file is None:
        reading.unreadable.add(GLOSSARY)
        return empty_glossary(GLOSSARY)
    glossary, problems, lost = read_glossary(file)
    reading.problems += problems
    reading.unreadable |= lost
    return glossary


def _timeline(reading: _Reading) -> ReadTimeline:
    file = reading.one(TIMELINE)
    if file is None:
        reading.unreadable.add(TIMELINE)
        return ReadTimeline()
    timeline = read_timeline(file)
    reading.problems += timeline.problems
    reading.unreadable |= timeline.lost
    return timeline


def _briefings(reading: _Reading, words: Words) -> tuple[content.BriefingRecord, ...]:
    if not os.path.lexists(reading.project / BRIEFINGS):
        return ()
    return tuple(reading.each(BRIEFINGS, inputs.MAX_CONTENT, functools.partial(read_briefing, words=words)))


def _home(reading: _Reading, words: Words) -> content.HomeRecord | None:
    file = reading.one(HOME) if os.path.lexists(reading.project / HOME) else None
    if file is None:
        return None
    home, problems = read_home(file, words)
    reading.problems += problems
    reading.unreadable |= set() if home else {HOME}
    return home


def _releases(reading: _Reading) -> tuple[Release, ...]:
    """What was released; the last manifest stands beside it, for the program alone."""
    folder = reading.project / EDITIONS
    if not os.path.lexists(folder):
        return ()
    fault = _folder_fault(reading.project, EDITIONS)
    if fault is not None:
        reading.problems.append(fault)
        return ()
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == LATEST:
            continue
        if path.suffix != ".yml" or not is_slug(path.stem) or is_device(path.stem):
            message = f"only files such as `2025-06-09.yml` are read in `{EDITIONS}`"
            span = Span.at(f"{EDITIONS}/{path.name}")
            reading.problems.append(Diagnostic("unexpected-file", message, span, Severity.WARNING))
            continue
        file = reading.one(f"{EDITIONS}/{path.name}", inputs.MAX_CONTENT)
        if file is not None:
            release, problems = read_release(path.stem, file)
            reading.problems += problems
            found += [release] if release else []
    return in_time(tuple(found))


def _stood(reading: _Reading) -> tuple[Stood, ...]:
    """Where the statements of the last released edition stood."""
    path = f"{EDITIONS}/{LATEST}"
    file = reading.one(path, inputs.MAX_CONTENT) if (reading.project / path).is_file() else None
    return read_stood(file) if file else ()


def _redirects(reading: _Reading) -> tuple[Redirect, ...]:
    if not os.path.lexists(reading.project / REDIRECTS):
        return ()
    file = reading.one(REDIRECTS)
    if file is None:
        return ()
    redirects, problems = read_redirects(file)
    reading.problems += problems
    return redirects


def _reviews(reading: _Reading) -> tuple[Review, ...]:
    if not os.path.lexists(reading.project / REVIEWS):
        return ()
    file = reading.one(REVIEWS)
    if file is None:
        return ()
    reviews, problems = read_reviews(file)
    reading.problems += problems
    return reviews


def _fingerprint(files: dict[str, str]) -> str:
    """SHA-256 over paths and checksums, whatever the order in which the files were read.

    What tells of released editions is apart: it names them by this very fingerprint.
    """
    total = hashlib.sha256()
    for path in sorted(path for path in files if not path.startswith(f"{EDITIONS}/")):
        total.update(f"{path}\0{files[path]}\n".encode())
    return total.hexdigest()
