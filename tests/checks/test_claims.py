"""What sentences and analysis tables claim, against the figures; physical targets; programs and their sasaran."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.records import TableColumn
from lkjip_schemas.table_records import Analisis, ProgramPenunjang, ProgramPlan, RenstraMatrix
from lkjip_schemas.vocabulary import Measure, Outcome, SubjectLevel, TableKind

IKM, SAKIP = "Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan Contoh"
PUBLIC, ACCOUNT = "Meningkatnya Kualitas Pelayanan Publik", "Meningkatnya Akuntabilitas Kinerja Kecamatan"


def at(page, top=100.0):
    return Place(page, Box(70, top, 300, top + 12))


def judged(report, rule_id):
    findings, runs = check_report(report)
    return [f for f in findings if f.rule_id == rule_id], next(
        r.outcome for r in runs if r.rule_id == rule_id
    )


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Pada tahun 2023 Indeks Kepuasan Masyarakat telah melampaui target yang ditetapkan.", True),
        ("Pada tahun 2023 Indeks Kepuasan Masyarakat belum mencapai target yang ditetapkan.", False),
        ("Nilai SAKIP Kecamatan Contoh belum mencapai target karena dokumen terlambat.", True),
        ("Nilai SAKIP Kecamatan Contoh telah melampaui target yang ditetapkan.", False),
        ("Nilai SAKIP Kecamatan Contoh tahun 2022 belum mencapai target.", False),  # another year
        ("Diharapkan Indeks Kepuasan Masyarakat dapat mencapai target.", False),  # a wish
        ("Indeks Kepuasan Masyarakat melampaui target nasional.", False),  # another target
        ("Pada tahun 2023 seluruh indikator kinerja telah tercapai dengan baik.", True),
        ("Semua sasaran yang dirumuskan belum sepenuhnya dapat tercapai.", False),
        ("Semua sasaran diharapkan telah tercapai.", False),
    ],
)
def test_a_claim_agrees_with_the_achievement(builder, sentence, wrong):
    b = builder()
    b.indicator(1, 14, IKM, "85", "81", "95,29")
    b.indicator(1, 14, SAKIP, "80", "87,29", "109,11")
    told = ToldSentence(text=sentence, heading="Capaian", place=at(15))
    found, outcome = judged(b.report().model_copy(update={"prose": Prose(sentences=(told,))}), "CT-15")
    assert len(found) == wrong
    assert (outcome is Outcome.FAIL) == wrong
    if wrong:
        assert found[0].pages == (14, 15) and sentence[:20] in found[0].message_id


@pytest.mark.parametrize(
    ("second", "wrong"),
    [("Kurangnya pemahaman akan dokumen", True), ("Petugas pelayanan belum dilatih", False)],
)
def test_indicators_are_explained_each(builder, second, wrong):
    b = builder()
    causes = (("Kurangnya pemahaman akan dokumen", SAKIP), (second, IKM))
    records = tuple(
        Analisis(table_no=1, row=n, place=at(22, 100.0 + 20 * n), indikator=name, penyebab=cause)
        for n, (cause, name) in enumerate(causes)
    )
    found, outcome = judged(b.report().model_copy(update={"records": records}), "CT-15")
    assert (len(found), outcome) == ((1, Outcome.FAIL) if wrong else (0, Outcome.PASS))


@pytest.mark.parametrize(
    ("under", "wrong"), [(PUBLIC, True), (ACCOUNT, False), ("Kinerja yang lebih baik", False)]
)
def test_a_program_serves_one_sasaran(builder, under, wrong):
    b = builder()
    b.put(2, TableKind.RENSTRA_MATRIX, 36, "PROGRAM PEMERINTAHAN", [(Measure.PAGU_RP, "2023", "1.000.000")],
          level=SubjectLevel.PROGRAM, parent=under)  # fmt: skip
    records = (
        ProgramPenunjang(table_no=1, row=1, place=at(23), sasaran=PUBLIC, program="PROGRAM PENUNJANG URUSAN"),
        ProgramPenunjang(table_no=1, row=2, place=at(23), sasaran=ACCOUNT, program="PROGRAM PEMERINTAHAN"),
    )
    found, outcome = judged(b.report().model_copy(update={"records": records}), "CT-14")
    assert (len(found), outcome) == ((1, Outcome.FAIL) if wrong else (0, Outcome.PASS))
    if wrong:
        assert found[0].pages == (23, 36)


@pytest.mark.parametrize(
    ("targets", "wrong"),
    [
        ((("125", "Dokumen"), ("60", "Bulan"), ("65", "Dokumen")), True),
        ((("125", "Dokumen"), ("60", "Dokumen"), ("65", "Dokumen")), False),  # a lawful sum
        ((("2", "Dokumen"), ("60", "Bulan"), ("65", "Dokumen")), False),  # no sum
    ],
)
def test_targets_in_different_units_are_not_added(builder, targets, wrong):
    b = builder()
    codes = ("7.01.01.2.02", "7.01.01.2.02.01", "7.01.01.2.02.07")
    names = ("Administrasi Keuangan", "Penyediaan Gaji", "Penyusunan Laporan")
    records = []
    for n, (code, name, (raw, unit)) in enumerate(zip(codes, names, targets, strict=True)):
        b.put(1, TableKind.RENSTRA_MATRIX, 31, f"Jumlah {name}", [(Measure.TARGET, "2023", raw)], unit=unit)
        records.append(RenstraMatrix(table_no=1, row=n, place=at(31), kode=code, nama=name))
    found, outcome = judged(b.report().model_copy(update={"records": tuple(records)}), "AR-15")
    assert (len(found), outcome) == ((1, Outcome.FAIL) if wrong else (0, Outcome.PASS))
    if wrong:
        assert "125 Dokumen = 60 Bulan + 65 Dokumen" in found[0].message_id


def test_sums_over_units_are_told_in_the_figures_of_each_language(builder):
    b = builder()
    records = []
    for n, (code, raw, unit) in enumerate(
        (("1.02", "1.250", "Dokumen"), ("1.02.01", "600", "Bulan"), ("1.02.02", "650", "Dokumen"))
    ):
        b.put(1, TableKind.RENSTRA_MATRIX, 31, f"Jumlah {n}", [(Measure.TARGET, "2023", raw)], unit=unit)
        records.append(RenstraMatrix(table_no=1, row=n, place=at(31), kode=code, nama=f"Kerja {n}"))
    (found,), _ = judged(b.report().model_copy(update={"records": tuple(records)}), "AR-15")
    assert "1.250 Dokumen" in found.message_id and "1,250 Dokumen" in found.message_en


@pytest.mark.parametrize(
    ("measured", "wrong"),
    [
        ("Persentase desa dengan nilai monev minimal 80", True),
        ("Persentase koordinasi pemerintahan kecamatan", False),
    ],
)
def test_the_indicator_that_a_program_plans_is_measured(builder, measured, wrong):
    name = "PROGRAM PENYELENGGARAAN PEMERINTAHAN"
    records = (
        ProgramPlan(
            table_no=1, row=1, place=at(14), nama=name, indikator="Prosentase Koordinasi Pemerintahan"
        ),
        RenstraMatrix(table_no=2, row=1, place=at(38), nama=name, indikator=measured, k_real={"2023": "100"}),
    )
    found, outcome = judged(builder().report().model_copy(update={"records": records}), "CT-04")
    assert (len(found), outcome) == ((1, Outcome.FAIL) if wrong else (0, Outcome.PASS))


@pytest.mark.parametrize(
    ("head", "first", "wrong"),
    [("2021 CAPAIAN", "87,02", True), ("2021 CAPAIAN", "104,44", False), ("2021 CAPAIAN %", "87,02", False)],
)
def test_a_column_of_achievement_holds_percentages_in_every_year(builder, head, first, wrong):
    b = builder()
    figures = [(Measure.CAPAIAN_PCT, "2021", first), (Measure.TARGET, "2022", "80"), (Measure.REALISASI, "2022", "83,55"),
               (Measure.CAPAIAN_PCT, "2022", "104,43")]  # fmt: skip
    b.put(11, TableKind.BANDING_TAHUN, 21, "Nilai SAKIP Kecamatan", figures)
    heads = (("2021", head), ("2022", "2022 TARGET"), ("2022", "2022 REALISASI"), ("2022", "2022 CAPAIAN %"))
    columns = tuple(
        TableColumn(col=n, header=words, measure=measure, period=period)
        for n, ((period, words), (measure, _, _)) in enumerate(zip(heads, figures, strict=True), start=2)
    )
    report = b.report()
    tables = tuple(t.model_copy(update={"columns": columns}) for t in report.tables)
    found, _ = judged(report.model_copy(update={"tables": tables}), "CY-04")
    assert len(found) == wrong


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hanya target nilai SAKIP yang perlu ditingkatkan.", True),
        ("Diharapkan target nilai SAKIP yang perlu ditingkatkan dapat tercapai.", False),  # a wish
        ("Untuk nilai SAKIP masih banyak yang perlu ditingkatkan.", False),  # says nothing of a target
    ],
)
def test_ct15_what_needs_improvement_was_reached(builder, sentence, told):
    b = builder()
    b.indicator(1, 20, "Nilai Sakip Kecamatan", "80", "87,29", "109,11")
    sentences = (ToldSentence(text=sentence, heading="Capaian", place=at(22)),)
    found, outcome = judged(b.report().model_copy(update={"prose": Prose(sentences=sentences)}), "CT-15")
    assert bool(found) is told, outcome


@pytest.mark.parametrize(("realised", "told"), [("87,29", True), ("80,00", False), ("88,00", False)])
def test_ct15_a_significant_gap_is_one(builder, realised, told):
    b = builder()
    figures = [(Measure.REALISASI, "2023", realised), (Measure.TARGET_AKHIR, "2024", "87,40")]
    b.put(1, TableKind.JANGKA_MENENGAH, 21, "Nilai Sakip Kecamatan", figures)
    text = (
        "Nilai SAKIP masih harus meningkatkan nilai yang cukup signifikan agar mencapai target akhir Renstra."
    )
    prose = Prose(sentences=(ToldSentence(text=text, heading="Capaian", place=at(21)),))
    found, outcome = judged(b.report().model_copy(update={"prose": prose}), "CT-15")
    assert bool(found) is told, outcome


@pytest.mark.parametrize(
    ("progress", "text", "told"),
    [
        ("99,87", "Akhir masa periode Renstra Kecamatan dapat terpenuhi.", True),
        ("100,20", "Akhir masa periode Renstra Kecamatan dapat terpenuhi.", False),
        (
            "60,00",
            "Kegiatan dipercepat sehingga target akhir Renstra dapat tercapai.",
            False,
        ),  # still to come
    ],
)
def test_ct15_the_end_of_the_plan_was_reached(builder, progress, text, told):
    b = builder()
    b.put(
        1, TableKind.JANGKA_MENENGAH, 21, "Nilai Sakip Kecamatan", [(Measure.KEMAJUAN_PCT, "2023", progress)]
    )
    prose = Prose(sentences=(ToldSentence(text=text, heading="Capaian", place=at(23)),))
    found, outcome = judged(b.report().model_copy(update={"prose": prose}), "CT-15")
    assert bool(found) is told, outcome
