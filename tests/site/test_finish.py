"""What a site gets after the engine and before it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.dates import PartialDate
from generator.model.diagnostics import Diagnostic
from generator.model.pages import Edition
from generator.site import finish
from generator.site.finish import FINISHING, Staged, finished, links, without_needless_references
from tests.support.projects import configured

EMPTY = Edition("A site", PartialDate(2025, 6, 9), "0" * 64, (), (), (), ())


def test_steps_are_taken_in_order_and_all_their_problems_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later step sees what an earlier one made, even if that one complained."""

    def writes(staged: Staged) -> list[Diagnostic]:
        (staged.folder / "made.txt").write_text("made")
        return [Diagnostic("first", "one")]

    def reads(staged: Staged) -> list[Diagnostic]:
        return [Diagnostic("second", (staged.folder / "made.txt").read_text())]

    monkeypatch.setattr(finish, "FINISHING", (writes, reads))
    problems = finished(Staged(tmp_path, configured(tmp_path), EMPTY))
    assert [(problem.code, problem.message) for problem in problems] == [("first", "one"), ("second", "made")]


def test_every_site_has_its_links_looked_at() -> None:
    """The gate is one of the steps: no site is shown unseen."""
    assert links in FINISHING


def test_references_that_only_markdown_needed_are_signs_again() -> None:
    """Text and attributes say the same; what could be a tag or an entity, and scripts, stay as they are."""
    page = '<p title="a&#44; b&#46;">&#60;b&#62; &amp&#59; c&#58;&#45;</p><script>"&#46;"</script>'
    lighter = '<p title="a, b.">&#60;b&#62; &amp&#59; c:-</p><script>"&#46;"</script>'
    assert without_needless_references(page) == lighter
    assert (
        without_needless_references("<p>a\n  b</p>\n\n  <pre>\n  c</pre>") == "<p>a\nb</p>\n<pre>\n  c</pre>"
    )
