"""Two texts printed over each other in one place: told apart by the order in which the file draws them.

Sorted by place, their letters would mix ("PERTEKCAHMATAN"). A title drawn again a little lower as its own shadow is
one text.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from lkjip_extract.glyphs import Floats, Glyphs, Ints, median

OVER = 0.4
"""Two characters stand in one place where they share more than this part of the narrower one's width."""
BOLD = 0.75
"""The same character twice that shares more than this part is printed so to look bold."""
LEAST_OVER = 3
"""So many characters of a line over others make it two texts; fewer are accents or a stray sign."""
TOUCH = 0.3
"""Texts that share no more than this part of the text height in width stand beside each other."""
SHADOW = 1.0
"""The same text again, moved by less than the text height, is its shadow."""
SHADOW_LETTERS = 3
"""So many characters at least: single letters repeat within a word."""


@dataclass
class _Text:
    """One of the texts of a line: characters (positions in the arrays of the page) and the ranges they fill."""

    glyphs: list[int] = field(default_factory=list)
    ranges: list[tuple[float, float]] = field(default_factory=list)


def told_apart(glyphs: Glyphs, order: Ints, line: Ints) -> tuple[Ints, Ints]:
    """The characters line by line (`order`) and their line numbers, with overprinted lines made several.

    `order` is sorted by line, then from left to right; characters of a shadow are left out.
    """
    mixed = _mixed_lines(glyphs, order, line)
    if not len(mixed):
        return order, line
    keep = ~np.isin(line, mixed)
    orders, numbers = [order[keep]], [line[keep].astype(np.float64)]
    for number in mixed.tolist():
        texts = _texts(glyphs, np.sort(order[line == number]))
        for k, text in enumerate(texts):
            orders.append(np.array(text.glyphs, dtype=np.int64))
            numbers.append(np.full(len(text.glyphs), number + k / len(texts)))
    new_order, new_number = np.concatenate(orders), np.concatenate(numbers)
    sorting = np.lexsort((glyphs.boxes[new_order, 0], new_number))
    return new_order[sorting], np.unique(new_number[sorting], return_inverse=True)[1]


def _mixed_lines(glyphs: Glyphs, order: Ints, line: Ints) -> Ints:
    """The numbers of the lines in which characters stand over other ones."""
    x0, x1 = glyphs.boxes[order, 0], glyphs.boxes[order, 2]
    width = np.maximum(x1 - x0, 0.5)
    shared = (np.minimum(x1[:-1], x1[1:]) - x0[1:]) / np.minimum(width[:-1], width[1:])
    over = np.flatnonzero((shared > OVER) & (line[1:] == line[:-1])).tolist()
    if len(over) < LEAST_OVER:
        return np.zeros(0, dtype=np.int64)
    told = []
    for i in over:
        one, other = glyphs.text[order[i]], glyphs.text[order[i + 1]]
        if one.isalnum() and other.isalnum() and (one != other or shared[i] < BOLD):
            told.append(line[i])
    found, times = np.unique(np.array(told, dtype=np.int64), return_counts=True)
    return found[times >= LEAST_OVER]


def _texts(glyphs: Glyphs, drawn: Ints) -> list[_Text]:
    """The texts of one line, the upper one first; `drawn` are its characters in the order in which the file draws
    them."""
    boxes = glyphs.boxes
    height = median(boxes[drawn, 3] - boxes[drawn, 1])
    texts: list[_Text] = []
    seen: list[tuple[str, float]] = []
    for run in _runs(boxes, drawn.tolist()):
        left, right = float(boxes[run, 0].min()), float(boxes[run, 2].max())
        words = "".join(glyphs.text[i] for i in run)
        again = any(words == other and abs(left - x) < SHADOW * height for other, x in seen)
        if again and len(words) >= SHADOW_LETTERS:
            continue
        seen.append((words, left))
        free = (t for t in texts if _fits(t.ranges, left, right, TOUCH * height))
        text = next(free, None)
        if text is None:
            text = _Text()
            texts.append(text)
        text.glyphs += run
        text.ranges.append((left, right))
    return sorted(texts, key=lambda t: float(np.mean(boxes[t.glyphs, 1] + boxes[t.glyphs, 3])))


def _fits(ranges: Sequence[tuple[float, float]], left: float, right: float, touch: float) -> bool:
    return all(min(right, b) - max(left, a) <= touch for a, b in ranges)


def _runs(boxes: Floats, drawn: Sequence[int]) -> list[list[int]]:
    """Characters drawn one after the other, from left to right."""
    runs = [[drawn[0]]]
    for a, b in itertools.pairwise(drawn):
        if b != a + 1 or boxes[b, 0] < boxes[a, 0]:
            runs.append([])
        runs[-1].append(b)
    return runs
