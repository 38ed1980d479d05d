"""Figures whose last decimal a narrow cell put on a line of its own, in several cells of one row."""

import pytest

NARROW, WIDE = [50, 200, 225, 250, 300], [50, 200, 260, 320, 380]


def rows(above, below):
    broken = ["Layanan tepat\nwaktu", f"104.2\n{below}", f"102.5\n{below}", "90.00"]
    return [["Indikator", "I", "II", "Target"], ["Indeks", "98.65", above, "65.00"], broken]


@pytest.mark.parametrize(
    ("xs", "above", "below", "texts"),
    [
        (NARROW, "97.10", "3", ["104.23", "102.53", "90.00"]),
        (NARROW, "97.10", "3%", ["104.23%", "102.53%", "90.00"]),
        (WIDE, "97.10", "3", ["104.2", "102.5", "90.00"]),  # there was room for the 3: figures of two rows
        (NARROW, "97.10", "31", ["104.2", "102.5", "90.00"]),  # a figure of its own
    ],
)
def test_only_a_full_line_goes_on(paper, only_rows, xs, above, below, texts):
    paper.page().table(xs, [100, 116, 132, 160], rows(above, below))
    assert only_rows(paper)[2][1:] == texts


def test_without_two_decimals_elsewhere_they_are_two_figures(paper, only_rows):
    printed = [["Indikator", "I", "II", "Target"], ["Indeks", "98", "97", "65"]]
    printed.append(["Layanan tepat\nwaktu", "104.2\n3", "102.5\n4", "90"])
    paper.page().table(NARROW, [100, 116, 132, 160], printed)
    assert only_rows(paper)[2][1:3] == ["104.2", "102.5"]
