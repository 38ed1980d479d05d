"""A run over a long scan that is killed goes on where it stopped."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "corpus"
PAGES = 3
PATIENCE = 180.0


@pytest.fixture
def long_scan(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(SAMPLES))
    from samples.scan_faults import Fault
    from samples.scan_grid import make_scan

    book = pypdfium2.PdfDocument.new()
    for seed in range(PAGES):
        book.import_pages(pypdfium2.PdfDocument(make_scan(seed, Fault())[0]))
    path = tmp_path / "scan.pdf"
    book.save(str(path))
    return path


def readings(cache):
    """The kept readings with the time at which they were written."""
    return {path.name: path.stat().st_mtime_ns for path in cache.rglob("*.json.gz")}


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups on Windows")
def test_pages_read_before_the_kill_are_not_read_again(long_scan, tmp_path):
    cache, db = tmp_path / "readings", tmp_path / "lkjip.db"
    command = [sys.executable, "-m", "lkjip", "run", str(long_scan), "--db", str(db), "--workers", "1"]
    environment = {**os.environ, "LKJIP_CACHE": str(cache)}
    first = subprocess.Popen(command, env=environment, start_new_session=True)
    until = time.monotonic() + PATIENCE
    while not readings(cache) and first.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    kept = readings(cache)
    assert 1 <= len(kept) < PAGES

    second = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert second.returncode == 0, second.stderr
    after = readings(cache)
    assert len(after) == PAGES
    assert kept.items() <= after.items()
    with sqlite3.connect(db) as connection:
        (read,) = connection.execute("SELECT count(*) FROM pages WHERE reader <> ''").fetchone()
    assert read == PAGES


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc")
def test_workers_end_with_the_process_that_started_them(long_scan, tmp_path):
    command = [
        sys.executable,
        "-m",
        "lkjip",
        "run",
        str(long_scan),
        "--db",
        str(tmp_path / "x.db"),
        "--workers",
        "2",
    ]
    run = subprocess.Popen(
        command, env={**os.environ, "LKJIP_CACHE": str(tmp_path / "readings")}, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + PATIENCE
    while len(group(run.pid)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    workers = group(run.pid)
    assert workers
    run.kill()  # the parent alone
    run.wait()
    until = time.monotonic() + 20
    while any(alive(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(alive(pid) for pid in workers)


def group(parent):
    """The processes that a process has started."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(status.parent.name))
    return found


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
