"""Sasaran and programs of an agreement, drawn in one frame."""


def test_headings_of_a_budget_begin_a_table_of_their_own(paper, read, rows_of):
    paper.page()
    paper.table([50, 80, 250, 400, 480], [100, 120, 140, 160, 180, 200, 220], [
        ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"],
        ["1", "Meningkatnya layanan", "Indeks kepuasan", "81,25"],
        ["2", "Meningkatnya tata kelola", "Nilai SAKIP", "70"],
        ["No", "Program", "", "Anggaran (Rp)"],
        ["1", "Program Pelayanan", "", "1.250.000"],
        ["2", "Program Sarana", "", "2.500.000"],
    ], {(3, 1): (1, 2), (4, 1): (1, 2), (5, 1): (1, 2)})  # fmt: skip
    sasaran, budget = read(paper).tables
    assert [row[3] for row in rows_of(sasaran)] == ["Target", "81,25", "70"]
    assert [row[-1] for row in rows_of(budget)] == ["Anggaran (Rp)", "1.250.000", "2.500.000"]
    assert {c.text for c in budget.cells if c.is_header} == {"No", "Program", "Anggaran (Rp)"}


def test_a_repeated_heading_does_not_part_a_budget(paper, read):
    paper.page()
    rows = [["No", "Program", "Anggaran (Rp)"], ["1", "Program Pelayanan", "1.250.000"]]
    paper.table([50, 80, 300, 420], [100, 120, 140, 160, 180], rows + rows)
    assert len(read(paper).tables) == 1
