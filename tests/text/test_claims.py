"""What a sentence asserts, as far as rules can read it."""

from __future__ import annotations

import pytest

from generator.model.claims import LIKELY, PLAIN, PLANNED, POSSIBLE, Claim, Manner, Word, WordKind
from generator.model.text import EntryId
from generator.text.clauses import claim_of
from generator.text.names import Label, NameIndex

NO_NAMES = NameIndex.build(())


def claim(text: str, language: str = "en") -> Claim:
    return claim_of(text, language, NO_NAMES)


def of(text: str, word: str) -> tuple[Word, Manner]:
    """The word of a claim that is printed so, and how it stands."""
    read = claim(text)
    at = next(at for at, each in enumerate(read.words) if each.form == word)
    return read.words[at], read.manners[at]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The council did not agree to lift the ban.", "lift"),
        ("The council refused to lift the ban.", "lift"),
        ("The board blocked the sale.", "sale"),
        ("The sale was blocked.", "sale"),
        ("Honda denied that it had sold chips below cost.", "sold"),
        ("The team has yet to win.", "win"),
    ],
)
def test_denials_reach_what_they_deny(text: str, word: str) -> None:
    """A “not” and what amounts to one bear on the words that they govern."""
    assert of(text, word)[1].is_negated


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nobody but the chair objected.", "objected"),
        ("The council did not refuse to lift the ban.", "lift"),
        ("The strike failed because half of the members abstained.", "abstained"),
        ("The paper did not appear, but the site published the list.", "published"),
    ],
)
def test_denials_end_where_their_clause_does(text: str, word: str) -> None:
    """Two of them cancel each other; one in another clause is none here; some only look like one."""
    assert not of(text, word)[1].is_negated


@pytest.mark.parametrize(
    ("text", "word", "certainty"),
    [
        ("Prices rose.", "rose", PLAIN),
        ("Prices will rise.", "rise", PLANNED),
        ("Prices are expected to rise.", "rise", LIKELY),
        ("Prices may rise.", "rise", POSSIBLE),
        ("The dam nearly burst.", "burst", POSSIBLE),
        ("It was unlikely that prices would rise.", "rise", LIKELY),
    ],
)
def test_hedges_say_how_surely(text: str, word: str, certainty: int) -> None:
    """From “may” over a forecast and a plan to a plain assertion."""
    assert of(text, word)[1].certainty == certainty


def test_a_condition_binds_its_main_clause_only() -> None:
    """What stands in another sentence of a longer one does not depend on it."""
    text = "The bank left its rate at 3 percent, and Holm said a cut would follow if inflation fell."
    assert of(text, "cut")[1].conditions
    assert not of(text, "left")[1].conditions


def test_phrases_are_one_word() -> None:
    """A verb and its particle mean one thing, also where the object stands between."""
    assert not of("They turned the offer down.", "turned")[0].senses.isdisjoint(
        of("They rejected the offer.", "rejected")[0].senses
    )


def test_an_attribution_names_its_speaker() -> None:
    """Before and after what is said, and past an apposition."""
    for text in ("Holm said the rate would fall.", "The rate would fall, Holm, the governor, said."):
        read = claim(text)
        assert "Holm" in {read.words[at].form for at in read.speakers}


def test_names_fold_into_their_entry() -> None:
    """All forms that the glossary lists are one name."""
    index = NameIndex.build([Label(EntryId("ann"), "Ann Berg"), Label(EntryId("ann"), "Berg")])
    first, second = (claim_of(text, "en", index).words[0] for text in ("Ann Berg left.", "Berg left."))
    assert (first.kind, second.kind) == (WordKind.NAME, WordKind.NAME)
    assert first.senses & second.senses >= {"@ann"}


def test_a_language_without_lexicon_gives_values_and_names() -> None:
    """Nothing is guessed of what its other words do."""
    read = claim("Le projet n'a pas coûté 3 millions d'euros en 2021 à Lyon.", "fr")
    assert not read.has_lexicon
    assert {word.kind for word in read.words} >= {WordKind.NUMBER, WordKind.DATE, WordKind.NAME}
    assert not any(manner.is_negated for manner in read.manners)
