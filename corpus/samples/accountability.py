"""BAB III with its measurements and budget tables, and BAB IV."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer, Table

from samples import facts, facts_budget, facts_programs, narrative
from samples.flowables import (
    CELL_CENTER,
    CHAPTER,
    PLAIN,
    SECTION,
    SMALL_HEAD,
    FigureCells,
    Heading,
    captioned,
    cell,
    heads,
    numbered,
    paragraphs,
    ruled_table,
)
from samples.front import signature_block
from samples.gold import Ledger


def budget_table(ledger: Ledger) -> Table:
    """The table over several pages whose TARGET, REALISASI and CAPAIAN are rupiah and per cent spent."""
    figures = FigureCells("realisasi_anggaran", 5, ledger)
    rows: list[Sequence[object]] = [
        heads("NO.", "SASARAN", "INDIKATOR", "TARGET", "REALISASI", "CAPAIAN"),
        heads("1.", "2.", "3.", "4.", "5.", "6."),
    ]
    rows.extend(
        [
            cell(row.no, CELL_CENTER),
            cell(row.name),
            cell(row.indicator),
            figures.rupiah(row.pagu, row.name, "pagu_rp"),
            figures.rupiah(row.realisasi, row.name, "realisasi_rp"),
            figures.score(row.capaian, row.name, "serapan_pct"),
        ]
        for row in facts_budget.BUDGET_ROWS
    )
    rows.append(["", *heads("JUMLAH"), "", *total_cells(figures)])
    # Airy rows: the table shall run over three pages, the last of them with few rows, and repeat its header.
    return ruled_table(
        rows,
        (28, 137, 122, 66, 66, 47),
        header_rows=2,
        padding=3.2,
    )


def total_cells(figures: FigureCells) -> list[Flowable]:
    """Total pagu, realisasi and per cent, as both budget tables print them."""
    return [
        figures.rupiah(facts_programs.TOTAL_PAGU, "JUMLAH", "pagu_rp"),
        figures.rupiah(facts_programs.TOTAL_REALISASI, "JUMLAH", "realisasi_rp"),
        figures.score(facts_programs.TOTAL_CAPAIAN, "JUMLAH", "serapan_pct"),
    ]


def measured_table(ledger: Ledger) -> Table:
    """Pencapaian Kinerja: target, realisasi and capaian of the only IKU."""
    figures = FigureCells("pengukuran", 6, ledger)
    subject, parent = facts.IKU_INDICATOR_MEASURED, facts.IKU_SASARAN
    rows = [
        heads("No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"),
        heads("1", "2", "3", "4", "5", "6"),
        [
            cell("1", CELL_CENTER),
            cell(parent),
            cell(subject),
            figures.score(facts.IKU_TARGET_MEASURED, subject, "target", parent=parent),
            figures.score(facts.IKU_REALISASI_MEASURED, subject, "realisasi", parent=parent),
            figures.score(facts.IKU_CAPAIAN_MEASURED, subject, "capaian_pct", parent=parent),
        ],
    ]
    return ruled_table(rows, (28, 125, 125, 55, 60, 60), header_rows=2)


def graded_table(ledger: Ledger) -> Table:
    """Tabel 3.1; its index row counts 1 2 3 4 4."""
    figures = FigureCells("pengukuran", 7, ledger)
    subject, parent = facts.IKU_INDICATOR, facts.IKU_SASARAN
    target, realisasi = facts.IKU_TARGET_GRADED, facts.IKU_REALISASI_GRADED
    rows = [
        heads("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET", "REALISASI"),
        heads("1", "2", "3", "4", "4"),
        [
            cell("1.", CELL_CENTER),
            cell(parent),
            cell(subject),
            figures.score(target, subject, "target", parent=parent, text=target),
            figures.score(realisasi, subject, "realisasi", parent=parent, text=realisasi),
        ],
    ]
    return ruled_table(rows, (28, 115, 108, 90, 112), header_rows=2)


def scale_table() -> Table:
    """Pengkategorian: the report's own scale, with gaps between its bands."""
    rows: list[Sequence[object]] = [heads("NO", "NILAI", "PREDIKAT/KATEGORI")]
    for number, (band, grade) in enumerate(facts.SCALE, start=1):
        rows.append([cell(str(number), CELL_CENTER), cell(band, CELL_CENTER), cell(grade)])
    return ruled_table(rows, (40, 120, 160), header_rows=1, padding=2)


def comparison_table(ledger: Ledger) -> Table:
    """Tabel 3.2 with its two-level header: 2021, 2022 and 2023."""
    figures = FigureCells("banding_tahun", 8, ledger)
    rows: list[Sequence[object]] = [
        [
            *heads("NO", "TUJUAN/ SASARAN STRATEGIS", "INDIKATOR KINERJA"), "",
            *heads("2021", "2022"), "", "", *heads("2023"), "", "",
        ],
        ["", "", "", "", *heads("CAPAIAN", *("TARGET", "REALISASI", "CAPAIAN %") * 2, style=SMALL_HEAD)],
    ]  # fmt: skip
    for number, (outcome, past) in enumerate(zip(facts.OUTCOMES, facts.EARLIER_YEARS, strict=True), start=1):
        printed = (
            (past.capaian_2021, "capaian_pct", "2021"),
            (past.target_2022, "target", "2022"),
            (past.realisasi_2022, "realisasi", "2022"),
            (past.capaian_2022, "capaian_pct", "2022"),
            (outcome.target, "target", "2023"),
            (outcome.realisasi, "realisasi", "2023"),
            (outcome.capaian, "capaian_pct", "2023"),
        )
        rows.append(
            [
                cell(f"{number}.", CELL_CENTER),
                cell(outcome.sasaran),
                cell("1", CELL_CENTER),
                cell(outcome.indicator),
                *(
                    figures.score(raw, outcome.indicator, measure, parent=outcome.sasaran, period=year)
                    for raw, measure, year in printed
                ),
            ]
        )
    spans = [("SPAN", (column, 0), (column, 1)) for column in range(2)]
    spans += [("SPAN", (2, 0), (3, 1)), ("SPAN", (5, 0), (7, 0)), ("SPAN", (8, 0), (10, 0))]
    widths = (24, 78, 14, 64, 39, 36, 43, 39, 36, 43, 39)
    return ruled_table(rows, widths, header_rows=2, commands=spans)


def medium_term_table(ledger: Ledger) -> Table:
    """Tabel 3.3: realisasi against the target of the plan's end."""
    figures = FigureCells("jangka_menengah", 9, ledger)
    rows: list[Sequence[object]] = [
        heads(
            "No.", "Tujuan/Sasaran", "Indikator Kinerja", "Realisasi Kinerja Tahun 2023",
            f"Target akhir {facts.FINAL_YEAR}", "Tingkat Kemajuan",
        ),
        heads("1", "2", "3", "4", "5", "6=4/5*100"),
    ]  # fmt: skip
    for number, (outcome, plan) in enumerate(zip(facts.OUTCOMES, facts.MEDIUM_TERM, strict=True), start=1):
        subject, parent = outcome.indicator, outcome.sasaran
        rows.append(
            [
                cell(f"{number}.", CELL_CENTER),
                cell(parent),
                cell(subject),
                figures.score(outcome.realisasi, subject, "realisasi", parent=parent),
                figures.score(
                    plan.final_target, subject, "target_akhir", parent=parent, period=facts.FINAL_YEAR
                ),
                figures.score(plan.progress, subject, "kemajuan_pct", parent=parent),
            ]
        )
    return ruled_table(rows, (28, 130, 110, 65, 60, 60), header_rows=2)


def analysis_table(ledger: Ledger) -> Table:
    """Tabel 3.4."""
    figures = FigureCells("analisis", 10, ledger)
    rows: list[Sequence[object]] = [
        heads(
            "No.", "Sasaran", "Indikator", "Target", "Realisasi", "Capaian %",
            "Analisis Keberhasilan/ Kegagalan", "Solusi yang dilakukan",
        )
    ]  # fmt: skip
    for number, (outcome, (cause, remedy)) in enumerate(
        zip(facts.OUTCOMES, narrative.ANALYSIS, strict=True), start=1
    ):
        subject, parent = outcome.indicator, outcome.sasaran
        rows.append(
            [
                cell(f"{number}.", CELL_CENTER),
                cell(parent),
                cell(subject),
                figures.score(outcome.target, subject, "target", parent=parent),
                figures.score(outcome.realisasi, subject, "realisasi", parent=parent),
                figures.score(outcome.capaian, subject, "capaian_pct", parent=parent),
                cell(cause),
                cell(remedy),
            ]
        )
    return ruled_table(rows, (24, 78, 68, 36, 46, 43, 84, 75), header_rows=1)


def effort_table() -> Table:
    """Tabel 3.5, which holds no figure."""
    rows: list[Sequence[object]] = [heads("No.", "Upaya Kedepan", "Hambatan", "Perbaikan")]
    for number, texts in enumerate(narrative.EFFORTS, start=1):
        rows.append([cell(f"{number}.", CELL_CENTER), *(cell(text) for text in texts)])
    return ruled_table(rows, (28, 142, 142, 142), header_rows=1)


def supporting_table() -> Table:
    """Tabel 3.6; like the hand-read gold file, ours leaves its repeated figures out."""
    rows: list[Sequence[object]] = [
        heads(
            "No.", "Sasaran", "Indikator kinerja", "Capaian %", "Program Kegiatan", "Indikator Kinerja",
            "Capaian %", "Menunjang/ Tidak Menunjang",
        )
    ]  # fmt: skip
    for program in facts_programs.SUPPORTING_PROGRAMS:
        left: list[object] = ["", "", "", ""]
        if program.outcome_no >= 0:
            outcome = facts.OUTCOMES[program.outcome_no]
            left = [
                cell(f"{program.outcome_no + 1}.", CELL_CENTER),
                cell(outcome.sasaran),
                cell(outcome.indicator),
                cell(outcome.realisasi, CELL_CENTER),
            ]
        rows.append(
            [
                *left,
                cell(program.name),
                cell(program.indicator),
                cell(program.capaian, CELL_CENTER),
                cell("Menunjang", CELL_CENTER),
            ]
        )
    return ruled_table(rows, (24, 72, 58, 40, 98, 72, 40, 52), header_rows=1)


def recap_table(ledger: Ledger) -> Table:
    """REALISASI ANGGARAN 2023; its index row skips 5 and its third row slipped one cell."""
    figures = FigureCells("realisasi_anggaran", 11, ledger)
    rows: list[Sequence[object]] = [
        heads("NO.", "PROGRAM", "ANGGARAN", "REALISASI", "CAPAIAN"),
        heads("1.", "2.", "3.", "4.", "6."),
    ]
    rows.extend(
        [
            cell(row.no, CELL_CENTER),
            cell(row.name),
            figures.rupiah(row.pagu, row.name, "pagu_rp"),
            figures.rupiah(row.realisasi, row.name, "realisasi_rp"),
            figures.score(row.capaian, row.name, "serapan_pct"),
        ]
        for row in facts_programs.RECAP_ROWS
    )
    rows.append(["", *heads("JUMLAH"), *total_cells(figures)])
    return ruled_table(rows, (30, 213, 78, 78, 54), header_rows=2)


def accountability_story(ledger: Ledger) -> list[Flowable]:
    """BAB III."""
    explained = Paragraph("Uraian penjelasan tabel :", PLAIN)
    return [
        Heading("BAB III<br/>AKUNTABILITAS KINERJA", CHAPTER, "3", ledger),
        *paragraphs(narrative.MEASUREMENT),
        budget_table(ledger),
        Spacer(1, 10),
        *paragraphs(narrative.AFTER_BUDGET_TABLE),
        *captioned("Pencapaian Kinerja", measured_table(ledger)),
        *paragraphs(narrative.AFTER_MEASURED),
        Heading("A. CAPAIAN KINERJA ORGANISASI", SECTION, "3A", ledger),
        *paragraphs(narrative.ORGANISATION_PERFORMANCE),
        *captioned("Tabel 3.1\nTarget Realisasi Kinerja Kecamatan", graded_table(ledger)),
        *captioned("Pengkategorian Capaian Kinerja", scale_table()),
        *captioned(
            "Tabel 3.2\nPerbandingan Realisasi Kinerja Serta Capaian Kinerja", comparison_table(ledger)
        ),
        *paragraphs(narrative.AFTER_COMPARISON),
        *captioned("Tabel 3.3\nRealisasi Kinerja,Target Jangka Menengah", medium_term_table(ledger)),
        explained,
        *paragraphs(narrative.AFTER_MEDIUM_TERM),
        *captioned("Tabel 3.4\nAnalisis Keberhasilan, Kegagalan dan Solusi", analysis_table(ledger)),
        explained,
        *paragraphs(narrative.AFTER_ANALYSIS),
        *captioned("Tabel 3.5\nAnalisa Upaya Kedepan dan Hambatan", effort_table()),
        *captioned("Tabel 3.6\nAnalisis Keberhasilan dan Kegagalan Program dan Kegiatan", supporting_table()),
        explained,
        *paragraphs(narrative.AFTER_PROGRAMS),
        Heading("B. REALISASI ANGGARAN", SECTION, "3B", ledger),
        *paragraphs(narrative.BUDGET),
        *captioned("REALISASI ANGGARAN 2023", recap_table(ledger)),
        *paragraphs(narrative.AFTER_BUDGET),
        PageBreak(),
    ]


def closing_story(ledger: Ledger) -> list[Flowable]:
    """BAB IV with the closing signature."""
    return [
        Heading("BAB IV<br/>P E N U T U P", CHAPTER, "4", ledger),
        Heading("A. KESIMPULAN", SECTION, "4A", ledger),
        *paragraphs(narrative.CONCLUSION),
        Heading("B. UPAYA KEDEPAN", SECTION, "4B", ledger),
        *paragraphs(narrative.OUTLOOK),
        Heading("C. SARAN", SECTION, "4C", ledger),
        *numbered(narrative.ADVICE),
        Spacer(1, 24),
        signature_block(f"{facts.PLACE}, Januari 2024", facts.CAMAT_CLOSING),
    ]
