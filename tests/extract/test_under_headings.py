"""Body cells whose rulings run beside those of the heading belong to the heading that covers them."""

HEADS = ["Sasaran", "Program dan Kegiatan", "Pagu (Rp)", "Realisasi", "%"]
HEAD_XS = [50, 110, 250, 340, 430, 480]


def under(document, row):
    """The texts of a row by the heading they stand under."""
    table = document.tables[0]
    heads = [c for c in table.cells if c.row == 0]
    return {
        next(h.text for h in heads if h.col <= c.col and c.col + c.col_span <= h.col + h.col_span): c.text
        for c in table.cells
        if c.row == row
    }


def drawn(paper, body_xs):
    page = paper.page()
    page.table(HEAD_XS, [100, 120], [HEADS])
    page.table(body_xs, [120, 140], [["Pangan", "Bibit Ternak", "813.009.000", "671.659.453", "82,61"]])
    page.table(HEAD_XS, [140, 160], [["Gizi", "Keamanan Pangan", "45.575.000", "40.742.500", "89,40"]])
    return paper


def test_columns_moved_by_some_points(paper, read):
    document = read(drawn(paper, [50, 110, 235, 325, 430, 480]))
    assert under(document, 1) == dict(
        zip(HEADS, ["Pangan", "Bibit Ternak", "813.009.000", "671.659.453", "82,61"], strict=True)
    )
    assert under(document, 2)["Pagu (Rp)"] == "45.575.000"


def test_a_cell_over_two_headings_stays_over_both(paper, read):
    page = paper.page()
    page.table(HEAD_XS, [100, 120, 140], [HEADS, ["Gizi", "Pangan", "45.575.000", "40.742.500", "89,40"]])
    page.table(
        [50, 110, 340, 430, 480], [140, 160], [["Air", "Program Bibit Ternak", "671.659.453", "82,61"]]
    )
    wide = next(c for c in read(paper).tables[0].cells if c.text == "Program Bibit Ternak")
    assert (wide.col, wide.col_span) == (1, 2)
