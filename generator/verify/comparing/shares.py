"""Which share of a whole a number tells, in any form: “a third”, “two of the nine”, “un sur cinq”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.model.claims import Amount, Claim, Word, WordKind
from generator.model.quantities import Quantity, QuantityForm
from generator.text.agreement import DOWN, PARTS, UP
from generator.text.lexicons.slots import slots_of
from generator.text.units import PERCENT

_ONE_IN = re.compile(
    r"\b(?:(?:one|an?)\s(?:[a-z]+\s){0,2}(?:in|out\sof)|one\sof)\s(?:every\s)?\Z", re.IGNORECASE
)
_OF_THE = re.compile(
    r"(?:\A|[,;:]\s?)(?:of|von|de|sur)\s(?:(?:the|its|all|den|las?|los|les)\s)*\Z", re.IGNORECASE
)
_AMONG = re.compile(r"个?[一-鿿]{0,4}(?:中的|中有?|里的?)")
_OPENING, _LONGEST_ONE = 12, 32
CLOSE = Decimal("0.025")
SAME = Decimal("0.001")
_HALF_POINT = Decimal("0.0055")
_PART = Decimal("0.2")
_LOOSE = Decimal("0.05")
_RATIO_REACH = 5


def share_at(claim: Claim, at: int) -> Decimal | None:
    """The share that a number tells, alone or with the one beside it; None if it tells none."""
    quantity = claim.words[at].quantity
    if quantity is None:
        return None
    if quantity.unit == PERCENT:
        return quantity.low / 100
    if quantity.form is QuantityForm.FRACTION:
        return quantity.low
    if quantity.form is QuantityForm.RANK and at and claim.words[at - 1].amount is Amount.ALL:
        return 1 / quantity.low if quantity.low else None
    return _ratio(claim, at) or one_in(claim, at) or _whole_first(claim, at)


def one_in(claim: Claim, at: int) -> Decimal | None:
    """What “un sur cinq” or “uno de cada diez” comes to, at its number."""
    slots, quantity = slots_of(claim.language), claim.words[at].quantity
    if quantity and not quantity.unit and quantity.low > 1 and claim.language.startswith("en"):
        one = _ONE_IN.search(claim.text, max(quantity.start - _LONGEST_ONE, 0), quantity.start)
        return 1 / quantity.low if one else None
    before = [word.form.lower() for word in claim.words[max(at - _RATIO_REACH, 0) : at]]
    if slots is None or quantity is None or not before or before[-1] not in slots.ratios:
        return None
    return 1 / quantity.low if quantity.low > 1 and slots.ones & set(before) else None


def _ratio(claim: Claim, at: int) -> Decimal | None:
    """What “three in ten” or “two of the nine” comes to, at either of its numbers."""
    for first in (at, _next_number(claim, at, -1)):
        last = None if first is None else whole_of(claim, first)
        if first is None or last is None:
            continue
        one, other = claim.words[first].quantity, claim.words[last].quantity
        if one and other:
            return one.low / other.low
    return None


def whole_of(claim: Claim, at: int) -> int | None:
    """The number of which a number is a part, by its place: 9,400 of “1,100 of its 9,400 jobs”."""
    place = _next_number(claim, at)
    if place is None:
        return None
    one, other = claim.words[at].quantity, claim.words[place].quantity
    return place if one and other and not one.unit and other.low > one.low > 0 else None


def _next_number(claim: Claim, at: int, step: int = 1) -> int | None:
    """The number of a ratio's other part: “three **of** the law's **seven** articles”."""
    for beside in range(at + 2 * step, at + (_RATIO_REACH + 1) * step, step):
        if not 0 <= beside < len(claim.words):
            return None
        if claim.words[beside].quantity is not None:
            between = claim.words[min(at, beside) + 1 : max(at, beside)]
            is_ratio = any("ratio" in word.marks for word in between) or _has_ratio_word(claim, between)
            has_more = any(word.is_past or word.kind is WordKind.DATE for word in between)
            return beside if is_ratio and not has_more else None
    return None


def _has_ratio_word(claim: Claim, between: Sequence[Word]) -> bool:
    """Whether “of” or “in” stands between two numbers, where there is no lexicon that marks it."""
    slots = slots_of(claim.language)
    if claim.has_lexicon or slots is None:
        return False
    return any(word.form.lower() in slots.ratios for word in between)


def _whole_first(claim: Claim, at: int) -> Decimal | None:
    """What “of the 48 boats only eleven” or 15个样本中的9个 comes to, at its second number."""
    place = whole_before(claim, at)
    own, whole = claim.words[at].quantity, claim.words[place].quantity if place is not None else None
    return own.low / whole.low if own and whole else None


def whole_before(claim: Claim, at: int) -> int | None:
    """The number before it of which a number is a part: 48 of “of the 48 boats only eleven”."""
    before = [place for place, word in enumerate(claim.words[:at]) if word.quantity]
    own = claim.words[at].quantity
    if not before or own is None or own.unit or own.form is not QuantityForm.NUMBER:
        return None
    whole = claim.words[before[-1]].quantity
    if whole is None or whole.unit or whole.form is not QuantityForm.NUMBER or not 0 < own.low < whole.low:
        return None
    is_opened = _OF_THE.search(claim.text, max(whole.start - _OPENING, 0), whole.start) is not None
    is_parted = _AMONG.match(claim.text[whole.end : own.start][:_OPENING]) is not None
    return before[-1] if is_opened or is_parted else None


def shares_in(printed: Sequence[Claim]) -> list[Decimal]:
    """The shares that the evidence gives, in any form."""
    shares = [share_at(claim, at) for claim in printed for at in range(len(claim.words))]
    shares += [
        1 / word.quantity.low
        for claim in printed
        for word in claim.words
        if word.quantity and word.quantity.form is QuantityForm.MULTIPLE and word.quantity.low
    ]
    return [share for share in shares if share is not None]


def is_share(ratio: Decimal | None, given: Sequence[Decimal], *, exactly: bool) -> bool:
    """Whether the evidence gives a share in another form, or what is left of one."""
    if ratio is None:
        return False
    if exactly:
        return any(abs(share - ratio) < SAME for share in given)
    off = min(CLOSE, ratio * _PART)
    return any(min(abs(share - ratio), abs(1 - share - ratio)) <= off for share in given)


def is_whole_percent(ratio: Decimal | None, printed: Sequence[Claim]) -> bool:
    """Whether a share in percent is one that the evidence gives in percent, or in another form, rounded.

    So is what is left of one: 85 percent for “all but 15”.
    """
    if ratio is None:
        return False
    for claim in printed:
        for at, word in enumerate(claim.words):
            share = share_at(claim, at)
            is_percent = word.quantity is not None and word.quantity.unit == PERCENT
            off = SAME / 2 if is_percent else _HALF_POINT
            if share is not None and min(abs(share - ratio), abs(1 - share - ratio)) <= off:
                return True
    return False


def is_safely_rounded(ratio: Decimal | None, quantity: Quantity, printed: Sequence[Claim]) -> bool:
    """Whether “more than half” is told of 60 percent, or “nearly half” of 47."""
    if ratio is None or quantity.bound not in UP | DOWN:
        return False
    shares = [
        share_at(claim, at)
        for claim in printed
        for at, word in enumerate(claim.words)
        if not (_is_fraction(quantity) and word.quantity and _is_fraction(word.quantity))
    ]
    over = [share - ratio for share in shares if share is not None]
    loose = _LOOSE * (2 if ratio * 2 == 1 else 1)
    return any(0 <= each <= loose if quantity.bound in UP else -loose <= each <= 0 for each in over)


def _is_fraction(quantity: Quantity) -> bool:
    """Whether it is one of the fractions that are said in words, which nobody rounds to another."""
    return quantity.form is QuantityForm.FRACTION


def as_share(quantity: Quantity) -> Decimal | None:
    """The share that a quantity tells by itself; None if it tells none."""
    if quantity.unit == PERCENT:
        return quantity.low / 100
    return quantity.low if quantity.form in PARTS else None
