"""Pages and pastes of many kinds: all of the article, nothing else, and what is known of it.

Each case is a page or paste as it came, and a YAML file with what a reader would say that the article is.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.importing.article import Article, Field
from generator.editing.importing.html import article_from_html
from generator.editing.importing.layout import letters
from generator.editing.importing.pastes import article_from_text

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.suffix != ".yml")


def read(path: Path) -> Article:
    """The article in a page or a paste."""
    if path.suffix == ".html":
        return article_from_html(path.read_bytes())
    return article_from_text(path.read_text(encoding="utf-8"), path.name)


def truth_of(path: Path) -> dict[str, Any]:
    """What a reader says of the case."""
    truth: dict[str, Any] = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    return truth


def value_of(field: Field[Any] | None) -> Any:
    return field.value if field else None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_body_is_the_article_and_nothing_else(path: Path) -> None:
    """Not a line of furniture is left in, and no sentence is left out."""
    whole = "".join(map(letters, truth_of(path)["body"]))
    assert "".join(letters(paragraph.text) for paragraph in read(path).body) == whole


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_known_of_the_article_is_right(path: Path) -> None:
    """Title, day, authors, publisher and language are those that the page gives; what it lacks is None."""
    truth, article = truth_of(path), read(path)
    authors = value_of(article.authors) or ()
    assert value_of(article.title) == truth["title"]
    assert value_of(article.issued) == truth["issued"]
    assert [str(author) for author in authors] == truth["authors"]
    assert value_of(article.publisher) == truth["publisher"]
    assert value_of(article.language) == truth["language"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_vanishes(path: Path) -> None:
    """Whatever was left out stands in its place with a reason, and reading twice gives the same."""
    article = read(path)
    assert read(path) == article
    assert all(
        paragraph.mask.text and paragraph.mask.reason for paragraph in article.masked if paragraph.mask
    )
    if path.suffix == ".txt":
        assert sorted("".join(letters(one.text) for one in article.paragraphs)) == sorted(
            letters(path.read_text(encoding="utf-8").replace("&#3;", ""))
        )
