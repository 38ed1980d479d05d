"""Rows without their outer ruling: the page ends, or the border was forgotten."""

import itertools
from collections.abc import Sequence
from typing import Any

from lkjip_extract.columns import crosses
from lkjip_extract.grid import Grid, GridCell
from lkjip_extract.open_sides import Stroke, upright_strokes
from lkjip_extract.page import PageDraft

REACH = 150.0
"""A row that a page break cut is not taller than this many points."""
MIN_ROW = 7.0
SAME_EDGE = 3.5


def close_open_rows(edges: Sequence[Any], draft: PageDraft, grids: list[Grid]) -> list[Grid] | None:
    """Grids with the rows added whose side rulings go on beyond the last (or first) horizontal one.

    `edges` are the vertical rulings of the page. None when there is nothing to add. Whole rows are only looked for
    where text stands right below or above a table. Where some cells of the last row have a lower ruling, the others
    are parted by the vertical rulings between them. Only pages whose text is upright are looked at.
    """
    if not draft.turn.as_displayed:
        return None
    extend = any(_text_beyond(draft, grid) for grid in grids)
    vertical = upright_strokes(edges)
    undivided = [_undivided(grid, vertical, draft) for grid in grids]
    if not extend and not any(undivided) and not any(_wide(grid) for grid in grids):
        return None
    changed = False
    closed = []
    for grid, more in zip(grids, undivided, strict=True):
        longer = _with_columns(grid, more) if more else grid
        longer = _extend(longer, vertical, [g for g in grids if g is not grid]) if extend else longer
        longer = _parted(longer, vertical)
        changed |= longer is not grid
        closed.append(longer)
    return closed if changed else None


def _undivided(grid: Grid, vertical: Sequence[Stroke], draft: PageDraft) -> list[float]:
    """Where upright rulings run through a cell of the first row from its top to its foot, at no edge of a column: a
    page break took the upper ruling away that would have made two cells of it. No text stands on them."""
    found: list[float] = []
    first = [c for c in grid.cells if not c.row and c.col_span == 1]
    for x, top, bottom in vertical:
        if top > grid.ys[0] + SAME_EDGE or bottom < grid.ys[1] - SAME_EDGE:
            continue
        cell = next((c for c in first if c.x0 + MIN_ROW < x < c.x1 - MIN_ROW), None)
        if (
            cell is None
            or bottom < cell.bottom - SAME_EDGE
            or any(abs(x - other) <= SAME_EDGE for other in found)
        ):
            continue
        lines = [
            line
            for table in draft.tables
            for c in table.cells
            if (c.x0, c.top) == (cell.x0, cell.top)
            for line in c.lines
        ]
        beside = any(line.x0 < x for line in lines) and any(line.x1 > x for line in lines)
        if beside and not any(crosses(line, x) for line in lines):
            found.append(x)
    return found


def _with_columns(grid: Grid, more: Sequence[float]) -> Grid:
    """The grid with further edges of columns, at which the cells of the first row are parted."""
    xs = sorted([*grid.xs, *more])
    cells: list[GridCell] = []
    for cell in grid.cells:
        col, end = xs.index(cell.x0), xs.index(cell.x1)
        edges = [col, *(xs.index(x) for x in sorted(more) if not cell.row and cell.x0 < x < cell.x1), end]
        cells += _divided(cell, edges, xs)
    return Grid(tuple(xs), grid.ys, tuple(cells))


def _divided(cell: GridCell, columns: Sequence[int], xs: Sequence[float]) -> list[GridCell]:
    """The cells between the edges of these columns, from left to right, in the place of one."""
    return [cell._replace(col=a, col_span=b - a, x0=xs[a], x1=xs[b]) for a, b in itertools.pairwise(columns)]


def _wide(grid: Grid) -> set[GridCell]:
    """The cells of the first and the last row that span several columns."""
    return {
        cell
        for cell in grid.cells
        if cell.col_span > 1 and (cell.row == 0 or cell.row + cell.row_span == grid.n_rows)
    }


def _parted(grid: Grid, vertical: Sequence[Stroke]) -> Grid:
    """The cells of the first and the last row parted where vertical rulings run through them."""
    wide = _wide(grid)
    if not wide:
        return grid
    cells: list[GridCell] = []
    for cell in grid.cells:
        edges = [cell.col, cell.col + cell.col_span]
        if cell in wide:
            edges[1:1] = [
                col
                for col in range(cell.col + 1, cell.col + cell.col_span)
                if any(
                    abs(x - grid.xs[col]) <= SAME_EDGE
                    and top <= cell.top + SAME_EDGE
                    and bottom >= cell.bottom - SAME_EDGE
                    for x, top, bottom in vertical
                )
            ]
        cells += _divided(cell, edges, grid.xs)
    return grid if len(cells) == len(grid.cells) else Grid(grid.xs, grid.ys, tuple(cells))


def _text_beyond(draft: PageDraft, grid: Grid) -> bool:
    return any(
        line.x0 >= grid.xs[0] - 2
        and line.x1 <= grid.xs[-1] + 2
        and (-4 <= line.top - grid.ys[-1] <= 40 or -4 <= grid.ys[0] - line.bottom <= 40)
        for line in draft.lines
    )


def _extend(grid: Grid, vertical: Sequence[Stroke], others: list[Grid]) -> Grid:
    def reach(x: float, down: bool) -> float:
        edge = grid.ys[-1] if down else grid.ys[0]
        own = [e for e in vertical if abs(e[0] - x) <= SAME_EDGE and e[1] - 4 <= edge <= e[2] + 4]
        if down:
            return max((e[2] for e in own), default=edge) - edge
        return edge - min((e[1] for e in own), default=edge)

    left, right = grid.xs[0], grid.xs[-1]
    below = min(reach(left, True), reach(right, True))
    above = min(reach(left, False), reach(right, False))
    ys, cells, shift = list(grid.ys), list(grid.cells), 0
    if MIN_ROW <= above <= REACH and not _meets(others, grid, ys[0] - above, ys[0]):
        ys.insert(0, ys[0] - above)
        shift = 1
        cells = [
            GridCell(c.row + 1, c.col, c.row_span, c.col_span, c.x0, c.top, c.x1, c.bottom) for c in cells
        ]
        cells += _row(grid.xs, 0, ys[0], ys[1])
    if MIN_ROW <= below <= REACH and not _meets(others, grid, ys[-1], ys[-1] + below):
        ys.append(ys[-1] + below)
        cells += _row(grid.xs, len(ys) - 2, ys[-2], ys[-1])
    elif not shift:
        return grid
    return Grid(grid.xs, tuple(ys), tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _meets(others: list[Grid], grid: Grid, top: float, bottom: float) -> bool:
    return any(
        o.ys[0] < bottom - 2 and o.ys[-1] > top + 2 and o.xs[0] < grid.xs[-1] and o.xs[-1] > grid.xs[0]
        for o in others
    )


def _row(xs: tuple[float, ...], row: int, top: float, bottom: float) -> list[GridCell]:
    return [
        GridCell(row, col, 1, 1, x0, top, x1, bottom) for col, (x0, x1) in enumerate(itertools.pairwise(xs))
    ]
