"""Headings whose words nobody foresaw, told by the shade behind them, which no other row of the table has."""

from collections.abc import Sequence

from lkjip_extract.columns import is_figure
from lkjip_extract.headers import PlainCell, heading_rows
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.printed_page import Rect
from lkjip_extract.shaded_cells import shades_among

LEAST_COLUMNS = 3
LEAST_ROWS = 2
"""Rows below a shaded heading, at least,"""
LEAST_FIGURES = 0.5
"""and the share of them that holds a figure in some column."""


def mark_shaded(rects: Sequence[Rect], tables: Sequence[DraftTable]) -> None:
    """Set `shaded` of the tables whose first row is told as a heading by its shade alone; `rects` are those of a page
    that is displayed as it reads."""
    unknown = [(t, first) for t in tables if (first := _names(t)) and not _known(t)]
    if not unknown:
        return
    shades = shades_among(rects)
    if not shades:
        return
    for table, first in unknown:
        own = {_shade(shades, cell) for cell in first}
        others = {_shade(shades, cell) for cell in table.cells if cell.row}
        if len(own) == 1 and None not in own and not own & others:
            table.shaded = 1


def _known(table: DraftTable) -> int:
    """The number of rows that their words tell as headings."""
    cells = [PlainCell(c.row, c.col, c.row_span, c.col_span, _text(c)) for c in table.cells]
    return heading_rows(cells, table.n_rows)


def _text(cell: DraftCell) -> str:
    return " ".join(line.text for line in cell.lines)


def _names(table: DraftTable) -> list[DraftCell]:
    """The cells of the first row, where they are names over rows of figures; else none."""
    first = [c for c in table.cells if c.row == 0]
    below = {c.row for c in table.cells if c.row and c.lines}
    counted = {c.row for c in table.cells if c.row and is_figure(_text(c))}
    named = all(c.lines and c.row_span == c.col_span == 1 and not is_figure(_text(c)) for c in first)
    figures = len(counted) >= LEAST_FIGURES * len(below) and len(below) >= LEAST_ROWS
    return first if named and figures and len(first) >= LEAST_COLUMNS else []


def _shade(shades: Sequence[Rect], cell: DraftCell) -> tuple[int, ...] | None:
    """The colour of the shade drawn last behind the middle of a cell; None for none."""
    x, y = (cell.x0 + cell.x1) / 2, (cell.top + cell.bottom) / 2
    over = (r for r in reversed(shades) if r.bbox[0] <= x <= r.bbox[2] and r.bbox[1] <= y <= r.bbox[3])
    found = next(over, None)
    return None if found is None else tuple(found.fill_color[:3])
