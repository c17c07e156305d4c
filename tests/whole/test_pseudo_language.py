"""Words have one home: whatever readers see in plain letters was written by authors, sources or the theme.

Sites are built in a language whose letters nobody writes (`tests/support/pseudo.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.diagnostics import has_errors
from generator.pipeline import build
from generator.project import Project
from tests.editions.builders import add_source
from tests.support.left_behind import Known, left_behind
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay, speak_german
from tests.support.pseudo import disguise_headings, disguised_catalogue, speaking_from
from tests.support.seen import Said, seen

FORMS = {
    ".html",
    ".pdf",
    ".png",
    ".atom",
    ".ics",
    ".json",
    ".jsonld",
    ".txt",
    ".bib",
    ".ris",
    ".js",
    ".md",
    ".docx",
    ".epub",
}
"""In what files readers have the words of a site."""
MOVED = "redirects:\n- {old: people/somebody, new: people/index}\n"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Catalogues in letters that nobody writes."""
    return disguised_catalogue(tmp_path / "words")


def project_of(source: Path, folder: Path) -> Project:
    """A copy of a project whose authors know the names of parts in that language."""
    project = Project(copy_of(source, folder / "project"))
    disguise_headings(project.root)
    return project


def said_by(project: Project) -> dict[str, list[Said]]:
    """What the project's site says to its readers, by the form of file; each text once."""
    outcome = build(project)
    assert not has_errors(outcome.problems)
    assert outcome.edition is not None
    texts: dict[tuple[str, str], Said] = {}
    for said in seen(project.site, outcome.edition):
        texts.setdefault((Path(said.file).suffix, said.text), said)
    forms: dict[str, list[Said]] = {}
    for (form, _), said in texts.items():
        forms.setdefault(form, []).append(said)
    return forms


def faults(project: Project, forms: dict[str, list[Said]], language: str = "en") -> Iterator[str]:
    """Each phrase that was left behind, with the form of file and the place where it is said first."""
    known = Known(project.root, language)
    for form, said in forms.items():
        places: dict[str, Said] = {}
        for each in said:
            for phrase in left_behind(each.text, known):
                places.setdefault(phrase, each)
        for phrase, each in places.items():
            at = max(0, each.text.find(phrase.split()[0]) - 40)
            around = " ".join(each.text[at : at + len(phrase) + 80].split())
            yield f"{form} “{phrase}” in {each.file}, {each.where}: …{around}…"


def assert_nothing_is_left_behind(project: Project, language: str = "en") -> None:
    forms = said_by(project)
    assert forms.keys() >= FORMS
    found = [*faults(project, forms, language)]
    assert not found, "\n".join(found)


def test_no_word_of_ours_is_written_outside_the_catalogue(words: Path, tmp_path: Path) -> None:
    """On any page, on paper, in a picture, a feed, a calendar, an export or a script of the real site."""
    project = project_of(ROOT, tmp_path)
    with speaking_from(words):
        assert_nothing_is_left_behind(project)


def test_none_is_where_another_subject_tells_what_changed(words: Path, tmp_path: Path) -> None:
    """With changes of every kind since the edition before it, and a page that moved."""
    project = project_of(SUBJECT, tmp_path)
    with speaking_from(words):
        release(project)
        add_source(project.root)
        overlay(project.root, {"content/redirects.yml": MOVED})
        release(project)
        assert_nothing_is_left_behind(project)


def release(project: Project) -> None:
    """Release an edition of the project."""
    done = CliRunner().invoke(main, ["release", "-C", str(project.root)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("source", [ROOT, SUBJECT], ids=["real", "second"])
def test_a_german_site_has_no_english_word_of_ours(source: Path, tmp_path: Path) -> None:
    """What German says is in letters that nobody writes; what it lacks is said in English, and found.

    Its editions were released in German too.
    """
    words = disguised_catalogue(tmp_path / "words", language="de")
    project = Project(copy_of(source, tmp_path / "project"))
    shutil.rmtree(project.root / "content" / "editions", ignore_errors=True)
    speak_german(project.root)
    with speaking_from(words):
        release(project)
        if source is SUBJECT:
            add_source(project.root)
            release(project)
        assert_nothing_is_left_behind(project, "de")


PLANTED = {
    "part.notes": ".html",
    "print.foot.page": ".pdf",
    "picture.as-of": ".png",
    "edition.first": ".atom",
    "text.as-of": ".txt",
    "citation.note": ".bib",
    "citation.container": ".ris",
    "evidence.cite": ".js",
}
"""Messages, and a form that each is said in."""


def test_words_outside_the_catalogue_are_found_in_every_form(tmp_path: Path) -> None:
    """Messages that stay in plain letters, as if the program had said them itself."""
    words = disguised_catalogue(tmp_path / "words", but=PLANTED)
    project = project_of(BASE, tmp_path)
    with speaking_from(words):
        release(project)
        found = [*faults(project, said_by(project))]
    assert {fault.partition(" ")[0] for fault in found} >= {*PLANTED.values()}, "\n".join(found)
