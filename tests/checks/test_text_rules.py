"""Rules on what stands outside tables: people, dates, chapters, laws, numbers in sentences."""

from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import (
    Count,
    FigureCaption,
    Heading,
    LegalRef,
    Official,
    Prose,
    ReportYear,
    Statement,
    ToldSentence,
    Topic,
)
from lkjip_schemas.records import Identity, TableColumn
from lkjip_schemas.table_records import Upaya
from lkjip_schemas.vocabulary import (
    AgreementKind,
    DocumentKind,
    FindingClass,
    Outcome,
    ReadBy,
    TableKind,
    UnitLevel,
)

NIP = "199001012015011001"


def at(page: int, read_by: ReadBy = ReadBy.TEXT) -> Place:
    return Place(page, Box(70, 100, 300, 112), read_by)


def official(
    page=2, name="BUDI TELADAN, S.Sos", rank="Pembina", nip=NIP, signed="Contoh, 15 Januari 2024", **place
):
    return Official(role="Camat", name=name, rank=rank, nip=nip, signed=signed, place=at(page, **place))


def statement(sentence, raw, value, measure, page=5, period="2023", unit="Rp"):
    return Statement(
        sentence=sentence, subject="", measure=measure, period=period, value=Decimal(value), text="", unit=unit,
        raw=raw, heading="", place=at(page),
    )  # fmt: skip


def heading(page, number, title, level=1):
    return Heading(level=level, number=number, title=title, place=at(page))


CHAPTERS = (
    heading(1, "", "KATA PENGANTAR"),
    heading(2, "", "IKHTISAR EKSEKUTIF"),
    heading(3, "BAB I", "PENDAHULUAN"),
    heading(6, "BAB II", "PERENCANAAN KINERJA"),
    heading(9, "BAB III", "AKUNTABILITAS KINERJA"),
    heading(20, "BAB IV", "PENUTUP"),
)
TOPICS = tuple(
    Topic(name=name, mentions=1, place=at(4))
    for name in (
        "isu_strategis",
        "ikhtisar",
        "nasional",
        "efisiensi",
        "tahun_lalu",
        "penyebab",
        "solusi",
        "program_penunjang",
    )
)
FIGURES = (
    statement("Capaian 98%.", "98%", "98", "capaian_pct", page=2, unit="%"),
    statement("Capaian 98%.", "98%", "98", "capaian_pct", page=20, unit="%"),
)


@pytest.fixture
def judge(builder):
    """Runs the rules over a report of 2023 with this text; gives findings of a rule and its outcome."""

    def run(rule_id, *, pages=22, unread=(), level=UnitLevel.KECAMATAN, agreements=(), **prose):
        b = builder()
        b.identity = Identity(kind=DocumentKind.LKJIP, year=2023, level=level)
        for page in range(1, pages + 1):
            b.page(page, reader="" if page in unread else "text", kind="scan" if page in unread else "text")
        for agreement in agreements:
            b.agreement(*agreement[0], **agreement[1])
        report = b.report().model_copy(update={"prose": Prose(**prose)})
        findings, runs = check_report(report)
        outcome = next(r.outcome for r in runs if r.rule_id == rule_id)
        return [f for f in findings if f.rule_id == rule_id], outcome

    return run


@pytest.fixture
def whole(judge):
    """A whole report with everything, but for what is left out."""

    def run(rule_id, *, without=(), topics=TOPICS, statements=FIGURES, **more):
        headings = tuple(h for h in CHAPTERS if h.title not in without)
        return judge(rule_id, headings=headings, topics=topics, statements=statements, **more)

    return run


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("BUDI TELADAN, S.Sos., M.Si", "Drs. Budi Teladan", None),
        ("BUDI TELADAN", "BUDI TELADHAN", "ejaan nama berbeda"),
        ("BUDI TELADAN", "SITI CONTOHWATI", "nama berbeda"),
        ("BUDI TELADAN S.Sos", "BUDI TELADAN, S.Sos., M.AP", None),
        ("BUDI TELADAN. S.IP", "BUDI TELADAN, S.IP", None),
        ("apt. Hj. BUDI TELADAN, S.Si", "BUDI TELADAN, S.Si., Apt.", None),
        ("M. BUDI TELADAN, S.IP", "MUHAMMAD BUDI TELADAN, S.IP.", None),
        ("BUDI TELADAN CONTOHWAN", "TELADAN CONTOHWAN, M.Si", None),  # a name over two lines
        ("ANI TELADAN", "ASTUTI TELADAN", "ejaan nama berbeda"),
    ],
)
def test_one_nip_one_name(judge, first, second, told):
    found, outcome = judge("ID-01", officials=(official(2, first), official(20, second)))
    if told is None:
        assert (found, outcome) == ([], Outcome.PASS)
    else:
        assert told in found[0].message_id and found[0].pages == (2, 20)


@pytest.mark.parametrize(
    ("nip", "told"),
    [
        (NIP, None),
        ("19900101201501100", "17 angka"),
        ("199013012015011001", "tanggal lahir"),
        ("199001012015131001", "bulan pengangkatan"),
        ("199001012000011001", "umur 10 tahun"),
        ("199001012015013001", "jenis kelamin"),
        ("199001012023212011", None),  # a PPPK
    ],
)
def test_nip(judge, nip, told):
    found, outcome = judge("ID-02", officials=(official(nip=nip),))
    assert outcome is (Outcome.FAIL if told else Outcome.PASS)
    assert [told in f.message_id for f in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("rank", "known"),
    [
        ("Pembina Tk. I", True), ("PEMBINA TINGKAT I", True), ("Penata Muda Tk. I (III/b)", True),
        ("Pembina Utama Muda/", True), ("Pembina Tk. II", False), ("Pembina TkP", False),
        ("Pembina Utama Muda IV-c", True), ("PEMBINA TINGKAT SATU", True), ("Pembina Tk. I \u2013 IV/b", True),
    ],
)  # fmt: skip
def test_ranks(judge, rank, known):
    assert judge("ID-03", officials=(official(rank=rank),))[1] is (Outcome.PASS if known else Outcome.FAIL)


@pytest.mark.parametrize("rule_id", ["ID-01", "ID-02", "ID-03", "ID-05"])
def test_a_signature_read_from_a_picture_accuses_nobody(judge, rule_id):
    wrong = {"rank": "Pembina TkP", "nip": "1" * 17, "signed": "Contoh, Januari 2024", "read_by": ReadBy.OCR}
    found, outcome = judge(rule_id, officials=(official(2, "A B", **wrong), official(3, "X Y", **wrong)))
    assert (found, outcome) == ([], Outcome.NOT_RUN)


@pytest.mark.parametrize(
    ("signed", "whole_date"), [("Contoh, 2 Januari 2024", True), ("Contoh, Januari 2024", False)]
)
def test_full_dates(judge, signed, whole_date):
    assert judge("ID-05", officials=(official(signed=signed),))[1] is (
        Outcome.PASS if whole_date else Outcome.FAIL
    )


@pytest.mark.parametrize(
    ("kind", "month", "year", "outcome"),
    [
        (AgreementKind.PK, 1, 2023, Outcome.PASS),
        (AgreementKind.PK, 3, 2023, Outcome.FAIL),
        (AgreementKind.PERUBAHAN_PK, 11, 2023, Outcome.PASS),
        (AgreementKind.PERUBAHAN_PK, 1, 2024, Outcome.FAIL),
    ],
)
def test_agreements_in_time(builder, kind, month, year, outcome):
    b = builder()
    b.agreement(kind, 15, 16, year=year, month=month)
    assert {r.rule_id: r.outcome for r in check_report(b.report())[1]}["CP-09"] is outcome


@pytest.mark.parametrize(
    ("signed", "outcome"),
    [
        ("Contoh, 28 Februari 2024", Outcome.PASS),
        ("Contoh, Pebruari 2024", Outcome.PASS),
        ("Contoh, 4 Maret 2024", Outcome.FAIL),
        ("Contoh, 4 Maret 2023", Outcome.NOT_RUN),
    ],
)
def test_the_report_in_time(judge, signed, outcome):
    assert judge("CP-10", officials=(official(signed=signed),))[1] is outcome


@pytest.mark.parametrize(
    ("rule_id", "left_out"),
    [("ST-02", "ikhtisar"), ("ST-03", "isu_strategis"), ("ST-05", "tahun_lalu"), ("ST-06", "nasional"), ("ST-07", "efisiensi")],
)  # fmt: skip
def test_a_part_that_no_word_names_is_missing(whole, rule_id, left_out):
    assert whole(rule_id) == ([], Outcome.PASS)
    (found,), outcome = whole(rule_id, topics=tuple(t for t in TOPICS if t.name != left_out))
    assert (outcome, found.finding_class) == (Outcome.FAIL, FindingClass.COMPLETENESS)


def test_a_missing_chapter(whole):
    assert whole("ST-01") == ([], Outcome.PASS)
    (found,), _ = whole("ST-01", without=("PERENCANAAN KINERJA",))
    assert "BAB II" in found.message_en


@pytest.mark.parametrize(("rule_id", "page"), [("ST-02", 2), ("ST-12", 20)])
def test_summary_and_conclusion_name_figures(whole, rule_id, page):
    (found,), _ = whole(rule_id, statements=tuple(s for s in FIGURES if s.place.page != page))
    assert found.pages == (page,)


@pytest.mark.parametrize("rule_id", ["ST-01", "ST-02", "ST-03", "ST-05", "ST-06", "ST-07", "ST-12"])
def test_only_a_whole_report_is_judged(whole, rule_id):
    assert whole(rule_id, topics=(), statements=(), without=("PENUTUP",)) == ([], Outcome.NOT_RUN)
    assert whole(rule_id, topics=(), statements=(), unread=(7,)) == ([], Outcome.NOT_RUN)


def test_a_file_without_its_front_lacks_no_summary(whole):
    topics = tuple(t for t in TOPICS if t.name != "ikhtisar")
    assert whole("ST-02", topics=topics, without=("KATA PENGANTAR", "IKHTISAR EKSEKUTIF")) == (
        [],
        Outcome.NOT_RUN,
    )


@pytest.mark.parametrize(
    ("kind", "number", "year", "by"),
    [
        ("PermenPANRB", "29", 2010, "53/2014"),
        ("PermenPANRB", "12", 2015, "88/2021"),
        ("Perpres", "29", 2014, ""),
    ],
)
def test_revoked_laws(judge, kind, number, year, by):
    ref = LegalRef(
        kind=kind, number=number, year=year, article="", title="", text=f"{kind} {number}", place=at(4)
    )
    found, outcome = judge("LG-02", legal_refs=(ref, ref))
    assert outcome is (Outcome.FAIL if by else Outcome.PASS)
    assert [by in f.message_id for f in found] == ([True] if by else [])


@pytest.mark.parametrize(
    ("digits", "words", "outcome"),
    [
        ("3", "tiga", Outcome.PASS), ("33", "tiga puluh", Outcome.FAIL), ("19", "Sembilan belas", Outcome.PASS),
        ("67", "enam puluh tujuh", Outcome.PASS), ("4", "satu", Outcome.FAIL), ("2", "dokumen", Outcome.NOT_RUN),
    ],
)  # fmt: skip
def test_numerals_and_words(judge, digits, words, outcome):
    count = Count(digits=digits, words=words, text=f"{digits} ({words})", place=at(7))
    assert judge("CT-06", counts=(count,))[1] is outcome


@pytest.mark.parametrize(
    ("share", "outcome"), [("91,02", Outcome.PASS), ("91", Outcome.PASS), ("61,02", Outcome.FAIL)]
)
def test_absorption_told_in_a_sentence(judge, share, outcome):
    sentence = "Anggaran ..., realisasi ..., yaitu ..."
    told = (
        statement(sentence, "Rp.1.446.552.000,-", "1446552000", "pagu_rp"),
        statement(sentence, "Rp.1.316.592.324,-", "1316592324", "realisasi_rp"),
        statement(sentence, f"{share}%", share.replace(",", "."), "serapan_pct", unit="%"),
    )
    assert judge("CT-08", statements=told)[1] is outcome


@pytest.mark.parametrize(
    ("spent", "budget", "between", "outcome", "words"),
    [
        ("3.990", "4.598", "dari target anggaran sebesar", Outcome.PASS, ""),
        ("4.598", "3.990", "dari target anggaran sebesar", Outcome.FAIL, "anggaran dan realisasi tertukar"),
        ("3.990", "4.958", "dari anggaran", Outcome.FAIL, "80,48 %"),
        ("4.598", "3.990", "serta sisa anggaran", Outcome.NOT_RUN, ""),  # nothing says of what it was spent
    ],
)
def test_spending_told_before_its_budget(judge, spent, budget, between, outcome, words):
    sentence = (
        f"Realisasi anggaran sebesar Rp{spent},- {between} Rp{budget},- atau 86,78 %, sebagai berikut :"
    )
    told = (
        statement(sentence, f"Rp{spent},-", spent.replace(".", ""), "realisasi_rp"),
        statement(sentence, f"Rp{budget},-", budget.replace(".", ""), "pagu_rp"),
        statement(sentence, "86,78 %", "86.78", "", unit="%"),
    )
    found, ran = judge("CT-08", statements=told)
    assert ran is outcome
    assert all(words in f.message_id for f in found) and bool(found) is (outcome is Outcome.FAIL)


def test_figures_of_different_sentences_are_not_compared(judge):
    told = tuple(
        statement(f"Kalimat {n}.", raw, value, measure)
        for n, (raw, value, measure) in enumerate(
            [("Rp100", "100", "pagu_rp"), ("Rp50", "50", "realisasi_rp"), ("99%", "99", "serapan_pct")]
        )
    )
    assert judge("CT-08", statements=told) == ([], Outcome.NOT_RUN)


def named(year, sentence="LKjIP Tahun {} sebagai sarana pertanggungjawaban."):
    text = sentence.format(year)
    return ReportYear(year=year, text=f"LKjIP Tahun {year}", sentence=text, place=at(4))


@pytest.mark.parametrize(
    ("years", "outcome"),
    [
        ((named(2023), named(2023)), Outcome.PASS),
        ((named(2023), named(2022)), Outcome.FAIL),
        ((named(2023), named(2022, "Tindak lanjut atas evaluasi LKjIP Tahun {}.")), Outcome.PASS),
        ((named(2022),), Outcome.NOT_RUN),  # the report may be of that year
    ],
)
def test_the_report_names_its_own_year(judge, years, outcome):
    found, said = judge("CY-05", report_years=years)
    assert said is outcome
    assert [f.pages for f in found] == ([(4,)] if outcome is Outcome.FAIL else [])


@pytest.mark.parametrize(
    ("dated", "text", "told"),
    [
        (3, "Laporan kinerja ini menggambarkan pelaksanaan tugas pada Tahun Anggaran 2022", 1),
        (2, "Laporan kinerja ini menggambarkan pelaksanaan tugas pada Tahun Anggaran 2022", 0),
        (3, "Laporan Kinerja Tahun 2022", 0),  # that of the year before, which was handed in
    ],
)
def test_titles_of_tables_make_the_year_of_the_report_sure(builder, dated, text, told):
    b = builder()
    for n in range(1, dated + 1):
        b.table(n, TableKind.PENGUKURAN, 10 + n, f"Tabel 3.{n} Capaian Tahun 2023")
    year = ReportYear(year=2022, text=text, sentence=f"{text}.", place=at(18))
    report = b.report().model_copy(update={"prose": Prose(report_years=(year,))})
    assert len([f for f in check_report(report)[0] if f.rule_id == "CY-05"]) == told


@pytest.mark.parametrize("missing", [None, "penyebab", "solusi", "program_penunjang"])
def test_causes_solutions_and_programs(whole, missing):
    found, outcome = whole("ST-04", topics=tuple(t for t in TOPICS if t.name != missing))
    assert outcome is (Outcome.FAIL if missing else Outcome.PASS)
    assert len(found) == (missing is not None)


def test_the_agreement_is_attached(judge, whole):
    signed = ((AgreementKind.PK, 21, 22), {})
    assert whole("ST-08")[1] is Outcome.NOT_RUN  # a file without attachments: they may be published apart
    with_attachments = (*CHAPTERS, heading(21, "", "LAMPIRAN"))
    more = {"topics": TOPICS, "statements": FIGURES, "headings": with_attachments}
    found, outcome = judge("ST-08", **more)
    assert outcome is Outcome.FAIL and "Perjanjian kinerja" in found[0].message_id
    assert judge("ST-08", agreements=(signed,), **more)[1] is Outcome.PASS


def test_a_pppk_has_no_rank(judge):
    people = (official(rank="Penata Layanan Operasional", nip="199001012023212011"),)
    assert judge("ID-03", officials=people)[0] == []


def test_who_acts_for_the_holder_of_an_office_is_no_other_holder(judge):
    signed = ("Contoh, 5 Januari 2023", "Contoh, 9 Oktober 2023", "Contoh, 20 Januari 2024")
    roles = ("CAMAT CONTOH", "Plh. CAMAT CONTOH", "CAMAT CONTOH")
    people = tuple(
        official(page, name, nip=nip, signed=when).model_copy(update={"role": role})
        for page, name, nip, when, role in zip(
            (30, 33, 3),
            ("TRI TELADAN", "YUDO CONTOH", "TRI TELADAN"),
            (NIP, OTHER_NIP, NIP),
            signed,
            roles,
            strict=True,
        )
    )
    assert judge("ID-04", officials=people)[0] == []


OTHER_NIP = "198001012005011001"


@pytest.mark.parametrize(
    ("names", "returns"),
    [
        (("TRI TELADAN", "YUDO CONTOH", "YUDO CONTOH"), False),
        (("TRI TELADAN", "YUDO CONTOH", "TRI TELADAN, S.Sos"), True),
        (("TRI TELADAN", "TRI TELADHAN", "TRI TELADAN"), False),  # one person, misspelt
    ],
)
def test_an_office_is_held_by_one_person_at_a_time(judge, names, returns):
    signed = ("Contoh, 5 Januari 2023", "Contoh, 9 Oktober 2023", "Contoh, 20 Januari 2024")
    people = tuple(
        official(page, name, nip=NIP if name.startswith("TRI") else OTHER_NIP, signed=when)
        for page, name, when in zip((30, 33, 3), names, signed, strict=True)
    )
    found, outcome = judge("ID-04", officials=people)
    assert outcome is (Outcome.FAIL if returns else Outcome.PASS)
    assert [f.pages for f in found] == ([(3, 30, 33)] if returns else [])


@pytest.mark.parametrize(
    ("sentences", "level", "wrong"),
    [
        ((0, 1), UnitLevel.KECAMATAN, True),
        ((0,), UnitLevel.KECAMATAN, False),
        ((1,), UnitLevel.KECAMATAN, False),
        ((0, 1), UnitLevel.KABKOTA, False),
    ],
)
def test_whom_a_camat_reports_to(judge, sentences, level, wrong):
    texts = (
        "Setiap Kepala SKPD diminta untuk menyampaikan Laporan Kinerja kepada Presiden.",
        "Laporan kemajuan penyelenggaraan pemerintahan oleh Camat kepada Bupati ini telah disusun.",
    )
    told = tuple(ToldSentence(text=texts[i], heading="", place=at(3)) for i in sentences)
    assert len(judge("ID-04", sentences=told, level=level)[0]) == wrong


def law(kind, number, year, title, page):
    return LegalRef(
        kind=kind, number=number, year=year, article="", title=title, text=f"{kind} {number}", place=at(page)
    )


@pytest.mark.parametrize(
    ("old", "title", "told"),
    [
        (2012, "Tugas Pokok dan Fungsi Kecamatan", True),
        (2017, "Tugas Pokok dan Fungsi Kecamatan", False),
        (2012, "Rencana Pembangunan Jangka Menengah Daerah", False),
    ],
)
def test_two_bases_of_the_organisation(judge, old, title, told):
    refs = (
        law("Perda", "82", 2016, "Organisasi dan Tata Kerja Kecamatan", 4),
        law("Perbup", "25", old, title, 10),
    )
    found, _ = judge("LG-02", legal_refs=refs)
    assert ["Perbup 25/2012 (halaman 10) dan Perda 82/2016 (halaman 4)" in f.message_id for f in found] == [
        True
    ] * told


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("LKjIP ini memuat capaian.", "Penyajian Laporan Akuntabilitas Kinerja Kecamatan Contoh."), True),
        (("LKjIP ini memuat capaian.", "Pedoman Penyusunan Laporan Akuntabilitas Kinerja."), False),
        (("Penyajian Laporan Akuntabilitas Kinerja Kecamatan Contoh.",), False),
    ],
)
def test_the_old_name_of_the_report(judge, texts, told):
    sentences = tuple(ToldSentence(text=t, heading="", place=at(5)) for t in texts)
    found, _ = judge("TX-02", sentences=sentences, headings=CHAPTERS)
    assert ["istilah lama “Laporan Akuntabilitas Kinerja”" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "laws", "told"),
    [
        ("Laporan ini disusun untuk memenuhi Instruksi Presiden Nomor 7 Tahun 1999.", 2, True),
        ("Laporan ini disusun untuk memenuhi Instruksi Presiden Nomor 7 Tahun 1999.", 1, False),
        ("Instruksi Presiden Nomor 7 Tahun 1999 adalah awal AKIP.", 2, False),
    ],
)
def test_the_older_basis_of_the_report(judge, sentence, laws, told):
    refs = (law("Inpres", "7", 1999, "", 1), law("Perpres", "29", 2014, "", 16))[:laws]
    found, _ = judge(
        "LG-02", legal_refs=refs, sentences=(ToldSentence(text=sentence, heading="", place=at(1)),)
    )
    assert ["Inpres 7/1999 disebut sebagai dasar" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bab II Perencanaan Kinerja Pada bab ini diuraikan ringkasan perjanjian.", False),
        ("Bab II Akuntabilitas Kinerja Pada bab ini diuraikan capaian kinerja.", True),
    ],
)
def test_the_list_of_chapters_and_their_titles(judge, text, told):
    sentence = ToldSentence(text=text, heading="", place=at(4))
    found, _ = judge("ST-10", headings=CHAPTERS, sentences=(sentence,))
    wanted = "BAB II disebut “Akuntabilitas Kinerja” (halaman 4), judulnya “PERENCANAAN KINERJA”"
    assert [wanted in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(("later", "told"), [(25, True), (20, False)])
def test_a_table_told_again_in_the_closing_chapter(builder, later, told):
    cells = (
        "Belum optimalnya inovasi dalam menggali potensi kinerja keuangan",
        "Masih rendahnya kualitas dan kuantitas SDM pengelola keuangan",
    )
    rows = tuple(Upaya(table_no=1, row=n, place=at(22), hambatan=cell) for n, cell in enumerate(cells))
    sentences = tuple(
        ToldSentence(text=f"{n}. {c}", heading="", place=at(later)) for n, c in enumerate(cells, 1)
    )
    b = builder()
    b.page(1)
    prose = Prose(sentences=sentences, headings=CHAPTERS)
    report = b.report().model_copy(update={"records": rows, "prose": prose})
    found = [f for f in check_report(report)[0] if f.rule_id == "TX-04"]
    assert ["2 isian tabel (halaman 22) diulang" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("numbers", "told"), [(("1.1", "2"), True), (("1.1", "1.2"), False), (("1", "2"), False)]
)
def test_figures_numbered_in_two_ways(judge, numbers, told):
    captions = tuple(FigureCaption(number=n, title="Struktur Organisasi", place=at(5)) for n in numbers)
    found, _ = judge("ST-11", captions=captions)
    assert ["Gambar 1.1 (halaman 5), Gambar 2 (halaman 5)" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("caption", "heads", "told"),
    [
        ("Tabel 3.2 Pengukuran Kinerja Tahun 2022", ("Target 2023", "Realisasi 2023"), 1),
        ("Tabel 3.2 Pengukuran Kinerja Tahun 2023", ("Target 2023", "Realisasi 2023"), 0),
        ("Tabel 3.2 Perbandingan Tahun 2022", ("Realisasi 2022", "Realisasi 2023"), 0),
        ("Tabel 3.2 Pengukuran Kinerja Tahun 2022 dan 2023", ("Target 2023",), 0),
        ("Layanan menurut ISO 9001-2015", ("Target 2023", "Realisasi 2023"), 0),
        ("IKU menurut Peraturan Bupati Nomor 5 Tahun 2022", ("Target 2023",), 0),
        ("Perbandingan dengan Realisasi Tahun 2022 dan 2023", ("Realisasi 2023",), 0),
        ("Perbandingan Realisasi Kinerja s.d. Tahun 2022 dengan Target Akhir", ("Realisasi 2023",), 1),
        ("Perbandingan Realisasi Tahun 2022 dengan Target", ("Realisasi 2022", "Realisasi 2023"), 0),
        ("Perbandingan Realisasi Tahun 2022-2023", ("Realisasi 2023",), 0),
        ("Tabel 3.2 Pengukuran Kinerja Tahun 2022", ("Target", "Realisasi"), 0),
    ],
)
def test_cy05_a_title_and_the_columns_below_it(builder, caption, heads, told):
    b = builder()
    b.indicator(2, 14, "Indeks Kepuasan Masyarakat", "84", "85")
    columns = tuple(
        TableColumn(
            col=k, header=head, role="measure", measure="realisasi" if "Realisasi" in head else "target"
        )
        for k, head in enumerate(heads, 2)
    )
    b.tables[2] = b.tables[2].model_copy(update={"caption": caption, "columns": columns})
    own = ReportYear(year=2023, text="LKjIP Tahun 2023", sentence="LKjIP Tahun 2023", place=at(2))
    report = b.report().model_copy(update={"prose": Prose(report_years=(own,))})
    assert len([f for f in check_report(report)[0] if f.rule_id == "CY-05"]) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [("Pembentukan dan Susunan Perangkat Daerah", 0), ("Pakaian Dinas Perangkat Daerah", 1)],
)
def test_an_older_basis_whose_successor_is_named_too(judge, title, told):
    """The history of the unit names the old regulation and the one that came after it."""
    refs = (
        law("Perda", "16", 2010, "Pembentukan Organisasi dan Lembaga Teknis Daerah", 3),
        law("Perda", "9", 2016, title, 3),
        law("Perwali", "2", 2019, "Kedudukan, susunan organisasi, tugas dan fungsi", 3),
    )
    assert len(judge("LG-02", legal_refs=refs)[0]) == told


@pytest.mark.parametrize(("pages", "told"), [((4, 12), 0), ((4,), 1), ((4, 20), 1), ((4, 22), 0)])
@pytest.mark.parametrize(("rule_id", "name"), [("ST-06", "nasional"), ("ST-07", "efisiensi")])
def test_an_analysis_stands_in_the_chapter_on_accountability(whole, rule_id, name, pages, told):
    """Not in the introduction, nor in closing words; an appendix behind them counts."""
    topic = Topic(name=name, mentions=len(pages), place=at(4), pages=pages)
    found, _ = whole(rule_id, topics=(*(t for t in TOPICS if t.name != name), topic))
    assert len(found) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Pengukuran ini sesuai dengan Renstra Dinas Contoh tahun 2016 - 2021.", 1),
        ("Pengukuran ini sesuai dengan Renstra Dinas Contoh tahun 2021 - 2026.", 0),
        ("Evaluasi Renstra Dinas Contoh tahun 2016 - 2021 menunjukkan kemajuan.", 0),
        ("Renstra Provinsi Contoh 2016 - 2021 menjadi acuan.", 0),
        ("Renstra ini mengacu pada RPJMD Kabupaten Contoh 2016 - 2021.", 0),
        ("Hasil Renstra 2016 - 2021 menjadi pijakan.", 0),
    ],
)
def test_a_plan_that_has_ended(judge, sentence, told):
    texts = (sentence, "Renstra Dinas Contoh Tahun 2021-2026 menetapkan dua sasaran.")
    sentences = tuple(ToldSentence(text=t, heading="", place=at(5)) for t in texts)
    assert len(judge("CP-08", sentences=sentences)[0]) == told


@pytest.mark.parametrize(
    ("signed", "told"),
    [("Contoh, 30 Desember 2023", 1), ("Contoh, 31 Desember 2023", 0), ("Contoh, 30 Januari 2024", 0)],
)
def test_a_report_signed_before_its_year_has_ended(judge, signed, told):
    closing = (heading(20, "BAB IV", "PENUTUP"),)
    found, _ = judge("CP-10", headings=closing, officials=(official(page=20, signed=signed),))
    assert len(found) == told


@pytest.mark.parametrize(
    ("rank", "right"),
    [
        ("Pembina Utama Madya (IV/c)", "IV/d"),
        ("Pembina Utama Muda (IV/c)", ""),
        ("Pembina Utama Muda, Gol. IV/c", ""),
        ("Penata Tk. I / III d", ""),
    ],
)
def test_the_grade_of_a_rank(judge, rank, right):
    found, _ = judge("ID-03", officials=(official(rank=rank),))
    assert [f.expected for f in found] == [right] * bool(right)


@pytest.mark.parametrize(
    ("heading_of_it", "told"), [("Kedudukan, Tugas Pokok dan Fungsi", 0), ("Latar Belakang", 1)]
)
def test_tasks_of_an_office_keep_the_old_name(judge, heading_of_it, told):
    texts = (
        "Laporan Kinerja ini disusun setiap tahun.",
        "g. Menyiapkan bahan Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP);",
        "g. Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP) disusun oleh sekretariat.",
    )
    sentences = tuple(ToldSentence(text=t, heading=heading_of_it, place=at(5)) for t in texts)
    assert len(judge("TX-02", sentences=sentences)[0]) == told
