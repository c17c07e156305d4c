"""The catalogues of messages: one folder a language, in it one gettext file for each kind of view."""

import gettext
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
FIRST = "en"
"""The language that has every message; where another lacks one, it is said in this."""
FRAME = "frame.po"
"""The file that each language has: navigation, headings of parts, dates, statuses, search."""


class NoWords(LookupError):
    """There are no words in a language that was asked for."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language by key; `plural` are the keys of those that depend on a number."""

    language: str
    locale: Locale
    keys: frozenset[str]
    plural: frozenset[str]
    translations: gettext.GNUTranslations

    def message(self, key: str, number: int | None) -> str:
        """The message; of one that depends on a number the form for it. Raises KeyError if there is none."""
        if key not in self.keys:
            raise KeyError(key)
        if key not in self.plural:
            return self.translations.gettext(key)
        if number is None:
            raise KeyError(f"{key} depends on a number: fill its place n")
        return self.translations.ngettext(key, key, number)


def languages() -> tuple[str, ...]:
    """The languages that there are words in, as BCP 47 names them."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{FRAME}")))


def language_of(tag: str) -> str:
    """The language whose words serve a tag of BCP 47: itself, or without its region. Raises NoWords."""
    known = {name.lower(): name for name in languages()}
    for name in (tag.lower(), tag.lower().partition("-")[0]):
        if name in known:
            return known[name]
    raise NoWords(tag)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language, all its files together. Raises NoWords, or ValueError for a key twice."""
    files = sorted((FOLDER / language).glob("*.po"))
    if not files:
        raise NoWords(language)
    whole, messages = Catalog(), [(path, read(path)) for path in files]
    whole.locale = messages[0][1].locale
    whole.mime_headers = messages[0][1].mime_headers
    plural: set[str] = set()
    for path, part in messages:
        for message in part:
            if not message.id or not message.string:
                continue
            key = message.id if isinstance(message.id, str) else message.id[0]
            if key in whole:
                raise ValueError(f"the key “{key}” stands in two files of words, the second is {path}")
            whole[key] = message
            if message.pluralizable:
                plural.add(key)
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    keys = frozenset(m.id if isinstance(m.id, str) else m.id[0] for m in whole if m.id)
    return Catalogue(
        language, whole.locale or Locale(language), keys, frozenset(plural), gettext.GNUTranslations(compiled)
    )


def read(path: Path) -> Catalog:
    """One file of messages, as Babel reads it."""
    with path.open("rb") as file:
        return read_po(file)
