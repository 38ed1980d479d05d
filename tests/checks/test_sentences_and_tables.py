"""Sentences and titles against tables: counts, years, what is left of a budget, slips of digits, less is better."""

import re
from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_checks.achievement import less_is_better
from lkjip_checks.printed_scales import right_band, told_scales
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import NamedUnit, Prose, ReportYear, Statement, ToldSentence
from lkjip_schemas.records import TableColumn
from lkjip_schemas.vocabulary import AgreementKind, Measure, SubjectLevel, TableKind, UnitLevel

TARGET, REALISED, SHARE = Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT
NAMES = (
    "Indeks kepuasan masyarakat kecamatan",
    "Persentase pelayanan tepat waktu",
    "Nilai evaluasi akuntabilitas kinerja",
    "Persentase desa tertib administrasi",
)


def at(page: int, top: float = 100) -> Place:
    return Place(page, Box(70, top, 300, top + 12))


def judged(b, rule_id, *sentences, statements=()):
    """The findings of a rule on a report with these sentences, all on page 3."""
    told = tuple(ToldSentence(text=s, heading="", place=at(3, 100 + 20 * k)) for k, s in enumerate(sentences))
    own = (ReportYear(year=2023, text="Laporan Kinerja Tahun 2023", sentence="", place=at(1)),)
    prose = Prose(sentences=told, statements=tuple(statements), report_years=own)
    findings, _ = check_report(b.report().model_copy(update={"prose": prose}))
    return [f for f in findings if f.rule_id == rule_id]


def four_indicators(b, *kinds_and_pages, sasaran=2):
    """Four indicators of so many sasaran in a table of each kind."""
    for number, (kind, page) in enumerate(kinds_and_pages, start=1):
        for k, name in enumerate(NAMES):
            figures = [
                (TARGET, "2023", f"8{k},50"),
                (REALISED, "2023", f"8{k},61"),
                (SHARE, "2023", "100,13"),
            ]
            b.put(number, kind, page, name, figures, parent=f"Sasaran yang ke {k % sasaran}")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Perjanjian Kinerja Tahun 2023 memuat 3 (tiga) sasaran strategis dengan 4 (empat) indikator.",
            "3 (tiga) sasaran",
        ),
        (
            "LKjIP Tahun 2023 mengukur 2 (dua) sasaran strategis dengan 5 (lima) indikator kinerja.",
            "5 (lima) indikator",
        ),
        (
            "Perjanjian Kinerja Tahun 2023 memuat 2 (dua) sasaran strategis dengan 5 (lima) indikator.",
            "5 (lima) indikator",
        ),
        ("Perjanjian Kinerja Tahun 2023 memuat 2 (dua) sasaran strategis dengan 4 (empat) indikator.", ""),
        (
            "Dinas tahun 2023 memuat 5 indikator kinerja yang dituangkan dalam Perjanjian Kinerja.",
            "memuat 5 indikator",
        ),
        ("Pada tahun 2023 Dinas memiliki 5 indikator kinerja yang ditetapkan.", "memuat 4"),
        (
            "Dinas tahun 2023 memiliki 5 indikator yang tercantum di dalam lampiran Perjanjian Kinerja.",
            "memuat 4",
        ),
        ("Dinas tahun 2023 memiliki 5 indikator yang ditetapkan melalui Penetapan Kinerja.", "memuat 4"),
        ("Dinas tahun 2023 memiliki 5 indikator sebagaimana tercantum dalam tabel berikut.", "memuat 4"),
        ("Dinas tahun 2023 memiliki 5 indikator sebagaimana tercantum dalam Standar Pelayanan Minimal.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator dalam Standar Pelayanan Minimal.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator kinerja, yang ditetapkan oleh Menteri.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator yang akan dievaluasi Ombudsman.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator yang tercantum dalam Perjanjian Kinerja Eselon III.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator pada Perjanjian Kinerja Sekretaris.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator sesuai Perjanjian Kinerja Bupati.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator di dalam tabel berikut yang bersumber dari SDGs.", ""),
        ("Dinas memiliki 5 indikator kinerja yang ditetapkan dalam Rencana Kerja tahun 2023.", ""),
        ("Dinas pada tahun 2023 memiliki 5 indikator yang ditetapkan sebagai IKU.", ""),
        ("Dinas tahun 2023 memiliki 5 indikator yang tercantum dalam Standar Pelayanan Minimal.", ""),
        ("Dinas pada tahun 2023 memiliki 5 indikator yang ditetapkan oleh Menteri.", ""),
        ("Renstra 2021-2026 memuat 3 (tiga) sasaran strategis.", ""),
        ("Tahun 2023 terdapat 3 (tiga) indikator yang belum mencapai target.", ""),
        ("Untuk mendukung sasaran ini dilaksanakan 3 (tiga) indikator.", ""),
        ("Sasaran Strategis 1 memiliki 2 (dua) indikator kinerja.", ""),
        ("Tujuan 2 dijabarkan ke dalam 1 (satu) sasaran strategis.", ""),
        ("Dinas tahun 2023 menetapkan 2 sasaran strategis dengan 5 indikator kinerja utama.", "memuat 4"),
        ("Dinas tahun 2023 menetapkan 2 sasaran strategis dengan 3 indikator kinerja utama.", ""),
        ("Kecamatan memiliki 3 (tiga) indikator kinerja utama.", ""),
        ("Tahun 2023 terdapat 3 (tiga) indikator yang realisasinya turun.", ""),
        ("Kepala seksi memiliki 2 indikator kinerja.", ""),
        ("Kecamatan memiliki 3 (tiga) indikator kinerja dan 1 (satu) indikator program.", ""),
        (
            "Capaian 2 (dua) sasaran dengan 3 (tiga) indikator kinerja tahun 2023 adalah sebagai berikut.",
            "3 (tiga)",
        ),
        ("Capaian kinerja 2 sasaran strategis dengan 3 indikator tahun 2023 melampaui 100 persen.", ""),
        ("Tahun 2023 terdapat 3 indikator tahun 2023 yang belum tercapai.", ""),
        ("Pada tahun 2023 terdapat 3 indikator dalam kategori sangat tinggi.", ""),
        ("Pada tahun 2023 terdapat 3 indikator, yang belum mencapai target.", ""),
    ],
)
def test_counts_of_sentences_and_tables(builder, sentence, told):
    b = builder()
    four_indicators(b, (TableKind.PK_SASARAN, 6), (TableKind.PENGUKURAN, 9))
    found = judged(b, "CT-06", sentence)
    assert [told in f.message_id and "memuat" in f.message_id for f in found] == [True] * bool(told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Jumlah pegawai sebanyak 24 orang yang terdiri dari 13 orang laki-laki dan 10 orang perempuan.", ["23"]),
        ("Jumlah pegawai sebanyak 23 orang yang terdiri dari 13 orang laki-laki dan 10 orang perempuan.", []),
        ("Jumlah penduduk 45.221 jiwa yang terdiri 22.035 laki – laki dan 23.286 perempuan.", ["45.321"]),
        ("Jumlah penduduk 45.221 jiwa yang terdiri 22.035 laki – laki dan 23.186 perempuan.", []),
        ("Pegawai berjumlah 24 (dua puluh empat) orang, terdiri atas laki-laki 13 orang dan perempuan 10 orang.", ["23"]),
        ("Pegawai 24 orang yang terdiri dari 13 orang laki-laki, 10 orang perempuan dan 1 orang lainnya.", []),
        ("Pegawai 24 orang yang terdiri dari 13 orang laki-laki, 10 orang perempuan, dan tenaga kontrak 1 orang.", []),
        ("Pegawai 24 orang yang terdiri dari 14 PNS dan 10 honorer, 13 laki-laki dan 10 perempuan.", []),
        ("Penduduk 45,2 ribu jiwa yang terdiri dari 22,0 ribu laki-laki dan 23,2 ribu perempuan.", []),
    ],
)  # fmt: skip
def test_men_and_women_of_a_sentence_come_to_all(builder, sentence, told):
    b = builder()
    four_indicators(b, (TableKind.PK_SASARAN, 6))
    assert [f.expected for f in judged(b, "CT-06", sentence)] == told


@pytest.mark.parametrize(("other", "told"), [(NAMES[:3], True), (NAMES[1:], False)])
def test_tables_that_list_the_same_indicators_are_counted_beside_others(builder, other, told):
    """The outputs of the sub kegiatan are measured, too; but which of two lists is the agreement's is not sure."""
    b = builder()
    four_indicators(b, (TableKind.PK_SASARAN, 6), (TableKind.PENGUKURAN, 9))
    for k in range(6):
        b.put(3, TableKind.PENGUKURAN, 14, f"Jumlah keluaran nomor {k}", [(TARGET, "2023", f"{k + 3}")])
    if not told:
        for number, kind in ((4, TableKind.PK_SASARAN), (5, TableKind.PENGUKURAN)):
            for name in other:
                b.put(number, kind, 20, name, [(TARGET, "2023", "80,50")])
    sentence = "Perjanjian Kinerja Tahun 2023 memuat 5 (lima) indikator."
    assert [("memuat 4 indikator" in f.message_id) for f in judged(b, "CT-06", sentence)] == [True] * told


def test_an_agreement_of_several_tables_is_not_counted_by_one_of_them(builder):
    b = builder()
    four_indicators(b, (TableKind.PK_SASARAN, 6), (TableKind.PENGUKURAN, 9))
    b.put(3, TableKind.PK_SASARAN, 7, "Persentase konflik yang ditangani", [(TARGET, "2023", "80,50")])
    b.put(4, TableKind.PENGUKURAN, 10, "Persentase konflik yang ditangani", [(TARGET, "2023", "80,50")])
    b.put(4, TableKind.PENGUKURAN, 10, "Jumlah keluaran", [(TARGET, "2023", "3")])
    assert not judged(b, "CT-06", "Perjanjian Kinerja Tahun 2023 memuat 5 (lima) indikator.")


@pytest.mark.parametrize(
    ("name", "lower"),
    [
        ("Jumlah pengaduan yang belum ditindaklanjuti", True),
        ("Persentase temuan yang tidak dapat diselesaikan", True),
        ("Rata-rata waktu penanganan kebakaran", True),
        ("Persentase penagihan tunggakan", False),
        ("Persentase tunggakan pajak yang tertagih", False),
        ("Persentase penyelesaian temuan dan tunggakan", False),
        ("Persentase pengaduan yang ditangani tanpa keterlambatan", False),
        ("Persentase keterlambatan penyelesaian laporan", True),
        ("Lama waktu pengaduan ditangani", True),
        ("Persentase pengaduan yang ditindaklanjuti", False),
        ("Persentase kasus konflik yang diselesaikan", False),
        ("Persentase penurunan angka kemiskinan", False),
        ("Persentase penyelesaian kasus", False),
        ("Persentase tindak lanjut temuan", False),
        ("Waktu penanganan kebakaran yang sesuai standar", False),
        ("Waktu penyelesaian pengaduan", True),
        ("Indeks Kepuasan Masyarakat", False),
    ],
)
def test_the_sense_of_an_indicator(name, lower):
    assert less_is_better(name) is lower


def test_tables_that_list_different_numbers_count_nothing(builder):
    b = builder()
    four_indicators(b, (TableKind.PK_SASARAN, 6))
    four = b.tables
    b.put(2, TableKind.PENGUKURAN, 9, NAMES[0], [(TARGET, "2023", "80,50")], parent="Sasaran yang ke 0")
    assert four and not judged(b, "CT-06", "Perjanjian Kinerja Tahun 2023 memuat 3 (tiga) sasaran strategis.")


@pytest.mark.parametrize(
    ("caption", "same", "told"),
    [
        ("Tabel 2.3 Perjanjian Kinerja Tahun 2022", True, True),
        ("Tabel 2.3 Perjanjian Kinerja Tahun 2023", True, False),
        ("Tabel 2.3 Perbandingan dengan Tahun 2022", True, False),
        ("Tabel 2.3 Perjanjian Kinerja Tahun 2022", False, False),
        ("Tabel 2.3 Indikator Kinerja Utama Tahun 2022", True, False),
        ("Tabel 2.3 Target Kinerja Tahun 2022", True, False),
    ],
)
def test_a_title_and_the_figures_below_it(builder, caption, same, told):
    b = builder()
    four_indicators(b, (TableKind.PENGUKURAN, 9))
    b.table(2, TableKind.PK_SASARAN, 6, caption)
    for k, name in enumerate(NAMES):
        b.put(2, TableKind.PK_SASARAN, 6, name, [(TARGET, "2022", f"8{k},50" if same else f"7{k},25")])
    found = judged(b, "CY-05")
    assert ["tahun 2022" in f.message_id and f.expected == "2023" for f in found] == [True] * told


def test_targets_that_are_the_same_every_year(builder):
    """Counts of reports and months, of two agreements and of what was reached."""
    b = builder()
    for table, page, year, caption in (
        (1, 9, "2023", "2023"),
        (2, 6, "2022", "Perjanjian Kinerja Tahun 2022"),
    ):
        b.table(table, TableKind.PK_SASARAN, page, f"Tabel {table} {caption}")
        for name, count in zip(NAMES, ("12", "4", "1", "2"), strict=True):
            b.put(table, TableKind.PK_SASARAN, page, name, [(TARGET, year, count)])
    assert judged(b, "CY-05") == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Sisa anggaran tahun 2022 sebesar Rp. 242.203.590,00 berasal dari sisa lelang.", "sisa dari angka"),
        ("Realisasi anggaran tahun 2022 sebesar Rp 8.835.804.410.", "angka tahun 2023"),
        ("Realisasi anggaran tahun 2023 sebesar Rp 8.835.804.410.", ""),
        ("Realisasi naik dibanding tahun 2022 menjadi Rp 8.835.804.410.", ""),
        (
            "Berdasarkan DPA yang ditetapkan pada 29 Desember 2022 pagu kecamatan sebesar Rp 9.078.008.000.",
            "",
        ),
        ("Penghargaan diterima pada tahun 2022; pagu kecamatan Rp 9.078.008.000.", ""),
    ],
)
def test_an_amount_of_the_year_given_to_an_earlier_one(builder, sentence, told):
    b = builder()
    b.money(1, 12, "T", "JUMLAH", "9.078.008.000", "8.835.804.410")
    assert [told in f.message_id for f in judged(b, "CY-05", sentence)] == [True] * bool(told)


@pytest.mark.parametrize(
    ("left", "first", "told"),
    [
        ("168058700", "", False),
        ("170558700", "", True),
        ("168058700", "anggaran Rp3.900.000.000 (murni) dan setelah perubahan ", False),
        ("170558700", "anggaran Rp3.900.000.000 (murni) dan setelah perubahan ", True),
        ("170558700", "anggaran Rp3.900.000.000 berubah menjadi ", True),
        ("170558700", "anggaran belanja pegawai Rp3.900.000.000 dan belanja modal ", False),
    ],
)
def test_what_a_sentence_says_is_left(builder, left, first, told):
    text = f"{first}Pagu Rp4.075.090.500, realisasi Rp3.907.031.800, sisa anggaran sebesar Rp170.558.700."
    if first:
        text = text.replace("Pagu Rp4", "Rp4")

    def amount(measure, raw, value):
        return Statement(
            sentence=text, subject="", measure=measure, period="2023", value=Decimal(value), text="", unit="Rp",
            raw=raw, heading="", place=at(3),
        )  # fmt: skip

    statements = [
        *([amount("pagu_rp", "Rp3.900.000.000", "3900000000")] if first else []),
        amount("pagu_rp", "Rp4.075.090.500", "4075090500"),
        amount("realisasi_rp", "Rp3.907.031.800", "3907031800"),
        amount("other:sisa", "Rp170.558.700", left),
    ]
    found = judged(builder(), "CT-08", text, statements=statements)
    assert [f.expected == "168.058.700" for f in found] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "left", "told"),
    [
        ("Terdapat sisa anggaran sebesar {} sampai dengan 31 Desember.", "285.203.590", True),
        ("Terdapat sisa anggaran sebesar {} sampai dengan 31 Desember.", "242.203.590", False),
        ("Terdapat sisa anggaran sebesar {}.", "96.118.250", False),  # of something else
        ("Terdapat sisa anggaran sebesar {}.", "12.203.590", False),  # what a program left
        ("Terdapat sisa belanja pegawai sebesar {}.", "285.203.590", False),
        ("Terdapat sisa anggaran triwulan III sebesar {}.", "285.203.590", False),
    ],
)
def test_what_is_left_told_without_the_budget(builder, sentence, left, told):
    text = sentence.format(f"Rp{left}")
    value = Decimal(left.replace(".", ""))
    rest = Statement(
        sentence=text, subject="", measure="other:sisa", period="2023", value=value, text="", unit="Rp",
        raw=f"Rp{left}", heading="", place=at(12),
    )  # fmt: skip
    b = builder()
    b.money(1, 12, "P", "Program Pelayanan Publik", "978.008.000", "965.804.410")
    b.money(1, 12, "T", "JUMLAH", "9.078.008.000", "8.835.804.410")
    found = judged(b, "CT-08", text, statements=[rest])
    assert [f.expected for f in found] == ["242.203.590"] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("{0} terealisasi 74,61 dari target 80,50.", "74,61"),
        ("a. {0} terealisasi 74,61 indeks dari target 80,50 indeks dengan capaian 100,13%.", "74,61"),
        (
            "{0} mencapai 80,61 dari target 80,50, sedangkan {1} baru mencapai 71,00 dari target 85,50.",
            "71,00",
        ),
        ("{0} terealisasi 80,6 dari target 80,50.", ""),  # rounded
        ("{0} mencapai 100,1 persen dari target 80,50.", ""),  # the share of the target
        ("{0} mencapai 92,40 persen dari target 80,50.", ""),
        ("{0} terealisasi 74,61 dari target 79,00.", ""),  # another target: of another year, place or plan
        ("{0} triwulan III mencapai 74,61 dari target 80,50.", ""),
        ("{0} tahun 2022 mencapai 74,61 dari target 80,50.", ""),
    ],
)
def test_what_a_sentence_holds_against_the_target_of_the_table(builder, sentence, told):
    b = builder()
    b.indicator(1, 9, NAMES[0], "80,50", "80,61", "100,13")
    b.indicator(1, 9, NAMES[1], "85,50", "86,61", "101,29")
    found = judged(b, "CT-08", sentence.format(*NAMES))
    assert [f"tertulis {told} " in f.message_id for f in found] == [True] * bool(told)


def test_an_achievement_behind_sedangkan_is_that_of_another_indicator(builder):
    text = (
        "Capaian tertinggi adalah rawan pangan yaitu 104,07 persen (target 14,00 persen, realisasi 13,43 persen), "
        "sedangkan capaian terendah adalah cadangan pangan yaitu 86,00 persen."
    )
    own = [
        Statement(
            sentence=text, subject="", measure=measure, period="2023", value=Decimal(raw.replace(",", ".")), text="",
            unit="persen", raw=raw, heading="", place=at(3),
        )
        for measure, raw in ((SHARE, "104,07"), (TARGET, "14,00"), (REALISED, "13,43"), (SHARE, "86,00"))
    ]  # fmt: skip
    assert not judged(builder(), "CT-08", text, statements=own)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("{} terealisasi 86,61 dari target 80,50 (capaian 100,13).", False),
        ("{} terealisasi 81,61, lebih baik dari target 80,50.", True),
        ("{} terealisasi 81,61 dibanding kecamatan di sekitarnya.", False),
        ("{} terealisasi 80,16, memenuhi target.", True),
        ("{} tahun 2023 sebesar 80,16 persen, sedangkan target tahun 2023 sebesar 80,50 persen.", True),
        ("{} tahun 2023 sebesar 80,16 persen, sedangkan target akhir sebesar 80,50 persen.", False),
        ("{} terealisasi 80,61, memenuhi target.", False),
    ],
)
def test_slips_of_digits_in_a_sentence(builder, sentence, told):
    """80,61 in the table: 81,61 differs in one digit and is a slip beside the target of the row only, 80,16 has two
    exchanged; 86,61 is the realisasi of another indicator."""
    b = builder()
    b.indicator(1, 9, NAMES[0], "80,50", "80,61", "100,13")
    b.indicator(1, 9, NAMES[1], "85,50", "86,61", "101,29")
    assert bool(judged(b, "CT-08", sentence.format(NAMES[0]))) is told


@pytest.mark.parametrize(
    ("elsewhere", "sentence", "told"),
    [
        ("91,67", "", ""),  # computed so in both tables
        ("108,33", "", "seperti dihitung"),
        ("109,09", "", ""),  # target by realisasi may be the slip of the two
        ("91,67", "{}: semakin kecil realisasi semakin baik.", "seperti dinyatakan"),
        (
            "91,67",
            "Khusus {}, semakin kecil realisasi menunjukkan kinerja semakin baik.",
            "seperti dinyatakan",
        ),
        ("91,67", "{} dan {}: semakin kecil realisasi semakin baik.", ""),
        ("91,67", "Semakin cepat pelayanan diberikan, semakin baik {}.", ""),
    ],
)
def test_less_is_better_computed_upside_down(builder, elsewhere, sentence, told):
    b = builder()
    name, other = "Rata-rata waktu penyelesaian dokumen", "Jumlah hari pelayanan perizinan"
    b.indicator(1, 8, name, "24", "22", "91,67")
    b.indicator(1, 8, other, "10", "12", "120,00")
    b.indicator(2, 11, name, "24", "22", elsewhere, kind=TableKind.BANDING_TAHUN)
    found = [f for f in judged(b, "AR-02", sentence.format(name, other)) if name in f.message_id]
    assert [told in f.message_id for f in found] == [True] * (len(found) if told else 0)
    assert bool(found) is bool(told)


@pytest.mark.parametrize(
    ("name", "sentence", "told"),
    [
        (
            "Persentase Pelanggaran Disiplin ASN",
            "Untuk indikator negatif (semakin rendah semakin baik), Capaian = (2 x Target - Realisasi) / Target x 100%.",
            True,
        ),
        ("Persentase Pelanggaran Disiplin ASN", "Capaian = Realisasi / Target x 100%.", False),
        (
            "Persentase Pelanggaran yang ditertibkan",
            "Untuk indikator negatif (semakin rendah semakin baik), Capaian = (2 x Target - Realisasi) / Target x 100%.",
            False,
        ),
    ],
)
def test_the_formula_that_the_report_gives_for_less(builder, name, sentence, told):
    b = builder()
    b.indicator(1, 8, name, "0,60", "0,52", "86,67")
    found = judged(b, "AR-02", sentence)
    assert ["rumusnya dinyatakan pada halaman 3" in f.message_id for f in found] == [True] * told
    assert [f.expected for f in found] == ["113,33"] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("{} mencapai 80,61, meningkat dibandingkan tahun 2022 yang sebesar 79,54.", True),
        ("{} mencapai 80,61, meningkat dibandingkan tahun 2022yang sebesar 79,54.", True),  # as OCR reads it
        ("{} mencapai 80,61, meningkat dibandingkan tahun 2022 yang sebesar 79,45.", False),
        (
            "{} mencapai 80,61, meningkat dibandingkan tahun 2022 yang sebesar 78,12.",
            False,
        ),  # of something else
        ("{} mencapai 80,61, di atas nilai provinsi tahun 2022 sebesar 79,54.", False),
    ],
)
def test_exchanged_digits_in_the_figure_of_an_earlier_year(builder, sentence, told):
    b = builder()
    figures = [(REALISED, "2022", "79,45"), (REALISED, "2023", "80,61")]
    b.put(1, TableKind.BANDING_TAHUN, 8, NAMES[0], figures)
    found = judged(b, "CT-08", sentence.format(NAMES[0]))
    assert ["79,54" in f.message_id and f.expected == "79,45" for f in found] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Program yang mendukung pencapaian sasaran berjumlah 4 (empat) program sebagai berikut :", True),
        ("Program yang mendukung pencapaian sasaran berjumlah 3 (tiga) program sebagai berikut :", False),
        ("Program yang mendukung sasaran ini berjumlah 2 (dua) program sebagai berikut :", False),
        ("Program yang mendukung sasaran 2 berjumlah 2 (dua) program sebagai berikut :", False),
    ],
)
def test_a_sentence_that_leads_to_the_list_of_programs(builder, sentence, told):
    b = builder()
    for number, kind in ((1, TableKind.PK_ANGGARAN), (2, TableKind.REALISASI_ANGGARAN)):
        for k, name in enumerate(("Pelayanan Publik", "Pembinaan Desa", "Ketertiban Umum")):
            b.money(number, 6 + number, "P", f"Program {name}", f"{k + 1}.000.000", "900.000", kind=kind)
    assert ["memuat 3 program" in f.message_id for f in judged(b, "CT-06", sentence)] == [True] * told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Jumlah kunjungan wisatawan mancanegara", True),
        ("Angka kematian pada penanganan gawat darurat", False),
        ("Jumlah temuan tindak lanjut yang berulang", False),
        ("Rata-rata waktu penyelesaian pengaduan sesuai SOP", False),
        ("Persentase keterlambatan penyelesaian laporan", False),
    ],
)
def test_one_achievement_the_other_way_round(builder, name, told):
    """125 is 10 by 8 on page 8 and 15 by 12 on page 11: of less that is better the first is right."""
    b = builder()
    b.indicator(1, 8, name, "10", "8", "125,00")
    b.indicator(2, 11, name, "12", "15", "125,00", kind=TableKind.BANDING_TAHUN)
    assert any("target dibagi realisasi" in f.message_id for f in judged(b, "AR-01")) is told


@pytest.mark.parametrize(
    ("printed", "overall", "told"),
    [("101,00", "100,60", 0), ("103,00", "100,60", 1), ("101,00", "103,60", 1), ("101,00", "100,50", 0)],
)
def test_means_of_groups_and_of_all(builder, printed, overall, told):
    b = builder()
    for name, share in (
        ("A1", "100,00"),
        ("A2", "102,00"),
        ("A3", "101,00"),
        ("Rata-rata capaian sasaran 1", printed),
    ):
        b.put(1, TableKind.PENGUKURAN, 8, name, [(SHARE, "2023", share)])
    for name, share in (("B1", "99,00"), ("B2", "101,00"), ("RATA-RATA CAPAIAN KINERJA", overall)):
        b.put(1, TableKind.PENGUKURAN, 8, name, [(SHARE, "2023", share)])
    assert len(judged(b, "AR-09")) == told


@pytest.mark.parametrize(("sentence", "told"), [("Sisa anggaran", True), ("Sisa belanja pegawai", False)])
def test_what_is_left_of_a_part(builder, sentence, told):
    """A sentence of its own, behind one with the budget and what was spent."""
    first = "Pagu Rp4.075.090.500, realisasi Rp3.907.031.800."

    def amount(measure, raw, text, top):
        return Statement(
            sentence=text, subject="", measure=measure, period="2023", value=Decimal(raw.replace(".", "")), text="",
            unit="Rp", raw=f"Rp{raw}", heading="", place=at(3, top),
        )  # fmt: skip

    second = f"{sentence} sebesar Rp50.250.500 dikembalikan."
    statements = [
        amount("pagu_rp", "4.075.090.500", first, 100),
        amount("realisasi_rp", "3.907.031.800", first, 100),
        amount("other:sisa", "50.250.500", second, 120),
    ]
    assert bool(judged(builder(), "CT-08", first, second, statements=statements)) is told


@pytest.mark.parametrize("agreed", [True, False])
def test_a_budget_of_the_revision_is_lawful(builder, agreed):
    """The first agreement has another budget; the revision that of the report."""
    b = builder()
    b.agreement(AgreementKind.PK, 18, 19)
    b.agreement(AgreementKind.PERUBAHAN_PK, 20, 21, month=10)
    for number, page, amount in ((1, 19, "45.550.000"), (2, 21, "42.850.000" if agreed else "43.850.000")):
        b.money(number, page, "P", "Program Pelayanan Publik", amount, kind=TableKind.PK_ANGGARAN)
    b.money(3, 9, "P", "Program Pelayanan Publik", "42.850.000", kind=TableKind.PROGRAM_PLAN)
    assert bool(judged(b, "CP-06")) is not agreed


@pytest.mark.parametrize(
    ("first", "revised", "told"),
    [
        ("45.550.000", "42.850.000", False),
        ("45.550.000", "43.850.000", True),
        ("50.000.000", "42.850.000", True),  # not the budget that was agreed
    ],
)
def test_a_budget_that_the_report_itself_tells_as_revised_is_lawful(builder, first, revised, told):
    """ "Sebelum | Sesudah" in a table of the report explains the budget that the signed agreement has not."""
    b = builder()
    name, before = "Program Pelayanan Publik", "other:Sebelum (Rp)"
    b.agreement(AgreementKind.PK, 18, 19)
    b.money(1, 19, "P", name, "45.550.000", kind=TableKind.PK_ANGGARAN)
    b.table(2, TableKind.PK_ANGGARAN, 8)
    heads = tuple(TableColumn(col=c, header=h) for c, h in ((2, "Sebelum (Rp)"), (3, "Sesudah (Rp)")))
    b.tables[2] = b.tables[2].model_copy(update={"columns": heads})
    figures = [(before, "2023", first), (Measure.PAGU_RP, "2023", revised)]
    b.put(2, TableKind.PK_ANGGARAN, 8, name, figures, level=SubjectLevel.PROGRAM)
    b.money(3, 12, "P", name, "42.850.000", kind=TableKind.PROGRAM_PLAN)
    assert bool(judged(b, "CP-06")) is told


def test_a_sum_over_years_that_is_broken_down_for_one_of_them(builder):
    """2017 has no parts: what the row plans to the end is more than its parts by that year."""
    b = builder()
    for period, row, parts in (
        ("2017", "905.860.000", ()),
        ("2018", "2.003.532.000", ("1.003.532.000", "1.000.000.000")),
        ("", "2.909.392.000", ("1.003.532.000", "1.000.000.000")),
    ):
        table = {"2017": 1, "2018": 2, "": 3}[period]
        kind = TableKind.RENSTRA_MATRIX
        b.money(table, 9, "P", "Program Pemberdayaan", row, period=period, kind=kind)
        b.money(table, 9, "K", "Kegiatan Rukun Tetangga", row, period=period, kind=kind)
        for n, amount in enumerate(parts):
            b.money(table, 9, "S", f"Kelurahan {n}", amount, period=period, kind=kind)
    assert not judged(b, "AR-04") and not judged(b, "AR-06")


def test_targets_in_other_units_are_a_doubt(builder):
    """A death rate of 2,5 % beside an achievement of 90 %: the table counts in other units."""
    b = builder()
    names = [f"Angka kejadian rumah sakit ke {k}" for k in range(4)]
    for name, own, share in zip(
        names, ("2,5", "2,00", "85", "70"), ("90,00", "90,00", "95,00", "80,00"), strict=True
    ):
        b.indicator(1, 16, name, own)
        b.indicator(2, 19, name, share)
        b.indicator(3, 20, name, share)
    found = judged(b, "CT-01")
    assert [str(f.finding_class) for f in found] == ["e"]


@pytest.mark.parametrize(("last", "told"), [("88,61", 0), ("88,16", 1)])
def test_the_last_quarter_and_the_year(builder, last, told):
    b = builder()
    four_indicators(b, (TableKind.PENGUKURAN, 9))
    b.indicator(1, 9, "Cakupan patroli ketertiban umum", "88,00", "88,61", "100,69")
    for k, name in enumerate(NAMES):
        b.put(2, TableKind.RENAKSI, 7, name, [(REALISED, "2023-TW4", f"8{k},61")])
    b.put(2, TableKind.RENAKSI, 7, "Cakupan patroli ketertiban umum", [(REALISED, "2023-TW4", last)])
    assert len(judged(b, "CT-02")) == told


@pytest.mark.parametrize(("share", "told"), [("101,43", 0), ("104,13", 1)])
def test_measures_below_each_other_are_one_row(builder, share, told):
    b = builder()
    name = "Persentase penegakan peraturan daerah"
    for measure, before, now in (
        (TARGET, "84,00", "87,00"),
        (REALISED, "85,71", "88,24"),
        (SHARE, "102,04", share),
    ):
        b.put(1, TableKind.BANDING_TAHUN, 10, name, [(measure, "2022", before), (measure, "2023", now)])
    assert len(judged(b, "AR-01")) == told


@pytest.mark.parametrize(("share", "told"), [("88,31", 0), ("86,31", 1)])
def test_absorption_of_the_last_quarter_is_that_of_the_year(builder, share, told):
    b = builder()
    rows = [(f"Pelatihan petani ke {k}", f"{k}0.000.000", f"{k}0.000.000", "100,00") for k in range(1, 5)]
    for name, pagu, spent, printed in (*rows, ("Lembaga tani", "74.599.800", "65.877.450", share)):
        figures = [
            (Measure.PAGU_RP, "2023", pagu),
            (Measure.REALISASI_RP, "2023-TW4", spent),
            (Measure.SERAPAN_PCT, "2023-TW4", printed),
        ]
        b.put(1, TableKind.REALISASI_ANGGARAN, 35, name, figures)
    assert len(judged(b, "AR-03")) == told


def test_one_table_parted_by_sasaran(builder):
    """The tables of each sasaran have one or two rows; together they agree with the table on the plan."""
    b = builder()
    for k, name in enumerate(NAMES):
        b.table(k + 1, TableKind.PENGUKURAN, 20, heads=("No", "Indikator", "Realisasi"))
        b.put(k + 1, TableKind.PENGUKURAN, 20, name, [(REALISED, "2023", "78,00" if k == 0 else f"8{k},61")])
    b.table(9, TableKind.JANGKA_MENENGAH, 29, heads=("No", "Indikator", "Realisasi 2023"))
    for k, name in enumerate(NAMES):
        b.put(9, TableKind.JANGKA_MENENGAH, 29, name, [(REALISED, "2023", "70,00" if k == 0 else f"8{k},61")])
    (found,) = judged(b, "CT-02")
    assert "78,00" in found.message_id and "70,00" in found.message_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Produksi susu sapi", "* Produksi Susu Sapi (Liter/Tahun)"),
        ("Jumlah UMKM yang memiliki legalitas", "Jumlah UMKM yanng memiliki legalitas (unit)"),
    ],
)
def test_names_with_their_unit_are_one(one, other):
    assert name_key(one) == name_key(other)


def test_what_a_name_counts_in_brackets_is_no_unit():
    assert name_key("Indeks Desa Membangun (IDM)") != name_key("Indeks Desa Membangun")


@pytest.mark.parametrize(("word", "right"), [("cukup", "baik"), ("baik", "")])
def test_a_scale_told_as_a_list(builder, word, right):
    scale = (
        "1) Diatas 100 % dengan sebutan sangat baik (SB)",
        "2) Diatas 80 % s/d 100 % dengan sebutan baik (B)",
        "3) Diatas 55 % s/d 80 % dengan sebutan cukup (C)",
        "4) Dibawah 55 % dengan sebutan kurang (K)",
        "Tabel berikut memuat hasilnya.",
    )
    told = tuple(ToldSentence(text=s, heading="", place=at(3)) for s in scale)
    report = builder().report().model_copy(update={"prose": Prose(sentences=told)})
    (bands,) = told_scales(ReportView(report))
    found = right_band(bands, word, Decimal("93.81"))
    assert (found.label if found else "") == right


def achieved(b, target="97,00", realised="96,88", share="99,88"):
    """An indicator with what it achieved, and the one sentence that a test tells of it."""
    b.put(
        1,
        TableKind.PENGUKURAN,
        9,
        "Angka Partisipasi Sekolah usia 13-15 tahun",
        [(TARGET, "2023", target), (REALISED, "2023", realised), (SHARE, "2023", share)],
    )


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Realisasi indikator ini sebesar 96,88% dari target 97,00% dan telah melampaui target.", True),
        ("Angka Partisipasi Sekolah usia 13-15 tahun terealisasi 96,88% sehingga melebihi target.", True),
        ("Realisasi indikator ini sebesar 96,88% dari target 97,00%, belum mencapai target.", False),
        ("Realisasi indikator ini sebesar 96,88% dari target 97,00% (tercapai).", False),  # nearly so
        (
            "Realisasi indikator ini sebesar 96,88% dari target 97,00%, namun melampaui target provinsi.",
            False,
        ),
        ("Realisasi indikator ini sebesar 96,88%, diharapkan melampaui target 97,00%.", False),
        ("Indikator lain dengan realisasi 95,00% dari target 90,00% telah melampaui target.", False),
        ("Realisasi sebesar 96,88% dari target 97,00% melampaui target dengan capaian 100,12%.", False),
    ],
)
def test_a_claim_against_the_figures_of_its_own_sentence(builder, sentence, told):
    b = builder()
    achieved(b)
    assert ["99,88" in f.message_id for f in judged(b, "CT-15", sentence)] == [True] * told


@pytest.mark.parametrize(
    ("name", "told"),
    [("Persentase pengaduan yang ditindaklanjuti", True), ("Jumlah pengaduan masyarakat", False)],
)
def test_what_is_done_about_cases_is_better_the_more(builder, name, told):
    b = builder()
    b.put(
        1,
        TableKind.PENGUKURAN,
        9,
        name,
        [(TARGET, "2023", "94,00"), (REALISED, "2023", "92,50"), (SHARE, "2023", "98,40")],
    )
    claim = "Realisasi sebesar 92,50% sehingga telah melampaui target yang ditetapkan sebesar 94,00%."
    assert bool(judged(b, "CT-15", claim)) is told


LAWFUL = (
    "Dari target 90,00% realisasinya 85,50% sehingga tercapai sebesar 95,00%.",
    "Realisasi yang tercapai sebesar 85,50% dari target 90,00%.",
    "Untuk mencapai target 90,00% dilaksanakan sosialisasi sehingga realisasi sebesar 85,50%.",
    "Faktor penghambat mencapai target 90,00% membuat realisasi sebesar 85,50%.",
    "Realisasi sebesar 85,50% dari target 90,00%, gagal mencapai target.",
    "Realisasi sebesar 85,50% dari target 90,00%, masih perlu upaya untuk mencapai target.",
    "Realisasi sebesar 85,50% dari target 90,00%, belum sepenuhnya dapat mencapai target.",
    "Nilai AKIP belum tercapai, sedangkan pelayanan dengan realisasi 85,50% dari target 90,00% telah tercapai.",
    "Realisasi 85,50% dari target 90,00% dan tahun 2022 sebesar 70% telah melampaui target.",
)


@pytest.mark.parametrize("sentence", LAWFUL)
def test_words_that_claim_nothing(builder, sentence):
    b = builder()
    achieved(b, "90,00", "85,50", "95,00")
    assert not judged(b, "CT-15", sentence)
    assert not judged(b, "CT-08", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Realisasi sebesar 85,50% dari target 80,00%, tidak di bawah target.",
        "Realisasi sebesar 85,50% dari target 80,00%, hal yang belum tercapai adalah penyelesaian aduan.",
        "Realisasi sebesar 85,50% dari target 80,00%, belum mencapai target jangka menengah.",
        "Realisasi sebesar 85,50% dari target 80,00%, belum mencapai target tahun 2026.",
        "Realisasi 85,50% dari target 80,00% telah melampaui target dengan kenaikan capaian sebesar 2,50%.",
        "Realisasi 85,50% dari target 80,00% meningkat dari capaian 84,20% pada tahun 2022.",
        "Realisasi 85,50% dari target 80,00% dengan rata-rata capaian 98,20% untuk sasaran ini.",
        "Realisasi 85,50% dari target 80,00% dengan capaian 107%.",
    ],
)
def test_words_on_a_target_that_was_reached(builder, sentence):
    b = builder()
    achieved(b, "80,00", "85,50", "106,88")
    assert not judged(b, "CT-15", sentence)
    assert not judged(b, "CT-08", sentence)


def test_less_is_better_and_computed_as_if_more_were(builder):
    b = builder()
    figures = [(TARGET, "2023", "10"), (REALISED, "2023", "7"), (SHARE, "2023", "70,00")]
    b.put(1, TableKind.PENGUKURAN, 9, "Jumlah kasus kekerasan anak", figures)
    assert not judged(b, "CT-15", "Realisasi sebanyak 7 kasus dari target 10 kasus, telah mencapai target.")


@pytest.mark.parametrize(
    ("share", "sentence", "told"),
    [
        ("103,83", "Indikator ini ditargetkan 12,00% dan terealisasi 12,46% dengan capaian 96,17%.", True),
        ("103,83", "Indikator ini ditargetkan 12,00% dan terealisasi 12,46% dengan capaian 103,83%.", False),
        ("103,83", "Indikator ini terealisasi 12,46% dengan capaian 96,17%.", False),  # of which target?
        (
            "130,83",
            "Indikator ini ditargetkan 12,00% dan terealisasi 12,46% dengan capaian 96,17%.",
            False,
        ),  # AR-01
    ],
)
def test_an_achievement_that_a_sentence_tells_otherwise(builder, share, sentence, told):
    b = builder()
    achieved(b, "12,00", "12,46", share)
    assert [share in f.message_id for f in judged(b, "CT-08", sentence)] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Dari 13 indikator, sebanyak 9 indikator mencapai target dan 3 indikator belum mencapai target.",
            "12",
        ),
        (
            "Dari 12 indikator, sebanyak 9 indikator mencapai target dan 3 indikator belum mencapai target.",
            "",
        ),
        ("Dari 4 sasaran, 9 indikator mencapai target dan 3 indikator belum mencapai target.", ""),
        (
            "Dari 13 indikator, 9 indikator mencapai target, 3 indikator belum mencapai target dan 1 belum dirilis.",
            "",
        ),
        (
            "Dari 13 indikator, 9 indikator mencapai target, 3 indikator belum mencapai target; sisanya menunggu.",
            "",
        ),
        (
            "Dari 13 indikator, 5 indikator melampaui target, 4 sesuai target, dan 4 indikator tidak mencapai target.",
            "",
        ),
        ("Dari 12 indikator, 9 indikator mencapai target dan 1 indikator tidak dapat diukur.", ""),
        (
            "Naik dari 9 indikator menjadi 10 indikator mencapai target dan 3 indikator belum mencapai target.",
            "",
        ),
    ],
)
def test_parts_of_the_indicators_add_up(builder, sentence, told):
    b = builder()
    achieved(b)
    assert [f"= {told}" in f.message_id for f in judged(b, "CT-06", sentence)] == [True] * bool(told)


@pytest.mark.parametrize(
    ("other", "told"), [("94,67", True), ("91,67", False), ("91,7", False), ("92", False)]
)
def test_one_achievement_of_the_same_target_and_realisasi(builder, other, told):
    b = builder()
    for number, share in ((1, "91,67"), (2, other)):
        kind = TableKind.PENGUKURAN if number == 1 else TableKind.BANDING_TAHUN
        figures = [(TARGET, "2023", "0,36"), (REALISED, "2023", "0,39"), (SHARE, "2023", share)]
        b.put(number, kind, 8 + number, "Angka Putus Sekolah SMP/MTs", figures)
    assert [other in f.message_id for f in judged(b, "AR-02")] == [True] * told


@pytest.mark.parametrize(
    ("caption", "heads", "told"),
    [
        ("Perbandingan Realisasi Kinerja Tahun 2021-2022", ["2021", "2022", "2023"], True),
        ("Perbandingan Realisasi Tahun 2021 sampai dengan Tahun 2022", ["2021", "2022", "2023"], True),
        ("Target, Realisasi dan Capaian Kinerja Tahun 2021-2022", ["2021", "2022", "2023"], True),
        ("Perbandingan Realisasi Kinerja Tahun 2021-2023", ["2021", "2022", "2023"], False),
        ("Perbandingan Realisasi Kinerja Tahun 2021-2022", ["2021", "2022"], False),
        ("Target Renstra Tahun 2021-2022", ["2021", "2022", "2023"], False),
        ("Perbandingan Kinerja Tahun 2023 dengan Tahun 2021-2022", ["2021", "2022", "2023"], False),
        ("Perbandingan Capaian Tahun Ini dengan Capaian Tahun 2021-2022", ["2021", "2022", "2023"], False),
        ("Perbandingan dengan 2 Tahun Sebelumnya (2021-2022)", ["2021", "2022", "2023"], False),
    ],
)
def test_a_title_that_ends_before_its_columns(builder, caption, heads, told):
    b = builder()
    b.table(1, TableKind.BANDING_TAHUN, 8, caption)
    columns = tuple(
        TableColumn(col=2 + k, header=f"Realisasi {y}", measure=REALISED) for k, y in enumerate(heads)
    )
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    b.put(1, TableKind.BANDING_TAHUN, 8, NAMES[0], [(REALISED, y, "80,50") for y in heads])
    assert ["2021-2022" in f.message_id for f in judged(b, "CY-05")] == [True] * told


@pytest.mark.parametrize(
    ("caption", "heads", "told"),
    [
        (
            "Perbandingan Realisasi Tahun 2022 dan 2021 serta Target Akhir",
            ["Realisasi 2022", "2023 Realisasi"],
            True,
        ),
        (
            "Perbandingan Realisasi Tahun 2022 dan 2023 serta Target Akhir",
            ["Realisasi 2022", "2023 Realisasi"],
            False,
        ),
        ("Perbandingan Realisasi Tahun 2022 dan 2021", ["Realisasi 2021", "Realisasi 2022"], False),
        (
            "Perbandingan Realisasi Tahun 2022 dan 2021",
            ["2021 Realisasi", "2022 Realisasi", "2023 Realisasi"],
            False,
        ),
        (
            "Perbandingan Realisasi Tahun 2023 dengan Tahun 2022 dan 2021",
            ["Realisasi 2022", "2023 Realisasi"],
            False,
        ),
        (
            "Perbandingan Tahun Ini dengan Realisasi Tahun 2022 dan 2021",
            ["Realisasi 2022", "Realisasi"],
            False,
        ),
    ],
)
def test_a_title_that_compares_two_earlier_years(builder, caption, heads, told):
    b = builder()
    b.table(1, TableKind.BANDING_TAHUN, 8, caption)
    columns = tuple(TableColumn(col=2 + k, header=h, measure=REALISED) for k, h in enumerate(heads))
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    b.put(1, TableKind.BANDING_TAHUN, 8, NAMES[0], [(REALISED, "2022", "80,50"), (REALISED, "2023", "81,50")])
    assert [f.expected for f in judged(b, "CY-05")] == ["2023"] * told


@pytest.mark.parametrize(("role", "told"), [("row_year", True), ("label", False)])
def test_a_title_whose_years_are_all_one_too_early(builder, role, told):
    """The rows of the table are the years 2021 to 2023."""
    b = builder()
    b.table(1, TableKind.BANDING_TAHUN, 8, "Target, Realisasi dan Capaian Kinerja Tahun 2020-2022")
    b.tables[1] = b.tables[1].model_copy(update={"columns": (TableColumn(col=0, header="Tahun", role=role),)})
    for k, year in enumerate(("2021", "2022", "2023")):
        b.put(1, TableKind.BANDING_TAHUN, 8, NAMES[0], [(REALISED, year, f"8{k},50")])
    assert [f.expected for f in judged(b, "CY-05")] == ["2021-2023"] * told


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Rincian Target dan Realisasi Pendapatan Tahun Anggaran 2022", True),
        ("Rincian Target dan Realisasi Pendapatan Tahun Anggaran 2023", False),
        ("Realisasi Pendapatan Tahun 2022", False),  # one of its columns is
        ("Pengukuran Kinerja Pendapatan Tahun 2022", True),
        ("Pengukuran Kinerja Pendapatan Tahun 2023", False),
        ("Kenaikan Capaian Kinerja dari Tahun 2022", False),
        ("Tren Capaian Kinerja sejak Tahun 2022", False),
        ("Capaian Kinerja Tahun 2022 dan Target Tahun Berjalan", False),
    ],
)
def test_a_title_on_targets_of_another_year_than_its_columns(builder, caption, told):
    b = builder()
    b.table(1, TableKind.REALISASI_ANGGARAN, 8, caption)
    heads = ((TARGET, "Tahun 2023 Target"), (REALISED, "Tahun 2023 Realisasi"), (REALISED, "Realisasi 2022"))
    columns = tuple(TableColumn(col=2 + k, header=h, measure=m) for k, (m, h) in enumerate(heads))
    b.tables[1] = b.tables[1].model_copy(update={"columns": columns})
    b.put(
        1, TableKind.REALISASI_ANGGARAN, 8, "Pajak Daerah", [(TARGET, "2023", "10"), (REALISED, "2023", "11")]
    )
    assert len(judged(b, "CY-05")) == told


def of_regency(b):
    b.identity = b.identity.model_copy(
        update={"instansi": "Dinas Perhubungan", "kabkota": "Kabupaten Paser", "level": UnitLevel.OPD}
    )
    achieved(b)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Laporan Kinerja Dinas Perhubungan Kabupaten Penajam Paser Utara menunjukkan hasil yang baik.",
            True,
        ),
        ("Laporan Kinerja Dinas Perhubungan Kabupaten Paser menunjukkan hasil yang baik.", False),
        ("Dari tabel di atas terlihat bahwa angka partisipasi Kabupaten Klungkung telah naik.", True),
        ("Dari tabel di atas terlihat perbandingan dengan Kabupaten Klungkung.", False),
        ("Dari tabel di atas terlihat bahwa Kabupaten Paser lebih baik dari Kabupaten Klungkung.", False),
        ("Gambar di atas merupakan bimbingan teknis yang diselenggarakan di Kota Malang.", False),
        ("Dari tabel di atas terlihat nilai tertinggi ada pada rute Kota Surabaya.", False),
    ],
)
def test_names_of_other_regencies(builder, sentence, told):
    b = builder()
    of_regency(b)
    told_sentence = ToldSentence(text=sentence, heading="", place=at(3))
    named = re.search(r"Dinas Perhubungan (Kabupaten [A-Z]\w+(?: [A-Z]\w+)*)", sentence)
    regions = (
        (NamedUnit(name=named[1], text=named[0], sentence=sentence, place=at(3)),)
        if named is not None
        else ()
    )
    prose = Prose(sentences=(told_sentence,), named_regions=regions)
    report = b.report().model_copy(update={"prose": prose})
    found = [f for f in check_report(report)[0] if f.rule_id == "CU-01"]
    assert [f.expected == "Dinas Perhubungan Kabupaten Paser" for f in found] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Semoga laporan ini bermanfaat bagi peningkatan kinerja Dinas Pariwisata di masa mendatang.", True),
        (
            "Semoga laporan ini bermanfaat bagi peningkatan kinerja Dinas Perhubungan di masa mendatang.",
            False,
        ),
        ("Semoga laporan ini menjadi bahan kerja sama dan kinerja Dinas Pariwisata.", False),
        ("Capaian ini didukung kinerja Dinas Pariwisata.", False),
    ],
)
def test_a_report_given_to_an_agency_of_other_fields(builder, sentence, told):
    b = builder()
    of_regency(b)
    found = judged(b, "CU-01", sentence)
    assert ["“Dinas Pariwisata”" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Dengan penduduk yang terus bertambah, Kecamatan Tanta perlu memperkuat koordinasi.", True),
        ("Dengan penduduk yang terus bertambah, Kecamatan Murung Pudak perlu memperkuat koordinasi.", False),
        ("Di sebelah timur berbatasan dengan Kecamatan Tanta.", False),
        ("Seperti di tempat lain, Kecamatan Tanta perlu dicontoh.", False),
    ],
)
def test_another_kecamatan_that_has_to_act(builder, sentence, told):
    b = builder()
    b.identity = b.identity.model_copy(
        update={
            "instansi": "Kecamatan Murung Pudak",
            "kecamatan": "Murung Pudak",
            "level": UnitLevel.KECAMATAN,
        }
    )
    achieved(b)
    assert ["“Kecamatan Tanta”" in f.message_id for f in judged(b, "CU-01", sentence)] == [True] * told


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("Pengukuran Kinerja OPD : DINAS PERHUBUNGAN KABUPATEN SAROLANGUN", True),
        ("Pengukuran Kinerja OPD : DINAS PERHUBUNGAN KABUPATEN PASER", False),
        ("Data INSPEKTORAT KABUPATEN SAROLANGUN", False),  # another agency's
        ("KINERJA DINAS PERHUBUNGAN KABUPATEN SAROLANGUN DAN KABUPATEN PASER", False),
        ("PIAGAM DARI DINAS PERHUBUNGAN KABUPATEN SAROLANGUN", False),
    ],
)
def test_titles_of_another_regency(builder, caption, told):
    b = builder()
    of_regency(b)
    b.tables[1] = b.tables[1].model_copy(update={"caption": caption})
    assert ["SAROLANGUN" in f.message_id for f in judged(b, "CU-01")] == [True] * told


@pytest.mark.parametrize(("last", "told"), [("100,82", True), ("99,62", False)])
def test_the_mean_of_a_group_in_the_row_that_names_it(builder, last, told):
    """Two groups show that their rows hold the means; the third one holds another figure."""
    b = builder()
    for name, mean, shares in (
        ("Meningkatnya tata kelola", "101,09", ("102,34", "100,93", "100,00")),
        ("Meningkatnya pendidikan", "99,86", ("99,79", "100,92", "98,87")),
        ("Meningkatnya infrastruktur", last, ("99,04", "97,63", "100,92", "100,89")),
    ):
        blank = [("other:Satuan", "2023", ""), ("other:Bobot", "2023", "")]
        b.put(1, TableKind.PENGUKURAN, 11, name, [*blank, (SHARE, "2023", mean)])
        for k, share in enumerate(shares):
            figures = [(TARGET, "2023", "100"), (REALISED, "2023", share), (SHARE, "2023", share)]
            b.put(1, TableKind.PENGUKURAN, 11, f"Indikator {name} ke {k}", figures)
    assert ["99,62" in f.message_id for f in judged(b, "AR-09")] == [True] * told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Nilai tahun 2023 sebesar 80,10 mengalami peningkatan sebesar 114,33% dibandingkan tahun 2022 "
         "sebesar 70,06.", "14,33"),
        ("Nilai tahun 2023 sebesar 80,10 mengalami peningkatan sebesar 14,33% dibandingkan tahun 2022 "
         "sebesar 70,06.", ""),
        ("Capaian naik dari 97,85% tahun 2022 menjadi 109,42% tahun 2023 atau meningkat sebesar 11,57%.", ""),
        ("Pengunjung tahun 2023 sebanyak 15 orang atau naik sebesar 200% dari tahun 2022 sebanyak 5 orang.", ""),
        ("Pengunjung tahun 2023 sebanyak 15 orang atau naik sebesar 300% dari tahun 2022 sebanyak 5 orang.", "200"),
        ("Dari 5 inovasi pada tahun 2022 menjadi 1 pada tahun 2023, penurunan sebesar 20%.", "80"),
        ("Pada tahun 2023 jumlah pengunjung meningkat dari 40 orang pada tahun 2022 menjadi 50 orang, atau naik "
         "sebesar 125%.", "25"),
        ("Jumlah kasus turun dari tahun 2022 sebanyak 50 kasus menjadi 40 kasus di tahun 2023 atau turun sebesar 80%.",
         "20"),
        ("Jumlah kasus tahun 2023 sebanyak 40 kasus, turun sebesar 80% dibandingkan tahun 2022 sebanyak 50 kasus.", "20"),
        # Other things than a change of the two:
        ("Tahun 2022 dilatih 40 orang dan tahun 2023 dilatih 50 orang sehingga serapan lulusan naik sebesar 125%.", ""),
        ("Dari 250 formasi tahun 2022 menjadi terisi 200 pada tahun 2023 sehingga kekosongan turun sebesar 80%.", ""),
        ("Dari 50 pengaduan tahun 2022 menjadi 40 pengaduan selesai tahun 2023 atau turun sebesar 80%.", ""),
        ("Desa miskin dari 50 desa tahun 2022 menjadi 40 desa mandiri tahun 2023 atau turun sebesar 80%.", ""),
        ("Pengunjung tahun 2022 sebanyak 100 orang dan tahun 2023 sebanyak 80 orang, peningkatan sebesar 125%.", ""),
        ("Tahun 2022 tersedia 250 formasi, tahun 2023 terisi 200, sehingga kekosongan menurun sebesar 80%.", ""),
        ("PAD tahun 2023 Rp12.500.000.000, bertambah Rp2.500.000.000 atau naik sebesar 25% dari tahun 2022.", ""),
        ("Dari pagu 2023 Rp5.000.000.000 terserap Rp4.500.000.000, serapan dibanding 2022 naik sebesar 5%.", ""),
        ("Tahun 2023 terdapat 150 kasus, 120 kasus selesai, dibanding tahun 2022 menurun sebesar 80%.", ""),
        ("Dari 250 UMKM tahun 2023, 200 naik kelas, dibandingkan tahun 2022 turun sebesar 80%.", ""),
        ("Capaian dari 50 pada tahun 2022 menjadi 100 pada tahun 2023, kinerja meningkat mencapai 200%.", ""),
        ("Tahun 2022 dilatih 40 orang dan tahun 2023 dilayani 90 orang dibandingkan penduduk yang naik sebesar 7%.", ""),
        ("Target tahun 2023 sebesar 15 dan tahun 2022 sebesar 5, naik sebesar 300% dibandingkan sebelumnya.", ""),
        ("Jalan baik sepanjang 80,85 km dari 94,45 km sehingga meningkat sebesar 85,60%.", ""),
    ],
)  # fmt: skip
def test_a_ratio_is_no_rise_or_fall(builder, sentence, told):
    found = judged(builder(), "CT-08", sentence)
    assert [told in f.message_id for f in found] == [True] * bool(told)
