"""How evidence is shown: an article's words in quotation marks, our summary of it as our summary.

Nothing else of the program decides what may stand in quotation marks.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.model.evidence import Evidence, Printed, Voice
from generator.model.pages import NoteLine
from generator.model.runs import Plain, Quiet, Quoted, Run, Summarised
from generator.text.tokens import normalise
from generator.words import Words


def note_lines(words: Words, evidence: Evidence, printed: Iterable[Printed] = ()) -> tuple[NoteLine, ...]:
    """All that a note shows: words of the article with their place; then our summary, if that is cited.

    `printed` are those that other citations of the same passage give.
    """
    own = [evidence.printed] if evidence.printed else []
    quoted = (_printed_line(words, evidence, each) for each in dict.fromkeys((*own, *printed)))
    within = () if _is_whole(evidence) else evidence.within
    make = Quoted if evidence.voice is Voice.ARTICLE else Summarised
    shown = make(evidence.sentence, within)
    return (*quoted, NoteLine(shown, place(words, evidence), article_place(words, evidence)))


def _printed_line(words: Words, evidence: Evidence, printed: Printed) -> NoteLine:
    at = _numbered(words, (printed.place.paragraph,))
    named = words("evidence.in-article", where=at) if evidence.voice is Voice.SUMMARY else at
    where = words("evidence.speech", where=named) if printed.is_speech else named
    return NoteLine(Quoted(printed.exact), where, at)


def _is_whole(evidence: Evidence) -> bool:
    """Whether nothing but signs, such as the full stop, stands around the cited words."""
    around = Quoted(evidence.sentence, evidence.within).pieces()
    return not any(letter.isalnum() for text, is_cited in around if not is_cited for letter in text)


def in_a_line(words: Words, evidence: Evidence) -> tuple[Run, ...]:
    """The evidence where there is little room: what the article prints if that is cited, else our summary."""
    first = note_lines(words, evidence)[0]
    match first.words:
        case Quoted() if evidence.printed:
            return (first.words, Quiet(f" {first.where}"))
        case Quoted():
            return (first.words,)
    return (Quiet(f"{first.where}{words('list.colon')}"), first.words)


def place(words: Words, evidence: Evidence) -> str:
    """Where words stand: “¶ 8”; of a summary, what it sums up if known: “Our summary of article ¶ 8”.

    A summary has paragraphs of its own, which its page numbers; so those of its article are called that.
    """
    at = article_place(words, evidence)
    if evidence.voice is Voice.ARTICLE:
        return at
    if not at:
        return words("evidence.summary")
    return words("evidence.summary-of", where=words("evidence.in-article", where=at))


def article_place(words: Words, evidence: Evidence) -> str:
    """The paragraphs of the article that hold the words, or that our summary sums up: “¶ 8”; else empty."""
    if evidence.voice is Voice.ARTICLE:
        return _numbered(words, (evidence.paragraph,))
    return _numbered(words, sorted({each.paragraph for each in evidence.in_article}))


def worded(key: str, of: Collection[Voice]) -> str:
    """The message that says whose words the texts are of which it tells: articles, our summaries, or both."""
    if Voice.SUMMARY not in of:
        return key
    return f"{key}.both" if Voice.ARTICLE in of else f"{key}.summaries"


def own_paragraph(words: Words, voice: Voice, number: int) -> str:
    """A paragraph of a source's text, as its page numbers it: “¶ 3”, or “paragraph 3 of our summary”."""
    if voice is Voice.ARTICLE:
        return _numbered(words, (number,))
    return words("evidence.own-paragraph", number=words.number(number))


def _numbered(words: Words, numbers: Sequence[int]) -> str:
    return words("evidence.paragraphs", numbers=words.listed(map(str, numbers))) if numbers else ""


def as_text(words: Words, voice: Voice, text: str) -> str:
    """A name or a title in a text: in quotation marks if an article prints it."""
    return words("text.quoted", text=text) if voice is Voice.ARTICLE else text


def name(voice: Voice, text: str) -> Quoted | Plain:
    """A name or a title in a line: in quotation marks if an article prints it."""
    return Quoted(text) if voice is Voice.ARTICLE else Plain(text)


def sentence(voice: Voice, text: str) -> Quoted | Summarised:
    """Words of a source's text, by whose they are."""
    return Quoted(text) if voice is Voice.ARTICLE else Summarised(text)


def is_printed(text: str, evidence: Iterable[Evidence]) -> bool:
    """Whether an article prints a short text, such as a title or a name, as far as its words are cited."""
    wanted = normalise(text)
    return any(wanted in normalise(said) for item in evidence for said in _said_by_articles(item))


def _said_by_articles(item: Evidence) -> tuple[str, ...]:
    printed = (item.printed.exact,) if item.printed else ()
    return (*printed, *((item.exact,) if item.voice is Voice.ARTICLE else ()))


@dataclass(frozen=True, slots=True)
class Told:
    """How many passages a site rests on: how many are shown in an article's words, how many in our summaries.

    `tied` are those of the summaries whose place in the article a seal tells; `sources`, of how many sources
    they all are.
    """

    sources: int
    printed: int
    summed: int
    tied: int

    @property
    def passages(self) -> int:
        """All of them."""
        return self.printed + self.summed


def counted(evidence: Iterable[Evidence]) -> Told:
    """The passages of the evidence, each once, by whose words they are shown in."""
    printed: dict[tuple[str, str], bool] = {}
    tied: set[tuple[str, str]] = set()
    for item in evidence:
        key = (item.source, item.anchor)
        is_articles = item.voice is Voice.ARTICLE or item.printed is not None
        printed[key] = printed.get(key, False) or is_articles
        if item.in_article:
            tied.add(key)
    ours = [key for key, is_articles in printed.items() if not is_articles]
    sources = {source for source, _ in printed}
    return Told(len(sources), len(printed) - len(ours), len(ours), sum(key in tied for key in ours))


def told(words: Words, count: Told) -> str:
    """Whose words the passages are, and whether our summaries are tied to their articles, in a phrase."""
    if not count.summed:
        return words("voices.articles")
    whose = words("voices.both", printed=count.printed, summed=count.summed)
    whose = whose if count.printed else words("voices.summaries")
    if not count.tied:
        return words("voices.untied", whose=whose)
    if count.tied == count.summed:
        return words("voices.tied", whose=whose)
    return words("voices.partly-tied", whose=whose, n=count.tied)
