"""The about page: how the site is made, what it does not claim, how to cite and correct it."""

from __future__ import annotations

from generator.compose.atlas import ABOUT, Atlas
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, paragraphs, plain
from generator.model.dates import spoken
from generator.model.edition import Fact, Facts, PageKind

METHOD = (
    "Every statement on this site carries numbered notes. Each note holds the exact words of a source, and"
    " leads to them on the page of that source.",
    "A program compared each quotation with the source, letter for letter, when the site was built. Only"
    " typographic differences are ignored: the form of quotation marks, dashes and spaces. If one quotation"
    " had not matched, nothing would have been published.",
    "Numbers in a statement occur in its quotations; this is checked as well.",
)
LIMITS = (
    "The check proves that the source prints the words. It does not prove that the source is right, nor that"
    " the statement sums up the words well. So each statement shows its words: read them.",
    "Statements marked “editor” are ours. The mark tells why no source is cited.",
    "What no source says is shown as not stated or not known. It is never filled in by a guess.",
    "Dates marked “about” are approximate; their basis is given. Names found in sources are matched by form,"
    " so a name that two people share may be counted for one of them.",
)
CORRECT = (
    "A statement that its words do not bear out is an error. Tell the editors which page and which note you"
    " mean; the correction is made in the files from which the site is built, and the site is built again.",
)


def about_page(atlas: Atlas) -> Written:
    """Method, limits, how to cite, how to correct us."""
    page = PageWriter(atlas, ABOUT, PageKind.ABOUT, "About this site")
    page.section("method", "How it is made", paragraphs(map(plain, METHOD)))
    limits = bullets(map(plain, LIMITS))
    page.section("limits", "What it does not claim", [limits])
    page.section("cite", "How to cite", [_citing(atlas)])
    page.section("correct", "How to correct us", paragraphs(map(plain, CORRECT)))
    return page, page.page("How statements are proved, what that means and what it does not")


def _citing(atlas: Atlas) -> Facts:
    dossier = atlas.dossier
    day = spoken(dossier.as_of)
    return Facts(
        (
            Fact("As", (plain(f"“Title of the page”, {dossier.site_name}, edition of {day}."),)),
            Fact("Edition", (plain(f"As of {day}; fingerprint of all inputs {dossier.fingerprint}"),)),
        )
    )
