"""Two tables drawn as one: below the sasaran of an agreement, headings of programs and their budgets begin anew.

The form of PermenPANRB 53/2014 (Lampiran I) has both lists; many agreements draw them in one frame.
"""

import re
from dataclasses import replace

from lkjip_extract.headers import looks_like_header
from lkjip_extract.page import DraftCell, DraftTable

_WORKS = re.compile(r"\b(?:program|kegiatan|sub ?kegiatan)\b", re.I)
_BUDGET = re.compile(r"\b(?:anggaran|pagu|alokasi)\b", re.I)


def split_at_inner_headings(table: DraftTable, header_rows: int) -> list[DraftTable]:
    """The table, or the two that its rows are parts of."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    head = " ".join(c.text for r in range(header_rows) for c in rows.get(r, []))
    if not header_rows or _BUDGET.search(head):
        return [table]
    for row in range(header_rows + 1, table.n_rows - 1):
        if _names_budget(rows.get(row, [])) and not any(
            c.row < row < c.row + c.row_span for c in table.cells
        ):
            return _split(table, row)
    return [table]


def _names_budget(cells: list[DraftCell]) -> bool:
    texts = [c.text for c in cells]
    return (
        len(texts) > 1
        and any(_WORKS.search(t) for t in texts)
        and any(_BUDGET.search(t) for t in texts)
        and looks_like_header(texts)
    )


def _split(table: DraftTable, row: int) -> list[DraftTable]:
    above = [c for c in table.cells if c.row < row]
    below = [c for c in table.cells if c.row >= row]
    edge = min(c.top for c in below)
    for cell in below:
        cell.row -= row
    return [
        replace(table, n_rows=row, bottom=edge, cells=above),
        replace(table, n_rows=table.n_rows - row, top=edge, cells=below, xs=list(table.xs)),
    ]
