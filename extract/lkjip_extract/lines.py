"""Characters to words and lines, vectorised over the whole page.

Each character belongs to a group (a cell of a table, or -1 for the page outside tables); lines
never mix groups. Words come from the blanks of the text layer and from gaps.
"""

from dataclasses import dataclass

import numpy as np

from lkjip_extract.glyphs import Bools, Floats, Glyphs, Ints

LINE_TOLERANCE = 0.45
"""Characters whose middles differ by less than this share of the text height share a line."""
WORD_GAP = 0.18
"""A gap wider than this share of the text height separates words."""
SEGMENT_GAP = 1.6
"""A gap wider than this share of the text height separates segments (columns without rulings)."""
DUPLICATE_SHIFT = 0.25
"""Same character, moved by less than this share of its width: printed twice to look bold."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in the reading frame; `segment` counts from 0 within its line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    segment: int


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of one group, words from left to right."""

    group: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Words joined by single blanks."""
        return " ".join(w.text for w in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(w.x1 for w in self.words)

    @property
    def top(self) -> float:
        """Top edge."""
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return max(w.bottom for w in self.words)

    def segments(self) -> list[tuple[Word, ...]]:
        """The runs of words that wide gaps separate."""
        runs: list[list[Word]] = []
        for word in self.words:
            if not runs or word.segment != runs[-1][-1].segment:
                runs.append([])
            runs[-1].append(word)
        return [tuple(run) for run in runs]


def build_lines(glyphs: Glyphs, groups: Ints) -> list[Line]:
    """Lines of all groups, sorted by group, then from top to bottom.

    `groups` gives the group of each character.
    """
    n = len(glyphs)
    if n == 0:
        return []
    boxes = glyphs.boxes
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1.0)
    order = np.lexsort((middle, groups))
    line_of = _line_numbers(groups[order], middle[order], height[order])
    line = np.empty(n, dtype=np.int64)
    line[order] = line_of
    order = np.lexsort((boxes[:, 0], line))
    return _words(glyphs, order, line[order], groups[order])


def _line_numbers(groups: Ints, middle: Floats, height: Floats) -> Ints:
    """A running number per line for characters sorted by group and middle.

    A character opens a line when it lies too far below the first one of the current line; looking
    at the first one, not the previous one, keeps a dense column of text from melting into one line.
    """
    n = len(groups)
    numbers = np.empty(n, dtype=np.int64)
    current = 0
    start = middle[0]
    group = groups[0]
    tolerance = height * LINE_TOLERANCE
    # Only the places where the middle jumps can open a line; walk those instead of every character.
    jumps = np.flatnonzero((np.diff(middle) > 0.4) | (np.diff(groups) != 0)) + 1
    previous = 0
    for at in jumps.tolist():
        numbers[previous:at] = current
        if groups[at] != group or middle[at] - start > tolerance[at]:
            current += 1
            start = middle[at]
            group = groups[at]
        previous = at
    numbers[previous:] = current
    return numbers


def _words(glyphs: Glyphs, order: Ints, line: Ints, groups: Ints) -> list[Line]:
    boxes = glyphs.boxes[order]
    x0, top, x1, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    height = np.maximum(bottom - top, 1.0)
    new_line = np.empty(len(order), dtype=bool)
    new_line[0] = True
    new_line[1:] = line[1:] != line[:-1]
    gap = np.zeros(len(order))
    gap[1:] = x0[1:] - x1[:-1]
    # A blank counts only where it leaves room: overlapping text runs carry blanks in odd places.
    blank = glyphs.blank_before[order] & (gap > -0.1 * height)
    new_word = new_line | blank | (gap > WORD_GAP * height)
    wide = new_line | (gap > SEGMENT_GAP * height)
    segment = np.cumsum(wide)
    starts = np.flatnonzero(new_word)
    ends = np.append(starts[1:], len(order))
    word_x1 = np.maximum.reduceat(x1, starts)
    word_top = np.minimum.reduceat(top, starts)
    word_bottom = np.maximum.reduceat(bottom, starts)
    symbols = [glyphs.text[i] for i in order]
    doubled = _doubled(symbols, x0, x1, new_line)
    lines: list[Line] = []
    words: list[Word] = []
    first_segment = 0
    for k, (a, b) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if new_line[a] and words:
            lines.append(Line(int(groups[a - 1]), tuple(words)))
            words = []
        if new_line[a]:
            first_segment = int(segment[a])
        text = (
            "".join(symbols[a:b])
            if doubled is None
            else "".join(s for s, twice in zip(symbols[a:b], doubled[a:b], strict=True) if not twice)
        )
        if text:
            words.append(
                Word(
                    text,
                    float(x0[a]),
                    float(word_top[k]),
                    float(word_x1[k]),
                    float(word_bottom[k]),
                    int(segment[a]) - first_segment,
                )
            )
    if words:
        lines.append(Line(int(groups[-1]), tuple(words)))
    return lines


def _doubled(symbols: list[str], x0: Floats, x1: Floats, new_line: Bools) -> list[bool] | None:
    """Which characters repeat their left neighbour almost in place; None when none does."""
    close = np.zeros(len(symbols), dtype=bool)
    close[1:] = (x0[1:] - x0[:-1] < DUPLICATE_SHIFT * np.maximum(x1[1:] - x0[1:], 0.5)) & ~new_line[1:]
    if not close.any():
        return None
    return [bool(c) and symbols[i] == symbols[i - 1] for i, c in enumerate(close)]
