"""Words that headings of tables are made of, and what a misspelt one was meant to be."""

import functools
import re

LEAST_LETTERS = 7
"""Only words so long are recognised when misspelt: shorter ones are too like others (atasan, alasan)."""

HEADER_WORDS: frozenset[str] = frozenset(
    [
        "penetapan",
        "murni",
        "induk",
        "perjanjian",
        "serap",
        "no",
        "nomor",
        "nomer",
        "kode",
        "tujuan",
        "sasaran",
        "strategis",
        "strategi",
        "kebijakan",
        "indikator",
        "kinerja",
        "utama",
        "target",
        "realisasi",
        "capaian",
        "pencapaian",
        "satuan",
        "anggaran",
        "pagu",
        "program",
        "kegiatan",
        "tahun",
        "thn",
        "th",
        "selisih",
        "status",
        "keu",
        "pangkat",
        "gol",
        "eselon",
        "persentase",
        "prosentase",
        "presentase",
        "persen",
        "keterangan",
        "ket",
        "uraian",
        "sumber",
        "dana",
        "data",
        "penanggung",
        "jawab",
        "definisi",
        "operasional",
        "formulasi",
        "formula",
        "alasan",
        "penjelasan",
        "predikat",
        "kategori",
        "kriteria",
        "nilai",
        "skor",
        "rentang",
        "interval",
        "triwulan",
        "tw",
        "bulan",
        "semester",
        "sebelum",
        "semula",
        "menjadi",
        "sesudah",
        "perubahan",
        "kondisi",
        "awal",
        "akhir",
        "renstra",
        "rpjmd",
        "rpjpd",
        "output",
        "outcome",
        "keluaran",
        "hasil",
        "unit",
        "skpd",
        "perangkat",
        "opd",
        "hambatan",
        "upaya",
        "solusi",
        "perbaikan",
        "analisis",
        "faktor",
        "rekomendasi",
        "tindak",
        "lanjut",
        "jumlah",
        "jml",
        "luas",
        "desa",
        "kelurahan",
        "penduduk",
        "jabatan",
        "golongan",
        "pendidikan",
        "jenis",
        "kelamin",
        "barang",
        "volume",
        "bobot",
        "komponen",
        "unsur",
        "serapan",
        "penyerapan",
        "efisiensi",
        "sisa",
        "tingkat",
        "kemajuan",
        "rata",
        "nasional",
        "standar",
        "bidang",
        "urusan",
        "misi",
        "visi",
        "nama",
        "menunjang",
        "mendukung",
        "tidak",
        "fisik",
        "keuangan",
        "lokasi",
        "waktu",
        "pelaksana",
        "pelaksanaan",
        "rencana",
        "aksi",
        "alokasi",
        "harga",
        "k",
        "rp",
        "l",
        "p",
        "pria",
        "wanita",
        "laki",
        "perempuan",
        "total",
        "dpa",
        "dppa",
        "rasio",
        "perbandingan",
        "standart",
        "isu",
    ]
)
SHORT_FORMS = {
    "real": "realisasi",
    "renc": "rencana",
    "cap": "capaian",
    "tgt": "target",
    "angg": "anggaran",
    "keg": "kegiatan",
    "prog": "program",
    "sat": "satuan",
}
"""Words of headings as narrow columns shorten them."""
_LONG = tuple(sorted(w for w in HEADER_WORDS if len(w) >= LEAST_LETTERS))


@functools.lru_cache(maxsize=4096)
def respelled(word: str) -> str:
    """The word of headings that `word` (lower case) stands for, or is but for one slip, or `word` itself.

    A slip is a letter too many, too few, another one, or two that changed places ("ralisasi").
    """
    if word in SHORT_FORMS:
        return SHORT_FORMS[word]
    if word in HEADER_WORDS or len(word) < LEAST_LETTERS - 1:
        return word
    meant = [w for w in _LONG if w[0] == word[0] and _one_slip(word, w)]
    return meant[0] if len(meant) == 1 else word


_BROKEN = re.compile(r"([A-Za-z]+)\s?-\s?([A-Za-z]+)")


def unbroken(text: str) -> str:
    """A heading with the words joined that a hyphen breaks over lines ("REALI-SASI")."""
    return _BROKEN.sub(lambda m: m[1] + m[2] if (m[1] + m[2]).lower() in HEADER_WORDS else m[0], text)


def _one_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )
