"""Spreadsheets printed wider than the page: the columns on the next page belong to the same rows."""

from collections.abc import Sequence

from lkjip_extract.page import DraftTable, PageDraft

SAME_HEIGHT = 3.0
"""Rows of two slices of one sheet stand at the same height, up to this many points."""
AT_EDGE = 0.12
"""The left slice reaches into this share of the page width at the right edge of its content."""


def join_sheets(pages: Sequence[PageDraft]) -> None:
    """Append the columns of a right-hand slice (next page) to the table of the left-hand slice.

    Cells keep their own page. A slice is recognised by its row edges: they are those of the table
    on the page before, and it has no column of row numbers of its own.
    """
    for left, right in zip(pages, pages[1:], strict=False):
        for part in list(right.tables):
            table = next((t for t in left.tables if _fits(t, part)), None)
            if table is not None:
                _append(table, part)
                right.tables.remove(part)


def _row_edges(table: DraftTable) -> list[float]:
    edges = {round(c.top, 1) for c in table.cells} | {round(c.bottom, 1) for c in table.cells}
    merged: list[float] = []
    for edge in sorted(edges):
        if not merged or edge - merged[-1] > SAME_HEIGHT:
            merged.append(edge)
    return merged


def _fits(table: DraftTable, part: DraftTable) -> bool:
    if table.n_rows < 3 or part.n_cols >= table.n_cols or _numbers_rows(part) or not _numbers_rows(table):
        return False
    if abs(table.top - part.top) > SAME_HEIGHT or abs(table.bottom - part.bottom) > SAME_HEIGHT:
        return False
    own = _row_edges(table)
    return all(any(abs(a - b) <= SAME_HEIGHT for b in own) for a in _row_edges(part))


def _numbers_rows(table: DraftTable) -> bool:
    first = [c for c in table.cells if c.col == 0 and c.lines]
    return any(c.lines[0].text.strip(". ").lower() in {"no", "nomor", "kode"} for c in first)


def _append(table: DraftTable, part: DraftTable) -> None:
    columns = table.n_cols
    tops = {c.row: c.top for c in sorted(table.cells, key=lambda c: -c.row_span)}
    bottoms = {c.row + c.row_span - 1: c.bottom for c in table.cells}
    shift = table.xs[-1] - part.xs[0]
    for cell in part.cells:
        cell.row = min(tops, key=lambda r: abs(tops[r] - cell.top))
        last = min(bottoms, key=lambda r: abs(bottoms[r] - cell.bottom))
        cell.row_span = max(last - cell.row + 1, 1)
        cell.col += columns
        table.cells.append(cell)
    table.xs.extend(x + shift for x in part.xs[1:])
    table.reason = "lembar lebar yang terpotong ke halaman berikutnya / wide sheet cut over two pages"
