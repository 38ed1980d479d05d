"""Words that reports often misspell, with their places. Official spellings are never among them."""

import re

from lkjip_normalize.wording import collapse
from lkjip_schemas.document import Document
from lkjip_schemas.place import Place
from lkjip_schemas.prose import Misspelling

RIGHT: dict[str, str] = {
    "prosentase": "persentase", "presentase": "persentase", "persentasi": "persentase", "prosentasi": "persentase",
    "rahabilitasi": "rehabilitasi", "stratagis": "strategis", "strategsis": "strategis", "rentra": "renstra",
    "akuntabiltas": "akuntabilitas", "akuntablitas": "akuntabilitas", "akuntabilitias": "akuntabilitas",
    "akintabilitas": "akuntabilitas", "kententraman": "ketenteraman", "ketertaman": "ketenteraman",
    "masayarakat": "masyarakat", "mayarakat": "masyarakat", "masyrakat": "masyarakat", "mesyarakat": "masyarakat",
    "pemerintahahan": "pemerintahan", "pemeritahan": "pemerintahan", "pemrintahan": "pemerintahan",
    "kegaitan": "kegiatan", "kegitan": "kegiatan", "kegiaatan": "kegiatan", "perjajian": "perjanjian",
    "perjanjain": "perjanjian", "pengukurran": "pengukuran", "anggran": "anggaran", "angaran": "anggaran",
    "realisai": "realisasi", "realsiasi": "realisasi", "terget": "target", "targer": "target", "ysng": "yang",
    "yamg": "yang", "denagn": "dengan", "dengn": "dengan", "menajdi": "menjadi", "indikatir": "indikator",
    "tekhnologi": "teknologi", "ektensifikasi": "ekstensifikasi", "banguann": "bangunan", "kinrja": "kinerja",
    "capain": "capaian", "pencapain": "pencapaian", "sasran": "sasaran", "terselengaranya": "terselenggaranya",
    "meningkatanya": "meningkatnya", "mengunakan": "menggunakan", "prasaranan": "prasarana", "kecamtan": "kecamatan",
}  # fmt: skip
"""Misspelt words and what they stand for (domain notes, section 7; KBBI; met in reports)."""

_WORD = re.compile(r"[^\W\d_]+")


def find_misspellings(document: Document) -> tuple[Misspelling, ...]:
    """Every misspelt word once: its first place and how often it is printed, the most frequent first."""
    found: dict[str, tuple[int, Place]] = {}
    texts = [(x.text, x.place) for p in document.pages for x in p.lines if not x.running]
    texts += [(c.text, c.place) for t in document.tables for c in t.cells]
    for text, place in texts:
        for word in _WORD.findall(collapse(text).lower()):
            if word in RIGHT:
                count, first = found.get(word, (0, place))
                found[word] = (count + 1, min((first, place), key=lambda p: p.page))
    return tuple(
        Misspelling(word=word, right=RIGHT[word], mentions=count, place=place)
        for word, (count, place) in sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    )
