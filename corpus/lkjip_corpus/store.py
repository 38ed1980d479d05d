"""The database of reports: one object that stores, replaces and finds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from lkjip_corpus.connection import BUSY_TIMEOUT_MS, open_database
from lkjip_corpus.errors import translated
from lkjip_corpus.fingerprints import Code
from lkjip_corpus.migrations import PLACES_TABLE, READINGS_TABLE, TOGETHER_TABLE, transaction
from lkjip_corpus.reviews import Review, review_row
from lkjip_corpus.schema import SPECS, key_order, of_report
from lkjip_corpus.views import VIEWS
from lkjip_schemas.bilingual import both
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import Decision, Outcome, ReportStatus, Severity

if TYPE_CHECKING:  # a second run over unchanged files only asks: it has no use for what makes rows
    from sqlite_utils import Database

    from lkjip_corpus.loading import Row
    from lkjip_schemas.document import Document
    from lkjip_schemas.finding import Finding, RuleRun
    from lkjip_schemas.records import Report

TOP_FINDINGS = 3

_SEVERITY_ORDER = " ".join(["case severity", *(f"when '{s}' then {s.rank}" for s in Severity), "end"])

MOST_SERIOUS_FIRST = f"{_SEVERITY_ORDER}, file, report_id, finding_no"
"""Severity, then file, then the order in which the examiner tells a report's findings."""


@dataclass(frozen=True, slots=True)
class TopFinding:
    """A finding in one line."""

    rule_id: str
    severity: Severity
    pages: str
    message_id: str
    message_en: str


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What was read of one report and what is wrong with it.

    `figures` and `tables` are counts; `unread_pages` holds (page, reason); `findings` counts those
    that are not folded into another, every severity present; `folded` counts the others.
    """

    report_id: str
    file: str
    kind: str
    instansi: str
    year: int | None
    status: ReportStatus
    note: str
    pages: int
    figures: int
    tables: int
    unread_pages: tuple[tuple[int, str], ...]
    findings: Mapping[Severity, int]
    folded: int
    rules_not_run: int
    top: tuple[TopFinding, ...]


class Store:
    """An open database. Use it as a context manager; one per thread, one writer at a time.

    Every method may raise the classes of `lkjip_corpus.errors`.
    """

    def __init__(self, db: Database, path: Path) -> None:
        """Use `Store.open`; this takes a connection that is already checked."""
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Self:
        """Opens the database at `path`; for writing it is made, or brought up to date, first."""
        return cls(open_database(path, read_only=read_only, busy_timeout_ms=busy_timeout_ms), path)

    def close(self) -> None:
        """Closes the file. Nothing is left to write: every report was a transaction of its own."""
        self._db.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes the file."""
        self.close()

    # --- writing

    def save(
        self,
        document: Document,
        report: Report,
        findings: Iterable[Finding],
        runs: Iterable[RuleRun],
        *,
        status: ReportStatus,
        note: str,
        version: str,
        code: Code | None = None,
        reading: bytes | None = None,
    ) -> None:
        """Stores a report in place of whatever is stored under its id, all of it or nothing.

        `reading` is what `readings.packed` made of it before the rules, `code` the code that read and judged it;
        both are for `rules_only`. Saving the same report again changes nothing. ValueError when document and report
        differ in their id; ConflictingRowsError when the report claims one cell twice.
        """
        from lkjip_corpus.loading import rows_of

        rows = rows_of(document, report, findings, runs, status=status, note=note, version=version)
        self.save_rows(report.report_id, rows, code=code, reading=reading)

    def save_rows(
        self,
        report_id: str,
        rows: Mapping[str, list[Row]],
        *,
        code: Code | None = None,
        reading: bytes | None = None,
    ) -> None:
        """As `save`, of the rows that `loading.rows_of` made."""
        self._replace(report_id, rows, code, reading)

    def save_failed(
        self,
        report_id: str,
        file: str,
        *,
        note: str,
        version: str,
        pages: int = 0,
        code: Code | None = None,
    ) -> None:
        """Stores that nothing could be read of a file and why, in place of what is stored of it."""
        from lkjip_corpus.loading import failed_rows

        rows = failed_rows(report_id, file, note=note, version=version, pages=pages)
        self._replace(report_id, rows, code, None)

    def _replace(
        self, report_id: str, rows: Mapping[str, list[Row]], code: Code | None, reading: bytes | None
    ) -> None:
        from lkjip_corpus.loading import replace_report

        with translated(self.path), transaction(self._db):
            replaced = [
                r["report_id"]
                for r in self._db.query(
                    "select report_id from superseded where by_report_id = ?", [report_id]
                )
            ]
            self._db.execute(f"delete from {READINGS_TABLE} where report_id = ?", [report_id])  # noqa: S608
            self._db.execute("delete from superseded where by_report_id = ?", [report_id])
            replace_report(self._db, report_id, rows)
            self._db.table("superseded").insert_all(
                {"report_id": old, "by_report_id": report_id} for old in replaced
            )
            if code is not None:
                self._db.table(READINGS_TABLE).insert(
                    {"report_id": report_id, "reading": code.reading, "rules": code.rules, "body": reading}
                )

    def replace_versions(self, report_id: str, kept: Container[str]) -> tuple[str, ...]:
        """Marks as replaced what is stored of older versions of a report: same file name, unit, kind and year.

        Reports whose ids are in `kept` are versions in force. Gives the ids of those marked; KeyError when
        the report is not stored.
        """
        row = next(self._rows("reports", {"report_id = ?": report_id}), None)
        if row is None:
            raise KeyError(report_id)
        same = {f"{c} is ?": row[c] for c in ("file", "instansi", "kabkota", "kind", "year")}
        old = [
            r["report_id"]
            for r in self._rows("reports", same | {"report_id <> ?": report_id}, order_by="report_id")
            if r["report_id"] not in kept
        ]
        with translated(self.path), transaction(self._db):
            self._db.execute("delete from superseded where report_id = ?", [report_id])
            for one in old:
                self._db.table("superseded").upsert(
                    {"report_id": one, "by_report_id": report_id}, pk="report_id"
                )
        return tuple(old)

    def save_together(
        self, report_id: str, findings: Sequence[Finding], compared: Mapping[str, int], members: str
    ) -> None:
        """Stores what the other documents of its unit say against a report, in place of what they said before.

        `compared` counts the figures that each rule compared; such a rule has run: its outcome follows. `members`
        names the documents, for `together_with`. KeyError when the report is not stored.
        """
        from lkjip_corpus.loading import forget_together, together_rows

        row = next(self._rows("reports", {"report_id = ?": report_id}), None)
        if row is None:
            raise KeyError(report_id)
        failed = {f.rule_id for f in findings}
        with translated(self.path), transaction(self._db):
            forget_together(self._db, report_id)
            own = self._db.table("findings").count_where("report_id = ?", [report_id])
            self._db.table("findings").insert_all(together_rows(report_id, str(row["file"]), findings, own))
            for rule_id, count in compared.items():
                outcome = Outcome.FAIL if rule_id in failed else Outcome.PASS
                said = both(
                    f"{count} angka dibandingkan antardokumen", f"{count} figures compared between documents"
                )
                self._db.execute(
                    "update rule_runs set outcome = ?, reason = ? where report_id = ? and rule_id = ? "
                    "and (outcome = ? or ? = ?)",
                    [
                        str(outcome),
                        said,
                        report_id,
                        rule_id,
                        str(Outcome.NOT_RUN),
                        str(outcome),
                        str(Outcome.FAIL),
                    ],
                )
            self._db.table(TOGETHER_TABLE).upsert(
                {"report_id": report_id, "members": members}, pk="report_id"
            )

    def keep_place(self, report_id: str, place: str) -> None:
        """Remembers where a stored file lies on this machine, for pictures of its pages; no export tells it."""
        with translated(self.path), transaction(self._db):
            self._db.table(PLACES_TABLE).upsert({"report_id": report_id, "place": place}, pk="report_id")

    def place_of(self, report_id: str) -> str:
        """Where a file lay when it was read; empty when that is not known."""
        with translated(self.path):
            rows = self._db.query(f"select place from {PLACES_TABLE} where report_id = ?", [report_id])  # noqa: S608
            return next((str(r["place"]) for r in rows), "")

    def decide(self, decision: Review) -> int:
        """Appends a decision of a reviewer and gives its number. KeyError when the report is not stored."""
        if self.version_of(decision.report_id) is None:
            raise KeyError(decision.report_id)
        with translated(self.path), transaction(self._db):
            last = self._db.execute("select coalesce(max(review_no), 0) from reviews").fetchone()[0]
            self._db.table("reviews").insert({"review_no": last + 1, **review_row(decision)})
        return int(last) + 1

    # --- reading

    def decisions(self, report_id: str) -> dict[str, str]:
        """The last decision on each finding of a report, by finding_key."""
        return {
            r["finding_key"]: r["decision"]
            for r in self._rows("reviews", {"report_id = ?": report_id}, order_by="review_no")
            if r["finding_key"]
        }

    def standing(self, report_id: str, include_folded: bool = False) -> list[Row]:
        """The findings of a report without those that a reviewer rejected or called a misreading, each with the last
        `decision` on it (empty: none)."""
        decided = self.decisions(report_id)
        found = [
            {**f, "decision": decided.get(f["finding_key"], "")}
            for f in self.findings(report_id, include_folded=include_folded)
        ]
        return [f for f in found if f["decision"] not in (Decision.REJECTED, Decision.MISREAD)]

    def corrections(self, report_id: str) -> dict[tuple[int, Box], str]:
        """What reviewers say is printed at places of a report, the last word on each place."""
        found: dict[tuple[int, Box], str] = {}
        for r in self._rows("reviews", {"report_id = ?": report_id}, order_by="review_no"):
            if r["right"] and r["page"]:
                found[(r["page"], Box(r["x0"], r["top"], r["x1"], r["bottom"]))] = r["right"]
        return found

    def together_with(self, report_id: str) -> str:
        """The documents that a report was last compared with, as given to `save_together`; empty for none."""
        with translated(self.path):
            if not self._db.table(TOGETHER_TABLE).exists():
                return ""
            rows = self._db.table(TOGETHER_TABLE).rows_where("report_id = ?", [report_id])
            return next((str(row["members"]) for row in rows), "")

    def same_wording(self, report_id: str, from_page: int) -> tuple[int, dict[str, int]]:
        """How many long sentences a report has from a page on (each wording once), and how many of them every other
        report prints in the same words, by report id."""
        own = "from sentences m where m.report_id = ? and m.page >= ? and m.wording <> ''"
        with translated(self.path):
            count = self._db.execute(
                f"select count(distinct m.wording) {own}", [report_id, from_page]
            ).fetchone()[0]
            rows = self._db.execute(
                "select o.report_id, count(distinct m.wording) from sentences m join sentences o "  # noqa: S608
                "on o.wording = m.wording and o.report_id <> m.report_id where m.rowid in "
                f"(select m.rowid {own}) group by o.report_id order by o.report_id",
                [report_id, from_page],
            ).fetchall()
        return count, dict(rows)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reading inside the block sees one state, whatever a writer does meanwhile."""
        with translated(self.path), self._db.atomic():
            yield

    def version_of(self, report_id: str) -> tuple[ReportStatus, str] | None:
        """Status and lkjip version of a stored report; None when it is not stored."""
        for row in self._rows("reports", {"report_id = ?": report_id}, limit=1):
            return ReportStatus(row["status"]), str(row["version"])
        return None

    def code_of(self, report_id: str) -> Code | None:
        """The code that read and judged a stored report; None when it is not known."""
        with translated(self.path):
            rows = self._db.query(
                f"select reading, rules from {READINGS_TABLE} where report_id = ?",  # noqa: S608
                [report_id],
            )
            return next((Code(r["reading"], r["rules"]) for r in rows), None)

    def reading_of(self, report_id: str) -> bytes | None:
        """What was read of a report, for `readings.unpacked`; None when it is not kept."""
        with translated(self.path):
            rows = self._db.query(
                f"select body from {READINGS_TABLE} where report_id = ?",  # noqa: S608
                [report_id],
            )
            return next((r["body"] for r in rows), None)

    def reports(self, *, replaced: bool = False) -> list[Row]:
        """The reports, by file name; `replaced` includes those that a newer version replaces."""
        old = set() if replaced else self.replaced()
        return [r for r in self._rows("reports", order_by="file, report_id") if r["report_id"] not in old]

    def reports_named(self, words: str) -> list[Row]:
        """The reports in force that a user means: by id, its start, or a part of the file name; all for no words."""
        wanted = words.lower()
        return [r for r in self.reports() if r["report_id"].startswith(wanted) or wanted in r["file"].lower()]

    def replaced(self) -> set[str]:
        """The ids of reports that a newer version replaces."""
        with translated(self.path):
            return {r["report_id"] for r in self._db.query("select report_id from superseded")}

    def search(self, words: str, limit: int = 50) -> list[Row]:
        """Sentences, findings and subjects that hold all the words, the best first: report_id, what, page, text.

        Words may be anything a reader types; FTS5's own signs are taken as words.
        """
        wanted = " ".join('"' + w.replace('"', '""') + '"' for w in words.split())
        if not wanted:
            return []
        selects = {
            "sentence": "select t.report_id, 'sentence' as what, t.page, t.text, f.rank from sentences_fts f "
            "join sentences t on t.rowid = f.rowid where sentences_fts match :words",
            "finding": "select t.report_id, 'finding', cast(t.pages as integer), t.message_id, f.rank "
            "from findings_fts f join findings t on t.rowid = f.rowid where findings_fts match :words",
            "subject": "select t.report_id, 'subject', min(t.page), t.subject, min(f.rank) from observations_fts f "
            "join observations t on t.rowid = f.rowid where observations_fts match :words "
            "group by t.report_id, t.subject",
        }
        with translated(self.path):
            return list(
                self._db.query(
                    f"select report_id, what, page, text from ({' union all '.join(selects.values())}) "  # noqa: S608
                    "where report_id not in (select report_id from superseded) order by rank, report_id, page limit :n",
                    {"words": wanted, "n": limit},
                )
            )

    def view(self, name: str) -> list[Row]:
        """The rows of a view (see `views`), in the order of its key. KeyError when there is none of that name."""
        spec = next((v.spec for v in VIEWS if v.spec.name == name), None)
        if spec is None:
            raise KeyError(name)
        order = ", ".join(f'"{k}"' for k in spec.key)
        with translated(self.path):
            return list(self._db.query(f'select * from "{name}" order by {order}'))  # noqa: S608

    def findings(
        self,
        report_prefix: str | None = None,
        rule: str | None = None,
        min_severity: Severity | str | None = None,
        include_folded: bool = False,
    ) -> list[Row]:
        """Findings, most serious first, always in the same order.

        `report_prefix` is the start of a report id; `min_severity` keeps that severity and the more
        serious ones (ValueError when it is none). Replaced versions are told only when asked for by id.
        `figures` is JSON: see `canonical.parse_figures`.
        """
        where: dict[str, Any] = _prefix(report_prefix)
        if rule is not None:
            where["upper(rule_id) = upper(?)"] = rule
        if min_severity is not None:
            where[f"{_SEVERITY_ORDER} <= ?"] = Severity(min_severity).rank
        if not include_folded:
            where["folded_into = ?"] = ""
        if not report_prefix:
            where["report_id not in (select report_id from superseded) and 1 = ?"] = 1
        return list(self._rows("findings", where, order_by=MOST_SERIOUS_FIRST))

    def observations(
        self,
        report_prefix: str | None = None,
        measure: str | None = None,
        table_kind: str | None = None,
        period: str | None = None,
        page: int | None = None,
    ) -> Iterator[Row]:
        """Observations by report, each report's in reading order. `value` is exact decimal text."""
        where: dict[str, Any] = _prefix(report_prefix)
        wanted = {"measure": measure, "table_kind": table_kind, "period": period, "page": page}
        where |= {f"{column} = ?": value for column, value in wanted.items() if value is not None}
        return self._rows("observations", where, order_by=key_order("observations"))

    def rows(self, table: str, report_id: str | None = None) -> Iterator[Row]:
        """Rows of any table of the field dictionary in the order of its key, columns in its order.

        KeyError for an unknown table.
        """
        where = {} if report_id is None else {of_report(SPECS[table]): report_id}
        return self._rows(table, where, order_by=key_order(table))

    def count(self, table: str, report_id: str | None = None) -> int:
        """Number of rows of a table, of one report or of all. KeyError for an unknown table."""
        where, arguments = (None, []) if report_id is None else (of_report(SPECS[table]), [report_id])
        with translated(self.path):
            return self._db.table(SPECS[table].name).count_where(where, arguments)

    def summary(self, report_id: str) -> ReportSummary:
        """What was read of a stored report, its unread pages and its findings; KeyError if unknown."""
        with self.snapshot():
            row = next(self._rows("reports", {"report_id = ?": report_id}), None)
            if row is None:
                raise KeyError(report_id)
            found = self.findings(report_id, include_folded=True)
            own = [f for f in found if not f["folded_into"]]
            unread = self._rows("pages", {"report_id = ?": report_id, "reader = ?": ""}, order_by="page")
            not_run = self._rows("rule_runs", {"report_id = ?": report_id, "outcome = ?": "not_run"})
            return ReportSummary(
                report_id=report_id,
                file=row["file"],
                kind=row["kind"],
                instansi=row["instansi"],
                year=row["year"],
                status=ReportStatus(row["status"]),
                note=row["note"],
                pages=row["pages"],
                figures=self.count("observations", report_id),
                tables=self.count("tables", report_id),
                unread_pages=tuple((p["page"], p["note"]) for p in unread),
                findings={s: sum(f["severity"] == s for f in own) for s in Severity},
                folded=len(found) - len(own),
                rules_not_run=sum(1 for _ in not_run),
                top=tuple(_top(f) for f in own[:TOP_FINDINGS]),
            )

    def _rows(
        self,
        table: str,
        where: Mapping[str, Any] | None = None,
        *,
        order_by: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Row]:
        """Rows that meet every term of `where` (a term with its one parameter), read as asked for."""
        select = ", ".join(f'"{name}"' for name in SPECS[table].names)
        terms = " and ".join(where) if where else None
        with translated(self.path):
            yield from self._db.table(table).rows_where(
                terms, list((where or {}).values()), order_by=order_by, select=select, limit=limit
            )


def _prefix(report_prefix: str | None) -> dict[str, Any]:
    """The term for reports whose id starts so; every hexadecimal digit sorts before `g`."""
    if not report_prefix:
        return {}
    start = report_prefix.lower()
    return {"report_id >= ?": start, "report_id < ?": start + "g"}


def _top(row: Row) -> TopFinding:
    return TopFinding(
        rule_id=row["rule_id"],
        severity=Severity(row["severity"]),
        pages=row["pages"],
        message_id=row["message_id"],
        message_en=row["message_en"],
    )
