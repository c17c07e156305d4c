"""The theme's style sheets without what no page of a site can use: a reader fetches them before the text.

A rule goes if each of its selectors asks for a class that stands in no page and in no script, or for a
direction of text or a scheme of colours that no page has; a property such as `--md-icon`, if neither a sheet
nor a script asks for it. The rest stays as it is, and in its order.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model.addresses import SiteFiles

# As the theme's files are called whose name tells their content: name, digest, rest.
_NAMED = re.compile(r"(?P<name>[\w-]+)\.(?P<digest>[0-9a-f]{8})(?P<rest>(?:\.min)?\.css)")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
_PARTS = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|[^{}"'/]|/(?!\*))+|[{}]""", re.DOTALL
)
_CLASSES = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
# A class, or what else a selector asks for that pages say of themselves: their direction, their colours.
_CLASS = re.compile(r"""\.(-?[_a-zA-Z][\w-]*)|\[((?:dir|data-md-color-\w+)=\w+)\]""")
_SAID = re.compile(r"""\s(dir|data-md-color-\w+)=["']?([\w-]+)""")
# A class that a script may give to what it makes; behind a full stop it only looks for one, or means a field.
_GIVEN = re.compile(r"(?<![.\w-])[\w-]+")
_ARGUMENTS = re.compile(r"\([^()]*\)")
_PROPERTY = re.compile(
    r"""(?<=[{;])(--[\w-]+):(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|[^;{}"'])*;?"""
)
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet: what stands before its braces, and in them text, or rules."""

    before: str
    within: "str | tuple[Rule | str, ...]"


def lighten(site: Path) -> None:
    """Put lighter style sheets in place of the theme's, under names of their own, and link to those."""
    pages = sorted(site.rglob("*.html"))
    used = {*_used(path.read_text(encoding="utf-8") for path in pages)}
    for script in _scripts(site):
        used.update(_GIVEN.findall(script.read_text(encoding="utf-8")))
    sheets = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.css"))}
    lighter = {
        path: lighter_sheet(text, used) for path, text in sheets.items() if _NAMED.fullmatch(path.name)
    }
    asked = {*used, *(name for text in (sheets | lighter).values() for name in _ASKED.findall(text))}
    names = {path.name: _renamed(path, without_unasked(sheet, asked)) for path, sheet in lighter.items()}
    if not names:
        return
    old = re.compile("|".join(map(re.escape, names)))
    for path in pages:
        page = path.read_text(encoding="utf-8")
        path.write_text(old.sub(lambda found: names[found[0]], page), encoding="utf-8")


def _scripts(site: Path) -> Iterator[Path]:
    """Those that make parts of pages: neither what the search reads, nor the theme's tables of languages."""
    index = site / SiteFiles.SEARCHED
    for path in site.rglob("*.js"):
        if index not in path.parents and path.parent.name != "lunr":
            yield path


def _renamed(path: Path, sheet: str) -> str:
    """The name under which a lighter sheet takes the place of another: as that, with a digest of its own."""
    digest = hashlib.blake2s(sheet.encode(), digest_size=4).hexdigest()
    name = _NAMED.sub(rf"\g<name>.{digest}\g<rest>", path.name)
    path.unlink()
    path.with_name(f"{path.name}.map").unlink(missing_ok=True)
    path.with_name(name).write_text(sheet, encoding="utf-8")
    return name


def _used(pages: Iterable[str]) -> Iterator[str]:
    """The classes that stand in pages, and attributes such as `dir=rtl`."""
    for page in pages:
        yield from {f"{name}={value}" for name, value in _SAID.findall(page)}
        for found in _CLASSES.findall(page):
            yield from "".join(found).split()


def lighter_sheet(sheet: str, used: set[str]) -> str:
    """The sheet without rules for what is not used."""
    parts = iter(_PARTS.findall(_SOURCE_MAP.sub("", sheet)))
    return "".join(_written(each, used) for each in _rules(parts))


def without_unasked(sheet: str, asked: set[str]) -> str:
    """The sheet without properties such as `--md-icon` that nothing asks for."""
    return _PROPERTY.sub(lambda found: found[0] if found[1] in asked else "", sheet)


def _rules(parts: Iterator[str]) -> Iterator[Rule | str]:
    """The rules up to the end of the block in which they stand; text that is no rule as it is."""
    before = ""
    for part in parts:
        if part == "}":
            break
        if part == "{":
            yield Rule(before, _block(before, parts))
            before = ""
        else:
            if before:
                yield before
            before = part
    if before:
        yield before


def _block(before: str, parts: Iterator[str]) -> "str | tuple[Rule | str, ...]":
    """What stands in braces: rules if they belong to a condition such as `@media`, else declarations."""
    if before.lstrip().startswith(("@media", "@supports", "@layer", "@container")):
        return tuple(_rules(parts))
    told, depth = "", 1
    for part in parts:
        depth += {"{": 1, "}": -1}.get(part, 0)
        if not depth:
            break
        told += part
    return told


def _written(rule: Rule | str, used: set[str]) -> str:
    """The rule as it stays; nothing if it, or all in it, can match nothing."""
    if isinstance(rule, str):
        return rule
    if isinstance(rule.within, str):
        return f"{rule.before}{{{rule.within}}}" if _matches(rule.before, used) else ""
    within = "".join(_written(each, used) for each in rule.within)
    return f"{rule.before}{{{within}}}" if within.strip() else ""


def _matches(selectors: str, used: set[str]) -> bool:
    """Whether one of the selectors may match: what stands in parentheses excludes nothing."""
    if selectors.lstrip().startswith("@") or "\\" in selectors:
        return True
    plain = selectors
    while (less := _ARGUMENTS.sub("", plain)) != plain:
        plain = less
    return any(used.issuperset(_bases(each, used)) for each in plain.split(","))


def _bases(selector: str, used: set[str]) -> Iterator[str]:
    """What a selector asks for; of a class `block--state` the block, as a script may set the state."""
    for found in _CLASS.findall(selector):
        name = "".join(found)
        yield name if name in used else name.partition("--")[0]
