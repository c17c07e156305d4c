"""Numbers in words of five languages: “two million three hundred thousand”, „zweiundzwanzig“, 三分之二."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import cache, lru_cache

from generator.model.quantities import QuantityForm
from generator.text.numerals import Numerals, numerals_of, primary, words_of

_EXACT = Context(prec=200, traps=[])
_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"\s{1,2}|[-‐‑]\s?")
_JOINED = re.compile(r"(?:\s|[-‐‑])([^\W\d_]{1,3})(?:\s|[-‐‑])")
_ALONE = words_of("cent mille cien ciento mil hundert tausend")
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number in words at `[start, end)`; `is_one` if it may be a pronoun or an article."""

    value: Decimal
    start: int
    end: int
    form: QuantityForm = QuantityForm.NUMBER
    is_one: bool = False
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that has to do with numbers: its kinds with what it is worth as each."""

    text: str
    start: int
    end: int
    kinds: Mapping[str, Decimal]

    def worth(self, kind: str) -> Decimal | None:
        return self.kinds.get(kind)


def phrases_in(text: str, start: int, end: int, language: str) -> Iterator[Phrase]:
    """The numbers in words of `text[start:end]`, in its order.

    A magnitude alone (“several hundred”) is no number, nor are plurals (“dozens”).
    """
    if primary(language) == "zh":
        yield from _han_phrases(text, start, end)
        return
    words = [
        _Word(found[0].lower(), *found.span(), kinds)
        for found in _WORD.finditer(text, start, end)
        if (kinds := kinds_of(found[0], language))
    ]
    parser = _Parser(text, words, numerals_of(language))
    place = 0
    while place < len(words):
        phrase, place = parser.phrase(place)
        if phrase:
            yield phrase


@lru_cache(maxsize=100_000)
def kinds_of(word: str, language: str) -> Mapping[str, Decimal]:
    """As what sorts of number word a word may be read, and what it is worth as such."""
    low = word.lower()
    kinds = dict(_kinds(language).get(low, {}))
    if not kinds and len(low) > 4:
        for stem, worth in numerals_of(language).multiple_stems.items():
            if low.startswith(stem):
                return {"multiple": worth}
        if primary(language) == "de" and len(low) <= _LONGEST_WORD:
            return _compound(low)
    return kinds


@cache
def _kinds(language: str) -> Mapping[str, Mapping[str, Decimal]]:
    numerals = numerals_of(language)
    tables: dict[str, Mapping[str, int] | Mapping[str, Decimal]] = {
        "small": numerals.small,
        "scale": {word: worth for word, worth in numerals.scales.items() if _is_word_scale(word)},
        "rank": numerals.ranks,
        "part": numerals.parts,
        "half": numerals.part_of_one,
        "multiple": numerals.multiples,
        "group": numerals.groups,
        "set": numerals.sets,
        "article": dict.fromkeys(numerals.articles, 1),
        "definite": dict.fromkeys(numerals.definite, 1),
        "times": dict.fromkeys(numerals.times, 1),
    }
    found: dict[str, dict[str, Decimal]] = {}
    for kind, table in tables.items():
        for word, worth in table.items():
            found.setdefault(word, {})[kind] = Decimal(worth)
    return found


def _is_word_scale(word: str) -> bool:
    return len(word) > 3 or word in ("mil", "lac")


# German writes numbers as one word.
_DE_UNIT = "ein|eins|eine|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
_DE_TEEN = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
_DE_TENS = "zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_DE_BELOW_100 = rf"(?:(?:(?:{_DE_UNIT})und)?(?:{_DE_TENS})|{_DE_TEEN}|{_DE_UNIT})"
_DE_BELOW_1000 = rf"(?:(?:{_DE_UNIT}|{_DE_TEEN})?hundert(?:und)?(?:{_DE_BELOW_100})?|{_DE_BELOW_100})"
_DE_NUMBER = re.compile(
    rf"(?:(?P<thousands>{_DE_BELOW_1000})?tausend(?:und)?)?(?P<rest>{_DE_BELOW_1000})?"
    rf"(?P<half>einhalb)?(?P<ending>(?:s?t(?:e[nrsm]?))|mal|fach(?:e[nrsm]?)?|prozentig(?:e[nrsm]?)?)?"
)
_DE_HALVES = {"anderthalb": Decimal("1.5"), "eineinhalb": Decimal("1.5"), "einundeinhalb": Decimal("1.5")}


def _compound(word: str) -> Mapping[str, Decimal]:
    """What a German compound such as „zweiundzwanzigste“ is worth."""
    if word in _DE_HALVES:
        return {"small": _DE_HALVES[word]}
    found = _DE_NUMBER.fullmatch(word)
    if not found or not (found["rest"] or "tausend" in word):
        return {}
    value = Decimal(_below_1000(found["rest"] or ""))
    if "tausend" in word:
        value += 1000 * (_below_1000(found["thousands"]) if found["thousands"] else 1)
    if found["half"]:
        value += Decimal("0.5")
    ending = found["ending"] or ""
    if ending.startswith(("mal", "fach")):
        return {"multiple": value}
    if ending.startswith("prozentig"):
        return {}
    return {"rank": value} if ending else {"small": value}


def _below_1000(word: str) -> int:
    hundreds, found, rest = word.partition("hundert")
    if found:
        return 100 * (_below_100(hundreds) if hundreds else 1) + _below_100(rest.removeprefix("und"))
    return _below_100(word)


def _below_100(word: str) -> int:
    small = numerals_of("de").small
    if word in small or not word:
        return small.get(word, 0)
    ones, _, tens = word.partition("und")
    return small.get(ones, 0) + small.get(tens, 0)


class _Parser:
    """Reads number phrases from the number words of one text."""

    def __init__(self, text: str, words: Sequence[_Word], numerals: Numerals) -> None:
        self._text = text
        self._words = words
        self._numerals = numerals

    def phrase(self, place: int) -> tuple[Phrase | None, int]:
        """The phrase that begins at a word, or None; and the word to go on with."""
        word = self._words[place]
        if "article" in word.kinds:
            found = self._after_article(place)
            if found:
                return found
        if "definite" in word.kinds:
            return self._after_definite(place)
        if "half" in word.kinds or (word.kinds.get("part") == 2 and "small" not in word.kinds):
            return self._half(place) if "half" in word.kinds else self._half_of(place, word.start)
        if "small" in word.kinds or ("scale" in word.kinds and word.text in _ALONE):
            return self._counted(place)
        for kind, form in (
            ("set", QuantityForm.NUMBER),
            ("multiple", QuantityForm.MULTIPLE),
            ("rank", QuantityForm.RANK),
        ):
            if kind in word.kinds:
                return self._part_or(word, kind, form), place + 1
        return None, place + 1

    def _after_definite(self, place: int) -> tuple[Phrase | None, int]:
        """“du quart”: one of such parts."""
        if not self._is_bare_part(place + 1):
            return None, place + 1
        part = self._words[place + 1]
        return Phrase(1 / part.kinds["part"], part.start, part.end, QuantityForm.FRACTION), place + 2

    def _part_or(self, word: _Word, kind: str, form: QuantityForm) -> Phrase:
        """What a word tells alone; a rank before “parte” a fraction."""
        if form is QuantityForm.RANK and (end := self._end_of_part(word)):
            return Phrase(1 / word.kinds[kind], word.start, end, QuantityForm.FRACTION)
        return Phrase(word.kinds[kind], word.start, word.end, form)

    def _is_bare_part(self, place: int) -> bool:
        """Whether “tiers” or “quart” follows, which is no rank: not “le quart de finale”."""
        if not self._follows(place, "part") or "rank" in self._words[place].kinds:
            return False
        return self._text[self._words[place].end :].split(maxsplit=2)[:2] != ["de", "finale"]

    def _end_of_part(self, word: _Word) -> int:
        """Where “cuarta parte” ends, if a rank is the denominator of a fraction; else 0."""
        following = _WORD.match(self._text, word.end + 1)
        is_part = following is not None and following[0].lower() in self._numerals.part_nouns
        return following.end() if following is not None and is_part and word.kinds["rank"] > 1 else 0

    def _follows(self, place: int, kind: str) -> bool:
        """Whether the word at `place` is of the kind and stands right after the one before."""
        if place >= len(self._words) or kind not in self._words[place].kinds:
            return False
        return _JOINT.fullmatch(self._text, self._words[place - 1].end, self._words[place].start) is not None

    def _follows_and(self, place: int, kind: str) -> bool:
        """The same, with “and” between them."""
        if place >= len(self._words) or kind not in self._words[place].kinds:
            return False
        joint = _JOINED.fullmatch(self._text, self._words[place - 1].end, self._words[place].start)
        return joint is not None and joint[1].lower() in self._numerals.joins

    def _after_article(self, place: int) -> tuple[Phrase | None, int] | None:
        """“a third”, “a dozen”, “a hundred”, “a doubling”: what an article counts one of."""
        word = self._words[place]
        if self._follows(place + 1, "scale"):
            return self._counted(place, Decimal(1))
        after = place + 1
        is_half = self._follows(after, "half")
        if is_half and self._follows(after + 1, "scale"):
            return self._half(after)
        if self._follows(after, "group"):
            group = self._words[after]
            return Phrase(group.kinds["group"], word.start, group.end), after + 1
        if self._follows(after, "part") and not self._is_rank(after):
            return self._one_part(after, word.start)
        if "small" in word.kinds:
            return None
        return Phrase(Decimal(1), word.start, word.end, is_one=True), place + 1

    def _one_part(self, place: int, start: int) -> tuple[Phrase, int]:
        """“a third”, “une demi-douzaine”: one part of what follows."""
        part = self._words[place]
        if part.kinds["part"] == 2:
            halved, after = self._half_of(place, start)
            return replace(halved, is_one=False), after
        return Phrase(1 / part.kinds["part"], start, part.end, QuantityForm.FRACTION), place + 1

    def _is_rank(self, place: int) -> bool:
        """Whether “a third” goes on with what it orders: “a third round”; a fraction has “of” or an end."""
        word = self._words[place]
        if "rank" not in word.kinds:
            return word.text in ("quarter", "media", "medio") and not self._has_of(word.end)
        following = _WORD.match(self._text, word.end + 1)
        return following is not None and following[0].lower() not in self._numerals.no_nouns

    def _has_of(self, end: int) -> bool:
        following = _WORD.match(self._text, end + 1)
        return following is not None and following[0].lower() in (
            "of",
            "more",
            "less",
            "higher",
            "lower",
            "point",
        )

    def _half(self, place: int) -> tuple[Phrase, int]:
        """“half a million”, “half the firms”, “la mitad”."""
        word, after = self._words[place], place + 1
        value = word.kinds["half"]
        article = after
        if self._follows(after, "article"):
            after += 1
        if self._follows(after, "scale") or self._follows(after, "group"):
            last = self._words[after]
            worth = last.kinds.get("scale") or last.kinds["group"]
            return Phrase(value * worth, word.start, last.end), after + 1
        return Phrase(value, word.start, word.end, QuantityForm.FRACTION), article

    def _half_of(self, place: int, start: int) -> tuple[Phrase, int]:
        """“medio millón”, “demi-douzaine”, “media hora”: half of what follows, if that can be halved."""
        word, after = self._words[place], place + 1
        if self._follows(after, "scale") or self._follows(after, "group"):
            last = self._words[after]
            worth = last.kinds.get("scale") or last.kinds["group"]
            return Phrase(worth / 2, start, last.end), after + 1
        return Phrase(Decimal("0.5"), start, word.end, QuantityForm.FRACTION, is_one=True), after

    def _counted(self, place: int, first: Decimal | None = None) -> tuple[Phrase, int]:
        """A number phrase with what makes it a rank, a fraction, a multiple, or more by a half."""
        start = self._words[place].start
        value, after = self._sum(place, first)
        end = self._words[after - 1].end
        is_one = value == 1 and after == place + 1
        if (
            self._follows(after, "rank")
            and value % 10 == 0
            and value >= 20
            and self._words[after].kinds["rank"] < 10
        ):
            rank = self._words[after]
            return Phrase(value + rank.kinds["rank"], start, rank.end, QuantityForm.RANK), after + 1
        if self._follows(after, "part") and value < 100 and not (is_one and self._is_rank(after)):
            part = self._words[after]
            if value < part.kinds["part"]:
                ratio = value / part.kinds["part"]
                return Phrase(ratio, start, part.end, QuantityForm.FRACTION), after + 1
        if self._follows(after, "times"):
            return Phrase(value, start, self._words[after].end, QuantityForm.MULTIPLE), after + 1
        if self._follows(after, "group") and value < 1000:
            group = self._words[after]
            return Phrase(value * group.kinds["group"], start, group.end), after + 1
        more, share = self._and_a_part(after)
        if more:
            rest = self._words[after - 1].kinds.get("scale", Decimal(1)) * share
            value, end, after = value + rest, self._words[more - 1].end, more
            if self._follows(after, "scale"):
                value, end, after = (
                    value * self._words[after].kinds["scale"],
                    self._words[after].end,
                    after + 1,
                )
        return Phrase(value, start, end, is_one=is_one), after

    def _and_a_part(self, place: int) -> tuple[int, Decimal]:
        """The word after “and a half” or “and three quarters”, and what that adds; 0 if there is none."""
        at = place
        if self._follows_and(at, "article") and self._follows(at + 1, "half"):
            return at + 2, Decimal("0.5")
        is_half = at < len(self._words) and self._words[at].kinds.get("part") == 2
        if is_half and self._follows_and(at, "part"):
            return at + 1, Decimal("0.5")
        if not (self._follows_and(at, "article") or self._follows_and(at, "small")):
            return 0, Decimal(0)
        if not self._follows(at + 1, "part") or not self._is_added_part(at + 1):
            return 0, Decimal(0)
        many = self._words[at].kinds.get("small", Decimal(1))
        return at + 2, many / self._words[at + 1].kinds["part"]

    def _is_added_part(self, place: int) -> bool:
        """Whether a part is that of “three and a quarter percent”: nothing that it is one of, or orders."""
        word = self._words[place]
        following = _WORD.match(self._text, word.end + 1)
        is_bare = following is not None and following[0].lower() != "of"
        return is_bare and "rank" not in word.kinds

    def _sum(self, place: int, first: Decimal | None) -> tuple[Decimal, int]:
        """Adds and multiplies as number words do, with falling magnitudes."""
        words = self._words
        total, smallest = Decimal(0), Decimal("Infinity")
        kinds = words[place].kinds
        group = first or kinds.get("small", kinds.get("scale", Decimal(0)))
        if group >= 1000:
            total, group, smallest = group, Decimal(0), group
        after = place + 1
        while after < len(words):
            if self._follows(after, "scale"):
                scale = words[after].kinds["scale"]
                if scale == 100 and 0 < group < 100:
                    group *= 100
                elif group and 100 < scale < smallest:
                    total = _EXACT.add(total, _EXACT.multiply(group, scale))
                    group, smallest = Decimal(0), scale
                elif not group and scale > smallest:
                    total, smallest = _EXACT.multiply(total, scale), scale
                elif not group and total and scale == 100:
                    group = scale
                else:
                    break
            else:
                added = self._added(after, group, total)
                if added is None:
                    break
                group = added
            after += 1
        return _EXACT.add(total, group), after

    def _added(self, place: int, group: Decimal, total: Decimal) -> Decimal | None:
        """The group with the number word at `place`; None if that begins another number."""
        follows, follows_and = self._follows(place, "small"), self._follows_and(place, "small")
        if not (follows or follows_and):
            return None
        small = self._words[place].kinds["small"]
        if small < 1 or small != small.to_integral_value():
            return None
        is_french = "soixante" in self._numerals.small
        below = group % 100
        if not group:
            fits = total > 0 and (follows or small < 100)
        elif is_french and follows and below == 4 and small == 20:
            return group + 76
        elif is_french and below == 10:
            fits = follows and 7 <= small <= 9
        elif below == 0:
            fits = small < 100 and (follows or "and" in self._numerals.joins)
        elif is_french and below in (60, 80):
            fits = small < 20
        else:
            can_follow = follows or "and" not in self._numerals.joins
            fits = below % 10 == 0 and below >= 20 and small < 10 and can_follow
        return group + small if fits else None


_HAN_ONES = {mark: value for value, mark in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN = "".join((*_HAN_ONES, *HAN_SCALES))
MEASURE_WORDS = (
    "个個家名位项項台辆架艘次条條种種件块座人国國轮輪篇份所间間支只头場场类類批座艘起步级級处處"
    "套户戶趟栋棟亩畝匹"
)
_HAN_UNITS = MEASURE_WORDS + "年天日周元吨噸倍米克桶度"
_HAN_NUMBER = re.compile(
    rf"""百分之(?P<percent>[0-9.]{{1,20}}|[{_HAN}]{{1,20}}(?:点[{"".join(_HAN_ONES)}]{{1,4}})?)
       | (?P<under>[{_HAN}]{{1,8}})分之(?P<top>[{_HAN}]{{1,8}})
       | 第(?P<rank>[{_HAN}]{{1,8}}|[0-9]{{1,8}})
       | 翻(?:了)?(?P<doublings>[一两兩])番
       | (?P<tenths>[一二两兩三四五六七八九])成(?P<hundredths>[一二两兩三四五六七八九半])?
             (?![为為立员員功绩績果本交长長分定熟都份品])
       | (?P<times>[{_HAN}]{{1,8}})倍
       | (?P<half>一半|半数|過半数|过半数)
       | (?P<long>[一二两兩三四五六七八九十][{_HAN}]{{0,20}}[十百千万萬亿億][{_HAN}]{{0,20}}
             | 十[一二三四五六七八九])
       | (?<!第)(?P<one>[一二两兩三四五六七八九十])(?=[{_HAN_UNITS}])
    """,
    re.VERBOSE,
)


def _han_phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    for found in _HAN_NUMBER.finditer(text, start, end):
        kind = "tenths" if found["tenths"] else found.lastgroup or ""
        phrase = _han_phrase(found, kind)
        if phrase:
            yield phrase


def _han_phrase(found: re.Match[str], kind: str) -> Phrase | None:
    start, end = found.span()
    if kind == "half":
        return Phrase(Decimal("0.5"), start, end, QuantityForm.FRACTION)
    if kind == "doublings":
        return Phrase(Decimal(2 if found[kind] == "一" else 4), start, end, QuantityForm.MULTIPLE)
    value = han_value(found[kind])
    if value is None:
        return None
    if kind in ("percent", "tenths"):
        value = value * 10 + _hundredths(found) if kind == "tenths" else value
        return Phrase(value, start, end, is_percent=True)
    if kind == "top":
        under = han_value(found["under"])
        return Phrase(value / under, start, end, QuantityForm.FRACTION) if under else None
    forms = {"rank": QuantityForm.RANK, "times": QuantityForm.MULTIPLE}
    return Phrase(
        value, start, end, forms.get(kind, QuantityForm.NUMBER), is_one=value == 1 and kind == "one"
    )


def _hundredths(found: re.Match[str]) -> int:
    """The six of 四成六."""
    ones = found["hundredths"]
    return 5 if ones == "半" else _HAN_ONES[ones] if ones else 0


def han_value(marks: str) -> Decimal | None:
    """What a number in Han characters is worth; None if it is none."""
    if marks[0].isdecimal():
        return Decimal(marks) if re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,6})?", marks) else None
    whole, point, decimals = marks.partition("点")
    if point:
        value = han_value(whole)
        rest = "".join(str(_HAN_ONES[mark]) for mark in decimals)
        return None if value is None else value + Decimal(f"0.{rest}")
    if all(mark in _HAN_ONES for mark in marks):
        return Decimal("".join(str(_HAN_ONES[mark]) for mark in marks[:40]))
    total = section = ones = 0
    for mark in marks[:40]:
        if mark in _HAN_ONES:
            ones = _HAN_ONES[mark]
        elif (scale := HAN_SCALES[mark]) < 10**4:
            section, ones = section + (ones or 1) * scale, 0
        elif total > scale:
            total, section, ones = total + (section + ones) * scale, 0, 0
        else:
            total, section, ones = (total + section + ones or 1) * scale, 0, 0
    return Decimal(total + section + ones)
