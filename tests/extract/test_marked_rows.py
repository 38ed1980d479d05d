"""Several indicators in one ruled row, told by the marks of their lists."""

import pytest

XS = [50, 80, 200, 360, 430, 500]
HEADS = ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi"]
NAMES = [
    "Indeks Kepuasan\nMasyarakat (IKM)",
    "Persentase pelayanan\ntepat waktu",
    "Rata-rata waktu\npenyelesaian",
]
TARGETS, REACHED = ["82,00 Indeks", "94,00%", "3 Hari"], ["82,63 Indeks", "91,75%", "3 Hari"]


def listed(texts, marks):
    return "\n".join(f"{mark} {text}" for mark, text in zip(marks, texts, strict=True))


def draw(paper, names, *figures):
    paper.page()
    row = ["1", "Meningkatnya kualitas\npelayanan publik\ndi kecamatan", names, *figures]
    paper.table(XS, [100, 120, 210], [HEADS, row])
    return paper


@pytest.mark.parametrize("marks", [["a.", "b.", "c."], ["1.", "2.", "3."], ["a)", "b)", "c)"]])
def test_names_and_figures_with_the_same_marks_go_together(paper, only_rows, marks):
    draw(paper, listed(NAMES, marks), listed(TARGETS, marks), listed(REACHED, marks))
    _, *rows = only_rows(paper)
    assert [row[2] for row in rows] == [
        f"{m} {n}".replace("\n", " ") for m, n in zip(marks, NAMES, strict=True)
    ]
    assert [row[3:] for row in rows] == [list(pair) for pair in zip(TARGETS, REACHED, strict=True)]
    assert [row[1] for row in rows] == ["Meningkatnya kualitas pelayanan publik di kecamatan", "", ""]


def test_the_other_cells_stand_beside_all_rows(paper, read):
    draw(paper, listed(NAMES, ["1.", "2.", "3."]), listed(TARGETS, ["1.", "2.", "3."]), "")
    (table,) = read(paper).tables
    assert {c.text[:12]: c.row_span for c in table.cells if c.row == 1 and c.col < 2} == {
        "1": 3,
        "Meningkatnya": 3,
    }


def test_lists_with_other_marks_are_not_put_together(paper, only_rows):
    draw(paper, listed(NAMES, ["a.", "b.", "c."]), listed(TARGETS[:2], ["a.", "b."]), "")
    assert only_rows(paper)[1][3] != TARGETS[0]


def test_the_mark_of_a_single_figure_is_taken_off_beside_the_same_mark(paper, only_rows):
    draw(paper, "a. Nilai SAKIP Kecamatan", "a. 66,00 Nilai", "b. 65,27 Nilai")
    assert only_rows(paper)[1][3:] == ["66,00 Nilai", "b. 65,27 Nilai"]


@pytest.mark.parametrize("figure", ["1. 250", "1. 250 orang", "1. 250.000.000"])
def test_an_amount_typed_with_a_blank_is_not_cut(paper, only_rows, figure):
    draw(paper, "1. Jumlah wisatawan mancanegara", figure, "1.300")
    assert only_rows(paper)[1][3] == figure


def test_a_column_of_marked_figures_tells_that_the_mark_is_one(paper, only_rows):
    marks = ["1.", "2.", "3."]
    draw(
        paper,
        listed(NAMES, marks),
        listed(["82,00 Indeks", "190 IKM", "3 Hari"], marks),
        listed(REACHED, marks),
    )
    assert [row[3] for row in only_rows(paper)[1:]] == ["82,00 Indeks", "190 IKM", "3 Hari"]


def test_texts_beside_the_items_go_with_them(paper, only_rows):
    names = "1. Indeks Kepuasan\n\n2. Nilai SAKIP\n\n3. Persentase Desa"
    paper.page().table(
        XS,
        [100, 120, 210],
        [
            HEADS,
            ["1", "Pelayanan\n\nAkuntabilitas\n\nDesa tertib", names, "1. 82,00\n\n2. 66,00\n\n3. 90,00", ""],
        ],
    )
    assert [row[1] for row in only_rows(paper)[1:]] == ["Pelayanan", "Akuntabilitas", "Desa tertib"]


def test_a_figure_without_a_mark_beside_a_list_is_given_to_nobody(paper, only_rows):
    """It stands beside the second item, and in the middle of the row."""
    draw(paper, listed(NAMES, ["a.", "b.", "c."]), listed(TARGETS, ["a.", "b.", "c."]), "67,00")
    rows = only_rows(paper)
    assert all(row[3] != "82,00 Indeks" for row in rows if "67,00" in row)


def test_marks_of_grades_are_taken_off_too(paper, only_rows):
    marks = ["1.", "2.", "3."]
    names = ["Nilai SAKIP Dinas", "Opini atas laporan keuangan", "Indeks Kepuasan"]
    draw(
        paper,
        listed(names, marks),
        listed(["BB", "WTP", "82,00 indeks"], marks),
        listed(["BB", "WTP", "83,29"], marks),
    )
    assert [row[3:] for row in only_rows(paper)[1:]] == [
        ["BB", "BB"],
        ["WTP", "WTP"],
        ["82,00 indeks", "83,29"],
    ]


@pytest.mark.parametrize("share", ["100%", "100 %"])
def test_marks_of_round_percentages_are_taken_off(paper, only_rows, share):
    marks = ["1.", "2.", "3."]
    reached = ["98,50%", "100%", "97,61%"]
    draw(paper, listed(NAMES, marks), listed([share] * 3, marks), listed(reached, marks))
    assert [row[3:] for row in only_rows(paper)[1:]] == [[share, r] for r in reached]


def test_marks_of_amounts_are_taken_off(paper, only_rows):
    names = ["Program Penunjang\nUrusan", "Program Pelayanan\nPublik", "Program Pemerintahan\nDesa"]
    budgets, spent = (
        ["250.000.000", "150.000.000", "75.000.000"],
        ["240.000.000", "149.000.000", "74.000.000"],
    )
    marks = ["1.", "2.", "3."]
    draw(paper, listed(names, marks), listed(budgets, marks), listed(spent, marks))
    assert [row[3:] for row in only_rows(paper)[1:]] == [
        list(pair) for pair in zip(budgets, spent, strict=True)
    ]


def test_a_second_figure_beside_an_item_is_given_to_nobody(paper, only_rows):
    names = "a. Indeks Kepuasan Masyarakat\natas layanan\nb. Nilai SAKIP Kecamatan"
    paper.page().table(
        XS, [100, 120, 180], [HEADS, ["1", "Pelayanan", names, "a. 82,00\n\nb. 66,00", "82,63\n65,27\n98,89"]]
    )
    assert all(row[4] not in ("65,27", "98,89") for row in only_rows(paper)[1:])


@pytest.mark.parametrize("sasaran", ["Meningkatnya\nPelayanan Publik", "Tertib di\nKecamatan Barat"])
def test_one_sasaran_beside_two_items_is_not_cut(paper, only_rows, sasaran):
    paper.page().table(
        XS,
        [100, 120, 160],
        [
            HEADS,
            ["1", sasaran, "a. Indeks Kepuasan\nb. Nilai SAKIP", "a. 82,00\nb. 66,00", "a. 83,00\nb. 67,00"],
        ],
    )
    assert sasaran.replace("\n", " ") in [row[1] for row in only_rows(paper)[1:]]


@pytest.mark.parametrize(("number", "cut"), [("1", True), ("", False)])
def test_a_title_of_two_lines_in_a_numbered_row(paper, only_rows, number, cut):
    """One number stands before one kegiatan, be its lines written like titles; without it they may be two."""
    heads = ["No", "Kegiatan", "Indikator", "Target", "Pagu (Rp)"]
    row = [
        number,
        "Pelayanan Informasi\nRawan Bencana",
        "1. Dokumen kajian\n2. Warga mengikuti KIE",
        "1. 1 dokumen\n2. 480 orang",
        "383.077.500",
    ]
    paper.page().table([50, 80, 200, 330, 420, 520], [100, 120, 160], [heads, row])
    told = [r[3] for r in only_rows(paper)[1:]]
    assert (told == ["1 dokumen", "480 orang"]) is cut
