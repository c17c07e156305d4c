"""Places are reviewed by one key each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.editing.seal_text import position
from generator.editing.side_by_side import Keyboard, review
from tests.editing.seals.builders import a_project, sealing_of


def reviewed(tmp_path: Path, keys: Sequence[str]) -> tuple[list[tuple[str, bool]], list[str]]:
    """The places of each sentence and whether it is reviewed, after these keys; and what was shown."""
    shown: list[str] = []
    left = iter(keys)
    made = review(sealing_of(a_project(tmp_path)), Keyboard(shown.append, lambda: next(left)))
    return [(" ".join(map(position, each.article)), each.reviewed) for each in made.seal.sentences], shown


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("aq", ("1.1", True)),
        ("laq", ("1.2", True)),
        ("leaq", ("1.1", True)),
        ("eaq", ("1.1", True)),
        ("+aq", ("1.1 1.2", True)),
        ("+-aq", ("1.1", True)),
        ("-a+aq", ("1.1", True)),
        ("lsq", ("1.1", False)),
        ("lq", ("1.1", False)),
        ("xaq", ("1.1", True)),
    ],
)
def test_a_key_does_what_it_says(tmp_path: Path, keys: str, first: tuple[str, bool]) -> None:
    """Accept, earlier, later, add, drop, skip, quit; nothing is accepted without a place."""
    assert reviewed(tmp_path, keys)[0][0] == first


def test_both_texts_are_shown(tmp_path: Path) -> None:
    """The sentence of the summary, and below it that of the article."""
    _, shown = reviewed(tmp_path, "q")
    assert "summary    1.1  Upton's council opened its new bridge on Monday 12 June." in shown[1]
    assert "article    1.1  The council of Upton opened the new bridge on Monday, 12 June." in shown[1]


def test_all_are_asked_in_order(tmp_path: Path) -> None:
    """Until the last."""
    sentences, _ = reviewed(tmp_path, "aaaaa")
    assert sentences == [(place, True) for place in ("1.1", "1.2", "1.3", "2.1", "2.2")]
