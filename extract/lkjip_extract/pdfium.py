"""pdfium asked directly: the copy of the library that tablers brings and has already loaded.

tablers reads all characters and paths of a page before it gives the page, and asks pdfium for the size and rotation of
the page again for each coordinate; that is most of its time. Asked by `map` over a whole page, pdfium gives the same
numbers in less. It is the same copy, because boxes of characters differ between versions of pdfium.

Functions take plain handles (whole numbers; None is none) and addresses, and let no other thread run meanwhile.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import tablers

if TYPE_CHECKING:  # loaded for the first page that has to be drawn
    import pypdfium2

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5
"""Kinds of objects on a page (FPDF_PAGEOBJ_ in pdfium's fpdf_edit.h)."""
LINETO, BEZIERTO, MOVETO = 0, 1, 2
"""Kinds of points of a path (FPDF_SEGMENT_)."""
_PASSWORD = 4
"""pdfium's number for a file that wants a password (FPDF_ERR_PASSWORD)."""

_library = ctypes.PyDLL(str(tablers.get_default_pdfium_path()))
_Handle, _int, _uint, _float = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ctypes.c_float


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    function = _library[name]
    function.restype, function.argtypes = result, arguments
    return function


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
_load_text = _function("FPDFText_LoadPage", _Handle, _Handle)
_close_text = _function("FPDFText_ClosePage", None, _Handle)

text_of_page = _function("FPDFText_GetText", _int, _Handle, _int, _int, _Handle)
characters = _function("FPDFText_CountChars", _int, _Handle)
symbol = _function("FPDFText_GetUnicode", _uint, _Handle, _int)
loose_box = _function("FPDFText_GetLooseCharBox", _int, _Handle, _int, _Handle)
matrix_of_character = _function("FPDFText_GetMatrix", _int, _Handle, _int, _Handle)
objects_on_page = _function("FPDFPage_CountObjects", _int, _Handle)
object_of_page = _function("FPDFPage_GetObject", _Handle, _Handle, _int)
objects_in_form = _function("FPDFFormObj_CountObjects", _int, _Handle)
object_of_form = _function("FPDFFormObj_GetObject", _Handle, _Handle, ctypes.c_ulong)
kind = _function("FPDFPageObj_GetType", _int, _Handle)
bounds = _function("FPDFPageObj_GetBounds", _int, *[_Handle] * 5)
matrix = _function("FPDFPageObj_GetMatrix", _int, _Handle, _Handle)
fill_color = _function("FPDFPageObj_GetFillColor", _int, *[_Handle] * 5)
stroke_color = _function("FPDFPageObj_GetStrokeColor", _int, *[_Handle] * 5)
stroke_width = _function("FPDFPageObj_GetStrokeWidth", _int, _Handle, _Handle)
draw_mode = _function("FPDFPath_GetDrawMode", _int, _Handle, _Handle, _Handle)
segment_count = _function("FPDFPath_CountSegments", _int, _Handle)
segment = _function("FPDFPath_GetPathSegment", _Handle, _Handle, _int)
segment_type = _function("FPDFPathSegment_GetType", _int, _Handle)
point = _function("FPDFPathSegment_GetPoint", _int, _Handle, _Handle, _Handle)
image_pixels = _function("FPDFImageObj_GetImagePixelSize", _int, _Handle, _Handle, _Handle)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _int, _Handle)


class PdfiumError(RuntimeError):
    """pdfium does not open a file or a page."""


class PasswordNeeded(PdfiumError):
    """The file is locked with a password."""


class Page:
    """An open page. `width` and `height` as displayed, points; `rotation` its /Rotate in degrees; `own_size` its width
    and height before that; `origin` the left and bottom of its box."""

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self.width = float(_page_width(handle))
        self.height = float(_page_height(handle))
        self.rotation = 90 * int(_page_rotation(handle))
        size = self.width, self.height
        self.own_size = size[::-1] if self.rotation in (90, 270) else size
        box = (ctypes.c_float * 4)()
        _page_box(handle, ctypes.addressof(box))
        self.origin = (float(box[0]), float(box[3]))

    @contextmanager
    def text(self) -> Iterator[int]:
        """The handle of its text layer."""
        handle = _load_text(self.handle)
        if not handle:
            raise PdfiumError("the text of the page cannot be read")
        try:
            yield handle
        finally:
            _close_text(handle)


class Document:
    """An open file. Raises PasswordNeeded or PdfiumError where pdfium does not open it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._drawn: pypdfium2.PdfDocument | None = None
        self._handle = _load_document(os.fsencode(path), None)
        if not self._handle:
            if _last_error() == _PASSWORD:
                raise PasswordNeeded("password needed")
            raise PdfiumError("pdfium does not open the file")

    def __len__(self) -> int:
        """Number of its pages."""
        return int(_page_count(self._handle))

    @contextmanager
    def page(self, index: int) -> Iterator[Page]:
        """Page `index` (from 0), open within the block; PdfiumError where it cannot be read."""
        handle = _load_page(self._handle, index)
        if not handle:
            raise PdfiumError("pdfium does not read the page")
        try:
            yield Page(handle)
        finally:
            _close_page(handle)

    @property
    def drawn(self) -> "pypdfium2.PdfDocument":
        """The file as pypdfium2 opens it, to draw pages (once, at the first use); what that refuses, it raises."""
        import pypdfium2

        if self._drawn is None:
            self._drawn = pypdfium2.PdfDocument(self._path)
        return self._drawn

    def close(self) -> None:
        """Close the file."""
        if self._drawn is not None:
            self._drawn.close()
            self._drawn = None
        if self._handle:
            _close_document(self._handle)
            self._handle = 0

    def __enter__(self) -> Self:
        """Already open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()
