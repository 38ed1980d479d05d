import csv
import re

import pytest

from lkjip_corpus.errors import ExportError
from lkjip_corpus.export_csv import export_csv
from lkjip_schemas.fields import TABLE_SPECS

CONTRACT = {
    "reports": "report_id file kind title instansi level kecamatan kabkota provinsi wilayah_code year pages "
    "status note version",
    "pages": "report_id page kind rotation reader note",
    "tables": "table_id report_id kind caption page_from page_to n_rows n_cols engine confidence",
    "cells": "table_id row col row_span col_span text is_header page x0 top x1 bottom read_by confidence",
    "observations": "report_id file page table_id table_kind subject subject_level subject_code parent "
    "measure period value text unit raw x0 top x1 bottom read_by confidence",
    "findings": "report_id file rule_id severity class message_id message_en pages figures expected "
    "repair folded_into",
    "rule_runs": "report_id rule_id outcome reason",
}
"""The promised names (data contract), in its order; further columns may only follow."""


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_names_and_columns_of_the_contract(store, reading, tmp_path):
    reading.save(store)
    written = export_csv(store, tmp_path / "out")
    assert [p.name for p in written] == [f"{spec.name}.csv" for spec in TABLE_SPECS]
    for name, columns in CONTRACT.items():
        header = (tmp_path / "out" / f"{name}.csv").read_text("utf-8").splitlines()[0].split(",")
        assert header[: len(columns.split())] == columns.split()


def test_round_trip(store, reading, tmp_path):
    reading.save(store)
    export_csv(store, tmp_path)
    for spec in TABLE_SPECS:
        stored = [{k: "" if v is None else str(v) for k, v in r.items()} for r in store.rows(spec.name)]
        assert read(tmp_path / f"{spec.name}.csv") == stored
        assert b"\r" not in (tmp_path / f"{spec.name}.csv").read_bytes()
    values = [r["value"] for r in read(tmp_path / "observations.csv")]
    assert values == ["1234567", "1234567", "70.00", "1000", "12345678901234567", "", "5"]
    assert read(tmp_path / "observations.csv")[-1]["subject"].startswith("=HYPERLINK")  # as printed


def test_same_data_same_bytes_whatever_the_order_of_loading(store, reading, reading_of, tmp_path):
    from lkjip_corpus.store import Store

    reading.save(store)
    reading_of("b" * 64).save(store)
    with Store.open(tmp_path / "other.db") as other:
        reading_of("b" * 64).save(other)
        reading.save(other)
        reading.save(other)
        export_csv(other, tmp_path / "2")
    export_csv(store, tmp_path / "1")
    for spec in TABLE_SPECS:
        name = f"{spec.name}.csv"
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_an_existing_folder_keeps_other_files_and_an_earlier_export_survives_a_failure(
    store, reading, tmp_path, monkeypatch
):
    (tmp_path / "catatan.txt").write_text("milik saya")
    export_csv(store, tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.glob("*.csv")}
    reading.save(store)
    rows = store.rows

    def failing(name, *arguments):
        if name == "ledger":
            raise OSError(28, "No space left on device")
        return rows(name, *arguments)

    monkeypatch.setattr(store, "rows", failing)
    with pytest.raises(ExportError, match="No space left") as caught:
        export_csv(store, tmp_path)
    assert re.search("ruang disk", caught.value.message_id)
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.csv")} == before
    assert not list(tmp_path.glob(".*"))
    assert (tmp_path / "catatan.txt").read_text() == "milik saya"


def test_the_folder_is_a_file(store, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(ExportError):
        export_csv(store, tmp_path / "out")
