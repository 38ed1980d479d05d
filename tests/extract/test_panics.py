"""Pages on which the Rust reader panics: told, contained, and nothing for a user to decipher."""

import io
import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from lkjip_extract.panics import ReaderPanic, panics_told
from lkjip_extract.reading import read_document


class PanicException(BaseException):
    """As pyo3 names it."""


def test_a_panic_becomes_an_error_like_others():
    with pytest.raises(ReaderPanic, match="boom"), panics_told():
        raise PanicException("boom")
    with pytest.raises(KeyboardInterrupt), panics_told():
        raise KeyboardInterrupt


def test_a_page_with_a_rotation_that_does_not_exist_leaves_the_others(tmp_path):
    """Found by fuzzing: /Rotate 45 makes tablers panic."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True)
    for number in (1, 2):
        canvas.drawString(72, 700, f"Uraian capaian kinerja pada halaman {number}")
        canvas.showPage()
    canvas.save()
    body = stream.getvalue()
    assert body.count(b"/Rotate 0") == 2
    path = tmp_path / "odd.pdf"
    path.write_bytes(re.sub(rb"/Rotate 0 ", b"/Rotate 45 ", body, count=1))
    document = read_document(path)
    assert len(document.pages) == 2
    assert any("halaman 2" in x.text for x in document.pages[1].lines)
