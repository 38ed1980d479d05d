"""One scanned page: which way is up, lines of text with doubts, rulings. All in pixels of the upright picture."""

import math
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lkjip_extract.scans import engine, tesseract
from lkjip_extract.scans.engine import Image, Quads, Recognised
from lkjip_extract.scans.halftone import without_halftone
from lkjip_extract.scans.rulings import Rulings, find_rulings
from lkjip_schemas.bilingual import both

WHOLE_PAGE = 0.5
"""The picture of a page takes more than this share of it."""
READING = 9
"""Version of this reading; raised when stored readings are to be made anew."""
DPI = 200.0
"""Agreements at 150, 200 and 300 dots per inch were read with the same result."""
MAX_PIXELS = 4200
"""Longest side of the picture; larger pages are read at fewer dots per inch."""
LEAST_PIXELS = 1650
"""Shorter side of the picture, wanted of pages smaller than paper: as A4 has at the usual dots per inch."""
PAPER_POINTS = 420.0, 1000.0
"""The shorter side of paper, from A5 to a little more than A3. Pages outside this are pictures of paper whose dots were
taken for points, and posters."""
USUAL_LINE, LEAST_LINES = 13.2, 10
"""Usual height of a line of text on paper, points (median of the open corpus); so many lines tell that of a page."""
SIDEWAYS = 0.6
"""From this share of lines (by length) that run down the page on, the page lies on its side."""
SECOND_SIZE = 1.6
"""Figures are read a second time from a picture this many times as large."""
EMPTY_DPI = 50.0
"""Dots per inch at which a page without words is looked at;"""
PAPER = 128
"""one that is darker than this on average (0 black, 255 white) is no empty sheet."""
MAX_CHARACTERS = 28
"""Lines of more characters are sentences; a figure in them is not read twice."""

_LOOKALIKE = {"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "ø": "o", "Ø": "O"}
_DIGIT = re.compile(r"\d")
_SENSELESS = re.compile(r"[^0-9A-Za-z,.%]")


@dataclass(frozen=True, slots=True)
class ScanLine:
    """One line of text: its corners, what was read, and the second reading of figures (None: not asked)."""

    quad: tuple[tuple[float, float], ...]
    first: Recognised
    second: str | None = None


@dataclass(frozen=True, slots=True)
class PageScan:
    """What was read of a scanned page.

    `quarters` is the number of quarter turns against the clock that made the picture upright, `width` and `height` its
    size. The page is so many times `enlarged` as large as paper on which its text would have the usual size; `dpi` are
    the dots per inch of that paper, `pixels` those that the file stores of the page, 0 where that is not known.
    """

    quarters: int
    dpi: float
    width: int
    height: int
    lines: tuple[ScanLine, ...]
    rulings: Rulings
    enlarged: float = 1.0
    pixels: float = 0.0


@contextmanager
def _opened(path: Path, number: int) -> Iterator[Any]:
    """Page `number` (from 1) as pypdfium2 has it, for as long as the block goes on."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        yield document[number - 1]
    finally:
        document.close()


def render(path: Path, number: int) -> tuple[Image, float]:
    """The picture of page `number` (from 1) as displayed, and its dots per inch."""
    with _opened(path, number) as page:
        shorter, longest = (max(side / 72, 0.1) for side in sorted(page.get_size()))
        wanted = max(DPI, LEAST_PIXELS / shorter) if 72 * shorter < PAPER_POINTS[0] else DPI
        dpi = min(wanted, MAX_PIXELS / longest)
        picture = page.render(scale=dpi / 72, rev_byteorder=False).to_numpy()
        return np.ascontiguousarray(picture[:, :, :3]), dpi


def stored_pixels(path: Path, number: int) -> float:
    """Dots per inch that the file stores of the picture that makes up page `number` (from 1), of the sharpest one of
    several; 0 for none."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    with _opened(path, number) as page:
        whole = page.get_width() * page.get_height()
        found = [0.0]
        for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
            a, b, c, d, *_ = image.get_matrix().get()
            area = abs(a * d - b * c)
            if area > WHOLE_PAGE * whole:
                size = image.get_metadata()
                found.append(72 * math.sqrt(size.width * size.height / area))
        return max(found)


def why_nothing_seen(path: Path, number: int) -> str:
    """Why no word was seen on page `number` (from 1), in both languages; empty for an empty sheet of paper.

    Paper shows some grain. A picture that cannot be decoded leaves a page without any, or a black one.
    """
    import pypdfium2
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    with _opened(path, number) as page:
        for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
            try:
                image.get_bitmap()
            except pypdfium2.PdfiumError:
                return both(
                    "gambar halaman ini tidak dapat dibuka (rusak atau terlalu besar); lihat halamannya sendiri",
                    "the picture of this page cannot be opened (damaged or too large); look at the page itself",
                )
        picture = page.render(scale=EMPTY_DPI / 72, grayscale=True).to_numpy()
    if picture.mean() < PAPER or not np.ptp(picture):
        return both(
            "tidak ada tulisan yang terlihat pada gambar halaman ini (kosong atau rusak); lihat halamannya sendiri",
            "no writing is seen in the picture of this page (empty or damaged); look at the page itself",
        )
    return ""


def read_picture(picture: Image, dpi: float) -> PageScan:
    """Read the picture (height, width, 3) of one page."""
    import cv2

    printed, picture = picture, without_halftone(picture, dpi)
    shaded = picture is not printed
    quads = engine.detect(picture)
    quarters = 0
    if _on_its_side(quads):
        quarters, quads = 1, _turned(quads, picture.shape)
        printed, picture = _quarter_turned(printed), _quarter_turned(picture)
    lines = engine.cut(picture, quads)
    first = [] if quarters else engine.recognise(lines)
    if engine.upside_down(lines, first):
        for _ in range(2):
            quads = _turned(quads, picture.shape)
            printed, picture = _quarter_turned(printed), _quarter_turned(picture)
        quarters += 2
        lines, first = engine.cut(picture, quads), []
    first = first or engine.recognise(lines)
    # Points of figures may have gone with the dots of shading: the second reading is of what is printed.
    second = _second_readings(engine.cut(printed, quads) if shaded else lines, first)
    first = [_plain(reading) for reading in first]
    found = tuple(
        ScanLine(tuple((float(x), float(y)) for x, y in quad), reading, second.get(i))
        for i, (quad, reading) in enumerate(zip(quads, first, strict=True))
        if reading.text.strip()
    )
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    enlarged = _enlarged(quads, picture.shape, dpi)
    rulings = find_rulings(grey, dpi * enlarged, quads)
    return PageScan(quarters, dpi * enlarged, picture.shape[1], picture.shape[0], found, rulings, enlarged)


def _quarter_turned(picture: Image) -> Image:
    return np.ascontiguousarray(np.rot90(picture))


def _enlarged(quads: Quads, shape: tuple[int, ...], dpi: float) -> float:
    """How many times as large as usual the text of a page is that is no paper; 1 where nothing tells."""
    least, most = PAPER_POINTS
    if least <= min(shape[:2]) * 72 / dpi <= most or len(quads) < LEAST_LINES:
        return 1.0
    heights = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    return float(np.median(heights)) * 72 / dpi / USUAL_LINE


def _plain(reading: Recognised) -> Recognised:
    """Letters with marks that Indonesian does not use ("jumłah", "juınlah") as the plain ones."""
    text = "".join(_plain_letter(symbol) for symbol in reading.text)
    return Recognised(text, reading.positions, reading.scores)


def _plain_letter(symbol: str) -> str:
    if symbol.isascii() or not symbol.isalpha():
        return symbol
    base = unicodedata.normalize("NFKD", _LOOKALIKE.get(symbol, symbol))[0]
    return base if base.isascii() else symbol


def _on_its_side(quads: Quads) -> bool:
    if not len(quads):
        return False
    across = np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1)
    down = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    standing = np.ptp(quads[:, :, 1], axis=1) > 1.5 * np.ptp(quads[:, :, 0], axis=1)
    length = np.maximum(across, down)
    return bool(length[standing].sum() > SIDEWAYS * length.sum())


def _turned(quads: Quads, shape: tuple[int, ...]) -> Quads:
    """Corners after a quarter turn of the picture of `shape` against the clock."""
    x, y = quads[:, :, 0], quads[:, :, 1]
    moved = np.stack([y, shape[1] - 1 - x], axis=2)
    return np.roll(moved, -1, axis=1)  # the top right corner is now the top left one


def _second_readings(lines: list[Image], first: list[Recognised]) -> dict[int, str]:
    """Figures read again from larger pictures with a margin: another grid of pixels, other mistakes.

    Where the engine agrees with itself and Tesseract sees another digit, Tesseract's is the other reading.
    """
    import cv2

    asked = [
        i
        for i, reading in enumerate(first)
        if _DIGIT.search(reading.text) and len(reading.text) <= MAX_CHARACTERS
    ]
    again = []
    for i in asked:
        line = cv2.copyMakeBorder(lines[i], 3, 3, 6, 6, cv2.BORDER_REPLICATE)
        line = cv2.resize(line, None, fx=SECOND_SIZE, fy=SECOND_SIZE, interpolation=cv2.INTER_LANCZOS4)
        again.append(cv2.GaussianBlur(line, (3, 3), 0))
    second = {i: _plain(reading).text for i, reading in zip(asked, engine.recognise(again), strict=True)}
    agreed = [i for i in asked if agree(second[i], first[i].text)]
    for i, opinion in zip(agreed, tesseract.opinions([lines[i] for i in agreed]), strict=True):
        if tesseract.contradicts(opinion, first[i].text):
            second[i] = opinion
    return second


def agree(one: str, other: str) -> bool:
    """Whether two readings say the same: figures, letters, marks; blanks do not count."""
    return _SENSELESS.sub("", one) == _SENSELESS.sub("", other)
