"""The checkers that npm brings are pinned, and come from whichever registry npm is told to use."""

from __future__ import annotations

import json
from pathlib import Path

NODE = Path(__file__).parents[1] / "node"


def test_every_checker_is_pinned_by_its_hash_and_names_no_host() -> None:
    """The lock holds a digest for each package, and no address to fetch it from."""
    lock = json.loads((NODE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_every_checker_is_asked_for_in_one_exact_version() -> None:
    """A new machine installs what the last one did."""
    asked = json.loads((NODE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((NODE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert asked == {name: lock[f"node_modules/{name}"]["version"] for name in asked}
