"""Numbers in a text, in digits and in English words; what they count, and which of them are figures.

A number that is part of a name is none, nor is “one” unless it counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache
from itertools import islice

from generator.text.tokens import is_letter

MAGNITUDES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_ONES.split())}
_SMALL |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}

_MAGNITUDE_WORD = "|".join(MAGNITUDES)
_WORD = re.compile(
    rf"""(?<![^\W_])(?:
      (?P<small>{"|".join(sorted(_SMALL, key=len, reverse=True))})
    | (?P<magnitude>{_MAGNITUDE_WORD})
    | (?P<half>half(?:[\s-]an?)?(?=[\s-](?:{_MAGNITUDE_WORD})(?![^\W_])))
    | (?P<article>(?<!of\s)an?(?=\s(?:{_MAGNITUDE_WORD})(?![^\W_])))
    )(?![^\W_])""",
    re.VERBOSE | re.IGNORECASE,
)
_JOINT = re.compile(r"\s+|[-‐‑]\s?")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)

EXACT = Context(prec=4000, traps=[])

_SEPARATORS = ",'’\u00a0\u2009\u202f"
_FRACTIONS = {"¼": "0.25", "½": "0.5", "¾": "0.75"}
_DIGITS = re.compile(
    rf"""(?=[-−.\d¼½¾])
    (?P<sign>(?<![^\s(\["'“‘])[-−](?=\.?\d))?
    (?: (?P<dotted>\d+(?:\.\d+){{2,}})
      | (?P<whole>\d{{1,3}}(?:[{_SEPARATORS}]\d{{2,3}}){{,8}}[{_SEPARATORS}]\d{{3}}(?!\d)|\d+)?
        (?P<decimals>(?:(?<=\d)|(?<![\w.]))\.\d+)?
        (?P<fraction>[¼½¾])?
    )""",
    re.VERBOSE,
)
_MAGNITUDE = re.compile(rf"(?:\s|[-‐‑])?({'|'.join(MAGNITUDES)})(?![^\W_])|([万萬亿億])", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{1,8}")  # more than any unit has; of a long run each number asks anew
_SUFFIX_MAGNITUDES = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_HAN_MAGNITUDES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_UNITS = (
    "st nd rd th s am pm AM PM h hr hrs km kg g mg t cm mm m ft lb mi mph x C F kW MW GW TW kWh MWh GWh TWh"
)
_SUFFIXES = frozenset(_UNITS.split())
_NAME_BEFORE_HYPHEN = re.compile(r"([^\W\d_]+)[-‐‑]\Z")
_NO_NAMES = frozenset(("mid", "pre", "post", "early", "late", "sub", "non", "ex", "over", "under"))
_PERCENT = re.compile(r"\s?[%％]|[\s-]?(?:percent|per[\s-]?cent|pct)(?![^\W_])", re.IGNORECASE)
_RANGE = re.compile(r"(?:\s?[-‐‑‒–—−]\s?|\s+to\s+)[$€£¥]?|(?P<and>\s+and\s+[$€£¥]?)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+[$€£¥]?\Z", re.IGNORECASE)
_SINGLE = re.compile(
    r"(?<![^\W_])an?\s+(?:\w+\s+)?(?:century|day|decade|dozen|dollar|euro|fifth|fortnight|fourth|half|hour|"
    r"kilogram|kilogramme|kilometre|kilometer|litre|liter|metre|meter|mile|minute|month|ounce|pound|quarter|"
    r"second|third|time|ton|tonne|week|weekend|year|yuan)(?:'s|’s)?(?![^\W_])",
    re.IGNORECASE,
)
_PLAIN_VALUE = re.compile(r"[+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\Z")


@dataclass(frozen=True, slots=True)
class _Token:
    """A number word: what it is worth, and how it hangs on the one before (`joint`, `and` or nothing)."""

    kind: str
    worth: Decimal
    start: int
    end: int
    link: str


def numbers_in_words(text: str) -> Iterator[tuple[Decimal, Decimal, int, int]]:
    """The numbers written in words: value, value before the magnitude, start and end.

    A magnitude alone (“several hundred”) is no number, nor are plurals (“dozens”).
    """
    tokens = _tokens(text)
    place = 0
    while place < len(tokens):
        if tokens[place].kind == "magnitude":
            place += 1
            continue
        value, stated, after = _phrase(tokens, place)
        yield value, stated, tokens[place].start, tokens[after - 1].end
        place = after


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for found in _WORD.finditer(text):
        kind = found.lastgroup or ""
        word = found[0].lower()
        worth = {"half": Decimal("0.5"), "article": Decimal(1)}.get(kind)
        if worth is None:
            worth = Decimal(_SMALL[word] if kind == "small" else MAGNITUDES[word])
        link = "joint" if tokens and _JOINT.fullmatch(text, end, found.start()) else ""
        if tokens and _AND.fullmatch(text, end, found.start()):
            link = "and"
        tokens.append(_Token(kind, worth, found.start(), found.end(), link))
        end = found.end()
    return tokens


def _is(tokens: list[_Token], place: int, kind: str, link: str = "joint") -> bool:
    return place < len(tokens) and tokens[place].kind == kind and tokens[place].link == link


def _phrase(tokens: list[_Token], place: int) -> tuple[Decimal, Decimal, int]:
    """A whole number phrase: groups with falling magnitudes, such as “two million three hundred thousand”."""
    total, stated, groups = Decimal(0), Decimal(0), 0
    smallest: Decimal | None = None
    while True:
        group, after = _below_thousand(tokens, place)
        scale = Decimal(1)
        while _is(tokens, after, "magnitude"):
            scale *= tokens[after].worth
            after += 1
        if smallest is not None and scale >= smallest:
            return total, stated, place
        total, stated, groups = total + group * scale, group, groups + 1
        place, smallest = after, scale
        if scale == 1 or scale == MAGNITUDES["dozen"] or not _is(tokens, place, "small"):
            return total, stated if groups == 1 else total, place


def _below_thousand(tokens: list[_Token], place: int) -> tuple[Decimal, int]:
    """A number up to hundreds: “forty-two”, “a hundred”, “one hundred and five”."""
    value, after = _below_hundred(tokens, place)
    if not (_is(tokens, after, "magnitude") and tokens[after].worth == MAGNITUDES["hundred"]):
        return value, after
    value, after = value * 100, after + 1
    if _is(tokens, after, "small") or _is(tokens, after, "small", "and"):
        rest, end = _below_hundred(tokens, after)
        hundreds_follow = _is(tokens, end, "magnitude") and tokens[end].worth == MAGNITUDES["hundred"]
        if not hundreds_follow:
            return value + rest, end
    return value, after


def _below_hundred(tokens: list[_Token], place: int) -> tuple[Decimal, int]:
    first = tokens[place]
    if first.kind == "small" and 20 <= first.worth < 100 and _is(tokens, place + 1, "small"):
        second = tokens[place + 1].worth
        if 1 <= second <= 9:
            return first.worth + second, place + 2
    return first.worth, place + 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a text has it: `[start, end)` with its sign, magnitude word and percent sign.

    `stated` is what stands before the magnitude: 10 in “10 million”. `glued` if it is part of a name or code
    (F-35, G20, CO2); `word` if it is written in words.
    """

    value: Decimal
    start: int
    end: int
    percent: bool
    stated: Decimal
    glued: bool = False
    word: bool = False


@lru_cache(maxsize=10_000)
def numbers_in(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in its order; years and the parts of dates and times too.

    No numbers: ordinal words, fractions in words, “dozens”, “millions”, and `a` or `an` unless a magnitude
    follows. In a range, what the second number says of percent and magnitude holds for the first.
    """
    found = sorted([*_in_digits(text), *_in_words(text)], key=lambda number: number.start)
    for place in range(len(found) - 2, -1, -1):
        found[place] = _like_its_range(found[place], found[place + 1], text)
    return tuple(found)


def holds(value: str, text: str) -> bool:
    """Whether a figure's value occurs in the text, in digits or words; of a range `20..30`, both ends.

    “10” occurs in “10 million”, as the unit may hold the magnitude; “1” in “a year”. Numbers that are part of
    a name do not count.
    """
    wanted = [part.strip() for part in value.split("..")]
    if not all(_PLAIN_VALUE.match(part) for part in wanted):
        return False
    present = [number for number in numbers_in(text) if not number.glued]
    values = {number.value for number in present} | {number.stated for number in present}
    if _SINGLE.search(text):
        values.add(Decimal(1))
    return all(Decimal(part.replace(",", "")) in values for part in wanted)


def _in_digits(text: str) -> Iterator[Number]:
    for found in _DIGITS.finditer(text):
        if found["dotted"]:
            yield from _parts(found, text)
        elif found.end() > found.start():
            yield _number(found, text)


def _parts(found: re.Match[str], text: str) -> Iterator[Number]:
    """The numbers of a date such as 10.06.2025, or of a version."""
    glued = _is_glued(text, found.start(), found.end())
    for part in re.finditer(r"\d+", found["dotted"]):
        start, value = found.start("dotted") + part.start(), Decimal(part[0])
        yield Number(value, start, start + len(part[0]), percent=False, stated=value, glued=glued)


def _number(found: re.Match[str], text: str) -> Number:
    whole = re.sub(rf"[{_SEPARATORS}]", "", found["whole"] or "0")
    stated = Decimal(whole + (found["decimals"] or ""))
    if found["fraction"]:
        stated = EXACT.add(stated, Decimal(_FRACTIONS[found["fraction"]]))
    if found["sign"]:
        stated = stated.copy_negate()
    scale, end = _scale(text, found.start(), found.end())
    percent = _PERCENT.match(text, end)
    return Number(
        EXACT.multiply(stated, scale),
        found.start(),
        percent.end() if percent else end,
        percent=percent is not None,
        stated=stated,
        glued=_is_glued(text, found.start(), end),
    )


def _scale(text: str, start: int, end: int) -> tuple[Decimal, int]:
    """What the magnitudes after a number multiply it by, and where they end."""
    suffix = _LETTERS.match(text, end)
    if suffix:
        letters = suffix[0].lower()
        if letters in _SUFFIX_MAGNITUDES:
            return Decimal(_SUFFIX_MAGNITUDES[letters]), suffix.end()
        if letters in ("m", "b") and text[max(start - 1, 0)] in "$€£¥":
            return Decimal(10**6 if letters == "m" else 10**9), suffix.end()
    scale = 1
    while found := _MAGNITUDE.match(text, end):
        scale *= MAGNITUDES[found[1].lower()] if found[1] else _HAN_MAGNITUDES[found[2]]
        end = found.end()
    return Decimal(scale), end


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether letters make the digits part of a name: F-35, G20, 5G; but not 90-minute, 1990s, 9th, 5km."""
    left = text[start - 1] if start else " "
    if is_letter(left) or left == "_":
        return True
    name = _NAME_BEFORE_HYPHEN.search(text, max(start - 20, 0), start)
    if name and name[1] != name[1].lower() and name[1].lower() not in _NO_NAMES:
        return True
    right = text[end] if end < len(text) else " "
    suffix = _LETTERS.match(text, end)
    if suffix and is_letter(right):
        return suffix[0] not in _SUFFIXES
    return right == "_" or (right.isnumeric() and not right.isalpha())


def _in_words(text: str) -> Iterator[Number]:
    for value, stated, start, end in numbers_in_words(text):
        percent = _PERCENT.match(text, end)
        last = percent.end() if percent else end
        yield Number(value, start, last, percent=percent is not None, stated=stated, word=True)


def _like_its_range(first: Number, second: Number, text: str) -> Number:
    joint = _RANGE.fullmatch(text, first.end, second.start)
    if not joint or first.stated >= second.stated or first.glued:
        return first
    if joint["and"] and not _BETWEEN.search(text, max(first.start - 20, 0), first.start):
        return first
    if second.percent and not first.percent:
        first = replace(first, percent=True)
    if first.value == first.stated and second.value != second.stated:
        scale = EXACT.divide(second.value, second.stated)
        first = replace(first, value=EXACT.multiply(first.stated, scale))
    return first


MOST_WORDS = 3

_WORD_AFTER = re.compile(r"[\s‐‑-]+([^\W\d_]+)")
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)
_ENDS_THE_NAME = (
    "a about after all along also among an and any are as at be because been before being but by can could"
    " did do does during each every few for from had has have he her his how if in into is it its many may"
    " might more most must no nor not of off on once only or other out over per she should since so some"
    " such than that the their them then there these they this those through to under until up upon was we"
    " were what when where which while who whose will with within without would"
)
_NO_NOUNS = frozenset(_ENDS_THE_NAME.split())

_NEXT = re.compile(r"[\s-]{0,2}([^\W\d_]+)")
_LISTED = re.compile(r"\s?-\s?[$€£¥]?|,?\s+(?:to|and|or)\s+[$€£¥]?")
_CLAUSE = re.compile(r"[^.;:!?()\n]{0,60}")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_REACH = 3
# They do not tell what a number counts.
_AFTER_ANY_NUMBER = (
    "a about after again all also an and any are as at be been before but by can during even for from had "
    "has have he her his if in into is it its just less many may more most new nor not of off on only or "
    "other our out over per she since so some such than that the their them then there these they this "
    "those through to under until up was were what when where which while who will with would"
)
_FUNCTION_WORDS = frozenset(_AFTER_ANY_NUMBER.split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a text and the words after it, as printed: 17, (“elements”,)."""

    number: str
    words: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.number, *self.words))


def counted(value: str, text: str) -> Iterator[Counted]:
    """Each time that a text gives this number of something; a share in percent counts nothing."""
    wanted = Decimal(value.replace(",", ""))
    for number in numbers_in(text):
        if wanted in (number.value, number.stated) and not (number.percent or number.glued):
            words = _words_after(text, number.end)
            if words:
                yield Counted(text[number.start : number.end], words)


def of_different_things(first: Counted, second: Counted) -> bool:
    """Whether two texts count different things under one number.

    The words after the number are compared in singular, spelling variants and abbreviations apart; an
    adjective before the same noun makes no difference.
    """
    one, two = _stems(first), _stems(second)
    if not all(map(_VOWEL.search, (one[0], two[0]))):
        return False
    return one[0] not in two and two[0] not in one


def _words_after(text: str, end: int) -> tuple[str, ...]:
    words: list[str] = []
    while len(words) < MOST_WORDS and (found := _WORD_AFTER.match(text, end)):
        if found[1].lower() in _NO_NOUNS:
            break
        words.append(found[1])
        end = found.end()
    return tuple(words)


def _stems(thing: Counted) -> tuple[str, ...]:
    return tuple(_american(_singular_of_unit(word.lower())) for word in thing.words)


def _singular_of_unit(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _american(word: str) -> str:
    """`litre` as `liter`, `labour` as `labor`, `kilogramme` as `kilogram`."""
    if word.endswith("re"):
        word = word[:-2] + "er"
    return word.removesuffix("me") if word.endswith("mme") else word.replace("our", "or")


@dataclass(frozen=True, slots=True)
class CountedNumber:
    """A number, as `shown`; `unit` is the word right after it, if that may tell what it counts."""

    number: Number
    shown: str
    unit: str

    @property
    def value(self) -> Decimal:
        """What it is worth."""
        return self.number.value

    @property
    def start(self) -> int:
        """Where it begins in its text."""
        return self.number.start

    @property
    def kind(self) -> tuple[Decimal, bool]:
        """Its value, and whether it is a percentage: numbers that agree in both are the same."""
        return self.number.value, self.number.percent


def counted_numbers_in(text: str) -> tuple[CountedNumber, ...]:
    """Those of a text, which is normalised, in its order.

    What the second number of “20 to 30 days” counts, the first counts too.
    """
    found: list[CountedNumber] = []
    for number in reversed(numbers_in(text)):
        if not number.glued and _counts(number, text):
            unit = "" if number.percent else _unit(text, number.end)
            if found and not unit and _LISTED.fullmatch(text, number.end, found[-1].start):
                unit = found[-1].unit
            found.append(CountedNumber(number, text[number.start : number.end], unit))
    return tuple(reversed(found))


def things_counted(text: str) -> Iterator[tuple[str, Decimal, str]]:
    """What each number of a text may count: each of the next few words, the value, and the words between.

    In “17 of its 24 iron girders” both numbers may count girders.
    """
    for counted in counted_numbers_in(text):
        clause = _CLAUSE.match(text, counted.number.end)
        if counted.number.percent or clause is None:
            continue
        nouns = (word for word in _PLAIN_WORD.finditer(clause[0]) if word[0].lower() not in _FUNCTION_WORDS)
        for noun in islice(nouns, _REACH):
            yield singular(noun[0]), counted.value, text[counted.start : clause.start() + noun.end()]


def singular(word: str) -> str:
    """The word in small letters without the ending of a plural."""
    low = word.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-1] if low.endswith("s") else low


def _counts(number: Number, text: str) -> bool:
    """Whether it is more than the pronoun “one”: in “one-year”, or where “a year” would be a number."""
    if not (number.word and number.value == 1):
        return True
    following = _NEXT.match(text, number.end)
    return following is not None and (text[number.end] == "-" or holds("1", f"a {following[1]}"))


def _unit(text: str, end: int) -> str:
    following = _NEXT.match(text, end)
    if following is None or following[1].lower() in _FUNCTION_WORDS:
        return ""
    return following[1]
