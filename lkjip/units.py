"""The documents of one unit compared with each other, once they are in the database."""

from collections import defaultdict
from typing import Any

from lkjip_checks.together import check_together, unit_key
from lkjip_corpus.store import Store
from lkjip_corpus.stored import stored_report
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import DocumentKind


def check_units(store: Store) -> None:
    """Compare every performance report with the other documents of its unit, unless that was done with the same
    documents before."""
    units: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in store.reports():
        key = unit_key(
            Identity(
                instansi=row["instansi"] or "", kabkota=row["kabkota"] or "", provinsi=row["provinsi"] or ""
            )
        )
        if key != ("", ""):
            units[key].append(row)
    for rows in units.values():
        members = ";".join(sorted(str(row["report_id"]) for row in rows))
        new = [
            row
            for row in rows
            if row["kind"] == DocumentKind.LKJIP and store.together_with(row["report_id"]) != members
        ]
        if len(rows) < 2 or not new:
            continue
        reports = {row["report_id"]: stored_report(store, row) for row in rows}
        for row in new:
            said = check_together(reports[row["report_id"]], reports.values())
            store.save_together(row["report_id"], said.findings, said.compared, members)
