"""Where words of the article are wanted beside a summary, and which could be cited there.

For the terminal alone: what is proposed is the article's own words.
"""

from collections.abc import Iterator, Sequence

from generator.editing.quoting import in_quotes
from generator.editing.seal_text import position
from generator.editing.sealing import Sealing
from generator.model.content import Corpus, FigureRecord, PersonRecord, RoundRecord, Sourced
from generator.model.quantities import Quantity
from generator.model.seals import LONGEST_PASSAGE, sentences_at
from generator.model.text import SourceId
from generator.reports.full import visible
from generator.text.fingerprints import Sentence
from generator.text.names import stem, words
from generator.text.prose import Stretch
from generator.text.quotations import Found, Searchable, locate
from generator.text.tokens import word_ranges

LONGEST_PROPOSED = 9
WEIGHT_OF_VALUE = 5.0
SHORT = 3
_EDGES = " .,;:!?—–-“”‘’\"'()"


def wanted_words(corpus: Corpus, made: Sequence[Sealing]) -> str:
    """Lines for each figure, and the first statement of each briefing, round and person, that cites none.

    With the sentence of the article that its citation sums up, and words of it that hold its figure or names.
    """
    sealings = {sealing.seal.source: sealing for sealing in made}
    return "".join(line for record in _wanting(corpus) for line in _proposals(record, corpus, sealings))


def _wanting(corpus: Corpus) -> Iterator[Sourced]:
    for record in _first_statements(corpus):
        if record.cite and not any(citation.article for citation in record.cite):
            yield record


def _first_statements(corpus: Corpus) -> Iterator[Sourced]:
    for measurand in corpus.glossary.measurands:
        yield from measurand.figures
    for briefing in corpus.briefings:
        yield from next((section.statements[:1] for section in briefing.sections if section.statements), ())
    for section in corpus.home.sections[:1] if corpus.home else ():
        yield from section.statements[:1]
    for event in corpus.events:
        if isinstance(event, RoundRecord):
            yield event
    for person in corpus.glossary.people:
        yield from _first_of(person)


def _first_of(person: PersonRecord) -> Iterator[Sourced]:
    yield from ((person.definition,) if person.definition else (*person.said, *person.roles)[:1])


def _proposals(record: Sourced, corpus: Corpus, sealings: dict[SourceId, Sealing]) -> Iterator[str]:
    bodies = {draft.file.id: draft.file.body for draft in corpus.sources}
    for citation in record.cite:
        sealing = sealings.get(SourceId(str(citation.source)))
        if sealing is None:
            continue
        body = bodies[sealing.seal.source]
        found = locate(citation.exact, citation.prefix, citation.suffix, Searchable(body))
        inside = sentences_at(body, found.ranges) if isinstance(found, Found) else ()
        places = {place for each in sealing.seal.sentences if each.at in inside for place in each.article}
        key = " ".join(record.assertions())
        value = record.value if isinstance(record, FigureRecord) else ""
        for sentence in sealing.article:
            if sentence.at in places:
                proposed = in_quotes(_proposed(sentence, f"{key} {citation.exact}", value))
                yield f"{citation.span}: {sealing.seal.source} {position(sentence.at)}\n"
                yield f"    {visible(sentence.text)}\n    article: {proposed}\n"


def _proposed(sentence: Sentence, key: str, value: str) -> str:
    """The stretch of a sentence that shares most with a text, and has the value if there is one.

    Shorter than the sentence and than allowed.
    """
    ranges = word_ranges(sentence.text)
    told = {stem(word.form.casefold()) for word in words(Stretch(key, 0))}
    given = [each for each in sentence.quantities if value and _is_of(each, value)]
    weights = [_weight(sentence.text[start:end], told) + _holds(given, start, end) for start, end in ranges]
    size = max(min(LONGEST_PROPOSED, LONGEST_PASSAGE, len(ranges) - 1), 1)
    first = max(range(len(ranges) - size + 1), key=lambda at: sum(weights[at : at + size]))
    last = first + size - 1
    while last > first and not weights[first]:
        first += 1
    while last > first and not weights[last]:
        last -= 1
    return sentence.text[ranges[first][0] : ranges[last][1]].strip(_EDGES)


def _is_of(quantity: Quantity, value: str) -> bool:
    """Whether a quantity has the value of a figure, or of a range one of its ends."""
    ends = {each.strip().replace(",", "") for each in value.split("..")}
    return bool(ends & {f"{end.normalize():f}" for end in (quantity.low, quantity.high)})


def _holds(given: Sequence[Quantity], start: int, end: int) -> float:
    return WEIGHT_OF_VALUE if any(each.start < end and start < each.end for each in given) else 0.0


def _weight(word: str, told: set[str]) -> float:
    """How much a word of the article tells of the text."""
    bare = word.strip(_EDGES)
    if stem(bare.casefold()) not in told:
        return 0.0
    return 2.0 if bare[:1].isupper() else 0.5 if len(bare) <= SHORT else 1.0
