"""The database in Datasette: read only, told in words, with queries that run."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip.commands.explore import QUERIES, explore, metadata
from lkjip.commands.export import export
from lkjip_corpus.errors import MissingDatabaseError
from lkjip_schemas.bilingual import Language

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


@pytest.fixture(scope="module")
def database(lkjip, tmp_path_factory):
    path = tmp_path_factory.mktemp("explore") / "lkjip.db"
    lkjip("run", SAMPLE, "--db", path)
    return path


def test_every_query_runs_on_the_database(database):
    with sqlite3.connect(database) as db:
        counts = {
            name: len(db.execute(sql, {"year": 2023} if ":year" in sql else {}).fetchall())
            for name, (*_, sql) in QUERIES.items()
        }
    assert counts["temuan_berat"] > 5 and counts["kecamatan_setahun"] == 1 and counts["target_berbeda"] >= 1


def test_datasette_takes_the_metadata_and_hides_what_is_internal(database, tmp_path):
    pytest.importorskip("datasette")
    told = tmp_path / "metadata.json"
    told.write_text(json.dumps(metadata(Language.ID)))
    link = tmp_path / "lkjip.db"
    link.symlink_to(database)
    done = subprocess.run(
        [sys.executable, "-m", "datasette", str(link), "--metadata", str(told), "--get", "/lkjip.json"],
        capture_output=True, text=True,
    )  # fmt: skip
    seen = json.loads(done.stdout)
    tables = {t["name"]: t["hidden"] for t in seen["tables"]}
    assert tables["_lkjip_places"] and not tables["findings"]
    assert {q["name"] for q in seen["queries"]} == set(QUERIES)


def test_without_datasette_it_says_how_to_get_it(database, monkeypatch, capsys):
    monkeypatch.setattr("lkjip.commands.explore.find_spec", lambda name: None)
    assert explore(database, Language.ID, port=1) == 3
    assert "pip install" in capsys.readouterr().err


def test_no_database(tmp_path):
    pytest.importorskip("datasette")
    with pytest.raises(MissingDatabaseError):
        explore(tmp_path / "none.db", Language.EN, port=1)


def test_charts_as_files(database, tmp_path):
    assert export(database, tmp_path / "charts", "charts", Language.ID) == 0
    names = sorted(p.name for p in (tmp_path / "charts").glob("*.svg"))
    assert names[-1] == "ranking-kabupaten-contoh-raya-2023.svg" and len(names) == 5
    assert "Kecamatan Contoh" in (tmp_path / "charts" / names[-1]).read_text("utf-8")
