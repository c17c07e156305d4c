"""The linked data of a whole edition as one graph, whose nodes are joined by their identifiers.

The graphs of single pages have nodes of the same identifiers, so all of them can be read together.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.addresses import SiteAddress, SiteFiles
from generator.model.commitments import CommitmentState
from generator.model.knowledge import Knowledge, KnownCommitment, KnownStatement
from generator.model.pages import Edition
from generator.model.runs import Target
from generator.output.data.linked_data import (
    CONTEXT,
    Addresses,
    Node,
    filled,
    script_safe,
    sure_iso,
    thing_node,
    words_nodes,
    work_node,
)

GRAPH_FILE: Final = "graph.jsonld"

_STATUSES = {
    CommitmentState.SOON: "PotentialActionStatus",
    CommitmentState.OPEN: "PotentialActionStatus",
    CommitmentState.MET: "CompletedActionStatus",
    CommitmentState.BROKEN: "FailedActionStatus",
}
"""What schema.org calls the states of what is to be done; it has no word for the others."""


def site_graph(edition: Edition, site: SiteAddress) -> bytes:
    """Things, sources, the words that are cited, statements and commitments, each once."""
    at = Addresses(SiteFiles.export("index"), site)
    text = script_safe({"@context": CONTEXT, "@graph": list(_nodes(edition, at))})
    return f"{text}\n".encode()


def _nodes(edition: Edition, at: Addresses) -> Iterator[Node]:
    known = edition.knowledge or Knowledge()
    yield from (thing_node(thing, at) for thing in known.things)
    yield from (work_node(item, at) for item in edition.bibliography)
    words = (node for each in known.statements for cited in each.words for node in words_nodes(cited, at))
    yield from {str(node["@id"]): node for node in words if "text" in node}.values()
    yield from (_claim(each, at) for each in known.statements)
    yield from (_commitment(each, at) for each in known.commitments)


def _claim(statement: KnownStatement, at: Addresses) -> Node:
    """A statement under its first address; who says it is its author, as in reviews of claims."""
    cited = [{"@id": node["@id"]} for words in statement.words for node in words_nodes(words, at)]
    pages = dict.fromkeys(at.of(Target(each.page)) for each in statement.stands)
    return filled(
        {
            "@type": "Claim",
            "@id": at.of(statement.stands[0]),
            "text": statement.text,
            "author": at.reference(statement.author) if statement.author else None,
            "appearance": [{"@id": page} for page in pages],
            "citation": cited,
        }
    )


def _commitment(made: KnownCommitment, at: Addresses) -> Node:
    """An action to come: those who undertook it are its agents; of whom it is expected only, participants."""
    by = [at.reference(each) for each in made.by]
    return filled(
        {
            "@type": "Action",
            "@id": at.of(made.target),
            "name": made.text,
            "participant" if made.is_expected else "agent": by,
            "recipient": [at.reference(each) for each in made.to],
            "startTime": sure_iso(made.start.start) if made.start else None,
            "endTime": sure_iso(made.end.end) if made.end else None,
            "actionStatus": _STATUSES.get(made.state),
            "subjectOf": {"@id": at.of(made.stands)} if made.stands else None,
            "url": at.of(made.target),
        }
    )
