"""A project's mkdocs.yml: what it says of the site, the same with some settings changed, its fonts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.addresses import SiteAddress, SiteFiles, site_address
from generator.model.diagnostics import Diagnostic
from generator.model.settings import Settings
from generator.model.text import Span
from generator.output.fonts import OWN, Fonts, added_fonts
from generator.words import NoWords, Words, words_in

OUR_STYLES = (SiteFiles.asset("briefing.css"),)
OUR_SCRIPTS = (SiteFiles.asset("previews.js"), SiteFiles.asset("filter.js"))
"""What of the assets each page asks for by itself, as the settings say."""

ASKED_BY_TEMPLATES = (SiteFiles.asset("searchbox.js"),)
"""What our templates ask for besides."""

ENGLISH = "en"
LEADING = ("INHERIT", "docs_dir", "site_dir", "theme.custom_dir", "hooks", "watch")
"""The settings that are paths from the project's folder, or lists of them."""


@dataclass(frozen=True, slots=True)
class Configured:
    """A project's folder, and what its mkdocs.yml says: parsed once a run, for whatever asks."""

    root: Path
    settings: Settings


def variant(project: Configured, changes: Mapping[str, object]) -> str:
    """The project's settings with these changes, fit to be used from any folder; None removes a setting."""
    settings = project.settings.copy()
    for name in LEADING:
        for node in _scalars(settings.at(name)):
            node.value = str((project.root / str(node.value)).resolve())
    for name, value in changes.items():
        above, _, last = name.rpartition(".")
        parent = settings.at(above) if above else settings.root
        if isinstance(parent, MappingNode):
            parent.value = [pair for pair in parent.value if pair[0].value != last]
            given = yaml.compose(yaml.safe_dump({last: value}), Loader=yaml.SafeLoader)
            parent.value += given.value if given and value is not None else []
    return _written(settings)


def resolved(settings: Settings) -> str:
    """The settings as an engine reads them here and now: what `!ENV` names is filled in."""
    return _written(settings)


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


def print_settings(settings: Settings) -> PrintSettings:
    """What a project's settings say of print."""
    return PrintSettings(
        settings.words("site_url") or None,
        settings.words("theme.language") or None,
        settings.words("extra.briefing.paper").lower() or None,
        settings.value_span("extra.briefing.paper").line,
        settings.words("extra.briefing.fonts") or None,
        settings.value_span("extra.briefing.fonts"),
        settings.value_span("site_name"),
    )


def address_of(settings: Settings) -> SiteAddress:
    """Where a project's site lives; no address where its settings name none."""
    return site_address(settings.words("site_url") or None, settings.words("theme.language") or None)


def site_words(settings: Settings) -> Words:
    """Our words in the language of a project's site; English if it names none, or one that we have not."""
    try:
        return words_in(settings.words("theme.language") or ENGLISH)
    except NoWords:
        return words_in(ENGLISH)


def docs_folder(project: Configured) -> Path:
    """The folder of the project's pages."""
    return (project.root / (project.settings.words("docs_dir") or "docs")).resolve()


def custom_templates(project: Configured) -> Path | None:
    """The folder of the project's own templates, if it has one."""
    folder = project.settings.words("theme.custom_dir")
    return (project.root / folder).resolve() if folder else None


def project_fonts(project: Configured) -> tuple[Fonts, tuple[Diagnostic, ...]]:
    """The fonts in the folder that `extra.briefing.fonts` names, and what is wrong with it."""
    settings = print_settings(project.settings)
    if settings.fonts is None:
        return OWN, ()
    return added_fonts(project.root, settings.fonts, settings.fonts_span)
