"""Cells that only their shading parts: Word's table styles rule the body and shade each cell of the heading."""

import itertools
from collections.abc import Iterable, Sequence

from lkjip_extract.bands import is_paper
from lkjip_extract.grid import Grid, GridCell
from lkjip_extract.printed_page import Rect

MIN_CELL = 5.0
"""Rectangles smaller than this many points are no cells."""
SAME = 3.0
"""Shaded cells fill a row, and meet where columns do, up to this many points."""

Shade = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


def part_shaded_rows(rects: Iterable[Rect], grids: list[Grid]) -> list[Grid] | None:
    """Grids whose rows of one single cell are parted as their shading is; None where nothing is to be parted.

    The shaded cells fill the row from side to side and meet where the columns of other rows do.
    """
    whole = [(grid, cell) for grid in grids for cell in grid.cells if 1 < cell.col_span == grid.n_cols]
    if not whole:
        return None
    shades = {
        r.bbox
        for r in rects
        if r.is_filled and not is_paper(r.fill_color)
        if min(r.bbox[2] - r.bbox[0], r.bbox[3] - r.bbox[1]) >= MIN_CELL
    }
    parted = list(grids)
    for grid, cell in whole:
        ends = _ends(grid, cell, sorted(shades))
        if ends:
            at = next(k for k, g in enumerate(parted) if g.xs == grid.xs and g.ys == grid.ys)
            parts = [
                cell._replace(col=a, col_span=b - a, x0=grid.xs[a], x1=grid.xs[b])
                for a, b in itertools.pairwise(ends)
            ]
            cells = [c for c in parted[at].cells if c != cell] + parts
            parted[at] = Grid(grid.xs, grid.ys, tuple(sorted(cells, key=lambda c: (c.row, c.col))))
    return parted if parted != grids else None


def _ends(grid: Grid, cell: GridCell, shades: Sequence[Shade]) -> list[int]:
    """Where the shaded cells of a row begin and end, as numbers of the grid's upright rulings; none where they do not
    fill it."""
    own = [s for s in shades if abs(s[1] - cell.top) <= SAME and abs(s[3] - cell.bottom) <= SAME]
    own = [s for s in own if s[0] >= cell.x0 - SAME and s[2] <= cell.x1 + SAME]
    if len(own) < 2 or abs(own[0][0] - cell.x0) > SAME or abs(own[-1][2] - cell.x1) > SAME:
        return []
    if any(abs(left[2] - right[0]) > SAME for left, right in itertools.pairwise(own)):
        return []
    ends = [0]
    for shade in own:
        ends.append(min(range(len(grid.xs)), key=lambda k: abs(grid.xs[k] - shade[2])))
        if abs(grid.xs[ends[-1]] - shade[2]) > SAME or ends[-1] <= ends[-2]:
            return []
    return ends
