"""camelot is asked about tables without rulings, and its answer is stored with the table."""

import pytest

from lkjip_extract import camelot_reader


def budget_list(paper, aligned=False):
    paper.page()
    for i, (label, amount) in enumerate(
        (
            ("Belanja Pegawai", "1.250.000.000"),
            ("Belanja Barang", "845.500.000"),
            ("Belanja Modal", "120.000.000"),
        )
    ):
        paper.text(60, 200 + 18 * i, label)
        paper.text(420 if aligned else 420 - 20 * (i % 2), 200 + 18 * i, amount, align="right")


def test_figures_that_share_an_edge_need_no_second_opinion(paper, read, monkeypatch):
    budget_list(paper, aligned=True)
    monkeypatch.delattr(camelot_reader, "columns")
    (table,) = read(paper).tables
    assert "the figures of each column share an edge" in table.reason
    assert table.confidence == 0.95


def test_heading_over_each_column_needs_no_second_opinion(paper, read, monkeypatch):
    paper.page()
    for x, text in ((60, "Program"), (300, "Anggaran"), (420, "Realisasi")):
        paper.text(x, 180, text)
    for i, shift in enumerate((0, 12)):
        paper.text(60, 200 + 18 * i, "Pelayanan Umum")
        paper.text(360 - shift, 200 + 18 * i, "96.000.000", align="right")
        paper.text(480 - shift, 200 + 18 * i, "1.000.000", align="right")
    monkeypatch.delattr(camelot_reader, "columns")
    (table,) = read(paper).tables
    assert "the heading names each column" in table.reason
    assert table.confidence == 0.95


def test_agreement_is_stored(paper, read):
    budget_list(paper)
    (table,) = read(paper).tables
    assert "camelot agrees" in table.reason
    assert table.confidence == 0.95


@pytest.mark.parametrize(
    ("columns", "words"), [([0.0, 10.0, 20.0, 30.0], "camelot sees 3 columns"), ([], "no rulings")]
)
def test_another_answer_is_stored(paper, read, monkeypatch, columns, words):
    budget_list(paper)
    monkeypatch.setattr(camelot_reader, "columns", lambda *_: columns)
    (table,) = read(paper).tables
    assert words in table.reason
    assert table.confidence < 0.95


def test_a_failing_second_opinion_changes_nothing(paper, read, rows_of, monkeypatch):
    budget_list(paper)

    def fails(*_):
        raise ValueError("no network")

    monkeypatch.setattr(camelot_reader, "columns", fails)
    (table,) = read(paper).tables
    assert rows_of(table)[0] == ["Belanja Pegawai", "1.250.000.000"]
    assert "camelot: no network" in table.reason
