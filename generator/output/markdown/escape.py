"""The one way in which text reaches a page: escaped, unless its type says that it is Markdown already.

Words in another script carry their language, and where things are is an address or identifier fit to be one.
"""

import html
import json
import posixpath
import re
import string
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from jinja2 import Undefined

from generator.model.addresses import folder_of, seen_from
from generator.model.runs import Target
from generator.words import Words

_LETTERS = {
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrl": "\u0400-\u052f",
    "Armn": "\u0530-\u058f",
    "Hebr": "\u0590-\u05ff",
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Deva": "\u0900-\u097f",
    "Beng": "\u0980-\u09ff",
    "Taml": "\u0b80-\u0bff",
    "Thai": "\u0e00-\u0e7f",
    "Geor": "\u10a0-\u10ff",
    "Hang": "\u1100-\u11ff\uac00-\ud7a3",
}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3041-\u30ff"

# One letter alone is a symbol, such as µ or Δ, but for the scripts in which it is a word.
_RUNS = re.compile(
    "|".join(
        [
            f"(?P<Jpan>[{_HAN}]*[{_KANA}][{_HAN}{_KANA}]*)",
            f"(?P<Hani>[{_HAN}]+)",
            *(f"(?P<{name}>[{these}]{{2,}}(?:[ ’·-][{these}]+)*)" for name, these in _LETTERS.items()),
        ]
    )
)
_UNKNOWN = re.compile('<span lang="(und-[A-Z][a-z]{3})">([^<]*)</span>')

_REPLACEMENT = "\ufffd"
_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Surrogates and the last two code points of the plane have no place in UTF-8 or in YAML; embeddings,
# overrides and isolates of direction would let a page show other words, or a number turned round.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_ENTITIES = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})
_NOT_IN_A_URL = re.compile(r"[\s\x00-\x20\x7f-\x9f\\<>\"\ud800-\udfff\ufffe\uffff]")

_PATH = re.compile(r"(?:\.\./)*[a-z0-9-]+(?:[/.][a-z0-9-]+)*\Z")
_ANCHOR = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\Z", re.IGNORECASE)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def parted(text: str) -> list[tuple[str, str]]:
    """The text in pieces, each with the tag of its script as `und-Cyrl`, or "" if it is in Latin letters."""
    pieces, at = [], 0
    for found in _RUNS.finditer(text):
        pieces += [(text[at : found.start()], ""), (found[0], f"und-{found.lastgroup}")]
        at = found.end()
    return [(piece, tag) for piece, tag in (*pieces, (text[at:], "")) if piece]


def in_languages(page: str, names: Iterable[tuple[str, str]]) -> str:
    """The page, with languages in place of scripts where the names, each with its own, tell them."""
    known = tuple(names)

    def named(found: re.Match[str]) -> str:
        text = html.unescape(found[2])
        languages = {language for name, language in known if name in text or text in name}
        tag = languages.pop() if len(languages) == 1 else found[1]
        return f'<span lang="{tag}">{found[2]}</span>'

    return _UNKNOWN.sub(named, page)


class Markdown(str):
    """Text that is Markdown already: the explicit way past `escape`.

    Every operation on it gives a plain `str` again, which is escaped: forgetting fails safely.
    """

    __slots__ = ()


def cleaned(text: str) -> str:
    """The text on one line: white space is single spaces, what cannot be printed is U+FFFD."""
    return _UNPRINTABLE.sub(_REPLACEMENT, _SPACES.sub(" ", text))


def escape(text: str) -> Markdown:
    """Markdown that renders as exactly this text wherever text may stand, whatever the text holds.

    All ASCII punctuation becomes character references, which no Markdown or HTML syntax is made of. White
    space at its edges stays: a line of several runs needs it. Words in another script say which it is.
    """
    if isinstance(text, Markdown):
        return text
    return Markdown("".join(_spoken(piece, tag) for piece, tag in parted(cleaned(text))))


def _spoken(text: str, language: str) -> str:
    shown = text.translate(_ENTITIES)
    return f'<span lang="{language}">{shown}</span>' if language else shown


def worded(words: Words, key: str, /, **places: str | int) -> Markdown:
    """A message of ours as Markdown: what fills its places is escaped unless it is Markdown already.

    Its own words are part of the program, as those of a template are, and hold nothing that Markdown or HTML
    reads as anything but text. Raises KeyError as `Words` does.
    """
    return Markdown(
        words(key, **{name: v if isinstance(v, int) else escape(v) for name, v in places.items()})
    )


def finalize(value: object) -> Markdown:
    """What a template prints: text and whole numbers escaped, Markdown as it is, nothing else.

    Raises TypeError on any other value (a float has no one spelling, None is a template's mistake).
    """
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Markdown(value)
    if isinstance(value, Undefined):
        str(value)  # raises UndefinedError, which names what is missing
    raise TypeError(f"a template may print text and whole numbers, not {value!r}")


def attribute(text: str) -> Markdown:
    """The text as the value of a double-quoted attribute, in raw HTML and in an attribute list.

    Not for elements with a `markdown` attribute: Python-Markdown reads their attributes and writes them
    anew, after which a literal `&amp;` is no longer itself.
    """
    return text if isinstance(text, Markdown) else Markdown(cleaned(text).strip().translate(_ENTITIES))


def front_matter(
    title: str,
    description: str,
    kind: str,
    *,
    search: str | None = None,
    contents: int | None = None,
    head: Markdown | None = None,
) -> Markdown:
    """YAML front matter that themes can print raw: HTML-escaped for them, JSON-quoted for YAML.

    `kind` stands beside the page in the results of the search, where `search` (`boost: 4`, `exclude: true`)
    weighs it; `contents` is the deepest level of heading that the table of contents shows, and one of 0
    gives its room to the text; `head` is HTML that our template puts into the page's head.
    """
    lines = ["---", f"title: {_yaml(title)}", f"description: {_yaml(description)}", f"tags: [{_yaml(kind)}]"]
    if search is not None:
        lines += ["search:", f"  {search}"]
    if contents == 0:
        lines += ["hide:", "  - toc"]
    elif contents is not None:
        lines.append(f"toc_depth: {contents}")
    if head:
        lines.append(f"head: {json.dumps(head, ensure_ascii=False)}")
    return Markdown("\n".join([*lines, "---"]))


def shown_raw(text: str) -> str:
    """HTML for places that themes print unescaped: titles, descriptions, labels of the navigation."""
    return html.escape(cleaned(text).strip())


def _yaml(text: str) -> str:
    return json.dumps(shown_raw(text), ensure_ascii=False)


def safe_url(url: str) -> str | None:
    """The address if it is an absolute https or http one without tricks, else None."""
    if _NOT_IN_A_URL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("https", "http") and host else None


def path(value: str) -> Markdown:
    """The path, if it is one that needs no escaping; ValueError if not."""
    if not _PATH.match(value):
        raise ValueError(f"not fit to be a path on the site: {value!r}")
    return Markdown(value)


def anchor(value: str) -> Markdown:
    """The anchor, if it can neither be an attack nor clash with the theme's; ValueError if not."""
    if not _ANCHOR.match(value):
        raise ValueError(f"not fit to be an anchor: {value!r}")
    return Markdown(value)


@lru_cache(maxsize=1 << 16)
def beside(page: str, file: str) -> Markdown:
    """The address of a file of the site, seen from a page."""
    return path(seen_from(page, file))


def address(page: str, target: Target) -> Markdown:
    """The address of a target, seen from a page; each engine turns `.md` into its own form."""
    fragment = f"#{anchor(target.anchor)}" if target.anchor else ""
    if fragment and target.page == page:
        return Markdown(fragment)
    return Markdown(beside(page, f"{target.page}.md") + fragment)


def web_address(page: str, target: Target) -> Markdown:
    """The address of a target as browsers see it from a page: for HTML that no engine reads."""
    fragment = f"#{anchor(target.anchor)}" if target.anchor else ""
    if fragment and target.page == page:
        return Markdown(fragment)
    way = posixpath.relpath(folder_of(path(target.page)) or ".", folder_of(page) or ".")
    return Markdown(f"{way}/{fragment}")


def word(text: str) -> Markdown:
    """The text as one word for a class name: `under way` gives `under-way`."""
    return Markdown(_NOT_A_WORD.sub("-", text.casefold()).strip("-") or "other")
