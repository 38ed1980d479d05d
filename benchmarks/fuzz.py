"""Feeds lkjip what no agency ever printed.

    python benchmarks/fuzz.py pdf [--mutants 20000] [--seed 1]     mutated PDFs through the whole job
    python benchmarks/fuzz.py numbers [--seconds 60]               coverage-guided (atheris), the number reader
    python benchmarks/fuzz.py tables [--seconds 60]                the same, headings, kinds and rules on made-up tables
    python benchmarks/fuzz.py patterns                             every regular expression on long runs of one text

`pdf` and `patterns` need nothing more; the two others need atheris (pip install atheris). A mutant may be unreadable,
that is told and counted; it must not end this process, keep a worker longer than its time, or show an error of the program.
"""

import argparse
import faulthandler
import importlib
import io
import os
import pkgutil
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

SECONDS = 30.0
"""For one mutant; the seeds take less than a tenth of a second."""
UNEXPECTED = "kesalahan tak terduga"

NUMBERS = (
    b"0",
    b"-1",
    b"1e308",
    b"99999999999999999999",
    b"-2147483649",
    b"nan",
    b"0.00000001",
    b"65536",
    b"",
)
NAMES = (
    b"/Page",
    b"/Pages",
    b"/Font",
    b"/XObject",
    b"/Kids",
    b"/Parent",
    b"/Length",
    b"/Filter /FlateDecode",
    b"/Type",
)
OPERATORS = (
    b"re",
    b"cm",
    b"Tf",
    b"Td",
    b"Tj",
    b"q",
    b"Q",
    b"l",
    b"m",
    b"S",
    b"f",
    b"Do",
    b"BT",
    b"ET",
    b"W n",
    b"c",
)


def seeds() -> list[bytes]:
    """Small reports with uncompressed pages: a ruled table, a page with an image, a rotated and a landscape page."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    found = []
    for rotation in (0, 90):
        stream = io.BytesIO()
        canvas = Canvas(
            stream, pageCompression=0, invariant=True, pagesize=(595, 842) if not rotation else (842, 595)
        )
        canvas.setPageRotation(rotation)
        canvas.drawString(70, 550, "Tabel 3.1 Pengukuran Kinerja Tahun 2023")
        for row in range(4):
            for col, text in enumerate(("Indeks Kepuasan Masyarakat", "80", "82,5", "103,13")):
                canvas.rect(70 + col * 110, 500 - row * 24, 110, 24)
                canvas.drawString(74 + col * 110, 508 - row * 24, text if row else "Target"[:6])
        canvas.showPage()
        picture = Image.new("L", (60, 40), 200)
        canvas.drawImage(ImageReader(picture), 80, 300, 120, 80)
        canvas.drawString(80, 200, "Realisasi anggaran sebesar Rp1.234.567,00 atau 98,5%.")
        canvas.showPage()
        canvas.save()
        found.append(stream.getvalue())
    return found


def mutant(seed: bytes, dice: random.Random) -> bytes:
    """The PDF with one to six changes that keep most of its structure."""
    body = seed
    for _ in range(dice.randint(1, 6)):
        body = dice.choice(CHANGES)(body, dice)
    return body


def _replace(
    pattern: bytes, choose: Callable[[random.Random, bytes], bytes]
) -> Callable[[bytes, random.Random], bytes]:
    """A change of one of the places that match."""
    wanted = re.compile(pattern)

    def change(body: bytes, dice: random.Random) -> bytes:
        places = list(wanted.finditer(body))
        if not places:
            return body
        at = dice.choice(places)
        return body[: at.start()] + choose(dice, at.group()) + body[at.end() :]

    return change


def _objects(body: bytes) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(rb"\d+ 0 obj.*?endobj", body, re.DOTALL)]


def _drop_object(body: bytes, dice: random.Random) -> bytes:
    spans = _objects(body)
    if not spans:
        return body
    start, end = dice.choice(spans)
    return body[:start] + body[end:]


def _double_object(body: bytes, dice: random.Random) -> bytes:
    spans = _objects(body)
    if not spans:
        return body
    start, end = dice.choice(spans)
    return body[:end] + b"\n" + body[start:end] + body[end:]


def _cut(body: bytes, dice: random.Random) -> bytes:
    return body[: dice.randrange(len(body) // 2, len(body) + 1)]


def _noise(body: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(body) + 1)
    return (
        body[:at]
        + bytes(dice.randrange(256) for _ in range(dice.randint(1, 30)))
        + body[at + dice.randint(0, 30) :]
    )


def _repeat(body: bytes, dice: random.Random) -> bytes:
    places = list(re.finditer(rb"[^\n]+\n", body))
    at = dice.choice(places)
    return body[: at.end()] + at.group() * dice.choice((2, 50, 2000)) + body[at.end() :]


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _replace(rb"(?<![\w.])-?\d+(?:\.\d+)?", lambda dice, _: dice.choice(NUMBERS)),
    _replace(rb"/[A-Z]\w+", lambda dice, _: dice.choice(NAMES)),
    _replace(rb"\d+ 0 R", lambda dice, _: b"%d 0 R" % dice.randint(0, 14)),
    _replace(rb"\b(?:re|cm|Tf|Td|Tj|q|Q|l|m|S|f|Do|BT|ET|n)\b", lambda dice, _: dice.choice(OPERATORS)),
    _replace(rb"\([^)]*\)", lambda dice, old: b"(" + bytes(dice.randrange(256) for _ in range(len(old))) + b")"),
    _replace(rb"<<|>>|\[|\]|stream|endstream|endobj|xref|trailer", lambda dice, old: dice.choice((b"", old * 2, b"<<", b"]"))),
    _drop_object,
    _double_object,
    _cut,
    _noise,
    _repeat,
)  # fmt: skip


def one(seed: int, folder: str) -> str:
    """In a worker: what became of the mutant with this number."""
    from lkjip.work import Done, process

    dice = random.Random(seed)
    kinds = seeds()
    path = Path(folder) / f"{os.getpid()}.pdf"
    path.write_bytes(mutant(kinds[seed % len(kinds)], dice))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(SECONDS, exit=True, file=nowhere)
        try:
            result = process(path)
        finally:
            faulthandler.cancel_dump_traceback_later()
    if isinstance(result, Done):
        return "read in part" if result.report.unread_pages() else "read"
    note = str(getattr(result, "reason_id", "waiting"))
    return f"ERROR {seed}: {note}" if UNEXPECTED in note else "not readable, with a reason"


def pdf(mutants: int, first: int) -> int:
    """Run mutants and print what became of them; gives the exit code."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    alone: list[int] = []
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        todo = iter(range(first, first + mutants))
        while True:
            pool = ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=500)
            running: dict[Future[str], int] = {}
            try:
                for seed in todo:
                    running[pool.submit(one, seed, folder)] = seed
                    if len(running) >= 6:
                        _collect(running, counts, errors)
                while running:
                    _collect(running, counts, errors)
                break
            except BrokenProcessPool:
                alone += running.values()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)
        for seed in alone:  # which of those that were running ended the worker?
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as single:
                try:
                    said = single.submit(one, seed, folder).result()
                except BrokenProcessPool:
                    said = "ended or outlasted its worker (the run goes on without it)"
                    errors.append(f"worker ended: {seed}")
            _count(said, counts, errors)
    for what, count in counts.most_common():
        print(f"| {what} | {count} |")
    print(f"{mutants} mutants in {time.perf_counter() - begun:.0f} s")
    print("\n".join(errors[:20]))
    return 1 if any(e.startswith("ERROR") for e in errors) else 0


def _collect(running: dict[Future[str], int], counts: Counter[str], errors: list[str]) -> None:
    finished, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in finished:
        said = future.result()
        del running[future]
        _count(said, counts, errors)


def _count(said: str, counts: Counter[str], errors: list[str]) -> None:
    if said.startswith("ERROR"):
        errors.append(said)
        said = "an error of the program"
    counts[said] += 1


def guided(target: str, seconds: int) -> None:
    """Coverage-guided runs of one target until the time is over; an exception ends them and prints its input."""
    import atheris

    with atheris.instrument_imports(include=["lkjip_normalize", "lkjip_checks", "lkjip_schemas"]):
        from lkjip_checks import check_report
        from lkjip_normalize import normalize
        from lkjip_normalize.numbers import Mark, read_cell
        from lkjip_schemas.document import Document, PageReading, RawCell, RawTable
        from lkjip_schemas.place import Box, Place
        from lkjip_schemas.vocabulary import PageKind

    def numbers(data: bytes) -> None:
        text = atheris.FuzzedDataProvider(data).ConsumeUnicode(60)
        for mark in Mark:
            reading = read_cell(text, mark)
            if reading.value is not None:
                # No reading without evidence: every digit of the value is printed.
                printed = re.sub(r"\D", "", "".join(str(int(c)) if c.isdecimal() else c for c in text))
                if re.sub(r"\D", "", format(reading.value, "f")).strip("0") not in printed:
                    raise AssertionError(f"{text!r} read as {reading.value}")

    words = ("Target", "Realisasi", "Capaian (%)", "Program", "Kegiatan", "Pagu (Rp)", "2023", "Indikator Kinerja", "No",
             "JUMLAH", "1.234.567", "80,5", "100%", "7.01.02.2.01", "-", "", "Sasaran Strategis", "Predikat", "TW I")  # fmt: skip

    def tables(data: bytes) -> None:
        take = atheris.FuzzedDataProvider(data)
        rows, cols = take.ConsumeIntInRange(1, 6), take.ConsumeIntInRange(1, 7)
        cells = []
        for row in range(rows):
            for col in range(cols):
                text = (
                    words[take.ConsumeIntInRange(0, len(words) - 1)]
                    if take.ConsumeBool()
                    else take.ConsumeUnicode(12)
                )
                place = Place(
                    1 + take.ConsumeIntInRange(0, 1),
                    Box(col * 50.0, row * 12.0, col * 50.0 + 49, row * 12.0 + 11),
                )
                span = take.ConsumeIntInRange(1, 2)
                cells.append(RawCell(row, col, 1, min(span, cols - col), text, row == 0, place))
        table = RawTable(
            1, 1, 2, rows, cols, tuple(cells), Box(0, 0, 400, 80), take.ConsumeUnicode(20), "Tahun 2023"
        )
        pages = tuple(PageReading(n, PageKind.TEXT, 595.0, 842.0, 0, "fast") for n in (1, 2))
        check_report(normalize(Document("0" * 64, "x.pdf", pages, (table,))))

    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", "-verbosity=0"],
        {"numbers": numbers, "tables": tables}[target],
    )
    atheris.Fuzz()


RUNS = (
    "a", "1", "1.", "1.1.", "1,", "1 ", "a ", "A.", "-", "(", "Rp ", "2023 ", "dan ", "target ", "Meningkatnya ", "%",
)  # fmt: skip
"""What texts repeat that make a pattern try again and again."""
LONG = 2000
"""Letters of a text; the longest cell of a real report had fewer."""
SLOW = 1.0
"""Seconds for one of them, from which on a pattern is told: most take less than a millisecond."""


def patterns() -> int:
    """Match every compiled pattern of the packages against long runs of one text; gives how many were slow."""
    found: dict[re.Pattern[str], str] = {}
    for name in ("lkjip_extract", "lkjip_normalize", "lkjip_checks", "lkjip_schemas", "lkjip_corpus"):
        package = importlib.import_module(name)
        for info in pkgutil.walk_packages(package.__path__, f"{name}."):
            for key, value in vars(importlib.import_module(info.name)).items():
                own = value if isinstance(value, tuple | list | frozenset | set) else (value,)
                for one in own:
                    if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                        found.setdefault(one, f"{info.name}.{key}")
    slow: set[str] = set()

    def out_of_time(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, out_of_time)
    for pattern, where in found.items():
        for run in RUNS:
            long = (run * LONG)[:LONG].strip()
            for text in (long, f"{long}!"):
                for matches in (pattern.match, pattern.fullmatch):
                    signal.setitimer(signal.ITIMER_REAL, SLOW)
                    try:
                        matches(text)
                    except TimeoutError:
                        slow.add(f"{where} on {run!r}")
                    finally:
                        signal.setitimer(signal.ITIMER_REAL, 0)
    print(f"{len(found)} patterns; slower than {SLOW:.0f} s: {', '.join(sorted(slow)) or 'none'}")
    return len(slow)


def main() -> None:
    """Run one kind of fuzzing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("what", choices=["pdf", "numbers", "tables", "patterns"])
    parser.add_argument("--mutants", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    if options.what == "pdf":
        sys.exit(pdf(options.mutants, options.seed))
    if options.what == "patterns":
        sys.exit(patterns() > 0)
    guided(options.what, options.seconds)


if __name__ == "__main__":
    main()
