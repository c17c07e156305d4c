"""Sources in what authors write: by name, or without one."""

import pytest

from generator.text.source_names import blanked, by_no_name, unnamed_sources, with_article


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("One article says so, another article does not.", "en", ["One article", "another article"]),
        ("Particles of ice fell, one Article 5 case later.", "en", ["one Article"]),
        ("The articles differ.", "en", []),
        ("Ein Artikel sagt es.", "de", ["Ein Artikel"]),
        ("另一篇文章说八成。", "zh", ["另一篇文章"]),
        ("Un article le dit.", "fr", []),
    ],
)
def test_a_phrase_that_names_no_source_is_found_whole(text: str, language: str, found: list[str]) -> None:
    """The longest phrase, as words of its own; none in a language that has no list of them."""
    assert [text[each.start : each.end] for each in unnamed_sources(text, language)] == found


@pytest.mark.parametrize(
    ("name", "phrase", "language", "written"),
    [
        ("Lake report", "One article", "en", "The Lake report"),
        ("Lake report", "one article", "en", "the Lake report"),
        ("The Herald", "one article", "en", "The Herald"),
        ("See-Bericht", "ein Artikel", "de", "See-Bericht"),
    ],
)
def test_a_name_takes_the_place_of_the_phrase(name: str, phrase: str, language: str, written: str) -> None:
    """With an article before a common noun, where the language has but one."""
    assert with_article(name, phrase, language) == written


def test_a_name_of_a_source_is_no_claim() -> None:
    """Who reads claims reads “one article”; who reads numbers reads nothing, at the same places."""
    text = "The Herald, 10 March 2023 says 40. The Lake report agrees."
    names = ("Herald, 10 March 2023", "Lake report")
    assert by_no_name(text, names, "en") == "One article says 40. One article agrees."
    assert len(blanked(text, names)) == len(text)
    assert "2023" not in blanked(text, names)
    assert blanked(text, names).index("40") == text.index("40")
