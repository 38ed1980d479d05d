"""Cells that only their shading parts: Word's table styles rule the body and shade each cell of the heading."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from lkjip_extract.bands import is_paper
from lkjip_extract.dotted import Rectangle
from lkjip_extract.grid import Grid, GridCell, merge_edges, nearest_edge, words_in
from lkjip_extract.headers import looks_like_header
from lkjip_extract.lines import Line
from lkjip_extract.open_sides import upright_strokes
from lkjip_extract.printed_page import Rect

MIN_CELL = 5.0
"""Rectangles smaller than this many points are no cells."""
SAME = 3.0
"""Edges of cells are one up to this many points."""
TALLEST_HEADING = 80.0
"""Headings are at most so many points high."""
LEAST_HEADINGS = 2
LEAST_SHADES, MOST_SHADES = 2, 1_500
"""Cells are parted by so many shades; with more shaded rectangles a page is a drawing."""

Side = tuple[float, float, float]
"""A side of a cell: where it runs, where it starts and ends."""


def shades_among(rects: Iterable[Rect]) -> list[Rect]:
    """The rectangles of a page that shade cells: filled with no white, and as large as a cell; none of a drawing."""
    shades = [
        r
        for r in rects
        if r.is_filled
        and not is_paper(r.fill_color)
        and min(r.bbox[2] - r.bbox[0], r.bbox[3] - r.bbox[1]) >= MIN_CELL
    ]
    return shades if len(shades) <= MOST_SHADES else []


def part_shaded_rows(
    rects: Iterable[Rect], across: Sequence[Any], down: Sequence[Any], grids: list[Grid]
) -> list[Grid] | None:
    """Grids whose rows of one single cell are parted as their shading, and the rulings within, part them; None where
    nothing is to be parted.

    `across` and `down` are the rulings of the page. The shaded cells fill the upper part of the row from side to side,
    and meet where the columns of other rows do.
    """
    if not any(1 < cell.col_span == grid.n_cols for grid in grids for cell in grid.cells):
        return None
    shades = sorted({r.bbox for r in shades_among(rects)})
    if len(shades) < LEAST_SHADES:
        return None
    level = [(e.y1, min(e.x1, e.x2), max(e.x1, e.x2)) for e in across]
    upright = upright_strokes(down)
    parted = []
    for grid in grids:
        for cell in sorted((c for c in grid.cells if 1 < c.col_span == grid.n_cols), key=lambda c: -c.row):
            own = [
                s
                for s in shades
                if s[0] >= cell.x0 - SAME
                and s[2] <= cell.x1 + SAME
                and s[1] >= cell.top - SAME
                and s[3] <= cell.bottom + SAME
            ]
            if len(own) > 1 and cell.row_span == 1:
                grid = _parted(grid, cell, own, level, upright)
        parted.append(grid)
    return parted if parted != grids else None


def _parted(
    grid: Grid, cell: GridCell, shades: Sequence[Any], level: Sequence[Side], upright: Sequence[Side]
) -> Grid:
    """The grid with a row of one cell parted; the grid itself where the pieces are not cells of its columns."""
    inner = [
        y for y, x0, x1 in level if cell.top + SAME < y < cell.bottom - SAME and x0 < cell.x1 and x1 > cell.x0
    ]
    heights = sorted([cell.top, cell.bottom, *inner, *(y for s in shades for y in (s[1], s[3]))])
    ys = merge_edges(np.array(heights, dtype=np.float64))
    ys = [cell.top, *(y for y in ys if cell.top + SAME < y < cell.bottom - SAME), cell.bottom]
    level = [*level, *((y, s[0], s[2]) for s in shades for y in (s[1], s[3]))]
    upright = [*upright, *((x, s[1], s[3]) for s in shades for x in (s[0], s[2]))]
    middles_y = [(a + b) / 2 for a, b in itertools.pairwise(ys)]
    middles_x = [(a + b) / 2 for a, b in itertools.pairwise(grid.xs)]
    if not all(any(s[0] < x < s[2] and s[1] < middles_y[0] < s[3] for s in shades) for x in middles_x):
        return grid
    groups = np.arange(len(middles_y) * len(middles_x)).reshape(len(middles_y), len(middles_x))
    for i, j in np.ndindex(groups.shape):
        if j and not _runs(upright, grid.xs[j], middles_y[i]):
            groups[groups == groups[i, j]] = groups[i, j - 1]
        if i and not _runs(level, ys[i], middles_x[j]):
            groups[groups == groups[i, j]] = groups[i - 1, j]
    cells: list[GridCell] = []
    for group in np.unique(groups):
        rows, cols = np.nonzero(groups == group)
        r0, r1, c0, c1 = int(rows.min()), int(rows.max()) + 1, int(cols.min()), int(cols.max()) + 1
        if len(rows) != (r1 - r0) * (c1 - c0):
            return grid
        place = (grid.xs[c0], ys[r0], grid.xs[c1], ys[r1])
        cells.append(GridCell(cell.row + r0, c0, r1 - r0, c1 - c0, *place))
    if sum(c.row == cell.row for c in cells) < 2:
        return grid  # lines of one text, each shaded
    more = len(ys) - 2
    rest = [c._replace(row=c.row + more) if c.row > cell.row else c for c in grid.cells if c != cell]
    all_ys = (*grid.ys[: cell.row + 1], *ys[1:-1], *grid.ys[cell.row + 1 :])
    return Grid(grid.xs, all_ys, tuple(sorted([*rest, *cells], key=lambda c: (c.row, c.col))))


def _runs(sides: Sequence[Side], at: float, through: float) -> bool:
    """Whether a side runs at `at` past `through`."""
    return any(abs(place - at) <= SAME and start < through < end for place, start, end in sides)


def with_shaded_headings(
    rects: Iterable[Rect], grids: Sequence[Grid], lines: Sequence[Line]
) -> list[Grid] | None:
    """Grids with the headings on them whose cells only their shading shows, right above the first ruling; None where
    there are none.

    The shaded cells lie side by side from the first to the last column, and end where columns do; those of a heading of
    several levels lie one on the other. `lines` are the text outside the tables.
    """
    if not grids:
        return None
    shades = [r.bbox for r in shades_among(rects)]
    headed = [_headed(grid, shades, lines) for grid in grids]
    return headed if any(a is not b for a, b in zip(headed, grids, strict=True)) else None


def _headed(grid: Grid, shades: Sequence[Rectangle], lines: Sequence[Line]) -> Grid:
    top, xs = grid.ys[0], grid.xs

    def edge(x: float) -> int | None:
        return next((k for k, own in enumerate(xs) if abs(own - x) <= SAME), None)

    above = [
        (a, b, s[1], s[3])
        for s in shades
        if top - TALLEST_HEADING <= s[1] and s[3] <= top + SAME
        if (a := edge(s[0])) is not None and (b := edge(s[2])) is not None and a < b
    ]
    lowest = [s for s in above if abs(s[3] - top) <= SAME]
    if not lowest or {k for a, b, *_ in lowest for k in range(a, b)} != set(range(grid.n_cols)):
        return grid
    first = min(s[2] for s in lowest)
    heads = sorted({s for s in above if s[2] >= first - SAME}, key=lambda s: (s[2], s[0]))
    ys = merge_edges(np.array(sorted(y for s in heads for y in s[2:]), dtype=np.float64))
    ys[-1] = top
    cells = [
        GridCell(r, a, nearest_edge(ys, low) - r, b - a, xs[a], ys[r], xs[b], ys[nearest_edge(ys, low)])
        for a, b, high, low in heads
        if (r := nearest_edge(ys, high)) < nearest_edge(ys, low)
    ]
    taken = [(c.row + r, c.col + k) for c in cells for r in range(c.row_span) for k in range(c.col_span)]
    if len(taken) != len(set(taken)) or len(taken) != (len(ys) - 1) * grid.n_cols:
        return grid
    above_body = [t for t in lines if first - 1 <= t.middle <= top]
    texts = [" ".join(w.text for w in words_in(c, above_body)) for c in cells]
    if sum(map(bool, texts)) < min(LEAST_HEADINGS, len(cells)) or not looks_like_header(texts):
        return grid
    rows = [c._replace(row=c.row + len(ys) - 1) for c in grid.cells]
    return Grid(xs, (*ys[:-1], *grid.ys), (*cells, *rows))
