"""Skewed and bent pages made flat: the way from the picture to a frame in which lines are level.

Folds and the lid of a scanner bend all lines of a page in one smooth way. The bend is a polynomial in x and
y that makes every ruling and every line of text as level as it can be; the upright lines likewise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lkjip_extract.glyphs import Floats, Turn, median
from lkjip_extract.scans.rulings import Points

LEAST = 0.12
"""Lines shorter than this share of the page tell too little about its bend."""
ROUNDS = 3
OUTLIER = 2.5
"""A line further from level than this many times the median is left out in the next round."""
STEADY = 1e-3
"""A little resistance against bends that few lines speak for."""


@dataclass(frozen=True, slots=True)
class Bend:
    """Shift of one coordinate as a polynomial; `along` and `across` are scaled to -1..1.

    Terms are along^i * across^j with (i, j) in `powers`.
    """

    powers: tuple[tuple[int, int], ...]
    weights: tuple[float, ...]
    scale: tuple[float, float]

    def at(self, along: Floats, across: Floats) -> Floats:
        """The shift at places given in pixels."""
        shift: Floats = _terms(along, across, self.powers, self.scale) @ np.array(self.weights)
        return shift


LEVEL = tuple((i, j) for i in (1, 2, 3, 4) for j in (0, 1))
UPRIGHT = tuple((i, j) for i in (1, 2) for j in (0, 1))


def _terms(
    along: Floats, across: Floats, powers: Sequence[tuple[int, int]], scale: tuple[float, float]
) -> Floats:
    a, b = _powers(2 * along / scale[0] - 1, powers, 0), _powers(2 * across / scale[1] - 1, powers, 1)
    terms = np.empty((len(along), len(powers)))
    for column, (i, j) in enumerate(powers):
        np.multiply(a[i], b[j], out=terms[:, column])
    return terms


def _powers(base: Floats, powers: Sequence[tuple[int, int]], which: int) -> list[Floats]:
    """The powers of some numbers, from 0 to the highest one that is asked for."""
    found = [np.ones(len(base))]
    for _ in range(max(pair[which] for pair in powers)):
        found.append(found[-1] * base)
    return found


def fit(lines: Sequence[Points], powers: Sequence[tuple[int, int]], scale: tuple[float, float]) -> Bend:
    """The bend that makes lines level. `lines` hold (along, across) in pixels."""
    long = [p for p in lines if len(p) >= 2 and p[:, 0].max() - p[:, 0].min() >= LEAST * scale[0]]
    weights = np.zeros(len(powers))
    if not long:
        return Bend(tuple(powers), tuple(weights.tolist()), scale)
    counts = np.array([len(p) for p in long])
    starts = np.cumsum(counts) - counts
    line_of = np.repeat(np.arange(len(long)), counts)
    points = np.concatenate(long)
    along = points[:, 0]
    share = np.sqrt((np.maximum.reduceat(along, starts) - np.minimum.reduceat(along, starts)) / counts)[
        line_of
    ]
    values = np.column_stack([_terms(along, points[:, 1], powers, scale), points[:, 1]])
    means = np.add.reduceat(values, starts) / counts[:, None]
    level = (values - means[line_of]) * share[:, None]
    matrix, goal = level[:, :-1], level[:, -1]
    kept = np.ones(len(long), dtype=bool)
    for _ in range(ROUNDS):
        m, g = matrix[kept[line_of]], goal[kept[line_of]]
        resist = STEADY * len(m) * np.eye(len(powers))
        weights = np.linalg.solve(m.T @ m + resist, m.T @ g)
        misses = np.sqrt(np.add.reduceat((goal - matrix @ weights) ** 2, starts) / counts)
        near = kept & (misses <= OUTLIER * median(misses[kept]) + 0.5)
        if near.sum() == kept.sum():
            break
        kept = near
    return Bend(tuple(powers), tuple(weights.tolist()), scale)


@dataclass(frozen=True, slots=True)
class FlatFrame(Turn):
    """The reading frame of a scanned page, in points: its picture made upright and flat.

    `quarters`, `dpi` and `enlarged` as in `PageScan`; `level` shifts heights, `upright` shifts x; `pixels` is the size
    of the picture.
    """

    quarters: int = 0
    dpi: float = 72.0
    pixels: tuple[int, int] = (1, 1)
    level: Bend | None = None
    upright: Bend | None = None
    enlarged: float = 1.0

    def flatten(self, points: Floats) -> Floats:
        """Points (n, 2) in pixels of the upright picture, in the reading frame."""
        x, y = points[:, 0], points[:, 1]
        down = self.level.at(x, y) if self.level else 0.0
        aside = self.upright.at(y, x) if self.upright else 0.0
        return np.stack([x - aside, y - down], axis=1) * (72.0 / self.dpi)

    def flatten_all(self, lines: Sequence[Points]) -> list[Points]:
        """Several lines of points, each as `flatten` gives it; all at once, which is much faster."""
        if not lines:
            return []
        ends = np.cumsum([len(points) for points in lines])
        return np.split(self.flatten(np.concatenate(lines)), ends[:-1])

    @property
    def reading_size(self) -> tuple[float, float]:
        """Width and height of the page in the reading frame."""
        return self.pixels[0] * 72.0 / self.dpi, self.pixels[1] * 72.0 / self.dpi

    def display(self, boxes: Floats) -> Floats:
        """Boxes (n, 4) of the reading frame on the displayed page, rounded to 1/100 point."""
        x0, top, x1, bottom = (boxes * (self.dpi / 72.0)).T
        corners = [self._bent(x, y) for x, y in ((x0, top), (x1, top), (x1, bottom), (x0, bottom))]
        xs, ys = np.stack([c[0] for c in corners]), np.stack([c[1] for c in corners])
        width, height = self.pixels
        for _ in range(self.quarters):  # back, with the clock
            xs, ys, width, height = height - 1 - ys, xs, height, width
        sides = np.stack([xs.min(axis=0), ys.min(axis=0), xs.max(axis=0), ys.max(axis=0)], axis=1)
        return (sides * (72.0 / self.dpi) * self.enlarged).round(2)

    def _bent(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The way back to the bent picture: the shift is smooth, so two steps are enough."""
        u, v = x, y
        for _ in range(3):
            u, v = (
                x + (self.upright.at(v, u) if self.upright else 0.0),
                y + (self.level.at(u, v) if self.level else 0.0),
            )
        return u, v
