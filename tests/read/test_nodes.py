"""YAML to trees of text with places."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.content import SPAN_KEY
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span, Text
from generator.read.inputs import Positions
from generator.read.nodes import MAX_DEPTH, MAX_NODES, Fields, Items, Node, parse
from tests.read.builders import codes, told


def parsed(text: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return parse(text, Positions("f.yml", text))


def fields(text: str) -> Fields:
    tree, problems = parsed(text)
    assert problems == ()
    assert isinstance(tree, Fields)
    return tree


def plain(node: object) -> object:
    """The tree without places."""
    if isinstance(node, Fields):
        return {key: plain(value) for key, value in node.items() if key != SPAN_KEY}
    return [plain(item) for item in node] if isinstance(node, Items) else node


@pytest.mark.parametrize(
    "written", ["NO", "yes", "12:30", "0777", "1_000", "~", "null", "2025-06-09", "1e3", ".inf", "<<", "="]
)
def test_every_scalar_stays_text(written: str) -> None:
    """YAML 1.1 would make False, 750, 511, a date … of these."""
    assert fields(f"a: {written}")["a"] == written


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: word", (1, 4, 1, 8)),
        ("a: 'it''s'  # why", (1, 4, 1, 11)),
        ("é😀: x\nb: y\na: 日本 word", (3, 4, 3, 11)),
        ("b: \u2028\u2029\na: x", (2, 4, 2, 5)),
        ("a: two\n  lines\nb: c", (1, 4, 2, 8)),
        ("a: |\n  block\n  text\n\n\nb: c", (1, 4, 3, 7)),
        ("a: [b, c]", (1, 4, 1, 10)),
        ("a: {b: c}", (1, 4, 1, 10)),
        ("a:\n  b: c\n  d: e\n\n\nf: g", (2, 3, 3, 7)),
        ("a:\n  - b\n  - c\n# end\n", (2, 3, 3, 6)),
    ],
)
def test_every_value_knows_its_place(text: str, span: tuple[int, int, int, int]) -> None:
    """Columns are code points; only line feeds end lines; blank lines behind do not count."""
    value = fields(text)["a"] if "b: \u2028" not in text else _second(text)
    assert isinstance(value, Text | Fields | Items)
    assert value.span == Span("f.yml", *span)


def _second(text: str) -> object:
    tree, _ = parsed(text)
    assert isinstance(tree, Fields)
    return tree["a"]


def test_keys_know_their_places() -> None:
    """An unknown field is marked at its name."""
    assert fields("a: b\ncde: f").key_span("cde") == Span("f.yml", 2, 1, 2, 4)


def test_yaml_within_a_file_has_the_places_of_the_file() -> None:
    """Front matter and notes are parts of Markdown files."""
    file = "---\nx\n[^a]: {source: s,\n  exact: e}\n"
    tree, _ = parse(file[11:-1], Positions("f.md", file), 11)
    assert isinstance(tree, Fields)
    assert [tree.key_span(key).column for key in ("source", "exact")] == [8, 3]
    assert tree.span == Span("f.md", 3, 7, 4, 12)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x b\nc: *x", ["f.yml:1:4 yaml-alias", "f.yml:2:4 yaml-alias"]),
        ("a: !!python/name:os.system x", ["f.yml:1:4 yaml-tag"]),
        ("a: ! x", ["f.yml:1:4 yaml-tag"]),
        ("a: b\na: c", ["f.yml:2:1 duplicate-key"]),
        ("[a]: b", ["f.yml:1:1 yaml-key"]),
        ("? {a: b}\n: c", ["f.yml:1:3 yaml-key"]),
        ("a:\nb: c", ["f.yml:1:1 empty-value"]),
        ("- a\n-\n", ["f.yml:2:2 empty-value"]),
        ("a: b\n---\nc: d", ["f.yml:2:1 yaml-several-documents"]),
        ('a: "x\\0y"', ["f.yml:1:4 control-character"]),
        ('"\\0span": x', ["f.yml:1:1 control-character"]),
        ("a: \x1b[31m", ["f.yml:1:4 control-character"]),
        ("a: 'b", ["f.yml:1:4 yaml-syntax"]),
        ("a: b: c", ["f.yml:1:5 yaml-syntax"]),
        ("a:\n\tb: c", ["f.yml:2:1 yaml-syntax"]),
        ("a: **bold**", ["f.yml:1:5 yaml-syntax"]),
        ("a: b\nforgotten\nc: d", ["f.yml:2:1 yaml-syntax"]),
    ],
)
def test_what_is_not_read_is_reported_at_its_place(text: str, problems: list[str]) -> None:
    """Nothing of YAML that surprises passes silently."""
    assert told(parsed(text)[1]) == problems


def test_one_fault_does_not_hide_the_next() -> None:
    """All but syntax errors let the reading go on."""
    tree, problems = parsed("a: &x b\na: c\nd: !t e\nf:\n[g]: h\ni: j")
    assert codes(problems) == ["yaml-alias", "duplicate-key", "yaml-tag", "empty-value", "yaml-key"]
    assert plain(tree) == {"a": "b", "d": "e", "i": "j"}


def test_a_duplicate_shows_the_first() -> None:
    """Both places are told."""
    (problem,) = parsed("abc: d\nabc: e")[1]
    assert [str(place.span) for place in problem.related] == ["f.yml:1:1"]


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "{a: " * 200_000, "- " * 200_000, "? " * 200_000, "[[{a: " * 100_000]
)
def test_depth_ends_before_the_parser_does(text: str) -> None:
    """The parser's own composer crashes the interpreter here."""
    tree, problems = parsed(text)
    assert tree is None
    assert codes(problems) == ["yaml-too-deep"]


def test_what_is_just_deep_enough_is_read() -> None:
    """The limit is far from what authors write."""
    tree, problems = parsed("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert (codes(problems), isinstance(tree, Items)) == ([], True)


def test_an_alias_bomb_stays_small() -> None:
    """Aliases are reported, not resolved."""
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [{'*a, ' * 9}]\n" for n in range(50))
    tree, problems = parsed(bomb)
    assert set(codes(problems)) == {"yaml-alias"}
    assert isinstance(tree, Fields)
    assert tree["b49"] == []


def test_the_number_of_values_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many tiny values ends early."""
    monkeypatch.setattr("generator.read.nodes.MAX_NODES", 1000)
    assert MAX_NODES > 100_000
    assert codes(parsed("[" + "a," * 2000 + "]")[1]) == ["yaml-too-large"]


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("ab:-?[]{},&*!|>'\"%@`#\n \t\\x0é😀\u2028\x85.~<=")), max_size=60)
)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Whatever is written, there is a tree or a report, and every place is inside the file."""
    tree, problems = parsed(text)
    lines = text.split("\n")
    assert tree is None or not isinstance(tree, Text) or tree.span.line <= len(lines)
    for problem in problems:
        assert problem.span is not None
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1


PLAIN = st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
)
TREES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(PLAIN, inner, max_size=4), max_leaves=12
)


@settings(deadline=None)
@given(TREES.filter(lambda tree: not isinstance(tree, str)))
def test_what_yaml_writes_is_read_back(tree: object) -> None:
    """Any tree of texts survives, whatever its texts look like."""
    normal, problems = parsed(yaml.safe_dump(tree, allow_unicode=True))
    assert problems == ()
    assert plain(normal) == tree
