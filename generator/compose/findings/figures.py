"""What sources say of one thing measured: their values, whether they agree, and what is only alike."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.compose.atlas import Atlas
from generator.compose.parts import (
    bounds,
    differs,
    figure_link,
    figure_told,
    source_link,
    value_told,
)
from generator.compose.voices import as_text
from generator.compose.writer import PageWriter, capitalised, separated
from generator.model.blocks import Block, Column, Columns, Paragraph
from generator.model.dates import may_coincide
from generator.model.entries import Figure, Measurand
from generator.model.evidence import Evidence
from generator.model.quantities import Quantity
from generator.model.runs import Line, Plain, Quiet, Strong
from generator.model.text import SourceId
from generator.text.counted_things import (
    count_different_things,
    figure_quantity,
    figures_counting,
    with_what_it_counts,
)
from generator.text.numerals import primary
from generator.words import Words


class Wording(NamedTuple):
    """A number with the words that a quotation puts after it."""

    shown: str
    quantity: Quantity
    evidence: Evidence
    language: str


def sources_of(measurand: Measurand) -> tuple[SourceId, ...]:
    """The sources of its figures, each once."""
    return tuple(dict.fromkeys(item.source for each in measurand.figures for item in each.statement.evidence))


def values_told(atlas: Atlas, measurand: Measurand) -> str:
    """In plain words whether the sources agree, and on what; sources that copy count as one."""
    words, figures = atlas.words, sorted(measurand.figures, key=bounds)
    if not figures:
        return words("figure.no-value")
    count = len(sources_of(measurand))
    values = words.listed(dict.fromkeys(value_told(words, figure) for figure in figures))
    if measurand.unit:
        values = words("figure.with-unit", values=values, unit=measurand.unit)
    if differs(measurand):
        many, times = words.spelled(count), _times(words, figures)
        if times:
            return capitalised(
                words("figure.values-differ-by-time", n=count, many=many, times=times, values=values)
            )
        return capitalised(words("figure.values-differ", n=count, many=many, values=values))
    if count > 1:
        kin = atlas.dossier.kin
        independent = len({kin.get(name, name) for name in sources_of(measurand)})
        if independent < count:
            return words("figure.agree-copied", count=count, independent=independent, values=values)
        return words("figure.agree", count=count, values=values)
    return words("figure.from-one-source" if count else "figure.of-the-editor", values=values)


def _times(words: Words, figures: Iterable[Figure]) -> str:
    """The times that the figures are of, if each tells its own and all are different."""
    dates = dict.fromkeys(figure.as_of.value for figure in figures)
    known = [date for date in dates if date]
    are_apart = len(known) > 1 and not any(may_coincide(*pair) for pair in combinations(known, 2))
    if len(known) < len(dates) or not are_apart:
        return ""
    return words.listed(map(words.date, known))


def other_words(atlas: Atlas, measurand: Measurand) -> tuple[tuple[Wording, ...], ...]:
    """Where quotations give one number of different things: the wordings that differ, for each number.

    Words of different languages are not compared.
    """
    groups: dict[object, list[Wording]] = {}
    for figure in measurand.figures:
        known = groups.setdefault(bounds(figure), [])
        for wording in _wordings_of(atlas, measurand, figure):
            if all(_differ(wording, other) for other in known):
                known.append(wording)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _wordings_of(atlas: Atlas, measurand: Measurand, figure: Figure) -> Iterator[Wording]:
    """The places where quotations give a figure and say of what."""
    value = figure_quantity(f"{figure.low}..{figure.high}", measurand.unit or "", atlas.dossier.written_in)
    if value is None:
        return
    for item in figure.statement.evidence:
        language = atlas.dossier.sources[item.source].bibliography.language
        for each in figures_counting(value, item.exact, language):
            yield Wording(with_what_it_counts(item.exact, each, language), each, item, language)


def _differ(one: Wording, other: Wording) -> bool:
    is_one_language = primary(one.language) == primary(other.language)
    return is_one_language and count_different_things(one.quantity, other.quantity)


def told_of(atlas: Atlas, measurand: Measurand) -> str:
    """In plain words whether the sources agree, in value and in what they count."""
    groups = other_words(atlas, measurand)
    if not groups:
        return values_told(atlas, measurand)
    wordings = (_wordings_told(atlas.words, group) for group in groups)
    values = (values_told(atlas, measurand),) if differs(measurand) else ()
    return " ".join((*values, *wordings))


def is_disputed(atlas: Atlas, measurand: Measurand) -> bool:
    """Whether sources differ on its value, or on what they count."""
    return differs(measurand) or bool(other_words(atlas, measurand))


def _wordings_told(words: Words, group: Sequence[Wording]) -> str:
    count = len({each.evidence.source for each in group})
    things = words("list.strong-separator").join(
        as_text(words, each.evidence.voice, each.shown) for each in group
    )
    return capitalised(words("figure.of-different-things", n=count, many=words.spelled(count), things=things))


def who_says_so(page: PageWriter, figure: Figure) -> Line:
    """To whom a figure is attributed, and the sources that print it."""
    sources = dict.fromkeys(item.source for item in figure.statement.evidence)
    named = ((source_link(page.atlas, page.atlas.dossier.sources[name]),) for name in sources)
    links = separated(page.atlas.words, named).runs
    words = page.atlas.words
    if figure.attributed_to.value:
        by = (page.atlas.link(figure.attributed_to.value), *page.why(figure.attributed_to))
        return words.line("figure.attributed", who=by, sources=links) if links else Line(by)
    return Line(links) if links else words.line("figure.by-the-editor")


def look_alikes(page: PageWriter, measurand: Measurand) -> Iterator[Block]:
    """What is not to be confused with it, with its values side by side."""
    others = [page.atlas.dossier.measurands[name] for name in measurand.distinct_from]
    if others:
        yield Paragraph(Line((Quiet(page.atlas.words("figure.look-alikes")),)))
        yield Columns(tuple(_column(page, other) for other in others))


def _column(page: PageWriter, measurand: Measurand) -> Column:
    items = tuple(
        page.stated(
            figure.statement,
            (
                Strong(figure_told(page.atlas.words, measurand, figure)),
                *page.proof(figure.statement),
                Plain(" "),
                *who_says_so(page, figure).runs,
            ),
        )
        for figure in measurand.figures
    )
    none = page.atlas.words.line("figure.no-value")
    return Column(Line((figure_link(measurand),)), items or (none,))
