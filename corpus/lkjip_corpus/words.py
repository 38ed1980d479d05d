"""The words of the database as people read them, the same in the terminal and in Excel."""

from collections.abc import Mapping

from lkjip_schemas.bilingual import Language, pick

WORDS: Mapping[str, tuple[str, str]] = {
    "high": ("Tinggi", "High"),
    "medium": ("Sedang", "Medium"),
    "low": ("Rendah", "Low"),
    "a": ("Hitungan tidak cocok", "Arithmetic"),
    "b": ("Pertentangan antarbagian", "Conflict between places"),
    "c": ("Kelengkapan", "Completeness"),
    "d": ("Mutu", "Quality"),
    "e": ("Keraguan baca (bukan temuan tentang instansi)", "Doubtful reading (not about the agency)"),
    "target": ("Target", "Target"),
    "realisasi": ("Realisasi", "Realised"),
    "capaian_pct": ("Capaian (%)", "Achievement (%)"),
    "target_akhir": ("Target akhir", "End target"),
    "kemajuan_pct": ("Tingkat kemajuan (%)", "Progress (%)"),
    "pagu_rp": ("Pagu (Rp)", "Budget (Rp)"),
    "realisasi_rp": ("Realisasi (Rp)", "Spent (Rp)"),
    "serapan_pct": ("Serapan (%)", "Absorption (%)"),
    "confirmed": ("Dikonfirmasi", "Confirmed"),
    "rejected": ("Ditolak", "Rejected"),
    "misread": ("Salah baca", "Misread"),
    "accepted": ("Bacaan benar", "Reading accepted"),
    "ok": ("lengkap", "complete"),
    "partial": ("sebagian", "partial"),
    "failed": ("gagal", "failed"),
    "pass": ("sesuai", "pass"),
    "fail": ("ada temuan", "fail"),
    "not_run": ("tidak dijalankan", "not run"),
}
"""Words of the database as people read them: Indonesian, English."""


def word(value: str, language: Language) -> str:
    """A word of the database in the language; other values as they are."""
    pair = WORDS.get(value)
    return value if pair is None else pick(language, *pair)


def what_in_words(what: str, language: Language) -> str:
    """What a figure is, its measure in plain words: "Indeks ...: target_akhir" becomes "Indeks ...: target akhir"."""
    name, mark, measure = what.rpartition(": ")
    return f"{name}{mark}{word(measure, language).lower()}" if mark and measure in WORDS else what
