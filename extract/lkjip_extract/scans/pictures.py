"""Tables inside pictures on pages of text: spreadsheets pasted as pictures, scanned sheets between paragraphs.

Only pictures that show rulings both ways are read, by the same way as scanned pages; all else on the page stays as the
text layer has it.
"""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lkjip_extract.page import DraftTable, PageDraft
from lkjip_extract.ruled_pictures import Area
from lkjip_extract.scans import store
from lkjip_extract.scans.page_scan import PageScan, read_picture, render
from lkjip_extract.scans.reader import draft_scan
from lkjip_extract.scans.rulings import Points, Rulings
from lkjip_schemas.bilingual import Language, both, half, together
from lkjip_schemas.vocabulary import PageKind

EDGE = 2.0
"""What was read of a picture may stand so many pixels over its edge."""
LEAST_FILLED, FILLED = 4, 0.5
"""A table has so many cells with text, and they are this share of its cells: the grid of a chart is empty."""
WHITE = 255

_NIP = re.compile(r"\d[\d ]{14,}\d")
"""The number of an official, in the boxes of an organisation chart."""
_WORD = re.compile(r"[A-Za-z]{3}")


def stored(report_id: str, number: int) -> PageScan | None:
    """The stored reading of the pictures of a page; None when there is none that can be used."""
    return store.load(report_id, number, pictures=True)


def scan_pictures(path: Path, report_id: str, draft: PageDraft) -> tuple[PageScan, bool]:
    """Read the pictures with rulings on a page; also whether the reading could be kept."""
    picture, dpi = render(path, draft.page)
    alone = np.full_like(picture, WHITE)
    for area in draft.ruled_pictures:
        x0, top, x1, bottom = (max(round(side), 0) for side in _pixels(area, dpi))
        alone[top:bottom, x0:x1] = picture[top:bottom, x0:x1]
    scan = read_picture(alone, dpi)
    return scan, store.save(report_id, draft.page, scan, pictures=True)


def _pixels(area: Area, dpi: float) -> list[float]:
    """The sides of an area on a picture of the page."""
    return [side * dpi / 72 for side in area[:4]]


def _part(scan: PageScan, area: Area) -> PageScan:
    """What was read of one picture of a page that stands upright."""
    x0, top, x1, bottom = _pixels(area, scan.dpi / scan.enlarged)

    def inside(points: Points) -> NDArray[np.bool_]:
        x, y = points[:, 0], points[:, 1]
        return (x0 - EDGE <= x) & (x <= x1 + EDGE) & (top - EDGE <= y) & (y <= bottom + EDGE)

    lines = tuple(line for line in scan.lines if inside(np.mean([line.quad], axis=1)).all())
    across, down = (
        tuple(points[inside(points)] for points in own if inside(points).sum() > 1)
        for own in (scan.rulings.horizontal, scan.rulings.vertical)
    )
    return replace(scan, lines=lines, rulings=Rulings(across, down), pixels=area.dpi)


def add_tables(draft: PageDraft, scan: PageScan) -> None:
    """Put the tables that the pictures of a page show among those of the page."""
    if scan.quarters:
        return
    notes: list[str] = []
    for area in draft.ruled_pictures:
        seen = draft_scan(draft.page, draft.kind, draft.rotation, _part(scan, area))
        tables = [t for t in seen.tables if _is_table(t) and not _holds_text(t, draft)]
        for table in tables:
            table.picture = seen
        if tables:
            draft.tables = sorted([*draft.tables, *tables], key=lambda t: (t.top, t.xs[0]))
            draft.rulings = [*draft.rulings, *seen.rulings]
            notes.append(
                both(
                    f"tabel di dalam gambar {half(Language.ID, seen.note)}",
                    f"table inside a picture {half(Language.EN, seen.note)}",
                )
            )
    if notes:
        draft.kind = PageKind.MIXED
        draft.note = together(draft.note, *dict.fromkeys(notes))


def _is_table(table: DraftTable) -> bool:
    """Whether it has rows and columns of words and figures: frames of diagrams and grids of charts have not."""
    texts = ["".join(line.text for line in cell.lines) for cell in table.cells]
    filled = [text for text in texts if text]
    return (
        table.n_rows > 1
        and table.n_cols > 1
        and len(filled) >= max(LEAST_FILLED, FILLED * len(texts))
        and any(any(map(str.isdigit, _NIP.sub("", text))) for text in filled)
        and any(_WORD.search(text) for text in filled)
    )


def _holds_text(table: DraftTable, draft: PageDraft) -> bool:
    """Whether text of the page stands on it: then the picture lies behind the page's own tables."""
    lines = [*draft.lines, *(line for t in draft.tables for cell in t.cells for line in cell.lines)]
    return any(
        table.xs[0] < (line.x0 + line.x1) / 2 < table.xs[-1]
        and table.top < (line.top + line.bottom) / 2 < table.bottom
        for line in lines
    )
