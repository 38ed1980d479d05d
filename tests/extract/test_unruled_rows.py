"""Tables ruled into one single row: only the frame and upright rulings are drawn."""

import pytest

HEADS = ["Tahun", "Target (%)", "Realisasi (%)"]
BODY = [["2021", "70", "66,67"], ["2022", "75", "70,80"], ["2023", "80", "71,25"]]


def frame(paper, xs, top, bottom):
    paper.page()
    paper.ruling(xs[0], top, xs[-1], top)
    paper.ruling(xs[0], bottom, xs[-1], bottom)
    for x in xs:
        paper.ruling(x, top, x, bottom)


def test_the_heading_is_parted_from_the_rows(paper, read, rows_of):
    xs = [60, 130, 230, 330]
    frame(paper, xs, 100, 150)
    for r, row in enumerate([HEADS, *BODY]):
        for c, text in enumerate(row):
            paper.text((xs[c] + xs[c + 1]) / 2, 110 + 12 * r, text, 9, "middle")
    (table,) = read(paper).tables
    assert rows_of(table) == [HEADS, *BODY]
    assert [c.text for c in table.cells if c.is_header] == HEADS


@pytest.mark.parametrize("last", ["88,10", "BB (71,25)"])
def test_columns_whose_ruling_begins_below_the_year(paper, read, rows_of, last):
    """The year stands over two columns, the ruling between them begins under it."""
    xs = [60, 260, 340, 420, 500]
    frame(paper, [60, 260, 420, 500], 100, 185)
    paper.ruling(340, 114, 340, 185)
    paper.text(160, 116, "Indikator Kinerja", 9, "middle")
    paper.text(340, 110, "2023", 9, "middle")
    paper.text(460, 116, "Target 2026", 9, "middle")
    paper.text(300, 123, "Target", 9, "middle")
    paper.text(380, 123, "Realisasi", 9, "middle")
    for r, row in enumerate(
        [
            ["Indeks kepuasan masyarakat", "83,00", "83,15", "90"],
            ["Desa yang menetapkan anggaran", "80", "73,33", "100"],
            ["Nilai evaluasi kecamatan", "86,00", last, "BB (80,00)"],
        ]
    ):
        for c, text in enumerate(row):
            paper.text(xs[c] + (4 if c == 0 else 40), 139 + 18 * r, text, 9, "left" if c == 0 else "middle")
    (table,) = read(paper).tables
    heads = {c.text: (c.row, c.col, c.row_span, c.col_span) for c in table.cells if c.is_header}
    assert heads == {
        "Indikator Kinerja": (0, 0, 2, 1),
        "2023": (0, 1, 1, 2),
        "Target": (1, 1, 1, 1),
        "Realisasi": (1, 2, 1, 1),
        "Target 2026": (0, 3, 2, 1),
    }
    assert rows_of(table)[4] == ["Nilai evaluasi kecamatan", "86,00", last, "BB (80,00)"]


def test_one_row_of_words_stays_one(paper, read):
    frame(paper, [60, 230, 400], 100, 150)
    for k, (left, right) in enumerate(
        [("Hambatan", "Upaya"), ("Sarana kurang", "Pengadaan"), ("Waktu", "Jadwal")]
    ):
        paper.text(64, 112 + 12 * k, left, 9)
        paper.text(234, 112 + 12 * k, right, 9)
    assert [t.n_rows for t in read(paper).tables] == [1]


def test_years_below_a_heading_belong_to_it(paper, read, rows_of):
    xs = [60, 100, 260, 310, 360, 410, 460]
    frame(paper, [60, 100, 260, 360, 460], 100, 190)
    for x in (310, 410):
        paper.ruling(x, 112, x, 190)
    paper.text(80, 115, "No", 9, "middle")
    paper.text(180, 115, "Indikator Kinerja", 9, "middle")
    for x, text in ((310, "Realisasi"), (410, "Capaian (%)")):
        paper.text(x, 110, text, 9, "middle")
    years = ["2022", "2023"] * 2
    body = [
        ["1", "Indeks kepuasan", "81,90", "83,45", "101,11", "101,77"],
        ["2", "Nilai SAKIP", "67,05", "69,12", "101,59", "101,65"],
        ["3", "Temuan ditindaklanjuti", "91,67", "100,00", "91,67", "100,00"],
    ]
    for k, text in enumerate(years):
        paper.text((xs[k + 2] + xs[k + 3]) / 2, 122, text, 9, "middle")
    for r, row in enumerate(body):
        for k, text in enumerate(row):
            paper.text(
                xs[k] + 4 if k == 1 else (xs[k] + xs[k + 1]) / 2,
                140 + 18 * r,
                text,
                9,
                "left" if k == 1 else "middle",
            )
    (table,) = read(paper).tables
    assert rows_of(table) == [
        ["No", "Indikator Kinerja", "Realisasi", "", "Capaian (%)", ""],
        ["", "", *years],
        *body,
    ]


def test_a_sum_in_merged_cells_below_a_body_without_rulings(paper, read, rows_of):
    xs = [60, 90, 200, 290, 380, 470]
    frame(paper, [60, 290, 380, 470], 100, 172)
    for x in xs[1:3]:
        paper.ruling(x, 100, x, 158)
    rows = [
        ["No", "Program", "Indikator", "Anggaran (Rp)", "Realisasi (Rp)"],
        ["1", "Program Penunjang", "Nilai AKIP", "4.672.725.500", "4.601.000.000"],
        ["2", "Program Pemberdayaan", "Potensi aktif", "155.125.000", "149.460.500"],
        ["3", "Program Rehabilitasi", "Penyandang", "542.650.000", "532.785.000"],
    ]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            paper.text(xs[c] + 3, 111 + 14 * r, text, 9)
    for c, text in ((1, "JUMLAH"), (3, "5.370.500.500"), (4, "5.283.245.500")):
        paper.text(xs[c] + 3, 168, text, 9)
    (table,) = read(paper).tables
    assert rows_of(table)[:4] == rows
    assert [text for text in rows_of(table)[4] if text] == ["JUMLAH", "5.370.500.500", "5.283.245.500"]


def test_numbers_of_columns_and_how_they_are_computed_begin_the_body(paper, read, rows_of):
    """The kegiatan of a program are lettered; labels of two lines stand around the height of their figures."""
    xs = [60, 90, 300, 380, 460, 520]
    frame(paper, [60, 90, 300, 460, 520], 100, 222)
    paper.ruling(380, 112, 380, 222)
    for x, y, text in ((75, 110, "No"), (195, 110, "Uraian"), (380, 109, "Anggaran (Rp)"), (490, 110, "%")):
        paper.text(x, y, text, 9, "middle")
    for x, text in ((340, "Murni"), (420, "Perubahan")):
        paper.text(x, 120, text, 9, "middle")
    for k, text in enumerate(["1", "2", "3", "4", "5=4/3"]):
        paper.text((xs[k] + xs[k + 1]) / 2, 132, text, 9, "middle")
    rows = [
        (150, "1", ["Program Pelayanan Administrasi"], "571.500.000", "610.000.000", "98.11"),
        (166, "", ["a. Penyediaan jasa surat menyurat"], "6.500.000", "6.500.000", "97.69"),
        (187, "", ["b. Penyediaan jasa komunikasi,", "sumber daya air dan listrik"], "78.000.000", "71.500.000", "89.82"),
        (208, "2", ["Program Keluarga Berencana"], "868.700.000", "895.700.000", "98.25"),
    ]  # fmt: skip
    for y, number, label, *figures in rows:
        paper.text(75, y, number, 9, "middle")
        for k, line in enumerate(label):
            paper.text(93, y - 5.5 * (len(label) - 1) + 11 * k, line, 9)
        for right, text in zip((375, 455, 515), figures, strict=True):
            paper.text(right, y, text, 9, "right")
    (table,) = read(paper).tables
    assert rows_of(table)[2:] == [
        ["1", "2", "3", "4", "5=4/3"],
        *([number, " ".join(label), *figures] for _, number, label, *figures in rows),
    ]


def test_rows_of_one_cell_interrupt_the_upright_rulings(paper, read, rows_of):
    """A sasaran over its indicators; between the rows no ruling is drawn."""
    xs = [60, 240, 300, 360, 420, 480]
    paper.page()
    for y in (100, 116, 208):
        paper.ruling(60, y, 480, y)
    for x in (60, 480):
        paper.ruling(x, 100, x, 208)
    heads = ["Indikator Kinerja", "Satuan", "2021", "2022", "2023"]
    groups = [("Sasaran 1 : Terkendalinya penduduk", 116), ("Sasaran 2 : Meningkatnya ketahanan", 162)]
    for x in xs[1:-1]:
        paper.ruling(x, 100, x, 116)
        for _, top in groups:
            paper.ruling(x, top + 14, x, top + 46)
    body = {
        142: ["Angka kelahiran total", "Anak", "2,68", "2,65", "2,58"],
        158: ["Peserta KB aktif", "%", "68,40", "69,00", "70,50"],
        188: ["Kelompok remaja", "Kelompok", "24", "26", "30"],
        204: ["Keluarga sejahtera", "%", "21,40", "21,00", "20,00"],
    }
    for c, text in enumerate(heads):
        paper.text((xs[c] + xs[c + 1]) / 2, 111, text, 9, "middle")
    for text, top in groups:
        paper.text(270, top + 11, text, 9, "middle")
    for y, row in body.items():
        for c, text in enumerate(row):
            paper.text(xs[c] + 3, y, text, 9)
    (table,) = read(paper).tables
    one, two, three, four = body.values()
    assert rows_of(table) == [
        heads,
        [groups[0][0], "", "", "", ""], one, two,
        [groups[1][0], "", "", "", ""], three, four,
    ]  # fmt: skip


def test_lines_of_a_chart_in_a_frame_are_no_rows(paper, read):
    paper.page()
    for y in (100, 240):
        paper.ruling(60, y, 480, y)
    for x in (60, 480):
        paper.ruling(x, 100, x, 240)
    for k in range(6):
        paper.ruling(90 + 65 * k, 120, 90 + 65 * k, 210)
        paper.text(90 + 65 * k, 226, f"{2018 + k}", 9, "middle")
        paper.text(95 + 65 * k, 190 - 10 * k, f"{60 + k},5", 9)
    assert not [t for t in read(paper).tables if t.n_rows > 2]


def test_a_list_of_amounts_in_one_ruled_row(paper, read, rows_of):
    """One column of figures is enough where they are amounts, and every column begins beside their heading."""
    xs = [88, 354, 462, 530]
    frame(paper, xs, 71, 170)
    heads = ["Program", "Anggaran", "Sumber Dana"]
    rows = [
        ["PROGRAM PEMBERDAYAAN MASYARAKAT DESA", "KELURAHAN", "Rp.410.500.000,-"],
        ["PROGRAM KOORDINASI KETENTERAMAN DAN", "KETERTIBAN UMUM", "Rp.33.600.000,-"],
        ["PROGRAM PEMBINAAN DAN PENGAWASAN", "PEMERINTAHAN DESA", "Rp.66.015.000,-"],
    ]
    for c, text in enumerate(heads):
        paper.text((xs[c] + xs[c + 1]) / 2, 80, text, 10, "middle")
    for r, (label, more, amount) in enumerate(rows):
        y = 93 + 24 * r
        paper.text(91, y, label, 10)
        paper.text(91, y + 11, more, 10)
        paper.text(458, y + 5.5, amount, 10, "right")
        paper.text(466, y + 5.5, "PAD/DAU", 10)
    paper.text(91, 165, "Jumlah Anggaran", 10)
    paper.text(458, 165, "Rp.510.115.000,-", 10, "right")
    (table,) = read(paper).tables
    assert rows_of(table) == [
        heads,
        *([f"{label} {more}", amount, "PAD/DAU"] for label, more, amount in rows),
        ["Jumlah Anggaran", "Rp.510.115.000,-", ""],
    ]
