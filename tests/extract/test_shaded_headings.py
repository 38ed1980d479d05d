"""Headings whose words are not known, told by their shade."""

import pytest

XS = [60, 150, 220, 290, 360]
HEAD = ["Jenis Kelamin", "S-2", "D-III", "SLTA"]
BODY = [["Laki-laki", "4", "3", "13"], ["Perempuan", "2", "4", "-"], ["Bersama", "6", "7", "13"]]


def drawn(paper, shaded, rows=(HEAD, *BODY), grey=0.8):
    """A ruled table with some shaded rows."""
    ys = [100 + 16 * n for n in range(len(rows) + 1)]
    paper.page()
    for r in shaded:
        paper.filled(XS[0], ys[r], XS[-1], ys[r + 1], grey)
    paper.table(XS, ys, list(rows))
    return paper


def headings(table):
    return {c.row for c in table.cells if c.is_header}


def test_a_shade_that_no_other_row_has(paper, read):
    (table,) = read(drawn(paper, [0])).tables
    assert headings(table) == {0}


@pytest.mark.parametrize("shaded", [[], [0, 2], [0, 1, 2, 3]])
def test_without_a_shade_or_with_that_of_other_rows_it_is_none(paper, read, shaded):
    (table,) = read(drawn(paper, shaded)).tables
    assert not headings(table)


def test_paper_is_no_shade(paper, read):
    (table,) = read(drawn(paper, [0], grey=1.0)).tables
    assert not headings(table)


def test_a_shaded_row_of_figures_is_none(paper, read):
    rows = (["Laki-laki dan perempuan", "6", "7", "13"], *BODY)
    (table,) = read(drawn(paper, [0], rows)).tables
    assert not headings(table)


def test_a_shaded_row_over_words_is_none(paper, read):
    rows = (["Camat", "Budi", "Desa", "Jauh"], *[["Lurah", "Siti", "Kota", "Dekat"]] * 3)
    (table,) = read(drawn(paper, [0], rows)).tables
    assert not headings(table)
