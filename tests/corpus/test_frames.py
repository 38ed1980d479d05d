from decimal import Decimal

import pytest

from lkjip_corpus.errors import MissingDatabaseError
from lkjip_corpus.frames import open_dataset


def test_frames_have_exact_types(store, reading, path):
    reading.save(store)
    store.save_failed("b" * 64, "rusak.pdf", note="", version="0.1.0")
    data = open_dataset(str(path))
    seen = data.observations()
    assert seen["value"].tolist() == [
        Decimal("1234567"),
        Decimal("1234567"),
        Decimal("70.00"),
        Decimal("1000"),
        Decimal("12345678901234567"),
        None,
        Decimal("5"),
    ]
    assert str(seen["value"][2]) == "70.00"
    assert seen["value"].dtype == object
    assert (seen["page"].dtype, seen["x0"].dtype, seen["raw"].dtype) == ("Int64", "Float64", "string")
    assert data.reports()["year"].isna().tolist() == [False, True]
    findings = data.findings()
    assert len(findings) == 4
    assert findings["figures"][0][0]["value"] == Decimal("1000")
    assert list(data.table("ledger")["fate"]) == ["header", "observation"]
    assert data.table("records")["fields"][0]["pagu"] == {"2023": "1234567.00", "2022": "-"}
    assert data.table("indicators")["names"][0] == ["Program Penunjang"]


def test_an_empty_dataset_keeps_columns_and_types(store, path):
    seen = open_dataset(path).observations()
    assert len(seen) == 0
    assert seen["page"].dtype == "Int64"
    with pytest.raises(KeyError):
        open_dataset(path).table("nothing")


def test_no_database(path):
    with pytest.raises(MissingDatabaseError):
        open_dataset(path)
