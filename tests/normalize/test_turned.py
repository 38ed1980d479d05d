"""Tables of which the rows say what columns say elsewhere."""

import pytest

from lkjip_normalize.turned import measure_of_row

IKM = "Indeks Kepuasan Masyarakat"


def figures(report, page=3):
    return [(o.subject, o.measure, o.period, o.raw) for o in report.observations if o.place.page == page]


def test_measures_below_each_other_beside_their_indicator(read):
    read_it = read(
        [["Indikator Kinerja", "<", "2022", "2023"]],
        [
            [IKM, "Target", "80", "81"],
            ["^", "Realisasi", "82", "83"],
            ["^", "Capaian (%)", "102,50", "102,47"],
        ],
    )
    assert [(o.subject, o.measure, o.period) for o in read_it.report.observations] == [
        (IKM, measure, year)
        for measure in ("target", "realisasi", "capaian_pct")
        for year in ("2022", "2023")
    ]
    assert read_it.kind == "banding_tahun"


@pytest.mark.parametrize("header", [[["Uraian", "2022", "2023"]], [["", "2022", "2023"]]])
def test_measures_below_each_other_are_told_of_the_indicator_in_the_heading(read_tables, table_of, header):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    own = table_of(
        header, [["Target", "80", "81"], ["Realisasi", "82", "83"], ["Capaian", "102,50", "102,47"]],
        number=2, page=3, caption=f"Perkembangan {IKM} Tahun 2022-2023",
    )  # fmt: skip
    report = read_tables(known, own).report
    assert {(s, p) for s, _, p, _ in figures(report)} == {(IKM, "2022"), (IKM, "2023")}
    assert [m for _, m, _, _ in figures(report)] == ["target"] * 2 + ["realisasi"] * 2 + ["capaian_pct"] * 2


def test_years_as_rows(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    own = table_of(
        [["Tahun", "Target", "Realisasi", "Capaian"]], [["2022", "80", "82", "102,50%"], ["2023", "81", "83", "102,47%"]],
        number=2, page=3, heading=f"Nilai SAKIP Kecamatan naik. {IKM} dinilai dari survei.",
    )  # fmt: skip
    read_it = read_tables(known, own).report
    assert [(s, m, p) for s, m, p, _ in figures(read_it)] == [
        (IKM, m, y) for y in ("2022", "2023") for m in ("target", "realisasi", "capaian_pct")
    ]
    assert read_it.tables[1].kind == "banding_tahun"


def test_a_box_with_its_year_in_the_label(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    box = table_of(
        [], [["Target 2023", "81 %"], ["Realisasi 2023", "83 %"], ["Capaian", "102,47 %"]],
        number=2, page=3, heading=IKM,
    )  # fmt: skip
    assert figures(read_tables(known, box).report) == [
        (IKM, "target", "2023", "81 %"), (IKM, "realisasi", "2023", "83 %"), (IKM, "capaian_pct", "2023", "102,47 %"),
    ]  # fmt: skip


def test_cards_side_by_side_are_told_of_no_indicator(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    cards = table_of(
        [["Target", "Realisasi", "Capaian", "Target", "Realisasi", "Capaian"]], [["81", "83", "102,47", "70", "71", "101,43"]],
        number=2, page=3, heading=f"{IKM} Nilai SAKIP Kecamatan",
    )  # fmt: skip
    assert {s for s, *_ in figures(read_tables(known, cards).report)} == {""}


def test_headings_shortened_to_letters(read):
    read_it = read(
        [["Indikator", "2022", "<", "<", "2023", "<", "<"], ["^", "T", "R", "%", "T", "R", "%"]],
        [[IKM, "80", "82", "102,50", "81", "83", "102,47"]],
    )
    assert [(o.measure, o.period) for o in read_it.report.observations] == [
        (m, y) for y in ("2022", "2023") for m in ("target", "realisasi", "capaian_pct")
    ]


def test_planned_absorption_is_a_budget(read):
    read_it = read(
        [["Program", "Anggaran (Rp)", "Rencana Penyerapan Anggaran Triwulan (Rp)", "<"], ["^", "^", "TW I", "TW II"]],
        [["Program Pelayanan", "3.000.000", "1.000.000", "2.000.000"], ["Program Sarana", "5.000.000", "2.000.000", "3.000.000"]],
    )  # fmt: skip
    assert {o.measure for o in read_it.report.observations} == {"pagu_rp"}


def test_a_plain_capaian_beside_progress_is_what_was_achieved(read):
    read_it = read(
        [
            [
                "Indikator Kinerja",
                "Target Akhir Renstra 2026",
                "Capaian s/d Tahun 2023",
                "Tingkat Kemajuan (%)",
            ]
        ],
        [[IKM, "90", "83", "92,22"], ["Nilai SAKIP Kecamatan", "80", "71", "88,75"]],
    )
    assert [o.measure for o in read_it.report.observations][:3] == [
        "target_akhir",
        "realisasi",
        "kemajuan_pct",
    ]


def test_programs_side_by_side_have_their_own_money(read):
    read_it = read(
        [["Program", "Anggaran (Rp)", "Kegiatan", "Anggaran (Rp)"]],
        [
            ["Program Pelayanan", "3.000.000", "Kegiatan A", "1.000.000"],
            ["^", "^", "Kegiatan B", "2.000.000"],
        ],
    )
    assert [(o.subject, o.raw) for o in read_it.report.observations] == [
        ("Program Pelayanan", "3.000.000"), ("Kegiatan A", "1.000.000"), ("Kegiatan B", "2.000.000"),
    ]  # fmt: skip


@pytest.mark.parametrize(("raw", "value"), [(": Rp. 460.260.000,-", "460260000"), ("24,00‰", "24.00")])
def test_figures_behind_a_colon_and_per_mille(raw, value):
    from decimal import Decimal

    from lkjip_normalize.numbers import read_cell

    assert read_cell(raw).value == Decimal(value)


def test_years_as_rows_of_money(read):
    found = read(
        [["Tahun", "Anggaran (Rp)", "Realisasi (Rp)", "Serapan (%)"]],
        [
            ["2021", "346.120.450.000", "328.042.550.945", "94,78"],
            ["2022", "360.224.860.000", "345.005.446.837", "95,78"],
        ],
    )
    assert [(o.subject, o.measure, o.period) for o in found.report.observations] == [
        (year, measure, year)
        for year in ("2021", "2022")
        for measure in ("pagu_rp", "realisasi_rp", "serapan_pct")
    ]


def test_years_repeated_for_every_indicator(read):
    found = read(
        [["Indikator", "Tahun", "Target", "Realisasi"]],
        [
            [IKM, "2022", "84", "85"],
            ["^", "2023", "85", "86"],
            ["Nilai SAKIP", "2022", "70", "71"],
            ["^", "2023", "71", "72"],
        ],
    )
    assert [(o.subject, o.measure, o.period) for o in found.report.observations] == [
        (name, measure, year)
        for name in (IKM, "Nilai SAKIP")
        for year in ("2022", "2023")
        for measure in ("target", "realisasi")
    ]


def test_measures_of_money_below_each_other(read):
    found = read(
        [["Program", "Uraian", "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Jumlah"]],
        [
            ["Program Pelayanan", "Target (Rp)", *("1.000.000",) * 4, "4.000.000"],
            ["^", "Realisasi (Rp)", *("900.000",) * 4, "3.600.000"],
            ["^", "%", *("90,00",) * 4, "90,00"],
        ],
    ).report
    told = [(o.subject, o.measure, o.period) for o in found.observations]
    assert told == [
        ("Program Pelayanan", measure, period)
        for measure in ("pagu_rp", "realisasi_rp", "serapan_pct")
        for period in (*(f"2023-TW{n}" for n in (1, 2, 3, 4)), "2023")
    ]


def test_years_in_the_rows_of_what_all_headings_name(read):
    found = read(
        [["Tahun", "Target PAD (Rp)", "Realisasi PAD (Rp)", "(%)"]],
        [
            ["2021", "78.500.000.000", "74.918.332.107", "95,44"],
            ["2022", "86.250.000.000", "84.770.913.482", "98,29"],
        ],
        caption="Perkembangan Target dan Realisasi PAD",
    )
    assert [(o.subject, o.measure, o.period) for o in found.report.observations] == [
        ("PAD", measure, year)
        for year in ("2021", "2022")
        for measure in ("target", "realisasi", "capaian_pct")
    ]


def test_budget_spending_and_absorption_below_each_other(read):
    found = read(
        [["Uraian", "2022", "2023"]],
        [
            ["Anggaran (Rp)", "2.915.480.000", "2.384.650.000"],
            ["Realisasi (Rp)", "2.768.425.600", "2.297.140.850"],
            ["Penyerapan (%)", "94,96", "96,33"],
        ],
        caption="Perkembangan Anggaran dan Realisasi Tahun 2022-2023",
    )
    assert [(o.measure, o.period) for o in found.report.observations] == [
        (measure, year) for measure in ("pagu_rp", "realisasi_rp", "serapan_pct") for year in ("2022", "2023")
    ]


def test_rows_of_measures_below_the_one_that_names_the_indicator(read):
    """The cell of the name was read as high as the first of its three rows; the caption names another indicator."""
    found = read(
        [["Indikator Kinerja", "Uraian", "2022", "2023"]],
        [
            ["Indeks Kepuasan Masyarakat", "Target", "81", "82"],
            ["", "Realisasi", "80", "84"],
            ["", "Capaian", "98,77%", "102,44%"],
            ["Jumlah desa mandiri", "Target", "4", "5"],
            ["", "Realisasi", "3", "4"],
        ],
        caption="Perkembangan capaian, di antaranya jumlah desa mandiri",
    )
    assert [(o.subject, str(o.measure)) for o in found.report.observations if o.period == "2023"] == [
        ("Indeks Kepuasan Masyarakat", "target"),
        ("Indeks Kepuasan Masyarakat", "realisasi"),
        ("Indeks Kepuasan Masyarakat", "capaian_pct"),
        ("Jumlah desa mandiri", "target"),
        ("Jumlah desa mandiri", "realisasi"),
    ]


def test_measures_named_with_their_unit(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [["Jumlah Produksi Perikanan Tangkap", "27.850", "28.114"], [IKM, "81", "83"]],
    )
    own = table_of(
        [["Uraian", "2018", "2019"]],
        [["Target (Ton)", "27.350", "27.850"], ["Realisasi (Ton)", "27.598", "28.114"], ["Capaian (%)", "100,91", "100,95"]],
        number=2, page=3, caption="Capaian Jumlah Produksi Perikanan Tangkap",
    )  # fmt: skip
    told = figures(read_tables(known, own).report)
    assert {s for s, _, _, _ in told} == {"Jumlah Produksi Perikanan Tangkap"}
    assert [m for _, m, _, _ in told] == ["target"] * 2 + ["realisasi"] * 2 + ["capaian_pct"] * 2


@pytest.mark.parametrize("bracket", ["Renstra", "Nasional", "Semester I", "TW II", "s.d. Juni"])
def test_what_brackets_tell_of_another_target_is_no_unit(bracket):
    assert measure_of_row(f"Target ({bracket})") is None
    assert measure_of_row("Target (Ton)") == "target"


def test_a_row_without_label_is_told_of_the_one_indicator_in_its_caption(read_tables, table_of):
    """The text above names another one, too."""
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [["Indeks Kualitas Air", "56,00", "55,56"], ["Indeks Kualitas Udara", "89,00", "89,64"]],
    )
    own = table_of(
        [["Realisasi 2022", "Target 2023", "Realisasi 2023"]], [["87,91", "89,00", "89,64"]],
        number=2, page=3, caption="Tabel 3.4 Capaian Indeks Kualitas Udara",
        heading="Indeks Kualitas Air naik karena penghijauan.",
    )  # fmt: skip
    assert {f[0] for f in figures(read_tables(known, own).report)} == {"Indeks Kualitas Udara"}


def test_years_as_rows_below_tahun_anggaran(read):
    found = read(
        [["Tahun Anggaran", "Anggaran (Rp)", "Realisasi (Rp)", "%"]],
        [
            ["2016", "6.785.420.000", "6.241.378.540", "91,98"],
            ["2017", "7.912.650.000", "7.458.120.375", "94,26"],
        ],
    )
    assert [(o.measure, o.period, o.raw) for o in found.report.observations][:3] == [
        ("pagu_rp", "2016", "6.785.420.000"),
        ("realisasi_rp", "2016", "6.241.378.540"),
        ("serapan_pct", "2016", "91,98"),
    ]


def test_indicators_named_alone_over_their_measures(read):
    found = read(
        [["Indikator Kinerja", "Satuan", "2022", "2023"]],
        [
            ["1. Usia Harapan Hidup", "", "", ""],
            ["- Target", "Tahun", "69,65", "69,80"],
            ["- Realisasi", "Tahun", "69,57", "69,83"],
            ["- Capaian", "%", "99,89", "100,04"],
            ["2. Prevalensi Stunting", "", "", ""],
            ["- Target", "%", "25,50", "23,00"],
            ["- Realisasi", "%", "26,40", "22,60"],
            ["- Capaian", "%", "96,47", "101,74"],
        ],
        caption="Capaian Usia Harapan Hidup dan Prevalensi Stunting",
    )
    assert [(o.subject, o.raw) for o in found.report.observations if o.measure == "realisasi"] == [
        ("Usia Harapan Hidup", "69,57"),
        ("Usia Harapan Hidup", "69,83"),
        ("Prevalensi Stunting", "26,40"),
        ("Prevalensi Stunting", "22,60"),
    ]


def test_the_end_of_a_plan_beside_years(read):
    found = read(
        [["Indikator Kinerja", "<", "2022", "2023", "Target Akhir Renstra 2026"]],
        [[IKM, "Target", "80", "81", "85"], ["^", "Realisasi", "82", "83", ""]],
    )
    told = {(o.measure, o.period): o.raw for o in found.report.observations}
    assert told["target_akhir", "2026"] == "85" and ("target", "2026") not in told


SAKIP, FILED, SERVED = "Nilai SAKIP Kecamatan", "Persentase arsip tertata", "Persentase aduan terlayani"
KNOWN = [[IKM, "81", "83", "102,47"], [SAKIP, "70", "71", "101,43"], [FILED, "100", "100", "100"]]
TURNED = [["Target", "80", "81"], ["Realisasi", "82", "83"], ["Capaian", "102,50", "102,47"]]


@pytest.mark.parametrize(
    ("rows", "title", "names"),
    [
        (TURNED, "", {IKM}),
        (TURNED, "Tabel 3.4 Capaian Indeks Kepuasan", {IKM}),
        (TURNED, "Tabel 3.4 Perkembangan Nilai IKM", {IKM}),
        (TURNED, "Tabel 3.4 Tingkat Capaian Kinerja Tahun 2022-2023", {IKM}),
        (TURNED, "Tabel 3.4 Indeks Inovasi", {""}),
        (TURNED, "Tabel 3.4 Capaian " + SERVED, {""}),
        ([["Target", "60", "80"], ["Realisasi", "62", "83"], ["Capaian", "103,33", "103,75"]], "", {""}),
        ([["Target", "60", "81"], ["Realisasi", "62", "83"], ["Capaian", "103,33", "102,50"]], "", {""}),
        ([["Target", "90", "100"], ["Realisasi", "92", "100"], ["Capaian", "102,22", "100"]], "", {""}),
        (
            [
                ["Target", "60", "81"],
                ["Realisasi", "62", "83"],
                ["Target", "65", "70"],
                ["Realisasi", "66", "71"],
            ],
            "",
            {IKM, SAKIP},
        ),
    ],
    ids=[
        "alike",
        "titled",
        "initials",
        "no name",
        "like-headed",
        "titled otherwise",
        "realisasi alone",
        "one differs",
        "round",
        "two indicators",
    ],
)
def test_a_nameless_table_of_years_is_that_of_the_indicator_with_its_figures(
    read_tables, table_of, rows, title, names
):
    known = table_of([["Indikator Kinerja", "Target 2023", "Realisasi 2023", "Capaian 2023"]], KNOWN)
    own = table_of(
        [["Uraian", "2022", "2023"]],
        rows,
        number=2,
        page=3,
        heading="Capaian didukung patroli rutin.",
        caption=title,
    )
    report = read_tables(known, own).report
    assert {s for s, _, _, _ in figures(report)} == names


def test_budgets_of_the_units_that_share_an_urusan(read):
    found = read(
        [["Kode", "Urusan Pemerintahan", "Perangkat Daerah", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [
            ["1", "URUSAN WAJIB PELAYANAN DASAR", "<", "300.000.000", "290.000.000"],
            ["1.01", "Pendidikan", "Dinas Pendidikan", "100.000.000", "95.000.000"],
            ["1.02", "Kesehatan", "Dinas Kesehatan", "120.000.000", "118.000.000"],
            ["1.02", "Kesehatan", "RSUD Contoh", "80.000.000", "77.000.000"],
        ],
    )
    told = {o.subject: (o.raw, o.subject_level) for o in found.report.observations if o.measure == "pagu_rp"}
    assert {name: raw for name, (raw, _) in told.items()} == {
        "URUSAN WAJIB PELAYANAN DASAR": "300.000.000",
        "Dinas Pendidikan": "100.000.000",
        "Dinas Kesehatan": "120.000.000",
        "RSUD Contoh": "80.000.000",
    }
    assert {level for _, level in told.values()} == {""}


def test_a_column_that_counts_the_units_of_an_urusan_is_no_name(read):
    found = read(
        [["No", "Urusan Pemerintahan", "OPD", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [
            ["1", "Pendidikan", "1 OPD", "100.000.000", "95.000.000"],
            ["2", "Kesehatan", "2 OPD", "120.000.000", "118.000.000"],
        ],
    )
    assert {o.subject for o in found.report.observations} == {"Pendidikan", "Kesehatan"}


@pytest.mark.parametrize(
    "between", ["Semester II", "Sumber: Survei Kecamatan", "Kinerja", "Program Pelayanan"]
)
def test_what_stands_between_measures_is_not_always_an_indicator(read_tables, table_of, between):
    known = table_of([["Indikator Kinerja", "Target 2023", "Realisasi 2023"]], [[IKM, "81", "83"]])
    rows = [["Target", "80", "81"], ["Realisasi", "82", "83"], [between, "", ""], ["Target", "80", "81"]]
    own = table_of([["Uraian", "2022", "2023"]], rows, number=2, page=3, heading=IKM)
    assert between not in {s for s, _, _, _ in figures(read_tables(known, own).report)}


@pytest.mark.parametrize(
    ("realised", "title", "named"),
    [("83", "", True), ("71", "", False), ("100", "", False), ("83", "Nilai Inovasi Daerah", False)],
)
def test_figures_below_the_years_of_an_indicator_are_its_own(read_tables, table_of, realised, title, named):
    """Where they are its realisasi of the year; a round figure, or a title on something else, tells nothing."""
    known = table_of([["Indikator Kinerja", "Target 2023", "Realisasi 2023"]], [[IKM, "81", realised]])
    years = table_of(
        [["Uraian", "2022", "2023"]],
        [["Target", "80", "81"], ["Realisasi", "82", "100" if realised == "100" else "83"]],
        number=2,
        heading=IKM,
    )
    head = [["Realisasi 2023", "Target Akhir Renstra (2026)", "Tingkat Kemajuan"]]
    end = table_of(head, [[realised, "90", "92,22"]], number=3, caption=title)
    own = [o for o in read_tables(known, years, end).report.observations if o.table_no == 3]
    assert {o.subject for o in own} == ({IKM} if named else {""})
    assert [o.measure for o in own] == ["realisasi", "target_akhir", "kemajuan_pct"]


@pytest.mark.parametrize("heading", ["", "2. Rapat paripurna yang terselenggara."])
def test_a_row_that_differs_from_the_indicator_before_is_another_one(read_tables, table_of, heading):
    """Three Ranperda of four, and three of five meetings."""
    head = ["Indikator Kinerja", "Target 2023", "Realisasi 2023", "Capaian 2023"]
    one = table_of([head], [["Jumlah Ranperda yang dibahas", "4", "3", "75"]])
    other = table_of([head[1:]], [["5", "3", "60"]], number=2, heading=heading)
    assert {o.subject for o in read_tables(one, other).report.observations if o.table_no == 2} == {""}


def test_cards_of_one_indicator_side_by_side_one_for_each_year(read_tables, table_of):
    """The names of the measures are printed again on each card, below its year."""
    known = table_of([["Indikator Kinerja", "Target 2023", "Realisasi 2023"]], [[IKM, "81", "83"]])
    rows = [["Target", "80", "Target", "81"], ["Realisasi", "82", "Realisasi", "83"],
            ["Capaian (%)", "102,50", "Capaian (%)", "102,47"]]  # fmt: skip
    cards = table_of([["Tahun 2022", "", "Tahun 2023", ""]], rows, number=2, page=3, heading=IKM)
    own = [o for o in read_tables(known, cards).report.observations if o.table_no == 2]
    assert {(o.measure, o.period, o.raw) for o in own} == {
        ("target", "2022", "80"), ("target", "2023", "81"), ("realisasi", "2022", "82"), ("realisasi", "2023", "83"),
        ("capaian_pct", "2022", "102,50"), ("capaian_pct", "2023", "102,47"),
    }  # fmt: skip
    assert {o.subject for o in own} == {IKM}


@pytest.mark.parametrize(
    "heads", [["Uraian", "2022", "Uraian", "2023"], ["Uraian", "2022", "2023", "Uraian"]]
)
def test_names_of_measures_printed_again_beside_dated_figures(read_tables, table_of, heads):
    known = table_of([["Indikator Kinerja", "Target 2023", "Realisasi 2023"]], [[IKM, "81", "83"]])
    named = [k for k, head in enumerate(heads) if head == "Uraian"]
    rows = []
    for label, *figures in (
        ("Target", "80", "81"),
        ("Realisasi", "82", "83"),
        ("Capaian (%)", "102,50", "102,47"),
    ):
        rest = iter(figures)
        rows.append([label if k in named else next(rest) for k in range(len(heads))])
    own = [
        o
        for o in read_tables(
            known, table_of([heads], rows, number=2, page=3, heading=IKM)
        ).report.observations
        if o.table_no == 2
    ]
    assert {(o.period, o.raw) for o in own if o.measure == "realisasi"} == {("2022", "82"), ("2023", "83")}


def test_the_end_of_the_plan_below_the_years_of_an_indicator(read_tables, table_of):
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    own = table_of(
        [["Uraian", "Tahun 2022", "Tahun 2023"]],
        [
            ["Target", "80", "81"], ["Realisasi", "82", "83"], ["Capaian", "102,50 %", "102,47 %"],
            ["Target akhir Renstra 2026", "89,00", "<"], ["Tingkat kemajuan", "93,26 %", "<"],
        ],
        number=2, page=3, heading=f"a. {IKM}",
    )  # fmt: skip
    report = read_tables(known, own).report
    assert figures(report)[-2:] == [
        (IKM, "target_akhir", "2026", "89,00"), (IKM, "kemajuan_pct", "2023", "93,26 %"),
    ]  # fmt: skip
    assert {s for s, *_ in figures(report)} == {IKM}


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ((IKM, "", ""), ("Nilai SAKIP", "", ""), [IKM] * 3 + ["Nilai SAKIP"] * 3),
        ((IKM, "", ""), ("", "Nilai SAKIP", ""), [IKM] * 3 + ["Nilai SAKIP"] * 3),  # beside the middle year
        (("", IKM, ""), ("", "Nilai SAKIP", ""), [IKM] * 3 + ["Nilai SAKIP"] * 3),
        (
            ("", "Indeks Kepuasan", "masyarakat"),
            ("", "Nilai SAKIP", "(nilai)"),
            ["Indeks Kepuasan masyarakat"] * 3 + ["Nilai SAKIP (nilai)"] * 3,
        ),
        (("", IKM, ""), ("", "", ""), ["", IKM, "", "", "", ""]),  # the second one has no name
    ],
)
def test_names_beside_the_years_of_an_indicator(read, first, second, names):
    """Without rulings the names reach over no rows; the years that come again tell whose they are."""
    body = [
        [name, str(year), "80,00", f"8{k},50"]
        for k, (name, year) in enumerate(zip((*first, *second), [2021, 2022, 2023] * 2, strict=True))
    ]
    found = read([["Indikator Kinerja", "Tahun", "Target", "Realisasi"]], body)
    assert [o.subject for o in found.report.observations if o.measure == "realisasi"] == names


def test_letters_that_take_turns_name_the_measures(read):
    read_it = read(
        [
            ["Indikator", "Satuan", "T/R", "Triwulan", "<", "Capaian s.d. TW IV"],
            ["^", "^", "^", "I", "II", "^"],
        ],
        [
            ["Jumlah patroli terpadu", "Kali", "T", "6", "12", "95,83 %"],
            ["^", "^", "R", "5", "11", "^"],
            ["Jumlah desa yang dibina", "Desa", "T", "4", "8", "100,00 %"],
            ["^", "^", "R", "4", "9", "^"],
        ],
    )
    got = {(o.subject, o.measure, o.period, o.raw) for o in read_it.report.observations}
    for name, (t1, t2, r1, r2, share) in {
        "Jumlah patroli terpadu": ("6", "12", "5", "11", "95,83 %"),
        "Jumlah desa yang dibina": ("4", "8", "4", "9", "100,00 %"),
    }.items():
        assert {
            (name, "target", "2023-TW1", t1), (name, "target", "2023-TW2", t2),
            (name, "realisasi", "2023-TW1", r1), (name, "realisasi", "2023-TW2", r2),
        } <= got  # fmt: skip
        assert [m for s, m, _, raw in got if (s, raw) == (name, share)] == ["capaian_pct"]


def test_letters_out_of_turn_name_no_measures(read):
    """Risks are high ("T") or low ("R") as it happens."""
    body = [
        ["Risiko banjir", "T", "5"],
        ["Risiko gempa", "T", "7"],
        ["Risiko kering", "R", "2"],
        ["Lain", "T", "1"],
    ]
    read_it = read([["Uraian", "Tingkat", "Jumlah"]], body)
    assert {o.measure for o in read_it.report.observations}.isdisjoint({"target", "realisasi"})


def test_indicators_as_headings_over_their_measures(read):
    read_it = read(
        [["Uraian", "Indeks Kepuasan Masyarakat (Nilai)", "Persentase realisasi penerimaan PBB-P2 (%)"]],
        [
            ["Target 2023", "85,00", "90,00"],
            ["Realisasi 2023", "86,42", "84,27"],
            ["Capaian (%)", "101,67", "93,63"],
        ],
    )
    assert read_it.kind == "pengukuran"
    assert [(o.subject, o.measure, o.raw) for o in read_it.report.observations] == [
        (name, measure, raw)
        for measure, raws in (
            ("target", ("85,00", "90,00")),
            ("realisasi", ("86,42", "84,27")),
            ("capaian_pct", ("101,67", "93,63")),
        )
        for name, raw in zip((IKM, "Persentase realisasi penerimaan PBB-P2"), raws, strict=True)
    ]


def test_cards_side_by_side_without_their_titles_are_told_of_nobody(read_tables, table_of):
    """The titles stand above the table, side by side: which card is whose cannot be told."""
    known = table_of(
        [["Indikator Kinerja", "Target", "Realisasi"]],
        [[IKM, "81", "83"], ["Nilai SAKIP Kecamatan", "70", "71"]],
    )
    own = table_of(
        [], [["Capaian", "101,67 %", "Capaian", "101,47 %"], ["Target", "85,00", "Target", "95,0"]],
        number=2, page=3, heading=f"{IKM} Nilai SAKIP Kecamatan",
    )  # fmt: skip
    assert figures(read_tables(known, own).report) == []


@pytest.mark.parametrize(
    "heads",
    [
        ("Nilai (Rp)", "Persentase (%)"),
        ("Jumlah Desa", "Persentase Desa"),
        ("Jumlah Laki-laki", "Jumlah Perempuan"),
    ],
)
def test_headings_that_say_what_is_counted_are_no_indicators(read, heads):
    body = [["Target", "100", "90"], ["Realisasi", "95", "88"]]
    names = {o.subject for o in read([["Uraian", *heads]], body).report.observations}
    assert names.isdisjoint({*heads, "Nilai", "Persentase"})


def test_a_column_of_words_beside_an_indicator_is_none(read):
    body = [["Target", "81", "Seksi Pelayanan"], ["Realisasi", "83", "Seksi Pelayanan"]]
    read_it = read([["Uraian", IKM, "Penanggung Jawab Kegiatan"]], body)
    assert all("Penanggung" not in o.subject for o in read_it.report.observations)


def test_capaian_of_several_years_are_no_achievements_of_both_rows(read):
    read_it = read(
        [["Indikator Kinerja", "Uraian", "Capaian Tahun 2022", "Capaian Tahun 2023"]],
        [[IKM, "Target", "", "81"], ["^", "Realisasi", "80", "83"]],
    )
    assert [(o.measure, o.period, o.raw) for o in read_it.report.observations] == [
        ("target", "2023", "81"),
        ("realisasi", "2022", "80"),
        ("realisasi", "2023", "83"),
    ]


def test_years_and_the_end_of_the_plan_below_indicators_over_their_measures(read):
    read_it = read(
        [["Tahun", IKM, "<", "<", "Nilai SAKIP Kecamatan", "<", "<"],
         ["^", "Target", "Realisasi", "%", "Target", "Realisasi", "%"]],
        [
            ["2022", "80", "82", "102,50", "70", "71", "101,43"],
            ["2023", "81", "83", "102,47", "72", "72", "100,00"],
            ["2026 (akhir Renstra)", "85", "", "", "80", "", ""],
            ["Tingkat kemajuan", "97,65 %", "<", "<", "90,00 %", "<", "<"],
        ],
    )  # fmt: skip
    own = [(o.subject, o.measure, o.period, o.raw) for o in read_it.report.observations]
    assert own[:6] == [
        (IKM, "target", "2022", "80"),
        (IKM, "realisasi", "2022", "82"),
        (IKM, "capaian_pct", "2022", "102,50"),
        ("Nilai SAKIP Kecamatan", "target", "2022", "70"),
        ("Nilai SAKIP Kecamatan", "realisasi", "2022", "71"),
        ("Nilai SAKIP Kecamatan", "capaian_pct", "2022", "101,43"),
    ]
    assert own[12:] == [
        (IKM, "target_akhir", "2026", "85"),
        ("Nilai SAKIP Kecamatan", "target_akhir", "2026", "80"),
        (IKM, "kemajuan_pct", "2023", "97,65 %"),
        ("Nilai SAKIP Kecamatan", "kemajuan_pct", "2023", "90,00 %"),
    ]
    assert read_it.kind == "banding_tahun"


@pytest.mark.parametrize(
    "over",
    ["Renstra", "Kinerja", "Tingkat Capaian", "Tingkat Capaian Renstra", "Persentase Perjanjian Kinerja"],
)
def test_what_stands_over_the_measures_of_years_is_not_always_an_indicator(read, over):
    read_it = read(
        [["Tahun", over, "<"], ["^", "Target", "Realisasi"]], [["2022", "80", "82"], ["2023", "81", "83"]]
    )
    assert {o.subject for o in read_it.report.observations} == {""}


def test_rows_that_are_neither_years_nor_of_the_plan_turn_nothing(read):
    read_it = read(
        [["Tahun", "Target", "Realisasi"]], [["2022", "80", "82"], ["2023", "81", "83"], ["Semula", "1", "2"]]
    )
    assert {o.period for o in read_it.report.observations if o.measure == "target"} == {"2023"}


def test_a_name_beside_the_first_year_among_names_merged_over_theirs(read):
    years = [["2022", "80"], ["2023", "81"]]
    body = [[IKM, *years[0]], ["^", *years[1]], ["Nilai SAKIP", *years[0]], ["", *years[1]]]
    read_it = read([["Indikator", "Tahun", "Target"]], body)
    assert [o.subject for o in read_it.report.observations] == [IKM] * 2 + ["Nilai SAKIP"] * 2


def test_what_is_reached_of_the_plan_beside_its_end(read):
    read_it = read(
        [["Tahun", "Target", "Realisasi", "%"]],
        [
            ["2022", "80", "82", "102,50"],
            ["2023", "81", "83", "102,47"],
            ["2026 (akhir Renstra)", "85", "83", "97,65"],
        ],
    )
    assert [(o.measure, o.period) for o in read_it.report.observations[6:]] == [
        ("target_akhir", "2026"),
        ("realisasi", "2023"),
        ("kemajuan_pct", "2023"),
    ]


@pytest.mark.parametrize(
    ("label", "figures"), [("Kemajuan", ("1,25", "1,22")), ("Kemajuan dibanding 2022", ("", "1,22 %"))]
)
def test_a_growth_is_no_progress(read, label, figures):
    rows = [["2022", "80", "82"], ["2023", "81", "83"], ["2026 (akhir Renstra)", "85", ""], [label, *figures]]
    observations = read([["Tahun", "Target", "Realisasi"]], rows).report.observations
    assert not any(o.measure == "kemajuan_pct" for o in observations)


def test_three_levels_over_the_measures_of_years(read):
    read_it = read(
        [["Tahun", IKM, "<", "<"], ["^", "Kinerja", "<", "Capaian (%)"], ["^", "Target", "Realisasi", "^"]],
        [["2022", "80", "82", "102,50"], ["2023", "81", "83", "102,47"]],
    )
    assert {o.subject for o in read_it.report.observations} == {IKM}


def test_a_row_persentase_below_target_and_realisasi(read_tables, table_of):
    own = table_of(
        [["Tahun", "2022", "2023"]], [["Target", "60", "55"], ["Realisasi", "64", "58"], ["Persentase", "93,33", "94,55"]],
        page=3, caption="Kejadian gangguan kamtibmas",
    )  # fmt: skip
    assert [m for _, m, _, _ in figures(read_tables(own).report)] == ["target"] * 2 + ["realisasi"] * 2 + [
        "capaian_pct"
    ] * 2


@pytest.mark.parametrize(
    "names",
    [
        (IKM, IKM, "Nilai SAKIP", "Nilai SAKIP"),  # printed on every row
        (IKM, "Waktu layanan", "Nilai SAKIP", "Nilai RB"),
    ],
)
def test_names_on_every_row_are_those_of_their_rows(read, names):
    body = [[name, year, "80,00"] for name, year in zip(names, ("2022", "2023") * 2, strict=True)]
    found = read([["Indikator", "Tahun", "Target"]], body)
    assert [o.subject for o in found.report.observations] == list(names)


@pytest.mark.parametrize("shares", [("9,00", "9,10"), ("93,33", "9,10")])
def test_a_row_persentase_that_is_the_ratio_in_some_year_only(read_tables, table_of, shares):
    """Of poverty "Persentase" may be the share of the poor."""
    own = table_of(
        [["Tahun", "2022", "2023"]], [["Target", "60", "55"], ["Realisasi", "64", "58"], ["Persentase", *shares]],
        page=3, caption="Jumlah penduduk miskin",
    )  # fmt: skip
    told = {m for _, m, _, _ in figures(read_tables(own).report)}
    assert ("capaian_pct" in told) is (shares[0] == "93,33")


def test_a_row_persentase_below_places_turns_nothing(read):
    found = read(
        [["Uraian", "Barat", "Timur", "Selatan"]],
        [
            ["Target", "100", "200", "300"],
            ["Realisasi", "90", "210", "290"],
            ["%", "90,00", "105,00", "96,67"],
        ],
    )
    assert len(found.report.observations) == 9


def test_rows_target_and_realisasi_beside_performance_and_money(read):
    found = read(
        [["Kegiatan", "Indikator", "", "TW I", "<", "TW II", "<"], ["^", "^", "^", "K", "Rp", "K", "Rp"]],
        [
            ["Pengawasan Internal", "Jumlah LHP", "Target", "20", "429.712.000", "55", "1.289.137.000"],
            ["^", "^", "Realisasi", "18", "333.760.000", "56", "1.140.347.000"],
        ],
    )
    told = {(o.measure, o.period): (o.subject, o.raw) for o in found.report.observations}
    assert told == {
        ("target", "2023-TW1"): ("Jumlah LHP", "20"),
        ("pagu_rp", "2023-TW1"): ("Pengawasan Internal", "429.712.000"),
        ("target", "2023-TW2"): ("Jumlah LHP", "55"),
        ("pagu_rp", "2023-TW2"): ("Pengawasan Internal", "1.289.137.000"),
        ("realisasi", "2023-TW1"): ("Jumlah LHP", "18"),
        ("realisasi_rp", "2023-TW1"): ("Pengawasan Internal", "333.760.000"),
        ("realisasi", "2023-TW2"): ("Jumlah LHP", "56"),
        ("realisasi_rp", "2023-TW2"): ("Pengawasan Internal", "1.140.347.000"),
    }
    assert found.kind == "renaksi"


def test_indicators_side_by_side_each_over_its_years(read):
    found = read(
        [
            [
                "Uraian",
                "Persentase ruang sesuai RTRW (%)",
                "<",
                "Rata-rata waktu penerbitan izin (Hari)",
                "<",
            ],
            ["^", "2023", "2022", "2023", "2022"],
        ],
        [
            ["Target", "83,00", "80,00", "10", "10"],
            ["Realisasi", "83,20", "80,65", "9", "10"],
            ["Capaian (%)", "100,24", "100,81", "110,00", "100,00"],
        ],
    )
    told = {(o.subject, o.measure, o.period): o.raw for o in found.report.observations}
    assert told["Persentase ruang sesuai RTRW", "realisasi", "2022"] == "80,65"
    assert told["Rata-rata waktu penerbitan izin", "target", "2023"] == "10"
    assert told["Rata-rata waktu penerbitan izin", "capaian_pct", "2023"] == "110,00"
    assert len(told) == len(found.report.observations) == 12


def test_years_of_plans_side_by_side_name_no_indicator(read_tables, table_of):
    own = table_of(
        [["Uraian", "Target Renstra", "<", "Perjanjian Kinerja", "<"], ["^", "2022", "2023", "2022", "2023"]],
        [["Target", "80", "81", "80", "82"], ["Realisasi", "79", "83", "79", "83"]],
        caption="Indeks Kepuasan Masyarakat",
    )
    assert not {o.subject for o in read_tables(own).report.observations} & {
        "Target Renstra",
        "Perjanjian Kinerja",
    }


def test_places_over_years_name_no_indicator_beside_a_column_of_them(read):
    found = read(
        [
            ["Indikator", "Uraian", "Nilai Perangkat Daerah", "<", "Nilai Pemerintah Kabupaten", "<"],
            ["^", "^", "2022", "2023", "2022", "2023"],
        ],
        [
            ["Persentase desa tertib", "Target", "80", "81", "82", "83"],
            ["^", "Realisasi", "80", "82", "82", "84"],
            ["Persentase desa mandiri", "Target", "70", "71", "72", "73"],
            ["^", "Realisasi", "70", "72", "72", "74"],
        ],
    )
    assert {o.subject for o in found.report.observations} == {
        "Persentase desa tertib",
        "Persentase desa mandiri",
    }


def test_pairs_of_percentages_by_quarter_are_no_rupiah(read):
    found = read(
        [["Kegiatan", "", "TW I", "<"], ["^", "^", "Fisik", "Keuangan"]],
        [["Rehab kantor", "Target", "20", "30"], ["^", "Realisasi", "19", "29"]],
    )
    assert not {o.measure for o in found.report.observations} & {"pagu_rp", "realisasi_rp"}


def test_the_share_below_money_by_years(read):
    found = read(
        [["Program", "Uraian", "2022", "<", "2023", "<"], ["^", "^", "K", "Rp", "K", "Rp"]],
        [
            ["Program Penunjang", "Target", "5", "100.000.000", "6", "200.000.000"],
            ["^", "Realisasi", "5", "95.000.000", "6", "190.000.000"],
            ["^", "Capaian (%)", "100", "95", "100", "95"],
        ],
    )
    told = [(o.measure, o.raw) for o in found.report.observations if o.col in (3, 5)]
    assert [m for m, _ in told] == ["pagu_rp"] * 2 + ["realisasi_rp"] * 2 + ["serapan_pct"] * 2
