"""Contradictions on scans that one misread digit would explain are questions."""

from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_checks.misread import other_readings
from lkjip_schemas.vocabulary import FindingClass, ReadBy


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
