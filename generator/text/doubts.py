"""Whether a name in a text is surely an entry's: “Quist” is not Ada Quist in “Quist Tower” or “Jon Quist”.

What is doubtful is listed for the editor and quoted nowhere. Rules, not guesses: the neighbours of the name
and their capitals decide, and a short list of words that may stand beside a name without making another.
"""

import re
from collections.abc import Collection

from generator.model.evidence import Doubt

_WORD_AFTER = re.compile(r"(?P<joint>[-‐‑]|[^\S\n]+|\n(?!\n))(?P<word>[^\W\d_][^\W_]*(?:[’'][^\W_]+)?\.?)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W_][\w.’'-]*)(?P<joint>[-‐‑]|[^\S\n]+|\n(?!\n))\Z")
_ENDS_SENTENCE = re.compile(r"(?:\A|[.!?:;…。！？“\"‘(\[]|\n\n|[-–—])\s*\Z")
_IN_ADDRESS = re.compile(r"(?:[/@_]|\w\.|://)\Z")
_ADDRESS_AFTER = re.compile(r"(?:\.\w|[/@_]\w)")
_LINE = re.compile(r"[^\n]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_LOOKED_AT = 200

_GENERATIONS_WORDS = "Jr Jr. Jnr Jnr. Junior Sr Sr. Senior II III IV V"
_GENERATIONS = frozenset(_GENERATIONS_WORDS.split())

# Titles and offices in English, German, French and Spanish: before a name they make no other name of it.
_TITLES_WORDS = (
    "mr mrs ms miss dr prof professor sir lord lady dame madam madame president vice-president premier "
    "chancellor chairman chairwoman chairperson chair chief ceo cfo coo cto minister secretary "
    "under-secretary undersecretary ambassador envoy commissioner governor senator congressman congresswoman "
    "representative rep sen gov gen general colonel captain admiral lieutenant judge justice chief "
    "director director-general negotiator spokesman spokeswoman spokesperson delegate mayor king queen "
    "prince princess pope bishop rabbi imam sheikh economist analyst founder executive officer banker "
    "lawyer attorney treasurer speaker leader comrade candidate adviser advisor deputy vice acting former "
    "ex-president ex-premier trade herr frau präsident präsidentin kanzler kanzlerin minister ministerin "
    "staatssekretär staatssekretärin sprecher sprecherin vorsitzender vorsitzende chef chefin botschafter "
    "monsieur mme m président présidente ministre secrétaire ambassadeur porte-parole señor señora sr sra "
    "presidente presidenta ministro ministra secretario secretaria canciller embajador portavoz"
)
_TITLES = frozenset(_TITLES_WORDS.split())
# After the name of a country these make an office or a body of it, which speaks for it.
_BODIES_WORDS = (
    "administration government ministry department treasury congress senate house parliament court courts "
    "cabinet embassy navy army military customs council commission committee agency bureau board office "
    "authorities state defence defense commerce foreign federal national supreme trade justice energy "
    "interior"
)
_BODIES = frozenset(_BODIES_WORDS.split())
_DAYS_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december"
)
_DAYS = frozenset(_DAYS_WORDS.split())
_OPENERS_WORDS = (
    "a according after afterwards again all almost already also although always and another any anybody "
    "anyone around as asked at away back because before behind below beside besides between beyond both "
    "but by consequently despite during each earlier either else elsewhere even ever every everybody "
    "everyone everything except few fewer first for former four from further furthermore given he hence "
    "her here hers his how however if in indeed inside instead is it its just last lastly late later "
    "least less like likewise many may maybe meanwhile more moreover most mostly much must my neither "
    "never nevertheless next no nobody none nonetheless nor not nothing now of off often on once one only "
    "or others otherwise our out outside over perhaps previously rather recent said same says second "
    "seldom several she should since so some somebody someone something sometimes soon still subsequently "
    "such surely than thanks that the their then there these they third this those though three through "
    "throughout thus to today told tomorrow too toward towards two under unless unlike until up upon us "
    "very was we were what whatever when whenever where whereas wherever whether which whichever while "
    "who whoever whom whose why will with within without would yesterday yet you your"
)
_OPENERS = frozenset(_OPENERS_WORDS.split())
_JOINED_WORDS = (
    "based led made era backed born owned style funded brokered linked friendly wide bound run hosted "
    "imposed facing controlled sponsored supported supplied built produced listed drafted held"
)
_JOINED = frozenset(_JOINED_WORDS.split())
# With “of” and the name of a country these are names of their own: “Bank of Norway”.
_HEADS_WORDS = (
    "Academy Airlines Association Bank Chamber Club College Company Corporation Daily Federation "
    "Gulf Hotel Institute Isle Isles Kingdom League Museum Museums Republic Sea Society Straits "
    "Strait University Voice"
)
_HEADS = frozenset(_HEADS_WORDS.split())
_PARTS_OF_THE_WORLD_WORDS = "north south east west northern southern eastern western new greater"
_PARTS_OF_THE_WORLD = frozenset(_PARTS_OF_THE_WORLD_WORDS.split())


def is_printed_as_name(form: str, printed: str) -> bool:
    """Whether a text prints the form of a proper name with the capitals of one: not “spades trump hearts”."""
    if printed.isupper():
        return True
    pairs = zip(_LETTERS.findall(form), _LETTERS.findall(printed), strict=False)
    return all(shown[0].isupper() for word, shown in pairs if word[0].isupper())


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the words at `[start, end)` are part of the address of a page or of a mailbox."""
    before = text[max(start - 8, 0) : start]
    return bool(_IN_ADDRESS.search(before)) or bool(_ADDRESS_AFTER.match(text, end))


def doubt_about(text: str, start: int, end: int, own: Collection[str], *, is_person: bool) -> Doubt | None:
    """Why the name at `[start, end)` may be somebody else's or part of another; None if nothing says so.

    `own` are the words of all names and titles of the entry, in small letters: beside it they make no other.
    """
    after, before = _after(text, end), _before(text, start)
    if after and after[1] in _GENERATIONS and after[1].lower() not in own:
        return Doubt.GENERATION
    # Names of several words are sure by themselves; in a line of capitals these tell nothing.
    if not _LETTERS.fullmatch(text[start:end].replace(".", "")) or _is_in_title_case(text, start):
        return None
    if after and _makes_another(*after, text, end, own, is_person=is_person):
        return Doubt.LONGER_NAME
    if before and is_person and _is_given_name(*before, text, start, own):
        return Doubt.GIVEN_NAME
    if before and not is_person and _begins_longer(*before, text, start, own):
        return Doubt.LONGER_NAME
    return None


def _after(text: str, end: int) -> tuple[str, str] | None:
    found = _WORD_AFTER.match(text, end)
    return (found["joint"], found["word"]) if found else None


def _before(text: str, start: int) -> tuple[str, str] | None:
    found = _WORD_BEFORE.search(text, max(start - _MOST_LOOKED_AT, 0), start)
    return (found["word"], found["joint"]) if found else None


def _makes_another(
    joint: str, word: str, text: str, end: int, own: Collection[str], *, is_person: bool
) -> bool:
    low = _plain(word)
    if joint in "-‐‑":
        return word[0].islower() and low not in _JOINED and (is_person or len(word) < 4)
    if not word[0].isupper() or low in own or low in _DAYS or low in _TITLES or word in ("I", "A"):
        return False
    run = (_plain(each) for each in _run_after(text, end))
    if is_person:
        return low != "administration"
    return not any(each in _TITLES or each in _BODIES for each in run)


def _run_after(text: str, end: int) -> tuple[str, ...]:
    """The capitalised words that follow each other after a name."""
    words: list[str] = []
    while len(words) < 6 and (found := _WORD_AFTER.match(text, end)) and found["word"][0].isupper():
        words.append(found["word"])
        end = found.end()
    return tuple(words)


def _is_given_name(word: str, joint: str, text: str, start: int, own: Collection[str]) -> bool:
    low = _plain(word)
    if joint in "-‐‑":
        return word[0].isupper() and low not in own
    if not word[0].isupper() or word.isupper() or word.endswith(("'s", "’s", "s'", "s’", ".")):
        return False
    if low in own or low in _DAYS or low.rpartition("-")[2] in _TITLES or low.endswith("minister"):
        return False
    return not _is_opener(word, text, start - len(joint) - len(word))


def _begins_longer(word: str, joint: str, text: str, start: int, own: Collection[str]) -> bool:
    low = _plain(word)
    if low in _PARTS_OF_THE_WORLD:
        return word[0].isupper() and low not in own
    if word == "of":
        whole = _before(text, start - len(joint) - len(word))
        return whole is not None and whole[0] in _HEADS
    return False


def _is_opener(word: str, text: str, at: int) -> bool:
    """Whether a word is capitalised only because a sentence begins with it."""
    if not _ENDS_SENTENCE.search(text, max(at - 3, 0), at):
        return False
    low = _plain(word)
    return low in _OPENERS or low.endswith("ly") or re.search(rf"\b{re.escape(low)}\b", text) is not None


def _is_in_title_case(text: str, start: int) -> bool:
    """Whether the line is written with a capital at nearly each word, so that capitals tell nothing."""
    begin = text.rfind("\n", max(start - _MOST_LOOKED_AT, 0), start) + 1 or max(start - _MOST_LOOKED_AT, 0)
    line = _LINE.match(text, begin, begin + 2 * _MOST_LOOKED_AT)
    words = [word for word in _LETTERS.findall(line[0] if line else "") if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _plain(word: str) -> str:
    return word.rstrip(".").removesuffix("'s").removesuffix("’s").lower()
