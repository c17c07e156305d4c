"""The engine's own index: pages read its settings, what is searched are the parts of ours."""

from __future__ import annotations

import json
from pathlib import Path

from generator.site.finish import INDEX, empty_index

TOLD = {"config": {"separator": "-"}, "docs": [{"location": "", "title": "</script>\u2028", "text": "Вода"}]}


def test_pages_read_no_documents(tmp_path: Path) -> None:
    """The settings stay: the theme marks by them what was sought."""
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text(json.dumps(TOLD), encoding="utf-8")
    empty_index(tmp_path)
    assert json.loads((tmp_path / INDEX).read_text(encoding="utf-8")) == TOLD | {"docs": []}


def test_what_another_engine_searches_stays(tmp_path: Path) -> None:
    """An index without documents of its own is not ours to empty; a site may have none."""
    empty_index(tmp_path)
    assert not (tmp_path / INDEX).exists()
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text('{"items":[]}', encoding="utf-8")
    empty_index(tmp_path)
    assert (tmp_path / INDEX).read_text(encoding="utf-8") == '{"items":[]}'
