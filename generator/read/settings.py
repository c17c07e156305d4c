"""`mkdocs.yml`: the site's name and description, how much may be quoted, and the day of undated sources."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node, SequenceNode

from generator.model import dates
from generator.model.content import SPAN_KEY, LanguageTag, Record, SiteRecord, as_date
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.facts import USUAL_OWN, OwnBudget
from generator.model.publishers import Publisher
from generator.model.settings import (
    NOTHING,
    PAPERS,
    SETTINGS,
    NoSettings,
    Settings,
    Unreadable,
    Unset,
    is_nothing,
    settings_of,
)
from generator.model.sources import USUAL_BUDGET, QuoteBudget
from generator.model.text import Text
from generator.read.inputs import InputFile, Positions, read_file
from generator.read.nodes import Fields, Items, clipped, parse, syntax_fault
from generator.read.nodes import Node as Plain
from generator.read.schema import validate
from generator.words import NoWords, language_of

MOST_DIGITS = 6

UNNAMED = SiteRecord("Briefing", "")
NAMES = ("site_name", "site_description")

# The rest of the file is the site builder's own: it may hold tags, anchors and empty values.
_OURS = frozenset(
    {"yaml-syntax", "yaml-too-deep", "yaml-too-large", "yaml-several-documents"}
    | {"control-character", "duplicate-key"}
)


def tree_of(settings: Settings, positions: Positions) -> Fields:
    """All settings with their spans; those that are given without a value are left out."""
    return _Tree(settings, positions).fields(settings.root)


@dataclass(slots=True)
class _Tree:
    """Makes each node once, so that aliases of aliases stay small."""

    settings: Settings
    positions: Positions
    made: dict[int, Plain] = field(default_factory=dict)

    def fields(self, node: MappingNode) -> Fields:
        fields = Fields(self.positions)
        self.made[id(node)] = fields
        fields[SPAN_KEY] = self.settings.span_of(node)
        for key, value in node.value:
            fields.offsets[key.value] = key.start_mark.index
            if is_nothing(value):
                fields.absent.add(key.value)
            else:
                fields[key.value] = self._node(value)
        return fields

    def _node(self, node: Node) -> Plain:
        if id(node) in self.made:
            return self.made[id(node)]
        if isinstance(node, MappingNode):
            return self.fields(node)
        if isinstance(node, SequenceNode):
            items = Items()
            self.made[id(node)] = items
            items.span = self.settings.span_of(node)
            items += [self._node(item) for item in node.value]
            return items
        return Text(str(node.value), self.settings.span_of(node))


def _count(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= MOST_DIGITS:
        return int(value)
    raise ValueError(f"this should be a whole number of at most {MOST_DIGITS} digits")


def _percentage(value: object) -> int:
    count = _count(value)
    if count > 100:
        raise ValueError("this should be a percentage: at most 100")
    return count


def _word(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    raise ValueError("this should be a word")


def _paper(value: object) -> str:
    paper = _word(value).lower()
    if paper not in PAPERS:
        known = " or ".join(f"`{known}`" for known in PAPERS)
        raise PydanticCustomError(
            "unknown-paper",
            "briefings are not printed on “{paper}”, but on {known}",
            {"paper": clipped(paper), "known": known},
        )
    return paper


def _exact_day(value: object) -> dates.PartialDate:
    date = as_date(value)
    if not isinstance(date, dates.PartialDate) or not date.is_exact:
        raise ValueError("this should be an exact day such as 2025-06-09")
    return date


def _named(value: object) -> str:
    name = " ".join(_word(value).split())
    if not name:
        raise ValueError("this must not be empty")
    return name


def _contact(value: object) -> str:
    address = _word(value)
    if not (_MAIL.fullmatch(address) or _PAGE.fullmatch(address)):
        raise ValueError("this should be a mail address, or an address that begins with https://")
    return address


def _terms(value: object) -> str:
    terms = _named(value)
    if "://" in terms and not _PAGE.fullmatch(terms):
        raise ValueError("this should be words, or an address that begins with https://")
    return terms


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PAGE = re.compile(r"https://[\w.-]+(?::\d+)?(?:/[\w./~%?=&+#:,;@!-]*)?", re.ASCII)


class LimitsRecord(Record):
    """What `extra.briefing` may say."""

    as_of: Annotated[dates.PartialDate | None, BeforeValidator(_exact_day)] = None
    content_language: LanguageTag | None = None
    quote_words: Annotated[int, BeforeValidator(_count)] = USUAL_BUDGET.words
    quote_percent: Annotated[int, BeforeValidator(_percentage)] = USUAL_BUDGET.percent
    own_statements: Annotated[int, BeforeValidator(_count)] = USUAL_OWN.statements
    own_percent: Annotated[int, BeforeValidator(_percentage)] = USUAL_OWN.percent
    publisher: Annotated[str | None, BeforeValidator(_named)] = None
    contact: Annotated[str | None, BeforeValidator(_contact)] = None
    terms: Annotated[str | None, BeforeValidator(_terms)] = None
    paper: Annotated[str | None, BeforeValidator(_paper)] = None
    # Printing looks at this, and knows which folder is right.
    fonts: Annotated[str | None, BeforeValidator(_word)] = None


def read_limits(settings: Fields) -> tuple[LimitsRecord | None, tuple[Diagnostic, ...]]:
    """What the settings say of ours, if they say anything that can be read; and what is wrong with it."""
    extra = settings.get("extra")
    if not isinstance(extra, Fields) or "briefing" not in extra:
        return None, ()
    return validate(LimitsRecord, extra["briefing"], extra.key_span("briefing"))


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """`mkdocs.yml` as it was opened, once a run: what an engine reads in it, here and now.

    Nothing if it cannot be read; then `fault` says why. `file` is None if it is not even text.
    """

    file: InputFile | None
    settings: Settings = NOTHING
    fault: Diagnostic | None = None


def open_settings(project: Path, environment: Mapping[str, str] = os.environ) -> SettingsFile:
    """The settings of a project; never raises."""
    file = read_file(project, SETTINGS)
    return SettingsFile(None, fault=file) if isinstance(file, Diagnostic) else opened(file, environment)


def opened(file: InputFile, environment: Mapping[str, str] = os.environ) -> SettingsFile:
    """The settings that a file holds; never raises."""
    found = _settings(file.text, Positions(file.path, file.text), environment)
    return SettingsFile(file, found) if isinstance(found, Settings) else SettingsFile(file, fault=found)


def read_settings(opened: SettingsFile) -> tuple[SiteRecord, tuple[Diagnostic, ...]]:
    """What the file says of the site, and its faults; a missing name is replaced by “Briefing”.

    Faults are looked for by the strict parser of all that authors write: the one of the engines, by which the
    file was opened, takes the last of two equal names and tells only the first fault.
    """
    file, settings = opened.file, opened.settings
    if file is None:
        return UNNAMED, (opened.fault,) if opened.fault else ()
    positions = Positions(file.path, file.text)
    tree, found = parse(file.text, positions)
    problems = [problem for problem in found if problem.code in _OURS]
    if tree is None and problems:
        return UNNAMED, tuple(problems)
    if tree is None:
        return UNNAMED, (Diagnostic("file-empty", "the file holds nothing but comments", positions.at(0)),)
    if opened.fault:
        return UNNAMED, (*problems, opened.fault)
    name, description = settings.words("site_name"), settings.words("site_description")
    missing = [_missing(settings, each) for each in NAMES if not settings.words(each)]
    tree_read = tree_of(settings, positions)
    ours, faults = read_limits(tree_read)
    budget = QuoteBudget(ours.quote_words, ours.quote_percent) if ours else USUAL_BUDGET
    own = OwnBudget(ours.own_statements, ours.own_percent) if ours else USUAL_OWN
    language = _language(settings)
    site = SiteRecord(
        name or UNNAMED.name,
        description,
        budget,
        own,
        language,
        as_of=ours.as_of if ours else None,
        written_in=(ours and ours.content_language) or language,
        publisher=Publisher(ours.publisher, ours.contact, ours.terms) if ours and ours.publisher else None,
    )
    return site, (*problems, *missing, *faults, *(_nobody_to_contact(ours, tree_read) if ours else ()))


def _nobody_to_contact(ours: LimitsRecord, settings: Fields) -> Iterator[Diagnostic]:
    """How to reach whoever publishes the site, or on what terms it may be used, where nobody is named."""
    extra = settings.get("extra")
    own = extra.get("briefing") if isinstance(extra, Fields) else None
    if ours.publisher or not isinstance(own, Fields):
        return
    for name in ("contact", "terms"):
        if getattr(ours, name):
            yield Diagnostic(
                "publisher-missing",
                f"no page shows `{name}` unless a publisher is named",
                own.key_span(name),
                Severity.WARNING,
                help=f"write `publisher: …` beside `{name}:` under `extra.briefing`",
            )


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
