"""Misspelt words of headings."""

import pytest

from lkjip_schemas.heading_words import respelled


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ralisasi", "realisasi"),
        ("realiasasi", "realisasi"),
        ("relaisasi", "realisasi"),
        ("capain", "capaian"),
        ("progam", "program"),
        ("anggran", "anggaran"),
        ("realisasi", "realisasi"),
        ("atasan", "atasan"),  # not alasan: too short to tell
        ("keluarga", "keluarga"),
        ("musrenbang", "musrenbang"),
        ("rlisasi", "rlisasi"),  # two slips
    ],
)
def test_one_slip_is_put_right(printed, meant):
    assert respelled(printed) == meant
