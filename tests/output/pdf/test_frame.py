"""What the templates say themselves: nothing but messages, in the language of the edition."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.kinds import KINDS
from generator.output.pdf.book import book
from generator.output.pdf.frame import BRIEFING, DOSSIER, OF_FORM, SHARED, messages
from generator.output.pdf.typesetter import TEMPLATES, typesetter
from generator.words import languages, words_in
from tests.support.dossiers import edition
from tests.support.pdfs import SITE, made, model_of, opened, raw_text_of, squeezed, text_of
from tests.support.projects import SUBJECT

PARTS = "parts.typ"
KEY = re.compile(r'"([a-z-]+(?:\.[a-z-]+)+)"')
GUIDED = re.compile(r'guided\("([a-z.-]+)"')


def text_of_form(form: str) -> str:
    """A template and what it shares with the other."""
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in (PARTS, form))


@pytest.mark.parametrize("form", [BRIEFING, DOSSIER])
def test_a_template_has_the_messages_that_it_says(form: str) -> None:
    """No more and no fewer; an entry of the guide has a title."""
    text = text_of_form(form)
    said = {key for key in KEY.findall(text) if words_in("en").has(key)}
    titles = {f"{key}.title" for key in GUIDED.findall(text)}
    assert said | titles == {*SHARED, *OF_FORM[form]}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("form", [BRIEFING, DOSSIER])
def test_a_template_fills_every_place(form: str, language: str) -> None:
    """Whatever a message of any language has a place for is given where it is said."""
    text = text_of_form(form)
    for key, message in messages(words_in(language), form).items():
        found = re.finditer(f'say\\("{re.escape(key)}"', text)
        calls = [text[at.start() :].partition("\n")[0] for at in found]
        for place in re.findall(r"\{(\w+)\}", message):
            assert calls
            assert all(f"{place}: " in call for call in calls), (key, place)


def test_a_briefing_speaks_the_language_of_its_edition() -> None:
    """Head, foot, columns and headings; the file says which language it is."""
    whole = replace(edition(SUBJECT), language="de")
    page = next(page for page in whole.pages if page.kind is KINDS.round)
    content = made(whole, page)
    text = text_of(content)
    for words in ("GESPRÄCHSRUNDE", "Stand: 22. Mai 2023", "Seite 1 von", "Quellen und Belege", "Version"):
        assert squeezed(words) in text
    for words in ("As of", "Page 1", "Sources and notes"):
        assert squeezed(words) not in text
    with opened(content) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_the_dossier_speaks_the_language_of_its_edition() -> None:
    """Contents, references with pages, quotation marks."""
    whole = replace(edition(SUBJECT), language="de")
    one = book(whole, SITE)
    with typesetter("a4") as run:
        content = run.make(one)
    text = raw_text_of(content)
    assert "Inhalt" in text
    assert re.search(r"\(\d+\.\d+, S\.\s\d+\)", text)
    assert re.search(r"„[^“”]+“ ¶\s\d+ \(zitiert\sauf\sS\.\s", text)
    with opened(content) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_the_model_in_a_file_has_what_the_document_says_not_our_words() -> None:
    """They are no data of the edition."""
    page = next(page for page in edition(SUBJECT).pages if page.kind is KINDS.round)
    assert "words" not in model_of(made(edition(SUBJECT), page))
