"""Spreadsheets printed wider than the page: columns on another page that belong to the same rows."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from lkjip_extract.grid import nearest_edge, same_edges
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell, DraftTable, PageDraft
from lkjip_schemas.bilingual import both
from lkjip_schemas.heading_words import HEADER_WORDS

SAME_HEIGHT = 2.0
"""Rows of two slices of one sheet stand at the same height, up to this many points."""
NEARLY = 1 / 3
"""Or, row by row, up to this part of the lowest row."""
MIN_EDGES = 4
"""At least this many row edges must agree (a header and two rows)."""
FEWEST_EDGES = 3
"""So many are enough below a slice with the same columns."""
MIN_REPEATED = 2
"""So many columns that are the same in all rows are titles printed again on every page."""
FURTHEST = 40
"""The right-hand slice follows at most this many pages later (sheets printed down, then over)."""

CUT = both("lembar lebar yang terpotong ke halaman lain", "wide sheet cut over pages")
HEADING_ROWS = 5
"""The numbers of the columns stand among so many first rows."""

_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABELS = re.compile(r"^(?:no|nomor|kode|sasaran|tujuan|program|kegiatan|uraian|indikator)\b", re.I)


def join_sheets(pages: Sequence[PageDraft]) -> None:
    """Append the columns of right-hand slices to the table of the left-hand slice.

    Cells keep their own page. A slice is recognised by its row edges, which are those of a table on
    an earlier page, by a heading of its own that goes on where that table's heading ended.
    """
    joined: dict[int, int] = {}
    slices: list[tuple[int, int, list[float]]] = []
    """Pages of a table and of the slice appended to it, and the column edges of that slice."""
    for q, right in enumerate(pages):
        for part in list(right.tables):
            if _has_beside(right.tables, part):
                continue
            near = pages[max(0, q - FURTHEST) : q]
            fitting = [
                t for left in near for t in left.tables if _fits(t, part) and not _has_beside(left.tables, t)
            ]
            if not fitting:
                # What goes on below a slice has no heading: it belongs to what goes on below its left neighbour, one
                # page on, or as many as the sheet is wide (printed over, then down).
                wide = Counter(left for left, *_ in slices)
                above = {
                    left + step
                    for left, page, xs in slices
                    for step in {1, 1 + wide[left]}
                    if page + step == right.page and same_edges(xs, part.xs, SAME_HEIGHT)
                }
                fitting = [
                    t
                    for left in near
                    if left.page in above
                    for t in left.tables
                    if _same_rows(t, part, FEWEST_EDGES)
                ]
            if not fitting and q and (half := _left_half(pages[q - 1], right, part)) is not None:
                _append_row_by_row(half, part)
                right.tables.remove(part)
            elif not fitting and q and (half := _nearly_beside(pages[q - 1], right, part)) is not None:
                _put_beside(half, part)
                half.reason = CUT
                right.tables.remove(part)
            elif not fitting and q and (half := _years_before(pages[q - 1], right, part)) is not None:
                _append_moved(half, part, half.bottom - part.bottom)
                right.tables.remove(part)
            elif fitting:
                table = _owner(fitting, right.page, joined)
                joined[id(table)] = joined.get(id(table), 0) + 1
                slices.append((table.page, right.page, list(part.xs)))
                _append(table, part)
                right.tables.remove(part)


def _has_beside(tables: Sequence[DraftTable], table: DraftTable) -> bool:
    """Whether a table has another one beside it on its page: small tables in pairs are no slices of a sheet."""
    return any(
        other is not table
        and other.top < table.bottom
        and other.bottom > table.top
        and not other.shares_width(table)
        for other in tables
    )


def _left_half(left: PageDraft, right: PageDraft, part: DraftTable) -> DraftTable | None:
    """The last table of the page before, when a table that begins the page has the same rows, numbered alike in its
    first column, and further columns, whose numbers run on: written as two tables because the page is too narrow."""
    if not left.tables or part is not right.tables[0]:
        return None
    table = left.tables[-1]
    if table.n_rows != part.n_rows or not _goes_on(_column_numbers(table), _column_numbers(part)):
        return None
    numbered = _numbered_rows(part)
    return table if len(numbered) >= MIN_EDGES - 1 and numbered == _numbered_rows(table) else None


def _nearly_beside(left: PageDraft, right: PageDraft, part: DraftTable) -> DraftTable | None:
    """The one table of the page before, when the one table of this page has as many rows at nearly the same heights
    (each page is scanned, or laid out, on its own) and further columns under headings of its own."""
    if len(left.tables) != 1 or len(right.tables) != 1:
        return None
    table = left.tables[0]
    own, other = _row_edges(table), _row_edges(part)
    if (
        table.engine != part.engine
        or table.n_rows != part.n_rows
        or len(own) != len(other)
        or len(own) <= MIN_EDGES
    ):
        return None
    lowest = min(b - a for a, b in itertools.pairwise(own))
    near = all(abs(a - b) <= lowest * NEARLY for a, b in zip(own, other, strict=True))
    return table if near and _headings_go_on(table, part) else None


def _years_before(left: PageDraft, right: PageDraft, part: DraftTable) -> DraftTable | None:
    """The last table of the page before, when a table that begins the page goes on with its years and has rows of the
    same heights, counted from the foot, but no labels: the page before may hold a title above it."""
    if not left.tables or part is not right.tables[0]:
        return None
    table = left.tables[-1]
    more = _years(part)
    if len(more) < part.n_cols or more[0] - 1 not in _years(table)[-1:]:
        return None
    moved = [e + table.bottom - part.bottom for e in _row_edges(part)]
    own = _row_edges(table)
    same = part.engine == table.engine and not _beyond(moved[1:], own)
    return table if same and len(moved) > MIN_EDGES else None


def _years(table: DraftTable) -> list[int]:
    """The years in the last row of the heading, which run on; none where others stand between them."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.lines and _YEAR.fullmatch(_text(cell)):
            rows.setdefault(cell.row, []).append(cell)
    for row in sorted(rows)[:HEADING_ROWS]:
        years = [int(_text(c)) for c in sorted(rows[row], key=lambda c: c.col)]
        if all(b == a + 1 for a, b in itertools.pairwise(years)):
            return years
    return []


def _append_moved(table: DraftTable, part: DraftTable, by: float) -> None:
    """Append a slice whose rows stand so many points higher or lower on their own page."""
    cells = list(part.cells)
    for cell in cells:
        cell.top, cell.bottom = cell.top + by, cell.bottom + by
    _append(table, part)
    for cell in cells:
        cell.top, cell.bottom = cell.top - by, cell.bottom - by


def _numbered_rows(table: DraftTable) -> list[tuple[int, str]]:
    """The rows that the first column numbers."""
    return sorted((c.row, _text(c)) for c in table.cells if c.col == 0 and _text(c).strip(".").isdigit())


def _append_row_by_row(table: DraftTable, part: DraftTable) -> None:
    """Append the columns of the right half, but the first one, to the rows of the left half."""
    _without_columns(part, 1)
    _put_beside(table, part)
    table.reason = both("tabel yang dibelah ke halaman lain", "table parted over pages")


def _put_beside(table: DraftTable, part: DraftTable) -> None:
    """Add the columns of a part behind those of the table."""
    shift = table.xs[-1] - part.xs[0]
    for cell in part.cells:
        cell.col += table.n_cols
    table.cells.extend(part.cells)
    table.xs.extend(x + shift for x in part.xs[1:])


def is_slice(left: PageDraft, right: PageDraft) -> bool:
    """Whether a table of the right page holds further columns of one of the left page."""
    return any(_fits(table, part) for table in left.tables for part in right.tables)


def _owner(fitting: Sequence[DraftTable], page: int, joined: dict[int, int]) -> DraftTable:
    """The left-hand slice that a right-hand one belongs to, where the rows of several fit.

    Sheets are printed over, then down (the slice follows at once), or down, then over: then several
    pages with the same heading come first, and their slices follow in the same order.
    """
    last = fitting[-1]
    twins = [t for t in fitting[:-1] if _heading(t)[:2] == _heading(last)[:2]]
    if not twins:
        return last
    if last.page == page - 1 and not joined.get(id(last)) and all(joined.get(id(t)) for t in twins):
        return last
    return min(fitting, key=lambda t: (joined.get(id(t), 0), t.page))


def _row_edges(*tables: DraftTable) -> list[float]:
    """The heights at which rows begin and end, those of all tables together."""
    edges = {c.top for t in tables for c in t.cells} | {c.bottom for t in tables for c in t.cells}
    merged: list[float] = []
    for edge in sorted({round(e, 1) for e in edges}):
        if not merged or edge - merged[-1] > SAME_HEIGHT:
            merged.append(edge)
    return merged


def _same_ends(table: DraftTable, part: DraftTable) -> bool:
    """Whether two tables, read in the same way, begin and end at the same heights; the upper heading of a slice may be
    cut off, where the page's edge cuts its cell."""
    if part.engine != table.engine or abs(table.bottom - part.bottom) > SAME_HEIGHT:
        return False
    headings = [c.bottom for c in table.cells if c.row < HEADING_ROWS and c.top <= table.top + SAME_HEIGHT]
    return any(abs(part.top - top) <= SAME_HEIGHT for top in (table.top, *headings))


def _same_rows(table: DraftTable, part: DraftTable, least: int = MIN_EDGES) -> bool:
    """Whether the rows of two tables stand at the same heights, at least so many of their edges."""
    if not _same_ends(table, part):
        return False
    own, other = _row_edges(table), _row_edges(part)
    # The heading of one slice may have more levels than that of the other, and its rows may be parted further.
    more, fewer = _beyond(own, other), _beyond(other, own)
    apart = not more or not fewer or more[-1] < fewer[0] or fewer[-1] < more[0]
    return apart and min(len(own) - len(more), len(other) - len(fewer)) >= least


def _fits(table: DraftTable, part: DraftTable) -> bool:
    if not _same_rows(table, part):
        return False
    return bool(_columns_again(table, part)) or _headings_go_on(table, part)


def _headings_go_on(table: DraftTable, part: DraftTable) -> bool:
    """Whether the columns of a part go on with those of the table: by their numbers, or by headings of its own, without
    labels, beside a table that begins with them."""
    left, right = _heading(table), _heading(part)
    if _goes_on(left, right) or _goes_on(_column_numbers(table), _column_numbers(part)):
        return True
    over_both = bool(left and right) and left[-1] == right[0]  # printed on both pages, over columns of each
    over_both = over_both and min(_first_row(table)[-1].col_span, _first_row(part)[0].col_span) > 1
    if not right or set(left) & set(right[over_both:]):
        return False
    return _LABELS.match(left[0]) is not None and not any(_LABELS.match(text) for text in right)


def repeated_columns(table: DraftTable, part: DraftTable) -> int:
    """How many first columns of a slice are those of the table once more (a spreadsheet's print titles): they have the
    same texts in all rows below the headings. 0 where only one has, or nothing follows them."""
    return _columns_again(table, part) if _same_rows(table, part) else 0


def _columns_again(table: DraftTable, part: DraftTable) -> int:
    """As `repeated_columns`, of two tables whose rows stand at the same heights."""
    below = max(_headings_end(table), _headings_end(part))
    count = 0
    while count < part.n_cols:
        own = _column(part, count, below)
        if len(own) < MIN_EDGES or own != _column(table, count, below):
            break
        count += 1
    return count if MIN_REPEATED <= count < part.n_cols else 0


def _headings_end(table: DraftTable) -> int:
    """The height below which no row is one of headings."""
    tops = sorted({round(c.top) for c in table.cells})
    return tops[min(HEADING_ROWS, len(tops) - 1)]


def _column(table: DraftTable, col: int, below: float) -> list[tuple[int, str]]:
    """The texts of a column from a height on, with their heights."""
    own = [c for c in table.cells if c.col == col and c.lines and round(c.top) >= below]
    return [(round(c.top), _text(c)) for c in sorted(own, key=lambda c: c.top)]


def _without_columns(part: DraftTable, count: int) -> None:
    """Take the first columns away."""
    part.cells = [c for c in part.cells if c.col >= count]
    for cell in part.cells:
        cell.col -= count
    part.xs = part.xs[count:]


def _beyond(some: Sequence[float], others: Sequence[float]) -> list[float]:
    """Those heights at which none of the others stands."""
    return [a for a in some if not any(abs(a - b) <= SAME_HEIGHT for b in others)]


def _first_row(table: DraftTable) -> list[DraftCell]:
    first = min((c.row for c in table.cells if c.lines), default=0)
    return sorted((c for c in table.cells if c.row == first and c.lines), key=lambda c: c.col)


def _heading(table: DraftTable) -> list[str]:
    return [_text(c) for c in _first_row(table)]


def _column_numbers(table: DraftTable) -> list[str]:
    """The row of column numbers below the heading ("5 | 6 | 7=6/5"), or nothing."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.lines:
            rows.setdefault(cell.row, []).append(cell)
    for row in sorted(rows)[:HEADING_ROWS]:
        found = [_COLUMN_NUMBER.fullmatch(_text(c)) for c in sorted(rows[row], key=lambda c: c.col)]
        numbers = [int(m[1]) for m in found if m is not None]
        if len(numbers) > 1 and len(numbers) == len(found):
            runs = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            return list(map(str, numbers)) if runs else []
    return []


def _text(cell: DraftCell) -> str:
    return " ".join(line.text for line in cell.lines).strip().lower()


def _goes_on(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the headings are bare column numbers that run on."""
    if not left or not right or not (left[-1].isdigit() and right[0].isdigit()):
        return False
    return int(right[0]) == int(left[-1]) + 1


def _join_cut_heading(table: DraftTable, part: DraftTable) -> None:
    """Give both halves of a heading that the page's edge cuts through a word ("KONDISI KI | NERJA") the whole of it."""
    ends = [c for c in table.cells if c.lines and c.row < HEADING_ROWS and c.col + c.col_span == table.n_cols]
    begins = [c for c in part.cells if c.lines and not c.col]
    for left, right in itertools.product(ends, begins):
        end, begin = left.lines[-1], right.lines[0]
        last, first = end.words[-1], begin.words[0]
        word = last.text + first.text
        if (
            abs(right.top - left.top) <= SAME_HEIGHT
            and word.lower() in HEADER_WORDS
            and not {last.text.lower(), first.text.lower()} & HEADER_WORDS
        ):
            whole = Line(end.group, (*end.words[:-1], last._replace(text=word), *begin.words[1:]))
            left.lines = [*left.lines[:-1], whole, *right.lines[1:]]
            right.lines = list(left.lines)
            return


def _share_cut_heading(table: DraftTable, part: DraftTable) -> None:
    """Give a blank heading at the page's edge the text of the one that goes on at the same height: a heading centred
    over both stands on one page only."""
    ends = [c for c in table.cells if c.row < HEADING_ROWS and c.col + c.col_span == table.n_cols]
    for right in (c for c in part.cells if not c.col and c.lines and c.row < HEADING_ROWS and c.col_span > 1):
        for left in ends:
            if abs(left.top - right.top) <= SAME_HEIGHT and not left.lines and left.row < HEADING_ROWS:
                left.lines = list(right.lines)
    named_below = {c.top for c in part.cells if not c.col and c.lines and c.row < HEADING_ROWS}
    for right in (c for c in part.cells if not c.col and not c.lines and c.bottom in named_below):
        for left in ends:
            same = max(abs(left.top - right.top), abs(left.bottom - right.bottom)) <= SAME_HEIGHT
            if same and left.lines and left.col_span > 1:
                right.lines = list(left.lines)


def _append(table: DraftTable, part: DraftTable) -> None:
    _without_columns(part, repeated_columns(table, part))
    _join_cut_heading(table, part)
    _share_cut_heading(table, part)
    edges = _row_edges(table, part)
    _put_beside(table, part)
    for cell in table.cells:
        cell.row = nearest_edge(edges, cell.top)
        cell.row_span = max(nearest_edge(edges, cell.bottom) - cell.row, 1)
    table.n_rows = len(edges) - 1
    table.reason = CUT
