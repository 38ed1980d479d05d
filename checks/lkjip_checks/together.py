"""CP-01, CP-03, CP-06 and CY-01 across documents: a report beside the agreement, the Renstra and last year's
report of the same unit, where those are files of their own. CU-02 compares the words of all reports.

Every finding belongs to the report; the other document is named in the message with its file and page. Figures
in doubt, of either document, are left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.achievement import units_differ
from lkjip_checks.folding import findings_of
from lkjip_checks.hierarchy import level_of
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful, money_rows, value_of
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.targets import BENCHMARK, PLAN_TABLES
from lkjip_checks.tolerance import same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure, Finding
from lkjip_schemas.records import Identity, Observation, Report
from lkjip_schemas.vocabulary import DocumentKind, Measure, Severity, SubjectLevel, TableKind

TOLD = 6
"""Indicators or programs that a finding tells in words; the places of all are given."""
LEAST_WORDS = 2
"""Names of a single word ("Padi") say too little to be compared between documents."""
MOST_TIMES = 3
"""Figures more than so many times apart measure different things."""
AGREEING = 1
"""So many figures of two documents must agree before a difference of another one is the documents'."""

MEASURED = frozenset({TableKind.PENGUKURAN, TableKind.BANDING_TAHUN, TableKind.ANALISIS})
AGREED = frozenset({TableKind.PK_SASARAN})
BUDGETS = frozenset({TableKind.REALISASI_ANGGARAN, TableKind.PROGRAM_PLAN})


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure of the report and the one of the other document that should be the same."""

    own: Observation
    other: Observation


def unit_key(identity: Identity) -> tuple[str, str]:
    """Names the unit across documents: its name and its region, letters only; ("", "") when unknown."""
    name, region = letters(identity.instansi), letters(identity.kabkota or identity.provinsi)
    return (name, region) if name and region else ("", "")


@dataclass(frozen=True, slots=True)
class Together:
    """What the documents of a unit say against its report: findings, and how many figures each rule compared."""

    findings: tuple[Finding, ...]
    compared: dict[str, int]


@rule("CY-01")
def same_as_last_year(_view: ReportView) -> RuleHits:
    """The figures of the year before are those of that year's report."""
    raise NotRun(
        "laporan tahun sebelumnya dari unit ini tidak ada dalam basis data",
        "last year's report of this unit is not in the database",
    )
    yield  # a generator, as every rule is


ALIKE = Decimal("0.8")
"""Share of its sentences that a report has in common with another from which on it is a copy (domain notes, CU-02)."""
LEAST_SENTENCES = 10
"""Chapters of fewer long sentences say too little to be called copied."""


@dataclass(frozen=True, slots=True)
class SameWords:
    """How much of the analysis of a report stands in another one: `common` of `own` long sentences."""

    page: int
    own: int
    common: int
    file: str
    instansi: str
    year: int


@rule("CU-02")
def written_for_this_report(_view: ReportView) -> RuleHits:
    """The analysis is written for this report: it is not that of another unit or year with other figures."""
    raise NotRun("tidak ada laporan lain dalam basis data", "there is no other report in the database")
    yield  # a generator, as every rule is


def check_same_words(closest: SameWords) -> tuple[Finding, ...]:
    """The finding that a report shares most of its analysis with another one, the closest; none if it does not."""
    if closest.own < LEAST_SENTENCES or closest.common < ALIKE * closest.own:
        return ()
    share = round(Decimal(100 * closest.common) / closest.own)
    of = f"{closest.instansi or closest.file} {closest.year or ''}".strip()
    hit = Hit(
        "CU-02",
        f"{capital(pages_id([closest.page]))} dan seterusnya: {closest.common} dari {closest.own} kalimat panjang "
        f"dalam akuntabilitas kinerja ({share}%) sama kata demi kata dengan laporan {of} ({closest.file}).",
        f"{capital(pages_en([closest.page]))} and the following: {closest.common} of {closest.own} long sentences on "
        f"accountability ({share}%) are word for word those of the report of {of} ({closest.file}).",
        (
            Figure(
                page=closest.page, raw=f"{closest.common}/{closest.own}", value=None, what="kalimat yang sama"
            ),
        ),
        frozenset({f"CU-02:{closest.file}"}),
    )
    return findings_of([hit])


def check_together(report: Report, others: Iterable[Report]) -> Together:
    """Compare a performance report with the other documents of its unit; the most serious finding first."""
    identity = report.identity
    hits: list[Hit] = []
    compared: dict[str, int] = defaultdict(int)
    if identity.kind is not DocumentKind.LKJIP or not identity.year or unit_key(identity) == ("", ""):
        return Together((), {})
    for other in others:
        if other.report_id == report.report_id or unit_key(other.identity) != unit_key(identity):
            continue
        if other.identity.kind is DocumentKind.PK and other.identity.year == identity.year:
            hits += _against_agreement(report, other, compared)
        elif other.identity.kind is DocumentKind.RENSTRA and _covers(
            other.identity.plan_period, identity.year
        ):
            hits += _against_plan(report, other, compared)
        elif other.identity.kind is DocumentKind.LKJIP and other.identity.year == identity.year - 1:
            hits += _against_last_year(report, other, compared)
    return Together(findings_of(hits), {rule_id: n for rule_id, n in compared.items() if n})


def _covers(plan: str, year: int) -> bool:
    start, _, end = plan.partition("-")
    return start.isdigit() and end.isdigit() and int(start) <= year <= int(end)


Compared = dict[str, int]


def _against_agreement(report: Report, agreement: Report, compared: Compared) -> Iterator[Hit]:
    if ReportView(report).own_agreement is None:
        yield from _compare(
            "CP-01",
            agreement,
            _figures(report, Measure.TARGET, report.identity.year, AGREED | MEASURED),
            _figures(agreement, Measure.TARGET, report.identity.year, AGREED),
            compared,
            "target dalam laporan berbeda dari perjanjian kinerja",
            "the targets of the report differ from the agreement",
        )
    budgets, agreed = _budgets(report, BUDGETS), _budgets(agreement, None)
    compared["CP-06"] += len(budgets.keys() & agreed.keys())
    yield from _told(
        "CP-06",
        agreement,
        _apart_budgets(budgets, agreed),
        "anggaran program dalam laporan berbeda dari perjanjian kinerja; bila APBD berubah, lampirkan perubahannya",
        "the budgets of programs differ from the agreement; if the budget was changed, a revision should exist",
        severity=Severity.MEDIUM,
    )


def _against_plan(report: Report, plan: Report, compared: Compared) -> Iterator[Hit]:
    yield from _compare(
        "CP-03",
        plan,
        _figures(report, Measure.TARGET, report.identity.year, AGREED | MEASURED),
        _figures(plan, Measure.TARGET, report.identity.year, PLAN_TABLES),
        compared,
        "target dalam laporan berbeda dari target Renstra untuk tahun itu",
        "the targets of the report differ from those of the Renstra for the year",
    )


def _against_last_year(report: Report, before: Report, compared: Compared) -> Iterator[Hit]:
    year = before.identity.year
    yield from _compare(
        "CY-01",
        before,
        _figures(report, Measure.REALISASI, year, MEASURED),
        _figures(before, Measure.REALISASI, year, MEASURED),
        compared,
        f"realisasi tahun {year} berbeda dari laporan tahun {year}",
        f"the realisasi of {year} differs from the report on {year}",
    )


Named = dict[str, list[Observation]]
"""Figures by the name of their indicator or program."""


def _compare(
    rule_id: str, other: Report, own: Named, theirs: Named, compared: Compared, what_id: str, what_en: str
) -> Iterator[Hit]:
    """Count the indicators that both documents give figures for, and tell those that differ."""
    compared[rule_id] += len(own.keys() & theirs.keys())
    yield from _told(rule_id, other, _apart(own, theirs), what_id, what_en)


def _figures(report: Report, measure: Measure, year: int, kinds: Iterable[TableKind]) -> Named:
    """The sure figures of a measure for a year, by the name of their indicator."""
    view, found = ReportView(report), defaultdict[str, list[Observation]](list)
    for o in report.observations:
        if (
            o.measure == measure
            and o.period == str(year)
            and o.value is not None
            and o.table_kind in kinds
            and not doubtful(o)
            and not BENCHMARK.search(view.column_head(o))
            and len(name_words(o.subject)) >= LEAST_WORDS
        ):
            found[name_key(o.subject)].append(o)
    return found


def _apart(own: Named, other: Named) -> list[Pair]:
    """Indicators of both documents whose figures differ; none where the documents agree on no other."""
    pairs, agreeing = [], 0
    for key in own.keys() & other.keys():
        if units_differ((*own[key], *other[key])):
            continue
        if any(_equal(a, b) for a in own[key] for b in other[key]):
            agreeing += 1
            continue
        small, large = sorted((abs(own[key][0].value or Decimal(0)), abs(other[key][0].value or Decimal(0))))
        if small > 0 and large / small <= MOST_TIMES:
            pairs.append(Pair(own[key][0], other[key][0]))
    pairs.sort(key=lambda p: (p.own.place.page, p.own.row))
    return pairs if agreeing >= AGREEING else []


def _equal(a: Observation, b: Observation) -> bool:
    """Whether two figures are the same, one of them perhaps rounded."""
    least = min(a.decimals, b.decimals)
    left, right = a.value or Decimal(0), b.value or Decimal(0)
    return same(left, right) or same(round(left, least), round(right, least))


def _apart_budgets(own: Named, signed: Named) -> list[Pair]:
    """Programs of both documents whose budgets differ; none where the documents agree on no other.

    Of several agreements bound together the largest budget of a program is that of the head: the officials below
    answer for a part of it.
    """
    pairs, agreeing = [], 0
    for key in own.keys() & signed.keys():
        if {o.value for o in own[key]} & {o.value for o in signed[key]}:
            agreeing += 1
        else:
            pairs.append(Pair(own[key][0], max(signed[key], key=value_of)))
    pairs.sort(key=lambda p: (p.own.place.page, p.own.row))
    return pairs if agreeing >= AGREEING else []


def _budgets(report: Report, kinds: frozenset[TableKind] | None) -> Named:
    found: Named = defaultdict(list)
    for row in money_rows(report.observations):
        if (
            row.pagu
            and row.period in ("", str(report.identity.year))
            and (kinds is None or row.kind in kinds)
            and level_of(row) is SubjectLevel.PROGRAM
            and not any(doubtful(p) for p in row.pagu)
        ):
            found[name_key(row.subject)] += [p for p in row.pagu if p.value]
    return {key: figures for key, figures in found.items() if figures}


def _told(
    rule_id: str,
    other: Report,
    pairs: Sequence[Pair],
    what_id: str,
    what_en: str,
    severity: Severity | None = None,
) -> Iterator[Hit]:
    if not pairs:
        return
    pages = sorted({p.own.place.page for p in pairs})
    listed_id = "; ".join(
        f"{quoted(p.own.subject)}: {printed(p.own)} ({pages_id([p.own.place.page])}), di sana {printed(p.other)} "
        f"({pages_id([p.other.place.page])})"
        for p in pairs[:TOLD]
    )
    listed_en = "; ".join(
        f"{quoted(p.own.subject)}: {printed(p.own)} ({pages_en([p.own.place.page])}), there {printed(p.other)} "
        f"({pages_en([p.other.place.page])})"
        for p in pairs[:TOLD]
    )
    more_id = f"; dan {len(pairs) - TOLD} lainnya" if len(pairs) > TOLD else ""
    more_en = f"; and {len(pairs) - TOLD} more" if len(pairs) > TOLD else ""
    yield Hit(
        rule_id,
        f"{capital(pages_id(pages))}: {what_id} ({other.file}): {listed_id}{more_id}.",
        f"{capital(pages_en(pages))}: {what_en} ({other.file}): {listed_en}{more_en}.",
        tuple(Figure.of(p.own) for p in pairs),
        frozenset({f"{rule_id}:{other.report_id}"}),
        severity=severity,
    )
