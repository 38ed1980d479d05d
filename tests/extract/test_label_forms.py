"""Forms of labels and colons in the running text."""


def form(paper, top, rows, colon=150):
    """Labels, colons and what stands behind them, one below the other."""
    for k, (label, value) in enumerate(rows):
        paper.text(72, top + 14 * k, label, 9)
        paper.text(colon, top + 14 * k, ":", 9)
        paper.text(colon + 14, top + 14 * k, value, 9)


def test_a_form_of_an_indicator_is_a_table_of_labels_and_values(paper, read, rows_of):
    paper.page()
    paper.text(60, 100, "2. Produksi Jagung", 9)
    form(paper, 116, [("Indikator", "Produksi jagung dan")])
    paper.text(164, 130, "palawija", 9)
    form(paper, 144, [("Target", "86.000 Ton"), ("Realisasi", "83.420 Ton"), ("Capaian", "97,00 %")])
    paper.text(72, 200, "Realisasi turun dibandingkan tahun sebelumnya karena kemarau panjang.", 9)
    document = read(paper)
    (table,) = document.tables
    assert rows_of(table) == [
        ["Indikator", "Produksi jagung dan palawija"],
        ["Target", "86.000 Ton"],
        ["Realisasi", "83.420 Ton"],
        ["Capaian", "97,00 %"],
    ]
    assert table.caption == "2. Produksi Jagung"


def test_two_forms_below_each_other_are_two_tables(paper, read, rows_of):
    paper.page()
    for k, name in enumerate(("Indeks kepuasan", "Persentase layanan")):
        form(paper, 100 + 45 * k, [("Indikator", name), ("Target", "80"), ("Realisasi", "82")])
    assert [rows_of(t)[0][1] for t in read(paper).tables] == ["Indeks kepuasan", "Persentase layanan"]


def test_labels_without_measures_are_no_form(paper, read):
    """A list of who signs, and a sentence with a colon."""
    paper.page()
    form(paper, 100, [("Nama", "Budi"), ("Jabatan", "Camat"), ("Alamat", "Jalan Merdeka 1")])
    form(paper, 160, [("Indikator", "Indeks kepuasan"), ("Sumber", "survei"), ("Formula", "jumlah nilai")])
    assert read(paper).tables == ()
