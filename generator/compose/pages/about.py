"""The about page: how the site is made, what it does not claim, how to cite and correct it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from generator.compose.atlas import Atlas
from generator.compose.pages.topics import Written
from generator.compose.voices import Told, counted, told
from generator.compose.writer import PageWriter, bullets, fact, paragraphs, plain
from generator.model.blocks import Facts
from generator.model.claims import Outcome
from generator.model.facts import all_evidence
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.measured import COMPARING
from generator.model.runs import Line, Link, Target
from generator.text.copies import FEWEST_SHARED, LONGEST_CHANGE
from generator.words import Words

METHOD = ("about.method.notes", "about.method.machine", "about.method.numbers")
SUMMARIES = ("about.summaries.held", "about.summaries.printed")
SUPPORT = ("about.support.counted", "about.support.copied", "about.support.independent")
ACCEPTED = "count.statements-accepted"
TOLD = {
    Outcome.AGREES: "count.statements-agree",
    Outcome.NOT_READ: "count.statements-unread",
    Outcome.NOT_COMPARED: "count.statements-values",
    Outcome.DIFFERS: "count.statements-differ",
}
LIMITS = ("about.limits.proof", "about.limits.editor", "about.limits.unknown", "about.limits.dates")


def about_page(atlas: Atlas) -> Written:
    """What is proved and what is not, method, limits, how to cite, how to correct us."""
    page, words = PageWriter(atlas, KINDS.about), atlas.words
    count = counted(all_evidence(atlas.dossier))
    page.section("method", words("part.method"), paragraphs(_method(words, count)))
    page.section("meaning", words("part.meaning"), paragraphs(_meaning(atlas)))
    support = (words.line(key, fewest=FEWEST_SHARED, longest=LONGEST_CHANGE) for key in SUPPORT)
    listed = words.line("about.support.listed", link=_single_source(words))
    page.section("support", words("part.support"), paragraphs((*support, listed)))
    page.section("limits", words("part.limits"), [bullets(map(words.line, LIMITS))])
    page.section("cite", words("part.cite"), [_citing(atlas)])
    page.section("correct", words("part.correct"), paragraphs([words.line("about.correct")]))
    return page, page.page(words("about.deck"), related=[_single_source(words)])


def _method(words: Words, count: Told) -> Iterator[Line]:
    """How statements are proved; if the site holds summaries, what these are, and whether they are sealed."""
    if count.passages:
        yield words.line(
            "about.proved",
            passages=words("count.passages", n=count.passages),
            sources=words("count.sources", n=count.sources),
            voices=told(words, count),
        )
    yield from map(words.line, METHOD)
    if count.summed:
        yield from map(words.line, SUMMARIES)
        yield words.line("about.summaries.tied" if count.tied else "about.summaries.untied")


def _meaning(atlas: Atlas) -> Iterator[Line]:
    """How many statements say no more than their evidence, as far as rules see, and who accepted the rest."""
    words, dossier = atlas.words, atlas.dossier
    outcomes = Counter(
        ACCEPTED if span in dossier.accepted else TOLD[reading.outcome]
        for span, reading in dossier.readings.items()
    )
    if outcomes:
        told = (words(key, n=outcomes[key]) for key in (*TOLD.values(), ACCEPTED) if outcomes[key])
        count = words("count.statements", n=outcomes.total())
        yield words.line("about.compared", statements=count, told=words.listed(dict.fromkeys(told)))
        yield words.line("about.measured", **_measured(words))
    names = dict.fromkeys(each.by for given in dossier.accepted.values() for each in given)
    if names:
        yield words.line("about.accepted.by", names=words.listed(names))


def _measured(words: Words) -> dict[str, str]:
    """How well the rules see, as it was measured on pairs that nobody who wrote the rules had read."""
    told = {field.name: str(getattr(COMPARING, field.name)) for field in fields(COMPARING)}
    return told | {"day": words.date(COMPARING.day)}


def _single_source(words: Words) -> Link:
    return Link(words("single-source.link"), Target(KINDS.single_source.path()))


def _citing(atlas: Atlas) -> Facts:
    words, dossier = atlas.words, atlas.dossier
    example = words("about.cite.example", site=dossier.site_name, day=dossier.as_of)
    by = dossier.publisher
    return Facts(
        (
            *([fact(words, FactKey.PUBLISHER, (plain(by.name),))] if by else []),
            fact(words, FactKey.CITE_AS, (plain(example),)),
            fact(words, FactKey.VERSION, (words.line("about.cite.version"),)),
        )
    )
