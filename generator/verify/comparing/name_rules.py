"""Rules for names: who and which country is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from generator.model.claims import Claim, Word, WordKind
from generator.text.lexicons.lexicon import lexicon_of
from generator.text.lexicons.slots import slots_of
from generator.text.terms import is_ordinary, is_place
from generator.text.tokens import is_latin
from generator.verify.comparing.alignment import match
from generator.verify.comparing.context import Case, Findings


def names_stand_in_the_evidence(case: Case) -> Findings:
    """A name of the statement stands in its evidence, or in what is known besides, in one of its forms."""
    statement = case.statement
    for at, word in enumerate(statement.words):
        if word.kind is not WordKind.NAME or _is_known_name(case, at, word):
            continue
        if case.is_across_languages and _may_be_translated(case, word):
            continue
        if is_place(word) and _may_lie_there(case) and not _is_listed_with_known(case, at):
            continue
        printed = _name_in_its_place(case, at)
        is_replaced = case.alignment.is_near and _stands_for(case, at, printed)
        if "unsure" in word.marks and not (is_replaced or _is_another_part(case, at)):
            continue
        yield case.finding("name-differs", (at,), printed)


def _may_lie_there(case: Case) -> bool:
    """Whether a free wording may name the country of a place that the evidence names: “Chilean” of a port."""
    evidence = case.evidence.words
    names = [its for its, word in enumerate(evidence) if word.kind is WordKind.NAME]
    are_unknown = any(its not in case.alignment.taken and not is_place(evidence[its]) for its in names)
    is_said = any(is_place(evidence[its]) and its not in case.alignment.taken for its in names)
    return not case.alignment.is_near and are_unknown and not is_said


def _is_listed_with_known(case: Case, at: int) -> bool:
    """Whether a name stands in a list with one of the evidence: “Greek or Danish”."""
    words = case.statement.words
    slots = slots_of(case.statement.language)
    joins = slots.joins if slots else frozenset[str]()
    for beside in (at - 2, at + 2):
        if not 0 <= beside < len(words) or words[(at + beside) // 2].form.lower() not in joins:
            continue
        if words[beside].kind is WordKind.NAME and not words[beside].senses.isdisjoint(case.known):
            return True
    return False


def _stands_for(case: Case, at: int, printed: Sequence[int]) -> bool:
    """Whether a word stands at the place of a name of the evidence that the statement leaves out."""
    return bool(printed) and any(at in gap.said and printed[0] in gap.printed for gap in case.alignment.gaps)


def _may_be_translated(case: Case, word: Word) -> bool:
    """Whether a name may stand in evidence in another language in another form: “Swedish”, “Inner Mongolia”.

    Names of the index have all their forms there; others are the same only in Latin script, and only if they
    are no word and no place of the statement's language.
    """
    if word.key.startswith("@"):
        return False
    if not all(is_latin(claim.text) for claim in (case.statement, *case.printed)):
        return True
    return is_ordinary(word.form, case.statement.language) or is_place(word)


def _is_known_name(case: Case, at: int, word: Word) -> bool:
    if not word.senses.isdisjoint(case.known):
        return True
    names = [other for claim in case.printed for other in claim.words if other.kind is WordKind.NAME]
    if any(match(word, other) for other in names):
        return True
    if word.form.isupper() and any(_abbreviates(word.form, claim) for claim in case.printed):
        return True
    if any(other.form.isupper() and _spells_out(other.form, case.statement, at) for other in names):
        return True
    return _is_part_of_known_name(case, at)


def _abbreviates(acronym: str, claim: Claim) -> bool:
    """Whether the capitals are the initials of words that follow each other in a text."""
    letters = acronym.replace(".", "").lower()
    initials = "".join(word.form[0].lower() for word in claim.words)
    capitals = "".join(word.form[0].lower() for word in claim.words if word.form[0].isupper())
    return len(letters) > 1 and (letters in initials or letters in capitals)


def _spells_out(acronym: str, claim: Claim, at: int) -> bool:
    letters = acronym.replace(".", "").lower()
    around = claim.words[max(at - 4, 0) : at + 5]
    initials = "".join(word.form[0].lower() for word in around)
    capitals = "".join(word.form[0].lower() for word in around if word.form[0].isupper())
    return len(letters) > 1 and (letters in initials or letters in capitals)


def _is_part_of_known_name(case: Case, at: int) -> bool:
    """Whether it only makes a known name longer, such as a given name before a family name.

    Not if the evidence gives that name another such part.
    """
    words = case.statement.words
    for beside in (at + 1, at - 1):
        if not 0 <= beside < len(words) or words[beside].kind is not WordKind.NAME:
            continue
        if not words[beside].senses.isdisjoint(case.known):
            return not _has_other_part(case, words[beside], at < beside)
    return False


def _is_another_part(case: Case, at: int) -> bool:
    """Whether a word makes a known name longer otherwise than the evidence does."""
    words = case.statement.words
    return any(
        0 <= beside < len(words)
        and words[beside].kind is WordKind.NAME
        and not words[beside].senses.isdisjoint(case.known)
        and _has_other_part(case, words[beside], at < beside)
        for beside in (at + 1, at - 1)
    )


def _has_other_part(case: Case, name: Word, is_before: bool) -> bool:
    said = case.statement.words
    for claim in case.printed:
        for place, word in enumerate(claim.words):
            if word.kind is WordKind.NAME and match(word, name):
                beside = place - 1 if is_before else place + 1
                if 0 <= beside < len(claim.words):
                    other = claim.words[beside]
                    is_name = other.kind is WordKind.NAME and not other.marks - {"unsure"}
                    if is_name and not any(match(other, each) for each in said):
                        return True
    return False


def _name_in_its_place(case: Case, at: int) -> tuple[int, ...]:
    """The name that the evidence has where the statement has another."""
    words = case.evidence.words
    for gap in case.alignment.gaps:
        if at in gap.said:
            return tuple(its for its in gap.printed if words[its].kind is WordKind.NAME)[:3]
    taken = case.alignment.taken
    free = [its for its in case.evidence.content if words[its].kind is WordKind.NAME and its not in taken]
    return tuple(free[:1])


def names_are_not_mixed(case: Case) -> Findings:
    """A name is not put together from two: “Mira Tessel” of “Mira Solberg” and “the Tessel Institute”."""
    for (at, one), (_, other) in pairwise(enumerate(case.statement.words)):
        if one.kind is not WordKind.NAME or other.kind is not WordKind.NAME:
            continue
        if not all(map(_is_whole, (one, other))) or other.start - one.end > 1:
            continue
        runs = [run for claim in case.printed for run in _runs(claim)]
        first = [run for run in runs if any(match(each, one) for each in run[:-1])]
        second = [run for run in runs if any(match(each, other) for each in run)]
        is_together = any(any(match(each, other) for each in run) for run in first)
        if first and second and not is_together:
            its = tuple(
                place
                for place, word in enumerate(case.evidence.words)
                if any(word is each for each in first[0])
            )
            yield case.finding("name-differs", (at, at + 1), its)


def _is_whole(word: Word) -> bool:
    return not word.marks and not word.key.startswith("@")


def _runs(claim: Claim) -> Iterator[tuple[Word, ...]]:
    """The names of a claim that follow each other with nothing between."""
    run: list[Word] = []
    for word in claim.words:
        if run and (word.kind is not WordKind.NAME or word.start - run[-1].end > 1):
            yield tuple(run)
            run = []
        if word.kind is WordKind.NAME:
            run.append(word)
    if run:
        yield tuple(run)


def names_follow_the_same(case: Case) -> Findings:
    """“The court in Bonn” is not that of Trier, where nouns have capitals and their names follow them."""
    lexicon = lexicon_of(case.statement.language)
    if lexicon is None or not lexicon.capitalises_nouns or case.is_across_languages:
        return
    printed = list(pairwise(enumerate(case.evidence.words)))
    said = case.statement.words
    for (_, noun), (at, name) in pairwise(enumerate(said)):
        if not _may_be_named(noun, name) or any(match(name, each) for each in case.evidence.words):
            continue
        for (_, its_noun), (its, other) in printed:
            is_same = noun.key == its_noun.key and _may_be_named(its_noun, other)
            if is_same and not any(match(other, each) for each in said):
                yield case.finding("name-differs", (at,), (its,))
                break


def _may_be_named(noun: Word, name: Word) -> bool:
    """Whether two capitalised words with one space between may be a noun and its name."""
    kinds = (WordKind.NAME, WordKind.OTHER)
    is_tied = name.start - noun.end == 1 and noun.form[:1].isupper() and name.form[:1].isupper()
    return is_tied and noun.kind is WordKind.OTHER and name.kind in kinds


def names_keep_their_preposition(case: Case) -> Findings:
    """What goes “to Arvo” does not go “to Stenberg”: of two names, each keeps what stands before it.

    Only where the two have a verb or noun in common, and the evidence has the statement's name elsewhere.
    """
    statement, evidence = case.statement, case.evidence
    if case.alignment.turned or case.is_across_languages:
        return
    names = [its for its, word in enumerate(evidence.words) if word.kind is WordKind.NAME]
    for at, word in enumerate(statement.words):
        before = _way(statement, at) if word.kind is WordKind.NAME else ""
        own = [its for its in names if match(word, evidence.words[its])]
        if not before or not own or any(_way(evidence, its) == before for its in own):
            continue
        for its in names:
            other = evidence.words[its]
            is_said = any(match(other, each) for each in statement.words)
            if not is_said and _way(evidence, its) == before and is_place(other) == is_place(word):
                yield case.finding("name-differs", (at - 1, at), (its - 1, its))
                return


def _way(claim: Claim, at: int) -> str:
    """The word before a name that tells where from or where to; empty if there is none."""
    slots = slots_of(claim.language)
    before = claim.words[at - 1] if at else None
    return before.key if before and slots and before.form.lower() in slots.ways else ""


def countries_stand_in_the_evidence(case: Case) -> Findings:
    """Where there is no lexicon: a country, or its people, is one that the evidence names."""
    if case.statement.has_lexicon or case.is_across_languages:
        return
    known = {country for claim in case.printed for _, country in _countries(claim)}
    countries = _names_of_countries(case.statement.language)
    known |= {countries[sense] for sense in case.known if sense in countries}
    for at, country in _countries(case.statement):
        if known and country not in known:
            its = next((place for place, _ in _countries(case.evidence)), None)
            printed = () if its is None else (its,)
            yield case.finding("name-differs", (at,), printed)


def _countries(claim: Claim) -> Iterator[tuple[int, int]]:
    names = _names_of_countries(claim.language)
    for at, word in enumerate(claim.words):
        key = word.form.lower()
        if key in names and word.kind is not WordKind.NUMBER:
            yield at, names[key]


@cache
def _names_of_countries(language: str) -> Mapping[str, int]:
    """Countries, their people and capitals, by number."""
    slots = slots_of(language)
    groups = sorted(slots.places) if slots else []
    return {name: number for number, group in enumerate(groups) for name in group.split("=")}
