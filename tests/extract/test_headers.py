"""Which rows are the header: index rows, header words, number of header rows."""

import pytest

from lkjip_extract.headers import (
    PlainCell,
    header_row_count,
    is_index_row,
    looks_like_header,
    numbers_columns,
)


def cells(*rows, spans=None):
    """Header cells of rows of texts; `spans` gives (rows, columns) by (row, column)."""
    return [
        PlainCell(r, c, *(spans or {}).get((r, c), (1, 1)), text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]


@pytest.mark.parametrize(
    "row",
    [
        ["1", "2", "3"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1.", "2.", "3."],
        ["( 1 )", "( 2 )", "( 3 )"],
        ["1", "2", "3", "4", "5", "6=4/5*100"],
        ["(1)", "(2)", "(3)", "(4)=(3)/(2)x100%"],
        ["1", "2", "3", "4=3:2"],
        ["1", "2", "3", "4 = (3/2) x 100"],
        ["a", "b", "c", "d"],
        ["1", "", "2", "3"],
        ["1", "2", "3", "3", "4"],
        ["2", "3", "4"],
        ["1", "2", "3", "4 5", "6"],  # one cell over two columns
        ["1", "2", "3", "5", "6"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        ["(1)", "(2)", "(3)", "(4)", "(8)", "(9)"],
        ["-1", "-2", "-3"],
    ],
)
def test_index_rows(row):
    assert is_index_row(row)


@pytest.mark.parametrize(
    "row",
    [
        [],
        ["1"],
        ["", "1", ""],
        ["1", "Jumlah desa", "12"],
        ["12", "14", "16"],
        ["3", "2", "1"],
        ["2021", "2022", "2023"],
        ["80,50", "82,25"],
        ["1", "12", "13"],
        ["1", "70 80"],
        ["1", "2", "3", "4", "8", "9"],
        ["100", "100", "100"],
        ["-3,91", "-2", "-1"],
        ["1", "1", "1"],
        ["No", "Uraian", "Target"],
    ],
)
def test_rows_that_are_no_index_rows(row):
    assert not is_index_row(row)


@pytest.mark.parametrize(
    "row",
    [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ["No.", "Nama Desa", "Luas Wilayah"],
        ["Target", "Realisasi", "Capaian (%)"],
        ["2021", "2022", "2023"],
        ["Tahun 2022", "Tahun 2023"],
        ["Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ["NO", "PROGRAM/KEGIATAN", "PAGU ANGGARAN"],
        ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"],
        ["Target Renstra 2021-2026", "Realisasi"],
        ["Indikator", "Kab. Sukamaju Indah", "Provinsi Contoh Barat", "Nasional", "Lebih baik dari"],
    ],
)
def test_rows_that_look_like_a_header(row):
    assert looks_like_header(row)


@pytest.mark.parametrize(
    "row",
    [
        [],
        ["", " "],
        ["1", "Persentase penduduk ber-KTP elektronik", "90", "92"],
        ["Program Penunjang", "12.500.000", "12.000.000"],
        ["Target", "85,50%"],
        ["Sukamaju", "Cikaret", "Pasirjaya"],
        ["Meningkatnya kualitas pelayanan publik", "Indeks kepuasan masyarakat"],
        ["1", "Kabupaten Sukamaju", "Provinsi Contoh"],
        ["Budi Santoso", "Kota Cikaret", "Provinsi Contoh", "Pemenang"],
    ],
)
def test_rows_that_do_not_look_like_a_header(row):
    assert not looks_like_header(row)


def test_one_header_row():
    assert header_row_count(cells(["No", "Indikator", "Target"], ["1", "Jumlah desa", "12"]), 2) == 1


def test_index_row_ends_the_header():
    rows = cells(["No", "Aparatur", "Wilayah"], ["(1)", "(2)", "(3)"], ["1", "Camat", "Contoh"])
    assert header_row_count(rows, 3) == 2


def test_two_header_rows_under_a_wide_cell():
    rows = cells(
        ["No", "Indikator Kinerja", "Tahun 2023", ""],
        ["", "", "Target", "Realisasi"],
        ["1", "Indeks", "80", "82"],
        spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)},
    )
    assert header_row_count(rows, 3) == 2


def test_unknown_words_under_a_wide_header_cell_are_header():
    rows = cells(
        ["No", "Uraian", "Desa", ""],
        ["", "", "Sukamaju", "Cikaret"],
        ["1", "Indeks", "80,50", "82,50"],
        spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)},
    )
    assert header_row_count(rows, 3) == 2


def test_continued_part_without_a_header():
    assert header_row_count(cells(["4", "Jumlah aduan", "4,50"], ["5", "Jumlah rapat", "9,50"]), 2) == 0


def test_first_row_of_figures_is_no_index_row():
    assert header_row_count(cells(["Sukamaju", "2", "3"], ["Cikaret", "3", "4"]), 2) == 0


def test_title_above_the_header():
    rows = cells(
        ["Perjanjian Kinerja Camat", "", ""],
        ["No", "Sasaran", "Target"],
        ["1", "Layanan", "80,50"],
        spans={(0, 0): (1, 3)},
    )
    assert header_row_count(rows, 3) == 2


def test_a_table_is_never_all_header():
    assert header_row_count(cells(["No", "Sasaran", "Target"], ["Kode", "Program", "Anggaran"]), 2) < 2
    assert header_row_count(cells(["No", "Sasaran", "Target"]), 1) == 0


def test_single_word_in_a_row_is_no_header():
    assert header_row_count(cells(["Kinerja", "", ""], ["2", "Jumlah aduan", "4,50"]), 2) == 0


def test_empty_table_has_no_header():
    assert header_row_count([], 3) == 0


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Indikator", ["Nilai AKIP", "78,45", "79,12", "80,33"], 1),
        ("Indikator", ["Nilai AKIP", "78,45", "-", "80,33"], 1),
        ("Indikator", ["Nilai AKIP", "-", "-", "-"], 0),
        ("Indikator", ["Nilai AKIP", "baik", "cukup", "baik"], 0),
        ("Agus", ["Nilai AKIP", "78,45", "-", "80,33"], 0),  # a figure is missing: it may be a row of words
    ],
)
def test_names_over_columns_of_figures_are_a_header(first, second, count):
    rows = cells(
        [first, "Cikaret", "Pasirjaya", "Sukamaju"],
        ["Indeks Kepuasan", "86,21", "87,05", "85,90"],
        second,
    )
    assert header_row_count(rows, 3) == count


@pytest.mark.parametrize("notes", [("kurang", "-", "cukup"), ("-", "-", "-")])
def test_a_column_of_words_and_dashes_beside_figures(notes):
    figures = (("Dokter", "4", "5"), ("Perawat", "12", "9"), ("Bidan", "7", "8"))
    rows = [[*own, note] for own, note in zip(figures, notes, strict=True)]
    assert header_row_count(cells(["Uraian", "Puskesmas Barat", "Puskesmas Timur", "Catatan"], *rows), 4) == 1


def test_names_with_a_year_and_a_column_of_words_beside_figures():
    rows = cells(
        ["Indikator", "Puskesmas", "SPM", "Nasional 2015", "Posisi"],
        ["Cakupan kunjungan", "91,95%", "95%", "86,85%", "di atas"],
        ["Cakupan persalinan", "88,07%", "90%", "88,55%", "di bawah"],
    )
    assert header_row_count(rows, 3) == 1


@pytest.mark.parametrize(
    "first", [["", "DOKUMEN PELAKSANAAN ANGGARAN"], ["DOKUMEN PELAKSANAAN ANGGARAN", ""]]
)
def test_titles_beside_a_coat_of_arms_above_the_header(first):
    rows = cells(
        [*first, "", "", "Formulir 2.2"],
        ["Rekapitulasi Belanja Langsung", "", "", "", ""],
        ["Kode", "Uraian", "Lokasi", "Target Kinerja", "Jumlah"],
        ["001", "Jasa Surat Menyurat", "Kantor", "1 paket", "1.000.000"],
        spans={(0, 1): (1, 3), (1, 0): (1, 5)} if first[1] else {(0, 0): (1, 4), (1, 0): (1, 5)},
    )
    assert header_row_count(rows, 4) == 3


def test_a_wide_group_of_headings_is_no_title():
    rows = cells(
        ["SASARAN", "INDIKATOR", "TARGET", "", "", ""],
        ["", "", "2021", "2022", "2023", "2024"],
        ["Layanan", "Indeks", "80,5", "81,0", "82,0", "83,0"],
        spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 4)},
    )
    assert header_row_count(rows, 3) == 2


def test_a_heading_broken_by_a_hyphen_is_a_heading():
    assert looks_like_header(["No", "Indikator", "REALI-\nSASI", "TAR- GET"])
    assert not looks_like_header(["Meningkatnya mutu", "Nilai Non-fisik", "81", "83"])


def test_a_formula_with_typographic_signs_numbers_its_column():
    assert is_index_row(["1", "2", "3", "4 = 100 – (3/2 × 100)"])


def test_pairs_of_performance_and_money_below_the_numbers_of_the_columns():
    """Form E.81 of Permendagri 86/2017."""
    rows = cells(
        ["No", "Program", "Target Renja", "", "Realisasi Triwulan I", ""],
        ["1", "2", "3", "", "4", ""],
        ["", "", "K", "Rp", "K", "Rp"],
        ["1", "Pelayanan", "100 %", "12.000.000", "25 %", "3.000.000"],
        spans={(0, 2): (1, 2), (0, 4): (1, 2), (1, 2): (1, 2), (1, 4): (1, 2)},
    )
    assert header_row_count(rows, 4) == 3


def test_things_and_their_counts_over_years():
    rows = cells(
        ["Bagian", "Jumlah", "", ""],
        ["", "2014", "2015", "2016"],
        ["Poliklinik Anak", "645", "552", "673"],
        ["Poliklinik Mata", "1.604", "1.675", "1.835"],
        spans={(0, 0): (2, 1), (0, 1): (1, 3)},
    )
    assert header_row_count(rows, 4) == 2


def test_names_over_figures_of_regions_with_a_mean_that_leaves_one_out():
    rows = cells(
        ["Kabupaten/Kota", "IPM", "TPT (%)", "Peringkat"],
        ["Kabupaten Satu", "71,53", "4,28", "2"],
        ["Kabupaten Dua", "72,84", "3,92", "1"],
        ["Rata-rata", "72,19", "4,10", ""],
    )
    assert header_row_count(rows, 4) == 1


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        (
            "1|2|||||7|8|9|10|11||1|2||13",
            True,
        ),  # a scan: some were not seen, "12" over four columns was read as two
        ("|||||||||10|11|12|||||13", True),
        ("|||||||4||6|7|8|5|10", True),  # behind a heading over five columns; 9 was read as 5
        ("||||||3|4|S|6|7|8|5|10", True),
        ("1|S1|7|2", False),
        ("1|Desa|3|4|5|6", False),
        ("II|3|3|3", False),
        ("3|5|8", False),
        ("1|Desa|3|4", False),
        ("12|7|3|4|9", False),
        ("S2|1|2|3", False),  # postgraduates: one man, two women
        ("III|1|2|3", False),
        ("D3|2|3|4", False),
        ("|2|3|4|S|6|7|B|5|10", True),
        ("1|S2|1|2|3", False),
        ("1|KK|1|2|3|4", False),
    ],
)
def test_numbers_in_the_columns_that_they_name(row, numbers):
    cells = [PlainCell(0, col, 1, 1, text) for col, text in enumerate(row.split("|"))]
    assert numbers_columns(cells) is numbers


@pytest.mark.parametrize("seen", [True, False])
def test_figures_below_merged_labels_number_no_columns(seen):
    """Target over realisasi, the labels merged over both rows."""
    head = [
        PlainCell(0, col, 1, 1, text) for col, text in enumerate(["No", "Indikator", "2020", "2021", "2022"])
    ]
    target = [PlainCell(1, 0, 2, 1, "1"), PlainCell(1, 1, 2, 1, "Jumlah inovasi daerah")]
    figures = [PlainCell(r, col, 1, 1, str(col + r)) for r in (1, 2) for col in (2, 3, 4)]
    assert header_row_count([*head, *target, *figures], 3, seen=seen) == 1


GROUPED = [
    [("Bulan", 0, 2, 1), ("Kebakaran", 1, 1, 2), ("Non Kebakaran", 3, 1, 2)],
    [("Bangunan", 1, 1, 1), ("Lahan", 2, 1, 1), ("Evakuasi Hewan", 3, 1, 1), ("Lainnya", 4, 1, 1)],
]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ([["Januari", "3", "-", "6", "2"], ["Februari", "2", "1", "4", "1"]], 2),
        ([["Januari", "3", "ada", "6", "2"], ["Februari", "2", "1", "4", "1"]], 0),  # words among them
        ([["Januari", "-", "-", "-", "-"], ["Februari", "2", "1", "4", "1"]], 0),
    ],
)
def test_names_in_groups_over_figures_are_headings_whatever_they_are(body, rows):
    cells = [
        PlainCell(r, col, row_span, col_span, text)
        for r, row in enumerate(GROUPED)
        for text, col, row_span, col_span in row
    ]
    cells += [
        PlainCell(r, c, 1, 1, text) for r, row in enumerate(body, start=2) for c, text in enumerate(row)
    ]
    assert header_row_count(cells, 4) == rows


@pytest.mark.parametrize(
    "rows",
    [
        (["U", "Unsur", "NRR", "Konversi"], ["U1", "Persyaratan", "3,52", "88"], ["U2", "Prosedur", "3,44", "86"]),
        (["Komoditas", "Jawa", "Bali", "Papua"], ["Sapi", "171", "174", "176"], ["Domba", "52", "53", "54"]),
        (["Uraian", "IKM", "PBB-P2", "AKIP"], ["Target", "85", "90", "72"], ["Realisasi", "86", "84", "70"]),
    ],
)  # fmt: skip
def test_unknown_names_over_columns_of_figures_are_a_header(rows):
    """A code over codes, any name over three columns of figures, and digits inside of names."""
    assert header_row_count(cells(*rows), 3) == 1


def test_an_unknown_name_over_two_columns_of_figures_is_none():
    assert (
        header_row_count(cells(["Sapi", "Ada", "Baik"], ["Domba", "52", "53"], ["Itik", "31", "32"]), 3) == 0
    )


@pytest.mark.parametrize(
    "first",
    [
        ["Opini BPK", "WTP", "WTP", "WTP"],
        ["Opini BPK", "WTP", "WDP", "Baik"],
        ["Panekan", "-", "-", "-"],
        ["Sukowinangun", "nihil", "nihil", "nihil"],
    ],
)
def test_answers_over_figures_are_no_header(first):
    below = [["Nilai SAKIP", "66,1", "67,2", "68,3"], ["Indeks SPBE", "2,1", "2,2", "2,3"]]
    assert header_row_count(cells(first, *below), 3) == 0


def test_conditions_of_things_over_figures_are_a_header():
    rows = [
        ["Profesi", "Ada", "Standar", "Kurang"],
        ["Bidan", "232", "240", "8"],
        ["Perawat", "176", "190", "14"],
    ]
    assert header_row_count(cells(*rows), 3) == 1


def test_years_of_a_plan_with_their_numbers_are_a_header():
    rows = [
        ["Sasaran", "Indikator", "(2020)", "1 (2021)", "2 (2022)", "3 (2023)", "4 (2024)"],
        ["Pelayanan", "IKM", "80,1", "81,2", "82,3", "83,4", "84,5"],
    ]
    assert header_row_count(cells(*rows), 2) == 1


def test_ranks_of_officials_are_no_header():
    rows = [
        ["No", "Jabatan", "Eselon", "Golongan"],
        ["1", "Camat", "Eselon III", "Gol. IV"],
        ["2", "Sekretaris", "Eselon III", "Gol. III/d"],
    ]
    assert header_row_count(cells(*rows), 3) == 1


def test_what_amounts_are_multiplied_by_is_no_amount():
    rows = [
        ["Program", "2014", "", "2015", ""],
        ["", "K", "Rp (x1.000)", "K", "Rp (x1.000)"],
        ["Program Pangan", "85", "1.805.750", "88", "1.914.095"],
        ["Program Kopi", "95", "2.207.880", "97", "2.340.352"],
    ]
    wide = [PlainCell(0, 0, 2, 1, "Program"), PlainCell(0, 1, 1, 2, "2014"), PlainCell(0, 3, 1, 2, "2015")]
    lower = [
        PlainCell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row) if r and text
    ]
    assert header_row_count([*wide, *lower], 4) == 2


@pytest.mark.parametrize(
    ("head", "first"),
    [
        (
            ["Indikator", "Satuan", "Target", "Realisasi"],
            ["Jumlah komoditas unggulan", "Komoditas", "5", "6"],
        ),
        (["No", "Lomba", "Tingkat", "Juara"], ["1", "Lomba Desa", "Tk. Provinsi", "2"]),
    ],
)
def test_a_first_row_with_words_near_those_of_headings_is_no_heading(head, first):
    assert header_row_count(cells(head, first, ["2", "Produksi kopi", "Ton", "11"]), 3) == 1


@pytest.mark.parametrize(
    "rows",
    [
        # sums and means behind the things that have codes
        (
            ["U", "Unsur Pelayanan", "NRR 2022", "NRR 2023", "+/-"],
            ["U1", "Persyaratan", "3,31", "3,38", "0,07"],
            ["U2", "Prosedur", "3,28", "3,35", "0,07"],
            ["U3", "Waktu", "3,12", "3,22", "0,10"],
            ["NRR rata-rata", "", "3,310", "3,398", ""],
            ["Mutu", "", "B", "A", ""],
        ),
        # what grew and what shrank
        (
            ["No.", "Kabupaten", "RTP Tangkap 2017", "RTP Tangkap 2018", "+ / -"],
            ["a.", "Maluku Tengah", "11.240", "11.402", "+ 162"],
            ["b.", "Buru Selatan", "2.765", "2.738", "- 27"],
        ),
        # a row without any
        (
            ["Pendidikan", "PNS", "PTT / Kontrak", "Jlh"],
            ["S2", "-", "-", "-"],
            ["S1", "4", "1", "5"],
            ["D-III", "1", "-", "1"],
            ["Jumlah", "5", "1", "6"],
        ),
    ],
)
def test_names_over_figures_with_sums_signs_and_dashes_are_a_header(rows):
    filled = [PlainCell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row) if text]
    assert header_row_count(filled, len(rows)) == 1
