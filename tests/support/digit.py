"""One digit of the real content, changed in the source and mended in all that rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.editing.seal_text import text_of
from generator.editions.manifest import Manifest, manifest_of
from generator.model.editions import ItemKind
from generator.model.seals import SealedPassage
from generator.read.corpus import read, seal_path
from generator.text.fingerprints import fingerprint
from tests.editing.seals.builders import as_if_always
from tests.support.dossiers import edition
from tests.support.projects import ROOT

_ARTICLE = re.compile(r'article: "([^"]*)"')
UNITS = ("%", " percent")


@dataclass(frozen=True)
class Digit:
    """A figure of which a digit is changed: the words that print it, its value and what that becomes."""

    label: str
    source: str
    words: str
    value: str
    other: str

    def changed(self, text: str) -> str:
        """The text with the other value."""
        for unit in UNITS:
            text = text.replace(self.value + unit, self.other + unit)
        return text


@cache
def a_digit() -> Digit:
    """The figure in percent, of those that one source alone prints, that stands on most pages."""
    bodies = {p.stem: p.read_text("utf-8").split("---", 2)[2] for p in (ROOT / "sources").glob("*.md")}
    everything = "\n".join(path.read_text("utf-8") for path in _authored(ROOT))
    found: list[tuple[int, Digit]] = []
    for item in manifest_of(edition(ROOT)).of(ItemKind.FIGURE):
        value = item.written()["low"]
        printed = [name for name, body in bodies.items() if f"{value}%" in body]
        if printed == [proof.source for proof in item.proofs] and f"{value}%" in item.proofs[0].exact:
            others = (value[:-1] + last for last in "123456789")
            other = next(each for each in others if not any(each + unit in everything for unit in UNITS))
            digit = Digit(item.label, printed[0], item.proofs[0].exact, value, other)
            found.append((len(item.pages()), digit))
    return max(found, key=lambda each: each[0])[1]


def change_source(project: Path, digit: Digit) -> None:
    """Change the digit in the text of its source, and nothing that rests on it."""
    path = project / "sources" / f"{digit.source}.md"
    head, front, body = path.read_text("utf-8").split("---", 2)
    path.write_text("---".join((head, front, digit.changed(body))), "utf-8")


def mend_content(project: Path, digit: Digit) -> None:
    """Say the other value wherever the content says or quotes the old one."""
    for path in _authored(project):
        text = path.read_text("utf-8")
        if path.name == "glossary.yml":
            place = text.find(f'exact: "{digit.words}"')
            at = text.rindex(f'value: "{digit.value}"', 0, place)
            text = text[:at] + text[at:].replace(digit.value, digit.other, 1)
        path.write_text(digit.changed(text), "utf-8")
    mend_seal(project, digit)


def mend_seal(project: Path, digit: Digit) -> None:
    """Seal the source as if it and its article had always had the other value."""
    corpus, _ = read(project)
    assert corpus is not None
    draft = next(draft for draft in corpus.sources if draft.file.id == digit.source)
    if draft.seal is None:
        return
    seal = as_if_always(draft.seal, draft.file.body)
    passages = tuple(_mended(each, digit) for each in seal.passages)
    other = _other_words(project, digit)
    printed = tuple(replace(each, sha256=other.get(each.sha256, each.sha256)) for each in seal.printed)
    text = text_of(replace(seal, passages=passages, printed=printed))
    (project / seal_path(seal.source)).write_text(text, "utf-8")


def _other_words(project: Path, digit: Digit) -> dict[str, str]:
    """The fingerprints of cited words of the article with the other value, by those with the old one."""
    back = replace(digit, value=digit.other, other=digit.value)
    cited = (words for path in _authored(project) for words in _ARTICLE.findall(path.read_text("utf-8")))
    return {fingerprint(back.changed(words)): fingerprint(words) for words in cited}


def _mended(passage: SealedPassage, digit: Digit) -> SealedPassage:
    other = Decimal(digit.other)
    quantities = tuple(
        replace(each, low=other, high=other)
        if each.unit == "%" and each.low == Decimal(digit.value)
        else each
        for each in passage.claim.quantities
    )
    return replace(passage, claim=replace(passage.claim, quantities=quantities))


def citing(project: Path, digit: Digit) -> set[str]:
    """The lines that cite the digit, as `path:line`."""
    found = set()
    for path in _authored(project):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if f"source: {digit.source}," in line and f"{digit.value}%" in line.partition("exact:")[2]:
                found.add(f"{path.relative_to(project).as_posix()}:{number}")
    return found


def _authored(project: Path) -> Iterator[Path]:
    for folder in ("content", "sources"):
        for path in sorted((project / folder).rglob("*")):
            if path.suffix in (".md", ".yml") and "editions" not in path.parts:
                yield path


def tells_of(content: bytes, before: Manifest, now: Manifest) -> bool:
    """Whether a calendar or a table has the new value, or an id or a checksum that came with it."""
    said = [{*_tokens(each)} for each in (before, now)]
    text = content.replace(b"\r\n ", b"").decode("utf-8-sig")  # long lines of calendars are folded
    value = rf"\b{re.escape(a_digit().other)}(?: ?%| percent|,)"
    return re.search(value, text) is not None or any(token in text for token in said[1] - said[0])


def _tokens(manifest: Manifest) -> Iterator[str]:
    for item in manifest.items:
        yield from (item.id, *(proof.anchor for proof in item.proofs))
        yield from (value for key, value in item.written().items() if key == "checksum")
