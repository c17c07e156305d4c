"""No number of the real content can change unnoticed. The slow version is benchmarks/mutations.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

import pytest

from benchmarks.mutations import (
    GROUPS,
    MISSED,
    OWN_ACCOUNT,
    PRINTED,
    QUOTED,
    WRITTEN,
    Mutant,
    field_of,
    mutants,
    mutated,
    sound_corpus,
    texts,
    verdict,
)
from generator.model.content import Corpus
from generator.model.diagnostics import Diagnostic, has_errors
from generator.verify.dossier import verify
from tests.support.projects import ROOT, SUBJECT

# A changed name changes what is found everywhere, so these are tried alone.
NAMES = frozenset({"pref_label", "alt_labels", "misspellings", "short"})
# Ids and references, which lead to a problem of their own when they change.
REFERENCES = (
    "id source sides side people person terms place follows related distinct_from broader about organisation"
    " event by to attributed_to topic same_as"
)


@cache
def content() -> tuple[Corpus, frozenset[Diagnostic]]:
    """The real content, and the problems that are reported of it as it is."""
    return sound_corpus(ROOT)


def together(group: str) -> Iterator[list[Mutant]]:
    """Mutants of different texts that can be tried in one run, as each is reported at its own place."""
    of_text: dict[object, list[Mutant]] = defaultdict(list)
    for mutant in mutants(content()[0]):
        if mutant.group == group and field_of(mutant.where) not in NAMES:
            of_text[mutant.where].append(mutant)
    return ([mutant for mutant in batch if mutant] for batch in zip_longest(*of_text.values()))


@pytest.mark.parametrize("group", [WRITTEN, QUOTED, PRINTED])
def test_every_changed_number_is_reported_where_it_stands(group: str) -> None:
    """Each number of statements, titles, questions and figures; in quotations, always by an error."""
    for batch in together(group):
        changed, _ = content()
        for mutant in batch:
            changed = mutated(changed, mutant)
        problems = verify(changed)[1]
        places = {problem.span for problem in problems if group == WRITTEN or has_errors([problem])}
        assert [str(mutant) for mutant in batch if mutant.old.span not in places] == []


def test_a_changed_number_in_a_name_is_reported() -> None:
    """“F-36” is not “F-35”."""
    corpus, known = content()
    tried = [mutant for mutant in mutants(corpus) if field_of(mutant.where) in NAMES]
    assert tried
    assert [str(mutant) for mutant in tried if verdict(corpus, mutant, known) == MISSED] == []


def test_every_field_with_a_number_is_changed_or_exempt() -> None:
    """A new kind of field cannot stay out of the test unnoticed."""
    for project in (ROOT, SUBJECT):
        corpus, _ = sound_corpus(project)
        fields = {
            field_of(where) for where, text in texts(corpus) if any(sign.isdigit() for sign in str(text))
        }
        assert fields <= set(GROUPS) | OWN_ACCOUNT | set(REFERENCES.split()), fields
