"""Annotations of hostile paragraphs: positions are of what the page shows, and no text ends the file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model.addresses import SiteAddress
from generator.model.blocks import SourceBody, SourceParagraph
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Section
from generator.model.sources import Cut
from generator.output.data.annotations import annotation_page, shown_paragraph
from generator.output.markdown.page import block_markdown
from tests.output.editions import a_small_page, an_edition
from tests.support.wording import ENGLISH

HERE = SiteAddress("https://talks.example/sarn/")
WORDS = st.text(
    st.sampled_from("ab \n\t*_`<>&\"'{}[]()#|~^$\\!é林\u2028\u00a0\u0300😀") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=40,
)


def a_paragraph(text: str, *ranges: tuple[int, int], partial: bool = False) -> SourceParagraph:
    quotations = tuple((f"q-{n:010}", (each,)) for n, each in enumerate(ranges))
    return SourceParagraph(3, Cut(text, ((0, len(text)),), quotations, partial), ())


def told(paragraph: SourceParagraph) -> list[Any]:
    """The annotations of a source with this paragraph alone."""
    body = Section(SectionKey.OTHER, "text", "Text", (SourceBody("en", (paragraph,)),))
    page = replace(a_small_page("sources/x", KINDS.source, "X"), sections=(body,))
    found = json.loads(annotation_page(an_edition(page), HERE))["items"]
    assert isinstance(found, list)
    return found


@settings(max_examples=400)
@given(st.data())
def test_a_passage_stands_where_it_is_said_to_in_any_text(data: st.DataObject) -> None:
    """In the text of the element that Markdown's HTML becomes, whatever the paragraph holds."""
    text = data.draw(WORDS)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    paragraph = a_paragraph(text, (start, end), partial=data.draw(st.booleans()))
    (item,) = told(paragraph)
    quote, fragment = item["target"]["selector"]
    place = fragment["refinedBy"]
    element = LexborHTMLParser(
        block_markdown(SourceBody("en", (paragraph,)), "sources/x", ENGLISH)
    ).css_first("#p3")
    assert element is not None
    assert element.text() == shown_paragraph(paragraph).text
    assert element.text()[place["start"] : place["end"]] == quote["exact"]


def test_what_is_left_out_is_told_by_its_mark_alone() -> None:
    """Before and after a passage of which nothing else may be shown."""
    (first, second) = told(a_paragraph("One fish. Two fish. Red fish.", (4, 8), (20, 23), partial=True))
    quote, _ = first["target"]["selector"]
    assert (quote["prefix"], quote["exact"], quote["suffix"]) == ("3  […] ", "fish", " […] Red […] ")
    assert second["target"]["selector"][0]["exact"] == "Red"


def test_a_citation_that_leaves_words_out_has_several_targets() -> None:
    """Each stretch on its own, all of one annotation."""
    text = "They met, talked for hours, and parted."
    cut = Cut(text, ((0, len(text)),), (("q-0000000001", ((0, 8), (32, 38))),))
    (item,) = told(SourceParagraph(1, cut, ()))
    assert [each["selector"][0]["exact"] for each in item["target"]] == ["They met", "parted"]


def test_no_text_ends_the_file_or_a_script_that_holds_it() -> None:
    """Equal editions give equal bytes, and none of them is markup."""
    hostile = '</script><script>alert(1)</script> "} \u2028 & <!--'
    paragraph = a_paragraph(hostile, (0, len(hostile)))
    body = Section(SectionKey.OTHER, "text", "Text", (SourceBody("en", (paragraph,)),))
    edition = an_edition(replace(a_small_page("sources/x", KINDS.source, "X"), sections=(body,)))
    made = annotation_page(edition, HERE)
    assert made == annotation_page(edition, HERE)
    assert not set("<>&\u2028") & set(made.decode())
    assert told(paragraph)[0]["target"]["selector"][0]["exact"].startswith("</script>")
