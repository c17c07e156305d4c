"""The navigation as MkDocs configuration. Themes print its labels raw, so they are HTML-escaped here."""

from __future__ import annotations

from typing import Any

import yaml

from generator.model.addresses import SiteFiles
from generator.model.edition import Edition, NavItem
from generator.render.escape import shown_raw
from generator.render.places import path


def navigation(edition: Edition, policy: str | None) -> bytes:
    """`build/nav.yml`, which `mkdocs.yml` inherits; `policy` is a content security policy for its pages.

    A site with a policy is one that is published, so its pages name the archive that is packed of it.
    """
    config: dict[str, Any] = {"nav": [_item(item) for item in edition.navigation]}
    if policy is not None:
        config["extra"] = {"policy": policy, "archive": SiteFiles.ARCHIVE}
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000).encode()


def _item(item: NavItem) -> dict[str, Any]:
    page = None if item.page is None else f"{path(item.page)}.md"
    if not item.items:
        return {shown_raw(item.label): page}
    first = [page] if page else []
    return {shown_raw(item.label): [*first, *(_item(each) for each in item.items)]}
