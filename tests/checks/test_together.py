"""A report beside the agreement, the Renstra and last year's report of its unit."""

import pytest

from lkjip_checks.together import SameWords, check_same_words, check_together, unit_key
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, Measure, Severity, TableKind

TARGET, REALISED = Measure.TARGET, Measure.REALISASI
IKM, SAKIP = "Indeks Kepuasan Masyarakat", "Nilai SAKIP Kecamatan"


def document(
    builder, kind, file, figures, *, year=2023, table=TableKind.PENGUKURAN, place="Kabupaten Contoh", **more
):
    b = builder(year)
    b.identity = Identity(kind=kind, year=year, instansi="Kecamatan Contoh", kabkota=place, **more)
    for name, measure, period, raw in figures:
        b.put(1, table, 14, name, [(measure, period, raw)])
    return b, lambda: b.report().model_copy(update={"file": file, "report_id": f"{sum(map(ord, file)):064d}"})


def report_on(builder, *figures, year=2023):
    return document(builder, DocumentKind.LKJIP, f"lkjip-{year}.pdf", figures, year=year)


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        (("85", "80"), None),
        (("85", "75"), "“Nilai SAKIP Kecamatan”: 80 (halaman 14), di sana 75 (halaman 14)"),
        (("70", "75"), None),  # no figure agrees: other indicators under the same names, or another year
        (("85", "8.000"), None),  # another measure altogether
    ],
)
def test_targets_of_a_signed_agreement_in_a_file_of_its_own(builder, signed, told):
    _, report = report_on(builder, (IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "80"))
    figures = [(n, TARGET, "2023", f) for n, f in zip((IKM, SAKIP), signed, strict=True)]
    _, agreement = document(builder, DocumentKind.PK, "pk-2023.pdf", figures, table=TableKind.PK_SASARAN)
    said = check_together(report(), [report(), agreement()])
    assert said.compared == {"CP-01": 2}
    assert [f.rule_id for f in said.findings] == ([] if told is None else ["CP-01"])
    if told:
        assert told in said.findings[0].message_id and "pk-2023.pdf" in said.findings[0].message_id
        assert said.findings[0].pages == (14,)


def test_an_agreement_in_the_report_itself_is_compared_there(builder):
    b, report = report_on(builder, (IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "80"))
    b.agreement(AgreementKind.PK, 27, 28)
    figures = [(IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "75")]
    _, agreement = document(builder, DocumentKind.PK, "pk-2023.pdf", figures, table=TableKind.PK_SASARAN)
    assert check_together(report(), [agreement()]).findings == ()


def test_budgets_of_programs(builder):
    b, report = report_on(builder)
    other, agreement = document(builder, DocumentKind.PK, "pk-2023.pdf", [], table=TableKind.PK_ANGGARAN)
    for name, used, agreed in (("PROGRAM PELAYANAN PUBLIK", "100.000.000", "100.000.000"),
                               ("PROGRAM KETERTIBAN UMUM", "60.000.000", "50.000.000")):  # fmt: skip
        b.money(2, 18, "P", name, used, "40.000.000")
        other.money(2, 2, "P", name, agreed, kind=TableKind.PK_ANGGARAN)
    (found,) = check_together(report(), [agreement()]).findings
    assert (found.rule_id, found.severity) == ("CP-06", Severity.MEDIUM)
    assert "60.000.000 (halaman 18), di sana 50.000.000 (halaman 2)" in found.message_id


@pytest.mark.parametrize(("plan", "found"), [("2018-2023", ["CP-03"]), ("2013-2018", [])])
def test_targets_of_the_renstra(builder, plan, found):
    _, report = report_on(builder, (IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "80"))
    figures = [(IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "90"), (SAKIP, TARGET, "2022", "88")]
    _, renstra = document(builder, DocumentKind.RENSTRA, "renstra.pdf", figures, year=0,
                          table=TableKind.TUJUAN_SASARAN, plan_period=plan)  # fmt: skip
    assert [f.rule_id for f in check_together(report(), [renstra()]).findings] == found


@pytest.mark.parametrize(
    ("then", "year", "found"), [("87,30", 2022, ["CY-01"]), ("88,9", 2022, []), ("87,30", 2021, [])]
)
def test_last_year_s_realisasi(builder, then, year, found):
    _, report = report_on(builder, (IKM, REALISED, "2022", "88,89"), (SAKIP, REALISED, "2022", "83,55"))
    figures = [(IKM, REALISED, "2022", then), (SAKIP, REALISED, "2022", "83,55")]
    _, before = report_on(builder, *figures, year=year)
    assert [f.rule_id for f in check_together(report(), [before()]).findings] == found


def test_documents_of_other_units_are_not_compared(builder):
    _, report = report_on(builder, (IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "80"))
    figures = [(IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "75")]
    _, other = document(
        builder, DocumentKind.PK, "pk.pdf", figures, table=TableKind.PK_SASARAN, place="Kota Lain"
    )
    assert check_together(report(), [other()]).compared == {}
    assert unit_key(Identity(instansi="Kecamatan Contoh")) == ("", "")  # a name alone may be anybody's


def test_a_figure_in_doubt_accuses_nobody(builder):
    _, report = report_on(builder, (IKM, TARGET, "2023", "85"), (SAKIP, TARGET, "2023", "80"))
    other, agreement = document(builder, DocumentKind.PK, "pk.pdf", [(IKM, TARGET, "2023", "85")],
                                table=TableKind.PK_SASARAN)  # fmt: skip
    other.put(1, TableKind.PK_SASARAN, 1, SAKIP, [(TARGET, "2023", "75")], confidence=0.5)
    assert check_together(report(), [agreement()]).findings == ()


@pytest.mark.parametrize(
    ("own", "common", "copied"), [(40, 36, True), (40, 32, True), (40, 31, False), (9, 9, False)]
)
def test_an_analysis_copied_from_another_report(own, common, copied):
    found = check_same_words(SameWords(12, own, common, "lkjip-b-2022.pdf", "Kecamatan Bayangan", 2022))
    assert [f.rule_id for f in found] == (["CU-02"] if copied else [])
    if copied:
        assert (
            f"{common} dari {own}" in found[0].message_id and "Kecamatan Bayangan 2022" in found[0].message_id
        )
