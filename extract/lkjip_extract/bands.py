"""Tables without vertical rulings: rows between rules or coloured bands.

Columns are told by the pieces in which rules and bands are drawn (most programs draw them cell by cell), or
else by blank space that no word crosses.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from lkjip_extract.borderless import DATELINE, logical_rows
from lkjip_extract.columns import (
    DATED,
    crosses,
    figures_beside,
    fit_heading,
    is_figure,
    segment_text,
    segment_texts,
    space_columns,
    split_line,
)
from lkjip_extract.dotted import Rectangle, are_dashes
from lkjip_extract.grid import Grid, GridCell, merge_edges, same_edges, words_in
from lkjip_extract.headers import BEGINS_SUM, is_index_row, looks_like_header
from lkjip_extract.lines import Line, Word
from lkjip_extract.printed_page import Rect, Stroke

THIN = 2.6
"""Filled rectangles no taller than this many points are rules."""
LEAST_SIDE = 5.0
"""Filled rectangles with shorter sides are bullets and traffic lights, not cells."""
SAME = 2.5
"""Edges of one table agree up to this many points."""
BESIDE = 3.5
"""Pieces of one rule, or cells of one band, are apart by at most so many points (white gaps between cells)."""
PADDING = 8.0
"""Narrower bands are the room left and right of shaded lines of text."""
LEAST_WIDTH = 120.0
"""Narrower rules are underlines and decoration."""
TALLEST_ROW = 130.0
"""A row between two rules is not taller than this many points."""
WHITE = 252
"""Colours of which every part is at least this are the paper."""
MOST_OBJECTS = 4_000
"""A page with more rectangles is a drawing."""
MOST_FIGURE_LINES = 2
"""Lines with figures beside words in one row, at most."""
MOST_STACKED = 8
"""And in a table whose rows above have figures between rules, too."""
NEAR_EDGE = 14.0
"""The middle of the blank space between two columns is at most so many points away from the edge drawn there."""
MOST_HEADING_LINES = 3
"""Headings over striped rows have at most so many lines, those beside each other counted apart."""
LEAST_CELLS = 3
"""Bands of so many cells with the same edges are rows of one table."""
OPEN_GAP, CLOSE_LINES = 1.5, 0.6
"""Rows without a rule between them are at most so many heights of a line apart, lines of one label much less."""
LONG_LIST = 6
"""In more rows of one line than so many no cell reaches over several."""
CENTRED = 4.0
"""The middle of a heading is at most so many points away from that of the columns it stands over."""
FAR_CENTRED, LEAST_BESIDE = 8.0, 2
"""What stands over the middle of two columns is at most so many points off; so many rows fill both of these."""
MIN_HEADINGS = 3
"""So many headings side by side begin a table."""
MANY_RULES = 5
"""In a table of so many rules a single one in two pieces does not tell the columns."""
PARTED_LINES = 4
"""So many times as many lines are parted at the edge of a column as have the name of a group over it, at least."""
MIN_BANDS = 3
"""So many rows, one of them the heading, make a table whose columns only blank space tells."""

_NUMBER_HEADING = re.compile(r"no\.?", re.I)
_SOURCE = r"sumber(?!\s+(?:daya|dana|air|pendapatan|penerimaan|belajar|pangan)\b)"
"""Tells where figures come from; "Sumber Daya ..." goes on with a name."""
CAPTION = re.compile(rf"^(?:tabel|table|gambar|grafik|{_SOURCE}|bab|lampiran)\b", re.I)
"""Text between two tables, not a row."""
_SECTION = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})+\.?|[A-Z]\.)\s+[A-Z][a-z]")
"""Begins the heading of a section: "3.4 Perbandingan ..."."""
SECTION_GAP = 1.0
"""So many heights of its line it stands below the table before, at least; a row stands close to its rule."""
_NOTE = re.compile(rf"\W*(?:ket\b|keterangan|catatan|{_SOURCE}|tabel)", re.I)
SENTENCE_WORDS, SENTENCE_WIDTH = 8, 0.7
"""The first line of running text has at least so many words, over such a share of the width of a table."""
_FULL_STOP = re.compile(r"\w\)?\.(?:\s+[A-Z]|\s*$)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCORE = r"\d{1,3}(?:[.,]\d+)?\s*%?"
_BOUNDS = re.compile(rf"[<>≤≥]=?\s*{_SCORE}|{_SCORE}\s*(?:[<>≤≥]=?|-|–|s\.?/?d\.?)\s*{_SCORE}", re.I)
"""Bounds of scores, as the rows of a scale begin."""


class Strip(NamedTuple):
    """A rule (`top` is `bottom`) or a band of cells: the edges of the pieces it is drawn in, from left to right."""

    top: float
    bottom: float
    xs: tuple[float, ...]

    @property
    def pieced(self) -> bool:
        """Whether it is drawn cell by cell."""
        return len(self.xs) > 2


def banded_grids(
    rects: Sequence[Rect],
    strokes: Sequence[Stroke],
    lines: Sequence[Line],
    grids: Sequence[Grid],
    dashed: Sequence[Rectangle] = (),
) -> list[Grid]:
    """The tables of a page that rules or bands divide into rows, outside the ruled ones (`grids`).

    `rects` and `strokes` are what the page draws, `dashed` the rulings that small rectangles make, `lines` the text
    outside ruled tables; the page is not turned.
    """
    if sum(len(line.segments()) > 1 for line in lines) < 2:
        return []
    if dashed:
        dashes = are_dashes([rect.bbox for rect in rects])
        rects = [rect for rect, dash in zip(rects, dashes, strict=True) if not dash]
    if len(rects) + len(strokes) > MOST_OBJECTS:
        return []
    strips = [s for s in find_strips(rects, strokes, dashed) if not any(_inside(s, grid) for grid in grids)]
    found: list[Grid | None] = []
    for run in _runs(strips, lines):
        whole = _from_heading(run, lines, grids, strips)
        for part in _parted_at_headings(whole, lines):
            heading = None if part[0] is whole[0] else _heading_over(part, lines)
            top = [] if heading is None else [Strip(heading.top - 1.0, heading.top - 1.0, part[0].xs)]
            found.append(_grid([*top, *part], lines, strips))
    return [grid for grid in found if grid is not None]


def joined_to_headings(grids: Sequence[Grid], banded: Sequence[Grid]) -> list[Grid]:
    """Ruled tables and those that rules or bands divide, from top to bottom; a ruled heading and the rows that begin at
    its foot, in the same columns, are one table."""
    found = list(grids)
    for body in banded:
        heading = next((g for g in found if _stands_on(g, body)), None)
        if heading is None:
            found.append(body)
            continue
        rows = [cell._replace(row=cell.row + heading.n_rows) for cell in body.cells]
        found[found.index(heading)] = Grid(heading.xs, (*heading.ys, *body.ys[1:]), (*heading.cells, *rows))
    return sorted(found, key=lambda g: (g.ys[0], g.xs[0]))


def _stands_on(heading: Grid, body: Grid) -> bool:
    return abs(heading.ys[-1] - body.ys[0]) <= SAME and same_edges(heading.xs, body.xs, BESIDE)


def _from_heading(
    run: list[Strip], lines: Sequence[Line], grids: Sequence[Grid], strips: Sequence[Strip]
) -> list[Strip]:
    """A run that begins at the foot of a ruled heading over it, where the first row has no rule of its own above, or
    at headings that no rule closes above. `strips` are all of the page."""
    left, right = _frame(run)
    top = min(s.top for s in run)
    for grid in grids:
        foot = grid.ys[-1]
        if (
            LEAST_SIDE < top - foot <= TALLEST_ROW
            and abs(grid.xs[0] - left) <= BESIDE
            and abs(grid.xs[-1] - right) <= BESIDE
            and grid.n_cols >= LEAST_CELLS
        ):
            between = [t for t in _within(lines, (left, right)) if foot - 1 <= t.middle <= top + 1]
            if (
                any(len(t.segments()) > 1 for t in between)
                and not any(CAPTION.match(t.text) for t in between)
                and not hold_sentence(between, (left, right))
            ):
                return [Strip(foot, foot, tuple(grid.xs)), *run]
    heading = _heading_over(run, lines)
    if heading is not None:
        return [Strip(heading.top - 1.0, heading.top - 1.0, run[0].xs), *run]
    return [*_levels_over(run, lines, strips), *run]


def _heading_over(run: Sequence[Strip], lines: Sequence[Line]) -> Line | None:
    """The first of the lines of headings over striped rows, or over a rule drawn cell by cell: one heading over each of
    the cells of the first stripe or rule, but perhaps the last (of marks)."""
    top = run[0].top
    xs = max((s.xs for s in run if s.top - top <= SAME), key=len)
    if len(xs) <= LEAST_CELLS:
        return None
    above = [t for t in _within(lines, (xs[0], xs[-1])) if t.middle < top]
    above = [t for t in above if t.x0 > xs[0] - BESIDE and t.x1 < xs[-1] + BESIDE]
    headings: list[str] = [""] * (len(xs) - 1)
    first: Line | None = None
    end = top
    for line in sorted(above, key=lambda t: -t.middle)[:MOST_HEADING_LINES]:
        parts = split_line(line, xs)
        far = end - line.bottom > OPEN_GAP * (line.bottom - line.top)
        if far or CAPTION.match(line.text) or any(crosses(line, x) for x in xs[1:-1]):
            break
        if not all(xs[k] - BESIDE < p.x0 and p.x1 < xs[k + 1] + BESIDE for k, p in parts.items()):
            break
        for k, part in parts.items():
            headings[k] = f"{part.text} {headings[k]}".strip()
        first, end = line, line.top
        if len(segment_texts(line)) < len(parts):
            break  # words of one phrase
    years = not headings[0] and all(map(_YEAR.fullmatch, headings[1:]))
    named = headings if headings[-1] or len(headings) <= MIN_HEADINGS else headings[:-1]
    return first if years or (all(named) and looks_like_header(named)) else None


def _levels_over(run: Sequence[Strip], lines: Sequence[Line], strips: Sequence[Strip]) -> list[Strip]:
    """The open top of headings of two levels over the first rule of a run, and the shorter rules between their levels;
    none where no such heading is."""
    (left, right), top = _frame(run), run[0].top
    short = [
        s
        for s in strips
        if _is_rule(s) and LEAST_SIDE < top - s.top <= TALLEST_ROW / 2 and _lies_within(s, left, right)
    ]
    if not short or max(s.top for s in short) - min(s.top for s in short) > SAME:
        return []
    between = min(s.top for s in short)
    above = [t for t in _within(lines, (left, right)) if t.middle < top]
    over = sorted((t for t in above if t.middle < between), key=lambda t: -t.middle)
    first = between
    for line in over[:MOST_HEADING_LINES]:
        stands_over = any(
            any(s.xs[0] - BESIDE <= x[0].x0 and x[-1].x1 <= s.xs[-1] + BESIDE for s in short)
            for x in line.segments()
        )
        if first - line.bottom > OPEN_GAP * (line.bottom - line.top) or CAPTION.match(line.text):
            break
        if not stands_over and line.bottom <= first:
            break
        first = min(first, line.top)
    own = [t for t in above if t.middle > first]
    texts = [x for t in own for x in segment_texts(t)]
    if first == between or len(texts) < MIN_HEADINGS or not looks_like_header(texts):
        return []
    if any(is_figure(x) and not _YEAR.fullmatch(x) for x in texts):
        return []
    return [Strip(first - 1.0, first - 1.0, (left, right)), *short]


def _lies_within(rule: Strip, left: float, right: float) -> bool:
    """Whether a rule is shorter than those of a frame, and inside of it."""
    return left + LEAST_SIDE < rule.xs[0] and rule.xs[-1] < right + SAME


def find_strips(
    rects: Iterable[Rect], strokes: Iterable[Stroke], dashed: Iterable[Rectangle] = ()
) -> list[Strip]:
    """Rules and bands from top to bottom, pieces that stand side by side joined."""
    rules: list[Rectangle] = [
        ((top + bottom) / 2, (top + bottom) / 2, x0, x1)
        for x0, top, x1, bottom in dashed
        if x1 - x0 > bottom - top
    ]
    bands: list[Rectangle] = []
    padding: list[Rectangle] = []
    for rect in rects:
        x0, top, x1, bottom = rect.bbox
        if x1 - x0 < LEAST_SIDE or is_paper(rect.fill_color):
            continue
        if bottom - top <= THIN:
            middle = (top + bottom) / 2
            rules.append((middle, middle, x0, x1))
        elif bottom - top >= LEAST_SIDE:
            (padding if x1 - x0 < PADDING else bands).append((top, bottom, x0, x1))
    for stroke in strokes:
        if stroke.is_stroked and not is_paper(stroke.stroke_color):
            (ax, ay), (bx, by) = stroke.points
            if abs(ay - by) <= 1.0 and abs(bx - ax) >= LEAST_SIDE:
                rules.append(((ay + by) / 2, (ay + by) / 2, min(ax, bx), max(ax, bx)))
    bands = [b for b in bands if not any(_touch(b, p) for p in padding)]  # Word shades a cell line by line
    return sorted([*_joined(rules), *_joined(bands)], key=lambda s: (s.top, s.bottom))


def _touch(one: Rectangle, other: Rectangle) -> bool:
    beside = min(abs(one[2] - other[3]), abs(other[2] - one[3])) <= 1.0
    return beside and min(one[1], other[1]) - max(one[0], other[0]) >= LEAST_SIDE


def is_paper(color: Sequence[int]) -> bool:
    """Whether a colour (red, green, blue, alpha) cannot be seen on the paper."""
    return color[3] == 0 or min(color[:3]) >= WHITE


def _joined(pieces: list[Rectangle]) -> list[Strip]:
    """Strips of pieces (top, bottom, x0, x1) at one height that touch each other."""
    strips: list[Strip] = []
    levels: list[list[Rectangle]] = []
    for piece in sorted(set(pieces)):
        for level in levels[-8:]:
            if abs(level[0][0] - piece[0]) <= SAME / 2 and abs(level[0][1] - piece[1]) <= SAME / 2:
                level.append(piece)
                break
        else:
            levels.append([piece])
    for level in levels:
        chain: list[Rectangle] = []
        for piece in sorted(level, key=lambda p: (p[2], p[3])):
            if chain and piece[3] <= chain[-1][3] + SAME:
                continue  # drawn twice
            if chain and not -BESIDE <= piece[2] - chain[-1][3] <= BESIDE:
                strips.append(_strip(chain))
                chain = []
            chain.append(piece)
        strips.append(_strip(chain))
    return strips


def _strip(chain: Sequence[Rectangle]) -> Strip:
    inner = [(a[3] + b[2]) / 2 for a, b in itertools.pairwise(chain)]
    return Strip(min(p[0] for p in chain), max(p[1] for p in chain), (chain[0][2], *inner, chain[-1][3]))


def _inside(strip: Strip, grid: Grid) -> bool:
    return (
        strip.xs[0] < grid.xs[-1] - SAME
        and strip.xs[-1] > grid.xs[0] + SAME
        and strip.top < grid.ys[-1] + SAME
        and strip.bottom > grid.ys[0] - SAME
    )


def _runs(strips: Sequence[Strip], lines: Sequence[Line]) -> list[list[Strip]]:
    """Strips of one table: below each other, within one frame, and nothing but rows between them."""
    runs: list[list[Strip]] = []
    for strip in strips:
        if strip.xs[-1] - strip.xs[0] < LEAST_SIDE:
            continue
        for run in reversed(runs):
            if _goes_on(run, strip, lines):
                run.append(strip)
                break
        else:
            runs.append([strip])
    return [run for run in runs if len(run) > 1 and _frame(run)[1] - _frame(run)[0] >= LEAST_WIDTH]


def _parted_at_headings(run: Sequence[Strip], lines: Sequence[Line]) -> list[list[Strip]]:
    """A run by the tables in it.

    A row of headings begins the next one: below a caption alone in its row, or over the columns below the last row of
    the table before, or with a column of numbers ("No") and other headings than the first. Headings that have no rule
    above them stand in one row with the caption, below the rule that closes the table before.
    """
    edges = _merged(y for s in run for y in (s.top, s.bottom))
    lines = _within(lines, _frame(run))
    rows = [[t for t in lines if top <= t.middle < bottom] for top, bottom in itertools.pairwise(edges)]
    first = [x for t in rows[0] for x in segment_texts(t)] if rows else []
    starts = []
    for r in range(2, len(rows)):
        texts = [x for t in rows[r] for x in segment_texts(t)]
        if len(texts) < MIN_HEADINGS or not rows[r - 1] or not looks_like_header(texts):
            continue
        above = _printed_lines(rows[r - 1])[-1]
        title = all(len(t.segments()) == 1 for t in rows[r - 1])
        if not title and _captioned(rows[r], run[0].xs):
            starts.append(edges[r + 1])
            continue
        captioned = len(above.segments()) == 1 and (title or any(crosses(above, x) for x in run[0].xs[1:-1]))
        numbered = _NUMBER_HEADING.fullmatch(texts[0]) is not None and texts != first
        if captioned or numbered:
            starts.append(edges[r])
    parts: list[list[Strip]] = [[] for _ in range(len(starts) + 1)]
    for strip in run:
        parts[sum(strip.top >= y - SAME for y in starts)].append(strip)
    return [part for part in parts if len(part) > 1]


def _captioned(row: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether lines are a caption that begins in the first column (of those with edges `xs`) and reaches over the next,
    and, below it, headings side by side."""
    above, *below = _printed_lines(row)
    headings = [x for t in below for x in segment_texts(t)]
    return (
        len(above.segments()) == 1
        and above.x0 < xs[1]
        and any(crosses(above, x) for x in xs[1:-1])
        and len(headings) >= MIN_HEADINGS
        and looks_like_header(headings)
    )


def _goes_on(run: Sequence[Strip], strip: Strip, lines: Sequence[Line]) -> bool:
    frame = _frame(run)
    bottom = max(s.bottom for s in run)
    if strip.top < bottom - SAME and any(_beside(s, strip) for s in run):
        return True  # headings of two levels beside one of one level
    alike = _drawn_alike(run, strip)
    if strip.xs[0] < frame[0] - SAME or strip.xs[-1] > frame[1] + SAME:
        return False
    if strip.top - bottom > TALLEST_ROW * (1 + alike):
        return False
    edges = [x for s in run for x in s.xs]
    ends = [any(abs(x - e) <= BESIDE for e in edges) for x in (strip.xs[0], strip.xs[-1])]
    if not (
        all(ends) or (ends[1] and _is_rule(strip))
    ):  # a rule may leave out a cell over several rows on its left
        return False
    between = [t for t in _within(lines, frame) if bottom - 1 <= t.middle <= strip.top + 1]
    if strip.top - bottom > LEAST_SIDE and not between:
        return False
    stacked = _last_row_has_figures(run, lines) and _fill_the_row(between, bottom, strip.top)
    most = MOST_STACKED if stacked else MOST_FIGURE_LINES
    if not alike and sum(figures_beside(t) > 0 for t in between) > most:
        return False  # a list without rulings
    if hold_sentence(between, frame) or any(map(_is_dateline, between)) or _is_section(between, bottom):
        return False
    return not any(
        CAPTION.match(t.text) or t.x0 < frame[0] - BESIDE - 4 or t.x1 > frame[1] + BESIDE + 4 for t in between
    )


def _is_section(between: Sequence[Line], bottom: float) -> bool:
    """Whether what stands between two rules, well below the upper one, is the heading of the next section."""
    first = min(between, key=lambda t: t.top, default=None)
    return (
        first is not None
        and _SECTION.match(first.text) is not None
        and first.top - bottom >= SECTION_GAP * (first.bottom - first.top)
        and all(len(t.segments()) == 1 for t in between)
    )


def _is_dateline(line: Line) -> bool:
    """Whether a line is place and date of a signature, with the year, and nothing else: below it names are
    underlined."""
    dated = DATELINE.fullmatch(line.text) is not None and _YEAR.search(line.text) is not None
    return dated and len(line.segments()) == 1


def _last_row_has_figures(run: Sequence[Strip], lines: Sequence[Line]) -> bool:
    """Whether figures stand between the last two of several rules."""
    rules = sorted({s.top for s in run if _is_rule(s)})
    if len(rules) < MANY_RULES - 1:
        return False
    own = [t for t in _within(lines, _frame(run)) if rules[-2] < t.middle < rules[-1]]
    return any(figures_beside(t) for t in own)


def _fill_the_row(between: Sequence[Line], top: float, bottom: float) -> bool:
    """Whether lines begin right below one rule and end right above the next."""
    if not between:
        return False
    height = max(t.bottom - t.top for t in between)
    return (
        min(t.top for t in between) - top < CLOSE_LINES * height
        and bottom - max(t.bottom for t in between) < CLOSE_LINES * height
    )


def hold_sentence(between: Sequence[Line], frame: tuple[float, float]) -> bool:
    """Whether running text stands between two strips: a line over most of their width, and a sentence that ends in a
    full stop, there or in the lines below it."""
    for k, line in enumerate(between):
        words = line.text.split()
        if (
            len(line.segments()) == 1
            and len(words) >= SENTENCE_WORDS
            and words[0][:1].isupper()
            and line.x1 - line.x0 > SENTENCE_WIDTH * (frame[1] - frame[0])
        ):
            rest = list(itertools.takewhile(lambda t: len(t.segments()) == 1, between[k:]))
            if any(_FULL_STOP.search(t.text) for t in rest):
                return True
    return False


def _drawn_alike(run: Sequence[Strip], strip: Strip) -> bool:
    """Whether a band of several cells has the edges of one above it: the rows between them are not shaded, or no rule
    is drawn between them. A shaded one without cells (the name of a group) needs headings drawn cell by cell above."""
    if len(strip.xs) <= LEAST_CELLS and (_is_rule(strip) or len(run[0].xs) <= LEAST_CELLS):
        return False
    return any(_is_rule(s) is _is_rule(strip) and same_edges(s.xs, strip.xs, SAME) for s in run)


def _are_two_rules(strip: Strip) -> bool:
    """Whether a strip is two rules side by side, of which one may be a little lower."""
    return len(strip.xs) == 3 and strip.bottom - strip.top < SAME


def _is_rule(strip: Strip) -> bool:
    return strip.top == strip.bottom


def _frame(run: Sequence[Strip]) -> tuple[float, float]:
    return min(s.xs[0] for s in run), max(s.xs[-1] for s in run)


def _beside(one: Strip, other: Strip) -> bool:
    """Whether two bands stand side by side and touch."""
    if min(one.bottom, other.bottom) - max(one.top, other.top) < LEAST_SIDE:
        return False
    return min(abs(one.xs[0] - other.xs[-1]), abs(other.xs[0] - one.xs[-1])) <= BESIDE


def _within(lines: Sequence[Line], frame: tuple[float, float]) -> list[Line]:
    """The parts of lines that stand between two edges: another table, or text, may stand beside."""
    found = []
    for line in lines:
        segments = line.segments()
        own = [s for s in segments if s[0].x0 < frame[1] and s[-1].x1 > frame[0]]
        if len(own) == len(segments):
            found.append(line)
        elif own:
            found.append(Line(line.group, tuple(w for s in own for w in s)))
    return found


def _grid(run: Sequence[Strip], lines: Sequence[Line], strips: Sequence[Strip]) -> Grid | None:
    """The grid of one table; None when its columns cannot be told. `strips` are all of the page."""
    left, right = _frame(run)
    ys = _merged(y for s in run for y in {s.top, s.bottom})
    lines = _within(lines, (left, right))
    own = [t for t in lines if ys[0] - 1 <= t.middle <= ys[-1] + 1]
    ys = [*_open_top(ys, run, own, lines), *_with_open_rows(ys, run, own, lines, strips)]
    own = [t for t in lines if ys[0] - 1 <= t.middle <= ys[-1] + 1]
    unruled = {
        y
        for a, b in itertools.pairwise(ys)
        for y in (*_below_group(a, b, own), *_tops_of_rows(a, b, run, own))
    }
    ys = sorted([*ys, *unruled])
    bands = [[t for t in own if top <= t.middle < bottom] for top, bottom in itertools.pairwise(ys)]
    pieced = [s for s in run if s.pieced]
    if len(run) >= MANY_RULES and len(pieced) == 1 and _are_two_rules(pieced[0]):
        pieced = []  # the columns are more: one of the two ends a cell over several rows
    parted = [part for t in _without_groups(own, run) if (part := _without_sum_label(t)) is not None]
    xs = _columns_of_pieces(pieced, parted, left, right) if pieced else None
    if xs is None or len(xs) < 3:
        if len([b for b in bands if b]) < MIN_BANDS:
            return None
        shorter = sorted({round(s.xs[0], 1) for s in run if s.xs[0] > left + LEAST_SIDE})
        xs = _with_edges(_columns_of_space(bands, left, right), shorter, own)
        xs = _without_centred(xs, bands)
    if len(xs) < 3:
        return None
    rows = _cells(run, bands, xs, ys)
    filled = [r for r in rows if sum(bool(words_in(c, own)) for c in r) > 1]
    if len(filled) < 2 or 2 * len(filled) < len([b for b in bands if b]):
        return None
    if (
        not any(figures_beside(t) for t in own)
        and not any(is_figure(segment_text(words_in(c, own))) for r in rows for c in r[1:])
        and not _are_scales(rows, own)
    ):
        return None
    cells = _joined_down(run, rows, bands, ys, unruled)
    return Grid(tuple(xs), tuple(ys), tuple(sorted(cells, key=lambda c: (c.row, c.col))))


def _are_scales(rows: Sequence[Sequence[GridCell]], lines: Sequence[Line]) -> bool:
    """Whether the rows below the heading begin with the bounds of scores ("≥ 91", "76 ≤ 90")."""
    first = [segment_text(words_in(row[0], lines)) for row in rows[1:]]
    return len(first) >= MIN_BANDS and all(_BOUNDS.fullmatch(text) for text in first)


def _merged(values: Iterable[float]) -> list[float]:
    """Edges in order, those of one rule joined."""
    return merge_edges(np.array(sorted(values), dtype=np.float64))


def _with_open_rows(
    ys: list[float], run: Sequence[Strip], own: Sequence[Line], lines: Sequence[Line], strips: Sequence[Strip]
) -> list[float]:
    """The row edges with those of rows without a band below the last one; several of them only below bands of cells,
    and none below a rule that ends them."""
    left, right = _frame(run)
    ends = [
        s.top
        for s in strips
        if _is_rule(s) and s.top > ys[-1] + SAME and same_edges([s.xs[0], s.xs[-1]], [left, right], SAME)
    ]
    several = any(s.pieced and not _is_rule(s) for s in run)
    found = _with_open_body(ys, run, lines, strips)
    if found is not ys:
        return found
    lines = [t for t in lines if t.middle < min(ends)] if ends else lines
    while (longer := _with_open_end(found, run, own, lines))[-1] > found[-1] + LEAST_SIDE:
        below = [t for t in lines if found[-1] <= t.middle < longer[-1]]
        if found is not ys and not any(figures_beside(t) > 1 for t in below):
            break  # a running foot with its number
        found = longer
        if not several:
            break
    return found


def _open_top(
    ys: Sequence[float], run: Sequence[Strip], own: Sequence[Line], lines: Sequence[Line]
) -> list[float]:
    """The upper edge of a row without a band above the first one, like the rows below: a page break put it there,
    among rows of which every second one has a band."""
    first = min(run, key=lambda s: s.top)
    if _is_rule(first) or not first.pieced or len(ys) < MIN_BANDS:
        return []
    usual = sorted(b - a for a, b in itertools.pairwise(ys))[(len(ys) - 1) // 2]
    above = sorted((t for t in lines if ys[0] - usual <= t.middle < ys[0]), key=lambda t: t.middle)
    if not above:
        return []
    height = above[-1].bottom - above[-1].top
    columns = [_figured_columns(t, first.xs) for t in (*above, *own)]
    below = next((figured for figured in columns[len(above) :] if len(figured) > 1), set())
    alike = len(below) > 1 and below in columns[: len(above)]
    close = ys[0] - above[-1].bottom <= height and not any(CAPTION.match(t.text) for t in above)
    return [above[0].top - (ys[0] - above[-1].bottom)] if alike and close else []


def _figured_columns(line: Line, xs: Sequence[float]) -> set[int]:
    """The columns in which a line has figures; none where a word stands over an edge between columns."""
    if any(crosses(line, x) for x in xs[1:-1]):
        return set()
    return {col for col, part in split_line(line, xs).items() if is_figure(part.text)}


def _drawn_columns(run: Sequence[Strip]) -> tuple[float, ...]:
    """The edges of the rule drawn in most pieces, or of the one coloured band, which heads rows without any."""
    bands = [s for s in run if not _is_rule(s)]
    return max((s.xs for s in run if _is_rule(s) or len(bands) == 1), key=len, default=())


def _with_open_body(
    ys: list[float], run: Sequence[Strip], lines: Sequence[Line], strips: Sequence[Strip]
) -> list[float]:
    """The row edges with one more where rows without rules follow below the last rule, in the columns in which the
    rules are drawn: the rest of the table, or all of it below its heading."""
    xs = _drawn_columns(run)
    left, right = _frame(run)
    if len(xs) <= LEAST_CELLS or xs[-1] - xs[0] < right - left - LEAST_SIDE:
        return ys
    next_caption = min((t.top for t in lines if t.top > ys[-1] and CAPTION.match(t.text)), default=1e9)
    if any(
        _is_rule(s) and ys[-1] + SAME < s.top < next_caption and same_edges(s.xs, xs, SAME) for s in strips
    ):
        return ys  # a rule ends the table further down
    end = ys[-1]
    body: list[Line] = []
    taken: list[Line] = []
    below = sorted((t for t in lines if t.middle > ys[-1]), key=lambda t: t.middle)
    for k, line in enumerate(below):
        height = line.bottom - line.top
        if line.top - end > OPEN_GAP * height or CAPTION.match(line.text) or _NOTE.match(line.text):
            break
        if line.x0 < left or line.x1 > right or not _fits(line, xs):
            if any(figures_beside(t) for t in below[k : k + 2]) and not any(
                _is_rule(s) and s.xs == xs for s in run
            ):
                return ys  # the coloured heading does not tell the columns of all rows
            break
        near = bool(body) and line.top - end < CLOSE_LINES * height
        end = max(end, line.bottom)
        taken.append(line)
        if figures_beside(line) > 0 or (near and len(taken) == len(body) + 1):
            body = list(taken)
    if not body:
        return ys
    return [*ys, max(t.bottom for t in body) + 1.0]


def _printed_lines(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom, those beside each other in one (a heading in another font stands a little higher)."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda t: t.middle):
        if found and line.middle - found[-1].middle < SAME and line.group == found[-1].group:
            words = sorted((*found[-1].words, *line.words), key=lambda w: w.x0)
            found[-1] = Line(line.group, tuple(words))
        else:
            found.append(line)
    return found


def _tops_of_rows(top: float, bottom: float, run: Sequence[Strip], own: Sequence[Line]) -> list[float]:
    """Edges between the rows that stand between two rules drawn column by column, or below the last one.

    None where a cell may reach over several of the rows, which `rows.py` tells apart.
    """
    xs = _drawn_columns(run)
    body = [t for t in own if top <= t.middle < bottom]
    figured = sum(figures_beside(t) > 0 for t in body)
    if len(xs) <= LEAST_CELLS or figured <= MOST_FIGURE_LINES:
        return []
    rows = logical_rows(_printed_lines(body), xs)
    each = all(any(0 in split_line(t, xs) for t in row) for row in rows)
    long_list = figured > LONG_LIST and all(len(row) == 1 for row in rows)
    return [min(t.top for t in row) - 1.0 for row in rows[1:]] if each or long_list else []


def _below_group(top: float, bottom: float, own: Sequence[Line]) -> list[float]:
    """Where the name of a group ends that stands over its rows, between two rules, without a rule of its own.

    It is no beginning of the label of the first row: it stands further above that than the lines of other labels do, or
    reaches over its unit or figures.
    """
    body = _printed_lines([t for t in own if top <= t.middle < bottom])
    if len(body) < MIN_BANDS or len(body[0].segments()) > 1 or figures_beside(body[1]) < LEAST_CELLS - 1:
        return []
    group, row = body[0], body[1]
    gap = row.top - group.bottom
    if gap <= CLOSE_LINES * (group.bottom - group.top) or CAPTION.match(group.text):
        return []
    if abs(group.x0 - row.x0) > BESIDE or not group.text[:1].isupper() or not row.text[:1].isupper():
        return []
    closer = any(
        len(lower.segments()) == 1
        and abs(lower.x0 - upper.x0) <= BESIDE
        and lower.top - upper.bottom < gap - SAME
        for upper, lower in itertools.pairwise(_printed_lines(own))
    )
    return [row.top - 1.0] if closer or group.x1 > row.segments()[1][0].x0 else []


def _fits(line: Line, xs: Sequence[float]) -> bool:
    """Whether no word of a line stands over an edge, and no words without a figure over two of them."""
    if any(crosses(line, x) for x in xs[1:-1]):
        return False
    return all(
        any(is_figure(w.text) for w in s) or sum(s[0].x0 < x < s[-1].x1 for x in xs[1:-1]) < 2
        for s in line.segments()
    )


def _with_open_end(
    ys: list[float], run: Sequence[Strip], own: Sequence[Line], lines: Sequence[Line]
) -> list[float]:
    """The row edges with one more where the last row has no band: text in the columns right below the table."""
    if len(ys) < MIN_BANDS:
        return ys
    # A rule ends the table, unless the row below it is like the last one.
    ruled = _is_rule(max(run, key=lambda s: s.bottom))
    height = max((t.bottom - t.top for t in own), default=8.0)
    usual = sorted(b - a for a, b in itertools.pairwise(ys))[len(ys) // 2]
    below = sorted(
        (t for t in lines if ys[-1] - 1 <= t.top <= ys[-1] + 1.5 * usual),
        key=lambda t: t.middle,
    )
    at = next((k for k, t in enumerate(below) if len(t.segments()) > 1), None)
    if at is not None and ruled and not _like_the_last(below[at], own):
        return ys
    if at is None or below[0].top - ys[-1] > 1.2 * height or not _label_above(below[:at], below[at], height):
        return ys
    end = max(t.bottom for t in below[: at + 1])
    for line in below[at + 1 :]:
        next_row = line.middle > below[at].bottom and figures_beside(line) > 0
        if line.top - end > 0.6 * height or CAPTION.match(line.text) or next_row:
            break
        if _NOTE.match(line.text) or not _goes_on_below(line, below[at]):
            break
        end = max(end, line.bottom)
    return [*ys, end + (below[0].top - ys[-1])]


def _goes_on_below(line: Line, row: Line) -> bool:
    """Whether a line that is one phrase stands within one column of the row above, or below the middle of its text; a
    heading or a sentence below the table does not."""
    if len(line.segments()) > 1 or line.middle < row.bottom:
        return True
    texts = row.segments()
    ends = [s[0].x0 for s in texts[1:]] + [max(row.x1, line.x1)]
    return any(
        s[0].x0 - CENTRED <= line.x0 <= line.x1 <= end
        or abs(line.x0 + line.x1 - s[0].x0 - s[-1].x1) / 2 <= CENTRED
        for s, end in zip(texts, ends, strict=True)
    )


def _like_the_last(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a line has its figures, several of them, in the columns of the last line of figures of a table, and a
    label or number before them; years are the heading of the next table, and a note is no row of this one."""
    figured = [t for t in rows if figures_beside(t) > 1]
    if not figured or _NOTE.match(line.text):
        return False
    last = max(figured, key=lambda t: t.middle)
    texts, texts_of_last = segment_texts(line), segment_texts(last)
    unnamed = is_figure(texts[0]) and not is_figure(texts_of_last[0])
    if unnamed or all(map(_YEAR.fullmatch, texts[1:])):
        return False
    one, other = (
        [(s[0].x0, s[-1].x1) for s in t.segments() if is_figure(segment_text(s))] for t in (line, last)
    )
    return len(one) == len(other) > 1 and all(
        min(abs(a0 - b0), abs(a1 - b1), abs(a0 + a1 - b0 - b1) / 2) <= BESIDE
        for (a0, a1), (b0, b1) in zip(one, other, strict=True)
    )


def _label_above(label: Sequence[Line], figures: Line, height: float) -> bool:
    """Whether lines are the beginning of a label whose figures stand at its middle: close to each other, and left of
    them."""
    if not label:
        return True
    texts = [s for s in figures.segments() if s[0].x0 > label[0].x0]
    first = next((s[0].x0 for s in texts if is_figure(segment_text(s))), None)
    close = all(b.top - a.bottom <= 0.6 * height for a, b in itertools.pairwise([*label, figures]))
    return (
        first is not None
        and close
        and not any(CAPTION.match(t.text) for t in label)
        and all(t.x1 < first for t in label)
    )


def _columns_of_pieces(
    pieced: Sequence[Strip], own: Sequence[Line], left: float, right: float
) -> list[float]:
    """Edges that two strips share, or that no word crosses but those of headings over several columns and, beside many
    lines that are parted there, those of the names of groups."""
    edges = _merged(x for s in pieced for x in s.xs)
    kept = [left]
    for x in edges:
        if not left + LEAST_SIDE < x < right - LEAST_SIDE:
            continue
        shared = sum(any(abs(x - e) <= SAME for e in s.xs) for s in pieced)
        crossing = sum(crosses(t, x) and not _in_one_cell(t, x, pieced) for t in own)
        if shared > 1 or not crossing or PARTED_LINES * crossing <= sum(_parted_at(t, x) for t in own):
            kept.append(x)
    return [*kept, right]


def _without_groups(lines: Sequence[Line], run: Sequence[Strip]) -> list[Line]:
    """Lines without those that are one phrase alone on a coloured band drawn in one piece: what names the group of the
    rows below ("Sasaran 1 : Meningkatnya ...") stands over all columns."""
    groups: set[Line] = set()
    for strip in run:
        if not strip.pieced and not _is_rule(strip):
            phrase = [t for t in lines if strip.top < t.middle < strip.bottom]
            groups |= {t for t in phrase if _only_phrase(phrase)}
    return [t for t in lines if t not in groups]


def _parted_at(line: Line, x: float) -> bool:
    """Whether a line has its blank space between two columns at `x`."""
    return any(a[-1].x1 <= x <= b[0].x0 for a, b in itertools.pairwise(line.segments()))


def _in_one_cell(line: Line, x: float, bands: Sequence[Strip]) -> bool:
    """Whether the band that a line stands on is drawn in one piece at `x`, and in several elsewhere."""
    return any(
        s.top < line.middle < s.bottom and s.xs[0] < x < s.xs[-1] and all(abs(x - e) > SAME for e in s.xs)
        for s in bands
    )


def _columns_of_space(bands: Sequence[Sequence[Line]], left: float, right: float) -> list[float]:
    """Edges in blank space, told by the rows that hold more than one piece of text."""
    filled = [b for b in bands if b]
    told = [b for b in filled if any(len(t.segments()) > 1 for t in b)]
    if len(told) < 2:
        return [left, right]
    heading = list(filled[0])
    if told[1:] and told[1] is filled[1] and _are_headings(told[1]):
        heading = _lowest_headings(heading, told[1])
        told = told[1:]
    body = [part for b in told[1:] for t in b if (part := _without_sum_label(t)) is not None]
    return fit_heading(space_columns(body, left, right), heading, body)


def _without_centred(xs: list[float], bands: Sequence[Sequence[Line]]) -> list[float]:
    """Column edges without a column that holds only what is printed over the middle of both its neighbours, in rows in
    which these are blank ("Target akhir Renstra 2026 |    89,00    |" below two years)."""
    rows = [[part for t in band for part in split_line(t, xs).items()] for band in bands]
    filled = [{col for col, _ in row} for row in rows]
    for k in range(2, len(xs) - 2):
        beside, middle = {k - 1, k + 1}, (xs[k - 1] + xs[k + 2]) / 2
        over = [part for row in rows for col, part in row if col == k]
        if (
            over
            and all(abs((p.x0 + p.x1) / 2 - middle) <= FAR_CENTRED for p in over)
            and not any(k in own and own & beside for own in filled)
            and sum(beside <= own for own in filled) >= LEAST_BESIDE
        ):
            return _without_centred([*xs[:k], (xs[k] + xs[k + 1]) / 2, *xs[k + 2 :]], bands)
    return xs


def _are_headings(band: Sequence[Line]) -> bool:
    """Whether a row holds headings and no figures."""
    texts = [x for t in band for x in segment_texts(t)]
    return not any(map(is_figure, texts)) and looks_like_header(texts)


def _lowest_headings(upper: Sequence[Line], lower: Sequence[Line]) -> list[Line]:
    """Of headings of two levels those of the lower one, and those of the upper one that stand over none of them."""
    spans = [(s[0].x0, s[-1].x1) for t in lower for s in t.segments()]
    alone = [
        Line(t.group, tuple(s))
        for t in upper
        for s in t.segments()
        if not any(min(b, s[-1].x1) > max(a, s[0].x0) for a, b in spans)
    ]
    return [*alone, *lower]


def _without_sum_label(line: Line) -> Line | None:
    """A line without the label of its sum or mean, which may stand over several columns; None where that is all."""
    if not BEGINS_SUM.match(line.text):
        return line
    first = line.segments()[0]
    rest = line.words[len(first) :]
    return Line(line.group, rest) if rest else None


def _with_edges(xs: list[float], drawn: Sequence[float], lines: Sequence[Line]) -> list[float]:
    """Column edges in blank space, those that a drawn edge in the same strip confirms moved to it; drawn ones without
    one added."""
    middles = [(w.x0 + w.x1) / 2 for t in lines for w in t.words]
    for x in drawn:
        same = [
            e
            for e in xs[1:-1]
            if abs(e - x) <= NEAR_EDGE or not any(min(e, x) < m < max(e, x) for m in middles)
        ]
        xs = sorted([*(e for e in xs if e not in same), x])
    return xs


def _cells(
    run: Sequence[Strip], bands: Sequence[Sequence[Line]], xs: Sequence[float], ys: Sequence[float]
) -> list[list[GridCell]]:
    """The cells of each row; those that a word, or a band drawn in one piece, reaches over are one."""
    rows = []
    for r, (band, top, bottom) in enumerate(zip(bands, ys, ys[1:], strict=False)):
        over = [
            s
            for s in run
            if (s.pieced or s.xs[-1] - s.xs[0] < xs[-1] - xs[0] - LEAST_SIDE)
            and s.top <= top + SAME
            and s.bottom >= bottom - SAME
            and s.bottom > s.top
        ]
        headed = _headed(run, band, xs, top, bottom)
        phrase = _only_phrase(band) or _sum_label(band)
        starts = [0]
        for k, x in enumerate(xs[1:-1], 1):
            if any(a < k < b for a, b in headed):
                continue
            drawn = [
                any(abs(x - e) <= SAME for e in s.xs)
                for s in over
                if s.xs[0] < x - SAME < s.xs[-1] - 2 * SAME
            ]
            open_between = (
                any(crosses(t, x) or _dated_over(t, x) for t in band)
                or (drawn and not any(drawn))
                or (phrase is not None and phrase[0].x0 < x < phrase[-1].x1)
            )
            if not open_between:
                starts.append(k)
        ends = [*starts[1:], len(xs) - 1]
        rows.append(
            [GridCell(r, a, 1, b - a, xs[a], top, xs[b], bottom) for a, b in zip(starts, ends, strict=True)]
        )
    return rows


def _only_phrase(band: Sequence[Line]) -> Sequence[Word] | None:
    """The words of a row that holds nothing but one phrase of one line ("Sasaran 1 : Meningkatnya ..."), no figures
    ("R 0,17 0,38")."""
    segments = band[0].segments() if len(band) == 1 else []
    figures = 2 * sum(is_figure(w.text) for s in segments for w in s) > len(band[0].words) if band else False
    return segments[0] if len(segments) == 1 and not figures else None


def _sum_label(band: Sequence[Line]) -> Sequence[Word] | None:
    """The label of the sum or mean that a row of one line holds; None in other rows."""
    return band[0].segments()[0] if len(band) == 1 and BEGINS_SUM.match(band[0].text) else None


def _dated_over(line: Line, x: float) -> bool:
    """Whether "Tahun 2021" stands over an edge, which is between its words."""
    return any(s[0].x0 < x < s[-1].x1 and DATED.fullmatch(segment_text(s)) for s in line.segments())


def _headed(
    run: Sequence[Strip], band: Sequence[Line], xs: Sequence[float], top: float, bottom: float
) -> list[tuple[int, int]]:
    """Columns (from, to) that one heading is printed over: a shorter rule lies below it, or one piece of the rule above
    it reaches over them. Over a shorter rule in pieces several headings may share the columns."""
    below = [r.xs for r in run if _is_rule(r) and abs(r.top - bottom) <= SAME]
    above = [r.xs for r in run if _is_rule(r) and r.pieced and abs(r.top - top) <= SAME]
    found = []
    for edges in [*below, *(pair for rule in above for pair in itertools.pairwise(rule))]:
        inside = [k for k, x in enumerate(xs) if edges[0] - NEAR_EDGE <= x <= edges[-1] + NEAR_EDGE]
        if not 3 <= len(inside) < len(xs):
            continue
        over = [t.segments() for t in _within(band, (xs[inside[0]], xs[inside[-1]]))]
        if not over or any(is_figure(segment_text(s)) for line in over for s in line):
            continue
        if _each_over_its_own(band, [xs[k] for k in inside]):
            continue
        if all(len(line) == 1 for line in over):
            found.append((inside[0], inside[-1]))
        elif len(over) == 1:
            found += _shared_out([(s[0].x0 + s[-1].x1) / 2 for s in over[0]], inside, xs)
    return found


def _each_over_its_own(band: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether each column has words of its own over its middle ("TW I", "TW II", "TW III")."""
    words = [w for t in band for w in t.words]
    for left, right in itertools.pairwise(xs):
        own = [w for w in words if left < (w.x0 + w.x1) / 2 < right]
        if not own or abs(min(w.x0 for w in own) + max(w.x1 for w in own) - left - right) / 2 > CENTRED:
            return False
    return True


def _shared_out(
    middles: Sequence[float], inside: Sequence[int], xs: Sequence[float]
) -> list[tuple[int, int]]:
    """The columns (from, to) of each heading, whose middle is that of its columns; none where they do not fit so."""
    for cuts in itertools.combinations(inside[1:-1], len(middles) - 1):
        spans = list(itertools.pairwise([inside[0], *cuts, inside[-1]]))
        if all(abs((xs[a] + xs[b]) / 2 - m) <= CENTRED for (a, b), m in zip(spans, middles, strict=True)):
            return [(a, b) for a, b in spans if b > a + 1]
    return []


def _joined_down(
    run: Sequence[Strip],
    rows: Sequence[Sequence[GridCell]],
    bands: Sequence[Sequence[Line]],
    ys: Sequence[float],
    unruled: Collection[float],
) -> list[GridCell]:
    """Cells between which no rule and no change of band is drawn are one cell over several rows; none holds headings
    and figures, or several rows without rules between them (which begin at `unruled`)."""
    done: list[GridCell] = []
    open_cells: dict[tuple[int, int], GridCell] = {}
    first = _first_with_figures(bands)
    for r, row in enumerate(rows):
        now: dict[tuple[int, int], GridCell] = {}
        for cell in row:
            key = (cell.col, cell.col_span)
            above = open_cells.get(key)
            if above is not None and r != first and ys[r] not in unruled and not _parted(run, cell, ys[r]):
                now[key] = above._replace(row_span=above.row_span + 1, bottom=cell.bottom)
            else:
                if above is not None:
                    done.append(above)
                now[key] = cell
        done += [c for key, c in open_cells.items() if key not in now]
        open_cells = now
    return [*done, *open_cells.values()]


def _first_with_figures(bands: Sequence[Sequence[Line]]) -> int | None:
    """The first row of figures below rows of headings; None without headings above it."""
    for r, band in enumerate(bands):
        texts = [x for t in band for x in segment_texts(t)]
        figures = [x for x in texts if is_figure(x) and not _YEAR.fullmatch(x)]
        if len(figures) > 1 and not is_index_row(texts):
            above = [x for b in bands[:r] for t in b for x in segment_texts(t)]
            return r if r and looks_like_header(above) else None
    return None


def _parted(run: Sequence[Strip], cell: GridCell, y: float) -> bool:
    middle = (cell.x0 + cell.x1) / 2
    return any(s.xs[0] < middle < s.xs[-1] and min(abs(s.top - y), abs(s.bottom - y)) <= BESIDE for s in run)
