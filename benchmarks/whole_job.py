"""The whole job, PDF to SQLite with findings, beside pdfplumber; more workers; a second run; more reports.

    python benchmarks/whole_job.py [--generated 10 100 1000] PDF...

Give text reports: scanned pages would measure the OCR engine. Every figure is a ratio of times taken one after the
other in one run of this script; commands run as processes of their own, as a user starts them.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpus"))  # the folder that holds ``samples``

PDFPLUMBER = """
import sys, pdfplumber
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
"""


def timed(*command: str) -> tuple[float, float]:
    """Seconds of a command, and the largest memory that any finished child had so far, MB."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def lkjip(database: Path, *arguments: str) -> float:
    """Seconds of a `lkjip run` into `database`."""
    return timed(sys.executable, "-m", "lkjip", "run", "--db", str(database), *arguments)[0]


def warm(paths: list[Path]) -> list[float]:
    """Seconds per 40 pages for each report of 20 pages and more, in a process that has read one already."""
    from lkjip.work import Done, process, ready

    seconds = []
    process(paths[0])
    for path in paths:
        start = time.perf_counter()
        done = process(path)
        if not isinstance(done, Done):
            continue
        ready(done)
        spent = time.perf_counter() - start
        if len(done.report.pages) >= 20:
            seconds.append(spent / len(done.report.pages) * 40)
    return sorted(seconds)


PARENT_MEMORY = """
import resource, sys
from lkjip.cli import main
main(sys.argv[1:])
sys.stderr.write(f"\\nPARENT {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}\\n")
"""


def generated(counts: list[int]) -> None:
    """Time per report and memory of the parent for so many generated reports."""
    from samples.planted.facts import make_facts
    from samples.planted.layout import make_layout
    from samples.planted.pages import Pages

    print(f"\n{'reports':>8} {'s/report':>9} {'parent MB':>10} {'rerun':>7}")
    with tempfile.TemporaryDirectory() as scratch:
        for count in sorted(counts):
            folder = Path(scratch) / f"reports-{count}"
            folder.mkdir()
            for seed in range(count):
                (folder / f"lkjip-{seed}.pdf").write_bytes(Pages(make_facts(seed), make_layout(seed)).pdf())
            database = Path(scratch) / f"{count}.db"
            command = [sys.executable, "-c", PARENT_MEMORY, "run", str(folder), "--db", str(database)]
            start = time.perf_counter()
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            first = time.perf_counter() - start
            memory = done.stderr.rsplit("PARENT", 1)[1].strip()
            again = lkjip(database, str(folder))
            print(f"{count:8} {first / count:9.3f} {memory:>10} {again / first:7.3f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("pdf", nargs="*", type=Path)
    parser.add_argument("--generated", nargs="*", type=int, default=[])
    options = parser.parse_args()
    if options.pdf:
        paths = [str(p) for p in options.pdf]
        with tempfile.TemporaryDirectory() as scratch:
            one = lkjip(Path(scratch) / "one.db", "--workers", "1", *paths)
            two = lkjip(Path(scratch) / "two.db", "--workers", "2", *paths)
            again = lkjip(Path(scratch) / "two.db", "--workers", "2", *paths)
        plumber = timed(sys.executable, "-c", PDFPLUMBER, *paths)[0]
        print(
            f"{len(paths)} files: pdfplumber {plumber:.1f} s, one worker {one:.1f} s, two workers {two:.1f} s"
        )
        print(
            f"pdfplumber.extract_tables / whole job: {plumber / one:.1f} (one worker), {plumber / two:.1f} (two)"
        )
        print(f"one worker / two workers: {one / two:.2f}")
        print(f"second run / first run: {again / two:.3f}")
        seconds = warm(options.pdf)
        if seconds:
            print(
                f"40 pages in a warm process: {seconds[len(seconds) // 2]:.2f} s in the median of {len(seconds)} reports, "
                f"the slowest {seconds[-1]:.2f} s"
            )
    if options.generated:
        generated(options.generated)


if __name__ == "__main__":
    main()
