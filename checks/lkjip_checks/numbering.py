"""ST-11, KD-01, KD-03, KD-04: numbers of tables and columns, codes of programs."""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_likeness
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation, ReadTable, TableColumn
from lkjip_schemas.vocabulary import MONEY_MEASURES, ReadBy, Severity, SubjectLevel, UnitLevel

TOLD = 6
LEAST_NUMBERS = 4
"""So many column numbers show that the row numbers its columns."""
NOMENCLATURE_SINCE = 2021
"""First year of Permendagri 90/2019 and Kepmendagri 050-5889/2021 in budgets."""
LONG_CODE = 4
"""Parts of a code of a kegiatan or sub kegiatan, at least."""
WORDINGS = 0.85
"""Likeness of two names from which on they are wordings of one."""
ANOTHER_NAME = 0.5
"""Likeness below which a name is not the one of its code."""

KECAMATAN_PROGRAMS: dict[str, str] = {
    "7.01.01": "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "7.01.02": "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
    "7.01.03": "Program Pemberdayaan Masyarakat Desa dan Kelurahan",
    "7.01.04": "Program Koordinasi Ketenteraman dan Ketertiban Umum",
    "7.01.05": "Program Penyelenggaraan Urusan Pemerintahan Umum",
    "7.01.06": "Program Pembinaan dan Pengawasan Pemerintahan Desa",
    "7.01.03.2.01": "Koordinasi Kegiatan Pemberdayaan Desa",
    "7.01.03.2.02": "Kegiatan Pemberdayaan Kelurahan",
    "7.01.03.2.03": "Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan",
}
"""Programs and kegiatan of a kecamatan by code (Kepmendagri 050-5889/2021)."""

_TABLE_NUMBER = re.compile(
    r"^\W*tabel\s*[.:]?\s*((?>\d+(?:\.\d+|-\d{1,2}(?!\d))*))(?![.\d]*[a-z]\b|\d|\.\s+\d)", re.IGNORECASE
)
"""The number of a table; none where a title behind a point begins with a number ("Tabel 3. 10 Besar Penyakit")."""
_VILLAGE = re.compile(r"\b(?:kampung|kalurahan|nagari|gampong|pekon|negeri)\b", re.IGNORECASE)
"""What a desa is called in Papua, Yogyakarta, Sumatera Barat, Aceh, Lampung and Maluku."""
_NO_NUMBER = re.compile(
    r"^\W*tabel\s+(?!(?:di|pada|dan|berikut|ini|tersebut|diatas|dibawah|itu|yang|[ivx]+)\b)[a-z]{4,}",
    re.IGNORECASE,
)
_NUMBER_ABOVE = re.compile(r"\btabel\s*[.:]?\s*\d+(?:\.\d+)*\W*$", re.IGNORECASE)
"""The number of a table on the line above its title."""
_ITEM_OF_HEADING = re.compile(r"(?<!\S)\(?\d{1,2}[.)]\s+[A-Z][^.)]{8,}$")
"""A numbered heading ("5) Persentase aduan ...") at the end of a text."""
_NUMBERED_THING = re.compile(
    r"\b(?:sasaran|tujuan|misi|program|kegiatan|indikator|triwulan|tw|semester|tahun)\s+(?:strategis\s+)?(\d+|[IV]+)\b",
    re.IGNORECASE,
)
"""Things told apart by their numbers."""
SHOWN_ABOVE = 40
ALIKE = 0.94
"""Captions on one page so alike are one title with a slip."""
_GOES_ON = re.compile(r"\b(?:lanjutan|sambungan)\b", re.IGNORECASE)
_TWO_CODES = re.compile(r"\d\.\d+\s+\d+\.\d+\.\d")


@rule("ST-11")
def numbering(view: ReportView) -> RuleHits:
    """Tables have different numbers, figures are numbered in one way, and column numbers run without a gap and without
    a number printed twice."""
    compared = 0
    by_number: dict[str, list[ReadTable]] = defaultdict(list)
    for table in view.report.tables:
        match = _TABLE_NUMBER.match(table.caption)
        if match:
            compared += 1
            by_number[match.group(1).replace("-", ".")].append(table)
    told_id, told_en, figures = [], [], []
    for number, tables in by_number.items():
        different = _titles(tables)
        pages = sorted({t.page_from for t in tables})
        if len(different) < 2:
            continue
        if len(pages) > 1 or not (_one_goes_on(different) or _spelled_alike(different)):
            told_id.append(f"Tabel {number} dipakai untuk {len(different)} tabel ({pages_id(pages)})")
            told_en.append(f"Tabel {number} is used for {len(different)} tables ({pages_en(pages)})")
            figures += [
                Figure(page=t.page_from, raw=t.caption, value=None, what="judul tabel") for t in tables
            ]
    for table in view.report.tables:
        numbers = [int(x) for c in table.columns if (x := c.index.strip("().= ")).isdigit()]
        if len(numbers) < max(LEAST_NUMBERS, len(table.columns)) or numbers != sorted(numbers):
            continue
        compared += 1
        gaps = [(a, b) for a, b in itertools.pairwise(numbers) if b - a > 1]
        if len(gaps) == 1 and numbers[0] == 1:
            page = [table.page_from]
            (before, behind) = gaps[0]
            skipped = ", ".join(str(n) for n in range(before + 1, behind))
            again = _twice_beside_a_gap(table, numbers)
            also_id = f" dan {again} tercetak dua kali" if again is not None else ""
            also_en = f" and {again} is printed twice" if again is not None else ""
            told_id.append(f"nomor kolom {skipped} terlewat{also_id} ({pages_id(page)})")
            told_en.append(f"column number {skipped} is skipped{also_en} ({pages_en(page)})")
            figures.append(
                Figure(page=table.page_from, raw=" ".join(map(str, numbers)), value=None, what="nomor kolom")
            )
        elif (twice := _printed_twice(table, numbers)) is not None:
            page = [table.page_from]
            told_id.append(f"nomor kolom {twice} tercetak dua kali ({pages_id(page)})")
            told_en.append(f"column number {twice} is printed twice ({pages_en(page)})")
            figures.append(
                Figure(page=table.page_from, raw=" ".join(map(str, numbers)), value=None, what="nomor kolom")
            )
    unnumbered = [
        t
        for t in view.report.tables
        if _NO_NUMBER.match(t.caption) and not _NUMBER_ABOVE.search(t.heading[-SHOWN_ABOVE:])
    ]
    if unnumbered and sum(map(len, by_number.values())) >= LEAST_NUMBERS:
        pages = sorted({t.page_from for t in unnumbered})
        told_id.append(f"{quoted(unnumbered[0].caption)} tanpa nomor ({pages_id(pages)})")
        told_en.append(f"{quoted(unnumbered[0].caption)} has no number ({pages_en(pages)})")
        figures += [
            Figure(page=t.page_from, raw=t.caption, value=None, what="judul tabel") for t in unnumbered
        ]
    yield from _two_ways_of_numbering(view)
    if told_id:
        pages = sorted({f.page for f in figures})
        yield Hit(
            "ST-11",
            f"{capital(pages_id(pages))}: penomoran: {'; '.join(told_id[:TOLD])}.",
            f"{capital(pages_en(pages))}: numbering: {'; '.join(told_en[:TOLD])}.",
            tuple(figures),
            frozenset({"ST-11"}),
        )
    return compared


def _titles(tables: Sequence[ReadTable]) -> set[str]:
    """The different titles of tables of one number, by their letters, and by the numbers of what they name where two
    have such numbers; of a caption that is a number alone by the numbered heading right above it, else unknown (the
    table may go on)."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        title = _TABLE_NUMBER.sub("", table.caption)
        if _GOES_ON.search(table.caption):
            continue
        if not title.strip(" .:"):
            heading = _ITEM_OF_HEADING.search(table.heading)
            title = heading.group() if heading else ""
            numbers[letters(title)].add("")
        else:
            numbers[letters(title)].add(" ".join(_NUMBERED_THING.findall(title)))
    told = ((words, own - {""}) for words, own in numbers.items() if words)
    return {f"{words} {number}" for words, own in told for number in (own or {""})}


def _one_goes_on(captions: Collection[str]) -> bool:
    """Whether one of several captions begins with the shortest: a title that two tables share."""
    shortest = min(captions, key=len)
    return any(c != shortest and c.startswith(shortest) for c in captions)


def _two_ways_of_numbering(view: ReportView) -> Iterator[Hit]:
    """Figures of which some are numbered by chapter ("Gambar 1.2") and some through the report ("Gambar 2")."""
    captions = [c for c in view.report.prose.captions if c.place.confidence >= SURE]
    by_chapter = [c for c in captions if "." in c.number]
    through = [c for c in captions if "." not in c.number]
    if not by_chapter or not through:
        return
    pages = sorted({c.place.page for c in captions})
    listed_id = ", ".join(f"Gambar {c.number} ({pages_id([c.place.page])})" for c in captions[:TOLD])
    listed_en = ", ".join(f"Gambar {c.number} ({pages_en([c.place.page])})" for c in captions[:TOLD])
    yield Hit(
        "ST-11",
        f"{capital(pages_id(pages))}: gambar dinomori dengan dua cara: {listed_id}.",
        f"{capital(pages_en(pages))}: figures are numbered in two ways: {listed_en}.",
        tuple(Figure.at(c.place, f"Gambar {c.number} {c.title}", "judul gambar") for c in captions),
        frozenset({"ST-11:gambar"}),
    )


def _spelled_alike(captions: Collection[str]) -> bool:
    """Whether captions are the same but for a letter or two: one title, misspelled."""
    first, *others = sorted(captions)
    return all(SequenceMatcher(None, first, c, autojunk=False).ratio() >= ALIKE for c in others)


def _shared_number(table: ReadTable, numbers: Sequence[int]) -> tuple[int, TableColumn, TableColumn] | None:
    """The one number that two columns side by side share, with both; None where several do: those of merged cells."""
    if len(numbers) != len(table.columns):
        return None
    twice = [i for i, (a, b) in enumerate(itertools.pairwise(numbers)) if a == b]
    return (
        (numbers[twice[0]], table.columns[twice[0]], table.columns[twice[0] + 1]) if len(twice) == 1 else None
    )


def _first_word(column: TableColumn) -> str:
    return next(iter(column.header.lower().split()), "")


def _twice_beside_a_gap(table: ReadTable, numbers: Sequence[int]) -> int | None:
    """The number that two columns of different names share: not one that stands over the parts of one heading."""
    shared = _shared_number(table, numbers)
    return None if shared is None or _first_word(shared[1]) == _first_word(shared[2]) else shared[0]


def _printed_twice(table: ReadTable, numbers: Sequence[int]) -> int | None:
    """As above for measures whose numbers run on; one that stands over a unit, too, is printed once."""
    shared = _shared_number(table, numbers)
    if shared is None or numbers[-1] != len(numbers) - 1 or numbers[0] != 1:
        return None
    if not all(c.measure and _first_word(c) for c in shared[1:]):
        return None
    return _twice_beside_a_gap(table, numbers)


def _coded(view: ReportView) -> Iterator[tuple[Observation, tuple[str, ...]]]:
    """The programs, kegiatan and sub kegiatan with a code, each row once, with the parts of the code."""
    seen: set[tuple[int, int]] = set()
    for o in view.report.observations:
        parts = tuple(p for p in re.split(r"[\s.,]+", o.subject_code) if p)
        if _TWO_CODES.search(o.subject_code):
            continue
        if len(parts) < 3 or (o.table_no, o.row) in seen or doubtful(o) or o.measure not in MONEY_MEASURES:
            continue
        if o.subject_level is not SubjectLevel.INDIKATOR and all(p.isalnum() for p in parts):
            seen.add((o.table_no, o.row))
            yield o, parts


@rule("KD-01")
def one_spelling_of_codes(view: ReportView) -> RuleHits:
    """Codes of programs are written in one way throughout the report."""
    ways: dict[str, list[Observation]] = defaultdict(list)
    for o, _ in _coded(view):
        if o.place.read_by is ReadBy.OCR:
            continue
        code = re.sub(r"\s*\.\s*", ".", o.subject_code.strip())  # "1 . 01 . 02" is only set wider
        marks = {m for m in ".," if m in code} | ({"spasi"} if " " in code else set())
        ways["titik" if marks == {"."} else "koma" if marks == {","} else "campuran"].append(o)
    compared = sum(len(found) for found in ways.values())
    if len(ways) > 1:
        firsts = [found[0] for found in ways.values()]
        pages = sorted({o.place.page for o in firsts})
        listed = ", ".join(quoted(o.subject_code) for o in firsts)
        yield Hit(
            "KD-01",
            f"{capital(pages_id(pages))}: kode ditulis dengan cara yang berlainan: {listed}.",
            f"{capital(pages_en(pages))}: codes are written in different ways: {listed}.",
            tuple(Figure.of(o) for o in firsts),
            frozenset({"KD-01"}),
        )
    return compared


@rule("KD-03")
def names_of_codes(view: ReportView) -> RuleHits:
    """The programs of a kecamatan have the names of their codes (Kepmendagri 050-5889/2021); a code has one name."""
    wordings = yield from _two_wordings(view)
    if wordings:
        return wordings
    if view.report.identity.level is not UnitLevel.KECAMATAN:
        raise NotRun(
            "daftar nomenklatur versi ini hanya memuat program kecamatan",
            "the nomenclature of this version only has the programs of kecamatan",
        )
    if view.year and view.year < NOMENCLATURE_SINCE:
        raise NotRun(
            f"nomenklatur ini berlaku sejak {NOMENCLATURE_SINCE}",
            f"this nomenclature is in force since {NOMENCLATURE_SINCE}",
        )
    compared = 0
    for o, parts in _coded(view):
        code = ".".join(parts)
        right = KECAMATAN_PROGRAMS.get(code)
        if right is None or (o.period[:4].isdigit() and int(o.period[:4]) < NOMENCLATURE_SINCE):
            continue
        compared += 1
        name = _VILLAGE.sub("desa", o.subject)
        if name_likeness(name, right) < ANOTHER_NAME and name_key(name) not in name_key(right):
            page = [o.place.page]
            yield Hit(
                "KD-03",
                f"{capital(pages_id(page))}: kode {code} adalah {quoted(right)}, tercetak {quoted(o.subject)}.",
                f"{capital(pages_en(page))}: the code {code} is {quoted(right)}, printed {quoted(o.subject)}.",
                (Figure.of(o),),
                frozenset({f"KD-03:{code}"}),
                copy_key=(code, name_key(o.subject)),
                expected=right,
            )
    return compared


def _two_wordings(view: ReportView) -> RuleHits:
    """Codes whose name is worded in two ways in the report: "Barang Cetak" and "Barang Cetakan"."""
    named: dict[str, dict[str, Observation]] = defaultdict(dict)
    for o, parts in _coded(view):
        if len(parts) >= LONG_CODE and "." in o.subject_code:
            named[".".join(parts)].setdefault(letters(o.subject), o)
    pairs = []
    for names in named.values():
        (a, first), *others = names.items()
        for b, other in others:
            cut = a.startswith(b) or b.startswith(a)
            if not cut and SequenceMatcher(None, a, b).ratio() >= WORDINGS:
                pairs.append((first, other))
                break
    if pairs:
        pages = sorted({o.place.page for pair in pairs for o in pair})
        listed_id = "; ".join(
            f"{a.subject_code} {quoted(a.subject)} ({pages_id([a.place.page])}) dan {quoted(b.subject)} "
            f"({pages_id([b.place.page])})"
            for a, b in pairs[:TOLD]
        )
        listed_en = "; ".join(
            f"{a.subject_code} {quoted(a.subject)} ({pages_en([a.place.page])}) and {quoted(b.subject)} "
            f"({pages_en([b.place.page])})"
            for a, b in pairs[:TOLD]
        )
        yield Hit(
            "KD-03",
            f"{capital(pages_id(pages))}: nama satu kode ditulis dengan dua cara: {listed_id}.",
            f"{capital(pages_en(pages))}: the name of one code is worded in two ways: {listed_en}.",
            tuple(Figure.of(o) for pair in pairs for o in pair),
            frozenset({"KD-03:nama"}),
            severity=Severity.LOW,
        )
    return len(pairs)


@rule("KD-04")
def codes_in_order(view: ReportView) -> RuleHits:
    """Codes under one program or kegiatan ascend."""
    compared = 0
    wrong: list[tuple[Observation, Observation]] = []
    by_table: dict[tuple[int, str], list[tuple[Observation, tuple[str, ...]]]] = defaultdict(list)
    for o, parts in _coded(view):
        by_table[(o.table_no, o.period)].append((o, parts))
    uncoded = {(r.table_no, r.row) for r in view.money if not r.code}
    for rows in by_table.values():
        last: dict[tuple[str, ...], tuple[Observation, tuple[str, ...]]] = {}
        for at, (o, parts) in enumerate(rows):
            above = rows[at - 1][0].row if at else o.row
            if any((o.table_no, between) in uncoded for between in range(above + 1, o.row)):
                last.clear()  # a row without a code may begin another program
            before = last.get(parts[:-1])
            if before is not None and parts[-1].isdigit() and before[1][-1].isdigit():
                compared += 1
                if int(parts[-1]) < int(before[1][-1]):
                    wrong.append((before[0], o))
            last[parts[:-1]] = (o, parts)
    if wrong:
        pages = sorted({o.place.page for pair in wrong for o in pair})
        listed_id = "; ".join(
            f"{b.subject_code} sesudah {a.subject_code} ({pages_id([b.place.page])})" for a, b in wrong[:TOLD]
        )
        listed_en = "; ".join(
            f"{b.subject_code} after {a.subject_code} ({pages_en([b.place.page])})" for a, b in wrong[:TOLD]
        )
        yield Hit(
            "KD-04",
            f"{capital(pages_id(pages))}: urutan kode: {listed_id}.",
            f"{capital(pages_en(pages))}: order of codes: {listed_en}.",
            tuple(Figure.of(o) for pair in wrong for o in pair),
            frozenset({"KD-04"}),
        )
    return compared
