"""The evidence of an edition as W3C Web Annotations: each cited passage, where it stands, what it proves.

https://www.w3.org/TR/annotation-model/: a passage is told twice, by its words (TextQuoteSelector), and by
where they are in the text of the element that holds their paragraph (TextPositionSelector).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from generator.model.addresses import SiteAddress, SiteFiles
from generator.model.blocks import SourceBody, SourceParagraph
from generator.model.knowledge import Knowledge
from generator.model.pages import Edition
from generator.model.runs import Target
from generator.model.sources import Cut, Range
from generator.model.values import parts_of
from generator.output.data.linked_data import Addresses, Node, filled, script_safe
from generator.output.markdown.escape import cleaned

ANNOTATIONS_FILE: Final = "annotations.jsonld"
AROUND: Final = 32
"""Characters before and after a passage that tell it from others with the same words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as its page shows it, with its number before it.

    `places` are where it shows the characters of its own text.
    """

    text: str
    places: Mapping[int, int]

    def stretch(self, of: Range) -> Range:
        """Where a stretch of the paragraph's own text is shown."""
        start, end = of
        return self.places[start], self.places[end - 1] + 1


def annotation_page(edition: Edition, site: SiteAddress) -> bytes:
    """All of them as one page of a collection, in the order of the sources' pages."""
    at = Addresses(SiteFiles.export("index"), site)
    own = site.of_file(SiteFiles.export(ANNOTATIONS_FILE)) or ANNOTATIONS_FILE
    items = list(_items(edition, at, own))
    collection = {"id": f"{own}#all", "type": "AnnotationCollection", "total": len(items)}
    record: Node = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": own,
        "type": "AnnotationPage",
        "partOf": collection | {"label": edition.site_name},
        "startIndex": 0,
        "items": items,
    }
    return f"{script_safe(record)}\n".encode()


def _items(edition: Edition, at: Addresses, own: str) -> Iterator[Node]:
    proved = _proved(edition.knowledge or Knowledge())
    for page in edition.pages:
        for body in parts_of(page.sections, SourceBody):
            for paragraph in body.paragraphs:
                for anchor, ranges in _quotations(paragraph):
                    here = Target(page.path, anchor)
                    statements = [at.of(each) for each in proved.get(here, ())]
                    yield filled(
                        {
                            "id": f"{own}#{page.kind.id_of(page.path)}-{anchor}",
                            "type": "Annotation",
                            "motivation": "linking" if statements else "highlighting",
                            "body": statements,
                            "target": _target(at.of(Target(page.path)), paragraph, ranges),
                        }
                    )


def _proved(known: Knowledge) -> Mapping[Target, Sequence[Target]]:
    """The statements that each passage proves, by where it stands."""
    found: dict[Target, dict[Target, None]] = {}
    for statement in known.statements:
        for words in statement.words:
            found.setdefault(words.target, {})[statement.stands[0]] = None
    return {words: tuple(statements) for words, statements in found.items()}


def _quotations(paragraph: SourceParagraph) -> Sequence[tuple[str, tuple[Range, ...]]]:
    return paragraph.pieces.quotations if isinstance(paragraph.pieces, Cut) else ()


def _target(page: str, paragraph: SourceParagraph, ranges: tuple[Range, ...]) -> object:
    """The stretch of a paragraph; several where the citation leaves words out, all of which are meant."""
    shown = shown_paragraph(paragraph)
    stretches = [_stretch(page, paragraph.number, shown, shown.stretch(each)) for each in ranges]
    return stretches[0] if len(stretches) == 1 else stretches


def _stretch(page: str, number: int, shown: Shown, place: Range) -> Node:
    start, end = place
    quote = filled(
        {
            "type": "TextQuoteSelector",
            "exact": shown.text[start:end],
            "prefix": shown.text[max(0, start - AROUND) : start],
            "suffix": shown.text[end : end + AROUND],
        }
    )
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    in_paragraph = {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": f"p{number}",
        "refinedBy": position,
    }
    return {"source": page, "selector": [quote, in_paragraph]}


def shown_paragraph(paragraph: SourceParagraph) -> Shown:
    """The text of a paragraph's element, and where it shows the characters of the paragraph.

    As the page shows it: white space of a piece is single spaces, and a mark stands for what is left out.
    """
    pieces, text, places = paragraph.pieces, f"{paragraph.number} ", dict[int, int]()
    is_partial = isinstance(pieces, Cut) and pieces.partial
    offsets = iter(sorted(_used(pieces))) if isinstance(pieces, Cut) and is_partial else count()
    for piece in pieces:
        if is_partial and not piece.used:
            text += piece.text
            continue
        is_spaced = False
        for letter in map(cleaned, piece.text):
            is_run, is_spaced = is_spaced and letter == " ", letter == " "
            places[next(offsets)] = len(text) - is_run
            text += "" if is_run else letter
    return Shown(text, places)


def _used(cut: Cut) -> set[int]:
    """The places of all characters that are cited."""
    return {at for _, ranges in cut.quotations for start, end in ranges for at in range(start, end)}
