"""The 2023 block of the Renstra matrix as the sample report prints it."""

from typing import NamedTuple


class RenstraRow(NamedTuple):
    """A row of the matrix.

    ``budget_row`` is the position in ``facts_budget.BUDGET_ROWS`` of the row that prints the same name and
    indicator; ``name`` and ``indicator`` are filled only where the matrix words them differently. ``k_`` are
    quantities in ``unit``, ``rp_`` rupiah.
    """

    code: str
    budget_row: int
    k_target: str
    unit: str
    rp_target: str
    k_realisasi: str
    rp_realisasi: str
    name: str = ""
    indicator: str = ""


class RenstraBlock(NamedTuple):
    """Rows ``first`` up to ``end`` (exclusive) that share their tujuan and sasaran."""

    first: int
    end: int
    tujuan: str
    sasaran: str


PERIOD_LABEL = "Kepmen 050-5889 (Tahun 2023)"

# In the last block (7.01.03.2.02 and below) the rupiah targets moved up by one row, so the last sub kegiatan
# shows the grand total; quantities of "100" with units such as Bulan are the source's, not slips of ours.
RENSTRA_ROWS: tuple[RenstraRow, ...] = (
    RenstraRow("01", 0, "80", "skor", "8.236.025.535", "80", "8.034.330.848"),
    RenstraRow("01.2.01", 1, "15", "Dokumen", "20.633.680", "38", "18.699.500"),
    RenstraRow("01.2.01.01", 2, "15", "Dokumen", "20.633.680", "100", "18.699.500"),
    RenstraRow("01.2.02", 3, "62", "Dokumen", "5.657.145.605", "50", "5.534.489.128"),
    RenstraRow("01.2.02.01", 4, "44", "Bulan", "5.653.251.605", "100", "5.530.595.128"),
    RenstraRow("01.2.02.07", 5, "18", "Dokumen", "3.894.000", "100", "3.894.000"),
    RenstraRow("01.2.06", 6, "315", "Bulan", "736.552.863", "100", "731.655.501"),
    RenstraRow("01.2.06.01", 7, "60", "Bulan", "36.764.768", "100", "36.647.703"),
    RenstraRow("01.2.06.02", 8, "10", "Unit", "291.089.898", "100", "284.226.740"),
    RenstraRow("01.2.06.03", 9, "60", "Bulan", "58.704.147", "100", "57.453.830"),
    RenstraRow("01.2.06.04", 10, "60", "Bulan", "188.152.100", "100", "186.423.800"),
    RenstraRow(
        "01.2.06.05",
        11,
        "60",
        "Bulan",
        "52.327.800",
        "100",
        "51.857.900",
        name="Penyediaan Barang Cetakan dan Penggandaan",
        indicator="Jumlah Penyediaan Barang Cetakan dan Penggandaan",
    ),
    RenstraRow("01.2.06.06", 12, "60", "Bulan", "20.440.000", "100", "20.440.000"),
    RenstraRow("01.2.06.09", 13, "5", "Tahun", "97.500.000", "100", "94.605.528"),
    RenstraRow("01.2.08", 14, "160", "Bulan", "1.466.184.036", "100", "1.404.738.157"),
    RenstraRow("01.2.08.02", 15, "60", "Bulan", "96.882.926", "100", "67.652.357"),
    RenstraRow("01.2.08.02", 16, "40", "Unit", "60.101.760", "100", "55.277.300"),
    RenstraRow("01.2.08.04", 17, "60", "Bulan", "1.309.199.350", "100", "1.281.807.500"),
    RenstraRow("01.2.09", 18, "85", "Bulan", "355.509.351", "106", "344.748.562"),
    RenstraRow("01.2.09.01", 19, "75", "Kali", "57.550.900", "100", "110.393.396"),
    RenstraRow(
        "01.2.09.09",
        20,
        "5",
        "Kegiatan",
        "216.161.900",
        "100",
        "214.356.736",
        indicator="Jumlah Sarana dan Prasarana Gedung Kantor atau Banguann Lainnya yang di "
        "Pelihara/Direhabilitasi",
    ),
    RenstraRow("01.2.09.10", 21, "5", "Kegiatan", "81.796.551", "100", "81.279.980"),
    RenstraRow("7.01.02", 22, "80", "Nilai", "16.398.050", "400", "13.952.600"),
    RenstraRow("7.01.02.2.01", 23, "25", "Kegiatan", "16.398.050", "100", "13.952.600"),
    RenstraRow("7.01.02.2.01.02", 24, "25", "Kegiatan", "16.398.050", "100", "13.952.600"),
    RenstraRow("7.01.03", 25, "80", "Nilai", "37.690.000", "80", "35.969.600"),
    RenstraRow("7.01.03.2.01", 26, "70", "Kegiatan", "37.690.000", "100", "35.969.600"),
    RenstraRow("7.01.03.2.01.03", 27, "70", "Kegiatan", "37.690.000", "100", "35.969.600"),
    RenstraRow(
        "7.01.04",
        32,
        "80",
        "Nilai",
        "59.382.850",
        "80",
        "56.539.400",
        name="PROGRAM KOORDINASI KETENTERAMAN DAN KETERTIBAN UMUM",
    ),
    RenstraRow("7.01.04.2.01", 33, "50", "Kegiatan", "59.382.850", "100", "56.539.400"),
    RenstraRow("7.01.04.2.01.01", 34, "50", "Kegiatan", "59.382.850", "100", "56.539.400"),
    RenstraRow("7.01.06", 35, "80", "Nilai", "12.427.500", "400", "11.641.500"),
    RenstraRow("7.01.06.2.01", 36, "20", "Kegiatan", "12.427.500", "100", "11.641.500"),
    RenstraRow("7.01.06.2.01.02", 37, "20", "Kegiatan", "12.427.500", "100", "11.641.500"),
    RenstraRow(
        "7.01.03",
        25,
        "100",
        "Kegiatan",
        "7.128.633.003",
        "100",
        "7.014.513.627",
        indicator="Presentase Kegiatan Pemberdayaan Desa/Kelurahan %",
    ),
    RenstraRow("7.01.03.2.02", 28, "164", "Kegiatan", "3.629.715.399", "100", "7.014.513.627"),
    RenstraRow("7.01.03.2.02.02", 29, "41", "Kegiatan", "2.815.234.890", "100", "3.563.308.005"),
    RenstraRow("7.01.03.2.02.03", 30, "84", "Kegiatan", "683.682.714", "100", "2.771.866.922"),
    RenstraRow("7.01.03.2.02.04", 31, "39", "Kegiatan", "15.490.556.938", "100", "679.338.700"),
)

RENSTRA_BLOCKS: tuple[RenstraBlock, ...] = (
    RenstraBlock(
        0,
        22,
        "Meningkatkan Tata Kelola Pemerintahan yang Baik dan Bersih",
        "Meningkatkan Kepuasan Masyarakat Terhadap Pelayanan Publik",
    ),
    RenstraBlock(
        22,
        34,
        "Meningkatkan Kepuasan Masyarakat terhadap Pelayanan Publik",
        "Meningkatnya Kinerja Kecamatan",
    ),
    RenstraBlock(
        34,
        39,
        "Meningkatkan Kepuasan Masyarakat terhadap Pelayanan Publik",
        "Meningkatnya Kinerja Kecamatan",
    ),
)

TOTAL_LABEL = "Total & Rata-Rata Capaian"
TOTAL_RP_TARGET = "15.490.556.938"
TOTAL_RP_REALISASI = "15.166.946.575"

# First row of each span of the column of responsible units; the last span is spread over the kelurahan too.
OFFICE_UNIT_ROWS = (0, 22, 25, 28, 31)
SHARED_UNIT_ROWS = (6, 14, 18, 34)
