import json
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip_checks import CATALOGUE, check_report
from lkjip_checks.catalogue import BasisStatus
from lkjip_checks.rule import RULES, Hit, rule
from lkjip_schemas.finding import Figure
from lkjip_schemas.vocabulary import FindingClass, Measure, Outcome, Severity, TableKind


def test_the_catalogue_is_complete():
    assert len(CATALOGUE) == 80
    assert set(CATALOGUE) == set(RULES)
    for info in CATALOGUE.values():
        assert info.title_id and info.title_en and info.condition and info.needs and info.basis
        for text in (
            info.example_id,
            info.example_en,
            info.answer_id,
            info.answer_en,
            info.tolerance_id,
            info.tolerance_en,
            info.checks_id,
            info.checks_en,
            info.recommendation_en,
        ):
            assert text
        assert info.recommendation_id.startswith("Agar ")


@pytest.mark.parametrize(
    ("rule_id", "finding_class"),
    [
        ("AR-01", "a"),
        ("AR-11", "e"),
        ("AR-15", "d"),
        ("AR-16", "d"),
        ("CT-01", "b"),
        ("CT-04", "d"),
        ("CP-05", "c"),
        ("CP-06", "b"),
        ("ST-01", "c"),
        ("ID-02", "a"),
        ("ID-04", "b"),
        ("TX-03", "e"),
        ("TX-01", "d"),
        ("LG-01", "d"),
        ("KD-02", "b"),
        ("CU-01", "b"),
        ("CY-01", "b"),
        ("CY-02", "d"),
    ],
)
def test_classes_as_the_domain_notes_say(rule_id, finding_class):
    assert CATALOGUE[rule_id].finding_class == finding_class


def test_a_basis_from_memory_is_practice():
    assert CATALOGUE["AR-15"].basis_status is BasisStatus.PRACTICE
    assert {b.text: b.status for b in CATALOGUE["AR-07"].basis}[
        "PP 12/2019 (no spending beyond budget)"
    ] == "practice"
    assert CATALOGUE["AR-05"].basis_status is BasisStatus.NONE
    assert CATALOGUE["CT-01"].basis_status is BasisStatus.VERIFIED


def test_an_empty_report_passes_nothing(builder):
    findings, runs = check_report(builder().report())
    assert findings == ()
    assert [r.rule_id for r in runs] == list(CATALOGUE)
    assert all(r.outcome is Outcome.NOT_RUN and " / " in r.reason for r in runs)


def test_a_crashing_rule_stops_only_itself(builder, monkeypatch):
    def crash(_view):
        yield Hit("AR-01", "x", "x", (), frozenset())
        raise ZeroDivisionError("boom")

    monkeypatch.setitem(RULES, "AR-01", type(RULES["AR-01"])("AR-01", "x", crash))
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "100", "200")
    findings, runs = check_report(b.report())
    run = next(r for r in runs if r.rule_id == "AR-01")
    assert run.outcome is Outcome.NOT_RUN and "ZeroDivisionError: boom" in run.reason and " / " in run.reason
    assert [f.rule_id for f in findings] == ["AR-07"]


def test_a_rule_needs_a_sentence_and_an_id_of_its_own():
    def silent(_view):
        yield

    with pytest.raises(ValueError, match="does not say"):
        rule("ZZ-99")(silent)
    silent.__doc__ = "Something."
    with pytest.raises(ValueError, match="twice"):
        rule("AR-01")(silent)


def some_findings(builder):
    b = builder()
    b.money(1, 3, "P", "PROGRAM A", "744.710.550", "619.294.482", "83,12")
    b.money(1, 3, "P", "PROGRAM B", "100", "200", "200,00")
    b.indicator(2, 2, "Nilai Sakip", "80", "40", "90")
    return check_report(b.report())[0]


def test_the_most_serious_come_first(builder):
    findings = some_findings(builder)
    ranks = [f.severity.rank for f in findings]
    assert ranks == sorted(ranks) and findings[-1].severity is Severity.LOW
    assert len({f.key for f in findings}) == len(findings)


def test_keys_are_the_same_in_every_process(builder):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import json, conftest, test_runner;"
        "print(json.dumps([[f.key, f.message_id] for f in test_runner.some_findings(conftest.ReportBuilder)]))"
    )
    here = str(Path(__file__).parent)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, here],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop()) == [[f.key, f.message_id] for f in some_findings(builder)]


def test_a_key_does_not_change_with_table_numbers(builder):
    def key(table):
        b = builder()
        b.money(table, 3, "P", "PROGRAM B", "100", "200")
        return check_report(b.report())[0][0].key

    assert key(1) == key(7)


def test_every_finding_has_places_and_two_languages(builder):
    for f in some_findings(builder):
        assert f.figures and all(isinstance(x, Figure) and x.box for x in f.figures)
        assert (
            f.message_id != f.message_en
            and str(f.pages[0]) in f.message_id
            and str(f.pages[0]) in f.message_en
        )
        assert f.finding_class is FindingClass.ARITHMETIC


@pytest.mark.parametrize(("confidence", "expected"), [(1.0, "a"), (0.5, "e")])
def test_no_rule_accuses_on_a_figure_in_doubt(builder, monkeypatch, confidence, expected):
    """Even a rule that does not look at the confidence of its figures."""
    b = builder()
    b.put(1, TableKind.PENGUKURAN, 5, "Nilai Sakip", [(Measure.TARGET, "2023", "80")], confidence=confidence)
    b.put(1, TableKind.PENGUKURAN, 5, "Indeks", [(Measure.TARGET, "2023", "70")])

    def careless(view):
        figures = tuple(Figure.of(o) for o in view.report.observations)
        yield Hit("AR-01", "tidak cocok", "does not fit", figures, frozenset({"AR-01:1"}))
        return 1

    monkeypatch.setitem(RULES, "AR-01", type(RULES["AR-01"])("AR-01", "x", careless))
    (finding,) = [f for f in check_report(b.report())[0] if f.rule_id == "AR-01"]
    assert finding.finding_class == expected
    assert ("read with doubt" in finding.message_en) is (expected == "e")


def test_checking_changes_nothing(builder):
    b = builder()
    b.indicator(2, 2, "Nilai Sakip", "80", "40", "90", kind=TableKind.PENGUKURAN)
    report = b.report()
    assert check_report(report) == check_report(report)
