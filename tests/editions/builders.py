"""Manifests and projects to compare."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.editions.manifest import Manifest, composed
from generator.model.editions import Item, ItemKind, Played, Proof, Value
from generator.model.evidence import Voice
from generator.model.keys import DetailKey, Part
from generator.model.text import SourceId
from tests.support.programs import needed
from tests.support.projects import SUBJECT, copy_of, overlay

BRANCH = Path(__file__).with_name("branch.yml")
AUTHOR = ("-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> None:
    """Run git as an editor would, whatever is set on this machine."""
    subprocess.run([needed("git"), *AUTHOR, *arguments], cwd=folder, check=True, capture_output=True)


def add_source(project: Path) -> None:
    """One source more for a copy of the second subject, and what rests on it: branch.yml."""
    for change in yaml.safe_load(BRANCH.read_text(encoding="utf-8")):
        overlay(project, change)


def playing(part: Part, named: str | None = None) -> tuple[tuple[DetailKey, Value], ...]:
    """The details of a statement that plays a part."""
    return ((DetailKey.PART, Played(part, named)),)


def a_statement(text: str, *, name: str = "s-0000000001", **changes: Any) -> Item:
    """A statement about the lake, proved by one source."""
    values: dict[str, Any] = {
        "kind": ItemKind.STATEMENT,
        "id": name,
        "label": "Lake level",
        "text": text,
        "details": playing(Part.STATE_OF_PLAY),
        "proofs": (Proof(SourceId("herald"), f"words for {text}", "q-0000000001", Voice.ARTICLE),),
        "addresses": ("briefings/lake#s-0000000001",),
    }
    return Item(**{**values, **changes})


def a_manifest(*items: Item, as_of: str = "2023-05-22") -> Manifest:
    """An edition that holds these items and the page of the lake."""
    page = Item(
        kind=ItemKind.PAGE,
        id="briefings/lake",
        label="Lake",
        text="On the lake",
        addresses=("briefings/lake",),
    )
    return Manifest("Lakes", as_of, "0" * 64, (*items, page))


@cache
def of_subject() -> Manifest:
    """The second subject as it is."""
    return composed(SUBJECT, "the subject")


def of_changed(folder: Path, changes: dict[str, Any]) -> Manifest:
    """The second subject with changes."""
    shutil.rmtree(folder, ignore_errors=True)
    project = copy_of(SUBJECT, folder)
    overlay(project, changes)
    return composed(project, "the changed subject")
