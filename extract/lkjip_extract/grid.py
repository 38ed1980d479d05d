"""Ruled cells to grids of rows and columns with spans."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from lkjip_extract.glyphs import Floats, Ints, Turn
from lkjip_extract.lines import Line, Word

MERGE_EDGES = 3.5
"""Rulings closer than this many points are one ruling drawn twice."""
MAX_SLOTS = 60_000
"""A grid with more slots than this is a drawing (map, hatching), not a table."""
INSIDE_SLACK = 2.0
"""A table that lies inside a cell of another one, up to this many points, is that cell's content."""


class GridCell(NamedTuple):
    """A cell of a grid: first row and column, spans, box in the reading frame."""

    row: int
    col: int
    row_span: int
    col_span: int
    x0: float
    top: float
    x1: float
    bottom: float


def words_in(cell: GridCell, lines: Iterable[Line]) -> list[Word]:
    """The words whose middles lie in a cell."""
    return [
        w
        for t in lines
        for w in t.words
        if cell.top <= (w.top + w.bottom) / 2 < cell.bottom and cell.x0 <= (w.x0 + w.x1) / 2 < cell.x1
    ]


class Grid(NamedTuple):
    """A ruled table: column edges `xs`, row edges `ys` (points), and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def n_rows(self) -> int:
        """Rows between the edges."""
        return len(self.ys) - 1

    @property
    def n_cols(self) -> int:
        """Columns between the edges."""
        return len(self.xs) - 1

    def slots(self) -> Ints:
        """(n_rows, n_cols) array with the index of the cell that covers each slot, or -1."""
        cover = np.full((self.n_rows, self.n_cols), -1, dtype=np.int64)
        for index, cell in enumerate(self.cells):
            cover[cell.row : cell.row + cell.row_span, cell.col : cell.col + cell.col_span] = index
        return cover


def merge_edges(values: Floats, tolerance: float = MERGE_EDGES) -> list[float]:
    """Sorted edges, those closer than `tolerance` to their neighbour joined at their mean."""
    runs: list[list[float]] = []
    for value in sorted(values.tolist()):
        if runs and value - runs[-1][-1] <= tolerance:
            runs[-1].append(value)
        else:
            runs.append([value])
    return [sum(run) / len(run) for run in runs]


def build_grids(tables: Iterable[Sequence[tuple[float, float, float, float]]], turn: Turn) -> list[Grid]:
    """The ruled tables of a page in the reading frame, from top to bottom.

    `tables` gives the cell boxes of each table in the reader's frame, `turn` the way to the reading
    frame.
    """
    grids = []
    for cells in tables:
        boxes = np.array(cells, dtype=np.float64).reshape(-1, 4)
        grid = build_grid(turn.to_reading(boxes))
        if grid is not None and grid.n_rows * grid.n_cols <= MAX_SLOTS:
            grids.append(grid)
    return sorted(without_nested(grids), key=lambda g: (g.ys[0], g.xs[0]))


def build_grid(boxes: Floats) -> Grid | None:
    """The grid of one table from its cell boxes (n, 4); None when nothing has an extent.

    Edges that only phantom columns separate (double rulings) are joined first.
    """
    if not len(boxes):
        return None
    xs = merge_edges(np.concatenate([boxes[:, 0], boxes[:, 2]]))
    ys = merge_edges(np.concatenate([boxes[:, 1], boxes[:, 3]]))
    if len(xs) < 2 or len(ys) < 2:
        return None
    x_edges, y_edges = np.array(xs), np.array(ys)
    left = _nearest(x_edges, boxes[:, 0])
    right = _nearest(x_edges, boxes[:, 2])
    top = _nearest(y_edges, boxes[:, 1])
    bottom = _nearest(y_edges, boxes[:, 3])
    cells: list[GridCell] = []
    free = [bytearray(b"\1" * (len(xs) - 1)) for _ in ys[1:]]
    # Larger cells last: a small cell drawn inside a large one keeps its slot.
    order = np.argsort((right - left) * (bottom - top), kind="stable")
    slots = np.stack([top, left, bottom, right], axis=1)[order].tolist()
    for r, c, r_end, c_end in slots:
        if r_end > r and c_end > c and all(all(row[c:c_end]) for row in free[r:r_end]):
            cells.append(_take(free, xs, ys, r, c, r_end, c_end))
    cells += _uncovered(free, xs, ys)
    cells.sort(key=lambda cell: (cell.row, cell.col))
    return Grid(tuple(xs), tuple(ys), tuple(cells)) if cells else None


def _take(
    free: list[bytearray], xs: list[float], ys: list[float], r: int, c: int, r_end: int, c_end: int
) -> GridCell:
    """The cell over slots that are then no longer free."""
    for row in free[r:r_end]:
        row[c:c_end] = bytes(c_end - c)
    return GridCell(r, c, r_end - r, c_end - c, xs[c], ys[r], xs[c_end], ys[r_end])


def _uncovered(free: list[bytearray], xs: list[float], ys: list[float]) -> list[GridCell]:
    """Cells for the slots that no ruled cell covers: their rulings are broken or drawn in pieces.

    Neighbouring free slots make one cell, because a ruling between them would have made two.
    """
    cells = []
    for r, row in enumerate(free):
        while (c := row.find(1)) >= 0:
            c_end = row.find(0, c)
            c_end = len(row) if c_end < 0 else c_end
            r_end = r + 1
            while r_end < len(free) and all(free[r_end][c:c_end]):
                r_end += 1
            cells.append(_take(free, xs, ys, r, c, r_end, c_end))
    return cells


def same_edges(one: Sequence[float], other: Sequence[float], tolerance: float) -> bool:
    """Whether two sequences of edges agree one by one, up to so many points."""
    return len(one) == len(other) and all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


def nearest_edge(edges: Sequence[float], value: float) -> int:
    """The index of the edge nearest to a value."""
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _nearest(edges: Floats, values: Floats) -> Ints:
    right = np.clip(np.searchsorted(edges, values), 1, len(edges) - 1)
    left = right - 1
    return np.where(np.abs(values - edges[left]) <= np.abs(edges[right] - values), left, right)


def without_nested(grids: list[Grid]) -> list[Grid]:
    """Tables without single-cell frames and without boxes drawn behind lines of text in a cell."""
    kept: list[Grid] = []
    for grid in grids:
        if len(grid.cells) == 1:
            continue
        flat = grid.n_cols == 1 or grid.n_rows == 1
        if flat and _is_nested(grid, grids):
            continue
        kept.append(grid)
    return kept


def _is_nested(grid: Grid, grids: Sequence[Grid]) -> bool:
    """Whether a table lies inside a cell of another one."""
    return any(_inside_a_cell(grid, other) for other in grids if other is not grid)


def _inside_a_cell(inner: Grid, outer: Grid) -> bool:
    x0, x1, top, bottom = inner.xs[0], inner.xs[-1], inner.ys[0], inner.ys[-1]
    apart = (
        x0 < outer.xs[0] - INSIDE_SLACK
        or x1 > outer.xs[-1] + INSIDE_SLACK
        or top < outer.ys[0] - INSIDE_SLACK
        or bottom > outer.ys[-1] + INSIDE_SLACK
    )
    if apart or len(outer.cells) == 1:
        return False
    return any(
        c.x0 - INSIDE_SLACK <= x0
        and x1 <= c.x1 + INSIDE_SLACK
        and c.top - INSIDE_SLACK <= top
        and bottom <= c.bottom + INSIDE_SLACK
        for c in outer.cells
    )


def assign(grids: list[Grid], boxes: Floats) -> tuple[Ints, Ints]:
    """For each character box: the number of its grid and the index of its cell there, or -1, -1.

    A character belongs to the cell that holds its middle; in a table inside a cell of another one, to the inner one.
    """
    n = len(boxes)
    grid_of = np.full(n, -1, dtype=np.int64)
    cell_of = np.full(n, -1, dtype=np.int64)
    if n == 0:
        return grid_of, cell_of
    x = (boxes[:, 0] + boxes[:, 2]) / 2
    y = (boxes[:, 1] + boxes[:, 3]) / 2
    for number, grid in sorted(enumerate(grids), key=lambda numbered: not _is_nested(numbered[1], grids)):
        col = np.searchsorted(np.array(grid.xs), x, side="right") - 1
        row = np.searchsorted(np.array(grid.ys), y, side="right") - 1
        inside = (col >= 0) & (col < grid.n_cols) & (row >= 0) & (row < grid.n_rows) & (grid_of < 0)
        if not inside.any():
            continue
        cover = grid.slots()
        cell = cover[row[inside], col[inside]]
        places = np.flatnonzero(inside)[cell >= 0]
        grid_of[places] = number
        cell_of[places] = cell[cell >= 0]
    return grid_of, cell_of
