"""Kills runs at random moments and looks at what is left.

    python benchmarks/reliability.py [--rounds 200] [--seed 1] [--write]

Every round starts `lkjip run` over generated reports, waits until a random number of them is told as loaded and a random
time more, kills the parent (with all its processes) or one worker (SIGKILL), and then checks: the database opens and is sound, it holds whole reports only, nothing that was told as loaded is
missing, and the next run completes it to the very content of an undisturbed run.
"""

import argparse
import contextlib
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "corpus"))  # the folder that holds ``samples``

from lkjip_corpus.schema import key_order
from lkjip_schemas.fields import TABLE_SPECS
from samples.planted.facts import make_facts
from samples.planted.layout import make_layout
from samples.planted.pages import Pages

Content = dict[str, list[tuple[object, ...]]]
FILES = 12
LONGEST_RUN = 120.0
"""Seconds after which a run of these few files has stopped for ever."""
LOADED = re.compile(r"^\[\d+/\d+\] .*figures")
"""The line that tells a report as loaded."""
PAGE = Path(__file__).resolve().parents[1] / "docs" / "reliability.md"


def content(database: Path) -> Content:
    """All tables of the dictionary, ordered by their keys."""
    with sqlite3.connect(database) as db:
        return {
            s.name: db.execute(f"select * from {s.name} order by {key_order(s.name)}").fetchall()  # noqa: S608
            for s in TABLE_SPECS
        }


def start(folder: Path, database: Path) -> "subprocess.Popen[str]":
    """A run in a process group of its own."""
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "lkjip",
            "run",
            str(folder),
            "--db",
            str(database),
            "--workers",
            "2",
            "--lang",
            "en",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def workers(pid: int) -> list[int]:
    """The processes that read for a run."""
    ps = shutil.which("ps") or "/bin/ps"
    asked = [ps, "-o", "pid=,args=", "--ppid", str(pid)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return [int(line.split()[0]) for line in done.stdout.splitlines() if "spawn_main" in line]


def sound(database: Path, loaded: int) -> tuple[int, str]:
    """How many reports a database holds after a kill, and what is wrong with it (empty: nothing)."""
    if not database.exists():
        return 0, f"wrong: {loaded} reports were told as loaded, there is no database" if loaded else ""
    with sqlite3.connect(database) as db:
        if db.execute("pragma integrity_check").fetchone() != ("ok",):
            return 0, "wrong: the database is damaged"
        if db.execute("pragma foreign_key_check").fetchall():
            return 0, "wrong: rows refer to reports that are not there"
        if not db.execute("select 1 from sqlite_master where name = 'reports'").fetchone():
            return 0, ""
        stored = {r for (r,) in db.execute("select report_id from reports")}
        if stored != {r for (r,) in db.execute("select distinct report_id from rule_runs")}:
            return len(stored), "wrong: part of a report is stored"
    if len(stored) < loaded:
        return len(stored), f"wrong: {loaded} reports were told as loaded, {len(stored)} are stored"
    return len(stored), ""


def one_round(folder: Path, scratch: Path, dice: random.Random, longest: float, right: Content) -> str:
    """One kill and what became of it: "ok ..." or what was wrong."""
    database = scratch / "round.db"
    for old in scratch.glob("round.db*"):
        old.unlink()
    run = start(folder, database)
    patience = threading.Timer(LONGEST_RUN, os.killpg, (run.pid, signal.SIGKILL))
    patience.start()
    wanted, loaded = dice.randrange(FILES), 0
    lines = iter(run.stderr or ())
    while loaded < wanted and (line := next(lines, "")):
        loaded += bool(LOADED.match(line))
    time.sleep(dice.uniform(0, longest / FILES if wanted else longest / 2))
    victim = dice.choice(["parent", "worker"])
    if victim == "parent":
        os.killpg(run.pid, signal.SIGKILL)
    else:
        own = workers(run.pid)
        with contextlib.suppress(ProcessLookupError, IndexError):
            os.kill(dice.choice(own), signal.SIGKILL)
    loaded += sum(bool(LOADED.match(line)) for line in lines)
    run.wait()
    if not patience.is_alive():
        return f"wrong: a run did not end after a {victim} was killed"
    patience.cancel()
    stored, wrong = sound(database, loaded)
    if wrong:
        return wrong
    if victim == "worker" and stored < FILES:
        return f"wrong: a worker was killed, and {FILES - stored} reports were not read in this run"
    again = start(folder, database)
    again.communicate(timeout=300)
    if again.returncode != 0 or content(database) != right:
        return "wrong: the next run did not complete it"
    few, many = stored < FILES / 3, stored >= FILES * 2 / 3
    share = (
        "no"
        if not stored
        else "some"
        if few
        else "most"
        if many and stored < FILES
        else "all"
        if many
        else "half"
    )
    return f"ok: {victim} killed, {share} reports stored then"


def main() -> None:
    """Run the rounds and print, or write, the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = scratch / "reports"
        folder.mkdir()
        for seed in range(FILES):
            pages = Pages(make_facts(seed), make_layout(seed), parts=("report",))
            (folder / f"lkjip-{seed}.pdf").write_bytes(pages.pdf())
        begun = time.perf_counter()
        start(folder, scratch / "right.db").communicate()
        longest = time.perf_counter() - begun
        right = content(scratch / "right.db")
        counts: Counter[str] = Counter()
        for number in range(1, options.rounds + 1):
            what = one_round(folder, scratch, dice, longest, right)
            counts[what] += 1
            print(f"{number}: {what}", file=sys.stderr, flush=True)
            if what.startswith("wrong"):
                for file in scratch.glob("round.db*"):
                    shutil.copy(file, Path.cwd() / f"wrong-{number}{file.suffix}")
    lines = [f"| {what} | {count} |" for what, count in sorted(counts.items())]
    wrong = sum(count for what, count in counts.items() if what.startswith("wrong"))
    text = "\n".join(
        [
            "| what became of a round | rounds |",
            "|---|---|",
            *lines,
            "",
            f"{options.rounds} rounds, {wrong} wrong.",
        ]
    )
    print(text)
    if options.write:
        before, _, after = PAGE.read_text("utf-8").partition("<!-- rounds -->\n")
        _, _, after = after.partition("<!-- end -->\n")
        PAGE.write_text(f"{before}<!-- rounds -->\n{text}\n<!-- end -->\n{after}", encoding="utf-8")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
