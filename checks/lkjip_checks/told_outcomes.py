"""Parts of CT-15 and CT-08: sentences that print what was reached in a row of a table, and say that its target was
reached, or was not, against the achievement of that row; or that print another achievement.

The row is the one whose realisasi the sentence prints, and whose target or name it prints, too.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.plan_claims import FULL
from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import Interval, fits, inverse_percentage, percentage
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.finding import Figure
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
APART = Decimal("0.1")
"""Percentage points from which on two achievements are not one that was rounded otherwise."""
SHOWN_LETTERS = 160

_FIGURE = re.compile(r"(?<![\w.,/-])-?\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)")
_REALISED = re.compile(r"\b(?:realisasi\w*|terealisasi)\b[^.;:()]{0,60}$", re.IGNORECASE)
"""Before a figure that was reached, other words between."""
_ACHIEVEMENT = re.compile(
    r"\bcapaian\w*\s+(?:kinerja\w*\s+)?(?:sebesar\s+|adalah\s+|mencapai\s+)?(\d+(?:[.,]\d+)?)\s?%",
    re.IGNORECASE,
)
_EXCEEDED = re.compile(
    r"\b(?:melampaui|melebihi)\s+target\b(?!\s+(?:akhir|renstra|rpjmd|nasional|provinsi))", re.IGNORECASE
)
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
    achieved, beside = _rows(view)
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


def _rows(view: ReportView) -> tuple[list[Observation], dict[tuple[int, int], list[Observation]]]:
    """The achievements of the year's indicators, and targets and realisasi by table and row."""
    by_name = of_indicators(view.report.observations, Measure.CAPAIAN_PCT, view.year, TABLES)
    beside: dict[tuple[int, int], list[Observation]] = {}
    for o in view.report.observations:
        if o.measure in (Measure.TARGET, Measure.REALISASI) and o.period in ("", str(view.year)):
            beside.setdefault((o.table_no, o.row), []).append(o)
    return [o for own in by_name.values() for o in own], beside


def told_achievements(view: ReportView) -> RuleHits:
    """Sentences that print target, realisasi and achievement of a row, the achievement otherwise than the row, where
    that of the row is a right one; gives the number of sentences compared."""
    achieved, beside = _rows(view)
    compared = 0
    for told in view.report.prose.sentences:
        own = own_achievement(told.text)
        if told.place.confidence < SURE or own is None or len(_ACHIEVEMENT.findall(told.text)) > 1:
            continue
        rows = [
            o for o in achieved if _is_told(told, o, beside.get((o.table_no, o.row), []), with_target=True)
        ]
        if len({name_key(o.subject) for o in rows}) != 1 or len({value_of(o) for o in rows}) != 1:
            continue
        compared += 1
        row = rows[0]
        if abs(value_of(row) - own) > APART and _follows(row, beside[row.table_no, row.row]):
            yield _other_achievement(told, own, rows)
    return compared


def _follows(share: Observation, beside: Sequence[Observation]) -> bool:
    """Whether an achievement follows from target and realisasi of its row: else AR-01 tells."""
    own = [o for o in beside if o.subject == share.subject]
    pairs = [
        (Interval.of(r), Interval.of(t))
        for r in own
        for t in own
        if (r.measure, t.measure) == (Measure.REALISASI, Measure.TARGET)
    ]
    forms = [form(r, t) for r, t in pairs for form in (percentage, inverse_percentage)]
    return any(i is not None and fits(value_of(share), share.decimals, i) for i in forms)


def _other_achievement(told: ToldSentence, own: Decimal, rows: Sequence[Observation]) -> Hit:
    pages = sorted({told.place.page, *(o.place.page for o in rows)})
    text, name, table = quoted(told.text[:SHOWN_LETTERS]), quoted(rows[0].subject), printed(rows[0])
    tables = sorted({o.place.page for o in rows})
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: tertulis {text}, sedangkan tabel mencetak capaian {table} untuk {name} "
        f"({pages_id(tables)}) dengan target dan realisasi yang sama.",
        f"{capital(pages_en(pages))}: it says {text}, but the table prints the achievement {table} for {name} "
        f"({pages_en(tables)}) of the same target and realisasi.",
        (Figure.at(told.place, told.text[:SHOWN_LETTERS], "kalimat"), *map(Figure.of, rows)),
        frozenset({f"CT-08:{told.place.page}:{own}:{name_key(rows[0].subject)}"}),
    )


def own_achievement(text: str) -> Decimal | None:
    """The achievement in percent that a sentence prints itself ("dengan capaian 98,10%"); None for none."""
    match = _ACHIEVEMENT.search(text)
    return None if match is None else Decimal(match.group(1).replace(",", "."))


def _is_told(
    told: ToldSentence, achieved: Observation, beside: Sequence[Observation], *, with_target: bool = False
) -> bool:
    """Whether a sentence prints the realisasi of a row as such, and its target, or its name where that is enough."""
    figures = {
        m.group().strip("."): bool(_REALISED.search(told.text[: m.start()]))
        for m in _FIGURE.finditer(told.text)
    }
    realised = [o for o in beside if o.measure == Measure.REALISASI and o.subject == achieved.subject]
    targets = [o for o in beside if o.measure == Measure.TARGET and o.subject == achieved.subject]
    if not any(figures.get(_figure(o)) for o in realised):
        return False
    named = not with_target and name_key(achieved.subject) in name_key(told.text)
    return named or any(_figure(o) in figures for o in targets)


def _figure(observed: Observation) -> str:
    """The figure of a cell without its unit; empty for words."""
    match = _FIGURE.search(observed.raw)
    return match.group() if match else ""
