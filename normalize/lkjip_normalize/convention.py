"""What a single point or comma before three digits means, decided from all cells of a column.

One report mixes conventions (`87,02` above `85.07`, `7.26` beside `3.398`), so the decision is made
per column and per separator, with the table as second witness.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_normalize.numbers import Mark, read_cell

_LITERAL = re.compile(r"(?<!\d)(?<!\d[.,])\d[\d.,]*\d|\d")
_COUNTED = re.compile(
    r"\b(?:orang|jiwa|kk|unit|buah|berkas|dokumen|lembar|keping|akta|akses|desa|kelurahan|rt|rw|"
    r"m3|m2|ha|ton|kw|ekor|paket|exp|eksemplar|kali|kegiatan|peserta|rumah|ruang|titik)\b",
    re.I,
)
_WHOLE = re.compile(
    r"(?:orang|jiwa|kk|unit|buah|berkas|dokumen|lembar|keping|akta|desa|kelurahan|rt|rw|ekor|paket|eksemplar|kali|"
    r"kegiatan|peserta|rumah|ruang|titik|kunjungan|pengunjung|pelanggan|siswa|pasien|usaha|industri|umkm|koperasi|"
    r"kelompok|lembaga|sekolah|wajib pajak|wisatawan)\b",
    re.I,
)
MIN_WITNESSES = 2
"""So many figures with decimals behind one mark tell that the other one groups thousands."""
LEAST_PARTS = 3
"""So many figures at least must add up to a total that tells what their marks mean."""
MANY = 4
"""So many times more figures with the other mark make one a slip."""
_COUNT_NAME = re.compile(r"(?:jumlah|banyaknya|volume)\s+[a-z]", re.I)
_COUNTS = re.compile(r"\b(?:jumlah|jml|jlh|banyaknya)\b|(?<!/)(?<!/ )\bpenduduk\b", re.I)
_COUNTED_FIRST = re.compile(
    r"\W*(?:(?:tabel|tab\.?|grafik|gambar)\s*(?:[ivx]+|\d)[\d\s.-]*[a-z]?\W+)?"
    r"(?:(?:data|perkembangan|rekapitulasi|perbandingan|komposisi|target|dan|realisasi)\s+)*"
    r"((?:jumlah|banyaknya) (?:penduduk|pasien|kunjungan|wisatawan|siswa|kendaraan|pengunjung|peserta)|"
    r"kunjungan (?:pasien|rawat))\b(?!.*(?:\b(?:rasio|laju|pertumbuhan|rata|lama|indeks|nilai|ribu\w*|juta\w*|"
    r"persen\w*|kepadatan|per\s+(?:[\d.]+|km\d?|ha|seribu|kk)|(?<!menurut )(?<!berdasarkan )tingkat)\b|%|"
    r"/\s*(?:km|ha|\d|kk)))",
    re.I | re.S,
)
"""What captions say first of all is counted, and not a share, a rate or a mean of it."""
_SUM_ALONE = re.compile(r"\W*(?:jumlah|jml|jlh|total)\W*", re.I)
_PERIOD_ALONE = re.compile(
    r"(?:\W|\d|\b(?:triwulan|tw|semester|bulan|tahun|thn|jumlah|jml|jlh|total|realisasi|i{1,3}|iv)\b)*", re.I
)
"""Headings that say when, or that it is a sum, and not what is counted."""
_COUNTED_THINGS = re.compile(
    r"(?:tahun )?(?:(?:19|20)\d\d )?(?:(?:jumlah|jml|jlh|total) )?(?:penduduk )?"
    r"(?:pasien|kunjungan|wisatawan|siswa|kendaraan|rawat (?:jalan|inap)|laki-?laki|perempuan|pria|wanita|lk|pr)\b"
    r"(?!.*(?:/|%|\bper\b|\brasio))",
    re.I,
)
"""Headings that name what is counted, first of all; "Indeks Kepuasan Pasien" does not."""
_SEX = re.compile(
    r"(?:.*\D )?(?:(?:19|20)\d\d )?(l|p|l ?\+ ?p)(?:\W*\b(?:orang|jiwa|(?:19|20)\d\d))?\W*", re.I
)
"""Headings "L" and "P", also with what is counted before them or a year or "orang" behind."""
_SIZE = re.compile(r"\b(?:t|lebar|panjang|tinggi|vol\w*|m|cm)\b", re.I)
"""Headings beside which "L" and "P" are lebar and panjang."""


def is_sex(heading: str) -> bool:
    """Whether a heading is "L" or "P" for men and women, or lebar and panjang."""
    return _SEX.fullmatch(" ".join(heading.split())) is not None


def are_sexes(headings: Sequence[str]) -> bool:
    """Whether "L" and "P" among the headings of a table are men and women: both are there, in this order (panjang
    stands before lebar), and nothing is measured."""
    named = [found.group(1).lower() for h in headings if (found := _SEX.fullmatch(" ".join(h.split())))]
    ordered = "l" in named and "p" in named and named.index("l") < named.index("p")
    return ordered and not any(map(_SIZE.search, headings))


def in_whole_numbers(unit: str) -> bool:
    """Whether a unit names things that are counted one by one: their figures have no three decimals."""
    return bool(_WHOLE.match(unit.strip()))


def counts_things(name: str) -> bool:
    """Whether an indicator counts ("Jumlah pengunjung"): a figure that leaves it open then groups thousands."""
    return bool(_COUNT_NAME.match(name))


def heading_counts(heading: str) -> bool:
    """Whether the heading of a column says that it counts ("Jumlah (orang)", "Jml Pasien", "Laki-laki")."""
    return bool(_COUNTED.search(heading) or _COUNTS.search(heading) or names_counted_things(heading))


def counted_things(text: str) -> str:
    """What a caption says is counted ("Jumlah Kunjungan"); empty for other captions."""
    found = _COUNTED_FIRST.match(" ".join(text.split()))
    return found.group(1) if found else ""


def is_sum_alone(heading: str) -> bool:
    """Whether a heading says that a column is a sum, and of what it does not ("Jumlah")."""
    return _SUM_ALONE.fullmatch(heading) is not None


def says_only_when(heading: str) -> bool:
    """Whether a heading names a period or a sum alone ("Triwulan II"): what is counted stands above the table."""
    return _PERIOD_ALONE.fullmatch(heading) is not None


def names_counted_things(heading: str) -> bool:
    """Whether the heading of a column names people or things that are counted one by one ("Laki-laki")."""
    return _COUNTED_THINGS.match(" ".join(heading.split())) is not None


def undecided_by_itself(cells: Sequence[str]) -> bool:
    """Whether a column holds two or more figures and all of them leave the question open.

    Such a column is not decided by what other columns print: areas of 7.26 beside 3.398 people.
    """
    literals = [x for cell in cells for x in _LITERAL.findall(cell) if re.search(r"[.,]", x)]
    return len(literals) >= 2 and all(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", x) for x in literals)


@dataclass(frozen=True, slots=True)
class Convention:
    """The meaning of a single point and of a single comma before exactly three digits."""

    point: Mark = Mark.UNKNOWN
    comma: Mark = Mark.UNKNOWN

    def mark_for(self, raw: str) -> Mark:
        """The mark that applies to the figure in `raw` (UNKNOWN when it needs none)."""
        for literal in _LITERAL.findall(raw):
            if "." in literal and "," not in literal:
                return self.point
            if "," in literal and "." not in literal:
                return self.comma
        return Mark.UNKNOWN

    def or_else(self, other: "Convention") -> "Convention":
        """This convention, with `other` where it does not know."""
        return Convention(
            self.point if self.point is not Mark.UNKNOWN else other.point,
            self.comma if self.comma is not Mark.UNKNOWN else other.comma,
        )


def decide(cells: Sequence[str], money: bool = False, percent: bool = False, heading: str = "") -> Convention:
    """The convention of a column.

    `money`: a column of rupiah groups by thousands, whichever separator it uses, unless the
    separator is plainly a decimal one there. `percent`: a percentage or an index is never grouped.
    `heading` may say that things are counted ("Jumlah Penduduk").
    """
    votes = {".": [0, 0], ",": [0, 0]}  # thousands, decimal
    counted = sum(bool(_COUNTED.search(c)) for c in cells)
    for cell in cells:
        for literal in _LITERAL.findall(cell):
            _vote(literal, votes)
    if money:
        return Convention(_money(votes["."]), _money(votes[","]))
    if percent:
        return Convention(Mark.DECIMAL, Mark.DECIMAL)
    many_counted = counted * 2 > len(cells) > 0 or heading_counts(heading)
    point, comma = _majority(votes["."], many_counted), _majority(votes[","], many_counted)
    return Convention(_beside(point, votes["."], votes[","]), _beside(comma, votes[","], votes["."]))


def by_the_sum(parts: Sequence[str], total: str) -> Convention:
    """The meaning of the mark of a column that makes its figures add up to their total.

    Nothing is decided of a column that adds up neither way, or either way (as every figure has the mark before three
    digits), or that leaves nothing open.
    """
    cells = [c.strip() for c in parts if c.strip(" -–—")]
    marks = set(re.findall(r"[.,]", "".join((*cells, total))))
    if (
        len(cells) < LEAST_PARTS
        or len(marks) != 1
        or not any(read_cell(c).ambiguous for c in (*cells, total))
    ):
        return Convention()
    fitting = [mark for mark in (Mark.THOUSANDS, Mark.DECIMAL) if _adds_up(cells, total, mark)]
    if len(fitting) != 1:
        return Convention()
    return Convention(point=fitting[0]) if marks == {"."} else Convention(comma=fitting[0])


def by_the_rows(first: Sequence[str], second: Sequence[str], added: Sequence[str], known: Convention) -> bool:
    """Whether two columns add up to a third one in every row where all three have figures, as `known` of one of them
    tells what their marks mean: it is then that of all three."""
    rows = [row for row in zip(first, second, added, strict=True) if all(t.strip(" -–—") for t in row)]
    return len(rows) >= LEAST_PARTS and all(
        a is not None and b is not None and a + b == c
        for a, b, c in ((read_cell(t, known.mark_for(t)).value for t in row) for row in rows)
    )


def _adds_up(cells: Sequence[str], total: str, mark: Mark) -> bool:
    *values, whole = (read_cell(c, mark).value for c in (*cells, total))
    return whole is not None and None not in values and sum(filter(None, values)) == whole


def _beside(mark: Mark, own: list[int], other: list[int]) -> Mark:
    """What a mark means beside the other one: where that one plainly parts decimals, this one groups thousands; a
    single slip ("77.34" among many "76,00") leaves it open."""
    if other[0] or other[1] < max(MIN_WITNESSES, MANY * own[1]):
        return mark
    if mark is Mark.UNKNOWN and not any(own):
        return Mark.THOUSANDS
    return Mark.UNKNOWN if mark is Mark.DECIMAL else mark


def _vote(literal: str, votes: dict[str, list[int]]) -> None:
    marks = re.findall(r"[.,]", literal)
    digits = re.split(r"[.,]", literal)
    if not marks or not all(digits):
        return
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        votes[marks[-1]][1] += 1
        votes[marks[0]][0] += 1
    elif len(marks) > 1 and all(len(d) == 3 for d in digits[1:]):
        votes[marks[0]][0] += 1
    elif len(marks) == 1 and (len(digits[1]) != 3 or digits[0] == "0" or len(digits[0]) > 3):
        votes[marks[0]][1] += 1


def _money(vote: list[int]) -> Mark:
    return Mark.DECIMAL if vote[1] and not vote[0] and vote[1] > 2 else Mark.THOUSANDS


def _majority(vote: list[int], counted: bool) -> Mark:
    thousands, decimal = vote
    if thousands and not decimal:
        return Mark.THOUSANDS
    if decimal and not thousands:
        return Mark.DECIMAL
    if counted and not decimal:
        return Mark.THOUSANDS
    return Mark.UNKNOWN
