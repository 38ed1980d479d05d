"""Labels of sums and means, and indicators that begin with the same words."""

import pytest

from lkjip_normalize.totals import is_mean, is_total


@pytest.mark.parametrize(
    "label",
    [
        "Rata-rata",
        "RATA – RATA :",
        "Nilai Rata-rata",
        "Rata-rata Capaian Sasaran 1",
        "RATA-RATA CAPAIAN SASARAN KE-2",
        "Rata-rata Capaian Kinerja Program (%)",
        "Rata-rata seluruh IKU",
        "RATA-RATA CAPAIAN KINERJA DINAS PUPR",
        "Capaian rata-rata",
        "Total & Rata-Rata Capaian",
        "Rata-rata capaian sasaran 2: Meningkatnya mutu layanan",
    ],
)
def test_means_of_rows(label):
    assert is_mean(label)
    assert is_total(label)


@pytest.mark.parametrize(
    "label",
    ["JUMLAH", "Total", "Sub Total", "Grand Total", "Jml Anggaran", "Jumlah (Rp)", "JUMLAH 2", "TOTAL A"],
)
def test_sums_of_rows(label):
    assert is_total(label)
    assert not is_mean(label)


@pytest.mark.parametrize(
    "label",
    [
        "Rata-rata Lama Sekolah",
        "Rata-rata Nilai UN SD",
        "Rata-rata waktu penerbitan dokumen kependudukan",
        "Rata-rata capaian Nilai Tukar Petani",
        "Nilai rata-rata ujian sekolah",
        "Jumlah dokumen yang disusun",
        "Jumlah pendapatan di bidang energi dan sumber daya mineral",
        "Jml Penduduk",
        "% (Jumlah temuan ditindaklanjuti / jumlah temuan) x 100%",
    ],
)
def test_indicators_are_rows_like_any_other(label):
    assert not is_total(label)
