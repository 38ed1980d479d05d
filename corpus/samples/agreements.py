"""Lampiran 1: the signed agreement (PK) and its revision, two pages each."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from samples import facts, facts_programs, narrative
from samples.flowables import BODY_WIDTH, PLAIN, Emblem, FigureCells, Scribble, cell, heads, ruled_table
from samples.gold import Ledger

TEXT = ParagraphStyle(
    "pk-text", fontName="Times-Roman", fontSize=11.5, leading=17, alignment=TA_JUSTIFY, spaceAfter=8
)
TITLE = ParagraphStyle(
    "pk-title", parent=TEXT, fontName="Times-Bold", fontSize=13, alignment=TA_CENTER, spaceAfter=0
)
LETTERHEAD = ParagraphStyle("pk-letterhead", parent=TITLE, fontSize=14, leading=18)
ADDRESS = ParagraphStyle("pk-address", parent=TITLE, fontName="Times-Roman", fontSize=10, leading=13)
SIGNED = ParagraphStyle("pk-signed", parent=TEXT, leading=14, alignment=TA_CENTER, spaceAfter=0)
PK_CELL = ParagraphStyle("pk-cell", fontName="Times-Roman", fontSize=10, leading=12.5)
PK_CENTER = ParagraphStyle("pk-cell-center", parent=PK_CELL, alignment=TA_CENTER)
PK_RIGHT = ParagraphStyle("pk-cell-right", parent=PK_CELL, alignment=2)
PK_HEAD = ParagraphStyle("pk-cell-head", parent=PK_CENTER, fontName="Times-Bold")


def letterhead() -> list[Flowable]:
    """Shield, names and address over a double rule."""
    lines = [
        cell(f"PEMERINTAH {facts.KABUPATEN.upper()}", LETTERHEAD),
        cell(facts.KECAMATAN.upper(), LETTERHEAD),
        cell(facts.ADDRESS_AGREEMENT, ADDRESS),
        cell(f"e-mail : {facts.EMAIL}", ADDRESS),
    ]
    head = Table(
        [[Emblem(46), lines]],
        colWidths=[70, BODY_WIDTH - 70],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
    )
    rules: list[Flowable] = [
        HRFlowable(width="100%", thickness=2, color="black", spaceBefore=4, spaceAfter=1.5),
        HRFlowable(width="100%", thickness=0.6, color="black", spaceBefore=0, spaceAfter=18),
    ]
    return [head, *rules]


def party(official: facts.Official, role: str, addition: str = "") -> list[Flowable]:
    """Name and office of one party and how the text calls it."""
    rows = [
        [cell("Nama", TEXT), cell(":", TEXT), Paragraph(f"<b>{escape(official.name)}</b>", TEXT)],
        [cell("Jabatan", TEXT), cell(":", TEXT), cell(official.office, TEXT)],
    ]
    style = TableStyle(
        [
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), -4),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    table = Table(rows, colWidths=[70, 15, BODY_WIDTH - 85], style=style)
    return [table, Spacer(1, 10), Paragraph(f"{addition}Selanjutnya disebut <b>{role}</b>", TEXT)]


def signatures(agreement: facts.Agreement) -> Table:
    """Both signatures, the superior's at the left."""
    camat, bupati = agreement.camat, agreement.bupati
    left: list[Flowable] = [
        Spacer(1, SIGNED.leading),  # level with the date at the right
        cell("Pihak Kedua,", SIGNED),
        cell(bupati.office.upper(), SIGNED),
        Scribble(110, 55, 1),
        Paragraph(f"<b><u>{escape(bupati.name)}</u></b>", SIGNED),
    ]
    right: list[Flowable] = [
        cell(agreement.date, SIGNED),
        cell("Pihak Pertama,", SIGNED),
        cell(camat.office.upper(), SIGNED),
        Scribble(110, 55, 3),
        Paragraph(f"<b><u>{escape(camat.name)}</u></b>", SIGNED),
        cell(camat.rank, SIGNED),
        cell(f"NIP. {camat.nip}", SIGNED),
    ]
    half = BODY_WIDTH / 2
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (0, 0), (-1, -1), "CENTER")])
    return Table([[left, right]], colWidths=[half, half], style=style)


def statement_page(agreement: facts.Agreement) -> list[Flowable]:
    """The page on which the parties promise."""
    superior = "Selaku atasan langsung pihak pertama. "
    return [
        *letterhead(),
        cell(agreement.title, TITLE),
        Spacer(1, 16),
        Paragraph(narrative.AGREEMENT_OPENING, TEXT),
        *party(agreement.camat, "pihak pertama"),
        *party(agreement.bupati, "pihak kedua", superior),
        *(Paragraph(text, TEXT) for text in narrative.AGREEMENT_PROMISES),
        Spacer(1, 24),
        signatures(agreement),
    ]


def annex_page(
    agreement: facts.Agreement, budgets: Sequence[tuple[str, str, str]], first_table: int, ledger: Ledger
) -> list[Flowable]:
    """The page with target and budgets; ``budgets`` are number, program and rupiah."""
    targets = FigureCells("pk_sasaran", first_table, ledger)
    money = FigureCells("pk_anggaran", first_table + 1, ledger)
    target = targets.score(
        agreement.target, agreement.indicator, "target", parent=facts.AGREEMENT_SASARAN, style=PK_CENTER
    )
    target_rows: list[Sequence[object]] = [
        heads("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", style=PK_HEAD),
        heads("1", "2", "3", "4", style=PK_HEAD),
        [
            cell("1.", PK_CENTER),
            cell(facts.AGREEMENT_SASARAN, PK_CELL),
            cell(agreement.indicator, PK_CELL),
            target,
        ],
    ]
    budget_rows: list[Sequence[object]] = [
        heads("NO", "PROGRAM", "ANGGARAN (Rp)", "KETERANGAN", style=PK_HEAD)
    ]
    budget_rows.extend(
        [
            cell(no, PK_CENTER),
            cell(name, PK_CELL),
            money.rupiah(amount, name, "pagu_rp", style=PK_RIGHT),
            cell("-", PK_CENTER),
        ]
        for no, name, amount in budgets
    )
    return [
        cell(agreement.title, TITLE),
        cell(facts.KECAMATAN.upper(), TITLE),
        Spacer(1, 22),
        ruled_table(target_rows, (35, 165, 173, 80), header_rows=2, padding=4),
        Spacer(1, 22),
        ruled_table(budget_rows, (35, 228, 105, 85), header_rows=1, padding=4),
        Spacer(1, 36),
        signatures(agreement),
    ]


def agreement_pages(ledger: Ledger) -> list[list[Flowable]]:
    """The four pages of both agreements, each as a story of its own."""
    budgets = facts_programs.AGREED_BUDGETS
    agreed = [(row.no, row.name, row.agreed) for row in budgets]
    revised = [(row.no, row.name, row.revised) for row in budgets]
    return [
        statement_page(facts.AGREEMENT),
        annex_page(facts.AGREEMENT, agreed, 12, ledger),
        statement_page(facts.REVISED_AGREEMENT),
        annex_page(facts.REVISED_AGREEMENT, revised, 14, ledger),
    ]


def annex_list(heading: Flowable) -> list[Flowable]:
    """The list of annexes (two of the three the daftar isi promises), then on to the first of them."""
    return [
        Spacer(1, 40),
        heading,
        cell("1. PK (Perjanjian Kinerja) PA", PLAIN),
        cell("2. Rencana Program, Kegiatan Kecamatan Contoh", PLAIN),
        NextPageTemplate("agreement"),
        PageBreak(),
    ]
