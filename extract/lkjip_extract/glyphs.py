"""Characters of one page as arrays: the raw material of words, lines and cells.

All arrays run in parallel, one entry per printed (non-blank) character. Coordinates are points in
the frame in which the text reads from left to right: for a page whose text stands sideways that is
the turned page, and `turn` says how to get back.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from lkjip_schemas.place import Box

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

SIDEWAYS_SHARE = 0.6
"""From this share of sideways characters on, the whole page is read as turned."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The way from the frame a reader gives to the one in which the text reads, and to the display.

    `degrees` (0, 90, 180, 270) is the direction of the text in the reader's frame, whose page is
    `width` by `height` points. `rotate` is the page's /Rotate where the reader ignores it, and
    `left`, `up` move the reader's frame to the corner of the page's box.
    """

    degrees: int
    width: float
    height: float
    rotate: int = 0
    left: float = 0.0
    up: float = 0.0

    @property
    def as_displayed(self) -> bool:
        """Whether text reads from left to right on the page as it is displayed."""
        return not self.degrees and not self.rotate

    @property
    def reading_size(self) -> tuple[float, float]:
        """Width and height of the page in the reading frame."""
        return (self.height, self.width) if self.degrees in (90, 270) else (self.width, self.height)

    def to_reading(self, boxes: Floats) -> Floats:
        """Boxes (n, 4: x0, top, x1, bottom) as the reader gave them, in the reading frame."""
        if not len(boxes):
            return boxes
        if self.degrees == 0:
            return boxes
        x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
        if self.degrees == 90:  # text runs downwards
            return np.stack([top, self.width - x1, bottom, self.width - x0], axis=1)
        if self.degrees == 270:  # text runs upwards
            return np.stack([self.height - bottom, x0, self.height - top, x1], axis=1)
        return np.stack([self.width - x1, self.height - bottom, self.width - x0, self.height - top], axis=1)

    @property
    def display_size(self) -> tuple[float, float]:
        """Width and height of the page as displayed."""
        return (self.height, self.width) if self.rotate in (90, 270) else (self.width, self.height)

    def to_page(self, boxes: Floats) -> list[Box]:
        """Boxes (n, 4) of the reading frame on the displayed page, rounded to 1/100 point."""
        return list(map(_make_box, self.display(boxes).tolist()))

    def display(self, boxes: Floats) -> Floats:
        """As `to_page`, as an array."""
        if not (self.degrees or self.rotate or self.left or self.up):
            return boxes.round(2)
        x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
        if self.degrees == 90:
            x0, top, x1, bottom = self.width - bottom, x0, self.width - top, x1
        elif self.degrees == 270:
            x0, top, x1, bottom = top, self.height - x1, bottom, self.height - x0
        elif self.degrees == 180:
            x0, top, x1, bottom = self.width - x1, self.height - bottom, self.width - x0, self.height - top
        a, b, c, d = x0 - self.left, top + self.up, x1 - self.left, bottom + self.up
        if self.rotate == 90:
            a, b, c, d = self.height - d, a, self.height - b, c
        elif self.rotate == 180:
            a, b, c, d = self.width - c, self.height - d, self.width - a, self.height - b
        elif self.rotate == 270:
            a, b, c, d = b, self.width - c, d, self.width - a
        return np.stack([a, b, c, d], axis=1).round(2)


_make_box: Callable[[list[float]], Box] = partial(tuple.__new__, Box)
"""A box from its sides, without a call of Python for each."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The printed characters of one page in the reading frame.

    `watermark` marks characters printed aslant or far larger than the text of the page: they are part
    of no table; `aslant` those printed aslant. `boxes` is (n, 4); `blank_before` marks a character that a blank of the
    text layer precedes; `sideways` a character that does not stand upright in the reading frame.
    """

    text: list[str]
    boxes: Floats
    blank_before: Bools
    sideways: Bools
    turn: Turn
    boxes_broken: bool = False
    watermark: Bools = field(default_factory=lambda: np.zeros(0, dtype=bool))
    aslant: Bools = field(default_factory=lambda: np.zeros(0, dtype=bool))

    def __len__(self) -> int:
        """Number of printed characters."""
        return len(self.text)


BLANKS = " \t\r\n\xa0\u2002\u2003\u2009\u200b\ufeff\x00\u00ad\ufffe"
"""Characters that separate words or print nothing."""
LINE_END_HYPHEN = "\x02"
"""pdfium's sign for a hyphen that it found at the end of a line."""
LETTERS_OF_FORMULAS = ("\U0001d400", "\U0001d7ff")
"""Slanted and bold letters and digits of formulas, which are letters and digits like others."""

ASLANT = 8.0
"""Text turned by more than this many degrees from a right angle is no table text."""
LARGE_PRINT = 2.8
"""Characters this many times as tall as the page's text are a watermark or a title, never a cell."""
MAX_SLENDER = 5.0
"""Characters are two or three times as tall as wide; beyond this the font's ascent is broken (over
the 2,209 text pages at hand the ratio is below 3.8, or above 9)."""
MAX_HEIGHT_RATIO = 4.0
"""A character this many times as tall as the median character has a broken box (font ascent)."""


def is_printed(symbol: str | None) -> bool:
    """Whether a character of the text layer prints something."""
    return symbol is not None and symbol != "" and symbol not in BLANKS


def code_points(text: str) -> NDArray[np.uint32]:
    """The number of each character in Unicode."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def gather(
    text: Sequence[str],
    prints: Bools,
    boxes: Floats,
    directions: Sequence[float],
    page: Turn,
) -> Glyphs:
    """Glyphs of one page from its characters in the order of the text layer.

    Of each character of the layer whether it prints something; of those that do the symbol (`text`), the box (n, 4: x0,
    top, x1, bottom) and the direction of the text in degrees (0 to the right, 90 downwards; none where all are 0). The
    page is turned so that most of its text reads from left to right, and the boxes are checked: where a font's ascent
    is broken, pdfium's boxes are far too tall, and `boxes_broken` says so.
    """
    plain = {s: _plain(s) for s in set(text)}
    text = list(text) if all(s == p for s, p in plain.items()) else [plain[s] for s in text]
    follows_blank = np.zeros(len(prints), dtype=bool)
    follows_blank[1:] = ~prints[:-1]
    degrees = 0
    if any(directions):
        angles = np.array(directions, dtype=np.float64)
        quarter = (np.rint(angles / 90.0).astype(np.int64) % 4) * 90
        aslant = np.abs((angles - quarter + 180.0) % 360.0 - 180.0) > ASLANT
        for candidate in (90, 180, 270):
            if np.count_nonzero(quarter == candidate) > SIDEWAYS_SHARE * len(text):
                degrees = candidate
        sideways = quarter != degrees
    else:
        aslant = sideways = np.zeros(len(text), dtype=bool)
    turn = replace(page, degrees=degrees) if degrees else page
    upright = turn.to_reading(boxes)
    heights = upright[:, 3] - upright[:, 1]
    usual = median(heights) if len(heights) else 0.0
    level = ~aslant if aslant.any() else slice(None)  # boxes of slanted text are tall
    return Glyphs(
        text=text,
        boxes=upright,
        blank_before=follows_blank[prints],
        sideways=sideways,
        turn=turn,
        boxes_broken=_broken(upright[level], heights[level], usual, turn),
        watermark=aslant | (heights > LARGE_PRINT * usual),
        aslant=aslant,
    )


def _plain(symbol: str) -> str:
    """The ordinary letter or sign for one that stands for it."""
    if symbol == LINE_END_HYPHEN:
        return "-"
    special = LETTERS_OF_FORMULAS[0] <= symbol <= LETTERS_OF_FORMULAS[1]
    return unicodedata.normalize("NFKC", symbol) if special else symbol


def median(values: Floats) -> float:
    """The median of some numbers, as `numpy.median` gives it in a third of its time."""
    ordered = np.sort(values)
    middle = len(ordered) // 2
    return float(ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2)


def _broken(boxes: Floats, heights: Floats, usual: float, turn: Turn) -> bool:
    """Whether the boxes are too tall to be true; `usual` is the median of their heights."""
    if not len(boxes):
        return False
    tall = heights > MAX_HEIGHT_RATIO * max(usual, 1.0)
    outside = (boxes[:, 1] < -turn.reading_size[1]) | (boxes[:, 3] > 2 * turn.reading_size[1])
    if np.count_nonzero(tall | outside) > 0.02 * len(boxes):
        return True
    slender = usual > MAX_SLENDER * max(median(boxes[:, 2] - boxes[:, 0]), 0.5)
    return slender and len(boxes) >= 20
