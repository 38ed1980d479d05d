from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_checks.tolerance import Interval, decimal_shift, fits, money_slack, percentage
from lkjip_schemas.vocabulary import FindingClass, Measure, Outcome, Severity, SubjectLevel, TableKind


def of_rule(report, rule_id):
    return [f for f in check_report(report)[0] if f.rule_id == rule_id]


def outcome(report, rule_id):
    return next(r for r in check_report(report)[1] if r.rule_id == rule_id)


# 90.02 / 85 * 100 = 105.90588...; 90.13 / 70 * 100 = 128.757142...; 83.55 / 80 * 100 = 104.4375
@pytest.mark.parametrize(
    ("target", "realisasi", "capaian"),
    [
        ("85", "90.02", "105.90"),  # cut off (false alarm FA01)
        ("85", "90.02", "105.91"),  # rounded
        ("70.00", "90.13", "128.76%"),  # above 100 is no error (FA15)
        ("80", "83.55", "104.44"),
        ("80", "83.55", "104"),  # printed without decimals
        ("70", "90.13", "100"),  # capped
        ("18", "25", "61"),  # (2*18-25)/18 = 61.1 %: lower is better (Cianjur p26)
        ("10", "8", "125"),  # t/r: lower is better
        ("0,820", "0,162", "19,76"),
        ("33,3", "12,3", "36,94"),  # 36.937; the operands are rounded: 36.73..37.15 is reachable
        ("1", "-28,78", "-2.878"),  # its point groups thousands
        ("0", "0", "0"),  # target 0 is not computable
        ("85 - 90", "87", "100"),  # a range has no single value
        ("BB", "B", "90"),
    ],
)
def test_ar01_accepts(builder, target, realisasi, capaian):
    b = builder()
    b.indicator(1, 5, "Indeks Kepuasan Masyarakat", target, realisasi, capaian)
    assert of_rule(b.report(), "AR-01") == []


def test_ar01_reports_the_arithmetic(builder):
    # 51.90 / 78.99 * 100 = 65.7045; and 2 - that = 134.3, 78.99 / 51.90 = 152.2: none is 100
    b = builder()
    b.indicator(1, 6, "Ketersediaan prasarana transportasi udara", "78,99", "51,90", "100.00")
    (found,) = of_rule(b.report(), "AR-01")
    assert (found.severity, found.finding_class) == (Severity.HIGH, FindingClass.ARITHMETIC)
    assert found.expected == "65,70"
    assert "Halaman 6" in found.message_id and "65,70 %" in found.message_id and "100.00" in found.message_id
    assert "Page 6" in found.message_en and "65.70 %" in found.message_en
    assert [f.raw for f in found.figures] == ["78,99", "51,90", "100.00"]


def test_ar01_small_deviation_is_low(builder):
    # 20.03 / 21.00 * 100 = 95.38; printed 95,00: off by 0.38
    b = builder()
    b.indicator(1, 29, "Fasilitas perlengkapan jalan", "21,00", "20,03", "95,00")
    (found,) = of_rule(b.report(), "AR-01")
    assert found.severity is Severity.LOW


def test_ar01_cap_only_if_the_report_keeps_it(builder):
    b = builder()
    b.indicator(1, 5, "Nilai Sakip", "50", "75", "120")  # exact 150
    assert of_rule(b.report(), "AR-01") == []
    b.indicator(1, 5, "Indeks Kepuasan", "50", "65", "130")  # 130 > 120: 120 is no cap here
    assert len(of_rule(b.report(), "AR-01")) == 1


def test_ar01_ignores_averages_and_unlike_units(builder):
    b = builder()
    b.indicator(1, 5, "RATA-RATA", "80", "70", "99,99")
    b.put(1, TableKind.PENGUKURAN, 5, "Kepemilikan KIA", [(Measure.TARGET, "2023", "70")], unit="%")
    b.rows[1] -= 1
    b.put(
        1,
        TableKind.PENGUKURAN,
        5,
        "Kepemilikan KIA",
        [(Measure.REALISASI, "2023", "12846"), (Measure.CAPAIAN_PCT, "2023", "100,10")],
        unit="orang",
    )
    assert of_rule(b.report(), "AR-01") == []


def test_a_doubtful_figure_accuses_nobody(builder):
    b = builder()
    b.indicator(1, 5, "Nilai Sakip", "80", "40", "90", confidence=0.6)
    report = b.report()
    (found,) = of_rule(report, "AR-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT
    assert outcome(report, "AR-01").outcome is Outcome.NOT_RUN


def test_a_misread_decimal_mark_is_a_doubt(builder):
    b = builder()
    b.indicator(1, 5, "Nilai Sakip", "80", "80", "10000")
    (found,) = of_rule(b.report(), "AR-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT


def test_a_column_that_means_something_else_is_one_question(builder):
    b = builder()
    for i in range(4):
        b.indicator(1, 5, f"Indikator kinerja nomor {i}", "50", f"{20 + i}", f"{70 + i}")
    (found,) = of_rule(b.report(), "AR-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT


def progress_row(b, kemajuan, page=21):
    b.put(
        9,
        TableKind.JANGKA_MENENGAH,
        page,
        "Predikat Kinerja Kecamatan",
        [
            (Measure.REALISASI, "2023", "90.13"),
            (Measure.TARGET_AKHIR, "2024", "87.50"),
            (Measure.KEMAJUAN_PCT, "2023", kemajuan),
        ],
        parent="Meningkatnya Kinerja Kecamatan",
    )


def test_ar08_right_and_wrong(builder):
    # 90.13 / 87.50 * 100 = 103.0057; 87.30 / 87.50 * 100 = 99.7714
    b = builder()
    progress_row(b, "103,01")
    assert of_rule(b.report(), "AR-08") == []
    b = builder()
    progress_row(b, "99.77")
    b.indicator(
        8,
        20,
        "Predikat Kinerja Kecamatan",
        "71",
        "87.30",
        "122.96",
        period="2022",
        kind=TableKind.BANDING_TAHUN,
        parent="Meningkatnya Kinerja Kecamatan",
    )
    (found,) = of_rule(b.report(), "AR-08")
    assert found.expected == "103,01"
    assert "realisasi tahun 2022 (87.30, halaman 20)" in found.message_id


def test_ar08_of_what_several_years_add_up_to(builder):
    for name, told in (("Panjang jalan yang dibangun", 0), ("Persentase jalan yang dibangun", 1)):
        b = builder()
        figures = [
            (Measure.REALISASI, "2022", "10"),
            (Measure.REALISASI, "2023", "12"),
            (Measure.TARGET_AKHIR, "2026", "50"),
            (Measure.KEMAJUAN_PCT, "2023", "44,00"),
        ]
        b.put(9, TableKind.JANGKA_MENENGAH, 21, name, figures)
        assert len(of_rule(b.report(), "AR-08")) == told


def test_ar02_of_less_than_nothing(builder):
    b = builder()
    b.indicator(1, 6, "Angka kematian ibu", "3", "7", "0,00")
    assert of_rule(b.report(), "AR-02") == []


def test_ar08_uses_the_printed_formula(builder):
    b = builder()
    # 6=5/4*100 divides the end target by the realisasi: 87.50 / 90.13 * 100 = 97.08
    b.table(9, TableKind.JANGKA_MENENGAH, 21, heads=["1", "2", "4", "5", "6=5/4*100"])
    progress_row(b, "95,00")
    (found,) = of_rule(b.report(), "AR-08")
    assert "97,08" in found.message_id


def test_ar08_lower_is_better(builder):
    # angka kemiskinan 12 against end target 10: (20-12)/10 = 80 %; 10/12 = 83.33 %
    for printed in ("80,00", "83,33"):
        b = builder()
        b.put(
            9,
            TableKind.JANGKA_MENENGAH,
            21,
            "Angka kemiskinan",
            [
                (Measure.REALISASI, "2023", "12"),
                (Measure.TARGET_AKHIR, "2026", "10"),
                (Measure.KEMAJUAN_PCT, "2023", printed),
            ],
        )
        assert of_rule(b.report(), "AR-08") == []


def test_ar03_right_and_wrong(builder):
    # 619.294.482 / 744.710.550 = 83.1591 % (Wonosobo p43)
    b = builder()
    b.money(1, 43, "P", "PROGRAM A", "744.710.550", "619.294.482", "83,16")
    assert of_rule(b.report(), "AR-03") == []
    b.money(1, 43, "P", "PROGRAM B", "744.710.550", "619.294.482", "83,12")
    (found,) = of_rule(b.report(), "AR-03")
    assert found.severity is Severity.LOW
    assert found.expected == "83,16"


def test_ar03_takes_either_budget(builder):
    # 50 of 100 murni is 50 %, of 80 perubahan 62,50 %
    for printed in ("50,00", "62,50"):
        b = builder()
        b.money(1, 3, "P", "PROGRAM A", "100", "80", "50", printed)
        assert of_rule(b.report(), "AR-03") == []
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "100", "80", "50", "70,00")
    assert len(of_rule(b.report(), "AR-03")) == 1


def test_ar03_names_the_row_the_percentage_belongs_to(builder):
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "1.000", "900", "90,00")
    b.money(1, 3, "P", "PROGRAM B", "2.000", "700", "90,00")  # 35 %
    (found,) = of_rule(b.report(), "AR-03")
    assert "“PROGRAM A”" in found.message_id and "35,00 %" in found.message_id


def test_ar03_total_may_print_the_mean(builder):
    # mean of 90,00 and 35,00 is 62,50; 1.600 / 3.000 is 53,33
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "1.000", "900", "90,00")
    b.money(1, 3, "P", "PROGRAM B", "2.000", "700", "35,00")
    b.money(1, 3, "T", "JUMLAH", "3.000", "1.600", "62,50")
    assert of_rule(b.report(), "AR-03") == []


def test_ar07_right_and_wrong(builder):
    # 110.393.396 - 57.550.900 = 52.842.496; 110.393.396 / 57.550.900 = 191.8187 %
    b = builder()
    b.money(1, 18, "S", "Penyediaan Jasa Pemeliharaan", "57.550.900", "57.550.900", "100,00")
    assert of_rule(b.report(), "AR-07") == []
    b.money(1, 18, "S", "Kendaraan Dinas Jabatan", "57.550.900", "110.393.396", "191,82")
    (found,) = of_rule(b.report(), "AR-07")
    assert "52.842.496" in found.message_id and "191,82 %" in found.message_id
    assert "52,842,496" in found.message_en
    assert found.pages == (18,)


def test_ar07_two_budgets_income_and_agreements(builder):
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "100", "80", "90", "")  # above the revised, below the original budget
    b.money(1, 3, "P", "PROGRAM B", "80", "100", "90", "")
    b.money(2, 4, "", "Pendapatan Retribusi Sampah", "500", "700", "140,00")
    b.money(3, 5, "P", "PROGRAM A", "100", "120", kind=TableKind.PK_ANGGARAN)
    assert of_rule(b.report(), "AR-07") == []
    b.money(4, 6, "P", "PROGRAM C", "100", "80", "90", "112,50")  # the percentage uses the revised one
    assert len(of_rule(b.report(), "AR-07")) == 1


def test_ar07_renstra_is_milder_and_indicative_rupiah_are_left_alone(builder):
    b = builder()
    for i in range(5):
        b.money(
            1, 30, "K", f"Kegiatan nomor {i}", "100", "90", period="2021-2022", kind=TableKind.RENSTRA_MATRIX
        )
    b.money(1, 30, "K", "Kegiatan lain", "100", "120", period="2021-2022", kind=TableKind.RENSTRA_MATRIX)
    (found,) = of_rule(b.report(), "AR-07")
    assert found.severity is Severity.MEDIUM
    for i in range(6):
        b.money(1, 30, "K", f"Kegiatan lain nomor {i}", "100", "120", kind=TableKind.RENSTRA_MATRIX)
    assert of_rule(b.report(), "AR-07") == []


def test_percentages_have_a_reachable_interval():
    # 87.3 stands for 87.25..87.35; / 70 that is 124.642..124.785
    exact = percentage(Interval(Decimal("87.25"), Decimal("87.35")), Interval.exact(Decimal(70)))
    assert exact is not None
    assert fits(Decimal("124.70"), 2, exact) and not fits(Decimal("124.80"), 2, exact)
    assert percentage(Interval.exact(Decimal(1)), Interval.exact(Decimal(0))) is None


def test_truncation_is_less_than_one_unit():
    exact = Interval.exact(Decimal("99.999"))
    assert fits(Decimal("99.99"), 2, exact) and fits(Decimal("100.00"), 2, exact)
    assert not fits(Decimal("99.98"), 2, exact)


def test_a_decimal_mark_at_another_place():
    assert decimal_shift(Decimal("9755"), 0, Interval.exact(Decimal("97.55")))
    assert decimal_shift(Decimal("-2.878"), 3, Interval.exact(Decimal("-2878")))
    assert not decimal_shift(Decimal("-2.878"), 3, Interval.exact(Decimal("2878")))
    assert not decimal_shift(Decimal("19013.86"), 2, Interval.exact(Decimal("98.38")))


def test_money_is_exact_unless_printed_in_thousands(builder):
    b = builder()
    b.money(1, 1, "P", "PROGRAM A", "1.000", "900")
    figures = b.observations
    assert money_slack(figures) == 0
    assert money_slack(figures, thousands=True) == 1


def test_a_second_percentage_is_another_measure(builder):  # realisasi fisik beside keuangan
    b = builder()
    b.money(1, 71, "P", "PROGRAM A", "1.000", "942", "94,20")
    b.rows[1] -= 1
    b.put(
        1,
        TableKind.REALISASI_ANGGARAN,
        71,
        "PROGRAM A",
        [(Measure.SERAPAN_PCT, "2023", "100,00")],
        level=SubjectLevel.PROGRAM,
    )
    assert of_rule(b.report(), "AR-03") == []


def test_a_figure_with_another_unit_is_no_percentage(builder):
    b = builder()
    b.indicator(1, 21, "Jumlah rapat paripurna", "33", "83", "156", unit="kali")
    assert of_rule(b.report(), "AR-01") == []


def test_income_totals_may_exceed(builder):
    b = builder()
    b.money(1, 28, "", "Pendapatan Retribusi Daerah", "30.000.000", "35.000.000")
    b.money(1, 28, "T", "JUMLAH", "30.000.000", "35.000.000")
    b.money(1, 28, "", "Belanja Pegawai", "305.980.000", "485.952.000")
    assert [f.figures[0].raw for f in of_rule(b.report(), "AR-07")] == ["305.980.000"]


def quarters(builder, shares):
    """Programs with a budget of 200 million, spending to the end of each quarter, and an absorption of the year."""
    b = builder()
    for n, share in enumerate(shares):
        b.put(
            1,
            TableKind.RENAKSI,
            4,
            f"Program {n}",
            [
                (Measure.PAGU_RP, "2023", "200.000.000"),
                *((Measure.REALISASI_RP, f"2023-TW{q}", f"{q * 45}.000.000") for q in (1, 2, 3, 4)),
                (Measure.SERAPAN_PCT, "2023", share),
            ],
            level=SubjectLevel.PROGRAM,
        )
    return b.report()


def test_ar03_spending_told_quarter_by_quarter_with_all_before_it(builder):
    assert of_rule(quarters(builder, ["90,00"] * 4), "AR-03") == []
    (found,) = of_rule(quarters(builder, ["90,00"] * 4 + ["99,57"]), "AR-03")
    assert found.finding_class is FindingClass.ARITHMETIC
    assert "180.000.000" in found.message_id and "90,00 %" in found.message_id


def test_ar03_quarters_that_may_each_stand_alone_tell_nothing(builder):
    assert of_rule(quarters(builder, ["75,00", "80,00", "90,00", "99,57"]), "AR-03") == []


@pytest.mark.parametrize(("name", "told"), [("Kompetensi minimum numerasi", 1), ("Prevalensi stunting", 0)])
def test_ar01_turned_over_once(builder, name, told):
    # 44,00 / 43,12 = 102,04 %; elsewhere 45,51 / 42,50 = 107,08 % is realisasi divided by target
    b = builder()
    b.indicator(1, 6, name, "42,50", "45,51", "107,08")
    b.indicator(2, 9, name, "44,00", "43,12", "102,04")
    found = of_rule(b.report(), "AR-01")
    assert len(found) == told
    for hit in found:
        assert "98,00 %" in hit.message_id and "halaman 6" in hit.message_id and hit.expected == "98,00"


def test_ar01_always_turned_over_is_accepted(builder):
    b = builder()
    b.indicator(1, 6, "Rasio beban", "42,50", "45,51", "93,39")
    b.indicator(2, 9, "Rasio beban", "44,00", "43,12", "102,04")
    assert of_rule(b.report(), "AR-01") == []


@pytest.mark.parametrize(("rest", "told"), [(("3,69",), 1), (("3,69", "5,00"), 0)])
def test_ar03_what_is_left_in_one_row_only(builder, rest, told):
    # 12.633.569.077 / 13.117.062.474 = 96,31 %; 3,69 is the rest
    b = builder()
    for k in (1, 2, 3):
        b.money(1, 13, "P", f"PROGRAM {k}", "1.000.000.000", f"9{k}0.000.000", f"9{k},00")
    b.money(1, 13, "P", "PROGRAM SISA", "13.117.062.474", "12.633.569.077", rest[0])
    for share in rest[1:]:
        b.money(1, 13, "P", "PROGRAM SISA LAIN", "1.000.000.000", "950.000.000", share)
    assert len(of_rule(b.report(), "AR-03")) == told


def test_ar01_of_a_year_whose_realisasi_is_told_by_its_last_quarter(builder):
    # 483 / 400 = 120,75 %; 438 / 400 = 109,50 %
    b = builder()
    b.indicator(1, 5, "Jumlah wajib pajak baru", "400", "438", "109,50")
    quarter = [
        (Measure.TARGET, "2023", "400"),
        (Measure.TARGET, "2023-TW4", "400"),
        (Measure.REALISASI, "2023-TW4", "483"),
    ]
    b.put(
        2,
        TableKind.RENAKSI,
        6,
        "Jumlah wajib pajak baru",
        [*quarter, (Measure.CAPAIAN_PCT, "2023", "109,50")],
    )
    (found,) = of_rule(b.report(), "AR-01")
    assert "120,75 %" in found.message_id and "realisasi 438 pada halaman 5" in found.message_id
    assert "realisasi 438 on page 5" in found.message_en and "another year" not in found.message_en


def test_ar03_does_not_send_to_a_row_of_the_same_name(builder):
    b = builder()
    b.money(1, 16, "P", "Belanja Langsung", "1.000", "900", "35,00")
    b.money(1, 16, "P", "Belanja Langsung", "2.000", "700", "90,00")  # the two percentages are exchanged
    found = of_rule(b.report(), "AR-03")
    assert found and not any("cocok dengan baris" in f.message_id for f in found)


def test_ar01_of_a_year_whose_quarters_each_stand_alone(builder):
    b = builder()
    figures = [
        (Measure.TARGET, "2023", "12"),
        *((m, f"2023-TW{q}", "3") for q in (1, 2, 3, 4) for m in (Measure.TARGET, Measure.REALISASI)),
        (Measure.CAPAIAN_PCT, "2023", "100,00"),
    ]
    b.put(1, TableKind.RENAKSI, 6, "Jumlah rapat", figures)
    b.indicator(2, 6, "Nilai SAKIP", "70", "71", "101,43")
    assert of_rule(b.report(), "AR-01") == []
