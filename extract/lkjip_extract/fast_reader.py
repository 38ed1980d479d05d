"""The fast path: characters and ruled cells from tablers, text put into cells by our own arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import tablers

from lkjip_extract.bands import banded_grids, is_paper, joined_to_headings
from lkjip_extract.dotted import Rectangle, dotted_rulings, is_dash
from lkjip_extract.glyphs import Bools, Glyphs, Ints, from_tablers
from lkjip_extract.grid import Grid, assign, build_grids
from lkjip_extract.lines import Line, Word, build_lines
from lkjip_extract.open_rows import close_open_rows
from lkjip_extract.open_sides import missing_sides
from lkjip_extract.page import DraftCell, DraftTable, PageDraft
from lkjip_extract.unruled_rows import part_headings
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import PageKind

ENGINE = "tablers"

SETTINGS = {
    "snap_x_tolerance": 3.0,
    "snap_y_tolerance": 3.0,
    "join_x_tolerance": 3.0,
    "join_y_tolerance": 3.0,
    "intersection_x_tolerance": 3.5,
    "intersection_y_tolerance": 3.5,
}
"""pdfplumber's defaults (3 points), a little wider where lines should meet: Word's rulings often
stop short of each other by the width of a ruling."""

ASLANT_GROUP = -2
"""Group of characters printed aslant: a watermark, no line of the page."""
LEAST_OUTSIDE = 8.0
"""Points by which a ruling must go on beyond the band of its colour that it begins on."""
LEAST_DASHES = 40
"""Fewer dots and dashes draw no table."""
MIN_CELL = 5.0
"""Rectangles smaller than this many points are tick boxes and bullets, not cells."""


def read_page(
    page: Any,
    number: int,
    kind: PageKind,
    origin: tuple[float, float] = (0.0, 0.0),
    dotted: Sequence[Rectangle] = (),
    unseen: Mapping[int, str] | None = None,
) -> tuple[PageDraft, Glyphs]:
    """Read one page of a tablers document; also its characters, for triage and fallbacks.

    `dotted` are rulings that are pictures, which tablers does not see; `unseen` characters are left out.
    """
    page.extract_objects()
    objects = page.objects  # made anew at every access, and so are its lists
    rects = objects.rects
    rotation = int(page.rotation_degrees) % 360
    characters = _seen(objects.chars, unseen) if unseen else objects.chars
    glyphs = from_tablers(characters, float(page.width), float(page.height), rotation, origin)
    dashed = dashed_rulings(rects)
    edges = find_edges(page, rects, objects, dotted, dashed)
    grids = ruled_grids(page, edges, glyphs)
    draft = draft_page(number, kind, rotation, glyphs, grids)
    closed = close_open_rows(edges.vertical, draft, grids)
    if closed is not None:
        grids, draft = closed, draft_page(number, kind, rotation, glyphs, closed)
    headed = part_headings(edges.vertical, draft, grids)
    if headed is not None:
        grids, draft = headed, draft_page(number, kind, rotation, glyphs, headed)
    if not draft.turn.degrees and not draft.turn.rotate:
        banded = banded_grids(rects, objects.lines, draft.lines, grids, dashed)
        if banded:
            draft = draft_page(number, kind, rotation, glyphs, joined_to_headings(grids, banded))
    draft.rulings = edges.boxes(glyphs)
    return draft, glyphs


def _seen(characters: list[Any], unseen: Mapping[int, str]) -> list[Any]:
    """Characters without the unseen ones; all of them where those are numbered otherwise."""
    if any(i >= len(characters) or characters[i].unicode_char != symbol for i, symbol in unseen.items()):
        return characters
    return [c for i, c in enumerate(characters) if i not in unseen]


@dataclass(frozen=True, slots=True)
class Edges:
    """The rulings of a page in tablers' frame, pieces of one ruling joined."""

    horizontal: list[Any]
    vertical: list[Any]

    def boxes(self, glyphs: Glyphs) -> list[Box]:
        """The rulings on the page as displayed."""
        lines = [(e.x1, e.y1, e.x2, e.y2) for e in (*self.horizontal, *self.vertical)]
        return glyphs.turn.to_page(glyphs.turn.to_reading(np.array(lines, dtype=np.float64).reshape(-1, 4)))


def find_edges(
    page: Any,
    rects: Sequence[Any],
    objects: Any,
    dotted: Sequence[Rectangle] = (),
    dashed: Sequence[Rectangle] = (),
) -> Edges:
    """Ruling lines, thin rectangles, the sides of stroked rectangles, dotted and dashed rulings.

    tablers' strict strategy leaves rectangles out, because most are backgrounds; those drawn with a
    pen are rulings.
    """
    found = tablers.get_edges(page, **SETTINGS)
    sides = [
        side
        for rect in rects
        if rect.is_stroked and rect.stroke_width > 0 and rect.stroke_color[3] > 0
        for side in _sides(*rect.bbox)
    ]
    sides += _dotted_edges(page, dotted)
    sides += [
        tablers.Edge("h", x0, (top + bottom) / 2, x1, (top + bottom) / 2)
        if x1 - x0 >= bottom - top
        else tablers.Edge("v", (x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
        for x0, top, x1, bottom in dashed
    ]
    sides += _edges_over_own_colour(page, rects, objects)
    return Edges(
        [*found["h"], *(s for s in sides if s.orientation == "h")],
        [*found["v"], *(s for s in sides if s.orientation == "v")],
    )


def ruled_grids(page: Any, edges: Edges, glyphs: Glyphs) -> list[Grid]:
    """The ruled tables of a page as grids in the reading frame, from top to bottom."""
    if not edges.horizontal or not edges.vertical:
        return []
    tables = tablers.find_tables(
        page,
        extract_text=False,
        horizontal_strategy="explicit",
        vertical_strategy="explicit",
        explicit_h_edges=edges.horizontal,
        explicit_v_edges=[*edges.vertical, *missing_sides(edges.horizontal, edges.vertical)],
        exclude_background_colored_edges=False,  # these edges were chosen
        **SETTINGS,
    )
    return build_grids(([cell.bbox for cell in table.cells] for table in tables), glyphs.turn)


def _edges_over_own_colour(page: Any, rects: Sequence[Any], objects: Any) -> list[Any]:
    """Rulings on a band of their own colour (a coloured heading): lines drawn with a pen, and all that go on beyond it.

    tablers leaves them out with everything drawn in the colour of its background.
    """
    bands: dict[tuple[int, ...], list[Rectangle]] = {}
    for rect in rects:
        x0, top, x1, bottom = rect.bbox
        if x1 - x0 >= MIN_CELL and bottom - top >= MIN_CELL and not is_paper(rect.fill_color):
            bands.setdefault(tuple(rect.fill_color), []).append((x0, top, x1, bottom))
    if not bands:
        return []
    found = tablers.get_edges(page, exclude_background_colored_edges=False, **SETTINGS)
    drawn = {
        (tuple(line.stroke_color), round(line.points[0][0]), round(line.points[0][1]))
        for line in objects.lines
        if line.is_stroked and line.line_type == "straight"
    }
    return [
        edge
        for edge in (*found["h"], *found["v"])
        if (color := tuple(edge.color)) in bands
        and (
            _length_outside(edge, bands[color]) > LEAST_OUTSIDE
            or not drawn.isdisjoint((color, round(x), round(y)) for x, y in _ends(edge))
        )
    ]


def _ends(edge: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    return (edge.x1, edge.y1), (edge.x2, edge.y2)


def _length_outside(edge: Any, bands: Iterable[Rectangle]) -> float:
    """Length of a ruling outside bands, points."""
    upright = edge.orientation == "v"
    at = edge.x1 if upright else edge.y1
    start, end = map(float, (edge.y1, edge.y2) if upright else (edge.x1, edge.x2))
    rest = 0.0
    for x0, top, x1, bottom in sorted(set(bands), key=lambda b: b[1 if upright else 0]):
        across, along = ((x0, x1), (top, bottom)) if upright else ((top, bottom), (x0, x1))
        if across[0] - 1 <= at <= across[1] + 1 and along[1] > start:
            rest += max(min(along[0], end) - start, 0.0)
            start = max(start, along[1])
    return rest + max(end - start, 0.0)


def _dotted_edges(page: Any, dotted: Iterable[Rectangle]) -> list[Any]:
    """Dotted rulings in tablers' frame (before /Rotate, from the top)."""
    turned = int(page.rotation_degrees) % 180 == 90
    height = float(page.width if turned else page.height)
    edges = []
    for left, bottom, right, top in dotted:
        x, y = (left + right) / 2, height - (bottom + top) / 2
        if right - left >= top - bottom:
            edges.append(tablers.Edge("h", left, y, right, y))
        else:
            edges.append(tablers.Edge("v", x, height - top, x, height - bottom))
    return edges


def dashed_rulings(rects: Iterable[Any]) -> list[Rectangle]:
    """Rulings that rows of filled dots and dashes make, in tablers' frame."""
    dashes = [box for rect in rects if is_dash(box := rect.bbox)]
    return dotted_rulings(dashes) if len(dashes) >= LEAST_DASHES else []


def _sides(x0: float, top: float, x1: float, bottom: float) -> list[Any]:
    """The four sides of a rectangle that is large enough for text."""
    if x1 - x0 < MIN_CELL or bottom - top < MIN_CELL:
        return []
    return [
        tablers.Edge("h", x0, top, x1, top),
        tablers.Edge("h", x0, bottom, x1, bottom),
        tablers.Edge("v", x0, top, x0, bottom),
        tablers.Edge("v", x1, top, x1, bottom),
    ]


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
