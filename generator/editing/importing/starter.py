"""What a folder needs beside its sources, so that `check` and `build` run in it."""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.editing.quoting import in_quotes

_SETTINGS = Path(__file__).with_name("starter.yml")

GLOSSARY = """# Who and what the sources are about; docs/formats.md tells the fields.
# `briefing suggest names` proposes entries, ready to be pasted below these lines.
sides: []
people: []
organisations: []
places: []
concepts: []
measures: []
measurands: []
"""
TIMELINE = """# What happened, and the rounds of talks. Each event cites exact words of a source.
events: []
"""
IGNORED = """/build/
/.cache/
"""


def missing_files(project: Path, today: datetime.date) -> dict[Path, bytes]:
    """The files that the folder lacks, and what is to be in them."""
    name = project.resolve().name or "Briefing"
    settings = (
        _SETTINGS.read_text(encoding="utf-8")
        .replace("SITE_NAME", in_quotes(name))
        .replace("AS_OF", today.isoformat())
    )
    wanted = {
        project / "mkdocs.yml": settings,
        project / "content" / "glossary.yml": GLOSSARY,
        project / "content" / "timeline.yml": TIMELINE,
        project / ".gitignore": IGNORED,
    }
    return {path: text.encode() for path, text in wanted.items() if not path.exists()}
