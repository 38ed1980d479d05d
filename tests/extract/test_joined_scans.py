"""Scanned tables over several pages whose rulings were not all seen alike."""

import pytest

from lkjip_extract.celltext import Vocabulary
from lkjip_extract.glyphs import Turn
from lkjip_extract.page import SEEN, DraftCell, DraftTable, PageDraft
from lkjip_extract.stitch import join_parts
from lkjip_schemas.vocabulary import PageKind

XS = [50.0, 80, 180, 280, 330, 380, 430, 480, 530]
HEAD = ["No", "Sasaran", "Indikator Kinerja", "Target", "Anggaran", "TW1", "TW2", "TW3"]


def page(number, xs, rows, engine=SEEN):
    cells = [
        DraftCell(r, c, 1, 1, xs[c], 20.0 * r, xs[c + 1], 20.0 * r + 20, text=text, page=number)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    draft = PageDraft(number, PageKind.SCAN, Turn(0, 600.0, 800.0), 0, engine)
    draft.tables.append(DraftTable(number, list(xs), len(rows), 0.0, 20.0 * len(rows), cells, engine))
    return draft


def joined(xs, rest, engine=SEEN):
    first = [HEAD, ["1", "Meningkatnya pelayanan", "Indeks", "80", "20.000.000", "", "", ""]]
    pages = [page(1, XS, first, engine), page(2, xs, [rest], engine)]
    return [
        [[c.text for c in t.cells if c.row == r] for r in range(t.n_rows)]
        for t in join_parts(pages, {}, Vocabulary(()))
    ]


def test_a_shadow_that_cuts_a_figure_is_no_ruling():
    xs = [50.0, 80, 180, 280, 330, 362, 380, 430, 480, 530]
    rest = ["2", "Terwujudnya data", "Jumlah", "3", "11,400", ",000", "", "", ""]
    (rows,) = joined(xs, rest)
    assert rows[2] == ["2", "Terwujudnya data", "Jumlah", "3", "11,400,000", "", "", ""]


@pytest.mark.parametrize(
    ("shadow", "parts", "target", "budget", "other"),
    [
        (345, ["3", "11", ",400,000"], "3", "11,400,000", ""),
        (345, ["3", "11", "400,000"], "3", "400,000", "11 400,000"),
        (362, ["3", "85", "86"], "3", "85", "85 86"),
        (362, ["3", "11,4", ",000"], "3", "11,4", "11,4 ,000"),
    ],
)
def test_a_part_goes_to_its_own_column_and_two_figures_stay_two(shadow, parts, target, budget, other):
    first = [HEAD, ["1", "Meningkatnya pelayanan", "Indeks", "80", "20.000.000", "", "", ""]]
    rest = ["2", "Terwujudnya data", "Jumlah", *parts, "", "", ""]
    (table,) = join_parts([page(1, XS, first), page(2, sorted([*XS, shadow]), [rest])], {}, Vocabulary(()))
    own = {c.col: c for c in table.cells if c.row == 2}
    assert (own[3].text, own[4].text, own[4].other or "") == (target, budget, other)
    assert (own[4].confidence < 1.0) == bool(other)


@pytest.mark.parametrize(
    ("xs", "engine"),
    [
        ([50.0, 80, 180, 280, 330, 362, 380, 430, 480, 530], "tablers"),  # a ruling of a text page is one
        ([50.0, 90, 130, 200, 250, 280, 350, 380, 430, 530], SEEN),  # other columns
    ],
)
def test_other_columns_make_another_table(xs, engine):
    rest = ["2", "Terwujudnya data", "Jumlah", "3", "11,400", ",000", "", "", ""]
    assert len(joined(xs, rest, engine)) == 2
