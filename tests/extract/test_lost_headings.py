"""Headings of scanned tables that could not be read, filled from where the same heading could."""

import pytest

from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.scans.lost_headings import share_headings


def table(rows, spans=None):
    """A table of texts; `spans` gives (row, col) -> (rows, columns) of merged cells."""
    spans = spans or {}
    covered = {
        (r + i, c + k) for (r, c), (down, across) in spans.items() for i in range(down) for k in range(across)
    } - set(spans)
    cells = [
        DraftCell(
            r, c, *spans.get((r, c), (1, 1)), 60.0 * c, 20.0 * r, 60.0 * c + 60, 20.0 * r + 20, text=text
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (r, c) not in covered
    ]
    xs = [60.0 * k for k in range(len(rows[0]) + 1)]
    return DraftTable(1, xs, len(rows), 0.0, 20.0 * len(rows), cells, "rapidocr")


def texts(of, row):
    return [c.text for c in sorted(of.cells, key=lambda c: c.col) if c.row == row]


BODY = ["1", "Indeks kepuasan masyarakat", "Indeks", "84,00", "Sekretaris"]


@pytest.mark.parametrize(
    ("read", "filled"),
    [
        (["No", "", "Satuan", "T2r22", "Penanggung Jawab"], True),
        (["No", "", "Satuan", "Realisasi 2022", "Penanggung Jawab"], False),  # another heading: kept as it is
        (["No", "", "Satuan", "", "Penanggung Jawab"], False),  # the year may be another one
        (["Kode", "", "Lokasi", "Pagu", "Keterangan"], False),  # another table
    ],
)
def test_from_the_same_heading_on_another_page(read, filled):
    known = ["No", "Indikator Kinerja", "Satuan", "Target 2022", "Penanggung Jawab"]
    first, second = table([read, BODY, BODY]), table([known, BODY, BODY])
    share_headings([first, second])
    assert (texts(first, 0) == known) is filled
    assert texts(second, 0) == known


def groups(lower):
    spans = {(0, 0): (2, 1), (0, 1): (1, 3), (0, 4): (1, 3)}
    rows = [["Indikator Kinerja", "Triwulan I", "", "", "Triwulan II", "", ""], ["", *lower]]
    return table([*rows, ["Indeks", "80,95", "78,57", "97,06", "95,24", "95,24", "100,00"]], spans)


@pytest.mark.parametrize(
    ("lower", "filled"),
    [
        (["", "", "C (%6)", "", "R", "C(96)"], True),
        (["", "", "", "", "", "C (%)"], False),  # too little was read
        (["", "S", "C (%)", "", "R", "C (%)"], False),  # something else is printed
    ],
)
def test_under_quarters_side_by_side(lower, filled):
    scanned = groups(lower)
    share_headings([scanned])
    assert (texts(scanned, 1) == ["T", "R", "C (%)"] * 2) is filled
