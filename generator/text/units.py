"""Units and currencies: by which words five languages name them, and how they convert exactly."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.text.numerals import primary, words_of

PERCENT = "%"
PER_MILLE = "[ppth]"
PERCENTAGE_POINT = "percentage-point"
BASIS_POINT = "basis-point"

# A name that stands for one of several units: it agrees with each of them, and converts into none.
LOOSE: Mapping[str, frozenset[str]] = {
    "ton": frozenset(("t", "[ston_av]", "[lton_av]")),
    "pound": frozenset(("[lb_av]", "GBP")),
    "ounce": frozenset(("[oz_av]", "[oz_tr]")),
    "yen-or-yuan": frozenset(("JPY", "CNY")),
    "degree": frozenset(("Cel", "[degF]")),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit as so many of the base unit of its dimension."""

    dimension: str
    factor: Decimal


def _dimension(name: str, units: str) -> dict[str, Scale]:
    pairs = (each.split("=") for each in units.split())
    return {unit: Scale(name, Decimal(factor)) for unit, factor in pairs}


_MASS = (
    "mg=0.000001 g=0.001 kg=1 t=1000 kt=1000000 Mt=1000000000 [lb_av]=0.45359237 [oz_av]=0.028349523125"
    " [oz_tr]=0.0311034768 [ston_av]=907.18474 [lton_av]=1016.0469088"
)
_LENGTH = (
    "nm=0.000000001 mm=0.001 cm=0.01 m=1 km=1000 [in_i]=0.0254 [ft_i]=0.3048 [yd_i]=0.9144 [mi_i]=1609.344"
    " [nmi_i]=1852"
)
_SCALES = (
    _dimension("mass", _MASS)
    | _dimension("length", _LENGTH)
    | _dimension("area", "m2=1 [sft_i]=0.09290304 har=10000 km2=1000000 [acr_us]=4046.8726098742")
    | _dimension("volume", "mL=0.001 L=1 m3=1000 [bbl_us]=158.987294928 [gal_us]=3.785411784")
    | _dimension("months", "mo=1 quarter=3 a=12 decade=120 century=1200")
    | _dimension("time", "s=1 min=60 h=3600 d=86400 wk=604800 fortnight=1209600")
    | _dimension("energy", "kW.h=1 MW.h=1000 GW.h=1000000 TW.h=1000000000")
    | _dimension("power", "W=0.001 kW=1 MW=1000 GW=1000000 TW=1000000000")
    | _dimension("points", "basis-point=0.01 percentage-point=1")
)


def scale_of(unit: str) -> Scale | None:
    """How a unit converts; None if it does not."""
    return _SCALES.get(unit)


def are_same(first: str, second: str) -> bool:
    """Whether two unit keys may name the same unit."""
    return first == second or second in LOOSE.get(first, ()) or first in LOOSE.get(second, ())


# Signs and short forms that all languages share; case matters.
_SIGNS = """
    % = % ％ ٪
    [ppth] = ‰
    kg = kg
    g = g
    mg = mg
    t = t
    kt = kt
    Mt = Mt
    [lb_av] = lb lbs
    [oz_av] = oz
    mm = mm
    cm = cm
    m = m
    km = km
    nm = nm
    [ft_i] = ft
    [mi_i] = mi
    m2 = m²
    km2 = km²
    m3 = m³
    har = ha
    mL = ml mL
    L = L
    h = h hr hrs
    min = min
    W = W
    kW = kW
    MW = MW
    GW = GW
    TW = TW
    kW.h = kWh
    MW.h = MWh
    GW.h = GWh
    TW.h = TWh
    Cel = °C
    [degF] = °F
    degree = °
    Hz = Hz
    MHz = MHz
    GHz = GHz
    MBy = MB
    GBy = GB
    TBy = TB
    km/h = km/h
    [mi_i]/h = mph
    basis-point = bps bp
    TEU = TEU TEUs
    dwt = dwt
    USD = $ US$ dlr dlrs
    HKD = HK$
    EUR = €
    GBP = £
    yen-or-yuan = ¥ ￥
    INR = ₹ Rs
    KRW = ₩
    RUB = ₽
    TRY = ₺
    VND = ₫
    CNY = 元 RMB CNH
    JPY = 円
    CHF = SFr
    DEM = DM
"""


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """The key and the words of each line `key = words`."""
    for line in table.strip().splitlines():
        key, _, words = line.strip().partition(" = ")
        yield key, words


_SHARED = {sign: key for key, signs in _rows(_SIGNS) for sign in signs.split()}
_DOLLAR_NAMES = "US=USD HK=HKD A=AUD AU=AUD C=CAD CA=CAD NZ=NZD S=SGD NT=TWD R=BRL"
_DOLLARS = dict(each.split("=") for each in _DOLLAR_NAMES.split())
_CODES = words_of(
    "AED ARS AUD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KRW"
    " MXN MYR NOK NZD PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
)

_WORDS = {
    "en": """
        % = percent, per cent, pct, percents
        [ppth] = per mille, per thousand
        percentage-point = percentage point, percentage points, pct point, pct points, pp
        basis-point = basis point, basis points
        kg = kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos
        g = gram, grams, gramme, grammes
        t = tonne, tonnes, metric ton, metric tons, metric tonnes
        ton = ton, tons
        [ston_av] = short ton, short tons
        [lton_av] = long ton, long tons
        pound = pound, pounds
        GBP = pound sterling, pounds sterling, stg, british pounds
        ounce = ounce, ounces
        [oz_tr] = troy ounce, troy ounces
        mm = millimetre, millimetres, millimeter, millimeters
        cm = centimetre, centimetres, centimeter, centimeters
        m = metre, metres, meter, meters
        km = kilometre, kilometres, kilometer, kilometers
        nm = nanometre, nanometres, nanometer, nanometers
        [in_i] = inch, inches
        [ft_i] = foot, feet
        [yd_i] = yard, yards
        [mi_i] = mile, miles
        [nmi_i] = nautical mile, nautical miles
        km/h = kilometres an hour, kilometres per hour, kilometers an hour, kilometers per hour, kph
        [mi_i]/h = miles an hour, miles per hour
        km2 = square kilometre, square kilometres, square kilometer, square kilometers, sq km
        m2 = square metre, square metres, square meter, square meters
        [sft_i] = square foot, square feet, sq ft
        m3 = cubic metre, cubic metres, cubic meter, cubic meters
        har = hectare, hectares
        [acr_us] = acre, acres
        L = litre, litres, liter, liters
        [gal_us] = gallon, gallons
        [bbl_us] = barrel, barrels, bbl, bbls
        s = second, seconds
        min = minute, minutes
        h = hour, hours
        d = day, days
        wk = week, weeks
        fortnight = fortnight, fortnights
        mo = month, months
        a = year, years, yr, yrs
        decade = decade, decades
        century = century, centuries
        W = watt, watts
        kW = kilowatt, kilowatts
        MW = megawatt, megawatts
        GW = gigawatt, gigawatts
        kW.h = kilowatt hour, kilowatt hours, kilowatt-hours
        MW.h = megawatt hour, megawatt hours, megawatt-hours
        degree = degree, degrees
        Cel = degrees celsius, degree celsius
        [degF] = degrees fahrenheit
        USD = dollar, dollars, us dollar, us dollars, dlrs, dlr, buck, bucks
        CAD = canadian dollars, canadian dollar, canadian dlrs
        AUD = australian dollars, australian dollar, australian dlrs
        HKD = hong kong dollars, hong kong dollar
        EUR = euro, euros
        CNY = yuan, renminbi, yuans
        JPY = yen
        INR = rupee, rupees
        KRW = won
        RUB = rouble, roubles, ruble, rubles
        CHF = swiss franc, swiss francs
        DEM = mark, marks
        FRF = franc, francs
        cent = cent, cents
    """,
    "de": """
        % = prozent, prozentige, prozentigen, prozentiger
        [ppth] = promille
        percentage-point = prozentpunkt, prozentpunkte, prozentpunkten
        basis-point = basispunkt, basispunkte, basispunkten
        kg = kilogramm, kilo
        g = gramm
        t = tonne, tonnen
        [lb_av] = pfund
        m = meter, metern
        km = kilometer, kilometern
        cm = zentimeter
        mm = millimeter
        nm = nanometer
        [mi_i] = meile, meilen
        km/h = kilometer pro stunde, stundenkilometer, stundenkilometern, km pro stunde
        km2 = quadratkilometer, quadratkilometern
        m2 = quadratmeter, quadratmetern
        m3 = kubikmeter, kubikmetern
        har = hektar
        L = liter, litern
        [bbl_us] = fass, barrel
        s = sekunde, sekunden
        min = minute, minuten, minütige, minütigen, minütiger
        h = stunde, stunden, stündige, stündigen, stündiger
        d = tag, tage, tagen, tägige, tägigen, tägiger, tägiges
        wk = woche, wochen, wöchige, wöchigen, wöchiger
        mo = monat, monate, monaten, monats, monatige, monatigen, monatiger
        a = jahr, jahre, jahren, jahres, jährige, jährigen, jähriger, jähriges
        quarter = quartal, quartale, quartalen
        decade = jahrzehnt, jahrzehnte, jahrzehnten
        century = jahrhundert, jahrhunderte, jahrhunderten
        W = watt
        kW = kilowatt
        MW = megawatt
        GW = gigawatt
        kW.h = kilowattstunde, kilowattstunden
        MW.h = megawattstunde, megawattstunden
        TW.h = terawattstunden
        Cel = grad celsius
        degree = grad
        USD = dollar, us-dollar
        EUR = euro, euros
        CNY = yuan, renminbi
        JPY = yen
        GBP = pfund sterling, britische pfund
        CHF = franken, schweizer franken
        INR = rupien
        RUB = rubel
        cent = cent
    """,
    "fr": """
        % = pour cent, pourcent
        [ppth] = pour mille
        percentage-point = point de pourcentage, points de pourcentage
        basis-point = point de base, points de base
        kg = kilogramme, kilogrammes, kilo, kilos
        g = gramme, grammes
        t = tonne, tonnes
        m = mètre, mètres
        km = kilomètre, kilomètres
        cm = centimètre, centimètres
        nm = nanomètre, nanomètres
        [mi_i] = mille marin
        km2 = kilomètre carré, kilomètres carrés
        m2 = mètre carré, mètres carrés
        m3 = mètre cube, mètres cubes
        har = hectare, hectares
        L = litre, litres
        [bbl_us] = baril, barils
        s = seconde, secondes
        min = minute, minutes
        h = heure, heures
        d = jour, jours
        wk = semaine, semaines
        mo = mois
        a = an, ans, année, années
        decade = décennie, décennies
        quarter = trimestre, trimestres
        century = siècle, siècles
        MW = mégawatt, mégawatts
        GW = gigawatt, gigawatts
        USD = dollar, dollars, dollars américains
        EUR = euro, euros
        CNY = yuan, yuans
        JPY = yen, yens
        GBP = livre sterling, livres sterling
        CHF = franc suisse, francs suisses
        degree = degré, degrés
    """,
    "es": """
        % = por ciento, por cien
        [ppth] = por mil
        percentage-point = punto porcentual, puntos porcentuales
        basis-point = punto básico, puntos básicos
        kg = kilogramo, kilogramos, kilo, kilos
        g = gramo, gramos
        t = tonelada, toneladas
        m = metro, metros
        km = kilómetro, kilómetros
        cm = centímetro, centímetros
        nm = nanómetro, nanómetros
        [mi_i] = milla, millas
        km2 = kilómetro cuadrado, kilómetros cuadrados
        m2 = metro cuadrado, metros cuadrados
        m3 = metro cúbico, metros cúbicos
        har = hectárea, hectáreas
        L = litro, litros
        [bbl_us] = barril, barriles
        min = minuto, minutos
        h = hora, horas
        d = día, días
        wk = semana, semanas
        mo = mes, meses
        a = año, años
        quarter = trimestre, trimestres
        decade = década, décadas
        century = siglo, siglos
        MW = megavatio, megavatios
        GW = gigavatio, gigavatios
        USD = dólar, dólares, dólares estadounidenses
        EUR = euro, euros
        CNY = yuan, yuanes
        JPY = yen, yenes
        GBP = libra esterlina, libras esterlinas
        degree = grado, grados
    """,
    "zh": """
        percentage-point = 个百分点, 百分点
        basis-point = 个基点, 基点
        kg = 公斤, 千克
        g = 克
        t = 吨, 公吨
        m = 米
        km = 公里, 千米
        cm = 厘米
        nm = 纳米
        km2 = 平方公里
        m2 = 平方米
        m3 = 立方米
        har = 公顷
        L = 升
        [bbl_us] = 桶
        s = 秒, 秒钟
        min = 分钟
        h = 小时, 个小时
        d = 天
        wk = 周, 星期, 个星期
        mo = 个月
        a = 年
        GW.h = 吉瓦时
        kW = 千瓦
        MW = 兆瓦
        GW = 吉瓦
        kW.h = 千瓦时
        USD = 美元
        CNY = 元, 人民币, 元人民币
        JPY = 日元
        EUR = 欧元
        GBP = 英镑
        HKD = 港元
        Cel = 摄氏度
        degree = 度
    """,
}

_FIRST_WORD = re.compile(r"[^\W\d_]+[²³]?|[%％٪‰$€£¥￥₹₩₽₺₫°]\s?[CF]?\b|[%％٪‰$€£¥￥₹₩₽₺₫]")
_BEFORE = re.compile(
    r"(?:(?P<dollars>US|HK|AU|CA|NZ|NT|[ACSR])?\$|(?P<sign>[€£¥￥₹₩₽₺₫])|(?<![^\W_])(?P<code>[A-Z]{3}|Rs|DM|SFr)\.?)\s?\Z"
)


@cache
def unit_words(language: str) -> tuple[dict[str, str], int, int]:
    """The units by their words in small letters; the most words, and the most characters, that one has."""
    lines = (
        line.split(" = ") for line in _WORDS.get(primary(language), "").strip().splitlines() if line.strip()
    )
    table = {word.strip(): key.strip() for key, words in lines for word in words.split(",")}
    return table, max((len(word.split()) for word in table), default=1), max(map(len, table), default=1)


def shared_unit(word: str) -> str | None:
    """The unit that a sign or short form names in every language; a currency code too."""
    return _SHARED.get(word) or (word if word in _CODES else None)


def is_time(unit: str) -> bool:
    """Whether a unit measures time: days, weeks, months, years."""
    scale = scale_of(unit)
    return scale is not None and scale.dimension in ("months", "time")


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency, or may be one."""
    return unit in _CODES or unit in ("yen-or-yuan", "DEM", "FRF", "pound", "cent")


def currency_before(text: str, at: int, language: str) -> tuple[str, int]:
    """The currency whose sign or code ends at `at`, and where it begins; empty, and `at`, if none does."""
    found = _BEFORE.search(text, max(at - 6, 0), at)
    if not found:
        return "", at
    if found["code"]:
        unit = shared_unit(found["code"])
        return (unit, found.start()) if unit else ("", at)
    if found["sign"]:
        unit = _SHARED[found["sign"]]
        return by_language(unit, language), found.start()
    return _DOLLARS[found["dollars"] or "US"], found.start()


def by_language(unit: str, language: str) -> str:
    """The sign ¥ is that of the yuan in Chinese and of the yen in Japanese."""
    if unit == "yen-or-yuan":
        return {"zh": "CNY", "ja": "JPY"}.get(primary(language), unit)
    return unit
