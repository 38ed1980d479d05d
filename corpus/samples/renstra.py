"""Lampiran 2: the 2023 block of the Renstra matrix on two landscape pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Spacer, Table

from samples import facts, facts_renstra
from samples.facts_budget import BUDGET_ROWS
from samples.flowables import CELL_HEAD, FigureCells, cell, heads, ruled_table
from samples.gold import Ledger

WIDTHS = (40, 18, 62, 62, 60, 132, 132, 22, 36, 58, 22, 36, 58, 52)
ROWS_ON_FIRST_PAGE = 22  # program 01 with all its kegiatan, so no merged cell crosses the pages
TINY = ParagraphStyle("matrix", fontName="Helvetica", fontSize=6, leading=6.9)
TINY_CENTER = ParagraphStyle("matrix-center", parent=TINY, alignment=TA_CENTER)
TINY_RIGHT = ParagraphStyle("matrix-right", parent=TINY, alignment=TA_RIGHT)
TINY_HEAD = ParagraphStyle("matrix-head", parent=TINY_CENTER, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("matrix-title", parent=CELL_HEAD, fontSize=9, leading=11)
HEADER_ROWS = 4

Command = tuple[Any, ...]


def header() -> tuple[list[Sequence[object]], list[Command]]:
    """The four header rows with their merged cells."""
    empty: list[object] = [""] * len(WIDTHS)
    titles = heads(
        "Periode", "NO", "Tujuan", "Sasaran", "Kode", "Program, Kegiatan, Sub Kegiatan",
        "Indikator Kinerja Tujuan, Sasaran, Program(outcome), Kegiatan (output), Sub Kegiatan",
        style=TINY_HEAD,
    )  # fmt: skip
    target = "Target Renstra SKPD pada Tahun 2018 s/d 2023 (periode Renstra SKPD)"
    realisasi = (
        "Realisasi Kinerja dan Anggaran Renstra SKPD s/d Tahun 2023 (Akhir Tahun Pelaksanaan Renja SKPD)"
    )
    first: list[object] = [
        *titles,
        *heads(target, style=TINY_HEAD), "", "",
        *heads(realisasi, style=TINY_HEAD), "", "",
        *heads("Unit OPD Penanggung Jawab", style=TINY_HEAD),
    ]  # fmt: skip
    second = [*empty]
    second[7], second[10] = heads("7", "8", style=TINY_HEAD)
    third = [*empty]
    third[7], third[9], third[10], third[12] = heads("K", "Rp", "K", "Rp", style=TINY_HEAD)
    fourth = [*empty]
    fourth[:6] = heads("1", "2", "3", "4", "5", "6", style=TINY_HEAD)
    fourth[13] = heads("9", style=TINY_HEAD)[0]
    commands: list[Command] = [("SPAN", (column, 0), (column, 2)) for column in (*range(7), 13)]
    for left in (7, 10):
        commands += [
            ("SPAN", (left, 0), (left + 2, 0)),
            ("SPAN", (left, 1), (left + 2, 1)),
            ("SPAN", (left, 2), (left + 1, 2)),
        ]
    return [first, second, third, fourth], commands


def body_row(row: facts_renstra.RenstraRow, figures: FigureCells) -> list[object]:
    """One program, kegiatan or sub kegiatan; merged columns are filled by the caller."""
    twin = BUDGET_ROWS[row.budget_row]
    name = row.name or twin.name
    unit = cell(row.unit, TINY_CENTER)
    return [
        "", "", "", "",
        cell(row.code, TINY),
        cell(name, TINY),
        cell(row.indicator or twin.indicator, TINY),
        figures.score(row.k_target, name, "target", unit=row.unit, style=TINY_CENTER),
        unit,
        figures.rupiah(row.rp_target, name, "pagu_rp", style=TINY_RIGHT),
        figures.score(row.k_realisasi, name, "realisasi", unit=row.unit, style=TINY_CENTER),
        unit,
        figures.rupiah(row.rp_realisasi, name, "realisasi_rp", style=TINY_RIGHT),
        "",
    ]  # fmt: skip


def matrix_page(first: int, end: int, figures: FigureCells, *, total: bool) -> Table:
    """Rows ``first`` up to ``end`` under their own header, merged cells closed at the page's end."""
    rows, commands = header()
    body = [body_row(row, figures) for row in facts_renstra.RENSTRA_ROWS[first:end]]
    body[0][0] = cell(facts_renstra.PERIOD_LABEL, TINY) if first == 0 else ""
    spans = [(0, first, end), (1, first, end)]
    for block in facts_renstra.RENSTRA_BLOCKS:
        if first <= block.first < end:
            body[block.first - first][2] = cell(block.tujuan, TINY)
            body[block.first - first][3] = cell(block.sasaran, TINY)
            spans += [(2, block.first, block.end), (3, block.first, block.end)]
    spans += unit_spans(first, end, body)
    for column, start, stop in spans:
        top, bottom = HEADER_ROWS + start - first, HEADER_ROWS + stop - first - 1
        commands += [("SPAN", (column, top), (column, bottom))]
    if total:
        body.append(total_row(figures))
    return ruled_table(
        [*rows, *body], WIDTHS, header_rows=HEADER_ROWS, repeat_header=False, commands=commands, padding=1.6
    )


def unit_spans(first: int, end: int, body: list[list[object]]) -> list[tuple[int, int, int]]:
    """Fill the column of responsible units and say which of its cells are merged."""
    shared = "Kecamatan, " + ", ".join(facts.KELURAHAN)
    named = dict.fromkeys(facts_renstra.OFFICE_UNIT_ROWS, facts.KECAMATAN.upper())
    named |= dict.fromkeys(facts_renstra.SHARED_UNIT_ROWS, shared)
    starts = sorted(row for row in named if first <= row < end)
    for start in starts:
        body[start - first][13] = cell(named[start], TINY)
    return [(13, start, stop) for start, stop in zip(starts, [*starts[1:], end], strict=True)]


def total_row(figures: FigureCells) -> list[object]:
    """The total over all programs of 2023."""
    label = facts_renstra.TOTAL_LABEL
    row: list[object] = [""] * len(WIDTHS)
    row[5] = cell(label, TINY_HEAD)
    row[9] = figures.rupiah(facts_renstra.TOTAL_RP_TARGET, label, "pagu_rp", style=TINY_RIGHT)
    row[12] = figures.rupiah(facts_renstra.TOTAL_RP_REALISASI, label, "realisasi_rp", style=TINY_RIGHT)
    return row


def renstra_story(ledger: Ledger) -> list[Flowable]:
    """Both landscape pages."""
    figures = FigureCells("renstra_matrix", 16, ledger)
    split, count = ROWS_ON_FIRST_PAGE, len(facts_renstra.RENSTRA_ROWS)
    return [
        cell("Rencana Program, Kegiatan, dan Pendanaan Perangkat Daerah", TITLE),
        cell(facts.KECAMATAN.upper(), TITLE),
        cell("2018 - 2023", TITLE),
        Spacer(1, 5),
        matrix_page(0, split, figures, total=False),
        PageBreak(),
        matrix_page(split, count, figures, total=True),
    ]
