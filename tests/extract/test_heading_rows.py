"""Tables with upright rulings alone: heading, numbers of the columns and rows in one frame."""

import pytest

XS = [50, 180, 380, 480]
HEAD = ["Sasaran", "Indikator Kinerja", "Target"]
BODY = [
    ["Meningkatnya pelayanan", "Indeks Kepuasan Masyarakat", "86,50"],
    ["", "Persentase usulan\nyang diakomodir", "45 %"],
    ["Meningkatnya akuntabilitas", "Nilai SAKIP Kecamatan", "A (81,00)"],
    ["", "Persentase laporan tepat waktu", "100 %"],
]


def upright(paper, rows, pitch=26):
    """The rows in one frame with upright rulings between the columns."""
    bottom = 104 + pitch * len(rows)
    paper.page()
    for x in XS:
        paper.ruling(x, 100, x, bottom)
    for y in (100, bottom):
        paper.ruling(XS[0], y, XS[-1], y)
    for k, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            for n, line in enumerate(text.split("\n")):
                paper.text(x + 3, 114 + pitch * k + 10 * n, line, 8)


def test_heading_and_rows_without_level_rulings(paper, only_rows):
    upright(paper, [HEAD, *BODY])
    rows = only_rows(paper)
    assert rows[0] == HEAD
    assert [r[1:] for r in rows[1:]] == [[c.replace("\n", " ") for c in r[1:]] for r in BODY]
    assert [rows[1][0], rows[3][0]] == [BODY[0][0], BODY[2][0]]


def test_numbers_of_the_columns_are_a_row(paper, only_rows):
    upright(paper, [HEAD, ["1", "2", "3"], *BODY])
    assert only_rows(paper)[:2] == [HEAD, ["1", "2", "3"]]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Camat Contoh", "Budi Teladan", "19800101"],
            ["Sekretaris", "Siti Contoh", "19810202"],
        ],  # no heading
        [["", "Indikator Kinerja", "Target"], *BODY],  # a column without one
    ],
)
def test_a_frame_without_a_heading_stays_one_row_on_top(paper, read, rows):
    upright(paper, rows)
    (table,) = read(paper, borderless=False).tables
    assert not any(c.is_header for c in table.cells)


def test_heading_and_rows_set_so_close_that_no_white_is_between_them(paper, only_rows):
    """The numbers of the columns part them."""
    rows = [
        ["Sasaran", "Rata-rata Capaian (%)", "Penyerapan (%)"],
        ["1", "2", "3"],
        ["Meningkatnya pelayanan", "104,07", "88,78"],
        ["Meningkatnya akses", "103,83", "93,23"],
        ["Meningkatnya akuntabilitas", "97,00", "98,70"],
    ]
    upright(paper, rows, pitch=8)
    assert only_rows(paper) == rows


def test_years_over_the_middle_of_three_headings_each_in_one_ruled_row(paper, read):
    xs = [50, 180, 230, 280, 330, 380, 430, 480]
    paper.page()
    paper.table(xs, [100, 130, 150, 170], [
        ["Indikator", "\nTarget", "2021\nRealisasi", "\n%", "\nTarget", "2022\nRealisasi", "\n%"],
        ["Guru berijazah S1", "84,00", "83,26", "99,12", "87,00", "86,42", "99,33"],
        ["Guru bersertifikat", "36,00", "35,42", "98,39", "38,00", "36,27", "95,45"],
    ])  # fmt: skip
    (table,) = read(paper).tables
    years = {c.text: (c.row, c.col, c.col_span) for c in table.cells if c.text in ("2021", "2022")}
    assert years == {"2021": (0, 1, 3), "2022": (0, 4, 3)}
    assert [c.text for c in table.cells if c.row == 1 and c.col > 0] == ["Target", "Realisasi", "%"] * 2


ZEBRA = [
    ["Indikator", "Realisasi\n2023", "Target\nAkhir"],
    ["Indeks kepuasan", "83,15", "85,00"],
    ["Nilai kinerja", "66,90", "72,00"],
    ["Cakupan layanan", "92,50", "100,00"],
]


def striped(paper, rows, *, ruled=False):
    """Rows in a frame of which the second one below the heading, and the fourth, are shaded cell by cell."""
    xs, ys = [50, 200, 300, 400], [100, 122, 136, 150, 164]
    paper.page()
    for left, right in zip(xs, xs[1:], strict=False):
        paper.filled(left, ys[2], right, ys[3], 0.85)
    paper.rulings([xs[0], xs[-1]], [ys[0], ys[-1]])
    if ruled:
        paper.rulings(xs, [ys[0], *ys[2:]])
    paper.fill(xs, ys, rows)


def test_heading_and_first_row_above_a_shaded_row(paper, only_rows):
    """Every second row is shaded, and no ruling parts the others."""
    striped(paper, ZEBRA)
    assert only_rows(paper) == [[c.replace("\n", " ") for c in ZEBRA[0]], *ZEBRA[1:]]


@pytest.mark.parametrize(
    "first", [["Laba", "-", "85,00"], ["Laba", "(3,5)", "(2,1)"], ["Jumlah desa", "7", "9"]]
)
def test_a_first_row_with_a_dash_or_a_figure_in_brackets_above_a_shaded_row(paper, only_rows, first):
    striped(paper, [ZEBRA[0], first, *ZEBRA[2:]])
    assert only_rows(paper)[1] == first


TWO_LINES = [
    ["Indikator\nKinerja", "Realisasi\n(2022)", "Target\n(2023)"],
    ["Indikator\nKinerja", "Realisasi\n2022 (%)", "Target\n2023 %"],
    ["Indikator\nSasaran", "Target Tahun\n1", "Target Tahun\n2"],
    ["Indikator\nKinerja", "Target\n(4)", "Realisasi\n(5)"],
    ["Sasaran\nStrategis", "Target\n-", "Realisasi\n-"],
    ["", "Realisasi\n2022", "Target\n2026"],
]


@pytest.mark.parametrize("heading", TWO_LINES)
def test_figures_of_a_heading_above_a_shaded_row_are_no_row(paper, only_rows, heading):
    striped(paper, [heading, ["", "", ""], *ZEBRA[2:]])
    assert only_rows(paper)[0] == [c.replace("\n", " ") for c in heading]


@pytest.mark.parametrize("heading", [*TWO_LINES, ["Komponen\nPenilaian", "Bobot\n100", "Nilai\n80,00"]])
def test_a_ruled_heading_of_two_lines_stays_whole(paper, only_rows, heading):
    rows = [heading, *ZEBRA[1:]]
    paper.page()
    paper.table([50, 200, 300, 400], [100, 130, 146, 162, 178], rows)
    assert only_rows(paper) == [[c.replace("\n", " ") for c in heading], *ZEBRA[1:]]


def test_a_heading_of_two_lines_ruled_above_a_shaded_row_stays_whole(paper, only_rows):
    heading = ["Komponen\nPenilaian", "Bobot\n100", "Nilai\n80,00"]
    striped(paper, [heading, ["", "", ""], *ZEBRA[2:]], ruled=True)
    assert only_rows(paper)[0] == [c.replace("\n", " ") for c in heading]


def test_names_over_figures_in_a_shaded_heading(paper, only_rows):
    """What heads the columns no word tells; rulings part columns, shades part rows."""
    xs = [50, 120, 200, 260, 320]
    rows = [
        ["", "Persyaratan", "Prosedur", "Biaya"],
        ["NRR", "3,31", "3,28", "3,94"],
        ["Konversi", "82,75", "82,00", "98,50"],
    ]
    paper.page()
    for x0, x1 in zip(xs, xs[1:], strict=False):
        paper.filled(x0, 100, x1, 116, 0.5)
    for x in xs:
        paper.ruling(x, 100, x, 148)
    for y in (100, 148):
        paper.ruling(xs[0], y, xs[-1], y)
    for r, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            paper.text(x + 4, 111 + 16 * r, text, 8)
    assert only_rows(paper) == rows
