"""Cover, kata pengantar, daftar isi, ringkasan eksekutif and BAB I."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Paragraph, Spacer, Table, TableStyle

from samples import facts, narrative
from samples.flowables import (
    BODY_WIDTH,
    CELL_CENTER,
    CHAPTER,
    PLAIN,
    SECTION,
    Emblem,
    Heading,
    captioned,
    cell,
    heads,
    numbered,
    paragraphs,
    ruled_table,
)
from samples.gold import Ledger

COVER_TITLE = ParagraphStyle("cover-title", parent=CHAPTER, fontSize=20, leading=28, spaceAfter=4)
COVER_LINE = ParagraphStyle("cover-line", parent=CHAPTER, fontSize=15, leading=21, spaceAfter=0)
COVER_ADDRESS = ParagraphStyle(
    "cover-address", parent=COVER_LINE, fontName="Helvetica-Oblique", fontSize=10.5, leading=14
)
SIGNATURE = ParagraphStyle("signature", fontName="Helvetica", fontSize=10.5, leading=14, alignment=TA_CENTER)
CONTENTS_WIDTH = 395.0  # where the dots of the daftar isi end
CONTENTS_INDENT = 16
LAST_ROMAN_PAGE = 3
ROMAN = ("", "i", "ii", "iii")


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the daftar isi; ``key`` is the heading's entry, empty for lines without page."""

    text: str
    key: str
    indent: int


# The headings of the body are numbered otherwise in places ("A.3." here, "4." there), and Penghargaan is not
# attached: both are faults of the report that lent its figures.
CONTENTS: tuple[ContentsEntry, ...] = (
    ContentsEntry("HALAMAN JUDUL", "cover", 0),
    ContentsEntry("KATA PENGANTAR", "foreword", 0),
    ContentsEntry("DAFTAR ISI", "contents", 0),
    ContentsEntry("RINGKASAN EKSEKUTIF", "summary", 0),
    ContentsEntry("BAB I. PENDAHULUAN", "1", 0),
    ContentsEntry("A. LATAR BELAKANG", "1A", 1),
    ContentsEntry("B. KEDUDUKAN, TUGAS POKOK DAN FUNGSI", "1B", 1),
    ContentsEntry("C. ISU STRATEGIS", "1C", 1),
    ContentsEntry("D. SISTEMATIKA PENYAJIAN", "1D", 1),
    ContentsEntry("BAB II. PERENCANAAN DAN PERJANJIAN KINERJA", "2", 0),
    ContentsEntry("A. RENCANA STRATEGIS (2018-2023)", "2A", 1),
    ContentsEntry("A.1. VISI DAN MISI", "2A1", 2),
    ContentsEntry("A.2. TUJUAN DAN SASARAN", "2A2", 2),
    ContentsEntry("A.3. IKU TH 2023", "2A3", 2),
    ContentsEntry("B. PERJANJIAN KINERJA TAHUN 2023", "2B", 1),
    ContentsEntry("BAB III. AKUNTABILITAS KINERJA", "3", 0),
    ContentsEntry("A. CAPAIAN KINERJA ORGANISASI", "3A", 1),
    ContentsEntry("B. REALISASI ANGGARAN", "3B", 1),
    ContentsEntry("BAB IV. PENUTUP", "4", 0),
    ContentsEntry("A. KESIMPULAN", "4A", 1),
    ContentsEntry("B. UPAYA KEDEPAN", "4B", 1),
    ContentsEntry("C. SARAN", "4C", 1),
    ContentsEntry("LAMPIRAN-LAMPIRAN", "annex", 0),
    ContentsEntry("A. Perjanjian Kinerja", "", 1),
    ContentsEntry("B. Matrik Rentra", "", 1),
    ContentsEntry("C. Penghargaan", "", 1),
)


def page_label(page: int) -> str:
    """The page number as printed: small roman for the first three pages, then the page of the PDF."""
    return ROMAN[page] if page <= LAST_ROMAN_PAGE else str(page)


def signature_block(date: str, official: facts.Official) -> Table:
    """Place, date, office, room to sign, name, pangkat and NIP at the right of the page."""
    lines = [
        cell(date, SIGNATURE),
        Spacer(1, 6),
        cell(official.office, SIGNATURE),
        Spacer(1, 48),
        Paragraph(f"<b><u>{official.name}</u></b>", SIGNATURE),
        cell(official.rank, SIGNATURE),
        cell(f"NIP. {official.nip}", SIGNATURE),
    ]
    return Table(
        [["", lines]],
        colWidths=[BODY_WIDTH - 220, 220],
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
    )


def cover(ledger: Ledger) -> list[Flowable]:
    """The title page."""
    kabupaten = f"PEMERINTAH {facts.KABUPATEN.upper()}"
    return [
        Heading(kabupaten, COVER_LINE, "cover", ledger),
        cell(facts.KECAMATAN.upper(), COVER_LINE),
        *(cell(line, COVER_ADDRESS) for line in facts.ADDRESS_COVER),
        Spacer(1, 70),
        Emblem(110),
        Spacer(1, 70),
        cell("LAPORAN KINERJA INSTANSI PEMERINTAH", COVER_TITLE),
        cell("(LKjIP)", COVER_TITLE),
        Spacer(1, 30),
        cell(facts.KECAMATAN.upper(), COVER_LINE),
        cell(facts.KABUPATEN.upper(), COVER_LINE),
        Spacer(1, 110),
        cell(f"TAHUN {facts.YEAR}", COVER_TITLE),
        NextPageTemplate("portrait"),
        PageBreak(),
    ]


def contents(pages: Mapping[str, int]) -> Table:
    """The daftar isi; ``pages`` comes from a first run of the layout."""
    rows: list[Sequence[Flowable]] = []
    for entry in CONTENTS:
        style = ParagraphStyle(
            f"contents-{entry.indent}", parent=PLAIN, leftIndent=CONTENTS_INDENT * entry.indent, spaceAfter=0
        )
        room = (
            CONTENTS_WIDTH
            - CONTENTS_INDENT * entry.indent
            - stringWidth(entry.text, style.fontName, style.fontSize)
        )
        dots = " ." * int(room / stringWidth(" .", style.fontName, style.fontSize)) if entry.key else ""
        page = page_label(pages[entry.key]) if pages.get(entry.key) else ""
        rows.append((cell(entry.text + dots, style), cell(page, SIGNATURE)))
    return Table(
        rows,
        colWidths=[BODY_WIDTH - 40, 40],
        style=TableStyle([("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]),
    )


def village_table() -> Table:
    """Area, dusun, RT/RW and population of the villages; the total prints RT only."""
    rows: list[Sequence[object]] = [
        [*heads("NO", "DESA / KELURAHAN", "LUAS WILAYAH KM2", "J U M L A H"), "", ""],
        ["", "", "", *heads("DUSUN", "RT/RW", "PENDUDUK")],
    ]
    for number, village in enumerate(facts.VILLAGES, start=1):
        figures = (village.area, village.dusun, village.rt_rw, village.population)
        rows.append(
            [cell(str(number), CELL_CENTER), cell(village.name), *(cell(f, CELL_CENTER) for f in figures)]
        )
    total = facts.VILLAGE_TOTAL
    rows.append([*heads(total.name), "", *heads(total.area, total.dusun, total.rt_rw, total.population)])
    spans = [("SPAN", (column, 0), (column, 1)) for column in range(3)]
    spans += [("SPAN", (3, 0), (5, 0)), ("SPAN", (0, len(rows) - 1), (1, len(rows) - 1))]
    return ruled_table(rows, (32, 150, 80, 60, 60, 71), header_rows=2, commands=spans, padding=2)


def chapter_one(ledger: Ledger) -> list[Flowable]:
    """BAB I."""
    return [
        Heading("BAB I<br/>PENDAHULUAN", CHAPTER, "1", ledger),
        Heading("A. LATAR BELAKANG", SECTION, "1A", ledger),
        *paragraphs(narrative.BACKGROUND),
        *numbered(narrative.PURPOSES, letters=True),
        *paragraphs(narrative.AREA),
        *captioned("DATA DESA/ KELURAHAN", village_table()),
        Heading("B. KEDUDUKAN, TUGAS POKOK DAN FUNGSI", SECTION, "1B", ledger),
        *paragraphs(narrative.POSITION),
        *numbered(narrative.FUNCTIONS, letters=True),
        *paragraphs(narrative.ORGANISATION),
        Heading("ISU STRATEGIS", SECTION, "1C", ledger),
        Paragraph("Permasalahan utama yang dihadapi kecamatan adalah :", PLAIN),
        *numbered(narrative.ISSUES),
        Heading("SISTEMATIKA PENYAJIAN", SECTION, "1D", ledger),
        Paragraph("Laporan Akuntabilitas Kinerja ini disusun dengan sistematika :", PLAIN),
        *numbered(narrative.OUTLINE),
        PageBreak(),
    ]


def front_story(ledger: Ledger, pages: Mapping[str, int]) -> list[Flowable]:
    """Everything before BAB II."""
    return [
        *cover(ledger),
        Heading("KATA PENGANTAR", CHAPTER, "foreword", ledger),
        *paragraphs(narrative.FOREWORD),
        Spacer(1, 20),
        signature_block(f"{facts.PLACE}, Januari 2024", facts.CAMAT_FOREWORD),
        PageBreak(),
        Heading("DAFTAR ISI", CHAPTER, "contents", ledger),
        Paragraph("HALAMAN", ParagraphStyle("contents-head", parent=PLAIN, alignment=2)),
        contents(pages),
        PageBreak(),
        Heading("RINGKASAN EKSEKUTIF", CHAPTER, "summary", ledger),
        *paragraphs(narrative.SUMMARY),
        PageBreak(),
        *chapter_one(ledger),
    ]
