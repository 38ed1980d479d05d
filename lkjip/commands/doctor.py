"""`lkjip doctor`: what is installed, what is missing, and how to get it."""

import platform
import re
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, requires, version

from lkjip import __version__
from lkjip.exit_codes import ExitCode
from lkjip_schemas.bilingual import Language, pick


def needed_packages() -> list[str]:
    """Names of the packages that lkjip needs to run, from its own metadata."""
    names = []
    for requirement in requires("lkjip") or []:
        if "extra ==" not in requirement:
            names.append(re.split(r"[\s<>=!~;\[]", requirement, maxsplit=1)[0])
    return names


def doctor(language: Language) -> ExitCode:
    """Write what was found to stdout; MISSING when a needed package cannot be found."""
    print(f"lkjip {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    missing = []
    for name in needed_packages():
        try:
            print(f"  {name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
            print(f"  {name}: " + pick(language, "TIDAK ADA", "MISSING"))
    tesseract = shutil.which("tesseract")
    print(
        pick(
            language,
            "Halaman pindaian: belum dibaca oleh versi ini (dicatat pada tabel pages, tidak pernah dikira-kira).",
            "Scanned pages: not read by this version yet (listed in the table pages, never guessed at).",
        )
    )
    print(
        "  Tesseract: "
        + (tesseract or pick(language, "tidak terpasang", "not installed"))
        + pick(language, " (belum dipakai)", " (not used yet)")
    )
    if missing:
        sys.stderr.write(
            pick(
                language,
                f"Pasang yang kurang: pip install {' '.join(missing)}",
                f"Install what is missing: pip install {' '.join(missing)}",
            )
            + "\n"
        )
        return ExitCode.MISSING
    print(pick(language, "Semua yang diperlukan ada.", "Everything needed is there."))
    return ExitCode.DONE
