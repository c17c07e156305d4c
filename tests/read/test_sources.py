"""Source files."""

from __future__ import annotations

import pytest

from generator.model.content import SourceDraft
from generator.model.dates import PartialDate
from generator.model.diagnostics import Severity
from generator.model.sources import Author, Rights
from generator.read.sources import MAX_PARAGRAPH, read_source
from tests.read.builders import a_file, a_source, told


def a_draft(text: str) -> SourceDraft:
    draft, problems = read_source("herald", a_file(text))
    assert problems == ()
    assert draft is not None
    return draft


def problems_of(text: str) -> list[str]:
    return told(read_source("herald", a_file(text))[1])


def test_a_source_has_its_bibliography() -> None:
    """What is not stated is None or empty; the language is English unless stated."""
    file = a_draft(a_source(author="[Marsh, Reed]", issued="2023-03~")).file
    known = file.bibliography
    assert (file.id, known.title, known.author) == ("herald", "Lake", (Author("Marsh"), Author("Reed")))
    assert known.issued == PartialDate(2023, 3, approximate=True)
    assert (known.publisher, known.language, known.rights) == (None, "en", Rights.FULL)


def test_an_author_is_a_name_or_its_parts() -> None:
    """One or several; a name in parts is read as CSL has it, and Chinese ones begin with the family's."""
    parted = "[{family: Marsh, given: Ada}, {literal: Lake Board}, {family: 林, given: 若海}, 'Reed, B.']"
    known = a_draft(a_source(author=parted)).file.bibliography
    assert [author.name for author in known.author] == ["Ada Marsh", "Lake Board", "林若海", "B. Reed"]
    alone = a_draft(a_source(author="{family: Marsh, given: Ada}")).file.bibliography
    assert alone.author == (Author(family="Marsh", given="Ada"),)
    assert a_draft(a_source(author='"Marsh, Ada"')).file.bibliography.author == alone.author


def test_a_name_in_one_piece_is_never_parted_by_guess() -> None:
    """It is taken as it is, with a warning if it has several words; two commas part nothing."""
    for written, name in (("Ada Marsh", "Ada Marsh"), ("Lake Board", "Lake Board")):
        draft, problems = read_source("herald", a_file(a_source(author=written)))
        assert draft is not None
        assert draft.file.bibliography.author == (Author(name),)
        assert [(each.code, each.severity) for each in problems] == [("author-not-parted", Severity.WARNING)]
    several = a_draft(a_source(author='"Marsh, Reed, Lind"')).file.bibliography.author
    assert several == (Author("Marsh, Reed, Lind"),)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author", "{given: Ada}"),
        ("author", "{literal: Ada Marsh, family: Marsh}"),
        ("author", "{literal: Marsh, given: Ada}"),
        ("type", "newspaper"),
        ("short", '"' + "x" * 41 + '"'),
    ],
)
def test_a_value_that_reference_managers_would_not_take_is_refused(field: str, value: str) -> None:
    """Half a name, a type that CSL does not have, a short name that is long."""
    assert problems_of(a_source(**{field: value})) == [f"sources/herald.md:4:{len(field) + 3} bad-value"]


def test_what_import_writes_is_read() -> None:
    """Short name, type, both addresses, and where the source came from."""
    head = {
        "short": "Herald, 10 March",
        "type": "article-newspaper",
        "url": "https://a.example/x?from=feed",
        "canonical_url": "https://a.example/x",
        "imported": "{file: originals/herald.html, sha256: abc}",
        "keep": '[3, "Special Offer"]',
    }
    draft = a_draft(a_source(**head))
    known, record = draft.file.bibliography, draft.record
    assert (known.short, known.type) == (head["short"], head["type"])
    assert (known.url, known.canonical_url) == (head["url"], head["canonical_url"])
    assert record.imported is not None
    assert (record.imported.file, record.keep) == ("originals/herald.html", ("3", "Special Offer"))


def test_paragraphs_and_sentences_have_their_places() -> None:
    """Offsets are code points of the text; lines are those of the file."""
    body = a_draft(a_source("\n \n  One 😀. Two\nlines.\n \t \nThree.  \n\n\n")).file.body
    assert body.text == "One 😀. Two\nlines.\n \t \nThree."
    sentences = [[body.text[p.start : p.end] for p in each.passages] for each in body.paragraphs]
    assert sentences == [["One 😀.", "Two\nlines."], ["Three."]]
    assert [(each.number, body.text[each.start : each.end]) for each in body.paragraphs] == [
        (1, "One 😀. Two\nlines."),
        (2, "Three."),
    ]
    assert body.first_line == 7
    assert body.line_of(body.paragraphs[1].start) == 10


def test_the_checksum_is_of_the_file() -> None:
    """It is what `sha256sum` prints."""
    file = a_file(a_source())
    draft, _ = read_source("herald", file)
    assert draft is not None
    assert draft.file.body.checksum == file.checksum


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    """Only the first closing line closes."""
    assert a_draft(a_source("One.\n\n---\n\nTwo.")).file.body.text.endswith("---\n\nTwo.")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Lake.\n", ["sources/herald.md:1:1 front-matter-missing"]),
        ("\n---\ntitle: A\n---\n", ["sources/herald.md:1:1 front-matter-missing"]),
        ("---\ntitle: A\n\nText.\n", ["sources/herald.md:1:1 front-matter-unclosed"]),
        (a_source(" \n"), ["sources/herald.md:4:3 source-without-text"]),
        (
            "---\n---\nText.",
            ["sources/herald.md:1:1 missing-field", "sources/herald.md:1:1 missing-field"],
        ),
        ("---\n- a\n---\nText.", ["sources/herald.md:2:1 wrong-type"]),
        (
            "---\ntitle: 'A\nrights: some\n---\n",
            ["sources/herald.md:2:8 yaml-syntax", "sources/herald.md:4:3 source-without-text"],
        ),
        (
            a_source("a" * MAX_PARAGRAPH + "\n\nb" + "b" * MAX_PARAGRAPH, rights="som"),
            ["sources/herald.md:3:9 bad-value", "sources/herald.md:7:1 paragraph-too-long"],
        ),
    ],
)
def test_a_faulty_source_is_dropped_with_all_its_faults(text: str, problems: list[str]) -> None:
    """Those of the front matter and those of the text."""
    draft, found = read_source("herald", a_file(text))
    assert draft is None
    assert told(found) == problems


@pytest.mark.parametrize("written", ["digest", '"digest"', "'digest'", "digest  # in our own words"])
def test_the_former_word_for_a_summary_is_read_and_its_edit_mends_it(written: str) -> None:
    """The edit, applied to the file, leaves nothing to warn of; the source is the same."""
    before = a_source(rights=written)
    draft, (problem,) = read_source("herald", a_file(before))
    assert draft is not None
    assert (problem.code, problem.severity) == ("rights-renamed", Severity.WARNING)
    (edit,) = problem.edits
    lines = before.split("\n")
    line = lines[edit.span.line - 1]
    lines[edit.span.line - 1] = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    mended, problems = read_source("herald", a_file("\n".join(lines)))
    assert mended is not None
    assert problems == ()
    assert mended.file.bibliography == draft.file.bibliography
    assert mended.file.bibliography.rights is Rights.SUMMARY


def test_control_characters_in_a_text_are_a_warning() -> None:
    """One for the whole text; the text is kept, so that the words around can be quoted."""
    draft, (problem,) = read_source("herald", a_file(a_source("A \x1b[31m red\x07 lake.")))
    assert draft is not None
    assert "\x1b" in draft.file.body.text
    assert (problem.code, str(problem.span), problem.severity) == (
        "control-character",
        "sources/herald.md:5:3",
        Severity.WARNING,
    )
    assert "1 more" in problem.message


def test_front_matter_is_read_strictly() -> None:
    """Aliases, tags, duplicate keys, nothing that surprises."""
    assert problems_of("---\ntitle: &a A\nrights: full\nrights: none\npublisher: !x y\n---\nText.") == [
        "sources/herald.md:2:8 yaml-alias",
        "sources/herald.md:4:1 duplicate-key",
        "sources/herald.md:5:12 yaml-tag",
    ]
