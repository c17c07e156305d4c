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
