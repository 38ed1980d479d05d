"""Part of AR-05: the total of the budgets before their revision ("Sebelum Perubahan"), beside those in force."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure, SubjectLevel, TableKind

TABLES = frozenset({TableKind.PK_ANGGARAN, TableKind.REALISASI_ANGGARAN})
LEAST_ROWS = 2
"""So many rows stand above a total, at least."""

BEFORE_REVISION = re.compile(r"\b(?:sebelum|semula|murni|awal)\b", re.IGNORECASE)
"""Heads budgets before their revision."""


def totals_before_revision(view: ReportView) -> Iterator[Hit]:
    """Totals of a column of budgets before the revision that are not the sum of their rows, where the total of those in
    force is the sum of the same rows."""
    before: dict[int, dict[int, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    in_force: dict[int, dict[int, Observation]] = defaultdict(dict)
    for o in view.report.observations:
        if o.table_kind not in TABLES or o.value is None:
            continue
        if o.measure == Measure.PAGU_RP:
            in_force[o.table_no][o.row] = o  # the last of several
        elif o.measure.startswith(OTHER_MEASURE_PREFIX) and BEFORE_REVISION.search(view.column_head(o)):
            before[o.table_no][o.col].append(o)
    for table_no, columns in before.items():
        budgets = in_force[table_no]
        *rows, last = sorted(budgets) or [0]
        if len(rows) < LEAST_ROWS or not _is_sum([budgets[r] for r in rows], budgets[last]):
            continue
        for own in columns.values():
            *parts, total = own
            same = [o.row for o in own] == [*rows, last] and not any(map(doubtful, own))
            if same and not _is_sum(parts, total):
                yield _hit(view, parts, total)


def _is_sum(parts: list[Observation], total: Observation) -> bool:
    of_all = total.subject_level is SubjectLevel.TOTAL
    return of_all and sum_of(parts) == value_of(total)


def _hit(view: ReportView, parts: list[Observation], total: Observation) -> Hit:
    page, added = [total.place.page], sum_of(parts)
    head, apart = quoted(view.column_head(total)), abs(added - value_of(total))
    return Hit(
        "AR-05",
        f"{capital(pages_id(page))}: pada baris {quoted(total.subject)}, kolom {head} tercetak {printed(total)}, "
        f"sedangkan baris-barisnya berjumlah {number_id(added)}, selisih {number_id(apart)}.",
        f"{capital(pages_en(page))}: in the row {quoted(total.subject)}, the column {head} is printed "
        f"{printed(total)}, but its rows add up to {number_en(added)}, difference {number_en(apart)}.",
        tuple(map(Figure.of, (total, *parts))),
        frozenset({f"AR-05:{total.table_no}:{total.row}:{total.col}"}),
        copy_key=(str(total.value), str(added)),
        expected=number_id(added),
    )
