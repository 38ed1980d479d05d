"""What becomes of a run when the processes that read hang or die."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from lkjip.commands import run as run_command
from lkjip.executor import read_watched, run_tasks
from lkjip.work import Failed, Ready
from lkjip_extract.errors import LONGEST, what_failed
from lkjip_schemas.bilingual import Language
from lkjip_schemas.vocabulary import PageKind, ReportStatus

PAGE_SECONDS = 3.0


@pytest.fixture
def misbehaving(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import misbehaving

    return misbehaving


@pytest.fixture
def report(tmp_path):
    """A report of three pages with some text on each."""

    def make(name):
        path = tmp_path / name
        canvas = Canvas(str(path), invariant=True)
        for number in (1, 2, 3):
            canvas.drawString(72, 700, f"{name}: uraian capaian kinerja pada halaman {number}")
            canvas.showPage()
        canvas.save()
        return path

    return make


def kinds(result):
    return [page["kind"] for page in result.rows["pages"]]


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        ("hangs", ("melebihi 3 detik", "took more than 3 seconds")),
        ("dies", ("proses pembaca terhenti", "the reading process died")),
        ("dies_when_loaded", ("proses pembaca terhenti", "the reading process died")),
    ],
)
def test_page_that_stops_its_process_is_left_out(misbehaving, report, behaviour, words):
    result = read_watched(report("a.pdf"), PAGE_SECONDS, task=getattr(misbehaving, behaviour))
    assert isinstance(result, Ready)
    assert result.rows["reports"][0]["status"] == ReportStatus.PARTIAL
    assert kinds(result) == [PageKind.TEXT, PageKind.BROKEN_TEXT, PageKind.TEXT]
    assert all(w in result.rows["pages"][1]["note"] for w in words)
    assert [s["page"] for s in result.rows["sentences"]] == [1, 3]


@pytest.mark.parametrize("behaviour", ["hangs", "dies"])
def test_other_files_of_a_run_are_read(misbehaving, report, behaviour):
    paths = [report("a.pdf"), report("b.pdf")]
    results = dict(run_tasks(paths, 2, PAGE_SECONDS, task=getattr(misbehaving, behaviour)))
    assert sorted(results) == paths
    for result in results.values():
        assert kinds(result) == [PageKind.TEXT, PageKind.BROKEN_TEXT, PageKind.TEXT]


class PoolThatEnds:
    """Takes two tasks, then one of its workers is gone and it takes no more."""

    lost = ()

    def open(self, workers):
        executor = ThreadPoolExecutor(workers)
        submit, taken = executor.submit, []

        def at_most_two(*given):
            taken.append(given)
            if len(taken) > 2:
                raise BrokenProcessPool
            return submit(*given)

        executor.submit = at_most_two
        return executor


def test_no_file_is_lost_when_the_pool_ends_while_it_is_handed_one(report):
    paths = [report(f"{name}.pdf") for name in "abcd"]
    results = run_tasks(paths, 1, PAGE_SECONDS, pool=PoolThatEnds())
    assert sorted(path for path, _ in results) == paths


def test_run_goes_on_when_a_worker_is_killed_while_it_answers(report):
    # In a process of its own, which is given up when it waits for ever.
    paths = [str(report(f"{name}.pdf")) for name in "abc"]
    code = (
        "import sys; from pathlib import Path; import misbehaving; from lkjip.executor import run_tasks\n"
        "if __name__ == '__main__':\n"
        "    paths = [Path(p) for p in sys.argv[1:]]\n"
        "    print(len(dict(run_tasks(paths, 2, 20.0, task=misbehaving.dies_while_it_answers))))\n"
    )
    here = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", code, *paths],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": here},
        check=False,
    )
    assert done.stdout == "3\n", done.stderr


def test_file_is_left_out_when_its_process_is_killed_while_it_answers(misbehaving, report):
    result = read_watched(report("a.pdf"), PAGE_SECONDS, task=misbehaving.dies_while_it_answers)
    assert isinstance(result, Failed)
    assert "the reading process died" in result.reason_en


def test_long_answers_leave_no_files_behind(report, tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    left_behind = folder / "lkjip-answers-999999999-killed"  # no process has so high a number
    left_behind.mkdir(parents=True)
    (left_behind / "answer").write_bytes(b"x")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    paths = [report(f"{name}.pdf") for name in "abc"]
    for _path, result in run_tasks(paths, 2, 20.0):
        assert isinstance(result, Ready)
        assert [p.name.rpartition("-")[0] for p in folder.iterdir()] == [f"lkjip-answers-{os.getpid()}"]
    assert list(folder.iterdir()) == []


def test_file_whose_worker_has_no_memory_left_is_read_by_another(misbehaving, report):
    paths = [report("a.pdf"), report("b.pdf")]
    results = dict(run_tasks(paths, 1, PAGE_SECONDS, task=misbehaving.has_no_memory))
    assert sorted(results) == paths
    for result in results.values():
        assert kinds(result) == [PageKind.TEXT] * 3


def test_page_that_wants_more_memory_than_there_is_is_left_out(misbehaving, report):
    paths = [report("a.pdf"), report("b.pdf")]
    results = dict(run_tasks(paths, 1, PAGE_SECONDS, task=misbehaving.never_has_memory))
    for result in results.values():
        assert kinds(result) == [PageKind.TEXT, PageKind.BROKEN_TEXT, PageKind.TEXT]
        assert "out of memory" in result.rows["pages"][1]["note"]


def test_traceback_of_a_library_is_shown_as_one_line():
    told = RuntimeError("Traceback (most recent call last):\n  File x, line 3\nValueError: no such node\n")
    assert what_failed(told) == "ValueError: no such node"
    assert what_failed(RuntimeError("first\nsecond")) == "first"
    assert what_failed(RuntimeError("")) == "RuntimeError"
    assert len(what_failed(RuntimeError("x" * 999))) == LONGEST


def test_file_that_ends_every_process_is_given_up_with_a_reason(misbehaving, report):
    result = read_watched(report("a.pdf"), PAGE_SECONDS, task=misbehaving.dies_at_once)
    assert isinstance(result, Failed)
    assert result.file == "a.pdf"
    assert "terhenti" in result.reason_id
    assert "died" in result.reason_en


def test_pages_are_told_before_they_are_read(report):
    told = []
    result = read_watched(report("a.pdf"), watch=lambda page, total: told.append((page, total)))
    assert isinstance(result, Ready)
    assert told[:3] == [(1, 3), (2, 3), (3, 3)]
    assert told[-1] == (0, 3)


def test_one_file_is_given_to_all_workers(report, monkeypatch, tmp_path):
    """Its scanned pages are read side by side."""
    asked = []

    def noted(paths, workers, *rest):
        asked.append((len(paths), workers))
        return run_tasks(paths, workers, *rest)

    monkeypatch.setattr(run_command, "run_tasks", noted)
    run_command.run([report("a.pdf")], tmp_path / "a.db", Language.EN, workers=3)
    assert asked == [(1, 3)]
