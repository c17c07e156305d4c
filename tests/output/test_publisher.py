"""Who publishes a site: on its pages, in references, feeds and linked data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.addresses import SiteAddress
from generator.model.pages import Edition
from generator.model.publishers import Publisher
from generator.output.views import views
from tests.support.dossiers import edition
from tests.support.projects import BASE

PUBLISHED = Publisher("The <b>Lake</b> Institute", "https://lake.example/desk", "Free to use.")


def file_of(made: Edition, name: str) -> str:
    """The text of one file of an edition."""
    return {str(path): file for path, file in views(made, SiteAddress()).items()}[name].make().decode()


@pytest.fixture(scope="module")
def published() -> Edition:
    return replace(edition(BASE), publisher=PUBLISHED)


def test_a_page_ends_with_who_publishes_it(published: Edition) -> None:
    """Escaped, with the contact as a link; nothing where nobody says."""
    page = file_of(published, "briefings/lake-level.md")
    assert 'class="publisher"' in page
    assert "<b>Lake" not in page
    assert 'class="external"' in page.partition('class="publisher"')[2].partition("</p>")[0]
    assert 'class="publisher"' not in file_of(edition(BASE), "briefings/lake-level.md")


def test_references_and_linked_data_name_the_publisher(published: Edition) -> None:
    """As author in APA, and as an organisation."""
    made = file_of(published, "briefings/lake-level.md")
    assert "Institute&#46; &#40;2023&#44; March 12&#41;&#46; Lake level" in made
    assert "The <b>Lake" in file_of(published, "data/briefings/lake-level.csl.json")
    assert '"publisher"' in file_of(published, "data/briefings/lake-level.jsonld")
