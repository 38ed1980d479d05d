"""Levels of money rows that no name and no code tells: rows that add up to the one above them."""

import pytest

from lkjip_checks import check_report
from lkjip_checks.hierarchy import blocks
from lkjip_checks.rows import money_rows

BUDGET = (
    ("BELANJA TIDAK LANGSUNG", "8.416.268.983", "7.863.859.552"),
    ("Belanja Pegawai", "8.416.268.983", "7.863.859.552"),
    ("BELANJA LANGSUNG", "8.564.491.500", "8.307.933.000"),
    ("Belanja Pegawai Honor", "305.980.000", "285.952.000"),
    ("Belanja Barang dan Jasa", "6.344.207.992", "6.113.394.275"),
    ("Belanja Modal", "1.914.303.508", "1.908.586.725"),
    ("Belanja Peralatan dan Mesin", "527.415.500", "524.695.500"),
    ("Belanja Gedung dan Bangunan", "1.297.243.208", "1.294.246.425"),
    ("Belanja Jalan", "14.875.000", "14.875.000"),
    ("Belanja Aset Lainnya", "74.769.800", "74.769.800"),
)


def budget(builder, changed=None, total=("16.980.760.483", "16.171.792.552")):
    """The rows of a budget, none of which says its level, one figure changed."""
    b = builder()
    for name, pagu, spent in BUDGET:
        b.money(1, 28, "", name, pagu, (changed or {}).get(name, spent))
    b.money(1, 28, "T", "JUMLAH", *total)
    return b


def told(b):
    findings, _ = check_report(b.report())
    return [
        (f.rule_id, f.message_id) for f in findings if f.rule_id in ("AR-04", "AR-05") and not f.folded_into
    ]


def test_the_tree_of_a_budget(builder):
    (block,) = blocks(money_rows(budget(builder).observations))
    assert block.by_sums
    assert [[c.row.subject for c in root.children] for root in block.roots] == [
        ["Belanja Pegawai"],
        ["Belanja Pegawai Honor", "Belanja Barang dan Jasa", "Belanja Modal"],
    ]
    assert len(block.roots[1].children[2].children) == 4


def test_sums_that_hold_are_told_by_nobody(builder):
    assert told(budget(builder)) == []


@pytest.mark.parametrize("name", ["Belanja Barang dan Jasa", "Belanja Jalan"])
def test_a_part_that_does_not_add_up(builder, name):
    """The other column tells the levels."""
    found = told(budget(builder, {name: "24.875.000"}))
    assert [rule_id for rule_id, _ in found] == ["AR-04"]


@pytest.mark.parametrize(
    ("total", "sum_told"),
    [
        (("16.980.760.483", "8.307.933.999"), "16.171.792.552"),
        (("8.564.491.500", "8.307.933.999"), "8.307.933.000"),
    ],
)
def test_a_total_that_does_not_add_up(builder, total, sum_told):
    """Of all rows, or of those right above it, whichever the other column tells."""
    found = told(budget(builder, total=total))
    assert [rule_id for rule_id, _ in found] == ["AR-05"] and sum_told in found[0][1]


def test_a_total_of_the_rows_right_above_it(builder):
    """ "JUMLAH BELANJA LANGSUNG" below both kinds of spending."""
    assert told(budget(builder, total=("8.564.491.500", "8.307.933.000"))) == []


def test_parts_in_which_nothing_was_spent(builder):
    """The realisasi adds up already above the last part; the budget does with it."""
    b = builder()
    for k in range(1, 5):
        b.money(1, 28, "", f"Pemberdayaan kelurahan {k}", "560.000.000", "404.000.000")
        b.money(1, 28, "", f"Musyawarah kelurahan {k}", "210.000.000", "205.000.000")
        b.money(1, 28, "", f"Lomba kelurahan {k}", "200.000.000", "199.000.000")
        b.money(1, 28, "", f"Pasar kelurahan {k}", "150.000.000", "0")
    b.money(1, 28, "T", "JUMLAH", "2.240.000.000", "1.616.000.000")
    (block,) = blocks(money_rows(b.observations))
    assert block.by_sums and [len(root.children) for root in block.roots] == [3, 3, 3, 3]
    assert told(b) == []


def test_many_equal_rows_have_no_levels(builder):
    b = builder()
    for k in range(600):
        b.money(1, 28, "", f"Bantuan desa ke {k}", "750.000.000", "700.000.000")
    _, runs = check_report(b.report())
    assert not [r for r in runs if "Error" in r.reason]
    (block,) = blocks(money_rows(b.observations))
    assert not block.by_sums


def test_a_list_without_levels_stays_one(builder):
    b = builder()
    for k in range(8):
        b.money(1, 28, "", f"Pelatihan aparatur ke {k}", f"{k + 1}1.250.000", f"{k + 1}0.125.000")
    (block,) = blocks(money_rows(b.observations))
    assert not block.by_sums and not block.roots


def test_parts_that_print_a_dash_where_nothing_was_spent(builder):
    """The realisasi adds up above the last two parts, one of them without money at all."""
    b = builder()
    for name, pagu, spent in (
        ("Pembangunan Sarana Publik", "7.009.177.170", "5.800.248.400"),
        ("Pemeliharaan Prasarana Umum", "600.000.000", "366.067.500"),
        ("Pembangunan Prasarana Ibadah", "2.317.880.000", "1.890.734.930"),
        ("Pembangunan Prasarana Pasar", "3.741.297.170", "3.543.445.970"),
        ("Pembangunan Retaining Wall", "-", "-"),
        ("Penyusunan DED Gedung Parkir", "350.000.000", "-"),
        ("Pembinaan Jasa Konstruksi", "300.865.000", "202.946.501"),
        ("Pembinaan Kelembagaan", "200.865.000", "102.946.501"),
        ("Pengawasan Jasa Konstruksi", "100.000.000", "100.000.000"),
    ):
        b.money(1, 19, "", name, pagu, spent)
    assert told(b) == []
    (block,) = blocks(money_rows(b.observations))
    assert [len(root.children) for root in block.roots] == [5, 2]
