"""Small projects for tests: a valid one, and changes to it that are written as data."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.read.settings import open_settings
from generator.site.settings import Configured

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "diagnostics" / "base"
SUBJECT = ROOT / "tests" / "subject"
INPUTS = ("sources", "content", "mkdocs.yml")


def copy_of(project: Path, folder: Path) -> Path:
    """A copy of a project's inputs in another folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in INPUTS:
        if (project / name).is_dir():
            shutil.copytree(project / name, folder / name)
        else:
            shutil.copy(project / name, folder / name)
    return folder


def configured(folder: Path) -> Configured:
    """A project as the site engine takes it, its settings as they are now."""
    return Configured(folder, open_settings(folder).settings)


def overlay(folder: Path, changes: Mapping[str, Any]) -> None:
    """Change files of a project.

    A text replaces a file; None removes it. A mapping makes what text cannot: `hex` bytes, `repeat` a
    text so many `times`, a `link` to another path, or `old` words of the file to become `new` ones.
    """
    for name, change in changes.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match change:
            case None:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            case str():
                path.write_text(change, encoding="utf-8")
            case {"hex": digits}:
                path.write_bytes(bytes.fromhex(digits))
            case {"repeat": text, "times": times, **rest}:
                path.write_text(
                    rest.get("before", "") + text * times + rest.get("after", ""), encoding="utf-8"
                )
            case {"link": target}:
                path.unlink(missing_ok=True)
                path.symlink_to(target)
            case {"old": old, "new": new}:
                text = path.read_text(encoding="utf-8")
                assert old in text, f"{name} does not hold {old!r}"
                path.write_text(text.replace(old, new, 1), encoding="utf-8")
            case _:
                raise AssertionError(change)


def speak_german(project: Path) -> None:
    """Give a site German words around its statements, which stay English."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  language: en\n", "  language: de\n")
    assert "  language: de\n" in text
    text, count = re.subn(r"^  briefing: \{", "  briefing: {content_language: en, ", text, flags=re.MULTILINE)
    if not count:
        ours = "  briefing:\n    content_language: en\n"
        text, count = re.subn(r"^  briefing:\n", ours, text, flags=re.MULTILINE)
    if not count:
        ours = "extra:\n  briefing: {content_language: en}\n"
        text, count = re.subn(r"^extra:\n", ours, text, flags=re.MULTILINE)
    assert count == 1
    settings.write_text(text, encoding="utf-8")
