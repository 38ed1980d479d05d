"""The closed sets of words that the database, the rules and the exports use (data contract)."""

from enum import StrEnum


class ReadBy(StrEnum):
    """How a printed thing was read: from the text layer of the PDF, or from its picture."""

    TEXT = "text"
    OCR = "ocr"


class PageKind(StrEnum):
    """What triage found on a page."""

    TEXT = "text"
    SCAN = "scan"
    OCR_LAYER = "ocr_layer"
    MIXED = "mixed"
    BROKEN_TEXT = "broken_text"
    BLANK = "blank"


class ReportStatus(StrEnum):
    """How much of a file was read: all of it, not every page, or nothing."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


class DocumentKind(StrEnum):
    """What a PDF is in the SAKIP cycle (Perpres 29/2014)."""

    LKJIP = "LKjIP"
    PK = "PK"
    IKU = "IKU"
    RENCANA_AKSI = "RencanaAksi"
    RENSTRA = "Renstra"
    OTHER = "other"


class UnitLevel(StrEnum):
    """The administrative level of the agency that reports."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    OPD = "opd"
    KABKOTA = "kabkota"
    PROVINSI = "provinsi"
    KEMENTERIAN = "kementerian"
    UNKNOWN = "unknown"


class TableKind(StrEnum):
    """The kinds of tables that performance documents hold (data contract, `table_kind`)."""

    TUJUAN_SASARAN = "tujuan_sasaran"
    IKU = "iku"
    PK_SASARAN = "pk_sasaran"
    PK_ANGGARAN = "pk_anggaran"
    PROGRAM_PLAN = "program_plan"
    PENGUKURAN = "pengukuran"
    BANDING_TAHUN = "banding_tahun"
    JANGKA_MENENGAH = "jangka_menengah"
    NASIONAL = "nasional"
    ANALISIS = "analisis"
    EFISIENSI = "efisiensi"
    PROGRAM_PENUNJANG = "program_penunjang"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    SKALA = "skala"
    RENSTRA_MATRIX = "renstra_matrix"
    UPAYA = "upaya"
    WILAYAH = "wilayah"
    SDM = "sdm"
    SARPRAS = "sarpras"
    SKM = "skm"
    RENAKSI = "renaksi"
    SAKIP_KOMPONEN = "sakip_komponen"
    PENGHARGAAN = "penghargaan"
    CASCADING = "cascading"
    DAFTAR_ISI = "daftar_isi"
    TTD = "ttd"
    OTHER = "other"


class Measure(StrEnum):
    """What a figure measures. Any other figure carries `other:NAME`, NAME as its header prints it."""

    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN_PCT = "capaian_pct"
    TARGET_AKHIR = "target_akhir"
    KEMAJUAN_PCT = "kemajuan_pct"
    PAGU_RP = "pagu_rp"
    REALISASI_RP = "realisasi_rp"
    SERAPAN_PCT = "serapan_pct"


OTHER_MEASURE_PREFIX = "other:"

RUPIAH_MEASURES = (Measure.PAGU_RP, Measure.REALISASI_RP)
MONEY_MEASURES = (*RUPIAH_MEASURES, Measure.SERAPAN_PCT)
"""What rows of programs and kegiatan print: budget, spending and its share of the budget."""
PERFORMANCE_MEASURES = (
    Measure.TARGET,
    Measure.REALISASI,
    Measure.CAPAIAN_PCT,
    Measure.TARGET_AKHIR,
    Measure.KEMAJUAN_PCT,
)
"""What rows of indicators print."""


class SubjectLevel(StrEnum):
    """Where a row stands in the hierarchy of performance or of money (Permendagri 90/2019)."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    TOTAL = "total"
    UNKNOWN = ""


class AgreementKind(StrEnum):
    """A signed performance agreement (PK), or its revision in the year (perubahan PK)."""

    PK = "PK"
    PERUBAHAN_PK = "perubahan_PK"


class Severity(StrEnum):
    """How much a finding matters to the evaluation."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return list(Severity).index(self)


class FindingClass(StrEnum):
    """What kind of statement a finding is. Only a and b say that figures contradict each other."""

    ARITHMETIC = "a"
    CONFLICT = "b"
    COMPLETENESS = "c"
    QUALITY = "d"
    EXTRACTION_DOUBT = "e"


class Decision(StrEnum):
    """What a reviewer says of a finding: it is so; it is not, with a reason; a figure was read wrongly, with the
    right one. ACCEPTED: a doubtful reading that is right as it was read."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    MISREAD = "misread"
    ACCEPTED = "accepted"


class Fate(StrEnum):
    """What became of a non-empty cell: a figure, a heading, a label of a row, a row number, words, or
    unread, which always comes with its reason."""

    OBSERVATION = "observation"
    HEADER = "header"
    LABEL = "label"
    NUMBER = "number"
    WORDS = "words"
    UNREAD = "unread"


class Outcome(StrEnum):
    """What a rule said of a report. `not_run` always comes with its reason."""

    PASS = "pass"  # noqa: S105 - an outcome, not a secret
    FAIL = "fail"
    NOT_RUN = "not_run"


_FUNDS = r"(?:APBD|APBN|DAU|DAK|DBH|PAD|DPA|DPPA|BLUD|BOK)"
FUND = rf"{_FUNDS}(?:\s[A-Z][a-z]+\.?){{0,2}}(?:/{_FUNDS})?"
"""Pattern of the fund or budget document that is named behind an amount ("DAU", "DAU Tambahan", "APBD Kab./DAK")."""
