"""What a seal proves of a citation: where in the article its sentence stands, and words there."""

from collections.abc import Iterator

from generator.model.content import CitationRecord
from generator.model.diagnostics import Diagnostic
from generator.model.evidence import InArticle, Printed
from generator.model.seals import LONGEST_PASSAGE, Seal, SealedWords
from generator.model.sources import Rights, SourceFile
from generator.model.text import Text
from generator.text.fingerprints import fingerprint
from generator.text.tokens import word_ranges

AGAIN = "run `briefing seal` with the article at hand"


def position(at: InArticle) -> str:
    """A sentence by its paragraph and number, as seals write it: 8.2."""
    return f"{at.paragraph}.{at.sentence}"


def proved_words(
    citation: CitationRecord, seal: Seal | None, places: tuple[InArticle, ...]
) -> Printed | None:
    """The words of the article that a citation gives, if the seal has them in one of the sentences."""
    if citation.article is None or seal is None:
        return None
    found = _sealed(seal, citation.article)
    words = next((each for each in found if each.at in places), None)
    exact = " ".join(citation.article.split())
    return Printed(exact, words.at, words.is_speech) if words else None


def _sealed(seal: Seal, words: str) -> tuple[SealedWords, ...]:
    wanted = fingerprint(words)
    return tuple(each for each in seal.printed if each.sha256 == wanted)


def faults_of_words(
    citation: CitationRecord, source: SourceFile, seal: Seal | None, places: tuple[InArticle, ...]
) -> Iterator[Diagnostic]:
    """Why words of the article may not be cited so."""
    words = citation.article
    if words is None:
        return
    if source.bibliography.rights is not Rights.SUMMARY:
        yield Diagnostic(
            "article-words-needless",
            f"“{source.id}” holds the article's own words already",
            words.span,
            help="cite them as `exact:`, and leave out `article:`",
        )
        return
    found = _sealed(seal, words) if seal else ()
    if seal is None or not found:
        yield Diagnostic(
            "article-words-not-sealed",
            f"nothing proves that the article of “{source.id}” has these words",
            words.span,
            help=AGAIN,
        )
    elif not any(each.at in places for each in found):
        yield _elsewhere(words, found, places)
    else:
        yield from _too_many(words, seal, found)


def _elsewhere(words: Text, found: tuple[SealedWords, ...], places: tuple[InArticle, ...]) -> Diagnostic:
    summed = ", ".join(map(position, places)) or "nothing"
    return Diagnostic(
        "article-words-elsewhere",
        f"the article has these words in {position(found[0].at)}, but what is cited sums up {summed}",
        words.span,
        help="cite words of the sentences that are summed up; or mend `article:` in the seal, and seal again",
    )


def _too_many(words: Text, seal: Seal, found: tuple[SealedWords, ...]) -> Iterator[Diagnostic]:
    if any(each.is_speech for each in found):
        return
    count = len(word_ranges(words))
    if count > LONGEST_PASSAGE:
        yield Diagnostic(
            "article-words-too-long",
            f"these are {count} running words of the article; {LONGEST_PASSAGE} are the most",
            words.span,
            help="cite fewer words: those that hold the figure, the name or the claim",
        )
    elif any((passage := seal.passage(each.at)) and each.words >= passage.words for each in found):
        yield Diagnostic(
            "article-words-whole-sentence",
            "this is a whole sentence of the article",
            words.span,
            help="cite a part of it",
        )
