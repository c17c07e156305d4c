"""Rules for seals: they fit their summaries, show few of the article's words, and prove what is quoted."""

from collections.abc import Collection, Iterator

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.evidence import Statement, Voice
from generator.model.facts import Dossier, Source, all_statements
from generator.model.seals import Seal
from generator.model.sources import Rights
from generator.model.text import Span, Text
from generator.text.fingerprints import fingerprint, quoted_pieces, sentences_of
from generator.text.prose import QuotedText, quoted_texts, stretches_of
from generator.text.quotations import Searchable, places_of
from generator.text.tokens import normalise
from generator.verify.articles import AGAIN, position

MOST_NAMED = 5


def summaries_are_sealed(dossier: Dossier, unreadable: Collection[str]) -> Iterator[Diagnostic]:
    """A summary that names its article has a seal; one that cannot be read was reported as such."""
    for source in dossier.sources.values():
        original = source.bibliography.original
        is_summary = source.bibliography.rights is Rights.SUMMARY and original is not None
        if is_summary and source.seal is None and f"{source.id}.seal" not in unreadable:
            yield Diagnostic(
                "seal-missing",
                f"nothing ties the summary “{source.id}” to its article",
                original.file.span if original and isinstance(original.file, Text) else source.span,
                Severity.WARNING,
                help=AGAIN,
            )


def seals_fit_their_summaries(dossier: Dossier) -> Iterator[Diagnostic]:
    """Each sentence of a sealed summary is sealed as it stands, and stands in the article."""
    for source in dossier.sources.values():
        if source.seal:
            yield from _unfitting(source, source.seal)


def _unfitting(source: Source, seal: Seal) -> Iterator[Diagnostic]:
    original = source.bibliography.original
    if original and (seal.sha256 != original.sha256.lower() or seal.file != original.file):
        yield Diagnostic("seal-stale", "this seal is of another article", seal.span, help=AGAIN)
    sentences = sentences_of(source.body, source.bibliography.language)
    known = {sentence.sha256 for sentence in seal.sentences}
    for sentence in sentences:
        if sentence.sha256 not in known:
            span = source.body.span_of(sentence.start, sentence.end)
            yield Diagnostic("seal-stale", "this sentence is not sealed as it stands", span, help=AGAIN)
    standing = {sentence.sha256 for sentence in sentences}
    for sealed in seal.sentences:
        if sealed.sha256 not in standing and len(sentences) < len(seal.sentences):
            message = f"the summary has no such sentence as {position(sealed.at)} any more"
            yield Diagnostic("seal-stale", message, sealed.span, help=AGAIN)
        elif not sealed.article or any(seal.passage(place) is None for place in sealed.article):
            message = f"sentence {position(sealed.at)} of the summary is tied to no sentence of the article"
            help = "give the sentences that it sums up in `article:`, such as [8.2], and seal again"
            yield Diagnostic("seal-without-place", message, sealed.span, help=help)
    yield from _proposed(seal)


def _proposed(seal: Seal) -> Iterator[Diagnostic]:
    proposed = [sentence for sentence in seal.sentences if not sentence.reviewed]
    if proposed:
        named = ", ".join(position(sentence.at) for sentence in proposed[:MOST_NAMED])
        more = " …" if len(proposed) > MOST_NAMED else ""
        yield Diagnostic(
            "seal-not-reviewed",
            f"where {len(proposed)} of {len(seal.sentences)} sentences stand in the article, only a machine"
            f" says: {named}{more}",
            proposed[0].span,
            Severity.WARNING,
            help="run `briefing seal --review`; or read them beside the article, and write `reviewed: true`",
        )


def words_of_articles_stay_within_their_budget(dossier: Dossier) -> Iterator[Diagnostic]:
    """Beside a summary, no more words of its article are shown than of an article that may be quoted."""
    for source in dossier.sources.values():
        if source.seal is None:
            continue
        used, allowed = source.seal.words_in_use(), dossier.quote_budget.of(source.seal.words)
        if used > allowed:
            yield Diagnostic(
                "article-words-budget",
                f"{used} of the {source.seal.words} words of the article are shown, but {allowed} may be",
                source.seal.span,
                help="cite fewer words as `article:`, or quote less; then run `briefing seal`",
            )


def quotations_of_summaries_are_sealed(dossier: Dossier) -> Iterator[Diagnostic]:
    """What a sealed summary, or a statement over one, puts in quotation marks is in the article."""
    for source in dossier.sources.values():
        if source.seal:
            yield from _unproved_in(source, source.seal)
    searchables: dict[str, Searchable] = {}
    for statement in all_statements(dossier):
        for quoted in quoted_texts(statement.text):
            if _rests_on_seals(statement, dossier) and not _is_proved(
                quoted, statement, dossier, searchables
            ):
                yield _not_sealed(quoted, statement.span)


def _unproved_in(source: Source, seal: Seal) -> Iterator[Diagnostic]:
    known = {words.sha256 for words in seal.printed}
    for stretch in stretches_of(source.body):
        for quoted in stretch.quoted_texts:
            if not _is_sealed(quoted, known):
                span = source.body.span_of(*stretch.in_text(quoted.start, quoted.end))
                yield _not_sealed(quoted, span)


def _is_sealed(quoted: QuotedText, known: set[str]) -> bool:
    return all(
        any(fingerprint(reading) in known for reading in readings) for readings in quoted_pieces(quoted)
    )


def _rests_on_seals(statement: Statement, dossier: Dossier) -> bool:
    return any(dossier.sources[each.source].seal for each in statement.evidence)


def _is_proved(
    quoted: QuotedText, statement: Statement, dossier: Dossier, searchables: dict[str, Searchable]
) -> bool:
    """Whether a source that the statement cites prints these words, or has them as its title."""
    sources = [dossier.sources[each.source] for each in statement.evidence]
    known = {words.sha256 for source in sources if source.seal for words in source.seal.printed}
    if _is_sealed(quoted, known):
        return True
    if any(normalise(quoted.words) in normalise(source.bibliography.title) for source in sources):
        return True
    return any(
        places_of(reading, searchables.setdefault(source.id, Searchable(source.body)))
        for source in sources
        if source.bibliography.rights.voice is Voice.ARTICLE
        for reading in quoted.readings()
    )


def _not_sealed(quoted: QuotedText, span: Span) -> Diagnostic:
    return Diagnostic(
        "speech-not-sealed",
        f"nothing proves that the article has the words “{quoted.words}”",
        span,
        help=f"{AGAIN}; or say it without quotation marks",
    )
