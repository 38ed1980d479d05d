"""Outer rulings that are missing: the page cuts the sheet there, or the border was forgotten in some rows."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import tablers
from numpy.typing import NDArray

TALLEST_ROW = 150.0
"""A row whose side is open is not taller than this many points."""
SAME = 3.0
"""Rulings meet up to this many points."""
MOST_PAIRS = 300_000
"""With more pairs of rulings a page is a drawing."""
PIECES = 6.0
"""Pieces of one ruling, drawn cell by cell, are apart by at most so many points."""

LEAST_UPRIGHT = 4
"""So many upright rulings at least part a row that came over the page break."""
TOP_OF_PAGE = 0.25
"""Such a row begins in this share of the page."""
RULED, OPEN = 0.9, 0.5
"""A ruling covers at least this share of the row; where one is missing, at most this share has one."""

LEAST_COLUMNS = 2
"""Of a table without rulings between its rows, so many upright rulings end above the last row, and so many go on."""
LOWEST_ROW = 8.0
"""A row between interrupted upright rulings is at least so many points tall."""
TALLEST_SUM, GRAZES = 40.0, 2.0
"""A row of merged cells is not taller than this many points; characters reach over a ruling by at most so many."""

Boxes = NDArray[np.float64]
Stroke = tuple[float, float, float]
"""A ruling: where it runs, where it starts and ends."""


def missing_sides(horizontal: Sequence[Any], vertical: Sequence[Any]) -> list[Any]:
    """Vertical rulings that close the rows open on their left or right.

    Two horizontal rulings end at the same place, one below the other, and an inner vertical ruling runs from one to
    the other. `horizontal` and `vertical` are edges in tablers' frame. None on a page that is a drawing.
    """
    if len(horizontal) * len(vertical) > MOST_PAIRS:
        return []
    across = [(e.y1, min(e.x1, e.x2), max(e.x1, e.x2)) for e in horizontal]
    down = upright_strokes(vertical)
    return [
        tablers.Edge("v", x, top, x, bottom)
        for right in (False, True)
        for x, top, bottom in _open(across, down, right)
    ]


def missing_top(horizontal: Sequence[Any], vertical: Sequence[Any], height: float) -> list[Any]:
    """The upper ruling of a row that alone came over the page break; the page is `height` points tall.

    Its upright rulings are the first of the page, all run from one height down to the ruling below the row, and hardly
    any ruling lies on them.
    """
    down = upright_strokes(vertical)
    top = min((s[1] for s in down), default=height)
    row = [s for s in down if s[1] - top <= SAME]
    foot = max((s[2] for s in row), default=top)
    if len(row) < LEAST_UPRIGHT or top > TOP_OF_PAGE * height or not SAME < foot - top <= TALLEST_ROW:
        return []
    if any(foot - s[2] > SAME for s in row):
        return []
    left, right = min(s[0] for s in row), max(s[0] for s in row)
    if right - left <= SAME:
        return []

    def covered(from_y: float, to_y: float) -> float:
        own = [e for e in horizontal if from_y <= e.y1 <= to_y]
        inside = [min(max(e.x1, e.x2), right) - max(min(e.x1, e.x2), left) for e in own]
        return float(sum(max(length, 0.0) for length in inside)) / (right - left)

    if covered(foot - SAME, foot + SAME) < RULED or covered(0.0, top + SAME) > OPEN:
        return []
    return [tablers.Edge("h", left, top, right, top)]


def missing_rows(horizontal: Sequence[Any], vertical: Sequence[Any], boxes: Boxes) -> list[Any]:
    """Rulings over a last row of merged cells (a sum), where inner upright rulings end above the foot of the table.

    Text stands below the new ruling, none on it, and the sides of the table go on to its foot. `boxes` are those of
    the characters (left, top, right, bottom).
    """
    if len(horizontal) * len(vertical) > MOST_PAIRS:
        return []
    across = [(e.y1, min(e.x1, e.x2), max(e.x1, e.x2)) for e in horizontal]
    down = upright_strokes(vertical)
    found: dict[int, Any] = {}
    for x, top, y in down:
        here = [s for s in across if s[1] - SAME <= x <= s[2] + SAME]
        foot = min((s for s in here if s[0] - y > SAME), default=None)
        on_ruling = any(abs(s[0] - y) <= SAME for s in here)
        if on_ruling or foot is None or foot[0] - y > TALLEST_SUM or round(y / SAME) in found:
            continue
        reaching = [s[0] for s in down if s[1] < y - SAME and abs(s[2] - foot[0]) <= SAME]
        ending = [s[0] for s in down if abs(s[1] - top) <= SAME and abs(s[2] - y) <= SAME]
        inner = [other for other in reaching if foot[1] + SAME < other < foot[2] - SAME]
        unruled = y - top > TALLEST_SUM and min(len(ending), len(inner)) >= LEAST_COLUMNS
        if not unruled and not any(top + SAME < s[0] < y for s in here):
            continue  # it parts no row of a table above
        at_ends = [
            s for s in down if min(abs(s[0] - end) for end in foot[1:]) <= SAME and s[1] < y < s[2] + SAME
        ]
        sides = all(any(abs(other - end) <= SAME for other in reaching) for end in foot[1:]) or not at_ends
        inside = boxes[(boxes[:, 0] < foot[2]) & (boxes[:, 2] > foot[1])]
        middles = (inside[:, 1] + inside[:, 3]) / 2
        below = (middles > y) & (middles < foot[0])
        on_it = (inside[:, 1] < y - GRAZES) & (inside[:, 3] > y + GRAZES)
        if sides and below.any() and not on_it.any():
            found[round(y / SAME)] = tablers.Edge("h", foot[1], y, foot[2], y)
    return list(found.values())


def interrupted_rows(horizontal: Sequence[Any], vertical: Sequence[Any], boxes: Boxes) -> list[Any]:
    """Rulings where all inner upright rulings of a frame stop and begin again: a row of one cell (a sasaran over its
    indicators) lies between, in a table without rulings between its rows.

    No text stands on them. `boxes` are those of the characters (left, top, right, bottom).
    """
    if len(horizontal) * len(vertical) > MOST_PAIRS:
        return []
    down = upright_strokes(vertical)
    ruled = {round(e.y1) + near for e in horizontal for near in range(-round(SAME), round(SAME) + 1)}
    loose = [s for s in down if round(s[1]) not in ruled or round(s[2]) not in ruled]
    if len(loose) < LEAST_UPRIGHT:
        return []
    across = [(e.y1, min(e.x1, e.x2), max(e.x1, e.x2)) for e in horizontal]
    bands: dict[tuple[int, int], list[float]] = {}
    for x, top, bottom in sorted(loose):
        beside = bands.setdefault((round(top), round(bottom)), [])
        if not beside or x - beside[-1] > SAME:
            beside.append(x)
    frames: dict[tuple[Stroke, Stroke], list[tuple[int, int, list[float]]]] = {}
    for (top, bottom), xs in bands.items():
        if len(xs) < LEAST_UPRIGHT or bottom - top < LOWEST_ROW:
            continue
        over = [s for s in across if s[1] - SAME <= xs[0] and xs[-1] <= s[2] + SAME]
        above = max((s for s in over if s[0] <= top + SAME), default=None)
        below = min((s for s in over if s[0] >= bottom - SAME), default=None)
        if above is None or below is None or max(abs(above[k] - below[k]) for k in (1, 2)) > SAME:
            continue
        frames.setdefault((above, below), []).append((top, bottom, xs))
    found: dict[int, Any] = {}
    for (above, _), rows in frames.items():
        if not any(_same_places(one[2], other[2]) for one, other in itertools.combinations(rows, 2)):
            continue  # lines that stop and do not begin again: those of a chart
        inner = [s for s in down if above[1] + SAME < s[0] < above[2] - SAME]
        inside = boxes[(boxes[:, 0] < above[2]) & (boxes[:, 2] > above[1])]
        for y in sorted({y for top, bottom, _ in rows for y in (top, bottom)} - ruled):
            goes_on = any(s[1] < y - SAME and s[2] > y + SAME for s in inner)
            on_it = (inside[:, 1] < y - GRAZES) & (inside[:, 3] > y + GRAZES)
            if not goes_on and not on_it.any():
                found[y] = tablers.Edge("h", above[1], y, above[2], y)
    return list(found.values())


def _same_places(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))


def upright_strokes(vertical: Sequence[Any]) -> list[Stroke]:
    """The vertical rulings among tablers' edges: where each runs, its top and its bottom."""
    return [(e.x1, min(e.y1, e.y2), max(e.y1, e.y2)) for e in vertical]


def _open(across: Sequence[Stroke], down: Sequence[Stroke], right: bool) -> Iterator[Stroke]:
    """The open sides on the left or on the right."""
    ends: list[list[Stroke]] = []
    for stroke in sorted(across, key=lambda s: s[2 if right else 1]):
        end = stroke[2 if right else 1]
        if ends and end - ends[-1][-1][2 if right else 1] <= SAME:
            ends[-1].append(stroke)
        else:
            ends.append([stroke])
    for group in ends:
        if len(group) < 2:
            continue
        x = max(s[2] for s in group) if right else min(s[1] for s in group)
        here = [d for d in down if abs(d[0] - x) <= SAME]
        strokes = sorted(group)
        for above, below in itertools.pairwise(strokes):
            top, bottom = above[0], below[0]
            if not SAME < bottom - top <= TALLEST_ROW or _spanned(here, top, bottom):
                continue
            inner = [d for d in down if _inside(d[0], above, x) and _inside(d[0], below, x)]
            if _spanned(inner, top, bottom) and not any(_goes_on(across, y, x, right) for y in (top, bottom)):
                yield x, top, bottom


def _goes_on(across: Sequence[Stroke], y: float, x: float, right: bool) -> bool:
    """Whether another piece of the ruling at `y` goes on beyond `x`."""
    pieces = [s for s in across if abs(s[0] - y) <= SAME]
    if right:
        return any(s[1] <= x + PIECES and s[2] > x + PIECES for s in pieces)
    return any(s[2] >= x - PIECES and s[1] < x - PIECES for s in pieces)


def _inside(at: float, stroke: Stroke, end: float) -> bool:
    return stroke[1] - SAME <= at <= stroke[2] + SAME and abs(at - end) > SAME


def _spanned(strokes: Sequence[Stroke], top: float, bottom: float) -> bool:
    return any(s[1] <= top + SAME and s[2] >= bottom - SAME for s in strokes)
