"""What a page prints, straight from pdfium: characters, rectangles, strokes, and which pictures it draws.

pdfium answers for one character or one object at a time, and a report has a hundred thousand of them. The calls are
made by `map` over whole pages, into arrays, which leaves little of Python between them.
"""

import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np

from lkjip_extract import pdfium
from lkjip_extract.glyphs import BLANKS, Bools, Floats, Ints, code_points
from lkjip_extract.pdfium import Handle

Color = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

FORM_DEPTH = 30
"""Forms inside forms are followed this deep."""
_HALVES = "\ud800", "\udc00", "\udfff"
"""Where the first and the second halves of characters beyond the 65,536 first ones begin, and the last of them."""
NO_CHARACTER = "\ufffe"
_PRINTS = np.ones(2**16, dtype=bool)
"""Which of the 65,536 first characters print something; all others do, as does the last of these."""
_PRINTS[list(map(ord, BLANKS))] = False
WHITE = 250
"""Least part of red, green and blue of what is called white, of 255."""


class Rect(NamedTuple):
    """A rectangle: two opposite corners from the top (x0, top, x1, bottom), how it is filled and drawn; the colour and
    the width of the pen mean nothing where none is used."""

    bbox: tuple[float, float, float, float]
    fill_color: Color
    stroke_color: Color
    stroke_width: float
    is_stroked: bool
    is_filled: bool


_make_rect: Callable[[tuple[object, ...]], Rect] = partial(tuple.__new__, Rect)
"""A rectangle from its fields, without a call of Python for each."""


class Stroke(NamedTuple):
    """A straight line: where it begins and ends, and its colour."""

    points: tuple[tuple[float, float], tuple[float, float]]
    stroke_color: Color
    is_stroked: bool


class Polygon(NamedTuple):
    """An area of straight sides that is filled, not drawn: the box around it (x0, top, x1, bottom) and its colour."""

    bbox: tuple[float, float, float, float]
    fill_color: Color


class PrintedPage(NamedTuple):
    """One page as pdfium reads it, in the frame before /Rotate, from the top of the page.

    `width`, `height`, `own_size`, `rotation` and `origin` are those of `pdfium.Page`. `symbols` has all characters of
    the text layer, one by one, blanks included, `numbers` the number of each there (one of two halves has that of the
    first), and `prints` says which of them print something; `boxes` (n, 4) and
    `directions` (degrees, 90 downwards; empty where all text runs to the right) are those of the latter. `pictures`
    has the pixels across and down of each picture; `white_text` says whether it prints text in white, `clipped_text`
    whether any of it is drawn through a window (a clip path).
    """

    width: float
    height: float
    own_size: tuple[float, float]
    rotation: int
    origin: tuple[float, float]
    symbols: str
    numbers: Ints
    prints: Bools
    boxes: Floats
    directions: list[float]
    rects: list[Rect]
    strokes: list[Stroke]
    polygons: list[Polygon]
    pictures: list[tuple[int, int]]
    white_text: bool
    clipped_text: bool


def read_printed(page: pdfium.Page) -> PrintedPage:
    """Everything that a page prints."""
    own_height = np.float32(page.own_size[1])  # as exact as pdfium
    groups = list(drawn(page))
    texts = [h for handles, kinds, _ in groups for h in of_kind(pdfium.TEXT, handles, kinds)]
    images = [h for handles, kinds, _ in groups for h in of_kind(pdfium.IMAGE, handles, kinds)]
    rects: list[Rect] = []
    strokes: list[Stroke] = []
    polygons: list[Polygon] = []
    for handles, kinds, matrix in groups:
        paths = of_kind(pdfium.PATH, handles, kinds)
        if paths:
            found = _read_paths(page.room, paths, matrix, own_height)
            rects += found[0]
            strokes += found[1]
            polygons += found[2]
    turned = len(groups) > 1 or _any_turned(page.room, texts)
    symbols, numbers, prints, boxes, directions = _characters(page, own_height, turned)
    return PrintedPage(
        page.width,
        page.height,
        page.own_size,
        page.rotation,
        page.origin,
        symbols,
        numbers,
        prints,
        boxes,
        directions,
        rects,
        strokes,
        polygons,
        list(_tuples(page.room.answers(pdfium.image_pixels, images, 2, np.int32))),
        _any_white(page.room, texts),
        _any_clipped(texts),
    )


def drawn(page: pdfium.Page) -> Iterator[tuple[list[Handle], list[int], Matrix]]:
    """The objects of a page in the order in which they are painted, their kinds, and the way to the frame of the page:
    those on the page itself and in each form on it in turn."""
    count = pdfium.objects_on_page(page.handle)
    return _inside(page.room, page.handle, count, pdfium.object_of_page, IDENTITY)


def _inside(
    room: pdfium.Room, holder: Handle, count: int, get: Callable[..., Any], matrix: Matrix, depth: int = 0
) -> Iterator[tuple[list[Handle], list[int], Matrix]]:
    handles = list(map(pdfium.to_handle, map(get, repeat(holder), range(count))))
    kinds = list(map(pdfium.kind, handles))
    begin = 0
    for at, kind in enumerate(kinds if pdfium.FORM in kinds and depth < FORM_DEPTH else ()):
        if kind == pdfium.FORM:
            form = handles[at]
            own = tuple(room.answers(pdfium.matrix, [form], 6, np.float32, apart=False)[0])
            yield handles[begin:at], kinds[begin:at], matrix
            inside = pdfium.objects_in_form(form)
            yield from _inside(room, form, inside, pdfium.object_of_form, _after(own, matrix), depth + 1)
            begin = at + 1
    yield handles[begin:], kinds[begin:], matrix


def of_kind(kind: int, handles: Sequence[Handle], kinds: Sequence[int]) -> list[Handle]:
    """Those objects that are of a kind."""
    return [h for h, k in zip(handles, kinds, strict=True) if k == kind]


def _after(first: Any, then: Any) -> Any:
    """The way that goes first by one matrix (ISO 32000-1, 8.3.3), then by another."""
    a, b, c, d, e, f = first
    then_a, then_b, then_c, then_d, then_e, then_f = then
    return (
        a * then_a + b * then_c,
        a * then_b + b * then_d,
        c * then_a + d * then_c,
        c * then_b + d * then_d,
        e * then_a + f * then_c + then_e,
        e * then_b + f * then_d + then_f,
    )


def _characters(page: pdfium.Page, height: Any, turned: bool) -> tuple[str, Ints, Bools, Floats, list[float]]:
    """The characters of a page, their numbers, which of them print something, and the boxes and directions of those."""
    text = page.text
    symbols, numbers, seconds = _whole(_symbols(text, pdfium.characters(text)))
    prints = _print_something(symbols)
    printed: list[int] = numbers[prints].tolist()
    boxes, known = _boxes(page.room, text, printed, height)
    for place, number in enumerate(printed if seconds else ()):
        if number in seconds:
            other = _boxes(page.room, text, [seconds[number]], height)[0][0]
            boxes[place] = [
                *np.minimum(boxes[place, :2], other[:2]),
                *np.maximum(boxes[place, 2:], other[2:]),
            ]
    directions = _directions(page.room, text, printed) if turned else []
    if not known.all():
        boxes = boxes[known]
        directions = list(itertools.compress(directions, known))
        prints[prints] = known
    return symbols, numbers, prints, boxes, directions


def _symbols(text: Handle, count: int) -> str:
    """The characters of a text layer: all at once, or one by one where pdfium leaves some out of the whole."""
    units = np.zeros(2 * count + 2, dtype="<u2")  # room for a pair of each, though pdfium counts pairs as two
    if pdfium.text_of_page(text, 0, count, units.ctypes.data) == count + 1:
        whole = units[:count].tobytes().decode("utf-16-le", "surrogatepass")
        if len(whole) == count:
            if NO_CHARACTER not in whole:
                return whole
            # It stands for a hyphen at the end of a line, too, which has a sign of its own.
            symbols = list(whole)
            for i in np.flatnonzero(units[:count] == ord(NO_CHARACTER)).tolist():
                symbols[i] = chr(pdfium.symbol(text, i))
            return "".join(symbols)
    codes = map(pdfium.symbol, repeat(text), range(count))
    return "".join(chr(code) if code <= sys.maxunicode else NO_CHARACTER for code in codes)


def _whole(symbols: str) -> tuple[str, Ints, dict[int, int]]:
    """Characters given as two halves (UTF-16) made one; a half alone means nothing.

    Also the number of each character in the text layer, and of those of two halves that of the second.
    """
    if not any(_HALVES[0] <= s <= _HALVES[2] for s in set(symbols)):
        return symbols, np.arange(len(symbols)), {}
    whole, numbers, seconds = list(symbols), list(range(len(symbols))), {}
    for i in reversed(range(len(whole))):
        if _HALVES[0] <= whole[i] < _HALVES[1] and _HALVES[1] <= "".join(whole[i + 1 : i + 2]) <= _HALVES[2]:
            pair = whole[i] + whole.pop(i + 1)
            whole[i] = pair.encode("utf-16", "surrogatepass").decode("utf-16")
            seconds[numbers[i]] = numbers.pop(i + 1)
    text = "".join("\ufffd" if _HALVES[0] <= s <= _HALVES[2] else s for s in whole)
    return text, np.array(numbers), seconds


def _print_something(symbols: str) -> Bools:
    """Which characters are no blanks."""
    return np.asarray(_PRINTS[np.minimum(code_points(symbols), len(_PRINTS) - 1)])


def _boxes(room: pdfium.Room, text: Handle, numbers: Sequence[int], height: Any) -> tuple[Floats, Bools]:
    """The boxes of some characters from the top of the page, and which of them pdfium knows."""
    sides = room.answers(pdfium.loose_box, numbers, 4, np.float32, apart=False, of=text)
    left, top, right, bottom = sides.T
    top, bottom = height - top, height - bottom
    boxes = np.stack([left, np.minimum(top, bottom), right, np.maximum(top, bottom)], axis=1)
    return boxes.astype(np.float64), sides.any(axis=1)


def _directions(room: pdfium.Room, text: Handle, numbers: Sequence[int]) -> list[float]:
    """The direction of some characters, degrees clockwise; none where all of them run to the right."""
    matrices = room.answers(pdfium.matrix_of_character, numbers, 6, np.float32, apart=False, of=text)
    directions = np.degrees(-np.arctan2(matrices[:, 1], matrices[:, 0])).tolist()
    return directions if any(directions) else []


def _any_turned(room: pdfium.Room, texts: Sequence[Handle]) -> bool:
    """Whether any text may not run level from left to right."""
    matrices = room.answers(pdfium.matrix, texts, 6, np.float32, apart=False)
    return bool(((matrices[:, 1] != 0) | (matrices[:, 0] < 0)).any())


def _any_white(room: pdfium.Room, texts: Sequence[Handle]) -> bool:
    """Whether any text is filled with white."""
    colors = room.answers(pdfium.fill_color, texts, 4, np.int32)
    return bool((colors[:, :3].min(axis=1) >= WHITE).any())


def _any_clipped(texts: Sequence[Handle]) -> bool:
    """Whether any text is drawn through a clip path."""
    clips = filter(None, map(pdfium.clip_of_object, texts))
    return any(pdfium.paths_of_clip(clip) > 0 for clip in clips)


def _read_paths(
    room: pdfium.Room, paths: Sequence[Handle], matrix: Matrix, height: Any
) -> tuple[list[Rect], list[Stroke], list[Polygon]]:
    """The rectangles, the straight lines and the polygons that paths of one page or form draw."""
    counts = np.array(list(map(pdfium.segment_count, paths)))
    paths = list(itertools.compress(paths, counts > 0))
    counts = counts[counts > 0]
    if not paths:
        return [], [], []
    owners = itertools.chain.from_iterable(map(repeat, paths, counts.tolist()))
    numbers = itertools.chain.from_iterable(map(range, counts.tolist()))
    points = list(map(pdfium.to_handle, map(pdfium.segment, owners, numbers)))
    x, y = _coordinates(room, paths, counts, points, matrix)
    y = height - y
    types = _types(counts, points, x, y)

    starts = np.flatnonzero(types == pdfium.MOVETO)
    lengths = np.diff(np.append(starts, len(points)))
    path_of = np.repeat(np.arange(len(paths)), counts)[starts]
    boxes = np.stack(
        [at.reduceat(side, starts) for at in (np.minimum, np.maximum) for side in (x, y)], axis=1
    )
    is_rect = np.zeros(len(starts), dtype=bool)
    is_rect[lengths == 5] = _are_rectangles(starts[lengths == 5], x, y)
    curved = np.add.reduceat(types == pdfium.BEZIERTO, starts) > 0
    is_rect &= ~curved
    if curved.any():
        is_rect |= curved & _are_rounded(boxes, starts, lengths, x, y)
        curved &= ~is_rect
    straight = ~curved & ~is_rect
    filled, stroked = room.answers(pdfium.draw_mode, paths, 2, np.int32).astype(bool).T
    is_stroke = straight & (lengths == 2)
    is_polygon = straight & (lengths > 2) & ~stroked[path_of]
    fills = room.answers(pdfium.fill_color, paths, 4, np.int32)
    # The colour and the width of the pen are asked for only where something is drawn with it.
    with_pen = stroked.copy()
    with_pen[path_of[is_stroke]] = True
    pens = np.zeros((len(paths), 4), dtype=np.int32)
    widths = np.zeros(len(paths))
    if with_pen.any():
        drawn_with = list(itertools.compress(paths, with_pen))
        pens[with_pen] = room.answers(pdfium.stroke_color, drawn_with, 4, np.int32)
        widths[with_pen] = room.answers(pdfium.stroke_width, drawn_with, 1, np.float32)[:, 0]

    of_rects, of_strokes, of_polygons = (path_of[which] for which in (is_rect, is_stroke, is_polygon))
    rects = list(
        map(
            _make_rect,
            zip(
                *map(_tuples, (boxes[is_rect], fills[of_rects], pens[of_rects])),
                *(numbers[of_rects].tolist() for numbers in (widths, stroked, filled)),
                strict=True,
            ),
        )
    )
    first = starts[is_stroke]
    ends = np.stack([x[first], y[first], x[first + 1], y[first + 1]], axis=1).tolist()
    strokes = [
        Stroke(((x0, y0), (x1, y1)), pen, with_it)
        for (x0, y0, x1, y1), pen, with_it in zip(
            ends, _tuples(pens[of_strokes]), stroked[of_strokes].tolist(), strict=True
        )
    ]
    polygons = list(map(Polygon, _tuples(boxes[is_polygon]), _tuples(fills[of_polygons])))
    return rects, strokes, polygons


def _tuples(rows: Any) -> Iterator[Any]:
    """The rows of an array as tuples."""
    return map(tuple, rows.tolist())


def _coordinates(
    room: pdfium.Room, paths: Sequence[Handle], counts: Ints, points: Sequence[Handle], matrix: Matrix
) -> tuple[Any, Any]:
    """Where the points of paths are in the frame of the page."""
    own = room.answers(pdfium.point, points, 2, np.float32)
    ways = room.answers(pdfium.matrix, paths, 6, np.float32, apart=False)
    if matrix != IDENTITY:
        ways = np.stack(_after(ways.T, np.array(matrix, dtype=np.float32)), axis=1)
    a, b, c, d, e, f = np.repeat(ways, counts, axis=0).T
    return a * own[:, 0] + c * own[:, 1] + e, b * own[:, 0] + d * own[:, 1] + f


def _types(counts: Ints, points: Sequence[Handle], x: Any, y: Any) -> Any:
    """Which points begin a part of a path, end a straight line, or belong to a curve.

    Paths of five points that are a rectangle, nearly all in reports, need not be asked.
    """
    firsts = np.cumsum(counts) - counts
    types = np.full(len(points), pdfium.LINETO)
    types[firsts] = pdfium.MOVETO
    plain = np.zeros(len(counts), dtype=bool)
    plain[counts == 5] = _are_rectangles(firsts[counts == 5], x, y)
    begun = [points[first + 1] for first in firsts[plain].tolist()]  # a curve through four corners is none
    plain[plain] = [pdfium.segment_type(point) == pdfium.LINETO for point in begun]
    asked = np.repeat(~plain, counts)
    if asked.any():
        types[asked] = list(map(pdfium.segment_type, itertools.compress(points, asked)))
    return types


def _are_rectangles(firsts: Ints, x: Any, y: Any) -> Bools:
    """Which five points that begin at these are rectangles with level sides and end where they began."""
    corners = firsts[:, None] + np.arange(5)
    x, y = x[corners], y[corners]
    closed = (x[:, 0] == x[:, 4]) & (y[:, 0] == y[:, 4])
    upright = (x[:, 0] == x[:, 1]) & (y[:, 1] == y[:, 2]) & (x[:, 2] == x[:, 3]) & (y[:, 3] == y[:, 0])
    level = (y[:, 0] == y[:, 1]) & (x[:, 1] == x[:, 2]) & (y[:, 2] == y[:, 3]) & (x[:, 3] == x[:, 0])
    return np.asarray(closed & (upright | level))


CUT_OFF, LEAST_ROUNDED = 0.05, 5.0
"""Of a rectangle with round corners they take at most so much (share of the square of its shorter side), of a circle
and a pill more; it is no line but so many points wide and high at least."""


def _are_rounded(boxes: Any, starts: Ints, lengths: Ints, x: Any, y: Any) -> Bools:
    """Which parts of paths that begin at these fill nearly all of their boxes (n, 4): rectangles, also with round
    corners."""
    x = x - np.repeat(boxes[:, 0], lengths)
    y = y - np.repeat(boxes[:, 1], lengths)
    following = np.arange(1, len(x) + 1)
    following[starts + lengths - 1] = starts
    area = np.abs(np.add.reduceat(x * y[following] - x[following] * y, starts)) / 2
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    shorter = np.minimum(width, height)
    return np.asarray((shorter >= LEAST_ROUNDED) & (width * height - area <= CUT_OFF * shorter**2))
