"""Closed classes of words, by language: in a near copy, one for another of its class says something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from generator.text.numerals import primary

DATA = Path(__file__).with_name("slots.txt")
_ROLES = (
    *("negators", "hedges", "particles", "bare", "futures", "titles"),
    *("little", "pronouns", "speech", "passive", "conditions", "doubtful", "ahead"),
    *("ratios", "ones", "denials", "causes", "joins", "places", "compared", "counted"),
    *("people", "plurals", "parts", "levels", "steps", "rates", "ways", "starts"),
)


@dataclass(frozen=True)
class Slots:
    """The classes of one language.

    `values` tells for a word or phrase, with underscores, the classes it is of, each as its name, its number
    and that of its value: two words of a class differ if their values do.
    """

    values: Mapping[str, tuple[tuple[str, int, int], ...]]
    negators: frozenset[str]
    hedges: frozenset[str]
    particles: frozenset[str]
    bare: frozenset[str]
    futures: frozenset[str]
    titles: frozenset[str]
    little: frozenset[str]
    """Words that say nothing by themselves; where they are listed, each other word of a near copy is read."""
    pronouns: frozenset[str]
    speech: frozenset[str]
    passive: frozenset[str]
    conditions: frozenset[str]
    endings_of_doubt: frozenset[str]
    endings_of_future: frozenset[str]
    ratios: frozenset[str]
    """What stands between the numbers of a ratio: “un sur cinq”, “drei der vier”."""
    ones: frozenset[str]
    denials: frozenset[str]
    causes: frozenset[str]
    joins: frozenset[str]
    places: frozenset[str]
    """Countries with their people and capital, `a=b=c`, where there is no lexicon that has them."""
    compared: frozenset[str]
    """What follows a comparative: “more **than**”."""
    counted: frozenset[str]
    """Nouns that may count the same, `a=b=c`, though they do not mean the same: “jobs” and “workers”."""
    people: frozenset[str]
    """Nouns that count people of any sort, and never money."""
    plurals: frozenset[str]
    """Plurals that no ending shows."""
    parts: frozenset[str]
    """What begins another part of a comparison or list: “while”, “against”."""
    levels: frozenset[str]
    """What stands before the number that something reaches: “rose **to** 5”."""
    steps: frozenset[str]
    """What stands before the number by which something changes: “rose **by** 5”."""
    rates: frozenset[str]
    """Words that tell of what unit a rate is, `word=unit`: “daily”."""
    ways: frozenset[str]
    """What stands before a name to which, or from which, something goes."""
    starts: frozenset[str]
    """What stands before the number from which something changes: “**from** 5 to 6”."""

    @cached_property
    def doubtful(self) -> tuple[str, ...]:
        """Endings of verbs that tell what may be: “serait”."""
        return tuple(sorted(self.endings_of_doubt))

    @cached_property
    def ahead(self) -> tuple[str, ...]:
        """Endings of verbs that tell what is to come: “subirá”."""
        return tuple(sorted(self.endings_of_future))

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The words of several parts, which are read as one."""
        return frozenset(word for word in (*self.values, *self.hedges) if "_" in word)

    def exchanged(self, said: str, printed: str) -> str | None:
        """The class in which two words have different values; None if they have none in common."""
        of_said, of_printed = self.values.get(said, ()), self.values.get(printed, ())
        values = {number: value for _, number, value in of_printed}
        return next(
            (name for name, number, value in of_said if number in values and values[number] != value), None
        )


@cache
def slots_of(language: str) -> Slots | None:
    """The classes of a language (BCP 47); None if there are none."""
    classes, roles = _read()
    key = primary(language)
    if key not in classes:
        return None
    return Slots(classes[key], *(roles[role].get(key, frozenset()) for role in _ROLES))


@cache
def _read() -> tuple[
    Mapping[str, Mapping[str, tuple[tuple[str, int, int], ...]]], Mapping[str, Mapping[str, frozenset[str]]]
]:
    classes: dict[str, dict[str, tuple[tuple[str, int, int], ...]]] = {}
    roles: dict[str, dict[str, frozenset[str]]] = {}
    part = ""
    for number, line in enumerate(DATA.read_text(encoding="utf-8").splitlines()):
        text = line.partition("#")[0].strip()
        if text.startswith("["):
            part = text.strip("[]")
        elif text:
            name, _, words = text.partition(": ")
            if part in _ROLES:
                roles.setdefault(part, {})[name] = frozenset(words.split())
                continue
            for value, same in enumerate(words.split(" | ")):
                for word in same.split():
                    known = classes.setdefault(part, {})
                    known[word] = (*known.get(word, ()), (name, number, value))
    return classes, roles
