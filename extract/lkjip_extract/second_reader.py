"""pdfplumber as the second reader: for pages whose character boxes the fast path cannot trust."""

from pathlib import Path
from typing import Any

import numpy as np

from lkjip_extract.fast_reader import draft_page
from lkjip_extract.glyphs import BLANKS, Glyphs, Turn, arrange
from lkjip_extract.grid import Grid, build_grid, without_nested
from lkjip_extract.page import PageDraft

ENGINE = "pdfplumber"


def reread(path: Path, draft: PageDraft, reason: str) -> PageDraft:
    """The page of `draft`, read again with pdfplumber; kind and note stay, `reason` is stored."""
    glyphs, grids = read_glyphs_and_grids(path, draft.page)
    page = draft_page(draft.page, draft.kind, draft.rotation, glyphs, grids, ENGINE)
    page.note = draft.note
    for table in page.tables:
        table.reason = reason
    return page


def read_glyphs_and_grids(path: Path, number: int) -> tuple[Glyphs, list[Grid]]:
    """Characters and ruled tables of page `number` (from 1) as pdfplumber sees them."""
    import pdfplumber

    with pdfplumber.open(path, pages=[number]) as document:
        page = document.pages[0]
        glyphs = _glyphs(page)
        grids = []
        for table in page.find_tables():
            boxes = np.array([cell for cell in table.cells if cell], dtype=np.float64).reshape(-1, 4)
            grid = build_grid(glyphs.turn.to_reading(boxes))
            if grid is not None:
                grids.append(grid)
    return glyphs, sorted(without_nested(grids), key=lambda g: (g.ys[0], g.xs[0]))


def _glyphs(page: Any) -> Glyphs:
    text: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    blanks: list[bool] = []
    angles: list[float] = []
    blank = False
    for char in page.chars:
        if not char["text"] or char["text"] in BLANKS:
            blank = True
            continue
        text.append(char["text"])
        boxes.append((char["x0"], char["top"], char["x1"], char["bottom"]))
        blanks.append(blank)
        a, b = char["matrix"][0], char["matrix"][1]
        angles.append(
            0.0 if char["upright"] and a >= 0 else 180.0 if char["upright"] else 270.0 if b > 0 else 90.0
        )
        blank = False
    return arrange(
        text,
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(blanks, dtype=bool),
        np.array(angles),
        Turn(0, float(page.width), float(page.height)),
    )
