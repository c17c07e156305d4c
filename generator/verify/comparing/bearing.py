"""Which sources bear which clause of a statement: two that prove a half each do not both prove the whole.

A clause is borne by the sources whose quoted words have every number of it, and `BORNE` of its other words
that must be proved; names and dates aside, which a quotation may take from its context. If no source has so
much, the clause is that of the one source with most of its words; if several have as many, or none has any,
it tells nothing. Where that is true of every clause, the clauses cannot be told apart: then quotations that
share no predicate (no verb, directly or through others) count as parts of their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from generator.model.claims import Claim, Clause, Word, WordKind
from generator.model.evidence import Borne, Evidence, Statement
from generator.model.facts import Dossier, all_statements
from generator.model.text import SourceId, Span
from generator.text.copies import Groups
from generator.text.names import NameIndex
from generator.verify.comparing.alignment import aligned, match
from generator.verify.comparing.context import (
    Witness,
    sentences_of,
    speak_alike,
    spelt,
    stretch,
    witnesses_of,
)

BORNE = Fraction(3, 4)

_FROM_CONTEXT = (WordKind.NAME, WordKind.DATE)

Witnesses = Mapping[SourceId, Sequence[Witness]]


def borne(dossier: Dossier, names: NameIndex) -> Mapping[Span, tuple[Borne, ...]]:
    """For each statement with several sources its clauses; none of one that no lexicon can divide."""
    return {
        statement.span: tuple(clauses_borne(dossier, names, statement))
        for statement in all_statements(dossier)
        if len({item.source for item in statement.evidence}) > 1
    }


def clauses_borne(dossier: Dossier, names: NameIndex, statement: Statement) -> Iterator[Borne]:
    """The clauses of one statement, each with the sources that bear it, as far as they are told apart."""
    claims = [each.claim for each in sentences_of(statement.text, dossier.written_in, names)]
    witnesses = _witnesses(dossier, names, statement.evidence)
    if not all(speak_alike(claim, witness.claim) for claim in claims for witness in _all(witnesses)):
        return
    found = [part for claim in claims for part in _of_sentence(claim, witnesses)]
    yield from found or _by_predicate(witnesses)


def _witnesses(dossier: Dossier, names: NameIndex, evidence: Iterable[Evidence]) -> Witnesses:
    found: dict[SourceId, list[Witness]] = {}
    for item in evidence:
        language = dossier.sources[item.source].bibliography.language
        found.setdefault(item.source, []).extend(witnesses_of(item.sentence, item.within, language, names))
    return found


def _all(witnesses: Witnesses) -> Iterator[Witness]:
    return (witness for each in witnesses.values() for witness in each)


def _of_sentence(claim: Claim, witnesses: Witnesses) -> Iterator[Borne]:
    """The clauses of a sentence that tell who bears them, without those that say who says it."""
    printed = {source: _printed(claim, each) for source, each in witnesses.items()}
    for clause in claim.clauses:
        words = [] if clause.speaker else _to_be_proved(claim, clause)
        shares = {source: _share(claim, words, has) for source, has in printed.items()}
        most = max(shares.values(), default=Fraction())
        bearers = tuple(source for source, share in shares.items() if share >= min(most, BORNE))
        if most >= BORNE or (most and len(bearers) == 1):
            yield Borne(spelt(claim, stretch(claim, range(clause.first, clause.last))), bearers)


def _to_be_proved(claim: Claim, clause: Clause) -> list[int]:
    inside = (at for at in range(clause.first, clause.last) if at in claim.needed)
    return [at for at in inside if claim.words[at].kind not in _FROM_CONTEXT]


def _printed(claim: Claim, witnesses: Iterable[Witness]) -> frozenset[int]:
    """The words of a sentence that the quotations of one source have."""
    found: set[int] = set()
    for witness in witnesses:
        pairs = aligned(claim, witness.claim).pairs
        found |= {at for at, its in pairs.items() if witness.is_quoted(its)}
    return frozenset(found)


def _share(claim: Claim, words: Sequence[int], printed: frozenset[int]) -> Fraction:
    """How much of the words a source has; nothing if it lacks a number."""
    numbers = {at for at in words if claim.words[at].kind is WordKind.NUMBER}
    if not words or numbers - printed:
        return Fraction()
    return Fraction(sum(at in printed for at in words), len(words))


def _by_predicate(witnesses: Witnesses) -> Iterator[Borne]:
    """The sources in groups that verbs of their quotations connect, each a part of its own."""
    verbs = {source: list(_verbs(each)) for source, each in witnesses.items()}
    groups, sources = Groups(), tuple(verbs)
    for place, one in enumerate(sources):
        for other in sources[place + 1 :]:
            if any(match(mine, its) for mine in verbs[one] for its in verbs[other]):
                groups.join(one, other)
    together: dict[str, list[SourceId]] = {}
    for source in sources:
        together.setdefault(groups.of(source), []).append(source)
    yield from (Borne("", tuple(each)) for each in together.values())


def _verbs(witnesses: Iterable[Witness]) -> Iterator[Word]:
    for witness in witnesses:
        for at in witness.claim.needed:
            if witness.claim.words[at].kind is WordKind.VERB and witness.is_quoted(at):
                yield witness.claim.words[at]
