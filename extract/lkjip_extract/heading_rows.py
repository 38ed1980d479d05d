"""Headings that stand in one ruled row with the body, or with its first row."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_extract.bands import Strip, find_strips
from lkjip_extract.columns import is_figure
from lkjip_extract.headers import is_index_row, looks_like_header
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.printed_page import Rect, Stroke

_OF_HEADING = re.compile(r"\(?\s*(?:\d{1,2}\s*\)|(?:19|20)\d\d(?![\d.,]))|[-–—]$")
"""Figures below the words of a heading that belong to it, where all are such: years, numbers of columns, dashes."""
SAME = 2.0
"""Edges are one up to this many points."""
LEAST_COLUMNS = 3
LEAST_FIGURES = 2
SAME_LEVEL = 2.0
"""The numbers of the columns stand on one level, up to this many points."""
WHITE_STRIP = 1.0
"""Points of white across the whole table between heading and body, at least."""


def split_heading(table: DraftTable) -> None:
    """Part heading and numbers of the columns in one ruled row; in a table of that row alone, heading, numbers and
    body, where white strips across it show them."""
    cells = _plain_first_row(table)
    if cells and (cuts := _around_numbers(cells) or (_in_white(cells) if table.n_rows == 1 else [])):
        _cut(table, cuts)


def part_shaded(rects: Sequence[Rect], strokes: Sequence[Stroke], tables: Sequence[DraftTable]) -> None:
    """Part a shaded heading from the rows in one ruled row with it, and a heading from the row of figures below it
    where every second row is shaded and no rule parts the others; `rects` and `strokes` are what the page draws, which
    is not turned."""
    found = [(t, cells) for t in tables if (cells := _plain_first_row(t)) and _begins_with_heading(cells)]
    if not found:
        return
    strips = find_strips(rects, strokes)
    for table, cells in found:
        inside = [s for s in strips if s.top > table.top - SAME and s.bottom < table.bottom + SAME]
        inside = [s for s in inside if s.xs[0] < table.xs[-1] - SAME and s.xs[-1] > table.xs[0] + SAME]
        shades = [s for s in inside if s.top < s.bottom]
        if foot := _below_shade(table, shades, cells):
            _cut(table, _around_numbers(cells) or [foot])
        elif cut := _above_shade(table, shades, inside, cells):
            _cut(table, [cut])


def _begins_with_heading(cells: Sequence[DraftCell]) -> bool:
    if max(len(c.lines) for c in cells) <= 1:
        return False
    return looks_like_header([c.lines[0].text for c in cells]) or _names_with_figures(cells)


def _names_with_figures(cells: Sequence[DraftCell]) -> bool:
    """Whether all cells but the first hold a name and figures below it, several of them."""
    named = [c.lines[0].text for c in cells[1:]]
    figures = [x.text for c in cells[1:] for x in c.lines[1:]]
    return (
        len(figures) >= LEAST_FIGURES * len(named)
        and not any(ch.isdigit() for text in named for ch in text)
        and all(map(is_figure, figures))
    )


def _below_shade(table: DraftTable, shades: Sequence[Strip], cells: Sequence[DraftCell]) -> float:
    """The foot of the shade behind the headings at the top of the first row; 0 where there is none."""
    foot = max(c.bottom for c in cells)
    for shade in shades:
        over = abs(shade.top - table.top) <= SAME and shade.bottom < foot - SAME
        if over and shade.xs[0] <= table.xs[0] + SAME and shade.xs[-1] >= table.xs[-1] - SAME:
            above = _texts(cells, float("-inf"), shade.bottom)
            bare = not any(ch.isdigit() for text in above[1:] for ch in text)
            named = all(above[1:]) and bare and _names_with_figures(cells)
            return shade.bottom if named or (all(above) and looks_like_header(above)) else 0.0
    return 0.0


def _above_shade(
    table: DraftTable, shades: Sequence[Strip], inside: Sequence[Strip], cells: Sequence[DraftCell]
) -> float:
    """The height between the headings and the first row, above a shaded one; 0 where there is none."""
    below = max(c.bottom for c in table.cells if c.row == 0)
    ruled = any(s.top == s.bottom and table.top + SAME < s.top < table.bottom - SAME for s in inside)
    if table.n_rows == 1 or not shades or ruled or abs(shades[0].top - below) > SAME:
        return 0.0
    return _above_figures(cells)


def _plain_first_row(table: DraftTable) -> list[DraftCell]:
    """The cells of the first row that hold text; none where some are merged, or where they are few."""
    cells = [c for c in table.cells if c.row == 0 and c.lines]
    merged = any(c.col_span > 1 or c.row_span > 1 for c in cells)
    return [] if merged or len(cells) < LEAST_COLUMNS else cells


def _above_figures(cells: Sequence[DraftCell]) -> float:
    """The height above the one row of figures that stands below the headings of a row; 0 where it holds no such."""
    firsts = [(c.lines[k - 1], c.lines[k]) for c in cells if (k := _first_figure(c))]
    figures = [figure.text for _, figure in firsts]
    if len(firsts) < LEAST_FIGURES or is_index_row(figures) or all(map(_OF_HEADING.match, figures)):
        return 0.0
    heights = [figure.middle for _, figure in firsts]
    cut = (max(above.bottom for above, _ in firsts) + min(figure.top for _, figure in firsts)) / 2
    above = _texts(cells, float("-inf"), cut)
    below = _texts(cells, cut, float("inf"))
    one_row = max(heights) - min(heights) <= SAME_LEVEL and sum(map(is_figure, below)) >= len(firsts)
    return cut if one_row and all(above) and all(below) and looks_like_header(above) else 0.0


def _first_figure(cell: DraftCell) -> int:
    """The number of the last line of a cell that is a figure below words; 0 where it is none."""
    *words, last = cell.lines
    if not words or any(is_figure(x.text) for x in words[:-1]):
        return 0
    return len(words) if is_figure(last.text) else 0


def _around_numbers(cells: Sequence[DraftCell]) -> list[float]:
    """Heights above and below the numbers of the columns, where every cell has its own on one level."""
    for first in cells[0].lines:
        level = [x for c in cells for x in c.lines if abs(x.middle - first.middle) <= SAME_LEVEL]
        if len(level) == len(cells) and is_index_row([x.text for x in level]):
            headings = _texts(cells, float("-inf"), first.top)
            half = (first.bottom - first.top) / 2
            numbers = looks_like_header(headings) and len(set(headings)) > 1  # not "Bulan 1", "Bulan 2"
            return [first.middle - half, first.middle + half] if numbers else []
    return []


def _in_white(cells: Sequence[DraftCell]) -> list[float]:
    """Heights of the white strips below the headings, and below the numbers of the columns."""
    cuts: list[float] = []
    for strip in _strips(cells):
        top = cuts[-1] if cuts else float("-inf")
        texts = _texts(cells, top, strip)
        if not cuts:
            if not all(texts):
                continue  # headings of several lines, others in the middle of their height
            if not looks_like_header(texts):
                return []
        elif not is_index_row(texts):
            break
        cuts.append(strip)
    return cuts


def _strips(cells: Sequence[DraftCell]) -> list[float]:
    """The middles of the white strips that cross all cells, from the top."""
    strips: list[float] = []
    bottom = None
    for line in sorted((x for c in cells for x in c.lines), key=lambda x: x.top):
        if bottom is not None and line.top - bottom >= WHITE_STRIP:
            strips.append((bottom + line.top) / 2)
        bottom = line.bottom if bottom is None else max(bottom, line.bottom)
    return strips


def _between(cell: DraftCell, top: float, bottom: float) -> list[Line]:
    return [x for x in cell.lines if top < x.middle < bottom]


def _texts(cells: Sequence[DraftCell], top: float, bottom: float) -> list[str]:
    """What each cell holds between two heights."""
    return [" ".join(x.text for x in _between(c, top, bottom)) for c in cells]


def _cut(table: DraftTable, cuts: Sequence[float]) -> None:
    first = [c for c in table.cells if c.row == 0]
    foot = max((c.lines[-1].middle for c in first if c.lines), default=0.0)
    cuts = [y for y in cuts if y < foot]  # no row without any text
    edges = [first[0].top, *cuts, first[0].bottom]
    parted = [
        replace(cell, row=row, top=top, bottom=bottom, lines=_between(cell, top, bottom))
        for cell in first
        for row, (top, bottom) in enumerate(itertools.pairwise(edges))
    ]
    below = [replace(c, row=c.row + len(cuts)) for c in table.cells if c.row > 0]
    table.cells = [*parted, *below]
    table.n_rows += len(cuts)
