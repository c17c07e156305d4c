"""Digests to test with: made of a text, or of the invented pair beside this file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.audit import audit
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.sources import SourceFile
from generator.read.files import InputFile
from generator.read.sources import read_source

PAIR = Path(__file__).parent / "pair"
ORIGINAL = (PAIR / "original.txt").read_text(encoding="utf-8")
CHECKSUM = hashlib.sha256((PAIR / "original.txt").read_bytes()).hexdigest()
DIGEST = (PAIR / "digest.md").read_text(encoding="utf-8").replace("SHA", CHECKSUM)
HEAD, MARK, BODY = DIGEST.rpartition("---\n")


def a_digest(body: str, head: str = "---\ntitle: A title\nrights: digest\n") -> SourceFile:
    """A source of this text, read as a file is read."""
    draft, problems = read_source("bridge", InputFile("sources/bridge.md", f"{head}---\n{body}", "0" * 64))
    assert draft is not None, problems
    return draft.file


def the_pair(body: str = BODY) -> SourceFile:
    """The digest of the pair, with this text."""
    return a_digest(body, HEAD)


def found(body: str, original: str) -> list[str]:
    """The codes of what the audit finds in a digest of this text."""
    return [problem.code for problem in audit(a_digest(body), original)]


def errors(source: SourceFile, original: str) -> list[Diagnostic]:
    """What the audit refuses in a digest."""
    return [problem for problem in audit(source, original) if problem.severity is Severity.ERROR]
