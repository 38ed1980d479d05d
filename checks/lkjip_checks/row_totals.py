"""Part of AR-12: rows of people or things whose parts stand beside their total ("L | P | Jumlah", "Baik | Rusak |
Jumlah").

That a column is the sum of those beside it is told by the table itself: in almost all of its rows it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits
from lkjip_checks.view import ReportView
from lkjip_normalize.totals import is_mean
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Fate, SubjectLevel, TableKind

LEAST_RIGHT, LEAST_ADDED = 4, 2
"""In so many rows the total is the sum of its parts, in so many of them of two parts that count something,"""
SHARE_RIGHT = Decimal("0.8")
"""and in this share of all rows;"""
LEAST_TOTALS, LARGE = 3, 10
"""so many different totals are right, one of them not below this: small counts may add up by chance."""
MOST_PARTS = 12
_TOTAL_HEAD = re.compile(r"\b(?:jumlah|jml|jlh|total)\b|\bl\s*\+\s*p\b", re.IGNORECASE)

_NOT_COUNTED = re.compile(r"rata\W*rata|rerata|pers?en|pros?en|%|rasio|ratio|\(|\*", re.IGNORECASE)
"""Rows of means, shares and ratios, and those whose name says more of their figures."""

_REMARKS = re.compile(r"\W*(?:ket(?:erangan)?|catatan)\b", re.IGNORECASE)

Row = Mapping[int, Observation]
"""The figures of a row by their column."""


class _Sum(NamedTuple):
    """A column and the columns that it is the sum of, with the rows that it is not."""

    parts: tuple[int, ...]
    total: int
    right: int
    wrong: list[Row]


def row_totals(view: ReportView, kinds: frozenset[TableKind]) -> RuleHits:
    """Rows whose total is not the sum of the parts beside it, in tables of some kinds; gives the number of sums."""
    rows: dict[int, dict[int, dict[int, Observation]]] = defaultdict(lambda: defaultdict(dict))
    for o in view.report.observations:
        read = o.value is not None or not o.text.strip(" -–—")
        if o.table_kind in kinds and o.measure.startswith(OTHER_MEASURE_PREFIX) and read:
            rows[o.table_no][o.row][o.col] = o
    compared = 0
    for table_no, table in rows.items():
        columns = sorted({col for row in table.values() for col in row})
        heads = {o.col: view.column_head(o) for row in table.values() for o in row.values()}
        for total in (c for c in columns if _TOTAL_HEAD.search(heads[c])):
            plain = [r for r in table.values() if total in r and not _is_sum(r[total])]
            sums = list(_sums(plain, columns, total))
            if not sums:
                continue
            best = max(sums, key=lambda s: (s.right, len(s.parts)))
            compared += best.right + len(best.wrong)
            explained = _with_remarks(view, table_no, len(table)) if best.wrong else ()
            for row in (r for r in best.wrong if r[total].row not in explained):
                yield _hit(row, best, heads, _column(table.values(), total))
    return compared


def _with_remarks(view: ReportView, table_no: int, rows: int) -> set[int]:
    """The rows of a table with words below "Keterangan", which may explain their figures; none where all its rows (so
    many) have some."""
    columns = view.tables[table_no].columns if table_no in view.tables else ()
    remarks = {c.col for c in columns if _REMARKS.match(c.header)}
    ledger = view.report.ledger if remarks else ()
    found = {e.row for e in ledger if e.table_no == table_no and e.col in remarks and e.fate is Fate.WORDS}
    return set() if len(found) == rows else found


def _sums(rows: Sequence[Row], columns: Sequence[int], total: int) -> Iterator[_Sum]:
    """The runs of columns right beside a total that it is the sum of in almost all rows."""
    at = columns.index(total)
    before = (columns[start:at] for start in range(max(at - MOST_PARTS, 0), at - 1))
    behind = (columns[at + 1 : end] for end in range(at + 3, min(at + 1 + MOST_PARTS, len(columns)) + 1))
    for parts in (*before, *behind):
        own = [r for r in rows if r[total].value is not None and all(c in r for c in parts)]
        wrong: list[Row] = []
        right: list[Row] = []
        for row in own:
            (right if sum_of(row[c] for c in parts) == row[total].value else wrong).append(row)
        added = sum(sum(value_of(r[c]) != 0 for c in parts) > 1 for r in right)
        totals = {value_of(r[total]) for r in right}
        telling = len(totals) >= LEAST_TOTALS and max(totals) >= LARGE
        enough = telling and len(right) >= LEAST_RIGHT and len(right) >= SHARE_RIGHT * len(own)
        if added >= LEAST_ADDED and enough:
            yield _Sum(tuple(parts), total, len(right), [r for r in wrong if _counts(r, parts, total)])


def _is_sum(total: Observation) -> bool:
    """Whether a row is one of sums or means, which those of the columns tell."""
    own = total.subject_level is SubjectLevel.TOTAL or is_mean(total.subject)
    return own or _NOT_COUNTED.search(total.subject) is not None


def _counts(row: Row, parts: Sequence[int], total: int) -> bool:
    """Whether a row counts one by one, and has parts."""
    return any(value_of(row[c]) for c in parts) and all(value_of(row[c]) % 1 == 0 for c in (*parts, total))


def _column(rows: Iterable[Row], col: int) -> list[Observation]:
    """The figures of a column down to its first total, and that."""
    column = [row[col] for row in rows if col in row]
    end = next((i for i, o in enumerate(column) if o.subject_level is SubjectLevel.TOTAL), len(column))
    return column[: end + 1]


def _hit(row: Row, found: _Sum, heads: Mapping[int, str], column: Sequence[Observation]) -> Hit:
    total, parts = row[found.total], [row[c] for c in found.parts]
    added = sum_of(parts)
    *above, last = column
    mended = total in above and sum_of(above) - value_of(total) + added == last.value
    page = [total.place.page]
    terms = " + ".join(printed(o) for o in parts)
    named = quoted(heads[found.total])
    row_id = f"baris {quoted(total.subject)}" if total.subject else "baris tanpa nama"
    row_en = f"the row {quoted(total.subject)}" if total.subject else "a row without a name"
    hit = Hit(
        "AR-12",
        f"{capital(pages_id(page))}: pada {row_id}, {terms} = {number_id(added)}, tetapi kolom "
        f"{named} mencetak {printed(total)}; pada {found.right} baris lain jumlahnya benar.",
        f"{capital(pages_en(page))}: in {row_en}, {terms} = {number_en(added)}, but the column "
        f"{named} prints {printed(total)}; in {found.right} other rows the sum is right.",
        tuple(Figure.of(o) for o in (total, *parts)),
        frozenset({f"AR-12:{total.table_no}:{total.row}:{total.col}"}),
        frozenset({f"AR-12:{total.table_no}:{total.col}"} if mended else ()),
        copy_key=("baris", total.subject.lower(), terms, printed(total)),
        expected=number_id(added),
        weight=2,
    )
    return hit.as_doubt(*READING_DOUBT) if any(map(doubtful, (total, *parts))) else hit
