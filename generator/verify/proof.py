"""Turns what authors cite into proof: citations into evidence, sentences into statements.

The numbers of a statement are held against its evidence; names and terms are found in it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TypeVar

from generator.model.content import CitationRecord, Sourced, StatementRecord
from generator.model.diagnostics import Diagnostic, Related, Severity
from generator.model.entries import Entry
from generator.model.evidence import Evidence, Mention, Statement
from generator.model.facts import Event
from generator.model.seals import Seal
from generator.model.sources import SourceFile
from generator.model.text import SourceId, Span, Text
from generator.text.counting import Number, numbers_in
from generator.text.fingerprints import summed_up
from generator.text.names import NameIndex, closest
from generator.text.quotations import Ambiguous, Found, Searchable, anchor_of, locate, nearest
from generator.verify.articles import faults_of_words, proved_words

FIRST_YEAR, LAST_YEAR = 1500, 2199

_LETTERS_BEFORE = re.compile(r"([^\W\d_]*)[-‐‑]?\Z")

MOST_SHOWN = 3

R = TypeVar("R")
V = TypeVar("V")


def unproved_numbers(
    text: str, mentions: Sequence[Mention], quotations: Iterable[str], known: str = ""
) -> Iterator[str]:
    """The numbers of a text, as it writes them, that neither a quotation nor `known` gives.

    Numbers inside a name of the glossary need no proof, nor does the word “one”. Of a code such as F-35,
    the letters before the number must be the same.
    """
    numbers = numbers_in(text)
    if not numbers:
        return
    printed = [(part, number) for part in (*quotations, known) for number in numbers_in(part)]
    values = {number.value for _, number in printed}
    codes = {_code(part, number) for part, number in printed if number.glued}
    for number in numbers:
        is_proved = _code(text, number) in codes if number.glued else number.value in values
        if not (is_proved or _needs_no_proof(number, mentions)):
            yield text[number.start : number.end]


def repeated_numbers(
    text: str, mentions: Sequence[Mention], quotations: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The numbers that a text gives more often than its quotations do, which give another instead.

    Each with that other number, of the same kind (a percentage or not), which the text does not give.
    """
    numbers = [
        number for number in numbers_in(text) if not (number.glued or _needs_no_proof(number, mentions))
    ]
    times = Counter(number.value for number in numbers)
    if all(count == 1 for count in times.values()):
        return
    printed = {number.value: (number, part) for part in quotations for number in numbers_in(part)}
    given = Counter(number.value for part in quotations for number in numbers_in(part))
    for number in {
        each.value: each for each in numbers if times[each.value] > max(given[each.value], 1)
    }.values():
        others = (
            part[other.start : other.end]
            for other, part in printed.values()
            if other.value not in times and _kind(other) == _kind(number)
        )
        for other in others:
            yield text[number.start : number.end], other
            break


def _kind(number: Number) -> tuple[bool, bool, bool]:
    return number.percent, number.glued, FIRST_YEAR <= number.value <= LAST_YEAR


def _needs_no_proof(number: Number, mentions: Sequence[Mention]) -> bool:
    is_name = any(mention.start <= number.start < mention.end for mention in mentions)
    return is_name or (number.word and number.value == 1)


def _code(text: str, number: Number) -> tuple[str, str]:
    before = _LETTERS_BEFORE.search(text, max(number.start - 20, 0), number.start)
    return (before[1].casefold() if before else "", str(number.value))


class Prover:
    """Proves the statements of one run against its sources, and collects what cannot be proved.

    A source is made searchable when it is first cited, so a thousand uncited sources cost nothing here.
    `unreadable` are the ids of sources, and of seals (`herald.seal`), of which the reader has complained
    already.
    """

    def __init__(
        self,
        sources: Mapping[str, SourceFile],
        names: NameIndex,
        unreadable: frozenset[str],
        seals: Mapping[str, Seal] = MappingProxyType({}),
    ) -> None:
        self.problems: list[Diagnostic] = []
        self._sources = sources
        self._seals = seals
        self._names = names
        self._unreadable = unreadable
        self._searchables: dict[str, Searchable] = {}

    def statement(self, record: StatementRecord) -> Statement | None:
        """The record's text with its proof; None, and a problem noted, if it is not proved."""
        return self.prove(record.text, record)

    def statements(self, records: Iterable[StatementRecord]) -> tuple[Statement, ...]:
        """Those of the records that are proved."""
        return proved(self.statement, records)

    def prove(self, text: Text, record: Sourced, *, dated: str = "") -> Statement | None:
        """`text` with the proof that `record` gives; None, and a problem noted, if it gives none.

        Numbers of the text must occur in the quotations, or in the reason of what is the editor's own; or
        in `dated`, the date that an event is known to have.
        """
        if record.basis == "editor":
            return self._editors_own(text, record, dated)
        if not record.cite:
            self.problems.append(_uncited(record.span))
            return None
        found = [self._evidence(citation) for citation in record.cite]
        evidence = tuple(item for item in found if item is not None)
        if len(evidence) < len(found):
            return None
        mentions = self._names.mentions(text)
        self._compare_numbers(text, mentions, evidence, dated)
        return Statement(str(text), evidence, None, mentions, text.span)

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
        self._explain_numbers(text, mentions, f"{record.reason} {dated}")
        return Statement(str(text), (), str(record.reason), mentions, text.span)

    def _explain_numbers(self, text: Text, mentions: Sequence[Mention], known: str) -> None:
        for shown in unproved_numbers(text, mentions, (), known):
            self._report(
                "number-not-in-reason",
                f"this is the editor's own, and its reason does not give the number “{shown}”",
                text.span,
                help="cite the source that gives the number, or say in `reason:` where it comes from",
            )

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
        quotations = [item.exact for item in evidence]
        for shown in unproved_numbers(text, mentions, quotations, dated):
            self._report(
                "number-not-in-evidence",
                f"the number “{shown}” is in none of the quotations that prove this",
                text.span,
                help="quote the words that give the number, or mend the number",
            )
        for shown, other in repeated_numbers(text, mentions, quotations):
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
