"""Pictures of pages and cells, drawn in a process of its own: a page that crashes the drawing stops nothing else."""

import io
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

from lkjip.worker import begin_worker
from lkjip_schemas.place import Box

PAGE_SCALE = 1.4
"""Pixels per point of a page."""
CELL_SCALE = 4.0
CELL_MARGIN = 14.0
MOST_PIXELS = 12_000_000
SECONDS = 20.0
KEPT = 64
"""Pictures kept in memory, about 0.2 MB each."""

BAND_MARGIN = 60.0
"""Points of the page above and below the outlined cells that a band shows."""
BAND_SHARE = 0.6
"""Cells further apart than this share of the page are shown on the whole page."""


class View(StrEnum):
    """What of a page is drawn: all of it, the band around the outlined cells, or one cell enlarged."""

    PAGE = "page"
    BAND = "band"
    CELL = "cell"


Ask = tuple[str, int, tuple[Box, ...], View]


class NoPicture(Exception):
    """The page could not be drawn."""


class Pictures:
    """Draws pages on demand; may be asked from several threads."""

    def __init__(self) -> None:
        """Nothing is started before the first picture."""
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[Ask, bytes] = OrderedDict()
        self._lock = Lock()

    def draw(self, pdf: Path, number: int, boxes: Sequence[Box], view: View) -> bytes:
        """PNG of a page with the boxes outlined, or of the band or cell where they are. NoPicture when it cannot be
        drawn."""
        ask: Ask = (str(pdf), number, tuple(boxes), view)
        with self._lock:
            if ask in self._kept:
                self._kept.move_to_end(ask)
                return self._kept[ask]
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin_worker)
            pool = self._pool
        try:
            picture = pool.submit(draw, *ask).result(timeout=SECONDS)
        except (BrokenProcessPool, TimeoutError) as error:
            self._restart(pool)
            raise NoPicture("the drawing process died or took too long") from error
        except Exception as error:
            raise NoPicture(str(error)) from error
        with self._lock:
            self._kept[ask] = picture
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return picture

    def _restart(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        _end(pool)

    def close(self) -> None:
        """Ends the drawing process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            _end(pool)


def _end(pool: ProcessPoolExecutor) -> None:
    """Ends the drawing process at once: it may hang inside the library."""
    for process in list((pool._processes or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def draw(pdf: str, number: int, boxes: Sequence[Box], view: View) -> bytes:
    """In the drawing process: PNG of page `number` as `view` says."""
    import pypdfium2
    from PIL import ImageDraw

    book = pypdfium2.PdfDocument(pdf)
    try:
        page = book[number - 1]
        width, height = page.get_size()
        scale = CELL_SCALE if view is View.CELL else PAGE_SCALE
        scale = min(scale, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
        paper = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        book.close()
    if view is not View.CELL:
        pen = ImageDraw.Draw(paper)
        for box in boxes:
            corners = [v * scale for v in (box.x0 - 2, box.top - 2, box.x1 + 2, box.bottom + 2)]
            pen.rectangle((corners[0], corners[1], corners[2], corners[3]), outline=(200, 0, 0), width=3)
    part = _part(boxes, view, width, height)
    if part is not None:
        left, top, right, bottom = (round(v * scale) for v in (part.x0, part.top, part.x1, part.bottom))
        left, top = min(max(left, 0), paper.width - 1), min(max(top, 0), paper.height - 1)
        right, bottom = (
            min(max(right, left + 1), paper.width),
            min(max(bottom, top + 1), paper.height),
        )
        paper = paper.crop((left, top, right, bottom))
    stream = io.BytesIO()
    paper.save(stream, "PNG")
    return stream.getvalue()


def _part(boxes: Sequence[Box], view: View, width: float, height: float) -> Box | None:
    """What of the page is cut out; None for all of it."""
    if view is View.PAGE or not boxes:
        return None
    around = Box.around(boxes)
    if view is View.CELL:
        return Box(
            around.x0 - CELL_MARGIN,
            around.top - CELL_MARGIN,
            around.x1 + CELL_MARGIN,
            around.bottom + CELL_MARGIN,
        )
    if around.height > BAND_SHARE * height:
        return None
    return Box(0, around.top - BAND_MARGIN, width, around.bottom + BAND_MARGIN)
