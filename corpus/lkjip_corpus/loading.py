"""From what was read to rows: pure functions, one per table, and the replacement of a report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from lkjip_corpus.canonical import (
    confidence,
    coordinate,
    decimal_text,
    fields_json,
    figures_json,
    page_list,
    text,
    texts_json,
)
from lkjip_corpus.migrations import TOGETHER_TABLE
from lkjip_corpus.research import indicator_years, program_years
from lkjip_corpus.schema import SPECS, of_report
from lkjip_normalize.linking import IndicatorLink, links_of
from lkjip_schemas.document import Document, RawTable
from lkjip_schemas.fields import KEPT, TABLE_SPECS
from lkjip_schemas.finding import Finding, RuleRun
from lkjip_schemas.place import SURE, Place
from lkjip_schemas.record import Record
from lkjip_schemas.records import ReadTable, Report
from lkjip_schemas.vocabulary import DocumentKind, ReportStatus, TableKind, UnitLevel

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]
"""One row: column name to text, int, float or None."""

TABLE_ID_HEX = 16
"""Digits of the report's id that start a table's id: 64 bits tell any corpus of reports apart."""


def table_id(report_id: str, number: int) -> str:
    """The id of a report's table, e.g. `3f2a...-007`."""
    return f"{report_id[:TABLE_ID_HEX]}-{number:03d}"


def rows_of(
    document: Document,
    report: Report,
    findings: Iterable[Finding],
    runs: Iterable[RuleRun],
    *,
    status: ReportStatus,
    note: str,
    version: str,
) -> dict[str, list[Row]]:
    """The rows of every table for one report, keyed by table name.

    ValueError when document and report are not of the same file.
    """
    if document.report_id != report.report_id:
        raise ValueError(f"document {document.report_id} and report {report.report_id} differ")
    links = links_of(report)
    return {
        "reports": [_report_row(report, status, note, version)],
        "pages": [
            {
                "report_id": report.report_id,
                "page": p.page,
                "kind": str(p.kind),
                "rotation": p.rotation,
                "reader": text(p.reader),
                "note": text(p.note),
            }
            for p in report.pages
        ],
        "tables": list(_table_rows(document, report)),
        "cells": list(_cell_rows(document)),
        "observations": list(_observation_rows(document, report)),
        "findings": list(_finding_rows(report, findings)),
        "rule_runs": [
            {
                "report_id": report.report_id,
                "rule_id": r.rule_id,
                "outcome": str(r.outcome),
                "reason": text(r.reason),
            }
            for r in runs
        ],
        "agreements": [
            {
                "report_id": report.report_id,
                "kind": str(a.kind),
                "page_from": a.page_from,
                "page_to": a.page_to,
                "year": a.year or None,
                "date_text": text(a.date_text),
                "month": a.month or None,
                "parties": text("; ".join(a.parties)),
                "pages_unread": page_list(a.pages_unread),
                "agreement_no": number,
            }
            for number, a in enumerate(report.agreements, 1)
        ],
        "identity": [
            {"report_id": report.report_id, "what": what, "page": page, "text": text(words)}
            for what, page, words in report.identity.evidence
        ],
        "records": [
            {
                "report_id": report.report_id,
                "record_no": number,
                "table_id": table_id(report.report_id, r.table_no),
                "kind": str(r.kind),
                "row": r.row,
                "fields": fields_json(r),
                **_place(r.place),
            }
            for number, r in enumerate(report.records, 1)
        ],
        **_indicator_rows(report, links),
        **_prose_rows(report),
        "ledger": [
            {
                "table_id": table_id(report.report_id, e.table_no),
                "row": e.row,
                "col": e.col,
                "fate": str(e.fate),
                "reason": text(e.reason),
            }
            for e in report.ledger
        ],
        "doubts": list(_doubt_rows(document)),
        "indicator_years": indicator_years(report, links),
        "program_years": program_years(report),
    }


def failed_rows(report_id: str, file: str, *, note: str, version: str, pages: int) -> dict[str, list[Row]]:
    """The rows for a file of which nothing could be read: only `reports`, with the reason."""
    row: Row = dict.fromkeys(SPECS["reports"].names, "")
    row |= {
        "report_id": report_id,
        "file": text(file),
        "kind": str(DocumentKind.OTHER),
        "level": str(UnitLevel.UNKNOWN),
        "year": None,
        "pages": pages,
        "status": str(ReportStatus.FAILED),
        "note": text(note),
        "version": version,
    }
    return {"reports": [row]}


def replace_report(db: "Database", report_id: str, rows: Mapping[str, Sequence[Row]]) -> None:
    """Deletes what is stored of a report and stores `rows`; call it inside one transaction.

    The row in `reports` is updated in place: rows of other tables (decisions of a reviewer) may
    refer to it and must survive.
    """
    forget_together(db, report_id)
    for spec in reversed(TABLE_SPECS):
        if spec.name != "reports" and spec.name not in KEPT:
            db.table(spec.name).delete_where(of_report(spec), [report_id])
    db.table("reports").upsert_all(rows["reports"], pk="report_id")
    for spec in TABLE_SPECS:
        if spec.name != "reports" and rows.get(spec.name):
            db.table(spec.name).insert_all(rows[spec.name])


def _report_row(report: Report, status: ReportStatus, note: str, version: str) -> Row:
    who = report.identity
    return {
        "report_id": report.report_id,
        "file": text(report.file),
        "kind": str(who.kind),
        "title": text(who.title),
        "instansi": text(who.instansi),
        "level": str(who.level),
        "kecamatan": text(who.kecamatan),
        "kabkota": text(who.kabkota),
        "provinsi": text(who.provinsi),
        "wilayah_code": who.wilayah_code,
        "year": who.year or None,
        "pages": len(report.pages),
        "status": str(status),
        "note": text(note),
        "version": version,
    }


def _place(place: Place) -> Row:
    return {
        "page": place.page,
        "x0": coordinate(place.box.x0),
        "top": coordinate(place.box.top),
        "x1": coordinate(place.box.x1),
        "bottom": coordinate(place.box.bottom),
        "read_by": str(place.read_by),
        "confidence": confidence(place.confidence),
    }


def _indicator_rows(report: Report, links: Sequence[IndicatorLink]) -> dict[str, list[Row]]:
    """The indicators with their names, and which figure belongs to which."""
    ordinal = {id(o): number for number, o in enumerate(report.observations, 1)}
    indicators: list[Row] = []
    figures: list[Row] = []
    for number, link in enumerate(links, 1):
        indicators.append(
            {
                "report_id": report.report_id,
                "indicator_no": number,
                "name": text(link.name),
                "names": texts_json(link.names),
                "sasaran": texts_json(link.sasaran),
                "evidence": text("; ".join(link.evidence)),
                "confidence": confidence(link.confidence),
            }
        )
        figures += [
            {"report_id": report.report_id, "observation_no": ordinal[id(m)], "indicator_no": number}
            for m in link.members
        ]
    return {"indicators": indicators, "indicator_figures": figures}


def _prose_rows(report: Report) -> dict[str, list[Row]]:
    """Headings, table of contents, statements, sentences, laws and signatures, each numbered in reading order."""
    id_, prose = report.report_id, report.prose

    def rows(number: str, records: Iterable[Record]) -> list[Row]:
        return [{"report_id": id_, number: i, **_columns(r)} for i, r in enumerate(records, 1)]

    return {
        "headings": rows("heading_no", prose.headings),
        "contents": rows("entry_no", prose.contents),
        "statements": rows("statement_no", prose.statements),
        "sentences": [
            {**row, "wording": wording_of(row["text"])} for row in rows("sentence_no", prose.sentences)
        ],
        "legal_refs": rows("ref_no", prose.legal_refs),
        "officials": rows("official_no", prose.officials),
    }


LEAST_WORDS = 12
"""Sentences of fewer words are the same in many reports for good reason."""


def wording_of(sentence: str) -> str:
    """A fingerprint of the letters of a long sentence (64 bits, hexadecimal); empty for a short one."""
    if len(sentence.split()) < LEAST_WORDS:
        return ""
    letters = "".join(c for c in sentence.lower() if c.isalpha())
    return blake2b(letters.encode("utf-8", "replace"), digest_size=8).hexdigest()


NOT_STORED = frozenset({"found"})
"""Fields that only the rules need, and whose findings are stored."""


def _columns(record: Record) -> Row:
    """The fields of a record as columns of the same names, its place as the columns of a place."""
    row: Row = {}
    for name, value in record:
        if name in NOT_STORED:
            continue
        if isinstance(value, Place):
            row |= _place(value)
        elif isinstance(value, int):
            row[name] = value
        else:
            row[name] = decimal_text(value) if value is None or isinstance(value, Decimal) else text(value)
    return row


def _table_rows(document: Document, report: Report) -> Iterator[Row]:
    """Every raw table, with its kind where normalisation gave one."""
    read = {t.number: t for t in report.tables}
    raw = {t.number: t for t in document.tables}
    for number in sorted(read.keys() | raw.keys()):
        meant, printed = read.get(number), raw.get(number)
        shape: ReadTable | RawTable = meant or raw[number]
        engine, reason = shape.engine, printed.reason if printed else ""
        yield {
            "table_id": table_id(report.report_id, number),
            "report_id": report.report_id,
            "kind": str(meant.kind if meant else TableKind.OTHER),
            "caption": text(shape.caption or (printed.caption if printed else "")),
            "page_from": shape.page_from,
            "page_to": shape.page_to,
            "n_rows": shape.n_rows,
            "n_cols": shape.n_cols,
            "engine": text(f"{engine}: {reason}" if reason else engine),
            "confidence": confidence(shape.confidence),
        }


def _cell_rows(document: Document) -> Iterator[Row]:
    for table in document.tables:
        name = table_id(document.report_id, table.number)
        for cell in table.cells:
            if cell.text.strip():
                yield {
                    "table_id": name,
                    "row": cell.row,
                    "col": cell.col,
                    "row_span": cell.row_span,
                    "col_span": cell.col_span,
                    "text": text(cell.text),
                    "is_header": int(cell.is_header),
                    **_place(cell.place),
                }


def _doubt_rows(document: Document) -> Iterator[Row]:
    for table in document.tables:
        for cell in table.cells:
            if cell.other or cell.place.confidence < SURE:
                yield {
                    "table_id": table_id(document.report_id, table.number),
                    "row": cell.row,
                    "col": cell.col,
                    "text": text(cell.text),
                    "other": text(cell.other),
                    "confidence": confidence(cell.place.confidence),
                }


def _observation_rows(document: Document, report: Report) -> Iterator[Row]:
    """Figures in the order of the report; their ordinal is the key.

    Two figures of one cell, or a figure printed twice under one label, differ in nothing else.
    """
    known = {t.number for t in report.tables} | {t.number for t in document.tables}
    turned = {t.number for t in report.tables if t.turned}
    for number, o in enumerate(report.observations, 1):
        row, col = (o.col, o.row) if o.table_no in turned else (o.row, o.col)
        yield {
            "report_id": report.report_id,
            "file": text(report.file),
            "table_id": table_id(report.report_id, o.table_no) if o.table_no in known else None,
            "table_kind": str(o.table_kind),
            "subject": text(o.subject),
            "subject_level": str(o.subject_level),
            "subject_code": text(o.subject_code),
            "parent": text(o.parent),
            "measure": text(o.measure),
            "period": text(o.period),
            "value": decimal_text(o.value),
            "text": text(o.text),
            "unit": text(o.unit),
            "raw": text(o.raw),
            **_place(o.place),
            "row": row,
            "col": col,
            "observation_no": number,
        }


TOGETHER = "antar:"
"""Begins the keys of findings that rest on another document."""


def forget_together(db: "Database", report_id: str) -> None:
    """Deletes what other documents said against a report; call it inside a transaction."""
    db.table("findings").delete_where("report_id = ? and finding_key like ?", [report_id, f"{TOGETHER}%"])
    if db.table(TOGETHER_TABLE).exists():
        db.table(TOGETHER_TABLE).delete_where("report_id = ?", [report_id])


def together_rows(report_id: str, file: str, findings: Iterable[Finding], before: int) -> list[Row]:
    """The rows of findings that other documents gave rise to, numbered after `before` of the report's own."""
    rows = []
    for number, f in enumerate(findings, before + 1):
        rows.append(_finding_row(report_id, file, f, f"{TOGETHER}{f.key or f.rule_id}", number))
    return rows


def _finding_rows(report: Report, findings: Iterable[Finding]) -> Iterator[Row]:
    used: set[str] = set()
    for number, f in enumerate(findings, 1):
        key = _free_key(f.key or f.rule_id, used)
        used.add(key)
        yield _finding_row(report.report_id, report.file, f, key, number)


def _finding_row(report_id: str, file: str, f: Finding, key: str, number: int) -> Row:
    return {
        "report_id": report_id,
        "file": text(file),
        "rule_id": f.rule_id,
        "severity": str(f.severity),
        "class": str(f.finding_class),
        "message_id": text(f.message_id),
        "message_en": text(f.message_en),
        "pages": page_list(f.pages),
        "figures": figures_json(f.figures),
        "expected": text(f.expected),
        "repair": text(f.repair),
        "folded_into": text(f.folded_into),
        "finding_key": text(key),
        "finding_no": number,
    }


def _free_key(key: str, used: set[str]) -> str:
    """The key, or `key#2`, `key#3` ... when a rule gave it before: no finding is lost."""
    free, number = key, 1
    while free in used:
        number += 1
        free = f"{key}#{number}"
    return free
