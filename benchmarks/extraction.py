"""Extraction beside its peers on the same pages, as ratios within one run.

    python benchmarks/extraction.py [--rounds N] [--camelot-files N] PDF...

Readers: `lkjip` opens, sorts, and reads words and tables (`read_document`); `tablers` reads its characters
(symbol, box, direction) and cells and does nothing with them; `pdfplumber` runs `extract_tables` on every
page; `camelot` runs its lattice parser on every page (of the first files only: it is slow). Times are the
best of the rounds, in which the readers take turns. In one process every library is loaded and warm; as a whole process Python starts,
imports and reads all files. Scanned files tell nothing here; give reports with text.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path


def read_lkjip(path: Path) -> None:
    """Pages, words, lines and tables."""
    from lkjip_extract.reading import read_document

    read_document(path)


def read_tablers(path: Path) -> None:
    """Characters and cells, thrown away."""
    import tablers

    document = tablers.Document(str(path))
    for index in range(document.page_count):
        page = document.get_page(index)
        page.extract_objects()
        for char in page.objects.chars:
            _ = char.unicode_char, char.bbox, char.rotation_degrees
        for table in tablers.find_tables(page, extract_text=False):
            for cell in table.cells:
                _ = cell.bbox
        page.clear_cache()
    document.close()


def read_pdfplumber(path: Path) -> None:
    """`extract_tables` of every page."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def read_camelot(path: Path) -> None:
    """The lattice parser on every page."""
    import warnings

    import camelot

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        camelot.read_pdf(str(path), pages="all", flavor="lattice")  # type: ignore[attr-defined]


READERS: dict[str, Callable[[Path], None]] = {
    "lkjip": read_lkjip,
    "tablers": read_tablers,
    "pdfplumber": read_pdfplumber,
    "camelot": read_camelot,
}


def shortest(jobs: dict[str, Callable[[], object]], rounds: dict[str, int]) -> dict[str, float]:
    """The shortest time of each job, seconds.

    They take turns, so that a machine that is slow for a while is slow for all of them.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(max(rounds.values())):
        for name, job in jobs.items():
            if turn < rounds[name]:
                start = time.perf_counter()
                job()
                times[name].append(time.perf_counter() - start)
    return {name: min(own) for name, own in times.items()}


def whole_process(name: str, paths: Sequence[Path]) -> None:
    """Start Python, and read all files with one reader.

    Python may keep what it compiles, as pip does for packages that it installs: else every start would compile lkjip's
    modules again, if they are run from the checkout, but not those of the others.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, __file__, "--only", name, *map(str, paths)], check=True, env=kept)


def turns(names: Sequence[str], rounds: int) -> dict[str, int]:
    """The slow readers are asked once."""
    return {name: rounds if name in {"lkjip", "tablers"} else 1 for name in names}


def peak_memory(path: Path) -> int:
    """Highest resident memory of a process that reads one file with lkjip, MB (Linux only)."""
    command = [sys.executable, __file__, "--memory", str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("pdf", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--camelot-files", type=int, default=1)
    parser.add_argument("--only", choices=READERS, help=argparse.SUPPRESS)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    paths: list[Path] = options.pdf
    if options.memory:
        read_lkjip(paths[0])
        status = Path("/proc/self/status").read_text(encoding="ascii")  # Linux; rusage counts the parent, too
        print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
        return
    if options.only:
        for path in paths:
            READERS[options.only](path)
        return
    in_process(paths, options.rounds, options.camelot_files)
    processes(paths, options.rounds, options.camelot_files)
    peaks = {peak_memory(path): path.name for path in paths}
    print(f"peak memory: at most {max(peaks)} MB ({peaks[max(peaks)]}), least {min(peaks)} MB")


def in_process(paths: Sequence[Path], rounds: int, camelot_files: int) -> None:
    """Ratios per file and over all files, in this process."""
    for reader in READERS.values():  # loads the libraries
        reader(paths[0])
    print("in one process")
    print(f"{'file':60} {'lkjip s':>8} {'/tablers':>9} {'pdfplumber/':>12} {'camelot/':>9}")
    sums = dict.fromkeys(READERS, 0.0)
    asked = 0.0
    for number, path in enumerate(paths):
        names = list(READERS) if number < camelot_files else [n for n in READERS if n != "camelot"]
        times = shortest({n: partial(READERS[n], path) for n in names}, turns(names, rounds))
        for name, seconds in times.items():
            sums[name] += seconds
        asked += times["lkjip"] if "camelot" in times else 0.0
        camelot = f"{times['camelot'] / times['lkjip']:.1f}" if "camelot" in times else ""
        print(
            f"{path.name[:60]:60} {times['lkjip']:8.3f} {times['lkjip'] / times['tablers']:9.2f} "
            f"{times['pdfplumber'] / times['lkjip']:12.1f} {camelot:>9}"
        )
    print(
        f"{'ALL':60} {sums['lkjip']:8.3f} {sums['lkjip'] / sums['tablers']:9.2f} "
        f"{sums['pdfplumber'] / sums['lkjip']:12.1f} {sums['camelot'] / asked if asked else 0:9.1f}"
    )


def processes(paths: Sequence[Path], rounds: int, camelot_files: int) -> None:
    """The same as whole processes, over all files."""
    names = ["lkjip", "tablers", "pdfplumber"]
    times = shortest({n: partial(whole_process, n, paths) for n in names}, turns(names, rounds))
    ours = times["lkjip"]
    print(
        f"whole process, all files: {ours:.2f} s, {ours / times['tablers']:.2f} times tablers, "
        f"1/{times['pdfplumber'] / ours:.1f} of pdfplumber"
    )
    if camelot_files:
        few = paths[:camelot_files]
        names = ["lkjip", "camelot"]
        times = shortest({n: partial(whole_process, n, few) for n in names}, turns(names, rounds))
        print(f"whole process, {len(few)} file(s): 1/{times['camelot'] / times['lkjip']:.1f} of camelot")


if __name__ == "__main__":
    main()
