"""What sentences and analysis tables claim, against the figures; physical targets; programs and their sasaran."""

import re
from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose, Statement, ToldSentence
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
        ("Dengan demikian target Indeks Kepuasan Masyarakat tahun 2023 telah terlampaui.", True),
        ("Nilai SAKIP Kecamatan Contoh tahun 2022 belum mencapai target.", False),  # another year
        ("Diharapkan Indeks Kepuasan Masyarakat dapat mencapai target.", False),  # a wish
        ("Indeks Kepuasan Masyarakat melampaui target nasional.", False),  # another target
        # digits of many amounts before the name are read in a moment, too
        (
            "Pada tahun 2023 " + "1.234.567.890 " * 9 + "rupiah Indeks Kepuasan Masyarakat telah terpenuhi.",
            False,
        ),
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
    ("claim", "wrong"),
    [
        ("Realisasi tersebut telah melampaui target yang ditetapkan dan naik 1,67 poin dari 2022.", True),
        ("Indikator ini telah melampaui target yang ditetapkan.", True),
        ("Realisasi tersebut belum mencapai target yang ditetapkan.", False),
        ("Realisasi tersebut telah melampaui target akhir Renstra.", False),
        ("Indikator ini telah mencapai target pada tahun 2021.", False),
        ("Indikator ini telah mencapai target minimal kategori Baik.", False),
        ("Indikator ini telah mencapai target antara yang ditetapkan Bupati.", False),
    ],
)
def test_a_claim_on_the_indicator_of_the_sentence_before(builder, claim, wrong):
    b = builder()
    b.indicator(1, 14, IKM, "85", "81", "95,29")
    said = f"Realisasi {IKM} sebesar 81 dari target 85."
    told = tuple(
        ToldSentence(text=t, heading="", place=at(15, 100.0 + 20 * k)) for k, t in enumerate((said, claim))
    )
    found, _ = judged(b.report().model_copy(update={"prose": Prose(sentences=told)}), "CT-15")
    assert len(found) == wrong


@pytest.mark.parametrize(
    "said",
    [
        f"Selain {IKM}, diukur pula kepatuhan pelayanan publik oleh Ombudsman.",
        f"Berbeda dengan {IKM}, indeks inovasi baru diukur tahun ini.",
        "Salah satu indikator program adalah jumlah inovasi.",
    ],
)
def test_a_claim_after_a_sentence_on_another_indicator(builder, said):
    b = builder()
    b.indicator(1, 14, IKM, "85", "81", "95,29")
    claim = "Indikator ini telah melampaui target yang ditetapkan."
    told = tuple(
        ToldSentence(text=t, heading=f"1. {IKM}", place=at(15, 100.0 + 20 * k))
        for k, t in enumerate((said, claim))
    )
    assert not judged(b.report().model_copy(update={"prose": Prose(sentences=told)}), "CT-15")[0]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (f"{IKM} telah terlampaui.", True),
        (f"Target {IKM} telah terpenuhi.", True),
        (f"Hasil {IKM} telah terlampaui.", True),
        (f"Capaian indikator kinerja sasaran kedua yaitu {IKM} telah terlampaui.", True),
        (f"Seluruh persyaratan survei {IKM} telah terpenuhi.", False),
        (f"Jumlah responden untuk mengukur {IKM} telah terpenuhi.", False),
        (f"Batas minimal {IKM} telah terlampaui.", False),
    ],
)
def test_what_is_fulfilled_is_not_always_the_target(builder, sentence, wrong):
    b = builder()
    b.indicator(1, 14, IKM, "85", "81", "95,29")
    told = (ToldSentence(text=sentence, heading="", place=at(15)),)
    assert len(judged(b.report().model_copy(update={"prose": Prose(sentences=told)}), "CT-15")[0]) == wrong


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
        ("60,00", "Target akhir Renstra diperkirakan dapat dicapai apabila tren bertahan.", False),
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


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Program Pelayanan Publik dan Program Pembinaan Desa tidak bisa menyerap seluruh pagu dana.", True),
        ("Program Pemberdayaan Masyarakat tidak bisa menyerap seluruh pagu dana.", False),
        ("Program Pelayanan Publik telah menyerap seluruh pagu dana.", False),
    ],
)
def test_programs_that_did_not_use_their_budget(builder, named, told):
    b = builder()
    for name, budget, spent in (
        ("Program Pelayanan Publik", "1.000.000", "900.000"),
        ("Program Pembinaan Desa", "500.000", "490.000"),
        ("Program Pemberdayaan Masyarakat", "2.000.000", "1.700.000"),
    ):
        b.money(1, 18, "P", name, budget, spent, "")
    prose = Prose(sentences=(ToldSentence(text=named, heading="Anggaran", place=at(24)),))
    found, _ = judged(b.report().model_copy(update={"prose": prose}), "CT-15")
    assert ["menyisakan 300.000 (73,17 % dari seluruh sisa)" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("text", "period", "told"),
    [
        (
            "Indikator IKM memiliki harapan tinggi mencapai target pada akhir masa periode Renstra.",
            "2018-2023",
            True,
        ),
        (
            "Indikator IKM memiliki harapan tinggi mencapai target pada akhir masa periode Renstra.",
            "2021-2026",
            False,
        ),
        (
            "Indikator IKM diharapkan mencapai target pada akhir periode Renstra berikutnya.",
            "2018-2023",
            False,
        ),
    ],
)
def test_hopes_in_the_last_year_of_the_plan(builder, text, period, told):
    b = builder()
    b.indicator(1, 21, "Indeks Kepuasan Masyarakat", "85", "90,02", "105,91")
    b.identity = b.identity.model_copy(update={"plan_period": period})
    prose = Prose(sentences=(ToldSentence(text=text, heading="Capaian", place=at(21)),))
    found, _ = judged(b.report().model_copy(update={"prose": prose}), "CT-15")
    assert ["tahun terakhir Renstra 2018-2023" in f.message_id for f in found] == [True] * told


def physical(builder, rows, measure):
    """Rows (code, name, figure) of a plan, all in months."""
    b, records = builder(), []
    for n, (code, name, raw) in enumerate(rows):
        b.put(1, TableKind.RENSTRA_MATRIX, 31, name, [(measure, "2023", raw)], code=code, unit="Bulan")
        records.append(RenstraMatrix(table_no=1, row=n, place=at(31), kode=code, nama=name))
    return b.report().model_copy(update={"records": tuple(records)})


def families(figures, parts):
    """Kegiatan with two sub kegiatan each: the figures of the first, of all that is below them."""
    for n, (own, below) in enumerate(zip(figures, parts, strict=True), 1):
        yield f"7.01.01.{n}", f"Kegiatan {n}", own
        yield from ((f"7.01.01.{n}.{k}", f"Sub {n} {k}", raw) for k, raw in enumerate(below, 1))


@pytest.mark.parametrize(("last", "told"), [("80", True), ("85", False)])
def test_a_physical_target_off_the_pattern(builder, last, told):
    parts = [("10", "20"), ("30", "5"), ("12", "12"), ("6", "7"), ("75", "10")]
    rows = list(families(("30", "35", "24", "13", last), parts))
    found, _ = judged(physical(builder, rows, Measure.TARGET), "AR-15")
    assert ["80, rinciannya 85 (75 + 10)" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("figures", "told"), [(("100", "100", "50", "106"), True), (("100", "100", "100", "100"), False)]
)
def test_physical_realisasi_apart_from_the_parts(builder, figures, told):
    rows = list(families(figures, [("100", "100")] * 4))
    found, _ = judged(physical(builder, rows, Measure.REALISASI), "AR-15")
    assert ["“Kegiatan 3”: 50, semua rinciannya 100" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("text", "share", "told"),
    [
        ("Target dari masing-masing program dan kegiatan telah tercapai secara maksimal.", "85,09", True),
        ("Target dari masing-masing program dan kegiatan telah tercapai secara maksimal.", "100,00", False),
        ("Target dari masing-masing program ditetapkan pada awal tahun.", "85,09", False),
    ],
)
def test_all_programs_reached_their_targets(builder, text, share, told):
    b = builder()
    b.put(1, TableKind.PROGRAM_PENUNJANG, 23, "Indeks Kepuasan", [(Measure.CAPAIAN_PCT, "2023", share)])
    records = (ProgramPenunjang(table_no=1, row=0, place=at(23), program="Program Pelayanan Publik"),)
    prose = Prose(sentences=(ToldSentence(text=text, heading="Capaian", place=at(23)),))
    found, _ = judged(b.report().model_copy(update={"prose": prose, "records": records}), "CT-15")
    assert ["“Program Pelayanan Publik” 85,09 (halaman 23)" in f.message_id for f in found] == [True] * told


def told_amount(raw, measure, value=None):
    value = value or Decimal(re.sub(r"\D", "", raw))
    sentence = "Anggaran program dan realisasinya."
    return Statement(
        sentence=sentence, subject="", measure=measure, period="2023", value=value, text="", unit="Rp", raw=raw,
        heading="", place=at(24),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("budget", "spent", "wanted"),
    [
        ("1.234.567.000", "1.100.004.321", ""),
        (
            "1.234.567.000",
            "1.010.004.321",
            "realisasi Rp 1.010.004.321 (halaman 24), sedangkan tabel mencetak 1.100.004.321",
        ),
        (
            "1.243.567.000",
            "1.100.004.321",
            "anggaran Rp 1.243.567.000 (halaman 24), sedangkan tabel mencetak 1.234.567.000",
        ),
        ("1.200.000.000", "1.010.004.321", ""),  # a round budget may be that of another thing
        ("1.234.567.000", "500.004.321", ""),  # printed elsewhere: a question of the tables
    ],
)
def test_amounts_of_a_sentence_and_of_the_table(builder, budget, spent, wanted):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    b.money(1, 18, "P", "Program Pembinaan", "1.200.000.000", "500.004.321", "41,67")
    own = (told_amount(f"Rp {budget}", Measure.PAGU_RP), told_amount(f"Rp {spent}", Measure.REALISASI_RP))
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert [wanted in f.message_id for f in found] == [True] * bool(wanted)


@pytest.mark.parametrize(
    ("spent", "told"), [("1.103.504.321", True), ("1.100.004.321", False), ("934.004.321", False)]
)
def test_budget_and_spending_of_two_sentences_and_of_the_table(builder, spent, told):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    own = [
        told_amount(f"Rp {raw}", measure).model_copy(update={"sentence": f"{measure} sebesar Rp {raw}."})
        for raw, measure in (("1.234.567.000", Measure.PAGU_RP), (spent, Measure.REALISASI_RP))
    ]
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=tuple(own))}), "CT-08")
    assert [f"realisasi Rp {spent}" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("share", "told"), [("89,01", True), ("89,10", False), ("89", False), ("89,1", False)]
)
def test_absorption_of_a_sentence_and_of_the_table(builder, share, told):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    value = Decimal(share.replace(",", "."))
    said = told_amount(f"{share}%", Measure.SERAPAN_PCT, value).model_copy(
        update={
            "subject": "Program Pelayanan Publik",
            "sentence": f"Program Pelayanan Publik dengan serapan {share}%.",
        }
    )
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=(said,))}), "CT-08")
    assert ["tabel mencetak 89,10" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    "sentence",
    [
        "Serapan Program Pelayanan Publik semester I 80,20%.",
        "Pada tahun sebelumnya serapan anggaran Program Pelayanan Publik sebesar 80,20%.",
        "Penyerapan belanja pegawai pada Program Pelayanan Publik sebesar 80,20%.",
        "Pada Program Pelayanan Publik penyerapan dana DAK mencapai 80,20%.",
        "Anggaran Program Pelayanan Publik yang tidak terserap 80,20%.",
        "Serapan Program Pelayanan Publik belum optimal, kurang 80,20%.",
        "Serapan anggaran Program Pelayanan Publik naik 80,20%.",
        "Serapan anggaran Program Pelayanan Publik di atas 80,20%.",
    ],
)
def test_percentages_that_are_no_absorption_of_the_whole(builder, sentence):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    said = told_amount("80,20%", Measure.SERAPAN_PCT, Decimal("80.20"))
    said = said.model_copy(update={"subject": "Program Pelayanan Publik", "sentence": sentence})
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=(said,))}), "CT-08")
    assert not found


@pytest.mark.parametrize(
    ("budget", "spent", "told"),
    [
        ("Anggaran kecamatan sebesar", "Realisasi belanja sampai dengan 31 Desember 2023 mencapai", True),
        ("Anggaran kecamatan sebesar", "Realisasi anggaran per 31 Desember 2023 sebesar", True),
        ("Anggaran kecamatan sebesar", "Realisasi anggaran sampai dengan akhir tahun sebesar", True),
        ("Anggaran program ini sebesar", "Realisasi program ini sebesar", True),
        ("Pagu anggaran perubahan sebesar", "Realisasi anggaran sebesar", True),
        ("Anggaran kecamatan sebesar", "Sampai 30 November realisasi anggaran sebesar", False),
        ("Anggaran kecamatan sebesar", "Realisasi belanja pemeliharaan sebesar", False),
        ("Anggaran kecamatan sebesar", "Realisasi subkegiatan sebesar", False),
        ("Anggaran kecamatan sebesar", "Realisasi tahap I sebesar", False),
        ("Anggaran kecamatan sebesar", "Realisasi belanja pegawai sebesar", False),
        ("Anggaran kecamatan sebesar", "Realisasi pengadaannya sesuai kontrak sebesar", False),
        ("Anggaran kecamatan semula sebesar", "Realisasi anggaran sebesar", False),
        ("Anggaran sebelum perubahan sebesar", "Realisasi anggaran sebesar", False),
    ],
)
def test_budget_and_spending_of_two_sentences_of_one_thing(builder, budget, spent, told):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    amounts = (("1.234.567.000", Measure.PAGU_RP, budget), ("1.103.504.321", Measure.REALISASI_RP, spent))
    own = tuple(
        told_amount(f"Rp {raw}", measure).model_copy(update={"sentence": f"{words} Rp {raw}."})
        for raw, measure, words in amounts
    )
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert len(found) == told


@pytest.mark.parametrize(
    ("target", "realised", "share", "wrong"),
    [
        ("88", "96.27", "109.39", False),  # cut off
        ("88", "96.27", "119.39", True),
        ("10", "8", "120.00", False),  # the lower the better
        ("10", "8", "125.00", False),
        ("50", "70", "100.00", False),  # capped
    ],
)
def test_achievement_in_a_sentence(builder, target, realised, share, wrong):
    b = builder()
    b.page(1)
    figures = ((target, Measure.TARGET), (realised, Measure.REALISASI), (share, Measure.CAPAIAN_PCT))
    own = tuple(told_amount(f"{raw} %", measure, Decimal(raw)) for raw, measure in figures)
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert ["yaitu 109,40 %, tetapi tertulis capaian" in f.message_id for f in found] == [True] * wrong


@pytest.mark.parametrize(("share", "wrong"), [("91,35", True), ("94,63", False)])
def test_spending_with_its_share_of_the_budget_named_last(builder, share, wrong):
    b = builder()
    b.page(1)
    text = f"Penyerapan mencapai Rp 6.102.926.025 atau {share} % dari anggaran setelah perubahan Rp 6.449.350.000."
    figures = (
        ("Rp 6.102.926.025", Measure.REALISASI_RP, None),
        (f"{share} %", Measure.SERAPAN_PCT, Decimal(share.replace(",", "."))),
        ("Rp 6.449.350.000", Measure.PAGU_RP, None),
    )
    own = tuple(told_amount(*f).model_copy(update={"sentence": text}) for f in figures)
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert ["yaitu 94,63 %" in f.message_id for f in found] == [True] * wrong


def test_spending_behind_several_budgets_is_of_no_one_of_them(builder):
    b = builder()
    b.page(24)
    own = (
        *(told_amount(f"Rp {n}.086.550.000", Measure.PAGU_RP) for n in (25, 14, 11)),
        told_amount("Rp 24.315.881.275", Measure.REALISASI_RP),
        told_amount("96,93 %", Measure.SERAPAN_PCT, Decimal("96.93")),
    )
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Indeks Kepuasan Masyarakat tahun 2023 sebesar 84,91 dengan mutu B.", "84,91"),
        ("Nilai IKM tahun 2023 meningkat menjadi 84,91.", "84,91"),
        ("Jumlah UMKM yang mendapat bantuan sebanyak 214 unit.", ""),  # of a unit, maybe
        ("Jumlah UMKM yang mendapat bantuan adalah 214.", "214"),
        (
            "Nilai IKM tahun 2023 sebesar 84,19, bukan sebesar 84,91.",
            "",
        ),  # the figure of the table stands there
        ("Nilai IKM tahun 2023 sebesar 84,29.", ""),  # one digit: may be another figure
        ("Nilai IKM tahun 2023 sebesar 91,25 dari target 83,00.", ""),  # no slip
        ("Nilai IKM semester I tahun 2023 sebesar 84,91.", ""),
        ("Pada tahun 2022 nilai IKM sebesar 84,91.", ""),
        ("Capaian IKM pada tahun sebelumnya sebesar 84,91.", ""),
        ("IKM ditargetkan sebesar 84,91.", ""),
        ("Standar minimal nilai IKM adalah 84,91.", ""),
        ("Rata-rata IKM kecamatan lain sebesar 84,91.", ""),
        ("IKM unit pelayanan Kelurahan Mangge sebesar 84,91.", ""),
        ("Nilai IKM disurvei dari 8491 responden.", ""),
        ("Jumlah UMKM yang mendapat bantuan dihitung dari 214 yang terdaftar.", ""),  # a denominator
        ("IKM dan Jumlah UMKM yang mendapat bantuan sebesar 84,91.", ""),  # two indicators
        ("Jumlah UMKM yang mendapat bantuan diatur Perda Nomor 214.", ""),
        ("Jumlah UMKM yang mendapat bantuan sebesar Rp 214 juta.", ""),
    ],
)
def test_a_slip_of_digits_between_sentence_and_table(builder, sentence, told):
    b = builder()
    b.indicator(1, 14, f"{IKM} (IKM)", "83,00", "84,19", "101,43")
    b.indicator(1, 14, "Jumlah UMKM yang mendapat bantuan", "230", "241", "104,78")
    prose = Prose(sentences=(ToldSentence(text=sentence, heading="Capaian", place=at(15)),))
    found, _ = judged(b.report().model_copy(update={"prose": prose}), "CT-08")
    assert [f"tertulis {told} untuk" in f.message_id for f in found] == [True] * bool(told)


def test_a_slip_is_none_where_a_table_has_the_figure(builder):
    b = builder()
    b.indicator(1, 14, f"{IKM} (IKM)", "83,00", "84,19", "101,43")
    b.indicator(2, 16, "Nilai survei bulan Mei", realisasi="84,91")
    prose = Prose(sentences=(ToldSentence(text="Nilai IKM sebesar 84,91.", heading="Capaian", place=at(15)),))
    assert judged(b.report().model_copy(update={"prose": prose}), "CT-08")[0] == []


def test_figures_of_equal_digits_are_no_slip(builder):
    b = builder()
    b.indicator(1, 14, "Persentase pertumbuhan pendapatan daerah", "10,0", "(12,5)", "80,00")
    told = ToldSentence(
        text="Persentase pertumbuhan pendapatan daerah adalah 12,5 persen.", heading="", place=at(15)
    )
    found, outcome = judged(b.report().model_copy(update={"prose": Prose(sentences=(told,))}), "CT-08")
    assert (found, outcome) == ([], Outcome.NOT_RUN)


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ("dari pagu", True),
        (",- dari total anggaran", True),
        ("melebihi pagu", False),
        ("untuk gaji, dan anggaran", False),
    ],
)
def test_spending_told_before_its_budget(builder, between, told):
    b = builder()
    b.money(1, 18, "P", "Program Pelayanan Publik", "1.234.567.000", "1.100.004.321", "89,10")
    spent, budget = "Rp 1.010.004.321", "Rp 1.234.567.000"
    sentence = f"Realisasi anggaran sebesar {spent} {between} {budget}."
    own = (
        told_amount(spent, Measure.REALISASI_RP).model_copy(update={"sentence": sentence}),
        told_amount(budget, Measure.PAGU_RP).model_copy(update={"sentence": sentence}),
    )
    found, _ = judged(b.report().model_copy(update={"prose": Prose(statements=own)}), "CT-08")
    assert ["sedangkan tabel mencetak 1.100.004.321" in f.message_id for f in found] == [True] * told
