"""What columns are taken for: headings of several levels, index rows, units, labels."""

from dataclasses import replace

import pytest

from lkjip_normalize.column_roles import AMOUNT
from lkjip_schemas.place import Box

LABELS = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan"]
ROW = ["1", "Meningkatnya layanan", "Indeks Kepuasan Masyarakat", "Nilai"]


def measures(found):
    """Measure and period of the columns that measure something."""
    return [(c.measure, c.period) for c in found.table.columns if c.measure]


def test_label_columns(read):
    found = read([[*LABELS, "Target"]], [[*ROW, "85"]])
    assert found.roles == ["number", "sasaran", "indikator", "satuan", "target"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("NO.", "number"),
        ("Nomor", "number"),
        ("Kode Rekening", "code"),
        ("Tujuan", "tujuan"),
        ("SASARAN STRATEGIS", "sasaran"),
        ("Sasaran Renstra", "sasaran"),
        ("Indikator Kinerja Utama", "indikator"),
        ("Indikator Tujuan/Sasaran", "indikator"),
        ("Program/Kegiatan", "program"),
        ("Kegiatan", "kegiatan"),
        ("Sub Kegiatan", "kegiatan"),
        ("Uraian", "label"),
        ("Satuan", "satuan"),
        ("Sumber Data", "words"),
        ("Definisi Operasional/Formulasi", "words"),
        ("Penanggung Jawab", "words"),
        ("Keterangan", "words"),
        ("Upaya Kedepan", "words"),
        ("Predikat", "words"),
    ],
)
def test_names_of_label_columns(read, heading, role):
    found = read(
        [[heading, "Indikator", "Target"]],
        [["Terwujudnya tata kelola", "Nilai SAKIP", "85"], ["Meningkatnya layanan", "Indeks SPBE", "3"]],
    )
    assert found.roles[0] == role


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("Target", "target"),
        ("Target Kinerja", "target"),
        ("Rencana", "target"),
        ("Realisasi", "realisasi"),
        ("Capaian (%)", "capaian_pct"),
        ("% Capaian", "capaian_pct"),
        ("Persentase Capaian", "capaian_pct"),
        ("Tingkat Capaian (%)", "capaian_pct"),
        ("Capaian Kinerja (%)", "capaian_pct"),
        ("Target Akhir Renstra", "target_akhir"),
        ("Target Akhir RPJMD", "target_akhir"),
        ("Target Jangka Menengah", "target_akhir"),
        ("Tingkat Kemajuan", "kemajuan_pct"),
        ("Target Kinerja Capaian Program Renstra Tahun 2024", "target_akhir"),  # T-C.29, column 4
        ("Tingkat Capaian Target Renstra s/d Tahun 2021 (%)", "kemajuan_pct"),
        ("Tingkat Realisasi Renja 2021 (%)", "capaian_pct"),
        ("Capaian Tahun 2023 terhadap Target Akhir Renstra", "kemajuan_pct"),
        ("Pagu Anggaran (Rp)", "pagu_rp"),
        ("Anggaran (Rp)", "pagu_rp"),
        ("Pagu Perubahan", "pagu_rp"),
        ("Alokasi Anggaran", "pagu_rp"),
        ("DPPA", "pagu_rp"),
        ("Realisasi Anggaran (Rp)", "realisasi_rp"),
        ("Realisasi Keuangan", "realisasi_rp"),
        ("Penyerapan Anggaran (%)", "serapan_pct"),
        ("Serapan Anggaran (%)", "serapan_pct"),
    ],
)
def test_names_of_measures(read, heading, measure):
    body = ["85", "90"] if not measure.endswith("_rp") else ["85.000.000", "90.500.000"]
    found = read([["Program", "Indikator Kinerja", heading]], [["Program A", "Nilai SAKIP", b] for b in body])
    assert found.roles[2] == measure


@pytest.mark.parametrize(
    "heading",
    [
        "Sisa Anggaran (Rp)",
        "Tingkat Efisiensi",
        "Naik/Turun",
        "Realisasi Fisik (%)",
        "Absolut (capaian/sasaran)",
        "Proporsi Anggaran",
    ],
)
def test_any_other_figure_keeps_its_heading(read, heading):
    found = read([["Program", "Anggaran (Rp)", heading]], [["Program A", "5.000.000", "1.000.000"]] * 2)
    assert found.roles[2] == f"other:{heading}"


def test_headings_of_two_levels(read):
    found = read(
        [[*LABELS, "Tahun 2023", "<", "<"], ["^", "^", "^", "^", "Target", "Realisasi", "Capaian (%)"]],
        [[*ROW, "85", "90.02", "105.90"]],
    )
    assert found.roles == ["number", "sasaran", "indikator", "satuan", "target", "realisasi", "capaian_pct"]
    assert found.periods == ["", "", "", "", "2023", "2023", "2023"]
    assert found.column(5).header == "Tahun 2023 Realisasi"


def test_headings_of_three_levels(read):
    found = read(
        [
            ["Indikator Kinerja", "Capaian Kinerja", "<", "<", "<"],
            ["^", "2022", "<", "2023", "<"],
            ["^", "Target", "Realisasi", "Target", "Realisasi"],
        ],
        [["Nilai SAKIP", "70", "71,5", "75", "76,2"]],
    )
    assert measures(found) == [
        ("target", "2022"),
        ("realisasi", "2022"),
        ("target", "2023"),
        ("realisasi", "2023"),
    ]


@pytest.mark.parametrize(
    "index",
    [
        ["1", "2", "3", "4", "5", "6", "7"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)=(6)/(5)x100"],
        ["1", "2", "3", "4", "5", "6", "7=6/5*100"],
    ],
)
def test_the_row_of_column_numbers_is_not_a_heading(read, index):
    found = read(
        [[*LABELS, "Target", "Realisasi", "Capaian (%)"], index],
        [[*ROW, "85", "90.02", "105.90"]],
    )
    assert [c.index for c in found.table.columns] == index
    assert found.column(4).header == "Target"
    assert found.figures == [
        ("Indeks Kepuasan Masyarakat", "target", "85"),
        ("Indeks Kepuasan Masyarakat", "realisasi", "90.02"),
        ("Indeks Kepuasan Masyarakat", "capaian_pct", "105.90"),
    ]


def test_a_row_of_years_is_a_heading(read):
    found = read(
        [
            ["Sasaran", "Indikator Kinerja", "Target Kinerja Tahun", "<", "<"],
            ["^", "^", "2021", "2022", "2023"],
        ],
        [["Meningkatnya layanan", "Nilai SAKIP", "70", "75", "80"]],
    )
    assert measures(found) == [("target", "2021"), ("target", "2022"), ("target", "2023")]


def test_a_title_inside_the_table_is_no_heading(read):
    found = read(
        [["PENGUKURAN KINERJA TAHUN 2020", "<", "<"], ["Indikator Kinerja", "Target", "Realisasi"]],
        [["Nilai SAKIP", "70", "71"]],
    )
    assert [c.header for c in found.table.columns] == ["Indikator Kinerja", "Target", "Realisasi"]


def test_a_unit_column_under_the_heading_of_its_figure(read):
    found = read(
        [["No", "Indikator Kinerja", "Target", "<", "Realisasi", "<"]],
        [
            ["1", "Rapat koordinasi", "12", "Bulan", "11", "Bulan"],
            ["2", "Dokumen rencana", "5", "Dokumen", "5", "Dokumen"],
        ],
    )
    assert found.roles == ["number", "indikator", "target", "satuan", "realisasi", "satuan"]
    assert found.at(1, 2).unit == "Bulan"
    assert found.at(2, 4).unit == "Dokumen"


def test_a_column_of_list_numbers_under_a_shared_heading(read):
    found = read(
        [["No", "Sasaran Strategis", "<", "Target"]],
        [
            ["1", "1.", "Meningkatnya layanan publik", "85"],
            ["2", "2.", "Meningkatnya kinerja kecamatan", "70"],
        ],
    )
    assert found.roles[1:3] == ["number", "sasaran"]
    assert found.figures[0] == ("Meningkatnya layanan publik", "target", "85")


def test_headings_broken_over_lines(read):
    found = read(
        [["Indikator\nKinerja", "TARGET\nTAHUN\n2023", "REALISASI\n"]], [["Nilai SAKIP", "70", "71"]]
    )
    assert found.roles == ["indikator", "target", "realisasi"]


def test_targets_printed_under_satuan(read):
    found = read(
        [["No", "Sasaran", "Indikator Kinerja", "Satuan"]],
        [["1", "Pangan cukup", "Skor Pola Pangan Harapan", "85"], ["2", "Harga stabil", "Stok", "450 ton"]],
    )
    assert found.of("Skor Pola Pangan Harapan") == {"target": "85"}


def test_units_in_figures_stay_units_beside_targets(read):
    found = read(
        [["No", "Indikator Kinerja", "Satuan", "Target"]],
        [["1", "Angka kematian", "per 1000", "12"], ["2", "Rasio dokter", "1:2500", "9"]],
    )
    assert found.of("Angka kematian") == {"target": "12"}


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("Keu (%)", "serapan_pct"),
        ("Fisik (%)", "other:Fisik (%)"),
        ("Ralisasi (%)", "serapan_pct"),
    ],
)
def test_percentages_beside_amounts(read, heading, measure):
    found = read(
        [["Program", "Anggaran (Rp)", "Realisasi (Rp)", heading]],
        [["Program Perikanan", "920.000.000", "867.825.300", "94,33"]],
    )
    assert found.roles[3] == measure


def test_a_misspelt_heading_is_understood(read):
    found = read([["Indikator Kinerja", "Target", "Ralisasi", "%"]], [["Permukiman", "90%", "94,59%", "105"]])
    assert found.roles[1:] == ["target", "realisasi", "capaian_pct"]


def test_the_place_of_a_kegiatan_names_no_kegiatan(read):
    found = read(
        [["Uraian", "Lokasi Kegiatan", "Anggaran"]], [["Penyediaan Alat Tulis", "Magetan", "10.000.000"]]
    )
    assert found.of("Penyediaan Alat Tulis") == {"pagu_rp": "10000000"}


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("SPJ (Rp.)", "realisasi_rp"),
        ("SPJ (%)", "serapan_pct"),
        ("SILPA (Rp)", "other:SILPA (Rp)"),
        ("Realisasi Fisk (%)", "other:Realisasi Fisk (%)"),
        ("Realisasi 2023 Thdp Thn 2022 (%)", "other:Realisasi 2023 Thdp Thn 2022 (%)"),
    ],
)
def test_other_columns_of_money(read, heading, measure):
    found = read([["Program", "Anggaran (Rp)", heading]], [["Program A", "920.000.000", "90"]])
    assert found.roles[2] == measure


def test_words_of_headings_broken_by_a_hyphen(read):
    found = read(
        [["No", "Indikator Kinerja", "TAR-GET", "REALI-SASI", "CAPAI-AN (%)", "Lain-lain"]],
        [["1", "Indeks Kepuasan Masyarakat", "80", "82", "102,50", "a"]],
    )
    assert [o.measure for o in found.report.observations] == ["target", "realisasi", "capaian_pct"]
    assert found.table.columns[-1].header == "Lain-lain"


def test_an_achievement_between_sasaran_and_program_is_the_sasaran_s(read):
    found = read(
        [["Sasaran", "Capaian (%)", "Program", "Menunjang / Tidak"]],
        [["Meningkatnya pelayanan publik", "101,10", "PROGRAM PELAYANAN PUBLIK", "Menunjang"],
         ["Meningkatnya ketenteraman", "99,10", "PROGRAM KETENTERAMAN UMUM", "Menunjang"]],
    )  # fmt: skip
    assert found.kind == "program_penunjang"
    assert [o.subject for o in found.report.observations] == [
        "Meningkatnya pelayanan publik",
        "Meningkatnya ketenteraman",
    ]


def test_a_title_above_the_headings_says_nothing_of_the_columns(read):
    found = read(
        [
            ["", "DOKUMEN PELAKSANAAN ANGGARAN", "<", "<", ""],
            ["Kode", "Uraian", "Lokasi", "Target Kinerja", "Jumlah"],
        ],
        [["001", "Jasa Surat Menyurat", "Kantor", "12 bulan", "1.000.000"]],
    )
    assert found.column(3).header == "Target Kinerja"


def test_a_heading_of_quarters_that_was_read_over_some_of_them(read):
    found = read(
        [
            ["No", "Indikator Kinerja", "Target Tahunan", "I", "Target Triwulan", "<", "IV"],
            ["^", "^", "^", "^", "II", "III", "^"],
        ],
        [["1", "Indeks Kepuasan Masyarakat", "85", "80", "82", "84", "85"]],
    )
    assert [o.period for o in found.report.observations][1:] == [
        "2023-TW1",
        "2023-TW2",
        "2023-TW3",
        "2023-TW4",
    ]


def test_rupiah_of_quarters_behind_a_unit_in_brackets(read):
    found = read(
        [
            ["No", "Sub Kegiatan", "Rencana Anggaran Triwulan (Rp)", "<", "<", "<"],
            ["^", "^", "I", "II", "III", "IV"],
        ],
        [["1", "Fasilitasi Administrasi Desa", "5.000.000", "6.200.000", "7.300.000", "8.400.000"]],
    )
    assert [o.period for o in found.report.observations] == ["2023-TW1", "2023-TW2", "2023-TW3", "2023-TW4"]


def test_planned_and_reached_shares_of_the_money_of_a_kegiatan(read):
    found = read(
        [
            ["Kegiatan", "Rencana Pelaksanaan Kegiatan (%)", "<", "Realisasi Pelaksanaan Kegiatan (%)", "<"],
            ["^", "Fisik", "Keuangan", "Fisik", "Keuangan"],
        ],
        [["Pelatihan Pemandu Wisata", "100", "100", "90", "77,25"]],
    )
    assert [m.partition(":")[0] for m, _ in measures(found)] == ["other", "other", "other", "serapan_pct"]


def test_volume_and_unit_under_one_heading(read):
    found = read(
        [
            ["Indikator", "Target 2015", "<", "Realisasi 2015", "<"],
            ["^", "Volume satuan", "<", "Volume satuan", "<"],
        ],
        [["Jumlah koperasi aktif", "16.078", "Koperasi", "16.855", "Koperasi"]],
    )
    assert measures(found) == [("target", "2015"), ("realisasi", "2015")]


@pytest.mark.parametrize(
    ("units", "measure"), [(["Ton", "Ekor", "%"], "capaian_pct"), (["%", "%", "Ekor"], "realisasi")]
)
def test_a_realisasi_in_percent_of_other_units_is_an_achievement(read, units, measure):
    found = read(
        [["Indikator", "Satuan", "Realisasi (%)"]],
        [
            ["Produksi daging", units[0], "129,18"],
            ["Populasi sapi", units[1], "88,13"],
            ["Mutu susu", units[2], "96"],
        ],
    )
    assert measures(found) == [(measure, "")]


def test_lower_headings_repeat_where_they_are_left_out(read):
    """ "Keluaran, Hasil" over four columns, of which two are headed."""
    found = read(
        [
            ["Kegiatan", "Keluaran Hasil", "<", "<", "<"],
            ["^", "Tolok Ukur", "Target", "", ""],
        ],
        [["Penyediaan Jasa Surat", "Biaya meterai", "1 paket", "Terpenuhinya belanja", "100 %"]],
    )
    assert found.roles == ["kegiatan", "indikator", "target", "indikator", "target"]


def test_a_formula_that_begins_like_a_total_is_none(read):
    found = read(
        [["Sasaran", "Indikator", "Target", "Formula"]],
        [
            [
                "Meningkatnya layanan",
                "Persentase realisasi anggaran",
                "87",
                "Jumlah realisasi anggaran / pagu x 100 %",
            ]
        ],
    )
    assert [(o.subject, o.raw) for o in found.report.observations] == [
        ("Persentase realisasi anggaran", "87")
    ]


def test_the_changed_target_of_two(read):
    found = read(
        [["Indikator", "Target", "<"], ["^", "Awal", "Perubahan"]],
        [["Jumlah kelompok yang didampingi", "40", "34"]],
    )
    assert [m for m, _ in measures(found)] == ["other:Target Awal", "target"]


def test_numbers_of_columns_beside_names_of_others(read):
    header = [["No", "Indikator Kinerja", "Target", "<"], ["1", "2", "Sebelum", "Sesudah"]]
    found = read(header, [["1", "Jumlah pengunjung", "23400 orang", "24000 orang"]])
    assert found.roles == ["number", "indikator", "other:Target Sebelum", "target"]
    assert [c.index for c in found.table.columns][:2] == ["1", "2"]


def test_a_category_below_an_achievement_is_no_figure(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", "Capaian", "<"], ["^", "^", "^", "%", "Kategori"]],
        [
            ["Nilai SAKIP", "70", "71", "101,43", "Sangat Tinggi"],
            ["Nilai IKM", "80", "76", "95,00", "Tinggi"],
        ],
    )
    assert found.roles[3:] == ["capaian_pct", "words"]


def test_codes_and_responsible_units_are_no_labels(read):
    """Where no heading is known, neither names what the amounts are for."""
    found = read(
        [["", "", "(Rp)", "Penanggung Jawab"]],
        [
            ["2.13.01.2.01", "Perencanaan dan Evaluasi Kinerja", "47.750.000", "Sekretariat Dinas"],
            ["2.13.01.2.02", "Administrasi Keuangan", "28.000.000", "Sekretariat Dinas"],
        ],
    )
    assert {o.subject for o in found.report.observations if o.raw.endswith(".000")} == {
        "Perencanaan dan Evaluasi Kinerja",
        "Administrasi Keuangan",
    }


def test_budget_and_spending_under_one_heading(read):
    found = read(
        [["Program", "Anggaran dan Realisasi", "<", "<"], ["^", "Anggaran (Rp)", "Realisasi (Rp)", "%"]],
        [["Program Penyuluhan", "100.000.000", "97.000.000", "97,00"]],
    )
    assert found.roles[1:] == ["pagu_rp", "realisasi_rp", "serapan_pct"]


def test_table_of_the_evaluation_of_a_renja(read):
    """Table T-C.29 (Permendagri 86/2017)."""
    found = read(
        [
            ["Indikator", "Target Akhir Renstra", "Target dan Realisasi Kinerja Program Tahun 2022", "<", "<",
             "Perkiraan Realisasi Capaian Renstra s/d Tahun 2023", "<"],
            ["^", "^", "Target", "Realisasi", "Tingkat Realisasi (%)", "Realisasi", "Tingkat Capaian (%)"],
        ],
        [["Nilai SAKIP", "75,50", "66,00", "66,42", "100,64", "68,10", "90,20"]],
    )  # fmt: skip
    assert found.roles[1:5] == ["target_akhir", "target", "realisasi", "capaian_pct"]
    assert found.roles[6] == "kemajuan_pct"


def test_heading_of_a_budget_that_the_page_cuts(read):
    found = read(
        [
            ["Indikator", "Target Triwulan", "<", "Program", "Rencana Anggar", "<"],
            ["^", "I", "II", "^", "I", "II"],
        ],
        [[IKM_NAME, "-", "85,00", "Program Penyuluhan", "49.875.000", "99.750.000"]],
    )
    assert found.roles[4:] == ["pagu_rp", "pagu_rp"]


IKM_NAME = "Indeks Kepuasan Masyarakat"


def test_an_achievement_beside_the_progress_to_the_end(read):
    found = read(
        [
            ["Indikator", "Capaian (%)", "<", "Target Akhir Renstra 2021", "Realisasi 2020", "Kemajuan (%)"],
            ["^", "2019", "2020", "^", "^", "^"],
        ],
        [["Nilai SAKIP", "101,19", "97,82", "68,00", "63,58", "93,50"]],
    )
    assert measures(found)[:2] == [("capaian_pct", "2019"), ("capaian_pct", "2020")]
    assert found.roles[5] == "kemajuan_pct"


def test_what_a_supporting_unit_gives_is_what_is_measured(read):
    found = read(
        [["No", "Perangkat Daerah / Instansi", "Bentuk Dukungan", "Target", "Realisasi"]],
        [["1", "Dinas Kependudukan", "Pelayanan rekam KTP-el", "4.200", "4.386"]],
    )
    assert {o.subject for o in found.report.observations} == {"Pelayanan rekam KTP-el"}


PHYSICAL = [
    ["Kegiatan", "Indikator Keluaran", "Satuan", "Fisik", "<", "<", "Anggaran (Rp)"],
    ["^", "^", "^", "Target", "Realisasi", "%", "^"],
]


def test_outputs_that_are_counted_below_the_heading_fisik(read):
    found = read(
        PHYSICAL,
        [
            ["Rapat", "Jumlah rapat", "Kali", "12", "11", "91,67", "187.500.000"],
            ["Patroli", "Jumlah patroli", "Kali", "48", "45", "93,75", "138.750.000"],
        ],
    )
    assert [m for m, _ in measures(found)] == ["target", "realisasi", "capaian_pct", "pagu_rp"]


def test_progress_in_percent_below_the_heading_fisik(read):
    found = read(
        PHYSICAL,
        [
            ["Jalan", "Terbangunnya jalan", "%", "100", "95", "95,00", "187.500.000"],
            ["Taman", "Terbangunnya taman", "%", "100", "100", "100,00", "138.750.000"],
        ],
    )
    assert [m.split(":")[0] for m, _ in measures(found)] == ["other", "other", "other", "pagu_rp"]


def test_two_lists_side_by_side_under_the_same_unknown_heading(read):
    found = read(
        [["Puskesmas", "Target", "Capaian (%)", "Puskesmas", "Target", "Capaian (%)"]],
        [
            ["Tanjung Ara", "38", "65,79", "Pasir Gelam", "35", "54,29"],
            ["Muara Sili", "52", "69,23", "Bukit Sejuk", "41", "65,85"],
        ],
    )
    assert found.of("Pasir Gelam") == {"target": "35", "capaian_pct": "54.29"}
    assert found.of("Tanjung Ara") == {"target": "38", "capaian_pct": "65.79"}


def test_a_bare_percentage_beside_target_and_realisasi(read):
    found = read(
        [["Subkegiatan", "Keluaran", "<", "<"], ["^", "Target", "Realisasi", "%"]],
        [["Penyusunan Dokumen", "6 Dokumen", "5 Dokumen", "83,33"]],
    )
    assert [m for m, _ in measures(found)] == ["target", "realisasi", "capaian_pct"]


def test_the_percentage_of_a_change_of_the_budget(read):
    found = read(
        [
            ["Program", "Anggaran (Rp)", "<", "Bertambah / (Berkurang)", "%"],
            ["^", "Semula", "Menjadi", "^", "^"],
        ],
        [["Program Pelayanan", "2.500.000", "2.450.000", "(50.000)", "(2,00)"]],
    )
    assert "serapan_pct" not in [m for m, _ in measures(found)]
    assert "capaian_pct" not in [m for m, _ in measures(found)]


def test_what_of_a_budget_was_left_keeps_its_absorption(read):
    found = read(
        [["Program", "Anggaran (Rp)", "Realisasi (Rp)", "Selisih (Rp)", "%"]],
        [["Program Pelayanan", "2.500.000", "2.450.000", "50.000", "98,00"]],
    )
    assert measures(found)[-1][0] == "serapan_pct"


def test_progress_beside_the_target_of_an_output(read):
    found = read(
        [
            ["Kegiatan", "Satuan", "Target", "Fisik", "<", "<"],
            ["^", "^", "^", "Target", "Realisasi", "%"],
        ],
        [["Rapat", "Kali", "12", "100", "95", "95"], ["Patroli", "Kali", "48", "100", "95", "95"]],
    )
    assert [m.split(":")[0] for m, _ in measures(found)] == ["target", "other", "other", "other"]


def test_what_an_achievement_is_called_is_no_achievement(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", "Capaian Kinerja (%)", "Status Capaian"]],
        [
            ["Nilai SAKIP", "70", "71", "101,43", "Sangat Tinggi"],
            ["IKM", "80", "82", "102,50", "Sangat Tinggi"],
        ],
    )
    assert found.roles[3:] == ["capaian_pct", "words"]


@pytest.mark.parametrize(
    ("caption", "measure"),
    [
        ("Tabel 2.3 Anggaran Program Perjanjian Kinerja", "other:Anggaran (Rp) Sebelum Perubahan"),
        ("Tabel 2.3 Anggaran Program", "pagu_rp"),
    ],
)
def test_a_budget_before_the_change_of_an_agreement(read, caption, measure):
    found = read(
        [["Program", "Anggaran (Rp)", "<"], ["^", "Sebelum Perubahan", "Setelah Perubahan"]],
        [["Program Perikanan", "519.150.000", "505.150.000"]],
        caption=caption,
    )
    assert found.roles[1:] == [measure, "pagu_rp"]


def test_an_output_beside_the_money_of_each_kegiatan(read):
    """Form PKK: half of the rows are rupiah, the others count what the kegiatan gave."""
    found = read(
        [
            ["Program", "Kegiatan", "<", "<", "<", "<", "<", "%"],
            ["^", "Uraian", "Indikator Kinerja", "<", "Satuan", "Rencana", "Realisasi", "^"],
        ],
        [
            ["Program A", "Jasa Surat", "Input :", "Dana", "Rp.", "4.800.000", "4.785.000", "99,69"],
            ["^", "^", "Output :", "Jumlah materai", "Lembar", "620", "620", "100,00"],
            ["^", "Rapat", "Input :", "Dana", "Rp.", "275.000.000", "268.417.600", "97,61"],
            ["^", "^", "Output :", "Jumlah perjalanan", "Kali", "85", "79", "92,94"],
            ["JUMLAH", "", "", "", "", "279.800.000", "273.202.600", "97,64"],
        ],
    )
    assert found.of("Jasa Surat") == {"pagu_rp": "4800000", "realisasi_rp": "4785000", "serapan_pct": "99.69"}
    assert found.of("Jumlah materai") == {"target": "620", "realisasi": "620", "capaian_pct": "100.00"}
    assert found.of("JUMLAH")["pagu_rp"] == "279800000"


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("Bertambah/ (Berkurang) (Rp)", "other:Bertambah/ (Berkurang) (Rp)"),
        ("Keuangan Target (%)", "other:Keuangan Target (%)"),
        ("Keuangan Target (Rp)", "pagu_rp"),
    ],
)
def test_money_that_is_no_budget(read, heading, measure):
    found = read(
        [["Program", "Anggaran (Rp)", heading]],
        [["Program Perikanan", "920.000.000", "3.500.000"], ["Program Pelayanan", "14.300.000", "0"]],
    )
    assert found.roles[2] == measure


@pytest.mark.parametrize(
    ("first", "role"), [("PROGRAM PENATAAN DESA", "program"), ("Desa tertata", "sasaran")]
)
def test_programs_under_sasaran_program_and_kegiatan(read, first, role):
    found = read(
        [["Sasaran Program / Kegiatan", "Indikator Kinerja", "Target", "Anggaran (Rp)"]],
        [
            [first, "Desa dengan batas wilayah", "48,54 %", "96.700.000"],
            ["Fasilitasi Tata Wilayah", "Jumlah dokumen", "12 Dokumen", "96.700.000"],
            ["Evaluasi Pengawasan Desa", "Jumlah peraturan", "478 Dokumen", "54.800.000"],
        ],
    )
    assert found.roles[0] == role


def test_a_budget_document_with_its_titles_in_the_frame(read):
    """Form DPA: kinds of spending beside their sum, the years around the own one, titles above the headings."""
    width = ["<"] * 5
    found = read(
        [
            ["DOKUMEN PELAKSANAAN ANGGARAN", *width, "Formulir DPA"],
            ["Pemerintah Kabupaten Lombok Timur Tahun Anggaran 2023", *width, ""],
            ["Kode", "Uraian", "T-1", "Tahun 2023", "<", "<", "T+1"],
            ["^", "^", "^", "Belanja Operasi", "Belanja Modal", "Jumlah", "^"],
        ],
        [
            ["2.13.01", "PROGRAM PENUNJANG", "Rp5.560.508.000", "Rp5.715.060.145", "Rp96.500.000", "Rp5.811.560.145", "Rp5.961.000.000"],
            ["2.13.02", "PROGRAM PENATAAN DESA", "Rp82.150.000", "Rp96.700.000", "Rp0", "Rp96.700.000", "Rp100.000.000"],
        ],
    )  # fmt: skip
    assert [(m, f) for s, m, f in found.figures if s == "PROGRAM PENATAAN DESA"] == [
        ("other:T-1", "82150000"),
        ("other:Tahun 2023 Belanja Operasi", "96700000"),
        ("other:Tahun 2023 Belanja Modal", "0"),
        ("pagu_rp", "96700000"),
        ("other:T+1", "100000000"),
    ]
    assert [o.period for o in found.report.observations[:5]] == ["2022", "2023", "2023", "2023", "2024"]


def test_a_table_by_month_plans_nothing_for_the_year(read):
    months = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
    found = read(
        [["Bulan", "Target (Rp)", "Realisasi (Rp)"]],
        [[month, f"{n}81.249.500", f"{n}47.789.688"] for n, month in enumerate(months, 2)],
    )
    assert found.roles[1:] == ["other:Target (Rp)", "realisasi_rp"]


def test_a_long_heading_beside_a_year_is_no_title(read):
    found = read(
        [
            ["PROGRAM DAN KEGIATAN", "<", "<", "<", "TAHUN 2022", "<"],
            ["A", "B", "C", "URAIAN", "PAGU", "REALISASI"],
        ],
        [["1", "02", "01", "Program Pelayanan", "80.000.000", "70.000.000"]],
    )
    assert {o.period for o in found.report.observations} == {"2022"}


def test_months_of_execution_are_no_table_by_month(read):
    months = ("Maret", "Mei", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")
    found = read(
        [["Kegiatan", "Pelaksanaan", "Anggaran", "Realisasi"]],
        [[f"Penyuluhan {n}", m, f"{n}1.000.000", f"{n}0.000.000"] for n, m in enumerate(months, 1)],
    )
    assert "pagu_rp" in found.roles


def test_amounts_beside_units_of_things_are_money(read):
    found = read(
        [["Program", "Satuan", "Target", "Realisasi"]],
        [
            ["Program Jalan", "Paket", "1.500.000.000", "1.400.000.000"],
            ["Program Irigasi", "Unit", "2.500.000.000", "2.400.000.000"],
        ],
    )
    assert found.roles[2:] == ["pagu_rp", "realisasi_rp"]


def test_kinds_of_spending_beside_the_budget_are_its_parts(read):
    found = read(
        [["Program", "Anggaran", "Belanja Pegawai", "Belanja Barang"]],
        [["Program Jalan", "150.000.000", "100.000.000", "50.000.000"], ["Program Irigasi", "250.000.000", "150.000.000", "100.000.000"]],
    )  # fmt: skip
    assert found.roles[1:] == ["pagu_rp", "other:Belanja Pegawai", "other:Belanja Barang"]


def test_physical_targets_with_units_are_those_of_the_indicator(read):
    found = read(
        [["Sub Kegiatan", "Indikator Kinerja", "Fisik", "<", "Keuangan", "<"],
         ["^", "^", "Target", "Realisasi", "Pagu (Rp)", "Realisasi (Rp)"]],
        [["Penyusunan dokumen", "Jumlah dokumen", "6 Dokumen", "5 Dokumen", "9.850.000", "9.612.500"],
         ["Penyediaan gaji", "Jumlah orang", "58 Orang", "56 Orang", "5.304.127.500", "5.187.344.862"]],
    )  # fmt: skip
    assert [m for m, _ in measures(found)] == ["target", "realisasi", "pagu_rp", "realisasi_rp"]


def test_physical_shares_are_no_targets(read):
    found = read(
        [["Sub Kegiatan", "Indikator Kinerja", "Fisik", "<", "Keuangan", "<"],
         ["^", "^", "Target", "Realisasi", "Pagu (Rp)", "Realisasi (Rp)"]],
        [["Penyusunan dokumen", "Jumlah dokumen", "100", "98", "9.850.000", "9.612.500"],
         ["Penyediaan gaji", "Jumlah orang", "100", "97", "5.304.127.500", "5.187.344.862"]],
    )  # fmt: skip
    assert [m.partition(":")[0] for m, _ in measures(found)][:2] == ["other", "other"]


@pytest.mark.parametrize(("share", "measure"), [("98,78", "capaian_pct"), ("97,38", "serapan_pct")])
def test_an_achievement_beside_money_that_is_not_the_share_spent(read, share, measure):
    found = read(
        [["Sasaran", "Pagu (Rp)", "Realisasi (Rp)", "Capaian (%)", "Efisiensi (%)"]],
        [["Kualitas perencanaan", "1.748.720.000", "1.702.967.200", share, "1,41"],
         ["Kualitas pengendalian", "164.300.000", "158.926.450", "97,43", "0,72"],
         ["Pemanfaatan penelitian", "407.250.000", "398.424.200", "99,11", "1,29"]],
    )  # fmt: skip
    assert measures(found)[2][0] == measure


def test_a_percentage_beside_spending_of_the_same_name_is_absorption(read):
    found = read(
        [["Triwulan", "Target (%)", "Realisasi (Rp)", "Realisasi (%)"]],
        [["Triwulan I", "15,00", "874.950.000", "9,12"], ["Triwulan II", "40,00", "2.999.965.137", "31,27"]],
    )
    assert [m for m, _ in measures(found)] == ["target", "realisasi_rp", "serapan_pct"]
    assert [o.period for o in found.report.observations] == ["2023-TW1"] * 3 + ["2023-TW2"] * 3


def test_what_a_budget_grew_or_shrank_by_is_no_budget(read):
    found = read(
        [["Program", "Anggaran (Rp)", "<", "Bertambah/(Berkurang)", "<"],
         ["^", "Sebelum Perubahan", "Setelah Perubahan", "(Rp)", "%"]],
        [["Program Pelayanan", "770.850.000", "465.510.000", "(305.340.000)", "(39,61)"],
         ["Program Sarana", "436.300.000", "256.700.000", "(179.600.000)", "(41,16)"]],
    )  # fmt: skip
    assert [m.partition(":")[0] for m, _ in measures(found)] == ["pagu_rp", "pagu_rp", "other", "other"]


def test_changed_amounts_with_rp_in_a_column_of_its_own_are_budgets(read):
    found = read(
        [["No", "Program", "Semula", "<", "Menjadi", "<"]],
        [["1", "Program Pelayanan", "Rp.", "770.850.000", "Rp.", "465.510.000"],
         ["2", "Program Sarana", "Rp.", "436.300.000", "Rp.", "256.700.000"]],
        caption="Anggaran Program dalam Perjanjian Kinerja Tahun 2023",
    )  # fmt: skip
    assert found.of("Program Pelayanan")["pagu_rp"] == "465510000"


def test_the_unit_under_the_heading_of_one_figure_is_not_that_of_the_others(read):
    found = read(
        [["Indikator", "Realisasi 2023", "Target Akhir 2026", "Tingkat Kemajuan", "<"]],
        [["Indeks Gini", "0,287", "0,270", "93,70", "%"], ["Indeks SPBE", "2,58", "3,20", "80,62", "%"]],
    )
    assert {o.unit for o in found.report.observations if o.measure in ("realisasi", "target_akhir")} == {""}


def test_a_bare_percent_sign_beside_a_budget_and_its_spending(read):
    found = read(
        [
            ["Indikator", "Program Pendukung", "<", "<", "<"],
            ["^", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ],
        [["Indeks Kepuasan", "Program Pelayanan", "25.000.000", "24.000.000", "96,00"]],
    )
    assert measures(found)[-1][0] == "serapan_pct"


def test_a_heading_that_goes_on_below_a_ruling(read):
    """ "Realisasi terhadap" over "Target 2026 (%)" is no target of 2026."""
    found = read(
        [
            ["Indikator", "Realisasi 2023", "Target", "Capaian", "Target", "Realisasi terhadap"],
            ["^", "^", "2023", "Tahun 2023", "Akhir 2026", "Target 2026 (%)"],
        ],
        [["Persentase Penduduk Miskin", "15,65", "15,50", "99,03", "13,90", "87,41"]],
    )
    assert measures(found) == [
        ("realisasi", "2023"),
        ("target", "2023"),
        ("capaian_pct", "2023"),
        ("target_akhir", "2026"),
        ("kemajuan_pct", "2026"),
    ]


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["Realisasi 2022", "Target 2023", "Realisasi 2023", "Capaian (%)"], False),
        (["2020", "2021", "2022", "2023"], True),
    ],
)
def test_an_achievement_is_no_statistic_of_the_economy(read, heads, kind):
    found = read(
        [["Satuan", *heads]],
        [["Juta Rupiah", "33,94", "35,20", "36,47", "103,61"]],
        caption="Tabel 3.16 Capaian PDRB per Kapita",
    )
    assert (found.kind == "other") is kind


def test_a_table_below_the_numbers_of_its_columns_goes_on(read_tables, table_of):
    head = [["No", "Indikator Kinerja", "Target", "Realisasi"], ["1", "2", "3", "4"]]
    first = table_of(
        head, [["1", "Nilai SAKIP", "70", "71,5"]], caption="Tabel 3.1 Pengukuran Kinerja Tahun 2023"
    )
    rest = table_of([["", "", "3", "4"]], [["2", "Indeks layanan", "80", "82"]], number=2, page=3)
    found = read_tables(first, rest)
    assert found.of("Indeks layanan") == {"target": "80", "realisasi": "82"}


@pytest.mark.parametrize(("beside", "figures"), [(True, {}), (False, {"target": "80", "realisasi": "82"})])
def test_a_table_beside_another_does_not_go_on_with_it(read_tables, table_of, beside, figures):
    first = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [["Nilai SAKIP", "70", "71,5"]],
        caption="Tabel 3.1 Pengukuran",
    )
    rest = table_of([], [["Indeks layanan", "80", "82"], ["Indeks reformasi", "60", "61"]], number=2)
    right, down = (300.0, 0.0) if beside else (0.0, 100.0)
    moved = []
    for cell in rest.cells:
        box = cell.place.box
        at = Box(box.x0 + right, box.top + down, box.x1 + right, box.bottom + down)
        moved.append(cell._replace(place=replace(cell.place, box=at)))
    found = read_tables(first, rest._replace(cells=tuple(moved)))
    told = found.of("Indeks layanan")
    assert {m: told[m] for m in ("target", "realisasi") if m in told} == figures


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (["Sasaran Strategis", "Kinerja Utama", "Target"], ["sasaran", "indikator", "target"]),
        (["Kinerja Utama", "Indikator Kinerja Utama", "Target"], ["sasaran", "indikator", "target"]),
    ],
)
def test_what_kinerja_utama_names(read, heads, roles):
    found = read(
        [heads], [["Meningkatnya layanan", "Indeks kepuasan", "80"], ["Meningkatnya kinerja", "SAKIP", "70"]]
    )
    assert found.roles == roles


def test_years_printed_without_their_century(read):
    read_it = read(
        [["Indikator", "Target", "<", "<"], ["^", "'25", "'26", "'27"]], [["Nilai SAKIP", "70", "71", "72"]]
    )
    assert [(o.measure, o.period) for o in read_it.report.observations] == [
        ("target", "2025"),
        ("target", "2026"),
        ("target", "2027"),
    ]


def test_numbers_behind_an_apostrophe_that_do_not_follow_each_other_are_no_years(read):
    read_it = read([["Indikator", "Target", "<"], ["^", "'25", "'40"]], [["Nilai SAKIP", "70", "71"]])
    assert {o.period for o in read_it.report.observations} == {"2023"}


def test_figures_below_a_heading_of_names_are_no_names(read):
    read_it = read(
        [["", "Persyaratan", "Waktu Pelayanan", "Biaya"]],
        [["Sem. I", "3,410", "3,367", "3,224"], ["Sem. II", "3,204", "3,324", "3,434"]],
    )
    assert [(o.subject, o.raw) for o in read_it.report.observations] == [
        *(("Sem. I", raw) for raw in ("3,410", "3,367", "3,224")),
        *(("Sem. II", raw) for raw in ("3,204", "3,324", "3,434")),
    ]


def test_dashes_of_a_column_that_counts(read):
    read_it = read(
        [["Golongan", "S1", "S2", "Catatan"]],
        [["IV", "2", "2", "-"], ["III", "7", "-", "-"], ["II", "-", "-", "-"], ["I", "1", "1", "12 orang"]],
    )
    counted = [(o.measure, o.raw) for o in read_it.report.observations]
    assert [raw for measure, raw in counted if measure == "other:S2"] == ["2", "-", "-", "1"]
    assert not any("Catatan" in measure for measure, _ in counted)


def test_codes_below_a_heading_of_names_are_names(read):
    read_it = read(
        [["Uraian", "<", "Anggaran (Rp)"]],
        [["5.1", "Belanja Operasi", "10.000.000"], ["5.2", "Belanja Modal", "2.000.000"]],
    )
    assert {o.measure for o in read_it.report.observations} == {"pagu_rp"}


def test_kinds_over_figures_are_no_names_behind_a_column_of_names(read):
    read_it = read(
        [["No", "Kecamatan", "Jenis Lahan", "<", "Jumlah"], ["^", "^", "Sawah", "Perkebunan", "^"]],
        [["1", "Borong", "1.842", "3.118,5", "4.960,5"], ["2", "Elar", "1.974", "4.415,25", "6.389,25"]],
    )
    assert [o.subject for o in read_it.report.observations] == ["Borong"] * 3 + ["Elar"] * 3


@pytest.mark.parametrize("head", ["Lebih / (Kurang) (Rp)", "Bertambah/(Berkurang)"])
def test_what_is_more_or_less_is_no_budget(read, head):
    read_it = read(
        [["Uraian", "Anggaran (Rp)", "Realisasi (Rp)", head]],
        [
            ["Belanja Pegawai", "10.000.000", "9.500.000", "(500.000)"],
            ["Belanja Modal", "5.000.000", "5.000.000", "0"],
        ],
    )
    assert read_it.roles[-1].startswith("other:")


def test_rupiah_in_thousands_beside_k(read):
    read_it = read(
        [
            ["Program", "Indikator", "Target Kinerja dan Pendanaan", "<"],
            ["^", "^", "2024", "<"],
            ["^", "^", "K", "Rp (x1.000)"],
        ],
        [
            ["Program Pangan", "Produksi padi", "85.000", "1.805.750"],
            ["Program Kopi", "Produksi kopi", "3.050", "2.207.880"],
        ],
    )
    assert read_it.roles[2:] == ["target", "pagu_rp"]


def test_the_level_planned_in_short(read):
    read_it = read(
        [["Kegiatan", "Indikator", "Satuan", "Rencana Tk. Capaian"]],
        [["Rapat", "Jumlah rapat", "Kali", "12"]],
    )
    assert read_it.roles[-1] == "target"


def test_the_sum_behind_four_quarters(read):
    quarters = ["I", "II", "III", "IV"]
    read_it = read(
        [
            ["Uraian", "Target", "Realisasi Triwulan", "<", "<", "<", "Jumlah", "%"],
            ["^", "^", *quarters, "^", "^"],
        ],
        [
            [
                "Retribusi Pasar",
                "18.500.000",
                "4.210.000",
                "4.385.000",
                "4.096.000",
                "4.402.000",
                "17.093.000",
                "92,39",
            ]
        ],
    )
    told = [(o.measure, o.period) for o in read_it.report.observations if o.raw == "17.093.000"]
    assert told == [("realisasi", "2023")]


def test_counts_with_their_unit_name_no_row(read):
    read_it = read(
        [["Lokasi", "L", "P", "L+P"]],
        [
            ["UPT Pengujian", "143 orang", "22 orang", "165 orang"],
            ["UPT Parkir", "61 orang", "48 orang", "109 orang"],
        ],
    )
    assert {o.subject for o in read_it.report.observations} == {"UPT Pengujian", "UPT Parkir"}


@pytest.mark.parametrize(
    "names",
    [
        ("1. Puskesmas Barat", "2. Puskesmas Timur"),
        ("1 Puskesmas Barat", "2 Puskesmas Timur"),
        ("15 sampai 19 Tahun", "20 sampai 24 Tahun"),
    ],
)
def test_numbered_names_are_names(read, names):
    found = read([["Puskesmas", "Target", "Realisasi"]], [[names[0], "80", "82"], [names[1], "70", "71"]])
    assert {o.measure for o in found.report.observations} == {"target", "realisasi"}
    assert all(o.subject for o in found.report.observations)


def test_what_stands_behind_quarters_of_a_share_is_no_realisasi(read):
    quarters = ["I", "II", "III", "IV"]
    found = read(
        [["Indikator", "Realisasi Triwulan", "<", "<", "<", "Jumlah"], ["^", *quarters, "^"]],
        [["Persentase desa tertib", "25", "50", "75", "100", "250"]],
    )
    assert found.roles[-1] == "other:Jumlah"


@pytest.mark.parametrize(("label", "planned"), [("Program", "pagu_rp"), ("Indikator", "target")])
def test_quarters_between_the_budget_and_the_spending_of_the_year(read, label, planned):
    read_it = read(
        [
            ["No", label, "Pagu (juta Rp)", "Triwulan I", "<", "Realisasi (juta Rp)", "%"],
            ["^", "^", "^", "Renc.", "Real.", "^", "^"],
        ],
        [["1", "Program Penunjang", "89.468,75", "13.420,31", "9.822,42", "81.853,47", "91,49"]],
    )
    assert read_it.roles[3] == planned


@pytest.mark.parametrize(
    ("heads", "leaves"),
    [
        (["Target", "Realisasi", "Capaian"], ["K", "Rp"]),
        (["Target", "Realisasi", "Persentase Capaian"], ["Kinerja", "Anggaran"]),
        (["Target 2023", "Capaian 2023", "%"], ["K", "Rp"]),
    ],
)
def test_pairs_of_what_was_planned_done_and_achieved(read, heads, leaves):
    found = read(
        [["Kegiatan", "Indikator", *(x for h in heads for x in (h, "<"))], ["^", "^", *leaves * 3]],
        [["Penyusunan Dokumen", "Jumlah dokumen", "6", "25.000.000", "6", "24.500.000", "100", "98"]],
    )
    assert found.of("Jumlah dokumen") == {"target": "6", "realisasi": "6", "capaian_pct": "100"}
    assert found.of("Penyusunan Dokumen") == {
        "pagu_rp": "25000000",
        "realisasi_rp": "24500000",
        "serapan_pct": "98",
    }


def test_counts_of_indicators_by_result_are_no_achievement(read):
    found = read(
        [
            ["Sasaran", "Jumlah Indikator", "Capaian", "<", "<", "<"],
            ["^", "^", "Melebihi", "Sesuai", "Belum Tercapai", "Rata-rata"],
        ],
        [["Meningkatnya pelayanan", "2", "1", "1", "0", "101,4"]],
    )
    assert found.of("Meningkatnya pelayanan") == {
        "other:Jumlah Indikator": "2",
        "other:Capaian Melebihi": "1",
        "other:Capaian Sesuai": "1",
        "other:Capaian Belum Tercapai": "0",
        "capaian_pct": "101.4",
    }


def test_what_was_spent_up_to_last_month_is_a_part(read):
    found = read(
        [
            [
                "Uraian",
                "Anggaran",
                "Realisasi s/d Bulan Lalu",
                "Realisasi Bulan Ini",
                "Realisasi s/d Bulan Ini",
            ]
        ],
        [["Belanja Pegawai", "1.000.000.000", "800.000.000", "100.000.000", "900.000.000"]],
    )
    assert found.of("Belanja Pegawai") == {
        "pagu_rp": "1000000000",
        "other:Realisasi s/d Bulan Lalu": "800000000",
        "other:Realisasi Bulan Ini": "100000000",
        "realisasi_rp": "900000000",
    }


@pytest.mark.parametrize(
    ("count", "share"), [("Jumlah Kasus", "other:Persentase"), ("Target", "capaian_pct")]
)
def test_the_share_of_a_count_is_no_achievement(read, count, share):
    found = read(
        [["No", "Nama Penyakit", count, "Persentase"]],
        [["1", "Hipertensi", "4.312", "21,28%"], ["2", "Dispepsia", "2.860", "14,11%"]],
    )
    assert found.roles[-1] == share


def test_a_national_mean_that_few_indicators_have(read):
    found = read(
        [["Indikator", "Realisasi 2023", "Rata-rata Nasional"]],
        [["Opini BPK", "WTP", "n/a"], ["Nilai SPIP", "3,21", "3,00"], ["Nilai SAKIP", "77,15", "n/a"]],
    )
    assert found.roles == ["indikator", "realisasi", "other:Rata-rata Nasional"]


@pytest.mark.parametrize(("beside", "share"), [("Km", "other:2023 %"), ("Target", "capaian_pct")])
def test_the_share_of_a_length_is_no_achievement(read, beside, share):
    found = read(
        [["Kondisi", "2023", "<"], ["^", beside, "%"]],
        [["Baik", "512,35", "49,53"], ["Rusak Berat", "199,50", "19,28"]],
    )
    assert found.roles[-1] == share


def test_counts_under_a_heading_that_names_kinds(read):
    """Some are dashes; the losses are no budget."""
    found = read(
        [
            ["No", "Kecamatan", "Jenis Kejadian", "<", "Taksiran Kerugian (Rp)"],
            ["^", "^", "Banjir", "Kebakaran", "^"],
        ],
        [
            ["1", "Alok", "2", "-", "35.000.000"],
            ["2", "Nita", "-", "4", "877.500.000"],
            ["3", "Paga", "3", "6", "135.000.000"],
        ],
    )
    assert found.of("Alok") == {
        "other:Jenis Kejadian Banjir": "2",
        "other:Jenis Kejadian Kebakaran": "-",
        "other:Taksiran Kerugian (Rp)": "35000000",
    }


def test_performance_in_percent_beside_money_by_quarter(read):
    found = read(
        [["Program", "Pagu (Rp)", "TW I", "<", "TW II", "<"], ["^", "^", "K (%)", "Rp", "K (%)", "Rp"]],
        [["Program Penunjang", "1.984.755.000", "20", "389.774.500", "50", "526.195.600"]],
    )
    assert [(o.measure, o.raw) for o in found.report.observations if o.measure == "target"] == [
        ("target", "20"),
        ("target", "50"),
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Persentase Anggaran", "other:Persentase Anggaran"),
        ("Target Keu (%)", "other:Target Keu (%)"),
        ("Nilai Kontrak (Rp)", "other:Nilai Kontrak (Rp)"),
        ("Kriteria Penilaian Realisasi Kinerja", "words"),
    ],
)
def test_headings_with_a_word_of_a_measure_that_are_none(read, head, role):
    found = read([["Program", "Anggaran (Rp)", head]], [["Program Penunjang", "300.000.000", "13,04"]])
    assert found.roles[-1] == role


@pytest.mark.parametrize(("heads", "roles"), [(["T", "R", "%"], True), (["R", "K", "%"], False)])
def test_target_and_realisasi_shortened_without_a_heading_over_them(read, heads, roles):
    found = read([["Indikator", *heads]], [["Indeks Kepuasan", "85", "84,95", "99,94"]])
    assert (found.roles[1:] == ["target", "realisasi", "capaian_pct"]) is roles


def test_shares_of_what_changed_are_no_achievement(read):
    found = read(
        [
            ["Indikator", "Realisasi", "<", "Naik / (Turun) 2022 - 2023", "<"],
            ["^", "Thn 2022 (n-1)", "Thn 2023 (n)", "Selisih", "%"],
        ],
        [["Produksi ikan", "555.240", "571.315,5", "16.075,5", "2,90"]],
    )
    assert found.roles[1:3] == ["realisasi", "realisasi"]
    assert [r.startswith("other:") for r in found.roles[3:]] == [True, True]


def test_letters_of_risks_are_no_targets(read):
    found = read(
        [["Risiko", "Risiko Inheren", "<", "<"], ["^", "K", "D", "Skor"]],
        [["Target tidak tercapai", "4", "5", "20"], ["Data tidak akurat", "4", "3", "12"]],
    )
    assert not {"target", "realisasi"} & set(found.roles)


def test_the_worth_of_what_was_produced_is_no_budget(read):
    found = read(
        [["No", "Jenis", "Volume (ton)", "Harga rata2 (Rp/kg)", "Nilai (Rp.Juta)"]],
        [
            ["1", "Tuna", "39.870,4", "42.500", "1.694.492"],
            ["2", "Cakalang", "98.215,7", "17.200", "1.689.310"],
        ],
    )
    assert not {"pagu_rp", "realisasi_rp"} & set(found.roles)


def test_short_names_of_places_name_their_rows(read):
    found = read([["RW", "Target", "Realisasi"]], [["RW 01", "188", "151"], ["RW 02", "160", "131"]])
    assert [o.subject for o in found.report.observations] == ["RW 01", "RW 01", "RW 02", "RW 02"]


@pytest.mark.parametrize(("amount", "money"), [("3 500 000", True), ("2 3 4", False), ("1 250", False)])
def test_amounts_grouped_by_blanks(amount, money):
    assert (AMOUNT.search(amount) is not None) is money


@pytest.mark.parametrize("over", ["Persentase", "Rata-rata", "Tahun 2022"])
def test_performance_in_percent_beside_no_rupiah_is_no_target(read, over):
    found = read(
        [
            ["Sasaran", "Indikator", over, "<", "Tingkat Efisiensi"],
            ["^", "^", "Kinerja (%)", "Anggaran (%)", "^"],
        ],
        [["Meningkatnya pelayanan", "Indeks Kepuasan", "101,25", "95", "6,25"]],
    )
    assert "target" not in found.roles


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (
            ["Target Tahunan", "Target s/d Triwulan Ini", "Realisasi Triwulan Ini"],
            ["target", "target", "realisasi"],
        ),
        (
            ["Pagu (Rp)", "Realisasi Triwulan Ini (Rp)", "Sisa s/d Triwulan Ini (Rp)"],
            ["pagu_rp", "realisasi_rp"],
        ),
    ],
)
def test_this_quarter_is_not_a_part_of_what_is_no_realisasi(read, heads, roles):
    found = read([["Uraian", *heads]], [["Belanja Pegawai", "1.200.000.000", "900.000.000", "800.000.000"]])
    assert found.roles[1 : len(roles) + 1] == roles


@pytest.mark.parametrize(
    "body", [["9", "90", "8", "9", "95,00", "90,00"], ["9", "90", "8", "9", "9", "900.000.000"]]
)
def test_pairs_without_amounts_are_no_pairs_of_money(read, body):
    found = read(
        [
            ["Indikator", "Target (%)", "<", "Realisasi (%)", "<", "Capaian (%)", "<"],
            ["^", *["Kinerja", "Keuangan"] * 3],
        ],
        [["Jumlah dokumen", *body]],
    )
    assert found.roles[4] != "realisasi_rp"


def test_what_a_sasaran_reached_beside_the_number_of_its_indicators(read):
    found = read(
        [["Sasaran Strategis", "Jumlah Indikator", "%"]],
        [["Meningkatnya pelayanan", "2", "101,4"], ["Meningkatnya akuntabilitas", "1", "99,3"]],
        caption="Capaian Kinerja Sasaran",
    )
    assert found.roles[-1] == "capaian_pct"


@pytest.mark.parametrize("heading", ["IKU", "IKK", "Uraian IKU"])
def test_the_short_name_of_indicators(read, heading):
    found = read(
        [["Sasaran Kinerja", heading, "Satuan", "Target"]],
        [["Meningkatnya pelayanan", "Nilai SKM", "Nilai", "81"]],
    )
    assert [(o.subject, o.parent) for o in found.report.observations] == [
        ("Nilai SKM", "Meningkatnya pelayanan")
    ]
    found = read(
        [[heading, "Indikator Kinerja", "Satuan", "Target"]], [["Jumlah produksi", "Padi", "Ton", "81"]]
    )
    assert [o.subject for o in found.report.observations] == ["Padi"]


def test_remarks_below_a_heading_of_achievements_are_words(read):
    found = read(
        [["Indikator", "Capaian Renstra", "<", "<"], ["^", "Target 2023", "Realisasi 2023", "Ket"]],
        [["Nilai SKM", "81", "82", "baik"]],
    )
    assert [o.measure for o in found.report.observations] == ["target", "realisasi"]


def test_a_column_of_those_whom_a_service_is_meant_for(read):
    found = read(
        [["Jenis Pelayanan Dasar", "Target (%)", "Sasaran", "Terlayani", "Capaian (%)"]],
        [
            ["Pelayanan kesehatan ibu hamil", "100", "1.200", "1.150", "95,83"],
            ["Pelayanan kesehatan balita", "100", "1.450", "1.450", "100"],
        ],
    )
    assert {o.parent for o in found.report.observations} == {""}
    found = read(
        [["Desa", "Jumlah Penduduk", "Sasaran Ibu Hamil", "Sasaran Balita"]],
        [["Contoh Satu", "2.104", "52", "231"], ["Contoh Dua", "1.876", "47", "205"]],
    )
    assert [o.raw for o in found.report.observations] == ["2.104", "52", "231", "1.876", "47", "205"]
    found = read(
        [["Jenis Pelayanan Dasar", "Target (%)", "Sasaran", "Terlayani", "Capaian (%)"]],
        [
            ["Pelayanan kesehatan ibu hamil", "100", "1.200", "1.150", "95,83"],
            ["Pelayanan kesehatan balita", "100", "1.450", "1.450", "100"],
        ],
    )
    assert [o.raw for o in found.report.observations if o.measure == "other:Sasaran"] == ["1.200", "1.450"]


def test_a_bare_percentage_beside_counts_is_their_share(read):
    found = read(
        [["Kondisi Jalan", "2022", "<", "2023", "<"], ["^", "km", "%", "km", "%"]],
        [["Baik", "210,5", "37,15", "221,0", "39,03"], ["Sedang", "117,7", "20,78", "119,4", "21,09"]],
    )
    assert "capaian_pct" not in {o.measure for o in found.report.observations}
    found = read([["Indikator Kinerja", "Target", "Realisasi", "%"]], [["Nilai SKM", "80", "82", "102,5"]])
    assert found.report.observations[-1].measure == "capaian_pct"


def test_performance_beside_absorption_says_so(read):
    for headings, own in (
        (["Pagu", "Realisasi", "%", "Capaian Kinerja (%)"], ["serapan_pct", "capaian_pct"]),
        (["Pagu", "Realisasi", "Capaian Anggaran", "Capaian Kinerja"], ["serapan_pct", "capaian_pct"]),
    ):
        found = read(
            [["Sasaran", *headings]], [["Meningkatnya mutu", "1.000.000", "950.000", "95", "101,23"]]
        )
        assert [o.measure for o in found.report.observations][2:] == own


def test_performance_of_an_indicator_beside_efficiency(read):
    headings = ["Target", "Realisasi", "%", "Pagu (Rp)", "Realisasi (Rp)", "%", "Efisiensi"]
    found = read(
        [["Program", "Indikator Program", *headings]],
        [
            [
                "Program Penunjang",
                "Persentase layanan",
                "95",
                "97",
                "102,11",
                "1.000.000",
                "950.000",
                "95",
                "7,11",
            ]
        ],
    )
    subjects = {o.measure: o.subject for o in found.report.observations}
    assert subjects["target"] == subjects["realisasi"] == subjects["capaian_pct"] == "Persentase layanan"
    assert subjects["pagu_rp"] == "Program Penunjang"


def test_achievements_against_the_plan_and_the_agreement(read):
    headings = ["Target Renstra 2023", "Target PK 2023", "Realisasi", "% thd Renstra", "% thd PK"]
    found = read([["Indikator", *headings]], [["Persentase layanan", "95", "96", "97", "102,11", "101,04"]])
    assert [o.measure for o in found.report.observations][3:] == ["capaian_pct", "capaian_pct"]
    headings[0] = "Target Akhir Renstra"
    found = read([["Indikator", *headings]], [["Persentase layanan", "98", "96", "97", "98,98", "101,04"]])
    assert [o.measure for o in found.report.observations][3] == "kemajuan_pct"
