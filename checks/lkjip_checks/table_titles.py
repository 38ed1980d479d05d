"""Part of CY-05: titles of tables that name another year than their columns, or than their figures.

Titles that compare, or name a law or a plan, may speak of another year; one that OCR read may be misread.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit
from lkjip_checks.tolerance import HUNDRED
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_normalize.wording import year_span, years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation, ReadTable, TableColumn
from lkjip_schemas.vocabulary import Measure, ReadBy, Severity, SubjectLevel

_DATED_TITLE = re.compile(r"\b(?:tahun|thn?\.?|ta\.?)\s*(?:anggaran\s*)?20\d\d", re.IGNORECASE)
_OF_ANOTHER_YEAR = re.compile(
    r"\b(?:nomor|no|peraturan|undang|keputusan|renstra|rpjmd|periode|sebelum\w*|lalu|evaluasi|\w*banding\w*|terhadap|"
    r"dengan|sampai|s\.?d|tindak lanjut|perkembangan|sumber|sk|"
    r"perbup|per[dw]a\w*|perwako|pergub|kepmen\w*|permen\w*|desk|reviu|"
    r"iku|indikator kinerja utama|rkpd|renja|rencana kerja|"
    r"ditetapkan)\b",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(
    r"\b(?:renstra|rpjmd|rpd|rencana strategis|jangka menengah|periode|nomor|peraturan|keputusan)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:(?<!sampai )dengan|terhadap|dan|serta|berjalan|ini|sebelum\w*|lalu)\b", re.IGNORECASE
)
"""Titles that name the year of the report in words, or beside the years before."""
_MEASURES = re.compile(
    r"\b(?:target|realisasi),? dan (?:realisasi|capaian)\b|\btarget, realisasi,? dan capaian\b", re.I
)
"""What a table prints, side by side."""
_ON_TARGETS = re.compile(r"\btarget\b.*\brealisasi\b", re.IGNORECASE)
"""Titles on targets and what was reached of them: their year is that of the targets."""
_ON_MEASURING = re.compile(
    r"\b(?:pengukuran (?:capaian |pencapaian )?|capaian )kinerja\b.*\btahun 20\d\d\W*$", re.IGNORECASE
)
"""Titles on what was reached in a year: that of the targets and the realisasi ..."""
_COMPARES_YEARS = re.compile(
    r"\b(?:dari|sejak|atas|dan|vs|ini|berjalan|tren\w*|selisih|perubahan|kemajuan|\w*naik\w*|\w*turun\w*|"
    r"(?:me|pe)ningkat\w*)\b",
    re.IGNORECASE,
)
"""... where they compare it with no other year."""
_REALISED_IN = re.compile(
    r"^(?:(?!\b(?:dengan|terhadap|dan|realisasi|berdasarkan|dari|atas)\b).)*"
    r"\brealisasi(?: (?:kinerja|indikator|capaian))?(?: (?:sampai dengan|s\.?/?d\.?))? tahun (20\d\d)\W*"
    r"(?:(?:dengan|terhadap) target (?:akhir|jangka menengah|renstra|rpjmd)\b(?!.*\brealisasi\b).*)?$",
    re.IGNORECASE,
)
"""The year that a title gives to what was reached, compared with nothing but the end of the plan."""
_BOTH_YEARS = re.compile(
    r"\b(?:realisasi|capaian)(?: (?:kinerja|indikator))? tahun (20\d\d)(?: dan|,| dengan| terhadap) "
    r"(?:tahun )?(20\d\d)\b",
    re.IGNORECASE,
)
"""Two years that a title compares."""
_ELSEWHERE = re.compile(r"\b(?:lalu|sebelum\w*|n\s*-\s*1|nasional|prov\w*)\b", re.IGNORECASE)
"""Headings of the realisasi of another year or place."""
_AGREEMENT = re.compile(r"\bperjanjian\b|\bpenetapan kinerja\b|\bpk\b", re.IGNORECASE)
COMPARED = frozenset({Measure.TARGET, Measure.REALISASI, Measure.PAGU_RP, Measure.REALISASI_RP})
LEAST_SAME = 4
"""So many different figures of a table are those of the year reported on elsewhere, one of them no target where
the title is not that of the agreement (plans may keep their targets for years) ..."""
SHARE_SAME = Decimal("0.8")
"""... and so large a share of all that are printed elsewhere;"""
LEAST_TELLING, TELLING = 2, Decimal(1000)
"""so many of them are fractions or not below this: outputs are so many reports and months every year."""


def titles_of_another_year(view: ReportView) -> Iterator[Hit]:
    """Tables whose title names an earlier year, while all dated columns name the year of the report, or while the
    figures are those that other tables print for it."""
    for table in view.report.tables:
        if early := _ends_early(view, table):
            yield early
        elif pair := _both_early(view, table):
            yield pair
        if realised := _realised_of_another_year(view, table):
            yield realised
            continue
        named = set(years_in(table.caption)) if _DATED_TITLE.search(table.caption) else set[int]()
        if len(named) != 1 or max(named) >= view.year or _OF_ANOTHER_YEAR.search(table.caption):
            continue
        figures = _sure_figures(view, table)
        if not figures:
            continue
        dated = [c for c in table.columns if c.measure and years_in(c.header)]
        years = _years_of_columns(dated)
        of_targets = _years_of_columns(c for c in dated if c.measure == Measure.TARGET)
        measured = any(c.measure == Measure.REALISASI and view.year in years_in(c.header) for c in dated)
        on_year = _ON_TARGETS.search(table.caption) or (
            measured
            and _ON_MEASURING.search(table.caption)
            and not _COMPARES_YEARS.search(_MEASURES.sub("", table.caption))
        )
        targets = of_targets == {view.year} and on_year and years == named | of_targets
        if (years == {view.year} or targets) and named == {view.year - 1}:
            header = next(c.header for c in dated if view.year in years_in(c.header))
            yield _by_columns(view, table, figures[0], max(named), header)
        elif not dated and (same := _figures_of_the_year(view, table, figures, max(named))):
            yield _by_figures(view, table, same, max(named))


def _realised_of_another_year(view: ReportView, table: ReadTable) -> Hit | None:
    """A title that says of which year the realisasi is, the year before, while all columns of realisasi name that of
    the report, and no column the year of the title ("Realisasi ... sampai dengan Tahun 2022 dengan Target Akhir" over
    "Realisasi 2023")."""
    told = _REALISED_IN.search(table.caption)
    year = int(told.group(1)) if told else 0
    columns = [c for c in table.columns if c.measure == Measure.REALISASI and years_in(c.header)]
    if not columns or year != view.year - 1 or _years_of_columns(columns) != {view.year}:
        return None
    if any(year in years_in(c.header) or _ELSEWHERE.search(c.header) for c in table.columns):
        return None
    figures = _sure_figures(view, table)
    return _by_columns(view, table, figures[0], year, columns[0].header) if figures else None


def _ends_early(view: ReportView, table: ReadTable) -> Hit | None:
    """A title that names the years of its columns, or rows, up to the last year, but not that of the report ("Tahun
    2020-2021" over 2020, 2021 and 2022)."""
    span = year_span(table.caption)
    if (
        not span
        or max(years_in(table.caption)) > years_in(span)[-1]
        or _BESIDE.search(_MEASURES.sub("", table.caption))
    ):
        return None
    reached = [c for c in table.columns if c.measure and c.measure != Measure.TARGET]
    years = [y for c in reached for y in years_in(c.header) if y <= view.year] or _years_of_rows(view, table)
    figure = next((o for o in view.observations_of(table.number) if o.period == str(view.year)), None)
    if not years or figure is None or doubtful(figure) or _OF_A_PLAN.search(table.caption):
        return None
    first, last = years_in(span)[0], years_in(span)[-1]
    begins = (first, first + 1)  # or all years of the title are one too early
    if min(years) not in begins or max(years) != view.year or last != view.year - 1 or last not in years:
        return None
    page = [table.page_from]
    return Hit(
        "CY-05",
        f"{capital(pages_id(page))}: judul tabel {quoted(table.caption)} menyebut tahun {span}, sedangkan isinya "
        f"tahun {min(years)} sampai {view.year}.",
        f"{capital(pages_en(page))}: the title of the table {quoted(table.caption)} names the years {span}, but it "
        f"holds those from {min(years)} to {view.year}.",
        (Figure.of(figure),),
        frozenset({f"CY-05:judul:{table.number}"}),
        expected=f"{min(years)}-{view.year}",
        severity=Severity.LOW,
    )


def _both_early(view: ReportView, table: ReadTable) -> Hit | None:
    """A title that compares the two years before that of the report ("Realisasi Tahun 2021 dan 2020"), while what was
    reached stands in columns of the year before and that of the report."""
    pair = _BOTH_YEARS.search(table.caption)
    years = sorted(years_in(table.caption))
    before = view.year - 1
    if not pair or years != [before - 1, before] or years != sorted(map(int, pair.groups())):
        return None
    columns = [c for c in table.columns if c.measure == Measure.REALISASI]
    reached = _years_of_columns(c for c in table.columns if c.measure and c.measure != Measure.TARGET)
    if _years_of_columns(columns) != {before, view.year} or before - 1 in reached:
        return None
    own = next(c for c in columns if view.year in years_in(c.header))
    figures = _sure_figures(view, table)
    return _by_columns(view, table, figures[0], before - 1, own.header) if figures else None


def _years_of_columns(columns: Iterable[TableColumn]) -> set[int]:
    return {y for c in columns for y in years_in(c.header)}


def _sure_figures(view: ReportView, table: ReadTable) -> Sequence[Observation]:
    """The figures of a table; none where one is in doubt or comes from a scan, whose title may be misread as well."""
    figures = view.observations_of(table.number)
    sure = not any(doubtful(o) or o.place.read_by is ReadBy.OCR for o in figures)
    return figures if sure else ()


def _years_of_rows(view: ReportView, table: ReadTable) -> list[int]:
    """The years that rows name ("Tahun | Target | Realisasi"), where what was reached stands beside them."""
    if not any(c.role == "row_year" for c in table.columns):
        return []
    told = [o for o in view.observations_of(table.number) if o.measure == Measure.REALISASI]
    return sorted({int(o.period) for o in told if o.period.isdigit() and int(o.period) <= view.year})


def _by_columns(view: ReportView, table: ReadTable, figure: Observation, year: int, header: str) -> Hit:
    page = [table.page_from]
    return Hit(
        "CY-05",
        f"{capital(pages_id(page))}: judul tabel {quoted(table.caption)} menyebut tahun {year}, sedangkan kolomnya "
        f"menyebut {view.year} ({quoted(header)}).",
        f"{capital(pages_en(page))}: the title of the table {quoted(table.caption)} names the year {year}, but its "
        f"columns name {view.year} ({quoted(header)}).",
        (Figure.of(figure),),
        frozenset({f"CY-05:judul:{table.number}"}),
        expected=str(view.year),
    )


def _figures_of_the_year(
    view: ReportView, table: ReadTable, figures: Sequence[Observation], named: int
) -> list[tuple[Observation, Observation]]:
    """The figures of a table that others print for the year of the report, with one of those; empty where they are few,
    or where a table prints them for the year of the title. Totals are none: tables may add up others."""
    own: dict[tuple[str, str], dict[Decimal, Observation]] = defaultdict(dict)
    for o in figures:  # the first and the revised budget stand side by side
        if o.measure in COMPARED and o.value is not None and o.subject_level is not SubjectLevel.TOTAL:
            own[name_key(o.subject), o.measure][o.value] = o
    elsewhere: dict[tuple[str, str], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for o in view.report.observations:
        if o.table_no != table.number and o.value is not None and (name_key(o.subject), o.measure) in own:
            elsewhere[name_key(o.subject), o.measure][o.period].append(o)
    same: list[tuple[Observation, Observation]] = []
    compared = 0
    for key, by_year in elsewhere.items():
        of_the_year = by_year.get(str(view.year), [])
        compared += bool(of_the_year)
        match = next((o for o in of_the_year if o.value in own[key]), None)
        if match is not None and match.value is not None and not doubtful(match):
            same.append((own[key][match.value], match))
    of_the_title = sum(
        any(o.value in own[key] for o in by_year.get(str(named), [])) for key, by_year in elsewhere.items()
    )
    values = {value_of(a) for a, _ in same} - {Decimal(0), HUNDRED}
    telling = any(a.measure != Measure.TARGET for a, _ in same) or _AGREEMENT.search(table.caption)
    of_one_year = sum(v >= TELLING or v % 1 != 0 for v in values) >= LEAST_TELLING
    enough = telling and of_one_year and len(values) >= LEAST_SAME and len(same) >= SHARE_SAME * compared
    return same if enough and 2 * of_the_title < len(same) else []


def _by_figures(
    view: ReportView, table: ReadTable, same: list[tuple[Observation, Observation]], year: int
) -> Hit:
    page = [table.page_from]
    others = sorted({b.place.page for _, b in same})
    return Hit(
        "CY-05",
        f"{capital(pages_id(page))}: judul tabel {quoted(table.caption)} menyebut tahun {year}, padahal {len(same)} "
        f"angkanya sama dengan angka tahun {view.year} dalam tabel lain ({pages_id(others)}).",
        f"{capital(pages_en(page))}: the title of the table {quoted(table.caption)} names the year {year}, but "
        f"{len(same)} of its figures are those of {view.year} in other tables ({pages_en(others)}).",
        tuple(Figure.of(o) for pair in same for o in pair),
        frozenset({f"CY-05:judul:{table.number}"}),
        expected=str(view.year),
    )
