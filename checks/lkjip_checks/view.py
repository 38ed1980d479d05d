"""One report as the rules see it: computed once, shared by all rules."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from lkjip_checks.hierarchy import Block, blocks
from lkjip_checks.rows import MoneyRow, PerformanceRow, money_rows, performance_rows
from lkjip_checks.slips import Slip, slips
from lkjip_normalize.linking import IndicatorLink, links_of, name_key
from lkjip_schemas.records import Agreement, Observation, PageNote, ReadTable, Report
from lkjip_schemas.table_records import ProgramPlan, RenstraMatrix
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, TableKind

IN_THOUSANDS = re.compile(r"\bribu(?:an)?\b|\bjuta(?:an)?\b|\(\s*000\s*\)|rp\.?\s*000", re.IGNORECASE)
"""Heads and captions of tables whose rupiah are printed in thousands or millions."""

INCOME = re.compile(r"\bpendapatan\b|\bretribusi\b|\bpenerimaan\b|\bpad\b", re.IGNORECASE)
"""Words for income, where more than the target is good."""

SPENDING = re.compile(r"\b(?:belanja|program|kegiatan)\b", re.IGNORECASE)
"""Words for spending."""

BALANCE = re.compile(r"\b(?:surplus|defisit|silpa|pembiayaan n[ae]tt?o)\b", re.IGNORECASE)
"""Words for what income and spending leave: neither a budget nor spending."""

MONEY_TOLD = re.compile(r"anggaran|keuangan|belanja|pagu|pendanaan|apbd|pendapatan|retribusi", re.IGNORECASE)
TOLD_LETTERS = 200
"""Letters of the sentence before a table that speak of it."""

AGREEMENT_TABLES = frozenset({TableKind.PK_SASARAN, TableKind.PK_ANGGARAN})

_PARTIES = tuple(re.compile(rf"\bpihak {n}\b", re.IGNORECASE) for n in ("pertama", "kedua"))
_TAKES_NOTE = re.compile(
    r"\bmengetahui\b|\bmenyetujui\b|\bmengesahkan\b|\b(?:bupati|wali ?kota|gubernur)\b|\bsekretaris daerah\b",
    re.IGNORECASE,
)
"""Roles of those above the unit that reports."""


class ReportView:
    """A report with what several rules need of it. Nothing in it changes after construction."""

    def __init__(self, report: Report) -> None:
        """Wraps `report`; everything else is computed on first use."""
        self.report = report

    @cached_property
    def tables(self) -> dict[int, ReadTable]:
        """The tables by number."""
        return {t.number: t for t in self.report.tables}

    def observations_of(self, table_no: int) -> Sequence[Observation]:
        """The figures of a table in reading order; none of a table without figures."""
        return self._observations_by_table.get(table_no, ())

    @cached_property
    def _observations_by_table(self) -> dict[int, list[Observation]]:
        found: dict[int, list[Observation]] = defaultdict(list)
        for o in self.report.observations:
            found[o.table_no].append(o)
        return found

    @cached_property
    def money(self) -> tuple[MoneyRow, ...]:
        """All money rows in reading order."""
        return money_rows(self.report.observations)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The money rows whose figures stand one column off."""
        return slips(self.money)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The money blocks: table and period, as trees."""
        return blocks(self.money, frozenset(t.number for t in self.report.tables if self._in_thousands(t)))

    @staticmethod
    def _in_thousands(table: ReadTable) -> bool:
        heads = (table.caption, *(c.header for c in table.columns))
        return any(IN_THOUSANDS.search(h) for h in heads)

    @cached_property
    def performance(self) -> tuple[PerformanceRow, ...]:
        """All performance rows in reading order."""
        return performance_rows(self.report.observations)

    @cached_property
    def performance_by_row(self) -> dict[tuple[int, int], PerformanceRow]:
        """The performance rows by table and row."""
        return {(r.table_no, r.row): r for r in self.performance}

    @cached_property
    def links(self) -> tuple[IndicatorLink, ...]:
        """The indicators, each with all its figures."""
        return links_of(self.report)

    def indicator_of(self, observation: Observation) -> str:
        """The indicator that a performance figure measures: its subject, or where that is the program, the
        indicator printed in the same row."""
        return self._indicator_by_row.get((observation.table_no, observation.row)) or observation.subject

    def work_of(self, observation: Observation) -> str:
        """The program, kegiatan or sub kegiatan in whose row a performance figure stands; its subject where no other
        is known."""
        return self._work_by_row.get((observation.table_no, observation.row)) or observation.subject

    @cached_property
    def _work_by_row(self) -> dict[tuple[int, int], str]:
        return {
            (r.table_no, r.row): r.nama
            for r in self.report.records
            if isinstance(r, RenstraMatrix | ProgramPlan)
        }

    @cached_property
    def _indicator_by_row(self) -> dict[tuple[int, int], str]:
        return {
            (r.table_no, r.row): r.indikator
            for r in self.report.records
            if isinstance(r, RenstraMatrix | ProgramPlan)
        }

    def column_head(self, observation: Observation) -> str:
        """The heading of the column that a figure stands in; empty when it has none."""
        table = self.tables.get(observation.table_no)
        columns = table.columns if table else ()
        return next((c.header for c in columns if c.col == observation.col), "")

    def link_of(self, observation: Observation) -> IndicatorLink | None:
        """The indicator that a figure belongs to."""
        return self._link_by_member.get(id(observation))

    @cached_property
    def _link_by_member(self) -> dict[int, IndicatorLink]:
        return {id(member): link for link in self.links for member in link.members}

    def is_income(self, row: MoneyRow) -> bool:
        """Whether the row speaks of income, whose target may be exceeded.

        A row that does not say so itself follows the nearest row above that names income or spending,
        or else the caption of its table.
        """
        above = [r for r in self.money if r.table_no == row.table_no and r.order <= row.order]
        table = self.tables.get(row.table_no)
        caption = f"{table.caption} {table.heading}" if table else ""
        for words in (*(r.subject for r in reversed(above)), caption):
            if SPENDING.search(words):
                return False
            if INCOME.search(words):
                return True
        return False

    def is_money_told(self, table: ReadTable) -> bool:
        """Whether caption or heading of a table say that it is about money."""
        return bool(MONEY_TOLD.search(f"{table.caption} {table.heading[-TOLD_LETTERS:]}"))

    @cached_property
    def is_agreement(self) -> bool:
        """Whether the document itself is a performance agreement."""
        return self.report.identity.kind is DocumentKind.PK

    @cached_property
    def unread(self) -> tuple[PageNote, ...]:
        """Pages that carry something and were not read."""
        return tuple(p for p in self.report.unread_pages() if p.kind != "blank")

    @cached_property
    def year(self) -> int:
        """The year reported on; 0 when it is not known."""
        return self.report.identity.year

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The signed agreements in order of their pages."""
        return tuple(sorted(self.report.agreements, key=lambda a: (a.page_from, a.page_to, a.kind)))

    def agreement_at(self, observation: Observation) -> Agreement | None:
        """The agreement on whose pages a figure is printed, if the table can be part of one."""
        page = observation.place.page
        return next((a for a in self.agreements if a.page_from <= page <= a.page_to), None)

    @cached_property
    def own_agreement(self) -> Agreement | None:
        """The first agreement of the reporting unit itself, not of units below it."""
        return self._first(AgreementKind.PK)

    @cached_property
    def own_revision(self) -> Agreement | None:
        """The revised agreement of the reporting unit; the last one if there are several."""
        own = self._of_unit(AgreementKind.PERUBAHAN_PK)
        if not own:
            return None
        dated = [a for a in own if a.parties == own[0].parties or not a.parties] or [own[0]]
        return max(dated, key=lambda a: (a.year, a.month, -a.page_from))

    def _first(self, kind: AgreementKind) -> Agreement | None:
        return next(iter(self._of_unit(kind)), None)

    def _of_unit(self, kind: AgreementKind) -> list[Agreement]:
        same_kind = [a for a in self.agreements if a.kind is kind]
        heads = {name_key(a.parties[0]) for a in same_kind if a.parties}
        return [a for a in same_kind if not self._is_of_official_below(a, heads)]

    def _is_of_official_below(self, agreement: Agreement, heads: set[str]) -> bool:
        """Whether an agreement is made with a head of the unit: one who makes an agreement (`heads`), or signs the
        report, unless both parties sign it."""
        first, second = self._parties(agreement, 0), self._parties(agreement, 1)
        return bool(second & heads) or bool(second & self._signers and not first & self._signers)

    @cached_property
    def _signers(self) -> set[str]:
        """Who signs the report itself, outside of agreements, but for those above who take note of it; nobody where the
        document is an agreement."""
        if self.is_agreement:
            return set()
        pages = {p for a in self.agreements for p in range(a.page_from, a.page_to + 1)}
        return {
            name_key(o.name)
            for o in self.report.prose.officials
            if o.name and o.place.page not in pages and not _TAKES_NOTE.search(o.role)
        }

    def _parties(self, agreement: Agreement, at: int) -> set[str]:
        """Pihak pertama (`at` 0) or kedua (1) of an agreement: as its text names them, and as they sign."""
        signed = {
            name_key(o.name)
            for o in self.report.prose.officials
            if o.name
            and agreement.page_from <= o.place.page <= agreement.page_to
            and _PARTIES[at].search(o.role)
        }
        return signed | {name_key(name) for name in agreement.parties[at : at + 1]}
