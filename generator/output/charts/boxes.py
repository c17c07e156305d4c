"""Boxes of a drawing: what touches what, what is left of a box without others, where the next has room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its upper left corner first; down is more."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its width."""
        return round(self.right - self.left, 1)

    @property
    def height(self) -> float:
        """Its height."""
        return round(self.bottom - self.top, 1)

    def moved(self, right: float, down: float) -> Box:
        """The same box elsewhere."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def widened(self, by: float) -> Box:
        """The box with room on all sides."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def touches(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def lowered(box: Box, taken: Sequence[Box]) -> Box:
    """The box, moved down to the first place where it touches none of the others."""
    while blocking := [other for other in taken if box.touches(other)]:
        box = box.moved(0, max(min(other.bottom for other in blocking) - box.top, 0.5))
    return box


def without(box: Box, holes: Iterable[Box]) -> Iterator[Box]:
    """What is left of a box, in boxes, without others that lie over it."""
    cut = [hole for hole in holes if box.touches(hole)]
    edges = sorted(
        {
            box.top,
            box.bottom,
            *(min(max(y, box.top), box.bottom) for hole in cut for y in (hole.top, hole.bottom)),
        }
    )
    open_boxes: dict[tuple[float, float], Box] = {}
    for top, bottom in pairwise(edges):
        across = [hole for hole in cut if hole.top < bottom and top < hole.bottom]
        free = dict.fromkeys(_free(box.left, box.right, across))
        yield from (whole for ends, whole in open_boxes.items() if ends not in free)
        open_boxes = {
            ends: Box(ends[0], open_boxes[ends].top if ends in open_boxes else top, ends[1], bottom)
            for ends in free
        }
    yield from open_boxes.values()


def _free(left: float, right: float, holes: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """The stretches from left to right that no hole takes."""
    for hole in sorted(holes, key=lambda hole: hole.left):
        if hole.left > left:
            yield left, min(hole.left, right)
        left = max(left, hole.right)
    if left < right:
        yield left, right
