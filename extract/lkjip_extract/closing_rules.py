"""Tables of three rules: the body stands between the foot of the heading and the closing rule.

The heading is known from its rulings, or all three rules are drawn from side to side and blank space tells the columns.
"""

import itertools
from collections.abc import Sequence

from lkjip_extract.bands import CAPTION, LEAST_WIDTH, SAME, Strip, find_strips, hold_sentence
from lkjip_extract.body_below import LEAST_COLUMNS, OVER_EDGE, is_heading
from lkjip_extract.columns import crosses, figures_beside, is_ordinal, space_columns, split_line
from lkjip_extract.grid import Grid, GridCell
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftTable, PageDraft
from lkjip_extract.printed_page import Rect, Stroke

LEAST_LINES = 2
"""Lines of a body, at least; one row alone is drawn as a row."""
TALLEST_HEADING = 70.0
"""Points between the first two of three rules, at most."""
LEAST_WITH_FIGURES = 0.4
"""Share of the lines of a body between rules drawn from side to side that hold figures beside words, at least."""


def closed_bodies(
    rects: Sequence[Rect], strokes: Sequence[Stroke], draft: PageDraft, grids: Sequence[Grid]
) -> list[Grid] | None:
    """The grids of a page, those that are a heading alone with one more row down to the rule that closes the table;
    None where there is none. `draft` is what was read with these grids; the page is not turned."""
    headings = [t for t in draft.tables if t.n_cols >= LEAST_COLUMNS and is_heading(t)]
    if not headings and not any(figures_beside(t) for t in draft.lines):
        return None
    strips = find_strips(rects, strokes)
    found = [*grids, *_between_three_rules(strips, draft, grids)]
    for table in headings:
        end = _closing_rule(table, strips, draft.tables)
        grid = next(g for g in grids if g.ys[0] == table.top and g.xs[0] == table.xs[0])
        if end is not None and _is_body([t for t in draft.lines if table.bottom <= t.middle <= end], grid.xs):
            found[found.index(grid)] = _with_row(grid, end)
    return sorted(found, key=lambda g: (g.ys[0], g.xs[0])) if found != list(grids) else None


def _between_three_rules(strips: Sequence[Strip], draft: PageDraft, grids: Sequence[Grid]) -> list[Grid]:
    """Tables of three rules from side to side, outside the tables that are known: heading and body as one row each."""
    wide = [s for s in strips if s.xs[-1] - s.xs[0] >= LEAST_WIDTH]
    found = []
    for top, foot, end in zip(wide, wide[1:], wide[2:], strict=False):
        rules = (top, foot, end)
        left, right = top.xs[0], top.xs[-1]
        if any(s.top != s.bottom or s.pieced for s in rules) or foot.top - top.top > TALLEST_HEADING:
            continue
        if any(abs(s.xs[0] - left) > SAME or abs(s.xs[-1] - right) > SAME for s in rules):
            continue
        if any(g.ys[0] < end.top - SAME and g.ys[-1] > top.top + SAME for g in grids):
            continue
        heading = [t for t in draft.lines if top.top <= t.middle <= foot.top]
        body = [t for t in draft.lines if foot.top <= t.middle <= end.top]
        xs = _columns(heading, body, left, right)
        if xs:
            found.append(_grid(heading, xs, (top.top, foot.top, end.top)))
    return found


def _grid(heading: Sequence[Line], xs: Sequence[float], ys: tuple[float, float, float]) -> Grid:
    """Heading and body between three rules (`ys`); a line of the heading over an edge is a level of its own, over the
    columns in whose middle it stands."""
    top, foot, end = ys
    groups = [t for t in heading if any(crosses(t, x) for x in xs[1:-1])]
    others = [t for t in heading if t not in groups]
    split = max((t.bottom for t in groups), default=top)
    leaves = [t for t in others if t.top >= split - OVER_EDGE]
    columns = range(len(xs) - 1)
    if not groups or not leaves:
        return _of_rows(
            [GridCell(0, k, 1, 1, xs[k], top, xs[k + 1], foot) for k in columns], xs, (top, foot), end
        )
    split = (split + min(t.top for t in leaves)) / 2
    spans = [_span(run[0].x0, run[-1].x1, xs) for t in groups for run in t.segments()]
    covered = {k for first, last in spans for k in range(first, last)}
    cells = [GridCell(0, a, 1, b - a, xs[a], top, xs[b], split) for a, b in dict.fromkeys(spans)]
    cells += [GridCell(1, k, 1, 1, xs[k], split, xs[k + 1], foot) for k in columns if k in covered]
    cells += [GridCell(0, k, 2, 1, xs[k], top, xs[k + 1], foot) for k in columns if k not in covered]
    return _of_rows(sorted(cells, key=lambda c: (c.row, c.col)), xs, (top, split, foot), end)


def _span(x0: float, x1: float, xs: Sequence[float]) -> tuple[int, int]:
    """The first column and the one behind the last of those in whose middle a text stands that reaches over some."""
    first = max(k for k, x in enumerate(xs[:-1]) if x <= max(x0, xs[0]))
    last = min(k for k, x in enumerate(xs) if x >= min(x1, xs[-1]))
    ranges = [(a, b) for a in range(first + 1) for b in range(last, len(xs))]
    return min(ranges, key=lambda r: abs(xs[r[0]] + xs[r[1]] - x0 - x1))


def _of_rows(heading: list[GridCell], xs: Sequence[float], ys: tuple[float, ...], end: float) -> Grid:
    return _with_row(Grid(tuple(xs), ys, tuple(heading)), end)


def _columns(heading: Sequence[Line], body: Sequence[Line], left: float, right: float) -> list[float]:
    """The columns that blank space tells of a body, each below words of the heading; those of bare numbers without a
    heading belong to the next one. Empty where this is no table."""
    counted = sum(bool(figures_beside(t)) for t in body)
    if not heading or len(body) < LEAST_LINES or counted < max(LEAST_LINES, LEAST_WITH_FIGURES * len(body)):
        return []
    if any(CAPTION.match(t.text) for t in (*heading, *body)) or hold_sentence(body, (left, right)):
        return []
    xs = space_columns(body, left, right)
    named = [any(w.x1 > a and w.x0 < b for t in heading for w in t.words) for a, b in itertools.pairwise(xs)]
    kept = [xs[0]]
    for k, x in enumerate(xs[1:-1], 1):
        texts = [part.text for t in body if (part := split_line(t, xs).get(k - 1)) is not None]
        if named[k - 1] or not (texts and all(map(is_ordinal, texts))):
            kept.append(x)
    kept.append(xs[-1])
    every = all(
        any(w.x1 > a and w.x0 < b for t in heading for w in t.words) for a, b in itertools.pairwise(kept)
    )
    return kept if every and len(kept) > LEAST_COLUMNS else []


def _closing_rule(table: DraftTable, strips: Sequence[Strip], tables: Sequence[DraftTable]) -> float | None:
    """Where the first rule or band below a heading lies, if it is a rule as wide and no table stands between."""
    left, right = table.xs[0], table.xs[-1]
    below = [
        s for s in strips if s.top > table.bottom + SAME and s.xs[0] < right - SAME and s.xs[-1] > left + SAME
    ]
    if not below:
        return None
    rule = min(below, key=lambda s: s.top)
    as_wide = abs(rule.xs[0] - left) <= SAME and abs(rule.xs[-1] - right) <= SAME
    between = any(table.bottom <= t.top < rule.top and t is not table for t in tables)
    return rule.top if rule.top == rule.bottom and as_wide and not between else None


def _is_body(lines: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether lines hold figures beside words, and each of their words stands in one column."""
    inside = all(t.x0 > xs[0] - OVER_EDGE and t.x1 < xs[-1] + OVER_EDGE for t in lines)
    return (
        len(lines) >= LEAST_LINES
        and inside
        and any(figures_beside(t) for t in lines)
        and not any(crosses(t, x) for t in lines for x in xs[1:-1])
        and max(len(split_line(t, xs)) for t in lines) >= LEAST_COLUMNS
    )


def _with_row(grid: Grid, end: float) -> Grid:
    row = [
        GridCell(grid.n_rows, k, 1, 1, grid.xs[k], grid.ys[-1], grid.xs[k + 1], end)
        for k in range(grid.n_cols)
    ]
    return Grid(grid.xs, (*grid.ys, end), (*grid.cells, *row))
