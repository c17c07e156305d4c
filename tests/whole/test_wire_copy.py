"""The whole way of an article: from the web, imported, cited word for word, on the page, on paper.

Fifteen stories of one subject, in the publishers' own words: English wire copy, one German and one Chinese.
"""

import html
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model.diagnostics import has_errors
from generator.pipeline import build
from generator.project import Project
from tests.support.pdfs import raw_text_of
from tests.support.projects import ROOT
from tests.support.sites import made_once

WIRE = ROOT / "tests" / "wire"
FURNITURE = (
    *("Share by e-mail", "Advertisement", "Leave a Reply", "Facebook"),
    *("Artikel teilen", "Anzeige", "Kommentar schreiben", "分享", "广告", "发表评论"),
)
OPEN = "# site_url: https://YOU.codeberg.page/briefing/"


def _made(folder: Path) -> None:
    """A project that the command makes of the articles in an empty folder, with content that cites them."""
    folder.mkdir(parents=True)
    result = CliRunner().invoke(main, ["import", "-C", str(folder), str(WIRE / "articles")])
    assert result.exit_code == 0, result.output
    shutil.copytree(WIRE / "content", folder / "content", dirs_exist_ok=True)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert OPEN in text
    text = text.replace(OPEN, "site_url: https://copper-talks.org/")
    text = text.replace("  briefing:\n", "  briefing:\n    quote_percent: 60\n")
    settings.write_text(text, encoding="utf-8")
    outcome = build(Project(folder))
    assert not has_errors(outcome.problems), outcome.problems


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(made_once(tmp_path_factory, "wire", _made))


def page(project: Project, address: str) -> str:
    """The words of a page, without its markup."""
    shown = (project.site / address / "index.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", shown)).split())


def test_each_article_is_a_source_without_furniture(project: Project) -> None:
    """Fifteen articles, three languages, no line of the pages around them."""
    files = (project.root / "sources").glob("*.md")
    sources = {path.stem: path.read_text(encoding="utf-8") for path in files}
    assert len(sources) == 15
    languages = {text.split("\nlanguage: ")[1].split("\n")[0] for text in sources.values()}
    assert languages == {"en", "de", "zh"}
    for name, text in sources.items():
        assert not [line for line in FURNITURE if line in text], name
        assert "rights: quote" in text


def test_the_articles_own_words_are_on_the_page_in_quotation_marks(project: Project) -> None:
    """In whatever language they are, with their paragraph; nothing is called a summary."""
    shown = page(project, "briefings/copper")
    assert "agreed on Thursday on a quota of 90,000 tonnes of copper a year" in shown
    assert "Ob die Parlamente zustimmen, ist offen" in shown
    assert "配额以内的出口不再需要许可证" in shown
    assert "Our summary" not in shown
    assert "in the articles’ own words" in page(project, "about")


def test_what_was_not_cited_is_not_shown(project: Project) -> None:
    """Rights `quote`: the source's page has the quoted words, and not the rest."""
    shown = page(project, "sources/nordblatt-2024-03-15")
    assert "eine Quote von 90.000 Tonnen Kupfer im Jahr" in shown
    assert "fairen Ausgleich" not in shown


def test_one_figure_in_three_languages_is_one_figure(project: Project) -> None:
    """90,000 tonnes, 90.000 Tonnen and 9万吨 agree: no disagreement is made of them."""
    assert "90,000" in page(project, "figures") or "90000" in page(project, "figures")
    assert not (project.site / "disagreements").exists()


def test_more_than_thirteen_sources_print(project: Project) -> None:
    """The briefing and the book, with the words of all three languages in them."""
    assert (project.site / "pdf" / "dossier.pdf").exists()
    printed = raw_text_of((project.site / "pdf" / "briefings" / "copper.pdf").read_bytes())
    assert "90,000 tonnes" in " ".join(printed.split())
