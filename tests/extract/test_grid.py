"""Ruled cells to grids, characters to cells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_extract.grid import assign, build_grid, merge_edges, without_nested


def boxes(*rows):
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def ruled(xs, ys):
    """The boxes of all cells of a full grid."""
    return boxes(
        *[(a, c, b, d) for c, d in zip(ys, ys[1:], strict=False) for a, b in zip(xs, xs[1:], strict=False)]
    )


def placed(grid):
    return [(c.row, c.col, c.row_span, c.col_span) for c in grid.cells]


def test_edges_close_to_each_other_are_one():
    assert merge_edges(np.array([10.0, 100.0, 12.0, 101.0])) == [11.0, 100.5]
    assert merge_edges(np.array([10.0, 14.0])) == [10.0, 14.0]
    assert merge_edges(np.array([])) == []


def test_grid_of_two_rows_and_three_columns():
    grid = build_grid(ruled([50, 80, 200, 300], [100, 120, 140]))
    assert (grid.n_rows, grid.n_cols) == (2, 3)
    assert placed(grid) == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]
    assert (grid.cells[5].x0, grid.cells[5].top, grid.cells[5].x1, grid.cells[5].bottom) == (
        200,
        120,
        300,
        140,
    )


def test_order_of_the_boxes_does_not_matter():
    cells = ruled([50, 80, 200], [100, 120, 140])
    assert build_grid(cells[::-1]) == build_grid(cells)


def test_merged_cells():
    grid = build_grid(boxes((0, 0, 30, 40), (30, 0, 90, 20), (30, 20, 60, 40), (60, 20, 90, 40)))
    assert placed(grid) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]
    assert grid.slots().tolist() == [[0, 1, 1], [0, 2, 3]]


def test_slots_that_no_cell_covers_become_cells():
    """A cell whose rulings are drawn in pieces is not found; its slots are one cell."""
    grid = build_grid(boxes((0, 0, 30, 40), (30, 20, 60, 40), (60, 20, 90, 40)))
    assert grid.slots().tolist() == [[0, 1, 1], [0, 2, 3]]


def test_no_boxes_make_no_grid():
    assert build_grid(boxes()) is None


def test_boxes_without_extent_make_no_grid():
    assert build_grid(boxes((10, 10, 12, 200))) is None


def test_phantom_column_between_double_rulings_is_dropped():
    grid = build_grid(boxes((50, 0, 99, 20), (99, 0, 101.5, 20), (101.5, 0, 200, 20)))
    assert (grid.n_cols, placed(grid)) == (2, [(0, 0, 1, 1), (0, 1, 1, 1)])


def test_large_cell_over_small_ones_gives_way():
    grid = build_grid(
        boxes((0, 0, 100, 40), (0, 0, 50, 20), (50, 0, 100, 20), (0, 20, 50, 40), (50, 20, 100, 40))
    )
    assert placed(grid) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_character_belongs_to_the_cell_that_holds_its_middle():
    grid = build_grid(ruled([0, 100, 200], [0, 20, 40]))
    # across the ruling at 100, middle at 98; below it; left of the table
    characters = boxes((94, 5, 102, 15), (150, 22, 156, 32), (-20, 5, -12, 15))
    grid_of, cell_of = assign([grid], characters)
    assert grid_of.tolist() == [0, 0, -1]
    assert cell_of.tolist() == [0, 3, -1]


def test_character_in_a_merged_cell():
    grid = build_grid(boxes((0, 0, 30, 40), (30, 0, 90, 20), (30, 20, 60, 40), (60, 20, 90, 40)))
    grid_of, cell_of = assign([grid], boxes((10, 25, 16, 35), (70, 5, 76, 15), (70, 25, 76, 35)))
    assert grid_of.tolist() == [0, 0, 0]
    assert cell_of.tolist() == [0, 1, 3]


def test_character_outside_the_grid():
    grid = build_grid(boxes((0, 0, 30, 20), (30, 0, 60, 20), (0, 20, 30, 40)))
    assert assign([grid], boxes((70, 25, 76, 35)))[0].tolist() == [-1]


def test_characters_of_two_grids():
    grids = [build_grid(ruled([0, 50, 100], [0, 20])), build_grid(ruled([0, 50, 100], [60, 80]))]
    grid_of, cell_of = assign(grids, boxes((60, 65, 66, 75), (10, 5, 16, 15), (10, 35, 16, 45)))
    assert grid_of.tolist() == [1, 0, -1]
    assert cell_of.tolist() == [1, 0, -1]


def test_without_characters_or_grids():
    grid = build_grid(ruled([0, 50, 100], [0, 20]))
    assert assign([grid], boxes())[0].tolist() == []
    assert assign([], boxes((0, 0, 5, 5)))[0].tolist() == [-1]


def test_frame_of_a_single_cell_is_no_table():
    assert without_nested([build_grid(boxes((0, 0, 100, 100)))]) == []


def test_boxes_behind_lines_inside_a_cell_are_no_table():
    table = build_grid(ruled([0, 200, 400], [0, 60, 120]))
    behind = build_grid(boxes((5, 5, 190, 17), (5, 17, 190, 29), (5, 29, 190, 41)))
    assert without_nested([table, behind]) == [table]
    assert without_nested([behind]) == [behind]


def test_table_inside_a_page_frame_is_kept():
    frame, table = build_grid(boxes((0, 0, 595, 842))), build_grid(ruled([50, 100, 200], [100, 120, 140]))
    assert without_nested([frame, table]) == [table]


widths = st.lists(st.integers(8, 120), min_size=1, max_size=8)


@given(widths, widths)
@pytest.mark.filterwarnings("ignore")
def test_every_full_grid_is_found_again(across, down):
    xs, ys = np.cumsum([10, *across]).tolist(), np.cumsum([20, *down]).tolist()
    grid = build_grid(ruled(xs, ys))
    assert list(grid.xs) == xs
    assert list(grid.ys) == ys
    assert len(grid.cells) == len(across) * len(down)
    assert grid.slots().min() == 0


def test_a_last_row_without_lower_ruling_under_some_cells(paper, only_rows):
    """The page ends in the row; only its last two cells have a lower ruling, all have their side rulings."""
    xs, ys = [50, 200, 320, 400, 500], [100, 130, 160, 190]
    rows = [
        ["Kegiatan", "Indikator", "Target", "Anggaran"],
        ["Penyusunan Renja", "Jumlah dokumen", "1 dokumen", "10.500.000"],
        ["Survey dan Pemetaan", "Jumlah hasil survey", "2 dokumen", "153.550.000"],
    ]
    paper.page()
    paper.rulings(xs, ys[:-1])
    for x in xs:
        paper.ruling(x, ys[-2], x, ys[-1])
    paper.ruling(xs[2], ys[-1], xs[-1], ys[-1])
    paper.fill(xs, ys, rows)
    assert only_rows(paper) == rows


def test_a_table_inside_a_cell_is_a_table_of_its_own(paper, read, rows_of):
    paper.page()
    paper.rulings([50, 200, 500], [100, 120, 200])
    paper.text(54, 112, "Sasaran", 9)
    paper.text(204, 112, "Program, indikator dan target", 9)
    paper.text(54, 132, "Meningkatnya mutu layanan", 9)
    inner = [["Program", "Indikator", "Target"], ["Program Pelayanan", "Indeks kepuasan", "82,50"]]
    paper.table([210, 310, 420, 490], [140, 155, 185], inner)
    outer, nested = read(paper).tables
    assert rows_of(outer)[1] == ["Meningkatnya mutu layanan", ""]
    assert rows_of(nested) == inner
