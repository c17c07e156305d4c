"""The typesetter says which signs no font has, whatever else is asked with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typst

from generator.model.text import Span
from generator.output import signs
from generator.output.fonts import OWN, Fonts, added_fonts, own_faces
from generator.output.pdf.typesetter import FACES
from generator.output.pictures import FACES as FACES_OF_PICTURES
from generator.output.signs import BrokenDown, answer_of, is_about_signs, lacking, pdf_of, replaced
from tests.support.fonts import a_font

HAD = {
    "Arabic": "العربية",
    "Hebrew": "שלום",
    "Devanagari": "क्षत्रिय",
    "Korean": "한국어 \u1112\u1161\u11ab",
    "kana": "カタカナ ひらがな か\u309a",
    "Chinese": "林若海，“何立峰”。",
    "rare Chinese": "\U000200cc 葛\U000e0100",
    "mathematics": "𝒜𝔸",
    "stacked marks": "e\u0302\u0323\u0334 x\u20dd",
    "unseen": "a\u200db\u2060c\ufe0f \U000e0041 \u3164",
}
LACKED = {
    "Thai": ("กิน", ("กิ", "น")),
    "Ethiopic": ("፩", ("፩",)),
    "Old Hungarian": ("𐲀", ("𐲀",)),
    "music": ("𝄞", ("𝄞",)),
    "emoji": ("😀👨\u200d👩\u200d👧👍🏽", ("😀", "👨\u200d👩\u200d👧", "👍🏽")),
    "flags": ("🇩🇪🇫🇷", ("🇩🇪", "🇫🇷")),
    "keycap": ("1\ufe0f\u20e3", ("1\ufe0f\u20e3",)),
    "extension G": ("\U00030000", ("\U00030000",)),
    "private": ("\ue000", ("\ue000",)),
    "unassigned": ("\u0378", ("\u0378",)),
    "of planes": ("\U0010fffd", ("\U0010fffd",)),
}


def with_font(folder: Path, characters: str) -> Fonts:
    (folder / "fonts").mkdir()
    (folder / "fonts" / "test.ttf").write_bytes(a_font("Test", characters))
    fonts, problems = added_fonts(folder, "fonts", Span.at("mkdocs.yml"))
    assert not problems
    return fonts


@pytest.mark.parametrize("name", HAD)
def test_what_some_font_has_is_not_lost(name: str) -> None:
    assert lacking([HAD[name]], OWN, FACES) == {}


@pytest.mark.parametrize("name", LACKED)
def test_what_no_font_has_is_lost_as_whole_signs(name: str) -> None:
    text, lost = LACKED[name]
    assert list(lacking([text], OWN, FACES).values()) == [lost]


def test_an_answer_does_not_depend_on_what_else_is_asked() -> None:
    """All at once, backwards, or one by one."""
    texts = [*HAD.values(), *(text for text, _ in LACKED.values())]
    together = lacking(texts, OWN, FACES)
    alone = [lacking([text], OWN, FACES[::-1]) for text in reversed(texts)]
    assert together == {stretch: lost for one in alone for stretch, lost in one.items()}
    shown = "".join(replaced(text, together) for text in texts)
    assert shown.count(signs.SUBSTITUTE) == sum(len(lost) for _, lost in LACKED.values())


def test_a_sign_beside_a_lost_one_stays() -> None:
    lost = lacking(["林𰀀海 aไb\u200e"], OWN, FACES)
    assert replaced("林𰀀海 aไb\u200e", lost) == "林\ufffd海 a\ufffdb\u200e"


def test_an_added_font_is_asked_in_every_face(tmp_path: Path) -> None:
    """For a sign of several characters it must have them all."""
    fonts = with_font(tmp_path, "ก\u0e34😀")
    assert lacking(["กิ กน 😀"], fonts, FACES) == {"กน": ("น",)}


@pytest.mark.parametrize(
    "text", ["م\u06e1\u200d", "ח\u0336\u200d ח\u0336\u200dก", "\u05c0\u05a5\ufe0f\u200d"]
)
def test_the_typesetter_does_not_break_over_joiners(text: str) -> None:
    """Behind a mark that no font has, where words run from right to left, it would."""
    assert replaced(text, lacking([text], OWN, FACES)).startswith("\ufffd")


def test_where_the_typesetter_breaks_down_it_is_an_error_like_any_other() -> None:
    """What it raises then is no Exception; what stops the program passes through."""

    class PanicException(BaseException):
        """Named as the one that cannot be imported."""

    def fails(fault: BaseException) -> bytes:
        raise fault

    with pytest.raises(BrokenDown, match="index out of bounds"):
        answer_of(lambda: fails(PanicException("index out of bounds")))
    with pytest.raises(KeyboardInterrupt):
        answer_of(lambda: fails(KeyboardInterrupt()))
    assert is_about_signs(BrokenDown("index out of bounds"))


def test_private_characters_are_refused_whatever_font_has_them(tmp_path: Path) -> None:
    """PDF/A-3a allows none."""
    assert lacking(["\ue000"], with_font(tmp_path, "\ue000"), FACES) == {"\ue000": ("\ue000",)}


@pytest.mark.parametrize("face", sorted({*FACES, *FACES_OF_PICTURES}))
def test_ordinary_signs_are_in_every_face(face: tuple[str, int]) -> None:
    """So nobody need be asked: the font of the face itself has them."""
    family, weight = face
    ordinary = [chr(code) for code in range(0x20, 0x3000) if re.match(f"[{signs._KNOWN}]", chr(code))]
    escaped = " ".join(f"\\u{{{ord(each):x}}}" for each in ordinary)
    is_ours = family.startswith("Source")
    text = f'#set text(font: "{family}", weight: {weight}, fallback: {"false" if is_ours else "true"})'
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[own_faces()])
    source = f'#set document(title: "x")\n{text}\n{escaped}'
    assert pdf_of(typst.Compiler(source.encode(), font_paths=fonts)).startswith(b"%PDF")
    assert len(ordinary) > 600
