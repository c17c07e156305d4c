"""Finds words of ours in what readers see: plain letters that no author wrote and the theme has not.

What is left was written outside the catalogue, if the site was built in the language of `pseudo`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml
from babel.dates import get_month_names

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")
PLAIN = re.compile(r"[A-Za-z]")
TOKEN = re.compile(
    r"https?://\S+|\b(?:briefings|organisations|pdf|people|rounds|sides|sources)/\S+|\bedition-\d\S+|\b[0-9a-f]{8,}\b"
)
"""What is no word in any text: addresses, and where a file or page lives, checksums."""
OF_PAPER = re.compile(r" \([A-Z]{1,2}\)")
"""The letter of a source, which paper sets into an author's sentence."""
NAMES = frozenset(["APA", "Chicago", "BibTeX", "RIS", "CSL", "JSON", "SHA", "PDF", "Atom"])
"""Names of forms and styles, the same in every language."""
OF_CLDR = frozenset({month for tag in ("en", "de") for month in get_month_names(locale=tag).values()}) | {
    *("and", "or", "und", "oder"),
}
"""Months, and what stands between items of a list: words of a language that no message holds."""
CHOICES = frozenset({"kind", "status", "rights", "type", "certainty", "basis", "qualifier"})
"""Fields that authors fill with choices of ours, whose names on pages are words of ours."""
OF_RELEASES = frozenset({"note", "before", "after", "label", "remarks"})
"""What a record of a release keeps of its authors' words, and of ours in the language of that day."""

_NOTE = re.compile(r"^\[\^[^\]]+\]: (\{.*\})$", re.MULTILINE)
"""What a note of a briefing cites: fields, as those of the front matter are."""
_IN_THEME = re.compile(r'^  "(?!language|direction|search\.config)[^"]*": "(.*)",?$', re.MULTILINE)
THEME = files("material") / "templates" / "partials" / "languages"
"""What the theme says by itself, by language."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, and whether more than a space parts it from the one before."""

    text: str
    is_apart: bool

    @property
    def is_plain(self) -> bool:
        """Whether it has letters as authors write them."""
        return bool(PLAIN.search(self.text))

    @property
    def is_anybodys(self) -> bool:
        """Whether it needs no author: a number, one letter, a name; or it is ours, and from the catalogue."""
        return len(self.text) < 2 or not self.is_plain or self.text in NAMES | OF_CLDR


class Known:
    """The words that others than we wrote: the authors and sources of a project, and the theme."""

    def __init__(self, project: Path, language: str = "en") -> None:
        self._words: list[str] = []
        self._places: dict[str, list[int]] = {}
        self._whole: set[str] = set()
        theme = (THEME / f"{language}.html").read_text(encoding="utf-8")
        for text in (*_authored(project), *_IN_THEME.findall(theme)):
            words = [word.text for word in words_of(text)]
            self._whole.add(" ".join(words))
            for word in words:
                self._places.setdefault(word, []).append(len(self._words))
                self._words.append(word)
            self._words.append("")  # nothing goes on from one text to the next

    def length(self, words: Sequence[Word]) -> int:
        """How many of these words somebody wrote, one after the other; 0 if nobody did.

        They end where the text has more than a space, or are all that somebody wrote in one place, such as
        a name. Fewer than three must be that, or begin with a figure, for one or two are in every text. The
        first may be written large or small.
        """
        first = words[0].text
        places = [at for each in (first, _other_case(first)) for at in self._places.get(each, ())]
        length = found = 0
        while places:
            length += 1
            is_end = length == len(words) or words[length].is_apart or not words[length].is_plain
            if (is_end and (length > 2 or first.isdigit())) or self._is_whole(words[:length]):
                found = length
            if length == len(words):
                break
            places = [at for at in places if self._words[at + length] == words[length].text]
        return found

    def _is_whole(self, words: Sequence[Word]) -> bool:
        text = " ".join(word.text for word in words)
        return not self._whole.isdisjoint((text, _other_case(text)))


def left_behind(text: str, known: Known) -> Iterator[str]:
    """The phrases of a text in plain letters that nobody known wrote."""
    words = words_of(TOKEN.sub(" ¦ ", OF_PAPER.sub("", text)))
    at = 0
    while at < len(words):
        length = known.length(words[at:])
        if not length and not words[at].is_anybodys:
            length = 1
            for word in words[at + 1 :]:
                if word.is_apart or word.is_anybodys:
                    break
                length += 1
            yield " ".join(word.text for word in words[at : at + length])
        at += length or 1


def words_of(text: str) -> list[Word]:
    """The words and numbers of a text."""
    found, end = [], 0
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    for word in WORD.finditer(text):
        gap = text[end : word.start()]
        found.append(Word(word[0], bool(gap.strip(" \u00a0"))))
        end = word.end()
    return found


def _other_case(text: str) -> str:
    return text[:1].swapcase() + text[1:]


def _authored(project: Path) -> Iterator[str]:
    """What stands in values of YAML, in notes too, and in paragraphs of Markdown with and without markup."""
    for path in (
        project / "mkdocs.yml",
        *(project / "content").rglob("*"),
        *(project / "sources").rglob("*"),
    ):
        if path.suffix in {".yml", ".md"}:
            text, body = path.read_text(encoding="utf-8"), ""
            if text.startswith("---\n"):
                _, text, body = text.split("---\n", 2)
            fields = [*_fields(_texts_of(text), "")]
            yield from (
                said for name, said in fields if path.parent.name != "editions" or name in OF_RELEASES
            )
            yield from (said.partition("#")[2] for _, said in fields if "#" in said)
            for note in _NOTE.findall(body):
                yield from (said for _, said in _fields(_texts_of(note), ""))
            for paragraph in re.split(r"\n\s*\n|\n(?=[#*-])", body):
                yield paragraph
                yield re.sub(r"\[\^[^\]]*\]|\]\([^)]*\)|[*_`\[\]]|\{[^}]*\}", "", paragraph)


def _texts_of(written: str) -> object:
    """YAML whose scalars stay texts: this loader makes nothing else, whatever it is given."""
    return yaml.load(written, yaml.BaseLoader)  # noqa: S506 - see above


def _fields(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _fields(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _fields(each, name)
    elif isinstance(value, str) and not (name in CHOICES and len(value.split()) < 3):
        yield name, value
