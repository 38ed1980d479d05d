"""Tables that go on over pages: parts joined to one table, repeated headers known as such."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip_extract.captions import Introduction, lines_between
from lkjip_extract.celltext import CellLine, Vocabulary, code_goes_on, join_lines
from lkjip_extract.grid import nearest_edge
from lkjip_extract.headers import BEGINS_SUM, header_row_count, heading_rows, is_index_row, numbers_columns
from lkjip_extract.lines import Line
from lkjip_extract.page import SEEN, DraftCell, DraftTable, PageDraft

SAME_EDGE = 7.0
"""Column edges of two parts agree when they differ by less than this many points."""
LEAST_FITTING, FITTING_SHARE = 8, 0.85
"""So many column edges of a part seen on a picture, and this share of them, must fit those of the table."""
DOUBTED = 0.5
"""How sure a figure is beside which something else was read."""
_FIGURE_ENDS = re.compile(r"\d$")
_WELL_FORMED = re.compile(r"-?(?:Rp\.?\s*)?(?:\d+|\d{1,3}([.,])\d{3}(?:\1\d{3})*)(?:[.,]\d{1,2})?\s*%?")
"""A figure that may come of two parts: its thousands are grouped with one mark."""
MIN_INDEX_CELLS = 4
"""Below the header, only a row with at least this many running numbers is taken for an index row."""
HEADING_REACH = 40.0
"""A heading drawn as a table of its own stands at most this many points above its body."""
LEAST_HEADED = 3
"""Such a heading has so many columns, at least, where its body has more."""
LABEL_COLUMNS = 2
"""The first columns of a heading, of numbers and names."""
_ALL_ROWS = 0.85
"""From this share of rows with figures on, a row without any is not a row of its own."""
MOST_GO_ON, LEAST_NUMBERED = 0.75, 3
"""Share of the cells of a row without a number that must go on with words of cells above, in a table of at least so
many numbered rows."""
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?")
_FIGURES = re.compile(r"\d[\d.,]{2,}|\d\s*%|^\d+$")
_LANJUTAN = re.compile(r"\W\b(?:lanjutan|sambungan)\b\W*", re.I)
_TITLE = re.compile(r"^(\W*tabel\s*\d+(?:\.\d+)*)\W*[a-z]{3,}.*[a-z]{3,}", re.I)
"""A caption with a title behind its number."""
_CONTINUED = re.compile(r"^\(?(?:lanjutan|sambungan)\b", re.I)
"""A line over the rest of a table ("Lanjutan Tabel 3.2")."""
_ORDINAL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]?")
_OPEN_FORMULA = re.compile(r"[\s)][x×+=]\s*$")
"""The end of a formula that goes on ("... / jumlah seluruhnya) x")."""
_COUNTED = re.compile(r"\d[\d.,]*\s+[A-Za-z]+")
"""A figure with its unit, which another word alone does not go on with ("3 km")."""
_LEVEL = re.compile(r"(?:program|(?:sub\s*)?kegiatan|sasaran|tujuan|misi)\s+\w", re.I)
"""A row that names what the rows below belong to."""
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}|[a-z]|[IVX]+)[.)]\s*\S")


@dataclass(slots=True)
class JoinedTable:
    """A table over one or more pages; cells keep their page, rows count through."""

    parts: list[DraftTable]
    cells: list[DraftCell]
    n_rows: int
    n_cols: int
    introduction: Introduction
    xs: list[float] = field(default_factory=list)


def header_rows(table: DraftTable) -> int:
    """Rows at the top of one part that are its header."""
    return header_row_count(table.cells, table.n_rows, seen=_seen(table)) or table.shaded


def _seen(table: DraftTable) -> bool:
    """Whether a table was seen on a picture: then numbers may be missing or wrong."""
    return table.engine == SEEN


def mark_headers(table: DraftTable) -> int:
    """Set `is_header` in the rows at the top of one part; gives their number."""
    count = header_rows(table)
    rows: dict[int, list[DraftCell]] = {}
    for cell in sorted(table.cells, key=lambda c: (c.row, c.col)):
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    numbering = {
        r
        for r, cells in rows.items()
        if len(cells) >= MIN_INDEX_CELLS
        and (
            is_index_row([c.text for c in cells]) or (r == count and _seen(table) and numbers_columns(cells))
        )
    }
    for cell in table.cells:
        cell.is_header = cell.row < count or (cell.row in numbering and cell.row_span == 1)
    return count


def join_parts(
    pages: Sequence[PageDraft], introductions: dict[int, Introduction], vocabulary: Vocabulary
) -> list[JoinedTable]:
    """All tables of a document in reading order, continued ones joined."""
    joined: list[JoinedTable] = []
    previous: PageDraft | None = None
    for page in pages:
        tables = sorted(page.tables, key=lambda t: (t.top, t.xs[0]))
        for k, table in enumerate(tables):
            headers = mark_headers(table)
            head = joined[-1] if joined else None
            if (
                k == 0
                and head is not None
                and previous is not None
                and head.parts[-1].page == page.page - 1 == previous.page
                and _reaches_foot(previous, head.parts[-1])
                and _goes_on(lines_between(page, None, table), head.introduction.caption)
                and (_continues(head, table, headers) or _is_body_over_page(head, table, headers))
            ):
                if _is_all_heading(head):
                    _mark_all(head)
                    _take_columns(head, table)
                _append(head, table, headers, vocabulary)
                continue
            if head is not None and k > 0 and _is_body_of(head, table, headers, page):
                _mark_all(head)
                _take_columns(head, table)
                _append(head, table, headers, vocabulary)
                continue
            if head is not None and k > 0 and _is_foot_of(head, table):
                _append(head, table, headers, vocabulary)
                continue
            joined.append(
                JoinedTable(
                    [table],
                    list(table.cells),
                    table.n_rows,
                    table.n_cols,
                    introductions.get(id(table), Introduction("", "")),
                    list(table.xs),
                )
            )
        previous = page
    for whole in joined:
        _mark_repeated_headings(whole)
    return joined


def _goes_on(above: Sequence[Line], caption: str) -> bool:
    """Whether the lines above a part say no more than that the table goes on, or are its caption once more (its number
    alone only with "lanjutan")."""
    if all(_CONTINUED.match(line.text) for line in above):
        return True
    own = " ".join(line.text for line in sorted(above, key=lambda line: line.top))
    titled = _TITLE.match(caption)
    if titled is None:
        return False
    again, whole = (_letters_and_digits(t) for t in (own, caption))
    rest, title, number = (
        _letters_and_digits(_LANJUTAN.sub(" ", t)) for t in (own, caption, titled.group(1))
    )
    return again == whole or rest == title or (again != rest == number)


def _letters_and_digits(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _is_all_heading(head: JoinedTable) -> bool:
    """Whether the table so far is nothing but a heading: its body follows below or on the next page."""
    first = head.parts[0]
    return len(head.parts) == 1 and heading_rows(first.cells, first.n_rows) == first.n_rows


def _mark_all(head: JoinedTable) -> None:
    for cell in head.cells:
        cell.is_header = True


def _mark_repeated_headings(table: JoinedTable) -> None:
    """Mark rows further down that print the row of the header again."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    headings = [cells for cells in rows.values() if all(c.is_header for c in cells)]
    printed = [_header_texts(cells) for cells in headings if len(cells) >= MIN_INDEX_CELLS]
    lengths = set(map(len, printed))
    for cells in rows.values():
        if len(cells) in lengths and _header_texts(cells) in printed:
            for cell in cells:
                cell.is_header = True


def _is_body_of(head: JoinedTable, table: DraftTable, headers: int, page: PageDraft) -> bool:
    """Whether the table before holds nothing but the heading of this one, which stands right below."""
    above = head.parts[-1]
    return (
        above.page == table.page
        and headers == 0
        and _is_all_heading(head)
        and 0 <= table.top - above.bottom <= HEADING_REACH
        and (_columns(head.xs, table.xs) is not None or _finer_columns(head, table) is not None)
    )


def _is_foot_of(head: JoinedTable, table: DraftTable) -> bool:
    """Whether the one row of a table is that of the sums of the table right above it, drawn with other rulings."""
    above = head.parts[-1]
    labels = [c.lines[0].text for c in table.cells if c.lines]
    return (
        above.page == table.page
        and table.n_rows == 1
        and abs(table.top - above.bottom) <= SAME_EDGE
        and max(abs(head.xs[0] - table.xs[0]), abs(head.xs[-1] - table.xs[-1])) <= SAME_EDGE
        and bool(labels)
        and BEGINS_SUM.match(labels[0]) is not None
        and _columns(head.xs, table.xs) is not None
    )


def _is_body_over_page(head: JoinedTable, table: DraftTable, headers: int) -> bool:
    """Whether the table before is a heading alone, at the foot of a page, and this its body, of finer columns."""
    places = _finer_columns(head, table) if headers == 0 and _is_all_heading(head) else None
    # Numbers and names of levels have columns of their own, not figures.
    return places is not None and all(b - a == 1 for a, b in itertools.pairwise(places[LABEL_COLUMNS:]))


def _finer_columns(head: JoinedTable, table: DraftTable) -> list[int] | None:
    """The column edge of a body for each edge of the heading right above it, or on the page before, in one frame, some
    of whose columns the body parts (names of programs, kegiatan and sub kegiatan, each further in); None where they do
    not fit."""
    above = head.parts[-1]
    touch = above.page < table.page or table.top - above.bottom <= SAME_EDGE
    frame = max(abs(head.xs[0] - table.xs[0]), abs(head.xs[-1] - table.xs[-1])) <= SAME_EDGE
    finer = touch and frame and table.n_cols > head.n_cols >= LEAST_HEADED
    return _places(table.xs, head.xs, 0.0) if finer else None


def _take_columns(head: JoinedTable, table: DraftTable) -> None:
    """Give a heading the finer columns of its body, where these are not its own."""
    places = _finer_columns(head, table)
    if places is None or _columns(head.xs, table.xs) is not None:
        return
    for cell in head.cells:
        first, last = places[cell.col], places[cell.col + cell.col_span]
        cell.col, cell.col_span = first, last - first
    head.xs = list(table.xs)
    head.n_cols = table.n_cols


def _reaches_foot(page: PageDraft, table: DraftTable) -> bool:
    last = max(page.tables, key=lambda t: t.bottom)
    return last is table and not lines_between(page, table, None)


def _header_texts(cells: Sequence[DraftCell]) -> list[str]:
    return [_letters_and_digits(c.text) for c in sorted(cells, key=lambda c: (c.row, c.col)) if c.text]


def _continues(head: JoinedTable, table: DraftTable, headers: int) -> bool:
    own = [c for c in table.cells if c.row < headers]
    first = [c for c in head.parts[0].cells if c.is_header and c.row < head.parts[0].n_rows]
    upper = [c for c in first if c.row < headers]  # word processors repeat the first row of a heading only
    same_header = bool(own) and _header_texts(own) in (_header_texts(first), _header_texts(upper))
    if (
        own
        and not same_header
        and not is_index_row([c.text for c in sorted(own, key=lambda c: c.col) if c.text])
    ):
        return False
    if same_header and table.n_cols == head.n_cols:
        return True
    return _columns(head.xs, table.xs, seen=_seen(table)) is not None


def _columns(wide: Sequence[float], narrow: Sequence[float], *, seen: bool = False) -> list[int] | None:
    """The column edge of `wide` for each edge of `narrow`; None when they do not fit.

    Every edge of the part must be an edge of the table, at the same place or with the whole part
    moved sideways; a part may lack outer columns when it does not move. Of many edges `seen` on a picture a few may be
    shadows: they count as the next edge.
    """
    for shift in (0.0, narrow[0] - wide[0]):
        if abs(shift) <= 40.0 and (shift == 0.0 or abs(narrow[-1] - wide[-1] - shift) <= SAME_EDGE):
            places = _places(wide, narrow, shift)
            if places is not None and len(places) >= 3:
                return places
    return _nearly(wide, narrow) if seen else None


def _nearly(wide: Sequence[float], narrow: Sequence[float]) -> list[int] | None:
    near = [nearest_edge(wide, x) for x in narrow]
    fit = [abs(wide[k] - x) <= SAME_EDGE for k, x in zip(near, narrow, strict=True)]
    told = [k for k, fits in zip(near, fit, strict=True) if fits]
    enough = len(told) >= LEAST_FITTING and len(told) >= FITTING_SHARE * len(narrow)
    return (
        near
        if enough and fit[0] and fit[-1] and len(set(told)) == len(told) and near == sorted(near)
        else None
    )


def _places(wide: Sequence[float], narrow: Sequence[float], shift: float) -> list[int] | None:
    places = []
    for x in narrow:
        near = nearest_edge(wide, x - shift)
        if abs(wide[near] - (x - shift)) > SAME_EDGE:
            return None
        places.append(near)
    return places if len(set(places)) == len(places) else None


def _append(head: JoinedTable, table: DraftTable, headers: int, vocabulary: Vocabulary) -> None:
    places = _columns(head.xs, table.xs, seen=_seen(table)) if table.n_cols != head.n_cols else None
    if places is None:
        places = list(range(table.n_cols + 1))
    cut_off: list[tuple[DraftCell, bool]] = []
    for cell in table.cells:
        edge = table.xs[cell.col]
        cell.col_span = places[cell.col + cell.col_span] - places[cell.col]
        cell.col = places[cell.col]
        if not cell.col_span:
            cut_off.append((cell, abs(edge - head.xs[cell.col]) <= SAME_EDGE))
    _close_shadows(table, cut_off)
    rows = table.n_rows
    if _is_rest_of_row(head, table, headers):
        _merge_first_row(head, table, headers, vocabulary)
        rows -= 1
    for cell in table.cells:
        cell.row += head.n_rows
    head.cells.extend(table.cells)
    head.parts.append(table)
    head.n_rows += rows


def _close_shadows(table: DraftTable, cut_off: Sequence[tuple[DraftCell, bool]]) -> None:
    """Join the cells that shadows of rulings cut off with the cell that they are part of: the one on their right where
    the ruling on their left is the true one, else the one on their left."""
    ends = {(c.row, c.col + c.col_span): c for c in table.cells if c.col_span}
    begins = {(c.row, c.col): c for c in table.cells if c.col_span}
    joined = set()
    for cell, of_right in sorted(cut_off, key=lambda pair: pair[0].x0):
        whole = (begins if of_right else ends).get((cell.row, cell.col))
        if whole is None:
            continue
        joined.add(id(cell))
        if cell.text:
            left, right = (cell.text, whole.text) if of_right else (whole.text, cell.text)
            _join_text(whole, left, right)
    table.cells[:] = [c for c in table.cells if id(c) not in joined]
    for cell in table.cells:
        cell.col_span = max(cell.col_span, 1)


def _join_text(whole: DraftCell, left: str, right: str) -> None:
    """Set the text of a cell from its two parts: one figure only where the cut is at a mark and what comes of it is
    well formed; other parts behind a figure make the cell doubtful."""
    at_mark = left.endswith((".", ",")) or right.startswith((".", ","))
    if not right or not _FIGURE_ENDS.search(left.rstrip(".,")):
        whole.text = f"{left} {right}".strip()
    elif at_mark and _WELL_FORMED.fullmatch(left + right):
        whole.text = left + right
    else:  # digits of two figures, or letters behind one: a stamp, or the ruling itself
        whole.confidence, whole.other = min(whole.confidence, DOUBTED), f"{left} {right}"


def _last_row(head: JoinedTable) -> list[DraftCell]:
    return [c for c in head.cells if c.row + c.row_span == head.n_rows and c.text]


def _is_rest_of_row(head: JoinedTable, table: DraftTable, headers: int) -> bool:
    """Whether the first row of the next page, below a heading printed again, is the rest of a row that the page break
    cut.

    Its cells only go on with words of cells above: each begins in lower case below a filled cell,
    or holds what the row above still lacks, and no figure meets a figure. In a table of numbered rows most of them do
    where the row has no number.
    """
    first = [c for c in table.cells if c.row == headers and c.text]
    last = {c.col: c for c in _last_row(head) if not c.is_header}
    if not first or not last:
        return False
    if _only_labels_left(head, table, headers, first, last):
        return True
    if headers and any(c.row_span > 1 for c in first):
        return False
    goes_on = [c for c in first if c.col in last and _continues_text(last[c.col].text, c.text)]
    others = [c for c in first if c.col not in last]
    label = min((c.col for c in goes_on if not _ORDINAL.fullmatch(c.text)), default=0)
    if headers and any(_ORDINAL.fullmatch(c.text) for c in first if c.col < label):
        return False  # a numbered row of its own, below one that has a label only
    if goes_on and len(goes_on) + len(others) == len(first):
        return True
    unnumbered = _are_numbered(head) and not any(c.col == 0 or _FIGURES.search(c.text) for c in first)
    return unnumbered and not others and len(goes_on) >= MOST_GO_ON * len(first)


def _are_numbered(head: JoinedTable) -> bool:
    """Whether all rows, of which there are at least three, begin with a number of their own."""
    rows = {c.row for c in head.cells if c.text and not c.is_header}
    numbered = {
        c.row
        for c in head.cells
        if c.col == 0 and c.row_span == 1 and c.row in rows and _NUMBER.fullmatch(c.text)
    }
    return len(rows) >= LEAST_NUMBERED and numbered == rows


def _only_labels_left(
    head: JoinedTable, table: DraftTable, headers: int, first: Sequence[DraftCell], last: dict[int, DraftCell]
) -> bool:
    """Whether the first row holds label words, and the rest of a code, only, in a table whose rows all hold figures."""
    codes = {c.col for c in first if c.col in last and code_goes_on(last[c.col].text, c.text)}
    words = [c for c in first if c.col not in codes]
    if any(
        c.col not in last or _FIGURES.search(c.text) or _NUMBERED.match(c.text) or _LEVEL.match(c.text)
        for c in words
    ):
        return False
    figure_cols = {c.col for c in last.values() if _FIGURES.search(c.text)} - codes
    if not figure_cols or figure_cols & {c.col for c in words}:
        return False
    rows: dict[int, set[int]] = {}
    for cell in list(head.cells) + [c for c in table.cells if c.row > headers]:
        if not cell.is_header and cell.text:
            rows.setdefault(cell.row if cell.page != table.page else cell.row + head.n_rows, set()).add(
                cell.col
            )
    with_figures = sum(bool(cols & figure_cols) for cols in rows.values())
    label = min((col for col, c in last.items() if c.text[:1].isalpha()), default=0)
    if headers and {c.col for c in words} == {label} and words[0].text[:1].isupper():
        return with_figures == len(rows) >= 3  # it may name a group of rows, where any row does
    return with_figures >= _ALL_ROWS * len(rows) and len(rows) >= 3


def _continues_text(above: str, below: str) -> bool:
    if code_goes_on(above, below) or _OPEN_FORMULA.search(above):
        return True
    if not below[:1].isalpha() or re.search(r"\d{3}", below) or re.search(r"\d{3}\W*$", above):
        return False
    if above.rstrip().endswith((".", ";", ":")) or (_COUNTED.fullmatch(above) and " " not in below):
        return False
    return below[0].islower() or above.rstrip().lower().endswith((",", "-", "/", " dan", "dan/atau"))


def _merge_first_row(head: JoinedTable, table: DraftTable, headers: int, vocabulary: Vocabulary) -> None:
    """Put the first row below the heading into the last one before; the rows below it move up."""
    last = {c.col: c for c in _last_row(head)}
    kept: list[DraftCell] = []
    for cell in table.cells:
        above = last.get(cell.col) if cell.row == headers and cell.text else None
        if above is None:
            if headers and cell.row == headers and not cell.text:
                cell.row_span -= 1
            elif cell.row >= headers:
                cell.row = cell.row - 1 if cell.row > headers else -1
            if cell.row_span:
                kept.append(cell)
            continue
        if code_goes_on(above.text, cell.text):
            above.text += cell.text
        else:
            lines = [CellLine(above.text, 1e9, 1.0), CellLine(cell.text, 1e9, 1.0)]
            above.text = join_lines(lines, vocabulary)
        if cell.row_span > 1:
            above.row_span += cell.row_span - 1
    table.cells[:] = kept
