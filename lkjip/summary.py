"""What a run tells of a report: a few lines that can be read at a glance."""

import textwrap

from lkjip_corpus.store import ReportSummary
from lkjip_corpus.words import word
from lkjip_schemas.bilingual import Language, half, pick
from lkjip_schemas.vocabulary import ReportStatus, Severity

WIDTH = 100
MAX_PAGES_NAMED = 12


def not_read(note: str, language: Language) -> str:
    """Why nothing was read of a file; `note` carries both languages."""
    return pick(language, "TIDAK TERBACA: ", "NOT READ: ") + half(language, note)


def report_lines(summary: ReportSummary, language: Language) -> list[str]:
    """The summary of one report."""
    year = str(summary.year) if summary.year else pick(language, "tahun tidak terbaca", "year not found")
    agency = summary.instansi or pick(language, "instansi tidak terbaca", "agency not found")
    lines = [summary.file, f"  {summary.kind} | {agency} | {year}"]
    if summary.status is ReportStatus.FAILED:
        return [
            summary.file,
            "  " + not_read(summary.note, language),
        ]
    lines.append(
        "  "
        + pick(
            language,
            f"{summary.figures} angka dari {summary.tables} tabel pada {summary.pages} halaman",
            f"{summary.figures} figures from {summary.tables} tables on {summary.pages} pages",
        )
    )
    if summary.unread_pages:
        lines += _unread(summary, language)
    counts = ", ".join(f"{summary.findings[s]} {word(s, language).lower()}" for s in Severity)
    folded = pick(
        language, f" (dan {summary.folded} akibatnya)", f" (and {summary.folded} that follow from them)"
    )
    not_run = pick(
        language,
        f"; {summary.rules_not_run} kaidah tidak dijalankan",
        f"; {summary.rules_not_run} rules did not run",
    )
    lines.append(
        "  "
        + pick(language, "Temuan: ", "Findings: ")
        + counts
        + (folded if summary.folded else "")
        + (not_run if summary.rules_not_run else "")
    )
    for top in summary.top:
        message = pick(language, top.message_id, top.message_en)
        text = f"{top.rule_id} [{word(top.severity, language).lower()}] {message}"
        lines += textwrap.wrap(text, WIDTH, initial_indent="    - ", subsequent_indent="      ")
    return lines


def _unread(summary: ReportSummary, language: Language) -> list[str]:
    """Pages that were not read, grouped by reason."""
    by_reason: dict[str, list[int]] = {}
    for page, reason in summary.unread_pages:
        by_reason.setdefault(half(language, reason), []).append(page)
    lines = []
    for reason, pages in by_reason.items():
        named = ", ".join(str(p) for p in pages[:MAX_PAGES_NAMED])
        more = len(pages) - MAX_PAGES_NAMED
        if more > 0:
            named += pick(language, f" dan {more} lagi", f" and {more} more")
        lines.append(
            "  "
            + pick(language, f"Tidak dibaca: halaman {named}: {reason}", f"Not read: page {named}: {reason}")
        )
    return lines
