"""The forms under which sources print a person's name, and which of them truly differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from generator.compose.errors import form_of
from generator.model.dossier import Person, Source
from generator.model.mentions import Mention

MISSPELT = "a known misspelling"
OTHER_ORDER = "the same words in another order"
OTHER_SPELLING = "another spelling"
ALIKE = 0.6
LAST_LATIN = 0x24F

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Form:
    """A form of a name as sources print it: its places by source, and how it differs from the label.

    `differs` is None for the label itself, for parts of it, for it with a title, and in another script.
    """

    text: str
    differs: str | None
    places: list[tuple[Source, list[Mention]]] = field(default_factory=list)


def forms_of(person: Person, sources: Iterable[Source]) -> tuple[Form, ...]:
    """The printed forms of a person's name, in the order of the sources."""
    forms: dict[tuple[str, bool], Form] = {}
    for source in sources:
        own: dict[tuple[str, bool], list[Mention]] = {}
        for mention in source.mentions:
            if mention.entry == person.id:
                own.setdefault((form_of(source, mention), mention.misspelt), []).append(mention)
        for (text, wrong), mentions in sorted(own.items()):
            differs = MISSPELT if wrong else difference(person.pref_label, text)
            forms.setdefault((text, wrong), Form(text, differs)).places.append((source, mentions))
    return tuple(forms.values())


def forms_differ(forms: Iterable[Form]) -> bool:
    """Whether sources print the name in forms that truly differ, or misspell it."""
    ways = {form.differs for form in forms}
    return MISSPELT in ways or len(ways) > 1


def difference(label: str, form: str) -> str | None:
    """How a form of a name truly differs from the label; None for a part of it, a title, another script."""
    known, printed = _words(label), _words(form)
    if _is_latin(label) != _is_latin(form) or "".join(known) == "".join(printed):
        return None
    if sorted(known) == sorted(printed):
        return OTHER_ORDER
    missing = [word for word in known if word not in printed]
    foreign = [word for word in printed if word not in known]
    if any(OSA.normalized_similarity(one, other) >= ALIKE for one in missing for other in foreign):
        return OTHER_SPELLING
    return None


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _is_latin(name: str) -> bool:
    return all(ord(letter) <= LAST_LATIN for letter in name if letter.isalpha())
