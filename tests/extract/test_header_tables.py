"""Headers of tables drawn in PDFs: merged cells, several levels, index rows."""

import pytest


def header_rows(document):
    assert len(document.tables) == 1
    return document.tables[0].header_rows


def cell_at(table, row, col):
    return next(c for c in table.cells if (c.row, c.col) == (row, col))


def test_one_level_header(paper, read):
    paper.page().table(
        [50, 80, 300, 400],
        [100, 120, 140],
        [["No", "Indikator Kinerja", "Target"], ["1", "Jumlah desa", "12"]],
    )
    assert header_rows(read(paper)) == 1


def test_two_level_header_with_merged_cells(paper, read, rows_of):
    xs, ys = [50, 80, 250, 320, 390, 460], [100, 118, 136, 154]
    rows = [
        ["No", "Indikator Kinerja", "Tahun 2023", "", ""],
        ["", "", "Target", "Realisasi", "Capaian"],
        ["1", "Persentase layanan", "90,00", "92,50", "102,78"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3)})
    document = read(paper)
    assert header_rows(document) == 2
    table = document.tables[0]
    assert rows_of(table) == rows
    assert (cell_at(table, 0, 0).row_span, cell_at(table, 0, 0).col_span) == (2, 1)
    assert (cell_at(table, 0, 1).row_span, cell_at(table, 0, 1).col_span) == (2, 1)
    assert (cell_at(table, 0, 2).row_span, cell_at(table, 0, 2).col_span) == (1, 3)
    assert (cell_at(table, 1, 2).row_span, cell_at(table, 1, 2).col_span) == (1, 1)


def test_three_level_header(paper, read, rows_of):
    xs, ys = [40, 70, 200, 260, 320, 380, 440], [100, 118, 136, 154, 172]
    rows = [
        ["No", "Program", "Renstra", "", "", ""],
        ["", "", "Tahun 2022", "", "Tahun 2023", ""],
        ["", "", "Target", "Realisasi", "Target", "Realisasi"],
        ["1", "Program Pelayanan", "85,50", "86,00", "87,50", "88,25"],
    ]
    spans = {(0, 0): (3, 1), (0, 1): (3, 1), (0, 2): (1, 4), (1, 2): (1, 2), (1, 4): (1, 2)}
    paper.page().table(xs, ys, rows, spans)
    document = read(paper)
    assert header_rows(document) == 3
    assert rows_of(document.tables[0]) == rows
    wide = cell_at(document.tables[0], 0, 2)
    assert (wide.row_span, wide.col_span) == (1, 4)


def test_index_row_of_plain_numbers(paper, read):
    rows = [["No", "Sasaran", "Target", "Realisasi"], ["1", "2", "3", "4"], ["1", "Layanan", "80", "82"]]
    paper.page().table([50, 80, 300, 400, 500], [100, 120, 140, 160], rows)
    document = read(paper)
    assert header_rows(document) == 2
    assert [c.text for c in document.tables[0].cells if not c.is_header] == ["1", "Layanan", "80", "82"]


def test_index_row_of_numbers_in_brackets(paper, read):
    rows = [["No", "Sasaran", "Target"], ["(1)", "(2)", "(3)"], ["1", "Layanan", "80"]]
    paper.page().table([50, 80, 300, 400], [100, 120, 140, 160], rows)
    assert header_rows(read(paper)) == 2


def test_index_row_with_a_formula(paper, read, rows_of):
    xs = [50, 80, 200, 260, 320, 400, 500]
    rows = [
        ["No", "Uraian", "Satuan", "Target", "Realisasi", "Capaian (%)"],
        ["1", "2", "3", "4", "5", "6=5/4*100"],
        ["1", "Kegiatan A", "Persen", "80", "84", "105,00"],
    ]
    paper.page().table(xs, [100, 120, 140, 160], rows)
    document = read(paper)
    assert header_rows(document) == 2
    assert rows_of(document.tables[0]) == rows


def test_index_row_below_a_two_level_header(paper, read):
    xs, ys = [50, 80, 250, 320, 390], [100, 118, 136, 154, 172]
    rows = [
        ["No", "Indikator Kinerja", "Tahun 2023", ""],
        ["", "", "Target", "Realisasi"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "Persentase layanan", "90", "92"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    assert header_rows(read(paper)) == 3


def test_rows_of_small_numbers_are_not_index_rows(paper, read):
    rows = [["Desa", "Target", "Realisasi", "Sisa"], ["Sukamaju", "1", "2", "3"], ["Sukasari", "2", "3", "4"]]
    paper.page().table([50, 200, 300, 400, 500], [100, 120, 140, 160], rows)
    assert header_rows(read(paper)) == 1


def test_year_columns_belong_to_the_header(paper, read):
    rows = [
        ["No", "Indikator Kinerja", "2021", "2022", "2023"],
        ["1", "Nilai SAKIP", "62,10", "64,35", "66,02"],
    ]
    paper.page().table([50, 80, 250, 320, 390, 460], [100, 120, 140], rows)
    assert header_rows(read(paper)) == 1


def test_title_row_printed_inside_the_table(paper, read, rows_of):
    rows = [
        ["Perjanjian Kinerja Kecamatan Contoh Tahun 2023", "", ""],
        ["No", "Sasaran Strategis", "Target"],
        ["1", "Meningkatnya pelayanan", "80"],
    ]
    paper.page().table([50, 80, 300, 400], [100, 120, 140, 160], rows, {(0, 0): (1, 3)})
    document = read(paper)
    assert header_rows(document) == 2
    assert rows_of(document.tables[0]) == rows


def test_cell_merged_over_several_rows_of_the_body(paper, read, rows_of):
    rows = [
        ["Sasaran", "Indikator Kinerja", "Target"],
        ["Pelayanan prima", "Indeks kepuasan", "85"],
        ["", "Waktu layanan", "30"],
        ["", "Jumlah aduan", "4"],
    ]
    paper.page().table([50, 200, 350, 450], [100, 120, 140, 160, 180], rows, {(1, 0): (3, 1)})
    table = read(paper).tables[0]
    assert rows_of(table) == rows
    assert cell_at(table, 1, 0).row_span == 3
    assert table.header_rows == 1


def test_total_row_merged_over_its_label_columns(paper, read, rows_of):
    rows = [
        ["No", "Program", "Anggaran"],
        ["1", "Program Pelayanan", "12.500.000"],
        ["2", "Program Ketertiban", "7.500.000"],
        ["JUMLAH", "", "20.000.000"],
    ]
    paper.page().table([50, 80, 300, 420], [100, 120, 140, 160, 180], rows, {(3, 0): (1, 2)})
    table = read(paper).tables[0]
    assert rows_of(table) == rows
    assert cell_at(table, 3, 0).col_span == 2
    assert not cell_at(table, 3, 0).is_header


def test_sideways_column_headings(paper, read, rows_of):
    xs, ys = [50, 200, 230, 260], [100, 170, 190]
    paper.page().table(xs, ys, [["Desa", "", ""], ["Sukamaju", "12", "15"]])
    paper.text(218, 165, "Target", 9, angle=90)
    paper.text(248, 165, "Realisasi", 9, angle=90)
    document = read(paper)
    assert rows_of(document.tables[0]) == [["Desa", "Target", "Realisasi"], ["Sukamaju", "12", "15"]]


def test_sideways_column_heading_of_two_lines(paper, read, rows_of):
    xs, ys = [50, 200, 240, 280], [100, 180, 200]
    paper.page().table(xs, ys, [["Desa", "", "Target"], ["Sukamaju", "12", "15"]])
    paper.text(216, 175, "Realisasi", 9, angle=90)
    paper.text(230, 175, "Tahun 2023", 9, angle=90)
    assert rows_of(read(paper).tables[0])[0] == ["Desa", "Realisasi Tahun 2023", "Target"]


def test_heading_of_two_rows_drawn_as_a_table_of_its_own(paper, read, rows_of):
    xs = [50, 80, 250, 320, 390, 460]
    page = paper.page()
    heads = [["No", "Indikator Kinerja", "Tahun 2016", "", "Renstra"], ["", "", "Target", "Realisasi", ""]]
    page.table(xs, [100, 118, 136], heads, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)})
    page.text(83, 147, "Misi Pertama: Meningkatkan Produktivitas", 9)
    page.table(xs, [152, 170, 188], [["1", "Garam", "105", "0,15", "105"], ["2", "Ikan", "50", "43", "50"]])
    (table,) = read(paper).tables
    assert table.header_rows == 2
    assert rows_of(table)[2:] == [["1", "Garam", "105", "0,15", "105"], ["2", "Ikan", "50", "43", "50"]]


def test_heading_with_a_misspelt_word(paper, read):
    rows = [["No", "Indikator Kinerja", "Target", "Ralisasi"], ["1", "Permukiman layak", "90", "94"]]
    paper.page().table([50, 80, 300, 400, 500], [100, 120, 140], rows)
    assert header_rows(read(paper)) == 1


def test_heading_printed_again_at_the_foot_of_a_page(paper, read):
    xs, heads = [50, 80, 300, 400, 500], ["No", "Indikator Kinerja", "Target", "Pagu (Rp)"]
    paper.page().table(xs, [700, 720, 740, 760], [heads, ["1", "Produksi susu", "39", "813.009.000"], heads])
    paper.page().table(xs, [60, 80, 100], [["1", "2", "3", "4"], ["2", "Produksi padi", "66", "109.870.500"]])
    (table,) = read(paper).tables
    assert [c.text for c in table.cells if not c.is_header] == [
        "1", "Produksi susu", "39", "813.009.000", "2", "Produksi padi", "66", "109.870.500",
    ]  # fmt: skip


def test_titles_inside_the_table_stand_above_its_header(paper, read):
    rows = [
        ["Realisasi Belanja Dinas Pendidikan", "", "", ""],
        ["Tahun 2019", "", "", ""],
        ["No", "Uraian", "Pagu", "Realisasi"],
        ["1", "Belanja Pegawai", "81.255.421.711", "76.637.423.925"],
    ]
    spans = {(0, 0): (1, 4), (1, 0): (1, 4)}
    paper.page().table([50, 80, 300, 400, 500], [100, 120, 140, 160, 180], rows, spans)
    assert header_rows(read(paper)) == 3


def test_heading_at_the_foot_of_a_page_with_its_body_on_the_next(paper, read):
    xs = [50, 80, 300, 400, 500]
    heads = [["No", "Program", "Keuangan", ""], ["", "", "Pagu", "Realisasi"]]
    paper.page().table(xs, [720, 740, 760], heads, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    paper.page().table(xs, [60, 80], [["1", "Jalan", "7.009.177.170", "5.800.248.400"]])
    (table,) = read(paper).tables
    assert table.header_rows == 2


def test_an_index_row_that_leaves_numbers_out(paper, read):
    rows = [["No", "Indikator", "Target", "Rumus"], ["1", "2", "4", "6"], ["1", "Sanitasi", "79%", "a/b"]]
    paper.page().table([50, 80, 300, 400, 500], [100, 120, 140, 160], rows)
    assert header_rows(read(paper)) == 2


def test_a_formula_in_a_heading_is_no_amount(paper, read):
    rows = [
        ["No Misi", "Indikator Kinerja", "Target Tahun 2016", "Capaian Tahun 2016 Thdp PK (4/5)*100%"],
        ["1", "2", "3", "4"],
        ["1", "Produksi", "2,30", "96,95"],
    ]
    paper.page().table([50, 90, 250, 350, 560], [100, 120, 140, 160], rows)
    assert header_rows(read(paper)) == 2


def test_a_condition_in_a_heading_is_no_amount(paper, read):
    rows = [
        ["Sasaran", "% Capaian Kinerja (>=100%)", "% Penyerapan Anggaran", "Tingkat Efisiensi"],
        ["Meningkatnya kualitas pendidikan", "99,83", "94,10", "5,73"],
    ]
    paper.page().table([50, 200, 340, 460, 560], [100, 120, 140], rows)
    assert header_rows(read(paper)) == 1


def test_running_numbers_not_ruled_off_from_the_first_row(paper, read, rows_of):
    xs = [50, 80, 250, 350, 450, 500]
    rows = [
        ["No", "Program", "Anggaran", "Realisasi", "%"],
        ["1\n8", "2\nProgram Data", "3", "4", "5"],
        ["", "", "450.000.000", "435.869.020", "96,86"],
    ]
    paper.page().table(xs, [100, 120, 140, 160], rows, {(1, 0): (2, 1), (1, 1): (2, 1)})
    (table,) = read(paper).tables
    assert table.header_rows == 2
    assert rows_of(table)[2] == ["8", "Program Data", "450.000.000", "435.869.020", "96,86"]


def test_a_heading_in_the_middle_one_of_its_columns_spans_them_all(paper, read, rows_of):
    """Years over T, R and %, blank cells beside them: a spreadsheet whose cells were not merged."""
    xs, ys = [50, 180, 220, 260, 300, 340, 380, 420], [100, 120, 140, 160]
    rows = [
        ["Indikator Kinerja", "", "2016", "", "", "2017", ""],
        ["", "T", "R", "%", "T", "R", "%"],
        ["Indeks Kepuasan", "80", "82", "102,50", "85", "84", "98,82"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1)})
    table = read(paper).tables[0]
    spans = {c.text: (c.col, c.col_span) for c in table.cells if c.row == 0}
    assert spans == {"Indikator Kinerja": (0, 1), "2016": (1, 3), "2017": (4, 3)}
    assert [c.is_header for c in table.cells if c.row == 1] == [True] * 6


def test_headings_over_blank_cells_without_a_pattern_stay(paper, read):
    xs, ys = [50, 180, 240, 300, 360], [100, 120, 140, 160]
    rows = [
        ["Indikator Kinerja", "", "Target", ""],
        ["", "Awal", "2016", "Akhir"],
        ["Indeks Kepuasan", "80", "82", "85"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1)})
    assert next(c for c in read(paper).tables[0].cells if c.text == "Target").col_span == 1


def test_two_headings_in_one_cell_over_their_columns(paper, only_rows):
    """The ruling between them is missing; the numbers of the other columns stand beside."""
    xs, ys = [50, 90, 300, 420, 540], [100, 120, 140, 160, 180]
    rows = [
        ["No", "Indikator Kinerja", "Target", ""],
        ["1", "2", "", ""],
        ["1", "Jumlah pengunjung", "23400 orang", "24000 orang"],
        ["2", "Jumlah arsip", "3 OPD", "4 OPD"],
    ]
    paper.page().table(xs, ys, rows, {(0, 2): (1, 2), (1, 2): (1, 2)})
    paper.text(340, 131, "Sebelum", 9)
    paper.text(460, 131, "Sesudah", 9)
    assert only_rows(paper)[:2] == [
        ["No", "Indikator Kinerja", "Target", ""],
        ["1", "2", "Sebelum", "Sesudah"],
    ]


@pytest.mark.parametrize("off", [0, 12])
def test_two_headings_close_to_each_other_over_the_middle_of_their_columns(paper, only_rows, off):
    """The ruling between them is missing; off the middles the words may be one heading."""
    xs, ys = [50, 90, 300, 332, 386], [100, 116, 132, 148, 164]
    rows = [
        ["No", "Indikator Kinerja", "Target", ""],
        ["", "", "", ""],
        ["1", "Jumlah pengunjung", "", ""],
        ["2", "Jumlah arsip", "", ""],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (1, 2): (1, 2)})
    for x, heading, figures in ((316, "Murni", ("79,00", "4")), (359, "Perubahan", ("78,00", "5"))):
        paper.text(x + (off if heading == "Murni" else 0) / 2, 127, heading, 8, align="middle")
        for baseline, figure in zip((143, 159), figures, strict=True):
            paper.text(x, baseline, figure, 8, align="middle")
    heading = ["", "", "Murni", "Perubahan"] if not off else ["", "", "Murni Perubahan", ""]
    assert only_rows(paper)[1] == heading


@pytest.mark.parametrize("title", [False, True])
def test_a_band_of_headings_over_a_ruled_body(paper, only_rows, title):
    """The heading is one shaded strip without upright rulings; a title in such a strip stays whole."""
    xs, ys = [50, 80, 230, 262, 306, 366], [116, 132, 148, 164]
    headings = ["No", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"]
    rows = [
        [str(k), f"Persentase desa {name}", "80,00", "82,00", "102,50"] for k, name in enumerate("abc", 1)
    ]
    paper.page().filled(50, 100, 366, 116, 0.8)
    paper.ruling(50, 100, 366, 100)
    for x in (50, 366):
        paper.ruling(x, 100, x, 116)
    paper.table(xs, ys, rows)
    if title:
        paper.text(52, 111, "Pengukuran Kinerja Kecamatan Contoh Kabupaten Contoh Tahun 2023", 9)
    else:
        for x, heading in zip(xs, headings, strict=False):
            paper.text(x + 3, 111, heading, 9)
    found = only_rows(paper)
    assert found[1:] == rows
    assert (found[0] == headings) is not title


def test_a_year_stays_with_its_word(paper, only_rows):
    """ "Tahun" and "2021" stand wide apart in the heading over two columns."""
    xs, ys = [50, 90, 300, 420, 540], [100, 120, 140, 160, 180]
    rows = [
        ["No", "Indikator Kinerja", "", ""],
        ["", "", "Realisasi", "Capaian"],
        ["1", "Indeks kepuasan", "81,90", "101,11"],
        ["2", "Nilai SAKIP", "67,05", "101,59"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    paper.text(340, 111, "Tahun", 9)
    paper.text(460, 111, "2021", 9)
    assert only_rows(paper)[0] == ["No", "Indikator Kinerja", "Tahun 2021", ""]


@pytest.mark.parametrize("word", ["", "Tahun "])
def test_words_in_the_cell_of_the_middle_year_stand_over_all_years(paper, read, rows_of, word):
    xs, ys = [50, 150, 230, 310, 390, 500], [100, 130, 150]
    rows = [
        ["Indikator", f"{word}2018", f"Capaian (%)\n{word}2019", f"{word}2020", "Kemajuan (%)"],
        ["SAKIP", "98,5", "99,1", "97,8", "90"],
    ]
    paper.page().table(xs, ys, rows)
    table = read(paper).tables[0]
    over = next(c for c in table.cells if c.text == "Capaian (%)")
    assert (over.row, over.col, over.col_span, over.is_header) == (0, 1, 3, True)
    assert rows_of(table)[1][1:4] == [f"{word}2018", f"{word}2019", f"{word}2020"]
    assert rows_of(table)[2] == ["SAKIP", "98,5", "99,1", "97,8", "90"]


def test_words_over_another_year_than_the_middle_one_stay(paper, read):
    xs, ys = [50, 200, 280, 330, 380], [100, 130, 150]
    heads = ["Indikator", "Kondisi awal\n2019", "2020", "2021"]
    paper.page().table(xs, ys, [heads, ["SAKIP", "98,5", "99,1", "97,8"]])
    assert all(c.col_span == 1 for c in read(paper).tables[0].cells)


def test_a_heading_over_the_years_that_another_one_stands_over_too(paper, read):
    xs, ys = [50, 150, 190, 230, 270, 310, 370, 410], [100, 120, 140, 160]
    years = ["2015", "2016", "2017"]
    rows = [
        ["Indikator", "Realisasi", "", "", "", "Capaian (%)", ""],
        ["", *years, *years],
        ["SAKIP", "70", "71", "72", "98,5", "99,1", "97,8"],
    ]
    paper.page().table(xs, ys, rows, {(0, 0): (2, 1), (0, 1): (1, 3)})
    spans = {c.text: (c.col, c.col_span) for c in read(paper).tables[0].cells if c.row == 0}
    assert spans == {"Indikator": (0, 1), "Realisasi": (1, 3), "Capaian (%)": (4, 3)}


def test_figures_below_figures_are_spread_over_nothing(paper, read):
    xs, ys = [50, 150, 190, 230, 270, 310], [100, 120, 140, 160, 180]
    rows = [
        ["Indikator", "2020", "2021", "2022", "2023"],
        ["Predikat", "B", "", "A", ""],
        ["Indeks", "70", "71", "70", "71"],
        ["Nilai", "60", "61", "60", "61"],
    ]
    paper.page().table(xs, ys, rows, {(1, 1): (1, 2)})
    assert next(c for c in read(paper).tables[0].cells if c.text == "A").col_span == 1
