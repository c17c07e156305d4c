"""References to pages and statements: their styles, and that no text breaks the form of a file."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from generator.model.addresses import SiteAddress
from generator.model.blocks import Paragraph
from generator.model.keys import SectionKey
from generator.model.pages import Edition, Page, Section
from generator.model.runs import NoteRef
from generator.model.sources import Author, CslDate, CslItem, csl_json
from generator.output.data.citations import (
    apa,
    bibtex,
    chicago,
    cited_page,
    cited_statement,
    item_of,
    ris,
    statements_text,
)
from generator.output.views import render
from tests.output.editions import a_page, an_edition
from tests.output.runs import a_line
from tests.support.wording import ENGLISH

HERE = SiteAddress("https://talks.example/sarn/")
STATED = replace(a_line("The gates stay shut.", NoteRef(1, 1)), statement="s-1a2b3c4d5e")
HOSTILE = 'A } title\r\nTY  - BOOK\nER  - \u2028AU  - x, {\\} \\input{/etc/passwd} % $ # & ~ ^ _ " @misc{x,'


def a_stated_page() -> tuple[Edition, Page]:
    return an_edition(), a_page(sections=(Section(SectionKey.OTHER, "state", "State", (Paragraph(STATED),)),))


def test_a_page_is_cited_in_both_styles() -> None:
    """Title first, for nobody is named; the day of the edition; the version that was read."""
    cited = cited_page(an_edition(), a_page(), HERE)
    assert apa(cited, ENGLISH) == (
        "Water: who gets it & why (Version 1a2b3c4d). (2023, June 2). Sarn and Sound. "
        "https://talks.example/sarn/briefings/water/"
    )
    assert chicago(cited, ENGLISH) == (
        "“Water: who gets it & why.” Sarn and Sound. As of June 2, 2023, version 1a2b3c4d. "
        "https://talks.example/sarn/briefings/water/"
    )


def test_a_statement_is_cited_under_its_own_address() -> None:
    """Its words, then the page that states them."""
    cited = cited_statement(*a_stated_page(), STATED, HERE)
    address = "https://talks.example/sarn/briefings/water/#s-1a2b3c4d5e"
    assert apa(cited, ENGLISH) == (
        "The gates stay shut. (2023, June 2). In Water: who gets it & why (Version 1a2b3c4d). "
        f"Sarn and Sound. {address}"
    )
    assert chicago(cited, ENGLISH) == (
        "The gates stay shut. In “Water: who gets it & why,” Sarn and Sound. "
        f"As of June 2, 2023, version 1a2b3c4d. {address}"
    )
    told = statements_text(*a_stated_page(), HERE).decode()
    key = "@online{briefings-water-s-1a2b3c4d5e,"
    for part in ("## The gates stay shut.", address, apa(cited, ENGLISH), key, "TY  - "):
        assert part in told


def test_without_an_address_citations_have_none() -> None:
    """Nothing stands where it would be."""
    cited = cited_page(an_edition(), a_page(), SiteAddress())
    assert apa(cited, ENGLISH).endswith("Sarn and Sound.")
    assert b"url" not in bibtex([item_of(cited, ENGLISH)])
    assert b"UR  - " not in ris([item_of(cited, ENGLISH)])


def test_reference_managers_get_the_same_of_a_page() -> None:
    """Type, title, site, day, address and version in each form."""
    item = item_of(cited_page(an_edition(), a_page(), HERE), ENGLISH)
    record = json.loads(csl_json([item]))[0]
    assert record["type"] == "webpage"
    assert record["issued"] == {"date-parts": [[2023, 6, 2]]}
    assert ris([item]).decode().splitlines() == [
        "TY  - ELEC",
        "ID  - briefings-water",
        "TI  - Water: who gets it & why",
        "PY  - 2023",
        "DA  - 2023/06/02/",
        "T2  - Sarn and Sound",
        "LA  - en",
        "N1  - Version 1a2b3c4d, as of 2 June 2023",
        "UR  - https://talks.example/sarn/briefings/water/",
        "ER  - ",
    ]
    assert bibtex([item]).decode() == (
        "@online{briefings-water,\n"
        "  title = {{Water: who gets it \\& why}},\n"
        "  howpublished = {Sarn and Sound},\n"
        "  organization = {Sarn and Sound},\n"
        "  year = {2023},\n  month = jun,\n  day = {2},\n"
        "  note = {Version 1a2b3c4d, as of 2 June 2023},\n  language = {en},\n"
        "  url = {https://talks.example/sarn/briefings/water/},\n}\n"
    )


def hostile_item() -> CslItem:
    return CslItem(
        HOSTILE,
        "article",
        HOSTILE,
        author=(Author(HOSTILE), Author(family=HOSTILE, given=HOSTILE)),
        publisher=HOSTILE,
        container_title=HOSTILE,
        issued=CslDate(((2023, 2, 14),), circa=True),
        url="https://a.example/{x}\n",
        note=HOSTILE,
    )


def test_a_parted_name_and_a_type_reach_reference_managers() -> None:
    """APA and its like sort by the family's name; a newspaper's article has a journal."""
    item = CslItem(
        "herald",
        "article-newspaper",
        "The lake",
        author=(Author(family="Marsh", given="Ada"), Author("Lake Board")),
        publisher="The Herald",
        container_title="The Herald",
    )
    made = bibtex([item]).decode()
    assert made.startswith("@article{herald,")
    assert "  author = {{Marsh}, {Ada} and {Lake Board}},\n" in made
    assert "  journal = {The Herald},\n" in made
    lines = ris([item]).decode().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert [line for line in lines if line.startswith("AU")] == ["AU  - Marsh, Ada", "AU  - Lake Board"]


def test_a_text_cannot_end_its_bibtex_field() -> None:
    """Braces are in pairs everywhere, so the entry ends where it ends; no command but those for marks."""
    made = bibtex([hostile_item()]).decode()
    depth, fields = 0, 0
    for char in made:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
        fields += char == "\n" and depth == 1
    assert depth == 0
    assert made.count("\n@") == 0
    assert fields == len(made.splitlines()) - 1, "lines end outside values"
    commands = set(re.findall(r"\\([a-z]+)", made))
    marks = ("backslash", "braceleft", "braceright", "asciitilde", "asciicircum")
    assert commands <= {f"text{mark}" for mark in marks}
    assert "month" not in bibtex([replace(hostile_item(), issued=CslDate(((2023,),)))]).decode()


def test_a_text_cannot_begin_a_ris_line() -> None:
    """One record, whose tags are ours, in lines that end as the form demands."""
    made = ris([hostile_item()]).decode()
    lines = made.split("\r\n")
    assert lines.pop() == ""
    assert [line[:6] for line in lines] == [
        f"{tag}  - " for tag in ("TY", "ID", "TI", "AU", "AU", "PY", "DA", "T2", "PB", "N1", "UR", "ER")
    ]
    assert not set("\r\n\u2028") & set("".join(lines))


def test_a_doubtful_day_is_left_out() -> None:
    """Year and month are told; BibTeX and RIS cannot say “about”.

    BibLaTeX can, in a field of its own, but readers that do not know its mark would take the day for sure.
    """
    assert "DA  - 2023/02//\r\n" in ris([hostile_item()]).decode()
    assert "  day" not in bibtex([hostile_item()]).decode()


@pytest.mark.parametrize("end", ["bib", "ris", "csl.json"])
def test_every_page_has_its_references_and_links_to_them(end: str) -> None:
    """In a quiet box at its end."""
    edition = an_edition()
    files = {str(path): content for path, content in render(edition, HERE).items()}
    for page in edition.pages:
        assert f"data/{page.path}.{end}" in files
        assert f"data/{page.path}.{end})" in files[f"{page.path}.md"].decode()
    assert {"data/sources.bib", "data/sources.ris"} <= set(files)
