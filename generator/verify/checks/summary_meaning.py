"""A summary says what its article says: denials, certainty, directions and speakers, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.claims import Claim, Finding
from generator.model.diagnostics import About, Diagnostic, Severity
from generator.model.seals import SealedPassage
from generator.model.text import Span
from generator.text.assertions import claim_of_assertions
from generator.text.fingerprints import Sentence
from generator.text.names import NameIndex
from generator.verify.articles import position
from generator.verify.comparing.summary_rules import differences
from generator.verify.comparing.summed import Summed


def meaning_agrees(
    sentence: Sentence,
    span: Span,
    passages: Iterable[SealedPassage],
    near: Iterable[SealedPassage],
    names: NameIndex,
) -> Iterator[Diagnostic]:
    """What the sentence asserts is what those of the article assert that it sums up, as far as rules see.

    A language without lexicon is not compared so.
    """
    passages = tuple(passages)
    article = _claim(passages, sentence.language, names)
    if not article.has_lexicon or not article.words:
        return
    around = _claim(near, sentence.language, names)
    for finding in differences(Summed(sentence.asserts, article, around, names)):
        yield _problem(finding, sentence, span, passages)


def _claim(passages: Iterable[SealedPassage], language: str, names: NameIndex) -> Claim:
    assertions = (each for passage in passages for each in passage.claim.assertions)
    return claim_of_assertions(assertions, language, names)


def _problem(
    finding: Finding, sentence: Sentence, span: Span, passages: tuple[SealedPassage, ...]
) -> Diagnostic:
    where = ", ".join(position(passage.at) for passage in passages)
    printed = f"“{finding.printed}”" if finding.printed else "nothing of this"
    return Diagnostic(
        finding.code,
        f"the summary has “{finding.said}”; sentence {where} of the article has {printed}",
        span,
        Severity.WARNING,
        help=f"{finding.help}; or, if this sums up another sentence of it, correct `article:` in the seal,"
        " and run `briefing seal`",
        about=About(sentence.text, tuple(passage.sha256 for passage in passages)),
    )
