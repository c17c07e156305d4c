"""Claims without the order of their words: as a seal holds them, and as claims again.

What a sentence asserts can so be compared without the sentence: its words, in which manner each stands, and
who says it. Numbers and dates are left out, as a seal has them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.claims import CERTAIN, LIKELY, PLAIN, Claim, Clause, Manner, Word, WordKind
from generator.model.seals import SealedAssertion
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.names import NameIndex
from generator.text.terms import term_of

_APART = frozenset({WordKind.NUMBER, WordKind.DATE})
_Keys = tuple[str, ...]
_SPEECH = frozenset({"reporting", "attribution", "cognition"})
_NOBODY = frozenset(
    {
        "reporting",
        "light",
        "negator",
        "pronoun",
        "auxiliary",
        "function",
        "attribution",
        "cognition",
        "passive",
    }
)
_MOST_HOLDERS = 6
_PLAIN_MANNER = Manner()


def assertions_of(claim: Claim) -> tuple[SealedAssertion, ...]:
    """What a claim asserts, clause by clause and manner by manner, in alphabetical order."""
    if not claim.has_lexicon:
        return ()
    found = {assertion for clause in claim.clauses for assertion in _of_clause(claim, clause)}
    return tuple(
        sorted(found, key=lambda each: (each.verbs, each.words, each.denied, each.hedged, each.past))
    )


def names_somebody(word: Word) -> bool:
    """Whether a word may be of those that tell who says, thinks or wants something."""
    if word.kind is WordKind.NAME:
        return True
    return word.kind is WordKind.OTHER and not word.marks & _NOBODY and word.certainty == PLAIN


def holders_in(claim: Claim, clause: Clause) -> tuple[int, ...]:
    """The words of a clause that tell who says, thinks or wants what it, or the next one, tells; or none."""
    for at in range(clause.first, clause.last):
        word = claim.words[at]
        if "attribution" in word.marks:
            return _up_to_verb(claim, range(at + 1, clause.last))
        if _is_speech(claim, at) and not _is_passive(claim, at):
            before = range(max(clause.first, at - _MOST_HOLDERS), at)
            named = tuple(each for each in before if names_somebody(claim.words[each]))
            return named or tuple(each for each in clause.speaker if names_somebody(claim.words[each]))
    return ()


def speech_in(claim: Claim, clause: Clause) -> tuple[int, ...]:
    """The words of a clause that tell that somebody says, thinks or wants something."""
    return tuple(at for at in range(clause.first, clause.last) if _is_speech(claim, at))


def _is_speech(claim: Claim, at: int) -> bool:
    word = claim.words[at]
    governs = at + 1 < len(claim.words) and "complementiser" in claim.words[at + 1].marks
    is_attitude = word.certainty <= LIKELY and (word.kind is WordKind.VERB or governs)
    return bool(word.marks & _SPEECH) or is_attitude


def _is_passive(claim: Claim, at: int) -> bool:
    return any("passive" in word.marks for word in claim.words[max(at - 2, 0) : at])


def _up_to_verb(claim: Claim, places: range) -> tuple[int, ...]:
    found = []
    for at in places:
        if claim.words[at].kind is WordKind.VERB or "auxiliary" in claim.words[at].marks:
            break
        if names_somebody(claim.words[at]):
            found.append(at)
    return tuple(found[:_MOST_HOLDERS])


def _of_clause(claim: Claim, clause: Clause) -> Iterator[SealedAssertion]:
    speaker = _keys(claim, holders_in(claim, clause))
    groups: defaultdict[tuple[_Keys, _Keys, _Keys, _Keys], list[int]] = defaultdict(list)
    for at in range(clause.first, clause.last):
        if at in claim.content and claim.words[at].kind not in _APART:
            manner = claim.manners[at]
            operators = (manner.negated_by, manner.hedged_by, manner.asked_by, manner.conditions)
            denied, hedged, asked, conditions = (_keys(claim, each) for each in operators)
            groups[denied, hedged, asked, conditions].append(at)
    for (denied, hedged, asked, conditions), inside in groups.items():
        verbs = [at for at in inside if claim.words[at].kind is WordKind.VERB]
        others = [at for at in inside if claim.words[at].kind is not WordKind.VERB]
        yield SealedAssertion(
            verbs=_keys(claim, verbs),
            words=_keys(claim, others),
            denied=denied,
            hedged=hedged,
            asked=asked,
            conditions=conditions,
            amounts=_keys(claim, _amounts(claim, inside)),
            sure=_keys(claim, (at for at in _whole(clause) if claim.words[at].certainty == CERTAIN)),
            speaker=speaker,
            past=any(claim.words[at].is_past for at in verbs),
        )


def _whole(clause: Clause) -> range:
    return range(clause.first, clause.last)


def _amounts(claim: Claim, inside: Sequence[int]) -> Iterator[int]:
    """The quantifiers among and right before some words."""
    span = range(max(min(inside) - 1, 0), max(inside) + 1)
    return (at for at in span if claim.words[at].amount is not None)


def _keys(claim: Claim, places: Iterable[int]) -> _Keys:
    return tuple(sorted({_sealed(claim.words[at]) for at in places}))


def _sealed(word: Word) -> str:
    """A word as a seal has it: a name as it is printed, else the dictionary form."""
    return word.form if word.kind is WordKind.NAME or word.key.startswith("@") else word.key


@dataclass(slots=True)
class _Making:
    """A claim in the making."""

    language: str
    names: NameIndex
    words: list[Word] = field(default_factory=list)
    manners: list[Manner] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    content: list[int] = field(default_factory=list)
    end: int = 0

    def add(self, key: str, kind: WordKind | None, manner: Manner, *, past: bool = False) -> int:
        """Put a word at the end; its place."""
        word = term_of(key, self.language, self.names, self.end, kind, is_past=past)
        self.words.append(word)
        self.manners.append(manner)
        self.end = word.end + 1
        return len(self.words) - 1

    def add_all(self, keys: Iterable[str], kind: WordKind | None = WordKind.FUNCTION) -> tuple[int, ...]:
        """Put words at the end that only bear on others; their places."""
        return tuple(self.add(key, kind, _PLAIN_MANNER) for key in keys)


def claim_of_assertions(assertions: Iterable[SealedAssertion], language: str, names: NameIndex) -> Claim:
    """The claim that they are of, its words in no order; a clause of it is an assertion."""
    making = _Making(language, names)
    for assertion in assertions:
        _add(making, assertion)
    return Claim(
        text=" ".join(word.form for word in making.words),
        language=language,
        words=tuple(making.words),
        manners=tuple(making.manners),
        clauses=tuple(making.clauses),
        content=tuple(making.content),
        needed=frozenset(making.content),
        has_lexicon=lexicon_of(language) is not None,
    )


def _add(making: _Making, assertion: SealedAssertion) -> None:
    first = len(making.words)
    voice = making.add_all(assertion.speaker, None)
    making.add_all((*assertion.amounts, *assertion.sure))
    denied, hedged = making.add_all(assertion.denied), making.add_all(assertion.hedged)
    asked, conditions = making.add_all(assertion.asked), making.add_all(assertion.conditions)
    certainty = min((making.words[at].certainty for at in hedged), default=PLAIN)
    manner = Manner(denied, certainty, hedged, conditions, asked)
    for key in assertion.verbs:
        making.content.append(making.add(key, WordKind.VERB, manner, past=assertion.past))
    for key in assertion.words:
        making.content.append(making.add(key, None, manner))
    making.clauses.append(Clause(first, len(making.words), voice=voice))
