"""Rules for near copies, word by word: what a copy has of its own says nothing else than its evidence.

For the languages of which the little words are listed (`slots.txt`): there, a word is harmless if it is one
of them, if the evidence has it elsewhere, or has one that may mean the same; any other is told, or not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import pairwise

from generator.model.claims import Amount, Claim, Finding, Word, WordKind
from generator.model.quantities import QuantityForm
from generator.text.agreement import agreeing
from generator.text.edits import Token, tokens_of
from generator.text.lexicons.slots import Slots, slots_of
from generator.text.lexicons.synonyms import synonyms_of
from generator.text.partings import Change, Copy, copy_of
from generator.text.tokens import is_latin
from generator.verify.comparing.alignment import match, oppose
from generator.verify.comparing.context import SPEECH, Case, Findings, place_of, words_at

NEAR = 0.75
_FEWEST_EQUAL = 5
_MOST_CHANGES = 2
_LONGEST = 4
_STEM = 5
_WIDEST = 4
_MARKS = frozenset('.,;:!?—–»«“”"%()')


def every_word_is_printed(case: Case) -> Findings:
    """A near copy has no word of its own that says something else, or more, than its evidence."""
    beside = _Beside.of(case)
    if beside is None:
        return
    yield from beside.ownwords_at()
    yield from beside.misplaced()
    yield from beside.surer_forms()
    yield from beside.left_out()
    yield from beside.bearingwords_at()
    yield from beside.all_for_some()


def is_plain_copy(case: Case) -> bool:
    """Whether a statement only leaves out, moves, or says in another form what its evidence says.

    It has no word of its own; of those that it leaves out none denies, doubts, limits or sets a condition.
    """
    beside = _Beside.of(case)
    return beside is not None and beside.is_plain()


class _Beside:
    """A statement beside its evidence, in a language of which the little words are known."""

    def __init__(self, case: Case, slots: Slots, copy: Copy) -> None:
        self._case, self._slots, self._copy = case, slots, copy
        self._says = _sayer(case, slots)

    @classmethod
    def of(cls, case: Case) -> _Beside | None:
        """The two, if the statement nearly copies its evidence."""
        slots = slots_of(case.statement.language)
        if slots is None or not slots.little or case.is_across_languages:
            return None
        said = tokens_of(case.statement.text, case.statement.language)
        printed = tokens_of(case.evidence.text, case.evidence.language)
        copy = copy_of(said, printed, _sayer(case, slots))
        if copy is None or copy.share < NEAR or copy.equal < _FEWEST_EQUAL:
            return None
        return cls(case, slots, copy)

    def is_plain(self) -> bool:
        """Whether no change of the copy may change what it says."""
        for change in self._copy.changes:
            if self._own(change) or any(self._bears(each, self._case.statement) for each in change.own):
                return False
            is_clause = self._is_whole_clause(change)
            if not is_clause and any(self._bears(each, self._case.evidence) for each in change.left):
                return False
            moved = [each for each in change.said if each.start in change.said_moved and self._says(each)]
            if (len(moved) == 1 or change.printed_moved) and change.before and change.after and moved:
                return False
        return not any(printed.form in self._slots.hedges for _, printed in self._copy.changed)

    def _bears(self, token: Token, claim: Claim) -> bool:
        """Whether a word may change what others say, and is no value, of which there are other rules."""
        slots = self._slots
        bearing = slots.negators | slots.hedges | slots.conditions | slots.denials | slots.bare | slots.causes
        is_value = any(_is_value(word) for word in words_at(claim, [token]))
        return token.form in bearing or (token.form in slots.values and not is_value)

    def _is_whole_clause(self, change: Change) -> bool:
        """Whether what is left out is parted by marks from the rest, and neither denies nor conditions it."""
        if change.own or not change.printed:
            return False
        slots, text = self._slots, self._case.evidence.text
        opening = {each.form for each in change.printed[:2]}
        if opening & (slots.negators | slots.conditions | slots.denials | slots.bare):
            return False
        before = text[: change.printed[0].start].rstrip()[-1:]
        begins = not before or before in _MARKS or change.printed[0].form in slots.joins
        ends = text[change.printed[-1].end :].lstrip()[:1]
        return begins and (not ends or ends in _MARKS)

    def ownwords_at(self) -> Iterator[Finding]:
        """Words that the evidence has nowhere, in the place of others or beside what it has."""
        found = [(change, own) for change in self._copy.changes if (own := self._own(change))]
        if len(found) > _MOST_CHANGES:
            return
        for change, own in found:
            left = self._content(change.left)
            if self._is_long(own) or not self._is_held(change):
                continue
            if left and self._mean_the_same(own, left):
                continue
            if left and not self._is_long(left):
                yield self._finding(self._code(own, left), own, left)
            elif not self._is_for_a_pronoun(change) and self._is_strong(own):
                yield self._finding("more-than-evidence", own, ())

    def misplaced(self) -> Iterator[Finding]:
        """Words of the evidence that stand at the place of others of it."""
        if self._turns():
            return
        for change in self._copy.changes:
            said = self._content(change.said)
            is_moved = all(each.start in change.said_moved for each in said)
            if not (said and is_moved and change.before and change.after) or self._is_long(said):
                continue
            if not change.printed and any(each.form in self._slots.joins for each in change.said):
                yield self._finding("more-than-evidence", change.said, ())
                return
            if self._is_told_later(said, change) or self._are_its_numbers(said):
                continue
            printed = self._content(change.printed)
            if self._is_reordered(change):
                yield self._finding("word-exchanged", said, printed, "keep each word in its place")
                return
            left = self._content(change.left)
            if not printed or self._is_long(printed) or self._are_alike(said, printed):
                continue
            if left or self._is_put_elsewhere(change):
                yield self._finding("word-exchanged", said, printed, "keep each word in its place")
                return

    def surer_forms(self) -> Iterator[Finding]:
        """Verbs that the evidence has in a form of what may or will be."""
        for said, printed in self._copy.changed:
            for endings in (self._slots.doubtful, self._slots.ahead):
                if printed.form.endswith(endings) and not said.form.endswith(endings):
                    yield self._finding("certainty-raised", [said], [printed])
                    break

    def left_out(self) -> Iterator[Finding]:
        """A denial, a condition or a share of the evidence that the statement keeps nothing of."""
        statement, evidence = self._case.statement, self._case.evidence
        said = {word.form.lower() for word in statement.words}
        if (part := _dropped_part(self._case, self._slots)) is not None:
            yield self._case.finding("quantifier-raised", (), (part, part + 1))
        if statement.has_lexicon:
            return
        for change in self._copy.changes:
            dropped = [each for each in change.left if each.form in self._slots.denials]
            if dropped and change.after and not said & self._slots.denials and not change.own:
                yield self._finding("denial-differs", (), dropped[:1])
            clause = _clause_from(change.left, self._slots.conditions, evidence.text)
            if clause and not said & self._slots.conditions and not self._own(change):
                yield self._finding("condition-dropped", (), clause)

    def bearingwords_at(self) -> Iterator[Finding]:
        """Words that deny or doubt what follows, which the statement drops, or has of its own at an end."""
        negators, hedges = self._slots.negators, self._slots.hedges
        deny_alike = self._count(negators)[0] == self._count(negators)[1]
        for change in self._copy.changes:
            if not change.after or self._content(change.own):
                continue
            last, own = change.printed[-1:], [each for each in change.own if each.form in negators]
            is_tied = bool(last) and self._is_tied(last[0])
            if is_tied and last[0].form in hedges and not self._has_its_like(change, hedges):
                yield self._finding("certainty-raised", (), last)
            is_dropped = is_tied and last[0].form in negators and not change.before
            if (is_dropped or (own and not change.before)) and not deny_alike:
                yield self._finding("denial-differs", own, last if is_dropped else ())

    def all_for_some(self) -> Iterator[Finding]:
        """“All” that the evidence does not say."""
        evidence = self._case.evidence
        if any(word.amount is Amount.ALL for word in evidence.words):
            return
        for change in self._copy.changes:
            for token in change.own:
                word = next(iter(words_at(self._case.statement, [token])), None)
                is_all = word is not None and word.amount is Amount.ALL and word.form == token.form
                if is_all and len(token.form) > 1:
                    yield self._finding("quantifier-raised", [token], change.left[:1])

    def _count(self, forms: Set[str]) -> tuple[int, int]:
        """How many of some words the statement and the evidence have."""
        statement, evidence = self._case.statement, self._case.evidence
        said, printed = (tokens_of(each.text, each.language) for each in (statement, evidence))
        return sum(each.form in forms for each in said), sum(each.form in forms for each in printed)

    def _is_tied(self, token: Token) -> bool:
        """Whether nothing parts a word of the evidence from the one after it."""
        return self._case.evidence.text[token.end : token.end + 1] not in tuple(".,;:!?，。；：、")

    def _has_its_like(self, change: Change, forms: Set[str]) -> bool:
        """Whether the statement has another such word right there, or none is missing in all."""
        said, printed = self._count(forms)
        return said >= printed or any(each.form in forms for each in (*change.said, *change.after[:3]))

    def _own(self, change: Change) -> list[Token]:
        """The words of a change that may say something else than the evidence."""
        return [each for each in change.own if self._says(each) and not self._is_borne_out(each, change)]

    def _is_borne_out(self, token: Token, change: Change) -> bool:
        """Whether a word stands for one of the evidence or of what is known besides."""
        words = words_at(self._case.statement, [token])
        if any(_is_value(word) or "light" in word.marks for word in words) or token.is_number:
            return True
        if self._is_of_speech(token, words) and not (change.before and change.after and change.left):
            return True
        if self._is_converse(words) or any(_are_derived(token.form, other.form) for other in change.printed):
            return True
        if any(_are_other_compounds(word, other) for word in words for other in self._left(change)):
            return False
        if any(self._is_broader(word, other) for word in words for other in self._left(change)):
            return True
        senses = self._senses if self._content(change.left) else self._case.known
        return any(not word.senses.isdisjoint(senses) for word in words)

    def _is_converse(self, words: Sequence[Word]) -> bool:
        """Whether one of some words tells what the evidence tells from the other end: “bought” of “sold”."""
        turned = self._case.alignment.turned
        return turned is not None and self._case.statement.words[turned[0]] in words

    def _is_broader(self, word: Word, other: Word) -> bool:
        """Whether a word is above one of the evidence, or a compound of its ends with it."""
        synonyms = synonyms_of(self._case.statement.language)
        if synonyms is None or not word.key.isalpha():
            return False
        is_head = len(word.key) >= _STEM - 1 and other.key != word.key and other.key.endswith(word.key)
        return synonyms.is_above(word.key, other.key) or (is_head and is_latin(word.key))

    def _is_of_speech(self, token: Token, words: Sequence[Word]) -> bool:
        return token.form in self._slots.speech or any(word.marks & SPEECH for word in words)

    def _left(self, change: Change) -> list[Word]:
        return words_at(self._case.evidence, change.printed)

    @cached_property
    def _senses(self) -> frozenset[str]:
        """What bears out a word in the place of another: no word that is kept in its own place."""
        evidence = self._case.evidence
        printed = frozenset(sense for word in evidence.words for sense in word.senses)
        left = [each for change in self._copy.changes for each in change.printed]
        free = frozenset(sense for word in words_at(evidence, left) for sense in word.senses)
        return (self._case.known - printed) | free

    def _mean_the_same(self, own: Sequence[Token], left: Sequence[Token]) -> bool:
        """Whether the words around two places of a text without spaces are synonyms: 购置 for 购买."""
        synonyms = synonyms_of(self._case.statement.language)
        if synonyms is None or is_latin(own[0].form):
            return False
        said = _around(self._case.statement.text, own)
        printed = _around(self._case.evidence.text, left)
        return any(other in synonyms.of(word) for word in said for other in printed)

    def _is_held(self, change: Change) -> bool:
        """Whether equal words hold a change on both sides, or it begins or ends the statement."""
        return bool(self._content(change.before)) or bool(self._content(change.after))

    def _content(self, tokens: Sequence[Token]) -> list[Token]:
        return [each for each in tokens if self._says(each)]

    def _code(self, own: Sequence[Token], left: Sequence[Token]) -> str:
        mine, its = words_at(self._case.statement, own), words_at(self._case.evidence, left)
        opposed = any(oppose(word, other) for word in mine for other in its)
        return "direction-differs" if opposed else "word-exchanged"

    def _is_for_a_pronoun(self, change: Change) -> bool:
        return any(each.form in self._slots.pronouns for each in change.printed)

    def _is_strong(self, own: Sequence[Token]) -> bool:
        """Whether words say enough to be more than the evidence: two of them, or a verb."""
        words = words_at(self._case.statement, own)
        if any(each.form in self._slots.causes for each in own):
            return True
        if not is_latin(own[0].form):
            return sum(len(each.form) for each in own) > 2
        if len(own) > 1:
            return True
        grows = any(
            word.quantity and word.quantity.form is QuantityForm.MULTIPLE
            for word in self._case.evidence.words
        )
        return any(word.kind is WordKind.VERB and word.is_past for word in words) and not grows

    def _turns(self) -> bool:
        """Whether the statement tells passively what its evidence tells actively, or the other way round."""
        if self._case.alignment.turned:
            return True
        passive = self._slots.passive
        said = tokens_of(self._case.statement.text, self._case.statement.language)
        printed = tokens_of(self._case.evidence.text, self._case.evidence.language)
        return sum(each.form in passive for each in said) != sum(each.form in passive for each in printed)

    def _is_put_elsewhere(self, change: Change) -> bool:
        """Whether what stood there stands where the words came from."""
        said = {each.lemma for each in self._content(change.said)}
        printed = {each.lemma for each in self._content(change.printed)}
        return any(
            {each.lemma for each in self._content(other.said)} == printed
            and {each.lemma for each in self._content(other.printed)} == said
            for other in self._copy.changes
            if other is not change
        )

    def _is_reordered(self, change: Change) -> bool:
        """Whether two words have changed places, and what ties each to the others is not what it was."""
        said, printed = self._content(change.said), self._content(change.printed)
        if len(said) < 2 or sorted(each.lemma for each in said) != sorted(each.lemma for each in printed):
            return False
        if not is_latin(said[0].form) or [each.lemma for each in said] == [each.lemma for each in printed]:
            return False
        ties, its_ties = _ties(change.said), _ties(change.printed)
        is_list = any(each.form in self._slots.joins for each in change.said)
        inner = [each.lemma for each in said[1:-1] or said[1:]]
        return not is_list and any(ties.get(each) != its_ties.get(each) for each in inner)

    def _is_told_later(self, said: Sequence[Token], change: Change) -> bool:
        """Whether a verb stands further on in what is left out there: “acquitted X, but fined X”."""
        verbs = [word for word in words_at(self._case.statement, said) if word.kind is WordKind.VERB]
        return bool(verbs) and all(
            any(each.lemma == other.lemma for other in change.printed) for each in said
        )

    def _are_its_numbers(self, said: Sequence[Token]) -> bool:
        """Whether words are numbers without a noun after them, which the evidence gives: 一共有七个."""
        words = words_at(self._case.statement, said)
        printed = [word.quantity for word in self._case.evidence.words if word.quantity]
        is_written_apart = is_latin(said[0].form)
        return not is_written_apart and all(
            word.quantity and not word.quantity.counted and agreeing(word.quantity, printed) for word in words
        )

    def _are_alike(self, said: Sequence[Token], printed: Sequence[Token]) -> bool:
        mine, its = words_at(self._case.statement, said), words_at(self._case.evidence, printed)
        quantities = [word.quantity for word in its if word.quantity]
        if any(word.quantity and agreeing(word.quantity, quantities) for word in mine):
            return True
        return any(match(word, other) for word in mine for other in its)

    def _is_long(self, tokens: Sequence[Token]) -> bool:
        """Whether words are too many to be one thing."""
        return sum(1 if is_latin(each.form) else len(each.form) / 2 for each in tokens) > _LONGEST

    def _finding(
        self, code: str, said: Sequence[Token], printed: Sequence[Token], help: str | None = None
    ) -> Finding:
        return self._case.between(code, place_of(said), place_of(printed), help)


class _sayer:
    """Tells which words say something by themselves."""

    def __init__(self, case: Case, slots: Slots) -> None:
        classes = slots.bare | slots.hedges | slots.conditions | slots.negators | slots.futures
        self._little = slots.little | slots.pronouns | classes
        self._little |= _functions(case.statement) | _functions(case.evidence)

    def __call__(self, token: Token) -> bool:
        """Whether a word does."""
        return token.form not in self._little


@lru_cache(maxsize=10_000)
def _functions(claim: Claim) -> frozenset[str]:
    return frozenset(
        word.form.lower() for word in claim.words if word.kind is WordKind.FUNCTION and word.quantity is None
    )


def _around(text: str, tokens: Sequence[Token]) -> list[str]:
    """The stretches of two to four characters that hold some, which may be words of theirs."""
    start, end = tokens[0].start, tokens[-1].end
    return [
        text[first:last]
        for first in range(max(start - _WIDEST + 1, 0), start + 1)
        for last in range(end, min(first + _WIDEST, len(text)) + 1)
        if last - first > 1
    ]


def _ties(tokens: Sequence[Token]) -> dict[str, str]:
    """The word before each."""
    return {each.lemma: before.form for before, each in pairwise(tokens)}


def _dropped_part(case: Case, slots: Slots) -> int | None:
    """The “three” of “three of the four” in the evidence, where the statement has only “the four”."""
    words = case.evidence.words
    said = [word.quantity for word in case.statement.words if word.quantity]
    for its, word in enumerate(words[:-1]):
        if word.quantity is None:
            continue
        after = words[its + 1 : its + 4]
        place = next((at for at, each in enumerate(after) if each.quantity), None)
        whole, between = (None, ()) if place is None else (after[place], after[:place])
        if whole is None or whole.quantity is None or whole.quantity.unit:
            continue
        is_part = (
            between and between[-1].form.lower() in slots.ratios and word.quantity.low < whole.quantity.low
        )
        if is_part and agreeing(whole.quantity, said) and not agreeing(word.quantity, said):
            return its
    return None


def _clause_from(left: Sequence[Token], conditions: Set[str], text: str) -> Sequence[Token]:
    """The words from one that sets a condition to the end of its clause; none if there is none."""
    first = next((at for at, each in enumerate(left[:2]) if each.form in conditions), None)
    if first is None:
        return ()
    last = next(
        (
            at
            for at in range(first, len(left))
            if text[left[at].end : left[at].end + 1] in (",", ";", ".", "")
        ),
        len(left) - 1,
    )
    return left[first : last + 1]


def _is_value(word: Word) -> bool:
    return word.quantity is not None or word.kind is WordKind.DATE


def _are_other_compounds(one: Word, other: Word) -> bool:
    """Whether two compounds end alike and begin in another way: “Weizenernte” and “Roggenernte”."""
    if one.key == other.key or not one.marks & other.marks & {"compound"}:
        return False
    return not one.senses.isdisjoint(other.senses)


def _are_derived(one: str, other: str) -> bool:
    """Whether two words may be of one stem."""
    size = min(_STEM, len(one), len(other))
    return size > 1 and one[:size] == other[:size] and (is_latin(one) is False or size >= _STEM - 1)
