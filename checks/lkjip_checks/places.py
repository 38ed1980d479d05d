"""AR-12 and ID-06: totals of tables of villages, staff, things and of no known kind; names of villages."""

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.row_totals import row_totals
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, NotRun, RuleHits, rule
from lkjip_checks.tolerance import HALF, HUNDRED, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.convention import heading_counts
from lkjip_normalize.regions import villages_of
from lkjip_normalize.totals import is_mean
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Wilayah
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, SubjectLevel, TableKind, UnitLevel

ADDED_UP = frozenset({TableKind.WILAYAH, TableKind.SDM, TableKind.SARPRAS, TableKind.OTHER})
LEAST_ROWS = 3
SHARE_TOTAL = Decimal("0.1")
"""A column that adds up to 100, give or take so much, holds shares."""
LEAST_SHARES = 5
MONEY = 1_000_000
"""Larger figures are rupiah, whose tables have groups."""
TOLD = 8
SAME_HEIGHT = 5.0
"""Points by which the first figures of two tables beside each other may be apart."""
_PLACE_WORD = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:desa|kelurahan|kel\.?|ds\.?)\s+", re.IGNORECASE)
_NOT_ADDED = re.compile(
    r"\b(?:rasio|ratio|kepadatan|produktivitas|rata|rerata|harapan|pertumbuhan|laju|\w*kumulati[fv]e?|akumulasi|indeks|"
    r"skor|skala|standar|peringkat|rank\w*|kode|tarif|harga|jarak|ketinggian|"
    r"tingkat (?:capaian|kepuasan|partisipasi|hunian|pengangguran|kemiskinan|kemajuan|kehadiran|kesulitan))\b|"
    r"/\s*(?:km|ha|kk|rt|rw|hari|bulan|tahun|\d{3,4}(?!\d)(?<!19\d\d)(?<!20\d\d))",
    re.IGNORECASE,
)
"""Headings of columns whose total, where one is printed, is not their sum;"""
_SELDOM_ADDED = re.compile(
    r"\b(?:per(?! (?:tanggal )?\d)|hari|lama|nilai|kenaikan|tahun(?!\W*(?:(?:anggaran|ajaran)\W*)?(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
"""others, unless they say before that they count."""
_SAYS_THAT_IT_COUNTS = re.compile(r"\b(?:jumlah|jml|jlh|banyaknya|orang|jiwa|unit)\b", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:awal|per\s+(?:tanggal\s+)?0?1 januari|per\s+31 desember|(?:tahun|bulan) lalu|sebelumnya|semula)\b",
    re.IGNORECASE,
)
_CAME_OR_WENT = re.compile(
    r"\b(?:akhir|masuk|keluar|pensiun|mati|meninggal|lahir|pindah|mutasi|berkurang|bertambah|pengurangan|penambahan)\b",
    re.IGNORECASE,
)
"""Rows of a stock, and of what came and went."""
_OF_ANOTHER_ROW = re.compile(r"\b(?:termasuk|sisa|saldo)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\W*(?:tahun\s+)?(?:19|20)\d\d\W*", re.IGNORECASE)
_LARGER_UNIT = re.compile(r"\b(?:ribu\w*|juta\w*|mil[iy]ar\w*)\b", re.IGNORECASE)
LEAST_ALONE, NEAR_TOTAL = 6, Decimal("0.1")
"""Without another column that adds up, so many rows; all must come so near to the total."""
_SHARE_HEAD = re.compile(r"%|persen|pangsa|proporsi|bobot", re.IGNORECASE)


@rule("AR-12")
def counted_totals(view: ReportView) -> RuleHits:
    """The total of a column that counts villages, people or things is its sum; a column of shares says so.

    Not asked are columns whose heading names no sum (density, ratio, mean). In tables of no known kind only whole
    numbers are added, that come near the total, in many rows or beside another column that adds up; not a stock and
    what came and went.
    """
    compared = 0
    counts = _counts_by_column(view)
    columns = _with_total(counts)
    fitting = [
        table_no for (table_no, _), (parts, total) in columns.items() if sum_of(parts) == total.value != 0
    ]
    halves = _other_halves(counts)
    for (table_no, col), (own, total) in columns.items():
        whole, head = value_of(total), view.column_head(total)
        both = [*own, *halves.get((table_no, col), ())]
        parts = both if abs(sum_of(both) - whole) < abs(sum_of(own) - whole) else own
        added = sum_of(parts)
        if _is_no_sum(head):
            continue
        alone = table_no not in fitting and (len(parts) < LEAST_ALONE or not heading_counts(head))
        near = added == whole or (abs(added - whole) <= NEAR_TOTAL * whole and not alone)
        if total.table_kind is TableKind.OTHER and not (near and _counts(total, parts)):
            continue
        compared += 1
        table = view.tables.get(table_no)
        unit = f"{head} {table.caption if table else ''}"
        rounded = bool(added % 1) or _LARGER_UNIT.search(unit) is not None
        slack = (
            unit_of(max(o.decimals for o in (*parts, total))) * HALF * len(parts) if rounded else Decimal(0)
        )
        page = [total.place.page]
        if whole >= MONEY or (_SHARE_HEAD.search(head) and not _are_shares(whole, added)):
            continue  # rupiah in groups; percentages of something else than their sum
        if abs(added - whole) > slack and abs(added - 2 * whole) > slack:
            hit = Hit(
                "AR-12",
                f"{capital(pages_id(page))}: kolom {quoted(head)} berjumlah {number_id(added)}, tercetak "
                f"{printed(total)}.",
                f"{capital(pages_en(page))}: the column {quoted(head)} adds up to {number_en(added)}, printed "
                f"{printed(total)}.",
                tuple(Figure.of(o) for o in (total, *parts)),
                frozenset({f"AR-12:{table_no}:{col}"}),
                copy_key=(head.lower(), str(whole), str(added)),
                expected=number_id(added),
            )
            yield hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in (*parts, total)) else hit
        elif (
            abs(whole - HUNDRED) <= SHARE_TOTAL
            and len(parts) >= LEAST_SHARES
            and any(o.decimals for o in parts)
            and not _SHARE_HEAD.search(head)
        ):
            yield Hit(
                "AR-12",
                f"{capital(pages_id(page))}: kolom {quoted(head)} berjumlah {number_id(added)} (tercetak "
                f"{printed(total)}); isinya tampak persentase, bukan satuan pada judulnya.",
                f"{capital(pages_en(page))}: the column {quoted(head)} adds up to {number_en(added)} (printed "
                f"{printed(total)}); it seems to hold percentages, not the unit of its heading.",
                tuple(Figure.of(o) for o in (total, *parts)),
                frozenset({f"AR-12:{table_no}:{col}"}),
            )
    compared += yield from row_totals(view, ADDED_UP)
    return compared


@rule("ID-06")
def known_villages(view: ReportView) -> RuleHits:
    """The desa and kelurahan of a kecamatan are those of the official list (Kepmendagri 100.1.1-6117/2022)."""
    identity = view.report.identity
    if identity.level is not UnitLevel.KECAMATAN:
        raise NotRun("bukan laporan kecamatan", "not the report of a kecamatan")
    official = villages_of(identity.wilayah_code)
    if not official:
        raise NotRun(
            "kode wilayah kecamatan tidak diketahui", "the region code of the kecamatan is not known"
        )
    rows = [r for r in view.report.records if isinstance(r, Wilayah) and r.nama and r.place.confidence >= 1]
    names = {_plain(r.nama): r for r in rows if not re.match(r"\W*(?:jumlah|total)", r.nama, re.IGNORECASE)}
    names.pop("", None)  # a number in the place of a name
    known = {_plain(v): v for v in official}
    strange = {n: r for n, r in names.items() if n not in known}
    if strange and len(strange) * 2 < len(names):
        pages = sorted({r.place.page for r in strange.values()})
        near = {n: get_close_matches(n, list(known), 1, 0.75) for n in strange}
        listed = ", ".join(
            quoted(r.nama) + (f" ({known[near[n][0]]}?)" if near[n] else "")
            for n, r in list(strange.items())[:TOLD]
        )
        yield Hit(
            "ID-06",
            f"{capital(pages_id(pages))}: nama desa/kelurahan di luar daftar resmi {identity.instansi}: {listed}.",
            f"{capital(pages_en(pages))}: names of villages outside the official list of {identity.instansi}: "
            f"{listed}.",
            tuple(Figure.at(r.place, r.nama, "desa/kelurahan") for r in strange.values()),
            frozenset({"ID-06"}),
        )
    return len(names)


Columns = Mapping[tuple[int, int], Sequence[Observation]]
"""The figures of columns, by the numbers of their table and of themselves."""


def _counts_by_column(view: ReportView) -> Columns:
    """The columns that may count villages, people or things."""
    columns: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.table_kind in ADDED_UP and o.measure.startswith(OTHER_MEASURE_PREFIX):
            columns[(o.table_no, o.col)].append(o)
    return columns


def _with_total(columns: Columns) -> dict[tuple[int, int], tuple[list[Observation], Observation]]:
    """Those of the columns that have a total, all figures read: the rows down to the first total, and that; below it
    stand other groups, and the sum of all."""
    found = {}
    for place, own in columns.items():
        parts = list(itertools.takewhile(lambda o: o.subject_level is not SubjectLevel.TOTAL, own))
        unread = any(o.value is None and o.text.strip(" -–—") for o in parts)
        if LEAST_ROWS <= len(parts) < len(own) and not unread and own[len(parts)].value is not None:
            found[place] = (parts, own[len(parts)])
    return found


def _other_halves(columns: Columns) -> dict[tuple[int, int], list[Observation]]:
    """For each column of a table the figures below the same heading in another one without a total beside it on its
    page: a long list in two halves, whose total stands below the second."""
    found = {}
    for place, own in columns.items():
        beside = [
            others
            for other, others in columns.items()
            if other[0] != place[0] and others[0].measure == own[0].measure and _side_by_side(own, others)
        ]
        if len(beside) == 1 and not any(o.subject_level is SubjectLevel.TOTAL for o in beside[0]):
            other = [o for o in beside[0] if o.value is not None]
            found[place] = other if len(other) >= LEAST_ROWS else []
    return found


def _side_by_side(one: Sequence[Observation], other: Sequence[Observation]) -> bool:
    """Whether two columns begin at one height of a page, the second one left of the first."""
    a, b = one[0].place, other[0].place
    return a.page == b.page and abs(a.box.top - b.box.top) <= SAME_HEIGHT and b.box.x0 < a.box.x0


def _is_no_sum(head: str) -> bool:
    seldom = _SELDOM_ADDED.search(head)
    return bool(_NOT_ADDED.search(head)) or bool(
        seldom and not _SAYS_THAT_IT_COUNTS.search(head[: seldom.start()])
    )


def _is_stock(names: Sequence[str]) -> bool:
    """Whether rows tell what there was, and what came and went, what there was from year to year, or a part of another
    row."""
    came_or_went = any(map(_CAME_OR_WENT.search, names)) and any(map(_AT_FIRST.search, names))
    of_years = all(map(_A_YEAR.fullmatch, names))
    return came_or_went or of_years or any(map(_OF_ANOTHER_ROW.search, names))


def _counts(total: Observation, parts: Sequence[Observation]) -> bool:
    """Whether a column counts things one by one, none of its rows the sum of those right below it or part of another
    one ("di antaranya"), and no rounded shares of 100, nor a total that may be their mean or the last of them."""
    *values, whole = (o.value or Decimal(0) for o in (*parts, total))
    off = sum(values, Decimal(0)) - whole
    if (off and whole <= max(values)) or _is_stock([o.subject for o in parts]):
        return False
    if is_mean(total.subject) or any(v % 1 for v in (*values, whole)) or (off > 0 and off in values):
        return False
    if whole == HUNDRED and abs(off) <= HALF * len(values):
        return False
    for first, value in enumerate(values):
        sums = list(itertools.accumulate(values[first + 1 :]))
        if value and value in sums[1:]:
            return False
    return True


def _are_shares(total: Decimal, added: Decimal) -> bool:
    """Whether a column of percentages divides a whole: its total is 100 and its figures come near it."""
    return abs(total - HUNDRED) <= SHARE_TOTAL and HALF * HUNDRED <= added <= 2 * HUNDRED


def _plain(name: str) -> str:
    return letters(_PLACE_WORD.sub("", name))
