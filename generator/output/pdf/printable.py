"""Text as print can take it."""

import re

from generator.output.signs import BREAKABLE, on_one_line, runs_to_the_left

_LONG_WORD = re.compile(f"{BREAKABLE}{{28,}}")


def printable(text: str) -> str:
    """The text on one line; what cannot be printed, or would reorder what is printed, is U+FFFD.

    A very long word may break anywhere rather than leave its column, but never within a sign. A mark at the
    end of a text with letters that run from right to left keeps what follows on its right.
    """
    line = _LONG_WORD.sub(lambda found: "\u200b".join(found[0]), on_one_line(text))
    return f"{line}\u200e" if runs_to_the_left(line) else line
