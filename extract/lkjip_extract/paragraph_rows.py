"""Logical rows of a ruled row without rulings inside, told by the paragraphs that figures stand beside.

Agreements look so: seven sasaran in one ruled row, each target beside its indicator. An indicator may have
a heading, or items without a figure; those become rows without figures.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from lkjip_extract.lines import Line
from lkjip_extract.page import DraftCell

MIN_FIGURES = 3
"""Fewer figures beside paragraphs may be chance."""
BESIDE = 1.0
"""A figure stands beside the nearest paragraph when its middle is within its lines, or off by less than this
share of a line's height: the lines of two columns may be set apart differently."""
SAME_ROW = 4.0
"""Points between the first lines of paragraphs of one row, at most."""
PARAGRAPH_GAP = 0.36
"""A gap wider than the narrowest between two lines by this share of a line's height parts paragraphs."""
BLANK_LINES = 2.0
"""A gap of so many lines' heights parts paragraphs however wide the others are."""
FEW_WORDS = 3
"""A line below a figure with fewer words goes on with what is counted ("20 Kelompok" / "(10 Kab/Kota)")."""

ITEM = re.compile(
    r"^(?:[-–•▪➢✓*\ue000-\uf8ff]|\(?\d{1,2}[.)]|\d{1,2},(?=\s)|\(?[a-z][.)]"
    r"|\d{1,2}(?:\.\d{1,2}){2,4}\.?(?=\s)|\d{1,2}\.\d{1,2}\.?(?=\s+[A-Z](?:[a-z]|[A-Z]{2})))\s*(?=[^\W\d_]|[(“\"])"
    r"|^[1-9]\d?(?:\.[1-9]\d?){2}\.?$"
)
"""Begin of an item of a list: list number ("2.", "3.10.4"), letter or bullet, and words behind it
(below it, for a number of three parts without zeros in front: codes have them)."""
_BARE_ITEM = re.compile(r"^(\d{1,2})\s+[^\W\d_]")
"""An item with a list number without a mark: an item only where the numbers run from 1 on."""
_MARKED_NUMBER = re.compile(r"^\(?(\d{1,2})[.)]")
_COUNTED = re.compile(
    r"^(?:Rp\.?\s*)?[<>≥≤]?\s*\d[\d.,]*\s*(?:%|,-)?(?:\s+\S+){0,3}$|^-$"
    r"|^[A-D]{1,2}\s*\(\s*[\d.,]+\s*\)$"
)
"""A figure and what it counts, as it begins in a column of figures ("20 Kelompok/Pelaku", "-"), or a grade with its
score ("A (81,00)")."""

Lines = list[Line]


class LogicalRows(NamedTuple):
    """Heights at which the logical rows begin, and the lines of each cell by row, by `id(cell)`.

    From the column `names` on a cell of one line stands in its row, too, and does not span over all of them; `whole`
    are cells (by id) that do where marks told the rows (`marked`).
    """

    anchors: tuple[float, ...]
    parts: dict[int, list[Lines]]
    names: int | None = None
    whole: frozenset[int] = frozenset()
    marked: bool = False


def paragraph_rows(cells: Sequence[DraftCell]) -> LogicalRows | None:
    """The logical rows of the cells of one ruled row; None without figures, or when one stands beside no paragraph of
    its own."""
    figures = {id(c): groups for c in cells if len(c.lines) > 1 and len(groups := figure_lines(c)) > 1}
    if not figures:
        return None
    texts = {id(c): paragraphs(c) for c in cells if id(c) not in figures and c.lines}
    starts: set[float] = set()
    owners: dict[int, list[Lines]] = {}
    for cell in cells:
        left = [texts[id(c)] for c in cells if c.col < cell.col and id(c) in texts]
        if id(cell) not in figures or not left:
            continue  # words, or list numbers
        told = [(p, own) for p in left if (own := _owners(p, figures[id(cell)])) is not None]
        if not told or len(figures[id(cell)]) < MIN_FIGURES:
            return None
        starts.update(_middle(p) for p in told[-1][0])
        owners[id(cell)] = told[-1][1]
    anchors: list[float] = []
    for height in sorted(starts):
        if not anchors or height - anchors[-1] > SAME_ROW:
            anchors.append(height)
    parts: dict[int, list[Lines]] = {}
    for cell in cells:
        groups = figures.get(id(cell)) or texts.get(id(cell)) or []
        if id(cell) in texts and _one_in_each_row(cell, anchors):
            groups = [[line] for line in cell.lines]
        rows: list[Lines] = [[] for _ in anchors]
        parts[id(cell)] = rows
        for group, owner in zip(groups, owners.get(id(cell), groups), strict=True):
            if rows:
                rows[_row_of(_middle(owner), anchors)] += group
    return LogicalRows(tuple(anchors), parts)


def _one_in_each_row(cell: DraftCell, anchors: Sequence[float]) -> bool:
    """Whether a column has single words beside the first lines of the rows only, one beside each: units."""
    return len(cell.lines) == len(anchors) and all(
        len(line.words) == 1 and abs(line.middle - anchor) <= SAME_ROW
        for line, anchor in zip(cell.lines, anchors, strict=True)
    )


def paragraphs(cell: DraftCell) -> list[Lines]:
    """The lines of a cell, those of one paragraph or one item of a list together."""
    gaps = [b.top - a.bottom for a, b in itertools.pairwise(cell.lines)]
    height = max((x.bottom - x.top for x in cell.lines), default=0.0)
    wide = min(min(gaps, default=0.0) + PARAGRAPH_GAP * height, BLANK_LINES * height)
    groups: list[Lines] = []
    number = 0
    for line, gap in zip(cell.lines, [wide, *gaps], strict=False):
        next_item = is_next_item(line.text, number)
        number += next_item
        if gap >= wide or next_item or ITEM.match(line.text):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def is_next_item(text: str, number: int) -> bool:
    """Whether a line begins with the list number behind `number`, be its mark printed (or read by OCR) or not."""
    counted = _BARE_ITEM.match(text) or _MARKED_NUMBER.match(text)
    return counted is not None and int(counted.group(1)) == number + 1


def figure_lines(cell: DraftCell) -> list[Lines]:
    """The lines of a cell by the figures they begin with; none where most lines are words, or items of a list."""
    numbers = [m.group(1) for line in cell.lines if (m := _BARE_ITEM.match(line.text))]
    if len(numbers) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        return []
    groups: list[Lines] = []
    for line in cell.lines:
        if _COUNTED.match(line.text):
            groups.append([line])
        elif groups and len(line.text.split()) < FEW_WORDS:
            groups[-1].append(line)
        else:
            return []
    return groups if 2 * len(groups) > len(cell.lines) else []


def _owners(text: Sequence[Lines], figures: Sequence[Lines]) -> list[Lines] | None:
    """For every figure the paragraph it stands beside, each its own; None when there is not."""
    found = []
    rest = list(text)
    for figure in figures:
        own = min(rest, key=lambda p: _distance(p, figure[0]), default=None)
        if own is None or _distance(own, figure[0]) > BESIDE * (figure[0].bottom - figure[0].top):
            return None
        found.append(own)
        rest = rest[rest.index(own) + 1 :]
    return found


def _distance(paragraph: Lines, figure: Line) -> float:
    """How far the middle of a figure is from the lines of a paragraph, points; 0 beside them."""
    middle = figure.middle
    last = paragraph[-1]
    return max(_middle(paragraph) - middle, middle - last.middle, 0.0)


def _middle(lines: Lines) -> float:
    """Height of the first line."""
    return lines[0].middle


def _row_of(height: float, anchors: Sequence[float]) -> int:
    return max((i for i, a in enumerate(anchors) if a <= height + SAME_ROW), default=0)
