"""What quantities count: as printed, in the same text and in two texts; and a figure as a quantity."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from generator.model.quantities import Quantity, QuantityForm
from generator.text.agreement import SAME_VALUE, Aspect, agreeing, differences
from generator.text.numerals import numerals_of, primary
from generator.text.quantities import dictionary_form, quantities_in, words_after
from generator.text.units import PER_MILLE, PERCENT

SHARES = frozenset((PERCENT, PER_MILLE))

# How far from a number the noun may stand that it counts.
_REACH = 3
_CLAUSE = re.compile(r"[^.;:!?()\n]{0,60}")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_VALUE = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\Z")
_OTHER_THINGS = frozenset((Aspect.COUNTED, Aspect.UNIT))


def figure_quantity(value: str, unit: str, language: str) -> Quantity | None:
    """A figure’s value, such as `1,190` or `20..30`, with its unit as a quantity; None if it is no number.

    The unit may hold a magnitude (“million tonnes”).
    """
    ends = [part.strip() for part in value.split("..")]
    if not all(_PLAIN_VALUE.match(part) for part in ends):
        return None
    low, *rest = (Decimal(part.replace(",", "")) for part in ends)
    seven = quantities_in(f"7 {unit}".strip(), language)[0]
    scale = seven.low / 7
    return replace(seven, low=low * scale, high=(rest[0] if rest else low) * scale)


def figures_counting(figure: Quantity, text: str, language: str) -> Iterator[Quantity]:
    """The quantities of a text that have a figure’s value and say what they count, which a share does not."""
    for each in quantities_in(text, language):
        counts = each.form is QuantityForm.NUMBER and each.unit not in SHARES and (each.unit or each.counted)
        if counts and agreeing(figure, (each,), SAME_VALUE):
            yield each


def count_different_things(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities of one language differ in unit, or in all words for what they count."""
    return bool(differences(first, second) & _OTHER_THINGS)


def with_what_it_counts(text: str, quantity: Quantity, language: str) -> str:
    """A quantity as printed, with the words after it that say what it counts: “17 rare elements”."""
    end = quantity.end
    if primary(language) == "zh":
        for noun in quantity.counted:
            end = max(end, text.find(noun, end) + len(noun))
        return text[quantity.start : end]
    for word in words_after(text, quantity.end, language):
        end = word.end()
    return text[quantity.start : end]


def things_near(text: str, quantity: Quantity, language: str) -> Iterator[tuple[str, int]]:
    """What a quantity may count, in dictionary form, and where the words for it end.

    Its unit, and the next few words of its clause: in “17 of its 24 iron girders” both numbers may count
    girders.
    """
    if quantity.unit:
        yield quantity.unit, quantity.end
    yield from ((noun, quantity.end) for noun in quantity.counted)
    clause = _CLAUSE.match(text, quantity.end)
    no_nouns = numerals_of(language).no_nouns
    words = _PLAIN_WORD.finditer(clause[0]) if clause else iter(())
    for noun in islice((word for word in words if word[0].lower() not in no_nouns), _REACH):
        yield dictionary_form(noun[0], primary(language)), quantity.end + noun.end()
