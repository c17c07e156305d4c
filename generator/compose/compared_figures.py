"""All figures in one table that compares them: by unit, each on the scale of its unit, and as records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.compose.findings.figures import sources_of, told_of, who_says_so
from generator.compose.parts import (
    WHOLE,
    bounds,
    differs,
    figure_facets,
    figure_link,
    figure_told,
    qualified,
    value_told,
)
from generator.compose.voices import sentence
from generator.compose.writer import PageWriter, capitalised, separated, support_mark
from generator.model.blocks import ComparedFigure, Comparison, Place, Reach, UnitGroup
from generator.model.entries import Figure, Measurand
from generator.model.evidence import Evidence
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Quiet, Quoted, Run, Strong, Summarised, Target
from generator.text.units import PERCENT, unit_words

FEWEST_ON_A_SCALE = 2
"""A value alone on a scale compares with nothing; a share does, with the whole."""

REACHES: Mapping[str | None, Reach] = {
    "about": Reach.ABOUT,
    "nearly": Reach.ABOUT,
    "almost all": Reach.ABOUT,
    "more than": Reach.ABOVE,
    "less than": Reach.BELOW,
    "at least": Reach.FROM,
    "at most": Reach.UP_TO,
}
"""How a qualifier is drawn; a value without one of these is where its source puts it."""

COLUMNS = (
    "column.measured",
    "column.value",
    "column.least",
    "column.greatest",
    "column.unit",
    "column.qualifier",
    "column.true-of",
    "column.attributed-to",
    "column.source",
    "column.in-these-words",
    "column.address",
)
"""What the record of a figure tells; the last, its address, only the view knows."""


@dataclass(slots=True)
class Unit:
    """What counts in one unit: its name as authors write it, and the figures."""

    label: str
    key: str
    figures: list[tuple[Measurand, Figure | None]]

    @property
    def is_share(self) -> bool:
        """Whether the whole is known: a hundred percent."""
        return self.key == PERCENT

    @property
    def has_scale(self) -> bool:
        """Whether its values are worth a picture beside each other."""
        valued = sum(figure is not None for _, figure in self.figures)
        return valued >= FEWEST_ON_A_SCALE or (self.is_share and valued > 0)


def comparison(page: PageWriter, measurands: Iterable[Measurand]) -> Comparison | None:
    """The table of these things measured, each with all its figures; None if there are none.

    Units that several figures have come first, the others together at the end.
    """
    words = page.atlas.words
    units = _by_unit(measurands, page.atlas.dossier.written_in)
    groups = [_group(page, unit) for unit in units if unit.has_scale]
    others = [pair for unit in units if not unit.has_scale for pair in unit.figures]
    if others:
        label = words("figures.other-units" if groups else "figures.each-unit")
        ordered = sorted(others, key=lambda pair: _order(*pair))
        groups.append(UnitGroup(label, tuple(_compared(page, ordered))))
    if not groups:
        return None
    header = words.each("column.measured", "column.value", "column.true-of", "column.who-says-so")
    return Comparison(words("figures.caption"), header, words.each(*COLUMNS), tuple(groups))


def _by_unit(measurands: Iterable[Measurand], language: str) -> list[Unit]:
    """The units, that with most figures first; two names of one unit are one."""
    names, *_ = unit_words(language)
    units: dict[str, Unit] = {}
    for measurand in measurands:
        label = measurand.unit or ""
        key = names.get(label.casefold(), label.casefold())
        unit = units.setdefault(key, Unit(label, key, []))
        unit.figures += [(measurand, figure) for figure in measurand.figures] or [(measurand, None)]
    return sorted(units.values(), key=lambda unit: (-len(unit.figures), unit.label.casefold()))


def _order(measurand: Measurand, figure: Figure | None) -> tuple[str, str, tuple[Decimal, ...]]:
    return measurand.pref_label.casefold(), measurand.id, bounds(figure) if figure else ()


def _group(page: PageWriter, unit: Unit) -> UnitGroup:
    figures = sorted(unit.figures, key=lambda pair: _order(*pair))
    label = capitalised(unit.label or page.atlas.words("figures.no-unit"))
    whole = WHOLE if unit.is_share else None
    return UnitGroup(label, tuple(_compared(page, figures)), has_scale=True, whole=whole)


def _compared(
    page: PageWriter, figures: Sequence[tuple[Measurand, Figure | None]]
) -> Iterator[ComparedFigure]:
    """The rows; the first of what is measured has its anchor and what is to be remarked of it."""
    before: Measurand | None = None
    for measurand, figure in figures:
        is_first = measurand is not before
        before = measurand
        yield _row(page, measurand, figure, is_first=is_first)


def _row(page: PageWriter, measurand: Measurand, figure: Figure | None, *, is_first: bool) -> ComparedFigure:
    anchor = f"figure-{measurand.id}" if is_first else None
    remarks = tuple(_remarks(page, measurand)) if is_first else ()
    if figure is None:
        none, nothing = page.atlas.words.line("figure.no-value"), Line(())
        record = _record(page, measurand, None)
        return ComparedFigure(
            measurand.pref_label, none, (), nothing, nothing, remarks, record, anchor=anchor
        )
    low, high = map(float, bounds(figure))
    when: tuple[Run, ...] = (
        page.atlas.when_proved(figure.as_of, "value.not-stated"),
        *page.why_cited(figure.as_of),
    )
    return ComparedFigure(
        measurand.pref_label,
        _value(page, measurand, figure),
        tuple(dict.fromkeys(Line((_cited(item),)) for item in figure.statement.evidence)),
        Line(when),
        who_says_so(page, figure),
        remarks,
        _record(page, measurand, figure),
        Place(low, high, REACHES.get(figure.qualifier, Reach.EXACT)),
        anchor,
        figure_facets(page.atlas, measurand, figure),
    )


def _value(page: PageWriter, measurand: Measurand, figure: Figure) -> Line:
    """The value with its proof, and how many sources give it."""
    told, statement = figure_told(page.atlas.words, measurand, figure), figure.statement
    support = page.atlas.dossier.support(statement)
    marks = (support_mark(page.atlas, support),) if statement.evidence else ()
    return page.stated(statement, (Strong(told), *page.proof(statement), *marks))


def _cited(item: Evidence) -> Quoted | Summarised:
    """The words that give a figure: what the article prints if that is cited, else those of our summary."""
    return Quoted(item.printed.exact) if item.printed else sentence(item.voice, item.exact)


def _remarks(page: PageWriter, measurand: Measurand) -> Iterator[Line]:
    """Whether several sources agree, and on what; what it is not to be confused with."""
    words = page.atlas.words
    if len(sources_of(measurand)) > 1:
        told: list[Run] = [Plain(told_of(page.atlas, measurand))]
        if differs(measurand):
            place = Target(KINDS.disagreements.path(), f"figure-{measurand.id}")
            told += [Plain(" "), Link(words("figures.how-they-differ"), place)]
        yield Line(tuple(told))
    others = [page.atlas.dossier.measurands[name] for name in measurand.distinct_from]
    if others:
        links = separated(words, ((figure_link(other),) for other in others))
        lead: tuple[Run, ...] = (Quiet(words("figure.look-alikes")), Plain(" "))
        yield Line((*lead, *links.runs))


def _ends(figure: Figure) -> tuple[str, str]:
    """The least and the greatest value as numbers; an end that the source leaves open is empty."""
    least, greatest = map(str, bounds(figure))
    match REACHES.get(figure.qualifier):
        case Reach.ABOVE | Reach.FROM:
            return least, ""
        case Reach.BELOW | Reach.UP_TO:
            return "", greatest
        case _:
            return least, greatest


def _record(page: PageWriter, measurand: Measurand, figure: Figure | None) -> tuple[str, ...]:
    """What `COLUMNS` names, as plain text; days in EDTF, numbers without signs that part thousands."""
    if figure is None:
        return (measurand.pref_label, "", "", "", measurand.unit or "", "", "", "", "", "")
    dossier, words = page.atlas.dossier, page.atlas.words
    least, greatest = _ends(figure)
    by = figure.attributed_to.value
    sources = dict.fromkeys(item.source for item in figure.statement.evidence)
    return (
        measurand.pref_label,
        value_told(words, figure),
        least,
        greatest,
        measurand.unit or "",
        qualified(words, figure, ""),
        str(figure.as_of.value or ""),
        dossier.entries[by].pref_label if by else "",
        words("list.strong-separator").join(dossier.sources[name].bibliography.name for name in sources),
        " … ".join(dict.fromkeys(_cited(item).text for item in figure.statement.evidence)),
    )
