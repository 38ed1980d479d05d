"""Dotted and dashed rulings: Word draws them as rows of tiny pictures, browsers as rows of tiny rectangles."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

THIN = 1.2
"""Points. Pictures thinner than this are pieces of a ruling."""
GAP = 3.0
"""Points between two dots of one ruling, at most."""
LONGEST_DASH = 8.0
"""Points."""
LEAST_DOTS = 4
SHORTEST = 10.0
"""Points. Fewer dots, or shorter rows of them, are no ruling."""

Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in the frame of the PDF, points (or left, top, right, bottom where all are given so)."""


def is_dot(picture: Rectangle) -> bool:
    """Whether a picture is thin enough to be a piece of a ruling."""
    left, bottom, right, top = picture
    return min(right - left, top - bottom) <= THIN


def are_dashes(boxes: Sequence[Rectangle]) -> list[bool]:
    """Which rectangles (two opposite corners) are dots or dashes."""
    corners = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    sides = np.abs(corners[:, 2:] - corners[:, :2])
    dashes: Any = (sides <= LONGEST_DASH).all(axis=1) & (sides <= THIN).any(axis=1)
    return list(dashes.tolist())


def dotted_rulings(dots: Iterable[Rectangle]) -> list[Rectangle]:
    """The rulings that rows of dots make, horizontal and vertical."""
    level: dict[int, list[Rectangle]] = defaultdict(list)
    upright: dict[int, list[Rectangle]] = defaultdict(list)
    for dot in dots:
        left, bottom, right, top = dot
        if top - bottom <= THIN:
            level[round(bottom + top)].append(dot)
        if right - left <= THIN:
            upright[round(left + right)].append(dot)
    return [
        *(ruling for row in level.values() for ruling in _joined(row, 0)),
        *(ruling for row in upright.values() for ruling in _joined(row, 1)),
    ]


def _joined(dots: Sequence[Rectangle], axis: int) -> list[Rectangle]:
    """Rows of dots along an axis (0 across, 1 up), those long enough to be rulings."""
    rows: list[list[Rectangle]] = []
    end = 0.0
    for dot in sorted(dots, key=lambda d: d[axis]):
        if rows and dot[axis] - end <= GAP:
            rows[-1].append(dot)
            end = max(end, dot[axis + 2])
        else:
            rows.append([dot])
            end = dot[axis + 2]
    around = [
        (min(d[0] for d in r), min(d[1] for d in r), max(d[2] for d in r), max(d[3] for d in r))
        for r in rows
        if len(r) >= LEAST_DOTS
    ]
    return [r for r in around if r[axis + 2] - r[axis] >= SHORTEST]
