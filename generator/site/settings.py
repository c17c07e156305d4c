"""A project's mkdocs.yml with some settings changed.

The file is edited as YAML nodes and never as values, so tags that only an engine understands pass through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from generator.model.diagnostics import Diagnostic
from generator.model.places import Place, site_place
from generator.model.text import Span

SETTINGS = "mkdocs.yml"
NEEDED = {
    "INHERIT": "build/nav.yml",
    "docs_dir": "build/pages",
    "site_dir": "build/site",
    "theme.custom_dir": "build/theme",
}
"""What the file must say for the engine to find what is generated, the policy of the pages included."""
PLACES = ("INHERIT", "docs_dir", "site_dir")


def variant(project: Path, changes: Mapping[str, object]) -> str:
    """The project's settings with these changes at the top level, fit to be used from any folder.

    None removes a setting. Raises ValueError if the file holds no mapping, and YAMLError if it is no YAML.
    """
    settings = _settings(project)
    places = [_value(settings, name) for name in PLACES]
    for place in (*places, _template_place(settings)):
        if isinstance(place, ScalarNode):
            place.value = str(_resolved(project, place))
    settings.value = [pair for pair in settings.value if pair[0].value not in changes]
    kept = {name: value for name, value in changes.items() if value is not None}
    settings.value += _mapping(yaml.safe_dump(kept)).value
    return str(yaml.serialize(settings, Dumper=yaml.SafeDumper, allow_unicode=True, width=1000))


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What the settings say of print: address, language and name of the site; `extra.briefing`, with places.

    `fonts` is the folder that `extra.briefing.fonts` names; None if it is not there.
    """

    site_url: str | None
    language: str | None
    paper: str | None
    line: int
    fonts: str | None
    fonts_place: Span
    name_place: Span


def print_settings(project: Path) -> PrintSettings:
    """What the project's settings say of print."""
    settings = _settings(project)
    address, language = _scalar(settings, "site_url"), _scalar(settings, "theme", "language")
    paper = _scalar(settings, "extra", "briefing", "paper")
    fonts = _scalar(settings, "extra", "briefing", "fonts")
    return PrintSettings(
        str(address.value) if address else None,
        str(language.value) if language else None,
        str(paper.value).lower() if paper else None,
        paper.start_mark.line + 1 if paper else 1,
        str(fonts.value) if fonts else None,
        _place_of(fonts),
        _place_of(_node(settings, "site_name")),
    )


def known_place(project: Path) -> Place:
    """Where the project's site lives; no address where its settings name none, or cannot be read."""
    try:
        settings = print_settings(project)
    except (OSError, ValueError, yaml.YAMLError):
        return Place()
    return site_place(settings.site_url, settings.language)


def _scalar(settings: MappingNode, *names: str) -> ScalarNode | None:
    """The plain value at the end of these names; None if there is none."""
    node = _node(settings, *names)
    return node if isinstance(node, ScalarNode) else None


def _node(settings: MappingNode, *names: str) -> Node | None:
    node: Node | None = settings
    for name in names:
        node = _value(node, name) if isinstance(node, MappingNode) else None
    return node


def _place_of(node: Node | None) -> Span:
    """Where a value stands; the start of the settings for none."""
    mark = node.start_mark if node else None
    return Span.at(SETTINGS, mark.line + 1, mark.column + 1) if mark else Span.at(SETTINGS)


def docs_folder(project: Path) -> Path:
    """The folder of the project's pages."""
    place = _value(_settings(project), "docs_dir")
    return _resolved(project, place) if isinstance(place, ScalarNode) else (project / "docs").resolve()


def wrong_settings(project: Path) -> tuple[Diagnostic, ...]:
    """A problem for each setting without which the site would lack its pages, navigation or policy.

    None for a file that cannot be read: the reader complains of that.
    """
    try:
        settings = _settings(project)
    except (OSError, ValueError, yaml.YAMLError):
        return ()
    return tuple(problem for name, value in NEEDED.items() for problem in _wrong(settings, name, value))


def _wrong(settings: MappingNode, name: str, wanted: str) -> Iterator[Diagnostic]:
    found: Node | None = settings
    for part in name.split("."):
        found = _value(found, part) if isinstance(found, MappingNode) else None
    if isinstance(found, ScalarNode) and found.value == wanted:
        return
    mark = (found or settings).start_mark
    span = Span.at(SETTINGS, mark.line + 1, mark.column + 1)
    message = f"`{name}` must be `{wanted}`: there the build puts what the site is made of"
    yield Diagnostic("setting-wrong", message, span, help=f"write `{name.split('.')[-1]}: {wanted}`")


def custom_templates(project: Path) -> Path | None:
    """The folder of the project's own templates, if it has one."""
    place = _template_place(_settings(project))
    return _resolved(project, place) if place else None


def _template_place(settings: MappingNode) -> ScalarNode | None:
    theme = _value(settings, "theme")
    place = _value(theme, "custom_dir") if isinstance(theme, MappingNode) else None
    return place if isinstance(place, ScalarNode) else None


def _resolved(project: Path, place: ScalarNode) -> Path:
    return (project / str(place.value)).resolve()


def _settings(project: Path) -> MappingNode:
    return _mapping((project / SETTINGS).read_text(encoding="utf-8"))


def _mapping(text: str) -> MappingNode:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, MappingNode):
        raise ValueError(f"{SETTINGS} holds no settings")  # noqa: TRY004 - what is wrong is the file
    return node


def _value(mapping: MappingNode, name: str) -> Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)
