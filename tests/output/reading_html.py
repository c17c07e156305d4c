"""Markdown as the site's engines turn it into HTML, read back: which elements, which words."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown import Markdown

# More than the site uses: what an editor may switch on must not open a hole.
EXTENSIONS = [
    *("attr_list", "md_in_html", "toc", "tables", "footnotes", "abbr", "def_list", "admonition", "meta"),
    *("fenced_code", "sane_lists", "pymdownx.superfences", "pymdownx.tilde", "pymdownx.caret"),
    *("pymdownx.betterem", "pymdownx.magiclink"),
]
VOID = {"br", "hr", "img", "input", "link", "meta"}


def html_of(markdown: str) -> str:
    """The HTML of Markdown, with every extension that anyone may switch on."""
    engine = Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"permalink": False}})
    return engine.convert(markdown)


def _names_a_script(attributes: dict[str, str | None]) -> bool:
    return list(attributes) == ["lang"] and (attributes["lang"] or "").startswith("und-")


class Page(HTMLParser):
    """The elements of HTML in order, each with its attributes and all its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[list[str]] = []
        self._open: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.words.append([])
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self.elements[self._open.pop()][0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for place in self._open:
            self.words[place].append(data)

    def tags(self) -> list[str]:
        """The names of the elements, in order, without those that only say in which script words are."""
        return [tag for tag, attributes in self.elements if not _names_a_script(attributes)]

    def text(self, tag: str) -> str:
        """The words of the one element of this name, with white space as a browser shows it."""
        places = [
            place
            for place, (name, attributes) in enumerate(self.elements)
            if name == tag and not _names_a_script(attributes)
        ]
        assert len(places) == 1, self.elements
        return shown("".join(self.words[places[0]]))

    def attribute(self, tag: str, name: str) -> str:
        """The value of an attribute of the one element that has it."""
        (value,) = [
            attributes[name] for each, attributes in self.elements if each == tag and name in attributes
        ]
        return value or ""


def shown(text: str) -> str:
    """Text with white space as a browser shows it, but for its edges."""
    return " ".join(text.split())
