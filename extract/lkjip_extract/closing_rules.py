"""Tables of three rules whose heading has several levels: the body stands between its foot and the closing rule."""

from collections.abc import Sequence

from lkjip_extract.bands import SAME, Strip, find_strips
from lkjip_extract.body_below import LEAST_COLUMNS, OVER_EDGE, is_heading
from lkjip_extract.columns import crosses, figures_beside, split_line
from lkjip_extract.grid import Grid, GridCell
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftTable, PageDraft
from lkjip_extract.printed_page import Rect, Stroke

LEAST_LINES = 2
"""Lines of a body, at least; one row alone is drawn as a row."""


def closed_bodies(
    rects: Sequence[Rect], strokes: Sequence[Stroke], draft: PageDraft, grids: Sequence[Grid]
) -> list[Grid] | None:
    """The grids of a page, those that are a heading alone with one more row down to the rule that closes the table;
    None where there is none. `draft` is what was read with these grids; the page is not turned."""
    headings = [t for t in draft.tables if t.n_cols >= LEAST_COLUMNS and is_heading(t)]
    if not headings:
        return None
    strips = find_strips(rects, strokes)
    found = list(grids)
    for table in headings:
        end = _closing_rule(table, strips, draft.tables)
        grid = next(g for g in grids if g.ys[0] == table.top and g.xs[0] == table.xs[0])
        if end is not None and _is_body([t for t in draft.lines if table.bottom <= t.middle <= end], grid.xs):
            found[found.index(grid)] = _with_row(grid, end)
    return found if found != list(grids) else None


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
