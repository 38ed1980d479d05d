"""Tesseract with Indonesian data, where it is installed: a second opinion on the digits of figures.

It is asked with the pictures of single lines, all of a page at once. List numbers and single digits it reads
badly, and of faint print it makes letters; so it is heard only where it reads as many digits as the engine.
"""

import functools
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from lkjip_extract.scans.engine import Image

LANGUAGE = "ind"
SETTING = "LKJIP_TESSERACT"
"""Environment variable: the program's path, or "no" to read without it."""
MARGIN = 12
"""White pixels around a line; without them Tesseract loses what touches the edge."""
WHITE = (255.0, 255.0, 255.0)
SECONDS = 30
"""A page's figures take about a fifth of a second."""
MOST_OUTPUT = 4_000_000
"""Bytes; the figures of a page are some thousands."""
LEAST_DIGITS = 2

_NOT_DIGIT = re.compile(r"\D")


def program() -> str | None:
    """Path of the program, or None when it is not there or not wanted."""
    wanted = os.environ.get(SETTING, "")
    return None if wanted.lower() == "no" else shutil.which(wanted or "tesseract")


@functools.cache
def version() -> str:
    """Name and version as `tesseract-5.3.0`; empty without the program or its Indonesian data."""
    found = program()
    if found is None:
        return ""
    try:
        languages = _run([found, "--list-langs"])
        first = _run([found, "--version"]).split("\n", 1)[0]
    except (OSError, subprocess.SubprocessError):
        return ""
    return re.sub(r"[^\w.]+", "-", first.strip()) if LANGUAGE in languages.split() else ""


def opinions(lines: Sequence[Image]) -> list[str]:
    """What Tesseract reads in the pictures of single lines; nothing of any ("") when it fails."""
    import cv2

    found = program()
    if not lines or found is None or not version():
        return [""] * len(lines)
    try:
        with tempfile.TemporaryDirectory(prefix="lkjip-") as folder:
            names = []
            for number, line in enumerate(lines):
                names.append(str(Path(folder) / f"{number}.png"))
                around = MARGIN, MARGIN, MARGIN, MARGIN
                cv2.imwrite(names[-1], cv2.copyMakeBorder(line, *around, cv2.BORDER_CONSTANT, value=WHITE))
            listed = Path(folder) / "lines.txt"
            listed.write_text("\n".join(names) + "\n", encoding="utf-8")
            printed = _run([found, str(listed), "stdout", "--psm", "7", "-l", LANGUAGE])
    except (OSError, subprocess.SubprocessError):
        return [""] * len(lines)
    *pages, _ = printed.split("\f")  # every page ends with one
    return [page.strip() for page in pages] if len(pages) == len(lines) else [""] * len(lines)


def _run(command: list[str]) -> str:
    """What the program prints. SubprocessError when it fails, takes too long or prints without end."""
    with subprocess.Popen(  # noqa: S603 - the program the user installed, with our own file names
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    ) as running:
        end = threading.Timer(SECONDS, running.kill)
        end.start()
        try:
            printed = running.stdout.read(MOST_OUTPUT) if running.stdout is not None else b""
            if len(printed) == MOST_OUTPUT:
                running.kill()
            running.wait()  # it may go on after its last word
        finally:
            end.cancel()
            end.join()
    if running.returncode:
        raise subprocess.SubprocessError(f"exit code {running.returncode}")
    return printed.decode("utf-8", "replace")


def contradicts(opinion: str, reading: str) -> bool:
    """Whether the opinion has as many digits as the reading, at least two, but not the same ones."""
    theirs, ours = _NOT_DIGIT.sub("", opinion), _NOT_DIGIT.sub("", reading)
    return len(ours) >= LEAST_DIGITS and len(theirs) == len(ours) and theirs != ours
