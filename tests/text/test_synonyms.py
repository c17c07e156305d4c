"""Synonyms come from data files; a word of too many meanings has none."""

from generator.text.lexicons.synonyms import parsed, synonyms_of


def test_words_of_a_group_may_stand_for_each_other() -> None:
    """And what is above a word is broader than it."""
    known = parsed("# notice\n[same]\nhemmen bremsen\n\n[above]\nweizen getreide\n")
    assert known.of("bremsen") == {"hemmen"}
    assert known.is_above("getreide", "weizen")
    assert not known.is_above("weizen", "getreide")


def test_a_word_of_many_meanings_tells_nothing() -> None:
    """It may stand for too much."""
    lines = "\n".join(f"lauf wort{n}" for n in range(9))
    assert parsed(f"[same]\n{lines}\n").of("lauf") == frozenset()


def test_languages_without_data_have_none() -> None:
    """Nothing is guessed for them."""
    assert synonyms_of("fr") is None
    german = synonyms_of("de-AT")
    assert german is not None
    assert german.is_above("getreide", "weizen")
