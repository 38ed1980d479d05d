"""Ruled rows without rulings inside: figures beside the paragraphs of their indicators."""

XS = [50, 80, 220, 400, 520]
HEAD = ["No", "Sasaran", "Indikator Kinerja", "Target"]


def lines(*texts):
    """One cell's lines at a pitch of 10.8 points; an empty text leaves a blank line."""
    return "\n".join(texts)


def body(only_rows, paper):
    """The rows below the heading that hold anything, without list numbers."""
    return [row[1:] for row in only_rows(paper)[1:] if any(row)]


def test_an_agreement_in_one_ruled_row(paper, only_rows):
    no = lines("1.", "", "", "", "", "2.", "", "", "3.")
    sasaran = lines("Produksi naik", "", "", "", "", "Mutu naik", "", "", "Petugas cakap")
    indikator = lines(
        "Jumlah produksi :", "a. Padi", "b. Jagung", "c. Kedelai", "",
        "Tingkat kehilangan", "hasil (%)", "", "Jumlah petugas",
    )  # fmt: skip
    target = lines(
        "", "317.066 ton", "190.793 ton", "823 ton", "", "10,90", "", "", "20 Kelompok", "(10 Kab)"
    )
    paper.page().table(XS, [100, 120, 240], [HEAD, [no, sasaran, indikator, target]])
    assert body(only_rows, paper) == [
        ["Produksi naik", "Jumlah produksi :", ""],
        ["", "a. Padi", "317.066 ton"],
        ["", "b. Jagung", "190.793 ton"],
        ["", "c. Kedelai", "823 ton"],
        ["Mutu naik", "Tingkat kehilangan hasil (%)", "10,90"],
        ["Petugas cakap", "Jumlah petugas", "20 Kelompok (10 Kab)"],
    ]


def test_list_numbers_without_a_mark_begin_items_where_they_run(paper, only_rows):
    indikator = lines("1 Layanan kantor", "2 Benih bersertifikat", "tanaman pangan", "3 Gerakan tanam")
    target = lines("12", "39.506", "", "75")
    paper.page().table(XS, [100, 120, 200], [HEAD, ["1.", "Produksi", indikator, target]])
    assert body(only_rows, paper) == [
        ["Produksi", "1 Layanan kantor", "12"],
        ["", "2 Benih bersertifikat tanaman pangan", "39.506"],
        ["", "3 Gerakan tanam", "75"],
    ]


def test_figures_in_the_middle_of_their_paragraphs(paper, only_rows):
    indikator = lines(
        "a. Luas serangan", "hama tanaman", "pangan", "b. Nilai tukar", "petani", "padi", "c. Luas", "lahan", "baru"
    )  # fmt: skip
    target = lines("", "113", "", "", "110,0", "", "", "25", "")
    paper.page().table(XS, [100, 120, 240], [HEAD, ["1.", "Produksi", indikator, target]])
    assert [row[1:] for row in body(only_rows, paper)] == [
        ["a. Luas serangan hama tanaman pangan", "113"],
        ["b. Nilai tukar petani padi", "110,0"],
        ["c. Luas lahan baru", "25"],
    ]


def test_a_figure_beside_no_paragraph_of_its_own_leaves_the_row_whole(paper, only_rows):
    indikator = lines("Persentase usaha yang", "dibina dan diawasi", "secara berkala")
    target = lines("10", "20", "30")
    paper.page().table(XS, [100, 120, 200], [HEAD, ["1.", "Produksi", indikator, target]])
    (row,) = body(only_rows, paper)
    assert row[1] == "Persentase usaha yang dibina dan diawasi secara berkala"


def test_malformed_amounts_that_say_rp_are_figures_of_their_own(paper, only_rows):
    kegiatan = lines("a. Pemeliharaan gedung", "b. Pemeliharaan peralatan")
    amounts = lines("Rp. 75..000.000,-", "Rp. 28. 875.000,-")
    paper.page().table(XS, [100, 120, 160], [HEAD, ["1.", "Sarana", kegiatan, amounts]])
    assert [row[1:] for row in body(only_rows, paper)] == [
        ["a. Pemeliharaan gedung", "Rp. 75..000.000,-"],
        ["b. Pemeliharaan peralatan", "Rp. 28. 875.000,-"],
    ]


def test_a_unit_said_again_agrees_with_figures(paper, only_rows):
    xs = [50, 250, 330, 430]
    rows = [
        ["Indikator Kinerja", "Satuan", "Target"],
        ["Produksi benih\nProduksi ikan", "%\n%", "52,50\n81,30"],
    ]
    paper.page().table(xs, [100, 120, 150], rows)
    assert only_rows(paper)[1:] == [["Produksi benih", "%", "52,50"], ["Produksi ikan", "%", "81,30"]]


def test_a_band_without_rulings_is_cut_where_no_word_crosses(paper, only_rows):
    xs = [50, 220, 300, 400, 500]
    rows = [
        ["Program", "Lokasi", "Target", "Pagu"],
        ["Pengadaan meja", "Padang", "4 unit", "350.000.000"],
        ["Pengadaan alat", "", "", ""],
        ["Rehabilitasi", "Padang", "1 unit", "525.000.000"],
    ]
    paper.page().table(xs, [100, 120, 140, 180, 200], rows, {(2, 1): (1, 3)})
    for x, texts in ((223, ["Padang"]), (303, ["komputer", "2 unit,", "kulkas"]), (403, ["150.000.000"])):
        paper.paragraph(x, 151, texts, size=9, leading=10.8)
    assert only_rows(paper)[2] == ["Pengadaan alat", "Padang", "komputer 2 unit, kulkas", "150.000.000"]


def test_things_listed_line_by_line_beside_what_is_counted(paper, only_rows):
    things, counts = lines("Lapangan Futsal", "Renang"), lines("44 Lapangan", "5 Kali")
    paper.page().table(XS, [100, 120, 150], [HEAD, ["1.", "Sewa sarana", things, counts]])
    assert [row[1:] for row in body(only_rows, paper)] == [
        ["Lapangan Futsal", "44 Lapangan"],
        ["Renang", "5 Kali"],
    ]


def test_a_title_of_two_lines_is_one_thing_beside_a_broken_figure(paper, only_rows):
    paper.page().table(
        XS,
        [100, 120, 150],
        [HEAD, ["1.", "Sarana", lines("Penyediaan Jasa", "Surat Menyurat"), "12.500\n000"]],
    )
    assert [row[1] for row in body(only_rows, paper)] == ["Penyediaan Jasa Surat Menyurat"]


def test_figures_set_apart_a_little_differently_than_their_items(paper, only_rows):
    paper.page().rulings(XS, [100, 120, 240])
    paper.fill(XS, [100, 120], [HEAD])
    paper.paragraph(
        223, 132, ["a. Padi", "b. Jagung", "c. Kedelai", "d. Ubi", "e. Sayur"], size=9, leading=13.4
    )
    paper.paragraph(403, 132, ["317 ton", "190 ton", "823 ton", "262 ton", "950 ton"], size=9, leading=12.2)
    assert [row[1:] for row in body(only_rows, paper)] == [
        ["a. Padi", "317 ton"],
        ["b. Jagung", "190 ton"],
        ["c. Kedelai", "823 ton"],
        ["d. Ubi", "262 ton"],
        ["e. Sayur", "950 ton"],
    ]


def test_rulings_that_divide_only_blank_cells(paper, only_rows):
    """The quarters of a schedule are ruled one by one, the row beside them is not."""
    paper.page()
    paper.table([50, 220, 330, 450], [100, 120, 220],
                [["Indikator Kegiatan", "Target", "Anggaran"],
                 [lines("1. Jumlah lomba", "yang diadakan", "2. Jumlah bedah buku", "3, Frekuensi layanan"),
                  lines("6 Lomba", "", "2 kali", "60 Kali"), "359.351.760"]])  # fmt: skip
    paper.table([450, 520], [100, 120, 150, 220], [["TW 1"], [""], [""]])
    assert [row[:2] for row in only_rows(paper)[1:] if any(row)] == [
        ["1. Jumlah lomba yang diadakan", "6 Lomba"],
        ["2. Jumlah bedah buku", "2 kali"],
        ["3, Frekuensi layanan", "60 Kali"],
    ]


def test_labels_that_begin_alike_beside_several_things_each(paper, only_rows):
    indikator = lines(
        "Jumlah surat", "Jumlah kendaraan dinas", "Jumlah perlengkapan kantor", "", "Jumlah laporan"
    )
    target = lines(
        "3 jenis", "8 unit roda 4, 26 unit roda 2", "10 unit PC, 25 unit UPS, printer", "laser", "-"
    )
    paper.page().table([50, 80, 220, 370, 560], [100, 120, 240], [HEAD, ["1.", "", indikator, target]])
    assert [row[1:] for row in body(only_rows, paper)] == [
        ["Jumlah surat", "3 jenis"],
        ["Jumlah kendaraan dinas", "8 unit roda 4, 26 unit roda 2"],
        ["Jumlah perlengkapan kantor", "10 unit PC, 25 unit UPS, printer laser"],
        ["Jumlah laporan", "-"],
    ]


def test_a_label_of_two_lines_around_its_figure(paper, only_rows):
    """No line of it stands at the height of its figure, which is in the middle of the two."""
    paper.page().table(
        [50, 280, 380, 480], [100, 116, 160], [["Program", "Anggaran (Rp)", "Realisasi (Rp)"], ["", "", ""]]
    )
    for y, text in (
        (128, "Penyediaan Gaji dan Tunjangan"),
        (143, "Penatausahaan dan Pengujian"),
        (154, "Keuangan"),
    ):
        paper.text(53, y, text, 9)
    for y, amounts in ((128, ("214.583.000", "209.874.000")), (148.5, ("187.600.000", "185.940.000"))):
        for x, amount in zip((377, 477), amounts, strict=True):
            paper.text(x, y, amount, 9, "right")
    assert only_rows(paper)[1:] == [
        ["Penyediaan Gaji dan Tunjangan", "214.583.000", "209.874.000"],
        ["Penatausahaan dan Pengujian Keuangan", "187.600.000", "185.940.000"],
    ]


def test_targets_beside_names_of_one_line_or_two_with_units_of_their_own(paper, only_rows):
    """No ruling parts the indicators of several sasaran; some targets are ranges."""
    xs = [50, 75, 200, 350, 410, 470]
    paper.page()
    paper.rulings(xs, [100, 120, 250])
    paper.fill(xs, [100], [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]])
    columns = (
        [("1.", 0), ("2.", 3)],
        [("Meningkatnya mutu", 0), ("rawat inap", 0.7), ("Meningkatnya sarana", 3)],
        [("Bed Occupancy Rate", 0), ("Length of Stay", 1.5), ("Persentase peralatan", 3), ("sesuai standar", 3.7),
         ("Jumlah tempat tidur", 4.5)],
        [("%", 0), ("Hari", 1.5), ("%", 3), ("Unit", 4.5)],
        [("65", 0), ("3 - 6", 1.5), ("70", 3), ("110", 4.5)],
    )  # fmt: skip
    for x, texts in zip(xs, columns, strict=False):
        for text, line in texts:
            paper.text(x + 3, 133 + 16 * line, text, 9)
    assert only_rows(paper)[1:] == [
        ["1.", "Meningkatnya mutu rawat inap", "Bed Occupancy Rate", "%", "65"],
        ["", "", "Length of Stay", "Hari", "3 - 6"],
        ["2.", "Meningkatnya sarana", "Persentase peralatan sesuai standar", "%", "70"],
        ["", "", "Jumlah tempat tidur", "Unit", "110"],
    ]  # fmt: skip


def test_answers_in_words_beside_the_items_of_a_list(paper, read):
    sasaran = lines("Meningkatnya kualitas", "pelayanan kepada", "masyarakat")
    indikator = lines("a. Indeks kepuasan", "b. Rata-rata waktu", "penyelesaian", "c. Ketersediaan SOP")
    target = lines("79,00", "3 hari", "", "Ada")
    paper.page().table(XS, [100, 120, 180], [HEAD, ["1.", sasaran, indikator, target]])
    (table,) = read(paper).tables
    found = {(c.row, c.col): c.text for c in table.cells if c.row}
    assert [found[r, 2] for r in (1, 2, 3)] == [
        "a. Indeks kepuasan",
        "b. Rata-rata waktu penyelesaian",
        "c. Ketersediaan SOP",
    ]
    assert [found[r, 3] for r in (1, 2, 3)] == ["79,00", "3 hari", "Ada"]
    (whole,) = [c for c in table.cells if c.row and c.col == 1]
    assert (whole.row_span, whole.text) == (3, "Meningkatnya kualitas pelayanan kepada masyarakat")


def test_rows_stacked_above_the_items_of_a_list(paper, only_rows):
    """The list parts the ruled row first; what stands above its items are two kegiatan, whose amounts are their own."""
    xs = [50, 105, 215, 330, 375, 420, 485, 550]
    head = ["Kode", "Kegiatan", "Indikator", "2022", "2023", "Pagu 2022", "Pagu 2023"]
    rows = [
        (130, ("1.24.01", "Pemasyarakatan", "Jumlah lomba", "", "", "80.010.000", "")),
        (
            160,
            ("1.24.02", "Pengembangan", "Jumlah lomba baca", "2 kali", "2 kali", "79.557.000", "70.500.000"),
        ),
        (180, ("", "", "1. Lomba bercerita", "3 kali", "3 kali", "", "")),
        (195, ("", "", "2. Lomba puisi", "4 kali", "4 kali", "", "")),
        (210, ("", "", "3. Lomba menulis", "5 kali", "5 kali", "", "")),
    ]
    paper.page()
    paper.table(xs, [100, 118, 250], [head, [""] * 7])
    for y, row in rows:
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 2, y, text, 8)
    found = [[t for t in row if t] for row in only_rows(paper)][1:]
    assert found == [[t for t in row if t] for _, row in rows]
