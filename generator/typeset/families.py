"""Which font to add for a sign: the Noto family of its script, by the name that Unicode gives a character."""

from __future__ import annotations

import unicodedata

from generator.typeset.signs import is_ordinary

# Scripts whose family is called after them. Each was looked up in the fonts themselves.
_NAMED_ALIKE = frozenset(
    """Adlam, Arabic, Avestan, Balinese, Bamum, Bassa Vah, Batak, Bengali, Bhaiksuki, Brahmi, Buginese,
    Buhid, Carian, Caucasian Albanian, Chakma, Cham, Cuneiform, Cypriot, Deseret, Devanagari, Duployan,
    Elbasan, Elymaic, Ethiopic, Georgian, Glagolitic, Gothic, Grantha, Gujarati, Gunjala Gondi,
    Gurmukhi, Hanifi Rohingya, Hanunoo, Hatran, Imperial Aramaic, Inscriptional Pahlavi, Inscriptional
    Parthian, Javanese, Kaithi, Kannada, Kayah Li, Kharoshthi, Khmer, Khojki, Khudawadi, Lao, Lepcha,
    Limbu, Linear A, Linear B, Lisu, Lycian, Lydian, Mahajani, Malayalam, Mandaic, Manichaean, Marchen,
    Masaram Gondi, Medefaidrin, Meetei Mayek, Mende Kikakui, Meroitic, Miao, Modi, Mongolian, Mro,
    Multani, Myanmar, Nabataean, New Tai Lue, Newa, Nushu, Ogham, Ol Chiki, Old Hungarian, Old Italic,
    Old North Arabian, Old Permic, Old Persian, Old Sogdian, Old South Arabian, Old Turkic, Oriya,
    Osage, Osmanya, Pahawh Hmong, Palmyrene, Pau Cin Hau, Phoenician, Psalter Pahlavi, Rejang, Runic,
    Samaritan, Saurashtra, Sharada, Shavian, Siddham, SignWriting, Sinhala, Sogdian, Sora Sompeng,
    Soyombo, Sundanese, Syloti Nagri, Syriac, Tagalog, Tagbanwa, Tai Le, Tai Tham, Tai Viet, Takri,
    Tamil, Telugu, Thaana, Thai, Tifinagh, Tirhuta, Ugaritic, Vai, Wancho, Warang Citi, Yi, Zanabazar
    Square""".replace("\n   ", "").split(", ")
)
_NAMED_OTHERWISE = {
    "Ahom": "Noto Serif Ahom",
    "Alchemical Symbol": "Noto Sans Symbols",
    "Anatolian Hieroglyph": "Noto Sans Anatolian Hieroglyphs",
    "Canadian Syllabics": "Noto Sans Canadian Aboriginal",
    "Combining Cyrillic": "Noto Sans",
    "Cyrillic": "Noto Sans",
    "Dogra": "Noto Serif Dogra",
    "Egyptian Hieroglyph": "Noto Sans Egyptian Hieroglyphs",
    "Indic Siyaq": "Noto Sans Indic Siyaq Numbers",
    "Latin": "Noto Sans",
    "Mayan Numeral": "Noto Sans Mayan Numerals",
    "Nko": "Noto Sans NKo",
    "Phags-Pa": "Noto Sans PhagsPa",
    "Tangut": "Noto Serif Tangut",
    "Tibetan": "Noto Serif Tibetan",
    "Vedic": "Noto Sans Devanagari",
    "Yezidi": "Noto Serif Yezidi",
}
_BY_SCRIPT = {name.upper(): f"Noto Sans {name}" for name in _NAMED_ALIKE} | {
    name.upper(): family for name, family in _NAMED_OTHERWISE.items()
}
_LONGEST = max(len(name.split()) for name in _BY_SCRIPT)

_MUSIC = range(0x1D000, 0x1D250)
_PICTURES = range(0x1F000, 0x1FB00)
_EMOJI_MARKS = frozenset("\u200d\u20e3\ufe0f")
_SYMBOLS = (
    range(0x2000, 0x2C00),
    range(0x4DC0, 0x4E00),
    range(0x10190, 0x10200),
    range(0x1D2E0, 0x1D380),
    range(0x1FB00, 0x1FC00),
)


def font_for(sign: str) -> str | None:
    """A font that has the sign, or has it in all likelihood; None if none is known by name."""
    character = next((each for each in sign if not is_ordinary(each)), sign[0])
    words = unicodedata.name(character, "").split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        family = _BY_SCRIPT.get(" ".join(words[:length]))
        if family:
            return family
    if ord(character) in _MUSIC:
        return "Noto Music"
    if ord(character) in _PICTURES or _EMOJI_MARKS & set(sign):
        return "Noto Color Emoji or Noto Sans Symbols 2"
    is_symbol = any(ord(character) in block for block in _SYMBOLS)
    return "Noto Sans Symbols 2 or Noto Sans Symbols" if is_symbol else None
