"""Writes the sample report and its gold file, or checks the committed ones against this code.

python corpus/samples/make_sample.py [--output FILE] [--check] [--drawn-agreements]
"""

import argparse
import io
import sys
from pathlib import Path

import pdfplumber

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the folder that holds the package ``samples``

from samples.report import SampleReport, build_report

DEFAULT_OUTPUT = Path(__file__).resolve().with_name("lkjip-kecamatan-contoh-2023.pdf")
POSITION_DIGITS = 1  # tenths of a point: finer differences are the PDF writer's rounding


def gold_path(pdf: Path) -> Path:
    """``NAME.gold.csv`` beside ``NAME.pdf``."""
    return pdf.with_name(pdf.stem + ".gold.csv")


def geometry(pdf: bytes) -> list[tuple[object, ...]]:
    """Every character, line, box and picture with its place: what a reader of the file can see."""
    seen: list[tuple[object, ...]] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            seen.append(("page", page.page_number, round(page.width), round(page.height)))
            for kind, things in sorted(page.objects.items()):
                seen.extend(
                    (
                        kind,
                        thing.get("text", ""),
                        *(round(thing[side], POSITION_DIGITS) for side in ("x0", "top", "x1", "bottom")),
                    )
                    for thing in things
                )
    return seen


def differences(expected: SampleReport, pdf: Path) -> list[str]:
    """What differs between the files on disk and what the code draws; empty when nothing does.

    Equal bytes are enough. Otherwise text and geometry decide, because another release of reportlab or zlib
    may write the same pages with other bytes.
    """
    gold = gold_path(pdf)
    missing = [f"{path} is missing" for path in (pdf, gold) if not path.is_file()]
    if missing:
        return missing
    found = []
    if gold.read_text(encoding="utf-8") != expected.gold_csv:
        found.append(f"{gold.name} is not what the facts and the layout give")
    committed = pdf.read_bytes()
    if committed != expected.pdf and geometry(committed) != geometry(expected.pdf):
        found.append(f"{pdf.name} shows other text or geometry than the code draws")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code (1: the check found a difference)."""
    parser = argparse.ArgumentParser(description="Draw the sample LKjIP and its gold file.")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT, help="PDF to write or to check")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with the files on disk")
    parser.add_argument(
        "--drawn-agreements", action="store_true", help="draw lampiran 1 as text, not as scans"
    )
    options = parser.parse_args(arguments)
    if options.drawn_agreements and options.output == DEFAULT_OUTPUT:
        parser.error("--drawn-agreements needs --output: in the committed sample lampiran 1 is scanned")
    report = build_report(scanned_agreements=not options.drawn_agreements)
    if options.check:
        found = differences(report, options.output)
        for line in found:
            print(f"{line}; run make_sample.py to write it anew", file=sys.stderr)
        return 1 if found else 0
    options.output.write_bytes(report.pdf)
    gold_path(options.output).write_text(report.gold_csv, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
