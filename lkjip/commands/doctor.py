"""`lkjip doctor`: what is installed, what is missing, and how to get it."""

import platform
import re
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
    engine = pick(language, "tidak dapat dipakai", "cannot be used")
    if not {"rapidocr", "onnxruntime"} & set(missing):
        from lkjip_extract.scans.engine import version as engine_version

        engine = engine_version()
    print(pick(language, f"Halaman pindaian: dibaca dengan {engine}", f"Scanned pages: read with {engine}"))
    print("  Tesseract: " + _second_opinion(language))
    from lkjip_extract.scans.cache_folder import folder

    print(
        pick(
            language,
            f"Hasil bacaan pindaian disimpan di {folder()} (memuat teks halaman; boleh dihapus)",
            f"Readings of scans are kept in {folder()} (they hold the text of the pages; may be deleted)",
        )
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


def _second_opinion(language: Language) -> str:
    """Whether Tesseract is heard, and how to get what is missing."""
    from lkjip_extract.scans.tesseract import LANGUAGE, SETTING, program, version

    found = program()
    if found is None:
        return pick(
            language,
            "tidak terpasang; tidak wajib. Bila terpasang dengan data bahasa Indonesia (paket tesseract-ocr "
            f"dan tesseract-ocr-ind), angka pindaian diperiksa olehnya juga. {SETTING} menunjuk programnya; "
            "isi no untuk tidak memakainya",
            "not installed; not required. Installed with its Indonesian data (packages tesseract-ocr and "
            f"tesseract-ocr-ind) it checks the figures of scans, too. {SETTING} names the program; no "
            "switches it off",
        )
    if not version():
        return pick(
            language,
            f"{found}, tetapi tanpa data bahasa Indonesia ({LANGUAGE}), maka tidak dipakai",
            f"{found}, but without its Indonesian data ({LANGUAGE}), therefore not used",
        )
    return pick(
        language, f"{version()}, pendapat kedua atas angka", f"{version()}, second opinion on figures"
    )
