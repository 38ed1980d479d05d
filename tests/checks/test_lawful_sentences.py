"""Ordinary, lawful sentences beside tables that they do not contradict, and the contradictions next to them."""

import pytest

from lkjip_checks import check_report
from lkjip_normalize import normalize
from tests.normalize.conftest import COVER, make_document, make_table

OPENING = "Laporan Kinerja Tahun 2023 ini disusun sebagai pertanggungjawaban."
PERFORMANCE = make_table(
    [["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
    [
        [
            "1",
            "Meningkatnya pelayanan publik",
            "Indeks Kepuasan Masyarakat",
            "Nilai",
            "84,00",
            "86,72",
            "103,24",
        ],
        ["2", "Meningkatnya akuntabilitas", "Nilai SAKIP Kecamatan", "Nilai", "70,00", "71,25", "101,79"],
        ["3", "Meningkatnya ketertiban", "Persentase desa yang tertib", "%", "80,00", "60,00", "75,00"],
    ],
    caption="Tabel 3.1 Capaian Kinerja Tahun 2023",
)
MONEY = make_table(
    [["No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"]],
    [
        ["1", "Program Penunjang Urusan Pemerintahan Daerah", "2.615.775.250", "2.520.118.400", "96,34"],
        ["2", "Program Penyelenggaraan Pelayanan Publik", "450.250.000", "441.500.000", "98,06"],
        ["3", "Program Pemberdayaan Masyarakat Desa", "352.941.000", "340.500.000", "96,48"],
        ["", "Jumlah", "3.418.966.250", "3.302.118.400", "96,58"],
    ],
    number=2,
    page=3,
    caption="Tabel 3.5 Realisasi Anggaran Tahun 2023",
)


def told(sentence, rule_id):
    """What a rule says of a report with this sentence."""
    lines = [OPENING, "BAB III AKUNTABILITAS KINERJA", sentence]
    report = normalize(make_document([COVER, lines, ["Uraian anggaran"]], [PERFORMANCE, MONEY]))
    return [f.message_id for f in check_report(report)[0] if f.rule_id == rule_id and not f.folded_into]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pada tahun 2023 penduduk terdiri dari laki-laki 12.205 jiwa dan perempuan 12.105 jiwa.",
        "Pegawai 150 orang yang terdiri dari 80 orang laki-laki dan 68 orang perempuan (2 orang tidak mengisi).",
        "Peserta 120 orang terdiri dari laki-laki 80 orang dan perempuan 35 orang serta anak-anak 5 orang.",
        "Dari 10 indikator, 6 indikator melampaui target, 2 memenuhi target, dan 2 indikator belum mencapai target.",
        "Program yang mendukung pencapaian sasaran Meningkatnya Pelayanan terdiri dari 2 program sebagai berikut:",
        "Program yang dilaksanakan oleh Seksi Pelayanan berjumlah 1 program sebagai berikut:",
        "Perjanjian kinerja Sekretaris Kecamatan memuat 1 sasaran dan 2 indikator kinerja.",
    ],
)
def test_counts_of_parts(sentence):
    assert not told(sentence, "CT-06")


@pytest.mark.parametrize(
    "sentence",
    [
        "Pegawai 150 orang yang terdiri dari 80 orang laki-laki dan 68 orang perempuan.",
        "Pegawai 150 orang yang terdiri dari 80 orang laki-laki dan 68 orang perempuan (45,3%) per 31 Desember 2023.",
        "Dari 10 indikator, 6 indikator melampaui target dan 2 indikator belum mencapai target.",
    ],
)
def test_counts_that_do_not_add_up_are_told(sentence):
    assert told(sentence, "CT-06")


@pytest.mark.parametrize(
    "sentence",
    [
        "Sampai dengan 30 September 2023 dari anggaran Rp 3.418.966.250 telah terealisasi Rp 3.205.100.350.",
        "Dari anggaran Rp 3.418.966.250 terealisasi Rp 2.820.551.900 pada triwulan III.",
        "Program dianggarkan sebesar Rp 2.615.775.250 dengan realisasi belanja operasi Rp 2.320.118.400 dan belanja "
        "modal Rp 200.000.000.",
        "Anggaran program sebesar Rp 450.250.000, dengan realisasi DAK Rp 146.000.250 dan realisasi PAD Rp 295.499.750.",
        "Dari pagu Rp 2.615.775.250, realisasi untuk gaji dan tunjangan ASN sebesar Rp 1.920.340.100 atau 73,41%.",
        "Anggaran murni sebesar Rp 3.200.450.000, realisasi sebesar Rp 3.302.118.400 dari anggaran perubahan "
        "Rp 3.418.966.250 atau 96,58%.",
        "Anggaran Rp 450.250.000 terealisasi Rp 441.500.000, 100% secara fisik.",
        "Anggaran Rp 450.250.000, realisasi Rp 441.500.000 atau 12,91% dari total anggaran kecamatan.",
        "Dari anggaran Rp 450.250.000, telah dibelanjakan Rp 441.500.000, sisa lelang Rp 5.250.000 dan sisa perjalanan "
        "dinas Rp 3.500.000.",
        "Sisa anggaran yang telah disetor ke kas daerah sebesar Rp 116.800.850.",
        "Persentase desa yang tertib target 80% realisasi 60% dengan capaian tahun lalu 100%.",
        "Indeks Kepuasan Masyarakat hasil survei internal adalah 87,62 sedangkan hasil survei pihak ketiga 86,72.",
        "Indeks Kepuasan Masyarakat dengan target 84,00 terealisasi 86,72 dengan capaian 100% (dibatasi maksimal).",
    ],
)
def test_amounts_and_figures_of_parts_and_other_sources(sentence):
    assert not told(sentence, "CT-08")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dari anggaran Rp 3.418.966.250 telah terealisasi Rp 3.320.118.400.",
        "Program dianggarkan sebesar Rp 2.615.775.250 dengan realisasi Rp 2.502.118.400.",
        "Anggaran Rp 450.250.000 terealisasi Rp 441.500.000 atau 89,06%.",
        "Dari anggaran Rp 3.418.966.250 pada akhir Desember 2023 telah terealisasi Rp 3.320.118.400.",
        "Dari anggaran Rp 3.418.966.250 (Januari-Desember 2023) terealisasi Rp 3.320.118.400.",
        "Dari anggaran Rp 3.418.966.250 selama empat triwulan terealisasi Rp 3.320.118.400.",
    ],
)
def test_amounts_that_contradict_the_table_are_told(sentence):
    assert told(sentence, "CT-08")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dokumen yang disampaikan pada tahun 2023 adalah LKjIP Tahun 2022, LPPD Tahun 2022 dan Renja Tahun 2024.",
        "Dokumen yang diselesaikan pada tahun 2023 adalah LKjIP Tahun 2022.",
        "Kegiatan penyusunan Laporan Kinerja Tahun 2022 dilaksanakan pada bulan Januari.",
        "LKjIP Tahun 2022 telah selesai disusun dan disampaikan kepada Bupati pada bulan Maret tahun 2023.",
        "LKjIP Tahun 2022 telah disampaikan kepada Bupati tepat waktu.",
        "Nilai SAKIP merupakan nilai atas Laporan Kinerja Tahun 2022 sebesar 71,25.",
        "Penghargaan peringkat III LKjIP Tahun 2022 terbaik.",
        "Pada tahun 2022 Kelurahan Girimukti menerima alokasi DAU Tambahan sebesar Rp 352.941.000.",
    ],
)
def test_the_report_of_the_year_before_may_be_named(sentence):
    assert not told(sentence, "CY-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "LKjIP Tahun 2022 sebagai sarana pertanggungjawaban atas pencapaian kinerja.",
        "Demikian LKjIP Kecamatan Magetan Tahun 2022 kami sampaikan.",
        "Semoga LKjIP Tahun 2022 bermanfaat bagi kita semua.",
        "Tujuan LKjIP Tahun 2022 adalah memberikan informasi kinerja.",
        "LKjIP Tahun 2022 menyajikan capaian kinerja selama tahun 2023.",
    ],
)
def test_the_year_of_this_report_is_told(sentence):
    assert told(sentence, "CY-05")


@pytest.mark.parametrize(
    ("sentence", "rule_id"),
    [
        ("Indeks Kepuasan Masyarakat tahun 2023 sebesar 89,10 meningkat dari predikat B.", "CP-11"),
        ("IKM sebesar 88,20 hampir mencapai kategori A.", "CP-11"),
        ("Nilai SKM sebesar 89,10, dengan unsur waktu penyelesaian masih pada kategori B.", "CP-11"),
        ("Nilai SAKIP sebesar 70,15 (BB) naik dari predikat B.", "CP-12"),
        ("Nilai SAKIP tahun ini 71,25 sudah melampaui predikat B.", "CP-12"),
    ],
)
def test_grades_that_a_score_is_compared_with(sentence, rule_id):
    assert not told(sentence, rule_id)


@pytest.mark.parametrize(
    ("sentence", "rule_id"),
    [
        ("Indeks Kepuasan Masyarakat tahun 2023 sebesar 89,10 dengan mutu pelayanan B.", "CP-11"),
        ("Nilai SAKIP tahun 2023 sebesar 70,15 dengan predikat B.", "CP-12"),
        ("Nilai SAKIP tahun 2023 sebesar 68,20 dari hasil evaluasi Inspektorat dengan predikat BB.", "CP-12"),
        ("IKM tahun 2023 sebesar 89,10 (Sangat Baik) dengan mutu pelayanan B.", "CP-11"),
    ],
)
def test_grades_of_another_band_are_told(sentence, rule_id):
    assert told(sentence, rule_id)


@pytest.mark.parametrize(
    "sentence",
    [
        "Capaian IKM sebesar 86,72 sudah baik, namun unsur sarana dan prasarana perlu ditingkatkan.",
        "Karena realisasi telah melampaui target, maka target IKM tahun 2024 perlu ditingkatkan.",
        "Seluruh indikator pada sasaran pertama telah mencapai target yang ditetapkan.",
        "Semua indikator pada Seksi Pelayanan telah tercapai dengan baik.",
        "Seluruh indikator Seksi Pelayanan telah tercapai.",
        "Nilai SAKIP Kecamatan di bawah target kabupaten sebesar 75,00.",
        "Indeks Kepuasan Masyarakat belum mencapai target pada unsur sarana.",
        "Nilai SAKIP Kecamatan dengan realisasi 71,25 tidak mencapai target kabupaten 75,00.",
    ],
)
def test_claims_on_parts_and_other_targets(sentence):
    assert not told(sentence, "CT-15")


@pytest.mark.parametrize(
    "sentence",
    [
        "Seluruh indikator kinerja telah mencapai target yang ditetapkan.",
        "Seluruh indikator telah mencapai target berkat kerja sama seluruh seksi.",
        "Seluruh indikator dalam sasaran strategis telah tercapai.",
        "Nilai SAKIP Kecamatan tahun 2023 belum mencapai target.",
        "Hanya target nilai SAKIP yang perlu ditingkatkan.",
    ],
)
def test_claims_against_the_figures_are_told(sentence):
    assert told(sentence, "CT-15")


def test_a_law_that_a_sentence_says_is_replaced():
    law = "Peraturan Menteri PANRB Nomor 12 Tahun 2015"
    assert told(f"Evaluasi SAKIP dilaksanakan berdasarkan {law}.", "LG-02")
    assert not told(f"{law} telah dicabut dengan Peraturan Menteri PANRB Nomor 88 Tahun 2021.", "LG-02")
