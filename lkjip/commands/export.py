"""`lkjip export`: the whole dataset as CSV files or as an Excel workbook."""

import sys
from pathlib import Path

from lkjip.exit_codes import ExitCode
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick


def export(database: Path, output: Path, form: str, language: Language) -> ExitCode:
    """Write the dataset to `output`: a folder for csv, a file for xlsx."""
    notes: tuple[str, ...] = ()
    with Store.open(database, read_only=True) as store:
        if form == "csv":
            from lkjip_corpus.export_csv import export_csv

            export_csv(store, output)
        else:
            from lkjip_corpus.export_xlsx import export_xlsx

            notes = export_xlsx(store, output, lang=language)
    for note in notes:
        sys.stderr.write(note + "\n")
    sys.stderr.write(pick(language, f"Tertulis: {output}", f"Written: {output}") + "\n")
    return ExitCode.DONE
