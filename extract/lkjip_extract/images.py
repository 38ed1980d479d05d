"""How much of a page pictures cover, whether its text is invisible (an OCR layer), dotted rulings."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from lkjip_extract import pdfium
from lkjip_extract.dotted import Rectangle, dotted_rulings, is_dot
from lkjip_extract.pdfium import Handle
from lkjip_extract.printed_page import Matrix, PrintedPage, drawn, of_kind
from lkjip_extract.ruled_pictures import Area, shows_table
from lkjip_extract.triage import FEW_CHARACTERS, FULL_PAGE_IMAGE, LARGE_IMAGE, PageImages

PASTED_SHEET, RULED_SHEET, BESIDE_SHEET = 0.5, 0.35, 300
"""A picture of paper that covers the first share of a page, or one with the rulings of a table the second, with no text
on it and not more characters than this beside it, is a scanned sheet between the head and the foot of a report."""
_INVISIBLE = 3  # PDF text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)
LEAST_PIXELS = 100_000
"""Pictures of fewer pixels on a page cannot be a table or a page that anybody could read: a fifth of an A4 page at 72
dots an inch. They need not be measured."""
LEAST_TABLE = 0.04
"""Share of a page that a picture covers at least, to be looked at for a table: smaller ones are emblems, signatures."""
PAPER_GREY, PAPER_SPREAD, PAPER_SHARE, PAPER_STEP = 110, 30, 0.5, 4
"""The ground of a scanned sheet is at least so light (0 black to 255 white); this share of its pixels differ by no more
grey levels from it. Every fourth row and column is looked at."""
EDGES, LARGEST_HEAD = 130.0, 22.0
"""Points from the edges of a page within which a running head and foot stand, and the height of their letters."""
THIN_PIXELS = 4
"""Pictures of so few pixels across or down may be dots of a ruling."""


def images_of(page: pdfium.Page, printed: PrintedPage, characters: int) -> PageImages:
    """The pictures of a page that prints so many characters, measured where they can matter."""
    if characters >= FEW_CHARACTERS and not _worth_measuring(printed.pictures):
        return PageImages(origin=page.origin)
    groups = list(drawn(page))
    boxes_of = [_image_boxes(page.room, *group) for group in groups]
    boxes = list(itertools.chain.from_iterable(boxes_of))
    width, height = printed.width, printed.height
    area = max(width * height, 1.0)
    shares = [min(_visible_area(box, width, height) / area, 1.0) for box in boxes]
    largest = max(shares, default=0.0)
    hidden = largest >= FULL_PAGE_IMAGE and _text_is_hidden(groups, boxes_of, area, width, height)
    dots = tuple(dotted_rulings([box for box in boxes if is_dot(box)]))
    scanned = characters < FEW_CHARACTERS and sum(shares) >= LARGE_IMAGE  # whatever the pictures show
    ruled = () if page.rotation or scanned else tuple(_ruled(groups, boxes, shares, page, printed))
    k = shares.index(largest) if shares else 0
    sheet = (
        characters <= BESIDE_SHEET
        and not (page.rotation or scanned)
        and largest >= RULED_SHEET
        and _only_head_and_foot(printed)
        and not _bears_text(boxes[k], page, printed)
        and (largest >= PASTED_SHEET or _on_page(boxes[k], page, 0.0)[:4] in {area[:4] for area in ruled})
        and _is_paper(next(itertools.islice(_handles(groups), k, None)))
    )
    return PageImages(largest, min(sum(shares), 1.0), hidden, page.origin, dots, sheet, ruled)


def _handles(groups: Sequence[Any]) -> Iterator[Handle]:
    """The pictures of a page in the order in which they are drawn."""
    return itertools.chain.from_iterable(of_kind(pdfium.IMAGE, *group[:2]) for group in groups)


def _only_head_and_foot(printed: PrintedPage) -> bool:
    """Whether all text of a page stands in small letters near its upper and lower edge."""
    top, bottom = printed.boxes[:, 1], printed.boxes[:, 3]
    small = bottom - top <= LARGEST_HEAD
    return bool((small & ((bottom <= EDGES) | (top >= printed.height - EDGES))).all())


def _is_paper(handle: Handle) -> bool:
    """Whether a picture has one light ground, as paper has and photos have not."""
    grey = pdfium.grey_picture(handle)
    if grey is None:
        return True
    counts = np.bincount(grey[::PAPER_STEP, ::PAPER_STEP].ravel(), minlength=256)
    near = np.convolve(counts[1:], np.ones(2 * PAPER_SPREAD + 1, dtype=counts.dtype), "same")
    ground = 1 + int(near.argmax())
    return ground >= PAPER_GREY and bool(near.max() >= PAPER_SHARE * counts.sum())


def _ruled(
    groups: Sequence[Any],
    boxes: Sequence[Rectangle],
    shares: Sequence[float],
    page: pdfium.Page,
    printed: PrintedPage,
) -> Iterator[Area]:
    """Where pictures without text on them show rulings as a table has."""
    for handle, box, share in zip(_handles(groups), boxes, shares, strict=True):
        if share < LEAST_TABLE or _bears_text(box, page, printed):
            continue
        grey = pdfium.grey_picture(handle)
        if grey is not None and shows_table(grey):
            left, bottom, right, top = box
            yield _on_page(box, page, 72 * math.sqrt(grey.size / ((right - left) * (top - bottom))))


def _on_page(box: Rectangle, page: pdfium.Page, dpi: float) -> Area:
    """The box of a picture, however it is turned, from the top left corner of the page."""
    (left, bottom, right, top), (across, up) = box, page.origin
    return Area(left - across, up + page.height - top, right - across, up + page.height - bottom, dpi)


def _bears_text(box: Rectangle, page: pdfium.Page, printed: PrintedPage) -> bool:
    """Whether text is printed on the picture in this box."""
    left, bottom, right, top = box
    across, up = page.origin
    middles = (printed.boxes[:, :2] + printed.boxes[:, 2:]) / 2
    x, y = middles[:, 0] + across, up + page.own_size[1] - middles[:, 1]
    return bool(((left < x) & (x < right) & (bottom < y) & (y < top)).any())


def _worth_measuring(pictures: Sequence[tuple[int, int]]) -> bool:
    """Whether pictures of so many pixels across and down can be read by anybody, or may be dots of a ruling."""
    return (
        any(min(size) <= THIN_PIXELS for size in pictures)
        or sum(across * down for across, down in pictures) >= LEAST_PIXELS
    )


def _image_boxes(
    room: pdfium.Room, handles: Sequence[Handle], kinds: Sequence[int], matrix: Matrix
) -> list[Rectangle]:
    """Where pictures stand, in the frame of the PDF before /Rotate."""
    images = of_kind(pdfium.IMAGE, handles, kinds)
    left, bottom, right, top = room.answers(pdfium.bounds, images, 4, np.float32).astype(float).T
    a, b, c, d, e, f = matrix
    x = np.stack([a * s + c * t + e for s in (left, right) for t in (bottom, top)])
    y = np.stack([b * s + d * t + f for s in (left, right) for t in (bottom, top)])
    return list(zip(*(side.tolist() for side in (x.min(0), y.min(0), x.max(0), y.max(0))), strict=True))


def _visible_area(box: Rectangle, width: float, height: float) -> float:
    # Boxes are in the frame before /Rotate; an area does not mind, the clipping hardly.
    left, bottom, right, top = box
    side = max(width, height)
    across = min(right, side) - max(left, 0.0)
    down = min(top, side) - max(bottom, 0.0)
    return max(across, 0.0) * max(down, 0.0)


def _text_is_hidden(
    groups: Sequence[Any], boxes_of: Sequence[list[Rectangle]], area: float, width: float, height: float
) -> bool:
    """Whether most text is invisible, or lies under a full-page picture that is drawn after it."""
    seen = hidden = uncovered = 0
    for (handles, kinds, _), own in zip(groups, boxes_of, strict=True):
        boxes = iter(own)
        for handle, kind in zip(handles, kinds, strict=True):
            if kind == pdfium.TEXT:
                seen += 1
                uncovered += 1
                hidden += pdfium.render_mode(handle) == _INVISIBLE
            elif kind == pdfium.IMAGE and _visible_area(next(boxes), width, height) >= FULL_PAGE_IMAGE * area:
                uncovered = 0
    return seen > 0 and (hidden * 2 > seen or uncovered * 2 < seen)
