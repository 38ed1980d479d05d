"""`lkjip explore`: the database in Datasette, read only (extra `lkjip[explore]`)."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lkjip.exit_codes import ExitCode
from lkjip_corpus.migrations import MIGRATIONS_TABLE, PLACES_TABLE, READINGS_TABLE, TOGETHER_TABLE
from lkjip_corpus.store import Store
from lkjip_corpus.views import VIEWS
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.fields import TABLE_SPECS, TableSpec

INTERNAL = (MIGRATIONS_TABLE, PLACES_TABLE, READINGS_TABLE, TOGETHER_TABLE)
FACETS = {
    "reports": ["kind", "kabkota", "year", "status"],
    "findings": ["rule_id", "severity", "class"],
    "observations": ["table_kind", "measure", "period"],
    "rule_runs": ["rule_id", "outcome"],
    "unit_indicator_years": ["kabkota", "year", "conflict"],
    "unit_program_years": ["kabkota", "year", "stage"],
}
QUERIES: dict[str, tuple[str, str, str]] = {
    "temuan_berat": (
        "Temuan berat per laporan",
        "High findings by report",
        "select r.instansi, r.year, f.rule_id, f.pages, f.message_id, f.message_en from findings f join reports r "
        "using (report_id) where f.severity = 'high' and f.folded_into = '' and f.class <> 'e' order by 1, 2",
    ),
    "target_berbeda": (
        "Indikator yang targetnya tercetak berbeda-beda",
        "Indicators whose target is printed differently",
        "select instansi, year, name, target_printed from unit_indicator_years where target is null and "
        "target_printed <> '' order by 1, 2",
    ),
    "kecamatan_setahun": (
        "Peringkat instansi dalam satu tahun",
        "Ranking of units in a year",
        "select * from unit_ranking where year = :year order by kabkota, rank",
    ),
    "serapan_rendah": (
        "Program dengan serapan di bawah 80 persen",
        "Programs with absorption below 80 percent",
        "select instansi, year, name, pagu_rp, realisasi_rp, serapan_pct from unit_program_years where "
        "cast(serapan_pct as real) < 80 order by cast(serapan_pct as real)",
    ),
}


def metadata(language: Language) -> dict[str, Any]:
    """What Datasette is told: tables and columns in words, facets, queries; internal tables hidden."""
    specs = (*TABLE_SPECS, *(v.spec for v in VIEWS))
    return {
        "title": pick(language, "LKjIP sebagai data", "LKjIP as data"),
        "description": pick(
            language,
            "Angka, tabel, dan temuan dari laporan kinerja, masing-masing dengan halamannya.",
            "Figures, tables and findings from performance reports, each with its page.",
        ),
        "databases": {
            "lkjip": {
                "tables": {s.name: _table(s, language) for s in specs}
                | {name: {"hidden": True} for name in INTERNAL},
                "queries": {
                    name: {"title": pick(language, id_, en), "sql": sql}
                    for name, (id_, en, sql) in QUERIES.items()
                },
            }
        },
        "settings": {"sql_time_limit_ms": 3000},
    }


def _table(spec: TableSpec, language: Language) -> dict[str, Any]:
    return {
        "description": pick(language, spec.id, spec.en),
        "columns": {f.name: pick(language, f.id, f.en) for f in spec.fields},
        "facets": FACETS.get(spec.name, []),
    }


def explore(database: Path, language: Language, *, port: int) -> ExitCode:
    """Serve the database in Datasette at the loopback address until Ctrl-C; nothing in it can be changed there."""
    if find_spec("datasette") is None:
        sys.stderr.write(
            pick(
                language,
                "lkjip explore memerlukan Datasette. Pasang: pip install 'lkjip[explore]'",
                "lkjip explore needs Datasette. Install it: pip install 'lkjip[explore]'",
            )
            + "\n"
        )
        return ExitCode.MISSING
    Store.open(database, read_only=True).close()
    sys.stderr.write(
        pick(
            language,
            f"Buka http://127.0.0.1:{port}/ di peramban. Hentikan dengan Ctrl-C.",
            f"Open http://127.0.0.1:{port}/ in a browser. Stop with Ctrl-C.",
        )
        + "\n"
    )
    with TemporaryDirectory(prefix="lkjip-") as scratch:
        told = Path(scratch) / "metadata.json"
        told.write_text(json.dumps(metadata(language), ensure_ascii=False), encoding="utf-8")
        link = Path(scratch) / "lkjip.db"  # Datasette names a database by its file
        link.symlink_to(database.absolute())
        command = [
            sys.executable,
            "-m",
            "datasette",
            "serve",
            str(link),
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
        ]
        command += [
            "--metadata",
            str(told),
            "--setting",
            "default_allow_sql",
            "on",
            "--setting",
            "allow_download",
            "off",
        ]
        try:
            code = subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter and files
        except KeyboardInterrupt:
            code = 0
    return ExitCode.DONE if code in {0, -2, 130} else ExitCode.DATABASE
