"""The command line as a user runs it: a process, its exit code, stdout and stderr."""

import csv
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


@pytest.fixture(scope="module")
def database(lkjip, tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    done = lkjip("run", SAMPLE, "--db", path, "--lang", "id")
    assert done.returncode == 0, done.stderr
    return path, done


def dump(path):
    """Everything in the database but the inside of the full-text index, which remembers what was deleted."""
    with sqlite3.connect(path) as db:
        return [line for line in db.iterdump() if "_fts_" not in line]


def test_the_sample_is_told_with_its_main_contradiction(database):
    _, done = database
    assert "LKjIP | Kecamatan Contoh | 2023" in done.stdout
    assert "CT-01 [tinggi]" in done.stdout
    first = done.stdout[done.stdout.index("CT-01") :]
    for figure in ("70", "80", "75"):
        assert figure in first
    assert "Traceback" not in done.stderr


def test_the_main_contradiction_names_every_place_and_the_achievement_under_each_target(lkjip, database):
    path, _ = database
    (found,) = [
        f
        for f in json.loads(lkjip("findings", "--db", path, "--rule", "CT-01", "--json").stdout)
        if {"80", "75"} <= {x["raw"] for x in f["figures"]}
    ]
    assert {"17", "19"} <= set(found["pages"].split(";"))
    assert {x["raw"] for x in found["figures"]} >= {"70", "70.00", "80", "75"}
    for printed in ("128,76", "112,66", "120,17"):
        assert printed in found["message_id"]


def test_the_planted_errors_of_the_sample_are_found(lkjip, database):
    path, _ = database
    rows = json.loads(lkjip("findings", "--db", path, "--folded", "--json").stdout)
    told = " ".join(f["message_id"] for f in rows)
    for printed in ("37.690.000", "110.393.396", "99.77", "103,01", "744.978.713", "1.404.737.157"):
        assert printed in told


def test_running_again_changes_nothing(lkjip, database):
    path, _ = database
    before = dump(path)
    again = lkjip("run", SAMPLE, "--db", path, "--lang", "en")
    assert again.returncode == 0
    assert "1 unchanged" in again.stderr
    assert dump(path) == before
    lkjip("run", SAMPLE, "--db", path, "--force")
    assert dump(path) == before


def test_findings_count_when_asked(lkjip, database):
    path, _ = database
    assert lkjip("run", SAMPLE, "--db", path, "--fail-on", "high").returncode == 1


def test_bad_files_are_named_and_the_rest_is_loaded(lkjip, tmp_path):
    (tmp_path / "kosong.pdf").write_bytes(b"")
    (tmp_path / "rusak.pdf").write_bytes(b"not a pdf")
    (tmp_path / "baik.pdf").write_bytes(SAMPLE.read_bytes())
    done = lkjip("run", tmp_path, "--db", tmp_path / "x.db", "--lang", "en")
    assert done.returncode == 5
    assert "kosong.pdf" in done.stderr and "empty" in done.stderr
    assert "rusak.pdf" in done.stderr and "damaged" in done.stderr
    with sqlite3.connect(tmp_path / "x.db") as db:
        assert sorted(db.execute("select file, status from reports")) == [
            ("baik.pdf", "ok"),
            ("kosong.pdf", "failed"),
            ("rusak.pdf", "failed"),
        ]


def test_exit_codes(lkjip, tmp_path):
    assert lkjip("run", tmp_path, "--db", tmp_path / "x.db").returncode == 4
    assert lkjip("run", tmp_path / "tidak-ada.pdf", "--db", tmp_path / "x.db").returncode == 4
    assert lkjip("run").returncode == 2
    assert lkjip("rules", "ZZ-99").returncode == 2
    (tmp_path / "bukan.db").write_text("this is no database, it is a long enough text " * 50)
    assert lkjip("run", SAMPLE, "--db", tmp_path / "bukan.db").returncode == 6
    assert lkjip("findings", "--db", tmp_path / "tidak-ada.db").returncode == 6


def test_export_csv_and_excel(lkjip, database, tmp_path):
    path, _ = database
    assert lkjip("export", "--db", path, "--format", "csv", tmp_path / "csv").returncode == 0
    with (tmp_path / "csv" / "observations.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {"80", "75"} <= {r["raw"] for r in rows if r["table_kind"] == "pk_sasaran"}
    assert lkjip("export", "--db", path, "--format", "xlsx", tmp_path / "x.xlsx").returncode == 0
    assert (tmp_path / "x.xlsx").read_bytes()[:2] == b"PK"


def test_show_draws_a_page(lkjip, tmp_path):
    done = lkjip("show", SAMPLE, "--page", 13, "-o", tmp_path / "p.png", "--lang", "en")
    assert done.returncode == 0
    assert "Page 13: text" in done.stdout
    assert (tmp_path / "p.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert lkjip("show", SAMPLE, "--page", 999, "-o", tmp_path / "q.png").returncode == 2


def test_findings_in_the_phrases_of_an_evaluation_report(lkjip, database):
    path, _ = database
    told = lkjip("findings", "--db", path, "--min-severity", "high", "--phrased", "--lang", "id").stdout
    assert "Namun demikian, masih terdapat" in told and "Agar menyelaraskan target" in " ".join(told.split())


def test_rules_and_doctor_speak_both_languages(lkjip):
    assert "80 kaidah" in lkjip("rules", "--lang", "id").stdout
    assert "80 rules" in lkjip("rules", "--lang", "en").stdout
    assert "AR-04" in lkjip("rules", "ar-04", "--lang", "id").stdout
    assert lkjip("doctor", "--lang", "en").returncode == 0
    assert "Membaca" in lkjip("--help", "--lang", "id").stdout


def test_figures_of_the_sample_are_those_of_its_facts(lkjip, database, tmp_path):
    """The gold file is made from the generator's facts, not from what lkjip read."""
    path, _ = database
    lkjip("export", "--db", path, "--format", "csv", tmp_path / "csv")
    with (tmp_path / "csv" / "observations.csv").open(encoding="utf-8", newline="") as stream:
        read = {(r["page"], r["measure"], r["period"], r["raw"]) for r in csv.DictReader(stream)}
    with SAMPLE.with_suffix(".gold.csv").open(encoding="utf-8", newline="") as stream:
        gold = [(r["page"], r["measure"], r["period"], r["raw"]) for r in csv.DictReader(stream)]
    missing = [g for g in gold if g not in read and not g[1].startswith("other:")]
    assert missing == []


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [("id", "terkunci kata sandi", "password"), ("en", "locked with a password", "sandi")],
)
def test_a_locked_file_is_told_in_one_language(lkjip, tmp_path, language, own, other):
    path = tmp_path / "terkunci.pdf"
    canvas = Canvas(str(path), encrypt="rahasia")
    canvas.drawString(72, 700, "LAPORAN KINERJA")
    canvas.save()
    for _ in range(2):  # read, then told from the database
        done = lkjip("run", path, "--db", tmp_path / "a.db", "--lang", language)
        assert done.returncode == 4
        assert own in done.stdout and other not in done.stdout
        assert other not in done.stderr


def test_help_imports_no_heavy_package():
    code = (
        "import sys; from lkjip.cli import main; main(['--help'])\n"
        "sys.exit(bool({'numpy', 'pandas', 'pydantic', 'sqlite_utils', 'tablers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
