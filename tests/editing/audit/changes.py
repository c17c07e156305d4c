"""Altered copies of a summary: one digit, one name, one quoted word changed; one sentence copied."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator

from generator.editing.audit import LONGEST_RUN
from generator.editing.originals import Summary
from generator.model.sources import SourceFile
from generator.text.prose import Stretch

WORD = re.compile(r"[^\W\d_]+")
SENTENCE = re.compile(r"[^.!?\n]+[.!?]")


def _replaced(source: SourceFile, start: int, end: int, new: str) -> str:
    return source.body.text[:start] + new + source.body.text[end:]


def with_a_digit_changed(source: SourceFile) -> Iterator[str]:
    """Each digit of the text, changed into every other."""
    for digit in re.finditer(r"\d", source.body.text):
        for other in string.digits:
            if other != digit.group():
                yield _replaced(source, *digit.span(), other)


def with_a_name_changed(source: SourceFile) -> Iterator[str]:
    """Each name with one letter changed, and within sentences with another name instead.

    At the first place where it begins a sentence, and at the first where it does not.
    """
    summary = Summary(source)
    first = {(word.form, word.initial): (stretch, word) for stretch, word in reversed(summary.words)}
    for stretch, word in first.values():
        if word.form not in summary.mid_sentence:
            continue
        start, end = stretch.in_text(word.start, word.end)
        name = source.body.text[start:end]
        letter = max(place for place, each in enumerate(name) if each.isalpha())
        other = ("q" if name[letter] != "q" else "v") if name[letter].islower() else "Q"
        yield _replaced(source, start, end, name[:letter] + other + name[letter + 1 :])
        if not word.initial:
            yield _replaced(source, start, end, "Zwillnick")


def with_a_quoted_word_changed(source: SourceFile) -> Iterator[str]:
    """Each word between quotation marks, changed, with another before it, and left out if others remain."""
    for stretch, quotation in _quotations(source):
        for word in WORD.finditer(stretch.plain, quotation[0], quotation[1]):
            start, end = stretch.in_text(*word.span())
            yield _replaced(source, start, end, "zwillnick")
            yield _replaced(source, start, start, "not ")


def _quotations(source: SourceFile) -> Iterator[tuple[Stretch, tuple[int, int]]]:
    for stretch in Summary(source).stretches:
        for quotation in stretch.quoted_texts:
            yield stretch, (quotation.start, quotation.end)


def with_a_sentence_copied(source: SourceFile, original: str) -> Iterator[str]:
    """The text, and below it a sentence of the original: each that is longer than may be shared."""
    for sentence in SENTENCE.findall(original):
        outside = re.sub(r"[“‘][^”’]*[”’]", " ", sentence)
        if len(outside.split()) > LONGEST_RUN + 2:
            yield f"{source.body.text}\n\n{sentence.strip()}"
