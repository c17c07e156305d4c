"""Disputed questions as paper has room for them: the first whole, of the others the question."""

from collections.abc import Iterator, Sequence

from generator.model.blocks import Block, Heading, Paragraph
from generator.model.keys import ParagraphKey
from generator.model.runs import Line, Plain, Quiet
from generator.words import Words

WHOLE = 2
"""So many questions have their answers where there is not room for all."""


def shortened(blocks: Sequence[Block], words: Words, *, settling: bool, whole: bool) -> tuple[Block, ...]:
    """The questions: without what would settle them, and the further ones without answers, unless asked."""
    kept = tuple(block for block in blocks if settling or not is_settled(block))
    if whole:
        return kept
    opening, *asked = _asked(kept)
    further = [
        block.line.text() for each in asked[WHOLE:] for block in each[:1] if isinstance(block, Heading)
    ]
    shown = [block for each in (opening, *asked[:WHOLE]) for block in each]
    if further:
        lead = Quiet(f"{words('print.also-disputed')} ")
        shown.append(Paragraph(Line((lead, Plain(" ".join(further))))))
    return tuple(shown)


def has_further(blocks: Sequence[Block]) -> bool:
    """Whether there are more questions than have their answers on paper in any case."""
    return sum(isinstance(block, Heading) for block in blocks) > WHOLE


def is_settled(block: Block) -> bool:
    """Whether a block says what would settle a question."""
    return isinstance(block, Paragraph) and block.key is ParagraphKey.WOULD_SETTLE


def _asked(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """What stands before the first question, then each question with all that belongs to it."""
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield tuple(group)
            group = []
        group.append(block)
    yield tuple(group)
