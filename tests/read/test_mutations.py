"""Valid files with slips in them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.diagnostics import Diagnostic
from generator.read.briefings import read_briefing
from generator.read.content import read_glossary, read_timeline
from generator.read.inputs import InputFile, Positions
from generator.read.settings import opened, read_settings
from generator.read.sources import read_source
from generator.reports.formats import FORMATS, render
from generator.words import words_in
from tests.support.projects import BASE

FILES = {
    name: (BASE / name).read_text(encoding="utf-8")
    for name in (
        "mkdocs.yml",
        "content/glossary.yml",
        "content/timeline.yml",
        "content/briefings/lake-level.md",
        "sources/herald.md",
    )
}
SLIPS = st.sampled_from(
    [*"-:[]{}&*!|>'\"#%@,?\n\t \x1b\u2028\xa0é😀", "---\n", "  ", "\n\n", ": ", "[^", "]:", "## ", "id"]
)


def problems_of(file: InputFile) -> tuple[Diagnostic, ...]:
    if file.path.startswith("sources"):
        return read_source("herald", file)[1]
    if "briefings" in file.path:
        return read_briefing("lake-level", file, words_in("en"))[1]
    if "glossary" in file.path:
        return read_glossary(file)[1]
    if "timeline" in file.path:
        return read_timeline(file).problems
    return read_settings(opened(file))[1]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), SLIPS | st.text(max_size=3)), min_size=1, max_size=4
    ),
)
def test_slips_are_reported_within_the_file_and_never_raise(
    name: str, slips: list[tuple[float, int, str]]
) -> None:
    """Something is cut out and something else put in, anywhere: a report, and places that exist."""
    text = FILES[name]
    for where, length, inserted in slips:
        offset = int(where * len(text))
        text = text[:offset] + inserted.replace("\0", "").replace("\r", "") + text[offset + length :]
    lines = Positions(name, text).text.split("\n")
    problems = problems_of(InputFile(name, text, ""))
    for problem in problems:
        for span in (problem.span, *(place.span for place in problem.related)):
            assert span is not None
            assert 1 <= span.line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
    for format in FORMATS:
        render(problems, format, lambda _: lines)
