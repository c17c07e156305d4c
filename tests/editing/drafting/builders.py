"""Small projects with something left to suggest, and what comes of pasting it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from generator.model.diagnostics import Diagnostic, Severity
from generator.model.facts import Dossier
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.projects import BASE, copy_of

GLOSSARY = "content/glossary.yml"


def project_with(text: str, folder: Path, glossary: str = "") -> Path:
    """The valid base project with one more source of this text, and more lines of its glossary."""
    project = copy_of(BASE, folder / "project")
    source = f"---\ntitle: Another\nissued: 2023-03-12\nrights: full\n---\n{text}\n"
    (project / "sources" / "another.md").write_text(source, encoding="utf-8")
    path = project / GLOSSARY
    path.write_text(path.read_text(encoding="utf-8") + glossary, encoding="utf-8")
    return project


def dossier_of(project: Path) -> Dossier:
    """What a project without errors proves."""
    dossier, problems = _verified(project)
    assert not [problem for problem in problems if problem.severity is Severity.ERROR], problems
    return dossier


def _verified(project: Path) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    corpus, unread = read(project)
    assert corpus is not None
    dossier, unproved = verify(corpus)
    return dossier, (*unread, *unproved)


def dossier_with(text: str, folder: Path, glossary: str = "") -> Dossier:
    """The dossier of the base project with this text."""
    return dossier_of(project_with(text, folder, glossary))


def paste(project: Path, suggested: str, below: str) -> None:
    """Put a suggestion below a list of the project's glossary, as an author does."""
    path = project / GLOSSARY
    text = path.read_text(encoding="utf-8")
    head = f"{below}:\n"
    text = text.replace(head, f"{head}{suggested}\n", 1) if head in text else f"{text}{head}{suggested}\n"
    path.write_text(text, encoding="utf-8")


def items(suggested: str) -> list[dict[str, Any]]:
    """The suggested entries, as any YAML reader has them."""
    listed = yaml.safe_load(re.sub(r"^#.*$", "", suggested, flags=re.MULTILINE))
    return listed or []
