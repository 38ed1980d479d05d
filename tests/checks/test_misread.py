"""Contradictions on scans that one misread digit would explain are questions."""

import copy
from decimal import Decimal

import pytest

from lkjip_checks import check_report, mark_misread
from lkjip_checks.misread import other_readings
from lkjip_schemas.document import Document, RawCell, RawTable
from lkjip_schemas.place import SURE, Box
from lkjip_schemas.vocabulary import FindingClass, Outcome, ReadBy


def of_rule(report, rule_id):
    return [f for f in check_report(report)[0] if f.rule_id == rule_id]


def test_other_readings_are_as_long_and_differ_in_one_digit():
    found = set(other_readings(Decimal("10.5")))
    assert Decimal("16.5") in found and Decimal("10.0") in found and Decimal("90.5") in found
    assert Decimal("00.5") not in found and Decimal("10.5") not in found
    assert len(found) == 8 + 9 + 9


# 412 / 500 = 82.4 %; read 472, 472 / 500 = 94.4 %
@pytest.mark.parametrize(
    ("read_by", "spent", "asked"),
    [
        (ReadBy.OCR, "472.000.000", True),
        (ReadBy.TEXT, "472.000.000", False),
        (ReadBy.OCR, "455.000.000", False),  # no single digit makes 82,40 % of it
    ],
)
def test_absorption_of_a_scan(builder, read_by, spent, asked):
    b = builder()
    b.money(1, 3, "P", "Program A", "500.000.000", spent, "82,40", read_by=read_by)
    (found,) = of_rule(b.report(), "AR-03")
    assert (found.finding_class is FindingClass.EXTRACTION_DOUBT) is asked
    assert ("412.000.000" in found.message_id) is asked
    assert ("412,000,000" in found.message_en) is asked


@pytest.mark.parametrize("read_by", [ReadBy.OCR, ReadBy.TEXT])
def test_spending_above_its_budget(builder, read_by):
    b = builder()
    b.money(1, 3, "P", "Program A", "300.000.000", "800.000.000", read_by=read_by)
    (found,) = of_rule(b.report(), "AR-07")
    assert (found.finding_class is FindingClass.EXTRACTION_DOUBT) is (read_by is ReadBy.OCR)


@pytest.mark.parametrize("read_by", [ReadBy.OCR, ReadBy.TEXT])
def test_achievement(builder, read_by):
    # 64 / 80 = 80 %; read 84, which is 105 %
    b = builder()
    b.indicator(1, 6, "Indeks Kepuasan Masyarakat", "80", "84", "80,00", read_by=read_by)
    (found,) = of_rule(b.report(), "AR-01")
    assert (found.finding_class is FindingClass.EXTRACTION_DOUBT) is (read_by is ReadBy.OCR)


def amounts(b, *parts, total, read_by=ReadBy.OCR):
    for part in parts:
        b.money(1, 3, "P", f"Program {part}", part, "50.000", read_by=read_by)
    b.money(1, 3, "T", "TOTAL", total, f"{50 * len(parts)}.000", read_by=read_by)


def test_a_sum_names_every_digit_that_would_do(builder):
    b = builder()
    amounts(b, "100.000", "200.000", total="370.000")
    (found,) = of_rule(b.report(), "AR-05")
    # 170.000 + 200.000, 100.000 + 270.000, or 300.000 in all
    assert {m.text for m in found.misread} == {"300.000", "170.000", "270.000"}
    assert "370.000 sebenarnya 300.000, atau 100.000 sebenarnya 170.000" in found.message_id


def test_a_sum_that_no_single_digit_explains_accuses(builder):
    b = builder()
    amounts(b, "100.000", "200.000", total="312.000")
    (found,) = of_rule(b.report(), "AR-05")
    assert found.finding_class is FindingClass.ARITHMETIC and found.misread == ()


def test_a_digit_that_must_be_carried_is_no_misread_digit(builder):
    # 10.000 more: 190.000 would be 200.000, two digits; the total 300.000 would be 290.000, two digits
    b = builder()
    amounts(b, "190.000", "100.000", total="300.000")
    (found,) = of_rule(b.report(), "AR-05")
    assert {m.text for m in found.misread} == {"110.000"}


def test_a_figure_with_several_readings_that_would_do_is_not_marked(builder):
    b = builder()
    b.money(1, 3, "P", "Program A", "300.000.000", "800.000.000", read_by=ReadBy.OCR)
    (found,) = of_rule(b.report(), "AR-07")
    assert found.misread == ()


def test_what_one_rule_found_misread_accuses_in_no_other(builder):
    # AR-03 doubts the budget of program A on page 3 (600 for 500); CT-07 compares it with page 7
    b = builder()
    for name in "BCDE":
        b.money(1, 3, "P", f"Program {name}", "500.000.000", "412.000.000", "82,40", read_by=ReadBy.OCR)
        b.money(2, 7, "P", f"Program {name}", "500.000.000", "412.000.000")
    b.money(2, 7, "P", "Program A", "500.000.000", "412.000.000")
    text, scan = b, copy.deepcopy(b)
    text.money(1, 3, "P", "Program A", "600.000.000", "412.000.000", "82,40")
    scan.money(1, 3, "P", "Program A", "600.000.000", "412.000.000", "82,40", read_by=ReadBy.OCR)
    classes = {b: {f.rule_id: f.finding_class for f in check_report(b.report())[0]} for b in (text, scan)}
    assert classes[text]["CT-07"] is FindingClass.CONFLICT
    assert set(classes[scan].values()) == {FindingClass.EXTRACTION_DOUBT}
    runs = {r.rule_id: r.outcome for r in check_report(scan.report())[1]}
    assert runs["AR-03"] is runs["CT-07"] is Outcome.NOT_RUN


def test_the_cell_is_marked_with_the_figure_that_would_agree(builder):
    b = builder()
    b.money(1, 3, "P", "Program A", "500.000.000", "472.000.000", "82,40", read_by=ReadBy.OCR)
    report = b.report()
    places = [o.place for o in report.observations]
    cells = tuple(RawCell(0, o.col, 1, 1, o.raw, False, o.place) for o in report.observations)
    table = RawTable(1, 3, 3, 1, 5, cells, Box.around(p.box for p in places))
    document = Document("0" * 64, "x.pdf", (), (table,))
    marked, after = mark_misread(document, report, check_report(report)[0])
    spent = next(c for c in marked.tables[0].cells if c.text == "472.000.000")
    assert (spent.other, spent.place.confidence < SURE) == ("412.000.000", True)
    for cell, figure in zip(marked.tables[0].cells, after.observations, strict=True):
        assert cell.place == figure.place
    assert mark_misread(document, report, ()) == (document, report)
