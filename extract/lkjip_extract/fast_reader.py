"""The fast path: characters from pdfium, ruled cells from tablers, text put into cells by our own arrays."""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import tablers

from lkjip_extract.bands import banded_grids, joined_to_headings
from lkjip_extract.closing_rules import closed_bodies
from lkjip_extract.dotted import Rectangle, are_dashes, dotted_rulings
from lkjip_extract.edges import SETTINGS, Edges, find_edges
from lkjip_extract.glyphs import Bools, Glyphs, Ints, Turn, gather
from lkjip_extract.grid import Grid, assign, build_grids
from lkjip_extract.heading_rows import part_shaded
from lkjip_extract.lines import Line, Word, build_lines
from lkjip_extract.open_rows import close_open_rows
from lkjip_extract.open_sides import interrupted_rows, missing_rows, missing_sides, missing_top
from lkjip_extract.page import DraftCell, DraftTable, PageDraft
from lkjip_extract.printed_page import PrintedPage, Rect
from lkjip_extract.shaded_cells import part_shaded_rows, with_shaded_headings
from lkjip_extract.shaded_headings import mark_shaded
from lkjip_extract.unruled_rows import part_headings
from lkjip_schemas.vocabulary import PageKind

ENGINE = "tablers"

ASLANT_GROUP = -2
"""Group of characters printed aslant: a watermark, no line of the page."""
LEAST_DASHES = 40
"""Fewer dots and dashes draw no table."""


def read_page(
    page: PrintedPage,
    number: int,
    kind: PageKind,
    dotted: Sequence[Rectangle] = (),
    unseen: Collection[int] = (),
) -> tuple[PageDraft, Glyphs]:
    """Read one page from what it prints; also its characters, for triage and fallbacks.

    `dotted` are rulings that are pictures; `unseen` characters (their numbers in the text layer) are left out.
    """
    glyphs = glyphs_of(page, unseen)
    dashed = dashed_rulings(page.rects)
    edges = find_edges(page, dotted, dashed)
    grids = ruled_grids(edges, glyphs)
    draft = draft_page(number, kind, page.rotation, glyphs, grids)
    closed = close_open_rows(edges.vertical, draft, grids)
    if closed is not None:
        grids, draft = closed, draft_page(number, kind, page.rotation, glyphs, closed)
    shaded = (
        part_shaded_rows(page.rects, edges.horizontal, edges.vertical, grids)
        if draft.turn.as_displayed
        else None
    )
    if shaded is not None:
        grids, draft = shaded, draft_page(number, kind, page.rotation, glyphs, shaded)
    headed = part_headings(edges.vertical, draft, grids)
    if headed is not None:
        grids, draft = headed, draft_page(number, kind, page.rotation, glyphs, headed)
    if draft.turn.as_displayed:
        with_headings = with_shaded_headings(page.rects, grids, draft.lines)
        if with_headings is not None:
            grids, draft = with_headings, draft_page(number, kind, page.rotation, glyphs, with_headings)
        banded = banded_grids(page.rects, page.strokes, draft.lines, grids, dashed)
        if banded:
            grids = joined_to_headings(grids, banded)
            draft = draft_page(number, kind, page.rotation, glyphs, grids)
        with_bodies = closed_bodies(page.rects, page.strokes, draft, grids)
        if with_bodies is not None:
            draft = draft_page(number, kind, page.rotation, glyphs, with_bodies)
        part_shaded(page.rects, page.strokes, draft.tables)
        mark_shaded(page.rects, draft.tables)
    draft.rulings = edges.boxes(glyphs)
    return draft, glyphs


def glyphs_of(page: PrintedPage, unseen: Collection[int]) -> Glyphs:
    """The characters of a page without those that nobody sees."""
    prints, boxes, directions = page.prints, page.boxes, page.directions
    if unseen:
        seen = ~np.isin(page.numbers, list(unseen))
        boxes, directions = boxes[seen[prints]], list(itertools.compress(directions, seen[prints]))
        prints = prints & seen
    text = list(itertools.compress(page.symbols, prints.tolist()))
    return gather(text, prints, boxes, directions, Turn(0, *page.own_size, page.rotation, *page.origin))


def ruled_grids(edges: Edges, glyphs: Glyphs) -> list[Grid]:
    """The ruled tables of a page as grids in the reading frame, from top to bottom."""
    if not edges.horizontal or not edges.vertical:
        return []
    turn = glyphs.turn
    tops, rows = [], []
    if turn.as_displayed:
        tops = missing_top(edges.horizontal, edges.vertical, turn.height)
        rows = missing_rows(edges.horizontal, edges.vertical, glyphs.boxes)
        rows += interrupted_rows(edges.horizontal, edges.vertical, glyphs.boxes)
    sides = missing_sides(edges.horizontal, edges.vertical)
    return grids_between([*edges.horizontal, *tops, *rows], [*edges.vertical, *sides], turn, SETTINGS)


def grids_between(
    across: Sequence[Any], down: Sequence[Any], turn: Turn, settings: Mapping[str, Any]
) -> list[Grid]:
    """The ruled tables that level and upright rulings (edges of tablers) make, with the tolerances of `settings`."""
    tables = tablers.find_tables(
        None, extract_text=False, explicit_h_edges=across, explicit_v_edges=down, **settings
    )
    return build_grids(([cell.bbox for cell in table.cells] for table in tables), turn)


def dashed_rulings(rects: Iterable[Rect]) -> list[Rectangle]:
    """Rulings that rows of filled dots and dashes make, from the top of the page."""
    boxes = [rect.bbox for rect in rects]
    if len(boxes) < LEAST_DASHES:
        return []
    dashes = list(itertools.compress(boxes, are_dashes(boxes)))
    return dotted_rulings(dashes) if len(dashes) >= LEAST_DASHES else []


def draft_page(
    number: int, kind: PageKind, rotation: int, glyphs: Glyphs, grids: list[Grid], engine: str = ENGINE
) -> PageDraft:
    """Put characters into the cells of the grids and the rest into lines."""
    grid_of, cell_of = assign(grids, glyphs.boxes)
    grid_of = np.where(glyphs.watermark, -1, grid_of)
    offsets = np.cumsum([0] + [len(g.cells) for g in grids])
    groups = np.where(grid_of >= 0, offsets[np.maximum(grid_of, 0)] + cell_of, -1)
    if glyphs.aslant.any():
        groups = np.where(glyphs.aslant, ASLANT_GROUP, groups)  # would tear the lines it is printed over
    upright = ~glyphs.sideways
    lines_of: dict[int, list[Line]] = {}
    for line in build_lines(_only(glyphs, upright), groups[upright]) + _sideways_lines(glyphs, groups):
        lines_of.setdefault(line.group, []).append(line)
    tables = []
    for g, grid in enumerate(grids):
        cells = [
            DraftCell(
                c.row,
                c.col,
                c.row_span,
                c.col_span,
                c.x0,
                c.top,
                c.x1,
                c.bottom,
                lines_of.get(int(offsets[g]) + i, []),
                page=number,
            )
            for i, c in enumerate(grid.cells)
        ]
        if any(c.lines for c in cells):
            tables.append(
                DraftTable(number, list(grid.xs), grid.n_rows, grid.ys[0], grid.ys[-1], cells, engine)
            )
    return PageDraft(number, kind, glyphs.turn, rotation, engine, lines_of.get(-1, []), tables)


def _only(glyphs: Glyphs, which: Bools) -> Glyphs:
    if which.all():
        return glyphs
    keep = np.flatnonzero(which)
    return Glyphs(
        [glyphs.text[i] for i in keep],
        glyphs.boxes[keep],
        glyphs.blank_before[keep],
        glyphs.sideways[keep],
        glyphs.turn,
        glyphs.boxes_broken,
        glyphs.watermark[keep],
        glyphs.aslant[keep],
    )


def _sideways_lines(glyphs: Glyphs, groups: Ints) -> list[Line]:
    """Lines of characters that stand sideways in cells (turned column headings), bottom to top."""
    sideways = glyphs.sideways & (groups >= 0)
    if not sideways.any():
        return []
    part = _only(glyphs, sideways)
    boxes = part.boxes
    turned = np.stack([-boxes[:, 3], boxes[:, 0], -boxes[:, 1], boxes[:, 2]], axis=1)
    lines = build_lines(
        Glyphs(part.text, turned, part.blank_before, part.sideways, part.turn),
        groups[sideways],
        squeezed=False,
    )
    # Words keep the turned frame's order; their boxes go back to the reading frame.
    return [
        Line(line.group, tuple(Word(w.text, w.top, -w.x1, w.bottom, -w.x0, w.segment) for w in line.words))
        for line in lines
    ]
