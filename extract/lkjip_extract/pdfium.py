"""pdfium asked directly: the copy of the library that tablers brings and has already loaded.

tablers reads all characters and paths of a page before it gives the page, and asks pdfium for the size and rotation of
the page again for each coordinate; that is most of its time. Asked by `map` over a whole page, pdfium gives the same
numbers in less. It is the same copy, because boxes of characters differ between versions of pdfium.

Functions let no other thread run meanwhile. Those that are asked of each character and each object take their arguments
as they are (`Handle`, a small number, or a place of `Room`): ctypes does not look at them again, which halves a call.
"""

import ctypes
import itertools
import math
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import tablers

from lkjip_extract.next_page import NextPage

if TYPE_CHECKING:
    import pypdfium2
    from numpy.typing import NDArray

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
"""Kinds of objects on a page (FPDF_PAGEOBJ_ in pdfium's fpdf_edit.h)."""
LINETO, BEZIERTO, MOVETO = 0, 1, 2
"""Kinds of points of a path (FPDF_SEGMENT_)."""
_PASSWORD = 4
"""pdfium's number for a file that wants a password (FPDF_ERR_PASSWORD)."""

Handle = Any
"""What stands for an open page, a text layer or an object, ready to be passed on; None is none."""

_library = ctypes.PyDLL(str(tablers.get_default_pdfium_path()))
_free_library = ctypes.CDLL(str(tablers.get_default_pdfium_path()))
"""The same, for functions that let other threads run meanwhile."""
_Handle, _int, _uint, _float = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_float

to_handle: Callable[[int | None], Handle] = _Handle.from_param
"""What stands for the address that pdfium gave."""


def _function(name: str, result: Any, *arguments: Any, library: ctypes.CDLL = _library) -> Callable[..., Any]:
    function = library[name]
    function.restype, function.argtypes = result, arguments
    return function


def _asked_often(name: str, result: Any = _int) -> Callable[..., Any]:
    """A function whose arguments are passed as they are."""
    function = _library[name]
    function.restype = result
    return function


def _answers(name: str) -> Callable[..., None]:
    """A function that writes its answer where `Room` has it; what it returns is not looked at, which is faster."""
    return _asked_often(name, None)


_load_document = _function("FPDF_LoadDocument", _Handle, ctypes.c_char_p, ctypes.c_char_p)
_close_document = _function("FPDF_CloseDocument", None, _Handle)
_last_error = _function("FPDF_GetLastError", ctypes.c_ulong)
_page_count = _function("FPDF_GetPageCount", _int, _Handle)
_load_page = _function("FPDF_LoadPage", _Handle, _Handle, _int)
_close_page = _function("FPDF_ClosePage", None, _Handle)
_page_width = _function("FPDF_GetPageWidthF", _float, _Handle)
_page_height = _function("FPDF_GetPageHeightF", _float, _Handle)
_page_rotation = _function("FPDFPage_GetRotation", _int, _Handle)
_page_box = _function("FPDF_GetPageBoundingBox", _int, _Handle, _Handle)
_double = ctypes.c_double
_to_pixel = _function(
    "FPDF_PageToDevice", _int, _Handle, *[_int] * 5, *[_double] * 2, *[ctypes.POINTER(_int)] * 2
)
_new_bitmap = _function("FPDFBitmap_CreateEx", _Handle, _int, _int, _int, _Handle, _int)
_draw_page = _function("FPDF_RenderPageBitmap", None, _Handle, _Handle, *[_int] * 6)
_bitmap_of_image = _function("FPDFImageObj_GetBitmap", _Handle, _Handle)
_bitmap_size = tuple(
    _function(f"FPDFBitmap_Get{name}", _int, _Handle) for name in ("Height", "Width", "Stride", "Format")
)
_bitmap_buffer = _function("FPDFBitmap_GetBuffer", _Handle, _Handle)
_destroy_bitmap = _function("FPDFBitmap_Destroy", None, _Handle)
_load_text = _function("FPDFText_LoadPage", _Handle, _Handle)
_load_page_freely = _function("FPDF_LoadPage", _Handle, _Handle, _int, library=_free_library)
_load_text_freely = _function("FPDFText_LoadPage", _Handle, _Handle, library=_free_library)
_close_text = _function("FPDFText_ClosePage", None, _Handle)

text_of_page = _function("FPDFText_GetText", _int, _Handle, _int, _int, _Handle)
characters = _function("FPDFText_CountChars", _int, _Handle)
symbol = _asked_often("FPDFText_GetUnicode", _uint)
loose_box = _answers("FPDFText_GetLooseCharBox")
matrix_of_character = _answers("FPDFText_GetMatrix")
color_of_character = _answers("FPDFText_GetFillColor")
objects_on_page = _function("FPDFPage_CountObjects", _int, _Handle)
object_of_page = _asked_often("FPDFPage_GetObject", _Handle)
objects_in_form = _function("FPDFFormObj_CountObjects", _int, _Handle)
object_of_form = _function("FPDFFormObj_GetObject", _Handle, _Handle, ctypes.c_ulong)
kind = _asked_often("FPDFPageObj_GetType")
bounds = _answers("FPDFPageObj_GetBounds")
matrix = _answers("FPDFPageObj_GetMatrix")
fill_color = _answers("FPDFPageObj_GetFillColor")
stroke_color = _answers("FPDFPageObj_GetStrokeColor")
stroke_width = _answers("FPDFPageObj_GetStrokeWidth")
draw_mode = _answers("FPDFPath_GetDrawMode")
segment_count = _asked_often("FPDFPath_CountSegments")
segment = _asked_often("FPDFPath_GetPathSegment", _Handle)
segment_type = _asked_often("FPDFPathSegment_GetType")
point = _answers("FPDFPathSegment_GetPoint")
image_pixels = _answers("FPDFImageObj_GetImagePixelSize")
clip_of_object = _asked_often("FPDFPageObj_GetClipPath", _Handle)
paths_of_clip = _function("FPDFClipPath_CountPaths", _int, _Handle)
points_of_clip = _function("FPDFClipPath_CountPathSegments", _int, _Handle, _int)
point_of_clip = _function("FPDFClipPath_GetPathSegment", _Handle, _Handle, _int, _int)
object_of_character = _asked_often("FPDFText_GetTextObject", _Handle)
render_mode = _asked_often("FPDFTextObj_GetTextRenderMode")


_BYTES = {1: 1, 2: 3, 3: 4, 4: 4}
"""Bytes of a pixel by the format of a bitmap (FPDFBitmap_Gray, _BGR, _BGRx, _BGRA)."""


def grey_picture(image: Handle) -> "NDArray[np.uint8] | None":
    """A picture as it is stored (height, width), 0 black to 255 white: grey, or the green of its colours; None where
    pdfium cannot give it."""
    bitmap = _bitmap_of_image(image)
    if not bitmap:
        return None
    try:
        height, width, stride, form = (int(ask(bitmap)) for ask in _bitmap_size)
        pixel = _BYTES.get(form, 0)
        if not pixel or height * width == 0:
            return None
        memory = ctypes.string_at(_bitmap_buffer(bitmap), stride * height)
    finally:
        _destroy_bitmap(bitmap)
    rows = np.frombuffer(memory, dtype=np.uint8).reshape(height, stride)[:, : width * pixel]
    return rows.reshape(height, width, pixel)[:, :, min(1, pixel - 1)]


class PdfiumError(RuntimeError):
    """pdfium does not open a file or a page."""


class PasswordNeeded(PdfiumError):
    """The file is locked with a password."""


class Room:
    """Where pdfium writes what it answers: room for numbers of four bytes, whose places are kept ready.

    An open document has one, which one thread uses; a closed one leaves it to the next.
    """

    AT_ONCE = 1024
    """So many things are asked before the answers are taken away."""
    MOST_NUMBERS = 6
    """Numbers of one answer (a matrix)."""

    def __init__(self) -> None:
        self._memory = (ctypes.c_uint32 * (self.AT_ONCE * self.MOST_NUMBERS))()
        self._places = [ctypes.byref(self._memory, 4 * i) for i in range(len(self._memory))]
        self._steps: dict[tuple[int, int], list[Any]] = {}

    def answers(
        self,
        ask: Callable[..., None],
        things: Sequence[Any],
        count: int,
        kind: type,
        apart: bool = True,
        of: Handle = None,
    ) -> Any:
        """What pdfium says of each thing in so many numbers.

        Of n things it gives an array of n by `count`, of a `kind` of four bytes, with 0 where pdfium says nothing. It
        wants the place of each number (`apart`), or of all together; and, where the things are numbers, the handle of
        what they are numbers `of`.
        """
        numbers: Any = np.empty((len(things), count), dtype=kind)
        memory: Any = np.frombuffer(self._memory, dtype=kind)  # type: ignore[call-overload]
        places = [self._every(first, count) for first in (range(count) if apart else (0,))]
        owners = () if of is None else (itertools.repeat(of),)
        for begin in range(0, len(things), self.AT_ONCE):
            some = things[begin : begin + self.AT_ONCE]
            memory[: len(some) * count] = 0
            deque(map(ask, *owners, some, *places), maxlen=0)
            numbers[begin : begin + len(some)] = memory[: len(some) * count].reshape(-1, count)
        return numbers

    def _every(self, first: int, step: int) -> list[Any]:
        """The places from the first one on, in steps of so many."""
        if (first, step) not in self._steps:
            self._steps[first, step] = self._places[first::step]
        return self._steps[first, step]


_GREY = 1
"""One byte for a pixel (FPDFBitmap_Gray)."""
_AS_SEEN = 0x01 | 0x08
"""With annotations, without colours (FPDF_ANNOT, FPDF_GRAYSCALE)."""


class Page:
    """An open page. `text` is the handle of its text layer; `width` and `height` as displayed, points; `rotation` its
    /Rotate in degrees; `own_size` its width and height before that; `origin` the left and bottom of its box; `room`
    where answers about it are written."""

    def __init__(self, handle: Handle, text: Handle, room: Room) -> None:
        self.handle = handle
        self.text = text
        self.room = room
        self.width = float(_page_width(handle))
        self.height = float(_page_height(handle))
        self.rotation = 90 * int(_page_rotation(handle))
        size = self.width, self.height
        self.own_size = size[::-1] if self.rotation in (90, 270) else size
        box = (ctypes.c_float * 4)()
        _page_box(handle, ctypes.addressof(box))
        self.origin = (float(box[0]), float(box[3]))

    def picture(self) -> "NDArray[np.uint8]":
        """The page as displayed (height, width), a pixel for each point, 0 black to 255 white."""
        height, width = math.ceil(self.height), math.ceil(self.width)
        picture = np.full((height, width), 255, dtype=np.uint8)
        bitmap = _new_bitmap(width, height, _GREY, picture.ctypes.data, width)
        if not bitmap:
            raise PdfiumError("the page cannot be drawn")
        try:
            _draw_page(bitmap, self.handle, 0, 0, width, height, 0, _AS_SEEN)
        finally:
            _destroy_bitmap(bitmap)
        return picture

    def pixel(self, x: float, y: float) -> tuple[int, int]:
        """The column and the row of `picture` that show a point of the PDF."""
        across, down = _int(), _int()
        _to_pixel(self.handle, 0, 0, math.ceil(self.width), math.ceil(self.height), 0, x, y, across, down)
        return across.value, down.value


_left: list[Room] = []
"""Rooms that closed documents have left."""
_open: list["Document"] = []
"""Files that are open. (Who opens files by tablers, too, in another thread, is to close these first.)"""
_opening = Lock()
"""Held while a file is opened, and while a page begins to be loaded ahead."""


def _closed(handle: Handle = None, text: Handle = None) -> None:
    """Close a page and its text, as far as they are open."""
    if text is not None:
        _close_text(text)
    if handle is not None:
        _close_page(handle)


class Document:
    """An open file. Raises PasswordNeeded or PdfiumError where pdfium does not open it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._other: pypdfium2.PdfDocument | None = None
        self._next: NextPage | None = None
        self._ahead_of = 0
        self._pages_open = 0
        self._room = _left.pop() if _left else Room()
        with _opening:
            for document in _open:
                document._wait()
            self._handle = _load_document(os.fsencode(path), None)
            if not self._handle:
                if _last_error() == _PASSWORD:
                    raise PasswordNeeded("password needed")
                raise PdfiumError("pdfium does not open the file")
            self._pages = int(_page_count(self._handle))
            _open.append(self)

    def __len__(self) -> int:
        """Number of its pages."""
        return self._pages

    def load_ahead(self, pages: int) -> None:
        """From now on load the page that follows while one is worked on, of the first `pages`; for reading them in
        their order. Without a thread for it they are loaded when they are asked for."""
        if self._next is None:
            with suppress(RuntimeError):
                self._next = NextPage(self._loaded_freely)
        self._ahead_of = min(pages, self._pages)

    def _loaded_freely(self, index: int) -> tuple[Handle, Handle]:
        """The handles of a page and of its text, None where pdfium gives none; Python goes on meanwhile."""
        handle = to_handle(_load_page_freely(self._handle, index))
        return handle, None if handle is None else to_handle(_load_text_freely(handle))

    def _loaded(self, index: int) -> tuple[Handle, Handle]:
        """The handles of a page and of its text, None where pdfium gives none."""
        if self._next is not None:
            ahead, handles = self._next.take()
            if ahead == index:
                return handles
            _closed(*handles)
        handle = to_handle(_load_page(self._handle, index))
        return handle, None if handle is None else to_handle(_load_text(handle))

    def _begin(self, index: int) -> None:
        """Load page `index` ahead, if it is one of those and no other page or file is open."""
        if self._next is None or index >= self._ahead_of or self._pages_open:
            return
        with _opening:
            if len(_open) == 1:
                self._next.begin(index)

    def _wait(self) -> None:
        """Until no page is being loaded."""
        if self._next is not None:
            self._next.wait()

    @contextmanager
    def page(self, index: int) -> Iterator[Page]:
        """Page `index` (from 0), open within the block; PdfiumError where it cannot be read."""
        handle, text = self._loaded(index)
        self._pages_open += 1
        try:
            if handle is None:
                raise PdfiumError("pdfium does not read the page")
            if text is None:
                raise PdfiumError("the text of the page cannot be read")
            yield Page(handle, text, self._room)
        finally:
            _closed(handle, text)
            self._pages_open -= 1
            self._begin(index + 1)

    @property
    def other(self) -> "pypdfium2.PdfDocument":
        """The file as pypdfium2 opens it, with a pdfium of its own (once, at the first use); what that refuses, it
        raises."""
        import pypdfium2

        if self._other is None:
            self._other = pypdfium2.PdfDocument(self._path)
        return self._other

    def close(self) -> None:
        """Close the file."""
        try:
            self._end_ahead()
            if self._other is not None:
                self._other.close()
                self._other = None
        finally:
            if self._handle and self._next is None:
                _close_document(self._handle)
                self._handle = 0
                _open.remove(self)  # only now: another file may load ahead again
                _left.append(self._room)

    def _end_ahead(self) -> None:
        """Load no more pages; what went wrong with one that nobody asks for any more tells nothing."""
        if self._next is not None:
            self._next.wait()
            with suppress(Exception):
                _closed(*self._next.take()[1])
            self._next.end()
            self._next = None

    def __enter__(self) -> Self:
        """Already open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()
