"""Which forms of a person's name truly differ."""

from __future__ import annotations

import pytest

from generator.compose.findings.names import Deviation, Form, difference, forms_differ


@pytest.mark.parametrize(
    ("label", "form", "differs"),
    [
        ("Irena Vetrova", "Irena Vetrova", None),
        ("Irena Vetrova", "Vetrova", None),
        ("Irena Vetrova", "Ms Vetrova", None),
        ("Irena Vetrova", "President Vetrova", None),
        ("Irena Vetrova", "I. Vetrova", None),
        ("Irena Vetrova", "Ирена Ветрова", None),
        ("Lin Ruohai", "林若海", None),
        ("Lin Ruohai", "Lin Ruo-hai", None),
        ("Lin Ruohai", "Ruohai Lin", Deviation.OTHER_ORDER),
        ("Irena Vetrova", "Irina Vetrova", Deviation.OTHER_SPELLING),
        ("Irena Vetrova", "Wetrowa", Deviation.OTHER_SPELLING),
    ],
)
def test_a_part_a_title_or_another_script_is_no_other_name(
    label: str, form: str, differs: Deviation | None
) -> None:
    """Another order and another spelling are."""
    assert difference(label, form) == differs


@pytest.mark.parametrize(
    ("differs", "expected"),
    [
        ([None, None], False),
        ([Deviation.OTHER_SPELLING], False),
        ([None, Deviation.OTHER_SPELLING], True),
        ([None, Deviation.OTHER_ORDER], True),
        ([Deviation.MISSPELT], True),
    ],
)
def test_sources_differ_only_if_they_print_more_than_one_way(
    differs: list[Deviation | None], expected: bool
) -> None:
    """A spelling that all sources share is no disagreement; a known misspelling always is one."""
    assert forms_differ(Form(f"form {place}", each) for place, each in enumerate(differs)) == expected
