"""`mkdocs.yml`: the site's name and description, and how much may be quoted."""

from __future__ import annotations

from generator.model.corpus import SiteRecord
from generator.model.diagnostics import Diagnostic
from generator.model.text import Text
from generator.read.files import InputFile
from generator.read.limits import read_limits
from generator.read.nodes import Fields, parse
from generator.read.places import Places

UNNAMED = SiteRecord("Briefing", "")

# The rest of the file is the site builder's own: it may hold tags, anchors and empty values.
_OURS = frozenset({"yaml-syntax", "yaml-too-deep", "yaml-too-large", "control-character"})


def read_settings(file: InputFile) -> tuple[SiteRecord, tuple[Diagnostic, ...]]:
    """What the file says of the site, and its faults; a missing name is replaced by “Briefing”."""
    places = Places(file.path, file.text)
    tree, found = parse(file.text, places)
    problems = [problem for problem in found if problem.code in _OURS]
    if tree is None and problems:
        return UNNAMED, tuple(problems)
    fields = tree if isinstance(tree, Fields) else Fields(places)
    for name in ("site_name", "site_description"):
        if not _filled(fields.get(name)):
            help = f"write `{name}: …`, in one line"
            place = fields.place_of(name) if name in fields.offsets else places.at(0)
            problems.append(Diagnostic("missing-field", f"the field `{name}` is missing", place, help=help))
    name, description = _filled(fields.get("site_name")), _filled(fields.get("site_description"))
    budget, faults = read_limits(fields)
    return SiteRecord(name or UNNAMED.name, description, budget), (*problems, *faults)


def _filled(value: object) -> str:
    return str(value).strip() if isinstance(value, Text) else ""
