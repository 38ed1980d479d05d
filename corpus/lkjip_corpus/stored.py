"""A stored report as the rules that compare documents need it: who it is of, its tables and its figures."""

from decimal import Decimal
from typing import Any

from lkjip_corpus.loading import table_id
from lkjip_corpus.store import Store
from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import Agreement, Identity, Observation, PageNote, ReadTable, Report
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, ReadBy, SubjectLevel, TableKind, UnitLevel


def stored_report(store: Store, row: dict[str, Any]) -> Report:
    """The report of a row of `reports`, without text, typed records and headings of columns."""
    report_id = str(row["report_id"])
    tables = tuple(
        ReadTable(
            number=int(str(t["table_id"]).rpartition("-")[2]),
            kind=TableKind(t["kind"]),
            caption=t["caption"] or "",
            page_from=t["page_from"],
            page_to=t["page_to"],
            n_rows=t["n_rows"],
            n_cols=t["n_cols"],
        )
        for t in store.rows("tables", report_id)
    )
    numbers = {table_id(report_id, t.number): t.number for t in tables}
    return Report(
        report_id=report_id,
        file=str(row["file"]),
        identity=Identity(
            kind=DocumentKind(row["kind"]),
            instansi=row["instansi"] or "",
            level=UnitLevel(row["level"]),
            kecamatan=row["kecamatan"] or "",
            kabkota=row["kabkota"] or "",
            provinsi=row["provinsi"] or "",
            year=row["year"] or 0,
            plan_period=_plan_period(store, report_id),
        ),
        pages=tuple(
            PageNote(
                page=p["page"],
                kind=p["kind"],
                rotation=p["rotation"],
                reader=p["reader"] or "",
                note=p["note"] or "",
            )
            for p in store.rows("pages", report_id)
        ),
        tables=tables,
        observations=tuple(_observation(o, numbers) for o in store.observations(report_id)),
        agreements=tuple(
            Agreement(
                kind=AgreementKind(a["kind"]),
                page_from=a["page_from"],
                page_to=a["page_to"],
                year=a["year"] or 0,
                month=a["month"] or 0,
                date_text=a["date_text"] or "",
            )
            for a in store.rows("agreements", report_id)
        ),
    )


def _plan_period(store: Store, report_id: str) -> str:
    """The longest span of years that figures of the document speak of, for a Renstra its own."""
    periods = {str(o["period"] or "") for o in store.observations(report_id)}
    spans = {p for p in periods if len(p) == len("2018-2023") and p[:4].isdigit()}
    years = sorted(p for p in periods if p.isdigit())
    if spans:
        return max(spans, key=lambda s: int(s[-4:]) - int(s[:4]))
    return f"{years[0]}-{years[-1]}" if years else ""


def _observation(row: dict[str, Any], numbers: dict[str, int]) -> Observation:
    return Observation(
        table_no=numbers.get(row["table_id"], 0),
        row=row["row"],
        col=row["col"],
        table_kind=TableKind(row["table_kind"]),
        subject=row["subject"] or "",
        subject_level=SubjectLevel(row["subject_level"] or ""),
        subject_code=row["subject_code"] or "",
        parent=row["parent"] or "",
        measure=row["measure"],
        period=row["period"] or "",
        value=Decimal(row["value"]) if row["value"] not in (None, "") else None,
        text=row["text"] or "",
        unit=row["unit"] or "",
        raw=row["raw"] or "",
        place=Place(
            row["page"],
            Box(row["x0"], row["top"], row["x1"], row["bottom"]),
            ReadBy(row["read_by"]),
            row["confidence"],
        ),
    )
