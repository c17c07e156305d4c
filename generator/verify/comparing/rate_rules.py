"""Rules for rates: of what an amount is told for one, such as a night, a tonne, a month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.model.claims import Claim
from generator.text.lexicons.slots import slots_of
from generator.text.numerals import primary
from generator.text.units import unit_words
from generator.verify.comparing.context import Case, Findings
from generator.verify.comparing.counting_rules import all_same_numbers, clause_text

_RATE: Mapping[str, str] = {
    "en": r"\s?(?:an?|per|each|every|/)\s?(?P<unit>[a-z]+(?:\s[a-z]+)?)",
    "de": r"\s?(?:pro|je|die|/)\s?(?P<unit>[A-Za-zäöü]+)",
    "fr": r"\s?(?:par|le|la|/)\s?(?P<unit>[a-zé]+(?:\s[a-zé]+)?)",
    "es": r"\s?(?:por|al|a\sla|/)\s?(?P<unit>[a-zé]+(?:\s[a-zé]+)?)",
    "zh": r"/?每?(?P<unit>[一-鿿]{1,4})",
}
_NIGHTS = {
    "night": "night",
    "nights": "night",
    "nacht": "night",
    "nuit": "night",
    "noche": "night",
    "晚": "night",
}
_ARTICLES: Mapping[str, tuple[str, str]] = {
    "en": (r"\b(?:an?|per|each|every)\s", r"(?!\s(?:ago|before|earlier|later|after|old|or|and)\b)"),
    "de": (r"\b(?:pro|je|jede[nmrs]?)\s", ""),
    "fr": (r"\b(?:par|chaque)\s", ""),
    "es": (r"\b(?:por|cada)\s", ""),
    "zh": ("每", ""),
}
"""What stands before the unit of a rate, and what may not follow it."""


def rates_are_per_the_same(case: Case) -> Findings:
    """“Two euros a night” are not “two euros a week”, nor a yearly amount a monthly one."""
    if case.is_across_languages:
        return
    for at, its in all_same_numbers(case.statement, case.evidence):
        mine, other = per(case.statement, at), per(case.evidence, its)
        if mine and other:
            differ = mine != other
        else:
            around, printed = rates_at(case.statement, at), rates_at(case.evidence, its)
            differ = bool(around and printed) and around.isdisjoint(printed)
        if differ:
            yield case.finding("number-differs", (at,), (its,))


def per(claim: Claim, at: int) -> str:
    """The unit of which one is meant by “a night” or “per tonne” after a number; empty if there is none."""
    quantity, main = claim.words[at].quantity, primary(claim.language)
    if quantity is None or main not in _RATE:
        return ""
    found = _compiled(_RATE[main]).match(claim.text, quantity.end)
    if found is None:
        return ""
    shown = found["unit"].lower()
    units = unit_words(claim.language)[0]
    for name in (shown, shown.partition(" ")[0]):
        if unit := _NIGHTS.get(name) or units.get(name):
            return unit
    return ""


def rates_at(claim: Claim, at: int) -> frozenset[str]:
    """The units of which one is meant anywhere in a number's clause: “each week … 1.3”, “1.3 … weekly”."""
    if unit := per(claim, at):
        return frozenset({unit})
    slots, text = slots_of(claim.language), clause_text(claim, at)
    names = dict(word.split("=") for word in slots.rates) if slots else {}
    adverbs = {names[word] for word in re.findall(r"\w+", text.lower()) if word in names}
    found = _around(primary(claim.language)).finditer(text)
    return frozenset(adverbs | {unit_words(claim.language)[0][each["unit"].lower()] for each in found})


@cache
def _around(main: str) -> re.Pattern[str]:
    """Finds “a month” and “every gram”."""
    before, after = _ARTICLES.get(main, ("(?!)", ""))
    names = sorted(unit_words(main)[0], key=lambda name: (-len(name), name))
    end = "" if main == "zh" else r"\b"
    return re.compile(rf"{before}(?P<unit>{'|'.join(map(re.escape, names))}){end}{after}", re.IGNORECASE)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
