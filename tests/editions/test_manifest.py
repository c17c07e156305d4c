"""The manifest: everything that an edition says, in a documented format, and read again without loss."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.editions.manifest import NotAManifest, manifest_of, read_manifest
from generator.model.commitments import CommitmentState
from generator.model.dates import PartialDate
from generator.model.editions import ItemKind, Names, Played
from generator.model.facts import EventKind, all_statements
from generator.model.keys import DetailKey, Part
from generator.output.data.exports import SCHEMA as SCHEMA_FILE
from generator.output.data.exports import manifest
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT

SCHEMA = Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")))
PROJECTS = (BASE, SUBJECT, ROOT)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_the_manifest_is_as_documented(project: Path) -> None:
    """The schema that lies beside it holds for every project."""
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
    assert [(i.kind, i.id, i.addresses, i.part_of) for i in read.items] == [
        (i.kind, i.id, i.addresses, i.part_of) for i in made.items
    ]


def test_what_is_read_has_values_again() -> None:
    """Dates are dates and choices are keys: nobody has to read text to tell them."""
    kept = read_manifest((ROOT / "content" / "editions" / "latest.json").read_bytes(), "latest.json")
    made = manifest_of(edition(ROOT))
    for one in (kept, made):
        values = {(item.kind, key): value for item in one.items for key, value in item.details}
        kinds = {key: type(value) for key, value in values.items()}
        assert kinds[ItemKind.DEADLINE, DetailKey.DUE] is PartialDate
        assert kinds[ItemKind.EVENT, DetailKey.KIND] is EventKind
        assert kinds[ItemKind.COMMITMENT, DetailKey.STATUS] is CommitmentState
        assert kinds[ItemKind.COMMITMENT, DetailKey.BY] is Names
        assert Part.RESULT in {item.part() for item in one.items}


@pytest.mark.parametrize(
    ("written", "part", "named"),
    [
        ("Key points", Part.KEY_POINTS, None),
        ("Position of the Sound", Part.POSITION, "the Sound"),
        ("Does it { hold }?", Part.SECTION, "Does it { hold }?"),
        ("Presence", Part.SECTION, "Presence"),
    ],
)
def test_a_part_is_read_as_it_is_written(written: str, part: Part, named: str | None) -> None:
    """What is none of the parts with a name in manifests is a section of an author's own."""
    played = Played.read(written)
    assert (played.part, played.named, str(Played(part, named))) == (part, named, written)


def test_a_detail_of_a_later_program_is_left_out() -> None:
    """It cannot be told, and does not keep the edition from being read."""
    record = json.loads(manifest(edition(BASE)))
    record["events"][0]["details"]["tide"] = "high"
    read = read_manifest(json.dumps(record).encode(), "edition.json")
    assert {item.checksum() for item in read.items} == {
        item.checksum() for item in manifest_of(edition(BASE)).items
    }


def test_an_edition_of_before_says_summary_too() -> None:
    """A new word for the same rights is no change for readers."""
    made = manifest(edition(ROOT))
    former = made.replace(b'"rights":"summary"', b'"rights":"digest"')
    assert former != made
    read = [read_manifest(content, "edition.json").of(ItemKind.SOURCE) for content in (former, made)]
    assert read[0] == read[1]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_everything_that_is_stated_is_in_it_once(project: Path) -> None:
    """Each statement of the dossier, under an id of its own, with the places where it stands."""
    items = manifest_of(edition(project)).of(ItemKind.STATEMENT)
    dossier, _ = verified(project)
    assert sorted(item.text for item in items) == sorted(each.text for each in all_statements(dossier))
    assert all(item.addresses for item in items)
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
