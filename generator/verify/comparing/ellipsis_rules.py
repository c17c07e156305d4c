"""What a quotation leaves out by `[…]` changes nothing of the rest, unless the statement tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model.claims import Claim, Finding, Word, WordKind
from generator.model.quantities import QuantityForm
from generator.text.assertions import holders_in
from generator.text.lexicons.slots import slots_of
from generator.verify.comparing.alignment import match
from generator.verify.comparing.context import DENIES, Sentence, Witness, shown, stretch
from generator.verify.comparing.summed import clause_of, hedges_among, is_weak

_HELP = "quote what “[…]” leaves out, or say it in the statement"
_SPEAKS = frozenset({"reporting", "attribution"})
_COUNTED = frozenset({QuantityForm.NUMBER, QuantityForm.FRACTION, QuantityForm.MULTIPLE})

Hidden = Callable[[Claim, int], bool]


def ellipses_hide_nothing(statement: Sequence[Sentence], witnesses: Sequence[Witness]) -> Iterator[Finding]:
    """A denial, a hedge, a figure, a condition or a speaker between two pieces of a quotation is told."""
    claims = [each.claim for each in statement]
    for witness in witnesses:
        left_out = [at for at in range(len(witness.claim.words)) if witness.is_left_out(at)]
        if not left_out:
            continue
        untold: set[int] = set()
        for is_hidden in (_denies, _hedges, _counts, _conditions, _speaks):
            found = [at for at in left_out if is_hidden(witness.claim, at)]
            if not any(_is_told(is_hidden, witness.claim, found, claim) for claim in claims):
                untold.update(found)
        if untold:
            yield _finding(witness, sorted(untold))


def _finding(witness: Witness, words: Sequence[int]) -> Finding:
    at = stretch(witness.claim, words)
    place = (at[0] + witness.start, at[1] + witness.start) if at else None
    return Finding("ellipsis-hides", "", shown(witness.claim, words), None, place, witness.place, help=_HELP)


def _denies(claim: Claim, at: int) -> bool:
    word, slots = claim.words[at], slots_of(claim.language)
    if claim.has_lexicon:
        return bool(DENIES & word.marks) and not _is_aside(claim, at)
    return slots is not None and word.form.lower() in slots.negators


def _hedges(claim: Claim, at: int) -> bool:
    word, slots = claim.words[at], slots_of(claim.language)
    if not claim.has_lexicon:
        return slots is not None and word.form.lower() in slots.hedges
    is_hedge = bool(hedges_among(claim, (at,))) or (is_weak(word) and word.kind is WordKind.VERB)
    return is_hedge and not _SPEAKS & word.marks and not _is_aside(claim, at)


def _counts(claim: Claim, at: int) -> bool:
    quantity = claim.words[at].quantity
    if quantity is None or quantity.form not in _COUNTED:
        return False
    return quantity.low != 1 or any(map(str.isdigit, claim.words[at].form))


def _conditions(claim: Claim, at: int) -> bool:
    word, slots = claim.words[at], slots_of(claim.language)
    if claim.has_lexicon:
        return "condition" in word.marks and "negator" not in word.marks
    return slots is not None and word.form.lower() in slots.conditions


def _speaks(claim: Claim, at: int) -> bool:
    return bool(_SPEAKS & claim.words[at].marks) and not _is_aside(claim, at)


def _is_aside(claim: Claim, at: int) -> bool:
    """Whether it stands in a relative clause, which bears on nothing outside of it: “who did not come”."""
    opener = claim.words[clause_of(claim, at).first].marks
    return {"break", "pronoun"} <= opener and "complementiser" not in opener


def _is_told(is_hidden: Hidden, printed: Claim, found: Sequence[int], statement: Claim) -> bool:
    """Whether a sentence of the statement says what was left out, in these words or others."""
    said = [at for at in range(len(statement.words)) if is_hidden(statement, at)]
    if is_hidden is _counts:
        return all(_is_among(printed.words[at], statement, said) for at in found)
    if is_hidden is _speaks:
        holders = [its for at in found for its in holders_in(printed, clause_of(printed, at))]
        return (bool(said) and not holders) or any(
            match(printed.words[its], word) for its in holders for word in statement.words
        )
    return bool(said) or any(match(printed.words[at], word) for at in found for word in statement.words)


def _is_among(word: Word, statement: Claim, said: Sequence[int]) -> bool:
    return any(not word.senses.isdisjoint(statement.words[at].senses) for at in said)
