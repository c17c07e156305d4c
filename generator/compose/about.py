"""The about page: how the site is made, what it does not claim, how to cite and correct it."""

from __future__ import annotations

from generator.compose.atlas import Atlas
from generator.compose.topics import Written
from generator.compose.writer import PageWriter, bullets, paragraphs, plain
from generator.language.copies import FEWEST_SHARED, LONGEST_CHANGE
from generator.model.blocks import Fact, Facts, Paragraph
from generator.model.dates import spoken
from generator.model.keys import FactKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Link, Plain, Target

METHOD = (
    "Every statement on this site carries numbered notes. Each note holds the exact words of a source, and"
    " leads to them on the page of that source.",
    "A program compared each quotation with the source, letter for letter, when the site was built. Only"
    " typographic differences are ignored: the form of quotation marks, dashes and spaces. If one quotation"
    " had not matched, nothing would have been published.",
    "Numbers in a statement occur in its quotations; this is checked as well.",
)
SUPPORT = (
    "Behind a statement in a briefing, of an event or of a talk round stands how many sources the"
    " editors cite for it: “one source only”, “3 sources”. The sources whose words stand in its notes are"
    " counted, each once, and nothing else. No program judges whether two sentences mean the same, and a"
    " source that says the same but is not cited does not count.",
    "Sources that share a copied passage count once: “3 sources, 2 independent”. A passage counts as"
    f" copied if it has {FEWEST_SHARED} words or more in common, in the same order, with no more than"
    f" {LONGEST_CHANGE} other words in a row and no more than a third of all its words changed. Words in"
    " quotation marks are left out, because two reporters may quote the same speaker. Sources that are"
    " connected through others count together, whatever the passages are about.",
    "So “independent” means no more than that no such passage was found. Two sources may rest on the"
    " same report without copying it. Of an article that is held as a summary, in our own words,"
    " the summary alone is compared: what the article itself may have copied is not seen.",
)
LIMITS = (
    "The check proves that the source prints the words. It does not prove that the source is right, nor that"
    " the statement sums up the words well. So each statement shows its words: read them.",
    "Statements marked “editor” are ours. The mark tells why no source is cited.",
    "What no source says is shown as not stated or not known. It is never filled in by a guess.",
    "Dates marked “about” are approximate; their basis is given. Names found in sources are matched by form,"
    " so a name that two people share may be counted for one of them.",
)
VERSION = (
    "Each page names its version at its head and foot, a digest of what it says: it changes if and only if"
    " the page says something else. The file data/edition.json lists all pages with their versions, and"
    " names the edition by a digest of all the files that it was made of."
)
CORRECT = (
    "A statement that its words do not bear out is an error. Tell the editors which page and which note you"
    " mean; the correction is made in the files from which the site is built, and the site is built again.",
)


def about_page(atlas: Atlas) -> Written:
    """Method, limits, how to cite, how to correct us."""
    page = PageWriter(atlas, KINDS.about, "About this site")
    page.section("method", "How it is made", paragraphs(map(plain, METHOD)))
    page.section("support", "How support is counted", [*paragraphs(map(plain, SUPPORT)), _single_source()])
    limits = bullets(map(plain, LIMITS))
    page.section("limits", "What it does not claim", [limits])
    page.section("cite", "How to cite", [_citing(atlas)])
    page.section("correct", "How to correct us", paragraphs(map(plain, CORRECT)))
    related = [Link("Statements with one source only", Target(KINDS.single_source.path()))]
    return page, page.page("How statements are proved, what that means and what it does not", related=related)


def _single_source() -> Paragraph:
    listed = Link("Statements with one source only", Target(KINDS.single_source.path()))
    return Paragraph(Line((listed, Plain(" are listed, page by page."))))


def _citing(atlas: Atlas) -> Facts:
    dossier = atlas.dossier
    day = spoken(dossier.as_of)
    return Facts(
        (
            Fact(
                FactKey.CITE_AS,
                "As",
                (plain(f"“Title of the page”, {dossier.site_name}, as of {day}, version of the page."),),
            ),
            Fact(FactKey.VERSION, "Version", (plain(VERSION),)),
        )
    )
