"""Boxes that print one indicator from top to bottom: words on the left, what they say of it on the right.

"Indikator Kinerja | Indeks Kepuasan Masyarakat", "Target Tahun 2021 | 81", "Realisasi Tahun 2021 | 82,37". Such a
box is read as a table of one row, whose headings are the words on the left.
"""

import re
from dataclasses import replace

from lkjip_normalize.wording import heading
from lkjip_schemas.document import RawTable
from lkjip_schemas.records import LedgerEntry

COLUMNS = 2
"""Words, and what they say."""
LEAST_ROWS, LEAST_MEASURES = 3, 2
"""Rows of a box, and those of them that name a measure, at least."""

_INDICATOR = re.compile(r"(?:nama )?indikator(?: (?:kinerja|sasaran|utama|tujuan|program))*")
_MEASURE = re.compile(r"\b(?:target|realisasi|capaian)\b")


def as_row(table: RawTable) -> RawTable | None:
    """The box as a table of one row below its headings; None where the table is no box."""
    labels = {c.row: c for c in table.cells if c.col == 0}
    values = {c.row: c for c in table.cells if c.col == 1}
    if table.n_cols != COLUMNS or table.n_rows < LEAST_ROWS or len(labels) < table.n_rows:
        return None
    if any(c.row_span > 1 or c.col_span > 1 for c in table.cells):
        return None
    first, *rest = (heading(labels[row].text) for row in range(table.n_rows))
    name = values.get(0)
    if not _INDICATOR.fullmatch(first) or name is None or _MEASURE.fullmatch(heading(name.text)):
        return None  # the last: headings of columns
    if sum(bool(_MEASURE.search(text)) for text in rest) < LEAST_MEASURES:
        return None
    cells = sorted(
        (c._replace(row=c.col, col=c.row, is_header=c.col == 0) for c in table.cells),
        key=lambda c: (c.row, c.col),
    )
    return table._replace(n_rows=table.n_cols, n_cols=table.n_rows, cells=tuple(cells))


def printed(entry: LedgerEntry) -> LedgerEntry:
    """An entry of the ledger of a box at the row and column at which the box prints the cell."""
    return replace(entry, row=entry.col, col=entry.row)
