"""Every kind of block, about countries that do not exist."""

from __future__ import annotations

from dataclasses import replace

from generator.model.blocks import (
    Bar,
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    ChartGap,
    ChartMark,
    ChartTerm,
    Column,
    Columns,
    ComparedFigure,
    Comparison,
    Dot,
    DotPlot,
    Fact,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Legend,
    Moment,
    Narrative,
    Paragraph,
    Place,
    Quotation,
    Reach,
    Row,
    SourceBody,
    SourceParagraph,
    Table,
    Tense,
    TimeChart,
    Timeline,
    UnitGroup,
)
from generator.model.dates import Interval, PartialDate, parse
from generator.model.keys import FactKey
from generator.model.runs import (
    Link,
    NoteRef,
    Quiet,
    Quoted,
    ReviewMark,
    Run,
    SideMark,
    Status,
    Strong,
    Target,
    When,
)
from generator.model.sources import Piece
from tests.output.runs import (
    FEBRUARY,
    KASTERIA,
    NOVEMBER,
    ORSUND,
    OWN,
    ROUND,
    SUPPORT,
    VELMARK,
    WEIR,
    a_line,
    every_run,
)


def a_moment(
    anchor: str,
    kind: str,
    when: When,
    title: Run | str,
    *,
    tense: Tense = Tense.PAST,
    bars: tuple[Bar, ...] = (),
) -> Moment:
    """A moment with a line of text and two sides."""
    lines = (
        a_line("Delegations met on water, sprat and the ferry at ", WEIR, ".", NoteRef(2, 1)),
        a_line(Quiet("Until "), "July 2023: publish the gate readings."),
    )
    return Moment(anchor, kind, tense, when, a_line(title), lines, (ORSUND, VELMARK), bars=bars)


def a_timeline(*, anchored: bool = False) -> Timeline:
    """Moments of every kind and tense."""
    kinds = ("round", "meeting", "call", "agreement", "statement", "measure", "data", "deadline", "other")
    past = [
        a_moment(
            f"event-{kind}",
            kind,
            NOVEMBER if kind == "measure" else FEBRUARY,
            Strong(f"A {kind} in Sällvik"),
            bars=(Bar(1, "due", begins=kind == "round", ends=False), Bar(2, kind, begins=True, ends=True)),
        )
        for kind in kinds
    ]
    july = When("15 July 2023", parse("2023-07-15"))
    due = a_moment(
        "readings-due",
        "deadline",
        july,
        Link("Gate readings fall due", ROUND),
        tense=Tense.COMING,
        bars=(Bar(1, "due", begins=False, ends=True),),
    )
    unknown = a_moment("letter", "statement", When("date not known", None), "A letter", tense=Tense.UNDATED)
    return Timeline((*past, due, unknown), anchored, "2 June 2023", 2)


def a_legend() -> Legend:
    """What the marks of the timeline mean."""
    return Legend((ORSUND, VELMARK, KASTERIA), has_shared=True, has_sideless=True, has_bars=True)


def a_time_chart() -> TimeChart:
    """A round, what was agreed until when, an announcement, and something without a date."""
    july = When("15 July 2023", parse("2023-07-15"))
    marks = (
        a_chart_mark(NOVEMBER, "A letter <of> Astrid", "statement", (KASTERIA,)),
        a_chart_mark(FEBRUARY, "First round", "round"),
        a_chart_mark(july, "Gate readings fall due", "deadline", tense=Tense.COMING),
        a_chart_mark(When("date not known", None), "الرسالة الثانية", "other", ()),
    )
    term = ChartTerm(
        Link("Publish", Target("commitments", "readings")), "Until", parse("2023-02"), parse("2023-07-15"), 2
    )
    gap = parse("2023-03-01/2023-05-31")
    found = ChartGap(gap if isinstance(gap, Interval) else Interval(gap, gap), "No source covers spring.")
    return TimeChart("What happened", "Four events.", marks, (term,), (found,), PartialDate(2023, 6, 2))


def a_chart_mark(
    when: When,
    title: str,
    kind: str,
    sides: tuple[SideMark, ...] = (ORSUND, VELMARK),
    *,
    tense: Tense = Tense.PAST,
) -> ChartMark:
    """A mark of a chart, which leads to a round."""
    return ChartMark(when, Link(title, ROUND), f"{when.text}: {title}", kind, tense, sides)


def key_figures() -> KeyFigures:
    """A figure on which sources differ, and one that several give."""
    flow = Link("Share of the flow held back at the weir", Target("figures", "figure-flow"))
    catch = Link("Sprat landed in a year", Target("figures", "figure-catch"))
    source = Link("Talks open in Sällvik", Target("sources/sallvik-opens"))
    return KeyFigures(
        (
            KeyFigure(
                flow,
                (
                    Column(a_line(Strong("20 to 30 percent"), NoteRef(3, 1)), (a_line(source),)),
                    Column(a_line(Strong("about 41 percent"), OWN), (a_line("the institute"),)),
                ),
                a_dot_plot(),
            ),
            KeyFigure(catch, (Column(a_line(Strong("1,200 tonnes"), NoteRef(2, 1)), (a_line(source),)),)),
        )
    )


def a_table() -> Table:
    """A table with a numeric column and a row that can be linked to."""
    return Table(
        "Commitments, with their status as of this edition",
        ("Who", "Undertakes", "Value", "Due", "Status"),
        (
            Row(
                (
                    a_line(KASTERIA),
                    a_line("Publish the gate readings of ", WEIR, NoteRef(1, 2)),
                    a_line("12.5"),
                    a_line(When("15 July 2023", parse("2023-07-15"))),
                    a_line(Status("open", "open")),
                ),
                "readings",
            ),
            Row(
                (
                    a_line(VELMARK),
                    a_line("Let the ferry sail on weekdays"),
                    a_line("1,200"),
                    a_line(NOVEMBER),
                    a_line(Status("lapsed", "lapsed")),
                )
            ),
        ),
        numeric=(2,),
    )


def a_compared(
    measured: str, value: str, place: Place | None, anchor: str | None = None, day: str = ""
) -> ComparedFigure:
    """A row of a comparison."""
    date = parse(day) if day else None
    return ComparedFigure(
        measured=measured,
        value=replace(a_line(Strong(value), NoteRef(1, 1), SUPPORT), statement=f"s-{measured[:4].lower()}"),
        words=(a_line(Quoted(f"{value} of it")),),
        when=a_line(When(day or "not stated", date)),
        who=a_line(ORSUND),
        remarks=(a_line(Quiet("Not to be confused with: "), WEIR),) if anchor else (),
        record=(measured, value),
        place=place,
        anchor=anchor,
    )


def a_comparison() -> Comparison:
    """Shares on one scale, one of them open above; and what is alone in its unit."""
    shares = (
        a_compared("Catch", "more than 52 percent", Place(52, 52, Reach.ABOVE), "figure-catch", "2022"),
        a_compared("Quota", "45 to 60 percent", Place(45, 60, Reach.EXACT), "figure-quota", "2023-04-06"),
    )
    other = (a_compared("Sailings", "14", Place(14, 14, Reach.EXACT), "figure-sailings"),)
    groups = (
        UnitGroup("Percent", shares, has_scale=True, whole=100.0),
        UnitGroup("Other units", other),
    )
    header = ("What is measured", "Value", "True of", "Who says so")
    return Comparison("Each figure by unit", header, ("Measured", "Value", "Address"), groups)


def a_dot_plot() -> DotPlot:
    """Values and a range for one thing."""
    return DotPlot(
        "Share of the flow held back at the weir",
        "Values by source. The Observer: 20 to 30; the institute: 41.",
        "percent",
        (
            Dot("The Sound Observer, Talks open in Sällvik, 15 February 2023", "20 to 30", 20, 30),
            Dot("Institute for Rivers", "about 41", 41, 41),
            Dot("Communiqué", "more than 12.5", 12.5, 12.5),
        ),
    )


def a_source_body() -> SourceBody:
    """Paragraphs with used words, used sentences, and words that two quotations begin with."""
    used_in = (Link("Water", Target("briefings/water")), Link("First round", ROUND))
    return SourceBody(
        "en",
        (
            SourceParagraph(1, (Piece("Delegations met in Sällvik on 14 and 15 February 2023."),), ()),
            SourceParagraph(
                2,
                (
                    Piece("The mood was cold: "),
                    Piece("Nothing was signed.", ("q-00000001",), ("q-00000001",), used=True),
                    Piece(
                        " The delegations agreed only on an agenda & on “meeting again”. ", sentence_used=True
                    ),
                    Piece("The ferry", ("q-00000002",), ("q-00000002",), used=True),
                    Piece(" line", ("q-00000003",), ("q-00000002", "q-00000003"), used=True),
                    Piece(" has not sailed since <November>."),
                ),
                used_in,
            ),
        ),
    )


def statements() -> Bullets:
    """Two statements with their evidence, of which one was accepted, and one that is the editor's own."""
    read = ReviewMark("accepted", "Checked against its evidence and accepted by the editors.", True)
    lines = (
        a_line("Nothing was signed.", NoteRef(1, 3), SUPPORT),
        a_line("A river is no tap.", NoteRef(2, 2), NoteRef(3, 4), SUPPORT, read),
        a_line("No source names the mediator.", OWN),
    )
    return Bullets(tuple(replace(each, statement=f"s-000000000{at}") for at, each in enumerate(lines)))


def every_block() -> tuple[Block, ...]:
    """One of each kind of block."""
    return (
        Callout(
            "bottom-line", "Bottom line", (every_run(), a_line("Nothing else is agreed.", NoteRef(1, 2)))
        ),
        Paragraph(every_run()),
        Narrative((every_run(), a_line("Nothing else is agreed.", NoteRef(1, 4)))),
        statements(),
        Bullets((a_line("A point.", NoteRef(2, 1)), every_run())),
        Facts(
            (
                Fact(FactKey.STATUS, "Status", (a_line(Status("concluded", "concluded")),)),
                Fact(FactKey.SIDE, "Side", (a_line(ORSUND), a_line(VELMARK))),
                Fact(FactKey.DATE, "Date", (a_line(NOVEMBER),)),
            )
        ),
        Columns(
            (
                Column(a_line(ORSUND), (a_line("Wants water."), every_run())),
                Column(a_line(VELMARK), (a_line("Wants sprat.", NoteRef(3, 1)),)),
            )
        ),
        a_table(),
        Columns(
            (
                Column(a_line("New"), (a_line(FEBRUARY, " ", Link("First round, Sällvik", ROUND)),)),
                Column(a_line("Next"), (a_line(Status("overdue", "overdue"), " the gate readings"),)),
            ),
            "overview",
        ),
        a_legend(),
        a_timeline(),
        a_time_chart(),
        a_dot_plot(),
        a_comparison(),
        key_figures(),
        Quotation("A river is not a tap that one neighbour may turn", a_line("Astrid Fennhalm, ", FEBRUARY)),
        Cards(
            (
                Card(Link("Talk rounds", Target("rounds/index")), a_line("Each round at a glance"), "3"),
                Card(Link("Glossary", Target("glossary")), a_line("Terms, places, ", Quiet("organisations"))),
            )
        ),
        Heading("weir-dispute", a_line("Hollen Weir", NoteRef(3, 1))),
        Callout("problem", "Known problem", (a_line("The report misspells a name."),)),
        a_source_body(),
    )
