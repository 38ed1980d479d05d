"""Reading on a dask cluster: a real scheduler and two worker processes; one is killed in the middle."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lkjip.commands.run import run
from lkjip_schemas.bilingual import Language

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "corpus"))  # the folder that holds ``samples``

from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

pytest.importorskip("distributed")

FILES = 8
PATIENCE = 90.0
TABLES = ("reports", "cells", "observations", "findings", "rule_runs", "sentences")


def address_of(process):
    """The address that a scheduler prints when it is ready."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        line = process.stderr.readline()
        found = re.search(r"Scheduler at:\s*(tcp://\S+)", line)
        if found:
            return found.group(1)
        if process.poll() is not None:
            break
    raise AssertionError("the scheduler did not start")


@pytest.fixture
def cluster(tmp_path):
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "false"}
    common = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL, "text": True, "env": environment}
    scheduler = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
        ],
        **common,
    )
    started = [scheduler]
    try:
        address = address_of(scheduler)
        for n in range(2):
            quiet = {**common, "stderr": subprocess.DEVNULL}
            started.append(
                subprocess.Popen(
                    [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny",
                     "--no-dashboard", "--local-directory", str(tmp_path / f"worker{n}")],
                    **quiet,
                )
            )  # fmt: skip
        from distributed import Client

        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for seed in range(FILES):
        (place / f"lkjip-{seed}.pdf").write_bytes(
            Pages(make_facts(seed), make_layout(seed), parts=("report",)).pdf()
        )
    return place


def content(database):
    """The rows of the main tables, in the order of their keys."""
    with sqlite3.connect(database) as db:
        return {t: sorted(db.execute(f"select * from {t}").fetchall(), key=repr) for t in TABLES}  # noqa: S608


def test_a_worker_killed_in_the_middle_loses_nothing(cluster, folder, tmp_path, monkeypatch):
    address, workers = cluster
    killed = []
    from lkjip.commands import run as command

    load = command._load

    def kill_one(*arguments):
        if not killed:
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)
        return load(*arguments)

    monkeypatch.setattr(command, "_load", kill_one)
    assert run([folder], tmp_path / "cluster.db", Language.EN, scheduler=address) == 0
    assert killed
    monkeypatch.setattr(command, "_load", load)
    assert run([folder], tmp_path / "here.db", Language.EN, workers=2) == 0
    assert content(tmp_path / "cluster.db") == content(tmp_path / "here.db")


def test_a_scheduler_that_is_not_there_is_told(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("lkjip.cluster.CONNECT_SECONDS", 1.0)
    assert run([folder], tmp_path / "x.db", Language.ID, scheduler="tcp://127.0.0.1:9") == 3
    assert "tidak dapat dihubungi" in capsys.readouterr().err


def test_files_behind_an_fsspec_address(folder, tmp_path, capsys):
    """Local files under the file:// protocol: the same way as s3:// or https://, without a network."""
    (tmp_path / "far").mkdir()
    shutil.copy(folder / "lkjip-0.pdf", tmp_path / "far" / "lkjip-0.pdf")
    assert run([f"file://{tmp_path}/far"], tmp_path / "far.db", Language.EN, workers=1) == 0
    assert run([folder / "lkjip-0.pdf"], tmp_path / "near.db", Language.EN, workers=1) == 0
    assert content(tmp_path / "far.db") == content(tmp_path / "near.db")
    assert run([f"file://{tmp_path}/far"], tmp_path / "far.db", Language.EN, workers=1) == 0
    assert "unchanged" in capsys.readouterr().err
    assert run(["nothing://x/y.pdf"], tmp_path / "x.db", Language.EN) == 4
    assert "nothing://x/y.pdf" in capsys.readouterr().err
