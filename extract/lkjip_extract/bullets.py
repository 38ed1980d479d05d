"""Marks of lists that stand at the middle of their item, put before its first line."""

import re
from collections.abc import Sequence

from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftTable

BULLETS = frozenset("-–•▪●○➢✓*") | frozenset(("\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc"))
"""Marks of items, those of Word's symbol font among them."""
_NUMBER = re.compile(r"\d{1,2}[.)]")
CENTRED = 2.0
"""Points by which a mark may miss the middle of its item."""


def raise_bullets(table: DraftTable) -> None:
    """In every cell whose marks stand at the middle of their items, put each before the first line of its item.

    A spreadsheet centres every cell of a row: the mark of a label with two lines stands between them.
    """
    for cell in table.cells:
        if len(cell.lines) > 1 and _has_mark_inside(cell.lines):
            cell.lines = list(_raised(cell.lines))


def _marked(line: Line) -> bool:
    """Whether a line begins with the mark or the number of an item."""
    first = line.words[0].text
    return first in BULLETS or _NUMBER.fullmatch(first) is not None


def _has_mark_inside(lines: Sequence[Line]) -> bool:
    """Whether a mark stands between lines, or below a first line without one: marks before first lines are in place."""
    marked = [line for line in lines if _marked(line)]
    return bool(marked) and (marked[0] is not lines[0] or any(len(line.words) == 1 for line in marked))


def _raised(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with their marks before the first line of each item; unchanged where a mark is not at a middle."""
    marks = [line.words[0] for line in lines if _marked(line)]
    texts = [
        Line(line.group, words)
        for line in lines
        if (words := line.words[1:] if _marked(line) else line.words)
    ]
    texts.sort(key=lambda line: line.top)
    if not texts or min(line.x0 for line in texts) < max(mark.x1 for mark in marks):
        return lines
    raised: list[Line] = []
    start, moved = 0, False
    for mark in sorted(marks, key=lambda mark: mark.top):
        end = _end_of_item(texts, start, mark)
        if end is None:
            return lines
        first = texts[start]
        moved = moved or end - start > 1
        raised += [
            Line(first.group, (mark._replace(top=first.top, bottom=first.bottom), *first.words)),
            *texts[start + 1 : end],
        ]
        start = end
    return raised if moved and start == len(texts) else lines


def _end_of_item(texts: Sequence[Line], start: int, mark: Word) -> int | None:
    """Behind the last line of the item that begins at `start` and has `mark` at its middle; None when there is none."""
    middle = (mark.top + mark.bottom) / 2
    for end in range(start + 1, len(texts) + 1):
        if abs((texts[start].top + texts[end - 1].bottom) / 2 - middle) <= CENTRED:
            return end
    return None
