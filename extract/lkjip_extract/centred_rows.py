"""Logical rows of a ruled row without rulings inside whose cells are all centred: each text stands around the height of
the one figure that every row has, and some cells are blank."""

import itertools
from collections.abc import Sequence
from functools import cache

from lkjip_extract.columns import is_figure
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell
from lkjip_extract.paragraph_rows import LogicalRows

LEVEL = 2.0
"""A text stands around the height of its figure, up to this many points."""
NEARER = 0.5
"""Lines of one row are so many points nearer to each other, at least, than to those of other rows."""
LEAST_ROWS, LEAST_COLUMNS = 2, 3
"""So many figures below each other, and so many columns, tell rows."""

Parts = list[list[Line]]


def centred_rows(cells: Sequence[DraftCell]) -> LogicalRows | None:
    """The logical rows of the cells of one ruled row; None where a line stands around no figure of the longest column
    of figures, or where a row has no name.

    Lines above the first of them are the end of a row that the page before cut: a row of their own.
    """
    columns = [c for c in cells if c.lines]
    figures = [c for c in columns if len(c.lines) >= LEAST_ROWS and all(is_figure(x.text) for x in c.lines)]
    if len(columns) < LEAST_COLUMNS or not figures:
        return None
    longest = max(figures, key=lambda c: len(c.lines))
    anchors = tuple(x.middle for x in longest.lines)
    parts: dict[int, Parts] = {}
    for cell in cells:
        shared = _shared_out(cell.lines, anchors)
        if shared is None:
            return None
        parts[id(cell)] = shared
    rows = [[line for shared in parts.values() for line in shared[k]] for k in range(len(anchors) + 1)]
    apart = all(
        max(x.middle for x in above) < min(x.middle for x in below)
        for above, below in itertools.pairwise(filter(None, rows))
    )
    labels = [c for c in columns if c.col < longest.col and len(c.lines) >= LEAST_ROWS and c not in figures]
    named = bool(labels) and all(parts[id(labels[0])][1:])
    if not apart or not named or not any(len(own) > 1 for shared in parts.values() for own in shared[1:]):
        return None
    if not rows[0]:
        return LogicalRows(anchors, {key: shared[1:] for key, shared in parts.items()}, labels[0].col)
    return LogicalRows((min(x.middle for x in rows[0]), *anchors), parts, labels[0].col)


def _shared_out(lines: Sequence[Line], anchors: Sequence[float]) -> Parts | None:
    """The lines before the first row, and those of each row, that stand around its height, parted where they are widest
    apart; None where one stands around none."""

    @cache
    def shared(start: int, row: int) -> tuple[float, tuple[int, ...]] | None:
        """How far the lines from `start` on stand apart within the rows from `row` on, and how many are in each."""
        if row == len(anchors):
            return (0.0, ()) if start == len(lines) else None
        ways = []
        for end in range(start, len(lines) + 1):
            if end > start and abs((lines[start].top + lines[end - 1].bottom) / 2 - anchors[row]) > LEVEL:
                continue
            rest = shared(end, row + 1)
            if rest is not None:
                within = lines[end - 1].middle - lines[start].middle if end > start else 0.0
                ways.append((within + rest[0], (end - start, *rest[1])))
        return min(ways, default=None)

    ways = []
    for before in range(len(lines) + 1):
        if before and lines[before - 1].middle > anchors[0]:
            break
        found = shared(before, 0)
        if found is not None:
            within = lines[before - 1].middle - lines[0].middle if before else 0.0
            ways.append((within + found[0], (before, *found[1])))
    if not ways:
        return None
    edges = [0, *itertools.accumulate(min(ways)[1])]
    parts = [list(lines[a:b]) for a, b in itertools.pairwise(edges)]
    return parts if _closer_within(parts) else None


def _closer_within(parts: Parts) -> bool:
    """Whether the lines of each row are nearer to each other than to those of the rows above and below."""
    own = [part for part in parts if part]
    within = [max((b.middle - a.middle for a, b in itertools.pairwise(p)), default=0.0) for p in own]
    between = [below[0].middle - above[-1].middle for above, below in itertools.pairwise(own)]
    return all(
        max(pair) <= gap - NEARER for pair, gap in zip(itertools.pairwise(within), between, strict=True)
    )
