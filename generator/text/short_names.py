"""The few words by which pages may call an article, where its editor has not chosen any."""

import re

from generator.model.content import LONGEST_SHORT
from generator.model.dates import Date, PartialDate, spoken

_SHORT_TITLE_WORDS = 4
_MOST_WORDS = 3

# Words that tell no article from another; a title's first words are looked through for others.
SMALL = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "by", "for", "from", "has", "have", "how", "in", "is", "its"),
        *("of", "on", "or", "over", "the", "this", "that", "to", "was", "what", "why", "will", "with", "who"),
        *("der", "die", "das", "und", "von", "mit", "ein", "eine", "im", "zu", "den", "für", "auf"),
        *("le", "la", "les", "un", "une", "et", "de", "du", "des", "en", "au", "aux", "pour", "sur"),
        *("el", "los", "las", "una", "y", "del", "al", "por", "para", "con", "que"),
    )
)
_PART = re.compile(r"\s*[:–—|]\s+|\s+[-–—|]\s+")


def short_name(publisher: str | None, issued: Date | None, title: str) -> str:
    """The two or three words by which pages may call an article: who published it, and its day or subject."""
    if publisher and isinstance(issued, PartialDate):
        return _cut(_brief(publisher), f", {spoken(PartialDate(*issued.parts))}")
    if publisher:
        return _cut(_brief(publisher), f", {_subject(title)}")
    return _cut(_subject(title), "")


def _brief(publisher: str) -> str:
    return publisher.removeprefix("The ").split(" | ")[0].strip()


def _cut(name: str, ending: str) -> str:
    room = LONGEST_SHORT - len(ending)
    if room < 1:
        return ending.removeprefix(", ")[:LONGEST_SHORT].rstrip(" ,")
    if len(name) > room:
        at_word = name[: room + 1].rsplit(" ", 1)[0]
        name = at_word if len(at_word) <= room else name[:room]
    return name.rstrip(" ,") + ending


def _subject(title: str) -> str:
    """A title's first part if that is brief; else its first words that say something."""
    text = title.strip("[]…")
    first = _PART.split(text)[0]
    if len(first.split()) <= _SHORT_TITLE_WORDS and len(first) <= LONGEST_SHORT // 2:
        return first
    words = [word.strip(",.;:!?“”\"‘’'()") for word in text.split()]
    telling = [word for word in words if word and word.lower() not in SMALL]
    return " ".join(telling[:_MOST_WORDS]) or first[:LONGEST_SHORT]
