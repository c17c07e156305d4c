"""What the papers say of the measure is what is written down of it."""

from benchmarks.claims.labelled import pairs_in
from generator.model.measured import COMPARING
from tests.support.projects import ROOT


def test_the_readme_tells_the_figures_of_the_about_page() -> None:
    """One measurement, told twice in the same numbers."""
    told = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert f"on {COMPARING.pairs} labelled statements" in told
    assert (
        f"found {COMPARING.found_near} percent and let {COMPARING.passed_near} percent pass as right" in told
    )
    assert f"found {COMPARING.found_free} percent and let {COMPARING.passed_free} percent pass" in told
    assert f"flagged {COMPARING.flagged_near} and {COMPARING.flagged_free} percent" in told


def test_the_fresh_pairs_are_those_that_were_measured() -> None:
    """As many as the papers say."""
    assert len(pairs_in(ROOT / "benchmarks" / "claims" / "fresh")) == COMPARING.pairs
