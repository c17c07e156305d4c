"""The bibliography as CSL-JSON."""

from __future__ import annotations

import json

from generator.compose.descriptions import bibliography
from generator.model.sources import TYPES, Author, CslDate, CslItem, csl_json
from generator.pipeline import check
from generator.project import Project
from tests.support.projects import ROOT, SUBJECT

TEXTS = {
    "id",
    "type",
    "title",
    "title-short",
    "publisher",
    "container-title",
    "URL",
    "archive_location",
    "language",
    "note",
}


AUTHORS = (Author("Lake Board"), Author(family="Marsh", given="Ada"))


def test_every_source_is_an_item_with_the_required_fields() -> None:
    """Names and types are those of the CSL input schema, for both subjects."""
    for root in (ROOT, SUBJECT):
        dossier, _ = check(Project(root))
        assert dossier is not None
        items = json.loads(csl_json(bibliography(dossier)))
        assert [item["id"] for item in items] == sorted(dossier.sources)
        for item in items:
            assert item["type"] in TYPES - {"article"}, "which CSL has for a preprint"
            assert all(isinstance(item[name], str) and item[name] for name in TEXTS & item.keys())
            assert item.keys() <= TEXTS | {"author", "issued", "accessed"}
            for date in (item[name] for name in ("issued", "accessed") if name in item):
                assert all(1 <= len(part) <= 3 for part in date["date-parts"])


def test_what_is_not_known_has_no_key() -> None:
    """No empty text, no null, no guess."""
    (item,) = json.loads(csl_json([CslItem("a", "article", "A title")]))
    assert item == {"id": "a", "type": "article", "title": "A title"}


def test_an_approximate_date_is_circa() -> None:
    """CSL's word for a date that no source prints."""
    issued = CslDate(((2023, 3, 10),), circa=True)
    (item,) = json.loads(csl_json([CslItem("a", "article", "A title", author=AUTHORS, issued=issued)]))
    assert item["issued"] == {"date-parts": [[2023, 3, 10]], "circa": True}
    assert item["author"] == [{"literal": "Lake Board"}, {"family": "Marsh", "given": "Ada"}]
