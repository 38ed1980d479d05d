"""Where a printed thing stands: page and box, how it was read and how surely."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lkjip_schemas.vocabulary import ReadBy

SURE = 0.9
"""A thing read with less confidence is in doubt: it is listed, marked, and accuses nobody."""


class Box(NamedTuple):
    """A rectangle on a page as displayed, in points, origin at the top left (a named tuple: a report has thousands)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Points from left to right edge."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Points from top to bottom edge."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box (left and top edge included)."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom

    @staticmethod
    def around(boxes: "Iterable[Box]") -> "Box":
        """The smallest box that covers all of `boxes` (at least one)."""
        some = list(boxes)
        return Box(
            min(b.x0 for b in some),
            min(b.top for b in some),
            max(b.x1 for b in some),
            max(b.bottom for b in some),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Provenance of a printed thing.

    `page` is the 1-based page of the PDF; `confidence` is 0..1 (1 for an undoubted text layer).
    """

    page: int
    box: Box
    read_by: ReadBy = ReadBy.TEXT
    confidence: float = 1.0
