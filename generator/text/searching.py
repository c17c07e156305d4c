"""The words of a text as the search knows them. `assets/searching.js` cuts queries by the same rules.

Letters are folded: small, without accents, Arabic without vowels. Scripts that part no words are cut into
pairs of letters, so a name is found inside a run. A term of several pieces (F-35, U.S.) is also one word.
"""

import re
import unicodedata
from collections.abc import Iterator

_RUN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean: what stands in a run without spaces."""

_DROPPED = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u061c\u2060\ufeff]"
)
_SAME = str.maketrans({"ß": "ss", "ς": "σ", "ى": "ي", "ة": "ه", "ı": "i", "ø": "o", "ł": "l", "đ": "d"})
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_TOKEN = re.compile(rf"[{_RUN}]+|\d+(?:[.,]\d+)+|(?:[^\W_{_RUN}]|[{_INDIC}])+|%")
_JOINT = re.compile(r"[-\u2010\u2011'’.&]")
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_ARABIC = re.compile("(?:[وفبكل]?ال|لل|[وفبكل])(?=[\u0620-\u064a]{3})")


def folded(text: str) -> str:
    """The text with letters that differ only in looks made one."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", plain.translate(_SAME))


def search_words(text: str) -> list[str]:
    """The words in their order."""
    return [word for _, _, words in _tokens(folded(text)) for word in words]


def index_words(text: str) -> Iterator[str]:
    """The words; besides, terms of several pieces as one word, and Arabic words without their prefixes."""
    plain = folded(text)
    term, end = list[str](), -1
    for start, stop, words in _tokens(plain):
        yield from words
        for word in words:
            if found := _ARABIC.match(word):
                yield word[found.end() :]
        is_joint = start == end + 1 and _JOINT.fullmatch(plain, end, start) is not None
        if not is_joint:
            yield from _joined(term)
            term = []
        term, end = [*term, plain[start:stop]], stop
    yield from _joined(term)


def _joined(term: list[str]) -> Iterator[str]:
    whole = "".join(term)
    if len(term) > 1 and not whole.isdecimal():
        yield whole


def _tokens(plain: str) -> Iterator[tuple[int, int, list[str]]]:
    for found in _TOKEN.finditer(plain):
        yield found.start(), found.end(), _cut(found[0])


def _cut(token: str) -> list[str]:
    if re.match(rf"[{_RUN}]", token):
        return [token[at : at + 2] for at in range(max(1, len(token) - 1))]
    return [_GROUPS.sub("", token).replace(",", ".")]
