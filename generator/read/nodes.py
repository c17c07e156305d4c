"""YAML to plain trees in which every value knows its span and every scalar is still text.

What the parser complains of is said in plain words.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from generator.model.content import SPAN_KEY
from generator.model.diagnostics import Diagnostic, Related
from generator.model.text import Span, Text
from generator.read.inputs import Positions
from generator.text.tokens import TURNING

_TAB = "found a tab character that violates indentation"

# Where the parser gives up is far behind what is wrong.
_BETTER_AT_THE_BEGINNING = frozenset({"found unexpected end of stream", "could not find expected ':'"})

# The parser's words, and what an author makes of them: message, help.
_PLAIN = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space begins a new field, which cannot stand here",
        "put text that holds “: ” in quotation marks",
    ),
    "found character that cannot start any token": (
        "text without quotation marks cannot begin with this character",
        "put the text in quotation marks",
    ),
    "could not find expected ':'": (
        "a field name has no colon after it",
        "write `name: value`; indent the further lines of a text more than its field",
    ),
    "did not find expected key": (
        "no field can begin here",
        "check the indentation, and that no quotation mark within a text ends it too early",
    ),
    "did not find expected '-' indicator": (
        "a list item was expected here",
        "begin each item with “- ”, all at the same indentation",
    ),
    "did not find expected ',' or ']'": (
        "the list in square brackets goes on wrongly",
        "part items by commas and close the bracket",
    ),
    "did not find expected ',' or '}'": (
        "the mapping in braces goes on wrongly",
        "part fields by commas, close the brace, put text that holds a comma or “: ” in quotation marks",
    ),
    "found unexpected end of stream": (
        "a quotation mark is never closed",
        "close it; write a quotation mark inside single-quoted text twice",
    ),
    "did not find expected node content": (
        "a value was expected here",
        "fill it in, or remove the punctuation",
    ),
    "found unknown escape character": (
        "this backslash sequence means nothing",
        "write “\\\\” for a backslash, or use single quotation marks",
    ),
    "found invalid Unicode character escape code": (
        "this backslash sequence is no character",
        "write the character itself",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here",
        "put the “- ” on a new line below its field",
    ),
    "did not find expected <document start>": (
        "something follows that belongs to nothing",
        "check the indentation of this line and of the lines above",
    ),
    _TAB: ("a tab stands where YAML takes spaces only", "write spaces instead"),
    "did not find expected alphabetic or numeric character": (
        "text without quotation marks cannot begin with “*” or “&”",
        "put the text in quotation marks",
    ),
}

_INSIDE = {
    "flow mapping": "the mapping in braces",
    "flow sequence": "the list in brackets",
    "block mapping": "the mapping of fields",
    "block collection": "the list",
    "block sequence": "the list",
    "quoted scalar": "the quoted text",
    "simple key": "the field",
    "plain scalar": "the text",
}

MAX_DEPTH = 50
MAX_NODES = 500_000

CONTROLS = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff{TURNING}]")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_SEPARATORS = re.compile("[\u2028\u2029]")


def syntax_fault(error: yaml.YAMLError, positions: Positions, base: int, length: int) -> Diagnostic:
    """The diagnostic for text of this length at the offset `base` of the file that is no YAML."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    mark, begin = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or problem in _BETTER_AT_THE_BEGINNING:
        mark = begin or mark
    offset = min(mark.index, max(length - 1, 0)) if mark else 0
    if positions.text[base + offset : base + offset + 1] == "\t":
        problem = _TAB
    message, help = _PLAIN.get(problem, (problem, None))
    return Diagnostic(
        "yaml-syntax",
        message,
        positions.at(base + offset),
        related=_context(error, positions, base, offset),
        help=help,
    )


def _context(error: yaml.YAMLError, positions: Positions, base: int, offset: int) -> tuple[Related, ...]:
    context, mark = getattr(error, "context", None), getattr(error, "context_mark", None)
    if not context or not mark or mark.index == offset:
        return ()
    inside = next((ours for theirs, ours in _INSIDE.items() if theirs in context), "what holds it")
    return (Related(positions.at(base + mark.index), f"{inside} begins here"),)


class Fields(dict[str, object]):
    """A mapping; its own span is under `SPAN_KEY`.

    `offsets` are those of all its keys in the file; `absent` are the keys whose value was left out because
    it is faulty or missing, which has been reported.
    """

    __slots__ = ("_positions", "absent", "offsets")

    def __init__(self, positions: Positions) -> None:
        super().__init__()
        self._positions = positions
        self.offsets: dict[str, int] = {}
        self.absent: set[str] = set()

    @property
    def span(self) -> Span:
        """Where the mapping stands."""
        span = self[SPAN_KEY]
        return span if isinstance(span, Span) else self._positions.at(0)

    def key_span(self, key: str) -> Span:
        """Where one of its keys stands."""
        start = self.offsets[key]
        return self._positions.span(start, start + len(key))


class Items(list[object]):
    """A list that knows its span."""

    __slots__ = ("span",)
    span: Span


Node = Text | Fields | Items


def parse(text: str, positions: Positions, base: int = 0) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree that the YAML in `text` writes, and everything that is wrong with it as YAML.

    `text` stands at the offset `base` of the file of `places`. The tree is None if nothing is written, or if
    nothing can be relied on because of a fault.
    """
    control = CONTROLS.search(text)
    if control:
        return None, (control_character(control.group(), positions.at(base + control.start())),)
    builder = _Builder(positions, base)
    try:
        for event in yaml.parse(_LINE_SEPARATORS.sub(" ", text), Loader=_LOADER):
            builder.take(event)
            if builder.stopped:
                return None, tuple(builder.faults)
    except yaml.YAMLError as error:
        return None, (*builder.faults, syntax_fault(error, positions, base, len(text)))
    return builder.root, tuple(builder.faults)


def control_character(character: str, span: Span, more: str = "") -> Diagnostic:
    """The report of a control character in text that is read strictly; `more` says how many there are."""
    name = f"(U+{ord(character):04X}) stands here{more}"
    if character in TURNING:
        message = f"a character that turns the order of the words {name}"
        return Diagnostic("direction-override", message, span, help="delete it")
    return Diagnostic("control-character", f"a control character {name}", span, help="delete it")


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open; `key` is the mapping's key that waits for its value."""

    node: Fields | Items
    start: int
    end: int
    key: str | None = None
    expects_key: bool = False


@dataclass(slots=True)
class _Builder:
    """Takes events and holds what they have built so far."""

    positions: Positions
    base: int
    root: Node | None = None
    faults: list[Diagnostic] = field(default_factory=list)
    stopped: bool = False
    frames: list[_Frame] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(event, Fields(self.positions))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(event, Items())
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _fault(self, code: str, message: str, span: Span, help: str, related: Sequence[Related] = ()) -> None:
        self.faults.append(Diagnostic(code, message, span, help=help, related=tuple(related)))

    def _span(self, start: int, end: int) -> Span:
        return self.positions.span(self.base + start, self.base + end)

    def _whole(self, event: yaml.Event) -> Span:
        start = _start(event)
        return self._span(start, max(_end(event), start + 1))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        start, end, style = _start(event), _end(event), event.style
        self._count(event)
        value: str | None = event.value or ("" if style else None)
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        known = len(self.faults)
        if style in ("|", ">"):
            end = start + len(self.positions.text[self.base + start : self.base + end].rstrip())
        elif style == '"' and value:
            value = self._unescaped(value, start, end)
        reported = len(self.faults) > known
        if self.frames and self.frames[-1].expects_key:
            self._add_key(self.frames[-1], value, start, end, reported=reported)
        else:
            text = None if value is None else Text(value, self._span(start, end))
            self._add(text, start, end, reported=reported)

    def _unescaped(self, value: str, start: int, end: int) -> str | None:
        r"""What escapes like `\u0301` wrote, which the checks of the file could not see."""
        broken = CONTROLS.search(value)
        if broken:
            self.faults.append(control_character(broken.group(), self._span(start, end)))
            return None
        return value if value.isascii() else unicodedata.normalize("NFC", value)

    def _refuse_decoration(self, event: yaml.NodeEvent) -> None:
        span = self.positions.at(self.base + _start(event))
        if event.anchor is not None:
            self._fault("yaml-alias", f"anchors (“&{event.anchor}”) are not read", span, "remove the anchor")
        if getattr(event, "tag", None) is not None:
            self._fault("yaml-tag", "tags (“!…”) are not read", span, "remove the tag, or quote the text")

    def _count(self, event: yaml.Event) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            help = "split the file"
            self._fault("yaml-too-large", f"more than {MAX_NODES:,} values", self._whole(event), help)
            self.stopped = True

    def _open(self, event: yaml.CollectionStartEvent, node: Fields | Items) -> None:
        self._count(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if len(self.frames) >= MAX_DEPTH:
            help = "check the brackets and the indentation"
            self._fault("yaml-too-deep", f"nested more than {MAX_DEPTH} deep", self._whole(event), help)
            self.stopped = True
        is_mapping = isinstance(node, Fields)
        self.frames.append(_Frame(node, _start(event), _end(event), expects_key=is_mapping))

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        frame = self.frames.pop()
        end = max(frame.end, _end(event)) if _is_bracket(event) else frame.end
        span = self._span(frame.start, end)
        if isinstance(frame.node, Fields):
            frame.node[SPAN_KEY] = span
        else:
            frame.node.span = span
        self._add(frame.node, frame.start, end)

    def _alias(self, event: yaml.AliasEvent) -> None:
        self._count(event)
        help = "write the value out; or quote the text if it begins with “*”"
        self._fault("yaml-alias", f"aliases (“*{event.anchor}”) are not read", self._whole(event), help)
        self._add(None, _start(event), _end(event), reported=True)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            help = "remove the line “---”"
            self._fault("yaml-several-documents", "a second document begins", self._whole(event), help)
            self.stopped = True

    def _add(self, node: Node | None, start: int, end: int, *, reported: bool = False) -> None:
        """Put a finished node where it belongs; None is a value that is empty, or broken and reported."""
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        frame.end = end
        if frame.expects_key:
            self._add_key(frame, None, start, end)
        elif isinstance(frame.node, Fields):
            self._add_value(frame, frame.node, node, reported=reported)
        elif node is not None:
            frame.node.append(node)
        elif not reported:
            self._fault("empty-value", "this list item is empty", self._span(start, start + 1), "remove it")

    def _add_key(
        self, frame: _Frame, key: str | None, start: int, end: int, *, reported: bool = False
    ) -> None:
        """Wait for the value of this key; None is a key that is no name."""
        fields = frame.node
        frame.key, frame.end, frame.expects_key = None, end, False
        if not isinstance(fields, Fields) or reported:
            return
        if key is None:
            span = self._span(start, max(end, start + 1))
            self._fault("yaml-key", "this is not a field name", span, "write `name: value`")
        elif key in fields.offsets:
            message, span = f"the field `{clipped(key)}` is given twice", self._span(start, end)
            related = (Related(fields.key_span(key), "it is first given here"),)
            self._fault("duplicate-key", message, span, "keep one of them", related)
        else:
            fields.offsets[key] = self.base + start
            frame.key = key

    def _add_value(self, frame: _Frame, fields: Fields, node: Node | None, *, reported: bool) -> None:
        key, frame.expects_key = frame.key, True
        if key is None:
            return
        if node is not None:
            fields[key] = node
            return
        fields.absent.add(key)
        if not reported:
            help = "fill it in, or leave the field out"
            self._fault("empty-value", f"the field `{clipped(key)}` has no value", fields.key_span(key), help)


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _is_bracket(event: yaml.CollectionEndEvent) -> bool:
    return _end(event) > _start(event)


def clipped(text: str, length: int = 60) -> str:
    """The text, short enough for a message."""
    return text if len(text) <= length else text[: length - 1] + "…"
