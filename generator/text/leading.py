"""Who leads whom, as a sentence says it: “A led the delegation”, “the delegation was led by A”."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from generator.model.evidence import Mention
from generator.model.text import EntryId

# By language: words that follow who leads, and words that come before.
_WORDS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = MappingProxyType(
    {
        language: (re.compile(rf"(?<!\w)(?:{after})(?!\w)"), re.compile(rf"(?<!\w)(?:{before})(?!\w)"))
        for language, after, before in (
            (
                "en",
                r"(?:co-)?led|leads?|leading|head(?:s|ed|ing)|chair(?:s|ed|ing)"
                r"|(?:is|was|as) (?:the )?(?:head|leader|chair|chief|lead)",
                r"(?:led|headed|chaired)(?: jointly)? by|(?:delegation|team|side) under"
                r"|(?:chief|lead) (?:negotiator|delegate),?",
            ),
            (
                "de",
                r"leite(?:t|te|ten)|führ(?:t|te|ten)|geleitet|angeführt|geführt",
                r"(?:Leitung|Führung) (?:von|des|der)|(?:Delegation|Abordnung) unter"
                r"|leite(?:t|te)|führ(?:t|te)|Delegationsleiter(?:in)?|Verhandlungsführer(?:in)?",
            ),
        )
    }
)
_BREAK = re.compile(r"[.;!?](?:\s|\Z)")


def led_by(sentence: str, mentions: Sequence[Mention], language: str) -> Collection[EntryId]:
    """The entries of which the sentence says that they lead; of a language without such words, all it names.

    Before an active verb it is the names since the clause began; after “led by”, all that follow.
    """
    words = _WORDS.get(language.split("-")[0])
    if words is None:
        return {mention.entry for mention in mentions}
    after, before = words
    passive = list(before.finditer(sentence))
    found = {mention.entry for match in passive for mention in mentions if mention.start >= match.end()}
    for match in after.finditer(sentence):
        if any(each.start() <= match.start() < each.end() for each in passive if each.end() > match.end()):
            continue
        begin = max((each.end() for each in _BREAK.finditer(sentence, 0, match.start())), default=0)
        found |= {mention.entry for mention in mentions if begin <= mention.start < match.start()}
    return found
