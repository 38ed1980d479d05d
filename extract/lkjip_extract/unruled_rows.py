"""Tables ruled into one single row: the heading parted from the body, and columns whose rulings begin below it.

Only the frame and the upright rulings are drawn. The rows of the body are told later, by the heights of their figures.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from lkjip_extract.columns import GRADE, crosses, is_amount, is_figure, segment_texts
from lkjip_extract.grid import Grid, GridCell, nearest_edge
from lkjip_extract.headers import looks_like_header
from lkjip_extract.lines import Line
from lkjip_extract.open_sides import Stroke, upright_strokes
from lkjip_extract.page import DraftCell, DraftTable, PageDraft

_YEARS = re.compile(r"(?:19|20)\d\d(?:\s+(?:19|20)\d\d)*")
_GRADES = re.compile(GRADE)
_COMPUTED = re.compile(r"\(?\d{1,2}\)?\s*=[\s\d()%/:x*+-]+")
"""The number of a column and how it is computed ("6=5/4")."""

MOST_ROWS = 2
"""The body may be followed by a ruled row: the sum."""
LEAST_COLUMNS = 2
"""So many columns at least hold a heading above figures."""
LEAST_FIGURES = 2
"""So many lines of figures at least stand below the heading of a column."""
LEAST_PITCH = 0.7
"""The first figures stand at least so many heights of a line below the heading."""
SAME = 4.0
"""Rulings end where a row does, up to this many points."""


class _Column(NamedTuple):
    """The heading of a column and the figures below it."""

    heading: list[Line]
    figures: list[Line]


def part_headings(edges: Sequence[Any], draft: PageDraft, grids: list[Grid]) -> list[Grid] | None:
    """Grids of one row parted into heading and body; None when there is nothing to part.

    `edges` are the vertical rulings of the page, `draft` what was read with `grids`. Only pages whose text is upright
    are looked at.
    """
    single = [g for g in grids if g.n_rows <= MOST_ROWS and g.n_cols >= LEAST_COLUMNS]
    if not single or not draft.turn.as_displayed:
        return None
    vertical = upright_strokes(edges)
    parted = list(grids)
    for grid in single:
        table = next((t for t in draft.tables if t.top == grid.ys[0] and t.xs[0] == grid.xs[0]), None)
        if table is not None and (foot := _foot_of_heading(table)):
            parted[grids.index(grid)] = _parted(grid, table, foot, vertical)
    return parted if parted != grids else None


def _foot_of_heading(table: DraftTable) -> float:
    """Where the heading ends, points from the top; 0 where there is none."""
    cells = [(cell, _column(cell)) for cell in _first_row(table)]
    columns = [column for _, column in cells if column is not None]
    if len(columns) < LEAST_COLUMNS and not (columns and _headed_amounts(columns[0], cells)):
        return 0.0
    above = max((c.heading[-1] for c in columns), key=lambda line: line.middle)
    below = min((c.figures[0] for c in columns), key=lambda line: line.middle)
    texts = [" ".join(line.text for line in c.heading) for c in columns]
    texts += [cell.lines[0].text for cell, column in cells if cell.lines and column is None]
    if below.middle - above.middle < LEAST_PITCH * (above.bottom - above.top) or not looks_like_header(texts):
        return 0.0
    return min((above.bottom + below.top) / 2, above.bottom + 1.0)


def _headed_amounts(column: _Column, cells: Sequence[tuple[DraftCell, _Column | None]]) -> bool:
    """Whether a column holds amounts below a heading of one line, and every other cell begins beside that heading, as
    in a list of programs with their budget."""
    heading = column.heading[0]
    return (
        len(column.heading) == 1
        and all(is_amount(text) for line in column.figures for text in segment_texts(line))
        and all(
            cell.lines and cell.lines[0].top < heading.middle < cell.lines[0].bottom
            for cell, own in cells
            if own is None
        )
    )


def _first_row(table: DraftTable) -> list[DraftCell]:
    return [cell for cell in table.cells if cell.row == 0]


def _column(cell: DraftCell) -> _Column | None:
    """The heading and the figures of a cell; None where it holds something else."""
    first = _first_figure(cell.lines)
    if 0 < first < len(cell.lines) and _YEARS.fullmatch(cell.lines[first].text):
        first += not any(_YEARS.fullmatch(line.text) for line in cell.lines[first + 1 :])
    heading, below = cell.lines[:first], cell.lines[first:]
    if not heading or len(below) < LEAST_FIGURES:
        return None
    if any(_figures(line) and not _YEARS.fullmatch(line.text) for line in heading):
        return None
    return _Column(heading, below)


def _first_figure(lines: Sequence[Line]) -> int:
    """The number of the line from which on figures stand, hardly any words between them; 0 where they do not."""
    first = next((k for k, line in enumerate(lines) if k and _figures(line)), 0)
    below = lines[first:]
    return first if first and 2 * sum(map(_figures, below)) > len(below) else 0


def _figures(line: Line) -> bool:
    """Whether a line holds figures, or numbers of columns, one or several side by side, and nothing else."""
    if all(is_figure(text) or _COMPUTED.fullmatch(text) for text in segment_texts(line)):
        return True
    return all(map(is_figure, _GRADES.sub("", line.text).split()))


def _parted(grid: Grid, table: DraftTable, foot: float, vertical: Sequence[Stroke]) -> Grid:
    """The grid with a row for the heading, one more where columns begin within it, and one for the body."""
    top, bottom = grid.ys[:2]
    inner: list[Stroke] = []
    for stroke in sorted(s for s in vertical if top + SAME < s[1] <= foot + SAME and s[2] >= bottom - SAME):
        edges = [*grid.xs, *(s[0] for s in inner)]
        if (
            all(abs(stroke[0] - x) > SAME for x in edges)
            and grid.xs[0] < stroke[0] < grid.xs[-1]
            and not any(
                crosses(t, stroke[0]) for c in _first_row(table) for t in c.lines if t.middle > stroke[1]
            )
        ):
            inner.append(stroke)
    starts = [s[1] for s in inner] + [
        s[1]
        for s in vertical
        if top + SAME < s[1] <= foot + SAME and s[2] >= bottom - SAME
        if any(cell.x0 + SAME < s[0] < cell.x1 - SAME for cell in grid.cells if not cell.row)
    ]
    ys = (top, max(starts), foot, bottom) if starts and max(starts) < foot - SAME else (top, foot, bottom)
    xs = sorted([*grid.xs, *(s[0] for s in inner)])
    cells: list[GridCell] = []
    below: list[GridCell] = []
    for cell in grid.cells:
        if cell.row:
            below.append(cell)
            continue
        own = [k for k, x in enumerate(xs) if cell.x0 - 0.1 <= x <= cell.x1 + 0.1]
        col, end = own[0], own[-1]
        levels = len(ys) - 2
        if end - col > 1 and levels > 1:
            cells.append(GridCell(0, col, 1, end - col, xs[col], ys[0], xs[end], ys[1]))
            cells += [GridCell(1, k, levels - 1, 1, xs[k], ys[1], xs[k + 1], foot) for k in range(col, end)]
        else:
            cells.append(GridCell(0, col, levels, end - col, xs[col], top, xs[end], foot))
        cells += [GridCell(levels, k, 1, 1, xs[k], foot, xs[k + 1], bottom) for k in range(col, end)]
    for cell in below:
        col, end = nearest_edge(xs, cell.x0), nearest_edge(xs, cell.x1)
        cells.append(cell._replace(row=cell.row + len(ys) - 2, col=col, col_span=end - col))
    return Grid(tuple(xs), (*ys, *grid.ys[2:]), tuple(sorted(cells, key=lambda c: (c.row, c.col))))
