"""Our words in pages, scripts and templates: what is said is the catalogue's, and breaks no form."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.kinds import KINDS
from generator.output.views import APPENDED, ASSETS, render
from generator.site.engine import theme_files
from generator.site.finish import offline_files
from generator.words import Words, languages, script_with, words_in
from tests.output.editions import an_edition

PROGRAM = Path(__file__).parents[2] / "generator"
GERMAN = words_in("de")
READ_AS_MARKUP = re.compile(r"[<>&\"*_\[\]\\|`~^]")
IN_TEMPLATES = re.compile(r'\bwords\("([a-z.-]+)"(?: if \w+ else "([a-z.-]+)")?')
IN_CODE = re.compile(r'\bworded\(words, "([a-z.-]+)"()')


def keys_of_templates() -> set[str]:
    """The messages that stand in Markdown without being escaped."""
    places = {"output/markdown/templates/**/*.j2": IN_TEMPLATES, "output/**/*.py": IN_CODE}
    files = ((file, calls) for place, calls in places.items() for file in PROGRAM.glob(place))
    found = (call for file, calls in files for call in calls.findall(file.read_text(encoding="utf-8")))
    return {key for call in found for key in call if key}


@pytest.mark.parametrize("language", languages())
def test_no_message_of_a_page_is_read_as_markup(language: str) -> None:
    """They stand in Markdown and in attributes as they are; only what fills their places is escaped."""
    keys = keys_of_templates()
    assert len(keys) > 20
    for key in keys:
        assert not READ_AS_MARKUP.search(words_in(language).unfilled(key)), key


@pytest.mark.parametrize("language", languages())
def test_every_kind_of_page_has_a_word(language: str) -> None:
    """The results of the search and share pictures show it."""
    assert all(words_in(language)(kind.label) for kind in KINDS)


def told_by(script: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in script.splitlines():
        if line.startswith("const WORDS = "):
            told |= json.loads(line.removeprefix("const WORDS = ").removesuffix(";"))
    return told


def keys_of(name: str) -> dict[str, str]:
    """The messages of a script, and of those that are sent behind it."""
    keys = dict(ASSETS[name])
    for others in APPENDED.get(name, {}).values():
        keys |= others
    return keys


@pytest.mark.parametrize("name", [name for name, keys in ASSETS.items() if keys])
def test_a_script_knows_the_words_that_it_shows(name: str) -> None:
    """Each that it names, and no other; in the language of the edition, with places that it fills."""
    for language in languages():
        files = render(replace(an_edition(), language=language))
        script = next(content.decode() for path, content in files.items() if path.name == name)
        told = told_by(script)
        assert set(re.findall(r"\bWORDS\.(\w+)", script)) == set(told)
        assert told == {each: words_in(language).unfilled(key) for each, key in keys_of(name).items()}
        for place in re.findall(r'"\{(\w+)\}"', script):
            assert any(f"{{{place}}}" in text for text in told.values())


def test_the_script_of_a_site_on_disk_knows_its_words(tmp_path: Path) -> None:
    """It is written when the site is packed."""
    ((_, script),) = offline_files(tmp_path, GERMAN)
    assert set(re.findall(r"\bWORDS\.(\w+)", script.decode())) == set(told_by(script.decode()))


def test_a_script_that_is_not_one_strict_block_is_refused() -> None:
    """Two scripts of a page would fight for one name."""
    assert script_with(GERMAN, '"use strict";\n{\n}\n', {}) == '"use strict";\n{\nconst WORDS = {};\n}\n'
    with pytest.raises(ValueError, match="one block"):
        script_with(GERMAN, "const a = 1;\n", {})


@pytest.mark.parametrize("language", languages())
def test_templates_of_the_site_have_their_words_before_an_engine_reads_them(language: str) -> None:
    """Nothing is left for an engine to fill that it does not know."""
    words = words_in(language)
    texts = {path: content for path, content in theme_files(words).items() if path.suffix == ".html"}
    files = {path.name: content.decode() for path, content in texts.items()}
    assert not [name for name, text in files.items() if "[[" in text]
    assert words("missing.heading") in files["page.html"]
    assert words("site.archive") in files["copyright.html"]
    assert '<a href="{{ nav.homepage.url | url }}">' + words("missing.first") + "</a>" in files["page.html"]


def test_a_message_cannot_break_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    """What HTML or an engine would read is written in other ways."""
    monkeypatch.setattr(Words, "unfilled", lambda _, key: f'{key} <b> "{{{{ config }}}}" {{% raw %}}')
    theme_files.cache_clear()
    page = theme_files(words_in("en"))
    theme_files.cache_clear()
    text = next(content.decode() for path, content in page.items() if path.name == "copyright.html")
    assert "site.archive &lt;b&gt; &quot;&#123;&#123; config &#125;&#125;&quot; &#123;% raw %&#125;" in text


def test_a_german_edition_has_a_german_frame() -> None:
    """Around the words of sources, which keep their own."""
    files = render(replace(an_edition(), language="de"))
    page = next(content.decode() for path, content in files.items() if path.name == "water.md")
    for said in ("Stand: 2&#46; Juni 2023", "Diese Seite zitieren: „Water", "## Anmerkungen {:"):
        assert said in page
    for english in ("As of", "Cite this page", "## Notes", "Related"):
        assert english not in page
