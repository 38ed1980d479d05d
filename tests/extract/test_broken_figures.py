"""Figures whose last decimal a narrow cell put on a line of its own, in several cells of one row."""

import pytest

NARROW, WIDE = [50, 200, 225, 250, 300], [50, 200, 260, 320, 380]
SIX = [50, 200, 230, 260, 310]
"""Room for six characters."""


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


@pytest.mark.parametrize(
    ("xs", "other", "broken", "texts"),
    [
        (SIX, "1.170.000", ("834.26\n0", "900.00\n0"), ["834.260", "900.000"]),
        (WIDE, "1.170.000", ("834.26\n0", "900.00\n0"), ["834.26", "900.00"]),  # there was room: two rows
        (SIX, "65.00", ("834.26\n0", "900.00\n0"), ["834.26", "900.00"]),  # the point is that of decimals
        (SIX, "65,00", ("834.26\n0", "900.00\n0"), ["834.26", "900.00"]),  # nothing tells of thousands
        (NARROW, "5.140,00", ("140,0\n0", "965,1\n0"), ["140,00", "965,10"]),
    ],
)
def test_groups_of_three_that_a_narrow_cell_broke(paper, only_rows, xs, other, broken, texts):
    row = ["Kunjungan\nwisata", *broken, "90"]
    paper.page().table(
        xs, [100, 116, 132, 160], [["Indikator", "I", "II", "Target"], ["IPM", "68", "70", other], row]
    )
    assert only_rows(paper)[2][1:3] == texts


@pytest.mark.parametrize("pieces", [("834.26\n0", "1.170.\n000"), ("1.170.\n000", "834.26\n0")])
def test_a_figure_broken_at_its_point_tells_what_the_point_means(paper, only_rows, pieces):
    rows = [
        ["Indikator", "I", "II", "Target"],
        ["IPM", "68", "70", "65"],
        ["Kunjungan\nwisata", *pieces, "90"],
    ]
    paper.page().table(SIX, [100, 116, 132, 160], rows)
    assert sorted(only_rows(paper)[2][1:3]) == ["1.170.000", "834.260"]


def test_figures_of_two_indicators_in_each_row_stay_apart(paper, only_rows):
    rows = [["Indikator", "I", "II", "Target"]]
    rows += [["Nilai SAKIP\nJumlah temuan", "72,50\n5", "74,10\n3", "80,00\n2"]] * 2
    paper.page().table(NARROW, [100, 116, 144, 172], rows)
    assert "72,505" not in [text for row in only_rows(paper) for text in row]
