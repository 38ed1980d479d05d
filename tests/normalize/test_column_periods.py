"""Years, quarters and pairs of columns: what a figure speaks of."""

import pytest


def by_column(found):
    return [(c.measure, c.period) for c in found.table.columns if c.measure]


def figures(found):
    """(measure, period, value) of every figure."""
    return [
        (o.measure, o.period, format(o.value, "f") if o.value is not None else o.text)
        for o in found.report.observations
    ]


def test_figures_without_a_year_belong_to_the_year_of_the_report(read):
    found = read([["Indikator Kinerja", "Target", "Realisasi"]], [["Nilai SAKIP", "70", "71"]])
    assert [p for _, p, _ in figures(found)] == ["2023", "2023"]


def test_no_year_is_invented(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi"]], [["Nilai SAKIP", "70", "71"]], cover=["Uraian"]
    )
    assert [p for _, p, _ in figures(found)] == ["", ""]


@pytest.mark.parametrize(
    "heading", ["Tahun Lalu", "Thn Lalu", "Tahun Sebelumnya", "Tahun n-1", "Tahun (n - 1)"]
)
def test_last_year(read, heading):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", f"Capaian {heading} (%)", "Capaian Tahun Ini (%)"]],
        [["Nilai SAKIP", "70", "71", "95,5", "101,4"]],
    )
    assert figures(found)[2:] == [("capaian_pct", "2022", "95.5"), ("capaian_pct", "2023", "101.4")]


def test_conditions_of_a_year_are_achieved_values(read):
    found = read(
        [["Indikator Kinerja", "Satuan", "Kondisi 2018", "Capaian Tahun 2019", "Target 2020"]],
        [
            ["Indeks SPBE", "Indeks", "2,94", "2,97", "3,00"],
            ["Nilai SAKIP", "Nilai", "67,81", "68,50", "70,00"],
        ],
    )
    assert figures(found)[:3] == [
        ("realisasi", "2018", "2.94"),
        ("realisasi", "2019", "2.97"),
        ("target", "2020", "3.00"),
    ]


@pytest.mark.parametrize(
    ("headings", "periods"),
    [
        (("TW I", "TW II", "TW III", "TW IV"), ("2023-TW1", "2023-TW2", "2023-TW3", "2023-TW4")),
        (
            ("Triwulan 1", "Triwulan 2", "Triwulan 3", "Triwulan 4"),
            ("2023-TW1", "2023-TW2", "2023-TW3", "2023-TW4"),
        ),
        (("TW. I", "TW. II", "TW. III", "TW. IV"), ("2023-TW1", "2023-TW2", "2023-TW3", "2023-TW4")),
    ],
)
def test_quarters(read, headings, periods):
    found = read(
        [["Indikator Kinerja", "Target", "<", "<", "<"], ["^", *headings]],
        [["Rapat koordinasi", "3", "6", "9", "12"]],
    )
    assert [(m, p) for m, p, _ in figures(found)] == [("target", p) for p in periods]


def test_quarters_of_another_year_and_quarter_above_the_measure(read):
    found = read(
        [
            ["Indikator Kinerja", "TW I 2022", "<", "TW II 2022", "<"],
            ["^", "Target", "Realisasi", "Target", "Realisasi"],
        ],
        [["Rapat koordinasi", "3", "3", "6", "5"]],
    )
    assert figures(found) == [
        ("target", "2022-TW1", "3"),
        ("realisasi", "2022-TW1", "3"),
        ("target", "2022-TW2", "6"),
        ("realisasi", "2022-TW2", "5"),
    ]


def test_pairs_of_k_and_rp_with_a_unit_column(read):
    """K takes a figure and its unit; Rp is money."""
    found = read(
        [
            [
                "Kode",
                "Program/Kegiatan",
                "Indikator",
                "Target Renstra Tahun 2023",
                "<",
                "<",
                "Realisasi Tahun 2023",
                "<",
                "<",
            ],
            ["^", "^", "^", "K", "<", "Rp", "K", "<", "Rp"],
        ],
        [
            [
                "7.01.01",
                "PROGRAM PENUNJANG",
                "Nilai SAKIP",
                "80",
                "Nilai",
                "8.236.025.535",
                "81",
                "Nilai",
                "8.034.330.848",
            ],
            [
                "7.01.01.2.01",
                "Perencanaan",
                "Dokumen",
                "5",
                "Dokumen",
                "20.633.680",
                "5",
                "Dokumen",
                "18.699.500",
            ],
        ],
    )
    assert found.roles[3:] == ["target", "satuan", "pagu_rp", "realisasi", "satuan", "realisasi_rp"]
    assert figures(found)[:4] == [
        ("target", "2023", "80"),
        ("pagu_rp", "2023", "8236025535"),
        ("realisasi", "2023", "81"),
        ("realisasi_rp", "2023", "8034330848"),
    ]
    assert (found.at(3, 3).unit, found.at(3, 6).unit) == ("Dokumen", "Dokumen")


def test_quarterly_pairs(read):
    found = read(
        [
            ["Program/Kegiatan", "Indikator", "Realisasi", "<", "<", "<"],
            ["^", "^", "TW I", "<", "TW II", "<"],
            ["^", "^", "K", "Rp", "K", "Rp"],
        ],
        [["PROGRAM PENUNJANG", "Nilai SAKIP", "20", "1.250.000", "40", "2.500.000"]],
    )
    assert figures(found) == [
        ("realisasi", "2023-TW1", "20"),
        ("realisasi_rp", "2023-TW1", "1250000"),
        ("realisasi", "2023-TW2", "40"),
        ("realisasi_rp", "2023-TW2", "2500000"),
    ]


def test_before_and_after_a_revision_of_performance(read):
    found = read(
        [["No", "Sasaran", "Indikator Kinerja", "TARGET SEBELUM (%)", "TARGET SESUDAH (%)"]],
        [["1", "Meningkatnya partisipasi", "Persentase partisipasi", "100", "85"]],
    )
    assert found.figures == [
        ("Persentase partisipasi", "other:TARGET SEBELUM (%)", "100"),
        ("Persentase partisipasi", "target", "85"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "measure"),
    [
        ("Sebelum", "Sesudah", "other:Anggaran (Rp) Sebelum"),
        ("Semula", "Menjadi", "pagu_rp"),
        ("Sebelum Perubahan", "Setelah Perubahan", "pagu_rp"),
    ],
)
def test_before_and_after_a_revision_of_money(read, before, after, measure):
    found = read(
        [["No", "Program", "Anggaran (Rp)", "<"], ["^", "^", before, after]],
        [["1", "Program Penunjang", "6.142.999.541", "5.056.021.977"]],
    )
    assert found.figures == [
        ("Program Penunjang", measure, "6142999541"),
        ("Program Penunjang", "pagu_rp", "5056021977"),
    ]


def test_first_and_revised_budget_are_both_budgets_from_left_to_right(read):
    found = read(
        [["Program", "Pagu Murni", "Pagu Perubahan", "Realisasi", "%"]],
        [["Program Penunjang", "5.000.000", "6.000.000", "5.500.000", "91,67"]],
    )
    assert found.figures == [
        ("Program Penunjang", "pagu_rp", "5000000"),
        ("Program Penunjang", "pagu_rp", "6000000"),
        ("Program Penunjang", "realisasi_rp", "5500000"),
        ("Program Penunjang", "serapan_pct", "91.67"),
    ]


@pytest.mark.parametrize("percent", ["%", "Capaian", "Persentase", "% Realisasi", "Capaian (%)"])
def test_the_percentage_of_a_table_of_money_is_absorption(read, percent):
    found = read(
        [["Program", "Anggaran", "Realisasi", percent]],
        [["Program Penunjang", "8.000.000", "7.804.000", "97,55"]],
    )
    assert found.roles == ["program", "pagu_rp", "realisasi_rp", "serapan_pct"]


@pytest.mark.parametrize("percent", ["%", "Capaian", "% Capaian", "Capaian (%)"])
def test_the_percentage_of_a_table_of_performance_is_achievement(read, percent):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", percent]], [["Nilai SAKIP", "70", "90.13", "128.76"]]
    )
    assert found.roles == ["indikator", "target", "realisasi", "capaian_pct"]


def test_performance_and_money_side_by_side(read):
    found = read(
        [
            ["Program", "Indikator", "Kinerja", "<", "<", "Anggaran (Rp)", "<", "<"],
            ["^", "^", "Target", "Realisasi", "%", "Target", "Realisasi", "%"],
        ],
        [["Program Penunjang", "Nilai SAKIP", "80", "81", "101,25", "8.000.000", "7.804.000", "97,55"]],
    )
    assert found.roles[2:] == ["target", "realisasi", "capaian_pct", "pagu_rp", "realisasi_rp", "serapan_pct"]


def test_target_and_realisasi_columns_full_of_rupiah_are_money(read):
    """Magetan, page 16: programs and kegiatan under "Target", "Realisasi", "Capaian"."""
    found = read(
        [["No", "Program/Kegiatan", "Target", "Realisasi", "Capaian"]],
        [
            ["1", "PROGRAM PENUNJANG URUSAN", "8.236.025.535", "8.034.330.848", "97,55"],
            ["2", "Administrasi Keuangan", "5.657.145.605", "5.534.489.128", "97,83"],
        ],
    )
    assert found.kind == "realisasi_anggaran"
    assert found.roles[2:] == ["pagu_rp", "realisasi_rp", "serapan_pct"]


def test_rate_of_progress_speaks_of_the_year_and_the_end_target_of_its_own(read):
    found = read(
        [["Indikator Kinerja", "Realisasi 2023", "Target Akhir Renstra 2026", "Tingkat Kemajuan (%)"]],
        [["Nilai SAKIP", "71", "80", "88,75"]],
    )
    assert figures(found) == [
        ("realisasi", "2023", "71"),
        ("target_akhir", "2026", "80"),
        ("kemajuan_pct", "2023", "88.75"),
    ]


def test_plan_target_of_the_year_itself_is_its_target(read):
    found = read(
        [["Indikator Kinerja", "Target RPJMD 2023", "Realisasi 2023"]], [["Nilai SAKIP", "70", "71"]]
    )
    assert figures(found) == [("target", "2023", "70"), ("realisasi", "2023", "71")]
    assert by_column(found)[0] == ("target", "2023")


@pytest.mark.parametrize(("figure", "measure"), [("72,00", "realisasi"), ("72,00 %", "capaian_pct")])
def test_last_year_s_achievement_where_only_this_year_s_is_a_percentage(read, figure, measure):
    found = read(
        [["Indikator Kinerja", "Capaian Thn Lalu", "Target", "Realisasi", "% Realisasi"]],
        [["Indeks Kepuasan", figure, "80,00", "82,00", "102,50"]],
    )
    assert by_column(found)[0][0] == measure
    assert figures(found)[0][:2] == (measure, "2022")


def test_amounts_headed_realisasi_beside_a_budget_are_money_spent(read):
    found = read(
        [["Indikator Kinerja", "Target", "Program/Kegiatan", "Anggaran", "Realisasi"]],
        [
            ["Jumlah rapat", "33 kali", "Program Kapasitas", "214.400.000", "141.261.500"],
            ["", "", "Rapat-rapat", "31.200.000", "17.257.500"],
        ],
    )
    assert [m for m, _ in by_column(found)] == ["target", "pagu_rp", "realisasi_rp"]
    assert found.table.kind == "realisasi_anggaran"


def test_a_target_up_to_the_end_of_the_plan_is_its_end_target(read):
    found = read(
        [["Indikator Kinerja", "Realisasi s.d. Tahun 2016", "Target Renstra s/d Tahun 2018 (2013-2018)"]],
        [["Jumlah produksi", "35.558", "61.639"]],
    )
    assert figures(found)[1][:2] == ("target_akhir", "2018")


def test_a_target_up_to_a_year_of_the_rpjmd_is_an_end_target(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi", "Target s.d 2025 (RPJMD)"]],
        [["Skor Pola Pangan Harapan", "82", "81", "88"]],
    )
    assert figures(found)[2][:2] == ("target_akhir", "2025")


def test_the_end_of_a_plan_whose_years_stand_before_it(read):
    """The plan is named nowhere, but its last years are printed left of its end."""
    found = read(
        [
            ["Program", "Indikator Kinerja", "Tahun-4 (2017)", "<", "Tahun-5 (2018)", "<",
             "Kondisi Kinerja pada Akhir Periode", "<"],
            ["^", "^", "Target", "Rp", "Target", "Rp", "Target", "Rp"],
        ],
        [["Program Pelayanan", "Jumlah arsip", "10 dokumen", "6.660.000", "12 dokumen", "11.600.000", "60 dokumen",
          "18.260.000"]],
    )  # fmt: skip
    ends = [f[:2] for f in figures(found) if f[0] == "target_akhir"]
    assert ends == [("target_akhir", "2018")]


def test_targets_of_the_plan_for_one_year_after_the_other(read):
    """Table T-C.23 of a Renstra (Permendagri 86/2017)."""
    found = read(
        [
            ["Indikator Kinerja", "Target Renstra SKPD Tahun ke-", "<", "Realisasi Capaian Tahun ke-", "<",
             "Rasio Capaian pada Tahun ke-", "<"],
            ["^", "2022", "2023", "2022", "2023", "2022", "2023"],
        ],
        [["Jumlah kunjungan", "10000", "20000", "10800", "21900", "108", "109.5"]],
    )  # fmt: skip
    assert [f[:2] for f in figures(found)] == [
        (measure, year) for measure in ("target", "realisasi", "capaian_pct") for year in ("2022", "2023")
    ]
    assert found.table.kind == "banding_tahun"


@pytest.mark.parametrize("over", ["Target Kinerja Sasaran pada Tahun ke-", "Target Kinerja Sasaran ke"])
@pytest.mark.parametrize(
    ("caption", "years"),
    [
        ("Tujuan dan Sasaran Jangka Menengah Tahun 2014-2018", ["2017", "2018"]),
        ("Tujuan dan Sasaran", ["", ""]),
    ],
)
def test_years_of_a_plan_counted_below_one_heading(read, over, caption, years):
    found = read(
        [
            ["Sasaran", "Indikator Sasaran", over, "<"],
            ["^", "^", "4", "5"],
            ["(1)", "(2)", "(8)", "(9)"],
        ],
        [["Meningkatnya kualitas SDM", "Jumlah tenaga medis", "42", "48"]],
        caption=caption,
    )
    assert figures(found) == [
        ("target", year, value) for year, value in zip(years, ("42", "48"), strict=True)
    ]


def test_the_forward_estimate_of_a_renja_speaks_of_the_next_year(read):
    found = read(
        [["Program dan Kegiatan", "Indikator", "Target", "Pagu Indikatif", "Prakiraan Maju"]],
        [
            [
                "Program Pelayanan Administrasi Perkantoran",
                "Jumlah surat",
                "233 lembar",
                "315.000.000",
                "320.000.000",
            ]
        ],
        caption="RENCANA KERJA PERANGKAT DAERAH TAHUN 2023",
    )
    assert figures(found)[1:] == [("pagu_rp", "2023", "315000000"), ("pagu_rp", "2024", "320000000")]


def test_capaian_that_counts_things_is_what_was_achieved(read):
    found = read(
        [
            [
                "Indikator Kinerja",
                "Target 2023",
                "Realisasi 2023",
                "Capaian 2023",
                "Target Akhir Renstra",
                "Capaian s/d 2023",
            ]
        ],
        [["Jumlah rapat", "33 kali", "83 kali", "251 %", "300 kali", "156 kali"]],
    )
    assert [m for m, _, _ in figures(found)][2:] == ["capaian_pct", "target_akhir", "realisasi"]


@pytest.mark.parametrize(("printed", "measure"), [("93", "serapan_pct"), ("0,93", "other:")])
def test_ratio_of_spending_and_budget(read, printed, measure):
    found = read(
        [
            [
                "Uraian",
                "Anggaran pada Tahun ke-",
                "Realisasi Anggaran pada Tahun ke-",
                "Rasio antara Realisasi dan Anggaran Tahun ke-",
            ],
            ["^", "2023", "2023", "2023"],
        ],
        [["Program Pelayanan Administrasi Perkantoran", "100.000.000", "93.000.000", printed]],
    )
    assert [m for m, _, _ in figures(found)][:2] == ["pagu_rp", "realisasi_rp"]
    assert figures(found)[2][0].startswith(measure)


def test_headings_of_one_letter_below_the_year_before_and_the_year(read):
    found = read(
        [["Indikator Kinerja", "Tahun n-1", "<", "<", "Tahun n", "<", "<"], ["^", *["T", "R", "C (%)"] * 2]],
        [["Nilai SAKIP", "81,00", "79,90", "98,64", "82,00", "80,35", "97,99"]],
    )
    assert [(m, p) for m, p, _ in figures(found)] == [
        (measure, year) for year in ("2022", "2023") for measure in ("target", "realisasi", "capaian_pct")
    ]


def test_shortened_headings(read):
    found = read(
        [["Indikator Kinerja", "2023", "<", "<"], ["^", "Target", "Real.", "Cap. (%)"]],
        [["Nilai SAKIP", "70", "71", "101,43"], ["Nilai IKM", "80", "82", "102,50"]],
    )
    assert [m for m, _, _ in figures(found)][:3] == ["target", "realisasi", "capaian_pct"]


def test_the_mark_of_rupiah_in_a_column_of_its_own_is_no_figure(read):
    found = read(
        [["Program", "Anggaran", "<"]],
        [["Program Pelayanan Publik", "Rp", "84.500.000"], ["Program Ketertiban", "Rp", "12.000.000"]],
    )
    assert figures(found) == [("pagu_rp", "2023", "84500000"), ("pagu_rp", "2023", "12000000")]


@pytest.mark.parametrize("quarter", ["Triwulan II", "Triwulan ke-II", "TW II", "Trw II", "Trw. 2"])
def test_achievement_of_a_quarter(read, quarter):
    found = read(
        [["Indikator Kinerja", "Satuan", f"Target {quarter}", f"Realisasi {quarter}", "Capaian (%)"]],
        [["Nilai SAKIP", "Nilai", "70", "71", "101,43"], ["Nilai IKM", "Nilai", "80", "82", "102,50"]],
    )
    assert {p for _, p, _ in figures(found)} == {"2023-TW2"}


@pytest.mark.parametrize(
    ("before", "after"), [("Semula", "Menjadi"), ("Sebelum Perubahan", "Setelah Perubahan")]
)
def test_in_a_revised_agreement_the_figure_before_is_a_memory(read, before, after):
    found = read(
        [["No", "Program", "Anggaran (Rp)", "<"], ["^", "^", before, after]],
        [["1", "Program Penunjang", "6.142.999.541", "5.056.021.977"]],
        cover=[
            "PERJANJIAN KINERJA PERUBAHAN TAHUN 2023",
            "kami yang bertanda tangan di bawah ini",
            "Pihak Kedua Pihak Pertama",
        ],
        page=1,
    )
    assert found.figures == [
        ("Program Penunjang", f"other:Anggaran (Rp) {before}", "6142999541"),
        ("Program Penunjang", "pagu_rp", "5056021977"),
    ]


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("% terhadap Target 2026", "kemajuan_pct"),
        ("Capaian thd 2026 (%)", "kemajuan_pct"),
        ("% terhadap Target 2023", "capaian_pct"),
        ("% thd Target", "capaian_pct"),
        ("Capaian terhadap Tahun 2022 (%)", "other:"),
    ],
)
def test_a_share_of_the_target_of_a_year(read, heading, measure):
    found = read(
        [["Indikator Kinerja", "Target 2023", "Realisasi 2023", "Target 2026", heading]],
        [["Nilai SAKIP", "70", "71", "80", "88,75"], ["Nilai IKM", "80", "82", "90", "91,11"]],
    )
    assert figures(found)[3][0].startswith(measure)


def test_figures_under_a_standard_name_nothing(read):
    found = read(
        [["Indikator", "Realisasi Kecamatan", "Standar Mutu Pelayanan"]],
        [["Nilai SKM", "86.12", "88.31"], ["Nilai SAKIP", "71.35", "-"]],
    )
    assert [(o.subject, o.measure, o.raw) for o in found.report.observations if o.measure == "realisasi"] == [
        ("Nilai SKM", "realisasi", "86.12"),
        ("Nilai SAKIP", "realisasi", "71.35"),
    ]


@pytest.mark.parametrize(("achieved", "subject"), [("^", "sasaran"), ("98,20", "program")])
def test_efficiency_tells_the_achievement_of_the_sasaran(read, achieved, subject):
    found = read(
        [["Sasaran", "Program", "Capaian Kinerja (%)", "Serapan Anggaran (%)", "Efisiensi (%)"]],
        [
            ["Meningkatnya kualitas pelayanan", "Program Pelayanan Publik", "101,92", "95,02", "6,90"],
            ["^", "Program Ketertiban Umum", achieved, "94,00", "7,92"],
        ],
        caption="Tabel Efisiensi Penggunaan Sumber Daya",
    )
    (first, *_) = [o.subject for o in found.report.observations if o.measure == "capaian_pct"]
    assert (
        first
        == {"sasaran": "Meningkatnya kualitas pelayanan", "program": "Program Pelayanan Publik"}[subject]
    )


def test_years_below_the_period_of_a_plan_are_those_of_the_figures(read):
    found = read(
        [
            ["Indikator Kinerja", "Periode Renstra 2018-2023", "<", "<", "<"],
            ["^", "Tahun 2021", "<", "Tahun 2022", "<"],
            ["^", "Target", "Realisasi", "Target", "Realisasi"],
        ],
        [["Indeks Kepuasan Masyarakat", "80", "81", "82", "83"]],
    )
    assert [(o.measure, o.period) for o in found.report.observations] == [
        ("target", "2021"),
        ("realisasi", "2021"),
        ("target", "2022"),
        ("realisasi", "2022"),
    ]


def test_an_evaluation_of_a_regional_plan_with_money_in_thousands(read):
    """K is told of the indicator, rupiah of the program, whose column is headed by the sasaran as well."""
    found = read(
        [
            [
                "Sasaran / Program Prioritas",
                "Indikator Kinerja",
                "Target Akhir RPJMD Tahun 2022",
                "<",
                "Realisasi Tahun 2020",
                "<",
                "Tingkat Capaian terhadap Target Akhir (%)",
                "<",
            ],
            ["^", "^", "K", "Rp (ribu)", "K", "Rp (ribu)", "K", "Rp"],
        ],
        [
            [
                "Program Pendidikan Anak Usia Dini",
                "APK PAUD",
                "80,00",
                "28.450.000",
                "70,18",
                "4.788.125",
                "87,73",
                "16,83",
            ],
            ["^", "Persentase PAUD terakreditasi", "60,00", "^", "41,00", "^", "68,33", "^"],
            [
                "Program Wajib Belajar",
                "APM SMP",
                "97,00",
                "61.200.000",
                "92,10",
                "9.950.000",
                "94,95",
                "16,26",
            ],
        ],
    )
    own = [
        (o.subject, o.measure) for o in found.report.observations if o.row == found.report.observations[0].row
    ]
    assert own == [
        ("APK PAUD", "target_akhir"),
        ("Program Pendidikan Anak Usia Dini", "pagu_rp"),
        ("APK PAUD", "realisasi"),
        ("Program Pendidikan Anak Usia Dini", "realisasi_rp"),
        ("APK PAUD", "kemajuan_pct"),
        ("Program Pendidikan Anak Usia Dini", "serapan_pct"),
    ]


def test_first_budget_headed_pokok_and_a_bare_share_of_money_spent(read):
    found = read(
        [
            ["Program", "Target Keluaran", "APBD 2022", "<", "Realisasi (Rp)", "%"],
            ["^", "^", "Pokok", "Perubahan", "^", "^"],
        ],
        [
            [
                "Program Penunjang Urusan",
                "12 Bulan",
                "94.711.850.000",
                "98.141.370.000",
                "93.753.496.303",
                "95,53",
            ],
            [
                "Program Pemenuhan Upaya Kesehatan",
                "4 Paket",
                "31.905.400.000",
                "36.319.570.000",
                "34.801.296.391",
                "95,82",
            ],
        ],
    )
    assert [c.measure for c in found.report.tables[0].columns if c.measure] == [
        "target",
        "pagu_rp",
        "pagu_rp",
        "realisasi_rp",
        "serapan_pct",
    ]


QUARTERS = [
    ["Kegiatan", "Indikator", "Target", "Pagu (Rp)", "TW I", "<", "TW II", "<", "Capaian (%)"],
    ["^", "^", "^", "^", "K", "Rp", "K", "Rp", "^"],
]
OF_QUARTERS = [
    [
        "Pengujian Kendaraan",
        "Jumlah kendaraan",
        "12",
        "50.000.000",
        "3",
        "10.000.000",
        "9",
        "39.500.000",
        "100",
    ]
]


def test_quarters_beside_target_and_budget_of_the_year_are_what_was_reached(read):
    found = read(QUARTERS, OF_QUARTERS, caption="Realisasi Kinerja dan Anggaran per Triwulan Tahun 2023")
    assert [c.measure for c in found.report.tables[0].columns if c.measure] == [
        "target",
        "pagu_rp",
        "realisasi",
        "realisasi_rp",
        "realisasi",
        "realisasi_rp",
        "capaian_pct",
    ]


@pytest.mark.parametrize(
    ("caption", "measures"),
    [
        ("Tabel 3.11 Realisasi Fisik (K) dan Keuangan (Rp) per Triwulan", {"realisasi", "realisasi_rp"}),
        ("Tabel 2.5 Target Kinerja dan Anggaran per Triwulan", {"target", "pagu_rp"}),
    ],
)
def test_the_caption_says_whether_quarters_alone_are_planned_or_reached(read, caption, measures):
    found = read(
        [["Program", "TRIWULAN I", "<", "TRIWULAN II", "<"], ["^", "K", "Rp.", "K", "Rp."]],
        [
            ["Program Pelayanan", "20 %", "Rp. 21.296.000,-", "45 %", "Rp. 38.600.000,-"],
            ["Program Sarana", "15 %", "Rp. 14.429.000,-", "40 %", "Rp. 26.454.000,-"],
        ],
        caption=caption,
    )
    assert {c.measure for c in found.report.tables[0].columns if c.measure} == measures


def test_quarters_of_a_plan_of_action_are_targets_also_beside_a_column_for_the_achievement(read):
    found = read(QUARTERS, OF_QUARTERS, caption="Rencana Aksi Tahun 2023")
    assert "realisasi" not in {c.measure for c in found.report.tables[0].columns}


def test_quarters_of_a_plan_of_action_are_targets(read):
    found = read(
        [row[:-1] for row in QUARTERS], [row[:-1] for row in OF_QUARTERS], caption="Rencana Aksi Tahun 2023"
    )
    assert {c.measure for c in found.report.tables[0].columns if c.measure} == {"target", "pagu_rp"}


@pytest.mark.parametrize("name", [(), ("Populasi Ternak (ekor)",)])
def test_years_of_a_table_of_targets(read, name):
    """Also under one name over all years, which alone would say nothing."""
    years = ["2021", "2022", "2023"]
    head = [["Jenis Ternak", *([name[0], "<", "<"] if name else years)]]
    found = read(
        head + ([["^", *years]] if name else []),
        [["Sapi perah", "103.832", "109.024", "140.555"], ["Kerbau", "108.303", "109.386", "138.017"]],
        caption="Tabel 2. Sasaran Populasi Ternak",
    )
    assert by_column(found) == [("target", "2021"), ("target", "2022"), ("target", "2023")]


def test_up_to_the_last_quarter_is_the_whole_year(read):
    found = read(
        [
            ["Indikator Kinerja", "Target 2023", "Triwulan IV", "<", "Capaian s.d. TW IV (%)"],
            ["^", "^", "Target", "Realisasi", "^"],
        ],
        [["Nilai SAKIP", "70", "70", "71", "101,43"]],
    )
    assert figures(found)[1:] == [
        ("target", "2023-TW4", "70"),
        ("realisasi", "2023-TW4", "71"),
        ("capaian_pct", "2023", "101.43"),
    ]


def test_one_of_several_columns_up_to_a_quarter_is_of_that_quarter(read):
    heads = ["Indikator Kinerja", "Target 2023", "Realisasi s.d. TW III", "Realisasi s.d. TW IV"]
    found = read([heads], [["Nilai SAKIP", "70", "60", "71"]])
    assert [p for _, p, _ in figures(found)] == ["2023", "2023-TW3", "2023-TW4"]


def test_the_target_under_the_end_of_the_renstra(read):
    found = read(
        [
            ["Indikator Kinerja", "Tahun 2021", "<", "Akhir Renstra 2023", "<"],
            ["^", "Target", "Realisasi", "Target", "Kemajuan"],
        ],
        [["Nilai SAKIP", "70", "71", "80", "88,75%"]],
    )
    assert figures(found) == [
        ("target", "2021", "70"),
        ("realisasi", "2021", "71"),
        ("target_akhir", "2023", "80"),
        ("kemajuan_pct", "2023", "88.75"),
    ]


def test_the_target_under_the_last_period_of_the_renstra(read):
    found = read(
        [
            ["Indikator Kinerja", "Tahun 2023", "<", "<", "Renstra 2021-2026", "<"],
            ["^", "Kinerja", "<", "Capaian", "Akhir Periode", "<"],
            ["^", "Target", "Realisasi", "%", "Target 2026", "Kemajuan (%)"],
        ],
        [
            ["Nilai SAKIP", "70", "71", "101,43", "80", "88,75"],
            ["Kendaraan laik", "90,00", "91,37", "101,52", "95,00", "96,18"],
        ],
        caption="Tabel 3.1 Pengukuran Kinerja",
    )
    assert figures(found)[3:5] == [("target_akhir", "2026", "80"), ("kemajuan_pct", "2023", "88.75")]


def test_rupiah_of_quarters_under_keuangan_in_a_table_of_progress(read):
    found = read(
        [
            ["Kegiatan", "Pagu Anggaran", "Triwulan I", "<", "<"],
            ["^", "^", "Fisik", "Keuangan", "<"],
            ["^", "^", "%", "Rp", "%"],
        ],
        [["Pelayanan", "Rp 100.000.000", "8,50", "Rp 7.290.000", "7,29"]],
        caption="Kemajuan Fisik dan Keuangan per Triwulan Tahun 2023",
    )
    assert [f for f in figures(found) if not f[0].startswith("other")] == [
        ("pagu_rp", "2023", "100000000"),
        ("realisasi_rp", "2023-TW1", "7290000"),
        ("serapan_pct", "2023-TW1", "7.29"),
    ]


def test_the_last_quarter_stays_whole(read):
    found = read(
        [
            ["Indikator Kinerja", "Target 2023", "Triwulan IV", "<", "<"],
            ["^", "^", "Target", "Realisasi s.d. TW IV", "Capaian"],
        ],
        [["Nilai SAKIP", "72", "72", "71", "98,61"]],
    )
    assert figures(found)[1:] == [
        ("target", "2023-TW4", "72"),
        ("realisasi", "2023-TW4", "71"),
        ("capaian_pct", "2023-TW4", "98.61"),
    ]


def test_quarters_in_a_performance_agreement(read):
    found = read(
        [
            ["Sasaran", "Indikator Kinerja", "Target Tahunan", "Target Triwulanan", "<", "<", "<"],
            ["^", "^", "^", "I", "II", "III", "IV"],
        ],
        [["Wilayah tertib", "Jumlah gangguan ketertiban", "12", "3", "6", "9", "12"]],
        caption="Tabel II.3 Perjanjian Kinerja Kapanewon Tahun 2023",
    )
    years = ["2023", "2023-TW1", "2023-TW2", "2023-TW3", "2023-TW4"]
    assert figures(found) == [
        ("target", year, text) for year, text in zip(years, ("12", "3", "6", "9", "12"), strict=True)
    ]
    assert found.kind == "pk_sasaran"


@pytest.mark.parametrize(("beside", "quarters"), [("Target Tahunan", 5), ("Realisasi", 0)])
def test_quarters_beside_a_target_are_its_quarters(read, beside, quarters):
    rows = [
        ["Indeks kepuasan", "82,00", "80,00", "81,00", "81,50", "82,00"],
        ["Nilai SAKIP", "70", "-", "-", "-", "70"],
    ]
    heads = ["Indikator Kinerja", beside, "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    found = read([heads], rows, caption="Tabel 2.4 Target Kinerja Triwulanan Tahun 2023")
    told = [o for o in found.report.observations if "TW" in o.period and o.measure == "target" and o.value]
    assert len(told) == quarters


@pytest.mark.parametrize(
    ("caption", "end"),
    [
        ("Tabel 3.3 Target dan Realisasi Tahun 2021 s.d 2023", "2026"),
        ("Tabel 3.3 Pengukuran Renstra 2018-2023", "2023"),
    ],
)
def test_the_years_compared_are_no_plan(read, caption, end):
    found = read(
        [["Indikator Kinerja", "Realisasi 2021", "Realisasi 2022", "Realisasi 2023", "Target Akhir Renstra"]],
        [["Nilai SAKIP", "70", "71", "72", "80"]],
        cover=["LAPORAN KINERJA 2023", "KECAMATAN MAGETAN", "Rencana Strategis Tahun 2021-2026"],
        caption=caption,
    )
    assert found.report.identity.plan_period == "2021-2026"
    assert figures(found)[3] == ("target_akhir", end, "80")


@pytest.mark.parametrize("heading", ["Rencana Aksi", "Langkah Aksi", "Penjelasan"])
def test_targets_of_an_action_plan_are_told_of_the_action_and_money_of_its_kegiatan(read, heading):
    found = read(
        [
            ["No", "Program / Kegiatan", heading, "Satuan", "Target Fisik", "<", "Target Anggaran (Rp)", "<"],
            ["^", "^", "^", "^", "TW I", "TW II", "TW I", "TW II"],
        ],
        [
            ["1", "Perencanaan Kinerja", "Menyusun Renja", "Dokumen", "1", "2", "6.700.000", "13.402.000"],
            ["2", "Administrasi Keuangan", "Membayar gaji", "Bulan", "3", "3", "1.100.000", "1.200.000"],
        ],
        caption="Rencana Aksi Tahun 2023",
    )
    told = {(o.measure, o.subject) for o in found.report.observations if o.raw in {"1", "6.700.000"}}
    counted = "Perencanaan Kinerja" if heading == "Penjelasan" else "Menyusun Renja"
    assert told == {("target", counted), ("pagu_rp", "Perencanaan Kinerja")}


@pytest.mark.parametrize(
    ("caption", "heads", "year"),
    [
        ("Tabel 4.1 Rencana Kinerja Tahun 2024", ["Target"], "2024"),
        ("Tabel 4.1 Rencana Aksi Tahun 2024", ["Target"], "2024"),
        ("Tabel 3.5 Realisasi dan Target Akhir Rencana Strategis Tahun 2024", ["Target"], "2023"),
        ("Tabel 3.9 Capaian Kinerja dan Rencana Tindak Lanjut Tahun 2024", ["Target", "Realisasi"], "2023"),
        ("Tabel 3.9 Rencana Kinerja Tahun 2024", ["Target", "Realisasi"], "2023"),
    ],
)
def test_only_what_is_planned_alone_speaks_of_the_next_year(read, caption, heads, year):
    found = read(
        [["No", "Indikator Kinerja", *heads]],
        [["1", "Indeks Kepuasan Masyarakat", *["85"] * len(heads)]],
        caption=caption,
    )
    assert {period for _, period, _ in figures(found)} == {year}


def test_numbers_of_quarters_below_a_heading_without_the_word(read):
    groups = ["Target Triwulan", "<", "<", "<", "Capaian (%)", "<", "<", "<"]
    found = read(
        [["Indikator", *groups], ["^", "I", "II", "III", "IV", "I", "II", "III", "IV"]],
        [["Persentase kendaraan lulus uji", "20", "40", "58", "75", "94,50", "83,00", "90,78", "95,20"]],
    )
    quarters = [f"TW{n}" for n in (1, 2, 3, 4)]
    assert by_column(found) == [(m, q) for m in ("target", "capaian_pct") for q in quarters]


def test_numbers_without_quarters_keep_the_year(read):
    groups = ["Capaian (%)", "<", "<", "<"]
    found = read(
        [["Indikator", *groups], ["^", "I", "II", "III", "IV"]],
        [["Persentase kendaraan lulus uji", "94,50", "83,00", "90,78", "95,20"]],
    )
    assert not any("TW" in period for _, period in by_column(found))


def test_targets_and_money_in_letters_below_quarters(read):
    read_it = read(
        [
            ["Program", "Indikator", "TW I", "<", "<", "<", "TW II", "<", "<", "<"],
            ["^", "^", "T", "R", "Rp T (ribu)", "RpR (ribu)", "T", "R", "Rp T (ribu)", "RpR (ribu)"],
        ],
        [["Program Pelayanan", "Jumlah surat", "600", "588", "13.624,0", "10.529,9", "1.250", "1.301", "34.060,0", "28.492,6"]],
    )  # fmt: skip
    assert [(c.measure, c.period) for c in read_it.table.columns[2:]] == [
        (m, f"TW{q}") for q in (1, 2) for m in ("target", "realisasi", "pagu_rp", "realisasi_rp")
    ]


def test_the_money_of_a_plan_with_its_years(read):
    read_it = read(
        [
            ["Kode", "Program", "Indikator", "2024", "<", "Kondisi Akhir Renstra (2026)", "<"],
            ["^", "^", "^", "K", "Rp", "K", "Rp 2021-2026"],
        ],
        [["3.25.01", "Program Penunjang", "Nilai AKIP", "23,40", "6.471.500.000", "25,80", "36.691.200.000"]],
    )
    assert read_it.roles[5:] == ["target_akhir", "pagu_rp"]


@pytest.mark.parametrize(
    ("caption", "measures"),
    [
        ("Tabel 3.5 Realisasi Rencana Aksi Triwulanan Tahun 2023", ("realisasi", "realisasi_rp")),
        ("Tabel 3.5 Rencana Aksi Triwulanan Tahun 2023", ("target", "pagu_rp")),
    ],
)
def test_what_was_reached_of_an_action_plan(read, caption, measures):
    read_it = read(
        [["Program", "Indikator", "TW I", "<", "TW II", "<"], ["^", "^", "K", "Rp", "K", "Rp"]],
        [["Program Pelayanan", "Jumlah surat", "5", "69.391.560", "13", "171.652.810"]],
        caption=caption,
    )
    assert read_it.roles[2:] == [*measures, *measures]


@pytest.mark.parametrize(("last", "measure"), [("Capaian terhadap Target Akhir RPJMD (%)", "target_akhir"), ("Capaian (%)", "target")])  # fmt: skip
def test_the_only_target_beside_what_is_reached_of_the_end_target(read, last, measure):
    read_it = read(
        [["Indikator", "Satuan", "Target RPJMD 2023", "Realisasi s/d 2023", last]],
        [["Indeks Kualitas Air", "indeks", "55,00", "54,23", "98,60"]],
    )
    assert read_it.roles[2] == measure


def test_years_under_a_caption_of_targets_beside_the_end_of_the_plan(read):
    read_it = read(
        [["Sasaran / Indikator", "Realisasi 2020", "Thn 2021", "Thn 2022", "Target Akhir 2026"]],
        [["Indeks Kepuasan Masyarakat", "74,20", "76,00", "78,00", "83,00"]],
        caption="Tabel 2. Target Kinerja Renstra",
    )
    assert read_it.roles[1:] == ["realisasi", "target", "target", "target_akhir"]


@pytest.mark.parametrize("caption", ["Perbandingan Kinerja Tahun 2023 dengan Target Jangka Menengah", "Perkembangan Kinerja terhadap Target RPJMD"])  # fmt: skip
def test_years_beside_the_end_of_the_plan_that_the_caption_compares_are_what_was_reached(read, caption):
    read_it = read(
        [["Indikator Kinerja", "2021", "2022", "2023", "Target Akhir Renstra 2026", "Tingkat Kemajuan (%)"]],
        [["Indeks Kepuasan Masyarakat", "79,2", "80,1", "83", "85", "97,65"]],
        caption=f"Tabel 3.4 {caption}",
    )
    assert read_it.roles[1:] == ["realisasi", "realisasi", "realisasi", "target_akhir", "kemajuan_pct"]


def test_the_target_of_the_year_beside_its_achievement_is_no_end_target(read):
    read_it = read(
        [["Indikator", "Target Renstra 2023", "Realisasi 2023", "Capaian 2023 (%)", "Tingkat Kemajuan terhadap Akhir Renstra (%)"]],
        [["Indeks Kepuasan Masyarakat", "81", "83", "102,47", "95"]],
    )  # fmt: skip
    assert read_it.roles[1] == "target"


def test_trillions_below_what_was_invested(read):
    read_it = read(
        [["No", "Uraian", "Target Investasi", "Realisasi Investasi"], ["^", "^", "Rp. T", "Rp. T"]],
        [["1", "PMA", "5,1", "6,2"], ["2", "PMDN", "4,1", "3,2"]],
    )
    assert read_it.roles[2:] == ["pagu_rp", "realisasi_rp"]


@pytest.mark.parametrize(
    ("caption", "cells", "measure"),
    [
        ("Tabel 3.5. Serapan anggaran kumulatif per triwulan", ("16,20%", "41,75%"), "serapan_pct"),
        ("Tabel 3.5. Realisasi anggaran per triwulan", ("1.240.000", "372.000.000"), "realisasi_rp"),
        ("Tabel 3.5. Realisasi anggaran per triwulan", ("12", "14"), ""),
        ("Tabel 3.5. Rencana serapan anggaran per triwulan", ("16,20%", "41,75%"), ""),
    ],
)
def test_quarters_alone_under_a_caption_of_spending(read, caption, cells, measure):
    read_it = read([["Program", "TW I", "TW II"]], [["Program Penunjang Urusan", *cells]], caption=caption)
    told = [(o.measure, o.period) for o in read_it.report.observations]
    assert (
        told == [(measure, "2023-TW1"), (measure, "2023-TW2")] if measure else told[0][0].startswith("other:")
    )


def test_how_many_recommendations_were_followed(read):
    read_it = read(
        [["Pemeriksa", "Rekomendasi", "<", "<", "% Selesai"], ["^", "Jumlah", "Selesai", "Belum", "^"]],
        [
            ["BPK-RI", "1.248", "978", "270", "78,37"],
            ["APIP", "834", "726", "108", "87,05"],
            ["BPKP", "52", "52", "-", "100"],
        ],
    )
    assert read_it.roles[1:4] == [
        "other:Rekomendasi Jumlah",
        "other:Rekomendasi Selesai",
        "other:Rekomendasi Belum",
    ]
    assert (
        read([["Indikator", "Rekomendasi"]], [["Nilai SAKIP", "Perlu pelatihan 2 kali"]]).roles[1] == "words"
    )


@pytest.mark.parametrize(
    "caption",
    ["Target Indikator Kepuasan Masyarakat terhadap Pelayanan Publik", "Perkembangan Target Kinerja Renstra"],
)
def test_captions_of_targets_that_compare_nothing(read, caption):
    read_it = read(
        [["No", "Indikator", "Satuan", "2021", "2022", "2023", "Target Akhir Renstra"]],
        [["1", "Indeks Kepuasan Masyarakat", "indeks", "79", "80", "81", "85"]],
        caption=f"Tabel 2.4 {caption}",
    )
    assert read_it.roles[3:] == ["target", "target", "target", "target_akhir"]


@pytest.mark.parametrize(
    ("defined", "measure"), [("Formula / cara hitung", "target"), ("Keterangan", "realisasi")]
)
def test_years_of_a_table_that_defines_its_indicators_are_targets(read, defined, measure):
    found = read(
        [["Indikator", defined, "Sat", "2021", "2022", "2023"]],
        [["Indeks Kepuasan", "NRR tertimbang x 25", "Indeks", "80", "82", "84"]],
    )
    assert [(c.measure, c.period) for c in found.table.columns[-3:]] == [
        (measure, "2021"),
        (measure, "2022"),
        (measure, "2023"),
    ]


def test_years_before_called_by_letters(read):
    found = read(
        [["Indikator", "R. 2021", "2022 (n-1)", "Thn 2023", "Target Akhir Renstra", "Kemajuan (%)"]],
        [["Indeks Kepuasan", "80,62", "82,75", "84,95", "84", "101,13"]],
    )
    assert found.roles[1:4] == ["realisasi"] * 3 and found.periods[1:4] == ["2021", "2022", "2023"]


@pytest.mark.parametrize(
    ("caption", "measure"),
    [("Tren Realisasi Tahun 2020-2023", "target_akhir"), ("Capaian Renstra periode 2020-2023", "target")],
)
def test_the_target_of_the_last_year_of_the_plan_beside_years_reached(read, caption, measure):
    cover = ("LAPORAN KINERJA", "KECAMATAN MAGETAN", "TAHUN 2023", "Rencana Strategis Tahun 2021-2026")
    found = read(
        [["Indikator", "2021", "2022", "2023", "Target 2026", "Tren"]],
        [
            ["Indeks Kepuasan", "80,62", "82,75", "84,95", "86", "naik"],
            ["Nilai SAKIP", "70", "71", "72", "80", "naik"],
        ],
        caption=caption,
        cover=cover,
    )
    assert found.roles[4] == measure


@pytest.mark.parametrize("share", ["%", "Capaian (%)", "Capaian", "Persentase"])
@pytest.mark.parametrize("reached", ["Realisasi", "Capaian Kinerja"])
def test_a_percentage_behind_target_and_realisasi_of_a_year_is_of_that_year(read, share, reached):
    headings = [f"Target 2022|{reached} 2022|{share}|Target 2023|{reached} 2023|{share}"]
    found = read(
        [["Indikator Kinerja", *headings[0].split("|")]],
        [
            ["Indeks Kepuasan Masyarakat", "81", "82", "101,23", "83", "84", "101,20"],
            ["Nilai SAKIP", "70", "63", "90,00", "70", "71", "101,43"],
        ],
    )
    assert figures(found)[:6] == [
        ("target", "2022", "81"),
        ("realisasi", "2022", "82"),
        ("capaian_pct", "2022", "101.23"),
        ("target", "2023", "83"),
        ("realisasi", "2023", "84"),
        ("capaian_pct", "2023", "101.20"),
    ]


@pytest.mark.parametrize("shares", [("3,24", "-1,43"), ("103,24", "98,57"), ("101,20", "97,18")])
@pytest.mark.parametrize("head", ["%", "Persentase"])
def test_a_lone_percentage_behind_pairs_of_two_years_may_be_growth(read, head, shares):
    achieved = shares[0] == "101,20"
    found = read(
        [["Indikator", "Target 2022", "Realisasi 2022", "Target 2023", "Realisasi 2023", head]],
        [
            ["Indeks Kepuasan Masyarakat", "80", "81,36", "83", "84", shares[0]],
            ["Nilai SAKIP", "70", "70", "71", "69", shares[1]],
        ],
    )
    assert figures(found)[4][:2] == ("capaian_pct" if achieved else f"other:{head}", "2023")


def test_a_lone_percentage_behind_spending_of_two_years_may_be_growth(read):
    found = read(
        [["Program", "Anggaran 2022", "Realisasi 2022", "Anggaran 2023", "Realisasi 2023", "%"]],
        [["Program Penunjang", "1.000.000", "900.000", "1.000.000", "950.000", "5,56"]],
    )
    assert figures(found)[4][0] == "other:%"


def test_an_absorption_behind_budget_and_spending_of_a_year_is_of_that_year(read):
    found = read(
        [["Program", "Pagu 2022", "Realisasi 2022", "%", "Pagu 2023", "Realisasi 2023", "%"]],
        [["Program Penunjang", "1.000.000", "900.000", "90", "1.000.000", "950.000", "95"]],
    )
    assert [(m, p) for m, p, _ in figures(found)] == [
        (m, y) for y in ("2022", "2023") for m in ("pagu_rp", "realisasi_rp", "serapan_pct")
    ]


def test_absorption_in_blocks_of_years(read):
    found = read(
        [["Uraian", "2022", "<", "<", "2023", "<", "<"], ["^", *["Anggaran", "Realisasi", "%"] * 2]],
        [["Belanja Pegawai", "1.000.000", "900.000", "90", "1.000.000", "950.000", "95"]],
    )
    assert [(m, p) for m, p, _ in figures(found)] == [
        (m, y) for y in ("2022", "2023") for m in ("pagu_rp", "realisasi_rp", "serapan_pct")
    ]


def test_an_achievement_behind_several_pairs_of_quarters_is_of_the_year(read):
    pairs = ["Target TW III", "Realisasi TW III", "Target TW IV", "Realisasi TW IV"]
    found = read([["Indikator", *pairs, "Capaian (%)"]], [["Nilai SKM", "80", "80", "80", "82", "102,5"]])
    assert figures(found)[-1] == ("capaian_pct", "2023", "102.5")
    pairs.insert(2, "%")
    found = read([["Indikator", *pairs, "%"]], [["Nilai SKM", "80", "80", "100", "80", "82", "102,5"]])
    assert [p for _, p, _ in figures(found)] == ["2023-TW3"] * 3 + ["2023-TW4"] * 3


def test_an_achievement_behind_the_end_target_is_progress(read):
    headings = ["Target 2023", "Realisasi 2023", "Capaian %", "Target Akhir Renstra 2026", "Capaian %"]
    found = read([["Indikator Kinerja", *headings]], [["Nilai SKM", "81", "82", "101,23", "85", "96,47"]])
    assert [m for m, _, _ in figures(found)][2:] == ["capaian_pct", "target_akhir", "kemajuan_pct"]


def test_an_achievement_behind_the_end_target_beside_that_of_another_year(read):
    headings = [
        "Capaian 2022 (%)",
        "Target 2023",
        "Realisasi 2023",
        "Target Akhir Renstra 2026",
        "Capaian (%)",
    ]
    found = read([["Indikator Kinerja", *headings]], [["Nilai SKM", "99", "81", "82", "85", "101,23"]])
    assert [m for m, _, _ in figures(found)][3:] == ["target_akhir", "capaian_pct"]


@pytest.mark.parametrize("heading", ["Baseline 2021", "Data Awal 2021", "Baseline Tahun 2021"])
def test_a_baseline_with_its_year(read, heading):
    found = read(
        [["Indikator Kinerja", heading, "Target 2023", "Realisasi 2023"]], [["Nilai SKM", "78", "81", "82"]]
    )
    assert figures(found)[0] == ("realisasi", "2021", "78")


def test_a_baseline_of_an_unknown_plan_is_of_no_year(read):
    years = [f"Tahun {n}" for n in range(1, 6)]
    found = read(
        [["Indikator Kinerja", "Kondisi Awal", *years, "Kondisi Akhir"]],
        [["Nilai SKM", "78", "79", "80", "81", "82", "83", "83"]],
    )
    assert figures(found)[:6] == [("realisasi", "", "78"), *[("target", "", str(n)) for n in range(79, 84)]]


def test_the_end_of_an_unknown_plan_is_of_no_year(read):
    found = read([["Indikator", "Target 2023", "Kondisi Akhir"]], [["Nilai SKM", "81", "85"]])
    assert figures(found)[1] == ("target_akhir", "", "85")


def test_years_with_letters_of_what_they_tell(read):
    found = read(
        [["Kinerja", "2021 (R)", "2022 (R)", "2023", "<", "<"], ["^", "^", "^", "T", "R", "%"]],
        [["Persentase jalan mantap", "71,20", "72,50", "73,00", "74,10", "101,51"]],
    )
    assert [(m, p) for m, p, _ in figures(found)] == [
        ("realisasi", "2021"), ("realisasi", "2022"),
        ("target", "2023"), ("realisasi", "2023"), ("capaian_pct", "2023"),
    ]  # fmt: skip


def test_a_percentage_of_the_last_quarter_is_an_achievement(read):
    quarters = ["TW I", "TW II", "TW III", "TW IV"]
    share = "Persentase capaian s.d TW IV"
    found = read(
        [
            ["Indikator", "Target Tahun 2023", "Realisasi s.d", "<", "<", "<", share],
            ["^", "^", *quarters, "^"],
        ],
        [["Jumlah dokumen", "6 dokumen", "1", "3", "5", "6", "100%"]],
    )
    assert figures(found)[-1] == ("capaian_pct", "2023-TW4", "100")


def test_the_last_of_a_row_of_yearly_targets_is_one_of_them(read):
    years = [str(y) for y in range(2020, 2025)]
    found = read(
        [["Indikator", "Kondisi Awal (2018)", "Target Tahun", *["<"] * 4], ["^", "^", *years]],
        [["Nilai SKM", "78", "79", "80", "81", "82", "83"]],
        caption="Target Jangka Menengah Renstra 2019-2024",
    )
    assert figures(found)[1:] == [("target", y, str(78 + n)) for n, y in enumerate(years, 1)]


def test_this_year_beside_the_last_one_is_a_comparison(read):
    found = read([["Indikator", "Realisasi Tahun Lalu", "Realisasi Tahun Ini"]], [["Nilai SKM", "80", "82"]])
    assert found.kind == "banding_tahun"


def test_percentages_behind_the_realisasi_of_several_years(read):
    headings = ["Realisasi 2021", "%", "Realisasi 2022", "%", "Target 2023", "Realisasi 2023", "%"]
    found = read([["Indikator", *headings]], [["Nilai SKM", "78", "98", "80", "100", "81", "82", "101,23"]])
    assert [p for m, p, _ in figures(found) if m == "capaian_pct"] == ["2021", "2022", "2023"]
    found = read(
        [["Indikator", "Target 2023", *headings[::2], "%"]], [["SKM", "80", "78", "80", "82", "99", "9"]]
    )
    assert figures(found)[-1][1] == "2023"


def test_performance_and_money_in_one_heading(read):
    headings = ["Target 2023 (K)", "Target 2023 (Rp)", "Realisasi 2023 (K)", "Realisasi 2023 (Rp)"]
    found = read(
        [["Program", "Indikator", *headings]],
        [["Program Penunjang", "Persentase layanan", "95", "1.000.000", "96", "950.000"]],
    )
    assert [m for m, _, _ in figures(found)] == ["target", "pagu_rp", "realisasi", "realisasi_rp"]


def test_a_percentage_and_a_year_alone(read):
    headings = ["Alokasi 2022", "Alokasi 2023", "Realisasi 2022", "Realisasi 2023", "% 2022", "% 2023"]
    found = read(
        [["Program", *headings]],
        [["Program Penunjang", "1.000.000", "1.100.000", "950.000", "1.050.000", "95,00", "95,45"]],
    )
    assert figures(found)[4:] == [("serapan_pct", "2022", "95.00"), ("serapan_pct", "2023", "95.45")]
    headings = ["Target 2022", "Realisasi 2022", "Persentase 2022", "Target 2023"]
    found = read([["Indikator", *headings]], [["Nilai SKM", "80", "82", "102,5", "83"]])
    assert figures(found)[2] == ("capaian_pct", "2022", "102.5")


def test_what_an_achievement_is_compared_with_is_not_its_year(read):
    headings = ["Target 2023", "Realisasi 2023", "Capaian 2023 dibanding 2022"]
    found = read([["Indikator", *headings]], [["Nilai SKM", "81", "82", "102,5"]])
    assert figures(found)[-1][1] == "2023"


def test_what_was_reached_in_the_years_before_under_the_same_name(read):
    headings = ["Capaian 2021", "Capaian 2022", "Target 2023", "Capaian 2023", "% Capaian"]
    found = read(
        [["Indikator", *headings]],
        [
            ["Nilai SKM", "79,5", "80,2", "81", "82", "101,23"],
            ["Nilai AKIP", "70,1", "70,9", "71", "72", "101,41"],
        ],
    )
    assert [m for m, _, _ in figures(found)[:5]] == [
        "realisasi", "realisasi", "target", "realisasi", "capaian_pct",
    ]  # fmt: skip
