"""Several logical rows inside one ruled row, told apart by the figures' heights."""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from lkjip_extract.celltext import cell_lines
from lkjip_extract.centred_rows import centred_rows
from lkjip_extract.columns import GRADE, crosses, split_line
from lkjip_extract.headers import is_index_row
from lkjip_extract.lines import Line
from lkjip_extract.marked_rows import marked_rows
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.paragraph_rows import ITEM, LogicalRows, figure_lines, is_next_item, paragraph_rows

ALIGNED = 4.0
"""Figures of one logical row stand at the same height, up to this many points."""
LEVEL = 2.0
"""A label stands in the middle of its row as its figure does, up to this many points."""
NAMES_APART = 1.25
"""Figures beside names stand at least so many line heights apart: lines of one text stand closer."""
MIN_NUMBERS = 3
"""So many single numbers make a row one of running numbers."""
MIN_STACK = 2
MIN_WORD = 3
"""No figure begins with so many letters."""
MIN_LIST = 3
"""So many lines, none of them full, are items of a list."""
SAME_GAP, CLOSE = 1.5, 0.6
"""The lines of one text are apart as those of their cell that are closest, up to so many points, and by less than this
share of their height."""
CENTRED = 3.0
"""A text stands in the middle of its rows up to so many points."""
AGREEING = 2
"""Columns, one of them of figures, that must have their figures or items at the same heights."""
SPREAD = 2.0
"""Figures at least this many line heights apart are different rows, even if one column alone says so."""

_ORDINAL = re.compile(r"^\(?\d{1,3}[.)]?$")
_WELL_FORMED = re.compile(
    r"^(?:Rp\.?\s*|[<>≥≤]\s*)?-?"
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,4})?)"
    r"\s*(?:%|‰|,-)?(?:\s*[A-Za-z%][\w%/.]{0,12})?(?:\s*\*{1,3}\)?)?$"  # footnote marks: *, **)
    rf"|^{GRADE}$"
    r"|^\d{1,4}(?:[.,]\d{1,2})?\s?[-–]\s?\d{1,4}(?:[.,]\d{1,2})?\s*%?$"  # from .. to ..
)
_RUPIAH = re.compile(r"^Rp\.?\s*\d[\d., ]*(?:,-|-)?$")
"""An amount that says so, well-formed or not ("Rp. 75..000.000,-")."""
_WITH_UNIT = re.compile(r"^\d[\d.,]*(?:\s+[A-Za-z]|[A-Za-z]{3})")
"""A figure that says what it counts: no piece of a broken figure ("44 Lapangan")."""
_UNIT = re.compile(
    r"%|‰|per(?: [\d.]+)? \w+(?: \w+)?|(?:persen(?:tase)?|nilai|indeks|angka|predikat|skor|poin|rasio|orang|unit|"
    r"dokumen|laporan|kali|kasus|hari|bulan|menit|kelompok|buah|paket|ton|ha|km)(?: \([^()]*\))?",
    re.I,
)
"""A unit, as it stands alone on its line."""
_LETTERED = re.compile(r"^[A-H]\.\s+[A-Z]\w")
"""An item of a list with a capital before it ("A. Belanja Tidak Langsung")."""
_LIST_HEAD = re.compile(r"^[A-Z]\w+(?: \w+)?\s*:$")
"""A line of one or two words over a list ("Keluaran:")."""
_RULING = re.compile(r"^[\[|¦]\s*(?=\S)|(?<=\S)\s*[\]|¦]$")
"""A ruling beside the figure that a reader of pictures took for a sign ("[60 kali")."""
_TIE = re.compile(r"^(?:atau|dan|s/d|s\.d\.?|sampai|hingga)$", re.I)
"""A line that makes one answer of the figures above and below it ("22,7%", "atau", "75%")."""


class _Stack(NamedTuple):
    col: int
    heights: tuple[float, ...]
    spread: float
    counted: bool


def split_stacked_rows(table: DraftTable) -> None:
    """Split ruled rows in which complete figures are stacked at the heights of other figures or of items.

    Label lines go to the logical row at whose height they, or the item they belong to, begin. Cells that
    span over the row grow with it. The rows found may be stacks themselves (two kegiatan above a list).
    """
    single = {id(c) for c in table.cells if c.row_span == 1}
    if _split_once(table):
        _split_once(table, single)


def _split_once(table: DraftTable, single: Collection[int] | None = None) -> int:
    """Split the rows of a table, each into those that one look finds; gives by how many it has grown.

    A second look, which is told the cells (`single`, by id) that were drawn beside one row, finds only rows that each
    have a name and a digit.
    """
    by_row: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    shift = 0
    for row in range(table.n_rows):
        cells = by_row.get(row, [])
        cut = _cut([c for c in cells if c.row_span == 1])
        for cell in cells:
            cell.row += shift
        if cut is None or (single is not None and not _named_and_counted(cells, cut.anchors)):
            continue
        extra = len(cut.anchors) - 1
        listed = any(_item_heights(c) == cut.anchors for c in cells)
        for cell in cells:
            own_row = cut.names is not None and cell.col >= cut.names
            if (
                cell.row_span > 1
                or id(cell) in cut.whole
                or (not own_row and (len(cell.lines) <= 1 or _is_one_phrase(cell, cut)))
            ):
                loose = single is not None and (cell.row_span == 1 or id(cell) in single)
                above = _rows_above(cell, cut.anchors) if loose else 0
                cell.row += above
                cell.row_span += extra - above
                continue
            table.cells.remove(cell)
            parts = _split(cell, cut)
            words = len(_items(cell)) < MIN_STACK and not any(_WELL_FORMED.match(t.text) for t in cell.lines)
            table.cells.extend(_phrases_whole(parts) if listed and words and not cut.marked else parts)
        for cell in table.cells:
            if cell.row < row + shift < cell.row + cell.row_span and cell not in cells:
                cell.row_span += extra
        shift += extra
    table.n_rows += shift
    return shift


def _rows_above(cell: DraftCell, anchors: Sequence[float]) -> int:
    """How many of the rows that begin at these heights stand above the one figure of a cell over all of them; 0 where
    it holds anything else."""
    if not _is_figure(cell):
        return 0
    middle = cell.lines[0].middle
    return next((k for k, anchor in enumerate(anchors) if abs(middle - anchor) <= ALIGNED), 0)


def _named_and_counted(cells: Sequence[DraftCell], anchors: Sequence[float]) -> bool:
    """Whether a line that begins a name, or an item, and one with a digit that is no name stand at each height."""
    lines = [t for c in cells for t in c.lines]
    names = [
        t for t in lines if (t.text[0].isupper() or ITEM.match(t.text)) and not _WELL_FORMED.match(t.text)
    ]
    counted = [t for t in lines if t not in names and any(map(str.isdigit, t.text))]
    return _beside(names, anchors) == _beside(counted, anchors) == len(anchors)


def _phrases_whole(parts: Sequence[DraftCell]) -> list[DraftCell]:
    """The parts of a column beside a list, those that go on with the words of the one above joined to it."""
    whole: list[DraftCell] = []
    for part in parts:
        begin = part.lines[0].text[0] if part.lines else ""
        above = whole[-1].lines[0].text[0] if whole and whole[-1].lines else ""
        if above and (not begin or begin.islower() or begin == "/" or (begin == "(" != above)):
            upper = whole.pop()
            lines = [*upper.lines, *part.lines]
            part = replace(upper, row_span=part.row + 1 - upper.row, bottom=part.bottom, lines=lines)
        whole.append(part)
    return whole


def join_divided_rows(table: DraftTable) -> None:
    """Make one row of several whose rulings divide only blank cells (the shaded quarters of a schedule).

    All text of such rows stands in cells that span over all of them.
    """
    for row in sorted({c.row for c in table.cells if c.lines and c.row_span > 1}, reverse=True):
        spans = {c.row_span for c in table.cells if c.row == row and c.lines}
        if len(spans) != 1:
            continue
        (span,) = spans
        own = [c for c in table.cells if row <= c.row < row + span]
        reaching = any(c.row < row < c.row + c.row_span for c in table.cells)
        if span < 2 or reaching or any(c.lines and c.row != row for c in own):
            continue
        below = [c for c in table.cells if c.row >= row + span]
        bottom = max(c.bottom for c in own)
        for cell in own:
            if cell.row == row:
                cell.row_span, cell.bottom = 1, bottom
            else:
                table.cells.remove(cell)
        for cell in below:
            cell.row -= span - 1
        table.n_rows -= span - 1


def split_whole_rows(table: DraftTable) -> None:
    """Part rows of one cell whose texts stand one in each column: the rulings between them are not drawn (every second
    row of some styles)."""
    if table.n_cols < MIN_LIST:
        return
    for cell in [c for c in table.cells if c.col_span == table.n_cols and c.row_span == len(c.lines) == 1]:
        (line,) = cell.lines
        parts = split_line(line, table.xs)
        if len(parts) == table.n_cols == len(line.segments()) and not any(
            crosses(line, x) for x in table.xs[1:-1]
        ):
            table.cells.remove(cell)
            table.cells.extend(
                replace(cell, col=k, col_span=1, x0=table.xs[k], x1=table.xs[k + 1], lines=[part])
                for k, part in parts.items()
            )


def split_index_row(table: DraftTable) -> None:
    """Part the running numbers of the columns from the row below, where a ruling between them is missing."""
    by_row: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.lines:
            by_row.setdefault(cell.row, []).append(cell)
    for row, cells in by_row.items():
        joined = [c for c in cells if c.row_span > 1 and len(c.lines) > 1]
        plain = [c for c in cells if c.row_span == 1 and len(c.lines) == 1]
        if not joined or len(plain) < MIN_NUMBERS or len(joined) + len(plain) < len(cells):
            continue
        if not is_index_row([c.lines[0].text for c in sorted(cells, key=lambda c: c.col)]):
            continue
        edge = max(c.bottom for c in plain)
        for cell in joined:
            rest = replace(cell, row=row + 1, row_span=cell.row_span - 1, top=edge, lines=cell.lines[1:])
            cell.row_span, cell.bottom, cell.lines = 1, edge, cell.lines[:1]
            table.cells.append(rest)


def split_spanning_stacks(table: DraftTable) -> None:
    """Split cells over the same several rows in which figures are stacked at the same heights.

    Beside a list of programs two indicators with their targets may share such cells; each goes to the
    rows from its height on.
    """
    tops = {c.row: c.top for c in table.cells if c.row_span == 1}
    groups: dict[tuple[int, int], list[DraftCell]] = {}
    for cell in table.cells:
        if cell.row_span > 1:
            groups.setdefault((cell.row, cell.row_span), []).append(cell)
    for (row, row_span), cells in groups.items():
        tied = any(_tied(c) for c in cells)
        cut = None if tied else _by_heights(cells, _agreed(cells) or _far_apart(cells))
        if cut is None:
            continue
        starts = _starts(tops, row, row_span, cut.anchors)
        if starts[-1] >= row + row_span:
            continue
        for cell in cells:
            if len(cell.lines) <= 1:
                continue
            table.cells.remove(cell)
            for part, start, end in zip(
                _split(cell, cut), starts, [*starts[1:], row + row_span], strict=True
            ):
                part.row, part.row_span = start, end - start
                table.cells.append(part)


def _starts(tops: dict[int, float], row: int, row_span: int, anchors: tuple[float, ...]) -> list[int]:
    """The first row of each part of a cell over several rows; parts beside one row take one row each."""
    starts = [row]
    for anchor in anchors[1:]:
        starts.append(max(_row_at(tops, row, row_span, anchor), starts[-1] + 1))
    return starts


def _row_at(tops: dict[int, float], row: int, row_span: int, height: float) -> int:
    """The row between `row` and the end of its span that holds a height."""
    return max((r for r in range(row, row + row_span) if tops.get(r, 1e9) <= height), default=row)


def split_spanning_figures(table: DraftTable) -> None:
    """Split cells over several rows that hold one complete figure, or one item of a list, beside each of them.

    The rulings between them are missing or too faint to be seen; a merged cell holds one figure, or one text whose
    lines are as full as they can be.
    """
    bands = {c.row: (c.top, c.bottom) for c in table.cells if c.row_span == 1}
    figures = {c.row: c.lines[0].middle for c in table.cells if c.row_span == 1 and _is_figure(c)}
    for cell in list(table.cells):
        rows = range(cell.row, cell.row + cell.row_span)
        if len(rows) < 2 or len(cell.lines) < len(rows) or any(r not in bands for r in rows):
            continue
        beside = {r: [line for line in cell.lines if _within(line, bands[r])] for r in rows}
        if not all(beside.values()) or sum(len(lines) for lines in beside.values()) != len(cell.lines):
            continue
        texts = [" ".join(line.text for line in lines) for lines in beside.values()]
        items = len(texts) == len(cell.lines) and figures.keys() >= set(rows) and _is_list(cell)
        if items or _level(beside, figures) or all(_WELL_FORMED.match(text) or text == "-" for text in texts):
            table.cells.remove(cell)
            table.cells.extend(
                replace(cell, row=r, row_span=1, top=bands[r][0], bottom=bands[r][1], lines=lines)
                for r, lines in beside.items()
            )


def split_shared_rows(table: DraftTable) -> None:
    """Split cells over many rows whose texts, each beginning with a capital, stand each in the middle of as many of
    these rows as the others do.

    Rows told by stripes leave it open where a cell over two of them ends: the name of an indicator stands between its
    target and its realisasi.
    """
    bands = {c.row: (c.top, c.bottom) for c in table.cells if c.row_span == 1}
    for cell in list(table.cells):
        texts = _apart(cell.lines)
        rows = range(cell.row, cell.row + cell.row_span)
        each, rest = divmod(len(rows), len(texts)) if texts else (0, 0)
        if len(texts) < MIN_LIST or each < 2 or rest or any(r not in bands for r in rows):
            continue
        if not all(lines[0].text[:1].isupper() for lines in texts):
            continue  # one text printed with wide gaps
        starts = list(rows)[::each]
        sides = [(bands[r][0], bands[r + each - 1][1]) for r in starts]
        if all(
            abs(lines[0].top + lines[-1].bottom - top - bottom) / 2 <= CENTRED
            for lines, (top, bottom) in zip(texts, sides, strict=True)
        ):
            table.cells.remove(cell)
            table.cells.extend(
                replace(cell, row=r, row_span=each, top=top, bottom=bottom, lines=lines)
                for r, (top, bottom), lines in zip(starts, sides, texts, strict=True)
            )


def _apart(lines: Sequence[Line]) -> list[list[Line]]:
    """The texts of a cell: lines further from each other than those of one text."""
    texts: list[list[Line]] = []
    for line in lines:
        if texts and line.top - texts[-1][-1].bottom <= CLOSE * (line.bottom - line.top):
            texts[-1].append(line)
        else:
            texts.append([line])
    return texts


def _level(beside: dict[int, list[Line]], figures: dict[int, float]) -> bool:
    """Whether the lines beside each of several rows stand in the middle of it, as its figure does.

    The rows are not of one height and the lines not one for each: so may stand the lines of one text, too.
    """
    if len(beside) < MIN_LIST or not figures.keys() >= beside.keys():
        return False
    middles = [(lines[0].top + lines[-1].bottom) / 2 for lines in beside.values()]
    pitches = [below - above for above, below in itertools.pairwise(middles)]
    uneven = max(pitches) - min(pitches) > LEVEL or any(len(lines) > 1 for lines in beside.values())
    return uneven and all(
        abs(middle - figures[row]) <= LEVEL for row, middle in zip(beside, middles, strict=True)
    )


def _within(line: Line, band: tuple[float, float]) -> bool:
    return band[0] <= line.middle <= band[1]


def _is_figure(cell: DraftCell) -> bool:
    return len(cell.lines) == 1 and bool(_WELL_FORMED.match(cell.lines[0].text))


def _is_list(cell: DraftCell) -> bool:
    """Whether every line is an item of its own: it begins with a capital letter, and would have fitted behind the line
    before it, at least its first word."""
    if len(cell.lines) < MIN_LIST or not all(line.text[0].isupper() for line in cell.lines):
        return False
    room = [line.free for line in cell_lines(cell.lines, cell.x0, cell.x1)]
    firsts = [line.words[0] for line in cell.lines]
    blank = [(w.x1 - w.x0) / len(w.text) for w in firsts]
    return all(
        free > word.x1 - word.x0 + space
        for free, word, space in zip(room, firsts[1:], blank[1:], strict=False)
    )


def _cut(cells: list[DraftCell]) -> LogicalRows | None:
    """Where logical rows begin in a ruled row: at list marks, around figures that all texts are centred at, where
    columns of figures agree, at the paragraphs that figures stand beside, or at figures far apart."""
    if all(len(c.lines) < MIN_STACK for c in cells) or any(_tied(c) for c in cells):
        return None
    marked = marked_rows(cells)
    if marked is not None:
        return marked
    centred = centred_rows(cells)
    if centred is not None:
        return centred
    agreed = _agreed(cells)
    if agreed:
        return _by_heights(cells, agreed)
    answered = _answers_beside(cells)
    cut = _less_sure(cells)
    more = cut is None or len(cut.anchors) <= len(answered)
    return _by_heights(cells, answered) if answered and more else cut


def _less_sure(cells: Sequence[DraftCell]) -> LogicalRows | None:
    """Where logical rows begin although no two columns agree."""
    listed, named = _items_beside(cells), _beside_names(cells)
    if not listed or sum(len(figure_lines(c)) > 1 for c in cells) > 1:  # two lists side by side
        beside = paragraph_rows(cells)
        if beside is not None and len(beside.anchors) >= MIN_STACK:
            more = len(named) > len(beside.anchors) and _covers(named, beside.anchors)
            return _by_heights(cells, named) if more else beside
    apart = _far_apart(cells)
    if apart and len(named) > len(apart) and _covers(named, apart):
        apart = named  # the numbers of the sasaran stand further apart than the targets of their indicators
    return _by_heights(cells, listed or apart or _begin_alike(cells) or named)


def _by_heights(cells: Sequence[DraftCell], anchors: tuple[float, ...]) -> LogicalRows | None:
    """The logical rows that begin at these heights; None for fewer than two."""
    if len(anchors) < MIN_STACK:
        return None
    return LogicalRows(anchors, {id(c): _parts(c, anchors) for c in cells})


def _parts(cell: DraftCell, anchors: tuple[float, ...]) -> list[list[Line]]:
    """The lines of a cell by logical row."""
    level = all(any(abs(line.middle - a) <= ALIGNED for line in cell.lines) for a in anchors)
    if not level and (centred := _centred(cell.lines, anchors, _items(cell))):
        return centred
    parts: list[list[Line]] = [[] for _ in anchors]
    listed = _listed(cell)
    if tuple(line.middle for line in listed) != anchors and _beside(listed, anchors) < len(anchors) - 1:
        named = len(cell.lines) - cell.lines[0].text.endswith(":") if cell.lines else 0
        listed = [] if level and named == len(anchors) else _items(cell)
    groups = _groups(cell, listed) if level or len(listed) >= MIN_STACK else _texts(cell, anchors)
    in_order = len(groups) == len(anchors) and (len(_items(cell)) == len(anchors) or _stack(cell) is not None)
    for i, group in enumerate(groups):
        parts[i if in_order else _anchor_of(group, anchors)] += group
    return parts


def _beside(lines: Sequence[Line], anchors: Sequence[float]) -> int:
    """How many of the heights have a line beside."""
    return sum(any(abs(line.middle - anchor) <= ALIGNED for line in lines) for anchor in anchors)


def _centred(lines: Sequence[Line], anchors: Sequence[float], items: Sequence[Line]) -> list[list[Line]]:
    """The lines shared out so that each row's own stand around its figure's height, an item of a list first in its row;
    empty where they do not.

    Those above the first figure's may be the end of a row that the page cut: they stay with the first.
    """
    for rest in range(len(lines)):
        parts = _around(lines[rest:], anchors)
        if parts and not any(line in items for part in parts for line in part[1:]):
            return [[*lines[:rest], *parts[0]], *parts[1:]]
        if lines[rest].bottom > anchors[0]:
            break
    return []


def _around(lines: Sequence[Line], anchors: Sequence[float]) -> list[list[Line]]:
    """The lines shared out so that each row's own stand around its height; empty where they do not."""
    parts: list[list[Line]] = []
    start = 0
    for anchor in anchors:
        ends = range(start + 1, len(lines) + 1)
        middles = [(end, (lines[start].top + lines[end - 1].bottom) / 2) for end in ends]
        end = next((end for end, middle in middles if abs(middle - anchor) <= LEVEL), None)
        if end is None:
            return []
        parts.append(list(lines[start:end]))
        start = end
    return parts if start == len(lines) else []


def _agreed(cells: list[DraftCell]) -> tuple[float, ...]:
    """Heights of the stack that most columns agree on, the longest of them first; empty when none do."""
    found = [(cell, _stack(cell)) for cell in cells]
    stacks = [stack for _, stack in found if stack is not None]
    if not stacks:
        return ()
    columns = [_marks(cell) if stack is None else stack.heights for cell, stack in found]
    words = [cell for cell, stack in found if stack is None and cell.lines]
    agreed = [
        s
        for s in stacks
        if sum(_same_heights(s.heights, h) for h in columns) >= AGREEING
        or (s.counted and _same_heights(s.heights, _names([c for c in words if c.col < s.col][-1:])))
    ]
    if not agreed:
        return ()
    longest = max(agreed, key=lambda s: len(s.heights)).heights
    more = [s.heights for s in stacks if len(s.heights) > len(longest) and _covers(s.heights, longest)]
    return max(more, key=len, default=longest)


def _begin_alike(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of labels that begin with the same word ("Jumlah ...") and have the figures or dashes of a column at
    their heights, whatever words and further lines those have; empty when no column holds such labels."""
    for column in cells:
        begins = [line for line in column.lines if line.words[0].text == column.lines[0].words[0].text]
        heights = tuple(line.middle for line in begins)
        if len(begins) < MIN_LIST or not begins[0].text[0].isupper():
            continue
        for figures in (c for c in cells if c.col > column.col):
            marks = tuple(x.middle for x in figures.lines if x.text[0].isdigit() or x.text == "-")
            if _same_heights(marks, heights):
                return heights
    return ()


def _answers_beside(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of the items of a list that each have an answer in a column on the right, some of them in words ("79,00",
    "3 hari", "Ada"); empty where one has none, or no answer is a figure."""
    for column in cells:
        items = _items(column) if len(column.lines) >= MIN_STACK else []
        if len(items) < MIN_STACK or items[0] is not column.lines[0]:
            continue
        heights = tuple(item.middle for item in items)
        for other in cells:
            answers = [line for line in other.lines if any(abs(line.middle - h) <= ALIGNED for h in heights)]
            rest = [line for line in other.lines if line not in answers]
            if (
                other.col > column.col
                and len(answers) == len(items)
                and answers[0] is other.lines[0]
                and any(_WELL_FORMED.match(line.text) for line in answers)
                and not any(_WELL_FORMED.match(line.text) for line in rest)
            ):
                return heights
    return ()


def _items_beside(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of the items of a list on the left of a stack, of which only some have a figure: a sasaran above its
    indicators has none. Their units may stand between. Empty where a figure stands beside no item."""
    for stack in filter(None, map(_stack, cells)):
        left = sorted((c for c in cells if c.col < stack.col and c.lines), key=lambda c: c.col)
        for column in reversed(left[-2:]):
            items = tuple(line.middle for line in _listed(column))
            if len(items) > len(stack.heights) and _covers(items, stack.heights):
                return items
    return ()


def _far_apart(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of a stack that stands alone, its figures far apart; empty when there is none."""
    return next((s.heights for c in cells if (s := _stack(c)) is not None and s.spread >= SPREAD), ())


def _same_heights(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= ALIGNED for a, b in zip(one, other, strict=True))


def _covers(more: tuple[float, ...], fewer: tuple[float, ...]) -> bool:
    """Whether every height of `fewer` is one of `more`: a column may also have a figure for the whole row."""
    return all(any(abs(a - b) <= ALIGNED for b in more) for a in fewer)


def _marks(cell: DraftCell) -> tuple[float, ...]:
    """Heights that a column without figures agrees with: of items of a list, of a unit said again and again, or of
    units."""
    if len(cell.lines) >= MIN_STACK and (
        len({line.text for line in cell.lines}) == 1 or all(_UNIT.fullmatch(x.text) for x in cell.lines)
    ):
        return tuple(line.middle for line in cell.lines)
    return _item_heights(cell)


def _names(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of lines that all begin with a capital: things listed line by line ("Renang", "Catur")."""
    lines = [line for cell in cells for line in cell.lines]
    if not all(line.text[:1].isupper() for line in lines):
        return ()
    return tuple(line.middle for line in lines)


def _beside_names(cells: Sequence[DraftCell]) -> tuple[float, ...]:
    """Heights of a stack, not of the lines of one text, beside a column that has a name at each; empty without one."""
    for stack in filter(None, map(_stack, cells)):
        if stack.spread >= NAMES_APART and any(
            _begin_at(c, stack.heights) for c in cells if c.col < stack.col
        ):
            return stack.heights
    return ()


def _begin_at(cell: DraftCell, heights: tuple[float, ...]) -> bool:
    """Whether a column has a line that begins with a capital at each of these heights, and goes on with small letters
    at all others: names, some of them on two lines."""
    begin = [line for line in cell.lines if any(abs(line.middle - h) <= ALIGNED for h in heights)]
    return len(begin) == len(heights) and all(
        line.text[:1].isupper() if line in begin else line.text[:1].islower() for line in cell.lines
    )


def _item_heights(cell: DraftCell) -> tuple[float, ...]:
    """Heights of the lines that begin an item of a list."""
    return tuple(line.middle for line in _items(cell))


def _items(cell: DraftCell) -> list[Line]:
    """The lines that begin an item of a list ("- ...", "a. ...", "2) ...", "A. Belanja ...")."""
    lettered = [line for line in cell.lines if _LETTERED.match(line.text)]
    if [line.text[0] for line in lettered] != list("ABCDEFGH"[: len(lettered)]):
        lettered = []  # titles and first letters of names: "H. Ahmad", "A. Yani"
    return [line for line in cell.lines if ITEM.match(line.text) or line in lettered]


def _listed(cell: DraftCell) -> list[Line]:
    """As `_items` but for capitals, also without a mark: numbers that run from 1 on, and lines under one with a colon,
    each with a capital (OCR may not see the dashes)."""
    found: list[Line] = []
    under_colon, number = False, 0
    for line in cell.lines:
        next_item = is_next_item(line.text, number)
        number += next_item
        marked = next_item or ITEM.match(line.text) is not None or _LIST_HEAD.match(line.text) is not None
        under_colon = under_colon and not marked and line.text[0].isupper()
        if marked or under_colon:
            found.append(line)
        under_colon = under_colon or line.text.endswith(":")
    return found


def _is_one_phrase(cell: DraftCell, cut: LogicalRows) -> bool:
    """Whether the words of a cell run on over the logical rows: it stands beside all of them.

    A list does not: its items have marks, or begin alike ("Kegiatan ...", "Kegiatan ..."), or are single words (units),
    no more than there are rows.
    """
    head, *rest = (line.text.split() for line in cell.lines)
    units = len(cell.lines) <= len(cut.anchors) and all(len(words) == 1 for words in (head, *rest))
    if head[0][0].islower() or units:
        return False
    if any(ITEM.match(line.text) for line in cell.lines[1:]) or any(words[0] == head[0] for words in rest):
        return False
    _, *later = (part[0].text for part in cut.parts[id(cell)] if part)
    return bool(later) and all(text[:1].islower() for text in later)


def _tied(cell: DraftCell) -> bool:
    """Whether the cell holds one answer of several figures, tied by a word on a line of its own."""
    words = [line.text for line in cell.lines if not _WELL_FORMED.match(line.text)]
    return 0 < len(words) < len(cell.lines) and all(_TIE.match(text) for text in words)


def _begins_with_word(text: str) -> bool:
    """Whether a text begins with letters, as no figure does."""
    return len(text) >= MIN_WORD and text[:MIN_WORD].isalpha()


def _stack(cell: DraftCell) -> _Stack | None:
    if len(cell.lines) < MIN_STACK or _begins_with_word(cell.lines[0].text):
        return None
    texts = [_RULING.sub("", line.text) for line in cell.lines]
    plain = all(_WELL_FORMED.match(t) or _ORDINAL.match(t) or t == "-" for t in texts)
    if not plain and not all(_RUPIAH.match(t) for t in texts):
        return None
    heights = tuple(line.middle for line in cell.lines)
    tallest = max(line.bottom - line.top for line in cell.lines)
    spread = min(b - a for a, b in itertools.pairwise(heights)) / max(tallest, 1.0)
    return _Stack(cell.col, heights, spread, all(_WITH_UNIT.match(t) for t in texts))


def _texts(cell: DraftCell, anchors: Sequence[float]) -> list[list[Line]]:
    """The lines of a cell that is no list: those of one text that runs on beside several rows together, else single.

    A line goes on with the one above, as close to it as lines of this cell stand, where it begins with a small letter,
    or where its first word did not fit there, and no figure stands at its height. Texts are told only where there are
    several, fewer than rows.
    """
    gaps = [below.top - above.bottom for above, below in itertools.pairwise(cell.lines)]
    room = [line.free for line in cell_lines(cell.lines, cell.x0, cell.x1)]
    groups = [cell.lines[:1]] if cell.lines else []
    for line, gap, free in zip(cell.lines[1:], gaps, room, strict=False):
        first = line.words[0]
        runs_on = first.text[0].islower() or (first.text[0].isalpha() and free < first.x1 - first.x0)
        close = gap <= min(min(gaps) + SAME_GAP, CLOSE * (line.bottom - line.top))
        if runs_on and close and not any(abs(line.middle - a) <= ALIGNED for a in anchors):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups if MIN_STACK <= len(groups) < len(anchors) else [[line] for line in cell.lines]


def _groups(cell: DraftCell, begins: Sequence[Line]) -> list[list[Line]]:
    """The lines of a cell, those of one item of a list together; single lines where it is no list."""
    if len(begins) < MIN_STACK:
        return [[line] for line in cell.lines]
    groups: list[list[Line]] = []
    for line in cell.lines:
        if groups and line not in begins:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _anchor_of(lines: list[Line], anchors: tuple[float, ...]) -> int:
    """The logical row of an item: that of the one figure beside it, else the last that begins above it."""
    middles = [line.middle for line in lines]
    beside = [i for i, a in enumerate(anchors) if middles[0] - ALIGNED <= a <= middles[-1] + ALIGNED]
    if len(beside) == 1:
        return beside[0]
    return max((i for i, a in enumerate(anchors) if a <= middles[0] + ALIGNED), default=0)


def _split(cell: DraftCell, cut: LogicalRows) -> list[DraftCell]:
    middles = [(a + b) / 2 for a, b in itertools.pairwise(cut.anchors)]
    edges = [cell.top, *middles, cell.bottom]
    return [
        replace(cell, row=cell.row + i, row_span=1, top=edges[i], bottom=edges[i + 1], lines=part)
        for i, part in enumerate(cut.parts[id(cell)])
    ]
