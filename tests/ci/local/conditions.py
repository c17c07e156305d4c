"""When a step runs: as much of the forges' languages as the workflows use; anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_FILLED = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_COMPARED = re.compile(r"(?P<left>\S+)\s*(?P<sign>==|!=)\s*(?P<right>\S+)")
_FILES = re.compile(r"hashFiles\('([^']+)'\)")
_TEXT = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def filled(text: str, known: Mapping[str, Any]) -> str:
    """The text with each `${{ path.of.names }}` in it replaced by what is known under these names."""
    return _FILLED.sub(lambda found: str(_named(found[1], known)), text)


def holds_on_github(condition: str, known: Mapping[str, Any], folder: Path) -> bool:
    """Whether a condition of a step or a job holds. Raises ValueError for what is not known."""

    def value(word: str) -> str:
        if found := _FILES.fullmatch(word):
            return "a hash" if any(folder.glob(found[1])) else ""
        return _quoted(word) if _TEXT.fullmatch(word) else str(_named(word, known))

    parts = [part.strip() for part in condition.split("&&")]
    return all(part == "always()" or _is_so(part, value) for part in parts)


def holds_on_gitlab(condition: str, variables: Mapping[str, str]) -> bool:
    """Whether the `if` of a rule holds. Raises ValueError for what is not known."""

    def value(word: str) -> str:
        return variables.get(word[1:], "") if word.startswith("$") else _quoted(word)

    return all(_is_so(part.strip(), value) for part in condition.split("&&"))


def _is_so(part: str, value: Callable[[str], str]) -> bool:
    found = _COMPARED.fullmatch(part)
    if not found:
        raise ValueError(f"no condition that is known here: {part}")
    return (value(found["left"]) == value(found["right"])) == (found["sign"] == "==")


def _quoted(word: str) -> str:
    found = _TEXT.fullmatch(word)
    if not found:
        raise ValueError(f"no text in quotes: {word}")
    return found[1] or found[2] or ""


def _named(path: str, known: Mapping[str, Any]) -> Any:
    """What stands under a path of names; nothing, as on the forges, where a name is not there."""
    value: Any = known
    for name in path.split("."):
        if not re.fullmatch(r"\w+", name):
            raise ValueError(f"no path of names: {path}")
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value
