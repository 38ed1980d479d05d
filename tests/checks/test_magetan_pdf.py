"""The catalogue of inconsistencies against the findings on the PDF itself, text, signed pages (scans) and prose.

The figures of `test_magetan.py` come from the labelled tables; here everything is read by the program.
"""

import csv

import pytest

from lkjip_checks import check_report
from lkjip_extract.reading import ReadOptions, Scans, read_document
from lkjip_normalize import normalize

from .conftest import SHARED

pytestmark = pytest.mark.real

FOLDER = SHARED / "magetan"
FOUND = {
    "A01": ("AR-04", 18, "110.393.396"), "A02": ("AR-04", 18, "344.748.562"), "A03": ("AR-04", 17, "736.552.863"),
    "A04": ("AR-04", 17, "1.404.738.157"), "A05": ("AR-05", 19, "15.166.946.575"), "A06": ("AR-06", 17, "8.425.850"),
    "A07": ("AR-03", 24, "37.690.000"), "A08": ("AR-05", 24, "15.282.787.351"), "A10": ("AR-08", 21, "99.77"),
    "T01": ("CT-01", 28, "75"), "T02": ("CT-12", 36, "85"), "T04": ("AR-16", 31, "45 dari 45"),
    "T05": ("CP-01", 14, "Indeks Kepuasan"), "T06": ("CT-04", 14, "hanya kata untuk"),
    "T07": ("CT-04", 20, "KinerjaBaik"), "T09": ("CT-05", 29, "adalah tujuan"), "T11": ("CT-12", 38, "Monev"),
    "T14": ("CT-03", 23, "serapan anggaran"), "T15": ("CT-03", 15, "tidak memuat kategori"),
    "T16": ("CY-04", 21, "2021"), "T17": ("CY-02", 21, "88.89"), "T18": ("CY-02", 21, "target tahun lalu 71"),
    "T21": ("CY-07", 21, "90.10"), "T22": ("CT-09", 27, "menjanjikan"), "T24": ("CT-09", 20, "skala nasional"),
    "T26": ("ST-10", 16, "menjanjikan skala"), "T27": ("CT-14", 23, "menunjang"), "P01": ("CP-06", 27, "6.142.999.541"),
    "P02": ("CP-06", 27, "37.690.000"), "P05": ("CP-07", 28, "menurunkan anggaran"),
    "P06": ("CP-07", 28, "tidak menyebut perubahan"), "P09": ("CP-07", 28, "YUDO WAHYONO"),
    "R01": ("CT-07", 40, "3.629.715.399"), "R03": ("AR-04", 34, "12.360.629.216"), "R04": ("AR-10", 36, "44.527.568.770"),
    "R05": ("AR-07", 32, "2.997.480.250"), "R08": ("AR-16", 36, "100 pada 31"), "R09": ("CY-06", 36, "31 dari"),
    "R10": ("AR-15", 36, "62 Dokumen = 44 Bulan"), "R12": ("AR-15", 38, "106, semua rinciannya 100"),
    "R13": ("CT-11", 33, "80 Nilai"), "R14": ("KD-02", 35, "7.01.03"), "R15": ("KD-02", 32, "01.2.08.02"),
    "N02": ("CT-15", 21, "tahun terakhir Renstra"), "N03": ("CT-15", 21, "signifikan"),
    "N04": ("CT-15", 23, "109.11"), "N05": ("CT-15", 23, "99.87"), "N07": ("CT-15", 24, "35,80 %"),
    "N09": ("CT-15", 22, "kata yang sama"), "N14": ("ID-04", 3, "kepada Presiden"), "I01": ("ID-01", 25, "WAWYONO"),
    "I02": ("ID-03", 25, "Pembina Tk. II"), "L02": ("LG-02", 10, "Perbup 25/2012"), "S01": ("ST-10", 2, "IKU TH 2023"),
    "S12": ("ST-03", 3, "Isu strategis"), "S13": ("ST-02", 2, "ikhtisar"), "S14": ("ST-12", 25, "PENUTUP"),
    "F01": ("TX-01", 21, "87,02"), "F02": ("TX-01", 4, "3.398"),
    "T03": ("CT-12", 36, "90.02"), "T10": ("CT-04", 38, "Prosentase Koordinasi"), "T12": ("CT-13", 16, "8.236.025.535"),
    "T13": ("CT-03", 23, "90.02, 87.29, 90.13"), "T19": ("CP-04", 14, "target 70, target akhir 87.50"),
    "T20": ("CP-08", 21, "2024"), "P03": ("CP-06", 28, "13.952.600"), "P04": ("CP-06", 28, "15.490.556.938"),
    "R06": ("AR-04", 38, "110.393.396"), "R07": ("AR-14", 39, "400"), "N01": ("CY-05", 4, "LKjIP 2022"),
    "L01": ("LG-01", 13, "PP 17/2018"), "S10": ("ST-06", 16, "standar nasional"), "S11": ("ST-07", 16, "efisiensi"),
    "A11": ("AR-12", 4, "LUAS WILAYAH"), "T08": ("CT-05", 27, "Meningkatkan Kinerja"), "T23": ("CT-10", 20, "89 / 90"),
    "T25": ("CT-09", 25, "sangat tinggi"), "R11": ("AR-15", 33, "80, rinciannya 85"), "R16": ("KD-01", 29, "4,01,05,01"),
    "R18": ("KD-04", 30, "4,01,05,33"), "R21": ("AR-09", 36, "rata-rata capaian"), "N06": ("CT-15", 23, "masing-masing program"),
    "N13": ("TX-04", 25, "6 isian tabel"), "L03": ("LG-02", 1, "Inpres 7/1999"), "S05": ("ST-10", 12, "Perencanaan Kinerja"),
    "S08": ("ST-11", 20, "nomor kolom 4"), "S09": ("ST-11", 23, "nomor kolom 5"), "S19": ("TX-02", 11, "istilah lama"),
    "F03": ("TX-01", 23, "85,09"), "F04": ("TX-01", 27, "“,00”"), "F05": ("TX-02", 18, "kententraman"),
    "F06": ("TX-02", 14, "prosentase"), "F07": ("KD-03", 37, "Barang Cetakan"), "R19": ("CP-08", 29, "tahun 2018"),
    "S06": ("ST-11", 10, "Gambar 1.1"), "S07": ("ST-11", 15, "tanpa nomor"),
}  # fmt: skip
"""Catalogue id: rule, page and words of the finding that tells it."""
LEAST_FOUND = {"high": 1.0, "medium": 0.9, "low": 0.6}
"""Share of the catalogued contradictions of the document itself that are found, by severity."""


@pytest.fixture(scope="module")
def findings():
    path = FOLDER / "lkjip-kecamatan-magetan-2023.pdf"
    if not path.exists():
        pytest.skip("../shared/magetan is not here")
    return check_report(normalize(read_document(path, ReadOptions(scans=Scans.READ))))[0]


@pytest.fixture(scope="module")
def catalogue():
    path = FOLDER / "inconsistencies.csv"
    if not path.exists():
        pytest.skip("../shared/magetan is not here")
    with path.open(encoding="utf-8", newline="") as rows:
        return [r for r in csv.DictReader(rows) if r["kind"] == "inconsistency" and r["origin"] == "document"]


def told(findings, rule_id, page, words):
    return any(f.rule_id == rule_id and page in f.pages and words in f.message_id for f in findings)


@pytest.mark.parametrize("item", FOUND)
def test_what_the_catalogue_lists_is_told(findings, item):
    assert told(findings, *FOUND[item])


@pytest.mark.parametrize("severity", LEAST_FOUND)
def test_the_share_of_the_catalogue(findings, catalogue, severity):
    own = [r["id"] for r in catalogue if r["severity"] == severity]
    found = [item for item in own if item in FOUND and told(findings, *FOUND[item])]
    assert len(found) >= LEAST_FOUND[severity] * len(own), sorted(set(own) - set(found))
