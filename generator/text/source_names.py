"""How authors speak of sources: by name, or without one (“one article”)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from generator.text.lexicons.lexicon import lexicon_of
from generator.text.numerals import primary
from generator.text.tokens import SPACELESS


class Unnamed(NamedTuple):
    """Where in a text a source is meant, and not named."""

    start: int
    end: int


def unnamed_sources(text: str, language: str) -> Iterator[Unnamed]:
    """The phrases that stand for a source in a text, in order; none in a language without a lexicon."""
    pattern = _pattern(primary(language))
    return (Unnamed(*found.span()) for found in pattern.finditer(text)) if pattern else iter(())


def with_article(name: str, phrase: str, language: str) -> str:
    """A name to stand where a phrase stands: “Lake report” as “the Lake report”, with its capital.

    An article stands before a name that ends in a common noun, where the language has one for all.
    """
    lexicon = lexicon_of(language)
    if lexicon and lexicon.definite and name.split()[-1].islower():
        name = f"{lexicon.definite} {name}"
    return _like(phrase, name)


def _like(first: str, words: str) -> str:
    """Words with a capital where what they stand for has one."""
    return words[:1].upper() + words[1:] if first[0].isupper() else words


def by_no_name(text: str, names: Iterable[str], language: str) -> str:
    """A text that speaks of its sources without their names, as a reader of claims takes them."""
    lexicon = lexicon_of(language)
    phrase = lexicon.unnamed[0].replace("_", " ") if lexicon and lexicon.unnamed else ""
    article = rf"(?:{lexicon.definite}\s+)?" if lexicon and lexicon.definite else ""
    for name in names:
        at = re.compile(rf"(?<!\w){article}{re.escape(name)}(?!\w)", re.IGNORECASE)
        text = at.sub(lambda found: _like(found[0], phrase), text)
    return text


def blanked(text: str, names: Iterable[str]) -> str:
    """A text with spaces in the place of names of sources, whose numbers are no claims."""
    for name in names:
        text = text.replace(name, " " * len(name))
    return text


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    lexicon = lexicon_of(language)
    if lexicon is None or not lexicon.unnamed:
        return None
    parted = (each.partition("|") for each in sorted(lexicon.unnamed, key=len, reverse=True))
    phrases = [
        phrase.replace("_", r"\s+") + (rf"(?=\s+{follows})" if follows else "")
        for phrase, _, follows in parted
    ]
    letter = rf"[^\W{SPACELESS}]"
    return re.compile(rf"(?<!{letter})(?:{'|'.join(phrases)})(?!{letter})", re.IGNORECASE)
