"""The forms under which sources print a person's name, and which of them truly differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from generator.compose.atlas import Atlas
from generator.compose.errors import form_of
from generator.compose.writer import capitalised
from generator.model.dossier import Source
from generator.model.identifiers import EntryId
from generator.model.mentions import Mention
from generator.words import Words

ALIKE = 0.6
LAST_LATIN = 0x24F

_WORD = re.compile(r"[^\W\d_]+")


class Deviation(Enum):
    """How a form of a name truly differs from the label."""

    MISSPELT = "misspelt"
    OTHER_ORDER = "other-order"
    OTHER_SPELLING = "other-spelling"


@dataclass(slots=True)
class Form:
    """A form of a name as sources print it: its mentions by source, and how it differs from the label.

    `differs` is None for the label itself, for parts of it, for it with a title, and in another script.
    """

    text: str
    differs: Deviation | None
    mentions: list[tuple[Source, list[Mention]]] = field(default_factory=list)

    def add(self, source: Source, mention: Mention) -> None:
        """Take in one more mention; they come source by source."""
        if not self.mentions or self.mentions[-1][0].id != source.id:
            self.mentions.append((source, []))
        self.mentions[-1][1].append(mention)


@lru_cache(maxsize=1)
def printed_forms(atlas: Atlas) -> dict[EntryId, tuple[Form, ...]]:
    """The forms under which sources print the names of people, by person, in the order of the sources."""
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
    """Whether sources print the name in forms that truly differ, or misspell it."""
    ways = {form.differs for form in forms}
    return Deviation.MISSPELT in ways or len(ways) > 1


def form_told(words: Words, form: Form) -> str:
    """How many sources print a form, and how it differs."""
    count, how = len(form.mentions), words.of(form.differs) if form.differs else ""
    return capitalised(words("name.printed", n=count, many=words.spelled(count), form=form.text, how=how))


@lru_cache(maxsize=10_000)
def difference(label: str, form: str) -> Deviation | None:
    """How a form of a name truly differs from the label; None for a part of it, a title, another script."""
    known, printed = _words(label), _words(form)
    if _is_latin(label) != _is_latin(form) or "".join(known) == "".join(printed):
        return None
    if sorted(known) == sorted(printed):
        return Deviation.OTHER_ORDER
    missing = [word for word in known if word not in printed]
    foreign = [word for word in printed if word not in known]
    if any(OSA.normalized_similarity(one, other) >= ALIKE for one in missing for other in foreign):
        return Deviation.OTHER_SPELLING
    return None


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _is_latin(name: str) -> bool:
    return all(ord(letter) <= LAST_LATIN for letter in name if letter.isalpha())
