"""Whatever a source says, a page shows it as text: through the Markdown engine itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from generator.output.markdown.escape import (
    Markdown,
    attribute,
    cleaned,
    escape,
    finalize,
    front_matter,
    safe_url,
    shown_raw,
)
from generator.output.markdown.page import environment
from tests.output.reading_html import Page, html_of, shown

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{: #__config }",
    "text {: onclick=alert(1) }", '--8<-- "secrets"', "{{7*7}}", "{% raw %}", "[x](javascript:alert(1))",
    "[x]: http://evil.example", "![x](y)", "Heading\n=======", "Heading\n---", "# Heading",
    "    four spaces", "\tcode", "Word: value", "`code`", "```\nfence\n```", "~~~", "| a | b |\n|---|---|",
    "a | b", "[^1]", "[^1]: note", "*[HTML]: abbr", "<!-- hidden", "-->", "&amp;", "&lt;script&gt;",
    "&#60;", "&", "1. item", "- item", "* item", "> quote", "!!! note", ":   definition",
    "**bold** _it_ __it__ ~~no~~ ^sup^", "<https://evil.example>", "www.example.org", "user@example.org",
    "\\*", 'a\\', "[TOC]", "///Footnotes Go Here///", "<div markdown='1'>", "</div></p></li>",
    "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\x00", "a\u2028b", "a\x85b", "\ud800", "\ufeff",
    "two  \nlines", "<?php ?>", "<![CDATA[x]]>", "&copy;", "°C", "x" * 200, "“quoted” – dash…", "中文", "é",
    "]]></p>", '" onmouseover="alert(1)', "' x='", "}", "{", "a=b }", '<svg onload="x">', "<textarea>",
    "<title>",
]  # fmt: skip

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*HOSTILE, " ", "\n", "\n\n", "a", "2"]), min_size=1, max_size=4).map("".join),
)

CONTEXTS = {
    "paragraph": ("{}", "p", ["p"]),
    "behind words": ("Words {} and words", "p", ["p"]),
    "list item": ("- {}", "li", ["ul", "li"]),
    "heading": ("## {} {{: #anchor }}", "h2", ["h2"]),
    "link": ("Words [{}](page.md#anchor){{: .term }} words", "a", ["p", "a"]),
    "inline element": ("Words <strong>{}</strong>", "strong", ["p", "strong"]),
    "cell": (
        '<table markdown="1">\n<tr markdown="1">\n<td markdown="span">{}</td>\n</tr>\n</table>',
        "td",
        ["table", "tr", "td"],
    ),
    "item in HTML": (
        '<ol markdown="1">\n<li markdown="block">\n\n<p markdown="span">{}</p>\n</li>\n</ol>',
        "p",
        ["ol", "li", "p"],
    ),
    "raw HTML": ('<p id="p1"><a href="#p1">1</a> <mark>{}</mark></p>', "mark", ["p", "a", "mark"]),
}


def for_all_hostile(test: Callable[..., None]) -> Callable[..., None]:
    """Try arbitrary texts, and each of the hostile list in any case."""
    for text in HOSTILE:
        test = example(text=text)(test)
    return settings(max_examples=60, deadline=None)(given(text=texts)(test))


@pytest.mark.parametrize("context", CONTEXTS)
@for_all_hostile
def test_text_is_shown_as_it_is(context: str, text: str) -> None:
    """Arbitrary text becomes neither an element nor an attribute, and no character of it is lost."""
    frame, tag, tags = CONTEXTS[context]
    page = Page(html_of(frame.format(escape(f"x{text}x"))))
    assert page.tags() == tags
    words = shown(cleaned(f"x{text}x"))
    assert page.text(tag) == (f"Words {words} and words" if context == "behind words" else words)


@for_all_hostile
def test_text_alone_on_its_line_is_shown_as_it_is(text: str) -> None:
    """Not even the beginning of a line lets text become a block of another kind."""
    page = Page(html_of(escape(text).strip()))
    words = shown(cleaned(text))
    assert (page.text("p") if words else "") == words
    assert page.tags() == (["p"] if words else [])


@for_all_hostile
def test_attributes_hold_the_text(text: str) -> None:
    """An attribute has the text as its value, written in HTML or in an attribute list, and no other."""
    inline = Page(html_of(f'Words <a href="x" title="{attribute(text)}">x</a>'))
    listed = Page(html_of(f'Words [x](page.md){{: .term title="{attribute(text)}" }}'))
    expected = cleaned(text).strip()
    assert inline.attribute("a", "title") == expected
    assert listed.attribute("a", "title") == expected
    assert {key for _, attributes in listed.elements for key in attributes} == {"class", "href", "title"}


@for_all_hostile
def test_front_matter_is_one_mapping_of_escaped_text(text: str) -> None:
    """YAML reads title and description back, as HTML that themes may print raw."""
    matter = front_matter(text, text, text, search="boost: 2")
    assert yaml.safe_load(matter.removeprefix("---\n").removesuffix("\n---")) == {
        "title": shown_raw(text), "description": shown_raw(text), "tags": [shown_raw(text)],
        "search": {"boost": 2},
    }  # fmt: skip
    assert not set(shown_raw(text)) & set("<>\"'")
    assert len(matter.splitlines()) == 7


@for_all_hostile
def test_escaped_text_is_one_line_of_utf_8(text: str) -> None:
    """No control character and no line break survives, and it can be written to a file."""
    assert len(escape(text).splitlines()) <= 1
    assert escape(text).encode().decode() == escape(text)


def test_markdown_passes_once_and_text_made_of_it_does_not() -> None:
    """The opt-out is explicit: joining Markdown with text gives text."""
    marked = Markdown("*x*")
    assert escape(marked) is marked
    assert escape(marked + "*") == "&#42;x&#42;&#42;"


@pytest.mark.parametrize("value", [None, 1.5, True, ["x"]])
def test_templates_print_text_and_whole_numbers_only(value: object) -> None:
    """What has no one spelling is a mistake of a template."""
    with pytest.raises(TypeError):
        finalize(value)


def test_templates_escape_whatever_is_not_markdown() -> None:
    """Every expression goes through the one function, also the result of an operation."""
    template = environment().from_string("{{ text }} {{ text ~ text }} {{ marked }} {{ 3 }}")
    rendered = template.render(text="<b>", marked=Markdown("<i>"))
    assert rendered == "&#60;b&#62; &#60;b&#62;&#60;b&#62; <i> 3"


def test_a_missing_name_in_a_template_is_an_error() -> None:
    """A typing mistake must not leave a hole in a page."""
    with pytest.raises(UndefinedError):
        environment().from_string("{{ missing }}").render()


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b=c&d#e", "http://example.org", "https://[2001:db8::1]/", "HTTPS://example.org"],
)
def test_web_addresses_pass(url: str) -> None:
    """Https and http, with a host."""
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "//example.org", "/page", "page", "",
        "https:", "https://", "http:///x", "https://a b", "https://example.org/\n", "https:\\\\example.org",
        "https://[::1", "https://example.org/\x00", 'https://example.org/"', "https://example.org/<", "ftp://x.org",
        "https://example.org/\ud800",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    """Scripts in every disguise, other schemes, relative and broken addresses."""
    assert safe_url(url) is None
