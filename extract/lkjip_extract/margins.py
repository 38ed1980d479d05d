"""Running heads, feet, page numbers: printed on many pages, part of no table and no caption."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from lkjip_extract.page import DraftTable, PageDraft

MARGIN_SHARE = 0.16
"""Running heads and feet stand in this share of the page height at the top and the bottom."""
MIN_REPEATS = 3
"""A line is a running one when it stands at the head or the foot of this many pages (its numbers may
differ; upright and turned pages count together)."""

SAME_LINE = 3.0
"""The foot and its number stand at one height, up to this many points."""
FOOT_WORDS = 3
"""A running foot has so many words at least beside its number."""

_PAGE_NUMBER = re.compile(
    r"^(?:hal(?:aman)?\.?\s*|lampiran\s*(?=[-–|]))?[-–|]*\s*(?:\d{1,3}|[ivxlc]{1,6}|[IVX]{1,4}\s*[-–.]\s*\d{1,3})\s*[-–|]*(?:\s*(?:dari|of|/)\s*\d+)?$",
    re.I,
)

_TABLE_NAME = re.compile(r"tabel\s*\d", re.I)
"""Begins the caption of a table, which may stand first on several pages."""


def mark_margins(pages: Sequence[PageDraft]) -> None:
    """Fill `margin_lines` of every page, and take running feet out of tables."""
    seen: Counter[tuple[str, bool]] = Counter()
    keys: list[list[tuple[int, tuple[str, bool]]]] = []
    for page in pages:
        height = page.turn.reading_size[1]
        own: list[tuple[int, tuple[str, bool]]] = []
        for i, line in enumerate(page.lines):
            at_edge = line.top < MARGIN_SHARE * height or line.bottom > (1 - MARGIN_SHARE) * height
            if at_edge and not _TABLE_NAME.match(line.text):
                own.append((i, (_without_numbers(line.text), line.top < height / 2)))
        seen.update({key for _, key in own})
        keys.append(own)
    feet = {text for (text, in_head), times in seen.items() if times >= MIN_REPEATS and not in_head}
    for page, own in zip(pages, keys, strict=True):
        height = page.turn.reading_size[1]
        for i, key in own:
            text = page.lines[i].text
            edge = page.lines[i].top < 0.08 * height or page.lines[i].bottom > 0.92 * height
            if seen[key] >= MIN_REPEATS or (edge and _PAGE_NUMBER.match(text)):
                page.margin_lines.add(i)
        for table in page.tables if feet else ():
            _leave_out_foot(table, feet)


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.lower())


def _leave_out_foot(table: DraftTable, running: Collection[str]) -> None:
    """Take the running foot and its number out of a table without rulings that took them for its last row, or a part of
    it; `running` feet have their numbers left out."""
    last = [c for c in table.cells if c.row + c.row_span == table.n_rows]
    lines = sorted((x for c in last for x in c.lines), key=lambda x: x.x0)
    feet = []
    for line in lines:
        if len(line.words) >= FOOT_WORDS:
            beside = " ".join(x.text for x in lines if abs(x.middle - line.middle) <= SAME_LINE)
            if _without_numbers(line.text) in running or _without_numbers(beside) in running:
                feet.append(line.middle)
    if not feet:
        return
    for cell in last:
        cell.lines = [x for x in cell.lines if all(abs(x.middle - foot) > SAME_LINE for foot in feet)]
    own = [c for c in table.cells if c.row == table.n_rows - 1]
    if not any(c.lines for c in own) and all(c in own or not c.row_span > 1 for c in last):
        table.cells = [c for c in table.cells if c not in own]
        table.n_rows -= 1
        table.bottom = max((c.bottom for c in table.cells), default=table.top)
