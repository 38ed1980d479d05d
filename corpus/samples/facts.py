"""Who the invented kecamatan is, and its performance figures as the sample report prints them.

Figures keep their printed form (``87,02`` above ``85.07``), because reading such mixtures is what the
sample is for.
"""

from typing import NamedTuple

YEAR = "2023"
KECAMATAN = "Kecamatan Contoh"
KABUPATEN = "Kabupaten Contoh Raya"
PLACE = "Contoh"
ADDRESS_COVER = ("Jl. Teladanraya No. 24", "Contoh Telp. 0000 895000")
ADDRESS_AGREEMENT = "Jalan Teladan Raya Nomor 24 Telpun (0000) 895 000"
EMAIL = "kecamatan@contohraya.example"


class Official(NamedTuple):
    """A signatory as one signature block prints him or her; pangkat and NIP may be empty."""

    name: str
    office: str
    rank: str
    nip: str


# One person, spelled and ranked in three ways, as in the report that lent the figures.
CAMAT_FOREWORD = Official("BUDI TELADAN, S.Sos., M.Si", "Camat Contoh", "Pembina TkP", "196803121989031004")
CAMAT_CLOSING = Official(
    "BUDI TELADHAN, S.Sos., M.Si", "Camat Contoh", "Pembina Tk. II", "196803121989031004"
)
CAMAT_REVISION = Official(
    "BUDI TELADAN, S.Sos., M.Si", "Camat Contoh", "Pembina Tk. I", "19680312 198903 1 004"
)
CAMAT_JANUARY = Official("SITI CONTOHWATI, S.Sos", "Camat Contoh", "Pembina Tk. I", "19690817 199003 2 003")
BUPATI_JANUARY = Official("Dr. H. WIRA PERMISALAN, S.H.,M.Si.", "Bupati Contoh Raya", "", "")
BUPATI_REVISION = Official("Ir. DEWA UMPAMA. MT", "Pj.Bupati Contoh Raya", "", "")


class Village(NamedTuple):
    """A desa or kelurahan; the area column is headed KM2 although it holds shares of 100."""

    name: str
    area: str
    dusun: str
    rt_rw: str
    population: str


VILLAGES: tuple[Village, ...] = (
    Village("Contohagung", "7.26", "5", "18/5", "3.398"),
    Village("Candicontoh", "5.57", "4", "21/4", "2.555"),
    Village("Mekarcontoh", "13.58", "7", "49/9", "6.167"),
    Village("Contoh", "5.92", "4", "26/4", "2.600"),
    Village("Sumbercontoh", "4.09", "3", "16/3", "1.839"),
    Village("Karangcontoh", "3.94", "4", "9/4", "1.747"),
    Village("Tegalcontoh", "2.68", "2", "16/2", "1.176"),
    Village("Sidocontoh", "3.19", "2", "11/2", "1.423"),
    Village("Kebuncontoh", "3.32", "3", "10/3", "1.505"),
    Village("Contoharjo", "11.54", "7", "45/12", "5.144"),
    Village("Tawangcontoh", "14.17", "7", "49/6", "6.396"),
    Village("Banjarcontoh", "10.30", "3", "25/4", "4.654"),
    Village("Contohrejo", "6.78", "4", "24/4", "3.094"),
    Village("Purwocontoh", "7.65", "9", "19/3", "3.523"),
)
VILLAGE_TOTAL = Village("Jumlah", "100.00", "64", "338", "45.221")
KELURAHAN = (
    "Contoh",
    "Mekarcontoh",
    "Sidocontoh",
    "Contoharjo",
    "Kebuncontoh",
    "Tawangcontoh",
    "Sumbercontoh",
    "Karangcontoh",
    "Banjarcontoh",
)


class Outcome(NamedTuple):
    """A sasaran, its indicator and the figures all tables of 2023 share."""

    sasaran: str
    indicator: str
    target: str
    realisasi: str
    capaian: str


OUTCOMES: tuple[Outcome, ...] = (
    Outcome("Meningkatnya Kualitas Pelayanan Publik", "Indeks Kepuasan Masyarakat", "85", "90.02", "105.90"),
    Outcome("Meningkatnya Akuntabilitas Kinerja Kecamatan", "Nilai Sakip Kecamatan", "80", "87.29", "109.11"),
    Outcome("Meningkatnya Kinerja Kecamatan", "IKU (Indikator Kinerja Utama)", "70", "90.13", "128.76"),
)
OUTCOME_UNIT = "Nilai"


class EarlierYears(NamedTuple):
    """2021 and 2022 of the same outcome; 2021 prints an index under CAPAIAN."""

    capaian_2021: str
    target_2022: str
    realisasi_2022: str
    capaian_2022: str


EARLIER_YEARS: tuple[EarlierYears, ...] = (
    EarlierYears("87,02", "80", "88.89", "111.11"),
    EarlierYears("85.07", "80", "83.55", "104.44"),
    EarlierYears("76.1", "71", "87.30", "122.96"),
)


class MediumTerm(NamedTuple):
    """Progress towards the target of the plan's end; the last row is not its own quotient."""

    final_target: str
    progress: str


FINAL_YEAR = "2024"
MEDIUM_TERM: tuple[MediumTerm, ...] = (
    MediumTerm("90.10", "99.91"),
    MediumTerm("87.40", "99.87"),
    MediumTerm("87.50", "99.77"),
)

TUJUAN = "Meningkatkan Kepuasan Masyarakat terhadap Pelayanan Publik"
IKU_SASARAN = "Meningkatnya Kinerja Kecamatan"
IKU_INDICATOR = "Predikat Kinerja Kecamatan"
IKU_TARGET_PLAN = "70.00"
IKU_TARGET_GRADED = "Sangat Baik (70.00)"
IKU_REALISASI_GRADED = "Sangat Memuaskan (90.13)"
IKU_INDICATOR_MEASURED = "Kecamatan Berpredikat KinerjaBaik"
IKU_TARGET_MEASURED = "70"
IKU_REALISASI_MEASURED = "90.13"
IKU_CAPAIAN_MEASURED = "128.76%"

SCALE: tuple[tuple[str, str], ...] = (
    ("90 - 100", "Sangat Memuaskan"),
    ("80 - 89", "Memuaskan"),
    ("70 - 79", "Sangat Baik"),
    ("60 - 69", "Baik"),
    ("50 - 59", "Cukup"),
    ("30 - 49", "Kurang"),
    ("0 - 29", "Sangat Kurang"),
)


class Agreement(NamedTuple):
    """A signed performance agreement (PK) or its revision."""

    title: str
    indicator: str
    target: str
    date: str
    camat: Official
    bupati: Official


AGREEMENT_SASARAN = "Meningkatkan Kinerja Kecamatan"
AGREEMENT = Agreement(
    "PERJANJIAN KINERJA TAHUN 2023",
    "Kecamatan berpredikat kinerja baik",
    "80",
    "Contoh, Januari 2023",
    CAMAT_JANUARY,
    BUPATI_JANUARY,
)
REVISED_AGREEMENT = Agreement(
    "PERUBAHAN PERJANJIAN KINERJA TAHUN 2023",
    "Kecamatan Berpredikat Kinerja Baik",
    "75",
    "Contoh, Nopember 2023",
    CAMAT_REVISION,
    BUPATI_REVISION,
)
