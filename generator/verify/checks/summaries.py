"""A summary says what its article says: figures, dates and names, each sentence against those it sums up.

The seal tells what the article's sentences give, so that a changed summary is found without the article,
whoever renews the seal's fingerprints of it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from generator.model.diagnostics import Diagnostic
from generator.model.evidence import InArticle
from generator.model.facts import Dossier, Source
from generator.model.quantities import Bound, Quantity, QuantityForm
from generator.model.seals import Seal, SealedDate, SealedPassage, SealedSentence
from generator.model.text import EntryId, Span
from generator.text.agreement import Aspect, counts_another_thing, differences
from generator.text.fingerprints import Sentence, sentences_of
from generator.text.names import NameIndex
from generator.verify.articles import position
from generator.verify.checks.summary_meaning import meaning_agrees

NEAR = 4
"""So many sentences before and after those summed up may lend a name for which these have a pronoun.

So may the first, which tells what the article is about.
"""

# What a figure counts is compared apart; a summary may call it by another word.
_MAY_DIFFER = frozenset({Aspect.COUNTED})
# Words for two that count nothing new: they point back.
_BOTH = frozenset({"both", "beide", "beiden", "beider", "ambos", "ambas"})
_SMALL = 10
_POINTERS = ("the ", "these ", "those ", "all ", "die ", "den ", "der ", "les ", "los ", "las ")
# “Up to” and “within” are said in many ways that are not read.
_LIMITS = (Bound.AT_MOST, Bound.AT_LEAST)
_UNITS = {"%": "percent", "a": "years", "mo": "months", "d": "days", "h": "hours", "min": "minutes"}
_BOUNDS = {Bound.MORE: "more than", Bound.LESS: "less than"}
_BOUNDS |= {Bound.AT_LEAST: "at least", Bound.AT_MOST: "at most"}
_BOUNDS |= {bound: bound.value for bound in (Bound.ABOUT, Bound.NEARLY, Bound.EXACTLY, Bound.ONLY)}
SHORTEST = 4
_ENDINGS = ("ians", "ese", "ian", "ish", "ans", "an", "s", "a", "n")
_CAPITALISING = frozenset({"de", "lb"})


class Name(NamedTuple):
    """A name by what it stands for: the entry of the glossary, or else the word; and by its words."""

    key: str
    entry: EntryId | None
    words: tuple[str, ...]

    def is_among(self, keys: Collection[str]) -> bool:
        """Whether it is one of several, or all its words are."""
        return self.key in keys or all(word in keys for word in self.words)


@dataclass(frozen=True)
class _Named:
    """Names as a text prints them, and what they stand for."""

    runs: tuple[str, ...]
    index: NameIndex

    @cached_property
    def names(self) -> frozenset[Name]:
        """All of them, each word that is no part of an entry's name by itself."""
        return frozenset(name for run in self.runs for name in _names_in(run, self.index))

    @cached_property
    def keys(self) -> frozenset[str]:
        """What they stand for, and each of their words."""
        words = (_folded(word) for run in self.runs for word in run.split())
        return frozenset({*(name.key for name in self.names), *words})


def _names_in(run: str, index: NameIndex) -> Iterator[Name]:
    mentions = index.mentions(run)
    for mention in mentions:
        words = tuple(map(_folded, run[mention.start : mention.end].split()))
        yield Name(f"={mention.entry}", mention.entry, words)
    begin = 0
    for word in run.split(" "):
        start = run.index(word, begin)
        begin = start + len(word)
        if not any(mention.start <= start < mention.end for mention in mentions):
            yield Name(_folded(word), None, (_folded(word),))


def _folded(word: str) -> str:
    """A word as it is compared: the same for a country and its people (“Norway” is not, “Korea” is)."""
    low = word.casefold()
    ending = next((end for end in _ENDINGS if low.endswith(end) and len(low) - len(end) >= SHORTEST), "")
    return low.removesuffix(ending)


@dataclass(frozen=True)
class _Pair:
    """A sentence of a summary with what is sealed of those that it sums up, and of those around these."""

    source: Source
    sentence: Sentence
    sealed: SealedSentence
    passages: tuple[SealedPassage, ...]
    near: tuple[SealedPassage, ...]
    index: NameIndex

    @property
    def span(self) -> Span:
        """Where the sentence stands in the summary."""
        return self.source.body.span_of(self.sentence.start, self.sentence.end)

    @property
    def where(self) -> str:
        """The sentences of the article, for a message."""
        return ", ".join(position(passage.at) for passage in self.passages)

    @property
    def capitalises_nouns(self) -> bool:
        """Whether a capital does not tell a name in the language of the summary."""
        return self.source.bibliography.language.split("-")[0] in _CAPITALISING

    @cached_property
    def said(self) -> _Named:
        """The names that the summary has."""
        return _Named(self.sentence.names, self.index)

    @cached_property
    def given(self) -> _Named:
        """The names that the article has there."""
        return _Named(tuple(name for passage in self.passages for name in passage.claim.names), self.index)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words with which the article's sentences there begin, and which may be names."""
        return frozenset(_folded(word) for passage in self.passages for word in passage.claim.beginnings)

    @cached_property
    def lent(self) -> _Named:
        """The names that the article has around."""
        return _Named(tuple(name for passage in self.near for name in passage.claim.names), self.index)

    @cached_property
    def dates(self) -> tuple[SealedDate, ...]:
        """The dates that the article has there."""
        return tuple(dict.fromkeys(date for passage in self.passages for date in passage.claim.dates))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that the article has there."""
        return tuple(quantity for passage in self.passages for quantity in passage.claim.quantities)


def summaries_say_what_their_articles_say(dossier: Dossier, names: NameIndex) -> Iterator[Diagnostic]:
    """Each figure, date and name of a sealed summary is one of the sentences that it sums up.

    And what it denies, doubts, turns round or has somebody say is so there.
    """
    for source in dossier.sources.values():
        if source.seal:
            pairs = tuple(_pairs(source, source.seal, names))
            groups = _by_passage(pairs)
            for pair in pairs:
                yield from _figures(pair)
                yield from _dates(pair)
                yield from _names(pair, groups, dossier)
                yield from meaning_agrees(pair.sentence, pair.span, pair.passages, pair.near, names)
            yield from _exchanged(groups, dossier)


def _pairs(source: Source, seal: Seal, names: NameIndex) -> Iterator[_Pair]:
    """Each sentence with what is sealed of it; one that was changed, with what is sealed of its place."""
    order = {passage.at: number for number, passage in enumerate(seal.passages)}
    by_place = {sentence.at: sentence for sentence in seal.sentences}
    for sentence in sentences_of(source.body, source.bibliography.language, names):
        sealed = seal.sentence_of(sentence.at, sentence.sha256) or by_place.get(sentence.at)
        numbers = [order[place] for place in (sealed.article if sealed else ()) if place in order]
        if sealed and numbers:
            near = sorted({0, *(number + step for number in numbers for step in range(-NEAR, NEAR + 1))})
            around = tuple(seal.passages[each] for each in near if 0 <= each < len(seal.passages))
            passages = tuple(seal.passages[number] for number in numbers)
            yield _Pair(source, sentence, sealed, passages, around, names)


def _by_passage(pairs: Sequence[_Pair]) -> dict[InArticle, list[_Pair]]:
    groups: dict[InArticle, list[_Pair]] = {}
    for pair in pairs:
        for passage in pair.passages:
            groups.setdefault(passage.at, []).append(pair)
    return groups


def _figures(pair: _Pair) -> Iterator[Diagnostic]:
    for quantity in pair.sentence.quantities:
        said = pair.sentence.text[quantity.start : quantity.end]
        if said.casefold() in _BOTH or _is_mere_article(quantity, said, pair.quantities):
            continue
        if _points_back(quantity, pair.sentence.text):
            continue
        same = [each for each in pair.quantities if _agrees(quantity, each)]
        if not same or _counts_another(quantity, same, pair.quantities):
            yield _differs("figure-not-in-article", pair, said, [_shown(each) for each in pair.quantities])


def _is_mere_article(quantity: Quantity, said: str, given: Sequence[Quantity]) -> bool:
    """Whether “a month” counts one month only in passing: the article gives no other number of them."""
    is_one = quantity.low == quantity.high == 1 and not any(map(str.isdigit, said))
    return is_one and not any(each.unit == quantity.unit and each.low != 1 for each in given)


def _points_back(quantity: Quantity, text: str) -> bool:
    """Whether a small number in words counts what was named before: “the two companies”."""
    is_word = not any(map(str.isdigit, text[quantity.start : quantity.end]))
    return is_word and quantity.low <= _SMALL and text[: quantity.start].casefold().endswith(_POINTERS)


def _agrees(said: Quantity, given: Quantity) -> bool:
    """Whether the article's quantity proves the summary's; “eight times” may be eight of what it counts."""
    found = differences(said, given) - _MAY_DIFFER
    if given.bound in _LIMITS and said.bound is None:
        found -= {Aspect.BOUND_LEFT_OUT}
    if said.bound in (*_LIMITS, Bound.ABOUT) and given.bound is None:
        found -= {Aspect.BOUND}
    is_of_times = said.form is QuantityForm.MULTIPLE and given.form is QuantityForm.NUMBER and given.counted
    return not found or (found == {Aspect.FORM} and bool(is_of_times))


def _counts_another(said: Quantity, same: Sequence[Quantity], given: Sequence[Quantity]) -> bool:
    """Whether the article counts what the summary counts, but by another number."""
    things = set(said.counted)
    if not things or not all(counts_another_thing(said, each) for each in same):
        return False
    return any(things & set(each.counted) for each in given)


def _shown(quantity: Quantity) -> str:
    if quantity.form is QuantityForm.LABEL:
        return quantity.unit.upper()
    number = "–".join(dict.fromkeys(f"{value:,f}" for value in (quantity.low, quantity.high)))
    if quantity.form is QuantityForm.RANK:
        number = f"no. {number}"
    bound = _BOUNDS.get(quantity.bound) if quantity.bound else None
    unit = _UNITS.get(quantity.unit, quantity.unit)
    return " ".join(part for part in (bound, number, unit, " ".join(quantity.counted)) if part)


def _dates(pair: _Pair) -> Iterator[Diagnostic]:
    for found in pair.sentence.dates:
        date = pair.sentence.date(found)
        if not any(date.says_no_more_than(given) for given in pair.dates):
            said = pair.sentence.text[found.start : found.end]
            yield _differs("date-not-in-article", pair, said, list(map(str, pair.dates)))


def _names(
    pair: _Pair, groups: Mapping[InArticle, Sequence[_Pair]], dossier: Dossier
) -> Iterator[Diagnostic]:
    given, lent = pair.given.keys | pair.beginnings, pair.lent.keys | pair.beginnings
    for run in pair.sentence.names:
        missing = [
            name
            for name in _names_in(run, pair.index)
            if not name.is_among(given) and (name.entry or not pair.capitalises_nouns)
        ]
        if not missing:
            borne = _borne_by_another(run, pair)
            if borne:
                yield _differs("name-not-in-article", pair, run, (borne,))
        elif not all(name.is_among(lent) for name in missing) or any(
            _displaced(name, pair, groups, dossier) for name in missing
        ):
            yield _differs("name-not-in-article", pair, run, pair.given.runs)


def _borne_by_another(run: str, pair: _Pair) -> str | None:
    """A name of the article that bears the title which the summary gives somebody else.

    “Chancellor Ada Marsh” of an article that has “Chancellor Tom Reed” and “Mayor Ada Marsh”.
    """
    mentions = pair.index.mentions(run)
    if len(mentions) != 1 or mentions[0].start == 0:
        return None
    title = frozenset(map(_folded, run[: mentions[0].start].split()))
    bearers = [other for other in pair.lent.runs if title <= frozenset(map(_folded, other.split()))]
    own = f"={mentions[0].entry}"
    if any(own in {name.key for name in _names_in(other, pair.index)} for other in bearers):
        return None
    return next((other for other in bearers if pair.index.mentions(other)), None)


def _displaced(
    name: Name, pair: _Pair, groups: Mapping[InArticle, Sequence[_Pair]], dossier: Dossier
) -> bool:
    """Whether a name that the article has there, of the same kind or of none, is not in the summary of it."""
    told = {key for passage in pair.passages for other in groups[passage.at] for key in other.said.keys}
    kinds = (_kind(name, dossier), "")
    return any(_kind(other, dossier) in kinds for other in pair.given.names if not other.is_among(told))


def _kind(name: Name, dossier: Dossier) -> str:
    entry = dossier.entries.get(name.entry) if name.entry else None
    return entry.kind if entry else ""


def _exchanged(groups: Mapping[InArticle, Sequence[_Pair]], dossier: Dossier) -> Iterator[Diagnostic]:
    """Where the summary repeats a name of the article's sentence, it has the others of its kind as well.

    Else it may have one in place of another: “Ada Marsh spoke. Ada Marsh listened.” of an article in which
    Tom Reed listened.
    """
    for place, pairs in groups.items():
        index = pairs[0].index
        passage = next(passage for passage in pairs[0].passages if passage.at == place)
        given = {name for name in _Named(passage.claim.names, index).names if name.entry}
        found = [name for pair in pairs for run in pair.sentence.runs for name in _names_in(run, index)]
        times = Counter(name.entry for name in found)
        told = {key for name in found for key in (name.key, *name.words)}
        lacking = sorted(name for name in given if not name.is_among(told))
        repeated = [name for name in sorted(given) if times[name.entry] > 1]
        for one, other in product(repeated, lacking):
            if _kind(one, dossier) == _kind(other, dossier):
                pair = next(pair for pair in pairs if one.key in pair.said.keys)
                labels = [str(dossier.entries[name.entry].pref_label) for name in (one, other) if name.entry]
                yield Diagnostic(
                    "name-not-in-article",
                    f"the summary names “{labels[0]}” {times[one.entry]} times and “{labels[1]}” nowhere, but"
                    f" sentence {position(place)} of the article names both",
                    pair.span,
                    help="name each as the article does, in the sentences that sum it up",
                )


def _differs(code: str, pair: _Pair, said: str, given: Sequence[str]) -> Diagnostic:
    has = ", ".join(f"“{each}”" for each in dict.fromkeys(given)) or "none"
    thing = code.split("-", 1)[0]
    return Diagnostic(
        code,
        f"the summary has the {thing} “{said}”; sentence {pair.where} of the article has {has}",
        pair.span,
        help="say what the article says; or, if this sums up another sentence of it, correct `article:` in"
        " the seal, and run `briefing seal`",
    )
