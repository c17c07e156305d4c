"""The lexicon of a language: which words are the same, opposites, negations, hedges, quantifiers, conditions.

Its data file is described in docs/lexicons.md. Languages without one have none: nothing is guessed for them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.model.claims import PLAIN, Amount
from generator.text.numerals import primary

FOLDER = Path(__file__).parent
_SECTION = re.compile(r"\[(?P<name>[^\]]+)\]")
_GROUP = "group"
CONVERSE = "converse"
_MARKS = {
    "negators": "negator",
    "denials": "denial",
    "no negators": "no-negator",
    "conditions": "condition",
    "questions": "question",
    "reporting": "reporting",
    "attribution": "attribution",
    "cognition": "cognition",
    "causes": "cause",
    "occasions": "occasion",
    "purposes": "purpose",
    "undated": "undated",
    "undated exempt": "dated",
    "breaks": "break",
    "joiners": "joiner",
    "adverbs": "adverb",
    "inverters": "inverter",
    "complementisers": "complementiser",
    "auxiliaries": "auxiliary",
    "past auxiliaries": "past-auxiliary",
    "pronouns": "pronoun",
    "function": "function",
    "light": "light",
    "absolutes": "absolute",
    "persons": "person",
    "without": "without",
    "prepositions": "preposition",
    "glue": "glue",
    "copulas": "copula",
    "limiters": "limiter",
    "forward": "forward",
    "relatives": "relative",
    "strong": "strong",
    "approximators": "approximator",
    "frequencies": "frequency",
    "concessions": "concession",
    "abilities": "ability",
    "ends": "end",
    "ratios": "ratio",
    "or more": "or-more",
    "or less": "or-less",
    "interrogatives": "interrogative",
    "passive": "passive",
    "passive by": "by",
    "particles": "particle",
    "before nouns": "before-noun",
    "articles": "article",
    "before gerunds": "before-gerund",
    "subjects": "subject",
    "inverted": "inverted",
    "no complement": "no-complement",
    "infinitive": "infinitive",
    "postposed": "postposed",
    "reported": "reported",
    "titles": "title",
    "until": "until",
    "objects": "object",
    "after past": "after-past",
    "before objects": "before-object",
    "pending": "pending",
    "naming": "naming",
    "exceptions": "exception",
    "universals": "universal",
    "everybody": "everybody",
    "any": "any",
    "pairs": "pair",
    "making": "making",
    "joining": "joining",
    "turning": "turning",
    "or since": "or-since",
    "receiving": "receiving",
    "lacks": "lack",
    "from whom": "from-whom",
    "finite": "finite",
}
_PLAIN_SECTIONS = (
    *("forms", "variants", "comparatives", "places", "scope", "endings", "derived", "prefixes"),
    *("past endings", "verb endings", "gerund", "past forms", "separable", "verb lemmas"),
    *("unnamed", "definite", "connecting"),
)


class BadLexicon(ValueError):
    """A data file that does not keep its form: the program is wrong, not its input."""


@dataclass(slots=True)
class Entry:
    """What a lexicon knows of a word or phrase."""

    senses: set[str] = field(default_factory=set)
    opposites: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    certainty: int = PLAIN
    amount: Amount | None = None
    is_verb: bool = False


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language.

    `phrases` lists by their first and second word those that begin with them, the longest first; `apart` has
    the particles that may stand apart from a verb, as in “turned the offer down”.
    """

    language: str
    entries: Mapping[Phrase, Entry]
    phrases: Mapping[str, Mapping[str, Sequence[Phrase]]]
    apart: Mapping[str, frozenset[str]]
    forms: Mapping[str, str]
    variants: tuple[tuple[str, str], ...]
    joiners: frozenset[str]
    longest_word: int
    endings: tuple[str, ...] = ()
    """Endings of derivation, the longest first: without them, words of one family are the same."""
    derived: tuple[str, ...] = ()
    """Endings without which a word that is not listed may be one that is."""
    prefixes: tuple[str, ...] = ()
    """Beginnings that make a word its contrary."""
    past_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    past_forms: frozenset[str] = frozenset()
    separable: frozenset[str] = frozenset()
    """Beginnings of verbs that stand apart at the end of the clause: “lehnte … ab”."""
    verb_lemmas: tuple[str, ...] = ()
    """Endings of the dictionary form of verbs, where what is no noun ends so."""
    scope: frozenset[str] = frozenset()
    unnamed: tuple[str, ...] = ()
    """Phrases that stand for a source and do not name it; their words are joined by underscores."""
    connecting: tuple[str, ...] = ()
    """Words that may begin a sentence and only connect it with the one before."""
    definite: str = ""
    """The article before a common noun, if there is one for all of them."""
    comparatives: Mapping[str, str] = field(default_factory=dict)
    """Words that compare, each with the verb that makes it so: “less” with “reduce”."""

    @property
    def negates_clause(self) -> bool:
        """Whether a negation bears on all of its clause, wherever it stands."""
        return "clause" in self.scope

    @property
    def has_verb_second(self) -> bool:
        """Whether whatever opens a clause ends before its verb, and the rest of the verb at its end."""
        return "second" in self.scope

    @property
    def capitalises_nouns(self) -> bool:
        """Whether a capital tells a noun, and not a name."""
        return "nouns" in self.scope

    @property
    def has_compounds(self) -> bool:
        """Whether a word may be a listed one with others before it: “Weizenernte” is a harvest."""
        return "compounds" in self.scope

    @property
    def reads_freely(self) -> bool:
        """Whether its words are known well enough to read statements that follow no wording."""
        return "free" in self.scope

    @property
    def reports_at_once(self) -> bool:
        """Whether what is said follows the verb of saying without a conjunction, with or without a comma."""
        return "speech" in self.scope


@cache
def lexicon_of(tag: str) -> Lexicon | None:
    """The lexicon that serves a tag of BCP 47, by its language alone; None if there is none."""
    language = primary(tag)
    path = FOLDER / f"{language}.txt"
    if not language.isalpha() or not path.exists():
        return None
    return parsed(language, path.read_text(encoding="utf-8"))


def parsed(language: str, text: str) -> Lexicon:
    """The lexicon that a data file describes."""
    entries: defaultdict[Phrase, Entry] = defaultdict(Entry)
    plain: dict[str, list[str]] = {name: [] for name in _PLAIN_SECTIONS}
    for number, (section, line) in enumerate(_lines(text)):
        if section in plain:
            plain[section].extend(line.split())
        else:
            _enter(entries, section, line, number)
    _enter_places(entries, plain["places"])
    phrases, apart = _phrases(entries)
    forms = dict(pair.split("=", 1) for pair in plain["forms"])
    variants = tuple((old, new) for old, new in (pair.split("=", 1) for pair in plain["variants"]))
    joiners = frozenset(phrase[0] for phrase, entry in entries.items() if "joiner" in entry.marks)
    longest = max((len(phrase[0]) for phrase in entries), default=1)
    return Lexicon(
        language=language,
        entries=dict(entries),
        phrases=phrases,
        apart=apart,
        forms=forms,
        variants=variants,
        joiners=joiners,
        longest_word=longest,
        endings=tuple(plain["endings"]),
        derived=tuple(plain["derived"]),
        prefixes=tuple(plain["prefixes"]),
        past_endings=tuple(plain["past endings"]),
        verb_endings=tuple(plain["verb endings"]),
        gerund=tuple(plain["gerund"]),
        past_forms=frozenset(plain["past forms"]),
        separable=frozenset(plain["separable"]),
        verb_lemmas=tuple(plain["verb lemmas"]),
        scope=frozenset(plain["scope"]),
        unnamed=tuple(plain["unnamed"]),
        connecting=tuple(plain["connecting"]),
        definite="".join(plain["definite"]),
        comparatives=dict(pair.split("=", 1) for pair in plain["comparatives"]),
    )


def _phrases(
    entries: Mapping[Phrase, Entry],
) -> tuple[dict[str, dict[str, list[Phrase]]], dict[str, frozenset[str]]]:
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    apart: dict[str, frozenset[str]] = {}
    particles = {phrase[0] for phrase, entry in entries.items() if "particle" in entry.marks}
    for phrase in sorted((each for each in entries if len(each) > 1), key=len, reverse=True):
        phrases.setdefault(phrase[0], {}).setdefault(phrase[1], []).append(phrase)
        if len(phrase) == 2 and phrase[1] in particles:
            apart[phrase[0]] = apart.get(phrase[0], frozenset()) | {phrase[1]}
    return phrases, apart


def _lines(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for raw in text.splitlines():
        line = raw.partition("#")[0].strip()
        if found := _SECTION.fullmatch(line):
            section = found["name"]
        elif line:
            yield section, line


def _phrase(word: str) -> Phrase:
    return tuple(word.lower().replace("-", "_").split("_"))


def _enter(entries: defaultdict[Phrase, Entry], section: str, line: str, number: int) -> None:
    name, _, detail = section.partition(" ")
    enter: Callable[[], None] | None = {
        "opposites": lambda: _opposites(entries, line, number, detail),
        "converses": lambda: _converses(entries, line, number),
        "families": lambda: _family(entries, line, number, detail),
        "groups": lambda: _groups(entries, line, number),
    }.get(name)
    if enter:
        enter()
        return
    for word in line.split():
        entry = entries[_phrase(word)]
        if section in _MARKS:
            entry.marks.add(_MARKS[section])
        elif name == "certainty":
            entry.certainty = int(detail)
        elif name == "quantifiers":
            entry.amount = Amount(detail)
        else:
            raise BadLexicon(f"unknown section [{section}]")


def _opposites(entries: defaultdict[Phrase, Entry], line: str, number: int, part: str) -> None:
    sides = line.split("|")
    if len(sides) != 2:
        raise BadLexicon(f"two sides are needed: {line}")
    for mine, other, side in (("+", "-", sides[0]), ("-", "+", sides[1])):
        for word in side.split():
            entry = entries[_phrase(word)]
            entry.senses.add(f"{number}{mine}")
            entry.opposites.add(f"{number}{other}")
            entry.is_verb |= part == "verbs"


def _converses(entries: defaultdict[Phrase, Entry], line: str, number: int) -> None:
    """Words that tell the same from two ends, such as “buy” and “sell”."""
    sides = line.split("|")
    for place, side in enumerate(sides):
        for word in side.split():
            entry = entries[_phrase(word)]
            entry.senses.add(f"{number}.{place}")
            entry.groups.add(f"{CONVERSE}{number}")
            entry.is_verb = True


def _family(entries: defaultdict[Phrase, Entry], line: str, number: int, part: str) -> None:
    for word in line.split():
        entry = entries[_phrase(word)]
        entry.senses.add(f"{number}")
        entry.is_verb |= part == "verbs"


def _groups(entries: defaultdict[Phrase, Entry], line: str, number: int) -> None:
    for place, member in enumerate(line.split("/")):
        for word in member.split():
            entry = entries[_phrase(word)]
            entry.groups.add(f"{_GROUP}{number}")
            if len(member.split()) > 1:
                entry.senses.add(f"{number}.{place}")


def _enter_places(entries: defaultdict[Phrase, Entry], lines: Sequence[str]) -> None:
    """Countries with the names of their people and capital: `a=b=c` are of one country."""
    for number, line in enumerate(lines):
        for word in line.split("="):
            entries[_phrase(word)].senses.add(f"place{number}")
