"""Ruling lines on the picture of a page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lkjip_extract.scans.engine import Image, Quads

Points = NDArray[np.float64]
"""(n, 2): x and y in pixels along one ruling."""

PIECE, DOTTED = 0.11, 0.30
"""A piece of a solid ruling is at least so many inches long, a dotted ruling so many; shorter strokes belong to
letters, and to the grain of the paper."""
DOTTED_ALONE, SAME_HEIGHT = 1.2, 0.05
"""A dotted stroke shorter than so many inches counts only beside a longer one, so many inches off: the grain of
grey paper makes short ones anywhere."""
BRIDGED = 0.05
"""Gaps of dotted and broken rulings up to so many inches are closed."""
THICKEST = 0.055
"""A ruling is at most so many inches thick; black edges and pictures are thicker."""
CONTRAST = 9
"""A ruling is darker than its surroundings by at least so many of 255 grey levels."""
STEP = 0.1
"""The course of a ruling is kept at points so many inches apart."""
ALREADY_SOLID = 0.8
"""A dotted stroke of which this share was found as a solid one tells nothing new."""
GRAIN_AREA, SPECKS, DARK = 0.25, 0.06, 0.4
"""A square of so many inches is grain where so much of it are specks of a pixel or two, and so much is dark. Letters
leave less than 0.06 of specks, coloured headings scanned in black and white 0.1."""
AT_EDGE, STREAK = 0.1, 0.015
"""A line that begins and ends so many inches from the edges of the picture, straight to so many inches, is a streak."""
IN_TEXT = 0.5
"""A stroke that runs inside lines of text over more than this share of its length is no ruling,"""
NO_STEM = 0.5
"""unless it is solid, upright and longer than so many inches, as no letter is: text may touch the ruling beside it;"""
NO_WORD, AT_CROSSING = 2.0, 0.05
"""a level one unless it is solid, longer than so many inches, as no word is, and an upright ruling meets it, up to so
many inches: titles are underlined."""


LEAST_FOLLOWED, STEEPEST = 0.25, 0.05
"""Level rulings of so many inches, so little aslant, are followed beyond their ends."""
BESIDE, OFF_COURSE = 0.02, 0.01
"""A faint ruling is darker than the paper so many inches above it or below it; it may be so far off its course."""
LEAST_SEEN_ALONE, OUTSIDE_TEXT = 3, 0.1
"""A course that ends before the next upright ruling has so many steps, and no more than this share of it in text."""
FAINT, RUN = 5, 0.035
"""It is darker by at least so many of 255 grey levels, on average over so many inches: grain is not, over a run."""
SEEN, WIDEST_GAP = 0.9, 0.03
"""It is seen over this share of the way, with no gap of so many inches: words are further apart."""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Horizontal rulings from left to right, vertical ones from top to bottom."""

    horizontal: tuple[Points, ...]
    vertical: tuple[Points, ...]


def find_rulings(grey: Image, dpi: float, text: Quads) -> Rulings:
    """Rulings of an upright grey picture; `text` are the lines of text on it."""
    import cv2

    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    ink = _ink(smooth, dpi) & ~_grain(_ink(grey, dpi), dpi)
    in_text: list[Points] = []
    core = _cores(grey.shape, text, 0.02, 0.19)
    across = _strokes(ink, dpi, core, NO_WORD * dpi, in_text)
    stems = np.ascontiguousarray(_cores(grey.shape, text, 0.07, 0.0).T)
    down = _strokes(np.ascontiguousarray(ink.T), dpi, stems, NO_STEM * dpi)
    across += [p for p in in_text if any(_meet(p, other, dpi) for other in down)]
    across = [_followed(p, down, smooth, core, dpi) for p in across]
    return Rulings(tuple(across), tuple(np.ascontiguousarray(p[:, ::-1]) for p in down))


def _meet(level: Points, upright: Points, dpi: float) -> bool:
    """Whether an upright stroke, given down the page first, crosses or touches a level one."""
    slack = AT_CROSSING * dpi
    at, height = float(np.median(upright[:, 1])), float(np.median(level[:, 1]))
    within = level[0, 0] - slack <= at <= level[-1, 0] + slack
    return bool(within and upright[0, 0] - slack <= height <= upright[-1, 0] + slack)


def _followed(level: Points, upright: Sequence[Points], smooth: Image, core: Image, dpi: float) -> Points:
    """A level ruling with what is seen of it beyond its ends, up to the upright rulings of its row, or to where it ends
    outside the text (`core`): a faint one is lost where letters stand right above it."""
    if np.ptp(level[:, 0]) < LEAST_FOLLOWED * dpi:
        return level
    slack = AT_CROSSING * dpi
    slope = (level[-1, 1] - level[0, 1]) / np.ptp(level[:, 0])
    if abs(slope) > STEEPEST:
        return level
    for end, ahead in ((0, -1), (-1, 1)):
        while True:
            x, y = level[end]
            crossed = (float(np.interp(y, p[:, 0], p[:, 1])) for p in upright if _reaches(p, y, slack))
            goal = min(
                (at for at in crossed if (at - x) * ahead > slack), key=lambda at: abs(at - x), default=None
            )
            course = None if goal is None else _seen_course(smooth, (x, y), goal, slope, dpi)
            if goal is None or course is None:
                break
            whole = bool(course[-1, 0] == goal)
            if not whole and (len(course) < LEAST_SEEN_ALONE or _share(course, core) > OUTSIDE_TEXT):
                break
            level = np.concatenate([level, course] if ahead > 0 else [course[::-1], level])
            if not whole:
                break
    return level


def _reaches(upright: Points, y: float, slack: float) -> bool:
    """Whether an upright ruling, given down the page first, stands at a height."""
    return bool(upright[0, 0] - slack <= y <= upright[-1, 0] + slack)


def _seen_course(
    smooth: Image, start: tuple[float, float], goal: float, slope: float, dpi: float
) -> Points | None:
    """The course of a thin dark line from a point on it to the place `goal` across, or as far as it is seen without
    gaps, as words have them; None where it is not seen."""
    import cv2

    height, width = smooth.shape[:2]
    ahead = 1 if goal > start[0] else -1
    beside, near, run = max(int(BESIDE * dpi), 2), max(int(OFF_COURSE * dpi), 1), int(RUN * dpi) | 1
    ends = [*np.arange(start[0], goal, ahead * STEP * dpi)[1:], goal]
    seen: list[NDArray[np.bool_]] = []
    course: list[tuple[float, float]] = []
    x, y = start
    for end in ends:
        columns = np.arange(int(min(x, end)), int(max(x, end)))[::ahead]
        columns = columns[(columns >= 0) & (columns < width)]
        middle = np.rint(y + slope * (columns - x)).astype(int)
        if not len(columns) or middle.min() < beside + near or middle.max() >= height - beside - near:
            return None
        rows = middle + np.arange(-near, near + 1)[:, None]
        paper = np.maximum(smooth[rows - beside, columns], smooth[rows + beside, columns]).astype(int)
        darker = cv2.blur((paper - smooth[rows, columns]).astype(np.float32), (run, 1))
        seen.append((darker >= FAINT).any(axis=0))
        y += slope * (end - x) + int(darker.sum(axis=1).argmax()) - near
        x = float(end)
        course.append((x, y))
    whole = np.concatenate(seen)
    crossing = int(THICKEST * dpi)  # beside the upright ruling at each end nothing is lighter
    whole[:crossing] = whole[-crossing:] = True
    places = np.flatnonzero(np.append(whole, True))
    gaps = np.flatnonzero(np.diff(places) - 1 > WIDEST_GAP * dpi)
    end = len(whole) if not len(gaps) else int(places[gaps[0]])
    points = np.array(course)
    points = points[np.abs(points[:, 0] - start[0]) <= end + 1]
    return points if len(points) and whole[:end].mean() >= SEEN else None


def _ink(grey: Image, dpi: float) -> Image:
    """What is darker than its surroundings, 255."""
    import cv2

    block = int(dpi / 5) | 1
    return cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, CONTRAST
    )


def _grain(ink: Image, dpi: float) -> Image:
    """Areas full of specks, 255: coloured headings scanned in black and white, where no ruling can be told."""
    import cv2

    side = int(GRAIN_AREA * dpi) | 1
    specks = cv2.boxFilter(cv2.absdiff(ink, cv2.medianBlur(ink, 3)), -1, (side, side))
    dark = cv2.boxFilter(ink, -1, (side, side))
    return ((specks > SPECKS * 255) & (dark > DARK * 255)).astype(np.uint8) * 255


def _cores(shape: tuple[int, ...], text: Quads, side: float, edge: float) -> Image:
    """A mask of the inner part of each line of text, where no ruling runs.

    Left out are `side` heights of the line at both ends, and `edge` heights above and below.
    """
    import cv2

    mask = np.zeros(shape[:2], dtype=np.uint8)
    for quad in text:
        width = max(float(np.linalg.norm(quad[1] - quad[0])), 1.0)
        height = float(np.linalg.norm(quad[3] - quad[0]))
        centre = quad.mean(axis=0)
        part = np.array([max(1 - 2 * side * height / width, 0.1), 1 - 2 * edge])
        cv2.fillConvexPoly(mask, np.rint(centre + (quad - centre) * part).astype(np.int32), 1)
    return mask


def _share(points: Points, mask: Image) -> float:
    """Share of the points that lie on a mask."""
    x, y = np.rint(points).astype(int).T
    return float(mask[y, x].mean())


def _strokes(
    ink: Image, dpi: float, core: Image, no_letter: float, in_text: list[Points] | None = None
) -> list[Points]:
    """Long thin strokes that run across: first the solid ones, then those of dots and dashes.

    Solid ones longer than `no_letter` pixels are rulings also where they run inside text, or are put into `in_text`.
    """
    import cv2

    # Strokes that slope by a pixel over their length stay whole when they are made a little thicker.
    ink = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    piece = cv2.getStructuringElement(cv2.MORPH_RECT, (int(PIECE * dpi), 1))
    long = cv2.getStructuringElement(cv2.MORPH_RECT, (int(DOTTED * dpi), 1))
    bridge = cv2.getStructuringElement(cv2.MORPH_RECT, (max(int(BRIDGED * dpi), 3), 1))
    solid = cv2.morphologyEx(_without_blobs(ink, dpi), cv2.MORPH_OPEN, piece)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bridge)
    dotted = cv2.morphologyEx(_without_blobs(closed, dpi), cv2.MORPH_OPEN, long)
    found = _runs(solid, dpi, core, no_letter, in_text)
    loose = [p for p in _runs(dotted, dpi, core) if not _covered(p, solid)]
    sure = [p for p in loose if np.ptp(p[:, 0]) >= DOTTED_ALONE * dpi]
    heights = [float(np.median(p[:, 1])) for p in (*found, *sure) if np.ptp(p[:, 0]) >= DOTTED * dpi]
    beside = [
        p
        for p in loose
        if np.ptp(p[:, 0]) < DOTTED_ALONE * dpi
        and any(abs(float(np.median(p[:, 1])) - h) <= SAME_HEIGHT * dpi for h in heights)
    ]
    return _without_streaks(found + sure + beside, ink.shape[1], dpi)


def _without_streaks(strokes: list[Points], length: int, dpi: float) -> list[Points]:
    """Strokes without those of a straight line from one edge of the picture (`length` pixels wide) to the other.

    Dirt on the glass of a scanner or on a copier's drum draws such lines over the page; a table ends before its edge.
    """
    first = [float(p[0, 1]) for p in strokes if p[0, 0] <= AT_EDGE * dpi]
    last = [float(p[-1, 1]) for p in strokes if p[-1, 0] >= length - 1 - AT_EDGE * dpi]
    wide = STREAK * dpi
    streaks = [a for a in first if any(abs(a - b) <= wide for b in last)]
    return [p for p in strokes if not any(bool((abs(p[:, 1] - at) <= wide).all()) for at in streaks)]


def _without_blobs(ink: Image, dpi: float) -> Image:
    """Ink without what is thicker than a ruling in both directions."""
    import cv2

    side = max(int(THICKEST * dpi), 4) + 2  # 2: the strokes were dilated
    blobs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (side, side)))
    return cv2.subtract(ink, blobs)


def _covered(points: Points, solid: Image) -> bool:
    """Whether most of a stroke was found as a solid one."""
    x, y = np.rint(points).astype(int).T
    near = [solid[np.clip(y + d, 0, solid.shape[0] - 1), x] for d in (-2, 0, 2)]
    return bool(np.max(near, axis=0).astype(bool).mean() > ALREADY_SOLID)


def _runs(
    strokes: Image,
    dpi: float,
    core: Image,
    no_letter: float = math.inf,
    in_text: list[Points] | None = None,
) -> list[Points]:
    """The course of each stroke of a mask that is longer than `no_letter` pixels, or does not run inside text;
    `in_text` as in `_strokes`."""
    import cv2

    strokes = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((3, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    found = []
    for label in range(1, count):
        x, y, width, height, _area = stats[label]
        if width < PIECE * dpi:
            continue
        points = _course(labels[y : y + height, x : x + width] == label, x, y, dpi)
        if _share(points, core) <= IN_TEXT:
            found.append(points)
        elif width >= no_letter:
            (found if in_text is None else in_text).append(points)
    return found


def _course(own: NDArray[np.bool_], x: int, y: int, dpi: float) -> Points:
    """Points along a stroke, its middle at each."""
    width = own.shape[1]
    at = np.unique(np.linspace(0, width - 1, max(int(width / (STEP * dpi)), 2) + 1).astype(int))
    weights = own[:, at]
    filled = weights.any(axis=0)
    middle = (weights * np.arange(own.shape[0])[:, None]).sum(axis=0) / np.maximum(weights.sum(axis=0), 1)
    return np.stack([x + at[filled], y + middle[filled]], axis=1).astype(np.float64)
