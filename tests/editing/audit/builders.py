"""Summaries to test with: made of a text, or of the invented pair beside this file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.editing.audit import audit
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.sources import SourceFile
from generator.read.inputs import InputFile
from generator.read.sources import read_source

PAIR = Path(__file__).parent / "pair"
ORIGINAL = (PAIR / "original.txt").read_text(encoding="utf-8")
CHECKSUM = hashlib.sha256((PAIR / "original.txt").read_bytes()).hexdigest()
SUMMARY = (PAIR / "summary.md").read_text(encoding="utf-8").replace("SHA", CHECKSUM)
HEAD, MARK, BODY = SUMMARY.rpartition("---\n")


def a_summary(body: str, head: str = "---\ntitle: A title\nrights: summary\n") -> SourceFile:
    """A source of this text, read as a file is read."""
    draft, problems = read_source("bridge", InputFile("sources/bridge.md", f"{head}---\n{body}", "0" * 64))
    assert draft is not None, problems
    return draft.file


def the_pair(body: str = BODY) -> SourceFile:
    """The summary of the pair, with this text."""
    return a_summary(body, HEAD)


def found(body: str, original: str) -> list[str]:
    """The codes of what the audit finds in a summary of this text."""
    return [problem.code for problem in audit(a_summary(body), original)]


def errors(source: SourceFile, original: str) -> list[Diagnostic]:
    """What the audit refuses in a summary."""
    return [problem for problem in audit(source, original) if problem.severity is Severity.ERROR]
