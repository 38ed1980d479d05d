"""Part of CT-15: sentences that name the programs whose budget was not used up, against the table of budgets."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.hierarchy import level_of
from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    quoted,
    shown,
)
from lkjip_checks.rows import MoneyRow, doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.vocabulary import SubjectLevel, TableKind

LARGE_PART = Decimal("0.25")
"""Part of all that was not used from which on a program that is not named matters."""
HUNDRED = Decimal(100)
TOLD = 3
_NOT_USED = re.compile(
    r"\b(?:tidak|belum)\s+(?:bisa\s+|dapat\s+|mampu\s+)?(?:ter|me|di)?(?:ny|s)erap\w*\s+(?:seluruh|semua|sepenuhnya|habis)",
    re.IGNORECASE,
)


def unabsorbed(view: ReportView) -> Iterator[Hit]:
    """Sentences that name some programs as those that did not use their budget, where the table shows others, not
    named, with a large part of what was left."""
    programs = _programs(view)
    if len(programs) < 2:
        return
    left = {row.id: _left(row) for row in programs}
    whole = sum(left.values(), Decimal(0))
    if whole <= 0:
        return
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE or not _NOT_USED.search(told.text):
            continue
        text = name_key(told.text)
        named = [r for r in programs if _core(r) and _core(r) in text]
        others = [r for r in programs if r not in named and left[r.id] >= whole * LARGE_PART]
        if named and others and min(left[r.id] for r in named) < max(left[r.id] for r in others):
            yield _hit(told, programs, others, whole)


def _programs(view: ReportView) -> list[MoneyRow]:
    """The programs of the first table of the year's budgets and spending that has several."""
    by_table: dict[int, list[MoneyRow]] = {}
    for row in view.money:
        if (
            row.kind is TableKind.REALISASI_ANGGARAN
            and level_of(row) is SubjectLevel.PROGRAM
            and len(row.pagu) == 1
            and len(row.realisasi) == 1
            and row.period in ("", str(view.year))
            and not any(doubtful(o) for o in (*row.pagu, *row.realisasi))
        ):
            by_table.setdefault(row.table_no, []).append(row)
    return next((own for own in by_table.values() if len(own) > 1), [])


def _left(row: MoneyRow) -> Decimal:
    return max(value_of(row.pagu[0]) - value_of(row.realisasi[0]), Decimal(0))


def _core(row: MoneyRow) -> str:
    """The name of a program without the word for what it is."""
    return name_key(re.sub(r"^\W*(?:program|kegiatan)\s+", "", row.subject, flags=re.IGNORECASE))


def _hit(told: ToldSentence, programs: Sequence[MoneyRow], others: Sequence[MoneyRow], whole: Decimal) -> Hit:
    short = sum(_left(r) > 0 for r in programs)
    figures = [o for r in others for o in (r.pagu[0], r.realisasi[0])]
    pages = sorted({told.place.page, *(o.place.page for o in figures)})
    text = shown(told.text)
    listed_id = "; ".join(
        f"{quoted(r.subject)} menyisakan {number_id(_left(r))} "
        f"({percent_id(_left(r) / whole * HUNDRED)} dari seluruh sisa)"
        for r in others[:TOLD]
    )
    listed_en = "; ".join(
        f"{quoted(r.subject)} left {number_en(_left(r))} "
        f"({percent_en(_left(r) / whole * HUNDRED)} of all that was left)"
        for r in others[:TOLD]
    )
    return Hit(
        "CT-15",
        f"{capital(pages_id(pages))}: tertulis {quoted(text)}, padahal {short} dari {len(programs)} program tidak "
        f"menyerap seluruh pagunya; yang tidak disebut: {listed_id}.",
        f"{capital(pages_en(pages))}: it says {quoted(text)}, but {short} of {len(programs)} programs did not use "
        f"their whole budget; not named: {listed_en}.",
        (Figure.at(told.place, text, "kalimat"), *(Figure.of(o) for o in figures)),
        frozenset({f"CT-15:sisa:{told.place.page}:{round(told.place.box.top)}"}),
    )
