"""A small hand-made report with everything the store must keep, and an open database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lkjip_corpus.store import Store
from lkjip_schemas.document import Document, PageReading, RawCell, RawTable
from lkjip_schemas.finding import Figure, Finding, RuleRun
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import ContentsEntry, Heading, LegalRef, Official, Prose, Statement, ToldSentence
from lkjip_schemas.records import (
    Agreement,
    Identity,
    LedgerEntry,
    Observation,
    PageNote,
    ReadTable,
    Report,
)
from lkjip_schemas.table_records import RealisasiAnggaran
from lkjip_schemas.vocabulary import (
    AgreementKind,
    DocumentKind,
    FindingClass,
    Outcome,
    PageKind,
    ReadBy,
    ReportStatus,
    Severity,
    SubjectLevel,
    TableKind,
    UnitLevel,
)

BOX = Box(72.0049, 100.126, 200.5, 112.0)
PLACE = Place(14, BOX, ReadBy.TEXT, 1.0)
FORMULA = '=HYPERLINK("http://example.invalid","klik")'


@dataclass(frozen=True)
class Reading:
    """Everything `Store.save` takes."""

    document: Document
    report: Report
    findings: tuple[Finding, ...]
    runs: tuple[RuleRun, ...]
    status: ReportStatus = ReportStatus.PARTIAL
    note: str = "halaman 3 tidak terbaca"
    version: str = "0.1.0"

    def save(self, store: Store) -> None:
        store.save(
            self.document,
            self.report,
            self.findings,
            self.runs,
            status=self.status,
            note=self.note,
            version=self.version,
        )

    def with_(self, **changes: Any) -> "Reading":
        return replace(self, **changes)


LONG_SENTENCE = "Pada tahun 2023 realisasi indeks kepuasan masyarakat mencapai 90,02 atau melampaui target yang telah ditetapkan."


def observation(value: str | None, raw: str, **changes: Any) -> Observation:
    fields: dict[str, Any] = {
        "table_no": 1,
        "row": 1,
        "col": 1,
        "table_kind": TableKind.REALISASI_ANGGARAN,
        "subject": "Program Penunjang",
        "subject_level": SubjectLevel.PROGRAM,
        "measure": "pagu_rp",
        "period": "2023",
        "value": None if value is None else Decimal(value),
        "raw": raw,
        "place": PLACE,
    }
    return Observation(**(fields | changes))


def finding(rule: str = "AR-04", severity: Severity = Severity.HIGH, **changes: Any) -> Finding:
    fields: dict[str, Any] = {
        "rule_id": rule,
        "severity": severity,
        "finding_class": FindingClass.ARITHMETIC,
        "message_id": f"{rule}: jumlah tidak cocok",
        "message_en": f"{rule}: the sum does not match",
        "figures": (
            Figure(page=28, raw="Rp1.000", value=Decimal("1E+3"), what="JUMLAH", box=BOX),
            Figure(page=14, raw="87,02", value=Decimal("87.02"), what="capaian"),
        ),
        "key": f"{rule}-1",
    }
    return Finding(**(fields | changes))


def make_reading(report_id: str = "a" * 64, file: str = "lkjip-contoh.pdf") -> Reading:
    cells = tuple(
        RawCell(row, col, 1, 1, text, row == 0, PLACE)
        for row, line in enumerate((("Program", "Anggaran"), (FORMULA, "1.234.567"), ("Jumlah", " ")))
        for col, text in enumerate(line)
    )
    table = RawTable(1, 14, 15, 3, 2, cells, BOX, "Tabel 3.1", engine="fast", reason="ruled")
    loose = RawTable(2, 16, 16, 1, 1, (RawCell(0, 0, 1, 1, "lepas", False, PLACE, "lepes"),), BOX)
    document = Document(
        report_id, file, (PageReading(1, PageKind.TEXT, 595, 842, 0, "fast"),), (table, loose)
    )
    report = Report(
        report_id=report_id,
        file=file,
        identity=Identity(
            kind=DocumentKind.LKJIP,
            title="Laporan Kinerja",
            instansi="Kecamatan Contoh",
            level=UnitLevel.KECAMATAN,
            wilayah_code="35.20.01",
            year=2023,
            evidence=(("year", 1, "2023"),),
        ),
        pages=(
            PageNote(page=1, kind="text", rotation=0, reader="fast"),
            PageNote(page=3, kind="scan", rotation=90, reader="", note="OCR tidak terpasang"),
        ),
        tables=(
            ReadTable(
                number=1,
                kind=TableKind.REALISASI_ANGGARAN,
                page_from=14,
                page_to=15,
                n_rows=3,
                n_cols=2,
                engine="fast",
            ),
        ),
        observations=(
            observation("1234567", "1.234.567"),
            observation("1234567", "1.234.567"),  # printed twice under one label: both stay
            observation(
                "70.00",
                "70,00",
                measure="capaian_pct",
                subject_level=SubjectLevel.INDIKATOR,
                table_kind=TableKind.PENGUKURAN,
            ),
            observation("1E+3", "1.000"),
            observation("12345678901234567", "12.345.678.901.234.567"),
            observation(None, "WTP", text="WTP", measure="realisasi", period=""),
            observation("5", "5", table_no=99, subject=FORMULA),
        ),
        agreements=(
            Agreement(
                kind=AgreementKind.PK, page_from=40, page_to=41, parties=("Ani", "Budi"), pages_unread=(41,)
            ),
            Agreement(kind=AgreementKind.PK, page_from=40, page_to=41, year=2023, month=2),
        ),
        records=(
            RealisasiAnggaran(
                table_no=1,
                row=1,
                place=PLACE,
                nama=FORMULA,
                pagu={"2023": Decimal("1234567.00"), "2022": "-"},
            ),
        ),
        prose=Prose(
            headings=(Heading(level=1, number="BAB I", title="PENDAHULUAN", place=PLACE),),
            contents=(ContentsEntry(number="BAB I", title="PENDAHULUAN", printed_page="1", place=PLACE),),
            statements=(
                Statement(
                    sentence="Anggaran sebesar Rp1.234.567.",
                    subject="",
                    measure="pagu_rp",
                    period="2023",
                    value=Decimal("1234567"),
                    text="",
                    unit="Rp",
                    raw="Rp1.234.567",
                    heading="PENDAHULUAN",
                    place=PLACE,
                ),
            ),
            legal_refs=(
                LegalRef(
                    kind="Perpres",
                    number="29",
                    year=2014,
                    article="",
                    title="SAKIP",
                    text=FORMULA,
                    place=PLACE,
                ),
            ),
            sentences=(ToldSentence(text=LONG_SENTENCE, heading="PENDAHULUAN", place=PLACE),),
            officials=(
                Official(role="Camat", name="Ani", rank="Pembina", nip="1" * 18, signed="", place=PLACE),
            ),
        ),
        ledger=(LedgerEntry(1, 0, 0, "header"), LedgerEntry(1, 1, 1, "observation", "pagu_rp")),
    )
    return Reading(
        document,
        report,
        (
            finding("KO-01", Severity.LOW),
            finding(),
            finding("AR-05", folded_into="AR-04-1"),
            finding(
                "KL-02",
                Severity.MEDIUM,
                finding_class=FindingClass.COMPLETENESS,
                figures=(),
                message_id=FORMULA,
            ),
        ),
        (
            RuleRun(rule_id="AR-04", outcome=Outcome.FAIL),
            RuleRun(rule_id="ZZ-01", outcome=Outcome.NOT_RUN, reason="tidak ada tabel IKU"),
        ),
    )


@pytest.fixture
def reading() -> Reading:
    return make_reading()


@pytest.fixture
def reading_of() -> Callable[..., Reading]:
    return make_reading


@pytest.fixture
def finding_of() -> Callable[..., Finding]:
    return finding


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lkjip.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def dump() -> Callable[[Store], dict[str, list[dict[str, Any]]]]:
    from lkjip_schemas.fields import TABLE_SPECS

    return lambda store: {spec.name: list(store.rows(spec.name)) for spec in TABLE_SPECS}
