"""What the engine and the gate have against settings, with the line of mkdocs.yml that is to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.settings import SETTINGS, Settings
from generator.model.text import Span
from generator.site.policy import refusals

SHORTEST = 3
"""What is shorter may stand in a message by chance."""
HELP = "mend this setting, or leave it out: any site would have this problem"

_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")
_UP = re.compile(r"(['\"])(?:\.\./)+")
_PAGE = re.compile(r"\A[a-z0-9/]+\.html: ")


def settings_refused(project: Path, settings: Settings) -> Iterator[Diagnostic]:
    """Each problem that any site with these settings would have, once for what is to blame."""
    met = set()
    for problem in refusals(project):
        said = _PAGE.sub("", problem.message).replace(f"{project}/", "")
        span = _blamed(settings, said)
        which = (problem.code, span)
        if which not in met:
            met.add(which)
            at = span or Span.at(SETTINGS)
            yield replace(problem, message=_UP.sub(r"\1", said), span=at, severity=Severity.ERROR, help=HELP)


def _blamed(settings: Settings, message: str) -> Span | None:
    """Where what a message quotes last is written in the settings; None if nothing of it is."""
    nodes = [node for node in _scalars(settings.root, set()) if len(node.value) >= SHORTEST]
    for quoted in reversed(_QUOTED.findall(message)):
        for node in nodes:
            if quoted in node.value or quoted.endswith(f"/{node.value.removeprefix('./')}"):
                return settings.span_of(node)
    return None


def _scalars(node: Node, met: set[int]) -> Iterator[ScalarNode]:
    """All names and values, each once."""
    if id(node) in met:
        return
    met.add(id(node))
    if isinstance(node, ScalarNode):
        yield node
    children = node.value if isinstance(node, SequenceNode) else ()
    if isinstance(node, MappingNode):
        children = [each for pair in node.value for each in pair]
    for child in children:
        yield from _scalars(child, met)
