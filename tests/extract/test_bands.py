"""Tables without vertical rulings: rows between rules or coloured bands, columns by their pieces or by blank space."""

import itertools

import pytest

XS = [50, 80, 300, 400, 500]
YS = [100, 120, 140, 160, 180]
ROWS = [
    ["No", "Indikator Kinerja", "Target", "Realisasi"],
    ["1", "Persentase pelayanan", "85,50", "87,25"],
    ["2", "Indeks kepuasan", "80", "82"],
    ["3", "Nilai SAKIP", "70", "71,5"],
]


def cells(paper, xs, top, bottom, grey, gap=0.0):
    for x0, x1 in itertools.pairwise(xs):
        paper.filled(x0 + gap, top + gap, x1 - gap, bottom - gap, grey)


def between_rules(paper, xs, top, rows, size):
    """Rows 16 points high between rules over the whole width, each text where its column begins."""
    paper.ruling(50, top, 520, top)
    for r, row in enumerate(rows, 1):
        paper.ruling(50, top + 16 * r, 520, top + 16 * r)
        for x, text in zip(xs, row, strict=True):
            paper.text(x, top + 16 * r - 5, text, size)


def test_cells_filled_with_white_gaps_between_them(paper, only_rows):
    paper.page()
    for k, (top, bottom) in enumerate(itertools.pairwise(YS)):
        cells(paper, XS, top, bottom, 0.5 if k == 0 else 0.9, gap=0.75)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_a_merged_filled_cell_stands_beside_its_rows(paper, read):
    paper.page()
    cells(paper, XS, 100, 120, 0.5, gap=0.75)
    paper.filled(50.75, 120.75, 79.25, 179.25, 0.9)
    for top, bottom in itertools.pairwise(YS[1:]):
        cells(paper, XS[1:], top, bottom, 0.9, gap=0.75)
    paper.fill(XS, YS, [ROWS[0], *(["1" if k == 1 else "", *r[1:]] for k, r in enumerate(ROWS[1:]))])
    (table,) = read(paper).tables
    assert next(c for c in table.cells if c.text == "1").row_span == 3


@pytest.mark.parametrize(("rows", "parted"), [(8, True), (3, False)])
def test_names_of_groups_over_an_edge_that_only_the_heading_draws(paper, read, rows, parted):
    """Many rows are parted between the program and its indicator; the names of two groups stand over both."""
    xs = [50, 200, 360, 440, 520]
    paper.page()
    cells(paper, xs, 100, 120, 0.3, gap=0.4)
    paper.fill(xs, [100, 120], [["Program", "Indikator", "Anggaran", "Realisasi"]])
    body = []
    for g in range(2):
        body.append((f"PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH {g}", "", "90.500.000", "80.500.000"))
        body += [
            (f"Penyusunan dokumen {g}{k}", f"Jumlah dokumen {g}{k}", f"1{k}.500.000", f"1{k}.400.000")
            for k in range(rows // 2)
        ]
    for r, row in enumerate(body):
        paper.ruling(50, 120 + 16 * (r + 1), 520, 120 + 16 * (r + 1))
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, 120 + 16 * r + 11, text, 8)
    (table,) = read(paper).tables
    assert any(c.text == "Jumlah dokumen 00" for c in table.cells) is parted


def test_figures_over_the_middle_of_two_years_are_no_column_of_their_own(paper, read):
    """Rules alone part the rows; the end of the plan is told once for both years."""
    paper.page()
    rows = [
        ("Uraian", "Tahun 2021", "Tahun 2022"), ("Target", "78,00 %", "82,00 %"), ("Realisasi", "76,41 %", "80,27 %"),
        ("Capaian", "97,96 %", "97,89 %"), ("Target akhir Renstra 2026", "", ""), ("Tingkat kemajuan", "", ""),
    ]  # fmt: skip
    for r in range(len(rows) + 1):
        paper.ruling(50, 100 + 16 * r, 450, 100 + 16 * r)
    for r, (label, first, second) in enumerate(rows):
        paper.text(53, 111 + 16 * r, label, 8)
        paper.text(270, 111 + 16 * r, first, 8, "middle")
        paper.text(390, 111 + 16 * r, second, 8, "middle")
    for r, over in ((4, "94,00 %"), (5, "85,39 %")):
        paper.text(330, 111 + 16 * r, over, 8, "middle")
    (table,) = read(paper).tables
    assert table.n_cols == 3
    assert [(c.col, c.col_span) for c in table.cells if c.text == "Tahun 2022"] == [(2, 1)]
    assert [(c.col, c.col_span) for c in table.cells if c.text == "94,00 %"] == [(1, 2)]


def test_every_second_row_is_coloured(paper, only_rows):
    paper.page()
    cells(paper, XS, 100, 120, 0.6)
    cells(paper, XS, 140, 160, 0.92)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_rules_drawn_cell_by_cell(paper, only_rows):
    paper.page()
    for y in YS:
        for x0, x1 in itertools.pairwise(XS):
            paper.filled(x0, y, x1, y + 0.75, 0.7)
    paper.fill(XS, YS, ROWS, align=["left", "left", "middle", "middle"])
    assert only_rows(paper) == ROWS


def test_rules_over_the_whole_width(paper, only_rows):
    paper.page()
    for y in YS:
        paper.ruling(50, y, 500, y)
    paper.fill(XS, YS, ROWS, align=["left", "left", "middle", "middle"])
    assert only_rows(paper) == ROWS


def test_a_label_of_two_lines_stays_in_its_row(paper, only_rows):
    ys = [100, 120, 150, 170]
    rows = [ROWS[0], ["1", "Persentase pelayanan\nyang selesai", "85,50", "87,25"], ROWS[2]]
    paper.page()
    for y in ys:
        paper.ruling(50, y, 500, y)
    paper.fill(XS, ys, rows)
    assert only_rows(paper)[1] == ["1", "Persentase pelayanan yang selesai", "85,50", "87,25"]


def test_headings_of_two_levels(paper, read):
    xs = [50, 250, 320, 390]
    paper.page()
    paper.filled(50, 100, 250, 140, 0.6)
    paper.filled(250, 100, 390, 120, 0.6)
    cells(paper, xs[1:], 120, 140, 0.6)
    cells(paper, xs, 140, 160, 0.9)
    cells(paper, xs, 160, 180, 0.95)
    paper.fill(xs, [100, 120, 140, 160, 180], [
        ["Indikator Kinerja", "Tahun 2023", ""], ["", "Target", "Realisasi"],
        ["Indeks kepuasan", "80", "82"], ["Nilai SAKIP", "70", "71,5"],
    ], {(0, 1): (1, 2)})  # fmt: skip
    (table,) = read(paper).tables
    heads = {c.text: (c.row_span, c.col_span) for c in table.cells if c.is_header}
    assert heads["Indikator Kinerja"] == (2, 1)
    assert heads["Tahun 2023"] == (1, 2)


def test_a_rule_may_leave_out_a_merged_label(paper, read):
    xs = [50, 200, 280, 360, 440]
    ys = [100, 120, 140, 160, 180, 200, 220]
    paper.page()
    for k, y in enumerate(ys):
        paper.ruling(50 if k in (0, 1, 4) or y == ys[-1] else 200, y, 440, y)
    paper.fill(xs, ys, [
        ["Indikator Kinerja", "", "2022", "2023"],
        ["Indeks kepuasan", "Target", "80", "81"], ["", "Realisasi", "82", "83"], ["", "Capaian", "102,5", "102,47"],
        ["Nilai SAKIP", "Target", "70", "71"], ["", "Realisasi", "69", "72"],
    ])  # fmt: skip
    (table,) = read(paper).tables
    assert next(c for c in table.cells if c.text == "Indeks kepuasan").row_span == 3
    assert [c.text for c in table.cells if c.row == 2] == ["Realisasi", "82", "83"]


def test_lines_shaded_one_by_one_are_no_cells(paper, read):
    """Word shades a cell line by line, with room left and right of the text."""
    paper.page()
    for k in range(4):
        paper.filled(60, 100 + 15 * k, 300, 115 + 15 * k, 0.9)
        paper.text(62, 111 + 15 * k, f"baris {k} dengan nilai   {80 + k},5 dan lagi", 9)
    paper.filled(54, 100, 60, 160, 0.9)
    paper.filled(300, 100, 306, 160, 0.9)
    assert read(paper).tables == ()


def test_a_list_below_the_last_rule_is_not_part_of_the_table(paper, read, rows_of):
    paper.page()
    for y in YS:
        for x0, x1 in itertools.pairwise(XS):
            paper.filled(x0, y, x1, y + 0.75, 0.7)
    paper.fill(XS, YS, ROWS)
    for k in range(4):
        paper.text(60, 210 + 18 * k, f"{k + 1}. Program pelayanan {'abcd'[k]}", 9)
        paper.text(495, 210 + 18 * k, f"{k + 1}.500.000", 9, "right")
    paper.filled(50, 285, 500, 286, 0.0)
    first, *_ = read(paper).tables
    assert rows_of(first) == ROWS


def test_two_tables_under_each_other_stay_two(paper, read, rows_of):
    paper.page()
    second = [260, 280, 300, 320]
    for y in (*YS, *second):
        paper.ruling(50, y, 500, y)
    paper.fill(XS, YS, ROWS)
    paper.text(50, 230, "CAPAIAN KEGIATAN TAHUN 2023", 9)
    paper.fill(XS, second, ROWS[:3])
    assert [rows_of(t) for t in read(paper).tables] == [ROWS, ROWS[:3]]


def test_rulings_in_the_colour_of_the_heading(paper, only_rows):
    """The vertical rulings begin on a band of their own colour and go on below it."""
    paper.page()
    paper.filled(50, 100, 500, 120, 0.4)
    paper.canvas.setStrokeGray(0.4)
    paper.rulings(XS, YS)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


@pytest.mark.parametrize("leader", ["....................", "……………………"])
def test_dots_that_lead_to_an_amount_part_columns(paper, only_rows, leader):
    paper.page()
    for k, name in enumerate(("Program Pelayanan", "Program Sarana", "Program Kesehatan")):
        paper.text(60, 120 + 16 * k, f"{name} {leader} Rp. {k + 1}.250.000,-", 10)
    assert [row[-1] for row in only_rows(paper)] == ["Rp. 1.250.000,-", "Rp. 2.250.000,-", "Rp. 3.250.000,-"]


def test_a_label_too_long_for_its_column_keeps_its_item(paper, only_rows):
    paper.page()
    labels = [
        "1) Program Kelembagaan",
        "2) Program Kewirausahaan dan Keunggulan Kompetitif Usaha Kecil",
        "3) Program Industri",
    ]
    top = 120
    for k, label in enumerate(labels):
        paper.text(60, top, label, 10)
        top += 14 if k == 1 else 0
        paper.text(400, top, f"{k + 1}.500.000", 10, "right")
        top += 18
    rows = only_rows(paper)
    assert [row[0].split(")")[0] for row in rows] == ["1", "2", "3"]
    assert [row[-1] for row in rows] == ["1.500.000", "2.500.000", "3.500.000"]


def dots(paper, x0, top, x1, bottom, side=0.75, pitch=1.5):
    """A ruling as browsers draw dotted borders: squares."""
    level = x1 - x0 > bottom - top
    count = int(max(x1 - x0, bottom - top) / pitch)
    for k in range(count + 1):
        x, y = (x0 + k * pitch, top) if level else (x0, top + k * pitch)
        paper.filled(x, y, x + side, y + side, 0.2)


def test_dotted_borders_are_rulings(paper, only_rows):
    paper.page()
    for y in YS:
        dots(paper, XS[0], y, XS[-1], y)
    for x in XS:
        dots(paper, x, YS[0], x, YS[-1])
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_dotted_rules_between_rows_alone(paper, only_rows):
    paper.page()
    cells(paper, XS, 100, 120, 0.6)
    for y in YS[1:]:
        dots(paper, XS[0], y, XS[-1], y)
    paper.fill(XS, YS, ROWS, align=["left", "left", "middle", "middle"])
    assert only_rows(paper) == ROWS


def test_a_watermark_aslant_does_not_tear_the_rows_of_a_borderless_table(paper, only_rows):
    paper.page()
    paper.canvas.setFillGray(0.85)
    paper.text(150, 190, "LAKIP 2021", 60, angle=45)
    paper.canvas.setFillGray(0)
    cells(paper, XS, 100, 120, 0.6)
    cells(paper, XS, 140, 160, 0.92)
    paper.fill(XS, YS, ROWS)
    assert only_rows(paper) == ROWS


def test_amounts_side_by_side_are_figures_too(paper, only_rows):
    """Two amounts with little room between them, and a word at the end of each row."""
    xs, rows = (
        [50, 300, 372, 440, 500],
        [
            ["Program", "Murni", "Perubahan", "Ket."],
            ["Program Dukungan Tugas DPRD", "28.772.230.770,00", "28.726.050.610,00", "APBD"],
            ["Program Penunjang Urusan", "7.751.550.000,00", "7.269.525.000,00", "APBD"],
            ["Jumlah", "36.523.780.770,00", "35.995.575.610,00", "APBD"],
        ],
    )
    paper.page()
    for k, (top, bottom) in enumerate(itertools.pairwise(YS)):
        cells(paper, xs, top, bottom, 0.5 if k == 0 else 0.9, gap=0.75)
    paper.fill(xs, YS, rows, size=7.5, align=["left", "right", "right", "middle"])
    assert only_rows(paper) == rows


@pytest.mark.parametrize("pieces", [[50, 80, 200, 400, 460], None])
def test_a_heading_in_the_middle_of_the_rule_over_its_columns(paper, read, pieces):
    """The rule above it is drawn in one piece over its columns, or a shorter rule lies below it."""
    xs = [50, 80, 200, 250, 300, 350, 400, 460]
    ys = [100, 115, 130, 145, 160, 175]
    paper.page()
    for y in ys:
        edges = (
            pieces
            if y == 100 and pieces
            else xs[2:-1]
            if y == 115 and pieces
            else [200, 400]
            if y == 115
            else xs
        )
        for x0, x1 in itertools.pairwise(edges):
            paper.filled(x0, y, x1, y + 0.6, 0.2)
    paper.text(300, 111, "Populasi Ternak (ekor)", 8, "middle")
    paper.text(55, 119, "No", 8)
    paper.text(83, 119, "Jenis Ternak", 8)
    paper.text(430, 119, "R (%)", 8, "middle")
    for k, year in enumerate(range(2013, 2017)):
        paper.text(225 + 50 * k, 126, str(year), 8, "middle")
    for r, name in enumerate(["Sapi", "Kerbau", "Kuda"]):
        paper.text(55, 141 + 15 * r, f"{r + 1}.", 8)
        paper.text(83, 141 + 15 * r, name, 8)
        for k in range(4):
            paper.text(247 + 50 * k, 141 + 15 * r, f"{r + 4}.{k}71.832", 8, "right")
        paper.text(450, 141 + 15 * r, "8,47", 8, "right")
    (table,) = read(paper).tables
    (head,) = [c for c in table.cells if c.text == "Populasi Ternak (ekor)"]
    assert (head.col, head.col_span) == (2, 4)


def test_two_tables_without_anything_between_them(paper, read, rows_of):
    """Rules over the whole width alone; the columns of the tables are not the same."""
    sasaran = [
        ["No", "Sasaran", "Indikator Kinerja", "Target"],
        ["1", "Meningkatnya akuntabilitas", "Persentase temuan yang selesai", "100 %"],
        ["2", "Meningkatnya kualitas layanan", "Indeks kepuasan masyarakat", "82,50"],
    ]
    programs = [
        ["No", "Program", "Anggaran", "Ket."],
        ["1", "Program Pelayanan Administrasi Perkantoran", "Rp. 617.450.000,-", "APBD"],
        ["2", "Program Peningkatan Kapasitas Aparatur", "Rp. 96.400.000,-", "APBD"],
    ]
    paper.page()
    between_rules(paper, [52, 80, 230, 460], 100, sasaran, 8)
    between_rules(paper, [52, 80, 320, 450], 148, programs, 8)
    assert [rows_of(t) for t in read(paper).tables] == [sasaran, programs]


def test_columns_that_stand_closer_than_a_blank_under_headings_apart(paper, only_rows):
    rows = [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ["1", "Meningkatnya kualitas jalan", "Persentase jalan dalam kondisi mantap", "62,00"],
        ["2", "Meningkatnya kualitas bangunan kota", "Persentase bangunan yang layak", "56,00"],
        ["3", "Meningkatnya akses air", "Persentase rumah yang berair minum", "80,00"],
    ]
    paper.page()
    second = 80 + paper.canvas.stringWidth(rows[2][1], "Helvetica", 9) + 3
    between_rules(paper, [52, 80, second, 450], 100, rows, 9)
    assert only_rows(paper) == rows


def test_rows_without_a_colour_between_coloured_ones_of_the_same_cells(paper, only_rows):
    """Programs are shaded, the four sub kegiatan below each of them are not."""
    paper.page()
    xs = [50, 120, 300, 400, 500]
    printed = [["Kode", "Program", "Anggaran (Rp)", "Realisasi (Rp)"]]
    for p in (1, 2, 3):
        printed.append([f"1.01.0{p}", f"Program {p}", f"{4 * p}00.000.000", f"{3 * p}50.000.000"])
        printed += [
            [f"1.01.0{p}.{k}", f"Layanan {p} {k}", f"{p}0{k}.000.000", f"9{k}.{p}00.000"] for k in range(1, 5)
        ]
    ys = [100 + 18 * k for k in range(len(printed) + 1)]
    for r, (top, bottom) in enumerate(itertools.pairwise(ys)):
        if r % 5 <= 1 and r != 5:
            cells(paper, xs, top, bottom, 0.6 if r == 0 else 0.85)
    paper.fill(xs, ys, printed)
    assert [row for row in only_rows(paper) if any(row)] == printed


def test_columns_that_begin_with_rp(paper, only_rows):
    """ "Rp" at the left side of each cell stands nearer to the percentage before it than to its amount."""
    paper.page()
    printed = [
        ["Layanan kantor", "130.000.000", "27,95%", "82.953.025", "63,81%"],
        ["Administrasi", "537.975.400", "24,12%", "176.595.675", "46,36%"],
        ["Pemeliharaan", "60.000.000", "18,90%", "27.970.125", "46,62%"],
        ["Pengawasan", "42.000.000", "10,00%", "18.158.675", "43,23%"],
    ]
    rights = [0, 260, 300, 375, 415]
    for r, row in enumerate([["Program", "Triwulan I", "(%)", "Triwulan II", "(%)"], *printed]):
        paper.ruling(50, 100 + 16 * r, 420, 100 + 16 * r)
        paper.text(60, 111 + 16 * r, row[0], 8)
        for right, text in zip(rights[1:], row[1:], strict=True):
            paper.text(right, 111 + 16 * r, text, 8, "right")
        for left in (200, 303) if r else ():
            paper.text(left, 111 + 16 * r, "Rp", 8)
    paper.ruling(50, 180, 420, 180)
    assert only_rows(paper)[1:] == [[n, f"Rp {a}", p, f"Rp {b}", q] for n, a, p, b, q in printed]


def test_the_first_row_below_a_ruled_heading_has_no_rule_above(paper, only_rows):
    """The cells of a heading of two levels are ruled; below it every second row is shaded, the first one is not."""
    paper.page().rulings(XS, [80, 100, 120], {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    heading = [["No", "Indikator Kinerja", "Tahun 2023", ""], ["", "", *ROWS[0][2:]]]
    paper.fill(XS, [80, 100, 120], heading, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})
    cells(paper, XS, 140, 160, 0.9)
    paper.ruling(50, 180, 500, 180)
    paper.fill(XS, YS[1:], ROWS[1:])
    assert only_rows(paper) == [*heading, *ROWS[1:]]


def test_a_year_over_two_columns_whose_edge_is_between_its_words(paper, only_rows):
    paper.page()
    lefts = [60, 250, 320, 400, 470]
    printed = [
        ["Indeks kepuasan", "80,12", "98,91", "82,76", "100,93"],
        ["Nilai SAKIP", "63,05", "97,00", "64,35", "99,00"],
        ["Desa mandiri", "50,00", "95,00", "58,33", "96,00"],
    ]
    for k in range(6):
        paper.ruling(50, 100 + 18 * k, 520, 100 + 18 * k)
    for right, year in ((301.5, "2022"), (451.5, "2023")):
        paper.text(right, 112, "Tahun", 9, "right")
        paper.text(right + 3, 112, year, 9)
    for r, row in enumerate([["Indikator", "Realisasi", "Capaian", "Realisasi", "Capaian"], *printed], 1):
        for left, text in zip(lefts, row, strict=True):
            paper.text(left, 112 + 18 * r, text, 9)
    assert only_rows(paper)[0] == ["", "Tahun 2022", "", "Tahun 2023", ""]


def test_a_last_row_without_a_colour_whose_label_takes_two_lines(paper, only_rows):
    """Every second row is shaded; the figures of the last one stand between the two lines of its label."""
    paper.page()
    cells(paper, XS, 100, 120, 0.6)
    cells(paper, XS, 140, 160, 0.92)
    paper.fill(XS, YS[:4], ROWS[:3])
    paper.paragraph(83, 169, ["Persentase desa yang stop buang air", "besar sembarangan"], 9, 10)
    for x, text in zip((53, 303, 403), ("3", "52,00", "52,38"), strict=True):
        paper.text(x, 174, text, 9)
    paper.text(50, 210, "Kenaikan itu didorong oleh kunjungan petugas ke desa-desa di seluruh kecamatan.", 9)
    label = "Persentase desa yang stop buang air besar sembarangan"
    assert only_rows(paper) == [*ROWS[:3], ["3", label, "52,00", "52,38"]]


def test_a_last_row_below_the_last_rule(paper, only_rows):
    """A frame with round corners closes the table; between its rows rules are drawn, below the last one none."""
    paper.page()
    cells(paper, XS, 100, 120, 0.6)
    for y in YS[2:4]:
        paper.ruling(50, y, 500, y)
    paper.fill(XS, YS, ROWS)
    paper.text(50, 205, "Indikator dengan capaian tertinggi adalah persentase pelayanan.", 9)
    assert only_rows(paper) == ROWS


def test_text_below_the_last_rule_is_no_row(paper, only_rows):
    paper.page()
    cells(paper, XS, 100, 120, 0.6)
    for y in YS[2:]:
        paper.ruling(50, y, 500, y)
    paper.fill(XS, YS, ROWS)
    paper.text(53, 194, "Magetan, 2 Januari 2024", 9)
    paper.text(403, 194, "12", 9)
    assert only_rows(paper) == ROWS


@pytest.mark.parametrize("label", ["Ket: realisasi nasional", "Sumber: Bappeda"])
def test_a_note_with_figures_below_the_last_rule_is_no_row(paper, only_rows, label):
    paper.page()
    cells(paper, XS[1:], 100, 120, 0.6)
    for y in YS[2:]:
        paper.ruling(80, y, 500, y)
    paper.fill(XS[1:], YS, [row[1:] for row in ROWS])
    for x, text in zip(XS[1:], (label, "50,00", "51,00"), strict=False):
        paper.text(x + 3, 192, text, 9)
    assert only_rows(paper) == [row[1:] for row in ROWS]


def test_two_rules_side_by_side_do_not_tell_the_columns(paper, read, rows_of):
    """Rules between the measures of an indicator leave out its cell; where it ends two rules stand side by side."""
    xs = [86, 238, 309, 360, 411, 462, 510]
    rows = [
        ["Indikator Kinerja", "", "2020", "2021", "2022", "2023", "Tren"],
        ["", "Realisasi", "61,37", "66,84", "76,91", "80,45", ""],
        ["", "Capaian", "87,67%", "92,83%", "102,55%", "103,14%", "+"],
        ["Persentase pertumbuhan", "Target", "5,00", "5,00", "8,00", "8,00", ""],
        ["", "Realisasi", "-4,12", "6,38", "9,27", "11,54", ""],
        ["", "Capaian", "-82,40%", "127,60%", "115,88%", "144,25%", "+"],
    ]
    paper.page()
    for r in range(7):
        y = 100 + 14 * r
        pieces = [(235, 527)] if r in (2, 4, 5) else [(82, 235), (235, 527)] if r == 6 else [(82, 527)]
        for k, (x0, x1) in enumerate(pieces):
            paper.filled(x0, y + 0.2 * k, x1, y + 0.2 * k + 0.5, 0.2)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            paper.text(x, 110 + 14 * r, text, 11 if r in (2, 5) else 9)
    (table,) = read(paper).tables
    assert [row[-6:] for row in rows_of(table)] == [row[-6:] for row in rows]
    assert table.n_cols == 7  # blank space and the rules between the measures tell the same edge


def test_headings_in_other_lines_move_the_edge_between_them(paper, only_rows):
    """ "Satuan" stands in the middle of its cell, beside a heading of two lines that is wider than its figures."""
    paper.page()
    for y in (100, 128, 143, 158, 173):
        paper.filled(60, y, 470, y + 0.5, 0.2)
    for x, y, text in (
        (110, 116, "Indikator"), (290, 116, "Satuan"), (350, 111, "Target Akhir"), (350, 122, "Renstra (2018)"),
        (430, 116, "Realisasi"),
    ):  # fmt: skip
        paper.text(x, y, text, 9, "middle")
    rows = [
        ("Koperasi aktif", "%", "85,00", "76,92"),
        ("Nilai ekspor", "US$ Juta", "7,50", "6,41"),
        ("Volume", "Rp. Juta", "60.000", "51.317"),
    ]
    for r, row in enumerate(rows):
        paper.text(64, 138 + 15 * r, row[0], 9)
        for x, text in zip((290, 362, 430), row[1:], strict=True):
            paper.text(x, 138 + 15 * r, text, 9, "middle")
    assert only_rows(paper)[0] == ["Indikator", "Satuan", "Target Akhir Renstra (2018)", "Realisasi"]


def test_running_text_between_the_tables_of_indicators_belongs_to_neither(paper, read, rows_of):
    """A coloured band names the indicator, two rules hold the heading of its one row, a sentence follows."""
    paper.page()
    heads, xs = ("Target 2023", "Realisasi 2023", "Capaian"), (90, 240, 400)
    rows = [
        ("83,00", "84,27", "101,53 %"),
        ("94,00 %", "95,08 %", "101,15 %"),
        ("7 desa", "6 desa", "85,71 %"),
    ]
    for k, row in enumerate(rows):
        top = 80 + 120 * k
        paper.filled(50, top, 500, top + 20, 0.93)
        paper.text(55, top + 14, f"IKU {k + 1}: Indeks Pelayanan {k + 1}")
        paper.ruling(50, top + 30, 500, top + 30)
        paper.ruling(50, top + 50, 500, top + 50)
        for x, head, text in zip(xs, heads, row, strict=True):
            paper.text(x, top + 43, head)
            paper.text(x, top + 64, text)
        sentence = (
            "Kenaikan ini didorong oleh penerapan pelayanan terpadu dan penambahan petugas di loket depan."
        )
        paper.text(52, top + 90, sentence)
    assert [rows_of(t) for t in read(paper).tables] == [[list(heads), list(row)] for row in rows]


def pieced(paper, xs, *ys):
    """Rules drawn column by column, as browsers draw the borders of cells."""
    for y in ys:
        for x0, x1 in itertools.pairwise(xs):
            paper.filled(x0, y, x1, y + 0.75, 0.2)


HEAD = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]
FIVE = [50, 80, 220, 400, 450, 520]


def test_rows_between_two_rules_and_below_the_last_one_drawn_column_by_column(paper, only_rows):
    paper.page()
    pieced(paper, FIVE, 100, 118, 188, 210)
    paper.fill(FIVE, [100, 118, 190], [
        HEAD,
        ["2", "Meningkatnya mutu\nlayanan pendidikan", "", "", ""],
        ["3", "Meningkatnya tata kelola", "Nilai AKIP", "Nilai", "65,00"],
    ])  # fmt: skip
    stack = ("Rata-rata lama sekolah", "Tahun", "10,15"), ("Harapan lama sekolah", "Tahun", "14,05"), (
        "Persentase siswa", "%", "45,00")  # fmt: skip
    for k, texts in enumerate(stack):
        for x, text in zip(FIVE[2:], texts, strict=False):
            paper.text(x + 3, 129 + 20 * k, text, 9)
    for x, text in zip(
        FIVE, ("4", "Terkendalinya aset", "Persentase aset tercatat", "%", "90,00"), strict=False
    ):
        paper.text(x + 3, 222, text, 9)
    assert only_rows(paper) == [
        HEAD,
        ["2", "Meningkatnya mutu layanan pendidikan", "Rata-rata lama sekolah", "Tahun", "10,15"],
        ["", "", "Harapan lama sekolah", "Tahun", "14,05"],
        ["", "", "Persentase siswa", "%", "45,00"],
        ["3", "Meningkatnya tata kelola", "Nilai AKIP", "Nilai", "65,00"],
        ["4", "Terkendalinya aset", "Persentase aset tercatat", "%", "90,00"],
    ]  # fmt: skip


def test_text_below_the_last_rule_drawn_column_by_column_is_no_row(paper, only_rows):
    paper.page()
    pieced(paper, FIVE, 100, 118, 136)
    paper.fill(FIVE, [100, 118], [HEAD, ["1", "Meningkatnya mutu", "Angka partisipasi", "%", "55,00"]])
    paper.text(52, 148, "Sumber : Dinas Pendidikan, 2022", 8)
    paper.text(
        52, 162, "Target tahun 2022 sebesar 55,00 persen ditetapkan dalam perjanjian kinerja dan naik.", 9
    )
    assert only_rows(paper) == [HEAD, ["1", "Meningkatnya mutu", "Angka partisipasi", "%", "55,00"]]


def test_headings_over_columns_between_short_rules_drawn_column_by_column(paper, read):
    xs = [50, 200, 250, 300, 350, 400, 460]
    paper.page()
    pieced(paper, xs, 100, 158, 176)
    pieced(paper, xs[1:6], 118)
    pieced(paper, xs[1:6], 136)
    for middle, text in ((225, "Realisasi"), (325, "Tahun 2022"), (430, "Nasional")):
        paper.text(middle, 112, text, 9, "middle")
    paper.text(53, 112, "Indikator Kinerja", 9)
    for x0, x1, text in zip(xs[1:], xs[2:6], ("2021", "Target", "Realisasi", "Capaian"), strict=False):
        paper.text((x0 + x1) / 2, 130, text, 8, "middle")
    for top, first in ((150, "Angka partisipasi"), (170, "Angka melek huruf")):
        for x0, x1, text in zip(
            xs, xs[1:], (first, "48,90", "55,00", "54,12", "94,80", "35,28"), strict=False
        ):
            paper.text(x0 + 3 if x0 == 50 else (x0 + x1) / 2, top, text, 8, "left" if x0 == 50 else "middle")
    (table,) = read(paper).tables
    heads = {c.text: (c.row_span, c.col, c.col_span) for c in table.cells if c.is_header}
    assert heads["Tahun 2022"] == (1, 2, 3)
    assert heads["Indikator Kinerja"][0] == 2
    assert [c.text for c in table.cells if c.row == 2] == [
        "Angka partisipasi", "48,90", "55,00", "54,12", "94,80", "35,28"]  # fmt: skip


def test_a_phrase_alone_in_its_row_stands_over_all_its_columns(paper, read):
    xs = [50, 200, 250, 300, 350]
    paper.page()
    pieced(paper, xs, 100, 118, 136, 154, 172)
    paper.fill(xs, [100, 118, 136, 154], [
        ["Indikator Kinerja", "2021", "2022", "2023"], ["", "", "", ""],
        ["Angka partisipasi", "50,00", "52,00", "55,00"], ["Angka melek huruf", "90,00", "92,00", "95,00"],
    ])  # fmt: skip
    paper.text(53, 130, "Sasaran 1 : Meningkatnya akses dan mutu layanan pendidikan dasar", 9)
    (table,) = read(paper).tables
    assert next(c for c in table.cells if c.text.startswith("Sasaran 1")).col_span >= 3


def test_headings_without_a_rule_over_striped_rows(paper, only_rows):
    xs = [50, 150, 250, 350]
    head = ["Tahun", "Target", "Realisasi"]
    paper.page()
    for top in (120, 156):
        cells(paper, xs, top, top + 18, 0.9)
    rows = [[str(2019 + k), f"{80 + k},10", f"{81 + k},20"] for k in range(4)]
    paper.fill(xs, [102, 120, 138, 156, 174], [head, *rows], align=["middle"] * 3)
    assert only_rows(paper) == [head, *rows]


def test_a_label_that_begins_with_sumber_daya_is_no_source(paper, only_rows):
    xs = [50, 80, 260, 380]
    ys = [100, 118, 144, 162]
    paper.page()
    pieced(paper, xs, *ys)
    rows = [["No", "Program", "Anggaran"], ["1", "Program Prasarana Wilayah dan\nSumber Daya Alam", "212.360.000"],
            ["2", "Program Penelitian", "407.250.000"]]  # fmt: skip
    paper.fill(xs, ys, rows)
    assert [r[1] for r in only_rows(paper)[1:]] == [
        "Program Prasarana Wilayah dan Sumber Daya Alam", "Program Penelitian"]  # fmt: skip


def test_a_heading_over_two_columns_stands_over_their_edge(paper, only_rows):
    """The cells of the heading are filled one by one; "TRIWULAN II" reaches over the edge of K and Rp below it."""
    xs = [50, 200, 230, 340, 370, 480]
    paper.page()
    cells(paper, [50, 200, 340, 480], 100, 112, 0.8)
    cells(paper, xs, 112, 124, 0.8)
    for y in (100, 112, 124, 140, 156, 172):
        paper.ruling(50, y, 480, y)
    for x0, text in ((200, "TRIWULAN I"), (340, "TRIWULAN II")):
        paper.text(x0 + 10, 109, text, 8)
    rows = [
        ["PROGRAM", "K", "Rp."],
        ["Program Pelayanan", "20 %", "Rp. 21.296.000,-"],
        ["Program Sarana", "15 %", "Rp. 14.429.000,-"],
        ["Program Pelaporan", "25 %", "Rp. 2.337.000,-"],
    ]
    for r, row in enumerate(rows):
        for x, text in zip(xs, [*row, *row[1:]], strict=False):
            paper.text(x + 3, 121 + 16 * r, text, 8)
    found = only_rows(paper)
    assert found[-3:] == [[*row, *row[1:]] for row in rows[1:]]


def test_headings_on_several_lines_over_stripes(paper, only_rows):
    paper.page()
    for x, *texts in (
        (190, "Indikator", "Kinerja"),
        (350, "Target Akhir", "Renstra 2026"),
        (
            450,
            "Realisasi",
        ),
    ):
        for k, text in enumerate(texts):
            paper.text(x, 92 - 10 * (len(texts) - 1 - k) - (5 if len(texts) == 1 else 0), text, 8, "middle")
    paper.text(65, 87, "No", 8, "middle")
    for top, grey in ((100, 0.75), (140, 0.75), (180, 0.75)):
        cells(paper, XS, top, top + 20, grey)
    paper.fill(XS, [*YS, 200, 220], [["1", "2", "3", "4"], *ROWS[1:], ["4", "Nilai LPPD", "60", "61"]])
    found = only_rows(paper)
    assert found[0] == ["No", "Indikator Kinerja", "Target Akhir Renstra 2026", "Realisasi"]
    assert found[1] == ["1", "2", "3", "4"]


def test_words_among_the_figures_below_two_levels_of_headings(paper, only_rows):
    """A column of which half the answers are words is one, if it has a heading of its own."""
    paper.page()
    for y in (100, 114, 128, 148, 168, 188):
        paper.ruling(50, y, 500, y)
    for x, text in ((60, "Indikator"), (235, "2022"), (395, "2023")):
        paper.text(x, 111, text, 8)
    xs = [60, 200, 250, 300, 360, 410, 455]
    for x, text in zip(xs[1:], ["Target", "Real.", "%"] * 2, strict=True):
        paper.text(x, 125, text, 8)
    rows = [
        ["Indeks kepuasan", "76,00", "76,40", "100,53", "77,50", "77,95", "100,58"],
        ["Waktu pelayanan", "4", "4", "100,00", "4", "3", "125,00"],
        ["Ketersediaan SOP", "Ada", "Ada", "Tercapai", "Ada", "Ada", "Tercapai"],
    ]
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            paper.text(x, 142 + 20 * r, text, 8)
    assert only_rows(paper)[-3:] == rows


@pytest.mark.parametrize("caption", [True, False])
def test_headings_of_two_levels_over_the_first_rule(paper, read, caption):
    """No rule closes the headings above; a short one parts the years from what is printed over them."""
    paper.page()
    if caption:
        paper.text(300, 60, "Tabel 3.4 Perbandingan Realisasi Kinerja", 9, "middle")
    paper.text(355, 88, "REALISASI TAHUN", 8, "middle")
    paper.filled(280, 93, 430, 93.6, 0.2)
    paper.text(70, 96, "NO", 8, "middle")
    paper.text(95, 96, "INDIKATOR KINERJA", 8)
    paper.text(470, 96, "SATUAN", 8, "middle")
    for k in range(3):
        paper.text(305 + 50 * k, 105, str(2020 + k), 8, "middle")
    rows = ["Angka Harapan Lama Sekolah", "Indeks Gini", "Angka Kematian Ibu", "Prevalensi stunting"]
    for r, name in enumerate(rows, 1):
        y = 97 + 15 * r
        paper.filled(50, y, 510, y + 0.6, 0.2)
        paper.text(70, y + 10, str(r), 8, "middle")
        paper.text(95, y + 10, name, 8)
        for k in range(3):
            paper.text(305 + 50 * k, y + 10, f"{r}{k},{k}7", 8, "middle")
        paper.text(470, y + 10, "Tahun", 8, "middle")
    paper.filled(50, 172, 510, 172.6, 0.2)
    (table,) = read(paper).tables
    heads = {c.text: (c.row, c.row_span, c.col_span) for c in table.cells if c.is_header}
    assert heads == {
        "NO": (0, 2, 1), "INDIKATOR KINERJA": (0, 2, 1), "REALISASI TAHUN": (0, 1, 3), "SATUAN": (0, 2, 1),
        "2020": (1, 1, 1), "2021": (1, 1, 1), "2022": (1, 1, 1),
    }  # fmt: skip
    assert [c.text for c in table.cells if c.row == 5][1:5] == [
        "Prevalensi stunting",
        "40,07",
        "41,17",
        "42,27",
    ]


@pytest.mark.parametrize(
    ("first", "is_table"),
    [([">= 91", "76 - 90", "66 <= 75", "< 66"], True), (["Pagi", "Siang", "Sore", "Malam"], False)],
)
def test_the_bounds_of_a_scale_are_figures(paper, read, rows_of, first, is_table):
    words = ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah"]
    rows = [["Interval", "Predikat"], *([a, b] for a, b in zip(first, words, strict=True))]
    paper.page()
    for y in range(100, 220, 20):
        paper.ruling(50, y, 200, y)
        paper.ruling(200, y, 500, y)
    paper.fill([50, 200, 500], list(range(100, 220, 20)), rows)
    assert [rows_of(t) for t in read(paper).tables] == ([rows] if is_table else [])


def test_a_sentence_parts_a_ruled_table_from_the_rules_below_it(paper, read):
    """Cards of an indicator stand between its sentence and the table before: no row of either."""
    xs = [60, 160, 240, 320, 420]
    head = ["Uraian", "2021", "2022", "2023"]
    paper.page()
    paper.table(xs, [100, 116, 132], [head, ["Target", "60,00", "62,00", "64,00"]])
    for k, (label, figure) in enumerate((("TARGET", "82,00"), ("REALISASI", "84,35"), ("CAPAIAN", "102,87"))):
        paper.text(90 + 110 * k, 150, label, 8)
        paper.text(90 + 110 * k, 162, figure, 8)
    paper.text(
        60, 182, "Nilai kepuasan sebesar 84,35 dengan mutu baik. Unsur terendah adalah waktu pelayanan.", 9
    )
    for top in (194, 210, 226):
        paper.filled(xs[0], top, xs[-1], top + 0.8)
    for k, row in enumerate((head, ["Target", "80,00", "81,00", "82,00"])):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 4, 205 + 16 * k, text, 8)
    tables = [[c.text for c in t.cells] for t in read(paper).tables]
    assert [*head, "Target", "60,00", "62,00", "64,00"] in tables
    assert not any("82,00" in own and "60,00" in own for own in tables)


def rules(paper, xs, *ys):
    """Level rules, drawn column by column."""
    for y in ys:
        for x0, x1 in itertools.pairwise(xs):
            paper.ruling(x0, y, x1, y)


@pytest.mark.parametrize(
    ("group", "parted"),
    [
        ("Meningkatnya keterbukaan informasi", True),
        ("Meningkatnya ketersediaan data sektoral dan keamanan data", True),  # it reaches over the units
        ("meningkatnya keterbukaan informasi", False),
    ],
)
@pytest.mark.parametrize("gap", [17, 11])
def test_the_name_of_a_group_over_its_rows_without_a_rule_between(paper, read, group, parted, gap):
    """The lines of one label stand closer; where the next line follows as closely, the group may be the first of it."""
    xs = [50, 240, 300, 360, 420, 480]
    paper.page()
    rules(paper, xs, 100, 118, 190)
    rows = [("Nilai keterbukaan informasi", "Nilai", "78,00", "81,35", "104,29"),
            ("Persentase aduan yang selesai", "%", "90", "93,75", "104,17"),
            ("Waktu tanggapan", "hari", "5", "4", "120,00")]  # fmt: skip
    paper.text(53, 130 + gap * 3 + 10, "atas aduan masyarakat", 8)
    for x, head in zip(xs, ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"), strict=False):
        paper.text(x + 3, 112, head, 8)
    paper.text(53, 130, group, 8)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, 130 + gap * (r + 1), text, 8)
    (table,) = read(paper).tables
    first = next(c for c in table.cells if c.text.startswith(group[:20]))
    assert (first.text == group) is (parted and gap == 17)


def test_a_label_of_two_lines_whose_figures_stand_on_the_second_one(paper, only_rows):
    """The first line of the label is full: its second one would have had no room."""
    xs = [50, 200, 260, 320, 380]
    paper.page()
    rules(paper, xs, 100, 118, 170)
    for x, head in zip(xs, ("Indikator Kinerja", "Target", "Realisasi", "Capaian"), strict=False):
        paper.text(x + 3, 112, head, 8)
    paper.text(53, 130, "Persentase perangkat yang terhubung", 8)
    rows = [("Jaringan Intra Daerah", "78,00", "81,35", "104,29"), ("Nilai evaluasi", "72", "73", "101,39")]
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, 140 + 18 * r, text, 8)
    assert only_rows(paper)[1] == ["Persentase perangkat yang terhubung Jaringan Intra Daerah", *rows[0][1:]]


def test_headings_without_a_rule_above_them_below_the_table_before(paper, read, rows_of):
    """The first table is closed by a rule; the second one has a rule below its headings and none below its sum."""
    xs = [50, 240, 320, 400, 440]
    head = ["Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"]
    one = [["Pengelolaan nama domain", "36.900.000", "35.412.800", "95,97"],
           ["Jumlah", "36.900.000", "35.412.800", "95,97"]]  # fmt: skip
    two = [["Penyelenggaraan statistik", "92.480.000", "90.126.700", "97,46"],
           ["Jumlah", "92.480.000", "90.126.700", "97,46"]]  # fmt: skip
    paper.page()
    rules(paper, xs, 100, 117, 134, 151, 186, 203, 240, 257, 274, 291)

    def line(baseline, texts):
        for x, text in zip(xs, texts, strict=False):
            paper.text(x + 3, baseline, text, 8)

    for baseline, texts in zip((112, 129, 146), (head, *one), strict=True):
        line(baseline, texts)
    paper.text(50, 164, "4. PROGRAM PENYELENGGARAAN STATISTIK SEKTORAL", 9)
    for baseline, texts in zip((180, 198, 215), (head, *two), strict=True):
        line(baseline, texts)
    paper.text(50, 234, "5. PROGRAM PENYELENGGARAAN PERSANDIAN UNTUK PENGAMANAN DATA", 9)
    for baseline, texts in zip((252, 269, 286), (head, *one), strict=True):
        line(baseline, texts)
    assert [rows_of(t) for t in read(paper).tables] == [[head, *one], [head, *two], [head, *one]]


def test_a_title_in_a_row_of_its_own_is_no_caption_of_headings_of_two_lines(paper, read):
    """The headings below it, of which one has two lines, are those of the table that the rules make."""
    xs = [50, 80, 260, 320, 390, 460]
    paper.page()
    for y in (100, 116, 132, 160, 178, 196):
        paper.ruling(50, y, 460, y)
    paper.text(53, 112, "Perangkat Daerah : Dinas Kesehatan", 8)
    paper.text(53, 128, "Tahun 2023", 8)
    paper.text(395, 142, "Capaian", 8)
    heads = ("No", "Indikator Kinerja", "Target", "Realisasi", "(%)")
    for x, text in zip(xs, heads, strict=False):
        paper.text(x + 5, 154, text, 8)
    rows = [("1", "Angka harapan hidup", "71,00", "72,10", "101,55"),
            ("2", "Persentase balita sehat", "80,00", "82,00", "102,50")]  # fmt: skip
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 5, 173 + 18 * r, text, 8)
    (table,) = read(paper).tables
    texts = [c.text for c in table.cells]
    assert {"Target", "Realisasi", *rows[0], *rows[1]} <= set(texts)


def test_rows_of_several_groups_below_shaded_names(paper, only_rows):
    """Only the names of the groups are shaded, each over several rows without rules; a rule ends the table."""
    xs = [50, 80, 300, 360, 420, 480]
    head = ["No", "Uraian", "Target", "Realisasi", "Capaian"]
    groups = [("I", "Meningkatnya kualitas pelayanan", 3), ("II", "Meningkatnya akuntabilitas", 3)]
    paper.page()
    rules(paper, xs, 100, 118)
    for x, text in zip(xs, head, strict=False):
        paper.text(x + 3, 112, text, 8)
    top, expected = 118, [head]
    for mark, name, count in groups:
        paper.filled(50, top, 480, top + 16, 0.9)
        paper.text(53, top + 11, mark, 8)
        paper.text(83, top + 11, name, 8)
        expected.append([mark, name])
        for k in range(count):
            top += 16
            row = [f"{k + 1}", f"Indikator {mark} ke {k + 1}", f"8{k},00", f"8{k},50", f"100,6{k}"]
            expected.append(row)
            for x, text in zip(xs, row, strict=False):
                paper.text(x + 3, top + 11, text, 8)
        top += 16
    rules(paper, xs, top)
    assert [[t for t in row if t] for row in only_rows(paper)] == expected


def test_the_signatures_below_a_table_are_no_row_of_it(paper, read):
    """A name there is underlined up to the edge of a column."""
    xs = [50, 300, 400, 480]
    paper.page()
    rules(paper, xs, 100, 118, 170, 188)
    rows = [("Program", "Anggaran", "Keterangan"), ("Program Pelayanan Publik", "Rp 47.725.000", "APBD"),
            ("Program Pemberdayaan Desa", "Rp 51.025.000", "APBD"),
            ("Program Ketertiban Umum", "Rp 23.600.000", "APBD"), ("JUMLAH", "Rp 122.350.000", "")]  # fmt: skip
    for baseline, row in zip((112, 132, 147, 162, 182), rows, strict=True):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, baseline, text, 8)
    paper.text(330, 205, "Contoh, 17 Januari 2022", 9)
    paper.text(330, 220, "CAMAT CONTOH", 8)
    paper.text(330, 270, "SITI AMINAH, S.Sos.", 8)
    paper.ruling(330, 272, 480, 272)
    document = read(paper)
    assert not any("Januari" in c.text for t in document.tables for c in t.cells)
    assert any("Januari" in line.text for line in document.pages[0].lines)


def test_a_place_and_a_date_in_one_cell_part_no_table(paper, only_rows):
    xs = [50, 80, 250, 400, 480]
    rows = [["No", "Uraian", "Keterangan", "Jumlah"]]
    rows += [[str(k), f"Rapat ke {k}", "Balai desa", str(20 + k)] for k in range(1, 8)]
    rows[4][2] = "Contoh, 12 Januari 2022"
    paper.page()
    for k in range(len(rows) + 1):
        paper.ruling(50, 100 + 16 * k, 480, 100 + 16 * k)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, 111 + 16 * r, text, 8)
    assert only_rows(paper) == rows


def test_shaded_titles_with_a_table_each_below_them(paper, read):
    xs = [50, 80, 250, 330, 410]
    head = ["No", "Uraian", "Target", "Realisasi"]
    paper.page()
    y = 100
    for title in ("A. Kinerja", "B. Keuangan"):
        paper.filled(50, y, 480, y + 18, 0.85)
        paper.text(55, y + 12, title, 9)
        rows = [[str(k), f"Indikator ke {k}", f"8{k},00", f"8{k},50"] for k in range(1, 4)]
        for r, row in enumerate((head, *rows)):
            for x, text in zip(xs, row, strict=False):
                paper.text(x + 3, y + 30 + 14 * r, text, 8)
        y += 100
    tables = [[c.text for c in t.cells] for t in read(paper).tables]
    assert [("81,00" in own, "B. Keuangan" in own) for own in tables] == [(True, False), (True, False)]


def test_the_name_of_a_group_on_a_band_in_one_piece_stands_over_all_columns(paper, read, rows_of):
    """Only the heading draws the columns, and names of groups reach over their edges."""
    xs, top = [50, 80, 300, 370, 440, 520], 100
    paper.page()
    cells(paper, xs, top, top + 24, 0.6)
    rows = [
        ["", "Indikator", "Target 2021", "Target 2022", "Target 2023"],
        ["Sasaran 1 : Meningkatnya kualitas pelayanan publik di seluruh wilayah kecamatan"],
        ["1.1", "Indeks kepuasan masyarakat", "80,00", "81,00", "83,00"],
        ["Sasaran 2 : Meningkatnya akuntabilitas kinerja serta pengelolaan keuangan kecamatan"],
        ["2.1", "Nilai evaluasi kecamatan", "62,00", "64,00", "66,00"],
    ]
    for r, row in enumerate(rows):
        y = top + 24 * r
        if len(row) == 1:
            paper.filled(50, y, 520, y + 24, 0.9)
        paper.ruling(50, y, 520, y)
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, y + 15, text, 9)
    paper.ruling(50, top + 120, 520, top + 120)
    (table,) = read(paper).tables
    got = rows_of(table)
    assert got[0] == rows[0]
    assert got[2] == rows[2]
    assert got[4] == rows[4]
    assert got[1][0] == rows[1][0]


def test_a_rule_further_down_ends_the_rows_below_the_coloured_heading(paper, read, rows_of):
    xs = [133, 247, 326, 405, 485]
    paper.page()
    paper.filled(133, 100, 485, 113, 0.85)
    cells(paper, xs, 113, 126, 0.85)
    rows = [
        ["Uraian", "2021", "2022", "2023"],
        ["Target", "35,00", "38,00", "40,00"],
        ["Realisasi", "33,62", "37,50", "43,18"],
        ["Capaian (%)", "96,06", "98,68", "107,95"],
    ]
    paper.text(309, 110, "Persentase usulan yang diakomodir (%)", 9, "middle")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            paper.text((xs[c] + xs[c + 1]) / 2, 123 + 13 * r, text, 9, "middle")
    paper.ruling(133, 100, 485, 100)
    paper.ruling(133, 166, 485, 166)
    paper.text(140, 178, "Usulan yang diakomodir   19 dari   44   usulan.", 9)
    (table,) = read(paper).tables
    assert rows_of(table)[1:] == rows


def test_a_first_row_without_a_colour_above_coloured_ones_of_the_same_columns(paper, read, rows_of):
    """A page break put a row without a stripe first; its heading stands on the page before."""
    xs = [60, 130, 330, 430, 530]
    rows = [
        [f"1.0{k}", f"Kegiatan nomor {k} kecamatan", f"{k}.284.600.000", f"{k}.150.225.000"]
        for k in range(1, 7)
    ]
    paper.page()
    for r, row in enumerate(rows):
        if r % 2:
            cells(paper, xs, 100 + 18 * r, 118 + 18 * r, 0.9)
        for c, text in enumerate(row):
            right = c > 1
            paper.text(
                xs[c + 1] - 4 if right else xs[c] + 4, 112 + 18 * r, text, 9, "right" if right else "left"
            )
    (table,) = read(paper).tables
    assert rows_of(table) == rows


def striped(paper, xs, rows, below, x_below):
    """Rows 16 points high of which every second one has a colour over the whole width, the last none; a line below."""
    paper.page()
    for r, row in enumerate(rows):
        if r % 2 == 0 and r < len(rows) - 1:
            paper.filled(50, 100 + 16 * r, 520, 116 + 16 * r, 0.6 if r == 0 else 0.9)
        for x, text in zip(xs, row, strict=True):
            paper.text(x, 111 + 16 * r, text, 9)
    paper.text(x_below, 100 + 16 * len(rows) + 11, below, 9)


STRIPED = [
    ["No", "Fasilitas", "Dokter", "Perawat"],
    ["1", "Puskesmas Barat", "4", "12"],
    ["2", "Puskesmas Timur", "3", "9"],
    ["3", "Puskesmas Utara", "3", "10"],
    ["4", "Puskesmas Selatan", "2", "8"],
    ["", "Total", "12", "39"],
]


@pytest.mark.parametrize(
    "below",
    [
        "1.2 Permasalahan Utama Dinas",
        "Keterangan: angka per 31 Desember, tidak termasuk tenaga harian",
        "Dari tabel di atas tampak bahwa tenaga perawat paling banyak",
    ],
)
def test_a_line_below_a_last_row_without_a_colour_is_no_part_of_it(paper, only_rows, below):
    striped(paper, [60, 80, 300, 420], STRIPED, below, 52)
    assert only_rows(paper) == STRIPED


def test_the_second_line_of_a_label_in_a_last_row_without_a_colour(paper, only_rows):
    striped(paper, [60, 80, 300, 420], STRIPED, "seluruh fasilitas", 80)
    assert only_rows(paper)[-1] == ["", "Total seluruh fasilitas", "12", "39"]


@pytest.mark.parametrize("x", [74, 80, 86])
def test_the_second_line_of_a_label_close_behind_its_number(paper, only_rows, x):
    rows = [*STRIPED[:-1], ["5", "Pos kesehatan", "1", "2"]]
    striped(paper, [60, 74, 300, 420], rows, "seluruh kecamatan", x)
    assert only_rows(paper)[-1] == ["5", "Pos kesehatan seluruh kecamatan", "1", "2"]


def test_a_label_over_the_edge_of_the_coloured_heading_tears_no_table(paper, read):
    xs = [50, 190, 280, 370, 440]
    rows = [(f"Program pelayanan {k}", f"{k}5.500.000", f"{k}4.500.000", "97,10") for k in range(1, 5)]
    rows[2] = ("Program penyelenggaraan urusan pemerintahan", *rows[2][1:])
    paper.page()
    cells(paper, xs, 100, 116, 0.8, gap=0.05)
    paper.ruling(50, 100, 440, 100)
    paper.ruling(50, 116 + 16 * len(rows), 440, 116 + 16 * len(rows))
    for r, row in enumerate((("Program", "Anggaran", "Realisasi", "%"), *rows)):
        paper.text(53, 111 + 16 * r, row[0], 8)
        for x, text in zip(xs[2:], row[1:], strict=True):
            paper.text(x - 3, 111 + 16 * r, text, 8, "right")
    for table in read(paper).tables:
        assert {c.text for c in table.cells} >= {"35.500.000", "45.500.000"}


def test_rows_between_a_heading_coloured_cell_by_cell_and_the_rule_at_the_foot(paper, only_rows):
    xs = [50, 150, 230, 310, 390, 470]
    rows = [
        ["Bulan", "Pensiun", "Cuti", "Mutasi", "Jumlah"],
        *([m, str(9 + k), str(20 + k), str(3 + k), str(32 + 3 * k)] for k, m in enumerate(("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"))),
        ["Total", "84", "161", "42", "287"],
    ]  # fmt: skip
    paper.page()
    cells(paper, xs, 100, 116, 0.8, gap=0.05)
    paper.ruling(50, 100, 470, 100)
    paper.ruling(50, 100 + 16 * len(rows), 470, 100 + 16 * len(rows))
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 10, 111 + 16 * r, text, 9)
    assert only_rows(paper) == rows


def test_headings_over_a_band_that_begins_a_little_above_their_rule(paper, only_rows):
    """The band names a group; the last column holds marks and has no heading."""
    xs = [50, 300, 370, 440, 500, 520]
    paper.page()
    heads = ["Indikator", "Target", "Realisasi", "Capaian", ""]
    rows = [
        ["Persentase jalan mantap", "72,00", "73,47", "102,04", "●"],
        ["Angka kecelakaan", "12,10", "12,84", "93,88", "○"],
    ]
    for x, text in zip(xs, heads, strict=False):
        paper.text(x + 3, 110, text, 9)
    cells(paper, xs, 114.5, 116, 0.3)
    paper.filled(50, 115, 520, 131, 0.5)
    paper.text(53, 126, "SASARAN 1 MENINGKATNYA KESELAMATAN", 9)
    for r, row in enumerate(rows):
        for x0, x1 in itertools.pairwise(xs):
            paper.filled(x0, 130.3 + 16 * r, x1, 131 + 16 * r, 0.8)
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 3, 142 + 16 * r, text, 9)
    for x0, x1 in itertools.pairwise(xs):
        paper.filled(x0, 130.3 + 16 * len(rows), x1, 131 + 16 * len(rows), 0.8)
    found = only_rows(paper)
    assert found[0][:4] == heads[:4]
    assert [row[:4] for row in found[2:]] == [row[:4] for row in rows]


def test_figures_close_behind_each_other_are_no_phrase(paper, only_rows):
    xs = [50, 300, 340, 375, 410, 445]
    rows = [
        ["Indikator", "", "TW I", "TW II", "TW III"],
        ["Angka Putus Sekolah", "T", "0,15", "0,35", "0,60"],
        ["", "R", "0,17", "0,38", "0,61"],
    ]
    paper.page()
    for r in range(len(rows) + 1):
        cells(paper, xs[1:] if r == 2 else xs, 100 + 16 * r - 0.4, 100 + 16 * r + 0.4, 0.3)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 8, 111 + 16 * r, text, 9)
    assert [r[1:] for r in only_rows(paper)[1:]] == [r[1:] for r in rows[1:]]


def test_the_heading_of_the_next_section_parts_two_tables_between_rules(paper, read):
    """Captions below the tables: only the heading of the section stands between the rules of two tables."""
    xs = [53, 300, 380, 460]
    rows = [
        ["Indikator Kinerja", "Target", "Realisasi", "Capaian"],
        ["Nilai SAKIP", "70", "71,5", "102,14"],
        ["Nilai IKM", "80", "82", "102,50"],
    ]
    paper.page()
    between_rules(paper, xs, 100, rows, 9)
    paper.text(50, 182, "3.4 Perbandingan dengan Kabupaten", 11)
    between_rules(paper, xs, 196, [["Pelayanan (dalam %)", "Contoh", "Lain", "Jauh"], *rows[1:]], 9)
    first, second = read(paper).tables
    assert (first.n_rows, first.n_cols) == (3, 4)
    assert (second.n_rows, second.n_cols) == (3, 4)
