"""Each format gives the article and what the file says of it; what a file is, its content tells."""

from __future__ import annotations

import pytest

from generator.editing.importing.article import Article, Author
from generator.editing.importing.filetypes import Format, format_of
from generator.editing.importing.opening import Job, Opened, open_file
from tests.editing.importing.builders import PARAGRAPHS, a_page
from tests.editing.importing.files import TITLE, a_feed, a_mail, a_pdf, a_saved_page, a_word_file

JANE = (Author(family="Reed", given="Jane"),)
MARKDOWN = f"""---
title: {TITLE}
author: Jane Reed
date: 2023-03-10
url: https://herald.example/x
---
# {TITLE}

The **mayors** of [Upton](https://upton.example/) and Downton met on Tuesday in the old boathouse to speak
about the lake. It has fallen by two metres since the spring, and nobody knows when it will rise.
"""


def opened(data: bytes, name: str = "x") -> Opened:
    found = open_file(Job(data, name))
    assert found.problems == ()
    return found


def only(data: bytes, format: Format) -> Article:
    found = opened(data)
    assert found.format is format
    (article,) = found.articles
    return article


def values(article: Article) -> tuple[str | None, tuple[Author, ...] | None, str | None]:
    title, authors, issued = article.title, article.authors, article.issued
    return (
        title.value if title else None,
        authors.value if authors else None,
        issued.value if issued else None,
    )


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("indents", [False, True])
def test_a_pdf_is_read_over_lines_columns_and_pages(columns: int, indents: bool) -> None:
    """Words are whole, paragraphs too; what runs along on the pages, and its own day, are told apart."""
    wanted = [f"{each} This is paragraph number {n}." for n in range(3) for each in PARAGRAPHS]
    article = only(a_pdf(wanted, columns=columns, indents=indents), Format.PDF)
    assert [each.text for each in article.body] == wanted
    assert values(article) == (TITLE, JANE, "2023-03-10~")
    masked = [each.text for each in article.masked]
    assert masked[-2:] == ["The Herald", masked[-1]]
    assert masked[-1].startswith("1 of ")


def test_a_word_document_has_its_properties() -> None:
    """Title, author, and the day on which it was made, which is not surely that of the article."""
    article = only(a_word_file(), Format.DOCX)
    assert [each.text for each in article.body] == list(PARAGRAPHS)
    assert values(article) == (TITLE, JANE, "2023-03-10~")


def test_a_title_that_a_program_gave_is_none() -> None:
    """The line over the text is it."""
    assert values(only(a_word_file(title="Microsoft Word - draft7.doc"), Format.DOCX))[0] == TITLE


def test_a_mail_tells_sender_subject_and_day() -> None:
    """The day is the sender's, whatever it was elsewhere."""
    article = only(a_mail(), Format.MESSAGE)
    assert [each.text for each in article.body] == list(PARAGRAPHS)
    assert values(article) == (TITLE, JANE, "2023-03-10")


def test_of_a_mail_in_two_forms_the_page_is_read() -> None:
    """Its plain text is often a remark that there is a page."""
    article = only(a_mail("Please use a modern reader.", a_page()), Format.MESSAGE)
    assert [each.text for each in article.body] == list(PARAGRAPHS)


def test_a_saved_page_is_a_page_with_its_address() -> None:
    """As browsers save it in one file."""
    address = "https://herald.example/2023/towns-meet?from=feed"
    article = only(a_saved_page(a_page(), address), Format.MESSAGE)
    assert [each.text for each in article.body] == list(PARAGRAPHS)
    assert article.url is not None
    assert article.canonical_url is not None
    assert (article.url.value, article.canonical_url.value) == (address, address.partition("?")[0])


def test_a_feed_has_an_article_for_each_entry() -> None:
    """With its own link, day and author, and the publisher of all."""
    found = opened(a_feed(3))
    assert found.format is Format.FEED
    assert [values(article) for article in found.articles] == [
        (f"Report {n}", JANE, "2023-03-10") for n in (1, 2, 3)
    ]
    for number, article in enumerate(found.articles, 1):
        assert article.url is not None
        assert article.publisher is not None
        assert (article.url.value, article.publisher.value) == (
            f"https://herald.example/{number}",
            "The Herald",
        )
        assert [each.text for each in article.body][1:] == list(PARAGRAPHS)


def test_markdown_is_read_without_its_marks() -> None:
    """Its front matter tells of it."""
    article = only(MARKDOWN.encode(), Format.MARKDOWN)
    (paragraph,) = article.body
    assert paragraph.text.startswith("The mayors of Upton and Downton met on Tuesday in the old boathouse to")
    assert values(article) == (TITLE, JANE, "2023-03-10")


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (a_page().encode(), Format.HTML),
        (b"\xef\xbb\xbf  <!-- saved -->\n<HTML><body><p>x</p></body></HTML>", Format.HTML),
        (a_page().encode("utf-16"), Format.HTML),
        (b"<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", Format.HTML),
        (a_feed(1), Format.FEED),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', Format.FEED),
        (a_mail(), Format.MESSAGE),
        (b"Note: this is text.\n\nDate: nobody knows.", Format.TEXT),
        ("Der See fällt. „Das ist <schlecht>“, sagt sie.".encode(), Format.TEXT),
        ("湖水下降。".encode("gb18030"), Format.TEXT),
        ("The lake.".encode("utf-16"), Format.TEXT),
        (b"# One\n\n## Two\n\nText.", Format.MARKDOWN),
        (b"%PDF-1.7\n", Format.PDF),
    ],
)
def test_what_a_file_is_its_content_tells(data: bytes, format: Format) -> None:
    """Names lie, and a paste has none."""
    assert format_of(data) is format
