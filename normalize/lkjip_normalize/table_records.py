"""Rows of read tables to typed records: which column or figure fills which field."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_normalize.column_roles import Role
from lkjip_normalize.wording import collapse, heading
from lkjip_schemas.document import RawCell, RawTable
from lkjip_schemas.records import Observation, ReadTable, TableColumn
from lkjip_schemas.table_records import RECORD_OF, Figures, TableRecord
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure, TableKind

ANY = ""
"""Stands for every figure of the row, by the heading of its column."""

_FIGURES: dict[str, tuple[str, ...]] = {
    "target": (Measure.TARGET,),
    "k_target": (Measure.TARGET,),
    "realisasi": (Measure.REALISASI,),
    "k_real": (Measure.REALISASI,),
    "capaian": (Measure.CAPAIAN_PCT,),
    "target_akhir": (Measure.TARGET_AKHIR,),
    "kemajuan": (Measure.KEMAJUAN_PCT,),
    "pagu": (Measure.PAGU_RP,),
    "anggaran": (Measure.PAGU_RP,),
    "rp_target": (Measure.PAGU_RP,),
    "rp_real": (Measure.REALISASI_RP,),
    "realisasi_rp": (Measure.REALISASI_RP,),
    "serapan": (Measure.SERAPAN_PCT,),
    "persen": (Measure.SERAPAN_PCT,),
    "jumlah": (ANY,),
    "nilai": (ANY,),
    "pembanding": (OTHER_MEASURE_PREFIX,),
}
"""Measures of the fields that hold figures; a prefix stands for all measures that begin so."""
_OF_KIND: dict[tuple[TableKind, str], tuple[str, ...]] = {
    (TableKind.REALISASI_ANGGARAN, "realisasi"): (Measure.REALISASI_RP,),
}
"""Where a field holds another measure in one kind."""

_WORDS: dict[str, str] = {
    "definisi": r"definisi|alasan|penjelasan",
    "formula": r"formula|rumus|perhitungan|pengukuran",
    "sumber": r"sumber data",
    "penanggung_jawab": r"penanggung|\bpj\b|\bpic\b|pelaksana",
    "keterangan": r"keterangan|\bket\b|sumber dana",
    "predikat": r"predikat|kategori|kriteria|status",
    "penyebab": r"penyebab|analisis|faktor|permasalahan|hambatan",
    "solusi": r"solusi|upaya|tindak lanjut|alternatif|rekomendasi",
    "efisiensi": r"efisiensi",
    "menunjang": r"menunjang|mendukung",
    "sumber_dana": r"sumber dana",
    "rentang": r"nilai|interval|rentang|skor|skala|persentase|capaian",
    "label": r"predikat|kategori|kriteria|interpretasi|makna|keterangan|kode",
    "unit": r"unit kerja|penanggung",
    "hambatan": r"hambatan|permasalahan|kendala",
    "upaya": r"upaya",
    "perbaikan": r"perbaikan|rekomendasi|solusi|tindak lanjut",
    "kategori": r"golongan|eselon|jabatan|pendidikan|pangkat|uraian|jenis|bidang|nama|unit|status",
    "barang": r"barang|sarana|uraian|jenis|nama|aset",
    "kondisi": r"kondisi",
    "unsur": r"unsur",
    "mutu": r"mutu|kinerja",
    "komponen": r"komponen",
    "tahun": r"tahun",
    "pemberi": r"pemberi|penyelenggara|instansi",
    "kinerja": r"kinerja|sasaran|program|kegiatan",
}
"""Headings of the fields that hold words."""

_ROLES: dict[str, tuple[Role, ...]] = {
    "tujuan": (Role.TUJUAN,),
    "sasaran": (Role.SASARAN,),
    "indikator": (Role.INDIKATOR,),
    "satuan": (Role.SATUAN,),
    "kode": (Role.CODE,),
    "program": (Role.PROGRAM, Role.KEGIATAN, Role.LABEL),
    "nama": (Role.KEGIATAN, Role.PROGRAM, Role.LABEL, Role.SASARAN),
}
"""Roles of the columns that fill a field, the first that has words."""
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its own cells by column, those that reach into it from above, and its figures."""

    own: Mapping[int, RawCell]
    all: Mapping[int, RawCell]
    figures: Sequence[Observation]


def table_records(raw: RawTable, table: ReadTable, observations: Sequence[Observation]) -> list[TableRecord]:
    """The records of a table; none for kinds without one. A row that fills no field gives none."""
    model = RECORD_OF.get(table.kind)
    if model is None:
        return []
    found = []
    for number, row in _rows(raw, observations):
        fields: dict[str, object] = {}
        for name, field in model.model_fields.items():
            if name in TableRecord.model_fields:
                continue
            value = (
                _figures(table, name, row)
                if field.annotation == Figures
                else _words(table.columns, name, row)
            )
            if value:
                fields[name] = value
        if fields:
            first = row.own[min(row.own)]
            found.append(model(table_no=table.number, row=number, place=first.place, **fields))
    return found


def _rows(raw: RawTable, observations: Sequence[Observation]) -> Iterator[tuple[int, _Row]]:
    own: dict[int, dict[int, RawCell]] = defaultdict(dict)
    reaching: dict[int, dict[int, RawCell]] = defaultdict(dict)
    for cell in raw.cells:
        if cell.is_header or not cell.text.strip():
            continue
        own[cell.row][cell.col] = cell
        for row in range(cell.row, cell.row + cell.row_span):
            reaching[row][cell.col] = cell
    figures: dict[int, list[Observation]] = defaultdict(list)
    for o in observations:
        figures[o.row].append(o)
    for number in sorted(own):
        yield number, _Row(own[number], reaching[number], figures[number])


def _words(columns: Sequence[TableColumn], name: str, row: _Row) -> str:
    """The words of a field: by the role of the column, else by its heading."""
    for role in _ROLES.get(name, ()):
        texts = [row.all[c.col].text for c in columns if c.role == role and c.col in row.all]
        if texts:
            return collapse(" ".join(texts))
    pattern = _WORDS.get(name)
    if pattern is None:
        return ""
    for column in columns:
        if re.search(pattern, heading(column.header)) and column.col in row.all:
            return collapse(row.all[column.col].text)
    return ""


def _figures(table: ReadTable, name: str, row: _Row) -> Figures:
    """The figures of a field by period; of counts by the heading of their column."""
    found: Figures = {}
    if name == BASELINE:
        return {o.period: _value(o) for o in row.figures if o.measure == Measure.REALISASI}
    heads = {c.col: c.header for c in table.columns}
    for wanted in _OF_KIND.get((table.kind, name), _FIGURES[name]):
        for o in row.figures:
            if o.measure == wanted:
                found.setdefault(o.period, _value(o))
            elif wanted in (ANY, OTHER_MEASURE_PREFIX) and o.measure.startswith(wanted):
                found.setdefault(heads.get(o.col) or o.period, _value(o))
    return found


def _value(observation: Observation) -> Decimal | str:
    return observation.text or observation.raw if observation.value is None else observation.value
