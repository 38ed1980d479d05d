"""SQL views over the tables, for research: what units print about a year, compared over years and units.

They hold no data: they are made anew whenever a database is opened for writing and their text has changed. A report
that a newer version replaces (`superseded`) is left out of all of them. Values are exact decimal text, as in the
tables; SQL compares them with `cast(... as real)`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip_schemas.fields import CONFLICT, DOUBTFUL, NAME_KEY, D, Field, N, R, T, TableSpec

if TYPE_CHECKING:
    from sqlite_utils import Database

_UNIT = (
    Field("instansi", T, "instansi", "unit"),
    Field("kabkota", T, "kabupaten/kota", "regency or city"),
    Field("provinsi", T, "provinsi", "province"),
)
_UNIT_COLUMNS = "r.instansi, r.kabkota, r.provinsi"
_CURRENT = (
    "from reports r where r.report_id not in (select report_id from superseded) and r.status <> 'failed'"
)


@dataclass(frozen=True, slots=True)
class View:
    """A view: its columns and meaning as of a table, and its query."""

    spec: TableSpec
    sql: str


CURRENT_REPORTS = View(
    TableSpec(
        "current_reports",
        "Laporan yang berlaku: tanpa versi lama dan berkas yang gagal dibaca.",
        "The reports in force: without replaced versions and files that could not be read.",
        ("report_id",),
        (
            Field("report_id", T, "sidik jari sha256 berkas", "sha256 of the file"),
            Field("file", T, "nama berkas", "file name"),
            Field("kind", T, "jenis dokumen", "kind of document"),
            Field("level", T, "tingkat instansi", "level of the unit"),
            Field("year", N, "tahun laporan", "year reported on"),
            *_UNIT,
        ),
    ),
    f"select r.report_id, r.file, r.kind, r.level, r.year, {_UNIT_COLUMNS} {_CURRENT}",
)

UNIT_INDICATOR_YEARS = View(
    TableSpec(
        "unit_indicator_years",
        "Satu baris per instansi, indikator, dan tahun. Sumbernya laporan tahun itu; bila tidak ada, laporan terdekat "
        "sesudahnya yang memuat tahun itu.",
        "One row per unit, indicator and year, from the report on that year, or else the nearest later one that tells "
        "of it.",
        ("instansi", "kabkota", "name_key", "year"),
        (
            *_UNIT,
            Field("level", T, "tingkat instansi", "level of the unit"),
            Field("name", T, "indikator", "indicator"),
            NAME_KEY,
            Field("year", N, "tahun", "year"),
            Field("unit", T, "satuan", "unit of measure"),
            Field(
                "target", D, "target; kosong bila tempatnya berbeda-beda", "target; empty where places differ"
            ),
            Field("realisasi", D, "realisasi", "achieved"),
            Field("capaian_pct", D, "capaian, persen", "achievement, percent"),
            Field(
                "target_printed", T, "target yang tercetak dan halamannya", "targets as printed, with pages"
            ),
            Field("realisasi_printed", T, "realisasi yang tercetak", "realisasi as printed"),
            Field("capaian_pct_printed", T, "capaian yang tercetak", "achievement as printed"),
            CONFLICT,
            DOUBTFUL,
            Field("report_year", N, "tahun laporan sumbernya", "year of the report it is from"),
            Field("report_id", T, "laporan sumbernya", "the report it is from"),
            Field("pages", T, "halaman", "pages"),
        ),
    ),
    f"""
    select instansi, kabkota, provinsi, level, name, name_key, year, unit, target, realisasi, capaian_pct,
           target_printed, realisasi_printed, capaian_pct_printed, conflict, doubtful, report_year, report_id, pages
    from (
      select {_UNIT_COLUMNS}, r.level, i.name, i.name_key, i.year, i.unit, i.target, i.realisasi, i.capaian_pct,
             i.target_printed, i.realisasi_printed, i.capaian_pct_printed, i.conflict, i.doubtful,
             r.year as report_year, r.report_id, i.pages,
             row_number() over (
               partition by r.instansi, r.kabkota, i.name_key, i.year
               order by r.kind <> 'LKjIP', r.year is null, r.year < i.year, abs(r.year - i.year), r.file, r.report_id,
                        i.indicator_no
             ) as nearest
      from indicator_years i join current_reports r using (report_id)
      where r.instansi <> ''
    ) where nearest = 1
    """,
)

UNIT_PROGRAM_YEARS = View(
    TableSpec(
        "unit_program_years",
        "Satu baris per instansi, program, tahun, dan tahap anggaran (murni, perubahan, tidak_disebut).",
        "One row per unit, program, year and budget stage (murni, perubahan, tidak_disebut: not said).",
        ("instansi", "kabkota", "name_key", "year", "stage"),
        (
            *_UNIT,
            Field("level", T, "tingkat instansi", "level of the unit"),
            Field("code", T, "kode program", "program code"),
            Field("name", T, "program", "program"),
            NAME_KEY,
            Field("year", N, "tahun", "year"),
            Field("stage", T, "tahap anggaran", "budget stage"),
            Field("pagu_rp", D, "pagu, rupiah", "budget, rupiah"),
            Field("realisasi_rp", D, "realisasi, rupiah", "spent, rupiah"),
            Field("serapan_pct", D, "serapan, persen", "absorption, percent"),
            CONFLICT,
            DOUBTFUL,
            Field("report_id", T, "laporan sumbernya", "the report it is from"),
            Field("pages", T, "halaman", "pages"),
        ),
    ),
    f"""
    select instansi, kabkota, provinsi, level, code, name, name_key, year, stage, pagu_rp, realisasi_rp, serapan_pct,
           conflict, doubtful, report_id, pages
    from (
      select {_UNIT_COLUMNS}, r.level, p.*,
             row_number() over (
               partition by r.instansi, r.kabkota, p.name_key, p.year, p.stage
               order by r.kind <> 'LKjIP', r.year is null, r.year < p.year, abs(r.year - p.year), r.file, r.report_id
             ) as nearest
      from program_years p join current_reports r using (report_id)
      where r.instansi <> ''
    ) where nearest = 1
    """,
)

UNIT_FINDINGS = View(
    TableSpec(
        "unit_findings",
        "Jumlah temuan per laporan, kaidah, dan tingkat, tanpa yang hanya akibat temuan lain.",
        "Findings per report, rule and severity, without those that only follow from others.",
        ("report_id", "rule_id", "severity"),
        (
            *_UNIT,
            Field("year", N, "tahun laporan", "year reported on"),
            Field("report_id", T, "laporan", "report"),
            Field("rule_id", T, "kaidah", "rule"),
            Field("severity", T, "tingkat", "severity"),
            Field("findings", N, "jumlah temuan", "number of findings"),
        ),
    ),
    f"""
    select {_UNIT_COLUMNS}, r.year, r.report_id, f.rule_id, f.severity, count(*) as findings
    from findings f join current_reports r using (report_id)
    where f.folded_into = '' and f.class <> 'e' group by r.report_id, f.rule_id, f.severity
    """,
)

REQUIRED_PARTS = View(
    TableSpec(
        "required_parts",
        "Bagian yang wajib ada menurut PermenPANRB 53/2014 (kaidah ST): yang ada, dari yang dapat dinilai.",
        "Parts that PermenPANRB 53/2014 asks for (rules ST): those there, of those that could be judged.",
        ("report_id",),
        (
            Field("report_id", T, "laporan", "report"),
            Field("present", N, "bagian yang ada", "parts that are there"),
            Field("judged", N, "bagian yang dapat dinilai", "parts that could be judged"),
        ),
    ),
    """
    select report_id, sum(outcome = 'pass') as present, count(*) as judged from rule_runs
    where rule_id between 'ST-' and 'ST-~' and outcome <> 'not_run' group by report_id
    """,
)

TARGETS_LOWERED = View(
    TableSpec(
        "targets_lowered",
        "Target yang lebih rendah daripada realisasi tahun sebelumnya (untuk indikator yang makin tinggi makin baik).",
        "Targets below what was achieved the year before (for indicators where higher is better).",
        ("instansi", "kabkota", "name_key", "year"),
        (
            *_UNIT,
            Field("name", T, "indikator", "indicator"),
            NAME_KEY,
            Field("year", N, "tahun target", "year of the target"),
            Field("target", D, "target", "target"),
            Field("realisasi_before", D, "realisasi tahun sebelumnya", "achieved the year before"),
        ),
    ),
    """
    select now.instansi, now.kabkota, now.provinsi, now.name, now.name_key, now.year, now.target,
           before.realisasi as realisasi_before
    from unit_indicator_years now join unit_indicator_years before
      on before.instansi = now.instansi and before.kabkota = now.kabkota and before.name_key = now.name_key
     and before.year = now.year - 1
    where cast(now.target as real) < cast(before.realisasi as real)
    """,
)

UNIT_RANKING = View(
    TableSpec(
        "unit_ranking",
        "Instansi dalam satu kabupaten/kota dan tahun menurut rata-rata capaian, dibatasi 100 per indikator; hanya "
        "indikator yang tempat-tempatnya cocok.",
        "Units of one regency and year by mean achievement, each indicator capped at 100; only indicators whose "
        "places agree.",
        ("kabkota", "year", "instansi"),
        (
            *_UNIT,
            Field("level", T, "tingkat instansi", "level of the unit"),
            Field("year", N, "tahun", "year"),
            Field("indicators", N, "indikator yang dihitung", "indicators counted"),
            Field("mean_capaian_pct", R, "rata-rata capaian, persen", "mean achievement, percent"),
            Field(
                "rank", N, "peringkat dalam kabupaten/kota dan tingkatnya", "rank within regency and level"
            ),
            Field(
                "high_findings",
                N,
                "temuan berat dalam laporan tahun itu",
                "high findings in the year's report",
            ),
        ),
    ),
    """
    select instansi, kabkota, provinsi, level, year, indicators, mean_capaian_pct,
           rank() over (partition by kabkota, level, year order by mean_capaian_pct desc) as rank,
           (select coalesce(sum(u.findings), 0) from unit_findings u
             where u.instansi = m.instansi and u.kabkota = m.kabkota and u.year = m.year and u.severity = 'high')
             as high_findings
    from (
      select instansi, kabkota, provinsi, level, year, count(*) as indicators,
             round(avg(min(cast(capaian_pct as real), 100.0)), 2) as mean_capaian_pct
      from unit_indicator_years where capaian_pct is not null and year = report_year
      group by instansi, kabkota, year
    ) m
    """,
)

SAME_SENTENCES = View(
    TableSpec(
        "same_sentences",
        "Kalimat panjang yang tercetak dalam laporan dua instansi atau dua tahun dengan kata yang sama.",
        "Long sentences that the reports of two units or years print in the same words.",
        ("report_id", "other_report_id", "text"),
        (
            Field("report_id", T, "laporan", "report"),
            Field("page", N, "halaman", "page"),
            Field("other_report_id", T, "laporan lain", "the other report"),
            Field("other_page", N, "halaman di laporan lain", "page in the other report"),
            Field("text", T, "kalimat", "sentence"),
        ),
    ),
    """
    select a.report_id, a.page, b.report_id as other_report_id, b.page as other_page, a.text
    from sentences a join sentences b on b.wording = a.wording and b.report_id > a.report_id
    where a.wording <> '' and a.report_id in (select report_id from current_reports)
      and b.report_id in (select report_id from current_reports)
    """,
)

VIEWS: tuple[View, ...] = (
    CURRENT_REPORTS,
    UNIT_INDICATOR_YEARS,
    UNIT_PROGRAM_YEARS,
    UNIT_FINDINGS,
    REQUIRED_PARTS,
    TARGETS_LOWERED,
    UNIT_RANKING,
    SAME_SENTENCES,
)
"""All views, those that others rest on first."""


def _statement(view: View) -> str:
    return f'CREATE VIEW "{view.spec.name}" AS {" ".join(view.sql.split())}'


def views_are_current(db: "Database") -> bool:
    """Whether the database holds the views as they are here."""
    held = {v.name: v.schema for v in db.views}
    return all(held.get(v.spec.name) == _statement(v) for v in VIEWS)


def make_views(db: "Database") -> None:
    """Make all views anew; call it inside a transaction."""
    for view in reversed(VIEWS):
        db.execute(f'drop view if exists "{view.spec.name}"')
    for view in VIEWS:
        db.execute(_statement(view))
