"""A list in which two levels stand side by side adds up to twice its total: no accusation."""


def ar05(report):
    from lkjip_checks import check_report

    return [f for f in check_report(report)[0] if f.rule_id == "AR-05"]


def test_two_levels_in_one_list(builder):
    b = builder()
    for name, amount in (("Buku kas", 4_000_000), ("Persediaan", 2_500_000), ("Kendaraan", 1_500_000)):
        b.money(1, 3, "", name, str(amount), str(amount))
        b.money(1, 3, "", f"{name} (rincian)", str(amount), str(amount))
    b.money(1, 3, "T", "Jumlah", "8000000", "8000000")
    assert ar05(b.report()) == []


def test_a_total_that_is_wrong_otherwise(builder):
    b = builder()
    for name, amount in (("Program A", 4_000_000), ("Program B", 2_500_000), ("Program C", 1_500_000)):
        b.money(1, 3, "P", name, str(amount), str(amount))
    b.money(1, 3, "T", "Jumlah", "8000500", "8000000")
    (found,) = ar05(b.report())
    assert "8.000.500" in found.message_id or "8000500" in found.message_id
