"""The program reads mkdocs.yml as the engine does."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from yaml.constructor import ConstructorError

from generator.model.settings import NoSettings, Settings, items_of, settings_of

ENVIRONMENT = {
    "PLACE": "https://lake-talks.org/",
    "PORT": "8080",
    "NOTHING": "",
    "YES": "yes",
    "QUOTED": "'a'",
}

READ_ALIKE = [
    "a: !ENV PLACE",
    "a: !ENV [PLACE]",
    "a: !ENV [NOWHERE, PLACE, default]",
    "a: !ENV [PLACE, NOWHERE, default]",
    "a: !ENV [NOWHERE, NOR_HERE, 5]",
    "a: !ENV [NOWHERE, {b: c}]",
    "a: !ENV [NOWHERE, !ENV [PLACE, b]]",
    "a: !ENV NOWHERE",
    "a: !ENV [NOWHERE, PLACES]",
    "a: !ENV []",
    "a: !ENV PORT\nb: !ENV NOTHING\nc: !ENV YES\nd: !ENV QUOTED",
    "a: {b: [!ENV PLACE, c: !ENV [NOWHERE, d]]}",
    "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: *x",
    "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\nf: {<<: [*y, *x], d: 4}",
    "a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y}",
    "x: &x {site_url: https://lake-talks.org/}\n<<: *x\nsite_name: A",
    "a: 1\na: 2",
    "a: yes\nb: 'yes'\nc: 1.5\nd: 2023-03-09\ne: ~\nf:\ng: ''\nh: |\n  i\n  j\n",
    "a: 'x: y'\nb: \"c\\td\"\nc: [1, [2, {d: e}]]\n",
]
REFUSED_ALIKE = [
    "a: !ENV {b: c}",
    "a: !ENV [[b], c]",
    "a: !unknown b",
    "a: *nowhere",
    "a: {<<: b}",
    "a: {<<: [b]}",
    "? [a]\n: b",
    "a: 'b",
    "a:\tb",
    "a: b\n---\nc: d",
    "a: 2023-13-45",
    "a: " + "9" * 5000,
    "site_name: The\u2028Lake",
]


def read(text: str) -> Any:
    """The values of the settings, by way of the YAML that they are."""
    return yaml.safe_load(yaml.serialize(settings_of(text, ENVIRONMENT).root, Dumper=yaml.SafeDumper))


@pytest.mark.parametrize("text", READ_ALIKE)
def test_engine_and_program_agree(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On variables, aliases, merges and what is text."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    assert read(text) == yaml_load(text)


@pytest.mark.parametrize("text", REFUSED_ALIKE)
def test_what_the_engine_refuses_the_program_refuses(text: str) -> None:
    """With one kind of exception, never another."""
    with pytest.raises((ConfigurationError, ValueError)):
        yaml_load(text)
    with pytest.raises(yaml.YAMLError):
        settings_of(text, ENVIRONMENT)


@pytest.mark.parametrize("text", ["", "# a\n", "- a\n", "a\n", "a: " + "[" * 5000 + "]" * 5000])
def test_a_file_without_settings_is_told_apart_from_broken_yaml(text: str) -> None:
    """Also one that no parser could hold."""
    with pytest.raises(NoSettings):
        settings_of(text, {})


def test_tags_of_engines_pass_through() -> None:
    """No code is looked up or run for them."""
    text = "a: !!python/name:os.system\nb: !relative $docs_dir\nc: !!python/object/apply:os.getcwd []\n"
    written = yaml.serialize(settings_of(text, {}).root, Dumper=yaml.SafeDumper)
    assert "python/name:os.system" in written
    assert "!relative" in written
    assert "python/object/apply:os.getcwd" in written


def test_aliases_that_explode_or_hold_themselves_are_read_at_once() -> None:
    """Each node is read once, and names that are merged again stay few."""
    lines = ["a0: &a0 {x: [b, b]}", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60))]
    lines += [
        "m0: &m0 {x: 1}",
        *(f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}" for n in range(1, 60)),
    ]
    settings = settings_of("\n".join([*lines, "self: &self [*self]"]), {})
    assert settings.words("m59.x") == "1"
    assert len(items_of(settings.root)) == 121


def settings(text: str) -> Settings:
    return settings_of(text, ENVIRONMENT)


@pytest.mark.parametrize(
    ("text", "name", "words", "place"),
    [
        ("a: b\n", "a", "b", (1, 4, 5)),
        ("a: ' b '\n", "a", "b", (1, 4, 9)),
        ("a:\n  b: >-\n    c\n    d\n", "a.b", "c d", (2, 6, 8)),
        ("é: x\na: {b: 12}\n", "a.b", "12", (2, 8, 10)),
        ("a: !ENV PLACE\n", "a", "https://lake-talks.org/", (1, 4, 14)),
        ("a: {b: [c]}\n", "a.b", "", (1, 8, 11)),
        ("a:\nb: c\n", "a", "", (1, 1, 2)),
        ("a: !ENV NOWHERE\n", "a", "", (1, 1, 2)),
        ("b: c\na: {c: d}\n", "a.b", "", (2, 1, 2)),
        ("b: c\n", "a", "", (1, 1, 2)),
    ],
)
def test_each_setting_has_words_and_a_place(
    text: str, name: str, words: str, place: tuple[int, int, int]
) -> None:
    """A value where it is written; without one, its name, or that of what should hold it."""
    span = settings(text).value_span(name)
    assert settings(text).words(name) == words
    assert (span.line, span.column, span.end_column) == place


def test_what_is_not_set_is_named() -> None:
    """By the variables that could have set it."""
    found = settings("a: !ENV NOWHERE\nb: !ENV [NOWHERE, NOR_HERE, ~]\nc: !ENV []\n")
    assert str(found.at("a")) == "the environment does not set NOWHERE"
    assert str(found.at("b")) == "the environment does not set NOWHERE or NOR_HERE"
    assert str(found.at("c")) == "`!ENV` names no variable"


def test_a_value_that_no_engine_reads_is_refused_at_its_place() -> None:
    """For the diagnostic."""
    with pytest.raises(ConstructorError) as refusal:
        settings("a: b\nc: [d, !unknown e]\n")
    assert refusal.value.problem_mark is not None
    assert (refusal.value.problem_mark.line, refusal.value.problem_mark.column) == (1, 7)


def test_lists_and_mappings_name_alike() -> None:
    """As plugins and extensions may be written."""
    for text in ("a: [b, c: {d: e}]", "a: {b: , c: {d: e}}"):
        named = items_of(settings(text).at("a"))
        assert [(name, items_of(value)[0][0] if items_of(value) else None) for name, value in named] == [
            ("b", None),
            ("c", "d"),
        ]
