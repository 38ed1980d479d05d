"""One row per indicator and year, and per program, year and budget stage: what a report prints, put together.

A figure stands alone only where every place of the report prints the same; where places differ the value is empty,
`*_printed` tells what is printed where, and `conflict` is 1. Nothing is averaged and nothing is chosen.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from lkjip_checks.hierarchy import level_of
from lkjip_checks.rows import MoneyRow, money_rows
from lkjip_corpus.canonical import decimal_text, page_list, text
from lkjip_normalize.linking import IndicatorLink, name_key
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation, Report
from lkjip_schemas.vocabulary import AgreementKind, Measure, SubjectLevel, TableKind

Row = dict[str, Any]

PERFORMANCE = (Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT)
MONEY = (Measure.PAGU_RP, Measure.REALISASI_RP, Measure.SERAPAN_PCT)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REVISED = re.compile(r"perubahan|\bdppa\b|apbd\W?p\b|p\W?apbd|setelah|sesudah", re.IGNORECASE)
_ORIGINAL = re.compile(r"\bmurni\b|\binduk\b|sebelum|\bdpa\b", re.IGNORECASE)
MURNI, PERUBAHAN, NOT_SAID = "murni", "perubahan", "tidak_disebut"
"""Stages of a budget: the original one, the revised one, or a table that does not say which."""
NOT_THE_UNITS = frozenset(
    {
        TableKind.NASIONAL,
        TableKind.SKALA,
        TableKind.PROGRAM_PENUNJANG,
        TableKind.EFISIENSI,
        TableKind.REALISASI_ANGGARAN,
    }
)
"""Tables whose figures are those of others, of programs, or of money."""
_MONEY_UNIT = re.compile(r"^\W*(?:rp|rupiah)", re.IGNORECASE)


def indicator_years(report: Report, links: Sequence[IndicatorLink]) -> list[Row]:
    """What the report prints for each of its indicators (`linking.links_of`) in each year."""
    rows: list[Row] = []
    for number, link in enumerate(links, 1):
        by_year: dict[str, list[Observation]] = defaultdict(list)
        for o in link.members:
            if _YEAR.fullmatch(o.period) and o.measure in PERFORMANCE and o.table_kind not in NOT_THE_UNITS:
                if _MONEY_UNIT.match(o.unit):
                    continue
                by_year[o.period].append(o)
        for year, own in sorted(by_year.items()):
            rows.append(
                {
                    "report_id": report.report_id,
                    "indicator_no": number,
                    "year": int(year),
                    "name": text(link.name),
                    "name_key": text(name_key(link.name)),
                    "sasaran": text(next(iter(link.sasaran), "")),
                    "unit": text(next((o.unit for o in own if o.unit), "")),
                    **_figures(own, PERFORMANCE),
                }
            )
    return rows


def program_years(report: Report) -> list[Row]:
    """Budget, spending and absorption that the report prints for each program, year and budget stage."""
    found: dict[tuple[str, int, str], list[Observation]] = defaultdict(list)
    names: dict[str, tuple[str, str]] = {}
    for row in money_rows(report.observations):
        if level_of(row) is not SubjectLevel.PROGRAM or not (row.pagu or row.realisasi):
            continue
        year = row.period if _YEAR.fullmatch(row.period) else str(report.identity.year or "")
        if not year or (row.period and not _YEAR.fullmatch(row.period)):
            continue  # a period of several years, a quarter
        key = name_key(row.subject)
        names.setdefault(key, (row.subject, row.code))
        for stage, own in _stages(report, row):
            found[(key, int(year), stage)] += own
    order = {key: n for n, key in enumerate(names, 1)}
    return [
        {
            "report_id": report.report_id,
            "program_no": order[key],
            "year": year,
            "stage": stage,
            "name": text(names[key][0]),
            "name_key": text(key),
            "code": text(names[key][1]),
            **_figures(own, MONEY),
        }
        for (key, year, stage), own in sorted(found.items(), key=lambda x: (order[x[0][0]], *x[0][1:]))
    ]


def _stages(report: Report, row: MoneyRow) -> list[tuple[str, Sequence[Observation]]]:
    """The figures of a row by stage of the budget: of two budgets the second is the revised one, which the
    spending belongs to."""
    spent = (*row.realisasi, *row.serapan)
    if len(row.pagu) > 1:
        return [(MURNI, row.pagu[:1]), (PERUBAHAN, (*row.pagu[1:2], *spent))]
    head = _head(report, row.pagu[0]) if row.pagu else ""
    agreement = next((a for a in report.agreements if a.page_from <= row.page <= a.page_to), None)
    if _REVISED.search(head):
        stage = PERUBAHAN
    elif _ORIGINAL.search(head):
        stage = MURNI
    elif agreement is not None:
        stage = PERUBAHAN if agreement.kind is AgreementKind.PERUBAHAN_PK else MURNI
    else:
        stage = NOT_SAID
    return [(stage, (*row.pagu, *spent))]


def _head(report: Report, figure: Observation) -> str:
    return next(
        (
            c.header
            for t in report.tables
            if t.number == figure.table_no
            for c in t.columns
            if c.col == figure.col
        ),
        "",
    )


def _figures(own: Sequence[Observation], measures: Iterable[Measure]) -> Row:
    """For each measure its value, where all places agree, and what is printed where."""
    row: Row = {}
    conflict = False
    for measure in measures:
        figures = [o for o in own if o.measure == measure]
        values = {_plain(o.value) for o in figures if o.value is not None}
        conflict = conflict or len(values) > 1
        longest = max((o.value for o in figures if o.value is not None), key=_printed_digits, default=None)
        row[measure.value] = decimal_text(longest) if len(values) == 1 else None
        row[f"{measure.value}_printed"] = text(_told(figures))
    row["pages"] = page_list(sorted({o.place.page for o in own}))
    row["conflict"] = int(conflict)
    row["doubtful"] = int(any(o.place.confidence < SURE for o in own))
    return row


def _plain(value: Decimal) -> Decimal:
    return value.normalize()


def _printed_digits(value: Decimal) -> int:
    return len(value.as_tuple().digits)


def _told(figures: Sequence[Observation]) -> str:
    """What is printed, each figure once with its pages: "70 (14, 20); 80 (27)"."""
    pages: dict[str, set[int]] = defaultdict(set)
    for o in figures:
        pages[o.raw].add(o.place.page)
    return "; ".join(f"{raw} ({', '.join(str(p) for p in sorted(at))})" for raw, at in pages.items())
