from decimal import Decimal

import pytest

from lkjip_checks import check_report
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Official, Prose
from lkjip_schemas.records import TableColumn
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, FindingClass, Measure, Outcome, TableKind

NAME = "Kecamatan Berpredikat Kinerja Baik"
SASARAN = "Meningkatnya Kinerja Kecamatan"


def of_rule(report, rule_id):
    return [f for f in check_report(report)[0] if f.rule_id == rule_id]


def run_of(report, rule_id):
    return next(r for r in check_report(report)[1] if r.rule_id == rule_id)


def measured(b, target="70", page=20, table=6, **more):
    b.indicator(table, page, NAME, target, "90.13", parent=SASARAN, **more)


def signed(b, target, page=27, table=12, kind=AgreementKind.PK, month=1, name=NAME, **more):
    b.indicator(
        table, page, name, target, kind=TableKind.PK_SASARAN, parent="Meningkatkan Kinerja Kecamatan", **more
    )
    b.agreement(kind, page, page, month=month, date_text="Nopember 2023" if month == 11 else "Januari 2023")


def revised(b, target, page=28, table=14, **more):
    signed(b, target, page, table, AgreementKind.PERUBAHAN_PK, 11, **more)


def body_pk(b, target, page=14, table=2, name=NAME, sasaran=SASARAN):
    b.indicator(table, page, name, target, kind=TableKind.PK_SASARAN, parent=sasaran)


def test_ct01_one_target_everywhere(builder):
    b = builder()
    measured(b, "70")
    measured(b, "70.00", page=21, table=7, kind=TableKind.ANALISIS)
    assert run_of(b.report(), "CT-01").outcome is Outcome.PASS


def test_ct01_tells_every_place_and_every_achievement(builder):
    # 90.13/70 = 128.757 %, /80 = 112.6625 %, /75 = 120.1733 % (Magetan T01)
    b = builder()
    measured(b)
    body_pk(b, "70")
    signed(b, "80")
    revised(b, "75")
    findings, _ = check_report(b.report())
    main = next(f for f in findings if f.rule_id == "CT-01")
    assert main.pages == (14, 20, 27, 28)
    for text in (
        "70 dalam tabel laporan (halaman 20)",
        "halaman 14",
        "80 dalam perjanjian kinerja yang ditandatangani (halaman 27)",
        "Nopember 2023",
        "128,76 %",
        "112,66 %",
        "120,17 %",
    ):
        assert text in main.message_id
    for text in ("128.76 %", "112.66 %", "120.17 %", "page 28"):
        assert text in main.message_en
    assert main.expected == "75"
    others = [f for f in findings if f.rule_id in ("CP-01", "CP-02")]
    assert {f.rule_id for f in others} == {"CP-01", "CP-02"}
    assert all(f.folded_into == main.key for f in others)


def test_a_body_that_follows_the_revision_is_right(builder):
    b = builder()
    measured(b, "75")
    body_pk(b, "75")
    signed(b, "80")
    revised(b, "75")
    report = b.report()
    assert not [f for f in check_report(report)[0] if f.rule_id in ("CT-01", "CP-01", "CP-02")]
    assert {run_of(report, r).outcome for r in ("CT-01", "CP-01", "CP-02")} == {Outcome.PASS}


def test_an_agreement_table_that_copies_the_first_agreement_is_context(builder):
    b = builder()
    measured(b, "75")
    body_pk(b, "80")
    signed(b, "80")
    revised(b, "75")
    assert not [f for f in check_report(b.report())[0] if f.rule_id in ("CT-01", "CP-01", "CP-02")]


def test_a_body_that_follows_the_first_agreement_although_there_is_a_revision(builder):
    b = builder()
    measured(b, "80")
    signed(b, "80")
    revised(b, "75")
    report = b.report()
    (found,) = of_rule(report, "CP-02")
    assert "target perjanjian kinerja awal (halaman 27)" in found.message_id
    assert len(of_rule(report, "CT-01")) == 1


def test_cp01_lists_indicators_that_no_signed_agreement_has(builder):  # Magetan T05
    b = builder()
    body_pk(b, "80")
    body_pk(b, "85", name="Indeks Kepuasan Masyarakat", sasaran="Meningkatnya Kualitas Pelayanan Publik")
    signed(b, "80")
    (found,) = of_rule(b.report(), "CP-01")
    assert "“Indeks Kepuasan Masyarakat” (target 85)" in found.message_id
    assert "Badan laporan: 2 indikator; perjanjian kinerja: 1." in found.message_id
    assert found.finding_class is FindingClass.CONFLICT


def test_cp01_similar_names_are_not_called_missing(builder):
    b = builder()
    body_pk(b, "80")
    body_pk(b, "85", name="Persentase desa dengan nilai monev baik")
    signed(b, "80")
    b.indicator(
        12,
        27,
        "Persentase desa dan kelurahan dengan nilai monev terpadu minimal baik",
        "85",
        kind=TableKind.PK_SASARAN,
    )
    assert of_rule(b.report(), "CP-01") == []


def test_agreements_on_unread_pages_are_not_run_and_named(builder):
    b = builder()
    measured(b)
    body_pk(b, "70")
    b.page(27, reader="", kind="scan")
    b.page(28, reader="", kind="scan")
    b.page(29, reader="", kind="blank")
    report = b.report()
    for rule_id in ("CP-01", "CP-02"):
        run = run_of(report, rule_id)
        assert run.outcome is Outcome.NOT_RUN
        assert "halaman 27 dan 28 berupa pindaian dan belum dibaca" in run.reason
        assert "pages 27 and 28" in run.reason


def test_an_unread_page_may_hold_the_revision(builder):
    b = builder()
    measured(b, "75")
    body_pk(b, "75")
    signed(b, "80")
    b.page(28, reader="", kind="scan")
    report = b.report()
    (found,) = of_rule(report, "CT-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT
    assert "Halaman 28" in found.message_id
    assert run_of(report, "CP-01").outcome is Outcome.NOT_RUN


def test_no_agreement_and_no_revision_say_so(builder):
    b = builder()
    measured(b)
    report = b.report()
    assert "tidak ada perjanjian kinerja" in run_of(report, "CP-01").reason
    signed(b, "70")
    assert "tidak ada perubahan perjanjian kinerja" in run_of(b.report(), "CP-02").reason


def test_a_file_that_is_an_agreement_has_no_body(builder):
    b = builder(kind=DocumentKind.PK)
    signed(b, "80", page=1)
    signed(b, "60", page=3, table=13)
    report = b.report()
    assert run_of(report, "CP-01").outcome is Outcome.NOT_RUN
    assert check_report(report)[0] == ()


def test_agreements_of_units_below_are_left_alone(builder):
    b = builder()
    b.indicator(12, 27, NAME, "70", kind=TableKind.PK_SASARAN, parent=SASARAN)
    b.agreement(AgreementKind.PK, 27, 27, parties=("TRI ATMADI", "SUPRAWOTO"))
    b.indicator(13, 25, NAME, "65", kind=TableKind.PK_SASARAN, parent=SASARAN)
    b.agreement(AgreementKind.PK, 25, 25, parties=("SITI AMINAH", "Tri Atmadi"))
    measured(b, "70")
    assert check_report(b.report())[0] == ()


def test_a_doubtful_target_is_a_question(builder):
    b = builder()
    measured(b, "70")
    measured(b, "10", page=21, table=7, confidence=0.5)
    (found,) = of_rule(b.report(), "CT-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT


def test_ct01_the_same_name_on_two_levels(builder):  # Magetan T02
    b = builder()
    b.indicator(
        2,
        14,
        "Indeks Kepuasan Masyarakat",
        "85",
        parent="Meningkatnya Kualitas Pelayanan Publik",
        unit="Nilai",
    )
    b.indicator(
        3,
        14,
        "Indeks Kepuasan Masyarakat",
        "80 Skor",
        kind=TableKind.PROGRAM_PLAN,
        parent="PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH",
        unit="Skor",
    )
    o = b.observations[-1]
    b.observations[-1] = o.model_copy(update={"value": Decimal(80), "text": ""})
    (found,) = of_rule(b.report(), "CT-01")
    assert (
        "tingkat sasaran dan program" in found.message_id
        and "85" in found.message_id
        and "80 Skor" in found.message_id
    )


@pytest.mark.parametrize("case", ["plan", "quarter", "units", "two rows", "future", "year"])
def test_ct01_does_not_compare_what_is_not_the_same(builder, case):
    b = builder()
    if case == "two rows":  # one table prints the name twice: it does not say which is which
        b.indicator(1, 5, "Jumlah laporan", "4", parent="Sasaran A")
        b.indicator(1, 5, "Jumlah laporan", "12", parent="Sasaran B")
        b.indicator(2, 9, "Jumlah laporan", "12")
    else:
        measured(b, "70")
        if case == "plan":  # a Renstra of several years: CP-03
            b.put(
                1,
                TableKind.RENSTRA_MATRIX,
                10,
                NAME,
                [(Measure.TARGET, "2023", "60"), (Measure.TARGET, "2024", "80")],
            )
        elif case == "quarter":
            measured(b, "17", page=22, table=8, period="2023-TW1")
        elif case == "units":
            b.put(
                8, TableKind.ANALISIS, 22, NAME, [(Measure.TARGET, "2023", "14")], unit="desa", parent=SASARAN
            )
            b.observations[0] = b.observations[0].model_copy(update={"unit": "%"})
        elif case == "future":
            measured(b, "71", page=22, table=8, period="2024")
            measured(b, "72", page=23, table=9, period="2024")
        else:
            measured(b, "71", page=22, table=8, period="2022")
    assert of_rule(b.report(), "CT-01") == []


NAMES = (
    "Persentase pasien relaps",
    "Indeks kepuasan pelanggan",
    "Tingkat hunian kamar",
    "Cakupan layanan jiwa",
)


def several(b, table, page, *targets, kind=TableKind.PENGUKURAN, realisasi=""):
    for name, target in zip(NAMES, targets, strict=False):
        b.indicator(table, page, name, target, realisasi, kind=kind)


def test_a_table_with_last_years_targets_is_one_finding(builder):  # RS Jiwa 2016, Tabel 7
    b = builder()
    several(b, 1, 13, "60", "80", "81", "90")
    several(b, 2, 16, "60", "80", "81", "90")
    several(b, 3, 17, "70", "75", "78", "90")
    (found,) = of_rule(b.report(), "CT-01")
    assert "3 indikator" in found.message_id and "halaman 17" in found.message_id
    assert "“Persentase pasien relaps” 70 (tabel lain 60)" in found.message_id


def test_two_conflicts_are_told_one_by_one(builder):
    b = builder()
    several(b, 1, 13, "60", "80", "81")
    several(b, 2, 17, "70", "75", "81")
    assert len(of_rule(b.report(), "CT-01")) == 2


def test_targets_that_equal_the_realisasi_elsewhere_are_a_misread_column(builder):  # head "Tahun 2016"
    b = builder()
    for name, target, real in zip(NAMES, ("60", "90", "75"), ("74,85", "77,30", "48,1"), strict=False):
        b.indicator(1, 3, name, target, real)
        b.indicator(2, 6, name, real)
    assert of_rule(b.report(), "CT-01") == []


@pytest.mark.parametrize("head", ["Target Nasional 2019", "Target Dinkes Prov.Sumbar", "Target Renstra 2023"])
def test_benchmarks_and_plans_are_not_the_target_of_the_year(builder, head):
    b = builder()
    b.indicator(1, 33, "Persentase stunting", "17,5")
    b.indicator(2, 55, "Persentase stunting", "28")
    b.table(2, TableKind.PENGUKURAN, 55)
    b.tables[2] = b.tables[2].model_copy(update={"columns": (TableColumn(col=2, header=head),)})
    assert of_rule(b.report(), "CT-01") == []


def test_targets_far_apart_are_a_question(builder):
    b = builder()
    b.indicator(1, 13, "Produksi olahan perikanan", "10")
    b.indicator(2, 15, "Produksi olahan perikanan", "541")
    (found,) = of_rule(b.report(), "CT-01")
    assert found.finding_class is FindingClass.EXTRACTION_DOUBT


def test_ct01_an_indicator_of_a_program_in_another_unit_does_not_hide_a_contradiction(builder):
    b = builder()
    measured(b, "2", table=4, page=11, unit="%")
    body_pk(b, "2,50", page=13, table=5)
    b.indicator(6, 16, NAME, "31,02", kind=TableKind.PK_SASARAN, unit="kg")
    head = TableColumn(col=1, header="Indikator Kinerja Program", role="indikator")
    b.tables[6] = b.tables[6].model_copy(update={"columns": (head,)})
    (found,) = of_rule(b.report(), "CT-01")
    assert "2 dalam tabel laporan" in found.message_id
    assert "31,02" not in found.message_id


def replaced(b, before, after, page=9, table=3):
    """A row "Target Sebelum | Target Sesudah" of a table in the body of the report."""
    figures = [("other:Target Sebelum", "2023", before), (Measure.TARGET, "2023", after)]
    b.put(table, TableKind.PROGRAM_PLAN, page, NAME, figures, parent=SASARAN)
    columns = (TableColumn(col=2, header="Target Sebelum"), TableColumn(col=3, header="Target Sesudah"))
    b.tables[table] = b.tables[table].model_copy(update={"columns": columns})


@pytest.mark.parametrize(
    ("first", "before", "after", "body", "told"),
    [
        ("80", "80", "75", "75", False),  # the report says itself that 80 became 75
        ("80", "78", "75", "75", True),  # what it replaced is not what was signed
        ("80", "80", "75", "70", True),  # the body follows neither
    ],
)
def test_a_table_of_revised_targets_explains_the_first_agreement(builder, first, before, after, body, told):
    b = builder()
    measured(b, body)
    signed(b, first)
    replaced(b, before, after)
    found = of_rule(b.report(), "CT-01")
    assert bool(found) is told
    assert all("75 dalam tabel perubahan target (halaman 9)" in f.message_id for f in found if body != "75")


def test_a_plan_of_programs_that_replaces_another_target_does_not_govern(builder):
    b = builder()
    measured(b, "80")
    signed(b, "80")
    replaced(b, "70", "68")
    assert all("tabel perubahan target" not in f.message_id for f in of_rule(b.report(), "CT-01"))


def test_a_condition_before_is_no_target_replaced(builder):
    b = builder()
    measured(b, "80")
    signed(b, "80")
    figures = [("other:Kondisi Sebelum Intervensi", "2023", "80"), (Measure.TARGET, "2023", "82")]
    b.put(3, TableKind.PENGUKURAN, 9, NAME, figures, parent=SASARAN)
    columns = (
        TableColumn(col=2, header="Kondisi Sebelum Intervensi"),
        TableColumn(col=3, header="Target Sesudah Intervensi"),
    )
    b.tables[3] = b.tables[3].model_copy(update={"columns": columns})
    (found,) = of_rule(b.report(), "CT-01")
    assert "82 dalam tabel laporan" in found.message_id


@pytest.mark.parametrize("heads", [("Semula", "Menjadi"), ("Sebelum Perubahan", "Setelah Perubahan")])
def test_headings_of_a_revision_need_not_say_target(builder, heads):
    b = builder()
    measured(b, "75")
    signed(b, "80")
    figures = [(f"other:{heads[0]}", "2023", "80"), (Measure.TARGET, "2023", "75")]
    b.put(3, TableKind.PENGUKURAN, 9, NAME, figures, parent=SASARAN)
    columns = (TableColumn(col=2, header=heads[0]), TableColumn(col=3, header=heads[1]))
    b.tables[3] = b.tables[3].model_copy(update={"columns": columns})
    assert not of_rule(b.report(), "CT-01")


@pytest.mark.parametrize(
    ("first", "superior", "role", "compared"),
    [
        ("ENDAH", "SUTARJO WIDODO", "CAMAT", False),
        ("ENDAH", "SUPRAWOTO", "CAMAT", True),
        ("ENDAH", "SUTARJO WIDODO", "Mengetahui, CAMAT", True),
        ("ENDAH", "SUTARJO WIDODO", "SEKRETARIS DAERAH", True),
        ("RATNA", "SUTARJO WIDODO", "CAMAT", True),  # who signs the report, too
    ],
)
@pytest.mark.parametrize("by_role", [False, True])
def test_cp01_the_agreement_of_an_official_below_is_another(
    builder, first, superior, role, compared, by_role
):
    """The head of the unit signs the report; an agreement with the head as pihak kedua is that of somebody below."""
    b = builder()
    body_pk(b, "80")
    body_pk(b, "85", name="Indeks Kepuasan Masyarakat", sasaran="Meningkatnya Kualitas Pelayanan Publik")
    signed(b, "80")
    parties = () if by_role else (first, superior)
    b.agreements[-1] = b.agreements[-1].model_copy(update={"parties": parties})

    def official(name, role, page):
        return Official(role=role, name=name, rank="", nip="", signed="", place=Place(page, Box(0, 0, 1, 1)))

    of_report = official("SUTARJO WIDODO", role, 2), official("RATNA", "LURAH", 2)
    page = b.agreements[-1].page_from
    signing = official(superior, "Pihak Kedua", page), official(first, "Pihak Pertama", page)
    prose = Prose(officials=(*of_report, *(signing if by_role else ())))
    report = b.report().model_copy(update={"prose": prose})
    assert (run_of(report, "CP-01").outcome is not Outcome.NOT_RUN) is compared
