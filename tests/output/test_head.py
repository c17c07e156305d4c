"""The head of a page: what search engines, those who share it and those who cite it are told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import feedparser
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator.model.addresses import SiteAddress
from generator.model.blocks import Paragraph
from generator.model.dates import PartialDate, parse
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS, Fed, Kind
from generator.model.knowledge import KnownEntry, KnownEvent, KnownPerson, Named
from generator.model.pages import (
    Attachment,
    AttachmentKind,
    Edition,
    Page,
    Section,
)
from generator.model.publishers import Publisher
from generator.model.runs import NoteRef, Target
from generator.model.sources import Author, CslDate, CslItem
from generator.output.data.head import MOST_CLAIMS, head
from generator.output.data.linked_data import Addresses, linked_data, linked_data_file, script_safe
from generator.output.markdown.page import page_markdown
from tests.output.editions import a_page, a_small_page, an_edition, numbered
from tests.output.runs import a_line
from tests.support.autodiscovery import ATOM, JSON, feeds_found

SALLVIK = CslItem(
    "sallvik-opens", "article", "Talks open in Sällvik", issued=CslDate(((2023, 2, 14),), circa=True)
)
HERE = SiteAddress("https://talks.example/sarn/")
ATTACK = '</script><script>alert(1)</script><!-- <script> " onload=x & \u2028'


def tree_of(edition: Edition, page: Page, site: SiteAddress = HERE) -> LexborHTMLParser:
    return LexborHTMLParser(f"<html><head>{head(edition, page, site)}</head><body>Body</body></html>")


def meta(tree: LexborHTMLParser, name: str) -> str | None:
    node = tree.css_first(f"meta[name='{name}']") or tree.css_first(f"meta[property='{name}']")
    return node.attributes.get("content") if node else None


def graph(page: Page, site: SiteAddress = HERE) -> dict[str, dict[str, Any]]:
    """The nodes of a page's linked data by their type."""
    script = tree_of(an_edition(), page, site).css("script:not([src])")
    assert [node.attributes["type"] for node in script] == ["application/ld+json"]
    told = json.loads(script[0].text())
    assert told["@context"] == "https://schema.org"
    return {node["@type"]: node for node in told["@graph"]}


def test_a_page_tells_who_shares_it_its_title_words_and_picture() -> None:
    """Open Graph, with whole addresses."""
    page = replace(numbered(a_page()), modified=PartialDate(2023, 5, 4))
    tree = tree_of(an_edition(), page)
    assert meta(tree, "og:title") == "Water: who gets it & why"
    assert meta(tree, "og:type") == "article"
    assert meta(tree, "og:description") == page.description
    assert meta(tree, "og:url") == "https://talks.example/sarn/briefings/water/"
    assert meta(tree, "og:image") == "https://talks.example/sarn/share/briefings/water.png"
    assert meta(tree, "article:modified_time") == "2023-05-04"
    assert meta(tree, "twitter:card") == "summary_large_image"


@pytest.mark.parametrize(("language", "locale"), [("en", "en_GB"), ("de", "de_DE")])
def test_open_graph_is_told_the_language_with_its_country(language: str, locale: str) -> None:
    """As its protocol wants it: the words of the site are British, and German is likeliest Germany's."""
    assert meta(tree_of(replace(an_edition(), language=language), a_page()), "og:locale") == locale


@pytest.mark.parametrize("deck", ["Who opens the weir, and when.", "Who opens the weir?", "Wer öffnet", ""])
def test_the_words_for_the_picture_end_once(deck: str) -> None:
    """A title or a deck that is a sentence gets no second full stop, and none of a question's own."""
    told = meta(tree_of(an_edition(), replace(a_page(), deck=deck)), "og:image:alt")
    assert told is not None
    assert not re.search(r"\.\s*\.|\?\.", told)
    assert told.endswith("Sarn and Sound")


def test_a_site_that_does_not_say_where_it_lives_shares_no_picture() -> None:
    """Open Graph takes whole addresses only."""
    tree = tree_of(an_edition(), a_page(), SiteAddress())
    assert meta(tree, "og:url") is None
    assert meta(tree, "og:image") is None
    assert meta(tree, "og:title") == "Water: who gets it & why"


def test_reference_managers_learn_that_it_is_a_web_page() -> None:
    """Zotero takes a page with `citation_title` for a journal's article unless Dublin Core says otherwise."""
    page = replace(a_page(), attachments=(Attachment(AttachmentKind.PDF, "../pdf/briefings/water.pdf"),))
    tree = tree_of(an_edition(), page)
    assert meta(tree, "DC.type") == "webpage"
    assert meta(tree, "citation_title") == "Water: who gets it & why"
    assert meta(tree, "citation_date") == "2023/06/02"
    assert meta(tree, "citation_public_url") == "https://talks.example/sarn/briefings/water/"
    assert meta(tree, "citation_pdf_url") == "https://talks.example/sarn/pdf/briefings/water.pdf"


@pytest.mark.parametrize(("publisher", "author"), [("Lakeside", "Lakeside"), ("Lake Board", None)])
def test_the_publisher_is_the_author_where_readers_leave_its_name_whole(
    publisher: str, author: str | None
) -> None:
    """Zotero takes a name of several words for a person's, and none is better than “Board, L.”."""
    edition = replace(an_edition(), publisher=Publisher(publisher))
    assert meta(tree_of(edition, a_page()), "citation_author") == author


def test_a_page_that_is_not_printed_names_no_pdf() -> None:
    """A reference manager would fetch it."""
    assert meta(tree_of(an_edition(), a_page()), "citation_pdf_url") is None


@pytest.mark.parametrize("site", [HERE, SiteAddress()])
def test_hostile_titles_stay_text(site: SiteAddress) -> None:
    """Whatever a title holds, the head has the elements that it has for a harmless one."""
    harmless = tree_of(an_edition(), a_page(), site)
    attacked = replace(a_page(), title=ATTACK, deck=ATTACK, description=ATTACK)
    edition = replace(an_edition(a_page("index", kind=KINDS.home), attacked), site_name=ATTACK)
    tree = tree_of(edition, attacked, site)
    for found in (harmless, tree):
        assert found.body is not None
        assert found.body.text() == "Body"
    assert [node.tag for node in tree.css("head *")] == [node.tag for node in harmless.css("head *")]
    assert meta(tree, "og:title") == " ".join(ATTACK.split())
    told = json.loads(tree.css("script:not([src])")[0].text())
    assert told["@graph"][0]["name"] == ATTACK


def test_data_in_a_script_cannot_end_it() -> None:
    """No character that HTML or JavaScript could read stays, and the value is the same."""
    text = script_safe({"said": ATTACK, "half": "\ud800"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"said": ATTACK, "half": "?"}


def test_the_head_survives_the_front_matter() -> None:
    """It is one value of the page's YAML, whatever its texts hold."""
    page = replace(numbered(a_page()), title=ATTACK)
    made = head(an_edition(), page, HERE)
    front = page_markdown(an_edition(), page, made).split("---\n")[1]
    assert yaml.safe_load(front)["head"] == made


def test_an_article_cites_its_sources_and_claims_its_statements() -> None:
    """Each claim leads to the words that prove it."""
    stated = replace(a_line("The gates stay shut.", NoteRef(1, 1)), statement="s-1a2b3c4d5e")
    section = Section(
        SectionKey.OTHER, "state", "State", (Paragraph(stated), Paragraph(a_line("Nobody says this.")))
    )
    found = graph(a_page(sections=(section,), sources=(SALLVIK,)))
    (cited,) = found["Article"]["citation"]
    assert cited["@id"] == "https://talks.example/sarn/sources/sallvik-opens/#work"
    assert cited == {"@type": "CreativeWork", "@id": cited["@id"], "name": "Talks open in Sällvik"}
    page = a_page(sections=(section,), sources=(SALLVIK,))
    told = json.loads(linked_data_file(an_edition(), page, HERE))["@graph"][1]
    assert told["citation"][0]["datePublished"] == "2023-02", "the file has all that is known"
    assert "author" not in told["citation"][0], "nobody is named"
    assert found["Article"]["isPartOf"] == {"@id": found["WebSite"]["@id"]}
    claim = found["Claim"]
    assert claim["@id"] == "https://talks.example/sarn/briefings/water/#s-1a2b3c4d5e"
    assert claim["text"] == "The gates stay shut."
    assert claim["appearance"] == {"@id": "https://talks.example/sarn/briefings/water/"}
    assert all("/sources/sallvik-opens/#" in proof["@id"] for proof in claim["citation"])


def test_a_page_tells_its_first_claims_and_the_file_all() -> None:
    """Claims weigh much, and a page is to load fast."""
    stated = [replace(a_line(f"It is so {n}.", NoteRef(1, 1)), statement=f"s-{n}") for n in range(20)]
    page = a_page(sections=(Section(SectionKey.OTHER, "state", "State", tuple(map(Paragraph, stated))),))
    found = tree_of(an_edition(), page).css("script")[0].text()
    assert found.count('"Claim"') == MOST_CLAIMS
    whole = linked_data_file(an_edition(), page, HERE).decode()
    assert whole.count('"Claim"') == 20
    assert json.loads(whole)["@context"] == "https://schema.org"


def test_the_page_of_a_source_is_about_the_source() -> None:
    """It cites nothing; what it describes is a work of others."""
    page = replace(a_small_page("sources/sallvik-opens", KINDS.source, "Talks open"), sources=(SALLVIK,))
    told = graph(page)["ItemPage"]
    assert told["mainEntity"]["name"] == "Talks open in Sällvik"
    assert "citation" not in told


def test_a_work_names_its_author_archive_and_what_it_stands_in() -> None:
    """A name in one piece may be an organisation's, so nothing says that it is a person's."""
    item = replace(
        SALLVIK,
        type="article-newspaper",
        author=(Author(family="Marsh", given="Ada"), Author("Lake Board")),
        publisher="Lake Wire",
        container_title="The Herald",
        archive_location="https://archive.example/x",
    )
    page = replace(a_small_page("sources/sallvik-opens", KINDS.source, "Talks open"), sources=(item,))
    work = graph(page)["ItemPage"]["mainEntity"]
    assert work["@type"] == "NewsArticle"
    assert work["author"] == [
        {"@type": "Person", "name": "Ada Marsh", "familyName": "Marsh", "givenName": "Ada"},
        {"name": "Lake Board"},
    ]
    assert (work["publisher"]["name"], work["isPartOf"]["name"]) == ("Lake Wire", "The Herald")
    assert work["archivedAt"] == "https://archive.example/x"


def test_the_way_to_a_page_leads_from_the_first_page() -> None:
    """Home, the index of its folder, the page; an index once."""
    page = a_page("rounds/sallvik", kind=KINDS.round, title="First round, Sällvik")
    steps = graph(page)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Sarn and Sound", "Talk rounds", "First round, Sällvik"]
    index = graph(a_small_page("rounds/index", KINDS.rounds, "Talk rounds"))
    assert len(index["BreadcrumbList"]["itemListElement"]) == 2
    assert "BreadcrumbList" not in graph(a_page("index", kind=KINDS.home))


def test_people_events_and_terms_have_their_own_types() -> None:
    """As schema.org names them; what is not known is left out."""
    upton = Named("Organization", "Upton", Target("sides/upton"), "organisation")
    ada = Named("Person", "Ada Marsh", Target("people/ada-marsh"), "person")
    sallvik = Named("Place", "Sällvik", Target("glossary", "sallvik"), "place")
    person = KnownPerson("Ada Marsh", (), "Minister", None, upton, ada.target, ("https://x.example/Q1",))
    talks = KnownEvent(
        "First round",
        parse("2023-02-14~/2023-02-15"),
        sallvik,
        "They met.",
        (ada,),
        (upton,),
        Target("rounds/x"),
    )
    weir = KnownEntry(
        ("DefinedTerm",), "term", "Weir", ("gate",), "It holds water.", Target("glossary", "weir")
    )
    told = graph(a_page("people/ada-marsh", kind=KINDS.person, about=(person,)))["ProfilePage"]
    assert told["mainEntity"]["@type"] == "Person"
    of_upton = {
        "@type": "Organization",
        "@id": "https://talks.example/sarn/sides/upton/#organisation",
        "name": "Upton",
    }
    assert told["mainEntity"]["affiliation"] == [of_upton]
    assert told["mainEntity"]["sameAs"] == ["https://x.example/Q1"]
    assert "alternateName" not in told["mainEntity"]
    event = graph(a_page("rounds/x", kind=KINDS.round, about=(talks,)))["Article"]["mainEntity"]
    assert (event["startDate"], event["endDate"]) == ("2023-02", "2023-02-15")
    assert event["location"]["@id"] == "https://talks.example/sarn/glossary/#sallvik"
    assert event["attendee"] == [
        {"@type": "Person", "@id": told["mainEntity"]["@id"], "name": "Ada Marsh"},
    ], "the very node of the person's own page"
    assert event["organizer"] == [of_upton]
    terms = graph(a_small_page("glossary", KINDS.glossary, "Glossary"))["WebPage"]
    assert "mainEntity" not in terms
    glossary = replace(a_small_page("glossary", KINDS.glossary, "Glossary"), about=(weir,))
    terms = graph(glossary)["WebPage"]["mainEntity"]
    assert terms["@type"] == "DefinedTermSet"
    assert terms["hasDefinedTerm"][0]["alternateName"] == ["gate"]
    assert terms["hasDefinedTerm"][0]["@id"] == terms["hasDefinedTerm"][0]["url"]
    assert terms["hasDefinedTerm"][0]["url"] == "https://talks.example/sarn/glossary/#weir"


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index", "briefings/water", "briefings/water/"),
        ("briefings/water", "index", "../../"),
        ("briefings/water", "briefings/ferry", "../ferry/"),
        ("briefings/water", "briefings/index", "../"),
        ("rounds/index", "rounds/index", "./"),
    ],
)
def test_without_an_address_linked_data_is_relative(page: str, target: str, address: str) -> None:
    """Seen from where the engine shows the page."""
    assert Addresses(page, SiteAddress()).of(Target(target)) == address


@pytest.mark.parametrize(
    ("path", "kind", "feeds"),
    [
        ("briefings/water", KINDS.topic, ["../../feeds/briefings/water", "../../feeds/index"]),
        ("rounds/index", KINDS.rounds, ["../feeds/index"]),
        ("index", KINDS.home, ["feeds/index"]),
    ],
)
def test_strict_readers_find_the_feeds(path: str, kind: Kind, feeds: list[str]) -> None:
    """Its own before the site's, each as Atom and as JSON Feed; parsers that forgive find the same."""
    page = a_page(path, kind=kind, is_fed=kind.fed is Fed.ALWAYS)
    html = f"<html><head>{head(an_edition(), page, HERE)}</head><body></body></html>"
    wanted = [(kind, f"{feed}{end}") for feed in feeds for kind, end in ((ATOM, ".atom"), (JSON, ".json"))]
    assert feeds_found(html) == wanted
    links = feedparser.parse(html).feed.links
    assert [(link.type, link.href) for link in links if link.rel == "alternate"] == wanted


def test_equal_pages_have_equal_heads() -> None:
    """No clock and no order of a set."""
    page = numbered(a_page())
    assert linked_data(an_edition(), page, HERE) == linked_data(an_edition(), page, HERE)
    assert head(an_edition(), page, HERE) == head(an_edition(), page, HERE)


def test_as_much_of_a_date_is_told_as_is_sure() -> None:
    """A doubtful day is a month to machines that know no doubt."""
    told = [parse(text) for text in ("2023-05-04", "2023-05-04~", "2023-05?", "2023~")]
    assert [date.sure().iso() for date in told if isinstance(date, PartialDate)] == [
        "2023-05-04",
        "2023-05",
        "2023",
        "2023",
    ]
