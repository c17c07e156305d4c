"""Reads claims: the words of a sentence with what they mean, its clauses, and what each does to the others.

There is no parser: word order, the lexicon's operators (negations, hedges, conditions) and their reach say
enough, and what they do not say is left unread by whoever compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from generator.model.claims import PLAIN, Claim, Clause, Manner, Word, WordKind
from generator.text.lexicons.lexicon import Lexicon, lexicon_of
from generator.text.names import NameIndex
from generator.text.terms import END_MARKS, Token, terms_of

_SPEAKERS_AFTER = 6
_SPEAKERS_BEFORE = 6
_BEFORE_SPEECH = frozenset(",，:：“「")
_CLOSING = frozenset("\"”’»'」")
_AUXILIARY_REACH = 3
_SUBJECT_REACH = 4
"""How far a denial reaches that begins its clause, as a subject: “preventing this helps them”."""


@lru_cache(maxsize=5_000)
def claim_of(text: str, language: str, names: NameIndex) -> Claim:
    """What a sentence, or a few, assert. A language without lexicon gives values and names only."""
    lexicon = lexicon_of(language)
    tokens = terms_of(text, language, lexicon, names)
    words = tuple(token.word for token in tokens)
    content = tuple(at for at, word in enumerate(words) if _says_something(word))
    needed = frozenset(at for at in content if _is_needed(words[at]))
    if lexicon is None:
        whole = (Clause(0, len(words)),)
        manners = (Manner(),) * len(words)
        return Claim(text, language, words, manners, whole, content, needed, has_lexicon=False)
    parts = list(_parts(tokens, lexicon))
    _find_speakers(parts, words, lexicon)
    manners = _manners(parts, words, lexicon)
    clauses = tuple(
        Clause(part.first, part.last, part.speaker, _voice(parts, place)) for place, part in enumerate(parts)
    )
    is_question = text.rstrip("\"'”’» ").endswith(("?", "？"))
    return Claim(text, language, words, manners, clauses, content, needed, is_question=is_question)


_OPERATORS = frozenset({"negator", "no-negator", "condition", "question", "undated", "auxiliary"})


def _says_something(word: Word) -> bool:
    """Whether it has a meaning that can be compared, and does not only bear on other words."""
    if word.kind is WordKind.FUNCTION:
        return False
    if word.kind in (WordKind.NAME, WordKind.NUMBER, WordKind.DATE, WordKind.VERB):
        return True
    if word.marks & _OPERATORS:
        return False
    return bool(word.opposites) or not (word.amount or word.certainty != PLAIN)


def _is_needed(word: Word) -> bool:
    """Whether the evidence must have it: nothing else may stand for it."""
    if word.kind in (WordKind.NAME, WordKind.NUMBER, WordKind.DATE):
        return True
    if "light" in word.marks or word.amount:
        return False
    return word.certainty == PLAIN or bool(word.opposites)


@dataclass(slots=True)
class _Part:
    """A clause while it is read: what opens it, and what bears on all of it."""

    first: int
    last: int
    opener: Word | None = None
    is_new: bool = False
    before: str = ""
    is_complement: bool = False
    speaker: tuple[int, ...] = ()
    operators: _Operators = field(default_factory=lambda: _Operators())


@dataclass(slots=True)
class _Operators:
    """The words of a clause, or of those that govern it, which change what its other words assert."""

    negations: list[int] = field(default_factory=list)
    hedges: list[int] = field(default_factory=list)
    conditions: list[int] = field(default_factory=list)
    questions: list[int] = field(default_factory=list)

    def add(self, other: _Operators) -> None:
        """Bear what the other bears as well."""
        for mine, its in (
            (self.negations, other.negations),
            (self.hedges, other.hedges),
            (self.conditions, other.conditions),
            (self.questions, other.questions),
        ):
            mine.extend(each for each in its if each not in mine)


def _parts(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[_Part]:
    """The clauses in order; each ends where punctuation or a conjunction begins the next."""
    words = [token.word for token in tokens]
    starts = [at for at in range(1, len(words)) if _begins(tokens, at, lexicon)]
    edges = [0, *starts, len(words)]
    begin = 0
    for first, last in pairwise(edges):
        if first < last:
            opener = words[first] if "break" in words[first].marks else None
            before = tokens[first].before
            yield _Part(
                first,
                last,
                opener,
                is_new=first == 0 or any(mark in END_MARKS for mark in before),
                before=before,
                is_complement=first > 0 and _completes(tokens, (begin, first, last), lexicon),
            )
            begin = first


def _begins(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    token, word = tokens[at], tokens[at].word
    if any(mark in END_MARKS or mark in "—–()" for mark in token.before):
        return True
    if any(mark in ",，、" for mark in token.before):
        return not _is_listed(tokens, at)
    if "break" in word.marks and not (lexicon.has_verb_second and "adverb" in word.marks):
        return word.form.lower() not in lexicon.joiners or _joins_clauses(tokens, at, lexicon)
    if "inverted" in word.marks and word.certainty != PLAIN and _has_mark(tokens, at + 1, "subject"):
        return True
    if "reporting" not in tokens[at - 1].word.marks:
        return lexicon.has_verb_second and _ends_attribution(tokens, at)
    return lexicon.reports_at_once or _is_clause_after_speech(tokens, at)


def _joins_clauses(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a conjunction joins clauses, and not names before the first verb: “Chad and Mali have”."""
    joins_names = tokens[at - 1].word.kind is WordKind.NAME and not _has_verb_before(tokens, at)
    return not joins_names and _is_clause(tokens, at + 1, lexicon)


def _has_verb_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause has a verb up to here, so that a conjunction may join another to it."""
    for before in range(at - 1, -1, -1):
        word = tokens[before].word
        if word.kind is WordKind.VERB or "auxiliary" in word.marks:
            return True
        if tokens[before].before:
            break
    return False


def _ends_attribution(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb follows an attribution that opens its clause: “Laut Polizei | kamen 30 Menschen”."""
    if tokens[at].word.kind is not WordKind.VERB and "auxiliary" not in tokens[at].word.marks:
        return False
    for before in range(at - 1, max(at - _SPEAKERS_AFTER - 2, -1), -1):
        word = tokens[before].word
        if "attribution" in word.marks:
            return before == 0 or bool(tokens[before].before) or "postposed" in word.marks
        if word.kind is WordKind.VERB or "auxiliary" in word.marks or tokens[before + 1].before:
            return False
    return False


def _has_mark(tokens: Sequence[Token], at: int, mark: str) -> bool:
    return at < len(tokens) and mark in tokens[at].word.marks


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma only parts thousands or a day from its year, or names of a list."""
    before, after = tokens[at - 1].word, tokens[at].word
    same = before.kind is after.kind
    return same and before.kind in (WordKind.NAME, WordKind.DATE, WordKind.NUMBER)


def _is_clause(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a conjunction joins clauses: a verb or a subject with its verb comes next."""
    ahead = [token.word for token in tokens[at : at + 4]]
    if not ahead:
        return False
    if lexicon.has_verb_second and ahead[0].kind is WordKind.VERB:
        return True
    if {"auxiliary", "pronoun"} & ahead[0].marks or ahead[0].certainty != PLAIN or ahead[0].is_past:
        return True
    return any({"auxiliary"} & word.marks or word.is_past for word in ahead[1:])


def _is_clause_after_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a reporting verb is what was said: it holds a verb of its own."""
    if "no-complement" in tokens[at].word.marks:
        return False
    for token in tokens[at : at + 12]:
        word = token.word
        if any(mark in END_MARKS or mark in ",，" for mark in token.before) and token is not tokens[at]:
            return False
        if "break" in word.marks:
            return False
        if "auxiliary" in word.marks or word.is_past or word.certainty != PLAIN:
            return True
    return False


def _completes(tokens: Sequence[Token], edges: tuple[int, int, int], lexicon: Lexicon) -> bool:
    """Whether a clause tells what the one before it says, denies, hopes or doubts.

    `edges` are where the one before begins, and where this one begins and ends.
    """
    begin, first, last = edges
    word, governor, before = tokens[first].word, tokens[first - 1].word, tokens[first].before
    governs = _governs(governor)
    if "complementiser" in word.marks:
        return (
            governs
            or "," in before
            or any(_governs(token.word) or "negator" in token.word.marks for token in tokens[begin:first])
        )
    if governs and not before.strip() and "break" not in word.marks:
        return True
    if lexicon.reports_at_once and "reporting" in governor.marks:
        return bool(set(before) & _BEFORE_SPEECH)
    return any("reported" in token.word.marks for token in tokens[first:last]) and _reports(tokens, first)


def _reports(tokens: Sequence[Token], end: int) -> bool:
    """Whether the clause that ends there has a verb of saying, before the comma or dash that ends it."""
    for at in range(end - 1, -1, -1):
        if "reporting" in tokens[at].word.marks:
            return True
        if tokens[at].before:
            break
    return False


def _governs(word: Word) -> bool:
    """Whether what follows a word may be what is said, denied, hoped or doubted."""
    marks = {"reporting", "denial", "question", "cognition"}
    return bool(marks & word.marks) or word.certainty != PLAIN


def _attributed_to(part: _Part, at: int, words: Sequence[Word], lexicon: Lexicon) -> tuple[int, ...]:
    """Whom an attribution names; nobody if it only stands within a clause that says something itself."""
    if lexicon.has_verb_second and any(
        word.kind is WordKind.VERB and "reporting" not in word.marks for word in words[part.first : part.last]
    ):
        return ()
    span = range(part.first, at) if "postposed" in words[at].marks else range(at + 1, part.last)
    return tuple(each for each in span if words[each].is_content)


def _find_speakers(parts: Sequence[_Part], words: Sequence[Word], lexicon: Lexicon) -> None:
    for place, part in enumerate(parts):
        inside = range(part.first, part.last)
        if _is_account(part, words):
            part.speaker = tuple(at for at in inside if words[at].is_content)[:-1]
            continue
        for at in inside:
            if "attribution" in words[at].marks:
                part.speaker = _attributed_to(part, at, words, lexicon)
                break
            if "reporting" in words[at].marks and _is_attribution(parts, place, at, words):
                before = tuple(
                    each
                    for each in range(max(part.first, at - _SPEAKERS_BEFORE), at)
                    if words[each].is_content
                )
                after = tuple(
                    each
                    for each in range(at + 1, min(part.last, at + _SPEAKERS_AFTER))
                    if words[each].is_content
                )
                follows = at == part.first and not part.is_new
                apposed = _apposed(parts, place, words)
                same = _speaker_before(parts, place) if lexicon.reports_at_once else ()
                near = (apposed, after, before) if follows else (before, apposed, after)
                if not before and at > part.first and "person" in words[at - 1].marks:
                    same = (at - 1,)
                part.speaker = next((each for each in (same, *near) if each), (at,))
                break


def _is_account(part: _Part, words: Sequence[Word]) -> bool:
    """Whether a part tells by a noun whose account the rest is: “in the union's words”."""
    last = words[part.last - 1]
    is_noun = "cognition" in last.marks and not last.marks & {"reporting", "negator"}
    opens = bool(words[part.first].marks & {"before-noun"}) and not words[part.first].marks & {"article"}
    return is_noun and opens and part.last - part.first > _SHORTEST_ACCOUNT and not _has_verb(part, words)


_SHORTEST_ACCOUNT = 2


def _speaker_before(parts: Sequence[_Part], place: int) -> tuple[int, ...]:
    """Who spoke last in the same sentence: a verb of saying without a subject goes on with theirs."""
    while place and not parts[place].is_new:
        place -= 1
        if parts[place].speaker:
            return parts[place].speaker
    return ()


def _apposed(parts: Sequence[_Part], place: int, words: Sequence[Word]) -> tuple[int, ...]:
    """The subject of a verb that a comma parts from it: “Ito, the engineer, said”."""
    first = place
    if parts[place].opener is not None:
        return ()
    while first and not parts[first].is_new and not _has_verb(parts[first - 1], words):
        first -= 1
    if first == place:
        return ()
    span = range(parts[first].first, parts[place].first)
    return tuple(at for at in span if words[at].is_content)[:_SPEAKERS_BEFORE]


def _has_verb(part: _Part, words: Sequence[Word]) -> bool:
    inside = words[part.first : part.last]
    return any(word.kind is WordKind.VERB or "auxiliary" in word.marks for word in inside)


def _voice(parts: Sequence[_Part], place: int) -> tuple[int, ...]:
    """Who says a clause: the speaker of the attribution that it completes, or of the one that follows it."""
    if parts[place].speaker:
        return parts[place].speaker
    opener = parts[place].opener
    if opener is not None and "complementiser" not in opener.marks:
        return ()
    before = place
    while before and not parts[before].is_new:
        if parts[before - 1].speaker:
            return parts[before - 1].speaker
        before -= 1
    for after in parts[place + 1 :]:
        if after.is_new and not (after.speaker and after.first == parts[place].last):
            break
        if after.speaker:
            return after.speaker
    return ()


def _is_attribution(parts: Sequence[_Part], place: int, at: int, words: Sequence[Word]) -> bool:
    """Whether a reporting verb tells who says the rest: a clause completes it, or it stands apart."""
    part = parts[place]
    follows = parts[place + 1] if place + 1 < len(parts) else None
    if follows and follows.is_complement and not follows.is_new:
        return not any(words[each].kind is WordKind.VERB for each in range(part.first, at))
    opening = words[part.first]
    if opening.marks & {"preposition", "particle"} or opening.kind is WordKind.NUMBER:
        return False
    is_after_speech = any(mark in part.before for mark in _CLOSING)
    if not part.is_new and (at == part.first or (is_after_speech and at - part.first <= _SPEAKERS_BEFORE)):
        return True
    others = [
        each
        for each in range(part.first, part.last)
        if each != at and words[each].kind is WordKind.VERB and "reporting" not in words[each].marks
    ]
    return not others and not part.is_new and part.last - part.first <= _SPEAKERS_AFTER + 3


def _manners(parts: Sequence[_Part], words: Sequence[Word], lexicon: Lexicon) -> tuple[Manner, ...]:
    for part in parts:
        part.operators = _own_operators(part, words)
    _govern(parts, words, lexicon)
    _condition(parts, words)
    return tuple(manner for part in parts for manner in _in_part(part, words, lexicon))


def _own_operators(part: _Part, words: Sequence[Word]) -> _Operators:
    own = _Operators()
    for at in range(part.first, part.last):
        word = words[at]
        if {"negator", "denial"} & word.marks and not _is_until(words[at : part.last]):
            own.negations.append(at)
        is_inability = "ability" in word.marks and at + 1 < part.last and "negator" in words[at + 1].marks
        if word.certainty < PLAIN and not is_inability:
            own.hedges.append(at)
        if "question" in word.marks:
            own.questions.append(at)
        if "condition" in word.marks and at != part.first:
            own.conditions.append(at)
    return own


def _is_until(rest: Sequence[Word]) -> bool:
    """Whether a negation is one of time alone: “not until Monday” is “only on Monday”."""
    return "negator" in rest[0].marks and any("end" in word.marks for word in rest[1:])


def _governors(
    parts: Sequence[_Part], place: int, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[_Part]:
    """The clause before a complement; if that is put in between, the one that it interrupts as well."""
    before = place - 1
    yield parts[before]
    if lexicon.reports_at_once:
        return
    while before and not parts[before].is_new and not _has_verb(parts[before], words):
        before -= 1
        yield parts[before]
    interrupts = parts[before].opener is None and not parts[before].is_new
    if before and parts[before].speaker and interrupts and not parts[before].is_complement:
        yield parts[before - 1]


def _handed_down(governor: _Part, words: Sequence[Word]) -> _Operators:
    """What bears on the complement of a clause: not a negation that follows its last governing word."""
    governing = [at for at in range(governor.first, governor.last) if _governs(words[at])]
    last = governing[-1] if governing else governor.last
    own = governor.operators
    negations = [at for at in own.negations if at <= last]
    return _Operators(negations, own.hedges, own.conditions, own.questions)


def _govern(parts: Sequence[_Part], words: Sequence[Word], lexicon: Lexicon) -> None:
    """Hand down what governs a complement, and back what an attribution says of the clause before it."""
    for place, part in enumerate(parts):
        if _resumes(parts, place, words):
            part.operators.add(parts[place - 2].operators)
        if place and part.is_complement and not part.is_new:
            for governor in _governors(parts, place, words, lexicon):
                part.operators.add(_handed_down(governor, words))
        elif lexicon.has_verb_second and not part.is_new and _is_rest(part, words):
            _main_part(parts, place).operators.add(part.operators)
        elif place and part.speaker and not part.is_new:
            followed = place + 1 < len(parts) and parts[place + 1].is_complement
            if not followed and part.opener is None:
                parts[place - 1].operators.add(part.operators)


def _resumes(parts: Sequence[_Part], place: int, words: Sequence[Word]) -> bool:
    """Whether a clause goes on that another had interrupted: “whether the ship, which …, turned”."""
    if place < 2 or parts[place].is_new or parts[place].opener is not None or parts[place - 1].is_new:
        return False
    begun, between = parts[place - 2], parts[place - 1]
    is_relative = between.opener is not None and "relative" in between.opener.marks
    return is_relative and not _has_verb(begun, words) and begun.opener is not None


def _is_rest(part: _Part, words: Sequence[Word]) -> bool:
    """Whether a part has no verb of its own and begins no clause: the end of one that was interrupted."""
    return part.opener is None and not part.speaker and not _has_verb(part, words)


def _main_part(parts: Sequence[_Part], place: int) -> _Part:
    """The part that opens the sentence of another."""
    while place and not parts[place].is_new:
        place -= 1
    return parts[place]


def _condition(parts: Sequence[_Part], words: Sequence[Word]) -> None:
    """What an “if” clause does to the other clauses of its sentence."""
    for place, part in enumerate(parts):
        if not _is_condition(part, words):
            continue
        part.operators.questions.append(part.first)
        for depends in _main_clause(parts, place, words):
            depends.operators.conditions.append(part.first)


def _is_condition(part: _Part, words: Sequence[Word]) -> bool:
    """Whether a clause begins with a condition: “if”, “but only if”, “should it”, “had it not”."""
    opening = words[part.first : min(part.first + 3, part.last)]
    if any("condition" in word.marks for word in opening):
        return True
    if "without" in opening[0].marks and part.is_new:
        return not _has_verb(part, words)
    return len(opening) > 1 and "inverted" in opening[0].marks and "subject" in opening[1].marks


def _main_clause(parts: Sequence[_Part], place: int, words: Sequence[Word]) -> Iterator[_Part]:
    """What depends on a condition: the next clause with a verb if that opens its sentence, else the last.

    What stands apart from its verb, such as a subject with an apposition, belongs to it.
    """
    opens = parts[place].is_new or (place == 1 and bool(parts[0].speaker))
    opens = opens or (parts[place - 1].last - parts[place - 1].first == 1 and place + 1 < len(parts))
    step = 1 if opens else -1
    other, has_verb = place + step, False
    while 0 <= other < len(parts) and not (step == 1 and parts[other].is_new):
        part = parts[other]
        if not part.speaker:
            is_verbal = _has_verb(part, words)
            if has_verb and (is_verbal or step == 1):
                return
            yield part
            has_verb = has_verb or is_verbal
        if step == -1 and part.is_new:
            return
        other += step


def _in_part(part: _Part, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Manner]:
    operators = part.operators
    hedges, conditions = tuple(operators.hedges), tuple(operators.conditions)
    questions = tuple(operators.questions)
    if not (operators.negations or hedges or conditions or questions):
        yield from (_PLAIN_MANNER,) * (part.last - part.first)
        return
    for at in range(part.first, part.last):
        negations = tuple(
            each for each in operators.negations if each != at and _reaches(each, at, part, words, lexicon)
        )
        near = tuple(each for each in hedges if _hedges(each, at, part, words))
        if not (negations or near or conditions or questions):
            yield _PLAIN_MANNER
        else:
            certainty = min((words[each].certainty for each in near), default=PLAIN)
            yield Manner(negations, certainty, near, conditions, questions)


_PLAIN_MANNER = Manner()


def _hedges(hedge: int, at: int, part: _Part, words: Sequence[Word]) -> bool:
    """Whether a hedge bears on a word: an active verb such as “hopes” only on what follows it."""
    if hedge == at and words[at].kind is WordKind.VERB:
        return False
    if not part.first <= hedge < part.last or at > hedge or words[hedge].kind is not WordKind.VERB:
        return True
    return any("passive" in word.marks for word in words[max(part.first, hedge - _AUXILIARY_REACH) : hedge])


def _reaches(negation: int, at: int, part: _Part, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a negation bears on a word: on what follows it, and on the subject if it negates the verb."""
    if lexicon.negates_clause:
        return _reaches_in_clause(negation, at, words, lexicon)
    if not part.first <= negation < part.last:
        return True
    if at > negation:
        if "lack" in words[negation].marks:
            return at - negation <= _NOUN_REACH
        opens = negation == part.first or (negation == part.first + 1 and part.opener is not None)
        is_subject = opens and words[negation].kind is WordKind.VERB
        return not is_subject or at - negation <= _SUBJECT_REACH
    if words[at].is_past or "forward" in words[negation].marks:
        return False
    before = words[max(part.first, negation - _AUXILIARY_REACH) : negation]
    return any({"auxiliary", "passive"} & word.marks or word.certainty < PLAIN for word in before)


_NOUN_REACH = 3


def _reaches_in_clause(negation: int, at: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a negation bears on a word of its clause: on verbs; on nouns and after “without” if near."""
    is_noun = lexicon.capitalises_nouns and words[at].form[0].isupper() and words[at].kind is WordKind.OTHER
    if is_noun or "without" in words[negation].marks:
        return negation < at <= negation + _NOUN_REACH
    return True
