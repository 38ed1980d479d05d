"""Which kind of table it is, from its headings, caption, and what its columns hold."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_normalize.column_roles import (
    AGAINST,
    AMOUNT,
    LABEL_ROLES,
    LAST_YEAR,
    PLAN_START,
    Column,
    Role,
    period_in,
)
from lkjip_normalize.numbers import Mark, read_cell
from lkjip_normalize.wording import MONTHS, heading, plain, years_in
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import (
    OTHER_MEASURE_PREFIX,
    RUPIAH_MEASURES,
    DocumentKind,
    Measure,
    TableKind,
    UnitLevel,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind found and why."""

    kind: TableKind
    reason: str


@dataclass(frozen=True, slots=True)
class Clues:
    """What the decision rests on besides the columns."""

    caption: str
    document: DocumentKind
    in_agreement: bool


_STATISTICS = re.compile(r"\bpdrb\b|produk domestik|lapangan usaha|nilai tukar petani|\binflasi\b")
"""Words of tables about the economy."""


def decide_kind(columns: Sequence[Column], clues: Clues) -> Kind:
    """The kind of a table; OTHER when its headings name none of the known kinds."""
    measures = {c.measure for c in columns if c.role is Role.MEASURE}
    roles = {c.role for c in columns}
    head = " | ".join(heading(c.header) for c in columns)
    text = plain(clues.caption)
    by_quarter = {c.measure for c in columns if "TW" in c.period}
    words = _by_words(head, text, roles, measures, by_quarter, clues.document)
    if words is not None:
        return words
    money = {Measure.PAGU_RP, Measure.REALISASI_RP} & measures
    performance = {Measure.TARGET, Measure.REALISASI} & measures
    if Measure.REALISASI_RP in measures and not (performance and _pairs(columns)):
        return Kind(TableKind.REALISASI_ANGGARAN, "kolom anggaran dan realisasi rupiah")
    if _pairs(columns) and money:
        return Kind(TableKind.RENSTRA_MATRIX, "pasangan kolom K dan Rp")
    if len(_periods_of(columns, Measure.TARGET) & _periods_of(columns, Measure.PAGU_RP)) >= PLANNED_YEARS:
        return Kind(TableKind.RENSTRA_MATRIX, "target dan rupiah beberapa tahun")
    if _is_plan(columns, text):
        if re.search(_IKU, text) and not clues.in_agreement:
            return Kind(TableKind.IKU, "judul tabel menyebut IKU, target beberapa tahun")
        return Kind(TableKind.TUJUAN_SASARAN, "kondisi awal dan target beberapa tahun")
    if performance > {Measure.TARGET} and Measure.CAPAIAN_PCT in measures and _MEASURING.search(text):
        return Kind(TableKind.PENGUKURAN, "judul tabel menyebut pengukuran kinerja")
    if Measure.TARGET_AKHIR in measures or Measure.KEMAJUAN_PCT in measures:
        return Kind(TableKind.JANGKA_MENENGAH, "kolom target akhir atau tingkat kemajuan")
    if (
        Measure.PAGU_RP in measures
        and Measure.TARGET in measures
        and re.search(r"(?:perjanjian|penetapan) kinerja", text)
    ):
        return Kind(TableKind.PK_SASARAN, "judul tabel menyebut perjanjian kinerja")
    if Measure.PAGU_RP in measures and Measure.TARGET in measures and roles & {Role.PROGRAM, Role.KEGIATAN}:
        return Kind(TableKind.PROGRAM_PLAN, "program dengan indikator, target dan anggaran")
    if Measure.PAGU_RP in measures and not performance:
        if not clues.in_agreement and _BUDGET_PLAN.search(text) and "perjanjian kinerja" not in text:
            return Kind(TableKind.PROGRAM_PLAN, "judul tabel menyebut rencana anggaran")
        return Kind(TableKind.PK_ANGGARAN, "program dan anggaran")
    if performance and not roles & {Role.INDIKATOR, Role.SASARAN} and _INCOME.search(text):
        return Kind(TableKind.REALISASI_ANGGARAN, "target dan realisasi pendapatan")
    if performance or Measure.CAPAIAN_PCT in measures:
        return _performance(columns, measures, roles, text, clues)
    return Kind(TableKind.OTHER, "judul kolom tidak dikenal")


def _periods_of(columns: Sequence[Column], measure: Measure) -> set[str]:
    """The periods that columns of a measure name."""
    return {c.period for c in columns if c.measure == measure and c.period}


def _pairs(columns: Sequence[Column]) -> bool:
    """Whether columns headed K and Rp stand beside each other."""
    leaves = [heading(c.parts[-1]) if c.parts else "" for c in columns]
    return "k" in leaves and any(leaf in {"rp", "rupiah"} for leaf in leaves)


def _by_words(
    head: str, text: str, roles: set[Role], measures: set[str], by_quarter: set[str], document: DocumentKind
) -> Kind | None:
    """Kinds that their headings or captions name, whatever the figures are; `by_quarter` is what the columns of
    quarters measure."""
    triwulan = re.findall(r"\b(?:tw|triwulan(?:an)?)\s*(?:ke\s*)?(?:iv|iii|ii|i|[1-4])\b", head)
    if len(set(triwulan)) >= 2 and re.search(
        r"\b(?:renstra|rpjmd|rpd)\b.*\brenja\b|\brenja\b.*\b(?:renstra|rpjmd|rpd)\b", head
    ):
        return Kind(TableKind.RENSTRA_MATRIX, "evaluasi Renja terhadap Renstra")
    spent = Measure.REALISASI_RP in measures and Role.ROW_MEASURE not in roles
    if len(set(triwulan)) >= 2 and spent and Measure.TARGET not in measures:
        return Kind(TableKind.REALISASI_ANGGARAN, "realisasi rupiah per triwulan")
    if (
        len(set(triwulan)) >= 2
        and by_quarter == {Measure.PAGU_RP}
        and document not in {DocumentKind.RENCANA_AKSI, DocumentKind.PK}
        and not re.search(r"rencana aksi|renaksi", text)
    ):
        return Kind(TableKind.PROGRAM_PLAN, "anggaran per triwulan")
    if (
        len(set(triwulan)) >= 2
        and measures & set(Measure) == {Measure.TARGET}
        and re.search(r"(?:perjanjian|penetapan) kinerja", text)
        and not re.search(r"rencana aksi|renaksi", text)
    ):
        return Kind(TableKind.PK_SASARAN, "perjanjian kinerja dengan target per triwulan")
    if len(set(triwulan)) >= 2:
        return Kind(TableKind.RENAKSI, "kolom triwulan")
    if (
        re.search(
            r"definisi|formulasi|formula|rumus|cara (?:perhitungan|pengukuran)|sumber data|kinerja utama.*penjelasan",
            head,
        )
        and Role.INDIKATOR in roles
        and not measures & {Measure.REALISASI, Measure.REALISASI_RP}
    ):
        return Kind(TableKind.IKU, "kolom definisi, formulasi atau sumber data")
    if re.search(r"menunjang|mendukung", head) and roles & {Role.PROGRAM, Role.KEGIATAN, Role.INDIKATOR}:
        return Kind(TableKind.PROGRAM_PENUNJANG, "kolom menunjang/tidak menunjang")
    if (
        re.search(r"interval|rentang|\bskala\b|kriteria penilaian|kategori capaian", head)
        and not roles & {Role.SASARAN, Role.INDIKATOR}
    ) or (
        re.search(r"\bnilai\b|\bskor\b", head)
        and re.search(r"predikat|kategori|kriteria", head)
        and not roles & {Role.INDIKATOR}
    ):
        return Kind(TableKind.SKALA, "kolom nilai dan predikat")
    spending = (
        re.search(r"serapan|penyerapan|anggaran", head) is not None
        or {Measure.PAGU_RP, Measure.REALISASI_RP, Measure.CAPAIAN_PCT} <= measures
    )
    if spending and (
        re.search(r"efisiensi", head)
        or (re.search(r"\befisiensi\b", text) and {Measure.CAPAIAN_PCT, Measure.SERAPAN_PCT} <= measures)
    ):
        return Kind(TableKind.EFISIENSI, "kolom efisiensi")
    if re.search(r"analisis|penyebab|faktor|solusi|permasalahan", head) and Role.INDIKATOR in roles:
        return Kind(TableKind.ANALISIS, "kolom analisis atau solusi")
    if re.search(
        r"hambatan|upaya|perbaikan|permasalahan.*(?:rekomendasi|solusi|tindak lanjut)", head
    ) and not measures & {Measure.TARGET, Measure.REALISASI}:
        return Kind(TableKind.UPAYA, "kolom upaya atau hambatan")
    if (
        re.search(
            r"\bnasional\b|\| indonesia(?: \||$)|rata rata (?:kabupaten|kota|kecamatan|provinsi|nasional)",
            head,
        )
        and measures
    ):
        return Kind(TableKind.NASIONAL, "pembanding nasional")
    compared = "banding" in text
    named = Role.INDIKATOR in roles or (Role.LABEL in roles and compared)
    regions = {*_A_REGION.findall(head), *(_A_KECAMATAN.findall(head) if compared else ())}
    if named and measures and len(regions) >= LEAST_REGIONS:
        return Kind(TableKind.NASIONAL, "daerah-daerah sebagai pembanding")
    if re.search(r"\bdesa\b|\bkelurahan\b", head) and re.search(r"luas|penduduk|\brt\b|\brw\b|dusun", head):
        return Kind(TableKind.WILAYAH, "data desa/kelurahan")
    if _PLACES.match(head) and not measures - {Measure.REALISASI} and not _MEASURED.search(text):
        return Kind(TableKind.WILAYAH, "kecamatan atau desa per baris")
    if re.search(r"golongan|eselon|jabatan|pendidikan|pangkat", head) and re.search(
        r"jumlah|\bj(?:lh|ml)\b|laki|perempuan|\bl\b|orang|\bpns\b", head
    ):
        return Kind(TableKind.SDM, "data pegawai")
    works = roles & {Role.INDIKATOR, Role.SASARAN, Role.PROGRAM, Role.KEGIATAN}
    if (
        not works
        and not measures & set(Measure)
        and re.search(r"\b(?:pns|asn)\b", head)
        and re.search(r"non ?(?:pns|asn)|\bp3k\b|\bpppk\b|\bhonorer\b", head)
    ):
        return Kind(TableKind.SDM, "pegawai PNS dan lainnya")
    if (re.search(r"\blaki\b", head) and re.search(r"\bperempuan\b", head)) or (
        re.search(
            r"\b(?:jumlah|data|keadaan|komposisi|rekapitulasi)\b.{0,40}"
            r"(?:pegawai|\bpns\b|\basn\b|\bpejabat|\btenaga|ketenagaan|\bguru\b)",
            text,
        )
        and not measures & {Measure.TARGET, Measure.REALISASI, Measure.PAGU_RP, Measure.REALISASI_RP}
    ):
        return Kind(TableKind.SDM, "jumlah pegawai")
    if re.search(r"sarana|barang|inventaris|aset", head) and re.search(r"jumlah|kondisi|volume", head):
        return Kind(TableKind.SARPRAS, "data barang")
    if re.search(r"unsur", head) and re.search(r"nrr|ikm|mutu|nilai", head):
        return Kind(TableKind.SKM, "unsur pelayanan")
    if re.search(r"komponen", head) and re.search(r"bobot", head):
        return Kind(TableKind.SAKIP_KOMPONEN, "komponen dan bobot")
    if re.search(r"penghargaan|prestasi|inovasi", head + " " + text) and not measures & {
        Measure.TARGET,
        Measure.REALISASI,
    }:
        return Kind(TableKind.PENGHARGAAN, "penghargaan")
    if re.search(r"menunjang|penunjang|pendukung|mendukung|penyebab (?:keberhasilan|kegagalan)", text) and (
        roles & {Role.PROGRAM, Role.KEGIATAN}
        and Measure.CAPAIAN_PCT in measures
        and Measure.REALISASI_RP not in measures
    ):
        return Kind(TableKind.PROGRAM_PENUNJANG, "judul tabel menyebut program penunjang")
    if re.search(r"eselon (?:ii|iii|iv)", head) and Role.INDIKATOR in roles:
        return Kind(TableKind.CASCADING, "kinerja per eselon")
    if (
        Role.TUJUAN in roles
        and (Role.SASARAN in roles or Role.INDIKATOR in roles)
        and not measures & {Measure.REALISASI, Measure.PAGU_RP}
    ):
        return Kind(TableKind.TUJUAN_SASARAN, "kolom tujuan dan sasaran")
    if roles & {Role.PROGRAM, Role.KEGIATAN} and not measures and Role.INDIKATOR not in roles:
        return Kind(TableKind.PROGRAM_PLAN, "daftar program dan kegiatan")
    return None


_A_REGION = re.compile(
    r"(?:^|\| )(?:pembanding |realisasi |capaian )?((?:kota|kab|kabupaten|prov|provinsi) "
    r"(?!tahun\b|layak\b|lama\b|baru\b|lain|sehat\b|target\b|realisasi\b|capaian\b)[a-z]{4,})"
)
_A_KECAMATAN = re.compile(r"(?:^|\| )(?:realisasi |capaian )?(kec(?:amatan)? [a-z]{4,})")
LEAST_REGIONS = 2
"""Headings that name so many regions compare them."""

_WITH_PLAN = (
    r"jangka menengah|akhir renstra|terhadap.*(?:renstra|rpjmd)|"
    r"banding\w* .*\bdengan (?:(?:target|sasaran|akhir|kinerja|pada|dalam|dokumen|periode|tahun 20\d\d) )*"
    r"(?:renstra|rpjmd)"
)
_PLACES = re.compile(
    r"(?:no(?:mor)? \| )?(?:nama )?(?:kecamatan|distrik|desa|kelurahan|nagari)(?: \| (?:tahun )?20\d\d)+$"
)
"""Headings of counts of places over years: "Kecamatan | 2019 | 2020";"""
_MEASURED = re.compile(r"realisasi|capaian|kinerja|penerimaan|pendapatan|indeks|persentase|target|anggaran")
"""words of a title that make them figures of performance."""
_BARE_YEAR = re.compile(r"(?:tahun )?20\d\d")
_IKU = r"indikator kinerja utama|\biku\b"
_MEASURING = re.compile(r"\bpengukuran (?:pencapaian |capaian )?(?:kinerja|sasaran)\b")
_BUDGET_PLAN = re.compile(r"\brencana anggaran\b|\banggaran belanja\b|\bposter anggaran\b")
_INCOME = re.compile(r"\b(?:target|realisasi|penerimaan)\b.*\b(?:pendapatan|retribusi|pajak)\b")


def _is_plan(columns: Sequence[Column], text: str) -> bool:
    """Whether a table holds targets of several years, with the end of the plan or without, and of what was reached no
    more than the condition they start from."""
    own = [c for c in columns if c.role is Role.MEASURE]
    roles = {c.role for c in columns}
    periods = {c.period for c in own if c.measure == Measure.TARGET and c.period}
    reached = [c for c in own if c.measure not in {Measure.TARGET, Measure.TARGET_AKHIR}]
    first = min((p for p in periods if p.isdigit()), default="")
    return (
        len(periods) > 1
        and (bool(reached) or any(c.measure == Measure.TARGET_AKHIR for c in own))
        and (Role.SASARAN in roles or bool(re.search(r"\bsasaran\b", text)))
        and not roles & {Role.PROGRAM, Role.KEGIATAN}
        and all(c.measure == Measure.REALISASI and _BASELINE.search(heading(c.header)) for c in reached)
        and all(not c.period.isdigit() or not first or c.period < first for c in reached)
    )


def _performance(
    columns: Sequence[Column], measures: set[str], roles: set[Role], text: str, clues: Clues
) -> Kind:
    years: dict[str, set[str]] = {}
    for c in columns:
        if c.role is Role.MEASURE and c.measure in {Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT}:
            years.setdefault(c.period, set()).add(c.measure)
    dated = {y: m for y, m in years.items() if y or LAST_YEAR in years}
    if measures == {Measure.TARGET} and re.search(r"\btujuan\b", text):
        return Kind(TableKind.TUJUAN_SASARAN, "judul tabel menyebut tujuan, kolom hanya target")
    if re.search(_WITH_PLAN, text):
        return Kind(TableKind.JANGKA_MENENGAH, "judul tabel menyebut Renstra/RPJMD")
    if Measure.REALISASI not in measures and Measure.CAPAIAN_PCT not in measures:
        targets = [c for c in columns if c.measure == Measure.TARGET]
        if len({c.period for c in targets}) >= 3:
            return Kind(TableKind.TUJUAN_SASARAN, "target beberapa tahun")
        if clues.document is DocumentKind.IKU or re.search(_IKU, text):
            return Kind(
                TableKind.IKU if not clues.in_agreement else TableKind.PK_SASARAN, "judul tabel menyebut IKU"
            )
        return Kind(TableKind.PK_SASARAN, "sasaran, indikator dan target")
    if (
        len(dated) >= 3
        or Role.ROW_YEAR in roles
        or _several_measured_years(dated)
        or (len(dated) == 2 and Measure.TARGET not in measures)
    ):
        return Kind(TableKind.BANDING_TAHUN, "kolom beberapa tahun")
    return Kind(TableKind.PENGUKURAN, "kolom target, realisasi atau capaian")


def _several_measured_years(dated: dict[str, set[str]]) -> bool:
    measured = [y for y, m in dated.items() if len(m) >= 2]
    return len(measured) >= 2


OTHER_UNITS = 0.2
"""Share of the units that may be others than rupiah in a table of money."""
_RUPIAH = re.compile(r"\W*(?:rp|rupiah)\b", re.I)


def money_in_performance_columns(columns: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether columns headed target and realisasi hold rupiah of programs.

    Every target column holds mostly grouped amounts of a million or more (every realisasi column
    where there is no target), and the labels are programs or kegiatan. Not where a column of units says that other rows
    count other things (form PKK: money and output of each kegiatan).
    """
    units = [t for c in columns if c.role is Role.SATUAN for t in body.get(c.col, [])]
    figures = [t for c in columns if c.measure == Measure.TARGET for t in body.get(c.col, [])]
    counted = sum(not AMOUNT.search(t) for t in figures) > OTHER_UNITS * len(figures)
    if counted and sum(not _RUPIAH.match(t) for t in units) > OTHER_UNITS * len(units):
        return False
    targets = [c for c in columns if c.measure == Measure.TARGET]
    achieved = [c for c in columns if c.measure == Measure.REALISASI]
    held = [c for c in targets or achieved if any(map(_DIGIT.search, body.get(c.col, [])))]
    if not held or not all(_holds_amounts(body.get(c.col, [])) for c in held):
        return False
    labels = [t for c in columns if c.role in LABEL_ROLES for t in body.get(c.col, [])]
    programs = sum(bool(re.match(r"(?:program|kegiatan|belanja|penyediaan)\b", t, re.I)) for t in labels)
    return programs >= 2 or any(c.role in (Role.PROGRAM, Role.KEGIATAN) for c in columns)


_DIGIT = re.compile(r"\d")


def _holds_amounts(texts: Sequence[str]) -> bool:
    figures = [t for t in texts if any(ch.isdigit() for ch in t)]
    return sum(bool(AMOUNT.search(t)) for t in figures) * 2 > len(figures)


LEAST_MONTHS = 6
"""So many rows are named after months where a table is one by month."""
_MONTH = re.compile(rf"(?:s\W?d\W*)?(?:{MONTHS})", re.I)


def are_statistics(columns: Sequence[Column], caption: str) -> bool:
    """Whether the figures are of the economy (PDRB, inflation), not of the unit's performance or budget: then they have
    no indicator beside, and no achievement of a target."""
    roles = {c.role for c in columns}
    head = " | ".join(heading(c.header) for c in columns)
    return (
        bool(_STATISTICS.search(f"{head} {plain(caption)}"))
        and not roles & {Role.INDIKATOR, Role.PROGRAM, Role.KEGIATAN}
        and not {c.measure for c in columns} >= {Measure.TARGET, Measure.CAPAIAN_PCT}
    )


def are_by_month(columns: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether the rows are months: what they plan, added up month by month, is no plan of the year."""
    labels = [body.get(c.col, []) for c in columns if c.role not in (Role.MEASURE, Role.NUMBER)]
    months = {t.strip().lower() for t in next(filter(None, labels), []) if _MONTH.fullmatch(t.strip())}
    return len(months) >= LEAST_MONTHS


def turn_into_others(columns: Sequence[Column], measures: frozenset[str] = frozenset(Measure)) -> None:
    """Keep the figures of columns with these measures under the name of their heading."""
    for column in columns:
        if column.role is Role.MEASURE and column.measure in measures:
            column.measure = OTHER_MEASURE_PREFIX + column.header
            column.money = column.percent = False


def turn_into_money(columns: Sequence[Column]) -> None:
    """Read target, realisasi and capaian columns as pagu, realisasi and serapan."""
    for column in columns:
        if column.measure == Measure.TARGET:
            column.measure, column.money = Measure.PAGU_RP, True
        elif column.measure == Measure.REALISASI:
            column.measure, column.money = Measure.REALISASI_RP, True
        elif column.measure == Measure.CAPAIAN_PCT:
            column.measure = Measure.SERAPAN_PCT


_FIRST_TARGET = re.compile(r"\b(?:awal|murni|induk|semula)$")
"""A target that stands beside the changed one."""
_BASELINE = re.compile(r"\bkondisi\b|\bbaseline\b|\bdata awal\b")
_END = re.compile(r"akhir|jangka menengah")
_END_OF_PLAN = re.compile(r"akhir (?:\w+ ){0,2}(?:renstra|rpjmd?|rpd|periode)|jangka menengah")
_COMPARES = re.compile(
    r"banding|terhadap (?:\w+ ){0,2}(?:target|akhir|renstra|rpjmd|rpd)\b|\bdengan\b.*\btarget|"
    r"perkembangan(?! target)|kemajuan|progres"
)
"""Captions of tables that hold what was reached against the end target,"""
_OF_TARGETS = re.compile(r"(?:tabel [\d. ]+)?(?:perkembangan )?target\b(?!.*banding)")
"""and of those that do not."""


def settle_plan_years(columns: Sequence[Column]) -> None:
    """The targets of a plan for one year after the other ("Target Renstra SKPD Tahun ke-" over 2014 to 2018,
    Permendagri 86/2017 table T-C.23) are targets of those years, not end targets."""
    of_plan = [c for c in columns if c.measure == Measure.TARGET_AKHIR and not _END.search(plain(c.header))]
    if len({c.period for c in of_plan if c.period.isdigit()}) > 1:
        for c in of_plan:
            c.measure = Measure.TARGET


def _spent_beside(column: Column, own: Sequence[Column]) -> bool:
    """Whether the group of headings that a column stands under has a column of money spent."""
    over = column.parts[:-1]
    return bool(over) and any(c.measure == Measure.REALISASI_RP and c.parts[:-1] == over for c in own)


def _headed_k(column: Column) -> bool:
    """Whether a column is the performance of a pair "K | Rp", also in one heading with it ("Realisasi 2023 (K)")."""
    return bool(column.parts) and heading(column.parts[-1]).split()[-1:] == ["k"]


def _share_of_money_spent(column: Column, own: Sequence[Column]) -> bool:
    """Whether a bare "%" stands right behind rupiah spent, in a table that tells no performance reached."""
    beside = next((x for x in reversed(own) if x.col < column.col), None)
    return (
        plain(column.header) in {"%", "persen"}
        and beside is not None
        and beside.measure == Measure.REALISASI_RP
        and all(x.measure != Measure.REALISASI for x in own)
    )


_SUM_LEAF = re.compile(r"(?:(?:jumlah|total)(?: belanja| anggaran)?|anggaran|pagu(?: anggaran)?)(?: rp)?")
_SPENDING_LEAF = re.compile(r"belanja (?!langsung|tidak langsung)\w")


def _quarters_of_money(columns: Sequence[Column], own: Sequence[Column]) -> None:
    """Quarters "Rencana | Realisasi" between the budget and the spending of the year are money, where no indicator and
    no target of the year stands in the table."""
    measured = {Measure.TARGET: Measure.PAGU_RP, Measure.REALISASI: Measure.REALISASI_RP}
    quarters = [c for c in own if c.measure in measured and "TW" in c.period]
    of_year = {c.measure for c in own if c not in quarters}
    named = any(c.role is Role.INDIKATOR for c in columns) or of_year & measured.keys()
    if quarters and not named and {Measure.PAGU_RP, Measure.REALISASI_RP} <= of_year:
        for c in quarters:
            c.measure, c.money = measured[Measure(c.measure)], True


def _in_words(own: Sequence[Column], body: dict[int, list[str]]) -> list[Column]:
    """Columns that say in words what another column of achievements says in percent ("Status Capaian")."""
    achieved = [c for c in own if c.measure == Measure.CAPAIAN_PCT and body.get(c.col)]
    in_figures = [c for c in achieved if any(re.search(r"\d", text) for text in body[c.col])]
    periods = {c.period for c in in_figures}
    return [c for c in achieved if c not in in_figures and c.period in periods]


def _without_unit(column: Column) -> str:
    return _UNIT_OF_HEADING.sub("", column.header).strip().lower()


_UNIT_OF_HEADING = re.compile(r"\(?\s*(?:%|rp\.?|persen|rupiah)\s*\)?", re.IGNORECASE)


def _settle_physical(columns: Sequence[Column], own: Sequence[Column], body: dict[int, list[str]]) -> None:
    """Targets and realisasi headed "Fisik" beside the money are those of the indicators where they print units
    ("6 Dokumen"), and no shares of the work done."""
    if not any(c.role is Role.INDIKATOR for c in columns):
        return
    for c in own:
        words = [heading(p) for p in c.parts]
        if len(words) > 1 and words[-2] == "fisik" and _printed_with_units(body.get(c.col, [])):
            measure = {"target": Measure.TARGET, "realisasi": Measure.REALISASI}.get(words[-1])
            if measure is not None:
                c.measure, c.percent = measure, False


NEAR_SHARE = Decimal("0.06")
"""A printed percentage is the ratio of two figures up to so many points."""
LEAST_RATIOS = 3
"""In so many rows a percentage that is no ratio of budget and spending tells performance."""
FITTING_SHARE = Decimal("0.7")
"""In so large a share of the rows a percentage that is a ratio is meant as one."""


def _is_no_absorption(column: Column, own: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether a column of percentages is in no row the share of the budget spent beside it: it tells performance."""
    before = [c for c in own if c.col < column.col and ("TW" in c.period) <= ("TW" in column.period)]
    planned = [c for c in before if c.measure == Measure.PAGU_RP]
    spent = [c for c in before if c.measure in {Measure.REALISASI, Measure.REALISASI_RP}]
    if not planned or not spent:
        return False
    budgets, spending, shares = (body.get(c.col, []) for c in (planned[-1], spent[-1], column))
    off = off_ratio(shares, budgets, spending)
    return len(off) >= LEAST_RATIOS and min(off) > NEAR_SHARE


def _kinds_of_spending(own: Sequence[Column]) -> list[Column]:
    """Columns of kinds of spending beside their sum, planned or spent ("Belanja Operasi | Belanja Modal | Jumlah")."""
    money = [c for c in own if c.measure in RUPIAH_MEASURES and c.parts]
    sums = {(c.measure, c.parts[:-1]) for c in money if _SUM_LEAF.fullmatch(heading(c.parts[-1]))}
    return [
        c for c in money if (c.measure, c.parts[:-1]) in sums and _SPENDING_LEAF.match(heading(c.parts[-1]))
    ]


_OF_PERFORMANCE = re.compile(r"\bkinerja\b(?!.*\b(?:anggaran|keuangan)\b)")
"""Headings of achievements that say so, where those of absorption stand beside them."""
_OF_GOODS = re.compile(r"\b(?:volume|produksi|harga|ekspor|impor|berat)\b")
_WORTH_OF_GOODS = re.compile(r"nilai\b(?!.*\b(?:anggaran|pagu|dana|dpa)\b)")
"""Headings of what was produced or sold, and of its worth in rupiah, which is no budget."""


def settle_columns(columns: Sequence[Column], body: dict[int, list[str]], in_agreement: bool) -> None:
    """Decide headings that only make sense beside the other columns.

    In a table of money a plain "Realisasi" is rupiah and a plain "%" or "Capaian" is absorption; a
    "Capaian" without a percent sign in a table without target or realisasi is a figure of its own.
    """
    own = [c for c in columns if c.role is Role.MEASURE]
    _quarters_of_money(columns, own)
    _settle_physical(columns, own, body)
    _settle_bare_shares(own, body)
    for c in _in_words(own, body):
        c.role, c.measure = Role.WORDS, ""
        own.remove(c)
    for c in own:
        if (
            c.measure in {Measure.CAPAIAN_PCT, Measure.KEMAJUAN_PCT}
            and not _says_percent(c)
            and _printed_with_units(body.get(c.col, []))
        ):
            c.measure, c.percent = Measure.REALISASI, False
        if c.measure == Measure.SERAPAN_PCT and _are_fractions(c, body.get(c.col, [])):
            c.measure, c.percent = OTHER_MEASURE_PREFIX + c.header, False
        # Two budget columns are the first and the changed budget; only in a revised agreement is the
        # figure before the change a memory of the old one.
        budgets = re.search(r"sebelum perubahan|semula", c.header, re.I) or any(
            x.measure == Measure.REALISASI_RP for x in own
        )
        before = (
            c.money
            and c.measure.startswith(OTHER_MEASURE_PREFIX)
            and re.search(r"sebelum|semula", c.header, re.I)
        )
        if before and budgets and not in_agreement:
            c.measure = Measure.PAGU_RP
    if any(_OF_GOODS.search(heading(c.header)) for c in columns):
        for c in own:
            if c.measure == Measure.PAGU_RP and _WORTH_OF_GOODS.match(
                heading(c.parts[-1] if c.parts else "")
            ):
                c.measure = OTHER_MEASURE_PREFIX + c.header
    for c in _kinds_of_spending(own):
        c.measure, c.money = OTHER_MEASURE_PREFIX + c.header, False
    targets = [c for c in own if c.measure == Measure.TARGET]
    if any(plain(c.header).endswith("perubahan") for c in targets):
        for c in targets:
            if _FIRST_TARGET.search(plain(c.header)):
                c.measure = OTHER_MEASURE_PREFIX + c.header
    measures = {c.measure for c in own}
    if Measure.TARGET_AKHIR in measures and Measure.TARGET not in measures:
        told = Measure.KEMAJUAN_PCT in measures  # then a plain "Capaian s.d. Tahun 2021" is what was achieved
        for c in own:
            if c.measure == Measure.CAPAIAN_PCT and told and Measure.REALISASI not in measures:
                if not _says_percent(c):
                    c.measure, c.percent = Measure.REALISASI, False
            elif c.measure == Measure.CAPAIAN_PCT and not told:
                c.measure = Measure.KEMAJUAN_PCT
    if Measure.PAGU_RP in measures and Measure.TARGET not in measures:
        for c in own:
            if c.measure == Measure.REALISASI and not c.money and not _headed_k(c):
                c.measure, c.money = Measure.REALISASI_RP, True
        shares = [c for c in own if c.measure == Measure.CAPAIAN_PCT]
        named = [c for c in shares if _OF_PERFORMANCE.search(heading(c.header))]
        for c in own:
            if (
                c.measure == Measure.CAPAIAN_PCT
                and (c not in named or len(named) == len(shares))
                and Measure.SERAPAN_PCT not in measures
                and Measure.REALISASI not in {x.measure for x in own if x is not c}
                and not _is_no_absorption(c, own, body)
            ):
                c.measure = Measure.SERAPAN_PCT
        paid = any(c.measure == Measure.REALISASI_RP and not c.percent for c in own)
        for c in own:
            if paid and c.measure in {Measure.REALISASI, Measure.REALISASI_RP} and c.percent:
                c.measure, c.money = Measure.SERAPAN_PCT, False
    for c in own:  # "Realisasi (Rp) | Realisasi (%)"
        spent = [x for x in own if x.col == c.col - 1 and x.measure == Measure.REALISASI_RP]
        if c.measure == Measure.REALISASI and c.percent and _without_unit(c) in map(_without_unit, spent):
            c.measure, c.money = Measure.SERAPAN_PCT, False
    both = Measure.PAGU_RP in measures and Measure.TARGET in measures
    if both:
        seen_money = False
        for c in own:
            if c.measure == Measure.PAGU_RP:
                seen_money = True
            elif (
                seen_money
                and c.measure == Measure.REALISASI
                and not _headed_k(c)
                and not _spent_beside(c, own)
                and (
                    any(x.measure == Measure.REALISASI and x.col < c.col for x in own)
                    or _holds_amounts(body.get(c.col, []))
                )
            ):
                c.measure, c.money = Measure.REALISASI_RP, True
            elif (
                seen_money
                and c.measure == Measure.CAPAIAN_PCT
                and (
                    any(x.measure == Measure.CAPAIAN_PCT and x.col < c.col for x in own)
                    or _share_of_money_spent(c, own)
                )
            ):
                c.measure = Measure.SERAPAN_PCT
    for c in own:
        if (
            c.measure == Measure.CAPAIAN_PCT
            and c.period
            and not _says_percent(c)
            and (_percent_is_said_elsewhere(c, own, body) or _far_from_percent(c, own, body))
        ):
            c.measure, c.percent = Measure.REALISASI, False
    _settle_reached_beside_share(own, body)
    if Measure.TARGET in measures and not any(
        c.measure == Measure.REALISASI and c.period in {t.period for t in own if t.measure == Measure.TARGET}
        for c in own
    ):
        for c in own:
            if (
                c.measure == Measure.CAPAIAN_PCT
                and not _says_percent(c)
                and ((c.period and Measure.REALISASI in measures) or _near_targets(c, own, body))
            ):
                c.measure, c.percent = Measure.REALISASI, False
    if not measures & {
        Measure.TARGET,
        Measure.REALISASI,
        Measure.PAGU_RP,
        Measure.REALISASI_RP,
        Measure.TARGET_AKHIR,
    }:
        measured = any(c.role is Role.SATUAN for c in columns)
        for c in own:
            if measured and c.measure == Measure.CAPAIAN_PCT and not c.period and not _says_percent(c):
                c.measure = OTHER_MEASURE_PREFIX + c.header
                c.percent = False
        counts = any(c.measure.startswith(OTHER_MEASURE_PREFIX) for c in own)
        performance = any(
            c.role in (Role.INDIKATOR, Role.SASARAN, Role.PROGRAM, Role.KEGIATAN) for c in columns
        )
        for c in own if counts and not performance else ():  # a share of what is counted beside it
            if c.measure == Measure.CAPAIAN_PCT and c.parts and _BARE_PERCENT.fullmatch(heading(c.parts[-1])):
                c.measure = OTHER_MEASURE_PREFIX + c.header


_BARE_PERCENT = re.compile(r"%|pers?en(?:tase)?|pros?en(?:tase)?")
_AGAINST = re.compile(rf"\b(?:realisasi|capaian)\b.*{AGAINST}")


def _last_year(period: str) -> int:
    """The last year of "2018" or "2013-2018"; 0 without one."""
    last = period.rpartition("-")[2]
    return int(last) if last.isdigit() else 0


PLANNED_YEARS = 3
"""Targets and rupiah of so many years side by side are a plan of several years; a Renja has two."""

COUNTS_OF_THINGS = frozenset({TableKind.SDM, TableKind.SARPRAS, TableKind.WILAYAH})
"""Tables that count people, things and places: nothing in them is a target or an achievement."""

_ELSEWHERE = re.compile(r"\b(?:nasional|prov|provinsi|propinsi|standar\w*|rata rata)\b")


_REGION_WORDS = {"kab": "kabupaten", "kec": "kecamatan", "prov": "provinsi"}
"""Words before the name of a region, by their short forms."""


_LOCAL_UNIT = re.compile(r"(?:(?:uptd?|blud)\.? )*(puskesmas\b.*)")
"""Units that stand beside others of their kind in a region, as a kecamatan does."""


def own_names(identity: Identity) -> frozenset[str]:
    """The names under which a table of comparison may print the figures of the unit itself: its own and, above the
    kecamatan, that of its region, which others ("Provinsi", "Nasional") are compared with; each also alone, without
    "Kabupaten", and the kind alone ("Kecamatan", "Kabupaten" or "Kota")."""
    local = _LOCAL_UNIT.match(heading(identity.instansi))
    below_region = identity.level in (UnitLevel.KECAMATAN, UnitLevel.KELURAHAN) or local is not None
    kind_of_region, _, name = heading(identity.kabkota).partition(" ")
    if below_region:
        names = [identity.instansi, heading(identity.instansi).partition(" ")[0]]
        if identity.level is UnitLevel.KECAMATAN:
            names.append(identity.kecamatan)
        if local is not None:
            names += [local.group(1), local.group(1).partition(" ")[0]]
    else:
        names = [identity.instansi, identity.kabkota, name, kind_of_region]
        if identity.provinsi and not identity.kabkota:
            names += [identity.provinsi, f"provinsi {identity.provinsi}"]
    return frozenset(heading(n) for n in names if n)


def _named(header: str) -> str:
    """A heading without its year, as the names of regions are written in full: "Kec. Contoh" is "kecamatan contoh"."""
    bare = re.sub(r"(?: tahun)? (?:19|20)\d\d$|^(?:tahun )?(?:19|20)\d\d ", "", heading(header))
    first, _, rest = bare.partition(" ")
    return f"{_REGION_WORDS.get(first, first)} {rest}".strip()


_SHARES_COMPARED = re.compile(r"(?:(?:%|persen(?:tase)?) )?(?P<what>kinerja|anggaran|keuangan)(?: %)?")
_COMPARED_AS = {
    "kinerja": Measure.CAPAIAN_PCT,
    "anggaran": Measure.SERAPAN_PCT,
    "keuangan": Measure.SERAPAN_PCT,
}
"""What a table of efficiency compares ("Kinerja (%) | Anggaran (%) | Efisiensi"): shares reached and spent."""


def _is_unnamed_percentage(column: Column) -> bool:
    """Whether a heading that says "%" names no measure by itself."""
    return column.measure.startswith(OTHER_MEASURE_PREFIX) and "%" in column.header


_FIGURES_OF = re.compile(r"^(?:(?:realisasi|capaian|target|kinerja|di|pada|tingkat) )+")
_A_PLACE = re.compile(r"(?:kecamatan|kelurahan|kabupaten|kota|provinsi)(?: [a-z]+){0,4}")


def _of_other_places(columns: Sequence[Column], names: Collection[str]) -> list[Column]:
    """Columns of figures of other places, where one beside them is that of the unit ("Realisasi Kec. Contoh | Realisasi
    Kab. Anu")."""
    places = {c.col: _named(_FIGURES_OF.sub("", heading(c.parts[-1]))) for c in columns if c.parts}
    if not any(place in names for place in places.values()):
        return []
    return [c for c in columns if (place := places.get(c.col, "")) not in names and _A_PLACE.fullmatch(place)]


def settle_after_kind(
    columns: Sequence[Column], kind: TableKind, year: int, plan: str, names: Collection[str]
) -> None:
    """What the kind of the table says of its columns.

    A scale says what figures mean and holds none; a share of the staff is no achievement. Beside what the
    plan period has come to, the one target of a later year is its end target (`plan` as "2018-2023", if
    known). A target of the province or the nation beside the agency's own is for comparing; a column headed by
    one of the unit's own `names` holds what it realised.
    """
    own = [c for c in columns if c.role is Role.MEASURE]
    if kind is TableKind.SKALA:
        turn_into_others(own)
    if kind in COUNTS_OF_THINGS:
        counts = kind is TableKind.WILAYAH and all(_BARE_YEAR.fullmatch(heading(c.header)) for c in own)
        for c in own:
            if c.measure == Measure.CAPAIAN_PCT or counts:
                c.measure = OTHER_MEASURE_PREFIX + c.header
    if kind is TableKind.EFISIENSI:
        for c in own:
            told = _SHARES_COMPARED.fullmatch(heading(c.header)) if _is_unnamed_percentage(c) else None
            if told:
                c.measure, c.percent = _COMPARED_AS[told.group("what")], True
    if kind in (TableKind.BANDING_TAHUN, TableKind.PENGUKURAN) and year:
        later = [c for c in own if c.measure == Measure.TARGET and _last_year(c.period) > year]
        reached = {c.period for c in own if c.measure == Measure.REALISASI}
        if len(later) == 1 and str(year) in reached and _last_year(later[0].period) == _last_year(plan):
            later[0].measure = Measure.TARGET_AKHIR
    if kind is TableKind.JANGKA_MENENGAH and year:
        later = [c for c in own if c.measure == Measure.TARGET and _last_year(c.period) > year]
        if (
            len(later) == 1
            and _last_year(plan) in (0, _last_year(later[0].period))
            and not any(c.measure == Measure.TARGET_AKHIR for c in own)
            and not _one_of_a_row(later[0], own)
        ):
            later[0].measure = Measure.TARGET_AKHIR
            if not any(c.measure == Measure.TARGET for c in own):
                for c in own:
                    if c.measure == Measure.CAPAIAN_PCT:
                        c.measure = Measure.KEMAJUAN_PCT
        ends = {y for c in own if c.measure == Measure.KEMAJUAN_PCT for y in _years_against(c) if y > year}
        for c in later:
            if c.measure == Measure.TARGET and _last_year(c.period) in ends:
                c.measure = Measure.TARGET_AKHIR
        against = [
            c
            for c in own
            if c.measure.startswith(OTHER_MEASURE_PREFIX) and _AGAINST.search(heading(c.header))
        ]
        if len(against) == 1 and not any(c.measure == Measure.KEMAJUAN_PCT for c in own):
            against[0].measure = Measure.KEMAJUAN_PCT
    if kind is TableKind.NASIONAL:
        named = [c for c in own if c.measure.startswith(OTHER_MEASURE_PREFIX) and _named(c.header) in names]
        years = ["".join(map(str, years_in(c.header)[-1:])) for c in named]
        if len(set(years)) == len(named) and not any(c.measure == Measure.REALISASI for c in own):
            for c, of_year in zip(named, years, strict=True):
                c.measure, c.period = Measure.REALISASI, c.period or of_year
        compared = [c for c in own if c.measure in {Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT}]
        others = _of_other_places(compared, names)
        elsewhere = [
            c for c in compared if c in others or (c.parts and _ELSEWHERE.search(heading(c.parts[-1])))
        ]
        if len(elsewhere) < len(compared):
            for c in elsewhere:
                c.measure = OTHER_MEASURE_PREFIX + c.header


def _one_of_a_row(last: Column, own: Sequence[Column]) -> bool:
    """Whether the target of a later year ends a row of targets for one year after the other, under one heading, where
    nothing is told of what was reached in these years."""
    beside = [c for c in own if c.parts[:-1] == last.parts[:-1] and c.period.isdigit()]
    years = {int(c.period) for c in beside if c.measure == Measure.TARGET}
    reached = {int(c.period) for c in beside if c.measure == Measure.REALISASI}
    in_turn = last.period.isdigit() and {int(last.period) - n for n in range(LEAST_PLAN_YEARS)} <= years
    return in_turn and not years & reached


_WITH_UNIT = re.compile(r"\d[\d.,]*\s*(?!(?:persen|poin|nilai)\b)[a-z]{3}[a-z/ ]*", re.I)


def _printed_with_units(texts: Sequence[str]) -> bool:
    """Whether every figure of a column is printed with what it counts ("156 kali"): no percentage."""
    printed = [text for text in texts if text]
    return bool(printed) and all(_WITH_UNIT.fullmatch(text) for text in printed)


MOST_OF_ONE = Decimal(2)
"""A share of one is not larger: a budget is never spent twice over."""


def _are_fractions(column: Column, texts: Sequence[str]) -> bool:
    """Whether a column headed "Rasio" tells shares of one (0,93), no percentages."""
    if not re.search(r"\brasio\b", column.header, re.I):
        return False
    values = [v for v in (read_cell(text, Mark.DECIMAL).value for text in texts) if v]
    return bool(values) and all(abs(v) <= MOST_OF_ONE for v in values)


def _settle_bare_shares(own: Sequence[Column], body: dict[int, list[str]]) -> None:
    """A bare "%" in a table of performance and money is the share that was spent, where it is the ratio of the money
    and not that of the performance."""
    single = {m: c for m in _PAIRED if len(found := [x for x in own if x.measure == m]) == 1 for c in found}
    if len(single) < len(_PAIRED):
        return
    target, realised, pagu, spent = (body.get(single[m].col, []) for m in _PAIRED)
    for column in own:
        bare = len(column.parts) == 1 and re.fullmatch(r"%|persen(?:tase)?", heading(column.header))
        shares = body.get(column.col, [])
        if (
            bare
            and column.measure == Measure.CAPAIAN_PCT
            and _are_ratios(shares, pagu, spent)
            and not _are_ratios(shares, target, realised)
        ):
            column.measure = Measure.SERAPAN_PCT


def _settle_reached_beside_share(own: Sequence[Column], body: dict[int, list[str]]) -> None:
    """A "Capaian" of which the percentage beside it is the ratio to the target ("Target | Capaian | % Capaian") is what
    was reached, and so are those of other years under its heading."""
    shares = [c for c in own if c.measure == Measure.CAPAIAN_PCT and _says_percent(c)]
    targets = [c for c in own if c.measure == Measure.TARGET]
    for column in [c for c in own if c.measure == Measure.CAPAIAN_PCT and not _says_percent(c)]:
        told = any(
            {target.period, share.period} <= {column.period, ""}
            and _are_ratios(body.get(share.col, []), body.get(target.col, []), body.get(column.col, []))
            for share in shares
            for target in targets
        )
        if told:
            name = _without_years(column)
            beside = [
                c
                for c in own
                if (len(c.parts) > 1 and c.parts[:-1] == column.parts[:-1]) or _without_years(c) == name
            ]
            for c in (column, *beside):
                if c.measure == Measure.CAPAIAN_PCT and not _says_percent(c):
                    c.measure, c.percent = Measure.REALISASI, False


def _without_years(column: Column) -> str:
    return re.sub(r"\b(?:tahun )?(?:19|20)\d\d\b", "", heading(column.header)).strip()


def _says_percent(column: Column) -> bool:
    return re.search(r"%|persen", column.header, re.I) is not None


_PAIRED = (Measure.TARGET, Measure.REALISASI, Measure.PAGU_RP, Measure.REALISASI_RP)


def _are_ratios(shares: Sequence[str], wholes: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether percentages are what the parts are of the wholes beside them."""
    fitting = sum(off <= NEAR_SHARE for off in off_ratio(shares, wholes, parts))
    return bool(shares) and fitting >= FITTING_SHARE * len(shares)


def off_ratio(shares: Sequence[str], wholes: Sequence[str], parts: Sequence[str]) -> list[Decimal]:
    """By how many points percentages miss what the parts are of the wholes beside them, in the rows where all three are
    figures; empty where the columns have not the same rows."""
    if not len(shares) == len(wholes) == len(parts):
        return []
    off = []
    for row in zip(shares, wholes, parts, strict=True):
        share, whole, part = (read_cell(text, Mark.DECIMAL).value for text in row)
        if share is not None and whole and part is not None:
            off.append(abs(100 * part / whole - share))
    return off


def _near_targets(column: Column, own: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether a column headed "Capaian" holds what was achieved: its figures lie nearer to the targets
    of the same year than to 100 %."""
    targets = [
        c for c in own if c.measure == Measure.TARGET and c.period == column.period and c.col < column.col
    ]
    if not targets:
        return False
    left, right = body.get(targets[-1].col, []), body.get(column.col, [])
    if len(left) != len(right) or len(left) < 2:
        return False
    nearer = counted = 0
    for t, c in zip(left, right, strict=True):
        target, figure = read_cell(t, Mark.DECIMAL).value, read_cell(c, Mark.DECIMAL).value
        if target and figure and target != 100:
            counted += 1
            nearer += abs(figure / target - 1) < abs(figure / 100 - 1)
    return counted >= 2 and nearer * 2 > counted


def _percent_is_said_elsewhere(column: Column, own: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether the table says "%" over the achievement of its own year, and neither over nor in this column of a year
    before: "Capaian Tahun Lalu" beside "Target", "Realisasi" and "% Realisasi" is what was achieved."""
    if any("%" in text for text in body.get(column.col, [])):
        return False
    told = [c for c in own if c.measure == Measure.CAPAIAN_PCT and _says_percent(c) and c is not column]
    achieved = {c.period for c in own if c.measure == Measure.REALISASI}
    if column.period == LAST_YEAR:
        return any(p != column.period for p in achieved) and any(c.period != column.period for c in told)
    if not (column.parts and re.search(r"capaian\b.*\b(?:19|20)\d\d\b", column.parts[-1], re.I)):
        return False  # "2021 | Capaian" is that of a block of its year
    planned = {c.period for c in own if c.measure == Measure.TARGET}
    later = {c.period for c in told if column.period < c.period} & achieved & planned
    return column.period.isdigit() and bool(later) and column.period not in achieved | planned


def _far_from_percent(column: Column, own: Sequence[Column], body: dict[int, list[str]]) -> bool:
    """Whether a "Capaian" of a year without target and realisasi holds what was achieved: most of its
    figures are nowhere near 100, but near the realisasi of the other year."""
    if any(c.measure in {Measure.TARGET, Measure.REALISASI} and c.period == column.period for c in own):
        return False
    achieved = [c for c in own if c.measure == Measure.REALISASI]
    left, right = body.get(column.col, []), body.get(achieved[-1].col, []) if achieved else []
    if len(left) != len(right) or len(left) < 2:
        return False
    far = counted = 0
    for a, b in zip(left, right, strict=True):
        figure, other = read_cell(a, Mark.DECIMAL).value, read_cell(b, Mark.DECIMAL).value
        if figure and other:
            counted += 1
            far += abs(figure / 100 - 1) > Decimal("0.4") and abs(figure / other - 1) < abs(figure / 100 - 1)
    return counted >= 2 and far * 2 > counted


_NAMES_PLAN_OR_REACHED = re.compile(r"target|rencana|anggaran|pagu|realisasi|capaian|penetapan")


_SAYS_SPENT = re.compile(
    r"\b(?:serapan|penyerapan)\b.*\b(?:anggaran|keuangan|belanja|dana)\b|"
    r"\brealisasi (?:anggaran|keuangan|belanja|dana)\b"
)
_ONLY_QUARTER = re.compile(
    r"(?:s d )?(?:tw|triwulan|tribulan) ?(?:ke )?(?:iv|iii|ii|i|[1-4])(?: (?:19|20)\d\d)?"
)
_IN_PERCENT = re.compile(r"%\s*$")
LEAST_QUARTERS = 2
_SAYS_REACHED = re.compile(r"\brealisasi\b|\bkemajuan\b")
_BEGINS_REACHED = re.compile(r"(?:tabel [\d. ]+)?realisasi\b")
_OF_THE_PLAN = re.compile(
    r"^((?:tabel [\d. ]+)?realisasi (?:(?:kinerja|anggaran|fisik|keuangan|dan|atas|terhadap) )*)rencana aksi"
)
"""What was reached of an action plan."""
_AS_REACHED: dict[str, str] = {
    Measure.TARGET: Measure.REALISASI,
    Measure.PAGU_RP: Measure.REALISASI_RP,
}


def settle_quarters_of_spending(columns: Sequence[Column], said: str, body: dict[int, list[str]]) -> None:
    """Columns headed by quarters alone hold what was spent of a budget, or which share of it, where the caption says so
    ("Serapan anggaran per triwulan") and all their figures are rupiah, or percentages."""
    text = plain(said)
    if not _SAYS_SPENT.search(text) or re.search(r"target|rencana|jadwal", text):
        return
    quarters = [
        c
        for c in columns
        if c.measure == OTHER_MEASURE_PREFIX + c.header and _ONLY_QUARTER.fullmatch(heading(c.header))
    ]
    figures = [t for c in quarters for t in body.get(c.col, []) if _DIGIT.search(t)]
    if len(quarters) < LEAST_QUARTERS or not figures:
        return
    for measure, form in ((Measure.SERAPAN_PCT, _IN_PERCENT), (Measure.REALISASI_RP, AMOUNT)):
        if all(map(form.search, figures)):
            for c in quarters:
                c.measure, c.period = measure, period_in(c.parts)
                c.money, c.percent = measure == Measure.REALISASI_RP, measure == Measure.SERAPAN_PCT


def settle_reached_quarters(columns: Sequence[Column], said: str) -> None:
    """Quarters headed "TW I | K, Rp" alone are what was reached, where target and budget of the year stand beside them;
    so are those headed "TW I | Keuangan | Rp, %".

    The caption says so ("Realisasi ... per Triwulan"; where it begins so, nothing of the year need stand beside
    them), or an achievement is told of them and it names no plan.
    """
    quarters = [
        c
        for c in columns
        if c.role is Role.MEASURE
        and "TW" in c.period
        and not _NAMES_PLAN_OR_REACHED.search(heading(c.header))
    ]
    others = {c.measure for c in columns if c.role is Role.MEASURE and c not in quarters}
    told_of_quarters = {c.measure for c in quarters} - {Measure.SERAPAN_PCT}
    counted = {m for m in told_of_quarters if not m.startswith(OTHER_MEASURE_PREFIX)}
    both = {Measure.TARGET, Measure.PAGU_RP}
    planned = bool(counted) and counted <= (both if _BEGINS_REACHED.match(plain(said)) else both & others)
    if not quarters or not planned or others & {Measure.REALISASI, Measure.REALISASI_RP}:
        return
    text = plain(said)
    text = _OF_THE_PLAN.sub(r"\1", text)
    reached, plan = bool(_SAYS_REACHED.search(text)), bool(re.search(r"target|rencana|jadwal", text))
    told = bool(others & {Measure.CAPAIAN_PCT, Measure.SERAPAN_PCT})
    if (reached and not plan) or (told and (reached or not plan)):
        for column in quarters:
            column.measure = _AS_REACHED.get(column.measure, column.measure)


def settle_quarter(columns: Sequence[Column]) -> None:
    """A capaian without a period beside the target and the realisasi of one quarter is that of the quarter."""
    own = [c for c in columns if c.role is Role.MEASURE]
    compared = {c.period for c in own if c.measure in {Measure.TARGET, Measure.REALISASI}}
    if len(compared) == 1 and "TW" in (quarter := compared.pop()):
        for c in own:
            if c.measure == Measure.CAPAIAN_PCT and not c.period:
                c.period = quarter


def _years_against(column: Column) -> list[int]:
    """The years that a heading names behind "terhadap"."""
    _, *behind = re.split(AGAINST, column.header, maxsplit=1, flags=re.I)
    return years_in(behind[0]) if behind else []


_ONLY_YEAR = re.compile(r"(?:(?:tahun|thn|th) )?((?:19|20)\d\d)(?: [nt](?: [12])?)?")
_ONLY_PLAN_YEAR = re.compile(r"(?:tahun|thn|th)\.? (?:ke ?-? ?)?(?:[1-5]|i{1,3}|iv|v)")
LEAST_PLAN_YEARS = 3
"""So many years of a plan, counted one after the other, hold its targets."""
_SAYS_TARGETS = re.compile(r"target|\bsasaran (?:populasi|produksi|produktivitas|luas|tanam|panen)")
"""Captions of tables of targets; in agriculture a target of hectares, tons or heads is called "sasaran"."""


_DEFINES = re.compile(r"definisi|\bformula|rumus|cara (?:menghitung|hitung|perhitungan)")
"""Headings of what an indicator means: a table with them sets targets, if it says nothing of what was reached."""


def settle_years(columns: Sequence[Column], year: int, caption: str) -> None:
    """Headings that are only years, and plan targets of the report year itself.

    A column headed by a year alone holds what was achieved when the year is over, unless the caption speaks of targets,
    or the table defines its indicators; then also under one name over several years ("Populasi Ternak (ekor) | 2015"),
    which alone says nothing. "Target RPJMD 2019" in a report on 2019 is the year's target, but for the only one beside
    what is reached of the end target.
    """
    told, text = {x.measure for x in columns}, plain(caption)
    compared = _COMPARES.search(text) is not None and _OF_TARGETS.match(text) is None
    end_beside = Measure.TARGET_AKHIR in told and (Measure.KEMAJUAN_PCT in told or compared)
    planned = Measure.TARGET in told or end_beside
    defined = any(c.role is Role.WORDS and _DEFINES.search(plain(c.header)) for c in columns)
    says_targets = (
        (defined or _SAYS_TARGETS.search(text) is not None)
        and not re.search("realisasi|capaian", text)
        and not planned
    )
    alone = sum(x.measure in {Measure.TARGET, Measure.TARGET_AKHIR} for x in columns) == 1
    of_the_end = Measure.CAPAIAN_PCT not in told and any(
        x.measure == Measure.KEMAJUAN_PCT and _END_OF_PLAN.search(plain(x.header)) for x in columns
    )
    names = [_name_over_year(c) for c in columns]
    counted = [
        c
        for c in columns
        if c.measure == OTHER_MEASURE_PREFIX + c.header and _ONLY_PLAN_YEAR.fullmatch(plain(c.header))
    ]
    reached = any(c.measure == Measure.REALISASI and c.period != PLAN_START for c in columns)
    if len(counted) >= LEAST_PLAN_YEARS and Measure.TARGET_AKHIR in told and not reached:
        for c in counted:
            c.measure, c.period = Measure.TARGET, period_in(c.parts)
    for c, name in zip(columns, names, strict=True):
        if c.role is Role.MEASURE and c.measure == OTHER_MEASURE_PREFIX + c.header and c.period == "":
            match = _ONLY_YEAR.fullmatch(plain(c.header))
            if match:
                c.period = match.group(1)
                target = says_targets or (year and int(c.period) > year)
                c.measure = Measure.TARGET if target else Measure.REALISASI
            elif says_targets and name and names.count(name) > 1:
                c.measure, c.period = Measure.TARGET, str(years_in(c.parts[-1])[0])
        if c.measure == Measure.KEMAJUAN_PCT and (against := _years_against(c)) and year:
            if against[-1] == year:
                c.measure = Measure.CAPAIAN_PCT  # against the target of the year itself
            elif against[-1] < year:
                c.measure = OTHER_MEASURE_PREFIX + c.header  # against what was before
        if (
            c.measure == Measure.TARGET_AKHIR
            and c.period == str(year)
            and not _END.search(plain(c.header))
            and not (alone and of_the_end)
        ):
            c.measure = Measure.TARGET


def _name_over_year(column: Column) -> str:
    """The heading over a column whose lowest level is a year alone; empty where there is none."""
    above = column.parts[:-1]
    return plain(" ".join(above)) if above and _ONLY_YEAR.fullmatch(plain(column.parts[-1])) else ""
