"""How many wrong numbers the checks catch: each number of the content is changed, one at a time.

    python -m benchmarks.mutations [project]

Two groups: numbers in what authors write, and numbers in the words that they quote. Not changed: ids,
dates, and the editor's own account (`reason`, `…_basis`), which nothing can prove.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from generator.model.content import Corpus, Record, SourceDraft
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.proved import Fields
from generator.model.text import Text
from generator.read.corpus import read
from generator.verify.dossier import verify

WRITTEN = "what authors write"
QUOTED = "what they quote"
PRINTED = "what they quote of articles, beside a summary"
FIELDS = (
    "text summary title value unit pref_label alt_labels misspellings short sort_label condition question"
    " would_settle deck heading role good_for"
)
GROUPS = {
    **dict.fromkeys(FIELDS.split(), WRITTEN),
    **dict.fromkeys(("exact", "prefix", "suffix"), QUOTED),
    "article": PRINTED,
}
REFUSED, WARNED, MISSED = "refused", "warned", "missed"
OWN_ACCOUNT = frozenset({"reason", "existed_basis", "issued_basis", *(each.basis for each in Fields.all())})

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_NUMBER_WORDS = _WORDS.split()
_NUMBER = re.compile(rf"\d+|(?<![^\W_])(?:{'|'.join(_NUMBER_WORDS)})(?![^\W_])", re.IGNORECASE)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text of the content in which one number is changed."""

    where: Path_
    old: Text
    new: Text
    group: str

    def __str__(self) -> str:
        return f"{self.old.span}: {self.where[-1]}: “{self.old}” became “{self.new}”"


def mutants(corpus: Corpus) -> Iterator[Mutant]:
    """Every number of the content, changed in its last digit and in its first."""
    for where, text in texts(corpus):
        group = GROUPS.get(field_of(where))
        for number in _NUMBER.finditer(text) if group else ():
            for changed in _changed(number[0]):
                new = Text(text[: number.start()] + changed + text[number.end() :], text.span)
                yield Mutant(where, text, new, group or "")


def field_of(where: Path_) -> str:
    """The name of the field in which a text stands."""
    return next(str(step) for step in reversed(where) if isinstance(step, str))


def texts(corpus: Corpus) -> Iterator[tuple[Path_, Text]]:
    """Every text that authors wrote, with the way to it; of sources, only what editors note about them."""
    for part in ("glossary", "events", "briefings"):
        yield from _inside(getattr(corpus, part), (part,))
    for number, draft in enumerate(corpus.sources):
        for field in ("good_for", "problems"):
            yield from _inside(getattr(draft.record, field), ("sources", number, field))


def _inside(value: object, where: Path_) -> Iterator[tuple[Path_, Text]]:
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), (*where, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _inside(item, (*where, number))


def _changed(number: str) -> tuple[str, ...]:
    if not number.isdigit():
        word = _NUMBER_WORDS[(_NUMBER_WORDS.index(number.lower()) + 1) % len(_NUMBER_WORDS)]
        return (word.capitalize() if number[0].isupper() else word,)
    last = number[:-1] + str((int(number[-1]) + 1) % 10)
    first = str(int(number[0]) % 9 + 1) + number[1:]
    return tuple(dict.fromkeys((last, first)))


def mutated(corpus: Corpus, mutant: Mutant) -> Corpus:
    """The corpus with the one change."""
    return cast(Corpus, _replaced(corpus, mutant.where, mutant.new))


def _replaced(value: object, where: Path_, new: Text) -> object:
    if not where:
        return new
    step, rest = where[0], where[1:]
    if isinstance(value, tuple) and isinstance(step, int):
        return (*value[:step], _replaced(value[step], rest, new), *value[step + 1 :])
    if isinstance(value, SourceDraft):
        # mypy cannot know which dataclass it is, nor that its fields keep their types.
        return replace(value, record=cast("type[object]", _replaced(value.record, where, new)))  # type: ignore[arg-type]
    changed = {str(step): _replaced(getattr(value, str(step)), rest, new)}
    if isinstance(value, Record):
        return value.model_copy(update=changed)
    # As above: the fields are taken from the very value that is replaced.
    return replace(cast(Corpus, value), **changed)  # type: ignore[arg-type]


def verdict(corpus: Corpus, mutant: Mutant, known: frozenset[Diagnostic]) -> str:
    """Whether verifying refuses the content with this change, warns of it, or misses it.

    `known` are the problems that it reports without the change.
    """
    problems = set(verify(mutated(corpus, mutant))[1]) - known
    return REFUSED if has_errors(problems) else WARNED if problems else MISSED


def sound_corpus(project: Path) -> tuple[Corpus, frozenset[Diagnostic]]:
    """What was read of a project that has no error, and its warnings."""
    corpus, unread = read(project)
    assert corpus is not None
    problems = frozenset((*unread, *verify(corpus)[1]))
    assert not has_errors(problems), problems
    return corpus, problems


def main(project: Path) -> bool:
    """Print caught of tried for each group, and the misses; True if all were caught."""
    corpus, known = sound_corpus(project)
    begin = time.perf_counter()
    groups = (WRITTEN, QUOTED, PRINTED)
    results: dict[str, dict[str, list[Mutant]]] = {group: defaultdict(list) for group in groups}
    for mutant in mutants(corpus):
        results[mutant.group][verdict(corpus, mutant, known)].append(mutant)
    for group, found in results.items():
        refused, warned, missed = (len(found[each]) for each in (REFUSED, WARNED, MISSED))
        tried = refused + warned + missed
        print(f"numbers in {group}: caught {refused + warned} of {tried} ({warned} by a warning)")
        for mutant in found[MISSED]:
            print(f"  missed {mutant}")
    print(f"{time.perf_counter() - begin:.1f} s")
    return not any(found[MISSED] for found in results.values())


if __name__ == "__main__":
    sys.exit(not main(Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
