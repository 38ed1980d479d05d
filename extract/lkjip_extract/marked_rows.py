"""Logical rows that list marks tell: "a. Indeks ..., b. Nilai ..." beside "a. 82,00, b. 66,00" in one ruled row.

The marks go together, at whatever heights they stand: names take more lines than figures.
"""

import re
from collections.abc import Sequence

from lkjip_extract.columns import is_figure
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.paragraph_rows import LogicalRows

LEAST_ITEMS = 2
_MARK = re.compile(r"\(?(?:([a-h])|(\d{1,2}))[.)]")
_NAME = re.compile(r"[^\W\d_]{3}")


def marked_rows(cells: Sequence[DraftCell]) -> LogicalRows | None:
    """The logical rows of the cells of one ruled row that are lists with the same marks, one of names and others of
    figures; the other cells stand beside all of them. None where there are no such lists."""
    lists = {id(c): items for c in cells if len(items := _items(c)) >= LEAST_ITEMS}
    names = [c for c in cells if id(c) in lists and all(map(_is_name, lists[id(c)]))]
    if len(names) != 1:
        return None
    own = lists[id(names[0])]
    counted = [
        c
        for c in cells
        if c is not names[0]
        and id(c) in lists
        and len(lists[id(c)]) == len(own)
        and all(map(_is_count, lists[id(c)]))
    ]
    if not counted or len(counted) + 1 < len(lists):
        return None
    parts = {id(c): lists[id(c)] for c in (names[0], *counted)}
    whole = frozenset(id(c) for c in cells if id(c) not in parts)
    parts |= {id(c): [list(c.lines), *([] for _ in own[1:])] for c in cells if id(c) in whole}
    return LogicalRows(tuple(item[0].middle for item in own), parts, whole=whole, marked=True)


def without_marks(table: DraftTable) -> None:
    """Take the mark off figures beside a name with the same mark ("a. Nilai SAKIP" | "a. 66,00")."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.lines and _mark(cell.lines[0]):
            rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        marks = {_mark(c.lines[0]) for c in cells if _is_name(c.lines)}
        for cell in cells:
            first, *rest = cell.lines
            if _mark(first) in marks and _is_count(cell.lines):
                cell.lines = [Line(first.group, first.words[1:]), *rest]


def _items(cell: DraftCell) -> list[list[Line]]:
    """The items of a cell that is a list from its first line on, marked a, b, c or 1, 2, 3; none of another cell."""
    items: list[list[Line]] = []
    for line in cell.lines:
        mark = _mark(line)
        if mark == len(items) + 1:
            items.append([line])
        elif items and not mark:
            items[-1].append(line)
        else:
            return []
    return items


def _mark(line: Line) -> int:
    """The number that the mark of a line stands for; 0 for a line without one, or with nothing behind it."""
    match = _MARK.fullmatch(line.words[0].text)
    if match is None or len(line.words) < LEAST_ITEMS:
        return 0
    letter, number = match.groups()
    return ord(letter) - ord("a") + 1 if letter else int(number)


def _behind(lines: Sequence[Line]) -> str:
    return " ".join(w.text for line in lines for w in line.words).partition(" ")[2]


def _is_name(lines: Sequence[Line]) -> bool:
    text = _behind(lines)
    return not text[:1].isdigit() and _NAME.match(text) is not None


def _is_count(lines: Sequence[Line]) -> bool:
    """Whether behind the mark stands a figure, with what it counts ("3 Hari", "21.300,00 Juta Rupiah")."""
    text = _behind(lines)
    return is_figure(text) or is_figure(text.partition(" ")[0])
