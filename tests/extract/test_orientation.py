"""Landscape pages, /Rotate, sideways text: the texts, and boxes in the displayed frame."""

import pytest

from lkjip_schemas.place import Box

XS = [60, 100, 400, 560, 700]
YS = [90, 110, 130, 150]
ROWS = [
    ["No", "Indikator Kinerja", "Target", "Realisasi"],
    ["1", "Persentase pelayanan", "85,50", "87,25"],
    ["2", "Indeks kepuasan", "80,00", "82,00"],
]


def assert_near(box, x0, top, x1, bottom, slack=1.0):
    assert box == Box(*(pytest.approx(value, abs=slack) for value in (x0, top, x1, bottom)))


def cell(document, text):
    return next(c for c in document.tables[0].cells if c.text == text)


def test_landscape_page(paper, read, rows_of):
    paper.page(842, 595).table(XS, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height, page.rotation) == (842, 595, 0)
    assert_near(cell(document, "85,50").place.box, 400, 110, 560, 130)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_upright_page_with_rotate(paper, read, rows_of, rotate):
    paper.page(842, 595, rotate=rotate).table(XS, YS, ROWS)
    paper.text(60, 70, "Capaian kinerja disajikan sebagai berikut")
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height, page.rotation) == (842, 595, rotate)
    assert_near(cell(document, "85,50").place.box, 400, 110, 560, 130)
    assert_near(cell(document, "Realisasi").place.box, 560, 90, 700, 110)
    assert_near(document.tables[0].box, 60, 90, 700, 150)
    line = page.lines[0]
    assert line.text == "Capaian kinerja disajikan sebagai berikut"
    assert line.place.box.holds(65, 67)


def test_sideways_text_on_a_portrait_page_running_upwards(paper, read, rows_of):
    # Drawn on a landscape frame of 842 x 595 points and turned counterclockwise.
    paper.page(842, 595, rotate=0, turn=90).table(XS, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height, page.rotation) == (595, 842, 0)
    # left edge = top of the drawing, top edge = 842 - right edge of the drawing
    assert_near(cell(document, "85,50").place.box, 110, 282, 130, 442)
    assert_near(document.tables[0].box, 90, 142, 150, 782)


def test_sideways_text_on_a_portrait_page_running_downwards(paper, read, rows_of):
    paper.page(842, 595, rotate=0, turn=270).table(XS, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    # left edge = 595 - bottom of the drawing, top edge = left edge of the drawing
    assert_near(cell(document, "85,50").place.box, 465, 400, 485, 560)


def test_page_scanned_upside_down(paper, read, rows_of):
    paper.page(842, 595, rotate=0, turn=180).table(XS, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    assert_near(cell(document, "85,50").place.box, 282, 465, 442, 485)


def test_rotate_that_turns_portrait_text_sideways(paper, read, rows_of):
    # The drawing stands upright on the page, and /Rotate 90 shows it lying on its side.
    xs = [60, 100, 300, 400, 500]
    paper.page(595, 842, rotate=90, turn=0).table(xs, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height, page.rotation) == (842, 595, 90)
    # clockwise: left edge = 842 - bottom of the drawing, top edge = left edge of the drawing
    assert_near(cell(document, "85,50").place.box, 712, 300, 732, 400)


def test_table_continues_from_a_portrait_page_to_a_sideways_one(paper, read, rows_of):
    paper.page(842, 595).table(XS, [500, 520, 540, 560], ROWS)
    paper.page(842, 595, rotate=0, turn=90)
    paper.table(
        XS, [60, 80, 100], [["3", "Jumlah aduan", "4,00", "3,00"], ["4", "Jumlah rapat", "24,00", "22,00"]]
    )
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [
        [*ROWS, ["3", "Jumlah aduan", "4,00", "3,00"], ["4", "Jumlah rapat", "24,00", "22,00"]]
    ]
    assert cell(document, "24,00").place.page == 2
    assert_near(cell(document, "24,00").place.box, 80, 282, 100, 442)


def test_borderless_list_on_a_rotated_page(paper, read, rows_of):
    paper.page(842, 595, rotate=90)
    rows = [
        ["Belanja Pegawai", "1.250.000.000"],
        ["Belanja Barang", "845.500.000"],
        ["Belanja Modal", "96.000.000"],
    ]
    for i, (label, amount) in enumerate(rows):
        paper.text(60, 200 + 16 * i, label)
        paper.text(500, 200 + 16 * i, amount, align="right")
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [rows]
    assert cell(document, "845.500.000").place.box.holds(480, 212)


def test_page_whose_box_does_not_begin_at_zero(paper, read, rows_of):
    paper.page(595, 842)
    paper.canvas.setCropBox((20, 30, 575, 822))
    paper.table([60, 100, 300, 400, 500], YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height) == (555, 792)
    assert_near(cell(document, "85,50").place.box, 280, 90, 380, 110)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_page_whose_box_does_not_begin_at_zero(paper, read, rows_of, rotate):
    paper.page(842, 595, rotate=rotate)
    # 30 points are cut from each side of the display, whichever way the page is turned
    paper.canvas.setCropBox((30, 30, 812, 565) if rotate == 180 else (30, 30, 565, 812))
    paper.table(XS, YS, ROWS)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [ROWS]
    page = document.pages[0]
    assert (page.width, page.height) == (782, 535)
    assert_near(cell(document, "85,50").place.box, 370, 80, 530, 100)
