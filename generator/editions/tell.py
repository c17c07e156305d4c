"""A comparison as shown to programs, in a comment on a change, and on a terminal."""

import json
import re
import textwrap
from collections.abc import Iterator

import click

from generator.editions import phrases
from generator.model.addresses import SiteAddress
from generator.model.editions import Change, Comparison, Item, ItemKind, Proof, What
from generator.model.runs import Target
from generator.reports.full import visible
from generator.text.redline import redline
from generator.words import Words, words_in

FORMAT = "briefing-diff/1"

# What could be markup; and, before a word, what forges turn into mentions, references, emoji and links.
_SPECIAL = re.compile(r"[&<>*_`~\[\]!|\\$]|[@#%:](?=[\w/+\"-])|(?<=www)\.|[^\S ]")
_CALLING = frozenset("@#!$~%&:.")
_WORD_JOINER = "&#8288;"
# In HTML, since Markdown's own marks do not hold between a quotation mark and a letter.
MARKS = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
MOST_PAGES = 6

SIGNS = {What.ADDED: "+", What.CHANGED: "~", What.WITHDRAWN: "-"}
COLOURS = {What.ADDED: "green", What.CHANGED: "yellow", What.WITHDRAWN: "red"}
WIDTH = 100


def as_json(comparison: Comparison) -> str:
    """All changes with both wordings; the format is told in docs/manifest.md."""
    words = words_in(comparison.language)
    record = {
        "format": FORMAT,
        "before": comparison.before,
        "after": comparison.after,
        "conclusions_changed": bool(comparison.conclusions()),
        "changes": [_change(words, change) for change in comparison.changes],
        "new_disagreements": [change.item.id for change in comparison.new_disagreements()],
        "lost_support": [change.item.id for change in comparison.lost_support()],
        "pages": list(comparison.pages),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _change(words: Words, change: Change) -> dict[str, object]:
    return {
        "kind": change.kind.value,
        "what": change.what.value,
        "id": change.item.id,
        "label": change.item.label,
        "concludes": change.concludes(),
        "before": _item(change.before),
        "after": _item(change.after),
        "remarks": list(phrases.remarks(words, change)),
        "pages": list(change.pages()),
    }


def _item(item: Item | None) -> dict[str, object] | None:
    if item is None:
        return None
    return {
        "id": item.id,
        "text": item.text,
        "details": item.written(),
        "evidence": [_proof(proof) for proof in item.proofs],
        "places": list(item.addresses),
    }


def _proof(proof: Proof) -> dict[str, str]:
    return {name: value for name, value in proof.record().items() if name != "anchor"}


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
        conclusions, in_all = phrases.opening(self.words, self.comparison)
        yield f"**{conclusions}** {in_all} {phrases.span_told(self.words, self.comparison)}"
        for heading, changes in phrases.groups(self.words, self.comparison):
            yield from ("", f"### {heading}", "")
            for change in changes:
                yield from self._told(change)
        yield from self._lost()
        yield from self._pages()

    def _told(self, change: Change) -> Iterator[str]:
        yield f"- {self._lead(change)}"
        yield from (f"  - {_escaped(value)}" for value in phrases.values_told(self.words, change))
        yield from (f"  - {quotation}" for quotation in self._quotations(change))
        if not _is_a_page(change):
            yield f"  - {self._names(change)}"

    def _lead(self, change: Change) -> str:
        """“**Lake level, key points** (changed): It fell by …”."""
        is_new = change.what is What.ADDED and change.kind is ItemKind.DISAGREEMENT
        what = self.words("change.new-disagreement") if is_new else self.words.of(change.what)
        label, text = phrases.label_of(self.words, change), _text_in_markdown(change)
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
            places = map(Target.read, change.before.addresses)
            anchor = next((each.anchor for each in places if each.page == page and each.anchor), None)
        address = self.site.of(Target(page, anchor)) if page in self.comparison.standing else None
        return f"[{name}](<{address}>)" if address else name

    def _lost(self) -> Iterator[str]:
        lost = self.comparison.lost_support()
        if lost:
            yield from ("", f"### {self.words('changes.lost-support')}", "")
        for change in lost:
            text, loss = _escaped(change.item.text), _escaped(phrases.loss_told(self.words, change))
            yield f"- {self.words('change.loses', text=text, loss=loss)}"

    def _pages(self) -> Iterator[str]:
        found = list(phrases.by_page(self.comparison))
        if not found:
            return
        yield from ("", f"<details><summary>{self.words('changes.by-page')}</summary>", "")
        for page, _, changes in found:
            name, path = self._linked(page), f"`{page}`"
            told = phrases.counts(self.words, changes)
            yield f"- {self.words('change.lead', label=name, what=path, text=told)}"
        others = self.comparison.other_pages()
        if others:
            names = self.words("list.separator").join(map(self._linked, others))
            yield from ("", self.words("changes.other-pages", pages=names))
        yield from ("", "</details>")

    def _quotations(self, change: Change) -> Iterator[str]:
        """The words that prove something new; else those that came and went, or one that was mended."""
        if change.what is What.ADDED:
            yield from (self._cited("change.cites", proof) for proof in change.item.proofs)
            return
        come, gone = list(change.proofs_come()), list(change.proofs_gone())
        if len(come) == len(gone) == 1 and phrases.is_mended(gone[0], come[0]):
            yield self._mended(gone[0], come[0])
            return
        yield from (self._cited("change.now-cites", proof) for proof in come)
        yield from (self._cited("change.no-longer-cites", proof) for proof in gone)

    def _mended(self, old: Proof, new: Proof) -> str:
        """What was mended: words that the article prints, or our summary of it."""
        before, after = old.quotation(), new.quotation()
        if before is not None and after is not None and before != after:
            words = self.words("text.quoted", text=_redlined(before, after))
            return self.words("change.quotation", words=words, source=_escaped(new.source))
        words = _redlined(old.exact, new.exact)
        return self.words("change.summary", words=words, source=_escaped(new.source))

    def _cited(self, key: str, proof: Proof) -> str:
        """The words with their source: what an article prints in quotation marks, else our summary."""
        quotation = proof.quotation()
        if quotation is None:
            words = self.words(
                "list.labelled", label=self.words("evidence.summary"), value=_escaped(proof.exact)
            )
        else:
            words = self.words("text.quoted", text=_escaped(quotation))
        return self.words(key, words=words, source=_escaped(proof.source))


def _is_a_page(change: Change) -> bool:
    """Whether it is about a page as a whole, so that naming the page says where it is."""
    return change.kind in (ItemKind.SOURCE, ItemKind.PAGE)


def _text_in_markdown(change: Change) -> str:
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


def as_terminal(comparison: Comparison, *, color: bool) -> str:
    """The whole comparison; nothing in it moves the cursor, whatever the editions say."""
    return "\n".join(_lines(comparison, color)) + "\n"


def _lines(comparison: Comparison, color: bool) -> Iterator[str]:
    words = words_in(comparison.language)
    yield _styled(" ".join(phrases.opening(words, comparison)), color, bold=True)
    yield phrases.span_told(words, comparison)
    for heading, changes in phrases.groups(words, comparison):
        yield from ("", _styled(heading, color, bold=True))
        for change in changes:
            yield from _told(words, change, color)
    lost = comparison.lost_support()
    if lost:
        yield from ("", _styled(words("changes.lost-support"), color, bold=True))
    for change in lost:
        text, loss = visible(change.item.text), visible(phrases.loss_told(words, change))
        yield from _wrapped(words("change.remarked", text=text, remark=loss), "  ! ")
    found = list(phrases.by_page(comparison))
    if found:
        yield from ("", _styled(words("changes.by-page"), color, bold=True))
    for page, _, changes in found:
        yield f"  {words('list.labelled', label=page, value=phrases.counts(words, changes))}"
    if comparison.other_pages():
        pages = words("list.separator").join(comparison.other_pages())
        yield from _wrapped(words("changes.other-pages", pages=pages), "  ")


def _told(words: Words, change: Change, color: bool) -> Iterator[str]:
    label = phrases.label_of(words, change)
    sign = _styled(SIGNS[change.what], color, fg=COLOURS[change.what])
    text = _text_in_terminal(change, color)
    if label:
        text = words("list.labelled", label=visible(label), value=text)
    first, *others = _wrapped(text, "    ")
    yield f"  {sign} {first.strip()}"
    yield from others
    for remark in phrases.remarks(words, change):
        yield from _wrapped(_styled(visible(remark), color, dim=True), "      ")


def _text_in_terminal(change: Change, color: bool) -> str:
    if change.before is None or change.after is None:
        return visible(change.item.text)
    parts = []
    for stretch in redline(change.before.text, change.after.text):
        text = visible(stretch.text)
        match stretch.what:
            case "same":
                parts.append(text)
            case "removed":
                parts.append(click.style(text, fg="red", strikethrough=True) if color else f"[-{text}-]")
            case "added":
                parts.append(click.style(text, fg="green", bold=True) if color else f"{{+{text}+}}")
    return "".join(parts)


def _styled(text: str, color: bool, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if color else text


def _wrapped(text: str, indent: str) -> list[str]:
    """Lines of a readable width; the first is indented as the others."""
    wrapped = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped or [indent]
