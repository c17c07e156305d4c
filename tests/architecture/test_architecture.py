"""The rules of the house, read off the imports and the text of the program."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from generator.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "generator"
MODULES = sorted(PROGRAM.rglob("*.py"))
TEMPLATES = sorted(
    path for path in PROGRAM.rglob("*") if path.suffix in {".j2", ".typ", ".css", ".js", ".html"}
)

NOUNS = {"model", "text", "words", "cache"}
STAGES = {"read", "verify", "compose", "output"}
AROUND = {"files", "hosting", "pipeline", "project", "publish", "reports", "site"}
# What each room of the house, and each module outside of any, may import; itself is understood.
ARROWS = {
    "model": set[str](),
    "files": set[str](),
    "cache": {"files"},
    "publish": {"model", "cache", "files"},
    "project": set[str](),
    "words": {"model"},
    "text": {"model", "cache", "words"},
    **dict.fromkeys(STAGES, NOUNS),
    "output": NOUNS | {"files"},
    "reports": NOUNS,
    "hosting": NOUNS | {"reports"},
    "site": NOUNS | {"files", "hosting", "output"},
    "pipeline": NOUNS | STAGES | {"files", "project", "publish", "site"},
    "editing": NOUNS | STAGES | {"files", "reports"},
    "editions": NOUNS | {"files", "pipeline", "project", "reports", "site"},
    "commands": NOUNS | STAGES | AROUND | {"editing", "editions"},
    "cli": NOUNS | AROUND | {"commands"},
    "__main__": {"cli"},
}
# The same for the rooms within the output: printing and pages know nothing of each other, but for where
# the parts of a chart stand. Documents are escaped as pages are, and leave out what print does.
SHARED_BY_TYPE = {"fonts", "signs"}
OUTPUT_ARROWS = {
    "charts": set[str](),
    "markdown": {"charts", "typography"},
    "data": {"markdown"},
    "pdf": SHARED_BY_TYPE | {"charts", "typography"},
    "documents": {"charts", "markdown", "pdf", "typography"},
    "pictures": SHARED_BY_TYPE,
    "fonts": SHARED_BY_TYPE,
    "signs": SHARED_BY_TYPE,
    "typography": set[str](),
    "views": {"markdown", "data", "documents"},
}
# Names of several modules, each of which means the same wherever it stands.
SHARED_NAMES = {
    "answers",
    "content",
    "dates",
    "editions",
    "figures",
    "glossary",
    "names",
    "quantities",
    "reviews",
    "settings",
    "sources",
}


def name_of(path: Path) -> str:
    """The dotted name of a module below the program; that of a package is its folder's."""
    parts = path.relative_to(PROGRAM).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


OWN = {name_of(path): path for path in MODULES}


def own_imports_of(path: Path) -> set[str]:
    """The modules of the program that a module imports."""
    names = {name.removeprefix("generator.") for name in imports_of(path) if name.startswith("generator.")}
    return {name for name in names if name in OWN}


def in_room(name: str) -> list[Path]:
    module = PROGRAM / f"{name}.py"
    return [module] if module.exists() else sorted((PROGRAM / name).rglob("*.py"))


def rooms_of(names: set[str], depth: int = 0) -> set[str]:
    return {name.split(".")[depth] for name in names if name.count(".") >= depth}


def test_every_room_has_its_arrows() -> None:
    """A new room is asked what it may know."""
    assert rooms_of(OWN.keys() - {""}) <= ARROWS.keys()


@pytest.mark.parametrize("room", sorted(ARROWS))
def test_a_room_imports_only_what_it_may(room: str) -> None:
    """Stages know the nouns, not each other; nouns know no stage; only the pipeline knows the flow."""
    for module in in_room(room):
        assert rooms_of(own_imports_of(module)) <= ARROWS[room] | {room}, module


@pytest.mark.parametrize("room", sorted(OUTPUT_ARROWS))
def test_views_do_not_know_each_other(room: str) -> None:
    """The web and paper are views of one edition; what sets type shares its fonts and signs."""
    for module in in_room(f"output/{room}"):
        own = {name for name in own_imports_of(module) if name.startswith("output.")}
        assert rooms_of(own, 1) <= OUTPUT_ARROWS[room] | {room}, module


def test_the_site_takes_only_fonts_from_the_output() -> None:
    """The engine reads pages as files; it knows no view."""
    for module in in_room("site"):
        own = {name for name in own_imports_of(module) if name.startswith("output.")}
        assert own <= {"output.fonts"}, module


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Also inside a room: what a module needs can be read before it."""
    waiting = {name: own_imports_of(path) for name, path in OWN.items()}
    while free := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in free}
    assert not waiting, sorted(waiting)


def test_a_name_means_one_module() -> None:
    """Two modules bear one name only where it means the same in both."""
    named: dict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        if path.stem != "__init__":
            named[path.stem].append(name_of(path))
    assert {name for name, modules in named.items() if len(modules) > 1} <= SHARED_NAMES
    assert len(SHARED_NAMES) <= 12


PURE = (
    "model",
    "text",
    "words",
    "verify",
    "compose",
    "output/charts",
    "output/markdown",
    "output/data",
    "output/documents",
    "output/views",
)
IMPURE = {"time", "random", "locale", "os", "socket", "subprocess", "tempfile", "shutil", "urllib.request"}


@pytest.mark.parametrize("room", PURE)
def test_pure_stages_touch_nothing_outside(room: str) -> None:
    """No clock, no chance, no locale, no environment, no network decides what a page says."""
    clocks = re.compile(r"\b(?:now|today|utcnow|getenv|environ|setlocale)\(")
    for module in in_room(room):
        assert not imports_of(module) & IMPURE, module
        assert not clocks.search(module.read_text(encoding="utf-8")), module


NETWORK = re.compile(r"^(?:requests|urllib3?\.(?:request|error|robotparser)|http\.|socket|ftplib|asyncio)")


def test_only_links_verify_post_and_fetched_imports_use_the_network() -> None:
    """As the README says; `serve` listens, and asks whether its own address is taken."""
    users = {m.relative_to(PROGRAM).as_posix() for m in MODULES if any(map(NETWORK.match, imports_of(m)))}
    own = {"hosting/links.py", "editions/manifest.py", "commands/hosting.py", "hosting/forges.py"}
    own |= {"editing/importing/fetching.py"}
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
    """A function that outgrows a screen wants a name for its parts; a file is as long as its idea."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
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
