"""Turns what authors cite into proof: citations into evidence, sentences into statements.

The numbers of a statement are held against its evidence; names and terms are found in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TypeVar

from generator.model.content import CitationRecord, CommitmentRecord, FigureRecord, Sourced, StatementRecord
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.entries import Entry
from generator.model.evidence import Evidence, Mention, Statement
from generator.model.facts import Event
from generator.model.seals import Seal
from generator.model.sources import SourceFile
from generator.model.text import EntryId, SourceId, Span, Text
from generator.text.fingerprints import summed_up
from generator.text.names import NameIndex, closest
from generator.text.quotations import Ambiguous, Found, Searchable, anchor_of, locate, nearest
from generator.text.source_names import blanked
from generator.verify.articles import faults_of_words, proved_words
from generator.verify.quantities import Printed, is_given, number_problems, repeated, unproved

MOST_SHOWN = 3

R = TypeVar("R")
V = TypeVar("V")


Dated = Callable[[Sequence[Evidence]], str]
"""The date, in words, that an item is known to have by the evidence for its text."""


class Prover:
    """Proves the statements of one run against its sources, and collects what cannot be proved.

    A source is made searchable when it is first cited, so a thousand uncited sources cost nothing here.
    `unreadable` are the ids of sources, and of seals (`herald.seal`), of which the reader has complained
    already; `language` is that of the statements.
    """

    def __init__(
        self,
        sources: Mapping[str, SourceFile],
        names: NameIndex,
        unreadable: frozenset[str],
        seals: Mapping[str, Seal] = MappingProxyType({}),
        language: str = "en",
    ) -> None:
        self.problems: list[Diagnostic] = []
        self._sources = sources
        self._seals = seals
        self._names = names
        self._unreadable = unreadable
        self._language = language
        self._searchables: dict[str, Searchable] = {}

    def statement(self, record: StatementRecord) -> Statement | None:
        """The record's text with its proof; None, and a problem noted, if it is not proved."""
        return self.prove(record.text, record)

    def statements(self, records: Iterable[StatementRecord]) -> tuple[Statement, ...]:
        """Those of the records that are proved."""
        return proved(self.statement, records)

    def prove(
        self, text: Text, record: Sourced, dated: Dated = lambda _: "", *, compared: bool = True
    ) -> Statement | None:
        """`text` with the proof that `record` gives; None, and a problem noted, if it gives none.

        Numbers of the text must occur in the quotations, or in the reason of what is the editor's own; or in
        the date that `dated` tells for the evidence: that of an event, or of a day that is due. They are not
        `compared` where the caller does it.
        """
        if record.basis == "editor":
            return self._editors_own(text, record, dated(()))
        if not record.cite:
            self.problems.append(_uncited(record.span))
            return None
        found = [self._evidence(citation) for citation in record.cite]
        evidence = tuple(item for item in found if item is not None)
        if len(evidence) < len(found):
            return None
        # What the name of a source holds is its own: numbers in it are no claims, names in it are not meant.
        unnamed = Text(blanked(text, self._short_names(evidence)), text.span)
        mentions = self._names.mentions(unnamed)
        if compared:
            self._compare_numbers(unnamed, mentions, evidence, dated(evidence))
        # Who says what is undertaken is a value of its own, with its proof.
        says = None if isinstance(record, CommitmentRecord) or not record.says else EntryId(str(record.says))
        return Statement(str(text), evidence, None, mentions, text.span, says, record.certainty)

    def _short_names(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """What pages call the sources of evidence."""
        names = (self._sources[item.source].bibliography.short for item in evidence)
        return tuple(dict.fromkeys(name for name in names if name))

    def located(self, citations: Iterable[CitationRecord]) -> tuple[Evidence, ...]:
        """The evidence of the citations that are found; problems are noted for the others."""
        found = (self._evidence(citation) for citation in citations)
        return tuple(item for item in found if item is not None)

    def _editors_own(self, text: Text, record: Sourced, dated: str) -> Statement | None:
        if record.cite:
            self._report(
                "basis-and-cite",
                "this is marked as the editor's own and cites sources as well",
                record.span,
                help="leave out `basis` if the sources prove it, `cite` if they do not",
            )
            return None
        if not record.reason:
            self._report(
                "reason-missing",
                "this is marked as the editor's own without a reason",
                record.span,
                help="add `reason:` and say why no source is cited",
            )
            return None
        mentions = self._names.mentions(text)
        self._explain_numbers(text, mentions, str(record.reason), dated)
        return Statement(str(text), (), str(record.reason), mentions, text.span)

    def _explain_numbers(self, text: Text, mentions: Sequence[Mention], reason: str, dated: str) -> None:
        known = (Printed(reason, self._language), Printed(dated))
        for lack in unproved(text, self._language, mentions, known):
            self._report(
                "number-not-in-reason",
                f"this is the editor's own, and its reason does not give the number “{lack.shown}”",
                text.span,
                help="cite the source that gives the number, or say in `reason:` where it comes from",
            )

    def printed(self, evidence: Iterable[Evidence]) -> tuple[Printed, ...]:
        """The exact words of evidence, in the language of their source, with its day of issue."""
        found = ((item, self._sources[item.source].bibliography) for item in evidence)
        return tuple(Printed(item.exact, about.language, about.issued) for item, about in found)

    def figure_given(self, figure: FigureRecord, unit: str | None, evidence: Iterable[Evidence]) -> bool:
        """Whether one quantity of the evidence gives a figure's value, unit and qualifier."""
        return is_given(figure.value, unit or "", figure.qualifier, self._language, self.printed(evidence))

    def _evidence(self, citation: CitationRecord) -> Evidence | None:
        source = self._sources.get(citation.source)
        if source is None:
            if citation.source not in self._unreadable:
                self._report_unknown(citation.source)
            return None
        sought = (citation.exact, citation.prefix, citation.suffix)
        where = locate(*sought, self._searchable(source))
        if isinstance(where, Found):
            return self._in_article(_evidence(citation, where, source), citation, source)
        if isinstance(where, Ambiguous):
            self.problems.append(self._ambiguous(citation, where))
        else:
            self.problems.append(self._not_found(citation, self._searchable(source)))
        return None

    def _in_article(self, found: Evidence, citation: CitationRecord, source: SourceFile) -> Evidence:
        """The evidence with what the seal of its source proves of the article, if it is sealed."""
        seal = self._seals.get(source.id)
        places = summed_up(seal, source.body, found.ranges) if seal else ()
        if f"{source.id}.seal" not in self._unreadable:
            self.problems += faults_of_words(citation, source, seal, places)
        return replace(found, in_article=places, printed=proved_words(citation, seal, places))

    def _searchable(self, source: SourceFile) -> Searchable:
        if source.id not in self._searchables:
            self._searchables[source.id] = Searchable(source.body)
        return self._searchables[source.id]

    def _report_unknown(self, source: Text) -> None:
        likely = closest(source, self._sources)
        self._report(
            "unknown-source",
            f"there is no source “{source}”",
            source.span,
            help=f"did you mean `{likely}`?" if likely else "the sources are the files sources/<id>.md",
        )

    def _not_found(self, citation: CitationRecord, searchable: Searchable) -> Diagnostic:
        body = self._sources[citation.source].body
        near = nearest(citation.exact, searchable)
        if near is None:
            return Diagnostic(
                "quotation-not-found",
                f"these words are not in the source “{citation.source}”",
                citation.exact.span,
                help="copy the exact words from the source",
            )
        return Diagnostic(
            "quotation-not-found",
            f"these words are not in the source “{citation.source}”",
            citation.exact.span,
            related=(Related(body.span_of(near.start, near.end), f"the nearest words are “{near.text}”"),),
            help=_difference(near.missing, near.extra),
        )

    def _ambiguous(self, citation: CitationRecord, where: Ambiguous) -> Diagnostic:
        body = self._sources[citation.source].body
        related = tuple(
            Related(body.span_of(start, start + 1), f"here, in paragraph {paragraph}")
            for paragraph, start in where.beginnings[:MOST_SHOWN]
        )
        return Diagnostic(
            "quotation-ambiguous",
            f"these words occur {where.count} times in the source “{citation.source}”",
            citation.exact.span,
            related=related,
            help="quote more words, or tell the place by `prefix:` or `suffix:`",
        )

    def _compare_numbers(
        self, text: Text, mentions: Sequence[Mention], evidence: Sequence[Evidence], dated: str
    ) -> None:
        quotations = self.printed(evidence)
        lacks = unproved(text, self._language, mentions, (*quotations, Printed(dated)))
        self.problems += number_problems(lacks, text.span)
        for shown, other in repeated(text, self._language, mentions, quotations):
            self.problems.append(
                Diagnostic(
                    "number-repeated",
                    f"the number “{shown}” is given more often here than in the quotations, which give"
                    f" “{other}” as well",
                    text.span,
                    severity=Severity.WARNING,
                    help=f"if one place means “{other}”, write that; else quote only what gives the number",
                )
            )

    def _report(self, code: str, message: str, span: Span, *, help: str) -> None:
        self.problems.append(Diagnostic(code, message, span, help=help))


def proved(prove: Callable[[R], V | None], records: Iterable[R]) -> tuple[V, ...]:
    """What `prove` makes of the records, without those it cannot prove."""
    return tuple(value for value in map(prove, records) if value is not None)


def extended(kind: Callable[..., R], shared: Entry | Event) -> R:
    """What `shared` tells, as one of the `kind` that adds fields of its own to those of `shared`.

    `kind` is the class with its own fields given (`functools.partial`), so that nobody lists the shared ones.
    """
    return kind(**{each.name: getattr(shared, each.name) for each in fields(shared)})


def _uncited(span: Span) -> Diagnostic:
    return Diagnostic(
        "uncited",
        "nothing proves this",
        span,
        help="add `cite:` with a source and its exact words; or `basis: editor` with a `reason:`",
    )


def _evidence(citation: CitationRecord, where: Found, source: SourceFile) -> Evidence:
    pieces = [source.body.text[start:end] for start, end in where.ranges]
    exact = " […] ".join(" ".join(piece.split()) for piece in pieces)
    told_apart = (str(citation.prefix or ""), str(citation.suffix or ""))
    anchor = anchor_of(exact, *told_apart)
    sentence, within = source.body.sentence_around(where.ranges)
    voice = source.bibliography.rights.voice
    return Evidence(
        SourceId(source.id), where.paragraph, where.ranges, exact, anchor, voice, sentence, within
    )


def _difference(missing: Sequence[str], extra: Sequence[str]) -> str:
    """`missing` are words of the citation that the source lacks, `extra` the source's own there."""
    parts = []
    if missing:
        parts.append("the source does not have “" + " … ".join(missing) + "”")
    if extra:
        parts.append("it has “" + " … ".join(extra) + "”")
    return "; ".join(parts) + ": copy the exact words" if parts else "copy the exact words from the source"
