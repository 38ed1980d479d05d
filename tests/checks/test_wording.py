"""Rules on words, numbering, codes and laws, and on the budgets and reasons of agreements."""

import pytest

from lkjip_checks import check_report
from lkjip_checks.phrasing import evaluation_phrase
from lkjip_schemas.bilingual import Language
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import (
    ContentsEntry,
    Heading,
    LegalRef,
    Misspelling,
    NamedUnit,
    Prose,
    Repeat,
    ToldSentence,
    Topic,
)
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import (
    AgreementKind,
    DocumentKind,
    FindingClass,
    Measure,
    Outcome,
    ReadBy,
    TableKind,
    UnitLevel,
)

HEADING = Heading(level=1, number="BAB I", title="PENDAHULUAN", place=Place(3, Box(70, 100, 300, 112)))


def at(page=5, read_by=ReadBy.TEXT):
    return Place(page, Box(70, 100, 300, 112), read_by)


def judged(b, rule_id, **prose):
    prose.setdefault("headings", (HEADING,))
    report = b.report().model_copy(update={"prose": Prose(**prose)})
    findings, runs = check_report(report)
    return next(r.outcome for r in runs if r.rule_id == rule_id), [
        f for f in findings if f.rule_id == rule_id
    ]


@pytest.fixture
def kecamatan(builder):
    def make(level=UnitLevel.KECAMATAN, year=2023):
        b = builder(year)
        b.identity = Identity(
            kind=DocumentKind.LKJIP, year=year, level=level, instansi="Kecamatan Magetan", kecamatan="Magetan"
        )
        return b

    return make


@pytest.mark.parametrize("words", [(), ("prosentase", "rahabilitasi")])
def test_tx02_spelling(builder, words):
    found, findings = judged(
        builder(),
        "TX-02",
        misspellings=tuple(Misspelling(word=w, right="x", mentions=2, place=at()) for w in words),
    )
    assert found is (Outcome.FAIL if words else Outcome.PASS)
    assert not words or "prosentase (2x, pertama pada halaman" in findings[0].message_id


@pytest.mark.parametrize(("confidence", "doubts"), [(1.0, 0), (0.5, 1)])
def test_tx03_readings_in_doubt(builder, confidence, doubts):
    b = builder()
    b.put(1, TableKind.PK_SASARAN, 27, "Nilai SAKIP", [(Measure.TARGET, "2023", "80")], confidence=confidence)
    _, findings = judged(b, "TX-03")
    assert len(findings) == doubts
    assert all(f.finding_class is FindingClass.EXTRACTION_DOUBT for f in findings)


def test_tx03_many_doubts_are_told_in_short(builder):
    b = builder()
    for page in range(20, 40):
        b.put(
            1, TableKind.PK_SASARAN, page, f"Nilai {page}", [(Measure.TARGET, "2023", "80")], confidence=0.5
        )
    (found,) = judged(b, "TX-03")[1]
    assert found.message_id.startswith("20 halaman dari halaman 20 sampai 39: 20 angka diragukan")
    assert found.message_id.endswith("; dan 12 lainnya.")
    assert len(found.figures) == 20


@pytest.mark.parametrize(("pages", "told"), [((2, 3), 0), ((3, 7), 1)])
def test_tx04_a_foreword_may_stand_twice(builder, pages, told):
    """Signed as a picture, and typed."""
    chapter = Heading(level=1, number="BAB I", title="PENDAHULUAN", place=at(6))
    text = "Dalam laporan ini disajikan indikator yang ditetapkan dalam penetapan kinerja."
    repeats = (Repeat(text=text, places=tuple(at(p) for p in pages)),)
    assert len(judged(builder(), "TX-04", headings=(chapter,), repeats=repeats)[1]) == told


@pytest.mark.parametrize(
    ("text", "pages", "outcome"),
    [
        ("Tidak tercapainya target ini disebabkan kurangnya pemahaman.", (22, 24), Outcome.FAIL),
        ("h. melaksanakan sistem pengendalian intern pemerintah.", (22, 24), Outcome.PASS),  # list of duties
        ("Omset tahun ini dibagi omset tahun dasar x 100%", (22, 24), Outcome.PASS),  # a formula
        ("Pihak kedua akan melakukan supervisi.", (27, 28), Outcome.PASS),  # agreements are written alike
        (
            "Peraturan Daerah Nomor 1 Tahun 2014 tentang Perangkat Daerah.",
            (4, 5),
            Outcome.PASS,
        ),  # a title of a law
    ],
)
def test_tx04_sentences_printed_twice(builder, text, pages, outcome):
    b = builder()
    b.agreement(AgreementKind.PK, 27, 28)
    assert judged(b, "TX-04", repeats=(Repeat(text=text, places=tuple(at(p) for p in pages)),))[0] is outcome


@pytest.mark.parametrize(
    ("name", "sentence", "outcome"),
    [
        ("Magetan", "LKIP Kecamatan Magetan disusun.", Outcome.PASS),
        ("Astanaanyar", "LKIP Kecamatan Astanaanyar disusun.", Outcome.FAIL),
        ("Astanaanyar", "Dibandingkan LKIP Kecamatan Astanaanyar.", Outcome.PASS),
        ("Tahun", "Rencana Strategis Kecamatan Tahun 2023.", Outcome.PASS),  # no kecamatan of this name
        ("Mageten", "LKIP Kecamatan Mageten disusun.", Outcome.PASS),  # a slip of the pen
    ],
)
def test_cu01_names_of_other_kecamatan(kecamatan, name, sentence, outcome):
    units = (NamedUnit(name=name, text=f"Kecamatan {name}", sentence=sentence, place=at()),)
    assert judged(kecamatan(), "CU-01", named_units=units)[0] is outcome


@pytest.mark.parametrize(
    ("institution", "name", "rest", "told"),
    [
        ("Dinas Pendidikan", "Kabupaten Supiori", "memahami keterkaitan antara kinerja", 1),
        ("Dinas Pendidikan", "Kabupaten Biak Numfor", "memahami kinerja", 0),
        ("Dinas Pendidikan", "Kabupaten Supiori", "menerima kunjungan", 0),
        ("Dinas Pendidikan", "Kabupaten Supiori", "bertanggung jawab kepada kepala dinas", 1),
        ("Pemerintah", "Kabupaten Supiori", "menetapkan anggaran", 1),
        ("Pemerintah", "Kabupaten Supiori", "bekerja sama", 0),
        ("Pemerintah", "Kabupaten Sehat", "menetapkan anggaran", 0),  # no regency of this name
    ],
)
def test_cu01_institutions_of_other_regencies(builder, institution, name, rest, told):
    b = builder(2022)
    b.identity = Identity(
        kind=DocumentKind.LKJIP, year=2022, level=UnitLevel.OPD, instansi="Dinas Pendidikan",
        kabkota="Kabupaten Biak Numfor",
    )  # fmt: skip
    text = f"{institution} {name}"
    regions = (NamedUnit(name=name, text=text, sentence=f"Seluruh unit pada {text} {rest}.", place=at()),)
    assert len(judged(b, "CU-01", named_regions=regions)[1]) == told


@pytest.mark.parametrize(
    ("level", "topics", "outcome"),
    [
        (UnitLevel.KABKOTA, ("reviu",), Outcome.PASS),
        (UnitLevel.KABKOTA, (), Outcome.FAIL),
        (UnitLevel.KECAMATAN, (), Outcome.NOT_RUN),
    ],
)
def test_st09_statement_of_review(kecamatan, level, topics, outcome):
    told = tuple(Topic(name=t, mentions=1, place=at()) for t in topics)
    assert judged(kecamatan(level), "ST-09", topics=told)[0] is outcome


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ((True, True, True), Outcome.PASS),
        ((True, True, False), Outcome.FAIL),
        ((False, False, True), Outcome.PASS),
    ],
)  # where most are not found, the table of contents was not read rightly
def test_st10_contents_are_kept(builder, found, outcome):
    entries = tuple(
        ContentsEntry(number="A.", title=f"Bagian {n}", printed_page="1", place=at(2), found=f)
        for n, f in enumerate(found)
    )
    assert judged(builder(), "ST-10", contents=entries)[0] is outcome


@pytest.mark.parametrize(
    ("title", "read_by", "told"),
    [
        ("IKHTISAR EKSKLUSIF", ReadBy.TEXT, "“IKHTISAR EKSKLUSIF” (mirip: “IKHTISAR EKSEKUTIF”, halaman 7)"),
        ("Visi dan Misi", ReadBy.TEXT, "“Visi dan Misi”, yang"),
        ("AKUNTABILITAS KINERJA Capaian Organisasi", ReadBy.TEXT, ""),  # two titles, one page number
        ("IKHTISAR EKSKLUSIF", ReadBy.OCR, ""),
    ],
)
def test_st10_names_the_nearest_title(builder, title, read_by, told):
    entries = tuple(
        ContentsEntry(number="", title=t, printed_page="1", place=at(2, read_by), found=t != title)
        for t in ("PENDAHULUAN", "PENUTUP", title)
    )
    own = ("PENDAHULUAN", "IKHTISAR EKSEKUTIF", "AKUNTABILITAS KINERJA", "Capaian Organisasi", "PENUTUP")
    headings = tuple(Heading(level=1, number="", title=t, place=at(7)) for t in own)
    findings = judged(builder(), "ST-10", contents=entries, headings=headings)[1]
    assert [told in f.message_id for f in findings] == ([True] if told else [])


@pytest.mark.parametrize(
    ("captions", "indices", "outcome"),
    [
        (("Tabel 3.1 Capaian", "Tabel 3.2 Efisiensi"), "1 2 3 4", Outcome.PASS),
        (("Tabel 3.1 Capaian", "Tabel 3.1 Efisiensi"), "1 2 3 4", Outcome.FAIL),
        (("Tabel 3.1 Capaian", "Tabel 3.1 Capaian"), "1 2 3 4", Outcome.PASS),  # it goes on
        (("Tabel 3.4 Kinerja Sasaran 3", "Tabel 3.4 Kinerja Sasaran 4"), "1 2 3 4", Outcome.FAIL),
        (("Tabel 3.1 Capaian", "Tabel 3.2 Efisiensi"), "1 2 3 5", Outcome.FAIL),
        (("Tabel 3.1 Capaian", "Tabel 3.2 Efisiensi"), "1 2 3 3", Outcome.PASS),  # columns under one number
    ],
)
def test_st11_numbers_of_tables_and_columns(builder, captions, indices, outcome):
    b = builder()
    for n, caption in enumerate(captions, 1):
        b.table(n, TableKind.PENGUKURAN, 20 + n, caption, heads=indices.split())
    assert judged(b, "ST-11")[0] is outcome


@pytest.mark.parametrize(
    ("headings", "outcome"),
    [
        (("5) Persentase aduan yang selesai", "6) Rata-rata waktu tanggapan"), Outcome.FAIL),
        (("5) Persentase aduan yang selesai", "5) Persentase aduan yang selesai"), Outcome.PASS),
        (("5) Persentase aduan yang selesai", "Uraiannya sebagai berikut."), Outcome.PASS),  # it may go on
    ],
)
def test_st11_tables_whose_captions_are_a_number_alone(builder, headings, outcome):
    b = builder()
    for n, heading in enumerate(headings, 1):
        b.table(n, TableKind.PENGUKURAN, 20 + n, "Tabel 3.6")
        b.tables[n] = b.tables[n].model_copy(update={"heading": f"Dukungan masyarakat baik. {heading}"})
    assert judged(b, "ST-11")[0] is outcome


@pytest.mark.parametrize(
    ("captions", "outcome"),
    [
        (("Tabel 3.1 Capaian Sasaran 1", "Tabel 3.1 Lanjutan"), Outcome.PASS),
        (("Tabel 3.1 Lanjutan", "Tabel 3.1 (lanjutan)"), Outcome.PASS),
        (("Tabel 3.1 Capaian Kinerja Sasaran", "Tabel 3.1 Capaian Kinerja Sasran"), Outcome.PASS),
        (("Tabel 3.1 Capaian Kinerja Sasaran", "Tabel 3.1 Realisasi Anggaran"), Outcome.FAIL),
    ],
)
def test_st11_titles_of_one_number_on_one_page(builder, captions, outcome):
    b = builder()
    for n, caption in enumerate(captions, 1):
        b.table(n, TableKind.PENGUKURAN, 20, caption)
    assert judged(b, "ST-11")[0] is outcome


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        (("7.01.01", "7.01.02"), Outcome.PASS),
        (("7.01.01", "7,01,02"), Outcome.FAIL),
        (("7 . 01 . 01", "7.01.02"), Outcome.PASS),
    ],
)
def test_kd01_one_way_of_writing_codes(builder, codes, outcome):
    b = builder()
    for n, code in enumerate(codes):
        b.money(1, 29, "P", f"PROGRAM {'AB'[n]}", "100.000.000", code=code)
    assert judged(b, "KD-01")[0] is outcome


@pytest.mark.parametrize(
    ("code", "name", "year", "outcome"),
    [
        ("7.01.04", "Program Koordinasi Ketentraman dan Ketertiban Umum", 2023, Outcome.PASS),
        ("7.01.04", "Program Peningkatan Sarana Olahraga", 2023, Outcome.FAIL),
        ("7.01.04", "Program Peningkatan Sarana Olahraga", 2019, Outcome.NOT_RUN),
        ("7.01.09", "Program Peningkatan Sarana Olahraga", 2023, Outcome.NOT_RUN),
    ],
)
def test_kd03_names_of_codes(kecamatan, code, name, year, outcome):
    b = kecamatan(year=year)
    b.money(1, 18, "P", name, "100.000.000", code=code, period=str(year))
    assert judged(b, "KD-03")[0] is outcome


@pytest.mark.parametrize(
    ("last", "outcome"), [("7.01.01.2.03", Outcome.PASS), ("7.01.01.2.01", Outcome.FAIL)]
)
def test_kd04_codes_ascend(builder, last, outcome):
    b = builder()
    b.money(1, 30, "P", "PROGRAM A", "100.000.000", code="7.01.01")
    b.money(1, 30, "K", "Kegiatan A", "60.000.000", code="7.01.01.2.02")
    b.money(1, 30, "K", "Kegiatan B", "40.000.000", code=last)
    assert judged(b, "KD-04")[0] is outcome


@pytest.mark.parametrize(
    ("kind", "title", "outcome"),
    [
        ("PP", "Kecamatan", Outcome.PASS),
        ("Perpres", "Kecamatan", Outcome.FAIL),
        ("Perpres", "Perubahan atas Kecamatan", Outcome.NOT_RUN),
        ("Perbup", "Kecamatan", Outcome.NOT_RUN),  # a regency may have a number 17 of 2018 too
        ("Perpres", "", Outcome.NOT_RUN),
    ],
)
def test_lg01_laws_by_their_own_type(builder, kind, title, outcome):
    ref = LegalRef(
        kind=kind, number="17", year=2018, article="", title=title, text=f"{kind} 17/2018", place=at(13)
    )
    found, findings = judged(builder(), "LG-01", legal_refs=(ref,))
    assert found is outcome
    assert [f.expected for f in findings] == (["PP 17/2018"] if findings else [])


def agreed(builder, budget, spent="90.000.000", used="100.000.000"):
    b = builder()
    b.agreement(AgreementKind.PK, 27, 27, parties=("BUDI TELADAN", "SITI CONTOHWATI"))
    b.money(1, 18, "P", "PROGRAM PELAYANAN PUBLIK", used, spent)
    b.money(2, 27, "P", "Program Pelayanan Publik", budget, kind=TableKind.PK_ANGGARAN)
    return b


@pytest.mark.parametrize(("budget", "outcome"), [("100.000.000", Outcome.PASS), ("80.000.000", Outcome.FAIL)])
def test_cp06_budgets_of_the_agreement(builder, budget, outcome):
    found, findings = judged(agreed(builder, budget), "CP-06")
    assert found is outcome
    if findings:
        assert "90.000.000 > 80.000.000 (selisih 10.000.000)" in findings[0].message_id
        assert findings[0].pages == (18, 27)


@pytest.mark.parametrize(("second", "told"), [("61.250", False), ("62.250", True)])
def test_cp06_budgets_of_the_report_in_thousands(builder, second, told):
    """13.507.360.400 is 13.507.360 thousands; a second program shows that the table counts in them."""
    b = builder()
    b.agreement(AgreementKind.PK, 27, 27, parties=("BUDI TELADAN", "SITI CONTOHWATI"))
    for name, agreed_on, used in (
        ("Program Penunjang Urusan", "13.507.360.400", "13.507.360"),
        ("Program Pelayaran", "86.500.000", "86.500"),
        ("Program Parkir", "61.250.000", second),
    ):
        b.money(1, 18, "P", name, used)
        b.money(2, 27, "P", name, agreed_on, kind=TableKind.PK_ANGGARAN)
    found = judged(b, "CP-06")[1]
    assert bool(found) is told
    assert not any("Pelayaran" in f.message_id for f in found)


@pytest.mark.parametrize(
    ("revised", "used", "told"),
    [
        ("80.000.000", "100.000.000", True),
        ("80.000.000", "80.000.000", False),
        ("120.000.000", "120.000.000", False),
    ],
)
def test_cp07_a_revision_that_cuts_what_the_report_keeps(builder, revised, used, told):
    b = agreed(builder, "100.000.000", "70.000.000", used)
    b.agreement(AgreementKind.PERUBAHAN_PK, 28, 28, month=11, parties=("BUDI TELADAN", "SITI CONTOHWATI"))
    b.money(3, 28, "P", "Program Pelayanan Publik", revised, kind=TableKind.PK_ANGGARAN)
    _, findings = judged(b, "CP-07")
    wanted = "100.000.000 menjadi 80.000.000 (halaman 28), pagu laporan 100.000.000 (halaman 18)"
    assert [f for f in findings if wanted in f.message_id] == [
        f for f in findings if "menurunkan" in f.message_id
    ]
    assert any("menurunkan" in f.message_id for f in findings) is told


def test_cp06_says_why_it_did_not_run(builder):
    assert judged(builder(), "CP-06")[0] is Outcome.NOT_RUN


@pytest.mark.parametrize(
    ("revised", "topics", "outcome"),
    [
        (True, (), Outcome.FAIL),
        (True, ("perubahan_pk",), Outcome.PASS),
        (False, (), Outcome.NOT_RUN),
    ],
)
def test_cp07_a_revision_is_told(builder, revised, topics, outcome):
    b = agreed(builder, "100.000.000")
    if revised:
        b.agreement(
            AgreementKind.PERUBAHAN_PK, 28, 28, month=11, parties=("ANI PENGGANTI", "SITI CONTOHWATI")
        )
        b.money(3, 28, "P", "Program Pelayanan Publik", "100.000.000", kind=TableKind.PK_ANGGARAN)
    found, findings = judged(b, "CP-07", topics=tuple(Topic(name=t, mentions=1, place=at()) for t in topics))
    assert found is outcome
    assert (
        not findings
        or "BUDI TELADAN dan SITI CONTOHWATI menjadi ANI PENGGANTI dan SITI CONTOHWATI"
        in findings[0].message_id
    )


def test_kd04_a_row_without_a_code_may_begin_another_program(builder):
    b = builder()
    b.money(1, 35, "P", "PROGRAM A", "100.000.000", code="4.02.16")
    b.money(1, 35, "K", "Kegiatan A", "60.000.000", code="4.02.16.13")
    b.money(1, 35, "P", "PROGRAM B", "50.000.000")
    b.money(1, 35, "K", "Kegiatan B", "40.000.000", code="4.02.16.8")
    assert judged(b, "KD-04")[1] == []


def test_the_phrases_of_an_evaluation_report():
    told, recommended = evaluation_phrase(
        "CT-01",
        FindingClass.CONFLICT,
        "Halaman 14 dan 27: target 70 dan 80.",
        "Pages 14 and 27: 70 and 80.",
        Language.ID,
    )
    assert (
        told.startswith("Namun demikian, masih terdapat perbedaan antarbagian dokumen")
        and "halaman 14 dan 27" in told
    )
    assert recommended.startswith("Agar menyelaraskan target")
    _, recommended = evaluation_phrase(
        "CT-01", FindingClass.EXTRACTION_DOUBT, "Halaman 1: x.", "Page 1: x.", Language.ID
    )
    assert "pereviu" in recommended  # a figure in doubt recommends nothing to the agency


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Kegiatan pemicuan di Kabupaten Supiori tetap dilanjutkan pada tahun 2022.", 1),
        ("Pelayanan akan terus ditingkatkan di seluruh wilayah Kabupaten Supiori.", 1),
        ("Pola pembinaan ini akan diteruskan di seluruh wilayah Kabupaten Supiori.", 1),
        ("Bimbingan teknis SAKIP akan dilaksanakan di Kota Surabaya pada tahun 2024.", 0),
        ("Pembinaan olahraga akan terus ditingkatkan menghadapi Porprov di Kota Malang.", 0),
        ("Akses masyarakat Kabupaten Supiori perlu ditingkatkan.", 0),
        ("Program terus dilanjutkan di Kota Madiun oleh kementerian.", 0),
        ("Kegiatan pemicuan di Kabupaten Biak Numfor tetap dilanjutkan pada tahun 2022.", 0),
        ("Kerja sama di Kabupaten Supiori tetap dilanjutkan.", 0),
        ("Pelatihan guru dilaksanakan di Kabupaten Supiori.", 0),  # it may have been there
        ("Kegiatan di Kabupaten Sehat tetap dilanjutkan.", 0),  # no regency of this name
        ("Forum dibentuk di seluruh kecamatan di Kabupaten Supiori.", 1),
        ("Jaringan dipasang sampai ke kantor kecamatan di Kabupaten Supiori.", 1),
        ("Forum dibentuk di seluruh kecamatan di Kabupaten Biak Numfor.", 0),
        ("Studi banding ke kantor kecamatan di Kabupaten Supiori.", 0),
        ("Forum dibentuk di kecamatan di Kabupaten Supiori.", 0),
        ("Kondisi tersebut tersebar di wilayah pelayanan Kabupaten Supiori.", 1),
        ("Rumah sakit rujukan ada di wilayah pelayanan Kabupaten Supiori.", 0),
    ],
)
def test_cu01_what_goes_on_in_another_regency(builder, sentence, told):
    b = builder(2022)
    b.identity = Identity(
        kind=DocumentKind.LKJIP, year=2022, level=UnitLevel.OPD, instansi="Dinas Pendidikan",
        kabkota="Kabupaten Biak Numfor",
    )  # fmt: skip
    told_sentences = (ToldSentence(text=sentence, heading="", place=at()),)
    assert len(judged(b, "CU-01", sentences=told_sentences)[1]) == told


@pytest.mark.parametrize(
    ("institution", "sentence", "told"),
    [
        ("BPKAD", "Bidang bertanggung jawab kepada Kepala {}.", 1),
        ("BKPSDM", "Bidang bertanggung jawab kepada Kepala {}.", 0),
        ("BPAD", "Bidang bertanggung jawab kepada Kepala {}.", 1),
        ("BKD", "Data diperoleh dari {}.", 0),
        ("BPKAD", "Narasumber berasal dari {}.", 0),
        ("BPKAD", "Kami berterima kasih kepada {}.", 0),
        ("BPKAD", "Kerja sama dengan {} terjalin baik.", 0),
    ],
)
def test_cu01_short_names_of_the_agency(builder, institution, sentence, told):
    b = builder(2022)
    b.identity = Identity(
        kind=DocumentKind.LKJIP, year=2022, level=UnitLevel.OPD, kabkota="Kabupaten Biak Numfor",
        instansi="Badan Pengelolaan Keuangan dan Aset Daerah",
    )  # fmt: skip
    text = f"{institution} Kabupaten Supiori"
    said = sentence.format(text)
    regions = (NamedUnit(name="Kabupaten Supiori", text=text, sentence=said, place=at()),)
    assert len(judged(b, "CU-01", named_regions=regions)[1]) == told
