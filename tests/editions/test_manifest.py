"""The manifest: everything that an edition says, in a documented format, and read again without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.editions.manifest import NotAManifest, manifest_of, read_manifest
from generator.model.inventory import ItemKind
from generator.model.statements import all_statements
from generator.render.manifest import manifest
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

SCHEMA = Draft202012Validator(json.loads((ROOT / "docs" / "manifest.schema.json").read_text("utf-8")))
PROJECTS = (BASE, SUBJECT, ROOT)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_the_manifest_is_as_documented(project: Path) -> None:
    """The schema in docs/ holds for every project."""
    SCHEMA.validate(json.loads(manifest(edition(project))))


def test_the_documentation_names_every_field() -> None:
    """A field that nobody can look up is of no use."""
    told = (ROOT / "docs" / "manifest.md").read_text("utf-8")
    fields = {*SCHEMA.schema["properties"], *SCHEMA.schema["$defs"]["item"]["properties"]}
    assert {name for name in fields if f"`{name}`" not in told} == set()


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_reading_loses_nothing(project: Path) -> None:
    """What is read from the file equals what was composed."""
    read = read_manifest(manifest(edition(project)), "edition.json")
    made = manifest_of(edition(project))
    assert {item.checksum() for item in read.items} == {item.checksum() for item in made.items}
    assert [(i.kind, i.id, i.places, i.part_of) for i in read.items] == [
        (i.kind, i.id, i.places, i.part_of) for i in made.items
    ]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_everything_that_is_stated_is_in_it_once(project: Path) -> None:
    """Each statement of the dossier, under an id of its own, with the places where it stands."""
    items = manifest_of(edition(project)).of(ItemKind.STATEMENT)
    dossier, _ = verified(project)
    assert sorted(item.text for item in items) == sorted(each.text for each in all_statements(dossier))
    assert all(item.places for item in items)
    for kind in ItemKind:
        names = [item.id for item in manifest_of(edition(project)).of(kind)]
        assert len(names) == len(set(names)), kind


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"format": "briefing-edition/0"}', b'{"format": "briefing-edition/1"}']
)
def test_what_is_no_manifest_is_refused(content: bytes) -> None:
    """The message names the file."""
    with pytest.raises(NotAManifest, match=r"old\.json"):
        read_manifest(content, "old.json")
