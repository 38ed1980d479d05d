"""Running heads, feet, page numbers: printed on many pages, part of no table and no caption."""

import re
from collections import Counter
from collections.abc import Sequence

from lkjip_extract.page import PageDraft

MARGIN_SHARE = 0.16
"""Running heads and feet stand in this share of the page height at the top and the bottom."""
MIN_REPEATS = 3
"""A line is a running one when it stands at the head or the foot of this many pages (its numbers may
differ; upright and turned pages count together)."""

_PAGE_NUMBER = re.compile(
    r"^(?:hal(?:aman)?\.?\s*|lampiran\s*(?=[-–|]))?[-–|]*\s*(?:\d{1,3}|[ivxlc]{1,6}|[IVX]{1,4}\s*[-–.]\s*\d{1,3})\s*[-–|]*(?:\s*(?:dari|of|/)\s*\d+)?$",
    re.I,
)


def mark_margins(pages: Sequence[PageDraft]) -> None:
    """Fill `margin_lines` of every page."""
    seen: Counter[tuple[str, bool]] = Counter()
    keys: list[list[tuple[int, tuple[str, bool]]]] = []
    for page in pages:
        height = page.turn.reading_size[1]
        own: list[tuple[int, tuple[str, bool]]] = []
        for i, line in enumerate(page.lines):
            if line.top < MARGIN_SHARE * height or line.bottom > (1 - MARGIN_SHARE) * height:
                text = re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower())
                own.append((i, (text, line.top < height / 2)))
        seen.update({key for _, key in own})
        keys.append(own)
    for page, own in zip(pages, keys, strict=True):
        height = page.turn.reading_size[1]
        for i, key in own:
            text = page.lines[i].text
            edge = page.lines[i].top < 0.08 * height or page.lines[i].bottom > 0.92 * height
            if seen[key] >= MIN_REPEATS or (edge and _PAGE_NUMBER.match(text)):
                page.margin_lines.add(i)
