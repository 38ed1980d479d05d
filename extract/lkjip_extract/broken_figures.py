"""Figures whose end the width of a narrow cell put on a line of its own: "101.9" above "1", "834.26" above "0".

Both lines are figures by themselves, and would be read as those of two rows. That every line but the last fills its
cell, and that other figures of the table have two decimals, or groups of three with the same mark, tells them apart.
"""

import itertools
import re
from collections.abc import Iterable

from lkjip_extract.celltext import breaks_figure
from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable

_GROUPS = r"-?(?:\d+|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.))"
_DECIMALS = re.compile(rf"{_GROUPS}([.,])\d\d?(?:\s*%)?")
_TWO_DECIMALS = re.compile(rf"{_GROUPS}([.,])\d\d%?")
_ONE_DECIMAL = re.compile(rf"{_GROUPS}([.,])\d")
_LAST = re.compile(r"\d%?")
_GROUPED = re.compile(r"-?\d{1,3}(?:(\.)\d{3})+(?:,\d+)?%?|-?\d{1,3}(?:(,)\d{3})+(?:\.\d+)?%?")
_BROKEN_AT_MARK = re.compile(r"-?\d{1,3}(?:[.,]\d{3})*([.,])\n\d{3}(?:[.,]\d{3})*")
_THOUSANDS = re.compile(
    r"\(?-?(?:Rp\.?)?\d{1,3}(?:(\.)\d{3}(?:\.\d{3})*(?:,\d\d)?|(,)\d{3}(?:,\d{3})*(?:\.\d\d)?)\)?%?"
)


def join_broken_figures(table: DraftTable) -> None:
    """Make one line of those that print such a figure, in cells that hold nothing else."""
    plain = [c.lines[0].text for c in table.cells if len(c.lines) == 1]
    decimal, two = (_marks(pattern, plain) for pattern in (_DECIMALS, _TWO_DECIMALS))
    stacked = [c for c in table.cells if len(c.lines) > 1]
    thousands = _marks(_GROUPED, plain) | _marks(
        _BROKEN_AT_MARK, ["\n".join(x.text for x in c.lines) for c in stacked]
    )
    broken = [c for c in stacked if _one_figure(c, thousands - decimal, two)]
    if not broken:
        return
    padding = _padding(table.cells)
    for cell in broken:
        if all(_fills(line, cell, padding) for line in cell.lines[:-1]):
            words = list(itertools.chain.from_iterable(line.words for line in cell.lines))
            word = Word(
                "".join(w.text for w in words),
                min(w.x0 for w in words), words[0].top, max(w.x1 for w in words), words[-1].bottom, 0,
            )  # fmt: skip
            cell.lines = [Line(cell.lines[0].group, (word,))]


def _marks(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    """The marks before the decimals of those texts that a pattern knows."""
    found = (pattern.fullmatch(text) for text in texts)
    return {next(filter(None, reversed(m.groups()))) for m in found if m}


def _one_figure(cell: DraftCell, thousands: set[str], two: set[str]) -> bool:
    """Whether the lines of a cell may be the pieces of one figure, in a table that prints these marks between groups of
    three and those before two decimals."""
    if any(len(line.words) > 1 for line in cell.lines):
        return False
    texts = [line.text for line in cell.lines]
    whole = _THOUSANDS.fullmatch("".join(texts))
    if whole and (whole[1] or whole[2]) in thousands and breaks_figure(*texts):
        return True
    first = _ONE_DECIMAL.fullmatch(texts[0])
    return len(texts) == 2 and first is not None and first[1] in two and bool(_LAST.fullmatch(texts[1]))


def _fills(line: Line, cell: DraftCell, padding: float) -> bool:
    """Whether another digit would not fit on a line."""
    digit = (line.x1 - line.x0) / len(line.text)
    return cell.x1 - cell.x0 - 2 * padding < line.x1 - line.x0 + digit


def _padding(cells: Iterable[DraftCell]) -> float:
    """The least room between the left side of a cell and its text, points."""
    rooms = (line.x0 - c.x0 for c in cells for line in c.lines)
    return min((room for room in rooms if room >= 0), default=0.0)
