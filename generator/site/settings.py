"""A project's mkdocs.yml with some settings changed.

The file is edited as YAML nodes and never as values, so tags that only an engine understands pass through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

SETTINGS = "mkdocs.yml"
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
    """What the settings say of print: the site's address, `extra.briefing.paper` and its line."""

    site_url: str | None
    paper: str | None
    line: int


def print_settings(project: Path) -> PrintSettings:
    """What the project's settings say of print."""
    settings = _settings(project)
    address = _value(settings, "site_url")
    node: Node | None = settings
    for name in ("extra", "briefing", "paper"):
        node = _value(node, name) if isinstance(node, MappingNode) else None
    found = node if isinstance(node, ScalarNode) else None
    return PrintSettings(
        str(address.value) if isinstance(address, ScalarNode) else None,
        str(found.value).lower() if found else None,
        found.start_mark.line + 1 if found else 1,
    )


def docs_folder(project: Path) -> Path:
    """The folder of the project's pages."""
    place = _value(_settings(project), "docs_dir")
    return _resolved(project, place) if isinstance(place, ScalarNode) else (project / "docs").resolve()


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
