"""The dossier that a corpus proves, and all problems.

Takes a `Corpus`, gives a `Dossier` and the problems found. Nothing is chosen or ordered for pages yet.
A dossier that comes with errors lacks what was not proved, and must not be composed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.cache import FORGETFUL, Memory
from generator.model.content import Corpus
from generator.model.dates import PartialDate, spoken
from generator.model.diagnostics import Diagnostic, has_errors
from generator.model.evidence import CopiedPassage
from generator.model.facts import NO_DAY, Dossier, Source
from generator.model.text import SourceId
from generator.text.copies import Groups, copied_passages
from generator.text.names import Label, NameIndex, clashes
from generator.verify import content
from generator.verify.acceptance import by_statement
from generator.verify.checks.names import names_keep_to_one_script
from generator.verify.checks.numbers import names_with_numbers_are_printed, numbers_are_given_by_the_evidence
from generator.verify.checks.sealed import summaries_are_sealed
from generator.verify.checks.summaries import summaries_say_what_their_articles_say
from generator.verify.comparing.bearing import borne
from generator.verify.comparing.readings import differences, readings, unread
from generator.verify.proof import Prover
from generator.verify.proving import Values
from generator.verify.references import all_entries, unresolved
from generator.verify.rules import broken_rules
from generator.verify.settled import settled_mentions_stand_in_their_source


def verify(
    corpus: Corpus, as_of: PartialDate | None = None, memory: Memory = FORGETFUL
) -> tuple[Dossier, tuple[Diagnostic, ...]]:
    """The dossier that the corpus proves, and all problems.

    `as_of` is the day for which the edition speaks; None means that of the newest source, as `newest_day`
    tells it, or, if no source is dated, the one that the settings give. A `memory` makes it faster and
    changes nothing.
    """
    labels = tuple(content.labels(corpus.glossary))
    names = NameIndex.build(labels)
    files = {str(draft.file.id): draft.file for draft in corpus.sources}
    seals = {str(draft.file.id): draft.seal for draft in corpus.sources if draft.seal}
    prover = Prover(files, names, corpus.unreadable, seals, corpus.site.written_in)
    day = as_of or newest_day(corpus) or corpus.site.as_of or NO_DAY
    values = Values(corpus, prover, names, day)
    sources = content.sources(corpus.sources, names, prover)
    copies = shared_passages(sources, memory)
    dossier = Dossier(
        site_name=corpus.site.name,
        site_description=corpus.site.description,
        as_of=day,
        fingerprint=corpus.fingerprint,
        sources=sources,
        entries=content.entries(corpus.glossary, values),
        measurands=content.measurands(corpus.glossary, values),
        events=content.events(corpus.events, values),
        briefings=content.briefings(corpus.briefings, prover),
        home=content.home(corpus.home, prover),
        disputes=content.disputes(corpus.disputes, prover),
        kin=kin(sources, copies),
        copies=copies,
        quote_budget=corpus.site.quote_budget,
        own_budget=corpus.site.own_budget,
        releases=corpus.releases,
        stood=corpus.stood,
        redirects=corpus.redirects,
        reviews=corpus.reviews,
        language=corpus.site.language,
        written_in=corpus.site.written_in,
        publisher=corpus.site.publisher,
    )
    dossier = replace(dossier, readings=readings(dossier, names), borne=borne(dossier, names))
    compared = tuple(differences(dossier, dossier.readings, prover.problems))
    dossier = replace(dossier, accepted=by_statement((*compared, *unread(dossier)), corpus.reviews))
    is_whole = not (corpus.unreadable or has_errors(prover.problems))
    found = _faults(corpus, dossier, labels, names, is_whole=is_whole)
    return dossier, (*prover.problems, *_day_faults(corpus, as_of), *compared, *found)


def _faults(
    corpus: Corpus, dossier: Dossier, labels: tuple[Label, ...], names: NameIndex, *, is_whole: bool
) -> Iterator[Diagnostic]:
    """What is wrong with what was proved, and with what stands beside it."""
    yield from unresolved(corpus)
    yield from names_keep_to_one_script(corpus)
    yield from settled_mentions_stand_in_their_source(corpus)
    yield from _label_clashes(corpus, labels)
    yield from numbers_are_given_by_the_evidence(corpus, dossier, names)
    yield from names_with_numbers_are_printed(corpus, dossier)
    yield from summaries_say_what_their_articles_say(dossier, content.names_of(corpus.glossary))
    yield from summaries_are_sealed(dossier, corpus.unreadable)
    yield from broken_rules(dossier, is_whole=is_whole, is_read=not corpus.unreadable)


def newest_day(corpus: Corpus) -> PartialDate | None:
    """The newest of the first days on which sources may have been issued; None if none has such a day.

    Of a year, a month or an interval the first day counts, of `~` and `?` the day as written; an open start
    has none. Events do not count: they include what is planned or due after the day on which anybody wrote.
    """
    issued = [draft.file.bibliography.issued for draft in corpus.sources]
    days = [day for date in issued if date and (day := date.first_day())]
    if not days:
        return None
    day = max(days)
    return PartialDate(day.year, day.month, day.day)


def _day_faults(corpus: Corpus, as_of: PartialDate | None) -> Iterator[Diagnostic]:
    """Why the edition cannot speak for its day: there is none, or a source is newer."""
    known = as_of or newest_day(corpus) or corpus.site.as_of
    if known is None and not corpus.unreadable:
        is_dated = any(draft.file.bibliography.issued for draft in corpus.sources)
        why = (
            "the date of each source is open at its start"
            if is_dated
            else "no source says when it was issued"
        )
        yield Diagnostic(
            "as-of-unknown",
            f"{why}, so it is not known for which day the edition speaks",
            help="date a source with `issued:`, or give the day with --as-of,"
            " or as `as_of:` below `extra: {briefing: …}` in mkdocs.yml",
        )
    for draft in corpus.sources if as_of else ():
        issued = draft.file.bibliography.issued
        first = issued.first_day() if issued else None
        if as_of and first and first > as_of.latest():
            yield Diagnostic(
                "as-of-before-source",
                f"the edition speaks for {spoken(as_of)}, but “{draft.file.id}” was issued later"
                f" ({spoken(issued)})",
                draft.issued_at,
                help="give a later day with --as-of, or leave the source out of this edition",
            )


def _label_clashes(corpus: Corpus, labels: tuple[Label, ...]) -> Iterator[Diagnostic]:
    entries = {str(entry.id): entry for _, entry in all_entries(corpus.glossary)}
    for clash in clashes(labels):
        first, second = clash
        one, other = entries[first.entry], entries[second.entry]
        if first.person and second.person and one.id in other.distinct_from and other.id in one.distinct_from:
            continue  # Two people of one name: which of them a text means is settled source by source.
        yield Diagnostic(
            "label-clash",
            f"“{second.form}” is a name of both “{first.entry}” and “{second.entry}”",
            other.span,
            help="leave it to one of them; two people who bear it each name the other in `distinct_from`",
        )


def shared_passages(
    sources: Mapping[SourceId, Source], memory: Memory = FORGETFUL
) -> tuple[CopiedPassage, ...]:
    """The passages that connect all sources which share any, whatever the sources' rights."""
    found = copied_passages({str(name): source.body.text for name, source in sources.items()}, memory)
    return tuple(
        CopiedPassage(
            SourceId(copy.first), SourceId(copy.second), copy.first_range, copy.second_range, copy.words
        )
        for copy in found
    )


def kin(sources: Iterable[SourceId], found: Iterable[CopiedPassage]) -> dict[SourceId, SourceId]:
    """Each source with the first one of its group: of all that copied passages connect; itself if alone."""
    groups = Groups()
    for copy in found:
        groups.join(copy.first, copy.second)
    first: dict[str, SourceId] = {}
    return {name: first.setdefault(groups.of(name), name) for name in sources}
