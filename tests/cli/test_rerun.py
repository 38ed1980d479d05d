"""A second run: unchanged files cost nothing, changed rules run alone, a changed file replaces its old version."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from lkjip.commands import run as command
from lkjip.commands.run import run
from lkjip_corpus.fingerprints import current_code
from lkjip_corpus.reviews import Review
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"
TABLES = (
    "reports",
    "cells",
    "observations",
    "findings",
    "rule_runs",
    "doubts",
    "records",
    "sentences",
    "ledger",
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    place = tmp_path_factory.mktemp("rerun")
    shutil.copy(SAMPLE, place / "lkjip.pdf")
    assert run([place / "lkjip.pdf"], place / "lkjip.db", Language.EN) == 0
    return place


def content(database):
    with sqlite3.connect(database) as db:
        return {t: db.execute(f"select * from {t} order by rowid").fetchall() for t in TABLES}  # noqa: S608


def forbid(monkeypatch):
    def read(files, *_args, **_more):
        assert not list(files), "a file was read again"
        return iter(())

    monkeypatch.setattr(command, "run_tasks", read)


def test_only_the_rules_run_when_only_they_changed(loaded, tmp_path, monkeypatch, capsys):
    database = tmp_path / "lkjip.db"
    shutil.copy(loaded / "lkjip.db", database)
    before = content(database)
    with sqlite3.connect(database) as db:  # as if older rules had judged
        db.execute("update _lkjip_readings set rules = 'older'")
        db.execute("delete from findings")
        db.execute("update rule_runs set outcome = 'not_run'")
    forbid(monkeypatch)
    assert run([loaded / "lkjip.pdf"], database, Language.EN) == 0
    assert "only the rules were run again" in capsys.readouterr().err
    assert content(database) == before
    with sqlite3.connect(database) as db:
        assert db.execute("select rules from _lkjip_readings").fetchall() == [(current_code().rules,)]


def test_a_kept_reading_that_is_damaged_is_read_again(loaded, tmp_path, capsys):
    database = tmp_path / "lkjip.db"
    shutil.copy(loaded / "lkjip.db", database)
    before = content(database)
    with sqlite3.connect(database) as db:
        db.execute("update _lkjip_readings set rules = 'older', body = x'00'")
    assert run([loaded / "lkjip.pdf"], database, Language.EN) == 0
    assert "only the rules" not in capsys.readouterr().err
    assert content(database) == before


def test_nothing_is_read_when_nothing_changed(loaded, tmp_path, monkeypatch, capsys):
    database = tmp_path / "lkjip.db"
    shutil.copy(loaded / "lkjip.db", database)
    before = content(database)
    forbid(monkeypatch)
    assert run([loaded / "lkjip.pdf"], database, Language.EN) == 0
    assert "unchanged" in capsys.readouterr().err and content(database) == before


def test_code_that_reads_otherwise_reads_again(loaded, tmp_path, monkeypatch):
    database = tmp_path / "lkjip.db"
    shutil.copy(loaded / "lkjip.db", database)
    with sqlite3.connect(database) as db:
        db.execute("update _lkjip_readings set reading = 'older'")
    read = []
    tasks = command.run_tasks
    monkeypatch.setattr(
        command, "run_tasks", lambda files, *a, **m: read.extend(files) or tasks(files, *a, **m)
    )
    assert run([loaded / "lkjip.pdf"], database, Language.EN) == 0
    assert read == [loaded / "lkjip.pdf"]


def test_a_changed_file_replaces_its_old_version(loaded, tmp_path, capsys):
    database, path = tmp_path / "lkjip.db", tmp_path / "lkjip.pdf"
    shutil.copy(loaded / "lkjip.db", database)
    path.write_bytes(SAMPLE.read_bytes() + b"\n% printed again\n")
    assert run([path], database, Language.EN) == 0
    assert "a new version" in capsys.readouterr().err
    with sqlite3.connect(database) as db:
        assert db.execute("select count(*) from reports").fetchone() == (2,)
        assert db.execute("select count(*) from superseded").fetchone() == (1,)
        assert db.execute("select count(*) from current_reports").fetchone() == (1,)


def test_a_corrected_reading_flows_into_figures_and_rules_and_survives(loaded, tmp_path):
    database = tmp_path / "lkjip.db"
    shutil.copy(loaded / "lkjip.db", database)
    with sqlite3.connect(database) as db:
        report_id, page, x0, top, x1, bottom = db.execute(
            "select report_id, page, x0, top, x1, bottom from observations where raw = '80' and read_by = 'ocr' and measure = 'target'"
        ).fetchone()
    with Store.open(database) as store:
        before = {f["message_id"] for f in store.findings()}
        store.decide(
            Review(
                report_id,
                Decision.MISREAD,
                "Ani",
                "2024-02-01T08:00:00+00:00",
                "",
                "",
                page,
                Box(x0, top, x1, bottom),
                "80",
                "70",
            )
        )
    for _ in range(2):  # at the next run, and after the file was read once more
        assert run([loaded / "lkjip.pdf"], database, Language.ID) == 0
        with sqlite3.connect(database) as db:
            seen = db.execute(
                "select raw, value, confidence from observations where page = ? and x0 = ? and top = ?",
                (page, x0, top),
            ).fetchall()
            assert seen == [("70", "70", 1.0)]
            assert db.execute("select other from doubts where text = '70'").fetchall() == [("80",)]
            after = {m for (m,) in db.execute("select message_id from findings")}
            assert any(" 80" in m for m in before - after)
            db.execute("update _lkjip_readings set reading = 'older'")
