"""Text that nobody sees: printed in white on white paper, as spreadsheets hide a column or an older amount, or lying
outside the window (clip path) through which it is drawn, as the lines for which a cell has no room.

For white text the page has to be drawn. Pages that print no text in white (nearly all) are not.
"""

import itertools
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from lkjip_extract import pdfium
from lkjip_extract.glyphs import median
from lkjip_extract.printed_page import WHITE, PrintedPage, drawn, of_kind

PAPER = 225
"""White text is seen where the page behind it is darker than this grey level, of 255."""
OVER = 0.4
"""Characters stand over each other where they share more than this part of the narrower one's width."""
VISIBLE = 0.25
"""Text of which less than this part of its width or height is inside its window cannot be read."""
EDGE = 0.25
"""Share of a character's height left out above and below: rulings may run there."""


def unseen_characters(page: pdfium.Page, printed: PrintedPage) -> set[int]:
    """The numbers, in its text layer, of the characters of a page that are as white as what is behind them."""
    numbers = range(pdfium.characters(page.text))
    colors = page.room.answers(pdfium.color_of_character, numbers, 4, np.uint32, of=page.text)
    white = np.flatnonzero(colors[:, :3].min(axis=1) >= WHITE)
    runs = np.split(white, np.flatnonzero(np.diff(white) > 1) + 1)
    no_blanks = set(printed.numbers[printed.prints].tolist())
    words = [[i for i in run.tolist() if i in no_blanks] for run in runs]
    if not any(words):
        return set()
    picture = page.picture()
    unseen: set[int] = set()
    for run in words:
        hidden = sum(not _is_seen(page, i, picture) for i in run)
        if 2 * hidden > len(run):
            unseen.update(run)
    return unseen


def clipped_characters(page: pdfium.Page, printed: PrintedPage) -> set[int]:
    """The numbers, in its text layer, of the characters of a page that lie outside their windows and stand over others,
    or go on with such ones."""
    standing = _standing_over_others(printed.boxes)
    if not standing:
        return set()
    numbers = printed.numbers[printed.prints].tolist()
    first = {pdfium.object_of_character(page.text, numbers[k]) for k in standing}
    if not any(o and _is_outside(page, pdfium.to_handle(o)) for o in first):
        return set()
    owners = [pdfium.object_of_character(page.text, i) for i in numbers]
    outside = {o for o in set(owners) if o and _is_outside(page, pdfium.to_handle(o))}
    outside -= _drawn_again(page, outside)
    if not outside:
        return set()
    unseen = np.array([owner in outside for owner in owners])
    lost, boxes = list(itertools.compress(owners, unseen)), printed.boxes[unseen]
    harmful: set[int] = set()
    found = set(itertools.compress(lost, _covering(boxes, printed.boxes[~unseen])))
    while found > harmful:
        harmful = found
        rest = np.array([owner in harmful for owner in lost])
        room = (boxes[:, 3] - boxes[:, 1]) / 2
        beside = boxes + np.stack([-room, 0 * room, room, 0 * room], axis=1)
        found = harmful | set(itertools.compress(lost, _covering(beside, boxes[rest], across=0.0)))
    return {i for i, owner in zip(numbers, owners, strict=True) if owner in harmful}


def _covering(some: NDArray[np.float64], others: NDArray[np.float64], across: float = OVER) -> list[bool]:
    """Of each of some boxes, whether it shares much of its height, and so much of its width, with any of the others."""
    found = []
    for x0, y0, x1, y1 in some:
        shared = np.minimum(others[:, 2], x1) - np.maximum(others[:, 0], x0)
        up = np.minimum(others[:, 3], y1) - np.maximum(others[:, 1], y0)
        found.append(bool(((shared > across * (x1 - x0)) & (up > OVER * (y1 - y0))).any()))
    return found


def _drawn_again(page: pdfium.Page, outside: Collection[int]) -> set[int]:
    """Those of some pieces of text outside their windows that are drawn at the same place through another window, too:
    of two that say the same, the text layer has one only."""
    numbers = list(outside)
    texts = [h for handles, kinds, _ in drawn(page) for h in of_kind(pdfium.TEXT, handles, kinds)]
    wanted = _places(page, [pdfium.to_handle(n) for n in numbers])
    those = set(wanted)
    of_page = _places(page, texts)
    seen = {
        place for place, h in zip(of_page, texts, strict=True) if place in those and not _is_outside(page, h)
    }
    return {n for place, n in zip(wanted, numbers, strict=True) if place in seen}


def _places(page: pdfium.Page, texts: Sequence[pdfium.Handle]) -> list[tuple[float, ...]]:
    """The box of each piece of text, in whole points."""
    boxes = page.room.answers(pdfium.bounds, texts, 4, np.float32)
    return [tuple(box) for box in np.round(boxes).tolist()]


def _standing_over_others(boxes: NDArray[np.float64]) -> list[int]:
    """The characters of a page that cover much of the place of the next one on their line, and those."""
    if len(boxes) < 2:
        return []
    middles = (boxes[:, 1] + boxes[:, 3]) / 2
    height = max(median(boxes[:, 3] - boxes[:, 1]), 1.0)
    found: set[int] = set()
    for shift in (0.0, 0.5):
        level = np.floor(middles / height + shift)
        order = np.lexsort((boxes[:, 0], level))
        x0, x1 = boxes[order, 0], boxes[order, 2]
        width = np.maximum(np.minimum(x1[:-1] - x0[:-1], x1[1:] - x0[1:]), 0.5)
        shared = (np.minimum(x1[:-1], x1[1:]) - x0[1:]) / width
        pairs = np.flatnonzero((shared > OVER) & (level[order][1:] == level[order][:-1]))
        found.update(order[pairs].tolist(), order[pairs + 1].tolist())
    return sorted(found)


def _is_outside(page: pdfium.Page, text: pdfium.Handle) -> bool:
    """Whether hardly anything of a piece of text lies within its window."""
    clip = pdfium.clip_of_object(text)
    if not clip or pdfium.paths_of_clip(clip) < 1:
        return False
    box = page.room.answers(pdfium.bounds, [text], 4, np.float32)[0]
    if not box.any():
        return False
    left, bottom, right, top = box.tolist()
    for path in range(pdfium.paths_of_clip(clip)):
        points = [
            pdfium.to_handle(pdfium.point_of_clip(clip, path, k))
            for k in range(pdfium.points_of_clip(clip, path))
        ]
        if not points:
            continue
        places = page.room.answers(pdfium.point, points, 2, np.float32)
        (x0, y0), (x1, y1) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
        across, up = min(right, x1) - max(left, x0), min(top, y1) - max(bottom, y0)
        if across < VISIBLE * (right - left) or up < VISIBLE * (top - bottom):
            return True
    return False


def _is_seen(page: pdfium.Page, number: int, picture: NDArray[np.uint8]) -> bool:
    """Whether the page is dark behind or beside a white character."""
    box = page.room.answers(pdfium.loose_box, [number], 4, np.float32, apart=False, of=page.text)[0]
    if not box.any():
        return True
    left, top, right, bottom = box.tolist()
    corners = page.pixel(left, top), page.pixel(right, bottom)
    (x0, y0), (x1, y1) = np.sort(np.array(corners), axis=0).tolist()
    edge = int((y1 - y0) * EDGE)
    behind = picture[max(y0 + edge, 0) : max(y1 - edge, y0 + edge + 1), max(x0 - 1, 0) : x1 + 2]
    return bool(behind.size) and int(behind.min()) < PAPER
