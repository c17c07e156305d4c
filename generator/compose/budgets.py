"""How much of each page is the editor's own: statements that rest on no source."""

from collections.abc import Iterator

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.editions import Item, ItemKind
from generator.model.keys import OwnKind, Part
from generator.model.origins import Origins
from generator.model.pages import Edition
from generator.text.own import kind_of_own


def pages_keep_to_evidence(edition: Edition, origins: Origins) -> Iterator[Diagnostic]:
    """No page has more of the editor's own than its budget; what says that no source says is not counted."""
    by_page: dict[str, list[Item]] = {}
    for item in edition.inventory:
        if item.kind is ItemKind.STATEMENT and item.part() is not Part.PROBLEM:
            for path in item.pages():
                by_page.setdefault(path, []).append(item)
    for page in edition.pages:
        items = by_page.get(page.path, [])
        own = [item for item in items if item.reason and _counts(item, edition.language)]
        allowed = origins.dossier.own_budget.of(len(items))
        if len(own) > allowed:
            yield Diagnostic(
                "editors-own-budget",
                f"{len(own)} of the {len(items)} statements of the page “{page.title}” are the editor's own;"
                f" {allowed} may be",
                origins.of(page, (own[allowed].text,)),
                Severity.WARNING,
                help="cite sources; or raise `own_percent` or `own_statements` in mkdocs.yml, below `extra:"
                " {briefing: …}`",
            )


def _counts(item: Item, language: str) -> bool:
    explains = item.part() is Part.DEFINITION
    return kind_of_own(item.text, (), language, explains=explains) is not OwnKind.ABSENCE
