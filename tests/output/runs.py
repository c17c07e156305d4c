"""Every kind of run, notes and the lines made of them, about countries that do not exist."""

from __future__ import annotations

from generator.model.dates import parse
from generator.model.pages import Note, NoteLine
from generator.model.runs import (
    Added,
    EditorMark,
    External,
    Line,
    Link,
    NoteRef,
    PersonMark,
    Plain,
    Quiet,
    Quoted,
    Removed,
    Run,
    SideMark,
    Status,
    Strong,
    SupportMark,
    Target,
    Term,
    When,
)
from tests.support.proofs import some_evidence

ROUND = Target("rounds/sallvik")
WEIR = Term(
    "Hollen Weir",
    Target("glossary", "hollen-weir"),
    "A weir on the Sarn, 14 km above the border, whose gates decide how much water reaches the plain.",
)
ORSUND = SideMark("Orsund", 1, Target("glossary", "orsund"))
VELMARK = SideMark("Velmark", 2, Target("glossary", "velmark"))
KASTERIA = SideMark("Kasteria", 3, Target("glossary", "kasteria"))
FENNHALM = PersonMark("Astrid Fennhalm", 1, Target("people/astrid-fennhalm"), "Minister for water of Orsund.")
OKONJO = PersonMark("Ada Okonjo", None, Target("people/ada-okonjo"), "Mediator of the Sarn Basin Authority.")
OWN = EditorMark("A summary of what the sources say in several places.")
SUPPORT = SupportMark(
    "3 sources, 2 independent",
    (
        "The Sound Observer, “Talks open in Sällvik”, 15 February 2023",
        "Institute for Rivers, “Water & <fish>”, date not known",
        "Harbour sheet, 22 May 2023, connected with The Sound Observer by shared passages",
    ),
    2,
)
FEBRUARY = When("14–15 February 2023", parse("2023-02-14/2023-02-15"))
NOVEMBER = When(
    "about November 2022",
    parse("2022-11~"),
    "The report of February 2023 says “since November” and prints no year.",
)


def a_line(*runs: Run | str) -> Line:
    """Runs as a line; a string stands for plain text."""
    return Line(tuple(Plain(run) if isinstance(run, str) else run for run in runs))


def a_note(number: int = 1, exact: str = "no water was promised", occurrences: int = 1) -> Note:
    """A note on a sentence of the one source."""
    evidence = some_evidence("sallvik-opens", exact, f"q-{number:08x}", paragraph=2, ranges=((40, 61),))
    target = Target("sources/sallvik-opens", evidence.anchor)
    lines = (NoteLine(Quoted(exact), "¶ 2", "¶ 2"),)
    label = "The Sound Observer, “Talks open in Sällvik”, 15 February 2023"
    return Note(number, evidence, lines, label, label, occurrences, target)


NOTES = (
    a_note(1, "Nothing was signed. The delegations agreed only on an agenda", 2),
    a_note(2, "the ferry line, which has not sailed since November"),
    a_note(3, "between 20 and 30 per cent of the flow", 1),
)


def every_run() -> Line:
    """A line with each kind of run."""
    return a_line(
        ORSUND,
        " wants more water over ",
        WEIR,
        ": ",
        Strong("at least 30 percent"),
        NoteRef(1, 1),
        NoteRef(3, 1),
        SUPPORT,
        " of what flows ",
        Quiet("(at the border)"),
        ", a claim of ",
        NOVEMBER,
        " made again on ",
        FEBRUARY,
        ". Its minister called it ",
        Quoted("a river, not a tap"),
        "; the matter is ",
        Status("open", "open"),
        " ",
        Removed("for now"),
        Added("for good"),
        " ",
        OWN,
        ". ",
        FENNHALM,
        " and ",
        OKONJO,
        " spoke. See ",
        Link("the first round", ROUND),
        " and ",
        External("the register", "https://example.org/register?a=1&b=2"),
        ".",
    )
