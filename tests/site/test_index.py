"""The search index in two files, and in one again."""

from __future__ import annotations

import json
from pathlib import Path

from generator.site.finish import DOCUMENTS, INDEX, part_index, whole_index

TOLD = {"config": {"separator": "-"}, "docs": [{"location": "", "title": "</script>\u2028", "text": "Вода"}]}


def test_pages_read_no_documents(tmp_path: Path) -> None:
    """What pages read has the settings alone; together the files are what the engine wrote."""
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text(json.dumps(TOLD), encoding="utf-8")
    part_index(tmp_path)
    assert json.loads((tmp_path / INDEX).read_text(encoding="utf-8")) == TOLD | {"docs": []}
    assert (tmp_path / DOCUMENTS).read_text(encoding="utf-8").isascii()
    assert json.loads(whole_index(tmp_path) or "") == TOLD


def test_what_another_engine_searches_stays(tmp_path: Path) -> None:
    """An index without documents of its own is not ours to part; a site may have none."""
    part_index(tmp_path)
    assert whole_index(tmp_path) is None
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text('{"items":[]}', encoding="utf-8")
    part_index(tmp_path)
    assert whole_index(tmp_path) == '{"items":[]}'
