import csv
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import (
    Agreement,
    Identity,
    LedgerEntry,
    Observation,
    PageNote,
    ReadTable,
    Report,
    TableColumn,
)
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind, Measure, ReadBy, SubjectLevel, TableKind

SHARED = Path(__file__).resolve().parents[3] / "shared"

MONEY_KIND = TableKind.REALISASI_ANGGARAN
LEVELS = {
    "P": SubjectLevel.PROGRAM,
    "K": SubjectLevel.KEGIATAN,
    "S": SubjectLevel.SUB_KEGIATAN,
    "T": SubjectLevel.TOTAL,
    "": SubjectLevel.UNKNOWN,
}


def number(raw: str) -> Decimal | None:
    """An Indonesian figure: 1.234,50 or 70.00 (a point before other than three digits is a decimal mark)."""
    text = raw.replace("%", "").strip()
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?\d+([.,]\d+)?", text):
        return Decimal(text.replace(",", "."))
    return None


class ReportBuilder:
    """Builds Reports row by row; every figure is given as it is printed."""

    def __init__(self, year: int = 2023, kind: DocumentKind = DocumentKind.LKJIP) -> None:
        self.identity = Identity(kind=kind, year=year)
        self.observations: list[Observation] = []
        self.tables: dict[int, ReadTable] = {}
        self.pages: dict[int, PageNote] = {}
        self.agreements: list[Agreement] = []
        self.ledger: list[LedgerEntry] = []
        self.rows: dict[int, int] = {}

    def table(
        self, number: int, kind: TableKind, page: int, caption: str = "", heads: Sequence[str] = ()
    ) -> None:
        columns = tuple(TableColumn(col=i, index=h) for i, h in enumerate(heads))
        self.tables[number] = ReadTable(
            number=number,
            kind=kind,
            caption=caption,
            page_from=page,
            page_to=page,
            n_rows=0,
            n_cols=0,
            columns=columns,
        )

    def put(
        self,
        table: int,
        kind: TableKind,
        page: int,
        subject: str,
        figures: Sequence[tuple[Measure, str, str]],
        *,
        level: SubjectLevel = SubjectLevel.INDIKATOR,
        parent: str = "",
        code: str = "",
        unit: str = "",
        confidence: float = 1.0,
        read_by: ReadBy = ReadBy.TEXT,
    ) -> None:
        """One row; `figures` are (measure, period, raw), left to right from column 2."""
        if table not in self.tables:
            self.table(table, kind, page)
        row = self.rows.get(table, 0)
        self.rows[table] = row + 1
        self.page(page)
        for col, (measure, period, raw) in enumerate(figures, start=2):
            value = number(raw)
            self.observations.append(
                Observation(
                    table_no=table,
                    row=row,
                    col=col,
                    table_kind=kind,
                    subject=subject,
                    subject_level=level,
                    subject_code=code,
                    parent=parent,
                    measure=measure,
                    period=period,
                    value=value,
                    text="" if value is not None else raw,
                    unit=unit,
                    raw=raw,
                    place=Place(
                        page,
                        Box(col * 60.0, row * 12.0, col * 60.0 + 50, row * 12.0 + 10),
                        read_by,
                        confidence,
                    ),
                )
            )

    def money(
        self,
        table: int,
        page: int,
        level: str,
        subject: str,
        *raws: str,
        period: str = "2023",
        kind: TableKind = MONEY_KIND,
        **more: object,
    ) -> None:
        """A money row: `raws` are pagu[, perubahan], realisasi, serapan; "" leaves a cell out."""
        names = [Measure.PAGU_RP] * max(1, len(raws) - 2) + [Measure.REALISASI_RP, Measure.SERAPAN_PCT]
        figures = [(m, period, r) for m, r in zip(names, raws, strict=False) if r]
        self.put(table, kind, page, subject, figures, level=LEVELS[level], **more)  # type: ignore[arg-type]

    def indicator(
        self,
        table: int,
        page: int,
        subject: str,
        target: str = "",
        realisasi: str = "",
        capaian: str = "",
        *,
        period: str = "2023",
        kind: TableKind = TableKind.PENGUKURAN,
        **more: object,
    ) -> None:
        """A performance row of one year."""
        named = ((Measure.TARGET, target), (Measure.REALISASI, realisasi), (Measure.CAPAIAN_PCT, capaian))
        figures = [(m, period, r) for m, r in named if r]
        self.put(table, kind, page, subject, figures, **more)  # type: ignore[arg-type]

    def page(self, page: int, *, reader: str = "text", kind: str = "text") -> None:
        self.pages.setdefault(page, PageNote(page=page, kind=kind, rotation=0, reader=reader))

    def agreement(
        self,
        kind: AgreementKind,
        page_from: int,
        page_to: int,
        *,
        year: int = 2023,
        month: int = 1,
        **more: object,
    ) -> None:
        fields = {"kind": kind, "page_from": page_from, "page_to": page_to, "year": year, "month": month}
        self.agreements.append(Agreement.model_validate(fields | more))

    def report(self) -> Report:
        return Report(
            report_id="0" * 64,
            file="sample.pdf",
            identity=self.identity,
            pages=tuple(self.pages[p] for p in sorted(self.pages)),
            tables=tuple(self.tables.values()),
            observations=tuple(self.observations),
            agreements=tuple(self.agreements),
            ledger=tuple(self.ledger),
        )


@pytest.fixture
def builder() -> type[ReportBuilder]:
    return ReportBuilder


def _gold_level(subject: str, kind: str, measure: str, kegiatan: frozenset[str]) -> SubjectLevel:
    if re.match(r"\W*(jumlah|total)\b", subject, re.IGNORECASE) or not subject:
        return SubjectLevel.TOTAL
    programmes = re.match(r"\W*program\b", subject, re.IGNORECASE)
    if programmes:
        return SubjectLevel.PROGRAM
    if subject in kegiatan:
        return SubjectLevel.KEGIATAN
    if measure.endswith("_rp") or measure == Measure.SERAPAN_PCT or kind == TableKind.RENSTRA_MATRIX:
        return SubjectLevel.SUB_KEGIATAN if kegiatan else SubjectLevel.KEGIATAN
    return SubjectLevel.INDIKATOR


@pytest.fixture
def gold_report() -> Callable[..., Report]:
    """Builds a Report from a gold file: consecutive lines with the same subject are one row."""

    def build(
        path: Path,
        *,
        kegiatan: frozenset[str] = frozenset(),
        agreements: Sequence[Agreement] = (),
        year: int = 2023,
        kind: DocumentKind = DocumentKind.LKJIP,
    ) -> Report:
        made = ReportBuilder(year, kind)
        before: tuple[str, ...] = ()
        row, seen = -1, set()
        with path.open(encoding="utf-8", newline="") as file:
            for i, line in enumerate(csv.DictReader(file)):
                here = (line["table_no"], line["subject"], line["parent"])
                cell = (line["measure"], line["period"])
                # two budget columns follow each other; any other repeated cell begins a row
                if here != before or (cell in seen and last != cell):  # noqa: F821
                    row, seen = row + 1, set()
                before, last = here, cell  # noqa: F841
                seen.add(cell)
                page = int(line["page"])
                made.page(page)
                number_, kind_ = int(line["table_no"]), TableKind(line["kind"])
                if number_ not in made.tables:
                    made.table(number_, kind_, page)
                made.observations.append(
                    Observation(
                        table_no=number_,
                        row=row,
                        col=i,
                        table_kind=kind_,
                        subject=line["subject"] or "JUMLAH",
                        subject_level=_gold_level(line["subject"], line["kind"], line["measure"], kegiatan),
                        parent=line["parent"],
                        measure=line["measure"],
                        period=line["period"],
                        value=Decimal(line["value"]) if line["value"] else None,
                        text=line["text"],
                        unit=line["unit"],
                        raw=line["raw"],
                        place=Place(page, Box(i * 1.0, row * 10.0, i + 1.0, row * 10.0 + 8)),
                    )
                )
        made.agreements = list(agreements)
        return made.report()

    return build


MAGETAN_KEGIATAN = frozenset(
    {
        "Perencanaan Penganggaran dan Evaluasi Kinerja Perangkat Daerah",
        "Administrasi Keuangan Perangkat Daerah",
        "Administrasi Umum Perangkat Daerah",
        "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
        "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
        "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan",
        "Koordinasi Kegiatan Pemberdayaan Desa",
        "Kegiatan Pemberdayaan Kelurahan",
        "Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum",
        "Fasilitasi, Rekomendasi dan Koordinasi Pembinaan dan Pengawasan Pemerintahan Desa",
        "Koordinasi dan sinkronisasi Pemberlakuan Pembatasan kegiatan Masyarakat (PPKM)",
    }
)


@pytest.fixture
def magetan(gold_report: Callable[..., Report]) -> Report:
    path = SHARED / "magetan" / "lkjip-kecamatan-magetan-2023.gold.csv"
    if not path.exists():
        pytest.skip("../shared/magetan is not here")
    return gold_report(
        path,
        kegiatan=MAGETAN_KEGIATAN,
        agreements=(
            Agreement(
                kind=AgreementKind.PK,
                page_from=26,
                page_to=27,
                year=2023,
                month=1,
                date_text="Januari 2023",
                parties=("TRI ATMADI", "SUPRAWOTO"),
            ),
            Agreement(
                kind=AgreementKind.PERUBAHAN_PK,
                page_from=28,
                page_to=28,
                year=2023,
                month=11,
                date_text="Nopember 2023",
                parties=("YUDO WAHYONO", "HERGUNADI"),
            ),
        ),
    )
