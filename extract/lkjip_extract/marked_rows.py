"""Logical rows that list marks tell: "a. Indeks ..., b. Nilai ..." beside "a. 82,00, b. 66,00" in one ruled row.

The marks go together, at whatever heights they stand: names take more lines than figures.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from lkjip_extract.columns import is_figure
from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.paragraph_rows import LogicalRows

LEAST_ITEMS = 2
_MARK = re.compile(r"\(?(?:([a-h])|(\d{1,2}))[.)]")
_NAME = re.compile(r"[^\W\d_]{3}")
_ORDINAL = re.compile(r"\d{1,2}[.)]?")
_AMOUNT = re.compile(r"(?:rp\.?\s*)?\d{1,3}(?:\.\d{3}){2,}(?:,\d\d?)?(?:,-)?", re.IGNORECASE)
_BEGINS_SASARAN = re.compile(r"(?:me|ter)\w+nya\b", re.IGNORECASE)
_GROUPS = re.compile(r"\d{3}(?:\.\d{3})*(?!\d)")
_GRADE = re.compile(r"AA?|BB?|CC?|D|W[TD]P")
COUNTED_WORDS = 2
"""A figure has so many words behind it that say what it counts."""
LEVEL = 3.0
"""Texts beside each other begin at heights that differ by so many points."""
GAP, APART = 0.3, 0.8
"""The lines of one text are apart equally, up to this share of their height; texts are apart by more than this."""


def marked_rows(cells: Sequence[DraftCell]) -> LogicalRows | None:
    """The logical rows of the cells of one ruled row that are lists with the same marks, one of names and others of
    figures; the other cells stand beside all of them, or have a text at the height of each. None where there are no
    such lists, or where a cell beside them holds several texts or figures of which it cannot be told whose they are.
    """
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
    parts = {id(names[0]): own} | {id(c): [_unmarked(item) for item in lists[id(c)]] for c in counted}
    for cell in cells:
        if id(cell) not in parts and (beside := _beside(cell, own)):
            parts[id(cell)] = beside
    others = [c for c in cells if id(c) not in parts]
    number = min(cells, key=lambda c: c.col)
    numbered = len(number.lines) == 1 and _ORDINAL.fullmatch(number.lines[0].text) is not None
    if not all(c is number or _is_one_text(c, numbered=numbered) for c in others):
        return None
    whole = frozenset(map(id, others))
    parts |= {id(c): [list(c.lines), *([] for _ in own[1:])] for c in cells if id(c) in whole}
    return LogicalRows(tuple(item[0].middle for item in own), parts, whole=whole, marked=True)


def _beside(cell: DraftCell, items: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The texts of a cell without marks that begin where the items do, one beside each; none of another cell."""
    starts = [item[0].middle for item in items]
    parts: list[list[Line]] = [[] for _ in items]
    if not _are_apart(cell):
        return []
    for line in cell.lines:
        near = [k for k, start in enumerate(starts) if start <= line.middle + LEVEL]
        if not near or (not parts[near[-1]] and abs(starts[near[-1]] - line.middle) > LEVEL):
            return []
        parts[near[-1]].append(line)
    begin = [p[0].text[:1] for p in parts if p]
    figures = [sum(is_figure(line.text) for line in part) for part in parts]
    whole = len(begin) == len(items) and not any(map(str.islower, begin)) and max(figures) <= 1
    return parts if whole else []


def _are_apart(cell: DraftCell) -> bool:
    """Whether a cell may hold several texts: figures, units, or words with gaps between them."""
    texts = [line.text.strip() for line in cell.lines]
    if any(map(is_figure, texts)) or all(
        " " not in text and not _BEGINS_SASARAN.match(text) for text in texts
    ):
        return True
    gaps = _gaps(cell)
    return min(gaps, default=0.0) > APART or not _are_even(gaps)


def _gaps(cell: DraftCell) -> list[float]:
    """The gaps between the lines of a cell, in heights of its highest line."""
    high = max((line.bottom - line.top for line in cell.lines), default=0.0) or 1.0
    return [(below.top - above.bottom) / high for above, below in itertools.pairwise(cell.lines)]


def _are_even(gaps: Sequence[float]) -> bool:
    """Whether lines with these gaps are apart as those of one text."""
    return all(gap <= min(gaps) + GAP for gap in gaps)


def _is_one_text(cell: DraftCell, *, numbered: bool) -> bool:
    """Whether a cell without marks holds one text, or one amount of money, for all items; in a `numbered` row its lines
    may all begin with capitals, as titles do."""
    figures = [line for line in cell.lines if is_figure(line.text)]
    if figures:
        return len(cell.lines) == 1 and _AMOUNT.fullmatch(figures[0].text.strip()) is not None
    if not cell.lines:
        return True
    first, *later = cell.lines
    begun_again = any(line.words[0].text == first.words[0].text for line in later)
    titled = _BEGINS_SASARAN.match(first.text) is not None
    capitals = bool(later) and not numbered and all(line.text[:1].isupper() for line in cell.lines)
    return _are_even(_gaps(cell)) and not begun_again and (titled or not capitals)


def without_marks(table: DraftTable) -> None:
    """Take the mark off figures beside a name with the same mark ("a. Nilai SAKIP" | "a. 66,00"); what may be one
    amount typed with a blank ("1. 250") only where its column has another one."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.lines and _mark(cell.lines[0]):
            rows.setdefault(cell.row, []).append(cell)
    counts = []
    for cells in rows.values():
        marks = {_mark(c.lines[0]) for c in cells if _is_name(c.lines)}
        counts += [c for c in cells if _mark(c.lines[0]) in marks and _is_count(c.lines)]
    several = {col for col, n in Counter(c.col for c in counts).items() if n > 1}
    for cell in counts:
        if cell.col in several or not _is_grouped(cell.lines):
            cell.lines = _unmarked(cell.lines)


def _unmarked(lines: Sequence[Line]) -> list[Line]:
    """The lines of an item without its mark."""
    first, *rest = lines
    return [Line(first.group, first.words[1:]), *rest]


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
    """Whether behind the mark stands a figure, with what it counts ("3 Hari", "21.300,00 Juta Rupiah"), or a grade."""
    if _GRADE.fullmatch(_behind(lines)):
        return True
    first, *words = _behind(lines).split()
    few = len(words) <= COUNTED_WORDS and not any(ch.isdigit() for word in words for ch in word)
    return is_figure(" ".join((first, *words))) or (is_figure(first) and few)


def _is_grouped(lines: Sequence[Line]) -> bool:
    """Whether a mark and the figure behind it may be one amount, typed with a blank ("1. 250.000")."""
    mark, figure, *behind = lines[0].words
    share = "%" in "".join(w.text for w in (figure, *behind[:1]))
    return (
        mark.text[:-1].isdigit()
        and mark.text[-1] == "."
        and not share
        and _GROUPS.match(figure.text) is not None
    )
