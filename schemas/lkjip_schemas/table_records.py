"""Rows of tables as typed records: for every kind of table the fields that its rows have.

Figures are kept by period (`{"2023": Decimal("85.00")}`), as exact decimals or, where the cell holds words
("WTP", "BB"), as those words. Kinds and fields: domain notes, section 6; forms of PermenPANRB 53/2014 and
Permendagri 86/2017.
"""

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from lkjip_schemas.place import Place
from lkjip_schemas.record import Record
from lkjip_schemas.vocabulary import TableKind

Figures = dict[str, Decimal | str]
"""Figures of one field by period."""


class TableRecord(Record):
    """One row of a table of a known kind; `place` is that of its first cell."""

    kind: ClassVar[TableKind]

    table_no: int
    row: int
    place: Place


class _Indicator(TableRecord):
    sasaran: str = ""
    indikator: str = ""
    satuan: str = ""


class TujuanSasaran(_Indicator):
    """Tujuan and sasaran with their targets (T-C.25)."""

    kind = TableKind.TUJUAN_SASARAN
    tujuan: str = ""
    baseline: Figures = Field(default_factory=dict)
    target: Figures = Field(default_factory=dict)


class Iku(_Indicator):
    """An indikator kinerja utama with its definition."""

    kind = TableKind.IKU
    definisi: str = ""
    formula: str = ""
    sumber: str = ""
    penanggung_jawab: str = ""
    target: Figures = Field(default_factory=dict)


class PkSasaran(_Indicator):
    """A target of a performance agreement."""

    kind = TableKind.PK_SASARAN
    target: Figures = Field(default_factory=dict)


class PkAnggaran(TableRecord):
    """A budget of a performance agreement."""

    kind = TableKind.PK_ANGGARAN
    program: str = ""
    anggaran: Figures = Field(default_factory=dict)
    keterangan: str = ""


class ProgramPlan(TableRecord):
    """A program or kegiatan with indicator, target and budget."""

    kind = TableKind.PROGRAM_PLAN
    kode: str = ""
    nama: str = ""
    indikator: str = ""
    satuan: str = ""
    target: Figures = Field(default_factory=dict)
    pagu: Figures = Field(default_factory=dict)


class Pengukuran(_Indicator):
    """Target, realisasi and capaian of an indicator."""

    kind = TableKind.PENGUKURAN
    target: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    capaian: Figures = Field(default_factory=dict)
    predikat: str = ""


class BandingTahun(_Indicator):
    """An indicator over several years."""

    kind = TableKind.BANDING_TAHUN
    target: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    capaian: Figures = Field(default_factory=dict)


class JangkaMenengah(_Indicator):
    """An indicator against the end of the plan."""

    kind = TableKind.JANGKA_MENENGAH
    target: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    target_akhir: Figures = Field(default_factory=dict)
    kemajuan: Figures = Field(default_factory=dict)


class Nasional(_Indicator):
    """An indicator against others: national standard, province, other regencies."""

    kind = TableKind.NASIONAL
    realisasi: Figures = Field(default_factory=dict)
    pembanding: Figures = Field(default_factory=dict)
    keterangan: str = ""


class Analisis(_Indicator):
    """Why an indicator was or was not reached, and what is done."""

    kind = TableKind.ANALISIS
    target: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    capaian: Figures = Field(default_factory=dict)
    penyebab: str = ""
    solusi: str = ""


class Efisiensi(TableRecord):
    """Achievement against absorption of the budget."""

    kind = TableKind.EFISIENSI
    nama: str = ""
    capaian: Figures = Field(default_factory=dict)
    serapan: Figures = Field(default_factory=dict)
    efisiensi: str = ""


class ProgramPenunjang(TableRecord):
    """A program and whether it supports a sasaran."""

    kind = TableKind.PROGRAM_PENUNJANG
    sasaran: str = ""
    program: str = ""
    indikator: str = ""
    capaian: Figures = Field(default_factory=dict)
    menunjang: str = ""


class RealisasiAnggaran(TableRecord):
    """Budget and spending of a program, kegiatan or sub kegiatan."""

    kind = TableKind.REALISASI_ANGGARAN
    kode: str = ""
    nama: str = ""
    pagu: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    persen: Figures = Field(default_factory=dict)
    sumber_dana: str = ""


class Skala(TableRecord):
    """A band of a scale as printed ("91 <= 100") and its label."""

    kind = TableKind.SKALA
    rentang: str = ""
    label: str = ""


class RenstraMatrix(TableRecord):
    """A program of the Renstra with targets (K) and rupiah over the years."""

    kind = TableKind.RENSTRA_MATRIX
    kode: str = ""
    nama: str = ""
    indikator: str = ""
    satuan: str = ""
    k_target: Figures = Field(default_factory=dict)
    rp_target: Figures = Field(default_factory=dict)
    k_real: Figures = Field(default_factory=dict)
    rp_real: Figures = Field(default_factory=dict)
    target_akhir: Figures = Field(default_factory=dict)
    unit: str = ""


class Upaya(TableRecord):
    """What hinders and what is done."""

    kind = TableKind.UPAYA
    hambatan: str = ""
    upaya: str = ""
    perbaikan: str = ""


class Wilayah(TableRecord):
    """A desa or kelurahan with the counts printed of it, by heading."""

    kind = TableKind.WILAYAH
    nama: str = ""
    jumlah: Figures = Field(default_factory=dict)


class Sdm(TableRecord):
    """A group of staff with its counts, by heading."""

    kind = TableKind.SDM
    kategori: str = ""
    jumlah: Figures = Field(default_factory=dict)


class Sarpras(TableRecord):
    """A thing with its counts, by heading."""

    kind = TableKind.SARPRAS
    barang: str = ""
    jumlah: Figures = Field(default_factory=dict)
    kondisi: str = ""


class Skm(TableRecord):
    """An element of the satisfaction survey (PermenPANRB 14/2017)."""

    kind = TableKind.SKM
    unsur: str = ""
    nilai: Figures = Field(default_factory=dict)
    mutu: str = ""


class Renaksi(TableRecord):
    """Targets and realisasi of an indicator by quarter."""

    kind = TableKind.RENAKSI
    sasaran: str = ""
    nama: str = ""
    indikator: str = ""
    satuan: str = ""
    target: Figures = Field(default_factory=dict)
    realisasi: Figures = Field(default_factory=dict)
    pagu: Figures = Field(default_factory=dict)
    realisasi_rp: Figures = Field(default_factory=dict)


class SakipKomponen(TableRecord):
    """A component of the SAKIP evaluation (PermenPANRB 88/2021)."""

    kind = TableKind.SAKIP_KOMPONEN
    komponen: str = ""
    nilai: Figures = Field(default_factory=dict)


class Penghargaan(TableRecord):
    """An award."""

    kind = TableKind.PENGHARGAAN
    nama: str = ""
    tahun: str = ""
    pemberi: str = ""


class Cascading(TableRecord):
    """A step of the pohon kinerja."""

    kind = TableKind.CASCADING
    kinerja: str = ""
    indikator: str = ""
    penanggung_jawab: str = ""


RECORD_OF: dict[TableKind, type[TableRecord]] = {
    model.kind: model
    for model in (
        TujuanSasaran, Iku, PkSasaran, PkAnggaran, ProgramPlan, Pengukuran, BandingTahun, JangkaMenengah,
        Nasional, Analisis, Efisiensi, ProgramPenunjang, RealisasiAnggaran, Skala, RenstraMatrix, Upaya, Wilayah,
        Sdm, Sarpras, Skm, Renaksi, SakipKomponen, Penghargaan, Cascading,
    )
}  # fmt: skip
"""The record of each kind of table; the table of contents and signatures are kept as text (`Prose`)."""
