"""Cells of a heading that only their shading parts; the body is ruled."""

import itertools

XS = [60, 90, 300, 380, 460]
YS = [100, 124, 148, 172]
BODY = [["1", "Persentase pelayanan", "85,50", "87,25"], ["2", "Indeks kepuasan", "80", "82"]]


def framed(paper, below):
    """The frame, rulings between the rows, and the columns from `below` on."""
    for y in (YS[0], *(y for y in YS if y >= below)):
        paper.ruling(XS[0], y, XS[-1], y)
    for x in (XS[0], XS[-1]):
        paper.ruling(x, YS[0], x, YS[-1])
    for x in XS[1:-1]:
        paper.ruling(x, below, x, YS[-1])


def test_a_heading_is_parted_where_its_shaded_cells_meet(paper, read, rows_of):
    paper.page()
    for x0, x1 in itertools.pairwise(XS):
        paper.filled(x0, YS[0], x1, YS[1], 0.7)
    framed(paper, YS[1])
    rows = [["No", "Indikator Kinerja", "Target", "Realisasi"], *BODY]
    paper.fill(XS, YS, rows)
    (table,) = read(paper).tables
    assert rows_of(table) == rows


def test_a_heading_of_two_levels_above_a_row_of_one_cell(paper, read, rows_of):
    """The years of the lower level are ruled; no ruling runs between the heading and the sasaran below it."""
    paper.page()
    for x0, x1, bottom in ((60, 90, 124), (90, 300, 124), (300, 460, 112)):
        paper.filled(x0, 100, x1, bottom, 0.7)
    for y in (100, 148, 172, 196):
        paper.ruling(60, y, 460, y)
    for x in XS:
        paper.ruling(x, 100 if x in (60, 460) else 148, x, 196)
    for y in (112, 124):
        paper.ruling(300, y, 460, y)
    for x in (300, 380):
        paper.ruling(x, 112, x, 124)
    paper.text(63, 114, "No", 8)
    paper.text(93, 114, "Indikator Kinerja", 8)
    paper.text(380, 109, "Target Tahun", 8, "middle")
    paper.text(303, 121, "2023", 8)
    paper.text(383, 121, "2024", 8)
    paper.text(260, 138, "Sasaran 1 : Meningkatnya kualitas pelayanan", 8, "middle")
    paper.fill(XS, [148, 172, 196], BODY)
    (table,) = read(paper).tables
    assert rows_of(table)[3:] == BODY
    heads = {c.text: (c.row, c.col, c.row_span, c.col_span) for c in table.cells if c.row < 3}
    assert heads == {
        "No": (0, 0, 2, 1),
        "Indikator Kinerja": (0, 1, 2, 1),
        "Target Tahun": (0, 2, 1, 2),
        "2023": (1, 2, 1, 1),
        "2024": (1, 3, 1, 1),
        "Sasaran 1 : Meningkatnya kualitas pelayanan": (2, 0, 1, 4),
    }


def test_lines_of_one_text_that_are_shaded_one_by_one_are_one_cell(paper, read):
    paper.page()
    for top in (100, 112):
        paper.filled(60, top, 260, top + 12, 0.7)
        paper.filled(260, top, 460, top + 12, 0.7)
    framed(paper, YS[1])
    paper.text(63, 109, "Misi 1: Meningkatkan kualitas pelayanan dan", 8)
    paper.text(63, 121, "akuntabilitas perangkat daerah", 8)
    paper.fill(XS, YS, [[""] * 4, *BODY])
    (table,) = read(paper).tables
    first = next(c for c in table.cells if c.row == 0)
    assert (first.col_span, first.row_span) == (4, 1)
    assert first.text == "Misi 1: Meningkatkan kualitas pelayanan dan akuntabilitas perangkat daerah"


def test_rows_without_rulings_between_their_columns(paper, read, rows_of):
    """Every second row of a list style has no upright rulings."""
    xs, ys = [60, 90, 300, 460], [100, 120, 140, 160, 180]
    rows = [
        ["No", "Interval Nilai", "Kriteria"],
        ["1", "91 - 100", "Sangat Tinggi"],
        ["2", "76 - 90", "Tinggi"],
        ["3", "66 - 75", "Sedang"],
    ]
    paper.page().rulings(xs, ys, {(2, 0): (1, 3)})
    paper.fill(xs, ys, rows)
    (table,) = read(paper).tables
    assert rows_of(table) == rows


def test_a_shaded_heading_stands_on_the_ruled_body(paper, read, rows_of):
    """No ruling is drawn around the heading; each of its cells is shaded, up to the first ruling."""
    paper.page()
    for x0, x1 in itertools.pairwise(XS):
        paper.filled(x0, YS[0], x1, YS[1], 0.7)
    paper.rulings(XS, YS[1:])
    rows = [["No", "Indikator Kinerja", "Target", "Realisasi"], *BODY]
    paper.fill(XS, YS, rows)
    paper.text(60, 80, "Tabel 3.1 Pengukuran Kinerja", 10)
    (table,) = read(paper).tables
    assert rows_of(table) == rows
    assert table.caption == "Tabel 3.1 Pengukuran Kinerja"


def test_a_shaded_heading_of_two_levels_stands_on_the_ruled_body(paper, read, rows_of):
    paper.page()
    for x0, x1, top, bottom in (
        (60, 90, 100, 124), (90, 300, 100, 124), (300, 460, 100, 112), (300, 380, 112, 124), (380, 460, 112, 124),
    ):  # fmt: skip
        paper.filled(x0, top, x1, bottom, 0.7)
    paper.rulings(XS, YS[1:])
    paper.text(63, 114, "No", 8)
    paper.text(93, 114, "Indikator Kinerja", 8)
    paper.text(380, 109, "Tahun 2023", 8, "middle")
    paper.text(303, 121, "Target", 8)
    paper.text(383, 121, "Realisasi", 8)
    paper.fill(XS, YS[1:], BODY)
    (table,) = read(paper).tables
    heads = {c.text: (c.row, c.col, c.row_span, c.col_span) for c in table.cells if c.row < 2}
    assert heads == {
        "No": (0, 0, 2, 1),
        "Indikator Kinerja": (0, 1, 2, 1),
        "Tahun 2023": (0, 2, 1, 2),
        "Target": (1, 2, 1, 1),
        "Realisasi": (1, 3, 1, 1),
    }
    assert rows_of(table)[2:] == BODY


def test_a_shaded_title_over_a_table_is_none_of_its_rows(paper, read, rows_of):
    paper.page()
    paper.filled(XS[0], YS[0], XS[-1], YS[1], 0.7)
    rows = [["No", "Indikator Kinerja", "Target", "Realisasi"], BODY[0]]
    paper.rulings(XS, YS[1:])
    paper.text(63, 114, "Sasaran 1 Meningkatnya kualitas pelayanan", 8)
    paper.fill(XS, YS[1:], rows)
    (table,) = read(paper).tables
    assert rows_of(table)[-2:] == rows
