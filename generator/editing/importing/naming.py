"""The id of a new source, and a title where an article has none."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from anyascii import anyascii

from generator.model.dates import Date, PartialDate, parse
from generator.model.text import INDEX, is_device, is_slug
from generator.text.prose import sentences
from generator.text.short_names import SMALL

LONGEST_ID = 40
LONGEST_TITLE = 70

_WORD = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"a", "an", "the", "der", "die", "das", "le", "la", "les", "el", "los", "las"})


def new_id(publisher: str | None, issued: Date | None, title: str, taken: Container[str]) -> str:
    """An id that is not taken, of publisher and day; without these of the title. In plain letters.

    Where two articles would have the same, the second has words of its title as well, then a number.
    """
    words = _ascii_words(title)
    day = _digits(issued)
    source = _ascii_words(publisher or "")
    if source and day:
        ending = "-".join(("", *day))
        dated = _begun(source, LONGEST_ID - len(ending)) + ending
        names = [dated, f"{dated}-{_joined(words, LONGEST_ID - len(dated) - 1)}", _begun(words)]
    else:
        names = [_begun((*source, *words)), _begun(words)]
    for name in names:
        if _is_free(name, taken):
            return name
    stem = names[-1] if names and is_slug(names[-1]) else "article"
    return next(name for name in _numbered(stem) if _is_free(name, taken))


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        ending = f"-{number}"
        yield stem[: LONGEST_ID - len(ending)].rstrip("-") + ending
        number += 1


def _is_free(name: str, taken: Container[str]) -> bool:
    return is_slug(name) and name != INDEX and not is_device(name) and name not in taken


def _ascii_words(text: str) -> tuple[str, ...]:
    """The words in plain letters; a possessive and an abbreviation are one word each."""
    plain: str = anyascii(_spaced(text)).lower()
    return tuple(_WORD.findall(re.sub(r"(?<=\w)['’.](?=\w)", "", plain)))


def _spaced(text: str) -> str:
    """Chinese characters, each of which is a word when it is spelt in letters, are parted."""
    return re.sub(r"([\u3400-\u9fff])", r"\1 ", text)


def _begun(words: tuple[str, ...], longest: int = LONGEST_ID) -> str:
    """The words as far as there is room for them; if not even for the first, its beginning."""
    return _joined(words, longest) or "".join(words[:1])[:longest]


def _joined(words: tuple[str, ...], longest: int) -> str:
    """As many of the words as there is room for, without small ones at the ends; none if there is none."""
    chosen, length = list[str](), -1
    for word in words:
        length += 1 + len(word)
        if length > longest:
            break
        chosen.append(word)
    while len(chosen) > 1 and chosen[-1] in SMALL:
        chosen.pop()
    first = 1 if len(chosen) > 1 and chosen[0] in _ARTICLES else 0
    return "-".join(chosen[first:])


def _digits(issued: Date | None) -> tuple[str, ...]:
    """The day, month or year as it stands in an id; nothing of an interval."""
    return tuple(f"{part:02}" for part in issued.parts) if isinstance(issued, PartialDate) else ()


def title_of_text(text: str) -> str:
    """A title for an article that has none: its first sentence, cut at a word, in brackets as no title."""
    start, end = next(iter(sentences(text)), (0, len(text)))
    sentence = " ".join(text[start:end].split())
    if len(sentence) <= LONGEST_TITLE:
        return f"[{sentence.rstrip('.')}]"
    at_word = sentence[: LONGEST_TITLE + 1].rsplit(" ", 1)[0]
    return f"[{at_word[:LONGEST_TITLE].rstrip(' ,;:–—-')}…]"


def date_of(issued: str | None) -> Date | None:
    """The date that an article gives; None if it gives none, or none that EDTF has."""
    try:
        return parse(issued) if issued else None
    except ValueError:
        return None
