"""Errors of reading scanned pages, above all silent ones, over the grid of generated scans.

    python benchmarks/scans.py [--limit N] [--workers N] [--vector] [--strengths] [--keep FOLDER]

Every page of `samples.scan_grid` is written to a temporary folder and read with `read_document`. A printed
figure is *right* when it is the text of a cell (spaces ignored) in the row that holds its label, *missing*
when that row or its figure cell was not found, else *wrong*; and *silently wrong* when a wrong one comes
without another reading and with a confidence of at least 0.9. All pages are read anew, because stored
readings go to the temporary folder, too; with LKJIP_CACHE set they stay, and the times tell nothing.
`--vector` reads the same pages as vectors with text: there the comparison itself is on trial. `--strengths`
counts each strength of a fault for itself.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import partial
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))  # the folder that holds ``samples``

from lkjip_extract.reading import read_document
from lkjip_schemas.document import Document, RawCell, RawTable
from samples.scan_grid import Fault, Truth, grid, make_page, make_scan

SURE = 0.9  # confidence from which a reading claims to be right
SAME_LABEL = 0.75  # likeness (0..1) from which a text is taken for a label: letters may be misread
LONG_LABEL = 12  # letters; only labels this long are looked for inside longer texts
CURRENCY = ("Rp", "Rp.")
TARGET, AMOUNT = "TARGET", "ANGGARAN"


class State(StrEnum):
    """What became of a printed figure."""

    RIGHT = "right"
    MISSING = "missing"
    DOUBTED = "wrong with doubt"
    SILENT = "silently wrong"


@dataclass(frozen=True)
class Outcome:
    """A printed figure and how it was read; `read` is empty when it is missing."""

    state: State
    label: str
    printed: str
    read: str = ""


@dataclass(frozen=True)
class PageResult:
    """All figures of one page of the grid; `failure` tells why the page could not be read at all."""

    seed: int
    fault: Fault
    outcomes: tuple[Outcome, ...]
    seconds: float
    failure: str = ""


def squeezed(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def likeness(text: str, label: str) -> float:
    """How much a text looks like a label, 0..1, whatever its blanks and capitals."""
    matcher = SequenceMatcher(None, squeezed(text).casefold(), squeezed(label).casefold(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= SAME_LABEL else 0.0


def table_rows(tables: Iterable[RawTable]) -> Iterator[tuple[RawTable, list[RawCell]]]:
    """Every row of every table with the cells that reach into it, from left to right."""
    for table in tables:
        for number in range(table.n_rows):
            cells = [cell for cell in table.cells if cell.row <= number < cell.row + cell.row_span]
            yield table, sorted(cells, key=lambda cell: cell.col)


def label_cell(cells: Sequence[RawCell], label: str) -> tuple[float, RawCell | None]:
    """The cell of a row that looks most like the label, and how much (0 and None when none does)."""
    best: tuple[float, RawCell | None] = (0.0, None)
    for cell in cells:
        alike = likeness(cell.text, label)
        if len(label) >= LONG_LABEL and squeezed(label).casefold() in squeezed(cell.text).casefold():
            alike = max(alike, SAME_LABEL)
        if alike > best[0]:
            best = (alike, cell)
    return best if best[0] >= SAME_LABEL else (0.0, None)


def row_texts(cells: Sequence[RawCell], label: RawCell) -> set[str]:
    """What the cells of a row say besides its label; a lone currency mark belongs to the cell after it."""
    texts = [squeezed(cell.text) for cell in cells if cell is not label]
    marked = {first + second for first, second in pairwise(texts) if first in CURRENCY}
    return marked.union(texts)


def figure_cell(
    table: RawTable, cells: Sequence[RawCell], label: RawCell, heading: str, printed: str
) -> RawCell | None:
    """The cell of a row in which its figure was to be read.

    That is the one under the heading, or without such a heading the one right of the label that has digits
    and looks most like what is printed.
    """
    heads = [cell for cell in table.cells if likeness(cell.text.split("(")[0], heading) >= SAME_LABEL]
    for head in heads:
        for cell in cells:
            under = cell.col < head.col + head.col_span and head.col < cell.col + cell.col_span
            if under and cell is not label and cell is not head and cell.text.strip():
                return cell
    if heads:
        return None
    others = [
        cell for cell in cells if cell.col > label.col and any(letter.isdigit() for letter in cell.text)
    ]
    alike = [SequenceMatcher(None, squeezed(cell.text), squeezed(printed)).ratio() for cell in others]
    return others[alike.index(max(alike))] if others else None


def silent(cell: RawCell) -> bool:
    """Whether nothing about a cell warns of a misreading: sure, and no other reading of it."""
    return cell.place.confidence >= SURE and not cell.other


def judge(document: Document, label: str, printed: str, heading: str) -> Outcome:
    """What became of one printed figure."""
    found = [(label_cell(cells, label), table, cells) for table, cells in table_rows(document.tables)]
    best = max((alike for (alike, _), _, _ in found), default=0.0)
    wrong: RawCell | None = None
    for (alike, own), table, cells in found:
        if own is None or alike < best:
            continue
        if squeezed(printed) in row_texts(cells, own):
            return Outcome(State.RIGHT, label, printed, printed)
        wrong = wrong or figure_cell(table, cells, own, heading, printed)
    if wrong is None:
        return Outcome(State.MISSING, label, printed)
    return Outcome(State.SILENT if silent(wrong) else State.DOUBTED, label, printed, wrong.text)


def compare(document: Document, truth: Truth) -> tuple[Outcome, ...]:
    """What became of every figure of a page."""
    targets = [judge(document, label, printed, TARGET) for label, printed in truth.targets]
    amounts = [judge(document, label, printed, AMOUNT) for label, printed in truth.amounts]
    return (*targets, *amounts)


def measure(page: tuple[int, Fault], folder: Path, *, vector: bool) -> PageResult:
    """Draw one page of the grid, read it and compare."""
    seed, fault = page
    pdf, truth = (make_page if vector else make_scan)(seed, fault)
    path = folder / f"{seed}-{str(fault).replace(', ', '-').replace(' ', '_')}.pdf"
    path.write_bytes(pdf)
    start = time.perf_counter()
    try:
        document = read_document(path)
    except Exception as error:  # noqa: BLE001 - the other pages are still to be measured
        lost = (*truth.targets, *truth.amounts)
        outcomes = tuple(Outcome(State.MISSING, label, printed) for label, printed in lost)
        return PageResult(seed, fault, outcomes, time.perf_counter() - start, repr(error))
    return PageResult(seed, fault, compare(document, truth), time.perf_counter() - start)


def group(fault: Fault, *, strengths: bool) -> str:
    """The line of the result on which a page is counted."""
    names = list(fault.differences)
    if len(names) > 1:
        return " + ".join(names) if strengths else f"{len(names)} faults together"
    return str(fault) if strengths else "".join(names) or "clean"


def print_results(results: Sequence[PageResult], *, strengths: bool) -> None:
    """Counts per fault, totals, and every silent error."""
    counts: dict[str, Counter[State]] = {}
    for result in results:
        states = counts.setdefault(group(result.fault, strengths=strengths), Counter())
        states.update(outcome.state for outcome in result.outcomes)
    print(f"{'fault':36} {'figures':>8}" + "".join(f"{state:>18}" for state in State))
    for name, states in (*counts.items(), ("ALL", sum(counts.values(), Counter[State]()))):
        print(f"{name[:36]:36} {states.total():8}" + "".join(f"{states[state]:18}" for state in State))
    seconds = sorted(result.seconds for result in results)
    print(
        f"{len(results)} pages, {seconds[len(seconds) // 2]:.2f} s each (median), slowest {seconds[-1]:.2f} s"
    )
    for result in results:
        if result.failure:
            print(f"not read: {result.seed} ({result.fault}): {result.failure}")
        for outcome in result.outcomes:
            if outcome.state is State.SILENT:
                print(
                    f"silently wrong: {result.seed} ({result.fault}): printed {outcome.printed!r}, "
                    f"read {outcome.read!r} ({outcome.label})"
                )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--limit", type=int, help="number of pages, spread evenly over the grid")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--vector", action="store_true", help="read vector pages instead of scans")
    parser.add_argument("--strengths", action="store_true", help="count each strength of a fault for itself")
    parser.add_argument("--keep", type=Path, help="folder in which the PDFs stay")
    options = parser.parse_args()
    pages = grid()
    if options.limit:
        wanted = min(options.limit, len(pages))
        pages = [pages[number * len(pages) // wanted] for number in range(wanted)]
    with tempfile.TemporaryDirectory() as temporary:
        os.environ.setdefault("LKJIP_CACHE", temporary)
        folder: Path = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        work = partial(measure, folder=folder, vector=options.vector)
        # Fresh processes: a forked one may inherit locks of libraries that have threads.
        with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as executor:
            results = []
            for result in executor.map(work, pages):
                results.append(result)
                print(f"\r{len(results)}/{len(pages)} pages", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
    print_results(results, strengths=options.strengths)


if __name__ == "__main__":
    main()
