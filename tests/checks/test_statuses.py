"""CT-15: a column that says whether the target of a row was reached."""

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.table_records import Pengukuran
from lkjip_schemas.vocabulary import Severity


def at(page):
    return Place(page, Box(70, 100, 300, 112))


def told(builder, *rows):
    """The findings on rows of name, target, realisasi, achievement and status."""
    b = builder()
    records = []
    for n, (name, target, realised, share, status) in enumerate(rows):
        b.indicator(1, 6, name, target, realised, share)
        records.append(Pengukuran(table_no=1, row=n, place=at(6), indikator=name, predikat=status))
    findings, _ = check_report(b.report().model_copy(update={"records": tuple(records)}))
    return [f for f in findings if f.rule_id == "CT-15" and "status" in f.message_en]


@pytest.mark.parametrize(
    ("share", "status", "wrong"),
    [
        ("97,70", "Tercapai", True),
        ("99,80", "Tercapai", False),  # rounded up by some
        ("100,00", "Tercapai", False),
        ("97,70", "Tidak tercapai", False),
        ("101,20", "Belum Tercapai", True),
        ("101,20", "Di bawah target", True),
        ("97,70", "Tinggi", False),  # a word of a scale
        ("97,70", "", False),
    ],
)
def test_a_status_beside_an_achievement(builder, share, status, wrong):
    name = "Persentase pencari kerja yang ditempatkan"
    assert bool(told(builder, (name, "", "", share, status))) is wrong


def test_an_achievement_computed_upside_down_does_not_belie_the_status(builder):
    name = "Tingkat Pengangguran Terbuka"
    assert told(builder, (name, "6,30", "6,18", "98,10", "Tercapai")) == []
    assert told(builder, (name, "6,30", "6,42", "98,10", "Tercapai")) != []


def test_a_bound_that_the_report_does_not_print(builder):
    low = ("Persentase jalan mantap", "", "", "61,20", "Tidak tercapai")
    high = ("Persentase jembatan mantap", "", "", "97,70", "Tercapai")
    (found,) = told(builder, low, high)
    assert found.severity is Severity.LOW
    assert "97,70" in found.message_en and "61,20" not in found.message_en
    between = ("Persentase irigasi mantap", "", "", "98,40", "Tidak tercapai")
    (found,) = told(builder, between, high)
    assert found.severity is not Severity.LOW
