"""The papers that briefings are printed on, each with the typesetter's name of it."""

from __future__ import annotations

PAPERS = {"a4": "a4", "letter": "us-letter"}
