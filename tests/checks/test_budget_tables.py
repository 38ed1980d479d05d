import pytest

from lkjip_checks import check_report
from lkjip_schemas.vocabulary import AgreementKind, FindingClass, Outcome, Severity, TableKind

NAMES = ("PROGRAM PENUNJANG", "PROGRAM PELAYANAN PUBLIK", "PROGRAM KETENTRAMAN", "PROGRAM PEMERINTAHAN DESA")


def of_rule(report, rule_id):
    return [f for f in check_report(report)[0] if f.rule_id == rule_id]


def run_of(report, rule_id):
    return next(r for r in check_report(report)[1] if r.rule_id == rule_id)


def tables(b, *pagu_tables, kinds=()):
    """Tables of the same programs; each is a list of pagu."""
    for number, amounts in enumerate(pagu_tables, start=1):
        kind = kinds[number - 1] if kinds else TableKind.REALISASI_ANGGARAN
        for name, pagu in zip(NAMES, amounts, strict=False):
            b.money(number, 10 + number, "P", name, pagu, kind=kind)


def test_ct07_right_and_wrong(builder):
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "300"])
    assert run_of(b.report(), "CT-07").outcome is Outcome.PASS
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "350"])
    (found,) = of_rule(b.report(), "CT-07")
    assert found.finding_class is FindingClass.CONFLICT
    assert "pagu 300 pada halaman 11 dan 350 pada halaman 12" in found.message_id
    assert "“PROGRAM KETENTRAMAN”" in found.message_id


def test_ct07_tables_of_another_stage_are_not_compared(builder):
    b = builder()
    tables(b, ["100", "200", "300", "400"], ["110", "220", "300", "440"])
    assert of_rule(b.report(), "CT-07") == []


def test_ct07_a_program_split_over_two_rows(builder):  # false alarm FA11
    # 37.690.000 + 7.128.633.003 = 7.166.323.003
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "300"])
    b.money(1, 11, "P", "PROGRAM PEMBERDAYAAN MASYARAKAT", "7.166.323.003")
    b.money(2, 12, "P", "PROGRAM PEMBERDAYAAN MASYARAKAT", "37.690.000")
    b.money(2, 12, "P", "PROGRAM PEMBERDAYAAN MASYARAKAT", "7.128.633.003")
    assert of_rule(b.report(), "CT-07") == []


def test_ct07_original_or_revised_budget(builder):
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "300"])
    b.money(1, 11, "P", "PROGRAM TATA RUANG", "80", "95", "90", "")
    b.money(2, 12, "P", "PROGRAM TATA RUANG", "80")
    assert of_rule(b.report(), "CT-07") == []


@pytest.mark.parametrize(("spent", "stage"), [("300", True), ("320", False)])
def test_ct07_a_plan_of_an_earlier_stage_stands_against_the_rest(builder, spent, stage):
    """The Renja has another budget than the DPA and the tables of spending, which agree; or one of these differs."""
    b = builder()
    tables(b, ["100", "200", "350"], ["100", "200", "300"], kinds=[TableKind.PROGRAM_PLAN] * 2)
    for number, amount in ((3, "300"), (4, spent)):
        for name, pagu in zip(NAMES, ("100", "200", amount), strict=False):
            b.money(number, 20 + number, "P", name, pagu, "90", "")
    (found,) = of_rule(b.report(), "CT-07")
    assert (found.severity is Severity.MEDIUM) is stage
    assert ("sebutkan tahapnya" in found.message_id) is stage


def test_ct07_spelling_variants_are_one_program(builder):
    b = builder()
    tables(b, ["100", "200"], ["100", "200"])
    b.money(1, 11, "P", "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM", "50")
    b.money(2, 12, "P", "PROGRAM KOORDINASI KETENTERAMAN DAN KETERTIBAN UMUM", "55")
    assert len(of_rule(b.report(), "CT-07")) == 1


def test_ct07_the_word_program_is_no_part_of_a_name(builder):
    b = builder()
    tables(b, ["100", "200"], ["100", "200"])
    b.money(1, 11, "P", "Bangunan Air Kotor Perkotaan", "50")
    b.money(2, 12, "P", "Program Bangunan Air Kotor Perkotaan", "55")
    (found,) = of_rule(b.report(), "CT-07")
    assert "“Bangunan Air Kotor Perkotaan”" in found.message_id


def test_ct07_an_amount_with_sen_and_its_whole_rupiah_are_one(builder):
    b = builder()
    tables(b, ["100", "200", "3.110.274.058"], ["100", "200", "3.110.274.057,31"])
    assert of_rule(b.report(), "CT-07") == []
    b = builder()
    tables(b, ["100", "200", "3.110.274.059"], ["100", "200", "3.110.274.057,31"])
    assert len(of_rule(b.report(), "CT-07")) == 1


def test_ct07_a_program_split_over_rows_is_told_as_their_sum(builder):
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "310"])
    b.money(3, 13, "P", NAMES[0], "100")
    b.money(3, 13, "P", NAMES[1], "200")
    b.money(3, 13, "P", NAMES[2], "120")
    b.money(3, 13, "P", NAMES[2], "180")
    (found,) = of_rule(b.report(), "CT-07")
    assert "300 on page 11 (also 120 + 180 on page 13) and 310 on page 12" in found.message_en


def test_ct07_leaves_agreements_and_other_years_alone(builder):
    b = builder()
    tables(
        b,
        ["100", "200", "300"],
        ["100", "200", "350"],
        kinds=(TableKind.REALISASI_ANGGARAN, TableKind.PK_ANGGARAN),
    )
    assert run_of(b.report(), "CT-07").outcome is Outcome.NOT_RUN
    b = builder()
    tables(b, ["100", "200", "300"])
    for name, pagu in zip(NAMES, ("100", "200", "350"), strict=False):
        b.money(2, 12, "P", name, pagu, period="2022")
    assert run_of(b.report(), "CT-07").outcome is Outcome.NOT_RUN
    b = builder()
    tables(b, ["100", "200", "300"], ["100", "200", "350"])
    b.agreement(AgreementKind.PK, 12, 12)
    assert of_rule(b.report(), "CT-07") == []


def slipped(b, *, with_other=True):
    """Magetan A07/A08: pagu of the sums 16.398.050 + 7.166.323.003 + 59.382.850 = 7.242.103.903,
    realisasi 13.952.600 + 7.050.483.227 + 56.539.400 = 7.120.975.227."""
    rows = (
        ("PROGRAM PELAYANAN PUBLIK", "16.398.050", "13.952.600", "85,09"),
        ("PROGRAM PEMBERDAYAAN MASYARAKAT", "7.166.323.003", "7.050.483.227", "98,38"),
        ("PROGRAM KETENTERAMAN", "59.382.850", "56.539.400", "95,21"),
    )
    for name, *raws in rows:
        if with_other:
            b.money(5, 18, "P", name, *raws)
        if "PEMBERDAYAAN" in name:
            raws = ["37.690.000", "7.166.323.003", "98,38"]
        b.money(11, 24, "P", name, *raws)
    b.money(11, 24, "T", "JUMLAH", "7.242.103.903", "7.120.975.227", "98,33")


def test_figures_that_slipped_one_column_are_one_finding(builder):
    # 7.166.323.003 / 37.690.000 = 19013.8578 %
    b = builder()
    slipped(b)
    findings, _ = check_report(b.report())
    (main,) = [f for f in findings if not f.folded_into]
    assert main.rule_id == "AR-03"
    for text in (
        "Halaman 24",
        "realisasi 7.166.323.003 melebihi pagu 37.690.000",
        "19.013,86 %",
        "bergeser satu kolom",
        "7.050.483.227",
    ):
        assert text in main.message_id
    assert {f.rule_id for f in findings if f.folded_into == main.key} == {"AR-05", "AR-07", "AR-11", "CT-07"}


def test_without_another_table_the_row_is_told_as_it_is(builder):
    b = builder()
    slipped(b, with_other=False)
    assert {f.rule_id for f in check_report(b.report())[0]} >= {"AR-03", "AR-07"}


def shifted(b, **more):
    right = (("7.128", "7.014"), ("3.629", "3.563"), ("2.815", "2.771"), ("683", "679"))
    names = ("Pemberdayaan Kelurahan", "Pembangunan Sarana", "Pemberdayaan Masyarakat", "Evaluasi Kelurahan")
    for i in range(4):
        b.money(5, 17, "P", f"PROGRAM NOMOR {i}", "90", "80")
        b.money(16, 40, "P", f"PROGRAM NOMOR {i}", "90", "80", kind=TableKind.RENSTRA_MATRIX)
    for i, name in enumerate(names):
        b.money(5, 19, "K" if i == 0 else "S", name, *right[i])
        up = right[i + 1][0] if i < 3 else "9.999"
        b.money(16, 40, "K" if i == 0 else "S", name, up, right[i][1], kind=TableKind.RENSTRA_MATRIX, **more)


def test_a_column_one_row_off_is_one_finding(builder):  # Magetan R01
    b = builder()
    shifted(b)
    findings, _ = check_report(b.report())
    main = next(f for f in findings if f.rule_id == "CT-07" and not f.folded_into)
    assert "bergeser satu baris mulai “Pemberdayaan Kelurahan”" in main.message_id
    assert main.message_id.startswith("Halaman 40") and main.finding_class is FindingClass.CONFLICT
    assert all(f.folded_into == main.key for f in findings if f.rule_id == "AR-07")


def test_a_column_one_row_off_may_be_the_readers_fault(builder):
    b = builder()
    shifted(b)
    # the budget cells do not stand beside the others of their row
    b.observations = [
        o.model_copy(update={"place": type(o.place)(o.place.page, type(o.place.box)(0, 500, 9, 509))})
        if o.table_no == 16 and o.measure == "pagu_rp"
        else o
        for o in b.observations
    ]
    main = next(f for f in check_report(b.report())[0] if f.rule_id == "CT-07")
    assert main.finding_class is FindingClass.EXTRACTION_DOUBT


@pytest.mark.parametrize(
    ("periods", "told"), [(("2024-TW1", "2024-TW2"), 0), (("2024-TW4",), 1), (("2024",), 1)]
)
def test_what_a_table_plans_for_each_quarter_is_no_limit_of_spending(builder, periods, told):
    b = builder(2024)
    for period in periods:
        b.money(1, 4, "K", "Pengujian Berkala Kendaraan", "13.862.000", "13.862.702", period=period)
    b.money(1, 4, "K", "Rekayasa Lalu Lintas", "50.000.000", "40.000.000", period=periods[0])
    assert len([f for f in check_report(b.report())[0] if f.rule_id == "AR-07"]) == told


@pytest.mark.parametrize(("label", "told"), [("SURPLUS/(DEFISIT)", 0), ("SILPA", 0), ("Belanja Modal", 1)])
def test_what_income_and_spending_leave_is_no_limit_of_spending(builder, label, told):
    b = builder(2024)
    b.money(1, 4, "K", "Belanja Operasi", "50.000.000", "40.000.000")
    b.money(1, 4, "K", label, "13.862.000", "23.862.702")
    assert len([f for f in check_report(b.report())[0] if f.rule_id == "AR-07"]) == told
