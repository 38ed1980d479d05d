"""The data dictionary, made from the field dictionary; `docs/generate.py` writes it to `docs/`."""

from collections.abc import Iterator
from enum import StrEnum

from lkjip_schemas.fields import TABLE_SPECS, FieldType, TableSpec
from lkjip_schemas.vocabulary import (
    AgreementKind,
    Decision,
    DocumentKind,
    Fate,
    FindingClass,
    Measure,
    Outcome,
    PageKind,
    ReadBy,
    ReportStatus,
    Severity,
    SubjectLevel,
    TableKind,
    UnitLevel,
)

CLOSED_SETS: tuple[tuple[str, type[StrEnum], str], ...] = (
    ("reports.kind", DocumentKind, ""),
    ("reports.level", UnitLevel, ""),
    ("reports.status", ReportStatus, ""),
    ("pages.kind", PageKind, ""),
    ("tables.kind, observations.table_kind", TableKind, ""),
    ("observations.measure", Measure, "`other:NAME`"),
    ("observations.subject_level", SubjectLevel, ""),
    ("cells.read_by, observations.read_by", ReadBy, ""),
    ("findings.severity", Severity, ""),
    ("findings.class", FindingClass, ""),
    ("rule_runs.outcome", Outcome, ""),
    ("agreements.kind", AgreementKind, ""),
    ("ledger.fate", Fate, ""),
    ("reviews.decision", Decision, ""),
)
"""Columns that hold one word of a closed set: columns, the set, and what it leaves open."""

_TYPES = {
    FieldType.TEXT: "teks / text",
    FieldType.INTEGER: "bilangan bulat / whole number",
    FieldType.REAL: "bilangan / number",
    FieldType.DECIMAL: "desimal persis / exact decimal",
    FieldType.JSON: "JSON",
}

_INTRODUCTION = """\
# Kamus data / Data dictionary

| Indonesia | English |
|---|---|
| Tabel basis data SQLite; ekspor CSV memakai nama berkas, nama kolom dan urutan yang sama. \
| The tables of the SQLite database; the CSV export has the same file names, column names and order. |
| Desimal persis disimpan sebagai teks: titik sebagai tanda desimal, tanpa pemisah ribuan, jumlah angka di \
belakang koma seperti tercetak (`70.00`). | Exact decimals are stored as text: point as decimal mark, no \
grouping, printed precision kept (`70.00`). |
| Hitungan dalam SQL: `cast(value as real)` (pembulatan biner); hitungan persis: `Decimal` lewat \
`lkjip_corpus.frames`. | Arithmetic in SQL: `cast(value as real)` (binary rounding); exact arithmetic: \
`Decimal` through `lkjip_corpus.frames`. |
| Koordinat dalam poin (1/72 inci) dari sudut kiri atas halaman seperti ditampilkan. | Coordinates are \
points (1/72 inch) from the top left corner of the page as displayed. |
| Nilai yang tidak ada: NULL di SQLite, kosong di CSV. | A missing value is NULL in SQLite and empty in CSV. |
| CSV memuat teks apa adanya: sel yang diawali `=`, `+`, `-` atau `@` tidak diubah. Bukalah di Excel lewat \
impor teks dengan kolom berjenis Teks, atau pakai ekspor xlsx. \
| CSV holds text as it is: a cell that starts with `=`, `+`, `-` or `@` \
is not altered. Open it in Excel through text import with columns of type Text, \
or use the xlsx export. |
| Kunci ditandai \N{KEY}. | Key columns are marked \N{KEY}. |
"""


def dictionary() -> str:
    """The data dictionary as Markdown, Indonesian and English side by side."""
    parts = [_INTRODUCTION, *("\n".join(_table(spec)) + "\n" for spec in TABLE_SPECS)]
    return "\n".join([*parts, "\n".join(_closed_sets()) + "\n"])


def _table(spec: TableSpec) -> Iterator[str]:
    yield f"## {spec.name}"
    yield ""
    yield f"{spec.id} / {spec.en}"
    yield ""
    yield "| kolom / column | jenis / type | arti | meaning |"
    yield "|---|---|---|---|"
    for f in spec.fields:
        key = " \N{KEY}" if f.name in spec.key else ""
        refers = f" → `{f.refers}`" if f.refers else ""
        yield f"| `{f.name}`{key} | {_TYPES[f.type]}{refers} | {_cell(f.id)} | {_cell(f.en)} |"


def _closed_sets() -> Iterator[str]:
    yield "## Nilai yang mungkin / Possible values"
    yield ""
    yield "| kolom / column | nilai / values |"
    yield "|---|---|"
    for columns, words, more in CLOSED_SETS:
        values = [f"`{word}`" if word else "(kosong / empty)" for word in words] + ([more] if more else [])
        yield f"| {', '.join(f'`{c}`' for c in columns.split(', '))} | {', '.join(values)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
