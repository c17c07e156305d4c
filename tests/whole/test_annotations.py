"""The evidence as W3C Web Annotations: each passage is found on the built page where it is said to be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.project import Project


@cache
def page_at(site: Path, path: str) -> LexborHTMLParser:
    """A page of a built site by its address from the root."""
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def told(site: Path) -> dict[str, Any]:
    """The file of annotations."""
    found: dict[str, Any] = json.loads((site / "data" / "annotations.jsonld").read_text(encoding="utf-8"))
    return found


def one_or_more(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.fixture(params=["real", "second"])
def site(request: pytest.FixtureRequest) -> Path:
    """The built sites of both subjects."""
    project: Project = request.getfixturevalue(request.param)
    return project.site


def stretches(record: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Each target of each annotation with its two selectors."""
    for item in record["items"]:
        for target in one_or_more(item["target"]):
            quote, fragment = target["selector"]
            yield target, quote, fragment


def test_every_passage_is_found_by_its_words_and_by_its_place(site: Path) -> None:
    """The text of the paragraph's element has them at these positions, and around them what is said."""
    record = told(site)
    root = record["id"].removesuffix("data/annotations.jsonld")
    assert record["items"]
    for target, quote, fragment in stretches(record):
        page = page_at(site, target["source"].removeprefix(root))
        element = page.css_first(f"#{fragment['value']}")
        assert element is not None
        text, place = element.text(), fragment["refinedBy"]
        assert text[place["start"] : place["end"]] == quote["exact"], (target["source"], quote)
        assert text[: place["start"]].endswith(quote.get("prefix", ""))
        assert text[place["end"] :].startswith(quote.get("suffix", ""))


def test_every_annotation_leads_to_its_passage_and_to_statements_that_stand(site: Path) -> None:
    """Its anchor is on the page of the source, and each body the address of a statement."""
    record = told(site)
    root = record["id"].removesuffix("data/annotations.jsonld")
    for item in record["items"]:
        (source,) = {target["source"] for target in one_or_more(item["target"])}
        name = source.removeprefix(root).removeprefix("sources/").rstrip("/")
        anchor = item["id"].partition("#")[2].removeprefix(f"{name}-")
        assert page_at(site, source.removeprefix(root)).css_first(f"[id='{anchor}']")
        for body in item.get("body", ()):
            path, _, statement = body.removeprefix(root).partition("#")
            assert page_at(site, path).css_first(f"[id='{statement}']"), body


def test_it_is_a_page_of_annotations(site: Path) -> None:
    """With what the data model demands, each under an identifier of its own; most prove a statement."""
    record = told(site)
    assert record["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (record["type"], record["partOf"]["type"]) == ("AnnotationPage", "AnnotationCollection")
    assert record["partOf"]["total"] == len(record["items"])
    assert max(Counter(item["id"] for item in record["items"]).values()) == 1
    assert {item["type"] for item in record["items"]} == {"Annotation"}
    motivations = Counter(item["motivation"] for item in record["items"])
    assert motivations.keys() <= {"linking", "highlighting"}
    assert all(bool(item.get("body")) == (item["motivation"] == "linking") for item in record["items"])
    assert motivations["linking"] > motivations["highlighting"]


def test_every_cited_passage_that_is_shown_is_annotated(site: Path) -> None:
    """As many as the pages of sources mark."""
    marked = {
        (page.parent.name, node.attributes["id"])
        for page in (site / "sources").glob("*/index.html")
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css(".source-text [id^='q-']")
    }
    record = told(site)
    found = {item["id"].partition("#")[2] for item in record["items"]}
    assert {f"{name}-{anchor}" for name, anchor in marked} == found


def test_of_a_source_that_is_not_shown_whole_only_what_is_cited_is_told(second: Project) -> None:
    """What stands around a passage is what its page shows there, or the mark of what is left out."""
    source = (second.root / "sources" / "institute-note.md").read_text(encoding="utf-8")
    hidden = "Until it does, nobody can verify"
    assert hidden in source
    assert hidden not in (second.site / "data" / "annotations.jsonld").read_text(encoding="utf-8")
