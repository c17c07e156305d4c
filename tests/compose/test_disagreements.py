"""What the rules find on which sources differ: all of it on two subjects, and nothing else."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.compose.atlas import Atlas
from generator.compose.findings.differences import Difference, Differences, differences
from generator.model.blocks import Block, DotPlot, Heading
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Page, Section
from generator.model.runs import Line, Link, NoteRef, SupportMark
from generator.words import words_in
from tests.compose.test_pages import inside
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of
from tests.support.wording import line_text


@cache
def found(project: Path) -> tuple[Difference, ...]:
    """What the rules find in a project."""
    return differences(Atlas(verified(project)[0]))


def page_of(project: Path, path: str = "disagreements") -> Page:
    return next(page for page in edition(project).pages if page.path == path)


def entry(project: Path, anchor: str) -> Section:
    """What stands below a heading of the page, up to the next one."""
    for section in page_of(project).sections:
        places = [place for place, block in enumerate(section.blocks) if isinstance(block, Heading)]
        for place, following in itertools.pairwise([*places, len(section.blocks)]):
            block = section.blocks[place]
            if isinstance(block, Heading) and block.anchor == anchor:
                return Section(
                    SectionKey.OTHER, anchor, line_text(block.line), section.blocks[place:following]
                )
    raise AssertionError(f"no entry {anchor}")


def text_of(section: Section) -> str:
    return "\n".join(line_text(line) for line in inside(section) if isinstance(line, Line))


def quoted_sources(project: Path, section: Section) -> set[str]:
    """The sources of the notes in an entry."""
    notes = {note.number: note.evidence.source for note in page_of(project).notes}
    return {str(notes[mark.number]) for mark in inside(section) if isinstance(mark, NoteRef)}


def test_shares_of_processing_and_refining_stand_together_and_apart() -> None:
    """80 against 90 percent of processing; more than 99 percent of refining is something else."""
    section = entry(ROOT, "figure-rare-earth-processing-share")
    text = text_of(section)
    assert "Two sources give different values: about 80 and 90 percent." in text
    assert "Not to be confused with:" in text
    assert "more than 99 percent" in text
    sources = {"london-talks-resume", "magnet-deal", "london-preliminary-agreement"}
    assert quoted_sources(ROOT, section) == sources
    plot = next(value for value in inside(section) if isinstance(value, DotPlot))
    assert [dot.low for dot in plot.dots] == [90, 80]


def test_variants_of_names_titles_and_units_are_no_disagreements() -> None:
    """17 elements or minerals, two titles of one man, a misspelt name: each stands where it belongs."""
    sections = [each for each in page_of(ROOT).sections if each.anchor in {*Differences}]
    told = " ".join(map(text_of, sections))
    assert "17 elements" not in told
    assert "Bessant" not in told
    assert "a group of 17 minerals; the London talks report" in whole(ROOT, "sources/tech-terrain")
    titles = "same person in June 2025: Deputy Minister of Commerce and “trade negotiator”."
    assert titles in whole(ROOT, "people/li-chenggang")
    assert "one source has Bessant, a known misspelling" in whole(ROOT, "people/scott-bessent")
    assert "Bessant for Scott Bessent (2 times)" in whole(ROOT, "sources/london-preliminary-agreement")


def inside_blocks(page: Page) -> list[Block]:
    return [block for section in page.sections for block in section.blocks]


def whole(project: Path, path: str) -> str:
    return text_of(Section(SectionKey.OTHER, None, None, tuple(inside_blocks(page_of(project, path)))))


def test_an_administration_out_of_its_time_is_an_error_of_its_source() -> None:
    """Found by the dates of the organisation and of the source."""
    section = entry(ROOT, "errors-magnet-deal")
    line = next(text for text in text_of(section).splitlines() if text.startswith("It names"))
    assert line.startswith("It names Biden administration, which existed 20 January 2021 – 20 January 2025")
    assert line.endswith("]"), "the line carries its note"


def test_the_planted_differences_are_found_and_nothing_else() -> None:
    """tests/subject/PLANTED.md: what contradicts, and apart what is wrong; 2, 3, 4, 8, 10, 11 are neither."""
    planted = [
        (Differences.OUTCOME, "dispute-spring-release-promise", 1),
        (Differences.MOTIVES, "dispute-reason-for-closure", 1),
        (Differences.FIGURES, "figure-weir-flow-march", 1),
        (Differences.DATES, "dates-weir-closure", 1),
        (Differences.ERRORS, "errors-harbour-notes", 2),
    ]
    assert [(each.kind, each.anchor, each.count) for each in found(SUBJECT)] == planted


def test_the_planted_near_miss_is_a_warning_and_no_claim_of_the_page() -> None:
    """The eighth kind, which only an editor can settle; what is out of its time is warned of as well."""
    _, problems = verified(SUBJECT)
    codes = sorted(problem.code for problem in problems)
    assert codes == ["anachronism", "name-near-miss", "role-anachronism"]
    assert "Brekkan" not in "\n".join(text_of(section) for section in page_of(SUBJECT).sections)


def test_what_is_planted_is_told_in_plain_words() -> None:
    """A reader need not compare to know what differs."""
    told = {each.anchor: each.told for each in found(SUBJECT)}
    assert told["figure-weir-flow-march"] == (
        "Two sources give different values: exactly 95 and about 110 cubic metres a second."
    )
    assert told["dates-weir-closure"] == "Two sources give different dates: 1 March and 3 March."
    assert told["dispute-reason-for-closure"] == "Two answers from two sources."


def test_what_is_planted_of_names_and_titles_is_told_on_their_pages() -> None:
    """A title outside its time is an error of its source as well."""
    assert (
        "Two titles for the same person, from February 2023 to April 2023:"
        " “minister for water” and “environment secretary”."
    ) in whole(SUBJECT, "people/astrid-fennhalm")
    late = "A source dated 22 May 2023 uses the title “ferry commissioner”, held 2019 – December 2022."
    assert late in whole(SUBJECT, "people/oskar-lindqvane")
    misspelt = "One source prints “Teodor Quisst”, a known misspelling."
    assert misspelt in whole(SUBJECT, "people/teodor-quist")


QUESTION = """
id: QUESTION
kind: blame
question: Who held the water back?
positions:
  - text: Nobody, says Kasteria. Ice had damaged the sluices.
    cite: [{source: vetrova-interview, exact: "Ice had damaged the sluices, she says"}]
  - text: A neighbour, says Orsund.
    cite: [{source: port-amery-report, exact: "A river is not a tap that one neighbour may turn"}]
would_settle: The log of the weir.
"""


def test_questions_of_no_topic_stand_on_the_page_and_those_of_a_round_on_its_own_too(tmp_path: Path) -> None:
    """Both are grouped by what they ask, and each answer says from which source of which day it is."""
    project = copy_of(SUBJECT, tmp_path / "project")
    timeline = project / "content" / "timeline.yml"
    written = yaml.safe_load(timeline.read_text(encoding="utf-8"))
    talks = next(event for event in written["events"] if event["id"] == "sallvik-round")
    talks["disputes"] = [yaml.safe_load(QUESTION.replace("QUESTION", "of-the-round"))]
    written["disputes"] = [yaml.safe_load(QUESTION.replace("QUESTION", "of-no-topic"))]
    timeline.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    page = page_of(project)
    blame = next(section for section in page.sections if section.anchor == "blame")
    headings = [block.anchor for block in blame.blocks if isinstance(block, Heading)]
    assert headings == ["dispute-of-the-round", "dispute-of-no-topic"]
    assert ", about 18 April 2023)" in text_of(blame)
    assert ", 6 April 2023)" in text_of(blame)
    assert not [value for value in inside(blame) if isinstance(value, SupportMark)]
    own = page_of(project, "rounds/sallvik-round")
    disputed = next(section for section in own.sections if section.anchor == "disputed")
    assert "Who held the water back?" in text_of(disputed)


def test_an_authored_question_stands_with_the_date_it_asks_for() -> None:
    """The dispute about the day of closure is told once, with the event, under dates."""
    dates = next(section for section in page_of(SUBJECT).sections if section.anchor == "dates")
    headings = [block.anchor for block in dates.blocks if isinstance(block, Heading)]
    assert headings == ["dates-weir-closure", "dispute-day-of-closure"]


@pytest.mark.parametrize(
    ("days", "language"), [(("9. Juni", "10. Juni"), "de"), (("6月9日", "6月10日"), "zh")]
)
def test_days_are_read_in_the_language_of_their_source(
    tmp_path: Path, days: tuple[str, str], language: str
) -> None:
    """Two sources that print different days of one event differ, in whatever language."""
    project = copy_of(BASE, tmp_path / "project")
    cited = []
    for number, day in enumerate(days):
        head = f"title: Wehr {number}\nissued: 2023-06-20\nlanguage: {language}\nrights: full"
        text = f"{day} Upton"
        source = project / "sources" / f"weir-{number}.md"
        source.write_text(f"---\n{head}\n---\n{text}.\n", encoding="utf-8")
        cited.append({"source": f"weir-{number}", "exact": text})
    event = {"id": "weir", "kind": "statement", "title": "Weir", "date": "2023-06~", "date_basis": "Unsure."}
    timed = {**event, "summary": "Upton.", "cite": cited}
    timeline = project / "content" / "timeline.yml"
    written = yaml.safe_load(timeline.read_text(encoding="utf-8"))
    written["events"].append(timed)
    timeline.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert "dates-weir" in [each.anchor for each in found(project)]


def test_a_project_without_more_than_one_difference_has_no_other() -> None:
    """The small project differs in one figure."""
    assert [each.anchor for each in found(BASE)] == ["figure-fall"]


@pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=lambda path: path.name)
def test_every_page_concerned_links_to_the_entry(project: Path) -> None:
    """Topics, people, rounds and sources; on the timeline an event has no room for it."""
    pages = {page.path: page for page in edition(project).pages}
    for difference in found(project):
        assert difference.pages, difference.anchor
        for path in difference.pages - {"timeline"}:
            targets = [value.target for value in inside(pages[path]) if isinstance(value, Link)]
            of_page = [target for target in targets if target.page == "disagreements"]
            assert difference.target() in of_page or "disagreements" in {
                target.page for target in of_page if target.anchor is None
            }, (path, difference.anchor)


@pytest.mark.parametrize("project", [BASE, ROOT, SUBJECT], ids=lambda path: path.name)
def test_every_difference_has_its_evidence(project: Path) -> None:
    """Both sides of figures, titles, names and dates; a claim has what briefings quote."""
    for difference in found(project):
        section = entry(project, difference.anchor)
        marks = [value for value in inside(section) if isinstance(value, NoteRef)]
        assert marks or difference.kind is Differences.ERRORS, difference.anchor
        if difference.kind in (Differences.FIGURES, Differences.DATES):
            assert len({mark.number for mark in marks}) > 1, difference.anchor


@pytest.mark.parametrize("project", [BASE, ROOT, SUBJECT], ids=lambda path: path.name)
def test_the_summary_counts_what_follows(project: Path) -> None:
    """The home page shows the same number."""
    count = sum(each.count for each in found(project) if each.kind is not Differences.ERRORS)
    assert page_of(project).deck.lower().startswith(words_in("en")("differences.points", n=count))
    home = next(page for page in edition(project).pages if page.kind is KINDS.home)
    cards = {
        card.title.text: card.count
        for value in home.sections
        for block in value.blocks
        for card in getattr(block, "cards", ())
    }
    assert cards["Disagreements"] == str(count)
