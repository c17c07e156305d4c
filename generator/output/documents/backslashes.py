"""Text as Markdown that every reader gives back as this text: CommonMark's, GitHub's and pandoc's.

Only what one of them could take for a mark is escaped, by a backslash, so that the file is still to be read.
What cannot be printed, or would turn the words around it, is U+FFFD, as on a page.
"""

import re
import unicodedata

from generator.output.markdown.escape import cleaned

# Anywhere: what opens code, emphasis, links, HTML, sub- and superscript, mathematics, attributes, citations.
_ALWAYS = r"[\\`*_\[\]<|~^{@\"']"
_SOMETIMES = "|".join(
    (
        r"\$(?!\d)",  # no formula ends before a digit, as an amount of dollars does
        r"&(?=#?\w+;)",  # a reference to a character
        r":(?=//|[\w+-]+:)",  # an address, a picture by its name
        r"(?<=\bwww)\.",
        r"\.(?=\.\.)|(?<=-)-|-(?=-)",  # what typographers' readers make an ellipsis or a dash
    )
)
_LIVE = re.compile(f"{_ALWAYS}|{_SOMETIMES}", re.IGNORECASE)

# At the start of a line: lists, headings, quotations, rules, definitions, titles of tables and documents.
_STARTS = re.compile(r"[-+](?=\s|\Z)|[#>%=:]")
_NUMBERED = re.compile(r"(\(?)(\d{1,9}|[a-z]|[ivxlcdm]+|#)([.)])(?=\s|\Z)", re.IGNORECASE)

_IN_DESTINATION = str.maketrans({"(": "%28", ")": "%29", "|": "%7C", "*": "%2A", "&": "&amp;"})


def on_one_line(text: str) -> str:
    """The text on one line, as a page shows it."""
    return cleaned(text)


def escaped(text: str) -> str:
    """Text on one line so that no reader of Markdown finds a mark in it, unless it opens a line."""
    return _LIVE.sub(lambda found: f"\\{found[0]}", text)


def at_line_start(markdown: str) -> str:
    """Markdown so that what it opens its line with is not read as a mark of the line."""
    numbered = _NUMBERED.match(markdown)
    if numbered:
        opening, number, closing = numbered.groups()
        lead, shown = "\\(" if opening else "", "\\#" if number == "#" else number
        return f"{lead}{shown}\\{closing}{markdown[numbered.end() :]}"
    if markdown[:6].casefold() == "table:":
        return f"{markdown[:5]}\\{markdown[5:]}"
    return f"\\{markdown}" if _STARTS.match(markdown) else markdown


def emphasised(
    markdown: str, delimiter: str, before: str = "", after: str = "", *, is_needed: bool = False
) -> str:
    """Markdown between delimiters, where they are read as such between these signs.

    Elsewhere it is as it is, or if the look `is_needed` to understand it, a space parts it from the signs.
    """
    if not markdown:
        return ""
    opens = not _is_punctuation(markdown[0]) or not _is_word(before)
    closes = not _is_punctuation(markdown[-1]) or not _is_word(after)
    if not (opens and closes) and not is_needed:
        return markdown
    return f"{'' if opens else ' '}{delimiter}{markdown}{delimiter}{'' if closes else ' '}"


def destination(url: str) -> str:
    """An address as the destination of a link, also in a table."""
    return url.translate(_IN_DESTINATION)


def _is_punctuation(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _is_word(sign: str) -> bool:
    """Whether a sign is neither white space nor punctuation; the edge of a line is white space."""
    return bool(sign) and not sign.isspace() and not _is_punctuation(sign)
