"""The dataset as a Frictionless data package: CSV files, and `datapackage.json` that says what they hold.

https://specs.frictionlessdata.io/data-package/ ; `frictionless validate datapackage.json` checks it.
"""

import json
from pathlib import Path
from typing import Any

from lkjip_corpus.export_csv import write_table
from lkjip_corpus.export_folder import export_folder
from lkjip_corpus.store import Store
from lkjip_schemas.fields import TABLE_SPECS, Field, FieldType, TableSpec

PROFILE = "tabular-data-package"
_TYPES = {
    FieldType.TEXT: "string",
    FieldType.INTEGER: "integer",
    FieldType.REAL: "number",
    FieldType.DECIMAL: "number",
    FieldType.JSON: "any",
}
_UNITS = (("_rp", "IDR"), ("_pct", "%"))
_POINTS = frozenset({"x0", "top", "x1", "bottom"})


def export_datapackage(store: Store, folder: Path, version: str) -> None:
    """Writes `folder/datapackage.json` and `folder/data/*.csv`. ExportError when they cannot be written."""
    with export_folder(folder) as draft:
        (draft / "data").mkdir()
        with store.snapshot():
            for spec in TABLE_SPECS:
                write_table(store, spec, draft / _path(spec))
        text = json.dumps(descriptor(version), ensure_ascii=False, indent=1)
        (draft / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def descriptor(version: str) -> dict[str, Any]:
    """What `datapackage.json` says."""
    return {
        "profile": PROFILE,
        "name": "lkjip",
        "title": "Laporan kinerja instansi pemerintah (LKjIP) sebagai data / performance reports as data",
        "description": "Angka, tabel, dan temuan dari laporan kinerja, masing-masing dengan halaman dan letaknya. / "
        "Figures, tables and findings from performance reports, each with its page and box.",
        "version": version,
        "licenses": [
            {
                "name": "notspecified",
                "title": "Ditetapkan oleh penerbit dataset; laporannya informasi publik (UU 14/2008) / "
                "to be set by whoever publishes the dataset; the reports are public information (UU 14/2008)",
            }
        ],
        "sources": [{"title": "Laporan kinerja (LKjIP) yang diterbitkan instansi pemerintah"}],
        "resources": [_resource(spec) for spec in TABLE_SPECS],
    }


def _path(spec: TableSpec) -> str:
    return f"data/{spec.name}.csv"


def _resource(spec: TableSpec) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(f, spec) for f in spec.fields],
        "primaryKey": list(spec.key),
        "missingValues": [""],
    }
    references = [f for f in spec.fields if f.refers]
    if references:
        schema["foreignKeys"] = [
            {
                "fields": f.name,
                "reference": dict(zip(("resource", "fields"), f.refers.split("."), strict=True)),
            }
            for f in references
        ]
    return {
        "profile": "tabular-data-resource",
        "name": spec.name,
        "path": _path(spec),
        "title": spec.id,
        "description": f"{spec.id} / {spec.en}",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(field: Field, spec: TableSpec) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES[field.type],
        "description": f"{field.id} / {field.en}",
    }
    unit = "pt" if field.name in _POINTS else next((u for end, u in _UNITS if field.name.endswith(end)), "")
    if unit:
        told["unit"] = unit
    if field.name in spec.key:
        told["constraints"] = {"required": True}
    return told
