"""What a page shows, block by block in the order of reading, and what its markup says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree, html

from generator.editing.importing.mending import is_wrapped, joined, mended, unwrapped
from generator.text.furniture import MaskReason, listed

Element: TypeAlias = Any  # of lxml, which has no types

_UNSHOWN = frozenset(
    listed("""
    script style template noscript svg canvas iframe frame object embed applet audio video map
    head title select option optgroup datalist textarea input button progress meter output math
    rp rt rtc amp-ad amp-embed amp-analytics amp-social-share amp-iframe amp-state amp-consent
    amp-sidebar link meta base noindex
    """)
)
_BLOCKS = frozenset(
    listed("""
    address article aside blockquote body center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu
    nav ol p pre search section summary table caption tbody thead tfoot tr td th ul img picture
    amp-img
    """)
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
# Many pages keep their whole text so until a script shows it.
_UNSEEN_STYLE = re.compile(r"visibility\s*:\s*hidden", re.I)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden|is-hidden|hidden|hide|d-none|noprint-hidden"
    r"|element-invisible|invisible|offscreen|visuallyhidden)(?:\s|$)",
    re.I,
)
_STREAMED = re.compile(r"S:\w+\Z")  # what React sends hidden and puts in its place at once
_NOTHING = 300  # characters of text: a page that needs scripts to show more
_MOST = 0.4  # of the text of a page
_CELL = 80  # characters; a row of longer cells is no row of figures

_TAG_REASONS = {
    "nav": MaskReason.NAVIGATION,
    "menu": MaskReason.NAVIGATION,
    "search": MaskReason.NAVIGATION,
    "footer": MaskReason.NAVIGATION,
    "figcaption": MaskReason.CAPTION,
    "aside": MaskReason.RELATED,
    "dialog": MaskReason.NEWSLETTER,
    "form": MaskReason.NEWSLETTER,
    "address": MaskReason.BYLINE,
}
_ROLE_REASONS = {
    "navigation": MaskReason.NAVIGATION,
    "search": MaskReason.NAVIGATION,
    "contentinfo": MaskReason.NAVIGATION,
    "banner": MaskReason.NAVIGATION,
    "menu": MaskReason.NAVIGATION,
    "menubar": MaskReason.NAVIGATION,
    "toolbar": MaskReason.SHARE,
    "complementary": MaskReason.RELATED,
    "dialog": MaskReason.COOKIE,
    "alertdialog": MaskReason.COOKIE,
}


def _names(words: str) -> re.Pattern[str]:
    """Class names that are one of the words (regular expressions), or hold one between hyphens."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?:$|[\s_-])")


_CLASS_REASONS: tuple[tuple[MaskReason, re.Pattern[str]], ...] = (
    (
        MaskReason.COOKIE,
        _names(
            r"""
            cookies? cookie(?:banner|bar|consent|notice|law) consent gdpr onetrust cmp
            cookiebot privacy borlabs
            """
        ),
    ),
    (
        MaskReason.COMMENTS,
        _names(
            r"""
            comments? comment(?:list|form|area|section|box|text|body|thread|count) commentlist
            disqus respond replies reply kommentare? leserkommentare commentaires?
            comentarios? pinglun discussion reader-responses
            """
        ),
    ),
    (
        MaskReason.SHARE,
        _names(
            r"""
            shar(?:e|es|ing|er) share(?:bar|box|buttons?|tools|links?|daddy) sharedaddy
            social(?:s|bar|box|icons?|links?|media|share)? addtoany addthis a2a sharethis
            tools toolbar toolbox article-actions actions teilen partage partager compartir
            fenxiang bookmark print follow follow-us sns snsbox readtime read-time
            reading-time lesezeit fontsize font-size listen audio-player tts
            """
        ),
    ),
    (
        MaskReason.NEWSLETTER,
        _names(
            r"""
            newsletters? newsletter(?:box|form|signup|teaser) nl-(?:box|form|signup)
            kg-(?:cta|signup|bookmark|product) subscri(?:be|ption|bers?) signup
            sign-up mailing(?:list)? mailchimp mc-embed mc4wp nl-?box opt-?in email-?form
            abo-?box push-?notification app-promo app-?banner whatsapp-channel
            """
        ),
    ),
    (
        MaskReason.ADVERT,
        _names(
            r"""
            ad ads adv advert adverts advertisement advertising advertorial adsense
            adsbygoogle adslot adunit adbox adcontainer adwrapper
            ad-?(?:slot|unit|box|container|wrapper|label|break|banner|block|text) dfp gpt
            sponsor(?:ed|s|ship)? promo(?:tion|s|ted|box)? anzeigen? werbung publicidad
            publicite pub reklam[ae]? annonce taboola outbrain nativo affiliate commercial
            partner-?(?:box|content|links?) banner shop(?:ping)? product-?(?:card|box)
            guanggao gg offer special-offer cta call-to-action
            """
        ),
    ),
    (
        MaskReason.PAYWALL_NOTE,
        _names(
            r"""
            paywall pay-wall paygate regwall subscriber-only meter(?:ing)? piano
            premium-(?:box|teaser|note) locked barrier
            """
        ),
    ),
    (
        MaskReason.RELATED,
        _names(
            r"""
            related relateds related(?:posts?|articles?|content|links|stories|news)
            recommend(?:ed|ations?|s)? recirc(?:ulation)?
            more-?(?:from|on|stories|news|articles|links|like) read-?(?:more|next|also|on)
            see-?also also-?(?:read|like) most-?(?:read|popular|viewed|shared|commented)
            popular trending teasers? teaser-?list top-?(?:stories|news) latest sidebar
            side-?bar widgets? rail right-?(?:col|rail|column) left-?(?:col|rail) up-?next
            next-?(?:article|post|story) prev-?(?:article|post) post-?navigation onward
            promo-?links linklist lesen-?sie-?auch mehr-?zum-?thema weitere empfehlungen
            a-?lire-?aussi lire-?aussi lea-?tambien te-?puede-?interesar relacionad[oa]s
            noticias-?relacionadas tuijian xiangguan hot-?(?:news|list) ranking crosslinks?
            seealso jp-relatedposts yarpp tags? tag-?(?:list|links|cloud) tagcloud topics?
            keywords categories cat-links post-tags entry-tags mostread readmore
            inline-related story-links card-list further-reading
            """
        ),
    ),
    (
        MaskReason.CAPTION,
        _names(
            r"""
            caption captions wp-caption-text wp-caption fig-?caption figure-?caption
            image-?caption img-?caption photo-?caption media-?caption credit credits
            photo-?credit image-?credit copyright-?(?:text|info) gallery-caption
            bildunterschrift bildtext legende pie-?de-?foto pie-?foto bu bildquelle
            image-?(?:source|info|meta|details) slideshow gallery lightbox carousel
            photo-?(?:info|desc|text) img-?desc imgdesc image-?desc pic-?(?:info|desc|txt)
            """
        ),
    ),
    (
        MaskReason.BYLINE,
        _names(
            r"""
            byline bylines by-line author authors
            author-?(?:box|bio|info|card|name|details|meta|about|section|profile|block)
            about-?(?:the-?)?author bio writer reporter journalist vcard autor autore auteur
            autorenbox firma zuozhe contributor contributors post-?author entry-?author
            article-?author
            """
        ),
    ),
    (
        MaskReason.DATELINE,
        _names(
            r"""
            date dates pub-?date publish(?:ed)?-?(?:date|on|time)? post-?(?:date|meta|info)
            entry-?(?:date|meta) timestamp time-?stamp dateline
            article-?(?:date|meta|info|time) posted-?on meta datum fecha updated last-?updated
            news-?(?:date|time|info) info-?(?:date|time) meta-?(?:data|info|line) metadata
            """
        ),
    ),
    (
        MaskReason.COPYRIGHT,
        _names(
            r"""
            copyright legal disclaimer licen[cs]e rights terms imprint impressum
            trust-principles syndication correction-policy ethics
            """
        ),
    ),
    (
        MaskReason.NAVIGATION,
        _names(
            r"""
            nav navbar navigation navi main-?nav menu main-?menu breadcrumbs? bread-?crumbs?
            crumbs? brotkrumen ariane migas mbx skip-?(?:link|to-content|nav) skiplink
            pagination pager paging page-?nav footer site-?footer page-?footer foot masthead
            site-?header page-?header-?nav global-?header topbar top-?bar header-?bar ticker
            newsticker eyebrow kicker-nav search(?:-?(?:box|form|bar))? login logo branding
            language-?(?:switch(?:er)?|select) toc table-of-contents jump-?links back-?to-?top
            totop sitemap weather stock-?ticker market-?data quote-?board
            edition-?(?:picker|switch) modal popup pop-?up overlay lightbox-modal toast
            alert-?bar notification(?:-bar)? dropdown flyout offcanvas off-canvas poll survey
            quiz feedback rating ratings vote donate donation
            """
        ),
    ),
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, eq=False)
class Block:
    """A piece of text that stands by itself, with the element that holds it directly."""

    text: str
    element: Element
    linked: float  # the share of its characters within links
    ancestors: tuple[Element, ...] = field(repr=False)  # from itself outwards

    @property
    def tag(self) -> str:
        """The name of its element."""
        return str(self.element.tag)

    @property
    def is_heading(self) -> bool:
        """Whether the page marks it as one."""
        return any(str(element.tag) in HEADINGS for element in self.ancestors[:3])

    @property
    def key(self) -> str:
        """Its letters and digits, to compare it with other text."""
        return letters(self.text)


def letters(text: str) -> str:
    """The letters and digits of a text in small letters: what is left when marks and spaces are ignored."""
    return "".join(character for character in text.casefold() if character.isalnum())


def parsed(markup: str) -> Element | None:
    """The tree of a page; None if it has no element at all."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", "")
    if not text.strip():
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    return root


def blocks_of(root: Element) -> tuple[Block, ...]:
    """Every visible block of a page, in the order of the markup.

    A page whose text is for browsers without scripts only is read as these show it.
    """
    blocks = tuple(_Reader(root).blocks())
    unscripted = list(root.iter("noscript"))
    replacement = sum(len(element.text_content()) for element in unscripted)
    if sum(len(block.text) for block in blocks) < _NOTHING < replacement:
        for element in unscripted:
            element.tag = "div"
        return tuple(_Reader(root).blocks())
    return blocks


class _Reader:
    """Reads a tree once; text between two borders of block elements is one block."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._pieces: list[tuple[str, bool]] = []
        self._links = 0
        self._row: Element | None = None

    def blocks(self) -> Iterator[Block]:
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                self._add(element.tail if event == "end" else None)
            elif event == "start":
                yield from self._enter(element, walk)
            else:
                yield from self._leave(element)

    def _enter(self, element: Element, walk: etree.iterwalk) -> Iterator[Block]:
        if is_unshown(element):
            walk.skip_subtree()
            return
        if element.tag == "br":
            self._add("\n")
        if _is_block(element):
            yield from self._flush(element.getparent())
        if element.tag == "tr" and _is_row_of_figures(element):
            self._add(_row(element))
            yield from self._flush(element)
            walk.skip_subtree()
            return
        self._links += element.tag == "a"
        self._add(element.text)

    def _leave(self, element: Element) -> Iterator[Block]:
        if not is_unshown(element):
            if _is_block(element):
                yield from self._flush(element)
            self._links -= element.tag == "a"
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append((text, self._links > 0))

    def _flush(self, element: Element | None) -> Iterator[Block]:
        pieces, self._pieces = self._pieces, []
        if element is None or not any(text.strip() for text, _ in pieces):
            return
        keeps_lines = element.tag == "pre" or _white_space(element)
        total = sum(len(text.strip()) for text, _ in pieces)
        linked = sum(len(text.strip()) for text, is_link in pieces if is_link)
        text = "".join(text if keeps_lines or text == "\n" else text.replace("\n", " ") for text, _ in pieces)
        ancestors = (element, *element.iterancestors())
        for line in _paragraphs(mended(text)):
            yield Block(line, element, linked / max(total, 1), ancestors)


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a run of text in which line breaks mean something."""
    for group in re.split(r"\n(?:[ \t]*\n)+", text):
        lines = [line for line in group.split("\n") if line.strip()]
        if len(lines) > 1 and is_wrapped(lines):
            yield from unwrapped(lines)
        else:
            yield from (joined([line]) for line in lines)


def _white_space(element: Element) -> bool:
    return "white-space" in (element.get("style") or "") and "pre" in (element.get("style") or "")


def _is_block(element: Element) -> bool:
    """Whether an element parts the text before and after it; one of a site's own may or may not."""
    if element.tag in _BLOCKS:
        return True
    return "-" in str(element.tag) and not _is_within_text(element)


def _is_within_text(element: Element) -> bool:
    parent = element.getparent()
    if parent is None or any(inner.tag in _BLOCKS for inner in element.iterdescendants("*")):
        return False
    return bool((parent.text or "").strip()) or any((one.tail or "").strip() for one in parent)


def is_unshown(element: Element) -> bool:
    """Whether a browser shows nothing of an element, or controls instead of text."""
    if element.tag in {"body", "html"}:
        return False
    if element.tag in _UNSHOWN:
        return element.tag != "template" or element.get("shadowrootmode") is None
    if _STREAMED.match(element.get("id") or ""):
        return False
    if element.get("hidden") not in {None, "until-found"} or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    seems_hidden = (
        element.get("aria-hidden") == "true"
        or _UNSEEN_STYLE.search(element.get("style") or "")
        or _HIDDEN_CLASS.search(element.get("class") or "")
    )
    return bool(seems_hidden) and not _holds_most(element)


def _holds_most(element: Element) -> bool:
    """Whether most of a page is in an element: then a dialog stood before it, or its class misleads."""
    body = element.getroottree().getroot().find("body")
    return body is not None and len(_shown_text(element)) > _MOST * len(_shown_text(body))


def _shown_text(element: Element) -> str:
    return "".join(element.xpath(".//text()[not(parent::script or parent::style or parent::template)]"))


def _is_row_of_figures(row: Element) -> bool:
    """Whether a row's cells are short and hold no blocks, as in a table of figures; not one for layout."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    return len(cells) > 1 and all(map(_is_short_cell, cells))


def _is_short_cell(cell: Element) -> bool:
    inner = (element for element in cell.iterdescendants("*") if _is_block(element))
    return (
        len(cell.text_content().strip()) <= _CELL
        and cell.find(".//br") is None
        and all(one.tag in {"p", "div", "img"} for one in inner)
    )


def _row(row: Element) -> str:
    """A row as a line: what it is about, then its values."""
    cells = [" ".join(cell.text_content().split()) for cell in row if cell.tag in {"td", "th"}]
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return "".join(filled)
    if row.find("td") is None:
        return "; ".join(filled)
    return f"{filled[0].rstrip(':')}: {'; '.join(filled[1:])}"


def markup_reason(element: Element) -> tuple[MaskReason, str] | None:
    """What an element's name, role, class or id says that its content is, and that name."""
    if reason := _TAG_REASONS.get(str(element.tag)):
        return reason, f"<{element.tag}>"
    if reason := _ROLE_REASONS.get(element.get("role") or ""):
        return reason, f"role={element.get('role')}"
    if (element.get("align") or "").lower() in {"left", "right"} and element.tag in {"table", "div"}:
        return MaskReason.RELATED, f"<{element.tag} align={element.get('align')}>"
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not names or len(names) > 400:
        return None
    plain = _CAMEL.sub("-", names).casefold().replace("__", "-").replace(":", "-")
    for reason, pattern in _CLASS_REASONS:
        if found := pattern.search(plain):
            return reason, f"class “{found.group().strip(' _-')}”"
    return None
