"""Small projects and files to read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.model.content import Corpus
from generator.model.diagnostics import Diagnostic
from generator.read.corpus import read
from generator.read.inputs import InputFile

SETTINGS = "site_name: Talks\nsite_description: Talks between two towns\n"
GLOSSARY = "concepts:\n  - id: lake\n    pref_label: lake\n"
TIMELINE = "events:\n  - {id: met, kind: meeting, title: They met, date: 2023, summary: They met.}\n"


def a_source(text: str = "The lake has fallen.", **fields: str) -> str:
    head = {"title": "Lake", "rights": "full", **fields}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in head.items()) + f"---\n{text}\n"


def a_file(text: str, path: str = "sources/herald.md") -> InputFile:
    return InputFile(path, text, hashlib.sha256(text.encode()).hexdigest())


def a_project(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """A project without faults, but for the files that are given; None leaves one out."""
    written: dict[str, str | bytes | None] = {
        "mkdocs.yml": SETTINGS,
        "content/glossary.yml": GLOSSARY,
        "content/timeline.yml": TIMELINE,
        "sources/herald.md": a_source(),
    }
    for name, content in (written | (files or {})).items():
        path = folder / name
        if content is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def corpus_of(project: Path) -> Corpus:
    """What a project without faults holds."""
    corpus, problems = read(project)
    assert problems == ()
    assert corpus is not None
    return corpus


def told(problems: tuple[Diagnostic, ...]) -> list[str]:
    """Place and code of each problem, in order."""
    return [f"{problem.span} {problem.code}" for problem in problems]


def codes(problems: tuple[Diagnostic, ...]) -> list[str]:
    return [problem.code for problem in problems]
