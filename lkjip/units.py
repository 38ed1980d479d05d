"""The documents in the database compared with each other: those of one unit, and the words of all reports."""

from collections import defaultdict
from typing import Any

from lkjip_checks.structure import CHAPTERS
from lkjip_checks.together import SameWords, Together, check_same_words, check_together, unit_key
from lkjip_corpus.store import Store
from lkjip_corpus.stored import stored_report
from lkjip_schemas.records import Identity, Report
from lkjip_schemas.vocabulary import DocumentKind

Row = dict[str, Any]


def check_units(store: Store, *, changed: bool = True) -> None:
    """Compare every performance report with the other documents, unless that was done with the same documents
    before. `changed` False: nothing was stored since, so that only what an interrupted run left is looked for."""
    rows = store.reports()
    if not changed and all(
        store.together_with(r["report_id"]) for r in rows if r["kind"] == DocumentKind.LKJIP
    ):
        return
    units: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        units[_unit(row)].append(row)
    for key, own in units.items():
        related = own if key != ("", "") else []
        reports: dict[str, Report] = {}
        for row in own:
            if row["kind"] != DocumentKind.LKJIP:
                continue
            same_words = _same_words(store, row, rows)
            members = _members(related, same_words)
            if store.together_with(row["report_id"]) == members:
                continue
            if len(related) > 1 and not reports:
                reports = {r["report_id"]: stored_report(store, r) for r in related}
            said = Together((), {})
            if row["report_id"] in reports:
                said = check_together(reports[row["report_id"]], reports.values())
            compared = dict(said.compared)
            if len(rows) > 1 and same_words.own:
                compared["CU-02"] = same_words.own
            store.save_together(
                row["report_id"], (*said.findings, *check_same_words(same_words)), compared, members
            )


def _unit(row: Row) -> tuple[str, str]:
    return unit_key(
        Identity(instansi=row["instansi"] or "", kabkota=row["kabkota"] or "", provinsi=row["provinsi"] or "")
    )


def _members(related: list[Row], same_words: SameWords) -> str:
    """Names what a report was compared with: the documents of its unit, and the report closest in words."""
    unit = ";".join(sorted(str(r["report_id"]) for r in related))
    return f"{unit}|{same_words.file}:{same_words.common}/{same_words.own}"


def _same_words(store: Store, row: Row, rows: list[Row]) -> SameWords:
    """The other report that has most long sentences of this report's analysis in the same words."""
    chapter = CHAPTERS["BAB III"]
    pages = [
        h["page"]
        for h in store.rows("headings", row["report_id"])
        if h["level"] == 1 and (h["number"] == "BAB III" or chapter.search(h["title"]))
    ]
    page = max(pages, default=1)
    own, common = store.same_wording(row["report_id"], page)
    known = {
        r["report_id"]: r
        for r in rows
        if r["kind"] == DocumentKind.LKJIP and (_unit(r), r["year"]) != (_unit(row), row["year"])
    }  # another version of the same report says the same
    counts = {known[i]["file"]: (n, known[i]) for i, n in common.items() if i in known}
    if not counts:
        return SameWords(page, own, 0, "", "", 0)
    most, other = max(counts.values(), key=lambda c: (c[0], c[1]["file"]))
    return SameWords(page, own, most, other["file"], other["instansi"] or "", other["year"] or 0)
