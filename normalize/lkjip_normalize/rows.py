"""Rows of a table to observations: who a figure speaks of, what it measures, and its value."""

import itertools
import re
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkjip_normalize.column_roles import (
    AMOUNT,
    LABEL_ROLES,
    LAST_YEAR,
    NEXT_YEAR,
    PLAN_END,
    PLAN_START,
    PLAN_WHOLE,
    PLAN_YEAR_PREFIX,
    Column,
    Role,
    is_target_of_plan,
    period_in,
)
from lkjip_normalize.convention import (
    Convention,
    are_sexes,
    by_the_rows,
    by_the_sum,
    counted_things,
    counts_things,
    decide,
    in_whole_numbers,
    is_sex,
    is_sum_alone,
    names_counted_things,
    says_only_when,
    undecided_by_itself,
)
from lkjip_normalize.hierarchy import CODE_BEFORE, PROGRAM_WORD, SASARAN_WORD
from lkjip_normalize.income import AS_INCOME, closes_income, has_target, is_income_table, opens_income
from lkjip_normalize.numbers import Mark, read_cell, share_in_brackets
from lkjip_normalize.totals import is_total
from lkjip_normalize.turned import measure_of_row, of_plan
from lkjip_normalize.wording import WORD, collapse, garbled, heading, plain, year_span, years_in
from lkjip_schemas.bilingual import both
from lkjip_schemas.document import RawCell, RawTable
from lkjip_schemas.place import Place
from lkjip_schemas.records import LedgerEntry, Observation
from lkjip_schemas.vocabulary import (
    MONEY_MEASURES,
    OTHER_MEASURE_PREFIX,
    RUPIAH_MEASURES,
    Fate,
    Measure,
    SubjectLevel,
    TableKind,
)

_PERFORMANCE_FIRST = (
    TableKind.PENGUKURAN,
    TableKind.REALISASI_ANGGARAN,
    TableKind.BANDING_TAHUN,
    TableKind.ANALISIS,
    TableKind.JANGKA_MENENGAH,
    TableKind.RENAKSI,
    TableKind.PK_SASARAN,
    TableKind.TUJUAN_SASARAN,
    TableKind.IKU,
    TableKind.CASCADING,
)
MERGED_SHARE = 0.2
"""Share of the programs that are merged over several amounts before amounts are those of their indicators."""
_JUDGEMENT = re.compile(
    r"(?:(?:sangat|amat|kurang|cukup) )?(?:baik|tinggi|rendah|sedang|cukup|kurang|memuaskan|berhasil|efisien|efektif)|"
    r"(?:tidak |belum |melampaui )?(?:tercapai|target)"
)
"""Words that judge the figures of a row, and do not name them."""
_ONE_DEGREE = r"(?:(?:[SD][ .-]?)?(?:I{1,3}|IV)|[SD][ .-]?[1-4])"
_DEGREE = re.compile(rf"{_ONE_DEGREE}(?:\s?[/,]\s?{_ONE_DEGREE})*", re.IGNORECASE)
"""What a row of officials by their education or golongan is called: "S2", "D IV", "III"."""
_SCHOOL = re.compile(r"SD|MI|TK|RA|MA")
"""Schools whose short names are shorter than other words."""
_OF_SASARAN = re.compile(
    r"(?:persentase )?(?:%? )?capaian (?:kinerja )?sasaran\b(?! .*(?:indikator|program))"
)
"""Headings of what a whole sasaran has achieved, as a mean of its indicators."""
NO_VALUE = {
    "thousands or decimals": both(
        "tidak dapat diputuskan: ribuan atau desimal", "could not be decided: thousands or decimals"
    ),
    "malformed": both("susunan angka tidak wajar", "malformed figure"),
    "leading zero": both("angka diawali nol", "figure begins with a zero"),
}
"""Why a printed figure has no value, for the ledger."""
UNKNOWN_HEADING = both("kolom tanpa judul yang dikenal", "column without a known heading")
_BARE_NUMBER = re.compile(r"^\(?(?:\d{1,3}(?:[.,]\d{1,2}){0,4}|[a-z]|[IVX]+)[.)]?$")
_CURRENCY_ALONE = re.compile(r"[\s.:,()]*(?:rp|idr|rupiah)[\s.:,()]*", re.I)
"""The mark of rupiah in a narrow column of its own, beside its amount."""
_NUMBERED_GROUP = re.compile(
    r"\b(?:sasaran|tujuan|misi|program)(?:\s+strategis)?\s+\d{1,2}\s*$", re.IGNORECASE
)
"""The group that a sum or mean is of, by its number."""
_DIGIT = re.compile(r"\d")
_GROUPS = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}}){{2,}}") for mark in ".,"}
_STARTS_WITH_YEAR = re.compile(r"(?:19|20)\d\d")
_SASARAN_BY_NUMBER = re.compile(r"sasaran(?: strategis)?(?:,? (?:\d+|[ivx]+|dan|&|-))+", re.I)
"""A sasaran named by its number alone ("Sasaran 1 dan 2")."""
_MEASURE_WITH_FIGURE = re.compile(r"(?:target|realisasi|capaian)\W*\d[\d.,]*\s*%?", re.IGNORECASE)
"""What a card prints of another indicator ("Target 90,00"), no name."""
_COMMA_GROUP = re.compile(r"\d{1,3},\d{3}\s*\*?")
_POINT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+\s*\*?")
LEAST_GROUPED = 10_000
"""A few thousand may as well be units with three decimals."""
_OF_THE_PLAN = frozenset({Measure.TARGET_AKHIR, Measure.KEMAJUAN_PCT})
_OF_ONE_INDICATOR = frozenset({Measure.TARGET, Measure.REALISASI, Measure.TARGET_AKHIR})
"""Measures whose figures have the unit of the indicator."""
_NO_INDICATOR = re.compile(
    r"(?:semester|triwulan|tw|tahun)\W*(?:[ivx]+|\d+)\b|(?:sumber|keterangan|catatan|ket)\b\W*(?:[:;]|data\b|$)|"
    r"(?:capaian )?(?:kinerja|keuangan|fisik|anggaran)\W*$|(?:(?:sub ?)?kegiatan|program|bidang)\b(?!.*\byang\b)",
    re.IGNORECASE,
)
"""Rows between measures that name a period, a source, or what the measures are of, and no indicator."""
_PERCENT = re.compile(r"%|persen(?:tase)?", re.IGNORECASE)
_OF_HUNDRED = re.compile(r"pe?rose?ntase|persentase|cakupan|proporsi", re.IGNORECASE)
"""Names of indicators that are percentages."""
MOST_MEASURES = 4
"""Target, realisasi, achievement, and one more, below each other."""
LEAST_MONEY = 1_000_000
"""So many things are not counted in a column of amounts: they are rupiah, whatever unit stands behind."""
NOTE_OVER, NOTE_WORDS = 3, 4
"""A sentence is no figure where its cell reaches over so many measures and holds so many words, at least."""
_CAPAIAN_FOOT = re.compile(
    r"(?:rata rata )?(?:%|persentase|tingkat)? ?capaian(?: kinerja)?(?: (?:sasaran|program)){0,2} ?%?"
)
_EFFICIENCY = re.compile(r"(?:tingkat )?efisiensi\b")
"""Labels of rows below budgets whose percentage is no absorption."""
_MEASURE_WORDS = re.compile(
    r"\b(?:target|realisasi|capaian|persentase|rp|rupiah|tahun|(?:19|20)\d\d)\b\.?|[()%]", re.IGNORECASE
)
_AS_MONEY: dict[str, str] = {measure: money for money, measure in AS_INCOME.items()}
_OF_A_PROGRAM = re.compile(r"(?:program|(?:sub ?)?kegiatan)\b", re.IGNORECASE)
_RUPIAH_UNIT = re.compile(r"\(?(?:rp|rupiah)\.?\)?", re.IGNORECASE)
"""Rows of programs in rupiah between those of indicators are budget, spending and absorption."""
_KIND_OF_INDICATOR = re.compile(
    r"(?:masukan|inputs?|keluaran|outputs?|hasil|outcomes?|manfaat|benefits?|dampak|impacts?)\s*:?",
    re.IGNORECASE,
)
"""Kinds of indicators of a kegiatan, which form PKK prints in a column of their own."""
_KEGIATAN_BAND = re.compile(r"\W*(?:sub ?)?kegiatan\s*(?:\d{1,2}|[IVX]+)?\s*[:.]\s*(\S.*)", re.IGNORECASE)
"""A row over those of its input, output and outcome ("Kegiatan 1 : Penyediaan Alat Tulis Kantor")."""
_INPUT = re.compile(r"(?:masukan|inputs?)\b", re.IGNORECASE)
_SASARAN_HEADING = re.compile(
    r"\W*(?:\d{1,2}|[IVX]{1,4}|[A-Z])?[.)]?\s*sasaran(?:\s+strategis)?"
    r"(?:(?:\s+(?:ke\W?)?(?:\d{1,2}|[IVX]{1,4}))?\s*:\s*(?=.{8})"
    r"|\s+(?:ke\W?)?(?:\d{1,2}|[IVX]{1,4})\s*[.)–-]?\s+(?=(?:me|ter)\w+nya\b))"
    r"(.+)",
    re.IGNORECASE,
)
"""A row that names the sasaran of those below it ("2. Sasaran : Meningkatnya ...", "Sasaran 1. Meningkatnya ...")."""
_SASARAN_BAND = re.compile(r"(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]?\s+)?((?:me|ter)\w+nya\b.+)", re.IGNORECASE)
"""A text across a whole row that begins like a sasaran ("Meningkatnya ...")."""
_EXPLAINS = re.compile(r"\b(?:di)?sebab\w*|\b(?:di)?karena\w*|\bakibat\b|\bini\b", re.IGNORECASE)
"""Words of a sentence on what was reached, which is no sasaran."""
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){2,}")
_LIST_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-z][.)]|-|[•▪➢✓\ue000-\uf8ff])\s+(?=\S)")
"""List numbers and bullets; those of Symbol and Wingdings lie in the private use area."""


GARBLED = 0.5
"""Confidence of a figure whose label is garbled."""
_SAYS_MEASURE = re.compile(r"(t|r|c|target|realisasi|capaian)\s*[:=]\s*(?=[<>≥≤-]?\s*\d)", re.IGNORECASE)
"""Begins a cell that says what its figure is ("T = 80" over "R = 79,61")."""
_BY_LETTER = {"t": Measure.TARGET, "r": Measure.REALISASI, "c": Measure.CAPAIAN_PCT}
_LEVELS_BELOW = frozenset({Role.SASARAN, Role.PROGRAM, Role.KEGIATAN})
"""What stands between the indicators of one level and those of the next."""
_NO_ANSWER = re.compile(r"n\s?/?\s?a\b|belum|tidak|nihil|tanpa|masih|dalam proses|sedang", re.IGNORECASE)
"""Begins what is printed where there is no figure."""
_YEARS_ONLY = re.compile(r"(?:(?:19|20)\d\d[\s/–-]*)+")
_QUARTER_ROW = re.compile(r"(?:triwulan|tw)\.?\s*(?:iv|i{1,3}|[1-4])", re.IGNORECASE)
_PERFORMANCE_HEADS = frozenset({"k", "kinerja"})
"""Headings of the performance beside the money (Rp) of a year."""
_NO_CODE = re.compile(r"[^\W\d_]{4}")
"""Words in a column of codes ("TOTAL", the caption of a table beside it)."""
_LEVEL_WORD = re.compile(r"^(?:program|kegiatan|sub ?kegiatan)$", re.IGNORECASE)


@dataclass(slots=True)
class LogicalRow:
    """One row: its own cells by column, and the cells that span into it from above."""

    row: int
    cells: dict[int, RawCell] = field(default_factory=dict)
    spanning: dict[int, RawCell] = field(default_factory=dict)

    def text(self, col: int) -> str:
        """Text of the cell in a column, spanning ones included."""
        cell = self.cells.get(col) or self.spanning.get(col)
        return cell.text if cell else ""


def logical_rows(table: RawTable) -> list[LogicalRow]:
    """The body rows of a table in order."""
    rows: dict[int, LogicalRow] = {}
    for cell in table.cells:
        if cell.is_header:
            continue
        rows.setdefault(cell.row, LogicalRow(cell.row)).cells[cell.col] = cell
        for r in range(cell.row + 1, cell.row + cell.row_span):
            rows.setdefault(r, LogicalRow(r)).spanning[cell.col] = cell
    return [rows[r] for r in sorted(rows)]


def carry_names_down(rows: Sequence[LogicalRow], columns: Sequence[Column]) -> None:
    """Let the names beside the first year of an indicator reach over the rows of its further years, where these leave
    them blank ("IKM | 2022 | ...", then "| 2023 | ...") and every name stands beside the same year."""
    year = next((c.col for c in columns if c.role is Role.ROW_YEAR), None)
    names = [c.col for c in columns if c.role in LABEL_ROLES]
    if year is None or not names:
        return
    groups: list[list[LogicalRow]] = []
    for row in rows:
        if any(col in row.cells and row.cells[col].text for col in names):
            groups.append([row])
        elif groups:
            groups[-1].append(row)
        else:
            groups.append([row])  # the name stands further down
    if len({group[0].text(year) for group in groups}) > 1 or not any(groups[0][0].text(col) for col in names):
        _carry_names_over(rows, year, names)
        return
    for first, *further in groups:
        told = [row.text(year) for row in (first, *further)]
        if told != sorted(set(told)):
            continue
        for row, col in itertools.product(further, names):
            cell = first.cells.get(col) or first.spanning.get(col)
            if cell is not None and cell.text and col not in row.cells:
                row.spanning.setdefault(col, cell)


def _carry_names_over(rows: Sequence[LogicalRow], year: int, names: Sequence[int]) -> None:
    """Let names that stand in the middle of the years of their indicators, where no ruling parts these, reach over all
    of them: the same years come again for every one."""
    blocks: list[list[LogicalRow]] = []
    for row in rows:
        if not blocks or row.text(year) <= blocks[-1][-1].text(year):
            blocks.append([])
        blocks[-1].append(row)
    whole = len(blocks) > 1 and len({tuple(row.text(year) for row in block) for block in blocks}) == 1
    if not whole or any(row.spanning.get(col) for row in rows for col in names):
        return
    cells = {
        (i, col): [row.cells.get(col) for row in block] for i, block in enumerate(blocks) for col in names
    }
    if not all(_is_one_name(own) for own in cells.values()):
        return
    for (i, col), own in cells.items():
        printed = [cell for cell in own if cell is not None]
        name = printed[0]._replace(text=collapse(" ".join(cell.text for cell in printed)))
        for row, cell in zip(blocks[i], own, strict=True):
            if cell is not None:
                row.cells[col] = cell._replace(text=name.text)
            else:
                row.spanning[col] = name


def _is_one_name(cells: Sequence[RawCell | None]) -> bool:
    """Whether one name stands in the rows of a block, in one of them or in lines that go on, and a row has none."""
    at = [k for k, cell in enumerate(cells) if cell is not None]
    lines = [cell.text for cell in cells if cell is not None]
    follow = at == list(range(at[0], at[0] + len(at))) if at else False
    return (
        follow and len(at) < len(cells) and all(text[:1].islower() or text[:1] == "(" for text in lines[1:])
    )


def conventions(
    columns: Sequence[Column], body: dict[int, list[str]], rows: Sequence[LogicalRow], caption: str = ""
) -> dict[int, Convention]:
    """The number convention of each measure column, with the sum of its figures down to the first total, the whole
    table and the sums of its rows as further witnesses; where a heading says only when, the caption says what is
    counted."""
    own = [c for c in columns if c.role is Role.MEASURE]
    plain_columns = {c.col: c for c in own if not c.money and not c.percent}
    of_sexes = are_sexes([c.header for c in columns])
    witness = decide([t for col in plain_columns for t in body.get(col, [])])
    above, total = _down_to_total(rows, {c.col for c in columns if c.role is not Role.MEASURE})
    sums = {
        col: by_the_sum([r.cells[col].text for r in above if col in r.cells], total.text(col))
        for col in plain_columns
    }
    proven, result = {}, {}
    for column in own:
        cells = body.get(column.col, [])
        counted = counted_things(caption) if says_only_when(column.header) else ""
        if of_sexes and is_sex(column.header):
            counted = "Jumlah"
        decided = decide(cells, column.money, column.percent, counted or column.header)
        if column.col in sums:
            named = counted or names_counted_things(column.header)
            proven[column.col] = (decided if named else decide(cells)).or_else(sums[column.col])
            decided = decided.or_else(sums[column.col])
            if not undecided_by_itself(cells):
                decided = decided.or_else(witness)
        result[column.col] = decided
    for three in itertools.pairwise(itertools.pairwise(plain_columns)):
        (first, second), (_, third) = three
        known = proven[first].or_else(proven[second]).or_else(proven[third])
        if known != Convention() and _add_up(rows, (first, second, third), known):
            result.update(dict.fromkeys((first, second, third), known))
            proven.update(dict.fromkeys((first, second, third), known))
    open_beside = [
        col for col in plain_columns if result[col] == Convention() and undecided_by_itself(body.get(col, []))
    ]
    for col, column in plain_columns.items():
        if open_beside and is_sum_alone(column.header):
            result[col] = proven[col]  # the sum of what is open is open, too
    return result


def _add_up(rows: Sequence[LogicalRow], columns: Sequence[int], known: Convention) -> bool:
    """Whether of three neighbouring columns the last one, or the first one, is the sum of the others in each row."""
    first, second, third = ([row.text(col) for row in rows] for col in columns)
    return by_the_rows(first, second, third, known) or by_the_rows(second, third, first, known)


def _down_to_total(
    rows: Sequence[LogicalRow], labels: Container[int]
) -> tuple[Sequence[LogicalRow], LogicalRow]:
    """The rows above the first total, and that; no rows and an empty one where there is none."""
    for count, row in enumerate(rows):
        if any(is_total(cell.text) for col, cell in row.cells.items() if col in labels):
            return rows[:count], row
    return (), LogicalRow(0)


class RowReader:
    """Reads the rows of one table; keeps what rows inherit from those above (sasaran, period)."""

    def __init__(
        self,
        table: RawTable,
        columns: Sequence[Column],
        kind: TableKind,
        year: int,
        *,
        sasaran: str,
        plan_period: str,
        default_period: str,
        block_period: str,
    ) -> None:
        self.table = table
        self.columns = {c.col: c for c in columns}
        self.kind = kind
        self.year = year
        self.sasaran = sasaran
        self.plan_period = plan_period
        self.default_period = default_period
        self.block_period = block_period
        self.labels = [c for c in columns if c.role in LABEL_ROLES]
        self.measures = [c for c in columns if c.role is Role.MEASURE]
        self._all_income = is_income_table(columns, table.caption)
        self._income = self._all_income
        self._inputs: set[int] = set()
        self._kegiatan_over = ""
        self._may_be_income = has_target(self.measures)
        self._by_source = any("sumber" in heading(c.header).split() for c in self.labels)
        self._plain_labels = all(c.role is Role.LABEL for c in columns if c.role in LABEL_ROLES)
        self.observations: list[Observation] = []
        self.ledger: list[LedgerEntry] = []
        works = [c.col for c in self.labels if c.role in (Role.PROGRAM, Role.KEGIATAN)]
        first = next((c.col for c in self.labels if c.role is Role.INDIKATOR), None)
        coded = any(c.role is Role.CODE for c in columns)
        self._indicator_leads = first is not None and (
            (bool(works) and first < works[0])
            or (kind is TableKind.PROGRAM_PLAN and self._names_kegiatan(works))
            or (kind is TableKind.RENSTRA_MATRIX and not (coded and self._pairs_of_k_and_rp()))
            or (
                kind is TableKind.PROGRAM_PENUNJANG
                and any(c.measure == Measure.TARGET for c in self.measures)
            )
        )
        self._blocks = [self._side_by_side((Role.INDIKATOR,)), self._side_by_side((Role.LABEL,))]
        self._money_blocks = [self._side_by_side((Role.PROGRAM, Role.KEGIATAN), MONEY_MEASURES)]
        self._over_others = self._indicators_over_others()
        self._merged_program = self._money_below(Role.PROGRAM)
        self._merged_sasaran = self._money_below(Role.SASARAN)
        self._row_measure = next((c.col for c in columns if c.role is Role.ROW_MEASURE), None)
        self._row_year = next((c.col for c in columns if c.role is Role.ROW_YEAR), None)
        self._say_measures = self._columns_that_say_measures()
        self._told_of = ("", "", SubjectLevel.UNKNOWN)
        self._measures_told: set[str] = set()
        self._named_by_headings = "" if self._row_year is None else _thing_measured(self.measures)

    def _columns_that_say_measures(self) -> set[int]:
        """Columns of figures whose cells say which of target and realisasi they are ("T = 80" over "R = 79,61")."""
        said: dict[int, set[str]] = {}
        for cell in self.table.cells:
            match = None if cell.is_header else _SAYS_MEASURE.match(cell.text)
            if match and self._role(cell.col) is Role.MEASURE:
                said.setdefault(cell.col, set()).add(match.group(1)[0].lower())
        return {col for col, letters in said.items() if letters >= {"t", "r"}}

    def _pairs_of_k_and_rp(self) -> bool:
        """Whether the targets stand in columns headed K beside Rp: those are told of the program or kegiatan, but of
        their indicator where a column of its own has its unit, and in an evaluation of an RPJMD or a Renja
        (Permendagri 86/2017, E.81)."""
        units = (c for c in self.columns.values() if c.role is Role.SATUAN)
        if not all(c.parts and plain(c.parts[-1]) in _PERFORMANCE_HEADS for c in units):
            return False
        if any(c.measure in (Measure.CAPAIAN_PCT, Measure.KEMAJUAN_PCT) for c in self.measures):
            return False
        by_quarters = any("TW" in c.period for c in self.measures)
        if by_quarters and any("renja" in plain(c.header) for c in self.measures):
            return False
        return any(c.parts and plain(c.parts[-1]) in _PERFORMANCE_HEADS for c in self.measures)

    def _names_kegiatan(self, works: Sequence[int]) -> bool:
        """Whether works below the program are listed, each with its indicator."""
        names = {
            c.text
            for c in self.table.cells
            if c.col in works and not c.is_header and WORD.search(c.text) and not PROGRAM_WORD.match(c.text)
        }
        return len(names) > 1

    def _side_by_side(self, roles: Sequence[Role], measures: Collection[str] = ()) -> list[int]:
        """Label columns of these roles that stand before figures of their own (of `measures`); none for only one."""
        own = [c.col for c in self.labels if c.role in roles]
        told = [m for m in self.measures if not measures or m.measure in measures]
        apart = len(own) > 1 and any(own[0] < m.col < own[-1] for m in told)
        return own if apart else []

    def _money_below(self, role: Role) -> bool:
        """Whether programs (or sasaran) are merged over rows that have money of their own: it is that of indicators."""
        if any(c.role is Role.KEGIATAN for c in self.columns.values()):
            return False
        own = {c.col for c in self.measures if c.measure in RUPIAH_MEASURES}
        money = [c for c in self.table.cells if c.col in own and not c.is_header]
        programs = [c for c in self.table.cells if c.text and not c.is_header and self._role(c.col) is role]
        merged = [
            p
            for p in programs
            if p.row_span > 1
            and any(p.row <= m.row < p.row + p.row_span and m.row_span < p.row_span for m in money)
        ]
        return len(merged) > MERGED_SHARE * len(programs)

    def _indicators_over_others(self) -> set[int]:
        """Columns of indicators that are merged over several indicators of a column headed otherwise on their right.

        "Indikator Sasaran | Indikator Program | Target": the target is that of the indicator of the program. So are
        those of indicators before the level below theirs ("Indikator Tujuan | Sasaran | Indikator Sasaran").
        """
        own = [c for c in self.labels if c.role is Role.INDIKATOR]
        texts = {
            c.col: [x for x in self.table.cells if x.col == c.col and not x.is_header and WORD.search(x.text)]
            for c in own
        }
        wide = set()
        for left, right in itertools.combinations(own, 2):
            if heading(left.header) == heading(right.header):
                continue
            between = [c for c in self.columns.values() if left.col < c.col < right.col]
            if any(c.role in _LEVELS_BELOW for c in between) and not any(
                c.role is Role.MEASURE for c in between
            ):
                wide.add(left.col)
                continue
            merged = [
                x
                for x in texts[left.col]
                if sum(x.row <= y.row < x.row + x.row_span for y in texts[right.col]) > 1
            ]
            if len(merged) > MERGED_SHARE * len(texts[left.col]):
                wide.add(left.col)
        return wide

    def read(self, rows: Sequence[LogicalRow], marks: dict[int, Convention]) -> None:
        """Read all rows; results are in `observations` and `ledger`."""
        self._join_name(rows)
        for row in rows:
            self._put_under_roles(row)
            self._block(row)
            self._inherit(row)
            self._follow_income(row)
            if row is rows[0] and self._only_years(row):
                self._account(row)
                continue
            performance, money, level = self._of_rows_above(row, self._subjects(row))
            for column in self.measures:
                cell = row.cells.get(column.col)
                if cell is not None and self._holds_figure(row, column, cell):
                    rupiah = (
                        column.measure in MONEY_MEASURES
                        or (column.money and column.measure.startswith(OTHER_MEASURE_PREFIX))
                        or (column.measure in _AS_MONEY and self._is_input_of_money(row))
                    )
                    subject = money if rupiah else performance
                    if level is not SubjectLevel.TOTAL:
                        subject = self._sasaran_of(row, column) or self._label_beside(row, column) or subject
                    turned = self._row_measure if self._row_year is None else self._row_year
                    if rupiah and not subject and turned is not None:
                        subject = self._named_by_headings or collapse(row.text(turned))
                    if rupiah and self._kegiatan_over and self._is_input_of_money(row):
                        subject = self._kegiatan_over
                    if column.indicator:
                        subject = column.indicator
                    own = marks.get(column.col, Convention())
                    self._figure(
                        row,
                        column,
                        cell,
                        subject,
                        SubjectLevel.INDIKATOR if column.indicator else level,
                        own.or_else(self._beside(row, column, marks)),
                    )
            self._account(row)

    def _join_name(self, rows: Sequence[LogicalRow]) -> None:
        """Give the first of the rows "Target", "Realisasi", "Capaian" the whole name of the indicator that the caption
        names too, where no ruling parts its lines, which so stand beside each of them."""
        label = next((c.col for c in self.labels if c.role is Role.INDIKATOR), None)
        if self._row_measure is None or label is None:
            return
        cells = [row.cells[label] for row in rows if label in row.cells and row.cells[label].text]
        whole = collapse(" ".join(c.text for c in cells))
        named = plain(whole) in plain(f"{self.table.heading} {self.table.caption}")
        if 1 < len(cells) == len(rows) <= MOST_MEASURES and named and all(c.row_span == 1 for c in cells):
            first, *others = rows
            first.cells[label] = cells[0]._replace(text=whole)
            for row in others:
                row.cells[label] = row.cells[label]._replace(text="")

    def _only_years(self, row: LogicalRow) -> bool:
        """Whether a row is the lowest level of a heading whose body stands elsewhere: years in all its measures, one
        behind the other, and no label of its own beside."""
        texts = [row.text(c.col).strip() for c in self.measures if row.text(c.col).strip()]
        if len(texts) < 2 or not all(map(_YEARS_ONLY.fullmatch, texts)):
            return False
        years = [int(t[:4]) for t in texts]
        labelled = any(
            c.text and heading(c.text) not in heading(self.columns[c.col].header)
            for c in row.cells.values()
            if c.col in self.columns and self.columns[c.col].role in LABEL_ROLES
        )
        return not labelled and all(b - a in (0, 1) for a, b in itertools.pairwise(years))

    def _of_rows_above(
        self, row: LogicalRow, own: tuple[str, str, SubjectLevel]
    ) -> tuple[str, str, SubjectLevel]:
        """The subjects and the level of a row; of one that names a measure only ("Realisasi" below "Indeks Kepuasan |
        Target") those of the row above, or what a row without figures names ("1. Indeks Kepuasan" over "- Target"),
        until a measure comes again."""
        named = "" if self._row_measure is None else collapse(row.text(self._row_measure)).lower()
        over = "" if own[0] else self._indicator_over(row)
        if over:
            self._measures_told = set()
            self._told_of = (over, over, SubjectLevel.INDIKATOR)
            return own
        if not named:
            if own[0]:
                self._told_of = ("", "", SubjectLevel.UNKNOWN)  # a heading between the indicators
            return own
        if own[0]:
            self._measures_told = set()
            self._told_of = own
        elif named in self._measures_told:
            self._told_of = own
        self._measures_told.add(named)
        return self._told_of

    def _indicator_over(self, row: LogicalRow) -> str:
        """The indicator that a row names in the column of measures, alone; empty for other rows."""
        cell = None if self._row_measure is None else row.cells.get(self._row_measure)
        if cell is None or measure_of_row(cell.text) is not None or not WORD.search(cell.text):
            return ""
        name = strip_list_number(collapse(cell.text))
        alone = all(c is cell or not c.text for c in row.cells.values())
        has_column = any(c.role is Role.INDIKATOR for c in self.columns.values())
        other = SASARAN_WORD.match(name) or is_total(name) or _NO_INDICATOR.match(name)
        return name if alone and not has_column and not other else ""

    def _beside(self, row: LogicalRow, column: Column, marks: dict[int, Convention]) -> Convention:
        """The convention of the other figures of the same indicator in a row, for a column that leaves it open."""
        if column.measure not in _OF_ONE_INDICATOR:
            return Convention()
        found = Convention()
        for other in self.measures:
            if other.measure in _OF_ONE_INDICATOR and other.col != column.col and row.text(other.col):
                found = found.or_else(marks.get(other.col, Convention()))
        return found

    def _holds_figure(self, row: LogicalRow, column: Column, cell: RawCell) -> bool:
        """Whether a cell of a measure column holds one; words are no rupiah ("Belanja Langsung"), nor is "Rp" alone."""
        return (
            not _CURRENCY_ALONE.fullmatch(cell.text)
            and (
                column.measure not in RUPIAH_MEASURES
                or not WORD.search(cell.text)
                or bool(_DIGIT.search(cell.text))
            )
            and not self._is_note(row, cell)
        )

    def _is_note(self, row: LogicalRow, cell: RawCell) -> bool:
        """Whether a cell over columns of several measures holds a sentence, no figure ("Faktor pendorong keberhasilan
        kinerja: ...", the foot of form E.81 of Permendagri 86/2017), or one over several years words beside a label
        that reaches over columns itself: both are parts of it, which the rulings of the columns cut. So is what goes on
        in small letters over several measures where the row has nothing else."""
        over = [c for c in self.measures if cell.col <= c.col < cell.col + cell.col_span]
        words = len(cell.text.split())
        cut = any(c.col_span > 1 and c.col < cell.col for c in row.cells.values())
        if cut and len({c.period for c in over}) > 1 and words > 1 and not _DIGIT.search(cell.text):
            return True
        goes_on = cell.text[:1].islower() and not _DIGIT.search(cell.text) and not _NO_ANSWER.match(cell.text)
        if len(over) > 1 and len(row.cells) == 2 and goes_on:
            return True
        return len({c.measure for c in over}) >= NOTE_OVER and words >= NOTE_WORDS

    def _put_under_roles(self, row: LogicalRow) -> None:
        """Words that reach from a column of numbers into one of labels are a label ("V | Program ...")."""
        for col, cell in list(row.cells.items()):
            if cell.col_span < 2 or self._role(col) in (*LABEL_ROLES, Role.MEASURE, Role.SATUAN):
                continue
            if any(col < c.col < col + cell.col_span for c in self.measures):
                continue  # a heading over the whole row
            over = (c.col for c in self.labels if col < c.col < col + cell.col_span)
            label = next((c for c in over if c not in row.cells), None)
            if label is not None and WORD.search(cell.text):
                del row.cells[col]
                row.cells[label] = cell
        self._put_total_under_label(row)

    def _put_total_under_label(self, row: LogicalRow) -> None:
        """The name of a sum or mean that stands right before its figure, in cells of figures ("Rata-rata capaian
        sasaran | 94,47" below "Indikator | Target | Realisasi | Capaian")."""
        filled = [(col, cell) for col, cell in sorted(row.cells.items()) if cell.text]
        if not self.labels or len(filled) < 2 or self._role(filled[0][0]) is not Role.MEASURE:
            return
        col, cell = filled[0]
        label = self.labels[0].col
        if (
            label < col
            and label not in row.cells
            and self._row_measure is None
            and is_total(cell.text)
            and not _DIGIT.search(_NUMBERED_GROUP.sub("", cell.text))
        ):
            del row.cells[col]
            row.cells[label] = cell

    def _block(self, row: LogicalRow) -> None:
        """A cell such as "Periode P-RPJMD (Tahun 2021-2022)" dates the rows from here on."""
        if self.kind is not TableKind.RENSTRA_MATRIX:
            return
        for col, cell in row.cells.items():
            if self._role(col) in (Role.MEASURE, Role.PROGRAM, Role.KEGIATAN, Role.INDIKATOR):
                continue
            if not re.search(r"\b(?:tahun|periode)\b", cell.text, re.I):
                continue
            span, years = year_span(cell.text), years_in(cell.text)
            if span or years:
                self.block_period = span or str(years[-1])

    def _inherit(self, row: LogicalRow) -> None:
        """Remember the sasaran that stands in its column, or in a heading over the rows that follow."""
        words = [c.text for c in row.cells.values() if WORD.search(c.text)]
        if len(words) == 1 and len(row.cells) == 1 and _OF_A_PROGRAM.search(words[0]):
            band = _KEGIATAN_BAND.fullmatch(collapse(words[0]))
            self._kegiatan_over = band.group(1) if band else ""  # or the name of a program
        if len(words) == 1 and (match := _SASARAN_HEADING.match(collapse(words[0]))):
            self.sasaran = match.group(1)
            return
        if len(words) == 1 and (match := self._band(row)):
            self.sasaran = match.group(1)
            return
        for column in self.labels:
            text = row.text(column.col)
            if text and column.role is Role.SASARAN and not is_total(text):
                self.sasaran = collapse(text)

    def _band(self, row: LogicalRow) -> re.Match[str] | None:
        """A sasaran across a whole row of a table without a column for it."""
        if len(row.cells) != 1 or any(c.role is Role.SASARAN for c in self.labels):
            return None
        (cell,) = row.cells.values()
        figures = [c.col for c in self.columns.values() if c.role is Role.MEASURE]
        across = bool(figures) and cell.col_span > 1 and cell.col + cell.col_span > max(figures)
        explains = _EXPLAINS.search(cell.text) is not None
        return _SASARAN_BAND.match(collapse(cell.text)) if across and not explains else None

    def _follow_income(self, row: LogicalRow) -> None:
        """Rows from "Pendapatan" to "Belanja" speak of income."""
        if self._all_income or not (self._may_be_income and self._plain_labels) or self._by_source:
            return
        for column in self.labels:
            cell = row.cells.get(column.col)
            if cell is None:
                continue
            if closes_income(cell.text):
                self._income = False
            elif opens_income(cell.text):
                self._income = True

    def _label(self, row: LogicalRow, role: Role, own_only: bool = False) -> str:
        found: dict[int, str] = {}
        for column in self.labels:
            if column.role is role:
                cell = row.cells.get(column.col)
                if cell is None and not own_only:
                    cell = row.spanning.get(column.col)
                if cell is not None and cell.text and not _MEASURE_WITH_FIGURE.fullmatch(cell.text):
                    found[column.col] = cell.text
        if any(WORD.search(text) for col, text in found.items() if col not in self._over_others):
            found = {col: text for col, text in found.items() if col not in self._over_others}
        texts = list(found.values())
        words = [t for t in texts if not _BARE_NUMBER.match(t)]
        if len(words) > 1 and _LEVEL_WORD.match(words[0]) and words[1].lower().startswith(words[0].lower()):
            del words[0]  # "Program | PROGRAM PENDIDIKAN ANAK USIA DINI"
        if len(words) > 1 and _KIND_OF_INDICATOR.fullmatch(words[0]):
            del words[0]  # "Output : | Jumlah dokumen"
        return collapse(" ".join(dict.fromkeys(words or texts)))

    def _subjects(self, row: LogicalRow) -> tuple[str, str, SubjectLevel]:
        """(subject of performance figures, subject of money, level of the row)."""
        totals = self._total_labels(row)
        if totals:  # "Rata-rata capaian | 98,5 | Jumlah anggaran | 2.500.000.000"
            return totals[0], totals[-1], SubjectLevel.TOTAL
        indikator = self._label(row, Role.INDIKATOR)
        kegiatan = self._label(row, Role.KEGIATAN)
        program = self._label(row, Role.PROGRAM)
        label = self._label(row, Role.LABEL)
        sasaran = self._label(row, Role.SASARAN)
        own_program = self._label(row, Role.PROGRAM, own_only=True)
        work = kegiatan or ("" if self._merged_program and indikator else (own_program or program)) or label
        if (
            self.kind in (TableKind.REALISASI_ANGGARAN, TableKind.PROGRAM_PLAN, TableKind.PK_ANGGARAN)
            and not work
        ):
            work = sasaran if not (indikator and self._merged_sasaran) else ""
        money = work or indikator or sasaran
        targeted = self.kind is TableKind.EFISIENSI and any(
            c.measure == Measure.TARGET for c in self.measures
        )
        if self.kind in _PERFORMANCE_FIRST or self._indicator_leads or targeted:
            performance = indikator or label or work or sasaran
        else:
            performance = work or indikator or sasaran
        if not performance or not money:
            words = self._any_words(row)
            performance, money = performance or words, money or words
        level = SubjectLevel.INDIKATOR if performance and performance == indikator else SubjectLevel.UNKNOWN
        return strip_list_number(performance), strip_list_number(money), level

    def _any_words(self, row: LogicalRow) -> str:
        """The first words of a row in which no known label stands: its figures speak of them, unless its label names
        their measure or year."""
        if self._row_measure is not None or self._row_year is not None:
            return ""
        cells = {**row.spanning, **row.cells}
        first = min((c.col for c in self.measures if c.col in cells), default=-1)
        short = ""
        for col in sorted(cells):
            text = collapse(cells[col].text)
            if _MEASURE_WITH_FIGURE.fullmatch(text):
                continue
            if self.kind is not TableKind.SKALA and col > first and _JUDGEMENT.fullmatch(plain(text)):
                continue
            if self._role(col) not in (Role.WORDS, Role.UNKNOWN, Role.NUMBER):
                continue
            if WORD.search(text):
                return text
            degree = self.kind is TableKind.SDM and _DEGREE.fullmatch(text)
            if col < first and (degree or _SCHOOL.fullmatch(text)):
                short = text
        return short

    def _label_beside(self, row: LogicalRow, column: Column) -> str:
        """The label of the block of columns that a figure stands in, where there are several: the indicator or
        description of a figure of performance, the program or kegiatan of an amount."""
        for own in self._money_blocks if column.measure in MONEY_MEASURES else self._blocks:
            left = [col for col in own if col < column.col]
            if left:
                return strip_list_number(collapse(row.text(left[-1])))
        return ""

    def _sasaran_of(self, row: LogicalRow, column: Column) -> str:
        """The sasaran that an achievement speaks of where no indicator is named: one headed "Capaian Sasaran", one that
        stands between sasaran and program ("Sasaran | Capaian | Program"), or the one of each sasaran in a table of
        efficiency ("Sasaran | Program | Capaian Kinerja | Serapan")."""
        roles = {c.role: c.col for c in reversed(self.labels)}
        if Role.SASARAN in roles and _OF_SASARAN.match(heading(column.header)):
            return strip_list_number(collapse(row.text(roles[Role.SASARAN])))
        left, right = roles.get(Role.SASARAN), roles.get(Role.PROGRAM, roles.get(Role.KEGIATAN))
        if left is None or right is None or Role.INDIKATOR in roles:
            return ""
        between = self.kind is TableKind.PROGRAM_PENUNJANG and left < column.col < right
        of_each = (
            self.kind is TableKind.EFISIENSI
            and column.measure == Measure.CAPAIAN_PCT
            and self._filled(column.col) <= self._filled(left)
        )
        name = strip_list_number(collapse(row.text(left)))
        return name if (between or of_each) and not _SASARAN_BY_NUMBER.fullmatch(name) else ""

    def _filled(self, col: int) -> int:
        """How many cells of a column hold something below the headings."""
        return sum(c.col == col and not c.is_header and bool(c.text) for c in self.table.cells)

    def _role(self, col: int) -> Role:
        column = self.columns.get(col)
        return column.role if column else Role.UNKNOWN

    def _total_labels(self, row: LogicalRow) -> list[str]:
        """The labels of a row of totals, the further ones in columns of programs and kegiatan; a formula behind a label
        is none ("Jumlah realisasi / jumlah anggaran")."""
        found: list[str] = []
        named = False
        for col in sorted(row.cells):
            text, role = row.cells[col].text, self._role(col)
            if (
                role is not Role.MEASURE
                and is_total(text)
                and not (named and role is Role.WORDS)
                and (not found or role in (Role.PROGRAM, Role.KEGIATAN))
            ):
                found.append(collapse(text))
            named = named or (role in LABEL_ROLES and WORD.search(text) is not None)
        return found

    def _figure(
        self,
        row: LogicalRow,
        column: Column,
        cell: RawCell,
        subject: str,
        level: SubjectLevel,
        convention: Convention,
    ) -> None:
        raw = cell.text
        said = _SAYS_MEASURE.match(raw) if cell.col in self._say_measures else None
        if said:
            cell = cell._replace(text=raw[said.end() :])
        mark = convention.mark_for(cell.text)
        reading = read_cell(cell.text, mark)
        unit = reading.unit or self._satuan(row, column)
        share = share_in_brackets(cell.text)
        own_share = share and not self._is_its_achievement(row, column, reading.value, share)
        if own_share and self._is_percentage(row, column, subject):
            unit, reading = "%", replace(read_cell(share, Mark.DECIMAL), text=collapse(cell.text))
        elif not column.percent and in_whole_numbers(unit):
            reading = read_cell(cell.text, Mark.THOUSANDS)
        elif _PERCENT.fullmatch(unit):
            reading = read_cell(cell.text, Mark.DECIMAL)
        elif (
            (reading.ambiguous and counts_things(subject))
            or (unit and self._grouped_beside(row, column, cell, unit))
            or self._grouped_by_points(row, column, cell)
        ):
            reading = read_cell(cell.text, Mark.THOUSANDS)
        measure = AS_INCOME.get(column.measure, column.measure) if self._income else column.measure
        named = "" if self._row_measure is None else row.text(self._row_measure)
        if self._row_measure is not None and column.measure != Measure.CAPAIAN_PCT:
            turned = self.columns[self._row_measure]
            measure = measure_of_row(
                named, money=turned.money or column.money, share=turned.percent
            ) or OTHER_MEASURE_PREFIX + collapse(named)
            if measure == Measure.TARGET and is_target_of_plan(column.header):
                measure = Measure.TARGET_AKHIR
        if self._row_year is not None:
            measure = self._of_plan(row, column, measure)
        if said and measure in _BY_LETTER.values():
            measure = _BY_LETTER[said.group(1)[0].lower()]
        if measure == Measure.SERAPAN_PCT:
            measure = self._named_by_foot(row, cell) or measure
        elif measure in _AS_MONEY and (
            (_OF_A_PROGRAM.match(subject) and self._in_rupiah(row)) or self._is_input_of_money(row)
        ):
            measure = _AS_MONEY[measure]
        elif (
            measure in RUPIAH_MEASURES
            and in_whole_numbers(reading.unit)
            and (reading.value or 0) < LEAST_MONEY
        ):
            measure = OTHER_MEASURE_PREFIX + collapse(column.header)  # "1 Dokumen" among amounts
        self.observations.append(
            Observation(
                table_no=self.table.number,
                row=row.row,
                col=cell.col,
                table_kind=self.kind,
                subject=subject,
                subject_level=SubjectLevel.UNKNOWN
                if measure in MONEY_MEASURES and level is SubjectLevel.INDIKATOR
                else level,
                subject_code=self._code(row),
                parent=self.sasaran
                if strip_list_number(self.sasaran) != subject and level is not SubjectLevel.TOTAL
                else "",
                measure=measure,
                period=self._year_of_row(row, named, measure)
                or self._quarter_of_row(subject)
                or self._period(replace(column, measure=measure) if measure in _OF_THE_PLAN else column),
                value=reading.value,
                text=reading.text,
                unit=unit,
                raw=raw,
                place=_doubted(cell.place) if garbled(subject) else cell.place,
            )
        )
        why = NO_VALUE.get(reading.reason, "")
        self.ledger.append(LedgerEntry(self.table.number, cell.row, cell.col, Fate.OBSERVATION, why))

    def _is_percentage(self, row: LogicalRow, column: Column, subject: str) -> bool:
        """Whether the figures of a row are percentages by its satuan, else by a target, else by its name."""
        if column.measure not in _OF_ONE_INDICATOR:
            return False
        targets = [row.text(c.col) for c in self.measures if c.measure == Measure.TARGET]
        units = {(share_in_brackets(t) and "%") or read_cell(t).unit for t in targets} - {""}
        told = self._satuan(row, column) or next((u for u in units if u != "%"), "%" if units else "")
        return _PERCENT.fullmatch(told) is not None if told else _OF_HUNDRED.match(subject) is not None

    def _is_its_achievement(self, row: LogicalRow, column: Column, count: Decimal | None, share: str) -> bool:
        """Whether a percentage in brackets is that of the target which the figure before it reached, or the achievement
        printed beside it."""
        told = read_cell(share, Mark.DECIMAL).value
        if told is None or count is None:
            return False
        others = [c for c in self.measures if c is not column]
        beside = [(c.measure, read_cell(row.text(c.col), Mark.DECIMAL).value) for c in others]
        targets = [value for measure, value in beside if measure == Measure.TARGET and value]
        if any(abs(100 * count / target - told) < 1 for target in targets):
            return True
        printed = any(measure == Measure.CAPAIAN_PCT and value == told for measure, value in beside)
        return printed and not any(abs(100 * told / target - told) < 1 for target in targets)

    def _grouped_beside(self, row: LogicalRow, column: Column, cell: RawCell, unit: str) -> bool:
        """Whether a figure may be thousands, and another one of the row counts the same unit in groups that nobody can
        take for decimals, parted by the same mark ("1.733.980 m3" beside "79.912 m3")."""
        groups = _GROUPS["." if "." in cell.text else ","]
        others = (row.text(c.col) for c in self.measures if c.col != column.col)
        return read_cell(cell.text).ambiguous and any(
            groups.search(t) and read_cell(t).unit == unit for t in others
        )

    def _grouped_by_points(self, row: LogicalRow, column: Column, cell: RawCell) -> bool:
        """Whether a figure of one group behind a comma ("352,390") stands beside targets and realisasi of its row that
        are all thousands behind a point: the comma is a slip."""
        if column.measure not in _OF_ONE_INDICATOR or not _COMMA_GROUP.fullmatch(collapse(cell.text)):
            return False
        others = [
            collapse(row.text(c.col))
            for c in self.measures
            if c is not column and c.measure in _OF_ONE_INDICATOR
        ]
        others = [t for t in others if any(map(str.isdigit, t))]
        grouped = [t for t in others if _POINT_GROUPS.fullmatch(t)]
        whole = [read_cell(t, Mark.THOUSANDS).value for t in grouped]
        return len(grouped) == len(others) > 0 and all(v is not None and v >= LEAST_GROUPED for v in whole)

    def _in_rupiah(self, row: LogicalRow) -> bool:
        """Whether the satuan of a row is rupiah."""
        return any(
            c.role is Role.SATUAN and _RUPIAH_UNIT.fullmatch(row.text(c.col).strip())
            for c in self.columns.values()
        )

    def _is_input_of_money(self, row: LogicalRow) -> bool:
        """Whether a row tells the money put into a kegiatan ("Masukan (Input) | Dana | Rp", form PKK of Keputusan
        Kepala LAN 239/IX/6/8/2003), or the sum of it."""
        named = [row.text(c.col) for c in self.labels if c.role is Role.INDIKATOR]
        if self._in_rupiah(row) and any(map(_INPUT.match, named)):
            self._inputs.add(row.row)
            return True
        own = [cell.text for cell in row.cells.values()]
        return len(self._inputs) > 1 and any(map(is_total, own)) and any(map(AMOUNT.match, own))

    def _named_by_foot(self, row: LogicalRow, cell: RawCell) -> str:
        """The measure that the label of a row below a table names, reaching up to the figure ("Capaian Kinerja Sasaran
        (%)" below programs and their budgets); empty for other rows."""
        label = row.cells[min(row.cells)]
        alone = label.col_span > 1 and all(c is label or c is cell for c in row.cells.values())
        if not alone or label.col + label.col_span != cell.col:
            return ""
        if _CAPAIAN_FOOT.fullmatch(heading(label.text)):
            return Measure.CAPAIAN_PCT
        return OTHER_MEASURE_PREFIX + collapse(label.text) if _EFFICIENCY.match(heading(label.text)) else ""

    def _year_of_row(self, row: LogicalRow, named: str, measure: str) -> str:
        """The year that the label of a row says ("2021", "Target 2021"); empty when it says none, or the last one of a
        plan beside what was reached of it."""
        label = named or ("" if self._row_year is None else row.text(self._row_year))
        years = years_in(label)
        beside = self._row_year is not None and of_plan(label, "") and measure != Measure.TARGET_AKHIR
        return str(years[-1]) if years and not beside else ""

    def _of_plan(self, row: LogicalRow, column: Column, measure: str) -> str:
        """What a figure is in a row below the years of an indicator (`of_plan`): a share of progress stands alone."""
        label = row.text(self._row_year) if self._row_year is not None else ""
        told = of_plan(label, measure)
        if told != Measure.KEMAJUAN_PCT or measure == Measure.CAPAIAN_PCT:
            return told or measure
        own = [c for c in self.measures if c.indicator == column.indicator and row.text(c.col).strip()]
        alone = len(own) == 1 and not column.money
        return told if alone else OTHER_MEASURE_PREFIX + collapse(label)

    def _quarter_of_row(self, subject: str) -> str:
        """The quarter that a row is all about ("Triwulan III"); empty for other rows."""
        if not self.year or not _QUARTER_ROW.fullmatch(subject):
            return ""
        return f"{self.year}-{period_in([subject])}"

    def _code(self, row: LogicalRow) -> str:
        """The code of a row; its parts may stand in columns of their own ("4 | 02 | 01 | 15"), or before its label."""
        own = [c.col for c in self.columns.values() if c.role is Role.CODE]
        if not own:
            before = (CODE_BEFORE.match(collapse(row.text(c.col))) for c in self.labels)
            return next((match.group(1) for match in before if match), "")
        parts = [collapse(row.cells[col].text) for col in sorted(own) if col in row.cells]
        return ".".join(p for p in parts if p and not _NO_CODE.search(p))

    def _satuan(self, row: LogicalRow, column: Column) -> str:
        """The satuan of a row: beside the figure, else the satuan column left of it, else any."""
        if column.percent or column.money or column.measure in MONEY_MEASURES:
            return "Rp" if column.money else ""
        columns = [
            c
            for c in self.columns.values()
            if c.role is Role.SATUAN
            and not any(
                m.col == c.col - 1 and m.header_col == c.header_col and m is not column for m in self.measures
            )  # under the heading of another figure
        ]
        beside = [c for c in columns if c.col == column.col + 1 and c.header_col == column.header_col]
        for candidate in beside or sorted(columns, key=lambda c: abs(c.col - column.col)):
            text = collapse(row.text(candidate.col))
            if text:
                return text
        return ""

    def _period(self, column: Column) -> str:
        if self.kind is TableKind.RENSTRA_MATRIX and self.block_period:
            return self.block_period
        if column.measure == Measure.TARGET_AKHIR and year_span(column.period):
            return column.period.partition("-")[2]
        if column.measure == Measure.KEMAJUAN_PCT:
            return str(self.year) if self.year else ""
        if column.period.startswith("plan "):
            # Years of an unknown plan, and the ones before and at its end, are no year at all.
            counted = column.period.startswith((PLAN_YEAR_PREFIX, PLAN_START, PLAN_END))
            told = plan_year(column.period, self.plan_period)
            if not told and column.period == PLAN_END:
                told = self._last_planned_before(column)
            return told or ("" if counted else self.default_period)
        if column.period == LAST_YEAR:
            return str(self.year - 1) if self.year else ""
        if column.period == NEXT_YEAR:
            of_plan = self.default_period if self.default_period.isdigit() else str(self.year or "")
            return str(int(of_plan) + 1) if of_plan else ""
        if column.period.startswith("TW") and self.year:
            return f"{self.year}-{column.period}"
        if not column.period and column.measure.startswith(OTHER_MEASURE_PREFIX):
            told = period_in(column.parts)
            return told if _STARTS_WITH_YEAR.match(told) else self.default_period
        return column.period or self.default_period

    def _last_planned_before(self, column: Column) -> str:
        """The last of the years planned one after the other left of a column ("Kondisi kinerja pada akhir periode"
        behind "Tahun-4 (2022)" and "Tahun-5 (2023)"); empty without such years."""
        own = (c for c in self.measures if c.measure == Measure.TARGET and c.col < column.col)
        years = sorted({int(c.period) for c in own if c.period.isdigit()})
        in_turn = len(years) > 1 and years[-1] - years[0] == len(years) - 1
        return str(years[-1]) if in_turn else ""

    def _account(self, row: LogicalRow) -> None:
        """Ledger entries of the cells that are not figures."""
        for col, cell in row.cells.items():
            role = self._role(col)
            if role is Role.MEASURE:
                if not self._holds_figure(row, self.columns[col], cell):
                    self.ledger.append(LedgerEntry(self.table.number, cell.row, cell.col, Fate.WORDS))
                continue
            if role in (*LABEL_ROLES, Role.SATUAN, Role.CODE, Role.ROW_MEASURE, Role.ROW_YEAR):
                fate, reason = Fate.LABEL, ""
            elif role is Role.NUMBER:
                fate, reason = Fate.NUMBER, ""
            elif role is Role.WORDS and not _AMOUNT.search(cell.text):
                fate, reason = Fate.WORDS, ""
            else:
                fate, reason = Fate.UNREAD, UNKNOWN_HEADING
            self.ledger.append(LedgerEntry(self.table.number, cell.row, cell.col, fate, reason))


def _thing_measured(measures: Sequence[Column]) -> str:
    """What all headings of a table of years name besides their measure ("Target PAD (Rp)", "Realisasi PAD (Rp)": PAD);
    empty where they do not agree."""
    named = {collapse(_MEASURE_WORDS.sub(" ", c.header)) for c in measures} - {""}
    return named.pop() if len(named) == 1 else ""


def _doubted(place: Place) -> Place:
    """The place of a figure whose label could not be read: two lines are printed over each other."""
    return replace(place, confidence=min(place.confidence, GARBLED))


def plan_year(period: str, plan: str) -> str:
    """The year of "plan start", "plan end" or "plan year 2" in a plan such as "2013-2018", or all of it.

    A plan that names six years starts with the year of its baseline. Empty without a plan.
    """
    start, _, end = plan.partition("-")
    if not (start.isdigit() and end.isdigit()):
        return ""
    if period == PLAN_START:
        return start
    if period == PLAN_END:
        return end
    if period == PLAN_WHOLE:
        return plan
    number = int(period.removeprefix(PLAN_YEAR_PREFIX))
    baseline = int(end) - int(start) == 5
    return str(int(start) + number - (0 if baseline else 1))


def strip_list_number(text: str) -> str:
    """A label without the list number or bullet printed before it."""
    return _LIST_NUMBER.sub("", text, count=1)
