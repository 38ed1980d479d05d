"""Headings of several levels in one band that no ruling parts."""

XS = [50, 170, 230, 290, 350, 410, 480, 540]
BODY = [
    ["Indeks kepuasan masyarakat", "82,10", "83,40", "84,00", "85,15", "88,00", "96,76"],
    ["Nilai SAKIP", "61,20", "63,05", "65,00", "64,80", "70,00", "92,57"],
    ["Persentase jalan mantap", "58,20", "60,15", "62,00", "62,40", "75,00", "83,20"],
]


def middle(first, last):
    return (XS[first] + XS[last + 1]) / 2


def heading(paper, levels, size=8):
    """Texts (first column, last column, baseline, text), each in the middle of its columns."""
    for first, last, baseline, text in levels:
        paper.text(middle(first, last), baseline, text, size, "middle")


def body(paper, top):
    """Rows between rules, a row every 20 points."""
    for r, row in enumerate(BODY):
        paper.ruling(50, top + 20 * (r + 1), 540, top + 20 * (r + 1))
        paper.text(XS[0] + 3, top + 20 * r + 13, row[0], 8)
        for k, text in enumerate(row[1:], 1):
            paper.text(middle(k, k), top + 20 * r + 13, text, 8, "middle")


def heads(table):
    return {(c.row, c.col, c.row_span, c.col_span): c.text for c in table.cells if c.is_header}


LOWEST = [
    (1, 1, 132, "2021"),
    (2, 2, 132, "2022"),
    (3, 3, 132, "Target"),
    (4, 4, 132, "Realisasi"),
    (5, 5, 132, "Target 2026"),
    (6, 6, 132, "Kemajuan"),
]


def test_the_upper_level_spans_the_columns_it_stands_over(paper, read):
    paper.page().filled(50, 100, 540, 140, 0.75)
    upper = [(1, 2, 113, "Realisasi"), (3, 4, 113, "Tahun 2023"), (5, 6, 113, "Akhir RPJMD")]
    heading(paper, [(0, 0, 123, "Indikator"), *upper, *LOWEST])
    body(paper, 140)
    (table,) = read(paper).tables
    assert heads(table) == {
        (0, 0, 2, 1): "Indikator",
        (0, 1, 1, 2): "Realisasi",
        (0, 3, 1, 2): "Tahun 2023",
        (0, 5, 1, 2): "Akhir RPJMD",
        **{(1, k, 1, 1): text for k, (*_, text) in enumerate(LOWEST, 1)},
    }


def test_three_levels_one_above_all(paper, read):
    paper.page().filled(50, 95, 540, 140, 0.75)
    upper = [(1, 6, 104, "Target, realisasi dan kemajuan"), (1, 2, 118, "Lalu"), (3, 4, 118, "Kini")]
    heading(paper, [(0, 0, 118, "Indikator"), *upper, (5, 6, 118, "Akhir"), *LOWEST])
    body(paper, 140)
    (table,) = read(paper).tables
    found = heads(table)
    assert found[(0, 1, 1, 6)] == "Target, realisasi dan kemajuan"
    assert found[(1, 1, 1, 2)] == "Lalu"
    assert found[(1, 5, 1, 2)] == "Akhir"
    assert found[(2, 4, 1, 1)] == "Realisasi"
    assert found[(0, 0, 3, 1)] == "Indikator"


def test_a_heading_beside_the_middle_heads_nothing_more(paper, read):
    """ "Tahun 2023" stands over the edge of two columns, but not in the middle of them: nothing is parted."""
    paper.page().filled(50, 100, 540, 140, 0.75)
    heading(paper, [(0, 0, 123, "Indikator"), *LOWEST])
    paper.text(middle(1, 2) + 14, 113, "Realisasi lalu", 8, "middle")
    body(paper, 140)
    (table,) = read(paper).tables
    assert all(c.row == 0 for c in table.cells if c.is_header)
