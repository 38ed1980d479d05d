"""AR-13: the printed efficiency follows one formula."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import (
    capital,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
)
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.tolerance import HUNDRED, unit_of
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure, SubjectLevel, TableKind

_HEAD = re.compile(r"efisiensi", re.IGNORECASE)
ENOUGH_ROWS = 2
"""Rows that must follow a formula before it is taken for the one in use ..."""
SHARE = Decimal(2) / 3
"""... and their share of all rows."""

Formula = Callable[[Decimal, Decimal], Decimal]
FORMULAS: dict[str, Formula] = {
    "capaian - serapan": lambda c, s: c - s,
    "100 - serapan / capaian x 100": lambda c, s: HUNDRED - s / c * HUNDRED,
    "capaian / serapan": lambda c, s: c / s,
    "100 - serapan": lambda _, s: HUNDRED - s,
}
"""Formulas met in reports (domain notes, section 3)."""

Row = tuple[Observation, Decimal, Observation, tuple[Observation, ...]]
"""Achievement, absorption in percent, efficiency printed, and the figures of the absorption: printed, or budget and
spending."""


@rule("AR-13")
def one_formula(view: ReportView) -> RuleHits:
    """The printed efficiency is what the formula of its table gives: most rows show which one is in use."""
    compared = 0
    for rows in _tables(view).values():
        found = {name: [r for r in rows if _fits(f, r)] for name, f in FORMULAS.items()}
        name, good = max(found.items(), key=lambda item: len(item[1]))
        if len(good) < ENOUGH_ROWS or len(good) < SHARE * len(rows):
            continue
        compared += len(rows)
        for row in rows:
            if row in good:
                continue
            share, spent, told, figures = row
            right = FORMULAS[name](share.value or Decimal(0), spent)
            of_spending = printed(figures[0]) if len(figures) == 1 else ""
            page = [told.place.page]
            hit = Hit(
                "AR-13",
                f"{capital(pages_id(page))}: efisiensi {quoted(told.subject)} tercetak {printed(told)}, "
                f"sedangkan {name} = "
                f"{percent_id(right)} (capaian {printed(share)}, serapan {of_spending or percent_id(spent)}).",
                f"{capital(pages_en(page))}: the efficiency of {quoted(told.subject)} is printed "
                f"{printed(told)}, but {name} "
                f"= {percent_en(right)} (achievement {printed(share)}, absorption {of_spending or percent_en(spent)}).",
                tuple(Figure.of(o) for o in (share, *figures, told)),
                frozenset({f"AR-13:{told.table_no}:{told.row}"}),
                copy_key=(str(share.value), str(spent), str(told.value)),
                expected=number_id(right, 2),
            )
            yield hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in (share, *figures, told)) else hit
    return compared


def _tables(view: ReportView) -> dict[int, list[Row]]:
    """Rows of tables of efficiency with one achievement, one absorption and one efficiency."""
    by_row: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if (
            o.table_kind is TableKind.EFISIENSI
            and o.subject_level is not SubjectLevel.TOTAL
            and o.value is not None
        ):
            by_row[(o.table_no, o.row)].append(o)
    tables: dict[int, list[Row]] = defaultdict(list)
    for (table_no, _), own in by_row.items():
        share = [o for o in own if o.measure == Measure.CAPAIAN_PCT]
        spent = _absorption(own)
        told = [o for o in own if o.measure.startswith(OTHER_MEASURE_PREFIX) and _HEAD.search(o.measure)]
        if len(share) == len(told) == 1 and share[0].value and spent is not None:
            tables[table_no].append((share[0], spent[0], told[0], spent[1]))
    return tables


def _absorption(own: Sequence[Observation]) -> tuple[Decimal, tuple[Observation, ...]] | None:
    """The absorption that a row prints, else that of its budget and spending, with its figures."""
    told = [o for o in own if o.measure == Measure.SERAPAN_PCT]
    pagu = [o for o in own if o.measure == Measure.PAGU_RP]
    spent = [o for o in own if o.measure == Measure.REALISASI_RP]
    if len(told) == 1 and told[0].value:
        return told[0].value, (told[0],)
    if not told and len(pagu) == len(spent) == 1 and pagu[0].value and spent[0].value:
        return spent[0].value / pagu[0].value * HUNDRED, (pagu[0], spent[0])
    return None


def _fits(formula: Formula, row: Row) -> bool:
    share, spent, told, _ = row
    slack = max(unit_of(told.decimals), Decimal("0.011"))
    return abs(formula(share.value or Decimal(0), spent) - (told.value or Decimal(0))) <= slack
