"""The nodes in a node, and the texts that it shows, as against keys, addresses and other data."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_SHOWS_NOTHING = frozenset({"type", "url", "key", "anchor", "at", "to", "csl", "qr"})
_HEADS = frozenset({"title", "heading", "series"})


def nodes_of(value: object) -> Iterator[dict[str, object]]:
    """Every node in a value of mappings and lists, outermost first."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def texts_of(value: object) -> Iterator[str]:
    """The texts of a node, in reading order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from texts_of(each) if name not in _SHOWS_NOTHING else ()
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def paragraphs_of(value: object) -> Iterator[str]:
    """The texts of a node, those of runs that follow each other as one."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from paragraphs_of(each) if name not in _SHOWS_NOTHING else ()
    elif isinstance(value, list) and any(isinstance(each, dict) and "text" in each for each in value):
        yield "".join(texts_of(value))
    elif isinstance(value, list):
        for each in value:
            yield from paragraphs_of(each)
    elif isinstance(value, str):
        yield value


def with_texts(value: object, change: Callable[[str], str], *, most: int = 0) -> object:
    """A node with its texts changed, but for its headings and titles of at most so many characters."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [with_texts(each, change, most=most) for each in value]
    if not isinstance(value, dict) or (value.get("type") == "heading" and _length(value) <= most):
        return value
    return {
        name: each
        if name in _SHOWS_NOTHING or (name in _HEADS and _length(each) <= most)
        else with_texts(each, change, most=most)
        for name, each in value.items()
    }


def _length(value: object) -> int:
    return sum(map(len, texts_of(value)))
