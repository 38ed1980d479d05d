"""Cells put under the heading they stand below, where the rulings of the body run beside those of the heading.

A spreadsheet whose rows were moved by a few points has two edges for one column; a cell between them would
span two headings and belong to none.
"""

import itertools

from lkjip_extract.page import DraftCell, DraftTable

OWN = 0.6
"""A cell belongs to the heading that covers at least this share of its width,"""
FOREIGN = 0.45
"""when it covers at most this share of every other heading it touches."""

Span = tuple[int, int]
"""First column and the one behind the last."""


def put_under_headings(table: DraftTable, header_rows: int) -> None:
    """Give body cells that reach over the edge of a heading the columns of the heading they belong to."""
    headings = _headings(table, header_rows)
    if all(end - start == 1 for start, end in headings):
        return
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.row >= header_rows:
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        _settle_row(table, headings, cells)


def _headings(table: DraftTable, header_rows: int) -> list[Span]:
    """The columns of each heading cell of the lowest level, from left to right."""
    lowest: dict[int, Span] = {}
    for cell in sorted(table.cells, key=lambda c: c.row):
        if cell.row < header_rows and cell.text:
            for col in range(cell.col, cell.col + cell.col_span):
                lowest[col] = (cell.col, cell.col + cell.col_span)
    return sorted(set(lowest.values()))


def _settle_row(table: DraftTable, headings: list[Span], cells: list[DraftCell]) -> None:
    moves = {id(c): span for c in cells if (span := _heading_of(table, headings, c)) is not None}
    if not moves:
        return
    planned = sorted(moves.get(id(c), (c.col, c.col + c.col_span)) for c in cells)
    if any(end > start for (_, end), (start, _) in itertools.pairwise(planned)):
        return  # two cells would share a column
    for cell in cells:
        if id(cell) in moves:
            start, end = moves[id(cell)]
            cell.col, cell.col_span = start, end - start


def _heading_of(table: DraftTable, headings: list[Span], cell: DraftCell) -> Span | None:
    """The heading that a cell over the edge of headings belongs to; None when it stays as it is."""
    start, end = cell.col, cell.col + cell.col_span
    touched = [h for h in headings if h[0] < end and start < h[1]]
    if len(touched) < 2:
        return None
    shares = {h: _overlap(table, h, cell) for h in touched}
    own = max(shares, key=shares.__getitem__)
    width = max(cell.x1 - cell.x0, 1.0)
    if shares[own] < OWN * width:
        return None
    if any(shares[h] > FOREIGN * _width(table, h) for h in touched if h != own):
        return None
    return own


def _width(table: DraftTable, span: Span) -> float:
    return table.xs[span[1]] - table.xs[span[0]]


def _overlap(table: DraftTable, span: Span, cell: DraftCell) -> float:
    return max(0.0, min(table.xs[span[1]], cell.x1) - max(table.xs[span[0]], cell.x0))
