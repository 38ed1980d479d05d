"""Parquet and data packages: they hold what the database holds, and other programs take them."""

import csv
import json
from decimal import Decimal

import pytest

from lkjip_corpus.errors import ExportError
from lkjip_corpus.export_datapackage import export_datapackage
from lkjip_corpus.export_parquet import PROVINCE, YEAR, export_parquet
from lkjip_schemas.fields import TABLE_SPECS


@pytest.fixture
def filled(store, reading, reading_of):
    reading.save(store)
    other = reading_of("b" * 64, "lain.pdf")
    identity = other.report.identity.model_copy(update={"provinsi": "Jawa Barat", "year": 2021})
    other.with_(report=other.report.model_copy(update={"identity": identity})).save(store)
    return store


def test_parquet_holds_every_row_parted_by_province_and_year(filled, tmp_path):
    ds = pytest.importorskip("pyarrow.dataset")
    export_parquet(filled, tmp_path / "out")
    for spec in TABLE_SPECS:
        if not filled.count(spec.name):
            continue
        seen = ds.dataset(tmp_path / "out" / spec.name, partitioning="hive").to_table()
        assert seen.num_rows == filled.count(spec.name), spec.name
        assert seen.column_names[: len(spec.names)] == list(spec.names)
    figures = ds.dataset(tmp_path / "out" / "observations", partitioning="hive").to_table().to_pylist()
    assert {(f[PROVINCE], f[YEAR]) for f in figures} >= {("Jawa Barat", 2021)}
    assert "70.00" in {f["value"] for f in figures}  # the printed precision is kept


def test_a_data_package_is_valid(filled, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    export_datapackage(filled, tmp_path / "out", "0.1.0")
    checked = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert checked.valid, checked.flatten(["title", "rowNumber", "fieldName", "message"])[:10]
    told = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert told["licenses"] and all(
        f["description"] for r in told["resources"] for f in r["schema"]["fields"]
    )
    (observations,) = (r for r in told["resources"] if r["name"] == "observations")
    with (tmp_path / "out" / observations["path"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == filled.count("observations") and Decimal("70.00") in {
        Decimal(r["value"]) for r in rows if r["value"]
    }


@pytest.mark.parametrize("export", [lambda s, f: export_datapackage(s, f, "1"), export_parquet])
def test_only_an_earlier_export_is_replaced(filled, tmp_path, export):
    pytest.importorskip("pyarrow")
    out = tmp_path / "out"
    export(filled, out)
    export(filled, out)  # an earlier export is
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    with pytest.raises(ExportError):
        export(filled, mine)
    assert [p.name for p in mine.iterdir()] == ["thesis.txt"]
    assert not list(tmp_path.glob(".*.tmp"))
