"""What sentences and analysis tables claim, against the figures; physical targets; programs and their sasaran."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, ToldSentence
from lkjip_schemas.table_records import Analisis, ProgramPenunjang, RenstraMatrix
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
