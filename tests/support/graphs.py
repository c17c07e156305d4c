"""The linked data of a built site, read by rdflib as one graph."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rdflib import Graph

SCHEMA = "https://schema.org/"
# What schema.org's own context says of the words that we use: which of their values are identifiers.
CONTEXT = {"@vocab": SCHEMA} | {
    name: {"@type": "@id"} for name in ("actionStatus", "archivedAt", "item", "sameAs", "url")
}
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def documents(site: Path) -> Iterator[Any]:
    """Every document of JSON-LD in schema.org's words: files, and what heads of pages hold."""
    for file in sorted(site.rglob("*.jsonld")):
        yield json.loads(file.read_text(encoding="utf-8"))
    for page in sorted(site.rglob("*.html")):
        for script in _SCRIPT.findall(page.read_text(encoding="utf-8")):
            yield json.loads(script)


def graph_of(site: Path) -> Graph:
    """All of them as one graph; the network is not asked for the context."""
    graph = Graph()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser uses a class that it gives up
        for document in documents(site):
            if document["@context"] == "https://schema.org":
                graph.parse(data=json.dumps(document | {"@context": CONTEXT}), format="json-ld")
    return graph


def answers(graph: Graph, question: str) -> set[tuple[str, ...]]:
    """The rows that answer a question in SPARQL."""
    rows = graph.query(f"PREFIX s: <{SCHEMA}>\n{question}")
    return {tuple(str(value) for value in row) for row in rows if not isinstance(row, bool)}
