"""The names of a summary must stand in its original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.faithful import MOST_HELPED, MOST_SHOWN
from generator.audit.texts import OriginalText, Summary
from generator.language.capitals import Word, stem
from generator.language.prose import Stretch
from generator.language.spelling import near_misses
from generator.model.diagnostics import Diagnostic, Severity

SHORTEST_NAME = 5
SHORTEST_IN_CAPITALS = 4

# No names, even where neither text happens to have them in small letters.
_BEGIN_SENTENCES = (
    "a according after afterwards again all also although always among an and another any anybody anyone "
    "as at because before behind below beside besides between beyond both but by consequently despite "
    "during each earlier either else elsewhere even ever every everybody everyone everything except few "
    "fewer first for from further furthermore given he hence her here hers his how however if in indeed "
    "inside instead into it its last later least less like likewise many meanwhile more moreover most "
    "much my neither never nevertheless next no nobody none nonetheless nor not nothing now of off often "
    "on once one only or other others otherwise our out outside over perhaps rather same second seldom "
    "several she since so some somebody someone something sometimes soon still such than thanks that the "
    "their then there thereafter therefore these they third this those though through throughout thus to "
    "today together tomorrow too toward towards under unless unlike until up upon us we were what "
    "whatever when whenever where whereas wherever whether which whichever while who whoever whom whose "
    "why with within without yesterday yet you your"
)
_OPENERS = frozenset(_BEGIN_SENTENCES.split())


@dataclass(frozen=True, slots=True)
class _Named:
    """A capitalised word of a summary, and the capitalised word that follows it, if one does."""

    stretch: Stretch
    word: Word
    following: str | None


def every_name_is_in_the_original(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """A capitalised word is one of the original's, capitalised in the same way.

    A word that merely begins a sentence is no name, unless the summary capitalises it elsewhere; or unless it
    is a letter or two off a name of the original. If neither text has it in small letters, it may be one.
    """
    seen: set[str] = set()
    for named in _capitalised(summary):
        form = named.word.form
        if form in seen or _has(form, original):
            continue
        if named.word.is_surely_name or form in summary.mid_sentence:
            seen.add(form)
            yield _missing(summary, original, named, helped=len(seen) <= MOST_HELPED)
        elif not _is_ordinary(form, summary, original):
            near = _near_name(named, original)
            if near:
                seen.add(form)
                yield _misspelt(summary, named, near)
            elif not form.endswith("ly"):
                seen.add(form)
                yield _doubtful(summary, named)


def _capitalised(summary: Summary) -> Iterator[_Named]:
    following = (*summary.words[1:], None)
    for (stretch, word), after in zip(summary.words, following, strict=True):
        if word.is_capitalised:
            yield _Named(stretch, word, _joined(stretch, word, after))


def _joined(stretch: Stretch, word: Word, after: tuple[Stretch, Word] | None) -> str | None:
    if after is None or after[0] is not stretch or not after[1].is_capitalised:
        return None
    return after[1].form if after[1].start == word.end + 1 else None


def _has(form: str, original: OriginalText) -> bool:
    if form in original.capitalised:
        return True
    return len(form) >= SHORTEST_IN_CAPITALS and form.upper() in original.capitalised


def _is_ordinary(form: str, summary: Summary, original: OriginalText) -> bool:
    """Whether one of the texts has the word with a small letter, the original in any grammatical form."""
    low = form.casefold()
    if low in original.spellings or low in summary.small_words or low in _OPENERS:
        return True
    return stem(low) in original.stems


def _near_name(named: _Named, original: OriginalText) -> str | None:
    """The name of the original that the word, or the word with the name after it, probably is.

    Not a word that merely has another ending: it may be an ordinary one.
    """
    form = named.word.form
    near = near_misses(form, original.names) if len(form) >= SHORTEST_NAME else ()
    near = tuple(name for name in near if not (name.startswith(form) or form.startswith(name)))
    if not near and named.following:
        near = near_misses(f"{form} {named.following}", original.pairs)
    return near[0] if near else None


def _missing(summary: Summary, original: OriginalText, named: _Named, *, helped: bool) -> Diagnostic:
    form = named.word.form
    near = near_misses(form, original.names)[:MOST_SHOWN] if helped else ()
    if form.casefold() in original.spellings:
        help = f"the original writes “{original.spellings[form.casefold()]}”"
    elif near:
        help = "the nearest in the original: “" + "”, “".join(near) + "”"
    else:
        help = "name nobody and nothing that the original does not name"
    return _problem(summary, named, f"the original does not have the name “{form}”", help)


def _misspelt(summary: Summary, named: _Named, near: str) -> Diagnostic:
    message = f"the original does not have the name “{named.word.form}”"
    return _problem(summary, named, message, f"the nearest in the original: “{near}”")


def _problem(summary: Summary, named: _Named, message: str, help: str) -> Diagnostic:
    span = summary.span(named.stretch, named.word.start, named.word.end)
    return Diagnostic("summary-name-not-in-original", message, span, help=help)


def _doubtful(summary: Summary, named: _Named) -> Diagnostic:
    return Diagnostic(
        "summary-name-doubtful",
        f"“{named.word.form}” begins a sentence and may be a name, which the original does not have",
        summary.span(named.stretch, named.word.start, named.word.end),
        severity=Severity.WARNING,
        help="if it is no name, nothing is to be mended; begin with another word to be rid of this",
    )
