"""Figures whose last decimal the width of a narrow cell put on a line of its own: "101.9" above "1".

Both lines are figures by themselves; that the first one fills its cell, and that other figures of the table have two
decimals, tells them from figures of two rows.
"""

import re
from collections.abc import Iterable

from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable

_TWO_DECIMALS = re.compile(r"-?\d+([.,])\d\d%?")
_ONE_DECIMAL = re.compile(r"-?\d+([.,])\d")
_LAST = re.compile(r"\d%?")


def join_broken_decimals(table: DraftTable) -> None:
    """Make one line of the two that print such a figure, in cells that hold nothing else."""
    whole = {
        m[1] for c in table.cells if len(c.lines) == 1 and (m := _TWO_DECIMALS.fullmatch(c.lines[0].text))
    }
    if not whole:
        return
    broken = [c for c in table.cells if (m := _first_piece(c)) is not None and m[1] in whole]
    if not broken:
        return
    padding = _padding(table.cells)
    for cell in broken:
        above, below = cell.lines
        digit = (above.x1 - above.x0) / len(above.text)
        if cell.x1 - cell.x0 - 2 * padding < above.x1 - above.x0 + digit:
            word = Word(
                above.text + below.text,
                min(above.x0, below.x0), above.top, max(above.x1, below.x1), below.bottom, 0,
            )  # fmt: skip
            cell.lines = [Line(above.group, (word,))]


def _first_piece(cell: DraftCell) -> re.Match[str] | None:
    """The first line of a cell that holds a figure with one decimal and one digit more; None for other cells."""
    if len(cell.lines) != 2 or not _LAST.fullmatch(cell.lines[1].text):
        return None
    return _ONE_DECIMAL.fullmatch(cell.lines[0].text)


def _padding(cells: Iterable[DraftCell]) -> float:
    """The least room between the left side of a cell and its text, points."""
    rooms = (line.x0 - c.x0 for c in cells for line in c.lines)
    return min((room for room in rooms if room >= 0), default=0.0)
