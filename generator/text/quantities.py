"""The quantities of a text, read by the words and marks of its language.

One reader for quotations, statements, figures, audits and drafts. Dates are no quantities: `dates` reads
them. Why not a library: docs/decisions/0023-one-reader-of-quantities.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

import simplemma

from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.text.dates import date_spans
from generator.text.digits import Digits, digits_in
from generator.text.labels import clocks_and_notes_in, han_labels_in, label_at
from generator.text.number_words import HAN_SCALES, MEASURE_WORDS, Phrase, kinds_of, phrases_in
from generator.text.numerals import LANGUAGES, LONGEST_BOUND, marks_of, numerals_of, primary, words_of
from generator.text.units import (
    BASIS_POINT,
    PER_MILLE,
    PERCENT,
    PERCENTAGE_POINT,
    by_language,
    currency_before,
    is_currency,
    scale_of,
    shared_unit,
    unit_words,
)

EXACT = Context(prec=200, traps=[])
MOST_WORDS = 3

_GLUED_MILLIONS = {"m": Decimal(10**6), "b": Decimal(10**9)}
_HAN_SCALE = re.compile(r"[十百千万萬亿億]+")
_HAN_BOUND = re.compile(r"(至少|最少|至多|最多)[一-鿿]{1,3}\Z")
_HAN_REST = re.compile(r"([0-9]{1,4})([千万萬])(?![一-鿿]?[0-9])")
_SCALE_WORD = re.compile(r"(?:\s|[-‐‑])?([^\W\d_]+)\.?")
_UNIT_SIGN = re.compile(r"\s?([%％٪‰€£¥￥₹₩₽₺₫]|(?:US|HK)?\$|°[CF]?)")
_UNIT_WORDS = re.compile(r"(?:\s|[-‐‑'’])?([^\W\d_\u3400-\u9fff]+(?:[\s‐‑-][^\W\d_\u3400-\u9fff]+){0,2})")
_SHORT_UNIT = re.compile(r"\s?([^\W\d_\u3400-\u9fff]{1,4}[²³]?(?:/h)?)(?![\w²³])")
_LETTERS = re.compile(r"[^\W\d_\u3400-\u9fffºª]{1,12}|[ºª]")
_WORD_AFTER = re.compile(r"(?:\s{1,2}|[-‐‑'’])([^\W\d_\u3400-\u9fff]+)")
_HAN_AFTER = re.compile(r"[\u3400-\u9fff]{1,6}")
_NOT_COUNTED = re.compile(r"[的在和与與是了被将將对對从從到为為及或也都就以左多余]|至")
_SIGNED = re.compile(r"(?<![^\s(\[\"'“‘$€£¥])[-−–+]\Z")
_DASH = re.compile(r"\s?[-‐‑‒–—−～~至到]\s?")
_WORD = re.compile(r"[^\W\d_]+['’]?[^\W\d_]*|[~≈∼<>≤≥]")
_GERMAN_RANK = re.compile(r"\.\s[A-ZÄÖÜ][a-zäöüß]")
_GERMAN_BEFORE_RANK = words_of(
    "der die das dem den des zum zur im am vom beim jeder jede ihre ihrer seine seiner unser dieser diese"
)
_TWO_WORDS = re.compile(r"\s([^\W\d_]+)\s([^\W\d_]+)")
_AND_A_HALF = re.compile(
    r"\s(?:(?:and\sa\shalf|und\sein\shalb\w*|et\sdemie?|y\smedi[oa])"
    r"|(?P<quarter>and\sa\squarter|et\s(?:un\s)?quart|y\s(?:un\s)?cuarto))(?![^\W_]|\sof\s)"
)
_OF_ONE = re.compile(r"\s(?:of\s)?an?(?=[\s-])")
_OF_UNIT = re.compile(r"\s(?:d['’](?=[^\W\d_])|de\s)")
_LONGEST_BEFORE = 48
# “a second”, “a mark” and the like count nothing for certain.
_UNCOUNTED = frozenset(("s", "DEM", "FRF", "[ft_i]", "[yd_i]", "W", "cent", "degree"))
_SHARES = frozenset((PERCENT, PER_MILLE, PERCENTAGE_POINT, BASIS_POINT))


@dataclass(frozen=True, slots=True)
class _Number:
    """A number being read, worth `stated` times `scale`; what it counts begins at `end`."""

    stated: Decimal
    start: int
    end: int
    form: QuantityForm = QuantityForm.NUMBER
    scale: Decimal = Decimal(1)
    unit: str = ""
    counted: tuple[str, ...] = ()
    bound: Bound | None = None
    other: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What it is worth."""
        return EXACT.multiply(self.stated, self.scale)


@lru_cache(maxsize=20_000)
def quantities_in(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text, in its order, by the words and marks of the language of a BCP 47 tag.

    Times of day, names with numbers and marks of footnotes come too, told by their form; days, months and
    years do not (`dates_in`), nor do “dozens”, “millions”, the pronoun “one”, and an article unless it counts
    a measure. They share no character. Reading takes time in proportion to the text.
    """
    return _Reader(text, language).quantities()


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._main = primary(language)
        self._numerals = numerals_of(language)
        self._marks = marks_of(language)
        self._units, self._most_words, self._longest_unit = unit_words(language)
        self._no_numbers: list[Quantity] = []

    def quantities(self) -> tuple[Quantity, ...]:
        """All of them."""
        numbers = sorted(self._numbers(), key=lambda number: number.start)
        self._share(numbers)
        found = [*self._no_numbers, *self._ranged(numbers)]
        return tuple(_apart(sorted(found, key=lambda each: (each.start, -each.end))))

    def _numbers(self) -> Iterator[_Number]:
        """The numbers between dates, clocks and notes; labels are put aside."""
        masked = [*clocks_and_notes_in(self._text, self._language), *han_labels_in(self._text)]
        self._no_numbers += masked
        spans = [*date_spans(self._text, self._language), *((each.start, each.end) for each in masked)]
        begin = 0
        for start, end in [*sorted(spans), (len(self._text), len(self._text))]:
            if start > begin:
                yield from self._between(begin, start)
            begin = max(begin, end)

    def _between(self, start: int, end: int) -> Iterator[_Number]:
        for digits in digits_in(self._text, start, end, self._marks):
            number = self._from_digits(digits)
            if number:
                yield number
        for phrase in phrases_in(self._text, start, end, self._language):
            number = self._from_words(phrase)
            if number:
                yield number

    def _from_digits(self, digits: Digits) -> _Number | None:
        start, end = digits.start, digits.end
        form = QuantityForm.FRACTION if digits.is_fraction else QuantityForm.NUMBER
        suffix = _LETTERS.match(self._text, end)
        letters = suffix[0] if suffix else ""
        stop, form, scale = self._suffix(digits, letters, form)
        label = label_at(
            self._text, start, end, suffix_is_known=not letters or stop > end or self._is_unit(end)
        )
        if digits.value is None and label is None:
            label = label_at(f"x{self._text[start:end]}", 1, end - start + 1, suffix_is_known=True)
            label = replace(label, start=start, end=end, unit=label.unit[1:]) if label else None
        if label or digits.value is None:
            self._no_numbers += [label] if label else []
            return None
        number = _Number(digits.value, start, stop, form, scale, other=digits.other)
        half = _AND_A_HALF.match(self._text, stop)
        if half and number.form is QuantityForm.NUMBER:
            number = replace(number, stated=number.stated + _rest(half), end=half.end())
        if form in (QuantityForm.RANK, QuantityForm.MULTIPLE):
            return self._surrounded(number)
        return self._surrounded(self._scaled(number))

    def _suffix(self, digits: Digits, letters: str, form: QuantityForm) -> tuple[int, QuantityForm, Decimal]:
        """What letters right after the digits make of them: 3rd, 10x, 5bn, $5m."""
        end, low, one = digits.end, letters.lower(), Decimal(1)
        stop = end + len(letters)
        if letters and low in self._numerals.rank_endings and digits.is_whole:
            return stop, QuantityForm.RANK, one
        if low in ("x", "fold", "fach", "mal"):
            return stop, QuantityForm.MULTIPLE, one
        millions = _GLUED_MILLIONS.get(low)
        if millions and currency_before(self._text, digits.start, self._language)[0]:
            return stop, form, millions
        if not letters and self._main == "de" and self._is_german_rank(digits):
            return end + 1, QuantityForm.RANK, one
        scale = self._numerals.scales.get(low)
        return (stop, form, Decimal(scale)) if scale else (end, form, one)

    def _is_german_rank(self, digits: Digits) -> bool:
        """Whether it is “3.” in „in der 3. Runde“: after an article or the like, before a noun."""
        if digits.value is None or digits.value > 100 or not _GERMAN_RANK.match(self._text, digits.end):
            return False
        before = self._words_before(digits.start)
        return bool(before) and before[-1] in _GERMAN_BEFORE_RANK

    def _is_unit(self, end: int) -> bool:
        """Whether a unit follows the digits without a space, as in 5km, 90-day, 1990s."""
        letters = _LETTERS.match(self._text, end)
        if letters is None:
            return False
        word = letters[0]
        return (
            word in ("s", "am", "pm", "AM", "PM")
            or self._unit_at(end)[0] != ""
            or word.lower() in self._units
        )

    def _scaled(self, number: _Number) -> _Number:
        """The number with the magnitudes that follow it."""
        scale, end = number.scale, number.end
        han = _HAN_SCALE.match(self._text, end)
        if han and self._main in ("zh", "ja"):
            for mark in han[0]:
                scale *= HAN_SCALES[mark]
            end = han.end()
            if rest := _HAN_REST.match(self._text, end):
                stated = number.stated + Decimal(rest[1]) * HAN_SCALES[rest[2]] / scale
                number, end = replace(number, stated=stated), rest.end()
        while word := _SCALE_WORD.match(self._text, end):
            worth = self._numerals.scales.get(word[1].lower())
            if worth is None:
                break
            scale *= worth
            is_short = len(word[1]) < 5 and self._is_inside(word.end())
            end = word.end() if is_short else word.end(1)
        return replace(number, scale=scale, end=end)

    def _is_inside(self, end: int) -> bool:
        """Whether the text goes on after a point, so that it is that of a short form: “5 Mio. Euro”."""
        return self._text[end : end + 1] in (" ", "\u00a0") and self._text[end + 1 : end + 2] not in ("", " ")

    def _from_words(self, phrase: Phrase) -> _Number | None:
        if phrase.is_one and not self._counts_one(phrase):
            return None
        number = _Number(phrase.value, phrase.start, phrase.end, phrase.form)
        if phrase.is_percent:
            bound = self._bound_before(number.start) or self._bound_after(number.end)
            return replace(number, unit=PERCENT, bound=bound)
        if phrase.form is QuantityForm.NUMBER:
            number = self._scaled(number)
        return self._surrounded(number)

    def _counts_one(self, phrase: Phrase) -> bool:
        """Whether “one” or “a” counts: before a measure or magnitude, or tied to its noun (“one-year”)."""
        following = self._text[phrase.end : phrase.end + 1]
        if following and following in "-‐‑" and phrase.value == 1:
            return True
        word = _SCALE_WORD.match(self._text, phrase.end)
        if word and word[1].lower() in self._numerals.scales:
            return True
        unit = self._unit_at(phrase.end)[0]
        return bool(unit) and unit not in _UNCOUNTED

    def _surrounded(self, number: _Number) -> _Number:
        """The number with its currency, sign and bound before it, and its unit or noun after it."""
        currency, start = currency_before(self._text, number.start, self._language)
        number = replace(number, start=start, unit=currency or number.unit)
        number = self._signed(number)
        if number.form is QuantityForm.FRACTION and not number.unit:
            number = self._of_one(number)
        if number.form in (QuantityForm.NUMBER, QuantityForm.FRACTION):
            number = number if number.unit and not currency else self._with_unit(number, currency)
        if number.form is QuantityForm.FRACTION and scale_of(number.unit):
            number = replace(number, form=QuantityForm.NUMBER)
        bound = self._bound_before(number.start) or self._bound_after(number.end)
        number = replace(number, bound=bound)
        if bound and not number.unit and self._main == "zh":
            number = self._with_unit_after_bound(number)
        if not number.unit and number.form is QuantityForm.NUMBER:
            number = replace(number, unit=self._unit_after_adjective(number.end))
        return number if number.unit else replace(number, counted=self._counted(number))

    def _with_unit(self, number: _Number, currency: str) -> _Number:
        unit, end = self._unit_at(number.end)
        if not unit and (link := _OF_UNIT.match(self._text, number.end)) and self._main in ("fr", "es"):
            unit, end = self._unit_at(link.end() - 1)
        if currency:
            return replace(number, end=end) if unit and is_currency(unit) else number
        if not unit:
            return number
        number = replace(number, unit=unit, end=end)
        half = _AND_A_HALF.match(self._text, end)
        if half and scale_of(unit) and number.form is QuantityForm.NUMBER:
            return replace(number, stated=number.stated + _rest(half), end=half.end())
        return number

    def _with_unit_after_bound(self, number: _Number) -> _Number:
        """The number with the measure after a word such as “more”: 四千多年."""
        unit, end = self._han_unit(number.end + 1) or ("", number.end)
        return replace(number, unit=unit, end=end) if scale_of(unit) else number

    def _of_one(self, number: _Number) -> _Number:
        """“half a percentage point”, “a quarter of a million”, “un quart d'heure”: so much of one measure."""
        one = _OF_ONE.match(self._text, number.end) if self._main == "en" else None
        if one is None:
            return number
        scaled = self._scaled(replace(number, end=one.end()))
        if scaled.scale != 1:
            return replace(scaled, form=QuantityForm.NUMBER)
        unit, end = self._unit_at(one.end())
        is_measure = scale_of(unit) is not None and unit not in _UNCOUNTED
        return replace(number, unit=unit, end=end, form=QuantityForm.NUMBER) if is_measure else number

    def _unit_after_adjective(self, end: int) -> str:
        """The measure in “two intensive days”: the second word, if it converts."""
        words = _TWO_WORDS.match(self._text, end)
        if words is None or words[1].lower() in self._numerals.no_nouns:
            return ""
        unit = self._units.get(words[2].lower(), "")
        return unit if scale_of(unit) and unit not in _UNCOUNTED else ""

    def _signed(self, number: _Number) -> _Number:
        sign = _SIGNED.search(self._text, max(number.start - 2, 0), number.start)
        if sign is None or number.form is QuantityForm.RANK:
            return number
        stated = number.stated if sign[0] == "+" else number.stated.copy_negate()
        return replace(number, stated=stated, start=sign.start())

    def _unit_at(self, end: int) -> tuple[str, int]:
        """The unit that stands at `end`, after a space or a hyphen; and where it ends."""
        sign = _UNIT_SIGN.match(self._text, end)
        if sign:
            return by_language(shared_unit(sign[1]) or "degree", self._language), sign.end()
        if self._main == "zh" and (han := self._han_unit(end)):
            return han
        words = _UNIT_WORDS.match(self._text, end)
        if words is None:
            return "", end
        parts = re.split(r"[\s‐‑-]", words[1])
        for many in range(min(len(parts), self._most_words), 0, -1):
            shown = " ".join(parts[:many])
            unit = self._units.get(shown.lower())
            if unit:
                return unit, words.start(1) + len(shown)
        short = _SHORT_UNIT.match(self._text, end)
        unit = shared_unit(short[1]) if short else None
        return (unit, short.end()) if unit and short else ("", end)

    def _han_unit(self, end: int) -> tuple[str, int] | None:
        at = end + (self._text[end : end + 1] == " ")
        for length in range(self._longest_unit, 0, -1):
            unit = self._units.get(self._text[at : at + length])
            if unit:
                return unit, at + length
        return None

    def _words_before(self, start: int) -> list[str]:
        """The last words before a number in small letters, with nothing but spaces between."""
        before = self._text[max(start - _LONGEST_BEFORE, 0) : start]
        clause = re.split(r"[.,;:!?()\n“”\"](?=\s)|[“”\"(]", before)[-1]
        return [found[0].lower() for found in _WORD.finditer(clause)][-LONGEST_BOUND - 1 :]

    def _bound_before(self, start: int) -> Bound | None:
        if self._main == "zh":
            before = self._text[max(start - 4, 0) : start].strip()
            found = (
                self._numerals.bounds.get(before[-length:])
                for length in (4, 3, 2, 1)
                if length <= len(before)
            )
            near = next((bound for bound in found if bound), None)
            apart = _HAN_BOUND.search(self._text, max(start - 6, 0), start) if near is None else None
            return near or (self._numerals.bounds.get(apart[1]) if apart else None)
        before = self._text[max(start - 2, 0) : start].rstrip()
        if before[-1:] in self._numerals.bounds and not before[-1:].isalpha():
            return self._numerals.bounds[before[-1:]]
        contracted = self._numerals.contracted
        words = [contracted.get(word, word) for word in self._words_before(start)]
        while words and words[-1] in (*self._numerals.articles, *self._numerals.passed, "the"):
            whole = self._longest_bound(words)
            if whole:
                return whole
            words = words[:-1]
        return self._longest_bound(words)

    def _longest_bound(self, words: Sequence[str]) -> Bound | None:
        for many in range(min(len(words), LONGEST_BOUND), 0, -1):
            bound = self._numerals.bounds.get(" ".join(words[-many:]))
            if bound:
                return bound
        return None

    def _bound_after(self, end: int) -> Bound | None:
        if self._text[end : end + 1] == "+" and not self._text[end + 1 : end + 2].isalnum():
            return Bound.AT_LEAST
        after = self._text[end : end + 24].lower()
        lead = "" if self._main == "zh" else " "
        for phrase, bound in self._numerals.bounds_after.items():
            is_whole = not lead or not after[len(phrase) + 1 : len(phrase) + 2].isalnum()
            if is_whole and after.startswith(lead + phrase):
                return bound
        return None

    def _counted(self, number: _Number) -> tuple[str, ...]:
        """The words after it, up to the first that ends the name of what it counts."""
        if self._main not in LANGUAGES:
            return ()
        if self._main == "zh":
            return self._han_counted(number.end)
        after = words_after(self._text, number.end, self._language)
        return tuple(dictionary_form(found[1], self._main) for found in after)

    def _han_counted(self, end: int) -> tuple[str, ...]:
        found = _HAN_AFTER.match(self._text, end)
        if found is None:
            return ()
        words = found[0]
        noun = words[1:] if words[0] in MEASURE_WORDS and len(words) > 1 else words
        noun = _NOT_COUNTED.split(noun)[0][:4]
        return (noun,) if noun else ()

    def _share(self, numbers: list[_Number]) -> None:
        """What the second number of a range or pair says of unit, magnitude and noun holds for the first."""
        for place in range(len(numbers) - 2, -1, -1):
            first, second = numbers[place], numbers[place + 1]
            joint = self._joint(first, second)
            if not joint or first.form is not second.form:
                continue
            if (not first.unit and not first.counted) or joint != "and":
                if not first.unit and (second.unit or joint == "and"):
                    first = replace(first, unit=second.unit, counted=first.counted or second.counted)
                elif not first.unit and not first.counted:
                    first = replace(first, counted=second.counted)
            is_range = joint == "dash" or joint == "to" or self._is_between(first)
            if is_range and first.scale == 1 and second.scale != 1 and first.stated < second.stated:
                first = replace(first, scale=second.scale)
            numbers[place] = first

    def _joint(self, first: _Number, second: _Number) -> str:
        """How two numbers hang together: `dash`, `to`, `and`, or not at all."""
        between = self._text[first.end : second.start]
        if len(between) > 12:
            return ""
        if _DASH.fullmatch(between):
            return "dash"
        word = between.strip().removeprefix(",").strip().lower()
        if word in self._numerals.to:
            return "to"
        return "and" if word in self._numerals.ands or word in self._numerals.ors else ""

    def _is_between(self, first: _Number) -> bool:
        words = self._words_before(first.start)
        return bool(words) and words[-1] in self._numerals.between

    def _ranged(self, numbers: Sequence[_Number]) -> Iterator[Quantity]:
        """The numbers as quantities, the two ends of a range as one."""
        done = -1
        for place, number in enumerate(numbers):
            if place <= done:
                continue
            following = numbers[place + 1] if place + 1 < len(numbers) else None
            if following and self._is_range(number, following):
                done = place + 1
                yield replace(_quantity(number), high=following.value, end=following.end, unit=following.unit)
            else:
                yield _quantity(number)

    def _is_range(self, first: _Number, second: _Number) -> bool:
        """Whether two numbers are the ends of “20-30”, “20 to 30”, “between 20 and 30”; not of a change."""
        if first.form is not second.form or first.value >= second.value or first.form is QuantityForm.RANK:
            return False
        if first.unit != second.unit or first.other is not None or second.other is not None:
            return False
        joint = self._joint(first, second)
        if joint == "dash":
            return True
        if joint == "and":
            return self._is_between(first)
        if joint != "to":
            return False
        before = self._words_before(first.start)
        is_from = bool(before) and before[-1] in self._numerals.from_
        return not (is_from and any(word.startswith(self._numerals.changes) for word in before[:-1]))


def _rest(found: re.Match[str]) -> Decimal:
    return Decimal("0.25") if found["quarter"] else Decimal("0.5")


def words_after(text: str, end: int, language: str) -> Iterator[re.Match[str]]:
    """The words after a number that ends at `end`, up to the first that ends the name of what it counts.

    The word is the first group of each match. Of a language whose words no spaces part, none.
    """
    main = primary(language)
    no_nouns = numerals_of(language).no_nouns
    link = _OF_UNIT.match(text, end) if main in ("fr", "es") else None
    end = link.end() - 1 if link else end
    for _ in range(MOST_WORDS):
        found = _WORD_AFTER.match(text, end)
        if found is None or found[1].lower() in no_nouns or kinds_of(found[1], language):
            return
        yield found
        end = found.end()


def _quantity(number: _Number) -> Quantity:
    value = number.value
    found = Quantity(
        value, value, number.start, number.end, number.form, number.unit, number.counted, number.bound
    )
    if number.other is None:
        return found
    second = EXACT.multiply(number.other, number.scale)
    return replace(found, other=replace(found, low=second, high=second))


def _apart(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Those that begin after the one before has ended."""
    end = 0
    for each in found:
        if each.start >= end:
            yield each
            end = each.end


@lru_cache(maxsize=50_000)
def dictionary_form(word: str, language: str) -> str:
    """The word as a dictionary has it, in small letters; as it stands if the language is not known."""
    if language not in LANGUAGES or language == "zh":
        return word.lower()
    return simplemma.lemmatize(word.lower() if language != "de" else word, lang=language).lower()
