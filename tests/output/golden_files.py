"""Golden files: what a view printed when somebody last read it. `make goldens` rewrites them."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden")


def agrees(name: str, content: str | bytes) -> bool:
    """Whether content equals the golden file; under UPDATE_GOLDENS=1 the file becomes the content."""
    written = content.encode() if isinstance(content, str) else content
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDENS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    return path.is_file() and path.read_bytes() == written
