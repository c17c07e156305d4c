"""Who wrote an article: bylines as pages print them, and names as CSL divides them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.editing.importing.article import Author
from generator.text.furniture import listed

# Before the names, in small letters.
_LEADS = (
    r"by|written by|submitted by|story by|reported by|posted by|published by|words by|text by"
    r"|report by|analysis by|opinion by|article by|von"
    r"|ein (?:beitrag|artikel|bericht|kommentar|interview|gastbeitrag) von|par"
    r"|propos recueillis par|publié par|écrit par|por|escrito por|redactado por|reportagem de|di"
    r"|a cura di|door|van onze redacteur|av|af|przez|записал|بقلم|كتب|كتبت|oleh"
)
# These are words of sentences too: only a colon makes them bylines.
_LABELS = (
    r"authors?|by|byline|reporters?|words|text|story|autor(?:in|en)?|von|auteure?s?|autora?|texto"
    r"|redactora?|autore|testo|auteur|tekst|autorzy|автор|текст|penulis|الكاتب|yazar"
)
_LEAD = re.compile(rf"(?:(?:{_LEADS})\s+|(?:{_LABELS})\s*:\s*)", re.IGNORECASE)
_EAST_LEAD = re.compile(
    r"(?:本报|本報|本网|本社|新华社|中新社|财新|特约|见习|見習|驻\w{1,6})?(?:记者|記者|作者|撰文|撰稿|采写|採訪|文|通讯员|执笔|署名)"
    r"(?:\s*[丨｜|：:/／]\s*|\s+)"
)
_HAN_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")
_HAN_NAMES = re.compile(r"\s*[\u4e00-\u9fff·]{2,6}(?:[\s、，,/／]+[\u4e00-\u9fff·]{2,6})*\s*")
_HANGUL_BYLINE = re.compile(
    r"(?:\w{2,8} ?= ?)?([\uac00-\ud7a3]{2,4}) ?(?:기자|특파원|선임기자|논설위원|인턴기자)"
    r"(?:\s*[\w.+-]+@[\w.-]+)?"
)
_KANA_BYLINE = re.compile(
    r"(?:文|取材|筆者|記者|執筆)[＝=：:・／/]\s*([\u3040-\u30ff\u4e00-\u9fff ・]{2,16})"
)
_CUTS = re.compile(
    r"\s+[|•·–—-]\s+.*|\s*[|•·].*|\s+(?:für|for|in|em|à|im|dans|from|at|aus|of)\s+.*"
    r"|(?:\s*,\s*|\s+)(?:updated|published|posted|on|am|le|el|last)\b.*|\s*,?\s+\d.*|\s+[^\W\d_]+:\s.*",
    re.IGNORECASE | re.DOTALL,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_PIECES = re.compile(r"\s*[|•·｜／]\s*|\s+[–—-]\s+")
_INLINE = re.compile(r"(?:作者|记者|記者|文)[：:／/]\s*(?P<name>[\u4e00-\u9fff·]{2,4})(?=\s|$|[；;，,|])")
_PARTED = re.compile(
    r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bi\b|\bи\b|、|\bwith\b|\bmit\b"
    r"|\bavec\b|\bcon\b)\s*"
)
_TITLES = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Dipl\.-Ing|PhD|M\.?D|MBA|OBE)\b\.?\s*", re.IGNORECASE)
_ROLES = re.compile(
    r"\b(?:staff|reporters?|writers?|correspondents?|editors?|editorial|team|desk|bureau|newsroom|news"
    r"|redaktion|redaktionsteam|redacción|redaccion|rédaction|redazione|redação|agenc(?:y|ies)"
    r"|agenturen"
    r"|agencias?|agences?|press|media|admin|administrator|webmaster|contributors?|guest|online|service"
    r"|daily|times|post|journal|herald|tribune|gazette|today|group|magazine|network|wire|press"
    r"|associated|board|com|org|net|inc|ltd|llc|gmbh|blog|tv|radio|zeitung|verlag|digital|anonymous"
    r"|unknown|author|user|www|cc|by)\b|редакция|编辑部|本报|新华社|通讯社|报社|편집국|編集部|新聞|온라인뉴스팀|뉴스팀",
    re.IGNORECASE,
)
_AGENCY_NAMES = """
    reuters = Reuters; thomson reuters = Reuters; dpa = dpa; deutsche presse-agentur = dpa; afp
    = AFP; agence france-presse = AFP; agence france presse = AFP; efe = EFE; agencia efe = EFE;
    ap = AP; associated press = Associated Press; the associated press = Associated Press;
    xinhua = Xinhua; 新华社 = 新华社; 新華社 = 新華社; 中新社 = 中新社;
    ansa = ANSA; tass = TASS; kyodo = Kyodo; yonhap = Yonhap;
    연합뉴스 = 연합뉴스;
    時事通信 = 時事通信;
    共同通信 = 共同通信; pti = PTI; ani = ANI; ians = IANS; europa press = Europa Press; apa =
    APA; sda = SDA; keystone-sda = Keystone-SDA; belga = Belga; anp = ANP; upi = UPI; dow jones
    = Dow Jones; dow jones newswires = Dow Jones Newswires; dpa-afx = dpa-AFX; afp news = AFP;
    reuters staff = Reuters; sid = SID; epd = epd; kna = KNA; lusa = Lusa; pap = PAP; tt = TT;
    ritzau = Ritzau; ntb = NTB; stt = STT; mti = MTI; интерфакс = Интерфакс; тасс = ТАСС; риа
    новости = РИА Новости
"""
AGENCIES = {
    known.strip(): name.strip()
    for known, _, name in (pair.partition("=") for pair in _AGENCY_NAMES.split(";"))
    if name
}
_PARTICLES = frozenset(
    listed(
        "von van de der den del della di da dos das du la le ten ter zu zur vom zum al bin ibn el y af av"
        " st. san"
    )
)
_HAS_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net|html?)\b|facebook|/", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-]+[^\W\d_]*)*\.?")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARTICLES = frozenset({"the", "a", "der", "die", "das", "les", "los", "las", "il", "lo", "het"})
_LONGEST = 120
_MOST_WORDS = 5
_NOTE = 500  # characters; what is longer is no note about an author


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the article, and nothing else."""
    return bool(authors_in(line))


def authors_in(line: str) -> tuple[Author, ...]:
    """The authors that a byline names; none if the line is no byline."""
    text = " ".join(line.split())
    if len(text) > _LONGEST:
        return ()
    if found := _HANGUL_BYLINE.fullmatch(text):
        return (Author(literal=found[1]),)
    if found := _KANA_BYLINE.fullmatch(text):
        return (Author(literal=found[1].strip()),)
    if found := _EAST_LEAD.match(text):
        names = text[found.end() :]
        if not _HAN_NAMES.fullmatch(names):
            return ()
        return tuple(Author(literal=name) for name in _HAN_NAME.findall(names))
    lead = _LEAD.match(text)
    authors = _listed(text[lead.end() :], strict=True) if lead else ()
    is_word = lead is not None and ":" not in lead.group() and len(authors) == 1 and _is_alone(authors[0])
    return () if is_word else authors


def authors_of(text: str) -> tuple[Author, ...]:
    """The authors in a value that metadata gives, which may still begin with “By”."""
    text = " ".join(text.split())
    lead = _LEAD.match(text) if re.match(r"(?:by|von|par|por|di|door|av)\s", text, re.IGNORECASE) else None
    return authors_in(text) or _listed(text[lead.end() :] if lead else text, strict=False)


def names_beside_date(line: str) -> tuple[Author, ...]:
    """The authors on a line that gives them beside a date, such as “Ada Lind | 5 March 2024”."""
    text = " ".join(line.split())
    if len(text) > _LONGEST:
        return ()
    if found := _INLINE.search(text):
        return (Author(literal=found["name"]),)
    pieces = [piece for piece in _PIECES.split(text) if piece]
    if len(pieces) < 2 or not any(character.isdigit() for character in text):
        return ()
    named = (
        authors_in(piece) or _listed(piece, strict=True) for piece in pieces if not re.search(r"\d", piece)
    )
    return next((authors for authors in named if authors and " " in str(authors[0])), ())


def names_in(line: str) -> tuple[Author, ...]:
    """The names of a line that has nothing else, each of a given and a family name at least."""
    authors = authors_in(line) or _listed(line, strict=True)
    return authors if len(line) <= _LONGEST and all(" " in str(author) for author in authors) else ()


def _listed(text: str, *, strict: bool) -> tuple[Author, ...]:
    """The names of a list; none of them if one looks like no name and the list must be one."""
    text = _CUTS.sub("", _ASIDE.sub("", text))
    names = [name.strip(" .,:;|-–—") for name in _PARTED.split(_inverted(text))]
    found = [_author(name) for name in names if name]
    if strict and (not found or found[0] is None):
        return ()
    authors = tuple(dict.fromkeys(author for author in found if author))
    return tuple(author for author in authors if len(authors) == 1 or not _is_alone(author))


def _is_alone(author: Author) -> bool:
    """Whether it is one word of a script that divides names: in a list rather a place or a site."""
    name = author.literal or ""
    return bool(name) and name.casefold() not in AGENCIES and not _HAN.search(name)


def _inverted(text: str) -> str:
    """“Family, Given” of one person, as some metadata has it, in the order of speech."""
    found = re.fullmatch(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+(?: [^\W\d_]\.)?)", text.strip())
    return f"{found[2]} {found[1]}" if found and not _ROLES.search(text) and found[1] != found[2] else text


def _author(name: str) -> Author | None:
    """A name as CSL divides it; None if it is none, such as “Staff” or an address."""
    name = _TITLES.sub("", name).strip()
    if agency := AGENCIES.get(name.casefold()):
        return Author(literal=agency)
    if not name or _HAS_ADDRESS.search(name) or "@" in name or _ROLES.search(name):
        return None
    if _HAN.search(name):
        return Author(literal=name) if len(name) <= 12 else None
    words = name.split()
    if (
        words[0].casefold() in _ARTICLES
        or len(words) > _MOST_WORDS
        or not all(_NAME.fullmatch(word) for word in words)
    ):
        return None
    if not all(word[0].isupper() or word.casefold() in _PARTICLES or not word[0].islower() for word in words):
        return None
    words = [_plain_case(word) for word in words] if name.isupper() else words
    return Author(literal=words[0]) if len(words) == 1 else _divided(words)


def _divided(words: list[str]) -> Author:
    """The family name is the last word, with the particles before it."""
    at = len(words) - 1
    if words[at].rstrip(".").casefold() in {"jr", "sr", "ii", "iii", "iv"} and at > 1:
        at -= 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return Author(family=" ".join(words[at:]), given=" ".join(words[:at]))


def _plain_case(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


_ABOUT = re.compile(
    r"\s*(?:\([^)]*\) )?(?:is|was|are|ist|war|est|es|é|è|has|have|hat|covers?|writes?|reports?|berichtet"
    r"|schreibt|joined|works"
    r"|arbeitet|works as|couvre|escribe|cubre|teaches|leads|heads|lives|serves|bio|can be reached)\b"
)


def is_author_note(text: str, authors: Iterable[str]) -> bool:
    """Whether a paragraph begins by telling who an author is."""
    if len(text) > _NOTE:
        return False
    return any(text.startswith(name) and _ABOUT.match(text[len(name) :]) for name in authors if " " in name)
