"""Claims without the order of their words: what is kept, and what is not."""

from __future__ import annotations

import pytest

from generator.model.claims import POSSIBLE, Claim, WordKind
from generator.text.assertions import assertions_of, claim_of_assertions
from generator.text.clauses import claim_of
from generator.text.names import NameIndex

NO_NAMES = NameIndex.build(())


def claim(text: str, language: str = "en") -> Claim:
    """The claim of a text."""
    return claim_of(text, language, NO_NAMES)


def again(text: str, language: str = "en") -> Claim:
    """The claim as it is read from a seal."""
    return claim_of_assertions(assertions_of(claim(text, language)), language, NO_NAMES)


def manner_of(key: str, found: Claim) -> tuple[bool, int, bool]:
    """Whether a word is denied, how sure it is, and whether it depends on something."""
    at = next(at for at in found.content if found.words[at].key == key)
    manner = found.manners[at]
    return manner.is_negated, manner.certainty, bool(manner.conditions)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The council did not approve the plan.", "approve"),
        ("The bridge may open in May.", "open"),
        ("The bridge opens if the mayor agrees.", "open"),
        ("She refused to sell the mill.", "sell"),
        ("They could not reach the shore.", "reach"),
    ],
)
def test_each_word_stands_in_the_same_manner(text: str, key: str) -> None:
    """What is denied, doubted or conditional in a text is so in the claim made of its seal."""
    assert manner_of(key, again(text)) == manner_of(key, claim(text))


def test_a_word_keeps_its_meaning() -> None:
    """Senses and opposites are looked up again, names stay names, and what happened is past."""
    own, other = claim("Tolls fell in Upton."), again("Tolls fell in Upton.")
    words = {word.key: word for word in other.words}
    for word in own.words:
        if word.kind in (WordKind.VERB, WordKind.NAME):
            same = words[word.key]
            assert (same.kind, same.senses, same.opposites) == (word.kind, word.senses, word.opposites)
    assert words["fall"].is_past


def test_the_order_is_lost() -> None:
    """Two sentences of the same words in the same manner are sealed alike."""
    assert assertions_of(claim("Upton beat Downton.")) == assertions_of(claim("Downton beat Upton."))


def test_who_says_it_is_sealed() -> None:
    """The words before a verb of saying, after “according to”, or before a comma."""
    for text in (
        "Ada Marsh said that tolls rise.",
        "According to Ada Marsh, tolls rise.",
        "The mayor, Ada Marsh, said that tolls rise.",
    ):
        assert {"Ada", "Marsh"} <= {name for each in assertions_of(claim(text)) for name in each.speaker}, (
            text
        )


def test_numbers_and_dates_are_left_out() -> None:
    """A seal has them apart, in full."""
    found = assertions_of(claim("On 9 June 40 boats sank."))
    assert {word for each in found for word in (*each.verbs, *each.words)} == {"boat", "sink"}


def test_german_is_sealed_as_well() -> None:
    """Any language with a lexicon."""
    assert manner_of("brücke", again("Die Brücke könnte im Mai öffnen.", "de"))[1] == POSSIBLE


def test_a_language_without_lexicon_asserts_nothing() -> None:
    """Nothing is guessed of it."""
    assert assertions_of(claim("Le pont n'est pas ouvert.", "fr")) == ()
