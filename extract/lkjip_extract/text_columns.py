"""Running text set in two columns: its lines are read down the left column, then down the right one.

Only paragraphs are taken apart. Lists with two sides (a label and what it means, two signatures, figures) are read
line by line.
"""

from collections.abc import Sequence

import numpy as np

from lkjip_extract.columns import is_figure
from lkjip_extract.glyphs import Floats
from lkjip_extract.lines import Line, Word

LEAST_LINES = 5
"""So many lines of both columns are running text, at least."""
GUTTER = 6.0
"""Points between the columns, at least."""
SAME_START = 2.0
"""The lines of a column begin at one place, up to so many points."""
FULL, MOST = 0.75, 0.6
"""Most lines of a paragraph, this share of them, fill so much of their column."""
LEAST_WORDS = 3
"""Lines of running text have so many words, half of them more."""

Numbered = tuple[int, Line]
"""A line with its number on the page."""


def right_column(words: Floats) -> float | None:
    """Where a second column may begin, left sides of many words behind a gap; None where nothing shows one.

    `words` are the boxes (n, 4) of the words of a page, line by line.
    """
    behind_gap = words[1:, 0][words[1:, 0] - words[:-1, 2] >= GUTTER]
    behind_gap = behind_gap[behind_gap >= 0]  # what stands beside the page is no column
    if len(behind_gap) < LEAST_LINES:
        return None
    places = np.rint(behind_gap / SAME_START).astype(np.int64)
    often = int(np.bincount(places).argmax())
    same = behind_gap[places == often]
    return float(np.median(same)) if len(same) >= LEAST_LINES else None


def down_the_columns(lines: Sequence[Numbered], start: float) -> list[Numbered]:
    """The lines of a page, from top to bottom, with those of text in two columns, of which the right one begins at
    `start`, parted and put one column after the other."""
    found: list[Numbered] = []
    run: list[tuple[int, Sequence[Word], Sequence[Word]]] = []
    for number, line in lines:
        left, right = _sides(line, start)
        if (left and right) or (run and (left or right) and _goes_on(run, line)):
            run.append((number, left, right))
        else:
            found += _read(run, lines)
            run = []
            found.append((number, line))
    return found + _read(run, lines)


def _goes_on(run: Sequence[tuple[int, Sequence[Word], Sequence[Word]]], line: Line) -> bool:
    """Whether a line of one column stands right below the last ones."""
    last = max(w.bottom for _, *sides in run[-LEAST_LINES:] for side in sides for w in side)
    return line.top - last <= line.bottom - line.top


def _sides(line: Line, start: float) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of a line left of the right column and in it; both empty where a word stands between them, or the right
    ones begin elsewhere."""
    left = tuple(w for w in line.words if w.x1 <= start - GUTTER)
    right = line.words[len(left) :]
    if right and (right[0].x0 < start - SAME_START or (left and right[0].x0 > start + SAME_START)):
        return (), ()
    return left, right


def _read(
    run: Sequence[tuple[int, Sequence[Word], Sequence[Word]]], lines: Sequence[Numbered]
) -> list[Numbered]:
    """The lines of a run, one column after the other where they are running text."""
    by_number = dict(lines)
    both = [(left, right) for _, left, right in run if left and right]
    if len(both) < LEAST_LINES or not all(map(_is_text, zip(*both, strict=True))):
        return [(number, by_number[number]) for number, *_ in run]
    return [
        (number, Line(by_number[number].group, tuple(words)))
        for side in (1, 2)
        for number, *sides in run
        if (words := sides[side - 1])
    ]


def _is_text(column: Sequence[Sequence[Word]]) -> bool:
    """Whether lines of a column are those of paragraphs."""
    widths = [words[-1].x1 - words[0].x0 for words in column]
    full = sum(w >= FULL * max(widths) for w in widths)
    figures = sum(is_figure(w.text) for words in column for w in words)
    total = sum(map(len, column))
    return (
        full >= MOST * len(column)
        and float(np.median([len(words) for words in column])) > LEAST_WORDS
        and figures * LEAST_LINES < total
        and any(w.text.endswith((".", ",", ";")) for words in column for w in words)
    )
