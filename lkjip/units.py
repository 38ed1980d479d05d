"""The documents in the database compared with each other: those of one unit, and the words of all reports."""

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lkjip_corpus.store import Store
from lkjip_schemas.vocabulary import DocumentKind

if TYPE_CHECKING:
    from lkjip_checks.together import SameWords
    from lkjip_schemas.records import Report

Row = dict[str, Any]
READ_AT_ONCE = 8
"""Documents of a unit that are held in memory: those of two years."""


def check_units(store: Store, *, changed: bool = True) -> None:
    """Compare every performance report with the other documents, unless that was done with the same documents
    before. `changed` False: nothing was stored since, so that only what an interrupted run left is looked for."""
    rows = store.reports()
    if not changed and all(
        store.together_with(r["report_id"]) for r in rows if r["kind"] == DocumentKind.LKJIP
    ):
        return
    from lkjip_checks.together import Together, check_same_words, check_together
    from lkjip_corpus.stored import stored_report

    units: dict[tuple[str, str], list[Row]] = defaultdict(list)
    by_id = {r["report_id"]: r for r in rows}
    for row in rows:
        units[_unit(row)].append(row)

    @lru_cache(READ_AT_ONCE)
    def read(report_id: str) -> "Report":
        return stored_report(store, by_id[report_id])

    for key, own in units.items():
        for row in sorted(own, key=lambda r: (r["year"] or 0, r["report_id"])):
            if row["kind"] != DocumentKind.LKJIP:
                continue
            related = _related(row, own) if key != ("", "") else []
            same_words = _same_words(store, row, by_id)
            members = _members(row, related, same_words, alone=len(rows) == 1)
            if store.together_with(row["report_id"]) == members:
                continue
            said = Together((), {})
            if related:
                said = check_together(read(row["report_id"]), (read(r["report_id"]) for r in related))
            compared = dict(said.compared)
            if len(rows) > 1 and same_words.own:
                compared["CU-02"] = same_words.own
            store.save_together(
                row["report_id"], (*said.findings, *check_same_words(same_words)), compared, members
            )


def _related(row: Row, own: list[Row]) -> list[Row]:
    """The documents of a unit that a report is compared with, oldest reports first."""
    return [
        other
        for other in own
        if other["report_id"] != row["report_id"]
        and row["year"]
        and (
            (other["kind"] == DocumentKind.PK and other["year"] == row["year"])
            or other["kind"] == DocumentKind.RENSTRA
            or (other["kind"] == DocumentKind.LKJIP and other["year"] == row["year"] - 1)
        )
    ]


def _unit(row: Row) -> tuple[str, str]:
    from lkjip_checks.together import unit_key
    from lkjip_schemas.records import Identity

    return unit_key(
        Identity(instansi=row["instansi"] or "", kabkota=row["kabkota"] or "", provinsi=row["provinsi"] or "")
    )


def _members(row: Row, related: list[Row], same_words: "SameWords", *, alone: bool) -> str:
    """Names what a report was compared with: documents of its unit, and the report closest in words (none where it is
    alone in the database)."""
    unit = ";".join(sorted(str(r["report_id"]) for r in (row, *related)))
    words = "" if alone else f"{same_words.file}:{same_words.common}/{same_words.own}"
    return f"{unit}|{words}"


def _same_words(store: Store, row: Row, by_id: dict[str, Row]) -> "SameWords":
    """The other report that has most long sentences of this report's analysis in the same words."""
    from lkjip_checks.structure import CHAPTERS
    from lkjip_checks.together import SameWords

    chapter = CHAPTERS["BAB III"]
    pages = [
        h["page"]
        for h in store.rows("headings", row["report_id"])
        if h["level"] == 1 and (h["number"] == "BAB III" or chapter.search(h["title"]))
    ]
    page = max(pages, default=1)
    own, common = store.same_wording(row["report_id"], page)
    itself = (_unit(row), row["year"])  # another version of the same report says the same
    counts = [
        (n, other["file"], other)
        for n, other in ((n, by_id.get(i)) for i, n in common.items())
        if other is not None
        and other["kind"] == DocumentKind.LKJIP
        and (_unit(other), other["year"]) != itself
    ]
    if not counts:
        return SameWords(page, own, 0, "", "", 0)
    most, file, other = max(counts, key=lambda c: c[:2])
    return SameWords(page, own, most, file, other["instansi"] or "", other["year"] or 0)
