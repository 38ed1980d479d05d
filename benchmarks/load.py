"""Thousands of reports in one run, one report of thousands of pages, many readers of the review application.

    python benchmarks/load.py [--reports 2000] [--pages 75] [--long 3600] [--readers 50] [--folder DIR]

Memory is told at every tenth of the run, so that growth is seen; time per report of each tenth, too.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))  # the folder that holds ``samples``

from samples.thick import thick_report

_DONE = re.compile(r"\[(\d+)/(\d+)\]")


def write(folder: Path, seed: int, pages: int) -> None:
    """One report, unless it is there."""
    path = folder / f"lkjip-{seed:05}.pdf"
    if not path.exists():
        path.write_bytes(thick_report(seed, pages))


def megabytes(process: int) -> float:
    """Resident memory of a process, MB; 0 when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found.group(1)) / 1024 if found else 0.0


def children(process: int) -> list[int]:
    """The processes that a process started."""
    try:
        return [int(c) for c in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


class Workers:
    """Looks at the memory of the workers of a run every half second."""

    def __init__(self, parent: int) -> None:
        self.largest = 0.0
        self._parent, self._over = parent, Event()
        Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while not self._over.wait(0.5):
            self.largest = max([self.largest, *(megabytes(c) for c in children(self._parent))])

    def taken(self) -> float:
        """The largest since the last question, MB."""
        largest, self.largest = self.largest, 0.0
        return largest

    def stop(self) -> None:
        """No more looking."""
        self._over.set()


def watched(folder: Path, database: Path, tenths: int = 10) -> None:
    """Run over a folder; a line per tenth."""
    print(f"{'reports':>8} {'seconds':>8} {'s/report':>9} {'parent MB':>10} {'largest worker MB':>18}")
    command = [
        sys.executable,
        "-m",
        "lkjip",
        "run",
        str(folder),
        "--db",
        str(database),
        "--workers",
        "2",
        "--lang",
        "en",
    ]
    start = before = time.perf_counter()
    reported = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        workers = Workers(run.pid)
        for line in run.stderr or ():
            found = _DONE.match(line)
            if not found:
                print("   ", line.rstrip()[:150])
                continue
            done, total = map(int, found.groups())
            if done * tenths // total > reported * tenths // total or done == total:
                now = time.perf_counter()
                each = (now - before) / max(done - reported, 1)
                memory = f"{megabytes(run.pid):10.0f} {workers.taken():18.0f}"
                print(f"{done:8} {now - start:8.0f} {each:9.3f} {memory}", flush=True)
                before, reported = now, done
        workers.stop()
    whole = time.perf_counter() - start
    print(
        f"{whole:.0f} s in all, exit code {run.returncode}, {database.stat().st_size / 1e6:.0f} MB of database"
    )
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    again = time.perf_counter() - start
    print(f"again: {again:.1f} s ({again / whole:.4f} of the first run)", flush=True)


def readers(database: Path, count: int) -> None:
    """So many readers at once open pages of the review application; each ten times."""
    port = 18731
    server = subprocess.Popen(
        [sys.executable, "-m", "lkjip", "review", "--db", str(database), "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        home, index = f"http://127.0.0.1:{port}/", ""
        for _ in range(100):
            time.sleep(0.2)
            try:
                index = urllib.request.urlopen(home).read().decode()
                break
            except OSError:
                continue

        reports = re.findall(r'href="/report/(\w+)"', index)[:10]
        addresses = [
            home,
            *(f"{home}report/{r}" for r in reports),
            *(f"{home}image/{r}/page/3.png" for r in reports),
        ]

        def visit(number: int) -> float:
            began = time.perf_counter()
            with urllib.request.urlopen(addresses[number % len(addresses)]) as answer:  # noqa: S310 - our own server
                answer.read()
            return time.perf_counter() - began

        with ThreadPoolExecutor(count) as crowd:
            times = list(crowd.map(visit, range(count * 10)))
        print(
            f"{count} readers, {len(times)} pages: median {statistics.median(times):.2f} s, slowest {max(times):.2f} s; "
            f"server {megabytes(server.pid):.0f} MB"
        )
    finally:
        server.kill()
        server.wait()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("reports", 2000), ("pages", 75), ("long", 3600), ("readers", 50)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--folder", type=Path, help="where the reports are kept between runs")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch) / "reports"
        folder.mkdir(parents=True, exist_ok=True)
        with ProcessPoolExecutor(os.cpu_count()) as makers:
            list(
                makers.map(
                    write, [folder] * given.reports, range(given.reports), [given.pages] * given.reports
                )
            )
        database = Path(scratch) / "load.db"
        watched(folder, database)
        if given.readers:
            readers(database, given.readers)
        if given.long:
            single = Path(scratch) / "long"
            single.mkdir()
            write(single, 7, given.long)
            print(f"\none report of {given.long} pages")
            watched(single, Path(scratch) / "long.db")


if __name__ == "__main__":
    main()
