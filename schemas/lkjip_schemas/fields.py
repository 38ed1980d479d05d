"""The field dictionary: every table and column of the database, declared once.

The store creates its tables from it, the exports take names and order from it, and the data
dictionary in `docs/` is generated from it.
"""

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """How a column is stored in SQLite and typed in exports."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    REAL = "REAL"
    DECIMAL = "DECIMAL"  # an exact decimal in canonical text; SQLite has no such type
    JSON = "JSON"

    @property
    def sqlite(self) -> str:
        """The SQLite column type."""
        return "TEXT" if self in (FieldType.DECIMAL, FieldType.JSON) else self.value


@dataclass(frozen=True, slots=True)
class Field:
    """One column: name, type and meaning in both languages; `refers` is `table.column`."""

    name: str
    type: FieldType
    id: str
    en: str
    refers: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: name, meaning, key columns, columns."""

    name: str
    id: str
    en: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(f.name for f in self.fields)


T, N, R, D, J = FieldType.TEXT, FieldType.INTEGER, FieldType.REAL, FieldType.DECIMAL, FieldType.JSON

_REPORT_ID = Field("report_id", T, "sidik jari sha256 berkas", "sha256 of the file", "reports.report_id")
_FILE = Field("file", T, "nama berkas", "base name of the file")

PROVENANCE: tuple[Field, ...] = (
    Field("page", N, "halaman PDF (mulai 1)", "page of the PDF (from 1)"),
    Field("x0", R, "tepi kiri, poin", "left edge, points"),
    Field("top", R, "tepi atas, poin", "top edge, points"),
    Field("x1", R, "tepi kanan, poin", "right edge, points"),
    Field("bottom", R, "tepi bawah, poin", "bottom edge, points"),
    Field("read_by", T, "dibaca dari teks atau OCR", "read from the text layer or by OCR"),
    Field("confidence", R, "keyakinan pembacaan 0..1", "confidence of the reading 0..1"),
)

REPORTS = TableSpec(
    "reports",
    "Satu baris per berkas PDF.",
    "One row per PDF file.",
    ("report_id",),
    (
        Field("report_id", T, "sidik jari sha256 berkas", "sha256 of the file"),
        _FILE,
        Field("kind", T, "jenis dokumen", "kind of document"),
        Field("title", T, "judul", "title"),
        Field("instansi", T, "instansi pelapor", "reporting agency"),
        Field("level", T, "tingkat instansi", "level of the agency"),
        Field("kecamatan", T, "kecamatan", "district"),
        Field("kabkota", T, "kabupaten/kota", "regency or city"),
        Field("provinsi", T, "provinsi", "province"),
        Field("wilayah_code", T, "kode wilayah Kemendagri", "region code of the Ministry of Home Affairs"),
        Field(
            "year", N, "tahun laporan (kosong bila tidak terbaca)", "year reported on (empty when not found)"
        ),
        Field("pages", N, "jumlah halaman", "number of pages"),
        Field(
            "status",
            T,
            "ok, partial (sebagian halaman tidak terbaca), failed",
            "ok, partial (some pages not read), failed",
        ),
        Field("note", T, "keterangan", "note"),
        Field("version", T, "versi lkjip yang membaca", "version of lkjip that read it"),
    ),
)

PAGES = TableSpec(
    "pages",
    "Satu baris per halaman: cara baca dan halaman yang tidak terbaca.",
    "One row per page: how it was read, or why not.",
    ("report_id", "page"),
    (
        _REPORT_ID,
        Field("page", N, "halaman PDF (mulai 1)", "page of the PDF (from 1)"),
        Field(
            "kind",
            T,
            "text, scan, ocr_layer, mixed, broken_text, blank",
            "text, scan, ocr_layer, mixed, broken_text, blank",
        ),
        Field("rotation", N, "putaran halaman, derajat", "rotation of the page, degrees"),
        Field("reader", T, "pembaca yang dipakai; kosong: tidak dibaca", "reader used; empty: not read"),
        Field("note", T, "alasan atau catatan", "reason or note"),
    ),
)

TABLES = TableSpec(
    "tables",
    "Satu baris per tabel (tabel bersambung antarhalaman dihitung satu).",
    "One row per table (continued over pages: one).",
    ("table_id",),
    (
        Field("table_id", T, "tanda pengenal tabel", "table id"),
        _REPORT_ID,
        Field("kind", T, "jenis tabel", "kind of table"),
        Field("caption", T, "judul tabel", "caption"),
        Field("page_from", N, "halaman awal", "first page"),
        Field("page_to", N, "halaman akhir", "last page"),
        Field("n_rows", N, "jumlah baris", "rows"),
        Field("n_cols", N, "jumlah kolom", "columns"),
        Field("engine", T, "pembaca tabel dan alasannya", "table reader and why it was used"),
        Field("confidence", R, "keyakinan 0..1", "confidence 0..1"),
    ),
)

CELL_KEY = (
    Field("table_id", T, "tanda pengenal tabel", "table id", "tables.table_id"),
    Field("row", N, "baris (mulai 0)", "row (from 0)"),
    Field("col", N, "kolom (mulai 0)", "column (from 0)"),
)
"""Which cell a row of `cells`, `ledger` or `doubts` speaks of."""

CELLS = TableSpec(
    "cells",
    "Setiap sel berisi dari setiap tabel.",
    "Every non-empty cell of every table.",
    ("table_id", "row", "col"),
    (
        *CELL_KEY,
        Field("row_span", N, "rentang baris", "rows spanned"),
        Field("col_span", N, "rentang kolom", "columns spanned"),
        Field("text", T, "isi sel", "text"),
        Field("is_header", N, "1: kepala tabel", "1: header"),
        *PROVENANCE,
    ),
)

OBSERVATIONS = TableSpec(
    "observations",
    "Satu baris per angka tercetak yang bermakna.",
    "One row per printed figure with a meaning.",
    ("report_id", "observation_no"),
    (
        _REPORT_ID,
        _FILE,
        PROVENANCE[0],
        Field(
            "table_id",
            T,
            "tanda pengenal tabel (kosong: angka di luar tabel)",
            "table id (empty: a figure outside any table)",
            "tables.table_id",
        ),
        Field("table_kind", T, "jenis tabel", "kind of table"),
        Field(
            "subject",
            T,
            "indikator, program, kegiatan ... seperti tercetak",
            "indicator, program, activity ... as printed",
        ),
        Field("subject_level", T, "tingkat subjek", "level of the subject"),
        Field("subject_code", T, "kode rekening program/kegiatan", "program/activity code"),
        Field("parent", T, "sasaran atau program di atasnya", "the sasaran or program above it"),
        Field(
            "measure",
            T,
            "ukuran (target, realisasi, pagu_rp ...)",
            "measure (target, realisasi, pagu_rp ...)",
        ),
        Field("period", T, "tahun, triwulan atau periode", "year, quarter or period"),
        Field("value", D, "nilai desimal persis", "exact decimal value"),
        Field("text", T, "isi berupa kata", "words where the cell holds words"),
        Field("unit", T, "satuan", "unit"),
        Field("raw", T, "seperti tercetak", "as printed"),
        *PROVENANCE[1:],
        Field("row", N, "baris sel di tabelnya", "row of the cell in its table"),
        Field("col", N, "kolom sel di tabelnya", "column of the cell in its table"),
        Field(
            "observation_no",
            N,
            "nomor urut angka dalam laporan (mulai 1)",
            "ordinal of the figure within the report (from 1)",
        ),
    ),
)

FINDINGS = TableSpec(
    "findings",
    "Temuan: pertentangan, kekurangan, atau keraguan baca.",
    "Findings: contradictions, gaps, or doubtful readings.",
    ("report_id", "finding_key"),
    (
        _REPORT_ID,
        _FILE,
        Field("rule_id", T, "kaidah", "rule"),
        Field("severity", T, "high, medium, low", "high, medium, low"),
        Field(
            "class",
            T,
            "a hitungan, b pertentangan, c kelengkapan, d mutu, e keraguan baca",
            "a arithmetic, b conflict, c completeness, d quality, e extraction doubt",
        ),
        Field("message_id", T, "pesan (Indonesia)", "message (Indonesian)"),
        Field("message_en", T, "pesan (Inggris)", "message (English)"),
        Field("pages", T, "halaman, dipisah titik koma", "pages, separated by semicolons"),
        Field(
            "figures",
            J,
            "angka tercetak: page, raw, value, what, box (x0, top, x1, bottom)",
            "printed figures: page, raw, value, what, box (x0, top, x1, bottom)",
        ),
        Field("expected", T, "angka yang semestinya", "the figure that would be right"),
        Field("repair", T, "perbaikan terkecil yang menjelaskan", "the smallest repair that explains it"),
        Field(
            "folded_into",
            T,
            "finding_key temuan yang menjelaskannya",
            "finding_key of the finding that explains it",
        ),
        Field("finding_key", T, "tanda pengenal temuan dalam laporan", "id of the finding within the report"),
        Field(
            "finding_no", N, "urutan baca, yang terpenting lebih dulu", "reading order, most important first"
        ),
    ),
)

RULE_RUNS = TableSpec(
    "rule_runs",
    "Hasil setiap kaidah untuk setiap laporan, termasuk yang tidak dijalankan.",
    "Outcome of every rule for every report, those that did not run included.",
    ("report_id", "rule_id"),
    (
        _REPORT_ID,
        Field("rule_id", T, "kaidah", "rule"),
        Field("outcome", T, "pass, fail, not_run", "pass, fail, not_run"),
        Field("reason", T, "alasan", "reason"),
    ),
)

AGREEMENTS = TableSpec(
    "agreements",
    "Perjanjian kinerja dan perubahannya yang ditemukan dalam berkas.",
    "Performance agreements and their revisions found in the file.",
    ("report_id", "agreement_no"),
    (
        _REPORT_ID,
        Field("kind", T, "PK atau perubahan_PK", "PK or perubahan_PK (revision)"),
        Field("page_from", N, "halaman awal", "first page"),
        Field("page_to", N, "halaman akhir", "last page"),
        Field("year", N, "tahun perjanjian", "year of the agreement"),
        Field("date_text", T, "tanggal seperti tercetak", "date as printed"),
        Field(
            "month",
            N,
            "bulan perjanjian (kosong bila tidak tercetak)",
            "month of the agreement (empty when not printed)",
        ),
        Field(
            "parties",
            T,
            "nama pihak pertama dan kedua, dipisah titik koma",
            "names of the first and second party, separated by semicolons",
        ),
        Field(
            "pages_unread",
            T,
            "halaman perjanjian yang tidak terbaca, dipisah titik koma",
            "pages of the agreement that were not read, separated by semicolons",
        ),
        Field(
            "agreement_no",
            N,
            "nomor urut perjanjian dalam berkas (mulai 1)",
            "ordinal of the agreement within the file (from 1)",
        ),
    ),
)

IDENTITY = TableSpec(
    "identity",
    "Dari mana jati diri laporan dibaca.",
    "Where the identity of a report was read.",
    ("report_id", "what"),
    (
        _REPORT_ID,
        Field("what", T, "kolom pada reports", "column of reports"),
        Field("page", N, "halaman PDF (mulai 1)", "page of the PDF (from 1)"),
        Field("text", T, "yang terbaca di sana", "what was read there"),
    ),
)

RECORDS = TableSpec(
    "records",
    "Baris tabel sebagai catatan menurut jenis tabelnya.",
    "Rows of tables as records of their kind.",
    ("report_id", "record_no"),
    (
        _REPORT_ID,
        Field("record_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("table_id", T, "tanda pengenal tabel", "table id", "tables.table_id"),
        Field("kind", T, "jenis tabel", "kind of table"),
        Field("row", N, "baris (mulai 0)", "row (from 0)"),
        Field(
            "fields",
            J,
            "isian menurut jenis tabel; angka menurut periode, sebagai teks desimal eksak",
            "fields of the kind; figures by period, as exact decimal text",
        ),
        *PROVENANCE,
    ),
)

INDICATORS = TableSpec(
    "indicators",
    "Indikator yang sama dengan semua namanya, dan mengapa nama-nama itu dianggap satu.",
    "The same indicator with all its names, and why those names are taken for one.",
    ("report_id", "indicator_no"),
    (
        _REPORT_ID,
        Field("indicator_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("name", T, "nama yang paling sering", "the most frequent name"),
        Field("names", J, "semua nama seperti tercetak", "all names as printed"),
        Field("sasaran", J, "semua sasaran seperti tercetak", "all sasaran as printed"),
        Field("evidence", T, "alasan, dipisah titik koma", "reasons, separated by semicolons"),
        Field("confidence", R, "keyakinan 0..1", "confidence 0..1"),
    ),
)

INDICATOR_FIGURES = TableSpec(
    "indicator_figures",
    "Angka mana milik indikator mana.",
    "Which figure belongs to which indicator.",
    ("report_id", "observation_no"),
    (
        _REPORT_ID,
        Field("observation_no", N, "observation_no pada observations", "observation_no of observations"),
        Field("indicator_no", N, "indicator_no pada indicators", "indicator_no of indicators"),
    ),
)

HEADINGS = TableSpec(
    "headings",
    "Judul bab dan subbab dalam isi laporan.",
    "Headings of the body of a report.",
    ("report_id", "heading_no"),
    (
        _REPORT_ID,
        Field("heading_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("level", N, "tingkat, 1 untuk bab", "level, 1 for a chapter"),
        Field(
            "number", T, "nomor seperti tercetak (BAB III, 3.1, A.)", "number as printed (BAB III, 3.1, A.)"
        ),
        Field("title", T, "judul", "title"),
        *PROVENANCE,
    ),
)

CONTENTS = TableSpec(
    "contents",
    "Daftar isi seperti tercetak.",
    "The table of contents as printed.",
    ("report_id", "entry_no"),
    (
        _REPORT_ID,
        Field("entry_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("number", T, "nomor seperti tercetak", "number as printed"),
        Field("title", T, "judul", "title"),
        Field(
            "printed_page",
            T,
            "nomor halaman yang disebut daftar isi (kosong bila tidak ada)",
            "page number that the table of contents gives (empty if none)",
        ),
        *PROVENANCE,
    ),
)

STATEMENTS = TableSpec(
    "statements",
    "Angka rupiah dan persentase dalam kalimat di luar tabel.",
    "Amounts and percentages in sentences outside tables.",
    ("report_id", "statement_no"),
    (
        _REPORT_ID,
        Field("statement_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("sentence", T, "kalimat", "sentence"),
        Field(
            "subject",
            T,
            "program, kegiatan, sasaran, atau indikator yang disebut kalimat (kosong bila tidak disebut)",
            "program, activity, objective or indicator that the sentence names (empty if none)",
        ),
        Field(
            "measure",
            T,
            "ukuran menurut kata di depannya; kosong bila kalimat tidak menyebutnya",
            "measure by the words before it; empty where the sentence does not say",
        ),
        Field(
            "period",
            T,
            "tahun yang disebut kalimat, atau tahun laporan",
            "year the sentence names, or the report's",
        ),
        Field("value", D, "nilai desimal eksak", "exact decimal value"),
        Field("text", T, "kata, bila bukan satu angka", "words, where it is not one figure"),
        Field("unit", T, "satuan", "unit"),
        Field("raw", T, "seperti tercetak", "as printed"),
        Field("heading", T, "judul di atasnya", "the heading above"),
        *PROVENANCE,
    ),
)

SENTENCES = TableSpec(
    "sentences",
    "Kalimat di luar tabel, agar dapat dicari dan dibandingkan antarlaporan.",
    "The sentences outside tables, to be searched and compared between reports.",
    ("report_id", "sentence_no"),
    (
        _REPORT_ID,
        Field("sentence_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("text", T, "kalimat seperti tercetak", "sentence as printed"),
        Field("heading", T, "judul di atasnya", "the heading above"),
        Field(
            "wording",
            T,
            "sidik jari huruf-hurufnya tanpa angka dan tanda baca; sama bila susunan katanya sama; kosong bila "
            "kalimatnya pendek",
            "fingerprint of its letters without digits and marks; the same where the wording is; empty for short ones",
        ),
        *PROVENANCE,
    ),
)

LEGAL_REFS = TableSpec(
    "legal_refs",
    "Peraturan yang disebut di luar tabel, dengan nomor dan tahun.",
    "Laws and regulations named outside tables, with number and year.",
    ("report_id", "ref_no"),
    (
        _REPORT_ID,
        Field("ref_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field(
            "kind",
            T,
            "jenis peraturan (UU, PP, Perpres, Permendagri ...)",
            "type (UU, PP, Perpres, Permendagri ...)",
        ),
        Field("number", T, "nomor", "number"),
        Field("year", N, "tahun", "year"),
        Field("article", T, "pasal yang disebut", "article cited"),
        Field("title", T, "tentang", "title"),
        Field("text", T, "seperti tercetak", "as printed"),
        *PROVENANCE,
    ),
)

OFFICIALS = TableSpec(
    "officials",
    "Penanda tangan: satu baris per NIP di luar tabel. Data pribadi (UU 27/2022).",
    "Who signs: one row per NIP outside tables. Personal data (UU 27/2022).",
    ("report_id", "official_no"),
    (
        _REPORT_ID,
        Field("official_no", N, "nomor urut dalam berkas (mulai 1)", "ordinal within the file (from 1)"),
        Field("role", T, "jabatan seperti tercetak", "office as printed"),
        Field("name", T, "nama", "name"),
        Field("rank", T, "pangkat", "rank"),
        Field("nip", T, "NIP", "civil servant number"),
        Field("signed", T, "tempat dan tanggal seperti tercetak", "place and date as printed"),
        *PROVENANCE,
    ),
)

LEDGER = TableSpec(
    "ledger",
    "Nasib setiap sel berisi: angka, kepala tabel, label, atau alasan tidak dipakai.",
    "What became of every non-empty cell: figure, header, label, or the reason it was not used.",
    ("table_id", "row", "col"),
    (
        *CELL_KEY,
        Field(
            "fate",
            T,
            "observation, header, label, number, words, unread",
            "observation, header, label, number, words, unread",
        ),
        Field("reason", T, "alasan", "reason"),
    ),
)

DOUBTS = TableSpec(
    "doubts",
    "Sel halaman pindaian yang bacaannya diragukan: dua bacaan yang berbeda, angka yang diperbaiki, atau "
    "angka yang dibantah jumlah atau persentase dan cocok bila satu digitnya lain.",
    "Cells of scanned pages whose reading is in doubt: two readings that differ, a mended figure, or a "
    "figure that a sum or a percentage contradicts and that one other digit would make right.",
    ("table_id", "row", "col"),
    (
        *CELL_KEY,
        Field("text", T, "bacaan yang dipakai", "the reading that is used"),
        Field(
            "other",
            T,
            "bacaan lain, atau angka yang akan cocok; kosong bila hanya satu bacaan",
            "the other reading, or the figure that would agree; empty if there is one reading only",
        ),
        Field("confidence", R, "keyakinan 0..1", "confidence 0..1"),
    ),
)
NAME_KEY = Field("name_key", T, "nama untuk membandingkan antarlaporan", "name to compare reports by")
CONFLICT = Field("conflict", N, "1: tempat-tempatnya berbeda", "1: places differ")
DOUBTFUL = Field("doubtful", N, "1: ada bacaan yang diragukan", "1: a reading is in doubt")


def _printed(*measures: tuple[str, str, str]) -> tuple[Field, ...]:
    """For each measure its value, and what is printed where."""
    return tuple(
        field
        for name, id_, en in measures
        for field in (
            Field(name, D, f"{id_}; kosong bila tempatnya berbeda-beda", f"{en}; empty where places differ"),
            Field(
                f"{name}_printed",
                T,
                f"{id_} seperti tercetak, dengan halaman",
                f"{en} as printed, with pages",
            ),
        )
    )


_TOGETHER = (
    Field("pages", T, "halaman, dipisah titik koma", "pages, separated by semicolons"),
    CONFLICT,
    DOUBTFUL,
)

INDICATOR_YEARS = TableSpec(
    "indicator_years",
    "Satu baris per indikator dan tahun dalam satu laporan: target, realisasi, capaian dari semua tempatnya.",
    "One row per indicator and year of a report: target, realisasi and achievement from all their places.",
    ("report_id", "indicator_no", "year"),
    (
        _REPORT_ID,
        Field(
            "indicator_no",
            N,
            "nomor indikator (lihat indicators)",
            "number of the indicator (see indicators)",
        ),
        Field("year", N, "tahun angkanya", "year of the figures"),
        Field("name", T, "nama indikator", "name of the indicator"),
        NAME_KEY,
        Field("sasaran", T, "sasaran", "objective"),
        Field("unit", T, "satuan", "unit of measure"),
        *_printed(
            ("target", "target", "target"),
            ("realisasi", "realisasi", "achieved"),
            ("capaian_pct", "capaian, persen", "achievement, percent"),
        ),
        *_TOGETHER,
    ),
)

PROGRAM_YEARS = TableSpec(
    "program_years",
    "Satu baris per program, tahun, dan tahap anggaran dalam satu laporan.",
    "One row per program, year and budget stage of a report.",
    ("report_id", "program_no", "year", "stage"),
    (
        _REPORT_ID,
        Field("program_no", N, "nomor program dalam berkas (mulai 1)", "ordinal of the program (from 1)"),
        Field("year", N, "tahun angkanya", "year of the figures"),
        Field(
            "stage",
            T,
            "murni, perubahan, atau tidak_disebut",
            "murni (original), perubahan (revised), or tidak_disebut (not said)",
        ),
        Field("name", T, "nama program", "name of the program"),
        NAME_KEY,
        Field("code", T, "kode", "code"),
        *_printed(
            ("pagu_rp", "pagu, rupiah", "budget, rupiah"),
            ("realisasi_rp", "realisasi, rupiah", "spent, rupiah"),
            ("serapan_pct", "serapan, persen", "absorption, percent"),
        ),
        *_TOGETHER,
    ),
)

SUPERSEDED = TableSpec(
    "superseded",
    "Versi lama sebuah berkas dan laporan yang menggantikannya.",
    "Older versions of a file and the report that replaces each.",
    ("report_id",),
    (
        _REPORT_ID,
        Field("by_report_id", T, "laporan penggantinya", "the report that replaces it", "reports.report_id"),
    ),
)

REVIEWS = TableSpec(
    "reviews",
    "Keputusan pereviu atas temuan dan bacaan; hanya bertambah, tidak pernah diubah. Yang terakhir berlaku. Tetap "
    "tersimpan bila berkasnya dibaca ulang.",
    "What reviewers decided on findings and readings; only appended, never changed. The last one holds. Kept when "
    "the file is read again.",
    ("review_no",),
    (
        Field("review_no", N, "nomor urut keputusan", "ordinal of the decision"),
        _REPORT_ID,
        Field(
            "finding_key",
            T,
            "temuan yang diputuskan (kosong: sebuah bacaan)",
            "finding decided on (empty: a reading)",
        ),
        Field(
            "decision",
            T,
            "confirmed, rejected, misread, accepted",
            "confirmed, rejected, misread, accepted",
        ),
        Field("reason", T, "alasan", "reason"),
        Field("page", N, "halaman bacaan yang diperbaiki", "page of the reading that is corrected"),
        Field("x0", R, "tepi kiri, poin", "left edge, points"),
        Field("top", R, "tepi atas, poin", "top edge, points"),
        Field("x1", R, "tepi kanan, poin", "right edge, points"),
        Field("bottom", R, "tepi bawah, poin", "bottom edge, points"),
        Field("read", T, "yang terbaca", "what was read"),
        Field("right", T, "yang benar menurut pereviu", "what is right, by the reviewer"),
        Field("reviewer", T, "nama pereviu", "name of the reviewer"),
        Field("decided_at", T, "waktu (UTC, ISO 8601)", "time (UTC, ISO 8601)"),
    ),
)

KEPT = frozenset({REVIEWS.name})
"""Tables whose rows stay when a report is read again."""

TABLE_SPECS: tuple[TableSpec, ...] = (
    REPORTS,
    PAGES,
    TABLES,
    CELLS,
    OBSERVATIONS,
    FINDINGS,
    RULE_RUNS,
    AGREEMENTS,
    IDENTITY,
    RECORDS,
    INDICATORS,
    INDICATOR_FIGURES,
    HEADINGS,
    CONTENTS,
    STATEMENTS,
    SENTENCES,
    LEGAL_REFS,
    OFFICIALS,
    LEDGER,
    DOUBTS,
    INDICATOR_YEARS,
    PROGRAM_YEARS,
    SUPERSEDED,
    REVIEWS,
)
"""All tables of the database, parents before children."""
