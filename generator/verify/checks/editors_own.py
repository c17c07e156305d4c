"""Rules for what is the editor's own: it is for absence, method and judgement."""

from collections.abc import Iterator

from generator.model.diagnostics import About, Diagnostic
from generator.model.entries import EntryKind
from generator.model.evidence import Statement
from generator.model.facts import Dossier, all_statements
from generator.model.keys import OwnKind
from generator.text.own import kind_of_own

_ACTS = frozenset({EntryKind.PERSON, EntryKind.SIDE, EntryKind.ORGANISATION})


def the_editors_own_tells_no_happening(dossier: Dossier) -> Iterator[Diagnostic]:
    """What happened, or was said, is a source's to tell; notes on sources tell of sources."""
    explained = {entry.definition.span for entry in dossier.entries.values() if entry.definition}
    of_sources = {problem.span for source in dossier.sources.values() for problem in source.problems}
    for statement in all_statements(dossier):
        if not statement.reason or statement.span in of_sources:
            continue
        if _tells_happening(statement, dossier, explains=statement.span in explained):
            yield Diagnostic(
                "editors-own-asserts",
                "this is the editor's own and tells that something happened, will happen or was said",
                statement.span,
                help="cite the source that says so; `basis: editor` is for what no source says, for how we"
                " work, and for judgement",
                about=About(statement.text, (statement.reason,)),
            )


def _tells_happening(statement: Statement, dossier: Dossier, *, explains: bool) -> bool:
    names = [
        (mention.start, mention.end)
        for mention in statement.mentions
        if dossier.entries[mention.entry].kind in _ACTS
    ]
    kind = kind_of_own(statement.text, names, dossier.written_in, explains=explains)
    return kind is OwnKind.HAPPENING
