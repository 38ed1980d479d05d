"""Tables inside pictures on pages of text, and sheets pasted between head and foot."""

import io

import numpy as np
import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader

from lkjip_extract.reading import ReadOptions, Scans, read_document, read_waiting
from lkjip_extract.ruled_pictures import shows_table
from lkjip_extract.scans import page_scan
from lkjip_schemas.vocabulary import PageKind, ReadBy

PROSE = [
    "Kecamatan Contoh menyelenggarakan urusan pemerintahan umum,",
    "serta pelayanan administrasi terpadu bagi warga kecamatan.",
    "Jumlah usaha mikro menurut kriteria terlihat pada tabel berikut.",
]
ROWS = [
    ["Kriteria", "2022", "2023"],
    ["Mikro", "13.460", "13.475"],
    ["Kecil", "583", "653"],
    ["Menengah", "28", "31"],
]
XS, YS = [10, 150, 240, 330], [10, 35, 60, 85, 110]


@pytest.fixture
def pasted(new_paper):
    """Pastes what is drawn on a page of so many points as a picture at (x0, top)."""

    def paste(paper, draw, x0, top, times=1.0, size=(340, 120)):
        other = new_paper("gambar.pdf")
        draw(other.page(*size))
        document = pypdfium2.PdfDocument(other.save())
        picture = document[0].render(scale=150 / 72).to_pil()
        document.close()
        data = io.BytesIO()
        picture.save(data, "PNG")
        data.seek(0)
        width, height = (side * times for side in size)
        paper.canvas.drawImage(ImageReader(data), x0, paper.height - top - height, width, height)

    return paste


def a_table(page):
    page.table(XS, YS, ROWS, size=11)


def a_chart(page):
    page.ruling(30, 10, 30, 100)
    for i, height in enumerate((20, 45, 70)):
        page.ruling(30, 100 - height, 330, 100 - height)
        page.filled(60 + 90 * i, 100 - height, 90 + 90 * i, 100, grey=0.4)
        page.text(75 + 90 * i, 112, str(2021 + i), 9, "middle")


def test_a_table_pasted_as_a_picture_is_read_from_it(paper, pasted, rows_of):
    paper.page().paragraph(60, 100, PROSE)
    pasted(paper, a_table, 100, 150)
    paper.table([60, 200, 300], [400, 420, 440], [["Sasaran", "Target"], ["Pelayanan", "80,50"]])
    document = read_document(paper.save())
    page = document.pages[0]
    assert page.kind is PageKind.MIXED
    assert "tabel di dalam gambar dibaca dari gambar (OCR)" in page.note
    assert [line.text for line in page.lines] == PROSE
    assert [rows_of(table) for table in document.tables] == [
        ROWS,
        [["Sasaran", "Target"], ["Pelayanan", "80,50"]],
    ]
    seen, printed = document.tables
    assert seen.heading.endswith(PROSE[-1])
    assert {cell.place.read_by for cell in seen.cells} == {ReadBy.OCR}
    assert {cell.place.read_by for cell in printed.cells} == {ReadBy.TEXT}
    figure = next(cell for cell in seen.cells if cell.text == "653")
    assert figure.place.box == pytest.approx((340, 210, 430, 235), abs=3)


def test_pictures_are_read_once_and_waited_for(paper, pasted, tmp_path, monkeypatch):
    paper.page().paragraph(60, 100, PROSE)
    pasted(paper, a_table, 100, 150)
    path = paper.save()
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path / "empty"))
    document = read_document(path, ReadOptions(scans=Scans.STORED))
    assert document.waiting == (1,)
    assert read_document(path, ReadOptions(scans=Scans.LEAVE)).waiting == ()
    assert read_waiting(path, document.report_id, 1)
    monkeypatch.setattr(page_scan.engine, "detect", None)  # a second look at the picture would fail
    again = read_document(path, ReadOptions(scans=Scans.STORED))
    assert again.waiting == ()
    assert len(again.tables) == 1


def test_two_pictures_one_below_the_other_are_two_tables(paper, pasted, rows_of):
    paper.page().paragraph(60, 100, PROSE)
    pasted(paper, a_table, 100, 150)
    pasted(paper, a_table, 100, 272)
    assert [rows_of(table) for table in read_document(paper.save()).tables] == [ROWS, ROWS]


def test_ocr_that_fails_leaves_the_text_and_the_reason(paper, pasted, tmp_path, monkeypatch):
    paper.page().paragraph(60, 100, PROSE)
    pasted(paper, a_table, 100, 150)
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path / "empty"))

    def fails(_picture):
        raise RuntimeError("model is damaged")

    monkeypatch.setattr(page_scan.engine, "detect", fails)
    page = read_document(paper.save()).pages[0]
    assert [line.text for line in page.lines] == PROSE
    assert "OCR gambar gagal: model is damaged" in page.note


def test_the_grid_of_a_chart_is_no_table(paper, pasted):
    paper.page().paragraph(60, 100, PROSE)
    pasted(paper, a_chart, 100, 150, times=1.2)
    document = read_document(paper.save())
    assert document.tables == ()
    assert document.waiting == ()


def test_a_picture_behind_the_text_is_not_read(paper, pasted, monkeypatch):
    """A background with rulings of its own: what stands on it is the page's text."""
    monkeypatch.setattr(page_scan.engine, "detect", None)
    paper.page()
    pasted(paper, a_table, 50, 80, times=1.4)
    paper.paragraph(60, 100, PROSE)
    document = read_document(paper.save())
    assert document.tables == ()
    assert [line.text for line in document.pages[0].lines] == PROSE


def a_sheet(page):
    page.paragraph(40, 60, PROSE * 8)


HEAD, SHEET = "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh 2023", {"size": (475, 730)}


def test_a_sheet_pasted_between_head_and_foot_is_a_scan(paper, pasted, read):
    paper.page().text(60, 40, HEAD)
    pasted(paper, a_sheet, 60, 60, **SHEET)
    paper.text(297, 820, "Kecamatan Contoh | 12", align="middle")
    document = read(paper)
    assert document.pages[0].kind is PageKind.SCAN
    assert "scanned sheet" in document.pages[0].note


def test_a_photo_between_head_and_foot_is_no_sheet(paper, read):
    paper.page().text(60, 40, HEAD)
    paper.picture(60, 60, 535, 790)
    assert read(paper).pages[0].kind is PageKind.MIXED


def test_a_table_of_text_above_a_large_picture_is_kept(paper, pasted, read):
    paper.page()
    paper.table(
        [60, 300, 400, 500],
        [60, 80, 100],
        [["Indikator", "Target", "Realisasi"], ["Nilai SAKIP", "85,50", "86,21"]],
    )
    pasted(paper, a_sheet, 60, 110, times=0.9, **SHEET)
    document = read(paper)
    assert document.pages[0].kind is PageKind.MIXED
    assert [c.text for c in document.tables[0].cells][3:] == ["Nilai SAKIP", "85,50", "86,21"]


@pytest.mark.parametrize("on", [True, False])
def test_a_large_picture_with_text_on_or_much_beside_it_is_no_sheet(paper, read, on):
    paper.page().picture(60, 60, 535, 560)
    if on:
        paper.text(100, 300, "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh 2023")
    else:
        paper.paragraph(60, 600, PROSE * 4)
    assert read(paper).pages[0].kind is PageKind.MIXED


def grid(rows, columns):
    picture = np.full((200, 300), 255, dtype=np.uint8)
    for y in np.linspace(10, 190, rows).astype(int):
        picture[y, 10:290] = 120
    for x in np.linspace(10, 290, columns).astype(int):
        picture[10:190, x] = 120
    return picture


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        (grid(4, 3), True),
        (grid(4, 2), False),  # level lines and two sides: a chart with its frame
        (grid(2, 5), False),
        (np.full((200, 300), 255, dtype=np.uint8), False),
        (np.zeros((5, 5), dtype=np.uint8), False),
    ],
)
def test_rulings_both_ways_show_a_table(picture, shown):
    assert shows_table(picture) is shown
