"""Labels of rows that sum up others: "JUMLAH", "Rata-rata capaian sasaran 1".

Many indicators begin with the same words ("Jumlah dokumen yang disusun", "Rata-rata Lama Sekolah"): they count or
measure a thing, and are rows like any other.
"""

import re

from lkjip_normalize.wording import plain

_SUM = re.compile(r"^(?:sub\s*)?(?:jumlah|total|grand total|jml)\b", re.I)
_MEAN = re.compile(
    r"^(?:(?:nilai|jumlah|total|capaian|persentase|prosentase) )?rata rata\b"
    r"(?: nilai| persentase| prosentase| tingkat)?(.*)$"
)
_OF_ROWS = re.compile(
    r"(?: (?:capaian|pencapaian|kinerja|realisasi|penyerapan|serapan|kemajuan|ketercapaian|keseluruhan|seluruh|semua|"
    r"total|persentase|prosentase|indikator|iku|sasaran|tujuan|program|kegiatan|sub|fisik|keuangan|anggaran|strategis|"
    r"utama|target|akhir|renstra|rpjmd|rpd|tahun|dinas|badan|kecamatan|opd|skpd|per|ke|dari|terhadap|\d+|[ivx]+))*"
)
AFTER_TOTAL = frozenset({
    "anggaran", "belanja", "pendapatan", "program", "sasaran", "capaian", "realisasi", "rata",
    "total", "keseluruhan", "seluruh", "i", "ii", "iii", "iv", "a", "b", "c", "rp",
})  # fmt: skip
"""Words behind "Jumlah" in labels of totals; before any other word it counts things."""
OF_PEOPLE = frozenset({
    "di", "dari", "per", "petani", "peternak", "nelayan", "masyarakat", "penduduk", "rumah", "kelompok", "pelaku",
    "pengrajin", "keluarga",
})  # fmt: skip
"""Words behind "Jumlah pendapatan" of indicators, not of a sum of income."""
UNITS = ("dinas", "badan", "kecamatan", "opd", "skpd")
"""A mean named for its unit ("Rata-rata capaian kinerja Dinas PUPR") may end with the unit's name."""


def is_mean(label: str) -> bool:
    """Whether the label is that of the mean of other rows: "RATA-RATA", "Rata-rata capaian sasaran 1"."""
    named = label.partition(":")[0] or label
    found = _MEAN.match(" ".join(re.findall(r"\w+", plain(named))))
    if found is None:
        return False
    words = found.group(1).strip()
    for unit in UNITS:
        words = re.sub(rf"\b{unit} .*$", unit, words)
    return bool(_OF_ROWS.fullmatch(f" {words}" if words else ""))


def is_total(label: str) -> bool:
    """Whether the label is that of a sum or a mean of other rows."""
    if is_mean(label):
        return True
    if not _SUM.match(label):
        return False
    words = plain(label).split()
    if words[1:2] == ["pendapatan"] and words[2:3] and words[2] in OF_PEOPLE:
        return False
    return (
        len(words) < 2
        or words[0] not in {"jumlah", "total", "jml"}
        or words[1] in AFTER_TOTAL
        or words[1].isdigit()
    )
