"""Properties of looking quotations up, in texts of all kinds."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.text.quotations import Absent, Found, Searchable, locate, nearest
from generator.text.tokens import is_boundary, normalise
from tests.text.builders import a_source, printed, texts

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@st.composite
def sources(draw: st.DrawFn) -> Searchable:
    """A source of one to four paragraphs, none blank; what looks like an ellipsis would be read as one."""
    paragraph = texts().map(lambda text: text.replace("[", "(")).filter(normalise)
    paragraphs = draw(st.lists(paragraph, min_size=1, max_size=4))
    return a_source(*paragraphs)


@st.composite
def slices(draw: st.DrawFn) -> tuple[Searchable, int, int]:
    """A source, and a stretch of its normalised text that begins and ends at token boundaries."""
    source = draw(sources())
    index = draw(st.integers(0, len(source.starts) - 1))
    first, last = source.starts[index], source.paragraph_end(index)
    edges = [at for at in range(first, last + 1) if is_boundary(source.printed, at)]
    starts = [at for at in edges if at < last and source.plain[at] != " "]
    assume(starts)
    start = draw(st.sampled_from(starts))
    ends = [at for at in edges if at > start and source.plain[at - 1] != " "]
    assume(ends)
    return source, start, draw(st.sampled_from(ends))


@given(slices())
def test_any_slice_between_boundaries_is_found_at_its_place(chosen: tuple[Searchable, int, int]) -> None:
    """With all that precedes and follows as prefix and suffix, the place is unique and its words the same."""
    source, start, end = chosen
    words = source.plain[start:end]
    place = locate(words, source.plain[:start], source.plain[end:], source)
    assert [normalise(text) for text in printed(place, source)] == [words]
    assert isinstance(place, Found)
    assert place.ranges == source.ranges(source.paragraph_at(start), ((start, end),))
    assert not isinstance(locate(words, None, None, source), Absent)


@given(slices(), st.data())
def test_a_changed_character_is_refused(chosen: tuple[Searchable, int, int], data: st.DataObject) -> None:
    """A letter or digit changed for another is not found at that place, whatever the context."""
    source, start, end = chosen
    at = data.draw(st.integers(start, end - 1))
    old = source.plain[at]
    new = data.draw(st.sampled_from("0123456789abcxyz").filter(lambda character: character != old))
    changed = source.plain[start:at] + new + source.plain[at + 1 : end]
    assume(normalise(changed) == changed)
    place = locate(changed, source.plain[:start], source.plain[end:], source)
    assert isinstance(place, Absent)


@given(sources(), texts())
def test_what_is_found_is_what_was_quoted(source: Searchable, quotation: str) -> None:
    """Whatever is quoted, only its very words are found, and no number of the source is cut by them."""
    place = locate(quotation, None, None, source)
    if isinstance(place, Found) and "[" not in quotation:
        ((start, end),) = place.ranges
        text = source.source.text
        assert normalise(text[start:end]) == normalise(quotation)
        for number in _NUMBER.finditer(text):
            assert (
                number.end() <= start
                or number.start() >= end
                or start <= number.start() < number.end() <= end
            )


@given(sources(), st.data())
def test_words_around_an_ellipsis_are_found(source: Searchable, data: st.DataObject) -> None:
    """A paragraph without one of its words is found, as two ranges if the pieces fit in one way only."""
    index = data.draw(st.integers(0, len(source.starts) - 1))
    start, end = source.starts[index], source.paragraph_end(index)
    gaps = [at for at in range(start, end) if source.plain[at] == " "]
    gaps = [at for at in gaps if is_boundary(source.printed, at) and is_boundary(source.printed, at + 1)]
    if len(gaps) < 2:
        return
    first, second = source.plain[start : gaps[0]], source.plain[gaps[1] + 1 : end]
    place = locate(f"{first} […] {second}", source.plain[:start], source.plain[end:], source)
    assert not isinstance(place, Absent)
    if isinstance(place, Found):
        assert [normalise(text) for text in printed(place, source)] == [first, second]


@given(sources(), texts())
def test_the_nearest_words_are_the_sources_own(source: Searchable, quotation: str) -> None:
    """The diagnostic shows a stretch of one paragraph of the source."""
    near = nearest(quotation, source)
    if near is not None:
        paragraph = source.source.paragraphs[near.paragraph - 1]
        assert paragraph.start <= near.start < near.end <= paragraph.end
        assert source.source.text[near.start : near.end] == near.text
