"""The forms under which sources have a person's name and titles, and which of them truly differ.

What only our summary of an article writes is never told as what the article prints.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from generator.compose.atlas import Atlas
from generator.compose.findings.errors import LateTitle, form_of
from generator.compose.voices import as_text, is_printed
from generator.compose.writer import capitalised
from generator.model.dates import PartialDate, may_coincide
from generator.model.entries import Person, Role
from generator.model.evidence import Mention, Voice
from generator.model.facts import Source
from generator.model.text import EntryId, SourceId
from generator.words import Words

ALIKE = 0.6
LAST_LATIN = 0x24F

_WORD = re.compile(r"[^\W\d_]+")

_NO_TITLE_WORDS = frozenset({"of", "the", "for"})


class Deviation(Enum):
    """How a form of a name truly differs from the label."""

    MISSPELT = "misspelt"
    OTHER_ORDER = "other-order"
    OTHER_SPELLING = "other-spelling"


@dataclass(slots=True)
class Form:
    """A form of a name as sources have it: its mentions by source, and how it differs from the label.

    `differs` is None for the label itself, for parts of it, for it with a title, and in another script.
    """

    text: str
    differs: Deviation | None
    mentions: list[tuple[Source, list[Mention]]] = field(default_factory=list)

    @property
    def voice(self) -> Voice:
        """Whose form it is: that of articles if any prints it, else only of our summaries."""
        return Voice.ARTICLE if self.of(Voice.ARTICLE) else Voice.SUMMARY

    def of(self, voice: Voice) -> list[Source]:
        """The sources of a voice that have the form."""
        return [source for source, _ in self.mentions if source.bibliography.rights.voice is voice]

    def add(self, source: Source, mention: Mention) -> None:
        """Take in one more mention; they come source by source."""
        if not self.mentions or self.mentions[-1][0].id != source.id:
            self.mentions.append((source, []))
        self.mentions[-1][1].append(mention)


@lru_cache(maxsize=1)
def printed_forms(atlas: Atlas) -> dict[EntryId, tuple[Form, ...]]:
    """The forms under which sources have the names of people, by person, in the order of the sources."""
    people = {person.id: person for person in atlas.dossier.people()}
    forms: dict[EntryId, dict[tuple[str, bool], Form]] = {}
    for source in atlas.dossier.sources.values():
        for mention in source.mentions:
            if mention.entry in people:
                text, wrong = form_of(source, mention), mention.misspelt
                differs = Deviation.MISSPELT if wrong else difference(people[mention.entry].pref_label, text)
                known = forms.setdefault(mention.entry, {})
                known.setdefault((text, wrong), Form(text, differs)).add(source, mention)
    return {name: tuple(known.values()) for name, known in forms.items()}


def forms_differ(forms: Iterable[Form]) -> bool:
    """Whether sources have the name in forms that truly differ, or misspell it."""
    ways = {form.differs for form in forms}
    return Deviation.MISSPELT in ways or len(ways) > 1


def form_told(words: Words, form: Form) -> str:
    """How many articles print a form, how many of our summaries have it, and how it differs."""
    return " ".join(_form_told(words, form, voice) for voice in Voice if form.of(voice))


def _form_told(words: Words, form: Form, voice: Voice) -> str:
    count, how = len(form.of(voice)), words.of(form.differs) if form.differs else ""
    key = "name.printed" if voice is Voice.ARTICLE else "name.summed"
    return capitalised(words(key, n=count, many=words.spelled(count), form=form.text, how=how))


@lru_cache(maxsize=10_000)
def difference(label: str, form: str) -> Deviation | None:
    """How a form of a name truly differs from the label; None for a part of it, a title, another script."""
    known, printed = _name_words(label), _name_words(form)
    if _is_latin(label) != _is_latin(form) or "".join(known) == "".join(printed):
        return None
    if sorted(known) == sorted(printed):
        return Deviation.OTHER_ORDER
    missing = [word for word in known if word not in printed]
    foreign = [word for word in printed if word not in known]
    if any(OSA.normalized_similarity(one, other) >= ALIKE for one in missing for other in foreign):
        return Deviation.OTHER_SPELLING
    return None


def _name_words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _is_latin(name: str) -> bool:
    return all(ord(letter) <= LAST_LATIN for letter in name if letter.isalpha())


def has_several_titles(person: Person) -> bool:
    """Whether different sources give different titles for a person, for times that may be the same."""
    return any(_differ(*pair) for pair in combinations(person.roles, 2))


def _differ(first: Role, second: Role) -> bool:
    """Titles of the same words in another order are not different."""
    if _title_words(first.title.text) == _title_words(second.title.text) or _sources(first) == _sources(
        second
    ):
        return False
    return (
        first.held.value is None
        or second.held.value is None
        or may_coincide(first.held.value, second.held.value)
    )


def _title_words(title: str) -> frozenset[str]:
    return frozenset(title.casefold().replace(",", " ").split()) - _NO_TITLE_WORDS


def _sources(role: Role) -> frozenset[SourceId]:
    return frozenset(item.source for item in role.title.evidence)


def titles_told(atlas: Atlas, person: Person) -> str:
    """That sources give a person several titles, and when."""
    titles = list(dict.fromkeys(role.title.text for role in person.roles))
    sources = {name for role in person.roles for name in _sources(role)}
    words, count = atlas.words, len(titles)
    many, listed = words.spelled(count), words.listed(_title_told(words, title, person) for title in titles)
    months = _months_of(atlas, sources)
    if months is None:
        told = words("titles.told", n=count, many=many, titles=listed)
    elif months[0] == months[1]:
        told = words("titles.told-in", n=count, many=many, titles=listed, month=months[0])
    else:
        told = words(
            "titles.told-from-to", n=count, many=many, titles=listed, first=months[0], last=months[1]
        )
    return capitalised(told)


def _title_told(words: Words, title: str, person: Person) -> str:
    evidence = (item for role in person.roles if role.title.text == title for item in role.title.evidence)
    return as_text(words, Voice.ARTICLE if is_printed(title, evidence) else Voice.SUMMARY, title)


def _months_of(atlas: Atlas, sources: Iterable[SourceId]) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last month in which the sources were issued, as far as that is known."""
    dates = [date for name in sources if (date := atlas.dossier.sources[name].bibliography.issued)]
    if not dates:
        return None
    first, last = min(date.earliest() for date in dates), max(date.latest() for date in dates)
    return PartialDate(first.year, first.month), PartialDate(last.year, last.month)


def late_told(atlas: Atlas, late: LateTitle) -> str:
    """That a source gives a title outside its time."""
    words = atlas.words
    return words(
        "titles.late" if is_printed(late.role.title.text, [late.evidence]) else "titles.late-summed",
        issued=words.date(atlas.dossier.sources[late.evidence.source].bibliography.issued),
        title=late.role.title.text,
        held=words.date(late.role.held.value),
    )
