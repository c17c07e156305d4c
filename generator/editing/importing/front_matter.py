"""The file of a source: its front matter as `import` writes it, and as it survives the next import.

Of a field three versions are compared: what import wrote the last time, what stands there now, and what it
would write. Where the first two are the same, nobody has decided otherwise, and the third takes their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editing.quoting import in_quotes, scalar
from generator.model.sources import Author

ORDER = (
    *(
        "title",
        "short",
        "type",
        "author",
        "publisher",
        "container_title",
        "issued",
        "issued_basis",
        "accessed",
    ),
    *("url", "canonical_url", "language", "rights", "imported"),
)
"""The fields that import writes, in their order."""

_FENCE = "---"
_KEY = re.compile(r"([a-z_]+)[ \t]*:(?=\s|\Z)")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n")

Fields = Mapping[str, str]
"""The lines of each field, by its name."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A source's file in its parts: each field of its front matter with its lines, and its paragraphs."""

    fields: Fields
    paragraphs: tuple[str, ...]

    def whole(self) -> str:
        """The file."""
        head = "".join(f"{lines}\n" for lines in self.fields.values())
        body = "\n\n".join(self.paragraphs)
        return f"{_FENCE}\n{head}{_FENCE}\n{body}\n"


def parts_of(text: str) -> Parts:
    """The parts of a file that has front matter; what stands before its first field belongs to that."""
    lines = text.removeprefix("\ufeff").split("\n")
    closing = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE)
    fields: dict[str, str] = {}
    name = ""
    for line in lines[1:closing]:
        found = _KEY.match(line)
        if found:
            before = fields.pop("", None)
            name = found[1]
            fields[name] = line if before is None else f"{before}\n{line}"
        else:
            fields[name] = f"{fields[name]}\n{line}" if name in fields else line
    body = "\n".join(lines[closing + 1 :]).strip()
    return Parts(fields, tuple(part.strip() for part in _BLANK.split(body) if part.strip()))


def merged(current: Fields, before: Fields, now: Fields) -> Fields:
    """The fields of a file after another import: an editor's stay as they are, in their place.

    `before` is what import wrote the last time, `now` what it would write. A field that somebody removed
    stays away; one that is new has its place after those that come before it in `ORDER`.
    """
    result = dict(current)
    for name, lines in now.items():
        if name in current:
            if current[name].rstrip() == before.get(name):
                result[name] = lines
        elif name not in before:
            result = dict(_inserted(result, name, lines))
    return result


def _inserted(fields: Fields, name: str, lines: str) -> Iterator[tuple[str, str]]:
    earlier = set(ORDER[: ORDER.index(name)])
    last = max((n for n, known in enumerate(fields) if known in earlier), default=-1)
    items = list(fields.items())
    yield from items[: last + 1]
    yield name, lines
    yield from items[last + 1 :]


def text_field(name: str, value: str) -> str:
    """The line of a field whose value is any text."""
    return f"{name}: {scalar(value)}"


def plain_field(name: str, value: str) -> str:
    """The line of a field whose value is a date or a word of ours, which need no quotation marks."""
    return f"{name}: {value}"


def author_field(authors: Iterable[Author]) -> str:
    """The lines of the authors: one on the line of the field, several on lines of their own."""
    listed = [_author(author) for author in authors]
    if len(listed) == 1:
        return f"author: {listed[0]}"
    return "\n".join(["author:", *(f"  - {each}" for each in listed)])


def _author(author: Author) -> str:
    parts = {"literal": author.literal, "family": author.family, "given": author.given}
    return "{" + ", ".join(f"{part}: {scalar(said)}" for part, said in parts.items() if said) + "}"


def imported_field(file: str, sha256: str) -> str:
    """The lines that tell of which file the source was made."""
    name = file if re.fullmatch("[a-z0-9./-]+", file) else in_quotes(file)
    return f"imported:\n  file: {name}\n  sha256: {sha256}"
