"""What sources say of one thing measured: their values, whether they agree, and what is only alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compose.facets import figure_facets
from generator.compose.parts import bounds, differs, figure_link, source_link
from generator.compose.writer import PageWriter, joined, plain
from generator.language.counted import Counted, counted, of_different_things
from generator.model.blocks import Block, Column, Columns, Paragraph, Row, Table
from generator.model.dates import may_coincide, spoken
from generator.model.dossier import Dossier
from generator.model.entries import Figure, Measurand
from generator.model.evidence import Evidence
from generator.model.identifiers import SourceId
from generator.model.runs import Line, Plain, Quiet, Quoted, Run, Strong, When

NUMBER_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class Wording(NamedTuple):
    """A number with the words that a quotation puts after it."""

    counted: Counted
    evidence: Evidence


def number_of(count: int, thing: str, things: str | None = None) -> str:
    """A count in words up to ten, at the beginning of a sentence: “Two sources”."""
    number = NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else str(count)
    return f"{number} {thing if count == 1 else things or thing + 's'}"


def sources_of(measurand: Measurand) -> tuple[SourceId, ...]:
    """The sources of its figures, each once."""
    return tuple(dict.fromkeys(item.source for each in measurand.figures for item in each.statement.evidence))


def values_told(dossier: Dossier, measurand: Measurand) -> str:
    """In plain words whether the sources agree, and on what; sources that copy count as one."""
    figures = sorted(measurand.figures, key=bounds)
    if not figures:
        return "No source gives a value."
    count = len(sources_of(measurand))
    values = in_words(list(dict.fromkeys(map(_value, figures))))
    unit = f" {measurand.unit}" if measurand.unit else ""
    if differs(measurand):
        told = f"{number_of(count, 'source')} {'gives' if count == 1 else 'give'} different values"
        return f"{told}{_times(figures)}: {values}{unit}."
    if count > 1:
        independent = len({dossier.kin.get(name, name) for name in sources_of(measurand)})
        apart = f" ({independent} independent)" if independent < count else ""
        return f"{count} sources agree{apart}: {values}{unit}."
    return f"One source gives it: {values}{unit}." if count else f"The editor's own: {values}{unit}."


def in_words(parts: Sequence[str]) -> str:
    """Several things as words: “80, 90 and 99”."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _value(figure: Figure) -> str:
    shown = figure.low if figure.low == figure.high else f"{figure.low}–{figure.high}"
    return " ".join(filter(None, (figure.qualifier, shown)))


def _times(figures: Iterable[Figure]) -> str:
    """That the figures are of different times, where each tells its own."""
    dates = dict.fromkeys(figure.as_of for figure in figures)
    known = [date for date in dates if date]
    are_apart = len(known) > 1 and not any(may_coincide(*pair) for pair in combinations(known, 2))
    if len(known) < len(dates) or not are_apart:
        return ""
    return f" for different times ({in_words([spoken(date) for date in known])})"


def other_words(measurand: Measurand) -> tuple[tuple[Wording, ...], ...]:
    """Where quotations give one number of different things: the wordings that differ, for each number."""
    groups: dict[object, list[Wording]] = {}
    for figure in measurand.figures:
        for item in figure.statement.evidence:
            for thing in counted(figure.high, item.exact):
                known = groups.setdefault(bounds(figure), [])
                if all(of_different_things(thing, other.counted) for other in known):
                    known.append(Wording(thing, item))
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def told_of(dossier: Dossier, measurand: Measurand) -> str:
    """In plain words whether the sources agree, in value and in what they count."""
    groups = other_words(measurand)
    if not groups:
        return values_told(dossier, measurand)
    words = (_wordings_told(group) for group in groups)
    values = (values_told(dossier, measurand),) if differs(measurand) else ()
    return " ".join((*values, *words))


def is_disputed(measurand: Measurand) -> bool:
    """Whether sources differ on its value, or on what they count."""
    return differs(measurand) or bool(other_words(measurand))


def _wordings_told(group: Sequence[Wording]) -> str:
    sources = {each.evidence.source for each in group}
    who = number_of(len(sources), "source")
    give = "gives" if len(sources) == 1 else "give"
    return f"{who} {give} the same number of different things: {in_words([f'“{w.counted}”' for w in group])}."


def measurand_table(page: PageWriter, measurand: Measurand) -> Table | None:
    """The figures of one measurand, a row each, with the words that prove them; None without figures."""
    rows = tuple(_row(page, measurand, figure) for figure in measurand.figures)
    header = ("Value", "True of", "Who says so", "In these words")
    return Table("Who gives which value, in which words", header, rows) if rows else None


def _row(page: PageWriter, measurand: Measurand, figure: Figure) -> Row:
    return Row(
        facets=figure_facets(page.atlas, measurand, figure),
        cells=(
            page.stated(figure.statement, (Strong(figure.statement.text),)),
            Line((When(spoken(figure.as_of) if figure.as_of else "not stated", figure.as_of),)),
            who_says_so(page, figure),
            _words(page, figure),
        ),
    )


def who_says_so(page: PageWriter, figure: Figure) -> Line:
    """To whom a figure is attributed, and the sources that print it."""
    sources = dict.fromkeys(item.source for item in figure.statement.evidence)
    links = joined([(source_link(page.atlas, page.atlas.dossier.sources[name]),) for name in sources]).runs
    if figure.attributed_to:
        return Line((page.atlas.link(figure.attributed_to), *((Plain(", in "), *links) if links else ())))
    return Line(links or (Plain("the editor"),))


def _words(page: PageWriter, figure: Figure) -> Line:
    parts: list[tuple[Run, ...]] = [
        (Quoted(item.exact), *page.marks([item])) for item in figure.statement.evidence
    ]
    return joined(parts, " ") if parts else Line(page.proof(figure.statement))


def look_alikes(page: PageWriter, measurand: Measurand) -> Iterator[Block]:
    """What is not to be confused with it, with its values side by side."""
    others = [page.atlas.dossier.measurands[name] for name in measurand.distinct_from]
    if others:
        yield Paragraph(Line((Quiet("Not to be confused with:"),)))
        yield Columns(tuple(_column(page, other) for other in others))


def _column(page: PageWriter, measurand: Measurand) -> Column:
    items = tuple(
        page.stated(
            figure.statement,
            (
                Strong(figure.statement.text),
                *page.proof(figure.statement),
                Plain(" "),
                *who_says_so(page, figure).runs,
            ),
        )
        for figure in measurand.figures
    )
    return Column(Line((figure_link(measurand),)), items or (plain("No source gives a value."),))
