"""A sentence of a summary beside what its article asserts, in no order: which words are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.claims import LIKELY, Claim, Clause, Finding, Word, WordKind
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.lexicons.slots import slots_of
from generator.text.names import NameIndex
from generator.text.terms import key_of
from generator.verify.comparing.alignment import match, oppose
from generator.verify.comparing.context import DENIES, HELP, shown, stretch
from generator.verify.comparing.kinship import are_kin

_VALUES = frozenset({WordKind.NUMBER, WordKind.DATE})
_STEM = 5
_REACH = 4


@dataclass(frozen=True)
class Summed:
    """A sentence of a summary, and what the sentences of the article assert that it sums up, in no order.

    `around` is what the sentences near these assert: they may name who speaks where these have a pronoun.
    """

    summary: Claim
    article: Claim
    around: Claim
    names: NameIndex

    @cached_property
    def pairs(self) -> dict[int, tuple[int, ...]]:
        """For each word of the summary that says something, those of the article that may mean the same."""
        return {at: self.like(self.summary.words[at]) for at in self.summary.content}

    def like(self, word: Word) -> tuple[int, ...]:
        """The words of the article that may mean the same."""
        return tuple(its for its in self.article.content if match(word, self.article.words[its]))

    def near(self, word: Word) -> tuple[int, ...]:
        """Those that may mean the same, be made of the same word, or stand right above or below it."""
        language = self.summary.language
        return tuple(
            its
            for its in self.article.content
            if are_akin(word, self.article.words[its]) or are_kin(word, self.article.words[its], language)
        )

    def akin(self, word: Word) -> tuple[int, ...]:
        """Those that may mean the same, or may be made of the same word: “dependent” and “dependency”."""
        return tuple(its for its in self.article.content if are_akin(word, self.article.words[its]))

    def contraries(self, word: Word) -> tuple[int, ...]:
        """The words of the article that mean the contrary."""
        return tuple(its for its in self.article.content if oppose(word, self.article.words[its]))

    @cached_property
    def core(self) -> tuple[int, ...]:
        """What says something in the summary, attribution, numbers and dates aside."""
        spoken = {at for clause in self.summary.clauses if clause.speaker for at in words_of(clause)}
        return tuple(
            at
            for at in self.summary.content
            if at not in spoken and self.summary.words[at].kind not in _VALUES
        )

    @cached_property
    def predicates(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """The words that tell what happens or how something is, each with those of the article like it."""
        words = self.summary.words
        telling = (
            at for at in self.core if words[at].kind is WordKind.VERB or _follows_copula(self.summary, at)
        )
        return tuple((at, self.pairs[at]) for at in telling if self.pairs[at])

    @cached_property
    def own_denials(self) -> frozenset[int]:
        """What denies in the summary and is no word of the article."""
        denying = (at for at in denials_in(self.summary) if "until" not in self.summary.words[at].marks)
        return frozenset((*_new(self.summary, denying, self.article), *_denials_apart(self.summary)))

    @cached_property
    def its_denials(self) -> frozenset[int]:
        """What denies in the article and is no word of the summary."""
        return frozenset(_new(self.article, denials_in(self.article), self.summary))

    def finding(self, code: str, said: Sequence[int], printed: Iterable[int]) -> Finding:
        """A difference between words of the summary and of the article."""
        words = ", ".join(dict.fromkeys(self.article.words[its].form for its in printed))
        return Finding(code, shown(self.summary, said), words, stretch(self.summary, said), help=HELP[code])


def denials_in(claim: Claim) -> Iterator[int]:
    """The words of a claim that deny something."""
    return (at for at, word in enumerate(claim.words) if DENIES & word.marks)


def _new(claim: Claim, places: Iterable[int], other: Claim) -> Iterator[int]:
    """Those of some words that have nothing like them in another claim."""
    return (at for at in places if not any(are_akin(claim.words[at], word) for word in other.words))


def _denials_apart(claim: Claim) -> Iterator[int]:
    """The verbs that deny together with a word some way after them: “keep boats from”."""
    lexicon = lexicon_of(claim.language)
    for at, word in enumerate(claim.words if lexicon else ()):
        seconds = lexicon.phrases.get(word.key, {}) if lexicon else {}
        after = {other.form.lower() for other in claim.words[at + 2 : at + 2 + _REACH]}
        phrases = [phrase for second in after & seconds.keys() for phrase in seconds[second]]
        if any(lexicon and DENIES & lexicon.entries[each].marks for each in phrases if len(each) == 2):
            yield at


def are_akin(one: Word, other: Word) -> bool:
    """Whether two words may mean the same or be made of one: “reluctant” and “reluctance”."""
    return match(one, other) or (len(one.key) > _STEM and one.key[:_STEM] == other.key[:_STEM])


def words_of(clause: Clause) -> range:
    """The places of a clause's words."""
    return range(clause.first, clause.last)


def clause_of(claim: Claim, at: int) -> Clause:
    """The clause that holds a word."""
    return next(each for each in claim.clauses if each.first <= at < each.last)


def _follows_copula(claim: Claim, at: int) -> bool:
    """Whether “is” or “was” stands right before a word, small words and “not” aside."""
    for before in range(at - 1, max(at - _REACH, -1), -1):
        word = claim.words[before]
        if "passive" in word.marks:
            return True
        if "break" in word.marks or (word.is_content and "negator" not in word.marks):
            return False
    return False


def is_weak(word: Word) -> bool:
    """Whether a word makes what is said less than certain, in any way: “hopes”, “may”, “preliminary”."""
    return word.certainty <= LIKELY


def hedges_among(claim: Claim, places: Iterable[int]) -> list[int]:
    """Those of some words that do nothing but weaken: “may”, “reportedly”, “seem”."""
    slots = slots_of(claim.language)
    if slots is None:
        return []
    known = slots.hedges | {key_of(each, claim.language) for each in slots.hedges}
    found = ((at, claim.words[at]) for at in places)
    return [
        at
        for at, word in found
        if is_weak(word) and "reporting" not in word.marks and known & {word.key, word.form.lower()}
    ]


def is_conditional(claim: Claim, at: int) -> bool:
    """Whether a word depends on a condition, and the sentence says so by its mood: “would call if”."""
    slots = slots_of(claim.language)
    moods = slots.hedges if slots else frozenset[str]()
    return bool(claim.manners[at].conditions) and any(word.form.lower() in moods for word in claim.words)
