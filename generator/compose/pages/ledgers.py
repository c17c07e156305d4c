"""The ledgers: all figures with who gives them, and all commitments with how they stand."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.compose import parts, undertakings
from generator.compose.atlas import Atlas
from generator.compose.compared_figures import comparison
from generator.compose.findings.figures import is_disputed
from generator.compose.pages.topics import Written
from generator.compose.undertakings import Made
from generator.compose.writer import PageWriter, capitalised
from generator.model.addresses import PageFiles, seen_from
from generator.model.blocks import Row, Table
from generator.model.commitments import AHEAD, SOON, UNTOLD, Commitment, CommitmentState
from generator.model.facts import Round
from generator.model.kinds import KINDS
from generator.model.pages import Attachment, AttachmentKind
from generator.model.runs import Line


def figures_page(atlas: Atlas) -> Written:
    """Every figure in one table that compares them, by unit."""
    page = PageWriter(atlas, KINDS.figures)
    measurands = sorted(atlas.dossier.measurands.values(), key=lambda each: each.pref_label.casefold())
    page.section(None, None, [comparison(page, measurands)])
    words = atlas.words
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    deck = words(
        "figures.deck",
        figures=words("count.figures", n=sum(len(each.figures) for each in measurands)),
        things=words("figures.things", n=len(measurands)),
        differing=words("figures.differing", n=sum(is_disputed(atlas, each) for each in measurands)),
    )
    return page, page.page(capitalised(deck))


def commitments_page(atlas: Atlas) -> Written:
    """Every commitment of every round, by how it stands; what others announce or expect apart."""
    page = PageWriter(atlas, KINDS.commitments)
    words, day, groups = atlas.words, atlas.dossier.as_of, _grouped(atlas)
    for anchor, caption in (
        ("overdue", words("commitments.caption-overdue", day=day)),
        ("soon", words("commitments.caption-soon", day=day, days=SOON.days)),
        ("open", words("commitments.caption-open")),
        ("expected", words("expected.caption")),
        ("ended", words("commitments.caption-ended", day=day)),
        ("settled", words("commitments.caption-settled")),
    ):
        page.section(anchor, words(f"commitments.{anchor}"), [_table(page, caption, groups[anchor])])
    page.section("sources", words("part.sources"), [parts.sources_table(page)])
    own, others = undertakings.undertaken(atlas, atlas.dossier.commitments())
    counted = (("count.commitments", own), ("count.expectations", others))
    told = words(
        "commitments.deck",
        made=words.listed(words(key, n=len(each)) for key, each in counted if each),
        day=day,
        overdue=words("commitments.count-overdue", n=len(groups["overdue"])),
        ended=words("commitments.count-ended", n=len(groups["ended"])),
    )
    deck = capitalised(told)
    path = KINDS.commitments.path()
    entry = Attachment(AttachmentKind.CALENDAR, seen_from(path, PageFiles(path).calendar))
    ahead = any(undertakings.is_ahead(atlas, made) for _, made in atlas.dossier.commitments())
    description = words("commitments.description", deck=deck)
    return page, page.page(deck, description=description, attachments=[entry] if ahead else [])


def _grouped(atlas: Atlas) -> Mapping[str, list[Made]]:
    """The commitments by the section in which they stand, each in one, by the day that counts."""
    groups: dict[str, list[Made]] = defaultdict(list)
    for item in sorted(atlas.dossier.commitments(), key=_by_end):
        groups[_section_of(atlas, item[1])].append(item)
    return groups


def _section_of(atlas: Atlas, made: Commitment) -> str:
    state = atlas.dossier.state_of(made)
    if state in AHEAD:
        return state.value if atlas.dossier.is_undertaken(made) else "expected"
    if state in UNTOLD:
        return "ended"
    return "overdue" if state is CommitmentState.OVERDUE else "settled"


def _by_end(item: Made) -> datetime.date:
    end = item[1].end.value
    return end.latest() if end else datetime.date.max


def _table(page: PageWriter, caption: str, made: Sequence[Made]) -> Table | None:
    rows = tuple(_row(page, talks, commitment) for talks, commitment in made)
    header = page.atlas.words.each(
        "column.term", "column.status", "column.who", "column.what", "column.made-at"
    )
    return Table(caption, header, rows, filterable=True, wide=3) if rows else None


def _row(page: PageWriter, talks: Round, commitment: Commitment) -> Row:
    cells = (
        undertakings.term_line(page, commitment),
        undertakings.state_line(page, commitment),
        undertakings.who(page, commitment),
        undertakings.said_line(page, commitment, is_named=True),
        Line((page.atlas.event_link(talks.id),)),
    )
    return Row(cells, f"{talks.id}.{commitment.id}", undertakings.facets(page.atlas, talks, commitment))
