"""The facts of one invented, consistent report: indicators, programs, people, dates.

Everything follows from a seed. Values are exact decimals as they will be printed, so that every printed ratio
and sum can be recomputed; nothing in a fresh `Facts` contradicts anything else.
"""

import random
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)
YEARS = (2021, 2022, 2023)
INDICATORS: tuple[tuple[str, str, str, bool, int], ...] = (
    ("Indeks Kepuasan Masyarakat", "Meningkatnya Kualitas Pelayanan Publik", "Nilai", False, 2),
    ("Persentase desa yang tertib administrasi", "Meningkatnya Tata Kelola Pemerintahan Desa", "%", False, 2),
    (
        "Jumlah lembaga kemasyarakatan yang aktif",
        "Meningkatnya Peran Lembaga Masyarakat",
        "Lembaga",
        False,
        0,
    ),
    ("Jumlah kasus gangguan ketertiban", "Terjaganya Ketenteraman dan Ketertiban", "Kasus", True, 0),
    ("Persentase usulan musrenbang yang terakomodir", "Meningkatnya Mutu Perencanaan", "%", False, 2),
    ("Cakupan pelayanan administrasi terpadu", "Terwujudnya Pelayanan Terpadu", "%", False, 1),
)
"""Name, sasaran, unit, whether less is better, printed decimals."""
SAKIP = ("Predikat SAKIP Kecamatan", "Meningkatnya Akuntabilitas Kinerja", "Nilai", False, 2)
PROGRAMS: tuple[tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "7.01.01",
        "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA",
        (
            (
                "Perencanaan, Penganggaran dan Evaluasi Kinerja",
                ("Penyusunan Dokumen Perencanaan", "Evaluasi Kinerja"),
            ),
            ("Administrasi Keuangan Perangkat Daerah", ("Penyediaan Gaji dan Tunjangan ASN",)),
            (
                "Administrasi Umum Perangkat Daerah",
                (
                    "Penyediaan Peralatan Kantor",
                    "Penyediaan Bahan Logistik",
                    "Penyelenggaraan Rapat Koordinasi",
                ),
            ),
        ),
    ),
    (
        "7.01.02",
        "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK",
        (
            (
                "Koordinasi Penyelenggaraan Kegiatan Pemerintahan",
                ("Koordinasi Perencanaan", "Peningkatan Efektivitas"),
            ),
            ("Pelaksanaan Urusan yang Dilimpahkan", ("Pelayanan Perizinan Nonusaha",)),
        ),
    ),
    (
        "7.01.03",
        "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN",
        (
            (
                "Koordinasi Kegiatan Pemberdayaan Desa",
                ("Partisipasi Masyarakat", "Sinkronisasi Program Kerja"),
            ),
            (
                "Kegiatan Pemberdayaan Kelurahan",
                ("Pembangunan Sarana Kelurahan", "Pemberdayaan Kelompok Warga"),
            ),
        ),
    ),
    (
        "7.01.04",
        "PROGRAM KOORDINASI KETENTERAMAN DAN KETERTIBAN UMUM",
        (("Upaya Penyelenggaraan Ketenteraman", ("Sinergitas dengan Kepolisian", "Pengamanan Wilayah")),),
    ),
    (
        "7.01.06",
        "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA",
        (("Fasilitasi dan Koordinasi Pemerintahan Desa", ("Fasilitasi Penyusunan Peraturan Desa",)),),
    ),
)
PEOPLE = (
    ("BUDI TELADAN, S.Sos., M.Si", "Pembina", "197003121995031004"),
    ("SITI CONTOHWATI, S.E., M.M", "Pembina Tk. I", "196805212000122003"),
    ("ANI PERMISALAN, S.IP", "Penata Tk. I", "198107072006042011"),
)
"""Invented officials; their NIP are valid in form only."""
STAFF = ("SD", "SMP", "SMA", "Diploma", "S1", "S2")


def rounded(value: Decimal, places: int, *, cut: bool = False) -> Decimal:
    """A value with `places` decimals, rounded or cut off."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN if cut else ROUND_HALF_UP)


@dataclass
class Indicator:
    """An indicator with what is printed of it, by year."""

    name: str
    sasaran: str
    unit: str
    lower: bool
    decimals: int
    target: dict[int, Decimal]
    realised: dict[int, Decimal]
    end: Decimal

    def share(self, year: int, *, cut: bool = False) -> Decimal:
        """Achievement in percent, two decimals: the ratio, or (2t - r) / t where less is better."""
        t, r = self.target[year], self.realised[year]
        return rounded(((2 * t - r) if self.lower else r) / t * HUNDRED, 2, cut=cut)

    def progress(self, year: int) -> Decimal:
        """Progress to the end target in percent, two decimals."""
        r = self.realised[year]
        return rounded(((2 * self.end - r) if self.lower else r) / self.end * HUNDRED, 2)


@dataclass
class Work:
    """A program, kegiatan or sub kegiatan with budget and spending in whole rupiah."""

    level: str
    code: str
    name: str
    budget: Decimal
    spent: Decimal
    parts: list["Work"] = field(default_factory=list)

    @property
    def absorption(self) -> Decimal:
        """Spending of the budget in percent, two decimals."""
        return rounded(self.spent / self.budget * HUNDRED, 2)

    def all(self) -> list["Work"]:
        """This row and all below it, in reading order."""
        return [self, *(w for p in self.parts for w in p.all())]


@dataclass
class Facts:
    """Everything that one report prints."""

    seed: int
    year: int
    plan: tuple[int, int]
    indicators: list[Indicator]
    programs: list[Work]
    staff: list[int]
    person: tuple[str, str, str]
    superior: tuple[str, str, str]
    revised: bool
    cut: bool

    @property
    def budget(self) -> Decimal:
        """All budgets together."""
        return sum((p.budget for p in self.programs), Decimal(0))

    @property
    def spent(self) -> Decimal:
        """All spending together."""
        return sum((p.spent for p in self.programs), Decimal(0))

    @property
    def rows(self) -> list[Work]:
        """All rows of the budget table."""
        return [w for p in self.programs for w in p.all()]

    @property
    def at_end(self) -> bool:
        """Whether the report year is the last of the plan."""
        return self.plan[1] == self.year


def make_facts(seed: int) -> Facts:
    """The facts of the consistent report with this seed."""
    dice = random.Random(seed)
    year = YEARS[-1]
    start = dice.choice((year - 4, year - 3, year - 2))
    plan = (start, start + 5)
    if dice.random() < 0.3:
        plan = (year - 5, year)
    chosen = dice.sample(INDICATORS, dice.randint(3, 5))
    if dice.random() < 0.5:
        chosen.append(SAKIP)
    indicators = [_indicator(dice, *names, at_end=plan[1] == year) for names in chosen]
    programs = [_program(dice, *p) for p in PROGRAMS[: dice.randint(3, len(PROGRAMS))]]
    person, superior, _ = dice.sample(PEOPLE, 3)
    return Facts(
        seed, year, plan, indicators, programs, [dice.randint(1, 15) for _ in STAFF], person, superior,
        revised=dice.random() < 0.4, cut=dice.random() < 0.3,
    )  # fmt: skip


def _indicator(
    dice: random.Random, name: str, sasaran: str, unit: str, lower: bool, decimals: int, *, at_end: bool
) -> Indicator:
    base = Decimal(dice.randint(70, 80)) if unit in ("%", "Nilai") else Decimal(dice.randint(12, 40))
    target = {y: base + (len(YEARS) - n if lower else n) for n, y in enumerate(YEARS)}
    realised = {}
    for y in YEARS:
        gap = Decimal(dice.randint(-400, 700)) / 100
        value = rounded(target[y] + gap, decimals)
        realised[y] = max(value, Decimal(1)) if unit != "%" else min(value, Decimal("99.5"))
    end = target[YEARS[-1]] if at_end else target[YEARS[-1]] + (-2 if lower else 4)
    return Indicator(name, sasaran, unit, lower, decimals, target, realised, end)


def _program(
    dice: random.Random, code: str, name: str, activities: tuple[tuple[str, tuple[str, ...]], ...]
) -> Work:
    kegiatan = []
    for n, (title, subs) in enumerate(activities, 1):
        parts = []
        for m, sub in enumerate(subs, 1):
            budget = Decimal(dice.randint(8_000, 900_000)) * 1000 + dice.choice((0, 0, 250, 500))
            spent = (budget * Decimal(dice.randint(7_000, 9_990)) / 10_000).quantize(Decimal(1))
            parts.append(Work("sub", f"{code}.2.{n:02d}.{m:02d}", sub, budget, spent))
        kegiatan.append(_sum(Work("kegiatan", f"{code}.2.{n:02d}", title, Decimal(0), Decimal(0), parts)))
    return _sum(Work("program", code, name, Decimal(0), Decimal(0), kegiatan))


def _sum(work: Work) -> Work:
    work.budget = sum((p.budget for p in work.parts), Decimal(0))
    work.spent = sum((p.spent for p in work.parts), Decimal(0))
    return work
