"""How words are related, as WordNet has it."""

import pytest

from generator.text.lexicons.relations import Relation, relations_of


@pytest.mark.parametrize(
    ("word", "other", "relation"),
    [
        ("buy", "purchase", Relation.SAME),
        ("announcement", "announce", Relation.SAME),
        ("vessel", "ship", Relation.BROADER),
        ("ship", "vessel", Relation.NARROWER),
        ("import", "export", Relation.CONTRARY),
        ("midwife", "doctor", Relation.SIBLING),
        ("weekly", "monthly", Relation.SIBLING),
        ("grant", "audience", Relation.NONE),
        ("weir", "nordvarm", Relation.UNKNOWN),
    ],
)
def test_two_words_are_related_as_the_data_have_it(word: str, other: str, relation: Relation) -> None:
    """Synonyms and derived words are the same; of others the direction counts."""
    relations = relations_of("en-GB")
    assert relations is not None
    assert relations.between(word, other) is relation


def test_a_language_without_data_has_no_relations() -> None:
    """Nothing is guessed for it."""
    assert relations_of("fr") is None
    assert relations_of("../en") is None
