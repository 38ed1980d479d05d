"""A read scan as a page of the same shape as every other page: characters in cells and lines."""

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import tablers

from lkjip_extract.columns import is_figure
from lkjip_extract.edges import SETTINGS
from lkjip_extract.fast_reader import draft_page, grids_between
from lkjip_extract.glyphs import Floats, Glyphs, median
from lkjip_extract.grid import Grid
from lkjip_extract.lines import LEAST_BLANK
from lkjip_extract.page import SEEN, Doubt, PageDraft
from lkjip_extract.scans import store
from lkjip_extract.scans.flat import LEVEL, UPRIGHT, FlatFrame, fit
from lkjip_extract.scans.page_scan import PageScan, ScanLine, agree, read_picture, render, stored_pixels
from lkjip_extract.scans.rulings import Points
from lkjip_schemas.bilingual import both
from lkjip_schemas.place import SURE
from lkjip_schemas.vocabulary import PageKind, ReadBy

SNAP = 4.0
"""Rulings of a scan closer than this many points are one."""
JOIN = 4.0
"""Gaps in a ruling up to this many points are closed, whatever stands there."""
MEET = 6.0
"""Rulings that stop so many points short of each other still make a corner."""
BLACK = (0, 0, 0, 255)
SCANNED = SETTINGS | {
    "snap_x_tolerance": SNAP,
    "snap_y_tolerance": SNAP,
    "join_x_tolerance": JOIN,
    "join_y_tolerance": JOIN,
    "intersection_x_tolerance": MEET,
    "intersection_y_tolerance": MEET,
    "close_unclosed_boundaries": False,
}
"""The way from rulings to cells on text pages, with the tolerances of a scan."""
OVERHANG, CUT_ENDS = 12.0, 3
"""At least so many strokes end so many points beyond the last crossing one where an outer ruling is cut off."""
FREE = 70.0
"""A ruling longer than this many points needs no other ruling to hold it."""
GAP = 80.0
"""Missing ink of a ruling is at most so many points long."""
TEXT_HEIGHT = 0.62
"""Share of the engine's box of a line that its letters fill."""
BLANK = 2 * LEAST_BLANK
"""Least room between two words as a share of their height."""
LETTER_WIDTH = 0.5
"""Usual width of a letter as a share of its height."""
SHORTEST_LINE = 21.0
"""Strokes shorter than this many points are those of letters and signatures, unless they go on where a
longer one runs,"""
SAME_COURSE = 2.5
"""at most so many points beside it,"""
LOW_ROW, REACHES, WIDE_ROW = 12.0, 2.5, 150.0
"""or are upright, longer than this many points, and run from one level ruling to another, at most so many points off,
both of at least so many points: the side of a cell in a row one line high."""
CLOSE_DIGITS = 1.1
"""The middles of two digits of one figure are closer than so many heights of a digit."""
UNSURE = 0.55
"""A figure with a character below this score is in doubt, whatever the second reading says."""
_JOINED = re.compile(r"(?<=[a-z)])(?=Rp\b)|(?<=[.,]\d{3})(?=[A-Z][A-Za-z])")
"""Where the engine left out the blank before or behind an amount ("DaerahRp", "196.725.000APBD")."""
LEAST_SEEN = 12.0
"""Figures on lines that are fewer pixels high in the stored picture are guessed rather than read: on a poster with
lines of 10 pixels half of them are wrong; lines of 14 pixels are read well."""
DOUBTFUL = 0.5
"""Confidence of a figure in doubt; one that both readings agree on is at least sure."""


def scan_page(path: Path, report_id: str, number: int) -> tuple[PageScan, bool]:
    """Read the picture of page `number` (from 1); also whether the reading could be kept."""
    scan = replace(read_picture(*render(path, number)), pixels=stored_pixels(path, number))
    return scan, store.save(report_id, number, scan)


def draft_scan(number: int, kind: PageKind, rotation: int, scan: PageScan) -> PageDraft:
    """The page with its tables; `rotation` is the page's /Rotate, for the record."""
    frame = flat_frame(scan)
    glyphs = _glyphs(scan, frame)
    edges = _edges(scan, frame)
    draft = draft_page(number, kind, rotation, glyphs, _grids(edges, frame), SEEN)
    draft.read_by = ReadBy.OCR
    draft.rulings = frame.to_page(np.array(edges[0] + edges[1], dtype=np.float64).reshape(-1, 4))
    draft.doubts = _doubts(scan, frame)
    count = sum(d.confidence < SURE for d in draft.doubts)
    blurred = any(_is_blurred(scan, line) for line in scan.lines)
    draft.note = both(
        "dibaca dari gambar (OCR)"
        + (f", {count} tulisan diragukan" if count else "")
        + (
            "; gambarnya terlalu kasar untuk angka yang pasti, mintalah berkas yang lebih tajam"
            if blurred
            else ""
        ),
        "read from the picture (OCR)"
        + (f", {count} texts in doubt" if count else "")
        + ("; the picture is too coarse for sure figures, ask for a sharper file" if blurred else ""),
    )
    return draft


def flat_frame(scan: PageScan) -> FlatFrame:
    """The reading frame of a scan."""
    across = [*scan.rulings.horizontal, *np.linspace(*_ends(scan), 8, axis=1)]
    down = [points[:, ::-1] for points in scan.rulings.vertical]
    size = (float(scan.width), float(scan.height))
    points = 72.0 / scan.dpi * scan.enlarged
    width, height = scan.width * points, scan.height * points
    if scan.quarters % 2:
        width, height = height, width
    return FlatFrame(
        0,
        width,
        height,
        quarters=scan.quarters,
        dpi=scan.dpi,
        enlarged=scan.enlarged,
        pixels=(scan.width, scan.height),
        level=fit(across, LEVEL, size),
        upright=fit(down, UPRIGHT, (size[1], size[0])),
    )


def _corners(scan: PageScan) -> Floats:
    """The corners of all lines (n, 4, 2), pixels."""
    return np.array([line.quad for line in scan.lines], dtype=np.float64).reshape(-1, 4, 2)


def _ends(scan: PageScan) -> tuple[Floats, Floats]:
    """The middles of the left and the right side of all lines (n, 2)."""
    corners = _corners(scan)
    return (corners[:, 0] + corners[:, 3]) / 2, (corners[:, 1] + corners[:, 2]) / 2


def _placed(scan: PageScan, frame: FlatFrame) -> Iterator[tuple[ScanLine, float, float, float, float]]:
    """Each line with where it begins and ends, the height that its middle has on the page, and that of its letters."""
    left, right = (frame.flatten(ends).tolist() for ends in _ends(scan))
    for line, (x0, y0), (x1, y1) in zip(scan.lines, left, right, strict=True):
        height = math.dist(line.quad[3], line.quad[0]) * (72.0 / frame.dpi) * TEXT_HEIGHT
        level = (y0 + y1) / 2  # a line is level in this frame; the tilt of a short box is chance
        yield line, x0, x1, level, height


def _glyphs(scan: PageScan, frame: FlatFrame) -> Glyphs:
    """Characters at the places the engine gives them, as high as letters are."""
    text: list[str] = []
    blanks: list[bool] = []
    boxes: list[tuple[float, float, float, float]] = []
    for line, x0, x1, level, height in _placed(scan, frame):
        words = _words(line)
        places = [_letter_edges([x0 + (x1 - x0) * at for _, at in word], height) for word in words]
        _keep_blanks(places, BLANK * height)
        for word, edges in zip(words, places, strict=True):
            for (symbol, at), left_edge, right_edge in zip(word, edges[:-1], edges[1:], strict=True):
                blanks.append(symbol is word[0][0] and at == word[0][1])
                text.append(symbol)
                boxes.append((left_edge, level - height / 2, right_edge, level + height / 2))
    count = len(text)
    return Glyphs(
        text,
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(blanks, dtype=bool),
        np.zeros(count, dtype=bool),
        frame,
        watermark=np.zeros(count, dtype=bool),
        aslant=np.zeros(count, dtype=bool),
    )


def _words(line: ScanLine) -> list[list[tuple[str, float]]]:
    """The characters of a line with their places, word by word."""
    words: list[list[tuple[str, float]]] = [[]]
    joints = {match.start() for match in _JOINED.finditer(line.first.text)}
    for i, (symbol, at) in enumerate(zip(line.first.text, line.first.positions, strict=True)):
        if words[-1] and (symbol.isspace() or i in joints):
            words.append([])
        if not symbol.isspace():
            words[-1].append((symbol, at))
    return [word for word in words if word]


def _letter_edges(middles: list[float], height: float) -> list[float]:
    """Left and right edges of the letters of a word: halfway to the next one."""
    between = [(a + b) / 2 for a, b in itertools.pairwise(middles)]
    half = [(b - a) / 2 for a, b in itertools.pairwise(middles)] or [LETTER_WIDTH / 2 * height]
    first, last = min(half[0], LETTER_WIDTH * height), min(half[-1], LETTER_WIDTH * height)
    return [middles[0] - first, *between, middles[-1] + last]


def _keep_blanks(places: list[list[float]], blank: float) -> None:
    """Leave so much room between the words of a line: the engine saw a blank there, and its places are rough."""
    for left, right in itertools.pairwise(places):
        if right[0] - left[-1] < blank:
            middle = (left[-1] + right[0]) / 2
            left[-1] = max(min(left[-1], middle - blank / 2), left[-2])
            right[0] = min(max(right[0], middle + blank / 2), right[1])


Segment = tuple[float, float, float, float]


Stretch = tuple[float, float, float]
"""A level or upright stroke: where it runs, where it starts and ends."""


def _edges(scan: PageScan, frame: FlatFrame) -> tuple[list[Segment], list[Segment]]:
    """Level and upright rulings in the reading frame, points."""
    levels = _stretches([p[:, ::-1] for p in frame.flatten_all(scan.rulings.horizontal)])
    posts = _stretches(frame.flatten_all(scan.rulings.vertical), levels)
    levels, posts = _bridged(levels, posts), _bridged(posts, levels)
    posts += _outer(levels, posts)
    levels += _outer(posts, levels)
    return (
        [(start, at, end, at) for at, start, end in _held(levels, posts)],
        [(at, start, at, end) for at, start, end in _held(_without_stems(posts, scan, frame), levels)],
    )


def _without_stems(posts: list[Stretch], scan: PageScan, frame: FlatFrame) -> list[Stretch]:
    """Upright strokes without short ones between the digits of several figures below each other: what looks like a
    ruling there are stems of the digits."""
    figures: list[tuple[float, float, list[float]]] = []
    for line, x0, x1, level, height in _placed(scan, frame):
        if is_figure(line.first.text):
            figures.append((level, height, [x0 + (x1 - x0) * place for place in line.first.positions]))

    def cuts(post: Stretch, level: float, height: float, middles: list[float]) -> bool:
        at, start, end = post
        return (start < level + height / 2 and level - height / 2 < end) and any(
            a < at < b and b - a < CLOSE_DIGITS * height for a, b in itertools.pairwise(middles)
        )

    return [p for p in posts if p[2] - p[1] >= FREE or sum(cuts(p, *figure) for figure in figures) < 2]


def _stretches(courses: list[Points], crossing: Sequence[Stretch] = ()) -> list[Stretch]:
    """Strokes from points (at, along); short ones only where a longer one runs at the same place, or between two of
    the `crossing` ones."""
    found = [(median(p[:, 0]), float(p[:, 1].min()), float(p[:, 1].max())) for p in courses if len(p)]
    long = [s for s in found if s[2] - s[1] >= SHORTEST_LINE]
    pieces = [
        s
        for s in found
        if s[2] - s[1] < SHORTEST_LINE
        and (any(abs(s[0] - other[0]) <= SAME_COURSE for other in long) or _low_side(s, crossing))
    ]
    return long + pieces


def _low_side(stroke: Stretch, crossing: Sequence[Stretch]) -> bool:
    """Whether a short stroke runs from one crossing ruling to another."""
    at, start, end = stroke
    over = [level for level, left, right in crossing if right - left >= WIDE_ROW and left <= at <= right]
    return end - start >= LOW_ROW and all(
        any(abs(level - reached) <= REACHES for level in over) for reached in (start, end)
    )


def _bridged(strokes: list[Stretch], crossing: list[Stretch]) -> list[Stretch]:
    """Pieces of one ruling joined, where ink is missing between them.

    A gap between two rulings that cross (a merged cell) is no missing ink.
    """
    out: list[Stretch] = []
    for at, start, end in sorted(strokes, key=lambda s: s[1]):
        for k, (other, first, last) in enumerate(out):
            gap = start - last
            if (
                abs(at - other) <= SNAP
                and 0 < gap <= GAP
                and not (_on_a_post(last, at, crossing) and _on_a_post(start, at, crossing))
            ):
                out[k] = (other, first, max(end, last))
                break
        else:
            out.append((at, start, end))
    return out


def _outer(strokes: list[Stretch], crossing: list[Stretch]) -> list[Stretch]:
    """Outer rulings that the edge of the picture cut off: where several strokes end beyond all crossing ones."""
    ends: list[tuple[float, float]] = []
    for at, start, end in strokes:
        met = [c[0] for c in crossing if c[1] - MEET <= at <= c[2] + MEET]
        if any(start - MEET <= x <= end + MEET for x in met):
            ends += [(x, at) for x in (start, end) if x < min(met) - OVERHANG or x > max(met) + OVERHANG]
    found: list[Stretch] = []
    for x, _ in sorted(ends):
        heights = [at for other, at in ends if abs(other - x) <= MEET]
        if len(heights) >= CUT_ENDS and not any(abs(x - f[0]) <= 2 * MEET for f in found):
            found.append((x, min(heights), max(heights)))
    return found


def _held(strokes: list[Stretch], crossing: list[Stretch]) -> list[Stretch]:
    """Long strokes, and short ones that reach from one crossing ruling to another.

    Stems of letters that stand one below the other look like a short ruling.
    """
    return [
        (at, start, end)
        for at, start, end in strokes
        if end - start >= FREE or (_on_a_post(start, at, crossing) and _on_a_post(end, at, crossing))
    ]


def _on_a_post(x: float, y: float, crossing: list[Stretch]) -> bool:
    return any(abs(x - at) <= MEET and start - MEET <= y <= end + MEET for at, start, end in crossing)


def _grids(edges: tuple[list[Segment], list[Segment]], frame: FlatFrame) -> list[Grid]:
    """Ruled tables, with the tolerances of a scan."""
    across, down = (
        [tablers.Edge(name, *segment, 1.0, BLACK) for segment in own]
        for name, own in zip("hv", edges, strict=True)
    )
    return grids_between(across, down, frame, SCANNED) if across and down else []


def _is_blurred(scan: PageScan, line: ScanLine) -> bool:
    """Whether a line with figures is so few pixels high in the stored picture that they are guessed."""
    if not scan.pixels or not any(map(str.isdigit, line.first.text)):
        return False
    return math.dist(line.quad[0], line.quad[3]) * scan.pixels < LEAST_SEEN * scan.dpi / scan.enlarged


def _doubts(scan: PageScan, frame: FlatFrame) -> list[Doubt]:
    """How sure each line is, with the second reading where it differs."""
    doubts = []
    middles = frame.flatten(_corners(scan).reshape(-1, 2)).reshape(-1, 4, 2).mean(axis=1).tolist()
    for line, (x, y) in zip(scan.lines, middles, strict=True):
        symbols = [c for c in line.first.text if not c.isspace()]
        digits = [s for c, s in zip(symbols, line.first.scores, strict=False) if c.isdigit()]
        differs = line.second is not None and not agree(line.second, line.first.text)
        if differs or _is_blurred(scan, line) or min(digits, default=1.0) < UNSURE:
            confidence = DOUBTFUL
        else:
            confidence = max(SURE, round(float(np.mean(line.first.scores or (1.0,))), 3))
        doubts.append(Doubt(x, y, confidence, (line.second or "") if differs else ""))
    return doubts
