"""The labelled pairs of `benchmarks/claims` are sound, and their tables count what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.claims.__main__ import main
from benchmarks.claims.judging import AGREES, DIFFERS, NOT_READ, Judged
from benchmarks.claims.labelled import HERE, Mislabelled, pairs_in
from benchmarks.claims.tables import four_cells, grouped, wrong

ITEM = """
- id: one
  sentence: Two of five members resigned, the chair said.
  quotation: Two of five members resigned
  statements:
    - {text: Two of the five members resigned., is: honest, worded: near, kind: reworded}
    - {text: Three of five members resigned., is: slip, worded: near, kind: number, slip_of: value}
"""


def a_file(folder: Path, text: str = ITEM) -> Path:
    """A file of labelled pairs."""
    path = folder / "pairs.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("half", ["tuned", "apart"])
def test_every_pair_is_labelled(half: str) -> None:
    """Each file of a half can be read, and the half holds both labels in both wordings."""
    cells = Counter((pair.is_slip, pair.worded) for pair in pairs_in(HERE / half))
    assert len(cells) == 4


def test_both_halves_hold_the_same_languages() -> None:
    """What is in one half, language by language, is in the other."""
    tuned, apart = (
        {(pair.evidence.language, pair.language) for pair in pairs_in(HERE / half)}
        for half in ("tuned", "apart")
    )
    assert tuned == apart
    assert {("de", "de"), ("zh", "zh"), ("fr", "fr"), ("es", "es"), ("de", "en"), ("zh", "en")} < apart


def test_no_pair_occurs_twice() -> None:
    """Ids, sentences and statements are unique over all sets: nothing fresh was seen while tuning."""
    pairs = pairs_in(HERE)
    evidence = {pair.evidence for pair in pairs}
    for values in (
        [one.id for one in evidence],
        [(one.language, one.sentence) for one in evidence],
        [(pair.evidence.id, pair.text) for pair in pairs],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_slips_and_honest_statements_share_their_evidence() -> None:
    """No rule can tell a slip from an honest statement by what they are about."""
    labels: dict[str, set[bool]] = {}
    for pair in pairs_in(HERE):
        labels.setdefault(pair.evidence.id, set()).add(pair.is_slip)
    assert [name for name, both in labels.items() if len(both) < 2] == []


@pytest.mark.parametrize(
    ("right", "fault"),
    [
        ("quotation: Two of five", "quotation: Two of six"),
        ("kind: number", "kind: reworded"),
        (", slip_of: value", ""),
        ("worded: near", "worded: far"),
        ("is: honest", "is: true"),
        ("sentence:", "sentense:"),
    ],
)
def test_a_mislabelled_item_is_refused(tmp_path: Path, right: str, fault: str) -> None:
    """A fault in a file of pairs is told with the file and the item."""
    with pytest.raises(Mislabelled, match=r"pairs\.yml: one"):
        pairs_in(a_file(tmp_path, ITEM.replace(right, fault, 1)))


def test_a_statement_may_be_in_another_language(tmp_path: Path) -> None:
    """A statement is in the language of its evidence unless the item says otherwise."""
    assert {pair.language for pair in pairs_in(a_file(tmp_path))} == {"en"}
    other = pairs_in(a_file(tmp_path, ITEM.replace("  quotation:", "  statement_language: de\n  quotation:")))
    assert {pair.language for pair in other} == {"de"}
    rows = list(grouped([Judged(pair, AGREES) for pair in other], "language"))
    assert [row.split("  ")[0] for row in rows[1:]] == [
        "en, statement de, honest near",
        "en, statement de, slips near",
    ]


def test_only_a_difference_counts_as_found(tmp_path: Path) -> None:
    """A finding beside another outcome finds no slip; a difference on an honest statement is an alarm."""
    honest, slip = pairs_in(a_file(tmp_path))
    finding = (("other-number", "statement: three, evidence: two"),)
    unsure = [Judged(honest, DIFFERS, finding), Judged(slip, NOT_READ, finding)]
    assert [line.split(" ")[0] for line in wrong(unsure) if not line.startswith(" ")] == ["FALSE", "MISSED"]
    assert list(wrong([Judged(honest, AGREES), Judged(slip, DIFFERS, finding)])) == []


def test_each_cell_tells_found_passed_and_unread(tmp_path: Path) -> None:
    """Shares are of the pairs of the cell."""
    honest, slip = pairs_in(a_file(tmp_path))
    free = replace(slip, worded="free")
    all_judged = [Judged(slip, DIFFERS), Judged(free, NOT_READ), Judged(honest, AGREES)]
    rows = [" ".join(line.split()) for line in four_cells(all_judged)]
    assert "slips near 1 100.0 % 0.0 % 0.0 %" in rows
    assert "slips free 1 0.0 % 0.0 % 100.0 %" in rows
    assert "honest near 1 0.0 % 100.0 % 0.0 %" in rows
    assert "honest free 0 - - -" in rows
    by_kind = [line.split("  ")[0] for line in grouped(all_judged, "kind")]
    assert by_kind[1:] == ["honest: reworded", "slip: number"]


@pytest.mark.parametrize("pairs", ["fresh", str(HERE), str(HERE / "fresh" / "en-1.yml")])
def test_fresh_pairs_are_never_shown(pairs: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever works on the rules cannot print what they are measured on."""
    with pytest.raises(SystemExit):
        main([pairs, "--show"])
    assert "not shown" in capsys.readouterr().err
