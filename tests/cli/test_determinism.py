"""The same files give the same database, whatever the workers, the order, the locale, the time zone or the hash seed."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "corpus"))  # the folder that holds ``samples``

from lkjip_corpus.schema import key_order
from lkjip_schemas.fields import TABLE_SPECS
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"
BOTHER = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Asia/Jayapura", "LANG": "C"}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    place = tmp_path_factory.mktemp("same")
    for seed in (3, 4):
        (place / f"lkjip-{seed}.pdf").write_bytes(Pages(make_facts(seed), make_layout(seed)).pdf())
    shutil.copy(SAMPLE, place / "contoh.pdf")
    (place / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    return sorted(place.glob("*.pdf"))


def content(database):
    """All tables of the dictionary, ordered by their keys."""
    with sqlite3.connect(database) as db:
        return {
            s.name: db.execute(f"select * from {s.name} order by {key_order(s.name)}").fetchall()  # noqa: S608
            for s in TABLE_SPECS
        }


def run(database, files, *options, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "lkjip", "run", *map(str, files), "--db", str(database), *options],
        capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": "0", **environment},
    )  # fmt: skip
    assert done.returncode == 5, done.stderr  # one file is broken
    return content(database)


def test_the_same_files_give_the_same_database(reports, tmp_path):
    first = run(tmp_path / "a.db", reports, "--workers", "1")
    assert len(first["reports"]) == 4 and first["findings"]
    assert run(tmp_path / "b.db", reports[::-1], "--workers", "3", **BOTHER) == first
    one_by_one = tmp_path / "c.db"
    for path in (reports[2], reports[0], reports[3], reports[1]):
        subprocess.run(
            [sys.executable, "-m", "lkjip", "run", str(path), "--db", str(one_by_one)], capture_output=True
        )
    assert content(one_by_one) == first
