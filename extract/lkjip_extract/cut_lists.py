"""Lists without rulings on sheets printed wider than the page: programs on one page, their budgets on the next.

The agreements of many kecamatan are such sheets: the table of sasaran and the list of programs below it are cut at
the same place. The table shows that the pages belong together (`sheets`).
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from lkjip_extract import borderless
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftTable, PageDraft
from lkjip_extract.sheets import SAME_HEIGHT, is_slice
from lkjip_schemas.bilingual import both

REASON = both(
    "daftar pada lembar lebar yang terpotong ke halaman lain", "list on a wide sheet cut over two pages"
)


def join_cut_lists(pages: Sequence[PageDraft]) -> None:
    """Make tables of the lists that go on at the same heights on the page behind, and take their lines away.

    Cells keep their own page.
    """
    for left, right in itertools.pairwise(pages):
        if left.lines and right.lines and is_slice(left, right):
            _join(left, right)


def _join(left: PageDraft, right: PageDraft) -> None:
    """The lists of a page that the next page goes on with."""
    width = left.turn.reading_size[0]
    owners: dict[tuple[float, float], tuple[Line, Line]] = {}
    """The lines of both pages that a line over both was made of, by its place."""
    lines = []
    for line in left.lines:
        other = next((o for o in right.lines if _on_one_level(line, o)), None)
        if other is not None:
            whole = _one_line(line, other, width)
            owners[whole.top, whole.x0] = (line, other)
            line = whole
        lines.append(line)
    both_pages = replace(left, lines=lines, tables=[])
    for region in borderless.find_regions(both_pages):
        places = [(line.top, line.x0) for line in region.lines]
        if not any(place in owners for place in places):
            continue
        table = borderless.build_table(both_pages, region)
        if table is None:
            continue
        _give_back(table, right.page, width)
        table.reason = REASON
        left.tables.append(table)
        alone = {(line.top, line.x0) for line in left.lines} & set(places)
        left.lines = [x for x in left.lines if (x.top, x.x0) not in alone]
        taken = {id(part) for place in places for part in owners.get(place, ())}
        for page in (left, right):
            page.lines = [line for line in page.lines if id(line) not in taken]


def _on_one_level(one: Line, other: Line) -> bool:
    return abs(one.middle - other.middle) <= SAME_HEIGHT


def _one_line(line: Line, other: Line, shift: float) -> Line:
    """The words of both lines, those of the other one moved to the right, with a gap between them."""
    last = line.words[-1].segment + 1
    moved = (w._replace(x0=w.x0 + shift, x1=w.x1 + shift, segment=w.segment + last) for w in other.words)
    return Line(line.group, (*line.words, *moved))


def _give_back(table: DraftTable, page: int, shift: float) -> None:
    """Put the cells of the page behind back to their place there."""
    for cell in table.cells:
        if cell.lines and all(line.x0 >= shift for line in cell.lines):
            cell.page = page
            cell.x0, cell.x1 = max(cell.x0 - shift, 0.0), cell.x1 - shift
            cell.lines = [_moved(line, -shift) for line in cell.lines]


def _moved(line: Line, by: float) -> Line:
    return Line(line.group, tuple(w._replace(x0=w.x0 + by, x1=w.x1 + by) for w in line.words))
