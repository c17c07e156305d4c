"""The names and terms in a source: those that are sure, those that an editor settled, and the doubtful."""

import re
from collections.abc import Iterator, Sequence

from generator.model.content import NOBODY, Corpus, MentionRecord, SourceDraft
from generator.model.diagnostics import Diagnostic
from generator.model.evidence import DoubtfulMention, Mention
from generator.model.text import EntryId
from generator.text.names import NameIndex
from generator.text.tokens import is_boundary

Found = tuple[tuple[Mention, ...], tuple[DoubtfulMention, ...]]


def mentions_in(draft: SourceDraft, names: NameIndex) -> Found:
    """The mentions of a source's text, and the doubtful ones, each in the text's order."""
    text = draft.file.body.text
    settled = [
        (place, record) for record in draft.record.mentions for place in places_of(str(record.text), text)
    ]
    found = [each for each in names.found(text) if not _is_settled(each, settled)]
    decided = [
        Mention(EntryId(str(record.entry)), start, end, misspelt=False)
        for (start, end), record in settled
        if record.entry != NOBODY
    ]
    sure = [each for each in found if isinstance(each, Mention)]
    mentions = sorted((*sure, *decided), key=lambda each: (each.start, each.end))
    return tuple(mentions), tuple(each for each in found if isinstance(each, DoubtfulMention))


def _is_settled(
    found: Mention | DoubtfulMention, settled: Sequence[tuple[tuple[int, int], MentionRecord]]
) -> bool:
    return any(start < found.end and found.start < end for (start, end), _ in settled)


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text has these words, in this case of letters, whatever white space is between them."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for found in pattern.finditer(text):
        if is_boundary(text, found.start()) and is_boundary(text, found.end()):
            yield found.span()


def settled_mentions_stand_in_their_source(corpus: Corpus) -> Iterator[Diagnostic]:
    """Words whose meaning an editor settled are in the source, and settled once."""
    for draft in corpus.sources:
        seen: set[str] = set()
        for record in draft.record.mentions:
            words = " ".join(record.text.split())
            if words in seen:
                yield Diagnostic(
                    "mention-settled-twice",
                    f"“{words}” is settled twice for this source",
                    record.text.span,
                    help="keep one of the two",
                )
            elif not any(places_of(words, draft.file.body.text)):
                yield Diagnostic(
                    "mention-not-found",
                    f"the source does not have the words “{words}”",
                    record.text.span,
                    help="copy them as it prints them; `briefing suggest mentions` lists what is open",
                )
            seen.add(words)
