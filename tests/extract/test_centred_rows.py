"""Rows without rulings whose cells are centred around the one figure that each row has."""

XS = [50, 200, 340, 400, 500]
HEAD = ["Program/ Kegiatan", "Indikator Kinerja", "Target", "Pagu (Rp)"]
ROWS = [
    ["Penyusunan Dokumen\nPerencanaan", "Jumlah dokumen\nperencanaan", "5 dokumen", "45.000.000"],
    ["Evaluasi Kinerja", "Jumlah laporan\nevaluasi kinerja", "4 laporan", "38.500.000"],
    ["Administrasi Keuangan", "", "", "14.286.415.000"],
    ["Penyediaan Gaji", "Jumlah orang yang\nmenerima gaji dan\ntunjangan", "255 orang", "14.286.415.000"],
    ["Administrasi Umum\nPerangkat Daerah", "", "", "185.000.000"],
    ["Rapat Koordinasi", "Jumlah laporan\nrapat koordinasi", "12 laporan", "185.000.000"],
]
LINE, HEADING = 11, 16


def framed(paper, rows, top=100, *, shaded=True):
    """A frame with uprights, the heading shaded; each text in the middle of the height of its row."""
    at = top + HEADING
    if shaded:
        paper.filled(XS[0], top, XS[-1], at, 0.85)
    for x, text in zip(XS, HEAD, strict=False):
        paper.text(x + 3, top + 11, text, 8)
    for row in rows:
        lines = [text.split("\n") if text else [] for text in row]
        height = max(map(len, lines)) * LINE + 2
        for x, own in zip(XS, lines, strict=False):
            first = at + (height - len(own) * LINE) / 2
            for n, line in enumerate(own):
                paper.text(x + 3, first + 9 + n * LINE, line, 8)
        at += height
    for x in XS:
        paper.ruling(x, top, x, at)
    for y in (top, at):
        paper.ruling(XS[0], y, XS[-1], y)


def whole(rows):
    return [[text.replace("\n", " ") for text in row] for row in rows]


def test_texts_stand_around_their_figures(paper, only_rows):
    paper.page()
    framed(paper, ROWS)
    assert only_rows(paper) == [HEAD, *whole(ROWS)]


def test_the_end_of_a_row_that_the_page_before_cut(paper, only_rows):
    paper.page()
    framed(paper, [["Perencanaan dan Penganggaran", "", "", ""], *ROWS])
    assert only_rows(paper) == [HEAD, ["Perencanaan dan Penganggaran", "", "", ""], *whole(ROWS)]


def test_a_shaded_heading_over_one_row_and_a_half(paper, only_rows):
    paper.page()
    rows = [["Penyediaan Gaji", "Jumlah orang yang\nmenerima gaji", "255 orang", "14.286.415.000"],
            ["Administrasi Umum", "", "", "185.000.000"]]  # fmt: skip
    framed(paper, rows)
    assert only_rows(paper) == [HEAD, *whole(rows)]


def test_what_stands_around_no_figure_of_its_own_is_no_row(paper, read):
    """Two figures beside one text tell no rows."""
    paper.page()
    framed(paper, [["Penyusunan Dokumen\nPerencanaan", "", "5 dokumen", "45.000.000\n38.500.000"]])
    (table,) = read(paper).tables
    names = [c.text for c in table.cells if c.col == 0 and not c.is_header and c.text]
    assert names == ["Penyusunan Dokumen Perencanaan"]


def test_lines_nearer_to_the_row_above_are_not_taken_from_it(paper, only_rows):
    """The texts begin beside their figures; of three lines the middle one stands beside none."""
    rows = [
        ["Penyelenggaraan Administrasi\nPerkantoran", "Jumlah", "1 kali", "100.000.000"],
        ["Program Sarana", "Jumlah", "2 kali", "200.000.000"],
        ["Pemeliharaan", "Jumlah", "3 kali", "300.000.000"],
    ]
    paper.page()
    for x in XS:
        paper.ruling(x, 100, x, 170)
    for y in (100, 116, 170):
        paper.ruling(XS[0], y, XS[-1], y)
    paper.fill(XS, [100], [HEAD], size=8)
    for top, row in zip((118, 140, 152), rows, strict=True):
        for x, text in zip(XS, row, strict=False):
            for n, line in enumerate(text.split("\n")):
                paper.text(x + 3, top + 9 + 10 * n, line, 8)
    assert only_rows(paper) == [HEAD, *whole(rows)]
