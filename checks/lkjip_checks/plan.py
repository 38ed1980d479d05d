"""CP-04, CP-08, CY-02: targets against the plan they belong to."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from lkjip_checks.achievement import LESS_MAY_BE_BETTER
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted, shown
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, NotRun, RuleHits, rule
from lkjip_checks.tolerance import HALF, HUNDRED, same, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import IndicatorLink, name_key
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import DocumentKind, Measure, ReadBy, Severity, TableKind

_ADDED_UP = re.compile(
    r"\bs\s*/?\s*d\b|\bs\.d|sampai dengan|(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d", re.IGNORECASE
)
"""Headings of targets added up over the years of the plan."""
_FROM_TO = re.compile(
    r"\b(20\d\d)\s*(?:s\s*[/.]?\s*d\.?|sampai(?: dengan)?)\s*(?:tahun\s*)?(20\d\d)\b", re.IGNORECASE
)
_PLAN_OF_YEARS = re.compile(
    r"\b(?:renstra|rencana strategis)\b(?!\s+(?:provinsi|kabupaten|kota|kementerian)\b)"
    r"(?:(?!rpjm|rpd)[^.;:()]){0,70}?\b(20\d\d)\s*"
    r"(?:[-–]|s\s*[/.]?\s*d\.?|sampai(?: dengan)?)\s*(20\d\d)\b",
    re.IGNORECASE,
)
"""The strategic plan of the unit with its years."""
_ANY_PLAN = re.compile(
    r"\b(?:renstra|rencana strategis|rpjmd|rpd)\b[^.;:()]{0,70}?\b(20\d\d)\s*[-–]\s*(20\d\d)\b", re.IGNORECASE
)
"""A plan of the unit or its region with its years, in the title of a table;"""
_OTHER_PLANS = re.compile(
    r"\b(?:transisi|perpanjangan|pasca|setelah|pengganti|revi[ue]w?|keterkaitan|keselarasan|penyelarasan|penjabaran|"
    r"provinsi|kementerian|lembaga|negara|pusat|k/l|nasional|proyeksi|capaian|realisasi|serta|ke)\b",
    re.IGNORECASE,
)
"""words of titles that may rightly name one that has ended, or that of others."""
_SPAN = re.compile(r"20\d\d\s*[-–]\s*20\d\d")
_OF_THE_PAST = re.compile(
    r"\b(?:sebelum\w*|lalu|berakhir\w*|evaluasi|\w*lanjut\w*|periode (?:pertama|lama)|banding\w*|perubahan|"
    r"revisi|nomor|peraturan|kementerian|dasar|hasil|telah|sudah)\b",
    re.IGNORECASE,
)
"""Words of sentences that may rightly name a plan that has ended."""
LONG_AGO = 6
"""Years after which a plan is not taken for that of the report."""
MOST_TIMES = 3
"""A target is not so many times smaller than last year's realisasi: then they measure different things."""
SEVERAL = 2
"""A pattern needs so many indicators; one is no pattern."""
ALSO_LOWER = ("miskin", "kehilangan", "serangan", "gizi buruk", "waktu", "lama ", "length of stay", "death", "gdr",
              "ndr", "infeksi", "turn over", "relaps", "belum ", "terlambat", "tunggakan", "backlog")  # fmt: skip
"""Further words of indicators whose lower figure is the better one."""
_GROWTH = re.compile(
    r"\b(?:persentase|prosentase|presentase|laju|tingkat|rata\W?rata)\s+(?:peningkatan|pertumbuhan|kenaikan|pertambahan)\b|"
    r"^\W*(?:laju|pertumbuhan)\b",
    re.IGNORECASE,
)
"""Names of growth from year to year, of an indicator or of the group it stands in."""
PLANNING = frozenset({TableKind.TUJUAN_SASARAN, TableKind.IKU})
"""Kinds of tables that print the targets of the plan."""
SURE_LINK = 0.95
"""Confidence of a link between names from which on a difference is the document's."""
CLOSE = Decimal("0.02")
"""An achievement follows from a formula up to so much."""
YEARS_THAT_FALL = 3
"""Targets of so many years that fall are meant to."""
MEASURING = frozenset({TableKind.PENGUKURAN, TableKind.BANDING_TAHUN, TableKind.PK_SASARAN, TableKind.JANGKA_MENENGAH,
                       TableKind.ANALISIS})  # fmt: skip


def _end_of_plan(view: ReportView) -> int:
    end = view.report.identity.plan_period.rpartition("-")[2]
    if not end.isdigit():
        raise NotRun("periode Renstra tidak terbaca", "the plan period was not read")
    return int(end)


@rule("CP-04")
def last_year_meets_the_end(view: ReportView) -> RuleHits:
    """In the last year of the plan the target of the year is the end target, and in any year the end targets of the
    plan are those that the progress is measured with (Permendagri 86/2017)."""
    end = _end_of_plan(view)
    compared = yield from _end_targets_of_the_plan(view, str(end))
    if view.year != end:
        if not compared:
            raise NotRun(
                "tahun laporan bukan tahun terakhir Renstra, dan tidak ada dua tabel dengan target akhir",
                "the report year is not the last of the plan, and no two tables give the end targets",
            )
        return compared
    wrong: list[tuple[str, Observation, Observation]] = []
    for link in view.links:
        ends = [
            o
            for o in link.members
            if o.measure == Measure.TARGET_AKHIR
            and o.value is not None
            and not _ADDED_UP.search(view.column_head(o))
        ]
        year = [
            o
            for o in link.members
            if o.measure == Measure.TARGET
            and o.period == str(end)
            and o.value is not None
            and o.table_kind in MEASURING
        ]
        if not ends or not year:
            continue
        compared += 1
        if not any(same(value_of(a), value_of(b)) for a in ends for b in year):
            wrong.append((link.name, year[0], ends[0]))
    if wrong:
        figures = [o for _, *pair in wrong for o in pair]
        pages = sorted({o.place.page for o in figures})
        told_id = "; ".join(
            f"{quoted(n)}: target {printed(t)}, target akhir {printed(e)}" for n, t, e in wrong
        )
        told_en = "; ".join(f"{quoted(n)}: target {printed(t)}, end target {printed(e)}" for n, t, e in wrong)
        hit = Hit(
            "CP-04",
            f"{capital(pages_id(pages))}: target tahun {end}, tahun terakhir Renstra, berbeda dari target "
            "akhirnya pada "
            f"{len(wrong)} indikator: {told_id}.",
            f"{capital(pages_en(pages))}: the targets of {end}, the last year of the plan, differ from the "
            "end targets of "
            f"{len(wrong)} indicator(s): {told_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({"CP-04"}),
        )
        yield hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in figures) else hit
    return compared


def _end_targets_of_the_plan(view: ReportView, end: str) -> RuleHits:
    """End targets in the table of the plan and in one that measures progress, which agree on most indicators."""
    pairs: dict[tuple[int, int], list[tuple[str, Observation, Observation]]] = defaultdict(list)
    for link in view.links:
        own = [o for o in link.members if o.period == end and o.value is not None and not doubtful(o)]
        own = [o for o in own if o.measure in (Measure.TARGET, Measure.TARGET_AKHIR)]
        own = [o for o in own if not _ADDED_UP.search(view.column_head(o))]
        planned = [o for o in own if o.table_kind in PLANNING]
        measured = [o for o in own if o.table_kind in MEASURING and o.measure == Measure.TARGET_AKHIR]
        if len({(o.table_no, o.value) for o in planned}) == 1 and link.confidence >= SURE_LINK:
            for table_no in {o.table_no for o in measured}:
                there = [o for o in measured if o.table_no == table_no]
                told = next((o for o in there if _rounded_alike(planned[0], o)), there[0])
                pairs[(planned[0].table_no, table_no)].append((link.name, planned[0], told))
    for found in pairs.values():
        wrong = [(n, a, b) for n, a, b in found if not _rounded_alike(a, b)]
        if not wrong or 2 * len(wrong) > len(found) - 1:
            continue
        figures = [o for _, *pair in wrong for o in pair]
        pages = sorted({o.place.page for o in figures})
        told_id, told_en = (
            "; ".join(f"{quoted(n)}: {plan} {printed(a)}, {other} {printed(b)}" for n, a, b in wrong)
            for plan, other in (("rencana", "tabel capaian"), ("plan", "table of progress"))
        )
        yield Hit(
            "CP-04",
            f"{capital(pages_id(pages))}: target akhir {end} berbeda antara tabel rencana dan tabel capaian jangka "
            f"menengah pada {len(wrong)} indikator: {told_id}.",
            f"{capital(pages_en(pages))}: the end targets of {end} differ between the table of the plan and that of "
            f"progress for {len(wrong)} indicator(s): {told_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset(f"CP-04:{name_key(n)}" for n, *_ in wrong),
            severity=Severity.MEDIUM,
        )
    return sum(len(found) for found in pairs.values())


def _rounded_alike(one: Observation, other: Observation) -> bool:
    """Whether two figures say the same, be it that one is rounded to fewer decimals, or told as a share (0.9 for
    90 %)."""
    step, (small, large) = unit_of(min(one.decimals, other.decimals)), sorted(map(value_of, (one, other)))
    rounded = one.decimals != other.decimals and large - small <= HALF * step
    return same(small, large) or rounded or (0 < small <= 1 < large and same(HUNDRED * small, large))


@rule("CP-08")
def end_target_inside_the_plan(view: ReportView) -> RuleHits:
    """The year of an end target lies in the plan period, a table covers the years its heading names, and no sentence
    names a plan that has ended as the one in force, nor the title of a table one whose years end before those of its
    targets (Permendagri 86/2017)."""
    of_the_past = [*_plan_of_the_past(view), *_titles_of_ended_plans(view)]
    yield from of_the_past
    try:
        end = _end_of_plan(view)
    except NotRun:
        if of_the_past:
            return len(of_the_past)
        raise
    by_table: dict[int, list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure == Measure.TARGET_AKHIR and o.period.isdigit() and o.period in view.column_head(o):
            by_table[o.table_no].append(o)
    for table_no, own in by_table.items():
        outside = [o for o in own if int(o.period) > end]
        if outside:
            first = outside[0]
            page = [first.place.page]
            yield Hit(
                "CP-08",
                f"{capital(pages_id(page))}: target akhir disebut tahun {first.period}, di luar periode Renstra "
                f"{view.report.identity.plan_period}.",
                f"{capital(pages_en(page))}: the end target is said to be of {first.period}, outside the plan period "
                f"{view.report.identity.plan_period}.",
                tuple(Figure.of(o) for o in outside),
                frozenset({f"CP-08:{table_no}"}),
                copy_key=(first.period,),
            )
    yield from _years_left_out(view)
    return len(by_table) + len(of_the_past)


def _plan_of_the_past(view: ReportView) -> Iterator[Hit]:
    """Sentences on the unit's Renstra with a period that had ended before the year reported on, where others name the
    one in force."""
    if view.report.identity.kind is not DocumentKind.LKJIP:
        return
    named: dict[tuple[int, int], list[tuple[ToldSentence, str]]] = defaultdict(list)
    for told in view.report.prose.sentences:
        if told.place.confidence >= SURE and not _OF_THE_PAST.search(told.text):
            for match in _PLAN_OF_YEARS.finditer(told.text):
                named[int(match[1]), int(match[2])].append((told, match.group()))
    force = next((span for span in named if span[0] <= view.year <= span[1]), None)
    start, _, end = view.report.identity.plan_period.partition("-")
    if force is None and start.isdigit() and end.isdigit() and int(start) <= view.year <= int(end):
        force = (int(start), int(end))
    for (first, last), sentences in named.items():
        if force is None or not first < last < view.year or last < view.year - LONG_AGO:
            continue
        pages = sorted({s.place.page for s, _ in sentences})
        texts = [shown(s.text, about=plan) for s, plan in sentences]
        others = [s.place.page for s, _ in named.get(force, ())]
        at_id = f" ({pages_id(others)})" if others else ""
        at_en = f" ({pages_en(others)})" if others else ""
        yield Hit(
            "CP-08",
            f"{capital(pages_id(pages))}: {quoted(texts[0])} menyebut Renstra {first}-{last}, yang berakhir sebelum "
            f"tahun {view.year}; Renstra yang berlaku menurut laporan ini {force[0]}-{force[1]}{at_id}.",
            f"{capital(pages_en(pages))}: {quoted(texts[0])} names the Renstra {first}-{last}, which ended before "
            f"{view.year}; the Renstra in force is {force[0]}-{force[1]} in this report{at_en}.",
            tuple(Figure.at(s.place, x, "kalimat") for (s, _), x in zip(sentences, texts, strict=True)),
            frozenset({f"CP-08:{first}-{last}"}),
            copy_key=(str(first), str(last)),
            severity=Severity.MEDIUM,
        )


def _titles_of_ended_plans(view: ReportView) -> Iterator[Hit]:
    """Tables whose title names a plan with its years, all of whose targets are of years behind them, those of the plan
    in force."""
    start, _, end = view.report.identity.plan_period.partition("-")
    if not start.isdigit() or not int(start) <= view.year <= int(end or 0):
        return
    for table in view.report.tables:
        named = _ANY_PLAN.search(table.caption)
        years = {y for c in table.columns if c.measure == Measure.TARGET for y in years_in(c.header)}
        if named is None or len(_SPAN.findall(table.caption)) > 1:
            continue
        if len(years) < SEVERAL or min(years) < int(start):
            continue
        if _OF_THE_PAST.search(table.caption) or _OTHER_PLANS.search(table.caption):
            continue
        first, last = int(named[1]), int(named[2])
        figure = next(iter(view.observations_of(table.number)), None)
        if not first < last < min(years):
            continue
        if figure is None or doubtful(figure) or figure.place.read_by is ReadBy.OCR:
            continue
        page = [table.page_from]
        yield Hit(
            "CP-08",
            f"{capital(pages_id(page))}: judul tabel {quoted(table.caption)} menyebut rencana {first}-{last}, tetapi "
            f"target-targetnya untuk tahun {min(years)} sampai {max(years)}.",
            f"{capital(pages_en(page))}: the title of the table {quoted(table.caption)} names a plan of {first}-"
            f"{last}, but its targets are of {min(years)} to {max(years)}.",
            (Figure.of(figure),),
            frozenset({f"CP-08:judul:{table.number}"}),
            copy_key=(str(first), str(last)),
            severity=Severity.MEDIUM,
        )


def _years_left_out(view: ReportView) -> Iterator[Hit]:
    """Tables whose heading names the years of the plan, from the first to the last, while their blocks leave some
    of them out."""
    blocks: dict[tuple[int, int], set[int]] = defaultdict(set)
    firsts: dict[tuple[int, int], Observation] = {}
    several = False
    for o in view.report.observations:
        named = _FROM_TO.search(view.column_head(o)) if o.table_kind is TableKind.RENSTRA_MATRIX else None
        years = [int(y) for y in o.period.split("-") if y.isdigit()]
        if named is None or not years or doubtful(o):
            continue
        span = (int(named[1]), int(named[2]))
        if (years[0], years[-1]) != span and span[0] <= years[0] <= years[-1] <= span[1]:
            several = several or len(years) > 1
            blocks[span].update(range(years[0], years[-1] + 1))
            firsts.setdefault(span, o)
    for span, told in blocks.items():
        lost = [y for y in range(span[0], min(span[1], view.year or span[1]) + 1) if y not in told]
        if not lost or not several or len(told) < SEVERAL:
            continue
        page, listed = [firsts[span].place.page], ", ".join(map(str, lost))
        yield Hit(
            "CP-08",
            f"{capital(pages_id(page))}: kepala tabel menyebut {span[0]} s/d {span[1]}, tetapi tidak ada bagian untuk "
            f"tahun {listed}.",
            f"{capital(pages_en(page))}: the heading says {span[0]} to {span[1]}, but there is no part for {listed}.",
            (Figure.of(firsts[span]),),
            frozenset({f"CP-08:{span}"}),
            severity=Severity.LOW,
        )


def _comparable(target: Observation, before: Observation) -> bool:
    """Whether two figures have the same unit and are of one size."""
    small, large = target.value or 0, before.value or 0
    units = {o.unit.lower().strip(". ") for o in (target, before)} - {""}
    return len(units) < 2 and large <= MOST_TIMES * small


def _planned_to_fall(link: IndicatorLink) -> bool:
    """Whether the targets in a table of the plan fall from year to year: less is better then."""
    by_table: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for o in link.members:
        planned = o.measure in (Measure.TARGET, Measure.TARGET_AKHIR) and o.table_kind in PLANNING
        if planned and o.period.isdigit() and o.value is not None and not doubtful(o):
            by_table[o.table_no][o.period] = o.value
    series = ([values[year] for year in sorted(values)] for values in by_table.values())
    return any(
        len(own) >= YEARS_THAT_FALL and all(b < a for a, b in itertools.pairwise(own)) for own in series
    )


def _computed_as_less(link: IndicatorLink) -> bool:
    """Whether achievements are computed with (2 x target - realisasi) / target, more of them than otherwise: less is
    better then."""
    rows: dict[tuple[int, int, str], dict[str, Decimal]] = defaultdict(dict)
    for o in link.members:
        if o.value is not None and not doubtful(o):
            rows[o.table_no, o.row, o.period][o.measure] = o.value
    as_less = as_more = 0
    for own in rows.values():
        target, realised, share = (
            own.get(m) for m in (Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT)
        )
        if target and realised is not None and share and realised != target:
            less = abs((2 * target - realised) / target * HUNDRED - share) <= CLOSE
            more = abs(realised / target * HUNDRED - share) <= CLOSE
            as_less += less and not more
            as_more += more and not less
    return as_less > as_more


@rule("CY-02")
def targets_below_last_year(view: ReportView) -> RuleHits:
    """Targets are not set below what was reached the year before."""
    if not view.year:
        raise NotRun("tahun laporan tidak terbaca", "the report year was not read")
    compared = 0
    low: list[tuple[str, Observation, Observation]] = []
    lowered: dict[str, Observation] = {}
    for link in view.links:
        if LESS_MAY_BE_BETTER.search(link.name) or any(word in link.name.lower() for word in ALSO_LOWER):
            continue
        if (
            _planned_to_fall(link)
            or _computed_as_less(link)
            or _GROWTH.search(link.name)
            or any(_GROWTH.search(o.parent) for o in link.members)
        ):
            continue  # a smaller growth still adds to what was reached
        own = [
            o for o in link.members if o.value is not None and o.table_kind in MEASURING and not doubtful(o)
        ]
        target = [o for o in own if o.measure == Measure.TARGET and o.period == str(view.year)]
        before = [o for o in own if o.measure == Measure.REALISASI and o.period == str(view.year - 1)]
        if (
            len({o.value for o in target}) > 1
        ):  # several targets are a finding of their own: the one compared with last year
            target = [o for o in target if any(o.table_no == b.table_no for b in before)]
        if (
            not target
            or not before
            or len({o.value for o in target}) > 1
            or len({o.value for o in before}) > 1
        ):
            continue
        compared += 1
        if _comparable(target[0], before[0]) and (target[0].value or 0) < (before[0].value or 0):
            low.append((link.name, target[0], before[0]))
            last = [o for o in own if o.measure == Measure.TARGET and o.period == str(view.year - 1)]
            if len({o.value for o in last}) == 1 and value_of(target[0]) < value_of(last[0]):
                lowered[link.name] = last[0]
    if len(low) >= SEVERAL:
        pages = sorted({o.place.page for _, *pair in low for o in pair})
        told_id = "; ".join(
            f"{quoted(n)}: target {printed(t)}, realisasi tahun lalu {printed(b)}"
            + (f", target tahun lalu {printed(lowered[n])}" if n in lowered else "")
            for n, t, b in low
        )
        told_en = "; ".join(
            f"{quoted(n)}: target {printed(t)}, last year's realisasi {printed(b)}"
            + (f", last year's target {printed(lowered[n])}" if n in lowered else "")
            for n, t, b in low
        )
        yield Hit(
            "CY-02",
            f"{capital(pages_id(pages))}: target {len(low)} indikator di bawah realisasi tahun "
            f"{view.year - 1}: {told_id}.",
            f"{capital(pages_en(pages))}: the targets of {len(low)} indicators are below the realisasi of "
            f"{view.year - 1}: "
            f"{told_en}.",
            tuple(Figure.of(o) for _, *pair in low for o in pair),
            frozenset({"CY-02"}),
        )
    return compared
