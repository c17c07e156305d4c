"""A page and a paste become articles: their words, what is known of them, and what was left out."""

from typing import TypeVar

from generator.editing.importing.article import Author, Field, MaskReason, PageState
from generator.editing.importing.html import article_from_html
from generator.editing.importing.pastes import article_from_text

T = TypeVar("T")


def value_of(field: Field[T] | None) -> T | None:
    """The value of a field, if it is known."""
    return field.value if field else None


PAGE = """<html lang="en"><head><title>Harbour fees rise by a tenth | The Quay Post</title>
<meta property="og:site_name" content="The Quay Post">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour fees rise by a tenth",
"datePublished": "2024-03-05T08:00:00Z", "author": {"@type": "Person", "name": "Ada Lind"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour fees rise by a tenth</h1><p>By Ada Lind</p>
<p>The port of Norrvik will raise its fees by ten percent in April, its board said on Tuesday evening.</p>
<div class="ad">Advertisement</div>
<p>Fishing boats are exempt for another year, because their catch fell by a third last winter.</p>
<p>“We had no choice,” said the chair of the board. The last rise was eight years ago.</p>
<div class="share"><a href="#">Share on Facebook</a></div></article>
<footer>© 2024 The Quay Post</footer></body></html>"""


def test_a_page_becomes_its_article() -> None:
    """Paragraphs of the article stay; title, byline, advert and share box are masked with their reasons."""
    article = article_from_html(PAGE.encode(), "https://quay.example/2024/fees")
    assert article.state is PageState.ARTICLE
    assert value_of(article.title) == "Harbour fees rise by a tenth"
    assert article.authors == Field((Author(family="Lind", given="Ada"),), "JSON-LD author")
    assert article.issued == Field("2024-03-05", "JSON-LD datePublished")
    assert article.publisher == Field("The Quay Post", "og:site_name")
    assert article.language == Field("en", "html lang")
    assert [paragraph.text[:12] for paragraph in article.body] == [
        "The port of ",
        "Fishing boat",
        "“We had no c",
    ]
    reasons = [paragraph.mask.reason for paragraph in article.masked if paragraph.mask]
    assert {MaskReason.REPEATED_TITLE, MaskReason.BYLINE, MaskReason.ADVERT, MaskReason.SHARE} <= set(reasons)


def test_a_paste_becomes_its_article() -> None:
    """The line over the text is its title; nothing below the last sentence is the article's."""
    lines = ["Home", "World", "Harbour fees rise by a tenth", "By Ada Lind", "5 March 2024", "Share"]
    lines += ["The port of Norrvik will raise its fees by ten percent in April, its board said on Tuesday."]
    lines += [
        "Advertisement",
        "Fishing boats are exempt for another year, because their catch fell by a third.",
    ]
    lines += ["Leave a Reply", "Your email address will not be published."]
    article = article_from_text("\n".join(lines), "paste.txt")
    assert value_of(article.title) == "Harbour fees rise by a tenth"
    assert value_of(article.issued) == "2024-03-05"
    assert value_of(article.authors) == (Author(family="Lind", given="Ada"),)
    assert [paragraph.text[:12] for paragraph in article.body] == ["The port of ", "Fishing boat"]
    assert [paragraph.text for paragraph in article.paragraphs] == lines


def test_a_page_that_a_script_makes_visible_is_read() -> None:
    """Its text is there, hidden until then; what is hidden beside a visible text stays left out."""
    body = "".join(f"<p>Sentence number {n} of the article says a little more of it.</p>" for n in range(9))
    page = f'<html lang="en"><body><h1>News</h1><div style="visibility: hidden">{body}</div></body></html>'
    told = [one.text for one in article_from_html(page.encode(), None).paragraphs if one.mask is None]
    assert "Sentence number 8 of the article says a little more of it." in told
    beside = (
        f'<html lang="en"><body><h1>News</h1>{body}<p style="visibility: hidden">Not shown.</p></body></html>'
    )
    shown = [one.text for one in article_from_html(beside.encode(), None).paragraphs]
    assert "Not shown." not in shown
