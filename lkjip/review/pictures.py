"""Pictures of pages and cells, drawn in a process of its own: a page that crashes the drawing stops nothing else."""

import io
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

from lkjip_schemas.place import Box

PAGE_SCALE = 1.4
"""Pixels per point of a page."""
CELL_SCALE = 4.0
CELL_MARGIN = 14.0
MOST_PIXELS = 12_000_000
SECONDS = 20.0
KEPT = 64
"""Pictures kept in memory, about 0.2 MB each."""

Ask = tuple[str, int, tuple[Box, ...], Box | None]


class NoPicture(Exception):
    """The page could not be drawn."""


class Pictures:
    """Draws pages on demand; may be asked from several threads."""

    def __init__(self) -> None:
        """Nothing is started before the first picture."""
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[Ask, bytes] = OrderedDict()
        self._lock = Lock()

    def page(self, pdf: Path, number: int, boxes: Sequence[Box]) -> bytes:
        """PNG of a page with the boxes outlined. NoPicture when it cannot be drawn."""
        return self._picture((str(pdf), number, tuple(boxes), None))

    def cell(self, pdf: Path, number: int, box: Box) -> bytes:
        """PNG of a place, enlarged. NoPicture when it cannot be drawn."""
        return self._picture((str(pdf), number, (box,), box))

    def _picture(self, ask: Ask) -> bytes:
        with self._lock:
            if ask in self._kept:
                self._kept.move_to_end(ask)
                return self._kept[ask]
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
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
        for process in list((pool._processes or {}).values()):
            process.kill()  # it may hang inside the library
        pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Ends the drawing process."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def draw(pdf: str, number: int, boxes: Sequence[Box], crop: Box | None) -> bytes:
    """In the drawing process: PNG of page `number` with `boxes` outlined, or of `crop` alone, enlarged."""
    import pypdfium2
    from PIL import ImageDraw

    book = pypdfium2.PdfDocument(pdf)
    try:
        page = book[number - 1]
        width, height = page.get_size()
        scale = PAGE_SCALE if crop is None else CELL_SCALE
        scale = min(scale, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
        paper = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        book.close()
    pen = ImageDraw.Draw(paper)
    for box in boxes if crop is None else ():
        corners = [v * scale for v in (box.x0 - 2, box.top - 2, box.x1 + 2, box.bottom + 2)]
        pen.rectangle((*corners,), outline=(200, 0, 0), width=3)
    if crop is not None:
        edges = (
            crop.x0 - CELL_MARGIN,
            crop.top - CELL_MARGIN,
            crop.x1 + CELL_MARGIN,
            crop.bottom + CELL_MARGIN,
        )
        left, top, right, bottom = (round(v * scale) for v in edges)
        paper = paper.crop(
            (
                max(left, 0),
                max(top, 0),
                max(min(right, paper.width), left + 1, 1),
                max(min(bottom, paper.height), top + 1, 1),
            )
        )
    stream = io.BytesIO()
    paper.save(stream, "PNG")
    return stream.getvalue()
