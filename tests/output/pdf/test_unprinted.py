"""A sign that no font of print has stops nothing: a substitute is printed, and author and reader are told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cache import Store
from generator.cli import main
from generator.model.blocks import Bullets
from generator.model.diagnostics import Diagnostic, Severity
from generator.model.keys import SectionKey
from generator.model.origins import Origins
from generator.model.pages import Edition, Page, Section
from generator.model.runs import Line, Plain, Strong
from generator.model.text import Span
from generator.output.fonts import Fonts, added_fonts
from generator.output.pdf.printer import (
    Desk,
    Order,
    overlong_pages,
    print_dossier,
    print_page,
    print_pages,
    unprintable_signs,
)
from generator.read.corpus import lines_of
from tests.output.pdf.test_print import with_text
from tests.support.dossiers import edition, verified
from tests.support.fonts import a_font
from tests.support.pdfs import SITE, made, model_of, opened, squeezed, text_of
from tests.support.projects import BASE, SUBJECT, copy_of, overlay

pytestmark = pytest.mark.slow

SAYS_SO = "\ufffdstandsforacharacterthatnofontavailableinprinthas;thewebpageshowsit."
WRITTEN = {
    "Thai": "กิน",
    "an emoji": "😀",
    "a family": "👨\u200d👩\u200d👧",
    "a flag": "🇩🇪",
    "Ethiopic": "፩",
    "music": "𝄞",
    "Old Hungarian": "𐲀",
    "extension G": "\U00030000",
    "private": "\ue000",
    "unassigned": "\u0378",
    "a keycap": "1\ufe0f\u20e3",
}
BRIEFING = "content/briefings/lake-level.md"
CHANGES = {
    "mkdocs.yml": {"old": "The Lake Talks", "new": "The Lake Talks ทะเล"},
    "content/timeline.yml": {"old": "title: The lake round", "new": "title: The lake round 🏞\ufe0f"},
    "sources/herald.md": {"old": "since January.", "new": "since January. “ทะเล፩” said กานดา."},
    BRIEFING: {"old": "- Who pays.", "new": "- Who \ue000 pays."},
}
GLOSSARY = (
    ("pref_label: Ada Marsh", "pref_label: Ada Marsh"),
    ("alt_labels: [Marsh]", "alt_labels: [Marsh, 𐲀𐳁, שלום, أدا, 아다, アダ, 林若海, 𰀀]"),
    ("unit: centimetres", "unit: centimetres 𝄞"),
    ("text: Marsh called the talks frank and useful.", "text: Marsh said “ทะเล፩” of the lake."),
    ('exact: "frank and useful"', 'exact: "“ทะเล፩” said กานดา"'),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with signs of all sorts in its name, a title, a name, a unit, a quotation."""
    folder = copy_of(BASE, tmp_path / "project")
    overlay(folder, CHANGES)
    for old, new in GLOSSARY:
        overlay(folder, {"content/glossary.yml": {"old": old, "new": new}})
    return folder


def briefing(*arguments: str) -> tuple[int, list[str]]:
    """The exit code, and the problems that are reported."""
    result = CliRunner().invoke(main, [*arguments, "--format", "concise"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, [line for line in result.output.split("\n") if "[sign-not-printed]" in line]


def told(whole: Edition, desk: Desk | None = None) -> tuple[Diagnostic, ...]:
    return unprintable_signs(whole, Order(SITE, "a4", desk=desk or Desk()))


def added(folder: Path, characters: str, width: int = 700) -> Fonts:
    """A project's font that has these characters."""
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "test.ttf").write_bytes(a_font("Test", characters, width))
    return added_fonts(folder, "fonts", Span.at("mkdocs.yml"))[0]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_sign_that_no_font_has_is_printed_as_a_substitute(name: str) -> None:
    """The page says so; the sign stays in what is attached, and in the title and the bookmarks."""
    text = f"One {WRITTEN[name]} word"
    whole, page = with_text(text)
    content = made(whole, replace(page, title=text))
    words = text_of(content)
    assert "One\ufffd" in words
    assert WRITTEN[name] not in words
    assert SAYS_SO in words
    assert text in json.dumps(model_of(content), ensure_ascii=False)
    with opened(content) as pdf, pdf.open_outline() as outline:
        assert text in str(pdf.docinfo["/Title"])
        assert str(outline.root[0].title).rstrip("\u200e") == text
    (problem,) = told(whole)
    assert (problem.code, problem.severity) == ("sign-not-printed", Severity.WARNING)
    assert all(f"U+{ord(each):04X}" in problem.message for each in WRITTEN[name][:1])


def test_a_page_that_lacks_nothing_says_nothing() -> None:
    """Signs of other fonts are asked for, and found."""
    whole, page = with_text("林若海, 한국어, שלום, العربية, क्ष, カナ, ①, x\u20dd, a\u200db")
    content = made(whole, page)
    assert "\ufffd" not in text_of(content)
    assert told(whole) == ()


def test_the_dossier_says_it_too() -> None:
    whole = edition(SUBJECT)
    whole = replace(whole, site_name=f"{whole.site_name} ไทย")
    content = print_dossier(whole, Order(SITE, "a4"))
    assert isinstance(content, bytes)
    words = text_of(content)
    assert "\ufffdstandsforacharacterthatnofontavailableinprinthas;thewebsiteshowsit." in words
    assert "Dossier" + "\ufffd" * 3 not in words
    with opened(content) as pdf:
        assert "ไทย" in str(pdf.docinfo["/Title"])


def test_one_warning_names_the_first_signs_and_the_font_to_add() -> None:
    """For each font that is missing, not for each sign; how many others and how many files is said."""
    whole, page = with_text("กขคงจ and 😀")
    thai, emoji = told(replace(whole, pages=(page, replace(page, path="briefings/other"))))
    assert "“ก” (U+0E01, thai character ko kai), “ข”" in thai.message
    assert "and 2 other signs: \ufffd stands for them in 2 PDF files" in thai.message
    assert thai.help is not None
    assert "such as Noto Sans Thai, to the folder that `extra.briefing.fonts` names" in thai.help
    assert "has “😀” (U+1F600, grinning face): \ufffd stands for it in 2 PDF files" in emoji.message


def test_what_no_font_can_mend_is_told_apart() -> None:
    """PDF/A forbids private characters, whatever font has them."""
    (problem,) = told(with_text("a \ue000 b \ue001")[0])
    assert "PDF/A allows no private character, such as U+E000 and U+E001" in problem.message
    assert problem.help is not None
    assert "font that it was made for" in problem.help
    (problem,) = told(with_text("\u0378")[0])
    assert "has no character U+0378" in problem.message


@pytest.mark.parametrize(
    "text", ["a\u200db\ufe0fc", "\u2060\ufeff\u00ad", "\x07 \ufdd0 \U0001ffff", "\ufffd"]
)
def test_what_nobody_sees_is_no_loss(text: str) -> None:
    """Joiners, selectors, controls, codes that are no character: nothing is told, and nothing stops."""
    whole, page = with_text(text)
    assert told(whole) == ()
    assert made(whole, page).startswith(b"%PDF")


def marked_over_two_runs() -> tuple[Edition, Page]:
    """A letter and the mark on it in two runs: each is in some font, the two together in none."""
    line = Line((Plain("①"), Plain("\u0488 by 林若海 and 한국.")))
    whole, page = with_text("")
    page = replace(
        page, sections=(Section(SectionKey.KEY_POINTS, "key-points", "Key points", (Bullets((line,)),)),)
    )
    return replace(whole, pages=(page,)), page


def test_what_only_the_whole_page_lacks_gives_way_and_is_told_each_time(tmp_path: Path) -> None:
    """It was not foreseen, so it is not kept; what else is printed stays."""
    whole, page = marked_over_two_runs()
    assert told(whole) == ()
    for _ in range(2):
        printed = print_pages(whole, (page,), SITE, "a4", Store(tmp_path, "this one"))
        (content,) = printed.files.values()
        assert {problem.severity for problem in printed.problems} == {Severity.WARNING}
        assert any("U+0488" in problem.message for problem in printed.problems)
        assert {"\ufffd", "林若海", "한국"} <= {
            part for part in ("\ufffd", "林若海", "한국") if part in text_of(content)
        }
    assert not (tmp_path / "kept").exists()


def test_an_added_font_prints_the_sign(tmp_path: Path) -> None:
    """Its own faces stay as they are; the page says nothing any more, nor does anybody warn."""
    fonts = added(tmp_path, "กa")
    whole, page = with_text("a ก ข")
    page = replace(page, title="ก")
    content = print_page(whole, page, SITE, fonts=fonts)
    assert isinstance(content, bytes)
    assert "aก\ufffd" in text_of(content)
    with opened(content) as pdf:
        embedded = {str(font.BaseFont) for one in pdf.pages for font in one.Resources.Font.values()}
    assert sum(name.endswith("+Test") for name in embedded) == 1
    assert any("SourceSerifPro" in name for name in embedded)
    (problem,) = told(replace(whole, pages=(page,)), Desk(fonts=fonts))
    assert "“ข”" in problem.message
    assert "“ก”" not in problem.message


def test_a_font_that_the_typesetter_cannot_use_is_told(tmp_path: Path) -> None:
    """Its checksums are right, but what it says is not: `check` finds it out, as `build` would."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "test.ttf").write_bytes(a_font("Test", "ก", hmtx=b""))
    setting = Span.at("mkdocs.yml", 12)
    fonts, _ = added_fonts(tmp_path, "fonts", setting)
    order = Order(SITE, "a4", desk=Desk(fonts=fonts), fonts_setting=setting)
    (problem,) = unprintable_signs(with_text("ก")[0], order)
    assert (problem.code, problem.severity, problem.span) == ("font-unusable", Severity.ERROR, setting)
    assert unprintable_signs(with_text("林")[0], order) == ()


def test_another_font_is_another_file(tmp_path: Path) -> None:
    """What was kept with other fonts is made again."""
    whole, page = with_text("a ก b")
    kept = Store(tmp_path / "kept", "this one")
    one, two = added(tmp_path / "one", "ก"), added(tmp_path / "two", "ก", 500)
    files = [print_pages(whole, (page,), SITE, "a4", kept, Desk(fonts=f)).files for f in (one, two, one)]
    assert files[0] == files[2] != files[1]
    assert len(list((tmp_path / "kept" / "pdf").iterdir())) == 2


def places(problems: Iterator[Diagnostic] | tuple[Diagnostic, ...]) -> set[str]:
    return {str(problem.span) for problem in problems}


def test_the_place_is_that_of_the_sign(project: Path) -> None:
    """File, line and column, also in the settings, in a quotation, and behind other words."""
    dossier, _ = verified(project)
    name = Span.at("mkdocs.yml", 4, 12)
    desk = Desk(Origins(dossier, name).of, lines=lines_of(project))
    found = {}
    for problem in told(edition(project), desk):
        assert problem.span is not None
        line = lines_of(project)(problem.span.path)[problem.span.line - 1]
        found[line[problem.span.column - 1 : problem.span.end_column - 1]] = problem.span.path
    assert found == {
        "ท": "mkdocs.yml",
        "🏞\ufe0f": "content/timeline.yml",
        "\ue000": BRIEFING,
        "𐲀": "content/glossary.yml",
        "𝄞": "content/glossary.yml",
        "፩": "content/glossary.yml",
        "𰀀": "content/glossary.yml",
    }


def test_check_and_build_tell_the_same_and_everything_is_published(project: Path) -> None:
    """PDFs, dossier and site are there; only `--strict` makes a failure of it."""
    checked = briefing("check", "-C", str(project))
    assert checked[0] == 0
    assert len(checked[1]) == 7
    assert briefing("build", "-C", str(project)) == checked
    assert briefing("build", "-C", str(project)) == checked  # from what was kept
    site = project / "build" / "site" / "pdf"
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.pdf")}
    assert pages == {
        "dossier.pdf",
        "briefings/lake-level.pdf",
        "people/ada-marsh.pdf",
        "rounds/lake-round.pdf",
        "sides/downton.pdf",
        "sides/upton.pdf",
    }
    assert briefing("check", "-C", str(project), "--strict")[0] == 1
    assert briefing("pdf", "dossier", "-C", str(project)) == checked


def test_fonts_of_the_project_are_used(project: Path) -> None:
    """`extra.briefing.fonts` names the folder; what its fonts have is printed and told no more."""
    overlay(project, {"mkdocs.yml": {"old": "extra:\n", "new": "extra:\n  briefing: {fonts: fonts}\n"}})
    (project / "fonts").mkdir()
    font = a_font("Test", "ทะเลกานด፩🏞\ufe0f𐲀𐳁𝄞\U00030000\ue000")
    (project / "fonts" / "test.ttf").write_bytes(font)
    code, problems = briefing("pdf", "lake-level", "-C", str(project))
    assert code == 0
    assert len(problems) == 1  # the private character
    words = text_of((project / "build" / "print" / "lake-level.pdf").read_bytes())
    assert "TheLakeTalksทะเล" in words
    assert "“‘ทะเล፩’saidกานดา”" in words


@pytest.mark.parametrize("word", ["กขค ", "林 ", "林 กขค ☎ "])
def test_a_text_full_of_such_signs_is_printed(word: str) -> None:
    """However many there are in one text: the typesetter follows a rule for parts of it 511 times only."""
    whole, page = with_text(word * 700)
    assert text_of(made(whole, page)).count(squeezed(word.replace("กขค", "\ufffd" * 3))) == 700


def test_a_page_of_substitutes_that_does_not_fit_runs_on_as_any_other() -> None:
    """Longer than its form, with all of its signs."""
    whole, page = with_text("กขค " * 9_000)
    assert text_of(made(whole, page)).count("\ufffd" * 3) >= 9_000
    assert [each.code for each in overlong_pages(whole, Order(SITE, "a4"))] == ["print-does-not-fit"]


def test_strong_words_are_asked_for_as_well() -> None:
    """In each face that the templates use."""
    whole, page = with_text("")
    line = Line((Strong("กขค"), Plain(" and "), Strong("林")))
    page = replace(page, sections=(Section(SectionKey.OPENING, None, None, (Bullets((line,)),)),))
    assert "\ufffd\ufffd\ufffdand林" in text_of(made(whole, page))
