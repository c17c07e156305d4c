"""The linked data of a whole site: one graph, joined by identifiers, that answers questions."""

from __future__ import annotations

import pytest
from rdflib import Graph

from generator.project import Project
from tests.support.graphs import answers, graph_of


@pytest.fixture(scope="module")
def told(second: Project) -> Graph:
    """All linked data of the second subject's site."""
    return graph_of(second.site)


def test_who_met_whom_in_which_round(told: Graph) -> None:
    """Across the table: of two sides."""
    question = """SELECT ?round ?one ?other WHERE {
      ?event a s:Event ; s:name ?round ; s:attendee ?a, ?b ; s:organizer ?x, ?y .
      ?a s:name ?one ; s:affiliation ?x . ?b s:name ?other ; s:affiliation ?y .
      FILTER(?x != ?y && STR(?one) < STR(?other)) }"""
    met = answers(told, question)
    first = {(one, other) for round, one, other in met if round == "First round, Sällvik"}
    assert ("Astrid Fennhalm", "Irena Vetrova") in first
    assert ("Milena Orlan", "Teodor Quist") not in first, "who are of one side"
    assert {one for pair in first for one in pair} == {
        "Astrid Fennhalm",
        "Halvard Brekken",
        "Irena Vetrova",
        "Milena Orlan",
        "Teodor Quist",
    }


def test_what_somebody_said_and_where_it_is_printed(told: Graph) -> None:
    """The words, their source and its paragraph."""
    question = """SELECT ?words ?title ?paragraph WHERE {
      ?claim a s:Claim ; s:author [ s:name "Teodor Quist" ] ; s:citation ?quotation .
      ?quotation a s:Quotation ; s:text ?words ; s:position ?paragraph ; s:isPartOf [ s:name ?title ] }"""
    said = answers(told, question)
    assert (
        "nobody drinks sprat",
        "“Half a handshake”: Sällvik talks open on water, sprat and the ferry",
        "3",
    ) in said
    notes = "Notes from the quay: *three* rounds & <b>no</b> fish {{ 7*7 }}"
    assert ("a timetable without a ferry", notes) in {each[:2] for each in said}


def test_which_statements_cite_a_source(told: Graph) -> None:
    """Through the words, be they the article's or those of our summary."""
    question = """SELECT DISTINCT ?text WHERE {
      ?claim a s:Claim ; s:text ?text ; s:citation/(s:isPartOf|s:isBasedOn) ?work .
      FILTER(STRENDS(STR(?work), "/sources/%s/#work")) }"""
    of_note, of_interview = (
        answers(told, question % name) for name in ("institute-note", "vetrova-interview")
    )
    assert ("The Sarn Basin Authority took over from an older commission.",) in of_note
    assert of_interview
    assert not of_interview <= of_note


def test_which_commitments_bind_a_side(told: Graph) -> None:
    """With their day; what is only expected of somebody binds nobody."""
    question = """SELECT ?what ?day WHERE {
      ?made a s:Action ; s:agent [ s:name "%s" ] ; s:name ?what . OPTIONAL { ?made s:endTime ?day } }"""
    assert answers(told, question % "Velmark") == {
        ("Velmark is to lift the berth ban for ferries.", "2023-04-30")
    }
    assert ("Kasteria is to publish the gate readings of Hollen Weir.", "2023-03-31") in answers(
        told, question % "Kasteria"
    )


def test_which_events_happened_at_a_place(told: Graph) -> None:
    """Places are of the glossary."""
    question = 'SELECT ?name WHERE { ?event a s:Event ; s:name ?name ; s:location [ s:name "Sällvik" ] }'
    assert answers(told, question) == {
        ("First round, Sällvik",),
        ("Heads of government plan to meet in Sällvik",),
    }


def test_every_node_that_is_pointed_to_exists(told: Graph) -> None:
    """Persons, places, words, pages: whatever of the site is named by its identifier is told somewhere."""
    question = """SELECT ?from ?to WHERE { ?from ?by ?to .
      FILTER(isIRI(?to) && STRSTARTS(STR(?to), "https://sarn-talks.org/") && ?by != s:url)
      FILTER NOT EXISTS { ?to a ?type } }"""
    assert not answers(told, question)


def test_whoever_has_an_entry_is_never_a_blank_node(told: Graph) -> None:
    """Only authors of sources, who have no page, are known by their name alone."""
    question = """SELECT DISTINCT ?name WHERE { ?someone s:name ?name .
      FILTER(isBlank(?someone)) FILTER EXISTS { ?known s:name ?name FILTER(isIRI(?known)) }
      FILTER EXISTS { ?other (s:attendee|s:affiliation|s:organizer|s:location|s:agent|s:author) ?someone }
      FILTER NOT EXISTS { ?work s:author ?someone } }"""
    assert not answers(told, question)


def test_what_is_the_same_elsewhere_is_told_of_the_thing_itself(told: Graph) -> None:
    """Of the side, not of its entry in the glossary."""
    question = "SELECT ?type ?address WHERE { ?thing s:sameAs ?address ; a ?type }"
    assert answers(told, question) == {
        ("https://schema.org/Organization", "https://registry.example/states/ors?a=1&b=%3Cscript%3E"),
        ("https://schema.org/Organization", "https://other.example/orsund"),
    }
