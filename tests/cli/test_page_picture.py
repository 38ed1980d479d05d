"""What `lkjip show` draws, by the colours at places that are known."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from lkjip.page_picture import CAPTION, DOUBT, OUTSIDE, RULING, RUNNING, draw_page
from lkjip_schemas.bilingual import Language
from lkjip_schemas.document import Document, PageReading, RawCell, RawTable, TextLine, TextWord
from lkjip_schemas.place import Box, Place
from lkjip_schemas.vocabulary import PageKind, ReadBy

WIDTH, HEIGHT = 400, 300


def cell(row, x0, top, x1, bottom, *, header=False, span=1, confidence=1.0):
    place = Place(1, Box(x0, top, x1, bottom), ReadBy.TEXT, confidence)
    return RawCell(row, 0, 1, span, "isi", header, place)


def line(text, x0, top, *, running=False):
    words = tuple(
        TextWord(w, x0 + 40 * i, top, x0 + 40 * i + 30, top + 10) for i, w in enumerate(text.split())
    )
    box = Box(words[0].x0, top, words[-1].x1, top + 10)
    return TextLine(text, Place(1, box), running, words)


@pytest.fixture
def at(tmp_path):
    """Draws a page with one of everything; gives the colour at a place in points."""
    path = tmp_path / "blank.pdf"
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    canvas.showPage()
    canvas.save()
    cells = (
        cell(0, 100, 100, 200, 130, header=True),
        cell(1, 100, 130, 200, 160),
        cell(2, 100, 160, 200, 190, span=2),
        cell(3, 100, 190, 200, 220, confidence=0.5),
    )
    table = RawTable(1, 1, 1, 4, 2, cells, Box(100, 100, 300, 220), caption="Tabel 1 Capaian")
    lines = (
        line("Tabel 1 Capaian", 100, 80),
        line("kata lepas", 100, 240),
        line("LKjIP", 100, 10, running=True),
    )
    rulings = (Box(250, 100, 250, 220),)
    page = PageReading(1, PageKind.TEXT, WIDTH, HEIGHT, 0, "tablers", "", lines, rulings)
    picture = draw_page(path, Document("0" * 64, "blank.pdf", (page,), (table,)), 1, Language.EN)

    def colour(x, y):
        return picture.getpixel((int(x * 110 / 72), int(y * 110 / 72)))

    return colour


def near(colour, other):
    return max(abs(a - b) for a, b in zip(colour[:3], other[:3], strict=True)) < 12


def test_rulings_and_words_outside_cells_are_drawn(at):
    assert near(at(250, 150), RULING)
    assert near(at(115, 240), OUTSIDE)
    assert near(at(155, 240), OUTSIDE)
    assert near(at(115, 80), CAPTION)
    assert near(at(115, 10), RUNNING)
    assert near(at(350, 150), (255, 255, 255))


def test_headers_merged_and_plain_cells_differ(at):
    fills = [at(150, y) for y in (115, 145, 175)]
    assert len({*fills, (255, 255, 255)}) == 4


def test_doubtful_cell_has_a_red_frame(at):
    assert near(at(102, 205), DOUBT)
    assert not near(at(102, 145), DOUBT)
