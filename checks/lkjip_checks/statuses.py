"""Part of CT-15: a column that says of each row whether its target was reached, against the achievement of the row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lkjip_checks.achievement import reaches
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.plan_claims import FULL, NEARLY
from lkjip_checks.printed_scales import printed_scales, told_scales
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Pengukuran
from lkjip_schemas.vocabulary import Measure, Severity

TOLD = 5
"""Rows that a finding tells in words; the places of all are given."""

_STATUS = re.compile(
    r"\W*(?:(?:target|indikator|status)\s+)?(?:(?P<not>tidak|belum|kurang)\s+|(?:telah|sudah)\s+)?"
    r"(?:tercapai|terpenuhi|terlampaui|dilampaui|mencapai|memenuhi|melampaui|melebihi)(?:\s+target)?\W*|"
    r"\W*(?P<below>di ?bawah\s+target)\W*",
    re.IGNORECASE,
)


class _Status(NamedTuple):
    """A row with what it says of its target."""

    words: str
    reached: bool
    achievement: Observation
    meets: bool | None
    """Whether the realisasi of the row meets its target; None where the row has not one of each."""

    @property
    def wrong(self) -> bool:
        """Whether the achievement belies the status, and target and realisasi do not bear it out."""
        value = value_of(self.achievement)
        belied = value < FULL - NEARLY if self.reached else value >= FULL
        return belied and self.meets is not self.reached


def wrong_statuses(view: ReportView) -> Iterator[Hit]:
    """Rows called reached below 100 percent, or missed from 100 percent on, one finding for each table."""
    for table_no, rows in _statuses(view).items():
        wrong = [r for r in rows if r.wrong]
        if wrong:
            yield _hit(table_no, wrong, _by_a_bound(rows))


def _statuses(view: ReportView) -> dict[int, list[_Status]]:
    """The rows with a status by table; words that are labels of a scale of the report belong to CT-09."""
    said_of = [
        (record, said)
        for record in view.report.records
        if isinstance(record, Pengukuran) and (said := _STATUS.fullmatch(record.predikat))
    ]
    if not said_of:
        return {}
    labels = {b.label for bands in (*printed_scales(view).values(), *told_scales(view)) for b in bands}
    cells: dict[tuple[int, int], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for o in view.report.observations:
        if o.value is not None:
            cells[o.table_no, o.row][o.measure].append(o)
    found: dict[int, list[_Status]] = defaultdict(list)
    for record, said in said_of:
        row = cells[record.table_no, record.row]
        own = row[Measure.CAPAIAN_PCT]
        if record.predikat.lower().strip() in labels or len(own) != 1 or doubtful(own[0]):
            continue
        reached = not (said["not"] or said["below"])
        target, realised = row[Measure.TARGET], row[Measure.REALISASI]
        meets = None
        if len(target) == len(realised) == 1:
            meets = reaches(target[0].subject, value_of(realised[0]), value_of(target[0]))
        found[record.table_no].append(_Status(record.predikat.strip(), reached, own[0], meets))
    return found


def _by_a_bound(rows: Sequence[_Status]) -> bool:
    """Whether a bound below 100 percent, which the report does not print, explains all statuses."""
    missed = [value_of(r.achievement) for r in rows if not r.reached]
    return bool(missed) and max(missed) < min(
        (value_of(r.achievement) for r in rows if r.reached), default=FULL
    )


def _hit(table_no: int, wrong: Sequence[_Status], by_a_bound: bool) -> Hit:
    pages = sorted({r.achievement.place.page for r in wrong})
    listed = "; ".join(
        f"{quoted(r.achievement.subject)} {quoted(r.words)} ({printed(r.achievement)})" for r in wrong[:TOLD]
    )
    bound_id = " Bila ada batas di bawah 100 %, laporan tidak mencetaknya." if by_a_bound else ""
    bound_en = " If there is a bound below 100%, the report does not print it." if by_a_bound else ""
    return Hit(
        "CT-15",
        f"{capital(pages_id(pages))}: status target tidak sesuai dengan capaian pada barisnya: {listed}.{bound_id}",
        f"{capital(pages_en(pages))}: the status of the target does not fit the achievement of its row: {listed}."
        f"{bound_en}",
        tuple(Figure.of(r.achievement) for r in wrong),
        frozenset({f"CT-15:status:{table_no}"}),
        severity=Severity.LOW if by_a_bound else None,
    )
