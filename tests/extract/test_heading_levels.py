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


def test_a_heading_drawn_as_one_cell_over_all_columns(paper, read):
    """Only its frame is ruled; a single column may have an upper heading of its own between wide ones."""
    xs = [50, 80, 230, 300, 370, 440, 510]
    paper.page()
    for y in (100, 142, 162, 182, 202):
        paper.ruling(50, y, 510, y)
    for x in (50, 510):
        paper.ruling(x, 100, x, 202)
    for x in xs[1:-1]:
        paper.ruling(x, 142, x, 202)

    def put(first, last, baseline, text):
        paper.text((xs[first] + xs[last + 1]) / 2, baseline, text, 8, "middle")

    put(2, 4, 110, "Tahun 2023")
    for first, last, text in (
        (0, 0, "No"),
        (1, 1, "Kegiatan"),
        (2, 2, "Fisik"),
        (3, 4, "Keuangan"),
        (5, 5, "Sisa"),
    ):
        put(first, last, 123, text)
    for k, text in ((2, "%"), (3, "Rp"), (4, "%")):
        put(k, k, 136, text)
    for r, row in enumerate((["1", "Penerangan jalan", "98,50", "312.450.000", "97,29", "8.700.000"],) * 3):
        for k, text in enumerate(row):
            put(k, k, 155 + 20 * r, text)
    (table,) = read(paper).tables
    assert heads(table) == {
        (0, 0, 3, 1): "No",
        (0, 1, 3, 1): "Kegiatan",
        (0, 2, 1, 3): "Tahun 2023",
        (1, 2, 1, 1): "Fisik",
        (1, 3, 1, 2): "Keuangan",
        (0, 5, 3, 1): "Sisa",
        (2, 2, 1, 1): "%",
        (2, 3, 1, 1): "Rp",
        (2, 4, 1, 1): "%",
    }


def test_boxes_of_an_organisation_chart_are_no_headings(paper, read):
    paper.page().table([50, 110, 170], [100, 140, 180], [["", ""], ["Seksi A", "Seksi B"]], {(0, 0): (1, 2)})
    paper.text(110, 112, "BIDANG PERPUSTAKAAN", 8, "middle")
    paper.text(80, 124, "Kepala", 8, "middle")
    paper.text(140, 124, "Staf", 8, "middle")
    for table in read(paper).tables:
        assert all(c.row_span == 1 for c in table.cells) and table.n_rows == 2


def test_a_phrase_over_four_columns_that_an_edge_cuts(paper, read):
    """Rules drawn column by column; the blank of the phrase stands at an edge."""
    paper.page()
    xs = [50, 170, 230, 290, 350, 410, 480]
    for y in (100, 140, 160, 180, 200):
        for x0, x1 in zip(xs, xs[1:], strict=False):
            paper.filled(x0, y, x1, y + 1, 0)
    paper.text(53, 124, "Program", 8)
    paper.text(288.9, 114, "Realisasi", 8, "right")
    paper.text(291.1, 114, "Triwulan", 8)
    for k, text in enumerate(("TW I", "TW II", "TW III", "TW IV")):
        paper.text((xs[k + 1] + xs[k + 2]) / 2, 132, text, 8, "middle")
    paper.text(445, 124, "Jumlah", 8, "middle")
    for r in range(3):
        paper.text(53, 154 + 20 * r, f"Program yang ke {r + 1}", 8)
        for k in range(5):
            paper.text((xs[k + 1] + xs[k + 2]) / 2, 154 + 20 * r, f"{r + 1}{k}.936.929", 8, "middle")
    (table,) = read(paper).tables
    found = heads(table)
    assert found[(0, 1, 1, 4)] == "Realisasi Triwulan"
    assert [text for (row, *_), text in sorted(found.items()) if row == 1] == [
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
    ]


def test_an_upper_level_beside_headings_that_begin_lower(paper, read):
    """ "Akhir Renstra (2026)" takes three lines; the headings of one level stand at its middle."""
    paper.page()
    paper.ruling(50, 100, 540, 100)
    middles = {0: "Indikator", 1: "2021", 2: "2022", 3: "Satuan", 6: "Kemajuan"}
    heading(paper, [(k, k, 126, text) for k, text in middles.items()])
    lines = [(5, 5, 118, "Akhir"), (5, 5, 127, "Renstra"), (5, 5, 136, "(2026)")]
    heading(paper, [(4, 5, 109, "Target Kinerja Tahunan"), (4, 4, 127, "2024"), *lines])
    paper.ruling(50, 140, 540, 140)
    body(paper, 140)
    (table,) = read(paper).tables
    found = heads(table)
    assert found[(0, 4, 1, 2)] == "Target Kinerja Tahunan"
    assert found[(1, 4, 1, 1)] == "2024"
    assert found[(1, 5, 1, 1)] == "Akhir Renstra (2026)"
    assert found[(0, 0, 2, 1)] == "Indikator"
