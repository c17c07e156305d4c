"""Whether mkdocs.yml holds what the site needs, told where it stands, before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import Node, ScalarNode

from generator.language.spelling import closest
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.settings import Settings, items_of
from generator.site.address import address_problems
from generator.site.needs import DEEPEST, FAMILIAR, JUDGED, KNOWN, NEEDS
from generator.site.refusals import settings_refused
from generator.site.settings import UNREADABLE, read_settings


def wrong_settings(project: Path) -> tuple[Diagnostic, ...]:
    """Every problem of the settings as such, each once; the engine is asked only about what is rare.

    None for a file that cannot be read: the reader complains of that.
    """
    try:
        settings = read_settings(project)
    except UNREADABLE:
        return ()
    problems = (*_unmet(settings), *_unknown(settings), *address_problems(settings))
    if has_errors(problems) or _is_familiar(settings):
        return problems
    return (*problems, *settings_refused(project, settings))


def _unmet(settings: Settings) -> Iterator[Diagnostic]:
    unmet = [need for need in NEEDS if not need.is_met(settings.at(need.name))]
    names = {need.name for need in unmet}
    for need in unmet:
        if need.name.rpartition(".")[0] not in names:
            span = settings.value_span(need.name)
            yield Diagnostic("setting-wrong", f"`{need.name}` {need.why}", span, help=need.help)


def _unknown(settings: Settings) -> Iterator[Diagnostic]:
    for name, _ in items_of(settings.root):
        if name not in KNOWN:
            meant = closest(name, KNOWN)
            help = f"did you mean `{meant}`?" if meant else "values of your own belong below `extra`"
            span = settings.name_span(name)
            yield Diagnostic("unknown-field", f"no site engine knows the setting `{name}`", span, help=help)


def _is_familiar(settings: Settings) -> bool:
    met: set[str] = set()
    for line in _lines(settings.root, ""):
        if line in met or not FAMILIAR.fullmatch(line):
            return False
        met.add(line)
    return True


def _lines(node: Node | None, name: str) -> Iterator[str]:
    """Each single value with its whole name, as `theme.name: material`."""
    items = () if name in JUDGED else items_of(node)
    for inner, value in items if name.count(".") < DEEPEST else ():
        yield from _lines(value, f"{name}.{inner}" if name else inner)
    if not items or name.count(".") >= DEEPEST:
        yield f"{name}: {node.value if isinstance(node, ScalarNode) else ''}"
