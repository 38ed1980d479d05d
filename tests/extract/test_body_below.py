"""A ruled heading over rows without rulings."""

XS = [50, 80, 120, 340, 440, 540]
HEADING = [["NO", "KODE", "PROGRAM", "PAGU ANGGARAN", ""], ["", "", "", "MURNI", "PERUBAHAN"]]
SPANS = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1), (0, 3): (1, 2)}
ROWS = [
    ("1", "13", "Program Pengendalian Pencemaran", "129.000.000", "129.000.000"),
    ("2", "29", "Program Perencanaan dan Evaluasi", "450.000.000", "448.500.000"),
    ("3", "59", "Program Peningkatan Sarana", "1.148.000.000", "1.110.669.000"),
]


def draw(paper, rows):
    paper.page()
    paper.table(XS, [150, 166, 182], HEADING, SPANS)
    for i, (number, code, label, *amounts) in enumerate(rows):
        top = 196 + 16 * i
        paper.text(XS[0] + 10, top, number)
        paper.text(XS[1] + 10, top, code)
        paper.text(XS[2] + 3, top, label)
        for right, amount in zip(XS[4:], amounts, strict=True):
            paper.text(right - 4, top, amount, align="right")


def test_rows_below_go_into_the_columns_of_the_heading(paper, only_rows):
    draw(paper, ROWS)
    assert only_rows(paper)[2:] == [list(row) for row in ROWS]


def test_text_over_the_edge_of_a_column_is_no_body_of_the_heading(paper, read, rows_of):
    draw(paper, [])
    paper.text(60, 200, "Anggaran tersebut digunakan untuk membiayai seluruh program dan kegiatan tahun ini")
    paper.text(60, 216, "dengan jumlah sebesar")
    paper.text(500, 216, "1.727.000.000", align="right")
    tables = read(paper).tables
    assert [rows_of(t) for t in tables if "KODE" in rows_of(t)[0]] == [HEADING]
