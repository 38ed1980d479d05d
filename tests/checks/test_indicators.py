"""Rules on names, units, ranges and grades of indicators, and on indicators over the years."""

from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_checks.wordings import spelt_alike
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.records import Identity
from lkjip_schemas.table_records import Iku, ProgramPlan, RenstraMatrix, Skala, Wilayah
from lkjip_schemas.vocabulary import (
    DocumentKind,
    FindingClass,
    Measure,
    Outcome,
    ReadBy,
    Severity,
    SubjectLevel,
    TableKind,
    UnitLevel,
)

SHARE, TARGET, REALISED, END = Measure.CAPAIAN_PCT, Measure.TARGET, Measure.REALISASI, Measure.TARGET_AKHIR
IKM = "Indeks Kepuasan Masyarakat"


def judged(b, rule_id, records=()):
    report = b.report().model_copy(update={"records": tuple(records)})
    findings, runs = check_report(report)
    return next(r.outcome for r in runs if r.rule_id == rule_id), [
        f for f in findings if f.rule_id == rule_id
    ]


def at(page=5):
    return Place(page, Box(70, 100, 300, 112))


@pytest.mark.parametrize(
    ("share", "outcome"),
    [("80,00", Outcome.PASS), ("120,00", Outcome.PASS), ("83,33", Outcome.PASS), ("95,00", Outcome.FAIL)],
)
def test_ar02_forms_for_indicators_where_less_is_better(builder, share, outcome):
    b = builder()
    b.indicator(1, 9, "Jumlah kasus kebakaran", "10", "12", share)
    assert judged(b, "AR-02")[0] is outcome
    assert judged(b, "AR-01")[0] is Outcome.NOT_RUN  # a rule judges its own indicators only


@pytest.mark.parametrize(
    ("name", "figure", "unit", "outcome"),
    [
        ("Persentase desa yang tertib administrasi", "110", "%", Outcome.FAIL),
        ("Persentase desa yang tertib administrasi", "90", "%", Outcome.PASS),
        ("Persentase peningkatan desa yang tertib", "110", "%", Outcome.NOT_RUN),
        ("Persentase desa yang tertib administrasi", "400", "desa", Outcome.NOT_RUN),
        ("Persentase intensitas tanam daerah yang terairi", "220", "%", Outcome.NOT_RUN),  # of three seasons
        ("Persentase PKPT yang terlaksana", "101,67", "%", Outcome.NOT_RUN),  # of a work plan
        ("Persentase dokumen perencanaan yang tersusun tepat waktu", "120", "%", Outcome.FAIL),
        (IKM, "107,00", "", Outcome.FAIL),
        (
            "Jumlah tenaga kerja yang terserap pada IKM",
            "14.200",
            "",
            Outcome.NOT_RUN,
        ),  # industri kecil menengah
    ],
)
def test_ar14_values_that_cannot_be(builder, name, figure, unit, outcome):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, name, [(REALISED, "2023", figure)], unit=unit)
    assert judged(b, "AR-14")[0] is outcome


def test_ar14_a_figure_in_doubt_accuses_nobody(builder):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, IKM, [(REALISED, "2023", "107,00")], confidence=0.5)
    assert [f.finding_class for f in judged(b, "AR-14")[1]] == [FindingClass.EXTRACTION_DOUBT]


@pytest.mark.parametrize(
    ("rows", "same", "outcome"), [(12, 12, Outcome.FAIL), (12, 10, Outcome.PASS), (9, 9, Outcome.NOT_RUN)]
)
def test_ar16_realisasi_copied_from_the_targets(builder, rows, same, outcome):
    b = builder()
    for n in range(rows):
        b.indicator(1, 31, f"Indikator {n}", str(60 + n), str(60 + n + (n >= same)))
    assert judged(b, "AR-16")[0] is outcome


@pytest.mark.parametrize(("page", "outcome"), [(30, Outcome.PASS), (50, Outcome.FAIL)])
def test_ar16_the_rows_of_a_table_before_a_page_break_count(builder, page, outcome):
    b = builder()
    for n in range(2):
        b.indicator(1, 29, f"Indikator kesatu {n}", "100", "80")
    for n in range(10):
        b.indicator(2, page, f"Indikator {n}", str(60 + n), str(60 + n))
    assert judged(b, "AR-16")[0] is outcome


def test_ar16_a_hundred_of_every_unit(builder):
    b = builder()
    for n in range(12):
        figures = [(TARGET, "2023", str(n + 2)), (REALISED, "2023", "100")]
        b.put(
            1,
            TableKind.RENSTRA_MATRIX,
            36,
            f"Kegiatan {n}",
            figures,
            unit=("Bulan", "Unit", "Dokumen")[n % 3],
        )
    (found,) = judged(b, "AR-16")[1]
    assert "bulan, dokumen, unit" in found.message_id


def test_ct04_the_same_words_in_another_order_are_one_name(builder):
    b = builder()
    words = (
        "bidang pemerintahan, perekonomian, pembangunan daerah",
        "bidang pembangunan daerah, perekonomian, pemerintahan",
    )
    for table, name in enumerate(words, 1):
        b.indicator(table, 13 + table, f"Jumlah kesepakatan dalam {name}", "70", "90", parent="Koordinasi")
    assert judged(b, "CT-04")[1] == []


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("Predikat Kinerja Kecamatan", Outcome.PASS),
        ("Kecamatan Berpredikat Kinerja Baik", Outcome.FAIL),
    ],
)
def test_ct04_one_indicator_one_name(builder, second, outcome):
    b = builder()
    sasaran = "Meningkatnya Kinerja Kecamatan"
    b.indicator(1, 13, "Predikat Kinerja Kecamatan", "70", "90.13", parent=sasaran)
    b.indicator(2, 20, second, "70", "90.13", "128.76", parent=sasaran)
    found, findings = judged(b, "CT-04")
    assert (found is Outcome.FAIL) is (outcome is Outcome.FAIL)
    if findings:
        assert findings[0].pages == (13, 20)


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("Meningkatkan Kinerja Kecamatan", Outcome.FAIL),
        ("Meningkatnya kinerja kecamatan.", Outcome.PASS),
        ("1. Meningkatnya Kinerja Kecamatan", Outcome.PASS),
        ("Terwujudnya Pelayanan Prima", Outcome.PASS),  # another sasaran
    ],
)
def test_ct05_one_wording_of_a_sasaran(builder, second, outcome):
    b = builder()
    b.indicator(1, 13, "Predikat Kinerja Kecamatan Contoh", "70", parent="Meningkatnya Kinerja Kecamatan")
    b.indicator(2, 20, "Predikat Kinerja Kecamatan Contoh", "70", parent=second)
    assert judged(b, "CT-05")[0] is outcome


@pytest.mark.parametrize(
    ("kind", "outcome"), [(TableKind.PK_SASARAN, Outcome.PASS), (TableKind.PENGUKURAN, Outcome.FAIL)]
)
def test_ct05_sasaran_of_two_officials_who_share_an_indicator(builder, kind, outcome):
    b = builder()
    sasaran = ("Meningkatnya kualitas pelayanan pajak daerah", "Meningkatnya kualitas penetapan pajak daerah")
    for table, above in enumerate(sasaran, 1):
        b.indicator(table, 3 + table, "Indeks Kepuasan Masyarakat", "84", parent=above, kind=kind)
    assert judged(b, "CT-05")[0] is outcome


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Indek Kepuasan Masyarakat", "Index Kepuasan Masyarakat", True),
        ("tingkat konsumsi ikan yang dikonsumsi", "tingkat konsumsi ikan yang di konsumsi", True),
        (
            "Meningkatnya Kinerja Kecamatan",
            "Meningkatkan Kinerja Kecamatan",
            False,
        ),  # a result, a thing to do
        ("Persentase jalan mantap", "Persentase jalan mantap kota", False),
        ("Jumlah kasus tahun 2022", "Jumlah kasus tahun 2023", False),
    ],
)
def test_wordings_that_differ_in_spelling_alone(first, second, same):
    assert spelt_alike(first, second) is same


@pytest.mark.parametrize("rule_id", ["CT-04", "CT-05"])
@pytest.mark.parametrize("read_by", list(ReadBy))
def test_another_spelling_is_low_and_not_told_of_scans(builder, rule_id, read_by):
    b = builder()
    names = ("Indek Kepuasan Masyarakat", "Index Kepuasan Masyarakat")
    sasaran = ("Meningkatnya pelayanan social", "Meningkatnya pelayanan sosial")
    for table, name, above in zip((1, 2), names, sasaran, strict=True):
        subject = name if rule_id == "CT-04" else names[0]
        b.indicator(
            table,
            12 + table,
            subject,
            "70",
            "71",
            parent=above if rule_id == "CT-05" else "",
            read_by=read_by,
        )
    found = judged(b, rule_id)[1]
    assert [f.severity for f in found] == ([Severity.LOW] if read_by is ReadBy.TEXT else [])
    assert all("dieja dengan lebih dari satu cara" in f.message_id for f in found)


@pytest.mark.parametrize(("read_by", "told"), [(ReadBy.TEXT, 1), (ReadBy.OCR, 0)])
def test_ct05_a_wording_cut_by_the_reading_of_a_scan(builder, read_by, told):
    b = builder()
    for table, above in (
        (1, "Meningkatnya Klnerja Pelayanan"),
        (2, "Meningkatnya Kinerja Pelayanan Kecamatan"),
    ):
        b.indicator(table, 12 + table, "Predikat Kinerja Contoh", "70", parent=above, read_by=read_by)
    assert len(judged(b, "CT-05")[1]) == told


@pytest.mark.parametrize(
    ("name", "unit", "outcome"),
    [
        ("Persentase desa tertib", "%", Outcome.PASS),
        ("Persentase desa tertib", "Nilai", Outcome.FAIL),
        ("Jumlah dokumen disusun", "%", Outcome.FAIL),
        ("Jumlah dokumen disusun", "Dokumen", Outcome.PASS),
        ("Indeks Kepuasan Masyarakat", "%", Outcome.FAIL),
        ("Indeks Keterbukaan Informasi Dimensi Persentase Penyediaan", "%", Outcome.NOT_RUN),
        ("Cakupan layanan desa", "Nilai", Outcome.NOT_RUN),
    ],
)
def test_ct11_units_fit_names(builder, name, unit, outcome):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 33, name, [(TARGET, "2023", "80")], unit=unit)
    assert judged(b, "CT-11")[0] is outcome


@pytest.mark.parametrize(("second", "outcome"), [("80", Outcome.PASS), ("400", Outcome.FAIL)])
def test_ct12_an_indicator_shared_by_programs(builder, second, outcome):
    b = builder()
    name = "Persentase Desa dengan Nilai Monev Terpadu Minimal 80"
    records = []
    for row, (program, figure) in enumerate(
        (("PROGRAM PEMERINTAHAN", "80"), ("PROGRAM KETERTIBAN UMUM", second))
    ):
        b.put(
            1, TableKind.RENSTRA_MATRIX, 38, program, [(REALISED, "2023", figure)], level=SubjectLevel.PROGRAM
        )
        records.append(RenstraMatrix(table_no=1, row=row, place=at(38), nama=program, indikator=name))
    assert judged(b, "CT-12", records)[0] is outcome


@pytest.mark.parametrize(
    ("raw", "year", "outcome"),
    [
        ("BB (75)", 2023, Outcome.PASS),
        ("A (80,02)", 2023, Outcome.PASS),
        ("BB (65)", 2023, Outcome.FAIL),
        ("A (80)", 2023, Outcome.FAIL),  # A begins above 80
        ("BB (65)", 2013, Outcome.NOT_RUN),
    ],
)
def test_cp12_grade_of_a_sakip_score(builder, raw, year, outcome):
    b = builder(year)
    b.put(1, TableKind.PENGUKURAN, 5, "Predikat SAKIP", [(REALISED, str(year), raw)])
    b.observations[-1] = b.observations[-1].model_copy(
        update={"value": b_value(raw.split("(")[1].rstrip(")")), "text": raw}
    )
    outcome_found, findings = judged(b, "CP-12")
    assert outcome_found is outcome
    assert all(f"realisasi tahun {year} “Predikat SAKIP”" in f.message_id for f in findings)


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [("88,31 (Sangat Baik)", Outcome.PASS), ("90,02 (Baik)", Outcome.FAIL), ("85,76 (Baik)", Outcome.PASS)],
)
def test_cp11_grade_of_a_satisfaction_index(builder, raw, outcome):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 11, IKM, [(REALISED, "2023", raw)])
    b.observations[-1] = b.observations[-1].model_copy(
        update={"value": b_value(raw.split(" ")[0]), "text": raw}
    )
    assert judged(b, "CP-11")[0] is outcome


def b_value(text):
    return Decimal(text.replace(",", "."))


def scale(*bands):
    return [
        Skala(table_no=9, row=n, place=at(20), rentang=band, label=label)
        for n, (band, label) in enumerate(bands)
    ]


WHOLE = scale(("90 - 100", "Memuaskan"), ("70 - 89", "Baik"), ("0 - 69", "Kurang"))


@pytest.mark.parametrize(
    ("bands", "share", "outcome"),
    [
        (WHOLE, "89,50", Outcome.FAIL),
        (WHOLE, "89", Outcome.PASS),  # all scores are whole
        (scale(("90 - 100", "A"), ("70 - 90", "B"), ("0 - 70", "C")), "89,50", Outcome.PASS),
        (scale(("90 - 100", "A"), ("70 - 92", "B"), ("0 - 70", "C")), "89", Outcome.FAIL),
        (scale(("90,01 - 100", "A"), ("70,01 - 90", "B"), ("0 - 70", "C")), "89,50", Outcome.PASS),
        (scale(("90,01 - 100", "A"), ("70,01 - 90", "B"), ("0 - 70", "C")), "89,505", Outcome.FAIL),
        (
            scale(("91 - 100", "A"), ("76 - 90", "B"), ("66 - 75", "C"), ("51 - 65", "D")),
            "89,50",
            Outcome.PASS,
        ),
    ],
)
def test_ct10_scales(builder, bands, share, outcome):
    b = builder()
    b.indicator(1, 20, IKM, "90", share)
    assert judged(b, "CT-10", bands)[0] is outcome


@pytest.mark.parametrize(("raw", "outcome"), [("Baik (72)", Outcome.PASS), ("Memuaskan (72)", Outcome.FAIL)])
def test_ct09_words_of_the_report_s_own_scale(builder, raw, outcome):
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 20, "Predikat Kinerja", [(REALISED, "2023", raw)])
    b.observations[-1] = b.observations[-1].model_copy(update={"value": b_value("72"), "text": raw})
    found, findings = judged(b, "CT-09", WHOLE)
    assert found is outcome
    assert [f.expected for f in findings] == (["Baik"] if findings else [])


@pytest.mark.parametrize(
    ("agreed", "unit", "outcome"),
    [("2,5", "", Outcome.PASS), ("2,6", "", Outcome.FAIL), ("80", "%", Outcome.PASS)],
)
def test_cp03_the_agreement_follows_the_plan(builder, agreed, unit, outcome):
    b = builder()
    name = "Indeks Layanan Pemerintahan Digital"
    b.put(1, TableKind.TUJUAN_SASARAN, 14, name, [(TARGET, "2022", "2,4"), (TARGET, "2023", "2,5")])
    b.put(2, TableKind.PK_SASARAN, 15, name, [(TARGET, "2023", agreed)], unit=unit)
    found, _ = judged(b, "CP-03")
    assert (found is Outcome.FAIL) is (outcome is Outcome.FAIL)


def test_a_yearly_plan_is_no_agreement(builder):
    b = builder()
    name = "Indeks Layanan Pemerintahan Digital"
    b.put(1, TableKind.TUJUAN_SASARAN, 14, name, [(TARGET, "2022", "2,4"), (TARGET, "2023", "2,5")])
    b.table(2, TableKind.PK_SASARAN, 15, "Tabel 4 Rencana Kinerja Tahun 2023")
    b.put(2, TableKind.PK_SASARAN, 15, name, [(TARGET, "2023", "2,6")])
    assert judged(b, "CP-03")[0] is not Outcome.FAIL
    assert all("perjanjian" not in f.message_id for f in judged(b, "CT-01")[1])


@pytest.mark.parametrize(
    ("measured", "outcome"),
    [
        ((IKM, "Nilai SAKIP Kecamatan"), Outcome.PASS),
        (("Nilai SAKIP Kecamatan",), Outcome.FAIL),
        ((), Outcome.NOT_RUN),
    ],
)
def test_cp05_every_iku_is_measured(builder, measured, outcome):
    b = builder()
    for name in measured:
        b.indicator(1, 20, name, "80", "81")
    iku = [
        Iku(table_no=2, row=n, place=at(12), indikator=name)
        for n, name in enumerate((IKM, "Nilai SAKIP Kecamatan"))
    ]
    assert judged(b, "CP-05", iku)[0] is outcome


@pytest.mark.parametrize(
    ("parent", "outcome"),
    [
        ("Meningkatnya kesesuaian guna lahan dengan Rencana Tata Ruang", Outcome.PASS),
        ("Meningkatnya tertib bangunan", Outcome.FAIL),
    ],
)
def test_cp05_an_iku_may_have_the_name_of_the_sasaran_it_measures(builder, parent, outcome):
    b = builder()
    b.indicator(1, 20, "Indeks penilaian pemanfaatan ruang", "2,7", "2,8", parent=parent)
    b.indicator(1, 20, IKM, "80", "81")
    iku = [
        Iku(table_no=2, row=n, place=at(12), indikator=name)
        for n, name in enumerate((IKM, "Meningkatnya kesesuaian guna lahan dengan Rencana Tata Ruang"))
    ]
    assert judged(b, "CP-05", iku)[0] is outcome


@pytest.mark.parametrize(
    ("ends", "outcome"), [(("90,10", "87,40"), Outcome.FAIL), (("90,10", "95,00"), Outcome.PASS)]
)
def test_cy07_end_targets_set_after_the_fact(builder, ends, outcome):
    b = builder()
    for name, realised, end in zip((IKM, "Nilai SAKIP"), ("90,02", "87,29"), ends, strict=True):
        b.put(1, TableKind.JANGKA_MENENGAH, 21, name, [(REALISED, "2023", realised), (END, "2024", end)])
    assert judged(b, "CY-07")[0] is outcome


@pytest.mark.parametrize(
    ("before", "now", "outcome"),
    [
        ("51,02", "86,73", Outcome.FAIL),
        ("80,00", "86,73", Outcome.PASS),
        ("3", "6", Outcome.PASS),  # a few things more
        ("3", "9", Outcome.FAIL),
    ],
)
def test_cy03_jumps(builder, before, now, outcome):
    b = builder()
    b.put(1, TableKind.BANDING_TAHUN, 3, IKM, [(REALISED, "2022", before), (REALISED, "2023", now)])
    assert judged(b, "CY-03")[0] is outcome


@pytest.mark.parametrize(("measure", "outcome"), [(REALISED, Outcome.FAIL), (SHARE, Outcome.PASS)])
def test_cy04_one_measure_in_all_years(builder, measure, outcome):
    b = builder()
    b.table(1, TableKind.BANDING_TAHUN, 21, heads=("", "", "", ""))
    heads = (
        ("", "", ""),
        ("Indikator", "", ""),
        ("2021 CAPAIAN", measure, "2021"),
        ("2022 CAPAIAN %", SHARE, "2022"),
    )
    columns = tuple(
        c.model_copy(update={"header": h, "measure": str(m), "period": p})
        for c, (h, m, p) in zip(b.tables[1].columns, heads, strict=True)
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    b.put(1, TableKind.BANDING_TAHUN, 21, IKM, [(measure, "2021", "87,02"), (SHARE, "2022", "111,11")])
    assert judged(b, "CY-04")[0] is outcome


@pytest.mark.parametrize(("copied", "outcome"), [(10, Outcome.FAIL), (3, Outcome.PASS)])
def test_cy06_targets_copied_from_a_longer_period(builder, copied, outcome):
    b = builder()
    for n in range(10):
        target = str(n + 5) if n < copied else str(n + 30)
        figures = [(TARGET, "2021-2022", str(n + 5)), (TARGET, "2023", target)]
        b.put(1, TableKind.RENSTRA_MATRIX, 36, f"Kegiatan pengadaan nomor {n}", figures, unit="Dokumen")
    assert judged(b, "CY-06")[0] is outcome


@pytest.mark.parametrize(
    ("head", "total", "outcome"),
    [
        ("Jumlah Pegawai", "60", Outcome.PASS),
        ("Jumlah Pegawai", "50", Outcome.FAIL),
        ("Cakupan (%)", "20", Outcome.NOT_RUN),
    ],
)
def test_ar12_totals_of_counts(builder, head, total, outcome):
    b = builder()
    rows = (("SD", "10"), ("SMP", "20"), ("SMA", "30"), ("Jumlah", total))
    counted(b, TableKind.SDM, [head], rows)
    found, _ = judged(b, "AR-12")
    assert (found is Outcome.FAIL) is (outcome is Outcome.FAIL)


VILLAGES = [("Alfa", "7"), ("Beta", "4"), ("Gama", "6"), ("Delta", "5"), ("Ela", "7"), ("Foka", "4")]


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([*VILLAGES, ("Jumlah", "34")], Outcome.FAIL),
        ([*VILLAGES, ("Jumlah", "33")], Outcome.PASS),
        ([*VILLAGES, ("Jumlah", "35"), ("Honorer", "3"), ("Jumlah", "38")], Outcome.FAIL),
        ([*VILLAGES, ("Jumlah", "33"), ("Honorer", "3"), ("Jumlah", "36")], Outcome.PASS),
        ([*VILLAGES, ("Jumlah", "60")], Outcome.NOT_RUN),  # what stood on the page before
        ([*VILLAGES[:3], ("Jumlah", "18")], Outcome.NOT_RUN),  # few, and no other column tells
        (
            [("Kecamatan", "11"), *VILLAGES[:2], ("Kota", "13"), ("Jumlah", "24")],
            Outcome.NOT_RUN,
        ),  # a sum among them
        ([*VILLAGES, ("di antaranya perempuan", "3"), ("Jumlah", "33")], Outcome.NOT_RUN),
        (
            [("Baik", "33"), ("Cukup", "33"), ("Kurang", "33"), ("Jumlah", "100")],
            Outcome.NOT_RUN,
        ),  # rounded shares
        ([("Mutu", "80,5"), ("Waktu", "79,5"), ("Biaya", "81"), ("Jumlah", "90")], Outcome.NOT_RUN),
        ([(name, "30") for name in "ABCDEF"] + [("Jumlah", "30")], Outcome.NOT_RUN),  # their mean
        (
            [("Pegawai awal tahun", "50"), ("Masuk", "6"), *VILLAGES, ("Jumlah", "84")],
            Outcome.NOT_RUN,
        ),  # a stock
        (
            [("PNS per 1 Januari 2023", "50"), ("Pensiun", "6"), *VILLAGES, ("Jumlah", "84")],
            Outcome.NOT_RUN,
        ),
    ],
)
def test_ar12_totals_of_tables_of_no_known_kind(builder, rows, outcome):
    b = builder()
    counted(b, TableKind.OTHER, ["Jumlah (orang)"], rows)
    assert judged(b, "AR-12")[0] is outcome


@pytest.mark.parametrize(("caption", "told"), [("Produksi padi (ribu ton)", False), ("Produksi padi", True)])
def test_ar12_counts_in_thousands_are_rounded(builder, caption, told):
    b = builder()
    counted(b, TableKind.WILAYAH, ["2022", "2023"], [("Alfa", "20", "7"), ("Beta", "4", "4"), ("Gama", "6", "6"),
                                                     ("Jumlah", "30", "18")])  # fmt: skip
    b.tables[1] = b.tables[1].model_copy(update={"caption": caption})
    assert (judged(b, "AR-12")[0] is Outcome.FAIL) is told


def counted(b, kind, heads, rows):
    """A table of one column of figures below each of `heads`, each row its name and its figures."""
    heads = ("", "", *heads)
    b.table(1, kind, 13, heads=heads)
    columns = tuple(c.model_copy(update={"header": heads[c.col]}) for c in b.tables[1].columns)
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    for name, *figures in rows:
        level = SubjectLevel.TOTAL if name == "Jumlah" else SubjectLevel.UNKNOWN
        told = [(f"other:{head}", "", figure) for head, figure in zip(heads[2:], figures, strict=True)]
        b.put(1, kind, 13, name, told, level=level)


@pytest.mark.parametrize(
    ("head", "outcome"),
    [
        ("Peserta", Outcome.FAIL),
        ("Kepadatan (jiwa/km2)", Outcome.PASS),
        ("Rasio", Outcome.PASS),
        ("Lama Penyelesaian (hari)", Outcome.PASS),
        ("Tahun Berdiri", Outcome.PASS),
        ("Tahun 2023", Outcome.FAIL),
        ("Tahun Anggaran 2023", Outcome.FAIL),
        ("Siswa 2022/2023", Outcome.FAIL),
        ("Penduduk (orang/jiwa)", Outcome.FAIL),
        ("Jumlah Pegawai per 31 Desember 2023", Outcome.FAIL),
        ("Jumlah Penduduk per Desa (jiwa)", Outcome.FAIL),
        ("Tingkat Pendidikan", Outcome.FAIL),
        ("Kelompok Umur 0-4", Outcome.FAIL),
        ("Jumlah Hari Pelatihan", Outcome.FAIL),
        ("Kunjungan/hari", Outcome.PASS),
        ("Penduduk per Desa", Outcome.PASS),
        ("Jarak (km)", Outcome.PASS),
        ("Pertumbuhan", Outcome.PASS),
        ("Nilai", Outcome.PASS),
        ("Dana (juta Rp)", Outcome.PASS),
    ],
)
def test_ar12_a_column_beside_one_that_adds_up(builder, head, outcome):
    """Few rows are enough where the other column shows that the last one is their sum; not of what is no sum."""
    b = builder()
    rows = [("Alfa", "7", "10"), ("Beta", "4", "20"), ("Gama", "6", "30"), ("Jumlah", "18", "60")]
    counted(b, TableKind.OTHER, [head, "Orang"], rows)
    assert judged(b, "AR-12")[0] is outcome


@pytest.mark.parametrize(
    ("kind", "heads", "rows", "outcome"),
    [
        (TableKind.SARPRAS, ["Jumlah"], [("Baik", "12"), ("Kurang Baik", "6"), ("Rusak", "4"), ("Jumlah", "23")], Outcome.FAIL),
        (TableKind.SDM, ["Tingkat Pendidikan S1"], [("A", "5"), ("B", "6"), ("C", "4"), ("Jumlah", "16")], Outcome.FAIL),
        (TableKind.WILAYAH, ["Kepadatan"], [("A", "512"), ("B", "640"), ("C", "702"), ("Jumlah", "612")], Outcome.NOT_RUN),
        # persons in several trainings; zeros that add up to zero
        (TableKind.OTHER, ["Peserta", "Kali"], [("A", "30", "1"), ("B", "40", "1"), ("C", "25", "1"), ("Jumlah", "60", "3")], Outcome.PASS),
        (TableKind.OTHER, ["Rawan", "Hamil"], [("A", "5", "0"), ("B", "6", "0"), ("C", "7", "0"), ("Jumlah", "19", "0")], Outcome.PASS),
        (TableKind.OTHER, ["Surat", "Kali"], [("Masuk", "50", "1"), ("Keluar", "40", "1"), ("Lain", "25", "1"), ("Jumlah", "116", "3")], Outcome.FAIL),
    ],
)  # fmt: skip
def test_ar12_by_headings_and_rows(builder, kind, heads, rows, outcome):
    b = builder()
    counted(b, kind, heads, rows)
    assert judged(b, "AR-12")[0] is outcome


@pytest.mark.parametrize(
    ("head", "outcome"), [("LUAS WILAYAH KM2", Outcome.FAIL), ("Persentase Luas", Outcome.PASS)]
)
def test_ar12_shares_under_another_unit(builder, head, outcome):
    b = builder()
    rows = (
        ("Alfa", "20,50"),
        ("Beta", "19,50"),
        ("Gama", "30,00"),
        ("Delta", "10,25"),
        ("Eko", "19,75"),
        ("Jumlah", "100,00"),
    )
    counted(b, TableKind.WILAYAH, [head], rows)
    assert judged(b, "AR-12")[0] is outcome


@pytest.mark.parametrize(
    ("name", "outcome"), [("Gonggang", Outcome.PASS), ("3", Outcome.PASS), ("Gongang", Outcome.FAIL)]
)
def test_id06_villages_of_the_official_list(builder, name, outcome):
    b = builder()
    b.identity = Identity(
        kind=DocumentKind.LKJIP,
        year=2023,
        level=UnitLevel.KECAMATAN,
        instansi="Kecamatan Poncol",
        wilayah_code="35.20.01",
    )
    names = ("Desa Janggan", "Kelurahan Alastuwo", name, "Jumlah")
    found, findings = judged(
        b, "ID-06", [Wilayah(table_no=1, row=n, place=at(4), nama=v) for n, v in enumerate(names)]
    )
    assert found is outcome
    if findings:
        assert "“Gongang” (Gonggang?)" in findings[0].message_id


def test_ar01_an_achievement_merged_over_a_sasaran_is_not_that_of_its_first_indicator(builder):
    b = builder()
    sasaran = "Peningkatan kualitas pangan"
    b.indicator(1, 30, "Tingkat konsumsi", "100", "106,81", "105,33", parent=sasaran)
    b.indicator(
        1, 30, "Skor pola pangan", "78", "81", parent=sasaran
    )  # its cell is merged with the one above
    assert judged(b, "AR-01")[1] == []


def test_ct11_two_indicators_read_as_one_name(builder):
    b = builder()
    name = "Persentase permintaan benih Jumlah permintaan benih"
    b.put(1, TableKind.PENGUKURAN, 16, name, [(TARGET, "2023", "400")], unit="paket")
    assert judged(b, "CT-11")[1] == []


@pytest.mark.parametrize(("figure", "outcome"), [("85", Outcome.PASS), ("80", Outcome.FAIL)])
def test_ct12_an_indicator_of_the_sasaran_and_of_a_program(builder, figure, outcome):  # Magetan T02
    b = builder()
    b.put(1, TableKind.PK_SASARAN, 14, IKM, [(TARGET, "2023", "85")])
    b.put(
        2,
        TableKind.PROGRAM_PLAN,
        14,
        "PROGRAM PENUNJANG",
        [(TARGET, "2023", figure)],
        level=SubjectLevel.PROGRAM,
    )
    plan = ProgramPlan(table_no=2, row=0, place=at(14), nama="PROGRAM PENUNJANG", indikator=IKM)
    found, findings = judged(b, "CT-12", [plan])
    assert found is outcome
    assert not findings or "2023 85 (halaman 14) dan 80 (halaman 14)" in findings[0].message_id


@pytest.mark.parametrize(
    ("shares", "outcome"),
    [(("90,02", "87,29", "90,13"), Outcome.FAIL), (("105,91", "109,11", "128,76"), Outcome.PASS)],
)
def test_ct03_the_realisasi_in_a_table_without_targets(builder, shares, outcome):  # Magetan T13
    b = builder()
    names = (IKM, "Nilai SAKIP Kecamatan", "Predikat Kinerja Kecamatan")
    for name, target, real, right in zip(
        names, ("85", "80", "70"), ("90,02", "87,29", "90,13"), ("105,91", "109,11", "128,76"), strict=True
    ):
        b.indicator(1, 20, name, target, real, right)
    for name, share in zip(names, shares, strict=True):
        b.put(2, TableKind.PROGRAM_PENUNJANG, 23, name, [(SHARE, "2023", share)])
    assert judged(b, "CT-03")[0] is outcome


@pytest.mark.parametrize(
    ("shares", "found"), [(("97,55", "85,09", "98,38"), 1), (("100,00", "85,09", "98,38"), 0)]
)
def test_ct03_the_absorption_as_achievement_of_programs(builder, shares, found):  # Magetan T14
    b = builder()
    for n, (share, spent) in enumerate(zip(shares, ("97.550.000", "85.090.000", "98.380.000"), strict=True)):
        b.money(1, 24, "P", f"PROGRAM {'ABC'[n]}", "100.000.000", spent, f"{spent[:2]},{spent[3:5]}")
        b.put(2, TableKind.PROGRAM_PENUNJANG, 23, f"Indikator program {n}", [(SHARE, "2023", share)])
    assert len(judged(b, "CT-03")[1]) == found


def negative(b, shares):
    for n, (name, share) in enumerate(shares):
        b.indicator(1, 9 + n, name, "10", "12", share)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((("Angka Kematian Ibu", "80,00"), ("Prevalensi stunting", "80,00"), ("Angka Kematian Bayi", "120,00")), 1),
        ((("Angka Kematian Ibu", "120,00"), ("Prevalensi stunting", "120,00")), 0),  # so for all of them
        ((("Angka Kematian Ibu", "80,00"), ("Prevalensi stunting", "80,00"),
          ("Persentase kasus yang ditangani", "120,00")), 0),  # the more are dealt with, the better
    ],
)  # fmt: skip
def test_ar02_one_indicator_computed_upside_down(builder, shares, told):
    b = builder()
    negative(b, shares)
    _, findings = judged(b, "AR-02")
    assert len(findings) == told
    assert all("80" in f.expected for f in findings)


def test_ar01_cards_side_by_side_are_judged_each_by_its_own_figures(builder):
    b = builder()
    first = [
        (Measure.TARGET, "2023", "24"),
        (Measure.REALISASI, "2023", "30"),
        (Measure.CAPAIAN_PCT, "2023", "125"),
    ]
    second = [
        (Measure.TARGET, "2023", "60"),
        (Measure.REALISASI, "2023", "57"),
        (Measure.CAPAIAN_PCT, "2023", "95"),
    ]
    b.put(1, TableKind.PENGUKURAN, 7, "Layanan", [*first, *second])
    assert judged(b, "AR-01")[0] is Outcome.PASS


@pytest.mark.parametrize(
    ("second", "outcome"), [("Jumlah dokumen rapat", Outcome.FAIL), ("Jumlah kegiatan", Outcome.PASS)]
)
def test_kd02_one_code_two_indicators_in_one_period(builder, second, outcome):
    b = builder()
    name = "Program Pemberdayaan Masyarakat"
    rows = []
    for n, indicator in enumerate(("Jumlah kegiatan", second)):
        b.put(1, TableKind.RENSTRA_MATRIX, 33, name, [(TARGET, "2023", "80")], code="7.01.03")
        rows.append(RenstraMatrix(table_no=1, row=n, place=at(33), nama=name, indikator=indicator))
    assert judged(b, "KD-02", rows)[0] is outcome


def test_cy02_a_target_lowered_below_last_year_s_is_told(builder):
    b = builder()
    for name, before, target in (("Indeks Layanan", "71", "70"), ("Nilai SAKIP", "80", "81")):
        figures = [
            (TARGET, "2022", before),
            (REALISED, "2022", "87,30"),
            (TARGET, "2023", target),
            (REALISED, "2023", "90"),
        ]
        b.put(1, TableKind.BANDING_TAHUN, 21, name, figures)
    _, findings = judged(b, "CY-02")
    assert ["last year's target 71" in f.message_en for f in findings] == [True]


def test_cy03_a_change_printed_again_is_told_once(builder):
    b = builder()
    names = (IKM, IKM, f"{IKM} terhadap layanan", "Jumlah desa mandiri")
    for table, name in enumerate(names, 1):
        figures = [(REALISED, "2022", "40"), (REALISED, "2023", "80")]
        b.put(table, TableKind.BANDING_TAHUN, 2 + table, name, figures)
    hits = [f for f in check_report(b.report())[0] if f.rule_id == "CY-03"]
    assert len(hits) == 1
    assert "2 indicator(s)" in hits[0].message_en


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Target itu merupakan jumlah kumulatif dari tahun 2022 sebanyak 1.800 orang.", 0),
        ("Target itu merupakan jumlah kumulatif dari tahun 2022 sebanyak 11.800 orang.", 1),
        ("Jumlah wirausaha tahun 2022 sebanyak 1.800 orang.", 1),
    ],
)
def test_cy03_figures_that_are_said_to_add_up_the_years_are_explained(builder, sentence, told):
    b = builder()
    b.put(
        1,
        TableKind.BANDING_TAHUN,
        4,
        "Jumlah Wirausaha",
        [(REALISED, "2022", "1.800"), (REALISED, "2023", "3.300")],
    )
    prose = Prose(sentences=(ToldSentence(text=sentence, heading="", place=at(7)),))
    findings, _ = check_report(b.report().model_copy(update={"prose": prose}))
    assert len([f for f in findings if f.rule_id == "CY-03"]) == told


@pytest.mark.parametrize(
    ("name", "sentence", "told"),
    [
        ("Jumlah Wirausaha", "Jumlah wirausaha naik menjadi 3.300 orang karena ada pelatihan.", 0),
        ("Jumlah Wirausaha", "Jumlah wirausaha naik menjadi 3.300 orang.", 1),
        ("Jumlah Koperasi", "Jumlah wirausaha naik karena ada pelatihan.", 1),
        ("Laju Pertumbuhan Ekonomi", "Ekonomi tumbuh.", 0),  # growth changes its sign
    ],
)
def test_cy03_changes_whose_cause_is_told(builder, name, sentence, told):
    b = builder()
    b.put(1, TableKind.BANDING_TAHUN, 4, name, [(REALISED, "2022", "1.800"), (REALISED, "2023", "3.300")])
    prose = Prose(sentences=(ToldSentence(text=sentence, heading="", place=at(5)),))
    findings, _ = check_report(b.report().model_copy(update={"prose": prose}))
    assert len([f for f in findings if f.rule_id == "CY-03"]) == told


@pytest.mark.parametrize(("parent", "told"), [("Prosentase Peningkatan Produksi", 0), ("Produksi", 1)])
def test_cy02_a_smaller_growth_is_no_lower_target(builder, parent, told):
    b = builder()
    for name in ("Ikan Konsumsi", "Rumput Laut"):
        figures = [(REALISED, "2022", "105,39"), (TARGET, "2023", "105"), (REALISED, "2023", "106")]
        b.put(1, TableKind.BANDING_TAHUN, 3, name, figures, parent=parent)
    assert len(judged(b, "CY-02")[1]) == told


@pytest.mark.parametrize(("target", "told"), [("1", False), ("2", True)])
def test_ar01_a_target_of_one_beside_percentages_is_the_whole(builder, target, told):
    b = builder()
    figures = [(TARGET, "2023", target), (REALISED, "2023", "46,10"), (SHARE, "2023", "46,10")]
    b.put(1, TableKind.PENGUKURAN, 3, IKM, figures)
    report = b.report()
    observations = tuple(
        o if o.measure == TARGET else o.model_copy(update={"unit": "%"}) for o in report.observations
    )
    findings, _ = check_report(report.model_copy(update={"observations": observations}))
    assert any(f.rule_id == "AR-01" for f in findings) is told


@pytest.mark.parametrize(
    ("plan", "told"), [(("4.200", "3.600", "3.000"), 0), (("4.200", "3.600", "3.700"), 1)]
)
def test_cy02_targets_that_the_plan_lowers_year_by_year_are_meant_to_fall(builder, plan, told):
    b = builder()
    years = [(TARGET, str(2022 + k), raw) for k, raw in enumerate(plan)]
    b.put(1, TableKind.TUJUAN_SASARAN, 4, "Jumlah arsip di depo", years)
    b.indicator(2, 9, "Jumlah arsip di depo", target="3.600")
    b.put(3, TableKind.BANDING_TAHUN, 21, "Jumlah arsip di depo", [(REALISED, "2022", "4.310")])
    for name in (IKM, "Nilai SAKIP"):
        b.indicator(2, 9, name, target="80")
        b.put(3, TableKind.BANDING_TAHUN, 21, name, [(REALISED, "2022", "81")])
    (found,) = judged(b, "CY-02")[1]
    assert ("depo" in found.message_en) == bool(told)


@pytest.mark.parametrize(
    ("years", "names", "told"),
    [
        (("2022", "2023"), (IKM, IKM), 1),
        (("2021", "2022"), (IKM, IKM), 0),  # not the year reported on
        (("2022", "2023"), ("Gerobak", "Gerobak"), 0),  # aid that nobody planned
    ],
)
def test_cy03_asks_about_the_year_and_its_indicators(builder, years, names, told):
    b = builder()
    figures = [(REALISED, years[0], "51,02"), (REALISED, years[1], "86,73")]
    b.put(1, TableKind.BANDING_TAHUN, 3, names[0], figures)
    found = judged(b, "CY-03")
    assert len(found[1]) == told


@pytest.mark.parametrize(("progress", "told"), [("87,95", 1), ("78,95", 0)])
def test_ar08_in_rows_of_one_measure_each(builder, progress, told):
    """Target, realisasi, capaian, end target and progress below each other are of one indicator."""
    b = builder()
    for figures in (
        [(TARGET, "2022", "70,00"), (TARGET, "2023", "75,00")],
        [(REALISED, "2022", "68,75"), (REALISED, "2023", "75,00")],
        [(Measure.CAPAIAN_PCT, "2022", "98,21"), (Measure.CAPAIAN_PCT, "2023", "100,00")],
        [(Measure.TARGET_AKHIR, "2026", "95,00")],
        [(Measure.KEMAJUAN_PCT, "2023", progress)],
    ):
        b.put(1, TableKind.BANDING_TAHUN, 4, IKM, figures)
    assert [f.expected for f in judged(b, "AR-08")[1]] == ["78,95"] * told


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize(("progress", "told"), [("87,95", 1), ("78,95", 0)])
def test_ar08_below_the_years_of_indicators_side_by_side(builder, down, progress, told):
    b = builder()
    years = [("2022", "70,00", "68,75"), ("2023", "75,00", "75,00")]
    for year, target, realised in reversed(years) if down else years:
        for name in (IKM, "Nilai SAKIP"):
            b.put(1, TableKind.BANDING_TAHUN, 4, name, [(TARGET, year, target), (REALISED, year, realised)])
            b.rows[1] -= name == IKM  # both stand in one row
    for measure, period, raws in (
        (Measure.TARGET_AKHIR, "2026", ("95,00", "100,00")),
        (Measure.KEMAJUAN_PCT, "2023", (progress, "75,00")),
    ):
        for name, raw in zip((IKM, "Nilai SAKIP"), raws, strict=True):
            b.put(1, TableKind.BANDING_TAHUN, 4, name, [(measure, period, raw)])
            b.rows[1] -= name == IKM
    assert [f.expected for f in judged(b, "AR-08")[1]] == ["78,95"] * told


def test_cy03_says_nothing_where_tables_print_last_year_differently(builder):
    b = builder()
    for number, before in ((1, "42"), (2, "65"), (3, "5")):
        figures = [(REALISED, "2022", before), (REALISED, "2023", "65")]
        b.put(number, TableKind.BANDING_TAHUN, 3, IKM if number != 2 else f"{IKM} Desa", figures)
    assert not judged(b, "CY-03")[1]


def test_cy03_figures_of_other_units_are_no_change(builder):
    b = builder()
    for number, (raw, unit) in enumerate((("11", "kasus"), ("31", "kali sidang"))):
        b.put(1, TableKind.BANDING_TAHUN, 3, IKM, [(REALISED, f"202{2 + number}", raw)], unit=unit)
    b.observations = [o.model_copy(update={"row": 0}) for o in b.observations]
    assert not judged(b, "CY-03")[1]


@pytest.mark.parametrize(
    ("beside", "total", "printed"),
    [
        (VILLAGES, "74", ""),
        (VILLAGES, "84", "74"),
        ([("SD A", "100"), ("SD B", "150"), ("SD C", "90")], "42", "41"),  # another list
        ([("Honorer", "1")], "42", "41"),
    ],
)
def test_ar12_a_list_in_two_halves_whose_total_stands_below_the_second(builder, beside, total, printed):
    b = builder()
    halves = (beside, [("Gita", "9"), ("Hima", "12"), ("Ika", "20"), ("Jumlah", total)])
    for number, rows in enumerate(halves, 1):
        b.table(number, TableKind.WILAYAH, 5, heads=("Desa", "Penduduk"))
        for name, count in rows:
            level = SubjectLevel.TOTAL if name == "Jumlah" else SubjectLevel.UNKNOWN
            b.put(number, TableKind.WILAYAH, 5, name, [("other:Penduduk", "", count)], level=level)
    shifted = []
    for o in b.observations:
        box = o.place.box._replace(x0=o.place.box.x0 + 300, x1=o.place.box.x1 + 300)
        place = Place(o.place.page, box) if o.table_no == 2 else o.place
        shifted.append(o.model_copy(update={"place": place}))
    b.observations = shifted
    _, hits = judged(b, "AR-12")
    assert [h.expected for h in hits] == ([printed] if printed else [])


def test_ct11_one_indicator_spelled_in_two_ways_is_told_once(builder):
    b = builder()
    for page, name in ((11, "Indeks Kepuasan Masayarakat"), (16, "Indeks Kepuasan Masyarakat")):
        b.put(page, TableKind.PENGUKURAN, page, name, [(TARGET, "2023", "80")], unit="%")
    (found,) = judged(b, "CT-11")[1]
    assert "satuan 1 indikator" in found.message_id
