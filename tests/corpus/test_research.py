"""One row per unit, indicator and year; per program, year and stage; ranking; full-text search; replaced versions."""

from decimal import Decimal

import pytest

from lkjip_corpus.fingerprints import Code
from lkjip_corpus.frames import open_dataset
from lkjip_corpus.readings import packed, unpacked
from lkjip_corpus.reviews import Review
from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import Identity, Observation, ReadTable, TableColumn
from lkjip_schemas.vocabulary import (
    Decision,
    DocumentKind,
    Measure,
    ReportStatus,
    SubjectLevel,
    TableKind,
    UnitLevel,
)

IKM, SAKIP = "Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan"
PROGRAM = "PROGRAM PELAYANAN PUBLIK"


@pytest.fixture
def save(store, reading_of):
    """Saves a report of a unit and year with these (table, kind, page, subject, measure, period, raw)."""

    def put(letter, unit, year, figures, *, kind=DocumentKind.LKJIP, file="", heads=()):
        reading = reading_of(letter * 64, file or f"{letter}.pdf")
        rows = tuple(
            Observation(
                table_no=table, row=0 if subject == PROGRAM else n, col=col, table_kind=table_kind, subject=subject,
                subject_level=SubjectLevel.PROGRAM if subject == PROGRAM else SubjectLevel.INDIKATOR,
                measure=measure, period=period, value=Decimal(raw), raw=raw, place=Place(page, Box(1, n, 2, n + 1)),
            )
            for n, (table, table_kind, page, subject, measure, period, raw, col) in enumerate(figures)
        )  # fmt: skip
        numbers = {o.table_no: o.table_kind for o in rows}
        tables = tuple(
            ReadTable(number=n, kind=k, page_from=1, page_to=1, n_rows=9, n_cols=9,
                      columns=tuple(TableColumn(col=c, header=h) for c, h in heads))
            for n, k in numbers.items()
        )  # fmt: skip
        identity = Identity(
            kind=kind, instansi=unit, kabkota="Kabupaten Contoh", year=year, level=UnitLevel.KECAMATAN
        )
        report = reading.report.model_copy(
            update={"identity": identity, "observations": rows, "tables": tables, "records": (), "ledger": ()}
        )
        reading.with_(report=report).save(store)
        return letter * 64

    return put


def performance(page, subject, measure, period, raw, table=1, kind=TableKind.PENGUKURAN):
    return (table, kind, page, subject, measure, period, raw, 2)


def test_a_value_stands_alone_only_where_all_places_agree(save, path):
    figures = (
        performance(14, IKM, Measure.TARGET, "2023", "70"),
        performance(20, IKM, Measure.TARGET, "2023", "80", table=2),
        performance(14, IKM, Measure.REALISASI, "2023", "90.1"),
        performance(20, IKM, Measure.REALISASI, "2023", "90.10", table=2),
    )
    save("c", "Kecamatan Contoh", 2023, figures)
    (row,) = open_dataset(path).indicators().to_dict("records")
    assert row["target"] is None and row["target_printed"] == "70 (14); 80 (20)" and row["conflict"] == 1
    assert row["realisasi"] == Decimal("90.10") and str(row["realisasi"]) == "90.10"
    assert row["pages"] == "14;20" and row["doubtful"] == 0


def test_a_year_is_told_by_its_own_report(save, path):
    save(
        "c",
        "Kecamatan Contoh",
        2023,
        (
            performance(5, IKM, Measure.REALISASI, "2022", "88"),
            performance(5, IKM, Measure.REALISASI, "2023", "91"),
        ),
    )
    save("d", "Kecamatan Contoh", 2022, (performance(7, IKM, Measure.REALISASI, "2022", "87"),))
    seen = open_dataset(path).indicators().set_index("year")
    assert (seen.loc[2022, "realisasi"], seen.loc[2022, "report_year"]) == (Decimal(87), 2022)
    assert seen.loc[2023, "realisasi"] == Decimal(91)


def test_programs_by_stage_of_the_budget(save, path):
    money = [
        (1, TableKind.REALISASI_ANGGARAN, 9, PROGRAM, measure, "2023", raw, col)
        for measure, raw, col in (
            (Measure.PAGU_RP, "100", 2), (Measure.PAGU_RP, "120", 3), (Measure.REALISASI_RP, "90", 4),
            (Measure.SERAPAN_PCT, "75.00", 5),
        )
    ]  # fmt: skip
    save("c", "Kecamatan Contoh", 2023, money)
    seen = open_dataset(path).programs().set_index("stage")
    assert list(seen["pagu_rp"]) == [Decimal(100), Decimal(120)] and list(seen.index) == [
        "murni",
        "perubahan",
    ]
    assert seen.loc["perubahan", "realisasi_rp"] == Decimal(
        90
    )  # what was spent belongs to the revised budget
    assert str(seen.loc["perubahan", "serapan_pct"]) == "75.00" and seen.loc["murni", "realisasi_rp"] is None


@pytest.mark.parametrize(
    ("head", "stage"),
    [("Anggaran Perubahan (Rp)", "perubahan"), ("DPA", "murni"), ("Anggaran", "tidak_disebut")],
)
def test_the_heading_names_the_stage(save, path, head, stage):
    money = [(1, TableKind.REALISASI_ANGGARAN, 9, PROGRAM, Measure.PAGU_RP, "2023", "100", 2)]
    save("c", "Kecamatan Contoh", 2023, money, heads=((2, head),))
    assert list(open_dataset(path).programs()["stage"]) == [stage]


def test_ranking_counts_only_indicators_without_conflict(save, path):
    save(
        "c",
        "Kecamatan A",
        2023,
        (
            performance(5, IKM, Measure.CAPAIAN_PCT, "2023", "110"),
            performance(5, SAKIP, Measure.CAPAIAN_PCT, "2023", "80"),
        ),
    )
    save("d", "Kecamatan B", 2023, (performance(5, IKM, Measure.CAPAIAN_PCT, "2023", "95"),))
    seen = open_dataset(path).ranking().set_index("instansi")
    assert seen.loc["Kecamatan A", "mean_capaian_pct"] == 90.0  # 110 counts as 100
    assert (seen.loc["Kecamatan B", "rank"], seen.loc["Kecamatan A", "rank"]) == (1, 2)
    table = open_dataset(path).comparison(2023)
    assert table.shape == (2, 2)


def test_targets_below_last_years_result(save, path):
    save(
        "c",
        "Kecamatan A",
        2023,
        (
            performance(5, IKM, Measure.TARGET, "2023", "85"),
            performance(5, SAKIP, Measure.TARGET, "2023", "80"),
        ),
    )
    save(
        "d",
        "Kecamatan A",
        2022,
        (
            performance(5, IKM, Measure.REALISASI, "2022", "88.9"),
            performance(5, SAKIP, Measure.REALISASI, "2022", "79"),
        ),
    )
    (row,) = open_dataset(path).targets_lowered().to_dict("records")
    assert (row["name"], row["target"], row["realisasi_before"]) == (IKM, Decimal(85), Decimal("88.9"))


def test_a_new_version_of_a_file_replaces_the_old_one_visibly(save, store, path):
    old = save(
        "c", "Kecamatan A", 2023, (performance(5, IKM, Measure.TARGET, "2023", "85"),), file="lkjip.pdf"
    )
    new = save(
        "d", "Kecamatan A", 2023, (performance(5, IKM, Measure.TARGET, "2023", "86"),), file="lkjip.pdf"
    )
    other = save("e", "Kecamatan B", 2023, (), file="lkjip.pdf")  # another unit's file of the same name
    assert store.replace_versions(new, {new}) == (old,)
    assert store.replace_versions(new, {new}) == (old,)
    assert {r["report_id"] for r in store.reports()} == {new, other}
    assert len(store.reports(replaced=True)) == 3
    assert [str(v) for v in open_dataset(path).indicators()["target"]] == ["86"]
    assert {f["report_id"] for f in store.findings()} == {new, other}
    assert store.findings(old)  # asked for by id it is still there
    assert store.replace_versions(new, {new, old}) == ()  # both among the files of one run: both in force


def test_search_takes_any_words(store, reading):
    reading.save(store)
    (found,) = [r for r in store.search("indeks kepuasan") if r["what"] == "sentence"]
    assert "melampaui target" in found["text"]
    assert store.search('"') == store.search("AND OR (") == store.search("") == []
    reading.save(store)
    assert (
        len([r for r in store.search("melampaui") if r["what"] == "sentence"]) == 1
    )  # the index follows the table


def test_what_was_read_is_kept_exactly(reading):
    document, report = unpacked(packed(reading.document, reading.report))
    assert report == reading.report and document.tables == reading.document.tables
    for broken in (b"", b"x", packed(reading.document, reading.report)[:-9]):
        with pytest.raises(ValueError):
            unpacked(broken)


def test_the_code_that_read_and_judged_is_kept(store, reading):
    reading.save(store)
    assert store.code_of(reading.report.report_id) is None
    body = packed(reading.document, reading.report)
    store.save(
        reading.document,
        reading.report,
        (),
        (),
        status=ReportStatus.OK,
        note="",
        version="1",
        code=Code("a", "b"),
        reading=body,
    )
    assert store.code_of(reading.report.report_id) == Code("a", "b")
    assert store.reading_of(reading.report.report_id) == body


def test_decisions_are_appended_and_survive_a_new_reading(store, reading):
    reading.save(store)
    report_id, when = reading.report.report_id, "2024-02-01T08:00:00+00:00"
    key = store.findings(report_id)[0]["finding_key"]
    place = Box(1, 2, 3, 4)
    assert store.decide(Review(report_id, Decision.CONFIRMED, "Ani", when, key)) == 1
    assert store.decide(Review(report_id, Decision.REJECTED, "Budi", when, key, "salah baca")) == 2
    store.decide(Review(report_id, Decision.MISREAD, "Ani", when, key, "", 14, place, "80", "86"))
    reading.save(store)
    assert store.decisions(report_id) == {key: "misread"} and store.count("reviews") == 3
    assert store.corrections(report_id) == {(14, place): "86"}
    with pytest.raises(KeyError):
        store.decide(Review("9" * 64, Decision.CONFIRMED, "Ani", when, key))


def test_the_last_decision_holds_although_the_clock_was_set_back(store, reading):
    reading.save(store)
    report_id = reading.report.report_id
    key = store.findings(report_id)[0]["finding_key"]
    store.decide(Review(report_id, Decision.REJECTED, "Ani", "2024-02-01T08:00:00+00:00", key, "salah baca"))
    store.decide(Review(report_id, Decision.CONFIRMED, "Ani", "1970-01-01T00:00:00+00:00", key))
    assert store.decisions(report_id) == {key: "confirmed"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"decision": Decision.REJECTED},
        {"decision": Decision.MISREAD, "right": "7"},
        {"reviewer": " "},
        {"reason": "x" * 3000},
    ],
)
def test_a_decision_that_says_nothing_is_refused(wrong):
    with pytest.raises(ValueError):
        Review(
            **{
                "report_id": "a",
                "decision": Decision.CONFIRMED,
                "reviewer": "Ani",
                "decided_at": "2024",
                **wrong,
            }
        )
