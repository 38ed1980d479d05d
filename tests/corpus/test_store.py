import json
import sqlite3
from decimal import Decimal

import pytest

from lkjip_corpus.canonical import decimal_text, parse_figures, text
from lkjip_corpus.errors import ConflictingRowsError
from lkjip_corpus.reviews import Review
from lkjip_corpus.store import Store
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision, FindingClass, ReportStatus, Severity

ID = "a" * 64


def test_saving_twice_changes_nothing(store, reading, reading_of, dump):
    reading.save(store)
    reading_of("b" * 64, reading.report.file).save(store)
    assert store.replace_versions(ID, ()) == ("b" * 64,)
    store.decide(Review(ID, Decision.CONFIRMED, "Ani", "2024-02-01T08:00:00+00:00", "AR-04-1"))
    before = dump(store)
    reading.save(store)
    assert dump(store) == before
    assert all(before[name] for name in before), "the sample fills every table"


def test_a_new_version_replaces_the_report_and_only_it(store, reading, reading_of, dump):
    other = reading_of("b" * 64, "lain.pdf")
    other.save(store)
    alone = dump(store)
    reading.save(store)
    smaller = reading.report.model_copy(
        update={"observations": reading.report.observations[:1], "ledger": ()}
    )
    reading.with_(report=smaller, findings=(), version="0.2.0", status=ReportStatus.OK).save(store)
    assert store.version_of(ID) == (ReportStatus.OK, "0.2.0")
    assert store.count("observations", ID) == 1
    assert store.count("ledger", ID) == 0
    assert store.findings(ID) == []
    store.save_failed(ID, "x.pdf", note="rusak", version="0.2.0")
    after = dump(store)
    assert next(r for r in after["reports"] if r["report_id"] == ID)["status"] == "failed"
    after["reports"] = [r for r in after["reports"] if r["report_id"] != ID]
    assert after == alone


def test_failed_report(store):
    assert store.version_of(ID) is None
    store.save_failed(ID, "x.pdf", note="terkunci sandi", version="0.1.0", pages=12)
    assert store.version_of(ID) == (ReportStatus.FAILED, "0.1.0")
    row = store.reports()[0]
    assert (row["kind"], row["level"], row["year"], row["pages"]) == ("other", "unknown", None, 12)
    assert store.summary(ID).note == "terkunci sandi"


@pytest.mark.parametrize("table", ["pages", "cells", "findings", "ledger"])
@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interruption_leaves_the_old_report_whole(store, reading, dump, monkeypatch, table, error):
    from sqlite_utils.db import Table

    reading.save(store)
    before = dump(store)
    insert_all = Table.insert_all

    def interrupted(self, *arguments, **options):
        if self.name == table:
            raise error
        return insert_all(self, *arguments, **options)

    monkeypatch.setattr(Table, "insert_all", interrupted)
    with pytest.raises(error):
        reading.with_(version="0.2.0", findings=reading.findings[:1]).save(store)
    assert dump(store) == before
    monkeypatch.undo()
    reading.with_(version="0.2.0").save(store)
    assert store.version_of(ID) == (ReportStatus.PARTIAL, "0.2.0")


def test_rows_in_conflict_are_refused_and_the_old_report_stays(store, reading, dump):
    reading.save(store)
    before = dump(store)
    twice = reading.report.model_copy(update={"ledger": (*reading.report.ledger, reading.report.ledger[0])})
    with pytest.raises(ConflictingRowsError, match=r"ledger\.row"):
        reading.with_(report=twice).save(store)
    nowhere = reading.report.ledger[0].__class__(77, 0, 0, "label")
    with pytest.raises(ConflictingRowsError, match="FOREIGN KEY"):
        reading.with_(report=reading.report.model_copy(update={"ledger": (nowhere,)})).save(store)
    assert dump(store) == before


def test_document_and_report_must_be_of_one_file(store, reading, reading_of):
    with pytest.raises(ValueError, match="differ"):
        reading.with_(document=reading_of("b" * 64).document).save(store)


def test_columns_and_references_are_those_of_the_field_dictionary(store, path):
    from lkjip_schemas.fields import TABLE_SPECS

    connection = sqlite3.connect(path)
    for spec in TABLE_SPECS:
        columns = connection.execute(f"PRAGMA table_info({spec.name})").fetchall()
        assert [(c[1], c[2]) for c in columns] == [(f.name, f.type.sqlite) for f in spec.fields]
        assert tuple(c[1] for c in sorted(columns, key=lambda c: c[5]) if c[5]) == spec.key
        references = {
            f"{r[3]}:{r[2]}.{r[4]}" for r in connection.execute(f"PRAGMA foreign_key_list({spec.name})")
        }
        assert references == {f"{f.name}:{f.refers}" for f in spec.fields if f.refers}
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_values_are_stored_exactly(store, reading):
    reading.save(store)
    rows = list(store.observations())
    assert [r["value"] for r in rows] == [
        "1234567",
        "1234567",
        "70.00",
        "1000",
        "12345678901234567",
        None,
        "5",
    ]
    assert [r["observation_no"] for r in rows] == [1, 2, 3, 4, 5, 6, 7]
    first = rows[0]
    assert first["table_id"] == "a" * 16 + "-001"
    assert (first["x0"], first["top"], first["page"], first["read_by"]) == (72.0, 100.13, 14, "text")
    assert rows[-1]["table_id"] is None  # a figure outside any table
    assert (rows[5]["text"], rows[5]["period"]) == ("WTP", "")
    tables = list(store.rows("tables"))
    assert [(t["kind"], t["engine"], t["caption"]) for t in tables] == [
        ("realisasi_anggaran", "fast: ruled", "Tabel 3.1"),
        ("other", "", ""),
    ]
    assert store.count("cells") == 6  # the blank one is none
    agreements = list(store.rows("agreements"))
    assert [(a["year"], a["month"], a["parties"], a["pages_unread"]) for a in agreements] == [
        (None, None, "Ani; Budi", "41"),
        (2023, 2, "", ""),
    ]


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("1E+3", "1000"),
        ("70.00", "70.00"),
        ("-0.50", "-0.50"),
        ("-0.0", "0.0"),
        ("1E-7", "0.0000001"),
        ("1" * 40 + ".10", "1" * 40 + ".10"),
    ],
)
def test_decimal_text(value, stored):
    assert decimal_text(Decimal(value)) == stored
    with pytest.raises(ValueError, match="NaN"):
        decimal_text(Decimal("NaN"))


def test_text_that_no_reader_of_the_data_could_take():
    assert text("a\r\nb\rc\0\ud800\U0001f511é") == "a\nb\nc\ufffd\ufffd\U0001f511é"


def test_findings_most_serious_first(store, reading, reading_of, finding_of):
    reading.save(store)
    doubt = finding_of("ED-01", finding_class=FindingClass.EXTRACTION_DOUBT)
    late = finding_of("AA-01", figures=tuple(f.model_copy(update={"page": 100}) for f in doubt.figures))
    reading_of("b" * 64, "a-lain.pdf").with_(findings=(doubt, late, finding_of("AZ-01"))).save(store)
    rules = [f["rule_id"] for f in store.findings()]
    # by severity, then file, then in the order in which the examiner told them
    assert rules == ["ED-01", "AA-01", "AZ-01", "AR-04", "KL-02", "KO-01"]
    assert [f["rule_id"] for f in store.findings("AAA", include_folded=True)] == [
        "AR-04",
        "AR-05",
        "KL-02",
        "KO-01",
    ]
    assert [f["rule_id"] for f in store.findings("a", min_severity="medium")] == ["AR-04", "KL-02"]
    assert [f["rule_id"] for f in store.findings(rule="ar-04", min_severity=Severity.HIGH)] == ["AR-04"]
    assert store.findings("a' or 1=1 --") == []
    with pytest.raises(ValueError, match="dire"):
        store.findings(min_severity="dire")


def test_finding_figures(store, reading):
    reading.save(store)
    row = store.findings(ID)[0]
    assert row["pages"] == "14;28"
    assert json.loads(row["figures"]) == [
        {
            "page": 28,
            "raw": "Rp1.000",
            "value": "1000",
            "what": "JUMLAH",
            "box": [72.0, 100.13, 200.5, 112.0],
        },
        {"page": 14, "raw": "87,02", "value": "87.02", "what": "capaian"},
    ]
    figures = parse_figures(row["figures"])
    assert figures[0].box == Box(72.0, 100.13, 200.5, 112.0)
    assert figures[1].value == Decimal("87.02")


def test_no_finding_is_lost_to_an_equal_key(store, reading, finding_of):
    reading.with_(findings=(finding_of(), finding_of(), finding_of(key=""), finding_of(key=""))).save(store)
    keys = [f["finding_key"] for f in store.findings()]
    assert keys == ["AR-04-1", "AR-04-1#2", "AR-04", "AR-04#2"]


def test_observations_filtered(store, reading, reading_of):
    reading.save(store)
    reading_of("b" * 64).save(store)
    assert sum(1 for _ in store.observations()) == 14
    assert [o["raw"] for o in store.observations("aa", measure="capaian_pct")] == ["70,00"]
    assert (
        sum(1 for _ in store.observations("b", period="2023", page=14, table_kind="realisasi_anggaran")) == 5
    )


def test_summary(store, reading):
    reading.save(store)
    s = store.summary(ID)
    assert (s.file, s.year, s.status, s.pages, s.figures, s.tables) == (
        "lkjip-contoh.pdf",
        2023,
        ReportStatus.PARTIAL,
        2,
        7,
        2,
    )
    assert s.unread_pages == ((3, "OCR tidak terpasang"),)
    assert s.findings == {Severity.HIGH: 1, Severity.MEDIUM: 1, Severity.LOW: 1}
    assert (s.folded, s.rules_not_run) == (1, 1)
    assert [t.rule_id for t in s.top] == ["AR-04", "KL-02", "KO-01"]
    assert s.top[0].message_en == "AR-04: the sum does not match"
    with pytest.raises(KeyError):
        store.summary("f" * 64)


def test_rows_of_an_unknown_table(store):
    with pytest.raises(KeyError):
        store.rows("sqlite_master")


def test_a_table_beside_ours_may_refer_to_a_report_and_survives(store, reading, path):
    reading.save(store)
    connection = sqlite3.connect(path)
    connection.execute("create table notes_of_mine (report_id text references reports(report_id), word text)")
    connection.execute("insert into notes_of_mine values (?, 'benar')", [ID])
    connection.commit()
    reading.with_(version="0.3.0").save(store)
    assert connection.execute("select word from notes_of_mine").fetchall() == [("benar",)]
    connection.close()


def test_readers_see_the_last_whole_state_while_a_report_is_stored(store, reading, path):
    reading.save(store)
    with Store.open(path, read_only=True) as reader, reader.snapshot():
        before = reader.version_of(ID)
        reading.with_(version="0.9.0").save(store)
        assert reader.version_of(ID) == before
    assert store.version_of(ID) == (ReportStatus.PARTIAL, "0.9.0")


@pytest.mark.parametrize(
    ("sentence", "from_page", "same"),
    [
        ("Pada tahun 2022 realisasi Indeks Kepuasan Masyarakat mencapai 88,10 atau melampaui target yang telah ditetapkan.", 1, 1),
        ("Pada tahun 2023 realisasi nilai akuntabilitas kinerja belum mencapai target yang telah ditetapkan dalam rencana.", 1, 0),
        ("Pada tahun 2022 realisasi Indeks Kepuasan Masyarakat mencapai 88,10 atau melampaui target yang telah ditetapkan.", 99, 0),
    ],
)  # fmt: skip
def test_sentences_of_the_same_wording(store, reading, reading_of, sentence, from_page, same):
    reading.save(store)
    other = reading_of("b" * 64, "lain.pdf")
    told = other.report.prose.sentences[0].model_copy(update={"text": sentence})
    prose = other.report.prose.model_copy(update={"sentences": (told,)})
    other.with_(report=other.report.model_copy(update={"prose": prose})).save(store)
    own, common = store.same_wording(ID, from_page)
    assert own == (1 if from_page == 1 else 0)
    assert common == ({"b" * 64: 1} if same else {})
