"""The words by which five languages write dates: data for the reader of dates."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from generator.text.numerals import primary


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The calendar of one language.

    `months`, `weekdays` (Monday 1) and `seasons` (spring 1) by their words as printed, and `abbreviated`
    months. `doubtful` words are months only where a day, a year or a word of time stands beside them.
    `of` stands between day, month and year; `days` are marks after a day's digits, `the` words before them;
    `joins` part two dates that share a year. `shifts` are words that point from the day of writing: by so
    many days, or by so many weeks, months, years (`last week` is `-1w`).
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    of: str
    ordinals: str
    joins: str
    last: frozenset[str]
    next: frozenset[str]
    shifts: Mapping[str, str]
    future: re.Pattern[str]
    quarter: str
    quarter_ranks: Mapping[str, int]
    time_words: frozenset[str]
    doubtful: frozenset[str] = frozenset()
    month_first: bool = False
    day_first_slash: bool = True


def _numbered(words: str) -> dict[str, int]:
    """Words in their order, the variants of one parted by a slash."""
    return {word: place for place, each in enumerate(words.split(), 1) for word in each.split("/")}


def _shifts(text: str) -> dict[str, str]:
    pairs = (each.rsplit("=", 1) for each in text.split("|"))
    return {words.strip(): shift.strip() for words, shift in pairs}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)


_ENGLISH = CalendarWords(
    months=_numbered(
        "January/Jan February/Feb March/Mar April/Apr May June/Jun July/Jul August/Aug September/Sept/Sep"
        " October/Oct November/Nov December/Dec"
    ),
    weekdays=_numbered(
        "Monday/Mon Tuesday/Tues/Tue Wednesday/Wed Thursday/Thurs/Thu Friday/Fri Saturday Sunday"
    ),
    seasons=_numbered("spring summer autumn/fall winter"),
    of=r"(?:of\s+)?",
    ordinals=r"(?:st|nd|rd|th)?",
    joins=r"(?:to|through|until|and|or)\s+(?:the\s+)?",
    last=_words("last past previous"),
    next=_words("next coming"),
    shifts=_shifts(
        "yesterday=-1d|today=0d|tomorrow=1d|last week=-1w|this week=0w|next week=1w|last month=-1m"
        "|this month=0m|next month=1m|last year=-1y|this year=0y|next year=1y"
    ),
    future=_any(
        "will|would|shall|expected|planned|plans|due|scheduled|set to|is to|are to|to be|next|upcoming"
    ),
    quarter=r"[\s-]quarter",
    quarter_ranks=_numbered("first second third fourth"),
    time_words=_words(
        "in since by of until before after during from through early late mid last next this on between and"
        " to every past"
    ),
    doubtful=_words("May March Mar Mon Sun Sat Wed Jan fall spring"),
    month_first=True,
    day_first_slash=False,
)

_GERMAN = CalendarWords(
    months=_numbered(
        "Januar/Jänner/Jan Februar/Feber/Feb März/Mär April/Apr Mai Juni/Jun Juli/Jul August/Aug"
        " September/Sept/Sep Oktober/Okt November/Nov Dezember/Dez"
    ),
    weekdays=_numbered(
        "Montag/Montags Dienstag/Dienstags Mittwoch/Mittwochs Donnerstag/Donnerstags Freitag/Freitags"
        " Samstag/Sonnabend Sonntag/Sonntags"
    ),
    seasons=_numbered("Frühjahr/Frühling Sommer Herbst Winter"),
    of="",
    ordinals=r"\.?",
    joins=r"(?:bis|und|oder)\s+(?:zum\s+|dem\s+)?",
    last=_words("letzten letzter letzte vergangenen vergangener vorigen"),
    next=_words("nächsten nächster nächste kommenden kommender"),
    shifts=_shifts(
        "vorgestern=-2d|gestern=-1d|heute=0d|morgen=1d|übermorgen=2d|letzte woche=-1w|diese woche=0w"
        "|vergangene woche=-1w|nächste woche=1w|letzten monat=-1m|diesen monat=0m|nächsten monat=1m"
        "|letztes jahr=-1y|dieses jahr=0y|nächstes jahr=1y|vergangenes jahr=-1y|im vergangenen jahr=-1y"
        "|im letzten jahr=-1y|im vorigen jahr=-1y|im vorjahr=-1y|im kommenden jahr=1y|im nächsten jahr=1y"
        "|kommendes jahr=1y|in diesem jahr=0y|in der vergangenen woche=-1w|in der kommenden woche=1w"
        "|kommende woche=1w|vorige woche=-1w|gestern abend=-1d|heute abend=0d|im kommenden monat=1m"
        "|im vergangenen monat=-1m|in diesem monat=0m"
    ),
    future=_any(
        "wird|werden|würde|würden|soll|sollen|will|wollen|erwartet|hofft|hoffen|plant|planen|geplant|nächste[nrs]?"
        "|kommende[nrs]?"
    ),
    quarter=r"\s+Quartals?",
    quarter_ranks=_numbered(
        "erstes/ersten/erste zweites/zweiten/zweite drittes/dritten/dritte viertes/vierten/vierte"
    ),
    time_words=_words("im in seit bis ab vom am anfang mitte ende von und letzten nächsten"),
)

_FRENCH = CalendarWords(
    months=_numbered(
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct"
        " novembre/nov décembre/déc"
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    seasons=_numbered("printemps été automne hiver"),
    of="",
    ordinals=r"(?:er)?",
    joins=r"(?:au|et|ou|à|et\s+le|au\s+)\s+(?:le\s+)?",
    last=_words("dernier dernière passé"),
    next=_words("prochain prochaine"),
    shifts=_shifts(
        "avant-hier=-2d|hier=-1d|aujourd'hui=0d|aujourd’hui=0d|demain=1d|la semaine dernière=-1w"
        ""
        "|cette semaine=0w|la semaine prochaine=1w|le mois dernier=-1m|ce mois-ci=0m|le mois prochain=1m"
        "|l'an dernier=-1y"
        "|l'an passé=-1y|l’an passé=-1y|l'année passée=-1y|l’année passée=-1y|hier soir=-1d|l'an prochain=1y"
        "|l’an prochain=1y|après-demain=2d|la semaine passée=-1w|le mois passé=-1m"
        "|l’an dernier=-1y|l'année dernière=-1y|l’année dernière=-1y|cette année=0y|l'année prochaine=1y"
    ),
    future=_any(
        "sera|seront|devrait|devraient|doit|doivent|va|vont|prévue?s?|prévoit|prévoient|espère|espèrent|compte"
        "|comptent|prochaine?s?"
    ),
    quarter=r"\s+trimestre",
    quarter_ranks=_numbered("premier/1er deuxième/2e/2ème troisième/3e/3ème quatrième/4e/4ème"),
    time_words=_words("en depuis jusqu'en avant après dès fin début mi de du au le et d'ici"),
    doubtful=_words("été"),
)

_SPANISH = CalendarWords(
    months=_numbered(
        "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic"
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo"),
    seasons=_numbered("primavera verano otoño invierno"),
    of=r"(?:del?\s+)?",
    ordinals=r"(?:\.?º)?",
    joins=r"(?:al?|y|e|o|hasta)\s+(?:el\s+)?",
    last=_words("pasado pasada último última"),
    next=_words("próximo próxima"),
    shifts=_shifts(
        "anteayer=-2d|anoche=-1d|pasado mañana=2d|ayer=-1d|el año que viene=1y"
        "|hoy=0d|mañana=1d|la semana pasada=-1w|esta semana=0w|la próxima semana=1w"
        "|el mes pasado=-1m|este mes=0m|el próximo mes=1m|el año pasado=-1y|este año=0y|el próximo año=1y"
    ),
    future=_any(
        "será|serán|debería|deberían|debe|deben|va|van|previst[oa]s?|prevé|prevén|espera|esperan|próxim[oa]s?"
    ),
    quarter=r"\s+trimestre",
    quarter_ranks=_numbered("primer/primero segundo tercer/tercero cuarto"),
    time_words=_words("en desde hasta antes después de del durante y a"),
    doubtful=_words("mar may"),
)

_CHINESE = CalendarWords(
    months={},
    weekdays={
        prefix + day: number
        for prefix in ("星期", "周", "礼拜")
        for number, days in enumerate(("一", "二", "三", "四", "五", "六", "日天"), 1)
        for day in days
    },
    seasons={"春季": 1, "夏季": 2, "秋季": 3, "冬季": 4},
    of="",
    ordinals="",
    joins="",
    last=_words("上"),
    next=_words("下"),
    shifts=_shifts(
        "前天=-2d|昨天=-1d|昨日=-1d|今天=0d|今日=0d|明天=1d|后天=2d|上周=-1w|本周=0w|下周=1w|上个月=-1m|上月=-1m|本月=0m"
        "|下个月=1m|下月=1m|去年=-1y|今年=0y|明年=1y|昨晚=-1d|昨夜=-1d|今晚=0d|今早=0d|今晨=0d|明晚=1d|明早=1d|前年=-2y"
        "|后年=2y|这个月=0m|这周=0w|本年=0y"
    ),
    future=re.compile("将|预计|计划|拟|有望|定于|预定"),
    quarter="季度",
    quarter_ranks=_numbered("一 二 三 四"),
    time_words=frozenset(),
)

_TABLES: Mapping[str, CalendarWords] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "zh": _CHINESE,
}


def calendar_of(language: str) -> CalendarWords:
    """The calendar of the language of a BCP 47 tag; the English one if its words are not known."""
    return _TABLES.get(primary(language), _ENGLISH)


def _forms(words: Iterable[str]) -> set[str]:
    """Each word as it stands, capitalised, and in capitals."""
    return {form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())}


@cache
def word_pattern(language: str) -> re.Pattern[str]:
    """Finds every word of the calendar; literals only, so that a text without them is soon passed."""
    words = calendar_of(language)
    shifts = {each.split()[0] for each in words.shifts} if primary(language) != "zh" else set(words.shifts)
    forms = _forms([*words.months, *words.weekdays, *words.seasons, *shifts])
    return re.compile(
        "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
    )


@cache
def folded_tables(language: str) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    """Months, weekdays and seasons by their words in small letters."""
    words = calendar_of(language)
    months, weekdays, seasons = (
        {word.lower(): number for word, number in table.items()}
        for table in (words.months, words.weekdays, words.seasons)
    )
    return months, weekdays, seasons
