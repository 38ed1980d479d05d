"""Headings with rulings over a body without any: the rows below are put into the columns of the heading."""

from collections.abc import Sequence

from lkjip_extract.borderless import MAX_SKIP, logical_rows, row_cells, run_end
from lkjip_extract.columns import figures_beside, is_ordinal, split_row
from lkjip_extract.headers import MAX_HEADER_ROWS, PlainCell, heading_rows
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftTable, PageDraft
from lkjip_schemas.bilingual import both, together

REASON = both("isi tanpa garis di bawah kepala bergaris", "body without rulings below a ruled heading")
LEAST_COLUMNS = 3
OVER_EDGE = 3.0
"""Points by which a text may reach over the edge of its column or of the table."""


def add_bodies(page: PageDraft) -> None:
    """Give tables that are all heading the rows that stand below without rulings."""
    for table in page.tables:
        if table.n_cols >= LEAST_COLUMNS and is_heading(table):
            body = _lines_below(page, table)
            if body:
                _append(table, body)
                taken = {id(line) for line in body}
                page.lines = [line for line in page.lines if id(line) not in taken]


def is_heading(table: DraftTable) -> bool:
    """Whether a table is all heading."""
    if table.n_rows > MAX_HEADER_ROWS:
        return False
    cells = [
        PlainCell(c.row, c.col, c.row_span, c.col_span, " ".join(line.text for line in c.lines))
        for c in table.cells
    ]
    return heading_rows(cells, table.n_rows) == table.n_rows


def _lines_below(page: PageDraft, table: DraftTable) -> Sequence[Line]:
    """The lines of the body; none where something in them does not fit into the columns."""
    lines = sorted((line for line in page.lines if line.top >= table.bottom - 2), key=lambda x: (x.top, x.x0))
    floor = min((t.top for t in page.tables if t.top >= table.bottom - 2), default=float("inf"))
    lines = [line for line in lines if line.bottom <= floor + 2]
    if not lines or lines[0].top - table.bottom > MAX_SKIP * (lines[0].bottom - lines[0].top):
        return []
    body = lines[: run_end(lines, 0, page, headed=True)]
    fits = all(_fits(line, table.xs) for line in body)
    return body if fits and any(figures_beside(line) for line in body) else []


def _fits(line: Line, xs: Sequence[float]) -> bool:
    """Whether every run of words stands in one column, or begins with the number of its row in the column before."""
    if line.x0 < xs[0] - OVER_EDGE or line.x1 > xs[-1] + OVER_EDGE:
        return False
    for run in line.segments():
        for x in xs[1:-1]:
            if run[0].x0 < x - OVER_EDGE and run[-1].x1 > x + OVER_EDGE:
                before = [w for w in run if w.x1 <= x + OVER_EDGE]
                behind = [w for w in run if w.x0 >= x - OVER_EDGE]
                if len(before) + len(behind) < len(run) or not all(is_ordinal(w.text) for w in before):
                    return False
    return True


def _append(table: DraftTable, body: Sequence[Line]) -> None:
    rows = logical_rows(body, table.xs)
    edges = [
        table.bottom,
        *(min(line.top for line in row) - 1.0 for row in rows[1:]),
        max(line.bottom for line in body) + 1.0,
    ]
    for k, row in enumerate(rows):
        pieces = [split_row(line, table.xs) for line in row]
        table.cells += row_cells(table.page, table.n_rows + k, table.xs, (edges[k], edges[k + 1]), pieces)
    table.n_rows += len(rows)
    table.bottom = edges[-1]
    table.reason = together(table.reason, REASON)
