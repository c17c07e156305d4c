"""Numbers in digits: groups and decimals by the marks of a language, and what is ambiguous told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.text.numerals import Marks

LONGEST = 40
"""A row of more digits is the name of something."""

VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip
_VULGAR = "".join(VULGAR)
_SPACES = " \u00a0\u2009\u202f"
_ROW = re.compile(
    rf"""\d{{1,3}}(?P<space>[{_SPACES}])\d{{3}}(?:(?P=space)\d{{3}})*(?!\d)(?:[.,٫]\d+(?![.,]?\d))?
       | \d+(?:[.,'’٬٫，．]\d+)*
       | (?<![\w.])\.\d+
       | [{_VULGAR}]
    """,
    re.VERBOSE,
)
_FRACTION_AFTER = re.compile(
    rf"[ \u00a0\u2009-]?(?:(?P<vulgar>[{_VULGAR}])"
    r"|(?<=[ \u00a0\u2009-])(?P<top>\d)[/⁄](?P<under>\d{1,2})(?![\d/]))"
)
_OVER = re.compile(r"[/⁄](?P<under>\d{1,3})(?![\w/]|[.,]\d)")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 100))


@dataclass(frozen=True, slots=True)
class Digits:
    """What digits at `[start, end)` are worth; `other` is their second reading.

    `value` is None if they are a version or another code. `is_fraction` if they are a part of one.
    """

    value: Decimal | None
    start: int
    end: int
    other: Decimal | None = None
    is_fraction: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether they are a whole number."""
        return self.value is not None and self.value == self.value.to_integral_value()


def digits_in(text: str, start: int, end: int, marks: Marks) -> Iterator[Digits]:
    """The numbers in digits of `text[start:end]`, without sign, magnitude and unit."""
    at = start
    while found := _ROW.search(text, at, end):
        read = list(_read(found, text, end, marks))
        yield from read
        at = read[-1].end


def _read(found: re.Match[str], text: str, end: int, marks: Marks) -> Iterator[Digits]:
    shown, begin, stop = found[0], found.start(), found.end()
    if shown in VULGAR:
        yield Digits(_ratio(*VULGAR[shown]), begin, stop, is_fraction=True)
        return
    over = _OVER.match(text, stop, end)
    if over and shown.isdecimal() and text[max(begin - 1, 0)] != "/":
        yield _over(int(shown[:LONGEST]), int(over["under"]), begin, over.end())
        return
    readings = readings_of(shown, marks)
    if readings is None:
        yield from _listed(shown, begin)
        return
    if not readings:
        yield Digits(None, begin, stop)
        return
    value = readings[0]
    fraction = _FRACTION_AFTER.match(text, stop, end) if shown.isdecimal() else None
    if fraction:
        top, under = (
            VULGAR[fraction["vulgar"]]
            if fraction["vulgar"]
            else (int(fraction["top"]), int(fraction["under"]))
        )
        if 0 < top < under:
            yield Digits(value + _ratio(top, under), begin, fraction.end())
            return
    yield Digits(value, begin, stop, readings[1] if len(readings) > 1 else None)


def _ratio(top: int, under: int) -> Decimal:
    return Decimal(top) / Decimal(under)


def _over(top: int, under: int, start: int, end: int) -> Digits:
    """“1/3” is a fraction; “24/7” and “9/11” are names."""
    if 0 < top < under and under in _DENOMINATORS:
        return Digits(_ratio(top, under), start, end, is_fraction=True)
    return Digits(None, start, end)


def _listed(shown: str, start: int) -> Iterator[Digits]:
    """Several numbers that commas part without a space."""
    for part in re.finditer(r"\d+", shown):
        yield Digits(_number(part[0]), start + part.start(), start + part.end())


def readings_of(shown: str, marks: Marks) -> tuple[Decimal, ...] | None:
    """What a row of digits and marks may be worth, the likelier first; nothing if it is a code.

    None if it is a list of numbers.
    """
    if len(shown) > LONGEST:
        return ()
    plain = shown.replace("，", ",").replace("．", ".").replace("’", "'")
    separators = [mark for mark in plain if not mark.isdecimal()]
    groups = re.split(r"[^\d]", plain)
    if not separators:
        return (_number(plain),)
    if len(separators) == 1:
        return _one_mark(groups, separators[0], marks)
    return _many_marks(plain, groups, separators)


def _many_marks(plain: str, groups: list[str], separators: list[str]) -> tuple[Decimal, ...] | None:
    """“1,234,567.8”: groups and decimals; or a list, or a version."""
    last, others = separators[-1], set(separators[:-1])
    if others == {last} and last != "٫":
        if _are_groups(groups) or _INDIAN.fullmatch(plain):
            return (_number("".join(groups)),)
        return None if last == "," else ()
    if len(others) == 1 and last in ".,٫" and (_are_groups(groups[:-1]) or _INDIAN.match(plain)):
        return (_number("".join(groups[:-1]), groups[-1]),)
    return ()


def _one_mark(groups: list[str], mark: str, marks: Marks) -> tuple[Decimal, ...] | None:
    """“1,234” and “34,5”: groups, decimals, or by an English comma a list."""
    whole, rest = groups
    decimal = _number(whole or "0", rest)
    if mark == "٫" or not whole:
        return (decimal,)
    if not _are_groups(groups):
        is_list = mark == "," and marks is Marks.POINT
        return () if mark not in ".," else (decimal, _number(whole)) if is_list else (decimal,)
    grouped = _number(whole + rest)
    if mark in ".," and marks is Marks.UNKNOWN:
        return grouped, decimal
    return (decimal,) if mark == ("." if marks is Marks.POINT else ",") else (grouped,)


def _are_groups(groups: list[str]) -> bool:
    first, *others = groups
    return 1 <= len(first) <= 3 and first[0] not in "0٠０" and all(len(each) == 3 for each in others)


def _number(whole: str, decimals: str = "") -> Decimal:
    return Decimal(f"{whole}.{decimals}" if decimals else whole)
