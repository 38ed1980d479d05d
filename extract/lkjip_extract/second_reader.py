"""pdfplumber as the second reader: for pages whose character boxes the fast path cannot trust."""

import itertools
from pathlib import Path
from typing import Any

import numpy as np

from lkjip_extract.fast_reader import draft_page
from lkjip_extract.glyphs import Glyphs, Turn, gather, is_printed
from lkjip_extract.grid import Grid, build_grids
from lkjip_extract.page import PageDraft

ENGINE = "pdfplumber"


def reread(path: Path, draft: PageDraft, reason: str) -> PageDraft:
    """The page of `draft`, read again with pdfplumber; kind, note and rulings stay, `reason` is stored."""
    glyphs, grids = read_glyphs_and_grids(path, draft.page)
    page = draft_page(draft.page, draft.kind, draft.rotation, glyphs, grids, ENGINE)
    page.note, page.rulings = draft.note, draft.rulings
    for table in page.tables:
        table.reason = reason
    return page


def read_glyphs_and_grids(path: Path, number: int) -> tuple[Glyphs, list[Grid]]:
    """Characters and ruled tables of page `number` (from 1) as pdfplumber sees them."""
    import pdfplumber

    with pdfplumber.open(path, pages=[number]) as document:
        page = document.pages[0]
        glyphs = _glyphs(page)
        grids = build_grids(([c for c in table.cells if c] for table in page.find_tables()), glyphs.turn)
    return glyphs, grids


def _glyphs(page: Any) -> Glyphs:
    prints = [is_printed(c["text"]) for c in page.chars]
    chars = list(itertools.compress(page.chars, prints))
    return gather(
        [c["text"] for c in chars],
        np.array(prints, dtype=bool),
        np.array([(c["x0"], c["top"], c["x1"], c["bottom"]) for c in chars], dtype=np.float64).reshape(-1, 4),
        [_direction(c) for c in chars],
        Turn(0, float(page.width), float(page.height)),
    )


def _direction(char: Any) -> float:
    """The direction of a character's text in degrees."""
    a, b = char["matrix"][0], char["matrix"][1]
    if char["upright"]:
        return 0.0 if a >= 0 else 180.0
    return 270.0 if b > 0 else 90.0
