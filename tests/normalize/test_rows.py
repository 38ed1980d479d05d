"""Rows to figures: whom a figure speaks of, under which sasaran, in which unit."""

import pytest

from lkjip_normalize.rows import strip_list_number

HEADS = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
LAYANAN, KINERJA = "Meningkatnya Kualitas Pelayanan Publik", "Meningkatnya Kinerja Kecamatan"
IKM, SAKIP, PREDIKAT = "Indeks Kepuasan Masyarakat", "Nilai Sakip Kecamatan", "Predikat Kinerja Kecamatan"


def parents(found):
    return {o.subject: o.parent for o in found.report.observations}


def test_the_indicator_is_the_subject_and_the_sasaran_its_parent(read):
    found = read([HEADS], [["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"]])
    assert found.of(IKM) == {"target": "85", "realisasi": "90.02", "capaian_pct": "105.90"}
    assert parents(found) == {IKM: LAYANAN}
    assert {o.subject_level.value for o in found.report.observations} == {"indikator"}


def test_a_merged_sasaran_is_the_parent_of_every_row_it_spans(read):
    found = read(
        [HEADS],
        [
            ["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"],
            ["^", "^", SAKIP, "Nilai", "70", "71", "101,43"],
            ["2", KINERJA, PREDIKAT, "Predikat", "70", "90.13", "128.76"],
        ],
    )
    assert parents(found) == {IKM: LAYANAN, SAKIP: LAYANAN, PREDIKAT: KINERJA}


def test_a_sasaran_printed_once_goes_on_below_where_the_cell_is_empty(read):
    found = read(
        [HEADS],
        [
            ["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"],
            ["", "", SAKIP, "Nilai", "70", "71", "101,43"],
            ["2", KINERJA, PREDIKAT, "Predikat", "70", "90.13", "128.76"],
        ],
    )
    assert parents(found) == {IKM: LAYANAN, SAKIP: LAYANAN, PREDIKAT: KINERJA}


@pytest.mark.parametrize("printed", ["1. Sasaran : {}", "Sasaran Strategis 2: {}", "II. SASARAN : {}"])
def test_a_row_may_name_the_sasaran_of_those_below_it(read, printed):
    found = read(
        [["Indikator Kinerja", "Satuan", "Target", "Realisasi"]],
        [
            [printed.format(LAYANAN), "<", "<", "<"],
            [IKM, "Nilai", "85", "90.02"],
            [printed.format(KINERJA), "<", "<", "<"],
            [SAKIP, "Nilai", "70", "71"],
            [PREDIKAT, "Nilai", "70", "75"],
        ],
    )
    assert parents(found) == {IKM: LAYANAN, SAKIP: KINERJA, PREDIKAT: KINERJA}


def test_a_heading_above_the_table_may_name_the_sasaran(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "85", "90.02"]],
        heading=f"Sasaran 1: {LAYANAN}",
    )
    assert parents(found) == {IKM: LAYANAN}


def test_units_come_from_the_cell_first_and_from_the_satuan_column_else(read):
    found = read([HEADS], [["1", LAYANAN, IKM, "Nilai", "85", "600 buku", "105.90"]])
    assert [found.at(1, col).unit for col in (4, 5)] == ["Nilai", "buku"]


def test_a_unit_merged_over_rows_holds_for_each(read):
    found = read(
        [HEADS],
        [
            ["1", LAYANAN, "Persentase A", "%", "85", "80", "94,12"],
            ["2", LAYANAN, "Persentase B", "^", "90", "81", "90,00"],
        ],
    )
    assert [found.at(row, 4).unit for row in (1, 2)] == ["%", "%"]


def test_the_heading_gives_no_unit(read):
    found = read(
        [["Indikator Kinerja", "Target (Dokumen)", "Realisasi (Dokumen)"]], [["Dokumen rencana", "5", "4"]]
    )
    assert [o.unit for o in found.report.observations] == ["", ""]


def test_an_empty_cell_is_no_figure_and_a_dash_is_a_word(read):
    found = read([HEADS], [["1", LAYANAN, IKM, "Nilai", "85", "", "-"]])
    assert found.figures == [(IKM, "target", "85"), (IKM, "capaian_pct", "-")]
    assert found.at(1, 6).value is None


@pytest.mark.parametrize(
    ("raw", "said", "text"),
    [
        ("Sangat Baik (70.00)", "70.00", "Sangat Baik (70.00)"),
        ("A (83)", "83", "A (83)"),
        ("WTP", "WTP", "WTP"),
        ("2 dokumen (85 buku)", "2 dokumen (85 buku)", "2 dokumen (85 buku)"),
        ("#DIV/0!", "#DIV/0!", "#DIV/0!"),
        ("80 - 90", "80 - 90", "80 - 90"),
        ("90.02", "90.02", ""),
    ],
)
def test_words_stay_beside_the_value(read, raw, said, text):
    found = read([HEADS], [["1", LAYANAN, IKM, "Nilai", raw, "90.02", "105.90"]])
    assert found.of(IKM)["target"] == said
    assert (found.at(1, 4).text, found.at(1, 4).raw) == (text, raw)


def test_a_figure_keeps_its_place_and_its_printed_precision(read):
    found = read([HEADS], [["1", LAYANAN, IKM, "Nilai", "85", "90.00", "105.90"]], page=2)
    observation = found.at(1, 5)
    assert (observation.decimals, observation.place.page) == (2, 2)
    assert observation.place.box.x0 == 340.0  # column 5 of the hand-made table


@pytest.mark.parametrize("label", ["JUMLAH", "Jumlah", "TOTAL", "Total", "Jumlah Anggaran", "GRAND TOTAL"])
def test_rows_of_totals(read, label):
    found = read(
        [["No", "Program", "Anggaran (Rp)"]],
        [
            ["1", "Program A", "1.000.000"],
            ["2", "Program B", "2.000.000"],
            [label, "<", "3.000.000"],
        ],
    )
    total = found.at(3, 2)
    assert (total.subject, total.subject_level.value, format(total.value, "f")) == (label, "total", "3000000")


def test_rows_of_means(read):
    found = read(
        [HEADS],
        [
            ["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"],
            ["RATA-RATA", "<", "<", "<", "<", "<", "105.90"],
        ],
    )
    assert found.at(2, 6).subject == "RATA-RATA"
    assert found.at(2, 6).subject_level.value == "total"


def test_an_indicator_that_counts_is_no_total(read):
    label = "Jumlah dokumen perencanaan yang disusun"
    found = read([HEADS], [["1", LAYANAN, label, "Dokumen", "5", "5", "100"]])
    assert found.of(label)["target"] == "5"
    assert found.at(1, 4).subject_level.value == "indikator"


def test_list_numbers_of_their_own_column_are_not_part_of_the_subject(read):
    found = read(
        [["No", "Sasaran", "Indikator Kinerja", "<", "Target"]],
        [
            ["1", LAYANAN, "1", IKM, "85"],
            ["", "^", "2", SAKIP, "70"],
        ],
    )
    assert found.figures == [(IKM, "target", "85"), (SAKIP, "target", "70")]


@pytest.mark.parametrize("printed", [f"1. {IKM}", f"a. {IKM}", f"(2) {IKM}", f"- {IKM}", f"• {IKM}"])
def test_list_numbers_inside_a_label_may_stay(read, printed):
    found = read([HEADS], [["1", LAYANAN, printed, "Nilai", "85", "90.02", "105.90"]])
    assert {o.subject for o in found.report.observations} <= {printed, IKM}


def test_performance_has_the_indicator_and_money_the_work(read):
    found = read(
        [["Kegiatan", "Indikator", "Target", "Realisasi", "Anggaran (Rp)", "Realisasi Anggaran (Rp)"]],
        [
            ["Administrasi Umum", "Jumlah laporan", "12", "11", "5.000.000", "4.500.000"],
            ["Administrasi Keuangan", "Jumlah dokumen", "4", "4", "7.000.000", "6.900.000"],
        ],
    )
    assert found.figures[:4] == [
        ("Jumlah laporan", "target", "12"),
        ("Jumlah laporan", "realisasi", "11"),
        ("Administrasi Umum", "pagu_rp", "5000000"),
        ("Administrasi Umum", "realisasi_rp", "4500000"),
    ]


def test_agreement_of_a_lower_unit_has_the_output_as_subject(read):
    found = read(
        [["No", "Kegiatan", "Output", "Target"]], [["1", "Pembinaan Desa", "Jumlah desa dibina", "10 desa"]]
    )
    assert found.figures == [("Jumlah desa dibina", "target", "10")]
    assert found.at(1, 3).unit == "desa"


def test_each_of_several_indicators_has_the_figures_beside_it(read):
    found = read(
        [["Sasaran", "Indikator Sasaran", "Target", "Program", "Indikator Program", "Target"]],
        [
            [LAYANAN, IKM, "85", "Program Pelayanan", "Persentase keluhan selesai", "90"],
            [KINERJA, SAKIP, "70", "Program Penunjang", "Persentase dokumen tepat waktu", "100"],
        ],
    )
    assert found.figures == [
        (IKM, "target", "85"),
        ("Persentase keluhan selesai", "target", "90"),
        (SAKIP, "target", "70"),
        ("Persentase dokumen tepat waktu", "target", "100"),
    ]


def test_codes_go_with_the_money_of_their_row(read):
    found = read(
        [["Kode", "Program/Kegiatan", "Anggaran", "Realisasi"]],
        [
            ["7.01.01", "PROGRAM PENUNJANG", "8.000.000", "7.000.000"],
            ["7.01.01.2.01", "Perencanaan", "8.000.000", "7.000.000"],
        ],
    )
    assert [o.subject_code for o in found.report.observations] == [
        "7.01.01",
        "7.01.01",
        "7.01.01.2.01",
        "7.01.01.2.01",
    ]


MATRIX = [
    ["Kode", "Program/Kegiatan", "Indikator", "Target", "<", "Realisasi", "<", "Unit"],
    ["^", "^", "^", "K", "Rp", "K", "Rp", "^"],
]


def test_blocks_of_a_renstra_matrix_are_dated_by_their_own_rows(read):
    found = read(
        MATRIX,
        [
            ["Periode P-RPJMD (Tahun 2021-2022)", "<", "<", "<", "<", "<", "<", "<"],
            ["7.01.01", "PROGRAM PENUNJANG", SAKIP, "70", "5.000.000", "71", "4.500.000", "Kecamatan"],
            ["Tahun 2023", "<", "<", "<", "<", "<", "<", "<"],
            ["7.01.01", "PROGRAM PENUNJANG", SAKIP, "75", "6.000.000", "76", "5.500.000", "Kecamatan"],
        ],
    )
    assert found.kind == "renstra_matrix"
    assert [o.period for o in found.report.observations] == ["2021-2022"] * 4 + ["2023"] * 4


def test_a_second_label_in_a_row_of_totals(read):
    found = read(
        [["Indikator", "Target", "Realisasi", "Capaian", "Program", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [
            [IKM, "85", "90", "105,88", "Program Pelayanan Publik", "25.000.000", "24.000.000"],
            [SAKIP, "70", "71", "101,43", "Program Penunjang Urusan", "35.000.000", "34.000.000"],
            ["Rata-rata capaian", "<", "<", "103,66", "Jumlah anggaran", "60.000.000", "58.000.000"],
        ],
    )
    assert found.of("Rata-rata capaian") == {"capaian_pct": "103.66"}
    assert found.of("Jumlah anggaran") == {"pagu_rp": "60000000", "realisasi_rp": "58000000"}


def test_figures_that_look_like_years_are_figures(read):
    found = read(
        [["Indikator Kinerja", "Satuan", "Target", "Realisasi"]],
        [["Jumlah pemohon KTP", "Orang", "2000", "2015"], ["Jumlah pemohon KK", "Orang", "500", "510"]],
    )
    assert found.of("Jumlah pemohon KTP") == {"target": "2000", "realisasi": "2015"}


def test_codes_under_the_heading_no(read):
    found = read(
        [["No.", "Program/Kegiatan", "Pagu (Rp)"]],
        [
            ["4.10.03.29.", "PROGRAM PELAYANAN", "418.639.000"],
            ["4.10.03.29.002.", "Kegiatan Pembinaan Desa", "20.000.000"],
            ["4.10.03.29.008.", "Musrenbang Kecamatan", "11.000.000"],
        ],
    )
    assert found.roles[0] == "code"
    assert [o.subject_code for o in found.report.observations][1] == "4.10.03.29.002."


@pytest.mark.parametrize(("elsewhere", "measure"), [("66,31", "realisasi"), ("66,41", "capaian_pct")])
def test_achievements_of_years_that_are_the_realisasi_elsewhere(table_of, read_tables, elsewhere, measure):
    first = table_of([HEADS], [["1", LAYANAN, IKM, "Nilai", "69,78", elsewhere, "95"]], number=1, page=2)
    years = ["Capaian Tahun 2022", "Capaian Tahun 2023"]
    second = table_of([["Indikator Kinerja", *years]], [[IKM, "69,18", "66,31"]], number=2, page=3)
    found = read_tables(first, second)
    assert {o.measure for o in found.report.observations if o.table_no == 2} == {measure}


def test_a_block_goes_on_in_the_table_of_the_next_page(table_of, read_tables):
    row = ["7.01.01", "PROGRAM PENUNJANG", SAKIP, "70", "5.000.000", "71", "4.500.000", "Kecamatan"]
    first = table_of(MATRIX, [["Periode Tahun 2021-2022", *["<"] * 7], row], number=1, page=2)
    second = table_of(MATRIX, [row], number=2, page=3)
    found = read_tables(first, second)
    assert [o.period for o in found.report.observations] == ["2021-2022"] * 8


def test_a_table_without_headings_goes_on_with_the_one_before(table_of, read_tables):
    first = table_of([HEADS], [["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"]], number=1, page=2)
    second = table_of([], [["2", KINERJA, PREDIKAT, "Nilai", "70", "90.13", "128.76"]], number=2, page=3)
    found = read_tables(first, second)
    assert [t.kind.value for t in found.report.tables] == ["pengukuran", "pengukuran"]
    assert found.of(PREDIKAT) == {"target": "70", "realisasi": "90.13", "capaian_pct": "128.76"}
    assert {o.place.page for o in found.report.observations if o.subject == PREDIKAT} == {3}


def test_a_list_of_programs_and_rupiah_without_headings_is_a_budget(read):
    found = read(
        [],
        [
            ["1.", "Program Penunjang Urusan Pemerintahan", "Rp. 5.056.021.977"],
            ["2.", "Program Pemberdayaan Masyarakat Desa", "Rp. 37.690.000"],
            ["3.", "Program Koordinasi Ketenteraman", "Rp. 59.382.850"],
        ],
    )
    assert found.kind == "pk_anggaran"
    assert found.figures[0] == ("Program Penunjang Urusan Pemerintahan", "pagu_rp", "5056021977")


@pytest.mark.parametrize("bullet", ["•", "▪", "\uf0b7", "\uf0d8", "\uf0a7", "1.", "a)", "-"])
def test_list_marks_are_no_part_of_a_name(bullet):
    """Bullets of Symbol and Wingdings come out of the text layer as private use characters."""
    assert strip_list_number(f"{bullet} Jumlah kelompok tani") == "Jumlah kelompok tani"


MONEY = ["Sasaran", "Indikator", "Target", "Nama Program", "Alokasi (Rp)", "Realisasi (Rp)"]


def test_money_merged_with_its_program_is_that_of_the_program(read):
    found = read(
        [MONEY],
        [
            ["Koleksi", "Jumlah buku", "100%", "Budaya Baca", "430.000.000", "427.559.650"],
            ["Keuangan", "Laporan", "100%", "Pengelolaan Keuangan", "799.462.000", "739.379.134"],
            ["^", "Opini", "100%", "^", "^", "^"],
        ],
    )
    assert set(found.of("Budaya Baca")) == {"pagu_rp", "realisasi_rp"}
    assert set(found.of("Pengelolaan Keuangan")) == {"pagu_rp", "realisasi_rp"}


def test_money_of_rows_below_a_merged_program_is_that_of_the_indicators(read):
    found = read(
        [MONEY],
        [
            ["Keuangan", "Laporan", "100%", "Pengelolaan Keuangan", "799.462.000", "739.379.134"],
            ["^", "Opini", "100%", "^", "430.000.000", "427.559.650"],
        ],
    )
    assert set(found.of("Opini")) == {"target", "pagu_rp", "realisasi_rp"}


def test_a_mean_with_a_long_dash_is_a_total(read):
    found = read([HEADS], [["RATA – RATA", "<", "<", "<", "<", "<", "100%"]])
    assert found.of("RATA – RATA") == {"capaian_pct": "100"}


def test_words_over_the_column_of_numbers_are_the_label(read):
    found = read(
        [["No", "Nama Program dan Kegiatan", "<", "Pagu Anggaran", "Realisasi"]],
        [
            ["V", "Pembangunan Prasarana", "<", "700.000.000", "580.000.000"],
            ["", "1", "Pemeliharaan Rutin", "600.000.000", "366.067.500"],
            ["", "2", "Pembangunan Pasar", "100.000.000", "90.000.000"],
        ],
    )
    assert set(found.of("Pembangunan Prasarana")) == {"pagu_rp", "realisasi_rp"}
    assert set(found.of("Pemeliharaan Rutin")) == {"pagu_rp", "realisasi_rp"}


def test_figures_without_a_known_label_speak_of_the_words_in_their_row(read):
    found = read(
        [["No", "Bantuan yang diberikan", "Tahun 2022", "Tahun 2023"]],
        [["1", "Gerobak", "10", "13"], ["2", "Etalase", "4", "-"]],
    )
    assert [f for f in found.figures if f[0] == "Gerobak"] == [
        ("Gerobak", "realisasi", "10"),
        ("Gerobak", "realisasi", "13"),
    ]


def test_words_in_a_column_of_rupiah_are_no_figure(read):
    found = read(
        [["Program", "Anggaran", "Realisasi"]],
        [["Program A", "10.000.000", "9.000.000"], ["Program B", "Belanja Langsung", "-"]],
    )
    assert "Belanja Langsung" not in [o.raw for o in found.report.observations]


def test_two_lists_side_by_side_in_one_table(read):
    found = read(
        [["No", "Uraian", "Satuan", "Target Tahun 2023", "No", "Uraian", "Satuan", "Target Tahun 2023"]],
        [["1", "Sapi Potong", "Ekor", "466", "1", "Daging", "Ton", "768"]],
    )
    assert [(o.subject, o.raw, o.unit) for o in found.report.observations] == [
        ("Sapi Potong", "466", "Ekor"),
        ("Daging", "768", "Ton"),
    ]


def test_the_end_target_is_that_of_the_last_year_of_the_plan(read):
    found = read(
        [["Indikator Kinerja", "Realisasi 2023", "Target Akhir Renstra 2018-2023"]],
        [["Produksi", "90", "95"]],
    )
    assert found.at(1, 2).period == "2023"


def test_in_a_list_without_headings_remarks_behind_the_amount_name_nothing(read):
    rows = [
        [f"{i}. Program Peningkatan {name}", f"Rp. {i}.700.000.000,-", "APBN (Dekonsentrasi)"]
        for i, name in enumerate(("Produksi", "Mutu", "Sarana"), 1)
    ]
    found = read([], rows)
    assert [o.subject for o in found.report.observations] == [
        "Program Peningkatan Produksi",
        "Program Peningkatan Mutu",
        "Program Peningkatan Sarana",
    ]


def test_a_code_in_several_columns_is_one_code(read):
    found = read(
        [["Kode", "Kode", "Kode", "Program", "Anggaran (Rp)"]],
        [["4", "02", "01", "Program Pelayanan Administrasi", "90.000.000"]],
    )
    assert [o.subject_code for o in found.report.observations] == ["4.02.01"]


def test_a_list_of_rupiah_does_not_go_on_with_targets(table_of, read_tables):
    first = table_of([["Indikator Kinerja", "Target"]], [["Jumlah lomba", "12 bulan"]], number=1)
    second = table_of(
        [], [["Program Perencanaan Pembangunan", "Rp 32,537,300"], ["Program Peran Perempuan", "Rp 161,375,000"]],
        number=2,
    )  # fmt: skip
    found = read_tables(first, second)
    assert [o.measure for o in found.report.observations if o.table_no == 2] == ["pagu_rp", "pagu_rp"]


def test_the_word_program_beside_a_name_that_begins_with_it(read):
    found = read(
        [["Program&kegiatan", "<", "Anggaran (Rp)"]],
        [["Program", "PROGRAM PENDIDIKAN ANAK USIA DINI", "90.000.000"]],
    )
    assert [o.subject for o in found.report.observations] == ["PROGRAM PENDIDIKAN ANAK USIA DINI"]


@pytest.mark.parametrize(
    ("label", "sure"),
    [
        ("Penyuluhan Masyarakat Pola Hidup Sehat", True),
        ("Kecamatan Berpredikat KinerjaBaik", True),
        ("Layanan e-Government SKPDnya", True),
        ("SPeandyaurlHuihdaunp MSaehsyaatrakat Pola Hidup Sehat", False),
    ],
)
def test_a_figure_whose_label_is_printed_over_another_is_in_doubt(read, label, sure):
    found = read([["Program", "Anggaran (Rp)"]], [[label, "90.000.000"]])
    assert [o.place.confidence >= 0.9 for o in found.report.observations] == [sure]


@pytest.mark.parametrize(
    ("code", "heads", "subject"),
    [
        ("Kode", ("K", "Rp"), "PROGRAM PENUNJANG"),
        ("Kode", ("TARGET", "RP"), "Jumlah rapat"),
        ("No", ("K", "Rp"), "Jumlah rapat"),
    ],
)
def test_targets_of_a_renstra_matrix_are_told_of_their_indicator_but_in_pairs_beside_codes(
    read, code, heads, subject
):
    pairs = [h for _ in range(3) for h in heads]
    years = [t for y in ("2021", "2022", "2023") for t in (f"Tahun {y}", "<")]
    found = read(
        [[code, "Program", "Indikator Kinerja", *years], ["^", "^", "^", *pairs]],
        [["1.01.01", "PROGRAM PENUNJANG", "Jumlah rapat", *(["5 kali", "90.000.000"] * 3)]],
        caption="Rencana Program, Kegiatan dan Pendanaan Renstra 2021-2026",
    )
    assert found.kind == "renstra_matrix"
    by_measure = {o.measure: o.subject for o in found.report.observations}
    assert by_measure == {"target": subject, "pagu_rp": "PROGRAM PENUNJANG"}


def test_a_column_with_their_units_makes_targets_in_pairs_those_of_the_indicator(read):
    years = [t for y in ("2021", "2022", "2023") for t in (f"Tahun {y}", "<")]
    found = read(
        [["Kode", "Program", "Indikator Kinerja", "Satuan", *years], ["^"] * 4 + ["K", "Rp"] * 3],
        [["1.01.01", "PROGRAM PENUNJANG", "Jumlah rapat", "kali", *(["5", "90.000.000"] * 3)]],
        caption="Rencana Program, Kegiatan dan Pendanaan Renstra 2021-2026",
    )
    by_measure = {o.measure: o.subject for o in found.report.observations}
    assert by_measure == {"target": "Jumlah rapat", "pagu_rp": "PROGRAM PENUNJANG"}


def test_of_indicators_on_two_levels_the_target_is_that_of_the_narrower(read):
    found = read(
        [["Sasaran Strategis", "Indikator Sasaran", "Indikator Kinerja Program", "Target"]],
        [
            [LAYANAN, IKM, "Jumlah dokumen hasil survei", "4"],
            ["^", "^", "Jumlah pengaduan yang ditangani", "12"],
            [KINERJA, SAKIP, "Jumlah laporan kinerja", "1"],
        ],
    )
    assert parents(found) == {
        "Jumlah dokumen hasil survei": LAYANAN,
        "Jumlah pengaduan yang ditangani": LAYANAN,
        "Jumlah laporan kinerja": KINERJA,
    }


def test_the_fund_behind_an_amount_is_no_unit(read):
    found = read(
        [],
        [
            ["1.", "Program Penunjang Urusan Pemerintahan", ":", "Rp. 5.056.021.977,- (APBD)"],
            ["2.", "Program Pemberdayaan Masyarakat Desa", ":", "Rp. 37.690.000,- (DAU)"],
            ["3.", "Program Koordinasi Ketenteraman", ":", "Rp. 59.382.850,- APBD Kab./DAK"],
        ],
    )
    assert found.kind == "pk_anggaran"
    assert found.figures[1] == ("Program Pemberdayaan Masyarakat Desa", "pagu_rp", "37690000")
    assert {o.unit for o in found.report.observations} == {"Rp."}


FIVE_YEARS = [
    ["Program", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)", "Target Akhir 2026"],
]


def test_a_sentence_over_the_columns_of_a_table_is_no_figure(read):
    """The foot of form E.81 (Permendagri 86/2017)."""
    note = "Keterlambatan penetapan APBDes pada 1 (satu) desa"
    found = read(
        FIVE_YEARS,
        [
            ["Program Pelayanan", IKM, "85", "90,02", "105,91", "88"],
            ["Faktor penghambat:", "<", note, "<", "<", "<"],
        ],
    )
    assert note not in {o.raw for o in found.report.observations}
    assert [(e.row, e.col) for e in found.report.ledger if e.fate == "words"] == [(2, 2)]


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("Capaian Kinerja Sasaran (%)", "capaian_pct"),
        ("Tingkat Efisiensi (%)", "other:Tingkat Efisiensi (%)"),
        ("Jumlah", "serapan_pct"),
    ],
)
def test_rows_below_budgets_name_their_measure(read, label, measure):
    found = read(
        [["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "Serapan (%)"]],
        [
            ["1", "Program Penyuluhan", "100.000.000", "97.000.000", "97,00"],
            ["2", "Program Prasarana", "200.000.000", "196.000.000", "98,00"],
            [label, "<", "<", "<", "97,67"],
        ],
    )
    assert {o.measure for o in found.report.observations if o.raw == "97,67"} == {measure}


@pytest.mark.parametrize(
    ("label", "unit", "measures"),
    [
        ("Program : Program Ketenteraman", "Rp", ["pagu_rp", "realisasi_rp", "serapan_pct"]),
        ("Kegiatan : Penegakan Perda", "Rupiah", ["pagu_rp", "realisasi_rp", "serapan_pct"]),
        ("Realisasi Retribusi Daerah", "Rp", ["target", "realisasi", "capaian_pct"]),
        ("Program yang dilaksanakan", "Program", ["target", "realisasi", "capaian_pct"]),
    ],
)
def test_rows_of_programs_in_rupiah_between_indicators(read, label, unit, measures):
    found = read(
        [["Uraian", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
        [
            [f"Indikator : {IKM}", "Nilai", "85", "90,02", "105,91"],
            ["Indikator : Pelanggaran ditindak", "%", "90", "81", "90,00"],
            [label, unit, "4.415.050.000", "4.210.670.150", "95,37"],
        ],
    )
    assert [o.measure for o in found.report.observations if o.subject == label] == measures


def test_words_over_columns_of_years_are_no_targets(read):
    """A label that the rulings of the columns cut."""
    found = read(
        [
            ["Sasaran / Indikator", "Satuan", "Target pada Tahun", "<", "<"],
            ["^", "^", "2019", "2020", "2021"],
        ],
        [
            ["Meningkatnya akuntabilitas", "<", "pemerintah daerah", "<", ""],
            ["Predikat SAKIP", "Predikat", "CC", "B", "BB"],
            ["Opini BPK", "Opini", "Wajar Tanpa Pengecualian", "<", "<"],
        ],
    )
    assert [o.raw for o in found.report.observations] == ["CC", "B", "BB", "Wajar Tanpa Pengecualian"]


def test_figures_of_other_columns_have_the_year_of_their_heading(read):
    found = read(
        [["Komponen", "Bobot", "Nilai 2019", "Nilai 2020"]],
        [["Perencanaan Kinerja", "30", "19,52", "19,84"], ["Pengukuran Kinerja", "25", "14,36", "14,62"]],
    )
    periods = {o.raw: o.period for o in found.report.observations}
    assert (periods["19,52"], periods["19,84"]) == ("2019", "2020")


def test_money_put_into_a_kegiatan_is_its_budget(read):
    """Form PKK (Keputusan Kepala LAN 239/IX/6/8/2003)."""
    found = read(
        [["Kegiatan", "Indikator Kinerja", "Satuan", "Rencana Tingkat Capaian", "Realisasi", "Capaian (%)"]],
        [
            ["Penyediaan alat tulis", "Masukan : Dana", "Rp", "94.800.000", "91.862.633", "96,90"],
            ["^", "Keluaran : Jumlah paket", "Paket", "12", "12", "100,00"],
            ["^", "Masukan : Pegawai", "Orang", "4", "4", "100,00"],
        ],
    )
    assert found.of("Penyediaan alat tulis") == {
        "pagu_rp": "94800000",
        "realisasi_rp": "91862633",
        "serapan_pct": "96.90",
    }
    assert found.of("Keluaran : Jumlah paket")["target"] == "12"
    assert found.of("Masukan : Pegawai")["target"] == "4"


def test_a_group_of_thousands_beside_one_that_nobody_can_mistake(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"]],
        [
            ["Volume sampah terangkut", "1.733.980 m3", "79.912 m3", "5"],
            ["Indeks Kepuasan", "80.25", "85.50", "106.54"],
            ["Nilai SAKIP", "70.10", "71.25", "101.64"],
        ],
    )
    assert {o.value for o in found.report.observations if o.raw == "79.912 m3"} == {79912}


def test_a_sasaran_named_by_its_number_alone_is_no_subject(read):
    found = read(
        [["Sasaran", "Program", "Capaian Kinerja", "Penyerapan Anggaran", "Tingkat Efisiensi"]],
        [["Sasaran 1 dan 2", "Program Pengawasan", "101,24 %", "94,73 %", "6,51 %"]],
    )
    assert found.kind == "efisiensi"
    assert {o.subject for o in found.report.observations} == {"Program Pengawasan"}


def test_the_end_of_a_label_that_reaches_over_the_figures_is_none(read):
    """A banner below the table was read as its row, and cut where the columns begin."""
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "85", "90.02"], ["Sasaran 1 | Meningkatnya gizi", "masyarakat", "<"], [SAKIP, "70", "71"]],
    )
    assert [o.raw for o in found.report.observations] == ["85", "90.02", "70", "71"]


def test_a_table_without_headings_and_another_number_does_not_go_on(table_of, read_tables):
    first = table_of([HEADS[:5]], [["1", LAYANAN, IKM, "Nilai", "85"]], caption="Tabel 3.6. Target")
    second = table_of(
        [], [["Satu", "Dua", "71,53", "5,44", "4,28"]], number=2, caption="Tabel 3.7 Daerah lain"
    )
    third = table_of([], [["2", KINERJA, SAKIP, "Nilai", "70"]], number=3, caption="Tabel 3.6 (lanjutan)")
    assert [o.table_no for o in read_tables(first, second).report.observations] == [1]
    assert [o.table_no for o in read_tables(first, third).report.observations] == [1, 3]


@pytest.mark.parametrize("col", [2, 3, 4])
def test_a_mean_named_among_the_figures_is_no_target(read, col):
    row = ["", "", "", "", "", "104,10", "Sangat Tinggi"]
    row[col] = "Rata-rata capaian sasaran"
    found = read(
        [["No", "Indikator Kinerja", "Target 2021", "Realisasi 2021", "Satuan", "Capaian (%)", "Predikat"]],
        [["1", IKM, "85", "90.02", "Nilai", "105.90", "Sangat Tinggi"], row],
    )
    assert found.of("Rata-rata capaian sasaran") == {"capaian_pct": "104.10"}
    assert not found.of("Sangat Tinggi")


def test_words_in_a_column_of_codes_are_none(read):
    found = read(
        [["Kode", "Program", "Anggaran (Rp)"]],
        [["7.01.02", "Program Pelayanan Publik", "90.000.000"], ["TOTAL", "", "90.000.000"]],
    )
    assert [o.subject_code for o in found.report.observations] == ["7.01.02", ""]


@pytest.mark.parametrize(
    ("target", "realised", "value"),
    [
        ("268.797", "352,390*", "352390"),  # the comma is a slip
        ("268,797", "352,390", "None"),  # thousands or not, nobody can tell
        ("86,50", "352,390", "352.390"),
        ("4.500", "3,250", "None"),
    ],
)
def test_a_group_behind_a_comma_beside_groups_behind_points(read, target, realised, value):
    found = read([["Indikator Kinerja", "Target", "Realisasi"]], [["Produksi susu", target, realised]])
    own = [o.value for o in found.report.observations if o.measure == "realisasi"]
    assert [str(v) for v in own] == [value]


def test_a_budget_before_the_revision_is_told_of_its_kegiatan(read):
    read_it = read(
        [["Kegiatan", "Output", "Target", "Anggaran (Rp)", "<"], ["^", "^", "^", "Sebelum", "Sesudah"]],
        [["Fasilitasi Administrasi Desa", "Jumlah desa yang tertib", "15 desa", "29.875.000", "31.475.000"]],
    )
    assert [(o.subject, o.raw) for o in read_it.report.observations[1:]] == [
        ("Fasilitasi Administrasi Desa", "29.875.000"),
        ("Fasilitasi Administrasi Desa", "31.475.000"),
    ]


def test_money_that_was_handed_out(read):
    read_it = read(
        [["No", "Desa", "Pagu (Rp000)", "Salur (Rp000)", "%"]],
        [["1", "Contoh", "1.020.800", "1.000.384", "98,0"]],
    )
    assert read_it.roles[2:] == ["pagu_rp", "realisasi_rp", "serapan_pct"]


def test_words_that_judge_a_row_do_not_name_it(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [["Persentase pelayanan tepat waktu", "92", "91"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    own = table_of(
        [["Target 2023", "Realisasi 2023", "Capaian (%)", "Predikat"]], [["92,00%", "90,45%", "98,32", "Sangat Baik"]],
        number=2, page=3, heading="b. Persentase pelayanan tepat waktu",
    )  # fmt: skip
    report = read_tables(known, own).report
    assert {o.subject for o in report.observations if o.place.page == 3} == {
        "Persentase pelayanan tepat waktu"
    }


def test_words_of_a_scale_left_of_their_figures_name_the_row(read):
    read_it = read(
        [["No", "Predikat", "Target", "Realisasi", "Capaian (%)"]],
        [["1", "Sangat Baik", "5", "6", "120"], ["2", "Baik", "3", "4", "133,33"]],
    )
    assert {o.subject for o in read_it.report.observations} == {"Sangat Baik", "Baik"}


def test_rows_of_officials_by_their_education(read):
    read_it = read(
        [["Pendidikan", "Laki-laki", "Perempuan"]],
        [["S2", "21", "12"], ["D IV", "62", "18"], ["SLTA", "29", "14"]],
        caption="Tabel 1.1 Jumlah Pegawai menurut Pendidikan",
    )
    assert read_it.kind == "sdm"
    assert [o.subject for o in read_it.report.observations][::2] == ["S2", "D IV", "SLTA"]


def test_schools_with_short_names(read):
    read_it = read(
        [["Jenjang", "Sekolah", "Guru"]], [["PAUD", "208", "742"], ["SD", "258", "618"], ["SMP", "45", "727"]]
    )
    assert [o.subject for o in read_it.report.observations][::2] == ["PAUD", "SD", "SMP"]


def test_rows_of_officials_by_their_golongan(read):
    read_it = read(
        [["Gol.", "L", "P"]], [["IV", "5", "2"], ["III", "11", "14"], ["Jml", "16", "16"]],
        caption="Tabel 1.2. Jumlah PNS menurut Golongan",
    )  # fmt: skip
    assert [o.subject for o in read_it.report.observations][:4] == ["IV", "IV", "III", "III"]


def test_roman_numbers_of_rows_do_not_name_officials(read):
    read_it = read(
        [["No", "Pendidikan", "Jumlah"]], [["I", "Sarjana", "21"], ["II", "Diploma", "62"]],
        caption="Tabel 1.2. Jumlah Pegawai menurut Pendidikan",
    )  # fmt: skip
    assert [o.subject for o in read_it.report.observations] == ["Sarjana", "Diploma"]


def test_the_money_put_into_a_kegiatan_that_a_row_names(read):
    """Form PKK with bands: "Masukan : Dana" is the money of the kegiatan above."""
    read_it = read(
        [["Indikator Kinerja", "Satuan", "Rencana", "Realisasi", "% Capaian"]],
        [
            ["A. PROGRAM PELAYANAN ADMINISTRASI", "<", "<", "<", "<"],
            ["Kegiatan 1 : Penyediaan Alat Tulis Kantor", "<", "<", "<", "<"],
            ["Masukan : Dana", "Rp", "24.500.000", "24.498.000", "99,99"],
            ["Keluaran : Jenis ATK yang tersedia", "Jenis", "38", "38", "100,00"],
            ["Kegiatan 2 : Penyediaan Makanan dan Minuman", "<", "<", "<", "<"],
            ["Masukan : Dana", "Rp", "22.500.000", "22.500.000", "100,00"],
            ["B. PROGRAM SARANA", "<", "<", "<", "<"],
            ["Masukan : Dana", "Rp", "55.000.000", "54.120.000", "98,40"],
        ],
    )
    told = [(o.subject, o.raw) for o in read_it.report.observations if o.measure == "pagu_rp"]
    assert told == [
        ("Penyediaan Alat Tulis Kantor", "24.500.000"),
        ("Penyediaan Makanan dan Minuman", "22.500.000"),
        ("Masukan : Dana", "55.000.000"),
    ]


@pytest.mark.parametrize(
    ("band", "sasaran"),
    [
        ("Sasaran Strategis 1. Meningkatnya akuntabilitas keuangan", "Meningkatnya akuntabilitas keuangan"),
        ("Sasaran 2 - Meningkatnya pelayanan", "Meningkatnya pelayanan"),
        ("II. Terwujudnya desa mandiri", "Terwujudnya desa mandiri"),
        ("Kinerja lainnya", ""),
    ],
)
def test_a_sasaran_across_the_row_over_its_indicators(read, band, sasaran):
    found = read(
        [["No", "Indikator Kinerja", "Target", "Realisasi"]],
        [[band, "<", "<", "<"], ["1", "Persentase temuan yang selesai", "55", "50"]],
    )
    assert {o.parent for o in found.report.observations} == {sasaran}


def test_cells_that_say_whether_they_are_target_or_realisasi(read):
    found = read(
        [["Indikator", "Satuan", "Target Tahunan", "Triwulan I", "Triwulan II", "Triwulan III"]],
        [
            ["Indeks Kepuasan Masyarakat", "indeks", "80", "T = 78,00", "T = 79,00", "T : 80,00"],
            ["^", "^", "^", "R = 77,61", "R = 79,12", "R : 80,92"],
        ],
    )
    told = [(o.measure, o.period, str(o.value), o.raw) for o in found.report.observations]
    assert told == [
        ("target", "2023", "80", "80"),
        ("target", "2023-TW1", "78.00", "T = 78,00"),
        ("target", "2023-TW2", "79.00", "T = 79,00"),
        ("target", "2023-TW3", "80.00", "T : 80,00"),
        ("realisasi", "2023-TW1", "77.61", "R = 77,61"),
        ("realisasi", "2023-TW2", "79.12", "R = 79,12"),
        ("realisasi", "2023-TW3", "80.92", "R : 80,92"),
    ]


def test_a_letter_before_one_kind_of_figure_is_no_measure(read):
    found = read([["Indikator", "Target"]], [["Rasio guru", "R = 0,8"], ["Rasio kelas", "R = 0,9"]])
    assert {o.measure for o in found.report.observations} == {"target"}


def test_the_indicator_of_the_level_above_is_not_that_of_the_target(read):
    found = read(
        [["Tujuan", "Indikator Tujuan", "Sasaran", "Indikator Sasaran", "Target"]],
        [
            ["Tata kelola yang baik", "Indeks RB", "Meningkatnya akuntabilitas", "Nilai SAKIP", "70"],
            ["Layanan yang baik", "Indeks Pelayanan Publik", "", "", "3,5"],
        ],
    )
    assert [(o.subject, o.raw) for o in found.report.observations] == [
        ("Nilai SAKIP", "70"),
        ("Indeks Pelayanan Publik", "3,5"),
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Menurunnya realisasi disebabkan keterbatasan anggaran", "Tercapainya target ini karena kerja sama"],
)
def test_a_sentence_between_indicators_is_no_sasaran(read, sentence):
    found = read(
        [["No", "Indikator Kinerja", "Target", "Realisasi"]],
        [
            ["Meningkatnya kualitas pelayanan publik", "<", "<", "<"],
            ["1", "Indeks Kepuasan", "80", "82"],
            [sentence, "<", "<", "<"],
            ["2", "Persentase pengaduan selesai", "90", "85"],
        ],
    )
    assert {o.parent for o in found.report.observations} == {"Meningkatnya kualitas pelayanan publik"}


def test_letters_in_columns_of_their_own_do_not_change_measures(read):
    found = read(
        [["Indikator", "Target", "Realisasi"]],
        [["Rasio guru", "R = 0,8", "0,9"], ["Jumlah desa", "14", "T: 5"]],
    )
    assert [o.measure for o in found.report.observations] == ["target", "realisasi"] * 2
