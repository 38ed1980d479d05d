"""How much of each page pictures cover, whether its text is invisible (an OCR layer), dotted rulings.

Pictures are measured by pdfium, which has to read the whole page for it. Most pages of a text report
name no picture among their resources, or a letterhead only; for those the page dictionary, read by playa,
is enough.
"""

import ctypes
import logging
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from lkjip_extract.dotted import Rectangle, dotted_rulings, is_dot
from lkjip_extract.hidden_text import prints_white, unseen_characters
from lkjip_extract.triage import FEW_CHARACTERS, FULL_PAGE_IMAGE, PageImages

if TYPE_CHECKING:  # loaded for the first page that has to be measured
    import pypdfium2

logging.getLogger("playa").addHandler(logging.NullHandler())  # its warnings are no words for users
_INVISIBLE = 3  # PDF text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)
_MAX_OBJECTS = 20_000
"""Beyond this many objects a page is a drawing; the first ones tell enough."""
_FORM_DEPTH = 3
"""Forms inside forms are followed this deep; deeper ones are taken to hold pictures."""
LEAST_PIXELS = 100_000
"""Pictures of fewer pixels on a page cannot be a table or a page that anybody could read: a fifth of an A4 page at 72
dots an inch. They need not be measured."""
MOST_COMMANDS, MOST_PACKED = 20_000_000, 200_000
"""Bytes of a page's commands that are looked at; those packed in rare ways are not unpacked where they are more."""
THIN_PIXELS = 4
"""Pictures of so few pixels across or down may be dots of a ruling."""


class Pictures:
    """The pictures of a PDF, page by page (pages count from 0).

    A page whose pictures cannot be counted is taken as one without.
    """

    def __init__(self, path: Path, total: int) -> None:
        self._path = path
        self._document: pypdfium2.PdfDocument | None = None
        self._named: list[_Named] = []
        with suppress(Exception):  # playa refuses some files that pdfium opens: pdfium looks at all
            named = list(_named_pictures(path))
            self._named = named if len(named) == total else []

    def __enter__(self) -> Self:
        """Nothing is opened before it is needed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        if self._document is not None:
            self._document.close()

    def origin(self, index: int) -> tuple[float, float]:
        """Left and bottom of the page's box, points."""
        if self._named:
            return self._named[index].origin
        return self._measured(index).origin

    def of(self, index: int, characters: int) -> PageImages:
        """The pictures of a page that prints so many characters.

        Pages with few characters are always measured: a picture drawn inside the page's own commands
        is not named among its resources.
        """
        if self._named and not self._named[index].worth_measuring and characters >= FEW_CHARACTERS:
            return PageImages(origin=self._named[index].origin)
        return self._measured(index)

    def unseen(self, index: int) -> dict[int, str]:
        """The characters of a page that are white on white, by their number in its text layer."""
        if not self._named or not self._named[index].white_text:
            return {}
        with suppress(Exception), closing(self.document[index]) as page:  # pdfium may refuse the page
            return unseen_characters(page)
        return {}

    @property
    def document(self) -> "pypdfium2.PdfDocument":
        """The file as pdfium opens it (once, at the first use); what pdfium refuses, it raises."""
        import pypdfium2

        if self._document is None:
            self._document = pypdfium2.PdfDocument(self._path)
        return self._document

    def _measured(self, index: int) -> PageImages:
        try:
            page = self.document[index]
            try:
                return _images_of(page)
            finally:
                page.close()
        except Exception:  # noqa: BLE001 - pdfium refuses some pages that tablers opens
            return PageImages()


class _Named:
    """What a page dictionary says: whether the pictures it names can matter, and where the page's box begins; and
    whether the page prints text in white."""

    __slots__ = ("origin", "white_text", "worth_measuring")

    def __init__(self, origin: tuple[float, float], worth_measuring: bool, white_text: bool) -> None:
        self.origin = origin
        self.worth_measuring = worth_measuring
        self.white_text = white_text


def _named_pictures(path: Path) -> Iterator[_Named]:
    from playa.document import Document
    from playa.pdftypes import ObjRef

    class Finite(Document):
        """Refuses objects that are only references to others: playa follows a ring of them for ever."""

        def __getitem__(self, objid: int) -> Any:
            found = super().__getitem__(objid)
            if isinstance(found, ObjRef):
                raise ValueError(f"object {objid} is a reference")
            return found

    # The bytes, not the file: playa maps a file into memory, and one that is cut off meanwhile ends the process.
    with Finite(path.read_bytes()) as document:
        for page in document.pages:
            left, bottom, _, _ = page.cropbox
            measuring = _pixels(page.resources) >= LEAST_PIXELS
            yield _Named((left, bottom), measuring, _may_print_white(page.streams))


def _may_print_white(streams: Iterable[Any]) -> bool:
    """Whether the commands of a page print text in white, or cannot be read here."""
    try:
        return any(prints_white(_commands(stream)) for stream in streams)
    except Exception:  # noqa: BLE001 - playa and zlib raise much; pdfium looks then
        return True


def _commands(stream: Any) -> bytes:
    """The commands of a page, unpacked without playa where that is easy: it keeps what it has unpacked, and the
    commands of all pages are many."""
    from playa.pdftypes import literal_name

    packed = [literal_name(name) for name in stream.filters]
    if packed == ["FlateDecode"] and not stream.decipher:
        return zlib.decompressobj().decompress(stream.rawdata, MOST_COMMANDS)
    if len(stream.rawdata) > MOST_PACKED:
        raise ValueError("too much to unpack")
    return bytes(stream.buffer)


def _pixels(resources: Any, depth: int = 0) -> int:
    """Pixels of the pictures that are named; enough to be measured where one may be a dot, or is too deep to see."""
    from playa.pdftypes import dict_value, int_value, literal_name, resolve1, stream_value

    total = 0
    for drawing in dict_value(dict_value(resources).get("XObject") or {}).values():
        attributes = stream_value(drawing).attrs
        kind = literal_name(resolve1(attributes.get("Subtype")))
        if kind == "Image":
            across, down = int_value(attributes.get("Width")), int_value(attributes.get("Height"))
            total += LEAST_PIXELS if min(across, down) <= THIN_PIXELS else across * down
        elif kind == "Form":
            inner = attributes.get("Resources") or {}
            total += LEAST_PIXELS if depth >= _FORM_DEPTH else _pixels(inner, depth + 1)
    return total


def _images_of(page: "pypdfium2.PdfPage") -> PageImages:
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    area = max(width * height, 1.0)
    largest = total = 0.0
    dots = []
    for kind, handle in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            bounds = _bounds(handle)
            if is_dot(bounds):
                dots.append(bounds)
            share = min(_visible_area(bounds, width, height) / area, 1.0)
            largest = max(largest, share)
            total += share
    invisible = largest >= FULL_PAGE_IMAGE and _text_is_hidden(page, area, width, height)
    left, bottom, _, _ = page.get_cropbox()
    return PageImages(largest, min(total, 1.0), invisible, (left, bottom), tuple(dotted_rulings(dots)))


def _objects(page: "pypdfium2.PdfPage") -> Iterator[tuple[int, object]]:
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)
    for i in range(count):
        handle = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            for k in range(min(pdfium.FPDFFormObj_CountObjects(handle), _MAX_OBJECTS)):
                inner = pdfium.FPDFFormObj_GetObject(handle, k)
                yield pdfium.FPDFPageObj_GetType(inner), inner
        else:
            yield kind, handle


def _bounds(handle: object) -> Rectangle:
    """Where an object stands, in the frame before /Rotate; nowhere when pdfium does not know."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _visible_area(bounds: Rectangle, width: float, height: float) -> float:
    # Bounds are in the frame before /Rotate; an area does not mind, the clipping hardly.
    left, bottom, right, top = bounds
    side = max(width, height)
    across = min(right, side) - max(left, 0.0)
    down = min(top, side) - max(bottom, 0.0)
    return max(across, 0.0) * max(down, 0.0)


def _text_is_hidden(page: "pypdfium2.PdfPage", area: float, width: float, height: float) -> bool:
    """Whether most text is invisible, or lies under a full-page picture that is drawn after it."""
    import pypdfium2.raw as pdfium

    seen = hidden = uncovered = 0
    for kind, handle in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            seen += 1
            uncovered += 1
            hidden += pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE
        elif (
            kind == pdfium.FPDF_PAGEOBJ_IMAGE
            and _visible_area(_bounds(handle), width, height) >= FULL_PAGE_IMAGE * area
        ):
            uncovered = 0
    return seen > 0 and (hidden * 2 > seen or uncovered * 2 < seen)
