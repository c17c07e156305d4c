"""A comparison as an editor's note in Markdown, for the comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.editions.words import (
    by_page,
    counts,
    groups,
    label_of,
    loss_told,
    opening,
    span_told,
    values_told,
)
from generator.language.redline import redline
from generator.model.changes import Change, Comparison, What
from generator.model.inventory import ItemKind, Proof
from generator.model.runs import Target
from generator.model.site_address import SiteAddress
from generator.report.visible import visible
from generator.words import words_in

# What could be markup; and, before a word, what forges turn into mentions, references, emoji and links.
_SPECIAL = re.compile(r"[&<>*_`~\[\]!|\\$]|[@#%:](?=[\w/+\"-])|(?<=www)\.|[^\S ]")
_CALLING = frozenset("@#!$~%&:.")
_WORD_JOINER = "&#8288;"
# In HTML, since Markdown's own marks do not hold between a quotation mark and a letter.
MARKS = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
MOST_PAGES = 6


def as_markdown(comparison: Comparison, site: SiteAddress | None = None) -> str:
    """The whole note; text of editions can neither be markup in it nor mention anybody.

    At an address that is known, the names of pages lead to the site as it is published now.
    """
    return "\n".join(_Note(comparison, site or SiteAddress()).lines()).rstrip() + "\n"


class _Note:
    """The note of one comparison, in pieces."""

    def __init__(self, comparison: Comparison, site: SiteAddress) -> None:
        self.comparison, self.site = comparison, site
        self.titles = dict(comparison.titles)
        self.words = words_in(comparison.language)

    def lines(self) -> Iterator[str]:
        yield f"## {self.words('changes.title')}"
        yield ""
        conclusions, in_all = opening(self.words, self.comparison)
        yield f"**{conclusions}** {in_all} {span_told(self.words, self.comparison)}"
        for heading, changes in groups(self.words, self.comparison):
            yield from ("", f"### {heading}", "")
            for change in changes:
                yield from self._told(change)
        yield from self._lost()
        yield from self._pages()

    def _told(self, change: Change) -> Iterator[str]:
        yield f"- {self._lead(change)}"
        yield from (f"  - {_escaped(value)}" for value in values_told(self.words, change))
        yield from (f"  - {quotation}" for quotation in self._quotations(change))
        if not _is_a_page(change):
            yield f"  - {self._names(change)}"

    def _lead(self, change: Change) -> str:
        """“**Lake level, key points** (changed): It fell by …”."""
        is_new = change.what is What.ADDED and change.kind is ItemKind.DISAGREEMENT
        what = self.words("change.new-disagreement") if is_new else self.words.of(change.what)
        label, text = label_of(self.words, change), _text(change)
        about = f"**{_escaped(label)}**" if label else ""
        if _is_a_page(change):
            is_retitled = change.what is What.CHANGED and change.reads_otherwise()
            about = f"**{self._linked(change.pages()[0])}**"
            if not label and not is_retitled:
                return self.words("change.remarked", text=about, remark=what)
        if about:
            return self.words("change.lead", label=about, what=what, text=text)
        return self.words("change.remarked", text=text, remark=what)

    def _names(self, change: Change) -> str:
        pages = change.pages()
        if not pages:
            return self.words("change.on-no-page")
        more = len(pages) - MOST_PAGES
        names = [self._linked(page, change) for page in pages[:MOST_PAGES]]
        if more > 0:
            names.append(self.words("change.more-pages", n=more))
        return self.words("change.on-pages", pages=self.words("list.separator").join(names))

    def _linked(self, page: str, change: Change | None = None) -> str:
        """The title of a page with a link to it as published, at the anchor of the change if it has one."""
        name = _escaped(self.titles.get(page, page))
        anchor = None
        if change is not None and change.before is not None:
            anchors = (each.partition("#") for each in change.before.addresses)
            anchor = next((anchor for path, _, anchor in anchors if path == page and anchor), None)
        address = self.site.of(Target(page, anchor)) if page in self.comparison.standing else None
        return f"[{name}](<{address}>)" if address else name

    def _lost(self) -> Iterator[str]:
        lost = self.comparison.lost_support()
        if lost:
            yield from ("", f"### {self.words('changes.lost-support')}", "")
        for change in lost:
            text, loss = _escaped(change.item.text), _escaped(loss_told(self.words, change))
            yield f"- {self.words('change.loses', text=text, loss=loss)}"

    def _pages(self) -> Iterator[str]:
        found = list(by_page(self.comparison))
        if not found:
            return
        yield from ("", f"<details><summary>{self.words('changes.by-page')}</summary>", "")
        for page, _, changes in found:
            name, path = self._linked(page), f"`{page}`"
            yield f"- {self.words('change.lead', label=name, what=path, text=counts(self.words, changes))}"
        others = self.comparison.other_pages()
        if others:
            names = self.words("list.separator").join(map(self._linked, others))
            yield from ("", self.words("changes.other-pages", pages=names))
        yield from ("", "</details>")

    def _quotations(self, change: Change) -> Iterator[str]:
        """The words that prove something new; else those that came and went, or one that was mended."""
        if change.what is What.ADDED:
            yield from (self._quoted("change.quoted", proof) for proof in change.item.proofs)
            return
        come, gone = list(change.proofs_come()), list(change.proofs_gone())
        if len(come) == len(gone) == 1 and come[0].source == gone[0].source:
            mended = _redlined(gone[0].exact, come[0].exact)
            yield self.words("change.quotation", words=mended, source=_escaped(come[0].source))
            return
        yield from (self._quoted("change.now-quoted", proof) for proof in come)
        yield from (self._quoted("change.no-longer-quoted", proof) for proof in gone)

    def _quoted(self, key: str, proof: Proof) -> str:
        return self.words(key, words=_escaped(proof.exact), source=_escaped(proof.source))


def _is_a_page(change: Change) -> bool:
    """Whether it is about a page as a whole, so that naming the page says where it is."""
    return change.kind in (ItemKind.SOURCE, ItemKind.PAGE)


def _text(change: Change) -> str:
    if change.before is None or change.after is None:
        text = _escaped(change.item.text)
        return MARKS["removed"].format(text) if change.what is What.WITHDRAWN else text
    return _redlined(change.before.text, change.after.text)


def _redlined(old: str, new: str) -> str:
    marked = (MARKS[stretch.what].format(_escaped(stretch.text)) for stretch in redline(old, new))
    return "".join(marked).replace("</del><ins>", "</del> <ins>")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_reference, visible(text))


def _reference(found: re.Match[str]) -> str:
    sign = found.group()
    if sign.isspace():
        return " "
    return f"&#{ord(sign)};{_WORD_JOINER if sign in _CALLING else ''}"
