"""Makes the seal of a summary: its sentences tied to those of the article, with what these give as facts.

What somebody has corrected or reviewed is kept as long as the sentence stands; what is new is proposed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from generator.editing.originals import article_of
from generator.editing.proposing import DOUBTFUL, propose
from generator.model.content import CitationRecord, Corpus, SourceDraft
from generator.model.diagnostics import Diagnostic, Edit
from generator.model.evidence import InArticle
from generator.model.seals import Seal, SealedPassage, SealedSentence, SealedWords, sentences_at
from generator.model.sources import Original, SourceText
from generator.model.text import Span, Text
from generator.text.fingerprints import Sentence, fingerprint, quoted_pieces, sentences_of
from generator.text.names import NameIndex
from generator.text.prose import QuotedText, Stretch, quoted_texts, stretches_of
from generator.text.quotations import Found, Searchable, locate, nearest, places_of
from generator.text.tokens import word_ranges


@dataclass(frozen=True, slots=True)
class Use:
    """Words of an article that a summary or the content shows, and the sentences in which to look first.

    `readings` are the forms that they may have there; `cited` is where an author cites them, None of speech
    that is quoted.
    """

    readings: tuple[str, ...]
    near: tuple[InArticle, ...]
    cited: Text | None = None


@dataclass(frozen=True, slots=True)
class Sealing:
    """A seal in the making, with the sentences of both texts, and how much speaks for each proposal."""

    seal: Seal
    summary: tuple[Sentence, ...]
    article: tuple[Sentence, ...]
    shares: Mapping[InArticle, float]
    problems: tuple[Diagnostic, ...] = ()

    def doubtful(self) -> tuple[SealedSentence, ...]:
        """The sentences that nobody reviewed and for whose place little speaks."""
        return tuple(
            sentence
            for sentence in self.seal.sentences
            if not sentence.reviewed and self.shares.get(sentence.at, 1.0) < DOUBTFUL
        )

    def with_sentence(self, changed: SealedSentence) -> "Sealing":
        """The same with another place for a sentence."""
        sentences = tuple(changed if each.at == changed.at else each for each in self.seal.sentences)
        return replace(self, seal=replace(self.seal, sentences=sentences))


def align(draft: SourceDraft, original: Original, text: str, names: NameIndex) -> Sealing:
    """The seal of a summary whose article has this text, without the words that are shown of it."""
    body, article = draft.file.body, article_of(text)
    language = draft.file.bibliography.language
    own, others = sentences_of(body, language, names), sentences_of(article, language, names)
    sentences, shares = _aligned(own, others, draft.seal)
    seal = Seal(
        source=draft.file.id,
        file=str(original.file),
        sha256=original.sha256.lower(),
        paragraphs=len(article.paragraphs),
        words=sum(sentence.words for sentence in others),
        passages=tuple(SealedPassage(each.at, each.words, each.sha256, each.claim) for each in others),
        sentences=sentences,
        printed=(),
        span=Span.at(body.path),
    )
    return Sealing(seal, own, others, shares)


def _aligned(
    own: Sequence[Sentence], others: Sequence[Sentence], known: Seal | None
) -> tuple[tuple[SealedSentence, ...], dict[InArticle, float]]:
    kept = _kept(own, others, known) if known else {}
    found, shares = [], {}
    for sentence, proposal in zip(own, propose(own, others), strict=True):
        before = kept.get(sentence.at)
        places = before.article if before else tuple(others[each].at for each in proposal.passages)
        is_reviewed = before is not None and before.reviewed
        shares[sentence.at] = proposal.share
        found.append(SealedSentence(sentence.at, sentence.sha256, places, is_reviewed, Span.at("")))
    return tuple(found), shares


def _kept(
    own: Sequence[Sentence], others: Sequence[Sentence], known: Seal
) -> dict[InArticle, SealedSentence]:
    """What an earlier seal says of the sentences that stand as they did, or in the place of one that did.

    The latter, and those whose sentences in the article changed, lose their review.
    """
    moved = _moved(others, known)
    found: dict[InArticle, SealedSentence] = {}
    matcher = SequenceMatcher(None, [e.sha256 for e in known.sentences], [e.sha256 for e in own], False)
    for change, first, last, start, end in matcher.get_opcodes():
        if change == "equal" or (change == "replace" and last - first == end - start):
            for before, now in zip(known.sentences[first:last], own[start:end], strict=True):
                places = [moved.get(place) for place in before.article]
                if places and all(places):
                    reviewed = before.reviewed and change == "equal"
                    article = tuple(place for place in places if place)
                    found[now.at] = replace(before, at=now.at, article=article, reviewed=reviewed)
    return found


def _moved(others: Sequence[Sentence], known: Seal) -> dict[InArticle, InArticle]:
    """Where the sentences of the article that was sealed stand now; those that changed stand nowhere."""
    matcher = SequenceMatcher(None, [e.sha256 for e in known.passages], [e.sha256 for e in others], False)
    return {
        known.passages[block.a + step].at: others[block.b + step].at
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def with_words(sealing: Sealing, draft: SourceDraft, corpus: Corpus, text: str) -> Sealing:
    """The seal with the words of the article that the summary quotes and the content cites or quotes.

    Words that the article does not have are problems.
    """
    shown = _Shown(article_of(text))
    printed: dict[tuple[str, InArticle], SealedWords] = {}
    problems = []
    for use in _uses(sealing.seal, draft, corpus):
        found = shown.find(use)
        if found:
            printed[found.sha256, found.at] = found
        elif use.cited is not None:
            problems.append(shown.not_found(use.cited))
    words = tuple(sorted(printed.values(), key=_in_order))
    return replace(sealing, seal=replace(sealing.seal, printed=words), problems=tuple(problems))


def _in_order(words: SealedWords) -> tuple[int, int, int, int]:
    return words.at.paragraph, words.at.sentence, words.first, words.words


def _uses(seal: Seal, draft: SourceDraft, corpus: Corpus) -> Iterator[Use]:
    """All words of the article that are shown: first those of the summary, then those of the content."""
    body = draft.file.body
    searchable = Searchable(body)
    for stretch in stretches_of(body):
        for quoted in stretch.quoted_texts:
            near = _summed_up(seal, body, [stretch.in_text(quoted.start, quoted.end)])
            yield from (Use(readings, near) for readings in quoted_pieces(quoted))
    for record in corpus.sourced():
        cited = [citation for citation in record.cite if str(citation.source) == draft.file.id]
        places = {id(citation): _near(citation, seal, searchable) for citation in cited}
        for citation in cited:
            if citation.article:
                yield Use((citation.article,), places[id(citation)], citation.article)
        near = tuple(place for citation in cited for place in places[id(citation)])
        for quoted in _quoted_by(record.assertions()) if cited else ():
            yield from (Use(readings, near) for readings in quoted_pieces(quoted))


def _quoted_by(texts: Iterable[str]) -> Iterator[QuotedText]:
    for text in texts:
        yield from quoted_texts(text)


def _near(citation: CitationRecord, seal: Seal, searchable: Searchable) -> tuple[InArticle, ...]:
    found = locate(citation.exact, citation.prefix, citation.suffix, searchable)
    return _summed_up(seal, searchable.source, found.ranges) if isinstance(found, Found) else ()


def _summed_up(seal: Seal, body: SourceText, ranges: Iterable[tuple[int, int]]) -> tuple[InArticle, ...]:
    """The sentences of the article that those of the summary at these ranges sum up."""
    inside = sentences_at(body, ranges)
    return tuple(place for sentence in seal.sentences if sentence.at in inside for place in sentence.article)


class _Shown:
    """An article in which words are looked up that are shown elsewhere."""

    def __init__(self, article: SourceText) -> None:
        self._article = article
        self._searchable = Searchable(article)
        stretches = [Stretch(article.text[p.start : p.end], p.start) for p in article.paragraphs]
        self._speech = [
            stretch.in_text(quoted.start, quoted.end)
            for stretch in stretches
            for quoted in stretch.quoted_texts
        ]

    def find(self, use: Use) -> SealedWords | None:
        """The words where the article has them, in the sentences looked at first if they stand there."""
        found = [
            self._sealed(place, reading)
            for reading in use.readings
            for place in places_of(reading, self._searchable)
        ]
        return next((each for each in found if each.at in use.near), found[0] if found else None)

    def _sealed(self, found: Found, words: str) -> SealedWords:
        start, end = found.ranges[0]
        at = sentences_at(self._article, found.ranges)[0]
        passage = self._article.paragraphs[at.paragraph - 1].passages[at.sentence - 1]
        begins = len(word_ranges(self._article.text[passage.start : start]))
        # A word that is cut where the passage begins, such as “semi” of “semi-conductors”, counts whole.
        first = begins if self._article.text[start - 1 : start].strip(" \n“‘\"'(") and begins else begins + 1
        count = len(word_ranges(self._article.text[start:end]))
        is_speech = any(first_ <= start and end <= last for first_, last in self._speech)
        return SealedWords(at, first, count, fingerprint(words), is_speech)

    def not_found(self, words: Text) -> Diagnostic:
        """That the article does not have words which an author cites, with those that it has instead."""
        near = nearest(words, self._searchable)
        same = near and _letters(near.text) == _letters(words)
        return Diagnostic(
            "original-lacks-words",
            f"the article does not have the words “{words}”",
            words.span,
            help=f"the nearest words are “{near.text}”" if near else "cite the article's own words",
            edits=(Edit(words.span, f'"{near.text}"'),) if near and same and '"' not in near.text else (),
        )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
