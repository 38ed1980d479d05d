"""`lkjip documents`: checklist, review notes, LKE notes and comparisons as HTML and Excel."""

import sys
from pathlib import Path

from lkjip.documents.checklist import checklist
from lkjip.documents.comparison import comparison
from lkjip.documents.excel import write_excel
from lkjip.documents.facts import ReportFacts
from lkjip.documents.html import as_html
from lkjip.documents.notes import lke_notes, review_notes
from lkjip.documents.paper import Paper
from lkjip.exit_codes import ExitCode
from lkjip_corpus.errors import translated_export
from lkjip_corpus.store import Store
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.vocabulary import DocumentKind, ReportStatus


def documents(database: Path, output: Path, language: Language, *, report: str = "") -> ExitCode:
    """Write the documents of every performance report (or of those that `report` names by id, its start, or file
    name) to folders under `output`, and a comparison for every regency and year with several units."""
    with Store.open(database, read_only=True) as store, translated_export(output):
        chosen = [
            r
            for r in store.reports_named(report)
            if r["kind"] == DocumentKind.LKJIP and r["status"] != ReportStatus.FAILED
        ]
        if not chosen:
            sys.stderr.write(
                pick(
                    language,
                    f"Tidak ada laporan kinerja {report!r} dalam {database}. Lihat: lkjip findings",
                    f"There is no performance report {report!r} in {database}. See: lkjip findings",
                )
                + "\n"
            )
            return ExitCode.NO_INPUT
        for row in chosen:
            facts = ReportFacts(store, row["report_id"])
            folder = output / f"{Path(row['file']).stem[:80]}-{row['report_id'][:8]}"
            for paper in (checklist(facts), review_notes(facts), lke_notes(facts)):
                _write(paper, folder)
        if not report:
            for kabkota, year in sorted(_regencies(chosen)):
                _write(comparison(store, kabkota, year), output)
    print(output)
    return ExitCode.DONE


def _regencies(rows: list[dict[str, object]]) -> set[tuple[str, int]]:
    """Regencies and years with reports of several units."""
    units: dict[tuple[str, int], set[str]] = {}
    for r in rows:
        if r["kabkota"] and r["year"]:
            units.setdefault((str(r["kabkota"]), int(str(r["year"]))), set()).add(str(r["instansi"]))
    return {key for key, names in units.items() if len(names) > 1}


def _write(paper: Paper, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{paper.name}.html").write_text(as_html(paper), encoding="utf-8")
    write_excel(paper, folder / f"{paper.name}.xlsx")
