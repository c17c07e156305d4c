"""Days as pages print them near a title, with their year, in the languages of pages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

_MONTHS = (
    "january jan januar jänner janvier janv enero ene janeiro gennaio januari ocak января stycznia يناير",
    "february feb februar febrero fevereiro fev février févr fév febbraio februari şubat февраля lutego"
    " فبراير",
    "march mar märz mrz mars marzo março maart mart марта marca مارس",
    "april apr avril avr abril abr aprile nisan апреля kwietnia أبريل إبريل",
    "may mai mayo maio maggio mei maj mayıs мая maja مايو",
    "june jun juni juin junio junho giugno haziran июня czerwca يونيو",
    "july jul juli juillet juil julio julho luglio temmuz июля lipca يوليو",
    "august aug août agosto ago augustus augusti ağustos августа sierpnia أغسطس",
    "september sep sept septembre septiembre setiembre setembro settembre eylül сентября września سبتمبر",
    "october oct oktober okt octobre octubre outubro ottobre ekim октября października أكتوبر",
    "november nov novembre noviembre novembro kasım ноября listopada نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre aralık декабря grudnia ديسمبر",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?\s*(?:de |d')?\s*{_MONTH},?\s*(?:de "
        rf"|del )?{_YEAR}",
        rf"(?<![^\W\d_]){_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*{_YEAR}",
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<m>\d{{1,2}})\s*[月월]\s*(?P<day>\d{{1,2}})\s*[日號号일]",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[./]\s?(?P<m>\d{1,2})[./]\s?(?P<day>\d{1,2})(?!\d)",
    )
)
_MONTH_ALONE = re.compile(rf"(?<![^\W\d_]){_MONTH}\s*(?:de |del )?{_YEAR}", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:updated?|modified|edited|aktualisiert|geändert|überarbeitet"
    r"|mis à jour|mise à jour|modifié|actualizado"
    r"|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|aktualizacja|обновлено|изменено|güncelleme"
    r"|更新(?:时间|時間|日時|日)?|수정|업데이트|آخر تحديث|تحديث)[^\d\n]{0,24}"
    r"(?:\d[\d./: T-]*\d|\d{1,2}\.?)(?:\s*(?:de |d')?[^\W\d_]+\.?,?(?: de)? (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")


def printed_days(text: str, language: str | None = None) -> Iterator[tuple[int, str]]:
    """The days in a text that are surely meant, each with its offset and as ISO 8601 has it.

    Of numbers only, the day comes first, but in English either may: there one above 12 decides, else none.
    """
    text = _CHANGED.sub(" ", text)
    found = [(match.start(), _day(match)) for form in _FORMS for match in form.finditer(text)]
    found += [(match.start(), _numeric(match, language)) for match in _NUMERIC.finditer(text)]
    for at, day in sorted((at, day) for at, day in found if day):
        if day:
            yield at, day


def first_day(text: str, language: str | None = None) -> str | None:
    """The first day that a text prints with its year."""
    return next((day for _, day in printed_days(text, language)), None)


def first_month(text: str) -> str | None:
    """The first month that a text prints with its year, as ISO 8601 has it."""
    found = _MONTH_ALONE.search(text)
    return f"{found['year']}-{_MONTH_OF[found['month'].casefold().rstrip('.')]:02}" if found else None


def _day(match: re.Match[str]) -> str | None:
    named = match.groupdict()
    month = int(named["m"]) if named.get("m") else _MONTH_OF[named["month"].casefold().rstrip(".")]
    return _iso(int(named["year"]), month, int(named["day"]))


def _numeric(match: re.Match[str], language: str | None) -> str | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if first > 12 or first == second or mark == "." or (language not in {"en", None}):
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
