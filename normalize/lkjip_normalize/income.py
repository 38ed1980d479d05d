"""Income (pendapatan) in tables of money whose columns name a target: that is no budget, and what came in no spending.

More than the target is good there. The figures are `target`, `realisasi` and `capaian_pct`, in rupiah. Where the column
is headed "Anggaran" they stay `pagu_rp`, `realisasi_rp` and `serapan_pct`, as printed.
"""

import re
from collections.abc import Sequence

from lkjip_normalize.column_roles import Column, Role
from lkjip_normalize.wording import heading
from lkjip_schemas.vocabulary import MONEY_MEASURES, Measure

AS_INCOME: dict[str, str] = {
    Measure.PAGU_RP: Measure.TARGET,
    Measure.REALISASI_RP: Measure.REALISASI,
    Measure.SERAPAN_PCT: Measure.CAPAIAN_PCT,
}
"""What a money column measures in a row of income."""

_NUMBER = (
    r"^\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVX]+)[.)]\s*|\d{1,2}(?:\.\d{1,2})*\s+)?"
    r"(?:(?:sub)?\s*(?:jumlah|total)\s+)?"
)
_OPENS = re.compile(
    _NUMBER
    + r"(?:pendapatan\s*(?:$|[:;(]|-\s|(?:asli\s+)?daerah\b|retribusi\b|pajak\b|transfer\b|lain|hasil\b|badan\b|"
    r"blud\b|dinas\b|jasa\b)"
    r"|penerimaan\s+(?:daerah|pajak|retribusi|bukan\s+pajak|negara|pembiayaan)\b"
    r"|(?:pad|bphtb|pbb(?:\W*p\W?2)?)\W*$|(?:hasil\s+)?(?:pajak|retribusi)\s+daerah\W*$|lain\W+lain\s+(?:pad|pendapatan)\b"
    r"|pajak\s+(?:hotel|restoran|hiburan|reklame|penerangan|parkir|air|sarang|mineral|barang|bumi)\b"
    r"|retribusi\s+(?:jasa|perizinan|pelayanan|pemakaian|izin|persetujuan)\b"
    r"|hasil\s+pengelolaan\s+kekayaan\s+daerah\b)",
    re.I,
)
_CLOSES = re.compile(_NUMBER + r"(?:belanja|pengeluaran|pembiayaan|program|kegiatan|surplus|defisit)\b", re.I)
_INCOME = re.compile(r"\b(?:pendapatan|penerimaan|retribusi|pad|pbb|pajak (?:daerah|bumi))\b", re.I)
_LEVIED = re.compile(
    r"(?:jumlah )?(?:pokok )?ketetapan\b.*|pokok(?: pbb| pajak)?(?: rp)?|(?:jumlah )?baku(?: pbb| pajak)?(?: rp)?"
)
"""Heads the tax that is levied."""
_SPENDING = re.compile(r"\b(?:belanja|program|kegiatan|anggaran|pagu)\b", re.I)


def has_target(columns: Sequence[Column]) -> bool:
    """Whether a column of money is headed as a target ("Target Anggaran"), or as what is levied ("Ketetapan")."""
    own = [heading(c.header) for c in columns if c.measure in MONEY_MEASURES]
    levied = not any("perubahan" in head for head in own)
    return any(
        re.search(r"\bt[ae]rget\b", head) is not None or (levied and _LEVIED.fullmatch(head) is not None)
        for head in own
    )


def opens_income(label: str) -> bool:
    """Whether a row with this label begins the income of a table ("1 PENDAPATAN DAERAH")."""
    return bool(_OPENS.match(label))


def closes_income(label: str) -> bool:
    """Whether a row with this label begins something else ("2. BELANJA")."""
    return bool(_CLOSES.match(label))


def is_income_table(columns: Sequence[Column], caption: str) -> bool:
    """Whether the whole table is one of income: so its caption says, and its columns have targets."""
    own = [c for c in columns if c.role is Role.MEASURE and c.measure in MONEY_MEASURES]
    return (
        bool(_INCOME.search(caption))
        and not _SPENDING.search(caption)
        and has_target(own)
        and not any(c.role in (Role.PROGRAM, Role.KEGIATAN) or _SPENDING.search(c.header) for c in columns)
    )
