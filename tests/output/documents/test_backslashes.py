"""Text in clean Markdown comes back from every reader as it was, and nothing in it is live."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.output.documents.backslashes import at_line_start, emphasised, escaped, on_one_line
from tests.output.test_escape import HOSTILE, for_all_hostile, texts
from tests.support.taken import FLAVOURS, elements, read_as_commonmark, tree, words

MORE = [
    "a) x", "A. x", "(1) x", "(@) x", "#. x", "iv. x", "12345. x", "+ x", "% title", ":: x", "Table: x",
    "table: x", "$x$ and $y$", "$5 to $7, US$ 5 to US$", "$$x$$", "x^2^ H~2~O", "[@key]", "@key", "-@key",
    "^[note]", ":smile:", "https://evil.example/a_b", "a -- b --- c", "...", "....", "\"straight\" 'marks'",
    "{.class}", "# x #", "\\alpha", "\\(x\\)", "=", "---", "***", "___", "Stop!", "a!", "R&D; AT&T",
    "&#x41;", "شرح النص", "]]>", "a\u202eb", "…–—",
]  # fmt: skip


@for_all_hostile
def test_commonmark_gives_text_back(text: str) -> None:
    """As a paragraph, an item, a heading and a cell, whatever the text."""
    said = on_one_line(text).strip(" ")
    here = at_line_start(escaped(said))
    for frame, kinds in (
        ("{}", {"paragraph_open", "paragraph_close"}),
        ("> {}", {"paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close"}),
    ):
        found, made = read_as_commonmark(frame.format(here) if said else "")
        assert squeezed(found) == squeezed(said)
        assert made <= kinds
    found, made = read_as_commonmark(f"| a |\n| --- |\n| {escaped(said)} |\n")
    assert squeezed(found) == "a" + squeezed(said)
    assert not made & {"html_inline", "link_open", "image", "em_open", "strong_open", "code_inline"}


def squeezed(text: str) -> str:
    """Text without white space, which readers of tables and lines trim, and composed as they compose it."""
    return unicodedata.normalize("NFC", "".join(text.split()))


@pytest.mark.slow
@pytest.mark.parametrize("form", FLAVOURS)
@settings(max_examples=12, deadline=None)
@given(st.lists(texts, min_size=60, max_size=90))
def test_pandoc_gives_text_back(form: str, given_texts: list[str]) -> None:
    """Each of thousands of texts, among them all that we know to be hostile."""
    said = [each for each in (on_one_line(t).strip(" ") for t in (*HOSTILE, *MORE, *given_texts)) if each]
    paragraphs = ("Texts.", *(at_line_start(escaped(each)) for each in said))
    _, *blocks = tree("\n\n".join(paragraphs).encode(), form)
    assert [squeezed(words(block)) for block in blocks] == [squeezed(each) for each in said]
    assert {name for name, _ in elements(blocks)} <= {"Para", "Str", "Space"}


@for_all_hostile
def test_words_that_stand_out_are_the_words(text: str) -> None:
    """Delimiters are there only where they are read as such, whatever stands beside them."""
    said = on_one_line(text).strip(" ") or "x"
    for before, after in (("", ""), ("a", "b"), ("(", ")"), (" ", " ")):
        inner = emphasised(escaped(said), "**", before, after)
        found, made = read_as_commonmark(at_line_start(f"{before}{inner}{after}"))
        assert squeezed(found) == squeezed(f"{before}{said}{after}")
        assert made <= {"paragraph_open", "paragraph_close", "strong_open", "strong_close"}
        struck = emphasised(escaped(said), "~~", before, after, is_needed=True)
        _, made = read_as_commonmark(at_line_start(f"{before}{struck}{after}"))
        assert "s_open" in made


def test_ordinary_text_is_left_alone() -> None:
    """The file is to be read as it is: amounts, hyphens, times and brackets have no backslash."""
    for text in (
        "It rose by $5 to 7%; (so) R&D said – at 10:30, half-way: 1/2 + 3 = 5!",
        "34.5 percent",
        "‘a’ “b”",
    ):
        assert at_line_start(escaped(text)) == text
