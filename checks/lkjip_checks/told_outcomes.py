"""Part of CT-15: sentences that print what was reached in a row of a table, and say that its target was reached, or
was not, against the achievement of that row.

The row is the one whose realisasi the sentence prints, and whose target or name it prints, too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip_checks.plan_claims import FULL
from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, TableKind

TABLES = frozenset(
    {
        TableKind.PENGUKURAN,
        TableKind.BANDING_TAHUN,
        TableKind.ANALISIS,
        TableKind.JANGKA_MENENGAH,
        TableKind.RENAKSI,
    }
)
NEARLY = Decimal("0.5")
"""An achievement that misses the full target by no more than so many percentage points may be called reached."""

_FIGURE = re.compile(r"(?<![\w.,/-])-?\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)")
_REALISED = re.compile(r"\b(?:realisasi\w*|terealisasi)\b[^.;:()]{0,60}$", re.IGNORECASE)
"""Before a figure that was reached, other words between."""
_ACHIEVEMENT = re.compile(r"\bcapaian\w*\s+(?:sebesar\s+)?(\d+(?:[.,]\d+)?)\s?%", re.IGNORECASE)
_EXCEEDED = re.compile(r"\b(?:melampaui|melebihi)\s+target\b(?!\s+(?:akhir|renstra|rpjmd|nasional|provinsi))", re.IGNORECASE)
_REACHED = re.compile(
    r"(?<!belum )(?<!tidak )(?<!kurang )(?<!dapat )\btercapai\b|"
    r"(?<!belum )(?<!tidak )\b(?:mencapai|memenuhi)\s+target\b(?!\s+(?:akhir|renstra|rpjmd|nasional|provinsi|se))",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"\b(?:tidak|belum)\s+(?:\w+\s+)?(?:tercapai|(?:mencapai|memenuhi|melampaui)\s+target)\b|\bdi\s?bawah\s+target\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:diharap\w*|agar|supaya|akan|apabila|jika|bila|harus|hampir|kecuali|namun|tetapi|meski\w*|walau\w*|nasional|"
    r"provinsi|renstra|rpjmd|akhir|triwulan|semester|sebelumnya|lalu|program|kegiatan|anggaran)\b",
    re.IGNORECASE,
)
"""Sentences on wishes, on parts, on plans, on other years, or with a reservation claim nothing plain."""


def told_outcomes(view: ReportView) -> Iterator[tuple[ToldSentence, Observation]]:
    """Sentences whose claim the achievement of the row that they print does not bear, with that achievement."""
    achieved = [
        o for own in of_indicators(view.report.observations, Measure.CAPAIAN_PCT, view.year, TABLES).values() for o in own
    ]
    beside: dict[tuple[int, int], list[Observation]] = {}
    for o in view.report.observations:
        if o.measure in (Measure.TARGET, Measure.REALISASI) and o.period in ("", str(view.year)):
            beside.setdefault((o.table_no, o.row), []).append(o)
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE or _OF_ANOTHER.search(told.text):
            continue
        missed, exceeded = bool(_MISSED.search(told.text)), bool(_EXCEEDED.search(told.text))
        reached = not missed and (exceeded or bool(_REACHED.search(told.text)))
        if missed == reached:
            continue
        rows = [o for o in achieved if _is_told(told, o, beside.get((o.table_no, o.row), []))]
        values = {value_of(o) for o in rows}
        if len({name_key(o.subject) for o in rows}) != 1 or len(values) != 1:
            continue
        own = own_achievement(told.text)
        value = values.pop() if own is None else own  # a table that prints another one is told elsewhere
        if (missed and value >= FULL) or (reached and value < (FULL if exceeded else FULL - NEARLY)):
            yield told, rows[0]


def own_achievement(text: str) -> Decimal | None:
    """The achievement in percent that a sentence prints itself ("dengan capaian 98,10%"); None for none."""
    match = _ACHIEVEMENT.search(text)
    return None if match is None else Decimal(match.group(1).replace(",", "."))


def _is_told(told: ToldSentence, achieved: Observation, beside: list[Observation]) -> bool:
    """Whether a sentence prints the realisasi of a row as such, and its target or its name."""
    printed = {
        m.group().strip("."): bool(_REALISED.search(told.text[: m.start()])) for m in _FIGURE.finditer(told.text)
    }
    realised = [o for o in beside if o.measure == Measure.REALISASI and o.subject == achieved.subject]
    targets = [o for o in beside if o.measure == Measure.TARGET and o.subject == achieved.subject]
    if not any(printed.get(_figure(o)) for o in realised):
        return False
    return name_key(achieved.subject) in name_key(told.text) or any(_figure(o) in printed for o in targets)


def _figure(printed: Observation) -> str:
    """The figure of a cell without its unit; empty for words."""
    match = _FIGURE.search(printed.raw)
    return match.group() if match else ""
