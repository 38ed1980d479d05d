"""AR-14 and AR-16: figures that cannot be, and figures that are all the same."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from lkjip_checks.achievement import unit_class
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.tolerance import HUNDRED, same
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation, ReadTable
from lkjip_schemas.vocabulary import FindingClass, Measure, Severity, SubjectLevel

ENOUGH_ROWS = 10
"""Rows from which on equal figures are a pattern (domain notes, AR-16)."""
SHARE = Decimal("0.95")
"""Share of the rows that show the pattern."""
SEVERAL_UNITS = 3
"""A realisasi of 100 in so many different units is a percentage in the column of quantities."""

_SHARE_OF_A_WHOLE = re.compile(
    r"^\W*(?:pers|pros|pres)ent\w*\b.*(?:\byang\b|\bber\w+|\bter\w+|\bdengan\b)", re.IGNORECASE
)
"""Names of indicators that are a part of a whole: "Persentase desa yang ..."."""
_MAY_EXCEED = re.compile(
    r"peningkatan|kenaikan|pertumbuhan|penurunan|kontribusi|rasio|capaian|pencapaian|\btarget\b|produksi|"
    r"produktivitas|populasi|konsumsi|kecukupan|kebutuhan|perubahan|penerimaan|pendapatan|realisasi|terhadap|laju|"
    r"inflasi|pemenuhan|ketersediaan|permintaan|sertifikat|penambahan|melanjutkan|partisipasi|intensi\w+|"
    r"indeks pertanaman|bor\b|bed|\bpkpt\b",
    re.IGNORECASE,
)
"""Words of percentages that may lawfully exceed 100 or be negative."""
_OF_HUNDRED = re.compile(
    r"indeks kepuasan masyarakat|\bikm\b|nilai (?:sakip|akip|lakip|evaluasi)|survei kepuasan", re.IGNORECASE
)
"""Scores on a scale of 0 to 100 (PermenPANRB 14/2017 and 88/2021)."""
_COUNTED = re.compile(
    r"\W*(?:jumlah|banyaknya|volume|jenis|nilai (?:produksi|investasi|ekspor|impor|omzet))\b", re.IGNORECASE
)
"""How names of things begin that are counted; IKM is small industry (industri kecil menengah) there."""
_PHYSICAL = re.compile(r"other:(?:realisasi )?fisik(?: ?\(?%\)?)?", re.IGNORECASE)
MOST_PHYSICAL = 2 * HUNDRED
"""More is no percentage of one work, but a sum of several."""
_SHARE_UNITS = ("", "%")
_PLAIN_UNITS = ("", "%", "nilai")


@rule("AR-14")
def possible_values(view: ReportView) -> RuleHits:
    """Parts of a whole, physical progress and scores of 0 to 100 lie between 0 and 100."""
    compared = 0
    for o in view.report.observations:
        physical = (
            _PHYSICAL.fullmatch(o.measure) is not None
            and unit_class(o.unit) in _SHARE_UNITS
            and "%" in f"{o.measure} {o.unit} {o.raw} {view.column_head(o)}"
        )
        if o.value is None or not (physical or o.measure in (Measure.TARGET, Measure.REALISASI)):
            continue
        name = view.indicator_of(o)
        if not physical and not _bounded(o, name):
            continue
        compared += 1
        if 0 <= o.value <= HUNDRED or (physical and (o.value > MOST_PHYSICAL or doubtful(o))):
            continue
        page = [o.place.page]
        word_id, word_en = ("target", "target") if o.measure == Measure.TARGET else ("realisasi", "realisasi")
        if physical:
            word_id, word_en = "realisasi fisik", "physical progress"
        hit = Hit(
            "AR-14",
            f"{capital(pages_id(page))}: {word_id} {quoted(name)} tercetak {printed(o)}, di luar rentang "
            "0 sampai 100.",
            f"{capital(pages_en(page))}: the {word_en} of {quoted(name)} is printed {printed(o)}, "
            "outside 0 to 100.",
            (Figure.of(o),),
            frozenset({f"AR-14:{o.table_no}:{o.row}:{o.col}"}),
            copy_key=(name.lower(), o.measure, o.period, str(o.value)),
        )
        yield hit.as_doubt(*READING_DOUBT) if doubtful(o) else hit
    return compared


def _bounded(o: Observation, name: str) -> bool:
    """Whether the indicator `name` that `o` measures can only be 0 to 100."""
    if unit_class(o.unit) not in _PLAIN_UNITS or o.text:
        return False
    if _COUNTED.match(name):
        return False
    return bool(_SHARE_OF_A_WHOLE.search(name) and not _MAY_EXCEED.search(name)) or bool(
        _OF_HUNDRED.search(name)
    )


@rule("AR-16")
def realisasi_is_measured(view: ReportView) -> RuleHits:
    """The realisasi of a table of many rows is not the target in all of them, nor 100 in every unit."""
    blocks: dict[tuple[int, str], list[tuple[Observation, Observation]]] = defaultdict(list)
    for row in view.performance:
        if row.level is SubjectLevel.TOTAL:
            continue
        for realised in row.figures(Measure.REALISASI):
            target = row.figures(Measure.TARGET, realised.period)
            if len(target) == 1:
                blocks[(row.table_no, realised.period)].append((target[0], realised))
    compared = 0
    whole = _whole_tables(view)
    for (table_no, period), pairs in blocks.items():
        if len(pairs) < ENOUGH_ROWS:
            continue
        compared += 1
        copied = _copied(pairs)
        parts = [p for n in whole[table_no] for p in blocks.get((n, period), ())]
        if len(_copied(parts)) < SHARE * len(parts):
            copied = []  # the rows of the table on the page before or behind are measured
        hundred = [p for p in pairs if p[1].value == HUNDRED and unit_class(p[1].unit) != "%"]
        pages = sorted({r.place.page for _, r in pairs})
        units = {unit_class(r.unit) for _, r in hundred} - {""}
        if copied and len(copied) >= SHARE * len(pairs):
            told_id = f"realisasi sama persis dengan target pada {len(copied)} dari {len(pairs)} baris"
            told_en = f"the realisasi is exactly the target in {len(copied)} of {len(pairs)} rows"
            shown = copied
        elif len(units) >= SEVERAL_UNITS and len(hundred) >= ENOUGH_ROWS:
            listed = ", ".join(sorted(units))
            told_id = (
                f"realisasi tercetak 100 pada {len(hundred)} baris dengan satuan yang berlainan ({listed})"
            )
            told_en = f"the realisasi is printed 100 in {len(hundred)} rows of different units ({listed})"
            shown = hundred
        else:
            continue
        if any(doubtful(o) for p in shown for o in p):
            continue
        year_id = f" periode {period}" if period else ""
        year_en = f" of {period}" if period else ""
        yield Hit(
            "AR-16",
            f"{capital(pages_id(pages))}: pada tabel{year_id} {told_id}; tanyakan data dasarnya: "
            "angkanya mungkin disalin, bukan diukur.",
            f"{capital(pages_en(pages))}: in the table{year_en} {told_en}; ask for the data behind "
            "them: the figures may be copied, not measured.",
            tuple(Figure.of(r) for _, r in shown),
            frozenset({f"AR-16:{table_no}:{period}"}),
            severity=Severity.MEDIUM if all(t.value == HUNDRED for t, _ in shown) else None,
            finding_class=FindingClass.QUALITY,
        )
    return compared


def _copied(pairs: Sequence[tuple[Observation, Observation]]) -> list[tuple[Observation, Observation]]:
    """The rows whose realisasi is their target."""
    return [p for p in pairs if same(p[0].value or Decimal(0), p[1].value or Decimal(0))]


def _whole_tables(view: ReportView) -> dict[int, list[int]]:
    """For each table the tables of its kind right before and behind it on the same or the next page: a page break may
    have cut it."""
    runs: list[list[ReadTable]] = []
    for table in sorted(view.report.tables, key=lambda t: t.number):
        last = runs[-1][-1] if runs else None
        if last is not None and last.kind is table.kind and table.page_from - last.page_to <= 1:
            runs[-1].append(table)
        else:
            runs.append([table])
    return {t.number: [other.number for other in run] for run in runs for t in run}
