"""Normalising and checking beside extraction, as shares within one run.

    python benchmarks/normalizing.py [--rounds N] PDF...

Give reports with text: scanned pages are left unread. Times are the best of the rounds, in one process, every
library loaded. The share of the rules is that of `check_report`.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from lkjip_checks import check_report
from lkjip_extract.reading import ReadOptions, Scans, read_document
from lkjip_normalize import normalize


def best(work: Callable[[], object], rounds: int) -> float:
    """The shortest of the rounds, seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("pdf", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    reading = ReadOptions(scans=Scans.LEAVE)
    check_report(normalize(read_document(options.pdf[0], reading)))  # loads the libraries
    print(f"{'file':60} {'extract s':>10} {'normalise':>10} {'check':>8}")
    sums = [0.0, 0.0, 0.0]
    for path in options.pdf:
        document = read_document(path, reading)
        report = normalize(document)
        times = [
            best(lambda path=path: read_document(path, reading), options.rounds),
            best(lambda document=document: normalize(document), options.rounds),
            best(lambda report=report: check_report(report), options.rounds),
        ]
        sums = [a + b for a, b in zip(sums, times, strict=True)]
        _print(path.name, times)
    _print("ALL", sums)


def _print(name: str, times: list[float]) -> None:
    extract, normalise, check = times
    print(f"{name[:60]:60} {extract:10.3f} {normalise / extract:10.2f} {check / extract:8.2f}")


if __name__ == "__main__":
    main()
