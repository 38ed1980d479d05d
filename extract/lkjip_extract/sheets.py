"""Spreadsheets printed wider than the page: columns on another page that belong to the same rows."""

import re
from collections.abc import Sequence

from lkjip_extract.celltext import line_text
from lkjip_extract.page import DraftCell, DraftTable, PageDraft

SAME_HEIGHT = 2.0
"""Rows of two slices of one sheet stand at the same height, up to this many points."""
MIN_EDGES = 4
"""At least this many row edges must agree (a header and two rows)."""
FURTHEST = 40
"""The right-hand slice follows at most this many pages later (sheets printed down, then over)."""

_LABELS = re.compile(r"^(?:no|nomor|kode|sasaran|tujuan|program|kegiatan|uraian|indikator)\b", re.I)


def join_sheets(pages: Sequence[PageDraft]) -> None:
    """Append the columns of right-hand slices to the table of the left-hand slice.

    Cells keep their own page. A slice is recognised by its row edges, which are those of a table on
    an earlier page, by a heading of its own that goes on where that table's heading ended.
    """
    for q, right in enumerate(pages):
        for part in list(right.tables):
            for left in reversed(pages[max(0, q - FURTHEST) : q]):
                table = next((t for t in left.tables if _fits(t, part)), None)
                if table is not None:
                    _append(table, part)
                    right.tables.remove(part)
                    break


def _row_edges(table: DraftTable) -> list[float]:
    edges = {round(c.top, 1) for c in table.cells} | {round(c.bottom, 1) for c in table.cells}
    merged: list[float] = []
    for edge in sorted(edges):
        if not merged or edge - merged[-1] > SAME_HEIGHT:
            merged.append(edge)
    return merged


def _fits(table: DraftTable, part: DraftTable) -> bool:
    if abs(table.top - part.top) > SAME_HEIGHT or abs(table.bottom - part.bottom) > SAME_HEIGHT:
        return False
    own, other = _row_edges(table), _row_edges(part)
    if len(other) < MIN_EDGES or not all(any(abs(a - b) <= SAME_HEIGHT for b in own) for a in other):
        return False
    if part.engine != table.engine:
        return False
    left, right = _heading(table), _heading(part)
    if not right or set(left) & set(right):
        return False
    if _goes_on(left, right):
        return True
    return _LABELS.match(left[0]) is not None and not any(_LABELS.match(text) for text in right)


def _first_row(table: DraftTable) -> list[DraftCell]:
    filled = [c for c in table.cells if c.lines]
    first = min((c.row for c in filled), default=0)
    return sorted((c for c in filled if c.row == first), key=lambda c: c.col)


def _heading(table: DraftTable) -> list[str]:
    return [" ".join(line_text(line) for line in c.lines).strip().lower() for c in _first_row(table)]


def _goes_on(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the headings are bare column numbers that run on."""
    return left[-1].isdigit() and right[0].isdigit() and int(right[0]) == int(left[-1]) + 1 if left else False


def _append(table: DraftTable, part: DraftTable) -> None:
    columns = table.n_cols
    tops = {c.row: c.top for c in sorted(table.cells, key=lambda c: -c.row_span)}
    bottoms = {c.row + c.row_span - 1: c.bottom for c in table.cells}
    shift = table.xs[-1] - part.xs[0]
    for cell in part.cells:
        row = min(tops, key=lambda r: abs(tops[r] - cell.top))
        last = min(bottoms, key=lambda r: abs(bottoms[r] - cell.bottom))
        cell.row, cell.row_span = row, max(last - row + 1, 1)
        cell.col += columns
        table.cells.append(cell)
    table.xs.extend(x + shift for x in part.xs[1:])
    table.reason = "lembar lebar yang terpotong ke halaman lain / wide sheet cut over pages"
