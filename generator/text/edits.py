"""What was changed in a text that is an otherwise equal copy of another, edit by edit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import simplemma

from generator.text.lexicons.lexicon import Lexicon, lexicon_of
from generator.text.lexicons.slots import Slots, slots_of
from generator.text.numerals import primary
from generator.text.tokens import SPACELESS

_TOKEN = re.compile(
    rf"[{SPACELESS}]|\d+(?:[.,:\s]\d+)*(?:[.,]\d+)?%?|[^\W\d_{SPACELESS}]+(?:[-’'][^\W\d_{SPACELESS}]+)*"
)
_CONTRACTED = re.compile(r"(?:n['’]t|not)\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
_LEMMATISED = frozenset({"en", "de", "fr", "es"})
_LONGEST_PHRASE = 4
MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or phrase of a text at `[start, end)`; `form` in small letters, `lemma` its base."""

    form: str
    lemma: str
    start: int
    end: int
    is_capitalised: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.form[0].isdigit()


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a copy that stand in the place of words of its original; either may be none.

    `before` and `after` are the equal words that stand right before and after it, as the copy has them;
    `went_on` those after it as the original has them. At an end of the copy, no more words of the original
    count than the copy has there, and one.
    """

    said: tuple[Token, ...]
    printed: tuple[Token, ...]
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    went_on: tuple[Token, ...] = ()


@lru_cache(maxsize=20_000)
def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text, negations apart from their verbs (“didn't”), phrases of the lexicon as one."""
    key, slots = primary(language), slots_of(language)
    found = [token for match in _TOKEN.finditer(text) for token in _parted(match, key)]
    return tuple(_joined(found, slots, lexicon_of(key))) if slots else tuple(found)


def _parted(match: re.Match[str], language: str) -> Iterator[Token]:
    word = match[0]
    negation = _CONTRACTED.search(word) if language == "en" and len(word) > 3 else None
    if negation and word.lower() not in ("knot", "cannot"):
        if negation.start():
            yield _token(word[: negation.start()], match.start(), language)
        yield Token("not", "not", match.start() + negation.start(), match.end(), is_capitalised=False)
        return
    if word.lower() == "cannot":
        yield _token(word[:3], match.start(), language)
        yield Token("not", "not", match.start() + 3, match.end(), is_capitalised=False)
        return
    yield _token(_POSSESSIVE.sub("", word) or word, match.start(), language)


def _token(word: str, start: int, language: str) -> Token:
    form = word.lower().replace("’", "'")
    lemma = form
    if language in _LEMMATISED and not form[0].isdigit():
        lemma = simplemma.lemmatize(form if language != "de" else word, lang=language).lower()
    return Token(form, lemma, start, start + len(word), word[0].isupper())


def _joined(tokens: Sequence[Token], slots: Slots, lexicon: Lexicon | None) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 1, -1):
            part = tokens[at : at + size]
            glue = "" if part[0].end == part[1].start else "_"
            phrase = glue.join(each.form for each in part)
            is_listed = not glue and (phrase in slots.values or _is_entry(phrase, lexicon))
            if phrase in slots.phrases or is_listed:
                yield Token(phrase, phrase, part[0].start, part[-1].end, part[0].is_capitalised)
                at += size
                break
        else:
            yield tokens[at]
            at += 1


def _is_entry(word: str, lexicon: Lexicon | None) -> bool:
    return lexicon is not None and (word,) in lexicon.entries


def edits_between(said: Sequence[Token], printed: Sequence[Token]) -> tuple[float, tuple[Edit, ...]]:
    """How much of a text another has in the same order, and where the two part."""
    if not said or len(said) > MOST_WORDS or len(printed) > MOST_WORDS:
        return 0.0, ()
    one, other = [each.lemma for each in said], [each.lemma for each in printed]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    equal = sum(block.size for block in blocks)
    edits, begin, its_begin, before = [], 0, 0, list[Token]()
    for block in blocks:
        after = said[block.a : block.a + block.size]
        if (block.a > begin or block.b > its_begin) and (before or after):
            mine, its = said[begin : block.a], printed[its_begin : block.b]
            if not after:
                its = its[: len(mine) + 1] if mine else ()
            elif not before:
                its = its[-len(mine) - 1 :] if mine else ()
            went_on = printed[block.b : block.b + block.size]
            edits.append(Edit(tuple(mine), tuple(its), tuple(before), tuple(after), tuple(went_on)))
        begin, its_begin, before = block.a + block.size, block.b + block.size, list(after)
    return equal / len(said), tuple(edits)
