"""Rules for statements that follow the wording of their evidence: what each small change of it does."""

from collections.abc import Iterator, Sequence

from generator.model.claims import Claim, Finding, Word, WordKind
from generator.model.quantities import Quantity
from generator.text.agreement import DOWN, UP, agreeing
from generator.text.edits import Edit, Token, edits_between, tokens_of
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.lexicons.relations import Relation
from generator.text.lexicons.slots import Slots, slots_of
from generator.text.prose import quoted_texts
from generator.text.quantities import quantities_in
from generator.text.tokens import is_latin, normalise
from generator.verify.comparing.accounts import relation
from generator.verify.comparing.context import SPEECH, Case, Findings, place_of, words_at
from generator.verify.comparing.number_rules import follows

NEAR = 0.6
VERY_NEAR = 0.75
_FEWEST_EQUAL = 4
_LONGEST_SLOT = 3
_LONGEST_CLASS = 8
_FEWEST_QUOTED = 2
_ONE_EACH = 2
_LONGEST_AUXILIARY = 5
_STEM = 5

CODES = {
    "bound": "bound-differs",
    "condition": "condition-dropped",
    "direction": "direction-differs",
    "quantifier": "quantifier-raised",
    "degree": "certainty-raised",
    "modal": "certainty-raised",
    "unit": "quantity-differs",
    "fraction": "quantity-differs",
    "person": "name-differs",
}
_USE_ITS_WORD = "use the word of the evidence"


def small_changes_change_nothing(case: Case) -> Findings:
    """In a near copy, no small change makes it say something else: slot, negation, hedge or particle."""
    slots = slots_of(case.evidence.language)
    if slots is None or case.is_across_languages:
        return
    said = tokens_of(case.statement.text, case.statement.language)
    printed = tokens_of(case.evidence.text, case.evidence.language)
    share, edits = edits_between(said, printed)
    if share < NEAR or share * len(said) < _FEWEST_EQUAL:
        return
    copy = _Copy(case, slots, said, printed, share)
    copy.is_one_slot = sum(1 for edit in edits if copy.says_something(edit)) == 1
    for edit in edits:
        finding = copy.finding(edit)
        if finding is not None:
            yield finding


class _Copy:
    """A statement that is nearly its evidence, whose edits are looked at one by one."""

    def __init__(
        self, case: Case, slots: Slots, said: Sequence[Token], printed: Sequence[Token], share: float
    ) -> None:
        self._case, self._slots = case, slots
        self.is_one_slot = False
        self._own = frozenset(each.form for each in said)
        self._all = frozenset(each.lemma for each in printed)
        self._forms = frozenset(each.form for each in printed)
        self._functions = frozenset(
            word.form.lower()
            for word in (*case.statement.words, *case.evidence.words)
            if word.kind is WordKind.FUNCTION and word.quantity is None
        )
        # “Not until Monday” is “only on Monday”.
        is_told_by_limit = any(each.form in slots.bare for each in (*said, *printed))
        self._deny_alike = is_told_by_limit or _count(said, slots) == _count(printed, slots)
        self._denies = _count(printed, slots) > 0
        self._last = said[-1].end
        self._share = share

    def says_something(self, edit: Edit) -> bool:
        """Whether the statement has words of its own there."""
        return bool(self._content(edit.said))

    def finding(self, edit: Edit) -> Finding | None:
        """What is wrong with an edit; None if nothing is, as far as the rules see."""
        if len(edit.said) > _LONGEST_SLOT + 1 or len(edit.before) + len(edit.after) < _FEWEST_QUOTED:
            return None
        found = self._of_class(edit) or self._of_negation(edit)
        if found or not (edit.said and edit.printed):
            return found or (self._left_out(edit) if edit.printed else self._added(edit))
        return self._exchanged(edit)

    def _made(
        self, code: str, said: Sequence[Token], printed: Sequence[Token], help: str | None = None
    ) -> Finding:
        return self._case.between(code, place_of(said), place_of(printed), help)

    def _of_class(self, edit: Edit) -> Finding | None:
        """A word for another of its class."""
        longest = _LONGEST_SLOT + 2 if is_latin(edit.said[0].form if edit.said else "") else _LONGEST_CLASS
        if len(edit.printed) > longest:
            return None
        for one in edit.said:
            for other in edit.printed:
                for form, its in ((one.form, other.form), (one.lemma, other.lemma)):
                    kind = self._slots.exchanged(form, its)
                    if kind == "unit" and self._are_of_dates(one, other):
                        continue
                    if kind == "direction" and self._case.alignment.turned:
                        continue
                    if kind == "person" and len(edit.said) + len(edit.printed) > _ONE_EACH:
                        continue
                    if kind and (self._is_crossed(edit) or not self._is_unchanged(edit, one, other)):
                        return self._made(CODES[kind], [one], [other], _USE_ITS_WORD)
        return None

    def _is_unchanged(self, edit: Edit, one: Token, other: Token) -> bool:
        return self._same_quantity(edit) or self._may_mean(one, other)

    def _is_crossed(self, edit: Edit) -> bool:
        """Whether one quantity is more than what the other is less than."""
        mine = _quantities(self._case.statement, edit.said)
        its = _quantities(self._case.evidence, edit.printed)
        return any(one.bound in UP and other.bound in DOWN for one, other in _crossed(mine, its))

    def _are_of_dates(self, one: Token, other: Token) -> bool:
        """Whether one of two words stands in a date, “月” in “7月8日”: dates have a rule of their own."""
        words = (*words_at(self._case.statement, [one]), *words_at(self._case.evidence, [other]))
        return any(word.kind is WordKind.DATE and any(map(str.isdigit, word.form)) for word in words)

    def _may_mean(self, one: Token, other: Token) -> bool:
        mine, its = _just(self._case.statement, one), _just(self._case.evidence, other)
        return any(first.senses & second.senses for first in mine for second in its)

    def _of_negation(self, edit: Edit) -> Finding | None:
        """A negation more or less, and nothing else beside it that could make up for it."""
        said = [each for each in edit.said if each.form in self._slots.negators]
        printed = [each for each in edit.printed if each.form in self._slots.negators]
        if bool(said) == bool(printed) or not (edit.before and edit.after) or self._deny_alike:
            return None
        others = [each for each in (*edit.said, *edit.printed) if each.form not in self._slots.negators]
        if any(len(each.form) > _LONGEST_AUXILIARY or each.is_capitalised for each in others):
            return None
        return self._made("denial-differs", said or edit.said, printed or edit.printed)

    def _left_out(self, edit: Edit) -> Finding | None:
        """A hedge, a future or a particle of the evidence that the statement drops."""
        if len(edit.printed) > _LONGEST_SLOT or not (edit.before and edit.after):
            return None
        last, verb, its_verb = edit.printed[-1], edit.after[0], edit.went_on[0]
        if last.form in self._slots.futures and verb.form not in (its_verb.form, f"{its_verb.form}s"):
            return self._made("certainty-raised", [verb], [last, its_verb], "tell what is ahead as that")
        for token in edit.printed:
            if token.form in self._slots.hedges and not self._own & self._slots.hedges:
                return self._made("certainty-raised", (), [token])
        if len(edit.printed) == 1 and edit.printed[0].form in self._slots.particles:
            return self._made("word-exchanged", (), edit.printed, "use the words of the evidence")
        return None

    def _added(self, edit: Edit) -> Finding | None:
        """“Only” that the evidence does not say."""
        for token in edit.said:
            if token.form in self._slots.bare and token.lemma not in self._all and not self._denies:
                return self._made("quantifier-raised", [token], (), "leave it out, or cite what says it")
        return None

    def _exchanged(self, edit: Edit) -> Finding | None:
        """Words in the place of others with which they share no meaning, between the same words."""
        said, printed = self._content(edit.said), self._content(edit.printed)
        if not (0 < len(said) <= _LONGEST_SLOT and 0 < len(printed) <= _LONGEST_SLOT):
            return None
        if not self._is_held(edit) or self._same_quantity(edit) or self._case.alignment.turned:
            return None
        mine = words_at(self._case.statement, said)
        its = words_at(self._case.evidence, printed)
        is_number = any(each.is_number for each in said) and any(each.is_number for each in printed)
        if not is_number and any(follows(self._case, word) for word in mine):
            return None
        if all(word.kind is WordKind.VERB and self._stands_elsewhere(word) for word in mine) and mine:
            return None
        if not (is_number or self._are_other_things(mine, its, edit)):
            return None
        code = "quantity-differs" if is_number else "word-exchanged"
        return self._made(code, said, printed, _USE_ITS_WORD)

    def _are_other_things(self, mine: Sequence[Word], its: Sequence[Word], edit: Edit) -> bool:
        """Whether words that stand in the place of others surely are no other name of the same."""
        is_slot = self.is_one_slot and self._share >= VERY_NEAR
        if not mine or not its or any(self._is_known(word, its) for word in mine):
            return is_slot and _are_other_compounds(mine, its)
        if _is_name(mine) and _is_name(its):
            return bool(edit.before) or self._are_swapped(mine, its)
        if not self._case.statement.has_lexicon or not is_slot:
            return False
        if not (edit.before and edit.after) or _are_derived(mine, its):
            return False
        if _is_name(mine) != _is_name(its):
            return all(each.form.lower() in self._forms for each in mine)
        kinds = {_kind(word) for word in (*mine, *its)}
        is_cut = _is_cut_bywords_at(mine) and all(
            any(word.kind is WordKind.OTHER for word in side) for side in (mine, its)
        )
        is_of_speech = any(word.marks & SPEECH for word in (*mine, *its))
        return is_cut or (len(kinds) == 1 and not is_of_speech)

    def _stands_elsewhere(self, word: Word) -> bool:
        """Whether the evidence has a verb as well, but elsewhere, where verbs may end clauses."""
        lexicon = lexicon_of(self._case.evidence.language)
        is_free = lexicon is not None and lexicon.has_verb_second
        return is_free and any(word.key == other.key for other in self._case.evidence.words)

    def _are_swapped(self, mine: Sequence[Word], its: Sequence[Word]) -> bool:
        """Whether each stands elsewhere in the other text."""
        return all(each.form.lower() in self._forms for each in mine) and all(
            each.form.lower() in self._own for each in its
        )

    def _is_held(self, edit: Edit) -> bool:
        """Whether equal words that say something hold an edit, or it begins or ends the statement."""
        before, after = self._content(edit.before), self._content(edit.after)
        if not edit.before:
            return len(after) > 1 and len(edit.after) > _LONGEST_SLOT
        if not edit.after:
            return len(before) > 1 and len(edit.before) > _LONGEST_SLOT and edit.said[-1].end == self._last
        return bool(before and after) and len(edit.before) + len(edit.after) > _LONGEST_SLOT

    def _content(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that say something by themselves, as the lexicon tells it."""
        return [each for each in tokens if each.form not in self._functions]

    def _is_known(self, word: Word, printed: Sequence[Word]) -> bool:
        """Whether a word may mean what stands in its place, or what is known of the item and its page."""
        language = self._case.statement.language
        if any(word.senses & other.senses or _is_broader(word, other, language) for other in printed):
            return True
        printed_anywhere = any(word.senses & other.senses for other in self._case.evidence.words)
        return bool(word.senses & self._case.known) and not printed_anywhere

    def _same_quantity(self, edit: Edit) -> bool:
        """Whether both have a quantity there, and it is the same."""
        mine = _quantities(self._case.statement, edit.said)
        its = _quantities(self._case.evidence, edit.printed)
        return bool(mine) and all(agreeing(each, its) is not None for each in mine)


def _crossed(mine: Sequence[Quantity], its: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Each of the one with each of the others, in either order."""
    for one in mine:
        for other in its:
            yield one, other
            yield other, one


def _kind(word: Word) -> WordKind:
    return WordKind.OTHER if "unsure" in word.marks else word.kind


def _is_cut_bywords_at(words: Sequence[Word]) -> bool:
    """Whether a script has no spaces, so that what is not listed is read as single characters."""
    return all(not is_latin(word.form) for word in words)


def _are_other_compounds(mine: Sequence[Word], its: Sequence[Word]) -> bool:
    """Whether two compounds end alike and begin in another way: “Weizenernte” and “Roggenernte”."""
    if len(mine) != 1 or len(its) != 1 or mine[0].key == its[0].key:
        return False
    return "compound" in mine[0].marks & its[0].marks and bool(mine[0].senses & its[0].senses)


def _count(tokens: Sequence[Token], slots: Slots) -> int:
    return sum(1 for each in tokens if each.form in slots.negators)


def _just(claim: Claim, token: Token) -> list[Word]:
    """The word of a claim that is a token, no more and no less; none if there is no such word."""
    return [word for word in claim.words if (word.start, word.end) == (token.start, token.end)]


def _are_derived(mine: Sequence[Word], its: Sequence[Word]) -> bool:
    """Whether a word of one may be made of a word of the other: “press” and “pressure”."""
    return any(one.form.lower()[:_STEM] == other.form.lower()[:_STEM] for one in mine for other in its)


def _is_name(words: Sequence[Word]) -> bool:
    return any(word.kind is WordKind.NAME and "unsure" not in word.marks for word in words)


def _is_broader(word: Word, other: Word, language: str) -> bool:
    """Whether a word is another or a broader one for what stands in its place: “move” for “crossed”."""
    return relation(word, other, language) in (Relation.SAME, Relation.BROADER)


def _quantities(claim: Claim, tokens: Sequence[Token]) -> list[Quantity]:
    return [
        each
        for each in quantities_in(claim.text, claim.language)
        if any(token.start < each.end and each.start < token.end for token in tokens)
    ]


def quotations_are_verbatim(case: Case) -> Findings:
    """What a statement puts between quotation marks stands in its evidence, letter for letter."""
    if case.is_across_languages:
        return
    printed = [normalise(claim.text).lower() for claim in case.printed]
    for quoted in quoted_texts(case.statement.text):
        if len(quoted.words.split()) < _FEWEST_QUOTED:
            continue
        readings = [normalise(reading).lower() for reading in quoted.readings()]
        if not any(_holds(text, reading) for text in printed for reading in readings):
            help = "quote the words as they are printed"
            yield case.between("quoted-words-differ", (quoted.start, quoted.end), None, help)


def _holds(text: str, reading: str) -> bool:
    at = 0
    for piece in reading.split("[…]"):
        at = text.find(piece.strip(" .,;:!?"), at)
        if at < 0:
            return False
    return True
