"""Promises of the diagnostic of a miss."""

from __future__ import annotations

import pytest

from generator.text.quotations import nearest
from tests.text.builders import a_source

SOURCE = a_source(
    "Nothing of note was said.",
    "The ministers have not yet agreed to lift all of the controls on “rare\u00a0salts”,"
    " Mr Quist said on Friday.",
    "Prices rose 34.5% in May.",
)


@pytest.mark.parametrize(
    ("quotation", "text", "missing", "extra"),
    [
        ("Prices rose 35.5% in May", "Prices rose 34.5% in May", ("35.5%",), ("34.5%",)),
        ("4.5% in May", "34.5% in May", ("4.5%",), ("34.5%",)),
        (
            "have agreed to lift all of the controls",
            "have not yet agreed to lift all of the controls",
            (),
            ("not", "yet"),
        ),
        ("Mr Quest said on Friday", "Mr Quist said on Friday", ("Quest",), ("Quist",)),
        ('controls on "rare earths"', "controls on “rare\u00a0salts”", ("earths",), ("salts",)),
        ("Nothing of note was ever said", "Nothing of note was said", ("ever",), ()),
        ("Prices […] lift none of the controls", "lift all of the controls", ("none",), ("all",)),
        ("prices rose 34.5% in May", "Prices rose 34.5% in May", ("prices",), ("Prices",)),
    ],
)
def test_a_miss_shows_what_differs(
    quotation: str, text: str, missing: tuple[str, ...], extra: tuple[str, ...]
) -> None:
    """The nearest words as the source prints them, the words it lacks, and the words it has instead."""
    near = nearest(quotation, SOURCE)
    assert near is not None
    assert (near.text, near.missing, near.extra) == (text, missing, extra)
    assert SOURCE.source.text[near.start : near.end] == text


def test_nothing_is_near_to_other_words() -> None:
    """Words that resemble nothing in the source give no suggestion."""
    assert nearest("xylophone zebra quartz 777", SOURCE) is None
    assert nearest("[…]", SOURCE) is None
    assert nearest("words", a_source()) is None


def test_pieces_in_the_wrong_order_are_near_but_not_different() -> None:
    """Every piece stands in the source, so no word differs."""
    near = nearest("said on Friday […] The ministers", SOURCE)
    assert near is not None
    assert near.missing == near.extra == ()
