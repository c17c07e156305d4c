"""A project's mkdocs.yml: what it says of the site, the same with some settings changed, its fonts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.addresses import SiteAddress, SiteFiles, site_address
from generator.model.diagnostics import Diagnostic
from generator.model.settings import SETTINGS, Settings, settings_of
from generator.model.text import Span
from generator.output.fonts import OWN, Fonts, added_fonts
from generator.words import NoWords, Words, words_in

UNREADABLE = (OSError, ValueError, yaml.YAMLError)
"""What reading the file raises: the system, an encoding or a file without settings, broken YAML."""

OUR_STYLES = (SiteFiles.asset("briefing.css"),)
OUR_SCRIPTS = (SiteFiles.asset("previews.js"), SiteFiles.asset("filter.js"))
"""What of the assets each page asks for by itself."""

ENGLISH = "en"
LEADING = ("INHERIT", "docs_dir", "site_dir", "theme.custom_dir", "hooks", "watch")
"""The settings that are paths from the project's folder, or lists of them."""


def read_settings(project: Path) -> Settings:
    """The project's settings, with the environment that this program runs in; raises one of UNREADABLE."""
    return settings_of((project / SETTINGS).read_text(encoding="utf-8-sig"), os.environ)


def variant(project: Path, changes: Mapping[str, object]) -> str:
    """The project's settings with these changes, fit to be used from any folder; None removes a setting.

    Raises one of UNREADABLE.
    """
    settings = read_settings(project)
    for name in LEADING:
        for node in _scalars(settings.at(name)):
            node.value = str((project / str(node.value)).resolve())
    for name, value in changes.items():
        above, _, last = name.rpartition(".")
        parent = settings.at(above) if above else settings.root
        if isinstance(parent, MappingNode):
            parent.value = [pair for pair in parent.value if pair[0].value != last]
            given = yaml.compose(yaml.safe_dump({last: value}), Loader=yaml.SafeLoader)
            parent.value += given.value if given and value is not None else []
    return _written(settings)


def resolved(project: Path) -> str:
    """The settings as an engine reads them here and now: what `!ENV` names is filled in."""
    return _written(read_settings(project))


def _written(settings: Settings) -> str:
    return str(yaml.serialize(settings.root, Dumper=yaml.SafeDumper, allow_unicode=True, width=1000))


def _scalars(node: Node | None) -> tuple[ScalarNode, ...]:
    """A plain value, or those of a list."""
    nodes = node.value if isinstance(node, SequenceNode) else (node,)
    return tuple(each for each in nodes if isinstance(each, ScalarNode) and each.value)


@dataclass(frozen=True, slots=True)
class PrintSettings:
    """What the settings say of print: address, language and name of the site; `extra.briefing`, with spans.

    `fonts` is the folder that `extra.briefing.fonts` names; None if it is not there.
    """

    site_url: str | None
    language: str | None
    paper: str | None
    line: int
    fonts: str | None
    fonts_span: Span
    name_span: Span


def print_settings(project: Path) -> PrintSettings:
    """What the project's settings say of print; raises one of UNREADABLE."""
    settings = read_settings(project)
    return PrintSettings(
        settings.words("site_url") or None,
        settings.words("theme.language") or None,
        settings.words("extra.briefing.paper").lower() or None,
        settings.value_span("extra.briefing.paper").line,
        settings.words("extra.briefing.fonts") or None,
        settings.value_span("extra.briefing.fonts"),
        settings.value_span("site_name"),
    )


def known_site_address(project: Path) -> SiteAddress:
    """Where the project's site lives; no address where its settings name none, or cannot be read."""
    try:
        settings = print_settings(project)
    except UNREADABLE:
        return SiteAddress()
    return site_address(settings.site_url, settings.language)


def site_words(project: Path) -> Words:
    """Our words in the language of the project's site; English if there are none in it."""
    try:
        return words_in(read_settings(project).words("theme.language") or ENGLISH)
    except NoWords:
        return words_in(ENGLISH)


def known_language(project: Path) -> str:
    """The language of our words on the project's site; English where its settings cannot be read as well."""
    try:
        return site_words(project).language
    except UNREADABLE:
        return ENGLISH


def docs_folder(project: Path) -> Path:
    """The folder of the project's pages."""
    return (project / (read_settings(project).words("docs_dir") or "docs")).resolve()


def custom_templates(project: Path) -> Path | None:
    """The folder of the project's own templates, if it has one."""
    folder = read_settings(project).words("theme.custom_dir")
    return (project / folder).resolve() if folder else None


def project_fonts(project: Path) -> tuple[Fonts, tuple[Diagnostic, ...]]:
    """The fonts in the folder that `extra.briefing.fonts` names, and what is wrong with it.

    None for settings that cannot be read: the reader complains of that.
    """
    try:
        settings = print_settings(project)
    except UNREADABLE:
        return OWN, ()
    if settings.fonts is None:
        return OWN, ()
    return added_fonts(project, settings.fonts, settings.fonts_span)
