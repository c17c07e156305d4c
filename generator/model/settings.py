"""`mkdocs.yml` as a site engine reads it: aliases and merges followed, `!ENV` replaced by the environment.

And the papers that briefings are printed on, each with the typesetter's name of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.text import Span

SETTINGS = "mkdocs.yml"

_YAML = "tag:yaml.org,2002:"
_MERGE, _NULL, _BOOL, _TEXT, _DATE = (
    f"{_YAML}{name}" for name in ("merge", "null", "bool", "str", "timestamp")
)
_PYTHON = f"{_YAML}python/"
_ENV = "!ENV"
_OF_ENGINES = frozenset({_ENV, "!relative"})
_TRUE = frozenset({"yes", "true", "on"})

Pair = tuple[Node, Node]

PAPERS = {"a4": "a4", "letter": "us-letter"}


class NoSettings(ValueError):
    """What a file of settings holds is no mapping."""


class Unreadable(ConstructorError):
    """A value that no engine can read; `code` is that of the diagnostic."""

    def __init__(self, node: Node, problem: str, code: str = "yaml-tag") -> None:
        super().__init__(problem=problem, problem_mark=node.start_mark)
        self.code = code


class Unset(ScalarNode):
    """Nothing, because the environment has none of the `variables` that `!ENV` names."""

    variables: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Why there is nothing, for a message."""
        if not self.variables:
            return "`!ENV` names no variable"
        return f"the environment does not set {' or '.join(self.variables)}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says; names are those of mappings within mappings, parted by full stops."""

    source: str
    root: MappingNode

    def at(self, name: str) -> Node | None:
        """The value of a setting; None if the file does not give it."""
        pair = self._pair(name)
        return pair[1] if pair else None

    def words(self, name: str) -> str:
        """What a setting writes on one line, were it read as text; empty if it writes nothing of the kind."""
        node = self.at(name)
        is_word = isinstance(node, ScalarNode) and not is_nothing(node)
        return str(node.value).strip() if node and is_word else ""

    def value_span(self, name: str) -> Span:
        """Where the value of a setting stands; without one, its name, or that of what should hold it."""
        pair = self._pair(name)
        return self.span_of(pair[1]) if pair and not is_nothing(pair[1]) else self.name_span(name)

    def name_span(self, name: str) -> Span:
        """Where the name of a setting stands, or of what should hold it; else the beginning of the file."""
        pair = self._pair(name) or self._pair(name.rpartition(".")[0])
        return self.span_of(pair[0]) if pair else Span.at(SETTINGS)

    def span_of(self, node: Node) -> Span:
        """Where a node stands; of several lines, what is on the first."""
        start, end = node.start_mark.index, node.end_mark.index
        line = self.source.rfind("\n", 0, start) + 1
        stop = self.source.find("\n", start)
        end = max(start + 1, min(end, len(self.source) if stop < 0 else stop))
        number = self.source.count("\n", 0, start) + 1
        return Span(SETTINGS, number, start - line + 1, number, end - line + 1)

    def copy(self) -> Settings:
        """The same with nodes of its own, for whoever changes some."""
        return Settings(self.source, _Reading({}).mapping(self.root))

    def _pair(self, name: str) -> Pair | None:
        found: Pair | None = None
        node: Node | None = self.root
        for part in name.split("."):
            found = dict(_named(node)).get(part)
            node = found[1] if found else None
        return found


def _named(node: Node | None) -> Iterator[tuple[str, Pair]]:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return ((str(key.value), (key, value)) for key, value in pairs)


def is_nothing(node: Node | None) -> bool:
    """Whether a setting is absent, or given without a value."""
    return node is None or node.tag == _NULL


@dataclass(slots=True)
class _Reading:
    """Copies nodes as an engine reads them, each once: an alias is the node that it stands for."""

    environment: Mapping[str, str]
    done: dict[int, Node] = field(default_factory=dict)
    loader: yaml.SafeLoader = field(default_factory=lambda: yaml.SafeLoader(""))

    def node(self, node: Node) -> Node:
        if id(node) in self.done:
            return self.done[id(node)]
        if node.tag == _ENV:
            self.done[id(node)] = self._of_environment(node)
        elif isinstance(node, MappingNode):
            return self.mapping(node)
        elif isinstance(node, SequenceNode):
            copy = SequenceNode(_known(node), [], node.start_mark, node.end_mark, node.flow_style)
            self.done[id(node)] = copy
            copy.value = [self.node(item) for item in node.value]
        elif isinstance(node, ScalarNode):
            self.done[id(node)] = self._scalar(node)
        return self.done[id(node)]

    def mapping(self, node: MappingNode) -> MappingNode:
        """A mapping with what it merges; of equal names the last counts, and its own before merged ones."""
        copy = MappingNode(_known(node), [], node.start_mark, node.end_mark, node.flow_style)
        self.done[id(node)] = copy
        merged: dict[str, Pair] = {}
        own: dict[str, Pair] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise Unreadable(key, "this is no name of a setting", "yaml-key")
            if key.tag == _MERGE:
                merged |= {name: pair for each in _to_merge(value) for name, pair in _named(self.node(each))}
            else:
                own[str(key.value)] = (self._scalar(key), self.node(value))
        copy.value = list((merged | own).values())
        return copy

    def _scalar(self, node: ScalarNode) -> ScalarNode:
        try:
            if node.tag.startswith(_YAML) and not node.tag.startswith(_PYTHON):
                self.loader.construct_object(ScalarNode(node.tag, node.value, node.start_mark))
        except (ValueError, KeyError, AttributeError, IndexError):  # PyYAML looks no further than the tag
            kind = "date" if node.tag == _DATE else "number"
            problem = f"this looks like a {kind}, and is none; put text in quotation marks"
            raise Unreadable(node, problem, "bad-value") from None
        return ScalarNode(_known(node), node.value, node.start_mark, node.end_mark, node.style)

    def _of_environment(self, node: Node) -> Node:
        items = [node] if isinstance(node, ScalarNode) else node.value
        if isinstance(node, MappingNode) or not all(
            isinstance(item, ScalarNode) for item in items[:-1] or items
        ):
            raise Unreadable(node, "`!ENV` takes the name of a variable, or a list of names and a default")
        *names, default = items if len(items) > 1 else (*items, None)
        for name in names:
            if name.value in self.environment:
                value = self.environment[name.value]
                tag = self.loader.resolve(ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
                return self._scalar(ScalarNode(tag, value, node.start_mark, node.end_mark))
        if default is not None and not is_nothing(given := self.node(default)):
            return given
        unset = Unset(_NULL, "", node.start_mark, node.end_mark)
        unset.variables = tuple(str(name.value) for name in names)
        return unset


def _known(node: Node) -> str:
    tag = str(node.tag)
    if not tag.startswith(_YAML) and tag not in _OF_ENGINES:
        raise Unreadable(node, f"no site engine knows the tag `{tag}`")
    return tag


def _to_merge(value: Node) -> Iterator[MappingNode]:
    """What stands behind `<<`, the least binding first."""
    for each in reversed(value.value) if isinstance(value, SequenceNode) else (value,):
        if not isinstance(each, MappingNode):
            raise Unreadable(each, "`<<` takes in a mapping, or a list of mappings")
        yield each


NOTHING = Settings("", MappingNode(f"{_YAML}map", []))
"""The settings of a file that says nothing, or that cannot be read."""


def is_text(node: Node | None) -> bool:
    """Whether a value is text, as YAML reads it: no number, no date, no yes or no."""
    return node is not None and node.tag == _TEXT


def is_flag(node: Node | None, wanted: bool) -> bool:
    """Whether a value is this one of yes and no."""
    return node is not None and node.tag == _BOOL and (node.value.lower() in _TRUE) is wanted


def items_of(node: Node | None) -> tuple[tuple[str, Node | None], ...]:
    """What a list or a mapping names, each with what is said of it; `[a, b: {…}]` is as `{a:, b: {…}}`."""
    if isinstance(node, MappingNode):
        return tuple((name, value) for name, (_, value) in _named(node))
    items: list[tuple[str, Node | None]] = []
    for item in node.value if isinstance(node, SequenceNode) else ():
        if isinstance(item, MappingNode):
            items += items_of(item)
        else:
            items.append((str(item.value), None) if isinstance(item, ScalarNode) else ("", item))
    return tuple(items)


def settings_of(text: str, environment: Mapping[str, str]) -> Settings:
    """The settings that a text writes; their nodes are nobody else's.

    Raises NoSettings if it holds no mapping, ConstructorError, mostly Unreadable, for a value that no engine
    can read, and another YAMLError if it is no YAML.
    """
    try:
        root = _composed(text)
        if not isinstance(root, MappingNode):
            raise NoSettings(f"{SETTINGS} holds no settings")
        read = _Reading(environment).mapping(root)
    except RecursionError:
        raise NoSettings(f"{SETTINGS} is nested too deeply") from None
    return Settings(text, read)


def _composed(text: str) -> Node | None:
    """The nodes of a text, by the parser that the engines use: the one in C takes other tabs."""
    return yaml.compose(text, Loader=yaml.SafeLoader)
