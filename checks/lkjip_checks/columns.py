"""AR-09, CT-03, CT-13: what the columns of a table hold."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lkjip_checks.group_means import group_means
from lkjip_checks.means import exact_mean, other_means, wrong_share
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
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.told_means import told_means
from lkjip_checks.tolerance import MEAN_SLACK, mean_of, same, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.hierarchy import SASARAN_WORD
from lkjip_normalize.linking import name_key
from lkjip_normalize.totals import is_mean
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation, ReadTable, TableColumn
from lkjip_schemas.vocabulary import MONEY_MEASURES, FindingClass, Measure, Severity, SubjectLevel, TableKind

_TOTAL_AND_MEAN = re.compile(
    r"\b(?:total|jumlah)\W*(?:&|dan|/)\W*(?:nilai\s+)?rata\s*[-–]?\s*rata\b.*\bcapaian", re.IGNORECASE
)
MEASURED = (Measure.CAPAIAN_PCT, Measure.KEMAJUAN_PCT)
LEAST_ROWS = 3
"""Rows of a column before a pattern in it is more than chance."""
_CAPS = (Decimal(100), Decimal(120))
"""Caps of the achievements that a mean may be of."""
TOLD = 3
"""Columns that a finding tells in words; the places of all are given."""
_ACHIEVED = re.compile(r"^\W*capaian\b(?!.*(?:realisasi|indeks|nilai))", re.IGNORECASE)
_GRADES_TITLE = re.compile(r"\bkategori\b|\bpredikat\b", re.IGNORECASE)
_MONEY_WORDS = re.compile(
    r"anggaran|pagu|keuangan|alokasi|\bdpp?a\b|apbd|belanja|dana|\brp\b|rupiah|biaya|pendapatan|retribusi|penerimaan",
    re.IGNORECASE,
)
_PERFORMANCE = re.compile(r"t[ae]rget|realisasi|capaian", re.IGNORECASE)
_COUNT = re.compile(r"^other:.*\b(?:jumlah|jml)\b", re.IGNORECASE)
"""A column that counts things."""
_COUNTED = re.compile(r"\b(\d{1,3}) (?:indikator|iku|sasaran|program|kegiatan)\b", re.IGNORECASE)
"""What a mean says it is the mean of."""

_OF_INDICATORS = re.compile(r"\b(?:seluruh|semua|keseluruhan|total)\b.*\bindikator\b", re.IGNORECASE)
_OF_A_GROUP = re.compile(r"\b(?:sasaran|tujuan|misi|program)\b", re.IGNORECASE)
"""Words of a mean that is of the rows of one group."""


@rule("AR-09")
def means(view: ReportView) -> RuleHits:
    """A row RATA-RATA prints the mean of the achievements above it; one called "total and mean" prints a mean.

    One of two rows is told where another one of its name is right: two rows may be the end of more.
    """
    found = list(_means(view))
    kept = {
        name_key(mean.subject)
        for mean, above in found
        if abs(value_of(mean) - exact_mean(above)) <= _slack(mean)
    }
    compared = 0
    for mean, above in found:
        if len(above) < LEAST_ROWS and name_key(mean.subject) not in kept:
            continue
        compared += 1
        if _repeated(view, mean, above):
            continue
        exact, slack, value = exact_mean(above), _slack(mean), value_of(mean)
        lawful = itertools.chain(
            (exact,),
            other_means(above, _CAPS),
            _means_of_means(view, mean),
            _weighted_means(view, above),
            _with_table_before(view, mean, above),
        )
        if any(abs(value - x) <= slack for x in lawful):
            continue
        cause = wrong_share(view, above, value, slack)
        why_id = why_en = ""
        breaks = {f"AR-09:{mean.table_no}:{mean.row}:{mean.col}"}
        if cause is not None:
            wrong, right = cause
            name = quoted(wrong.subject)
            why_id = f" Dengan {percent_id(right)} di tempat {printed(wrong)} ({name}) rata-rata itu benar."
            why_en = f" With {percent_en(right)} instead of {printed(wrong)} ({name}) the mean is right."
            breaks |= {f"{r}:{wrong.table_no}:{wrong.row}:{wrong.period}" for r in ("AR-01", "AR-02")}
        hit = Hit(
            "AR-09",
            f"{capital(pages_id([mean.place.page]))}: {quoted(mean.subject)} tercetak {printed(mean)}, sedangkan "
            f"rata-rata {len(above)} angka di atasnya {percent_id(exact)}.{why_id}",
            f"{capital(pages_en([mean.place.page]))}: {quoted(mean.subject)} is printed {printed(mean)}, but the mean "
            f"of the {len(above)} figures above is {percent_en(exact)}.{why_en}",
            tuple(Figure.of(o) for o in (mean, *above)),
            frozenset(breaks),
            copy_key=(str(mean.value), str(exact)),
            expected=number_id(exact, 2),
        )
        yield hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in (mean, *above)) else hit
    yield from _promised_means(view)
    yield from group_means(view)
    compared += yield from told_means(view)
    return compared


def _slack(mean: Observation) -> Decimal:
    """By how much a printed mean may differ from the exact one."""
    return max(MEAN_SLACK, unit_of(mean.decimals))


def _repeated(view: ReportView, mean: Observation, above: Sequence[Observation]) -> bool:
    """Whether the mean is that of a longer table, of all indicators, printed once more below other rows (sasaran), or
    says that it is of indicators where the rows are sasaran."""
    if any(o.subject_level is SubjectLevel.INDIKATOR for o in above):
        return False
    if _OF_INDICATORS.search(mean.subject) and all(SASARAN_WORD.match(o.subject) for o in above):
        return True
    shares = [o for o in view.report.observations if o.measure == mean.measure and o.period == mean.period]
    others = {
        o.table_no
        for o in shares
        if o.table_no != mean.table_no and o.value == mean.value and is_mean(o.subject)
    }
    return any(
        sum(o.table_no == number and o.subject_level is not SubjectLevel.TOTAL for o in shares) > len(above)
        for number in others
    )


def _promised_means(view: ReportView) -> Iterator[Hit]:
    """Rows called "Total dan rata-rata" that print totals of money and no mean of anything."""
    rows: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    physical = {o.table_no for o in view.report.observations if o.measure in (*MEASURED, Measure.REALISASI)}
    for o in view.report.observations:
        if _TOTAL_AND_MEAN.search(o.subject) and not doubtful(o):
            rows[(o.table_no, o.row)].append(o)
    bare = [
        own[0]
        for (table_no, _), own in rows.items()
        if table_no in physical and all(o.measure in MONEY_MEASURES for o in own)
    ]
    if bare:
        pages = sorted({o.place.page for o in bare})
        yield Hit(
            "AR-09",
            f"{capital(pages_id(pages))}: baris {quoted(bare[0].subject)} menjanjikan rata-rata capaian, tetapi hanya "
            "mencetak jumlah rupiah.",
            f"{capital(pages_en(pages))}: the row {quoted(bare[0].subject)} promises a mean achievement, but prints "
            "only sums of rupiah.",
            tuple(Figure.of(o) for o in bare),
            frozenset({"AR-09:rata-rata"}),
            severity=Severity.LOW,
            finding_class=FindingClass.QUALITY,
        )


def _means_of_means(view: ReportView, mean: Observation) -> Iterator[Decimal]:
    """The mean of the means printed above in its column, each of a group of rows, and of what they should be."""
    own = [
        o
        for o in view.report.observations
        if (o.table_no, o.col) == (mean.table_no, mean.col) and o.row < mean.row and o.value is not None
    ]
    groups, rest = _groups(own)
    groups = [(m, group) for m, group in groups if group]
    parts = [group for _, group in groups] + ([rest] if rest else [])
    exact = [exact_mean(group) for group in parts]
    for values in ([value_of(m) for m, _ in groups], exact):
        if len(values) > 1:
            yield mean_of(values)


def _groups(
    own: Sequence[Observation],
) -> tuple[list[tuple[Observation, list[Observation]]], list[Observation]]:
    """Each mean of a column with the figures between it and the mean before, and the figures behind the last."""
    groups: list[tuple[Observation, list[Observation]]] = []
    above: list[Observation] = []
    for o in own:
        if is_mean(o.subject):
            groups.append((o, above))
            above = []
        else:
            above.append(o)
    return groups, above


def _with_table_before(
    view: ReportView, mean: Observation, above: Sequence[Observation]
) -> Iterator[Decimal]:
    """The mean of the figures above and of those of the table right before, on the page before: one table that a page
    cuts may be read as two."""
    before = [
        o.value
        for o in view.report.observations
        if o.table_no == mean.table_no - 1
        and o.measure == mean.measure
        and o.period == mean.period
        and o.place.page == above[0].place.page - 1
        and o.subject_level is not SubjectLevel.TOTAL
        and o.value is not None
    ]
    if before:
        values = [*before, *(value_of(o) for o in above)]
        yield mean_of(values)


def _weighted_means(view: ReportView, above: Sequence[Observation]) -> Iterator[Decimal]:
    """Means in which each row counts as often as a column beside it says ("Jumlah Indikator")."""
    rows = {o.row: o.value or Decimal(0) for o in above}
    columns: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for o in view.report.observations:
        if (
            o.table_no == above[0].table_no
            and o.row in rows
            and o.value is not None
            and _COUNT.search(o.measure)
        ):
            columns[o.col][o.row] = o.value
    for counts in columns.values():
        total = sum(counts.values(), Decimal(0))
        if counts.keys() == rows.keys() and total:
            yield sum((counts[row] * rows[row] for row in rows), Decimal(0)) / total


def _means(view: ReportView) -> Iterator[tuple[Observation, list[Observation]]]:
    """Means below plain lists: every figure above has a value, no other total and no figure of a group stands between.

    A mean is that of all figures above it, or of its group: of those since the mean before. The last of several is that
    of all figures unless it names a group or has the name of the others.
    """
    realised = {(o.table_no, o.row) for o in view.report.observations if o.measure == Measure.REALISASI}
    columns: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure in MEASURED:
            columns[(o.table_no, o.col)].append(o)
    for own in columns.values():
        means = [o for o in own if is_mean(o.subject)]
        if not means or means[-1] is not own[-1]:
            continue
        for mean, above in _above(own):
            plain = all(o.value is not None and o.subject_level is not SubjectLevel.TOTAL for o in above)
            plain = plain and len({(o.table_no, o.row) in realised for o in above}) == 1
            if (
                plain
                and mean.value is not None
                and not _of_others(mean, above)
                and len(above) > 1
                and len({o.row for o in above}) == len(above)
            ):
                yield mean, above


def _above(own: Sequence[Observation]) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each mean of a column that ends in one, with the figures that it is of."""
    groups, _ = _groups(own)
    *first, (last, rest) = groups
    if not all(above for _, above in first):
        return
    yield from first
    named_alike = any(name_key(mean.subject) == name_key(last.subject) for mean, _ in first)
    of_a_group = named_alike or _OF_A_GROUP.search(last.subject) is not None
    yield last, rest if of_a_group else [o for _, above in groups for o in above]


def _of_others(mean: Observation, above: Sequence[Observation]) -> bool:
    """Whether a mean says that it is of another number of things (of 19 indikator, below 9 sasaran)."""
    counted = _COUNTED.search(mean.subject)
    return counted is not None and int(counted.group(1)) != len(above)


@rule("CT-03")
def achievement_is_no_copy(view: ReportView) -> RuleHits:
    """A column of achievement does not repeat the realisasi, unless the targets are 100."""
    rows: dict[tuple[int, str], list[tuple[Observation, Observation, Observation]]] = defaultdict(list)
    for row in view.performance:
        for share in row.figures(Measure.CAPAIAN_PCT):
            target = row.figures(Measure.TARGET, share.period)
            realised = row.figures(Measure.REALISASI, share.period)
            if len(target) == len(realised) == 1:
                rows[(row.table_no, share.period)].append((target[0], realised[0], share))
    compared = 0
    for (table_no, period), found in rows.items():
        telling = [f for f in found if f[0].value not in (None, Decimal(100), Decimal(0))]
        compared += len(telling)
        copied = [
            f for f in telling if same(f[1].value or Decimal(0), f[2].value or Decimal(0)) and not _fits(*f)
        ]
        if len(copied) < LEAST_ROWS or len(copied) < len(telling):
            continue
        page = [copied[0][2].place.page]
        hit = Hit(
            "CT-03",
            f"{capital(pages_id(page))}: kolom capaian mengulang kolom realisasi pada {len(copied)} baris; "
            f"{quoted(copied[0][2].subject)}: realisasi {printed(copied[0][1])} terhadap target "
            f"{printed(copied[0][0])}, "
            f"capaian tercetak {printed(copied[0][2])}.",
            f"{capital(pages_en(page))}: the column of achievement repeats the realisasi in {len(copied)} rows; "
            f"{quoted(copied[0][2].subject)}: realisasi {printed(copied[0][1])} against the target "
            f"{printed(copied[0][0])}, "
            f"achievement printed {printed(copied[0][2])}.",
            tuple(Figure.of(o) for f in copied for o in f),
            frozenset(f"AR-01:{table_no}:{f[2].row}:{period}" for f in copied),
            frozenset(f"AR-01:{table_no}:{f[2].row}:{period}" for f in copied),
            weight=2,
        )
        yield hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for f in copied for o in f) else hit
    yield from _copied_elsewhere(view)
    yield from _realised_alone(view)
    return compared


def _realised_alone(view: ReportView) -> Iterator[Hit]:
    """Tables of indicators whose only figures, headed capaian, are the realisasi that other tables print."""
    realised: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    targets: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.value is not None and o.measure in (Measure.REALISASI, Measure.TARGET) and not doubtful(o):
            kind = realised if o.measure == Measure.REALISASI else targets
            kind[(name_key(o.subject), o.period)].append(o)
    for table in view.report.tables:
        measuring = [c for c in table.columns if c.measure]
        if (
            len(measuring) != 1
            or not _ACHIEVED.match(measuring[0].header)
            or not any(c.role == "indikator" for c in table.columns)
        ):
            continue
        figures = [o for o in view.observations_of(table.number) if o.value is not None]
        pairs = [
            (o, r)
            for o in figures
            if (r := _realised_as(o, realised, targets)) is not None and not doubtful(o)
        ]
        if len(figures) < LEAST_ROWS or len(pairs) < len(figures):
            continue
        page = [figures[0].place.page]
        listed = ", ".join(printed(o) for o in figures)
        titled = _GRADES_TITLE.search(table.caption) is not None
        more_id = " Judulnya menyebut kategori, tetapi tabelnya tidak memuat kategori." if titled else ""
        more_en = " Its title speaks of categories, but the table holds none." if titled else ""
        yield Hit(
            "CT-03",
            f"{capital(pages_id(page))}: kolom capaian berisi realisasi ({listed}), bukan perbandingan realisasi "
            f"dengan target.{more_id}",
            f"{capital(pages_en(page))}: the column of achievement holds the realisasi ({listed}), not realisasi "
            f"against target.{more_en}",
            tuple(Figure.of(o) for pair in pairs for o in pair),
            frozenset({f"CT-03:{table.number}"}),
        )


def _realised_as(
    o: Observation,
    realised: Mapping[tuple[str, str], Sequence[Observation]],
    targets: Mapping[tuple[str, str], Sequence[Observation]],
) -> Observation | None:
    """The realisasi of the same indicator and year that a figure repeats, where its target is not 100."""
    key = (name_key(o.subject), o.period)
    same_value = next((r for r in realised.get(key, ()) if r.value == o.value), None)
    aims = [t for t in targets.get(key, ()) if t.value not in (Decimal(0), Decimal(100))]
    if same_value is None or not aims or any(_fits(t, same_value, o) for t in aims):
        return None
    return same_value


def _copied_elsewhere(view: ReportView) -> Iterator[Hit]:
    """Columns of achievement without targets beside them, that print the realisasi of their indicators or the
    absorption of their programs."""
    columns: dict[tuple[int, int], list[tuple[Observation, Observation | None]]] = defaultdict(list)
    absorbed = {
        (o.period, o.value): o
        for o in view.report.observations
        if o.measure == Measure.SERAPAN_PCT and o.subject_level is SubjectLevel.PROGRAM and not doubtful(o)
    }
    beside = {(o.table_no, o.row) for o in view.report.observations if o.measure == Measure.TARGET}
    for o in view.report.observations:
        if (
            o.measure != Measure.CAPAIAN_PCT
            or o.value is None
            or o.table_kind is not TableKind.PROGRAM_PENUNJANG
            or (o.table_no, o.row) in beside
        ):
            continue
        link = view.link_of(o)
        own = [m for m in (link.members if link else ()) if m.period == o.period and m.value is not None]
        targets = [
            m for m in own if m.measure == Measure.TARGET and m.value not in (Decimal(0), Decimal(100))
        ]
        realised = next(
            (m for m in own if m.measure == Measure.REALISASI and same(value_of(m), value_of(o))), None
        )
        if realised is not None and targets and not any(_fits(t, realised, o) for t in targets):
            columns[(o.table_no, o.col)].append((o, realised))
        else:
            columns[(o.table_no, o.col)].append((o, absorbed.get((o.period, o.value))))
    for (table_no, col), found in columns.items():
        copied = [(o, from_) for o, from_ in found if from_ is not None]
        if (
            len(copied) < LEAST_ROWS
            or len(copied) < len(found)
            or any(doubtful(o) for pair in copied for o in pair)
        ):
            continue
        page = [copied[0][0].place.page]
        spending = copied[0][1].measure == Measure.SERAPAN_PCT
        word_id, word_en = (
            ("serapan anggaran", "the absorption of budgets") if spending else ("realisasi", "the realisasi")
        )
        listed = ", ".join(printed(o) for o, _ in copied)
        yield Hit(
            "CT-03",
            f"{capital(pages_id(page))}: kolom capaian berisi {word_id} ({listed}), bukan perbandingan "
            "realisasi dengan "
            "target.",
            f"{capital(pages_en(page))}: the column of achievement holds {word_en} ({listed}), not realisasi "
            "against target.",
            tuple(Figure.of(o) for pair in copied for o in pair),
            frozenset({f"CT-03:{table_no}:{col}"}),
        )


def _fits(target: Observation, realised: Observation, share: Observation) -> bool:
    """Whether the printed achievement is the ratio all the same."""
    if not target.value or realised.value is None or share.value is None:
        return True
    return abs(realised.value / target.value * 100 - share.value) <= 1


@rule("CT-13")
def no_rupiah_in_performance_columns(view: ReportView) -> RuleHits:
    """Columns headed target, realisasi or capaian hold performance, not rupiah (PermenPANRB 53/2014, BAB III.A)."""
    compared = 0
    for table in view.report.tables:
        performance = [c for c in table.columns if c.measure and _PERFORMANCE.search(c.header)]
        if not performance or table.kind is TableKind.OTHER:
            continue
        compared += 1
        money = [c for c in performance if c.measure == Measure.PAGU_RP and not _says_money(table, c)]
        held = {c.col for c in money}
        figures = [o for o in view.observations_of(table.number) if o.col in held]
        indicators = any(c.role == "indikator" for c in table.columns)
        if not money or not indicators or len(figures) < LEAST_ROWS or view.is_money_told(table):
            continue
        page = [figures[0].place.page]
        yield Hit(
            "CT-13",
            f"{capital(pages_id(page))}: kolom {quoted(money[0].header)} pada tabel dengan indikator kinerja "
            "berisi rupiah, "
            f"misalnya {printed(figures[0])} untuk {quoted(figures[0].subject)}.",
            f"{capital(pages_en(page))}: the column {quoted(money[0].header)} of a table with performance "
            "indicators holds "
            f"rupiah, e.g. {printed(figures[0])} for {quoted(figures[0].subject)}.",
            tuple(Figure.of(o) for o in figures[:LEAST_ROWS]),
            frozenset({f"CT-13:{table.number}"}),
            copy_key=(money[0].header.lower(),),
        )
    return compared


def _says_money(table: ReadTable, column: TableColumn) -> bool:
    return bool(_MONEY_WORDS.search(f"{column.header} {table.caption}"))
