"""The five programs of 2023: plan, agreements and budget recap as the sample report prints them."""

from typing import NamedTuple


class PlannedProgram(NamedTuple):
    """A row of the table that plans indicator and budget per program."""

    no: str
    name: str
    indicator: str
    target: str
    unit: str
    pagu: str


class RecapRow(NamedTuple):
    """A row of the budget recap at the end of BAB III."""

    no: str
    name: str
    pagu: str
    realisasi: str
    capaian: str


TOTAL_PAGU = "15.490.556.938"
TOTAL_REALISASI = "15.166.946.575"
TOTAL_CAPAIAN = "97,91"
UNSPENT = "323.610.363"
UNSPENT_PCT = "2,09"

PROGRAM_PLAN: tuple[PlannedProgram, ...] = (
    PlannedProgram(
        "1.",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        "Indeks Kepuasan Masyarakat",
        "80 Skor",
        "Skor",
        "8.236.025.535",
    ),
    PlannedProgram(
        "2.",
        "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK",
        "Prosentase Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        "100%",
        "",
        "16.398.050",
    ),
    PlannedProgram(
        "3.",
        "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN",
        "Prosentase Kegiatan Pemberdayaan Desa",
        "100%",
        "",
        "7.166.323.003",
    ),
    PlannedProgram(
        "4.",
        "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM",
        "Prosentase Kegiatan Koordinasi Upaya Penyelenggaraan Ketentraman dan Ketertiban Umum",
        "100%",
        "",
        "59.382.850",
    ),
    PlannedProgram(
        "5.",
        "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA",
        "Prosentase Desa atau Kelurahan dengan Nilai Monev Terpadu Minimal 80",
        "80%",
        "",
        "12.427.500",
    ),
)

# Row 3 slipped one cell to the left: its anggaran is that of a kegiatan, its realisasi is the anggaran.
RECAP_ROWS: tuple[RecapRow, ...] = (
    RecapRow("1", PROGRAM_PLAN[0].name, "8.236.025.535", "8.034.330.848", "97,55"),
    RecapRow("2", PROGRAM_PLAN[1].name, "16.398.050", "13.952.600", "85,09"),
    RecapRow("3", PROGRAM_PLAN[2].name, "37.690.000", "7.166.323.003", "98,38"),
    RecapRow("4", PROGRAM_PLAN[3].name, "59.382.850", "56.539.400", "95,21"),
    RecapRow("5", PROGRAM_PLAN[4].name, "12.427.500", "11.641.500", "93,68"),
)


class AgreedBudget(NamedTuple):
    """A program's budget in the signed agreement of January and in its revision of November."""

    no: str
    name: str
    agreed: str
    revised: str


AGREED_BUDGETS: tuple[AgreedBudget, ...] = (
    AgreedBudget(
        "1.",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "6.142.999.541,00",
        "5.056.021.977,00",
    ),
    AgreedBudget(
        "2.",
        "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "16.398.050,00",
        "9.006.800,00",
    ),
    AgreedBudget(
        "3.",
        "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
        "37.690.000,00",
        "29.951.700,00",
    ),
    AgreedBudget(
        "4.",
        "Program Koordinasi Kententraman dan Ketertiban Umum",
        "59.382.850,00",
        "56.766.850,00",
    ),
    AgreedBudget(
        "5.",
        "Program Pembinaan dan Pengawasan Pemerintahan Desa",
        "12.427.500,00",
        "9.245.500,00",
    ),
)


class SupportingProgram(NamedTuple):
    """A row of the table of programs that support a sasaran (``outcome_no`` -1: no sasaran printed)."""

    outcome_no: int
    name: str
    indicator: str
    capaian: str


# The capaian of a program is its spending in per cent, here with a decimal point.
SUPPORTING_PROGRAMS: tuple[SupportingProgram, ...] = (
    SupportingProgram(0, PROGRAM_PLAN[0].name, "Indeks Kepuasan Masyarakat", "97.55"),
    SupportingProgram(
        1, PROGRAM_PLAN[1].name, "Persentase Desa/Kelurahan Dengan Nilai Monev Terpadu Minimal 80", "85.09"
    ),
    SupportingProgram(
        2, PROGRAM_PLAN[2].name, "Persentase Desa/Kelurahan dengan Nilai Monev Terpadu Minimal 80", "98.38"
    ),
    SupportingProgram(
        -1,
        "PROGRAM KOORDINASI KETERTAMAN DAN KETERTIBAN UMUM",
        "Persentase Desa/Kelurahan dengan Nilai Monev Terpadu Minimal 80",
        "95.21",
    ),
    SupportingProgram(
        -1, PROGRAM_PLAN[4].name, "Persentase Desa/Kelurahan dengan Nilai Monev Terpadu Minimal 80", "93.68"
    ),
)
