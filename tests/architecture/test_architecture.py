"""The rules of the house, read off the imports and the text of the program."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from generator.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "generator"
STAGES = ("read", "verify", "compose", "render", "print", "share", "publish")
SETTING_TYPE = ("print", "share")
BENEATH = {"cache", "files"}
"""What knows nothing of the program, so that each of its parts may know it."""
MODULES = sorted(PROGRAM.rglob("*.py"))
TEMPLATES = sorted(
    path for path in PROGRAM.rglob("*") if path.suffix in {".j2", ".typ", ".css", ".js", ".html"}
)


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def packages_of(path: Path) -> set[str]:
    """The packages of the program that a module imports."""
    names = (name.split(".") for name in imports_of(path))
    return {parts[1] for parts in names if parts[0] == "generator" and len(parts) > 1}


def in_package(name: str) -> list[Path]:
    """The modules of a package, or the one module of this name."""
    found = sorted((PROGRAM / name).rglob("*.py")) or [PROGRAM / f"{name}.py"]
    assert found[0].is_file(), name
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    """Stages know the nouns, the language and our words, not each other; what sets type shares its fonts."""
    known = {"model", "language", "words", stage, "__version__", *BENEATH} | (
        {"typeset"} if stage in SETTING_TYPE else set()
    )
    for module in in_package(stage):
        assert packages_of(module) <= known, module


def test_what_sets_type_knows_no_stage() -> None:
    """Fonts and signs are asked for by stages, and ask for none."""
    for module in in_package("typeset"):
        assert packages_of(module) <= {"model", "typeset"}, module


@pytest.mark.parametrize("noun", ["model", "language"])
def test_nouns_import_no_stage(noun: str) -> None:
    """What every stage speaks of depends on none of them."""
    for module in in_package(noun):
        assert packages_of(module) <= {"model", "language", "cache"}, module


def test_what_lies_beneath_knows_nothing_of_the_program() -> None:
    """Writing and remembering are the same for whatever is written and remembered."""
    for name in BENEATH:
        (module,) = in_package(name)
        assert packages_of(module) <= BENEATH, module


def test_only_the_pipeline_imports_stages() -> None:
    """The flow is in one place."""
    for module in MODULES:
        stage = module.relative_to(PROGRAM).parts[0].removesuffix(".py")
        others = packages_of(module) & set(STAGES) - {stage}
        assert not others or module.name == "pipeline.py", (module, others)


PURE = ("model", "language", "verify", "compose", "render")
IMPURE = {"time", "random", "locale", "os", "socket", "subprocess", "tempfile", "shutil", "urllib.request"}


@pytest.mark.parametrize("package", PURE)
def test_pure_stages_touch_nothing_outside(package: str) -> None:
    """No clock, no chance, no locale, no environment, no network decides what a page says."""
    clocks = re.compile(r"\b(?:now|today|utcnow|getenv|environ|setlocale)\(")
    for module in in_package(package):
        assert not imports_of(module) & IMPURE, module
        assert not clocks.search(module.read_text(encoding="utf-8")), module


NETWORK = re.compile(r"^(?:requests|urllib3?\.(?:request|error|robotparser)|http\.|socket|ftplib|asyncio)")


def test_only_links_verify_and_post_use_the_network() -> None:
    """As the README says; `serve` listens, and asks whether its own address is taken."""
    users = {m.relative_to(PROGRAM).as_posix() for m in MODULES if any(map(NETWORK.match, imports_of(m)))}
    own = {"links/ask.py", "editions/published.py", "forge/command.py", "forge/forges.py"}
    assert users == own | {"site/serve.py"}


def test_hash_of_text_decides_nothing() -> None:
    """Python's `hash()` of text changes from run to run."""
    for module in MODULES:
        tree = ast.parse(module.read_text(encoding="utf-8"))
        calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
        assert not any(isinstance(call, ast.Name) and call.id == "hash" for call in calls), module


def subject_words() -> set[str]:
    """The names that belong to our subject alone: people, sides and places of the real content."""
    glossary = yaml.safe_load((ROOT / "content" / "glossary.yml").read_text(encoding="utf-8"))
    kinds = ("people", "places", "sides", "organisations", "concepts", "measures")
    entries = [entry for kind in kinds for entry in glossary[kind]]
    labels = [label for entry in entries for label in (entry["pref_label"], *entry.get("alt_labels", ()))]
    return {label for label in labels if len(label) > 4 and not label.islower()}


def test_nothing_of_our_subject_is_in_the_program() -> None:
    """Another subject needs sources and YAML only."""
    words = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in sorted(subject_words())))
    for path in (*MODULES, *TEMPLATES):
        found = words.search(path.read_text(encoding="utf-8"))
        assert not found, (path, found)


def test_functions_stay_small() -> None:
    """A function that outgrows a screen does several things."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 60, (module, node.name)


_TEXT = r"str\([^()]*(?:date|day|issued|as_of|due|held|existed)(?:\.\w+\(\))?\)"
LOOKS_INTO_A_DATE = re.compile(rf"(?:\bin |len\(){_TEXT}|{_TEXT}(?:\[|\.| if )|\biso\([^()]*\)(?:\[|\.)")


@pytest.mark.parametrize(
    "text",
    ['"~" in str(event.date)', "str(date)[-1]", "str(a.issued.earliest()) if a else 0", "a.iso().replace("],
)
def test_a_look_into_a_date_is_seen(text: str) -> None:
    """The pattern of the next test finds what was once written."""
    assert LOOKS_INTO_A_DATE.search(text)


def test_nobody_looks_into_the_text_of_a_date() -> None:
    """Whether it is doubtful, and which comes first, the date itself says."""
    for module in MODULES:
        assert not LOOKS_INTO_A_DATE.search(module.read_text(encoding="utf-8")), module


def test_nothing_switches_on_a_kind_of_page() -> None:
    """What a kind is like stands in its record, what a stage does for it in a table that has every kind."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare | ast.MatchValue):
                assert not any(map(_is_a_kind, ast.walk(node))), (module, node.lineno)


def _is_a_kind(node: ast.AST) -> bool:
    """Whether it is a record of the table, such as `KINDS.person`, and not what the record says."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "KINDS"


FOLDERS = {kind.address.removesuffix("{id}") for kind in KINDS if kind.has_ids}
ADDRESSES = {kind.address for kind in KINDS if "/" in kind.address}


def test_the_addresses_of_pages_stand_in_the_table_alone() -> None:
    """No path of a page is put together by hand."""
    for module in MODULES:
        if module.name == "kinds.py":
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_, ast.FormattedValue()]):
                    assert start not in FOLDERS, (module, node.lineno)
                case ast.Constant(value=str(text)):
                    assert text not in ADDRESSES, (module, node.lineno)
                case ast.Call(func=ast.Name(id="Target"), args=[ast.Constant() | ast.JoinedStr(), *_]):
                    raise AssertionError((module, node.lineno))
