"""Errors found in copies of consistent reports, and accusations of the consistent originals.

    python benchmarks/planted.py [--reports N] [--first SEED] [--copies N] [--scanned N] [--workers N] [--keep FOLDER]
                                 [--write]

`samples.planted` draws `--reports` consistent reports in layouts of many kinds, and copies of them with one planted
error each (`--copies` kinds for every report, in turn, so that every kind is planted about as often). All are read,
normalised and checked. An error counts as found when one of its rules tells it, folded or not, naming the planted
text; an accusation is a finding of class a or b in an original. Of the first `--scanned` reports the original and one
copy are read a second time as scans: pictures of their pages, askew and grainy, without any text. `--write` renews
`docs/planted-errors.md`.
"""

import argparse
import io
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))  # the folder that holds ``samples``

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lkjip_checks import check_report
from lkjip_extract.reading import read_document
from lkjip_normalize import normalize
from lkjip_schemas.finding import Finding
from lkjip_schemas.vocabulary import FindingClass
from samples.planted.errors import KINDS, ErrorKind, Planted
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages
from samples.scan import DPI, POINTS_PER_INCH, scanned_pages

ACCUSING = (FindingClass.ARITHMETIC, FindingClass.CONFLICT)
DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "planted-errors.md"


@dataclass(frozen=True)
class Outcome:
    """One report: its seed, the planted kind ("" for an original), whether it was found, what was accused, whether it
    was read as a scan."""

    seed: int
    kind: str
    found: bool
    accused: tuple[str, ...]
    scanned: bool = False


def scan_of(pdf: bytes) -> bytes:
    """The same report as pictures of its pages."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for picture in scanned_pages(pdf):
        image = Image.open(io.BytesIO(picture))
        size = (image.width * POINTS_PER_INCH / DPI, image.height * POINTS_PER_INCH / DPI)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def findings_of(seed: int, planted: Planted | None, folder: Path, *, scanned: bool) -> tuple[Finding, ...]:
    """The findings of a report, drawn, read and checked."""
    path = folder / f"laporan-{seed}.pdf"
    pdf = Pages(make_facts(seed), make_layout(seed), planted.changes if planted else None).pdf()
    path.write_bytes(scan_of(pdf) if scanned else pdf)
    return check_report(normalize(read_document(path)))[0]


def told(finding: Finding, kind: ErrorKind, planted: Planted) -> bool:
    """Whether a finding tells the planted error."""
    words = " ".join((finding.message_id, *(f.raw for f in finding.figures)))
    accuses = finding.finding_class is not FindingClass.EXTRACTION_DOUBT
    return finding.rule_id in kind.rules and accuses and all(text in words for text in planted.told)


def judge(seed: int, copies: int, keep: Path | None, scanned: bool = False) -> list[Outcome]:
    """The original with this seed and its copies."""
    facts, layout = make_facts(seed), make_layout(seed)
    outcomes = []
    with tempfile.TemporaryDirectory() as name:
        folder = keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        accused = [
            f
            for f in findings_of(seed, None, folder, scanned=scanned)
            if f.finding_class in ACCUSING and not f.folded_into
        ]
        outcomes.append(Outcome(seed, "", not accused, tuple(f.message_id for f in accused), scanned))
        for turn in range(copies):
            kind = KINDS[(seed * copies + turn) % len(KINDS)]
            planted = kind.plant(facts, layout)
            if planted is None:
                continue
            found = any(told(f, kind, planted) for f in findings_of(seed, planted, folder, scanned=scanned))
            outcomes.append(Outcome(seed, kind.name, found, (), scanned))
    return outcomes


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """The results as lines of a document."""
    planted = Counter(o.kind for o in outcomes if o.kind)
    found = Counter(o.kind for o in outcomes if o.kind and o.found)
    originals = [o for o in outcomes if not o.kind]
    accused = [o for o in originals if not o.found]
    lines = ["| planted error | rules | planted | found |", "|---|---|---|---|"]
    lines += [
        f"| {k.name} | {', '.join(k.rules)} | {planted[k.name]} | {found[k.name]} |"
        for k in KINDS
        if planted[k.name]
    ]
    share = sum(found.values()) / max(1, sum(planted.values()))
    return [
        *lines,
        "",
        f"{sum(found.values())} of {sum(planted.values())} planted errors found ({share:.4f}). "
        f"{len(accused)} of {len(originals)} consistent originals accused of anything.",
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and write where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--scanned", type=int, default=0, help="so many reports are read as scans, too")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    seeds = range(options.first, options.first + options.reports)
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        tasks = [pool.submit(judge, seed, options.copies, options.keep) for seed in seeds]
        tasks += [pool.submit(judge, seed, 1, options.keep, True) for seed in seeds[: options.scanned]]
        outcomes = [o for task in tasks for o in task.result()]
    for o in outcomes:
        if not o.found:
            what = f"{'scan of ' if o.scanned else ''}seed {o.seed}: {o.kind or 'original accused'}"
            print(what, *(f"\n    {m[:200]}" for m in o.accused))
    lines = table([o for o in outcomes if not o.scanned])
    if options.scanned:
        lines += ["", "## Read as scans", "", *table([o for o in outcomes if o.scanned])]
    print("\n".join(lines))
    if options.write:
        head = (
            "# Planted errors\n\nWritten by `python benchmarks/planted.py --write` "
            f"(reports {options.reports}, first seed {options.first}, copies {options.copies}, "
            f"scanned {options.scanned}). Consistent "
            "reports are drawn in "
            "many layouts (fonts, rulings, number formats, words of headings, merged cells, portrait and "
            "landscape); each copy "
            "carries one error of the kinds below. Reports read as scans are pictures of their pages, askew and "
            "grainy, without text: what their figures say is told with less certainty.\n"
        )
        DOCUMENT.write_text("\n".join([head, *lines, ""]), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
