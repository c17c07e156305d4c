"""A subject whose site is German: the parts of its briefings are called by German words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.blocks import Callout
from generator.model.editions import Item
from generator.model.keys import BRIEFING_PARTS, CONCLUDING, HOME_PARTS, SectionKey
from generator.model.pages import Page
from generator.model.values import parts_of
from generator.words import words_in
from tests.support.dossiers import edition
from tests.support.projects import SUBJECT, copy_of, speak_german

BRIEFING = "content/briefings/river-water.md"
HOME = "content/home.md"
TOPIC = "briefings/river-water"


def in_german(folder: Path, *, has_german_headings: bool) -> Path:
    """The second subject with a German site, its statements in English as they are."""
    project = copy_of(SUBJECT, folder)
    speak_german(project)
    for name, parts in ((BRIEFING, BRIEFING_PARTS), (HOME, HOME_PARTS)):
        path = project / name
        text = path.read_text(encoding="utf-8")
        for part in parts if has_german_headings else ():
            old, new = (f"## {words_in(language).of(part)}\n" for language in ("en", "de"))
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    return project


def topic_of(project: Path) -> Page:
    return next(page for page in edition(project).pages if page.path == TOPIC)


def headings_of(page: Page) -> dict[SectionKey, str | None]:
    return {section.key: section.heading for section in page.sections}


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return in_german(tmp_path_factory.mktemp("german") / "project", has_german_headings=True)


def test_german_headings_are_parts_of_a_german_site(german: Path) -> None:
    """Each goes to its place; the author's own section stays one."""
    page, english = topic_of(german), topic_of(SUBJECT)
    assert [section.key for section in page.sections] == [section.key for section in english.sections]
    headings = headings_of(page)
    assert headings[SectionKey.KEY_POINTS] == "Kernpunkte"
    assert headings[SectionKey.STATE_OF_PLAY] == "Stand der Dinge"
    assert headings[SectionKey.NOT_KNOWN] == "Was nicht bekannt ist"
    assert headings[SectionKey.AUTHORED] == "Water and the ferry"
    assert [callout.title for callout in parts_of(page.sections, Callout)] == ["Kernaussage"]


def test_the_same_statements_conclude_in_every_language(german: Path) -> None:
    """What an edition says of its conclusions does not depend on what they are called."""

    def concluding(items: tuple[Item, ...]) -> list[str]:
        return [item.text for item in items if item.concludes and item.part() in CONCLUDING]

    found = concluding(edition(german).inventory)
    assert len(found) > 4
    assert found == concluding(edition(SUBJECT).inventory)


def test_english_headings_mean_nothing_to_a_german_site(tmp_path: Path) -> None:
    """They are sections of the author's own; the parts that nobody wrote have German headings."""
    page = topic_of(in_german(tmp_path / "project", has_german_headings=False))
    own = [section.heading for section in page.sections if section.key is SectionKey.AUTHORED]
    assert own[:4] == ["Bottom line", "Why it matters", "Key points", "State of play"]
    assert SectionKey.KEY_POINTS not in headings_of(page)
    assert headings_of(page)[SectionKey.AGREED_AND_OPEN] == "Vereinbart und offen"
