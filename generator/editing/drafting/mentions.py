"""What `briefing suggest mentions` prints: names that may not be whose they look."""

from collections.abc import Iterator

from generator.editing.quoting import LONGEST_SENTENCE, in_quotes
from generator.model.content import NOBODY
from generator.model.evidence import Doubt, DoubtfulMention
from generator.model.facts import Dossier, Source
from generator.reports.full import visible

HEADING = (
    "# Names that may be somebody else's, or part of a longer name; no page uses them. Settle each in the\n"
    "# front matter of its source: keep the entry that is meant, name another, or leave `none`.\n"
)
NOTHING = "# No name in the sources is doubtful.\n"

_WHY = {
    Doubt.LONGER_NAME: "it may be part of a longer name",
    Doubt.GIVEN_NAME: "another given name, or an unknown title, stands before it",
    Doubt.GENERATION: "it goes on with a generation, such as Jr.",
    Doubt.SHARED: "several people of the glossary bear it",
}


def mentions(dossier: Dossier) -> str:
    """YAML below the name of each source's file: the doubtful names with the words around them."""
    parts = [part for source in dossier.sources.values() for part in _of_source(source)]
    return "\n".join((HEADING, *parts)) if parts else NOTHING


def _of_source(source: Source) -> Iterator[str]:
    settled: dict[str, DoubtfulMention] = {}
    for each in source.doubtful:
        settled.setdefault(_words(source, each), each)
    if settled:
        lines = [line for words, each in settled.items() for line in _lines(source, words, each)]
        yield "\n".join((f"# {source.body.path}", "mentions:", *lines, ""))


def _lines(source: Source, words: str, each: DoubtfulMention) -> Iterator[str]:
    sentence, _ = source.body.sentence_around(((each.start, each.end),))
    yield f"  # {visible(sentence[:LONGEST_SENTENCE])}"
    yield f"  # {_WHY[each.why]}; meant may be: {each.entry}"
    yield f"  - {{text: {in_quotes(words)}, entry: {NOBODY}}}"


def _words(source: Source, each: DoubtfulMention) -> str:
    """The name with its neighbours, so that these very words can be settled once for all."""
    text = source.body.text
    start = max(text.rfind(mark, 0, each.start - 1) for mark in " \n") + 1 if each.start > 1 else 0
    begin = start if text[start : start + 1].isupper() and each.why is not Doubt.GENERATION else each.start
    end = each.end
    while end < len(text) and not text[end].isspace():
        end += 1
    following = text[end:].lstrip(" ").split(maxsplit=1)
    if following and following[0][0].isupper() and text[end : end + 1] == " ":
        end = text.index(following[0], end) + len(following[0])
    return " ".join(text[begin:end].split()).rstrip(".,;:!?”\"’')")
