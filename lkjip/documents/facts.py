"""What the database says of one report, put together for the documents."""

import json
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any

from lkjip_corpus.store import Store
from lkjip_corpus.words import what_in_words
from lkjip_schemas.bilingual import Language
from lkjip_schemas.vocabulary import Decision, FindingClass, Outcome

Row = dict[str, Any]
MOST_FIGURES = 8
"""Printed figures told of one finding; the others are counted."""
FIRST_PAGES = 6
"""Pages that are named as evidence; more say no more."""


class ReportFacts:
    """A stored report: its findings that stand, its rule runs, and where it prints what. KeyError when unknown."""

    def __init__(self, store: Store, report_id: str) -> None:
        """Reads on first use only; `store` stays open meanwhile."""
        self._store = store
        self.row: Row = next((r for r in store.rows("reports", report_id)), {})
        if not self.row:
            raise KeyError(report_id)
        self.report_id = report_id

    @cached_property
    def findings(self) -> list[Row]:
        """Findings about the agency, the most serious first: no folded ones, no doubts of the reading, none that a
        reviewer rejected. `decision` is the reviewer's."""
        return [
            f for f in self._store.standing(self.report_id) if f["class"] != FindingClass.EXTRACTION_DOUBT
        ]

    def following(self, finding_key: str) -> list[Row]:
        """The findings that only follow from one: folded into it."""
        return [
            f
            for f in self._store.findings(self.report_id, include_folded=True)
            if f["folded_into"] == finding_key and f["class"] != FindingClass.EXTRACTION_DOUBT
        ]

    @cached_property
    def outcomes(self) -> dict[str, str]:
        """The outcome of every rule; a rule whose findings were all rejected has passed."""
        runs = {r["rule_id"]: r["outcome"] for r in self._store.rows("rule_runs", self.report_id)}
        failed = {f["rule_id"] for f in self._store.findings(self.report_id, include_folded=True)}
        standing = {f["rule_id"] for f in self.findings}
        decided = self._store.decisions(self.report_id)
        for rule_id in failed - standing:
            own = self._store.findings(self.report_id, rule_id, include_folded=True)
            if own and all(decided.get(f["finding_key"]) == Decision.REJECTED for f in own):
                runs[rule_id] = str(Outcome.PASS)
        return runs

    def of_rules(self, rules: Collection[str]) -> list[Row]:
        """The findings of some rules."""
        return [f for f in self.findings if f["rule_id"] in rules]

    def pages_of(self, measures: Iterable[str]) -> list[int]:
        """The first pages that print figures of some measures."""
        found: set[int] = set()
        for measure in measures:
            found |= {o["page"] for o in self._store.observations(self.report_id, measure)}
        return sorted(found)[:FIRST_PAGES]

    def pages_of_kinds(self, kinds: Collection[str]) -> list[int]:
        """The first pages of tables of some kinds."""
        found = {t["page_from"] for t in self._store.rows("tables", self.report_id) if t["kind"] in kinds}
        return sorted(found)[:FIRST_PAGES]

    @cached_property
    def agreements(self) -> list[Row]:
        """The signed agreements in the file."""
        return list(self._store.rows("agreements", self.report_id))

    @cached_property
    def unread(self) -> list[int]:
        """Pages that carry something and were not read."""
        return [
            p["page"]
            for p in self._store.rows("pages", self.report_id)
            if not p["reader"] and p["kind"] != "blank"
        ]

    @cached_property
    def identity_pages(self) -> list[int]:
        """Pages on which the identity was read."""
        return sorted({i["page"] for i in self._store.rows("identity", self.report_id)})[:FIRST_PAGES]

    @property
    def name(self) -> str:
        """Unit and year."""
        who = self.row["instansi"] or self.row["file"]
        return f"{who} {self.row['year'] or ''}".strip()

    @property
    def about(self) -> tuple[str, ...]:
        """Lines under a document's title."""
        where = ", ".join(x for x in (self.row["kabkota"], self.row["provinsi"]) if x)
        return tuple(
            line
            for line in (
                f"Instansi: {self.row['instansi'] or '-'}",
                where and f"Wilayah: {where}",
                f"Tahun laporan: {self.row['year'] or '-'}",
                f"Berkas: {self.row['file']} ({self.row['pages']} halaman)",
                f"Halaman yang tidak terbaca: {pages(self.unread)}" if self.unread else "",
            )
            if line
        )


def pages(numbers: Iterable[int]) -> str:
    """Pages as "hlm. 3, 14"."""
    listed = ", ".join(str(n) for n in numbers)
    return f"hlm. {listed}" if listed else ""


def printed(finding: Row) -> str:
    """The printed figures of a finding, one a line: "hlm. 14: 70 (Indeks ...: target)"."""
    figures = json.loads(finding["figures"])
    told = [
        f"hlm. {f['page']}: {f['raw']}" + (f" ({what_in_words(f['what'], Language.ID)})" if f["what"] else "")
        for f in figures[:MOST_FIGURES]
    ]
    if len(figures) > MOST_FIGURES:
        told.append(f"dan {len(figures) - MOST_FIGURES} tempat lain")
    return "\n".join(told)
