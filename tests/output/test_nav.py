"""The navigation that MkDocs inherits."""

from __future__ import annotations

from dataclasses import replace

import yaml

from generator.model.pages import NavItem
from generator.output.views import navigation
from tests.output.editions import an_edition
from tests.output.golden_files import agrees


def test_the_navigation_is_written_as_it_was() -> None:
    """Pages under their labels, groups with their index first, the policy under extra."""
    assert agrees("nav.yml", navigation(an_edition(), "default-src 'self'"))


def test_there_is_no_policy_unless_given() -> None:
    """An empty policy would be one."""
    assert set(yaml.safe_load(navigation(an_edition(), None))) == {"nav"}


def test_an_index_alone_in_a_group_is_not_taken_for_the_groups_own() -> None:
    """Engines call a group by the first index in it: one of another name stands in a group of its own."""
    people = NavItem("People", None, (NavItem("People", "people/index"), NavItem("Ada", "people/ada")))
    group = NavItem("Look up", None, (people, NavItem("Sources", "sources/index")))
    (found,) = yaml.safe_load(navigation(replace(an_edition(), navigation=(group,)), None))["nav"]
    assert found == {
        "Look up": [
            {"People": [{"People": "people/index.md"}, {"Ada": "people/ada.md"}]},
            {"Sources": [{"Sources": "sources/index.md"}]},
        ]
    }


def test_labels_are_escaped_for_themes_that_print_them_raw() -> None:
    """No YAML and no HTML in a label; it stays one label."""
    label = "<img src=x onerror=alert(1)>: !!python/object {a: b} # & 'x' \"y\"\n- z"
    edition = replace(
        an_edition(), navigation=(NavItem(label, "index"), NavItem("no", None, (NavItem("1.5", "a"),)))
    )
    first, second = yaml.safe_load(navigation(edition, None))["nav"]
    ((shown, page),) = first.items()
    assert page == "index.md"
    assert not set(shown) & set("<>\"'\n")
    assert shown.startswith("&lt;img src=x onerror=alert(1)&gt;: !!python")
    assert second == {"no": [{"1.5": "a.md"}]}
