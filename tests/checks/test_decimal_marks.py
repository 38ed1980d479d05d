"""TX-01 over several tables: one figure with two marks, a point with two meanings in one row."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.vocabulary import Measure, Outcome, ReadBy, TableKind


def judged(b):
    findings, runs = check_report(b.report())
    outcome = next(r.outcome for r in runs if r.rule_id == "TX-01")
    return outcome, [f for f in findings if f.rule_id == "TX-01"]


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        (("97.55", "85.09", "93.68"), True),
        (("97,55", "85,09", "93,68"), False),
        (("97.55", "85.09", "90.00"), False),  # two alike may be chance
    ],
)
def test_one_figure_with_two_marks(builder, elsewhere, told):
    b = builder()
    for name, share in zip("ABC", ("97,55", "85,09", "93,68"), strict=True):
        b.put(1, TableKind.PENGUKURAN, 16, f"Program {name}", [(Measure.CAPAIAN_PCT, "2023", share)])
    for name, share in zip("ABC", elsewhere, strict=True):
        b.put(2, TableKind.PROGRAM_PENUNJANG, 23, f"Indikator {name}", [(Measure.CAPAIAN_PCT, "2023", share)])
    _, found = judged(b)
    assert ["85,09 (halaman 16) dan 85.09 (halaman 23)" in f.message_id for f in found] == [True] * told


@pytest.mark.parametrize(("cents", "told"), [(",00", True), ("", False)])
def test_rupiah_in_two_forms(builder, cents, told):
    b = builder()
    b.indicator(9, 2, "Indeks Kepuasan", "85,50")
    for n in range(1, 4):
        b.money(1, 14, "P", f"Program {n}", f"{n}.250.000.000")
        b.money(2, 27, "P", f"Program {n}", f"{n}.250.000.000{cents}", kind=TableKind.PK_ANGGARAN)
    _, found = judged(b)
    assert [
        "1.250.000.000,00 (halaman 27) dan 1.250.000.000 (halaman 14)" in f.message_id for f in found
    ] == [True] * told


@pytest.mark.parametrize(
    ("areas", "people", "outcome"),
    [
        (("7.26", "5.57", "13.58"), ("3.398", "2.555", "6.167"), Outcome.FAIL),
        (("7,26", "5,57", "13,58"), ("3.398", "2.555", "6.167"), Outcome.PASS),
        (("7.26", "5.57", "13.58"), ("398", "555", "167"), Outcome.PASS),
    ],
)
def test_a_point_with_two_meanings(builder, areas, people, outcome):
    b = builder()
    for name, area, count in zip("ABC", areas, people, strict=True):
        b.put(
            1,
            TableKind.WILAYAH,
            4,
            f"Desa {name}",
            [("other:LUAS", "2023", area), ("other:PENDUDUK", "2023", count)],
        )
    result, found = judged(b)
    assert result is outcome
    assert ["7.26 adalah 7,26, 3.398 adalah 3.398" in f.message_id for f in found] == [True] * (
        outcome is Outcome.FAIL
    )


@pytest.mark.parametrize(("read_by", "told"), [(ReadBy.TEXT, 1), (ReadBy.OCR, 0)])
def test_marks_that_ocr_read_are_not_told(builder, read_by, told):
    b = builder()
    for name, share in (("a", "91,67"), ("b", "97,62"), ("c", "83.47")):
        b.indicator(1, 5, f"Indikator {name}", "90,00", "80,00", share, read_by=read_by)
    assert len([f for f in check_report(b.report())[0] if f.rule_id == "TX-01"]) == told
