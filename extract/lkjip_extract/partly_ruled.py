"""Ruled tables whose vertical rulings are missing: columns found again by blank space."""

import itertools
from dataclasses import replace

from lkjip_extract.columns import (
    DATED,
    MIN_GAP,
    crosses,
    figures_beside,
    is_currency,
    is_figure,
    segment_text,
    space_columns,
    split_line,
)
from lkjip_extract.headers import BEGINS_SUM, looks_like_header
from lkjip_extract.lines import Line, unspace
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_schemas.bilingual import both

MIN_FIGURES = 2
"""So many figures must stand beside something else before a column is cut."""
MIN_FILLED = 3
"""So many filled columns of a cell over all of them are no accident."""
LEAST_HEADINGS, APART = 4, 0.5
"""A band holds so many headings at least, so many heights of its line apart."""
SLACK = 1.5
"""Points by which a text may reach over the ruling of its column."""
REASON = both(
    "garis tegak tidak ada, kolom dari ruang kosong", "no vertical rulings, columns from blank space"
)


def add_missing_columns(table: DraftTable) -> None:
    """Cut the columns of a table in which words and figures share a cell, side by side."""
    _cut_heading_band(table)
    _cut_spanning_cells(table)
    col = 0
    while col < table.n_cols:
        added = _cut(table, col)
        col += 1 + added


def _cut_heading_band(table: DraftTable) -> None:
    """Cut a first row that was drawn as one cell, a shaded band, when it holds a heading for each column below."""
    bands = (c for c in table.cells if c.row == 0 and c.row_span == 1 and c.col_span == table.n_cols)
    cell = next(bands, None)
    if cell is None or table.n_cols < LEAST_HEADINGS or not cell.lines or not _columns_of_figures(table):
        return
    inner = table.xs[1:-1]
    if any(w.x0 < x < w.x1 for line in cell.lines for w in line.words for x in inner):
        return
    pieces = _pieces(cell, table.xs)
    words = [[w for line in piece.lines for w in line.words] for piece in pieces]
    if not all(words):
        return
    gaps = [min(w.x0 for w in b) - max(w.x1 for w in a) for a, b in itertools.pairwise(words)]
    height = cell.lines[0].bottom - cell.lines[0].top
    if min(gaps) >= APART * height and looks_like_header([" ".join(w.text for w in own) for own in words]):
        table.cells.remove(cell)
        table.cells.extend(pieces)


def _cut_spanning_cells(table: DraftTable) -> None:
    """Cut rows that were drawn as one cell but hold figures in the columns of the table.

    Those of one line come first: they show which columns hold figures.
    """
    spanning = [c for c in table.cells if c.col_span > 1 and c.lines]
    sums = [c for c in spanning if len(c.lines) == 1 and BEGINS_SUM.match(c.lines[0].text)]
    wide = [c for c in spanning if any(figures_beside(line) for line in c.lines)]
    if not wide and not sums:
        return
    numeric = _columns_of_figures(table)
    for cell in sums:
        if pieces := _summed_up(cell, table.xs[cell.col : cell.col + cell.col_span + 1], numeric):
            table.cells.remove(cell)
            table.cells.extend(pieces)
            wide = [c for c in wide if c is not cell]
    for cell in (c for c in wide if len(c.lines) == 1):
        edges = table.xs[cell.col : cell.col + cell.col_span + 1]
        cell.lines[0] = Line(cell.lines[0].group, tuple(unspace(cell.lines[0].words)))
        parts = split_line(cell.lines[0], edges)
        figures = sum(is_figure(p.text) for p in parts.values())
        label_and_figure = len(parts) == 2 and any(
            is_figure(part.text) and cell.col + k in numeric for k, part in parts.items() if k > 0
        )
        several = figures >= 2 and (len(parts) >= 3 or figures == len(parts) == cell.col_span)
        one_each = (
            figures > 0
            and len(parts) == len(cell.lines[0].segments()) == cell.col_span >= MIN_FILLED
            and numeric.issuperset(range(cell.col, cell.col + cell.col_span))
        )
        if (several or label_and_figure or one_each) and not DATED.fullmatch(cell.lines[0].text):
            _replace(table, cell, edges)
    numeric = _columns_of_figures(table)
    for cell in (c for c in wide if len(c.lines) > 1):
        edges = table.xs[cell.col : cell.col + cell.col_span + 1]
        if _in_columns(cell, edges, numeric):
            _replace(table, cell, edges)


def _summed_up(cell: DraftCell, edges: list[float], numeric: set[int]) -> list[DraftCell]:
    """The pieces of a row of sums or means in one cell: its label, over several columns, and what stands in the columns
    behind it, a figure in a column of figures at least; none where it is no such row."""
    (line,) = cell.lines
    parts = split_line(line, edges)
    for k, part in sorted(parts.items()):
        ahead = parts[k - 1].words if k - 1 in parts else ()
        over = [w for w in part.words if ahead and w.segment == ahead[-1].segment]
        own = part.words[len(over) :]
        words = not any(is_currency(w.text) or is_figure(w.text) for w in (*ahead[-1:], *over))
        if over and words and own and cell.col + k in numeric and is_figure(segment_text(own)):
            parts[k - 1] = Line(line.group, (*ahead, *over))  # the label reaches over the edge
            parts[k] = Line(line.group, own)
    inside = {k for k, p in parts.items() if edges[k] - SLACK <= p.x0 and p.x1 <= edges[k + 1] + SLACK}
    figures = (k for k, p in parts.items() if cell.col + k in numeric and is_figure(p.text))
    first = min((k for k in figures if k in inside), default=0)
    behind = [k for k in sorted(parts) if k >= first]
    label = [w for k, p in sorted(parts.items()) if k < first for w in p.words]
    if not label:
        return []
    apart = parts[first].x0 - MIN_GAP * (line.bottom - line.top)
    if label[-1].x1 > max(edges[first] + SLACK, apart) or not inside.issuperset(behind):
        return []
    starts, ends = [0, *behind], [first, *(k + 1 for k in behind)]
    texts = [Line(line.group, tuple(label)), *(parts[k] for k in behind)]
    return [
        replace(cell, col=cell.col + a, col_span=b - a, x0=edges[a], x1=edges[b], lines=[text])
        for a, b, text in zip(starts, ends, texts, strict=True)
    ]


def _replace(table: DraftTable, cell: DraftCell, edges: list[float]) -> None:
    table.cells.remove(cell)
    table.cells.extend(_pieces(cell, edges))


def _in_columns(cell: DraftCell, edges: list[float], numeric: set[int]) -> bool:
    """Whether no word of several lines crosses an edge, and figures alone stand in columns of figures.

    Where three columns or more are filled so, one of figures is enough; the others may hold words.
    """
    if any(crosses(line, x) for line in cell.lines for x in edges[1:-1]):
        return False
    texts = _texts_by_column(cell.lines, edges)
    figured = [k for k, own in texts.items() if cell.col + k in numeric]
    pure = [k for k in figured if all(is_figure(t) for t in texts[k])]
    if len(texts) >= MIN_FILLED and pure:
        return True
    return bool(figured) and len(pure) == len(figured) < len(texts)


def _columns_of_figures(table: DraftTable) -> set[int]:
    """Columns in which at least half of the undivided cells hold nothing but a figure."""
    texts: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.col_span == 1 and cell.lines:
            texts.setdefault(cell.col, []).append(cell.lines[0].text)
    return {col for col, own in texts.items() if 2 * sum(is_figure(t) for t in own) >= len(own)}


def _cut(table: DraftTable, col: int) -> int:
    """Cut column `col` where blank strips run through it; gives the number of added columns."""
    own = [c for c in table.cells if c.col == col and c.col_span == 1]
    lines = [line for c in own for line in c.lines]
    if sum(figures_beside(line) for line in lines) < MIN_FIGURES:
        return 0
    edges = _with_currency(lines, space_columns(lines, table.xs[col], table.xs[col + 1]))
    added = len(edges) - 2
    if added < 1 or not _figures_apart(lines, edges):
        return 0
    table.xs[col : col + 2] = edges
    for cell in table.cells:
        if cell.col > col:
            cell.col += added
        elif cell.col <= col < cell.col + cell.col_span and cell not in own:
            cell.col_span += added
    for cell in own:
        table.cells.remove(cell)
        table.cells.extend(_pieces(cell, edges))
    table.reason = REASON
    table.confidence = min(table.confidence, 0.95)
    return added


def _texts_by_column(lines: list[Line], edges: list[float]) -> dict[int, list[str]]:
    """What stands in each column between the edges, line by line."""
    texts: dict[int, list[str]] = {}
    for line in lines:
        for col, part in split_line(line, edges).items():
            texts.setdefault(col, []).append(part.text)
    return texts


def _with_currency(lines: list[Line], edges: list[float]) -> list[float]:
    """The edges without those that part "Rp." from its amount."""
    marks = {col for col, own in _texts_by_column(lines, edges).items() if all(is_currency(t) for t in own)}
    return [x for k, x in enumerate(edges) if k - 1 not in marks or k == len(edges) - 1]


def _figures_apart(lines: list[Line], edges: list[float]) -> bool:
    """Whether a column holds figures only, apart from its heading; in a list of one row two columns must."""
    texts = _texts_by_column(lines, edges).values()
    figures = [sum(is_figure(t) for t in own) for own in texts if _half_figures(own)]
    return any(count > 1 for count in figures) or len(figures) > 1


def _half_figures(texts: list[str]) -> bool:
    return 2 * sum(is_figure(t) for t in texts) >= len(texts)


def _pieces(cell: DraftCell, edges: list[float]) -> list[DraftCell]:
    parts: list[list[Line]] = [[] for _ in edges[1:]]
    for line in cell.lines:
        for col, part in split_line(line, edges).items():
            parts[col].append(part)
    return [
        DraftCell(
            cell.row,
            cell.col + k,
            cell.row_span,
            1,
            edges[k],
            cell.top,
            edges[k + 1],
            cell.bottom,
            part,
            page=cell.page,
        )
        for k, part in enumerate(parts)
    ]
