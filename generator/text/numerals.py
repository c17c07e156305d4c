"""The words by which five languages write numbers: data for the reader of quantities.

Every table is keyed by the word in small letters, without a point at its end. A language without tables of
its own has its digits read, and the signs that all languages share.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import chain

from generator.model.quantities import Bound


class Marks(StrEnum):
    """By which marks a language groups digits and begins decimals."""

    POINT = "1,234.5"
    COMMA = "1.234,5"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language.

    `small` are the words up to 99 and what adds up like them; `scales` multiply; `ranks` order; `parts` are
    denominators (“thirds” 3), `part_of_one` what is a fraction by itself (“half”); `multiples` say how many
    times; `groups` count things by the number (“a dozen”); `sets` do so without an article (“both”).
    """

    marks: Marks = Marks.UNKNOWN
    small: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    rank_endings: tuple[str, ...] = ()
    parts: Mapping[str, int] = field(default_factory=dict)
    part_of_one: Mapping[str, Decimal] = field(default_factory=dict)
    multiples: Mapping[str, Decimal] = field(default_factory=dict)
    multiple_stems: Mapping[str, Decimal] = field(default_factory=dict)
    times: frozenset[str] = frozenset()
    groups: Mapping[str, int] = field(default_factory=dict)
    sets: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    """Articles after which a fraction may stand without a number: “du quart”."""
    passed: frozenset[str] = frozenset()
    """Articles that may stand between a bound and its number: “más de la mitad”."""
    contracted: Mapping[str, str] = field(default_factory=dict)
    """Articles that are one word with the end of a bound: “plus du quart”."""
    part_nouns: frozenset[str] = frozenset()
    """Nouns that make a rank a fraction: “la cuarta parte”."""
    joins: frozenset[str] = frozenset()
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    bounds_after: Mapping[str, Bound] = field(default_factory=dict)
    to: frozenset[str] = frozenset()
    ands: frozenset[str] = frozenset()
    ors: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    from_: frozenset[str] = frozenset()
    changes: tuple[str, ...] = ()
    year_after: frozenset[str] = frozenset()
    clock_after: frozenset[str] = frozenset()
    no_nouns: frozenset[str] = frozenset()


def words_of(text: str) -> frozenset[str]:
    """The words of a text that spaces part."""
    return frozenset(text.split())


def stems_of(text: str) -> tuple[str, ...]:
    """The beginnings of words, to be asked by `str.startswith`."""
    return tuple(text.split())


def _row(words: str, first: int = 0, step: int = 1) -> dict[str, int]:
    """Words in counting order; variants of one number are parted by a slash."""
    numbered = enumerate(words.split())
    return {word: first + step * place for place, each in numbered for word in each.split("/")}


def _table(words: str) -> dict[str, int]:
    """`word=number` pairs; several words of one number are parted by a slash."""
    pairs = (each.split("=") for each in words.split())
    return {word: int(Decimal(number)) for names, number in pairs for word in names.split("/")}


def _worth(words: str) -> dict[str, Decimal]:
    pairs = (each.split("=") for each in words.split())
    return {word: Decimal(number) for names, number in pairs for word in names.split("/")}


def _bounds(**phrases: str) -> dict[str, Bound]:
    """Phrases of each bound, parted by a bar."""
    found = (
        (phrase.strip(), Bound[name.upper()]) for name, each in phrases.items() for phrase in each.split("|")
    )
    return dict(found)


_SHORT_SCALES = _table("k=1e3 mn/mln/mio=1e6 bn/bln/mrd/mia=1e9 tn/trn/trln=1e12")
_SIGNS = _bounds(about="~|≈|∼|c|ca|circa", more=">", less="<", at_least="≥", at_most="≤")

_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_EN_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_EN_RANK_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
_EN_PARTS = (
    "half/halves=2 third/thirds=3 quarter/quarters/fourth/fourths=4 fifth/fifths=5 sixth/sixths=6"
    " seventh/sevenths=7 eighth/eighths=8 ninth/ninths=9 tenth/tenths=10 twelfth/twelfths=12"
    " sixteenth/sixteenths=16 twentieth/twentieths=20 hundredth/hundredths=100 thousandth/thousandths=1000"
)
_EN_NO_NOUNS = (
    "a about above according across after again against ago all alone along already also although "
    "always among an"
    " and any apiece are around as at away be because been before being below but by can could daily"
    " did do does bigger cheaper dearer faster fewer greater heavier larger lighter longer quicker shorter"
    " slower smaller stronger weaker"
    " down during each earlier else even every few for from had has have he her higher his how "
    "however if in into"
    " is it its just last later less long low lower many may might more most much must no nor not "
    "now of off on"
    " once one only or other others otherwise out over own people's per plus rather respectively "
    "said say says"
    " she should since so some still such than that the their them then there these they this those though"
    " through throughout to today together too toward towards under unless until up upon was we were"
    " what when"
    " where whereas which while who whom whose why will with within without would yet you"
)
ENGLISH = Numerals(
    marks=Marks.POINT,
    small=_row(_EN_ONES) | _row(_EN_TENS, 20, 10),
    scales=_SHORT_SCALES
    | _table(
        "hundred=100 thousand/thousands=1e3 million/millions=1e6 billion/billions=1e9 trillion/trillions=1e12"
        " quadrillion=1e15 lakh/lakhs/lac/lacs=1e5 crore/crores=1e7"
    ),
    ranks=_row(_EN_RANKS, 1) | _row(_EN_RANK_TENS, 20, 10),
    rank_endings=("st", "nd", "rd", "th"),
    parts=_table(_EN_PARTS),
    part_of_one=_worth("half=0.5"),
    multiples=_worth(
        "doubled/double/doubles/doubling/twice/twofold=2 "
        "tripled/triple/triples/tripling/trebled/thrice/threefold=3"
        " quadrupled/quadruple/quadrupling/fourfold=4 quintupled/fivefold=5 sixfold=6 sevenfold=7 eightfold=8"
        " ninefold=9 tenfold=10 hundredfold=100 halved/halve/halves/halving=0.5"
    ),
    times=frozenset(("times", "fold")),
    groups=_table("dozen=12 pair=2 couple=2 trio=3 quartet=4 score=20 duo=2"),
    sets=_table("both=2"),
    articles=frozenset(("a", "an")),
    joins=frozenset(("and",)),
    bounds=_SIGNS
    | _bounds(
        about="about|around|roughly|approximately|some|an estimated|estimated|near|close to|in the region "
        "of|or so",
        more="more than|over|above|exceeding|exceeded|upwards of|in excess of|greater than|topped|north of"
        "|no fewer than over|well over|just over|slightly more than|just above|a good|a little over"
        "|a little more than",
        less="less than|fewer than|under|below|short of|just under|well under|just below|smaller than"
        "|not even|not quite",
        at_least="at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of",
        at_most="at most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum of",
        nearly="nearly|almost|almost all|nearly all|virtually|approaching|not quite",
        exactly="exactly|precisely|exact|fully",
        only="only|just|merely|a mere|mere|barely",
    ),
    bounds_after=_bounds(
        at_least="or more|and more|and over|or over|and above|plus|and up|or higher|at least",
        at_most="or less|or fewer|or under|and under|at most",
        about="or so|or thereabouts|approximately",
        only="only",
    ),
    to=frozenset(("to", "through", "until")),
    ands=frozenset(("and",)),
    ors=frozenset(("or",)),
    between=frozenset(("between",)),
    from_=frozenset(("from",)),
    changes=stems_of(
        "rose rise rises risen rising fell fall falls fallen falling increas decreas grew grow"
        " grown drop cut rais lower climb jump declin widen narrow went goes going up down chang"
        " moved mov shrank shrunk slid slump surg eas slow soar reduc expand advanc retreat slipp"
        " dipp doubl tripl"
    ),
    year_after=words_of(
        "in since by of until before after during from through early late mid year fiscal and to"
        " till till around spring summer autumn fall winter end between"
    ),
    clock_after=words_of("at by until from till before after around about"),
    no_nouns=frozenset(_EN_NO_NOUNS.split()),
)

_DE_ONES = (
    "null eins/ein/eine/einen/einem/einer/eines zwei/zwo drei vier fünf sechs sieben acht neun zehn elf zwölf"
    " dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
_DE_RANKS = "erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft"
_DE_ENDINGS = ("e", "en", "er", "es", "em")
_DE_RANK_TABLE = {
    stem + ending: number
    for stem, number in (_row(_DE_RANKS, 1) | _row("zwanzigst dreißigst vierzigst fünfzigst", 20, 10)).items()
    for ending in _DE_ENDINGS
}
GERMAN = Numerals(
    marks=Marks.COMMA,
    small=_row(_DE_ONES) | _row(_DE_TENS, 20, 10),
    scales=_SHORT_SCALES
    | _table(
        "hundert=100 tausend/tausende/tsd=1e3 million/millionen=1e6 milliarde/milliarden/md=1e9"
        " billion/billionen/bio=1e12 billiarde/billiarden=1e15"
    ),
    ranks=_DE_RANK_TABLE,
    parts=_table(
        "hälfte=2 drittel/dritteln=3 viertel/vierteln=4 fünftel/fünfteln=5 sechstel/sechsteln=6 siebtel=7"
        " achtel/achteln=8 neuntel=9 zehntel/zehnteln=10 zwanzigstel=20 hundertstel=100 tausendstel=1000"
    ),
    part_of_one=_worth("hälfte/halb/halbe/halber/halbes/halben=0.5"),
    multiples=_worth(
        "doppelt/doppelte/doppelten/doppelter/zweifach/zweifache/zweimal=2 dreifach/dreifache/dreimal=3"
        " vierfach/vierfache/viermal=4 fünffach/fünffache/fünfmal=5 sechsmal=6 zehnfach/zehnfache/zehnmal=10"
        " hundertfach=100"
    ),
    multiple_stems=_worth("verdoppel=2 verdreifach=3 vervierfach=4 verfünffach=5 verzehnfach=10 halbier=0.5"),
    times=frozenset(("mal", "fach", "fache")),
    groups=_table("dutzend=12 paar=2 duo=2 trio=3"),
    sets=_table("beide/beiden/beider=2"),
    articles=frozenset(("ein", "eine", "einen", "einem", "einer", "eines")),
    passed=frozenset(("der", "die", "das", "den", "dem")),
    bounds=_SIGNS
    | _bounds(
        about="etwa|rund|ungefähr|zirka|gut und gerne|schätzungsweise|in etwa|an die|geschätzt|annähernd",
        more="mehr als|über|gut|jenseits von|oberhalb von",
        less="weniger als|keine|nicht einmal|nicht ganz|unter|knapp unter|unterhalb von",
        at_least="mindestens|wenigstens|zumindest|nicht weniger als",
        at_most="höchstens|maximal|bis zu|nicht mehr als",
        nearly="fast|beinahe|nahezu|knapp",
        exactly="genau|exakt|präzise",
        only="nur|lediglich|bloß|gerade einmal",
    ),
    bounds_after=_bounds(at_least="oder mehr|und mehr", at_most="oder weniger"),
    to=frozenset(("bis",)),
    ands=frozenset(("und",)),
    ors=frozenset(("oder", "auf")),
    between=frozenset(("zwischen",)),
    from_=frozenset(("von",)),
    changes=stems_of(
        "stieg steig gestiegen fiel fallen gefallen sank sink gesunken erhöh senk gesenk wuchs"
        " wachs gewachsen kletter rutsch ging zurück zunahm abnahm verringer reduzier verdoppel"
    ),
    year_after=words_of(
        "in im seit bis vor nach ab anfang mitte ende jahr jahre jahres frühjahr sommer herbst"
        " winter und zwischen von"
    ),
    clock_after=words_of("um gegen bis ab von vor nach"),
    no_nouns=words_of(
        "ab aber als am an auch auf aus bei beim bis da damit dann das dass dem den denn der des"
        " die dies diese dieser doch durch ein eine einem einen einer eines er es für gegen hat"
        " hatte hatten haben habe im in ins ist je jedoch mehr mit nach nicht noch nur ob oder ohne"
        " pro sagte schon sehr sein seine sich sie sind so sollen sowie über um und unter vom von"
        " vor war waren was weil weniger wenn wer werden wie wird wo wurde wurden zu zum zur"
        " zwischen"
    ),
)

_FR_ONES = "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
FRENCH = Numerals(
    marks=Marks.COMMA,
    small=_row(_FR_ONES)
    | _row("vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante", 20, 10),
    scales=_SHORT_SCALES
    | _table(
        "cent/cents=100 mille=1e3 millier/milliers=1e3 million/millions=1e6 milliard/milliards/md/mds=1e9"
        " billion/billions=1e12"
    ),
    ranks=_table(
        "premier/première/premiers/premières=1 deuxième/second/seconde=2 troisième=3 quatrième=4 cinquième=5"
        " sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 quinzième=15 "
        "vingtième=20"
    ),
    rank_endings=("er", "re", "ère", "e", "ème", "es", "nd", "nde"),
    parts=_table(
        "demi/demie/demis=2 tiers=3 quart/quarts=4 cinquième/cinquièmes=5 sixième/sixièmes=6 "
        "huitième/huitièmes=8"
        " dixième/dixièmes=10 centième/centièmes=100 millième/millièmes=1000"
    ),
    part_of_one=_worth("moitié=0.5"),
    multiples=_worth("double=2 triple=3 quadruple=4"),
    multiple_stems=_worth("doubl=2 tripl=3 quadrupl=4"),
    times=frozenset(("fois",)),
    groups=_table(
        "douzaine/douzaines=12 dizaine/dizaines=10 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50"
        " centaine/centaines=100 paire=2 couple=2 quinzaine=15"
    ),
    articles=frozenset(("un", "une")),
    definite=frozenset(("le", "du", "au")),
    passed=frozenset(("le", "la", "les")),
    contracted={"du": "de", "des": "de", "d'": "de", "d’": "de"},
    joins=frozenset(("et",)),
    bounds=_SIGNS
    | _bounds(
        about="environ|près de|autour de|à peu près|quelque|approximativement|aux alentours de|une",
        more="plus de|plus que|au-dessus de|au-delà de|dépassant"
        "|dépasser|dépasse|dépassent|dépassé|supérieur à|supérieure à|franchir|franchi",
        less="moins de|même pas|moins que|au-dessous de|en dessous de",
        at_least="au moins|au minimum|pas moins de",
        at_most="au plus|au maximum|jusqu'à|jusqu’à|pas plus de|maximum",
        nearly="presque|quasi|quasiment",
        exactly="exactement|précisément",
        only="seulement|uniquement|ne que|à peine",
    ),
    bounds_after=_bounds(
        at_least="ou plus|et plus|au moins|au minimum", at_most="ou moins|au plus|au maximum"
    ),
    to=frozenset(("à", "au")),
    ands=frozenset(("et",)),
    ors=frozenset(("ou",)),
    between=frozenset(("entre",)),
    from_=frozenset(("de", "du")),
    changes=stems_of(
        "pass augment baiss recul progress grimp hauss chut diminu tomb bondi mont rédui recule est"
    ),
    year_after=words_of(
        "en depuis jusqu'en avant après dès fin début mi année an l'année été printemps automne"
        " hiver et entre de"
    ),
    clock_after=words_of("à vers avant après dès"),
    no_nouns=words_of(
        "aujourd a à afin ainsi alors après au aussi autre autres aux avait avant avec car ce cela ces cet"
        " cette chez comme contre dans de depuis des dès donc dont du elle elles en entre est et été"
        " était il ils je la le les leur leurs lors lui mais moins ne non nous ont ou où par pas"
        " pendant plus pour pourrait qu que qui sa sans se selon ses seront si son sont sous sur"
        " tandis tous tout toutes très un une vers vous"
    ),
)

_ES_ONES = (
    "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_HUNDREDS = (
    "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas"
    " seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas"
)
SPANISH = Numerals(
    marks=Marks.COMMA,
    small=_row(_ES_ONES)
    | _row("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | _row(_ES_HUNDREDS, 200, 100),
    scales=_SHORT_SCALES
    | _table(
        "cien/ciento/cientos=100 mil/miles=1e3 millón/millones/mill=1e6 millardo/millardos=1e9"
        " billón/billones=1e12"
    ),
    ranks=_table(
        "primer/primero/primera/primeros/primeras=1 segundo/segunda=2 tercer/tercero/tercera=3 "
        "cuarto/cuarta=4"
        " quinto/quinta=5 sexto/sexta=6 séptimo/séptima=7 octavo/octava=8 noveno/novena=9 décimo/décima=10"
    ),
    rank_endings=("º", "ª", "o", "a", "er"),
    parts=_table(
        "medio/media=2 tercio/tercios/terceras=3 cuarto/cuartos/cuartas=4 quinto/quintos/quintas=5"
        " sexto/sextos=6 octavo/octavos=8"
        " décimo/décimos/décima/décimas=10 centésima/centésimas=100"
    ),
    part_of_one=_worth("mitad=0.5"),
    multiples=_worth("doble=2 triple=3 cuádruple=4"),
    multiple_stems=_worth("duplic=2 triplic=3 cuadruplic=4"),
    times=frozenset(("veces", "vez")),
    groups=_table(
        "docena/docenas=12 decena/decenas=10 centenar/centenares=100 par=2 pareja=2 quincena=15"
        " veintena=20 treintena=30 cuarentena=40 cincuentena=50 millar/millares=1000"
    ),
    sets=_table("ambos/ambas=2"),
    articles=frozenset(("un", "una", "uno")),
    part_nouns=frozenset(("parte", "partes")),
    passed=frozenset(("el", "la", "los", "las")),
    contracted={"del": "de"},
    joins=frozenset(("y",)),
    bounds=_SIGNS
    | _bounds(
        about="unos|unas|cerca de|alrededor de|aproximadamente|en torno a|más o menos",
        more="más de|más que|por encima de|superior a",
        less="menos de|ni siquiera|menos que|por debajo de|inferior a",
        at_least="al menos|por lo menos|como mínimo|no menos de",
        at_most="como máximo|hasta|a lo sumo|no más de",
        nearly="casi|prácticamente",
        exactly="exactamente|precisamente",
        only="solo|sólo|solamente|únicamente|apenas",
    ),
    bounds_after=_bounds(at_least="o más|y más|como mínimo|al menos", at_most="o menos|como máximo"),
    to=frozenset(("a", "al")),
    ands=frozenset(("y",)),
    ors=frozenset(
        (
            "o",
            "u",
        )
    ),
    between=frozenset(("entre",)),
    from_=frozenset(("de", "del")),
    changes=stems_of("subi subió aument baj cay cayó pas crec reduc descend retroced disminu elev recort"),
    year_after=words_of(
        "en desde hasta de del antes después durante año años finales principios mediados verano"
        " otoño invierno primavera y entre"
    ),
    clock_after=frozenset(["las", "la"]),
    no_nouns=words_of(
        "a al ante antes aunque cada como con contra cual cuando de del desde después dijo donde"
        " durante e el ella ellas ellos en entre era es esta este esto estos fue fueron ha había han"
        " hasta la las lo los más menos mientras muy ni no o para pero por porque que se según ser"
        " si sin sobre son su sus también tras u un una y ya"
    ),
)

CHINESE = Numerals(
    marks=Marks.POINT,
    scales=_SHORT_SCALES,
    bounds=_SIGNS
    | _bounds(
        about="约|大约|大概|约为|将近约",
        more="超过|超|逾|多于|高于|大于",
        less="不到|少于|低于|不足|小于|未满",
        at_least="至少|最少|不少于",
        at_most="至多|最多|最高|不超过|高达",
        nearly="近|将近|接近|几乎",
        exactly="正好|恰好|整整",
        only="仅|只有|仅有|仅仅|只",
    ),
    bounds_after=_bounds(
        at_least="以上|及以上", at_most="以下|以内|及以下", about="左右|上下|前后", more="多|余|有余"
    ),
)

_TABLES: Mapping[str, Numerals] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "zh": CHINESE,
}
_POINT = words_of("ja ko th he hi ms bn ur ta te sw fil")
_COMMA = words_of("it nl pt da el id tr ru uk pl cs sk sv nb nn no fi hu ro bg hr sr sl vi ca et lv lt is")
# Regions that part with the habit of their language.
_POINT_REGIONS = words_of("es-mx es-us es-pr es-gt es-hn es-ni es-pa es-sv es-do de-ch de-li fr-ch it-ch")


def primary(language: str) -> str:
    """The main language of a tag: `de` of `de-AT`."""
    return language.partition("-")[0].lower()


@cache
def numerals_of(language: str) -> Numerals:
    """The number words of the language of a BCP 47 tag, and the marks in its numbers."""
    main = primary(language)
    table = _TABLES.get(main)
    if table is None:
        marks = Marks.POINT if main in _POINT else Marks.COMMA if main in _COMMA else Marks.UNKNOWN
        return Numerals(marks=marks, scales=_SHORT_SCALES, bounds=_SIGNS)
    return table


def marks_of(language: str) -> Marks:
    """By which marks the language of a tag groups digits and begins decimals, in its region."""
    return Marks.POINT if language.lower() in _POINT_REGIONS else numerals_of(language).marks


LANGUAGES = frozenset(_TABLES)
LONGEST_BOUND = max(
    len(phrase.split()) for table in _TABLES.values() for phrase in chain(table.bounds, table.bounds_after)
)
