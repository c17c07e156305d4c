"""Text that is safe to print: nothing in it moves the cursor, changes colours or turns the direction."""

from __future__ import annotations

import re

# Joiners belong to words and emoji of many languages and change nothing else.
_JOINERS = "\u200c\u200d"
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")


def visible(text: str) -> str:
    """The text in one line, with a visible sign for each character that is not printed as itself."""
    return text if text.isprintable() else _UNPRINTABLE.sub(lambda found: _sign(found.group()), text)


def _sign(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character.isspace() and character >= "\xa0" and character not in "\u2028\u2029":
        return " "
    if character < " ":
        return chr(_CONTROL_PICTURES + ord(character))
    return "␡" if character == _DELETE else f"<U+{ord(character):04X}>"
