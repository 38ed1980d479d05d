"""What was read of a report, kept beside its rows so that changed rules run again without reading the PDF.

The table `_lkjip_readings` is internal: a compressed JSON text per report, and the fingerprints of the code that
read and judged it. It never holds code: a database from somebody else cannot run anything.
"""

import json
import zlib
from decimal import Decimal
from typing import Any

from lkjip_schemas.document import Document, RawCell, RawTable
from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import LedgerEntry, Report
from lkjip_schemas.table_records import RECORD_OF
from lkjip_schemas.vocabulary import Fate, ReadBy, TableKind

LEVEL = 3
"""Of compression: the time for more is not worth the space."""
MOST_BYTES = 512 * 1024 * 1024
"""A reading that unpacks to more is not one of ours."""


def packed(document: Document, report: Report) -> bytes:
    """A report as normalisation gave it, with the tables it was read from; text outside tables is in the report."""
    held = {
        "report": report.model_dump(exclude={"records", "ledger"}),
        "records": [[str(r.kind), r.model_dump()] for r in report.records],
        "ledger": [[e.table_no, e.row, e.col, str(e.fate), e.reason] for e in report.ledger],
        "tables": [_table(t) for t in document.tables],
    }
    return zlib.compress(
        json.dumps(held, ensure_ascii=False, default=_tagged).encode("utf-8", "surrogatepass"), LEVEL
    )


def unpacked(body: bytes) -> tuple[Document, Report]:
    """The report and a document that holds only its tables. ValueError when the bytes are no reading."""
    try:
        reader = zlib.decompressobj()
        text = reader.decompress(body, MOST_BYTES)
        if reader.unconsumed_tail:
            raise ValueError("too large")
        held = json.loads(text.decode("utf-8", "surrogatepass"), object_hook=_untagged)
        records = tuple(RECORD_OF[TableKind(kind)].model_validate(fields) for kind, fields in held["records"])
        report = Report.model_validate(held["report"]).model_copy(
            update={
                "records": records,
                "ledger": tuple(LedgerEntry(t, r, c, Fate(f), why) for t, r, c, f, why in held["ledger"]),
            }
        )
        document = Document(report.report_id, report.file, (), tuple(_read_table(t) for t in held["tables"]))
    except (zlib.error, UnicodeError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a reading: {error}") from error
    return document, report


def _tagged(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    raise TypeError(f"cannot keep {type(value).__name__}")


def _untagged(held: dict[str, Any]) -> Any:
    return Decimal(held["decimal"]) if held.keys() == {"decimal"} else held


def _table(table: RawTable) -> dict[str, Any]:
    return {
        "number": table.number,
        "page_from": table.page_from,
        "page_to": table.page_to,
        "n_rows": table.n_rows,
        "n_cols": table.n_cols,
        "box": _corners(table.box),
        "caption": table.caption,
        "heading": table.heading,
        "engine": table.engine,
        "reason": table.reason,
        "confidence": table.confidence,
        "cells": [
            [
                c.row, c.col, c.row_span, c.col_span, c.text, c.is_header, c.place.page, *_corners(c.place.box),
                str(c.place.read_by), c.place.confidence, c.other,
            ]
            for c in table.cells
        ],
    }  # fmt: skip


def _corners(box: Box) -> list[float]:
    return [box.x0, box.top, box.x1, box.bottom]


def _read_table(held: dict[str, Any]) -> RawTable:
    cells = tuple(
        RawCell(
            row, col, row_span, col_span, text, is_header,
            Place(page, Box(x0, top, x1, bottom), ReadBy(read_by), sure), other,
        )
        for row, col, row_span, col_span, text, is_header, page, x0, top, x1, bottom, read_by, sure, other
        in held["cells"]
    )  # fmt: skip
    return RawTable(**{**held, "cells": cells, "box": Box(*held["box"])})
