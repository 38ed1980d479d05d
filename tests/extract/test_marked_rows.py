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
