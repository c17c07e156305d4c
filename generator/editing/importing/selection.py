"""Which blocks of a page are its article, and why the others are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.editing.importing.article import Mask, MaskReason
from generator.editing.importing.bylines import is_author_note, is_byline, names_in
from generator.editing.importing.layout import Block, Element, letters, markup_reason
from generator.text.furniture import furniture_in

_ENDED = re.compile(
    r"""[.!?…。！？।؟۔။៕:：][\"'”’“‘»«›)\]」』）¹²³⁴⁵]*\Z|(?<=[^\W\d_])[.!?]\d{1,2}\Z|\[\d{1,2}\]\Z"""
)
_PROSE = 60  # characters of a paragraph that is surely more than a label
_SENTENCE = 20  # of a sentence, on pages that have no longer ones
_UNENDED = 140  # characters of prose that does not end as a sentence: some scripts have no stop
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CONTAINER = 0.85  # of the prose is in the element that holds the article
_MAIN = 0.4  # of the prose: an element that holds more is the article, whatever it is called
_COMMON = 0.25  # of the prose: what bears this class is the article's
_TOO_LITTLE = 0.4  # of what the library extracts: then the markup says something else than it seems to
_LABEL = 40  # characters; shorter lines without an end are labels
_BOX = 8  # blocks; a larger element is no box
_BOXED = 0.12  # of the prose; what holds more is no box either
_KICKER = 40  # letters that may stand in one heading with the title
_LISTS = frozenset({"li", "td", "th", "tr", "dt", "dd"})
_HOLDERS = frozenset({"li", "td", "th", "dl", "blockquote", "table", "pre"})
_MOSTLY = 0.9
_OUTSIDE = "outside the article"
_REPEATED = 40  # characters; shorter lines may well recur
_ABOUT = re.compile(
    r"(?:About|Über|À propos de|Acerca de|Sobre|Chi è|Over) (?:the |die |das |den |la |le |el |l['’])?"
    r"(?P<name>[^.!?:]{2,60})"
    r"|关于(?P<han>.{2,20})"
)
_DECK = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|lead|lede|intro|subtitle|sub-?title|sub-?head(?:line)?|summary|excerpt|strapline|chapeau|vorspann|teaser-?text|entradilla|bajada|abstract|description)(?:$|[\s_-])"
)
# What a heading of this kind opens goes on until prose of the article follows.
_OPENS = frozenset(
    {
        MaskReason.RELATED,
        MaskReason.COMMENTS,
        MaskReason.NEWSLETTER,
        MaskReason.PAYWALL_NOTE,
        MaskReason.COOKIE,
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A block and, unless it is the article's, why not."""

    block: Block
    mask: Mask | None


def is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return _ENDED.search(text) is not None


def is_prose(text: str, least: int = _PROSE) -> bool:
    """Whether a text is as long as a paragraph of an article, and ends as one or is too long for a label.

    A text in a script without spaces is as long with 0.4 of the characters.
    """
    size = len(text) * (2.5 if len(_EAST_ASIAN.findall(text)) > len(text) / 3 else 1)
    return size >= (least if is_sentence(text) else _UNENDED)


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a page's article before its text is chosen.

    `extracted` is what a library took for it: its vote counts where the page does not say itself.
    """

    extracted: str
    title: str
    description: str
    authors: frozenset[str]


def selected(blocks: Sequence[Block], clues: Clues) -> tuple[Judged, ...]:
    """The blocks of a page in their order, masked unless they are the article's."""
    page = _Page(blocks, clues)
    judged = _in_order([Judged(block, page.mask_of(block)) for block in blocks], page, clues)
    kept = sum(len(one.block.key) for one in judged if one.mask is None)
    if kept < _TOO_LITTLE * len(letters(clues.extracted)):
        judged = _in_order([Judged(block, page.lenient_mask_of(block)) for block in blocks], page, clues)
    if not any(one.mask is None for one in judged):
        judged = _in_order([Judged(block, page.last_mask_of(block)) for block in blocks], page, clues)
    return tuple(judged)


def _in_order(judged: list[Judged], page: _Page, clues: Clues) -> list[Judged]:
    """Judges by what stands around each block what its own words and markup leave open."""
    steps = (page.without_boxes, _around_title(clues, page), _openings, _about_publisher, _ends, _headings)
    for step in (*steps, _duplicates):
        judged = step(judged)
    return judged


class _Page:
    """The page as a whole: where its prose is, and which names of its markup can be believed."""

    def __init__(self, blocks: Sequence[Block], clues: Clues) -> None:
        self._extracted = letters(clues.extracted)
        self._authors = clues.authors
        self._weights: Counter[Element] = Counter()
        self._by_class: Counter[tuple[str, str]] = Counter()
        self._hints: dict[Element, tuple[MaskReason, str] | None] = {}
        self._least = _least(blocks)
        prose = [block for block in blocks if self.is_prose(block) and block.linked < 0.5]
        voted = [block for block in prose if self.is_extracted(block)]
        self._prose = voted or prose
        for block in self._prose:
            self._weigh(block, self._weights)
        self._in_p = sum(len(block.text) for block in self._prose if block.tag == "p") / max(
            sum(len(block.text) for block in self._prose), 1
        )
        self._total = max(sum(len(block.text) for block in self._prose), 1)
        own = [block for block in self._prose if self._hint(block) is None]
        self._container = _common_element(own or self._prose)
        self._inside = {id(block) for block in blocks if self._container in block.ancestors}

    def is_extracted(self, block: Block) -> bool:
        """Whether the library took the block for a part of the article."""
        key = block.key
        return bool(key) and key in self._extracted

    def is_prose(self, block: Block) -> bool:
        """Whether a block is a paragraph, by the length that paragraphs have on this page."""
        return is_prose(block.text, self._least)

    def lenient_mask_of(self, block: Block) -> Mask | None:
        """The same as `mask_of`, but what the library extracted is masked for its own words only."""
        if not self.is_extracted(block):
            return self.mask_of(block)
        found = furniture_in(block.text) or self._byline_in(block.text)
        return Mask(*found) if found else None

    def last_mask_of(self, block: Block) -> Mask | None:
        """The same, if nothing would be left: then the names in the markup mislead, and prose is kept."""
        found = furniture_in(block.text) or self._byline_in(block.text)
        if found or not self.is_prose(block) or block.linked > 0.5:
            return Mask(*found) if found else self.mask_of(block)
        return None

    def mask_of(self, block: Block) -> Mask | None:
        """Why a block is not the article's, by its own words and by the markup around it."""
        if found := furniture_in(block.text) or self._byline_in(block.text) or self._hint(block):
            return Mask(*found)
        if id(block) not in self._inside and not (self.is_extracted(block) and self.is_prose(block)):
            return Mask(MaskReason.NAVIGATION, _OUTSIDE)
        if block.linked > 0.8 and not self.is_prose(block):
            return Mask(MaskReason.RELATED, "a link")
        if block.text.startswith("*") and block.linked and not is_sentence(block.text):
            return Mask(MaskReason.ADVERT, "a note with a link")
        if self._is_odd(block):
            return Mask(MaskReason.RELATED, f"a label in <{block.tag}> among paragraphs")
        return None

    def _byline_in(self, text: str) -> tuple[MaskReason, str] | None:
        if is_byline(text):
            return MaskReason.BYLINE, text
        names = {str(author) for author in names_in(text)}
        if names and names <= self._authors:
            return MaskReason.BYLINE, text
        if is_author_note(text, self._authors):
            return MaskReason.BYLINE, "about the author"
        return None

    def _is_odd(self, block: Block) -> bool:
        """Whether a label stands in an element of another kind than all paragraphs of the article do."""
        if (
            block.is_heading
            or is_sentence(block.text)
            or block.tag in {*_LISTS, "p", "pre", "blockquote", "caption"}
        ):
            return False
        return self._in_p > _MOSTLY and not any(element.tag in _HOLDERS for element in block.ancestors[:3])

    def without_boxes(self, judged: list[Judged]) -> list[Judged]:
        """What stands in one box with a line that says what the box is for belongs to it."""
        sizes = Counter(element for one in judged for element in one.block.ancestors)
        boxes: dict[Element, Mask] = {}
        for one in judged:
            if one.mask and one.mask.reason in _OPENS:
                for element in one.block.ancestors[:3]:
                    if 1 < sizes[element] <= _BOX and self._weights[element] < _BOXED * self._total:
                        boxes.setdefault(element, one.mask)
            elif one.mask is None and one.block.is_heading:
                self._side_box(one, judged, sizes, boxes)
        return [one if one.mask else replace(one, mask=_mask_of_box(one.block, boxes)) for one in judged]

    def _side_box(
        self, heading: Judged, judged: list[Judged], sizes: Counter[Element], boxes: dict[Element, Mask]
    ) -> None:
        """A heading in an element of its own, with nothing but labels, opens a box beside the article."""
        for element in heading.block.ancestors[1:3]:
            if 1 < sizes[element] <= _BOX and not self._weights[element]:
                inner = [one.block for one in judged if element in one.block.ancestors]
                if not any(is_sentence(block.text) or block.tag in _LISTS for block in inner):
                    boxes.setdefault(
                        element, Mask(MaskReason.RELATED, f"under “{heading.block.text[:_LABEL]}”")
                    )

    def _weigh(self, block: Block, weights: Counter[Element]) -> None:
        for element in block.ancestors:
            weights[element] += len(block.text)
            self._by_class[str(element.tag), element.get("class") or ""] += len(block.text)

    def _hint(self, block: Block) -> tuple[MaskReason, str] | None:
        for element in block.ancestors:
            if element.tag in {"body", "html"}:
                return None
            if self._weights[element] > _MAIN * self._total or self._is_common(element):
                continue
            if element not in self._hints:
                self._hints[element] = markup_reason(element)
            hint = self._hints[element]
            if hint and not self._is_fact_box(element, block, hint[0]):
                return hint
        return None

    def _is_common(self, element: Element) -> bool:
        names = element.get("class")
        return bool(names) and self._by_class[str(element.tag), names or ""] > _COMMON * self._total

    def _is_fact_box(self, element: Element, block: Block, reason: MaskReason) -> bool:
        """An aside that the library took for a part of the article is one."""
        return (
            element.tag in {"aside", "address"}
            and self.is_extracted(block)
            and reason is not MaskReason.COMMENTS
        )


def _least(blocks: Sequence[Block]) -> int:
    """How long a paragraph is at least: on pages in plain language a sentence will do."""
    sentences = [block for block in blocks if is_sentence(block.text) and block.linked < 0.5]
    whole = sum(len(block.text) for block in sentences if is_prose(block.text, _SENTENCE))
    return (
        _PROSE if sum(len(one.text) for one in sentences if is_prose(one.text)) > 0.4 * whole else _SENTENCE
    )


def _mask_of_box(block: Block, boxes: dict[Element, Mask]) -> Mask | None:
    return next((boxes[element] for element in block.ancestors[:3] if element in boxes), None)


def _common_element(prose: Sequence[Block]) -> Element | None:
    """The innermost element that holds nearly all prose."""
    weights: Counter[Element] = Counter()
    depth: dict[Element, int] = {}
    for block in prose:
        for level, element in enumerate(reversed(block.ancestors)):
            weights[element] += len(block.text)
            depth[element] = level
    total = sum(len(block.text) for block in prose)
    holding = [element for element, weight in weights.items() if weight >= _CONTAINER * total]
    found = max(holding, key=lambda element: depth[element], default=None)
    if found is not None and found.tag in {"p", "li", "h1", "h2", "h3", "span", "td", "blockquote"}:
        return found.getparent()
    return found


def _around_title(clues: Clues, page: _Page) -> Callable[[list[Judged]], list[Judged]]:
    """Masks the printed title and labels around it; keeps what sums up the text."""
    key, description = letters(clues.title), letters(clues.description)

    def step(judged: list[Judged]) -> list[Judged]:
        at = next((at for at, one in enumerate(judged) if key and _is_title(one.block, key)), None)
        first = next(
            (at for at, one in enumerate(judged) if one.mask is None and page.is_prose(one.block)), 0
        )
        result = []
        for place, one in enumerate(judged):
            if key and place <= first and _is_title(one.block, key):
                one = replace(one, mask=Mask(MaskReason.REPEATED_TITLE, "the title"))
            elif one.mask is None:
                one = replace(one, mask=_mask_near_title(one.block, place, at, first, key))
            elif at is not None and at < place < first and _sums_up(one, description):
                one = replace(one, mask=None)
            result.append(one)
        return result

    return step


def _sums_up(one: Judged, description: str) -> bool:
    """Whether a paragraph between title and text says in short what the text says."""
    if one.mask is None or one.mask.text != _OUTSIDE or one.block.linked > 0.5:
        return False
    if _is_deck(one.block) or (len(one.block.key) > 30 and one.block.key in description):
        return len(one.block.text) > _LABEL
    return is_sentence(one.block.text) and len(one.block.text) > _LABEL and not one.block.text.endswith(":")


def _is_title(block: Block, key: str) -> bool:
    own = block.key
    if own == key:
        return True
    return (
        block.is_heading and len(own) > 15 and (own in key or (key in own and len(own) - len(key) < _KICKER))
    )


def _mask_near_title(block: Block, place: int, title: int | None, first: int, key: str) -> Mask | None:
    if key and block.key == key:
        return Mask(MaskReason.REPEATED_TITLE, "the title")
    before_title = title is not None and place < title
    if before_title and place < first and not is_prose(block.text):
        return Mask(MaskReason.NAVIGATION, "above the title")
    is_label = not (
        block.is_heading or is_sentence(block.text) or _is_deck(block) or block.tag in {"li", "td"}
    )
    if place < first and is_label and len(block.text) < _LABEL:
        return Mask(MaskReason.NAVIGATION, "a label between title and text")
    return None


def _is_deck(block: Block) -> bool:
    return any(_DECK.search((element.get("class") or "").casefold()) for element in block.ancestors[:2])


def _openings(judged: list[Judged]) -> list[Judged]:
    """What follows a heading such as “Related” belongs to it until the article goes on."""
    opened: Judged | None = None
    result = []
    for one in judged:
        if one.mask and one.mask.reason in _OPENS and (one.block.is_heading or len(one.block.text) < _LABEL):
            opened = one
        elif one.mask is None and opened and opened.mask:
            if _belongs(one.block, opened.block):
                one = replace(one, mask=Mask(opened.mask.reason, opened.mask.text))
            else:
                opened = None
        result.append(one)
    return result


def _belongs(block: Block, opening: Block) -> bool:
    """Whether a block goes on with what another opened: a link, a label, or beside it in a box of its own."""
    if is_sentence(block.text) and block.linked < 0.5:
        return False
    return block.linked > 0.5 or not (block.is_heading or block.tag in _LISTS) or opening.is_heading


def _about_publisher(judged: list[Judged]) -> list[Judged]:
    """A line such as “About Acme” over a paragraph on Acme is no heading of the text of a release."""
    kept = [at for at, one in enumerate(judged) if one.mask is None]
    result = list(judged)
    for at, below in pairwise(kept[len(kept) // 2 :]):
        found = _ABOUT.fullmatch(judged[at].block.text)
        if found and letters(found["name"] or found["han"])[:12] in letters(judged[below].block.text[:80]):
            result[at] = replace(judged[at], mask=Mask(MaskReason.CREDIT, "about the publisher"))
    return result


def _ends(judged: list[Judged]) -> list[Judged]:
    """After the last sentence of the article labels are furniture, but not cells or items of a list."""
    kept = [at for at, one in enumerate(judged) if one.mask is None]
    last = max(
        (at for at in kept if is_sentence(judged[at].block.text) or is_prose(judged[at].block.text)),
        default=-1,
    )
    return [
        replace(one, mask=Mask(MaskReason.RELATED, "below the text"))
        if at > last and one.mask is None and not _stands_in_list(one.block)
        else one
        for at, one in enumerate(judged)
    ]


def _stands_in_list(block: Block) -> bool:
    if block.tag in {"p", "div"}:
        return block.linked < 0.3 and len(block.text) >= _PROSE
    return block.tag in {*_LISTS, "pre"} and block.linked < 0.3 and len(block.text) > 8


def _headings(judged: list[Judged]) -> list[Judged]:
    """A heading with nothing of the article below it is none of its headings."""
    result = list(judged)
    for at in range(len(judged) - 1, -1, -1):
        one = result[at]
        if one.mask is None and one.block.is_heading and not is_sentence(one.block.text):
            below = next((other for other in result[at + 1 :] if other.mask is None), None)
            if below is None or (below.block.is_heading and _rank(below.block) <= _rank(one.block)):
                result[at] = replace(one, mask=Mask(MaskReason.RELATED, "nothing of the article below it"))
    return result


def _rank(block: Block) -> int:
    tags = (str(element.tag) for element in block.ancestors[:3])
    return next((int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)), 7)


def _duplicates(judged: list[Judged]) -> list[Judged]:
    """What the page prints a second time, such as a quotation set large."""
    kept = [one.block.key for one in judged if one.mask is None]
    whole = "\n".join(kept)
    seen: set[str] = set()
    result = []
    for one in judged:
        key = one.block.key
        if one.mask is None and len(key) >= _REPEATED * 0.7:
            is_pulled = _is_pulled(one.block) and whole.count(key) > 1
            if key in seen or is_pulled:
                one = replace(one, mask=Mask(MaskReason.DUPLICATE, "printed twice"))
            seen.add(key)
        result.append(one)
    return result


def _is_pulled(block: Block) -> bool:
    return any(
        element.tag in {"aside", "blockquote", "q", "figure"}
        or "quote" in (element.get("class") or "").casefold()
        for element in block.ancestors[:4]
    )
