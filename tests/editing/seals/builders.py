"""A small article and its summary, both invented, in a project that cites the summary."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from generator.editing.originals import OriginalFolder
from generator.editing.seal_text import text_of
from generator.editing.sealing import Sealing, align, with_words
from generator.model.content import Corpus, SourceDraft
from generator.model.evidence import InArticle
from generator.model.seals import Seal
from generator.model.sources import SourceText
from generator.read.corpus import read, seal_path
from generator.text.fingerprints import sentences_of
from generator.verify.content import names_of
from tests.support.projects import BASE, copy_of

ARTICLE = """\
Upton opens its bridge

The council of Upton opened the new bridge on Monday, 12 June. It cost 34 million pounds, far more than was \
planned, the Upton mayor, Ada Marsh, told the Herald. “We waited nine years,” she added.

Read more stories

Downton's mayor, Tom Reed, stayed away. He had asked for a tunnel in October.
"""
HEAD = """\
---
title: Upton opens its bridge
issued: 2023-06-13
rights: summary
original:
  file: bridge.txt
  sha256: {sha256}
---
"""
BODY = """\
Upton's council opened its new bridge on Monday 12 June. The mayor, Ada Marsh, put the cost at 34 million \
pounds in the Herald. They had "waited nine years", according to her.

Tom Reed, the mayor of Downton, did not come. In October he had wanted a tunnel.
"""
# Paragraph and sentence of the summary, and of the article.
PLACES = {"1.1": "1.1", "1.2": "1.2", "1.3": "1.3", "2.1": "2.1", "2.2": "2.2"}


def a_summary(body: str = BODY, article: str = ARTICLE) -> str:
    """The file of the summary."""
    return HEAD.format(sha256=hashlib.sha256(article.encode()).hexdigest()) + body


def a_project(folder: Path, *, article: str = ARTICLE, body: str = BODY) -> Path:
    """A valid project with the summary, unsealed, and the folder `originals` beside it."""
    project = copy_of(BASE, folder / "project")
    (project / "sources" / "bridge.md").write_text(a_summary(body, article), encoding="utf-8")
    (folder / "originals").mkdir()
    (folder / "originals" / "bridge.txt").write_bytes(article.encode())
    return project


def cite(project: Path, citation: str) -> None:
    """Have the first event cite besides."""
    path = project / "content" / "timeline.yml"
    here = '      - {source: herald, exact: "met the mayor of Downton on 9 March 2023"}\n'
    text = path.read_text(encoding="utf-8")
    assert here in text
    path.write_text(text.replace(here, f"{here}      - {citation}\n", 1), encoding="utf-8")


def corpus_of(project: Path) -> Corpus:
    """All that the project's authors wrote."""
    corpus, _ = read(project)
    assert corpus is not None
    return corpus


def draft_of(project: Path) -> SourceDraft:
    """The summary."""
    return next(draft for draft in corpus_of(project).sources if draft.file.id == "bridge")


def sealing_of(project: Path) -> Sealing:
    """The seal of the summary as it would be made now."""
    draft = draft_of(project)
    original = draft.file.bibliography.original
    assert original is not None
    text = OriginalFolder(project.parent / "originals").text_of(draft.file, original)
    assert isinstance(text, str), text
    corpus = corpus_of(project)
    return with_words(align(draft, original, text, names_of(corpus.glossary)), draft, corpus, text)


def write(project: Path, seal: Seal) -> Path:
    """Put the seal beside its summary."""
    path = project / seal_path(seal.source)
    path.write_text(text_of(seal), encoding="utf-8")
    return path


def at(position: str) -> InArticle:
    """The sentence that is written so."""
    paragraph, sentence = position.split(".")
    return InArticle(int(paragraph), int(sentence))


def as_if_always(seal: Seal, body: SourceText, language: str = "en") -> Seal:
    """The seal with the fingerprints of a summary's sentences as they are now."""
    now = {sentence.at: sentence.sha256 for sentence in sentences_of(body, language)}
    return replace(seal, sentences=tuple(replace(each, sha256=now[each.at]) for each in seal.sentences))
