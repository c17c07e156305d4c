"""`mkdocs.yml`: the site's name and description, and how much may be quoted."""

from __future__ import annotations

import os
from collections.abc import Mapping

import yaml
from yaml.constructor import ConstructorError

from generator.model.corpus import SiteRecord
from generator.model.diagnostics import Diagnostic
from generator.model.settings import NoSettings, Settings, Unreadable, Unset, settings_of
from generator.read.files import InputFile
from generator.read.limits import read_limits
from generator.read.nodes import parse
from generator.read.positions import Positions
from generator.read.resolved import tree_of
from generator.read.yaml_words import syntax_fault
from generator.words import NoWords, language_of

UNNAMED = SiteRecord("Briefing", "")
NAMES = ("site_name", "site_description")

# The rest of the file is the site builder's own: it may hold tags, anchors and empty values.
_OURS = frozenset(
    {"yaml-syntax", "yaml-too-deep", "yaml-too-large", "yaml-several-documents"}
    | {"control-character", "duplicate-key"}
)


def read_settings(
    file: InputFile, environment: Mapping[str, str] = os.environ
) -> tuple[SiteRecord, tuple[Diagnostic, ...]]:
    """What the file says of the site, and its faults; a missing name is replaced by “Briefing”."""
    positions = Positions(file.path, file.text)
    tree, found = parse(file.text, positions)
    problems = [problem for problem in found if problem.code in _OURS]
    if tree is None and problems:
        return UNNAMED, tuple(problems)
    if tree is None:
        return UNNAMED, (Diagnostic("file-empty", "the file holds nothing but comments", positions.at(0)),)
    settings = _settings(file.text, positions, environment)
    if isinstance(settings, Diagnostic):
        return UNNAMED, (*problems, settings)
    name, description = settings.words("site_name"), settings.words("site_description")
    missing = [_missing(settings, each) for each in NAMES if not settings.words(each)]
    budget, faults = read_limits(tree_of(settings, positions))
    site = SiteRecord(name or UNNAMED.name, description, budget, _language(settings))
    return site, (*problems, *missing, *faults)


def _language(settings: Settings) -> str:
    """The language of our words: the theme's; what it names without our having words is told as a setting."""
    try:
        return language_of(settings.words("theme.language") or UNNAMED.language)
    except NoWords:
        return UNNAMED.language


def _settings(text: str, positions: Positions, environment: Mapping[str, str]) -> Settings | Diagnostic:
    """What an engine reads in the file, or why none can read it."""
    try:
        return settings_of(text, environment)
    except ConstructorError as error:
        at = positions.at(error.problem_mark.index if error.problem_mark else 0)
        code = error.code if isinstance(error, Unreadable) else "yaml-tag"
        return Diagnostic(code, str(error.problem), at)
    except yaml.YAMLError as error:
        return syntax_fault(error, positions, 0, len(text))
    except NoSettings:
        help = "write each setting as `name: value`, one a line"
        return Diagnostic("wrong-type", "this should be a mapping of settings", positions.at(0), help=help)


def _missing(settings: Settings, name: str) -> Diagnostic:
    """A name that is not given, or that the environment does not have."""
    found = settings.at(name)
    help = f"write `{name}: …`, in one line"
    if isinstance(found, Unset):
        help = f"{found}; set it, or {help}"
    message = f"the field `{name}` is missing"
    return Diagnostic("missing-field", message, settings.name_span(name), help=help)
