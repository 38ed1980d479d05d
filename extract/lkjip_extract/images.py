"""How much of a page pictures cover, whether its text is invisible (an OCR layer), dotted rulings."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from lkjip_extract import pdfium
from lkjip_extract.dotted import Rectangle, dotted_rulings, is_dot
from lkjip_extract.pdfium import Handle
from lkjip_extract.printed_page import Matrix, PrintedPage, drawn, of_kind
from lkjip_extract.ruled_pictures import Area, shows_table
from lkjip_extract.triage import FEW_CHARACTERS, FULL_PAGE_IMAGE, RULED_SHEET, PageImages

_INVISIBLE = 3  # PDF text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)
LEAST_PIXELS = 100_000
"""Pictures of fewer pixels on a page cannot be a table or a page that anybody could read: a fifth of an A4 page at 72
dots an inch. They need not be measured."""
LEAST_TABLE = 0.04
"""Share of a page that a picture covers at least, to be looked at for a table: smaller ones are emblems, signatures."""
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
    apart = largest >= RULED_SHEET and not _bears_text(boxes[shares.index(largest)], page, printed)
    ruled = () if page.rotation else tuple(_ruled(groups, boxes, shares, page, printed))
    return PageImages(largest, min(sum(shares), 1.0), hidden, page.origin, dots, apart, ruled)


def _ruled(
    groups: Sequence[Any],
    boxes: Sequence[Rectangle],
    shares: Sequence[float],
    page: pdfium.Page,
    printed: PrintedPage,
) -> Iterator[Area]:
    """Where pictures without text on them show rulings as a table has."""
    handles = itertools.chain.from_iterable(of_kind(pdfium.IMAGE, *group[:2]) for group in groups)
    for handle, box, share in zip(handles, boxes, shares, strict=True):
        if share < LEAST_TABLE or _bears_text(box, page, printed):
            continue
        grey = pdfium.grey_picture(handle)
        if grey is not None and shows_table(grey):
            (left, bottom, right, top), (across, up) = box, page.origin
            dpi = 72 * grey.shape[1] / (right - left)
            yield Area(left - across, up + page.height - top, right - across, up + page.height - bottom, dpi)


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
