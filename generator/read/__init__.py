"""The first stage: files to a `Corpus`. What was written, every value with its span; nothing judged yet."""

from __future__ import annotations

from generator.read.project import lines_of, read

__all__ = ["lines_of", "read"]
