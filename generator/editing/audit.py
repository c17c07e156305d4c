"""Holds a summary against the article that it sums up: nothing may be invented, copied or left out unseen."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.editing.originals import OriginalText, PrintedFigure, Summary, printed_figures
from generator.model.diagnostics import Diagnostic, Severity, in_order
from generator.model.sources import SourceFile
from generator.text.names import OPENERS, Word, near_misses, stem
from generator.text.prose import Stretch
from generator.text.quotations import nearest

# Looking for the nearest form reads the original again: done for the first problems of a kind only.
MOST_HELPED = 25
MOST_SHOWN = 3

SHORTEST_NAME = 5
SHORTEST_IN_CAPITALS = 4

# The longest run of words that a summary may share with its original.
LONGEST_RUN = 12

_WORD = re.compile(r"[^\W_]+(?:[-'.,:/][^\W_]+)*")
_MOST_WORDS_SHOWN = 40

_LONGEST_EXCERPT = 160

Rule = Callable[[Summary, OriginalText], Iterator[Diagnostic]]


def every_quotation_is_in_the_original(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """Words between quotation marks are the original's, letter for letter after `normalise`."""
    helped = 0
    for stretch in summary.stretches:
        for quotation in stretch.quoted_texts:
            if original.says(quotation.readings()):
                continue
            helped += 1
            near = nearest(quotation.words, original.searchable) if helped <= MOST_HELPED else None
            yield Diagnostic(
                "summary-quotation-not-in-original",
                f"the original does not have the words “{quotation.words}”",
                summary.span(stretch, quotation.start, quotation.end),
                help=f"the nearest words are “{near.text}”" if near else "quote the original's own words",
            )


def every_figure_is_in_the_original(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """A figure has the value and the form (percent or not) of one of the original's.

    If the original counts what the figure counts, it does so by this value.
    """
    helped = 0
    for stretch, figure in summary.figures:
        counts = original.counts.get(figure.thing, {})
        if figure.is_minor:
            continue
        if not figure.kinds <= original.values:
            helped += 1
            message = f"the original does not have the figure “{figure.shown}”"
            help = _nearest_figures(figure, original) if helped <= MOST_HELPED else None
        elif counts and any(value not in counts for value, _ in figure.kinds):
            message = f"the original has “{figure.shown}”, but not for “{figure.thing}”"
            help = _nearest(tuple(counts.values()))
        else:
            continue
        span = summary.span(stretch, figure.start, figure.end)
        yield Diagnostic("summary-figure-not-in-original", message, span, help=help)


def _nearest_figures(figure: PrintedFigure, original: OriginalText) -> str:
    by_value = sorted(original.figures, key=lambda other: (abs(other.least - figure.least), other.shown))
    forms = tuple(dict.fromkeys(other.shown for other in by_value))
    return _nearest(near_misses(figure.shown, forms) or forms) if forms else "the original has no figures"


def _nearest(forms: Sequence[str]) -> str:
    return "the nearest in the original: “" + "”, “".join(forms[:MOST_SHOWN]) + "”"


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
    if low in original.spellings or low in summary.small_words or low in OPENERS:
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


@dataclass(frozen=True, slots=True)
class _Word:
    """A word at `[start, end)` of a stretch, in small letters."""

    form: str
    start: int
    end: int


def nothing_is_copied(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """No more than `LONGEST_RUN` words outside quotation marks follow each other as in the original.

    Case and punctuation do not count, nor do the words of a quotation amid the run. The original is indexed
    once, so the time grows with the length of the texts.
    """
    known = frozenset(_shingles([word for stretch in original.stretches for word in _words(stretch)]))
    for stretch in summary.stretches:
        words = _words(stretch)
        for first, last in _runs([shingle in known for shingle in _shingles(words)]):
            shared = words[first : last + LONGEST_RUN + 1]
            own = [word for word in shared if not stretch.is_quoted[word.start]]
            if len(own) > LONGEST_RUN:
                yield _copied(summary, stretch, own)


def _copied(summary: Summary, stretch: Stretch, run: list[_Word]) -> Diagnostic:
    last = run[-1] if len(run) <= _MOST_WORDS_SHOWN else run[_MOST_WORDS_SHOWN - 1]
    shown = stretch.printed[run[0].start : last.end] + ("" if last is run[-1] else " …")
    return Diagnostic(
        "summary-copies-original",
        f"{len(run)} words in a row are the original's: “{shown}”",
        summary.span(stretch, run[0].start, run[-1].end),
        help=f"say it in your own words, or quote it: {LONGEST_RUN} words in a row may be shared",
    )


def _words(stretch: Stretch) -> list[_Word]:
    text = stretch.plain
    return [_Word(found.group().casefold(), *found.span()) for found in _WORD.finditer(text)]


def _shingles(words: list[_Word]) -> Iterator[str]:
    """Every run of one word more than may be shared."""
    size = LONGEST_RUN + 1
    forms = [word.form for word in words]
    return (" ".join(forms[first : first + size]) for first in range(len(forms) - size + 1))


def _runs(marks: list[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last position of each run of marks."""
    begin: int | None = None
    for at, is_marked in enumerate((*marks, False)):
        if is_marked and begin is None:
            begin = at
        elif not is_marked and begin is not None:
            yield begin, at - 1
            begin = None


@dataclass(frozen=True, slots=True)
class _Lack:
    """Something at `[start, end)` of the original that the summary lacks; the same thing has the same key."""

    stretch: Stretch
    start: int
    end: int
    key: Hashable


def no_figure_is_left_out(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """The summary has every figure of the original's sentences; one warning a sentence."""
    lacks = (
        _Lack(stretch, figure.start, figure.end, figure.kinds)
        for stretch in original.prose
        for figure in printed_figures(stretch.plain, original.language)
        if not (figure.is_minor or figure.kinds <= summary.values)
    )
    for message, help in _warnings(lacks, original):
        yield Diagnostic("summary-lacks-figure", message, summary.span_of_lacks, Severity.WARNING, help=help)


def no_name_is_left_out(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """The summary has every name of the original's sentences; one warning a sentence.

    Headings, bylines and other lines that are no sentences do not count, nor do words that merely begin
    sentences. A name counts as had in any case of letters, in the text, the title or the bibliography.
    """
    lacks = (
        _Lack(stretch, word.start, word.end, word.form.casefold())
        for stretch, word in original.words
        if word.form in original.names_of_prose
        and word.form.casefold() not in summary.vocabulary
        and not stretch.is_heading
    )
    for message, help in _warnings(lacks, original):
        yield Diagnostic("summary-lacks-name", message, summary.span_of_lacks, Severity.WARNING, help=help)


def _warnings(lacks: Iterable[_Lack], original: OriginalText) -> Iterator[tuple[str, str]]:
    """A message and a help for each sentence in which something is met first."""
    seen: set[Hashable] = set()
    sentences: dict[tuple[int, int], list[_Lack]] = {}
    for lack in lacks:
        if lack.key not in seen:
            seen.add(lack.key)
            which = bisect_right(lack.stretch.sentences, (lack.start, len(lack.stretch.plain))) - 1
            sentences.setdefault((lack.stretch.origin, which), []).append(lack)
    for (_, which), found in sentences.items():
        stretch = found[0].stretch
        start, end = stretch.sentences[which]
        excerpt = stretch.printed[start:end]
        if len(excerpt) > _LONGEST_EXCERPT:
            excerpt = excerpt[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
        place = f"line {original.line_of(stretch, found[0].start)} of the original: “{excerpt}”"
        message = f"the original has {_listed(found)}, and the summary does not"
        yield message, f"add it if it is a fact of the article; {place}"


def _listed(found: list[_Lack]) -> str:
    """What is lacking, neighbouring words as one: “A”, “B C” and “D”."""
    joined: list[tuple[int, int]] = []
    for lack in found:
        if joined and lack.start == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], lack.end)
        else:
            joined.append((lack.start, lack.end))
    shown = [f"“{found[0].stretch.printed[start:end]}”" for start, end in joined]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


RULES: tuple[Rule, ...] = (
    every_quotation_is_in_the_original,
    every_figure_is_in_the_original,
    every_name_is_in_the_original,
    nothing_is_copied,
    no_figure_is_left_out,
    no_name_is_left_out,
)


def audit(source: SourceFile, original_text: str) -> tuple[Diagnostic, ...]:
    """What a summary has that its original does not, what it copies, and, as warnings, what it lacks.

    Takes time in proportion to the length of the texts.
    """
    summary, original = Summary(source), OriginalText(original_text, source.bibliography.language)
    return in_order(problem for rule in RULES for problem in rule(summary, original))
