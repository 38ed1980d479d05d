"""Characters to words and lines, vectorised over the whole page.

Each character belongs to a group (a cell of a table, or -1 for the page outside tables); lines
never mix groups. Words come from the blanks of the text layer and from gaps.
"""

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from lkjip_extract.glyphs import Bools, Floats, Glyphs, Ints, code_points
from lkjip_extract.overprinted import told_apart

LINE_TOLERANCE = 0.45
"""Characters whose middles differ by less than this share of the text height share a line."""
WORD_GAP = 0.18
"""A gap wider than this share of the text height separates words."""
LEAST_BLANK = 0.04
"""A blank of the text layer that leaves no more room than this share of the text height ..."""
FEW_TOUCHING = 0.05
"""... stands inside a word ("Targe t") where no larger share of the blanks is so; elsewhere all text is squeezed."""
LEVEL = 0.1
"""Letters of one word stand level, up to this share of the text height."""
SEGMENT_GAP = 1.6
"""A gap wider than this share of the text height separates segments (columns without rulings)."""
SPACED_RUN = 3
"""So many single letters in a row may be one letter-spaced word (one more where some are small)."""
DUPLICATE_SHIFT = 0.25
"""Same character, moved by less than this share of its width: printed twice to look bold."""


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in the reading frame."""


class Word(NamedTuple):
    """One word in the reading frame; `segment` counts from 0 within its line.

    A named tuple, because a report has tens of thousands: they are made in a third of the time.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    segment: int


_make_word: Callable[[tuple[str, float, float, float, float, int]], Word] = partial(tuple.__new__, Word)
"""A word from its fields, without a call of Python for each."""


class Line:
    """One printed line of one group, words from left to right; never changed once made.

    `text` has the words joined by single blanks, letter-spaced ones ("J U M L A H") made whole.
    """

    __slots__ = ("bottom", "group", "text", "top", "words", "x0", "x1")

    def __init__(self, group: int, words: tuple[Word, ...], box: Box | None = None) -> None:
        """`box` is the one around the words, where it is known already."""
        self.group = group
        self.words = words
        if len(words) == 1:
            self.text, self.x0, self.top, self.x1, self.bottom, _ = words[0]
            return
        texts = [w[0] for w in words]
        if list(map(len, texts)).count(1) >= SPACED_RUN:
            texts = [w.text for w in unspace(words)]
        self.text = " ".join(texts)
        self.x0, self.top, self.x1, self.bottom = box or _box_around(words)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    def segments(self) -> list[tuple[Word, ...]]:
        """The runs of words that wide gaps separate."""
        if self.words[-1].segment == self.words[0].segment:
            return [self.words]
        runs: list[list[Word]] = []
        for word in self.words:
            if not runs or word.segment != runs[-1][-1].segment:
                runs.append([])
            runs[-1].append(word)
        return [tuple(run) for run in runs]


def _box_around(words: Sequence[Word]) -> Box:
    _, lefts, tops, rights, bottoms, _ = zip(*words, strict=True)
    return lefts[0], min(tops), max(rights), max(bottoms)


def unspace(words: Sequence[Word]) -> list[Word]:
    """Letter-spaced words ("J U M L A H") joined; a clearly wider gap starts the next word."""
    out: list[Word] = []
    run: list[Word] = []

    def flush() -> None:
        least = SPACED_RUN if all(w.text.isupper() for w in run) else SPACED_RUN + 1
        if len(run) >= least and len({w.text for w in run}) > 1:
            gaps = sorted(b.x0 - a.x1 for a, b in itertools.pairwise(run))
            usual = gaps[len(gaps) // 2]
            piece = [run[0]]
            for a, b in itertools.pairwise(run):
                if b.x0 - a.x1 > 1.8 * usual + 1.0:
                    out.append(_joined(piece))
                    piece = []
                piece.append(b)
            out.append(_joined(piece))
        else:
            out.extend(run)
        run.clear()

    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
        else:
            flush()
            out.append(word)
    flush()
    return out


def _joined(words: Sequence[Word]) -> Word:
    return Word(
        "".join(w.text for w in words),
        words[0].x0,
        min(w.top for w in words),
        words[-1].x1,
        max(w.bottom for w in words),
        words[0].segment,
    )


def build_lines(glyphs: Glyphs, groups: Ints, squeezed: bool = True) -> list[Line]:
    """Lines of all groups, sorted by group, then from top to bottom.

    `groups` gives the group of each character. Unless text may be `squeezed`, blanks that leave no room are none:
    pdfium sees them between the letters of words that stand sideways.
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
    order, line = told_apart(glyphs, order, line[order])
    return _words(glyphs, order, line, groups[order], squeezed)


def _line_numbers(groups: Ints, middle: Floats, height: Floats) -> Ints:
    """A running number per line for characters sorted by group and middle.

    A character opens a line when it lies too far below the first one of the current line; looking
    at the first one, not the previous one, keeps a dense column of text from melting into one line.
    """
    opens = np.zeros(len(groups), dtype=bool)
    start, group = middle[0], groups[0]
    # Only the places where the middle jumps can open a line; walk those instead of every character.
    jumps = np.flatnonzero((middle[1:] - middle[:-1] > 0.4) | (groups[1:] != groups[:-1])) + 1
    tolerances = height[jumps] * LINE_TOLERANCE
    for at, own_group, own_middle, tolerance in zip(
        *(own.tolist() for own in (jumps, groups[jumps], middle[jumps], tolerances)), strict=True
    ):
        if own_group != group or own_middle - start > tolerance:
            opens[at] = True
            start, group = own_middle, own_group
    return np.cumsum(opens)


def _words(glyphs: Glyphs, order: Ints, line: Ints, groups: Ints, squeezed: bool) -> list[Line]:
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
    step = np.zeros(len(order))
    step[1:] = bottom[1:] - bottom[:-1]
    level = np.abs(step) <= LEVEL * height
    touching = blank & ~new_line & level & (gap <= LEAST_BLANK * height)
    if not squeezed or np.count_nonzero(touching) <= FEW_TOUCHING * np.count_nonzero(blank):
        blank &= ~touching
    new_word = new_line | blank | (gap > WORD_GAP * height)
    wide = new_line | (gap > SEGMENT_GAP * height)
    segment = np.cumsum(wide)
    starts = np.flatnonzero(new_word)
    ends = np.append(starts[1:], len(order))
    symbols = _in_order(glyphs.text, order)
    doubled = _doubled(symbols, x0, x1, new_line)
    if doubled:
        symbols = list(symbols)
        for i in doubled:
            symbols[i] = ""
    line_starts = np.flatnonzero(new_line[starts])
    first_segment = np.repeat(segment[starts[line_starts]], np.diff(np.append(line_starts, len(starts))))
    left, right = x0[starts], np.maximum.reduceat(x1, starts)
    upper, lower = np.minimum.reduceat(top, starts), np.maximum.reduceat(bottom, starts)
    words = list(
        map(
            _make_word,
            zip(
                _joined_symbols(symbols, starts.tolist(), ends.tolist()),
                left.tolist(),
                upper.tolist(),
                right.tolist(),
                lower.tolist(),
                (segment[starts] - first_segment).tolist(),
                strict=True,
            ),
        )
    )
    line_groups = groups[starts[line_starts]].tolist()
    bounds = list(itertools.pairwise([*line_starts.tolist(), len(words)]))
    if doubled:
        kept = [tuple(w for w in words[a:b] if w.text) for a, b in bounds]
        return [Line(group, own) for group, own in zip(line_groups, kept, strict=True) if own]
    boxes_of_lines = zip(
        left[line_starts].tolist(),
        np.minimum.reduceat(upper, line_starts).tolist(),
        np.maximum.reduceat(right, line_starts).tolist(),
        np.maximum.reduceat(lower, line_starts).tolist(),
        strict=True,
    )
    return [
        Line(group, tuple(words[a:b]), box)
        for group, (a, b), box in zip(line_groups, bounds, boxes_of_lines, strict=True)
    ]


def _in_order(symbols: Sequence[str], order: Ints) -> Sequence[str]:
    """The symbols in that order: as one text where each is one letter, which is quicker to cut."""
    whole = "".join(symbols)
    if len(whole) != len(symbols) or "" in symbols:
        return [symbols[i] for i in order.tolist()]
    return code_points(whole)[order].tobytes().decode("utf-32-le", "surrogatepass")


def _joined_symbols(symbols: Sequence[str], starts: list[int], ends: list[int]) -> list[str]:
    """The texts of words, from where they start to where they end."""
    if isinstance(symbols, str):
        return [symbols[a:b] for a, b in zip(starts, ends, strict=True)]
    return ["".join(symbols[a:b]) for a, b in zip(starts, ends, strict=True)]


def _doubled(symbols: Sequence[str], x0: Floats, x1: Floats, new_line: Bools) -> list[int]:
    """Where the characters stand that repeat their left neighbour almost in place."""
    close = (x0[1:] - x0[:-1] < DUPLICATE_SHIFT * np.maximum(x1[1:] - x0[1:], 0.5)) & ~new_line[1:]
    return [i for i in (np.flatnonzero(close) + 1).tolist() if symbols[i] == symbols[i - 1]]
