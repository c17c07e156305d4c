"""What a sentence of the editor's own is: about what is not known, how we work, or what happened.

The lists are small and by language; a language without any is never said to tell a happening.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.keys import OwnKind
from generator.text.prose import sentences


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language.

    `question`, `absence` and `method` are looked for in a sentence; `actors` are nouns that act as names do;
    `happening` is what may follow one within a few words: a verb in the past, the perfect or the future.
    """

    question: re.Pattern[str]
    absence: re.Pattern[str]
    method: re.Pattern[str]
    actors: re.Pattern[str]
    happening: re.Pattern[str]


def _words(question: str, absence: str, method: str, actors: str, happening: str) -> _Words:
    """The patterns, in any case, of whole words; those of verbs begin where the actor ends."""
    ignored = re.IGNORECASE
    return _Words(
        re.compile(question, ignored),
        re.compile(absence, ignored),
        re.compile(method, ignored),
        re.compile(rf"(?<!\w)(?:{actors})(?!\w)", ignored),
        re.compile(
            rf"(?:['’]s?)?(?:[ ,]+(?!(?:who|which|that|whose)\b)[\w’'-]+){{0,3}}?[ ,]+(?:{happening})(?!\w)",
            ignored,
        ),
    )


_BY_LANGUAGE: Mapping[str, _Words] = MappingProxyType(
    {
        "en": _words(
            question=r"\A\W*(?:whether|what|how|who|whom|whose|where|when|why|which|on which|in which|by whom"
            r"|from when|to what)\b",
            absence=r"\b(?:no|none of the|neither of the|neither) (?:\w+ )?"
            r"(?:sources?|articles?|reports?|texts?)\b"
            r"|\b(?:not|un)\s?(?:known|clear|stated|certain)\b|\bas far as (?:the|these) sources\b"
            r"|\b(?:sources?|articles?|reports?|texts?|it) (?:do(?:es)? not|says? nothing"
            r"|prints? no|names? no|gives? no|carr(?:y|ies) no)\b"
            r"|\bneither \w+ nor \w+ (?:is|are) (?:named|printed|given)\b",
            method=r"\A\W*(?:we|our|this (?:page|site|edition|list)|here|its (?:title|text|heading)"
            r"|(?:the|one|another|each|both|two|all|most) (?:\w+ )?(?:of the )?"
            r"(?:sources?|articles?|reports?|texts?|interviewer|communiqué|summary|title))\b",
            actors=r"(?:negotiators?|delegations?|delegates?|leaders?|presidents?|ministers?|governments?"
            r"|officials?|sides|parties|parliaments?|courts?|armies|army|troops|compan(?:y|ies)|talks|deal"
            r"|agreement|treaty|somebody|everybody|nobody)",
            happening=r"agreed|met|said|announced|told|declared|signed|promised|pledged|accused|denied|imposed"
            r"|lifted|banned|approved|rejected|refused|launched|ordered|demanded|offered|accepted|concluded"
            r"|ended|began|started|suspended|extended|raised|cut|reduced|increased|rose|fell|sold|bought|paid"
            r"|visited|spoke|called|warned|threatened|withdrew|joined|won|lost|ratified|published|released"
            r"|confirmed|halted|resumed|cancelled|decided|voted|elected|dismissed|resigned|arrested|shut"
            r"|closed|opened|built|sent|gave|broke|violated|collapsed|doubled|halved|tripled|left|claimed"
            r"|stated|admitted|added|insisted|conceded|attacked|invaded"
            r"|(?:has|have|had) (?:\w+ ){0,2}?(?:\w+ed|met|said|told|begun|risen|fallen|sold|bought|paid"
            r"|spoken|withdrawn|won|lost|shut|built|sent|given|broken|left|cut|made|taken)"
            r"|(?:was|were) (?:\w+ )?(?:\w+ed|shut|sold|built|sent|cut)"
            r"|will (?!be\b)(?:\w+ )?\w+|will be \w+ed|says|say",
        ),
        "de": _words(
            question=r"\A\W*(?:ob|was|wie|wer|wen|wem|wessen|wo|wann|warum|welche[rsmn]?|an welchem"
            r"|in welchem)\b",
            absence=r"\bkeine (?:der )?(?:\w+ )?(?:quellen?|artikel|berichte?)\b"
            r"|\bkeine[rs]? (?:quelle|artikel|bericht)\b"
            r"|\b(?:nicht bekannt|unbekannt|unklar|offen)\b|\bsoweit die quellen\b"
            r"|\b(?:quellen?|artikel|bericht|text) (?:sag(?:t|en)|nenn(?:t|en)|druck(?:t|en)) (?:nicht|kein)",
            method=r"\A\W*(?:wir|unsere?[rsnm]?|diese (?:seite|ausgabe|liste)|hier"
            r"|(?:die|eine|jede|beide|zwei|alle) (?:der )?quellen?"
            r"|(?:der|ein|jeder) (?:artikel|bericht|text))\b",
            actors=r"(?:unterhändler|delegation(?:en)?|präsident(?:en|in)?|minister(?:in)?|regierung(?:en)?"
            r"|seiten|parteien|parlament|gericht|truppen|unternehmen|gespräche|abkommen|vertrag)",
            happening=r"vereinbarten?|trafen|traf|sagten?|kündigten?|unterzeichneten?|erklärten?|versprach(?:en)?"
            r"|beschuldigten?|bestritt(?:en)?|verhängten?|hoben?|verboten?|billigten?|lehnten?|forderten?"
            r"|begann(?:en)?|endeten?|stieg(?:en)?|fiel(?:en)?|senkten?|erhöhten?|kauften?|verkauften?"
            r"|zahlten?|warnten?|drohten?|schlossen|schloss|öffneten?|brach(?:en)?"
            r"|(?:hat|haben|hatte|hatten) (?:[\wäöüß]+ ){0,6}?(?:ge\w+|ver\w+|be\w+|unter\w+)(?:t|en)"
            r"|(?:wird|werden) (?:[\wäöüß]+ ){0,6}?\w+en",
        ),
    }
)

# Names of several words that the glossary does not have.
_NAMES = re.compile(r"(?<!\w)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def kind_of_own(
    text: str, names: Sequence[tuple[int, int]], language: str, *, explains: bool = False
) -> OwnKind:
    """What a statement of the editor's own is, the most that a sentence of it is.

    `names` are where it names somebody who may act: a person, a side, an organisation. A sentence that begins
    as a question (“What the terms were.”) tells what is not known, unless it `explains` a word.
    """
    words = _BY_LANGUAGE.get(language.split("-")[0])
    if words is None:
        return OwnKind.JUDGEMENT
    kinds = [
        _kind(text[start:end], [b - start for a, b in names if start <= a < end], words, explains)
        for start, end in sentences(text, language)
    ]
    order = list(OwnKind)
    return max(kinds, key=order.index, default=OwnKind.JUDGEMENT)


def _kind(sentence: str, named: Sequence[int], words: _Words, explains: bool) -> OwnKind:
    """What one sentence is; `named` are where names in it end."""
    if words.absence.search(sentence) or (words.question.search(sentence) and not explains):
        return OwnKind.ABSENCE
    if words.method.search(sentence):
        return OwnKind.METHOD
    others = (*_NAMES.finditer(sentence), *words.actors.finditer(sentence))
    ends = [*named, *(found.end() for found in others)]
    if any(words.happening.match(sentence, end) for end in ends):
        return OwnKind.HAPPENING
    return OwnKind.JUDGEMENT
