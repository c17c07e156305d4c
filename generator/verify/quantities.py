"""Holds the quantities and dates of a text against those of what proves it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.dates import Date, DateInText, PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.evidence import Mention
from generator.model.quantities import Quantity, QuantityForm
from generator.model.text import Span
from generator.text.agreement import Aspect, agreeing, differences
from generator.text.counted_things import figure_quantity
from generator.text.dates import dates_in
from generator.text.numerals import ENGLISH, numerals_of
from generator.text.quantities import quantities_in

# What comparing looks at: what is counted, and what the words before a number say of it.
_OF_FIGURES = frozenset((Aspect.COUNTED, Aspect.BOUND_LEFT_OUT))
LENIENT = _OF_FIGURES | {Aspect.BOUND}

# “The second round”, “doubled”, “half”: held only against others of their form, as they may be derived.
_DERIVED = frozenset((QuantityForm.RANK, QuantityForm.FRACTION, QuantityForm.MULTIPLE))


@dataclass(frozen=True, slots=True)
class Printed:
    """A text that proves, in its language; `issued` is the day from which its “Tuesday” is resolved."""

    text: str
    language: str = "en"
    issued: Date | None = None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Those of the text."""
        return quantities_in(self.text, self.language)

    @property
    def dates(self) -> tuple[DateInText, ...]:
        """Those of the text, resolved as far as they can be."""
        return dates_in(self.text, self.language, self.issued)


@dataclass(frozen=True, slots=True)
class Unproved:
    """A number or date, as `shown`, that nothing gives; `instead` is given, and differs in `aspects`."""

    shown: str
    instead: str = ""
    aspects: frozenset[Aspect] = frozenset()
    readings: tuple[str, ...] = ()


def unproved(
    text: str, language: str, mentions: Sequence[Mention], proofs: Sequence[Printed]
) -> Iterator[Unproved]:
    """The quantities and dates of a text that none of its proofs gives, in its order.

    What stands inside a name of the glossary needs no proof, nor do “one”, “both” and “first”. Of dates, what
    has a day or a year does.
    """
    found: list[tuple[int, Unproved]] = []
    given = [(each, proof.text) for proof in proofs for each in proof.quantities]
    for quantity in quantities_in(text, language):
        if not _needs_no_proof(quantity, text, language, mentions):
            lack = _lack(quantity, text[quantity.start : quantity.end], given)
            found += [(quantity.start, lack)] if lack else []
    dates = [each for proof in proofs for each in proof.dates]
    for date in dates_in(text, language):
        is_name = any(mention.start <= date.start < mention.end for mention in mentions)
        if not is_name and not _is_given(date, dates):
            found.append((date.start, Unproved(text[date.start : date.end])))
    yield from (lack for _, lack in sorted(found, key=lambda each: each[0]))


def _needs_no_proof(quantity: Quantity, text: str, language: str, mentions: Sequence[Mention]) -> bool:
    if quantity.form is QuantityForm.NOTE:
        return True
    if any(mention.start < quantity.end and quantity.start < mention.end for mention in mentions):
        return True
    shown = text[quantity.start : quantity.end]
    if any(map(str.isdecimal, shown)):
        return False
    if quantity.low == 1:
        return True
    words = shown.lower().split()
    numerals = numerals_of(language)
    pairs = {word for word, worth in (*numerals.groups.items(), *numerals.sets.items()) if worth == 2}
    return bool(pairs & set(words))


def _lack(quantity: Quantity, shown: str, given: Sequence[tuple[Quantity, str]]) -> Unproved | None:
    """What the text lacks for a quantity; None if it is given."""
    of_form = [each for each, _ in given if each.form is quantity.form and each.low != 1]
    if quantity.form in _DERIVED and not of_form:
        return None
    if agreeing(quantity, (each for each, _ in given), LENIENT) or _is_given_by_ends(quantity, given):
        return None
    for other, text in given:
        aspects = differences(quantity, other) - LENIENT
        instead = text[other.start : other.end]
        if aspects == {Aspect.AMBIGUOUS} and other.other:
            return Unproved(shown, instead, aspects, (f"{other.low:f}", f"{other.other.low:f}"))
        if Aspect.VALUE not in aspects and Aspect.AMBIGUOUS not in aspects:
            return Unproved(shown, instead, aspects)
    return Unproved(shown)


def _is_given_by_ends(quantity: Quantity, given: Sequence[tuple[Quantity, str]]) -> bool:
    """Whether both ends of a range are given one by one, as by “rose from 5 to 7 percent”."""
    if quantity.low == quantity.high:
        return False
    ends = {each.low for each, _ in given if each.low == each.high and each.form is quantity.form}
    return {quantity.low, quantity.high} <= ends


def _is_given(date: DateInText, given: Collection[DateInText]) -> bool:
    """Whether a date is given as precisely; its year may be given apart from a day that has none."""
    if date.date is None and date.day is None:
        return True
    if date.date is None:
        return any((each.month, each.day) == (date.month, date.day) for each in given)
    ends = [end for each in given if each.date for end in each.date.ends]
    if any(each.date and each.date.ends == date.date.ends for each in given):
        return True
    return all(_end_is_given(end, ends, given) for end in date.date.ends)


def _end_is_given(end: PartialDate, ends: Sequence[PartialDate], given: Collection[DateInText]) -> bool:
    if any(each.parts[: len(end.parts)] == end.parts for each in ends):
        return True
    yearless = [each for each in given if each.date is None and each.month == end.month]
    years = {each.year for each in ends}
    return (
        end.month is not None and end.year in years and any(end.day in (None, each.day) for each in yearless)
    )


def repeated(
    text: str, language: str, mentions: Sequence[Mention], proofs: Sequence[Printed]
) -> Iterator[tuple[str, str]]:
    """The numbers that a text gives more often than its proofs do, which give another instead.

    Each with that other number, of the same form and unit, which the text does not give.
    """
    numbers = [
        each
        for each in quantities_in(text, language)
        if each.form is QuantityForm.NUMBER and not _needs_no_proof(each, text, language, mentions)
    ]
    times = Counter(each.low for each in numbers)
    if all(count == 1 for count in times.values()):
        return
    given = [(each, proof.text) for proof in proofs for each in proof.quantities]
    printed = Counter(each.low for each, _ in given)
    for number in {
        each.low: each for each in numbers if times[each.low] > max(printed[each.low], 1)
    }.values():
        for other, part in given:
            is_like = other.form is number.form and (not number.unit or other.unit == number.unit)
            if is_like and other.low not in times:
                yield text[number.start : number.end], part[other.start : other.end]
                break


def is_given(value: str, unit: str, qualifier: str | None, language: str, proofs: Sequence[Printed]) -> bool:
    """Whether one quantity of the proofs is a figure: a value such as `1,190` or `20..30`, with its unit.

    The unit may hold a magnitude (“million tonnes”); the qualifier must not say more than the proof.
    """
    figure = figure_quantity(value, unit, language)
    if figure is None:
        return False
    figure = replace(figure, bound=ENGLISH.bounds.get(qualifier) if qualifier else None)
    given = [(each, proof.text) for proof in proofs for each in proof.quantities]
    in_years = [
        Decimal(end.year) for proof in proofs for each in proof.dates if each.date for end in each.date.ends
    ]
    if agreeing(figure, (each for each, _ in given), _OF_FIGURES) or _is_given_by_ends(figure, given):
        return True
    return not unit and figure.low == figure.high and figure.low in in_years


def number_problems(lacks: Iterator[Unproved], span: Span) -> Iterator[Diagnostic]:
    """What is told of numbers that the quotations do not give."""
    for lack in lacks:
        if lack.readings:
            first, second = lack.readings
            yield Diagnostic(
                "number-ambiguous",
                f"“{lack.instead}” in the quotation may be {first} or {second}, so it does not prove"
                f" “{lack.shown}”",
                span,
                help="say in the source's `language:` how it writes numbers, or quote another place",
            )
        elif lack.instead:
            yield Diagnostic(
                "number-differs",
                f"this says “{lack.shown}”, its quotations say “{lack.instead}”:"
                f" another {_listed(lack.aspects)}",
                span,
                help="mend the quantity, or quote the words that give it",
            )
        else:
            yield Diagnostic(
                "number-not-in-evidence",
                f"the number “{lack.shown}” is in none of the quotations that prove this",
                span,
                help="quote the words that give the number, or mend the number",
            )


_NAMES = {
    Aspect.UNIT: "unit",
    Aspect.FORM: "sort of number",
}


def _listed(aspects: frozenset[Aspect]) -> str:
    return " and ".join(_NAMES[aspect] for aspect in _NAMES if aspect in aspects)
