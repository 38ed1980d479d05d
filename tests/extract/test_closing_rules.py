"""Tables of three rules: a heading of two levels, a body without rulings, and the rule that closes it."""

XS = [60, 180, 290, 340, 400, 460]
TOP, MIDDLE, FOOT, END = 100, 116, 132, 300


def heading(paper, end=END):
    """Rules drawn column by column, one between the years and the word above them, and the last one."""
    for y in (TOP, FOOT, end):
        for x0, x1 in zip(XS, XS[1:], strict=False):
            paper.filled(x0, y, x1, y + 1, 0)
    for x0, x1 in zip(XS[3:], XS[4:], strict=False):
        paper.filled(x0, MIDDLE, x1, MIDDLE + 0.8, 0)
    for x, text in zip(XS, ("Sasaran", "Indikator", "Satuan"), strict=False):
        paper.text(x + 3, 112, text, 8)
    paper.text(430 - 30, 112, "Target", 8, "middle")
    paper.text(405, 128, "2022", 8)
    paper.text(345, 128, "2021", 8)


def body(paper, top, rows):
    """Rows of an indicator on two lines, its unit and its targets."""
    for k, (first, second, unit, *targets) in enumerate(rows):
        y = top + 34 * k
        paper.text(183, y, first, 8)
        paper.text(183, y + 9.5, second, 8)
        paper.text(293, y, unit, 8)
        for x, text in zip(XS[3:], targets, strict=False):
            paper.text(x + 3, y, text, 8)


ROWS = [
    ("Indeks kapasitas", "daerah", "Indeks", "0,43", "0,48"),
    ("Indeks risiko", "bencana", "Indeks", "150,02", "146,00"),
    ("Persentase desa", "tangguh", "%", "22,95", "27,87"),
    ("Nilai AKIP", "dinas", "Nilai", "60,00", "63,00"),
]


def test_the_body_of_a_table_of_three_rules_is_read(paper, read, rows_of):
    """The words of a sasaran run on beside the indicators; they stay one text."""
    paper.page()
    heading(paper)
    body(paper, 146, ROWS)
    for k, text in enumerate(
        ("Meningkatnya kesiapan", "dan ketangguhan daerah", "dalam menghadapi", "bencana alam")
    ):
        paper.text(63, 146 + 9.5 * k, text, 8)
    for k, text in enumerate(("Meningkatnya kinerja", "dinas")):
        paper.text(63, 248 + 9.5 * k, text, 8)
    (table,) = read(paper).tables
    rows = rows_of(table)
    assert [text for row in rows[:2] for text in row if text] == [
        "Sasaran",
        "Indikator",
        "Satuan",
        "Target",
        "2021",
        "2022",
    ]
    assert [row[-4:] for row in rows[2:]] == [[f"{a} {b}", *rest] for a, b, *rest in ROWS]
    parents = {c.row: c.text for c in table.cells if c.col == 0 and c.row > 1 and c.text}
    assert parents == {
        2: "Meningkatnya kesiapan dan ketangguhan daerah dalam menghadapi bencana alam",
        5: "Meningkatnya kinerja dinas",
    }


def test_running_text_above_the_next_rule_is_no_body(paper, read):
    """A heading at the foot of a table, a paragraph below it, and the rule of a running foot."""
    paper.page()
    heading(paper, end=400)
    paper.text(
        63, 150, "Tabel di atas memuat target jangka menengah perangkat daerah sampai dengan tahun 2022.", 8
    )
    paper.text(63, 162, "Nilai 0,43 dan 150,02 dipakai sebagai dasar penetapan target tahun berikutnya.", 8)
    tables = read(paper).tables
    assert not any("0,43" in c.text for t in tables for c in t.cells)


def three_rules(paper, heading, rows, xs=(60, 260, 330, 400), foot=FOOT):
    """Three rules from side to side; `heading` are texts with their place."""
    end = foot + 16 * len(rows) + 4
    for y in (TOP, foot, end):
        paper.ruling(xs[0] - 4, y, 460, y)
    for x, y, text in heading:
        paper.text(x, y, text, 8)
    for k, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            paper.text(x, foot + 12 + 16 * k, text, 8)


PLAIN = [
    ("Lapangan usaha pertanian", "47,21", "46,88", "-0,33"),
    ("Industri pengolahan", "4,36", "4,41", "0,05"),
    ("Konstruksi", "11,87", "11,95", "0,08"),
]


def test_three_rules_from_side_to_side(paper, only_rows):
    paper.page()
    names = ("Lapangan Usaha", "2023", "2024", "Selisih")
    three_rules(paper, [(x, 120, t) for x, t in zip((60, 260, 330, 400), names, strict=True)], PLAIN)
    assert only_rows(paper) == [list(names), *map(list, PLAIN)]


def test_a_line_of_the_heading_over_several_columns(paper, read):
    paper.page()
    names = ("Contoh", "Provinsi", "Nasional")
    heading = [(60, 118, "Indikator (dalam %)"), (305, 112, "Realisasi Tahun 2022")]
    heading += [(x, 128, t) for x, t in zip((260, 330, 400), names, strict=True)]
    three_rules(paper, heading, PLAIN, foot=136)
    (table,) = read(paper).tables
    cells = {(c.row, c.col): (c.text, c.row_span, c.col_span) for c in table.cells}
    assert cells[0, 0] == ("Indikator (dalam %)", 2, 1)
    assert cells[0, 1] == ("Realisasi Tahun 2022", 1, 3)
    assert [cells[1, k][0] for k in (1, 2, 3)] == list(names)
    assert cells[2, 1][0] == "47,21"


def test_three_rules_around_running_text_make_no_table(paper, read):
    paper.page()
    for y in (TOP, FOOT, 200):
        paper.ruling(56, y, 460, y)
    paper.text(60, 120, "Visi dan misi kecamatan", 8)
    for k in range(4):
        paper.text(
            60, 148 + 12 * k, "Realisasi anggaran tahun 2023 sebesar 98,5 persen dari pagu yang tersedia.", 8
        )
    assert not read(paper).tables
