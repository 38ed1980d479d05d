"""What each column of a table holds, from its heading (all levels) and its body."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lkjip_normalize.hierarchy import PROGRAM_WORD
from lkjip_normalize.numbers import read_cell
from lkjip_normalize.wording import WORD, collapse, heading, year_span, years_in
from lkjip_schemas.document import RawTable
from lkjip_schemas.heading_words import unbroken
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure


class Role(StrEnum):
    """What a column is for."""

    NUMBER = "number"
    CODE = "code"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    LABEL = "label"
    SATUAN = "satuan"
    MEASURE = "measure"
    ROW_MEASURE = "row_measure"
    ROW_YEAR = "row_year"
    WORDS = "words"
    UNKNOWN = ""


_ACTION = re.compile(r"(?:(?:rencana|langkah|uraian) )?aksi")
"""Heads what an action plan does for a program or kegiatan."""
LABEL_ROLES = (Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.PROGRAM, Role.KEGIATAN, Role.LABEL)


@dataclass(slots=True)
class Column:
    """One column: heading parts from the top level down, index cell, role, and what it measures; `indicator` is the one
    that heads it where the rows are measures."""

    col: int
    parts: tuple[str, ...]
    index: str = ""
    role: Role = Role.UNKNOWN
    measure: str = ""
    period: str = ""
    money: bool = False
    percent: bool = False
    header_col: int = -1
    indicator: str = ""

    @property
    def header(self) -> str:
        """The heading of all levels, joined."""
        return collapse(" ".join(self.parts))


_ORDINAL = re.compile(r"^\(?(?:\d{1,3}|[a-zA-Z]|[IVX]{1,5})[.)]?$")
_NOTHING = re.compile(r"[-–—]|n\s?[/.]?\s?a\.?", re.I)
"""What stands where nothing was counted: a dash, or "n/a"."""


def _empty(texts: Sequence[str]) -> int:
    """How many cells say that nothing was counted."""
    return sum(bool(_NOTHING.fullmatch(t)) for t in texts)


_HAS_DIGIT = re.compile(r"\d")


_COUNTED = re.compile(r"\bke\s*-?\s*$", re.I)
"""A heading that the figures below it end: "Target Kinerja pada Tahun ke-" over 1, 2, 3."""


def header_columns(table: RawTable) -> list[Column]:
    """The columns of a table with their heading parts and index cells."""
    columns = [Column(c, ()) for c in range(table.n_cols)]
    first_body = min((c.row for c in table.cells if not c.is_header), default=table.n_rows)
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for cell in table.cells:
        if cell.is_header and cell.row < first_body:
            rows.setdefault(cell.row, []).append((cell.col, cell.col_span, cell.text))
    parts: list[list[str]] = [[] for _ in columns]
    spans: list[list[int]] = [[] for _ in columns]
    owner = [-1] * len(columns)
    for row in sorted(rows):
        own = rows[row]
        counted = all(parts[col] and _COUNTED.search(parts[col][-1]) for col, *_ in own)
        if _is_index([text for *_, text in own]) and not counted:
            for col, span, text in own:
                for c in range(col, min(col + span, len(columns))):
                    columns[c].index = text
            continue
        if parts[0] and _numbers_first(own):
            for col, _, text in own:
                if _NUMBERED.fullmatch(text):
                    columns[col].index = text
            own = [cell for cell in own if not _NUMBERED.fullmatch(cell[2])]
        widest = max(own, key=lambda cell: cell[1])
        if len(rows) > 1 and _is_title(own, widest, table.n_cols, begun=bool(parts[0])):
            continue
        for col, span, text in own:
            if span > 1 and re.match(r"(?:misi|visi)\b", text, re.I):
                continue  # a statement printed in the header row
            for c in range(col, min(col + span, len(columns))):
                parts[c].append(unbroken(text))
                spans[c].append(span)
                owner[c] = col
    _write_out_years(parts)
    for column, own_parts, own_spans in zip(columns, parts, spans, strict=True):
        column.parts = _gone_on(own_parts, own_spans)
        column.header_col = owner[column.col]
    _share_heading_of_quarters(columns)
    _share_lower_headings(columns)
    return columns


_GOES_ON = re.compile(r"\b(?:terhadap|thd|thdp|dari|dengan|dan|s\.?\s?/?d\.?|sampai(?: dengan)?)$", re.I)
"""The end of a heading that goes on below a ruling: "Realisasi terhadap" over "Target 2026 (%)"."""


def _gone_on(parts: Sequence[str], spans: Sequence[int]) -> tuple[str, ...]:
    """The headings of a column from the top, those that end within a phrase joined to the one below; one over several
    columns heads a group ("Realisasi 2023 terhadap" over "Target 2026 | Realisasi 2023")."""
    joined: list[str] = []
    for k, part in enumerate(parts):
        if joined and spans[k - 1] == spans[k] == 1 and _GOES_ON.search(joined[-1]):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return tuple(joined)


_SHORT_YEAR = re.compile(r"['’‘`´](\d\d)")
"""A year without its century ("'25")."""


def _write_out_years(parts: Sequence[list[str]]) -> None:
    """Write out the years of neighbouring columns that are printed without their century: '24, '25, '26."""
    short = [m if own and (m := _SHORT_YEAR.fullmatch(own[-1].strip())) else None for own in parts]
    for is_short, run in itertools.groupby(range(len(parts)), key=lambda k: short[k] is not None):
        own = [(k, int(m.group(1))) for k in run if is_short and (m := short[k])]
        if len(own) > 1 and all(b == a + 1 for (_, a), (_, b) in itertools.pairwise(own)):
            for k, year in own:
                parts[k][-1] = f"20{year:02}"


WORDS_OF_TITLE = 3
"""A title beside another cell has at least so many words ("TUJUAN" over its columns is none)."""


def _is_title(
    own: Sequence[tuple[int, int, str]], widest: tuple[int, int, str], columns: int, *, begun: bool
) -> bool:
    """Whether a row (column, span and text of its cells) is a title inside the table: one cell over all columns; or,
    before the headings have begun, one over most of them, alone from the first column on, or in capitals."""
    if len(own) == 1 and widest[1] >= columns:
        return True
    if begun or 2 * widest[1] <= columns:
        return False
    first = min(own)[0]
    if len(own) == 1 and first == 0:
        return True
    if not widest[2].isupper() or any(years_in(c[2]) for c in own if c != widest):
        return False
    long = len(widest[2].split()) >= WORDS_OF_TITLE and _label_role(heading(widest[2])) is Role.UNKNOWN
    return first > 0 or (long and min(own) == widest)


def _share_heading_of_quarters(columns: Sequence[Column]) -> None:
    """Give the four columns I, II, III, IV the heading that was read over some of them only."""
    for four in zip(columns, columns[1:], columns[2:], columns[3:], strict=False):
        if [c.parts[-1].strip(" .").upper() if c.parts else "" for c in four] != ["I", "II", "III", "IV"]:
            continue
        over = {c.parts[:-1] for c in four if len(c.parts) > 1}
        if len(over) == 1 and re.search(r"\b(?:tw|triwulan(?:an)?)\b", " ".join(*over), re.I):
            for column in four:
                column.parts = (*next(iter(over)), column.parts[-1])


def _share_lower_headings(columns: Sequence[Column]) -> None:
    """Repeat the lower headings under one heading over the columns behind that have none.

    "Keluaran, Hasil" over four columns, of which only the first two are headed "Tolok Ukur" and "Target".
    """
    for start, column in enumerate(columns):
        bare = next(([*group] for _, group in itertools.groupby(columns[start:], key=lambda c: c.parts)), [])
        headed = columns[max(start - len(bare), 0) : start]
        lower = [c.parts[-1] for c in headed if c.parts and c.parts[:-1] == column.parts]
        if column.parts and len(bare) > 1 and len(set(lower)) == len(bare):
            for own, part in zip(bare, lower, strict=True):
                own.parts = (*own.parts, part)


_NUMBERED = re.compile(r"\(?\d{1,2}\)?")
"""The number of a column."""


def _numbers_first(row: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a row numbers the first columns and names the others: 1 | 2 | 3 | Sebelum | Sesudah."""
    texts = [text for *_, text in sorted(row)]
    numbers = list(itertools.takewhile(_NUMBERED.fullmatch, texts))
    counted = [int(n.strip("()")) for n in numbers]
    rest = texts[len(numbers) :]
    return (
        counted == list(range(1, len(counted) + 1))
        and len(counted) > 1
        and bool(rest)
        and all(map(str.isalpha, rest))
    )


def _is_index(texts: Sequence[str]) -> bool:
    return (
        len(texts) >= 2
        and all(re.fullmatch(r"[\s$()\d.=/:xX*+%×÷–−-]+|[a-l]", t) for t in texts)
        and any(re.fullmatch(r"[(-]?\d{1,2}\)?\.?", t.strip()) for t in texts)
        and not any(years_in(t) for t in texts)
    )


_COUNTED_THINGS = re.compile(r"(?:jumlah|banyak(?:nya)?) [a-z]")
"""Headings of counts of what is elsewhere named ("Jumlah Indikator", "Jumlah Kegiatan")."""


def assign_roles(columns: list[Column], body: dict[int, list[str]]) -> None:
    """Set role, measure and period of the columns from headings, then from their bodies.

    `body` gives the non-empty body cells by column.
    """
    short = [heading(c.parts[-1]) if c.parts else "" for c in columns]
    beside = ("t", "r") in itertools.pairwise(short)
    shortened = beside or {heading(c.parts[-1]) for c in columns if len(c.parts) > 1} >= _SHORT_PAIR
    lettered = {c.col: m for c in columns if c.parts and (m := _YEAR_AND_LETTER.fullmatch(c.parts[-1]))}
    if not {*short, *(m[2].lower() for m in lettered.values())} >= _SHORT_PAIR:
        lettered = {}
    for column in columns:
        printed = column.parts
        if shortened and printed and (beside or len(printed) > 1):
            column.parts = (*printed[:-1], _SHORT.get(heading(printed[-1]), printed[-1]))
        if told := lettered.get(column.col):
            column.parts = (*printed[:-1], told[1], _SHORT[told[2].lower()])
        _role_from_heading(column)
        column.parts = printed
    for column in columns:
        texts = body.get(column.col, [])
        if (
            column.role in LABEL_ROLES
            and texts
            and sum(bool(_ORDINAL.match(t)) for t in texts) > 0.7 * len(texts)
        ):
            column.role = Role.UNKNOWN if _COUNTED_THINGS.match(heading(column.header)) else Role.NUMBER
    _figures_are_no_labels(columns, body)
    _main_performance(columns)
    _actions(columns)
    _units_of_urusan(columns, body)
    _codes_under_no(columns, body)
    _units_beside_measures(columns, body)
    _percent_of_other_units(columns, body)
    _planned_done_achieved(columns, body)
    _outputs_counted(columns, body)
    _shares_beside(columns)
    _shares_of_change(columns)
    _letters_without_money(columns)
    _mend_by_body(columns, body)
    _up_to_the_end_of_the_year(columns)
    _up_to_this_month(columns)
    named = any(c.role is Role.INDIKATOR for c in columns)
    for column in columns:
        texts = body.get(column.col, [])
        if (
            column.role is Role.LABEL
            and named
            and texts
            and all(_NOTHING.fullmatch(t) or read_cell(t).value for t in texts)
        ):
            column.role = Role.UNKNOWN  # "Standar Mutu Pelayanan" over figures names nothing
        if column.role is Role.WORDS and texts and "rekomendasi" in heading(column.header):
            read = [read_cell(t) for t in texts if not _NOTHING.fullmatch(t)]
            counted = all(r.value is not None or r.ambiguous for r in read)
            column.role = Role.UNKNOWN if counted else Role.WORDS  # how many were given, done, left
        if column.role is Role.UNKNOWN and texts:
            digits = sum(r.value is not None or r.ambiguous for r in map(read_cell, texts))
            if digits > 1 and digits + _empty(texts) == len(texts):
                digits = len(texts)  # a dash where nothing was counted
            if _ONLY_DATE.fullmatch(heading(column.parts[-1] if column.parts else "-")):
                digits += _empty(texts)  # a year in which nothing was counted
            if digits and _OTHER_REGION.fullmatch(heading(column.header)):
                digits = len(texts)  # grades and dashes of others beside their figures
            if column.col == 0 and sum(bool(_ORDINAL.match(t)) for t in texts) > 0.5 * len(texts):
                column.role = Role.NUMBER
            elif column.header and digits * 2 > len(texts):
                column.role = Role.MEASURE
                column.measure = OTHER_MEASURE_PREFIX + column.header
                if _YEAR_AROUND.fullmatch(column.header.strip()):
                    column.period = period_in(column.parts)
            else:
                column.role = Role.WORDS
    _quarters_of_the_target(columns)
    _numbers_of_quarters(columns)
    _sums_of_quarters(columns, body)


_SUM_HEADING = re.compile(r"(?:jumlah|total)(?: rp| rupiah)?")


def _sums_of_quarters(columns: Sequence[Column], body: dict[int, list[str]]) -> None:
    """A column "Jumlah" right behind four quarters of one measure in rupiah, which is their sum in every row, holds
    that measure of their year. (Of other figures quarters may be running totals, or shares.)"""
    for *four, column in zip(columns, columns[1:], columns[2:], columns[3:], columns[4:], strict=False):
        first = four[0]
        quarters = [c.period[-3:] for c in four] == ["TW1", "TW2", "TW3", "TW4"]
        alike = all((c.measure, c.money) == (first.measure, first.money) for c in four)
        summed = column.role is Role.MEASURE and _SUM_HEADING.fullmatch(heading(column.header))
        in_rupiah = first.money or _in_rupiah(four, body)
        parts = [body.get(c.col, []) for c in four]
        if quarters and alike and summed and in_rupiah and _are_sums(parts, body.get(column.col, [])):
            column.measure, column.money, column.period = first.measure, first.money, first.period[:-4]


def _in_rupiah(columns: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether all figures of some columns are amounts of rupiah."""
    return all(AMOUNT.search(t) for c in columns for t in body.get(c.col, []))


def _are_sums(parts: Sequence[Sequence[str]], sums: Sequence[str]) -> bool:
    """Whether texts are the sums of those beside them, all of them figures."""
    if not sums or any(len(own) != len(sums) for own in parts):
        return False
    for total, *own in zip(sums, *parts, strict=True):
        values = [read_cell(text).value for text in own]
        if any(v is None for v in values) or sum(v or 0 for v in values) != read_cell(total).value:
            return False
    return True


_OTHER_REGION = re.compile(
    r"(?:(?:realisasi|capaian|standar|rata rata|rerata) )*"
    r"(?:nasional|indonesia|provinsi|(?:kec|kecamatan|kab|kabupaten|kota|prov|provinsi)(?: [a-z]+){1,3})"
    r"(?: (?:nasional|provinsi))?"
)
"""Headings of what other regions, or the nation, reached."""
_LONG_CODE = re.compile(r"\d{1,2}(?:\s*\.\s*\d{1,4}){3,}\s*\.?")


def _codes_under_no(columns: list[Column], body: dict[int, list[str]]) -> None:
    """A column headed "No." of codes of programs and kegiatan ("4.10.03.29.002") holds codes, where none other does."""
    if any(c.role is Role.CODE for c in columns):
        return
    for column in columns:
        texts = body.get(column.col, [])
        codes = sum(bool(_LONG_CODE.fullmatch(t.strip())) for t in texts)
        if column.role is Role.NUMBER and codes > 1 and codes * 2 > len(texts):
            column.role = Role.CODE


_SHORT = {"t": "Target", "r": "Realisasi", "c": "Capaian", "c %": "Capaian (%)"}
"""Headings below a year, shortened to a letter."""
_SHORT_PAIR = frozenset({"t", "r"})
_YEAR_AND_LETTER = re.compile(r"\s*((?:tahun\s+)?(?:19|20)\d\d)\s*\(?([trc])\)?\s*", re.IGNORECASE)
"""A heading of one line, year and letter ("2020 (R)")."""

AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|(?<!\d)(?<![.,])\d{1,3}(?: \d{3}){2,}(?!\d)")
"""A grouped figure of a million or more: rupiah, whatever the heading says."""


_PLAIN_FIGURE = re.compile(r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,3})?\s*%?")
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})*(?:,\d+)?\s+[a-z]+(?: [a-z]+)?")
"""A count of something ("165 orang"), which is no name."""
_ONLY_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d[\d.,]*(?:,-)?", re.I)


def _mend_by_body(columns: list[Column], body: dict[int, list[str]]) -> None:
    """Columns whose bodies hold rupiah although the heading does not say so, and label columns
    without a known heading in a table that has none."""
    for column in columns:
        texts = body.get(column.col, [])
        if column.role is Role.LABEL and _spending_by_kind(column, texts):
            column.role, column.measure, column.money = Role.MEASURE, Measure.PAGU_RP, True
            column.period = period_in(column.parts)
        amounts = sum(bool(AMOUNT.search(t)) for t in texts)
        if not texts or amounts * 2 <= len(texts):
            continue
        text = heading(column.header)
        if column.role is Role.MEASURE and column.measure == Measure.SERAPAN_PCT:
            column.measure, column.money, column.percent = Measure.REALISASI_RP, True, False
        elif column.role is Role.UNKNOWN and _QUARTER.search(column.header):
            column.role, column.measure, column.money = Role.MEASURE, Measure.PAGU_RP, True
            column.period = period_in(column.parts)
        elif column.role is Role.UNKNOWN and re.search(
            r"penetapan|perubahan|murni|induk|\bpokok\b|semula|menjadi|jumlah", text
        ):
            column.role, column.measure, column.money = Role.MEASURE, Measure.PAGU_RP, True
    _programs_under_sasaran(columns, body)
    _targets_under_satuan(columns, body)
    quarters = [c for c in columns if _QUARTER.search(c.header)]
    if any(c.money for c in quarters):
        for column in quarters:
            if column.role is not Role.MEASURE:
                column.role, column.measure, column.money = Role.MEASURE, Measure.PAGU_RP, True
                column.period = period_in(column.parts)
    if not any(c.role in LABEL_ROLES for c in columns):
        for column in columns:
            texts = body.get(column.col, [])
            if (
                column.role in (Role.WORDS, Role.UNKNOWN)
                and not _NO_FIGURES.fullmatch(heading(column.header))
                and sum(len(t) > 8 and bool(WORD.search(t)) and not _COUNT.fullmatch(t) for t in texts) * 2
                > len(texts)
                > 0
            ):
                own = heading(column.header)
                lists = [c for c in columns if c.role is column.role and heading(c.header) == own]
                for same in lists if own else [column]:  # lists side by side have the same headings
                    same.role = Role.LABEL
                break
        else:
            first = columns[0]
            texts = body.get(first.col, [])
            places = _PLACES_LISTED.fullmatch(heading(first.header)) is not None
            words = bool(texts) and all(WORD.search(t) or (places and t[:1].isalpha()) for t in texts)
            free = (Role.WORDS, Role.UNKNOWN, Role.MEASURE) if places else (Role.WORDS, Role.UNKNOWN)
            if words and first.role in free and (places or not first.parts):
                # Short names without a heading ("Sem. I", "Sem. II"), or places.
                first.role, first.measure = Role.LABEL, ""


_PLACES_LISTED = re.compile(
    r"(?:nama )?(?:lokasi|rt|rw|rt rw|dusun|lingkungan|kampung|desa|kelurahan|nagari|distrik|kecamatan|wilayah)"
)
"""Headings of short names of places."""


def _spending_by_kind(column: Column, texts: Sequence[str]) -> bool:
    """Whether a column headed with a kind of spending ("Belanja Modal") holds amounts only."""
    return (
        heading(column.parts[-1] if column.parts else "").startswith("belanja")
        and bool(texts)
        and all(_NOTHING.fullmatch(t) or _ONLY_AMOUNT.fullmatch(t.strip()) for t in texts)
    )


def _programs_under_sasaran(columns: list[Column], body: dict[int, list[str]]) -> None:
    """A column headed "Sasaran / Program Prioritas" whose cells name programs; one headed "Sasaran Program / Kegiatan"
    where any cell does."""
    for column in columns:
        texts = [t for t in body.get(column.col, []) if not _ORDINAL.match(t)]
        if column.role is Role.SASARAN and "program" in heading(column.header):
            programs = sum(bool(PROGRAM_WORD.match(t)) for t in texts)
            if 2 * programs > len(texts) or (programs and "kegiatan" in heading(column.header)):
                column.role = Role.PROGRAM


def _targets_under_satuan(columns: list[Column], body: dict[int, list[str]]) -> None:
    """A column headed Satuan that holds figures, in a table without another target, holds the targets."""
    if any(c.measure == Measure.TARGET for c in columns):
        return
    for column in columns:
        texts = body.get(column.col, [])
        figures = sum(bool(_HAS_DIGIT.search(t)) for t in texts)
        if column.role is Role.SATUAN and figures > 0.7 * len(texts):
            column.role, column.measure = Role.MEASURE, Measure.TARGET
            column.period = period_in(column.parts)


def _units_beside_measures(columns: list[Column], body: dict[int, list[str]]) -> None:
    """A measure's heading may span two columns: the figure and its unit in words."""
    for left, right in itertools.pairwise(columns):
        if (
            left.role is not Role.MEASURE
            or right.role is not Role.MEASURE
            or left.header_col != right.header_col
        ):
            continue
        words = [t for t in body.get(right.col, []) if not _HAS_DIGIT.search(t)]
        if words and len(words) >= 0.7 * len(body.get(right.col, [])):
            right.role, right.measure = Role.SATUAN, ""


def _percent_of_other_units(columns: list[Column], body: dict[int, list[str]]) -> None:
    """A realisasi in percent of indicators most of which are counted in other units is an achievement.

    "Realisasi (%)" beside Ton, Ekor.
    """
    units = [
        t for c in columns if c.role is Role.SATUAN for t in body.get(c.col, []) if not _ORDINAL.match(t)
    ]
    others = [t for t in units if not _PERCENT_SIGN.search(t.lower())]
    if len(others) < 2 or 2 * len(others) <= len(units):
        return
    for column in columns:
        if column.measure == Measure.REALISASI and column.percent:
            column.measure = Measure.CAPAIAN_PCT


_PAIR = (
    re.compile(r"(?:k|kinerja|fisik|output|keluaran)(?: %)?"),
    re.compile(r"(?:rp|rupiah|anggaran|keuangan|dana|biaya)(?: rp)?"),
)
"""Headings of performance and money side by side under what they tell of."""
_PLANNED_PAIR = re.compile(r"(?:target|rencana)\b")
_DONE_PAIR = re.compile(r"realisasi\b(?!.*\bcapaian\b)")
_ACHIEVED_PAIR = re.compile(
    r"%|persen(?:tase)?"
    r"|(?:(?:%|persentase|tingkat|rasio) )*(?:pen)?capaian(?: (?:kinerja|target|realisasi))?(?: %| persen)?"
)

_IN_YEAR = re.compile(r"(?:\btahun\s+)?\b(?:19|20)\d\d\b", re.I)


def _planned_done_achieved(columns: Sequence[Column], body: dict[int, list[str]]) -> None:
    """Three pairs of performance and money side by side: what was planned, what was done of it, and the share that this
    is ("Target | Realisasi | Capaian", each over "K | Rp" or "Kinerja | Anggaran")."""
    pairs = [
        (k, heading(_IN_YEAR.sub(" ", " ".join(columns[k].parts[:-1]))))
        for k in range(len(columns) - 1)
        if columns[k].parts[:-1] == columns[k + 1].parts[:-1] != ()
        and all(p.fullmatch(heading(columns[k + n].parts[-1])) for n, p in enumerate(_PAIR))
    ]
    for (k, planned), (i, done), (j, share) in zip(pairs, pairs[1:], pairs[2:], strict=False):
        if j - i != i - k or not _PLANNED_PAIR.match(planned) or not _ACHIEVED_PAIR.fullmatch(share):
            continue
        percent = "%" in share or "persen" in share
        amounts = [any(map(AMOUNT.search, body.get(col + 1, []))) for col in (k, i, j)]
        if amounts != [True, True, False]:
            continue
        if not share or not (_DONE_PAIR.match(done) or (percent and _ACHIEVED_PAIR.fullmatch(done))):
            continue
        for col, measure in ((i, Measure.REALISASI), (j, Measure.CAPAIAN_PCT)):
            if not _PHYSICAL.search(columns[col].header):
                columns[col].role, columns[col].measure = Role.MEASURE, measure
                columns[col].percent = measure is Measure.CAPAIAN_PCT
        for col, measure in ((i + 1, Measure.REALISASI_RP), (j + 1, Measure.SERAPAN_PCT)):
            columns[col].role, columns[col].measure = Role.MEASURE, measure
            columns[col].money = measure is Measure.REALISASI_RP
            columns[col].percent = measure is Measure.SERAPAN_PCT


def _outputs_counted(columns: list[Column], body: dict[int, list[str]]) -> None:
    """Headings "Fisik" over target and realisasi are those of outputs where these are counted (Dokumen, Bulan), not of
    the progress of works in percent. Beside the target of the output itself they tell that progress."""
    units = [
        t for c in columns if c.role is Role.SATUAN for t in body.get(c.col, []) if not _ORDINAL.match(t)
    ]
    if not units or any(_PERCENT_SIGN.search(t.lower()) for t in units):
        return
    own = [c for c in columns if c.measure.startswith(OTHER_MEASURE_PREFIX) and _PHYSICAL.search(c.header)]
    told = {c.col: _measure(text, text.split()[0]) for c in own if (text := _without_physical(c))}
    targets = [c for c in own if told.get(c.col, ("",))[0] == Measure.TARGET]
    by_quarter = all(_QUARTER.search(c.header) for c in targets)
    if not targets or (not by_quarter and any(c.measure == Measure.TARGET for c in columns)):
        return
    counted = [c.col for c in own if told.get(c.col, ("",))[0] in (Measure.TARGET, Measure.REALISASI)]
    if any("%" in t for col in counted for t in body.get(col, [])):
        return
    for column in own:
        measure, money, percent = told.get(column.col, ("", False, False))
        if measure in (Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT) and not money:
            column.measure, column.percent = measure, percent
            column.period = period_in(column.parts)


_PARTS_MEASURED = re.compile(r"(?:jumlah|banyak(?:nya)?) (?:indikator|iku|sasaran|program|kegiatan)\b")
"""Counts of what is measured: a share behind them may be what it reached."""
_MEASURED_IN = re.compile(
    r"(?:km|m|m2|m3|ha|ton|kg|unit|buah|orang|jiwa|kk|kasus|ekor|desa|paket|jumlah|jml|frekuensi)"
)
"""A heading that is a unit, or says that something was counted."""
_MEASURED_AGAINST = frozenset({Measure.TARGET, Measure.REALISASI, Measure.PAGU_RP, Measure.REALISASI_RP})


def _shares_beside(columns: Sequence[Column]) -> None:
    """A bare "%" beside the target and the realisasi under one heading ("Keluaran | Target, Realisasi, %") is what was
    achieved; beside the budget and what was spent of it ("Program Pendukung | Anggaran, Realisasi (Rp), %") what was
    spent; behind a count, where nothing is measured, its share of all ("Jumlah Kasus | Persentase")."""
    told = {c.measure for c in columns}
    for left, right in itertools.pairwise(columns):
        own = heading(right.parts[-1]) if right.parts else ""
        counted = (
            _COUNTED_THINGS.match(heading(left.header)) and not _PARTS_MEASURED.match(heading(left.header))
        ) or _MEASURED_IN.fullmatch(heading(left.parts[-1] if left.parts else ""))
        if (
            right.measure == Measure.CAPAIAN_PCT
            and PERCENT_ALONE.fullmatch(own)
            and left.parts[:-1] == right.parts[:-1]
            and counted
            and not told & _MEASURED_AGAINST
        ):
            right.measure = OTHER_MEASURE_PREFIX + right.header
    for column in columns:
        beside = {c.measure for c in columns if c.parts[:-1] == column.parts[:-1] and len(c.parts) > 1}
        if column.measure.startswith(OTHER_MEASURE_PREFIX) and PERCENT_ALONE.fullmatch(
            heading(column.parts[-1] if column.parts else "")
        ):
            if {Measure.TARGET, Measure.REALISASI} <= beside:
                column.measure, column.percent = Measure.CAPAIAN_PCT, True
            elif {Measure.PAGU_RP, Measure.REALISASI_RP} <= beside:
                column.measure, column.percent = Measure.SERAPAN_PCT, True


def _letters_without_money(columns: Sequence[Column]) -> None:
    """A column headed K names performance beside one of rupiah only; elsewhere it may be anything ("Risiko: K | D")."""
    leaves = {heading(c.parts[-1]) for c in columns if c.parts}
    if any(_PAIR[1].fullmatch(leaf) or _MONEY_WORDS.search(leaf) for leaf in leaves):
        return
    for column in columns:
        if column.role is Role.MEASURE and column.parts and heading(column.parts[-1]) in ("k", "k %"):
            above = heading(" ".join(column.parts[:-1]))
            if not _NAMES_MEASURE.search(above):
                column.measure = OTHER_MEASURE_PREFIX + column.header


def _shares_of_change(columns: Sequence[Column]) -> None:
    """A bare "%" right beside what a budget has grown or shrunk by is that of the change; not beside what of a budget
    was left, in a table that tells what was spent or reached."""
    if any(c.measure in (Measure.REALISASI, Measure.REALISASI_RP) for c in columns):
        return
    for left, right in itertools.pairwise(columns):
        if (
            left.role not in LABEL_ROLES
            and _CHANGE.search(heading(left.header))
            and PERCENT_ALONE.fullmatch(heading(right.header))
            and right.role is Role.MEASURE
        ):
            right.measure = OTHER_MEASURE_PREFIX + collapse(f"{left.header} {right.header}")


def _without_physical(column: Column) -> str:
    """The heading of a column without the word "fisik" and without the quarter below it."""
    text = heading(" ".join(p for p in column.parts if not _ONLY_DATE.fullmatch(heading(p))))
    return collapse(_QUARTER.sub(" ", _PHYSICAL.sub(" ", text)))


def _quarters_of_the_target(columns: Sequence[Column]) -> None:
    """Columns headed by quarters alone, beside targets and nothing that was reached, are those targets by quarter
    ("Target Tahunan | Triwulan: I, II, III, IV")."""
    told = {c.measure for c in columns if c.measure and not c.measure.startswith(OTHER_MEASURE_PREFIX)}
    own = [
        c
        for c in columns
        if (c.measure.startswith(OTHER_MEASURE_PREFIX) or c.role is Role.WORDS)
        and _QUARTER_ALONE.fullmatch(heading(c.header))
    ]
    if told == {Measure.TARGET} and len(own) >= LEAST_QUARTERS:
        for column in own:
            column.role, column.measure, column.period = Role.MEASURE, Measure.TARGET, period_in(column.parts)


def _numbers_of_quarters(columns: Sequence[Column]) -> None:
    """Columns headed by a number alone are of the quarter that others with this number name ("Target Triwulan: I,
    II, III, IV | Capaian (%): I, II, III, IV")."""
    own = [(c, heading(c.parts[-1])) for c in columns if c.measure and len(c.parts) > 1]
    quarters = {
        number: c.period for c, number in own if "TW" in c.period and _NUMBER_OF_QUARTER.fullmatch(number)
    }
    if len(set(quarters.values())) != QUARTERS:
        return
    for column, number in own:
        if number in quarters and "TW" not in column.period:
            column.period = quarters[number]


def _up_to_the_end_of_the_year(columns: Sequence[Column]) -> None:
    """Columns "s.d. Triwulan IV" are of the whole year, where none goes up to another quarter: all of the last quarter,
    or an achievement alone beside the columns of that quarter."""
    told = [(c, match) for c in columns if (match := _UP_TO_QUARTER.search(c.header))]
    if not all(match.group(1).lower() in ("iv", "4") for _, match in told):
        return
    own = [c for c, _ in told]
    others = any(c.period.endswith("TW4") for c in columns if c not in own)
    for column in own:
        if not others or (column.measure == Measure.CAPAIAN_PCT and len(column.parts) == 1):
            column.period = column.period.removesuffix("TW4").removesuffix("-")


_MONTH_NOW = re.compile(r"(s d )?(?:bulan|triwulan|tw|periode) (ini|lalu)\b")


def _up_to_this_month(columns: Sequence[Column]) -> None:
    """What was realised up to last month and in this month are parts of what was realised "s.d. bulan ini"."""
    reached = [c for c in columns if c.measure in (Measure.REALISASI, Measure.REALISASI_RP)]
    told = {c.col: m for c in reached if (m := _MONTH_NOW.search(heading(c.header)))}
    whole = {c.measure for c in reached if c.col in told and told[c.col].group(1, 2) == ("s d ", "ini")}
    for column in reached:
        match = told.get(column.col)
        if match and column.measure in whole and match.group(1, 2) != ("s d ", "ini"):
            column.measure = OTHER_MEASURE_PREFIX + column.header


def _role_from_heading(column: Column) -> None:
    text = heading(column.header)
    named = [p for p in column.parts if not _ONLY_DATE.fullmatch(heading(p))]
    own = heading(column.parts[-1]) if column.parts else ""
    leaf = _DATED_RUPIAH.sub(r"\1", _RUPIAH_IN_UNITS.sub("rp", heading(named[-1]))) if named else own
    if (
        len(named) > 1
        and not _NAMES_MEASURE.search(leaf)
        and not re.fullmatch(r"k(?: %)?|kinerja|rp|rupiah|%|persen", leaf)
        and not _short_rupiah(text, leaf)
    ):
        leaf = heading(" ".join(named))  # "Realisasi | Keuangan (Rp)": the level above names the measure
    if not text:
        return
    if re.fullmatch(r"no|nomor|nomer|no urut|no\.?", text):
        column.role = Role.NUMBER
    elif re.search(r"\bkode\b", text):
        column.role = Role.CODE
    elif re.match(r"periode\b", own):
        column.role = Role.WORDS
    elif re.fullmatch(r"satuan|satuan (?:target|kinerja|indikator)|unit satuan", leaf):
        column.role = Role.SATUAN
    elif re.search(r"\b(?:jadwal|waktu pelaksanaan)\b", text) or _NO_FIGURES.fullmatch(own):
        column.role = Role.WORDS
    elif not _measure_from_heading(column, text, leaf):
        column.role = _label_role(text)


_UNIT_HEADING = re.compile(
    r"(?:nama )?(?:organisasi )?perangkat daerah|opd|skpd|organisasi|satuan kerja|unit (?:kerja|organisasi)"
)
"""Headings of columns that name the units of a government."""


def _label_role(text: str) -> Role:
    if re.search(
        r"definisi|formula|rumus|cara (?:pengukuran|perhitungan|menghitung)|"
        r"alasan|penjelasan|sumber data|penanggung|pihak|keterangan|\bket\b|hambatan|"
        r"upaya|solusi|perbaikan|analisis|faktor|rekomendasi|strategi\b|kebijakan|predikat|kategori|"
        r"kriteria|menunjang|sumber dana|\blokasi\b",
        text,
    ):
        return Role.WORDS
    if re.search(r"indikator|\boutput\b|keluaran|tolok ukur|\boutcome\b", text):
        return Role.INDIKATOR
    if re.search(r"\bsasaran\b|kinerja utama$", text):
        return Role.SASARAN
    if re.search(r"\btujuan\b", text):
        return Role.TUJUAN
    if re.search(r"\bprogram\b", text):
        return Role.PROGRAM
    if re.search(r"\bkegiatan\b|\bsubkegiatan\b", text):
        return Role.KEGIATAN
    if re.search(
        r"uraian|urusan|jenis(?! kelamin)|nama|bidang|pelayanan|belanja|unsur|komponen|\bdukungan\b", text
    ):
        return Role.LABEL
    return Role.UNKNOWN


def _actions(columns: Sequence[Column]) -> None:
    """The words of a column "Rencana Aksi" behind programs, with a unit or targets, are what is counted where no
    column is called indikator."""
    words = [c for c in columns if _ACTION.fullmatch(heading(c.header))]
    counted = any(c.role is Role.SATUAN or c.measure == Measure.TARGET for c in columns)
    if (
        len(words) == 1
        and counted
        and words[0].role in {Role.WORDS, Role.UNKNOWN}
        and any(c.role in {Role.PROGRAM, Role.KEGIATAN} for c in columns)
        and not any(c.role is Role.INDIKATOR for c in columns)
    ):
        words[0].role = Role.INDIKATOR


def _units_of_urusan(columns: Sequence[Column], body: dict[int, list[str]]) -> None:
    """Budgets by urusan and by the units that do it are those of the units: several may share an urusan."""
    for urusan, unit in itertools.pairwise(columns):
        over = urusan.role is Role.LABEL and "urusan" in heading(urusan.header).split()
        texts = body.get(unit.col, [])
        named = 2 * sum(not t[:1].isdigit() for t in texts) > len(texts)
        if over and named and _UNIT_HEADING.fullmatch(heading(unit.header)):
            urusan.role, unit.role = Role.WORDS, Role.LABEL


_COUNTED_SASARAN = re.compile(
    r"(?:jumlah )?sasaran(?: (?!strategis|program|kegiatan|kinerja|daerah|utama|opd|skpd|pd|rencana|tingkat|target|"
    r"capaian)[a-z ]+)?"
)
"""Headings of those whom a service is meant for, over figures ("Sasaran | Terlayani", "Sasaran Balita")."""


def _figures_are_no_labels(columns: Sequence[Column], body: dict[int, list[str]]) -> None:
    """A column that is headed like one of names ("Waktu Pelayanan", "Jenis Lahan | Perkebunan") but holds figures only
    names nothing where words stand on its left; codes and numbers stand left of what they count."""
    words = [c.col for c in columns if (texts := body.get(c.col)) and all(map(WORD.search, texts))]
    for column in columns:
        texts = body.get(column.col, [])
        behind = any(col < column.col for col in words)
        counted = sum(bool(_PLAIN_FIGURE.fullmatch(t)) for t in texts)
        many = 2 * sum(len(t) > 1 for t in texts) > len(texts)  # not the numbers of sasaran
        counting = column.role is Role.LABEL or (
            many and _COUNTED_SASARAN.fullmatch(heading(column.header)) is not None
        )
        if counting and behind and counted and counted + _empty(texts) == len(texts):
            column.role = Role.UNKNOWN


_SHORT_FOR_INDICATOR = re.compile(r"(?:uraian )?ik[ukpd]")


def _main_performance(columns: Sequence[Column]) -> None:
    """ "Kinerja Utama" behind a column of sasaran, where none is called indikator, holds the indicators; elsewhere it
    is what they measure. So does "IKU" (IKK, IKP, IKD), wherever it stands."""
    main = [c for c in columns if c.role is Role.SASARAN and heading(c.header) == "kinerja utama"]
    before = [c for c in columns if c.role is Role.SASARAN and c not in main]
    short = [c for c in columns if not c.measure and _SHORT_FOR_INDICATOR.fullmatch(heading(c.header))]
    if any(c.role is Role.INDIKATOR for c in columns):
        return
    if len(short) == 1:
        short[0].role = Role.INDIKATOR
    elif len(main) == 1 and before:
        main[0].role = Role.INDIKATOR


def _measure_from_heading(column: Column, text: str, leaf: str) -> bool:
    """Set the measure when the heading names one."""
    measure, money, percent = _measure(text, leaf)
    if not measure:
        return False
    column.role = Role.MEASURE
    column.measure = OTHER_MEASURE_PREFIX + column.header if measure == OTHER_MEASURE_PREFIX else measure
    column.money, column.percent = money, percent
    column.period = period_in(column.parts)
    if not column.period and re.search(
        r"kondisi (?:awal|dasar)|baseline|data awal|tahun awal perencanaan", text
    ):
        column.period = PLAN_START
    if not column.period and measure == Measure.TARGET_AKHIR:
        column.period = PLAN_END
    if measure == Measure.PAGU_RP and (
        (not column.period and _PLAN_ENDS.search(text)) or _END_OF_PLAN.search(text)
    ):
        column.period = PLAN_WHOLE
    return True


_NAMES_MEASURE = re.compile(
    r"t[ae]rget|rencana|realisasi|capaian|anggaran|pagu|serapan|kemajuan|hasil|kondisi|sebelum|se(?:sudah|telah)|"
    r"fisik|sisa|"
    r"indikator|sasaran|program|kegiatan|uraian|(?<!volume )satuan|penetapan|perubahan"
)
_RUPIAH_IN_UNITS = re.compile(
    r"^(?:rp|rupiah)(?: dalam)? (?:ribu|juta|mil[iy]ar)(?:an)?(?: rp| rupiah)?$"
    r"|^(?:ribu|juta|mil[iy]ar)(?:an)? (?:rp|rupiah)$|^rp (?:x ?)?(?:1 )?000$"
)
"""A heading of amounts in thousands or millions: "Rp (ribu)", "Rp (x1.000)"."""
AGAINST = r"\b(?:terhadap|thdp?|thp)\b"
"""Pattern of "terhadap" as headings shorten it."""
_AGAINST_TARGET = re.compile(
    rf"(?:%|persen(?:tase)?|tingkat capaian|capaian|kemajuan|realisasi)(?: realisasi| capaian)? {AGAINST}"
    r"(?= target| tahun| (?:19|20))(?: target)?(?: tahun)?(?: ((?:19|20)\d\d))?(?: %)?"
)
"""A share of a target ("% terhadap Target 2026"); with a year, of that year."""
_NO_FIGURES = re.compile(
    r"lokasi|sumber dana|catatan(?: penting)?|ket(?:erangan)?|penanggung jawab"
    r"|(?:kategori|predikat|kriteria)(?: (?:capaian|kinerja|penilaian|nilai|realisasi|keberhasilan))*"
)
_NO_MEASURE = re.compile(
    r"\brasio\b(?! (?:tingkat )?capaian)|\bproporsi\b|pertumbuhan|\bass?et\b|\boms[ez]t\b|\bdebit\b|\bkredit\b|"
    r"\bjumlah pendapatan\b|\bshu\b|\bsimpanan\b"
)
"""Headings of figures that are neither budget nor performance."""
_WORTH = re.compile(r"\b(?:nilai kontrak|kerugian|harga)\b(?! %)(?=.*\brp\b)")
"""A heading of rupiah that are no budget."""
_RATIO_OF_MONEY = re.compile(
    r"\brasio\b(?: antara)? realisasi(?: anggaran)? (?:dan|dengan|terhadap|thd) (?:pagu )?anggaran\b"
)
"""The share of the budget that was spent, as the form of a Renstra names it (Permendagri 86/2017, table T-C.24)."""
_BUDGET_AND_SPENT = re.compile(
    r"^(?:anggaran|pagu|alokasi|target) (?:dan )?realisasi\b|^realisasi dan (?:anggaran|pagu)\b"
)
"""A heading over budget and spending, which the headings below it tell apart."""
_FORWARD = re.compile(r"\bp(?:ra|er)kiraan maju\b")
"""The forward estimate of a Renja: the budget of the year behind (Permendagri 86/2017, table T-C.33)."""
_RESULT = re.compile(r"hasil(?:$| (?:th|tahun|kinerja|capaian|yang dicapai|s d|sd|sampai|(?:19|20)\d\d))")
_PLAN_ENDS = re.compile(
    r"\bkondisi (?:kinerja )?(?:pada )?akhir (?:periode|renstra|rpjmd|tahun)"
    r"|^akhir (?:periode )?(?:renstra|rpjmd|rpd)\b|^(?:renstra|rpjmd|rpd)\b.*\bakhir periode\b"
)
"""What a plan comes to at its end: the target of its last year, the rupiah of all its years."""
_END_OF_PLAN = re.compile(
    r"^target (?:renstra|rpjmd|rpd)\b.*\bakhir (?:periode|renstra|rpjmd|rpd|tahun)"
    r"|^target akhir (?:renstra|rpjmd|rpd)\b"
)
"""The target of a plan at its end, over a pair K and Rp."""
_TO_PLAN_END = re.compile(
    r"^t[ae]rget\b.*\bs d (?:tahun )?((?:19|20)\d\d) (?:19|20)\d\d \1\b"
    r"|^t[ae]rget s ?d (?:tahun )?(?:19|20)\d\d (?:akhir )?(?:rpjmd|renstra)$"
)
"""A target of the year in which a plan ends ("s/d Tahun 2018 (2013-2018)", "s.d 2018 (RPJMD)")."""
_TARGET_OF_PLAN = re.compile(r"target kinerja capaian program\b.*\b(?:renstra|rpjmd|rpd)\b")
_LEVEL_OF_PLAN = re.compile(r"tingkat capaian (?:realisasi )?target (?:renstra|rpjmd|rpd)\b")
_REACHED_OF_PLAN = re.compile(
    r"\bp(?:ra|er)kiraan realisasi (?:capaian )?(?:target )?(?:program )?(?:renstra|rpjmd|rpd)\b"
)
"""Headings of table T-C.29 (Permendagri 86/2017), columns 4 and 12, and the one over columns 10 and 11."""
_COUNTED_BY_RESULT = re.compile(
    r"\b(?:capaian|indikator)(?: kinerja| indikator| target)? (?:melebihi|melampaui|sesuai|memenuhi|tercapai|"
    r"(?:belum|tidak)(?: tercapai)?|kurang|di ?(?:atas|bawah))(?: dari)?(?: target)?$"
)
"""A heading over counts of indicators that reached their targets or did not ("Capaian | Melebihi, Sesuai, Belum
Tercapai")."""
_LEFT_OVER = re.compile(r"\bsisa\b|\bsil[pk]a\b|\bsaldo\b")
_SPEAKS_OF_ACHIEVEMENT = re.compile(
    r"realisasi|capaian|kinerja|target|serapan|tahun|triwulan|\btw\b|semester|kemajuan|(?:19|20)\d\d"
)
_BARE_LEAF = re.compile(r"rp|rupiah|%|persen")
_ONLY_DATE = re.compile(
    r"(?:tahun |tw |triwulan |bulan )*(?:(?:19|20)\d\d)?(?: ?(?:19|20)\d\d)*|iv|iii|ii|i|\d"
)
_MONEY_WORDS = re.compile(
    r"\b(?:anggar(?:an)?|pagu|keuangan|alokasi|dpa|dppa|apbd|belanja|dana|rp(?: ?000)?)\b"
)
"""Words of money; "anggar" is what a page leaves of "anggaran" where it cuts a sheet."""
_CHANGE = re.compile(
    r"\b(?:ber)?(?:tambah|kurang)\b|\bselisih\b|\b(?:ke)?naik(?:an)?\b|\b(?:pen)?urunan\b|\bturun\b"
)
PERCENT_ALONE = re.compile(r"%|persen(?:tase)?")
_CHANGED = re.compile(
    r"(?:ke)?(?:naik|turun)(?:an)?\b|(?:peningkat|penurun|perubah|pertambah|pengurang|selisih)(?:an)?\b|(?:ber)?tambah\b"
)
"""Begins a heading over what changed between two years ("Naik / (Turun) 2017-2018" over "Selisih | %")."""
_PERCENT_SIGN = re.compile(r"%|\bpersen(?:tase)?\b")


_SHORT_RUPIAH = re.compile(r"rp ?([tr])(?: (?:ribu|juta|mil[iy]ar|rb|jt))?")
"""The money of "T | R | Rp T | Rp R (ribu)"."""
_SHORT_DATED = re.compile(r"([tr]) (?:19|20)\d\d")
"""Target and realisasi of a year, shortened ("R. 2021")."""
_DATED_RUPIAH = re.compile(r"^(rp|rupiah)(?: (?:19|20)\d\d)+$")
"""The money of a pair with the years it is for ("Rp 2021-2026")."""


def is_target_of_plan(text: str) -> bool:
    """Whether a heading names the target at the end of a plan ("Target Akhir Renstra 2026")."""
    return _END_OF_PLAN.search(heading(text)) is not None


def _short_rupiah(text: str, leaf: str) -> re.Match[str] | None:
    """The letters of money planned or spent; not the trillions of "Realisasi Investasi | Rp. T"."""
    return None if re.search(r"target|realisasi", text) else _SHORT_RUPIAH.fullmatch(leaf)


def _measure(text: str, leaf: str) -> tuple[str, bool, bool]:
    """(measure, rupiah?, percent?) that a heading names; ("", ...) when it names none."""
    if dated := _SHORT_DATED.fullmatch(leaf):
        return (Measure.TARGET if dated.group(1) == "t" else Measure.REALISASI), False, False
    if short := _short_rupiah(text, leaf):
        return (Measure.PAGU_RP if short.group(1) == "t" else Measure.REALISASI_RP), True, False
    money = bool(_MONEY_WORDS.search(text)) and not re.search(r"sumber (?:dana|anggaran)", text)
    percent = bool(_PERCENT_SIGN.search(leaf)) and not re.search(r"\brp\b", leaf)
    label = re.search(r"\bindikator\b|\buraian\b|\bnama\b|\bkegiatan\b(?!.*\brp\b)", leaf) and not re.match(
        r"(?:% )?(?:target|terget|realisasi|capaian|pencapaian|kondisi|hasil)\b", leaf
    )
    if share := re.fullmatch(
        r"(rencana|target|realisasi|capaian)\b.* (?:(?:%|persen) keu(?:angan)?|keu(?:angan)? (?:%|persen))",
        text,
    ):
        planned = share.group(1) in {"rencana", "target"}
        return OTHER_MEASURE_PREFIX if planned else Measure.SERAPAN_PCT, False, True
    if re.search(r"\bspj\b", text):
        return (Measure.SERAPAN_PCT, False, True) if percent else (Measure.REALISASI_RP, True, False)
    if _RATIO_OF_MONEY.search(text):
        return Measure.SERAPAN_PCT, False, True
    if _WORTH.search(text):
        return OTHER_MEASURE_PREFIX, True, False
    if (
        _NO_MEASURE.search(text)
        or _COUNTED_BY_RESULT.search(text)
        or re.search(r"\babsolut\b", leaf)
        or (_BARE_LEAF.fullmatch(leaf) and _LEFT_OVER.search(text))
    ):
        return OTHER_MEASURE_PREFIX, False, percent
    if re.fullmatch(r"%|persen(?:tase)?", leaf) and _CHANGED.match(text):
        return OTHER_MEASURE_PREFIX, False, True
    if (
        re.fullmatch(r"%|persen", leaf)
        and text != leaf
        and not _SPEAKS_OF_ACHIEVEMENT.search(text)
        and not money
    ):
        return OTHER_MEASURE_PREFIX, False, True
    if re.match(r"sumber (?:dana|pendanaan|anggaran) rp\b", text):
        return OTHER_MEASURE_PREFIX, True, False  # what each of them gives
    if _PLAN_ENDS.search(text) and re.fullmatch(r"k|kinerja|target(?: (?:19|20)\d\d)?|kondisi .*", leaf):
        return Measure.TARGET_AKHIR, False, False
    if re.fullmatch(r"k(?: %)?|kinerja", leaf) and text != leaf:
        return _of_pair(text, False), False, percent
    if leaf == "anggaran rp" and _BUDGET_AND_SPENT.search(text):
        return Measure.PAGU_RP, True, False
    if (re.fullmatch(r"rp|rupiah", leaf) and _CHANGE.search(text)) or re.fullmatch(
        r"(?:bertambah|lebih) (?:ber)?kurang(?: rp| rupiah)?", leaf
    ):
        return OTHER_MEASURE_PREFIX, True, False
    if re.fullmatch(r"rp|rupiah|anggaran rp|keuangan", leaf) and text != leaf:
        pair = _of_pair(text, True)
        return pair, pair != Measure.SERAPAN_PCT, pair == Measure.SERAPAN_PCT
    if re.search(r"\bsebelum\b|\bsemula\b", leaf):
        return OTHER_MEASURE_PREFIX, money, percent
    if _TARGET_OF_PLAN.match(leaf):
        return Measure.TARGET_AKHIR, False, False
    if _LEVEL_OF_PLAN.match(leaf):
        return Measure.KEMAJUAN_PCT, False, True
    if percent and not money and re.match(r"tingkat realisasi (?:renja|rkpd|target|%|persen)(?!\w)", leaf):
        return Measure.CAPAIAN_PCT, False, True
    if percent and re.match(r"tingkat capaian\b", leaf) and _REACHED_OF_PLAN.search(text):
        return Measure.KEMAJUAN_PCT, False, True
    if re.match(r"(?:target|rencana)(?: (?:tingkat|tk))? (?:pen)?capaian\b", leaf):
        return Measure.TARGET, False, percent
    if re.search(r"^(?:%|persen(?:tase)?) (?:anggaran|pagu|alokasi)|^(?:anggaran|pagu|alokasi) %", leaf):
        return OTHER_MEASURE_PREFIX, False, True
    if re.search(r"% penggunaan|penggunaan %|penggunaan anggaran", leaf):
        return Measure.SERAPAN_PCT, False, True
    if re.fullmatch(
        r"kondisi (?:awal|dasar).*|(?:baseline|data awal)(?: (?:tahun )?\d{4})?|data capaian pada tahun awal.*",
        leaf,
    ):
        return Measure.REALISASI, False, False
    if re.fullmatch(r"kondisi akhir.*", leaf):
        return Measure.TARGET_AKHIR, False, False
    if leaf == "perubahan" and re.match(r"target\b", text) and not money:
        return Measure.TARGET, False, False
    if re.search(r"\b(?:sesudah|setelah|menjadi)\b", leaf):
        return (Measure.PAGU_RP, True, False) if money else (Measure.TARGET, False, False)
    if re.fullmatch(r"(?:realisasi |capaian )?keu(?:angan)? (?:%|persen)|(?:%|persen) keu(?:angan)?", leaf):
        return Measure.SERAPAN_PCT, False, True
    if re.search(r"\bfis\w?k\b", text if re.fullmatch(r"%|persen|target|realisasi|capaian", leaf) else leaf):
        return OTHER_MEASURE_PREFIX, False, True
    if re.search(
        r"percepatan|perlambatan|\bber(?:tambah|kurang)\b|naik|turun|kenaikan|penurunan|peningkatan|selisih|"
        r"tercapai\s*tidak|tercap ai",
        leaf,
    ):
        return (OTHER_MEASURE_PREFIX, False, False) if not label else ("", False, False)
    if _LEFT_OVER.search(leaf) or "efisiensi" in leaf:
        return OTHER_MEASURE_PREFIX, money and not percent, percent
    if re.search(
        r"tingkat kemajuan|kemajuan|(?:capaian|realisasi|persentase|%).*(?:terhadap|thdp?|thp|dibanding).*"
        r"(?:akhir|renstra|rpjmd|jangka menengah)",
        text,
    ):
        return Measure.KEMAJUAN_PCT, False, True
    if against := _AGAINST_TARGET.fullmatch(leaf):
        return (Measure.KEMAJUAN_PCT if against.group(1) else Measure.CAPAIAN_PCT), False, True
    if re.search(rf"\brealisasi\b.*{AGAINST}.*(?:\bpk\b|perjanjian|target)", leaf):
        return Measure.CAPAIAN_PCT, False, True
    if re.search(rf"\b(?:realisasi|capaian).*{AGAINST}(?!.*(?:\bpk\b|perjanjian|target))", leaf):
        return OTHER_MEASURE_PREFIX, False, percent  # against another year, or against others
    if re.search(
        r"t[ae]rget.*(?:akhir|jangka menengah|renstra|rpjmd)|(?:akhir|renstra|rpjmd).*target", leaf
    ) and (not re.search(r"\brealisasi|\bcapaian\b|\bs d\b", leaf) or _TO_PLAN_END.search(leaf)):
        return Measure.TARGET_AKHIR, False, False
    if money and not percent and re.match(r"(?:ter|di)?salur(?:kan)?\b|penyaluran\b", leaf):
        return Measure.REALISASI_RP, True, False
    if re.search(r"serapan|penyerapan", leaf):
        if re.search(r"\b(?:rencana|target)\b", text) and not percent:
            return Measure.PAGU_RP, True, False
        return (
            (Measure.SERAPAN_PCT, False, True)
            if percent or not re.search(r"\brp\b", leaf)
            else (Measure.REALISASI_RP, True, False)
        )
    if re.search(r"\brealisasi.*\bcapaian\b|\bcapaian\b.*\brealisasi", leaf) and not percent and not money:
        return Measure.REALISASI, False, False
    if re.search(r"\bcapaian\b|\bpencapaian\b|\bketercapaian\b", leaf) and not label:
        return (
            (Measure.SERAPAN_PCT if money and not re.search(r"kinerja", text) else Measure.CAPAIAN_PCT),
            False,
            True,
        )
    if (re.search(r"\brealisasi", leaf) or _RESULT.match(leaf)) and not label:
        if re.search(r"hasil (?:s d|sd|sampai)", leaf):
            return OTHER_MEASURE_PREFIX, False, False
        if money:
            return (Measure.SERAPAN_PCT, False, True) if percent else (Measure.REALISASI_RP, True, False)
        if re.match(r"(?:%|persen(?:tase)?)\s", leaf):
            return Measure.CAPAIAN_PCT, False, True
        return Measure.REALISASI, False, percent
    if re.search(r"\bkondisi\b", leaf) and years_in(text) and not label:
        return Measure.REALISASI, False, False
    if _FORWARD.match(leaf) and not re.search(r"\btarget\b", leaf):
        return Measure.PAGU_RP, True, False
    if re.search(r"\bt[ae]rget\b|\brencana\b(?! aksi| tindak)", leaf) and not label:
        if money and percent:
            return OTHER_MEASURE_PREFIX, False, True  # the share of the budget that was to be spent
        if money and not re.search(r"\bk\b", leaf):
            return Measure.PAGU_RP, True, False
        return Measure.TARGET, False, False
    if (
        money
        and re.search(
            r"anggaran|pagu|alokasi|\bdpa\b|\bdppa\b|penetapan|perubahan|jumlah|\brp\b|murni|\bpokok\b|dana",
            leaf,
        )
        and not label
    ):
        return Measure.PAGU_RP, True, False
    if re.search(r"^%$|^persen(?:tase)?(?: %)?$|^%? ?realisasi$", leaf):
        return (Measure.SERAPAN_PCT if money else Measure.CAPAIAN_PCT), False, True
    return "", False, False


def _of_pair(text: str, rupiah: bool) -> str:
    """K/Rp pairs of Renstra matrices, quarterly tables, and evaluations of a Renja (Permendagri 86/2017, E.81)."""
    if re.search(
        r"\btingkat (?:capaian|realisasi)\b|^(?:persentase )?capaian\b", text
    ) and _PERCENT_SIGN.search(text):
        if rupiah:
            return Measure.SERAPAN_PCT
        to_the_end = re.search(r"\b(?:renstra|rpjmd|rpd|target akhir)\b", text)
        return Measure.KEMAJUAN_PCT if to_the_end else Measure.CAPAIAN_PCT
    if not rupiah and _END_OF_PLAN.search(text):
        return Measure.TARGET_AKHIR
    real = re.search(r"realisasi|capaian", text)
    if rupiah:
        return Measure.REALISASI_RP if real else Measure.PAGU_RP
    return Measure.REALISASI if real else Measure.TARGET


_OF_QUARTER = r"(?:tw|triwulan(?:an)?|twl|trw|triw)\s*\.?\s*(?:ke\s*-?\s*)?(iv|iii|ii|i|[1-4])\b"
_QUARTER = re.compile(rf"\b{_OF_QUARTER}", re.I)
_QUARTER_ALONE = re.compile(_OF_QUARTER, re.I)
LEAST_QUARTERS = 3
"""So many columns of quarters stand for the year."""
_UP_TO_QUARTER = re.compile(
    rf"\b(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?)\s+{_OF_QUARTER}",
    re.I,
)
_PHYSICAL = re.compile(r"\bfis\w?k\b", re.I)
_UNIT_IN_BRACKETS = re.compile(r"\(\s*(?:rp\.?|rupiah|%|persen)\s*\)", re.I)
"""What stands between the words of a heading and the number of the quarter below: "Anggaran Triwulan (Rp) | II"."""
PLAN_YEAR = re.compile(r"\b(?:th|tahun)\.?\s*(?:ke\s*)?-?\s*(v|iv|iii|ii|i|[1-5])\b(?!\d)", re.I)
"""A year counted within the plan: "TH II", "Tahun ke-2"."""
PLAN_YEAR_PREFIX = "plan year "
PLAN_START, PLAN_END, PLAN_WHOLE = "plan start", "plan end", "plan period"
LAST_YEAR = "last year"
"""Stands for the year before the report year until that is known."""
NEXT_YEAR = "next year"
"""Stands for the year behind the one of the plan."""
QUARTERS = 4
_NUMBER_OF_QUARTER = re.compile(r"iv|i{1,3}|[1-4]")
"""A quarter told by its number alone."""
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


_YEAR_BEFORE = re.compile(r"\b(?:tahun|thn?)\.?\s*(?:lalu\b|sebelumnya\b|\(?\s*n\s*[-–]\s*1(?!\d))", re.I)


_COMPARED_WITH = re.compile(r"\b(?:di)?banding(?:kan)?\b", re.I)
"""Behind the year of a figure: the one that it is compared with."""
_YEAR_AROUND = re.compile(r"\(?[TN]\s*([-–+])\s*1\)?", re.I)
"""The year before and the one behind, as forms of budgets call them."""


def period_in(parts: Sequence[str]) -> str:
    """The year, quarter or span that a heading speaks of; the lowest level wins."""
    joined = collapse(" ".join(parts))
    compared = _COMPARED_WITH.search(joined)
    if compared is not None and years_in(joined[: compared.start()]):
        joined = joined[: compared.start()]
        parts = (joined,)
    quarter = _QUARTER.search(joined) or _QUARTER.search(_UNIT_IN_BRACKETS.sub(" ", joined))
    if around := _YEAR_AROUND.fullmatch(parts[-1].strip()) if parts else None:
        return LAST_YEAR if around.group(1) != "+" else NEXT_YEAR
    if _YEAR_BEFORE.search(joined) and not years_in(joined):
        return LAST_YEAR
    if _FORWARD.search(joined.lower()) and not years_in(joined):
        return NEXT_YEAR
    if len(parts) > 1 and re.fullmatch(r"[1-5]", parts[-1].strip()) and _COUNTED.search(parts[-2]):
        return PLAN_YEAR_PREFIX + parts[-1].strip()
    counted = PLAN_YEAR.search(joined)
    if counted and not years_in(joined):
        return PLAN_YEAR_PREFIX + _ROMAN.get(counted.group(1).lower(), counted.group(1))
    told = next((part for part in reversed(parts) if years_in(part)), "")
    span, years = year_span(told), years_in(told)
    if quarter:
        number = _ROMAN.get(quarter.group(1).lower(), quarter.group(1))
        return f"{years[-1]}-TW{number}" if years else f"TW{number}"
    if span:
        return span
    return str(years[-1]) if years else ""
