"""`lkjip export`: the whole dataset as CSV files, an Excel workbook, Parquet, a data package, or charts."""

import sys
from pathlib import Path

from lkjip import __version__
from lkjip.exit_codes import ExitCode
from lkjip_corpus.people import WithoutPeople
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick


def export(
    database: Path, output: Path, form: str, language: Language, *, without_people: bool = False
) -> ExitCode:
    """Write the dataset to `output`: a file for xlsx, a folder for all others.

    `without_people` leaves out names and NIP.
    """
    notes: tuple[str, ...] = ()
    kind = WithoutPeople if without_people else Store
    with kind.open(database, read_only=True) as store:
        if form == "csv":
            from lkjip_corpus.export_csv import export_csv

            export_csv(store, output)
        elif form == "parquet":
            try:
                import pyarrow  # noqa: F401

                from lkjip_corpus.export_parquet import export_parquet
            except ImportError:
                sys.stderr.write(
                    pick(
                        language,
                        "Ekspor parquet memerlukan pyarrow. Pasang: pip install 'lkjip[parquet]'",
                        "The parquet export needs pyarrow. Install it: pip install 'lkjip[parquet]'",
                    )
                    + "\n"
                )
                return ExitCode.MISSING
            export_parquet(store, output)
        elif form == "charts":
            from lkjip.review.unit_charts import write_charts

            write_charts(store, output, language)
        elif form == "datapackage":
            from lkjip_corpus.export_datapackage import export_datapackage

            export_datapackage(store, output, __version__)
        else:
            from lkjip_corpus.export_xlsx import export_xlsx

            notes = export_xlsx(store, output, lang=language)
    for note in notes:
        sys.stderr.write(note + "\n")
    sys.stderr.write(pick(language, f"Tertulis: {output}", f"Written: {output}") + "\n")
    return ExitCode.DONE
