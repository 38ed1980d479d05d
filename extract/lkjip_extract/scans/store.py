"""Readings of scanned pages kept on disk, so that a page is never read twice.

The key is the content of the file, the page, the versions of the engines and that of our own reading.
"""

import gzip
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from lkjip_extract.scans import engine, tesseract
from lkjip_extract.scans.cache_folder import folder
from lkjip_extract.scans.page_scan import READING, PageScan, ScanLine
from lkjip_extract.scans.rulings import Rulings


def _path(report_id: str, number: int, pictures: bool = False) -> Path:
    part = f"{number}-pictures" if pictures else str(number)
    readers = "-".join(filter(None, (engine.version(), tesseract.version())))
    return folder() / report_id[:2] / report_id / f"{part}-{readers}-{READING}.json.gz"


def load(report_id: str, number: int, *, pictures: bool = False) -> PageScan | None:
    """The stored reading of page `number` (from 1), or of the pictures on it; None when there is none that can be
    used."""
    with suppress(OSError, ValueError, KeyError, TypeError, EOFError):
        return _from_json(json.loads(gzip.decompress(_path(report_id, number, pictures).read_bytes())))
    return None


def save(report_id: str, number: int, scan: PageScan, *, pictures: bool = False) -> bool:
    """Keep a reading; false when the folder cannot be written (the reading is then made anew next time)."""
    import tempfile  # not needed where all readings are found

    path = _path(report_id, number, pictures)
    data = gzip.compress(json.dumps(_to_json(scan)).encode(), mtime=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        return False
    return True


def _to_json(scan: PageScan) -> dict[str, Any]:
    return {
        "quarters": scan.quarters,
        "dpi": scan.dpi,
        "enlarged": scan.enlarged,
        "pixels": round(scan.pixels, 1),
        "size": [scan.width, scan.height],
        "lines": [
            [
                [[round(v, 1) for v in corner] for corner in line.quad],
                line.first.text,
                [round(p, 4) for p in line.first.positions],
                [round(s, 4) for s in line.first.scores],
                line.second,
            ]
            for line in scan.lines
        ],
        "across": [points.round(1).tolist() for points in scan.rulings.horizontal],
        "down": [points.round(1).tolist() for points in scan.rulings.vertical],
    }


def _from_json(data: dict[str, Any]) -> PageScan:
    lines = tuple(
        ScanLine(
            tuple((x, y) for x, y in quad), engine.Recognised(text, tuple(positions), tuple(scores)), second
        )
        for quad, text, positions, scores, second in data["lines"]
    )
    across, down = (
        tuple(np.array(points, dtype=np.float64).reshape(-1, 2) for points in data[side])
        for side in ("across", "down")
    )
    width, height = data["size"]
    rulings = Rulings(across, down)
    return PageScan(
        data["quarters"], data["dpi"], width, height, lines, rulings, data["enlarged"], data["pixels"]
    )
