"""Holds a seal against the article: made again, it is the same to the byte."""

from collections.abc import Iterator

from generator.editing.seal_text import text_of
from generator.editing.sealing import align, with_words
from generator.model.content import Corpus, SourceDraft
from generator.model.diagnostics import Diagnostic
from generator.model.text import Span
from generator.read.corpus import seal_path
from generator.verify.content import names_of

LONGEST_SHOWN = 80


def seal_is_of_its_article(
    draft: SourceDraft, corpus: Corpus, article: str, written: bytes
) -> Iterator[Diagnostic]:
    """The file of a seal is what `briefing seal` makes of summary and article, with the places it gives.

    So its fingerprints, its facts and its words of the article are the article's; whoever changed one of them
    cannot have changed the article.
    """
    original = draft.file.bibliography.original
    if original is None:
        return
    sealing = align(draft, original, article, names_of(corpus.glossary))
    wanted = text_of(with_words(sealing, draft, corpus, article).seal).encode()
    if written == wanted:
        return
    lines, others = written.split(b"\n"), wanted.split(b"\n")
    pairs = enumerate(zip(lines, others, strict=False), start=1)
    number = next((at for at, (line, other) in pairs if line != other), min(len(lines), len(others)))
    shown = others[min(number, len(others)) - 1].decode(errors="replace").strip()[:LONGEST_SHOWN]
    yield Diagnostic(
        "original-not-as-sealed",
        "the seal is not what the article gives",
        Span.at(seal_path(draft.file.id), number),
        help=f"this line should be “{shown}”: find out who changed it; `briefing seal` makes the seal anew",
    )
