"""Text as it was meant: encodings, entities, signs that went wrong, broken lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.importing.article import PageState
from generator.editing.importing.html import article_from_html
from generator.editing.importing.mending import decoded, is_wrapped, joined, mended, unwrapped
from generator.editing.importing.pastes import article_from_text
from generator.text.furniture import MaskReason, furniture_in

RUSSIAN = "В Устьевске библиотека переехала на теплоход и останется там до осени, сообщили в мэрии города. "
JAPANESE = "北湊市は11日、市内の小中学校全23校で来年4月から給食費を無償にすると発表した。"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "koi8-r", "iso-8859-1"),
        (RUSSIAN, "utf-16-le", "utf-16"),
        (JAPANESE, "cp932", "x-sjis"),
        (JAPANESE, "euc_jp", ""),
        ("„Straße“ und Müller – heute ", "cp1252", "iso-8859-1"),
        ("临江市政府周二宣布，将更换全市老旧供水管道。", "gb18030", "gb2312"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_has(text: str, encoding: str, declared: str) -> None:
    """Even if it declares another one, or none."""
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text * 4}</p></body></html>'
    assert text * 4 in decoded(page.encode(encoding))


def test_utf_8_with_a_broken_byte_stays_utf_8() -> None:
    """The byte is read as Windows-1252; the rest of the page does not become mojibake."""
    assert decoded("Größe und Straße, ".encode() * 5 + b"caf\xe9").endswith("Straße, café")


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("Q&amp;amp;A", "Q&A"),
        ("end&#3;", "end"),
        ("semi\u00adconductors\u200b", "semiconductors"),
        ("oﬃce ﬂoor", "office floor"),
        ("â€œNo,â€\x9d she said", "“No,” she said"),
        ("a\u00a0b\r\nc", "a b\nc"),
        ("３０％，约", "３０％，约"),
        ("“curly” – …", "“curly” – …"),
    ],
)
def test_signs_are_mended_and_marks_stay_as_printed(raw: str, meant: str) -> None:
    """Entities, ligatures, mojibake and unseen signs; the quotation marks are the article’s."""
    assert mended(raw) == meant


@pytest.mark.parametrize(
    ("lines", "language", "whole"),
    [
        (["of semi-", "conductors"], "en", "of semiconductors"),
        (["a long-", "term deal"], "en", "a long-term deal"),
        (["die Handels-", "minister"], "de", "die Handelsminister"),
        (["Ein-", "und Ausfuhr"], "de", "Ein- und Ausfuhr"),
        (["the US-", "China deal"], "en", "the US-China deal"),
        (["供水", "管道"], "zh", "供水管道"),
    ],
)
def test_words_parted_at_the_end_of_a_line_become_whole(lines: list[str], language: str, whole: str) -> None:
    """The hyphen stays where it belongs to the word."""
    assert joined(lines, language) == whole


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    """Only text broken at a margin is; a story whose lines end without full stop keeps its paragraphs."""
    lines = ["A first paragraph of the story that ends here.", "A second one without its full stop", "Third."]
    assert not is_wrapped(lines)
    assert unwrapped(lines) == lines


@pytest.mark.parametrize(
    "line",
    [
        "The company said that it would stop using cookies for advertising.",
        "Subscribers pay 12 euros a month, and the newsletter has 40,000 readers.",
        "Live-streaming of the event was cut off by the police.",
        "Share prices fell on Tuesday.",
        "He posted the video on Facebook and deleted it an hour later.",
        "By Friday the water had gone.",
        "Comments by the minister were not welcome in the capital.",
        "„Werbung wirkt“, sagt sie.",
    ],
)
def test_a_sentence_is_never_judged_by_its_subject(line: str) -> None:
    """An article may write of cookies, newsletters and shares."""
    assert furniture_in(line) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Leave a Reply", MaskReason.COMMENTS),
        ("Publicidad", MaskReason.ADVERT),
        ("— Anzeige —", MaskReason.ADVERT),
        ("Facebook Twitter WhatsApp", MaskReason.SHARE),
        ("4 min read", MaskReason.SHARE),
        ("À lire aussi : les postes en chiffres", MaskReason.RELATED),
        ("We use cookies to improve this site.", MaskReason.COOKIE),
        ("Read the original article here", MaskReason.READ_ORIGINAL),
        ("© 2024 Example. All rights reserved.", MaskReason.COPYRIGHT),
        ("Publié le 4 juin 2024 à 18h12", MaskReason.DATELINE),
        ("（责任编辑：林涛）", MaskReason.CREDIT),
        ("BC-CANAL-DROUGHT", MaskReason.CREDIT),
    ],
)
def test_furniture_is_known_by_its_words(line: str, reason: MaskReason) -> None:
    """In any of the languages, whatever signs stand around it."""
    found = furniture_in(line)
    assert found is not None
    assert found[0] is reason


@pytest.mark.parametrize(
    ("page", "state"),
    [
        (b"", PageState.EMPTY),
        (b"<html><body></body></html>", PageState.EMPTY),
        (b"<frameset><frame src=a></frameset>", PageState.FRAMESET),
        (b"<body><div id=app></div><script>var a = 'text'</script></body>", PageState.SCRIPTED),
    ],
)
def test_a_page_without_text_says_why(page: bytes, state: PageState) -> None:
    """Empty, made of frames, or made by a script: each is told apart."""
    assert article_from_html(page).state is state


def test_a_stub_is_told_by_its_note_below_the_text() -> None:
    """“Subscribe” above a short article makes none of it; a note below its beginning does."""
    short = f"<h1>A title of four words</h1><p>{PROSE}</p>"
    whole = f"<html><body><div>Subscribe</div>{short}</body></html>"
    cut = f"<html><body>{short}<p>Already a subscriber? Sign in to continue reading.</p></body></html>"
    assert article_from_html(whole.encode()).state is PageState.ARTICLE
    assert article_from_html(cut.encode()).is_stub


PROSE = "The board said on Tuesday that it would open three terminals to its rivals by the end of September."


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{PROSE.replace('Tuesday', '<x-tip>Tuesday</x-tip>')}</p>",
        f"<news-text>{PROSE}</news-text>",
        f'<div class="related"><p>{PROSE}</p></div>',
        f'<div id="root" aria-hidden="true"><p>{PROSE}</p></div><div role="dialog">We use cookies.</div>',
        f'<x-a><template shadowrootmode="open"><p>{PROSE}</p></template></x-a>',
        f"<noscript>{f'<p>{PROSE}</p>' * 4}</noscript>",
        f"<table><tr><td>Home<td>{PROSE}<br><br>",
    ],
)
def test_odd_markup_hides_no_sentence(body: str) -> None:
    """Elements of a site's own, misleading names, an open dialog, a shadow root, a page without scripts."""
    assert article_from_html(f"<html><body>{body}</body></html>".encode()).body[0].text == PROSE


@pytest.mark.parametrize(
    "hidden", ["<script>{}</script>", "<p hidden>{}</p>", '<p style="display:none">{}</p>']
)
def test_what_no_reader_sees_is_no_text(hidden: str) -> None:
    """Neither scripts nor hidden elements, not even among what was left out."""
    page = f"<html><body><p>{PROSE}</p>{hidden.format('Secret words.')}</body></html>"
    assert "Secret" not in str(article_from_html(page.encode()).paragraphs)


TAGS = st.sampled_from(["<p>", "</p>", "<div class='ad'>", "</div>", "<br>", "<a href=x>", "<table><tr><td>"])


@settings(max_examples=60)
@given(st.lists(st.one_of(TAGS, st.text(max_size=60)), max_size=20))
def test_any_page_and_any_paste_is_read(pieces: list[str]) -> None:
    """Whatever the markup and the signs, there is an answer and no exception."""
    text = "".join(pieces)
    article_from_html(text.encode("utf-8", "replace"))
    article_from_text(text, "any.txt")
