"""What the Excel export shows: sheets, columns and words in both languages. No Excel in here."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lkjip_corpus.loading import Row
from lkjip_corpus.store import Store
from lkjip_corpus.words import word
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.vocabulary import ReportStatus, Severity


class Kind(StrEnum):
    """How the cells of a column are typed and shown."""

    TEXT = "text"
    WRAPPED = "wrapped"
    WHOLE = "whole"
    REAL = "real"
    DECIMAL = "decimal"  # exact decimal text; a number where a double holds it, else text
    SEVERITY = "severity"  # a `Severity`, shown as a coloured word


@dataclass(frozen=True, slots=True)
class Column:
    """One column: key in the row, headings, width in characters, kind."""

    name: str
    id: str
    en: str
    width: int
    kind: Kind = Kind.TEXT

    def heading(self, language: Language) -> str:
        """The heading in the language."""
        return pick(language, self.id, self.en)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tabular sheet: names (at most 31 characters), columns and where its rows come from."""

    id: str
    en: str
    columns: tuple[Column, ...]
    rows: Callable[[Store, Language], Iterator[Row]]

    def name(self, language: Language) -> str:
        """The name of the sheet in the language."""
        return pick(language, self.id, self.en)


SUMMARY_NAME = ("Ringkasan", "Summary")


def figures_text(stored: str, language: Language) -> str:
    """The figures of a finding, one a line: page, as printed, what it is."""
    page = pick(language, "hlm.", "p.")
    return "\n".join(f"{page} {f['page']}: {f['raw']} ({f['what']})" for f in json.loads(stored))


def _reports(store: Store, language: Language) -> Iterator[Row]:
    for report in store.reports():
        s = store.summary(report["report_id"])
        yield report | {
            "status": word(report["status"], language),
            "n_unread": len(s.unread_pages),
            "n_tables": s.tables,
            "n_figures": s.figures,
            **{f"n_{severity}": n for severity, n in s.findings.items()},
        }


def _findings(store: Store, language: Language) -> Iterator[Row]:
    """Findings that stand for themselves first, then those that another one explains."""
    found = store.findings(include_folded=True)
    for f in sorted(found, key=lambda f: bool(f["folded_into"])):  # stable: the order within stays
        yield f | {
            "class": word(f["class"], language),
            "message": pick(language, f["message_id"], f["message_en"]),
            "figures": figures_text(f["figures"], language),
        }


def _observations(store: Store, _language: Language) -> Iterator[Row]:
    return store.observations()


def _tables(store: Store, _language: Language) -> Iterator[Row]:
    files = {report["report_id"]: report["file"] for report in store.reports()}
    for table in store.rows("tables"):
        yield table | {"file": files[table["report_id"]]}


def _cells(store: Store, _language: Language) -> Iterator[Row]:
    return store.rows("cells")


def _by_report(store: Store, table: str) -> Iterator[Row]:
    """Rows of a table with the name of their file, by report."""
    for report in store.reports():
        for row in store.rows(table, report["report_id"]):
            yield row | {"file": report["file"]}


def _unread(store: Store, _language: Language) -> Iterator[Row]:
    return (page for page in _by_report(store, "pages") if not page["reader"])


def _rules(store: Store, language: Language) -> Iterator[Row]:
    for run in _by_report(store, "rule_runs"):
        yield run | {"outcome": word(run["outcome"], language)}


_FILE = Column("file", "Berkas", "File", 36)
_PAGE = Column("page", "Halaman", "Page", 9, Kind.WHOLE)
_REPORT_ID = Column("report_id", "Sidik jari berkas", "File sha256", 18)
_TABLE_ID = Column("table_id", "Tanda tabel", "Table id", 22)
_SURE = Column("confidence", "Keyakinan baca", "Confidence", 11, Kind.REAL)
_RULE = Column("rule_id", "Kaidah", "Rule", 10)

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "Laporan",
        "Reports",
        (
            _FILE,
            Column("kind", "Jenis", "Kind", 12),
            Column("instansi", "Instansi", "Agency", 36, Kind.WRAPPED),
            Column("level", "Tingkat", "Level", 12),
            Column("kecamatan", "Kecamatan", "District", 18),
            Column("kabkota", "Kabupaten/kota", "Regency/city", 22),
            Column("provinsi", "Provinsi", "Province", 18),
            Column("wilayah_code", "Kode wilayah", "Region code", 14),
            Column("year", "Tahun", "Year", 8, Kind.WHOLE),
            Column("status", "Terbaca", "Read", 10),
            Column("note", "Keterangan", "Note", 40, Kind.WRAPPED),
            Column("pages", "Halaman", "Pages", 9, Kind.WHOLE),
            Column("n_unread", "Tak terbaca", "Unread", 11, Kind.WHOLE),
            Column("n_tables", "Tabel", "Tables", 8, Kind.WHOLE),
            Column("n_figures", "Angka", "Figures", 9, Kind.WHOLE),
            Column("n_high", "Temuan tinggi", "High findings", 10, Kind.WHOLE),
            Column("n_medium", "Temuan sedang", "Medium findings", 10, Kind.WHOLE),
            Column("n_low", "Temuan rendah", "Low findings", 10, Kind.WHOLE),
            Column("title", "Judul", "Title", 40, Kind.WRAPPED),
            Column("version", "Versi lkjip", "lkjip version", 12),
            _REPORT_ID,
        ),
        _reports,
    ),
    Sheet(
        "Temuan",
        "Findings",
        (
            Column("severity", "Bobot", "Severity", 10, Kind.SEVERITY),
            Column("class", "Golongan", "Class", 24, Kind.WRAPPED),
            _RULE,
            _FILE,
            Column("pages", "Halaman", "Pages", 12),
            Column("message", "Temuan", "Finding", 70, Kind.WRAPPED),
            Column("figures", "Angka tercetak", "Printed figures", 50, Kind.WRAPPED),
            Column("expected", "Semestinya", "Expected", 20, Kind.WRAPPED),
            Column("repair", "Perbaikan terkecil", "Smallest repair", 40, Kind.WRAPPED),
            Column("folded_into", "Dijelaskan oleh", "Explained by", 16),
            Column("finding_key", "Tanda temuan", "Finding id", 16),
            _REPORT_ID,
        ),
        _findings,
    ),
    Sheet(
        "Angka",
        "Figures",
        (
            _FILE,
            _PAGE,
            Column("table_kind", "Jenis tabel", "Kind of table", 18),
            Column("parent", "Di bawah", "Under", 36, Kind.WRAPPED),
            Column("subject", "Subjek", "Subject", 50, Kind.WRAPPED),
            Column("subject_level", "Tingkat", "Level", 13),
            Column("subject_code", "Kode", "Code", 16),
            Column("measure", "Ukuran", "Measure", 16),
            Column("period", "Periode", "Period", 11),
            Column("raw", "Tercetak", "As printed", 20),
            Column("value", "Nilai", "Value", 20, Kind.DECIMAL),
            Column("text", "Kata", "Words", 16),
            Column("unit", "Satuan", "Unit", 12),
            Column("read_by", "Dibaca dari", "Read by", 10),
            _SURE,
            _TABLE_ID,
            _REPORT_ID,
        ),
        _observations,
    ),
    Sheet(
        "Tabel",
        "Tables",
        (
            _FILE,
            _TABLE_ID,
            Column("kind", "Jenis", "Kind", 18),
            Column("caption", "Judul", "Caption", 60, Kind.WRAPPED),
            Column("page_from", "Dari halaman", "From page", 10, Kind.WHOLE),
            Column("page_to", "Sampai halaman", "To page", 10, Kind.WHOLE),
            Column("n_rows", "Baris", "Rows", 8, Kind.WHOLE),
            Column("n_cols", "Kolom", "Columns", 8, Kind.WHOLE),
            Column("engine", "Pembaca", "Reader", 30, Kind.WRAPPED),
            _SURE,
            _REPORT_ID,
        ),
        _tables,
    ),
    Sheet(
        "Halaman tak terbaca",
        "Unread pages",
        (
            _FILE,
            _PAGE,
            Column("kind", "Jenis", "Kind", 12),
            Column("note", "Alasan", "Reason", 70, Kind.WRAPPED),
            _REPORT_ID,
        ),
        _unread,
    ),
    Sheet(
        "Kaidah",
        "Rules",
        (
            _FILE,
            _RULE,
            Column("outcome", "Hasil", "Outcome", 18),
            Column("reason", "Alasan", "Reason", 70, Kind.WRAPPED),
            _REPORT_ID,
        ),
        _rules,
    ),
)

CELLS_SHEET = Sheet(
    "Isi tabel",
    "Table cells",
    (
        _TABLE_ID,
        Column("row", "Baris", "Row", 8, Kind.WHOLE),
        Column("col", "Kolom", "Column", 8, Kind.WHOLE),
        Column("text", "Isi", "Text", 60, Kind.WRAPPED),
        Column("is_header", "Kepala tabel", "Header", 10, Kind.WHOLE),
        _PAGE,
        _SURE,
    ),
    _cells,
)


def totals(store: Store, language: Language) -> Iterator[tuple[str, Any]]:
    """Label and number for the summary sheet."""
    reports = store.reports()
    yield pick(language, "Berkas", "Files"), len(reports)
    for status in ReportStatus:
        label = pick(language, "Berkas terbaca: ", "Files read: ") + word(status, language)
        yield label, sum(r["status"] == status for r in reports)
    yield pick(language, "Halaman", "Pages"), sum(r["pages"] for r in reports)
    yield pick(language, "Halaman tak terbaca", "Unread pages"), sum(1 for _ in _unread(store, language))
    yield pick(language, "Tabel", "Tables"), store.count("tables")
    yield pick(language, "Angka", "Figures"), store.count("observations")
    findings = store.findings()
    for severity in Severity:
        label = pick(language, "Temuan: ", "Findings: ") + word(severity, language).lower()
        yield label, sum(f["severity"] == severity for f in findings)
    outcomes = [run["outcome"] for run in store.rows("rule_runs")]
    for outcome in ("pass", "fail", "not_run"):
        yield pick(language, "Kaidah: ", "Rules: ") + word(outcome, language), outcomes.count(outcome)


def standing_notes(language: Language) -> Iterator[str]:
    """What every reader of the workbook should know."""
    yield pick(
        language,
        "Setiap angka menyebut halaman PDF tempat ia tercetak; kolom Tercetak memuatnya persis seperti itu.",
        "Every figure names the PDF page it is printed on; the column As printed has it exactly so.",
    )
    yield pick(
        language,
        "Temuan golongan keraguan baca menyangkut pembacaan oleh lkjip, bukan instansi. Kaidah yang tidak "
        "dijalankan tidak berarti sesuai.",
        "Findings of the class doubtful reading are about the reading by lkjip, not about the agency. A rule "
        "that was not run is not a rule that passed.",
    )
    yield pick(
        language,
        "Nilai dengan lebih dari 15 angka ditulis sebagai teks, karena Excel akan membulatkannya.",
        "Values of more than 15 digits are written as text, because Excel would round them.",
    )
