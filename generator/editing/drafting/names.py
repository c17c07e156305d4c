"""What `briefing suggest names` prints: entries to be completed, ready to be pasted, and misspellings."""

import calendar
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.editing.quoting import listed, scalar, sentence_at, slug
from generator.model.dates import MONTHS
from generator.model.entries import Entry, Person
from generator.model.facts import Dossier, Source
from generator.model.text import EntryId, SourceId
from generator.reports.full import visible
from generator.text.names import Word, folded, is_exact, near_misses, words
from generator.text.prose import BodyPositions, Stretch, stretches_in

_CALENDAR = frozenset(filter(None, (*MONTHS, *calendar.day_name)))
_TITLES = frozenset(
    (
        *("Ambassador", "Chairman", "Chairwoman", "Chancellor", "Commissioner", "Dr", "Governor", "Mayor"),
        *("Minister", "Mr", "Mrs", "Ms", "Premier", "President", "Prof", "Professor", "Representative"),
        *("Secretary", "Senator", "Spokesman", "Spokeswoman"),
    )
)
# After these, “of” goes on with the name: “Ministry of Water”, but not “Jane Roe of Acme”.
_HEADS = frozenset(
    (
        *("Academy", "Agency", "Association", "Bank", "Board", "Bureau", "Chamber", "Commission"),
        *("Committee", "Council", "Department", "Institute", "Kingdom", "Ministry", "Office", "Republic"),
        *("School", "Union", "University"),
    )
)

FEWEST = 2
SHORTEST_NAME = 5

HEADING = (
    "# Names that occur twice or more in the sources and are in no entry. Paste what is a name below the\n"
    "# list of content/glossary.yml that is given, move what belongs into another, and complete it.\n"
)
NOTHING = "# Every name that occurs twice or more in the sources is in the glossary.\n"

_ORGANISATION = frozenset(
    (
        *("Academy", "Agency", "Association", "Bank", "Board", "Bureau", "Chamber", "Commission", "Company"),
        *("Committee", "Corporation", "Council", "Court", "Department", "Fund", "Group", "Inc"),
        *("Institute", "Ltd", "Ministry", "Office", "Organisation", "Organization", "Parliament", "Party"),
        *("School", "Senate", "Union", "University"),
    )
)
_BEFORE_PLACES = frozenset(("in", "at", "near", "outside", "around"))
_AFTER_PEOPLE = frozenset(
    (
        *("said", "says", "told", "tells", "added", "adds", "argued", "argues", "asked", "asks", "called"),
        *("calls", "explained", "explains", "warned", "warns", "wrote", "writes", "replied", "replies"),
    )
)


@dataclass(frozen=True, slots=True)
class Run:
    """A name at `[start, end)` of a paragraph of a source.

    `before` and `after` are the words next to it, empty if there are none; `is_titled` if a title such as
    Minister stands before it.
    """

    source: SourceId
    paragraph: Stretch
    start: int
    end: int
    before: str
    after: str
    is_titled: bool

    @property
    def name(self) -> str:
        """The words as printed."""
        return self.paragraph.printed[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The words of a paragraph of a source; of each, whether it is part of a known name, or of a term."""

    source: SourceId
    stretch: Stretch
    words: tuple[Word, ...]
    is_known: tuple[bool, ...]
    is_term: tuple[bool, ...]


def unknown_names(dossier: Dossier) -> Iterator[Run]:
    """The names in all sources that are in no entry, by source and place.

    A word that begins a sentence belongs to a name only if it is capitalised within a sentence somewhere;
    if only as part of a known name, it is none by itself.
    Left out: headings, days and months, and what only repeats words of known roles.
    """
    paragraphs = [
        paragraph for source in dossier.sources.values() for paragraph in _paragraphs(source, dossier)
    ]
    within = _capitalised_within(paragraphs)
    roles = _words_of_roles(dossier)
    for paragraph in paragraphs:
        for first, last in _runs(paragraph, within):
            forms = [word.form for word in paragraph.words[first : last + 1]]
            if first == last and within[forms[0]] and paragraph.words[first].initial:
                continue
            run = _run(paragraph, first, last)
            if run and not roles.issuperset(forms) and not all(paragraph.is_term[first : last + 1]):
                yield run


def _paragraphs(source: Source, dossier: Dossier) -> Iterator[_Paragraph]:
    names, terms = bytearray(len(source.body.text)), bytearray(len(source.body.text))
    for mention in source.mentions:
        # A term may be part of a name: of “Water Board” where the glossary has “water”.
        is_term = dossier.entries[mention.entry].pref_label.islower()
        (terms if is_term else names)[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    for stretch in stretches_in(source.body.text):
        if not stretch.is_heading:
            found = tuple(words(stretch))
            offsets = [stretch.in_text(word.start, word.end)[0] for word in found]
            known = (names[at] or word.form in _CALENDAR for word, at in zip(found, offsets, strict=True))
            yield _Paragraph(
                source.id, stretch, found, tuple(map(bool, known)), tuple(bool(terms[at]) for at in offsets)
            )


def _capitalised_within(paragraphs: Iterable[_Paragraph]) -> dict[str, bool]:
    """The words that are capitalised within a sentence; of each, whether only as part of known names."""
    found: dict[str, bool] = {}
    for paragraph in paragraphs:
        for word, is_known in zip(paragraph.words, paragraph.is_known, strict=True):
            if word.is_surely_name:
                found[word.form] = is_known and found.get(word.form, True)
    return found


def _words_of_roles(dossier: Dossier) -> frozenset[str]:
    titles = (role.title.text for person in dossier.people() for role in person.roles)
    return frozenset(word for title in titles for word in title.split())


def _runs(paragraph: _Paragraph, within: Container[str]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each run."""
    named = [
        word.is_capitalised and len(word.form) > 1 and not is_known and (word.form in within)
        for word, is_known in zip(paragraph.words, paragraph.is_known, strict=True)
    ]
    first: int | None = None
    last = -1
    for at, is_named in enumerate(named):
        if not is_named:
            continue
        if first is not None and not _goes_on(paragraph, last, at):
            yield first, last
            first = None
        first, last = at if first is None else first, at
    if first is not None:
        yield first, last


def _goes_on(paragraph: _Paragraph, last: int, at: int) -> bool:
    """Whether a capitalised word belongs to the name that ends with the word at `last`."""
    between = paragraph.stretch.plain[paragraph.words[last].end : paragraph.words[at].start]
    form = paragraph.words[last].form
    return (
        between in (" ", "-")
        or (form in _HEADS and between == " of ")
        or (form in _TITLES and between == ". ")
    )


def _run(paragraph: _Paragraph, first: int, last: int) -> Run | None:
    """The name without titles before it; None if it is nothing but titles."""
    titles = [at for at in range(first, last + 1) if paragraph.words[at].form in _TITLES]
    begin = titles[-1] + 1 if titles else first
    if begin > last:
        return None
    return Run(
        paragraph.source,
        paragraph.stretch,
        paragraph.words[begin].start,
        paragraph.words[last].end,
        before=paragraph.words[first - 1].form if first else "",
        after=paragraph.words[last + 1].form if last + 1 < len(paragraph.words) else "",
        is_titled=bool(titles),
    )


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that is in no entry: its form, other forms of it, and where they stand."""

    form: str
    others: tuple[str, ...]
    runs: tuple[Run, ...]


def names(dossier: Dossier) -> str:
    """An entry for each name that is in none, with its counts; and what misspells names that are known.

    The YAML reads as it stands. The same dossier gives the same text.
    """
    positions = {source.id: BodyPositions(source.body) for source in dossier.sources.values()}
    known = _known_forms(dossier)
    found = _names(dossier)
    near = {name.form: entry for name in found if (entry := _misspelt(name, known, dossier))}
    misspellings = [_misspelling(name, near[name.form], positions) for name in found if name.form in near]
    lists: dict[str, list[_Name]] = defaultdict(list)
    for name in found:
        if name.form not in near and len(name.runs) >= FEWEST:
            lists[_list_of(name)].append(name)
    taken = {*dossier.entries, *dossier.measurands}
    parts = [*misspellings]
    for title in sorted(lists):
        items = ("\n".join(_item(name, title, positions, taken)) for name in lists[title])
        parts.append(f"# Below `{title}:`\n\n" + "\n\n".join(items) + "\n")
    return HEADING + "".join(f"\n{part}" for part in parts) if parts else NOTHING


def _names(dossier: Dossier) -> tuple[_Name, ...]:
    """The unknown names, the most frequent first.

    A word alone is another form of the one name that ends with it, if only one does.
    """
    runs: dict[str, list[Run]] = defaultdict(list)
    for run in unknown_names(dossier):
        runs[folded(run.name)].append(run)
    longer: dict[str, list[str]] = defaultdict(list)
    for key in runs:
        if " " in key:
            longer[key.rsplit(" ", 1)[1]].append(key)
    short = {last: keys[0] for last, keys in longer.items() if len(keys) == 1 and last in runs}
    alone: dict[str, list[Run]] = defaultdict(list)
    for last, key in short.items():
        alone[key] += runs[last]
    named = (_name(found, alone[key]) for key, found in runs.items() if key not in short)
    return tuple(sorted(named, key=lambda name: (-len(name.runs), name.form)))


def _name(own: Sequence[Run], alone: Sequence[Run]) -> _Name:
    form = _most_frequent(own)
    others = {run.name for run in (*own, *alone) if folded(run.name) != folded(form) or is_exact(run.name)}
    return _Name(form, tuple(sorted(others - {form})), (*own, *alone))


def _most_frequent(runs: Sequence[Run]) -> str:
    counts = Counter(run.name for run in runs)
    return min(counts, key=lambda form: (-counts[form], form))


def _known_forms(dossier: Dossier) -> dict[str, EntryId]:
    """The capitalised labels that a name may misspell, and of people each word of them."""
    forms: dict[str, EntryId] = {}
    for entry in dossier.entries.values():
        for label in (entry.pref_label, *entry.alt_labels):
            words = label.split() if isinstance(entry, Person) else ()
            for form in (label, *words):
                if len(form) >= SHORTEST_NAME and form != form.lower():
                    forms.setdefault(form, entry.id)
    return forms


def _misspelt(name: _Name, known: Mapping[str, EntryId], dossier: Dossier) -> Entry | None:
    """The entry whose name this probably misspells; another ending, as of a plural, is no misspelling."""
    if len(name.form) < SHORTEST_NAME:
        return None
    for form in near_misses(name.form, known):
        low, other = name.form.casefold(), form.casefold()
        if not (low.startswith(other) or other.startswith(low)):
            return dossier.entries[known[form]]
    return None


def _misspelling(name: _Name, entry: Entry, positions: Mapping[SourceId, BodyPositions]) -> str:
    """The line to be added, as a comment: it belongs into an entry that exists."""
    line = f"misspellings: {listed((*entry.misspellings, name.form))}"
    return (
        f"# “{visible(name.form)}”, {_where(name, positions)}\n"
        f"# Probably a misspelling of {visible(entry.pref_label)}. If so, the entry `{entry.id}` needs:\n"
        f"#     {line}\n"
    )


def _item(
    name: _Name, title: str, positions: Mapping[SourceId, BodyPositions], taken: set[str]
) -> Iterator[str]:
    yield f"  # {_where(name, positions)}"
    yield f"  - id: {slug(name.form, taken)}"
    yield f"    pref_label: {scalar(name.form)}"
    if name.others:
        yield f"    alt_labels: {listed(name.others)}"
    if title == "people":
        yield "    kind: other"


def _where(name: _Name, positions: Mapping[SourceId, BodyPositions]) -> str:
    """How often and in which sources it stands, with the first sentence."""
    counts = Counter(run.source for run in name.runs)
    sources = ", ".join(f"{source} ({count})" for source, count in sorted(counts.items()))
    first = min(name.runs, key=lambda run: (run.source, run.paragraph.origin, run.start))
    span = positions[first.source].span(*first.paragraph.in_text(first.start, first.end))
    times = "once" if len(name.runs) == 1 else f"{len(name.runs)} times"
    return f"{times}, in {sources}; first {span}: “{sentence_at(first.paragraph, first.start)}”"


def _list_of(name: _Name) -> str:
    """The list of the glossary that the name probably belongs to."""
    if _ORGANISATION & set(name.form.split()):
        return "organisations"
    if any(run.is_titled or run.after in _AFTER_PEOPLE for run in name.runs):
        return "people"
    return "places" if any(run.before in _BEFORE_PLACES for run in name.runs) else "organisations"
