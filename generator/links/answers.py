"""What became of a link, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dossier import Source


class Fate(StrEnum):
    """What became of a link, the worst first."""

    GONE = "gone"
    UNREACHABLE = "unreachable"
    FAILING = "failing"
    MOVED = "moved"
    UNKNOWN = "unknown"
    ANSWERS = "answers"

    def needs_an_editor(self) -> bool:
        """Whether somebody should look at it; a server that turns machines away tells nothing."""
        return self in (Fate.GONE, Fate.UNREACHABLE, Fate.FAILING, Fate.MOVED)


@dataclass(frozen=True, slots=True)
class Link:
    """An address, the ids of the sources that give it, and the copy that an archive keeps of it, if any."""

    url: str
    sources: tuple[str, ...]
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link's server said: `why` in words, `now` where it is to be found since it moved."""

    link: Link
    fate: Fate
    why: str
    now: str | None = None


def links_of(sources: Iterable[Source]) -> tuple[Link, ...]:
    """Each address once, in order; archived copies are links like the others."""
    cited: dict[str, list[str]] = {}
    archived: dict[str, str] = {}
    for source in sources:
        known = source.bibliography
        for url in (known.url, known.archive_url):
            if url:
                cited.setdefault(str(url), []).append(source.id)
        if known.url and known.archive_url:
            archived[str(known.url)] = str(known.archive_url)
    return tuple(Link(url, tuple(sorted(cited[url])), archived.get(url)) for url in sorted(cited))
