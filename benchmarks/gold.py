"""Accuracy on the hand-read figures of `../shared`, held against the best that ever landed.

    python benchmarks/gold.py [--raise]

The PDFs that have gold are read with `lkjip run`, exported, and scored with the scripts of `../shared/tools`
(recall, precision and period of figures; share of figures in one row with their subject), and the kinds of
tables are compared with the lists beside the gold. `gold.json` holds the best shares; one that falls below is
an error (exit code 1). `--raise` writes shares that rose, and never lowers one. Scans are read without
Tesseract, so that every machine gets the same result; readings go to a temporary folder.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
RATCHET = HERE / "gold.json"
ALL = "ALL"
NAME = 52  # letters of a file's name in the lines of score.py
STEP = 0.00005  # shares are printed with four decimals

Shares = dict[str, dict[str, float]]
"""File name (or ALL) -> share by name: recall, precision, period, row_recall, kinds."""


def gold_files() -> list[Path]:
    """Gold files of which the PDF is there, by name."""
    found = [*(SHARED / "gold").glob("*.gold.csv"), *(SHARED / "magetan").glob("*.gold.csv")]
    return sorted(f for f in found if pdf_of(f).is_file())


def pdf_of(gold: Path) -> Path:
    """The PDF that a gold file labels."""
    name = gold.name.replace(".gold.csv", ".pdf")
    beside = gold.with_name(name)
    return beside if beside.is_file() else SHARED / "corpus" / name


def measure(folder: Path) -> Shares:
    """Read, export and score all gold files; `folder` takes the database and the export."""
    gold = gold_files()
    database, export = folder / "gold.db", folder / "export"
    environment = {**os.environ, "LKJIP_TESSERACT": "no", "LKJIP_CACHE": str(folder / "readings")}
    _call(["-m", "lkjip", "run", *map(str, map(pdf_of, gold)), "--db", str(database)], environment)
    _call(["-m", "lkjip", "export", "--db", str(database), "--format", "csv", str(export)], environment)
    tools = SHARED / "tools"
    names = [str(path) for path in gold]
    shares: Shares = defaultdict(dict)
    scored = _call([str(tools / "score.py"), str(export / "observations.csv"), *names], environment)
    stems = {_stem(path)[:NAME]: _stem(path) for path in gold} | {ALL: ALL}
    for line in scored.splitlines()[1:]:
        stem, (_, _, recall, _, period, _, precision) = stems[line[:NAME].strip()], line[NAME:].split()
        shares[stem] |= _numbers(recall=recall, period=period, precision=precision)
    rows = _call([str(tools / "row_recall.py"), str(export), *names], environment)
    for line in rows.splitlines():
        name, _, share = line.rsplit(maxsplit=2)
        stem = next(s for s in stems.values() if s[:60] == name.strip())
        shares[stem] |= _numbers(row_recall=share)
    shares[ALL]["kinds"] = round(kinds_share(export, gold), 4)
    return dict(shares)


def kinds_share(export: Path, gold: Sequence[Path]) -> float:
    """Share of the listed tables with labelled figures of which a table read on their pages has the kind."""
    with (export / "reports.csv").open(encoding="utf-8", newline="") as stream:
        stem = {row["report_id"]: Path(row["file"]).stem for row in csv.DictReader(stream)}
    read: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    with (export / "tables.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            pages = int(row["page_from"]), int(row["page_to"])
            read[stem[row["report_id"]]].append((*pages, row["kind"]))
    listed = right = 0
    for path in gold:
        tables = path.with_name(path.name.replace(".gold.csv", ".tables.csv"))
        if not tables.is_file():
            continue
        with path.open(encoding="utf-8", newline="") as stream:
            labelled = {(int(row["page"]), row["kind"]) for row in csv.DictReader(stream)}
        with tables.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                first, last, kind = int(row["page_from"]), int(row["page_to"]), row["kind"]
                if not any(k == kind and first <= page <= last for page, k in labelled):
                    continue
                listed += 1
                right += any(k == kind and f <= last and t >= first for f, t, k in read[_stem(path)])
    return right / listed if listed else 0.0


def fallen(shares: Shares, best: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Words for every share below the best."""
    return [
        f"{stem}: {name} {shares.get(stem, {}).get(name, 0.0):.4f}, best {value:.4f}"
        for stem, values in best.items()
        for name, value in values.items()
        if shares.get(stem, {}).get(name, 0.0) < value - STEP
    ]


def best() -> Shares:
    """The best shares that landed."""
    return json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.is_file() else {}


def raised(shares: Shares, before: Shares) -> Shares:
    """The higher of both for every share."""
    return {
        stem: {
            name: max(shares.get(stem, {}).get(name, 0.0), before.get(stem, {}).get(name, 0.0))
            for name in sorted({*shares.get(stem, {}), *before.get(stem, {})})
        }
        for stem in sorted({*shares, *before})
    }


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gold.csv")


def _numbers(**texts: str) -> dict[str, float]:
    return {name: float(text) for name, text in texts.items() if text != "-"}


def _call(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=dict(environment), capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1) or "No module named" in done.stderr:
        raise RuntimeError(f"{' '.join(arguments[:3])}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def main(arguments: list[str]) -> int:
    """Measure, show, compare; with --raise write what rose."""
    if not SHARED.is_dir():
        print("no ../shared here: nothing to measure")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        shares = measure(Path(folder))
    before = best()
    for stem, values in sorted(shares.items()):
        print(f"{stem[:60]:60} " + "  ".join(f"{name} {value:.4f}" for name, value in sorted(values.items())))
    lower = fallen(shares, before)
    for words in lower:
        print("FALLEN " + words)
    if "--raise" in arguments:
        text = json.dumps(raised(shares, before), indent=1, sort_keys=True) + "\n"
        RATCHET.write_text(text, encoding="utf-8")
    return 1 if lower else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
