"""Tables without rulings: budget lists with right-aligned amounts, columns under a heading."""

LIST = [
    ("Belanja Pegawai", "1.250.000.000", "1.198.450.000"),
    ("Belanja Barang dan Jasa", "845.500.000", "801.225.500"),
    ("Belanja Modal", "96.000.000", "95.100.000"),
]


def draw_list(paper, rows, top=200, rights=(400, 520)):
    for i, (label, *amounts) in enumerate(rows):
        paper.text(60, top + 16 * i, label)
        for right, amount in zip(rights, amounts, strict=True):
            paper.text(right, top + 16 * i, amount, align="right")


def test_budget_list_with_right_aligned_amounts(paper, only_rows):
    paper.page()
    draw_list(paper, LIST)
    assert only_rows(paper) == [list(row) for row in LIST]


def test_budget_list_with_one_column_of_amounts(paper, only_rows):
    paper.page()
    draw_list(paper, [row[:2] for row in LIST], rights=(400,))
    assert only_rows(paper) == [list(row[:2]) for row in LIST]


def test_budget_list_under_a_heading(paper, read, rows_of):
    paper.page()
    paper.text(60, 180, "Uraian")
    paper.text(400, 180, "Anggaran", align="right")
    paper.text(520, 180, "Realisasi", align="right")
    draw_list(paper, LIST)
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [[["Uraian", "Anggaran", "Realisasi"], *map(list, LIST)]]
    assert document.tables[0].header_rows == 1


def test_numbered_budget_list(paper, only_rows):
    paper.page()
    for i, (label, amount) in enumerate(
        [("Program Penunjang", "1.250.000.000"), ("Program Ketertiban", "84.500.000")]
    ):
        paper.text(60, 200 + 16 * i, f"{i + 1}.")
        paper.text(80, 200 + 16 * i, label)
        paper.text(330, 200 + 16 * i, "Rp")
        paper.text(450, 200 + 16 * i, amount, align="right")
    rows = [[t for t in row if t] for row in only_rows(paper)]
    assert [" ".join(row) for row in rows] == [
        "1. Program Penunjang Rp 1.250.000.000",
        "2. Program Ketertiban Rp 84.500.000",
    ]
    assert all("1.250.000.000" in row[-1] or "84.500.000" in row[-1] for row in rows)


def test_sum_without_a_label_belongs_to_the_list(paper, only_rows):
    paper.page()
    draw_list(paper, LIST)
    paper.text(520, 200 + 16 * len(LIST), "2.094.775.500", align="right")
    assert only_rows(paper)[-1] == ["", "", "2.094.775.500"]


def test_label_of_two_lines_belongs_to_its_amount(paper, only_rows):
    paper.page()
    paper.text(60, 200, "1.")
    paper.text(80, 200, "Program Penunjang Urusan")
    paper.text(520, 200, "1.250.000.000", align="right")
    paper.text(80, 212, "Pemerintahan Daerah")
    paper.text(60, 232, "2.")
    paper.text(80, 232, "Program Ketertiban")
    paper.text(520, 232, "84.500.000", align="right")
    assert only_rows(paper) == [
        ["1.", "Program Penunjang Urusan Pemerintahan Daerah", "1.250.000.000"],
        ["2.", "Program Ketertiban", "84.500.000"],
    ]


def test_table_under_a_heading_with_small_bare_numbers(paper, only_rows):
    paper.page()
    for y, row in zip(
        (200, 216, 232),
        (["Indikator", "Target", "Realisasi"], ["Jumlah desa", "12", "12"], ["Jumlah aduan", "5", "3"]),
        strict=True,
    ):
        for x, text in zip((60, 300, 400), row, strict=True):
            paper.text(x, y, text)
    assert only_rows(paper) == [
        ["Indikator", "Target", "Realisasi"],
        ["Jumlah desa", "12", "12"],
        ["Jumlah aduan", "5", "3"],
    ]


def test_lines_of_the_list_leave_the_running_text(paper, read):
    paper.page()
    paper.text(60, 150, "Anggaran tahun 2023 diuraikan sebagai berikut.")
    draw_list(paper, LIST)
    paper.text(60, 300, "Demikian uraian anggaran tersebut.")
    document = read(paper)
    assert [line.text for line in document.pages[0].lines] == [
        "Anggaran tahun 2023 diuraikan sebagai berikut.",
        "Demikian uraian anggaran tersebut.",
    ]
    assert len(document.tables) == 1


def test_prose_with_amounts_is_not_a_table(paper, read):
    paper.page().paragraph(
        60,
        200,
        [
            "Pada tahun 2023 Kecamatan Contoh memperoleh anggaran Rp 2.191.500.000 dan",
            "merealisasikan Rp 2.094.775.500 atau 95,59 % sehingga tersisa Rp 96.724.500",
            "yang berasal dari efisiensi belanja barang dan jasa sebesar 44.274.500 rupiah.",
        ],
    )
    document = read(paper)
    assert document.tables == ()
    assert len(document.pages[0].lines) == 3


def test_option_switches_the_search_off(paper, read):
    paper.page()
    draw_list(paper, LIST)
    document = read(paper, borderless=False)
    assert document.tables == ()
    assert [line.text for line in document.pages[0].lines][0] == "Belanja Pegawai 1.250.000.000 1.198.450.000"


def test_reader_and_reason_are_stored(paper, read):
    paper.page()
    draw_list(paper, LIST)
    table = read(paper).tables[0]
    assert table.engine == "ruang kosong"
    assert "no rulings" in table.reason
    assert 0 < table.confidence < 1


def test_list_above_a_ruled_table_stays_apart(paper, read, rows_of):
    paper.page()
    draw_list(paper, LIST, top=100)
    paper.table([60, 300, 420], [200, 220, 240], [["Sasaran", "Target"], ["Pelayanan", "80,00"]])
    tables = [rows_of(t) for t in sorted(read(paper).tables, key=lambda t: t.box.top)]
    assert tables == [[list(row) for row in LIST], [["Sasaran", "Target"], ["Pelayanan", "80,00"]]]


def test_place_and_date_below_a_list_are_not_its_row(paper, only_rows):
    paper.page()
    draw_list(paper, LIST)
    paper.text(300, 200 + 16 * len(LIST) + 14, "Bandung,")
    paper.text(520, 200 + 16 * len(LIST) + 14, "2016", align="right")
    assert only_rows(paper) == [list(row) for row in LIST]


def test_the_mark_of_rupiah_belongs_to_its_amount(paper, only_rows):
    paper.page()
    paper.text(60, 180, "Program")
    paper.text(400, 180, "Anggaran", align="right")
    paper.text(520, 180, "Keterangan", align="right")
    for i, (label, amount, _) in enumerate(LIST):
        paper.text(60, 200 + 16 * i, label)
        paper.text(320, 200 + 16 * i, "Rp.")
        paper.text(420, 200 + 16 * i, amount, align="right")
        paper.text(500, 200 + 16 * i, "APBD", align="right")
    assert only_rows(paper)[1:] == [[label, f"Rp. {amount}", "APBD"] for label, amount, _ in LIST]


def test_texts_in_the_middle_of_their_row_stay_with_it(paper, only_rows):
    paper.page()
    for x, y, text in (
        (220, 187, "Capaian"), (440, 187, "Serapan"), (60, 193, "Sasaran"), (300, 193, "Program"),
        (220, 199, "Kinerja (%)"), (440, 199, "Anggaran (%)"),
        (60, 224, "Meningkatnya tertib"), (300, 224, "Program Penunjang"), (220, 230, "101,60"), (440, 230, "96,38"),
        (60, 236, "administrasi"), (300, 236, "Urusan"),
        (60, 260, "Meningkatnya mutu"), (300, 260, "Program Pembinaan"), (220, 266, "98,25"), (440, 266, "97,10"),
        (60, 272, "pelayanan"), (300, 272, "Pemerintahan Desa"),
    ):  # fmt: skip
        paper.text(x, y, text)
    assert only_rows(paper) == [
        ["Sasaran", "Capaian Kinerja (%)", "Program", "Serapan Anggaran (%)"],
        ["Meningkatnya tertib administrasi", "101,60", "Program Penunjang Urusan", "96,38"],
        ["Meningkatnya mutu pelayanan", "98,25", "Program Pembinaan Pemerintahan Desa", "97,10"],
    ]


def test_numbers_and_codes_before_the_label(paper, only_rows):
    paper.page()
    for i, (label, *amounts) in enumerate(LIST):
        paper.text(50, 200 + 16 * i, str(i + 1))
        paper.text(80, 200 + 16 * i, str(13 + i))
        paper.text(130, 200 + 16 * i, label)
        for right, amount in zip((400, 520), amounts, strict=True):
            paper.text(right, 200 + 16 * i, amount, align="right")
    assert only_rows(paper) == [[str(i + 1), str(13 + i), *row] for i, row in enumerate(LIST)]


def test_number_and_amount_at_the_middle_of_a_label_of_two_lines(paper, only_rows):
    paper.page()
    paper.text(80, 180, "Program")
    paper.text(500, 180, "Anggaran", align="right")
    rows = [
        (["Program Penunjang Urusan Pemerintahan Daerah", "Kabupaten/Kota"], "12,064,033,000"),
        (["Program Penyelenggaraan Pemerintahan Dan Pelayanan Publik"], "4,273,160,000"),
        (["Program Pemberdayaan Masyarakat"], "6,416,100,000"),
    ]
    top = 200
    for i, (label, amount) in enumerate(rows):
        middle = top + 6 * (len(label) - 1)
        paper.text(60, middle, f"{i + 1}.")
        for k, text in enumerate(label):
            paper.text(80, top + 12 * k, text)
        paper.text(380, middle, "Rp")
        paper.text(500, middle, amount, align="right")
        top += 12 * len(label) + 4
    assert [" ".join(row) for row in only_rows(paper)[1:]] == [
        "1. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota Rp 12,064,033,000",
        "2. Program Penyelenggaraan Pemerintahan Dan Pelayanan Publik Rp 4,273,160,000",
        "3. Program Pemberdayaan Masyarakat Rp 6,416,100,000",
    ]


def test_amount_that_almost_touches_its_label(paper, only_rows):
    paper.page()
    paper.text(60, 180, "Program")
    paper.text(420, 180, "Anggaran")
    paper.text(520, 180, "Keterangan")
    rows = [
        ("Program Peningkatan Sarana", "Rp. 147.150.000,-"),
        ("Program Pemeliharaan Ketertiban", "Rp. 52.400.000,-"),
        (
            "Program Peningkatan Kualitas Pelayanan Publik Kecamatan yang dilimpahkan kepada Camat",
            "Rp. 66.800.000,-",
        ),
    ]
    for i, (label, amount) in enumerate(rows):
        size = 8.2 if len(label) > 60 else 10
        paper.text(60, 200 + 16 * i, label, size)
        paper.text(408, 200 + 16 * i, amount)
        paper.text(520, 200 + 16 * i, "APBD")
    assert only_rows(paper)[1:] == [[label, amount, "APBD"] for label, amount in rows]


def test_amounts_that_only_a_blank_separates_stand_in_columns(paper, only_rows):
    paper.page()
    rows = [
        ("Daging", "692.191.196", "715.901.065"),
        ("Sapi Lokal", "73.721.604", "77.249.374"),
        ("Kuda", "34.473", "35.317"),
    ]
    for i, (label, *amounts) in enumerate(rows):
        paper.text(60, 200 + 14 * i, label)
        for right, amount in zip((300, 365), amounts, strict=True):
            paper.text(right, 200 + 14 * i, amount, align="right")
    assert only_rows(paper) == [list(row) for row in rows]


def test_number_and_amounts_on_the_last_line_of_every_label(paper, only_rows):
    paper.page()
    paper.text(80, 180, "Program")
    paper.text(400, 180, "Sebelum", align="right")
    paper.text(500, 180, "Sesudah", align="right")
    rows = [
        (
            ["Program Pengembangan Budaya Baca dan Pembinaan", "Perpustakaan"],
            "2.493.971.000",
            "2.517.999.504",
        ),
        (["Program Pelayanan Desa"], "311.900.000", "320.000.000"),
        (["Program Penyelamatan dan Pelestarian Dokumen", "Daerah"], "422.897.000", "420.667.000"),
    ]
    y = 200
    for i, (label, before, after) in enumerate(rows, 1):
        for text in label:
            paper.text(80, y, text)
            y += 12
        paper.text(60, y - 12, str(i))
        paper.text(400, y - 12, before, align="right")
        paper.text(500, y - 12, after, align="right")
    assert only_rows(paper)[1:] == [
        [str(i), " ".join(label), before, after] for i, (label, before, after) in enumerate(rows, 1)
    ]


def test_the_name_of_a_group_above_its_numbered_rows_is_no_label(paper, only_rows):
    paper.page()
    paper.text(80, 180, "Program dan Kegiatan")
    paper.text(500, 180, "Anggaran", align="right")
    lines = [
        ("", "Program Pelayanan Perkantoran", ""),
        ("1", "Penyediaan jasa surat", "4.110.000"),
        ("2", "Penyediaan alat tulis", "53.820.000"),
        ("3", "Penyediaan makanan", "12.500.000"),
    ]
    for k, (number, label, amount) in enumerate(lines):
        paper.text(60, 200 + 12 * k, number)
        paper.text(80, 200 + 12 * k, label)
        paper.text(500, 200 + 12 * k, amount, align="right")
    texts = [" ".join(row) for row in only_rows(paper)]
    assert not any("Perkantoran Penyediaan" in text for text in texts)


def draw_rows(paper, xs, top, rows, size=9.0):
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            paper.text(x, top + 13 * r, text, size)


def test_columns_with_little_room_between_them_under_their_headings(paper, read, rows_of):
    """The labels of the first column nearly reach the second one; the headings stand in the middle of theirs."""
    paper.page()
    draw_rows(paper, (100, 330, 470), 180, [("Sasaran Strategis", "Indikator Kinerja", "Target")])
    label = "Meningkatnya usaha perdagangan rakyat"
    x = 60 + paper.canvas.stringWidth(label, "Helvetica", 9) + 4.5
    names = ["Pertumbuhan industri kecil", "Jumlah tenaga kerja terserap", "Jumlah produk bersertifikat"]
    rows = [(label, names[0], "4,50"), ("", names[1], "14.200"), ("", names[2], "85")]
    draw_rows(paper, (60, x, 475), 195, rows)
    (table,) = read(paper).tables
    assert [row[-2:] for row in rows_of(table)] == [
        ["Indikator Kinerja", "Target"],
        *([name, figure] for name, figure in zip(names, ("4,50", "14.200", "85"), strict=True)),
    ]


def test_numbered_headings_begin_another_table(paper, read, rows_of):
    paper.page()
    draw_rows(paper, (60, 100, 400), 180, [("No.", "Indikator Kinerja", "Target")])
    draw_rows(
        paper, (60, 100, 400), 195, [("1.", "Indeks Kepuasan", "82,50"), ("2.", "Nilai SAKIP", "70,10")]
    )
    paper.text(60, 226, "Jumlah Anggaran :")
    draw_rows(paper, (60, 100, 400), 240, [("No.", "Program", "Anggaran")])
    budgets = [
        ("1.", "Program Penunjang", "Rp. 528.650.000,-"),
        ("2.", "Program Perdagangan", "Rp. 243.750.000,-"),
    ]
    draw_rows(paper, (60, 100, 400), 255, budgets)
    assert [rows_of(t)[0] for t in read(paper).tables] == [
        ["No.", "Indikator Kinerja", "Target"],
        ["No.", "Program", "Anggaran"],
    ]


def test_measures_without_a_heading_are_a_column(paper, read, rows_of):
    paper.page()
    heads = ("Indikator Kinerja", "", "2020", "2021", "2022")
    draw_rows(
        paper,
        (60, 230, 300, 360, 420),
        180,
        [heads, ("Cost Recovery Rate", "Target", "70,00", "72,00", "75,00")],
    )
    (table,) = read(paper).tables
    assert rows_of(table)[1] == ["Cost Recovery Rate", "Target", "70,00", "72,00", "75,00"]


def test_years_over_headings_that_come_again_and_figures_close_together(paper, read, rows_of):
    """The years stand over three columns each; mere blanks part the figures of most rows."""
    paper.page()
    xs = (222, 252, 284, 322, 352, 384)
    paper.text(259, 180, "2022", 9)
    paper.text(359, 180, "2023", 9)
    draw_rows(paper, (60, 80, *xs), 193, [("No", "IKU", "Target", "Real.", "%", "Target", "Real.", "%")])
    rows = [
        ("1", "Indeks Kepuasan", "81,00", "81,64", "100,79", "82,00", "82,95", "101,16"),
        ("2", "Pelayanan selesai", "90,00", "88,72", "98,58", "92,00", "91,60", "99,57"),
        ("3", "Jumlah desa tertib", "5", "4", "80,00", "6", "5", "83,33"),
        ("4", "Konflik diselesaikan", "80,00", "83,33", "104,16", "85,00", "85,71", "100,84"),
    ]
    draw_rows(paper, (60, 80, *xs), 208, rows)
    (table,) = read(paper).tables
    assert rows_of(table)[-4:] == [list(row) for row in rows]
    years = [(c.text, c.col, c.col_span) for c in table.cells if c.row == 0 and c.text.isdigit()]
    assert years == [("2022", 2, 3), ("2023", 5, 3)]


def test_numbers_before_the_labels_begin_the_rows(paper, only_rows):
    """Widely set lines, all at one distance; a mark at the edge of the scan stands before one of them."""
    paper.page()
    for x, text in ((80, "Program"), (330, "Anggaran"), (430, "Keterangan")):
        paper.text(x, 180, text)
    lines = [
        ("1. Program Pemeliharaan Sarana dan", "4.334.908.000,00"), ("Prasarana Aparatur", ""),
        ("2. Program Penataan Peraturan dan", "513.000.000,00"), ("Kesadaran Hukum", ""),
        ("3. Program Pembinaan Sumber Daya", "8.089.163.625,00"), ("Mineral", ""),
        ("4. Program Ketenagalistrikan", "25.357.375.000,00"),
    ]  # fmt: skip
    for k, (label, amount) in enumerate(lines):
        paper.text(60 if amount else 72, 200 + 16.5 * k + (0 if amount else 2.5), label)
        if amount:
            paper.text(300, 200 + 16.5 * k, "Rp.")
            paper.text(410, 200 + 16.5 * k, amount, align="right")
            paper.text(435, 200 + 16.5 * k, "APBD")
    paper.text(30, 233, "4")
    rows = [" ".join(t for t in row if t) for row in only_rows(paper)]
    assert [row.split(" Rp.")[0] for row in rows[2:]] == [
        "4 2. Program Penataan Peraturan dan Kesadaran Hukum",
        "3. Program Pembinaan Sumber Daya Mineral",
        "4. Program Ketenagalistrikan",
    ]


def test_wide_amounts_of_two_columns_that_stand_close(paper, only_rows):
    """Bold sums of many digits: the gap between them is narrower than that between texts of their own."""
    paper.page()
    rows = [*LIST[:2], ("Belanja Langsung", "1.197.296.100.000,-", "1.196.912.976.940,-"), LIST[2]]
    draw_list(paper, rows, rights=(420, 523))
    assert only_rows(paper) == [list(row) for row in rows]


def test_the_caption_of_the_next_table_ends_a_list(paper, read, rows_of):
    paper.page()
    for n, rows in enumerate((LIST, LIST[:2])):
        top = 180 + 120 * n
        paper.text(250, top - 20, f"Tabel 2.{n + 2}")
        paper.text(60, top, "Uraian")
        paper.text(400, top, "Anggaran", align="right")
        paper.text(520, top, "Realisasi", align="right")
        draw_list(paper, rows, top + 20)
    head = ["Uraian", "Anggaran", "Realisasi"]
    assert [rows_of(t) for t in read(paper).tables] == [
        [head, *map(list, LIST)],
        [head, *map(list, LIST[:2])],
    ]


def test_names_over_the_columns_of_a_list_that_no_word_tells(paper, read, rows_of):
    rows = [
        ["Ruang kelas", "4.218 unit", "611 unit", "204 unit", "83,81 %"],
        ["Laboratorium", "318 unit", "57 unit", "22 unit", "80,10 %"],
        ["Perpustakaan", "405 unit", "49 unit", "17 unit", "85,99 %"],
    ]
    paper.page().text(60, 90, "Keadaan prasarana sekolah adalah sebagai berikut.", 9)
    for x, text in zip(
        (110, 262, 325, 405, 480), ("Prasarana", "Baik", "Rusak Ringan", "Rusak Berat", "% Baik"), strict=True
    ):
        paper.text(x, 115, text, 9)
    for r, row in enumerate(rows):
        paper.text(60, 130 + 15 * r, row[0], 9)
        for x, text in zip((299, 395, 470, 530), row[1:], strict=True):
            paper.text(x, 130 + 15 * r, text, 9, "right")
    (table,) = read(paper).tables
    assert rows_of(table) == [["Prasarana", "Baik", "Rusak Ringan", "Rusak Berat", "% Baik"], *rows]
    assert all(c.is_header for c in table.cells if c.row == 0)


def test_cards_below_a_list_are_no_row_of_it(paper, read, rows_of):
    """Percentages in large letters, side by side below the labels."""
    paper.page()
    paper.text(60, 180, "Uraian")
    paper.text(420, 180, "Anggaran", align="right")
    paper.text(520, 180, "Realisasi", align="right")
    draw_list(paper, LIST, rights=(420, 520))
    for x, name, share in ((80, "Nilai SPBE", "104,84%"), (200, "Layanan", "95,00%")):
        paper.text(x, 270, name)
        paper.text(x, 284, share)
    assert [rows_of(t)[1:] for t in read(paper).tables] == [[list(row) for row in LIST]]


def test_the_mark_of_rupiah_above_its_amount(paper, read, rows_of):
    """Its cell is narrow, and the label beside it ends close before it."""
    paper.page()
    for x, name in ((100, "Program"), (300, "Anggaran"), (390, "Keterangan")):
        paper.text(x, 180, name)
    rows = [("1. Program Penunjang Urusan Pemerintahan", "Daerah", "7.826.000.000"),
            ("2. Program Pemberdayaan Masyarakat Desa", "dan Kelurahan", "800.000.000")]  # fmt: skip
    for k, (upper, lower, amount) in enumerate(rows):
        top = 200 + 34 * k
        paper.text(60, top, upper)
        paper.text(60, top + 14, lower)
        paper.text(290, top, "Rp.")
        paper.text(290, top + 14, amount)
        paper.text(390, top + 7, "APBD")
    texts = [rows_of(t)[1:] for t in read(paper).tables]
    assert texts == [[[f"{u} {low}", f"Rp. {a}", "APBD"] for u, low, a in rows]]
