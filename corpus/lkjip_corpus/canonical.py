"""One way to write a value down, so that the same report always gives the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkjip_schemas.place import Box

if TYPE_CHECKING:  # loaded where figures and records are written or read back
    from lkjip_schemas.finding import Figure
    from lkjip_schemas.table_records import TableRecord

COORDINATE_DIGITS = 2
"""A hundredth of a point is 0.004 mm: finer than any printer."""

CONFIDENCE_DIGITS = 3

PAGE_SEPARATOR = ";"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def decimal_text(value: Decimal | None) -> str | None:
    """The value in plain notation: point as decimal mark, no exponent, printed precision kept.

    ValueError for NaN and infinity, which no report prints.
    """
    if value is None:
        return None
    if not value.is_finite():
        raise ValueError(f"not a printed number: {value}")
    # Adding 0 would round to the context's precision; only the sign of a zero goes.
    return format(value.copy_abs() if value.is_zero() else value, "f")


def coordinate(points: float) -> float:
    """Points, rounded to hundredths (and never minus zero)."""
    return round(points, COORDINATE_DIGITS) + 0.0


def confidence(value: float) -> float:
    """0..1, rounded to thousandths."""
    return round(value, CONFIDENCE_DIGITS) + 0.0


def text(value: str) -> str:
    """The text as stored and shown: line ends are newlines, no other control characters but tabs, no half of a
    surrogate pair.

    Broken fonts and odd file names give all of them; SQLite, CSV and XML readers stop at some, terminals obey others.
    """
    if not value.isprintable():
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        value = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value)
    if value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def page_list(pages: Iterable[int]) -> str:
    """Pages as `14;27;28`."""
    return PAGE_SEPARATOR.join(str(p) for p in pages)


def figures_json(figures: Iterable[Figure]) -> str:
    """Figures as a JSON list of {page, raw, value, what[, box]}, `value` as exact decimal text."""
    items: list[dict[str, Any]] = []
    for f in figures:
        item: dict[str, Any] = {
            "page": f.page,
            "raw": text(f.raw),
            "value": decimal_text(f.value),
            "what": text(f.what),
        }
        if f.box is not None:
            item["box"] = [coordinate(v) for v in (f.box.x0, f.box.top, f.box.x1, f.box.bottom)]
        items.append(item)
    return json.dumps(items, ensure_ascii=False)


def fields_json(record: TableRecord) -> str:
    """The filled fields of a table's row as JSON; figures by period, exact decimals as text."""
    from lkjip_schemas.table_records import TableRecord

    fields: dict[str, Any] = {}
    for name, value in record:
        if name in TableRecord.model_fields or not value:
            continue
        if isinstance(value, dict):
            fields[name] = {
                period: decimal_text(figure) if isinstance(figure, Decimal) else text(figure)
                for period, figure in value.items()
            }
        else:
            fields[name] = text(value)
    return json.dumps(fields, ensure_ascii=False)


def texts_json(texts: Iterable[str]) -> str:
    """Texts as a JSON list."""
    return json.dumps([text(t) for t in texts], ensure_ascii=False)


def parse_figures(stored: str) -> tuple[Figure, ...]:
    """The figures of a stored finding (its column `figures`), with exact values and boxes."""
    from lkjip_schemas.finding import Figure

    return tuple(
        Figure(
            page=item["page"],
            raw=item["raw"],
            value=None if item["value"] is None else Decimal(item["value"]),
            what=item["what"],
            box=Box(*item["box"]) if "box" in item else None,
        )
        for item in json.loads(stored)
    )
