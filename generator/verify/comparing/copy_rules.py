"""Rules for near copies: no place at which one leaves its evidence passes without being looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.claims import PLAIN, Amount, Finding, Word, WordKind
from generator.text.lexicons.relations import Relation, relations_of
from generator.verify.comparing.accounts import Account, Change, account_of, are_alike, relation
from generator.verify.comparing.context import DENIES, Case, Findings

FEWEST = 3
_SAME = frozenset({Relation.SAME, Relation.BROADER})
_EASY = frozenset(
    {"light", "reporting", "cognition", "attribution", "soft", "glue", "undated", "negator", "strong"}
)
_EVIDENT = "use the word of the evidence"


def account(case: Case) -> Account | None:
    """The account of a near copy; None if it is none, or nothing is known of how words are related."""
    if case.is_across_languages or relations_of(case.statement.language) is None:
        return None
    found = account_of(case.alignment.statement, case.alignment.evidence)
    return found if found.is_copy and len(found.pairs) >= FEWEST else None


def new_words_are_of_the_evidence(case: Case) -> Findings:
    """A near copy has no word of its own that says something, but one that means the same or more broadly."""
    found = account(case)
    if found is None:
        return
    for change in found.changes:
        new = [at for at in change.said if _is_new(case, at) and not _stands_for_any(case, at, change)]
        if new:
            yield _told(case, new, change)


def _told(case: Case, new: Sequence[int], change: Change) -> Finding:
    """The difference at a place: the first new word that stands for another, else all of them as added."""
    likest = ((at, _likest(case, at, change.printed)) for at in new)
    at, printed = next((each for each in likest if each[1] is not None), (new[0], None))
    if printed is None:
        return case.finding("more-than-evidence", new, ())
    word, other = case.statement.words[at], case.evidence.words[printed]
    is_contrary = relation(word, other, case.statement.language) is Relation.CONTRARY
    code = "direction-differs" if is_contrary else "word-exchanged"
    return case.finding(code, (at,), (printed,), _EVIDENT)


def _is_new(case: Case, at: int) -> bool:
    """Whether the evidence has no word that may mean this one, wherever it stands."""
    word = case.statement.words[at]
    if word.kind not in (WordKind.VERB, WordKind.OTHER) or word.marks & _EASY:
        return False
    if case.alignment.turned and at == case.alignment.turned[0]:
        return False
    if word.amount not in (None, Amount.ALL):
        return False
    if at in case.alignment.contrary:
        its = case.alignment.contrary[at]
        return case.statement.manners[at].is_negated == case.evidence.manners[its].is_negated
    if _is_paired(case, at) or word.key in case.known or _persists(case, word):
        return False
    return not _is_of_small_words(word) and not _shares_a_part(word, case.evidence.words)


def _persists(case: Case, word: Word) -> bool:
    """Whether a word such as “remains” tells otherwise what the evidence denies: “has not been returned”."""
    return "turning" in word.marks and any(each.marks & DENIES for each in case.evidence.words)


def _is_paired(case: Case, at: int) -> bool:
    """Whether a word has its like in the evidence: the same, one made of it, or a synonym of its kind."""
    its = case.alignment.pairs.get(at)
    if its is None:
        return False
    word, other = case.statement.words[at], case.evidence.words[its]
    return word.key == other.key or are_alike(word, other)


def _is_of_small_words(word: Word) -> bool:
    """Whether a phrase only tells how surely or when: “is due to”, “was to”."""
    return " " in word.form and word.certainty < PLAIN


def _shares_a_part(word: Word, printed: Iterable[Word]) -> bool:
    """Whether a phrase and a word of the evidence have a part in common: “declined to” and “declined”."""
    parts = set(word.form.lower().split())
    return any(
        (" " in word.form or " " in other.form)
        and any(len(part) > FEWEST and part in other.form.lower().split() for part in parts)
        for other in printed
    )


def _stands_for_any(case: Case, at: int, change: Change) -> bool:
    """Whether a word is another or a broader one for what the evidence has at its place."""
    word, printed = case.statement.words[at], case.evidence.words
    return any(relation(word, printed[its], case.statement.language) in _SAME for its in change.printed)


def _likest(case: Case, at: int, printed: Iterable[int]) -> int | None:
    """The word that the evidence has instead: the contrary or a word of its sort, else one of its kind."""
    word, words = case.statement.words[at], case.evidence.words
    told = [its for its in printed if words[its].is_content and its not in case.alignment.taken]
    order = (Relation.CONTRARY, Relation.SIBLING, Relation.NARROWER)
    related = {its: relation(word, words[its], case.statement.language) for its in told}
    for sort in order:
        for its in told:
            if related[its] is sort:
                return its
    alike = [its for its in told if words[its].kind is word.kind]
    return next(iter(alike or told), None)
