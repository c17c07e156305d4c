"""A rule for what authors write about sources: it calls each by its name."""

from collections.abc import Iterator, Mapping

from generator.model.diagnostics import About, Diagnostic, Edit, Severity
from generator.model.evidence import Statement
from generator.model.facts import Dossier, Source, all_statements
from generator.model.text import SourceId, Span
from generator.text.source_names import Unnamed, unnamed_sources, with_article


def every_source_is_named(dossier: Dossier) -> Iterator[Diagnostic]:
    """A statement names the source of which it speaks: “one article” leaves open which."""
    noted = {problem.span: source for source in dossier.sources.values() for problem in source.problems}
    for statement in all_statements(dossier):
        found = next(unnamed_sources(statement.text, dossier.written_in), None)
        if found:
            yield _unnamed(dossier, statement, found, noted)


def _unnamed(
    dossier: Dossier, statement: Statement, found: Unnamed, noted: Mapping[Span, Source]
) -> Diagnostic:
    own = noted.get(statement.span)
    cited = _cited(statement, own.id if own else None)
    names = [dossier.sources[name].bibliography.name for name in cited]
    words = statement.text[found.start : found.end]
    span = _span_of(statement, found)
    edits: tuple[Edit, ...] = ()
    help = "write the short name of the source in place of it"
    if names:
        called = " or ".join(f"“{name}”" for name in names)
        help = f"write the name of the source in place of it: {called}"
    if len(names) == 1 and span is not None:
        edits = (Edit(span, with_article(names[0], words, dossier.written_in)),)
    return Diagnostic(
        "source-not-named",
        f"“{words}” leaves open which source it is",
        span or statement.span,
        Severity.WARNING,
        help=help,
        edits=edits,
        about=About(statement.text, tuple(item.exact for item in statement.evidence)),
    )


def _cited(statement: Statement, own: SourceId | None) -> tuple[SourceId, ...]:
    """The sources that a statement cites; of a note on a source, the others if there are any."""
    names = dict.fromkeys(item.source for item in statement.evidence)
    return tuple(name for name in names if name != own) or tuple(names)


def _span_of(statement: Statement, found: Unnamed) -> Span | None:
    """Where in its file the phrase stands; None if the statement is not written there as it reads."""
    span, length = statement.span, len(statement.text)
    quotes = span.end_column - span.column - length
    if span.line != span.end_line or quotes not in (0, 2):
        return None
    start = span.column + quotes // 2
    return Span(span.path, span.line, start + found.start, span.line, start + found.end)
