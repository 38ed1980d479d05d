"""Tables over several pages, rows cut by a page break, sheets cut into pages."""

import pytest

XS = [50, 80, 300, 400, 500]
HEAD = ["No", "Indikator Kinerja", "Target", "Realisasi"]


def ruled(top, n, step=20):
    return [top + step * i for i in range(n + 1)]


def numbered(first, last):
    return [[str(i), f"Indikator nomor {i}", f"{60 + i},50", f"{61 + i},25"] for i in range(first, last + 1)]


def test_table_over_two_pages_with_repeated_header(paper, read, rows_of):
    paper.page().table(XS, ruled(660, 6), [HEAD, *numbered(1, 5)])
    paper.page().table(XS, ruled(60, 5), [HEAD, *numbered(6, 9)])
    document = read(paper)
    assert len(document.tables) == 1
    table = document.tables[0]
    assert (table.page_from, table.page_to) == (1, 2)
    assert rows_of(table) == [HEAD, *numbered(1, 5), HEAD, *numbered(6, 9)]
    assert [c.text for c in table.cells if c.is_header] == HEAD + HEAD
    assert table.n_rows == 11


def test_table_over_two_pages_without_repeated_header(paper, read, rows_of):
    paper.page().table(XS, ruled(660, 6), [HEAD, *numbered(1, 5)])
    paper.page().table(XS, ruled(60, 4), numbered(6, 9))
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [[HEAD, *numbered(1, 9)]]
    assert [c.text for c in document.tables[0].cells if c.is_header] == HEAD


def test_table_over_three_pages(paper, read, rows_of):
    paper.page().table(XS, ruled(60, 36), [HEAD, *numbered(1, 35)])
    paper.page().table(XS, ruled(60, 36), numbered(36, 71))
    paper.page().table(XS, ruled(60, 3), numbered(72, 74))
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [[HEAD, *numbered(1, 74)]]
    assert document.tables[0].page_to == 3


def test_running_head_and_page_number_do_not_stop_a_table(paper, read, rows_of):
    for number, (top, n, rows) in enumerate(
        [(660, 6, [HEAD, *numbered(1, 5)]), (80, 36, numbered(6, 41)), (80, 2, numbered(42, 43))], 1
    ):
        paper.page().table(XS, ruled(top, n), rows)
        paper.text(50, 40, "LKjIP Kecamatan Contoh Tahun 2023", 8)
        paper.text(297, 815, str(number), 9, "middle")
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [[HEAD, *numbered(1, 43)]]


def test_sentence_between_two_tables_keeps_them_apart(paper, read, rows_of):
    paper.page().table(XS, ruled(660, 3), [HEAD, *numbered(1, 2)])
    paper.page().text(50, 60, "Perbandingan dengan tahun sebelumnya disajikan pada tabel berikut.")
    paper.table(XS, ruled(80, 3), [HEAD, *numbered(1, 2)])
    assert [rows_of(t) for t in read(paper).tables] == [[HEAD, *numbered(1, 2)]] * 2


def test_table_with_another_header_begins_anew(paper, read):
    paper.page().table(XS, ruled(660, 3), [HEAD, *numbered(1, 2)])
    paper.page().table(XS, ruled(60, 3), [["No", "Program", "Anggaran", "Realisasi"], *numbered(1, 2)])
    assert [t.page_from for t in read(paper).tables] == [1, 2]


def test_table_with_other_columns_begins_anew(paper, read):
    paper.page().table(XS, ruled(660, 3), [HEAD, *numbered(1, 2)])
    paper.page().table([50, 180, 320, 500], ruled(60, 2), [["Desa", "12", "15"], ["Sukasari", "13", "17"]])
    assert [t.page_from for t in read(paper).tables] == [1, 2]


def test_page_between_parts_ends_a_table(paper, read):
    paper.page().table(XS, ruled(660, 3), [HEAD, *numbered(1, 2)])
    paper.page().text(50, 100, "Uraian analisis capaian kinerja.")
    paper.page().table(XS, ruled(60, 2), numbered(3, 4))
    assert [t.page_from for t in read(paper).tables] == [1, 3]


def test_part_moved_sideways_on_the_next_page(paper, read, rows_of):
    paper.page().table(XS, ruled(660, 3), [HEAD, *numbered(1, 2)])
    paper.page().table([x + 22 for x in XS], ruled(60, 2), numbered(3, 4))
    assert [rows_of(t) for t in read(paper).tables] == [[HEAD, *numbered(1, 4)]]


def test_row_cut_in_the_middle_of_a_cell_by_a_page_break(paper, read, rows_of):
    paper.page().table(
        XS,
        [700, 720, 760],
        [HEAD, ["1", "Persentase warga yang\npuas terhadap layanan", "85,50", "87,25"]],
    )
    paper.page().table(
        XS,
        [60, 84, 104],
        [["", "administrasi kependudukan", "", ""], ["2", "Indeks kepuasan", "80,00", "82,00"]],
    )
    assert [rows_of(t) for t in read(paper).tables] == [
        [
            HEAD,
            ["1", "Persentase warga yang puas terhadap layanan administrasi kependudukan", "85,50", "87,25"],
            ["2", "Indeks kepuasan", "80,00", "82,00"],
        ]
    ]


def test_row_cut_by_a_page_break_without_a_ruling_at_the_cut(paper, read, rows_of):
    paper.page()
    for y in (700, 720):
        paper.ruling(50, y, 500, y)
    for x in XS:
        paper.ruling(x, 700, x, 760)
    paper.fill(
        XS, [700, 720, 760], [HEAD, ["1", "Persentase warga yang\npuas terhadap layanan", "85,50", "87,25"]]
    )
    paper.page()
    for y in (84, 104):
        paper.ruling(50, y, 500, y)
    for x in XS:
        paper.ruling(x, 60, x, 104)
    paper.fill(
        XS,
        [60, 84, 104],
        [["", "administrasi kependudukan", "", ""], ["2", "Indeks kepuasan", "80,00", "82,00"]],
    )
    assert [rows_of(t) for t in read(paper).tables] == [
        [
            HEAD,
            ["1", "Persentase warga yang puas terhadap layanan administrasi kependudukan", "85,50", "87,25"],
            ["2", "Indeks kepuasan", "80,00", "82,00"],
        ]
    ]


def test_new_row_after_the_page_break_stays_a_row(paper, read, rows_of):
    paper.page().table(XS, [700, 720, 740], [HEAD, ["1", "Persentase warga puas", "85,50", "87,25"]])
    paper.page().table(
        XS, [60, 80, 100], [["2", "jumlah aduan", "4", "3"], ["3", "Indeks kepuasan", "80,00", "82,00"]]
    )
    assert [rows_of(t) for t in read(paper).tables] == [
        [
            HEAD,
            ["1", "Persentase warga puas", "85,50", "87,25"],
            ["2", "jumlah aduan", "4", "3"],
            ["3", "Indeks kepuasan", "80,00", "82,00"],
        ]
    ]


def test_cell_merged_over_the_page_break_without_text_below(paper, read, rows_of):
    rows = [["Sasaran", "Indikator", "Target"], ["Pelayanan prima", "Indeks kepuasan", "85,50"]]
    paper.page().table([50, 200, 350, 450], ruled(700, 2), rows)
    paper.page().table(
        [50, 200, 350, 450], ruled(60, 2), [["", "Waktu layanan", "30,00"], ["", "Jumlah aduan", "4,00"]]
    )
    assert [rows_of(t) for t in read(paper).tables] == [
        [*rows, ["", "Waktu layanan", "30,00"], ["", "Jumlah aduan", "4,00"]]
    ]


LEFT = [
    ["No", "Program", "Indikator"],
    ["1", "Pelayanan", "Indeks kepuasan"],
    ["2", "Ketertiban", "Jumlah operasi"],
    ["3", "Umum", "Jumlah rapat"],
]
RIGHT = [
    ["Target", "Realisasi", "Anggaran"],
    ["80,00", "82,00", "12.500.000"],
    ["12", "12", "7.500.000"],
    ["24", "22", "3.250.000"],
]


def test_sheet_printed_wider_than_the_page(paper, read, rows_of):
    paper.page(842, 595).table([60, 100, 400, 780], ruled(100, 4), LEFT)
    paper.page(842, 595).table([60, 160, 260, 400], ruled(100, 4), RIGHT)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [[a + b for a, b in zip(LEFT, RIGHT, strict=True)]]
    table = document.tables[0]
    assert {c.place.page for c in table.cells if c.col < 3} == {1}
    assert {c.place.page for c in table.cells if c.col >= 3} == {2}
    assert "wide sheet" in table.reason


def test_a_heading_over_both_halves_of_a_sheet_is_printed_on_both(paper, read, rows_of):
    over = "Target dan Pendanaan"
    left = [
        ["Kode", "Program", over, "<"],
        ["^", "^", "K", "Rp"],
        ["1", "Program Pelayanan", "66", "120.000"],
        ["2", "Program Ketertiban", "70", "90.000"],
        ["3", "Program Umum", "71", "80.000"],
    ]
    right = [[over, "<"], ["K", "Rp"], ["68", "130.000"], ["72", "95.000"], ["73", "85.000"]]
    plain = [[("" if t in "<^" else t) for t in row] for row in left]
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    paper.page(842, 595).table([60, 100, 400, 460, 780], ruled(100, 5), plain, spans)
    paper.page(842, 595).table(
        [60, 160, 260],
        ruled(100, 5),
        [[("" if t == "<" else t) for t in row] for row in right],
        {(0, 0): (1, 2)},
    )
    (table,) = read(paper).tables
    assert rows_of(table)[2] == ["1", "Program Pelayanan", "66", "120.000", "68", "130.000"]


def test_a_slice_that_begins_with_a_label_is_told_by_its_column_numbers(paper, read, rows_of):
    left = [
        ["Tujuan", "Program"],
        ["1", "2"],
        ["Pelayanan prima", "Pelayanan"],
        ["Wilayah tertib", "Ketertiban"],
    ]
    right = [
        ["Indikator Program", "Target"],
        ["3", "4"],
        ["Indeks kepuasan", "80,00"],
        ["Jumlah operasi", "12"],
    ]
    paper.page(842, 595).table([60, 400, 780], ruled(100, 4), left)
    paper.page(842, 595).table([60, 260, 400], ruled(100, 4), right)
    assert [rows_of(t) for t in read(paper).tables] == [[a + b for a, b in zip(left, right, strict=True)]]


def test_a_heading_that_the_edge_of_the_page_cuts_is_whole_on_both(paper, read, rows_of):
    left = [
        ["Tujuan", "Program", "Kondisi Ki"],
        ["1", "2", "3"],
        ["Prima", "Pelayanan", "80"],
        ["Tertib", "Patroli", "9"],
    ]
    right = [["nerja Akhir", "Lokasi"], ["4", "5"], ["12.500.000", "Desa"], ["7.500.000", "Desa"]]
    paper.page(842, 595).table([60, 300, 600, 780], ruled(100, 4), left)
    paper.page(842, 595).table([60, 260, 400], ruled(100, 4), right)
    (table,) = [rows_of(t) for t in read(paper).tables]
    assert table[0] == ["Tujuan", "Program", "Kondisi Kinerja Akhir", "Kondisi Kinerja Akhir", "Lokasi"]


def repeated_sheet():
    """Left and right slice of a sheet whose first two columns are printed on every page."""
    names = [(f"7.01.0{n}", f"Program ke-{n}") for n in range(1, 10)]
    left = [
        ["Kode", "Program", "Target"],
        ["1", "2", "3"],
        *([*name, f"{n}0"] for n, name in enumerate(names, 1)),
    ]
    right = [
        ["Kode", "Program", "Realisasi", "Lokasi"],
        ["1", "2", "4", "5"],
        *([*name, f"{n}5", "Desa"] for n, name in enumerate(names, 1)),
    ]
    return left, right


def test_columns_that_a_sheet_prints_again_on_every_page(paper, read, rows_of):
    left, right = repeated_sheet()
    paper.page(842, 595).table([60, 160, 500, 780], ruled(60, len(left)), left)
    paper.page(842, 595).table([60, 160, 500, 640, 780], ruled(60, len(right)), right)
    (table,) = read(paper).tables
    assert rows_of(table) == [a + b[2:] for a, b in zip(left, right, strict=True)]


def test_another_table_of_the_same_programs_stays_its_own(paper, read, rows_of):
    """Its first columns are the same in most rows only."""
    left, right = repeated_sheet()
    right[5][1] = "Program lain"
    paper.page(842, 595).table([60, 160, 500, 780], ruled(60, len(left)), left)
    paper.page(842, 595).table([60, 160, 500, 640, 780], ruled(60, len(right)), right)
    assert [rows_of(t) for t in read(paper).tables] == [left, right]


def test_sheet_cut_into_three_pages(paper, read, rows_of):
    last = [["Sisa", "Capaian"], ["1,00", "102,50"], ["0,00", "100,00"], ["2,00", "91,67"]]
    paper.page(842, 595).table([60, 100, 400, 780], ruled(100, 4), LEFT)
    paper.page(842, 595).table([60, 160, 260, 400], ruled(100, 4), RIGHT)
    paper.page(842, 595).table([60, 160, 260], ruled(100, 4), last)
    assert [rows_of(t) for t in read(paper).tables] == [
        [a + b + c for a, b, c in zip(LEFT, RIGHT, last, strict=True)]
    ]


def test_sheet_printed_down_then_over(paper, read, rows_of):
    def page(xs, rows):
        paper.page(842, 595).table(xs, ruled(100, 4), rows)

    left2 = [
        ["No", "Program", "Indikator"],
        ["4", "Desa", "Jumlah bina"],
        ["5", "Trantib", "Jumlah patroli"],
        ["6", "Kesra", "Jumlah bantuan"],
    ]
    right2 = [
        ["Target", "Realisasi", "Anggaran"],
        ["5", "5", "1.500.000"],
        ["48", "50", "2.500.000"],
        ["10", "9", "4.250.000"],
    ]
    page([60, 100, 400, 780], LEFT)
    page([60, 100, 400, 780], left2)
    page([60, 160, 260, 400], RIGHT)
    page([60, 160, 260, 400], right2)
    rows = [row for t in read(paper).tables for row in rows_of(t)]
    assert rows == [a + b for a, b in zip(LEFT + left2, RIGHT + right2, strict=True)]


def test_a_list_below_the_table_of_a_cut_sheet_is_cut_with_it(paper, read, rows_of):
    """Labels on one page, amounts at the same heights on the next; the table above tells that they belong together."""
    programs = ["1. Program Pelayanan Administrasi", "2. Program Ketertiban Umum", "3. Program Kesejahteraan"]
    amounts = ["75.000.000", "103.800.000", "195.050.000"]
    paper.page(842, 595).table([60, 100, 400, 780], ruled(100, 4), LEFT)
    paper.text(120, 250, "Program")
    for k, program in enumerate(programs):
        paper.text(60, 270 + 16 * k, program)
    paper.page(842, 595).table([60, 160, 260, 400], ruled(100, 4), RIGHT)
    paper.text(140, 250, "Anggaran", align="right")
    for k, amount in enumerate(amounts):
        paper.text(140, 270 + 16 * k, amount, align="right")
    document = read(paper)
    assert [rows_of(t) for t in document.tables][1][-3:] == [
        [program, amount] for program, amount in zip(programs, amounts, strict=True)
    ]
    places = {c.text: c.place for c in document.tables[1].cells}
    assert [places[programs[0]].page, places[amounts[0]].page] == [1, 2]
    assert abs(places[amounts[0]].box.x1 - 140) < 3
    assert not document.pages[1].lines or "75.000.000" not in [line.text for line in document.pages[1].lines]


def test_only_the_column_numbers_are_printed_again(paper, read, rows_of):
    """Under "Lanjutan Tabel 3.2"."""
    numbers = ["(1)", "(2)", "(3)", "(4)"]
    paper.page().table(XS, ruled(660, 6), [HEAD, numbers, *numbered(1, 4)])
    page = paper.page()
    page.text(50, 72, "Lanjutan Tabel 3.2", 9)
    page.table(XS, ruled(80, 4), [numbers, *numbered(5, 7)])
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [
        [HEAD, numbers, *numbered(1, 4), numbers, *numbered(5, 7)]
    ]
    assert [c.text for c in document.tables[0].cells if c.is_header] == HEAD + numbers + numbers


def test_a_code_cut_by_its_cell_and_by_the_page(paper, read, rows_of):
    xs = [50, 103, 300, 400]
    head = ["Kode", "Uraian", "Anggaran"]
    rows = [["1.01.01.2.0\n1", "Perencanaan", "5.000.000"], ["1.01.01.2.0", "Administrasi", "7.000.000"]]
    paper.page().table(xs, [700, 720, 745, 760], [head, *rows])
    paper.page().table(xs, [60, 75, 95], [["2", "", ""], ["1.01.01.2.03", "Kepegawaian", "9.000.000"]])
    document = read(paper)
    assert [[row[0] for row in rows_of(t)] for t in document.tables] == [
        ["Kode", "1.01.01.2.01", "1.01.01.2.02", "1.01.01.2.03"]
    ]


def test_the_number_of_an_appendix_page_does_not_stop_a_table(paper, read, rows_of):
    paper.page().table(XS, ruled(660, 6), [HEAD, *numbered(1, 5)])
    paper.text(500, 825, "Lampiran - 12", 9)
    paper.page().table(XS, ruled(60, 4), numbered(6, 9))
    paper.text(500, 825, "Lampiran - 13", 9)
    assert [rows_of(t) for t in read(paper).tables] == [[HEAD, *numbered(1, 9)]]


def test_a_slice_whose_heading_has_another_level_and_whose_row_is_not_parted(paper, read, rows_of):
    """The heading of one slice has a level more, the last row of the other is parted."""
    left = [
        ["No", "Sasaran", "Indikator"],
        ["1", "2", "3"],
        ["1", "Pajak naik", "Persentase pajak"],
        ["", "", ""],
    ]
    paper.page(842, 595).table(
        [60, 100, 400, 780], [100, 130, 145, 165, 185], left, {(2, 0): (2, 1), (2, 1): (2, 1)}
    )
    right = [["TARGET"], [""], ["4"], ["5 %"]]
    paper.page(842, 595).table([60, 180], [100, 118, 130, 145, 185], right)
    (table,) = read(paper).tables
    (figure,) = [c for c in table.cells if c.text == "5 %"]
    (label,) = [c for c in table.cells if c.text == "Pajak naik"]
    assert (figure.row, figure.place.page) == (label.row, 2)


@pytest.mark.parametrize(("first", "rows"), [("8=(7/6)", 6), ("9", 6), ("8=(7/6)", 5)])
def test_a_table_written_as_two_halves(paper, read, rows_of, first, rows):
    """The right half stands on the next page with other row heights; its column numbers run on, its rows are numbered
    alike."""
    left = [["No", "Program", "Target", "Realisasi"], ["", "5", "6", "7"]]
    right = [["No", "Tingkat Realisasi (%)", "Pagu (Rp)"], ["", first, "9" if first[0] == "8" else "10"]]
    left += [[str(k), f"Program {k}", f"6{k},50", f"6{k},00"] for k in range(1, 5)]
    right += [[str(k), f"9{k},31", f"4.21{k}.650.000"] for k in range(1, rows - 1)]
    paper.page().table([50, 80, 300, 400, 500], [100 + 30 * k for k in range(7)], left)
    paper.page().table([50, 80, 300, 400], [100 + 20 * k for k in range(rows + 1)], right)
    tables = read(paper).tables
    joined = first == "8=(7/6)" and rows == 6
    assert len(tables) == (1 if joined else 2)
    if joined:
        assert rows_of(tables[0])[2:] == [a + b[1:] for a, b in zip(left[2:], right[2:], strict=True)]
        assert {c.place.page for c in tables[0].cells if c.text.endswith(".000")} == {2}


def test_a_row_cut_behind_a_part_of_its_code(paper, only_rows):
    """Below the page break stand the rest of the code and of the label, above it all figures."""
    xs, head = [50, 130, 300, 400, 500], ["Kode", "Kegiatan", "Target", "Pagu (Rp)"]
    rows = [[f"7.01.06.2.01.000{k}", f"Layanan nomor {k}", str(k), f"1{k}.850.000"] for k in range(1, 5)]
    last = ["7.01.06.2.01.", "Fasilitasi Penyusunan", "12", "15.850.000"]
    paper.page().table(xs, ruled(100, 6), [head, *rows, last])
    total = ["TOTAL", "", "", "66.250.000"]
    paper.page().table(xs, ruled(60, 2), [["0006", "Perencanaan Pembangunan", "", ""], total])
    assert only_rows(paper)[5:] == [
        ["7.01.06.2.01.0006", "Fasilitasi Penyusunan Perencanaan Pembangunan", "12", "15.850.000"],
        total,
    ]


def test_row_cut_by_a_page_break_goes_on_below_the_repeated_heading(paper, read, rows_of):
    """Word repeats the heading of a table above the rest of the row that it cut."""
    cut = ["3", "Persentase warga yang\npuas terhadap", "85,50", "87,25"]
    paper.page().table(XS, [660, 680, 700, 720, 760], [HEAD, *numbered(1, 2), cut])
    paper.page().table(XS, [60, 80, 100, 120], [HEAD, ["", "pelayanan", "", ""], *numbered(4, 4)])
    whole = ["3", "Persentase warga yang puas terhadap pelayanan", "85,50", "87,25"]
    assert [rows_of(t) for t in read(paper).tables] == [[HEAD, *numbered(1, 2), whole, HEAD, *numbered(4, 4)]]


def test_a_formula_goes_on_below_the_repeated_heading(paper, read, rows_of):
    xs, head = [50, 200, 380, 440, 500], ["Indikator Kinerja", "Formulasi", "Target", "Realisasi"]
    rows = [["Nilai SAKIP", "Hasil evaluasi", "70,00", "71,25"]]
    cut = ["Persentase temuan yang", "Temuan selesai / seluruh temuan x", "85,50", "87,25"]
    paper.page().table(xs, [700, 720, 740, 760], [head, *rows, cut])
    paper.page().table(xs, [60, 80, 100], [head, ["ditindaklanjuti", "100%", "", ""]])
    whole = ["Persentase temuan yang ditindaklanjuti", "Temuan selesai / seluruh temuan x 100%", *cut[2:]]
    assert [rows_of(t) for t in read(paper).tables] == [[head, *rows, whole, head]]


def test_rest_of_a_numbered_row_below_the_repeated_heading(paper, read, rows_of):
    """Its number and a word with a capital ("Keamanan") stand where the cells above are full."""
    xs, head = [50, 80, 250, 330, 420], ["No", "Indikator Kinerja", "Target", "Sumber Data"]
    rows = [[str(i), f"Indikator nomor {i}", f"{60 + i},50", "Survei"] for i in (1, 2)]
    cut = ["3", "Jumlah kejadian", "12", "Jawatan"]
    rest = ["", "gangguan ketertiban", "kasus", "tramtib"]
    paper.page().table(xs, ruled(660, 4), [head, *rows, cut])
    paper.page().table(xs, ruled(60, 3), [head, rest, ["4", "Nilai SAKIP", "78,00", "LHE"]])
    (table,) = read(paper).tables
    assert rows_of(table)[3] == ["3", "Jumlah kejadian gangguan ketertiban", "12 kasus", "Jawatan tramtib"]


@pytest.mark.parametrize(
    "row",
    [
        ["", "Program Pelayanan Publik", "", ""],  # what the rows below belong to
        ["4", "rata-rata lama sekolah", "9,10", "9,20"],
    ],
)
def test_rows_of_their_own_below_the_repeated_heading(paper, read, rows_of, row):
    paper.page().table(XS, ruled(660, 4), [HEAD, *numbered(1, 3)])
    paper.page().table(XS, ruled(60, 3), [HEAD, row, *numbered(5, 5)])
    assert row in [r for t in read(paper).tables for r in rows_of(t)]


def test_words_go_on_below_words_that_hold_figures(paper, read, rows_of):
    xs, head = [50, 250, 420], ["Indikator Kinerja", "Target"]
    paper.page().table(
        xs, [660, 680, 720], [head, ["Benih Udang", "5 juta ekor udang windu;\n933 ribu ekor"]]
    )
    paper.page().table(xs, [60, 80, 100], [["", "udang galah"], ["Benih Ikan", "650 ribu ekor"]])
    texts = [r for t in read(paper).tables for r in rows_of(t)]
    assert ["Benih Udang", "5 juta ekor udang windu; 933 ribu ekor udang galah"] in texts


@pytest.mark.parametrize(
    ("last", "rest"),
    [
        (["", "Meningkatnya mutu pendidikan", "", ""], ["4", "rata-rata lama sekolah", "9,10", "9,20"]),
        (["3", "Rasio guru", "", ""], ["a", "guru SD", "9,10", "9,20"]),
    ],
)
def test_numbered_rows_below_a_label_alone_are_their_own(paper, read, rows_of, last, rest):
    paper.page().table(XS, ruled(660, 4), [HEAD, *numbered(1, 2), last])
    paper.page().table(XS, ruled(60, 3), [HEAD, rest, *numbered(5, 5)])
    assert rest in [r for t in read(paper).tables for r in rows_of(t)]


def test_a_group_at_the_top_of_a_page_where_other_rows_name_groups(paper, read, rows_of):
    group = ["", "Bidang Pelayanan", "", ""]
    paper.page().table(XS, ruled(640, 5), [HEAD, ["", "Bidang Umum", "", ""], *numbered(1, 3)])
    paper.page().table(XS, ruled(60, 3), [HEAD, group, *numbered(4, 4)])
    assert group in [r for t in read(paper).tables for r in rows_of(t)]


def test_only_the_upper_row_of_the_heading_is_printed_again(paper, read, rows_of):
    """Word processors repeat the rows that are marked so; the row they cut goes on below, over its merged sasaran."""
    xs = [50, 80, 200, 340, 390, 440, 490]
    top = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", ""]
    spans = {(0, c): (2, 1) for c in range(4)} | {(0, 4): (1, 2)}
    paper.page()
    paper.table(xs, [660, 680, 700, 720, 760], [
        top, ["", "", "", "", "TH I", "TH II"],
        ["1", "Meningkatnya mutu", "Jumlah regulasi", "dokumen", "12", "13"],
        ["2", "Meningkatnya kinerja\ndi lingkungan", "Predikat akuntabilitas\nkinerja instansi", "nilai", "63", "78"],
    ], spans)  # fmt: skip
    paper.page()
    paper.table(xs, [60, 80, 110, 130], [
        top,
        ["", "Provinsi", "Pemerintah Provinsi", "", "", ""],
        ["", "", "Persentase unit bernilai", "persen", "90", "95"],
    ], {(0, 4): (1, 2), (1, 0): (2, 1), (1, 1): (2, 1)})  # fmt: skip
    (table,) = read(paper).tables
    body = [row for row in rows_of(table) if row[:2] != top[:2] and "TH I" not in row]
    assert body == [
        ["1", "Meningkatnya mutu", "Jumlah regulasi", "dokumen", "12", "13"],
        ["2", "Meningkatnya kinerja di lingkungan Provinsi",
         "Predikat akuntabilitas kinerja instansi Pemerintah Provinsi", "nilai", "63", "78"],
        ["", "", "Persentase unit bernilai", "persen", "90", "95"],
    ]  # fmt: skip


def test_a_sheet_that_goes_on_with_its_years_below_another_top(paper, read, rows_of):
    left, right = [50, 250, 320, 390], [50, 120, 190]
    names = ["Indeks pembangunan", "Angka harapan hidup", "Rata-rata lama sekolah", "Indeks gini"]
    paper.page()
    paper.text(50, 70, "Tabel 2.1 Target Tahun 2021-2024", 10)
    ys = [90, 110, 130, 150, 170, 190, 210]
    paper.table(left, ys, [
        ["Indikator", "Target Tahun", ""], ["", "2021", "2022"],
        *([name, f"6{k},10", f"6{k},20"] for k, name in enumerate(names)),
    ], {(0, 0): (2, 1), (0, 1): (1, 2)})  # fmt: skip
    paper.page()
    paper.table(right, [y - 25 for y in ys], [
        ["Target Tahun", ""], ["2023", "2024"], *([f"6{k},30", f"6{k},40"] for k in range(4)),
    ], {(0, 0): (1, 2)})  # fmt: skip
    (table,) = read(paper).tables
    assert rows_of(table)[2:] == [
        [name, f"6{k},10", f"6{k},20", f"6{k},30", f"6{k},40"] for k, name in enumerate(names)
    ]
    assert {c.place.page for c in table.cells if c.text.endswith(",30")} == {2}


@pytest.mark.parametrize(("pitch", "tables"), [(20, 1), (21, 1), (26, 2)])
def test_a_slice_whose_rows_are_laid_out_a_little_otherwise(paper, read, rows_of, pitch, tables):
    """The second page is laid out, or scanned, on its own: its rows are 20 points high, or a little more."""
    names = ["Program Pelayanan", "Program Sarana", "Program Disiplin", "Program Pelaporan"]
    paper.page()
    paper.table([50, 80, 250, 320], [90, 110, 130, 150, 170, 190], [
        ["No", "Uraian Program", "s.d. Triwulan I"],
        *([str(k + 1), name, f"{k + 1}.500.000"] for k, name in enumerate(names)),
    ])  # fmt: skip
    paper.page()
    paper.table([50, 150, 250], [90 + pitch * k for k in range(6)], [
        ["s.d. Triwulan II", "% Keu"], *([f"{k + 2}.250.000", f"9{k},10"] for k in range(4)),
    ])  # fmt: skip
    found = read(paper).tables
    assert len(found) == tables
    if tables == 1:
        assert rows_of(found[0])[1:] == [
            [str(k + 1), name, f"{k + 1}.500.000", f"{k + 2}.250.000", f"9{k},10"]
            for k, name in enumerate(names)
        ]


def test_a_slice_whose_upper_heading_is_cut_off(paper, read, rows_of):
    names = ["Program Pelayanan", "Program Sarana", "Program Disiplin"]
    ys = [90, 110, 130, 150, 170, 190, 210]
    paper.page()
    paper.table([50, 80, 250, 300], ys, [
        ["No", "Program", "Kerangka Pendanaan"], ["", "", "2021"], ["1", "2", "3"],
        *([str(k + 1), name, f"6{k}.100.000"] for k, name in enumerate(names)),
    ], {(0, 0): (2, 1), (0, 1): (2, 1)})  # fmt: skip
    paper.page()
    paper.table([50, 120, 190], ys[1:], [
        ["2022", "2023"], ["4", "5"], *([f"7{k}.100.000", f"8{k}.100.000"] for k in range(3)),
    ])  # fmt: skip
    (table,) = read(paper).tables
    assert rows_of(table)[-1] == ["3", "Program Disiplin", "62.100.000", "72.100.000", "82.100.000"]


def test_a_heading_over_the_edge_of_the_page_stands_on_the_first_one_only(paper, read, rows_of):
    """The last of four quarters is the first column of the next page."""
    left = [
        ["No", "Rencana Aksi", "Target Fisik", ""],
        ["", "", "TW I", "TW II"],
        ["1", "Menyusun dokumen", "1", "2"],
        ["2", "Memasang rambu", "45", "60"],
        ["3", "Merehabilitasi terminal", "0", "1"],
    ]
    right = [
        ["", "Target Anggaran (Rp)", ""],
        ["TW III", "TW I", "TW II"],
        ["2", "6.700.000", "13.402.000"],
        ["120", "642.029.000", "1.284.060.000"],
        ["1", "52.430.000", "104.860.000"],
    ]
    paper.page(842, 595).table(
        [60, 100, 500, 640, 780], ruled(100, 5), left, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    )
    paper.page(842, 595).table([60, 160, 260, 400], ruled(100, 5), right, {(0, 1): (1, 2)})
    (table,) = read(paper).tables
    assert rows_of(table)[0] == [
        "No",
        "Rencana Aksi",
        "Target Fisik",
        "",
        "Target Fisik",
        "Target Anggaran (Rp)",
        "",
    ]
    assert table.page_to == 2


def test_a_sheet_printed_over_then_down_goes_on_in_two_rows(paper, read, rows_of):
    rest = [["5", "Desa", "Jumlah bina"], ["6", "Trantib", "Jumlah patroli"]]
    beside = [["5", "5", "1.500.000"], ["48", "50", "2.500.000"]]
    for xs, rows in (
        ([60, 100, 400, 780], LEFT),
        ([60, 160, 260, 400], RIGHT),
        ([60, 100, 400, 780], rest),
        ([60, 160, 260, 400], beside),
    ):
        paper.page(842, 595).table(xs, ruled(100, len(rows)), rows)
    rows = [row for t in read(paper).tables for row in rows_of(t)]
    assert rows == [a + b for a, b in zip(LEFT + rest, RIGHT + beside, strict=True)]


def test_a_row_that_came_over_the_page_break_without_its_upper_ruling(paper, read, rows_of):
    """Number and sasaran reach up to the row before: only the other cells have a ruling above."""
    xs = [60, 100, 260, 420, 500]
    paper.page()
    for y, x in ((100, 260), (130, 60), (150, 60)):
        paper.ruling(x, y, 500, y)
    for x in xs:
        paper.ruling(x, 100, x, 130)
    for x in (60, 500):
        paper.ruling(x, 130, x, 150)
    paper.fill(
        xs, [100, 130], [["3", "Dinas Perhubungan", "Temuan selesai", "90,00"], ["RATA-RATA", "", "", ""]]
    )
    (table,) = read(paper).tables
    assert rows_of(table)[0] == ["3", "Dinas Perhubungan", "Temuan selesai", "90,00"]


def test_small_tables_in_pairs_are_no_slices_of_a_sheet(paper, read, rows_of):
    """The pair on the next page stands at the same heights."""
    for _ in range(2):
        paper.page()
        paper.table(
            [60, 200, 280],
            ruled(100, 4),
            [["Uraian", "Nilai"], ["Target", "80"], ["Realisasi", "82"], ["Capaian", "102"]],
        )
        rows = [["Tahun", "Realisasi"], ["2021", "79"], ["2022", "80"], ["2023", "82"]]
        paper.table([320, 400, 480], ruled(100, 4), rows)
    assert sorted(t.n_cols for t in read(paper).tables) == [2, 2, 2, 2]


@pytest.mark.parametrize(
    ("second", "tables"),
    [
        ("Tabel 3.1 Capaian Kinerja Sasaran", 1),
        ("Tabel 3.1 Capaian Kinerja Sasaran (lanjutan)", 1),
        ("Tabel 3.1 (lanjutan) Capaian Kinerja Sasaran", 1),
        ("Tabel 3.1 (lanjutan)", 1),
        ("Tabel 3.1", 2),
        ("Capaian Kinerja", 2),
        ("Tabel 3.2 Capaian Kinerja Program", 2),
        ("Tabel 3.1 Capaian Kinerja Program", 2),
    ],
)
def test_a_caption_printed_again_over_the_next_part(paper, read, second, tables):
    assert parts(paper, read, "Tabel 3.1 Capaian Kinerja Sasaran", second) == tables


@pytest.mark.parametrize(
    ("first", "second", "tables"),
    [
        ("Tabel 3.1 Kegiatan Lanjutan Tahun 2023", "Tabel 3.1 Kegiatan Lanjutan Tahun 2023", 1),
        ("Tabel 3.1 Kegiatan Lanjutan Tahun 2023", "Tabel 3.1 Kegiatan Lanjutan Tahun 2023 (lanjutan)", 1),
        ("Tabel 3.12 Capaian Indikator Kinerja Program", "Tabel 3.1 Capaian Indikator Kinerja", 2),
        ("Tabel 3.4 Kinerja Sasaran 1 dan Sasaran 2", "Sasaran 2", 2),
    ],
)
def test_captions_of_which_one_is_a_part_of_the_other(paper, read, first, second, tables):
    assert parts(paper, read, first, second) == tables


def parts(paper, read, *captions):
    """How many tables two parts make, one at the foot of a page and one at the head of the next, with captions."""
    xs = [50, 80, 300, 400]
    head = ["No", "Indikator", "Target"]
    for page, caption in enumerate(captions):
        paper.page().text(150, 60, caption)
        top = 700 if not page else 80
        paper.table(xs, [top, top + 18, top + 36], [head, [str(page + 1), "Indeks kepuasan", "80,50"]])
    return len(read(paper).tables)


def test_a_heading_over_a_body_with_finer_columns(paper, read):
    """Names of programs, kegiatan and sub kegiatan stand further in; the heading has one column for them."""
    head, body = [50, 90, 300, 400, 500], [50, 90, 105, 300, 400, 500]
    paper.page()
    paper.table(head, [100, 130], [["Kode", "Program / Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]])
    rows = [
        ["2.15", "PROGRAM PENUNJANG", "", "13.507.360", "13.310.406"],
        ["2.01", "", "Perencanaan", "60.700", "56.052"],
    ]
    paper.table(body, [130.8, 150, 170], rows, {(0, 1): (1, 2)})
    (table,) = read(paper).tables
    found = {(c.row, c.col, c.col_span): c.text for c in table.cells}
    assert found[(0, 1, 2)] == "Program / Kegiatan"
    assert found[(1, 1, 2)] == "PROGRAM PENUNJANG"
    assert found[(2, 3, 1)] == "60.700"
    assert all(c.is_header == (c.row == 0) for c in table.cells)


@pytest.mark.parametrize(("frame", "tables"), [(500, 1), (470, 2)])
def test_a_heading_at_the_foot_of_a_page_over_finer_columns_on_the_next(paper, read, frame, tables):
    """The body parts the column of numbers: "1" for kegiatan, "a." for what is below them."""
    heads = ["No", "Program / Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"]
    paper.page().table([50, 90, 300, 400, 500], [780, 800], [heads])
    rows = [
        ["I", "", "Program Pembangunan Jalan", "22.192.125.000", "20.262.270.120"],
        ["1", "", "Pembangunan Jalan", "18.292.075.000", "16.473.675.120"],
        ["", "a.", "Peningkatan Jalan Ruas Barat", "18.292.075.000", "16.473.675.120"],
    ]
    paper.page().table([50, 70, 90, 300, 400, frame], ruled(60, 3), rows, {(0, 0): (1, 2)})
    found = read(paper).tables
    assert len(found) == tables
    if tables == 1:
        headed = {(c.col, c.col_span, c.text) for c in found[0].cells if c.is_header}
        assert headed == {(0, 2, "No"), *((col, 1, text) for col, text in enumerate(heads[1:], 2))}
        assert (2, 1, "a.") in {(c.row - 1, c.col, c.text) for c in found[0].cells}


@pytest.mark.parametrize(("label", "tables"), [("JUMLAH", 1), ("Catatan", 2)])
def test_sums_drawn_with_other_rulings_than_their_table(paper, read, label, tables):
    """Heading and sums have upright rulings, the rows between horizontal ones only."""
    xs = [50, 80, 250, 320, 390, 500]
    paper.page().table(xs, [100, 120], [["No.", "Kecamatan", "Banjir", "Kebakaran", "Kerugian (Rp)"]])
    body = [[str(n), f"Kecamatan {name}", "2", "4", f"{n}35.000.000"] for n, name in enumerate("ABCD", 1)]
    for y in ruled(120, 4, 12):
        paper.ruling(50, y, 500, y)
    paper.fill(xs, ruled(120, 4, 12), body, size=8, align=["left", "left", "right", "right", "right"])
    paper.table([50, 250, 320, 390, 500], [168.2, 182], [[label, "8", "16", "1.540.000.000"]], size=8)
    found = read(paper).tables
    assert len(found) == tables
    last = {(c.col, c.col_span, c.text) for c in found[-1].cells if c.row == found[-1].n_rows - 1}
    assert ((0, 2, label) in last) is (tables == 1)


def test_a_name_in_capitals_cut_behind_a_word_that_goes_on(paper, read, rows_of):
    """Rows without figures name groups here, so that only the word tells."""
    head = ["Program / Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]
    xs = [50, 280, 380, 480]
    paper.page().table(
        xs,
        [680, 700, 720, 740, 780],
        [
            head,
            ["BIDANG PEMASARAN", "", ""],
            ["PROGRAM PEMASARAN", "4.720.700.000", "4.491.168.400"],
            ["PROGRAM PENGEMBANGAN\nPARIWISATA DAN", "1.422.700.000", "1.309.846.150"],
        ],
    )
    rows = [["EKONOMI KREATIF", "", ""], ["Pelatihan Dasar", "486.300.000", "471.028.750"]]
    paper.page().table(xs, ruled(60, 3), [head, *rows])
    (table,) = read(paper).tables
    assert rows_of(table)[3][0] == "PROGRAM PENGEMBANGAN PARIWISATA DAN EKONOMI KREATIF"


def test_a_heading_at_the_foot_does_not_take_columns_of_figures_for_one(paper, read):
    heads = ["No", "Program / Kegiatan", "Pagu (Rp)", "Realisasi (Rp)"]
    paper.page().table([50, 80, 250, 350, 500], [780, 800], [heads])
    rows = [["1", "Indikator A", "Nilai", "80", "82"], ["2", "Indikator B", "Nilai", "70", "71"]]
    paper.page().table([50, 80, 250, 350, 430, 500], ruled(60, 2), rows)
    assert len(read(paper).tables) == 2
