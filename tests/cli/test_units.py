"""`lkjip run` on a folder with the documents of one unit: they are compared with each other."""

import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "corpus"))  # the folder that holds ``samples``

from lkjip.commands.run import run
from lkjip_schemas.bilingual import Language
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

SEED = 5


@pytest.fixture
def folder(tmp_path):
    facts, layout = make_facts(SEED), make_layout(SEED)
    place = tmp_path / "unit"
    place.mkdir()
    (place / "lkjip-2023.pdf").write_bytes(Pages(facts, layout, parts=("report",)).pdf())
    n = next(
        n for n, i in enumerate(facts.indicators) if i.decimals == 2 and not i.name.startswith("Predikat")
    )
    changes = {f"agreement.{n}": layout.number(facts.indicators[n].target[2023] + 6)}
    if facts.revised:
        changes[f"revision.{n}"] = changes[f"agreement.{n}"]
    (place / "pk-2023.pdf").write_bytes(Pages(facts, layout, changes, parts=("agreements",)).pdf())
    before = {f"measured.{n}.realised": layout.number(facts.indicators[n].realised[2022] - 3)}
    before[f"years.{n}.2022"] = before[f"measured.{n}.realised"]
    last_year = replace(facts, year=2022, revised=False)
    (place / "lkjip-2022.pdf").write_bytes(Pages(last_year, layout, before, parts=("report",)).pdf())
    return place


def together(database):
    with sqlite3.connect(database) as db:
        return db.execute(
            "select file, rule_id, message_id, finding_no from findings where finding_key like 'antar:%' order by 1, 2"
        ).fetchall()


def test_documents_of_a_unit_are_compared(folder, tmp_path):
    database = tmp_path / "unit.db"
    run([folder], database, Language.ID)
    found = together(database)
    assert [f[:2] for f in found] == [("lkjip-2023.pdf", "CP-01"), ("lkjip-2023.pdf", "CY-01")]
    assert "pk-2023.pdf" in found[0][2] and "lkjip-2022.pdf" in found[1][2]
    with sqlite3.connect(database) as db:
        said = db.execute(
            "select outcome from rule_runs join reports using (report_id) where rule_id = 'CY-01' and year = 2023 and kind = 'LKjIP'"
        ).fetchall()
    assert said == [("fail",)]
    run([folder], database, Language.ID)
    assert together(database) == found  # a second run changes nothing


def test_a_document_that_comes_later_is_compared_then(folder, tmp_path):
    database, later = tmp_path / "unit.db", folder.parent / "pk-2023.pdf"
    (folder / "pk-2023.pdf").rename(later)
    run([folder], database, Language.ID)
    assert [f[1] for f in together(database)] == ["CY-01"]
    run([later], database, Language.ID)
    assert [f[1] for f in together(database)] == ["CP-01", "CY-01"]


def test_what_was_not_finished_is_done_by_the_next_run(folder, tmp_path):
    database = tmp_path / "unit.db"
    run([folder], database, Language.ID)
    found = together(database)
    with sqlite3.connect(database) as db:  # as if the run had ended after the last report was stored
        db.execute("delete from findings where finding_key like 'antar:%'")
        db.execute("delete from _lkjip_together")
    run([folder], database, Language.ID)
    assert together(database) == found


def test_a_copied_analysis_is_told_of_both_reports(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "lkjip_checks.together.LEAST_SENTENCES", 2
    )  # generated reports say little in sentences
    database = tmp_path / "copied.db"
    facts, layout = make_facts(SEED), make_layout(SEED)
    for year in (2023, 2021):
        (tmp_path / f"lkjip-{year}.pdf").write_bytes(
            Pages(replace(facts, year=year, revised=False), layout, parts=("report",)).pdf()
        )
        run([tmp_path / f"lkjip-{year}.pdf"], database, Language.ID)
    with sqlite3.connect(database) as db:
        found = db.execute(
            "select file, message_id from findings where rule_id = 'CU-02' order by 1"
        ).fetchall()
    assert [file for file, _ in found] == ["lkjip-2021.pdf", "lkjip-2023.pdf"]
    assert "lkjip-2023.pdf" in found[0][1] and "lkjip-2021.pdf" in found[1][1]
