"""Document to Report: the one entry of normalisation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkjip_normalize.achieved_years import tables_of_realised
from lkjip_normalize.agreements import agreed_years, find_agreements
from lkjip_normalize.boxes import as_row, printed
from lkjip_normalize.column_roles import AMOUNT, LABEL_ROLES, Column, Role, assign_roles, header_columns
from lkjip_normalize.hierarchy import CODE_BEFORE, PROGRAM_WORD, ROMAN, MoneyRow, levels, numbers_row
from lkjip_normalize.identity import identify
from lkjip_normalize.kinds import (
    Clues,
    Kind,
    are_by_month,
    are_statistics,
    decide_kind,
    money_in_performance_columns,
    own_names,
    settle_after_kind,
    settle_columns,
    settle_plan_years,
    settle_quarter,
    settle_quarters_of_spending,
    settle_reached_quarters,
    settle_years,
    turn_into_money,
    turn_into_others,
)
from lkjip_normalize.numbers import read_cell, without_source
from lkjip_normalize.percent_columns import settle_percentages
from lkjip_normalize.prose import read_prose
from lkjip_normalize.rows import RowReader, carry_names_down, conventions, logical_rows, strip_list_number
from lkjip_normalize.same_print import read_alike, read_elsewhere
from lkjip_normalize.table_records import table_records
from lkjip_normalize.turned import indicator_names, name_from_figures, name_from_heading, turn_rows
from lkjip_normalize.wording import collapse, plain, year_span, years_in
from lkjip_schemas.document import Document, RawTable
from lkjip_schemas.place import Box
from lkjip_schemas.records import (
    Agreement,
    Identity,
    LedgerEntry,
    Observation,
    PageNote,
    ReadTable,
    Report,
    TableColumn,
)
from lkjip_schemas.vocabulary import (
    MONEY_MEASURES,
    RUPIAH_MEASURES,
    DocumentKind,
    Fate,
    Measure,
    SubjectLevel,
    TableKind,
)

_HEADING_SASARAN = re.compile(
    r"\bsasaran(?:\s+st?rate?\w+)?\s*(?:ke\s*)?[-.]?\s*(?:\d+|[IVX]+)?\s*[:.]?\s+(.{10,200})$", re.I
)

_CAPTION_SASARAN = re.compile(
    r"(?<!indikator )\bsasaran(?:\s+st?rate?\w+)?\s*(?:ke\s*)?[-.]?\s*(?:\d+|[IVX]+)?\s*:\s*"
    r"(?!(?:persentase|indeks|nilai|jumlah|angka|tingkat|rasio|cakupan)\b)(.{10,200})$",
    re.I,
)
"""At the end of a caption, with a colon right behind, and no indicator behind that."""


_PLANNED = re.compile(
    r"\b(?:(?<!akhir )rencana(?! pembangunan jangka)|usulan|proyeksi|prakiraan|rkt|renja)\b", re.I
)
_REACHED = frozenset({Measure.REALISASI, Measure.CAPAIAN_PCT, Measure.REALISASI_RP, Measure.SERAPAN_PCT})
"""Measures of a year that is over."""
LEADING_SENTENCE = 200
"""Letters of the sentence above a table that may tell its kind."""


@dataclass(frozen=True, slots=True)
class _Read:
    table: ReadTable
    observations: list[Observation]
    ledger: list[LedgerEntry]
    columns: list[Column]
    block_period: str = ""
    box: RawTable | None = None
    """A box as a table of one row: figures and ledger have its rows and columns."""
    last_part: Box | None = None
    """What the table covers of its last page."""


def normalize(document: Document) -> Report:
    """The report of a document: identity, kinds of tables, figures with meaning, and the ledger."""
    identity = identify(document)
    agreements = find_agreements(document, identity.kind)
    prose = read_prose(document, identity.year)
    years = agreed_years(document, agreements)
    read: list[_Read] = []
    for table in document.tables:
        before = read[-1] if read else None
        read.append(_read_table(table, identity, agreements, years, before))
    marks = read_elsewhere(o for r in read for o in r.observations)
    read = [replace(r, observations=read_alike(r.observations, marks)) for r in read]
    names = indicator_names(o for r in read for o in r.observations)
    read = [
        replace(r, observations=name_from_heading(r.observations, r.columns, table, names))
        for table, r in zip(document.tables, read, strict=True)
    ]
    named = name_from_figures(
        [(r.observations, r.columns) for r in read], [_said_of(t) for t in document.tables]
    )
    read = [replace(r, observations=own) for r, own in zip(read, named, strict=True)]
    realised = tables_of_realised(o for r in read for o in r.observations)
    read = [_as_realised(r) if r.table.number in realised else r for r in read]
    return Report(
        report_id=document.report_id,
        file=document.file,
        identity=identity,
        pages=tuple(
            PageNote(page=p.page, kind=p.kind.value, rotation=p.rotation, reader=p.reader, note=p.note)
            for p in document.pages
        ),
        tables=tuple(_as_printed(t, r) for t, r in zip(document.tables, read, strict=True)),
        observations=tuple(o for r in read for o in r.observations),
        agreements=agreements,
        ledger=tuple(printed(e) if r.box else e for r in read for e in r.ledger),
        prose=prose,
        records=tuple(
            record
            for raw, r in zip(document.tables, read, strict=True)
            for record in table_records(r.box or raw, r.table, r.observations)
        ),
    )


def _as_realised(read: _Read) -> _Read:
    """A table of achievements with the measure that they have: what was achieved."""
    measure = {"measure": Measure.REALISASI.value}
    columns = tuple(
        c.model_copy(update=measure) if c.measure == Measure.CAPAIAN_PCT else c for c in read.table.columns
    )
    table = read.table.model_copy(update={"columns": columns})
    return replace(read, table=table, observations=[o.model_copy(update=measure) for o in read.observations])


def _as_printed(table: RawTable, read: _Read) -> ReadTable:
    """What is known of a table; of a box that it is one."""
    if read.box is None:
        return read.table
    return read.table.model_copy(update={"n_rows": table.n_rows, "n_cols": table.n_cols, "turned": True})


def _read_table(
    table: RawTable,
    identity: Identity,
    agreements: Sequence[Agreement],
    years: Mapping[int, str],
    before: _Read | None,
) -> _Read:
    box = as_row(table)
    table = box or table
    body = _body(table)
    columns, kind = _columns(table, body, identity, agreements, before)
    goes_on = (
        before is not None and before.table.kind is kind.kind and table.page_from - before.table.page_to <= 1
    )
    plan = identity.plan_period if identity.kind is DocumentKind.RENSTRA else ""
    reader = RowReader(
        table,
        columns,
        kind.kind,
        identity.year,
        sasaran=_sasaran_above(table),
        plan_period=_plan_of(table.caption, identity),
        default_period=plan
        or years.get(table.page_from)
        or _next_year(table.caption, columns, identity.year)
        or str(identity.year or ""),
        block_period=before.block_period if before is not None and goes_on else "",
    )
    rows = logical_rows(table)
    carry_names_down(rows, columns)
    reader.read(rows, conventions(columns, body, rows, table.caption))
    observations = _with_levels(reader.observations, columns, table)
    ledger = reader.ledger + [
        LedgerEntry(table.number, c.row, c.col, Fate.HEADER) for c in table.cells if c.is_header
    ]
    return _Read(
        ReadTable(
            number=table.number,
            kind=kind.kind,
            caption=table.caption,
            heading=table.heading,
            page_from=table.page_from,
            page_to=table.page_to,
            n_rows=table.n_rows,
            n_cols=table.n_cols,
            engine=table.engine,
            confidence=table.confidence,
            kind_reason=kind.reason,
            columns=tuple(
                TableColumn(
                    col=c.col,
                    header=c.header,
                    index=c.index,
                    role=c.role.value,
                    measure=c.measure,
                    period=c.period,
                )
                for c in columns
            ),
        ),
        observations,
        ledger,
        columns,
        reader.block_period,
        box,
        _part_on(table.page_to, table),
    )


def _body(table: RawTable) -> dict[int, list[str]]:
    body: dict[int, list[str]] = {}
    for cell in table.cells:
        if not cell.is_header:
            body.setdefault(cell.col, []).append(cell.text)
    return body


def _numbered_otherwise(table: RawTable, before: _Read) -> bool:
    """Whether the captions of two tables have different numbers ("Tabel 3.7" behind "Tabel 3.6"); or only the second
    one has a number, does not say that it goes on, and stands in another frame."""
    one, other = (_TABLE_NUMBER.match(text) for text in (table.caption, before.table.caption))
    if one is None:
        return False
    if other is not None:
        return one.group(1).rstrip(".") != other.group(1).rstrip(".")
    own, frame = _part_on(table.page_from, table), before.last_part
    same = (
        own is not None and frame is not None and max(abs(own.x0 - frame.x0), abs(own.x1 - frame.x1)) <= SAME
    )
    return not same and not re.search("lanjut|sambung", table.caption, re.I)


def _part_on(page: int, table: RawTable) -> Box | None:
    """What a table covers of a page; None for nothing."""
    boxes = [c.place.box for c in table.cells if c.place.page == page]
    return Box.around(boxes) if boxes else None


def _stands_beside(table: RawTable, before: _Read) -> bool:
    """Whether a table stands left or right of the one before it, on one page: neither goes on with the other."""
    own, other = _part_on(table.page_from, table), before.last_part
    if table.page_from != before.table.page_to or own is None or other is None:
        return False
    over = min(own.bottom, other.bottom) - max(own.top, other.top)
    apart = own.x0 >= other.x1 - 1 or own.x1 <= other.x0 + 1
    return apart and 2 * over > min(own.height, other.height)


def _columns(
    table: RawTable,
    body: dict[int, list[str]],
    identity: Identity,
    agreements: Sequence[Agreement],
    before: _Read | None,
) -> tuple[list[Column], Kind]:
    """Columns with roles, and the kind; a table without a heading goes on with the one before it, also below the
    numbers of its columns."""
    if all(c.row == 0 and _COLUMN_NUMBER.match(c.text) for c in table.cells if c.is_header):
        guessed = _headless_budget(table, body)
        if (
            before is not None
            and before.table.n_cols == table.n_cols
            and before.table.page_from <= table.page_from <= before.table.page_to + 1
            and not _numbered_otherwise(table, before)
            and not _stands_beside(table, before)
            and (guessed is None or any(c.money for c in before.columns))
        ):
            return [replace(c) for c in before.columns], Kind(before.table.kind, "lanjutan tabel sebelumnya")
        if guessed is not None and any(c.measure == Measure.REALISASI_RP for c in guessed):
            return guessed, Kind(
                TableKind.REALISASI_ANGGARAN, "pagu, realisasi dan persennya, tanpa judul kolom"
            )
        if guessed is not None:
            return guessed, Kind(
                TableKind.PK_ANGGARAN, "daftar program/kegiatan dengan rupiah, tanpa judul kolom"
            )
    in_agreement = any(a.page_from <= table.page_from <= a.page_to for a in agreements)
    columns = header_columns(table)
    assign_roles(columns, body)
    turn_rows(columns, body)
    if money_in_performance_columns(columns, body):
        turn_into_money(columns)
    settle_plan_years(columns)
    spent = any(c.measure == Measure.REALISASI_RP for c in columns)
    settle_columns(columns, body, in_agreement or (not spent and bool(_AGREEMENT.search(table.caption))))
    settle_quarter(columns)
    settle_quarters_of_spending(columns, _said_of(table), body)
    settle_reached_quarters(columns, _said_of(table))
    settle_years(columns, identity.year, table.caption)
    settle_percentages(columns, body)
    said = _said_of(table)
    clues = Clues(caption=said, document=identity.kind, in_agreement=in_agreement)
    if are_statistics(columns, said):
        turn_into_others(columns)
        return columns, Kind(TableKind.OTHER, "data statistik ekonomi")
    kind = decide_kind(columns, clues)
    if any(c.indicator for c in columns) and not any(c.role is Role.ROW_YEAR for c in columns):
        kind = Kind(TableKind.PENGUKURAN, "indikator sebagai judul kolom, ukuran sebagai baris")
    if are_by_month(columns, body):
        turn_into_others(columns, frozenset({Measure.TARGET, Measure.PAGU_RP}))
    plan = _plan_of(said, identity)
    settle_after_kind(columns, kind.kind, identity.year, plan, own_names(identity))
    return columns, kind


def _next_year(caption: str, columns: Sequence[Column], year: int | None) -> str:
    """The year behind that of the report, where a caption names it alone and says that it is planned ("Rencana Kinerja
    Tahun 2024" in a report of 2023), and no column tells what was reached; else empty."""
    planned = _PLANNED.search(caption) and not any(c.measure in _REACHED for c in columns)
    return str(year + 1) if year and planned and set(years_in(caption)) == {year + 1} else ""


_CALLED_PLAN = re.compile(r"\b(?:renstra|rpjmd|rpd|rencana strategis|jangka menengah|periode)\b", re.I)


def _plan_of(said: str, identity: Identity) -> str:
    """The plan that a caption names ("2021-2026"), or else that of the document; a span inside the latter
    ("2021-2023"), or one that ends with the year of the report and is called no plan, is that of the years compared."""
    span, plan = year_span(said), identity.plan_period
    inside = plan[:4] <= span[:4] and span[-4:] <= plan[-4:]
    over = span[-4:] <= str(identity.year) and not _CALLED_PLAN.search(said)
    return plan if not span or (plan and span != plan and (inside or over)) else span


def _said_of(table: RawTable) -> str:
    """The caption of a table, or else the sentence that leads to it."""
    return table.caption or re.split(r"(?<=[a-z0-9)])\.\s", table.heading)[-1][-LEADING_SENTENCE:]


SHARE_DIGIT, LEAST_SHARES = Decimal("0.06"), 3
"""A printed percentage may differ so much from the computed one; so many rows must fit."""
_COLUMN_NUMBER = re.compile(r"\s*\(?\s*(?:\d{1,2}|[a-l])?\s*\)?\.?\s*$")
SAME = 3.0
"""Parts of one table have the same frame up to so many points."""
_TABLE_NUMBER = re.compile(r"\W*tabel\s*(\d[\d.]*)", re.I)
_AGREEMENT = re.compile(r"\b(?:perjanjian|penetapan) kinerja\b", re.I)
_OF_BUDGET = re.compile(r"\b(?:program|kegiatan|belanja|anggaran)\b", re.I)
"""Words in labels of amounts that may be printed in thousands of rupiah."""


def _headless_budget(table: RawTable, body: dict[int, list[str]]) -> list[Column] | None:
    """Columns of a budget list without headings: number, label, amounts in rupiah; or two columns of amounts and one
    of what percentage the second is of the first."""
    columns = [Column(c, ()) for c in range(table.n_cols)]
    amount = re.compile(r"^:?\s*(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{2})?(?:,-|\.-|-)?$")
    money = [
        c
        for c, texts in body.items()
        if sum(bool(amount.match(without_source(t))) for t in texts) >= max(2, 0.7 * len(texts))
    ]
    labels = [
        c
        for c, texts in body.items()
        if sum(len(t) > 12 and strip_list_number(t)[:1].isalpha() for t in texts) * 2 > len(texts)
    ]
    labels = [c for c in labels if money and c < money[0]] or labels  # behind the amount stand remarks
    share = _share_of_two(money, body) if len(money) == 2 else None
    if (len(money) != 1 and share is None) or not labels:
        return None
    amounts = body[money[0]]
    rupiah = sum(bool(AMOUNT.search(t) or re.match(r":?\s*Rp", t)) for t in amounts)
    if 2 * rupiah < len(amounts) and not any(_OF_BUDGET.search(t) for c in labels for t in body[c]):
        return None  # figures of thousands: people, hectares
    dated = [t for c in labels for t in body[c] if years_in(t)]
    if len(dated) * 2 > sum(len(body[c]) for c in labels):
        return None  # amounts of several years: what an indicator is computed from
    for column in columns:
        texts = body.get(column.col, [])
        if column.col == share:
            column.role, column.measure, column.percent = Role.MEASURE, Measure.SERAPAN_PCT, True
        elif column.col in money:
            measure = Measure.PAGU_RP if column.col == money[0] else Measure.REALISASI_RP
            column.role, column.measure, column.money = Role.MEASURE, measure, True
        elif column.col in labels:
            column.role = Role.PROGRAM
        elif texts and all(re.fullmatch(r"\(?[\da-zA-Z]{1,3}[.)]?", t) for t in texts):
            column.role = Role.NUMBER
        else:
            column.role = Role.WORDS
    return columns


def _share_of_two(money: Sequence[int], body: dict[int, list[str]]) -> int | None:
    """The column that says what percentage the second amount of most rows is of the first."""
    first, second = (body[c] for c in money)
    for col, texts in body.items():
        if col <= money[-1] or not len(first) == len(second) == len(texts):
            continue
        rows = [tuple(read_cell(t).value for t in row) for row in zip(first, second, texts, strict=True)]
        told = [(a, b, share) for a, b, share in rows if a and b and share is not None]
        fitting = sum(abs(b / a * 100 - share) <= SHARE_DIGIT for a, b, share in told)
        if fitting >= LEAST_SHARES and fitting >= 0.7 * len(texts):
            return col
    return None


def _sasaran_above(table: RawTable) -> str:
    """The sasaran that a heading above the table, or else its caption, names ("Sasaran 1: Meningkatnya ...")."""
    match = _HEADING_SASARAN.search(collapse(table.heading[-260:]))
    if match is None or ":" not in match.group(0)[:40]:
        match = _CAPTION_SASARAN.search(collapse(table.caption))
    return collapse(match.group(1)).lstrip(": ") if match else ""


def _numbers_of_rows(columns: Sequence[Column], table: RawTable) -> dict[int, str]:
    """The number before each row; of several columns of numbers ("1" over "a.", "b.") the last that has any, a Roman
    number that the edge between them cuts whole."""
    numbered = {c.col for c in columns if c.role is Role.NUMBER}
    texts: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda c: c.col):
        if cell.col in numbered and not cell.is_header and numbers_row(collapse(cell.text)):
            texts.setdefault(cell.row, []).append(collapse(cell.text))
    whole = {row: "".join(own) for row, own in texts.items()}
    return {row: whole[row] if ROMAN.fullmatch(whole[row]) else own[-1] for row, own in texts.items()}


def _with_levels(
    observations: list[Observation], columns: Sequence[Column], table: RawTable
) -> list[Observation]:
    """Set level and parent of money rows (program, kegiatan, sub kegiatan, total)."""
    numbers = _numbers_of_rows(columns, table)
    kegiatan_cols = {c.col for c in columns if c.role is Role.KEGIATAN}
    program_cols = {c.col for c in columns if c.role is Role.PROGRAM}
    order: list[int] = []
    by_row: dict[int, list[Observation]] = {}
    for o in observations:
        if o.measure in MONEY_MEASURES:
            if o.row not in by_row:
                order.append(o.row)
            by_row.setdefault(o.row, []).append(o)
    if not order:
        return observations
    money_cols = sorted({o.col for rows in by_row.values() for o in rows if o.measure in RUPIAH_MEASURES})
    split = bool(kegiatan_cols and program_cols)
    bare = {r: name for r, name in _bare_programs(table, columns).items() if r not in by_row}
    if any(PROGRAM_WORD.match(by_row[r][0].subject) for r in order):
        bare = {}  # what has no amounts where programs have them is something else
    order = sorted([*order, *bare])
    rows = [
        _money_row(by_row[r], money_cols, split, numbers.get(r, ""))
        if r in by_row
        else MoneyRow(bare[r], "", False, False, tuple(None for _ in money_cols), numbers.get(r, ""))
        for r in order
    ]
    found = dict(zip(order, levels(rows), strict=True))
    named = _level_named(columns)
    if not any(level is not SubjectLevel.TOTAL for level in found.values() if level):
        found = {row: level or named for row, level in found.items()}
    parents = _parents(order, found, {r: rows[0].subject for r, rows in by_row.items()} | bare)
    return [
        o.model_copy(update={"subject_level": found[o.row], "parent": parents[o.row] or o.parent})
        if o.row in found and o.measure in MONEY_MEASURES and found[o.row] is not SubjectLevel.UNKNOWN
        else o
        for o in observations
    ]


def _bare_programs(table: RawTable, columns: Sequence[Column]) -> dict[int, str]:
    """Rows that name a program and hold nothing else but a number: the head of the kegiatan below."""
    names = {c.col for c in columns if c.role in LABEL_ROLES}
    besides = {c.col for c in columns if c.role in (Role.NUMBER, Role.CODE)}
    found: dict[int, str] = {}
    for row in logical_rows(table):
        filled = [c for c in row.cells.values() if c.text.strip()]
        over = len(filled) == 1 and filled[0].col_span > 1  # from the column of the numbers on
        labels = [c for c in filled if over or (c.col in names and c.col not in besides) if c.row_span == 1]
        if len(labels) == 1 and all(c in labels or c.col in besides for c in filled) and not row.spanning:
            name = re.sub(r"^[A-Z]\.\s+", "", strip_list_number(collapse(labels[0].text)))
            if PROGRAM_WORD.match(name):
                found[row.row] = name
    return found


def _level_named(columns: Sequence[Column]) -> SubjectLevel:
    """The level that the heading of the one column of works names, and nothing more ("Program", "Sub Kegiatan")."""
    works = [plain(c.header) for c in columns if c.role in (Role.PROGRAM, Role.KEGIATAN)]
    if len(works) == 1 and re.fullmatch(r"(?:nama )?program", works[0]):
        return SubjectLevel.PROGRAM
    if len(works) == 1 and re.fullmatch(r"(?:nama )?sub ?kegiatan", works[0]):
        return SubjectLevel.SUB_KEGIATAN
    return SubjectLevel.UNKNOWN


def _money_row(own: list[Observation], money_cols: Sequence[int], split: bool, number: str) -> MoneyRow:
    first = own[0]
    amounts = {o.col: o.value for o in own if o.measure in RUPIAH_MEASURES}
    label = CODE_BEFORE.sub("", first.subject)
    return MoneyRow(
        label=label,
        code=first.subject_code,
        total=first.subject_level is SubjectLevel.TOTAL,
        from_kegiatan=split and not PROGRAM_WORD.match(label),
        amounts=tuple(amounts.get(c) for c in money_cols),
        number=number,
    )


def _parents(
    order: Sequence[int], found: Mapping[int, SubjectLevel], subjects: Mapping[int, str]
) -> dict[int, str]:
    sasaran = program = kegiatan = ""
    parents: dict[int, str] = {}
    for r in order:
        subject = subjects[r]
        level = found[r]
        parents[r] = ""
        if level is SubjectLevel.SASARAN:
            sasaran, program, kegiatan = subject, "", ""
        elif level is SubjectLevel.PROGRAM:
            program, kegiatan = subject, ""
            parents[r] = sasaran
        elif level is SubjectLevel.KEGIATAN:
            kegiatan = subject
            parents[r] = program
        elif level is SubjectLevel.SUB_KEGIATAN:
            parents[r] = kegiatan or program
    return parents
