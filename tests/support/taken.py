"""Readers of what people take along, each by somebody else: pandoc, and markdown-it for CommonMark."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc
from markdown_it import MarkdownIt

FLAVOURS = ("markdown", "gfm", "commonmark")
LIVE = {"RawInline", "RawBlock", "Math", "Image", "Cite", "Code", "CodeBlock", "Div", "Span"}
"""What pandoc makes of marks that clean Markdown has none of."""


def pandoc(text: bytes, form: str, to: str = "json") -> str:
    """What pandoc makes of a file; AssertionError if it complains of anything."""
    command = (pypandoc.get_pandoc_path(), "-f", form, "-t", to, "--wrap=none")
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode()


def tree(text: bytes, form: str = "markdown") -> list[Any]:
    """The blocks that pandoc reads."""
    return list(json.loads(pandoc(text, form))["blocks"])


def elements(value: object) -> Iterator[tuple[str, Any]]:
    """Each element of a tree of pandoc's, with what it holds."""
    if isinstance(value, dict):
        if "t" in value:
            yield value["t"], value.get("c")
        for each in value.values():
            yield from elements(each)
    elif isinstance(value, list):
        for each in value:
            yield from elements(each)


def words(value: object) -> str:
    """The words of a tree, notes left out."""
    if isinstance(value, list):
        return "".join(map(words, value))
    if not isinstance(value, dict):
        return ""
    match value.get("t"), value.get("c"):
        case "Str", str(text):
            return text
        case (("Space" | "SoftBreak"), _):
            return " "
        case "Note", _:
            return ""
    return words(value.get("c", ""))


def read_as_commonmark(text: str) -> tuple[str, set[str]]:
    """The words that markdown-it reads in CommonMark, and the elements that it makes of them."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    said = "".join(each.content for each in inline if each.type in ("text", "text_special"))
    kinds = {each.type for each in (*tokens, *inline)} - {"text", "text_special", "inline"}
    return said, kinds
