"""Documents for evaluators: what they say follows from the report and from the reviewers' decisions."""

import re

import openpyxl
import pytest

from lkjip.commands.documents import documents
from lkjip.documents.checklist import Answer, checklist, lines
from lkjip.documents.comparison import comparison
from lkjip.documents.excel import write_excel
from lkjip.documents.facts import ReportFacts
from lkjip.documents.html import as_html
from lkjip.documents.notes import lke_notes, review_notes
from lkjip.documents.paper import Paper, Section
from lkjip_corpus.reviews import Review
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language
from lkjip_schemas.vocabulary import Decision


@pytest.fixture
def store(database):
    with Store.open(database) as store:
        yield store


@pytest.fixture
def facts(store):
    return ReportFacts(store, store.reports()[0]["report_id"])


def reject(store, rule_id):
    report_id = store.reports()[0]["report_id"]
    for f in store.findings(report_id, rule_id, include_folded=True):
        store.decide(
            Review(
                report_id,
                Decision.REJECTED,
                "Ani",
                "2024-02-01T08:00:00+00:00",
                f["finding_key"],
                "bukan begitu",
            )
        )


def test_the_checklist_has_the_23_statements_and_answers_only_what_the_file_shows(facts):
    found = {x.number: x for x in lines(facts)}
    assert len(found) == 23
    assert found["I.2"].answer is Answer.YES and "hlm." in found["I.2"].evidence
    assert found["III.4"].answer is Answer.NO and "CT-01" in found["III.4"].evidence
    assert found["I.4"].answer is Answer.YES and "16" in found["I.4"].evidence  # the scanned agreement
    for number in ("II.1", "II.2", "II.3", "II.4", "II.6", "II.7"):
        assert found[number].answer is Answer.REVIEWER
    assert [len(s.rows) for s in checklist(facts).sections] == [6, 7, 10]


def test_a_rejected_finding_is_no_ground_for_a_no(store, facts):
    assert {x.number: x.answer for x in lines(facts)}["III.1"] is Answer.NO
    assert any("Akibatnya juga (" in row[1] for s in review_notes(facts).sections for row in s.rows)
    reject(store, "CP-01")
    after = {x.number: x for x in lines(ReportFacts(store, facts.report_id))}
    assert after["III.1"].answer is Answer.YES


def test_pages_that_were_not_read_leave_a_no_to_the_reviewer(store, facts):
    with_gap = ReportFacts(store, facts.report_id)
    with_gap.__dict__["unread"] = [5]
    with_gap.pages_of = lambda measures: []
    found = {x.number: x for x in lines(with_gap)}
    assert found["I.2"].answer is Answer.REVIEWER and "hlm. 5 tidak terbaca" in found["I.2"].evidence


def test_the_notes_hold_every_finding_with_place_basis_and_recommendation(store, facts):
    rows = [row for s in review_notes(facts).sections for row in s.rows]
    assert len(rows) == len(facts.findings) > 10
    assert [r[0] for r in rows] == [str(n) for n in range(1, len(rows) + 1)]
    for row in rows:
        assert row[1].startswith("Namun demikian, masih terdapat") and row[4].startswith("Agar ")
        assert re.match(r"[A-Z]{2}-\d\d \((berat|sedang|ringan)\)", row[3])
    first = store.findings(facts.report_id, "CT-01")[0]
    store.decide(
        Review(facts.report_id, Decision.CONFIRMED, "Ani", "2024-02-01T08:00:00+00:00", first["finding_key"])
    )
    rejected = len(store.findings(facts.report_id, "TX-02"))
    reject(store, "TX-02")
    after = [row for s in review_notes(ReportFacts(store, facts.report_id)).sections for row in s.rows]
    assert rejected > 0 and len(after) == len(rows) - rejected
    assert any(r[5] == "dikonfirmasi" for r in after)


def test_doubts_of_the_reading_are_in_no_document(facts):
    assert all(f["class"] != "e" for f in facts.findings)


def test_lke_notes_cover_the_components(facts):
    paper = lke_notes(facts)
    assert [s.title[:3] for s in paper.sections] == ["1.b", "3.a", "3.b"]
    rows = {row[0]: row for s in paper.sections for row in s.rows}
    assert rows["CT-01"][2] == "belum" and rows["CT-01"][5].startswith("Agar ")


def test_units_of_a_regency_side_by_side(store):
    paper = comparison(store, "Kabupaten Contoh Raya", 2023)
    (row,) = paper.sections[0].rows
    assert row[1] == "Kecamatan Contoh" and row[7] == str(
        sum(f["severity"] == "high" and f["class"] != "e" for f in store.findings())
    )


def test_both_forms_hold_the_same_words_and_no_formula(facts, tmp_path):
    evil = '=HYPERLINK("http://x","y")<script>'
    paper = Paper(
        "x",
        "Judul",
        ("a",),
        (Section("S [1]: a/b", ("A", "B"), (50, 50), ((evil, "2"),), "catatan"),),
        "dasar",
        signed=True,
    )
    html = as_html(paper)
    assert "<script>" not in html and "=HYPERLINK" in html and "Pereviu," in html
    write_excel(paper, tmp_path / "x.xlsx")
    cells = [
        c for row in openpyxl.load_workbook(tmp_path / "x.xlsx").active.iter_rows() for c in row if c.value
    ]
    assert evil in {c.value for c in cells} and all(c.data_type == "s" for c in cells)


def test_the_command_writes_all_of_them(database, tmp_path, capsys):
    assert documents(database, tmp_path / "out", Language.ID) == 0
    names = {p.name for p in (tmp_path / "out").rglob("*.*")}
    assert names >= {
        f"{n}.{e}"
        for n in ("checklist-reviu", "catatan-hasil-reviu", "catatan-lke")
        for e in ("html", "xlsx")
    }
    assert documents(database, tmp_path / "out", Language.ID, report="tidak-ada") == 4
    assert "tidak-ada" in capsys.readouterr().err
