"""Text of cells drawn in PDFs: broken figures, broken words, stacked rows, letter-spaced text."""

HEAD = ["No", "Uraian", "Anggaran"]
XS = [50, 80, 300, 420]


def test_figure_broken_behind_a_comma_is_joined(paper, only_rows):
    xs = [50, 80, 300, 340]
    paper.page().table(xs, [100, 120, 150], [HEAD[:2] + ["Rp"], ["1", "Belanja barang", "495,\n355,500"]])
    assert only_rows(paper)[1] == ["1", "Belanja barang", "495,355,500"]


def test_figure_broken_inside_a_group_is_joined(paper, only_rows):
    xs = [50, 80, 300, 345]
    paper.page().table(xs, [100, 120, 150], [HEAD[:2] + ["Rp"], ["1", "Belanja modal", "473,538,4\n20"]])
    assert only_rows(paper)[1] == ["1", "Belanja modal", "473,538,420"]


def test_figure_with_points_broken_inside_a_group_is_joined(paper, only_rows):
    xs = [50, 80, 300, 345]
    paper.page().table(xs, [100, 120, 150], [HEAD[:2] + ["Rp"], ["1", "Belanja modal", "1.473.53\n8.420"]])
    assert only_rows(paper)[1] == ["1", "Belanja modal", "1.473.538.420"]


def test_figure_broken_in_three_lines_is_joined(paper, only_rows):
    xs = [50, 80, 300, 332]
    paper.page().table(xs, [100, 120, 160], [HEAD[:2] + ["Rp"], ["1", "Belanja", "1.250.\n000.\n000"]])
    assert only_rows(paper)[1] == ["1", "Belanja", "1.250.000.000"]


def test_decimals_broken_before_the_comma_are_joined(paper, only_rows):
    xs = [50, 80, 300, 325]
    paper.page().table(xs, [100, 120, 150], [HEAD[:2] + ["%"], ["1", "Serapan", "102\n,35"]])
    assert only_rows(paper)[1] == ["1", "Serapan", "102,35"]


def test_right_aligned_broken_figure_is_joined(paper, only_rows):
    xs = [50, 80, 300, 345]
    paper.page().table(
        xs,
        [100, 120, 150],
        [HEAD[:2] + ["Rp"], ["1", "Belanja", "12.473.5\n38,00"]],
        align=["left", "left", "right"],
    )
    assert only_rows(paper)[1] == ["1", "Belanja", "12.473.538,00"]


def test_two_amounts_one_below_the_other_stay_two(paper, only_rows):
    paper.page().table(
        XS, [100, 120, 150], [HEAD, ["1", "Belanja pegawai dan barang", "12.500.000\n7.500.000"]]
    )
    text = [
        t for row in only_rows(paper)[1:] for t in row if t not in ("", "1", "Belanja pegawai dan barang")
    ]
    assert " ".join(text) == "12.500.000 7.500.000"


def test_word_broken_by_the_width_of_its_cell_is_joined(paper, only_rows):
    xs = [50, 80, 126, 200]
    paper.page().table(xs, [100, 120, 150], [["No", "Uraian", "Target"], ["1", "Persentas\ne", "80"]])
    paper.paragraph(50, 300, ["Nilai persentase dihitung dari capaian."])
    assert only_rows(paper)[1] == ["1", "Persentase", "80"]


def test_broken_word_known_from_the_text_is_joined_beside_other_words(paper, only_rows):
    xs = [50, 80, 144, 200]
    paper.page().table(xs, [100, 120, 150], [["No", "Uraian", "Target"], ["1", "Indeks Kepuas\nan", "80"]])
    paper.paragraph(50, 300, ["Survei indeks kepuasan dilakukan setiap tahun."])
    assert only_rows(paper)[1] == ["1", "Indeks Kepuasan", "80"]


def test_words_on_two_lines_get_a_blank(paper, only_rows):
    paper.page().table(
        XS, [100, 120, 150], [HEAD, ["1", "Penyelenggaraan urusan\npemerintahan umum", "5.000.000"]]
    )
    assert only_rows(paper)[1] == ["1", "Penyelenggaraan urusan pemerintahan umum", "5.000.000"]


def test_real_hyphen_is_kept(paper, only_rows):
    paper.page().table(
        XS, [100, 120, 150], [HEAD, ["1", "Koordinasi bersama-\nsama dengan non-ASN", "5.000.000"]]
    )
    assert only_rows(paper)[1] == ["1", "Koordinasi bersama-sama dengan non-ASN", "5.000.000"]


def test_dash_between_words_keeps_its_blanks(paper, only_rows):
    paper.page().table(XS, [100, 120, 150], [HEAD, ["1", "Januari -\nMaret", "5.000.000"]])
    assert only_rows(paper)[1] == ["1", "Januari - Maret", "5.000.000"]


def test_slash_at_the_end_of_a_line_keeps_the_words_together(paper, only_rows):
    paper.page().table(XS, [100, 120, 150], [HEAD, ["1", "Desa/\nKelurahan binaan", "5.000.000"]])
    assert only_rows(paper)[1] == ["1", "Desa/Kelurahan binaan", "5.000.000"]


def test_stacked_rows_in_one_ruled_row_are_split(paper, only_rows):
    xs = [50, 80, 260, 330, 400, 470]
    body = [
        "1\n2\n3",
        "Jumlah musrenbang\nJumlah pelatihan\nJumlah aduan",
        "12\n4\n0",
        "12\n5\n1",
        "100,00\n125,00\n-",
    ]
    paper.page().table(xs, [100, 120, 160], [["No", "Indikator", "Target", "Realisasi", "Capaian"], body])
    assert only_rows(paper) == [
        ["No", "Indikator", "Target", "Realisasi", "Capaian"],
        ["1", "Jumlah musrenbang", "12", "12", "100,00"],
        ["2", "Jumlah pelatihan", "4", "5", "125,00"],
        ["3", "Jumlah aduan", "0", "1", "-"],
    ]


def test_numbered_names_in_capitals_beside_stacked_targets(paper, only_rows):
    xs = [50, 180, 360, 470]
    body = [
        "Meningkatnya ekonomi\nyang berbasis sektor\nunggulan",
        "3.1 Laju Pertumbuhan\n3.2 PDRB per Kapita\n3.3 Indeks Gini",
        "4,20 %\nRp 41,00 juta\n0,350 poin",
    ]
    paper.page().table(xs, [100, 120, 160], [["Sasaran", "Indikator Kinerja", "Target"], body])
    assert [row[-2:] for row in only_rows(paper)[1:]] == [
        ["3.1 Laju Pertumbuhan", "4,20 %"],
        ["3.2 PDRB per Kapita", "Rp 41,00 juta"],
        ["3.3 Indeks Gini", "0,350 poin"],
    ]


def test_stacked_rates_and_bounds(paper, only_rows):
    xs = [50, 150, 250, 350]
    body = ["BOR\n\nALOS\n\nNDR", "60-85 %\n\n6-9 hari\n\n< 25‰", "71,20 %\n\n3,90 hari\n\n21,9‰"]
    paper.page().table(xs, [100, 120, 200], [["Indikator", "Standar", "2021"], body])
    assert only_rows(paper) == [
        ["Indikator", "Standar", "2021"],
        ["BOR", "60-85 %", "71,20 %"],
        ["ALOS", "6-9 hari", "3,90 hari"],
        ["NDR", "< 25‰", "21,9‰"],
    ]


def test_stacked_rows_whose_labels_take_two_lines(paper, only_rows):
    xs = [50, 230, 300, 370]
    body = [
        "Persentase desa yang\nmenyusun laporan\nIndeks kepuasan\nmasyarakat",
        "80,00\n\n85,50",
        "82,50\n\n86,00",
    ]
    paper.page().table(xs, [100, 120, 170], [["Indikator", "Target", "Realisasi"], body])
    assert only_rows(paper) == [
        ["Indikator", "Target", "Realisasi"],
        ["Persentase desa yang menyusun laporan", "80,00", "82,50"],
        ["Indeks kepuasan masyarakat", "85,50", "86,00"],
    ]


def test_stacked_figures_with_footnote_marks(paper, only_rows):
    body = ["- Produksi padi\n- Produksi jagung", "12.540.550 *)\n1.630.238 *)", "11.373.234 *)\n959.933 **)"]
    paper.page().table([50, 200, 300, 400], [100, 120, 150], [["Indikator", "2016", "2015"], body])
    assert only_rows(paper)[1:] == [
        ["- Produksi padi", "12.540.550 *)", "11.373.234 *)"],
        ["- Produksi jagung", "1.630.238 *)", "959.933 **)"],
    ]


def test_two_figures_tied_by_a_word_are_one_answer(paper, only_rows):
    body = ["Penyelesaian pengaduan", "22,7%\n\natau\n\n75%", "30,2%\n\n\n\n100%"]
    paper.page().table([50, 200, 300, 400], [100, 120, 190], [["Indikator", "Realisasi", "Capaian"], body])
    assert only_rows(paper)[1:] == [["Penyelesaian pengaduan", "22,7% atau 75%", "30,2% 100%"]]


def test_cell_beside_stacked_rows_spans_them(paper, read, rows_of):
    xs = [50, 150, 300, 370, 440]
    rows = [
        ["Sasaran", "Indikator", "Target", "Realisasi"],
        ["Pelayanan", "Jumlah aduan\nJumlah layanan", "12\n300", "10\n350"],
    ]
    paper.page().table(xs, [100, 120, 150], rows)
    table = read(paper).tables[0]
    assert rows_of(table)[1:] == [
        ["Pelayanan", "Jumlah aduan", "12", "10"],
        ["", "Jumlah layanan", "300", "350"],
    ]
    assert next(c for c in table.cells if c.text == "Pelayanan").row_span == 2


def test_row_of_two_lined_texts_without_figures_is_not_split(paper, only_rows):
    rows = [["No", "Faktor", "Upaya"], ["1", "Jumlah petugas\nmasih kurang", "Menambah petugas\ndi loket"]]
    paper.page().table([50, 80, 250, 420], [100, 120, 150], rows)
    assert only_rows(paper)[1:] == [["1", "Jumlah petugas masih kurang", "Menambah petugas di loket"]]


def test_letter_spaced_text_is_joined(paper, only_rows):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["", "J U M L A H", "20.000.000"]])
    assert only_rows(paper)[1] == ["", "JUMLAH", "20.000.000"]


def test_text_set_with_character_spacing_is_joined(paper, only_rows):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["", "", "20.000.000"]])
    paper.text(83, 131, "JUMLAH", 9, spacing=4)
    assert only_rows(paper)[1] == ["", "JUMLAH", "20.000.000"]


def test_two_letter_spaced_words_stay_two(paper, read):
    paper.page().text(100, 100, "B E L A N J A   D A E R A H", 12)
    assert [line.text for line in read(paper).pages[0].lines] == ["BELANJA DAERAH"]


def test_single_letters_of_a_list_are_not_joined(paper, only_rows):
    rows = [["No", "Kelas", "Jumlah"], ["a", "A dan B", "3"], ["b", "Tipe C", "4"]]
    paper.page().table(XS, [100, 120, 140, 160], rows)
    assert only_rows(paper) == rows


def test_text_printed_twice_to_look_bold_is_read_once(paper, only_rows):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["1", "Belanja", "20.000.000"]])
    paper.text(83.3, 131, "Belanja", 9)
    assert only_rows(paper)[1] == ["1", "Belanja", "20.000.000"]


def test_double_digits_are_not_taken_for_text_printed_twice(paper, only_rows):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["11", "Massa 100", "11.000.011"]])
    assert only_rows(paper)[1] == ["11", "Massa 100", "11.000.011"]


def test_superscript_stays_in_its_line(paper, only_rows):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["1", "Luas 25 m", "20.000.000"]])
    paper.text(83 + 42.2, 128, "2", 6)
    assert only_rows(paper)[1] in (["1", "Luas 25 m2", "20.000.000"], ["1", "Luas 25 m 2", "20.000.000"])


def test_one_column_of_figures_beside_the_items_of_a_list_is_split(paper, only_rows):
    body = ["1", "- Tingkat konsumsi\na. Konsumsi energi\nb. Konsumsi protein", "100\n2050\n56", "Pangan"]
    paper.page().table(
        [50, 80, 260, 330, 430], [100, 120, 165], [["No", "Indikator", "Target", "Bidang"], body]
    )
    assert [row[1:3] for row in only_rows(paper)[1:]] == [
        ["- Tingkat konsumsi", "100"],
        ["a. Konsumsi energi", "2050"],
        ["b. Konsumsi protein", "56"],
    ]


def test_an_item_of_two_lines_stays_whole_beside_stacked_figures(paper, only_rows):
    body = [
        "- Rapat koordinasi\npangan\n- Pemantauan harga",
        "460.000.000\n\n275.000.000",
        "313.967.780\n\n272.523.420",
        "68,25\n\n99,10",
    ]
    heads = ["Kegiatan", "Anggaran", "Realisasi", "%"]
    paper.page().table([50, 200, 300, 400, 450], [100, 120, 165], [heads, body])
    assert only_rows(paper)[1:] == [
        ["- Rapat koordinasi pangan", "460.000.000", "313.967.780", "68,25"],
        ["- Pemantauan harga", "275.000.000", "272.523.420", "99,10"],
    ]


def test_list_numbers_lower_than_the_figures_do_not_set_the_rows(paper, only_rows):
    body = ["1.\n\n\n\n2.", "Pangan cukup\n\n\nHarga stabil", "360\n\n\n460", "346\n\n\n313"]
    heads = ["No", "Sasaran", "Anggaran", "Realisasi"]
    paper.page().table([50, 80, 260, 330, 400], [100, 120, 190], [heads, body])
    assert [row[1:] for row in only_rows(paper)[1:]] == [
        ["Pangan cukup", "360", "346"],
        ["Harga stabil", "460", "313"],
    ]


def test_stacked_figures_in_cells_over_several_rows(paper, only_rows):
    xs, ys = [50, 200, 260, 320, 470, 560], [100, 120, 140, 160, 180, 200]
    rows = [
        ["Indikator", "Target", "Realisasi", "Kegiatan", "Anggaran"],
        [
            "UMKM berizin\n\n\n\n\nKoperasi aktif",
            "100%\n\n\n\n\n98%",
            "90%\n\n\n\n\n95%",
            "Fasilitasi",
            "200.350.000",
        ],
        ["", "", "", "Sosialisasi", "52.297.500"],
        ["", "", "", "Pembinaan", "124.125.000"],
        ["", "", "", "Pengawasan", "56.615.000"],
    ]
    paper.page().table(xs, ys, rows, {(1, c): (4, 1) for c in range(3)})
    assert only_rows(paper)[1:] == [
        ["UMKM berizin", "100%", "90%", "Fasilitasi", "200.350.000"],
        ["", "", "", "Sosialisasi", "52.297.500"],
        ["", "", "", "Pembinaan", "124.125.000"],
        ["Koperasi aktif", "98%", "95%", "Pengawasan", "56.615.000"],
    ]


def test_a_side_label_between_two_lines_comes_first(paper, only_rows):
    page = paper.page()
    page.table([50, 80, 300, 420], [100, 120, 150], [HEAD, ["1", "", "52.557.826"]])
    page.text(83, 137, "Program :", 9)
    page.text(140, 132, "Peningkatan Mutu", 9)
    page.text(140, 142, "Pelayanan", 9)
    assert only_rows(paper)[1][1] == "Program : Peningkatan Mutu Pelayanan"


def test_items_of_two_lines_with_figures_beside_their_second_line(paper, only_rows):
    body = [
        "- Jumlah Produksi\nJagung\n- Jumlah Produksi\nKedelai\n- Jumlah Produksi\nPadi",
        "\n3.637.248\n\n306.277\n\n225.203",
        "\n60,94\n\n118,10\n\n55,40",
    ]
    paper.page().table([50, 200, 300, 400], [100, 120, 195], [["Indikator", "Realisasi", "Capaian"], body])
    assert only_rows(paper)[1:] == [
        ["- Jumlah Produksi Jagung", "3.637.248", "60,94"],
        ["- Jumlah Produksi Kedelai", "306.277", "118,10"],
        ["- Jumlah Produksi Padi", "225.203", "55,40"],
    ]


def test_one_more_figure_for_the_whole_row(paper, only_rows):
    body = [
        "Meningkatnya\nproduksi",
        "\n\n- Jagung\n- Kedelai",
        "\n\n3.637.248\n306.277",
        "61,57\n\n60,94\n118,10",
    ]
    heads = ["Sasaran", "Indikator", "Realisasi", "Capaian"]
    paper.page().table([50, 150, 250, 350, 430], [100, 120, 175], [heads, body])
    assert [row[1:] for row in only_rows(paper)[1:]] == [
        ["", "", "61,57"],
        ["- Jagung", "3.637.248", "60,94"],
        ["- Kedelai", "306.277", "118,10"],
    ]


def test_targets_beside_the_numbered_indicators_of_a_sasaran_in_one_ruled_row(paper, only_rows):
    """The sasaran above them has no target; one row of the agreement for all of it."""
    paper.page()
    paper.rulings([50, 350, 450], [100, 120, 170])
    paper.text(53, 112, "Sasaran / Indikator", 9)
    paper.text(353, 112, "Target", 9)
    items = ["1. Meningkatnya derajat kesehatan", "1.1 Cakupan kunjungan K4", "1.2 Persentase persalinan"]
    for k, item in enumerate(items):
        paper.text(53 + 8 * (k > 0), 132 + 13 * k, item, 9)
    for k, target in enumerate(["92 %", "91 %"], 1):
        paper.text(400, 132 + 13 * k, target, 9, "middle")
    assert only_rows(paper) == [
        ["Sasaran / Indikator", "Target"],
        [items[0], ""],
        [items[1], "92 %"],
        [items[2], "91 %"],
    ]


def test_targets_beside_things_listed_under_a_colon(paper, only_rows):
    """No mark stands before them: OCR may not see their dashes."""
    paper.page()
    paper.rulings([50, 350, 450], [100, 120, 220])
    paper.text(53, 112, "Indikator", 9)
    paper.text(353, 112, "Target", 9)
    lines = [
        ("1. Persentase kelahiran sapi :", ""),
        ("Angka kebuntingan IB", "1,5"),
        ("Jarak kelahiran (bulan)", "18"),
        ("2. Persentase anak domba yang", "105"),
        ("lahir hidup", ""),
        ("3. Persentase produksi telur :", ""),
        ("Ayam buras", "31"),
    ]
    for k, (label, target) in enumerate(lines):
        paper.text(53, 132 + 12 * k, label, 9)
        paper.text(400, 132 + 12 * k, target, 9, "middle")
    assert only_rows(paper)[1:] == [
        ["1. Persentase kelahiran sapi :", ""],
        ["Angka kebuntingan IB", "1,5"],
        ["Jarak kelahiran (bulan)", "18"],
        ["2. Persentase anak domba yang lahir hidup", "105"],
        ["3. Persentase produksi telur :", ""],
        ["Ayam buras", "31"],
    ]


def test_targets_beside_a_numbered_list_with_their_units_between(paper, only_rows):
    """The first of the list, its money, stands under a colon and has no number; one has no figure."""
    paper.page()
    paper.rulings([50, 300, 380, 470], [100, 120, 220])
    for x, head in [(53, "Indikator"), (303, "Satuan"), (383, "Target")]:
        paper.text(x, 112, head, 9)
    lines = [
        ("Masukan:", "", ""),
        ("Dana APBN", "Rupiah", "14.604.362.000"),
        ("SDM", "", ""),
        ("1 Kawasan jeruk", "Ha", "2"),
        ("2 Registrasi kebun tanaman buah", "Kebun", "30"),
        ("3 Pembinaan pengembangan tanaman", "Kab/Kota", "8"),
        ("hias", "", ""),
    ]
    for k, (label, unit, target) in enumerate(lines):
        paper.text(53, 132 + 12 * k, label, 9)
        paper.text(340, 132 + 12 * k, unit, 9, "middle")
        paper.text(467, 132 + 12 * k, target, 9, "right")
    assert only_rows(paper)[1:] == [
        ["Masukan:", "", ""],
        ["Dana APBN", "Rupiah", "14.604.362.000"],
        ["SDM", "", ""],
        ["1 Kawasan jeruk", "Ha", "2"],
        ["2 Registrasi kebun tanaman buah", "Kebun", "30"],
        ["3 Pembinaan pengembangan tanaman hias", "Kab/Kota", "8"],
    ]


def test_lettered_items_above_numbered_ones(paper, only_rows):
    body = [
        "A. Belanja Tidak Langsung\nB. Belanja Langsung\n1. Program Pelayanan\nPerkantoran\n2. Program Sarana",
        "4.286.150.000\n9.937.900.000\n381.150.000\n\n276.250.000",
        "4.173.904.615\n9.560.120.530\n372.335.840\n\n273.768.600",
    ]
    paper.page().table([50, 220, 320, 420], [100, 120, 185], [["Uraian", "Anggaran", "Realisasi"], body])
    assert only_rows(paper)[1:] == [
        ["A. Belanja Tidak Langsung", "4.286.150.000", "4.173.904.615"],
        ["B. Belanja Langsung", "9.937.900.000", "9.560.120.530"],
        ["1. Program Pelayanan Perkantoran", "381.150.000", "372.335.840"],
        ["2. Program Sarana", "276.250.000", "273.768.600"],
    ]


def test_first_letters_of_names_are_no_list(paper, only_rows):
    rows = [["Jabatan", "Nama", "Kegiatan"], ["Camat", "H. Ahmad Suparman\nA. Yani Kusuma", "12\n14"]]
    paper.page().table([50, 150, 320, 420], [100, 120, 150], rows)
    assert [row[1] for row in only_rows(paper)[1:]] != ["H. Ahmad Suparman", "A. Yani Kusuma"]


def test_a_ruling_read_as_a_sign_beside_stacked_figures(paper, only_rows):
    """OCR takes the ruling beside the first figure for a bracket."""
    xs, rows = [60, 260, 330, 400], [
        ["Frekuensi layanan keliling", "[60 kali", "[60 kali"],
        ["Jumlah koleksi buku", "1500 eks", "1500 eks"],
        ["Jumlah tenaga ahli", "2 org", "2 org"],
    ]  # fmt: skip
    paper.page().rulings(xs, [100, 116, 180])
    paper.fill(xs, [100, 116], [["Indikator Kinerja", "Sebelum", "Sesudah"]])
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            paper.text(xs[c] + 3, 128 + 20 * r, text, 9)
    assert [row[0] for row in only_rows(paper)[1:]] == [row[0] for row in rows]


def test_numbered_items_beside_figures_above_another_list(paper, only_rows):
    """Outputs with their targets, and below them the outcomes, which have none."""
    items = [f"{k} Layanan nomor {k}" for k in range(1, 5)]
    outcomes = ["Hasil:", "a. Terlaksananya layanan", "b. Tersedianya sarana"]
    paper.page()
    paper.rulings([50, 260, 340, 420], [100, 120, 240])
    paper.fill([50, 260, 340, 420], [100, 120], [["Indikator", "Satuan", "Target"]])
    for k, text in enumerate([*items, *outcomes]):
        paper.text(53, 132 + 14 * k, text, 9)
    for k in range(4):
        paper.text(263, 132 + 14 * k, "Bulan Layanan", 9)
        paper.text(343, 132 + 14 * k, "12", 9)
    rows = only_rows(paper)[1:]
    assert [[row[0][:1], *row[1:]] for row in rows] == [[str(k), "Bulan Layanan", "12"] for k in range(1, 5)]


def test_units_beside_stacked_targets_in_one_ruled_row(paper, only_rows):
    indicators = "Angka Kematian Ibu\nAngka Kematian Bayi\nPrevalensi balita pendek\nPersentase persalinan"
    rows = [
        ["Sasaran", "Indikator", "Satuan", "Target"],
        ["Kesehatan ibu", indicators, "per 100.000 KH\nper 1.000 KH\n%\n%", "165\n11,20\n22,00\n80,00"],
    ]
    paper.page().table([50, 150, 320, 420, 500], [100, 120, 180], rows)
    assert [row[1:] for row in only_rows(paper)[1:]] == [
        ["Angka Kematian Ibu", "per 100.000 KH", "165"],
        ["Angka Kematian Bayi", "per 1.000 KH", "11,20"],
        ["Prevalensi balita pendek", "%", "22,00"],
        ["Persentase persalinan", "%", "80,00"],
    ]


def test_texts_in_the_middle_of_two_rows_each_are_one_for_both(paper, read):
    """Stripes tell the rows; where the cell over two of them ends, nothing tells."""
    xs, ys = [50, 250, 300, 380, 460], [100 + 18 * k for k in range(8)]
    names = ["Indeks Kepuasan Masyarakat", "Persentase pelayanan tepat waktu", "Nilai evaluasi AKIP"]
    paper.page()
    paper.rulings(xs, ys, {(1, 0): (6, 1)})
    paper.fill(xs, ys[:2], [["Indikator", "T/R", "I", "II"]])
    for k, name in enumerate(names):
        paper.text(54, ys[1 + 2 * k] + 21, name, 9)
        for j, letter in enumerate("TR"):
            paper.fill(xs, [ys[1 + 2 * k + j]], [["", letter, f"{8 + k},0{j}", f"{9 + k},0{j}"]])
    (table,) = read(paper).tables
    assert [(c.row, c.row_span, c.text) for c in table.cells if c.col == 0 and c.row] == [
        (1 + 2 * k, 2, name) for k, name in enumerate(names)
    ]


def test_headings_of_a_group_in_one_cell_stand_over_their_figures(paper, read):
    """Words that no other heading has, below the name of their group."""
    xs = [50, 150, 220, 300, 370]
    paper.page()
    paper.rulings(xs, [100, 116, 132, 148, 164], {(0, 1): (1, 3), (1, 1): (1, 3)})
    paper.fill(xs, [100, 116], [["Kelurahan", "", "Penduduk (jiwa)", ""]])
    for word, middle in (("Laki-laki", 185), ("Perempuan", 260), ("Jumlah", 335)):
        paper.text(middle, 128, word, 9, "middle")
    for top, row in (
        (132, ["Contoh", "4.126", "4.087", "8.213"]),
        (148, ["Lain", "5.230", "5.168", "10.398"]),
    ):
        paper.text(54, top + 11, row[0], 9)
        for text, middle in zip(row[1:], (185, 260, 335), strict=True):
            paper.text(middle, top + 11, text, 9, "middle")
    (table,) = read(paper).tables
    assert [(c.col, c.text) for c in table.cells if c.row == 1 and c.col] == [
        (1, "Laki-laki"),
        (2, "Perempuan"),
        (3, "Jumlah"),
    ]


def test_one_name_printed_with_wide_gaps_stays_whole(paper, read):
    xs, ys = [50, 250, 300, 380, 460], [100 + 12 * k for k in range(8)]
    paper.page()
    paper.rulings(xs, ys, {(1, 0): (6, 1)})
    paper.fill(xs, ys[:2], [["Sasaran", "No", "I", "II"]])
    for k, text in enumerate(["Meningkatnya", "kualitas", "pelayanan"]):
        paper.text(54, ys[1 + 2 * k] + 15, text, 9)
    for j in range(6):
        paper.fill(xs, ys[j + 1 : j + 3], [["", str(j + 1), f"8{j},0", f"9{j},0"]])
    (table,) = read(paper).tables
    assert "Meningkatnya kualitas pelayanan" in [c.text for c in table.cells]
