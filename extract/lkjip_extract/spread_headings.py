"""Headings that do not stand over their columns as the cells are ruled.

Headings over several columns that stand in the middle one of them, blank cells beside: years over "T | R | %" in
tables without upright rulings, and in spreadsheets in which the cells were not merged; "Capaian (%)" in the cell of
the middle one of several years. Two headings in one cell over
their columns, where only the ruling between them is missing: "Sebelum   Sesudah".
"""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from lkjip_extract.columns import is_figure
from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_schemas.heading_words import HEADER_WORDS, respelled

HEADING_ROWS = 3
"""Such headings stand among so many first rows."""
ROWS_OF_PAIRS, APART = 5, 2.0
"""Two headings in one cell stand in one of so many first rows, so many heights of their line apart,"""
APART_CENTRED, FAR_CENTRED = 0.45, 2.0
"""or so many where each stands over the middle of its column's text, no more than so many points off."""
LEAST_YEARS = 3
"""Words stand over so many years at least."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"(?:tahun )?(?:19|20)\d\d", re.I)
LEAST_GROUPS = 2
"""So many headings at least stand over the same headings of a lower level."""


def spread_headings(table: DraftTable) -> None:
    """Let such headings span the columns they head."""
    for row in range(min(HEADING_ROWS, table.n_rows - 1)):
        above = _single_cells(table, row)
        below = {col: cell.text for col, cell in _single_cells(table, row + 1).items() if cell.text}
        beside = [
            [below[col] for col in range(c.col, c.col + c.col_span) if col in below]
            for c in table.cells
            if c.row == row and c.row_span == 1 and c.col_span > 1
        ]
        for columns in _runs(sorted(col for col in above if col in below)):
            texts = [below[col] for col in columns]
            if texts in beside and not any(is_figure(t) and not _YEAR.fullmatch(t) for t in texts):
                _spread_one(table, above, columns)
            else:
                _spread(table, above, texts, columns)


def spread_over_years(table: DraftTable) -> None:
    """Give words that stand over years, in the cell of the middle one, a row of their own over all of them."""
    for row in range(min(HEADING_ROWS, table.n_rows)):
        cells = _single_cells(table, row)
        for columns in _runs(sorted(col for col, cell in cells.items() if _ends_in_year(cell))):
            for k, col in enumerate(columns):
                words = cells[col].lines[:-1]
                years = [int(cells[c].lines[-1].text[-4:]) for c in columns]
                others = [c for c in columns if c != col]
                if (
                    words
                    and len(columns) >= LEAST_YEARS
                    and abs(k - (len(columns) - 1) / 2) <= 0.5
                    and all(len(cells[c].lines) == 1 for c in others)
                    and all(b == a + 1 for a, b in itertools.pairwise(years))
                ):
                    _put_last_line_below(table, row, columns, cells[col])
                    return


def part_years(table: DraftTable) -> None:
    """Give years that stand in the cells of the middle ones of their headings a row of their own, each over its group:
    "2021 | 2022" over "Target | Realisasi | %" twice."""
    for row in range(min(HEADING_ROWS, table.n_rows - 1)):
        cells = _single_cells(table, row)
        years = [col for col, c in cells.items() if len(c.lines) > 1 and _YEAR.fullmatch(c.lines[0].text)]
        if len(years) < LEAST_GROUPS:
            continue
        wide = min(b - a for a, b in itertools.pairwise(sorted(years)))
        groups = [range(col - wide // 2, col - wide // 2 + wide) for col in sorted(years)]
        below = [
            [" ".join(x.text for x in cells[c].lines[c in years :]) if c in cells else "" for c in group]
            for group in groups
        ]
        if wide > 1 and wide % 2 and all(g == below[0] and all(g) for g in below):
            _put_over(table, row, [(list(group), cells[group[wide // 2]]) for group in groups])
            return


def spread_years(cells: Sequence[DraftCell], xs: Sequence[float]) -> None:
    """Let years in the first row of a table without rulings span the headings that come again below each of them:
    "2022 | 2023" over "Target | Realisasi | Target | Realisasi"."""
    years = [c for c in cells if c.row == 0]
    below = {c.col: " ".join(line.text for line in c.lines) for c in cells if c.row == 1}
    columns = len(xs) - 1
    for wide in range(columns // len(years), 1, -1):
        first = columns - wide * len(years)
        groups = [[below.get(col, "") for col in range(c, c + wide)] for c in range(first, columns, wide)]
        places = [xs[c] for c in range(first, columns + 1, wide)]
        over = all(
            a < (c.lines[0].x0 + c.lines[0].x1) / 2 < b
            for c, (a, b) in zip(years, itertools.pairwise(places), strict=True)
        )
        if over and all(g == groups[0] and all(g) for g in groups):
            for k, cell in enumerate(years):
                _reach(cell, first + k * wide, wide, xs)
            return


def _ends_in_year(cell: DraftCell) -> bool:
    return bool(cell.lines) and bool(_OF_YEAR.fullmatch(cell.lines[-1].text))


def _put_over(table: DraftTable, row: int, groups: Sequence[tuple[list[int], DraftCell]]) -> None:
    """Part a row: the first line of a cell over the columns of its group, the other headings beside both."""
    _add_row(table, row, {col for columns, _ in groups for col in columns})
    for columns, cell in groups:
        first, last = columns[0], columns[-1] + 1
        year, *rest = cell.lines
        table.cells.append(
            replace(
                cell,
                row=row,
                col=first,
                col_span=last - first,
                x0=table.xs[first],
                x1=table.xs[last],
                lines=[year],
                text=year.text,
            )
        )
        cell.lines = rest
        cell.text = cell.text.removeprefix(year.text).strip()


def _put_last_line_below(table: DraftTable, row: int, columns: list[int], cell: DraftCell) -> None:
    """Part a row: the words of a cell above the years, the other headings beside both."""
    _add_row(table, row, columns)
    first, last = columns[0], columns[-1] + 1
    over = replace(
        cell,
        row=row,
        col=first,
        col_span=last - first,
        x0=table.xs[first],
        x1=table.xs[last],
        lines=cell.lines[:-1],
    )
    cell.lines = cell.lines[-1:]
    year = cell.lines[0].text
    over.text, cell.text = cell.text.removesuffix(year).strip(), year
    table.cells.append(over)


def _add_row(table: DraftTable, row: int, columns: Collection[int]) -> None:
    """Make room for a row above the cells of some columns in a row; those beside reach over both."""
    for cell in table.cells:
        if cell.row > row or (cell.row == row and cell.col in columns):
            cell.row += 1
        elif cell.row + cell.row_span > row:
            cell.row_span += 1
    table.n_rows += 1


def part_headings_side_by_side(table: DraftTable) -> None:
    """Give each column its own words of a cell over several, where they stand apart over the figures of the columns."""
    for cell in [c for c in table.cells if c.col_span > 1 and c.row < ROWS_OF_PAIRS and len(c.lines) == 1]:
        columns = range(cell.col, cell.col + cell.col_span)
        below = {
            c.col for c in table.cells if c.row == cell.row + cell.row_span and c.col_span == 1 and c.lines
        }
        parts = [
            [w for w in cell.lines[0].words if table.xs[k] <= w.x0 and w.x1 <= table.xs[k + 1]]
            for k in columns
        ]
        if not below.issuperset(columns) or not all(parts) or sum(map(len, parts)) < len(cell.lines[0].words):
            continue
        height = cell.lines[0].bottom - cell.lines[0].top
        centred = _centred(table, cell, parts)
        least = APART_CENTRED if centred else APART
        apart = all(b[0].x0 - a[-1].x1 > least * height for a, b in itertools.pairwise(parts))
        words = [[respelled(w.text.lower().strip(".:")) for w in part] for part in parts]
        known = all(w in HEADER_WORDS for part in words for w in part)
        if apart and (known or (centred and _grouped_over_figures(table, cell))):
            table.cells.remove(cell)
            table.cells += [
                replace(
                    cell, col=k, col_span=1, x0=table.xs[k], x1=table.xs[k + 1],
                    lines=[Line(cell.lines[0].group, tuple(part))],
                )
                for k, part in zip(columns, parts, strict=True)
            ]  # fmt: skip


def _grouped_over_figures(table: DraftTable, heading: DraftCell) -> bool:
    """Whether a heading over several columns stands below one over the same columns, and above nothing but figures."""
    columns = range(heading.col, heading.col + heading.col_span)
    group = any(
        c.row + c.row_span == heading.row and (c.col, c.col_span) == (heading.col, heading.col_span)
        for c in table.cells
    )
    below = [
        line.text.strip()
        for c in table.cells
        if c.col in columns and c.row >= heading.row + heading.row_span
        for line in c.lines
    ]
    return group and all(is_figure(text) or not any(map(str.isalnum, text)) for text in below)


def _centred(table: DraftTable, heading: DraftCell, parts: Sequence[Sequence[Word]]) -> bool:
    """Whether each part of a heading over several columns has its middle over that of the first text below it."""
    row = heading.row + heading.row_span
    below = {c.col: c.lines[0].words for c in table.cells if c.row == row and c.lines}
    return all(
        abs(part[0].x0 + part[-1].x1 - below[k][0].x0 - below[k][-1].x1) / 2 <= FAR_CENTRED
        for k, part in enumerate(parts, heading.col)
    )


def _single_cells(table: DraftTable, row: int) -> dict[int, DraftCell]:
    """The cells of a row that span neither rows nor columns, by column."""
    return {c.col: c for c in table.cells if c.row == row and c.row_span == c.col_span == 1}


def _runs(columns: list[int]) -> list[list[int]]:
    """Columns that stand side by side."""
    runs: list[list[int]] = []
    for col in columns:
        if runs and col == runs[-1][-1] + 1:
            runs[-1].append(col)
        else:
            runs.append([col])
    return runs


def _spread(table: DraftTable, above: dict[int, DraftCell], below: list[str], columns: list[int]) -> None:
    headed = [k for k, col in enumerate(columns) if above[col].text]
    if len(headed) < LEAST_GROUPS or len(columns) % len(headed):
        return
    width = len(columns) // len(headed)
    groups = [below[k : k + width] for k in range(0, len(columns), width)]
    in_the_middle = all(k == i * width + width // 2 for i, k in enumerate(headed))
    if (
        width < 3
        or not in_the_middle
        or any(g != groups[0] for g in groups)
        or any(map(is_figure, groups[0]))
    ):
        return
    for k in headed:
        _span(table, above, columns[k - width // 2 : k - width // 2 + width], columns[k])


def _spread_one(table: DraftTable, above: dict[int, DraftCell], columns: list[int]) -> None:
    """Spread the one heading over columns whose own headings stand below another heading over several, too."""
    headed = [k for k, col in enumerate(columns) if above[col].text]
    in_the_middle = len(headed) == 1 and abs(headed[0] - (len(columns) - 1) / 2) <= 0.5
    if in_the_middle and not is_figure(above[columns[headed[0]]].text):
        _span(table, above, columns, columns[headed[0]])


def _span(table: DraftTable, above: dict[int, DraftCell], columns: list[int], own: int) -> None:
    """Let the heading of column `own` span all of these."""
    for col in columns:
        if col != own:
            table.cells.remove(above[col])
    _reach(above[own], columns[0], len(columns), table.xs)


def _reach(cell: DraftCell, first: int, wide: int, xs: Sequence[float]) -> None:
    """Let a cell span so many columns from one on; `xs` are the edges of all columns."""
    cell.col, cell.col_span = first, wide
    cell.x0, cell.x1 = xs[first], xs[first + wide]
