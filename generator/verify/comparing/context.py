"""What a rule of comparing sees: a statement, one piece of its evidence, and all that is known besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model.claims import Claim, Clause, Finding, Word, WordKind
from generator.text.clauses import claim_of
from generator.text.edits import Token
from generator.text.names import NameIndex
from generator.text.numerals import primary
from generator.text.prose import sentences
from generator.verify.comparing.alignment import Alignment

Range = tuple[int, int]
HELP: Mapping[str, str] = {
    "name-differs": "name whom the evidence names, or quote the words that do",
    "date-differs": "give the date that the evidence gives",
    "number-differs": "give the number and unit of the evidence",
    "counted-differs": "say what the number counts in the evidence",
    "bound-differs": "keep the bound",
    "roles-differ": "keep who does it, and to whom",
    "word-exchanged": "use the word of the evidence",
    "more-than-evidence": "leave it out, or cite what says it",
    "quantifier-raised": "keep how many the evidence says",
    "certainty-raised": "keep how surely the evidence says it",
    "condition-dropped": "say on what it depends",
    "denial-differs": "deny what the evidence denies, no more and no less",
    "direction-differs": "say it as the evidence does",
    "speaker-differs": "say who says it in the evidence",
    "denial-not-in-article": "deny what the article denies, no more and no less",
    "direction-not-in-article": "say it as the article does",
    "certainty-not-in-article": "say it as surely as the article does",
    "speaker-not-in-article": "say who says or thinks it in the article",
}
"""What mends a difference, by its code; a rule that knows better says so."""
CUT = "quotation-cut"
"""The code of a difference that comes of what a quotation leaves out of its sentence."""
DENIES = frozenset({"negator", "denial"})
"""Marks of words that deny something."""
SPEECH = frozenset({"reporting", "cognition", "attribution", "soft"})
"""Marks of words that only tell who says, thinks or feels something."""
OPEN = frozenset({"condition", "question", "cognition", "soft"})
"""Marks of words that leave open whether something is so."""
DIRECT = 3
"""Up to how many words before another one bears on it directly."""
FEW = 4
"""So many words that two claims share are few."""
ALIKE = 0.7
"""From this share of words in common on, two clauses tell of the same."""
_BRIDGED = 3
"""Up to how many words on, two words of a claim are shown with what stands between them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, and where in the text it starts."""

    claim: Claim
    start: int = 0


@dataclass(frozen=True, slots=True)
class Witness:
    """A sentence that holds a quotation, or a part of it, and where in it the quoted words stand.

    `before` is the claim of the sentence before, to which pronouns may point; `place` that of the evidence in
    the statement's list, `start` where the sentence begins in what the evidence has as its sentence.
    """

    claim: Claim
    within: tuple[Range, ...]
    before: Claim | None = None
    place: int = 0
    start: int = 0
    left_out: tuple[Range, ...] = ()
    """What of the sentence stands between two pieces of the quotation, where it has `[…]`."""

    def is_left_out(self, at: int) -> bool:
        """Whether a word of the sentence is among those that `[…]` stands for."""
        word = self.claim.words[at]
        return any(start <= word.start and word.end <= end for start, end in self.left_out)

    def is_quoted(self, at: int) -> bool:
        """Whether a word of the sentence is among those that are quoted."""
        word = self.claim.words[at]
        return any(start < word.end and word.start < end for start, end in self.within)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the quotations, as claims: proved fields of the item and its page."""

    claims: tuple[Claim, ...] = ()
    senses: frozenset[str] = frozenset()
    has_condition: bool = False
    """Whether a field of the item tells on what the statement depends."""
    is_planned: bool = False
    """Whether the item is one of what somebody undertook to do, so that its statement tells no more."""


@dataclass(frozen=True, slots=True)
class Case:
    """A statement held against one of its pieces of evidence; `known` has the senses of all there is."""

    statement: Claim
    witness: Witness
    alignment: Alignment
    known: frozenset[str]
    printed: tuple[Claim, ...]
    context: Context = Context()
    is_attributed: bool = False
    """Whether another sentence of the statement tells who says this one."""

    @property
    def is_across_languages(self) -> bool:
        """Whether statement and evidence are in different languages."""
        return primary(self.statement.language) != primary(self.evidence.language)

    @property
    def has_condition(self) -> bool:
        """Whether a field of the item tells on what the statement depends."""
        return self.context.has_condition

    @property
    def is_planned(self) -> bool:
        """Whether the statement tells what somebody undertook to do."""
        return self.context.is_planned

    @property
    def evidence(self) -> Claim:
        """The claim of the sentence that holds the quotation."""
        return self.witness.claim

    def cut(self, operators: Sequence[int]) -> bool:
        """Whether words that decide what the sentence asserts stand outside of what is quoted of it."""
        return bool(operators) and not any(self.witness.is_quoted(at) for at in operators)

    def finding(
        self, code: str, said: Sequence[int], printed: Sequence[int], help: str | None = None
    ) -> Finding:
        """A difference between words of the statement and of the evidence, given by their indices."""
        return replace(
            self.between(code, stretch(self.statement, said), stretch(self.evidence, printed), help),
            said=shown(self.statement, said),
            printed=shown(self.evidence, printed),
        )

    def between(
        self, code: str, said: Range | None, printed: Range | None, help: str | None = None
    ) -> Finding:
        """A difference between what stands in the statement and in the evidence at two ranges."""
        return Finding(
            code,
            spelt(self.statement, said),
            spelt(self.evidence, printed),
            said,
            printed,
            self.witness.place,
            help or HELP[code],
        )


def sentences_of(text: str, language: str, names: NameIndex) -> tuple[Sentence, ...]:
    """The claims of a text, sentence by sentence."""
    return tuple(
        Sentence(claim_of(text[start:end], language, names), start)
        for start, end in sentences(text, language)
    )


def witnesses_of(
    sentence: str, within: Sequence[Range], language: str, names: NameIndex, before: str = "", place: int = 0
) -> tuple[Witness, ...]:
    """A quotation's sentence as evidence; several sentences are as many witnesses."""
    found: list[Witness] = []
    previous = claim_of(before, language, names) if before else None
    jumps = [(end, start) for (_, end), (start, _) in pairwise(sorted(within))]
    for part in sentences_of(sentence, language, names):
        end = part.start + len(part.claim.text)
        inside, left_out = (tuple(_inside(each, part.start, end)) for each in (within, jumps))
        found.append(Witness(part.claim, inside, previous, place, part.start, left_out))
        previous = part.claim
    return tuple(found)


def _inside(ranges: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """What of some ranges lies in `[start, end)`, as positions in that."""
    return (
        (max(first, start) - start, min(last, end) - start)
        for first, last in ranges
        if first < end and start < last
    )


def stretch(claim: Claim, words: Sequence[int]) -> Range | None:
    """From the first to the last of some words, in the claim's text; None if there are none."""
    if not words:
        return None
    return claim.words[min(words)].start, claim.words[max(words)].end


def shown(claim: Claim, words: Sequence[int]) -> str:
    """The words as the claim's text has them; where words between are left out, an ellipsis stands."""
    pieces: list[list[int]] = []
    for at in sorted(set(words)):
        if pieces and at <= pieces[-1][-1] + _BRIDGED:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    return " … ".join(spelt(claim, stretch(claim, piece)) for piece in pieces)


def spelt(claim: Claim, at: Range | None) -> str:
    """What a claim's text has at a range."""
    return claim.text[at[0] : at[1]] if at else ""


Findings = Iterator[Finding]


def speak_alike(statement: Claim, evidence: Claim) -> bool:
    """Whether both are in one language, and there is a lexicon for it."""
    same = primary(statement.language) == primary(evidence.language)
    return same and statement.has_lexicon and evidence.has_lexicon


def asks(claim: Claim) -> bool:
    """Whether it only asks, such as “Whether the weir will close”."""
    return claim.is_question or (bool(claim.words) and "interrogative" in claim.words[0].marks)


def has_verb(claim: Claim, clause: Clause) -> bool:
    """Whether a clause tells something, rather than naming a thing."""
    return any(
        word.kind is WordKind.VERB or "auxiliary" in word.marks
        for word in claim.words[clause.first : clause.last]
    )


def place_of(tokens: Sequence[Token]) -> Range | None:
    """From the first to the last of some words of a text; None if there are none."""
    return (tokens[0].start, tokens[-1].end) if tokens else None


def words_at(claim: Claim, tokens: Sequence[Token]) -> list[Word]:
    """The words of a claim that stand where the tokens do."""
    return [
        word
        for word in claim.words
        if any(token.start < word.end and word.start < token.end for token in tokens)
    ]


def all_values(claims: Iterator[Claim]) -> frozenset[str]:
    """The senses of all words of some claims."""
    return frozenset(sense for claim in claims for word in claim.words for sense in word.senses)
