"""BAB II: vision, tujuan and sasaran, IKU, perjanjian kinerja and planned programs."""

from collections.abc import Sequence

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table

from samples import facts, facts_programs, narrative
from samples.flowables import (
    CELL_CENTER,
    CHAPTER,
    PLAIN,
    SECTION,
    FigureCells,
    Heading,
    captioned,
    cell,
    heads,
    numbered,
    paragraphs,
    ruled_table,
)
from samples.gold import Ledger

VISION = ParagraphStyle("vision", parent=PLAIN, fontName="Helvetica-Bold", alignment=TA_CENTER)


def goal_table(ledger: Ledger) -> Table:
    """Tabel 2.1."""
    figures = FigureCells("tujuan_sasaran", 1, ledger)
    target = figures.score(facts.IKU_TARGET_PLAN, facts.IKU_INDICATOR, "target", parent=facts.IKU_SASARAN)
    rows = [
        heads("NO.", "TUJUAN", "SASARAN", "INDIKATOR KINERJA", "TARGET KINERJA TAHUN 2023"),
        heads("(1)", "(2)", "(3)", "(4)", "(5)"),
        [
            cell("1.", CELL_CENTER),
            cell(facts.TUJUAN),
            cell(facts.IKU_SASARAN),
            cell(facts.IKU_INDICATOR),
            target,
        ],
    ]
    return ruled_table(rows, (30, 143, 105, 95, 80), header_rows=2)


def iku_table() -> Table:
    """Tabel 2.2, which holds no figure."""
    rows = [
        heads(
            "NO.", "TUJUAN/ SASARAN", "INDIKATOR", "DEFINISI OPERASIONAL/ FORMULASI", "SUMBER DATA",
            "PENANGGUNG JAWAB",
        ),
        [
            cell("1.", CELL_CENTER),
            cell(facts.IKU_SASARAN),
            cell(facts.IKU_INDICATOR),
            cell(narrative.IKU_DEFINITION),
            cell(narrative.IKU_SOURCE),
            cell(facts.KECAMATAN),
        ],
    ]  # fmt: skip
    return ruled_table(rows, (28, 82, 72, 116, 85, 70), header_rows=1)


def outcome_table(figures: FigureCells, last_header: str, measure: str, values: Sequence[str]) -> Table:
    """Tabel 2.3 and its twin of BAB II: sasaran, numbered indicator, satuan and one figure."""
    rows: list[Sequence[object]] = [
        [*heads("NO", "TUJUAN/SASARAN STRATEGIS", "INDIKATOR KINERJA"), "", *heads("SATUAN", last_header)],
        [*heads("1", "2", "3"), "", *heads("4", "5")],
    ]
    for number, (outcome, raw) in enumerate(zip(facts.OUTCOMES, values, strict=True), start=1):
        figure = figures.score(
            raw, outcome.indicator, measure, parent=outcome.sasaran, unit=facts.OUTCOME_UNIT
        )
        rows.append(
            [
                cell(f"{number}.", CELL_CENTER),
                cell(outcome.sasaran),
                cell("1", CELL_CENTER),
                cell(outcome.indicator),
                cell(facts.OUTCOME_UNIT, CELL_CENTER),
                figure,
            ]
        )
    spans = [("SPAN", (2, row), (3, row)) for row in range(2)]
    return ruled_table(rows, (30, 165, 20, 128, 50, 60), header_rows=2, commands=spans)


def program_table(ledger: Ledger) -> Table:
    """Tabel 2.4."""
    figures = FigureCells("program_plan", 3, ledger)
    rows: list[Sequence[object]] = [
        heads("NO", "PROGRAM/ KEGIATAN", "INDIKATOR KINERJA", "TARGET", "ANGGARAN"),
        heads("1", "2", "3", "4", "5"),
    ]
    rows.extend(
        [
            cell(program.no, CELL_CENTER),
            cell(program.name),
            cell(program.indicator),
            figures.score(program.target, program.name, "target", unit=program.unit),
            figures.rupiah(program.pagu, program.name, "pagu_rp"),
        ]
        for program in facts_programs.PROGRAM_PLAN
    )
    return ruled_table(rows, (28, 165, 138, 50, 72), header_rows=2)


def planning_story(ledger: Ledger) -> list[Flowable]:
    """BAB II."""
    agreement = FigureCells("pk_sasaran", 2, ledger)
    standard = FigureCells("pengukuran", 4, ledger)
    return [
        Heading("BAB II<br/>PERENCANAAN DAN PERJANJIAN KINERJA", CHAPTER, "2", ledger),
        Heading("A. RENCANA STRATEGIS (2018 – 2023)", SECTION, "2A", ledger),
        *paragraphs(narrative.STRATEGY),
        Heading("A.1. Visi Dan Misi", SECTION, "2A1", ledger),
        Paragraph(f"Visi {facts.KABUPATEN} Tahun 2018-2023 adalah :", PLAIN),
        Paragraph(narrative.VISION, VISION),
        Paragraph("Misi yang dilaksanakan :", PLAIN),
        *numbered(narrative.MISSIONS),
        Heading("A.2. Tujuan dan Sasaran", SECTION, "2A2", ledger),
        *paragraphs(narrative.GOALS),
        *captioned(
            "Tabel 2.1\nTujuan dan Sasaran Pelayanan Perangkat Daerah Kecamatan Contoh\n"
            f"{facts.KABUPATEN} 2023",
            goal_table(ledger),
        ),
        Heading("4. IKU (INDIKATOR KINERJA UTAMA) Tahun 2023", SECTION, "2A3", ledger),
        *paragraphs(narrative.IKU_INTRO),
        *captioned(
            f"Tabel 2.2\nIKU (INDIKATOR KINERJA UTAMA) KECAMATAN CONTOH\n{facts.KABUPATEN.upper()}",
            iku_table(),
        ),
        Heading("B. PERJANJIAN KINERJA TAHUN 2023", SECTION, "2B", ledger),
        *paragraphs(narrative.PK_INTRO),
        *captioned(
            f"Tabel 2.3\nPerjanjian Kinerja Kecamatan Contoh {facts.KABUPATEN}",
            outcome_table(agreement, "TARGET", "target", [outcome.target for outcome in facts.OUTCOMES]),
        ),
        *paragraphs(narrative.PLAN_INTRO),
        *captioned("Tabel 2.4\nProgram dan Indikator Kecamatan Contoh Tahun 2023", program_table(ledger)),
        Paragraph(narrative.REVISION_INTRO, PLAIN),
        *numbered(narrative.REVISION_CASES),
        Paragraph("5. STANDAR PENILAIAN KINERJA", SECTION),
        *paragraphs(narrative.STANDARD_INTRO),
        *captioned(
            "Tabel Kategori Nilai Evaluasi Kinerja Kecamatan",
            # The table announces categories but prints realisasi under CAPAIAN.
            outcome_table(
                standard, "CAPAIAN", "other:CAPAIAN", [outcome.realisasi for outcome in facts.OUTCOMES]
            ),
        ),
        PageBreak(),
    ]
