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
