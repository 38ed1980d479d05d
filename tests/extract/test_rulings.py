"""How tables are drawn: thin rectangles, double rulings, backgrounds, missing borders."""

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

XS = [50, 80, 300, 400, 500]
YS = [100, 120, 140, 160]
ROWS = [
    ["No", "Indikator Kinerja", "Target", "Realisasi"],
    ["1", "Persentase pelayanan", "85,50", "87,25"],
    ["2", "Indeks kepuasan", "80", "82"],
]


def test_rulings_drawn_as_lines(paper, only_rows):
    paper.page().table(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_rulings_drawn_as_thin_filled_rectangles(paper, only_rows):
    paper.page()
    paper.rulings(
        XS, YS, draw=lambda x0, y0, x1, y1: paper.filled(x0, y0, max(x1, x0 + 0.48), max(y1, y0 + 0.48))
    )
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_dotted_rulings_drawn_as_rows_of_tiny_pictures(paper, only_rows):
    dot = ImageReader(Image.new("L", (1, 1), 0))

    def dots(x0, y0, x1, y1):
        for step in range(int(max(x1 - x0, y1 - y0)) // 2):
            x, y = (x0 + 2 * step, y0) if x1 > x0 else (x0, y0 + 2 * step)
            paper.canvas.drawImage(dot, x, 842 - y - 0.4, *((2, 0.4) if x1 > x0 else (0.4, 2)))

    paper.page()
    paper.rulings(XS, YS, draw=dots)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_a_row_of_small_pictures_is_no_ruling(paper, only_rows):
    bullet = ImageReader(Image.new("L", (4, 4), 0))
    paper.page().table(XS, [100, 120, 140], ROWS[:2])
    for y in (104, 124):
        for x in range(310, 390, 6):
            paper.canvas.drawImage(bullet, x, 842 - y - 4, 4, 4)
    assert only_rows(paper) == ROWS[:2]


def test_cells_drawn_as_stroked_rectangles(paper, only_rows):
    paper.page()
    for y0, y1 in zip(YS, YS[1:], strict=False):
        for x0, x1 in zip(XS, XS[1:], strict=False):
            paper.canvas.rect(x0, 842 - y1, x1 - x0, y1 - y0)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_double_vertical_rulings_make_no_phantom_columns(paper, only_rows):
    paper.page()
    for x in XS:
        paper.ruling(x - 1.2, 100, x - 1.2, 160)
        paper.ruling(x + 1.2, 100, x + 1.2, 160)
    for y in YS:
        paper.ruling(48.8, y, 501.2, y)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_double_rulings_five_points_apart_make_no_phantom_columns(paper, only_rows):
    paper.page()
    for x in XS:
        paper.ruling(x - 2.5, 100, x - 2.5, 160)
        paper.ruling(x + 2.5, 100, x + 2.5, 160)
    for y in YS:
        paper.ruling(47.5, y, 502.5, y)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_double_horizontal_rulings_make_no_phantom_rows(paper, only_rows):
    paper.page()
    for y in YS:
        paper.ruling(50, y - 1, 500, y - 1)
        paper.ruling(50, y + 1, 500, y + 1)
    for x in XS:
        paper.ruling(x, 99, x, 161)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_header_with_double_bottom_ruling_five_points_apart(paper, only_rows):
    ys = [100, 120, 125, 145, 165]
    paper.page().rulings(XS, ys)
    paper.fill(XS, [100, 125, 145, 165], ROWS)
    rows = [row for row in only_rows(paper) if any(row)]
    assert rows == ROWS


def test_background_boxes_behind_each_line_of_text(paper, only_rows):
    paper.page()
    xs, ys = [50, 80, 300, 400, 500], [100, 120, 156, 176]
    for line in range(2):
        paper.filled(83, 123 + 12 * line, 297, 135 + 12 * line, grey=0.9)
    for x0, x1 in ((53, 77), (303, 397), (403, 497)):
        paper.filled(x0, 123, x1, 135, grey=0.9)
    paper.rulings(xs, ys)
    paper.fill(
        xs, ys, [ROWS[0], ["1", "Persentase pelayanan\nyang selesai tepat waktu", "85,50", "87,25"], ROWS[2]]
    )
    assert only_rows(paper) == [
        ["No", "Indikator Kinerja", "Target", "Realisasi"],
        ["1", "Persentase pelayanan yang selesai tepat waktu", "85,50", "87,25"],
        ["2", "Indeks kepuasan", "80", "82"],
    ]


def test_shaded_header_row(paper, only_rows):
    paper.page()
    for x0, x1 in zip(XS, XS[1:], strict=False):
        paper.filled(x0, 100, x1, 120, grey=0.8)
    paper.table(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_shaded_paragraph_without_rulings_is_not_a_table(paper, read):
    paper.page()
    for i, text in enumerate(("Kecamatan menyusun laporan ini", "sebagai wujud akuntabilitas kinerja")):
        paper.filled(50, 98 + 14 * i, 400, 112 + 14 * i, grey=0.9)
        paper.text(52, 108 + 14 * i, text)
    document = read(paper)
    assert document.tables == ()
    assert [line.text for line in document.pages[0].lines] == [
        "Kecamatan menyusun laporan ini",
        "sebagai wujud akuntabilitas kinerja",
    ]


def test_frame_around_the_page_is_not_a_table(paper, only_rows):
    paper.page()
    paper.canvas.rect(30, 30, 535, 782)
    paper.text(50, 80, "Ikhtisar capaian kinerja tahun berjalan")
    paper.table(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_rulings_that_stop_short_of_each_other(paper, only_rows):
    paper.page()
    for y in YS:
        for x0, x1 in zip(XS, XS[1:], strict=False):
            paper.ruling(x0 + 1, y, x1 - 1, y)
    for x in XS:
        for y0, y1 in zip(YS, YS[1:], strict=False):
            paper.ruling(x, y0 + 1, x, y1 - 1)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_missing_left_and_right_borders_of_the_table(paper, only_rows):
    paper.page()
    for y in YS:
        paper.ruling(50, y, 500, y)
    for x in XS[1:-1]:
        paper.ruling(x, 100, x, 160)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_missing_bottom_border_of_the_last_row(paper, only_rows):
    paper.page()
    for y in YS[:-1]:
        paper.ruling(50, y, 500, y)
    for x in XS:
        paper.ruling(x, 100, x, 160)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_missing_top_border_of_the_first_row(paper, only_rows):
    paper.page()
    for y in YS[1:]:
        paper.ruling(50, y, 500, y)
    for x in XS:
        paper.ruling(x, 100, x, 160)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_missing_borders_of_one_cell(paper, only_rows):
    paper.page()
    for y in YS[:-1]:
        paper.ruling(50, y, 500, y)
    paper.ruling(50, 160, 400, 160)  # nothing under the last cell
    for x in XS[:-1]:
        paper.ruling(x, 100, x, 160)
    paper.ruling(500, 100, 500, 140)  # nothing to the right of it
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_missing_vertical_rulings_between_label_and_figures(paper, only_rows):
    paper.page()
    ys = [100, 120, 140, 160, 180]
    for y in ys:
        paper.ruling(50, y, 500, y)
    for x in (50, 80, 500):
        paper.ruling(x, 100, x, 180)
    paper.fill(XS, ys, [*ROWS, ["3", "Jumlah desa", "12", "12"]])
    assert only_rows(paper) == [*ROWS, ["3", "Jumlah desa", "12", "12"]]


def test_horizontal_rulings_only(paper, only_rows):
    paper.page()
    for y in YS:
        paper.ruling(50, y, 500, y)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_two_tables_side_by_side(paper, read, rows_of):
    paper.page()
    paper.table([50, 120, 200], YS, [["Sasaran", "Target"], ["Satu", "10"], ["Dua", "20"]])
    paper.table([300, 400, 500], YS, [["Program", "Anggaran"], ["Tiga", "30"], ["Empat", "40"]])
    tables = [rows_of(t) for t in read(paper).tables]
    assert tables == [
        [["Sasaran", "Target"], ["Satu", "10"], ["Dua", "20"]],
        [["Program", "Anggaran"], ["Tiga", "30"], ["Empat", "40"]],
    ]


def test_empty_cells_stay_empty(paper, only_rows):
    paper.page().table(XS, YS, [ROWS[0], ["1", "Persentase pelayanan", "", "87,25"], ["", "", "80", ""]])
    assert only_rows(paper) == [ROWS[0], ["1", "Persentase pelayanan", "", "87,25"], ["", "", "80", ""]]


def test_rupiah_marks_stay_with_their_amounts_where_rulings_are_missing(paper, only_rows):
    page = paper.page()
    page.table([50, 420], [100, 120, 140, 160], [["No  Program"], [""], [""]])
    for top, label, amount in (
        (112, "Program", "Anggaran"),
        (132, "Pelayanan", "641.773.572"),
        (152, "Sarana", "1.141.250.000"),
    ):
        page.text(60, top, label, 9)
        page.text(410, top, amount, 9, "right")
        if label != "Program":
            page.text(300, top, "Rp.", 9)
    assert [row[-1] for row in only_rows(paper)[1:]] == ["Rp. 641.773.572", "Rp. 1.141.250.000"]


def test_one_row_of_figures_without_vertical_rulings(paper, only_rows):
    page = paper.page()
    page.rulings([50, 420], [100, 120, 160])
    for x, head, figure in (
        (60, "Indikator", "Rumah layak"),
        (200, "Tahun 2016", "82%"),
        (300, "Tahun 2017", "89%"),
    ):
        page.text(x, 113, head, 9)
        page.text(x, 133, figure, 9)
    page.text(60, 145, "huni", 9)
    assert only_rows(paper) == [
        ["Indikator", "Tahun 2016", "Tahun 2017"],
        ["Rumah layak huni", "82%", "89%"],
    ]


def test_a_row_of_two_lines_drawn_as_one_cell(paper, only_rows):
    xs, ys = [50, 260, 360, 470], [100, 120, 150, 170]
    rows = [
        ["Kegiatan", "Anggaran", "Realisasi"],
        ["", "", ""],
        ["Fasilitasi", "52.297.500", "52.043.550"],
    ]
    page = paper.page()
    page.table(xs, ys, rows, {(1, 0): (1, 3)})
    page.text(53, 131, "Program Penciptaan Iklim Usaha", 9)
    page.text(53, 142, "yang kondusif", 9)
    page.text(357, 131, "200.350.000", 9, "right")
    page.text(467, 131, "158.757.600", 9, "right")
    assert only_rows(paper)[1] == [
        "Program Penciptaan Iklim Usaha yang kondusif", "200.350.000", "158.757.600",
    ]  # fmt: skip


def test_a_list_without_rulings_between_its_items(paper, only_rows):
    """A Renstra names the kelurahan in one unruled cell; beside each of them stands its amount."""
    paper.page()
    amounts = ["31.700.000", "28.060.000", "34.840.000"]
    names = ["Kelurahan Pasar Baru", "Kelurahan Balai", "Kelurahan Tanah Hitam"]
    rows = [["Kegiatan", "Anggaran"], *([n, a] for n, a in zip(names, amounts, strict=True))]
    ys = [100, 120, 140, 160, 180]
    paper.rulings([50, 400, 500], ys, {(1, 0): (3, 1)})
    paper.fill([50, 400, 500], ys, rows)
    assert only_rows(paper) == rows


def test_a_text_over_several_rows_is_no_list(paper, only_rows):
    """The lines of a merged statement are as full as they can be, though each stands beside a figure."""
    paper.page()
    lines = ["Meningkatnya Mutu Pelayanan", "Kependudukan Serta Kepuasan", "Masyarakat"]
    rows = [["Sasaran", "Target"], *([n, a] for n, a in zip(lines, ["80,00", "12", "4"], strict=True))]
    ys = [100, 120, 140, 160, 180]
    paper.rulings([50, 190, 300], ys, {(1, 0): (3, 1)})
    paper.fill([50, 190, 300], ys, rows)
    assert only_rows(paper)[1:] == [[" ".join(lines), "80,00"], ["", "12"], ["", "4"]]


def test_figures_without_rulings_between_them_one_with_its_unit_below(paper, only_rows):
    paper.page()
    names = ["Indeks kepuasan", "Kunjungan", "Arsip yang diselamatkan", "Pencipta arsip"]
    rows = [
        ["Indikator", "Target"],
        *([n, a] for n, a in zip(names, ["80 %", "23.400", "", "20 %"], strict=True)),
    ]
    ys = [100, 120, 140, 160, 200, 220]
    paper.rulings([50, 300, 400], ys, {(1, 1): (3, 1)})
    paper.fill([50, 300, 400], ys, rows)
    paper.text(305, 174, "600")
    paper.text(305, 186, "Dokumen")
    assert [r[1] for r in only_rows(paper)] == ["Target", "80 %", "23.400", "600 Dokumen", "20 %"]


def test_right_border_missing_in_some_rows_where_the_page_cuts_the_sheet(paper, only_rows):
    """Only the first rows are closed on the right; the indicators below stand between rulings that end in the air."""
    xs, ys = [50, 220, 480], [100, 120, 150, 180, 210]
    rows = [
        ["Sasaran", "Indikator"],
        ["Terlaksananya pentas seni", "Jumlah pentas seni"],
        ["Lancarnya koordinasi", "Jumlah forum koordinasi"],
        ["", "Terbentuknya satuan keamanan"],
    ]
    paper.page()
    for y in (ys[0], ys[1], ys[2], ys[4]):
        paper.ruling(xs[0], y, xs[2], y)
    paper.ruling(xs[1], ys[3], xs[2], ys[3])
    for x in xs[:2]:
        paper.ruling(x, ys[0], x, ys[-1])
    paper.ruling(xs[2], ys[0], xs[2], ys[2])
    paper.fill(xs, ys, rows)
    assert only_rows(paper) == rows


def test_rulings_drawn_cell_by_cell_are_not_closed_inside_a_merged_row(paper, only_rows):
    xs, ys = [50, 150, 250, 400], [100, 120, 140, 160, 180]
    rows = [
        ["Program", "Indikator", "Anggaran"],
        ["Program Penunjang Urusan Pemerintahan", "", "5.000.000"],
        ["Penyediaan Gaji", "Jumlah orang", "3.000.000"],
        ["Jasa Umum", "Jumlah laporan", "2.000.000"],
    ]
    paper.page().table(xs, ys, rows, {(1, 0): (1, 2)})
    assert only_rows(paper) == rows


def test_labels_beside_rows_whose_rulings_begin_behind_them(paper, only_rows):
    """Excel leaves the rulings out where a label is longer than its cell; each stands in the middle of its row."""
    rows = [
        ["Perencanaan, Penganggaran dan Evaluasi", "14.500.000", "99,28"],
        ["- Penyusunan Dokumen\nPerangkat Daerah", "10.000.000", "98,95"],
        ["- Evaluasi Kinerja", "4.500.000", "100,00"],
    ]
    xs, ys = [50, 250, 330, 400], [100, 118, 136, 166, 184]
    paper.page()
    paper.rulings(xs[1:], ys)
    paper.ruling(50, 100, 50, 184)
    for y in (100, 118, 184):
        paper.ruling(50, y, 250, y)
    for x, head in zip(xs, ["Program / Kegiatan", "Anggaran", "Serapan (%)"], strict=False):
        paper.text(x + 4, 112, head, 9)
    for (label, *figures), top, bottom in zip(rows, ys[1:], ys[2:], strict=False):
        middle = (top + bottom) / 2 + 3
        lines = label.split("\n")
        for k, line in enumerate(lines):
            paper.text(54, middle + 11 * (k - (len(lines) - 1) / 2), line, 9)
        for x, figure in zip(xs[2:], figures, strict=True):
            paper.text(x - 4, middle, figure, 9, "right")
    assert only_rows(paper)[1:] == [[label.replace("\n", " "), *figures] for label, *figures in rows]


def test_right_aligned_figures_whose_headings_almost_touch(paper, only_rows):
    """Only the frame and the rule below the heading are drawn; between two headings less than a blank is left, and the
    figures of the one column end where the heading of the other begins."""
    paper.page().rulings([50, 420], [100, 120, 200])
    paper.text(60, 113, "Program", 9)
    paper.text(300, 113, "Serapan (%)", 9, "right")
    paper.text(305, 113, "Efisiensi (%)", 9)
    rows = [["Layanan", "95,81", "1,88"], ["Sarana", "95,57", "-3,91"], ["Taman", "95,15", "14,20"]]
    for k, (label, one, other) in enumerate(rows):
        paper.text(60, 135 + 20 * k, label, 9)
        paper.text(300, 135 + 20 * k, one, 9, "right")
        paper.text(356, 135 + 20 * k, other, 9, "right")
    assert only_rows(paper) == [["Program", "Serapan (%)", "Efisiensi (%)"], *rows]


def test_a_row_of_an_opinion_whose_rulings_are_missing(paper, only_rows):
    """Between "WTP", "WTP" and the achievement nothing is ruled; the columns below hold figures."""
    xs, ys = [50, 220, 290, 360, 430], [100, 120, 140, 160, 180]
    heads = ["Indikator", "Target", "Realisasi", "Capaian (%)"]
    figures = [["Rekomendasi", "85,00", "86,32", "101,55"], ["Laporan", "92,00", "89,47", "97,25"]]
    paper.page().table(xs, ys, [heads, ["Opini BPK", "", "", ""], *figures], {(1, 1): (1, 3)})
    for x, text in ((240, "WTP"), (310, "WTP"), (380, "100,00")):
        paper.text(x, 132, text, 9)
    assert only_rows(paper) == [heads, ["Opini BPK", "WTP", "WTP", "100,00"], *figures]


def test_one_row_that_came_over_the_page_break_without_its_upper_ruling(paper, read, rows_of):
    xs = [50, 220, 290, 360, 430]
    heads = ["Kegiatan", "Lokasi", "Target", "Pagu (Rp)"]
    first = ["Pelayanan akta", "Kota", "100 akta", "142.315.000"]
    last = ["Pelayanan berstandar\nISO 9001", "Kota\nMagetan", "100%\nsesuai SOP dan\nstandar", "70.000.000"]
    paper.page().table(xs, [740, 760, 780], [heads, first])
    paper.page()
    for x in xs:
        paper.ruling(x, 60, x, 110)
    paper.ruling(220, 60, 290, 60)  # one cell alone has it
    paper.ruling(50, 110, 430, 110)
    paper.fill(xs, [60, 110], [last])
    paper.text(50, 150, "PRIORITAS KEDUA", 9)
    (table,) = read(paper).tables
    assert rows_of(table) == [heads, first, [text.replace("\n", " ") for text in last]]


def test_lines_that_stand_on_one_are_no_row(paper, read):
    """Upright lines of different heights, as in a bar chart, are not closed above."""
    paper.page()
    for k, x in enumerate((50, 120, 190, 260, 330)):
        paper.ruling(x, 60 + 12 * k, x, 130)
    paper.ruling(50, 130, 330, 130)
    for k, text in enumerate(("2019", "2020", "2021", "2022")):
        paper.text(60 + 70 * k, 125, text, 9)
    assert read(paper).tables == ()


@pytest.mark.parametrize("gap", [9, 30])
def test_a_mean_in_one_cell_over_all_columns(paper, read, gap):
    """Its label ends where the column of its figure begins, less or more than a column's gap before it."""
    xs, ys = [50, 220, 290, 360, 450], [100, 120, 140, 160, 180]
    heads = ["Indikator", "Target", "Capaian (%)", "Predikat"]
    rows = [["Rekomendasi", "85,00", "101,55", "Tinggi"], ["Laporan", "92,00", "97,25", "Tinggi"]]
    paper.page().table(xs, ys, [heads, *rows, ["", "", "", ""]], {(3, 0): (1, 4)})
    paper.text(293 - gap, 172, "Rata-rata Capaian Sasaran I", 9, "right")
    paper.text(293, 172, "99,40", 9)
    paper.text(370, 172, "Sangat Tinggi", 9)
    (table,) = read(paper).tables
    last = {(c.col, c.col_span, c.text) for c in table.cells if c.row == 3}
    assert last == {(0, 2, "Rata-rata Capaian Sasaran I"), (2, 1, "99,40"), (3, 1, "Sangat Tinggi")}


def test_a_sum_whose_merged_cells_only_end_the_upright_rulings(paper, only_rows):
    xs = [50, 80, 250, 320, 400]
    paper.page()
    for y in (100, 118, 190):
        paper.ruling(50, y, 400, y)
    for x in xs:
        paper.ruling(x, 100, x, 172 if x in (80, 250) else 190)
    rows = [["No", "Indikator Kinerja", "Target", "Capaian"], ["1.", "Nilai SAKIP", "80", "96,12"],
            ["2.", "Indeks kepuasan", "85", "102,88"], ["3.", "Jumlah arsip", "10", "100,00"],
            ["", "Rata-rata capaian", "", "99,67"]]  # fmt: skip
    paper.fill(xs, [100, 118, 136, 154, 174], rows)
    assert only_rows(paper) == [*rows[:4], ["Rata-rata capaian", "", "", "99,67"]]


def test_the_dots_of_a_boxs_border_tie_no_rulings_together(paper, only_rows):
    """A browser draws a dashed border as small squares, close enough to be snapped to each other all along the page."""
    paper.page()
    for k in range(120):
        for y, x in ((60, 60.0), (90, 61.9)):
            paper.filled(x + 3.75 * k, y, x + 2.2 + 3.75 * k, y + 1.6)
    rows = [["No", "Indikator", "Target"], ["1", "Indeks layanan", "80,10"], ["2", "Nilai SAKIP", "70,00"]]
    xs, ys = [60, 90, 300, 400], [120, 136, 152, 168]
    paper.fill(xs, ys, rows)
    for y in ys:
        paper.filled(60, y, 400, y + 0.7)
    for x in xs:
        paper.filled(x, 120, x + 0.7, 168)
    assert only_rows(paper) == rows


@pytest.mark.parametrize("end", [415, 424])
def test_a_label_of_sums_between_rules_over_two_columns(paper, read, end):
    """It says nothing of the columns that it stands over, and may reach a little over the edge before its figure."""
    heads = ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian"]
    paper.page().table([50, 80, 260, 340, 420, 500], [100, 120], [heads], align=["middle"] * 5)
    rows = [
        ("1", "Indeks Ketahanan", "0,55", "0,57", "103,64%"),
        ("2", "Jumlah relawan", "250", "268", "107,20%"),
    ]
    for y in (120, 140, 160, 180, 200):
        paper.ruling(50, y, 500, y)
    for y, row in zip((120, 160), rows, strict=True):
        for x, text in zip((55, 84, 290, 360, 446), row, strict=True):
            paper.text(x, y + 13, text, 9)
    for y, numeral in ((140, "I"), (180, "II")):
        paper.text(end, y + 13, f"Rata-rata capaian sasaran {numeral}", 9, "right")
        paper.text(446, y + 13, "102,19%", 9)
    (table,) = read(paper).tables
    assert {(c.row, c.col, c.text) for c in table.cells if c.row} == {
        *((2 * k + 1, col, text) for k, row in enumerate(rows) for col, text in enumerate(row)),
        *((2 * k + 2, 2, f"Rata-rata capaian sasaran {numeral}") for k, numeral in enumerate(("I", "II"))),
        *((2 * k + 2, 4, "102,19%") for k in (0, 1)),
    }


def test_a_total_in_one_cell_with_rp_apart_from_its_amount(paper, read):
    """Spreadsheets print "Rp" at the left edge of the column and the amount at the right."""
    xs, ys = [50, 220, 320, 420, 480], [100, 120, 140, 160, 180]
    heads = ["Program", "Pagu", "Realisasi", "%"]
    rows = [[f"Program {n}", f"{n}.000.000.000", f"{n}.900.000.000", "95,00"] for n in (2, 4)]
    paper.page().table(
        xs, ys, [heads, *rows, ["", "", "", ""]], {(3, 0): (1, 4)}, align=["left", *["right"] * 3]
    )
    paper.text(53, 173, "JUMLAH", 9)
    for x, amount in ((220, "6.000.000.000"), (320, "5.700.000.000")):
        paper.text(x + 3, 173, "Rp", 9)
        paper.text(x + 97, 173, amount, 9, "right")
    paper.text(477, 173, "95,00", 9, "right")
    (table,) = read(paper).tables
    assert [c.text for c in sorted(table.cells) if c.row == 3] == [
        "JUMLAH",
        "Rp 6.000.000.000",
        "Rp 5.700.000.000",
        "95,00",
    ]
