"""Headings of two levels or more that no ruling parts: "Realisasi" above "2020   2021" in one dark band.

The upper ones stand in the middle of the columns they head, the lowest ones each in its own column.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lkjip_extract.columns import column_at, column_of, is_figure
from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable

FIRST_ROWS = 2
"""Such headings stand in one of so many first rows."""
SAME_LEVEL = 2.0
"""Upper headings stand at one height, up to this many points."""
OFF_CENTRE = 6.0
"""An upper heading stands in the middle of what it heads, up to this many points."""
BLANK = 0.5
"""A blank between two words of a phrase is at most this share of the text height wide."""
LEAST_OVER = 2.5
"""A word of the lowest level stands over two columns when it reaches so many points into both."""
MOST_WAYS = 2_000
"""Ways to share columns out among headings that are tried, at most."""


class _Span(NamedTuple):
    """Columns from the first to the last one."""

    first: int
    last: int


class _Upper(NamedTuple):
    """A piece of a line above the lowest level: its middle and its foot, points from the top."""

    middle: float
    bottom: float
    words: tuple[Word, ...]


class _Level(NamedTuple):
    """Upper headings at one height with the columns they head; `foot` is where the level ends."""

    headings: list[tuple[_Span, tuple[Word, ...]]]
    foot: float


def part_levels(table: DraftTable) -> None:
    """Part the levels of a heading row in which an upper one reaches over several columns."""
    _join_cut_phrases(table)
    if not any(c.col_span > 1 and c.row < FIRST_ROWS and len(c.lines) > 1 for c in table.cells):
        return
    for row in range(min(FIRST_ROWS, table.n_rows - 1)):
        cells = [c for c in table.cells if c.row == row]
        if any(c.row < row < c.row + c.row_span for c in table.cells) or any(c.row_span > 1 for c in cells):
            continue
        if not any(is_figure(x.text) for c in table.cells if c.row > row for x in c.lines):
            return  # no heading of figures: an organisation chart, a form
        pairs = [pair for c in cells if c.col_span > 1 for pair in itertools.pairwise(c.lines)]
        for above, below in sorted(pairs, key=lambda pair: pair[1].middle):
            levels = _levels(table, cells, above, below, set()) or _levels(
                table, cells, above, below, _without_upper(cells, above)
            )
            if levels:
                _part(table, row, cells, levels, below.middle - SAME_LEVEL)
                return


def _join_cut_phrases(table: DraftTable) -> None:
    """Make one cell of two in the first row of which the upper lines are one phrase cut by the edge between them:
    "Realisasi" | "Triwulan" over the middle of "TW I" to "TW IV"."""
    cells = sorted((c for c in table.cells if c.row == 0), key=lambda c: c.col)
    for left, right in itertools.pairwise(cells):
        if all(c.row_span == c.col_span == 1 and len(c.lines) > 1 for c in (left, right)):
            upper, other = left.lines[0], right.lines[0]
            height = upper.bottom - upper.top
            level = abs(upper.middle - other.middle) <= SAME_LEVEL
            if level and 0 <= other.x0 - upper.x1 <= BLANK * height and _alone(cells, left, right, upper):
                phrase = tuple(w._replace(segment=0) for w in (*upper.words, *other.words))
                rest = [_side_by_side(a, b) for a, b in zip(left.lines[1:], right.lines[1:], strict=False)]
                left.col_span, left.x1 = 2, right.x1
                left.lines = [Line(upper.group, phrase), *rest]
                table.cells.remove(right)
                return


def _alone(cells: Sequence[DraftCell], left: DraftCell, right: DraftCell, upper: Line) -> bool:
    """Whether both cells have as many lines, and no cell beside them has a word at the height of the phrase."""
    beside = [c for c in cells if c.col in (left.col - 1, right.col + 1)]
    near = [x for c in beside for x in c.lines if abs(x.middle - upper.middle) <= SAME_LEVEL]
    return len(left.lines) == len(right.lines) and bool(beside) and not near


def _side_by_side(left: Line, right: Line) -> Line:
    """Two lines of one, each with its own segments."""
    behind = left.words[-1].segment + 1
    return Line(left.group, (*left.words, *(w._replace(segment=w.segment + behind) for w in right.words)))


def _without_upper(cells: Sequence[DraftCell], label: Line) -> set[int]:
    """Columns with a cell of their own that has no line as high as an upper heading: they have one level."""
    lowest = label.middle + SAME_LEVEL
    return {c.col for c in cells if c.col_span == 1 and all(x.middle > lowest for x in c.lines)}


def _levels(
    table: DraftTable, cells: Sequence[DraftCell], label: Line, below: Line, plain: set[int]
) -> list[_Level]:
    """The upper levels from the top, the last of them at the height of `label`, when the lowest begins at that of
    `below`; none where anything does not fit. Columns known to have one level are `plain`, as are those with words
    between the two."""
    lines = [line for c in cells for line in c.lines]
    lowest = [w for line in lines if line.middle >= below.middle - SAME_LEVEL for w in line.words]
    if any(_stands_over_two(table, w) for w in lowest):
        return []
    between = [x for x in lines if label.middle + SAME_LEVEL < x.middle < below.middle - SAME_LEVEL]
    plain = plain | {column_of(table.xs, w) for x in between for w in x.words}
    headed = {column_of(table.xs, w) for w in lowest} - plain
    upper = [
        _Upper(line.middle, line.bottom, segment)
        for line in lines
        if line.middle <= label.middle + SAME_LEVEL
        for segment in line.segments()
        if column_at(table.xs, _middle(segment)) in headed
    ]
    under = [_Span(k, k) for k in sorted(headed)]
    foot = (label.bottom + below.top) / 2
    levels: list[_Level] = []
    while under and upper:
        height = max(x.middle for x in upper)
        on_level = [x for x in upper if height - x.middle <= SAME_LEVEL]
        headings = _over(table, under, [x.words for x in on_level])
        if headings is None:
            return []
        levels.insert(0, _Level(headings, foot))
        upper = [x for x in upper if x not in on_level]
        foot = max((x.bottom for x in upper), default=0.0) + 0.5
        under = [span for span, _ in headings]
    return levels


def _over(
    table: DraftTable, under: Sequence[_Span], labels: Sequence[tuple[Word, ...]]
) -> list[tuple[_Span, tuple[Word, ...]]] | None:
    """What stands over each of the spans side by side; None where a span is left or a heading does not fit."""
    found: list[tuple[_Span, tuple[Word, ...]]] = []
    for run in _runs(under):
        left, right = table.xs[run[0].first], table.xs[run[-1].last + 1]
        own = sorted((s for s in labels if left <= _middle(s) < right), key=_middle)
        shared = _shared_out(table, run, own)
        if shared is None:
            return None
        found += shared
    return found


def _shared_out(
    table: DraftTable, run: Sequence[_Span], labels: Sequence[tuple[Word, ...]]
) -> list[tuple[_Span, tuple[Word, ...]]] | None:
    """Spans side by side shared out among the headings above them, each in the middle of its own."""
    if not labels:
        return None
    ways = itertools.combinations(range(1, len(run)), len(labels) - 1)
    for ends in itertools.islice(ways, MOST_WAYS):
        parts = [run[a:b] for a, b in itertools.pairwise([0, *ends, len(run)])]
        wide = any(len(p) > 1 or p[0].first < p[0].last for p in parts)
        if wide and all(_in_the_middle(table, p, s) for p, s in zip(parts, labels, strict=True)):
            return [(_Span(p[0].first, p[-1].last), s) for p, s in zip(parts, labels, strict=True)]
    return None


def _in_the_middle(table: DraftTable, part: Sequence[_Span], label: Sequence[Word]) -> bool:
    left, right = table.xs[part[0].first], table.xs[part[-1].last + 1]
    return (
        left - 1.0 <= label[0].x0
        and label[-1].x1 <= right + 1.0
        and abs(_middle(label) - (left + right) / 2) <= OFF_CENTRE
    )


def _middle(words: Sequence[Word]) -> float:
    return (words[0].x0 + words[-1].x1) / 2


def _stands_over_two(table: DraftTable, word: Word) -> bool:
    return column_at(table.xs, word.x0 + LEAST_OVER) < column_at(table.xs, word.x1 - LEAST_OVER)


def _runs(spans: Sequence[_Span]) -> list[list[_Span]]:
    """Spans that stand side by side."""
    runs: list[list[_Span]] = []
    for span in spans:
        if runs and span.first == runs[-1][-1].last + 1:
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _part(
    table: DraftTable, row: int, cells: Sequence[DraftCell], levels: Sequence[_Level], lowest: float
) -> None:
    """Give each upper level a row of its own; the last one's headings stand at the height `lowest` and below it."""
    lines = [line for c in cells for line in c.lines]
    headed = {k for span, _ in levels[-1].headings for k in range(span.first, span.last + 1)}
    for cell in table.cells:
        if cell.row > row:
            cell.row += len(levels)
    table.n_rows += len(levels)
    for cell in cells:
        table.cells.remove(cell)
        own = [k for k in range(cell.col, cell.col + cell.col_span) if k not in headed]
        for first, last in _plain_headings(table, cell, own):
            columns = set(range(first, last + 1))
            part = [x for line in cell.lines if (x := _within(table, line, columns)) is not None]
            heading = replace(cell, row_span=1 + len(levels), lines=part)
            _put(table, heading, first, last)
            table.cells.append(heading)
    top = min(c.top for c in cells)
    blank = replace(cells[0], lines=[], row_span=1)
    for k, level in enumerate(levels):
        for span, words in level.headings:
            heading = replace(blank, row=row + k, top=top, bottom=level.foot, lines=[Line(-1, words)])
            _put(table, heading, span.first, span.last)
            table.cells.append(heading)
        top = level.foot
    for col in sorted(headed):
        below = [p for x in lines if x.middle >= lowest and (p := _within(table, x, {col})) is not None]
        heading = replace(blank, row=row + len(levels), top=top, lines=below)
        _put(table, heading, col, col)
        table.cells.append(heading)


def _plain_headings(table: DraftTable, cell: DraftCell, columns: Sequence[int]) -> list[_Span]:
    """The columns of a cell that have one level: each by itself where all of them have words of their own."""
    words = [w for line in cell.lines for w in line.words if column_of(table.xs, w) in columns]
    filled = {column_of(table.xs, w) for w in words}
    if filled.issuperset(columns) and not any(_stands_over_two(table, w) for w in words):
        return [_Span(k, k) for k in columns]
    return [_Span(run[0].first, run[-1].last) for run in _runs([_Span(k, k) for k in columns])]


def _put(table: DraftTable, cell: DraftCell, first: int, last: int) -> None:
    cell.col, cell.col_span = first, last - first + 1
    cell.x0, cell.x1 = table.xs[first], table.xs[last + 1]


def _within(table: DraftTable, line: Line, columns: set[int]) -> Line | None:
    """The words of a line that stand in some columns."""
    words = tuple(w for w in line.words if column_of(table.xs, w) in columns)
    return Line(line.group, words) if words else None
