"""What `briefing suggest disagreements` prints: sentences of different sources that may be contradictory.

Two sentences are compared if they share `FEWEST` words that say something, and at least `ALIKE` of the
shorter one. They are proposed if one slot of a clause differs: a quantity of one unit has another value,
words are contraries, one denies what the other says, another name stands where all else is alike, or one is
surer. Whether that is a contradiction only an editor can tell: many are two sides of one thing, or two
moments. What two sources say in quite different words is not found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from generator.editing.quoting import in_quotes, slug
from generator.model.claims import Claim, Clause, Word, WordKind
from generator.model.evidence import Evidence
from generator.model.facts import Dispute, Dossier, Source
from generator.model.text import SourceId
from generator.model.values import parts_of
from generator.reports.full import visible
from generator.text.clauses import claim_of
from generator.text.names import Label, NameIndex, is_exact
from generator.verify.comparing.alignment import Alignment, ClausePair, aligned

FEWEST = 2
ALIKE = 0.5
MOST = 40
"""How many are printed, those that share most words first."""
SURER_BY = 2
MOST_ALIKE = 0.75
_ASIDE = (WordKind.DATE, WordKind.NUMBER)

HEADING = (
    "# Sentences of different sources that may contradict each other, by what differs and words shared.\n"
    "# Keep what is a disagreement: paste it below `disputes:` of a briefing, a round or the timeline, put\n"
    "# the question, and say in words of your own what each source answers.\n"
)
NOTHING = "# No two sentences of different sources that share their words differ in what they say.\n"


class Slot(StrEnum):
    """What differs, what is most often a contradiction first."""

    QUANTITY = "quantity"
    DIRECTION = "direction"
    POLARITY = "polarity"
    PARTY = "party"
    CERTAINTY = "certainty"


Reason = tuple[Slot, str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a source."""

    source: SourceId
    text: str
    claim: Claim

    @property
    def senses(self) -> frozenset[str]:
        """What its words may mean, values aside."""
        return frozenset(sense for at in _telling(self.claim) for sense in self.claim.words[at].senses)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sentences that differ in a slot: how many words they share, which slot, and how."""

    first: _Sentence
    second: _Sentence
    shared: int
    slot: Slot
    how: str


def disagreements(dossier: Dossier) -> str:
    """YAML of disputes: a pair of sentences each, with the reason for which it is proposed."""
    known = _told(dossier)
    found = [pair for pair in _pairs(dossier) if not _is_told(pair, known)]
    order = list(Slot)
    found.sort(key=lambda pair: (order.index(pair.slot), -pair.shared, pair.first.text, pair.second.text))
    if not found:
        return NOTHING
    left = f"# {len(found) - MOST} more share fewer words.\n" if len(found) > MOST else ""
    taken = set[str]()
    return "\n".join((HEADING, *(_yaml(pair, taken) for pair in found[:MOST]))) + left


def _pairs(dossier: Dossier) -> Iterator[_Pair]:
    names = NameIndex.build(
        Label(entry.id, form, exact=is_exact(form))
        for entry in dossier.entries.values()
        for form in (entry.pref_label, *entry.alt_labels)
    )
    by_source = {name: list(_sentences(source, names)) for name, source in dossier.sources.items()}
    for one, other in combinations(by_source, 2):
        for first in by_source[one]:
            for second in by_source[other]:
                if (
                    first.claim.language == second.claim.language
                    and len(first.senses & second.senses) >= FEWEST
                ):
                    yield from _compared(first, second)


def _sentences(source: Source, names: NameIndex) -> Iterator[_Sentence]:
    for paragraph in source.body.paragraphs:
        for passage in paragraph.passages:
            text = " ".join(source.body.text[passage.start : passage.end].split())
            claim = claim_of(text, source.bibliography.language, names)
            if claim.has_lexicon:
                yield _Sentence(source.id, text, claim)


def _compared(first: _Sentence, second: _Sentence) -> Iterator[_Pair]:
    alignment = aligned(first.claim, second.claim)
    shared = _shared(alignment)
    shorter = min(len(_telling(first.claim)), len(_telling(second.claim)))
    is_alike = len(shared) >= max(FEWEST, ALIKE * shorter)
    reason = min(_reasons(alignment), key=lambda each: list(Slot).index(each[0]), default=None)
    reason = reason if is_alike else None
    if reason:
        yield _Pair(first, second, len(shared), *reason)


def _telling(claim: Claim) -> frozenset[int]:
    """The words that say something, values aside."""
    return frozenset(at for at in claim.needed if claim.words[at].kind not in _ASIDE)


def _shared(alignment: Alignment) -> frozenset[int]:
    return _telling(alignment.statement) & alignment.pairs.keys()


def _reasons(alignment: Alignment) -> Iterator[Reason]:
    said, printed = alignment.statement, alignment.evidence
    for at, its in alignment.contrary.items():
        if alignment.companions(at, its) >= FEWEST:
            yield Slot.DIRECTION, f"“{said.words[at].form}” against “{printed.words[its].form}”"
    for clause in alignment.clauses:
        if quantities := _quantities(alignment, clause):
            yield Slot.QUANTITY, " against ".join(quantities)
        if len(clause.pairs) >= FEWEST and clause.share >= ALIKE:
            yield from _of_clause(alignment, clause)


def _of_clause(alignment: Alignment, clause: ClausePair) -> Iterator[Reason]:
    said, printed = alignment.statement, alignment.evidence
    for at, its in clause.pairs:
        mine, other, form = said.manners[at], printed.manners[its], said.words[at].form
        if said.words[at].kind is not WordKind.VERB:
            continue
        if mine.is_negated is not other.is_negated:
            yield Slot.POLARITY, f"“{form}” is denied in one of them"
        if abs(mine.certainty - other.certainty) >= SURER_BY:
            yield Slot.CERTAINTY, f"one is surer of “{form}”"
    if parties := _parties(alignment, clause):
        yield Slot.PARTY, " against ".join(parties)


def _quantities(alignment: Alignment, clause: ClausePair) -> tuple[str, str] | None:
    """Two numbers of one unit that differ, in clauses that share other words."""
    for mine in _words(alignment.statement, clause.mine):
        for other in _words(alignment.evidence, clause.other):
            if not (mine.quantity and other.quantity and mine.senses.isdisjoint(other.senses)):
                continue
            if mine.quantity.unit == other.quantity.unit:
                return f"“{mine.form}”", f"“{other.form}”"
    return None


def _words(claim: Claim, clause: Clause) -> tuple[Word, ...]:
    return claim.words[clause.first : clause.last]


def _names(claim: Claim, clause: Clause) -> list[int]:
    inside = range(clause.first, clause.last)
    return [at for at in inside if claim.words[at].kind is WordKind.NAME]


def _parties(alignment: Alignment, clause: ClausePair) -> tuple[str, str] | None:
    """The one name of each of two clauses that are alike otherwise, if these are two names."""
    said, printed = alignment.statement, alignment.evidence
    mine, its = _names(said, clause.mine), _names(printed, clause.other)
    if len(mine) != 1 or len(its) != 1 or mine[0] in alignment.pairs or its[0] in alignment.taken:
        return None
    inside = range(clause.mine.first, clause.mine.last)
    others = [at for at in inside if at in said.needed and at != mine[0]]
    alike = sum(at in alignment.pairs for at in others)
    if len(others) < FEWEST or alike < MOST_ALIKE * len(others):
        return None
    return f"“{said.words[mine[0]].form}”", f"“{printed.words[its[0]].form}”"


def _told(dossier: Dossier) -> list[Mapping[SourceId, list[str]]]:
    """For each dispute and each thing measured that there is, the sentences that it rests on."""
    asked = parts_of((*dossier.briefings.values(), *dossier.rounds(), dossier.disputes), Dispute)
    found: list[Mapping[SourceId, list[str]]] = []
    for value in (*asked, *dossier.measurands.values()):
        sentences: dict[SourceId, list[str]] = {}
        for item in parts_of(value, Evidence):
            sentences.setdefault(item.source, []).append(item.sentence)
        found.append(sentences)
    return found


def _is_told(pair: _Pair, known: list[Mapping[SourceId, list[str]]]) -> bool:
    return any(
        all(
            any(each.text in " ".join(sentence.split()) for sentence in sentences.get(each.source, ()))
            for each in (pair.first, pair.second)
        )
        for sentences in known
    )


def _yaml(pair: _Pair, taken: set[str]) -> str:
    shared = sorted(pair.first.senses & pair.second.senses, key=lambda sense: (-len(sense), sense))
    name = slug(f"{pair.first.source} {pair.second.source} {shared[0]}", taken)
    lines = [
        f"# {pair.slot}: {visible(pair.how)}",
        f"- id: {name}",
        f"  question: {in_quotes('Which of the two holds?')}",
        "  positions:",
    ]
    for each in (pair.first, pair.second):
        quoted = in_quotes(each.text)
        lines += [f"    - text: {quoted}", f"      cite: [{{source: {each.source}, exact: {quoted}}}]"]
    return "\n".join((*lines, ""))
