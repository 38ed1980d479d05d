"""Rules on columns and on the plan: means, copied columns, rupiah among performance, targets and their end."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import Identity, TableColumn
from lkjip_schemas.table_records import TujuanSasaran
from lkjip_schemas.vocabulary import (
    DocumentKind,
    Measure,
    Outcome,
    Severity,
    SubjectLevel,
    TableKind,
    UnitLevel,
)

SHARE, TARGET, REALISED, END = Measure.CAPAIAN_PCT, Measure.TARGET, Measure.REALISASI, Measure.TARGET_AKHIR


def outcome_of(b, rule_id):
    findings, runs = check_report(b.report())
    return next(r.outcome for r in runs if r.rule_id == rule_id), [
        f for f in findings if f.rule_id == rule_id
    ]


def put_three(b, table, page, figure):
    """A table of three indicators with what was reached; the first one has the figure."""
    for name, own in (
        ("Indeks Kepuasan Masyarakat", figure),
        ("Nilai SAKIP", "70,10"),
        ("Angka Panen", "12,5"),
    ):
        b.put(table, TableKind.PENGUKURAN, page, name, [(REALISED, "2023", own)])


@pytest.mark.parametrize(
    ("mean", "outcome"),
    [
        ("90,00", Outcome.PASS),
        ("86,67", Outcome.PASS),
        ("95,00", Outcome.FAIL),
    ],  # exact, capped at 100, neither
)
def test_means(builder, mean, outcome):
    b = builder()
    for name, share in (("Indeks A", "60,00"), ("Indeks B", "110,00"), ("Indeks C", "100,00")):
        b.put(1, TableKind.PENGUKURAN, 3, name, [(SHARE, "2023", share)])
    b.put(1, TableKind.PENGUKURAN, 3, "RATA-RATA", [(SHARE, "2023", mean)], level=SubjectLevel.TOTAL)
    assert outcome_of(b, "AR-09")[0] is outcome


@pytest.mark.parametrize(
    ("targets", "shares", "outcome"),
    [
        (("85", "80", "70"), ("90,02", "87,29", "90,13"), Outcome.FAIL),
        (("85", "80", "70"), ("90,02", "109,11", "128,76"), Outcome.PASS),
        (("100", "100", "100"), ("90,02", "87,29", "90,13"), Outcome.NOT_RUN),
    ],
)
def test_achievement_copied_from_the_realisasi(builder, targets, shares, outcome):
    b = builder()
    for name, target, real, share in zip("ABC", targets, ("90,02", "87,29", "90,13"), shares, strict=True):
        b.indicator(1, 6, f"Indeks Kepuasan {name}", target, real, share)
    assert outcome_of(b, "CT-03")[0] is outcome


@pytest.mark.parametrize(
    ("head", "caption", "outcome"),
    [
        ("TARGET", "Pencapaian Kinerja", Outcome.FAIL),
        ("Target Anggaran", "Pencapaian Kinerja", Outcome.PASS),
        ("TARGET", "Realisasi Anggaran 2023", Outcome.PASS),
    ],
)
def test_rupiah_in_performance_columns(builder, head, caption, outcome):
    b = builder()
    b.table(1, TableKind.REALISASI_ANGGARAN, 16, caption)
    for n in range(3):
        b.put(
            1,
            TableKind.REALISASI_ANGGARAN,
            16,
            f"Program {n}",
            [(Measure.PAGU_RP, "2023", f"{n + 1}.236.025.535")],
        )
    columns = tuple(
        type(c)(col=c.col, header=h, role=role, measure=measure)
        for c, h, role, measure in zip(
            _columns(b), ("No", "Indikator Kinerja", head), ("number", "indikator", "measure"), ("", "", "pagu_rp"),
            strict=True,
        )
    )  # fmt: skip
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    assert outcome_of(b, "CT-13")[0] is outcome


def _columns(b):
    b.table(99, TableKind.OTHER, 16, heads=("", "", ""))
    return b.tables.pop(99).columns


@pytest.mark.parametrize(("second", "outcome"), [("85,07", Outcome.PASS), ("85.07", Outcome.FAIL)])
def test_one_decimal_mark_in_a_column(builder, second, outcome):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 21, "Indeks A", [(REALISED, "2023", "87,02")])
    b.put(1, TableKind.PENGUKURAN, 21, "Indeks B", [(REALISED, "2023", second)])
    assert outcome_of(b, "TX-01")[0] is outcome


def planned(builder, target, end, *, head="Target Akhir Renstra 2023", year=2023, period="2018-2023"):
    b = builder(year)
    b.identity = Identity(kind=DocumentKind.LKJIP, year=year, plan_period=period)
    b.put(1, TableKind.PENGUKURAN, 14, "Indeks Kepuasan Masyarakat", [(TARGET, str(year), target)])
    b.table(2, TableKind.JANGKA_MENENGAH, 21, heads=("", "", head))
    columns = tuple(c.model_copy(update={"header": head}) for c in b.tables[2].columns)
    b.tables[2] = b.tables[2].model_copy(update={"columns": columns})
    b.put(2, TableKind.JANGKA_MENENGAH, 21, "Indeks Kepuasan Masyarakat", [(END, head[-4:], end)])
    return b


@pytest.mark.parametrize(
    ("target", "end", "more", "outcome"),
    [
        ("85", "85", {}, Outcome.PASS),
        ("85", "90,10", {}, Outcome.FAIL),
        ("85", "90,10", {"year": 2022}, Outcome.NOT_RUN),
        ("85", "425", {"head": "Target s/d 2023"}, Outcome.NOT_RUN),
        ("85", "90,10", {"period": ""}, Outcome.NOT_RUN),
    ],
)
def test_the_last_year_s_target_is_the_end_target(builder, target, end, more, outcome):
    assert outcome_of(planned(builder, target, end, **more), "CP-04")[0] is outcome


@pytest.mark.parametrize(
    ("head", "outcome"), [("Target Akhir Renstra 2023", Outcome.PASS), ("Target Akhir 2024", Outcome.FAIL)]
)
def test_the_end_target_lies_in_the_plan(builder, head, outcome):
    assert outcome_of(planned(builder, "85", "85", head=head), "CP-08")[0] is outcome


@pytest.mark.parametrize(
    ("names", "before", "outcome"),
    [
        (("Indeks A", "Indeks B"), ("88,89", "87,30"), Outcome.FAIL),
        (("Indeks A", "Indeks B"), ("88,89", "60,00"), Outcome.PASS),  # one indicator is no pattern
        (("Angka Kematian Ibu", "Jumlah Kasus Stunting"), ("88,89", "87,30"), Outcome.NOT_RUN),
        (("Luas Kawasan Kumuh", "Indeks Gini"), ("88,89", "87,30"), Outcome.NOT_RUN),
        (("Indeks A", "Indeks B"), ("888,9", "873,0"), Outcome.PASS),  # they measure different things
    ],
)
def test_targets_below_last_year_s_realisasi(builder, names, before, outcome):
    b = builder()
    for name, value in zip(names, before, strict=True):
        b.put(1, TableKind.BANDING_TAHUN, 21, name, [(REALISED, "2022", value), (TARGET, "2023", "70")])
    assert outcome_of(b, "CY-02")[0] is outcome


@pytest.mark.parametrize(("share", "outcome"), [("105,88", Outcome.NOT_RUN), ("94,12", Outcome.FAIL)])
def test_a_target_below_last_year_where_less_is_better_by_its_formula(builder, share, outcome):
    """(2 x 0,51 - 0,48) / 0,51 is 105,88: of a ratio of volume and capacity less is better."""
    b = builder()
    for name in ("Rata-rata V/C ratio ruas jalan kota", "Derajat kejenuhan simpang"):
        figures = [
            (TARGET, "2022", "0,51"),
            (REALISED, "2022", "0,48"),
            (SHARE, "2022", share),
            (TARGET, "2023", "0,46"),
        ]
        b.put(1, TableKind.BANDING_TAHUN, 8, name, figures)
    assert outcome_of(b, "CY-02")[0] is outcome


@pytest.mark.parametrize(
    ("elsewhere", "outcome"),
    [
        (("90,02", "87,29", "90,13"), Outcome.PASS),
        (("90,02", "87,29", "80,13"), Outcome.FAIL),
        (("90,0", "87,3", "90,1"), Outcome.PASS),  # rounded
        (("105,9", "109,1", "128,8"), Outcome.PASS),  # another measure altogether
        (("90,02", "87,29", "901,3"), Outcome.PASS),  # another size
    ],
)
def test_one_realisasi_in_all_tables(builder, elsewhere, outcome):
    b = builder()
    for table, figures in ((1, ("90,02", "87,29", "90,13")), (2, elsewhere)):
        for name, figure in zip(
            ("Indeks Kepuasan Masyarakat", "Nilai SAKIP", "Predikat Kecamatan"), figures, strict=True
        ):
            b.put(table, TableKind.PENGUKURAN, table + 10, name, [(REALISED, "2023", figure)])
    found, findings = outcome_of(b, "CT-02")
    assert found is outcome
    if findings:
        assert findings[0].pages == (11, 12) and "80,13" in findings[0].message_en


def test_ct02_counts_the_tables_of_a_page(builder):
    b = builder()
    for table, page, figure in ((1, 7, "77,09"), (2, 7, "77,09"), (3, 9, "77,90")):
        put_three(b, table, page, figure)
    (finding,) = outcome_of(b, "CT-02")[1]
    assert "77,09 (halaman 7, 2 tabel); 77,90 (halaman 9)" in finding.message_id


@pytest.mark.parametrize(
    ("year_before", "outcome"), [("5,20", Outcome.FAIL), ("6,90", Outcome.PASS)]
)  # nothing tells that the two speak of one thing
def test_realisasi_beside_the_plan_differs_where_that_of_another_year_is_the_same(
    builder, year_before, outcome
):
    b = builder()
    name = "Persentase kenaikan volume perdagangan"
    b.put(1, TableKind.PENGUKURAN, 54, name, [(REALISED, "2022", "5,20"), (REALISED, "2023", "7,89")])
    b.put(
        2, TableKind.JANGKA_MENENGAH, 55, name, [(REALISED, "2022", year_before), (REALISED, "2023", "7,91")]
    )
    assert outcome_of(b, "CT-02")[0] is outcome


@pytest.mark.parametrize(("years", "outcome"), [(("2022", "2023"), Outcome.FAIL), (("2023",), Outcome.PASS)])
def test_realisasi_of_years_side_by_side_is_that_of_each_year(builder, years, outcome):
    b = builder()
    name, before = "Indeks Kepuasan Masyarakat", years[0]
    b.put(1, TableKind.BANDING_TAHUN, 9, name, [(REALISED, before, "81,25"), (REALISED, "2024", "83,47")])
    b.table(2, TableKind.JANGKA_MENENGAH, 10, "Realisasi s.d. Tahun 2023 terhadap Target Akhir Renstra")
    columns = tuple(TableColumn(col=n, measure=REALISED, period=y) for n, y in enumerate(years, start=2))
    b.tables[2] = b.tables[2].model_copy(update={"columns": columns})
    b.put(2, TableKind.JANGKA_MENENGAH, 10, name, [(REALISED, before, "82,15"), (REALISED, "2024", "83,47")])
    assert outcome_of(b, "CT-02")[0] is outcome


@pytest.mark.parametrize(
    ("of_year", "outcome"), [("83,47", Outcome.PASS), ("85,20", Outcome.FAIL), ("", Outcome.FAIL)]
)
def test_the_last_quarter_beside_a_figure_of_the_year_is_not_that_of_the_year(builder, of_year, outcome):
    """Surveys of each quarter, and their mean."""
    b = builder()
    names = ("Indeks Kepuasan Masyarakat", "Nilai SAKIP", "Angka Panen", "Cakupan Layanan")
    for name, quarter, year in zip(
        names, ("85,20", "70,10", "12,5", "64,4"), ("83,47", "70,10", "12,5", "64,4"), strict=True
    ):
        figures = [(REALISED, "2023-TW4", quarter)]
        b.put(
            1,
            TableKind.RENAKSI,
            6,
            name,
            [*figures, (REALISED, "2023", of_year)] if of_year and quarter != year else figures,
        )
        b.put(2, TableKind.PENGUKURAN, 9, name, [(REALISED, "2023", year)])
    assert outcome_of(b, "CT-02")[0] is outcome


@pytest.mark.parametrize(("printed", "outcome"), [("10,00", Outcome.PASS), ("12,00", Outcome.FAIL)])
def test_one_formula_of_efficiency(builder, printed, outcome):
    b = builder()
    rows = (
        ("A", "105,00", "95,00", "10,00"),
        ("B", "110,00", "90,00", "20,00"),
        ("C", "105,00", "95,00", printed),
    )
    for name, share, spent, told in rows:
        figures = [
            (SHARE, "2023", share),
            (Measure.SERAPAN_PCT, "2023", spent),
            ("other:Tingkat Efisiensi", "2023", told),
        ]
        b.put(1, TableKind.EFISIENSI, 21, f"Indeks {name}", figures)
    found, findings = outcome_of(b, "AR-13")
    assert found is outcome
    assert [f.expected for f in findings] == (["10,00"] if findings else [])


@pytest.mark.parametrize(
    ("second", "level", "outcome"),
    [
        ("Penyediaan Jasa Peralatan dan Perlengkapan Kantor", "S", Outcome.FAIL),
        ("Penyediaan Jasa Komunikasi Sumber Daya Air dan Listrik", "S", Outcome.PASS),
        ("Jumlah rekening yang dibayar", "", Outcome.PASS),  # the indicator of the sub kegiatan
    ],
)
def test_one_code_one_name(builder, second, level, outcome):
    b = builder()
    b.money(
        1,
        32,
        "S",
        "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
        "100.000.000",
        code="01.2.08.02",
    )
    if level:
        b.money(1, 32, level, second, "50.000.000", code="01.2.08.02")
    else:
        b.put(1, TableKind.RENSTRA_MATRIX, 32, second, [(TARGET, "2023", "5")], code="01.2.08.02")
    assert outcome_of(b, "KD-02")[0] is outcome


@pytest.mark.parametrize(("targets", "outcome"), [(("85", "80", "70"), 1), (("100", "100", "100"), 0)])
def test_a_table_of_grades_that_repeats_the_realisasi(builder, targets, outcome):
    b = builder()
    values = ("90,02", "87,29", "90,13")
    b.table(2, TableKind.OTHER, 15, "Tabel Kategori Nilai Evaluasi Kinerja")
    columns = (
        TableColumn(col=1, header="INDIKATOR KINERJA", role="indikator"),
        TableColumn(col=2, header="CAPAIAN", role="measure", measure="other:CAPAIAN"),
    )
    b.tables[2] = b.tables[2].model_copy(update={"columns": columns})
    for name, target, value in zip("ABC", targets, values, strict=True):
        b.indicator(1, 20, f"Indeks Kepuasan {name}", target, value)
        b.put(2, TableKind.OTHER, 15, f"Indeks Kepuasan {name}", [("other:CAPAIAN", "2023", value)])
    found = outcome_of(b, "CT-03")[1]
    assert ["tidak memuat kategori" in f.message_id for f in found] == [True] * outcome


@pytest.mark.parametrize(
    ("label", "told"), [("Total & Rata-Rata Capaian", True), ("Total", False), ("Rata-rata", False)]
)
def test_a_mean_that_is_promised_and_not_printed(builder, label, told):
    b = builder()
    figures = [(Measure.PAGU_RP, "2023", "1.000"), (REALISED, "2023", "12")]
    b.put(1, TableKind.RENSTRA_MATRIX, 30, "Program Pelayanan", figures)
    b.put(
        1, TableKind.RENSTRA_MATRIX, 30, label, [(Measure.PAGU_RP, "2023", "1.000")], level=SubjectLevel.TOTAL
    )
    found = outcome_of(b, "AR-09")[1]
    assert ["menjanjikan rata-rata capaian" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(("second", "numbers", "told"), [("REALISASI", "1 2 3 3", True), ("TARGET Rp", "1 2 3 3", False),
                                                         ("REALISASI", "1 2 3 4", False)])  # fmt: skip
def test_a_column_number_printed_twice(builder, second, numbers, told):
    b = builder()
    b.indicator(1, 20, "Predikat Kinerja", "70", "90,13")
    heads = (("NO", ""), ("INDIKATOR", ""), ("TARGET", "target"), (second, "realisasi"))
    columns = tuple(
        TableColumn(col=i, header=head, index=number, measure=measure)
        for i, ((head, measure), number) in enumerate(zip(heads, numbers.split(), strict=True))
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    found = outcome_of(b, "ST-11")[1]
    assert ["nomor kolom 3 tercetak dua kali" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(("sasaran_page", "told"), [("sasaran", True), ("program", False)])
def test_a_statement_at_two_levels(builder, sasaran_page, told):
    aim = "Meningkatkan kepuasan masyarakat terhadap pelayanan publik"
    b = builder()
    b.indicator(1, 13, "Predikat Kinerja", "70", kind=TableKind.TUJUAN_SASARAN, parent="Meningkatnya kinerja")
    b.indicator(2, 29, "Indeks Kepuasan Masyarakat", "80", "80", kind=TableKind.RENSTRA_MATRIX, parent=aim)
    columns = tuple(TableColumn(col=i, role=role) for i, role in enumerate(("tujuan", sasaran_page)))
    b.tables[2] = b.tables[2].model_copy(update={"columns": columns})
    record = TujuanSasaran(
        table_no=1, row=0, place=Place(13, Box(0, 0, 9, 9)), tujuan=aim, sasaran="Meningkatnya kinerja"
    )
    findings, _ = check_report(b.report().model_copy(update={"records": (record,)}))
    found = [f for f in findings if f.rule_id == "CT-05"]
    assert ["adalah tujuan pada halaman 13, sasaran pada halaman 29" in f.message_id for f in found] == [
        True
    ] * told


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Tabel Kategori Nilai Evaluasi", True),
        ("Tabel 2.9 Kategori Nilai", False),
        ("Tabel di atas menunjukkan", False),
    ],
)
def test_a_table_without_a_number(builder, caption, told):
    b = builder()
    for n in range(1, 5):
        b.table(n, TableKind.PENGUKURAN, n, f"Tabel 3.{n} Pengukuran {n}")
    b.table(9, TableKind.OTHER, 15, caption)
    found = outcome_of(b, "ST-11")[1]
    assert ["“Tabel Kategori Nilai Evaluasi” tanpa nomor (halaman 15)" in f.message_id for f in found] == [
        True
    ] * told


@pytest.mark.parametrize(
    ("second", "told"),
    [("Penyediaan Barang Cetakan dan Penggandaan", True), ("Penyediaan Barang Cetak dan Penggandaan", False),
     ("Penyediaan Barang Cetak", False), ("Penyediaan Bahan Logistik Kantor", False)],
)  # fmt: skip
def test_two_wordings_of_one_code(builder, second, told):
    b = builder()
    b.money(1, 18, "S", "Penyediaan Barang Cetak dan Penggandaan", "52.327.800", code="7.01.01.2.06.05")
    b.money(2, 37, "S", second, "52.327.800", code="7.01.01.2.06.05")
    found = outcome_of(b, "KD-03")[1]
    assert ["ditulis dengan dua cara: 7.01.01.2.06.05" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Program Pemberdayaan Masyarakat Kampung dan Kelurahan", False),
        ("Program Pemberdayaan Masyarakat Kalurahan dan Kelurahan", False),
        ("Program Kebersihan Lingkungan", True),
    ],
)
def test_a_village_by_its_own_name_is_no_other_program(builder, name, told):
    b = builder()
    b.identity = Identity(kind=DocumentKind.LKJIP, year=2023, level=UnitLevel.KECAMATAN)
    b.money(1, 18, "P", name, "52.327.800", code="7.01.03")
    found = outcome_of(b, "KD-03")[1]
    assert ["7.01.03" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (("2019-2020", "2021-2022", "2023"), True),
        (("2018-2020", "2021-2022", "2023"), False),
        (("2018-2023",), False),
    ],
)
def test_years_that_the_blocks_of_a_plan_leave_out(builder, periods, told):
    b = builder()
    b.identity = Identity(kind=DocumentKind.LKJIP, year=2023, plan_period="2018-2023")
    for period in periods:
        b.put(1, TableKind.RENSTRA_MATRIX, 29, f"Program {period}", [(TARGET, period, "100")])
    columns = (
        TableColumn(
            col=2, header="Target Renstra pada Tahun 2018 s/d 2023 K", role="measure", measure="target"
        ),
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    found = outcome_of(b, "CP-08")[1]
    assert ["tidak ada bagian untuk tahun 2018" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("caption", "years", "told"),
    [
        ("Tabel 2.1 Target RPJMD Tahun 2016-2021", (2022, 2023, 2024), True),
        ("Tabel 2.1 Target RPJMD Tahun 2021-2026", (2022, 2023, 2024), False),
        ("Tabel 2.1 Evaluasi Target RPJMD Tahun 2016-2021", (2022, 2023), False),
        ("Tabel 2.1 Target RPJMD Tahun 2016-2021", (2021, 2022), False),
        ("Tabel 2.1 Target Kinerja Tahun 2016-2021", (2022, 2023), False),
    ],
)
def test_titles_that_name_a_plan_whose_years_end_before_its_targets(builder, caption, years, told):
    b = builder()
    b.identity = Identity(kind=DocumentKind.LKJIP, year=2022, plan_period="2021-2026")
    b.table(1, TableKind.TUJUAN_SASARAN, 8, caption)
    columns = tuple(
        TableColumn(col=2 + k, header=f"Target {y}", role="measure", measure="target")
        for k, y in enumerate(years)
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    b.put(1, TableKind.TUJUAN_SASARAN, 8, "Indeks Inovasi", [(TARGET, str(y), "60,5") for y in years])
    found = outcome_of(b, "CP-08")[1]
    assert ["2016-2021" in f.message_id for f in found] == [True] * told


def test_a_mean_over_one_wrong_achievement_is_folded_into_it(builder):
    b = builder()
    for name, target, real, share in (
        ("A", "71", "71,86", "102,21"),
        ("B", "80", "76", "95,00"),
        ("C", "50", "48,5", "97,00"),
    ):
        b.indicator(1, 6, f"Indeks {name}", target, real, share)
    mean = [(TARGET, "2023", "-"), (REALISED, "2023", "-"), (SHARE, "2023", "97,74")]
    b.put(1, TableKind.PENGUKURAN, 6, "Rata-rata capaian", mean, level=SubjectLevel.TOTAL)
    findings, _ = check_report(b.report())
    by_key = {f.key: f for f in findings}
    (mean,) = [f for f in findings if f.rule_id == "AR-09"]
    assert "Dengan 101,21 % di tempat 102,21" in mean.message_id
    assert by_key[mean.folded_into].rule_id == "AR-01"


@pytest.mark.parametrize(("planned", "folded"), [("36", True), ("37", False)])
def test_an_agreement_apart_from_plan_and_measuring_is_one_finding(builder, planned, folded):
    name = "Persentase usulan musrenbang yang diakomodir"
    b = builder()
    b.put(1, TableKind.TUJUAN_SASARAN, 4, name, [(TARGET, "2022", "30"), (TARGET, "2023", planned)])
    b.put(2, TableKind.PK_SASARAN, 4, name, [(TARGET, "2023", "35")])
    b.indicator(3, 6, name, "36", "36", "100,00")
    findings, _ = check_report(b.report())
    (plan,) = [f for f in findings if f.rule_id == "CP-03"]
    assert bool(plan.folded_into) is folded


@pytest.mark.parametrize(("total", "told"), [("3.100.000", True), ("3.000.000", False)])
def test_a_total_above_its_rows(builder, total, told):
    b = builder()
    b.money(1, 8, "T", "JUMLAH", total, "2.900.000")
    b.money(1, 8, "P", "Program Pelayanan", "1.000.000", "950.000")
    b.money(1, 8, "P", "Program Pembinaan", "2.000.000", "1.950.000")
    found = outcome_of(b, "AR-05")[1]
    assert ["3.100.000" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("other", "label", "told"),
    [("99,90", "Rata-rata capaian", 1), ("98,00", "Rata-rata capaian", 0), ("99,90", "Rata-rata nilai", 0)],
)
def test_the_mean_of_two_rows_where_another_one_shows_what_it_is_of(builder, other, label, told):
    """Of 97,87 and 75,13 it is 86,50; that of 100,12 and 99,68 is 99,90."""
    b = builder()
    for number, mean, name, shares in (
        (1, other, "Rata-rata capaian", ("100,12", "99,68")),
        (2, "89,50", label, ("97,87", "75,13")),
    ):
        for k, share in enumerate(shares):
            b.put(number, TableKind.PENGUKURAN, 8, f"Indikator {number} {k}", [(SHARE, "2023", share)])
        b.put(number, TableKind.PENGUKURAN, 8, name, [(SHARE, "2023", mean)], level=SubjectLevel.TOTAL)
    found = outcome_of(b, "AR-09")[1]
    assert ["tercetak 89,50" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("total", "in_force", "told"),
    [("3.037.800", "3.118.503", 1), ("3.036.800", "3.118.503", 0), ("3.037.800", "3.118.500", 0)],
)
def test_the_total_of_budgets_before_their_revision(builder, total, in_force, told):
    """Their rows add up to 3.036.800, those in force to 3.118.503."""
    b = builder()
    b.table(1, TableKind.PK_ANGGARAN, 7, heads=("", ""))
    columns = (
        TableColumn(col=2, header="Anggaran (Rp) Sebelum", measure="other:Anggaran (Rp) Sebelum"),
        TableColumn(col=3, header="Anggaran (Rp) Sesudah", measure=Measure.PAGU_RP),
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    rows = (
        ("Program A", "2.468.200", "2.523.948"),
        ("Program B", "568.600", "594.555"),
        ("Jumlah", total, in_force),
    )
    for name, before, after in rows:
        level = SubjectLevel.TOTAL if name == "Jumlah" else SubjectLevel.PROGRAM
        figures = [("other:Anggaran (Rp) Sebelum", "2023", before), (Measure.PAGU_RP, "2023", after)]
        b.put(1, TableKind.PK_ANGGARAN, 7, name, figures, level=level)
    found = [f for f in outcome_of(b, "AR-05")[1] if "Sebelum" in f.message_id]
    assert [f.expected for f in found] == ["3.036.800"] * told


@pytest.mark.parametrize(
    ("label", "told"), [("Rata-rata 19 Indikator", 0), ("Rata-rata 3 Sasaran", 1), ("Rata-rata", 1)]
)
def test_a_mean_of_others_is_not_that_of_the_rows_above(builder, label, told):
    b = builder()
    for name, share in (("A", "100,00"), ("B", "110,00"), ("C", "90,00"), (label, "97,00")):
        b.put(
            1,
            TableKind.PENGUKURAN,
            8,
            f"Sasaran {name}" if len(name) == 1 else name,
            [(SHARE, "2023", share)],
        )
    assert len(outcome_of(b, "AR-09")[1]) == told


@pytest.mark.parametrize(
    ("printed", "of_indicators", "told"), [("98,00", False, 0), ("98,50", False, 1), ("98,00", True, 1)]
)
def test_the_mean_of_all_indicators_may_be_repeated_below_the_sasaran(builder, printed, of_indicators, told):
    """Of five indicators it is 98,00; of the three sasaran 97,00. Below other indicators it is copied."""
    b = builder()
    for n, share in enumerate(("102,00", "98,00", "97,00", "96,00", "97,00")):
        b.put(1, TableKind.PENGUKURAN, 4, f"Indikator {n}", [(SHARE, "2023", share)])
    b.put(
        1, TableKind.PENGUKURAN, 4, "Rata-rata capaian", [(SHARE, "2023", "98,00")], level=SubjectLevel.TOTAL
    )
    for n, share in enumerate(("100,00", "95,00", "96,00")):
        level = SubjectLevel.INDIKATOR if of_indicators else SubjectLevel.UNKNOWN
        b.put(2, TableKind.EFISIENSI, 9, f"Sasaran {n}", [(SHARE, "2023", share)], level=level)
    b.put(2, TableKind.EFISIENSI, 9, "Rata-rata", [(SHARE, "2023", printed)], level=SubjectLevel.TOTAL)
    assert len(outcome_of(b, "AR-09")[1]) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Rata-rata seluruh indikator", 0),
        ("Rata-rata seluruh sasaran", 1),
        ("Rata-rata capaian indikator sasaran", 1),
    ],
)
def test_a_mean_of_indicators_below_sasaran_is_not_theirs(builder, name, told):
    b = builder()
    for n, share in enumerate(("99,89", "100,36", "99,74", "101,51")):
        subject, level = f"Meningkatnya hasil {n}", SubjectLevel.UNKNOWN
        b.put(1, TableKind.PENGUKURAN, 2, subject, [(SHARE, "2023", share)], level=level)
    b.put(1, TableKind.PENGUKURAN, 2, name, [(SHARE, "2023", "100,15")], level=SubjectLevel.TOTAL)
    assert len(outcome_of(b, "AR-09")[1]) == told


@pytest.mark.parametrize(
    ("other", "severity"), [("98,89", Severity.LOW), ("98,98", Severity.HIGH), ("98,7", Severity.HIGH)]
)
def test_ct02_figures_that_are_only_rounded_otherwise(builder, other, severity):
    b = builder()
    for table, page, figure in ((1, 4, "98,90"), (2, 12, other)):
        put_three(b, table, page, figure)
    (finding,) = outcome_of(b, "CT-02")[1]
    assert finding.severity is severity


@pytest.mark.parametrize(("mean", "told"), [("85,00", 0), ("80,00", 0), ("86,00", 1)])
def test_a_mean_in_which_sasaran_count_as_often_as_they_have_indicators(builder, mean, told):
    b = builder()
    count = "other:Kinerja Jumlah Indikator"
    for name, number, share in (
        ("Sasaran A", "1", "60,00"),
        ("Sasaran B", "3", "90,00"),
        ("Sasaran C", "2", "90,00"),
    ):
        b.put(1, TableKind.EFISIENSI, 3, name, [(count, "2023", number), (SHARE, "2023", share)])
    own = [(count, "2023", "6"), (SHARE, "2023", mean)]
    b.put(1, TableKind.EFISIENSI, 3, "Jumlah / Rata-rata", own, level=SubjectLevel.TOTAL)
    assert len(outcome_of(b, "AR-09")[1]) == told


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (("90", "80", "70"), 0),
        (("90", "85", "70"), 1),
        (("95", "85", "70"), 0),  # most differ: the table may have other targets
    ],
)
def test_end_targets_of_the_plan_and_of_the_table_of_progress(builder, ends, told):
    b = builder(2023)
    b.identity = Identity(kind=DocumentKind.LKJIP, year=2023, plan_period="2021-2026")
    names = ("Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan", "Persentase desa mandiri")
    for name, planned, end in zip(names, ("90", "80", "70"), ends, strict=True):
        b.put(1, TableKind.TUJUAN_SASARAN, 5, name, [(TARGET, "2023", "60"), (TARGET, "2026", planned)])
        b.put(
            2,
            TableKind.JANGKA_MENENGAH,
            10,
            name,
            [(REALISED, "2023", "61"), (Measure.TARGET_AKHIR, "2026", end)],
        )
    found = outcome_of(b, "CP-04")[1]
    assert ["2026 differ between the table of the plan" in f.message_en for f in found] == [True] * told


def test_numbers_before_titles_that_begin_with_a_number(builder):
    """ "Tabel 2.14. 10 Penyakit" is no table 2."""
    b = builder()
    for n, page in ((14, 20), (15, 21)):
        b.table(n, TableKind.OTHER, page, f"Tabel 2.{n}. 10 Penyakit Terbanyak Tahun 20{n}")
    assert not any("Tabel 2 dipakai" in f.message_id for f in outcome_of(b, "ST-11")[1])
