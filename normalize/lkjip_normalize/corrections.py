"""What reviewers say is printed, put in place of what was read, before the figures get their meaning."""

from collections.abc import Mapping
from dataclasses import replace

from lkjip_schemas.document import Document, RawCell
from lkjip_schemas.place import Box

SAME_BOX = 0.05
"""Points by which the stored box of a cell may differ from the box as read: boxes are stored rounded."""
CORRECTED = 1.0
"""Confidence of a reading that a person has looked at."""


def with_corrections(document: Document, corrections: Mapping[tuple[int, Box], str]) -> Document:
    """The document with the corrected text in the cells that stand at those places (page, box).

    What was read before is kept as the cell's other reading. A correction whose place is no cell of this reading
    changes nothing.
    """
    if not corrections:
        return document
    tables = tuple(
        t._replace(cells=tuple(_corrected(c, corrections) for c in t.cells)) for t in document.tables
    )
    return document._replace(tables=tables)


def _corrected(cell: RawCell, corrections: Mapping[tuple[int, Box], str]) -> RawCell:
    for (page, box), text in corrections.items():
        if page == cell.place.page and _same(box, cell.place.box):
            other = cell.text if cell.text != text else cell.other
            return cell._replace(text=text, other=other, place=replace(cell.place, confidence=CORRECTED))
    return cell


def _same(a: Box, b: Box) -> bool:
    pairs = ((a.x0, b.x0), (a.top, b.top), (a.x1, b.x1), (a.bottom, b.bottom))
    return all(abs(x - y) <= SAME_BOX for x, y in pairs)
