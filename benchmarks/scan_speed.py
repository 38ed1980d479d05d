"""Reading scanned pages beside the bare OCR engine on the same pictures, as a ratio within one run.

    python benchmarks/scan_speed.py PDF:PAGE...

Both use one thread. The bare engine detects and recognises text and does nothing with it; lkjip also turns
the page upright, reads figures twice, finds rulings and builds tables.
"""

import sys
import tempfile
import time
from os import environ
from pathlib import Path


def main(arguments: list[str]) -> None:
    """Measure every page given, and all together."""
    environ["LKJIP_CACHE"] = tempfile.mkdtemp()
    from lkjip_extract.scans import engine
    from lkjip_extract.scans.page_scan import read_picture, render
    from lkjip_extract.scans.reader import draft_scan
    from lkjip_schemas.vocabulary import PageKind

    bare = engine.bare()
    sums = [0.0, 0.0]
    for argument in arguments:
        file, _, page = argument.rpartition(":")
        picture, _ = render(Path(file), int(page))
        bare(picture, use_cls=False)
        start = time.perf_counter()
        bare(picture, use_cls=False)
        middle = time.perf_counter()
        draft_scan(int(page), PageKind.SCAN, 0, read_picture(*render(Path(file), int(page))))
        end = time.perf_counter()
        sums[0] += middle - start
        sums[1] += end - middle
        print(
            f"{Path(file).name[:60]}:{page} {middle - start:.2f} s, lkjip {(end - middle) / (middle - start):.2f} times"
        )
    print(f"ALL {sums[0]:.2f} s, lkjip {sums[1] / sums[0]:.2f} times")


if __name__ == "__main__":
    main(sys.argv[1:])
