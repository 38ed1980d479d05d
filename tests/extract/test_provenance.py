"""Where things stand: every cell's box lies where its text was drawn, on the right page."""

import pytest

from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import ReadBy

XS = [50, 80, 300, 400, 500]
HEAD = ["No", "Indikator Kinerja", "Target", "Realisasi"]


def near(box, x0, top, x1, bottom, slack=1.0):
    return box == Box(*(pytest.approx(v, abs=slack) for v in (x0, top, x1, bottom)))


def cell(document, text):
    found = [c for t in document.tables for c in t.cells if c.text == text]
    assert len(found) == 1, found
    return found[0]


def test_boxes_of_cells_are_the_ruled_cells(paper, read):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["1", "Indeks kepuasan", "80,50", "82,25"]])
    document = read(paper)
    assert near(cell(document, "No").place.box, 50, 100, 80, 120)
    assert near(cell(document, "Indeks kepuasan").place.box, 80, 120, 300, 140)
    assert near(cell(document, "82,25").place.box, 400, 120, 500, 140)
    assert near(document.tables[0].box, 50, 100, 500, 140)
    assert cell(document, "82,25").place.read_by is ReadBy.TEXT
    assert cell(document, "82,25").place.confidence == 1.0


def test_box_of_a_merged_cell(paper, read):
    rows = [
        ["No", "Uraian", "Tahun 2023", ""],
        ["", "", "Target", "Realisasi"],
        ["1", "Indeks", "80,50", "82,25"],
    ]
    paper.page().table(XS, [100, 120, 140, 160], rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    document = read(paper)
    assert near(cell(document, "Tahun 2023").place.box, 300, 100, 500, 120)
    assert near(cell(document, "Uraian").place.box, 80, 100, 300, 140)


def test_pages_of_the_cells_of_a_continued_table(paper, read):
    paper.page().text(60, 100, "Pengantar laporan kinerja kecamatan tahun berjalan")
    paper.page().table(XS, [740, 760, 780], [HEAD, ["1", "Indeks kepuasan", "80,50", "82,25"]])
    paper.page().table(
        XS, [60, 80, 100], [["2", "Jumlah aduan", "4,00", "3,00"], ["3", "Jumlah rapat", "9,00", "8,00"]]
    )
    document = read(paper)
    assert len(document.tables) == 1
    assert cell(document, "82,25").place.page == 2
    assert cell(document, "4,00").place.page == 3
    assert near(cell(document, "4,00").place.box, 300, 60, 400, 80)
    assert (document.tables[0].page_from, document.tables[0].page_to) == (2, 3)


def test_boxes_of_stacked_rows_hold_their_own_lines(paper, read):
    body = ["1\n2", "Jumlah musrenbang\nJumlah pelatihan", "12,00\n4,00", "11,00\n5,00"]
    paper.page().table(XS, [100, 120, 150], [HEAD, body])
    document = read(paper)
    # 9-point lines with their baselines at 131 and 141.8
    assert cell(document, "12,00").place.box.holds(310, 128)
    assert cell(document, "4,00").place.box.holds(310, 139)
    assert cell(document, "12,00").place.box.bottom <= cell(document, "4,00").place.box.top + 0.01


def test_boxes_of_columns_without_rulings_hold_their_figures(paper, read):
    paper.page()
    ys = [100, 120, 140, 160, 180]
    for y in ys:
        paper.ruling(50, y, 500, y)
    for x in (50, 80, 500):
        paper.ruling(x, 100, x, 180)
    rows = [HEAD, *[[str(i), f"Indikator {i}", f"8{i},50", f"8{i},75"] for i in range(1, 4)]]
    paper.fill(XS, ys, rows)
    document = read(paper)
    assert cell(document, "82,75").place.box.holds(405, 147)
    assert cell(document, "82,50").place.box.holds(305, 147)
    assert not cell(document, "82,50").place.box.holds(405, 147)


def test_boxes_of_a_borderless_list_hold_their_texts(paper, read):
    paper.page()
    for i, (label, amount) in enumerate(
        [("Belanja Pegawai", "1.250.000"), ("Belanja Barang", "845.500"), ("Belanja Modal", "96.000")]
    ):
        paper.text(60, 200 + 16 * i, label)
        paper.text(400, 200 + 16 * i, amount, align="right")
    document = read(paper)
    assert cell(document, "Belanja Barang").place.box.holds(100, 212)
    assert cell(document, "845.500").place.box.holds(390, 212)
    assert cell(document, "845.500").place.box.height < 20


def test_numbers_of_boxes_are_plain_floats(paper, read):
    paper.page()
    for i, amount in enumerate(("1.250.000", "845.500", "96.000")):
        paper.text(60, 200 + 16 * i, f"Belanja {'ABC'[i]}")
        paper.text(400, 200 + 16 * i, amount, align="right")
    paper.table(XS, [400, 420, 440], [HEAD, ["1", "Indeks kepuasan", "80,50", "82,25"]])
    document = read(paper)
    boxes = [c.place.box for t in document.tables for c in t.cells] + [t.box for t in document.tables]
    boxes += [line.place.box for line in document.pages[0].lines]
    assert {type(v) for b in boxes for v in (b.x0, b.top, b.x1, b.bottom)} == {float}


def test_box_of_a_row_joined_over_the_page_break_is_on_its_first_page(paper, read):
    paper.page().table(
        XS, [700, 720, 760], [HEAD, ["1", "Persentase warga yang\npuas terhadap", "85,50", "87,25"]]
    )
    paper.page().table(
        XS, [60, 80, 100], [["", "layanan desa", "", ""], ["2", "Indeks kepuasan", "80,00", "82,00"]]
    )
    document = read(paper)
    place = cell(document, "Persentase warga yang puas terhadap layanan desa").place
    assert place.page == 1
    assert near(place.box, 80, 720, 300, 760)


def test_boxes_of_lines(paper, read):
    paper.page().text(60, 100, "Pengantar laporan", 10)
    line = read(paper).pages[0].lines[0]
    assert line.place.page == 1
    # Helvetica: capital P begins 60 points from the left, the line is 82.3 points long.
    assert line.place.box.x0 == pytest.approx(60, abs=1.5)
    assert line.place.box.x1 == pytest.approx(142.3, abs=1.5)
    assert line.place.box.holds(100, 97)
    assert line.place.box.height < 16


def test_every_cell_lies_inside_the_box_of_a_one_page_table(paper, read):
    rows = [HEAD, *[[str(i), f"Indikator {i}", f"{i}0,50", f"{i}1,25"] for i in range(1, 9)]]
    paper.page().table(XS, [100 + 20 * i for i in range(10)], rows)
    table = read(paper).tables[0]
    assert len(table.cells) == 36
    for c in table.cells:
        assert c.place.box.x0 >= table.box.x0 - 0.01
        assert c.place.box.x1 <= table.box.x1 + 0.01
        assert c.place.box.top >= table.box.top - 0.01
        assert c.place.box.bottom <= table.box.bottom + 0.01
