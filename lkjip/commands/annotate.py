"""`lkjip annotate`: a copy of the report with its findings as highlights and notes, to send back to the agency."""

import sys
from pathlib import Path
from typing import Any

from lkjip.exit_codes import ExitCode
from lkjip.marked_copy import marks_of, write_marked
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick

Row = dict[str, Any]


def annotate(pdf: Path, output: Path, database: Path | None, language: Language) -> ExitCode:
    """Write a copy of `pdf` to `output` with a mark on every place of every finding.

    Findings come from `database` where the report is stored there, without those that a reviewer rejected;
    else the report is read now. Doubts of the reading are no findings about the agency and are left out.
    """
    if not pdf.is_file():
        _say(
            pick(
                language,
                f"{pdf}: tidak ada; periksa penulisannya",
                f"{pdf}: does not exist; check the spelling",
            )
        )
        return ExitCode.NO_INPUT
    if output.exists() and output.samefile(pdf):
        _say(
            pick(
                language,
                f"{output}: ini laporan aslinya; pilih nama lain dengan -o",
                f"{output}: this is the original; choose another name with -o",
            )
        )
        return ExitCode.USAGE
    found = _stored(pdf, database) if database is not None and database.exists() else None
    if found is None:
        from lkjip.executor import read_whole
        from lkjip.work import Failed

        read = read_whole(pdf)
        if isinstance(read, Failed):
            _say(f"{pdf}: {pick(language, read.reason_id, read.reason_en)}")
            return ExitCode.NO_INPUT
        found = read.rows["findings"]
    marks = list(marks_of(found, language))
    try:
        count = write_marked(pdf, marks, output)
    except OSError as error:
        _say(
            pick(
                language,
                f"{output} tidak dapat ditulis ({error.strerror}); pilih tempat lain dengan -o",
                f"{output} cannot be written ({error.strerror}); choose another place with -o",
            )
        )
        return ExitCode.USAGE
    findings = len({m.text for m in marks})
    print(
        pick(
            language,
            f"{output}: {findings} temuan pada {count} tempat",
            f"{output}: {findings} findings on {count} places",
        )
    )
    return ExitCode.DONE


def _stored(pdf: Path, database: Path) -> list[Row] | None:
    """The findings of the file in the database, without rejected ones; None when it is not stored."""
    from lkjip_extract.reading import file_id

    report_id = file_id(pdf)
    with Store.open(database, read_only=True) as store:
        return None if store.version_of(report_id) is None else store.standing(report_id)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
