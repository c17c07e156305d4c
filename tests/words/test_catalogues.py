"""The catalogues are whole: every key that is asked for is there, is used, and is translated."""

from __future__ import annotations

import ast
import importlib
import re
import string
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from generator.words import catalogue, languages
from generator.words.wording import key_of

PROGRAM = catalogue.FOLDER.parent
MODULES = sorted(PROGRAM.rglob("*.py"))
TEXTS = sorted(path for path in PROGRAM.rglob("*") if path.suffix in {".j2", ".typ", ".js", ".html"})
ASKING = frozenset({"words", "runs", "line", "each", "say", "unfilled"})
KEY = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
OTHERS = sorted(set(languages()) - {catalogue.FIRST})


def messages(language: str) -> dict[str, Message]:
    """The messages of a language by key."""
    files = sorted((catalogue.FOLDER / language).glob("*.po"))
    found = [message for path in files for message in catalogue.read(path) if message.id]
    return {(message.id if isinstance(message.id, str) else message.id[0]): message for message in found}


def forms(message: Message) -> tuple[str, ...]:
    """The forms of a message: one, or one for each kind of number."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def places(message: Message) -> set[str]:
    """The names of the places of a message, in any of its forms."""
    return {name for form in forms(message) for _, name, _, _ in string.Formatter().parse(form) if name}


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in MODULES)


def asked() -> Iterator[tuple[Path, str]]:
    """The keys that the program asks for by name, with the module that does."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
                literals = node.args if name == "each" else node.args[:1]
                is_other = "settings" in ast.unparse(node.func)
                for each in literals if name in ASKING and not is_other else ():
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        yield path, each.value


@cache
def enumerated() -> frozenset[str]:
    """The keys of the members of all enumerations of the program."""
    found = set()
    for path in MODULES:
        name = ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts).removesuffix(".__init__")
        for value in vars(importlib.import_module(name)).values() if name != "generator.__main__" else ():
            if isinstance(value, type) and issubclass(value, Enum):
                found |= {key_of(member) for member in value}
    return frozenset(found)


def _pattern(part: ast.expr) -> str:
    """A part of a key that is made: as it stands, or what may be filled in."""
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9.-]+"


def used() -> tuple[frozenset[str], re.Pattern[str]]:
    """What the program may ask for: literal keys, and a pattern of those that it makes."""
    literals, made = set(enumerated()), []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr):
                made.append("".join(map(_pattern, node.values)))
    for path in TEXTS:
        literals |= set(KEY.findall(path.read_text(encoding="utf-8")))
    keys = (each for each in made if re.search(r"(?<!-)[a-z]\\\.|\\\.[a-z]", each))
    return frozenset(literals), re.compile("|".join(keys))


@pytest.mark.parametrize("language", languages())
def test_no_key_stands_twice(language: str) -> None:
    """Not in one file, where readers of such files would take the last, nor in two."""
    found = [
        key
        for path in sorted((catalogue.FOLDER / language).glob("*.po"))
        for key in re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert sorted({key for key in found if found.count(key) > 1}) == []


def test_every_key_that_is_asked_for_is_there() -> None:
    """A word that is missing would be found by a reader."""
    known = messages(catalogue.FIRST)
    assert [(path.name, key) for path, key in asked() if KEY.fullmatch(key) and key not in known] == []


def test_every_message_is_used() -> None:
    """What nobody says any more is not translated."""
    literals, made = used()
    known = (key.removesuffix(".none") for key in messages(catalogue.FIRST))
    unsaid = {key for key in known if key not in literals and not made.fullmatch(key)}
    assert sorted(key for key in unsaid if not OF_A_STYLE.fullmatch(key)) == []


def test_an_enumeration_that_is_shown_is_shown_whole() -> None:
    """No member of it lacks its word, but for those that are told in another way."""
    known = messages(catalogue.FIRST).keys()
    shown = {key.partition(".")[0] for key in known & enumerated()}
    partly = {key for key in enumerated() - known if key.partition(".")[0] in shown}
    assert sorted(partly - TOLD_OTHERWISE) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_all_that_english_says_and_no_more(language: str) -> None:
    """No page, paper, feed or calendar falls back to English."""
    own, english = messages(language), messages(catalogue.FIRST)
    assert sorted(english.keys() - own.keys()) == []
    assert sorted(own.keys() - english.keys()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_the_same_places(language: str) -> None:
    """None is lost, none is invented; every form is filled in."""
    english = messages(catalogue.FIRST)
    for key, message in messages(language).items():
        assert places(message) == places(english[key]), key
        assert bool(message.pluralizable) == bool(english[key].pluralizable), key
        assert all(forms(message)), key


def test_no_message_stands_in_the_program() -> None:
    """Words have one home: whoever wants a word asks for it by its key."""
    said = {
        form
        for message in messages(catalogue.FIRST).values()
        for form in forms(message)
        if re.search(r"^[A-Z].*[a-z] ", form)
    }
    found = [
        (path.relative_to(PROGRAM).as_posix(), node.lineno, node.value)
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip() in said
    ]
    assert [each for each in found if each[0] not in OF_A_FORMAT] == []


# A style of citation has its dates below its own key, whatever that is.
OF_A_STYLE = re.compile(r"citation\.[a-z]+\.(?:year|month|day)")

# Its names of parts are those of the manifest's format, which stay whatever pages call the parts.
OF_A_FORMAT = frozenset({"model/editions.py"})

# A bound is told with its value, a checksum as a change of the text; a section, an answer, a position and a
# presence by their own names; of where an event stands in time only what is to come.
TOLD_OTHERWISE = frozenset(
    {f"detail-key.{name}" for name in ("checksum", "high", "low", "part")}
    | {f"part.{name}" for name in ("answer", "position", "presence", "section")}
    | {"tense.past", "tense.undated"}
)
