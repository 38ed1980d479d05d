"""What the Excel export shows: sheets, columns and words in both languages. No Excel in here."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from lkjip_corpus.loading import Row
from lkjip_corpus.store import Store
from lkjip_schemas.vocabulary import ReportStatus, Severity

Lang = Literal["id", "en"]


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

    def heading(self, lang: Lang) -> str:
        """The heading in the language."""
        return self.id if lang == "id" else self.en


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tabular sheet: names (at most 31 characters), columns and where its rows come from."""

    id: str
    en: str
    columns: tuple[Column, ...]
    rows: Callable[[Store, Lang], Iterator[Row]]

    def name(self, lang: Lang) -> str:
        """The name of the sheet in the language."""
        return self.id if lang == "id" else self.en


SUMMARY_NAME: Mapping[Lang, str] = {"id": "Ringkasan", "en": "Summary"}

WORDS: Mapping[str, tuple[str, str]] = {
    "high": ("Tinggi", "High"),
    "medium": ("Sedang", "Medium"),
    "low": ("Rendah", "Low"),
    "a": ("Hitungan tidak cocok", "Arithmetic"),
    "b": ("Pertentangan antarbagian", "Conflict between places"),
    "c": ("Kelengkapan", "Completeness"),
    "d": ("Mutu", "Quality"),
    "e": ("Keraguan baca (bukan temuan tentang instansi)", "Doubtful reading (not about the agency)"),
    "ok": ("lengkap", "complete"),
    "partial": ("sebagian", "partial"),
    "failed": ("gagal", "failed"),
    "pass": ("sesuai", "pass"),
    "fail": ("ada temuan", "fail"),
    "not_run": ("tidak dijalankan", "not run"),
}
"""Words of the database as people read them: Indonesian, English."""


def word(value: str, lang: Lang) -> str:
    """A word of the database in the language; other values as they are."""
    pair = WORDS.get(value)
    return value if pair is None else pair[0 if lang == "id" else 1]


def figures_text(stored: str, lang: Lang) -> str:
    """The figures of a finding, one a line: page, as printed, what it is."""
    page = "hlm." if lang == "id" else "p."
    return "\n".join(f"{page} {f['page']}: {f['raw']} ({f['what']})" for f in json.loads(stored))


def _reports(store: Store, lang: Lang) -> Iterator[Row]:
    for report in store.reports():
        s = store.summary(report["report_id"])
        yield report | {
            "status": word(report["status"], lang),
            "n_unread": len(s.unread_pages),
            "n_tables": s.tables,
            "n_figures": s.figures,
            **{f"n_{severity}": n for severity, n in s.findings.items()},
        }


def _findings(store: Store, lang: Lang) -> Iterator[Row]:
    """Findings that stand for themselves first, then those that another one explains."""
    found = store.findings(include_folded=True)
    for f in sorted(found, key=lambda f: bool(f["folded_into"])):  # stable: the order within stays
        yield f | {
            "class": word(f["class"], lang),
            "message": f["message_id"] if lang == "id" else f["message_en"],
            "figures": figures_text(f["figures"], lang),
        }


def _observations(store: Store, _lang: Lang) -> Iterator[Row]:
    return store.observations()


def _tables(store: Store, _lang: Lang) -> Iterator[Row]:
    files = {report["report_id"]: report["file"] for report in store.reports()}
    for table in store.rows("tables"):
        yield table | {"file": files[table["report_id"]]}


def _cells(store: Store, _lang: Lang) -> Iterator[Row]:
    return store.rows("cells")


def _unread(store: Store, _lang: Lang) -> Iterator[Row]:
    for report in store.reports():
        for page in store.rows("pages", report["report_id"]):
            if not page["reader"]:
                yield page | {"file": report["file"]}


def _rules(store: Store, lang: Lang) -> Iterator[Row]:
    for report in store.reports():
        for run in store.rows("rule_runs", report["report_id"]):
            yield run | {"file": report["file"], "outcome": word(run["outcome"], lang)}


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


def totals(store: Store, lang: Lang) -> Iterator[tuple[str, Any]]:
    """Label and number for the summary sheet."""
    reports = store.reports()
    yield _say(lang, "Berkas", "Files"), len(reports)
    for status in ReportStatus:
        label = _say(lang, "Berkas terbaca: ", "Files read: ") + word(status, lang)
        yield label, sum(r["status"] == status for r in reports)
    yield _say(lang, "Halaman", "Pages"), sum(r["pages"] for r in reports)
    yield _say(lang, "Halaman tak terbaca", "Unread pages"), sum(1 for _ in _unread(store, lang))
    yield _say(lang, "Tabel", "Tables"), store.count("tables")
    yield _say(lang, "Angka", "Figures"), store.count("observations")
    findings = store.findings()
    for severity in Severity:
        label = _say(lang, "Temuan: ", "Findings: ") + word(severity, lang).lower()
        yield label, sum(f["severity"] == severity for f in findings)
    outcomes = [run["outcome"] for run in store.rows("rule_runs")]
    for outcome in ("pass", "fail", "not_run"):
        yield _say(lang, "Kaidah: ", "Rules: ") + word(outcome, lang), outcomes.count(outcome)


def standing_notes(lang: Lang) -> Iterator[str]:
    """What every reader of the workbook should know."""
    yield _say(
        lang,
        "Setiap angka menyebut halaman PDF tempat ia tercetak; kolom Tercetak memuatnya persis seperti itu.",
        "Every figure names the PDF page it is printed on; the column As printed has it exactly so.",
    )
    yield _say(
        lang,
        "Temuan golongan keraguan baca menyangkut pembacaan oleh lkjip, bukan instansi. Kaidah yang tidak "
        "dijalankan tidak berarti sesuai.",
        "Findings of the class doubtful reading are about the reading by lkjip, not about the agency. A rule "
        "that was not run is not a rule that passed.",
    )
    yield _say(
        lang,
        "Nilai dengan lebih dari 15 angka ditulis sebagai teks, karena Excel akan membulatkannya.",
        "Values of more than 15 digits are written as text, because Excel would round them.",
    )


def _say(lang: Lang, indonesian: str, english: str) -> str:
    return indonesian if lang == "id" else english
