"""The rulings that a page draws: lines, thin rectangles and the sides of stroked ones, dotted and dashed rows.

tablers' own rules (its documentation, "Edge detection"), for pages that pdfium was asked for directly; snapping and
joining stay with tablers.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import tablers

from lkjip_extract.bands import is_paper
from lkjip_extract.dotted import Rectangle
from lkjip_extract.glyphs import Bools, Glyphs
from lkjip_extract.printed_page import Color, PrintedPage, Rect
from lkjip_schemas.place import Box

SNAP = 3.0
"""Rulings closer than this many points are one; a rectangle thinner than this is a ruling."""
SETTINGS = {
    "snap_x_tolerance": SNAP,
    "snap_y_tolerance": SNAP,
    "join_x_tolerance": SNAP,
    "join_y_tolerance": SNAP,
    "intersection_x_tolerance": 3.5,
    "intersection_y_tolerance": 3.5,
    "horizontal_strategy": "explicit",
    "vertical_strategy": "explicit",
    "exclude_background_colored_edges": False,  # the edges that are given were chosen
}
"""pdfplumber's defaults (3 points), a little wider where lines should meet: Word's rulings often
stop short of each other by the width of a ruling."""

THICK_DOT = 1.2
"""Thinner dots are pieces of rulings, and the corners at which pieces meet."""
LEAST_OUTSIDE = 8.0
"""Points by which a ruling must go on beyond the band of its colour that it begins on."""
MIN_CELL = 5.0
"""Rectangles smaller than this many points are tick boxes and bullets, not cells."""
MOST_PAIRS = 2_000_000
"""Of so many pairs of a ruling and a rectangle at most it is asked at once whether the one is seen beside the other."""
_WHITE = (255, 255, 255)

Piece = tuple[float, float, float, float, Color]
"""A ruling as drawn: x0, top, x1, bottom and its colour."""


class Edges(NamedTuple):
    """The rulings of a page in the frame before /Rotate, pieces of one ruling joined."""

    horizontal: list[Any]
    vertical: list[Any]

    def boxes(self, glyphs: Glyphs) -> list[Box]:
        """The rulings on the page as displayed."""
        lines = [(e.x1, e.y1, e.x2, e.y2) for e in (*self.horizontal, *self.vertical)]
        return glyphs.turn.to_page(glyphs.turn.to_reading(np.array(lines, dtype=np.float64).reshape(-1, 4)))


def find_edges(
    page: PrintedPage, dotted: Sequence[Rectangle] = (), dashed: Sequence[Rectangle] = ()
) -> Edges:
    """Ruling lines, thin rectangles, the sides of stroked rectangles, dotted and dashed rulings.

    Other rectangles are left out, because most are backgrounds; those drawn with a pen are rulings. `dotted` are
    rulings that are pictures, `dashed` those that rows of small rectangles make.
    """
    pieces = drawn_rulings(page)
    found = visible_rulings(pieces, page.rects)
    sides = [
        side
        for rect in page.rects
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
    sides += _edges_over_own_colour(page, pieces)
    return Edges(
        [*found["h"], *(s for s in sides if s.orientation == "h")],
        [*found["v"], *(s for s in sides if s.orientation == "v")],
    )


def drawn_rulings(page: PrintedPage) -> tuple[list[Piece], list[Piece]]:
    """The horizontal and the vertical rulings as drawn."""
    across: list[Piece] = []
    down: list[Piece] = []
    for stroke in page.strokes:
        (ax, ay), (bx, by) = stroke.points
        if abs(ax - bx) < SNAP:
            down.append((ax, min(ay, by), ax, max(ay, by), stroke.stroke_color))
        elif abs(ay - by) < SNAP:
            across.append((min(ax, bx), ay, max(ax, bx), ay, stroke.stroke_color))
    for (x0, top, x1, bottom), color in page.polygons:
        if x1 - x0 < SNAP:
            down.append((x0, top, x0, bottom, color))
        elif bottom - top < SNAP:
            across.append((x0, top, x1, top, color))
    for rect in page.rects:
        x0, top, x1, bottom = rect.bbox
        if min(x1 - x0, bottom - top) > THICK_DOT and max(x1 - x0, bottom - top) < SNAP:
            continue  # a dot of the border of a box; many of them would tie all rulings of the page together
        if x1 - x0 < SNAP:
            middle = (x0 + x1) / 2
            down.append((middle, top, middle, bottom, rect.fill_color))
        elif bottom - top < SNAP:
            middle = (top + bottom) / 2
            across.append((x0, middle, x1, middle, rect.fill_color))
    return across, down


def visible_rulings(pieces: Sequence[Sequence[Piece]], rects: Sequence[Rect]) -> dict[str, list[Any]]:
    """The pieces that are seen, snapped to each other and joined; "h" and "v" as tablers has them."""
    large = [
        r for r in rects if r.is_filled and r.bbox[2] - r.bbox[0] >= SNAP and r.bbox[3] - r.bbox[1] >= SNAP
    ]
    return _joined([_visible(own, large, upright) for upright, own in enumerate(pieces)])


def _joined(pieces: Sequence[Sequence[Piece]]) -> dict[str, list[Any]]:
    """Pieces snapped to each other and joined; `pieces` are the horizontal and the vertical ones."""
    if not any(pieces):
        return {"h": [], "v": []}
    across, down = (
        [tablers.Edge(name, x0, top, x1, bottom, 1.0, color) for x0, top, x1, bottom, color in own]
        for name, own in zip("hv", pieces, strict=True)
    )
    return dict(tablers.get_edges(None, explicit_h_edges=across, explicit_v_edges=down, **SETTINGS))


def _visible(pieces: Sequence[Piece], large: Sequence[Rect], upright: int) -> Sequence[Piece]:
    """The pieces whose colour differs from what is beside them: paper or large filled rectangles.

    A piece between two rectangles is seen unless both have its colour; beside one rectangle only, unless all is white;
    inside a rectangle, unless that has its colour; on bare paper, unless it is white.
    """
    if not large:
        return [p for p in pieces if p[4][:3] != _WHITE]
    may_hide = {r.fill_color[:3] for r in large} | {_WHITE}
    doubtful = [p for p in pieces if p[4][:3] in may_hide]
    boxes = np.array([r.bbox for r in large], dtype=np.float32)  # pdfium's own precision
    sides = boxes.T if not upright else boxes.T[[1, 0, 3, 2]]  # along, across, along, across
    colors = np.array([r.fill_color[:3] for r in large])
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    step = max(MOST_PAIRS // len(large), 1)
    seen = itertools.chain.from_iterable(
        _seen(doubtful[i : i + step], sides, colors, area, upright).tolist()
        for i in range(0, len(doubtful), step)
    )
    return [p for p in pieces if p[4][:3] not in may_hide or next(seen)] if doubtful else pieces


def _seen(pieces: Sequence[Piece], sides: Any, colors: Any, area: Any, upright: int) -> Bools:
    own = np.array([p[4][:3] for p in pieces])
    lines = np.array([p[:4] for p in pieces], dtype=np.float32)[:, :, None]
    start, at, end = (lines[:, k] for k in ((1, 0, 3) if upright else (0, 1, 2)))
    beside = np.minimum(sides[2], end) - np.maximum(sides[0], start) > SNAP
    before, behind = (
        _color_of_largest(beside & (np.abs(side - at) <= SNAP), area) for side in (sides[3], sides[1])
    )
    around = _color_of_largest(beside & (at > sides[1]) & (at < sides[3]), area)
    white = (own == 255).all(axis=1)
    same = [np.where(k >= 0, (colors[k] == own).all(axis=1), False) for k in (before, behind, around)]
    both, none = (before >= 0) & (behind >= 0), (before < 0) & (behind < 0)
    hidden = np.where(
        both,
        same[0] & same[1],
        np.where(none, np.where(around >= 0, same[2], white), (same[0] | same[1]) & white),
    )
    return np.asarray(~hidden)


def _color_of_largest(which: Bools, area: Any) -> Any:
    """Of each row the number of the largest rectangle that is meant, or -1."""
    largest = np.where(which, area, 0.0)
    return np.where(which.any(axis=1), largest.argmax(axis=1), -1)


def _edges_over_own_colour(page: PrintedPage, pieces: Sequence[Sequence[Piece]]) -> list[Any]:
    """Rulings on a band of their own colour (a coloured heading): lines drawn with a pen, and all that go on beyond it.

    They are among those that cannot be seen, taken by their colour alone.
    """
    bands: dict[Color, list[Rectangle]] = {}
    for rect in page.rects:
        x0, top, x1, bottom = rect.bbox
        if x1 - x0 >= MIN_CELL and bottom - top >= MIN_CELL and not is_paper(rect.fill_color):
            bands.setdefault(rect.fill_color, []).append((x0, top, x1, bottom))
    if not bands:
        return []
    found = _joined(pieces)
    drawn = {
        (stroke.stroke_color, round(stroke.points[0][0]), round(stroke.points[0][1]))
        for stroke in page.strokes
        if stroke.is_stroked
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


def _dotted_edges(page: PrintedPage, dotted: Iterable[Rectangle]) -> list[Any]:
    """Dotted rulings from the top of the page."""
    height = page.own_size[1]
    edges = []
    for left, bottom, right, top in dotted:
        x, y = (left + right) / 2, height - (bottom + top) / 2
        if right - left >= top - bottom:
            edges.append(tablers.Edge("h", left, y, right, y))
        else:
            edges.append(tablers.Edge("v", x, height - top, x, height - bottom))
    return edges


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
