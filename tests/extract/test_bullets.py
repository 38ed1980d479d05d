"""Marks of lists at the middle of their item."""

import pytest

from lkjip_extract.bullets import raise_bullets
from lkjip_extract.page import DraftCell, DraftTable

LINE = 12.0


def texts_of(lines):
    cell = DraftCell(0, 0, 1, 1, 0, 0, 200, 100, lines, page=1)
    raise_bullets(DraftTable(1, [0, 200], 1, 0, 100, [cell], ""))
    return [line.text for line in cell.lines]


@pytest.fixture
def marked(words):
    """Lines from (line number, mark or "", text or ""): marks left of all texts."""

    def make(*lines):
        return [
            words(
                number * LINE,
                *([(mark, 10.0, 13.0)] if mark else []),
                *([(text, 20.0, 20.0 + 5.0 * len(text))] if text else []),
            )
            for number, mark, text in lines
        ]

    return make


def test_a_mark_beside_the_middle_line_goes_before_the_first(marked):
    lines = marked(
        (0, "", "Program Perlindungan"), (1, "-", "Konsumen dan Pengamanan"), (2, "", "Perdagangan")
    )
    assert texts_of(lines) == ["- Program Perlindungan", "Konsumen dan Pengamanan", "Perdagangan"]


def test_marks_between_the_two_lines_of_their_items(marked):
    lines = marked(
        (0, "", "Program Peningkatan"), (0.5, "-", ""), (1, "", "Efisiensi Perdagangan"),
        (2.5, "", "Program Pengembangan"), (3, "-", ""), (3.5, "", "Industri Kecil"),
    )  # fmt: skip
    assert texts_of(lines) == [
        "- Program Peningkatan", "Efisiensi Perdagangan", "- Program Pengembangan", "Industri Kecil",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        (
            (0, "-", "Jumlah Produksi"),
            (1, "", "Kacang Tanah"),
            (2, "-", "Jumlah Produksi"),
            (3, "", "Ubi Jalar"),
        ),
        (
            (0, "", "Ketersediaan:"),
            (1, "-", "energi"),
            (2, "-", "protein"),
        ),  # items below a text of their own
        ((0, "", "82"), (1, "-", ""), (2, "", "75"), (3, "", "60")),
    ],
)
def test_other_marks_stay_where_they_are(marked, lines):
    printed = [" ".join(x for x in line[1:] if x) for line in lines]
    assert texts_of(marked(*lines)) == printed


def test_a_number_beside_the_middle_line_goes_before_the_first(marked):
    lines = marked(
        (0, "", "Program Perlindungan"), (1, "1.", "Konsumen dan Pengamanan"), (2, "", "Perdagangan")
    )
    assert texts_of(lines) == ["1. Program Perlindungan", "Konsumen dan Pengamanan", "Perdagangan"]
